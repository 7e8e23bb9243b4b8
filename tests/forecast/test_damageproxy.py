# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Damage by coherence: planted ruins are found, and pairs without an event pass at their rate."""

import damaged
import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.forecast.damage import (
    PairChoice,
    Score,
    building_thresholds,
    calibrate,
    choose_pairs,
    logit,
)
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.vectors.features import read_polygons
from groundshift.algorithms.toolbox import call


def run(folder, values=None, event=damaged.EVENT, **others):
    told = []
    damaged.damaged_stack(folder / "s.h5", values)
    found = call("damageproxy", {"warn": told.append}, stack=folder / "s.h5", event=event,
                 score=folder / "score.tif", damage=folder / "d.gpkg", **others)  # fmt: skip
    return found, read_raster(folder / "score.tif")[1], told


def area_under_curve(score, truth):
    known = np.isfinite(score)
    order = np.argsort(score[known])
    ranks = np.empty(known.sum())
    ranks[order] = np.arange(1, known.sum() + 1)
    mine = truth[known]
    return (ranks[mine].mean() - (mine.sum() + 1) / 2) / (~mine).sum()


def test_planted_ruins_are_found(tmp_path):
    found, (score, loss), _ = run(tmp_path)
    assert (found["pairs_before"], found["span"]) == (8, 12)
    assert area_under_curve(score, damaged.HARMED) > 0.98
    away = ~damaged.HARMED & np.isfinite(score)
    assert (score[away] > found["threshold"]).mean() == pytest.approx(0.01, abs=0.006)
    assert (score[damaged.HARMED] > found["threshold"]).mean() > 0.65
    # Of the fall from 0.71 to 0.34 what all land lost is taken off.
    assert np.median(loss[damaged.HARMED]) == pytest.approx(0.3, abs=0.07)
    assert np.median(loss[away]) == pytest.approx(0.0, abs=0.02)
    patches = read_polygons(tmp_path / "d.gpkg").columns
    assert found["found"] == len(patches["score"])
    assert patches["pixels"].max() > 350


def test_without_an_event_the_rate_of_false_alarms_is_the_nominal_one(tmp_path):
    shares = []
    for seed in range(4):
        values = damaged.coherences(seed + 10, event_factor=0.9)
        found, (score, _), _ = run(tmp_path, values)
        shares.append(found["damaged"])
    assert np.mean(shares) == pytest.approx(1.0, abs=0.5)


def test_buildings_have_their_own_threshold(tmp_path):
    places = damaged.buildings(tmp_path / "b.gpkg")
    found, _, _ = run(tmp_path, buildings=tmp_path / "b.gpkg")
    table = read_polygons(tmp_path / "d.gpkg").columns
    inside = np.array([damaged.HARMED[r : r + 2, c : c + 2].all() for r, c in places])
    outside = np.array([not damaged.HARMED[r : r + 2, c : c + 2].any() for r, c in places])
    hit = table["damaged"] == 1
    assert found["looked_at"] == pytest.approx(len(places), abs=10)
    assert hit[inside].mean() > 0.95
    assert hit[outside].mean() < 0.03
    assert np.median(table["pixels"]) == table["pixels"].max() == 4
    assert np.median(table["threshold"]) < 0.8 * found["threshold"]


def test_few_pairs_give_a_plain_difference(tmp_path):
    found, (score, loss), told = run(tmp_path, damaged.coherences()[-2:])
    assert found["threshold"] == 0.27
    np.testing.assert_array_equal(score, loss)
    assert any("rate of false alarms is not known" in text for text in told)


def test_blocks_do_not_matter(tmp_path):
    _, whole, _ = run(tmp_path)
    _, parts, _ = run(tmp_path, memory=64, workers=1)
    np.testing.assert_array_equal(whole, parts)


def test_the_score_is_the_formula():
    random = np.random.default_rng(0)
    values = random.uniform(0.5, 0.9, (5, 4000))
    score = Score.of(values, 4, np.arange(4), 0.4)
    found, _ = score(values)
    logits = logit(values)
    assert np.std(found) == pytest.approx(1.0, abs=0.25)
    assert np.corrcoef(found, logits[:4].mean(axis=0) - logits[4])[0, 1] > 0.95
    made = calibrate(values, PairChoice(4, np.arange(4), 12), 0.4, 0.05)
    assert made.alarms.mean() == pytest.approx(0.05, abs=0.002)
    thresholds = building_thresholds(np.full((4, 3), 1.0), np.array([1, 1, 1]), 0.01, 2.5, (2, 5))
    np.testing.assert_array_equal(thresholds, 2.5)


def test_pairs_of_another_span_are_left_out():
    days = np.datetime64("2020-01-01") + np.array([[0, 12], [0, 48], [24, 36], [48, 60], [36, 72]])
    found = choose_pairs(days, np.datetime64("2020-02-25"), 3)
    assert (found.event, found.before.tolist(), found.span) == (3, [0, 2], 12)


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ({"event": "20190101"}, "No pair spans 2019-01-01"),
        ({"event": "20200110"}, "No pair that ends before 2020-01-10"),
        ({"event": "soon"}, "Date of the event"),
        ({"min_coherence": 0.95}, "lower it"),
    ],
)
def test_what_cannot_be_scored(tmp_path, others, words):
    with pytest.raises(GroundshiftError, match=words):
        run(tmp_path, **others)
    assert not (tmp_path / "score.tif").exists()


def test_mexico_city_without_an_event(tmp_path, shared_data):
    """A date on which nothing happened: about the nominal share of the pixels passes."""
    call("importstack", folder=shared_data("mexico_city_s1"), stack=tmp_path / "m.h5",
         geometry=tmp_path / "g.h5")  # fmt: skip
    found = call("damageproxy", stack=tmp_path / "m.h5", event="20180515", tolerance=12,
                 score=tmp_path / "score.tif")  # fmt: skip
    assert found["pairs_before"] >= 3
    assert found["damaged"] == pytest.approx(1.0, abs=0.6)

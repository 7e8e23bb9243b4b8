# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Segments of lines, local rates and scores."""

import numpy as np
import pytest
from groundshift.algorithms.areas.exposure import (
    CLASSES,
    ScoreOptions,
    class_of,
    cut_lines,
    parse_limits,
    ranks,
    score,
)
from groundshift.algorithms.areas.local_rates import local_rates
from groundshift.algorithms.errors import GroundshiftError
from hypothesis import given, settings
from hypothesis import strategies as st

NAN = np.array([np.nan])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(-500, 500), st.integers(-500, 500)), min_size=2, max_size=9),
    st.floats(3.0, 400.0),
)
def test_segments_make_up_the_line(vertices, length):
    line = np.array(vertices, float)
    total = np.hypot(*np.diff(line, axis=0).T).sum()
    cut = cut_lines([[line]], length)
    if total == 0:
        assert not len(cut.line)
        return
    sizes = [np.hypot(*np.diff(v, axis=0).T).sum() for v in cut.vertices]
    assert sum(sizes) == pytest.approx(total)
    assert sizes == pytest.approx(cut.end - cut.start, abs=1e-6)
    assert sizes[:-1] == pytest.approx([length] * (len(sizes) - 1))
    assert sizes[-1] <= 1.1 * length + 1e-6, "only a sliver is added to the last one"
    assert len(sizes) == 1 or sizes[-1] > 0.1 * length - 1e-6
    for first, second in zip(cut.vertices[:-1], cut.vertices[1:]):
        assert np.array_equal(first[-1], second[0])
    inner = {tuple(v) for v in line.tolist()}
    assert inner <= {tuple(v) for part in cut.vertices for v in part.tolist()} | inner
    assert len(cut.number) == cut.number[-1]


def test_distances_go_on_over_parts():
    parts = [np.array([(0, 0), (150, 0)], float), np.array([(500, 0), (500, 100)], float)]
    cut = cut_lines([parts, [parts[1]]], 100.0)
    assert cut.line.tolist() == [0, 0, 0, 1]
    assert cut.start.tolist() == [0, 100, 150, 0]
    assert cut.end.tolist() == [100, 150, 250, 100]
    assert cut.number.tolist() == [1, 2, 3, 1]


def test_vertices_stay_in_their_segments():
    cut = cut_lines([[np.array([(0, 0), (30, 0), (100, 0), (170, 0)], float)]], 100.0)
    assert cut.vertices[0].tolist() == [[0, 0], [30, 0], [100, 0]]
    assert cut.vertices[1].tolist() == [[100, 0], [170, 0]]


def one(velocity=10.0, gradient=np.nan, quality=1.0, inside=True, distance=0.0, **options):
    return score(
        *(np.array([v]) for v in (velocity, gradient, quality, inside, distance)),
        ScoreOptions(**options),
    )


def test_scores_by_hand():
    assert one(10.0).score[0] == pytest.approx(75)
    assert one(-10.0).score[0] == pytest.approx(75), "either way counts"
    assert one(1.0).score[0] == pytest.approx(12.5)
    assert one(99.0).score[0] == pytest.approx(100)
    assert one(20.0, gradient=1.0).score[0] == pytest.approx(100 * (0.6 + 0.4 * 0.25))
    assert one(20.0, quality=3.0).score[0] == pytest.approx(60)
    assert one(20.0, quality=np.nan).score[0] == pytest.approx(60)
    assert one(20.0, inside=False, distance=25.0).score[0] == pytest.approx(25)
    assert one(20.0, inside=False, distance=50.0).score[0] == pytest.approx(0)
    assert one(np.nan).score[0] == 0
    assert np.isnan(one(10.0).gradient[0])


@given(st.floats(0, 60), st.floats(0, 20), st.floats(0, 50), st.sampled_from([1.0, 2, 3, 4]))
def test_worse_is_never_scored_lower(velocity, gradient, distance, quality):
    base = one(velocity, gradient, quality, False, distance).score[0]
    assert one(velocity + 1, gradient, quality, False, distance).score[0] >= base
    assert one(velocity, gradient + 1, quality, False, distance).score[0] >= base
    assert one(velocity, gradient, quality, True, 0.0).score[0] >= base
    assert one(velocity, gradient, max(quality - 1, 1), False, distance).score[0] >= base
    assert 0 <= base <= 50


def test_classes_and_ranks():
    assert [CLASSES[k] for k in class_of([0, 4.9, 5, 20, 59.9, 60, 100])] == [
        "very low", "very low", "low", "moderate", "high", "very high", "very high",
    ]  # fmt: skip
    assert ranks([5, 90, 90, 90], [1, 2, 7, 2]).tolist() == [4, 2, 1, 2]
    assert ranks([], []).tolist() == []


@pytest.mark.parametrize("text", ["1,2,3", "1,2,2,3", "0,1,2,3", "a,b,c,d", ""])
def test_limits_that_are_none(text):
    with pytest.raises(GroundshiftError, match="Limits: .*four growing"):
        parse_limits(text, "Limits")


def test_weights_that_are_none():
    assert parse_limits("1, 1, 0.5, 0", "Weights", growing=False) == (1, 1, 0.5, 0)
    with pytest.raises(GroundshiftError, match="from 0 to 1"):
        parse_limits("1, 1, 2, 0", "Weights", growing=False)


def test_local_rates_are_those_of_least_squares():
    rng = np.random.default_rng(0)
    points = rng.uniform(0, 1000, (300, 2))
    rates = 3 + 0.02 * points[:, 0] - 0.05 * points[:, 1] + rng.normal(0, 0.5, 300)
    rates[::17] = np.nan
    places = rng.uniform(0, 1000, (40, 2))
    reach = np.full(40, 120.0)
    found = local_rates(places, reach, points, rates)
    for k, place in enumerate(places):
        near = (np.hypot(*(points - place).T) <= 120) & np.isfinite(rates)
        assert found.count[k] == near.sum()
        assert found.median[k] == pytest.approx(np.median(rates[near]))
        design = np.column_stack([np.ones(near.sum()), points[near] - place])
        model, *_ = np.linalg.lstsq(design, rates[near], rcond=None)
        if np.isnan(found.gradient[k]):
            continue
        assert found.gradient[k] == pytest.approx(np.hypot(*model[1:]))
        noise = ((rates[near] - design @ model) ** 2).sum() / (near.sum() - 3)
        covariance = noise * np.linalg.inv(design.T @ design)[1:, 1:]
        unit = model[1:] / np.hypot(*model[1:])
        assert found.gradient_std[k] == pytest.approx(np.sqrt(unit @ covariance @ unit))
    assert np.isfinite(found.gradient).mean() > 0.7


def test_no_gradient_across_a_line_of_points():
    points = np.stack([np.arange(20.0), 0.01 * np.arange(20.0)], axis=1)
    found = local_rates(np.array([(10.0, 0.0)]), np.array([30.0]), points, np.arange(20.0))
    assert found.count[0] == 20 and found.median[0] == 9.5
    assert np.isnan(found.gradient[0])


def test_places_without_points():
    found = local_rates(
        np.array([(0.0, 0.0), (999.0, 0.0)]), np.full(2, 5.0), np.zeros((4, 2)), np.arange(4.0)
    )
    assert found.count.tolist() == [4, 0]
    assert found.median[0] == 1.5 and np.isnan(found.median[1])
    empty = local_rates(np.zeros((1, 2)), np.ones(1), np.zeros((2, 2)), np.full(2, np.nan))
    assert empty.count.tolist() == [0]

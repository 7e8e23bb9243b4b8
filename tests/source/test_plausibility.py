# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What no earthquake does is told, and published earthquakes raise no doubt."""

from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.data.samples import Samples, Track, joined_samples
from groundshift.algorithms.formats.slip.slip_models import read_slip_file
from groundshift.algorithms.source.plausibility import (
    count_doubts,
    model_doubts,
    rock_doubts,
    sample_doubts,
)
from groundshift.algorithms.source.tools.samples import read_samples
from groundshift.algorithms.toolbox import call


def track(scale=1.0, count=40, seed=0, name="T1"):
    """A bump of 0.3 m along one look."""
    places = np.random.default_rng(seed).uniform(-2e4, 2e4, (count, 2))
    moved = scale * 0.3 * np.exp(-(places**2).sum(axis=1) / 1e8)
    return Samples(
        places, moved, np.tile([-0.6, 0.0, 0.8], (count, 1)), np.zeros(count, int), (Track(name),),
        np.full(count, 1e-3), np.ones(count), np.zeros((count, 2)),
    )  # fmt: skip


def sites(samples, count=6, noise=2e-3):
    """GNSS beside the first samples: what makes their displacement, and a part across the look."""
    random = np.random.default_rng(1)
    beside = np.arange(count)
    vectors = samples.displacement[beside, None] * samples.look[beside] + [0.0, 0.05, 0.0]
    vectors += random.normal(0, noise, vectors.shape)
    return Samples(
        np.repeat(samples.places[beside] + 100.0, 3, axis=0), vectors.ravel(),
        np.tile(np.eye(3), (count, 1)), np.zeros(3 * count, int), (Track("sites", "gnss"),),
        np.full(3 * count, noise), np.ones(3 * count), np.zeros((3 * count, 2)),
    )  # fmt: skip


def test_ordinary_samples_raise_no_doubt():
    assert sample_doubts(joined_samples(track(), sites(track()))) == []


@pytest.mark.parametrize(
    ("samples", "words"),
    [
        (track(1e3), "unit right (mm taken as m or cm)"),
        (track(1e-4), "unit right (m taken as mm)"),
        (
            replace(track(), displacement=np.full(40, 0.2)),
            "all 40 samples moved by the same 200 mm",
        ),
        (replace(track(), std=np.r_[0.0, 0.0, np.full(38, 1e-3)]), "2 samples with a standard"),
        (replace(track(), places=track().places[np.r_[0, 0:39]]), "1 sample at the place of"),
        (joined_samples(track(-1.0), sites(track())), "moves the other way"),
    ],
)
def test_odd_samples(samples, words):
    found = sample_doubts(samples)
    assert len(found) == 1 and words in found[0] and "T1" in found[0]


def test_the_same_place_on_two_tracks_is_no_copy():
    assert sample_doubts(joined_samples(track(), track(name="T2"))) == []


def model(slip, size=20e3):
    plane = PatchSet.of_rectangles([0.0, 0.0, 2e4, 0.0, 1.0, size, size])
    return SlipModel.of_rake(plane, slip, 0.0)


@pytest.mark.parametrize(
    ("slip", "size", "modulus", "words"),
    [
        (93.0, 20e3, 30e9, "93 m, more than any earthquake had"),
        (30.0, 20e3, 30e9, "0.0015 of the rupture's size"),
        (60.0, 1000e3, 300e9, "more than any earthquake had; are the units"),
        (1.0, 20e3, 3e7, "0.03 GPa is that of no rock"),
    ],
)
def test_odd_models(slip, size, modulus, words):
    rock = len(rock_doubts(modulus))
    plane = model(slip, min(size, 40e3)) if size < 1e6 else large(slip)
    found = model_doubts(plane, modulus)
    assert any(words in text for text in found)
    assert len(found) == max(1, rock + (modulus > 200e9))


def large(slip):
    plane = PatchSet.of_rectangles([0.0, 0.0, 200e3, 0.0, 0.2, 1500e3, 400e3])
    return SlipModel.of_rake(plane, slip, 0.0)


def test_ordinary_models_raise_no_doubt(shared_data):
    assert model_doubts(model(1.5), 30e9) == [] and model_doubts(model(0.0), 30e9) == []
    for path in shared_data("finite_fault_models").glob("*.fsp"):
        assert model_doubts(read_slip_file(path).model, 40e9) == []


def test_few_samples_for_many_patches():
    assert "3 samples for 70 patches" in count_doubts(3, 70)[0]
    assert count_doubts(70, 70) == []


def test_gorkha_against_its_gnss(shared_data, tmp_path):
    """Real tracks agree with the sites; the other way round each of them is told."""
    folder = shared_data("gorkha_2015")
    call("downsample", file=folder / "gps.lldet", samples=tmp_path / "g.gpkg")
    for name in ("nepal_asc", "nepal_des_t048"):
        for sign in ("auto", "away"):
            target, notes = tmp_path / f"{name}{sign}.gpkg", []
            call(
                "downsample", {"note": notes.append}, file=folder / f"{name}.lltnde", sign=sign,
                earlier=tmp_path / "g.gpkg", samples=target,
            )  # fmt: skip
            told = [note for note in notes if "the other way" in note]
            assert len(told) == (sign == "away")
            assert sample_doubts(read_samples(target)[0]) == told

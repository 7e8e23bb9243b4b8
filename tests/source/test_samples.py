# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Samples: covariances, whitening, offsets and ramps."""

from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.samples import Samples, Track, nuisance
from groundshift.algorithms.errors import GroundshiftError


def samples(tracks, count=30, seed=1):
    random = np.random.default_rng(seed)
    places = random.uniform(-2e4, 2e4, (count * len(tracks), 2))
    return Samples(
        places, random.normal(size=len(places)), np.tile([0.0, 0.0, 1.0], (len(places), 1)),
        np.repeat(np.arange(len(tracks)), count), tuple(tracks), np.full(len(places), 0.01),
        np.ones(len(places)), np.zeros((len(places), 2)),
    )  # fmt: skip


def test_the_covariance_of_a_semivariogram():
    data = samples([Track("A", nugget=1e-6, sill=4e-6, range=8000.0)])
    covariance = data.covariance(0)
    apart = np.linalg.norm(data.places[3] - data.places[7])
    assert np.isclose(covariance[3, 7], 4e-6 * np.exp(-apart / 8000))
    assert np.allclose(np.diag(covariance), 5e-6)


def test_whitened_noise_is_white():
    tracks = [Track("A", nugget=1e-6, sill=4e-6, range=8000.0), Track("B")]
    data = samples(tracks, 25)
    random = np.random.default_rng(3)
    noise = np.concatenate([data.factor(k) @ random.normal(size=(25, 20000)) for k in (0, 1)])
    spread = np.cov(data.whitened(noise))
    assert np.allclose(spread, np.eye(50), atol=0.05)
    heavier = data.whitened(noise, [4.0, 1.0])
    assert np.isclose(heavier[:25].std() / data.whitened(noise)[:25].std(), 2)


def test_weights_multiply_squared_residuals():
    data = samples([Track("B")], 4)
    heavy = replace(data, weight=np.array([1.0, 4.0, 1.0, 1.0]))
    ratio = heavy.whitened(np.ones(4)) / data.whitened(np.ones(4))
    assert np.allclose(ratio, [1, 2, 1, 1])


def test_a_cut_keeps_covariances_in_step():
    whole = np.diag(np.arange(1.0, 31.0)) * 1e-6
    data = samples([Track("A"), Track("B", covariance=whole)])
    keep = np.arange(60) % 3 == 0
    cut = data.chosen(keep)
    assert len(cut) == 20
    assert np.allclose(np.diag(cut.covariance(1)), np.arange(1.0, 31.0)[keep[30:]] * 1e-6)
    assert np.array_equal(data.chosen(np.flatnonzero(keep)).places, cut.places)


def test_what_cannot_be_weighted_is_refused():
    data = samples([Track("A")])
    with pytest.raises(GroundshiftError, match="Track A: a sample has no standard deviation"):
        replace(data, std=np.full(30, np.nan)).covariance(0)
    flat = replace(data, tracks=(Track("A", covariance=np.ones((30, 30))),))
    with pytest.raises(GroundshiftError, match="not positive definite"):
        flat.factor(0)


def test_offsets_and_ramps_by_track():
    data = samples([Track("A"), Track("G", kind="gnss"), Track("B")])
    columns, names = nuisance(data, ramps=False)
    assert names == [(0, "offset"), (2, "offset")]
    assert columns.sum(axis=0).tolist() == [30, 30]
    columns, names = nuisance(data, ramps=True)
    assert [name for _, name in names] == ["offset", "east", "north"] * 2
    plane = np.where(data.track == 2, 0.3 - 2e-6 * data.places[:, 0] + 1e-6 * data.places[:, 1], 0)
    solved, rest, *_ = np.linalg.lstsq(columns, plane, rcond=None)
    assert np.allclose(columns @ solved, plane)
    assert np.allclose(solved[4:], [-0.02, 0.01])
    nothing, names = nuisance(data.chosen(data.track == 1), ramps=True)
    assert nothing.shape == (30, 0)

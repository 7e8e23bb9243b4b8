# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase filters: noise falls, fringes stay."""

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.scatterers.filters import boxcar, goldstein, phase_coherence
from wrapped_scenes import raster, wrap


def test_goldstein_lowers_noise_and_keeps_a_ramp():
    y, x = np.mgrid[:160, :180]
    ramp = 0.7 * x - 0.3 * y
    noise = 0.8 * np.random.default_rng(0).standard_normal(ramp.shape)
    before, after = wrap(noise), wrap(goldstein(wrap(ramp + noise)) - ramp)
    assert after.std() < 0.35 * before.std()
    assert abs(after.mean()) < 0.02
    clean = wrap(goldstein(wrap(ramp)) - ramp)
    assert np.abs(clean[8:-8, 8:-8]).max() < 0.05


def test_goldstein_does_nothing_where_all_is_coherent_or_alpha_is_none():
    truth, wrapped = raster(noise=0.5)
    for same in (goldstein(wrapped, alpha=0.0), goldstein(wrapped, np.ones(truth.shape))):
        assert np.abs(wrap(same - wrapped)).max() < 1e-4


def test_goldstein_is_stronger_where_the_coherence_is_low():
    y, x = np.mgrid[:128, :256]
    ramp = 0.4 * x
    noisy = wrap(ramp + 0.8 * np.random.default_rng(1).standard_normal(ramp.shape))
    coherence = np.where(x < 128, 0.1, 0.8)
    off = wrap(goldstein(noisy, coherence) - ramp)
    assert off[:, :100].std() < 0.7 * off[:, 156:].std()


def test_filters_keep_gaps_and_do_not_spread_them():
    truth, wrapped = raster(noise=0.3)
    wrapped[40:60, 40:60] = np.nan
    for smooth in (goldstein(wrapped), boxcar(wrapped, 5)):
        np.testing.assert_array_equal(np.isnan(smooth), np.isnan(wrapped))


@pytest.mark.parametrize("size", [(5, 7), (33, 64), (100, 31)])
def test_any_size_goes(size):
    assert goldstein(np.zeros(size)).shape == size


@pytest.mark.parametrize("values", [{"alpha": 1.5}, {"patch": 6}, {"patch": 15}])
def test_bad_strength_and_patch_are_refused(values):
    with pytest.raises(GroundshiftError, match="filter's"):
        goldstein(np.zeros((20, 20)), **values)


def test_boxcar_averages_directions():
    wrapped = np.array([[3.1, -3.1, 3.1]])
    assert abs(wrap(boxcar(wrapped, 3)[0, 1] - np.pi)) < 0.05


def test_phase_coherence_is_that_of_the_noise_on_a_slope():
    y, x = np.mgrid[:150, :150]
    rng = np.random.default_rng(2)
    for deviation in (0.3, 0.8):
        noisy = wrap(0.6 * x - 0.5 * y + deviation * rng.standard_normal(x.shape))
        estimate = phase_coherence(noisy)[10:-10, 10:-10]
        assert abs(estimate.mean() - np.exp(-(deviation**2) / 2)) < 0.06
    noise = phase_coherence(rng.uniform(-np.pi, np.pi, x.shape))
    assert noise.mean() < 0.25
    gap = np.full((20, 20), np.nan)
    assert not phase_coherence(gap).any()

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Calibration of amplitudes, their dispersion, and candidates."""

import numpy as np
import pytest
from groundshift.algorithms.scatterers.amplitude import (
    calibrate,
    calibrated_amplitude,
    clutter_share,
    decibel,
    dispersion,
    peaks,
)


def images(times=30, rows=40, cols=50, points=200, gains=None, seed=0, noise=0.1):
    """Speckle with some points of steady amplitude, and which they are."""
    rng = np.random.default_rng(seed)
    shape = (times, rows, cols)
    values = (rng.normal(size=shape) + 1j * rng.normal(size=shape)) / np.sqrt(2)
    steady = np.zeros(rows * cols, bool)
    steady[rng.permutation(rows * cols)[:points]] = True
    steady = steady.reshape(rows, cols)
    values = np.where(steady, 5 + 5 * noise * np.sqrt(2) * values, values)
    values *= np.exp(2j * np.pi * rng.random(shape))
    if gains is not None:
        values = values * gains[:, np.newaxis, np.newaxis]
    return values.astype(np.complex64), steady


def gains_of(times, seed=5):
    gains = np.exp(np.random.default_rng(seed).normal(0, 0.4, times))
    return gains / np.exp(np.log(gains).mean())


@pytest.mark.parametrize("points", [0, 400])
def test_factors_undo_the_gains(points):
    gains = gains_of(30)
    values, _ = images(gains=gains, points=points)
    found = calibrate(np.abs(values).reshape(30, -1))
    assert found.stable == (points > 0)
    assert found.pixels == (pytest.approx(400, abs=5) if points else 2000)
    tolerance = 0.025 if points else 0.08  # steady points are better scales than speckle
    assert found.factors * gains == pytest.approx(1.0, abs=tolerance)
    assert np.log(found.factors).mean() == pytest.approx(0, abs=1e-12)


def test_change_on_a_part_of_the_ground_is_left_out():
    gains = gains_of(30)
    values, _ = images(gains=gains, points=400)
    values[12:, :, :15] *= 3  # 30 % of the scene gets brighter for good
    found = calibrate(np.abs(values).reshape(30, -1))
    assert found.factors * gains == pytest.approx(1.0, abs=0.05)


def test_gaps_and_empty_images():
    gains = gains_of(30)
    values, _ = images(gains=gains, points=400)
    sample = np.abs(values).reshape(30, -1)
    sample[:, :100] = 0
    sample[3:5, 100:900] = np.nan  # half of two images
    sample[7] = np.nan
    found = calibrate(sample)
    assert list(np.nonzero(found.empty)[0]) == [7] and found.factors[7] == 1
    rest = np.delete(np.arange(30), 7)
    ratio = (found.factors * gains)[rest]
    assert ratio / ratio.mean() == pytest.approx(1.0, abs=0.03)
    none = calibrate(np.full((5, 10), np.nan))
    assert none.pixels == 0 and none.empty.all() and np.all(none.factors == 1)


def test_dispersion_is_that_of_numpy():
    values, _ = images(times=12)
    rng = np.random.default_rng(1)
    values[rng.random(values.shape) < 0.3] = np.nan
    factors = gains_of(12)
    amplitude = np.abs(values) * factors[:, np.newaxis, np.newaxis]
    mean, std, ratio = dispersion(values, factors)
    enough = np.isfinite(amplitude).sum(axis=0) >= 6
    assert 0.5 < enough.mean() < 1
    with np.errstate(invalid="ignore"):
        expected = np.nanmean(amplitude, axis=0), np.nanstd(amplitude, axis=0, ddof=1)
    for found, plain in zip((mean, std, ratio), (*expected, expected[1] / expected[0])):
        assert np.all(np.isnan(found) == ~enough)
        np.testing.assert_allclose(found[enough], plain[enough], rtol=2e-6)
    again = dispersion(np.abs(values), factors)
    np.testing.assert_allclose(again[2], ratio, rtol=1e-5)
    np.testing.assert_allclose(
        calibrated_amplitude(values, factors), amplitude.astype(np.float32), rtol=1e-5
    )


def test_dispersion_is_exact_for_large_steady_values():
    amplitude = np.float32(1e4) + np.arange(10, dtype=np.float32).reshape(10, 1, 1)
    _, std, _ = dispersion(amplitude)
    assert std[0, 0] == pytest.approx(np.std(np.arange(10), ddof=1), rel=1e-6)


def test_calibration_makes_points_steady_again():
    values, steady = images(gains=gains_of(30), points=400)
    raw = dispersion(values)[2]
    factors = calibrate(np.abs(values).reshape(30, -1)).factors
    ratio = dispersion(values, factors)[2]
    assert np.median(raw[steady]) > 0.3
    assert np.median(ratio[steady]) == pytest.approx(0.1, abs=0.01)
    assert np.median(ratio[~steady]) == pytest.approx(0.52, abs=0.02)


def test_scale_and_order_of_images_change_nothing():
    values, _ = images(times=10)
    order = np.random.default_rng(0).permutation(10)
    ratio = dispersion(values)[2]
    np.testing.assert_allclose(dispersion(values[order] * 100)[2], ratio, rtol=1e-5)


def test_share_of_clutter_that_passes_by_chance():
    for dates in (10, 25):
        values, _ = images(times=dates, rows=150, cols=200, points=0, seed=3)
        ratio = dispersion(values)[2]
        shares = clutter_share(dates, (0.4, 0.25))
        assert shares[0] == pytest.approx(np.mean(ratio < 0.4), rel=0.1)
        assert shares[1] < shares[0]
    assert clutter_share(10, (0.4,))[0] > 0.1 > 0.06 > clutter_share(25, (0.4,))[0]
    assert np.array_equal(clutter_share(10, (0.4,), 7), clutter_share(10, (0.4,), 7))
    one, both = (clutter_share(12, (0.4,), polarisations=n)[0] for n in (1, 2))
    assert both == pytest.approx(1 - (1 - one) ** 2, rel=0.05)


def test_only_peaks_are_kept():
    mean = np.ones((7, 9))
    mean[3, 3:6] = 4, 9, 5  # a point and its side lobes
    mean[0, 8], mean[6, 0] = 3, np.nan
    candidates = mean != 1
    kept = peaks(mean, candidates, 1)
    assert [tuple(place) for place in np.argwhere(kept)] == [(0, 8), (3, 4)]
    assert peaks(mean, candidates, 0) is candidates


def test_decibel():
    assert decibel([1.0, 10.0]).tolist() == [0.0, 20.0]
    assert np.isnan(decibel([0.0, np.nan])).all()

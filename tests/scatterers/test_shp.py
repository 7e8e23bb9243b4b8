# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Neighbour tests against SciPy, their rates of false alarms and power, and their invariances."""

import functools
import math

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.scatterers.shp import (
    ShpOptions,
    brothers,
    find_brothers,
    half_window,
)
from groundshift.algorithms.scatterers.shp_limits import (
    RAYLEIGH_VARIATION,
    TESTS,
    ks_rates,
    limit_table,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage, stats

HALF = (2, 3)


def speckle(times=15, rows=10, cols=12, seed=0, half=HALF, contrast=1.5):
    """Amplitudes of two kinds of ground side by side, with a margin of no data."""
    rng = np.random.default_rng(seed)
    scale = np.where(np.arange(cols) < cols // 2, 1.0, contrast)
    values = rng.rayleigh(np.broadcast_to(scale, (times, rows, cols)))
    return pad(values.astype(np.float32), half)


def pad(values, half=HALF):
    return np.pad(values, ((0, 0), *((h, h) for h in half)), constant_values=np.nan)


# Plain versions, one pair at a time


def plain_t(a, b, alpha):
    return stats.ttest_ind(a, b).pvalue >= alpha


def plain_glrt(a, b, alpha):
    """The likelihood ratio itself, by a limit found from the law of its ratio of powers."""

    def statistic(p, q):
        pooled = (len(a) * p + len(b) * q) / (len(a) + len(b))
        both = (len(a) + len(b)) * np.log(pooled)
        return 2 * (both - len(a) * np.log(p) - len(b) * np.log(q))

    assert len(a) == len(b)
    limit = statistic(stats.f.ppf(1 - alpha / 2, 2 * len(a), 2 * len(b)), 1.0)
    return statistic(np.mean(a**2) / 2, np.mean(b**2) / 2) <= limit


@functools.lru_cache
def walked_rates(n):
    """Chance that D of two series of n values is k/n or more: by counting ways to merge them."""
    rates = []
    for k in range(1, n + 1):
        ways = {0: 1}  # by how many more values of the one series than of the other
        for _ in range(2 * n):
            following = {}
            for lead, count in ways.items():
                for step in (-1, 1):
                    if abs(lead + step) < k:
                        following[lead + step] = following.get(lead + step, 0) + count
            ways = following
        rates.append(1 - ways.get(0, 0) / math.comb(2 * n, n))
    return rates


def plain_ks(a, b, alpha):
    distance = stats.ks_2samp(a, b).statistic
    if len(a) == len(b):
        steps = 1 + np.argmin(np.abs(np.array(walked_rates(len(a))) - alpha))
        return distance < (steps - 0.5) / len(a)
    root = np.sqrt(len(a) * len(b) / (len(a) + len(b)))
    return stats.kstwobign.sf((root + 0.12 + 0.11 / root) * distance) >= alpha


def plain_ad(a, b, alpha):
    with np.testing.suppress_warnings() as quiet:
        quiet.filter(UserWarning)
        found = stats.anderson_ksamp([a, b], midrank=False)
    level = list(np.array([0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001])).index(alpha)
    return found.statistic <= found.critical_values[level]


PLAIN = {"t": plain_t, "glrt": plain_glrt, "ks": plain_ks, "ad": plain_ad}


def plain_brothers(amplitude, half, test, alpha, least, strides=(1, 1)):
    """All brothers, not only the connected ones, by the plain tests."""
    (down, across), (half_y, half_x) = strides, half
    rows = (amplitude.shape[1] - 2 * half_y) // down
    cols = (amplitude.shape[2] - 2 * half_x) // across
    found = np.zeros((rows, cols, 2 * half_y + 1, 2 * half_x + 1), bool)
    for i, j, y, x in np.ndindex(found.shape):
        row, col = half_y + i * down + down // 2, half_x + j * across + across // 2
        centre = amplitude[:, row, col]
        other = amplitude[:, row + y - half_y, col + x - half_x]
        centre, other = centre[np.isfinite(centre)], other[np.isfinite(other)]
        if len(centre) < least or len(other) < least:
            continue
        same = (y, x) == (half_y, half_x)
        found[i, j, y, x] = same or PLAIN[test](centre, other, alpha)
    return found


@pytest.mark.parametrize("test", PLAIN)
@pytest.mark.parametrize("strides", [(1, 1), (3, 2)])
def test_tests_agree_with_scipy(test, strides):
    amplitude = speckle(rows=6, cols=6)
    amplitude[:, 4, 5] = np.nan
    expected = plain_brothers(amplitude, HALF, test, 0.05, 8, strides)
    assert 0.3 < expected.mean() < 0.7
    found = brothers(amplitude, HALF, test, 0.05, strides, connected=False)
    assert np.array_equal(found, expected)


@pytest.mark.parametrize("test", ["t", "ks", "ad"])
def test_gaps_leave_tests_of_unequal_numbers(test):
    amplitude = speckle(rows=5, cols=6)
    rng = np.random.default_rng(1)
    amplitude[rng.random(amplitude.shape) < 0.25] = np.nan
    expected = plain_brothers(amplitude, HALF, test, 0.05, 8)
    found = brothers(amplitude, HALF, test, connected=False)
    assert np.array_equal(found, expected)


def test_the_interval_test_is_its_two_passes():
    amplitude = speckle(times=20, rows=6, cols=8)
    found = brothers(amplitude, HALF, "ci", connected=False)
    mean = amplitude.mean(axis=0).astype(float)
    width = stats.norm.ppf(0.975) * RAYLEIGH_VARIATION / np.sqrt(20)
    for i, j in np.ndindex(found.shape[:2]):
        window = mean[i : i + 5, j : j + 7]
        centre = window[HALF]
        first = np.abs(window - centre) <= width * np.sqrt(2) * (window + centre) / 2
        expected = np.zeros_like(first)
        for y, x in np.ndindex(first.shape):
            others = first.copy()
            others[y, x] = False
            value = window[others].mean()
            reach = width * value * np.sqrt(1 + 1 / others.sum())
            expected[y, x] = abs(window[y, x] - value) <= reach
        expected[HALF] = True
        assert np.array_equal(found[i, j], expected)


@pytest.mark.parametrize("test", ["t", "glrt", "ci"])
@pytest.mark.parametrize("strides", [(1, 1), (3, 2)])
def test_a_gap_elsewhere_changes_nothing(test, strides):
    """Scenes without gaps are worked through by lines, others pixel by pixel."""
    amplitude = speckle(times=20, rows=12, cols=16)
    gappy = amplitude.copy()
    gappy[0, HALF[0], HALF[1]] = np.nan
    whole = brothers(amplitude, HALF, test, strides=strides)
    other = brothers(gappy, HALF, test, strides=strides)
    apart = np.s_[-(-3 // strides[0]) :], np.s_[-(-4 // strides[1]) :]
    for place in apart:  # rows below the gap's reach, then columns beside it
        rows, cols = (place, np.s_[:]) if place is apart[0] else (np.s_[:], place)
        assert np.array_equal(whole[rows, cols], other[rows, cols])
    assert 0.3 < whole.mean() < 0.95


def test_the_exact_law_of_the_largest_distance():
    for n in (1, 2, 7, 20):
        assert ks_rates(n) == pytest.approx(walked_rates(n), abs=1e-12)
    exact = stats.ks_2samp(np.arange(20), np.arange(20) + 8.5, method="exact").pvalue
    assert ks_rates(20)[8] == pytest.approx(exact)


# Rates

# The nearest that the steps of the largest distance allow.
NEAREST = {10: 0.0524, 20: 0.0335, 50: 0.0392, 100: 0.0541}


@pytest.mark.parametrize("test", TESTS)
@pytest.mark.parametrize("times", [10, 20, 50])
def test_false_alarms_are_as_rare_as_said(test, times):
    rng = np.random.default_rng(times)
    amplitude = rng.rayleigh(size=(times, 130, 130)).astype(np.float32)
    found = brothers(amplitude, (5, 5), test, connected=False)
    refused = 1 - (found.sum() - 120**2) / (120**2 * (11**2 - 1))
    nominal = NEAREST[times] if test == "ks" else 0.05
    # Interval and distance have limits that hold for many images.
    off = {"ci": 0.008, "ad": 0.005}.get(test, 0.003)
    assert refused == pytest.approx(nominal, abs=off)


@pytest.mark.parametrize("alpha", [0.01, 0.1])
@pytest.mark.parametrize("test", ["t", "ad", "glrt", "ci"])
def test_other_rates_hold(test, alpha):
    rng = np.random.default_rng(3)
    amplitude = rng.rayleigh(size=(25, 90, 90)).astype(np.float32)
    found = brothers(amplitude, (5, 5), test, alpha, connected=False)
    refused = 1 - (found.sum() - 80**2) / (80**2 * (11**2 - 1))
    assert refused == pytest.approx(alpha, rel=0.12)


# Share of foreign pixels that are refused at twice the amplitude, at least.
POWER = {"t": 0.97, "ks": 0.9, "ad": 0.96, "glrt": 0.99, "ci": 0.97}


@pytest.mark.parametrize("test", TESTS)
def test_other_ground_is_refused(test):
    amplitude = speckle(times=20, rows=40, cols=80, contrast=2.0, half=(5, 5))
    found = brothers(amplitude, (5, 5), test)
    across = found[:, 35:40]  # left of the border; of the window 1 to 5 columns lie beyond
    foreign = [across[:, k, :, 10 - k :] for k in range(5)]
    assert 1 - np.mean(np.concatenate([f.ravel() for f in foreign])) > POWER[test]


# Connection and borders


@pytest.mark.parametrize("test", TESTS)
def test_only_what_hangs_together_is_kept(test):
    amplitude = speckle(times=12, rows=30, cols=30, half=(4, 6), contrast=1.3)
    amplitude[:, 12, 9] = np.nan
    loose = brothers(amplitude, (4, 6), test, 0.2, connected=False)
    kept = brothers(amplitude, (4, 6), test, 0.2)
    assert kept.sum() < loose.sum()
    for i, j in np.ndindex(loose.shape[:2]):
        labels, _ = ndimage.label(loose[i, j], np.ones((3, 3)))
        same = labels == labels[4, 6] if loose[i, j, 4, 6] else np.zeros((9, 13), bool)
        assert np.array_equal(kept[i, j], same)


def test_a_winding_path_is_followed():
    """Mean powers drawn so that brothers form a spiral."""
    path = np.array([
        [1, 1, 1, 1, 1, 1, 1],
        [0, 0, 0, 0, 0, 0, 1],
        [1, 1, 1, 1, 1, 0, 1],
        [1, 0, 0, 1, 0, 0, 1],
        [1, 0, 0, 0, 0, 0, 1],
        [1, 0, 0, 0, 0, 0, 1],
        [0, 1, 1, 1, 1, 1, 0],
    ], bool)  # fmt: skip
    lonely = path.copy()
    lonely[2, 2:5] = False
    rng = np.random.default_rng(0)
    series = rng.rayleigh(size=(30, 1, 1))
    for shape in (path, lonely):
        amplitude = np.where(shape, series, 10 * series).astype(np.float32)
        found = brothers(amplitude, (3, 3), "glrt")[0, 0]
        labels, _ = ndimage.label(shape, np.ones((3, 3)))
        assert np.array_equal(found, labels == labels[3, 3])
    assert found.sum() == 1


@pytest.mark.parametrize("test", TESTS)
def test_no_data_is_nobodys_brother(test):
    amplitude = speckle(rows=8, cols=8)
    amplitude[:8, 5, 6] = np.nan  # 7 of 15 dates are left: too few
    amplitude[:4, 6, 7] = np.inf  # 11 are left
    found = brothers(amplitude, HALF, test, connected=False)
    assert not found[3, 3].any()
    assert not found[3, 4, 2, 2] and not found[4, 3, 1, 3]
    assert found[4, 4, 2, 3]
    assert found[0, 0, :2].sum() == found[0, 0, :, :3].sum() == 0  # beyond the border


# Invariances


def padded_blocks(amplitude, half, size):
    rows, cols = (n - 2 * h for n, h in zip(amplitude.shape[1:], half))
    for row in range(0, rows, size):
        for col in range(0, cols, size):
            height, width = min(size, rows - row), min(size, cols - col)
            yield (
                np.s_[row : row + height, col : col + width],
                amplitude[:, row : row + height + 2 * half[0], col : col + width + 2 * half[1]],
            )


@pytest.mark.parametrize("test", TESTS)
@pytest.mark.parametrize("gaps", [False, True])
def test_blocks_dates_and_brightness_change_nothing(test, gaps):
    amplitude = speckle(rows=20, cols=21)
    rng = np.random.default_rng(2)
    if gaps:
        amplitude[rng.random(amplitude.shape) < 0.1] = np.nan
    whole = brothers(amplitude, HALF, test)
    for place, block in padded_blocks(amplitude, HALF, 8):
        assert np.array_equal(whole[place], brothers(block.copy(), HALF, test))
    order = rng.permutation(len(amplitude))
    assert np.array_equal(whole, brothers(amplitude[order], HALF, test))
    assert np.array_equal(whole, brothers(amplitude * np.float32(1024.0), HALF, test))


@pytest.mark.parametrize("test", TESTS)
def test_strides_pick_from_the_full_result(test):
    amplitude = speckle(rows=18, cols=21)
    full = brothers(amplitude, HALF, test)
    strided = brothers(amplitude, HALF, test, strides=(3, 4))  # the last column fills no cell
    assert np.array_equal(strided, full[1::3, 2::4][:, :5])


@pytest.mark.parametrize("test", ["t", "ks", "ad", "glrt"])
def test_brotherhood_is_mutual(test):
    amplitude = speckle(rows=12, cols=12)
    found = brothers(amplitude, HALF, test, connected=False)
    for i, j, y, x in zip(*np.nonzero(found)):
        k, m = i + y - HALF[0], j + x - HALF[1]
        assert found[k, m, 2 * HALF[0] - y, 2 * HALF[1] - x]


@settings(max_examples=15, deadline=None)
@given(
    times=st.integers(5, 40), half=st.tuples(st.integers(0, 5), st.integers(0, 5)),
    strides=st.tuples(st.integers(1, 4), st.integers(1, 4)), test=st.sampled_from(TESTS),
    share=st.sampled_from([0.0, 0.2]), seed=st.integers(0, 99),
)  # fmt: skip
def test_counts_fit_the_brothers(times, half, strides, test, share, seed):
    rng = np.random.default_rng(seed)
    shape = (times, 3 * strides[0], 4 * strides[1])
    amplitude = pad(rng.rayleigh(size=shape).astype(np.float32), half)
    amplitude[rng.random(amplitude.shape) < share] = np.nan
    options = ShpOptions(test, half, strides=strides)
    found = find_brothers(amplitude, options)
    number, part, power = found.describe()
    flags = found.as_bool()
    valid = flags[:, :, half[0], half[1]]
    assert np.array_equal(number, np.where(valid, flags.sum(axis=(2, 3)) - 1, -1))
    assert np.all(np.isfinite(power) == valid)
    good = np.isfinite(part)
    assert np.all((part[good] >= 0) & (part[good] <= 1)) and not np.any(good & ~valid)


def test_power_is_the_mean_over_brothers():
    amplitude = speckle(rows=6, cols=6, times=12)
    found = find_brothers(amplitude, ShpOptions("glrt", HALF))
    flags, (_, share, power) = found.as_bool(), found.describe()
    window = amplitude[:, 2:7, 3:10]
    assert power[2, 3] == pytest.approx(np.mean(window[:, flags[2, 3]] ** 2), rel=1e-5)
    others = np.isfinite(window[0]).sum() - 1
    assert share[2, 3] == pytest.approx((flags[2, 3].sum() - 1) / others)


# Refusals


def test_what_cannot_be_tested_is_refused():
    with pytest.raises(GroundshiftError, match="5 to 2000 images"):
        brothers(np.ones((4, 20, 20), np.float32))
    with pytest.raises(GroundshiftError, match="no neighbour test 'x'; choose one of t, ks"):
        ShpOptions("x")
    with pytest.raises(GroundshiftError, match="at most 61 x 61"):
        ShpOptions(half_window=(31, 3))
    with pytest.raises(GroundshiftError, match="give 0.001 to 0.25"):
        ShpOptions(alpha=0.5)
    with pytest.raises(GroundshiftError, match="1 or more"):
        ShpOptions(strides=(0, 1))
    with pytest.raises(GroundshiftError, match="odd"):
        half_window((15, 14))
    with pytest.raises(ValueError, match="read-only"):
        limit_table("t", 0.05, 10)[0, 0] = 1
    assert half_window((15, 1)) == (7, 0)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Noise indices and quality: against plain NumPy, and what the classes mean by simulation."""

import numpy as np
import pytest
from groundshift.algorithms.areas.groups import Groups
from groundshift.algorithms.areas.quality import outliers, quality, series_noise
from groundshift.algorithms.areas.statistics import describe


def plain_noise(series):
    """One area, word by word of the module's text."""
    roughness = [
        (np.diff(row[np.isfinite(row)]) ** 2).sum() / (2 * np.nansum((row - np.nanmean(row)) ** 2))
        for row in series
    ]
    unit = [
        np.nan_to_num((row - np.nanmean(row)) / np.sqrt(np.nansum((row - np.nanmean(row)) ** 2)))
        for row in series
    ]
    likeness = [
        np.mean([unit[i] @ unit[j] for j in range(len(unit)) if j != i]) for i in range(len(unit))
    ]
    return np.nanmean(series, axis=0), np.array(roughness), np.array(likeness)


def test_kernel_against_numpy():
    rng = np.random.default_rng(0)
    sizes = [3, 7, 5]
    series = rng.normal(0, 1, (sum(sizes), 30)).cumsum(axis=1).astype(np.float32)
    series[rng.random(series.shape) < 0.1] = np.nan
    starts = np.concatenate([[0], np.cumsum(sizes)])
    found = series_noise(series, starts)
    for area, (first, last) in enumerate(zip(starts, starts[1:])):
        mean, roughness, likeness = plain_noise(series[first:last].astype(float))
        np.testing.assert_allclose(found.mean[area], mean, rtol=1e-6)
        np.testing.assert_allclose(found.roughness[first:last], roughness, rtol=1e-5)
        np.testing.assert_allclose(found.likeness[first:last], likeness, rtol=1e-5, atol=1e-6)


def test_series_too_short_or_still_are_unknown():
    series = np.full((4, 10), np.nan, np.float32)
    series[0] = np.arange(10)
    series[1] = 5.0
    series[2, :4] = 1, 2, 3, 4
    found = series_noise(series, np.array([0, 4]))
    assert np.isfinite(found.roughness).tolist() == [True, False, False, False]
    assert np.isnan(found.likeness).all()  # nothing to compare with
    assert np.isnan(found.mean[0, 5:]).sum() == 0


def test_statistics_by_group():
    rng = np.random.default_rng(1)
    labels = rng.integers(-1, 6, 500)
    labels[:6] = np.arange(6)
    values = rng.normal(0, 1, 500)
    values[rng.random(500) < 0.1] = np.nan
    groups = Groups(labels)
    mine = values[groups.members]
    for k in range(6):
        here = values[labels == k]
        for ours, theirs in (
            (groups.mean, np.nanmean), (groups.std, np.nanstd), (groups.median, np.nanmedian),
            (groups.lowest, np.nanmin), (groups.highest, np.nanmax),
        ):  # fmt: skip
            assert ours(mine)[k] == pytest.approx(theirs(here), rel=1e-12)


def test_groups_without_values_and_no_groups():
    groups = Groups(np.array([0, 0, 1]))
    assert np.isnan(groups.median(np.array([np.nan, np.nan, 3.0]))).tolist() == [True, False]
    none = Groups(np.array([-1, -1]))
    assert len(none) == 0 and none.median(np.zeros(0)).shape == none.lowest(np.zeros(0)).shape


def areas(share, kind, count=300, points=5, dates=40, seed=0):
    """Areas of linear motion, with noise that has a share of the variance."""
    rng = np.random.default_rng(seed)
    time = np.linspace(0, 3, dates)
    signal = (time - time.mean()) / time.std()
    shape = (count, 1 if kind == "common" else points, dates)
    noise = rng.normal(0, 1, shape)
    if kind == "drift":
        noise = noise.cumsum(axis=2)
        noise -= noise.mean(axis=2, keepdims=True)
        noise /= noise.std(axis=2, keepdims=True)
    noise = np.broadcast_to(noise * np.sqrt(share / (1 - share)), (count, points, dates))
    series = (signal + noise).reshape(-1, dates)
    rates = np.polyfit(time, series.T, 1)[0]
    labels = np.repeat(np.arange(count), points)
    numbers = describe(labels, count, rates, np.full(len(rates), np.nan), lambda k: series[k])
    wrong = numbers.series - numbers.series.mean(axis=1, keepdims=True) - signal
    return numbers, np.sqrt((wrong**2).mean(axis=1)) / np.ptp(signal)


@pytest.mark.parametrize("share", [0.1, 0.2, 0.35, 0.5, 0.8])
def test_indices_are_shares_of_variance(share):
    numbers, _ = areas(share, "white")
    assert np.median(numbers.temporal) == pytest.approx(share, abs=0.03)
    assert np.median(numbers.spatial) == pytest.approx(share, abs=0.03)
    few, _ = areas(share, "white", points=3)
    assert np.median(few.spatial) == pytest.approx(share, abs=0.05)


def test_they_differ_where_noise_is_not_white():
    drift, _ = areas(0.5, "drift")
    assert np.median(drift.temporal) < 0.15 and np.median(drift.spatial) > 0.4
    common, _ = areas(0.5, "common")
    assert np.median(common.temporal) > 0.4 and np.median(common.spatial) < 1e-6


@pytest.mark.parametrize(
    ("kind", "errors", "sure"), [("white", (8, 15, 31), 0.93), ("common", (17, 34, 70), 0.62)]
)
def test_what_the_classes_mean(kind, errors, sure):
    """The numbers of the module's text, at the ends of the classes."""
    for share, percent in zip((0.2, 0.5, 0.8), errors):
        _, error = areas(share, kind)
        assert 100 * np.percentile(error, 95) == pytest.approx(percent, rel=0.12)
    for share, expected in ((0.1, 1), (0.35, 2), (0.65, 3), (0.93, 4)):
        numbers, _ = areas(share, kind)
        assert (numbers.quality == expected).mean() > sure


def chance(dates, kind="white", points=5, seed=2):
    """Areas of points that noise alone put above two sigma, all in one direction."""
    rng = np.random.default_rng(seed)
    time = np.linspace(0, 3, dates)
    noise = rng.normal(0, 1, (100_000, dates)).astype(np.float32)
    if kind == "drift":
        noise = noise.cumsum(axis=1)
    rates = np.polyfit(time, noise.T.astype(float), 1)[0]
    chosen = np.flatnonzero(np.abs(rates) > 2 * rates.std())
    if kind == "white":
        chosen = chosen[rates[chosen] > 0]
    count = len(chosen) // points
    chosen = chosen[: count * points]
    numbers = describe(
        np.repeat(np.arange(count), points), count, rates[chosen], np.full(len(chosen), np.nan),
        lambda k: noise[chosen][k],
    )  # fmt: skip
    return np.bincount(numbers.quality, minlength=5)[1:] / count


def test_chance_makes_no_good_areas():
    one, two, three, four = chance(40)
    assert one == two == 0 and three < 0.05 and four > 0.95
    one, two, three, _ = chance(15)
    assert one == 0 and two < 0.01 and 0.6 < three < 0.85
    one, two, _, four = chance(40, "drift")
    assert one + two < 0.09 and 0.55 < four < 0.75


def test_quality_without_series():
    rng = np.random.default_rng(3)
    labels = np.repeat(np.arange(3), 20)
    rates = np.concatenate([
        rng.normal(-0.05, 0.002, 20), rng.normal(-0.01, 0.006, 20), rng.normal(0, 0.02, 20)
    ])  # fmt: skip
    numbers = describe(labels, 3, rates, np.full(60, 0.002))
    assert list(numbers.quality) == [2, 2, 4]
    assert np.isnan(numbers.accumulated).all() and numbers.series.shape == (3, 0)
    assert list(quality([np.nan, np.nan], [0.1, np.nan], False)) == [2, 4]


def test_outliers():
    groups = Groups(np.zeros(9, int))
    rates = np.array([1.0, 1.1, 0.9, 1.0, 1.05, 0.95, 1.0, 1.02, 5.0])
    assert outliers(rates, groups).nonzero()[0].tolist() == [8]
    likeness = np.full(9, 0.5)
    likeness[3] = -0.2
    assert outliers(rates, groups, likeness).nonzero()[0].tolist() == [3, 8]
    assert not outliers(np.ones(9), groups).any()


def test_accumulated_is_last_minus_first():
    series = np.array([[np.nan, 1.0, 2.0, 4.0, 5.0, np.nan]] * 4)
    numbers = describe(np.zeros(4, int), 1, np.ones(4), np.ones(4), lambda k: series[k])
    assert numbers.accumulated[0] == pytest.approx(4.0)

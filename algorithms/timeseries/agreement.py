# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How well two sets of paired rates agree: statistics with their confidence, and classes.

The statistics are those of ValInSAR (Navarro-Hernandez et al. 2022, IEEE JSTARS 15, 3650-3671,
doi:10.1109/JSTARS.2022.3171517): the RMSE, also as a share of the range and of the mean of the
ground data, and the squared Pearson correlation, which together make an overall class. The limits
of the classes here are ours; see :data:`OVERALL_LIMITS`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

CONFIDENCE = 0.95
FEWEST_FOR_REGRESSION = 3
MOST_GROUPS = 200  # of the jackknife
POINT_LIMITS = (2.0e-3, 5.0e-3, 10.0e-3)
"""Largest sizes of a difference in classes A, B and C, metres a year; beyond is D.

2 mm/yr is the usual band of stable ground in InSAR inventories (Novellino et al.)."""
OVERALL_LIMITS = (("A", 0.10, 0.90), ("B", 0.20, 0.70), ("C", 0.30, 0.50))
"""Class, largest RMSE as a share of the ground data's range, least squared correlation; else D."""
FLAT_RANGE = 4.0
"""Ground data whose range is under so many errors hold no signal that could correlate."""


@dataclass(frozen=True)
class Line:
    """A regression line ``insar = slope * ground + intercept``; intercepts in metres a year.

    Each number comes with the ends of its 95 % confidence interval.
    """

    slope: float
    slope_low: float
    slope_high: float
    intercept: float
    intercept_low: float
    intercept_high: float


@dataclass(frozen=True)
class Agreement:
    """Agreement of paired rates; NaN where there are too few pairs or unknown errors.

    Parameters
    ----------
    pairs : int
    bias, bias_low, bias_high : float
        Mean of InSAR minus ground with its 95 % interval, metres a year.
    rmse, rmse_unbiased, mean_absolute : float
        Root mean square of the differences, the same after taking out their mean, and the mean of
        their sizes; metres a year.
    correlation, correlation_low, correlation_high : float
        Pearson's, with its 95 % interval (Fisher's z).
    nrmse_range, nrmse_mean : float
        RMSE over the range, over the size of the mean of the ground data.
    least_squares, deming : Line or None
        Ordinary least squares (errors in InSAR alone) and Deming's (errors in both).
    error_ratio : float
        Variance of InSAR's errors over that of the ground's, as Deming's line took it; 1 makes it
        the orthogonal regression.
    normalised_bias, normalised_rms : float
        Mean and root mean square of difference over combined standard deviation; honest standard
        deviations give 0 and 1.
    rms_low, rms_high : float
        Where 95 % of the root mean squares lie if the standard deviations are honest.
    within_two_sigma : float
        Share of the pairs.
    overall : str
        Class A to D, or '' with fewer than three pairs.
    same_stability : float
        Share of the pairs of which both rates, or neither, exceed the third of the limits.
    """

    pairs: int
    bias: float
    bias_low: float
    bias_high: float
    rmse: float
    rmse_unbiased: float
    mean_absolute: float
    correlation: float
    correlation_low: float
    correlation_high: float
    nrmse_range: float
    nrmse_mean: float
    least_squares: Line | None
    deming: Line | None
    error_ratio: float
    normalised_bias: float
    normalised_rms: float
    rms_low: float
    rms_high: float
    within_two_sigma: float
    overall: str
    same_stability: float

    @property
    def t(self) -> float:
        """Student's t of the paired differences: bias over its standard deviation."""
        if self.pairs < 2 or not self.rmse_unbiased > 0:
            return np.nan
        return self.bias * (self.pairs - 1) ** 0.5 / self.rmse_unbiased

    @property
    def p(self) -> float:
        """Two-sided p-value of :attr:`t`."""
        from scipy import stats

        return float(2 * stats.t.sf(abs(self.t), max(self.pairs - 1, 1)))

    @property
    def r_squared(self) -> float:
        """Squared correlation."""
        return self.correlation**2

    @property
    def honesty(self) -> str:
        """A sentence on the standard deviations; '' where nothing can be said."""
        if not np.isfinite(self.normalised_rms):
            return ""
        if self.normalised_rms > self.rms_high:
            return "the standard deviations are too small for the differences"
        if self.normalised_rms < self.rms_low:
            return "the standard deviations are larger than the differences ask for"
        return "the standard deviations agree with the differences"


def combined_std(first, second) -> np.ndarray:
    """Standard deviation of a difference; an unknown part counts as 0, two unknown ones as NaN."""
    first, second = np.asarray(first, float), np.asarray(second, float)
    both = np.sqrt(np.nan_to_num(first) ** 2 + np.nan_to_num(second) ** 2)
    return np.where(np.isfinite(first) | np.isfinite(second), both, np.nan)


def point_class(difference, limits=POINT_LIMITS) -> np.ndarray:
    """Class A to D of each difference by its size; '' where it is NaN.

    Parameters
    ----------
    difference : ndarray
        Metres a year.
    limits : sequence of 3 float
        Largest sizes in A, B and C.
    """
    difference = np.asarray(difference, float)
    letters = np.array(["A", "B", "C", "D"], dtype=object)
    place = np.searchsorted(np.asarray(limits, float), np.abs(difference), side="left")
    return np.where(np.isfinite(difference), letters[np.minimum(place, 3)], "")


def overall_class(rmse, spread, correlation, error, limits=POINT_LIMITS) -> str:
    """Class of a set of pairs from normalised RMSE and squared correlation.

    Where the ground data's range is within :data:`FLAT_RANGE` of the errors (or of the size of
    class A, where those are unknown) there is no motion to correlate with, and the RMSE is held
    against the limits of single differences.

    Parameters
    ----------
    rmse, spread : float
        RMSE and range of the ground data, metres a year.
    correlation : float
        NaN where it cannot be had.
    error : float
        Typical standard deviation of a difference, NaN where unknown.
    limits : sequence of 3 float
    """
    least = error if np.isfinite(error) and error > 0 else limits[0]
    if not np.isfinite(correlation) or spread < FLAT_RANGE * least:
        return str(point_class(np.array([rmse]), limits)[0])
    return _by_share(rmse / spread, correlation)


def series_class(rmse: float, spread: float, correlation: float) -> str:
    """Class of two series at one point, by the limits of :data:`OVERALL_LIMITS`; '' if unknown."""
    if not np.isfinite([rmse, spread, correlation]).all() or spread <= 0:
        return ""
    return _by_share(rmse / spread, correlation)


def _by_share(share: float, correlation: float) -> str:
    """Class from the RMSE's share of the range and the correlation."""
    for letter, most_rmse, least_r in OVERALL_LIMITS:
        if share <= most_rmse and correlation > 0 and correlation**2 >= least_r:
            return letter
    return "D"


def agreement(
    insar, ground, insar_std=None, ground_std=None, sigma=None, *, estimated: int = 0,
    limits=POINT_LIMITS,
) -> Agreement:  # fmt: skip
    """Compare paired rates.

    Parameters
    ----------
    insar, ground : ndarray, shape (pair,)
        Finite, metres a year along the same direction.
    insar_std, ground_std : ndarray, shape (pair,), optional
        NaN where unknown.
    sigma : ndarray, shape (pair,), optional
        Standard deviation of the differences, where it is not that of independent errors.
    estimated : int
        1 where an offset between the two was taken from these pairs before: it costs a degree of
        freedom.
    limits : sequence of 3 float
        See :func:`point_class`.

    Notes
    -----
    With fewer than three pairs there is no correlation and no line, but a bias.
    """
    from scipy import stats

    insar, ground = np.asarray(insar, float), np.asarray(ground, float)
    difference = insar - ground
    count = len(difference)
    unknown = np.full(count, np.nan)
    insar_std = unknown if insar_std is None else np.asarray(insar_std, float)
    ground_std = unknown if ground_std is None else np.asarray(ground_std, float)
    bias = float(difference.mean())
    rmse = float(np.sqrt((difference**2).mean()))
    half = np.nan
    if count > 1:
        half = stats.t.ppf(0.5 + CONFIDENCE / 2, count - 1) * difference.std(ddof=1) / count**0.5
    spread, level = float(np.ptp(ground)), float(abs(ground.mean()))
    correlation, ends = _correlation(insar, ground)
    nrmse_range = rmse / spread if spread > 0 else np.nan
    ratio = _error_ratio(insar_std, ground_std)
    lines = (None, None)
    if count >= FEWEST_FOR_REGRESSION and spread > 0:
        lines = least_squares_line(ground, insar), deming_line(ground, insar, ratio)
    sigma = combined_std(insar_std, ground_std) if sigma is None else np.asarray(sigma, float)
    normalised = _normalised(difference, sigma, estimated)
    overall = ""
    if count >= FEWEST_FOR_REGRESSION:
        known = sigma[np.isfinite(sigma)]
        typical = float(np.median(known)) if known.size else np.nan
        overall = overall_class(rmse, spread, correlation, typical, limits)
    return Agreement(
        count, bias, bias - half, bias + half, rmse,
        float(difference.std()), float(np.abs(difference).mean()), correlation, *ends,
        nrmse_range, rmse / level if level > 0 else np.nan, *lines, ratio, *normalised, overall,
        float(np.mean((np.abs(insar) > limits[2]) == (np.abs(ground) > limits[2]))),
    )  # fmt: skip


def _correlation(first, second):
    """Pearson's correlation and the ends of its interval."""
    from scipy import stats

    count = len(first)
    if count < FEWEST_FOR_REGRESSION or first.std() == 0 or second.std() == 0:
        return np.nan, (np.nan, np.nan)
    value = float(np.clip(np.corrcoef(first, second)[0, 1], -1.0, 1.0))
    if count < 4 or abs(value) == 1:
        return value, (np.nan, np.nan)
    half = stats.norm.ppf(0.5 + CONFIDENCE / 2) / np.sqrt(count - 3)
    middle = np.arctanh(value)
    return value, (float(np.tanh(middle - half)), float(np.tanh(middle + half)))


def _error_ratio(insar_std, ground_std) -> float:
    """Ratio of the error variances, 1 where either is unknown or zero."""
    first = np.median(insar_std[np.isfinite(insar_std)] ** 2) if np.isfinite(insar_std).any() else 0
    second = (
        np.median(ground_std[np.isfinite(ground_std)] ** 2) if np.isfinite(ground_std).any() else 0
    )
    return float(first / second) if first > 0 and second > 0 else 1.0


def _normalised(difference, sigma, estimated):
    """Mean, RMS, the RMS's 95 % ends and the share within two, of the normalised differences."""
    from scipy import stats

    known = np.isfinite(sigma) & (sigma > 0)
    freedom = int(known.sum()) - estimated
    if freedom < 1:
        return (np.nan,) * 5
    ratio = difference[known] / sigma[known]
    rms = np.sqrt((ratio**2).sum() / freedom)
    low, high = np.sqrt(stats.chi2.ppf([0.5 - CONFIDENCE / 2, 0.5 + CONFIDENCE / 2], freedom))
    root = np.sqrt(freedom)
    return (
        float(ratio.mean()), float(rms), float(low / root), float(high / root),
        float((np.abs(ratio) <= 2).mean()),
    )  # fmt: skip


def least_squares_line(ground, insar) -> Line:
    """Ordinary least squares of InSAR on ground, intervals by Student's t.

    Parameters
    ----------
    ground, insar : ndarray, shape (pair,)
        At least three pairs, not all ground values alike.
    """
    from scipy import stats

    count, centre = len(ground), ground.mean()
    square = ((ground - centre) ** 2).sum()
    slope = ((ground - centre) * (insar - insar.mean())).sum() / square
    intercept = insar.mean() - slope * centre
    residual = insar - slope * ground - intercept
    variance = (residual**2).sum() / (count - 2)
    quantile = stats.t.ppf(0.5 + CONFIDENCE / 2, count - 2)
    half = quantile * np.sqrt(variance / square)
    half_intercept = quantile * np.sqrt(variance * (1 / count + centre**2 / square))
    return _line(slope, half, intercept, half_intercept)


def deming_line(ground, insar, error_ratio: float = 1.0) -> Line:
    """Deming's line, which allows for errors in both; intervals by the jackknife.

    Parameters
    ----------
    ground, insar : ndarray, shape (pair,)
    error_ratio : float
        Variance of InSAR's errors over that of the ground's.

    Notes
    -----
    Deming (1943); the jackknife after Linnet (1993, Clinical Chemistry 39, 424-432).
    """
    from scipy import stats

    slope, intercept = _deming(ground, insar, error_ratio)
    # One pair is left out at a time, or one group of many.
    groups = min(len(ground), MOST_GROUPS)
    group = np.arange(len(ground)) % groups
    parts = np.array([
        _deming(ground[group != k], insar[group != k], error_ratio) for k in range(groups)
    ])  # fmt: skip
    pseudo = groups * np.array([slope, intercept]) - (groups - 1) * parts
    error = np.sqrt(pseudo.var(axis=0, ddof=1) / groups)
    halves = stats.t.ppf(0.5 + CONFIDENCE / 2, groups - 2) * error
    return _line(slope, halves[0], intercept, halves[1])


def deming_slope(xx, yy, xy, ratio):
    """Slope of Deming's line from sums of squares and products about the means.

    Parameters
    ----------
    xx, yy, xy : float or ndarray
    ratio : float or ndarray
        Variance of the errors of y over that of those of x.

    Returns
    -------
    float or ndarray
        NaN where the products vanish and y varies more than x does.
    """
    part = yy - ratio * xx
    root = np.sqrt(part**2 + 4 * ratio * np.square(xy))
    with np.errstate(invalid="ignore", divide="ignore"):
        # Two forms of one root: each keeps its digits on its side.
        slope = np.where(part > 0, (part + root) / (2 * xy), 2 * ratio * xy / (root - part))
    return np.where((xy != 0) | (part > 0), np.where(xy != 0, slope, np.nan), 0.0)


def _deming(x, y, ratio):
    xx, yy, xy = x.var(), y.var(), ((x - x.mean()) * (y - y.mean())).mean()
    slope = float(deming_slope(xx, yy, xy, ratio))
    return slope, y.mean() - slope * x.mean()


def _line(slope, half, intercept, half_intercept) -> Line:
    values = (
        slope, slope - half, slope + half, intercept, intercept - half_intercept,
        intercept + half_intercept,
    )  # fmt: skip
    return Line(*(float(value) for value in values))

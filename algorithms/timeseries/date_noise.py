# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Noise by date and by pair over a scene: what dates are noisy, how a series' errors covary."""

from __future__ import annotations

import numpy as np

from ..data.dates import parse_dates
from ..data.network import Network
from ..data.statistics import ROBUST_SIGMA
from ..dense import product
from ..errors import GroundshiftError

ANY_DATE = "*"
ESTIMATED = "estimated"
NOISY = 3.0  # robust standard deviations above the median
LEAST_SHARE = 0.1  # of the median date's noise: no date counts for more than that makes it


def network_covariance(network: Network, weights) -> np.ndarray:
    """Covariance that noise of the pairs, of variance 1/weight, gives the series.

    Parameters
    ----------
    network : Network
    weights : ndarray, shape (pair,)
        0 for a pair that is not used.

    Returns
    -------
    ndarray, shape (date, date)
        Relative to the first date, whose row and column are zero.
    """
    laplacian = np.zeros((len(network.dates),) * 2)
    for (i, j), weight in zip(network.pairs, weights):
        laplacian[[i, j], [i, j]] += weight
        laplacian[i, j] -= weight
        laplacian[j, i] -= weight
    covariance = np.zeros_like(laplacian)
    covariance[1:, 1:] = np.linalg.pinv(laplacian[1:, 1:], hermitian=True)
    return covariance


def residual_operator(years, weights=None, design=None) -> np.ndarray:
    """What makes residuals of a series, shape (date, date); see :func:`date_variances`."""
    weights = np.ones(len(years)) if weights is None else weights
    if design is None:
        design = np.stack([np.ones(len(years)), years], axis=1)
    solver = np.linalg.pinv(np.sqrt(weights)[:, np.newaxis] * design) * np.sqrt(weights)
    return np.eye(len(years)) - design @ solver


def date_variances(mean_squares, years, covariance, weights=None, design=None) -> np.ndarray:
    """Variance of the noise of each date, from the residuals of the rates of a scene.

    A date's residual is shortened by the fit that it took part in, and holds the noise of the
    pairs besides its own: ``E[r²] = diag(R (D + C) R')`` with the fit's residual operator R is
    solved for the diagonal D.

    Parameters
    ----------
    mean_squares : ndarray, shape (date,)
        Mean over the pixels of the squared residuals.
    years : ndarray, shape (date,)
    covariance : ndarray, shape (date, date)
        C: what the pairs' noise gives a typical pixel, in the residuals' unit squared.
    weights : ndarray, shape (date,), optional
        Of the dates in the fit.
    design : ndarray, shape (date, coefficient), optional
        What was fitted, where it was not a rate.

    Returns
    -------
    ndarray, shape (date,)
        Not negative.
    """
    operator = residual_operator(years, weights, design)
    excess = mean_squares - np.einsum("ij,jk,ik->i", operator, covariance, operator)
    if len(years) < 4:  # fewer residuals that are free than dates
        return np.maximum(excess, 0.0)
    return np.maximum(np.linalg.lstsq(operator**2, excess, rcond=1e-6)[0], 0.0)


def shrunk_variances(variances, residuals, expected) -> np.ndarray:
    """Variances of dates, drawn together by as much as they differ by chance.

    The atmosphere is smooth, so a scene is worth few independent pixels, and the variances that it
    tells are uncertain. Dates that look calm by chance would count for too much, and errors would
    come out too small. How many pixels it is worth follows from how alike the residuals of two
    dates are over the scene: their correlation has the variance 1/n. The logarithms of the
    variances scatter by trigamma(n/2) by chance; what they scatter more is believed.

    Parameters
    ----------
    variances : ndarray, shape (date,)
        All above zero.
    residuals : ndarray, shape (date, pixel)
        NaN where missing.
    expected : ndarray, shape (date, date)
        Covariance of the residuals that the fit and the pairs' noise explain.

    Returns
    -------
    ndarray, shape (date,)
    """
    from scipy.special import polygamma

    count = len(variances)
    known = np.isfinite(residuals)
    values = np.where(known, residuals, 0.0)
    number = product(known.astype(float), known.T.astype(float))
    means = product(values, values.T) / np.maximum(number, 1)
    sizes = np.diag(means)
    apart = (number > 0) & ~np.eye(count, dtype=bool)
    alike = ((means - expected) ** 2)[apart].sum()
    worth = np.outer(sizes, sizes)[apart].sum() / alike if alike > 0 else np.inf
    logs = np.log(variances)
    scatter = logs.var(ddof=1)
    if not scatter > 0 or not np.isfinite(worth):
        return variances
    believed = max(0.0, 1 - float(polygamma(1, max(worth, 1.0) / 2)) / scatter)
    return np.exp(logs.mean() + believed * (logs - logs.mean()))


def misclosure_variances(network: Network, mean_squares, weights, covariance) -> np.ndarray:
    """Variance that each date adds to its pairs beyond the inverse of their weights.

    Noise that closes (the atmosphere) leaves no residual in the network and is not seen here; what
    is seen are changes of the ground that the coherence does not tell, such as snow.

    Parameters
    ----------
    network : Network
    mean_squares : ndarray, shape (pair,)
        Mean over the pixels of the pairs' squared residuals, radians squared.
    weights : ndarray, shape (pair,)
        Mean weights, inverse variances; 0 for a pair that is not used.
    covariance : ndarray, shape (date, date)
        From :func:`network_covariance`.

    Returns
    -------
    ndarray, shape (date,)
        Radians squared, not negative.
    """
    from scipy.optimize import nnls

    used = weights > 0
    i, j = network.pairs[used].T
    variance = 1 / weights[used]
    fitted = covariance[i, i] + covariance[j, j] - 2 * covariance[i, j]
    spare = np.maximum(1 - fitted / variance, 0.0)
    ends = np.zeros((len(i), len(network.dates)))
    ends[np.arange(len(i)), i] = ends[np.arange(len(i)), j] = 1.0
    excess = mean_squares[used] - variance * spare
    return nnls(ends * spare[:, np.newaxis], excess)[0]


def series_covariance(pair_covariance, variances) -> np.ndarray:
    """Covariance of the series at a typical pixel: noise by pair plus noise by date.

    The pairs' part is relative to the first date. The dates' part is not, so that the sum can be
    inverted: relative noise would add the first date's variance to all entries, which a fit with
    an offset does not feel.
    """
    return pair_covariance + np.diag(variances)


def bounded_sigma(variances) -> np.ndarray:
    """Standard deviations by date to weigh by: none is much smaller than the median."""
    sigma = np.sqrt(variances)
    return np.maximum(sigma, LEAST_SHARE * np.median(sigma))


def noisy(values) -> np.ndarray:
    """Which values stand out to the top: by more than 3 times the scaled MAD.

    Logarithms are compared, as noise differs by factors; NaN never stands out.
    """
    values = np.asarray(values, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.where(values > 0, np.log(values), np.nan)
    if np.isfinite(logs).sum() < 5:
        return np.zeros(len(values), bool)
    middle = np.nanmedian(logs)
    spread = ROBUST_SIGMA * np.nanmedian(np.abs(logs - middle))
    with np.errstate(invalid="ignore"):
        return logs - middle > NOISY * max(spread, 0.02)


def by_date(network: Network, squares, counts) -> np.ndarray:
    """Root mean square over the pairs of each date, from sums by pair; NaN where there is none."""
    total, number = np.zeros(len(network.dates)), np.zeros(len(network.dates))
    for end in network.pairs.T:
        np.add.at(total, end, squares)
        np.add.at(number, end, counts)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.sqrt(total / number)


def parse_sigmas(text: str):
    """Noise by date as a user writes it: ``20180106:20, *:5`` in millimetres, or ``estimated``.

    Returns
    -------
    None, str or dict of datetime64[D] or "*" to float
        None for an empty text, the word, or metres.

    Raises
    ------
    GroundshiftError
        If it cannot be understood.
    """
    text = text.strip()
    if not text:
        return None
    if text.lower() == ESTIMATED:
        return ESTIMATED
    out = {}
    for part in text.replace(";", ",").split(","):
        name, _, value = part.strip().partition(":")
        try:
            sigma = float(value)
        except ValueError:
            sigma = np.nan
        if not 0 < sigma < 1e4:
            raise GroundshiftError(
                f"'{part.strip()}' is no noise of a date; write it as 20180106:20 (mm), *:5 for "
                "all other dates, or the word estimated."
            )
        key = ANY_DATE if name.strip() == ANY_DATE else parse_dates(name)[0]
        out[key] = sigma * 1e-3
    return out

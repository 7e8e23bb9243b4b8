# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Limits of the neighbour tests at a rate of false alarms, by numbers of dates.

They hold for independent images. What coherent ones make of the statistics is simulated, and the
limits are stretched by it: :func:`stretch`.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ..errors import GroundshiftError
from .independence import SpeckleCoherence

TESTS = ("t", "ks", "ad", "glrt", "ci")
ALPHA_RANGE = (0.001, 0.25)
RAYLEIGH_VARIATION = np.sqrt(4.0 / np.pi - 1.0)
"""Standard deviation over mean of the amplitude of speckle in one look, 0.5227."""

# Scholz and Stephens (1987), table 2: coefficients of the limit of the standardised statistic.
AD_ALPHA = np.array([0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001])
AD_COEFFICIENTS = np.array([
    [0.675, 1.281, 1.645, 1.96, 2.326, 2.573, 3.085],
    [-0.245, 0.25, 0.678, 1.149, 1.822, 2.364, 3.615],
    [-0.105, -0.305, -0.362, -0.391, -0.396, -0.345, -0.154],
])  # fmt: skip


PAIRS = 40_000  # simulated: at a rate of 5 % the limit's own is right to 0.1 %
MOST_VALUES = 1 << 24  # simulated for fewer pairs of very many images
AT_ONCE = 1 << 22  # of them looked at together


@lru_cache(maxsize=16)
def limit_table(test: str, alpha: float, most: int, stretched: float = 1.0) -> np.ndarray:
    """Limits of a test's statistic for all numbers of dates of the two pixels.

    Parameters
    ----------
    test : str
        One of :data:`TESTS`.

        ``t``: limit of the squared difference of means over the sum of both sums of squared
        deviations, so that it is Student's test with one variance.
        ``glrt``: limit of the ratio of the two mean squares. For amplitudes by Rayleigh's law it
        follows F(2 n, 2 m) exactly, and the likelihood ratio of Parizzi and Brcic (2011) with its
        factor 2 is a function of it, so no approximation by chi-squared is needed.
        ``ks``: limit of D. For equal numbers from its exact distribution; D is a multiple of 1/n,
        so that the exact rate is the nearest there is to `alpha`, not `alpha` itself. For unequal
        ones by (sqrt(N) + 0.12 + 0.11 / sqrt(N)) D with N = n m / (n + m) (Stephens 1970).
        ``ad``: limit of Pettitt's statistic (Scholz and Stephens 1987).
        ``ci``: limit of the difference of means over their sum; at [0, 0] the half width of the
        interval of a mean relative to it, for one date.
    alpha : float
        Rate of false alarms.
    most : int
        Largest number of dates.
    stretched : float
        Factor of all limits, of the ratio's logarithm for ``glrt``; see :func:`stretch`.

    Returns
    -------
    ndarray, shape (most + 1, most + 1)
        Read-only.

    Raises
    ------
    GroundshiftError
        If there is no such test, or `alpha` is out of range.
    """
    if test not in TESTS:
        raise GroundshiftError(
            f"There is no neighbour test '{test}'; choose one of {', '.join(TESTS)}."
        )
    low, high = ALPHA_RANGE
    if not low <= alpha <= high:
        raise GroundshiftError(
            f"The rate of false alarms {alpha:g} is out of range; give {low} to {high}."
        )
    n, m = np.mgrid[: most + 1, : most + 1].astype(float)
    n, m = np.maximum(n, 1.0), np.maximum(m, 1.0)
    table = {"t": _t, "ks": _ks, "ad": _ad, "glrt": _glrt, "ci": _ci}[test](n, m, alpha)
    table = table**stretched if test == "glrt" else table * stretched
    table.setflags(write=False)
    return table


def stretch(test: str, alpha: float, coherence: SpeckleCoherence, seed: int = 0) -> float:
    """How much wider limits have to be for images that are coherent with one another.

    Parameters
    ----------
    test : str
    alpha : float
        Rate of false alarms to keep.
    coherence : SpeckleCoherence
    seed : int
        Of the simulated neighbours.

    Returns
    -------
    float
        For :func:`limit_table`. Pairs of series that are simulated with the coherence pass with a
        share of 1 - `alpha`; for ``ks``, whose distance comes in steps, with the nearest share.
    """
    images = coherence.matrices.shape[-1]
    pairs = min(PAIRS, MOST_VALUES // images)
    speckle = np.abs(coherence.simulate(pairs, [seed, 5], polarisations=2))
    step = max(1, AT_ONCE // (2 * images))
    found = np.concatenate([
        _statistic(test, *speckle[:, :, first : first + step].astype(float))
        for first in range(0, speckle.shape[2], step)
    ])  # fmt: skip
    table = limit_table(test, alpha, images)
    limit = table[0, 0] / np.sqrt(images) if test == "ci" else table[images, images]
    if test == "ks":
        steps = np.arange(1, images + 1)
        rates = 1.0 - np.searchsorted(np.sort(found), (steps - 0.5) / images) / len(found)
        return float((steps[np.argmin(np.abs(rates - alpha))] - 0.5) / images / limit)
    if test == "glrt":
        limit = np.log(limit)
    return float(np.quantile(found, 1.0 - alpha) / limit)


def _statistic(test, first, second) -> np.ndarray:
    """Statistics of pairs of series, each of shape (time, pair), as the tables limit them."""
    images = len(first)
    if test == "glrt":
        return np.abs(np.log((first**2).mean(axis=0) / (second**2).mean(axis=0)))
    if test == "ci":  # its second pass, where the mean of many decides
        return np.abs(first.mean(axis=0) / first.mean() - 1.0)
    if test == "t":
        means = first.mean(axis=0), second.mean(axis=0)
        spread = images * (first.var(axis=0) + second.var(axis=0))
        return (means[0] - means[1]) ** 2 / spread
    order = np.argsort(np.concatenate([first, second]), axis=0)
    lead = np.cumsum(np.where(order < images, 1, -1), axis=0)  # of the first over the second
    if test == "ks":
        return np.abs(lead).max(axis=0) / images
    place = np.arange(1, 2 * images)[:, np.newaxis]
    return (lead[:-1] ** 2 / (place * (2 * images - place))).sum(axis=0)


def _t(n, m, alpha):
    from scipy.stats import t

    freedom = np.maximum(n + m - 2.0, 1.0)
    return t.ppf(1.0 - alpha / 2.0, freedom) ** 2 * (1.0 / n + 1.0 / m) / freedom


def _glrt(n, m, alpha):
    from scipy.special import fdtri

    return fdtri(2.0 * n, 2.0 * m, 1.0 - alpha / 2.0)


def _ci(n, m, alpha):
    from scipy.special import ndtri

    width = ndtri(1.0 - alpha / 2.0) * RAYLEIGH_VARIATION
    table = 0.5 * width * np.sqrt(1.0 / n + 1.0 / m)
    table[0, 0] = width
    return table


def _ks(n, m, alpha):
    from scipy.special import kolmogi

    effective = np.sqrt(n * m / (n + m))
    table = kolmogi(alpha) / (effective + 0.12 + 0.11 / effective)
    for same in range(1, len(table)):
        table[same, same] = (_ks_steps(same, alpha) - 0.5) / same
    return table


def _ks_steps(n: int, alpha: float) -> int:
    """The k for which D >= k / n is rejected: that with a rate next to `alpha`."""
    rates = ks_rates(n)
    return 1 + int(np.argmin(np.abs(rates - alpha)))


def ks_rates(n: int) -> np.ndarray:
    """Exact probability that D of two series of `n` values of one law is k / n or more.

    Returns
    -------
    ndarray, shape (n,)
        For k = 1 to n (Gnedenko and Korolyuk 1951).
    """
    from scipy.special import gammaln

    rates = np.empty(n)
    whole = 2.0 * gammaln(n + 1)
    for k in range(1, n + 1):
        i = np.arange(1, n // k + 1)
        terms = np.exp(whole - gammaln(n + i * k + 1) - gammaln(n - i * k + 1))
        rates[k - 1] = 2.0 * np.sum(terms * (-1.0) ** (i - 1))
    return np.clip(rates, 0.0, 1.0)


def _ad(n, m, alpha):
    b0, b1, b2 = AD_COEFFICIENTS
    at = np.interp(np.log(alpha), np.log(AD_ALPHA[::-1]), (b0 + b1 + b2)[::-1])
    return 1.0 + at * np.sqrt(_ad_variance(n, m))


def _ad_variance(n, m):
    """Variance of Pettitt's statistic (Scholz and Stephens 1987, eq. 4, for two samples)."""
    size = np.maximum(n + m, 4.0)
    harmonic = np.concatenate(([0.0], np.cumsum(1.0 / np.arange(1, int(size.max()) + 1))))
    h = harmonic[size.astype(int) - 1]
    g = _double_sums(int(size.max()))[size.astype(int)]
    both = 1.0 / n + 1.0 / m
    a = (4 * g - 6) + (10 - 6 * g) * both
    b = (2 * g - 4) * 4 + 16 * h + (2 * g - 14 * h - 4) * both - 8 * h + 4 * g - 6
    c = (6 * h + 2 * g - 2) * 4 + (4 * h - 4 * g + 6) * 2 + (2 * h - 6) * both + 4 * h
    d = (2 * h + 6) * 4 - 8 * h
    variance = a * size**3 + b * size**2 + c * size + d
    return variance / ((size - 1.0) * (size - 2.0) * (size - 3.0))


def _double_sums(most: int) -> np.ndarray:
    """The g of Scholz and Stephens by total size: sum over i < j < size of 1 / ((size - i) j)."""
    sums = np.zeros(most + 1)
    inverse = np.concatenate(([0.0], 1.0 / np.arange(1, most + 1)))
    tails = np.cumsum(inverse)
    for size in range(3, most + 1):
        i = np.arange(1, size - 1)
        sums[size] = np.sum(inverse[size - i] * (tails[size - 1] - tails[i]))
    return sums

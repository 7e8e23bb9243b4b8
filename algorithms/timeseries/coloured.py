# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Noise that is correlated from date to date: what colour it has, from the residuals of a scene.

Rates with errors for white noise look several times better than they are when neighbouring dates
err alike (Williams 2003, doi:10.1007/s00190-002-0283-4). Two families, each beside white noise:
an autoregressive process of first order in continuous time, so that dates may lie unevenly, and a
random walk. Their parameters are the scene's, by restricted maximum likelihood over a sample of
its pixels (Gobron et al. 2022, doi:10.1007/s00190-022-01619-7, on why restricted); the size of
the noise is each pixel's own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from ..threads import kernel_lock

KINDS = ("white", "ar1", "random_walk")
LEAST_PIXELS = 20
LEAST_WHITE = 1e-3  # share; without any, two dates of one day would tie the filter up


@dataclass(frozen=True)
class MarkovNoise:
    """Shape of the noise by date; its size is each pixel's.

    Parameters
    ----------
    kind : str
        ``white``, ``ar1`` or ``random_walk``.
    correlation_days : float
        Time in which the correlation of the process falls to 1/e; infinite for a walk.
    process : float
        Variance of the process (of the walk: a year), as a multiple of the white noise's.
    """

    kind: str = "white"
    correlation_days: float = np.inf
    process: float = 0.0

    @property
    def is_white(self) -> bool:
        """Whether it has no colour."""
        return self.process == 0.0

    @property
    def parameters(self) -> np.ndarray:
        """For the kernels: decay rate a year, variances of the process and the white noise."""
        rate = 365.25 / self.correlation_days
        return np.array([rate, self.process, 1.0])

    def covariance(self, years) -> np.ndarray:
        """Covariance of the noise at some times (years), shape (time, time).

        A walk starts at the first of them.
        """
        years = np.asarray(years, float)
        apart = np.abs(years[:, np.newaxis] - years)
        if self.kind == "random_walk":
            since = years - years[0]
            process = np.minimum(since[:, np.newaxis], since)
        else:
            process = np.exp(-apart * self.parameters[0])
        return self.process * process + np.eye(len(years))

    def describe(self) -> str:
        """One sentence for the log."""
        if self.kind == "random_walk":
            walk = np.sqrt(self.process)
            return f"Noise: a random walk of {walk:.3g} times the white noise after a year."
        if self.kind == "ar1":
            share = 100 * self.process / (1 + self.process)
            return (
                f"Noise: {share:.0f} % of its variance is correlated over "
                f"{self.correlation_days:.3g} days, the rest is white."
            )
        return "Noise: white."


WHITE = MarkovNoise()


def estimate_noise(series, matrix, years, kind: str) -> MarkovNoise:
    """Shape of the noise about a model, from a sample of pixels.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
        NaN where missing; pixels without noise (the reference) are passed over.
    matrix : ndarray, shape (time, coefficient)
        Of the model; what it lacks counts as noise.
    years : ndarray, shape (time,)
    kind : str
        One of :data:`KINDS`.

    Returns
    -------
    MarkovNoise
        The plainest that explains the residuals: white also where colour was asked for, a random
        walk also where ``ar1`` was.

    Raises
    ------
    GroundshiftError
        If the kind is unknown or too few pixels have enough dates.
    """
    if kind not in KINDS:
        raise GroundshiftError(f"'{kind}' is no kind of noise; choose one of {', '.join(KINDS)}.")
    if kind == "white":
        return WHITE
    series = np.ascontiguousarray(series, float)
    usable = np.isfinite(_cost(series, matrix, years, WHITE))
    if usable.sum() < LEAST_PIXELS:
        raise GroundshiftError(
            f"Only {usable.sum()} of the sampled pixels have enough dates to tell the colour of "
            "the noise; choose white noise or take fewer terms."
        )
    series = np.ascontiguousarray(series[:, usable])
    # Colour must pay for its parameters (BIC), or a rate's error would grow by chance; and where
    # a correlation time cannot be told from an endless one, the walk has the safer errors.
    price = np.log(np.isfinite(series).sum())
    found = [(float(np.nansum(_cost(series, matrix, years, WHITE))), WHITE)]
    for family in ("random_walk", "ar1") if kind == "ar1" else ("random_walk",):
        least, noise, parameters = _most_likely(series, matrix, years, family)
        found.append((least + parameters * price, noise))
    return min(found, key=lambda pair: pair[0])[1]


def _most_likely(series, matrix, years, kind):
    """Cost, noise and number of parameters of the best of a family."""
    from scipy.optimize import minimize

    make, starts = _family(kind, years)

    def cost(position):
        return np.nansum(_cost(series, matrix, years, make(position)))

    options = {"xatol": 0.01, "fatol": 0.02, "maxiter": 200}
    best = minimize(cost, min(starts, key=cost), method="Nelder-Mead", options=options)
    return best.fun, make(best.x), len(best.x)


def _family(kind, years):
    """Noise of a kind from unbounded parameters, and where to start."""
    gaps = np.diff(np.sort(years)) * 365.25
    shortest, longest = 0.2 * np.median(gaps), 20.0 * (years.max() - years.min()) * 365.25
    most = 1.0 / LEAST_WHITE

    def limited(position):
        return float(most / (1 + np.exp(-position)))

    if kind == "random_walk":
        per_date = 365.25 / np.median(gaps)
        return (
            lambda x: MarkovNoise(kind, np.inf, per_date * limited(x[0])),
            [np.array([value]) for value in (-14.0, -11.0, -9.0, -7.0, -5.0, -2.0)],
        )

    def make(position):
        share = 1 / (1 + np.exp(-position[1]))
        days = shortest * (longest / shortest) ** share
        # By its growth in a day: that is well known also where the correlation time is not.
        return MarkovNoise(kind, days, limited(position[0]) * days / shortest)

    starts = [np.array([a, b]) for a in (-12.0, -9.0, -6.0) for b in (-2.0, -1.0, 0.0, 1.0)]
    return make, starts


def _cost(series, matrix, years, noise) -> np.ndarray:
    from . import _search_kernel

    out = np.empty(series.shape[1])
    with kernel_lock:
        _search_kernel.likelihood(
            series, np.ascontiguousarray(matrix, float), np.ascontiguousarray(years, float),
            noise.parameters, out,
        )  # fmt: skip
    return out

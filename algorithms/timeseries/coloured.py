# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Noise that is correlated from date to date: what colour it has, from the residuals of a scene.

Rates with errors for white noise look several times better than they are when neighbouring dates
err alike (Williams 2003, doi:10.1007/s00190-002-0283-4). Three families, each beside white noise:
an autoregressive process of first order in continuous time, so that dates may lie unevenly;
power laws, of which flicker noise is one, as a sum of such processes whose correlation times lie
evenly in the logarithm (as Mandelbrot and Wallis 1969, doi:10.1029/WR005i001p00228); and a random
walk. Their parameters are the scene's, by restricted maximum likelihood over a sample of
its pixels (Gobron et al. 2022, doi:10.1007/s00190-022-01619-7, on why restricted); the size of
the noise is each pixel's own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..dense import gram
from ..errors import GroundshiftError
from ..threads import kernel_lock

AUTO = "auto"
KINDS = (AUTO, "white", "ar1", "flicker", "random_walk", "power_law")
FAMILIES = {
    AUTO: ("random_walk", "flicker", "ar1", "power_law"), "ar1": ("random_walk", "ar1"),
    "flicker": ("flicker",), "random_walk": ("random_walk",),
    "power_law": ("random_walk", "flicker", "power_law"),
}  # fmt: skip
LEAST_PIXELS = 20
TRIED_PIXELS = 40  # of the sample, to find where to start the search
MOST_PIXELS = 150  # times a hundred dates: parameters of a scene are known to a few per cent
LEAST_WHITE = 1e-3  # share; without any, two dates of one day would tie the filter up
REFINED = 2
# Of what colour explains: the shape of the pairs' covariance is a typical one, not the pixel's.
AS_WELL = 0.8
# Nor is the pixel's size of it free of error: as colour is free to take the likeliest, so is this.
SIZES = 0.7, 1.0, 1.4
OUTLYING = 5.0  # median absolute deviations
POWER_LAWS = ("flicker", "power_law")
# Three days to 34 years: by steps of eight the power strays from 1/f by 4 %.
PART_DAYS = 3.0 * 8.0 ** np.arange(5)


@dataclass(frozen=True)
class MarkovNoise:
    """Shape of the noise by date; its size is each pixel's.

    Parameters
    ----------
    kind : str
        ``white``, ``ar1``, ``flicker``, ``random_walk`` or ``power_law``.
    correlation_days : float
        Time in which the correlation of an ``ar1`` process falls to 1/e.
    process : float
        Variance of the process (of the walk: a year; of a power law: of its middle part, whose
        correlation time is half a year), as a multiple of the white noise's.
    index : float
        Power of the frequency with which the noise's power goes: -1 for flicker noise.
    """

    kind: str = "white"
    correlation_days: float = np.inf
    process: float = 0.0
    index: float = -1.0

    @property
    def is_white(self) -> bool:
        """Whether it has no colour."""
        return self.process == 0.0

    @property
    def parameters(self) -> np.ndarray:
        """For the kernels, shape (process, 2): decay rate a year (0: a walk) and variance."""
        if self.is_white:
            return np.zeros((0, 2))
        if self.kind not in POWER_LAWS:
            return np.array([[365.25 / self.correlation_days, self.process]])
        middle = PART_DAYS[len(PART_DAYS) // 2]
        sizes = (PART_DAYS / middle) ** (-1.0 - self.index)
        return np.stack([365.25 / PART_DAYS, self.process * sizes], axis=1)

    def covariance(self, years) -> np.ndarray:
        """Covariance of the noise at some times (years), shape (time, time).

        A walk starts at the first of them.
        """
        years = np.asarray(years, float)
        apart = np.abs(years[:, np.newaxis] - years)
        since = years - years[0]
        total = np.eye(len(years))
        for rate, variance in self.parameters:
            walk = np.minimum(since[:, np.newaxis], since)
            total += variance * (np.exp(-apart * rate) if rate else walk)
        return total

    def describe(self) -> str:
        """One sentence for the log."""
        if self.kind == "random_walk":
            walk = np.sqrt(self.process)
            return f"Noise: a random walk of {walk:.3g} times the white noise after a year."
        if self.kind in POWER_LAWS:
            year = self.covariance([0.0, 1.0]) - np.eye(2)
            change = np.sqrt(2 * (year[0, 0] - year[0, 1]))
            name = "flicker noise" if self.index == -1 else f"a power law of index {self.index:.2f}"
            return f"Noise: {name}, which changes by {change:.3g} times the white noise in a year."
        if self.kind == "ar1":
            share = 100 * self.process / (1 + self.process)
            return (
                f"Noise: {share:.0f} % of its variance is correlated over "
                f"{self.correlation_days:.3g} days, the rest is white."
            )
        return "Noise: white."


WHITE = MarkovNoise()


def estimate_noise(
    series, matrix, years, kind: str, pairs=None, noise_scale=None, *, table=None, picks=None
) -> MarkovNoise:
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
    pairs : PairNoise, optional
        What the pairs gave the series beside white noise: where that explains the residuals as
        well as colour does, the answer is white.
    noise_scale : ndarray, shape (pixel,), optional
        Its size; see :func:`.velocity.fit`.
    table, picks : ndarray, optional
        Columns that some pixels have beside the matrix; see :class:`.velocity.Design`.

    Returns
    -------
    MarkovNoise
        The plainest that explains the residuals: white also where colour was asked for, a random
        walk also where ``ar1`` was.

    Raises
    ------
    GroundshiftError
        If the kind is unknown, or colour was asked for and too few pixels have enough dates;
        ``auto`` makes do with what there is.
    """
    if kind not in KINDS:
        raise GroundshiftError(f"'{kind}' is no kind of noise; choose one of {', '.join(KINDS)}.")
    if kind == "white":
        return WHITE
    series = np.ascontiguousarray(series, float)
    table = np.zeros((0, len(matrix))) if table is None else np.ascontiguousarray(table, float)
    picks = np.zeros((0, series.shape[1]), np.int32) if picks is None else picks
    cost = _Cost(series, np.ascontiguousarray(matrix, float), table, picks, years)
    usable = np.isfinite(cost(WHITE))
    if kind == AUTO and not usable.any():
        return WHITE
    if kind != AUTO and usable.sum() < LEAST_PIXELS:
        raise GroundshiftError(
            f"Only {usable.sum()} of the sampled pixels have enough dates to tell the colour of "
            "the noise; choose white noise or take fewer terms."
        )
    chosen = np.flatnonzero(usable)
    chosen = chosen[:: max(1, len(chosen) // MOST_PIXELS)]
    # Pixels with the same dates stand together: the kernel whitens the model once for them.
    missing = np.isnan(series[:, chosen]).sum(axis=0)
    chosen = chosen[np.argsort(missing, kind="stable")]
    cost = cost.some(chosen)
    best = _plainest(cost, kind)
    for _ in range(REFINED):
        # Pixels that move as the model does not say would give all others their colour.
        gain = cost(WHITE) - cost(best)
        middle = np.median(gain)
        stay = gain <= middle + OUTLYING * np.median(np.abs(gain - middle))
        if best.is_white or stay.all() or stay.sum() < LEAST_PIXELS:
            break
        cost, chosen = cost.some(stay), chosen[stay]
        best = _plainest(cost, kind)
    if pairs is not None and not best.is_white:
        scale = np.nan_to_num(np.asarray(noise_scale, float))[chosen]
        known, by_pairs = _pair_cost(cost, pairs, scale)
        by_nothing, by_colour = (float(np.sum(cost(noise)[known])) for noise in (WHITE, best))
        if known.any() and by_nothing - by_pairs > AS_WELL * (by_nothing - by_colour):
            return WHITE
    return best


def rate_inflation(noise: MarkovNoise, years, weights) -> float:
    """How many times the variance of a weighted least-squares rate is what white noise gives.

    Parameters
    ----------
    noise : MarkovNoise
    years, weights : ndarray, shape (time,)

    Returns
    -------
    float
        The rate's variance over that which the weighted residuals give by Fattahi and Amelung
        (2015), eq. 10, which for coloured noise is too small.
    """
    years, weights = np.asarray(years, float), np.asarray(weights, float)
    matrix = np.stack([np.ones(len(years)), years], axis=1)
    root = np.sqrt(weights)
    solver = np.linalg.pinv(root[:, np.newaxis] * matrix) * root
    left = root[:, np.newaxis] * (np.eye(len(years)) - matrix @ solver)

    def ratio(covariance):
        squares = np.einsum("ij,jk,ik->", left, covariance, left)
        return solver[1] @ covariance @ solver[1] / squares

    return float(ratio(noise.covariance(years)) / ratio(np.diag(1.0 / weights)))


@dataclass(frozen=True)
class _Cost:
    """Minus twice the restricted log-likelihood of some series, as a function of the noise."""

    series: np.ndarray
    matrix: np.ndarray
    table: np.ndarray
    picks: np.ndarray
    years: np.ndarray

    def __call__(self, noise) -> np.ndarray:
        from . import _search_kernel

        out = np.empty(self.series.shape[1])
        with kernel_lock:
            _search_kernel.likelihood(
                self.series, self.matrix, self.table, np.ascontiguousarray(self.picks, np.int32),
                np.ascontiguousarray(self.years, float), noise.parameters, out,
            )  # fmt: skip
        return out

    def some(self, pixels) -> _Cost:
        """That of some of the series."""
        return _Cost(
            np.ascontiguousarray(self.series[:, pixels]), self.matrix, self.table,
            self.picks[:, pixels], self.years,
        )  # fmt: skip


def independent_share(cost: _Cost, noise: MarkovNoise) -> float:
    """Effective number of independent pixels over their number.

    Squares that pixels share count once: ``n / (1 + (n - 1) r2)`` with `r2` the mean of the squared
    correlations of their residuals, made white under the noise, beyond what they have by chance.
    For sums of squares, and so for the likelihood of a colour, that is what ``n`` is for
    independent ones (Bretherton et al. 1999, doi:10.1175/1520-0442(1999)012<1990:TENOSD>2.0.CO;2).
    """
    from scipy.linalg import solve_triangular

    times, pixels = cost.series.shape
    covariance = noise.covariance(cost.years)
    left, freedom = np.zeros((times, pixels)), np.zeros(pixels)
    # Most pixels have the same dates and columns, and those are made white together.
    alike = np.concatenate([np.isfinite(cost.series), cost.picks]).T
    kinds, kind_of = np.unique(alike, axis=0, return_inverse=True)
    for number, kind in enumerate(kinds):
        some, known = np.flatnonzero(kind_of.ravel() == number), np.flatnonzero(kind[:times])
        root = np.linalg.cholesky(covariance[np.ix_(known, known)])
        model = [cost.matrix, *(cost.table[[k]].T for k in kind[times:] if k >= 0)]
        values = np.column_stack([*model, cost.series[:, some]])[known]
        white = solve_triangular(root, values, lower=True)
        model, values = np.split(white, [white.shape[1] - len(some)], axis=1)
        found = np.linalg.lstsq(model, values, rcond=None)[0]
        left[np.ix_(known, some)] = values - model @ found
        freedom[some] = len(known) - len(found)
    length = np.sqrt((left**2).sum(axis=0))
    left = left[:, length > 0] / length[length > 0]
    count = left.shape[1]
    if count < 2:
        return 1.0
    squares = (gram(left) ** 2).sum() - count
    excess = squares / (count * (count - 1)) - np.mean(1.0 / np.maximum(freedom, 1.0))
    return float(1.0 / (1.0 + (count - 1) * max(excess, 0.0)))


def _plainest(cost, kind) -> MarkovNoise:
    """The noise of the families of a kind that explains some series best."""
    white = float(np.nansum(cost(WHITE)))
    found = [_most_likely(cost, family) for family in FAMILIES[kind]]
    total = np.isfinite(cost.series).sum()

    def paying(share):
        # Colour must pay for its parameters (BIC), or a rate's error would grow by chance; and
        # where a correlation time cannot be told from an endless one, the walk is the safer.
        price = np.log(share * total)
        gains = [(share * (white - least) - parameters * price) for least, parameters, _ in found]
        return [one for one, gain in zip(found, gains) if gain > 0]

    def best(some):
        price = np.log(total)
        return min(some, key=lambda one: one[0] + one[1] * price, default=(white, 0, WHITE))[2]

    noise = best(paying(1.0))
    if noise.is_white:
        return noise
    # Atmosphere that a small scene shares is seen once and not at every pixel.
    return best(paying(independent_share(cost, noise)))


def _pair_cost(cost, pairs, scale):
    """Which series are whole and plain, and their cost under noise of the pairs and white noise.

    The size of the former is known to a third and that of the latter the pixel's likeliest; both
    are independent of each other along the eigenvectors of the pairs' covariance left by the model.
    """
    used = np.isfinite(cost.series).any(axis=1)  # one part of a network may be all there is
    series, matrix = cost.series[used], cost.matrix[used]
    known = np.isfinite(series).all(axis=0) & (cost.picks < 0).all(axis=0)
    times, unknowns = matrix.shape
    whole, r = np.linalg.qr(matrix, mode="complete")
    left = whole[:, unknowns:]
    sizes, vectors = np.linalg.eigh(left.T @ pairs.covariance[np.ix_(used, used)] @ left)
    squares = ((left @ vectors).T @ series[:, known]) ** 2
    of_pairs = np.maximum(sizes, 0.0)[:, np.newaxis] * scale[known]
    mean = squares.mean(axis=0)
    trials = [
        np.log(variance).sum(axis=0) + (squares / variance).sum(axis=0)
        for size in SIZES
        for variance in (size * of_pairs + share * mean for share in np.geomspace(1e-3, 2.0, 40))
    ]
    freedom = times - unknowns
    fixed = 2 * np.log(np.abs(np.diag(r))).sum() - freedom + freedom * np.log(freedom)
    return known, float(np.min(trials, axis=0).sum()) + known.sum() * fixed


def _most_likely(cost, kind):
    """Cost, number of parameters and noise of the best of a family."""
    from scipy.optimize import minimize

    make, starts = _family(kind, cost.years)

    def total(position):
        return np.nansum(cost(make(position)))

    few = cost.some(slice(None, None, max(1, cost.series.shape[1] // TRIED_PIXELS)))
    start = min(starts, key=lambda position: np.nansum(few(make(position))))
    simplex = start + np.concatenate([np.zeros((1, len(start))), np.eye(len(start))])
    options = {"xatol": 0.03, "fatol": 0.1, "maxiter": 200, "initial_simplex": simplex}
    best = minimize(total, start, method="Nelder-Mead", options=options)
    return best.fun, len(best.x), make(best.x)


def _family(kind, years):
    """Noise of a kind from unbounded parameters, and where to start."""
    gaps = np.diff(np.sort(years)) * 365.25
    shortest, longest = 0.2 * np.median(gaps), 20.0 * (years.max() - years.min()) * 365.25
    most = 1.0 / LEAST_WHITE

    def limited(position):
        return float(most / (1 + np.exp(-position)))

    if kind == "power_law":
        return (
            lambda x: MarkovNoise(kind, np.inf, limited(x[0]), float(-1.0 + 0.9 * np.tanh(x[1]))),
            [np.array([a, b]) for a in (-11.0, -8.0, -5.0, -2.0) for b in (-0.6, 0.6)],
        )
    if kind in ("random_walk", "flicker"):
        by = 365.25 / np.median(gaps) if kind == "random_walk" else 1.0
        return (
            lambda x: MarkovNoise(kind, np.inf, by * limited(x[0])),
            [np.array([value]) for value in (-14.0, -11.0, -9.0, -7.0, -5.0, -2.0)],
        )

    def make(position):
        share = 1 / (1 + np.exp(-position[1]))
        days = shortest * (longest / shortest) ** share
        # By its growth in a day: that is well known also where the correlation time is not.
        return MarkovNoise(kind, days, limited(position[0]) * days / shortest)

    starts = [np.array([a, b]) for a in (-12.0, -9.0, -6.0) for b in (-2.0, -1.0, 0.0, 1.0)]
    return make, starts

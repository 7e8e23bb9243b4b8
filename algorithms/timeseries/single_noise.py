# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Noise of one series: its colour cannot be told for sure, so the errors hold what it may be.

A scene tells the colour of its noise by the residuals of many pixels (:mod:`.coloured`); one series
leaves several colours possible. They are weighed by their restricted likelihood and by how
common they are; coefficients are the mean of what each gives, and an error is the half width that
holds 68 % of what all of them say, their disagreement included (Hoeting et al. 1999,
doi:10.1214/ss/1009212519). Plain NumPy: no kernel has to be compiled and none of a running tool's
is waited for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ..data.dates import years_of
from ..errors import GroundshiftError
from .coloured import AUTO, FAMILIES, WHITE, MarkovNoise
from .velocity import split_noise

# How common: such that errors are neither too small for flicker noise nor far too large for white.
COMMON = {"white": 0.4, "ar1": 0.15, "flicker": 0.15, "random_walk": 0.3}
HELD = 0.6827  # probability of one standard deviation to either side
# Variance of the process over that of white noise; of a walk: between neighbouring dates.
PROCESSES = {
    "ar1": (0.3, 1.0, 3.0, 30.0), "flicker": (0.3, 1.0, 3.0, 10.0),
    "random_walk": (0.03, 0.1, 0.3, 1.0, 10.0),
}  # fmt: skip
LONGEST = 0.1  # correlation time of an AR(1) process over the series' length: longer ones are walks
TIMES = 4  # correlation times that are tried
LEAST_PIVOT = 1e-6  # of the scaled normal matrix; below it columns depend on each other
LEAST_BY_DATE = 1e-3  # of the residuals' variance is noise by date beside that of the pairs


@dataclass(frozen=True)
class Estimate:
    """Coefficients of a model under noise of unknown colour.

    Parameters
    ----------
    coefficients : ndarray, shape (coefficient,)
    covariance : ndarray, shape (coefficient, coefficient)
    coloured : float
        Probability that the noise is not white.
    likeliest : MarkovNoise
    """

    coefficients: np.ndarray
    covariance: np.ndarray
    coloured: float
    likeliest: MarkovNoise


@lru_cache(maxsize=8)
def _filters(years: bytes, kind: str) -> tuple:
    """Possible noises, how common they are, and their Kalman filters at some dates.

    As :func:`._fit_kernel._kalman`, for all noises at once: decay and gain, shape (time, noise,
    process), scale, shape (time, noise), and the logarithms of the determinants.
    """
    at = np.frombuffer(years)
    noises, common = _possible(at, kind)
    parts = [noise.parameters for noise in noises]
    shape = len(noises), max(len(part) for part in parts)
    rate, variance = np.ones(shape), np.zeros(shape)
    for row, part in enumerate(parts):
        rate[row, : len(part)], variance[row, : len(part)] = part.T
    walk, own = rate == 0, np.arange(shape[1])
    decay, gain = np.ones((2, len(at), *shape))
    scale, state = np.empty((len(at), shape[0])), np.zeros((*shape, shape[1]))
    state[:, own, own] = np.where(walk, 0.0, variance)
    for k, step in enumerate(np.diff(at, prepend=at[0])):
        if k:
            decay[k] = np.exp(-rate * step)
            state *= decay[k][:, :, np.newaxis] * decay[k][:, np.newaxis, :]
            state[:, own, own] += variance * np.where(walk, step, 1.0 - decay[k] ** 2)
        along = state.sum(axis=2)
        total = 1.0 + along.sum(axis=1)
        gain[k] = along / total[:, np.newaxis]
        state -= gain[k][:, :, np.newaxis] * along[:, np.newaxis, :]
        scale[k] = 1.0 / np.sqrt(total)
    return noises, common, decay, gain, scale, -2.0 * np.log(scale).sum(axis=0)


def _possible(years, kind) -> tuple:
    """Noises that are tried and how common each of them is."""
    gap, length = float(np.median(np.diff(years))), float(years[-1] - years[0])
    families = [f for f in COMMON if f == "white" or kind == AUTO or f in FAMILIES[kind]]
    noises, common = [], []
    for family in families:
        if family == "white":
            some = [WHITE]
        elif family == "ar1":
            times = np.geomspace(gap, max(LONGEST * length, 2.0 * gap), TIMES) * 365.25
            some = [MarkovNoise("ar1", days, size) for days in times for size in PROCESSES["ar1"]]
        else:
            unit = 1.0 / gap if family == "random_walk" else 1.0
            some = [MarkovNoise(family, np.inf, size * unit) for size in PROCESSES[family]]
        noises += some
        common += [COMMON[family] / len(some)] * len(some)
    return noises, np.array(common)


def _white(columns, decay, gain, scale) -> np.ndarray:
    """Columns made white under every noise, shape (noise, time, column)."""
    out = np.empty((scale.shape[1], *columns.shape))
    state = np.zeros((*decay.shape[1:], columns.shape[1]))
    for k, row in enumerate(columns):
        state *= decay[k][:, :, np.newaxis]
        news = row - state.sum(axis=1)
        state += gain[k][:, :, np.newaxis] * news[:, np.newaxis, :]
        out[:, k] = news * scale[k][:, np.newaxis]
    return out


def estimate(values, matrix, years, kind: str = AUTO, by_pairs=None) -> Estimate | None:
    """Coefficients and their errors under all the colours that the noise may have.

    Parameters
    ----------
    values : ndarray, shape (time,)
        Without gaps.
    matrix : ndarray, shape (time, coefficient)
        Whose columns the dates tell apart.
    years : ndarray, shape (time,)
    kind : str
        One of :data:`.coloured.KINDS` but white; the families of which it is are tried beside
        white noise, all of them with ``auto``.
    by_pairs : tuple, optional
        ``(coefficients, covariance, noise)`` of the fit with the noise that the pairs gave beside
        white noise, with the covariance of that noise, shape (time, time). It takes the place of
        white noise.

    Returns
    -------
    Estimate or None
        None where nothing is left by the model.
    """
    count, unknowns = matrix.shape
    years = np.ascontiguousarray(years, float)
    noises, common, decay, gain, scale, logarithm = _filters(years.tobytes(), kind)
    norms = np.linalg.norm(matrix, axis=0)
    columns = np.column_stack([matrix / norms, values])
    white = _white(columns, decay, gain, scale)
    product = np.einsum("kti,ktj->kij", white, white)
    normal, right = product[:, :-1, :-1], product[:, :-1, -1]
    inverse = np.linalg.inv(normal)
    found = np.einsum("kij,kj->ki", inverse, right)
    left = white[:, :, -1] - np.einsum("kti,ki->kt", white[:, :, :-1], found)
    squares, freedom = np.einsum("kt,kt->k", left, left), count - unknowns
    if not squares.min() > np.finfo(float).eps * (values**2).sum():
        return None
    # Minus twice the restricted log-likelihood, at the likeliest size of the noise.
    cost = freedom * np.log(squares / freedom) + logarithm + np.linalg.slogdet(normal)[1]
    covariance = (squares / freedom)[:, np.newaxis, np.newaxis] * inverse
    if by_pairs is not None:
        found[0], covariance[0] = by_pairs[0] * norms, by_pairs[1] * np.outer(norms, norms)
        cost[0] = _cost(columns, by_pairs[2]) - freedom
    share = common * np.exp(-(cost - cost.min()) / 2)
    share /= share.sum()
    mean = share @ found
    apart = found - mean
    total = np.einsum("k,kij->ij", share, covariance) + (share * apart.T) @ apart
    std = np.sqrt(np.diag(total))
    factor = _half_width(share, apart, np.sqrt(np.einsum("kii->ki", covariance)), std) / std / norms
    return Estimate(
        mean / norms, total * np.outer(factor, factor), float(1 - share[0]),
        noises[int(np.argmax(share))],
    )  # fmt: skip


def _half_width(share, apart, std, whole) -> np.ndarray:
    """Half width about the mean that holds :data:`HELD` of a mixture, shape (coefficient,).

    Its standard deviation `whole` would let one unlikely colour with a wide error count too much.
    """
    from scipy.special import ndtr

    low, high = np.zeros_like(whole), 3.0 * whole  # which hold 89 % of anything
    std = np.maximum(std, np.finfo(float).tiny)
    for _ in range(25):
        middle = (low + high) / 2
        inside = share @ (ndtr((middle - apart) / std) - ndtr((-middle - apart) / std))
        low, high = np.where(inside < HELD, middle, low), np.where(inside < HELD, high, middle)
    return high


def _cost(columns, noise) -> float:
    """Minus twice the restricted log-likelihood of noise of a known covariance."""
    root = np.linalg.cholesky(noise)
    white = np.linalg.solve(root, columns)
    q, r = np.linalg.qr(white)
    determinants = np.log(np.diag(root)).sum() + np.log(np.abs(np.diag(r)[:-1])).sum()
    return float(2 * determinants + r[-1, -1] ** 2)


@dataclass(frozen=True)
class Solution:
    """Coefficients, their covariance, and the sum of squares with its degrees of freedom."""

    coefficients: np.ndarray
    covariance: np.ndarray
    squares: float
    freedom: int


def solve(values, matrix, pairs=None, white=None) -> Solution:
    """Least squares of the valid values; Fattahi and Amelung (2015) eq. 10, and pairs' noise.

    `white` makes the valid values' noise white.
    """
    valid = np.isfinite(values)
    y, a = values[valid], matrix[valid]
    if white is not None:
        y, a = white @ y, white @ a
    count, unknowns = a.shape
    if count <= unknowns:
        raise GroundshiftError(
            f"The model has {unknowns} coefficients and the series {count} valid dates; take "
            "fewer terms."
        )
    norms = np.linalg.norm(a, axis=0)
    if not norms.all():
        raise GroundshiftError("The series' dates cannot tell the terms apart; take fewer terms.")
    q, r = np.linalg.qr(a / norms)
    if np.any(np.diag(r) ** 2 < LEAST_PIVOT):
        raise GroundshiftError("The series' dates cannot tell the terms apart; take fewer terms.")
    operator = np.linalg.solve(r, q.T) / norms[:, np.newaxis]
    coefficients = operator @ y
    squares = float(np.sum((y - a @ coefficients) ** 2))
    shaped, expected = 0.0, 0.0
    if pairs is not None:
        pairs = pairs[np.ix_(valid, valid)]
        shaped = operator @ pairs @ operator.T
        expected = float(np.trace(pairs) - np.trace(q.T @ pairs @ q))
    variance = split_noise(squares, count - unknowns, expected)
    covariance = variance * (operator @ operator.T) + shaped
    return Solution(coefficients, covariance, squares, count - unknowns)


def honest(trace, matrix, kind) -> tuple:
    """Solution with what the noise's colour may be, and the :class:`Estimate`.

    The latter is None where the noise is taken as white.
    """
    plain = solve(trace.values, matrix, trace.covariance)
    if kind == "white":
        return plain, None
    valid, by_pairs = np.isfinite(trace.values), None
    if trace.covariance is not None:
        pairs = trace.covariance[np.ix_(valid, valid)]
        q, _ = np.linalg.qr(matrix[valid])
        expected = float(np.trace(pairs) - np.trace(q.T @ pairs @ q))
        mean = plain.squares / plain.freedom
        by_date = max(split_noise(plain.squares, plain.freedom, expected), LEAST_BY_DATE * mean)
        by_pairs = plain.coefficients, plain.covariance, pairs + by_date * np.eye(len(pairs))
    found = estimate(
        trace.values[valid], matrix[valid], years_of(trace.dates)[valid], kind, by_pairs
    )
    if found is None:
        return plain, None
    return replace(plain, coefficients=found.coefficients, covariance=found.covariance), found


def likeliest(trace, matrix, kind) -> MarkovNoise:
    """The noise under which terms are searched for."""
    try:
        found = honest(trace, matrix, kind)[1]
    except GroundshiftError:
        return WHITE
    return WHITE if found is None else found.likeliest


def whitener(trace, noise):
    """What makes the valid values' noise white, shape (valid, valid); None where it is."""
    if noise.is_white:
        return None
    years = years_of(trace.dates)[np.isfinite(trace.values)]
    return np.linalg.inv(np.linalg.cholesky(noise.covariance(years)))

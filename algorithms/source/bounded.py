# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Least squares within bounds, from the normal equations.

Minimises ``x' N x / 2 - c' x`` with ``lower <= x <= upper`` by block principal pivoting: guess
which unknowns are free and which sit at a bound, solve for the free ones, exchange whatever broke
a rule, all at once (Portugal, Judice and Vicente 1994; Judice and Pires 1994 with upper bounds;
doi:10.1090/S0025-5718-1994-1250776-4). From a solution of a similar problem, as on the way through
a set of smoothings, it takes a few rounds. Where the exchange of blocks circles, the exchange of
one unknown at a time ends it in any case (Murty 1974).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import linalg

from ..errors import GroundshiftError

FREE, LOW, HIGH = 0, -1, 1
ROUNDING = 1e-12
PATIENCE = 5  # rounds without progress before single exchanges
MOST_ROUNDS = 20000


@dataclass(frozen=True)
class Bounded:
    """A solution within bounds.

    Parameters
    ----------
    x : ndarray, shape (unknown,)
    state : ndarray of int8, shape (unknown,)
        :data:`FREE`, :data:`LOW` or :data:`HIGH`.
    rounds : int
        Systems of equations that were solved.
    violation : float
        The largest offence against the conditions of Karush, Kuhn and Tucker, as a share of the
        largest element of the right-hand side.
    """

    x: np.ndarray
    state: np.ndarray
    rounds: int
    violation: float


def solve(matrix, right, lower, upper, state=None) -> Bounded:
    """Minimise ``x' N x / 2 - c' x`` within bounds.

    Parameters
    ----------
    matrix : ndarray, shape (unknown, unknown)
        N, symmetric and positive definite.
    right : ndarray, shape (unknown,)
        c.
    lower, upper : ndarray, shape (unknown,)
        Infinite where there is no bound.
    state : ndarray of int8, optional
        Where to start: the state of the solution of a similar problem.

    Returns
    -------
    Bounded

    Raises
    ------
    GroundshiftError
        If the matrix is not positive definite.
    """
    warm = state is not None
    state = _start(state, lower, upper)
    fewest, patience, rounds = len(right) + 1, PATIENCE, 0
    while True:
        rounds += 1
        x = np.where(state == LOW, lower, np.where(state == HIGH, upper, 0.0))
        free = state == FREE
        x[free] = _solved(matrix, right, x, free)
        gradient = matrix @ x - right
        low, high, release = _offences(x, gradient, state, lower, upper, right)
        wrong = low | high | release
        count = int(wrong.sum())
        if not count or rounds >= MOST_ROUNDS:
            break
        if count < fewest:
            fewest, patience = count, PATIENCE
        elif patience > 0:
            patience -= 1
        elif warm:
            # A start that leads astray is worse than none.
            warm, fewest, patience = False, len(right) + 1, PATIENCE
            state = _start(None, lower, upper)
            continue
        else:
            wrong &= np.arange(len(wrong)) == np.flatnonzero(wrong)[-1]
        state[wrong & low] = LOW
        state[wrong & high] = HIGH
        state[wrong & release] = FREE
    x = np.clip(x, lower, upper)
    return Bounded(x, state, rounds, violation(matrix, right, x, state, lower, upper))


def violation(matrix, right, x, state, lower, upper) -> float:
    """The largest offence against the optimality conditions; see :class:`Bounded`."""
    gradient = matrix @ x - right
    offence = np.where(
        state == FREE, np.abs(gradient), np.maximum(0, np.where(state == LOW, -gradient, gradient))
    )
    # What lies at both bounds at a time may have any gradient.
    offence = np.where(lower == upper, 0.0, offence)
    return float(offence.max(initial=0.0) / max(np.abs(right).max(initial=0.0), 1e-300))


def _start(state, lower, upper):
    if (lower > upper).any():
        raise GroundshiftError("A lower bound of slip lies above the upper one; swap them.")
    if state is None:
        state = np.where(np.isfinite(lower), LOW, FREE).astype(np.int8)
    state = np.array(state, np.int8)
    state[(state == LOW) & ~np.isfinite(lower)] = FREE
    state[(state == HIGH) & ~np.isfinite(upper)] = FREE
    state[lower == upper] = LOW
    return state


def _solved(matrix, right, x, free):
    """The free unknowns, the others held."""
    if not free.any():
        return np.empty(0)
    numbers = np.flatnonzero(free)
    held = np.flatnonzero(x)
    given = right[numbers]
    if len(held):
        given = given - matrix[np.ix_(numbers, held)] @ x[held]
    return linalg.cho_solve(factored(matrix, numbers), given, check_finite=False)


def factored(matrix, numbers):
    """Cholesky factor of a part of the matrix, for :func:`scipy.linalg.cho_solve`.

    Raises
    ------
    GroundshiftError
        If it is not positive definite.
    """
    part = matrix if len(numbers) == len(matrix) else matrix[np.ix_(numbers, numbers)]
    try:
        return linalg.cho_factor(part, lower=True, check_finite=False)
    except linalg.LinAlgError as error:
        raise GroundshiftError(
            "The data do not say how all patches slip and nothing else does; smooth more, or hold "
            "slip at nought beyond the edges."
        ) from error


def _offences(x, gradient, state, lower, upper, right):
    """Which unknowns go to the lower bound, to the upper one, and free."""
    slack = ROUNDING * max(np.abs(x).max(initial=0.0), 1e-300)
    steep = ROUNDING * max(np.abs(right).max(initial=0.0), 1e-300)
    free = state == FREE
    low, high = free & (x < lower - slack), free & (x > upper + slack)
    release = ((state == LOW) & (gradient < -steep)) | ((state == HIGH) & (gradient > steep))
    return low, high, release & (lower < upper)

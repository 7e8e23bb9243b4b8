# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip on patches from displacement: one fault, one smoothing, and the weights of the tracks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import linalg

from .bounded import FREE, factored, solve
from .net_slip import net_slip, solve_net
from .slip_equations import SlipEquations

MOST_BALANCING = 30
BALANCED = 1e-3
LEAST_FREEDOM = 1.0


@dataclass(frozen=True)
class SlipSolution:
    """Slip at one smoothing.

    Parameters
    ----------
    x : ndarray, shape (unknown,)
        Metres, by patch, then component.
    state : ndarray of int8, shape (unknown,)
        See :mod:`.bounded`.
    multipliers : ndarray, shape (patch,)
        Above 0 where net slip is at its limit.
    smoothing : float
        The factor `a` of ``|W (G s - d)|^2 + a^2 |H s|^2``.
    balance : ndarray, shape (track,)
        Factors of the tracks' squared residuals.
    misfits : ndarray, shape (track,)
        Whitened residuals squared, before the balance.
    roughness : float
        ``|H s|^2``.
    rounds : int
        Systems of equations that were solved.
    violation : float
        See :class:`.bounded.Bounded`.
    """

    x: np.ndarray
    state: np.ndarray
    multipliers: np.ndarray
    smoothing: float
    balance: np.ndarray
    misfits: np.ndarray
    roughness: float
    rounds: int
    violation: float

    @property
    def misfit(self) -> float:
        """Squared residuals of all tracks, balanced."""
        return float(self.balance @ self.misfits)

    @property
    def objective(self) -> float:
        """What was made small: misfit and smoothed roughness."""
        return self.misfit + self.smoothing**2 * self.roughness


def solve_slip(
    equations: SlipEquations, smoothing: float, balance=None, start: SlipSolution | None = None
) -> SlipSolution:
    """The slip that fits the data and is smooth, within its bounds.

    Parameters
    ----------
    equations : SlipEquations
    smoothing : float
    balance : ndarray, shape (track,), optional
        1 for each track by default.
    start : SlipSolution, optional
        Of a similar problem, which makes it quicker and does not change the result.

    Returns
    -------
    SlipSolution

    Raises
    ------
    GroundshiftError
        If data and smoothing do not say how the patches slip.
    """
    balance = np.ones(len(equations.tracks)) if balance is None else np.asarray(balance, float)
    matrix, right = equations.combined(balance)
    matrix = matrix + smoothing**2 * equations.roughness
    found, multipliers = bounded_slip(equations, matrix, right, start)
    return SlipSolution(
        found.x, found.state, multipliers, smoothing, balance, equations.misfits(found.x),
        equations.rough(found.x), found.rounds, found.violation,
    )  # fmt: skip


def bounded_slip(equations: SlipEquations, matrix, right, start=None) -> tuple:
    """Solve normal equations within the bounds of slip.

    Parameters
    ----------
    equations : SlipEquations
        For its bounds.
    matrix : ndarray, shape (unknown, unknown)
    right : ndarray, shape (unknown,)
    start : SlipSolution, optional

    Returns
    -------
    found : Bounded
    multipliers : ndarray, shape (patch,)
    """
    state = None if start is None else start.state
    if equations.gram.shape[1] == 1:
        upper = np.full(len(right), equations.limit)
        found = solve(matrix, right, equations.lower, upper, state)
        return found, (found.x >= equations.limit).astype(float)
    multipliers = None if start is None else start.multipliers
    found = solve_net(
        matrix, right, equations.lower, equations.gram, equations.limit, state, multipliers
    )
    return found.bounded, found.multipliers


def at_limit(equations: SlipEquations, solution: SlipSolution) -> int:
    """Patches whose net slip is at its limit."""
    net = net_slip(solution.x, equations.gram)
    return int((net >= equations.limit * (1 - 1e-6)).sum()) if np.isfinite(equations.limit) else 0


def free_matrix(equations: SlipEquations, solution: SlipSolution) -> tuple:
    """Numbers of the unknowns off their bounds, and the Cholesky factor of their matrix."""
    numbers = np.flatnonzero(solution.state == FREE)
    matrix, _ = equations.combined(solution.balance)
    matrix = matrix + solution.smoothing**2 * equations.roughness
    return numbers, factored(matrix, numbers) if len(numbers) else None


def parameters_by_track(equations: SlipEquations, solution: SlipSolution) -> np.ndarray:
    """How many parameters each track determines: its share of the trace of the hat matrix.

    Bounds hold unknowns; only the others count.
    """
    numbers, factor = free_matrix(equations, solution)
    if factor is None:
        return np.zeros(len(equations.tracks))
    inverse = linalg.cho_solve(factor, np.eye(len(numbers)), check_finite=False)
    part = np.ix_(numbers, numbers)
    return np.array([
        share * (inverse * track.matrix[part]).sum()
        for share, track in zip(solution.balance, equations.tracks)
    ])  # fmt: skip


def variances(equations: SlipEquations, solution: SlipSolution) -> np.ndarray:
    """Variance of each track's whitened residuals: 1 where its covariance is right.

    Returns
    -------
    ndarray, shape (track,)
        Squared residuals over the degrees of freedom that the model leaves to the track
        (Foerstner 1979; Koch 1999, eq. 3.278).
    """
    used = parameters_by_track(equations, solution)
    freedom = np.array([track.freedom for track in equations.tracks]) - used
    return solution.misfits / np.maximum(freedom, LEAST_FREEDOM)


def balanced(equations: SlipEquations, smoothing: float, method: str) -> SlipSolution:
    """The slip with the tracks weighted by what they turn out to be worth.

    Parameters
    ----------
    equations : SlipEquations
    smoothing : float
    method : str
        ``variance``: variance components, from the residuals and the degrees of freedom of each
        track, until they hold; ``equal``: the mean squared residuals that the tracks have with
        the same weights are made the same, once.

    Returns
    -------
    SlipSolution
        Weights have a mean of 1 over the samples.
    """
    freedom = np.array([track.freedom for track in equations.tracks], float)
    balance = np.ones(len(freedom))
    solution = solve_slip(equations, smoothing, balance)
    for _ in range(MOST_BALANCING if method == "variance" else 1):
        if method == "variance":
            found = variances(equations, solution)
        else:
            found = solution.misfits / freedom
        new = 1 / np.maximum(found, 1e-12 * found.max())
        new *= freedom.sum() / (freedom @ new)
        change = np.abs(np.log(new / balance)).max()
        balance = new
        solution = solve_slip(equations, smoothing, balance, solution)
        if change < BALANCED:
            break
    return solution

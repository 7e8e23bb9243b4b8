# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Bounded least squares where two components of a patch have a largest net slip.

The limit ``s' M s <= limit^2`` of a patch is a curved bound, which bounds of the components cannot
say. Its multiplier `m >= 0` adds ``m M`` to the patch's block of the normal matrix; the multipliers
are found by Newton's method on ``1 / limit - 1 / net``, which is nearly straight in them, as in
trust-region methods (Hebden 1973; More and Sorensen 1983, doi:10.1137/0904038), with the dual
function to see that steps lead on (Bertsekas 1982, doi:10.1137/0320018). The problem is convex:
what meets the conditions is the solution.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import linalg

from ..errors import GroundshiftError
from .bounded import FREE, Bounded, factored, solve

CLOSE = 1e-9  # of the limit
MOST_STEPS = 100
MOST_HALVINGS = 12


@dataclass(frozen=True)
class NetBounded:
    """A solution under limits of the net slip.

    Parameters
    ----------
    bounded : Bounded
        Of the problem with its multipliers; its `rounds` are those of all steps.
    multipliers : ndarray, shape (patch,)
        Above 0 where the net slip is at its limit.
    """

    bounded: Bounded
    multipliers: np.ndarray


def net_slip(x, gram) -> np.ndarray:
    """Net slip of each patch.

    Parameters
    ----------
    x : ndarray, shape (patch * component,)
        The components of a patch stand side by side.
    gram : ndarray, shape (patch, component, component)
        Scalar products of the components' directions.

    Returns
    -------
    ndarray, shape (patch,)
    """
    parts = x.reshape(gram.shape[:2])
    return np.sqrt(np.maximum(np.einsum("pa,pab,pb->p", parts, gram, parts), 0))


def solve_net(matrix, right, lower, gram, limit, state=None, multipliers=None) -> NetBounded:
    """Minimise ``x' N x / 2 - c' x`` with a lower bound and a limit of each patch's net slip.

    Parameters
    ----------
    matrix, right, lower
        See :func:`.bounded.solve`; the unknowns are ordered by patch, then component.
    gram : ndarray, shape (patch, component, component)
        See :func:`net_slip`.
    limit : float
        Metres; may be infinite.
    state, multipliers : ndarray, optional
        Where to start.

    Returns
    -------
    NetBounded

    Raises
    ------
    GroundshiftError
        If the steps do not end.
    """
    if not np.isfinite(limit):
        upper = np.full(len(right), np.inf)
        return NetBounded(solve(matrix, right, lower, upper, state), np.zeros(len(gram)))
    problem = _Problem(matrix, right, lower, gram, limit)
    extra = np.zeros(len(gram)) if multipliers is None else np.array(multipliers, float)
    point = problem.at(extra, state)
    rounds = point.found.rounds
    for _ in range(MOST_STEPS):
        if point.wrong <= CLOSE * limit:
            x = _within(point.found.x, gram, limit)
            found = Bounded(x, point.found.state, rounds, point.found.violation)
            return NetBounded(found, point.extra)
        active = np.flatnonzero((point.slope > 0) | (point.extra > 0))
        for step in _steps(problem, point, active):
            point, tried, better = _search(problem, point, active, step)
            rounds += tried
            if better:
                break
        else:
            break
    raise GroundshiftError(
        f"The limit of {limit:g} m of net slip could not be kept to; allow more slip."
    )


@dataclass(frozen=True)
class _Problem:
    """The problem, of which multipliers make a bounded one."""

    matrix: np.ndarray
    right: np.ndarray
    lower: np.ndarray
    gram: np.ndarray
    limit: float

    def at(self, extra, state):
        """The bounded solution for multipliers."""
        loaded = _loaded(self.matrix, self.gram, extra)
        found = solve(loaded, self.right, self.lower, np.full(len(self.right), np.inf), state)
        net = net_slip(found.x, self.gram)
        over = net - self.limit
        # Complementarity: above the limit nowhere, below it only without a multiplier.
        wrong = np.where(extra > 0, np.abs(over), np.maximum(over, 0)).max()
        dual = 0.5 * found.x @ (loaded @ found.x) - self.right @ found.x
        dual -= 0.5 * self.limit**2 * extra.sum()
        slope = 0.5 * (net**2 - self.limit**2)
        return _Point(extra, loaded, found, net, float(wrong), float(dual), slope)


@dataclass(frozen=True)
class _Point:
    """What multipliers give: the dual function, which is concave, and its slope."""

    extra: np.ndarray
    loaded: np.ndarray
    found: Bounded
    net: np.ndarray
    wrong: float
    dual: float
    slope: np.ndarray


def _steps(problem, point, active):
    """Changes of the active multipliers to try: the quickest one first, then the surest one.

    Multipliers do not fall below nought: each step is a bounded problem of its own.
    """
    curvature = _curvature(problem, point, active)
    lower, upper = -point.extra[active], np.full(len(active), np.inf)
    net, limit, slope = point.net[active], problem.limit, point.slope[active]
    quick = np.where(net > limit, net**2 * (net - limit) / limit, slope)
    for right in (quick, slope):
        yield solve(curvature, right, lower, upper, np.zeros(len(active), np.int8)).x


def _curvature(problem, point, active):
    """Minus the dual's second derivatives: with ``v = M s``, ``v' N^-1 v``."""
    free = np.flatnonzero(point.found.state == FREE)
    size = problem.gram.shape[1]
    pushed = np.zeros((len(point.found.x), len(active)))
    for column, patch in enumerate(active):
        mine = slice(patch * size, patch * size + size)
        pushed[mine, column] = problem.gram[patch] @ point.found.x[mine]
    pushed = pushed[free]
    moved = linalg.cho_solve(factored(point.loaded, free), pushed, check_finite=False)
    curvature = pushed.T @ moved
    # A patch that does not slip has none of its own: its multiplier may go to nought at once.
    still = np.abs(point.slope[active]) / np.maximum(point.extra[active], 1e-300)
    least = np.diag(curvature) <= 1e-12 * np.diag(curvature).max()
    curvature[np.diag_indices(len(active))] += np.where(least, still, 1e-13 * np.diag(curvature))
    return curvature


def _search(problem, point, active, step):
    """The first place along a step at which the dual is larger; whether there is one."""
    rounds, share = 0, 1.0
    for _ in range(MOST_HALVINGS):
        extra = point.extra.copy()
        extra[active] = np.maximum(extra[active] + share * step, 0)
        new = problem.at(extra, point.found.state)
        rounds += new.found.rounds
        gain = point.slope @ (extra - point.extra)
        rounding = 1e-12 * abs(point.dual)
        if gain < rounding and new.wrong < 0.5 * point.wrong:
            return new, rounds, True
        if new.dual - point.dual > 1e-4 * gain > 0:
            return new, rounds, True
        share /= 3
    return point, rounds, False


def _loaded(matrix, gram, extra):
    """The normal matrix with the multipliers' blocks."""
    loaded = matrix.copy()
    size = gram.shape[1]
    for patch in np.flatnonzero(extra):
        mine = slice(patch * size, patch * size + size)
        loaded[mine, mine] += extra[patch] * gram[patch]
    return loaded


def _within(x, gram, limit):
    """Slip that is over its limit by rounding, set to it."""
    net = net_slip(x, gram)
    share = np.where(net > limit, limit / np.maximum(net, 1e-300), 1.0)
    return (x.reshape(gram.shape[:2]) * share[:, None]).ravel()

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which smoothing, and which dip: slip over a grid of both, and the rules that choose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np
from scipy.interpolate import CubicSpline

from ..errors import GroundshiftError
from ..job import Job
from .slip_inversion import parameters_by_track, solve_slip

RULES = ("log_sum", "l_curve", "gcv")
SPAN = (0.01, 3.0)  # of smoothings about the middle one
FINE = 40  # places between two smoothings at which the curve's bend is looked at


@dataclass(frozen=True)
class SlipGrid:
    """Solutions for every dip and smoothing.

    Parameters
    ----------
    dips : ndarray, shape (dip,)
        Degrees, or whatever tells geometries apart.
    smoothings : ndarray, shape (smoothing,)
        Growing.
    solutions : list of list of SlipSolution
        By dip, then smoothing.
    misfit : ndarray, shape (dip, smoothing)
        Root mean square of the balanced, whitened residuals: about 1 where the fit is as good as
        the data.
    roughness : ndarray, shape (dip, smoothing)
        Root mean square of ``H s`` over the patches, metres.
    objective : ndarray, shape (dip, smoothing)
    parameters : ndarray, shape (dip, smoothing)
        That the data determine.
    freedom : int
        Samples less offsets and ramps.
    potency : ndarray, shape (dip, smoothing)
        Net slip times area, summed, cubic metres.
    """

    dips: np.ndarray
    smoothings: np.ndarray
    solutions: list
    misfit: np.ndarray
    roughness: np.ndarray
    objective: np.ndarray
    parameters: np.ndarray
    freedom: int
    potency: np.ndarray

    @property
    def gcv(self) -> np.ndarray:
        """Generalised cross-validation (Golub et al. 1979); small where new data fit best."""
        left = np.maximum(self.freedom - self.parameters, 1.0)
        return self.misfit**2 * (self.freedom / left) ** 2

    def log_sum(self, per_dip: bool = False) -> np.ndarray:
        """The logarithm of misfit plus roughness, both from 0 to 1, shape (dip, smoothing).

        Parameters
        ----------
        per_dip : bool
            Rescale within each dip, as the code of Feng et al. (2013) does; values of different
            dips can then not be compared.
        """
        axis = 1 if per_dip else None
        total = _unit(self.misfit, axis) + _unit(self.roughness, axis)
        return np.log(np.maximum(total, 1e-12))


def default_smoothings(equations, balance, count: int = 12) -> np.ndarray:
    """Smoothings from hardly any to far too much, about where data and roughness weigh the same."""
    matrix, _ = equations.combined(balance)
    middle = np.sqrt(np.trace(matrix) / np.trace(equations.roughness))
    return middle * np.geomspace(SPAN[0], SPAN[1], count)


def slip_grid(dips, equations_of: Callable, smoothings, balance, job=None) -> SlipGrid:
    """Solve for every dip and smoothing, each from its neighbour.

    Parameters
    ----------
    dips : sequence of float
    equations_of : callable
        From a dip to its :class:`.slip_equations.SlipEquations`.
    smoothings : sequence of float
    balance : ndarray, shape (track,)
    job : Job, optional

    Returns
    -------
    SlipGrid

    Raises
    ------
    GroundshiftError
        If there is no smoothing, or one below 0.
    Cancelled
        If the user asked to stop.
    """
    job = job or Job()
    smoothings = np.unique(np.asarray(smoothings, float))
    if not len(smoothings) or not np.isfinite(smoothings).all() or smoothings[0] < 0:
        raise GroundshiftError("Smoothing factors are numbers from 0 on; give at least one.")
    rows, start, freedom = [], None, 0
    shape = (len(dips), len(smoothings))
    parameters, potency = np.zeros(shape), np.zeros(shape)
    for one, dip in enumerate(dips):
        equations = equations_of(dip)
        freedom = sum(track.freedom for track in equations.tracks)
        row = [None] * len(smoothings)
        # From smooth to rough; the next dip starts where this one did.
        first = None
        for two in reversed(range(len(smoothings))):
            job.check()
            if start is not None and len(start.x) != len(equations.lower):
                start = None
            start = solve_slip(equations, smoothings[two], balance, start)
            first = first or start
            row[two] = start
            parameters[one, two] = parameters_by_track(equations, start).sum()
            net = np.hypot(*equations.vectors(start.x)[:, :2].T)
            potency[one, two] = (net * equations.patches.area).sum()
            job.tell((one * shape[1] + shape[1] - two) / (shape[0] * shape[1]))
        start = first
        rows.append(row)
    patches = np.array([[len(row[0].multipliers)] for row in rows])
    return SlipGrid(
        np.asarray(dips, float), smoothings, rows,
        np.sqrt(_each(rows, lambda found: found.misfit) / freedom),
        np.sqrt(_each(rows, lambda found: found.roughness) / patches),
        _each(rows, lambda found: found.objective), parameters, freedom, potency,
    )  # fmt: skip


def choose(grid: SlipGrid, rule: str, per_dip: bool = False) -> tuple:
    """Number of the best dip and the best smoothing.

    Parameters
    ----------
    grid : SlipGrid
    rule : str
        ``log_sum``: least :meth:`SlipGrid.log_sum`; ``gcv``: the smoothest local minimum of
        :attr:`SlipGrid.gcv`, and the dip with the least there;
        ``l_curve``: the corner of each dip's curve of misfit against roughness, then the dip
        with the least objective at the smoothing that its corner and the others' have in the
        middle.
    per_dip : bool
        For ``log_sum``.

    Returns
    -------
    dip, smoothing : int
    """
    if len(grid.smoothings) < 3:
        # No curve and no range to rescale to: the data alone tell.
        table = grid.gcv
    elif rule == "log_sum":
        table = grid.log_sum(per_dip)
    elif rule == "gcv":
        smoothing = smoothest_minimum(grid.gcv.min(axis=0), grid.freedom)
        return int(np.argmin(grid.gcv[:, smoothing])), smoothing
    elif rule == "l_curve":
        corners = [corner(grid, number) for number in range(len(grid.dips))]
        smoothing = int(np.median(corners))
        return int(np.argmin(grid.objective[:, smoothing])), smoothing
    else:
        raise GroundshiftError(f"Rules of choice are {', '.join(RULES)}; take one of them.")
    best = np.unravel_index(np.argmin(table), table.shape)
    return int(best[0]), int(best[1])


def smoothest_minimum(values, freedom: int) -> int:
    """Number of the last local minimum that is as good as the least value.

    Cross-validation is flat towards hardly any smoothing, and with few samples often least there,
    beside the minimum that is meant.

    Parameters
    ----------
    values : ndarray, shape (smoothing,)
        Growing smoothings.
    freedom : int
        A variance from so many is known to the root of two over it, of which two are allowed.
    """
    padded = np.concatenate([[np.inf], values, [np.inf]])
    low = (padded[1:-1] <= padded[:-2]) & (padded[1:-1] <= padded[2:])
    low &= values <= values.min() * (1 + 2 * np.sqrt(2 / freedom))
    return int(np.flatnonzero(low)[-1])


def corner(grid: SlipGrid, dip: int) -> int:
    """Number of the smoothing at the corner of one dip's L-curve.

    The curvature of misfit over roughness (Hansen and O'Leary 1993, doi:10.1137/0914086) along the
    smoothing's logarithm, from cubic splines. Both run from 0 to 1: the misfit changes too little
    for its logarithm to show a corner, as it never falls below the data's errors.
    """
    smoothings, misfit, rough = grid.smoothings, grid.misfit[dip], grid.roughness[dip]
    use = smoothings > 0
    if use.sum() < 4:
        return int(np.argmin(grid.gcv[dip]))
    at = np.log(smoothings[use])
    curves = [CubicSpline(at, _unit(values[use], None)) for values in (rough, misfit)]
    fine = np.linspace(at[0], at[-1], FINE * len(at))
    (x1, y1), (x2, y2) = ([curve(fine, order) for curve in curves] for order in (1, 2))
    bend = (x2 * y1 - x1 * y2) / np.maximum((x1**2 + y1**2) ** 1.5, 1e-12)
    # The ends of a spline bend as they like.
    inside = (fine >= at[1]) & (fine <= at[-2])
    best = fine[inside][np.argmax(bend[inside])]
    return int(np.flatnonzero(use)[np.argmin(np.abs(at - best))])


def dip_uncertainty(grid: SlipGrid, smoothing: int, variance: float = 1.0) -> tuple:
    """The dip at which the objective is least, and its standard deviation.

    Parameters
    ----------
    grid : SlipGrid
    smoothing : int
    variance : float
        Of the whitened residuals: what the data's covariances are too small by.

    Returns
    -------
    dip, std : float
        From the parabola through the lowest node and its neighbours: the objective is twice the
        negative logarithm of the probability with all slip at its best, so that it grows by 1
        within one standard deviation. NaN for both where the lowest node is at an end.
    """
    values = grid.objective[:, smoothing] / variance
    order = np.argsort(grid.dips)
    dips, values = grid.dips[order], values[order]
    best = int(np.argmin(values))
    if len(dips) < 3 or best in (0, len(dips) - 1):
        return float("nan"), float("nan")
    square, slope, _ = np.polyfit(
        dips[best - 1 : best + 2] - dips[best], values[best - 1 : best + 2], 2
    )
    if square <= 0:
        return float("nan"), float("nan")
    return float(dips[best] - slope / (2 * square)), float(np.sqrt(1 / square))


def _each(rows, value) -> np.ndarray:
    return np.array([[value(found) for found in row] for row in rows])


def _unit(values, axis):
    low = values.min(axis=axis, keepdims=True)
    span = values.max(axis=axis, keepdims=True) - low
    return (values - low) / np.where(span > 0, span, 1.0)

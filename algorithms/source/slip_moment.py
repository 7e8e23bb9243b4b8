# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How sure the moment of a slip model is, with dip and smoothing as unknowns.

Noise is the least of it. Smoothing and bounds bias the moment, hide slip that the data do not see,
and other dips and smoothings explain the data as well. What they do to the moment is added up as
independent errors, and none of it is taken off: the bias is known of data that another model makes,
that of what surely slipped, which is no more than its size.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import linalg

from ..errors import GroundshiftError
from .slip_inversion import free_matrix, solve_slip

WITHIN = 1.96
"""Standard deviations of a Gaussian that hold 95 % of it."""
DIP_DOUBT = 5.0
"""Degrees to which a dip is known that was given and not searched for."""
ONE_DIP = 1e-3  # radians


@dataclass(frozen=True)
class MomentError:
    """Errors of the moment, each a share of it.

    Parameters
    ----------
    noise : float
        Standard deviation over data with other noise.
    bias : float
        By smoothing and bounds, of data that the model makes where it surely slipped; with its
        sign.
    hidden : float
        Standard deviation of what smoothing hides, if it is taken for what is known beforehand.
    choice : float
        Root mean square change of the moment over the dips and smoothings that were tried, each by
        how well it predicts data.
    dip : float
        By the dip, where it was given and not searched for; see :func:`dip_doubt`.
    """

    noise: float
    bias: float
    hidden: float
    choice: float
    dip: float = 0.0

    @property
    def std(self) -> float:
        """All together."""
        parts = (self.noise, self.bias, self.hidden, self.choice, self.dip)
        return float(np.linalg.norm(parts))

    def interval(self, moment: float) -> tuple:
        """What holds the moment with 95 %, of a logarithm with this error: never below 0."""
        factor = float(np.exp(WITHIN * self.std))
        return moment / factor, moment * factor


def moment_error(
    equations, solution, grid, monte_carlo, variance: float, dip: float = 0.0
) -> MomentError | None:
    """The error of the moment.

    Parameters
    ----------
    equations : SlipEquations
    solution : SlipSolution
        The chosen one.
    grid : SlipGrid
    monte_carlo : MonteCarlo or None
    variance : float
        Of the whitened residuals.
    dip : float
        See :func:`dip_doubt`.

    Returns
    -------
    MomentError or None
        None without Monte Carlo data, or without slip.
    """
    net = np.hypot(*equations.vectors(solution.x)[:, :2].T)
    potency = float(net @ equations.patches.area)
    if monte_carlo is None or not potency > 0:
        return None
    weights = prediction_weights(grid, variance)
    choice = np.sqrt((weights * (grid.potency - potency) ** 2).sum())
    return MomentError(
        monte_carlo.potency_std / potency,
        (monte_carlo.potency - monte_carlo.true_potency) / potency,
        np.sqrt(variance) * _hidden(equations, solution) / potency, float(choice) / potency,
        dip,
    )  # fmt: skip


def dip_doubt(equations_of, patches, dip, solution, variance: float) -> float | None:
    """What a dip that was not searched for does to the moment, as a share of it.

    The dip is an unknown with a Gaussian prior of :data:`DIP_DOUBT` about the one that was given.
    The objective at three dips, and the moment's change with the dip, tell how far the data would
    move it, how well they then know it, and what both make of the moment.

    Parameters
    ----------
    equations_of : callable
        From a dip in degrees to its :class:`.slip_equations.SlipEquations`.
    patches : PatchSet
    dip : float
        Degrees; NaN for that of the patches.
    solution : SlipSolution
    variance : float
        Of the whitened residuals.

    Returns
    -------
    float or None
        None where the fault has several dips or cannot be turned.
    """
    if not np.isfinite(dip):
        if np.ptp(patches.dip) > ONE_DIP:
            return None
        dip = float(np.degrees(np.median(patches.dip)))
    steps = DIP_DOUBT * np.array([-1.0, 0.0, 1.0])
    steps += DIP_DOUBT * ((dip - DIP_DOUBT <= 0) * 1.0 - (dip + DIP_DOUBT > 90))
    objective, potency = [], []
    try:
        for step in steps:
            equations = equations_of(dip + step)
            start = solution if len(equations.lower) == len(solution.x) else None
            found = solve_slip(equations, solution.smoothing, solution.balance, start)
            net = np.hypot(*equations.vectors(found.x)[:, :2].T)
            objective.append(found.objective / variance)
            potency.append(net @ equations.patches.area)
    except GroundshiftError:
        return None
    bend, slope, _ = np.polyfit(steps, objective, 2)
    bend = max(bend, 0.0) + 1 / DIP_DOUBT**2
    away = np.clip(-slope / (2 * bend), -2 * DIP_DOUBT, 2 * DIP_DOUBT)
    change = np.polyfit(steps, np.log(np.maximum(potency, 1e-300)), 1)[0]
    return float(abs(change) * np.hypot(away, np.sqrt(1 / bend)))


def prediction_weights(grid, variance: float) -> np.ndarray:
    """Akaike's weights of all dips and smoothings, shape (dip, smoothing), of a sum of 1.

    By the squared residuals and twice the parameters that the data determine (Akaike 1974; Burnham
    and Anderson 2002, section 2.9).
    """
    found = grid.freedom * grid.misfit**2 / variance + 2 * grid.parameters
    weights = np.exp(-0.5 * (found - found.min()))
    return weights / weights.sum()


def _hidden(equations, solution) -> float:
    """Posterior standard deviation of the potency, less what noise alone gives, cubic metres."""
    numbers, factor = free_matrix(equations, solution)
    if factor is None:
        return 0.0
    vectors = equations.vectors(solution.x)[:, :2]
    way = vectors / np.maximum(np.hypot(*vectors.T), 1e-12)[:, None]
    slope = np.einsum("pci,pi->pc", equations.components[..., :2], way)
    slope = (slope * equations.patches.area[:, None]).ravel()[numbers]
    back = linalg.cho_solve(factor, slope, check_finite=False)
    part = equations.roughness[np.ix_(numbers, numbers)]
    # M^-1 is M^-1 D M^-1, of noise, and M^-1 S M^-1, of smoothing.
    return float(solution.smoothing * np.sqrt(max(back @ (part @ back), 0.0)))

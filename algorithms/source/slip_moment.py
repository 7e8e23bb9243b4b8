# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How sure the moment of a slip model is, with dip and smoothing as unknowns.

Noise is the least of it. Smoothing and bounds bias the moment, hide slip that the data do not see,
and other dips and smoothings explain the data as well. What they do to the moment is added up as
independent errors, and none of it is taken off: the bias is known of data that the model itself
makes, which is no more than its size.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import linalg

from .slip_inversion import free_matrix

WITHIN = 1.96
"""Standard deviations of a Gaussian that hold 95 % of it."""


@dataclass(frozen=True)
class MomentError:
    """Errors of the moment, each a share of it.

    Parameters
    ----------
    noise : float
        Standard deviation over data with other noise.
    bias : float
        By smoothing and bounds, of data that the model makes; with its sign.
    hidden : float
        Standard deviation of what smoothing hides, if it is taken for what is known beforehand.
    choice : float
        Root mean square change of the moment over the dips and smoothings that were tried, each by
        how well it predicts data.
    """

    noise: float
    bias: float
    hidden: float
    choice: float

    @property
    def std(self) -> float:
        """All together."""
        return float(np.sqrt(self.noise**2 + self.bias**2 + self.hidden**2 + self.choice**2))

    def interval(self, moment: float) -> tuple:
        """What holds the moment with 95 %, of a logarithm with this error: never below 0."""
        factor = float(np.exp(WITHIN * self.std))
        return moment / factor, moment * factor


def moment_error(equations, solution, grid, monte_carlo, variance: float) -> MomentError | None:
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
        monte_carlo.potency_std / potency, monte_carlo.potency / potency - 1,
        np.sqrt(variance) * _hidden(equations, solution) / potency, float(choice) / potency,
    )  # fmt: skip


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

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How sure a slip model is: standard errors, bias, resolution, and a checkerboard test."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import linalg

from ..job import Job
from .slip_equations import SlipEquations
from .slip_inversion import SlipSolution, bounded_slip


@dataclass(frozen=True)
class Resolution:
    """What the data say about each patch, as if there were no bounds.

    Parameters
    ----------
    posterior : ndarray, shape (patch, 3)
        Standard deviation of strike slip, dip slip and opening in metres, with the smoothing taken
        for what is known beforehand.
    resolution : ndarray, shape (patch,)
        Share of a patch's slip that comes back to it from the data, 0 to 1: the mean of its
        components' diagonal elements of the resolution matrix.
    length : ndarray, shape (patch,)
        Metres: side of the square of fault that one independent number stands for, the root of the
        patch's area over its resolution.
    """

    posterior: np.ndarray
    resolution: np.ndarray
    length: np.ndarray


def resolution(equations: SlipEquations, solution: SlipSolution, variance) -> Resolution:
    """Posterior errors and resolution of the problem without bounds.

    Parameters
    ----------
    equations : SlipEquations
    solution : SlipSolution
        For its smoothing and balance.
    variance : ndarray, shape (track,)
        Of the whitened residuals.

    Returns
    -------
    Resolution

    Notes
    -----
    With the data's normal matrix D and the smoothing's S, the posterior covariance is the variance
    of unit weight times ``(D + S)^-1`` and the resolution matrix ``(D + S)^-1 D`` (Menke 2012;
    Tarantola 2005, eq. 3.37).
    """
    data, _ = equations.combined(solution.balance)
    matrix = data + solution.smoothing**2 * equations.roughness
    # Pinned where neither data nor smoothing say anything.
    matrix[np.diag_indices(len(matrix))] += 1e-12 * np.abs(np.diag(matrix)).max()
    inverse = linalg.inv(matrix, check_finite=False)
    patches, size = equations.components.shape[:2]
    freedom = np.array([track.freedom for track in equations.tracks], float)
    unit = float((freedom * solution.balance) @ variance / freedom.sum())
    each = np.arange(patches)
    blocks = inverse.reshape(patches, size, patches, size)[each, :, each]
    posterior = np.einsum("pai,pab,pbi->pi", equations.components, blocks, equations.components)
    diagonal = np.einsum("ij,ji->i", inverse, data).reshape(patches, size).mean(axis=1)
    diagonal = np.clip(diagonal, 0.0, 1.0)
    length = np.sqrt(equations.patches.area / np.maximum(diagonal, 1e-6))
    return Resolution(np.sqrt(unit * np.maximum(posterior, 0)), diagonal, length)


SURE = 3.0
"""Standard deviations from which on a patch surely slipped."""
MOST_UNSURE = 1 / 3
"""Share of the potency that is left out at most for being unsure."""


def surely_slipped(equations: SlipEquations, solution: SlipSolution, known: Resolution):
    """The solution without the slip that may be none, shape (unknown,).

    Where slip has a bound at none, noise makes some of it on patches that did not slip, never less.
    Data made from a model that has such slip already show only a part of that bias: a bootstrap is
    inconsistent at a bound, and is mended by a truth that is put there where it may be there
    (Andrews 2000, doi:10.1111/1468-0262.00114).

    Parameters
    ----------
    equations : SlipEquations
    solution : SlipSolution
    known : Resolution
    """
    if not np.isfinite(equations.lower).all():
        return solution.x
    vectors = equations.vectors(solution.x)[:, :2]
    net = np.hypot(*vectors.T)
    std = np.hypot(*(vectors * known.posterior[:, :2]).T) / np.maximum(net, 1e-12)
    ratio = net / np.maximum(std, 1e-12)
    order = np.argsort(ratio)
    potency = net * equations.patches.area
    unsure = np.zeros(len(net), bool)
    unsure[order] = np.cumsum(potency[order]) <= MOST_UNSURE * potency.sum()
    parts = solution.x.reshape(len(net), -1)
    return np.where((unsure & (ratio < SURE))[:, None], 0.0, parts).ravel()


@dataclass(frozen=True)
class MonteCarlo:
    """Slip from data as they might have been.

    Parameters
    ----------
    std : ndarray, shape (patch, 3)
        Of strike slip, dip slip and opening, metres.
    net_std : ndarray, shape (patch,)
        Of the net slip.
    bias : ndarray, shape (patch,)
        Mean net slip less that of the model the data were made from: what smoothing and bounds do.
    potency, potency_std : float
        Mean and standard deviation of the summed slip times area, cubic metres.
    true_potency : float
        Of the model the data were made from.
    max_slip, max_slip_std : float
        Of the largest net slip.
    count : int
    """

    std: np.ndarray
    net_std: np.ndarray
    bias: np.ndarray
    potency: float
    potency_std: float
    true_potency: float
    max_slip: float
    max_slip_std: float
    count: int


def monte_carlo(
    equations: SlipEquations,
    white,
    solution: SlipSolution,
    model,
    variance,
    count: int,
    seed: int = 0,
    job=None,
) -> MonteCarlo:
    """Invert what a model predicts plus noise of the data's covariance, many times.

    Parameters
    ----------
    equations : SlipEquations
    white : tuple of WhiteTrack
    solution : SlipSolution
        Its smoothing, balance and bounds hold for every inversion.
    model : ndarray, shape (unknown,)
        Taken for the truth, see :func:`surely_slipped`.
    variance : ndarray, shape (track,)
        By which the tracks' covariances are multiplied.
    count : int
        Two at least.
    seed : int
    job : Job, optional

    Returns
    -------
    MonteCarlo

    Raises
    ------
    Cancelled
        If the user asked to stop.
    """
    job = job or Job()
    generator = np.random.default_rng(seed)
    matrix, _ = equations.combined(solution.balance)
    clean = matrix @ model
    matrix = matrix + solution.smoothing**2 * equations.roughness
    truth = equations.vectors(model)
    area = equations.patches.area
    vectors = np.empty((count, *truth.shape))
    for number in range(count):
        job.check()
        right = clean + _noise(equations, white, solution, variance, generator)
        vectors[number] = equations.vectors(bounded_slip(equations, matrix, right, solution)[0].x)
        job.tell((number + 1) / count)
    net = np.hypot(vectors[..., 0], vectors[..., 1])
    true = np.hypot(truth[:, 0], truth[:, 1])
    potency, highest = net @ area, net.max(axis=1)
    return MonteCarlo(
        vectors.std(axis=0, ddof=1), net.std(axis=0, ddof=1), net.mean(axis=0) - true,
        float(potency.mean()), float(potency.std(ddof=1)), float(true @ area),
        float(highest.mean()), float(highest.std(ddof=1)), count,
    )  # fmt: skip


def _noise(equations, white, solution, variance, generator):
    """The right-hand side of noise alone."""
    right = np.zeros(len(solution.x))
    for share, size, track, own in zip(solution.balance, variance, equations.tracks, white):
        noise = np.sqrt(size) * own.root * generator.standard_normal(len(own.root))
        right += share * (track.design.T @ own.cleared(noise))
    return right


def checkerboard(patches, size: float, slip: float) -> np.ndarray:
    """Slip of every other square of a board on the fault.

    Parameters
    ----------
    patches : PatchSet
    size : float
        Side of a square in metres along strike and down dip.
    slip : float
        Metres on the dark squares; the others do not slip.

    Returns
    -------
    ndarray, shape (patch,)
    """
    along, down = np.zeros(len(patches)), np.zeros(len(patches))
    for segment in np.unique(patches.segment):
        mine = patches.segment == segment
        strike = patches.along_strike[mine].mean(axis=0)
        strike /= np.linalg.norm(strike)
        along[mine] = patches.centre[mine] @ strike - (patches.corners[mine] @ strike).min()
        # A patch's way down the dip, had all above it the same dip.
        depth = patches.depth[mine] - patches.top_depth[mine].min()
        down[mine] = depth / np.maximum(np.sin(patches.dip[mine]), 0.05)
    dark = (np.floor(along / size) + np.floor(down / size)) % 2 == 0
    return np.where(dark, slip, 0.0)


def recovered(
    equations: SlipEquations,
    white,
    solution: SlipSolution,
    slip,
    rake,
    variance,
    seed: int = 0,
    noise: bool = True,
) -> np.ndarray:
    """What the inversion makes of data that a given slip would give.

    Parameters
    ----------
    equations : SlipEquations
    white : tuple of WhiteTrack
    solution : SlipSolution
        For its smoothing, balance and bounds.
    slip, rake : ndarray, shape (patch,)
        Metres and radians.
    variance : ndarray, shape (track,)
    seed : int
    noise : bool
        With noise of the data's covariance.

    Returns
    -------
    ndarray, shape (patch, 3)
        Strike slip, dip slip and opening.
    """
    wanted = np.stack([slip * np.cos(rake), slip * np.sin(rake)], axis=1)
    # Components of the given slip in the directions that may slip.
    basis = equations.components[..., :2]
    parts = np.stack([
        np.linalg.lstsq(part.T, vector, rcond=None)[0] for part, vector in zip(basis, wanted)
    ])  # fmt: skip
    matrix, _ = equations.combined(solution.balance)
    right = matrix @ parts.ravel()
    if noise:
        generator = np.random.default_rng(seed)
        right = right + _noise(equations, white, solution, variance, generator)
    matrix = matrix + solution.smoothing**2 * equations.roughness
    return equations.vectors(bounded_slip(equations, matrix, right, solution)[0].x)

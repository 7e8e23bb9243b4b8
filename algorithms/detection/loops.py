# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Wrong cycles of interferograms that the loops of a network show, pixel by pixel.

One wrong interferogram leaves a fingerprint: least squares spread its cycle over dates (a column
of the generalised inverse) and leave the rest in the residuals of all pairs that share a loop with
it, of any length, not of triplets alone. Both parts follow from the network. The pair whose column
explains the residuals best, times whole cycles, is taken, then the next (matching pursuit).
What the ground does is in the range of the design matrix: steps, earthquakes and atmosphere leave
no residual, so that they are never taken for wrong cycles.

Importing this module imports numba.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.network import Network
from ..data.statistics import ROBUST_SIGMA
from . import _loops_kernel as kernel

ALIKE = 0.95  # correlation of fingerprints from which a pixel cannot tell two pairs apart
LEAST_REDUNDANCY = 0.1  # share of a pair's error that residuals show; below, they cannot judge
LEAST_VARIANCE = 0.01  # rad^2, for data without noise
MOST_CONTRAST = 9.0  # between the variances of pairs
PIXEL_ODDS = 3.0  # logarithm, of a pixel by itself
PRIOR = 4.0  # loops that the scene's noise counts for at a pixel
UNIT = 0.25  # of a logarithm of odds, so that it fits into a byte


@dataclass(frozen=True)
class LoopPlan:
    """What the pixels of a scene share.

    Parameters
    ----------
    network : Network
    typical : ndarray, shape (pair,)
        Phase by which each pair of most of the scene is off its loops, radians.
    variance : ndarray, shape (pair,)
        Of the noise, rad^2.
    precision : ndarray, shape (pair, pair)
        Inverse variance of the phases about all that dates can do, 1/rad^2.
    owner : ndarray of int, shape (pair,)
        First of the pairs that loops cannot tell apart.
    """

    network: Network
    typical: np.ndarray
    variance: np.ndarray
    precision: np.ndarray
    owner: np.ndarray

    @classmethod
    def of_sample(cls, network: Network, phase) -> LoopPlan:
        """The plan of a scene from a sample of its pixels, shape (pair, pixel), radians."""
        count = len(network.pairs)
        values = np.ascontiguousarray(phase, np.float32)[:, np.newaxis, :]
        typical, variance = np.zeros(count), np.ones(count)
        flat = precision_of(network, variance)
        for _ in range(3):
            typical += np.nan_to_num(_middle(_residuals(values, typical, flat)))
        spread = ROBUST_SIGMA * _middle(np.abs(_residuals(values, typical, flat)))
        shown = np.diag(flat)
        judged = shown > LEAST_REDUNDANCY
        with np.errstate(invalid="ignore"):
            own = np.where(judged, spread**2 / np.maximum(shown, LEAST_REDUNDANCY), np.nan)
        usual = np.nanmedian(own) if np.isfinite(own).any() else 1.0
        usual = max(LEAST_VARIANCE, float(usual))
        own = np.where(np.isfinite(own), own, usual)
        variance = np.clip(own, usual / MOST_CONTRAST, usual * MOST_CONTRAST)
        variance = np.maximum(variance, LEAST_VARIANCE)
        precision = precision_of(network, variance)
        return cls(network, typical, variance, precision, _owners(precision, variance))

    @property
    def redundancy(self) -> np.ndarray:
        """Share of each pair's error that shows in residuals, 0 to 1, where no pair lacks."""
        return np.diag(self.precision) * self.variance


def precision_of(network: Network, variance) -> np.ndarray:
    """``W - W B (B' W B)^- B' W`` of a network, B joining the phases of dates to pairs.

    Parameters
    ----------
    network : Network
    variance : ndarray, shape (pair,)
        Radians squared.

    Returns
    -------
    ndarray, shape (pair, pair)
    """
    count = len(network.pairs)
    root = 1.0 / np.sqrt(np.asarray(variance, float))
    design = np.zeros((count, len(network.dates)))
    design[np.arange(count), network.pairs[:, 0]] = -1.0
    design[np.arange(count), network.pairs[:, 1]] = 1.0
    left, values, _ = np.linalg.svd(design * root[:, np.newaxis], full_matrices=False)
    left = left[:, values > 1e-9 * values[0]]
    precision = (np.eye(count) - left @ left.T) * root[:, np.newaxis] * root
    precision[np.abs(precision) < 1e-12 * root.max() ** 2] = 0.0
    return 0.5 * (precision + precision.T)


def pursue(plan: LoopPlan, phase) -> tuple[np.ndarray, np.ndarray]:
    """Cycles to add to each pair so that loops close, and how sure that is.

    Parameters
    ----------
    plan : LoopPlan
    phase : ndarray of float32, shape (pair, row, column)
        Radians, NaN for no data.

    Returns
    -------
    cycles : ndarray of int8, same shape
    odds : ndarray of int8, same shape
        Logarithm of the odds against one cycle less, in units of :data:`UNIT`, at least 1 where
        there are cycles; -1 where no loop judges the pair, or several pairs explain a pixel alike;
        0 elsewhere.
    """
    phase = np.ascontiguousarray(phase, np.float32)
    cycles, odds = np.zeros((2, *phase.shape), np.int8)
    kernel.pursue(
        phase, plan.typical, plan.precision, plan.variance, plan.owner, LEAST_REDUNDANCY,
        PIXEL_ODDS, PRIOR, UNIT, cycles, odds,
    )  # fmt: skip
    return cycles, odds


@dataclass(frozen=True)
class Pursue:
    """Block function: :func:`pursue` of phases, shape (pair, row, column)."""

    plan: LoopPlan

    def __call__(self, phase):
        return pursue(self.plan, phase)


def fingerprints(plan: LoopPlan) -> np.ndarray:
    """Correlation of the residuals that two pairs' wrong cycles leave, shape (pair, pair)."""
    diagonal = np.diag(plan.precision)
    scale = np.sqrt(np.maximum(diagonal, 1e-300))
    found = plan.precision / scale[:, np.newaxis] / scale
    judged = plan.redundancy >= LEAST_REDUNDANCY
    return np.where(judged[:, np.newaxis] & judged, found, 0.0)


def _residuals(values, typical, precision):
    out = np.empty(values.shape)
    kernel.residuals(values, typical, precision, out)
    return out[:, 0]


def _middle(values):
    """Median over the pixels of each pair that has some, else NaN."""
    out = np.full(len(values), np.nan)
    for k, row in enumerate(values):
        known = row[np.isfinite(row)]
        if known.size:
            out[k] = np.median(known)
    return out


def _owners(precision, variance):
    shown = np.diag(precision)
    judged = shown * variance >= LEAST_REDUNDANCY
    scale = np.sqrt(np.maximum(shown, 1e-300))
    near = np.abs(precision / scale[:, np.newaxis] / scale) > ALIKE
    near &= judged[:, np.newaxis] & judged
    owner = np.arange(len(shown))
    for k in range(len(shown)):
        if near[k].any():
            owner[k] = min(k, int(np.flatnonzero(near[k])[0]))
    return owner

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Hot spots: places where high or low values crowd more than chance would have them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.neighbours import window_statistics
from ..errors import GroundshiftError


@dataclass(frozen=True)
class HotSpots:
    """Getis and Ord's statistic; shape (point,).

    Parameters
    ----------
    z : ndarray of float64
        Positive where high values crowd, negative where low ones do.
    p : ndarray of float64
        Two-sided.
    significant : ndarray of bool
    """

    z: np.ndarray
    p: np.ndarray
    significant: np.ndarray


def getis_ord(xy, values, distance: float, alpha: float = 0.05, fdr: bool = True) -> HotSpots:
    """Getis and Ord's Gi* with equal weights within a distance.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres.
    values : ndarray, shape (point,)
    distance : float
        Metres; the point itself counts.
    alpha : float
        Level of significance.
    fdr : bool
        Control the share of false hot spots (Benjamini and Hochberg 1995), not that of false alarms
        among points at rest. Neighbours share points, which leaves this on the safe side for
        positively dependent tests (Benjamini and Yekutieli 2001).

    References
    ----------
    Ord and Getis (1995), doi:10.1111/j.1538-4632.1995.tb00912.x, eq. 14.

    Raises
    ------
    GroundshiftError
        If there are less than 3 points or all values are the same.
    """
    from scipy.special import ndtr

    values = np.asarray(values, np.float64)
    size = len(values)
    deviation = values.std() if size else 0.0
    if size < 3 or not deviation > 0:
        raise GroundshiftError("Hot spots need at least 3 points whose rates differ.")
    if not 0 < alpha < 1:
        raise GroundshiftError("The level of significance has to be between 0 and 1.")
    around = window_statistics(xy, values, distance)
    count = around.count.astype(np.float64)
    variance = (size * count - count**2) / (size - 1)
    with np.errstate(invalid="ignore", divide="ignore"):
        z = np.where(
            variance > 0,
            count * (around.mean - values.mean()) / (deviation * np.sqrt(variance)),
            0.0,
        )
    p = 2 * ndtr(-np.abs(z))
    return HotSpots(z, p, p <= (false_discovery_limit(p, alpha) if fdr else alpha))


def false_discovery_limit(p, alpha: float) -> float:
    """The largest p-value that is significant by Benjamini and Hochberg (1995); -1 for none."""
    ordered = np.sort(np.asarray(p, np.float64))
    good = np.flatnonzero(ordered <= alpha * np.arange(1, len(ordered) + 1) / len(ordered))
    return float(ordered[good[-1]]) if len(good) else -1.0

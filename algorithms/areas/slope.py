# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slope ADAs: active areas that lie on a slope where the radar sees it, of one or two orbits.

Wang Y. et al. (2022) have six parameters: the window of the noise filter, the limit of Z, the rate
from which points move, the longest edge of the triangulation, the least number of points, and the
least mean slope. The first five are those of :class:`.active.AreaOptions`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from ..geometry.visibility import is_seen

KEPT = 0
REASONS = {
    0: "kept",
    1: "slope unknown",
    2: "gentle slope",
    3: "in layover",
    4: "in shadow",
    5: "along the beam",
}
"""What became of an area; all but 0 are removed."""

EVIDENCE = {
    1: "moving",
    2: "at rest",
    3: "not seen by the radar",
    4: "no points",
    5: "few points",
    6: "moving, removed",
}
"""What an orbit says about an area."""

_LAYOVER, _SHADOW, _GRAZING = (1, 2, 5), (3, 4), (6,)


@dataclass(frozen=True)
class SlopeRules:
    """Which areas are slope ADAs.

    Parameters
    ----------
    least_slope : float
        Mean slope of an area, degrees.
    most_blind : float
        Share of an area (0 to 1) that may be in layover, in shadow or along the beam.
    overlap : float
        Share of the smaller of two areas of different orbits (0 to 1) from which they are one.
    """

    least_slope: float = 10.0
    most_blind: float = 0.5
    overlap: float = 0.1

    def __post_init__(self):
        if not 0 <= self.least_slope < 90:
            raise GroundshiftError("The minimum mean slope has to be 0 to 90 degrees.")
        if not 0 <= self.most_blind <= 1 or not 0 < self.overlap <= 1:
            raise GroundshiftError(
                "The share that may be blind has to be 0 to 1, the overlap above 0 and at most 1."
            )


def blind_share(cells) -> np.ndarray:
    """Share of areas that the radar does not see.

    Parameters
    ----------
    cells : ndarray, shape (area, class)
        Cells of each class of visibility from 0 (no data).

    Returns
    -------
    ndarray, shape (area,)
        NaN where nothing is known.
    """
    cells = np.asarray(cells, float)
    codes = np.arange(1, cells.shape[1])
    with np.errstate(invalid="ignore", divide="ignore"):
        return cells[:, codes[~is_seen(codes)]].sum(axis=1) / cells[:, 1:].sum(axis=1)


def judge(slope, cells, rules: SlopeRules) -> np.ndarray:
    """Which areas stay; codes of :data:`REASONS`.

    Parameters
    ----------
    slope : ndarray, shape (area,)
        Mean slope, degrees; NaN where there is no elevation model.
    cells : ndarray, shape (area, class), or None
        See :func:`blind_share`; areas of which nothing is known are not removed for it.
    rules : SlopeRules
    """
    slope = np.asarray(slope, float)
    reason = np.select([~np.isfinite(slope), slope < rules.least_slope], [1, 2], KEPT)
    if cells is None:
        return reason
    parts = [np.asarray(cells)[:, list(codes)].sum(axis=1) for codes in (
        _LAYOVER, _SHADOW, _GRAZING
    )]  # fmt: skip
    blind = blind_share(cells) > rules.most_blind
    worst = 3 + np.argmax(parts, axis=0) if len(slope) else reason
    return np.where((reason == KEPT) & blind, worst, reason)


def merged(pairs, counts) -> tuple:
    """Number what hangs together of two sets of areas.

    Parameters
    ----------
    pairs : sequence of (int, int)
        Areas of the first and of the second set that overlap.
    counts : (int, int)
        Numbers of areas.

    Returns
    -------
    (ndarray, ndarray)
        For the areas of either set, the number of the merged one, from 0.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    first, second = counts
    total = first + second
    if not total:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    links = np.asarray(list(pairs), np.int64).reshape(-1, 2)
    graph = coo_matrix(
        (np.ones(len(links)), (links[:, 0], first + links[:, 1])), shape=(total, total)
    )
    labels = connected_components(graph, directed=False)[1].astype(np.int64)
    return labels[:first], labels[first:]


@dataclass(frozen=True)
class Witness:
    """What one orbit knows of merged areas; arrays of shape (area,).

    Parameters
    ----------
    moving : ndarray of bool
        Whether it has a slope ADA there.
    removed : ndarray of bool
        Whether it has an area there that was removed.
    points : ndarray of int
        Trusted points inside, at rest or moving.
    blind : ndarray
        Share that it does not see; NaN where unknown.
    """

    moving: np.ndarray
    removed: np.ndarray
    points: np.ndarray
    blind: np.ndarray


def evidence(witness: Witness, least_points: int, most_blind: float) -> np.ndarray:
    """What an orbit says about areas; codes of :data:`EVIDENCE`."""
    return np.select(
        [witness.moving, witness.blind > most_blind, witness.removed,
         witness.points == 0, witness.points < least_points],
        [1, 3, 6, 4, 5], 2,
    )  # fmt: skip

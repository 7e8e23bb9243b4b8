# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where nothing moves: the far field of a deformation, found from the displacement itself."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .moments import Layout, N, plane_of, shape_of, without_plane

CELLS = 128  # a side of the grid that is looked at
RINGS = 24
STEEPEST = 0.01  # share of the cells, by their slope, that mark the middle of the deformation
QUIET = 2.0  # times the spread of the outermost rings, up to which a ring is quiet
LEAST_SHARE = 0.3  # of the data that is left as far field
ROUNDS = 3


@dataclass(frozen=True)
class FarField:
    """The ground beyond a distance from the deformation.

    Parameters
    ----------
    centre : (float, float)
        East and north of the scene's middle, metres.
    radius : float
        Metres; 0 where nothing stands out.
    plane : ndarray, shape (3,)
        Offset and slopes (by metre) of the displacement there.
    """

    centre: tuple
    radius: float
    plane: np.ndarray

    def holds(self, x, y) -> np.ndarray:
        """Whether places (m from the scene's middle) lie in it."""
        return np.hypot(x - self.centre[0], y - self.centre[1]) >= self.radius


def find_far_field(levels, layout: Layout, radius=None) -> FarField:
    """Find the far field.

    The middle is that of the steepest displacement. Rings about it hold the same number of cells
    each; the far field begins outside of the last one that spreads by more than twice what the
    outermost rings do about their plane.

    Parameters
    ----------
    levels : list of ndarray
        Pyramid of sums.
    layout : Layout
    radius : float, optional
        Metres, where somebody knows it.

    Returns
    -------
    FarField
    """
    level = 0
    while level < len(levels) - 1 and max(levels[level].shape[1:]) > CELLS:
        level += 1
    sums = levels[level]
    sums = sums[:, sums[N] > 0.5 * sums[N].max()]
    # A ramp, which may be steeper than the deformation, must not say where that is.
    whole = plane_of(sums)
    sums = without_plane(sums, whole)
    shape = shape_of(sums)
    centre = _steepest(shape)
    apart = np.hypot(shape.x - centre[0], shape.y - centre[1])
    if radius is not None:
        far = apart >= radius
        plane = plane_of(sums[:, far] if far.sum() > 3 else sums)
        return FarField(centre, float(radius), whole + plane)
    limit = float(np.quantile(apart, 1 - LEAST_SHARE))
    found = limit
    for _ in range(ROUNDS):
        plane = plane_of(sums[:, apart >= found])
        before, found = found, min(limit, _first_quiet(shape, apart, plane))
        if before == found:
            break
    return FarField(centre, found, whole + plane_of(sums[:, apart >= found]))


def _steepest(shape) -> tuple:
    count = max(1, int(np.ceil(STEEPEST * shape.slope.size)))
    top = np.argsort(shape.slope)[-count:]
    weight = shape.slope[top] + 1e-30
    return tuple(float(np.average(part[top], weights=weight)) for part in (shape.x, shape.y))


def _first_quiet(shape, apart, plane) -> float:
    """Distance from which on all rings are quiet."""
    order = np.argsort(apart)
    residual = np.abs(shape.mean - plane[0] - plane[1] * shape.x - plane[2] * shape.y)[order]
    rings = np.array_split(np.arange(len(order)), min(RINGS, len(order)))
    spread = np.array([np.percentile(residual[ring], 90) for ring in rings])
    loud = np.flatnonzero(spread > QUIET * np.median(spread[-len(spread) // 3 :]))
    if not loud.size:
        return 0.0
    return float(apart[order][rings[loud[-1]][-1]])


def detrended(levels, plane) -> list:
    """A pyramid of sums with a plane taken off the values."""
    return [without_plane(sums, plane) for sums in levels]

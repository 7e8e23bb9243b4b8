# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Response of samples that are means over cells, where displacement varies within a cell.

A cell next to a rupture, or across it, has a mean that differs from the displacement of its middle;
taken for it, near-field cells bias slip.
"""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from ..data.patches import PatchSet
from ..data.samples import Samples
from .elastic import green_los

REACHES = ((1.0, 10), (3.0, 3))
"""How near, in cells, and how many places along a side stand for such a cell: many where a rupture
may cross it. Farther off, the middle stands for the mean to about a per cent."""
AT_ONCE = 4_000_000  # responses


def green_samples(patches: PatchSet, components, samples: Samples, poisson: float = 0.25):
    """Response of samples along their look vectors to unit slips.

    Parameters
    ----------
    patches : PatchSet
    components : ndarray, shape (patch, component, 3)
        Strike slip, dip slip and opening of each unit slip.
    samples : Samples
        Those whose cell lies near a patch (:data:`REACHES`) get the mean of places in it (the
        midpoint rule), the others the response of their place.
    poisson : float

    Returns
    -------
    ndarray, shape (sample, patch, component)
    """
    green = green_los(patches, components, samples.points, samples.look, poisson)
    sides = places_aside(patches, samples)
    for _, side in REACHES:
        near = np.flatnonzero(sides == side)
        step = max(1, AT_ONCE // (side * side * max(1, len(patches) * components.shape[1])))
        for first in range(0, len(near), step):
            some = near[first : first + step]
            mean = _means(
                patches,
                components,
                (samples.places[some], samples.extent[some], samples.look[some]),
                side,
                poisson,
            )
            green[some] = np.where(np.isfinite(mean), mean, green[some])
    return green


def _means(patches, components, cells, side, poisson):
    """Mean responses of cells (places, extents, looks), shape (cell, patch, component)."""
    places, extent, look = cells
    offsets = (np.arange(side) + 0.5) / side - 0.5
    grid = np.stack(np.meshgrid(offsets, offsets), axis=-1).reshape(-1, 2)
    points = (places[:, None] + grid * extent[:, None]).reshape(-1, 2)
    points = np.column_stack([points, np.zeros(len(points))])
    looks = np.repeat(look, len(grid), axis=0)
    part = green_los(patches, components, points, looks, poisson)
    part = part.reshape(len(places), len(grid), *part.shape[1:])
    # A place on an edge of a patch has no response; the others stand for the cell.
    known = np.isfinite(part)
    with np.errstate(invalid="ignore"):
        return np.where(known, part, 0.0).sum(axis=1) / known.sum(axis=1)


def places_aside(patches: PatchSet, samples: Samples) -> np.ndarray:
    """How many places along a side stand for each sample's cell; 1 is its middle alone.

    Returns
    -------
    ndarray of int, shape (sample,)
        By the distance to the nearest corner, edge's middle or patch's middle.
    """
    size = np.nan_to_num(samples.extent).max(axis=1, initial=0.0)
    sides = np.ones(len(samples), int)
    if not (size > 0).any():
        return sides
    corners = patches.corners
    edges = (corners + np.roll(corners, -1, axis=1)) / 2
    marks = np.concatenate([corners, edges, patches.centre[:, None]], axis=1).reshape(-1, 3)
    # A quarter of a patch may lie between the nearest mark and the nearest part of its patch.
    distance = cKDTree(marks).query(samples.points)[0] - np.sqrt(patches.area.max()) / 4
    for reach, side in reversed(REACHES):
        sides[(size > 0) & (distance < reach * size)] = side
    return sides

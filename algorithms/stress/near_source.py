# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How far places lie from the patches that slipped."""

from __future__ import annotations

import numpy as np

from ..data.patches import PatchSet, SlipModel

RUPTURED = 0.1  # of the largest slip; inversions leave a little everywhere
AT_ONCE = 1 << 19  # places times triangles


def ruptured(model: SlipModel) -> PatchSet:
    """The patches that slipped by a tenth of the largest slip or opening at least."""
    size = np.linalg.norm(model.components, axis=1)
    return model.patches.chosen(size >= RUPTURED * size.max())


def source_size(patches: PatchSet) -> float:
    """Metres across the patches at their widest, all depths taken together."""
    corners = patches.corners.reshape(-1, 3)
    middle = (corners.max(axis=0) + corners.min(axis=0)) / 2
    return 2 * float(np.linalg.norm(corners - middle, axis=1).max())


def distance_to(patches: PatchSet, points, within: float = np.inf) -> np.ndarray:
    """Distance of points to the nearest patch.

    Parameters
    ----------
    patches : PatchSet
    points : ndarray, shape (point, 3)
    within : float
        Points that are farther than this may get infinity.

    Returns
    -------
    ndarray, shape (point,)
        Metres.
    """
    corners = patches.corners
    triangles = corners
    if corners.shape[1] == 4:
        triangles = np.concatenate([corners[:, [0, 1, 2]], corners[:, [0, 2, 3]]])
    points = np.asarray(points, float)
    distance = np.full(len(points), np.inf)
    low, high = triangles.min(axis=(0, 1)) - within, triangles.max(axis=(0, 1)) + within
    near = np.flatnonzero(((points >= low) & (points <= high)).all(axis=1))
    step = max(1, AT_ONCE // len(triangles))
    for first in range(0, len(near), step):
        these = near[first : first + step]
        distance[these] = _to_triangles(points[these], triangles).min(axis=1)
    return distance


def _to_triangles(points, triangles):
    """Distances of points to triangles, shape (point, triangle).

    Either the foot of the perpendicular lies in the triangle, or an edge is nearest.
    """
    a, b, c = (triangles[:, k] for k in range(3))
    normal = np.cross(b - a, c - a)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    offset = points[:, None] - a
    height = np.einsum("pti,ti->pt", offset, normal)
    inside = np.ones(height.shape, bool)
    nearest = np.full(height.shape, np.inf)
    for start, end in ((a, b), (b, c), (c, a)):
        way = end - start
        offset = points[:, None] - start
        inside &= np.einsum("pti,ti->pt", offset, np.cross(normal, way)) >= 0
        share = np.clip(np.einsum("pti,ti->pt", offset, way) / (way**2).sum(axis=1), 0, 1)
        np.minimum(nearest, np.linalg.norm(offset - share[..., None] * way, axis=-1), out=nearest)
    return np.where(inside, np.abs(height), nearest)

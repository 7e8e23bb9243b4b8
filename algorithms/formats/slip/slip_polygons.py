# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rectangular patches out of a layer's polygons and fields."""

from __future__ import annotations

import numpy as np

from ...data.metric import LocalMetres
from ...data.patches import rectangle_corners
from ...errors import GroundshiftError
from .slip_file import rectangles_at

SHAPES = ("strike_deg", "dip_deg", "length_km", "width_km")
APART = 0.02  # of a patch's size: by so much a polygon and its fields may differ
LEVEL = 1e-3  # of the length: a top edge that rises by more is not level


def rectangles_of(path, crs: str, rings, columns: dict, local: LocalMetres) -> np.ndarray:
    """Rectangles of polygons with four corners.

    Parameters
    ----------
    path : path
        For errors.
    crs : str
        CRS of the polygons.
    rings : ndarray, shape (patch, 4, 3)
        Corners, z in metres up.
    columns : dict of str to ndarray
        Fields; see :func:`.slip_layer.read_slip_layer`.
    local : LocalMetres

    Returns
    -------
    ndarray, shape (patch, 7)
        In the local frame.

    Raises
    ------
    GroundshiftError
        If they are no rectangles, or contradict their fields.
    """
    flat = rings.reshape(-1, 3)
    places = local.of(crs, flat[:, 0], flat[:, 1], str(path))
    corners = np.column_stack([places, flat[:, 2]]).reshape(rings.shape)
    if not all(name in columns for name in SHAPES):
        return _from_corners(path, corners)
    has_heights = bool(np.any(flat[:, 2]))
    if "depth_km" not in columns and not has_heights:
        raise GroundshiftError(f"{path}: has neither heights (z) nor a field depth_km; give one.")
    depth = columns.get("depth_km", -corners[..., 2].mean(axis=1) / 1e3)
    strike, dip, length, width = (columns[name] for name in SHAPES)
    centre = corners.mean(axis=1)
    rectangles = rectangles_at(
        local, local.crs, *centre[:, :2].T,
        (1e3 * depth, np.radians(strike), np.radians(dip), 1e3 * length, 1e3 * width), path,
    )  # fmt: skip
    if not np.isfinite(rectangles).all():
        patch = int(np.flatnonzero(~np.isfinite(rectangles).all(axis=1))[0]) + 1
        raise GroundshiftError(
            f"{path}: patch {patch} lacks a number in depth_km, {', '.join(SHAPES)}; fill it."
        )
    _check_agreement(path, corners, rectangles, 3 if has_heights else 2)
    return rectangles


def _check_agreement(path, corners, rectangles, axes):
    """Refuse polygons that are not where their fields say, as after an edit of one of them."""
    meant = rectangle_corners(rectangles)
    gaps = np.linalg.norm((corners[:, :, None] - meant[:, None])[..., :axes], axis=-1)
    apart = gaps.min(axis=2).max(axis=1) / rectangles[:, 5:].max(axis=1)
    if (apart > APART).any():
        patch = int(np.argmax(apart)) + 1
        raise GroundshiftError(
            f"{path}: the polygon of patch {patch} is not what its fields say ({', '.join(SHAPES)},"
            " depth_km); mend one of them, or delete the fields to take the polygons."
        )


def _from_corners(path, corners):
    """Rectangles of corners alone, whatever corner comes first and whichever way they run."""
    found = [_from_ring(ring) for ring in corners]
    wrong = [k for k, rectangle in enumerate(found) if rectangle is None]
    if wrong:
        raise GroundshiftError(
            f"{path}: patch {wrong[0] + 1} is no rectangle with a level top edge in space; give "
            f"such ones, or triangles, or the fields {', '.join(SHAPES)} and depth_km."
        )
    return np.array(found)


def _from_ring(ring):
    """Parameters of a rectangle; None where the ring is none."""
    edges = np.roll(ring, -1, axis=0) - ring
    sizes = np.linalg.norm(edges, axis=1)
    if (sizes == 0).any():
        return None
    skewed = abs(edges[0] @ edges[1]) / (sizes[0] * sizes[1]) > APART
    open_ = np.linalg.norm(edges[0] + edges[2]) > APART * sizes.max()
    rise = np.abs(edges[:, 2]) / sizes
    level = [k for k in (0, 1) if rise[k] < LEVEL and rise[k + 2] < LEVEL]
    if skewed or open_ or not level:
        return None
    middles = ring[:, 2] + edges[:, 2] / 2
    top = max((k for first in level for k in (first, first + 2)), key=lambda k: middles[k])
    along, down = edges[top], edges[(top + 1) % 4]
    # The patch dips to the right of its strike.
    if down[0] * along[1] - down[1] * along[0] < 0:
        along = -along
    length, width = np.linalg.norm(along), np.linalg.norm(down)
    dip = np.arctan2(-down[2], np.hypot(*down[:2]))
    centre = ring.mean(axis=0)
    strike = np.arctan2(along[0], along[1]) % (2 * np.pi)
    return *centre[:2], -centre[2], strike, min(max(dip, 0.0), np.pi / 2), length, width

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Triangular dislocations in an elastic half-space.

The same problem as Nikkhoo and Walter (2015, Geophys. J. Int. 201, 1119-1141), solved without
their angular dislocations: Okada's (1992) point source is integrated over the triangle in closed
form, as a solid angle and integrals along the three sides (see ``_triangle_kernel.py``). There are
no artefacts to avoid: fields are finite and right on extensions of sides, in the plane outside of
the triangle, and above or below it, and sides may be vertical, horizontal, or at the surface.

Slip is that of the hanging wall: left-lateral, reverse and opening are positive. Strike, dip and
the hanging side are those of :class:`PatchSet`: the triangle dips to the right of its
strike; a horizontal one strikes north (so dip slip moves its upper side west); a vertical one
strikes between 0 and 180 degrees. The order of the corners does not matter.
"""

from __future__ import annotations

import numpy as np

from ..data.patches import PatchSet
from ..errors import GroundshiftError
from ..threads import kernel_lock

ABOVE = 1e-6
"""Metres above the surface that are taken as at the surface."""


def displacement(points, faults, slip, poisson=0.25) -> np.ndarray:
    """Displacement by slip on triangles.

    Parameters
    ----------
    points : ndarray, shape (point, 3)
        East, north, up in metres; the surface is at 0.
    faults : ndarray, shape (triangle, 3, 3)
        Corners, each east, north, up in metres.
    slip : ndarray, shape (triangle, 3)
        Strike slip, dip slip and opening in metres.
    poisson : float

    Returns
    -------
    ndarray, shape (point, 3)
        East, north, up in metres. NaN above the surface and on sides and corners (within some
        1e-14 of the coordinates); inside a triangle it is the hanging side's.

    Raises
    ------
    GroundshiftError
        If a triangle has no area or lies above the surface, or Poisson's ratio is none.
    """
    from . import _triangle_kernel

    points = _lowered(points)
    geometry, turn = _geometry(faults)
    out = np.empty((len(points), 3))
    with kernel_lock:
        _triangle_kernel.move(points, geometry, _turned(slip, turn), _checked(poisson), out)
    return out


def green_los(points, look, faults, components, poisson=0.25) -> np.ndarray:
    """Response of points along their look vectors to unit slips of each triangle.

    Parameters
    ----------
    points, look : ndarray, shape (point, 3)
        East, north, up; points in metres, look vectors without unit.
    faults : ndarray, shape (triangle, 3, 3)
    components : ndarray, shape (triangle, component, 3)
        Strike slip, dip slip and opening.
    poisson : float

    Returns
    -------
    ndarray, shape (point, triangle, component)
        See :func:`displacement`.

    Raises
    ------
    GroundshiftError
        If a triangle has no area or lies above the surface, or Poisson's ratio is none.
    """
    from . import _triangle_kernel

    points, look = _lowered(points), np.ascontiguousarray(look, float)
    geometry, turn = _geometry(faults)
    slip = _turned(components, turn)
    out = np.empty((len(points), *slip.shape[:2]))
    with kernel_lock:
        _triangle_kernel.look(points, look, geometry, slip, _checked(poisson), out)
    return out


def displacement_gradients(points, faults, slip, poisson=0.25):
    """Displacement and its gradients by slip on triangles.

    Parameters
    ----------
    points, faults, slip, poisson
        See :func:`displacement`.

    Returns
    -------
    u : ndarray, shape (point, 3)
    g : ndarray, shape (point, 3, 3)
        ``g[k, i, j]`` is the derivative of component `i` along axis `j`, without unit; in the
        plane of a triangle it is the elastic part, which is the same on both sides.

    Raises
    ------
    GroundshiftError
        If a triangle has no area or lies above the surface, or Poisson's ratio is none.
    """
    from . import _triangle_kernel_gradient

    points = _lowered(points)
    geometry, turn = _geometry(faults)
    u, gradients = np.empty((len(points), 3)), np.empty((len(points), 3, 3))
    with kernel_lock:
        _triangle_kernel_gradient.move(
            points, geometry, _turned(slip, turn), _checked(poisson), u, gradients
        )
    return u, gradients


def _lowered(points):
    """Points, those a hair above the surface put on it."""
    points = np.array(points, float, order="C")
    if points.ndim != 2 or points.shape[1] != 3:
        raise ValueError("points are of shape (point, 3)")
    up = points[:, 2]
    up[(up > 0) & (up <= ABOVE)] = 0.0
    return points


def _checked(poisson):
    if not -1 < poisson <= 0.5:
        raise GroundshiftError(
            f"Poisson's ratio is {poisson:g}; it lies from -1 to 0.5 and is 0.25 for most rocks."
        )
    return float(poisson)


def _geometry(faults):
    """What the kernels want of triangles, and the matrices that turn slip to their frames."""
    from . import _triangle_kernel_parts as k

    patches = PatchSet.of_triangles(faults)
    corners = patches.corners.copy()
    corners[..., 2] = np.minimum(corners[..., 2], 0.0)
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    below = normal[:, 2] < 0
    corners[below] = corners[below][:, [0, 2, 1]]  # counter-clockwise as seen from above
    normal[below] *= -1
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    axes = _frames(normal)
    table = np.zeros((len(corners), k.SIZE))
    table[:, k.AXES : k.AXES + 9] = axes.reshape(-1, 9)
    table[:, k.SIN_DIP], table[:, k.COS_DIP] = axes[:, 1, 2], axes[:, 2, 2]
    table[:, k.CORNER : k.CORNER + 3] = corners[:, 0]
    flat = np.einsum("kij,kcj->kci", axes, corners - corners[:, :1])[..., :2]
    for side in range(3):
        rows = table[:, k.SIDES + side * k.SIDE_SIZE : k.SIDES + (side + 1) * k.SIDE_SIZE]
        _fill_side(rows, flat[:, side], flat[:, (side + 1) % 3], axes)
    own = np.stack([patches.along_strike, patches.up_dip, patches.normal], axis=1)
    turn = np.einsum("kij,kcj->kic", axes, own)
    # The lower side moves against the upper one where the two normals differ.
    turn *= np.sign(np.einsum("ki,ki->k", normal, patches.normal))[:, None, None]
    return table, turn


def _frames(normal):
    """Axes along strike, up the dip, and normal to triangles, shape (triangle, 3, 3)."""
    strike = np.stack([-normal[:, 1], normal[:, 0], 0 * normal[:, 0]], axis=1)
    size = np.linalg.norm(strike, axis=1)
    strike[size == 0] = (0, 1, 0)
    strike /= np.where(size == 0, 1.0, size)[:, None]
    return np.stack([strike, np.cross(normal, strike), normal], axis=1)


def _fill_side(rows, start, end, axes):
    """The numbers of one side of each triangle, see `_triangle_kernel_parts`."""
    from . import _triangle_kernel_parts as k

    way = end - start
    rows[:, k.LENGTH] = np.linalg.norm(way, axis=1)
    te, tf = (way / rows[:, k.LENGTH, None]).T
    rows[:, k.SIDE_T], rows[:, k.SIDE_F] = te, tf
    rows[:, k.START_E : k.START_F + 1] = start
    sin, cos = axes[:, 1, 2], axes[:, 2, 2]
    turn = np.where(sin * tf < 0, -1.0, 1.0)
    # The side upwards, in the frame along strike, left of it, up.
    east, left, up = turn * te, turn * tf * cos, turn * tf * sin
    level = np.hypot(east, left)
    safe = np.where(level == 0, 1.0, level)
    ca, sa = np.where(level == 0, 1.0, east / safe), left / safe
    rows[:, k.TURN], rows[:, k.SINE], rows[:, k.COSINE] = turn, level, up
    rows[:, k.TANGENT] = level / (1 + up)
    rows[:, k.AZIMUTH_COS], rows[:, k.AZIMUTH_SIN] = ca, sa
    # Across the side: m in the plane and outwards, n the normal; w upwards, p to the left.
    m, n = np.stack([tf, -te * cos, -te * sin]), np.stack([0 * sin, -sin, cos])
    w, p = np.stack([-up * ca, -up * sa, level]), np.stack([-sa, ca, 0 * sa])
    for column, one, other in (
        (k.W_M, w, m), (k.W_N, w, n), (k.P_M, p, m), (k.P_N, p, n)
    ):  # fmt: skip
        rows[:, column] = (one * other).sum(axis=0)


def _turned(slip, turn):
    """Slip in the frames of the triangles, shape (triangle, ..., 3)."""
    slip = np.asarray(slip, float)
    if len(slip) != len(turn):
        raise GroundshiftError(f"There is slip for {len(slip)} of {len(turn)} triangles; give all.")
    return np.ascontiguousarray(np.einsum("kij,k...j->k...i", turn, slip))

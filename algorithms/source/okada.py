# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rectangular dislocations in an elastic half-space (Okada 1985, 1992).

The frame is local: east, north and up in metres, up 0 at the free surface. A fault is a row of
seven numbers: east, north and depth (positive down) of its centre, strike (clockwise from north),
dip (to the right of the strike), length along the strike and width along the dip, in metres and
radians. Slip is that of the hanging wall in metres: left-lateral, reverse, and opening positive.
Any dip is taken: over 90 degrees the plane leans over and the other side hangs, below 0 it is the
plane that dips to the left, with strike slip and dip slip along the turned axes.

Results are exact to some 12 digits of the largest one where they exist, also near the extensions of
edges, at dips near 0 and 90 degrees and at faults that reach the surface. They are NaN where they
do not exist: above the surface, and on the edges of a fault, the trace of one that reaches the
surface included. On the plane of a fault displacement jumps; there the value is that of the hanging
wall (of the right-hand side of a vertical fault). A point nearer to a plane or an edge than 1e-14
times the size of the coordinates counts as on it.

References
----------
Okada (1985), Bull. Seismol. Soc. Am. 75, 1135-1154; Okada (1992), ibid. 82, 1018-1040, tables 6
to 9; Van Oosterom and Strackee (1983), IEEE Trans. Biomed. Eng. 30, 125-126, for the angles.
"""

from __future__ import annotations

import numpy as np

from ..errors import GroundshiftError
from ..threads import kernel_lock

ABOVE = 1e-6
"""Metres above the surface that are taken as at the surface."""

_NO_LOOK = np.empty((3, 0))


def displacement(points, faults, slip, poisson: float = 0.25) -> np.ndarray:
    """Displacement by the slip of all faults.

    Parameters
    ----------
    points : ndarray, shape (point, 3)
        East, north and up in metres; up is 0 or negative.
    faults : ndarray, shape (fault, 7)
    slip : ndarray, shape (fault, 3)
        Strike slip, dip slip and opening in metres.
    poisson : float

    Returns
    -------
    ndarray, shape (point, 3)
        East, north and up in metres; NaN on edges and above the surface.

    Raises
    ------
    GroundshiftError
        If a fault has no size or reaches above the surface, or Poisson's ratio cannot be.
    """
    from ._okada_kernel import response_kernel

    points, rows, signs, alpha = _prepared(points, faults, poisson)
    slips = (_table(slip, len(rows)) * signs)[:, None]
    out = np.full((len(points), 1, 3), np.nan)
    for deep, chosen in _split(points):
        part = np.empty((len(chosen), 1, 3))
        with kernel_lock:
            response_kernel(_places(points[chosen]), _NO_LOOK, rows, slips, alpha, deep, part)
        out[chosen] = part
    return out[:, 0]


def gradients(points, faults, slip, poisson: float = 0.25) -> np.ndarray:
    """Gradients of the displacement by the slip of all faults, see :func:`displacement`.

    Memory is that of the result: faults are summed up within the kernel.

    Returns
    -------
    ndarray, shape (point, 3, 3)
        ``[:, i, j]`` is the derivative of the displacement's component `i` in direction `j`. On the
        plane of a fault it is the same on both sides.
    """
    from ._okada_corner import DIP_SLIP, OPENING, STRIKE_SLIP
    from ._okada_gradient_kernel import gradient_kernel

    points, rows, signs, alpha = _prepared(points, faults, poisson)
    rows[:, [STRIKE_SLIP, DIP_SLIP, OPENING]] = _table(slip, len(rows)) * signs
    out = np.full((len(points), 9), np.nan)
    chosen = np.flatnonzero(points[:, 2] <= ABOVE)
    part = np.empty((len(chosen), 9))
    with kernel_lock:
        gradient_kernel(_places(points[chosen]), rows, alpha, part)
    out[chosen] = part
    return out.reshape(-1, 3, 3)


def displacement_gradients(points, faults, slip, poisson: float = 0.25):
    """Displacement and its gradients.

    Returns
    -------
    u : ndarray, shape (point, 3)
        As of :func:`displacement`.
    g : ndarray, shape (point, 3, 3)
        As of :func:`gradients`.
    """
    return displacement(points, faults, slip, poisson), gradients(points, faults, slip, poisson)


def green_los(points, look, faults, components, poisson: float = 0.25) -> np.ndarray:
    """Response of each point along its look vector to unit slips of each fault.

    Parameters
    ----------
    points : ndarray, shape (point, 3)
        As for :func:`displacement`.
    look : ndarray, shape (point, 3)
        East, north and up of the vectors.
    faults : ndarray, shape (fault, 7)
    components : ndarray, shape (fault, component, 3)
        Strike slip, dip slip and opening of each unit slip.
    poisson : float

    Returns
    -------
    ndarray, shape (point, fault, component)
    """
    from ._okada_kernel import response_kernel

    points, rows, signs, alpha = _prepared(points, faults, poisson)
    look = _table(look, len(points))
    components = np.asarray(components, float)
    if components.ndim != 3 or components.shape[::2] != (len(rows), 3):
        raise ValueError("components are of shape (fault, component, 3)")
    components = np.ascontiguousarray(components * signs[:, None])
    out = np.full((len(points), *components.shape[:2]), np.nan)
    for deep, chosen in _split(points):
        part = out if len(chosen) == len(points) else np.empty((len(chosen), *out.shape[1:]))
        places, seen = _places(points[chosen]), np.ascontiguousarray(look[chosen].T)
        with kernel_lock:
            response_kernel(places, seen, rows, components, alpha, deep, part)
        if part is not out:
            out[chosen] = part
    return out


def _prepared(points, faults, poisson):
    """Points, the kernels' rows of the faults and the signs of their slip, and Okada's alpha."""
    from ._okada_corner import fault_rows

    points = np.asarray(points, float)
    if points.ndim != 2 or points.shape[1] != 3:
        raise ValueError("points are of shape (point, 3)")
    faults = np.asarray(faults, float)
    if faults.ndim != 2 or faults.shape[1] != 7:
        raise ValueError("faults are of shape (fault, 7)")
    _check(faults, poisson)
    return points, *fault_rows(faults), 0.5 / (1 - poisson)


def _check(faults, poisson):
    """Refuse what has no meaning."""
    if not -1 < poisson <= 0.5:
        raise GroundshiftError(
            f"Poisson's ratio is {poisson:g}; it lies from -1 to 0.5 and is 0.25 for most rocks."
        )
    bad = np.flatnonzero(~np.isfinite(faults).all(axis=1) | (faults[:, 5:] <= 0).any(axis=1))
    if bad.size:
        raise GroundshiftError(
            f"Fault {bad[0] + 1} of {len(faults)} lacks a number, or has no length or width; give "
            "finite numbers and sizes above 0."
        )
    over = faults[:, 6] / 2 * abs(np.sin(faults[:, 4])) - faults[:, 2]
    bad = np.flatnonzero(over > 1e-6 * np.maximum(1.0, faults[:, 2]))
    if bad.size:
        raise GroundshiftError(
            f"Fault {bad[0] + 1} of {len(faults)} reaches {over[bad[0]]:.4g} m above the surface; "
            "set it deeper or make it narrower."
        )


def _table(values, size):
    """Values of shape (size, 3)."""
    values = np.asarray(values, float)
    if values.shape != (size, 3):
        raise ValueError(f"shape {values.shape} is not ({size}, 3)")
    return values


def _places(points):
    """Contiguous rows of east, north and up, with rounding above the surface taken away."""
    places = np.array(points.T, order="C")
    np.minimum(places[2], 0, out=places[2])
    return places


def _split(points):
    """Whether deep and the places of the points at the surface, and of those below it."""
    up = points[:, 2]
    for deep, chosen in ((False, (up >= 0) & (up <= ABOVE)), (True, up < 0)):
        if chosen.any():
            yield deep, np.flatnonzero(chosen)

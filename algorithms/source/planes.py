# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Planes of faults as vectors, and the two planes of a focal mechanism."""

from __future__ import annotations

import numpy as np

FLAT = 1e-12  # share of a unit normal that is horizontal; less has no strike


def plane_vectors(strike, dip, rake):
    """Unit vectors of planes.

    Parameters
    ----------
    strike, dip, rake : float or ndarray
        Radians, of shapes that fit each other.

    Returns
    -------
    normal : ndarray, shape (..., 3)
        Into the hanging wall: east, north, up.
    slip : ndarray, shape (..., 3)
        Where the hanging wall goes.
    """
    strike, dip, rake = np.broadcast_arrays(
        np.asarray(strike, float), np.asarray(dip, float), np.asarray(rake, float)
    )
    sin_s, cos_s, sin_d, cos_d = np.sin(strike), np.cos(strike), np.sin(dip), np.cos(dip)
    along, up = np.cos(rake), np.sin(rake)
    normal = np.stack([sin_d * cos_s, -sin_d * sin_s, cos_d], axis=-1)
    slip = np.stack(
        [along * sin_s - up * cos_d * cos_s, along * cos_s + up * cos_d * sin_s, up * sin_d],
        axis=-1,
    )
    return normal, slip


def auxiliary(strike, dip, rake):
    """The other nodal plane of double couples: its normal is the slip, its slip the normal.

    Parameters
    ----------
    strike, dip, rake : float or ndarray
        Radians.

    Returns
    -------
    strike, dip, rake : ndarray
        Radians: 0 to 2 pi, 0 to pi / 2, -pi (left out) to pi. A horizontal plane strikes north.
    """
    normal, slip = plane_vectors(strike, dip, rake)
    # The hanging wall is the upper one, so both turn where its normal would point down.
    down = slip[..., 2] < 0
    sign = np.where(down, -1.0, 1.0)[..., None]
    return angles(sign * slip, sign * normal)


def angles(normal, slip):
    """Strike, dip and rake (radians) of planes by their unit normals, upwards, and slips."""
    horizontal = np.hypot(normal[..., 0], normal[..., 1])
    strike = np.where(
        horizontal > FLAT, np.arctan2(-normal[..., 1], normal[..., 0]) % (2 * np.pi), 0.0
    )
    dip = np.arctan2(horizontal, np.maximum(normal[..., 2], 0.0))
    _, along = plane_vectors(strike, dip, 0.0)
    _, up = plane_vectors(strike, dip, np.pi / 2)
    rake = np.arctan2((slip * up).sum(axis=-1), (slip * along).sum(axis=-1))
    return strike, dip, np.where(rake <= -np.pi, np.pi, rake)


def kagan_angle(first, second) -> np.ndarray:
    """Smallest rotation that takes one double couple to another.

    Parameters
    ----------
    first, second : ndarray, shape (..., 3)
        Strike, dip, rake in radians, of shapes that fit each other; either plane of each.

    Returns
    -------
    ndarray
        Radians, 0 to 2 pi / 3 (Kagan, 1991, Geophysical Journal International 106, 709-716).
    """
    one, other = (_principal(*np.moveaxis(np.asarray(p, float), -1, 0)) for p in (first, second))
    t, p, b = np.moveaxis((one * other).sum(axis=-1), -1, 0)
    # Axes have no sign: four rotations do the same.
    traces = np.stack([t + p + b, t - p - b, p - t - b, b - t - p])
    return np.arccos(np.clip((traces.max(axis=0) - 1) / 2, -1.0, 1.0))


def _principal(strike, dip, rake):
    """Axes of tension, pressure and between them, right-handed, shape (..., 3, 3)."""
    normal, slip = plane_vectors(strike, dip, rake)
    tension, pressure = (normal + slip) / np.sqrt(2), (normal - slip) / np.sqrt(2)
    return np.stack([tension, pressure, np.cross(tension, pressure)], axis=-2)


def double_couple_of(moment) -> np.ndarray:
    """The double couple that is nearest to a moment tensor.

    Parameters
    ----------
    moment : ndarray, shape (3, 3)
        East, north, up.

    Returns
    -------
    ndarray, shape (3,)
        Strike, dip, rake in radians, of one of its planes.
    """
    _, vectors = np.linalg.eigh(moment)
    pressure, tension = vectors[:, 0], vectors[:, 2]
    normal, slip = (tension + pressure) / np.sqrt(2), (tension - pressure) / np.sqrt(2)
    sign = -1.0 if normal[2] < 0 else 1.0
    return np.array([float(angle) for angle in angles(sign * normal, sign * slip)])

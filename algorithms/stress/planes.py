# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The two planes of a focal mechanism."""

from __future__ import annotations

import numpy as np

from .coulomb import plane_vectors

FLAT = 1e-12  # share of a unit normal that is horizontal; less has no strike


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

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Outlines of masks as rings."""

from __future__ import annotations

import numpy as np

# Clockwise around a pixel, rows down: (row, column) of the start, and the direction.
_SIDES = (((0, 0), (0, 1)), ((0, 1), (1, 0)), ((1, 1), (0, -1)), ((1, 0), (-1, 0)))


def ring(mask) -> np.ndarray:
    """The outer ring of the largest part of a mask, through the middles of the pixels' sides.

    Parts that touch at a corner alone are apart; holes are filled.

    Parameters
    ----------
    mask : ndarray of bool, shape (row, column)
        With at least one pixel.

    Returns
    -------
    ndarray of float, shape (vertex, 2)
        Rows and columns, counted from the upper left corner of the first pixel; ends where it
        began.
    """
    from scipy.ndimage import binary_fill_holes, label

    parts, _ = label(mask)
    sizes = np.bincount(parts.ravel())
    sizes[0] = 0
    mask = np.pad(binary_fill_holes(parts == sizes.argmax()), 1)
    after = {}
    for (row, col), (down, right) in _SIDES:
        # The side of a pixel belongs to the ring where what lies to its left is outside.
        outside = np.roll(mask, (right, -down), (0, 1))
        for r, c in np.argwhere(mask & ~outside) + (row, col):
            after.setdefault((int(r), int(c)), []).append((down, right))
    place = start = min(after)
    way = after[place][0]
    first, middles = way, []
    while True:
        middles.append((place[0] + way[0] / 2, place[1] + way[1] / 2))
        place = place[0] + way[0], place[1] + way[1]
        ways = after[place]
        # Where two pixels touch at a corner, stay with the own one: turn right.
        way = ways[0] if len(ways) == 1 else next(w for w in ways if w == (way[1], -way[0]))
        if place == start and way == first:
            break
    return np.array([*middles, middles[0]]) - 1.0

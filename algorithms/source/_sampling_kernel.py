# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiled: sums over the pixels of cells, and correlation averaged over pairs of cells."""

from __future__ import annotations

import math

from ..kernels import njit, prange


@njit(parallel=True, cache=True, nogil=True)
def cell_moments(values, keep, place, shape, step, origin, level, out):
    """Add up the pixels of a block by cells.

    Parameters
    ----------
    values : float32 (row, column)
        NaN for no data.
    keep : bool (row, column)
        Pixels to count.
    place : int64 (2,)
        Row and column of the block's first pixel in the scene.
    shape : int64 (2,)
        Pixels of a cell down and across.
    step : float64 (2,)
        Metres of a pixel along a row of pixels and down, signed as the map's axes.
    origin : float64 (2,)
        Column and row, in pixels, from which metres are counted.
    level : float
        Taken off the values before they are squared.
    out : float64 (10, cell row, cell column)
        Filled for the cells that the block touches, from the one of its first pixel: number, sums
        of x, y, z, xx, xy, yy, xz, yz, zz.
    """
    top, left = place[0] // shape[0], place[1] // shape[1]
    for i in prange(out.shape[1]):
        first = max((top + i) * shape[0] - place[0], 0)
        last = min((top + i + 1) * shape[0] - place[0], values.shape[0])
        for j in range(out.shape[2]):
            start = max((left + j) * shape[1] - place[1], 0)
            end = min((left + j + 1) * shape[1] - place[1], values.shape[1])
            n, sx, sy, sz, sxx, sxy = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
            syy, sxz, syz, szz = 0.0, 0.0, 0.0, 0.0
            for row in range(first, last):
                y = (place[0] + row - origin[1]) * step[1]
                for col in range(start, end):
                    z = float(values[row, col])
                    if not keep[row, col] or math.isnan(z):
                        continue
                    z -= level
                    x = (place[1] + col - origin[0]) * step[0]
                    n += 1.0
                    sx += x
                    sy += y
                    sz += z
                    sxx += x * x
                    sxy += x * y
                    syy += y * y
                    sxz += x * z
                    syz += y * z
                    szz += z * z
            out[0, i, j], out[1, i, j], out[2, i, j], out[3, i, j] = n, sx, sy, sz
            out[4, i, j], out[5, i, j], out[6, i, j] = sxx, sxy, syy
            out[7, i, j], out[8, i, j], out[9, i, j] = sxz, syz, szz


@njit(parallel=True, cache=True, nogil=True)
def mean_correlation(places, extent, reach, nodes, out):
    """Mean of ``exp(-distance / reach)`` over all pairs of points of two cells.

    Cells near one another are covered by 4 x 4 places each, others by 2 x 2.

    Parameters
    ----------
    places, extent : float64 (cell, 2)
        Middle, and width and height.
    reach : float
        Metres.
    nodes : float64 (2, 4)
        Gauss and Legendre's places from -1 to 1 for 2 (the first ones of the row) and 4 places,
        and in the second row the weights of the 4, which add up to 1.
    out : float64 (cell, cell)
        Filled, the diagonal apart.
    """
    count = len(places)
    two = 1.0 / math.sqrt(3.0)
    for i in prange(count):
        for j in range(i):
            dx, dy = places[i, 0] - places[j, 0], places[i, 1] - places[j, 1]
            size = max(extent[i, 0], extent[i, 1]) + max(extent[j, 0], extent[j, 1])
            total = 0.0
            if size == 0.0:
                total = math.exp(-math.hypot(dx, dy) / reach)
            elif dx * dx + dy * dy > 4.0 * size * size:
                for k in range(16):
                    ax = two * (2 * (k & 1) - 1) * extent[i, 0] / 2
                    ay = two * (2 * ((k >> 1) & 1) - 1) * extent[i, 1] / 2
                    bx = two * (2 * ((k >> 2) & 1) - 1) * extent[j, 0] / 2
                    by = two * (2 * ((k >> 3) & 1) - 1) * extent[j, 1] / 2
                    total += math.exp(-math.hypot(dx + ax - bx, dy + ay - by) / reach)
                total /= 16.0
            else:
                for a in range(4):
                    for b in range(4):
                        ax = dx + nodes[0, a] * extent[i, 0] / 2
                        ay = dy + nodes[0, b] * extent[i, 1] / 2
                        weight = nodes[1, a] * nodes[1, b]
                        for c in range(4):
                            for d in range(4):
                                bx = ax - nodes[0, c] * extent[j, 0] / 2
                                by = ay - nodes[0, d] * extent[j, 1] / 2
                                total += (
                                    weight * nodes[1, c] * nodes[1, d]
                                    * math.exp(-math.hypot(bx, by) / reach)
                                )  # fmt: skip
            out[i, j] = total
            out[j, i] = total

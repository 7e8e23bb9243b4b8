# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiled: terrain against the radar's ray, cell by cell."""

from __future__ import annotations

import math

from ..kernels import njit, prange


@njit(inline="always")
def _lattice(nodes, y, x, out):
    """Bilinear values of a lattice at a place counted in nodes."""
    i = min(int(y), nodes.shape[0] - 2)
    j = min(int(x), nodes.shape[1] - 2)
    u, v = y - i, x - j
    for q in range(nodes.shape[2]):
        upper = (1 - v) * nodes[i, j, q] + v * nodes[i, j + 1, q]
        lower = (1 - v) * nodes[i + 1, j, q] + v * nodes[i + 1, j + 1, q]
        out[q] = (1 - u) * upper + u * lower


@njit(nogil=True)
def _neighbour(z, r, c, dr, dc):
    """A neighbour's height; where there is none, the plane through the opposite one and us."""
    value = z[r + dr, c + dc]
    if math.isnan(value):
        opposite = z[r - dr, c - dc]
        centre = z[r, c]
        value = centre if math.isnan(opposite) else 2 * centre - opposite
    return float(value)


@njit(nogil=True)
def _pixel_gradient(z, r, c):
    """Horn's (1981) slope by step of column and row, metres a pixel."""
    a, b, d = _neighbour(z, r, c, -1, -1), _neighbour(z, r, c, -1, 0), _neighbour(z, r, c, -1, 1)
    e, f = _neighbour(z, r, c, 0, -1), _neighbour(z, r, c, 0, 1)
    g, h, k = _neighbour(z, r, c, 1, -1), _neighbour(z, r, c, 1, 0), _neighbour(z, r, c, 1, 1)
    across = (d + 2 * f + k - a - 2 * e - g) / 8
    down = (g + 2 * h + k - a - 2 * b - d) / 8
    return across, down


@njit(nogil=True)
def _is_crossed(z, r, c, step_r, step_c, metres, z0, rise, limit, above):
    """Whether terrain along a ray rises above it (or, not `above`, drops below it).

    The ray starts at a pixel's centre and gains `rise` metres a metre; heights between two cells
    are interpolated. It ends where it passes `limit`, the extreme height around.
    """
    rows, cols = z.shape
    along_rows = abs(step_r) >= abs(step_c)
    y, x, height = float(r), float(c), float(z0)
    while True:
        y += step_r
        x += step_c
        height += rise * metres
        if (above and height >= limit) or (not above and height <= limit):
            return False
        i, j = int(math.floor(y + 1e-9)), int(math.floor(x + 1e-9))
        if along_rows:
            i = int(round(y))
            if i < 0 or i >= rows or j < 0 or j + 1 >= cols:
                return False
            part = x - j
            ground = z[i, j] if part < 1e-6 else (1 - part) * z[i, j] + part * z[i, j + 1]
        else:
            j = int(round(x))
            if i < 0 or i + 1 >= rows or j < 0 or j >= cols:
                return False
            part = y - i
            ground = z[i, j] if part < 1e-6 else (1 - part) * z[i, j] + part * z[i + 1, j]
        # Comparisons with a void are false: what is not known hides nothing.
        if (above and ground > height) or (not above and ground < height):
            return True


@njit(parallel=True, cache=True, nogil=True)
def terrain_against_look(
    z, margin, rows, cols, first_row, first_col, nodes, lowest, highest, cast, out_angles,
    out_local, out_cast,
):  # fmt: skip
    """Fill slope, range slope, sensitivity and what hides every cell of a block.

    Parameters
    ----------
    z : float32 (row + 2 margin, column + 2 margin)
        Heights with a margin, NaN where unknown.
    margin : (int, int)
        Rows and columns.
    rows, cols : int
        Of the whole grid.
    first_row, first_col : int
        Of the block.
    nodes : float64 (node row, node column, 7)
        Ground axes and line of sight, see :mod:`..data.axes`.
    lowest, highest : float
        Heights in the block and its margin.
    cast : bool
        Whether to search along the rays.
    out_angles : float32 (6, row, column)
        Slope, aspect (down-slope azimuth), range slope, incidence, local incidence: degrees; and
        the cosine between the line of sight and the down-slope direction.
    out_local, out_cast : uint8 (row, column)
        Bits: 1 layover, 2 shadow, by the cell's own slope and by the terrain around it.
    """
    down, across = margin
    height, width = out_local.shape
    for i in prange(height):
        q = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
        y = (first_row + i) / max(rows - 1, 1) * (nodes.shape[0] - 1)
        for j in range(width):
            r, c = i + down, j + across
            out_local[i, j] = 0
            out_cast[i, j] = 0
            z0 = float(z[r, c])
            if math.isnan(z0):
                for k in range(6):
                    out_angles[k, i, j] = math.nan
                continue
            _lattice(nodes, y, (first_col + j) / max(cols - 1, 1) * (nodes.shape[1] - 1), q)
            ec, nc, er, nr, look_e, look_n, look_u = q[0], q[1], q[2], q[3], q[4], q[5], q[6]
            zc, zr = _pixel_gradient(z, r, c)
            area = ec * nr - nc * er
            slope_e, slope_n = (zc * nr - nc * zr) / area, (ec * zr - er * zc) / area
            steepest = math.hypot(slope_e, slope_n)
            flat = math.hypot(look_e, look_n)
            sat_e, sat_n = look_e / flat, look_n / flat
            incidence = math.atan2(flat, look_u)
            # Positive where the slope faces the satellite, that is where it falls towards it.
            range_slope = math.atan(-(slope_e * sat_e + slope_n * sat_n))
            norm = math.sqrt(1 + steepest * steepest)
            facing = (-slope_e * look_e - slope_n * look_n + look_u) / norm
            downhill = 0.0
            if steepest > 0:
                downhill = (-(slope_e * look_e + slope_n * look_n) / steepest) / norm
                downhill -= look_u * steepest / norm
            aspect = math.degrees(math.atan2(-slope_e, -slope_n)) % 360.0
            out_angles[0, i, j] = math.degrees(math.atan(steepest))
            out_angles[1, i, j] = aspect if steepest > 0 else math.nan
            out_angles[2, i, j] = math.degrees(range_slope)
            out_angles[3, i, j] = math.degrees(incidence)
            out_angles[4, i, j] = math.degrees(math.acos(max(-1.0, min(1.0, facing))))
            out_angles[5, i, j] = downhill
            if range_slope >= incidence:
                out_local[i, j] |= 1
            if range_slope <= incidence - 0.5 * math.pi:
                out_local[i, j] |= 2
            if not cast:
                continue
            # Pixels a metre towards the satellite, then steps of one cell along the longer axis.
            per_c, per_r = (sat_e * nr - sat_n * er) / area, (ec * sat_n - nc * sat_e) / area
            metres = 1 / max(abs(per_c), abs(per_r))
            dr, dc = per_r * metres, per_c * metres
            tangent = math.tan(incidence)
            if _is_crossed(z, r, c, dr, dc, metres, z0, 1 / tangent, highest, True):
                out_cast[i, j] |= 2
            # Equal range: lower ground nearer to the radar, or higher ground beyond.
            if _is_crossed(
                z, r, c, dr, dc, metres, z0, -tangent, lowest, False
            ) or _is_crossed(z, r, c, -dr, -dc, metres, z0, tangent, highest, True):  # fmt: skip
                out_cast[i, j] |= 1

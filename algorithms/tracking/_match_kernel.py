# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel that looks for the chips of one image in another one."""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ._chip_kernel import LANES, correlate, line_of, pad, summit, take, take_window, tops
from ._subpixel_kernel import OTHERS, REACH, refine

ROW, COL, ROW_VAR, COL_VAR, COVAR, CORRELATION, SPREAD, RATIO, STATUS = range(9)
LAYERS = 9
"""Of a result: displacement in pixels and its formal (co)variance, correlation, variance by sums
over parts of the chip by the formal one, second peak by the first one, and how it went:"""
FOUND, MISSING, FLAT, OUTSIDE, LOST = range(5)
"""Found; too few pixels with data; nothing to be seen; best at the border of the search; no best
place near the peak of the correlation."""
CLOSE_CALL = 0.7  # second coarse peak by the first one, from which it is looked at, too
BACK = 2  # pixels around the place that the secondary's chip has to lead back to


@njit(cache=True, nogil=True)
def _look(chip, energy, image, stride, at, height, width, down, across, room):
    """Correlation of a chip with all places around one of an image."""
    window, sums, products, surface = room
    corner = at - down * stride - across
    line = line_of(width, across)
    take_window(image, stride, corner, height + 2 * down, width + 2 * across, line, window)
    correlate(chip, energy, height, width, window, down, across, sums, products, surface)


@njit(cache=True, nogil=True)
def _returns(images, masks, stride, at, there, height, width, limit, chip, mask, room):
    """Whether the secondary's chip, where the reference's was found, leads back to a pixel."""
    _, energy, seen = take(
        images[1], masks[1], masks[1], stride, there, there, height, width, limit, chip, mask
    )
    if not seen:
        return False
    _look(chip, energy, images[0], stride, at, height, width, BACK, BACK, room)
    i, j, _, _, _ = tops(room[3], 2 * BACK + 1, 2 * BACK + 1)
    return abs(i - BACK) <= 1 and abs(j - BACK) <= 1


@njit(cache=True, nogil=True)
def _coarse(small, stride, row, col, size, least, limit, chip, mask, room):
    """Status, both tops by rows and columns, and the second one by the first."""
    height, width, down, across = size
    at = row * stride + col
    count, energy, seen = take(
        small[0], small[2], small[2], stride, at, at, height, width, limit, chip, mask
    )
    if count < least * height * width:
        return MISSING, 0, 0, 0, 0, np.float32(0.0)
    if not seen:
        return FLAT, 0, 0, 0, 0, np.float32(0.0)
    _look(chip, energy, small[1], stride, at, height, width, down, across, room)
    surface = room[3]
    i, j, p, q, second = tops(surface, 2 * down + 1, 2 * across + 1)
    ratio = max(second, np.float32(0.0)) / max(surface[i, j], np.float32(1e-6))
    if p < 0 or ratio <= CLOSE_CALL:
        p, q = i, j
    return FOUND, i - down, j - across, p - down, q - across, ratio


@njit(cache=True, nogil=True)
def _chip(images, masks, small, strides, row, col, sizes, least, back, limits, room, refining, out):
    """One chip; its status."""
    height, width, down, across = sizes[0]
    factor, stride = sizes[2, 0], strides[0]
    chip, mask, surface = refining[0], refining[1], room[3]
    ratio, fine_down, fine_across = np.float32(0.0), down, across
    y, x, up, over = 0, 0, 0, 0
    if factor > 1:
        status, y, x, up, over, ratio = _coarse(
            small,
            strides[1],
            row // factor,
            col // factor,
            sizes[1],
            least,
            limits[1],
            chip,
            mask,
            room,
        )
        if status != FOUND:
            return status
        y, x, up, over = factor * y, factor * x, factor * up, factor * over
        fine_down, fine_across = min(factor, down), min(factor, across)
    at = row * stride + col
    count, energy, seen = take(
        images[0], masks[0], masks[0], stride, at, at, height, width, limits[0], chip, mask
    )
    if count < least * height * width:
        return MISSING
    if not seen:
        return FLAT
    best, best_y, best_x = np.float32(-2.0), 0, 0
    sub_y, sub_x = np.float32(0.0), np.float32(0.0)
    tries = 1 if (y, x) == (up, over) else 2
    for attempt in range(tries):
        if attempt:
            y, x = up, over
        y = min(max(y, fine_down - down), down - fine_down)
        x = min(max(x, fine_across - across), across - fine_across)
        _look(
            chip,
            energy,
            images[1],
            stride,
            at + y * stride + x,
            height,
            width,
            fine_down,
            fine_across,
            room,
        )
        rows, cols = 2 * fine_down + 1, 2 * fine_across + 1
        i, j, _, _, second = tops(surface, rows, cols)
        if surface[i, j] > best:
            best = surface[i, j]
            best_y, best_x = y + i - fine_down, x + j - fine_across
            sub_y, sub_x = summit(surface, i, j, rows, cols)
            if factor == 1:
                ratio = max(second, np.float32(0.0)) / max(best, np.float32(1e-6))
    if best <= np.float32(0.0):
        return LOST
    there = at + best_y * stride + best_x
    if back and not _returns(
        images, masks, stride, at, there, height, width, limits[0], chip, mask, room
    ):
        return LOST
    count, _, _ = take(
        images[1], masks[1], masks[1], stride, there, there, height, width, limits[0], chip, mask
    )
    if count < least * height * width:
        return MISSING
    # The chip again, of pixels that count in both images.
    count, energy, seen = take(
        images[0], masks[2], masks[3], stride, at, there, height, width, limits[0], chip, mask
    )
    if count < np.float32(0.5) * least * height * width:
        return MISSING
    if not seen:
        return FLAT
    start = np.float32(best_y) + sub_y, np.float32(best_x) + sub_x
    done = refine(
        (images[0], images[2]), stride, at, height, width, count, energy, start, refining, out
    )
    if done == 0:
        return FLAT
    if done < 0:
        return OUTSIDE if abs(best_y) == down or abs(best_x) == across else LOST
    if abs(out[ROW]) > down + 0.5 or abs(out[COL]) > across + 0.5:
        return OUTSIDE
    out[RATIO] = ratio
    return FOUND


@njit(parallel=True, cache=True, nogil=True)
def match(images, masks, small, strides, rows, cols, wanted, sizes, least, back, out):
    """Displacements of chips.

    Parameters
    ----------
    images : tuple of 3 flat ndarray of float32
        Reference, secondary (both without gaps), and the coefficients of the secondary's quintic
        B-spline.
    masks : tuple of 4 flat ndarray of float32
        1 where reference and secondary have data, and where the reference's gradients and the
        secondary's spline hold, too; else 0.
    small : tuple of 3 flat ndarray of float32
        Reference, secondary and the reference's mask with larger pixels.
    strides : (int, int)
        Of the lines of `images` and `small`.
    rows, cols : ndarray of int64
        First row and column of the chips.
    wanted : ndarray of bool, shape (chip row, chip column)
    sizes : ndarray of int64, shape (3, 4)
        Height, width and most pixels of displacement by rows and columns; the same of `small`; and
        how many times as large its pixels are, which is 1 where it is not looked at.
    least : float
        Share of pixels with data that a chip needs.
    back : bool
        Whether the secondary's chip has to lead back to the reference's.
    out : ndarray of float32, shape (chip row, chip column, LAYERS)
        NaN, and the status, where a chip was not found; untouched where not wanted.
    """
    height, width, down, across = sizes[0]
    line = pad(width)
    most_down = max(down, sizes[1, 2], BACK)
    most_across = max(across, sizes[1, 3], BACK)
    longest, tallest = line_of(width, most_across), height + 2 * most_down + 1
    limits = np.zeros(line, np.float32), np.zeros(line, np.float32)
    limits[0][:width] = 1.0
    limits[1][: sizes[1, 1]] = 1.0
    for number in prange(len(rows)):
        room = (
            np.zeros(tallest * longest, np.float32),
            np.zeros(2 * longest, np.float32),
            np.zeros(longest, np.float32),
            np.zeros((2 * most_down + 1, 2 * most_across + 1), np.float32),
        )
        size = height * line
        refining = (
            np.zeros(size, np.float32),
            np.zeros(size, np.float32),
            np.zeros(size, np.float32),
            np.zeros(size, np.float32),
            np.zeros((height + 2 * REACH) * (line + 3 * LANES), np.float32),
            np.zeros(height * (line + LANES), np.float32),
            np.zeros(size, np.float32),
            np.zeros((4, 6), np.float32),
            np.zeros(5, np.float32),
            np.zeros(4, np.float32),
            np.zeros(OTHERS * size, np.float32),
            np.zeros(OTHERS, np.float32),
        )
        found = np.empty(LAYERS, np.float32)
        for place in range(len(cols)):
            if not wanted[number, place]:
                continue
            status = _chip(
                images,
                masks,
                small,
                strides,
                rows[number],
                cols[place],
                sizes,
                least,
                back,
                limits,
                room,
                refining,
                found,
            )
            for layer in range(LAYERS):
                out[number, place, layer] = found[layer] if status == FOUND else np.nan
            out[number, place, STATUS] = status

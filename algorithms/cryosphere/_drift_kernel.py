# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel that correlates turned templates. Importing this module imports numba."""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ..tracking._chip_kernel import correlate, line_of, pad, summit, take_window

ROW, COL, TURN, CORRELATION, DOWN, BOTH, ACROSS = range(7)
"""Columns of what is found: place in the other image, angle, and second derivatives of the peak."""
LEAST_KNOWN = 0.75  # of a template


@njit(cache=True, nogil=True)
def _turned(image, stride, row, col, angle, size, chip):
    """Take a template whose pattern, turned by an angle, lies upright in the other image."""
    cosine, sine = np.cos(angle), np.sin(angle)
    line = pad(size)
    half = 0.5 * (size - 1)
    total = 0.0
    for i in range(size):
        for j in range(size):
            y, x = i - half, j - half
            v, u = row + cosine * y - sine * x, col + sine * y + cosine * x
            r, c = int(np.floor(v)), int(np.floor(u))
            a, b = np.float32(v - r), np.float32(u - c)
            k = r * stride + c
            top = image[k] + b * (image[k + 1] - image[k])
            below = image[k + stride] + b * (image[k + stride + 1] - image[k + stride])
            value = top + a * (below - top)
            chip[i * line + j] = value
            total += value
    mean = np.float32(total / (size * size))
    energy = np.float32(0.0)
    for i in range(size):
        for j in range(size):
            chip[i * line + j] -= mean
            energy += chip[i * line + j] ** 2
    return energy


@njit(cache=True, nogil=True)
def _known(good, rows, cols, row, col, half):
    """Whether enough of a square is known, and none of it is beyond the border."""
    r, c = int(np.rint(row)), int(np.rint(col))
    if r - half < 0 or c - half < 0 or r + half >= rows or c + half >= cols:
        return False
    top, left, bottom, right = r - half, c - half, r + half, c + half
    count = good[bottom, right] - good[top, right] - good[bottom, left] + good[top, left]
    return count >= LEAST_KNOWN * (bottom - top) * (right - left)


@njit(parallel=True, cache=True, nogil=True)
def correlate_turned(images, goods, starts, guesses, turns, tried, size, reach, out):
    """Where templates of one image lie in the other one.

    Parameters
    ----------
    images : tuple of 2 ndarray of float32, shape (row, column)
        No data are 0, which is the mean.
    goods : tuple of 2 ndarray of int32, shape (row, column)
        Sums over all pixels above and left that are known, themselves included.
    starts, guesses : ndarray of float64, shape (point, 2)
        Rows and columns in the one image, and about those in the other one.
    turns : ndarray of float64, shape (point,)
        About the angle by which the ice turned, radians from columns to rows.
    tried : ndarray of float64, shape (turn,)
        Angles beside it that are tried, evenly spaced.
    size : int
        Pixels along a side of a template, even.
    reach : ndarray of int, shape (point,)
        Pixels around the guess that are searched.
    out : ndarray of float64, shape (point, 7)
        Written; NaN where nothing is found, or at the border of what is searched.
    """
    one, other = images
    around = int(np.ceil(0.75 * size)) + 1  # a turned square reaches further
    for p in prange(len(starts)):
        out[p] = np.nan
        most = reach[p]
        row, col = starts[p]
        r, c = int(np.rint(guesses[p, 0])), int(np.rint(guesses[p, 1]))
        half = size // 2 + most + 1
        if not _known(goods[0], *one.shape, row, col, around):
            continue
        if not _known(goods[1], *other.shape, float(r), float(c), half + 8):
            continue
        line = line_of(size, most)
        chip = np.zeros(size * pad(size), np.float32)
        window = np.zeros((size + 2 * most) * line + 64, np.float32)
        sums, products = np.empty(2 * line, np.float32), np.empty(line, np.float32)
        shifts = 2 * most + 1
        surface, best = np.empty((2, shifts, shifts), np.float32)
        at = (r - size // 2 - most) * other.shape[1] + c - size // 2 - most
        flat = other.reshape(-1)
        take_window(flat, other.shape[1], at, size + 2 * most, size + 2 * most, line, window)
        tops = np.full(len(tried), -1.0)
        top = np.float32(-1.0)
        for t in range(len(tried)):
            energy = _turned(
                one.reshape(-1), one.shape[1], row, col, turns[p] + tried[t], size, chip
            )
            if not energy > 0:
                continue
            correlate(chip, energy, size, size, window, most, most, sums, products, surface)
            tops[t] = surface.max()
            if tops[t] > top:
                top = tops[t]
                best[:] = surface
        if not top > 0:
            continue
        place = np.argmax(best)
        y, x = place // shifts, place % shifts
        if y in (0, shifts - 1) or x in (0, shifts - 1):
            continue
        down, across = summit(best, y, x, shifts, shifts)
        # The middle of an even template lies half a pixel before its second half.
        out[p, ROW] = r + y - most + down - 0.5
        out[p, COL] = c + x - most + across - 0.5
        out[p, CORRELATION] = best[y, x]
        out[p, DOWN] = best[y - 1, x] - 2 * best[y, x] + best[y + 1, x]
        out[p, ACROSS] = best[y, x - 1] - 2 * best[y, x] + best[y, x + 1]
        out[p, BOTH] = 0.25 * (
            best[y + 1, x + 1] - best[y + 1, x - 1] - best[y - 1, x + 1] + best[y - 1, x - 1]
        )
        t = np.argmax(tops)
        turn = tried[t]
        if 0 < t < len(tried) - 1:
            bend = tops[t - 1] - 2 * tops[t] + tops[t + 1]
            if bend < 0:
                turn += 0.5 * (tops[t - 1] - tops[t + 1]) / bend * (tried[1] - tried[0])
        out[p, TURN] = turns[p] + turn

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of one chip: taken from an image, and correlated with places of another one.

Images are flat, with the length of their lines; so are chips: `height` lines of `width` pixels,
padded to whole vectors. A chip's `mask` is 1 where pixels count and 0 elsewhere, there also the
chip and its gradients are 0, so that sums of products need no further look at it. Every sum starts
at the chip's own first pixel and does not depend on the block that the chip came in.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit
from ..simd import multiply_add, multiply_subtract, store_at, total, vectors_of

LANES = 8
load_at, full32 = vectors_of(LANES, "load_at", "full32")

NARROW, WIDE = 5, 9  # shifts side by side that share the loads of a chip


@njit(cache=True, nogil=True, inline="always")
def pad(width):
    """Pixels of a line in whole vectors."""
    return (width + LANES - 1) // LANES * LANES


@njit(cache=True, nogil=True, inline="always")
def line_of(width, across):
    """Pixels of a line of a window: shifts are looked at by groups, which may reach beyond."""
    return pad(width) + pad(2 * across + WIDE) + LANES


@njit(cache=True, nogil=True)
def take(image, good, other, stride, at, there, height, width, limit, chip, mask):
    """Take a chip out of an image, without its mean.

    Parameters
    ----------
    image, good : ndarray of float32
        And 1 where it has data, else 0.
    other : ndarray of float32
        The same of another image, whose chip starts at `there`.
    stride : int
        Of the images' lines.
    at, there : int
        First pixel.
    limit : ndarray of float32, shape (padded width,)
        1 for the columns of the chip, 0 for what pads them.
    chip, mask : ndarray of float32
        Filled.

    Returns
    -------
    count : float32
        Pixels that count.
    energy : float32
        Sum of the chip's squares.
    seen : bool
        Whether there is anything to be seen.
    """
    line = pad(width)
    zero = full32(np.float32(0.0))
    counts, sums, squares = zero, zero, zero
    for i in range(height):
        for j in range(0, line, LANES):
            k = at + i * stride + j
            here = load_at(good, k) * load_at(other, there + i * stride + j) * load_at(limit, j)
            value = load_at(image, k) * here
            counts, sums = counts + here, sums + value
            squares = multiply_add(value, value, squares)
            store_at(mask, i * line + j, here)
    count = total(counts)
    if count == np.float32(0.0):
        return count, count, False
    middle, energies = full32(total(sums) / count), zero
    for i in range(height):
        for j in range(0, line, LANES):
            k = i * line + j
            value = (load_at(image, at + i * stride + j) - middle) * load_at(mask, k)
            energies = multiply_add(value, value, energies)
            store_at(chip, k, value)
    energy = total(energies)
    return count, energy, energy > np.float32(1e-10) * total(squares)


@njit(cache=True, nogil=True)
def take_window(image, stride, at, height, width, line, window):
    """Take a part of an image, about less its mean, which would cost digits."""
    middle = np.float32(0.0)
    for i in range(height):
        middle += image[at + i * stride + i % width]
    middles = full32(middle / np.float32(height))
    for i in range(height):
        for j in range(0, pad(width), LANES):
            store_at(window, i * line + j, load_at(image, at + i * stride + j) - middles)


@njit(cache=True, nogil=True)
def _narrow(chip, height, width, window, start, line, out, place):
    """Products of a chip with a window at :data:`NARROW` shifts side by side."""
    zero = full32(np.float32(0.0))
    a, b, c, d, e = zero, zero, zero, zero, zero
    for i in range(height):
        for j in range(0, width, LANES):
            t = load_at(chip, i * width + j)
            k = start + i * line + j
            a = multiply_add(t, load_at(window, k), a)
            b = multiply_add(t, load_at(window, k + 1), b)
            c = multiply_add(t, load_at(window, k + 2), c)
            d = multiply_add(t, load_at(window, k + 3), d)
            e = multiply_add(t, load_at(window, k + 4), e)
    out[place], out[place + 1], out[place + 2] = total(a), total(b), total(c)
    out[place + 3], out[place + 4] = total(d), total(e)


@njit(cache=True, nogil=True)
def _wide(chip, height, width, window, start, line, out, place):
    """Products of a chip with a window at :data:`WIDE` shifts side by side."""
    zero = full32(np.float32(0.0))
    a, b, c, d, e, f, g, h, n = zero, zero, zero, zero, zero, zero, zero, zero, zero
    for i in range(height):
        for j in range(0, width, LANES):
            t = load_at(chip, i * width + j)
            k = start + i * line + j
            a = multiply_add(t, load_at(window, k), a)
            b = multiply_add(t, load_at(window, k + 1), b)
            c = multiply_add(t, load_at(window, k + 2), c)
            d = multiply_add(t, load_at(window, k + 3), d)
            e = multiply_add(t, load_at(window, k + 4), e)
            f = multiply_add(t, load_at(window, k + 5), f)
            g = multiply_add(t, load_at(window, k + 6), g)
            h = multiply_add(t, load_at(window, k + 7), h)
            n = multiply_add(t, load_at(window, k + 8), n)
    out[place], out[place + 1], out[place + 2] = total(a), total(b), total(c)
    out[place + 3], out[place + 4], out[place + 5] = total(d), total(e), total(f)
    out[place + 6], out[place + 7], out[place + 8] = total(g), total(h), total(n)


@njit(cache=True, nogil=True)
def correlate(chip, energy, height, width, window, down, across, sums, products, surface):
    """Normalised correlation of a chip with a window at every shift.

    Neighbouring shifts share the sums over columns: a line comes in, one leaves.

    Parameters
    ----------
    chip, energy
        See :func:`take`.
    window : ndarray of float32
        Of :func:`take_window`, `down` and `across` pixels larger on every side.
    sums, products : ndarray of float32
        Room, of 2 * line and line pixels.
    surface : ndarray of float32, shape (2 * down + 1, 2 * across + 1)
        Filled; -1 where the window is flat.
    """
    line_chip, line = pad(width), line_of(width, across)
    columns = pad(width + 2 * across)
    shifts = 2 * across + 1
    count = np.float32(height * width)
    for j in range(0, columns, LANES):
        first, second = full32(np.float32(0.0)), full32(np.float32(0.0))
        for i in range(height):
            value = load_at(window, i * line + j)
            first = first + value
            second = multiply_add(value, value, second)
        store_at(sums, j, first)
        store_at(sums, columns + j, second)
    for dy in range(2 * down + 1):
        if dy:
            for j in range(0, columns, LANES):
                gone = load_at(window, (dy - 1) * line + j)
                come = load_at(window, (dy - 1 + height) * line + j)
                store_at(sums, j, load_at(sums, j) + (come - gone))
                squares = multiply_add(come, come, load_at(sums, columns + j))
                store_at(sums, columns + j, multiply_subtract(gone, gone, squares))
        dx = 0
        while dx < shifts:
            start = dy * line + dx
            if shifts - dx <= NARROW:
                _narrow(chip, height, line_chip, window, start, line, products, dx)
                dx += NARROW
            else:
                _wide(chip, height, line_chip, window, start, line, products, dx)
                dx += WIDE
        mean, square = np.float32(0.0), np.float32(0.0)
        for j in range(width - 1):
            mean += sums[j]
            square += sums[columns + j]
        for dx in range(shifts):
            mean += sums[dx + width - 1]
            square += sums[columns + dx + width - 1]
            own = square - mean * mean / count
            enough = own > np.float32(1e-6) * square
            scale = np.sqrt(energy * own) if enough else np.float32(1.0)
            surface[dy, dx] = products[dx] / scale if enough else np.float32(-1.0)
            mean -= sums[dx]
            square -= sums[columns + dx]


@njit(cache=True, nogil=True)
def tops(surface, rows, cols):
    """(row, column, second row, second column, second value) of a surface's highest two tops."""
    best, y, x = np.float32(-2.0), 0, 0
    for i in range(rows):
        for j in range(cols):
            if surface[i, j] > best:
                best, y, x = surface[i, j], i, j
    second, v, u = np.float32(-1.0), -1, -1
    for i in range(rows):
        for j in range(cols):
            value = surface[i, j]
            if value <= second or (abs(i - y) <= 1 and abs(j - x) <= 1):
                continue
            if 0 < i < rows - 1 and (surface[i - 1, j] > value or surface[i + 1, j] > value):
                continue
            top = True
            for p in range(max(0, i - 1), min(rows, i + 2)):
                for q in range(max(0, j - 1), min(cols, j + 2)):
                    top = top and surface[p, q] <= value
            if top:
                second, v, u = value, i, j
    return y, x, v, u, second


@njit(cache=True, nogil=True)
def _parabola(before, here, after):
    """Where a parabola through three neighbours is highest, from the one in the middle."""
    bend = before - np.float32(2.0) * here + after
    if bend >= np.float32(0.0):
        return np.float32(0.0)
    place = np.float32(0.5) * (before - after) / bend
    return min(max(place, np.float32(-0.5)), np.float32(0.5))


@njit(cache=True, nogil=True)
def summit(surface, y, x, rows, cols):
    """Fractions of a pixel from a surface's highest place to its top."""
    down, across = np.float32(0.0), np.float32(0.0)
    if 0 < y < rows - 1:
        down = _parabola(surface[y - 1, x], surface[y, x], surface[y + 1, x])
    if 0 < x < cols - 1:
        across = _parabola(surface[y, x - 1], surface[y, x], surface[y, x + 1])
    return down, across

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of the coherence matrix of `LANES` pixels side by side.

A batch is `LANES` neighbouring columns of the result. Some neighbours at a time are laid side by
side in the fast cache, and the sums of products keep four pairs of images at a time in registers;
the brothers of the eight pixels differ, and a neighbour that is not a pixel's is 0 for it. Sums are
float32: of at most 3721 products, with an error of about 1e-6 (tests compare with float64).

Images come split: real and imaginary part as flat float32 arrays (time, row, column's remainder,
column's quotient) over the column stride, so that the same neighbour of adjacent results is
adjacent in memory.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ..simd import if_less, multiply_add, multiply_subtract, square_root, store
from ._eigen_kernel import LANES, full, full32, load, load_at, wide

TOGETHER = 32  # neighbours: those of two pairs of images fit into the first cache


@njit(parallel=True, cache=True, nogil=True)
def split(values, across, quotients, unit, real, imaginary, valid):
    """Split images into flat real and imaginary parts; see the module.

    Parameters
    ----------
    values : ndarray of complex64, shape (time, row, column)
        NaN for no data: such a pixel is left out in all images.
    across : int
        Column stride.
    quotients : int
        Columns of each remainder in the result.
    unit : bool
        Make all amplitudes 1.
    real, imaginary : ndarray of float32, flat (time, row, across, quotients)
        Written; 0 where there is no data.
    valid : ndarray of bool, shape (row, column)
        Written: whether all images have data.
    """
    times, rows, cols = values.shape
    page = rows * across * quotients
    places = np.empty(cols, np.int64)
    for col in range(cols):
        places[col] = col % across * quotients + col // across
    for row in prange(rows):
        # 1 where all images have data: their sum of differences with themselves is 0 there.
        good = np.zeros(cols, np.float32)
        for time in range(times):
            line = values[time, row]
            for col in range(cols):
                good[col] += (line[col].real - line[col].real) + (line[col].imag - line[col].imag)
        for col in range(cols):
            valid[row, col] = good[col] == 0
        for time in range(times):
            line = values[time, row]
            begin = time * page + row * across * quotients
            for col in range(cols):
                x, y = line[col].real, line[col].imag
                scale = np.float32(1)
                if unit:
                    size = np.sqrt(x * x + y * y)
                    scale = np.float32(1) / size if size > 0 else np.float32(0)
                real[begin + places[col]] = x * scale if valid[row, col] else np.float32(0)
                imaginary[begin + places[col]] = y * scale if valid[row, col] else np.float32(0)


@njit(cache=True, nogil=True)
def window_weights(
    masks, valid, out_row, first_col, half_y, half_x, down, across, quotients, weights, offsets,
    counts,
):  # fmt: skip
    """Weights (1 or 0) of the neighbours of a batch; returns how many of them count for any pixel.

    Fills `weights` (neighbour, lane; flat float32), `offsets` (neighbour) in the flat images, and
    `counts` (lane) of brothers with data.
    """
    cols = masks.shape[1]
    used = 0
    row = out_row * down + down // 2
    for lane in range(LANES):
        counts[lane] = 0
    for y in range(2 * half_y + 1):
        for x in range(2 * half_x + 1):
            anyone = False
            shift = across // 2 + x
            for lane in range(LANES):
                out_col = first_col + lane
                member = False
                if out_col < cols and (masks[out_row, out_col, y] >> x) & 1:
                    member = valid[row + y, out_col * across + shift]
                weights[used * LANES + lane] = np.float32(1) if member else np.float32(0)
                counts[lane] += member
                anyone |= member
            if anyone:
                offsets[used] = (
                    ((row + y) * across + shift % across) * quotients
                    + first_col + shift // across
                )  # fmt: skip
                used += 1
    return used


@njit(cache=True, nogil=True)
def gather(real, imaginary, page, times, weights, offsets, first, last, packed):
    """Some neighbours of a batch side by side; 0 where one is not a pixel's brother.

    Fills `packed` (flat; time by neighbour by real and imaginary part by lane).
    """
    for time in range(times):
        at = 2 * time * TOGETHER
        for k in range(first, last):
            weight, offset = load(weights, k), time * page + offsets[k]
            store(packed, at, load_at(real, offset) * weight)
            store(packed, at + 1, load_at(imaginary, offset) * weight)
            at += 2


@njit(cache=True, nogil=True)
def add_products(packed, count, m, n, fresh, sums_real, sums_imaginary):
    """Add the sums of y_m conj(y_n) over gathered neighbours for images m, m + 1 and n, n + 1.

    What lies above the diagonal is not stored. With `fresh` the sums begin at 0.
    """
    upper, lower = m * (m + 1) // 2 + n, (m + 1) * (m + 2) // 2 + n
    zero = full32(np.float32(0))
    r00, r01, r10, r11 = zero, zero, zero, zero
    i00, i01, i10, i11 = zero, zero, zero, zero
    if not fresh:
        r00, i00 = load(sums_real, upper), load(sums_imaginary, upper)
        r10, i10 = load(sums_real, lower), load(sums_imaginary, lower)
        r11, i11 = load(sums_real, lower + 1), load(sums_imaginary, lower + 1)
        if n + 1 <= m:
            r01, i01 = load(sums_real, upper + 1), load(sums_imaginary, upper + 1)
    at_m, at_n = 2 * m * TOGETHER, 2 * n * TOGETHER
    for k in range(0, 2 * count, 2):
        a, b = load(packed, at_m + k), load(packed, at_m + k + 1)
        c = load(packed, at_m + 2 * TOGETHER + k)
        d = load(packed, at_m + 2 * TOGETHER + k + 1)
        p, q = load(packed, at_n + k), load(packed, at_n + k + 1)
        r = load(packed, at_n + 2 * TOGETHER + k)
        s = load(packed, at_n + 2 * TOGETHER + k + 1)
        r00 = multiply_add(b, q, multiply_add(a, p, r00))
        i00 = multiply_subtract(a, q, multiply_add(b, p, i00))
        r01 = multiply_add(b, s, multiply_add(a, r, r01))
        i01 = multiply_subtract(a, s, multiply_add(b, r, i01))
        r10 = multiply_add(d, q, multiply_add(c, p, r10))
        i10 = multiply_subtract(c, q, multiply_add(d, p, i10))
        r11 = multiply_add(d, s, multiply_add(c, r, r11))
        i11 = multiply_subtract(c, s, multiply_add(d, r, i11))
    store(sums_real, upper, r00)
    store(sums_imaginary, upper, i00)
    if n + 1 <= m:
        store(sums_real, upper + 1, r01)
        store(sums_imaginary, upper + 1, i01)
    store(sums_real, lower, r10)
    store(sums_imaginary, lower, i10)
    store(sums_real, lower + 1, r11)
    store(sums_imaginary, lower + 1, i11)


@njit(cache=True, nogil=True)
def coherence_batch(
    real, imaginary, page, times, weights, offsets, used, packed, matrix_real, matrix_imaginary,
    power,
):  # fmt: skip
    """Coherence matrices of a batch: packed lower triangles (flat, entry by lane; float32).

    `packed` is scratch; `power` (time by lane, float64) gets the sums of squares. An image that is
    0 throughout the window is coherent with nothing. Neighbours are added one after the other,
    whatever the batch, so that no pixel's sums depend on the others.
    """
    padded = times + times % 2
    for first in range(0, used, TOGETHER):
        count = min(TOGETHER, used - first)
        gather(real, imaginary, page, padded, weights, offsets, first, first + count, packed)
        for m in range(0, padded, 2):
            for n in range(0, m + 1, 2):
                add_products(packed, count, m, n, first == 0, matrix_real, matrix_imaginary)
    zero, one, tiny = full(0.0), full(1.0), full(1e-300)
    for m in range(times):
        power_m = wide(matrix_real, m * (m + 1) // 2 + m)
        store(power, m, power_m)
    for m in range(times):
        power_m = load(power, m)
        scale_m = if_less(tiny, power_m, one / square_root(power_m + tiny), zero)
        for n in range(m):
            power_n = load(power, n)
            scale = if_less(tiny, power_n, scale_m / square_root(power_n + tiny), zero)
            at = m * (m + 1) // 2 + n
            store(matrix_real, at, wide(matrix_real, at) * scale)
            store(matrix_imaginary, at, wide(matrix_imaginary, at) * scale)
        at = m * (m + 1) // 2 + m
        store(matrix_real, at, one)
        store(matrix_imaginary, at, zero)


@njit(parallel=True, cache=True, nogil=True)
def matrices(real, imaginary, page, times, valid, masks, geometry, out, numbers):
    """Coherence matrices and numbers of brothers of a block, written out."""
    half_y, half_x, down, across, quotients = geometry
    padded = times + times % 2
    window = (2 * half_y + 1) * (2 * half_x + 1)
    for row in prange(masks.shape[0]):
        weights, offsets = np.empty(window * LANES, np.float32), np.empty(window, np.int64)
        counts, power = np.empty(LANES, np.int64), np.empty(padded * LANES)
        entries = padded * (padded + 1) // 2 * LANES
        a, b = np.empty(entries, np.float32), np.empty(entries, np.float32)
        packed = np.empty(2 * padded * TOGETHER * LANES, np.float32)
        for first in range(0, masks.shape[1], LANES):
            used = window_weights(
                masks, valid, row, first, half_y, half_x, down, across, quotients, weights,
                offsets, counts,
            )  # fmt: skip
            a[:] = 0
            b[:] = 0
            coherence_batch(
                real, imaginary, page, times, weights, offsets, used, packed, a, b, power
            )
            for lane in range(min(LANES, masks.shape[1] - first)):
                numbers[row, first + lane] = counts[lane]
                for i in range(times):
                    for j in range(i + 1):
                        at = (i * (i + 1) // 2 + j) * LANES + lane
                        value = complex(a[at], b[at])
                        out[row, first + lane, i, j] = value
                        out[row, first + lane, j, i] = np.conj(value)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of the coherence matrix of `LANES` pixels side by side.

A batch is `LANES` neighbouring columns of the result. The sums of products over the window keep
four pairs of images at a time in registers; the brothers of the eight pixels differ, so neighbours
that are not a pixel's count 0 times. Sums are float32: of at most 3721 products, with an error of
about 1e-6 (tests compare with float64).

Images come split: real and imaginary part as flat float32 arrays (time, row, column's remainder,
column's quotient) over the column stride, so that the same neighbour of adjacent results is
adjacent in memory.
"""

from __future__ import annotations

import numpy as np
from numba import njit, prange

from ._vectors import (
    LANES,
    full,
    full32,
    if_less,
    load,
    load_at,
    multiply_add,
    multiply_subtract,
    square_root,
    store,
    wide,
)


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
    for row in prange(rows):
        for col in range(cols):
            good = True
            for time in range(times):
                z = values[time, row, col]
                good &= np.isfinite(z.real) and np.isfinite(z.imag)
            valid[row, col] = good
            place = (row * across + col % across) * quotients + col // across
            for time in range(times):
                z = values[time, row, col]
                x, y = (z.real, z.imag) if good else (np.float32(0), np.float32(0))
                if unit and good:
                    size = np.sqrt(x * x + y * y)
                    if size > 0:
                        x, y = x / size, y / size
                real[time * page + place] = x
                imaginary[time * page + place] = y


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
def add_products(real, imaginary, page, m, n, weights, offsets, used, sums_real, sums_imaginary):
    """Sums of y_m conj(y_n) over the window for images m, m + 1 and n, n + 1.

    Images beyond the last one have to be in `real` and `imaginary`; what lies above the diagonal
    is not stored.
    """
    zero = full32(np.float32(0))
    r00, r01, r10, r11 = zero, zero, zero, zero
    i00, i01, i10, i11 = zero, zero, zero, zero
    at_m, at_n = m * page, n * page
    for k in range(used):
        weight, offset = load(weights, k), offsets[k]
        a = load_at(real, at_m + offset) * weight
        b = load_at(imaginary, at_m + offset) * weight
        c = load_at(real, at_m + page + offset) * weight
        d = load_at(imaginary, at_m + page + offset) * weight
        p, q = load_at(real, at_n + offset), load_at(imaginary, at_n + offset)
        r, s = load_at(real, at_n + page + offset), load_at(imaginary, at_n + page + offset)
        r00 = multiply_add(b, q, multiply_add(a, p, r00))
        i00 = multiply_subtract(a, q, multiply_add(b, p, i00))
        r01 = multiply_add(b, s, multiply_add(a, r, r01))
        i01 = multiply_subtract(a, s, multiply_add(b, r, i01))
        r10 = multiply_add(d, q, multiply_add(c, p, r10))
        i10 = multiply_subtract(c, q, multiply_add(d, p, i10))
        r11 = multiply_add(d, s, multiply_add(c, r, r11))
        i11 = multiply_subtract(c, s, multiply_add(d, r, i11))
    upper, lower = m * (m + 1) // 2 + n, (m + 1) * (m + 2) // 2 + n
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
    real, imaginary, page, times, weights, offsets, used, matrix_real, matrix_imaginary, power
):  # fmt: skip
    """Coherence matrices of a batch: packed lower triangles (flat, entry by lane; float32).

    `power` (time by lane, float64) gets the sums of squares. An image that is 0 throughout the
    window is coherent with nothing.
    """
    for m in range(0, times, 2):
        for n in range(0, m + 1, 2):
            add_products(
                real, imaginary, page, m, n, weights, offsets, used, matrix_real, matrix_imaginary
            )
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
        for first in range(0, masks.shape[1], LANES):
            used = window_weights(
                masks, valid, row, first, half_y, half_x, down, across, quotients, weights,
                offsets, counts,
            )  # fmt: skip
            coherence_batch(real, imaginary, page, times, weights, offsets, used, a, b, power)
            for lane in range(min(LANES, masks.shape[1] - first)):
                numbers[row, first + lane] = counts[lane]
                for i in range(times):
                    for j in range(i + 1):
                        at = (i * (i + 1) // 2 + j) * LANES + lane
                        value = complex(a[at], b[at])
                        out[row, first + lane, i, j] = value
                        out[row, first + lane, j, i] = np.conj(value)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of phase gradients; see :mod:`.phase_gradients`. Importing it imports numba.

Phases become complex numbers of whole parts, so that the running sums of windows are exact: a
pixel's sum is the same whatever block it comes in, and costs the same whatever the window.
"""

from __future__ import annotations

import numpy as np
from numba import njit, prange

ONE = 16384  # of a part of a complex number
SHIFT, HALF = 14, 8192  # a product of two parts back to parts
PI = np.float32(np.pi)
TURN = np.float32(0.5 / np.pi)


@njit(inline="always")
def _unit(phase):
    """Cosine and sine of a phase, by the series of half of it; within 3e-7."""
    turns = phase * TURN
    turns -= np.floor(turns + np.float32(0.5))
    x = turns * PI
    y = x * x
    sine = x * (
        1
        + y
        * (
            np.float32(-1 / 6)
            + y
            * (
                np.float32(1 / 120)
                + y
                * (
                    np.float32(-1 / 5040)
                    + y * (np.float32(1 / 362880) + y * np.float32(-1 / 39916800))
                )
            )
        )
    )
    cosine = 1 + y * (
        np.float32(-0.5)
        + y
        * (
            np.float32(1 / 24)
            + y
            * (
                np.float32(-1 / 720)
                + y
                * (
                    np.float32(1 / 40320)
                    + y * (np.float32(-1 / 3628800) + y * np.float32(1 / 479001600))
                )
            )
        )
    )
    return cosine * cosine - sine * sine, 2 * sine * cosine


@njit(inline="always")
def _angle(y, x):
    """Angle of a complex number without branches (Cephes' atanf); within 5e-7."""
    one, other = abs(x), abs(y)
    most = max(one, other)
    ratio = min(one, other) / max(most, np.float32(1e-30))
    steep = ratio > np.float32(0.41421356)
    t = (ratio - 1) / (ratio + 1) if steep else ratio
    z = t * t
    angle = t + t * z * (
        np.float32(-3.33329491539e-1)
        + z
        * (
            np.float32(1.99777106478e-1)
            + z * (np.float32(-1.38776856032e-1) + z * np.float32(8.05374449538e-2))
        )
    )
    angle = angle + np.float32(np.pi / 4) if steep else angle
    angle = np.float32(np.pi / 2) - angle if other > one else angle
    angle = PI - angle if x < 0 else angle
    return -angle if y < 0 else angle


@njit(parallel=True, cache=True, nogil=True)
def as_parts(phase, coherence, top, left, out):
    """Phases with their coherence as amplitude, in whole parts.

    Parameters
    ----------
    phase : ndarray of float32, shape (pair, row, column)
    coherence : ndarray of float32, same shape or (0, 0, 0)
    top, left : int
        Where the first pixel goes.
    out : ndarray of int16, shape (pair, 3, row, column)
        Zeros; real part, imaginary part and amplitude are written.
    """
    pairs, rows, cols = phase.shape
    weighted = len(coherence) > 0
    for k in prange(pairs):
        for r in range(rows):
            here, real = phase[k, r], out[k, 0, r + top]
            imaginary, amplitude = out[k, 1, r + top], out[k, 2, r + top]
            for c in range(cols):
                value = here[c]
                known = abs(value) < np.float32(1e30)
                a = np.float32(1.0)
                if weighted:
                    a = coherence[k, r, c]
                    known = known and a > 0
                    a = min(a, np.float32(1.0))
                a = a * np.float32(ONE) if known else np.float32(0.0)
                cosine, sine = _unit(value if known else np.float32(0.0))
                real[c + left] = np.int16(np.floor(a * cosine + np.float32(0.5)))
                imaginary[c + left] = np.int16(np.floor(a * sine + np.float32(0.5)))
                amplitude[c + left] = np.int16(np.floor(a + np.float32(0.5)))


@njit(inline="always")
def _add(parts, row, down, sign, sums):
    """Add a row's products with the pixels a step on (or take them off) to sums by column."""
    step = sums.shape[1]
    across = parts.shape[2] - step
    a, b, m = parts[0, row], parts[1, row], parts[2, row]
    c, d, n = parts[0, row + down], parts[1, row + down], parts[2, row + down]
    for j in range(step):
        ar, ai, am = np.int32(a[j]), np.int32(b[j]), np.int32(m[j])
        cr, ci, cm = np.int32(c[j + across]), np.int32(d[j + across]), np.int32(n[j + across])
        sums[0, j] += sign * ((cr * ar + ci * ai + HALF) >> SHIFT)
        sums[1, j] += sign * ((ci * ar - cr * ai + HALF) >> SHIFT)
        sums[2, j] += sign * ((am * cm + HALF) >> SHIFT)
        sums[3, j] += sign * (1 if am * cm > 0 else 0)


@njit(parallel=True, cache=True, nogil=True)
def window_gradients(parts, half, step, least, steep, gradient, agreement, aliased):
    """Phase gradients of all pairs along one direction.

    Parameters
    ----------
    parts : ndarray of int16, shape (pair, 3, row + 2 half, column + 2 half)
    half : (int, int)
        Rows and columns of the window on either side.
    step : (int, int)
        Rows (-1, 0 or 1) and columns (0 or 1) to the pixel that is compared.
    least : float
        Share of the window that must be known.
    steep : float
        Radians a step from which on a gradient counts as aliased.
    gradient, agreement : ndarray of float32, shape (pair, row, column)
        Written: radians a step, and how well the window's gradients agree (0 to 1).
    aliased : ndarray of int8, shape (pair, row, column)
        Written: whether it is steep.
    """
    pairs, rows, cols = gradient.shape
    high, wide = half
    down, across = step
    first = 1 if down < 0 else 0  # row of the window's first lag
    tall, broad = 2 * high + 1 - abs(down), 2 * wide + 1 - across
    needed = max(1.0, least * tall * broad)
    for k in prange(pairs):
        sums = np.zeros((4, parts.shape[3] - across), np.int32)
        for row in range(tall - 1):
            _add(parts[k], first + row, down, 1, sums)
        for r in range(rows):
            _add(parts[k], first + r + tall - 1, down, 1, sums)
            real, imaginary, weight, count = (
                np.int64(0), np.int64(0), np.int64(0), np.int64(0)
            )  # fmt: skip
            for j in range(broad - 1):
                real += sums[0, j]
                imaginary += sums[1, j]
                weight += sums[2, j]
                count += sums[3, j]
            for c in range(cols):
                j = c + broad - 1
                real += sums[0, j]
                imaginary += sums[1, j]
                weight += sums[2, j]
                count += sums[3, j]
                good = count >= needed and parts[k, 2, r + high, c + wide] > 0
                x, y = np.float32(real), np.float32(imaginary)
                value = _angle(y, x)
                gradient[k, r, c] = value if good else np.float32(np.nan)
                share = np.sqrt(x * x + y * y) / np.float32(max(weight, 1))
                agreement[k, r, c] = min(share, np.float32(1.0)) if good else np.float32(np.nan)
                aliased[k, r, c] = 1 if good and abs(value) > steep else 0
                real -= sums[0, c]
                imaginary -= sums[1, c]
                weight -= sums[2, c]
                count -= sums[3, c]
            _add(parts[k], first + r, down, -1, sums)

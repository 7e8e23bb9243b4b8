# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of phase gradients; see :mod:`.phase_gradients`. Importing it imports numba.

Phases become complex numbers of whole parts, so that the running sums of windows are exact: a
pixel's sum is the same whatever block it comes in, and costs the same whatever the window.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

ONE = 16384  # of a part of a complex number
MOST_SMALL = (1 << 31) // ONE  # pixels of a window whose sums are whole numbers of 32 bits
SHIFT, HALF = np.int32(14), np.int32(8192)  # a product of two parts back to parts
F32 = np.float32  # numba takes whole numbers and literals beside it for double precision
PI = F32(np.pi)
TURN = F32(0.5 / np.pi)
NO_LEVEL = np.zeros(0, F32)


@njit(inline="always")
def _unit(phase):
    """Cosine and sine of a phase, by the series of half of it; within 5e-7."""
    turns = phase * TURN
    x = (turns - np.floor(turns + F32(0.5))) * PI
    y = x * x
    sine = F32(1 / 362880) + y * F32(-1 / 39916800)
    sine = F32(1 / 120) + y * (F32(-1 / 5040) + y * sine)
    sine = x * (F32(1) + y * (F32(-1 / 6) + y * sine))
    cosine = F32(-1 / 3628800) + y * F32(1 / 479001600)
    cosine = F32(1 / 24) + y * (F32(-1 / 720) + y * (F32(1 / 40320) + y * cosine))
    cosine = F32(1) + y * (F32(-0.5) + y * cosine)
    return cosine * cosine - sine * sine, F32(2) * sine * cosine


@njit(inline="always", error_model="numpy")
def _angle(y, x):
    """Angle of a complex number without branches (Cephes' atanf); within 5e-7."""
    one, other = abs(x), abs(y)
    most, least = max(one, other), min(one, other)
    steep = least > F32(0.41421356) * most
    over = least - most if steep else least
    under = least + most if steep else most
    t = over / max(under, F32(1e-30))
    z = t * t
    angle = F32(1.99777106478e-1) + z * (F32(-1.38776856032e-1) + z * F32(8.05374449538e-2))
    angle = t + t * z * (F32(-3.33329491539e-1) + z * angle)
    angle = angle + F32(np.pi / 4) if steep else angle
    angle = F32(np.pi / 2) - angle if other > one else angle
    angle = PI - angle if x < 0 else angle
    return -angle if y < 0 else angle


@njit(parallel=True, cache=True, nogil=True)
def as_parts(phase, coherence, begin, top, left, out):
    """Phases with their coherence as amplitude, in whole parts.

    Parameters
    ----------
    phase : ndarray of float32, shape (pair, row, column)
    coherence : ndarray of float32, same shape or (0, 0, 0)
    begin : int
        First column that is taken.
    top, left : int
        Where its first pixel goes.
    out : ndarray of int16, shape (pair, 3, row, column)
        Zeros where no pixel goes; real part, imaginary part and amplitude are written.
    """
    pairs, rows, _ = phase.shape
    end = min(phase.shape[2], begin + out.shape[3] - left)
    cols = end - begin
    weighted = len(coherence) > 0
    for k in prange(pairs):
        for r in range(rows):
            row = phase[k, r, begin:end]
            level = coherence[k, r, begin:end] if weighted else NO_LEVEL
            real, imaginary, amplitude = out[k, 0, r + top], out[k, 1, r + top], out[k, 2, r + top]
            _amplitudes(row, level, amplitude[left : left + cols])
            _turned(row, level, real[left : left + cols], imaginary[left : left + cols])


# Only loops over few contiguous arrays, by an index that cannot be negative, are vectorised.


@njit(inline="always")
def _amplitude(phase, level, c):
    """Coherence from 0 to ONE of a pixel; 0 where it or the phase is unknown."""
    a = F32(1.0)
    if len(level):
        a = level[c] if level[c] > F32(0.0) else F32(0.0)
    a = min(a, F32(1.0)) * F32(ONE)
    return a if abs(phase[c]) < F32(1e30) else F32(0.0)


@njit(nogil=True, cache=True)
def _amplitudes(phase, level, out):
    for c in range(len(out)):
        out[c] = np.int16(np.floor(_amplitude(phase, level, c) + F32(0.5)))


@njit(nogil=True, cache=True)
def _turned(phase, level, real, imaginary):
    for c in range(len(real)):
        a = _amplitude(phase, level, c)
        cosine, sine = _unit(phase[c] if a > 0 else F32(0.0))
        real[c] = np.int16(np.floor(a * cosine + F32(0.5)))
        imaginary[c] = np.int16(np.floor(a * sine + F32(0.5)))


@njit(nogil=True, cache=True)
def _products(parts, row, down, across, out):
    """Products of a row with the pixels a step on: real, imaginary, amplitude, and 1 if known."""
    a, b = parts[0, row], parts[1, row]
    c, d = parts[0, row + down][across:], parts[1, row + down][across:]
    width = len(c)
    real, imaginary, amplitude = out[:width], out[width:][:width], out[2 * width :][:width]
    known = out[3 * width :]
    for j in range(len(real)):
        real[j] = (
            np.int32(c[j]) * np.int32(a[j]) + np.int32(d[j]) * np.int32(b[j]) + HALF
        ) >> SHIFT
    for j in range(len(real)):
        imaginary[j] = (
            np.int32(d[j]) * np.int32(a[j]) - np.int32(c[j]) * np.int32(b[j]) + HALF
        ) >> SHIFT
    a, c = parts[2, row], parts[2, row + down][across:]
    for j in range(len(real)):
        amplitude[j] = (np.int32(a[j]) * np.int32(c[j]) + HALF) >> SHIFT
    for j in range(len(real)):
        known[j] = (a[j] > 0) & (c[j] > 0)


@njit(nogil=True, cache=True)
def _add(row, total):
    for j in range(len(row)):
        total[j] += row[j]


@njit(nogil=True, cache=True)
def _replace(row, old, total):
    """A row takes the place of the one that leaves the window."""
    for j in range(len(row)):
        total[j] += row[j] - old[j]
        old[j] = row[j]


@njit(nogil=True, cache=True)
def _beside(sums, apart, out):
    """Sums of as many columns twice over; they lie so many apart."""
    later = sums[apart:]
    for j in range(len(later)):
        out[j] = sums[j] + later[j]


@njit(nogil=True, cache=True)
def _copied(values, out):
    for j in range(len(out)):
        out[j] = values[j]


@njit(nogil=True, cache=True)
def _across(sums, broad, work, out):
    """Sums over as many columns, exact until they are written.

    Of doubled runs of columns, as the digits of the number say: 9 = 1 + 8. Rows of `work` take them
    and what is summed up, in turn.
    """
    runs, free, total, other = sums, work[0], work[1], work[2]
    length, done, left = 1, 0, broad
    while left > 1:
        if left % 2:
            if done:
                _beside_of(total, runs[done:], other)
                total, other = other, total
            else:
                _copied(runs, total[: len(runs)])
            done += length
        left //= 2
        _beside(runs, length, free)
        runs, free = free, work[3] if length == 1 else runs
        length *= 2
    if done:
        _beside_of(total, runs[done:], out)
    else:
        _copied(runs, out[: len(sums) - broad + 1])


@njit(nogil=True, cache=True)
def _beside_of(sums, later, out):
    for j in range(len(later)):
        out[j] = sums[j] + later[j]


@njit(nogil=True, cache=True, error_model="numpy")
def _tell(window, width, needed, middle, gradient, agreement):
    """Angle of sums, and how long they are, where enough is known."""
    cols = len(middle)
    real, imaginary = window[:cols], window[width:][:cols]
    weight, count = window[2 * width :][:cols], window[3 * width :][:cols]
    for c in range(len(count)):  # what is too little becomes nothing known
        count[c] = F32(0.0) if count[c] >= needed and middle[c] > 0 else F32(np.nan)
    for c in range(len(count)):
        gradient[c] = _angle(imaginary[c], real[c]) + count[c]
    for c in range(len(count)):
        share = np.sqrt(real[c] * real[c] + imaginary[c] * imaginary[c]) / max(weight[c], F32(1.0))
        agreement[c] = min(share, F32(1.0)) + count[c]


@njit(nogil=True, cache=True)
def _mark(gradient, steep, out):
    for c in range(len(out)):
        out[c] = abs(gradient[c]) > steep


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
    needed = F32(max(1.0, least * tall * broad))
    for k in prange(pairs):
        # Real, imaginary, amplitude and known lie in one row, so that a loop does all four: what it
        # adds up across their borders is not used.
        width = parts.shape[3] - across
        products = np.empty(4 * width, np.int16)
        kept = np.zeros((tall, 4 * width), np.int16)
        small = tall * broad < MOST_SMALL
        sums = np.zeros(4 * width, np.int32)
        work = np.empty((4, 4 * width), np.int32)
        long_work = np.empty((4, 0 if small else 4 * width), np.int64)
        window = np.empty(4 * width, F32)
        for row in range(rows + tall - 1):
            _products(parts[k], first + row, down, across, products)
            _replace(products, kept[row % tall], sums)
            r = row - tall + 1
            if r >= 0:
                if small:
                    _across(sums, broad, work, window)
                else:
                    _across(sums.astype(np.int64), broad, long_work, window)
                middle = parts[k, 2, r + high][wide : wide + cols]
                _tell(window, width, needed, middle, gradient[k, r], agreement[k, r])
                _mark(gradient[k, r], F32(steep), aliased[k, r])


@njit(nogil=True, cache=True)
def _count(gradient, total):
    for c in range(len(total)):
        total[c] += np.int32(abs(gradient[c]) < F32(np.inf))


@njit(parallel=True, cache=True, nogil=True)
def tally(gradient, aliased, known, steep):
    """Count the gradients that are known and those that are steep.

    Parameters
    ----------
    gradient, aliased : ndarray, shape (pair, row, column)
        Of :func:`window_gradients`.
    known, steep : ndarray of int32, shape (row, column)
        Added to.
    """
    pairs, rows, _ = gradient.shape
    for r in prange(rows):
        for k in range(pairs):
            _count(gradient[k, r], known[r])
            _add(aliased[k, r], steep[r])

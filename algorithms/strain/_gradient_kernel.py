# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of phase gradients; see :mod:`.phase_gradients`. Importing it imports numba.

A pair goes through row by row: phases become complex numbers, these products with their neighbours,
and the products running sums over the windows. Products are rounded to parts so large that a window
of them sums up without any error in single precision: a pixel's sum is the same whatever block it
comes in, and costs the same whatever the window.
"""

from __future__ import annotations

import math

import numpy as np

from ..kernels import njit, prange
from ..simd import (
    absolute,
    if_less,
    largest,
    multiply_add,
    nearest,
    square_root,
    store_at,
    vectors_of,
)

LANES = 16
load, load_at, full32 = vectors_of(LANES, "load", "load_at", "full32")
F32 = np.float32
EXACT, FINEST = 24, 14  # bits: of whole numbers in single precision; of a product's parts
ANY_PHASE = F32(1e30)
CHUNK = 4096  # pixels of a task
NUMBERS, PRODUCTS = 3, 4  # lines: real and imaginary part, amplitude; and what is unknown


@njit(cache=True, nogil=True, inline="always")
def _unit(phase):
    """Cosine and sine of phases, by the series of half of them; within 5e-7."""
    turns = phase * full32(0.5 / np.pi)
    x = (turns - nearest(turns)) * full32(np.pi)
    y, one = x * x, full32(1.0)
    sine = multiply_add(y, full32(-1 / 39916800), full32(1 / 362880))
    sine = multiply_add(y, sine, full32(-1 / 5040))
    sine = multiply_add(y, sine, full32(1 / 120))
    sine = multiply_add(y, sine, full32(-1 / 6))
    sine = x * multiply_add(y, sine, one)
    cosine = multiply_add(y, full32(1 / 479001600), full32(-1 / 3628800))
    cosine = multiply_add(y, cosine, full32(1 / 40320))
    cosine = multiply_add(y, cosine, full32(-1 / 720))
    cosine = multiply_add(y, cosine, full32(1 / 24))
    cosine = multiply_add(y, cosine, full32(-0.5))
    cosine = multiply_add(y, cosine, one)
    return cosine * cosine - sine * sine, (sine + sine) * cosine


@njit(cache=True, nogil=True, inline="always")
def _angle(y, x, length, weight):
    """Angles of complex numbers without branches (Cephes' atanf), within 5e-7; length by weight.

    Both take a division, and one that is done for both is faster than two.
    """
    zero, one, other = full32(0.0), absolute(x), absolute(y)
    most, least = if_less(one, other, other, one), if_less(one, other, one, other)
    limit = most * full32(0.41421356)
    under = if_less(limit, least, least + most, most)
    under = if_less(zero, under, under, full32(1.0))
    inverse = full32(1.0) / (under * weight)
    t = if_less(limit, least, least - most, least) * (weight * inverse)
    z = t * t
    angle = multiply_add(z, full32(8.05374449538e-2), full32(-1.38776856032e-1))
    angle = multiply_add(z, angle, full32(1.99777106478e-1))
    angle = multiply_add(z, angle, full32(-3.33329491539e-1))
    angle = multiply_add(t * z, angle, t) + if_less(limit, least, full32(np.pi / 4), zero)
    angle = if_less(one, other, full32(np.pi / 2) - angle, angle)
    angle = if_less(x, zero, full32(np.pi) - angle, angle)
    return if_less(y, zero, zero - angle, angle), length * (under * inverse)


@njit(cache=True, nogil=True)
def _complex(phase, coherence, places, line, out, at):
    """A line of phases and coherence as complex numbers with their amplitude.

    Parameters
    ----------
    phase, coherence : ndarray of float32, flat
    places : (int, int)
        Where the line begins in either.
    line : int
        Its length, in whole vectors.
    out : ndarray of float32, flat
    at : int
        Where the lines of real part, imaginary part and amplitude begin.
    """
    zero, one, most = full32(0.0), full32(1.0), full32(ANY_PHASE)
    for j in range(0, line, LANES):
        turn, level = load_at(phase, places[0] + j), load_at(coherence, places[1] + j)
        level = if_less(zero, level, if_less(level, one, level, one), zero)
        known = absolute(turn)
        level, turn = if_less(known, most, level, zero), if_less(known, most, turn, zero)
        cosine, sine = _unit(turn)
        store_at(out, at + j, level * cosine)
        store_at(out, at + line + j, level * sine)
        store_at(out, at + 2 * line + j, level)


@njit(cache=True, nogil=True)
def _copied(values, out):
    for c in range(len(out)):
        out[c] = values[c]


@njit(cache=True, nogil=True, inline="always")
def _product(lines, near, far, line, parts):
    """Real part, imaginary part and amplitude of a product in whole parts; and the latter before.

    Parameters
    ----------
    lines : ndarray of float32, flat
        Of :func:`_complex`.
    near, far : int
        Where the two pixels lie, the far one a step on.
    line : int
        Length of a line.
    parts : vector
        Parts of one.
    """
    a, b = load_at(lines, near) * parts, load_at(lines, near + line) * parts
    c, d = load_at(lines, far), load_at(lines, far + line)
    size = load_at(lines, near + 2 * line) * load_at(lines, far + 2 * line)
    return nearest(c * a + d * b), nearest(d * a - c * b), nearest(size * parts), size


@njit(cache=True, nogil=True)
def _move_on(lines, near, far, back, line, scale, sums):
    """Products of two lines come into the window, those of two earlier ones leave it.

    The latter are made again: that is faster than to keep them.

    Parameters
    ----------
    lines, near, far, line
        See :func:`_product`.
    back : (int, int)
        Where those lie that leave.
    scale : float
        Parts of one.
    sums : ndarray of float32, shape (4, line), flat
        Over the rows of the window; the last one, what is unknown, is left alone.

    Returns
    -------
    bool
        Whether something is unknown in what came.
    """
    parts, zero, one = full32(scale), full32(0.0), full32(1.0)
    lost = zero
    for j in range(0, line - LANES, LANES):  # behind the last there is no neighbour
        real, imaginary, amplitude, size = _product(lines, near + j, far + j, line, parts)
        x, y, a, _ = _product(lines, back[0] + j, back[1] + j, line, parts)
        store_at(sums, j, load_at(sums, j) + (real - x))
        store_at(sums, line + j, load_at(sums, line + j) + (imaginary - y))
        store_at(sums, 2 * line + j, load_at(sums, 2 * line + j) + (amplitude - a))
        lost = if_less(zero, size, lost, one)
    return largest(lost) > 0


@njit(cache=True, nogil=True)
def _count(lines, near, far, line, sign, sums):
    """Count what is unknown of the products of two lines, or take it off again."""
    zero, one, begin = full32(0.0), full32(sign), 3 * line
    for j in range(0, line - LANES, LANES):
        size = load_at(lines, near + 2 * line + j) * load_at(lines, far + 2 * line + j)
        unknown = if_less(zero, size, zero, one)
        store_at(sums, begin + j, load_at(sums, begin + j) + unknown)


@njit(cache=True, nogil=True)
def _joined(one, first, two, second, out, to, number):
    """Sums of vectors of two lines, or of one with itself some columns on."""
    for j in range(0, number * LANES, LANES):
        store_at(out, to + j, load_at(one, first + j) + load_at(two, second + j))


@njit(cache=True, nogil=True)
def _across(sums, begin, broad, number, work, out, to):
    """Sums over as many columns, of doubled runs as the digits of the number say: 9 = 1 + 8.

    Parameters
    ----------
    sums : ndarray of float32, flat
    begin, broad : int
        Where they begin, and how many columns are summed up.
    number : int
        Vectors of the result.
    work : ndarray of float32, flat
        Four lines to work in.
    out : ndarray of float32, flat
    to : int
        Where the result begins.
    """
    line, size = len(work) // 4, number * LANES
    values, runs, free = sums, begin, 0
    total, other = 2 * line, 3 * line
    done, length, left = 0, 1, broad
    while left > 1:
        if left % 2:
            if done:
                _joined(work, total, values, runs + done, work, other, number)
                total, other = other, total
            else:
                _copied(values[runs : runs + size], work[total : total + size])
            done += length
        many = line // LANES - (2 * length + LANES - 1) // LANES
        _joined(values, runs, values, runs + length, work, free, many)
        values, runs, free = work, free, line - free
        length, left = 2 * length, left // 2
    if done:
        _joined(work, total, values, runs + done, out, to, number)
    else:
        _copied(values[runs : runs + size], out[to : to + size])


@njit(cache=True, nogil=True)
def _tell(windows, line, gaps, most, middle, middle_at, gradient, agreement, at, number):
    """Angle of sums, and how long they are for what they add up, where enough is known.

    Parameters
    ----------
    windows : ndarray of float32, flat
        Sums over the windows, lines of real part, imaginary part, amplitude and what is unknown.
    line : int
    gaps : bool
        Whether anything is unknown.
    most : float
        Most that may be unknown.
    middle, middle_at : ndarray of float32, flat; int
        Amplitudes of the pixels, and where they begin.
    gradient, agreement : ndarray of float32, flat
        Written from `at` on, whole vectors.
    """
    zero, one, void = full32(0.0), full32(1.0), full32(np.nan)
    limit = full32(most + 0.5)
    for j in range(0, number * LANES, LANES):
        real, imaginary = load_at(windows, j), load_at(windows, line + j)
        weight = load_at(windows, 2 * line + j)
        length = square_root(real * real + imaginary * imaginary)
        angle, share = _angle(imaginary, real, length, if_less(one, weight, weight, one))
        share = if_less(share, one, share, one)
        if gaps:
            own = if_less(zero, load_at(middle, middle_at + j), one, zero)
            own = if_less(load_at(windows, 3 * line + j), limit, own, zero)
            angle, share = if_less(zero, own, angle, void), if_less(zero, own, share, void)
        store_at(gradient, at + j, angle)
        store_at(agreement, at + j, share)


@njit(cache=True, nogil=True)
def _fetch(turns, levels, place, inside, left, seen, width, line, raw, out, at):
    """Complex numbers of a line of a window, 0 where it lies beyond what is there.

    Parameters
    ----------
    turns, levels : ndarray of float32, flat
        Phase and coherence of all pairs, the latter perhaps empty.
    place : int
        Where the line's first pixel lies that is there.
    inside : bool
        Whether any is.
    left, seen, width : int
        Pixels before the first one, pixels that are there, pixels of the line.
    line : int
        Its length, in whole vectors.
    raw : ndarray of float32, flat
        Two lines to work in; the second one is 1 behind the width, where nothing is asked for.
    out, at
        See :func:`_complex`.
    """
    if inside and seen == width and len(levels) and place + line <= len(turns):
        _complex(turns, levels, (place, place), line, out, at)
        return
    raw[line : line + width] = 0.0
    if inside:
        _copied(turns[place : place + seen], raw[left : left + seen])
        if len(levels):
            _copied(levels[place : place + seen], raw[line + left :][:seen])
        else:
            raw[line + left : line + left + seen] = 1.0
    _complex(raw, raw, (0, line), line, out, at)


@njit(cache=True, nogil=True)
def _parts(number):
    """In how many parts one is divided, so that sums of so many are exact."""
    bits = math.ceil(math.log(number) / math.log(2.0))
    return 2.0 ** min(FINEST, EXACT - bits)


@njit(parallel=True, cache=True, nogil=True)
def window_gradients(phase, coherence, begin, around, half, steps, least, gradient, agreement):
    """Phase gradients of all pairs along some directions.

    Parameters
    ----------
    phase : ndarray of float32, shape (pair, row, column)
        Radians, wrapped or not; NaN for no data.
    coherence : ndarray of float32, same shape or (0, 0, 0)
        Amplitude of the complex numbers; 0 for no data.
    begin : int
        First column that is taken.
    around : (int, int)
        Rows and columns of the margin that lie beyond the phase.
    half : (int, int)
        Rows and columns of the window on either side.
    steps : ndarray of int, shape (direction, 2)
        Rows (-1, 0 or 1) and columns (0 or 1) to the pixel that is compared.
    least : float
        Share of the window that must be known.
    gradient, agreement : ndarray of float32, shape (direction, pair, row, column)
        Written: radians a step, and how well the window's gradients agree (0 to 1).
    """
    directions, pairs, rows, cols = gradient.shape
    high, wide = half
    top, left = around
    width = cols + 2 * wide
    line = (width + 3 * LANES - 1) // LANES * LANES
    number = (cols + LANES - 1) // LANES
    seen = min(phase.shape[2] - begin, width - left)
    turns, levels = phase.ravel(), coherence.ravel()
    all_gradient, all_agreement = gradient.ravel(), agreement.ravel()
    ring = (2 * high + 2) * NUMBERS * line
    for k in prange(pairs):
        raw = np.zeros(2 * line, F32)
        raw[line + width :] = 1.0
        lines = np.zeros(ring, F32)  # of the window's rows, and of the one that leaves it
        torn = np.zeros((directions, 2 * high + 1), np.bool_)  # rows where something is unknown
        sums = np.zeros((directions, PRODUCTS * line), F32)
        work, windows = np.zeros(4 * line, F32), np.zeros(PRODUCTS * line, F32)
        told = np.zeros(2 * line, F32)
        for q in range(rows + 2 * high):
            here = q * NUMBERS * line % ring
            before = (here + ring - NUMBERS * line) % ring
            row = q - top
            place = (k * phase.shape[1] + row) * phase.shape[2] + begin
            inside = 0 <= row < phase.shape[1]
            _fetch(turns, levels, place, inside, left, seen, width, line, raw, lines, here)
            r = q - 2 * high
            for d in range(directions):
                down, across = steps[d]
                if down != 0 and q == 0:
                    continue
                tall, broad = 2 * high + 1 - abs(down), 2 * wide + 1 - across
                near, far = before if down > 0 else here, (before if down < 0 else here) + across
                away = ring - tall * NUMBERS * line
                back = (near + away) % ring, (far + away) % ring
                slot, total = q % tall, sums[d]
                if torn[d, slot]:
                    _count(lines, back[0], back[1], line, -1.0, total)
                torn[d, slot] = _move_on(lines, near, far, back, line, _parts(tall * broad), total)
                if torn[d, slot]:
                    _count(lines, near, far, line, 1.0, total)
                if r < 0:
                    continue
                gaps = torn[d].any()
                for n in range(PRODUCTS if gaps else PRODUCTS - 1):
                    _across(total, n * line, broad, number, work, windows, n * line)
                most = tall * broad - math.ceil(max(1.0, least * tall * broad))
                middle = ((r + high) * NUMBERS + 2) * line % ring + wide
                at = ((d * pairs + k) * rows + r) * cols
                if cols % LANES == 0:
                    _tell(windows, line, gaps, most, lines, middle, all_gradient, all_agreement, at,
                          number)  # fmt: skip
                else:  # the last vector would reach into the next line
                    _tell(windows, line, gaps, most, lines, middle, told, told[line:], 0, number)
                    _copied(told[:cols], all_gradient[at : at + cols])
                    _copied(told[line : line + cols], all_agreement[at : at + cols])


@njit(parallel=True, cache=True, nogil=True)
def tally(gradient, limit, known, steep):
    """Count the gradients that are known and those that are steep.

    Parameters
    ----------
    gradient : ndarray of float32, shape (any, pixel)
        Of :func:`window_gradients`.
    limit : float
        Radians a step from which on a gradient counts as aliased.
    known, steep : ndarray of int32, shape (pixel,)
        Written.
    """
    number, pixels = gradient.shape
    for chunk in prange((pixels + CHUNK - 1) // CHUNK):
        part = slice(chunk * CHUNK, min((chunk + 1) * CHUNK, pixels))
        known[part], steep[part] = 0, 0
        for k in range(number):
            _tally(gradient[k, part], F32(limit), known[part], steep[part])


@njit(cache=True, nogil=True)
def _tally(gradient, limit, known, steep):
    for c in range(len(gradient)):
        known[c] += np.int32(abs(gradient[c]) < F32(np.inf))
        steep[c] += np.int32(abs(gradient[c]) > limit)

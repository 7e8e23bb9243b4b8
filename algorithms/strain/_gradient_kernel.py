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
    fetch_ahead,
    if_less,
    largest,
    multiply_add,
    nearest,
    place_in,
    square_root,
    store_at,
    vectors_of,
)

LANES = 16
load_at, full32 = vectors_of(LANES, "load_at", "full32")
F32 = np.float32
EXACT, FINEST = 24, 14  # bits: of whole numbers in single precision; of a product's parts
ANY_PHASE = F32(1e30)
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
    phase, coherence, out : place in float32
        See :func:`..simd.place_in`.
    places : (int, int)
        Where the line begins in either of the first two.
    line : int
        Its length, in whole vectors.
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
def _copied(values, first, out, to, number):
    for c in range(number):
        out[to + c] = values[first + c]


@njit(cache=True, nogil=True, inline="always")
def _product(lines, near, far, line, parts):
    """Real part, imaginary part and amplitude of a product in whole parts; and the latter before.

    Parameters
    ----------
    lines : place in float32
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
def _move_on(lines, near, far, back, line, scale, sums, at):
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
    sums : place in float32
        Four lines over the rows of the window; the last one, what is unknown, is left alone.

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
        k = at + j
        store_at(sums, k, load_at(sums, k) + (real - x))
        store_at(sums, line + k, load_at(sums, line + k) + (imaginary - y))
        store_at(sums, 2 * line + k, load_at(sums, 2 * line + k) + (amplitude - a))
        lost = if_less(zero, size, lost, one)
    return largest(lost) > 0


@njit(cache=True, nogil=True)
def _count(lines, near, far, line, sign, sums, at):
    """Count what is unknown of the products of two lines, or take it off again."""
    zero, one, begin = full32(0.0), full32(sign), at + 3 * line
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
def _joined_doubled(one, first, two, second, apart, out, to, number):
    """Sums of vectors of two lines, and of the second one some columns on."""
    for j in range(0, number * LANES, LANES):
        doubled = load_at(two, second + j) + load_at(two, second + j + apart)
        store_at(out, to + j, load_at(one, first + j) + doubled)


@njit(cache=True, nogil=True)
def _across(sums, begin, broad, number, work, room, out, to):
    """Sums over as many columns, of doubled runs as the digits of the number say: 9 = 1 + 8.

    Parameters
    ----------
    sums, work, out : place in float32
        The second of lines to work in: a line for every digit, and one more.
    begin, broad : int
        Where they begin, and how many columns, two at least, are summed up.
    number : int
        Vectors of the result.
    room : int
        Length of a line to work in.
    to : int
        Where the result begins.
    """
    values, runs, free = sums, begin, 2 * room
    total, total_at, other = sums, begin, 0
    done, length, left = 0, 1, broad
    while True:
        if left % 2:
            if done:
                _joined(total, total_at, values, runs + done, work, other, number)
                total, total_at, other = work, other, room - other
            else:
                total, total_at = values, runs
            done += length
        if left < 4:
            break
        many = number + (broad - 2 * length + LANES - 1) // LANES
        _joined(values, runs, values, runs + length, work, free, many)
        values, runs, free = work, free, free + room
        length, left = 2 * length, left // 2
    if done:
        _joined_doubled(total, total_at, values, runs + done, length, out, to, number)
    else:
        _joined(values, runs, values, runs + length, out, to, number)


@njit(cache=True, nogil=True)
def _tell(windows, line, gaps, most, middle, middle_at, gradient, at, agreement, to,
          number):  # fmt: skip
    """Angle of sums, and how long they are for what they add up, where enough is known.

    Parameters
    ----------
    windows : place in float32
        Sums over the windows, lines of real part, imaginary part, amplitude and what is unknown.
    line : int
    gaps : bool
        Whether anything is unknown.
    most : float
        Most that may be unknown.
    middle, middle_at : place in float32; int
        Amplitudes of the pixels, and where they begin.
    gradient, agreement : place in float32
        Written from `at` and from `to` on, whole vectors.
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
        store_at(agreement, to + j, share)


@njit(cache=True, nogil=True)
def _fetch(turns, levels, size, known, place, inside, left, seen, width, line, raw, out, at):
    """Complex numbers of a line of a window, 0 where it lies beyond what is there.

    Parameters
    ----------
    turns, levels, raw, out : place in float32
        Phase and coherence of all pairs; two lines to work in, the second of which is 1 behind the
        width, where nothing is asked for.
    size : int
        Number of phases.
    known : bool
        Whether there is coherence.
    place : int
        Where the line's first pixel lies that is there.
    inside : bool
        Whether any is.
    left, seen, width : int
        Pixels before the first one, pixels that are there, pixels of the line.
    line : int
        Its length, in whole vectors.
    at
        See :func:`_complex`.
    """
    if inside and seen == width and known and place + line <= size:
        _complex(turns, levels, (place, place), line, out, at)
        return
    for c in range(width):
        raw[line + c] = F32(0.0)
    if inside:
        _copied(turns, place, raw, left, seen)
        if known:
            _copied(levels, place, raw, line + left, seen)
        else:
            for c in range(left, left + seen):
                raw[line + c] = F32(1.0)
    _complex(raw, raw, (0, line), line, out, at)


@njit(cache=True, nogil=True)
def scratch_of(directions, half, width):
    """Memory of a walk over the rows of a pair, and the length of a line in it."""
    line = (width + 2 * LANES) // LANES * LANES  # what is beyond the width is read along
    room, digits = PRODUCTS * line + 2 * LANES, 1 + int(math.log(2 * half[1] + 1) / math.log(2.0))
    raw = np.zeros(2 * line, F32)
    raw[line + width :] = 1.0
    # Of the window's rows, and of the one that leaves it.
    lines = np.empty((2 * half[0] + 2) * NUMBERS * line + 2 * LANES, F32)
    torn = np.empty((directions, 2 * half[0] + 1), np.bool_)  # rows where something is unknown
    sums = np.empty((directions * PRODUCTS + 1) * line, F32)
    work, windows = np.empty((digits + 1) * room, F32), np.empty(room, F32)
    told = np.empty(2 * line, F32)
    return line, room, raw, lines, torn, sums, work, windows, told


@njit(cache=True, nogil=True)
def walk(turns, levels, page, first, shape, half, steps, least, scratch, gradient, agreement, to):
    """Gradients of a pair in a tile, row by row.

    Parameters
    ----------
    turns, levels : ndarray of float32, flat
        Phase and coherence of all pairs, the latter perhaps empty.
    page : (int, int, int)
        Where the pair begins, its rows and columns.
    first : (int, int)
        Row and column of the page where the margin of the tile begins; perhaps beyond its border.
    shape : (int, int)
        Rows and columns of the tile.
    half, steps, least
        See :func:`window_gradients`.
    scratch
        Of :func:`scratch_of` for the tile's columns and those of its margin.
    gradient, agreement : ndarray of float32, flat
        Written.
    to : (int, int, int)
        Where the first direction begins, how far apart directions are, and rows.
    """
    line, room, all_raw, all_lines, torn, all_sums, all_work, all_windows, all_told = scratch
    all_lines[:], torn[:], all_sums[:] = 0.0, False, 0.0
    raw, lines, sums = place_in(all_raw), place_in(all_lines), place_in(all_sums)
    work, windows, told = place_in(all_work), place_in(all_windows), place_in(all_told)
    phase, coherence = place_in(turns), place_in(levels)
    gradients, agreements = place_in(gradient), place_in(agreement)
    rows, cols = shape
    high, wide = half
    width = cols + 2 * wide
    number = (cols + LANES - 1) // LANES
    begin, left = max(0, first[1]), max(0, -first[1])
    seen = max(0, min(page[2] - begin, width - left))
    ring = (2 * high + 2) * NUMBERS * line
    for q in range(rows + 2 * high):
        here = q * NUMBERS * line % ring
        before = (here + ring - NUMBERS * line) % ring
        row = first[0] + q
        place = page[0] + row * page[2] + begin
        _fetch(phase, coherence, len(turns), len(levels) > 0, place, 0 <= row < page[1], left, seen,
               width, line, raw, lines, here)  # fmt: skip
        if 0 <= row + 1 < page[1]:
            for c in range(place + page[2], place + page[2] + seen, LANES):
                fetch_ahead(phase, c)
                if len(levels):
                    fetch_ahead(coherence, c)
        r = q - 2 * high
        for d in range(len(steps)):
            down, across = steps[d]
            if down != 0 and q == 0:
                continue
            tall, broad = 2 * high + 1 - abs(down), 2 * wide + 1 - across
            near, far = before if down > 0 else here, (before if down < 0 else here) + across
            away = ring - tall * NUMBERS * line
            back = (near + away) % ring, (far + away) % ring
            slot, total = q % tall, d * PRODUCTS * line
            if torn[d, slot]:
                _count(lines, back[0], back[1], line, -1.0, sums, total)
            # In so many parts one is divided, so that sums of a window are exact.
            bits = min(FINEST, EXACT - math.ceil(math.log(tall * broad) / math.log(2.0)))
            torn[d, slot] = _move_on(lines, near, far, back, line, 2.0**bits, sums, total)
            if torn[d, slot]:
                _count(lines, near, far, line, 1.0, sums, total)
            if r < 0:
                continue
            gaps = False
            for k in range(tall):
                gaps |= torn[d, k]
            filled = (PRODUCTS - 1 if gaps else PRODUCTS - 2) * line // LANES + number
            _across(sums, total, broad, filled, work, room, windows, 0)  # all lines in one
            most = tall * broad - math.ceil(max(1.0, least * tall * broad))
            middle = ((r + high) * NUMBERS + 2) * line % ring + wide
            at = to[0] + d * to[1] + r * to[2]
            if number * LANES <= to[2]:
                _tell(windows, line, gaps, most, lines, middle, gradients, at, agreements, at,
                      number)  # fmt: skip
            else:  # the last vector would reach into the next row
                _tell(windows, line, gaps, most, lines, middle, told, 0, told, line, number)
                _copied(told, 0, gradients, at, cols)
                _copied(told, line, agreements, at, cols)


@njit(parallel=True, cache=True, nogil=True)
def window_gradients(phase, coherence, first, half, steps, least, gradient, agreement):
    """Phase gradients of all pairs along some directions.

    Parameters
    ----------
    phase : ndarray of float32, shape (pair, row, column)
        Radians, wrapped or not; NaN for no data.
    coherence : ndarray of float32, same shape or (0, 0, 0)
        Amplitude of the complex numbers; 0 for no data.
    first : (int, int)
        Row and column where the margin begins; negative beyond the phase.
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
    turns, levels = phase.ravel(), coherence.ravel()
    all_gradient, all_agreement = gradient.ravel(), agreement.ravel()
    size = phase.shape[1] * phase.shape[2]
    for k in prange(pairs):
        page = k * size, phase.shape[1], phase.shape[2]
        to = k * rows * cols, pairs * rows * cols, cols
        scratch = scratch_of(directions, half, cols + 2 * half[1])
        walk(turns, levels, page, first, (rows, cols), half, steps, least, scratch, all_gradient,
             all_agreement, to)  # fmt: skip

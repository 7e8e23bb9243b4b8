# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers out of delimited text, many lines at a time.

A number is read as a whole number of up to 19 digits and a power of ten. With up to 15 digits and a
power within 22, which is what tables of displacements hold, the result is the double that is
nearest to the text, as Python's own (Clinger 1990, doi:10.1145/93542.93557).

Importing this module imports numba.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

SKIP, TEXT = -1, -2
"""Slots of columns that are not wanted, and that are wanted as text."""

GOOD, SHORT, LONG = 0, -1, -2
"""What was wrong with a line: nothing, too few fields, too many; else 1 + its first bad column."""

_POWERS = np.array([10.0**k for k in range(23)])
_MOST_DIGITS = 19
_SPACE, _TAB, _QUOTE = 32, 9, 34
_PLUS, _MINUS, _POINT, _ZERO, _NINE = 43, 45, 46, 48, 57
_E, _SMALL_E, _LESS = 69, 101, 32


@njit(cache=True, nogil=True)
def _is_void(text, start, stop):
    """Whether a cell says that there is no number: empty, -, NaN, NA, N/A, NULL, None, inf."""
    size = stop - start
    if size == 0:
        return True
    if size > 9:
        return False
    if size == 1:
        return text[start] == _MINUS
    first = text[start]
    if first in (_PLUS, _MINUS):
        start += 1
        size -= 1
        first = text[start]
    first |= _LESS  # to lower case
    second = text[start + 1] | _LESS if size > 1 else 0
    last = text[stop - 1] | _LESS
    if first == 110:  # n
        if size == 2:
            return second == 97  # na
        if size == 3:
            return (second == 97 and last == 110) or (text[start + 1] == 47 and last == 97)
        return size == 4 and ((second == 117 and last == 108) or (second == 111 and last == 101))
    return first == 105 and second == 110 and (size == 3 or size == 8)  # inf, infinity


@njit(cache=True, nogil=True)
def _number(text, start, stop, point):
    """The number in a cell, and whether it is one (or says that there is none)."""
    if _is_void(text, start, stop):
        return np.nan, True
    k = start
    negative = text[k] == _MINUS
    if negative or text[k] == _PLUS:
        k += 1
    mantissa, digits, power, seen = np.uint64(0), 0, 0, False
    fraction = False
    while k < stop:
        c = text[k]
        if _ZERO <= c <= _NINE:
            seen = True
            if digits < _MOST_DIGITS:
                mantissa = mantissa * np.uint64(10) + np.uint64(c - _ZERO)
                if mantissa > 0:
                    digits += 1
                if fraction:
                    power -= 1
            elif not fraction:
                power += 1
        elif c == point and not fraction:
            fraction = True
        else:
            break
        k += 1
    if not seen:
        return np.nan, False
    if k < stop:
        if text[k] != _E and text[k] != _SMALL_E:
            return np.nan, False
        k += 1
        below = k < stop and text[k] == _MINUS
        if k < stop and (below or text[k] == _PLUS):
            k += 1
        if k == stop or stop - k > 4:
            return np.nan, False
        exponent = 0
        while k < stop:
            if not _ZERO <= text[k] <= _NINE:
                return np.nan, False
            exponent = exponent * 10 + (text[k] - _ZERO)
            k += 1
        power += -exponent if below else exponent
    value = float(mantissa)
    if power > 0:
        value = value * _POWERS[power] if power <= 22 else value * 10.0**power
    elif power < 0:
        value = value / _POWERS[-power] if power >= -22 else value * 10.0**power
    return (-value if negative else value), True


@njit(parallel=True, cache=True, nogil=True)
def parse(text, starts, stops, delimiter, point, slots, required, numbers, spans, state, lost):
    """Read lines.

    Parameters
    ----------
    text : ndarray of uint8
    starts, stops : ndarray of int64, shape (line,)
        First byte of a line, and the one behind its last.
    delimiter, point : int
        Bytes between fields, and of the decimal point.
    slots : ndarray of int64, shape (column,)
        Row of `numbers` for a column, :data:`SKIP`, or :data:`TEXT` minus its place in `spans`.
    required : ndarray of bool, shape (column,)
        Whether something else than a number is an error; else it becomes NaN and is counted.
    numbers : ndarray of float64, shape (slot, line)
        Filled in.
    spans : ndarray of int64, shape (text column, line, 2)
        Filled in with the bytes of texts.
    state : ndarray of int64, shape (line,)
        Filled in; see :data:`GOOD`.
    lost : ndarray of int64, shape (line,)
        Filled in with the number of cells that hold no number and need not.
    """
    columns = len(slots)
    for line in prange(len(starts)):
        k, end, column = starts[line], stops[line], 0
        state[line], lost[line] = GOOD, 0
        while True:
            while k < end and (text[k] == _SPACE or (text[k] == _TAB and delimiter != _TAB)):
                k += 1
            quoted = k < end and text[k] == _QUOTE
            if quoted:
                k += 1
            start = k
            while k < end and text[k] != (_QUOTE if quoted else delimiter):
                k += 1
            stop = k
            if quoted:
                while k < end and text[k] != delimiter:
                    k += 1
            while stop > start and (text[stop - 1] == _SPACE or text[stop - 1] == _TAB):
                stop -= 1
            if column >= columns:
                if stop > start:
                    state[line] = LONG
            else:
                slot = slots[column]
                if slot >= 0:
                    value, good = _number(text, start, stop, point)
                    numbers[slot, line] = value
                    if not good:
                        if required[column]:
                            if state[line] == GOOD:
                                state[line] = column + 1
                        else:
                            lost[line] += 1
                elif slot <= TEXT:
                    spans[TEXT - slot, line, 0] = start
                    spans[TEXT - slot, line, 1] = stop
            column += 1
            if k >= end:
                break
            k += 1
        if column < columns:
            state[line] = SHORT

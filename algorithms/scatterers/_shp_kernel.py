# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of the neighbour tests.

A pixel's brothers are whole numbers, one a row of its window: bit ``dx + half_x`` of row
``dy + half_y`` stands for the neighbour at (dy, dx). That is what makes connecting them cheap.

`limits` is a table by the numbers of dates with data of the two pixels; see
:func:`.shp_limits.limit_table`.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

T_TEST, KS, AD, GLRT, CI = range(5)


@njit(cache=True, nogil=True)
def ks_alike(a, b, n, limit):
    """Whether D of two sorted series of `n` values each is at most `limit`.

    D is at least k/n exactly where one series' value number i + k is below the other's number i,
    for some i, so no curve needs to be walked along.
    """
    shift = int(limit * n)  # D may be this many n-ths
    above_a, above_b = a[shift:n], b[shift:n]
    apart = np.int32(0)
    for i in range(n - shift):  # without a way out before the end: that is vector instructions
        apart |= np.int32(above_a[i] < b[i]) | np.int32(above_b[i] < a[i])
    return apart == 0


@njit(cache=True, nogil=True)
def ks_alike_unequal(a, count_a, b, count_b, limit):
    """The same for any two numbers of values."""
    i, j, largest = 0, 0, 0.0
    while i < count_a and j < count_b:
        value = min(a[i], b[j])
        while i < count_a and a[i] <= value:
            i += 1
        while j < count_b and b[j] <= value:
            j += 1
        largest = max(largest, abs(i / count_a - j / count_b))
        if largest > limit:
            return False
    return True


@njit(cache=True, nogil=True)
def ad_alike(a, b, n, limit):
    """Whether the Anderson-Darling distance of two sorted series of `n` values is at most `limit`.

    Pettitt (1976): sum of (M_i N - n i)^2 / (i (N - i)) over n m, M_i being how many of the i
    smallest values are of the first series. The series are merged from both ends at a time, which
    keeps the processor busy.
    """
    limit *= 0.25
    total, low, high = 0.0, 0, 0
    for place in range(1, n):
        low += a[low] <= b[place - 1 - low]
        high += a[n - 1 - high] > b[n - place + high]
        apart, upper = np.float64(low) - 0.5 * place, np.float64(high) - 0.5 * place
        total += (apart * apart + upper * upper) / np.float64(place * (2 * n - place))
        if total > limit:
            return False
    low += a[low] <= b[n - 1 - low]
    return total + (low / n - 0.5) ** 2 <= limit


@njit(cache=True, nogil=True)
def ad_alike_unequal(a, count_a, b, count_b, limit):
    """The same for any two numbers of values."""
    every = count_a + count_b
    limit *= count_a * count_b
    total, i = 0.0, 0
    for place in range(1, every):
        if i < count_a and (place - 1 - i >= count_b or a[i] <= b[place - 1 - i]):
            i += 1
        apart = np.float64(i * every - count_a * place)
        total += apart * apart / np.float64(place * (every - place))
        if total > limit:
            return False
    return True


@njit(cache=True, nogil=True)
def alike(test, limits, first, second, counts, series, row, col, y, x):
    """Whether the series of two pixels may come from one distribution."""
    n, m = counts[row, col], counts[y, x]
    limit = limits[n, m]
    if test == GLRT:
        p, q = first[row, col], first[y, x]
        return p <= limit * q and q <= limits[m, n] * p
    if test == T_TEST:
        apart = first[row, col] - first[y, x]
        return apart * apart <= limit * (second[row, col] + second[y, x])
    if test == CI:
        p, q = first[row, col], first[y, x]
        return abs(p - q) <= limit * (p + q)
    if test == AD:
        if n == m:
            return ad_alike(series[row, col], series[y, x], n, limit)
        return ad_alike_unequal(series[row, col], n, series[y, x], m, limit)
    if n == m:
        return ks_alike(series[row, col], series[y, x], n, limit)
    return ks_alike_unequal(series[row, col], n, series[y, x], m, limit)


@njit(parallel=True, cache=True, nogil=True)
def half_masks(test, limits, first, second, counts, least, series, half_y, half_x, masks):
    """Test every pair of pixels once: of each pixel with those after it in its window.

    Fills `masks` (row, col, dy from 0 to half_y).
    """
    rows, cols = counts.shape
    for row in prange(rows):
        for col in range(cols):
            for dy in range(half_y + 1):
                masks[row, col, dy] = 0
            if counts[row, col] < least:
                continue
            for dy in range(min(half_y + 1, rows - row)):
                y, bits = row + dy, 0
                begin = max(-half_x, -col) if dy else 1
                for dx in range(begin, min(half_x, cols - 1 - col) + 1):
                    x = col + dx
                    if counts[y, x] >= least and alike(
                        test, limits, first, second, counts, series, row, col, y, x
                    ):
                        bits |= 1 << (dx + half_x)
                masks[row, col, dy] = bits


@njit(cache=True, nogil=True)
def gather(halves, row, col, half_y, half_x, mask):
    """The whole window of a pixel from its own half and its predecessors' halves."""
    cols = halves.shape[1]
    for dy in range(half_y + 1):
        mask[half_y + dy] = halves[row, col, dy]
    mask[half_y] |= 1 << half_x
    for dy in range(min(half_y, row) + 1):
        bits = 0
        end = min(half_x, cols - 1 - col) if dy else -1
        for dx in range(max(-half_x, -col), end + 1):
            bits |= ((halves[row - dy, col + dx, dy] >> (half_x - dx)) & 1) << (dx + half_x)
        if dy:
            mask[half_y - dy] = bits
        else:
            mask[half_y] |= bits
    for dy in range(row + 1, half_y + 1):
        mask[half_y - dy] = 0


@njit(cache=True, nogil=True)
def test_window(
    test, limits, first, second, counts, least, series, row, col, half_y, half_x, mask
):  # fmt: skip
    """Test a pixel against all others of its window."""
    rows, cols = counts.shape
    for dy in range(-half_y, half_y + 1):
        y, bits = row + dy, 0
        if 0 <= y < rows:
            for dx in range(max(-half_x, -col), min(half_x, cols - 1 - col) + 1):
                x = col + dx
                if counts[y, x] >= least and alike(
                    test, limits, first, second, counts, series, row, col, y, x
                ):
                    bits |= 1 << (dx + half_x)
        mask[half_y + dy] = bits
    mask[half_y] |= 1 << half_x


@njit(cache=True, nogil=True)
def refine(limits, mean, counts, least, row, col, half_y, half_x, mask):
    """Second pass of FaSHPS: compare every pixel with the mean of the first pass' brothers.

    A pixel that is one of those is compared with the mean of the others. `limits[n, 0]` is the
    half width of the interval of a single value of the mean's own precision.
    """
    rows, cols = counts.shape
    total, weight = 0.0, 0.0
    for dy in range(-half_y, half_y + 1):
        for dx in range(-half_x, half_x + 1):
            if mask[half_y + dy] >> (dx + half_x) & 1:
                n = counts[row + dy, col + dx]
                total += n * mean[row + dy, col + dx]
                weight += n
    for dy in range(-half_y, half_y + 1):
        y, bits = row + dy, 0
        if 0 <= y < rows:
            for dx in range(max(-half_x, -col), min(half_x, cols - 1 - col) + 1):
                n = counts[y, col + dx]
                if n < least:
                    continue
                own = n if mask[half_y + dy] >> (dx + half_x) & 1 else 0
                if weight - own <= 0:
                    continue  # the centre alone: it is set below
                value = mean[y, col + dx]
                others = (total - own * value) / (weight - own)
                width = limits[0, 0] * np.sqrt(1.0 / n + 1.0 / (weight - own))
                if abs(value - others) <= width * others:
                    bits |= 1 << (dx + half_x)
        mask[half_y + dy] = bits
    mask[half_y] |= 1 << half_x


@njit(cache=True, nogil=True)
def spread_along(seeds, row, width):
    """Seeds, and what joins them in a row of bits without a gap."""
    up, down = row, row
    right, left = seeds, seeds
    step = 1
    while step < width:
        right |= up & (right << step)
        up &= up << step
        left |= down & (left >> step)
        down &= down >> step
        step *= 2
    return right | left


@njit(cache=True, nogil=True)
def reach(near, row, width):
    """What of a row of bits is joined to bits of the row beside it."""
    seeds = row & (near | near << 1 | near >> 1)
    return seeds if seeds == row else spread_along(seeds, row, width)


@njit(cache=True, nogil=True)
def connect(mask, half_y, half_x, reached):
    """Keep what hangs together with the centre over eight neighbours."""
    height, width = len(mask), 2 * half_x + 1
    reached[half_y] = spread_along(1 << half_x, mask[half_y], width)
    for y in range(half_y + 1, height):
        reached[y] = reach(reached[y - 1], mask[y], width)
    for y in range(half_y - 1, -1, -1):
        reached[y] = reach(reached[y + 1], mask[y], width)
    changed = True
    while changed:  # what lies around a corner
        changed = False
        for k in range(2 * height):
            y = k if k < height else 2 * height - 1 - k  # down, and up again
            if reached[y] != mask[y]:
                near = reached[y]
                if y > 0:
                    near |= reached[y - 1]
                if y + 1 < height:
                    near |= reached[y + 1]
                now = reach(near, mask[y], width)
                changed |= now != reached[y]
                reached[y] = now
    mask[:] = reached


@njit(parallel=True, cache=True, nogil=True)
def window_masks(
    test, limits, first, second, counts, least, series, halves, half_y, half_x, down, across,
    connected, masks,
):  # fmt: skip
    """Brothers of the central pixel of every cell of `down` x `across` pixels.

    Fills `masks` (row, col, window row); 0 throughout where the centre has no data. `halves` are
    the results of :func:`half_masks`, or empty.
    """
    for out_row in prange(masks.shape[0]):
        reached = np.empty(2 * half_y + 1, np.int64)
        row = half_y + out_row * down + down // 2
        for out_col in range(masks.shape[1]):
            col = half_x + out_col * across + across // 2
            mask = masks[out_row, out_col]
            if counts[row, col] < least:
                mask[:] = 0
                continue
            if len(halves):
                gather(halves, row, col, half_y, half_x, mask)
            else:
                test_window(
                    test, limits, first, second, counts, least, series, row, col, half_y,
                    half_x, mask,
                )  # fmt: skip
            if test == CI:
                refine(limits, first, counts, least, row, col, half_y, half_x, mask)
            if connected:
                connect(mask, half_y, half_x, reached)


@njit(parallel=True, cache=True, nogil=True)
def unpack(masks, brothers):
    """Fill `brothers` (row, col, window row, window column; bool) from bits."""
    rows, cols, height, width = brothers.shape
    for row in prange(rows):
        for col in range(cols):
            for y in range(height):
                bits = masks[row, col, y]
                for x in range(width):
                    brothers[row, col, y, x] = (bits >> x) & 1


@njit(parallel=True, cache=True, nogil=True)
def describe(masks, mean_square, counts, least, down, across, half_y, half_x, number, share, power):
    """Number of brothers, their share of the window's valid pixels, and their mean power.

    Fills `number` (int32, without the centre, -1 for no data), `share` and `power` (float32).
    """
    rows, cols = number.shape
    for out_row in prange(rows):
        row = half_y + out_row * down + down // 2
        for out_col in range(cols):
            col = half_x + out_col * across + across // 2
            number[out_row, out_col] = -1
            share[out_row, out_col] = np.nan
            power[out_row, out_col] = np.nan
            if counts[row, col] < least:
                continue
            have, valid, total, weight = 0, 0, 0.0, 0.0
            for y in range(2 * half_y + 1):
                bits = masks[out_row, out_col, y]
                for x in range(2 * half_x + 1):
                    n = counts[row + y - half_y, col + x - half_x]
                    valid += n >= least
                    if (bits >> x) & 1:
                        have += 1
                        total += n * mean_square[row + y - half_y, col + x - half_x]
                        weight += n
            number[out_row, out_col] = have - 1
            if valid > 1:
                share[out_row, out_col] = (have - 1) / (valid - 1)
            power[out_row, out_col] = total / weight

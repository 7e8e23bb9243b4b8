# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of the last digits: a chip moved by fractions of a pixel until it fits best."""

from __future__ import annotations

import numpy as np

from ..kernels import njit
from ..simd import multiply_add, multiply_subtract, store_at, total
from ._chip_kernel import LANES, full32, load_at, pad, take_window

REACH = 4  # pixels of the secondary beyond a chip, for the spline
LEAST_STEP = np.float32(1e-3)  # of a pixel, where the search for the last digits ends
MOST_STEPS = 8
LEAST_ANSWER = np.float32(1e-3)  # of the products, by that of the chip itself
FURTHEST = 1.5  # pixels from the peak of the correlation
PARTS = 4  # of a chip's lines, for the variance
OTHERS = 6  # what else may have changed a chip: mean, gain, and strain in four ways


@njit(cache=True, nogil=True)
def _weights(fraction, weights):
    """Quintic B-spline at a place between its nodes 2 and 3 (Unser 1999, doi:10.1109/79.799930)."""
    for k in range(6):
        x = abs(fraction + np.float64(2 - k))
        if x < 1:
            value = 66.0 + x * x * (-60.0 + x * x * (30.0 - 10.0 * x))
        elif x < 2:
            value = 51.0 + x * (75.0 + x * (-210.0 + x * (150.0 + x * (-45.0 + 5.0 * x))))
        else:
            value = (3.0 - x) ** 5
        weights[k] = value / 120.0


@njit(cache=True, nogil=True)
def _slopes(fraction, weights):
    """Derivatives of :func:`_weights` by the place."""
    for k in range(6):
        place = fraction + np.float64(2 - k)
        x = abs(place)
        if x < 1:
            value = x * (-120.0 + x * x * (120.0 - 50.0 * x))
        elif x < 2:
            value = 75.0 + x * (-420.0 + x * (450.0 + x * (-180.0 + 25.0 * x)))
        else:
            value = -5.0 * (3.0 - x) ** 4
        weights[k] = np.sign(place) * value / 120.0


@njit(cache=True, nogil=True)
def _moved(part, line, top, left, height, width, down, across, lines, values):
    """A window of spline coefficients at a fraction of a pixel: `width` in whole vectors."""
    p, q = full32(down[0]), full32(down[1])
    r, s = full32(down[2]), full32(down[3])
    t, u = full32(down[4]), full32(down[5])
    inner = width + LANES
    for i in range(height):
        for j in range(0, inner, LANES):
            k = (top + i) * line + left + j
            value = p * load_at(part, k)
            value = multiply_add(q, load_at(part, k + line), value)
            value = multiply_add(r, load_at(part, k + 2 * line), value)
            value = multiply_add(s, load_at(part, k + 3 * line), value)
            value = multiply_add(t, load_at(part, k + 4 * line), value)
            value = multiply_add(u, load_at(part, k + 5 * line), value)
            store_at(lines, i * inner + j, value)
    p, q = full32(across[0]), full32(across[1])
    r, s = full32(across[2]), full32(across[3])
    t, u = full32(across[4]), full32(across[5])
    for i in range(height):
        for j in range(0, width, LANES):
            k = i * inner + j
            value = p * load_at(lines, k)
            value = multiply_add(q, load_at(lines, k + 1), value)
            value = multiply_add(r, load_at(lines, k + 2), value)
            value = multiply_add(s, load_at(lines, k + 3), value)
            value = multiply_add(t, load_at(lines, k + 4), value)
            value = multiply_add(u, load_at(lines, k + 5), value)
            store_at(values, i * width + j, value)


@njit(cache=True, nogil=True)
def _dots(values, chip, down, across, mask, size, sums):
    """Products of values with a chip, its gradients and its mask; their squares."""
    zero = full32(np.float32(0.0))
    a, b, c, d, e = zero, zero, zero, zero, zero
    for k in range(0, size, LANES):
        value, here = load_at(values, k), load_at(mask, k)
        own = value * here
        a = multiply_add(value, load_at(chip, k), a)
        b = multiply_add(value, load_at(down, k), b)
        c = multiply_add(value, load_at(across, k), c)
        d = d + own
        e = multiply_add(own, value, e)
    sums[0], sums[1], sums[2] = total(a), total(b), total(c)
    sums[3], sums[4] = total(d), total(e)


@njit(cache=True, nogil=True)
def _dot(a, first, b, second, size):
    """Sum of products of two columns that start at some places."""
    zero = full32(np.float32(0.0))
    one, two = zero, zero
    k = 0
    while k + 2 * LANES <= size:
        one = multiply_add(load_at(a, first + k), load_at(b, second + k), one)
        two = multiply_add(load_at(a, first + k + LANES), load_at(b, second + k + LANES), two)
        k += 2 * LANES
    if k < size:
        one = multiply_add(load_at(a, first + k), load_at(b, second + k), one)
    return total(one + two)


@njit(cache=True, nogil=True)
def _less(a, first, factor, b, second, size):
    """Take a multiple of one column from another one."""
    factors = full32(factor)
    for k in range(0, size, LANES):
        value = multiply_subtract(factors, load_at(b, second + k), load_at(a, first + k))
        store_at(a, first + k, value)


@njit(cache=True, nogil=True)
def _cleared(column, first, others, known, norms, size):
    """Take from a column what the first `known` of the others explain."""
    for n in range(known):
        if norms[n] > np.float32(0.0):
            factor = _dot(column, first, others, n * size, size) / norms[n]
            _less(column, first, factor, others, n * size, size)


@njit(cache=True, nogil=True)
def _gradients(image, stride, at, height, width, chip, energy, mask, count, others, norms, room):
    """Rise of a chip by pixel, from five neighbours in line (fourth order).

    Less what else may have changed the chip: mean, gain, and displacement that is another at its
    ends than in its middle, which alone leaves errors of hundredths of a pixel where the ground is
    strained. These are the `others`, orthogonal columns with the `norms`.
    """
    down, across, steps = room
    line = pad(width)
    size = height * line
    near, far = full32(np.float32(8.0 / 12.0)), full32(np.float32(1.0 / 12.0))
    for j in range(line):
        steps[j] = (j - np.float32(0.5) * (width - 1)) / np.float32(width)
    for i in range(height):
        aside = full32((i - np.float32(0.5) * (height - 1)) / np.float32(height))
        for j in range(0, line, LANES):
            k, n = i * line + j, at + i * stride + j
            here = load_at(mask, k)
            value = near * (load_at(image, n + stride) - load_at(image, n - stride))
            outer = load_at(image, n + 2 * stride) - load_at(image, n - 2 * stride)
            first = multiply_subtract(far, outer, value) * here
            value = near * (load_at(image, n + 1) - load_at(image, n - 1))
            outer = load_at(image, n + 2) - load_at(image, n - 2)
            second = multiply_subtract(far, outer, value) * here
            along = load_at(steps, j)
            store_at(others, k, here)
            store_at(others, size + k, load_at(chip, k))
            store_at(others, 2 * size + k, first * along)
            store_at(others, 3 * size + k, first * aside)
            store_at(others, 4 * size + k, second * along)
            store_at(others, 5 * size + k, second * aside)
            store_at(down, k, first)
            store_at(across, k, second)
    norms[0], norms[1] = count, energy
    for n in range(2, OTHERS):
        before = _dot(others, n * size, others, n * size, size)
        _cleared(others, n * size, others, n, norms, size)
        after = _dot(others, n * size, others, n * size, size)
        norms[n] = after if after > np.float32(1e-3) * before else np.float32(0.0)
    _cleared(down, 0, others, OTHERS, norms, size)
    _cleared(across, 0, others, OTHERS, norms, size)


@njit(cache=True, nogil=True)
def _spread(rest, down, across, height, width, inverse):
    """Variance by sums over parts of the chip, as the noise of neighbours may be alike.

    The sandwich of the parts' scores; (of rows, of columns).
    """
    line = pad(width)
    wide = max(1, line // (PARTS * LANES)) * LANES
    row_var, col_var, parts = np.float32(0.0), np.float32(0.0), np.float32(0.0)
    for p in range(PARTS):
        for left in range(0, line, wide):
            a, b = full32(np.float32(0.0)), full32(np.float32(0.0))
            for i in range(p * height // PARTS, (p + 1) * height // PARTS):
                for j in range(left, min(left + wide, line), LANES):
                    k = i * line + j
                    own = load_at(rest, k)
                    a = multiply_add(load_at(down, k), own, a)
                    b = multiply_add(load_at(across, k), own, b)
            first, second = total(a), total(b)
            along = inverse[0] * first + inverse[1] * second
            aside = inverse[2] * first + inverse[3] * second
            row_var += along * along
            col_var += aside * aside
            parts += np.float32(1.0)
    # A displacement and its growth along rows and columns are fitted to the parts.
    factor = parts / (parts - np.float32(3.0))
    return row_var * factor, col_var * factor


@njit(cache=True, nogil=True)
def refine(images, stride, at, height, width, count, energy, start, room, out):
    """Last digits of a displacement, by Gauss-Newton steps of the chip (inverse compositional).

    The secondary is moved until its product with the chip's gradients is 0 (Baker and Matthews
    2004, doi:10.1023/B:VISI.0000011205.11775.fd, with gain, mean and strain projected out). How the
    products answer to motion is measured once on the secondary itself: noise of the chip's own
    gradients would make steps too short and standard deviations too small.

    Parameters
    ----------
    images : (reference, coefficients of the secondary's spline)
    stride, at : int
        Of the images' lines, and first pixel of the chip.
    count, energy
        See :func:`take`.
    start : (float, float)
        Rows and columns of displacement, to a pixel.
    room : tuple of ndarray
        Chip, mask, and room for what is made of them.
    out : ndarray of float32, shape (7,)
        Filled: displacement by rows and columns, their formal variances and covariance,
        correlation, and variance by parts over formal variance.

    Returns
    -------
    int
        1 found, 0 flat in some direction, -1 lost.
    """
    chip, mask, down, across, part, lines, values, weights, sums, inverse, others, norms = room
    line = pad(width)
    size = height * line
    _gradients(
        images[0], stride, at, height, width, chip, energy, mask, count, others, norms,
        (down, across, values),
    )  # fmt: skip
    own_down, own_across = _dot(down, 0, down, 0, size), _dot(across, 0, across, 0, size)
    both = _dot(down, 0, across, 0, size)
    area = own_down * own_across - both * both
    if area <= np.float32(1e-5) * own_down * own_across:
        return 0
    y, x = start
    base_y, base_x = int(np.floor(y + 0.5)), int(np.floor(x + 0.5))
    inner = line + 3 * LANES
    corner = at + (base_y - REACH) * stride + base_x - REACH
    take_window(images[1], stride, corner, height + 2 * REACH, line + 2 * LANES, inner, part)
    y, x = np.float32(y - base_y), np.float32(x - base_x)
    found = False
    for step in range(MOST_STEPS):
        low, left = np.floor(y), np.floor(x)
        top, side = int(low) + REACH - 2, int(left) + REACH - 2
        _weights(y - low, weights[0])
        _weights(x - left, weights[1])
        if step == 0:
            _slopes(y - low, weights[2])
            _slopes(x - left, weights[3])
            _moved(part, inner, top, side, height, line, weights[2], weights[1], lines, values)
            a, c = _dot(down, 0, values, 0, size), _dot(across, 0, values, 0, size)
            _moved(part, inner, top, side, height, line, weights[0], weights[3], lines, values)
            b, d = _dot(down, 0, values, 0, size), _dot(across, 0, values, 0, size)
            determinant = a * d - b * c
            if a <= 0 or d <= 0 or determinant <= LEAST_ANSWER * area:
                return -1
            a, b, c, d = d / determinant, -b / determinant, -c / determinant, a / determinant
            inverse[0], inverse[1], inverse[2], inverse[3] = a, b, c, d
        _moved(part, inner, top, side, height, line, weights[0], weights[1], lines, values)
        _dots(values, chip, down, across, mask, size, sums)
        step_y = inverse[0] * sums[1] + inverse[1] * sums[2]
        step_x = inverse[2] * sums[1] + inverse[3] * sums[2]
        y, x = y - step_y, x - step_x
        if not (abs(y) < FURTHEST and abs(x) < FURTHEST):
            return -1
        if abs(step_y) < LEAST_STEP and abs(step_x) < LEAST_STEP:
            found = True
            break
    if not found or sums[0] <= np.float32(0.0):
        return -1
    own = sums[4] - sums[3] * sums[3] / count
    for k in range(0, size, LANES):
        store_at(values, k, load_at(values, k) * load_at(mask, k))
    _cleared(values, 0, others, OTHERS, norms, size)
    # Both images have noise, so that their gain is not that of a regression on one of them.
    _less(values, 0, np.sqrt(own / energy) - sums[0] / energy, others, size, size)
    freedom = max(count - np.float32(OTHERS + 2), np.float32(1.0))
    rest = _dot(values, 0, values, 0, size) / freedom
    a, b, c, d = inverse[0], inverse[1], inverse[2], inverse[3]
    out[0], out[1] = y + base_y, x + base_x
    out[2] = rest * (a * a * own_down + 2 * a * b * both + b * b * own_across)
    out[3] = rest * (c * c * own_down + 2 * c * d * both + d * d * own_across)
    out[4] = rest * (a * c * own_down + (a * d + b * c) * both + b * d * own_across)
    out[5] = sums[0] / np.sqrt(max(energy * own, np.float32(1e-30)))
    row_var, col_var = _spread(values, down, across, height, width, inverse)
    together = out[2] + out[3]
    out[6] = (row_var + col_var) / together if together > 0 else np.float32(1.0)
    return 1

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of the predicted phase noise for `LANES` pixels; see :mod:`.bound`.

Numba's cache looks at this file only: after a change in :mod:`..simd` or of the constants touch it.
"""

from __future__ import annotations

from ..kernels import njit
from ..simd import if_less, multiply_add, multiply_subtract, square_root, store
from ._eigen_kernel import factorize_real, full, invert_factor, load, square_of_factor, wide
from ._variance_constants import FACTOR_STEPS, LEAST_FACTOR, MOST_FACTOR, MOST_SQUARED, MOST_STD


@njit(cache=True, nogil=True)
def _between(low, value, high):
    value = if_less(value, low, low, value)
    return if_less(high, value, high, value)


@njit(cache=True, nogil=True)
def model_coherence(matrix, size, looks, classes, number, gamma, scratch):
    """Coherence without the noise of its estimate: a factor a date by one a span of time.

    Parameters
    ----------
    matrix : tuple of ndarray of float32
        Packed coherence matrix.
    size : int
    looks : lanes
        Independent samples.
    classes : ndarray of int64, shape (entry,)
        Class of each pair by its span; diagonal entries are not looked at.
    number : int
        Of classes.
    gamma : ndarray of float64
        Written: packed magnitudes, 1 on the diagonal.
    scratch : tuple of ndarray of float64
        By class twice, and by date three times.
    """
    sums, norms, total, factor, expected = scratch
    zero, one, tiny = full(0.0), full(1.0), full(1e-9)
    slope = looks / (looks - one)
    offset = one / (looks - one)
    for c in range(number):
        store(sums, c, zero)
        store(norms, c, zero)
    for i in range(size):
        store(total, i, zero)
        store(factor, i, one)
    for i in range(size):
        for j in range(i):
            at = i * (i + 1) // 2 + j
            a, b = wide(matrix[0], at), wide(matrix[1], at)
            value = multiply_add(a, a, b * b) * slope - offset  # Touzi et al. (1999)
            c = classes[at]
            store(gamma, at, value)
            store(sums, c, load(sums, c) + value)
            store(norms, c, load(norms, c) + one)
            store(total, i, load(total, i) + value)
            store(total, j, load(total, j) + value)
    for c in range(number):
        mean = load(sums, c) / load(norms, c)
        store(norms, c, if_less(mean, zero, zero, mean))
    for _ in range(FACTOR_STEPS):
        for i in range(size):
            store(expected, i, zero)
        for i in range(size):
            for j in range(i):
                mean = load(norms, classes[i * (i + 1) // 2 + j])
                store(expected, i, multiply_add(mean, load(factor, j), load(expected, i)))
                store(expected, j, multiply_add(mean, load(factor, i), load(expected, j)))
        for i in range(size):
            have = load(total, i)
            have = if_less(have, zero, zero, have)
            value = square_root(have * load(factor, i) / (load(expected, i) + tiny))
            store(factor, i, _between(full(LEAST_FACTOR), value, full(MOST_FACTOR)))
    for c in range(number):
        store(norms, c, tiny)
    for i in range(size):
        for j in range(i):
            c = classes[i * (i + 1) // 2 + j]
            store(norms, c, multiply_add(load(factor, i), load(factor, j), load(norms, c)))
    for c in range(number):
        store(norms, c, _between(zero, load(sums, c) / load(norms, c), full(1e9)))
    for i in range(size):
        for j in range(i):
            at = i * (i + 1) // 2 + j
            value = load(norms, classes[at]) * load(factor, i) * load(factor, j)
            store(gamma, at, square_root(_between(zero, value, full(MOST_SQUARED))))
        store(gamma, i * (i + 1) // 2 + i, one)


@njit(cache=True, nogil=True)
def unpack(packed, size, wide_size, whole):
    """A symmetric matrix with both triangles; rows and columns up to `wide_size` become 0."""
    for i in range(wide_size):
        for j in range(i + 1):
            value = full(0.0)
            if i < size:
                value = load(packed, i * (i + 1) // 2 + j)
            store(whole, i * wide_size + j, value)
            store(whole, j * wide_size + i, value)


@njit(cache=True, nogil=True)
def multiply_rows(first, second, size, lower, product):
    """Product of a matrix and a symmetric one, of a size that four divides.

    Eight entries at a time share their loads. With `lower` the lower triangle is enough.
    """
    zero = full(0.0)
    for i in range(0, size, 4):
        row_0, row_1, row_2, row_3 = i * size, (i + 1) * size, (i + 2) * size, (i + 3) * size
        for m in range(0, i + 4 if lower else size, 2):
            row_m, row_n = m * size, (m + 1) * size
            p, q, r, s = zero, zero, zero, zero
            t, u, v, w = zero, zero, zero, zero
            for k in range(size):
                c, d = load(second, row_m + k), load(second, row_n + k)
                a, b = load(first, row_0 + k), load(first, row_1 + k)
                p, q = multiply_add(a, c, p), multiply_add(a, d, q)
                r, s = multiply_add(b, c, r), multiply_add(b, d, s)
                a, b = load(first, row_2 + k), load(first, row_3 + k)
                t, u = multiply_add(a, c, t), multiply_add(a, d, u)
                v, w = multiply_add(b, c, v), multiply_add(b, d, w)
            store(product, row_0 + m, p)
            store(product, row_0 + m + 1, q)
            store(product, row_1 + m, r)
            store(product, row_1 + m + 1, s)
            store(product, row_2 + m, t)
            store(product, row_2 + m + 1, u)
            store(product, row_3 + m, v)
            store(product, row_3 + m + 1, w)


@njit(cache=True, nogil=True)
def phase_variance(weights, gamma, size, looks, wholes, hessian):
    """Mean variance of the phases against the first date, by propagation of errors.

    The estimate makes a sum of ``W_mn |T_mn| cos(...)`` stationary; with its Hessian H and the
    covariance J of its gradient the covariance is ``H^-1 J H^-1`` (see :mod:`.bound`).

    Parameters
    ----------
    weights, gamma : ndarray of float64
        Packed W and coherence.
    size : int
    looks : lanes
    wholes : ndarray of float64, shape (4, entry by lane)
        Scratch: whole matrices of the next size that four divides.
    hessian : ndarray of float64
        Scratch, packed.

    Returns
    -------
    lanes
        Variance in squared radians.
    """
    zero = full(0.0)
    wide_size = (size + 3) // 4 * 4
    w, g, first, second = wholes[0], wholes[1], wholes[2], wholes[3]
    unpack(weights, size, wide_size, w)
    unpack(gamma, size, wide_size, g)
    multiply_rows(w, g, wide_size, False, first)
    multiply_rows(first, w, wide_size, True, second)
    # Against the first date: row and column 0 are left out.
    for i in range(1, size):
        row = (i - 1) * i // 2
        diagonal = zero
        for k in range(size):
            if k != i:
                at = i * wide_size + k
                diagonal = multiply_subtract(load(w, at), load(g, at), diagonal)
        for j in range(1, i):
            at = i * wide_size + j
            store(hessian, row + j - 1, load(w, at) * load(g, at))
        store(hessian, row + i - 1, diagonal)
    good = _invert_scaled(hessian, size - 1, w)
    inner = (size + 2) // 4 * 4
    unpack(hessian, size - 1, inner, w)
    squared = g  # is not needed any more
    multiply_rows(w, w, inner, True, squared)
    trace = zero
    for i in range(1, size):
        for j in range(1, i + 1):
            at, across = i * wide_size + j, j * wide_size + i
            covariance = load(gamma, i * (i + 1) // 2 + j) * load(second, at)
            covariance = multiply_subtract(load(first, at), load(first, across), covariance)
            value = covariance * load(squared, (i - 1) * inner + j - 1)
            trace = trace + value
            if j < i:
                trace = trace + value
    most = full(MOST_STD * MOST_STD)
    variance = _between(zero, trace / (looks * full(2.0 * (size - 1))), most)
    return if_less(full(0.5), good, variance, most)


@njit(cache=True, nogil=True)
def _invert_scaled(matrix, size, scales):
    """Inverse of symmetric matrices in place, scaled to a unit diagonal meanwhile.

    Returns 1 where they are positive definite. `scales` is scratch.
    """
    one, tiny = full(1.0), full(1e-30)
    for i in range(size):
        diagonal = load(matrix, i * (i + 1) // 2 + i)
        diagonal = if_less(diagonal, tiny, tiny, diagonal)
        store(scales, i, one / square_root(diagonal))
    for i in range(size):
        for j in range(i + 1):
            at = i * (i + 1) // 2 + j
            store(matrix, at, load(matrix, at) * load(scales, i) * load(scales, j))
    good = factorize_real(matrix, size)
    invert_factor(matrix, size)
    square_of_factor(matrix, size)
    for i in range(size):
        for j in range(i + 1):
            at = i * (i + 1) // 2 + j
            store(matrix, at, load(matrix, at) * load(scales, i) * load(scales, j))
    return good

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of linear algebra for `LANES` small matrices side by side.

Matrices are packed lower triangles, flat (entry by lane), entry (i, j) at ``i (i + 1) / 2 + j``;
Hermitian ones as a real and an imaginary part. Phase linking needs a single extreme eigenvector:
it is found by conjugate gradients on Rayleigh's quotient (Bradbury and Fletcher 1966,
doi:10.1007/BF02162089; Knyazev 2001, doi:10.1137/S1064827500366124), of the matrix itself for the
largest eigenvalue and of its inverse, by Cholesky's factors, for the smallest. A lane whose vector
has converged stands still, so that its neighbours do not change it.
"""

from __future__ import annotations

from ..kernels import njit
from ..simd import (
    absolute,
    if_less,
    largest,
    multiply_add,
    multiply_subtract,
    square_root,
    store,
    vectors_of,
)

LANES = 8
load, load_at, wide = vectors_of(LANES, "load", "load_at", "wide")
full, full32 = vectors_of(LANES, "full", "full32")

TOLERANCE = 1e-7  # of the residual, relative to the eigenvalue
MOST_STEPS = 200
LEAST_PIVOT = 1e-6


@njit(cache=True, nogil=True)
def _row_of_factor(matrix, row_i, j, begin):
    """Subtract what the columns before `j`, from `begin` on, have in the entry (i, j)."""
    row_j = j * (j + 1) // 2
    entry = load(matrix, row_i + j)
    for k in range(begin, j):
        entry = multiply_subtract(load(matrix, row_i + k), load(matrix, row_j + k), entry)
    return entry


@njit(cache=True, nogil=True)
def factorize_real(matrix, size):
    """Cholesky factor in place; the diagonal becomes its inverse.

    Four entries of a row at a time, whose sums do not wait for each other. Returns lanes that are
    1 where the matrix is positive definite, else 0.
    """
    zero, one, least = full(0.0), full(1.0), full(LEAST_PIVOT)
    good = one
    for i in range(size):
        row_i = i * (i + 1) // 2
        fours = i // 4 * 4
        for j in range(0, fours, 4):
            at = row_i + j
            row_0, row_1 = j * (j + 1) // 2, (j + 1) * (j + 2) // 2
            row_2, row_3 = (j + 2) * (j + 3) // 2, (j + 3) * (j + 4) // 2
            p, q = load(matrix, at), load(matrix, at + 1)
            r, s = load(matrix, at + 2), load(matrix, at + 3)
            for k in range(j):
                value = load(matrix, row_i + k)
                p = multiply_subtract(value, load(matrix, row_0 + k), p)
                q = multiply_subtract(value, load(matrix, row_1 + k), q)
                r = multiply_subtract(value, load(matrix, row_2 + k), r)
                s = multiply_subtract(value, load(matrix, row_3 + k), s)
            store(matrix, at, p * load(matrix, row_0 + j))
            store(matrix, at + 1, q)
            store(matrix, at + 2, r)
            store(matrix, at + 3, s)
            for more in range(j + 1, j + 4):
                entry = _row_of_factor(matrix, row_i, more, j)
                store(matrix, row_i + more, entry * load(matrix, more * (more + 1) // 2 + more))
        for j in range(fours, i):
            entry = _row_of_factor(matrix, row_i, j, 0)
            store(matrix, row_i + j, entry * load(matrix, j * (j + 1) // 2 + j))
        pivot, other = load(matrix, row_i + i), zero
        for k in range(0, i - 1, 2):
            value, second = load(matrix, row_i + k), load(matrix, row_i + k + 1)
            pivot = multiply_subtract(value, value, pivot)
            other = multiply_add(second, second, other)
        if i % 2:
            value = load(matrix, row_i + i - 1)
            pivot = multiply_subtract(value, value, pivot)
        pivot = pivot - other
        good = if_less(pivot, least, zero, good)
        pivot = if_less(pivot, least, one, pivot)
        store(matrix, row_i + i, one / square_root(pivot))
    return good


@njit(cache=True, nogil=True)
def invert_factor(matrix, size):
    """Inverse, in place, of a lower triangular factor whose diagonal is inverted already.

    Four columns at a time.
    """
    zero = full(0.0)
    for j in range(0, size, 4):
        last = min(j + 4, size)
        for i in range(j + 1, size):
            row_i = i * (i + 1) // 2
            inverse = load(matrix, row_i + i)
            p, q, r, s = zero, zero, zero, zero
            # Columns j to j + 3 of the inverse are known down to row i - 1; row i of the factor is
            # whole from column j on, until they are stored.
            for k in range(j + 3, i):
                row_k = k * (k + 1) // 2 + j
                value = load(matrix, row_i + k)
                p = multiply_subtract(value, load(matrix, row_k), p)
                q = multiply_subtract(value, load(matrix, row_k + 1), q)
                r = multiply_subtract(value, load(matrix, row_k + 2), r)
                s = multiply_subtract(value, load(matrix, row_k + 3), s)
            for k in range(j, min(j + 3, i)):
                row_k = k * (k + 1) // 2 + j
                value = load(matrix, row_i + k)
                p = multiply_subtract(value, load(matrix, row_k), p)
                if k > j:
                    q = multiply_subtract(value, load(matrix, row_k + 1), q)
                if k > j + 1:
                    r = multiply_subtract(value, load(matrix, row_k + 2), r)
            store(matrix, row_i + j, p * inverse)
            if i > j + 1 and last > j + 1:
                store(matrix, row_i + j + 1, q * inverse)
            if i > j + 2 and last > j + 2:
                store(matrix, row_i + j + 2, r * inverse)
            if i > j + 3 and last > j + 3:
                store(matrix, row_i + j + 3, s * inverse)


@njit(cache=True, nogil=True)
def square_of_factor(matrix, size):
    """Product of the transpose of a lower triangular matrix with itself, in place."""
    zero = full(0.0)
    for i in range(size):
        row_i = i * (i + 1) // 2
        fours = i // 4 * 4
        for j in range(0, fours, 4):
            p, q, r, s = zero, zero, zero, zero
            for k in range(i, size):
                row_k = k * (k + 1) // 2
                value = load(matrix, row_k + i)
                p = multiply_add(value, load(matrix, row_k + j), p)
                q = multiply_add(value, load(matrix, row_k + j + 1), q)
                r = multiply_add(value, load(matrix, row_k + j + 2), r)
                s = multiply_add(value, load(matrix, row_k + j + 3), s)
            store(matrix, row_i + j, p)
            store(matrix, row_i + j + 1, q)
            store(matrix, row_i + j + 2, r)
            store(matrix, row_i + j + 3, s)
        # Entry (i, i) of the factor is needed by every entry of row i, and is replaced last.
        for j in range(fours, i + 1):
            entry = zero
            for k in range(i, size):
                row_k = k * (k + 1) // 2
                entry = multiply_add(load(matrix, row_k + i), load(matrix, row_k + j), entry)
            store(matrix, row_i + j, entry)


@njit(cache=True, nogil=True)
def _subtract_product(real, imaginary, row_i, row_j, begin, end, x, y):
    """x + iy less the sum of L_ik conj(L_jk) over k."""
    for k in range(begin, end):
        a, b = load(real, row_i + k), load(imaginary, row_i + k)
        c, d = load(real, row_j + k), load(imaginary, row_j + k)
        x = multiply_subtract(b, d, multiply_subtract(a, c, x))
        y = multiply_add(a, d, multiply_subtract(b, c, y))
    return x, y


@njit(cache=True, nogil=True)
def factorize(real, imaginary, size):
    """Cholesky factor of positive definite Hermitian matrices in place.

    The diagonal becomes its inverse, in `real`. Two entries of a row at a time.
    """
    least, one = full(1e-12), full(1.0)
    for i in range(size):
        row_i = i * (i + 1) // 2
        twos = i // 2 * 2
        for j in range(0, twos, 2):
            at, row_j, row_m = row_i + j, j * (j + 1) // 2, (j + 1) * (j + 2) // 2
            x, y = load(real, at), load(imaginary, at)
            u, v = load(real, at + 1), load(imaginary, at + 1)
            for k in range(j):
                a, b = load(real, row_i + k), load(imaginary, row_i + k)
                c, d = load(real, row_j + k), load(imaginary, row_j + k)
                e, f = load(real, row_m + k), load(imaginary, row_m + k)
                x = multiply_subtract(b, d, multiply_subtract(a, c, x))
                y = multiply_add(a, d, multiply_subtract(b, c, y))
                u = multiply_subtract(b, f, multiply_subtract(a, e, u))
                v = multiply_add(a, f, multiply_subtract(b, e, v))
            inverse = load(real, row_j + j)
            store(real, at, x * inverse)
            store(imaginary, at, y * inverse)
            u, v = _subtract_product(real, imaginary, row_i, row_m, j, j + 1, u, v)
            inverse = load(real, row_m + j + 1)
            store(real, at + 1, u * inverse)
            store(imaginary, at + 1, v * inverse)
        for j in range(twos, i):
            row_j = j * (j + 1) // 2
            x, y = _subtract_product(
                real, imaginary, row_i, row_j, 0, j, load(real, row_i + j),
                load(imaginary, row_i + j),
            )  # fmt: skip
            inverse = load(real, row_j + j)
            store(real, row_i + j, x * inverse)
            store(imaginary, row_i + j, y * inverse)
        pivot, other = load(real, row_i + i), full(0.0)
        for k in range(i):
            a, b = load(real, row_i + k), load(imaginary, row_i + k)
            pivot = multiply_subtract(a, a, pivot)
            other = multiply_add(b, b, other)
        pivot = pivot - other
        pivot = if_less(pivot, least, one, pivot)
        store(real, row_i + i, one / square_root(pivot))


@njit(cache=True, nogil=True)
def solve(real, imaginary, size, x, y):
    """Solve with a factor of :func:`factorize`; the complex right side in `x`, `y` in place."""
    for i in range(size):
        row = i * (i + 1) // 2
        p, q = load(x, i), load(y, i)
        r, s = full(0.0), full(0.0)
        for k in range(i):  # in two sums that do not wait for each other
            a, b = load(real, row + k), load(imaginary, row + k)
            c, d = load(x, k), load(y, k)
            p, r = multiply_subtract(a, c, p), multiply_add(b, d, r)
            q, s = multiply_subtract(a, d, q), multiply_add(b, c, s)
        inverse = load(real, row + i)
        store(x, i, (p + r) * inverse)
        store(y, i, (q - s) * inverse)
    for i in range(size - 1, -1, -1):
        row = i * (i + 1) // 2
        inverse = load(real, row + i)
        p, q = load(x, i) * inverse, load(y, i) * inverse
        store(x, i, p)
        store(y, i, q)
        for k in range(i):
            a, b = load(real, row + k), load(imaginary, row + k)
            store(x, k, multiply_subtract(b, q, multiply_subtract(a, p, load(x, k))))
            store(y, k, multiply_add(b, p, multiply_subtract(a, q, load(y, k))))


@njit(cache=True, nogil=True)
def multiply(real, imaginary, size, x, y, out_x, out_y):
    """Product of a Hermitian float32 matrix of unit diagonal with a complex vector."""
    for i in range(size):
        row = i * (i + 1) // 2
        c, d = load(x, i), load(y, i)
        p, q = c, d
        for k in range(i):
            a, b = wide(real, row + k), wide(imaginary, row + k)
            e, f = load(x, k), load(y, k)
            p = multiply_subtract(b, f, multiply_add(a, e, p))
            q = multiply_add(b, e, multiply_add(a, f, q))
            store(out_x, k, multiply_add(b, d, multiply_add(a, c, load(out_x, k))))
            store(out_y, k, multiply_subtract(b, c, multiply_add(a, d, load(out_y, k))))
        store(out_x, i, p)
        store(out_y, i, q)


@njit(cache=True, nogil=True)
def apply(inverse, matrix, factor, size, x, y, out_x, out_y):
    """The operator whose largest eigenvalue is sought: the inverse of a factor, or the matrix."""
    if inverse:
        for i in range(size):
            store(out_x, i, load(x, i))
            store(out_y, i, load(y, i))
        solve(factor[0], factor[1], size, out_x, out_y)
    else:
        multiply(matrix[0], matrix[1], size, x, y, out_x, out_y)


@njit(cache=True, nogil=True)
def leading_vector(inverse, matrix, factor, size, vectors):
    """Unit eigenvector of the largest eigenvalue of :func:`apply`'s operator.

    Parameters
    ----------
    inverse : bool
    matrix : tuple of ndarray of float32
        Real and imaginary part; used where not `inverse`.
    factor : tuple of ndarray of float64
        Of :func:`factorize`; used where `inverse`.
    size : int
    vectors : ndarray of float64, shape (8, size by lane)
        Scratch; the first two rows hold the start, not 0, and get the vector.

    Returns
    -------
    lanes
        The eigenvalue.
    """
    x, y, ax, ay = vectors[0], vectors[1], vectors[2], vectors[3]
    p, q, ap, aq = vectors[4], vectors[5], vectors[6], vectors[7]
    zero, one, tiny = full(0.0), full(1.0), full(1e-280)
    norm = tiny
    for i in range(size):
        a, b = load(x, i), load(y, i)
        norm = multiply_add(a, a, multiply_add(b, b, norm))
    scale = one / square_root(norm)
    for i in range(size):
        store(x, i, load(x, i) * scale)
        store(y, i, load(y, i) * scale)
        store(p, i, zero)
        store(q, i, zero)
        store(ap, i, zero)
        store(aq, i, zero)
    apply(inverse, matrix, factor, size, x, y, ax, ay)
    value, before, moving = zero, zero, one
    limit = full(TOLERANCE * TOLERANCE)
    for _ in range(MOST_STEPS):
        value, squares = zero, zero
        for i in range(size):
            value = multiply_add(load(x, i), load(ax, i), value)
            value = multiply_add(load(y, i), load(ay, i), value)
        for i in range(size):
            a = multiply_subtract(value, load(x, i), load(ax, i))
            b = multiply_subtract(value, load(y, i), load(ay, i))
            squares = multiply_add(a, a, multiply_add(b, b, squares))
        moving = if_less(limit * value * value, squares, moving, zero)
        if largest(moving) == 0.0:
            break
        beta = if_less(zero, before, squares / (before + tiny), zero)
        before = squares
        _direct(inverse, matrix, factor, size, vectors, value, beta)
        _advance(size, vectors, value, moving)
    return value


@njit(cache=True, nogil=True)
def _direct(inverse, matrix, factor, size, vectors, value, beta):
    """The next direction, conjugate to the last one, and what the operator makes of it."""
    x, y, ax, ay = vectors[0], vectors[1], vectors[2], vectors[3]
    p, q, ap, aq = vectors[4], vectors[5], vectors[6], vectors[7]
    for i in range(size):
        a = multiply_subtract(value, load(x, i), load(ax, i))
        b = multiply_subtract(value, load(y, i), load(ay, i))
        store(p, i, multiply_add(beta, load(p, i), a))
        store(q, i, multiply_add(beta, load(q, i), b))
    apply(inverse, matrix, factor, size, p, q, ap, aq)
    # Orthogonal to the vector itself.
    along, across = full(0.0), full(0.0)
    for i in range(size):
        a, b, c, d = load(x, i), load(y, i), load(p, i), load(q, i)
        along = multiply_add(a, c, multiply_add(b, d, along))
        across = multiply_add(a, d, multiply_subtract(b, c, across))
    for i in range(size):
        for u, v, s, t in ((x, y, p, q), (ax, ay, ap, aq)):
            a, b = load(u, i), load(v, i)
            c = multiply_subtract(along, a, multiply_add(across, b, load(s, i)))
            d = multiply_subtract(along, b, multiply_subtract(across, a, load(t, i)))
            store(s, i, c)
            store(t, i, d)


@njit(cache=True, nogil=True)
def _advance(size, vectors, value, moving):
    """Go to the maximum of Rayleigh's quotient in the plane of vector and direction."""
    x, y, ax, ay = vectors[0], vectors[1], vectors[2], vectors[3]
    p, q, ap, aq = vectors[4], vectors[5], vectors[6], vectors[7]
    zero, one, tiny = full(0.0), full(1.0), full(1e-280)
    norm, inner, mixed_real, mixed_imaginary = zero, zero, zero, zero
    for i in range(size):
        a, b, c, d = load(x, i), load(y, i), load(p, i), load(q, i)
        e, f = load(ap, i), load(aq, i)
        norm = multiply_add(c, c, multiply_add(d, d, norm))
        inner = multiply_add(c, e, multiply_add(d, f, inner))
        mixed_real = multiply_add(a, e, multiply_add(b, f, mixed_real))
        mixed_imaginary = multiply_add(a, f, multiply_subtract(b, e, mixed_imaginary))
    size_p = square_root(norm)
    scale = if_less(tiny, norm, one / (size_p + tiny), zero) * moving
    other = inner * scale * scale
    br, bi = mixed_real * scale, mixed_imaginary * scale
    half = (value - other) * full(0.5)
    coupling = multiply_add(br, br, bi * bi)
    root = square_root(multiply_add(half, half, coupling))
    gap = half + root  # the larger eigenvalue less the direction's own quotient
    factor = if_less(tiny, absolute(gap), one / (gap + tiny), zero)
    u, v = br * factor, (zero - bi) * factor
    shrink = one / square_root(one + multiply_add(u, u, v * v))
    # Lanes that stand still keep every bit.
    shrink = if_less(zero, moving, shrink, one)
    u, v = u * scale, v * scale
    for i in range(size):
        for s, t, k, m in ((x, y, p, q), (ax, ay, ap, aq)):
            c, d = load(k, i), load(m, i)
            a = multiply_subtract(v, d, multiply_add(u, c, load(s, i)))
            b = multiply_add(v, c, multiply_add(u, d, load(t, i)))
            store(s, i, a * shrink)
            store(t, i, b * shrink)

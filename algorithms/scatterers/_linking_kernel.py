# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of phase linking: `LANES` pixels side by side, rows of batches on all threads.

See :mod:`.linking` for the methods. Numba's cache looks at this file only: after a change in one of
the kernels that it imports change this one, too (version of the kernels: 5).
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange
from ..simd import if_less, largest, multiply_add, multiply_subtract, square_root, store
from ._covariance_kernel import TOGETHER, coherence_batch, window_weights
from ._eigen_kernel import (
    LANES,
    factorize,
    factorize_real,
    full,
    invert_factor,
    leading_vector,
    load,
    multiply,
    square_of_factor,
    wide,
)
from ._variance_kernel import model_coherence, phase_variance

EVD, TEVD, WEVD, EMI, PTA = range(5)
HADAMARD, SHRINKAGE, NONE = range(3)
LEAST_LOAD, MOST_TRIES = 0.02, 6  # 0.02 doubles to 0.64 before a pixel is given up
MOST_SWEEPS, STILL = 300, 1e-14  # of coordinate steps; squared change of a phasor


@njit(cache=True, nogil=True)
def invert_magnitudes(matrix, size, regularisation, beta, weights):
    """Inverse of the regularised magnitudes of the coherence matrix.

    Fills `weights` (packed, float64). Returns lanes that are 1 where it exists, else 0; the
    identity stands there.
    """
    zero, one = full(0.0), full(1.0)
    share = full(beta)
    good = zero
    for _ in range(MOST_TRIES if regularisation == SHRINKAGE else 1):
        for i in range(size):
            for j in range(i):
                at = i * (i + 1) // 2 + j
                a, b = wide(matrix[0], at), wide(matrix[1], at)
                value = multiply_add(a, a, b * b)
                if regularisation != HADAMARD:
                    value = square_root(value)
                store(weights, at, value * (one - share))
            store(weights, i * (i + 1) // 2 + i, one)
        good = factorize_real(weights, size)
        if largest(one - good) == 0.0:
            break
        more = if_less(full(LEAST_LOAD * 0.5), share, share + share, full(LEAST_LOAD))
        share = if_less(full(0.5), good, share, more)
    invert_factor(weights, size)
    square_of_factor(weights, size)
    if largest(one - good) > 0.0:
        for i in range(size):
            for j in range(i + 1):
                at = i * (i + 1) // 2 + j
                other = one if i == j else zero
                store(weights, at, if_less(full(0.5), good, load(weights, at), other))
    return good


@njit(cache=True, nogil=True)
def start_vector(matrix, size, vectors):
    """A start that is seldom far away: the coherence matrix thrice on about the middle date.

    On that date alone it would be stuck where that one is coherent with no other.
    """
    x, y, p, q = vectors[0], vectors[1], vectors[2], vectors[3]
    for i in range(size):
        turn = 0.7 * i * i
        store(x, i, full(0.1 * np.cos(turn)))
        store(y, i, full(0.1 * np.sin(turn)))
    store(x, size // 2, full(1.0))
    for _ in range(3):
        multiply(matrix[0], matrix[1], size, x, y, p, q)
        for i in range(size):
            store(x, i, load(p, i))
            store(y, i, load(q, i))


@njit(cache=True, nogil=True)
def weighted(matrix, weights, size, real, imaginary):
    """Entrywise product of real weights and the coherence matrix, packed."""
    for at in range(size * (size + 1) // 2):
        weight = load(weights, at)
        store(real, at, weight * wide(matrix[0], at))
        store(imaginary, at, weight * wide(matrix[1], at))


@njit(cache=True, nogil=True)
def by_magnitude(matrix, size, scaled):
    """The coherence matrix, each entry times its own magnitude, into `scaled`."""
    for at in range(size * (size + 1) // 2):
        a, b = wide(matrix[0], at), wide(matrix[1], at)
        magnitude = square_root(multiply_add(a, a, b * b))
        store(scaled[0], at, a * magnitude)
        store(scaled[1], at, b * magnitude)


@njit(cache=True, nogil=True)
def times_magnitude(matrix, size, weights):
    """Multiply weights by the magnitudes of the coherence matrix, in place."""
    for at in range(size * (size + 1) // 2):
        a, b = wide(matrix[0], at), wide(matrix[1], at)
        store(weights, at, load(weights, at) * square_root(multiply_add(a, a, b * b)))


@njit(cache=True, nogil=True)
def to_phasors(size, x, y):
    """Make all components of length 1; 0 becomes 1."""
    one, zero, tiny = full(1.0), full(0.0), full(1e-200)
    for i in range(size):
        a, b = load(x, i), load(y, i)
        squares = multiply_add(a, a, b * b)
        scale = if_less(tiny, squares, one / square_root(squares + tiny), zero)
        store(x, i, if_less(tiny, squares, a * scale, one))
        store(y, i, b * scale)


@njit(cache=True, nogil=True)
def coordinate_steps(real, imaginary, size, x, y):
    """Minimise the quadratic form of a Hermitian matrix over phasors, one at a time, in place.

    ``xi_p = -s / |s|`` with ``s = sum over q != p of M_pq xi_q`` never raises the form.
    """
    zero, one, tiny = full(0.0), full(1.0), full(1e-200)
    moving, still = one, full(STILL)
    for _ in range(MOST_SWEEPS):
        change = zero
        for p in range(size):
            # In sums that do not wait for each other.
            u, v, r, s = zero, zero, zero, zero
            row = p * (p + 1) // 2
            for q in range(p):
                a, b = load(real, row + q), load(imaginary, row + q)
                c, d = load(x, q), load(y, q)
                u, r = multiply_subtract(a, c, u), multiply_add(b, d, r)
                v, s = multiply_subtract(a, d, v), multiply_add(b, c, s)
            u, v, r, s = u + r, v - s, zero, zero
            for q in range(p + 1, size):  # the conjugate of entry (q, p)
                at = q * (q + 1) // 2 + p
                a, b = load(real, at), load(imaginary, at)
                c, d = load(x, q), load(y, q)
                u, r = multiply_subtract(a, c, u), multiply_add(b, d, r)
                v, s = multiply_subtract(a, d, v), multiply_add(b, c, s)
            u, v = u - r, v + s
            squares = multiply_add(u, u, v * v)
            scale = one / square_root(squares + tiny)
            e, f = load(x, p), load(y, p)
            u = if_less(tiny, squares * moving, u * scale, e)
            v = if_less(tiny, squares * moving, v * scale, f)
            store(x, p, u)
            store(y, p, v)
            e, f = u - e, v - f
            squares = multiply_add(e, e, f * f)
            change = if_less(change, squares, squares, change)
        moving = if_less(still, change, moving, zero)
        if largest(moving) == 0.0:
            break


@njit(cache=True, nogil=True)
def outer_weights(size, vectors, weights, keep):
    """Weights of the leading eigenvector: minus the outer product of its magnitudes.

    Where `keep` is 1 the weights stay as they are.
    """
    x, y, size_of = vectors[0], vectors[1], vectors[2]
    half = full(0.5)
    for i in range(size):
        a, b = load(x, i), load(y, i)
        store(size_of, i, square_root(multiply_add(a, a, b * b)))
    for i in range(size):
        for j in range(i + 1):
            at = i * (i + 1) // 2 + j
            value = full(0.0) - load(size_of, i) * load(size_of, j)
            store(weights, at, if_less(half, keep, load(weights, at), value))


@njit(cache=True, nogil=True)
def link_batch(
    method, regularisation, beta, matrix, size, weights, factor, scaled, vectors, spare
):  # fmt: skip
    """Linked phasors of a batch in the first two rows of `vectors`.

    `weights` gets the weights of the pairs; `scaled` (as `matrix`; for WEVD) and `spare` (2, size
    by lane) are scratch. Returns lanes that are 1 where the method asked for could be used, else 0.
    """
    x, y = vectors[0], vectors[1]
    one, half = full(1.0), full(0.5)
    good = one
    if method == WEVD:
        by_magnitude(matrix, size, scaled)
        start_vector(scaled, size, vectors)
        leading_vector(False, scaled, factor, size, vectors)
        outer_weights(size, vectors, weights, full(0.0))
        times_magnitude(matrix, size, weights)
        to_phasors(size, x, y)
        return good
    if method in (EVD, TEVD):
        start_vector(matrix, size, vectors)
        leading_vector(False, matrix, factor, size, vectors)
        outer_weights(size, vectors, weights, full(0.0))
        to_phasors(size, x, y)
        if method == TEVD:
            weighted(matrix, weights, size, factor[0], factor[1])
            coordinate_steps(factor[0], factor[1], size, x, y)
        return good
    good = invert_magnitudes(matrix, size, regularisation, beta, weights)
    start_vector(matrix, size, vectors)
    weighted(matrix, weights, size, factor[0], factor[1])
    factorize(factor[0], factor[1], size)
    leading_vector(True, matrix, factor, size, vectors)
    to_phasors(size, x, y)
    if method == PTA:
        weighted(matrix, weights, size, factor[0], factor[1])
        coordinate_steps(factor[0], factor[1], size, x, y)
    if largest(one - good) > 0.0:
        for i in range(size):
            store(spare[0], i, load(x, i))
            store(spare[1], i, load(y, i))
        start_vector(matrix, size, vectors)
        leading_vector(False, matrix, factor, size, vectors)
        outer_weights(size, vectors, weights, good)
        to_phasors(size, x, y)
        for i in range(size):
            store(x, i, if_less(half, good, load(spare[0], i), load(x, i)))
            store(y, i, if_less(half, good, load(spare[1], i), load(y, i)))
    return good


@njit(cache=True, nogil=True)
def goodness(matrix, size, x, y):
    """Mean cosine between the phases of the coherence matrix and the linked ones."""
    total, one, zero, tiny = full(0.0), full(1.0), full(0.0), full(1e-200)
    for i in range(size):
        c, d = load(x, i), load(y, i)
        for j in range(i):
            at = i * (i + 1) // 2 + j
            a, b = wide(matrix[0], at), wide(matrix[1], at)
            e, f = load(x, j), load(y, j)
            real = multiply_add(c, e, d * f)  # xi_i conj(xi_j)
            imaginary = multiply_subtract(c, f, d * e)
            squares = multiply_add(a, a, b * b)
            scale = if_less(tiny, squares, one / square_root(squares + tiny), zero)
            total = multiply_add(multiply_add(a, real, b * imaginary), scale, total)
    return total * full(2.0 / max(size * (size - 1), 1))


@njit(cache=True, nogil=True)
def write_batch(size, vectors, power, counts, least, values, good, out_row, first_col, out):
    """Put a batch's results in place; the first date's phase becomes 0."""
    linked, quality, std, brothers, kind = out
    x, y = vectors[0], vectors[1]
    for lane in range(min(LANES, linked.shape[2] - first_col)):
        col = first_col + lane
        count = counts[lane]
        brothers[out_row, col] = count
        kind[out_row, col] = 0
        if count < least:
            continue
        kind[out_row, col] = 1 if good[lane] > 0.5 else 2
        quality[out_row, col] = values[lane]
        std[out_row, col] = np.sqrt(values[LANES + lane])
        a, b = x[lane], y[lane]
        for time in range(size):
            c, d = x[time * LANES + lane], y[time * LANES + lane]
            amplitude = np.sqrt(power[time * LANES + lane] / count)
            linked[time, out_row, col] = amplitude * complex(c * a + d * b, d * a - c * b)


@njit(parallel=True, cache=True, nogil=True)
def link(
    method, regularisation, beta, real, imaginary, page, size, valid, masks, geometry, least,
    oversampling, classes, with_std, out,
):  # fmt: skip
    """Link the phases of a block.

    Parameters
    ----------
    method, regularisation : int
    beta : float
        Share of the identity in the regularised magnitudes.
    real, imaginary : ndarray of float32
        Of :func:`._covariance_kernel.split`, with a further image of zeros where `size` is odd.
    page : int
        Values of one image in them.
    size : int
        Number of images.
    valid : ndarray of bool, shape (row, column)
    masks : ndarray of int64, shape (out_row, out_column, window row)
        Bits of the brothers; see :class:`.shp.Neighbourhoods`.
    geometry : tuple of int
        Half window rows and columns, stride rows and columns, and `quotients` of `split`.
    least : int
        Pixels with fewer brothers (themselves included) are left out.
    oversampling : float
        Samples that stand for one independent sample.
    classes : ndarray of int64, shape (entry,)
        See :func:`._variance_kernel.model_coherence`.
    with_std : bool
    out : tuple of ndarray
        Written where linked: linked images (time, out_row, out_column; complex64), goodness and
        predicted standard deviation (float32); written everywhere: number of brothers (int16) and
        how (uint8; 0 not linked, 1 linked, 2 by EVD instead).
    """
    rows, cols = masks.shape[:2]
    half_y, half_x, down, across, quotients = geometry
    batches = (cols + LANES - 1) // LANES
    padded = size + size % 2
    entries = padded * (padded + 1) // 2
    number = classes.max() + 1 if len(classes) else 1
    for task in prange(rows):
        window = (2 * half_y + 1) * (2 * half_x + 1)
        members = np.empty(window * LANES, np.float32)
        offsets = np.empty(window, np.int64)
        counts = np.empty(LANES, np.int64)
        matrix = (np.empty(entries * LANES, np.float32), np.empty(entries * LANES, np.float32))
        packed = np.empty(2 * padded * TOGETHER * LANES, np.float32)
        power = np.empty(padded * LANES)
        weights = np.empty(entries * LANES)
        factor = (np.empty(entries * LANES), np.empty(entries * LANES))
        length = entries * LANES if method == WEVD else 1
        scaled = (np.empty(length, np.float32), np.empty(length, np.float32))
        vectors = np.zeros((8, padded * LANES))
        spare = np.empty((2, padded * LANES))
        gamma = np.empty(entries * LANES if with_std else 1)
        wholes = np.empty((4, ((size + 3) // 4 * 4) ** 2 * LANES if with_std else 1))
        by_class = (
            np.empty(number * LANES), np.empty(number * LANES), np.empty(padded * LANES),
            np.empty(padded * LANES), np.empty(padded * LANES),
        )  # fmt: skip
        values, good, looks = np.empty(2 * LANES), np.empty(LANES), np.empty(LANES)
        for batch in range(batches):
            used = window_weights(
                masks, valid, task, batch * LANES, half_y, half_x, down, across, quotients,
                members, offsets, counts,
            )  # fmt: skip
            if counts.max() < least:
                used = 0
            store(values, 1, full(np.nan))
            if used > 0:
                coherence_batch(
                    real, imaginary, page, size, members, offsets, used, packed, matrix[0],
                    matrix[1], power,
                )  # fmt: skip
                lanes = link_batch(
                    method, regularisation, beta, matrix, size, weights, factor, scaled, vectors,
                    spare,
                )  # fmt: skip
                store(good, 0, lanes)
                store(values, 0, goodness(matrix, size, vectors[0], vectors[1]))
                if with_std:
                    for lane in range(LANES):
                        looks[lane] = max(counts[lane] / oversampling, 2.0)
                    enough = load(looks, 0)
                    model_coherence(matrix, size, enough, classes, number, gamma, by_class)
                    variance = phase_variance(weights, gamma, size, enough, wholes, factor[0])
                    store(values, 1, variance)
            write_batch(size, vectors, power, counts, least, values, good, task, batch * LANES, out)

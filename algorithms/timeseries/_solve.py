# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels that solve the normal equations of a network: pixels side by side, in batches.

The weighted normal matrix of a pixel is the Laplacian of its network, a circuit whose conductances
are the weights. It is factored by star-mesh transforms: a date with conductances g_j to its
remaining neighbours is taken out, and its neighbours are joined by g_j g_k / sum(g). The pivot is
the sum of the remaining conductances, as in Grassmann, Taksar and Heyman (1985): only positive
numbers are added, multiplied and divided, nothing cancels. So every entry of the factor is right to
a few units of the last place, and a pivot is exactly zero if and only if no path is left from that
date, that is, when the pixel's network is cut there. Such a date is the ground of its own subset.

All arrays of a batch are flat, with a value for each of its pixels at every entry: `LANES` in
float64, `SINGLES` in float32. Results are worked out in the former, which pairs are outliers in the
latter, by the same functions. Everything is indexed by position in the order of elimination (see
:mod:`._elimination`).

Numba's cache looks at the file of the calling kernel only: after a change here touch
``_kernel.py``, ``_robust.py`` and ``_revisit.py``.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit
from ..simd import (
    absolute,
    batches_of,
    if_less,
    look_up,
    multiply_add,
    nearest,
    store,
    vectors_of,
)

WIDTH = 256  # bytes: two vectors of AVX-512, one's work fills the waiting times of the other's
LANES, SINGLES = WIDTH // 8, WIDTH // 4
load, load_as, alike = batches_of(WIDTH)
(full,) = vectors_of(LANES, "full")

TURN = 1.0 / (2.0 * np.pi)


@njit(cache=True, nogil=True)
def lanes_array(entries):
    """Uninitialised scratch of `entries` batches in float64, aligned to a cache line."""
    raw = np.empty(entries * LANES + 8, np.float64)
    shift = (8 - np.int64(raw.ctypes.data) // 8 % 8) % 8
    return raw[shift : shift + entries * LANES]


@njit(cache=True, nogil=True)
def singles_array(entries):
    """The same in float32."""
    return lanes_array(entries).view(np.float32)


@njit(cache=True, nogil=True)
def entries(batches):
    """How many batches an array holds."""
    return len(batches) // (WIDTH // batches.itemsize)


@njit(cache=True, nogil=True)
def weigh(phase, coherence, reference, stride, at, limits, table, excess, weights, values):
    """Fill in weights and phases, both zero where a pair is not used; return the pair count.

    `reference` is taken off the phases, by pair; one where it is NaN is not used. `excess` is a
    variance that each pair has beyond the inverse of its weight, or empty; it and the `table` of
    weights are in the precision of `weights`.
    """
    zero, one, half = alike(weights, 0.0), alike(weights, 1.0), alike(weights, 0.5)
    infinity, top = alike(weights, np.inf), alike(weights, len(table) - 1.0)
    lower = alike(weights, limits[0])
    masked = limits[1] > 0.0
    count = zero
    for k in range(entries(weights)):
        value = load_as(phase, k * stride + at, weights) - alike(weights, reference[k])
        use = if_less(absolute(value), infinity, one, zero)
        weight = use
        if masked:
            gamma = load_as(coherence, k * stride + at, weights)
            use = if_less(lower, gamma, use, zero)
            use = if_less(gamma, infinity, use, zero)
            gamma = if_less(gamma, one, gamma, one)
            gamma = if_less(zero, gamma, gamma, zero)
            weight = use * look_up(table, multiply_add(gamma, top, half))
        if len(excess) > 0:
            weight = weight / multiply_add(weight, alike(weights, excess[k]), one)
        count = count + use
        store(weights, k, weight)
        store(values, k, if_less(zero, use, value, zero))
    return count


@njit(cache=True, nogil=True)
def lower_weights(weights, factors, stride, at, lowered):
    """Weights with those of the rejected pairs lowered; return how many pairs that are."""
    zero, one, half = full(0.0), full(1.0), full(0.5)
    rejected = zero
    for k in range(entries(weights)):
        weight, factor = load(weights, k), load_as(factors, k * stride + at, weights)
        store(lowered, k, weight * factor)
        use = if_less(zero, weight, one, zero)
        rejected = rejected + if_less(factor, half, use, zero)
    return rejected


@njit(cache=True, nogil=True)
def factorize(structure, weights, links, inverse):
    """Star-mesh elimination; return the number of zero pivots, one for each further subset.

    `links` becomes the unit-free factor (conductance over pivot), `inverse` one over the pivot,
    both zero where the pivot is zero.
    """
    slot, start, fill_start, fill = structure[3], structure[4], structure[6], structure[7]
    zero, one = alike(links, 0.0), alike(links, 1.0)
    for s in range(entries(links)):
        store(links, s, zero)
    for k in range(len(slot)):  # added, as pairs of a contracted network may run side by side
        at = slot[k]
        store(links, at, load(links, at) + load(weights, k))
    cuts = zero
    for p in range(len(start) - 2):
        pivot = zero
        for s in range(start[p], start[p + 1]):
            pivot = pivot + load(links, s)
        cuts = cuts + if_less(zero, pivot, zero, one)
        scale = if_less(zero, pivot, one / pivot, zero)
        store(inverse, p, scale)
        at = fill_start[p]
        for s in range(start[p], start[p + 1]):
            link = load(links, s)
            for t in range(start[p], s):
                target = fill[at]
                at += 1
                joined = multiply_add(link, load(links, t), load(links, target))
                store(links, target, joined)
            store(links, s, link * scale)
    return cuts


@njit(cache=True, nogil=True)
def substitute(structure, links, inverse, x):
    """Solve for the dates in place; the ground keeps zero."""
    start, row = structure[4], structure[5]
    last = len(start) - 2
    for p in range(last):
        value = load(x, p)
        for s in range(start[p], start[p + 1]):
            target = row[s]
            store(x, target, multiply_add(load(links, s), value, load(x, target)))
        store(x, p, value * load(inverse, p))
    store(x, last, alike(x, 0.0))
    for p in range(last - 1, -1, -1):
        value = load(x, p)
        for s in range(start[p], start[p + 1]):
            value = multiply_add(load(links, s), load(x, row[s]), value)
        store(x, p, value)


@njit(cache=True, nogil=True)
def accumulate(structure, weights, values, x):
    """Right-hand side of the normal equations."""
    first, second = structure[1], structure[2]
    for p in range(entries(x)):
        store(x, p, alike(x, 0.0))
    for k in range(len(first)):
        force = load(weights, k) * load(values, k)
        a, b = first[k], second[k]
        store(x, a, load(x, a) - force)
        store(x, b, load(x, b) + force)


@njit(cache=True, nogil=True)
def unit_vector(angle):
    """Cosine and sine of angles in radians, to 2e-8, without a call to libm.

    Series of half the angle after taking whole turns off, then the double-angle formulas.
    """
    turns = angle * full(TURN)
    half = (turns - nearest(turns)) * full(np.pi)
    square = half * half
    sine = full(1.0 / 6227020800.0)
    sine = multiply_add(sine, square, full(-1.0 / 39916800.0))
    sine = multiply_add(sine, square, full(1.0 / 362880.0))
    sine = multiply_add(sine, square, full(-1.0 / 5040.0))
    sine = multiply_add(sine, square, full(1.0 / 120.0))
    sine = multiply_add(sine, square, full(-1.0 / 6.0))
    sine = multiply_add(sine * square, half, half)
    cosine = full(1.0 / 479001600.0)
    cosine = multiply_add(cosine, square, full(-1.0 / 3628800.0))
    cosine = multiply_add(cosine, square, full(1.0 / 40320.0))
    cosine = multiply_add(cosine, square, full(-1.0 / 720.0))
    cosine = multiply_add(cosine, square, full(1.0 / 24.0))
    cosine = multiply_add(cosine, square, full(-0.5))
    cosine = multiply_add(cosine, square, full(1.0))
    twice = sine + sine
    return full(1.0) - twice * sine, twice * cosine


@njit(cache=True, nogil=True)
def judge(structure, weights, values, x):
    """Return sums over the used pairs: cosine and sine of the residuals, and weighted squares."""
    first, second = structure[1], structure[2]
    zero = full(0.0)
    real, imaginary, squares = zero, zero, zero
    for k in range(len(first)):
        weight = load(weights, k)
        fitted = load(x, second[k]) - load(x, first[k])
        residual = load(values, k) - fitted
        cosine, sine = unit_vector(residual)
        real = real + if_less(zero, weight, cosine, zero)
        imaginary = imaginary + if_less(zero, weight, sine, zero)
        squares = multiply_add(weight * residual, residual, squares)
    return real, imaginary, squares


@njit(cache=True, nogil=True)
def inverse_trace(structure, links, inverse, date_weights, covariance, variance):
    """Trace of the inverse of the grounded Laplacian by selected inversion (Takahashi 1973).

    Only the entries on the factor's pattern are worked out: `covariance` at its slots, `variance`
    on the diagonal. The trace counts each date with its weight.
    """
    start, row, fill_start, fill = structure[4], structure[5], structure[6], structure[7]
    last = len(start) - 2
    store(variance, last, alike(variance, 0.0))
    total = alike(variance, 0.0)
    for p in range(last - 1, -1, -1):
        begin, end, at = start[p], start[p + 1], fill_start[p]
        own = load(inverse, p)
        for s in range(begin, end):
            link = load(links, s)
            value = link * load(variance, row[s])
            for t in range(begin, end):
                if t != s:
                    a, b = max(s, t) - begin, min(s, t) - begin
                    joint = fill[at + a * (a - 1) // 2 + b]
                    value = multiply_add(load(links, t), load(covariance, joint), value)
            store(covariance, s, value)
            own = multiply_add(link, value, own)
        store(variance, p, own)
        total = multiply_add(alike(variance, date_weights[p]), own, total)
    return total


@njit(cache=True, nogil=True)
def quadratic_form(structure, links, inverse, x):
    """``q' C q`` with q in `x`, which is overwritten.

    Each subset is grounded at a date of its own, which does not matter where q sums to zero there.
    """
    start, row = structure[4], structure[5]
    last = len(start) - 2
    store(x, last, alike(x, 0.0))
    total = alike(x, 0.0)
    for p in range(last):
        value = load(x, p)
        for s in range(start[p], start[p + 1]):
            target = row[s]
            store(x, target, multiply_add(load(links, s), value, load(x, target)))
        total = multiply_add(value * value, load(inverse, p), total)
    return total


@njit(cache=True, nogil=True)
def functional_variance(structure, links, inverse, functional, x):
    """``q' C q`` of one functional, with q in the order of elimination."""
    for p in range(len(functional)):
        store(x, p, full(functional[p]))
    return quadratic_form(structure, links, inverse, x)


@njit(cache=True, nogil=True)
def pair_residual(structure, values, x, k):
    """Residuals of one pair."""
    first, second = structure[1], structure[2]
    return load(values, k) - (load(x, second[k]) - load(x, first[k]))


@njit(cache=True, nogil=True)
def pair_cofactor(structure, covariance, variance, k):
    """Variance of the fitted phase of one pair, of :func:`inverse_trace`'s results."""
    a, b, slot = structure[1][k], structure[2][k], structure[3][k]
    twice = load(covariance, slot) + load(covariance, slot)
    return load(variance, a) + load(variance, b) - twice

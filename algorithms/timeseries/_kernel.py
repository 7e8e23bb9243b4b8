# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels of the SBAS inversion: `LANES` pixels side by side.

The weighted normal matrix of a pixel is the Laplacian of its network, a circuit whose conductances
are the weights. It is factored by star-mesh transforms: a date with conductances g_j to its
remaining neighbours is taken out, and its neighbours are joined by g_j g_k / sum(g). The pivot is
the sum of the remaining conductances, as in Grassmann, Taksar and Heyman (1985): only positive
numbers are added, multiplied and divided, nothing cancels. So every entry of the factor is right to
a few units of the last place, and a pivot is exactly zero if and only if no path is left from that
date, that is, when the pixel's network is cut there. Such a date is the ground of its own subset.

All arrays of a batch are flat float64 with `LANES` values an entry; everything is indexed by
position in the order of elimination (see :mod:`._elimination`).
"""

from __future__ import annotations

import numpy as np
from numba import njit, prange

from ._lanes import (
    LANES,
    absolute,
    full,
    gather,
    if_less,
    load,
    load32,
    multiply_add,
    nearest,
    square_root,
    store,
    store32,
)  # fmt: skip

BATCHES_PER_TASK = 32
TURN = 1.0 / (2.0 * np.pi)


@njit(cache=True, nogil=True)
def lanes_array(entries):
    """Uninitialised scratch of `entries` times `LANES` values, aligned to a cache line."""
    raw = np.empty(entries * LANES + 8, np.float64)
    shift = (8 - np.int64(raw.ctypes.data) // 8 % 8) % 8
    return raw[shift : shift + entries * LANES]


@njit(cache=True, nogil=True)
def weigh(phase, coherence, stride, at, limits, table, weights, values):
    """Fill in weights and phases, both zero where a pair is not used; return the pair count."""
    zero, one = full(0.0), full(1.0)
    infinity, top = full(np.inf), full(len(table) - 1.0)
    lower = full(limits[0])
    masked = limits[1] > 0.0
    count = full(0.0)
    for k in range(len(weights) // LANES):
        value = load32(phase, k * stride + at)
        use = if_less(absolute(value), infinity, one, zero)
        weight = use
        if masked:
            gamma = load32(coherence, k * stride + at)
            use = if_less(lower, gamma, use, zero)
            use = if_less(gamma, infinity, use, zero)
            gamma = if_less(gamma, one, gamma, one)
            gamma = if_less(zero, gamma, gamma, zero)
            weight = use * gather(table, multiply_add(gamma, top, full(0.5)))
        count = count + use
        store(weights, k * LANES, weight)
        store(values, k * LANES, if_less(zero, use, value, zero))
    return count


@njit(cache=True, nogil=True)
def factorize(structure, weights, links, inverse):
    """Star-mesh elimination; return the number of zero pivots, one for each further subset.

    `links` becomes the unit-free factor (conductance over pivot), `inverse` one over the pivot,
    both zero where the pivot is zero.
    """
    slot, start, fill_start, fill = structure[3], structure[4], structure[6], structure[7]
    zero, one = full(0.0), full(1.0)
    for s in range(len(links) // LANES):
        store(links, s * LANES, zero)
    for k in range(len(slot)):
        store(links, slot[k] * LANES, load(weights, k * LANES))
    cuts = zero
    for p in range(len(start) - 2):
        pivot = zero
        for s in range(start[p], start[p + 1]):
            pivot = pivot + load(links, s * LANES)
        cuts = cuts + if_less(zero, pivot, zero, one)
        scale = if_less(zero, pivot, one / pivot, zero)
        store(inverse, p * LANES, scale)
        at = fill_start[p]
        for s in range(start[p], start[p + 1]):
            link = load(links, s * LANES)
            for t in range(start[p], s):
                target = fill[at] * LANES
                at += 1
                joined = multiply_add(link, load(links, t * LANES), load(links, target))
                store(links, target, joined)
            store(links, s * LANES, link * scale)
    return cuts


@njit(cache=True, nogil=True)
def substitute(structure, links, inverse, x):
    """Solve for the dates in place; the ground keeps zero."""
    start, row = structure[4], structure[5]
    last = len(start) - 2
    for p in range(last):
        value = load(x, p * LANES)
        for s in range(start[p], start[p + 1]):
            target = row[s] * LANES
            store(x, target, multiply_add(load(links, s * LANES), value, load(x, target)))
        store(x, p * LANES, value * load(inverse, p * LANES))
    store(x, last * LANES, full(0.0))
    for p in range(last - 1, -1, -1):
        value = load(x, p * LANES)
        for s in range(start[p], start[p + 1]):
            value = multiply_add(load(links, s * LANES), load(x, row[s] * LANES), value)
        store(x, p * LANES, value)


@njit(cache=True, nogil=True)
def accumulate(structure, weights, values, x):
    """Right-hand side of the normal equations."""
    first, second = structure[1], structure[2]
    for p in range(len(x) // LANES):
        store(x, p * LANES, full(0.0))
    for k in range(len(first)):
        force = load(weights, k * LANES) * load(values, k * LANES)
        a, b = first[k] * LANES, second[k] * LANES
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
        weight = load(weights, k * LANES)
        fitted = load(x, second[k] * LANES) - load(x, first[k] * LANES)
        residual = load(values, k * LANES) - fitted
        cosine, sine = unit_vector(residual)
        real = real + if_less(zero, weight, cosine, zero)
        imaginary = imaginary + if_less(zero, weight, sine, zero)
        squares = multiply_add(weight * residual, residual, squares)
    return real, imaginary, squares


@njit(cache=True, nogil=True)
def inverse_trace(structure, links, inverse, covariance, variance):
    """Trace of the inverse of the grounded Laplacian by selected inversion (Takahashi 1973).

    Only the entries on the factor's pattern are worked out: `covariance` at its slots, `variance`
    on the diagonal.
    """
    start, row, fill_start, fill = structure[4], structure[5], structure[6], structure[7]
    last = len(start) - 2
    store(variance, last * LANES, full(0.0))
    total = full(0.0)
    for p in range(last - 1, -1, -1):
        begin, end, at = start[p], start[p + 1], fill_start[p]
        own = load(inverse, p * LANES)
        for s in range(begin, end):
            link = load(links, s * LANES)
            value = link * load(variance, row[s] * LANES)
            for t in range(begin, end):
                if t != s:
                    a, b = max(s, t) - begin, min(s, t) - begin
                    joint = fill[at + a * (a - 1) // 2 + b] * LANES
                    value = multiply_add(load(links, t * LANES), load(covariance, joint), value)
            store(covariance, s * LANES, value)
            own = multiply_add(link, value, own)
        store(variance, p * LANES, own)
        total = total + own
    return total


@njit(cache=True, nogil=True)
def functional_variance(structure, links, inverse, functional, x):
    """``q' C q`` of one functional, with q in the order of elimination."""
    start, row = structure[4], structure[5]
    last = len(start) - 2
    for p in range(last):
        store(x, p * LANES, full(functional[p]))
    store(x, last * LANES, full(0.0))
    total = full(0.0)
    for p in range(last):
        value = load(x, p * LANES)
        for s in range(start[p], start[p + 1]):
            target = row[s] * LANES
            store(x, target, multiply_add(load(links, s * LANES), value, load(x, target)))
        total = multiply_add(value * value, load(inverse, p * LANES), total)
    return total


@njit(cache=True, nogil=True)
def invert_batch(
    structure, intervals, phase, coherence, stride, at, limits, table, functionals, shared,
    scratch, layers, series, noise, counts, subsets, join,
):  # fmt: skip
    """Invert the `LANES` pixels from `at` on and write their results."""
    weights, values, own_links, own_inverse, x, covariance, variance, report = scratch
    nan = full(np.nan)
    count = weigh(phase, coherence, stride, at, limits, table, weights, values)
    pairs = float(len(weights) // LANES)
    dates = len(x) // LANES
    missing = if_less(count, full(limits[2]), full(1.0), full(0.0))
    store(report, 0, count)
    store(report, LANES, missing)
    complete, dropped = 0, 0
    for lane in range(LANES):
        complete += report[lane] == pairs
        dropped += report[LANES + lane] > 0.0
    if dropped == LANES:
        for n in range(dates):
            store32(series, n * stride + at, nan)
        for n in range(len(layers) // stride):
            store32(layers, n * stride + at, nan)
        for n in range(len(noise) // stride):
            store32(noise, n * stride + at, nan)
        counts[at : at + LANES] = 0
        subsets[at : at + LANES] = 0
        return
    links, inverse = own_links, own_inverse
    if complete == LANES and len(shared[0]) > 1:
        links, inverse = shared[0], shared[1]
        cuts = load(shared[2], 0)
    else:
        cuts = factorize(structure, weights, links, inverse)
    accumulate(structure, weights, values, x)
    substitute(structure, links, inverse, x)
    real, imaginary, squares = judge(structure, weights, values, x)
    one = full(1.0)
    store(report, 0, count)
    store(report, 2 * LANES, cuts)
    kept = if_less(missing, full(0.5), one, nan)
    freedom = count - full(float(dates)) + one + cuts
    store32(layers, at, square_root(real * real + imaginary * imaginary) / count * kept)
    store32(layers, stride + at, if_less(full(0.5), freedom, squares / freedom, nan) * kept)
    position = structure[0]
    for n in range(dates):
        store32(series, n * stride + at, load(x, position[n] * LANES) * kept)
    if len(noise) > 0:
        whole = if_less(cuts, full(0.5), kept, nan)
        trace = inverse_trace(structure, links, inverse, covariance, variance)
        store32(noise, at, trace * whole)
        for f in range(len(functionals)):
            value = functional_variance(structure, links, inverse, functionals[f], variance)
            store32(noise, (f + 1) * stride + at, value * whole)
    for lane in range(LANES):
        if report[LANES + lane] > 0.0:
            counts[at + lane] = 0
            subsets[at + lane] = 0
            continue
        counts[at + lane] = int(report[lane])
        subsets[at + lane] = 1 + int(report[2 * LANES + lane])
        if subsets[at + lane] > 1:
            join_subsets(structure, intervals, weights, x, lane, join)
            for n in range(dates):
                series[n * stride + at + lane] = x[position[n] * LANES + lane]


@njit(cache=True, nogil=True)
def label_subsets(structure, weights, lane, labels):
    """Number each date's subset by union-find over the pairs used in one lane.

    Subsets are numbered by their first date, so the first date has 0. Returns their number.
    """
    position, first, second = structure[0], structure[1], structure[2]
    dates = len(position)
    parent = np.arange(dates)
    for k in range(len(first)):
        if weights[k * LANES + lane] > 0.0:
            a, b = first[k], second[k]
            while parent[a] != a:
                parent[a] = parent[parent[a]]
                a = parent[a]
            while parent[b] != b:
                parent[b] = parent[parent[b]]
                b = parent[b]
            parent[b] = a
    number = np.full(dates, -1)
    subsets = 0
    for n in range(dates):
        root = position[n]
        while parent[root] != root:
            root = parent[root]
        if number[root] < 0:
            number[root] = subsets
            subsets += 1
        labels[n] = number[root]
    return subsets


@njit(cache=True, nogil=True)
def join_subsets(structure, intervals, weights, x, lane, join):
    """Shift the subsets of one lane to the minimum norm of the velocities between dates.

    All least-squares solutions of a cut network differ by one constant a subset. Of them the one
    that Berardino et al. (2002) get by SVD has the smallest sum of squared velocities. The
    constants that do it solve a circuit of subsets whose conductances are 1 / interval squared.
    """
    position = structure[0]
    dates = len(position)
    labels = np.empty(dates, np.int64)
    count = label_subsets(structure, weights, lane, labels)
    shift = np.zeros(count)
    join[: count * count] = 0.0
    for n in range(dates - 1):
        a, b = labels[n], labels[n + 1]
        if a != b:
            conductance = 1.0 / intervals[n] ** 2
            jump = x[position[n + 1] * LANES + lane] - x[position[n] * LANES + lane]
            join[a * count + b] += conductance
            join[b * count + a] += conductance
            shift[a] += conductance * jump
            shift[b] -= conductance * jump
    for c in range(count - 1, 0, -1):
        row = join[c * count : c * count + c]
        pivot = row.sum()
        for a in range(c):
            if row[a] > 0.0:
                link = row[a] / pivot
                for b in range(c):  # the diagonal, which is never read, fills with the rest
                    join[a * count + b] += link * row[b]
                shift[a] += link * shift[c]
        shift[c] /= pivot
        for a in range(c):
            row[a] /= pivot
    shift[0] = 0.0
    for c in range(1, count):
        for a in range(c):
            shift[c] += join[c * count + a] * shift[a]
    for n in range(dates):
        x[position[n] * LANES + lane] += shift[labels[n]]


@njit(cache=True, nogil=True)
def share_factor(structure):
    """Factor of the network with all pairs and uniform weights, in lanes like any other."""
    pairs, dates, slots = len(structure[3]), len(structure[0]), len(structure[5])
    weights = lanes_array(pairs)
    weights[:] = 1.0
    links, inverse, cuts = lanes_array(slots), lanes_array(dates), lanes_array(1)
    store(cuts, 0, factorize(structure, weights, links, inverse))
    return links, inverse, cuts


@njit(parallel=True, cache=True, nogil=True)
def invert_batches(
    structure, intervals, phase, coherence, stride, batches, limits, table, functionals, shared,
    layers, series, noise, counts, subsets,
):  # fmt: skip
    """Invert the first ``batches * LANES`` pixels of a block on all threads.

    Parameters
    ----------
    structure : tuple of ndarray of int64
        From :func:`._elimination.eliminate`.
    intervals : ndarray of float64, shape (date - 1,)
        Years between dates.
    phase, coherence : ndarray of float32, flat (pair, pixel)
        `coherence` may be empty where ``limits[1]`` is 0.
    stride : int
        Pixels in a row of the block.
    batches : int
    limits : ndarray of float64
        Coherence must lie above the first value; the second is 1 when there is coherence, else
        0; the third is the least number of pairs.
    table : ndarray of float64
        Weights over coherence.
    functionals : ndarray of float64, shape (functional, date)
        In the order of elimination.
    shared : tuple of ndarray
        From :func:`share_factor`, or arrays of length 1 when weights are not uniform.
    layers : ndarray of float32, flat (2, pixel)
        Out: temporal coherence and variance factor.
    series : ndarray of float32, flat (date, pixel)
        Out.
    noise : ndarray of float32, flat (1 + functional, pixel), or empty
        Out.
    counts, subsets : ndarray of int16, shape (pixel,)
        Out.
    """
    pairs, dates, slots = len(structure[3]), len(structure[0]), len(structure[5])
    tasks = (batches + BATCHES_PER_TASK - 1) // BATCHES_PER_TASK
    for task in prange(tasks):
        scratch = (
            lanes_array(pairs), lanes_array(pairs), lanes_array(slots), lanes_array(dates),
            lanes_array(dates), lanes_array(slots), lanes_array(dates), lanes_array(3),
        )  # fmt: skip
        join = np.empty(dates * dates)
        begin = task * BATCHES_PER_TASK
        for batch in range(begin, min(begin + BATCHES_PER_TASK, batches)):
            invert_batch(
                structure, intervals, phase, coherence, stride, batch * LANES, limits, table,
                functionals, shared, scratch, layers, series, noise, counts, subsets, join,
            )  # fmt: skip

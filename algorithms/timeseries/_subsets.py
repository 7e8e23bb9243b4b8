# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels for pixels whose own network is cut: which dates hang together, and the joining.

Numba's cache looks at the file of the calling kernel only: after a change here touch
``_kernel.py`` and ``_revisit.py``.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit
from ._solve import LANES

SMALLEST_PIVOT = 1e-9


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
def count_joined(labels, subsets):
    """Number of dates outside of the largest subset."""
    sizes = np.zeros(subsets, np.int64)
    for label in labels:
        sizes[label] += 1
    return len(labels) - sizes.max()


@njit(cache=True, nogil=True)
def join_subsets(structure, intervals, weights, x, lane, join):
    """Shift the subsets of one lane to the minimum norm of the velocities between dates.

    All least-squares solutions of a cut network differ by one constant a subset. Of them the one
    that Berardino et al. (2002) get by SVD has the smallest sum of squared velocities. The
    constants that do it solve a circuit of subsets whose conductances are 1 / interval squared.

    Returns the number of dates outside of the largest subset.
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
    return count_joined(labels, count)


@njit(cache=True, nogil=True)
def _subset_means(values, labels, weights, subsets):
    """Weighted mean over each subset, and the sums of the weights."""
    means, totals = np.zeros(subsets), np.zeros(subsets)
    for n in range(len(labels)):
        totals[labels[n]] += weights[n]
        means[labels[n]] += weights[n] * values[n]
    return means / totals, totals


@njit(cache=True, nogil=True)
def _fit_terms(centred, values, weights):
    """Weighted least squares; a term that those before it explain is left at zero."""
    terms = len(centred)
    normal, right = np.zeros((terms, terms)), np.zeros(terms)
    for i in range(terms):
        right[i] = (weights * centred[i] * values).sum()
        for j in range(terms):
            normal[i, j] = (weights * centred[i] * centred[j]).sum()
    scale = np.array([normal[i, i] for i in range(terms)])
    used = np.zeros(terms, np.bool_)
    for i in range(terms):
        used[i] = normal[i, i] > SMALLEST_PIVOT * scale[i]
        if not used[i]:
            continue
        for j in range(i + 1, terms):
            factor = normal[j, i] / normal[i, i]
            normal[j, i:] -= factor * normal[i, i:]
            right[j] -= factor * right[i]
    solved = np.zeros(terms)
    for i in range(terms - 1, -1, -1):
        if used[i]:
            solved[i] = (right[i] - (normal[i, i + 1 :] * solved[i + 1 :]).sum()) / normal[i, i]
    return solved


@njit(cache=True, nogil=True)
def bridge_subsets(structure, terms, weights, pair_weights, x, lane, constant, slope):
    """Shift the subsets of one lane onto one model of the motion; return the spread of time.

    The limit of NSBAS' weak constraint (Lopez-Quiroz et al. 2009, eq. 5; Doin et al. 2011) for a
    weight gamma that goes to zero: the pairs alone decide inside of a subset, and one model with
    an offset for each subset is fitted to the dates. As the offsets are free, the model's terms
    come from the dates centred on their own subset.

    Parameters
    ----------
    terms : ndarray, shape (term, date)
        Of the model but for its constant, in the order of dates; time comes first.
    weights : ndarray, shape (date,)
        Of the dates, in their order.
    pair_weights : ndarray
        Positive in this lane where a pair is used.
    x : ndarray
        Phases by subset; shifted.
    constant, slope : ndarray
        Out in this lane: functionals along the offsets and along the centred time, of unit length.
    """
    position = structure[0]
    dates = len(position)
    labels = np.empty(dates, np.int64)
    subsets = label_subsets(structure, pair_weights, lane, labels)
    phases = np.array([x[position[n] * LANES + lane] for n in range(dates)])
    means, totals = _subset_means(phases, labels, weights, subsets)
    centred = np.empty_like(terms)
    for i in range(len(terms)):
        averages, _ = _subset_means(terms[i], labels, weights, subsets)
        centred[i] = terms[i] - averages[labels]
    solved = _fit_terms(centred, phases - means[labels], weights)
    model = np.zeros(dates)
    for i in range(len(terms)):
        model += solved[i] * terms[i]
    offsets, _ = _subset_means(model - phases, labels, weights, subsets)
    spread = (weights * centred[0] ** 2).sum()
    for n in range(dates):
        at = position[n] * LANES + lane
        x[at] = phases[n] + offsets[labels[n]] - (phases[0] + offsets[labels[0]])
        constant[at] = weights[n] / np.sqrt(totals[labels[n]])
        slope[at] = weights[n] * centred[0, n] / np.sqrt(spread)
    return spread

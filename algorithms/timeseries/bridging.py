# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Bridging: whole cycles between the reliable components of one interferogram.

Unwrapping is right inside of a connected component and may be wrong by whole cycles between them.
Bridges are laid along the shortest ways between components, a tree of them over all; where the
phase is smooth in space its median does not change by more than half a cycle over a bridge.

Source: Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331, section 3.1. Importing this module
imports numba.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..kernels import njit
from .triplets import TURN

RAMPS = ("none", "linear", "quadratic")
LEAST_RADIUS = 8  # pixels; a median over fewer is too noisy
MOST_SAMPLES = 100_000
CONTINUOUS = np.float32(np.pi)  # neighbours in a component differ by less


@dataclass(frozen=True)
class BridgingOptions:
    """How components are found and joined.

    Parameters
    ----------
    minimum_coherence : float
        Pixels of a component have at least this, where the product brings no components.
    least_pixels : int
        Smaller components are passed over.
    radius : int
        Largest radius of the windows at the ends of a bridge, in pixels. Windows are as wide as
        the bridge is long, but at least 8 pixels.
    ramp : str
        ``none``, ``linear`` or ``quadratic``: surface fitted to the largest component and taken
        out while bridges are measured.
    """

    minimum_coherence: float = 0.4
    least_pixels: int = 100
    radius: int = 50
    ramp: str = "none"


@njit(cache=True, nogil=True)
def _root(parents, index):
    while parents[index] != index:
        parents[index] = parents[parents[index]]
        index = parents[index]
    return index


@njit(cache=True, nogil=True)
def _steady(one, other, limit, out):
    """Where two lines differ by less than a limit, not where either is unknown; and how often."""
    count = 0
    for c in range(len(out)):
        near = abs(one[c] - other[c]) < limit
        out[c] = near
        count += np.int64(near)
    return count


@njit(cache=True, nogil=True)
def _masked(phase, coherence, least, out):
    for c in range(len(out)):
        out[c] = phase[c] if coherence[c] >= least else np.float32(np.nan)


@njit(cache=True, nogil=True)
def component_runs(phase, coherence, least, limit, starts, parents, sizes):
    """Union-find over runs of neighbours in a row whose phases differ by less than `limit`.

    Parameters
    ----------
    phase : ndarray of float32, shape (row, column)
        NaN for no data.
    coherence : ndarray of float32, same shape or (0, 0)
    least, limit : float32
    starts : ndarray of int, shape (pixel,)
        Written: a run's first pixel.
    parents : ndarray of int, shape (pixel,)
        Written: the first run of its component.
    sizes : ndarray of int, shape (2, pixel)
        Written: pixels of a run; of a component at its first run, elsewhere 0.

    Returns
    -------
    int
        Runs.
    """
    rows, cols = phase.shape
    count, above = 0, np.full(cols, np.float32(np.nan))
    buffers = np.empty((2, cols), np.float32)
    beside, below = np.zeros(cols, np.bool_), np.empty(cols, np.bool_)
    numbers = np.zeros((2, cols), parents.dtype)
    single = False
    for row in range(rows):
        line, before, here = phase[row], numbers[(row + 1) % 2], numbers[row % 2]
        if len(coherence):
            _masked(line, coherence[row], least, buffers[row % 2])
            line = buffers[row % 2]
        unbroken = cols > 1 and _steady(line[1:], line[:-1], limit, beside[1:]) == cols - 1
        linked = _steady(line, above, limit, below)
        run = begin = joined = -1
        beside[0] = unbroken
        if unbroken:
            # One run, and often one run above it: most rows of a smooth phase.
            run, begin, count = count, 0, count + 1
            starts[run], parents[run], sizes[1, run] = row * cols, run, 0
            here[:] = run
            if linked and single:
                parents[run] = _root(parents, before[0])
                linked = 0
        single = unbroken
        for col in range(cols if linked or not unbroken else 0):
            if not beside[col]:
                if run >= 0:
                    sizes[0, run] = col - begin
                run = joined = -1
                if abs(line[col]) < np.inf:
                    run, begin, count = count, col, count + 1
                    starts[run], parents[run], sizes[1, run] = row * cols + col, run, 0
            here[col] = run
            if below[col] and before[col] != joined:
                joined = before[col]
                one, other = _root(parents, run), _root(parents, joined)
                parents[max(one, other)] = min(one, other)
        if run >= 0:
            sizes[0, run] = cols - begin
        above = line
    for run in range(count):
        # What lies before is its root already.
        parents[run] = parents[parents[run]]
        sizes[1, parents[run]] += sizes[0, run]
    return count


@njit(cache=True, nogil=True)
def _numbered(starts, parents, sizes, number, labels):
    labels[:] = 0
    for run in range(len(parents)):
        label = number[parents[run]]
        if label:
            labels[starts[run] : starts[run] + sizes[run]] = label


def find_components(phase, coherence, options: BridgingOptions) -> np.ndarray:
    """Components by coherence and continuity, for products that bring none.

    Two neighbouring pixels are in one component if both are coherent and their phases differ by
    less than half a cycle.

    Parameters
    ----------
    phase : ndarray, shape (row, column)
        Unwrapped, radians, NaN for no data.
    coherence : ndarray, same shape, or None
    options : BridgingOptions

    Returns
    -------
    ndarray of int32, shape (row, column)
        0 for none, else from 1, the largest first.
    """
    kind = np.int32 if phase.size < 1 << 31 else np.int64
    levels = np.zeros((0, 0)) if coherence is None else coherence
    # Memory that nobody writes to costs nothing: there are few runs where phase is smooth.
    starts, parents, sizes = (
        np.empty(phase.size, kind),
        np.empty(phase.size, kind),
        np.empty((2, phase.size), kind),
    )
    count = component_runs(
        np.ascontiguousarray(phase, np.float32), np.ascontiguousarray(levels, np.float32),
        np.float32(options.minimum_coherence), CONTINUOUS, starts, parents, sizes,
    )  # fmt: skip
    labels = np.empty(phase.shape, np.int32)
    number = numbers_by_size(sizes[1][:count], options.least_pixels)
    _numbered(starts, parents[:count], sizes[0], number, labels.ravel())
    return labels


def order_components(labels, phase, least: int) -> np.ndarray:
    """Number components by size, without small ones and pixels that lack data.

    Parameters
    ----------
    labels : ndarray of int, shape (row, column)
        0 for none.
    phase : ndarray, same shape
    least : int
        Pixels that a component has at least.

    Returns
    -------
    ndarray of int32, shape (row, column)
    """
    labels = np.where(np.isfinite(phase), labels, 0).astype(np.int64)
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    return numbers_by_size(sizes, least)[labels]


def numbers_by_size(sizes, least: int = 1) -> np.ndarray:
    """Numbers from 1 for components of at least so many pixels, the largest first; else 0."""
    large = np.flatnonzero(sizes >= max(1, least))
    large = large[np.argsort(-sizes[large], kind="stable")]
    number = np.zeros(len(sizes), np.int32)
    number[large] = np.arange(1, len(large) + 1)
    return number


def bridge(phase, labels, options: BridgingOptions, extend: bool = False) -> np.ndarray:
    """Cycles to add so that components go together; the largest one stays as it is.

    Parameters
    ----------
    phase : ndarray, shape (row, column)
        Unwrapped, radians, NaN for no data.
    labels : ndarray of int32, same shape
        Of :func:`find_components` or :func:`order_components`.
    options : BridgingOptions
    extend : bool
        Give pixels with data outside of components the cycles of the nearest one.

    Returns
    -------
    ndarray of int8, shape (row, column)
    """
    count = int(labels.max(initial=0))
    if count < 2:
        return np.zeros(phase.shape, np.int8)
    from scipy.ndimage import distance_transform_edt

    distance, nearest = distance_transform_edt(labels == 0, return_indices=True)
    level = phase - _ramp(phase, labels == 1, options.ramp)
    cycles = np.zeros(count + 1, np.int64)
    cells = labels[tuple(nearest)]
    for known, new, length, ends in _tree(*_bridges(cells, distance, nearest), count):
        radius = int(min(options.radius, max(LEAST_RADIUS, np.ceil(length))))
        first = _median(level, labels, known, ends[0], radius)
        second = _median(level, labels, new, ends[1], radius)
        cycles[new] = cycles[known] - int(np.rint((second - first) / TURN))
    plane = cycles[cells if extend else labels]
    return np.where(np.isfinite(phase), np.clip(plane, -127, 127), 0).astype(np.int8)


def _ramp(phase, where, kind):
    """A surface fitted to some pixels, over the whole scene; 0 for none."""
    if kind == "none":
        return np.float32(0)
    rows, cols = phase.shape
    y, x = np.linspace(-1, 1, rows)[:, np.newaxis], np.linspace(-1, 1, cols)
    terms = [np.ones_like(x + y), x + 0 * y, y + 0 * x]
    if kind == "quadratic":
        terms += [x * y, x**2 + 0 * y, y**2 + 0 * x]
    chosen = np.flatnonzero(where)
    chosen = chosen[:: max(1, chosen.size // MOST_SAMPLES)]
    matrix = np.stack([term.ravel()[chosen] for term in terms], axis=1)
    fitted = np.linalg.lstsq(matrix, phase.ravel()[chosen].astype(float), rcond=None)[0]
    return sum(factor * term for factor, term in zip(fitted, terms))


def _bridges(cells, distance, nearest):
    """The shortest bridge between every two components whose cells touch.

    Cells hold what is nearest to a component. The tree of shortest bridges runs through
    neighbouring cells alone, so bridges between others are not needed.

    Returns
    -------
    pairs : ndarray, shape (bridge, 2)
        Components.
    lengths : ndarray, shape (bridge,)
        Pixels.
    ends : ndarray, shape (bridge, 2, 2)
        Row and column in either component.
    """
    found = []
    for axis in (0, 1):
        first, second = ([slice(None)] * 2 for _ in range(2))
        first[axis], second[axis] = slice(None, -1), slice(1, None)
        first, second = tuple(first), tuple(second)
        rows, cols = np.nonzero(cells[first] != cells[second])
        here, there = (rows, cols), (rows + (axis == 0), cols + (axis == 1))
        table = np.stack([
            cells[here], cells[there], distance[here] + distance[there] + 1,
            *(nearest[k][place] for place in (here, there) for k in (0, 1)),
        ], axis=1)  # fmt: skip
        swap = table[:, 0] > table[:, 1]
        table[swap] = table[swap][:, [1, 0, 2, 5, 6, 3, 4]]
        found.append(table)
    table = np.concatenate(found)
    table = table[np.lexsort((table[:, 4], table[:, 3], table[:, 2], table[:, 1], table[:, 0]))]
    _, first = np.unique(table[:, :2], axis=0, return_index=True)
    table = table[first]
    return table[:, :2].astype(int), table[:, 2], table[:, 3:].astype(int).reshape(-1, 2, 2)


def _tree(pairs, lengths, ends, count):
    """Walk the minimum spanning tree of bridges from the largest component.

    Yields the component that is reached already, the new one, the length and the two ends.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree

    size = (count + 1, count + 1)
    tree = minimum_spanning_tree(coo_matrix((lengths, pairs.T), size).tocsr())
    order, before = breadth_first_order(tree, 1, directed=False)
    index = {(int(a), int(b)): k for k, (a, b) in enumerate(pairs)}
    for new in order[1:]:
        known = int(before[new])
        k = index[min(known, new), max(known, new)]
        yield known, int(new), lengths[k], ends[k] if known < new else ends[k][::-1]


def _median(level, labels, label, centre, radius):
    """Median of a component's phase in a disc about the end of a bridge."""
    top, left = (max(0, int(c) - radius) for c in centre)
    box = np.s_[top : int(centre[0]) + radius + 1, left : int(centre[1]) + radius + 1]
    part = labels[box] == label
    rows, cols = np.nonzero(part)
    near = (rows + top - centre[0]) ** 2 + (cols + left - centre[1]) ** 2 <= radius**2
    return float(np.median(level[box][part][near]))

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pairs of a stack have several connected components, told from its blocks.

Bridging needs whole interferograms, but only those that have something to join. A pass over blocks
tells which, with the components that :func:`.bridging.find_components` finds. Importing this
module imports numba.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.grid import Window
from ..kernels import njit, prange
from ..threads import kernel_lock
from .bridging import CONTINUOUS, BridgingOptions, component_runs

MOST_FOLLOWED = 1000  # components of a pair in a block; of more it is taken that some are large


@dataclass(frozen=True)
class BlockComponents:
    """Components of a block that are large, or reach its edge and so may go on.

    Parameters
    ----------
    sizes : ndarray of int32, shape (pair, component)
        Pixels; 0 after a pair's last.
    crowded : ndarray of bool, shape (pair,)
        More than can be followed, so that none is here.
    labels, phase : tuple of ndarray of int16 and float32, each of shape (pair, pixel)
        Along the top, the bottom, the left and the right edge; labels are columns of `sizes`, -1
        where there is none.
    """

    sizes: np.ndarray
    crowded: np.ndarray
    labels: tuple
    phase: tuple


@njit(cache=True, nogil=True)
def _reaching(starts, parents, sizes, shape, least, number, found, top, bottom, left, right):
    """Number the components that are large or reach an edge; returns how many, -1 for too many."""
    rows, cols = shape
    number[:] = -1
    count = 0
    for run in range(len(parents)):
        row, col = starts[run] // cols, starts[run] % cols
        far, root = col + sizes[0, run], parents[run]
        outside = row == 0 or row == rows - 1 or col == 0 or far == cols
        if number[root] < 0 and (outside or sizes[1, root] >= least):
            if count == len(found):
                return -1
            number[root], found[count] = count, sizes[1, root]
            count += 1
        label = number[root]
        if row == 0:
            top[col:far] = label
        if row == rows - 1:
            bottom[col:far] = label
        if col == 0:
            left[row] = label
        if far == cols:
            right[row] = label
    return count


@njit(parallel=True, cache=True, nogil=True)
def _label(phase, coherence, minimum, least, found, counts, labels, edges):
    """:func:`_reaching` of every pair, and the phase along its edges, into rows."""
    pairs, rows, cols = phase.shape
    top, bottom, left, right = labels
    above, below, before, behind = edges
    for k in prange(pairs):
        starts, parents, number = np.empty((3, rows * cols), np.int32)
        sizes = np.empty((2, rows * cols), np.int32)
        count = component_runs(
            phase[k], coherence[k], minimum, CONTINUOUS, starts, parents, sizes
        )  # fmt: skip
        top[k, :] = -1
        bottom[k, :] = -1
        left[k, :] = -1
        right[k, :] = -1
        counts[k] = _reaching(
            starts[:count], parents[:count], sizes, (rows, cols), least, number[:count], found[k],
            top[k], bottom[k], left[k], right[k],
        )  # fmt: skip
        above[k, :] = phase[k, 0]
        below[k, :] = phase[k, rows - 1]
        before[k, :] = phase[k, :, 0]
        behind[k, :] = phase[k, :, cols - 1]


@dataclass(frozen=True)
class LabelComponents:
    """Block function: :class:`BlockComponents` of a block's phase and coherence.

    Parameters
    ----------
    options : BridgingOptions
    """

    options: BridgingOptions

    def __call__(self, phase, coherence) -> BlockComponents:
        """Of phase and coherence or None, float32, shape (pair, row, column)."""
        pairs, rows, cols = phase.shape
        if coherence is None:
            coherence = np.zeros((pairs, 0, 0), np.float32)
        found = np.zeros((pairs, MOST_FOLLOWED), np.int32)
        counts = np.empty(pairs, np.int64)
        sides = cols, cols, rows, rows
        labels = tuple(np.empty((pairs, many), np.int16) for many in sides)
        edges = tuple(np.empty((pairs, many), np.float32) for many in sides)
        with kernel_lock:
            _label(
                np.ascontiguousarray(phase, np.float32),
                np.ascontiguousarray(coherence, np.float32),
                np.float32(self.options.minimum_coherence), self.options.least_pixels, found,
                counts, labels, edges,
            )  # fmt: skip
        crowded = counts < 0
        found[crowded] = 0
        for own in labels:
            own[crowded] = -1
        sizes = found[:, : max(0, counts.max(initial=0))].copy()
        return BlockComponents(sizes, crowded, labels, edges)


class SceneComponents:
    """Components of all pairs of a scene, put together from those of its blocks.

    Parameters
    ----------
    pair_count : int
    shape : tuple of int
        Rows and columns of the scene.
    least : int
        Pixels that a component has at least.
    """

    def __init__(self, pair_count: int, shape, least: int):
        self._crowded, self._shape, self._least = np.zeros(pair_count, bool), shape, max(1, least)
        self._sizes, self._pairs, self._links = [], [], []
        self._count = 0
        self._waiting = {}  # edges whose other side has not come yet

    def add(self, window: Window, found: BlockComponents) -> None:
        """Take in a block; blocks are those of a regular division of the scene, in any order."""
        held = found.sizes > 0
        counts = held.sum(axis=1)
        first = self._count + np.cumsum(counts) - counts
        self._sizes.append(found.sizes[held])
        self._pairs.append(np.repeat(np.arange(len(counts)), counts))
        self._count += int(counts.sum())
        self._crowded |= found.crowded
        for place, labels, phase in zip(self._edges(window), found.labels, found.phase):
            if place is None:
                continue
            here = labels, first, phase
            if place in self._waiting:
                self._links.append(_links(here, self._waiting.pop(place)))
            else:
                self._waiting[place] = here

    def _edges(self, window):
        """What tells the inner edges of a window: direction, first row and column; else None."""
        (rows, cols), (row, col) = self._shape, (window.row, window.col)
        bottom, right = row + window.height, col + window.width
        return (
            ("row", row, col) if row > 0 else None,
            ("row", bottom, col) if bottom < rows else None,
            ("column", row, col) if col > 0 else None,
            ("column", row, right) if right < cols else None,
        )

    def several(self) -> np.ndarray:
        """Pairs that have, or may have, more than one component; bool, shape (pair,)."""
        if not self._count:
            return self._crowded
        from scipy.sparse import coo_matrix
        from scipy.sparse.csgraph import connected_components

        first, second = np.concatenate([np.zeros((2, 0), int), *self._links], axis=1)
        graph = coo_matrix((np.ones(len(first), bool), (first, second)), (self._count,) * 2)
        total, whole = connected_components(graph, directed=False)
        sizes = np.bincount(whole, np.concatenate(self._sizes), total)
        pairs = np.empty(total, int)
        pairs[whole] = np.concatenate(self._pairs)
        many = np.bincount(pairs[sizes >= self._least], minlength=len(self._crowded))
        return self._crowded | (many > 1)


@njit(cache=True, nogil=True)
def _link(labels, offsets, phase, beyond, offsets_beyond, phase_beyond, links):
    """Number the links of components over an edge, those of neighbours once; fill them in."""
    count = 0
    for k in range(len(labels)):
        one = other = -1
        for p in range(labels.shape[1]):
            here, there = labels[k, p], beyond[k, p]
            if here < 0 or there < 0 or not abs(phase[k, p] - phase_beyond[k, p]) < CONTINUOUS:
                continue
            if here != one or there != other:
                one, other = here, there
                if count < links.shape[1]:
                    links[0, count], links[1, count] = here + offsets[k], there + offsets_beyond[k]
                count += 1
    return count


def _links(one, other) -> np.ndarray:
    """Components that hang together over an edge; shape (2, link)."""
    links = np.empty((2, 2 * len(one[0])), np.int64)
    count = _link(*one, *other, links)
    if count > links.shape[1]:
        links = np.empty((2, count), np.int64)
        _link(*one, *other, links)
    return links[:, :count].copy()

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Large rasters, unwrapped in overlapping tiles that are fitted together by whole cycles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.grid import Window
from ...errors import check_cancelled, tell
from .alignment import UnionFind, fit_cycles

TAU = 2.0 * np.pi
ONE_TILE = 1.25  # a scene up to so many sides of a tile is not cut
THIN = 2  # every so-many-th row and column of an overlap is compared
LEAST_SHARED = 20  # compared pixels by which two components can become one
AGREEING = 0.9  # share of them that has to fit
WITHIN = 0.05  # weight, per pixel, of what the method says between components of one tile


@dataclass(frozen=True)
class Tile:
    """A piece of a scene.

    Parameters
    ----------
    window : Window
        What is unwrapped.
    core : Window
        The part of it that goes into the result.
    """

    window: Window
    core: Window


def plan_tiles(shape, side: int, overlap: int) -> list:
    """Cut a scene into tiles of about one size.

    Parameters
    ----------
    shape : tuple of int
    side : int
        Largest side of a tile with its overlap, in pixels; 0 for no tiles.
    overlap : int
        Pixels that neighbours share; less than half of `side`.

    Returns
    -------
    list of Tile
    """
    if not side or max(shape) <= ONE_TILE * side:
        whole = Window(0, 0, *shape)
        return [Tile(whole, whole)]
    overlap = max(2, min(overlap, side // 2 - 1))
    spans = [_spans(size, side, overlap) for size in shape]
    return [
        Tile(
            Window(r.start, c.start, r.stop - r.start, c.stop - c.start),
            Window(rc.start, cc.start, rc.stop - rc.start, cc.stop - cc.start),
        )
        for r, rc in spans[0]
        for c, cc in spans[1]
    ]


def _spans(size, side, overlap):
    """Ranges of tiles along an axis, and of their cores."""
    count = 1 if size <= side else int(np.ceil(size / (side - overlap)))
    edges = np.linspace(0, size, count + 1).round().astype(int)
    half = overlap // 2
    return [
        (slice(max(0, a - half), min(size, b + overlap - half)), slice(a, b))
        for a, b in zip(edges, edges[1:])
    ]


def unwrap_tiles(tiles, read, solve, phase, component, mapper=map, progress=None, cancelled=None):
    """Unwrap tiles and fit them together.

    Parameters
    ----------
    tiles : list of Tile
    read : callable
        Window to wrapped phase and coherence.
    solve : callable
        Those to an :class:`.rasters.UnwrappedRaster`.
    phase : ndarray of float32, shape (row, column)
        Filled with the unwrapped phase.
    component : ndarray of int16, same shape
        Filled with the connected components, the largest 1.
    mapper : callable
        ``map`` or that of a pool of threads.
    progress, cancelled : callable, optional
    """
    neighbours = _neighbours(tiles)

    def work(number):
        check_cancelled(cancelled)
        tile = tiles[number]
        result = solve(*read(tile.window))
        inner = _inside(tile.core, tile.window)
        phase[tile.core.slices] = result.phase[inner.slices]
        component[tile.core.slices] = result.component[inner.slices]
        strips = {
            pair: _strip(result, shared, tile.window)
            for pair, shared in neighbours.items() if number in pair
        }  # fmt: skip
        return strips, np.bincount(result.component[inner.slices].ravel())

    strips, sizes = [], []
    for number, (strip, size) in enumerate(mapper(work, range(len(tiles)))):
        strips.append(strip)
        sizes.append(size)
        tell(progress, (number + 1) / len(tiles))
    if len(tiles) > 1:
        _fit(tiles, strips, sizes, neighbours, phase, component)


def _inside(inner: Window, outer: Window) -> Window:
    return Window(inner.row - outer.row, inner.col - outer.col, inner.height, inner.width)


def _neighbours(tiles) -> dict:
    """Overlaps of tiles whose cores touch along a side: pair of numbers to window."""
    out = {}
    for a, first in enumerate(tiles):
        for b in range(a + 1, len(tiles)):
            one, two = first.core, tiles[b].core
            below = one.row + one.height == two.row and one.col == two.col
            right = one.col + one.width == two.col and one.row == two.row
            if below or right:
                out[a, b] = _common(first.window, tiles[b].window)
    return out


def _common(one: Window, two: Window) -> Window:
    row, col = max(one.row, two.row), max(one.col, two.col)
    bottom = min(one.row + one.height, two.row + two.height)
    side = min(one.col + one.width, two.col + two.width)
    return Window(row, col, bottom - row, side - col)


def _strip(result, shared, window):
    part = _inside(shared, window).slices
    return (
        result.phase[part][::THIN, ::THIN].copy(),
        result.component[part][::THIN, ::THIN].copy(),
    )


def _fit(tiles, strips, sizes, neighbours, phase, component) -> None:
    """Shift components of tiles to one another and number them anew."""
    first = np.concatenate([[0], np.cumsum([len(size) for size in sizes])])
    links, cycles, weights, same = [], [], [], []
    for (a, b), _ in neighbours.items():
        for one, two, step, count, agrees in _overlaps(strips[a][a, b], strips[b][a, b]):
            links.append((first[a] + one, first[b] + two))
            cycles.append(step)
            # Pixels that are in no component say little, but better than nothing.
            weights.append(agrees * (1.0 if one and two else 1e-3))
            reliable = one and two and count >= LEAST_SHARED and agrees >= AGREEING * count
            same.append(bool(reliable))
    for number, size in enumerate(sizes):
        largest = int(np.argmax(size[1:])) + 1 if len(size) > 1 else 0
        for other in range(len(size)):
            if other != largest:
                links.append((first[number] + largest, first[number] + other))
                cycles.append(0)
                weights.append(WITHIN * min(size[largest], max(size[other], 1)))
                same.append(False)
    shift = fit_cycles(int(first[-1]), links, cycles, weights)
    joined = UnionFind()
    for (one, two), step, sure in zip(links, cycles, same):
        if sure and shift[two] - shift[one] == step:
            joined.join(int(one), int(two))
    numbers = _numbers(first, sizes, joined)
    for number, tile in enumerate(tiles):
        core = tile.core.slices
        own = first[number] + component[core].astype(int)
        phase[core] += (TAU * shift[own]).astype(np.float32)
        component[core] = numbers[own]


def _overlaps(one, two):
    """What an overlap says of each pair of components: cycles, pixels, and how many agree."""
    difference = np.rint((one[0] - two[0]) / TAU)
    known = np.isfinite(difference)
    labels = np.column_stack([one[1][known], two[1][known]]).astype(int)
    values = difference[known].astype(int)
    if not len(values):
        return
    pairs, place = np.unique(labels, axis=0, return_inverse=True)
    place = place.ravel()
    for k, (a, b) in enumerate(pairs.tolist()):
        of_pair = values[place == k]
        steps, counts = np.unique(of_pair, return_counts=True)
        best = int(np.argmax(counts))
        yield a, b, int(steps[best]), len(of_pair), int(counts[best])


def _numbers(first, sizes, joined) -> np.ndarray:
    """New number of each component of each tile; 0 stays 0."""
    total = {}
    for start, size in zip(first, sizes):
        for own in range(1, len(size)):
            root = joined.find(int(start + own))
            total[root] = total.get(root, 0) + int(size[own])
    order = sorted((root for root in total if total[root]), key=lambda root: (-total[root], root))
    rank = {root: number for number, root in enumerate(order, 1)}
    out = np.zeros(int(first[-1]), np.int16)
    for start, size in zip(first, sizes):
        for own in range(1, len(size)):
            number = rank.get(joined.find(int(start + own)), 0)
            out[start + own] = number if number <= np.iinfo(np.int16).max else 0
    return out

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Many points, unwrapped in overlapping tiles that are fitted together by whole cycles.

Only one tile's phases are in memory at a time. What is kept of a tile are the cycles that it adds,
16 bits each, in room that the caller gives, which may be a file.
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from ...errors import check_cancelled, tell
from ...threads import kernel_lock
from .alignment import UnionFind, fit_cycles
from .sparse import UnwrappedPoints, unwrap_together

BORDER = 16  # rows of points beyond its core that a tile has on each side
MOST_BORDER = 0.15  # of half of the points that are cut in two
LEAST_SHARED = 10  # points by which two components are one
NO_CYCLES = np.iinfo(np.int16).min  # where there is no phase


@dataclass(frozen=True)
class PointTile:
    """Points that are unwrapped together.

    Parameters
    ----------
    points : ndarray of int
        Their numbers.
    core : ndarray of bool, same shape
        Those whose result comes from this tile; every point is in one core.
    """

    points: np.ndarray
    core: np.ndarray


def cut_into_tiles(xy, most: int) -> list:
    """Cut points in two, and again, until none of the pieces has too many.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
    most : int
        Points of a tile, with what it shares with its neighbours.

    Returns
    -------
    list of PointTile
    """
    whole = PointTile(np.arange(len(xy), dtype=np.int32), np.ones(len(xy), bool))
    boxes, tiles = [whole], []
    while boxes:
        box = boxes.pop()
        if len(box.points) <= most:
            tiles.append(box)
            continue
        spans = np.array([np.ptp(xy[box.points, axis]) for axis in range(2)])
        order = np.argsort(xy[box.points, np.argmax(spans)], kind="stable")
        middle = len(order) // 2
        border = BORDER * np.sqrt(len(order) * spans.min() / max(spans.max(), 1e-9))
        more = int(min(border, MOST_BORDER * middle))
        for first, last, own in (
            (middle - more, len(order), np.s_[more:]), (0, middle + more, np.s_[:middle]),
        ):  # fmt: skip
            inside = order[first:last]
            core = np.zeros(len(inside), bool)
            core[own] = box.core[inside[own]]
            boxes.append(PointTile(box.points[inside], core))
    return tiles


@dataclass(frozen=True)
class TiledPoints:
    """Points that were unwrapped in tiles.

    Parameters
    ----------
    tiles : list of PointTile
    cycles : list of ndarray of int16, shape (pair, point of the tile)
        What each tile adds to the wrapped phase.
    shift : ndarray of int, shape (pair, tile)
        What is added to the cycles of a tile so that it fits to its neighbours.
    component : ndarray of int32, shape (point,)
        See :class:`.sparse.UnwrappedPoints`.
    quality : ndarray of float32, shape (point,)
    agreeing : float
        Share of the phases in overlaps that are the same in both tiles; NaN for one tile.
    broken : int
        Overlaps of two tiles in a pair of dates that the shifts do not satisfy.
    overlaps : int
        How many there are.
    """

    tiles: list
    cycles: list
    shift: np.ndarray
    component: np.ndarray
    quality: np.ndarray
    agreeing: float = float("nan")
    broken: int = 0
    overlaps: int = 0

    def shares(self, first: int = 0, last: int | None = None) -> list:
        """Points from one number up to another one, as tiles hold them: the number of the tile,
        their places among its points, and their numbers."""
        last = len(self.component) if last is None else last
        found = []
        for number, tile in enumerate(self.tiles):
            here = tile.core & (tile.points >= first) & (tile.points < last)
            places = np.flatnonzero(here).astype(np.int32)
            found.append((number, places, tile.points[places]))
        return found

    def unwrapped(self, pair: int, wrapped, shares) -> np.ndarray:
        """Unwrapped phase in a pair.

        Parameters
        ----------
        pair : int
        wrapped : ndarray of float32
            Of points, or of the pixels of a part of a scene; NaN for no data.
        shares : list
            Of :meth:`shares`, with places in `wrapped` for the points' numbers.

        Returns
        -------
        ndarray of float32, same shape
            NaN where there is no point.
        """
        from ._arcs_kernel import add_cycles

        out = np.full(wrapped.shape, np.nan, np.float32)
        for number, places, numbers in shares:
            more = self.shift[pair, number]
            add_cycles(wrapped, self.cycles[number][pair], more, places, numbers, out)
        return out


def unwrap_tiles(
    tiles, xy, read, room, pairs, years, quality, heights, options, solve=unwrap_together,
    progress=None, cancelled=None, together: int = 1, rest=lambda: None,
    pixels=lambda points: None,
) -> TiledPoints:  # fmt: skip
    """Unwrap tile by tile and fit the tiles together.

    Two tiles that overlap say by how many cycles they differ in each pair: the median at the points
    that they share. The shifts are those that most of these points agree with.

    Parameters
    ----------
    tiles : list of PointTile
    xy, pairs, years, quality, heights, options, progress, cancelled
        See :func:`.sparse.unwrap_together`.
    read : callable
        Numbers of points to their wrapped phase, shape (pair, point); called from one thread at a
        time.
    room : callable
        A number to an array of so many int16.
    solve : callable
        That or the like of it.
    together : int
        Tiles that are worked on at a time.
    rest : callable, optional
        Called when the room is not needed for a while.
    pixels : callable, optional
        Numbers of points to their rows and columns in a raster, shape (point, 2).
    """
    from ._arcs_kernel import count_cycles

    sizes = np.array([len(tile.points) for tile in tiles])
    ends = np.cumsum(sizes) * len(pairs)
    flat = room(int(ends[-1]))
    kept = [
        flat[end - size * len(pairs) : end].reshape(len(pairs), size)
        for end, size in zip(ends, sizes)
    ]
    best, shares, alone = np.zeros(len(xy), np.float32), np.zeros(len(tiles)), threading.Lock()

    def told(number, share):
        with alone:
            shares[number] = share
            tell(progress, shares.mean())

    def unwrap(number):
        check_cancelled(cancelled)
        tile, points = tiles[number], tiles[number].points
        with alone:
            phase = read(points)
        part = solve(
            xy[points], phase, pairs, years, quality[points], heights, options,
            lambda share: told(number, share), cancelled, pixels(points),
        )  # fmt: skip
        with kernel_lock:
            count_cycles(part.phase, phase, NO_CYCLES, kept[number])
        rest()
        best[points[tile.core]] = part.quality[tile.core]
        return part.component

    with ThreadPoolExecutor(together) as pool:
        labels = list(pool.map(unwrap, range(len(tiles))))
    if len(tiles) == 1:
        return TiledPoints(tiles, kept, np.zeros((len(pairs), 1), int), labels[0], best)
    return _fit(tiles, kept, labels, best, xy, cancelled, rest)


def unwrap_in_tiles(
    xy, phase, pairs, years, quality, heights, options, progress=None, cancelled=None
):
    """Unwrap tile by tile; parameters and result as :func:`.sparse.unwrap_together`."""
    found = unwrap_tiles(
        cut_into_tiles(xy, options.tile_points), xy, lambda points: phase[:, points],
        lambda size: np.empty(size, np.int16), pairs, years, quality, heights, options,
        progress=progress, cancelled=cancelled,
    )  # fmt: skip
    out, shares = np.empty(phase.shape, np.float32), found.shares()
    for k, wrapped in enumerate(phase):
        out[k] = found.unwrapped(k, wrapped, shares)
    return UnwrappedPoints(out, found.component, found.quality)


def _fit(tiles, kept, labels, best, xy, cancelled, rest=lambda: None) -> TiledPoints:
    """Shift tiles to one another, and join their components."""
    from ...timeseries.bridging import numbers_by_size

    links = _overlaps(tiles, xy)
    between = np.empty((len(links), len(kept[0])), int)
    weights = np.empty(between.shape)
    for n, (a, b, in_a, in_b) in enumerate(links):
        check_cancelled(cancelled)
        between[n], weights[n] = _differences(kept[a][:, in_a], kept[b][:, in_b])
        rest()
    ends = [link[:2] for link in links]
    shift = np.array(
        [fit_cycles(len(tiles), ends, *both) for both in zip(between.T, weights.T)]
    ).reshape(-1, len(tiles))
    first = np.concatenate([[0], np.cumsum([own.max() + 1 for own in labels])])
    joined, same, known, broken = UnionFind(), 0, 0, 0
    for (a, b, in_a, in_b), wanted in zip(links, between):
        apart = shift[:, b] - shift[:, a]
        one, two = kept[a][:, in_a], kept[b][:, in_b]
        valid = (one != NO_CYCLES) & (two != NO_CYCLES)
        fits = valid & (one - two.astype(int) == apart[:, np.newaxis])
        same, known = same + int(fits.sum()), known + int(valid.sum())
        broken += int((valid.any(axis=1) & (wanted != apart)).sum())
        agrees = fits.sum(axis=0) > 0.5 * valid.sum(axis=0)
        _join(joined, first[a] + labels[a][in_a][agrees], first[b] + labels[b][in_b][agrees])
        rest()
    roots = np.array([joined.find(n) for n in range(int(first[-1]))])
    cores = [own[tile.core] for tile, own in zip(tiles, labels)]
    sizes = [np.bincount(own, minlength=n) for own, n in zip(cores, np.diff(first))]
    number = numbers_by_size(np.bincount(roots, np.concatenate(sizes)))[roots]
    component = np.empty(len(xy), np.int32)
    for tile, own, start in zip(tiles, cores, first):
        component[tile.points[tile.core]] = number[start + own]
    return TiledPoints(
        tiles, kept, shift, component, best, same / max(known, 1), broken, between.size
    )


def _overlaps(tiles, xy) -> list:
    """Tiles a and b that share points, and where these are among the points of each."""
    low = np.array([xy[tile.points].min(axis=0) for tile in tiles])
    high = np.array([xy[tile.points].max(axis=0) for tile in tiles])
    out = []
    for a, tile in enumerate(tiles):
        touch = ((low[a] <= high[a + 1 :]) & (low[a + 1 :] <= high[a])).all(axis=1)
        for b in a + 1 + np.flatnonzero(touch):
            shared, in_a, in_b = np.intersect1d(
                tile.points, tiles[b].points, assume_unique=True, return_indices=True
            )
            if len(shared):
                out.append((a, int(b), in_a, in_b))
    return out


def _differences(one, two):
    """Cycles by which the second is less than the first in each pair, and points that say so."""
    cycles = np.where((one == NO_CYCLES) | (two == NO_CYCLES), np.nan, one - two.astype(np.float32))
    known = np.isfinite(cycles).any(axis=1)
    middle = np.zeros(len(cycles))
    middle[known] = np.rint(np.nanmedian(cycles[known], axis=1))
    return middle, (cycles == middle[:, np.newaxis]).sum(axis=1)


def _join(joined, before, now) -> None:
    pairs, counts = np.unique(np.column_stack([before, now]), axis=0, return_counts=True)
    for (a, b), count in zip(pairs.tolist(), counts.tolist()):
        if count >= LEAST_SHARED:
            joined.join(a, b)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whole cycles of all pairs of a scene, in memory.

Nearly all of them are zero, and the others come in patches, so that a tile of a pair takes some ten
bytes when compressed and nothing when it is empty.
"""

from __future__ import annotations

import zlib

import numpy as np

from ..data.grid import TILE_COLS, Grid, Window

TILE_ROWS = 16  # fewer than those of rasters, so that windows may be shallow


class CycleStore:
    """Keeps int8 planes of shape (row, column), one for each pair.

    Parameters
    ----------
    grid : Grid
    pair_count : int
    """

    def __init__(self, grid: Grid, pair_count: int):
        self._grid = grid
        self._tiles = [{} for _ in range(pair_count)]

    def empty(self, pair: int) -> bool:
        """Whether a pair has no cycles at all."""
        return not self._tiles[pair]

    def put(self, pair: int, window: Window, cycles) -> None:
        """Keep a pair's cycles in a window that begins and ends at tiles or at the scene's edge."""
        tiles = self._tiles[pair]
        for row, col, part, _ in self._cut(window):
            plane = cycles[part]
            if plane.any():
                tiles[row, col] = zlib.compress(np.ascontiguousarray(plane, np.int8), 1)
            else:
                tiles.pop((row, col), None)

    def get(self, pair: int, window: Window, out=None) -> np.ndarray:
        """A pair's cycles in a window, int8; written to `out` where that is given (zeros)."""
        if out is None:
            out = np.zeros((window.height, window.width), np.int8)
        tiles = self._tiles[pair]
        if tiles:
            for row, col, part, own in self._cut(window):
                data = tiles.get((row, col))
                if data is not None:
                    high = min(TILE_ROWS, self._grid.rows - row)
                    tile = np.frombuffer(zlib.decompress(data), np.int8).reshape(high, -1)
                    out[part] = tile[own]
        return out

    def touches(self, pair: int, window: Window) -> bool:
        """Whether a tile that a window reaches into has cycles of a pair."""
        tiles = self._tiles[pair]
        return bool(tiles) and any((row, col) in tiles for row, col, *_ in self._cut(window))

    def numbered(self, numbers, pair_count: int) -> CycleStore:
        """The same cycles of pairs that have other numbers.

        Parameters
        ----------
        numbers : ndarray of int, shape (pair,)
        pair_count : int
        """
        store = CycleStore(self._grid, pair_count)
        for number, tiles in zip(numbers, self._tiles):
            store._tiles[number] = tiles
        return store

    def block(self, window: Window):
        """Cycles of all pairs in a window, int8, shape (pair, row, column); None for no cycles."""
        tiles = {(row, col) for row, col, *_ in self._cut(window)}
        if not any(tiles & own.keys() for own in self._tiles):
            return None
        out = np.zeros((len(self._tiles), window.height, window.width), np.int8)
        for pair, plane in enumerate(out):
            self.get(pair, window, plane)
        return out

    def put_all(self, pair: int, cycles: CycleStore) -> None:
        """Keep what is known of one pair alone."""
        self._tiles[pair] = cycles._tiles[0]

    def take(self, window: Window, other: CycleStore) -> None:
        """Keep what another store has in a window (see :meth:`put`), of all pairs."""
        places = [(row, col) for row, col, *_ in self._cut(window)]
        for own, new in zip(self._tiles, other._tiles):
            for place in places if own or new else ():
                if place in new:
                    own[place] = new[place]
                else:
                    own.pop(place, None)

    def put_block(self, window: Window, cycles) -> None:
        """Keep the cycles of all pairs in a window."""
        for pair, plane in enumerate(cycles):
            self.put(pair, window, plane)

    def plane(self, pair: int) -> np.ndarray:
        """A pair's cycles over the scene."""
        return self.get(pair, Window(0, 0, *self._grid.shape))

    def put_plane(self, pair: int, cycles) -> None:
        """Keep a pair's cycles over the scene."""
        self.put(pair, Window(0, 0, *self._grid.shape), cycles)

    def _cut(self, window: Window):
        """Tiles that a window reaches into: first row and column, places in it and in the tile."""
        bottom, right = window.row + window.height, window.col + window.width
        for row in range(window.row // TILE_ROWS * TILE_ROWS, bottom, TILE_ROWS):
            for col in range(window.col // TILE_COLS * TILE_COLS, right, TILE_COLS):
                top, left = max(row, window.row), max(col, window.col)
                low, far = min(row + TILE_ROWS, bottom), min(col + TILE_COLS, right)
                yield (
                    row,
                    col,
                    (
                        slice(top - window.row, low - window.row),
                        slice(left - window.col, far - window.col),
                    ),
                    (slice(top - row, low - row), slice(left - col, far - col)),
                )

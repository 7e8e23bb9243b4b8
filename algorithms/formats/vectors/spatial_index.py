# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The spatial index of a GeoPackage's layer, packed while its rows are written.

SQLite finds a place for row after row in an index that exists, which takes longer than to write
them. Here rows that came together are sorted into tiles (Leutenegger et al. 1997,
doi:10.1109/ICDE.1997.582015) and the nodes of the tree written whole, into the tables that SQLite
keeps them in (https://www.sqlite.org/rtree.html, section 7).
"""

from __future__ import annotations

import sqlite3

import numpy as np

AT_ONCE = 1 << 16  # rows that are sorted into tiles together
CELL = np.dtype([("id", ">i8"), ("box", ">f4", 4)])  # left, right, bottom, top
HEAD = 4  # bytes of a node: levels below the root, and number of cells
ROOT = 1


class SpatialIndex:
    """Fills the empty index of a layer.

    Parameters
    ----------
    database : sqlite3.Connection
    name : str
        Of the index's table, ``rtree_<layer>_<geometry>``.
    """

    def __init__(self, database, name: str):
        self._database, self._name = database, name
        self._packed = may_pack(database, name)
        (size,) = database.execute(f'SELECT length(data) FROM "{name}_node"').fetchone()
        self._most = (size - HEAD) // CELL.itemsize
        self._node = np.dtype(
            {
                "names": ["depth", "count", "cells"],
                "formats": [">u2", ">u2", (CELL, (self._most,))],
                "offsets": [0, 2, HEAD], "itemsize": size,
            }
        )  # fmt: skip
        self._waiting, self._rows = [], 0
        self._leaves, self._nodes = [np.zeros(0, CELL)], ROOT

    def add(self, first: int, boxes) -> None:
        """Add rows.

        Parameters
        ----------
        first : int
            Number (``fid``) of the first of them; the others follow.
        boxes : ndarray, shape (row, 4)
            Left, bottom, right, top; rows with NaN, which have no geometry, are left out.
        """
        known = np.isfinite(boxes).all(axis=1)
        cells = np.empty(np.count_nonzero(known), CELL)
        cells["id"] = first + np.flatnonzero(known)
        cells["box"][:, ::2] = in_single(boxes[known, :2], -np.inf)
        cells["box"][:, 1::2] = in_single(boxes[known, 2:], np.inf)
        if not self._packed:
            rows = np.column_stack([cells["id"], cells["box"]]).tolist()
            self._database.executemany(f'INSERT INTO "{self._name}" VALUES (?, ?, ?, ?, ?)', rows)
            return
        self._waiting.append(cells)
        self._rows += len(cells)
        if self._rows >= AT_ONCE:
            self._pack_leaves()

    def complete(self) -> None:
        """Write what waits, and the tree over the leaves."""
        if not self._packed:
            return
        self._pack_leaves()
        level, depth = np.concatenate(self._leaves), 1
        if not len(level):
            return
        while len(level) > self._most:
            level, below, depth = *self._pack(level), depth + 1
            self._tell_owners("parent", below)
        self._tell_owners("parent", [(int(child), ROOT) for child in level["id"]])
        root = np.zeros(1, self._node)
        root["depth"], root["count"] = depth, len(level)
        root["cells"][0, : len(level)] = level
        update = f'UPDATE "{self._name}_node" SET data = ? WHERE nodeno = {ROOT}'
        self._database.execute(update, (root.tobytes(),))

    def _pack_leaves(self) -> None:
        if self._rows:
            leaves, owners = self._pack(np.concatenate(self._waiting))
            self._tell_owners("rowid", owners)
            self._leaves.append(leaves)
        self._waiting, self._rows = [], 0

    def _tell_owners(self, table: str, owners) -> None:
        self._database.executemany(f'INSERT INTO "{self._name}_{table}" VALUES (?, ?)', owners)

    def _pack(self, cells) -> tuple:
        """Write nodes of cells; the nodes as cells, and the node of each cell by the cell's id."""
        count = -(-len(cells) // self._most)
        across = self._most * int(np.ceil(np.sqrt(count)))  # cells of a row of tiles
        order = np.argsort(_middles(cells, 0), kind="stable")
        for start in range(0, len(order), across):
            part = order[start : start + across]
            part[:] = part[np.argsort(_middles(cells[part], 2), kind="stable")]
        starts = np.arange(0, len(order), self._most)
        numbers = self._nodes + 1 + np.arange(count)
        self._nodes += count
        nodes, above = np.zeros(count, self._node), np.empty(count, CELL)
        place = np.arange(len(order))
        nodes["cells"][place // self._most, place % self._most] = cells[order]
        nodes["count"] = np.diff(starts, append=len(order))
        sides = cells["box"][order].astype(np.float32)
        above["id"] = numbers
        above["box"][:, ::2] = np.minimum.reduceat(sides[:, ::2], starts)
        above["box"][:, 1::2] = np.maximum.reduceat(sides[:, 1::2], starts)
        raw, size = nodes.tobytes(), self._node.itemsize
        self._database.executemany(
            f'INSERT INTO "{self._name}_node" VALUES (?, ?)',
            ((int(n), raw[k : k + size]) for n, k in zip(numbers, range(0, len(raw), size))),
        )
        owner = np.empty(len(order), int)
        owner[order] = np.repeat(numbers, nodes["count"])
        return above, zip(cells["id"].tolist(), owner.tolist())


def may_pack(database, name: str) -> bool:
    """Whether the tables of an index can be written to: a SQLite on its guard, as macOS has one
    (SQLITE_DBCONFIG_DEFENSIVE), keeps them to itself and takes rows alone."""
    try:
        database.execute(f'DELETE FROM "{name}_node" WHERE 0')
    except sqlite3.DatabaseError:
        return False
    return True


def _middles(cells, axis: int) -> np.ndarray:
    """Twice the middles of boxes along an axis: 0 for x, 2 for y."""
    return cells["box"][:, axis].astype(float) + cells["box"][:, axis + 1]


def in_single(values, outwards) -> np.ndarray:
    """In single precision, rounded outwards, so that boxes hold what they are about."""
    out = values.astype(np.float32)
    inside = out > values if outwards < 0 else out < values
    out[inside] = np.nextafter(out[inside], np.float32(outwards))
    return out

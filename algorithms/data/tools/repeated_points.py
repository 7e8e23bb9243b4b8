# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points that come in more than one file: the same ones, and those of overlapping bursts."""

from __future__ import annotations

import numpy as np

CELL_M = 10.0  # about a point's own size
CELL_DEG = 1e-4
_PRIME, _OFFSET = np.uint64(1099511628211), np.uint64(14695981039346656037)


class RepeatedPoints:
    """Remembers what was in the files before.

    An EGMS point's identifier is the same wherever it comes from, so a second one is the same point
    of another delivery, or of the same file unpacked. Points of neighbouring bursts that see the
    same ground are points of their own and stay.

    Parameters
    ----------
    geographic : bool
        Whether coordinates are degrees.
    keep : bool
        Whether points with a known identifier are counted alone, not taken out.
    """

    def __init__(self, geographic: bool, keep: bool):
        self._cell = CELL_DEG if geographic else CELL_M
        self._keep = keep
        self._ids, self._cells = np.zeros(0, np.uint64), np.zeros(0, np.uint64)
        self._new_ids, self._new_cells = [], []
        self.repeated = self.overlapping = 0

    def start_file(self) -> None:
        """From here on points belong to another file."""
        self._ids = np.unique(np.concatenate([self._ids, *self._new_ids]))
        self._cells = np.unique(np.concatenate([self._cells, *self._new_cells]))
        self._new_ids, self._new_cells = [], []

    def without(self, points, kind: str):
        """The points that were not there before.

        Parameters
        ----------
        points : PointRows
        kind : str
            Of the file's layout.
        """
        pids = points.others.get("pid") if kind == "egms" else None
        if pids is not None:
            ids = text_hashes(pids)
            again = _among(ids, self._ids) & (pids != "")
            self.repeated += int(again.sum())
            self._new_ids.append(ids)
            if again.any() and not self._keep:
                points = points.take(~again)
        cells = place_hashes(points.x, points.y, self._cell)
        self.overlapping += int(_among(cells, self._cells).sum())
        self._new_cells.append(cells)
        return points


def _among(values, known) -> np.ndarray:
    """Which values are known ones; `known` is sorted."""
    if not known.size:
        return np.zeros(len(values), bool)
    place = np.minimum(np.searchsorted(known, values), len(known) - 1)
    return known[place] == values


def text_hashes(texts) -> np.ndarray:
    """64-bit FNV-1a hashes of texts: two of a million are alike once in 40 million times."""
    data = np.array([text.encode() for text in texts], dtype=bytes)
    width = data.dtype.itemsize
    letters = data.view(np.uint8).reshape(len(data), width).astype(np.uint64)
    out = np.full(len(data), _OFFSET)
    with np.errstate(over="ignore"):
        for k in range(width):
            out = (out ^ letters[:, k]) * _PRIME
    return out


def place_hashes(x, y, cell: float) -> np.ndarray:
    """Numbers of the cells in which places lie."""
    across = np.floor(np.asarray(x) / cell).astype(np.int64).astype(np.uint64)
    up = np.floor(np.asarray(y) / cell).astype(np.int64).astype(np.uint64)
    with np.errstate(over="ignore"):
        return (across << np.uint64(32)) ^ (up & np.uint64(0xFFFFFFFF))

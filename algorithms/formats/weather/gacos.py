# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Zenith delays of the GACOS service.

Yu et al. (2018), doi:10.1016/j.rse.2017.10.038; files as the service delivers them
(http://www.gacos.net): ``YYYYMMDD.ztd``, little-endian float32, metres, rows from north to south,
with a ``.rsc`` header in ROI_PAC's style whose X_FIRST and Y_FIRST are the outer corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.grid import Grid
from ...errors import GroundshiftError
from ..remote import Source
from .delays import bilinear, longitude_latitude

MARGIN = 2  # values around a block


@dataclass(frozen=True)
class _Header:
    width: int
    length: int
    west: float
    north: float
    dx: float
    dy: float


def _read_header(path: Path) -> _Header:
    header = Path(f"{path}.rsc")
    if not header.is_file():
        raise GroundshiftError(f"{header}: is missing; put it beside {path.name}.")
    entries = {}
    for line in header.read_text(errors="replace").splitlines():
        parts = line.split()
        if len(parts) >= 2:
            entries[parts[0]] = parts[1]
    try:
        found = _Header(
            int(entries["WIDTH"]), int(entries["FILE_LENGTH"]), float(entries["X_FIRST"]),
            float(entries["Y_FIRST"]), float(entries["X_STEP"]), float(entries["Y_STEP"]),
        )  # fmt: skip
    except (KeyError, ValueError) as error:
        raise GroundshiftError(
            f"{header}: lacks WIDTH, FILE_LENGTH, X_FIRST, Y_FIRST, X_STEP or Y_STEP ({error}); "
            "get it from GACOS again."
        ) from error
    if path.stat().st_size != 4 * found.width * found.length:
        raise GroundshiftError(
            f"{path}: has {path.stat().st_size} bytes where its header says "
            f"{4 * found.width * found.length}; get it from GACOS again."
        )
    return found


class GacosDelay:
    """Zenith delays of a folder of GACOS files, on the pixels of a series.

    Parameters
    ----------
    folder : path
    dates : ndarray of datetime64[D], shape (time,)
    grid : Grid

    Attributes
    ----------
    sources : tuple of Source
        The files, for other processes.

    Raises
    ------
    GroundshiftError
        If a date has no file, or a file is damaged.
    """

    def __init__(self, folder, dates, grid: Grid):
        folder = Path(folder)
        paths = [folder / f"{str(date).replace('-', '')}.ztd" for date in dates]
        missing = [path.name for path in paths if not path.is_file()]
        if missing:
            raise GroundshiftError(
                f"{folder}: has no {', '.join(missing[:5])}"
                f"{' and others' if len(missing) > 5 else ''} ({len(missing)} of {len(paths)} "
                "dates); get them from GACOS."
            )
        self._grid = grid
        self.sources = tuple(map(Source.of, paths))
        self._headers = [_read_header(path) for path in paths]

    def read(self, rows, cols, height=None) -> np.ndarray:
        """Zenith delays, metres, shape (time, row, column); NaN outside of the files."""
        longitude, latitude = longitude_latitude(self._grid, rows, cols)
        out = np.empty((len(self.sources), *longitude.shape), np.float32)
        for index, (source, header) in enumerate(zip(self.sources, self._headers)):
            row = (latitude - header.north) / header.dy - 0.5
            col = (longitude - header.west) / header.dx - 0.5
            top, bottom = _span(row, header.length)
            left, right = _span(col, header.width)
            values = np.memmap(source.path, "<f4", "r", shape=(header.length, header.width))
            part = np.array(values[top:bottom, left:right])
            part[part == 0] = np.nan
            out[index] = np.nan if part.size == 0 else bilinear(part, row - top, col - left)
        return out


def _span(places, length):
    low, high = np.floor(places.min()) - MARGIN, np.ceil(places.max()) + MARGIN
    return int(np.clip(low, 0, length)), int(np.clip(high + 1, 0, length))

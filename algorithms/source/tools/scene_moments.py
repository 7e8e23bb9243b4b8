# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Walks over a displacement map: sums by cells, single pixels, and medians of cells."""

from __future__ import annotations

from functools import partial

import numpy as np

from ...data.grid import Grid, Window, block_windows
from ...errors import GroundshiftError
from ..moments import Layout, block_moments
from ..quadtree import Cells

BYTES_PER_PIXEL = 16.0
THINNED = 512  # pixels a side that are looked at for a typical value
LARGEST = 100.0  # metres
ZEROS = 0.02  # share of pixels at 0 that deserves a word


def typical_value(reader, path, log) -> float:
    """Median of the map, thinned out; taken off all values while they are squared.

    Parameters
    ----------
    reader : object with ``sample(size)``
        Metres.
    path : path
        For messages.
    log : callable
        Is told of what looks like a void.

    Raises
    ------
    GroundshiftError
        If there is no value at all, or they are of no earthquake's size.
    """
    values = reader.sample(THINNED)
    known = values[np.isfinite(values)]
    if not known.size:
        raise GroundshiftError(
            f"{path}: has no pixel with data; choose another raster or band, or check its no-data "
            "value."
        )
    if np.percentile(np.abs(known), 99) > LARGEST:
        raise GroundshiftError(
            f"{path}: the ground moves by {np.percentile(np.abs(known), 99):.4g} m, which no "
            "earthquake does; choose the right unit or the value of no data."
        )
    zeros = float((known == 0).mean())
    if zeros > ZEROS and known.any():
        log(
            f"{path}: {100 * zeros:.0f} % of the pixels are exactly 0; if these are void, say that "
            "zero is no data."
        )
    return float(np.median(known))


def scene_moments(reader, keep, grid: Grid, layout: Layout, level: float, job) -> np.ndarray:
    """Sums over the pixels of the smallest cells.

    Parameters
    ----------
    reader : object with ``read(window)``
        Values with NaN for no data.
    keep : object with ``read(window)``
        Mask of the pixels that count.
    grid : Grid
    layout : Layout
    level : float
        Taken off the values.
    job : Job

    Returns
    -------
    ndarray, shape (10, cell row, cell column)
        See :mod:`..moments`.
    """
    sums = np.zeros((10, *layout.shape))

    def read(window):
        return window, reader.read(window), keep.read(window)

    def write(_, result):
        part, row, col = result
        sums[:, row : row + part.shape[1], col : col + part.shape[2]] += part

    # A cell's sums are small against its pixels unless cells are pixels.
    bytes_per_pixel = BYTES_PER_PIXEL + 80.0 / (layout.cell[0] * layout.cell[1])
    moments = partial(block_moments, layout=layout, level=level)
    job.blocks(moments, read, write, grid, bytes_per_pixel)
    return sums


def pick_pixels(reader, keep, grid: Grid, rows, cols, job) -> np.ndarray:
    """Values of single pixels, NaN where masked.

    Parameters
    ----------
    reader, keep, grid, job
        See :func:`scene_moments`.
    rows, cols : ndarray of int, shape (pixel,)

    Returns
    -------
    ndarray, shape (pixel,)
    """
    out = np.full(len(rows), np.nan)
    order = np.argsort(rows, kind="stable")
    sorted_rows = rows[order]
    windows = block_windows(grid, BYTES_PER_PIXEL, job.budget)
    for number, window in enumerate(windows):
        job.check()
        first, last = np.searchsorted(sorted_rows, [window.row, window.row + window.height])
        mine = order[first:last]
        mine = mine[(cols[mine] >= window.col) & (cols[mine] < window.col + window.width)]
        if mine.size:
            values = np.where(keep.read(window), reader.read(window), np.nan)
            out[mine] = values[rows[mine] - window.row, cols[mine] - window.col]
        job.tell((number + 1) / len(windows))
    return out


def cell_medians(reader, keep, cells: Cells, job) -> np.ndarray:
    """Median of the pixels of each cell, shape (cell,).

    Cells are read by strips as high as the largest of them.
    """
    out = np.full(len(cells), np.nan)
    bounds = cells.bounds
    height = cells.layout.cell[0] << (cells.layout.levels - 1)
    strips = range(0, cells.layout.rows, height)
    for number, top in enumerate(strips):
        job.check()
        mine = np.flatnonzero((bounds[:, 0] >= top) & (bounds[:, 0] < top + height))
        if not mine.size:
            continue
        window = Window(top, 0, min(height, cells.layout.rows - top), cells.layout.cols)
        values = np.where(keep.read(window), reader.read(window), np.float32(np.nan))
        for k in mine:
            first, left, last, right = bounds[k]
            out[k] = np.nanmedian(values[first - top : last - top, left:right])
        job.tell((number + 1) / len(strips))
    return out

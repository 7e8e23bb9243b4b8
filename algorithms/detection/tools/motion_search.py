# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""All tiles of all interferograms, looked at within the memory."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np

from ...data.grid import TILE_COLS, TILE_ROWS, Grid, Window
from .. import motion_network, second_look
from ..detecting import EXTRA, MARGIN, TILE, found_in, plan, settled, thinned

STRIP = 64
"""Rows of a thinned image that are read at a time."""
SIDE = TILE + 2 * (MARGIN + EXTRA)
BYTES = 36
"""A pixel of a tile: its phasor, and a third of the 80 bytes of the network's layers, as only one
of three blocks in memory is looked at."""


def searched(pages, method, threshold, use_coherence, largest, job) -> list:
    """Boxes of every page.

    Parameters
    ----------
    pages : Pages
    method : str
    threshold : float
    use_coherence : bool
    largest : float or None
        Metres.
    job : Job

    Returns
    -------
    list of Boxes
    """
    if method == "learned":
        for network in (motion_network, second_look):
            network.read_weights()  # a damaged file is told before anything is read
    has_coherence = bool(use_coherence and pages.has_coherence)
    shape = pages.grid.shape
    tiles = plan(shape, pages.pixel, largest or np.inf)
    side = min(SIDE, max(max(tile.height, tile.width) for tile in tiles))
    # A tile of work takes the place of a tile of a raster in the runner's grid.
    work = [(page, tile) for page in range(len(pages.names)) for tile in tiles]
    grid = Grid(TILE_ROWS * len(work), TILE_COLS)
    found = [[] for _ in pages.names]

    def mine(window):
        first = window.row // TILE_ROWS
        return work[first : first + window.height // TILE_ROWS]

    def read(window):
        return [(tile, phasor_of(pages, page, tile, has_coherence)) for page, tile in mine(window)]

    def write(window, results):
        for (page, _), boxes in zip(mine(window), results):
            found[page].append(boxes)

    bytes_per_pixel = BYTES * side**2 / (TILE_ROWS * TILE_COLS)
    job.blocks(
        partial(
            _look, method=method, threshold=threshold, has_coherence=has_coherence,
            workers=job.workers,
        ), read, write, grid, bytes_per_pixel,
    )  # fmt: skip
    return [settled(parts, shape, threshold) for parts in found]


def _look(block, method, threshold, has_coherence, workers):
    """Boxes of some tiles that reach a score, or help to settle those that do."""
    with ThreadPoolExecutor(workers or os.cpu_count() or 1) as pool:
        return list(pool.map(lambda one: found_in(*one, method, has_coherence, threshold), block))


def phasor_of(pages, page, tile, has_coherence) -> np.ndarray:
    """The phasor of a tile, thinned strip by strip."""
    rows, cols = pages.grid.shape
    step = tile.step
    left, right = tile.left * step, min((tile.left + tile.width) * step, cols)
    out = np.zeros((tile.height, tile.width), np.complex64)
    for first in range(0, tile.height, STRIP):
        last = min(first + STRIP, tile.height)
        top, bottom = (tile.top + first) * step, min((tile.top + last) * step, rows)
        window = Window(top, left, bottom - top, right - left)
        phase, coherence = pages.read(page, window)
        out[first:last] = thinned(phase, coherence if has_coherence else None, step)
    return out

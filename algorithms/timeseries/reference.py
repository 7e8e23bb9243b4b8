# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The reference: the point or area that is taken not to move."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.grid import Grid, Window
from ..errors import GroundshiftError
from ..threads import kernel_lock

GOOD_COHERENCE = 0.85  # MintPy's limit for a reference point, lowered where nothing reaches it
STABLE_SHARE = 0.25
UNKNOWN_COHERENCE = 0.5  # the same for all pixels of a stack without coherence
DEFAULT_RADIUS = 3  # pixels: one alone brings its noise, slips and gaps into every other
ENOUGH = 9  # pixels without gap or slip, which are then used alone
SLIPPED = np.pi  # radians from the median of a pair, and five robust deviations
MOST_CELLS = 1 << 19  # of a scene that the search looks at, so that its memory stays bounded


@dataclass(frozen=True)
class Reference:
    """The pixels whose mean phase is subtracted from every interferogram.

    Parameters
    ----------
    window : Window
        Rows and columns that hold them.
    phase : ndarray, shape (interferogram,)
        Their mean phase, radians; NaN where a pair has no valid pixel there.
    pixels : int
        How many pixels the mean is over.
    patched : bool
        Every pair has the mean of those pixels that it has, as too few have all.
    slipped : int
        Phases about a whole cycle off the others, which were left out.
    """

    window: Window
    phase: np.ndarray
    pixels: int
    patched: bool = False
    slipped: int = 0

    @property
    def centre(self) -> tuple[int, int]:
        """Row and column of the middle."""
        return (
            self.window.row + self.window.height // 2,
            self.window.col + self.window.width // 2,
        )


def point_window(grid: Grid, x: float, y: float, radius_pixels: int = 0) -> Window:
    """The window around a point given in map coordinates.

    Raises
    ------
    GroundshiftError
        If the point lies outside of the stack.
    """
    row, col = grid.index(x, y)
    if not grid.contains(row, col):
        raise GroundshiftError(
            f"The reference point ({x:.6g}, {y:.6g}) lies outside of the stack; choose one inside "
            "or leave it empty for an automatic one."
        )
    return pixel_window(grid, row, col, radius_pixels)


def pixel_window(grid: Grid, row: int, col: int, radius_pixels: int) -> Window:
    """The window around a pixel, cut at the edges of the grid."""
    top, left = max(0, row - radius_pixels), max(0, col - radius_pixels)
    bottom = min(grid.rows, row + radius_pixels + 1)
    right = min(grid.cols, col + radius_pixels + 1)
    return Window(top, left, bottom - top, right - left)


def area_window(grid: Grid, xmin: float, ymin: float, xmax: float, ymax: float) -> Window:
    """The window of the pixels whose centres lie in a rectangle of map coordinates.

    Raises
    ------
    GroundshiftError
        If none does.
    """
    cols, _ = np.arange(grid.cols), None
    x, _ = grid.xy(0, cols)
    _, y = grid.xy(np.arange(grid.rows), 0)
    inside_x = np.flatnonzero((x >= xmin) & (x <= xmax))
    inside_y = np.flatnonzero((y >= ymin) & (y <= ymax))
    if not inside_x.size or not inside_y.size:
        raise GroundshiftError(
            f"The reference area ({xmin:.6g}, {ymin:.6g} to {xmax:.6g}, {ymax:.6g}) holds no pixel "
            "of the stack; choose one inside or leave it empty for an automatic one."
        )
    return Window(int(inside_y[0]), int(inside_x[0]), len(inside_y), len(inside_x))


def reference_of(window: Window, phase) -> Reference:
    """Mean phase of a window.

    Phases that lie more than half a cycle (and five robust deviations) off the median of their pair
    have slipped and are left out. Pixels that are good in all pairs are used alone where there are
    enough (nine, or half of all), so that the reference closes around every triplet as the phase
    does; else every pair takes those that it has.

    Parameters
    ----------
    window : Window
    phase : ndarray, shape (interferogram, row, column)

    Raises
    ------
    GroundshiftError
        If no pair has a valid pixel there.
    """
    flat = phase.reshape(len(phase), -1).astype(float)
    valid = np.isfinite(flat)
    if not valid.any():
        raise GroundshiftError(
            f"The reference (row {window.row}, column {window.col}) has no data in any pair; "
            "choose another or leave it empty for an automatic one."
        )
    counts = valid.sum(axis=1)
    away = np.full(flat.shape, np.nan)
    there = counts > 0
    away[there] = np.abs(flat[there] - np.nanmedian(flat[there], axis=1, keepdims=True))
    spread = np.zeros(len(flat))
    spread[there] = 5 * 1.4826 * np.nanmedian(away[there], axis=1)
    slipped = valid & (away > np.maximum(SLIPPED, spread)[:, np.newaxis])
    good = valid & ~slipped
    whole = good.all(axis=0)
    seen = int(good.any(axis=0).sum())
    patched = whole.sum() < min(ENOUGH, (seen + 1) // 2)
    if patched:
        counts = good.sum(axis=1)
        total = np.where(good, flat, 0.0).sum(axis=1)
        mean = np.where(counts > 0, total / np.maximum(counts, 1), np.nan)
        return Reference(window, mean, seen, True, int(slipped.sum()))
    return Reference(window, flat[:, whole].mean(axis=1), int(whole.sum()))


@dataclass(frozen=True)
class ScanBlock:
    """What the search for a reference looks at, each of shape (row, column)."""

    pair_count: np.ndarray
    coherence: np.ndarray
    rate: np.ndarray


@dataclass(frozen=True)
class Scan:
    """Block function of the search: valid pairs, mean coherence and a rate by stacking.

    Parameters
    ----------
    spans : ndarray, shape (interferogram,)
        Length of every pair in years.
    """

    spans: np.ndarray

    def __call__(self, block) -> ScanBlock:
        from . import _reference_kernel

        shape = block.phase.shape[1:]
        phase = np.ascontiguousarray(block.phase, np.float32).reshape(len(self.spans), -1)
        coherence = np.zeros((0, 0), np.float32)
        if block.coherence is not None:
            coherence = np.ascontiguousarray(block.coherence, np.float32).reshape(phase.shape)
        count, (mean, rate) = np.empty(phase.shape[1], np.int32), np.empty((2, phase.shape[1]))
        # Stacking: rate = sum(dt phi) / sum(dt^2); the unknown reference shifts all alike.
        with kernel_lock:
            _reference_kernel.scan(
                phase, coherence, np.asarray(self.spans, float), count, mean, rate
            )
        if block.coherence is None:
            mean = np.where(count > 0, UNKNOWN_COHERENCE, np.nan)
        return ScanBlock(*(values.reshape(shape) for values in (count, mean, rate)))


class ThinnedScan:
    """What the search keeps of a scene: of large ones the best pixel of every square cell.

    Best is the one with data in the most pairs, and of those the most coherent one.

    Parameters
    ----------
    grid : Grid
    most_cells : int
        The cells' size is the smallest power of two with which there are no more.
    """

    def __init__(self, grid: Grid, most_cells: int = MOST_CELLS):
        self._step = 1
        while self._cells(grid.rows) * self._cells(grid.cols) > most_cells:
            self._step *= 2
        shape = self._cells(grid.rows), self._cells(grid.cols)
        self._scan = ScanBlock(np.zeros(shape, np.int32), np.zeros(shape), np.zeros(shape))
        self._place = np.zeros(shape, np.int32)

    def _cells(self, pixels: int) -> int:
        return -(-pixels // self._step)

    def add(self, window: Window, part: ScanBlock) -> None:
        """Take in a window that begins at a multiple of the cells' size."""
        score = np.where(part.pair_count > 0, 2.0 * part.pair_count, -1.0)
        best = np.argmax(self._in_cells(score + np.nan_to_num(part.coherence), -2.0), axis=-1)
        rows, cols = (
            slice(first // self._step, first // self._step + length)
            for first, length in zip((window.row, window.col), best.shape)
        )
        self._place[rows, cols] = best
        for name in ("pair_count", "coherence", "rate"):
            values = self._in_cells(getattr(part, name), 0)
            taken = np.take_along_axis(values, best[..., np.newaxis], axis=-1)
            getattr(self._scan, name)[rows, cols] = taken[..., 0]

    def _in_cells(self, values, filler) -> np.ndarray:
        """Shape (row of cells, column of cells, pixel of the cell)."""
        step, (rows, cols) = self._step, (self._cells(n) for n in values.shape)
        missing = [(0, n * step - size) for n, size in zip((rows, cols), values.shape)]
        padded = np.pad(values, missing, constant_values=filler)
        cells = padded.reshape(rows, step, cols, step).swapaxes(1, 2)
        return cells.reshape(rows, cols, step * step)

    def choose(self) -> tuple[int, int]:
        """Row and column of the best reference pixel of the scene; see :func:`choose`."""
        row, col = choose(self._scan)
        down, right = divmod(int(self._place[row, col]), self._step)
        return row * self._step + down, col * self._step + right


def choose(scan: ScanBlock, smooth: int = 5) -> tuple[int, int]:
    """The best reference pixel: coherent, in all pairs, away from motion.

    Candidates have data in the largest number of pairs (where such pixels lie scattered, in as many
    as the best tenth) and a mean coherence of at least 0.85 (or of the best tenth, where nothing is
    that coherent). Ground at rest shares one rate and moving
    ground has many, so still is what lies in the shortest span of stacked rates that holds a
    quarter of the complete pixels (a median would lie on moving ground where most of it moves, as
    in Mexico City). Of the still candidates the highest coherence in a small neighbourhood wins.

    Parameters
    ----------
    scan : ScanBlock
        Of the whole scene.
    smooth : int
        Size of the neighbourhood, in pixels.

    Returns
    -------
    row, col : int

    Raises
    ------
    GroundshiftError
        If no pixel has data.
    """
    from scipy.ndimage import uniform_filter

    most = scan.pair_count.max()
    if most == 0:
        raise GroundshiftError(
            "No pixel has data in any pair; check the no-data value and the coherence threshold "
            "with which the stack was made."
        )
    complete = scan.pair_count == most
    if uniform_filter(complete.astype(float), smooth).max() < 0.5:
        seen = scan.pair_count[scan.pair_count > 0]
        complete = scan.pair_count >= np.percentile(seen, 90)
    slowest, fastest = _commonest_rates(scan.rate[complete])
    good = complete & (scan.coherence >= GOOD_COHERENCE)
    if not good.any():
        limit = np.nanpercentile(scan.coherence[complete], 90)
        good = complete & (scan.coherence >= min(limit, GOOD_COHERENCE))
    still = good & (scan.rate >= slowest) & (scan.rate <= fastest)
    candidates = still if still.any() else good if good.any() else complete
    quality = uniform_filter(np.where(complete, np.nan_to_num(scan.coherence), 0.0), smooth)
    best = np.argmax(np.where(candidates, quality, -1.0))
    row, col = np.unravel_index(best, quality.shape)
    return int(row), int(col)


def _commonest_rates(rates) -> tuple[float, float]:
    """Ends of the shortest span that holds a quarter of the rates."""
    ordered = np.sort(rates[np.isfinite(rates)])
    held = max(1, int(STABLE_SHARE * len(ordered)))
    lengths = ordered[held - 1 :] - ordered[: len(ordered) - held + 1]
    first = int(np.argmin(lengths))
    return ordered[first], ordered[first + held - 1]

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The reference: the point or area that is taken not to move."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import DAYS_PER_YEAR
from ..data.grid import Grid, Window
from ..data.statistics import ROBUST_SIGMA
from ..errors import GroundshiftError
from ..threads import kernel_lock

GOOD_COHERENCE = 0.85  # MintPy's limit for a reference point
LEAST_COHERENCE = 0.05
NEARLY = 0.95  # of the pairs that the best tenth of the scene has
STABLE_SHARE = 0.25
UNKNOWN_COHERENCE = 0.5  # the same for all pixels of a stack without coherence
DEFAULT_RADIUS = 3  # pixels: one alone brings its noise, slips and gaps into every other
LEAST_RADIUS = 2  # of the area that is judged, also where a single pixel is wanted of it
LEAST_SPAN = 1e-9  # radians a year
SMOOTHED = 3  # pixels, before the spread of the rates inside is taken: motion and not noise
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
    spread[there] = 5 * ROBUST_SIGMA * np.nanmedian(away[there], axis=1)
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

    @classmethod
    def of_pairs(cls, pairs) -> Scan:
        """Of pairs of dates, datetime64[D], shape (interferogram, 2)."""
        return cls((pairs[:, 1] - pairs[:, 0]).astype(float) / DAYS_PER_YEAR)

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
    """What the search keeps of a scene: of large ones the means over square cells.

    Parameters
    ----------
    grid : Grid
    most_cells : int
        The cells' size is the smallest power of two with which there are no more.

    Attributes
    ----------
    step : int
        Pixels of a cell's side.
    """

    def __init__(self, grid: Grid, most_cells: int = MOST_CELLS):
        self._grid, self.step = grid, 1
        while self._cells(grid.rows) * self._cells(grid.cols) > most_cells:
            self.step *= 2
        shape = self._cells(grid.rows), self._cells(grid.cols)
        self._scan = ScanBlock(*(np.full(shape, filler) for filler in (0.0, np.nan, np.nan)))

    def _cells(self, pixels: int) -> int:
        return -(-pixels // self.step)

    def add(self, window: Window, part: ScanBlock) -> None:
        """Take in a window that begins at a multiple of the cells' size."""
        first = window.row // self.step, window.col // self.step
        for name in ("pair_count", "coherence", "rate"):
            values = self._means(getattr(part, name))
            place = tuple(slice(k, k + n) for k, n in zip(first, values.shape))
            getattr(self._scan, name)[place] = values

    def _means(self, values) -> np.ndarray:
        """Means of the known pixels of the cells; NaN without any."""
        if self.step == 1:
            return values
        edges = [np.arange(0, size, self.step) for size in values.shape]
        known = np.isfinite(values)
        total, count = (
            np.add.reduceat(np.add.reduceat(part, edges[0], axis=0), edges[1], axis=1)
            for part in (np.where(known, values, 0.0), known.astype(float))
        )
        return np.where(count > 0, total / np.maximum(count, 1.0), np.nan)

    def choose(self, radius_pixels: int = DEFAULT_RADIUS) -> tuple[int, int]:
        """Row and column of the middle of the best area of the scene; see :func:`choose`."""
        radius = -(-max(radius_pixels, LEAST_RADIUS) // self.step)
        row, col = (k * self.step + self.step // 2 for k in choose(self._scan, radius))
        return min(row, self._grid.rows - 1), min(col, self._grid.cols - 1)


def choose(scan: ScanBlock, radius: int = DEFAULT_RADIUS) -> tuple[int, int]:
    """The middle of the best reference area: in all pairs, level, away from motion and coherent.

    All squares of the radius are judged as they would be used, by their means. Candidates lie
    inside of the scene and have data in all pairs at all pixels; where none has, at half of them,
    which are then looked at alone; else in nearly as many as the best tenth. Ground at rest shares
    one rate and moving ground has many, so still is what lies in the shortest span of stacked rates
    that holds a quarter of the candidates (a median would lie on moving ground where most of it
    moves, as in Mexico City). Of the still ones that wins whose rate varies least inside, over
    means of three by three pixels, and lies nearest to the middle of that span in relation to its
    length, both together and times the noise of a phase of its coherence (0.85 at most).

    Parameters
    ----------
    scan : ScanBlock
        Of the whole scene.
    radius : int
        Half the width of the square, in pixels, less the one in the middle.

    Returns
    -------
    row, col : int

    Raises
    ------
    GroundshiftError
        If no pixel has data.
    """
    most = scan.pair_count.max()
    if not most > 0:
        raise GroundshiftError(
            "No pixel has data in any pair; check the no-data value and the coherence threshold "
            "with which the stack was made."
        )
    width = 2 * radius + 1
    complete = scan.pair_count > most * (1 - 1e-9)
    share = _known_share(complete, width)
    rates, whole = scan.rate, share > 1 - 1e-9
    if not whole.any():
        whole = share >= 0.5
        if whole.any():
            rates = np.where(complete, rates, np.nan)
    filled, _ = _moving(scan.pair_count / most, width)
    filled *= _known_share(scan.pair_count > 0, width)  # beyond the edges there are no pairs
    coherence, _ = _moving(scan.coherence, width)
    rate, variance = _moving(_moving(rates, SMOOTHED)[0], width)
    usable = np.isfinite(rate) & np.isfinite(coherence)
    whole &= usable
    if not whole.any():
        whole = usable & (filled >= NEARLY * np.percentile(filled[usable], 90))
    slowest, fastest = _commonest_rates(rate[whole])
    still = whole & (rate >= slowest) & (rate <= fastest)
    # Each by its usual size: a long span, where all ground moves, has no middle to keep to.
    away = (rate - np.median(rate[still])) * np.sqrt(np.median(variance[still]))
    away /= max(0.5 * (fastest - slowest), LEAST_SPAN)
    unrest = np.sqrt(variance + away**2)
    good = np.clip(coherence, LEAST_COHERENCE, GOOD_COHERENCE)
    # The last two decide where nothing moves and nothing is noisy.
    cost = unrest * np.sqrt(1 - good**2) / good - 1e-9 * (good + filled)
    row, col = np.unravel_index(np.argmin(np.where(still, cost, np.inf)), cost.shape)
    return int(row), int(col)


def _known_share(known, width: int) -> np.ndarray:
    """Share of the pixels of squares that are known; none is beyond the edges."""
    from scipy.ndimage import uniform_filter

    return uniform_filter(known.astype(float), width, mode="constant")


def _moving(values, width: int) -> tuple:
    """Means over squares, and variances, both of what is known; NaN without anything."""
    from scipy.ndimage import uniform_filter

    known = np.isfinite(values)
    # About the median, so that the difference of squares keeps its digits.
    centre = np.median(values[known]) if known.any() else 0.0
    plain = np.where(known, values - centre, 0.0)
    share = _known_share(known, width)
    share = np.where(share > 0.5 / width**2, share, np.nan)
    mean, squares = (
        uniform_filter(part, width, mode="constant") / share for part in (plain, plain**2)
    )
    return mean + centre, np.maximum(squares - mean**2, 0.0)


def _commonest_rates(rates) -> tuple[float, float]:
    """Ends of the shortest span that holds a quarter of the rates."""
    ordered = np.sort(rates[np.isfinite(rates)])
    held = max(1, int(STABLE_SHARE * len(ordered)))
    lengths = ordered[held - 1 :] - ordered[: len(ordered) - held + 1]
    first = int(np.argmin(lengths))
    return ordered[first], ordered[first + held - 1]

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistically homogeneous pixels: neighbours whose amplitudes follow the same law.

The five tests compare the amplitude series of a pixel and of each neighbour in a window, and a
neighbour that passes, and hangs together with the pixel over others that pass, is a *brother*.

``glrt`` (Parizzi and Brcic 2011) and ``ci`` (FaSHPS, Jiang et al. 2015) take the amplitudes as
speckle by Rayleigh's law and are the sharpest where they are; ``t`` (Shamshiri et al. 2018; Du et
al. 2022) compares means of amplitudes; ``ks`` (Ferretti et al. 2011) and ``ad`` (Pettitt 1976)
compare whole distributions whatever their law. Their limits hold for independent images; where
images are coherent with one another they have to be stretched (:func:`.shp_limits.stretch`), or
more neighbours are refused than the nominal rate says.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ..data.grid import TILE_COLS, TILE_ROWS
from ..errors import GroundshiftError, counted
from ..threads import kernel_lock
from .amplitude import calibrated_amplitude, decibel
from .shp_limits import TESTS, limit_table

RANK_TESTS = ("ks", "ad")
LARGEST_HALF = 30  # a row of a window is held in the bits of one number
FEWEST_DATES = 5
MOST_DATES = 2000


@dataclass(frozen=True)
class ShpOptions:
    """How brothers are found.

    Parameters
    ----------
    test : str
        One of :data:`.shp_limits.TESTS`.
    half_window : (int, int)
        Rows and columns of the window on each side of the pixel.
    alpha : float
        Share of neighbours of the same law that are refused.
    connected : bool
        Keep only brothers that hang together with the pixel over eight neighbours.
    strides : (int, int)
        Rows and columns of the images in one pixel of the result.
    stretched : float
        Factor of the test's limits; see :func:`.shp_limits.stretch`.
    """

    test: str = "glrt"
    half_window: tuple = (7, 7)
    alpha: float = 0.05
    connected: bool = True
    strides: tuple = (1, 1)
    stretched: float = 1.0

    def __post_init__(self):
        limit_table(self.test, self.alpha, FEWEST_DATES)
        if not all(0 <= half <= LARGEST_HALF for half in self.half_window):
            largest = 2 * LARGEST_HALF + 1
            raise GroundshiftError(
                f"The window of {2 * self.half_window[0] + 1} x {2 * self.half_window[1] + 1} "
                f"pixels is too large; give at most {largest} x {largest}."
            )
        if min(self.strides) < 1:
            raise GroundshiftError(
                f"The strides {self.strides[0]} x {self.strides[1]} have to be 1 or more."
            )


@dataclass(frozen=True)
class Neighbourhoods:
    """Brothers of a block, as bits, with what their finding needed of the amplitudes.

    Parameters
    ----------
    masks : ndarray of int64, shape (out_row, out_column, window row)
        Bit k of window row i stands for the neighbour at (i - half_y, k - half_x); all 0 where
        the pixel has no data.
    counts : ndarray of int32, shape (row, column)
        Dates with data of every pixel of the padded block.
    least : int
        Dates that a pixel needs.
    mean_square : ndarray, shape (row, column)
        Of the amplitude.
    options : ShpOptions
    """

    masks: np.ndarray
    counts: np.ndarray
    least: int
    mean_square: np.ndarray
    options: ShpOptions

    def as_bool(self) -> np.ndarray:
        """Brothers as bool, shape (out_row, out_column, window row, window column)."""
        from . import _shp_kernel as kernel

        half_y, half_x = self.options.half_window
        shape = (*self.masks.shape[:2], 2 * half_y + 1, 2 * half_x + 1)
        brothers = np.empty(shape, bool)
        with kernel_lock:
            kernel.unpack(self.masks, brothers)
        return brothers

    def describe(self):
        """What a map shows of them.

        Returns
        -------
        number : ndarray of int32, shape (out_row, out_column)
            Brothers without the pixel itself, -1 where that has no data.
        share : ndarray of float32
            Of the window's pixels with data; NaN where there are no others.
        power : ndarray of float32
            Mean square of the amplitudes of the pixel and its brothers.
        """
        from . import _shp_kernel as kernel

        shape = self.masks.shape[:2]
        number = np.empty(shape, np.int32)
        share, power = np.empty(shape, np.float32), np.empty(shape, np.float32)
        with kernel_lock:
            kernel.describe(
                self.masks, self.mean_square, self.counts, self.least, *self.options.strides,
                *self.options.half_window, number, share, power,
            )  # fmt: skip
        return number, share, power


def half_window(window) -> tuple:
    """Rows and columns on each side of the pixel in the middle of a window of odd size.

    Raises
    ------
    GroundshiftError
        If a side is even or smaller than 1.
    """
    sides = tuple(int(side) for side in window)
    if any(side < 1 or side % 2 == 0 for side in sides):
        raise GroundshiftError(
            f"Window: {sides[0]} x {sides[1]} pixels have none in their middle; give odd "
            "numbers of rows and columns."
        )
    return tuple(side // 2 for side in sides)


def least_dates(times: int) -> int:
    """Dates with data that a pixel needs: half of them, and no fewer than five."""
    return max(FEWEST_DATES, -(-times // 2))


def find_brothers(amplitude, options: ShpOptions) -> Neighbourhoods:
    """Brothers of every pixel of a block.

    Parameters
    ----------
    amplitude : ndarray of float32, shape (time, rows, cols)
        With a margin of the half window around what `options.strides` divide: ``rows`` is
        ``out_rows * strides[0] + 2 * half_window[0]``. NaN for no data and beyond the scene.
        Brightness of the images has to be made equal before (:mod:`.amplitude`).
    options : ShpOptions

    Returns
    -------
    Neighbourhoods
        For the pixel in the middle of each cell, row ``i * strides[0] + strides[0] // 2``.

    Raises
    ------
    GroundshiftError
        If there are too few dates.
    """
    from . import _series_kernel as series

    amplitude = np.asarray(amplitude, np.float32)
    times, rows, cols = amplitude.shape
    if not FEWEST_DATES <= times <= MOST_DATES:
        raise GroundshiftError(
            f"Neighbour tests need {FEWEST_DATES} to {MOST_DATES} images and have {times}; "
            + ("add images." if times < FEWEST_DATES else "leave some out.")
        )
    half, strides = options.half_window, options.strides
    shape = tuple((n - 2 * h) // s for n, h, s in zip((rows, cols), half, strides))
    if min(shape) < 1:
        raise ValueError(f"a block of {rows} x {cols} pixels holds no result of {options}")
    least = least_dates(times)
    mean_square, nothing = np.empty((rows, cols)), np.empty((0, 0))
    mean = np.empty((rows, cols)) if options.test in ("t", "ci") else nothing
    spread = np.empty((rows, cols)) if options.test == "t" else nothing
    counts = np.empty((rows, cols), np.int32)
    masks = np.empty((*shape, 2 * half[0] + 1), np.int64)
    with kernel_lock:
        series.moments(amplitude, mean, spread, mean_square, counts)
        first = mean_square if options.test == "glrt" else mean
        if options.test in RANK_TESTS or np.any((counts >= least) & (counts < times)):
            _test_pixels(amplitude, first, spread, counts, least, options, masks)
        else:
            _test_lines(first, spread, counts, times, options, masks)
    return Neighbourhoods(masks, counts, least, mean_square, options)


def _test_lines(first, spread, counts, times, options, masks):
    """Tests by moments where a valid pixel has all dates."""
    from . import _shp_lines_kernel as lines

    limits = limit_table(options.test, options.alpha, times, options.stretched)
    (rows, cols), across = first.shape, options.strides[1]
    combs = []
    for values in (first, spread):
        combed = np.empty((len(values) and rows, across, -(-cols // across)))
        lines.comb(values, counts, times, combed)
        combs.append(combed)
    lines.line_masks(
        TESTS.index(options.test), limits[times, times], limits[0, 0] / np.sqrt(times), *combs,
        *options.half_window, options.strides[0], options.connected, masks,
    )  # fmt: skip


def _test_pixels(amplitude, first, spread, counts, least, options, masks):
    """All tests, whatever dates a pixel has."""
    from . import _series_kernel
    from . import _shp_kernel as kernel

    times, rows, cols = amplitude.shape
    half, code = options.half_window, TESTS.index(options.test)
    limits = limit_table(options.test, options.alpha, times, options.stretched)
    series = np.empty((0, 0, 0), np.float32)
    halves = np.empty((0, 0, 0), np.int64)
    if options.test in RANK_TESTS:
        series = np.empty((rows, cols, times + 1), np.float32)
        _series_kernel.sort_series(amplitude, _network(times), series)
        if options.strides == (1, 1):
            halves = np.empty((rows, cols, half[0] + 1), np.int64)
            kernel.half_masks(code, limits, first, spread, counts, least, series, *half, halves)
    kernel.window_masks(
        code, limits, first, spread, counts, least, series, halves, *half, *options.strides,
        options.connected, masks,
    )  # fmt: skip


@lru_cache(maxsize=8)
def _network(times):
    """Steps that sort so many values, shape (step, 2)."""
    from ._series_kernel import sorting_network

    return np.array(sorting_network(times), np.int64).reshape(-1, 2)


def brothers(
    amplitude, half_window=(7, 7), test="glrt", alpha=0.05, strides=(1, 1), connected=True
) -> np.ndarray:
    """Brothers of every pixel of a block as bool; see :func:`find_brothers`.

    Returns
    -------
    ndarray of bool, shape (out_row, out_column, 2 * half_y + 1, 2 * half_x + 1)
        The middle is True where the pixel has data, and all is False where it has none.
    """
    options = ShpOptions(test, tuple(half_window), alpha, connected, tuple(strides))
    return find_brothers(amplitude, options).as_bool()


def bytes_per_pixel(times: int, options: ShpOptions) -> float:
    """Memory that a pixel of the images takes while its brothers are found."""
    half_y = options.half_window[0]
    ranks = 4.0 * (times + 1) + 8.0 * (half_y + 1) if options.test in RANK_TESTS else 0.0
    masks = 8.0 * (2 * half_y + 1) / (options.strides[0] * options.strides[1])
    return 12.0 * times + 40.0 + ranks + masks


@dataclass(frozen=True)
class CountBrothers:
    """Block function: images with a margin in; number, share and amplitude of brothers out."""

    factors: np.ndarray | None
    options: ShpOptions

    def __call__(self, block):
        """Number (int32, -1 for no data), share, amplitude in decibel."""
        amplitude = calibrated_amplitude(block.values, self.factors)
        number, share, power = find_brothers(amplitude, self.options).describe()
        return number, share, decibel(np.sqrt(power))


def check_dates(stack, count: int) -> None:
    """Refuse a stack of too few images to compare amplitudes."""
    if count < FEWEST_DATES:
        raise GroundshiftError(
            f"{stack.path}: {counted(count, 'image')}, too few to compare amplitudes; "
            f"give {FEWEST_DATES} or more."
        )


def scene_bytes(times: int, options: ShpOptions) -> float:
    """Memory of a pixel of the result: the images behind it, with the smallest block's margin."""
    (down, across), (half_y, half_x) = options.strides, options.half_window
    rows, cols = TILE_ROWS * down, TILE_COLS * across
    behind = (rows + 2 * half_y) * (cols + 2 * half_x) / (TILE_ROWS * TILE_COLS)
    return behind * (8.0 * times + bytes_per_pixel(times, options)) + 24.0

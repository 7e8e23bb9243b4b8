# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Gradients of interferometric phase, and their rate over many pairs, without unwrapping.

The gradient of a pair is the angle of the sum, over a window, of each pixel's neighbour times its
own complex conjugate, ``g = arg Σ z(i+1) z*(i)``: a whole number of cycles more or less in either
pixel changes nothing. Steeper than half a cycle a pixel it is aliased. Its rate is that of stacking
(Sandwell and Price 1998, J. Geophys. Res. 103, 30183-30204), ``G = -λ/4π Σ T g / Σ T²``, with a
standard deviation that counts the dates that pairs share. For slow slides by short pairs: Fu et al.
2022, doi:10.3389/fenvs.2022.963322; along four directions: Zhang et al. 2024,
doi:10.1007/s10346-024-02263-3.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.grid import TILE_COLS, TILE_ROWS
from ..data.relief import ground_gradients
from ..data.stack import StackBlock
from ..threads import kernel_lock
from ..timeseries.weights import COHERENCE_RANGE

STEEP = 0.5 * np.pi
"""Radians a pixel: half of what can be told; on steeper gradients noise may take the other way."""

LEAST_KNOWN = 0.25  # of a window
MOST_MEMORY = 1 << 27  # bytes that the tiles of all threads take besides the blocks
PIECE = 8192  # pixels whose pairs are kept at a time where the noise is looked at
TWO = ((0, 1), (1, 0))
DIAGONALS = ((1, 1), (-1, 1))


def half_window(metres: float, pixel) -> tuple[int, int]:
    """Rows and columns of a window on either side of its pixel, one at least.

    Parameters
    ----------
    metres : float
        Side of the window.
    pixel : (float, float)
        Metres of a row and of a column.
    """
    return tuple(max(1, round((metres / size - 1) / 2)) for size in pixel)


@dataclass(frozen=True)
class MarginBlock:
    """A window of a stack with what is known of the margin around it.

    Parameters
    ----------
    stack : StackBlock
        With rows and columns of the margin, as far as the scene goes.
    top, left : int
        Rows and columns of the margin that lie beyond the scene.
    shape : (int, int)
        Of the window itself.
    axes : ndarray, shape (row, column, 4)
        East and north of a column, east and north of a row of the window's pixels, metres.
    """

    stack: StackBlock
    top: int
    left: int
    shape: tuple
    axes: np.ndarray


@dataclass(frozen=True)
class GradientBlock:
    """Results of a window.

    Parameters
    ----------
    gradient : ndarray of float32, shape (2 or 4 components, then their errors; row, column)
        Rate of displacement towards the satellite by metre, 1/yr: east, north, and where asked
        for along the two diagonals of the grid.
    pairs : ndarray of int16
        Least number over the directions.
    aliased : ndarray of float32
        Share of the gradients that are steep.
    """

    gradient: np.ndarray
    pairs: np.ndarray
    aliased: np.ndarray


@dataclass(frozen=True)
class BlockGradients:
    """Block function: rates of phase gradients.

    Parameters
    ----------
    stackings : tuple of BlockStacking
        One a direction; the coherence that they are given is the agreement of the window.
    steps : tuple of (int, int)
        Rows and columns to the neighbour, a direction each; the first two are :data:`TWO`.
    half : (int, int)
        See :func:`half_window`.
    """

    stackings: tuple
    steps: tuple
    half: tuple

    def _pieces(self, block: MarginBlock):
        """Gradients of the pairs in strips of columns of a block.

        Yields
        ------
        gradient, agreement : ndarray of float32, shape (direction, pair, row, column)
            Radians a step, and 0 to 1; in the same memory for all strips, so each has to be used
            before the next is asked for.
        """
        from . import _gradient_kernel

        rows, cols = block.shape
        phase, coherence = block.stack.phase, block.stack.coherence
        if coherence is None:
            coherence = np.zeros((0, 0, 0), np.float32)
        width = max(1, PIECE // rows)
        shape = len(self.steps), len(phase), rows
        # Fresh memory costs as much as the work in it.
        memory = np.empty((2, int(np.prod(shape)) * min(width, cols)), np.float32)
        for first in range(0, cols, width):
            number = min(width, cols - first)
            gradient, agreement = (
                flat[: int(np.prod(shape)) * number].reshape(*shape, number) for flat in memory
            )
            with kernel_lock:
                _gradient_kernel.window_gradients(
                    phase, coherence, (-block.top, first - block.left), self.half,
                    np.array(self.steps), LEAST_KNOWN, gradient, agreement,
                )  # fmt: skip
            yield gradient, agreement

    def moments(self, block: MarginBlock) -> list:
        """What the residuals tell of the noise, by direction; see :mod:`..timeseries.stacking`."""
        found = [[] for _ in self.steps]
        for gradients in self._pieces(block):
            for k, stacking in enumerate(self.stackings):
                found[k].append(stacking.moments(StackBlock(*(part[k] for part in gradients))))
        return [np.concatenate(parts) for parts in found]

    def __call__(self, block: MarginBlock) -> GradientBlock:
        from ..kernels import get_num_threads
        from . import _gradient_rate_kernel

        stacking = self.stackings[0]
        number = len(self.steps)
        rates = np.empty((number, 2, *block.shape), np.float32)
        counts = np.empty((number, *block.shape), np.int16)
        known, steep = tally = np.empty((2, *block.shape), np.int32)
        phase, coherence = block.stack.phase, block.stack.coherence
        years, dates = stacking.network.years[stacking.network.pairs], len(stacking.network.dates)
        workers = MOST_MEMORY // _gradient_rate_kernel.bytes_of_tile(number, dates)
        with kernel_lock:
            _gradient_rate_kernel.stacked_gradients(
                phase, np.zeros((0, 0, 0), np.float32) if coherence is None else coherence,
                (-block.top, -block.left), self.half, np.array(self.steps), LEAST_KNOWN,
                np.asarray(stacking.network.pairs, np.int64),
                np.float32(years[:, 1] - years[:, 0]),
                np.array([stacking.minimum_coherence, max(1, stacking.minimum_pairs), STEEP]),
                np.array(COHERENCE_RANGE if stacking.weights is not None else (1.0, 1.0)),
                dates, np.array([one.shares + one.prior for one in self.stackings]),
                max(1, min(workers, get_num_threads())), rates, counts, tally,
            )  # fmt: skip
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.where(known > 0, steep / known, np.nan).astype(np.float32)
        metres = stacking.wavelength / (4 * np.pi)
        rates = rates.astype(float)
        values = on_ground(-metres * rates[:, 0], metres * rates[:, 1], self.steps, block.axes)
        void = ~np.isfinite(values).all(axis=0)
        values[:, void] = np.nan
        pairs = np.where(void, -1, counts.min(axis=0)).astype(np.int16)
        return GradientBlock(values.astype(np.float32), pairs, share)


def on_ground(rates, stds, steps, axes) -> np.ndarray:
    """Gradients a step as gradients a metre: east, north, along the other steps; then errors.

    Parameters
    ----------
    rates, stds : sequence of ndarray, shape (row, column)
        Metres a year and step; the first two along columns and rows.
    steps : sequence of (int, int)
    axes : ndarray, shape (row, column, 4)
        See :class:`MarginBlock`.

    Returns
    -------
    ndarray, shape (2 x direction, row, column)
        1/yr. Errors of columns and rows are taken as independent.
    """
    ground = ground_gradients(rates[:2], axes)
    unit_col, unit_row = (ground_gradients(unit, axes) for unit in ((1.0, 0.0), (0.0, 1.0)))
    errors = _length(unit_col * stds[0], unit_row * stds[1])
    values, spread = list(ground), list(errors)
    for (down, across), rate, std in zip(steps[2:], rates[2:], stds[2:]):
        length = np.hypot(
            across * axes[..., 0] + down * axes[..., 2], across * axes[..., 1] + down * axes[..., 3]
        )
        values.append(rate / length)
        spread.append(std / length)
    return np.stack(values + spread)


def magnitude_of(gradient) -> tuple:
    """Size of gradients, its standard deviation, and the detection ratio.

    Parameters
    ----------
    gradient : ndarray, shape (4, ...)
        East, north, and their errors.

    Returns
    -------
    size, std, ratio : ndarray
        The ratio is ``√((E/σE)² + (N/σN)²)``: of noise its median is 1.18, and above 3 lies 1 in
        90, whatever the errors of the two.
    """
    east, north, east_std, north_std = np.asarray(gradient, float)[:4]
    with np.errstate(divide="ignore", invalid="ignore"):
        size = _length(east, north)
        std = np.where(
            size > 0, _length(east * east_std, north * north_std) / size,
            _length(east_std, north_std) / np.sqrt(2),
        )  # fmt: skip
        return size, std, _length(east / east_std, north / north_std)


def _length(east, north):
    """By squares, which takes a third of :func:`numpy.hypot`'s time."""
    return np.sqrt(east * east + north * north)


def bytes_per_pixel(pairs: int, with_coherence: bool, half, directions: int = 2) -> float:
    """Memory of a pixel in a block, a quarter of what all blocks under way take.

    Of the blocks that are reckoned with, two hold pairs: the one that is read and the one that is
    worked on, the latter piece by piece; see :data:`..data.grid.BLOCKS_IN_FLIGHT`.
    """
    around = (1 + half[0] / 32) * (1 + half[1] / 128)
    piece = 8.0 * directions * PIECE / (TILE_ROWS * TILE_COLS)
    return pairs * (0.5 * (4.0 + 4 * with_coherence) * around + 0.25 * piece) + 150.0

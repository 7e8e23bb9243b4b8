# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Region-growing filter of linked phases (Du et al. 2022).

From a pixel a region is grown over neighbours whose phase lies within a threshold of the pixel's
own, the difference taken around the circle; the region's phases, weighted by their quality, are
averaged **in the complex plane**: angles on both sides of ±π must not average to 0. It smooths what
linking has left of noise and stops at borders of motion.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from ..threads import kernel_lock
from .shp import LARGEST_HALF


@dataclass(frozen=True)
class RefilterOptions:
    """How phases are filtered.

    Parameters
    ----------
    half_window : (int, int)
        Rows and columns on each side that a region may reach.
    threshold : float
        Largest difference from the centre's phase, radians.
    """

    half_window: tuple = (3, 3)
    threshold: float = np.pi / 3

    def __post_init__(self):
        if not 0 < self.threshold <= np.pi:
            raise GroundshiftError(
                f"The threshold of the phase filter is {self.threshold:g} rad; give more than 0 "
                "and up to 3.14."
            )
        if not all(1 <= half <= LARGEST_HALF for half in self.half_window):
            raise GroundshiftError(
                f"The window of the phase filter has to be 3 to {2 * LARGEST_HALF + 1} pixels."
            )


def square_window(pixels: int, threshold: float) -> RefilterOptions:
    """Options for a square window of an odd number of pixels."""
    if pixels % 2 == 0:
        raise GroundshiftError(
            f"The window of the phase filter is {pixels} pixels wide; give an odd number."
        )
    return RefilterOptions((pixels // 2, pixels // 2), threshold)


def refilter(linked, quality, chosen, options: RefilterOptions, reach) -> tuple:
    """Filter the linked phases of a block.

    The noise of neighbours is much the same, as they share most of their brothers: its correlation
    is taken as the common part of their windows. So the filter takes far less of it than an average
    of independent phases would.

    Parameters
    ----------
    linked : ndarray of complex64, shape (time, row, column)
        With a margin of the half window; NaN for no data.
    quality : ndarray of float32, shape (row, column)
        Weights, such as γ_DS.
    chosen : ndarray of bool, shape (row, column)
        Pixels that are filtered and averaged: distributed scatterers. Others stay as they are.
    options : RefilterOptions
    reach : (float, float)
        Rows and columns over which pixels share brothers: the windows' sizes.

    Returns
    -------
    filtered : ndarray of complex64, shape (time, row - 2 half, column - 2 half)
        Without the margin; amplitudes as they were, the first date's phase 0.
    left : ndarray of float32, shape (row - 2 half, column - 2 half)
        Standard deviation of the noise that is left, over that before; 1 where not filtered.
    """
    from . import _refilter_kernel as kernel

    half_y, half_x = options.half_window
    _, rows, cols = linked.shape
    out = np.empty((len(linked), rows - 2 * half_y, cols - 2 * half_x), np.complex64)
    left = np.empty(out.shape, np.float32)
    with kernel_lock:
        kernel.refilter(
            np.ascontiguousarray(linked, np.complex64), np.asarray(quality, np.float32),
            np.asarray(chosen, bool), half_y, half_x, float(options.threshold),
            *map(float, reach), out, left,
        )  # fmt: skip
    return out, np.sqrt(left.mean(axis=0))

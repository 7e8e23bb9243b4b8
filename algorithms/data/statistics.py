# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers about a layer that is never in memory as a whole."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .grid import Grid, Window

MOST_SAMPLES = 200_000
ROBUST_SIGMA = 1.4826
"""Standard deviation of a normal distribution over its median absolute deviation."""


@dataclass(frozen=True)
class Summary:
    """Count, extremes and percentiles of a layer's valid values; NaN where there are none."""

    count: int
    minimum: float
    maximum: float
    mean: float
    p02: float
    median: float
    p98: float

    @property
    def symmetric_limit(self) -> float:
        """The larger of the 2nd and 98th percentiles' sizes: a limit about zero for a style."""
        return max(abs(self.p02), abs(self.p98))

    @property
    def peak(self) -> float:
        """The largest size, or five times :attr:`symmetric_limit` where that is less.

        For layers in which a small place stands out, and single wrong values as well.
        """
        largest = max(abs(self.minimum), abs(self.maximum))
        return min(largest, 5.0 * self.symmetric_limit) or largest


class Sampler:
    """Collects a layer's statistics block by block.

    Extremes, mean and count are exact; percentiles come from a regular subset of the pixels that
    does not depend on how the scene was cut into blocks.

    Parameters
    ----------
    grid : Grid
    """

    def __init__(self, grid: Grid):
        self._cols = grid.cols
        self._stride = max(1, -(-grid.rows * grid.cols // MOST_SAMPLES))
        self._samples = []
        self._count = 0
        self._total = 0.0
        self._extremes = (np.inf, -np.inf)

    def add(self, window: Window, values) -> None:
        """Take in a window, shape (row, column)."""
        if not self._count_in(values):
            return
        rows = np.arange(window.row, window.row + window.height)[:, np.newaxis]
        cols = np.arange(window.col, window.col + window.width)
        chosen = values[(rows * self._cols + cols) % self._stride == 0]
        self._samples.append(chosen[np.isfinite(chosen)].astype(np.float32))

    def add_values(self, values) -> None:
        """Take in values that have no place on the grid (points), every one as a sample."""
        if self._count_in(values):
            self._samples.append(values[np.isfinite(values)].astype(np.float32))

    def _count_in(self, values) -> bool:
        valid = values[np.isfinite(values)]
        if not valid.size:
            return False
        self._count += valid.size
        self._total += float(valid.sum(dtype=float))
        low, high = self._extremes
        self._extremes = min(low, float(valid.min())), max(high, float(valid.max()))
        return True

    def summary(self) -> Summary:
        """What was collected."""
        if not self._count:
            return Summary(0, *[float("nan")] * 6)
        samples = np.concatenate(self._samples)
        if not samples.size:
            samples = np.array(self._extremes)
        p02, median, p98 = (float(v) for v in np.percentile(samples, (2, 50, 98)))
        return Summary(self._count, *self._extremes, self._total / self._count, p02, median, p98)


def nmad(values) -> float:
    """Normalised median absolute deviation: the standard deviation, were the values normal."""
    return float(ROBUST_SIGMA * np.median(np.abs(values - np.median(values))))

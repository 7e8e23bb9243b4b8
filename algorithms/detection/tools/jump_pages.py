# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Interferograms to be searched for wrong cycles: those of a stack, or steps between dates."""

from __future__ import annotations

import contextlib

import numpy as np

from ...data.grid import Window
from ...data.network import Network
from ...errors import GroundshiftError
from ...formats.hdf5.stacks import (
    StackReader,
    TimeSeriesReader,
    read_stack,
    read_timeseries,
    wavelength_of,
)
from ..steady import SteadyRate, long_pairs

SAMPLED_ROWS = 32
MOST_SAMPLES = 6000
FEWEST_DATES = 3
WRAPPED_JUMPS = 0.01  # of all neighbours


class Pages(contextlib.ExitStack):
    """What is searched, one interferogram at a time.

    Attributes
    ----------
    placed : Stack or TimeSeries
    network : Network
    wavelength : float
        Metres.
    rate : ndarray of float32, shape (row, column)
        Steady motion, radians a year; after :meth:`learn_rate`.
    """

    def __init__(self, series, stack):
        super().__init__()
        self.series = None if series is None else read_timeseries(series)
        self.stack = None if stack is None else read_stack(stack)
        self.rate = None
        if self.stack is not None:
            if not self.stack.keep.any():
                raise GroundshiftError(
                    f"{self.stack.path}: all pairs are dropped (dropIfgram); import it again."
                )
            self.placed, self.wavelength = self.stack, self.stack.wavelength
            self.network = Network.from_pairs(self.stack.pairs[self.stack.keep])
            self._check_together()
        else:
            self.placed = self.series
            found = wavelength_of(self.series.attributes)
            if found is None:
                raise GroundshiftError(
                    f"{self.series.path}: has no WAVELENGTH, so that a cycle has no length; give "
                    "the stack (STACK), or add the attribute."
                )
            self.wavelength = found
            if len(self.series.dates) < FEWEST_DATES:
                raise GroundshiftError(
                    f"{self.series.path}: has {len(self.series.dates)} dates and steps need "
                    f"{FEWEST_DATES}; give a longer series."
                )
            dates = self.series.dates
            self.network = Network.from_pairs(np.stack((dates[:-1], dates[1:]), axis=1))
        self.radians = np.float32(-4 * np.pi / self.wavelength)  # of a metre
        years = self.network.years
        self.spans = np.diff(years[self.network.pairs], axis=1)[:, 0]
        self._reader = None
        if self.stack is not None:
            self._reader = self.enter_context(StackReader(self.stack, with_coherence=False))
        self._dates = None
        if self.series is not None:
            self._dates = self.enter_context(TimeSeriesReader(self.series))

    def _check_together(self):
        if self.series is not None and self.series.grid.shape != self.stack.grid.shape:
            raise GroundshiftError(
                f"{self.series.path}: has {self.series.grid.rows} x {self.series.grid.cols} pixels "
                f"and the stack {self.stack.grid.rows} x {self.stack.grid.cols}; give the stack "
                "that the series was made of."
            )

    @property
    def grid(self):
        """Of the pixels."""
        return self.placed.grid

    @property
    def looped(self) -> bool:
        """Whether some interferogram is in a loop."""
        dates, pairs = len(self.network.dates), len(self.network.pairs)
        return pairs > dates - 1 - int(self.network.subsets().max())

    def read(self, window) -> np.ndarray:
        """Phases of a window of the stack as they are, or displacements of a series.

        Of shape (pair or date, row, column).
        """
        return self._dates.read(window) if self.stack is None else self._reader.read(window).phase

    def check(self) -> None:
        """Refuse wrapped phase."""
        if self.stack is None:
            return
        sample = self.read(Window(self.grid.rows // 2, 0, 1, self.grid.cols))
        steps = np.abs(np.diff(sample, axis=2))
        jumps = np.count_nonzero(steps > 1.5 * np.pi) > WRAPPED_JUMPS * np.isfinite(steps).sum()
        within = np.nanmax(np.abs(sample), initial=0.0) <= np.pi + 1e-3
        if self.stack.attributes.get("PHASE") == "wrapped" or (within and jumps):
            raise GroundshiftError(
                f"{self.stack.path}: its phase is wrapped; unwrap it first ('Unwrap')."
            )

    def sample(self) -> np.ndarray:
        """Phase at pixels spread over the scene, shape (pair, pixel)."""
        rows = np.unique(np.linspace(0, self.grid.rows - 1, SAMPLED_ROWS).astype(int))
        step = max(1, len(rows) * self.grid.cols // MOST_SAMPLES)
        read = [self.read(Window(int(row), 0, 1, self.grid.cols))[:, 0, ::step] for row in rows]
        return np.concatenate(read, axis=1)

    def learn_rate(self, job) -> None:
        """Find the steady motion of all pixels."""
        self.rate = np.zeros(self.grid.shape, np.float32)
        if self.series is not None:
            years = (self.series.dates - self.series.dates[0]).astype(float) / 365.25
            pairs = long_pairs(years)
            function = SteadyRate(pairs, np.diff(years[pairs], axis=1)[:, 0])
            read, factor, count = self._dates.read, self.radians, len(years)
        else:
            long = self.spans >= np.median(self.spans)
            function = SteadyRate(None, self.spans[long])
            read, factor, count = lambda window: self.read(window)[long], 1.0, len(long)

        def write(window, values):
            self.rate[window.slices] = values * np.float32(factor)

        job.blocks(function, read, write, self.grid, 20.0 * count + 16.0)

    def phase(self, number: int, window) -> np.ndarray:
        """A window of one interferogram as it is, radians, NaN for no data."""
        if self.stack is None:
            before, after = (self._dates.date(k, window) for k in (number, number + 1))
            return (after - before) * self.radians
        one = np.zeros(len(self.stack.pairs), bool)
        one[self._reader.indices[number]] = True
        with StackReader(self.stack, one, with_coherence=False) as reader:
            return reader.read(window).phase[0]

    def plane(self, number: int) -> np.ndarray:
        """Phase of an interferogram less its steady motion, radians, NaN for no data.

        Where the motion makes no steps between neighbours it stays.
        """
        phase = self.phase(number, Window(0, 0, *self.grid.shape))
        still = phase - self.rate * np.float32(self.spans[number])
        # The rate brings its own noise: it goes off only where it is the cause of steps.
        return still if _cuts(still) < _cuts(phase) else phase


def _cuts(plane) -> int:
    """Neighbours that differ by more than half a cycle."""
    return sum(np.count_nonzero(np.abs(np.diff(plane, axis=axis)) > np.pi) for axis in (0, 1))

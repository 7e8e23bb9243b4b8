# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The files that an SBAS inversion writes."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from functools import partial

import numpy as np

from ...data.grid import Window
from ...data.network import Network
from ...data.stack import Stack
from ...data.statistics import Sampler
from ...formats.atomic import check_free_space
from ...formats.hdf5.images import LayerReader
from ...formats.hdf5.layout import LOOKUP
from ...formats.hdf5.stacks import TimeSeriesWriter
from ...formats.text.csv_tables import write_csv
from ...outputs import Layer
from ..date_noise import date_variances, series_covariance
from ..sbas import SbasBlock
from .sbas_residuals import FIELDS, Residuals

LAYERS = {
    "VELOCITY": Layer((("velocity_mm_yr", "mm/yr"),), 1e3),
    "VELOCITY_STD": Layer((("velocity_std_mm_yr", "mm/yr"),), 1e3),
    "TEMPORAL_COHERENCE": Layer((("temporal_coherence",),)),
    "PAIR_COUNT": Layer((("cohcount",),), dtype="int16", nodata=-1),
    "SUBSETS": Layer((("network_subsets",),), dtype="int16", nodata=-1),
    "STANDARD_ERROR": Layer((("standard_error_mm_yr", "mm/yr"),), 1e3),
    "REJECTED": Layer((("rejected_pairs",),), dtype="int16", nodata=-1),
    "JOINED_DATES": Layer((("joined_dates",),), dtype="int16", nodata=-1),
}  # fmt: skip
SERIES_LAYERS = {
    "temporalCoherence": ("temporal_coherence", "f4", "1"),
    "velocity": ("velocity", "f4", "m/year"),
    "velocityStd": ("velocity_std", "f4", "m/year"),
    "numInvIfgram": ("pair_count", "i2", "1"),
    "numSubsets": ("subsets", "i2", "1"),
    "pairNoise": ("pair_noise", "f4", "m^2"),
    "numJoinedDates": ("joined_dates", "i2", "1"),
}


class SbasFiles(contextlib.ExitStack):
    """All files of one inversion, and sums over their blocks.

    Parameters
    ----------
    outputs : Outputs
        Of :mod:`.sbas`.
    stack : Stack
    network : Network
    attributes : dict of str to str
        Of the series.
    baselines : ndarray, shape (time,), optional
        By date, where they are not to be solved for.
    """

    def __init__(self, outputs, stack, network, attributes, baselines=None):
        super().__init__()
        grid = stack.grid
        self.pixels = self.split = 0
        self.residuals = Residuals(network)
        self.pair_noise = Sampler(grid)
        self._outputs, self._network = outputs, network
        self._series = self._lookup = None
        if outputs.wanted("TIMESERIES"):
            size = 4.0 * len(network.dates) * grid.rows * grid.cols
            check_free_space(outputs.targets["TIMESERIES"].parent, size)
            bperp = baselines_by_date(network, stack) if baselines is None else baselines
            layers = {name: (kind, unit) for name, (_, kind, unit) in SERIES_LAYERS.items()}
            if stack.has_lookup:
                layers.update(dict.fromkeys(LOOKUP, (np.float64, "degree")))
                self._lookup = self.enter_context(LayerReader(stack))
            self._series = self.enter_context(
                TimeSeriesWriter(
                    outputs.path("TIMESERIES"), grid, network.dates, bperp, attributes, layers
                )
            )
        self._by_date = outputs.wanted("DISPLACEMENT")
        rasters, summarised = dict(LAYERS), ()
        if self._by_date:
            days = [(str(date).replace("-", ""), str(date)) for date in network.dates]
            bands = [(f"displacement_mm_{name}", "mm", (("DATE", day),)) for name, day in days]
            rasters["DISPLACEMENT"], summarised = Layer(bands), ("last",)
            outputs.look("DISPLACEMENT", dates=network.dates, when=None)
        self._rasters = self.enter_context(outputs.rasters(rasters, stack, summarised=summarised))

    def table(self, name, values) -> None:
        """Put a small dataset into the series' file."""
        if self._series is not None:
            self._series.table(name, values)

    @property
    def place(self):
        """Puts the displacement of a window in place; None where it is needed for more."""
        if self._series is None or self._by_date:
            return None
        return partial(_place_displacement, self._series)

    def write(self, window: Window, block: SbasBlock, **rates) -> None:
        """Write a block to all files; its displacement where it is not in place already.

        Layers of the series that are given here, ``velocity`` and ``velocityStd``, take the place
        of the block's.
        """
        self.pixels += int(np.isfinite(block.velocity).sum())
        self.split += int((np.isfinite(block.velocity) & (block.subsets > 1)).sum())
        self.residuals.add(block)
        self.pair_noise.add(window, block.pair_noise)
        if self._series is not None:
            layers = {n: getattr(block, source) for n, (source, _, _) in SERIES_LAYERS.items()}
            if self._lookup is not None:
                layers.update((n, self._lookup.layer(n, window)) for n in LOOKUP)
            self._series.write(window, block.displacement, **{**layers, **rates})
        values = {name: getattr(block, name.lower()) for name in LAYERS}
        if self._by_date:
            values["DISPLACEMENT"] = block.displacement * np.float32(1e3)
            values["last"] = values["DISPLACEMENT"][-1]
        self._rasters.write(window, values)

    def write_noise(self, covariance, date_weights=None) -> None:
        """Put the covariance of the series at a typical pixel beside it, and the dates' noise.

        Parameters
        ----------
        covariance : ndarray, shape (time, time)
            Shape of what the pairs' noise gives, with a mean variance of 1.
        date_weights : ndarray, shape (time,), optional
        """
        typical = self.pair_noise.summary().mean
        pairs = covariance * (typical if np.isfinite(typical) else 0.0)
        squares = self.residuals.date_squares
        variances = date_variances(squares, self._network.years, pairs, date_weights)
        self.table("seriesCovariance", series_covariance(pairs, variances))
        self.table("dateNoise", np.sqrt(variances))

    def numbers(self, metres: float, note) -> dict:
        """Write and tell the residuals; numbers of the layers, and that of noisy dates.

        Parameters
        ----------
        metres : float
            Displacement by radian.
        note : callable
        """
        rows = self.residuals.rows(metres)
        if self._outputs.wanted("RESIDUALS"):
            values = [[row[field] for field in FIELDS] for row in rows]
            write_csv(self._outputs.path("RESIDUALS"), FIELDS, values, ".4g")
        said = self.residuals.describe(metres)
        if said:
            note(said)
        summaries = self._outputs.summaries
        if self._by_date:
            self._outputs.look("DISPLACEMENT", limits=summaries["last"].symmetric_limit)
        velocity = summaries["VELOCITY"]
        return {
            "PIXELS": self.pixels, "SPLIT_PIXELS": self.split, "FASTEST_AWAY": velocity.minimum,
            "FASTEST_TOWARDS": velocity.maximum, "MEDIAN_STD": summaries["VELOCITY_STD"].median,
            "NOISY_DATES": sum(row["noisy"] for row in rows if row["kind"] == "date"),
        }  # fmt: skip


def _place_displacement(series, window, block) -> SbasBlock:
    """Write the displacement of a window; what is left of its block."""
    series.write(window, block.displacement)
    series.close()
    return replace(block, displacement=None)


def baselines_by_date(network: Network, stack: Stack) -> np.ndarray:
    """Perpendicular baseline of every date relative to the first, least squares, metres.

    NaN for all dates where a pair's is unknown.
    """
    names = {tuple(pair): k for k, pair in enumerate(stack.pairs.astype(str).tolist())}
    dates = network.dates.astype(str)
    rows = [names[(dates[i], dates[j])] for i, j in network.pairs]
    values = stack.perpendicular_baseline[rows]
    if not np.isfinite(values).all():
        return np.full(len(dates), np.nan)
    matrix = np.zeros((len(values), len(dates)))
    matrix[np.arange(len(values)), network.pairs[:, 0]] = -1
    matrix[np.arange(len(values)), network.pairs[:, 1]] = 1
    solved = np.linalg.lstsq(matrix, values, rcond=None)[0]
    return solved - solved[0]

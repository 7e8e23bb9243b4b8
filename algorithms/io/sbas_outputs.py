# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The files that an SBAS inversion writes."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..data.grid import Window
from ..data.stack import Stack
from ..data.statistics import Sampler
from ..timeseries.network import Network
from ..timeseries.sbas import SbasBlock
from .atomic import Transaction, check_free_space
from .hdf5 import TimeSeriesWriter
from .hdf5_layout import LOOKUP
from .placing import placed_writer
from .rasters import BandInfo
from .sbas_residuals import Residuals
from .slc_hdf5 import LayerReader

# target: (name of the SbasBlock field, band, factor to the unit, type, no data)
LAYERS = {
    "velocity": ("velocity", BandInfo("velocity_mm_yr", "mm/yr"), 1e3, "float32", np.nan),
    "velocity_std": (
        "velocity_std", BandInfo("velocity_std_mm_yr", "mm/yr"), 1e3, "float32", np.nan,
    ),
    "temporal_coherence": (
        "temporal_coherence", BandInfo("temporal_coherence"), 1.0, "float32", np.nan,
    ),
    "pair_count": ("pair_count", BandInfo("cohcount"), 1, "int16", -1),
    "subsets": ("subsets", BandInfo("network_subsets"), 1, "int16", -1),
    "standard_error": (
        "standard_error", BandInfo("standard_error_mm_yr", "mm/yr"), 1e3, "float32", np.nan,
    ),
    "rejected": ("rejected", BandInfo("rejected_pairs"), 1, "int16", -1),
    "joined_dates": ("joined_dates", BandInfo("joined_dates"), 1, "int16", -1),
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


@dataclass(frozen=True)
class SbasTargets:
    """Where to write; None for what is not wanted."""

    timeseries: Path | None = None
    displacement: Path | None = None
    velocity: Path | None = None
    velocity_std: Path | None = None
    temporal_coherence: Path | None = None
    pair_count: Path | None = None
    subsets: Path | None = None
    standard_error: Path | None = None
    rejected: Path | None = None
    joined_dates: Path | None = None
    residuals: Path | None = None


class SbasOutputs(contextlib.ExitStack):
    """All files of one inversion, and the statistics of their layers."""

    def __init__(self, files: Transaction, stack, network, targets, attributes, baselines=None):
        super().__init__()
        grid = stack.grid
        self._targets = targets
        self.samplers = {}
        self.pixels = self.split = 0
        self.residuals = Residuals(network)
        self.pair_noise = Sampler(grid)
        self._series = self._displacement = self._lookup = None
        self._layers = {}
        bperp = np.full(len(network.dates), np.nan)
        if targets.timeseries:
            check_free_space(
                Path(targets.timeseries).parent, 4.0 * len(network.dates) * grid.rows * grid.cols
            )
            bperp = baselines_by_date(network, stack) if baselines is None else baselines
            layers = {name: (kind, unit) for name, (_, kind, unit) in SERIES_LAYERS.items()}
            if stack.has_lookup:
                layers.update(dict.fromkeys(LOOKUP, (np.float64, "degree")))
                self._lookup = self.enter_context(LayerReader(stack))
            self._series = self.enter_context(
                TimeSeriesWriter(
                    files.add(targets.timeseries), grid, network.dates, bperp, attributes,
                    layers,
                )
            )  # fmt: skip
        if targets.displacement:
            bands = [displacement_band(date) for date in network.dates]
            self._displacement = self.enter_context(
                placed_writer(files.add(targets.displacement), stack, bands)
            )
            self.samplers["displacement"] = Sampler(grid)
        for name, (_, band, _, dtype, nodata) in LAYERS.items():
            target = getattr(targets, name)
            self.samplers[name] = Sampler(grid)
            if target:
                self._layers[name] = self.enter_context(
                    placed_writer(files.add(target), stack, [band], dtype=dtype, nodata=nodata)
                )

    def table(self, name, values) -> None:
        """Put a small dataset into the series' file."""
        if self._series is not None:
            self._series.table(name, values)

    def write(self, window: Window, block: SbasBlock) -> None:
        """Write a block to all files."""
        self.pixels += int(np.isfinite(block.velocity).sum())
        self.split += int((np.isfinite(block.velocity) & (block.subsets > 1)).sum())
        self.residuals.add(block)
        self.pair_noise.add(window, block.pair_noise)
        if self._series is not None:
            layers = {n: getattr(block, source) for n, (source, _, _) in SERIES_LAYERS.items()}
            if self._lookup is not None:
                layers.update((n, self._lookup.layer(n, window)) for n in LOOKUP)
            self._series.write(window, block.displacement, **layers)
        if self._displacement is not None:
            millimetres = block.displacement * np.float32(1e3)
            self._displacement.write(window, millimetres)
            self.samplers["displacement"].add(window, millimetres[-1])
        for name, (source, _, factor, _, _) in LAYERS.items():
            values = getattr(block, source) * factor
            self.samplers[name].add(window, values)
            if name in self._layers:
                self._layers[name].write(window, values)


def displacement_band(date) -> BandInfo:
    """Name, unit and date of a band of the displacement raster."""
    return BandInfo(f"displacement_mm_{str(date).replace('-', '')}", "mm", (("DATE", str(date)),))


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

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The files that a correction of a series writes."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace

import numpy as np

from ...data.grid import Window
from ...formats.atomic import check_free_space
from ...formats.hdf5.stacks import TimeSeriesWriter
from ...formats.hdf5.writers import SeriesRewriter
from ...outputs import Layer
from .correction_files import carried, carried_tables

RATES = {"velocity": "m/year", "velocityStd": "m/year"}
LAYERS = {
    "VELOCITY": Layer((("velocity_mm_yr", "mm/yr"),), 1e3),
    "DEM_ERROR": Layer((("dem_error_m", "m"),)),
    "DEM_ERROR_STD": Layer((("dem_error_std_m", "m"),)),
}  # fmt: skip


class WrittenCorrection(contextlib.ExitStack):
    """All files of one correction, and sums over their blocks.

    Parameters
    ----------
    outputs : Outputs
    reader : TimeSeriesReader
    done : str
        What was taken off, for the file.
    with_rate, rewrite : bool
        Whether rates go with the series; whether it is written over.

    Attributes
    ----------
    series : TimeSeriesWriter or None
    before, after : ndarray, shape (time, 3)
        See :func:`..correction.variance`.
    pixels : int
        With a result.
    """

    def __init__(self, outputs, reader, done, with_rate, rewrite):
        super().__init__()
        self.reader, self.series, self.rewrite, self._carried = reader, None, rewrite, {}
        self.before = self.after = self.pixels = 0
        series, rates = reader.series, RATES if with_rate else {}
        if rewrite:
            self.series = self.enter_context(SeriesRewriter(series.path, rates))
        elif outputs.wanted("CORRECTED"):
            self._carried = carried(series)
            self._open_series(outputs, series, done, rates)
        days = [(str(date).replace("-", ""), str(date)) for date in series.dates]
        removed = [(f"removed_mm_{name}", "mm", (("DATE", day),)) for name, day in days]
        self._rasters = self.enter_context(
            outputs.rasters({**LAYERS, "REMOVED": Layer(removed)}, series, summarised=("removed",))
        )

    def _open_series(self, outputs, series, done, rates):
        size = 4.0 * len(series.dates) * series.grid.rows * series.grid.cols
        check_free_space(outputs.targets["CORRECTED"].parent, size)
        layers = {**self._carried, **{name: ("f4", unit) for name, unit in rates.items()}}
        attributes = {k: v for k, v in series.attributes.items() if k not in ("FILE_TYPE", "UNIT")}
        self.series = self.enter_context(
            TimeSeriesWriter(
                outputs.path("CORRECTED"), series.grid, series.dates,
                series.perpendicular_baseline, {**attributes, "CORRECTIONS": done}, layers,
            )
        )  # fmt: skip
        for name, values in carried_tables(series).items():
            self.series.table(name, values)

    def write(self, window: Window, block) -> None:
        """Write a block to all files."""
        self.pixels += block.pixels
        self.before = self.before + block.before
        self.after = self.after + block.after
        if self.series is not None:
            layers = {name: self.reader.layer(name, window) for name in self._carried}
            if block.velocity is not None:
                layers.update(velocity=block.velocity, velocityStd=block.velocity_std)
            self.series.write(window, block.displacement, **layers)
        values = {name: getattr(block, name.lower()) for name in LAYERS}
        if block.removed is not None:
            values["REMOVED"] = block.removed * np.float32(1e3)
            values["removed"] = np.abs(values["REMOVED"]).max(axis=0)
        self._rasters.write(
            window, {name: value for name, value in values.items() if value is not None}
        )


@dataclass(frozen=True)
class PlaceSeries:
    """Puts corrected series in place; what is left of the results has none.

    Not those that are written over: who does a block once more has to read it as it was.

    Parameters
    ----------
    series : tuple of TimeSeriesWriter or None
        One a correction; None where its series is not wanted.
    rewrite : tuple of bool
        Whether it is written over.
    read : tuple
        Files that are read.
    """

    series: tuple
    rewrite: tuple
    read: tuple

    @property
    def sources(self) -> tuple:
        """Files that others have to see to do it."""
        written = [one.sources for one in self.series if one is not None]
        return tuple(source for sources in (self.read, *written) for source in sources)

    def __call__(self, window, found: list) -> list:
        """Results of a window without what is in place."""
        left = []
        for series, rewrite, block in zip(self.series, self.rewrite, found):
            if not rewrite:
                if series is not None:
                    series.write(window, block.displacement)
                    series.close()
                block = replace(block, displacement=None)
            left.append(block)
        return left

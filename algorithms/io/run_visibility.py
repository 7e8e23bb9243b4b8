# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What one or two orbits see of an elevation model: files in, files out, block by block."""

from __future__ import annotations

import contextlib
import csv
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.grid import Window
from ..errors import GroundshiftError
from ..geometry.axes import ground_axes
from ..geometry.visibility import (
    CLASSES,
    COMBINED,
    SEEN_FROM,
    VisibilityOptions,
    combine,
    look_at,
    reach,
)
from ..runner import RunOptions, run
from .atomic import Transaction
from .elevation import Elevation
from .look_angles import read_look
from .rasters import BandInfo, RasterWriter

MEASURES = {
    "r_index": BandInfo("r_index"),
    "sensitivity": BandInfo("sensitivity_c"),
    "local_incidence": BandInfo("local_incidence_deg", "degrees"),
    "range_slope": BandInfo("range_slope_deg", "degrees"),
    "slope": BandInfo("slope_deg", "degrees"),
    "aspect": BandInfo("aspect_deg", "degrees"),
}
FIELDS = ("layer", "code", "class", "cells", "area_km2", "share_percent")


@dataclass(frozen=True)
class VisibilityTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    classes, measures : path
        Of the first orbit: codes of :data:`..geometry.visibility.CLASSES`, and the bands of
        :data:`MEASURES`.
    second_classes, second_measures : path
        Of the second orbit.
    combined : path
        Codes of :data:`..geometry.visibility.COMBINED`.
    shares : path
        CSV.
    """

    classes: Path | None = None
    measures: Path | None = None
    second_classes: Path | None = None
    second_measures: Path | None = None
    combined: Path | None = None
    shares: Path | None = None


@dataclass(frozen=True)
class ClassArea:
    """How much of the scene a class takes.

    Parameters
    ----------
    cells : int
    area : float
        Square metres on the map's plane (not along the slope).
    share : float
        Of the cells with data, 0 to 1, by area.
    """

    cells: int
    area: float
    share: float


@dataclass(frozen=True)
class VisibilityReport:
    """What came out.

    Parameters
    ----------
    classes : tuple of dict of int to ClassArea
        By orbit.
    combined : dict of int to ClassArea
        Empty for one orbit.
    margin : tuple of int
        Rows and columns that rays were followed beyond a block.
    """

    classes: tuple
    combined: dict = field(default_factory=dict)
    margin: tuple = (0, 0)

    def seen(self, orbit: int = 0) -> float:
        """Share of the area that an orbit sees, 0 to 1."""
        return sum(a.share for code, a in self.classes[orbit].items() if code > SEEN_FROM)


def run_visibility(
    dem_path,
    targets: VisibilityTargets,
    looks,
    options: VisibilityOptions | None = None,
    *,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> VisibilityReport:
    """Classify what radar orbits see of an elevation model.

    Parameters
    ----------
    dem_path : path
    targets : VisibilityTargets
    looks : sequence of LookSource
        One or two orbits.
    options : VisibilityOptions, optional
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.

    Raises
    ------
    GroundshiftError
        For input that cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options, run_options = options or VisibilityOptions(), run_options or RunOptions()
    log = log or (lambda text: None)
    part = None if progress is None else lambda done: progress(0.1 * done)
    rest = None if progress is None else lambda done: progress(0.1 + 0.9 * done)
    with Elevation(dem_path) as dem, Transaction() as files:
        low, high = dem.extremes(part, cancelled)
        axes = ground_axes(dem.grid)
        lattices = [axes.joined(read_look(look, dem.grid, log)) for look in looks]
        margin = _margin(lattices, high - low if options.cast else 0.0)
        with _Outputs(files, dem.grid, targets, lattices) as outputs:
            run(
                partial(_look, margin=margin, lattices=tuple(lattices), options=options),
                lambda window: (window, dem.read(window, margin)), outputs.write, dem.grid,
                bytes_per_pixel=_bytes_per_pixel(dem.grid, margin, len(lattices)),
                options=run_options, progress=rest, cancelled=cancelled,
            )  # fmt: skip
        report = outputs.report(margin)
        if targets.shares:
            _write_shares(files.add(targets.shares), report)
    return report


def _look(block, margin, lattices, options):
    window, height = block
    return [look_at(height, margin, window, lattice, options) for lattice in lattices]


def _margin(lattices, relief) -> tuple[int, int]:
    margins = np.array([reach(relief, lattice) for lattice in lattices])
    return tuple(int(m) for m in margins.max(axis=0))


def _bytes_per_pixel(grid, margin, orbits) -> float:
    """Heights with their margin, at a usual size of blocks, and the results."""
    rows, cols = min(grid.rows, 64), min(grid.cols, 4096)
    around = (rows + 2 * margin[0]) * (cols + 2 * margin[1]) / (rows * cols)
    return 8.0 * around + 40.0 * orbits


class _Outputs(contextlib.ExitStack):
    """The rasters of a run, and the areas of the classes."""

    def __init__(self, files: Transaction, grid, targets: VisibilityTargets, lattices):
        super().__init__()
        if len(lattices) == 1 and (
            targets.second_classes or targets.second_measures or targets.combined
        ):
            raise GroundshiftError(
                "There is one orbit only; give the second orbit's incidence and heading, or leave "
                "out its layers."
            )
        self._lattice, self._cols = lattices[0], grid.cols
        orbits = len(lattices)
        self._areas = [np.zeros((2, 1 + max(CLASSES))) for _ in range(orbits)]
        self._areas += [np.zeros((2, 1 + max(COMBINED)))] if orbits == 2 else []

        def raster(target, bands, dtype, nodata):
            if target is None:
                return None
            return self.enter_context(RasterWriter(files.add(target), grid, bands, dtype, nodata))

        codes = (targets.classes, targets.second_classes)[:orbits]
        codes += (targets.combined,) if orbits == 2 else ()
        self._codes = [raster(path, [BandInfo("class")], "uint8", 0) for path in codes]
        bands = list(MEASURES.values())
        self._measures = [
            raster(path, bands, "float32", np.nan)
            for path in (targets.measures, targets.second_measures)[:orbits]
        ]

    def write(self, window: Window, seen) -> None:
        """Write a block of all orbits and count its classes."""
        layers = [orbit.classes for orbit in seen]
        if len(seen) == 2:
            layers.append(combine(*layers))
        weights = self._cell_areas(window)
        for codes, raster, areas in zip(layers, self._codes, self._areas):
            if raster is not None:
                raster.write(window, codes)
            for row, weight in zip(codes, weights):
                counts = np.bincount(row, minlength=areas.shape[1])
                areas[0] += counts
                areas[1] += counts * weight
        for orbit, raster in zip(seen, self._measures):
            if raster is not None:
                raster.write(window, np.stack([getattr(orbit, name) for name in MEASURES]))

    def _cell_areas(self, window) -> np.ndarray:
        """Square metres of a cell in each of the window's rows."""
        rows = np.arange(window.row, window.row + window.height)
        axes = self._lattice.at(rows, (self._cols - 1) / 2)
        return np.abs(axes[:, 0] * axes[:, 3] - axes[:, 1] * axes[:, 2])

    def report(self, margin) -> VisibilityReport:
        tables = []
        for cells, areas in self._areas:
            total = areas[1:].sum()
            tables.append({
                code: ClassArea(int(cells[code]), float(areas[code]), float(areas[code] / total))
                for code in range(1, len(cells))
            })  # fmt: skip
        orbits = len(self._measures)
        return VisibilityReport(tuple(tables[:orbits]), tables[2] if orbits == 2 else {}, margin)


def _write_shares(path, report: VisibilityReport) -> None:
    names = ("first orbit", "second orbit")
    tables = [(name, CLASSES, areas) for name, areas in zip(names, report.classes)]
    if report.combined:
        tables.append(("both orbits", COMBINED, report.combined))
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(FIELDS)
        for layer, classes, areas in tables:
            for code, area in areas.items():
                table.writerow((
                    layer, code, classes[code], area.cells, f"{area.area / 1e6:.4f}",
                    f"{100 * area.share:.3f}",
                ))  # fmt: skip

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the truth of simulated radar images, placed on the map."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..data.grid import TILE_ROWS, Window
from ..data.points import PointSet
from ..data.simulation.slc_scene import SlcSimulation
from ..data.slc import SlcStack
from .crs import wkt_from_epsg
from .hdf5_layout import grid_attributes
from .hdf5_writers import LaidOutFile
from .placing import placed_writer, point_places
from .points import PointWriter
from .rasters import BandInfo
from .simulation_sources import write_sources
from .slc_hdf5 import LOOKUP

STRIP = 2 * TILE_ROWS  # rows of the truth in memory at a time
NO_CLASS = 255
POINTS = 20000  # that are put together at a time


@dataclass(frozen=True)
class SlcTruthTargets:
    """Where the truth goes; what is None is not written.

    Parameters
    ----------
    velocity : path
        Raster, line of sight in mm/yr, positive towards the satellite.
    displacement : path
        Raster, a band a date, line of sight in mm since the first date.
    classes : path
        Raster of cover classes, numbered from 0 in the order of the options.
    coherence : path
        Raster: mean true coherence of neighbouring dates, of all pairs, and that of the first and
        last date.
    scatterers : path
        GeoPackage of the dominant scatterers: velocity, series, signal-to-clutter ratio, height
        over the elevation model.
    sources : path
        GeoPackage, outlines of the bowls and landslides.
    """

    velocity: Path | None = None
    displacement: Path | None = None
    classes: Path | None = None
    coherence: Path | None = None
    scatterers: Path | None = None
    sources: Path | None = None


def write_slc_truth(simulation: SlcSimulation, targets: SlcTruthTargets, scratch) -> None:
    """Write the truth of simulated radar images.

    In radar coordinates all of it is placed in longitude and latitude.

    Parameters
    ----------
    simulation : SlcSimulation
    targets : SlcTruthTargets
    scratch : path
        A folder for a file that is removed again.
    """
    lookup = Path(scratch) / ".lookup.h5"
    try:
        stack = _stack(simulation, lookup)
        if targets.velocity is not None:
            _write(targets.velocity, stack, ("velocity_mm_yr",), "mm/yr",
                   lambda part: 1e3 * simulation.velocity[part.slices])  # fmt: skip
        if targets.displacement is not None:
            _write_displacement(simulation, targets.displacement, stack)
        if targets.classes is not None:
            names = dict(enumerate(simulation.class_names))
            _write(targets.classes, stack, ("cover_class",), "",
                   lambda part: simulation.cover[part.slices], dtype="uint8", nodata=NO_CLASS,
                   metadata={f"CLASS_{k}": name for k, name in names.items()})  # fmt: skip
        if targets.coherence is not None:
            means = _coherence(simulation)
            _write(targets.coherence, stack, ("neighbours", "all_pairs", "first_last"), "",
                   lambda part: means[:, part.slices[0], part.slices[1]])  # fmt: skip
        if targets.scatterers is not None:
            _write_scatterers(simulation, targets.scatterers, stack)
        if targets.sources is not None:
            crs = simulation.grid.crs or wkt_from_epsg(4326)
            write_sources(
                simulation, targets.sources, simulation.moving, crs,
                lambda rows, cols: point_places(stack, rows, cols)[:2],
            )  # fmt: skip
    finally:
        lookup.unlink(missing_ok=True)


def _stack(simulation, path) -> SlcStack:
    """What places results: the grid, and in radar coordinates a file with the lookup alone."""
    grid, lookup = simulation.grid, simulation.lookup
    if lookup is not None:
        kinds = dict.fromkeys(LOOKUP, (grid.shape, np.float64))
        with LaidOutFile(path, kinds, {}, grid_attributes(grid)) as file:
            for name, values in zip(("longitude", "latitude"), lookup):
                file.write(name, Window(0, 0, *grid.shape), values)
    return SlcStack(
        path, grid, simulation.dates, simulation.wavelength, simulation.perpendicular_baseline,
        simulation.polarisations, simulation.spacing, lookup is not None,
    )  # fmt: skip


def _write(path, stack, names, unit, values, **options) -> None:
    bands = [name if isinstance(name, BandInfo) else BandInfo(name, unit) for name in names]
    grid = stack.grid
    with placed_writer(path, stack, bands, **options) as raster:
        for row in range(0, grid.rows, STRIP):
            window = Window(row, 0, min(STRIP, grid.rows - row), grid.cols)
            raster.write(window, values(window))


def _write_displacement(simulation, path, stack) -> None:
    dates = simulation.dates
    bands = [
        BandInfo(f"D{str(d).replace('-', '')}_mm", "mm", (("date", str(d)),)) for d in dates
    ]  # fmt: skip

    def series(window):
        pages = [simulation.displacement(t, window) for t in range(len(dates))]
        return np.float32(1e3) * np.stack(pages)

    _write(path, stack, bands, "mm", series)


def _coherence(simulation) -> np.ndarray:
    """Mean true coherences; float32, shape (3, row, col)."""
    matrices = simulation.coherence_matrices
    count = matrices.shape[-1]
    pairs = np.triu_indices(count, 1)
    means = [
        np.diagonal(matrices, 1, 1, 2).mean(axis=1), matrices[:, pairs[0], pairs[1]].mean(axis=1),
        matrices[:, 0, -1],
    ]  # fmt: skip
    return simulation.with_scatterers(np.stack(means)[:, simulation.clutter.kinds])


def _write_scatterers(simulation, path, stack) -> None:
    """The dominant scatterers of the polarisations that there are."""
    points = simulation.scatterers
    ratio = points.scr[: len(simulation.polarisations)]
    chosen = np.flatnonzero((ratio > 0).any(axis=0))
    extra = {"scr_db": float, "height_error_m": float, "cover_class": int, "row": int, "col": int}
    if len(ratio) > 1:
        extra["scr_vh_db"] = float
    crs = simulation.grid.crs or wkt_from_epsg(4326)
    with PointWriter(path, crs, simulation.dates, extra, layer="scatterers") as writer:
        for first in range(0, len(chosen), POINTS):
            own = chosen[first : first + POINTS]
            writer.write(_points(simulation, own, ratio[:, own], stack, crs))


def _points(simulation, own, ratio, stack, crs) -> PointSet:
    row, col = simulation.scatterers.row[own], simulation.scatterers.col[own]
    x, y, _ = point_places(stack, row, col)
    with np.errstate(divide="ignore"):
        decibels = np.where(ratio > 0, 10 * np.log10(ratio), np.nan)
    extra = {
        "scr_db": decibels[0], "height_error_m": simulation.dem_error[row, col].astype(float),
        "cover_class": simulation.cover[row, col].astype(int), "row": row, "col": col,
    }  # fmt: skip
    if len(ratio) > 1:
        extra["scr_vh_db"] = decibels[1]
    series = [simulation.displacement(t)[row, col] for t in range(len(simulation.dates))]
    # Against incoherent clutter: what the best polarisation can have.
    coherence = ratio.max(axis=0) / (ratio.max(axis=0) + 1)
    return PointSet(
        x, y, crs, simulation.dates, np.stack(series, axis=1), simulation.velocity[row, col],
        np.zeros(len(own)), coherence, extra,
    )  # fmt: skip

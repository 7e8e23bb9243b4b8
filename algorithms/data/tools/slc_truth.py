# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the truth of simulated radar images, placed on the map."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...formats.hdf5.images import LOOKUP
from ...formats.hdf5.layout import grid_attributes
from ...formats.hdf5.writers import LaidOutFile
from ...formats.placing import placed_writer, point_places
from ...formats.points.points import PointWriter
from ...formats.rasters import BandInfo
from ..crs import wkt_from_epsg
from ..grid import TILE_ROWS, Window
from ..points import Points
from ..simulation.slc_scene import SlcSimulation
from ..slc import SlcStack
from .simulation_sources import write_sources

STRIP = 2 * TILE_ROWS  # rows of the truth in memory at a time
NO_CLASS = 255
POINTS = 20000  # that are put together at a time


def write_slc_truth(simulation: SlcSimulation, outputs, scratch) -> None:
    """Write the truth of simulated radar images.

    In radar coordinates all of it is placed in longitude and latitude.

    Parameters
    ----------
    simulation : SlcSimulation
    outputs : Outputs
        Of :mod:`.simulateslc`.
    scratch : path
        A folder for a file that is removed again.
    """
    lookup = Path(scratch) / ".lookup.h5"
    try:
        stack = _stack(simulation, lookup)
        if outputs.wanted("TRUE_VELOCITY"):
            _write(outputs.path("TRUE_VELOCITY"), stack, ("velocity_mm_yr",), "mm/yr",
                   lambda part: 1e3 * simulation.velocity[part.slices])  # fmt: skip
        if outputs.wanted("TRUE_DISPLACEMENT"):
            _write_displacement(simulation, outputs.path("TRUE_DISPLACEMENT"), stack)
        if outputs.wanted("COVER"):
            names = dict(enumerate(simulation.class_names))
            _write(outputs.path("COVER"), stack, ("cover_class",), "",
                   lambda part: simulation.cover[part.slices], dtype="uint8", nodata=NO_CLASS,
                   metadata={f"CLASS_{k}": name for k, name in names.items()})  # fmt: skip
        if outputs.wanted("TRUE_COHERENCE"):
            means, names = _coherence(simulation), ("neighbours", "all_pairs", "first_last")
            _write(outputs.path("TRUE_COHERENCE"), stack, names, "",
                   lambda part: means[:, part.slices[0], part.slices[1]])  # fmt: skip
        if outputs.wanted("SCATTERERS"):
            _write_scatterers(simulation, outputs.path("SCATTERERS"), stack)
        if outputs.wanted("TRUE_SOURCES"):
            crs = simulation.grid.crs or wkt_from_epsg(4326)
            write_sources(
                simulation, outputs.path("TRUE_SOURCES"), simulation.moving, crs,
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


def _points(simulation, own, ratio, stack, crs) -> Points:
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
    return Points.along_look(
        crs, x, y, simulation.velocity[row, col], np.zeros(len(own)), coherence, simulation.dates,
        np.stack(series, axis=1), extra=extra,
    )  # fmt: skip

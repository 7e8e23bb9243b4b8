# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes the truth of a simulated scene of permafrost, its air and its backscatter."""

from __future__ import annotations

import numpy as np

from ...formats.rasters import BandInfo, write_raster
from ...formats.text.csv_tables import write_csv
from ...formats.vectors.features import write_polygons
from ...formats.vectors.patches import patches_of
from ...formats.vectors.shapes import areas_of
from ..metric import pixel_size_m
from ..simulation.cold_air import NEVER
from .simulation_folder import replaced, write_manifest

COLD = "TRUE_GROUND", "TRUE_LAKES", "TRUE_MELT", "AIR_TEMPERATURE", "BACKSCATTER"
"""Outputs that no other scene has."""
GROUND = (
    ("velocity_mm_yr", "mm/yr"), ("heave_mm_per_root_degree_day", "mm"), ("lag_days", "days"),
    ("annual_amplitude_mm", "mm"), ("step_mm", "mm"), ("active_layer_m", "m"),
    ("water_content", ""),
)  # fmt: skip


def write_cold_truth(simulation, outputs) -> None:
    """Write what is wanted of :data:`COLD`, but for the backscatter.

    Parameters
    ----------
    simulation : Simulation
        With ``cold``.
    outputs : Outputs
        Of :mod:`.simulatestack`.
    """
    grid, cold = simulation.grid, simulation.cold
    if outputs.wanted("TRUE_GROUND"):
        bands = [BandInfo(*band) for band in GROUND]
        write_raster(outputs.path("TRUE_GROUND"), grid, _ground(simulation), bands)
    if outputs.wanted("TRUE_LAKES"):
        shapes = patches_of(simulation.water.astype(np.int16), grid, 1)[0]
        scale = float(np.prod(pixel_size_m(grid))) / abs(grid.transform[1] * grid.transform[5])
        areas = np.round(areas_of(shapes) * scale, 1) if shapes else np.zeros(0)
        write_polygons(outputs.path("TRUE_LAKES"), grid.crs, shapes, {"area_m2": areas}, "lakes")
    if outputs.wanted("TRUE_MELT"):
        bands, values = _melt(simulation)
        write_raster(outputs.path("TRUE_MELT"), grid, values, bands)
    if outputs.wanted("AIR_TEMPERATURE"):
        air = cold.air
        days = air.first + np.arange(len(air.values))
        rows = zip(days.astype(str).tolist(), air.values.tolist())
        write_csv(outputs.path("AIR_TEMPERATURE"), ("date", "air temperature [°C]"), rows)


def _ground(simulation) -> np.ndarray:
    """Bands of :data:`GROUND`, NaN in lakes; in rock nothing moves and there is no layer."""
    motion, soil = simulation.motion, simulation.cold.soil
    deepest = [motion.thaw[start:end].max() for _, start, end in simulation.cold.air.seasons()]
    moves = motion.heave > 0
    bands = np.stack([
        1e3 * motion.rate, 1e3 * motion.heave, np.where(moves, motion.lag, np.nan),
        1e3 * motion.annual_amplitude(), 1e3 * motion.step, soil.edge * np.mean(deepest),
        soil.water,
    ]).astype(np.float32)  # fmt: skip
    bands[:, simulation.water] = np.nan
    return bands


def _melt(simulation):
    """Days of melt, onset and end by season, on land; the end is the first day without."""
    snow = simulation.cold.snow
    bands, values = [], []
    for name, unit in (("melt_days", "days"), ("onset_day", ""), ("end_day", "")):
        for year, onset, end in zip(snow.years, snow.onset, snow.end):
            melts = (onset != NEVER) & ~simulation.water
            days = end - onset if name == "melt_days" else _day_of_year(
                onset if name == "onset_day" else end, melts
            )  # fmt: skip
            bands.append(BandInfo(f"{name}_{year}", unit))
            nothing = 0.0 if name == "melt_days" else np.nan
            found = np.where(melts, days, nothing).astype(np.float32)
            values.append(np.where(simulation.water, np.float32(np.nan), found))
    return bands, np.stack(values)


def _day_of_year(days, known):
    """From 1; of what is known."""
    dates = np.where(known, days, 0).astype("datetime64[D]")
    return (dates - dates.astype("datetime64[Y]")).astype(int) + 1


def write_backscatter(simulation, folder, job) -> None:
    """Write a GeoTIFF in dB a date, as *Melt days of snow and ice* reads them.

    Parameters
    ----------
    simulation : Simulation
        With ``cold``.
    folder : path
        Missing, empty, or with a former simulation.
    job : Job
    """
    grid, count = simulation.grid, len(simulation.dates)
    with replaced(folder, 4.0 * grid.rows * grid.cols * count) as stage:
        for index, date in enumerate(simulation.dates):
            job.check()
            name = f"s1_{str(date).replace('-', '')}_vv.tif"
            bands = [BandInfo("backscatter_db", "dB", (("date", str(date)),))]
            write_raster(stage / name, grid, simulation.backscatter(index), bands)
            job.tell((index + 1) / count)
        write_manifest(stage, "backscatter", simulation.options)

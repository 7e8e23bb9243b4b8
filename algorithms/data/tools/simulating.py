# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a simulated stack in a product's format, and its truth."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...errors import GroundshiftError
from ...formats.interferograms import FORMATS
from ...formats.interferograms._common import SENTINEL1_WAVELENGTH
from ...formats.rasters import BandInfo, RasterWriter, write_raster
from ...job import Job
from ..crs import is_geographic
from ..grid import TILE_ROWS, Window
from ..simulation.scene import Simulation
from .cold_truth import write_backscatter, write_cold_truth
from .simulation_folder import replaced, write_manifest
from .simulation_sources import write_sources

STRIP = 2 * TILE_ROWS  # rows of the truth in memory at a time


@dataclass(frozen=True)
class SimulationReport:
    """What was written.

    Parameters
    ----------
    dates, pairs, jumped_pairs : int
    valid_share : float
        Of the pixels of all pairs, with phase.
    mean_coherence : float
        Of the pixels with phase.
    velocity_min, velocity_max : float
        Of the truth, mm/yr along the line of sight.
    notes : tuple of str
        Sentences for the log.
    """

    dates: int
    pairs: int
    jumped_pairs: int
    valid_share: float
    mean_coherence: float
    velocity_min: float
    velocity_max: float
    notes: tuple = ()


def epsg_for(fmt: str, longitude: float, latitude: float) -> int:
    """A CRS that a format can have: longitude and latitude, or the UTM zone of a place.

    Parameters
    ----------
    fmt : str
        One of :data:`...formats.interferograms.simulated_writer.FORMATS`.
    longitude, latitude : float
        Degrees.
    """
    return 4326 if known_format(fmt, FORMATS).crs == "geographic" else utm_epsg(longitude, latitude)


def utm_epsg(longitude: float, latitude: float) -> int:
    """EPSG code of the UTM zone of a place; degrees."""
    zone = min(60, int((longitude + 180) // 6) + 1)
    return (32600 if latitude >= 0 else 32700) + zone


def write_simulation(
    simulation: Simulation, folder, fmt: str, outputs=None, job=None
) -> SimulationReport:
    """Write a simulated stack into a folder, in the way of a product.

    The folder appears when all is written. One that holds a former simulation is replaced (files
    that are not of it stay); any other must be empty.

    Parameters
    ----------
    simulation : Simulation
    folder : path
    fmt : str
        ``mintpy``, ``licsar``, ``gamma``, ``hyp3`` or ``pairs``.
    outputs : Outputs, optional
        Of :mod:`.simulatestack`, for the truth.
    job : Job, optional

    Returns
    -------
    SimulationReport

    Raises
    ------
    GroundshiftError
        If the format is unknown or cannot hold the scene, or the folder cannot be written.
    Cancelled
        When asked to stop; nothing is left behind.
    """
    kind = known_format(fmt, FORMATS)
    _check_fits(simulation, fmt, kind)
    folder = Path(folder)
    job, grid = job or Job(), simulation.grid
    echoes = outputs is not None and outputs.wanted("BACKSCATTER")
    counted = _Counted(simulation, job.part(0.0, 0.9) if echoes else job)
    with replaced(folder, 8.0 * grid.rows * grid.cols * len(simulation.pair_index)) as stage:
        kind.write(simulation, stage, counted)
        write_manifest(stage, fmt, simulation.options)
        if outputs is not None:
            write_truth(simulation, outputs)
        if echoes:
            write_backscatter(simulation, outputs.targets["BACKSCATTER"], job.part(0.9, 1.0))
    velocity = simulation.velocity
    return SimulationReport(
        len(simulation.dates), len(simulation.pair_index), int(simulation.jumped.sum()),
        counted.valid_share, counted.mean_coherence, 1e3 * float(velocity.min()),
        1e3 * float(velocity.max()), landslide_notes(simulation),
    )  # fmt: skip


def known_format(fmt: str, formats: dict):
    """A format by its name; refused where it is not among those."""
    if fmt not in formats:
        raise GroundshiftError(
            f"'{fmt}' is not a format that can be written; choose one of {', '.join(formats)}."
        )
    return formats[fmt]


def check_wavelength(kind, fmt: str, wavelength: float) -> None:
    """Refuse a wavelength that the format's satellite does not have."""
    if kind.sentinel1 and abs(wavelength - SENTINEL1_WAVELENGTH) > 1e-6:
        raise GroundshiftError(
            f"The format {fmt} is for Sentinel-1 alone and its wavelength of "
            f"{SENTINEL1_WAVELENGTH:.7f} m; choose that or another format."
        )


def _check_fits(simulation, fmt, kind) -> None:
    geographic = is_geographic(simulation.grid.crs)
    if kind.crs == "geographic" and not geographic:
        raise GroundshiftError(
            f"The format {fmt} is in longitude and latitude; simulate with EPSG:4326."
        )
    if kind.crs == "projected" and geographic:
        raise GroundshiftError(
            f"The format {fmt} is in UTM; simulate with the EPSG code of a UTM zone."
        )
    check_wavelength(kind, fmt, simulation.wavelength)


def landslide_notes(simulation) -> tuple:
    """What to say where fewer landslides or slumps found room than were wanted."""
    if simulation.cold is not None:
        wanted, placed = simulation.options.slumps, len(simulation.sources)
        if placed == wanted:
            return ()
        return (f"{placed} of {wanted} slumps found room on gentle slopes with soil.",)
    wanted = simulation.options.landslides
    placed = sum(source.kind == "landslide" for source in simulation.sources)
    if placed == wanted:
        return ()
    return (f"{placed} of {wanted} landslides found room on slopes that the radar sees.",)


class _Counted:
    """Makes the pairs one after the other, reports progress and keeps statistics."""

    def __init__(self, simulation, job):
        self._simulation, self._job = simulation, job
        self._valid = self._pixels = 0
        self._coherence = 0.0

    def __iter__(self):
        count = len(self._simulation.pair_index)
        for index in range(count):
            self._job.check()
            pair = self._simulation.pair(index)
            known = np.isfinite(pair.phase)
            self._valid += np.count_nonzero(known)
            self._pixels += pair.phase.size
            self._coherence += float(np.sum(pair.coherence, where=known, dtype=float))
            yield index, pair
            self._job.tell((index + 1) / count)

    @property
    def valid_share(self) -> float:
        return self._valid / self._pixels

    @property
    def mean_coherence(self) -> float:
        return self._coherence / self._valid if self._valid else float("nan")


def write_truth(simulation: Simulation, outputs) -> None:
    """Write the truth of a simulation.

    Parameters
    ----------
    simulation : Simulation
    outputs : Outputs
        Of :mod:`.simulatestack`.
    """
    grid = simulation.grid
    if outputs.wanted("TRUE_VELOCITY"):
        band = BandInfo("velocity_mm_yr", "mm/yr")
        write_raster(outputs.path("TRUE_VELOCITY"), grid, 1e3 * simulation.velocity, [band])
    if outputs.wanted("TRUE_DISPLACEMENT"):
        bands = [
            BandInfo(f"D{str(d).replace('-', '')}_mm", "mm", (("date", str(d)),))
            for d in simulation.dates
        ]
        with RasterWriter(outputs.path("TRUE_DISPLACEMENT"), grid, bands) as raster:
            for row in range(0, grid.rows, STRIP):
                strip = Window(row, 0, min(STRIP, grid.rows - row), grid.cols)
                series = [simulation.displacement(t, strip) for t in range(len(bands))]
                raster.write(strip, np.float32(1e3) * np.stack(series))
    if outputs.wanted("TRUE_JUMPS"):
        count = np.zeros(grid.shape, np.int16)
        for index in np.flatnonzero(simulation.jumped):
            count += simulation.jumps(index) != 0
        band = BandInfo("jumped_pairs")
        path = outputs.path("TRUE_JUMPS")
        write_raster(path, grid, count, [band], dtype="int16", nodata=-1)
    if outputs.wanted("TRUE_SOURCES"):
        write_sources(
            simulation, outputs.path("TRUE_SOURCES"), simulation.labels, simulation.grid.crs,
            simulation.grid.xy,
        )  # fmt: skip
    if simulation.cold is not None:
        write_cold_truth(simulation, outputs)

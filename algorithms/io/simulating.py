# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a simulated stack in a product's format, and its truth."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..data.grid import TILE_ROWS, Window
from ..data.simulation.scene import Simulation
from ..errors import Cancelled, GroundshiftError
from .crs import is_geographic
from .formats import FORMATS
from .formats._common import SENTINEL1_WAVELENGTH
from .rasters import BandInfo, RasterWriter, write_raster
from .simulation_folder import replaced, write_manifest
from .simulation_sources import write_sources

STRIP = 2 * TILE_ROWS  # rows of the truth in memory at a time


@dataclass(frozen=True)
class TruthTargets:
    """Where the truth goes; what is None is not written.

    Parameters
    ----------
    velocity : path
        Raster, line of sight in mm/yr, positive towards the satellite.
    displacement : path
        Raster, a band a date, line of sight in mm since the first date.
    jumps : path
        Raster, number of pairs with an unwrapping error at the pixel.
    sources : path
        GeoPackage, outlines of the bowls and landslides.
    """

    velocity: Path | None = None
    displacement: Path | None = None
    jumps: Path | None = None
    sources: Path | None = None


@dataclass(frozen=True)
class SimulationReport:
    """What was written.

    Parameters
    ----------
    fmt : str
    folder : Path
    dates, pairs, rows, cols, bowls, landslides, jumped_pairs : int
    valid_share : float
        Of the pixels of all pairs, with phase.
    mean_coherence : float
        Of the pixels with phase.
    velocity_min, velocity_max : float
        Of the truth, mm/yr along the line of sight.
    notes : tuple of str
        Sentences for the log.
    """

    fmt: str
    folder: Path
    dates: int
    pairs: int
    rows: int
    cols: int
    bowls: int
    landslides: int
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
        One of :data:`.formats.FORMATS`.
    longitude, latitude : float
        Degrees.
    """
    return 4326 if _format(fmt).crs == "geographic" else utm_epsg(longitude, latitude)


def utm_epsg(longitude: float, latitude: float) -> int:
    """EPSG code of the UTM zone of a place; degrees."""
    zone = min(60, int((longitude + 180) // 6) + 1)
    return (32600 if latitude >= 0 else 32700) + zone


def write_simulation(
    simulation: Simulation, folder, fmt: str, *, truth=None, progress=None, cancelled=None
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
    truth : TruthTargets, optional
        Temporary paths of an :class:`.atomic.Transaction`, or where the files shall be.
    progress : callable, optional
        Is given the share that is done, 0 to 1.
    cancelled : callable, optional
        Tells whether to stop.

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
    kind = _format(fmt)
    _check_fits(simulation, fmt, kind)
    folder = Path(folder)
    counted = _Counted(simulation, progress, cancelled)
    grid = simulation.grid
    with replaced(folder, 8.0 * grid.rows * grid.cols * len(simulation.pair_index)) as stage:
        kind.write(simulation, stage, counted)
        write_manifest(stage, fmt, simulation.options)
        if truth is not None:
            write_truth(simulation, truth)
    velocity = simulation.velocity
    return SimulationReport(
        fmt, folder, len(simulation.dates), len(simulation.pair_index), *grid.shape,
        *(sum(s.kind == k for s in simulation.sources) for k in ("subsidence", "landslide")),
        int(simulation.jumped.sum()), counted.valid_share, counted.mean_coherence,
        1e3 * float(velocity.min()), 1e3 * float(velocity.max()), landslide_notes(simulation),
    )  # fmt: skip


def _format(fmt):
    if fmt not in FORMATS:
        raise GroundshiftError(
            f"'{fmt}' is not a format that can be written; choose one of {', '.join(FORMATS)}."
        )
    return FORMATS[fmt]


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
    if kind.sentinel1 and abs(simulation.wavelength - SENTINEL1_WAVELENGTH) > 1e-6:
        raise GroundshiftError(
            f"The format {fmt} is for Sentinel-1 alone and its wavelength of "
            f"{SENTINEL1_WAVELENGTH:.7f} m; choose that or another format."
        )


def landslide_notes(simulation) -> tuple:
    """What to say where fewer landslides found room than were wanted."""
    wanted = simulation.options.landslides
    placed = sum(source.kind == "landslide" for source in simulation.sources)
    if placed == wanted:
        return ()
    return (f"{placed} of {wanted} landslides found room on slopes that the radar sees.",)


class _Counted:
    """Makes the pairs one after the other, reports progress and keeps statistics."""

    def __init__(self, simulation, progress, cancelled):
        self._simulation = simulation
        self._progress = progress or (lambda share: None)
        self._cancelled = cancelled or (lambda: False)
        self._valid = self._pixels = 0
        self._coherence = 0.0

    def __iter__(self):
        count = len(self._simulation.pair_index)
        for index in range(count):
            if self._cancelled():
                raise Cancelled("The simulation was cancelled.")
            pair = self._simulation.pair(index)
            known = np.isfinite(pair.phase)
            self._valid += np.count_nonzero(known)
            self._pixels += pair.phase.size
            self._coherence += float(np.sum(pair.coherence, where=known, dtype=float))
            yield index, pair
            self._progress((index + 1) / count)

    @property
    def valid_share(self) -> float:
        return self._valid / self._pixels

    @property
    def mean_coherence(self) -> float:
        return self._coherence / self._valid if self._valid else float("nan")


def write_truth(simulation: Simulation, targets: TruthTargets) -> None:
    """Write the truth of a simulation.

    Parameters
    ----------
    simulation : Simulation
    targets : TruthTargets
    """
    grid = simulation.grid
    if targets.velocity is not None:
        band = BandInfo("velocity_mm_yr", "mm/yr")
        write_raster(targets.velocity, grid, 1e3 * simulation.velocity, [band])
    if targets.displacement is not None:
        bands = [
            BandInfo(f"D{str(d).replace('-', '')}_mm", "mm", (("date", str(d)),))
            for d in simulation.dates
        ]
        with RasterWriter(targets.displacement, grid, bands) as raster:
            for row in range(0, grid.rows, STRIP):
                strip = Window(row, 0, min(STRIP, grid.rows - row), grid.cols)
                series = [simulation.displacement(t, strip) for t in range(len(bands))]
                raster.write(strip, np.float32(1e3) * np.stack(series))
    if targets.jumps is not None:
        count = np.zeros(grid.shape, np.int16)
        for index in np.flatnonzero(simulation.jumped):
            count += simulation.jumps(index) != 0
        band = BandInfo("jumped_pairs")
        write_raster(targets.jumps, grid, count, [band], dtype="int16", nodata=-1)
    if targets.sources is not None:
        write_sources(
            simulation, targets.sources, simulation.labels, simulation.grid.crs,
            simulation.grid.xy,
        )  # fmt: skip

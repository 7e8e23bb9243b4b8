# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a simulated stack in a product's format, and its truth."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from ..data.grid import TILE_ROWS, Window
from ..data.simulation.scene import Simulation
from ..errors import Cancelled, GroundshiftError
from .atomic import check_free_space
from .crs import is_geographic
from .formats import FORMATS
from .formats._common import SENTINEL1_WAVELENGTH
from .leftovers import in_use, make_folder, remove_empty, remove_leftovers, temporary_beside
from .rasters import BandInfo, RasterWriter, gdal_errors, write_raster

MANIFEST = "simulation.json"
STRIP = 2 * TILE_ROWS  # rows of the truth in memory at a time
SOURCE_FIELDS = {
    "name": "OFTString", "kind": "OFTString", "behaviour": "OFTString", "rate_mm_yr": "OFTReal",
    "los_velocity_mm_yr": "OFTReal", "step_mm": "OFTReal", "step_date": "OFTDate",
}  # fmt: skip


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
    if _format(fmt).crs == "geographic":
        return 4326
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
    with _replaced(folder, 8.0 * grid.rows * grid.cols * len(simulation.pair_index)) as stage:
        kind.write(simulation, stage, counted)
        _write_manifest(simulation, stage, fmt)
        if truth is not None:
            write_truth(simulation, truth)
    velocity = simulation.velocity
    return SimulationReport(
        fmt, folder, len(simulation.dates), len(simulation.pair_index), *grid.shape,
        *(sum(s.kind == k for s in simulation.sources) for k in ("subsidence", "landslide")),
        int(simulation.jumped.sum()), counted.valid_share, counted.mean_coherence,
        1e3 * float(velocity.min()), 1e3 * float(velocity.max()), _notes(simulation),
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


def _notes(simulation) -> tuple:
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


def _write_manifest(simulation, stage: Path, fmt: str) -> None:
    """Note what was simulated and which files are ours, for the next run into this folder."""
    files = sorted(p.relative_to(stage).as_posix() for p in stage.rglob("*") if p.is_file())
    content = {"format": fmt, "options": asdict(simulation.options), "files": [*files, MANIFEST]}
    (stage / MANIFEST).write_text(json.dumps(content, indent=1))


def _manifest_files(folder: Path):
    """The files of a former simulation in a folder, None where there was none."""
    try:
        return set(json.loads((folder / MANIFEST).read_text())["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


@contextlib.contextmanager
def _replaced(folder: Path, size: float):
    """A new folder beside `folder` that takes its place when the block ends well."""
    if folder.is_file():
        raise GroundshiftError(f"{folder}: is a file; give the name of a folder.")
    _recover(folder)
    if folder.is_dir() and _manifest_files(folder) is None and any(folder.iterdir()):
        raise GroundshiftError(
            f"{folder}: is not empty and holds no simulation; choose another folder or empty it."
        )
    stage = temporary_beside(folder)
    made = []
    try:
        made = make_folder(stage.parent)
        remove_leftovers(stage.parent)
        stage.mkdir()
    except OSError as error:
        remove_empty(made)
        raise GroundshiftError(
            f"{folder.parent}: the folder cannot be written to ({error.strerror or error}); "
            "choose another place."
        ) from error
    try:
        check_free_space(folder.parent, size)
        yield stage
        _swap(stage, folder)
    except OSError as error:
        raise GroundshiftError(
            f"{folder}: cannot be written ({error.strerror or error}); free some space or "
            "choose another place."
        ) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        remove_empty(made)


def _recover(folder: Path) -> None:
    """Bring back a folder that a run was about to replace when it was killed."""
    pattern = re.compile(
        rf"\.{re.escape(folder.stem)}\.([0-9a-f]{{8}})-(\d+)-[0-9a-f]{{8}}\.previous"
        rf"{re.escape(folder.suffix)}"
    )
    if not folder.parent.is_dir():
        return
    for path in folder.parent.iterdir():
        match = pattern.fullmatch(path.name)
        if match is None or in_use(match.group(1), int(match.group(2))):
            continue
        if folder.exists():
            shutil.rmtree(path, ignore_errors=True)
        else:
            os.replace(path, folder)


def _swap(stage: Path, folder: Path) -> None:
    """Put the new folder in the place of the old one and keep files that are not ours."""
    if not folder.exists():
        os.replace(stage, folder)
        return
    ours = _manifest_files(folder) or set()
    previous = temporary_beside(folder, "previous")
    os.replace(folder, previous)
    try:
        os.replace(stage, folder)
    except OSError:
        os.replace(previous, folder)
        raise
    for path in [p for p in previous.rglob("*") if p.is_file()]:
        name = path.relative_to(previous).as_posix()
        sidecar = any(name.startswith(f"{own}.") for own in ours)
        if name not in ours and not sidecar and not (folder / name).exists():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            os.replace(path, folder / name)
    shutil.rmtree(previous, ignore_errors=True)


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
        _write_sources(simulation, targets.sources)


def _write_sources(simulation, path) -> None:
    from osgeo import ogr, osr

    reference = osr.SpatialReference()
    with gdal_errors():
        try:
            reference.ImportFromWkt(simulation.grid.crs)
            reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
            dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
            layer = dataset.CreateLayer("sources", reference, ogr.wkbPolygon)
            for name, kind in SOURCE_FIELDS.items():
                layer.CreateField(ogr.FieldDefn(name, getattr(ogr, kind)))
            for index, source in enumerate(simulation.sources):
                feature = ogr.Feature(layer.GetLayerDefn())
                for name, value in _source_fields(simulation, index).items():
                    if value is not None:
                        feature.SetField(name, value)
                feature.SetGeometry(_polygon(simulation, source))
                layer.CreateFeature(feature)
            layer = dataset = None
        except RuntimeError as error:
            raise GroundshiftError(
                f"{path}: the GeoPackage cannot be made ({error}); choose another place."
            ) from error


def _source_fields(simulation, index) -> dict:
    """Attributes of a source; its velocity is the one that is largest along the line of sight."""
    source = simulation.sources[index]
    own = simulation.velocity[simulation.labels == index + 1]
    peak = float(own[np.argmax(np.abs(own))]) if own.size else 0.0
    return {
        "name": source.name, "kind": source.kind, "behaviour": source.behaviour,
        "rate_mm_yr": 1e3 * source.rate, "los_velocity_mm_yr": 1e3 * peak,
        "step_mm": 1e3 * source.step,
        "step_date": str(simulation.step_date) if source.step else None,
    }  # fmt: skip


def _polygon(simulation, source):
    from osgeo import ogr

    ring = ogr.Geometry(ogr.wkbLinearRing)
    x, y = simulation.grid.xy(*source.outline(simulation.terrain.spacing))
    for place in zip(x, y):
        ring.AddPoint_2D(*map(float, place))
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixels of MintPy's ``timeseries.h5`` and ``velocity.h5`` as points.

MintPy leaves quality, mask, rates and geometry in files of their own beside the series; those with
its usual names and the same grid are taken along. Its displacement is in metres, positive towards
the satellite (https://mintpy.readthedocs.io/en/latest/api/data_structure/); 0 all over a series, or
as a rate, is no data, but for the reference pixel.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np

from ...data.date_columns import DateColumns
from ...data.grid import block_windows
from ...data.los import from_incidence_azimuth
from ...data.point_columns import Layout
from ...data.points import PointRows
from ...errors import GroundshiftError
from ..hdf5.stacks import TimeSeriesReader, _attributes, grid_of, open_hdf5, read_timeseries
from ..hdf5.velocity import read_velocity_file
from ..placing import places_crs, point_places
from ..weather.weather import INCIDENCES

BYTES_A_VALUE = 60.0  # of memory until it is in the layer
IN_FLIGHT = 2
ROWS = 8  # at least, of pixels that are read at a time

BESIDE = {
    "temporalCoherence": ("temporalCoherence.h5",),
    "mask": ("maskTempCoh.h5",),
    "velocity": ("velocity.h5",),
    "geometry": ("geometryGeo.h5", "geometryRadar.h5"),
}
"""MintPy's names of what lies beside a series; with ``geo_`` before them after geocoding."""

LAYERS = {
    "temporalCoherence": ("temporalCoherence",), "mask": ("mask",),
    "velocity": ("velocity", "velocityStd"),
    "geometry": ("height", "incidenceAngle", "azimuthAngle", "latitude", "longitude"),
}  # fmt: skip


class Hdf5Points:
    """The pixels of a displacement series or a map of rates.

    Parameters
    ----------
    path : Path
    mask : path, optional
        HDF5 file with a dataset ``mask`` on the same grid: 0 leaves a pixel out. By default
        ``maskTempCoh.h5`` beside the file.
    """

    def __init__(self, path: Path, mask=None):
        self.path, self.name, self.stem, self.notes = path, str(path), path.stem, []
        self.file = path
        with open_hdf5(path) as file:
            has_series = "timeseries" in file
            attributes = _attributes(file)
        self._series = read_timeseries(path) if has_series else None
        dates = {}
        if has_series:
            dates = {f"D{date}".replace("-", ""): date for date in self._series.dates}
            self.grid = self._series.grid
        else:
            self.grid = read_velocity_file(path).grid
        self._reference = _reference_pixel(attributes)
        self._layers = self._find(mask)
        self._place_in_radar_geometry()
        usual = {
            "velocity": "velocity", "velocity_std": "velocityStd",
            "coherence": "temporalCoherence", "height": "height",
        }  # fmt: skip
        roles = {role: layer for role, layer in usual.items() if layer in self._layers}
        if {"incidenceAngle", "azimuthAngle"} <= set(self._layers):
            roles.update({f"los_{part}": "azimuthAngle" for part in ("east", "north", "up")})
            roles["incidence"] = "incidenceAngle"
        look = () if "los_up" in roles else scene_look(attributes)
        if look:
            self.notes.append(
                f"incidence ({look[0]:.4g} degrees) and heading ({look[1]:.4g}) of the scene's "
                "middle from the attributes"
            )
        title = "MintPy time series" if has_series else "MintPy velocity"
        self.layout = Layout(
            "mintpy", title, roles, DateColumns(dates), {"row": "row", "col": "col"},
            unit="m", unit_is_known=True, sign_is_known=True, scene_look=look,
        )  # fmt: skip
        self.types = {"row": int, "col": int}
        self.size = self.grid.rows * self.grid.cols * max(len(dates), 1) * 4

    def _find(self, mask) -> dict:
        """File and kind of every layer, the file's own first."""
        own = set() if self._series is None else set(self._series.layers)
        found = {name: self.path for names in LAYERS.values() for name in names if name in own}
        if self._series is None:
            units = read_velocity_file(self.path).units
            found.update({name: self.path for name in LAYERS["velocity"] if name in units})
        prefix = "geo_" if self.path.name.startswith("geo_") else ""
        for kind, names in BESIDE.items():
            if any(layer in found for layer in LAYERS[kind]) or (kind == "mask" and mask):
                continue
            for folder in (self.path.parent, self.path.parent / "inputs"):
                files = [folder / f"{prefix}{name}" for name in names] + [folder / n for n in names]
                file = next((f for f in files if f.is_file() and self._fits(f)), None)
                if file is not None and file != self.path:
                    self._take(file, kind, found)
                    break
        if mask and not (self._fits(mask) and self._take(Path(mask), "mask", found)):
            raise GroundshiftError(
                f"{mask}: holds no dataset 'mask' on the grid of {self.path.name} "
                f"({self.grid.rows}x{self.grid.cols}); give the mask of the same run."
            )
        return found

    def _fits(self, path) -> bool:
        with open_hdf5(path) as file:
            return grid_of(_attributes(file), path).aligned_with(self.grid)

    def _take(self, path, kind, found) -> bool:
        with open_hdf5(path) as file:
            names = [n for n in LAYERS[kind] if n in file and file[n].shape == self.grid.shape]
        found.update(dict.fromkeys(names, path))
        if names:
            self.notes.append(f"{', '.join(names)} from {path.name}")
        return bool(names)

    def _place_in_radar_geometry(self):
        self.crs = self.grid.crs
        self._looked_up = not self.crs and {"latitude", "longitude"} <= set(self._layers)
        if self._series is not None and self._series.has_lookup:
            self.crs = places_crs(self._series)
        elif self._looked_up:
            from ...data.crs import wkt_from_epsg

            self.crs = wkt_from_epsg(4326)
        if not self.crs:
            raise GroundshiftError(
                f"{self.path}: is in radar coordinates without a lookup; geocode it (MintPy: "
                "geocode.py), or put its geometryRadar.h5 with latitude and longitude beside it."
            )

    def parts(self, budget: int):
        """The pixels with data, as :class:`...data.points.PointRows`."""
        dates = len(self.layout.dates.fields)
        windows = block_windows(
            self.grid, (dates + 20) * BYTES_A_VALUE, budget, in_flight=IN_FLIGHT, tile_rows=ROWS
        )
        with contextlib.ExitStack() as stack:
            reader = None
            if self._series is not None:
                reader = stack.enter_context(TimeSeriesReader(self._series))
            paths = set(self._layers.values())
            files = {path: stack.enter_context(open_hdf5(path)) for path in paths}
            for number, window in enumerate(windows, 1):
                layers = {
                    name: self._read(files[path], name, window)
                    for name, path in self._layers.items()
                }
                points = self._points(reader, layers, window, number / len(windows))
                if points is not None:
                    yield points

    def _read(self, file, name, window) -> np.ndarray:
        try:
            return file[name][window.slices].astype(float).ravel()
        except OSError as error:
            raise GroundshiftError(
                f"{file.filename}: '{name}' cannot be read (truncated file?); make it again."
            ) from error

    def _points(self, reader, layers, window, done):
        rows, cols = np.divmod(np.arange(window.size), window.width)
        rows, cols = rows + window.row, cols + window.col
        reference = (rows == self._reference[0]) & (cols == self._reference[1])
        if reader is not None:
            series = reader.read(window).reshape(len(self.layout.dates.fields), -1)
            good = np.isfinite(series).any(axis=0)
            good &= (np.nan_to_num(series) != 0).any(axis=0) | reference
        else:
            series = np.empty((0, window.size))
            spread = layers.get("velocityStd", np.zeros(window.size))
            good = np.isfinite(layers["velocity"])
            good &= (layers["velocity"] != 0) | (np.nan_to_num(spread) != 0) | reference
        if "mask" in layers:
            good &= np.nan_to_num(layers["mask"]) != 0
        if not good.any():
            return None
        rows, cols = rows[good], cols[good]
        layers = {name: values[good] for name, values in layers.items()}
        if self.grid.crs:
            x, y = self.grid.xy(rows, cols)
        elif self._looked_up:
            x, y = layers["longitude"], layers["latitude"]
        else:
            x, y, _ = point_places(self._series, rows, cols)
        roles = {
            role: layers[name] for role, name in self.layout.roles.items()
            if not role.startswith("los_")
        }  # fmt: skip
        if "los_up" in self.layout.roles:
            look = from_incidence_azimuth(layers["incidenceAngle"], layers["azimuthAngle"])
            roles.update(los_east=look.east, los_north=look.north, los_up=look.up)
        others = {"row": rows.astype(float), "col": cols.astype(float)}
        return PointRows(x, y, series[:, good], roles, others, done)


def scene_look(attributes) -> tuple:
    """Incidence, heading and whether the radar looks to the left; empty where one is not told."""
    try:
        incidence = next(float(attributes[name]) for name in INCIDENCES if name in attributes)
        heading = float(attributes["HEADING"])
        left = float(attributes.get("ANTENNA_SIDE", -1)) > 0
    except (KeyError, ValueError, StopIteration):
        return ()
    if not 0 < incidence < 90 or not abs(heading) <= 360:
        return ()
    return incidence, heading % 360.0, left


def _reference_pixel(attributes) -> tuple:
    try:
        return int(attributes["REF_Y"]), int(attributes["REF_X"])
    except (KeyError, ValueError):
        return -1, -1

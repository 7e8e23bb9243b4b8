# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Zenith delays from ERA5 on pressure levels, in NetCDF files that the user has.

Layout: Copernicus Climate Data Store, "ERA5 hourly data on pressure levels": dimensions time (or
valid_time), level (or pressure_level), latitude, longitude; variables t (K), q (kg/kg) or r
(percent), z (geopotential, m**2/s**2). NetCDF-4 is read as the HDF5 that it is, NetCDF-3 by SciPy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.grid import Grid
from ...errors import GroundshiftError
from ..hdf5.stacks import open_hdf5
from .delay_profile import GRAVITY, vapour_from_relative, vapour_from_specific, zenith_delay
from .delays import bilinear, longitude_latitude

NAMES = {
    "time": ("time", "valid_time"),
    "level": ("level", "pressure_level", "isobaricInhPa", "plev"),
    "latitude": ("latitude", "lat"),
    "longitude": ("longitude", "lon"),
    "temperature": ("t", "temperature"),
    "specific": ("q", "specific_humidity"),
    "relative": ("r", "relative_humidity"),
    "geopotential": ("z", "geopotential"),
}
HEIGHTS = np.arange(-500.0, 9001.0, 50.0)
WIDEST_GAP = 12.0  # hours that may lie between two times that are interpolated
NEAREST = 3.0  # hours within which a single time will do
SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}
MARGIN = 2  # nodes of the model around the scene


def _text(value) -> str:
    value = np.ravel(value)[0] if np.ndim(value) else value
    return value.decode() if isinstance(value, bytes) else str(value)


class _NetCdf:
    """Variables of a NetCDF file under our names."""

    def __init__(self, path):
        self.path = Path(path)
        with open(self.path, "rb") as file:
            magic = file.read(3)
        if magic == b"CDF":
            from scipy.io import netcdf_file

            self._file = netcdf_file(str(self.path), "r", mmap=False)
            self._variables = self._file.variables
        else:
            self._file = open_hdf5(self.path)
            self._variables = self._file

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()

    def find(self, name):
        """The variable, or None."""
        for candidate in NAMES[name]:
            if candidate in self._variables:
                return self._variables[candidate]
        return None

    def need(self, name):
        """The variable; refuses a file without it."""
        variable = self.find(name)
        if variable is None:
            raise GroundshiftError(
                f"{self.path}: has no variable {' or '.join(NAMES[name])}; get ERA5 on pressure "
                "levels with temperature, humidity and geopotential."
            )
        return variable

    @staticmethod
    def attribute(variable, name, default=None):
        """An attribute of a variable."""
        if hasattr(variable, "attrs"):
            return variable.attrs.get(name, default)
        return getattr(variable, name, default)

    def unpack(self, variable, part) -> np.ndarray:
        """Values of a part, scaled, NaN for missing ones."""
        raw = np.asarray(variable[part])
        values = raw.astype(float)
        fill = self.attribute(variable, "_FillValue", self.attribute(variable, "missing_value"))
        if fill is not None:
            values[raw == np.ravel(fill)[0]] = np.nan
        scale = float(np.ravel(self.attribute(variable, "scale_factor", 1.0))[0])
        offset = float(np.ravel(self.attribute(variable, "add_offset", 0.0))[0])
        return values * scale + offset

    def times(self) -> np.ndarray:
        """Times, datetime64[s]."""
        variable = self.need("time")
        units = _text(self.attribute(variable, "units", ""))
        match = re.match(r"(\w+) since (\d+)-(\d+)-(\d+)", units)
        if not match or match.group(1) not in SECONDS:
            raise GroundshiftError(
                f"{self.path}: its time has the unit '{units}'; it must be hours or seconds since "
                "a date."
            )
        year, month, day = (int(part) for part in match.groups()[1:])
        start = np.datetime64(f"{year:04d}-{month:02d}-{day:02d}", "s")
        values = np.ravel(np.asarray(variable[()] if variable.shape == () else variable[:]))
        seconds = np.round(values.astype(float) * SECONDS[match.group(1)]).astype("int64")
        return start + seconds.astype("timedelta64[s]")


@dataclass(frozen=True)
class _Place:
    """A time in a file."""

    path: Path
    index: int


class Era5Delay:
    """Zenith delays of ERA5 on the pixels of a series.

    Parameters
    ----------
    path : path
        A NetCDF file, or a folder of them (``*.nc``).
    dates : ndarray of datetime64[D], shape (time,)
    seconds_of_day : float
        When the radar passed, UTC.
    grid : Grid

    Attributes
    ----------
    sources : tuple
        None: other processes get the tables, which are small.

    Raises
    ------
    GroundshiftError
        If files are missing, damaged, or do not cover the scene in space and time.
    """

    sources = ()

    def __init__(self, path, dates, seconds_of_day: float, grid: Grid):
        path = Path(path)
        files = sorted(path.glob("*.nc")) if path.is_dir() else [path]
        if not files or not files[0].is_file():
            raise GroundshiftError(f"{path}: holds no NetCDF file (*.nc); give ERA5's.")
        self._grid = grid
        places, times = self._index(files)
        corner_rows = np.unique(np.linspace(0, grid.rows - 1, 9).astype(int))
        corner_cols = np.unique(np.linspace(0, grid.cols - 1, 9).astype(int))
        scene = longitude_latitude(grid, corner_rows, corner_cols)
        tables, wanted = {}, []
        for date in dates:
            moment = date.astype("datetime64[s]") + np.timedelta64(int(seconds_of_day), "s")
            shares = _between(moment, times, path)
            for number, _ in shares:
                if number not in tables:
                    tables[number] = self._table(places[number], scene)
            wanted.append(sum(share * tables[number] for number, share in shares))
        self._tables = np.stack(wanted).astype(np.float32)

    @staticmethod
    def _index(files):
        places, times = [], []
        for file in files:
            with _NetCdf(file) as data:
                for index, time in enumerate(data.times()):
                    places.append(_Place(file, index))
                    times.append(time)
        order = np.argsort(times, kind="stable")
        return [places[k] for k in order], np.array(times)[order]

    def _table(self, place: _Place, scene) -> np.ndarray:
        """Delays by height, latitude and longitude at one time."""
        with _NetCdf(place.path) as data:
            latitude = np.asarray(data.need("latitude")[:], float)
            longitude = np.asarray(data.need("longitude")[:], float)
            self._west = float(longitude.min())
            wrapped = self._wrap(scene[0])
            rows = _cover(latitude, scene[1], place.path, "latitude")
            cols = _cover(longitude, wrapped, place.path, "longitude")
            self._latitude, self._longitude = latitude[rows], longitude[cols]
            level = data.need("level")
            pressure = np.asarray(level[:], float)
            unit = _text(data.attribute(level, "units", "")).lower()
            if unit != "pa" and pressure.max() < 2000:
                pressure = pressure * 100.0
            temperature, vapour, height = self._profiles(data, place, rows, cols, pressure)
        flat = [a.reshape(len(pressure), -1) for a in (height, temperature, vapour)]
        if not all(np.isfinite(a).all() for a in flat):
            raise GroundshiftError(
                f"{place.path}: has missing values over the scene; get it again."
            )
        columns = [
            zenith_delay(h, pressure, t, e, HEIGHTS)
            for h, t, e in zip(*(np.moveaxis(a, 1, 0) for a in flat))
        ]
        return np.stack(columns, axis=1).reshape(len(HEIGHTS), *height.shape[1:])

    @staticmethod
    def _profiles(data, place, rows, cols, pressure):
        def read(name):
            variable = data.need(name)
            part = (slice(None), rows, cols)
            if len(variable.shape) == 4:
                part = (place.index, *part)
            elif len(variable.shape) != 3:
                raise GroundshiftError(
                    f"{place.path}: '{name}' has {len(variable.shape)} dimensions where time, "
                    "level, latitude and longitude are expected; merge experiment versions or "
                    "ensemble members first."
                )
            return data.unpack(variable, part)

        temperature = read("temperature")
        if data.find("specific") is not None:
            vapour = vapour_from_specific(read("specific"), pressure[:, None, None])
        elif data.find("relative") is not None:
            vapour = vapour_from_relative(read("relative"), temperature)
        else:
            data.need("specific")
        return temperature, vapour, read("geopotential") / GRAVITY

    def _wrap(self, longitude):
        """Longitudes in the file's own turn (0..360 or -180..180)."""
        return np.mod(longitude - self._west + 1e-9, 360.0) - 1e-9 + self._west

    def read(self, rows, cols, height) -> np.ndarray:
        """Zenith delays, metres, shape (time, row, column).

        Parameters
        ----------
        rows, cols : ndarray of int
        height : ndarray, shape (row, column)
            Metres; NaN gives NaN.
        """
        longitude, latitude = longitude_latitude(self._grid, rows, cols)
        row = _fraction(self._latitude, latitude)
        col = _fraction(self._longitude, self._wrap(longitude))
        place = np.clip((height - HEIGHTS[0]) / (HEIGHTS[1] - HEIGHTS[0]), 0, len(HEIGHTS) - 1.001)
        known = np.isfinite(place)
        lower = np.where(known, place, 0).astype(int)
        share = (place - lower).astype(np.float32)
        out = np.zeros((len(self._tables), *height.shape), np.float32)
        # The model is coarse: its few levels under the block are interpolated one by one.
        for level in range(lower.min(), lower.max() + 2):
            weight = np.where(lower == level, 1 - share, np.where(lower + 1 == level, share, 0))
            used = weight > 0
            if used.any():
                values = bilinear(self._tables[:, level], row[used], col[used])
                out[:, used] += values * weight[used].astype(np.float32)
        out[:, ~known] = np.nan
        return out


def _fraction(nodes, places) -> np.ndarray:
    return (places - nodes[0]) / (nodes[1] - nodes[0])


def _cover(nodes, places, path, name) -> slice:
    """Nodes around the scene."""
    low, high = float(places.min()), float(places.max())
    if len(nodes) < 2 or nodes.min() > low or nodes.max() < high:
        raise GroundshiftError(
            f"{path}: its {name} runs from {nodes.min():.2f} to {nodes.max():.2f} and the scene "
            f"from {low:.2f} to {high:.2f}; get a larger area."
        )
    step = abs(float(nodes[1] - nodes[0]))
    near = np.flatnonzero((nodes > low - MARGIN * step) & (nodes < high + MARGIN * step))
    return slice(int(near.min()), int(near.max()) + 1)


def _between(moment, times, path):
    """Which times to take for a moment, and their shares."""
    after = int(np.searchsorted(times, moment))
    hours = (times - moment).astype(float) / 3600.0
    if after < len(times) and hours[after] == 0:
        return [(after, 1.0)]
    if 0 < after < len(times) and hours[after] - hours[after - 1] <= WIDEST_GAP:
        share = -hours[after - 1] / (hours[after] - hours[after - 1])
        return [(after - 1, 1.0 - share), (after, share)]
    nearest = int(np.argmin(np.abs(hours)))
    if abs(hours[nearest]) <= NEAREST:
        return [(nearest, 1.0)]
    raise GroundshiftError(
        f"{path}: has no time within {NEAREST:g} hours of {moment}Z, the pass of that date; get "
        "that day from ERA5."
    )

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates and series of point layers and rasters, with units, directions and look vectors sorted out.

Which field holds what is guessed from the usual names where the user does not say: our own
(``velocity_mm_yr``, ``DYYYYMMDD``), those of the Nevada Geodetic Laboratory and UNAVCO tables
(``ve``, ``vn``, ``vu``, ``se`` ...), EGMS (``mean_velocity``) and SqueeSAR (``VEL``, ``V_STDEV``).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from ..data.date_columns import find_dates
from ..data.los import from_components, from_incidence_azimuth, from_incidence_heading
from ..data.metric import LocalMetres
from ..data.points import Points
from ..errors import GroundshiftError
from .hdf5.stacks import read_geometry
from .quantities import check_field
from .vectors.tables import Table, read_table

UNITS = {"mm": 1e-3, "cm": 1e-2, "m": 1.0}
MISSING = "-"
"""What a user writes for a field that shall not be guessed."""

ERROR_WORDS = ("std", "sigma", "sig", "stdev", "err", "error", "unc", "se", "sd")


def _errors_of(*names) -> tuple:
    """Names of standard deviations: ``east_std``, ``std_east``, ``sigmaeast`` ..."""
    return tuple(
        made
        for name in names
        for word in ERROR_WORDS
        for made in (f"{name}_{word}", f"{word}_{name}", f"{name}{word}", f"{word}{name}")
    )


USUAL_NAMES = {
    "los": (
        "velocity_mm_yr", "los_mm_yr", "vlos", "v_los", "los_rate", "los_velocity", "mean_velocity",
        "velocity", "vel", "rate", "v",
    ),
    "los_std": (
        "velocity_std_mm_yr", "los_std_mm_yr", "velocity_std", "mean_velocity_std",
        "v_stdev", "vel_std", "std", "sigma", "slos", "los_std", "std_los", "los_sigma",
        "sigma_los",
    ),
    "east": ("east_mm_yr", "ve", "v_e", "vel_e", "v_east", "veast", "east", "e_vel", "rate_e"),
    "north": ("north_mm_yr", "vn", "v_n", "vel_n", "v_north", "vnorth", "north", "n_vel", "rate_n"),
    "up": (
        "up_mm_yr", "vertical_mm_yr", "vu", "v_u", "vel_u", "v_up", "vup", "up", "u_vel", "rate_u",
        "vertical", "v_vert", "vz", "subsidence_rate",
    ),
    "east_std": ("east_std_mm_yr", "se", "s_e", *_errors_of("east", "ve", "e")),
    "north_std": ("north_std_mm_yr", "sn", "s_n", *_errors_of("north", "vn", "n")),
    "up_std": (
        "up_std_mm_yr", "vertical_std_mm_yr", "su", "s_u",
        *_errors_of("up", "vu", "u", "vertical", "vz"),
    ),
    "name": ("station", "site", "name", "code", "sta", "id", "benchmark", "point"),
}  # fmt: skip


@dataclass(frozen=True)
class Fields:
    """Names of the fields; '' has one guessed, '-' says that there is none.

    Parameters
    ----------
    rate, std, coherence : str
        Along the line of sight, and how well it is known.
    east, north, up, east_std, north_std, up_std : str
    name : str
        Of the stations.
    date : str
        Of tables with a row a date: its date, and the other fields hold displacements.
    """

    rate: str = ""
    std: str = ""
    east: str = ""
    north: str = ""
    up: str = ""
    east_std: str = ""
    north_std: str = ""
    up_std: str = ""
    name: str = ""
    date: str = ""
    coherence: str = ""


@dataclass(frozen=True)
class RateLayer:
    """Points or a raster with rates, and how they are to be read.

    Parameters
    ----------
    path : path
    layer : str
        Of a vector file.
    raster : bool
    quantity : str
        ``auto``, ``los``, ``vertical`` or ``enu``.
    unit : str
        ``mm``, ``cm`` or ``m`` (a year, for rates); the unit of a raster, or in the names of
        fields of dates, wins.
    fields : Fields
    std_path : path, optional
        Raster of standard deviations, where the rates' own file has none.
    geometry_path : path, optional
        ``geometryGeo.h5``: look vectors.
    incidence, heading : float, optional
        Degrees: look vectors of the whole scene.
    away : bool
        Line-of-sight values are positive away from the satellite.
    """

    path: object
    layer: str = ""
    raster: bool = False
    quantity: str = "auto"
    unit: str = "mm"
    fields: Fields = field(default_factory=Fields)
    std_path: object = None
    geometry_path: object = None
    incidence: float | None = None
    heading: float | None = None
    away: bool = False


def read_points(source: RateLayer, bounds=None) -> tuple[Points, list]:
    """Read a point layer.

    Parameters
    ----------
    source : RateLayer
    bounds : (xmin, ymin, xmax, ymax), optional
        Only points inside, in the layer's CRS.

    Returns
    -------
    Points
        May be empty where `bounds` are given.
    list of str
        What was guessed, in sentences.

    Raises
    ------
    GroundshiftError
        If the fields are missing or hold no numbers.
    """
    return measurements_of(read_table(source.path, source.layer, bounds), source)


def measurements_of(table: Table, source: RateLayer) -> tuple[Points, list]:
    """A table that is read already as measurements; see :func:`read_points`."""
    reader = _TableReader(table, source)
    return reader.read(), reader.notes


class _TableReader:
    """Finds the fields of a table and reads them as measurements."""

    def __init__(self, table: Table, source: RateLayer):
        self._table, self._source = table, source
        self._scale = UNITS[source.unit]
        self._lower = {name.lower(): name for name in reversed(list(table.columns))}
        self.notes = []

    def read(self) -> Points:
        direction = self._direction()
        parts = {
            "los": ("los",), "up": ("up",), "enu": ("east", "north", "up"), "en": ("east", "north"),
        }[direction]  # fmt: skip
        values = [self._field(part) for part in parts]
        errors = [self._field(f"{part}_std") for part in parts]
        self._say(direction, values, errors)
        if self._source.fields.date:
            return self._rows_by_date(direction, values)
        columns = find_dates(
            self._table.columns if direction in ("los", "up") else (), where=self._table.path
        )
        by_date = columns.fields
        sign = -1.0 if self._source.away and direction == "los" else 1.0
        dates, series = np.array(list(by_date.values()), "datetime64[D]"), None
        if by_date:
            numbers = np.array([self._table.numbers(name) for name in by_date]).T
            # Displacements in the unit of the rates, unless the names tell their own.
            series = (sign * UNITS[columns.unit or self._source.unit] * numbers)[:, np.newaxis, :]
        elif not any(values):
            raise GroundshiftError(
                f"{self._table.path}: no field with a rate or with dates is found; say which field "
                f"to use (there are {', '.join(self._table.columns) or 'none'})."
            )
        return Points(
            self._table.crs, self._table.x, self._table.y, sign * self._columns(values),
            self._columns(errors), None, dates, series, direction, self._look(), self._names(),
        )  # fmt: skip

    def _direction(self) -> str:
        quantity, fields = self._source.quantity, self._source.fields
        if quantity != "auto":
            return {"los": "los", "vertical": "up", "enu": "enu", "horizontal": "en"}[quantity]
        if fields.rate not in ("", MISSING):
            return "los"
        found = {part: bool(self._field(part)) for part in ("los", "east", "north", "up")}
        if found["east"] and found["north"] and found["up"]:
            return "enu"
        if fields.up not in ("", MISSING) or (found["up"] and not found["los"]):
            return "up"
        if found["east"] and found["north"] and not found["los"]:
            return "en"
        return "los"

    def _field(self, part: str) -> str:
        """The field of a part: the user's, or the first of the usual names; '' for none."""
        key = {"los": "rate", "los_std": "std"}.get(part, part)
        given = getattr(self._source.fields, key)
        if given == MISSING:
            return ""
        if given:
            self._table.numbers(given) if part != "name" else self._table.texts(given)
            if part == "los":
                check_field(self._table.path, given)
            return given
        for name in USUAL_NAMES[part]:
            if name in self._lower:
                return self._lower[name]
        return ""

    def _say(self, direction, values, errors):
        words = {"los": "line of sight", "up": "vertical", "enu": "east, north, up",
                 "en": "east, north"}[direction]  # fmt: skip
        used = [name for name in (*values, *errors) if name]
        self.notes.append(
            f"{self._table.path}: {words}, from {'field' if len(used) == 1 else 'fields'} "
            f"{', '.join(used) or 'of dates'}."
        )

    def _columns(self, names) -> np.ndarray:
        empty = np.full(len(self._table), np.nan)
        return np.stack(
            [self._scale * self._table.numbers(name) if name else empty for name in names], axis=1
        )

    def _names(self) -> np.ndarray:
        name = self._field("name")
        if name:
            return self._table.texts(name)
        return np.array([str(k + 1) for k in range(len(self._table))], dtype=object)

    def _look(self):
        names = [self._lower.get(f"los_{part}") for part in ("east", "north", "up")]
        if not all(names):
            return None
        los = from_components(
            *(self._table.numbers(name) for name in names),
            f"{self._table.path}: the look vectors",
        )
        return np.stack([los.east, los.north, los.up], axis=1)

    def _rows_by_date(self, direction, values) -> Points:
        """A table with a row for each station and date."""
        table, source = self._table, self._source
        if not all(values):
            raise GroundshiftError(
                f"{table.path}: the fields of displacement are not found; say which ones to use."
            )
        dates = _as_dates(table.texts(source.fields.date), table.path, source.fields.date)
        names = self._names() if self._field("name") else None
        keys = names if names is not None else np.array(
            [f"{x:.7g} {y:.7g}" for x, y in zip(table.x, table.y)], dtype=object
        )  # fmt: skip
        stations, first, station = np.unique(
            keys.astype(str), return_index=True, return_inverse=True
        )
        axis, when = np.unique(dates, return_inverse=True)
        sign = -1.0 if source.away and direction == "los" else 1.0
        rows = sign * self._columns(values)
        total = np.zeros((len(stations), len(values), len(axis)))
        count = np.zeros(total.shape)
        for part in range(len(values)):
            good = np.isfinite(rows[:, part])
            place = (station[good], part, when[good])
            np.add.at(total, place, rows[good, part])
            np.add.at(count, place, 1)
        with np.errstate(invalid="ignore"):
            series = np.where(count > 0, total / np.maximum(count, 1), np.nan)
        unknown = np.full((len(stations), len(values)), np.nan)
        look = self._look()
        return Points(
            table.crs, table.x[first], table.y[first], unknown, unknown.copy(), None, axis, series,
            direction, None if look is None else look[first], stations.astype(object),
        )  # fmt: skip


def _as_dates(texts, path, name) -> np.ndarray:
    """Dates of a column: YYYY-MM-DD, YYYY/MM/DD, YYYYMMDD, with or without a time behind."""
    dates = []
    for text in texts:
        digits = text.strip().replace("/", "-").split("T")[0].split(" ")[0].replace("-", "")
        try:
            dates.append(np.datetime64(f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}", "D"))
        except ValueError as error:
            raise GroundshiftError(
                f"{path}: the field '{name}' holds '{text}', which is no date; write dates as "
                "YYYY-MM-DD."
            ) from error
    return np.array(dates, "datetime64[D]")


def look_of(source: RateLayer, points: Points) -> Points:
    """Points with their look vectors: their own, from the geometry file, or from angles.

    Raises
    ------
    GroundshiftError
        If only one of incidence and heading is given.
    """
    if source.geometry_path is not None:
        grid, layers = read_geometry(source.geometry_path)
        if not {"incidenceAngle", "azimuthAngle"} <= set(layers):
            raise GroundshiftError(
                f"{source.geometry_path}: holds no incidenceAngle and azimuthAngle; give incidence "
                "and heading as numbers."
            )
        local = LocalMetres(grid.crs, *grid.xy(grid.rows // 2, grid.cols // 2))
        places = local.of(points.crs, points.x, points.y, str(source.geometry_path))
        x, y = local.back(grid.crs, places)
        index = np.array([grid.index(*place) for place in zip(x, y)]).reshape(-1, 2)
        inside = np.array([grid.contains(*k) for k in index.tolist()], bool)
        rows, cols = index[inside].T
        los = from_incidence_azimuth(
            layers["incidenceAngle"][rows, cols].astype(float),
            layers["azimuthAngle"][rows, cols].astype(float),
        )
        look = np.full((len(points), 3), np.nan)
        look[inside] = np.stack([los.east, los.north, los.up], axis=1)
        return replace(points, look=look)
    if (source.incidence is None) != (source.heading is None):
        raise GroundshiftError(
            "Incidence and heading belong together and only one is given; give both or neither."
        )
    if source.incidence is not None:
        los = from_incidence_heading(source.incidence, source.heading)
        vector = np.array([los.east, los.north, los.up], float)
        return replace(points, look=np.tile(vector, (len(points), 1)))
    return points

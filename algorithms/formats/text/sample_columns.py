# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns of text files of samples: what each of them holds, by a header or as somebody says."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass

import numpy as np

from ...data.crs import is_geographic, wkt_from_epsg
from ...errors import GroundshiftError

UNITS = {"mm": 1e-3, "cm": 1e-2, "m": 1.0}
DISTANCES = {"m": 1.0, "km": 1e3}
COORDINATES = ("auto", "degrees", *DISTANCES)
AWAY = "range_change"
"""Displacement of that name grows away from the satellite."""
NAMES = {
    "x": ("lon", "longitude", "long", "x", "easting"),
    "y": ("lat", "latitude", "y", "northing"),
    "d": ("displacement", "los", "d", "disp", "los_displacement", AWAY),
    "std": ("std", "sigma", "error", "displacement_std", "los_std", "uncertainty"),
    "weight": ("weight", "w"),
    "east": ("los_east", "e_los", "look_e", "looke", "look_east", "le", "ve"),
    "north": ("los_north", "n_los", "look_n", "lookn", "look_north", "ln", "vn"),
    "up": ("los_up", "u_los", "look_u", "looku", "look_up", "lu", "vu"),
    "incidence": ("incidence", "incidence_deg", "inc", "inc_deg"),
    "heading": ("heading", "heading_deg", "head"),
    "gnss_east": ("east", "de", "ue", "e"), "gnss_north": ("north", "dn", "un", "n"),
    "gnss_up": ("up", "du", "uu", "u"),
    "gnss_std_east": ("std_east", "se", "sigma_east", "sig_e"),
    "gnss_std_north": ("std_north", "sn", "sigma_north", "sig_n"),
    "gnss_std_up": ("std_up", "su", "sigma_up", "sig_u"),
    "component": ("component", "comp"),
}  # fmt: skip
LEFT_OUT = ("-", "skip")
AXES = {"e": 0, "east": 0, "n": 1, "north": 1, "u": 2, "up": 2, "v": 2, "z": 2, "vertical": 2}
"""Words of a column of components."""


@dataclass(frozen=True)
class Columns:
    """A table of texts.

    Parameters
    ----------
    path : Path
    names : tuple of str or None
        Of the columns; None where nothing says them.
    cells : ndarray of object, shape (row, column)
    """

    path: object
    names: tuple | None
    cells: np.ndarray

    def numbers(self, which: int) -> np.ndarray:
        """A column as numbers, NaN for what is none."""
        return np.array([number_of(cell) for cell in self.cells[:, which]])

    @property
    def roles(self) -> dict:
        """Number of the column by what it holds, a key of :data:`NAMES`."""
        found = {}
        for number, name in enumerate(self.names or ()):
            what = role_of(name)
            if what is not None:
                found.setdefault(what, number)
        return found

    def named(self, what: str) -> str:
        """Name of the column that holds something."""
        return self.names[self.roles[what]]


def role_of(name: str):
    """What a column of a name holds; None where that is not known."""
    stem = name.rsplit("_", 1)[0] if unit_in(name) else name
    return next((what for what, names in NAMES.items() if name in names or stem in names), None)


def unit_in(name: str) -> str:
    """The unit at the end of a name; empty without."""
    last = name.rsplit("_", 1)[-1]
    return last if last in UNITS or last in DISTANCES else ""


def number_of(text) -> float:
    """A number of a text; NaN for what is none."""
    try:
        return float(text)
    except ValueError:
        return np.nan


def read_columns(path, said: str = "") -> Columns:
    """Read a table of delimited text.

    Parameters
    ----------
    path : Path
    said : str
        What the columns hold, a word each (see :data:`NAMES`, or ``-``), whatever a header says.

    Raises
    ------
    GroundshiftError
        If it is no text, has rows of several lengths, or other columns than are said.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GroundshiftError(f"{path}: cannot be read as text ({error}).") from error
    lines = [
        (number, line) for number, line in enumerate(lines, 1)
        if line.strip() and not line.lstrip().startswith(("#", "%"))
    ]  # fmt: skip
    if not lines:
        raise GroundshiftError(f"{path}: is empty; give a file of samples.")
    mark = next((mark for mark in (";", ",", "\t") if mark in lines[0][1]), None)
    rows = [(number, _split(path, line, mark)) for number, line in lines]
    head = [number_of(cell) for cell in rows[0][1]]
    names = None
    # A row of numbers may hold the name of a site; a header holds hardly any number.
    if np.isfinite(head).sum() < len(head) / 2:
        names = tuple("_".join(re.findall(r"\w+", cell.lower())) for cell in rows[0][1])
        rows = rows[1:]
    if not rows:
        raise GroundshiftError(f"{path}: has a header and no rows; give a file of samples.")
    width = len(names or rows[0][1])
    for number, row in rows:
        if len(row) != width:
            raise GroundshiftError(
                f"{path}: line {number} has {len(row)} columns and not {width}; mend it."
            )
    cells = np.array([row for _, row in rows], dtype=object).reshape(len(rows), width)
    return Columns(path, _said(path, said, width) or names, cells)


def _split(path, line, mark) -> list:
    if mark is None:
        return line.split()
    try:
        # Between semicolons a comma is that of a number.
        return next(csv.reader([line.replace(",", ".") if mark == ";" else line], delimiter=mark))
    except (csv.Error, StopIteration) as error:
        raise GroundshiftError(f"{path}: is no table ({error}); give a file of samples.") from error


def _said(path, said, width):
    """Names of columns as somebody gave them; None where nobody did."""
    names = tuple(re.findall(r"[^\s,;]+", said.lower()))
    if not names:
        return None
    known = ", ".join(options[0] for options in NAMES.values())
    wrong = [name for name in names if name not in LEFT_OUT and role_of(name) is None]
    if wrong:
        raise GroundshiftError(
            f"Columns: {wrong[0]} is no word for a column; take of {known} (with _mm, _cm or _m "
            "for the unit), and - for what is left out."
        )
    roles = [role_of(name) for name in names if name not in LEFT_OUT]
    twice = [what for what in roles if roles.count(what) > 1]
    if twice:
        raise GroundshiftError(f"Columns: {NAMES[twice[0]][0]} is said twice; write - for one.")
    if len(names) != width:
        raise GroundshiftError(
            f"{path}: has {width} columns and {len(names)} are said; say one word for each, and - "
            "for those to leave out."
        )
    return names


def places_of(table: Columns, options) -> tuple:
    """Coordinates, and their CRS (WKT); that is empty where they are metres of no CRS.

    Parameters
    ----------
    table : Columns
        With names.
    options : TextOptions

    Raises
    ------
    GroundshiftError
        If there are none, or nothing tells their unit.
    """
    roles, path = table.roles, table.path
    for what, word in (("x", "lon"), ("y", "lat")):
        if what not in roles:
            raise GroundshiftError(
                f"{path}: has no column {word}; its columns are {', '.join(table.names)}."
            )
    x, y = table.numbers(roles["x"]), table.numbers(roles["y"])
    unit, name = options.coordinates, table.named("x")
    if unit == "auto":
        unit = unit_in(name) or ("degrees" if name.startswith("lon") else "")
    if not unit and options.crs:
        unit = "degrees" if is_geographic(options.crs) else "m"
    if not unit and np.nanmax(np.abs([x, y]), initial=0.0) > 360:
        unit = "m"
    if unit not in COORDINATES[1:]:
        raise GroundshiftError(
            f"{path}: {name} and {table.named('y')} may be degrees, kilometres or metres; say "
            "which by Coordinates, or name the columns lon and lat, or x_km and y_km."
        )
    if unit == "degrees":
        return x, y, options.crs or wkt_from_epsg(4326)
    if options.crs and is_geographic(options.crs):
        raise GroundshiftError(
            f"{path}: its coordinates are in {unit} and the CRS that is given is one of degrees; "
            "give the projected CRS, or none."
        )
    return DISTANCES[unit] * x, DISTANCES[unit] * y, options.crs


def components_of(table: Columns) -> np.ndarray:
    """Axis of each row (0 east, 1 north, 2 up) by the column of components.

    Raises
    ------
    GroundshiftError
        If a word is no component.
    """
    words = [str(cell).strip().lower() for cell in table.cells[:, table.roles["component"]]]
    wrong = [word for word in words if word not in AXES]
    if wrong:
        raise GroundshiftError(
            f"{table.path}: {wrong[0] or 'nothing'} is no component; write E, N or U."
        )
    return np.array([AXES[word] for word in words])

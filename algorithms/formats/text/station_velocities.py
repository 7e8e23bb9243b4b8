# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of horizontal motion of GNSS stations as text.

Known without a header, by their number of columns: longitude, latitude, east and north, and then

- nothing more (4 numbers), or the standard deviations of both (6);
- these and their correlation (7: GMT's ``psvelo``);
- up, and the standard deviations of all three (8);
- adjustments of both, their standard deviations, correlation, and three of the height (12: ``.vel``
  of GAMIT/GLOBK).

The name of the station may stand behind. A header of names (``lon lat ve vn se sn rho``), with or
without ``#``, goes first.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from ...errors import GroundshiftError

NAMES = {
    "longitude": ("lon", "long", "longitude", "x"),
    "latitude": ("lat", "latitude", "y"),
    "east": ("ve", "east", "e", "v_east", "east_rate", "velocity_east", "vel_e", "e_vel", "de"),
    "north": ("vn", "north", "n", "v_north", "north_rate", "velocity_north", "vel_n", "n_vel",
              "dn"),
    "std_east": ("se", "sve", "sig_e", "sigma_e", "std_east", "sigma_east", "east_std", "e_sig",
                 "sige", "ve_std"),
    "std_north": ("sn", "svn", "sig_n", "sigma_n", "std_north", "sigma_north", "north_std",
                  "n_sig", "sign", "vn_std"),
    "correlation": ("rho", "corr", "correlation", "cor", "corr_en", "correlation_en", "rne"),
}  # fmt: skip
"""Words of a header, by what the column holds."""
_PLAIN = {"longitude": 0, "latitude": 1, "east": 2, "north": 3}
_STD = {"std_east": 4, "std_north": 5}
LAYOUTS = {
    4: _PLAIN, 6: _PLAIN | _STD, 7: _PLAIN | _STD | {"correlation": 6},
    8: _PLAIN | {"std_east": 5, "std_north": 6},
    12: _PLAIN | {"std_east": 6, "std_north": 7, "correlation": 8},
}  # fmt: skip
"""Columns by the count of the numbers."""


def role_of(name: str):
    """What a column of that name holds; None where that is not known."""
    word = re.sub(r"\(.*?\)", "", name).strip().lower().rstrip(".")
    stem = re.sub(r"_(mm|cm|m)(_?yr|_?a)?$", "", word)
    return next((what for what, names in NAMES.items() if word in names or stem in names), None)


def read_station_velocities(path) -> dict:
    """Read a table.

    Parameters
    ----------
    path : path

    Returns
    -------
    dict of str to ndarray
        By :data:`NAMES`, in the file's unit; standard deviations and correlation where it has
        them.

    Raises
    ------
    GroundshiftError
        If it is no such table.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GroundshiftError(f"{path}: cannot be read as text ({error}).") from error
    head, rows = None, []
    for number, line in enumerate(lines, 1):
        cells = re.split(r"[\s,;]+", line.strip().lstrip("#%*").strip(" ,;"))
        if not any(cells):
            continue
        numbers = _leading(cells)
        if len(numbers) >= 4 and line.strip()[0] not in "#%*":
            rows.append((number, numbers))
        elif not rows:
            roles = [role_of(cell) for cell in cells if not cell.endswith(":")]
            if {"longitude", "latitude", "east", "north"} <= set(roles):
                head = {}
                for place, what in enumerate(roles):
                    head.setdefault(what, place)
    if not rows:
        raise GroundshiftError(
            f"{path}: holds no rows of longitude, latitude, east and north; give a table of "
            "stations."
        )
    return _columns(path, head, rows)


def _leading(cells) -> list:
    found = []
    for cell in cells:
        try:
            found.append(float(cell))
        except ValueError:
            break
    return found


def _columns(path, head, rows) -> dict:
    width = len(rows[0][1])
    wrong = [number for number, row in rows if len(row) != width]
    # GLOBK's header has units and words of two, so that its names are not those of the columns.
    columns = LAYOUTS.get(width) if head is None or width == 12 else head
    if columns is None or wrong:
        what = f"line {wrong[0]} has another number of columns than the first" if wrong else (
            f"has {width} numbers in a row, and nothing tells what they are"
        )  # fmt: skip
        raise GroundshiftError(f"{path}: {what}; write a header such as lon lat ve vn se sn rho.")
    table = np.array([row for _, row in rows])
    found = {what: table[:, at] for what, at in columns.items() if what and at < width}
    lon, lat = found["longitude"], found["latitude"]
    if (np.abs(lat) > 90).any() or (np.abs(lon) > 360).any():
        raise GroundshiftError(
            f"{path}: its first columns go to {np.abs(lon).max():.6g} and {np.abs(lat).max():.6g}, "
            "which are no degrees; give longitude and latitude, or a layer of points."
        )
    return found

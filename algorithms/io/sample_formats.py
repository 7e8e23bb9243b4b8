# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Down-sampled displacement in the text formats of other programs.

- Columns without a header, ``.lltnde``: longitude, latitude, height, look vector (east, north, up;
  ground to satellite), displacement, standard deviation (after GMTSAR's lltn: lon, lat, topography,
  normal; displacement; error). Shorter ones (lon, lat, look, displacement) will do.
- ``.lldet``: longitude, latitude, displacement east, north, up, their standard deviations, height:
  GNSS sites, three samples each.
- CSV with a header: longitude, latitude, displacement, and a look vector or incidence and heading;
  a covariance matrix in square metres may lie beside as ``<name>_cov.npy``.
- ``.mat`` of GBIS (Bagnardi and Hooper 2018): Lon, Lat, Phase, Inc, Heading.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..errors import GroundshiftError
from ..geometry.los import from_components, from_incidence_heading
from ..source.samples import Samples, Track
from .crs import wkt_from_epsg

ENDINGS = (".csv", ".txt", ".dat", ".lltnde", ".lltnd", ".lldet", ".llde", ".mat", ".xyz")
UNITS = {"mm": 1e-3, "cm": 1e-2, "m": 1.0}
USUAL = {".lltnde": "cm", ".lltnd": "cm", ".lldet": "mm", ".llde": "mm"}
"""Units where nobody gives them; those of the data of Gorkha that came in these formats."""
UNIT_LENGTH = 0.02
NAMES = {
    "x": ("lon", "longitude", "long", "x", "easting"),
    "y": ("lat", "latitude", "y", "northing"),
    "d": ("displacement", "los", "d", "disp", "los_displacement", "range_change"),
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
}  # fmt: skip


@dataclass(frozen=True)
class Raw:
    """Samples at map coordinates, with true look vectors.

    Parameters
    ----------
    samples : Samples
        Places are not set yet.
    crs : str
        WKT; empty where coordinates are metres.
    x, y : ndarray, shape (sample,)
    """

    samples: Samples
    crs: str
    x: np.ndarray
    y: np.ndarray


@dataclass(frozen=True)
class TextOptions:
    """What a text does not say.

    Parameters
    ----------
    name : str
        Of the track; that of the file by default.
    unit : str
        ``mm``, ``cm``, ``m``, or ``auto`` for what the header or format says.
    away : bool
        Displacement is positive away from the satellite.
    incidence, heading : float or None
        Degrees, where the text has none.
    wavelength : float
        Metres, for phases.
    """

    name: str = ""
    unit: str = "auto"
    away: bool = False
    incidence: float | None = None
    heading: float | None = None
    wavelength: float = 0.05546576


def is_sample_text(path) -> bool:
    """Whether a file has the ending of one of the text formats."""
    return Path(path).suffix.lower() in ENDINGS


def read_sample_text(path, options: TextOptions | None = None, log=None) -> Raw:
    """Read one of the text formats.

    Parameters
    ----------
    path : path
    options : TextOptions, optional
    log : callable, optional
        Is told what was taken for granted.

    Raises
    ------
    GroundshiftError
        If columns are missing or hold no numbers.
    """
    options, log, path = options or TextOptions(), log or (lambda text: None), Path(path)
    if not path.is_file():
        raise GroundshiftError(f"{path}: there is no such file; check the path.")
    if path.suffix.lower() == ".mat":
        return _gbis(path, options)
    names, values = _numbers(path)
    if names is None:
        return _headless(path, values, options, log)
    return _headed(path, dict(zip(names, values.T)), options, log)


def _numbers(path) -> tuple:
    """Names of the columns, None without a header, and values, shape (row, column)."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GroundshiftError(f"{path}: cannot be read as text ({error}).") from error
    lines = [line for line in lines if line.strip() and not line.lstrip().startswith(("#", "%"))]
    if not lines:
        raise GroundshiftError(f"{path}: is empty; give a file of samples.")
    mark = next((mark for mark in (",", ";", "\t") if mark in lines[0]), None)
    rows = list(csv.reader(lines, delimiter=mark)) if mark else [line.split() for line in lines]
    names = None
    if not all(_is_number(cell) for cell in rows[0]):
        names = ["_".join(re.findall(r"\w+", cell.lower())) for cell in rows[0]]
        rows = rows[1:]
    width = len(names) if names else len(rows[0])
    for number, row in enumerate(rows, 2 if names else 1):
        if len(row) != width:
            raise GroundshiftError(
                f"{path}: line {number} has {len(row)} columns and not {width}; mend it."
            )
    if not rows:
        raise GroundshiftError(f"{path}: has a header and no rows; give a file of samples.")
    values = np.array([[float(c) if _is_number(c) else np.nan for c in row] for row in rows])
    return names, values


def _is_number(text) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _headless(path, values, options, log) -> Raw:
    width = values.shape[1]
    place = next(
        (k for k in (3, 2) if width >= k + 3 and _are_units(values[:, k : k + 3])), None
    )  # fmt: skip
    gnss = path.suffix.lower() in (".lldet", ".llde") or (place is None and width in (8, 9))
    if gnss and width >= 5:
        std = values[:, 5:8] if width >= 8 else None
        return _sites(path, values[:, :2], values[:, 2:5], std, options, log)
    if place is None or width < place + 3 + (place == 2):
        raise GroundshiftError(
            f"{path}: has {width} columns without a header, which are none of lon, lat, height, "
            "look east, north, up, displacement, error; write a header."
        )
    # Of six columns the displacement stands before the look vector.
    at = 2 if width == place + 3 else place + 3
    scale = _scale(path, options, "", log)
    std = np.abs(values[:, at + 1]) * scale if width > at + 1 > 3 else None
    look = values[:, place : place + 3]
    return _raw(path, values[:, 0], values[:, 1], values[:, at] * scale, look, std, options, log)


def _are_units(vectors) -> bool:
    length = np.linalg.norm(vectors, axis=1)
    return bool(np.nanmax(np.abs(length - 1)) < UNIT_LENGTH)


def _scale(path, options, header: str, log) -> float:
    """Metres of a unit, after the header's words, what is given, or the format's habit."""
    found = UNITS.get(header.rsplit("_", 1)[-1]) if "_" in header else None
    if found:
        return found
    unit = options.unit
    if unit not in UNITS:
        unit = USUAL.get(path.suffix.lower(), "")
        if not unit:
            raise GroundshiftError(f"{path}: does not say its unit; choose mm, cm or m.")
        log(f"{path}: displacement is taken as {unit}, as usual in {path.suffix.lower()} files.")
    return UNITS[unit]


def _headed(path, columns, options, log) -> Raw:
    found = {}
    for what, names in NAMES.items():
        for name in columns:
            stem = name.rsplit("_", 1)[0] if _has_unit(name) else name
            if what not in found and (name in names or stem in names):
                found[what] = name
    for what, word in (("x", "lon"), ("y", "lat")):
        if what not in found:
            raise GroundshiftError(
                f"{path}: has no column {word}; its columns are {', '.join(columns)}."
            )
    places = np.stack([columns[found["x"]], columns[found["y"]]], axis=1)
    if "d" not in found and all(f"gnss_{part}" in found for part in ("east", "north", "up")):
        parts = [columns[found[f"gnss_{part}"]] for part in ("east", "north", "up")]
        std = [columns.get(found.get(f"gnss_std_{p}", ""), None) for p in ("east", "north", "up")]
        std = None if any(part is None for part in std) else np.stack(std, axis=1)
        values = np.stack(parts, axis=1)
        return _sites(path, places, values, std, options, log, found["gnss_east"])
    if "d" not in found:
        raise GroundshiftError(
            f"{path}: has no column displacement; its columns are {', '.join(columns)}."
        )
    scale = _scale(path, options, found["d"], log)
    std = None
    if "std" in found:
        own = scale if not _has_unit(found["std"]) else _scale(path, options, found["std"], log)
        std = np.abs(columns[found["std"]]) * own
    look = _look(path, columns, found, options)
    weight = columns[found["weight"]] if "weight" in found else None
    metres = found["x"] in ("x", "easting") and np.abs(places).max() > 360
    return _raw(
        path, *places.T, columns[found["d"]] * scale, look, std, options, log, weight,
        "" if metres else wkt_from_epsg(4326),
    )  # fmt: skip


def _has_unit(name) -> bool:
    return name.rsplit("_", 1)[-1] in UNITS


def _look(path, columns, found, options) -> np.ndarray:
    if all(part in found for part in ("east", "north", "up")):
        los = from_components(*(columns[found[part]] for part in ("east", "north", "up")))
        return np.stack([los.east, los.north, los.up], axis=1)
    count, angles = len(columns[found["x"]]), []
    for part, given in (("incidence", options.incidence), ("heading", options.heading)):
        if part in found:
            angles.append(columns[found[part]])
        elif given is not None:
            angles.append(np.full(count, float(given)))
    if len(angles) < 2:
        raise GroundshiftError(
            f"{path}: has no look vector, and no incidence and heading; give them in degrees."
        )
    los = from_incidence_heading(*angles)
    return np.stack([los.east, los.north, los.up], axis=1)


def _raw(path, x, y, values, look, std, options, log, weight=None, crs=None) -> Raw:
    """Samples of a track along the line of sight."""
    los = from_components(*np.asarray(look, float).T)
    look = np.stack([los.east, los.north, los.up], axis=1)
    good = np.isfinite(np.column_stack([x, y, values, look])).all(axis=1)
    if not good.any():
        raise GroundshiftError(f"{path}: no row has all of its numbers; mend the file.")
    if not good.all():
        log(f"{path}: {(~good).sum()} row(s) without all of their numbers are left out.")
    crs = wkt_from_epsg(4326) if crs is None else crs
    if crs:
        _check_degrees(path, x[good], y[good])
    covariance = _matrix_beside(path, len(x), log)
    if covariance is not None:
        covariance = covariance[np.ix_(good, good)]
    count = int(good.sum())
    if covariance is not None:
        std = np.sqrt(np.diag(covariance))
    else:
        std = np.full(count, np.nan) if std is None else std[good]
    samples = Samples(
        np.zeros((count, 2)), (-1.0 if options.away else 1.0) * values[good], look[good],
        np.zeros(count, int), (Track(options.name or path.stem, covariance=covariance),), std,
        np.ones(count) if weight is None else np.nan_to_num(weight[good], nan=1.0),
        np.zeros((count, 2)),
    )  # fmt: skip
    return Raw(samples, crs, x[good], y[good])


def _sites(path, places, values, std, options, log, header="") -> Raw:
    """Three samples a site, along its axes."""
    scale = _scale(path, options, header, log)
    if std is None:
        log(f"{path}: the sites have no standard deviations; 5 mm are taken.")
        std = np.full(values.shape, 5e-3 / scale)
    x, y = np.repeat(places, 3, axis=0).T
    values, std = values.ravel() * scale, np.abs(std.ravel()) * scale
    good = np.isfinite(np.column_stack([x, y, values, std])).all(axis=1) & (std > 0)
    if not good.any():
        raise GroundshiftError(f"{path}: no site has all of its numbers; mend the file.")
    _check_degrees(path, x[good], y[good])
    count = int(good.sum())
    samples = Samples(
        np.zeros((count, 2)), values[good], np.tile(np.eye(3), (len(places), 1))[good],
        np.zeros(count, int), (Track(options.name or path.stem, "gnss"),), std[good],
        np.ones(count), np.zeros((count, 2)),
    )  # fmt: skip
    return Raw(samples, wkt_from_epsg(4326), x[good], y[good])


def _check_degrees(path, x, y):
    if np.abs(x).max() > 360 or np.abs(y).max() > 90:
        raise GroundshiftError(
            f"{path}: its first columns are no longitudes and latitudes in degrees; swap them, or "
            "head columns in metres with x and y."
        )


def _matrix_beside(path, count, log):
    """The covariance matrix ``<name>_cov.npy``, square metres; None where there is none."""
    beside = path.with_name(f"{path.stem}_cov.npy")
    if not beside.is_file():
        return None
    try:
        matrix = np.load(beside, allow_pickle=False).astype(float)
    except (OSError, ValueError) as error:
        raise GroundshiftError(f"{beside}: cannot be read ({error}); get it again.") from error
    if matrix.shape != (count, count):
        raise GroundshiftError(
            f"{beside}: is of shape {matrix.shape} and {path.name} has {count} rows; give the two "
            "that belong together, or take it away."
        )
    if not np.isfinite(matrix).all() or not (np.diag(matrix) > 0).all():
        raise GroundshiftError(f"{beside}: is no covariance matrix; take it away.")
    log(f"{beside}: taken as the covariance of the samples, in square metres.")
    return (matrix + matrix.T) / 2


def _gbis(path, options) -> Raw:
    """GBIS' own samples: phase with MintPy's sign, ``los = -wavelength / 4 pi * phase``."""
    from scipy.io import loadmat

    try:
        content = {k.lower(): v for k, v in loadmat(path).items() if not k.startswith("__")}
    except (NotImplementedError, ValueError, TypeError, OSError) as error:
        raise GroundshiftError(
            f"{path}: cannot be read as a MATLAB file ({error}); save it with -v7."
        ) from error
    names = ("lon", "lat", "phase", "inc", "heading")
    missing = [name for name in names if name not in content]
    if missing:
        raise GroundshiftError(f"{path}: has no variable {missing[0]}, as files of GBIS have.")
    x, y, phase, incidence, heading = (np.asarray(content[n], float).ravel() for n in names)
    incidence, heading = (np.broadcast_to(part, x.shape) for part in (incidence, heading))
    los = from_incidence_heading(incidence, heading)
    look = np.stack([los.east, los.north, los.up], axis=1)
    values = -options.wavelength / (4 * np.pi) * phase
    plain = replace(options, away=False)
    return _raw(path, x, y, values, look, None, plain, lambda text: None)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Down-sampled displacement in the text formats of other programs.

- Columns without a header, ``.lltnde``: longitude, latitude, height, look vector (east, north, up;
  ground to satellite), displacement, standard deviation (after GMTSAR's lltn: lon, lat, topography,
  normal; displacement; error). Shorter ones (lon, lat, look, displacement) will do, and any others
  whose columns somebody says (:func:`.text.sample_columns.read_columns`).
- ``.lldet``: longitude, latitude, displacement east, north, up, their standard deviations, height:
  GNSS sites, three samples each.
- CSV with a header: longitude, latitude, displacement, and a look vector or incidence and heading;
  a covariance matrix in square metres may lie beside as ``<name>_cov.npy``.
- ``.mat`` of GBIS (Bagnardi and Hooper 2018): Lon, Lat, Phase, Inc, Heading.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..data.crs import is_geographic, wkt_from_epsg
from ..data.los import UNIT_LENGTH, from_components, from_incidence_heading
from ..data.samples import Samples, Track
from ..errors import GroundshiftError, counted
from .points.mat_file import read_mat
from .text.sample_columns import (
    AWAY,
    UNITS,
    Columns,
    components_of,
    places_of,
    read_columns,
    unit_in,
)

ENDINGS = (".csv", ".txt", ".dat", ".lltnde", ".lltnd", ".lldet", ".llde", ".mat", ".xyz")
USUAL = {".lltnde": "cm", ".lltnd": "cm", ".lldet": "mm", ".llde": "mm"}
"""Units where nobody gives them; those of the data of Gorkha that came in these formats."""
LOOKED = (".lltnde", ".lltnd")
PARTS = ("east", "north", "up")
UNEVEN = 1e-3  # of the largest variance: by more no covariance differs from its transpose


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
    away : bool or None
        Displacement is positive away from the satellite; None for what a column's name says.
    incidence, heading : float or None
        Degrees, where the text has none.
    wavelength : float
        Metres, for phases.
    columns : str
        What the columns of a text are, see :func:`.text.sample_columns.read_columns`.
    coordinates : str
        One of :data:`COORDINATES`; ``auto`` for what the header or format says.
    crs : str
        WKT of the coordinates; WGS 84 by default, none for metres and kilometres.
    """

    name: str = ""
    unit: str = "auto"
    away: bool | None = None
    incidence: float | None = None
    heading: float | None = None
    wavelength: float = 0.05546576
    columns: str = ""
    coordinates: str = "auto"
    crs: str = ""


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
    table = read_columns(path, options.columns)
    if table.names is not None:
        return _headed(path, table, options, log)
    values = np.stack([table.numbers(k) for k in range(table.cells.shape[1])], axis=1)
    if not np.isfinite(values[:, -1]).any():
        values = values[:, :-1]  # names of sites, say
    return _headless(path, values, options, log)


def _headless(path, values, options, log) -> Raw:
    width, ending = values.shape[1], path.suffix.lower()
    known = options.coordinates in ("auto", "degrees") and (
        not options.crs or is_geographic(options.crs)
    )
    if not known:
        raise GroundshiftError(
            f"{path}: has no header, so its first columns are longitude and latitude; say by "
            "Columns what the columns are."
        )
    place = 3 if ending in LOOKED and width >= 7 else next(
        (k for k in (3, 2) if width >= k + 3 and _are_units(values[:, k : k + 3])), None
    )  # fmt: skip
    errors = width in (8, 9) and (values[:, 5:8] > 0).all()
    gnss = ending in (".lldet", ".llde") or (place is None and errors)
    if gnss and width >= 5:
        if ending not in USUAL:
            log(
                f"{path}: its columns are taken for GNSS sites: lon, lat, east, north, up and "
                "their errors; say by Columns if they are others."
            )
        std = values[:, 5:8] if width >= 8 else None
        places = values[:, 0], values[:, 1], options.crs or wkt_from_epsg(4326)
        return _sites(path, places, values[:, 2:5], std, options, log)
    if place is None or width < place + 3 + (place == 2):
        raise GroundshiftError(
            f"{path}: has {width} columns without a header, which are none of lon, lat, height, "
            "look east, north, up (of length 1), displacement, error; write a header, or say by "
            "Columns what they are."
        )
    if width == 7 and place == 3 and ending not in LOOKED:
        raise GroundshiftError(
            f"{path}: of its 7 columns without a header the third may be height or displacement, "
            "and the last displacement or error; say by Columns what they are."
        )
    # Of six columns the displacement stands before the look vector.
    at = 2 if width == place + 3 else place + 3
    scale = _scale(path, options, "", log)
    std = np.abs(values[:, at + 1]) * scale if width > at + 1 > 3 else None
    look = values[:, place : place + 3]
    return _raw(
        path, values[:, 0], values[:, 1], values[:, at] * scale, look, std, options, log,
        crs=options.crs or None,
    )  # fmt: skip


def _are_units(vectors) -> bool:
    length = np.linalg.norm(vectors, axis=1)
    known = length[np.isfinite(length)]
    return bool(known.size and np.abs(known - 1).max() < UNIT_LENGTH)


def _scale(path, options, header: str, log) -> float:
    """Metres of a unit, after the header's words, what is given, or the format's habit."""
    found = UNITS.get(unit_in(header))
    if found:
        return found
    unit = options.unit
    if unit not in UNITS:
        unit = USUAL.get(path.suffix.lower(), "")
        if not unit:
            raise GroundshiftError(f"{path}: does not say its unit; choose mm, cm or m.")
        log(f"{path}: displacement is taken as {unit}, as usual in {path.suffix.lower()} files.")
    return UNITS[unit]


def _headed(path, table: Columns, options, log) -> Raw:
    roles = table.roles
    x, y, crs = places_of(table, options)
    sites = [f"gnss_{part}" for part in PARTS if f"gnss_{part}" in roles]
    if "d" not in roles and sites:
        std = [f"gnss_std_{name[5:]}" for name in sites]
        std = (
            np.stack([table.numbers(roles[n]) for n in std], 1) if set(std) <= set(roles) else None
        )
        values = np.stack([table.numbers(roles[name]) for name in sites], axis=1)
        axes = np.tile([PARTS.index(name[5:]) for name in sites], (len(x), 1))
        return _sites(path, (x, y, crs), values, std, options, log, table.named(sites[0]), axes)
    if "d" not in roles:
        raise GroundshiftError(
            f"{path}: has no column displacement; its columns are {', '.join(table.names)}."
        )
    name = table.named("d")
    scale, std = _scale(path, options, name, log), None
    if "std" in roles:
        own = table.named("std")
        own = scale if unit_in(own) not in UNITS else _scale(path, options, own, log)
        std = np.abs(table.numbers(roles["std"])) * own
    values = table.numbers(roles["d"])
    if "component" in roles:
        std = None if std is None else std[:, None] / scale
        axes = components_of(table)[:, None]
        return _sites(path, (x, y, crs), values[:, None], std, options, log, name, axes)
    if options.away is None and name.startswith(AWAY):
        log(f"{path}: {name} grows away from the satellite, so its sign is turned.")
        options = replace(options, away=True)
    weight = table.numbers(roles["weight"]) if "weight" in roles else None
    return _raw(
        path, x, y, values * scale, _look(path, table, options), std, options, log, weight, crs
    )


def _look(path, table, options) -> np.ndarray:
    roles, count = table.roles, len(table.cells)
    if all(part in roles for part in PARTS):
        return np.stack([table.numbers(roles[part]) for part in PARTS], axis=1)
    angles = []
    for part, given in (("incidence", options.incidence), ("heading", options.heading)):
        if part in roles:
            angles.append(table.numbers(roles[part]))
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
    los = from_components(*np.asarray(look, float).T, f"{path}: the look vectors", level=True)
    look = np.stack([los.east, los.north, los.up], axis=1)
    good = np.isfinite(np.column_stack([x, y, values, look])).all(axis=1)
    if not good.any():
        raise GroundshiftError(f"{path}: no row has all of its numbers; mend the file.")
    if not good.all():
        log(f"{path}: {counted((~good).sum(), 'row')} left out, where numbers are missing.")
    crs = wkt_from_epsg(4326) if crs is None else crs
    _check_degrees(path, x[good], y[good], crs)
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


def _sites(path, places, values, std, options, log, header="", axes=None) -> Raw:
    """A sample a component of a site, along its axis.

    `places` are coordinates and their CRS; `values`, `std` and `axes` (0 east, 1 north, 2 up; the
    three by default) have a row a site and a column a component.
    """
    scale = _scale(path, options, header, log)
    if std is None:
        log(f"{path}: the sites have no standard deviations; 5 mm are taken.")
        std = np.full(values.shape, 5e-3 / scale)
    x, y, crs = places
    number = values.shape[1]
    axes = np.tile(np.arange(3), (len(x), 1)) if axes is None else axes
    x, y, look = np.repeat(x, number), np.repeat(y, number), np.eye(3)[axes.ravel()]
    values, std = values.ravel() * scale, np.abs(std.ravel()) * scale
    good = np.isfinite(np.column_stack([x, y, values, std])).all(axis=1) & (std > 0)
    if not good.any():
        raise GroundshiftError(f"{path}: no site has all of its numbers; mend the file.")
    if not good.all():
        log(
            f"{path}: {counted((~good).sum(), 'component')} without a number, or with an error of "
            "0, left out."
        )
    _check_degrees(path, x[good], y[good], crs)
    count = int(good.sum())
    samples = Samples(
        np.zeros((count, 2)), values[good], look[good], np.zeros(count, int),
        (Track(options.name or path.stem, "gnss"),), std[good], np.ones(count),
        np.zeros((count, 2)),
    )  # fmt: skip
    return Raw(samples, crs, x[good], y[good])


def _check_degrees(path, x, y, crs):
    if is_geographic(crs) and (np.abs(x).max() > 360 or np.abs(y).max() > 90):
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
        # Mapped, so that a header of nonsense takes no memory.
        matrix = np.load(beside, mmap_mode="r", allow_pickle=False)
    except Exception as error:  # NumPy hands the header to Python's parser, which raises anything
        raise GroundshiftError(f"{beside}: cannot be read ({error}); get it again.") from error
    shape = getattr(matrix, "shape", "unknown")
    if shape != (count, count):
        raise GroundshiftError(
            f"{beside}: is of shape {shape} and {path.name} has {count} rows; give the two "
            "that belong together, or take it away."
        )
    good = matrix.dtype.kind in "fiu"
    matrix = np.array(matrix, float) if good else np.zeros((count, count))
    good = np.isfinite(matrix).all() and (np.diag(matrix) > 0).all()
    if not good or np.abs(matrix - matrix.T).max() > UNEVEN * np.diag(matrix).max():
        raise GroundshiftError(f"{beside}: is no covariance matrix; take it away.")
    log(f"{beside}: taken as the covariance of the samples, in square metres.")
    return (matrix + matrix.T) / 2


def _gbis(path, options) -> Raw:
    """GBIS' own samples: phase with MintPy's sign, ``los = -wavelength / 4 pi * phase``."""
    content = read_mat(path)
    names = ("lon", "lat", "phase", "inc", "heading")
    missing = [name for name in names if name not in content]
    if missing:
        raise GroundshiftError(f"{path}: has no variable {missing[0]}, as files of GBIS have.")
    x, y, phase, incidence, heading = (content[name].ravel() for name in names)
    if not len(x) or any(
        part.shape not in ((1,), x.shape) for part in (y, phase, incidence, heading)
    ):
        raise GroundshiftError(f"{path}: its variables are of several lengths, or empty; mend it.")
    y, phase, incidence, heading = (
        np.broadcast_to(part, x.shape) for part in (y, phase, incidence, heading)
    )
    los = from_incidence_heading(incidence, heading)
    look = np.stack([los.east, los.north, los.up], axis=1)
    values = -options.wavelength / (4 * np.pi) * phase
    plain = replace(options, away=False)
    return _raw(path, x, y, values, look, None, plain, lambda text: None)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What series of displacement a file holds, or those beside it.

Three kinds: HDF5 in MintPy's layout (``timeseries.h5``) or Zarr stores of it, rasters with a band
a date, and rasters of one band each whose names differ by their date alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from ..data.addresses import STORE, store_of
from ..data.grid import Grid
from ..data.trace import MILLIMETRES
from ..errors import GroundshiftError
from .hdf5.stacks import NO_SERIES, open_hdf5, read_timeseries
from .raster_source import describe
from .rasters import gdal_errors

DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-_./:]?(0[1-9]|1[0-2])[-_./:]?(0[1-9]|[12]\d|3[01])(?!\d)"
)
DATE_ITEMS = ("DATE", "date", "ACQUISITION_DATE", "acquisition_date", "TIFFTAG_DATETIME", "time")
STD_DATASETS = ("timeseriesStd", "std", "displacementStd")
SUBDATASET = re.compile(r'(HDF5|NETCDF):"?(.+?)"?:[^:]+$')  # as GDAL and QGIS write them
_LENGTH = re.compile(r"(?:^|[_ (\[])(mm|cm|m)(?:$|[_ )\]])")


class NoSeriesError(GroundshiftError):
    """A file that is whole, and no series."""


@dataclass(frozen=True)
class SeriesFile:
    """What there is to be read.

    Parameters
    ----------
    path : str
    kind : str
        ``hdf5``, ``bands`` or ``files``.
    grid : Grid
    dates : ndarray of datetime64[D], shape (time,)
        In order.
    pages : tuple
        By date: the number of the page or band, or the file.
    unit : str
        ``mm`` for lengths, else the file's own.
    factor : float
        Takes the file's values to `unit`.
    nodata : tuple of float
    errors : str
        Name of the dataset of standard deviations; empty where there is none.
    details : object
        What reading needs besides.
    """

    path: str
    kind: str
    grid: Grid
    dates: np.ndarray
    pages: tuple
    unit: str
    factor: float
    nodata: tuple = ()
    errors: str = ""
    details: object = field(default=None, repr=False, compare=False)

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return Path(self.path).stem


_KNOWN: dict[str, tuple] = {}
"""Headers by path, with the state of the file in which they were read: clicks come in numbers."""


def open_series(path) -> SeriesFile:
    """What series a file holds; its header is read once as long as the file stays the same.

    Parameters
    ----------
    path : path
        HDF5 in MintPy's layout, a raster with a date in every band's name or metadata, or one of
        several single-band rasters that differ by the date in their names.

    Raises
    ------
    GroundshiftError
        If it holds no series, or is damaged.
    """
    path = str(store_of(Path(path)) or path)
    part = SUBDATASET.match(path)
    if part is not None and part.group(1) == "HDF5":
        path, part = part.group(2), None
    container = path if part is None else part.group(2)
    try:
        state, hdf5 = _state(container), part is None and _is_hdf5(path)
    except FileNotFoundError:  # a name of GDAL's own (GPKG:file:table), or nothing at all
        state, hdf5 = (), False
    except OSError as error:
        raise GroundshiftError(
            f"{container}: cannot be read ({error.strerror}); check the path."
        ) from error
    known = _KNOWN.get(path)
    if known is None or known[0] != state:
        known = _KNOWN[path] = (state, _open_hdf5(path) if hdf5 else _open_rasters(path))
    return known[1]


def _state(path) -> tuple:
    """What changes when a file does; nothing for GDAL's own file systems."""
    if path.startswith("/vsi"):
        return ()
    found = Path(path).stat()
    return found.st_mtime_ns, found.st_size


def _is_hdf5(path) -> bool:
    if path.startswith("/vsi"):
        return False
    if store_of(Path(path)) is not None:
        return True
    with open(path, "rb") as file:
        signature = file.read(8) == b"\x89HDF\r\n\x1a\n"
    # NetCDF 4 is HDF5 inside, and GDAL's to read.
    return signature and Path(path).suffix.lower() not in (".nc", ".grd")


def _open_hdf5(path) -> SeriesFile:
    with open_hdf5(path) as file:
        if "timeseries" not in file:
            raise NoSeriesError(f"{path}: has no dataset 'timeseries', so it is not {NO_SERIES}.")
    series = read_timeseries(path)
    if not series.grid.crs and "X_FIRST" in series.attributes:
        raise GroundshiftError(
            f"{path}: does not tell the CRS of its coordinates; give it the attribute EPSG."
        )
    if not series.grid.crs:
        raise GroundshiftError(
            f"{path}: the series is in radar coordinates, which have no place on the map; make "
            "points of it with 'Time series to points', or geocode it."
        )
    with open_hdf5(path) as file:
        shape = file["timeseries"].shape
        tables = {name: file.get(name) for name in STD_DATASETS}
        errors = [
            name for name, table in tables.items()
            if getattr(table, "shape", 0) == shape and table.dtype.kind == "f"
        ]  # fmt: skip
    unit = series.attributes.get("UNIT", "m").strip()
    unit, factor = _to_millimetres(unit or "m")
    count = len(series.dates)
    return SeriesFile(
        path, "hdf5", series.grid, series.dates, tuple(range(count)), unit, factor,
        errors=errors[0] if errors else "", details=series,
    )  # fmt: skip


def _to_millimetres(unit: str) -> tuple:
    return ("mm", MILLIMETRES[unit]) if unit in MILLIMETRES else (unit, 1.0)


def _open_rasters(path) -> SeriesFile:
    info = describe(path)
    if info.dtype.startswith("complex"):
        raise NoSeriesError(
            f"{path}: holds complex numbers, so it is no series of displacement; choose another."
        )
    if info.bands == 1:
        return _open_siblings(path, info)
    with gdal_errors() as gdal:
        dataset = gdal.Open(path)
        bands = [dataset.GetRasterBand(k + 1) for k in range(info.bands)]
        dates = [_band_date(band, dataset.GetMetadata() or {}) for band in bands]
        names = [band.GetDescription() or "" for band in bands]
    pages = [k + 1 for k, date in enumerate(dates) if date is not None]
    dates = [date for date in dates if date is not None]
    if len(dates) < 2:
        raise NoSeriesError(
            f"{path}: its bands tell no dates in their names or metadata, so it is no series; "
            "name them by date, as displacement_mm_20200131."
        )
    unit, factor = _unit(info.unit, names[pages[0] - 1], path)
    return _sorted(SeriesFile(
        path, "bands", info.grid, np.array(dates, "datetime64[D]"), tuple(pages), unit, factor,
        info.nodata,
    ))  # fmt: skip


def _unit(unit, *names) -> tuple:
    """The unit that GDAL knows, else that in the name, and the factor to millimetres."""
    if not unit:
        found = [match.group(1) for match in (_LENGTH.search(Path(n).stem) for n in names) if match]
        unit = found[0] if found else ""
    named = {"metre": "m", "meter": "m", "metres": "m", "meters": "m", "millimetre": "mm"}
    return _to_millimetres(named.get(unit.lower(), unit))


def _band_date(band, metadata):
    """Date of a band by its metadata, its name, or the time axis of NetCDF; None without."""
    items = band.GetMetadata() or {}
    for text in (*(items.get(name, "") for name in DATE_ITEMS), band.GetDescription() or ""):
        date = date_in(text)
        if date is not None:
            return date
    for name, value in items.items():
        if name.startswith("NETCDF_DIM_"):
            date = _axis_date(value, metadata.get(f"{name[11:]}#units", ""))
            if date is not None:
                return date
    return None


def _axis_date(value, units):
    """A date by the CF conventions: so many days since another."""
    match = re.match(r"\s*(day|hour|second)s?\s+since\s+(\S+)", units)
    start = date_in(match.group(2)) if match else None
    try:
        days = float(value) / {"day": 1, "hour": 24, "second": 86400}[match.group(1)]
    except (AttributeError, ValueError):
        return None
    return None if start is None else start + np.timedelta64(int(round(days)), "D")


def date_in(text: str):
    """The last date that a text holds, as in ``displacement_mm_20200131``; None without one."""
    for match in reversed(list(DATE.finditer(text))):
        try:
            return np.datetime64("-".join(match.groups()), "D")
        except ValueError:  # 31 February
            continue
    return None


def _open_siblings(path, info) -> SeriesFile:
    """Rasters of one band beside this one, whose names are the same but for one date."""
    path = Path(path)
    places = list(DATE.finditer(path.name))
    found = {}
    if len(places) == 1 and path.parent.is_dir():
        head, tail = path.name[: places[0].start()], path.name[places[0].end() :]
        for other in sorted(path.parent.iterdir()):
            name = other.name
            if name.startswith(head) and name.endswith(tail):
                middle = name[len(head) : len(name) - len(tail)]
                date = date_in(middle) if DATE.fullmatch(middle) else None
                if date is not None:
                    found[date] = str(other)
    if len(found) < 2:
        raise NoSeriesError(
            f"{path}: has one band and no rasters beside it that differ by a date in their names, "
            "so it is no series; choose a series of displacement."
        )
    unit, factor = _unit(info.unit, path.name)
    return _sorted(SeriesFile(
        str(path), "files", info.grid, np.array(list(found), "datetime64[D]"),
        tuple(found.values()), unit, factor, info.nodata,
    ))  # fmt: skip


def _sorted(file: SeriesFile) -> SeriesFile:
    order = np.argsort(file.dates, kind="stable")
    dates = file.dates[order]
    twice = dates[1:][np.diff(dates).astype(int) == 0]
    if twice.size:
        raise GroundshiftError(
            f"{file.path}: has two images of {twice[0]}; leave one of them out of the series."
        )
    return replace(file, dates=dates, pages=tuple(file.pages[k] for k in order))


def find_series(path, named=()) -> SeriesFile | None:
    """The series of a raster, or the one on its grid beside it (``timeseries*.h5``, ``.zarr``).

    So a click on a map of rates shows the series that they were fitted to.

    Parameters
    ----------
    path : path
    named : sequence of path
        Files that may hold it, first of all: those that the raster's history names.

    Raises
    ------
    GroundshiftError
        If the raster is damaged, or a series that cannot be shown.
    """
    try:
        return open_series(path)
    except NoSeriesError:
        grid = describe(path).grid
    folder = Path(path).resolve().parent
    beside = [file for kind in (".h5", STORE) for file in folder.glob(f"timeseries*{kind}")]
    beside.sort(key=lambda file: file.name)
    for other in (*named, *beside):
        try:
            found = open_series(other)
        except GroundshiftError:
            continue
        if found.grid.aligned_with(grid):
            return found
    return None

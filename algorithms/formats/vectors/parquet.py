# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoParquet through pyarrow, where GDAL has no driver for it.

Format: https://geoparquet.org/releases/v1.1.0/ (geometries as well-known binary, the CRS as
PROJJSON, a column of bounding boxes by whose statistics readers pass over groups of rows).
"""

from __future__ import annotations

import contextlib
import json
from functools import cached_property, lru_cache

import numpy as np

from ...errors import GroundshiftError
from ..rasters import gdal_errors
from .geopackage import POINT

ENDINGS = (".parquet", ".geoparquet")
SIDES = ("xmin", "ymin", "xmax", "ymax")
SHAPES = ("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon")
"""Kinds of geometries, in the order of OGR's numbers, which begin with 1."""


def is_parquet(path) -> bool:
    """Whether a file is called so."""
    return str(path).lower().endswith(ENDINGS)


@lru_cache(maxsize=1)
def has_driver() -> bool:
    """Whether GDAL reads and writes it; pyarrow is left alone then: two libraries of Arrow in one
    process do not always go together."""
    with gdal_errors() as gdal:
        return gdal.GetDriverByName("Parquet") is not None


def by_pyarrow(path) -> bool:
    """Whether a file is GeoParquet that GDAL cannot read."""
    return is_parquet(path) and not has_driver()


def need_parquet(path) -> None:
    """Raise `GroundshiftError` where neither GDAL nor pyarrow can do it."""
    if has_driver():
        return
    try:
        import pyarrow.parquet  # noqa: F401 (others are for another NumPy, and say so here)
    except ImportError as error:
        raise GroundshiftError(
            f"{path}: GeoParquet needs the Python package pyarrow, and it is missing or does not "
            f"fit ({error}); pip install pyarrow, or use .gpkg or .fgb."
        ) from error


class ParquetLayer(contextlib.AbstractContextManager):
    """A layer that is read as those of OGR are.

    Parameters
    ----------
    path : path

    Attributes
    ----------
    fields : dict of str to type
        ``float``, ``int`` or ``str``.
    crs : str
        WKT; empty where there is none.
    kind : int
        OGR's number of the geometries, without heights; 0 for several kinds.
    count : int

    Raises
    ------
    GroundshiftError
        If it cannot be read, or is no GeoParquet.
    """

    def __init__(self, path):
        need_parquet(path)
        import pyarrow
        from pyarrow import parquet

        self._path, self._pyarrow = str(path), pyarrow
        try:
            self._file = parquet.ParquetFile(self._path)
            about = json.loads((self._file.schema_arrow.metadata or {}).get(b"geo", b"{}"))
        except (OSError, ValueError) as error:  # ArrowInvalid is a ValueError
            raise GroundshiftError(
                f"{path}: cannot be read as GeoParquet ({error}); make it anew."
            ) from error
        column = about.get("columns", {}).get(about.get("primary_column"))
        if not column or column.get("encoding") != "WKB":
            what = f"its geometries are {column['encoding']}" if column else "it has none"
            self._file.close()
            raise GroundshiftError(
                f"{path}: holds no geometries as well-known binary ({what}); export it as "
                "GeoParquet with encoding WKB."
            )
        self._geometry = about["primary_column"]
        self._sides = column.get("covering", {}).get("bbox", {})
        passed = {self._geometry, *(place[0] for place in self._sides.values())}
        schema = self._file.schema_arrow
        self.fields = {f.name: _kind(pyarrow, f.type) for f in schema if f.name not in passed}
        self.crs = _crs(column)
        kinds = {name.split()[0] for name in column.get("geometry_types", ())}
        self.kind = SHAPES.index(kinds.pop()) + 1 if len(kinds) == 1 and kinds <= {*SHAPES} else 0
        self.count = self._file.metadata.num_rows

    def __exit__(self, *_):
        self._file.close()

    def batches(self, size: int, fields=None, bounds=None):
        """Ids, columns by name and geometries of some rows at a time.

        Parameters
        ----------
        size : int
            Most rows at a time.
        fields : collection of str, optional
            Only these columns.
        bounds : (xmin, ymin, xmax, ymax), optional
            Only rows whose bounding box touches it; groups of rows that lie elsewhere are not read.
        """
        names = [name for name in self.fields if fields is None or name in fields]
        first = 0
        for group in range(self._file.num_row_groups):
            rows = self._file.metadata.row_group(group).num_rows
            if bounds is None or self._touches(group, bounds):
                yield from self._group(group, first, size, names, bounds)
            first += rows

    def _group(self, group, first, size, names, bounds):
        try:
            for batch in self._file.iter_batches(size, [group], [*names, self._geometry]):
                wkb = as_shapes(batch.column(len(names)).to_pylist())
                columns = {
                    name: self._values(batch.column(k), self.fields[name])
                    for k, name in enumerate(names)
                }
                fid = np.arange(first, first + len(wkb))
                first += len(wkb)
                if bounds is not None:
                    keep = _touching(wkb, bounds)
                    fid, wkb = fid[keep], wkb[keep]
                    columns = {name: values[keep] for name, values in columns.items()}
                yield fid, columns, wkb
        except (OSError, self._pyarrow.ArrowException) as error:
            raise GroundshiftError(
                f"{self._path}: cannot be read to its end ({error}); repair or export it again."
            ) from error

    @cached_property
    def _side_columns(self) -> dict:
        """Numbers of the columns that hold the sides of bounding boxes, the same in all groups."""
        schema = self._file.schema
        numbers = {schema.column(k).path: k for k in range(len(schema))}
        paths = {side: ".".join(place) for side, place in self._sides.items()}
        return {side: numbers[path] for side, path in paths.items() if path in numbers}

    def _touches(self, group, bounds) -> bool:
        """Whether rows of a group may lie in a rectangle, as its statistics tell."""
        ends, about = {}, self._file.metadata.row_group(group)
        for side, k in self._side_columns.items():
            told = about.column(k).statistics
            if told is not None and told.has_min_max:
                ends[side] = told.min if side in SIDES[:2] else told.max
        return len(ends) < 4 or (
            ends["xmin"] <= bounds[2] and ends["xmax"] >= bounds[0]
            and ends["ymin"] <= bounds[3] and ends["ymax"] >= bounds[1]
        )  # fmt: skip

    def _values(self, column, kind) -> np.ndarray:
        """A column as the readers' :class:`.rows.Columns` holds it."""
        pyarrow = self._pyarrow
        if kind is str:
            if not pyarrow.types.is_string(column.type):
                column = column.cast(pyarrow.string())
            return np.array([value or "" for value in column.to_pylist()], object)
        if pyarrow.types.is_boolean(column.type):
            column = column.cast(pyarrow.uint8())
        safe = not pyarrow.types.is_integer(column.type)  # beyond 2^53, as OGR's are read
        column = column.cast(pyarrow.float64(), safe=safe)
        return column.fill_null(np.nan).to_numpy(zero_copy_only=False)


def _kind(pyarrow, type_) -> type:
    types = pyarrow.types
    if types.is_integer(type_) or types.is_boolean(type_):
        return int
    return float if types.is_floating(type_) or types.is_decimal(type_) else str


def _crs(column) -> str:
    """WKT of what is said of geometries; longitude and latitude where nothing is."""
    from pyproj import CRS

    said = column.get("crs", "OGC:CRS84")
    if said == "OGC:CRS84" or (said or {}).get("id") == {"authority": "OGC", "code": "CRS84"}:
        said = "EPSG:4326"
    return CRS.from_user_input(said).to_wkt() if said else ""


def boxes_of(wkb) -> np.ndarray:
    """Left, right, bottom and top of geometries, NaN where there is none; shape (4, geometry)."""
    from osgeo import ogr

    if wkb.dtype.kind == "V":
        points = np.ascontiguousarray(wkb).view(POINT)
        return np.stack([points["x"], points["x"], points["y"], points["y"]])
    boxes = np.full((4, len(wkb)), np.nan)
    for k, shape in enumerate(wkb.tolist()):
        if shape is not None:
            boxes[:, k] = ogr.CreateGeometryFromWkb(shape).GetEnvelope()
    return boxes


def as_shapes(wkb: list) -> np.ndarray:
    """Geometries as GDAL's Arrow stream gives them: plain points together, others as bytes."""
    if all(shape is not None and len(shape) == POINT.itemsize for shape in wkb):
        return np.frombuffer(b"".join(wkb), f"V{POINT.itemsize}")
    made = np.empty(len(wkb), object)
    made[:] = wkb
    return made


def _touching(wkb, bounds) -> np.ndarray:
    """Which geometries' boxes touch a rectangle."""
    left, right, bottom, top = boxes_of(wkb)
    return (left <= bounds[2]) & (right >= bounds[0]) & (bottom <= bounds[3]) & (top >= bounds[1])

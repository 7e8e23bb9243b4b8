# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows into GeoPackage layers.

The table and its empty index are made by OGR; rows go in through SQLite, which is about ten times
as fast for wide tables (GeoPackage 1.3, clause 2.1.3, gives the geometry's bytes).
"""

from __future__ import annotations

import contextlib
import sqlite3
import struct
from pathlib import Path

import numpy as np

from ...errors import GroundshiftError
from ..rasters import gdal_errors
from .spatial_index import SpatialIndex

GEOMETRIES = {"point": 1, "line": 5, "polygon": 6, "polygon_z": -(1 << 31) + 3}
"""Kinds of layers, and OGR's code: lines and polygons are stored as multi-part ones, polygons with
heights (whose WKB is ISO's, type 1003) are not."""

MOST_COLUMNS = 1900  # SQLite's own limit is 2000
POINT = np.dtype([("order", "u1"), ("type", "<u4"), ("x", "<f8"), ("y", "<f8")])
"""A point as well-known binary."""

VALUES = 100_000
"""Made into Python's at a time: many more lie too far away from the processor."""

_HEADER = struct.Struct("<2sBBi")
HEADED_POINT = np.dtype([("header", f"V{_HEADER.size}"), ("point", POINT)])
"""A point as it lies in a table here."""
UNINDEXED = ".whole.gpkg"
"""Ending of layers that are only read as a whole, to be made into another format."""


class GeoPackageWriter(contextlib.AbstractContextManager):
    """Writes a new GeoPackage with one layer, block by block.

    Parameters
    ----------
    path : path
        A new ``.gpkg``; gets a spatial index unless it is called :data:`UNINDEXED`.
    crs : str
        WKT; empty for none.
    kind : str
        A key of :data:`GEOMETRIES`.
    columns : dict of str to type
        ``float``, ``int``, ``bool`` or ``str``.
    layer : str

    Raises
    ------
    GroundshiftError
        If there are too many columns or the file cannot be written.
    """

    def __init__(self, path, crs: str, kind: str, columns: dict, layer: str):
        if len(columns) > MOST_COLUMNS:
            raise GroundshiftError(
                f"{path}: {len(columns)} columns are more than a table can hold ({MOST_COLUMNS}); "
                "leave some of them out, such as dates."
            )
        self._path, self._layer = Path(path), layer
        self._bounds = [np.inf, np.inf, -np.inf, -np.inf]
        self.count = 0
        indexed = not self._path.name.endswith(UNINDEXED)
        self._create(crs, kind, columns, indexed)
        self._database = sqlite3.connect(str(path))
        self._database.execute("PRAGMA synchronous=OFF")
        self._database.execute("PRAGMA journal_mode=MEMORY")
        row = self._database.execute("SELECT srs_id FROM gpkg_geometry_columns").fetchone()
        self._srs = row[0]
        self._index = SpatialIndex(self._database, f"rtree_{layer}_geom") if indexed else None
        with self._told():
            self._triggers = self._without_triggers()
        names = ", ".join(f'"{name}"' for name in ("geom", *columns))
        marks = ", ".join("?" * (len(columns) + 1))
        self._rows = max(1, VALUES // (len(columns) + 1))
        self._insert = f'INSERT INTO "{layer}" ({names}) VALUES ({marks})'

    def _create(self, crs, kind, columns, indexed):
        from osgeo import ogr, osr

        codes = {float: ogr.OFTReal, int: ogr.OFTInteger64, bool: ogr.OFTInteger}
        with gdal_errors() as gdal:
            try:
                # GDAL raises on this way; ogr's own returns None where it fails.
                source = gdal.GetDriverByName("GPKG").Create(
                    str(self._path), 0, 0, 0, gdal.GDT_Unknown
                )
                reference = None
                if crs:
                    reference = osr.SpatialReference()
                    reference.SetFromUserInput(crs)
                    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
                table = source.CreateLayer(
                    self._layer, reference, GEOMETRIES[kind],
                    options=["SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom"],
                )  # fmt: skip
                for name, type_ in columns.items():
                    field = ogr.FieldDefn(name, codes.get(type_, ogr.OFTString))
                    if type_ is bool:
                        field.SetSubType(ogr.OFSTBoolean)
                    table.CreateField(field)
                if indexed:
                    index = f"SELECT CreateSpatialIndex('{self._layer}', 'geom')"
                    result = source.ExecuteSQL(index)
                    if result is not None:
                        source.ReleaseResultSet(result)
                source = table = result = None
            except RuntimeError as error:
                raise GroundshiftError(
                    f"{self._path}: the GeoPackage cannot be made ({error}); choose another place."
                ) from error

    def _without_triggers(self) -> list:
        """Take away what OGR has done at every row, and give it as SQL.

        It counts rows and calls functions of OGR's to index them; here both is done for many.
        """
        triggers = self._database.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
            (self._layer,),
        ).fetchall()
        for name, _ in triggers:
            self._database.execute(f'DROP TRIGGER "{name}"')
        return [sql for _, sql in triggers]

    def insert_points(self, x, y, columns) -> None:
        """Append points, with columns as :meth:`insert` takes them."""
        shapes = np.zeros(len(x), HEADED_POINT)
        shapes["header"] = np.void(self._header())
        shapes["point"]["order"], shapes["point"]["type"] = 1, 1
        shapes["point"]["x"], shapes["point"]["y"] = x, y
        raw, size = shapes.tobytes(), HEADED_POINT.itemsize
        blobs = [raw[k : k + size] for k in range(0, len(raw), size)]
        self._put(blobs, columns, np.column_stack([x, y, x, y]).astype(float))

    def insert(self, wkb, columns, boxes) -> None:
        """Append rows.

        Parameters
        ----------
        wkb : list of bytes
            None for a row without a geometry.
        columns : sequence of ndarray or list
            In the order of the columns; see :func:`as_rows`. Lists go in as they are.
        boxes : ndarray, shape (row, 4)
            Left, bottom, right and top of the shapes; NaN for none.
        """
        header = self._header()
        self._put([None if shape is None else header + shape for shape in wkb], columns, boxes)

    def _header(self) -> bytes:
        """What stands before the WKB of a geometry."""
        return _HEADER.pack(b"GP", 0, 1, self._srs)

    def _put(self, shapes, columns, boxes):
        if not shapes:
            return
        with self._told():
            for first in range(0, len(shapes), self._rows):
                part = slice(first, first + self._rows)
                rows = (v[part] if isinstance(v, list) else as_rows(v[part]) for v in columns)
                self._database.executemany(self._insert, zip(shapes[part], *rows))
            if self._index is not None:
                self._index.add(self.count + 1, boxes)
        pick = (np.fmin, np.fmin, np.fmax, np.fmax)
        self._bounds = [
            float(p.reduce(side, initial=bound))
            for p, bound, side in zip(pick, self._bounds, boxes.T)
        ]
        self.count += len(shapes)

    def __exit__(self, kind, error, traceback):
        try:
            if kind is None:
                self._complete()
        finally:
            self._database.close()
        return False

    @contextlib.contextmanager
    def _told(self):
        """Turn what SQLite says into one sentence."""
        try:
            yield
        except sqlite3.Error as error:
            raise GroundshiftError(
                f"{self._path}: cannot be written ({error}); is the disk full?"
            ) from error

    def _complete(self):
        with self._told():
            if np.isfinite(self._bounds).all():
                self._database.execute(
                    "UPDATE gpkg_contents SET min_x=?, min_y=?, max_x=?, max_y=?", self._bounds
                )
            self._database.execute("UPDATE gpkg_ogr_contents SET feature_count=?", (self.count,))
            if self._index is not None:
                self._index.complete()
            for sql in self._triggers:
                self._database.execute(sql)
            self._database.commit()


def wkb_of(blob) -> bytes:
    """A geometry of a GeoPackage without what stands before it, which may hold its bounds."""
    sides = (0, 4, 6, 6, 8)[blob[3] >> 1 & 7]
    return blob[_HEADER.size + 8 * sides :]


def as_rows(values) -> list:
    """A column as SQLite takes it: NaN, masked values and empty texts become NULL."""
    values = np.ma.asarray(values) if np.ma.isMaskedArray(values) else np.asarray(values)
    if values.dtype == np.float32:
        values = _of_few_digits(values)
    if values.dtype.kind in "fiub":
        return values.tolist()  # SQLite stores NaN as NULL, and None where it is masked
    return [None if value is None or value == "" else str(value) for value in values.tolist()]


def _of_few_digits(values):
    """Numbers in single precision with the digits that it has, as float64: 7.658, which a plain
    conversion would show as 7.657999992370605."""
    wide = values.astype(float)
    size = np.abs(np.ma.getdata(wide))
    usual = (size > 1e-30) & (size < 1e7)  # larger ones are whole, NaN is neither
    scale = 10.0 ** (6.0 - np.floor(np.log10(size[usual])))
    wide[usual] = np.round(wide[usual] * scale) / scale
    return wide


def as_whole_numbers(values) -> list:
    """A column of whole numbers that was read as floats; NaN becomes NULL.

    What is no whole number after all stays one with a fraction, which SQLite can hold.
    """
    return [None if v != v else int(v) if v == int(v) else v for v in values.tolist()]


def column_type(values) -> type:
    """The type of a column of an array: float, int, bool or str."""
    return {"f": float, "i": int, "u": int, "b": bool}.get(np.asarray(values).dtype.kind, str)


def add_tables(path, tables: dict) -> None:
    """Add tables without geometries to a GeoPackage, where they have rows.

    Parameters
    ----------
    path : path
    tables : dict of str to (str, list of tuple)
        By name: fields after the first, ``track``, as SQL says them, and the rows.

    Raises
    ------
    GroundshiftError
        If there is no room.
    """
    try:
        # Not by OGR, which keeps it to itself where the disk is full.
        with contextlib.closing(sqlite3.connect(str(path))) as base, base:
            for name, (fields, rows) in tables.items():
                _add_table(base, name, fields, rows)
    except sqlite3.Error as error:
        raise GroundshiftError(f"{path}: cannot be written ({error}); is the disk full?") from error


def _add_table(base, name, fields, rows):
    """A table without geometries (GeoPackage 1.3, clause 2.4), where it has rows."""
    if not rows:
        return
    base.execute(
        f"CREATE TABLE {name} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
        f"track TEXT, {fields})"
    )
    marks = ", ".join("?" * len(rows[0]))
    names = "track, " + ", ".join(part.split()[0] for part in fields.split(", "))
    base.executemany(f"INSERT INTO {name} ({names}) VALUES ({marks})", rows)
    base.execute(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) "
        "VALUES (?, 'attributes', ?, 0)", (name, name),
    )  # fmt: skip

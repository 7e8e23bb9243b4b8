# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points as GeoPackage layers.

The table is made by OGR; its rows go in through SQLite, which is about ten times as fast for wide
tables (GeoPackage 1.3, clause 2.1.3, gives the geometry's bytes).
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import numpy as np

from ..data.points import PointSet
from ..errors import GroundshiftError
from .rasters import gdal_errors

GEOMETRY = np.dtype(
    [("magic", "S2"), ("version", "u1"), ("flags", "u1"), ("srs", "<i4"), ("order", "u1"),
     ("type", "<u4"), ("x", "<f8"), ("y", "<f8")]
)  # fmt: skip
MOST_COLUMNS = 1900  # SQLite's own limit is 2000


class PointWriter(contextlib.AbstractContextManager):
    """Writes points to a GeoPackage, block by block.

    Fields: ``fid``, ``velocity_mm_yr``, ``velocity_std_mm_yr``, ``coherence``, the extra columns,
    and ``DYYYYMMDD`` in mm for every date.

    Parameters
    ----------
    path : path
        A new ``.gpkg``.
    crs : str
        WKT; empty for none.
    dates : ndarray of datetime64[D]
    extra : dict of str to type
        Further columns, ``float`` or ``int``.
    layer : str
    """

    def __init__(self, path, crs: str, dates, extra: dict, layer: str = "points"):
        if len(dates) + len(extra) > MOST_COLUMNS:
            raise GroundshiftError(
                f"{len(dates)} dates are more than a table can hold ({MOST_COLUMNS}); "
                "choose a shorter span."
            )
        self._path, self._layer = Path(path), layer
        self._extra = tuple(extra)
        self._bounds = [np.inf, np.inf, -np.inf, -np.inf]
        self.count = 0
        names = [("velocity_mm_yr", float), ("velocity_std_mm_yr", float), ("coherence", float)]
        names += list(extra.items())
        names += [(f"D{str(date).replace('-', '')}", float) for date in dates]
        self._create(crs, names)
        self._database = sqlite3.connect(str(path))
        self._database.execute("PRAGMA synchronous=OFF")
        self._database.execute("PRAGMA journal_mode=MEMORY")
        row = self._database.execute("SELECT srs_id FROM gpkg_geometry_columns").fetchone()
        self._srs = row[0]
        columns = ", ".join(f'"{name}"' for name in ("geom", *(n for n, _ in names)))
        marks = ", ".join("?" * (len(names) + 1))
        self._insert = f'INSERT INTO "{layer}" ({columns}) VALUES ({marks})'

    def _create(self, crs, names):
        from osgeo import ogr, osr

        with gdal_errors():
            try:
                source = ogr.GetDriverByName("GPKG").CreateDataSource(str(self._path))
                reference = None
                if crs:
                    reference = osr.SpatialReference()
                    reference.ImportFromWkt(crs)
                    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
                table = source.CreateLayer(
                    self._layer, reference, ogr.wkbPoint,
                    options=["SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom"],
                )  # fmt: skip
                for name, kind in names:
                    code = ogr.OFTInteger if kind is int else ogr.OFTReal
                    table.CreateField(ogr.FieldDefn(name, code))
                source = table = None
            except RuntimeError as error:
                raise GroundshiftError(
                    f"{self._path}: the GeoPackage cannot be made ({error}); choose another place."
                ) from error

    def write(self, points: PointSet) -> None:
        """Append points; NaN becomes NULL."""
        if not len(points):
            return
        shapes = np.zeros(len(points), GEOMETRY)
        shapes["magic"], shapes["flags"], shapes["srs"] = b"GP", 1, self._srs
        shapes["order"], shapes["type"], shapes["x"], shapes["y"] = 1, 1, points.x, points.y
        raw, size = shapes.tobytes(), GEOMETRY.itemsize
        blobs = [raw[k : k + size] for k in range(0, len(raw), size)]
        columns = [
            np.round(points.velocity * 1e3, 3), np.round(points.velocity_std * 1e3, 3),
            np.round(points.coherence, 4), *(points.extra[name] for name in self._extra),
            *np.round(points.displacement.T * 1e3, 2),
        ]  # fmt: skip
        columns = [
            np.asarray(c, float).tolist() if np.asarray(c).dtype.kind == "f" else c.tolist()
            for c in columns
        ]
        with self._told():
            self._database.executemany(self._insert, zip(blobs, *columns))
        low, high = (min, np.min), (max, np.max)
        for place, ((pick, reduce), values) in enumerate(
            ((low, points.x), (low, points.y), (high, points.x), (high, points.y))
        ):
            self._bounds[place] = pick(self._bounds[place], float(reduce(values)))
        self.count += len(points)

    def __exit__(self, kind, error, traceback):
        try:
            if kind is None:
                self._complete()
        finally:
            self._database.close()
        if kind is None:
            with self._told():
                self._index()
        return False

    @contextlib.contextmanager
    def _told(self):
        """Turn what SQLite and OGR say into one sentence."""
        try:
            yield
        except (sqlite3.Error, RuntimeError) as error:
            raise GroundshiftError(
                f"{self._path}: cannot be written ({error}); is the disk full?"
            ) from error

    def _complete(self):
        with self._told():
            if self.count:
                self._database.execute(
                    "UPDATE gpkg_contents SET min_x=?, min_y=?, max_x=?, max_y=?", self._bounds
                )
            self._database.commit()

    def _index(self):
        with gdal_errors() as gdal:
            source = gdal.OpenEx(str(self._path), gdal.OF_VECTOR | gdal.OF_UPDATE)
            result = source.ExecuteSQL(f"SELECT CreateSpatialIndex('{self._layer}', 'geom')")
            if result is not None:
                source.ReleaseResultSet(result)
            source = None

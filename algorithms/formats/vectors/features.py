# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of polygons, lines and points with attributes, read and written by OGR.

Geometries travel as WKB, two-dimensional, without curves. What is read may have several parts;
what is written is multi-part always, as GeoPackage layers want it.
"""

from __future__ import annotations

import struct
from collections import Counter
from dataclasses import dataclass, field, replace

import numpy as np

from ...data.crs import check_degrees
from ...errors import GroundshiftError, counted
from ..rasters import gdal_errors
from .geopackage import GeoPackageWriter, column_type
from .rows import Columns, read_rows

KINDS = {"point": (1, 4), "line": (2, 5), "polygon": (3, 6)}
"""Kinds of geometries, and their single and multi-part OGC types."""

ROWS_AT_ONCE = 50_000


@dataclass(frozen=True)
class Features(Columns):
    """Geometries with attributes.

    Parameters
    ----------
    path : str
    columns : dict of str to ndarray
        Numbers as float (NaN for NULL), all else as text ('' for NULL).
    crs : str
        WKT, empty where there is none.
    wkb : list of bytes
        One a row.
    fid : ndarray of int, shape (row,)
        The features' ids in the file.
    left_out : dict of str to int
        Rows that were left out, by the reason: ``no geometry``, ``not a polygon`` ...
    mended : int
        Polygons that crossed themselves and were made valid.
    """

    path: str
    columns: dict
    crs: str = ""
    wkb: list = field(default_factory=list)
    fid: np.ndarray = field(default_factory=lambda: np.zeros(0, np.int64))
    left_out: dict = field(default_factory=dict)
    mended: int = 0

    def __len__(self) -> int:
        return len(self.wkb)

    def take(self, index) -> Features:
        """Some of the features, by index or mask."""
        rows = np.arange(len(self))[index]
        columns = {name: values[rows] for name, values in self.columns.items()}
        wkb = [self.wkb[k] for k in rows]
        return replace(self, columns=columns, wkb=wkb, fid=self.fid[rows])

    def notes(self) -> list:
        """What a user should know about the reading, in sentences."""
        said = [
            f"{self.path}: {counted(count, 'feature')} left out, {reason}."
            for reason, count in self.left_out.items()
        ]
        if self.mended:
            said.append(
                f"{self.path}: {counted(self.mended, 'polygon')} with crossing edges made valid."
            )
        return said


def read_polygons(path, layer="", bounds=None, to_crs="", may_be_empty=False) -> Features:
    """Read a layer of polygons.

    Parameters
    ----------
    path : path
        Whatever OGR opens.
    layer : str
        Name of the layer, its first by default.
    bounds : (xmin, ymin, xmax, ymax), optional
        Only features whose bounding box touches it, in the layer's CRS.
    to_crs : str
        CRS (WKT) to take the geometries to; as they are by default.
    may_be_empty : bool
        Whether a layer without rows will do.

    Returns
    -------
    Features
        Rows without a geometry, or with one of another kind, are left out and counted.

    Raises
    ------
    GroundshiftError
        If the file is no vector layer, holds no polygon, or has no CRS and `to_crs` is one.
    """
    return read_features(path, ("polygon",), layer, bounds, to_crs, may_be_empty)


def read_lines(path, layer: str = "", bounds=None, to_crs: str = "") -> Features:
    """Read a layer of lines; see :func:`read_polygons`."""
    return read_features(path, ("line",), layer, bounds, to_crs)


def read_features(
    path, kinds=tuple(KINDS), layer="", bounds=None, to_crs="", may_be_empty=False
) -> Features:
    """Read a layer of features of some kinds (keys of :data:`KINDS`); see :func:`read_polygons`."""
    reader = _ShapeReader(kinds)
    rows = read_rows(path, layer, bounds, reader.take)
    shapes = [shape for batch in rows.shapes for shape in batch]
    if not shapes and bounds is None and (reader.left_out or not may_be_empty):
        raise GroundshiftError(
            f"{path}: holds no {' or '.join(kinds)}; choose a layer of {kinds[0]}s."
        )
    crs = rows.crs
    check_degrees(crs, *reader.reach, path)
    if to_crs:
        if not crs:
            raise GroundshiftError(
                f"{path}: the layer has no CRS and cannot be laid over the others; assign the "
                "right one."
            )
        shapes, crs = transformed(shapes, crs, to_crs, str(path)), to_crs
    return Features(
        str(path), rows.columns, crs, shapes, rows.fid, dict(reader.left_out), reader.mended
    )


class _ShapeReader:
    """Makes geometries plain: without curves and heights, valid, of the kinds that are wanted."""

    def __init__(self, kinds):
        self._kinds = kinds
        self._types = {code for kind in kinds for code in KINDS[kind]}
        self.left_out, self.mended = Counter(), 0
        self.reach = [], []  # largest absolute coordinates by shape

    def take(self, wkb):
        """Which rows to keep, and their geometries."""
        shapes = [self._plain(shape) for shape in wkb.tolist()]
        keep = np.array([shape is not None for shape in shapes], bool)
        return keep, [shape for shape in shapes if shape is not None]

    def _plain(self, wkb):
        from osgeo import ogr

        shape = None if wkb is None else ogr.CreateGeometryFromWkb(bytes(wkb))
        if shape is None or shape.IsEmpty():
            self.left_out["without a geometry"] += 1
            return None
        if shape.HasCurveGeometry():
            shape = shape.GetLinearGeometry()
        shape.FlattenTo2D()
        left, right, bottom, top = shape.GetEnvelope()
        self.reach[0].append(max(abs(left), abs(right)))
        self.reach[1].append(max(abs(bottom), abs(top)))
        if shape.GetGeometryType() in KINDS["polygon"] and not shape.IsValid():
            shape = self._mended(shape)
        if shape is None or shape.GetGeometryType() not in self._types:
            self.left_out[f"not a {' or '.join(self._kinds)}"] += 1
            return None
        return bytes(shape.ExportToWkb(ogr.wkbNDR))

    def _mended(self, shape):
        """A valid polygon of what crosses itself; None where nothing of it has an area."""
        from osgeo import ogr

        shape = shape.MakeValid()
        if shape is not None and shape.GetGeometryType() == ogr.wkbGeometryCollection:
            parts = ogr.Geometry(ogr.wkbMultiPolygon)
            for part in shape:
                if part.GetGeometryType() == ogr.wkbPolygon:
                    parts.AddGeometry(part)
                elif part.GetGeometryType() == ogr.wkbMultiPolygon:
                    for polygon in part:
                        parts.AddGeometry(polygon)
            shape = None if parts.IsEmpty() else parts
        self.mended += shape is not None
        return shape


def transformed(wkb, source: str, target: str, path: str = "The layer") -> list:
    """Geometries in another CRS.

    Parameters
    ----------
    wkb : sequence of bytes
    source, target : str
        WKT, or what PROJ understands (``EPSG:4326``, ``+proj=tmerc ...``).
    path : str
        What they belong to, for the error.

    Raises
    ------
    GroundshiftError
        If coordinates cannot be taken there.
    """
    from osgeo import ogr, osr

    references = []
    with gdal_errors():
        try:
            for crs in (source, target):
                reference = osr.SpatialReference()
                reference.SetFromUserInput(crs)
                reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
                references.append(reference)
            if references[0].IsSame(references[1]):
                return list(wkb)
            way = osr.CoordinateTransformation(*references)
            shapes = [ogr.CreateGeometryFromWkb(shape) for shape in wkb]
            for shape in shapes:
                shape.Transform(way)
        except RuntimeError as error:
            raise GroundshiftError(
                f"{path}: its coordinates do not fit its CRS ({error}); assign the right one."
            ) from error
        return [bytes(shape.ExportToWkb(ogr.wkbNDR)) for shape in shapes]


def write_polygons(path, crs: str, wkb, columns: dict, layer: str = "areas") -> None:
    """Write polygons with attributes to a new GeoPackage.

    Parameters
    ----------
    path : path
    crs : str
        WKT, empty for none.
    wkb : sequence of bytes
        Polygons or multi-polygons; None for a row without a geometry.
    columns : dict of str to ndarray
        Float (NaN becomes NULL), integer, bool or text ('' becomes NULL), one value a row; what is
        masked becomes NULL.
    layer : str

    Raises
    ------
    GroundshiftError
        If the file cannot be written.
    """
    write_features(path, crs, "polygon", wkb, columns, layer)


def write_lines(path, crs: str, wkb, columns: dict, layer: str = "lines") -> None:
    """Write lines with attributes to a new GeoPackage; see :func:`write_polygons`."""
    write_features(path, crs, "line", wkb, columns, layer)


def write_features(path, crs: str, kind: str, wkb, columns: dict, layer: str) -> None:
    """Write features of one kind (a key of :data:`KINDS`); see :func:`write_polygons`."""
    types = {name: column_type(values) for name, values in columns.items()}
    shapes = [_as_kind(shape, kind) for shape in wkb]
    rows = list(map(np.asanyarray, columns.values()))
    if any(len(column) != len(shapes) for column in rows):
        raise ValueError("columns and geometries differ in their number of rows")
    with GeoPackageWriter(path, crs, kind, types, layer) as file:
        for first in range(0, len(shapes), ROWS_AT_ONCE):
            part = slice(first, first + ROWS_AT_ONCE)
            boxes = _boxes(shapes[part])
            file.insert(shapes[part], [column[part] for column in rows], boxes)


def _as_kind(wkb, kind):
    """A geometry as its layer stores it: polygons and lines multi-part, little-endian."""
    from osgeo import ogr

    if wkb is None:
        return None
    single, multi = KINDS[kind]
    order, code = struct.unpack_from("<BI", wkb)
    if order == 1 and code == (single if kind == "point" else multi):
        return bytes(wkb)
    if order == 1 and code == single:
        return struct.pack("<BII", 1, multi, 1) + bytes(wkb)
    shape = ogr.CreateGeometryFromWkb(bytes(wkb))
    shape.FlattenTo2D()
    if shape.GetGeometryType() not in KINDS[kind]:
        raise ValueError(f"a {shape.GetGeometryName()} for a layer of {kind}s")
    if kind == "point":
        return bytes(shape.GetGeometryRef(0).ExportToWkb(ogr.wkbNDR))
    return _as_kind(bytes(shape.ExportToWkb(ogr.wkbNDR)), kind)


def _boxes(shapes) -> np.ndarray:
    """Left, bottom, right and top of geometries, NaN where there are none."""
    from osgeo import ogr

    boxes = np.full((len(shapes), 4), np.nan)
    for box, shape in zip(boxes, shapes):
        geometry = None if shape is None else ogr.CreateGeometryFromWkb(shape)
        if geometry is not None and not geometry.IsEmpty():
            box[[0, 2, 1, 3]] = geometry.GetEnvelope()
    return boxes

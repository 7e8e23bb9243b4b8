# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Attribute tables of point layers, read and written by OGR."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..errors import GroundshiftError
from .rasters import gdal_errors

# The names that our own points, SqueeSAR, StaMPS exports and viewers give to fields of dates.
DATE_FIELD = re.compile(r"[Dd]?_?((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True)
class Table:
    """Points with attributes.

    Parameters
    ----------
    path : str
    crs : str
        WKT, empty where there is none.
    x, y : ndarray, shape (row,)
    columns : dict of str to ndarray
        Numbers as float (NaN for NULL), all else as text ('' for NULL).
    """

    path: str
    crs: str
    x: np.ndarray
    y: np.ndarray
    columns: dict

    def __len__(self) -> int:
        return len(self.x)

    def numbers(self, name: str) -> np.ndarray:
        """A column as float; texts that are numbers are taken, empty ones are NaN.

        Raises
        ------
        GroundshiftError
            If there is no such field or it holds something else.
        """
        values = self._column(name)
        if values.dtype.kind == "f":
            return values
        try:
            return np.array([float(v.replace(",", ".")) if v.strip() else np.nan for v in values])
        except ValueError as error:
            raise GroundshiftError(
                f"{self.path}: the field '{name}' does not hold numbers ({error}); choose another."
            ) from error

    def texts(self, name: str) -> np.ndarray:
        """A column as text; whole numbers without a fraction."""
        values = self._column(name)
        if values.dtype.kind != "f":
            return values
        return np.array(["" if np.isnan(v) else f"{v:.15g}" for v in values], dtype=object)

    def _column(self, name: str) -> np.ndarray:
        if name not in self.columns:
            raise GroundshiftError(
                f"{self.path}: has no field '{name}'; it has {', '.join(self.columns) or 'none'}."
            )
        return self.columns[name]


def date_fields(names) -> dict:
    """Fields that are named by a date: ``DYYYYMMDD``, ``D_YYYYMMDD`` or ``YYYYMMDD``.

    Returns
    -------
    dict of str to datetime64[D]
        Sorted by date.

    Raises
    ------
    GroundshiftError
        If two fields have the same date.
    """
    found = {}
    for name in names:
        match = DATE_FIELD.fullmatch(name)
        if match is None:
            continue
        try:
            found[name] = np.datetime64("-".join(match.groups()), "D")
        except ValueError:  # 31 February
            continue
    if len(set(found.values())) != len(found):
        raise GroundshiftError(
            "Two fields of the table have the same date in their names; leave one of them out."
        )
    return dict(sorted(found.items(), key=lambda item: item[1]))


def read_table(path, layer: str = "", bounds=None) -> Table:
    """Read a point layer.

    Parameters
    ----------
    path : path
        Whatever OGR opens.
    layer : str
        Name of the layer, its first by default.
    bounds : (xmin, ymin, xmax, ymax), optional
        Only points inside, in the layer's CRS.

    Raises
    ------
    GroundshiftError
        If the file is no vector layer, or holds no points.
    """
    with gdal_errors() as gdal:
        try:
            source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
            table = source.GetLayerByName(layer) if layer else source.GetLayer(0)
        except RuntimeError as error:
            raise GroundshiftError(
                f"{path}: cannot be read as a vector layer ({error})."
            ) from error
        if table is None:
            raise GroundshiftError(f"{path}: has no layer '{layer}'; choose another.")
        if bounds is not None:
            table.SetSpatialFilterRect(*(float(value) for value in bounds))
        crs = _wkt(table.GetSpatialRef())
        try:
            x, y, columns = _read_rows(table)
        except RuntimeError as error:
            raise GroundshiftError(
                f"{path}: cannot be read to its end ({error}); repair or export it again."
            ) from error
    if not len(x) and bounds is None:
        raise GroundshiftError(f"{path}: holds no points; choose a layer of points.")
    return Table(str(path), crs, x, y, columns)


def layer_crs(path, layer: str = "") -> str:
    """WKT of a vector layer's CRS, empty where it has none."""
    with gdal_errors() as gdal:
        try:
            source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
            table = source.GetLayerByName(layer) if layer else source.GetLayer(0)
            reference = table.GetSpatialRef()
        except (RuntimeError, AttributeError) as error:
            raise GroundshiftError(
                f"{path}: cannot be read as a vector layer ({error})."
            ) from error
        return _wkt(reference)


def _wkt(reference) -> str:
    """WKT of a CRS; GeoPackages say 'undefined' where there is none."""
    if reference is None or "undefined" in (reference.GetName() or "").lower():
        return ""
    return reference.ExportToWkt()


def _read_rows(table):
    """Coordinates and columns of the rows that have a point."""
    from osgeo import ogr

    definition = table.GetLayerDefn()
    fields = [definition.GetFieldDefn(k) for k in range(definition.GetFieldCount())]
    numeric = [
        field.GetType() in (ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal) for field in fields
    ]
    x, y, values = [], [], [[] for _ in fields]
    for feature in table:
        shape = feature.GetGeometryRef()
        if shape is None or shape.IsEmpty():
            continue
        if ogr.GT_Flatten(shape.GetGeometryType()) == ogr.wkbMultiPoint:
            shape = shape.GetGeometryRef(0)
        elif ogr.GT_Flatten(shape.GetGeometryType()) != ogr.wkbPoint:
            continue
        x.append(shape.GetX())
        y.append(shape.GetY())
        for k, is_number in enumerate(numeric):
            if not feature.IsFieldSetAndNotNull(k):
                values[k].append(np.nan if is_number else "")
            elif is_number:
                values[k].append(feature.GetFieldAsDouble(k))
            else:
                values[k].append(feature.GetFieldAsString(k))
    columns = {
        field.GetName(): np.array(column, dtype=float if is_number else object)
        for field, is_number, column in zip(fields, numeric, values)
    }
    return np.array(x, float), np.array(y, float), columns


def write_table(path, crs: str, x, y, columns: dict, layer: str = "points") -> None:
    """Write points with attributes to a new GeoPackage.

    Parameters
    ----------
    path : path
    crs : str
        WKT, empty for none.
    x, y : ndarray, shape (row,)
    columns : dict of str to ndarray
        Float (NaN becomes NULL), integer or text.
    layer : str
    """
    from osgeo import ogr, osr

    codes = {"f": ogr.OFTReal, "i": ogr.OFTInteger64, "b": ogr.OFTInteger}
    columns = {name: np.asarray(values) for name, values in columns.items()}
    with gdal_errors():
        try:
            source = ogr.GetDriverByName("GPKG").CreateDataSource(str(Path(path)))
            reference = None
            if crs:
                reference = osr.SpatialReference()
                reference.ImportFromWkt(crs)
                reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
            table = source.CreateLayer(
                layer, reference, ogr.wkbPoint, options=["GEOMETRY_NAME=geom"]
            )
            for name, values in columns.items():
                table.CreateField(ogr.FieldDefn(name, codes.get(values.dtype.kind, ogr.OFTString)))
            table.StartTransaction()
            for row in range(len(x)):
                table.CreateFeature(_feature(table, x[row], y[row], columns, row))
            table.CommitTransaction()
            source = table = None
        except RuntimeError as error:
            raise GroundshiftError(
                f"{path}: the GeoPackage cannot be written ({error}); choose another place."
            ) from error


def _feature(table, x, y, columns, row):
    from osgeo import ogr

    feature = ogr.Feature(table.GetLayerDefn())
    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(float(x), float(y))
    feature.SetGeometry(point)
    for number, values in enumerate(columns.values()):
        value = values[row]
        if values.dtype.kind == "f":
            if np.isfinite(value):
                feature.SetField(number, float(value))
        elif values.dtype.kind in "ib":
            feature.SetField(number, int(value))
        elif value not in (None, ""):
            feature.SetField(number, str(value))
    return feature

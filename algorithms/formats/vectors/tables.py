# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Attribute tables of point layers, read and written by OGR."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.crs import check_degrees, wkt_from_epsg
from ...errors import GroundshiftError
from ..text.stamps_csv import is_stamps, read_stamps
from .geopackage import POINT, GeoPackageWriter, column_type
from .rows import Columns, described, field_names, read_rows


@dataclass(frozen=True)
class Table(Columns):
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


def read_table(path, layer: str = "", bounds=None, fields=None) -> Table:
    """Read a point layer.

    Parameters
    ----------
    path : path
        Whatever OGR opens, and the tables that StaMPS_Visualizer exports as CSV.
    layer : str
        Name of the layer, its first by default.
    bounds : (xmin, ymin, xmax, ymax), optional
        Only points inside, in the layer's CRS.
    fields : collection of str, optional
        Only these columns, where the layer has them.

    Raises
    ------
    GroundshiftError
        If the file is no vector layer, or holds no points.
    """
    if is_stamps(path):
        return _stamps_table(path, bounds, fields)
    rows = read_rows(path, layer, bounds, point_places_of, fields)
    places = np.concatenate([np.zeros((0, 2)), *rows.shapes])
    if not len(places) and bounds is None:
        raise GroundshiftError(f"{path}: holds no points; choose a layer of points.")
    check_degrees(rows.crs, *places.T, path)
    return Table(str(path), rows.crs, places[:, 0].copy(), places[:, 1].copy(), rows.columns)


def table_fields(path, layer: str = "") -> list:
    """Names of the fields that :func:`read_table` would read."""
    return list(read_stamps(path)[2]) if is_stamps(path) else field_names(path, layer)


def read_columns(path, layer, fields, rows) -> np.ndarray:
    """Some columns of numbers of some rows, which need not all be in memory.

    Parameters
    ----------
    path, layer
        See :func:`read_table`.
    fields : sequence of str
    rows : ndarray of int
        Places in the table that :func:`read_table` gives.

    Returns
    -------
    ndarray of float32, shape (row, field)
    """
    if is_stamps(path):
        columns = read_stamps(path)[2]
        return np.stack([columns[name][rows] for name in fields], axis=1).astype(np.float32)
    rows = np.asarray(rows, np.int64)
    order = np.argsort(rows, kind="stable")
    wanted, passed = rows[order], 0

    def take(wkb):
        nonlocal passed
        points = np.flatnonzero(point_places_of(wkb)[0])
        first, last = np.searchsorted(wanted, [passed, passed + len(points)])
        keep = points[wanted[first:last] - passed]
        passed += len(points)
        return keep, None

    found = read_rows(path, layer, None, take, fields)
    if any(len(values) != len(rows) for values in found.columns.values()):
        raise GroundshiftError(
            f"{path}: holds other features when it is read again; it is damaged: make it anew."
        )
    table = Table(str(path), "", wanted, wanted, found.columns)
    out = np.empty((len(rows), len(fields)), np.float32)
    for k, name in enumerate(fields):
        out[order, k] = table.numbers(name)
    return out


def _stamps_table(path, bounds, fields) -> Table:
    x, y, columns = read_stamps(path)
    inside = np.ones(len(x), bool)
    if bounds is not None:
        inside = (x >= bounds[0]) & (x <= bounds[2]) & (y >= bounds[1]) & (y <= bounds[3])
    columns = {
        name: values[inside] for name, values in columns.items() if fields is None or name in fields
    }
    return Table(str(path), wkt_from_epsg(4326), x[inside], y[inside], columns)


def layer_crs(path, layer: str = "") -> str:
    """WKT of a vector layer's CRS, empty where it has none."""
    if is_stamps(path):
        return wkt_from_epsg(4326)
    return described(path, layer).crs


def point_places_of(wkb):
    """Which rows are points, and their places, shape (point, 2)."""
    if wkb.dtype == np.dtype("V21"):  # plain points, all of them
        shapes = np.ascontiguousarray(wkb).view(POINT)
        if (shapes["order"] == 1).all():
            places = np.stack([shapes["x"], shapes["y"]], axis=1).astype(float)
            keep = np.isfinite(places).all(axis=1)
            return keep, places[keep]
    places = [_place(shape) for shape in wkb.tolist()]
    keep = np.array([place is not None for place in places], bool)
    return keep, np.array([place for place in places if place is not None], float).reshape(-1, 2)


def _place(wkb):
    """Coordinates of a point, or of the first one of several; None of anything else."""
    from osgeo import ogr

    shape = None if wkb is None else ogr.CreateGeometryFromWkb(bytes(wkb))
    if shape is None or shape.IsEmpty():
        return None
    if ogr.GT_Flatten(shape.GetGeometryType()) == ogr.wkbMultiPoint:
        shape = shape.GetGeometryRef(0).Clone()  # a part goes with its whole
    elif ogr.GT_Flatten(shape.GetGeometryType()) != ogr.wkbPoint:
        return None
    return shape.GetX(), shape.GetY()


def write_table(path, crs: str, x, y, columns: dict, layer: str = "points") -> None:
    """Write points with attributes to a new GeoPackage.

    Parameters
    ----------
    path : path
    crs : str
        WKT, empty for none.
    x, y : ndarray, shape (row,)
    columns : dict of str to ndarray
        Float (NaN becomes NULL), integer or text; what is masked becomes NULL.
    layer : str
    """
    types = {name: column_type(values) for name, values in columns.items()}
    with GeoPackageWriter(path, crs, "point", types, layer) as file:
        file.insert_points(x, y, list(map(np.asanyarray, columns.values())))

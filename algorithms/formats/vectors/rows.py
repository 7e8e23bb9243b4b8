# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of vector layers: many at a time where GDAL can (from 3.6), one by one where it cannot."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import numpy as np

from ...data.crs import wkt_from_epsg
from ...errors import GroundshiftError
from ..rasters import gdal_errors
from ..text.texts import clean_text
from .parquet import ParquetLayer, by_pyarrow

BATCH = 65_536  # rows
MOST_BY_ARROW = 120
"""Columns of a GeoPackage that are read through Arrow."""
LONGITUDES, LATITUDES = ("lon", "longitude", "long", "lng"), ("lat", "latitude")
X_NAMES, Y_NAMES = (*LONGITUDES, "x", "easting"), (*LATITUDES, "y", "northing")


class Columns:
    """Attributes of rows; mixed into dataclasses with a ``path`` and ``columns`` by name.

    Columns hold numbers as float (NaN for NULL), all else as text ('' for NULL).
    """

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


@dataclass(frozen=True)
class Rows:
    """The rows of a layer that were taken.

    Parameters
    ----------
    crs : str
        WKT, empty where there is none.
    fid : ndarray of int64, shape (row,)
    columns : dict of str to ndarray
    shapes : list
        What the taker made of the batches.
    """

    crs: str
    fid: np.ndarray
    columns: dict
    shapes: list


def read_rows(path, layer, bounds, take, fields=None) -> Rows:
    """Read a layer.

    Parameters
    ----------
    path : path
        Whatever OGR opens.
    layer : str
        Name of the layer, its first by default.
    bounds : (xmin, ymin, xmax, ymax) or None
        Only rows whose bounding box touches it, in the layer's CRS.
    take : callable
        Takes WKB (an array of bytes, or None where there is no geometry) and gives a mask of the
        rows to keep and what it made of their geometries.
    fields : collection of str, optional
        Only these columns, where the layer has them.

    Raises
    ------
    GroundshiftError
        If the file is no vector layer or is damaged.
    """
    fids, shapes, parts = [np.zeros(0, np.int64)], [], []
    with _open_rows(path, layer, bounds, fields) as (crs, kinds, batches):
        for fid, columns, wkb in batches:
            keep, shape = take(wkb)
            shapes.append(shape)
            fids.append(np.asarray(fid, np.int64)[keep])
            parts.append({name: values[keep] for name, values in columns.items()})
    names = {name: np.zeros(0, _dtype(kind)) for name, kind in kinds.items()}
    columns = {
        name: np.concatenate([empty, *(part[name] for part in parts)])
        for name, empty in names.items() if fields is None or name in fields
    }  # fmt: skip
    return Rows(crs, np.concatenate(fids), columns, shapes)


def row_batches(path, layer: str = "", size: int = BATCH):
    """The rows of a layer, some at a time, for layers that do not fit into memory.

    Parameters
    ----------
    path, layer
        See :func:`read_rows`.
    size : int
        Most rows at a time.

    Yields
    ------
    columns : dict of str to ndarray
        See :class:`Columns`.
    wkb : ndarray
        Of bytes, or None where there is no geometry.

    Raises
    ------
    GroundshiftError
        If the file is no vector layer or is damaged.
    """
    with _open_rows(path, layer, size=size) as (_, _, batches):
        for _, columns, wkb in batches:
            yield columns, wkb


@contextlib.contextmanager
def _open_rows(path, layer, bounds=None, fields=None, size=BATCH):
    """CRS, whether each field holds numbers, and batches of ids, columns and WKB."""
    if by_pyarrow(path):
        with ParquetLayer(path) as table:
            kinds = {name: kind is not str for name, kind in table.fields.items()}
            yield table.crs, kinds, table.batches(size, fields, bounds)
        return
    with opened_layer(path, layer) as table:
        if bounds is not None:
            table.SetSpatialFilterRect(*(float(value) for value in bounds))
        if fields is not None:
            names = [field.GetName() for field in _definitions(table).values()]
            # GDAL does not take back names that are no UTF-8: their columns are dropped by whoever
            # asked.
            clean = [name for name in names if clean_text(name) == name]
            table.SetIgnoredFields([name for name in clean if name not in fields])
        # GDAL 3.6 has boolean columns of GeoPackages wrong, and filters were mended later.
        batches = _many if bounds is None and _suits_arrow(table) else _one_by_one
        crs, kinds = crs_of(path, table), _fields(table)
        with _complaints(path):
            yield crs, kinds, batches(table, size)


@dataclass(frozen=True)
class Description:
    """What a layer holds.

    Parameters
    ----------
    crs : str
        WKT, empty where there is none.
    fields : dict of str to type
        ``float``, ``int`` or ``str``.
    kind : int
        OGR's number of the geometries, without heights; 0 for several kinds.
    count : int
        Rows.
    """

    crs: str
    fields: dict
    kind: int
    count: int


def described(path, layer: str = "") -> Description:
    """What a layer of a vector file holds.

    Raises
    ------
    GroundshiftError
        If the file is no vector layer.
    """
    if by_pyarrow(path):
        with ParquetLayer(path) as table:
            return Description(table.crs, table.fields, table.kind, table.count)
    from osgeo import ogr

    with opened_layer(path, layer) as table:
        definitions, types = _definitions(table), {ogr.OFTReal: float}
        types.update(dict.fromkeys((ogr.OFTInteger, ogr.OFTInteger64), int))
        fields = {
            name: types.get(definitions[place].GetType(), str)
            for name, place in _places(table).items()
        }
        kind = ogr.GT_Flatten(table.GetGeomType())
        return Description(crs_of(path, table), fields, kind, table.GetFeatureCount())


@contextlib.contextmanager
def _complaints(path):
    """Turn what OGR raises, or says without raising as older ones do, into one sentence."""
    from osgeo import gdal

    gdal.ErrorReset()
    said = ""
    try:
        yield
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            said = gdal.GetLastErrorMsg()
    except RuntimeError as error:
        said = str(error)
    if said:
        raise GroundshiftError(
            f"{path}: cannot be read to its end ({said}); repair or export it again."
        )


def field_names(path, layer: str = "") -> list:
    """Names of a layer's fields."""
    return list(described(path, layer).fields)


@contextlib.contextmanager
def opened_layer(path, layer: str = ""):
    """A layer of a vector file, by name or its first.

    Raises
    ------
    GroundshiftError
        If there is none.
    """
    with gdal_errors() as gdal, _unreadable(path):
        source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
        table = layer_named(source, layer) if layer else source.GetLayer(0)
        if table is None:
            raise GroundshiftError(f"{path}: has no layer '{layer}'; choose another.")
        placed = _with_places(gdal, source) if table.GetGeomType() == _none() else None
        yield table if placed is None else placed.GetLayer(0)


@contextlib.contextmanager
def _unreadable(path):
    """Turn what OGR raises of a file, some of it only when it is asked, into one sentence."""
    try:
        yield
    except RuntimeError as error:
        raise GroundshiftError(f"{path}: cannot be read as a vector layer ({error}).") from error


def _none():
    from osgeo import ogr

    return ogr.wkbNone


def _with_places(gdal, source):
    """A table of comma-separated values whose columns of coordinates make points; None for none."""
    if source.GetDriver().ShortName != "CSV":
        return None
    options = [f"X_POSSIBLE_NAMES={','.join(X_NAMES)}", f"Y_POSSIBLE_NAMES={','.join(Y_NAMES)}"]
    placed = gdal.OpenEx(source.GetDescription(), gdal.OF_VECTOR, open_options=options)
    return placed if placed.GetLayer(0).GetGeomType() != _none() else None


def crs_of(path, table) -> str:
    """WKT of a layer's CRS; degrees for a CSV whose longitudes and latitudes are its points."""
    said = wkt_of(table.GetSpatialRef())
    if said or not str(path).lower().endswith(".csv"):
        return said
    names = {name.lower() for name in _fields(table)}
    degrees = names & set(LONGITUDES) and names & set(LATITUDES)
    return wkt_from_epsg(4326) if degrees else ""


def layer_named(source, name: str):
    """A layer of a GDAL dataset by its name, as :func:`clean_text` has it; None without."""
    table = source.GetLayerByName(name)
    if table is None and "\ufffd" in name:
        layers = map(source.GetLayer, range(source.GetLayerCount()))
        table = next((layer for layer in layers if clean_text(layer.GetName()) == name), None)
    return table


def wkt_of(reference) -> str:
    """WKT of a CRS; GeoPackages say 'undefined' where there is none."""
    if reference is None or "undefined" in (reference.GetName() or "").lower():
        return ""
    return reference.ExportToWkt()


def _definitions(table) -> dict:
    """The fields that are read, by their place."""
    definition = table.GetLayerDefn()
    fields = {k: definition.GetFieldDefn(k) for k in range(definition.GetFieldCount())}
    return {k: field for k, field in fields.items() if not field.IsIgnored()}


def _places(table) -> dict:
    """Each field's place; of two with one name the first."""
    places = {}
    for place, field in _definitions(table).items():
        places.setdefault(clean_text(field.GetName()), place)
    return places


def _fields(table) -> dict:
    """Whether each field holds numbers."""
    from osgeo import ogr

    numeric = (ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal)
    fields = _definitions(table)
    return {name: fields[place].GetType() in numeric for name, place in _places(table).items()}


def _dtype(is_number):
    return float if is_number else object


def _suits_arrow(table) -> bool:
    from osgeo import ogr

    fields = _definitions(table).values()
    names = [field.GetName() for field in fields]
    plain = (ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal, ogr.OFTString)
    return (
        hasattr(table, "GetArrowStreamAsNumPy")
        # Before GDAL 3.8 a GeoPackage's rows go through a function of SQLite that takes 127
        # arguments: of more columns there come empty batches for ever.
        and (len(names) <= MOST_BY_ARROW or not table.GetFIDColumn())
        and table.GetLayerDefn().GetGeomFieldCount() == 1
        and all(f.GetType() in plain and f.GetSubType() == ogr.OFSTNone for f in fields)
        # GDAL crashes Python over a name that is no UTF-8.
        and all(name == clean_text(name) for name in (*names, *_own_names(table)))
        and len({*names, *_own_names(table)}) == len(names) + 2
    )


def _own_names(table):
    return table.GetFIDColumn() or "OGC_FID", table.GetGeometryColumn() or "wkb_geometry"


def _many(table, size=BATCH):
    """Batches of ids, columns and WKB, through Arrow."""
    kinds, (fid, geometry) = _fields(table), _own_names(table)
    stream = iter(table.GetArrowStreamAsNumPy(options=[f"MAX_FEATURES_IN_BATCH={size}"]))
    done = 0
    while True:
        try:
            batch = next(stream, None)
        except (SystemError, UnicodeError):
            # Newer GDAL makes str of columns with a long text, and fails where it is no UTF-8.
            del stream
            table.ResetReading()
            table.SetNextByIndex(done)
            yield from _one_by_one(table, size)
            return
        if batch is None and not done and table.GetFeatureCount():
            # GDAL 3.6 gives nothing of GeoPackages with more columns than SQL functions may have.
            del stream
            table.ResetReading()
            yield from _one_by_one(table, size)
            return
        if batch is None:
            return
        columns = {
            name: _as_floats(batch[name]) if is_number else _as_texts(batch[name])
            for name, is_number in kinds.items()
        }
        done += len(batch[fid])
        yield batch[fid], columns, _without_mask(batch[geometry])


def _without_mask(wkb) -> np.ndarray:
    """Geometries, None where there is none."""
    missing = np.ma.getmaskarray(wkb)
    wkb = np.ma.getdata(wkb)
    if not missing.any():
        return wkb
    out = np.empty(len(wkb), object)
    out[:] = [None if gone else bytes(shape) for shape, gone in zip(wkb, missing)]
    return out


def _as_floats(values) -> np.ndarray:
    if np.ma.isMaskedArray(values):
        return values.astype(float).filled(np.nan)
    return values.astype(float)


def _as_texts(values) -> np.ndarray:
    values = values.filled(b"") if np.ma.isMaskedArray(values) else values
    texts = np.empty(len(values), object)
    # A column with a long text comes as str from newer GDAL, all others as bytes.
    texts[:] = [
        value if isinstance(value, str) else value.decode("utf-8", "replace")
        for value in values.tolist()
    ]
    return texts


def _one_by_one(table, size=BATCH):
    kinds, places = _fields(table), list(_places(table).values())
    while True:
        fid, wkb, values = [], [], [[] for _ in kinds]
        for feature in _some(table, size):
            fid.append(feature.GetFID())
            shape = feature.GetGeometryRef()
            wkb.append(None if shape is None else bytes(shape.ExportToIsoWkb()))
            for k, is_number, column in zip(places, kinds.values(), values):
                if not feature.IsFieldSetAndNotNull(k):
                    column.append(np.nan if is_number else "")
                elif is_number:
                    column.append(feature.GetFieldAsDouble(k))
                else:
                    column.append(clean_text(feature.GetFieldAsString(k)))
        if not fid:
            return
        columns = {
            name: np.array(column, _dtype(is_number))
            for (name, is_number), column in zip(kinds.items(), values)
        }
        shapes = np.empty(len(wkb), object)
        shapes[:] = wkb
        yield fid, columns, shapes


def _some(table, size):
    """The layer's next features."""
    for _ in range(size):
        feature = table.GetNextFeature()
        if feature is None:
            return
        yield feature

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoParquet of a GeoPackage, through pyarrow; see :mod:`.parquet` for the format."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from dataclasses import dataclass

import numpy as np

from ...errors import GroundshiftError
from .geopackage import HEADED_POINT, wkb_of
from .parquet import SHAPES, SIDES, as_shapes, boxes_of
from .rows import described

GROUP = 32_768
"""Rows that are written together, and passed over together."""
BYTES_A_VALUE = 150
"""Of memory while a row is written: objects of Python, then columns of Arrow."""
GEOMETRY, BOX = "geometry", "bbox"


def write_parquet(source, target, job) -> None:
    """Write a layer of a GeoPackage, its rows in an order of places.

    Parameters
    ----------
    source : path
        With one layer, as :class:`.geopackage.GeoPackageWriter` writes it.
    target : path
        A new file.
    job : Job
        Its budget bounds how many rows are written together.

    Raises
    ------
    GroundshiftError
        If it cannot be written.
    """
    import pyarrow
    from pyarrow import parquet

    with contextlib.closing(sqlite3.connect(str(source))) as base:
        layer = _Source.of(base)
        # The order of the rows takes room beside the source and not in memory.
        base.execute("PRAGMA temp_store=FILE")
        schema = _schema(pyarrow, layer, source)
        group = int(np.clip(job.budget / BYTES_A_VALUE / (len(schema) + 4), 1000, GROUP))
        step = job.part(0.2, 1.0).steps(-(-layer.count // group) or 1)
        rows = base.execute(_in_order(base, layer, job.part(0.0, 0.2)))
        try:
            with parquet.ParquetWriter(str(target), schema, compression="zstd") as file:
                while some := rows.fetchmany(group):
                    file.write_table(_table(pyarrow, schema, some), row_group_size=group)
                    step()
        except (OSError, pyarrow.ArrowException) as error:
            raise GroundshiftError(
                f"{target}: cannot be written ({error}); is the disk full?"
            ) from error


@dataclass(frozen=True)
class _Source:
    """The layer of a GeoPackage.

    Parameters
    ----------
    name, geometry : str
        Of its table, and of the column of geometries.
    columns : dict of str to str
        Types of the others.
    shape : str
        Kind of geometries, as GeoParquet says it.
    count : int
    bounds : (xmin, ymin, xmax, ymax)
        None for none.
    """

    name: str
    geometry: str
    columns: dict
    shape: str
    count: int
    bounds: tuple

    @classmethod
    def of(cls, base):
        """The one of a database."""
        name, geometry, kind, z = base.execute(
            "SELECT table_name, column_name, geometry_type_name, z FROM gpkg_geometry_columns"
        ).fetchone()
        bounds = base.execute("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents").fetchone()
        columns = {
            column: said for _, column, said, _, _, key
            in base.execute(f'PRAGMA table_info("{name}")') if not key and column != geometry
        }  # fmt: skip
        count = base.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        shape = next(shape for shape in SHAPES if shape.upper() == kind)
        return cls(name, geometry, columns, shape + " Z" * z, count, bounds)


def _in_order(base, layer: _Source, job) -> str:
    """What gives the rows; those of points along a curve that keeps near what is near."""
    names = ", ".join(f'"{name}"' for name in (layer.geometry, *layer.columns))
    if layer.shape != "Point" or not layer.count:
        return f'SELECT {names} FROM "{layer.name}"'
    keys, fids = np.empty(layer.count, np.uint32), np.empty(layer.count, np.int64)
    rows = base.execute(f'SELECT fid, "{layer.geometry}" FROM "{layer.name}"')
    done = 0
    while some := rows.fetchmany(GROUP):
        job.check()
        last = done + len(some)
        fids[done:last] = [fid for fid, _ in some]
        points = np.frombuffer(b"".join(shape for _, shape in some), HEADED_POINT)["point"]
        keys[done:last] = _curve(points["x"], points["y"], layer.bounds)
        done = last
        job.tell(done / layer.count)
    order = fids[np.argsort(keys, kind="stable")]
    base.execute("CREATE TEMP TABLE place (k INTEGER PRIMARY KEY, row INTEGER)")
    for first in range(0, len(order), GROUP):
        part = order[first : first + GROUP].tolist()
        base.executemany("INSERT INTO place VALUES (?, ?)", enumerate(part, first))
    return f'SELECT {names} FROM place JOIN "{layer.name}" ON fid = row ORDER BY k'


def _curve(x, y, bounds) -> np.ndarray:
    """Places along Morton's curve: the bits of both coordinates in turn, 16 of each."""
    key = np.zeros(len(x), np.uint32)
    for shift, values, low, high in ((0, x, *bounds[::2]), (1, y, *bounds[1::2])):
        cell = ((values - low) / ((high - low) or 1.0) * 65535).astype(np.uint32)
        for bit in range(16):
            key |= (cell >> bit & 1) << (2 * bit + shift)
    return key


def _schema(pyarrow, source: _Source, path):
    """Columns and what is said of the geometries."""
    from pyproj import CRS

    crs = described(path, source.name).crs
    about = {
        "encoding": "WKB", "geometry_types": [source.shape],
        "crs": CRS.from_wkt(crs).to_json_dict() if crs else None,
        "covering": {"bbox": {side: [BOX, side] for side in SIDES}},
    }  # fmt: skip
    if source.count and None not in source.bounds:
        about["bbox"] = list(source.bounds)
    whole = {"version": "1.1.0", "primary_column": GEOMETRY, "columns": {GEOMETRY: about}}
    fields = [pyarrow.field(name, _type(pyarrow, said)) for name, said in source.columns.items()]
    box = pyarrow.struct([(side, pyarrow.float32()) for side in SIDES])
    fields += [pyarrow.field(GEOMETRY, pyarrow.binary()), pyarrow.field(BOX, box)]
    return pyarrow.schema(fields, {"geo": json.dumps(whole)})


def _type(pyarrow, said: str):
    """Of a column of a GeoPackage, whose types are those of clause 1.1.1.1.3."""
    if said in ("REAL", "DOUBLE", "FLOAT"):
        return pyarrow.float64()
    if said == "BOOLEAN":
        return pyarrow.bool_()
    return pyarrow.int64() if "INT" in said else pyarrow.string()


def _table(pyarrow, schema, rows):
    """Rows of SQLite as a table of Arrow."""
    blobs, *columns = zip(*rows)
    shapes = [None if blob is None else wkb_of(blob) for blob in blobs]
    values = [_column(pyarrow, column, field.type) for column, field in zip(columns, schema)]
    left, right, bottom, top = boxes_of(as_shapes(shapes))
    sides = [_below(left), _below(bottom), -_below(-right), -_below(-top)]
    sides = [pyarrow.array(side) for side in sides]
    values += [
        pyarrow.array(shapes, pyarrow.binary()), pyarrow.StructArray.from_arrays(sides, [*SIDES]),
    ]  # fmt: skip
    return pyarrow.table(values, schema=schema)


def _column(pyarrow, values, kind):
    if pyarrow.types.is_boolean(kind):
        values = [None if value is None else bool(value) for value in values]
    try:
        return pyarrow.array(values, kind)
    except pyarrow.ArrowInvalid:  # SQLite keeps fractions in columns of whole numbers; OGR cuts
        return pyarrow.array([None if value is None else int(value) for value in values], kind)


def _below(values) -> np.ndarray:
    """In single precision, and not above."""
    single = values.astype(np.float32)
    return np.where(single > values, np.nextafter(single, np.float32(-np.inf)), single)

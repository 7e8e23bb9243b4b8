# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoParquet of a GeoPackage, through pyarrow; see :mod:`.parquet` for the format."""

from __future__ import annotations

import contextlib
import json
import sqlite3

import numpy as np

from ...errors import GroundshiftError
from .geopackage import wkb_of
from .parquet import SIDES, as_shapes, boxes_of
from .placed_rows import SOME, Source, in_order
from .rows import described
from .spatial_index import in_single

GROUP = SOME
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
        layer = Source.of(base)
        schema = _schema(pyarrow, layer, source)
        group = int(np.clip(job.budget / BYTES_A_VALUE / (len(schema) + 4), 1000, GROUP))
        step = job.part(0.2, 1.0).steps(-(-layer.count // group) or 1)
        names = ", ".join(f'rows."{name}"' for name in (layer.geometry, *layer.columns))
        rows = base.execute(in_order(base, layer, names, job.part(0.0, 0.2)))
        try:
            with parquet.ParquetWriter(str(target), schema, compression="zstd") as file:
                while some := rows.fetchmany(group):
                    file.write_table(_table(pyarrow, schema, some), row_group_size=group)
                    step()
        except (OSError, pyarrow.ArrowException) as error:
            raise GroundshiftError(
                f"{target}: cannot be written ({error}); is the disk full?"
            ) from error


def _schema(pyarrow, source: Source, path):
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
    boxes = boxes_of(as_shapes(shapes))
    sides = *in_single(boxes[::2], -np.inf), *in_single(boxes[1::2], np.inf)
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

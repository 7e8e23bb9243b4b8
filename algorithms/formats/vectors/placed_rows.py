# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of a GeoPackage in an order of places, sorted on the disk."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .geopackage import HEADED_POINT
from .parquet import SHAPES

SOME = 32_768
"""Rows that are looked at together."""
PLACED = "groundshift_placed"
"""Table of the rows in their order, with their places."""


@dataclass(frozen=True)
class Source:
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

    @property
    def has_places(self) -> bool:
        """Whether its rows are points, which can be put in an order."""
        return self.shape == "Point" and self.count > 0 and None not in self.bounds


def in_order(base, layer: Source, columns: str, job) -> str:
    """What gives the rows; those of points along a curve that keeps near what is near.

    SQLite sorts: memory does not grow with the rows. The table :data:`PLACED` is left in the
    database, which is one that is thrown away.

    Parameters
    ----------
    base : sqlite3.Connection
    layer : Source
    columns : str
        Of the table, which is called ``rows``, in SQL.
    job : Job

    Returns
    -------
    str
        SQL.
    """
    if not layer.has_places:
        return f'SELECT {columns} FROM "{layer.name}" AS rows'
    for said in ("journal_mode=OFF", "synchronous=OFF", "temp_store=FILE"):
        base.execute(f"PRAGMA {said}")
    base.execute(f"CREATE TABLE {PLACED}_keys (key INTEGER, fid INTEGER, x REAL, y REAL)")
    found, done = base.execute(f'SELECT fid, "{layer.geometry}" FROM "{layer.name}"'), 0
    while some := found.fetchmany(SOME):
        job.check()
        points = np.frombuffer(b"".join(shape for _, shape in some), HEADED_POINT)["point"]
        x, y = points["x"], points["y"]
        keys = _curve(x, y, layer.bounds).tolist()
        base.executemany(
            f"INSERT INTO {PLACED}_keys VALUES (?, ?, ?, ?)",
            zip(keys, [fid for fid, _ in some], x.tolist(), y.tolist()),
        )
        done += len(some)
        job.tell(0.7 * done / layer.count)
    base.execute(f"CREATE TABLE {PLACED} AS SELECT fid, x, y FROM {PLACED}_keys ORDER BY key, fid")
    base.execute(f"DROP TABLE {PLACED}_keys")
    base.commit()
    job.tell(1.0)
    # A cross join keeps SQLite from sorting whole rows.
    return (
        f'SELECT {columns} FROM {PLACED} CROSS JOIN "{layer.name}" AS rows '
        f"ON rows.fid = {PLACED}.fid ORDER BY {PLACED}.rowid"
    )


def _curve(x, y, bounds) -> np.ndarray:
    """Places along Morton's curve: the bits of both coordinates in turn, 16 of each."""
    key = np.zeros(len(x), np.uint32)
    for shift, values, low, high in ((0, x, *bounds[::2]), (1, y, *bounds[1::2])):
        cell = ((values - low) / ((high - low) or 1.0) * 65535).astype(np.uint32)
        for bit in range(16):
            key |= (cell >> bit & 1) << (2 * bit + shift)
    return key

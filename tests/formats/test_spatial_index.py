# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The spatial index of layers: SQLite finds nothing wrong with it, and OGR finds what is there."""

import contextlib
import sqlite3

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.formats.vectors import spatial_index
from groundshift.algorithms.formats.vectors.features import write_features
from groundshift.algorithms.formats.vectors.geopackage import GeoPackageWriter
from osgeo import ogr

UTM = wkt_from_epsg(32633)


def said_of(path, layer="points"):
    """What SQLite finds wrong with the index; its levels."""
    with contextlib.closing(sqlite3.connect(path)) as base:
        (said,) = base.execute(f"SELECT rtreecheck('rtree_{layer}_geom')").fetchone()
        root = f"SELECT data FROM rtree_{layer}_geom_node WHERE nodeno = 1"
        return said, int.from_bytes(base.execute(root).fetchone()[0][:2], "big")


def found_in(path, box):
    """Numbers of the features that OGR finds in a box."""
    source = ogr.Open(str(path))
    table = source.GetLayer(0)
    left, right, bottom, top = box
    table.SetSpatialFilterRect(left, bottom, right, top)
    return [feature.GetFID() for feature in table]


def write(path, xy, size):
    with GeoPackageWriter(path, UTM, "point", {"number": int}, "points") as file:
        for first in range(0, len(xy), size):
            part = xy[first : first + size]
            file.insert_points(*part.T, [list(range(first, first + len(part)))])


@pytest.mark.parametrize(
    "count, size, levels", [(0, 1, 0), (1, 1, 1), (51, 51, 1), (52, 10, 1), (9000, 700, 2)]
)
def test_points_are_found_where_they_are(tmp_path, monkeypatch, count, size, levels):
    monkeypatch.setattr(spatial_index, "AT_ONCE", 2000)
    rng = np.random.default_rng(0)
    # Not what single precision holds, on both sides of 0.
    xy = rng.uniform(-1.0, 1.0, (count, 2)) * (1e5, 3e6) + 0.123
    xy[7::500] = np.nan
    path = tmp_path / "points.gpkg"
    write(path, xy, size)
    assert said_of(path) == ("ok", levels)
    for x, y in rng.uniform(-1.0, 1.0, (20, 2)) * (1e5, 3e6):
        box = x - 2e4, x + 2e4, y - 4e5, y + 4e5
        inside = (xy > (box[0], box[2])) & (xy < (box[1], box[3]))
        expected = 1 + np.flatnonzero(inside.all(axis=1))
        np.testing.assert_array_equal(np.sort(found_in(path, box)), expected)
    for place in xy[: 3 * size : size]:  # nothing is lost to rounding
        assert found_in(path, np.repeat(place, 2))


def test_places_in_whole_numbers_are_indexed(tmp_path):
    path = tmp_path / "points.gpkg"
    write(path, np.array([[3, 40], [7, 20]]), 1)
    assert said_of(path)[0] == "ok"
    assert found_in(path, (2, 4, 30, 50)) == [1]


def test_an_index_goes_on_with_its_layer(tmp_path):
    """OGR counts the rows, and what it adds and takes away changes the index."""
    path = tmp_path / "points.gpkg"
    xy = np.random.default_rng(1).uniform(0.0, 1e4, (6000, 2))
    write(path, xy, 6000)
    with contextlib.closing(sqlite3.connect(path)) as base:
        assert base.execute("SELECT feature_count FROM gpkg_ogr_contents").fetchone() == (6000,)
    source = ogr.Open(str(path), update=1)
    table = source.GetLayer(0)
    for fid in range(1, 6001, 3):
        table.DeleteFeature(fid)
    for k in range(500):
        feature = ogr.Feature(table.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({20 * k}.5 5000)"))
        table.CreateFeature(feature)
    assert table.GetFeatureCount() == 4500
    feature = table = source = None
    assert said_of(path)[0] == "ok"
    found = found_in(path, (0.0, 200.0, 4999.0, 5001.0))
    assert sum(fid > 6000 for fid in found) == 10


def test_shapes_have_an_index_too(tmp_path):
    """Of any size, beside rows without a geometry, or with an empty one."""
    rng, shapes, boxes = np.random.default_rng(2), [], []
    for x, y, size in rng.uniform(0.0, 100.0, (300, 3)):
        ring = ogr.CreateGeometryFromWkt(f"POINT ({x} {y})").Buffer(size / 20, 2)
        shapes.append(bytes(ring.ExportToWkb()))
        boxes.append(ring.GetEnvelope())
    shapes[4], shapes[5] = None, bytes(ogr.Geometry(ogr.wkbMultiPolygon).ExportToWkb())
    left, right, bottom, top = np.array(boxes).T
    left[4:6] = np.inf
    path = tmp_path / "areas.gpkg"
    write_features(path, UTM, "polygon", shapes, {"number": np.arange(300)}, "areas")
    assert said_of(path, "areas")[0] == "ok"
    source = ogr.Open(str(path))
    result = source.ExecuteSQL("SELECT id FROM rtree_areas_geom WHERE maxx >= -10 AND minx <= 45")
    found = sorted(feature.GetField(0) for feature in result)
    source.ReleaseResultSet(result)
    np.testing.assert_array_equal(found, 1 + np.flatnonzero((right >= -10) & (left <= 45)))


def test_where_its_tables_are_forbidden_rows_are_given_to_sqlite(tmp_path, monkeypatch):
    path, xy = tmp_path / "points.gpkg", np.random.default_rng(3).uniform(0.0, 1e6, (3000, 2))
    write(path, xy, 3000)
    with contextlib.closing(sqlite3.connect(path)) as base:
        assert spatial_index.may_pack(base, "rtree_points_geom")
        base.set_authorizer(
            lambda action, table, *_: (
                sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_DELETE else sqlite3.SQLITE_OK
            )
        )
        assert not spatial_index.may_pack(base, "rtree_points_geom")
    monkeypatch.setattr(spatial_index, "may_pack", lambda *_: False)
    xy[5] = np.nan
    plain = tmp_path / "plain.gpkg"
    write(plain, xy, 1000)
    assert said_of(plain)[0] == "ok"
    boxes = []
    for file in (plain, path):
        with contextlib.closing(sqlite3.connect(file)) as base:
            boxes.append(base.execute("SELECT * FROM rtree_points_geom ORDER BY id").fetchall())
    boxes[1].pop(5)
    assert boxes[0] == boxes[1] and len(boxes[0]) == 2999

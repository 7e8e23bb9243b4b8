# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of features and tables: written, read back, and read badly."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.regrid import same_crs
from groundshift.algorithms.formats.vectors import rows
from groundshift.algorithms.formats.vectors.features import (
    read_features,
    read_lines,
    read_polygons,
    transformed,
    write_features,
    write_lines,
    write_polygons,
)
from groundshift.algorithms.formats.vectors.tables import (
    read_columns,
    read_table,
    table_fields,
    write_table,
)
from osgeo import ogr

UTM = wkt_from_epsg(32633)
SHAPES = (
    "POLYGON((0 0,10 0,10 10,0 0))",
    "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))",
    "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 1))",
)


def wkb(text):
    return bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb())


def wkt(shape):
    return ogr.CreateGeometryFromWkb(shape).ExportToWkt()


def first_corner(shape):
    whole = ogr.CreateGeometryFromWkb(shape)
    return whole.GetGeometryRef(0).GetPoints()[0][:2]


def columns(count):
    texts = np.array([["a", "", "ö", None][k % 4] for k in range(count)], object)
    return {
        "number": np.where(np.arange(count) % 3 == 1, np.nan, np.arange(count) + 0.5),
        "whole": np.ma.masked_equal(np.arange(count), 1),
        "yes": np.arange(count) % 2 == 0,
        "text": texts,
    }


def test_polygons_there_and_back(tmp_path):
    path = tmp_path / "areas.gpkg"
    write_polygons(path, UTM, [wkb(text) for text in SHAPES], columns(3))
    found = read_polygons(path)
    assert same_crs(found.crs, UTM) and len(found) == 3 and list(found.fid) == [1, 2, 3]
    for shape, text in zip(found.wkb, SHAPES):
        expected = ogr.ForceToMultiPolygon(ogr.CreateGeometryFromWkt(text))
        assert ogr.CreateGeometryFromWkb(shape).Equals(expected)
        assert ogr.CreateGeometryFromWkb(shape).GetGeometryName() == "MULTIPOLYGON"
    np.testing.assert_array_equal(found.numbers("number"), [0.5, np.nan, 2.5])
    np.testing.assert_array_equal(found.numbers("whole"), [0, np.nan, 2])
    np.testing.assert_array_equal(found.numbers("yes"), [1, 0, 1])
    assert list(found.texts("text")) == ["a", "", "ö"]
    source = ogr.Open(str(path))
    layer = source.GetLayer(0)
    assert layer.GetName() == "areas"
    assert layer.GetExtent() == (0, 10, 0, 10)
    assert layer.GetLayerDefn().GetFieldDefn(1).GetType() == ogr.OFTInteger64


@pytest.mark.parametrize("ending", ["gpkg", "shp", "geojson"])
def test_both_ways_of_reading_agree(tmp_path, ending, monkeypatch):
    """Batches of Arrow and feature by feature, for every format that people bring."""
    count = 200
    source = tmp_path / "source.gpkg"
    plain = {name: values for name, values in columns(count).items() if name != "yes"}
    x, y = np.random.default_rng(0).uniform(0, 1e5, (2, count))
    write_table(source, UTM, x, y, plain)
    path = tmp_path / f"other.{ending}"
    from osgeo import gdal

    gdal.VectorTranslate(str(path), str(source))
    seen = []
    slow = rows._one_by_one
    monkeypatch.setattr(rows, "_one_by_one", lambda *some: seen.append(1) or slow(*some))
    fast = read_table(path)
    quick = not seen
    monkeypatch.setattr(rows, "_suits_arrow", lambda table: False)
    other = read_table(path)
    assert seen
    assert quick or not hasattr(ogr.Layer, "GetArrowStreamAsNumPy")
    np.testing.assert_array_equal(fast.x, other.x)
    for name in plain:
        assert list(fast.texts(name)) == list(other.texts(name)), name
    np.testing.assert_allclose(fast.x, x)


@pytest.mark.parametrize("ending", ["gpkg", "shp"])
def test_a_long_text_among_short_ones(tmp_path, ending):
    """Newer GDAL gives such a column as another type, to save room."""
    path = tmp_path / f"remarks.{ending}"
    remarks = np.array(["ü" * 120, None, *["short"] * 998], object)
    names = np.array(["a", None, *["ö"] * 998], object)
    write_polygons(path, UTM, [wkb(SHAPES[0])] * 1000, {"remarks": remarks, "name": names})
    found = read_polygons(path)
    assert list(found.texts("remarks")) == ["ü" * 120, "", *["short"] * 998]
    assert list(found.texts("name")) == ["a", "", *["ö"] * 998]


def test_only_some_columns_of_some_rows(tmp_path):
    count = 150_000
    path = tmp_path / "many.gpkg"
    write_table(
        path, UTM, np.arange(count), np.zeros(count),
        {"a": np.arange(count) * 0.5, "b": np.arange(count) * 2.0, "c": np.ones(count)},
    )  # fmt: skip
    assert table_fields(path) == ["a", "b", "c"]
    assert list(read_table(path, fields=["c", "nothing"]).columns) == ["c"]
    places = np.array([149_999, 0, 70_000, 70_000])
    np.testing.assert_array_equal(
        read_columns(path, "", ["b", "a"], places), np.stack([places * 2.0, places * 0.5], axis=1)
    )


def test_points_without_a_place_are_left_out(tmp_path):
    path = tmp_path / "points.gpkg"
    empty = bytes(ogr.CreateGeometryFromWkt("POINT EMPTY").ExportToIsoWkb())
    shapes = [wkb("POINT(1 2)"), None, wkb("POINT(3 4)"), empty]
    write_features(path, UTM, "point", shapes, {"n": np.arange(4.0)}, "points")
    table = read_table(path)
    assert list(zip(table.x, table.y)) == [(1, 2), (3, 4)]
    assert list(table.numbers("n")) == [0, 2]
    np.testing.assert_array_equal(read_columns(path, "", ["n"], np.array([1, 0])), [[2], [0]])


def test_rows_without_a_geometry_and_of_another_kind(tmp_path):
    path = tmp_path / "mixed.geojson"
    path.write_text("""{"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"n": 1}, "geometry": null},
      {"type": "Feature", "properties": {"n": 2}, "geometry":
        {"type": "Point", "coordinates": [1, 2, 3]}},
      {"type": "Feature", "properties": {"n": 3}, "geometry":
        {"type": "LineString", "coordinates": [[0, 0, 5], [1, 1, 5]]}},
      {"type": "Feature", "properties": {"n": 4}, "geometry":
        {"type": "Polygon", "coordinates": [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]}},
      {"type": "Feature", "properties": {"n": null}, "geometry":
        {"type": "MultiLineString", "coordinates": [[[0, 0], [1, 1]], [[5, 5], [6, 6]]]}}]}""")
    lines = read_lines(path)
    assert list(lines.texts("n")) == ["3", ""]
    assert wkt(lines.wkb[0]) == "LINESTRING (0 0,1 1)"
    assert lines.left_out == {"without a geometry": 1, "not a line": 2}
    assert any("left out, without a geometry" in note for note in lines.notes())
    polygons = read_polygons(path)
    assert polygons.mended == 1 and ogr.CreateGeometryFromWkb(polygons.wkb[0]).IsValid()
    assert ogr.CreateGeometryFromWkb(polygons.wkb[0]).GetArea() == pytest.approx(2.0)
    assert len(read_features(path)) == 4


def test_to_another_crs(tmp_path):
    path = tmp_path / "lines.gpkg"
    write_lines(path, UTM, [wkb("LINESTRING(500000 5000000,500000 5001000)")], {"n": np.ones(1)})
    degrees = read_lines(path, to_crs=wkt_from_epsg(4326))
    x, y = first_corner(degrees.wkb[0])
    assert x == pytest.approx(15.0) and y == pytest.approx(45.15, abs=0.01)
    back = transformed(degrees.wkb, degrees.crs, "EPSG:32633")
    assert first_corner(back[0]) == pytest.approx((500000, 5000000), abs=1e-4)


def test_an_empty_layer_and_one_without_a_crs(tmp_path):
    path = tmp_path / "none.gpkg"
    write_polygons(path, "", [], {"n": np.zeros(0), "t": np.zeros(0, object)})
    with pytest.raises(GroundshiftError, match="holds no polygon"):
        read_polygons(path)
    write_features(tmp_path / "p.gpkg", "", "point", [wkb("POINT(1 2)")], {"n": np.ones(1)}, "p")
    with pytest.raises(GroundshiftError, match="has no CRS"):
        read_features(tmp_path / "p.gpkg", ("point",), to_crs=UTM)
    assert read_features(tmp_path / "p.gpkg").crs == ""


def test_refusals(tmp_path):
    with pytest.raises(GroundshiftError, match="cannot be read as a vector layer"):
        read_lines(tmp_path / "nowhere.gpkg")
    path = tmp_path / "areas.gpkg"
    write_polygons(path, UTM, [wkb(SHAPES[0])], {"n": np.ones(1)})
    with pytest.raises(GroundshiftError, match="no layer 'other'"):
        read_polygons(path, "other")
    with pytest.raises(GroundshiftError, match="holds no line"):
        read_lines(path)
    with pytest.raises(GroundshiftError, match="cannot be made"):
        write_polygons(tmp_path / "no" / "folder.gpkg", UTM, [], {})
    with pytest.raises(GroundshiftError, match="2000 columns"):
        write_polygons(tmp_path / "wide.gpkg", UTM, [], {f"c{k}": np.ones(0) for k in range(2000)})
    with pytest.raises(ValueError, match="differ in their number"):
        write_polygons(tmp_path / "odd.gpkg", UTM, [wkb(SHAPES[0])], {"n": np.ones(2)})


STAMPS = "a,b,c,d,e\n103.6,32.0,NaN,735928,735952\n103.65,32.07,-1.5,0.5,1.25\n"


def test_tables_of_stamps(tmp_path):
    path = tmp_path / "ps.csv"
    path.write_text(STAMPS)
    table = read_table(path)
    assert (table.x[0], table.y[0], len(table)) == (103.65, 32.07, 1)
    assert list(table.columns) == ["velocity_mm_yr", "D20141125", "D20141219"]
    assert table.numbers("velocity_mm_yr")[0] == -1.5
    assert "4326" in table.crs
    np.testing.assert_array_equal(read_columns(path, "", ["D20141219"], np.array([0])), [[1.25]])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (STAMPS + "1,2,3\n", "line 4 does not hold 5 numbers"),
        (STAMPS[: STAMPS.index("103.65")], "holds no points"),
        (STAMPS.replace("735952", "735928"), "date comes twice"),
    ],
)
def test_broken_tables_of_stamps(tmp_path, text, words):
    path = tmp_path / "ps.csv"
    path.write_text(text)
    with pytest.raises(GroundshiftError, match=words):
        read_table(path)


def test_real_points_of_stamps(shared_data):
    table = read_table(shared_data("xinmo_stamps_ps") / "Maoxian_PS.csv")
    assert len(table) == 97 and len(table.columns) == 42
    assert list(table.columns)[-1] == "D20170618"  # six days before the landslide
    assert table.numbers("velocity_mm_yr").min() == pytest.approx(-26.34, abs=0.01)

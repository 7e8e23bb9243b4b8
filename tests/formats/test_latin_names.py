# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers whose names and texts are no UTF-8: read like QGIS shows them, and no crash."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.vectors import rows
from groundshift.algorithms.formats.vectors.rows import (
    field_names,
    opened_layer,
    read_rows,
    row_batches,
)  # fmt: skip
from osgeo import gdal, ogr

LATIN, SHOWN = "Höhe", "H\ufffdhe"


def geojson(folder):
    points = [
        {
            "type": "Feature",
            "properties": {LATIN: k + 0.5, "name": "Größe", "velocity": -2.0},
            "geometry": {"type": "Point", "coordinates": [13 + 0.01 * k, 46.0]},
        }
        for k in range(3)
    ]
    path = folder / "latin.geojson"
    text = json.dumps({"type": "FeatureCollection", "features": points}, ensure_ascii=False)
    path.write_bytes(text.encode("latin-1"))
    return path


def shapefile(folder):
    """One that says it is UTF-8 and is not."""
    path = folder / "latin.shp"
    source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(path))
    layer = source.CreateLayer("latin", None, ogr.wkbPoint, options=["ENCODING=ISO-8859-1"])
    for name, kind in ((LATIN, ogr.OFTReal), ("name", ogr.OFTString), ("velocity", ogr.OFTReal)):
        layer.CreateField(ogr.FieldDefn(name, kind))
    for k in range(3):
        feature = ogr.Feature(layer.GetLayerDefn())
        for place, value in enumerate((k + 0.5, "Größe", -2.0)):
            feature.SetField(place, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT({13 + 0.01 * k} 46)"))
        layer.CreateFeature(feature)
    del layer, source
    path.with_suffix(".cpg").write_text("UTF-8")
    return path


def keep_all(wkb):
    return np.ones(len(wkb), bool), len(wkb)


@pytest.mark.parametrize("make", [geojson, shapefile])
def test_rows_come_under_the_name_that_qgis_shows(make, tmp_path):
    # In a process of its own: the fault was a crash of it.
    path = make(tmp_path)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import qgis_env; qgis_env.load_package()\n"
        "from groundshift.algorithms.formats.vectors.rows import row_batches\n"
        "print([ascii(list(columns)) for columns, _ in row_batches(sys.argv[2])])\n"
    )
    scripts = Path(__file__).resolve().parents[2] / "scripts"
    command = [sys.executable, "-c", code, str(scripts), str(path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, (done.returncode, done.stderr[-300:])
    # Where QGIS runs in this process, GDAL knows that shapefiles may be Latin-1.
    names = (SHOWN, LATIN) if make is shapefile else (SHOWN,)
    assert any(ascii(ascii(name))[3:-3] in done.stdout for name in names), done.stdout
    name = field_names(path)[0]
    assert name in names and field_names(path)[1:] == ["name", "velocity"]
    for fields in (None, {name}):
        found = read_rows(path, "", None, keep_all, fields)
        np.testing.assert_array_equal(found.columns[name], [0.5, 1.5, 2.5])
    columns, _ = next(row_batches(path))
    (text,) = set(columns["name"])
    assert text.encode() in ("Gr\ufffd\ufffde".encode(), "Größe".encode())


def test_names_that_become_alike_do_not_shift_the_others(tmp_path):
    properties = {"H\xf6he": 1.0, "H\xe4he": 2.0, "velocity": 3.0}
    point = {"type": "Point", "coordinates": [13.0, 46.0]}
    feature = {"type": "Feature", "properties": properties, "geometry": point}
    path = tmp_path / "alike.geojson"
    text = json.dumps({"type": "FeatureCollection", "features": [feature]}, ensure_ascii=False)
    path.write_bytes(text.encode("latin-1"))
    columns = read_rows(path, "", None, keep_all).columns
    assert {name: values.tolist() for name, values in columns.items()} == {
        SHOWN: [1.0], "velocity": [3.0],
    }  # fmt: skip


def test_a_stream_that_gives_up_is_gone_on_with_row_by_row(tmp_path):
    path = geojson(tmp_path)

    class Table:
        """A layer whose stream fails at a text, after its first row, as that of GDAL 3.8."""

        def __init__(self, table):
            self.table = table

        def __getattr__(self, name):
            return getattr(self.table, name)

        def GetArrowStreamAsNumPy(self, options):
            yield {
                "OGC_FID": np.array([0]), SHOWN: np.array([0.5]), "name": np.array([b"Gr"]),
                "velocity": np.array([-2.0]), "wkb_geometry": np.array([b"\x01"]),
            }  # fmt: skip
            raise SystemError("returned a result with an exception set")

    source = gdal.OpenEx(str(path))
    batches = list(rows._many(Table(source.GetLayer(0))))
    values = [columns[SHOWN].tolist() for _, columns, _ in batches]
    assert values == [[0.5], [1.5, 2.5]]


@pytest.fixture
def layer(tmp_path):
    path = tmp_path / "layer.geojson"
    place = {"type": "Point", "coordinates": [1, 2]}
    point = {"type": "Feature", "properties": {}, "geometry": place}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [point]}))
    return path


def test_what_gdal_raises_of_an_open_layer_becomes_one_sentence(layer):
    """GDAL 3.10 reads more only when it is asked, and says causes in lines of their own."""
    with pytest.raises(GroundshiftError) as refused, opened_layer(layer):
        raise RuntimeError("Failed\nMay be caused by: line 1\nMay be caused by: line 1\nHere")
    text = "cannot be read as a vector layer (Failed; May be caused by: line 1; Here)."
    assert str(refused.value) == f"{layer}: {text}"


def test_damaged_text_in_what_gdal_says_is_no_error_of_ours(layer, monkeypatch):
    def damaged(*_, **__):
        return b"no such table: \xff".decode()

    monkeypatch.setattr(gdal, "OpenEx", damaged)
    with pytest.raises(GroundshiftError, match="cannot be read as a vector layer"):
        field_names(layer)


@pytest.mark.parametrize("make", [geojson, shapefile])
@pytest.mark.parametrize("count", [1, 2])
def test_some_of_the_columns(make, count, tmp_path):
    """GDAL takes no list of names to leave out that holds one that is no UTF-8."""
    path = make(tmp_path)
    latin = field_names(path)[0]  # SHOWN or LATIN, see above
    fields = ("velocity", latin)[:count]
    found = read_rows(path, "", None, keep_all, fields)
    assert set(found.columns) == set(fields)
    assert list(found.columns["velocity"]) == [-2.0] * 3

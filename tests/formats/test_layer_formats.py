# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers as FlatGeobuf and GeoParquet: the same rows as in GeoPackage, and the same numbers."""

import json
import shutil
import sys
from types import SimpleNamespace

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.declare import Output
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.vectors import flatgeobuf, parquet
from groundshift.algorithms.formats.vectors.conversion import convert
from groundshift.algorithms.formats.vectors.features import read_polygons
from groundshift.algorithms.formats.vectors.geopackage import POINT, wkb_of
from groundshift.algorithms.formats.vectors.rows import described, read_rows
from groundshift.algorithms.formats.vectors.tables import read_columns, read_table, write_table
from groundshift.algorithms.job import Job
from groundshift.algorithms.outputs import Outputs
from groundshift.algorithms.toolbox import call

SIDE = 60
DAYS = [f"D2020{month:02d}01" for month in range(1, 9)]
FORMATS = ("gpkg", "fgb", "parquet", "large.fgb")
"""Large ones are written as those are whose index does not fit into memory."""


@pytest.fixture(autouse=True)
def _readable(request, monkeypatch):
    case = getattr(request.node, "callspec", None)
    if case and case.params.get("ending") == "large.fgb":
        monkeypatch.setattr(flatgeobuf, "BYTES_A_ROW", 1 << 40)
    if case and case.params.get("ending") == "parquet" and not parquet.has_driver():
        pytest.importorskip("pyarrow", reason="the package 'pyarrow' is missing")


@pytest.fixture(scope="module")
def points(tmp_path_factory):
    """A bowl that sinks by 30 mm a year, with holes in its series, texts and whole numbers."""
    rng = np.random.default_rng(0)
    x, y = (20.0 * side.ravel() for side in np.mgrid[:SIDE, :SIDE])
    rate = -30 * np.exp(-((x - 600) ** 2 + (y - 500) ** 2) / 2 / 150**2)
    columns = {
        "velocity_mm_yr": rate.round(3), "velocity_std_mm_yr": np.full(len(x), 0.5),
        "coherence": np.full(len(x), 0.9),
        "code": np.array(["", *(f"ж{k}" for k in range(1, len(x)))], object),
        "neighbours": np.ma.array(np.arange(len(x)), mask=np.arange(len(x)) % 7 == 0),
    }  # fmt: skip
    for k, name in enumerate(DAYS):
        values = (rate * k / 12 + rng.normal(0, 0.5, len(x))).round(2)
        values[k::50] = np.nan
        columns[name] = values
    path = tmp_path_factory.mktemp("points") / "p.gpkg"
    write_table(path, wkt_from_epsg(32633), 5e5 + x, 46e5 + y, columns)
    return path


def in_order(table):
    return np.lexsort((table.x, table.y))


def imported(points, folder, ending):
    path = folder / f"i.{ending}"
    call("importpoints", files=[points], points=path)
    return path


@pytest.mark.parametrize("ending", FORMATS[1:])
def test_rows_fields_and_gaps_are_those_of_the_geopackage(points, tmp_path, ending):
    expected, found = (imported(points, tmp_path, name) for name in ("gpkg", ending))
    assert [path.name for path in sorted(tmp_path.iterdir())] == sorted(["i.gpkg", f"i.{ending}"])
    first, second = described(expected), described(found)
    assert list(first.fields.items()) == list(second.fields.items())
    assert (first.kind, first.count) == (second.kind, second.count) == (1, SIDE**2)
    ours, theirs = read_table(expected), read_table(found)
    one, other = in_order(ours), in_order(theirs)
    np.testing.assert_array_equal(ours.x[one], theirs.x[other])
    for name, values in ours.columns.items():
        np.testing.assert_array_equal(values[one], theirs.columns[name][other])
    assert np.isnan(theirs.columns["neighbours"]).sum() == -(-(SIDE**2) // 7)
    assert "" in theirs.columns["code"] and "ж1" in theirs.columns["code"]
    from pyproj import CRS

    assert CRS.from_wkt(theirs.crs).to_epsg() == 32633


@pytest.mark.parametrize("ending", FORMATS[1:])
def test_a_rectangle_and_single_rows_are_those_of_the_geopackage(points, tmp_path, ending):
    path, box = imported(points, tmp_path, ending), (500_100.0, 4_600_200.0, 500_140.0, 4_600_300.0)
    found = read_table(path, bounds=box, fields=["coherence", DAYS[2]])
    assert len(found) == 3 * 6 and list(found.columns) == ["coherence", DAYS[2]]
    expected = read_table(points, bounds=box)
    assert np.nansum(found.columns[DAYS[2]]) == pytest.approx(np.nansum(expected.columns[DAYS[2]]))
    rows, whole = np.array([9, 3000, 4]), read_table(path)
    np.testing.assert_array_equal(
        read_columns(path, "", DAYS, rows),
        np.stack([whole.columns[day][rows] for day in DAYS], axis=1).astype(np.float32),
    )


@pytest.mark.parametrize("ending", FORMATS[1:])
def test_tools_find_the_same_in_each(points, tmp_path, ending):
    path, numbers = imported(points, tmp_path, ending), []
    for k, source in enumerate((points, path)):
        areas, fitted = tmp_path / f"a{k}.{ending if k else 'gpkg'}", tmp_path / f"v{k}.gpkg"
        found = call("activeareas", points=source, areas=areas)
        call("pointvelocity", points=source, result=fitted)
        table = read_table(fitted)
        rates = table.columns["velocity_mm_yr"][in_order(table)]
        polygons = read_polygons(areas)
        numbers.append(({k: v for k, v in found.items() if k != "areas"}, rates, polygons))
    assert numbers[0][0] == pytest.approx(numbers[1][0]) and numbers[0][0]["count"] == 1
    np.testing.assert_array_equal(numbers[0][1], numbers[1][1])
    assert numbers[0][2].wkb == numbers[1][2].wkb
    assert {*numbers[0][2].columns} == {*numbers[1][2].columns}


@pytest.mark.parametrize("ending", FORMATS[1:])
def test_cancelled_while_it_is_made_leaves_what_was_there(points, tmp_path, ending):
    target = tmp_path / f"i.{ending}"
    target.write_text("before")
    seen = []

    def cancelled():
        # GDAL collects rows in a file beside it first.
        seen.extend(
            path.name for path in tmp_path.glob(f".*.part*.{ending.removeprefix('large.')}*")
        )
        return bool(seen)

    with pytest.raises(Cancelled):
        call("importpoints", {"cancelled": cancelled}, files=[points], points=target)
    assert seen and [path.name for path in tmp_path.iterdir()] == [target.name]
    assert target.read_text() == "before"


@pytest.mark.parametrize("count", [1, 16, 17, 600])
def test_an_index_of_our_own_is_as_gdals(tmp_path, monkeypatch, count):
    """The same header, and over the same leaves the same tree; both find the same points."""
    found = []
    for own in (False, True):
        path, rng = tmp_path / f"{own}.fgb", np.random.default_rng(0)
        x, y = 5e5 + rng.uniform(0, 900, count), 46e5 + rng.uniform(0, 900, count)
        source = tmp_path / f"{own}.whole.gpkg"
        write_table(source, wkt_from_epsg(32633), x, y, {"number": np.arange(count)})
        monkeypatch.setattr(flatgeobuf, "LEAVES", 32)
        monkeypatch.setattr(flatgeobuf, "CHUNK", 100)  # features reach over its ends
        convert(source, path, Job(1 if own else 2 << 30))
        with open(path, "rb") as file:
            header = flatgeobuf._head(file)
            levels = [count]
            while levels[-1] > 1 or len(levels) == 1:
                levels.append(-(-levels[-1] // 16))
            nodes = np.frombuffer(file.read(40 * sum(levels)), flatgeobuf.NODE)
        below, first = nodes[-count:], len(nodes) - count
        for number in levels[1:]:
            level = nodes[first - number : first]
            for k, node in enumerate(level):
                inside = below["box"][16 * k : 16 * k + 16]
                around = [*inside[:, :2].min(axis=0), *inside[:, 2:].max(axis=0)]
                assert node["box"].tolist() == around and node["place"] == first + 16 * k
            below, first = level, first - number
        assert not first
        parts = [
            set(read_table(path, bounds=box).columns["number"])
            for box in ((5e5, 46e5, 500_300, 4_600_900), (500_200, 4_600_100, 500_500, 4_600_700))
        ]
        found.append((header, parts))
        assert set(read_table(path).columns["number"]) == set(range(count))
    assert found[0] == found[1]


def test_no_room_for_a_large_flatgeobuf(points, tmp_path, monkeypatch):
    monkeypatch.setattr(flatgeobuf, "BYTES_A_ROW", 1 << 40)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1000))
    with pytest.raises(GroundshiftError, match="are needed and 1.0 kB are free"):
        imported(points, tmp_path, "fgb")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("ending", ["parquet"])
def test_geoparquet_says_what_it_holds(points, tmp_path, ending):
    if parquet.has_driver():
        pytest.skip("GDAL writes GeoParquet here")
    from pyarrow.parquet import ParquetFile

    path = imported(points, tmp_path, ending)
    with ParquetFile(path) as file:
        about = json.loads(file.schema_arrow.metadata[b"geo"])
        boxes = file.read(["bbox"]).column(0).combine_chunks().flatten()
        names = file.schema_arrow.names
    assert (about["version"], about["primary_column"]) == ("1.1.0", "geometry")
    column = about["columns"]["geometry"]
    assert column["encoding"] == "WKB" and column["geometry_types"] == ["Point"]
    assert column["crs"]["id"] == {"authority": "EPSG", "code": 32633}
    assert column["bbox"] == [5e5, 46e5, 5e5 + 20 * (SIDE - 1), 46e5 + 20 * (SIDE - 1)]
    assert column["covering"]["bbox"]["ymax"] == ["bbox", "ymax"]
    assert names[-2:] == ["geometry", "bbox"]
    x = read_table(path).x
    assert (boxes[0].to_numpy() <= x).all() and (boxes[2].to_numpy() >= x).all()


@pytest.mark.parametrize("ending", ["parquet"])
def test_groups_that_lie_elsewhere_are_not_read(points, tmp_path, ending, monkeypatch):
    if parquet.has_driver():
        pytest.skip("GDAL reads GeoParquet here")
    from groundshift.algorithms.formats.vectors import parquet_writer

    monkeypatch.setattr(parquet_writer, "GROUP", SIDE**2 // 4)
    path, seen = imported(points, tmp_path, ending), []

    def take(wkb):
        seen.append(len(wkb))
        return np.ones(len(wkb), bool), None

    monkeypatch.setattr(parquet, "_touching", lambda wkb, bounds: np.ones(len(wkb), bool))
    half = 20.0 * (SIDE / 2 - 1)
    for x, y in ((5e5, 46e5), (5e5 + half + 20, 46e5), (5e5, 46e5 + half + 20)):
        read_rows(path, "", (x, y, x + half, y + half), take)
    assert seen == [SIDE**2 // 4] * 3, "a quarter of the points lies together"
    read_rows(path, "", (499e3, 4599e3, 502e3, 4602e3), take)
    assert seen[3:] == [SIDE**2 // 4] * 4


@pytest.mark.parametrize("ending", ["parquet"])
def test_geometries_without_a_word_on_their_crs_are_in_longitude_and_latitude(tmp_path, ending):
    """As the format says; and with null the CRS is unknown."""
    if parquet.has_driver():
        pytest.skip("GDAL reads GeoParquet here")
    from pyarrow import table
    from pyarrow.parquet import write_table as write
    from pyproj import CRS

    place = np.array([(1, 1, 12.5, 41.9)], POINT).tobytes()
    for said, code in (({}, 4326), ({"crs": None}, None)):
        column = {"encoding": "WKB", "geometry_types": ["Point"], **said}
        about = {"version": "1.1.0", "primary_column": "g", "columns": {"g": column}}
        made = table({"g": [place], "v": [1.5]})
        write(made.replace_schema_metadata({"geo": json.dumps(about)}), tmp_path / "p.parquet")
        found = read_table(tmp_path / "p.parquet")
        assert (found.x[0], found.y[0]) == (12.5, 41.9)
        assert (CRS.from_wkt(found.crs).to_epsg() if found.crs else None) == code


def test_a_geometry_of_a_geopackage_may_have_its_bounds_before_it():
    place = np.array([(1, 1, 12.5, 41.9)], POINT).tobytes()
    for kind, sides in enumerate((0, 4, 6, 6, 8)):
        head = b"GP\0" + bytes([1 | kind << 1]) + bytes(4 + 8 * sides)
        assert wkb_of(head + place) == place


@pytest.mark.parametrize("ending", ["parquet"])
def test_parquet_that_is_no_geoparquet_is_refused(tmp_path, ending):
    if parquet.has_driver():
        pytest.skip("GDAL reads GeoParquet here")
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.table({"a": [1]}), tmp_path / "a.parquet")
    (tmp_path / "b.parquet").write_bytes(b"PAR1" * 9)
    for name, words in (("a", "holds no geometries"), ("b", "cannot be read as GeoParquet")):
        with pytest.raises(GroundshiftError, match=f"{name}.parquet: {words}"):
            call("importpoints", files=[tmp_path / f"{name}.parquet"], points=tmp_path / "p.gpkg")


def test_without_pyarrow_one_sentence_before_the_work(points, tmp_path, monkeypatch):
    monkeypatch.setattr(parquet, "has_driver", lambda: False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(GroundshiftError, match=r"p.parquet: .* pyarrow.*\.gpkg or \.fgb"):
        call("importpoints", files=[tmp_path / "none.csv"], points=tmp_path / "p.parquet")
    (tmp_path / "a.parquet").write_bytes(b"PAR1" * 9)
    with pytest.raises(GroundshiftError, match=r"a.parquet: .* pyarrow"):
        call("activeareas", points=tmp_path / "a.parquet", areas=tmp_path / "a.gpkg")


@pytest.mark.parametrize(
    "kind, filter_, name", [
        ("points", "", "p.shp"), ("table", "", "t.fgb"), ("points", "GeoPackage (*.gpkg)", "s.fgb"),
    ],
)  # fmt: skip
def test_names_of_other_formats_are_refused(tmp_path, kind, filter_, name):
    with pytest.raises(GroundshiftError, match=rf"Title \(ID\): .*{name}.*let it end in \.gpkg"):
        Outputs([Output(kind, "ID", "Title", filter=filter_)], {"ID": tmp_path / name})

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Distances to faults from files to files, and with the real inventories."""

import csv

import numpy as np
import pytest
from area_layers import TRUE, LayerSource, layer, line, other_crs, point, rows, square, with_nothing
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.toolbox import call

QUICK = {"runs": 99, "places": 5000}


@pytest.fixture
def faults(tmp_path):
    """Two straight faults that go north, 40 km apart; the third one is a fold."""
    return layer(
        tmp_path / "faults.gpkg", "line",
        [line((0, 0), (0, 60_000)), line((40_000, 0), (40_000, 60_000)),
         line((3000, 0), (3000, 60_000))],
        name=["West", "East", "Bend"], slip_type=["Reverse", "Normal", "Anticline"],
        average_dip=["(45,30,60)", "", "(90,,)"], dip_dir=["E", "W", ""],
        net_slip_rate=["(2,1,3)", "", ""],
    )  # fmt: skip


@pytest.fixture
def sites(tmp_path):
    places = [(500, 30_000), (-4000, 10_000), (37_900, 50_000), (19_000, 2000), (-900, 59_000)]
    return layer(
        tmp_path / "sites.gpkg", "point", [point(*place) for place in places], n=[1, 2, 3, 4, 5],
        fault_name=["old", "", "", "", ""],
    )  # fmt: skip


def run(sites, faults, folder, said=None, **chosen):
    """Numbers of the tool, its sites and its table."""
    note = None if said is None else said.append
    found = call(
        "faultdistance", {"note": note}, sites=sites, faults=faults, result=folder / "out.gpkg",
        table=folder / "bands.csv", html=folder / "report.html", **{**QUICK, **chosen},
    )  # fmt: skip
    with open(found["table"], newline="") as file:
        table = list(csv.DictReader(file))
    return found, rows(found["result"]), table


def test_distances_and_attributes(sites, faults, tmp_path):
    said, fields = [], {"leave_out": "anticline", "copied_fields": "net_slip_rate"}
    numbers, found, table = run(sites, faults, tmp_path, said, **fields)
    assert found.numbers("distance_km") == pytest.approx([0.5, 4, 2.1, 19, 0.9], rel=1e-4)
    assert found.texts("fault_name").tolist() == ["West", "West", "East", "West", "West"]
    assert "fault_name_1" not in found.columns, "results of an earlier run are replaced"
    assert found.texts("fault_kind")[2] == "Normal"
    assert found.texts("fault_net_slip_rate")[0] == "(2,1,3)"
    assert found.numbers("fault_dip_deg")[0] == 45 and np.isnan(found.numbers("fault_dip_deg")[2])
    assert found.texts("fault_side").tolist() == [
        "hanging wall", "footwall", "hanging wall", "hanging wall", "footwall",
    ]  # fmt: skip
    assert found.texts("band").tolist() == [
        "0 to 1 km", "2 to 5 km", "2 to 5 km", "10 to 20 km", "0 to 1 km",
    ]  # fmt: skip
    assert [int(row["sites"]) for row in table] == [2, 0, 2, 0, 1, 0, 0]
    assert sum(float(row["area_km2"]) for row in table) == pytest.approx(numbers["area"])
    assert "<svg" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert any("1 of 3 lines are left out" in note for note in said)


def test_same_seed_same_numbers(sites, faults, tmp_path):
    tables = [run(sites, faults, tmp_path, seed=s)[2] for s in (4, 4, 5)]
    assert tables[0] == tables[1] != tables[2]


def test_layers_of_different_crs(sites, faults, tmp_path):
    here = run(sites, faults, tmp_path)[1].numbers("distance_km")
    degrees = other_crs(sites.path, tmp_path / "sites.geojson", "EPSG:4326")
    mercator = other_crs(faults.path, tmp_path / "faults.shp", "EPSG:3857")
    there = run(degrees, mercator, tmp_path, leave_out="anticline")[1]
    assert there.numbers("distance_km") == pytest.approx(here, abs=0.01)


def test_study_area_of_a_layer(sites, faults, tmp_path):
    """Strips of known area; the hole holds a site and both its own band."""
    area = layer(
        tmp_path / "area.gpkg", "polygon",
        [square(0, 30_000, 30_000, hole=2000), square(5000, 30_000, 30_000, hole=2000)], n=[1, 2],
    )  # fmt: skip
    said = []
    numbers, found, table = run(sites, faults, tmp_path, said, study_area=area, places=50_000)
    # Joined they reach from -15 to 20 km; each one's hole lies in the other.
    assert numbers["area"] == pytest.approx(35 * 30, rel=1e-3)
    assert float(table[0]["area_km2"]) == pytest.approx(60, rel=0.03)
    assert found.columns["in_study_area"].astype(int).tolist() == [1, 0, 0, 0, 0]
    assert numbers["inside"] == 1
    assert any("outside of the study area" in text for text in said)


def test_polygons_have_a_distance_from_their_edge(faults, tmp_path):
    sites = layer(
        tmp_path / "slides.gpkg", "polygon",
        [square(5000, 30_000, 2000), square(0, 20_000, 500), square(-3000, 9000, 1000, hole=900),
         square(35_000, 9000, 1000)], area_id=[1, 2, 3, 4],
    )  # fmt: skip
    _, found, table = run(sites, faults, tmp_path)
    assert found.numbers("edge_distance_km") == pytest.approx(
        np.array([4, 0, 2.5, 4.5]), rel=1e-3, abs=1e-9
    )
    assert found.numbers("distance_km")[[0, 1, 3]] == pytest.approx(
        np.array([5, 0, 5]), rel=1e-3, abs=1e-4
    )
    assert found.numbers("distance_km")[2] == pytest.approx(3, abs=0.55), "a point on the frame"
    total = sum(float(row["site_area_km2"]) for row in table)
    assert total == pytest.approx((4 + 0.25 + 1 - 0.81 + 1), rel=1e-3)


def test_a_fault_inside_of_a_polygon_has_no_distance(tmp_path):
    faults = layer(tmp_path / "f.gpkg", "line", [line((0, 0), (0, 300))], n=[1])
    shapes = [square(100, 0, 2000), square(0, 0, 2000, hole=1000), square(9000, 0, 2000)]
    sites = layer(tmp_path / "s.gpkg", "polygon", [*shapes, square(0, 9000, 10)], n=range(4))
    _, found, _ = run(sites, faults, tmp_path)
    assert found.numbers("edge_distance_km")[:3] == pytest.approx([0, 0.2, 8], abs=2e-4)


def test_empty_geometries_and_parts(sites, faults, tmp_path):
    from osgeo import ogr

    holed = with_nothing(faults.path, tmp_path / "holed.gpkg")
    source = ogr.Open(str(holed.path), 1)
    table = source.GetLayer(0)
    feature = ogr.Feature(table.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt(
        "MULTILINESTRING((519000 4600000,519000 4601900),(900000 4600000,900000 4600000,"
        "900000 4600001))"
    ))  # fmt: skip
    feature.SetField("name", "Two parts")
    table.CreateFeature(feature)
    source = table = None
    said = []
    _, found, _ = run(with_nothing(sites.path, tmp_path / "s.gpkg"), holed, tmp_path, said)
    assert found.texts("fault_name")[3] == "Two parts"
    assert found.numbers("distance_km")[3] == pytest.approx(0.1, abs=0.001)
    assert sum("left out" in note for note in said) >= 2


def test_without_any_crs(tmp_path):
    faults = layer(tmp_path / "f.gpkg", "line", [line((0, 0), (0, 9000))], "", n=[1])
    sites = layer(
        tmp_path / "s.gpkg", "point", [point(300, 500), point(-800, 9000), point(4000, 10)], "",
        n=[1, 2, 3],
    )  # fmt: skip
    said = []
    _, found, _ = run(sites, faults, tmp_path, said)
    assert found.numbers("distance_km") == pytest.approx([0.3, 0.8, 4.0])
    assert any("as metres" in note for note in said)


def test_a_table_of_longitudes_and_latitudes(faults, tmp_path):
    path = tmp_path / "sites.csv"
    path.write_text("name,LON,LAT\na,15.01,41.6\nb,,\nc,15.02,41.7\nd,15.2,41.9\ne,999,1\n")
    said = []
    _, found, _ = run(path, faults, tmp_path, said)
    assert found.texts("name").tolist() == ["a", "c", "d"]
    assert any("1 feature left out, without a geometry" in note for note in said)
    assert any("1 site left out, their coordinates do not fit" in note for note in said)


def rasters(folder, east, north, up, unit="mm"):
    """A plane that falls to the east, and a displacement that is the same all over."""
    grid = Grid(160, 120, (490_000.0, 500.0, 0.0, 4_665_000.0, 0.0, -500.0), TRUE)
    height = 3000 + np.tan(np.radians(20)) * -500.0 * np.arange(120) / 10
    paths = {}
    for name, value in (("east", east), ("north", north), ("up", up)):
        paths[name] = str(folder / f"{name}.tif")
        values = np.full(grid.shape, value, np.float32)
        write_raster(paths[name], grid, values, [BandInfo(name, unit)])
    paths["dem"] = str(folder / "dem.tif")
    write_raster(paths["dem"], grid, np.tile(height, (160, 1)).astype(np.float32), [BandInfo("h")])
    return paths


def test_motion_in_the_frame_of_the_slope(sites, faults, tmp_path):
    paths = rasters(tmp_path, 0.03, 0.01, -0.02, "m")
    said = []
    _, found, _ = run(sites, faults, tmp_path, said, flat=1, **paths)
    assert found.numbers("aspect_deg") == pytest.approx([90] * 5, abs=0.4), "but for grid north"
    assert found.numbers("down_slope_mm") == pytest.approx([30] * 5, abs=0.1)
    assert found.numbers("along_slope_mm") == pytest.approx([-10] * 5, abs=0.2)
    assert found.texts("quadrant").tolist() == ["down-slope and down"] * 5
    slope = np.radians(found.numbers("slope_deg"))
    assert np.tan(slope) == pytest.approx([np.tan(np.radians(20)) / 10] * 5, rel=2e-3)
    steepest = 30 * np.cos(slope) + 20 * np.sin(slope)
    assert found.numbers("steepest_mm") == pytest.approx(steepest, abs=0.1)
    told = [text for text in said if text.startswith("Quadrant")]
    assert [text.split("': ")[1].split(",")[0] for text in told] == [
        "0 sites (0.0 %)", "5 sites (100.0 %)", "0 sites (0.0 %)", "0 sites (0.0 %)"
    ]  # fmt: skip
    assert [f"{share} % of the area's slopes" in text for share, text in zip(
        ("0.0", "100.0", "0.0", "0.0"), told
    )] == [True] * 4  # fmt: skip


def test_rates_are_named_as_such_and_units_needed(sites, faults, tmp_path):
    paths = rasters(tmp_path, 3.0, 1.0, -2.0, "mm/yr")
    _, found, _ = run(sites, faults, tmp_path, flat=1, **paths)
    assert found.numbers("down_slope_mm_yr") == pytest.approx([3] * 5, abs=0.01)
    paths = rasters(tmp_path, 3.0, 1.0, -2.0, "")
    with pytest.raises(GroundshiftError, match="does not say its unit"):
        run(sites, faults, tmp_path, **paths)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        ({"crs": ""}, "no CRS"),
        ({"dip_field": "slope"}, "no field 'slope'"),
        ({"copied_fields": "nothing"}, "no field 'nothing'"),
        ({"leave_out": "anticline, reverse, normal"}, "no fault is left"),
        ({"places": [(0, 0), (1, 1)]}, "enclose no area"),
    ],
)
def test_input_that_cannot_be_used(faults, tmp_path, spoil, words):
    places = spoil.get("places", [(0, 0), (100, 9), (50, 3000)])
    shapes = [point(*place) for place in places]
    sites = layer(
        tmp_path / "s.gpkg", "point", shapes, spoil.get("crs", TRUE), n=range(len(shapes))
    )
    folder = tmp_path / "out"
    chosen = {name: value for name, value in spoil.items() if name not in ("crs", "places")}
    with pytest.raises(GroundshiftError, match=words):
        run(sites, faults, folder, **chosen)
    assert not folder.exists()


def test_no_site_in_the_study_area(sites, faults, tmp_path):
    area = layer(tmp_path / "area.gpkg", "polygon", [square(9e4, 0, 100)], n=[1])
    with pytest.raises(GroundshiftError, match="no site lies inside"):
        run(sites, faults, tmp_path / "out", study_area=area)


INVENTORIES = (
    ("HimaTibetMap.shp", 638, 940), ("central_am_caribbean_faults.geojson", 259, 259),
    ("myanmar_faults.geojson", 405, 407),
)  # fmt: skip


@pytest.mark.parametrize(("name", "kept", "lines"), INVENTORIES)
def test_real_inventories(shared_data, tmp_path, name, kept, lines):
    """11,033 landslides of the whole Earth against faults of a part of it."""
    from pyproj import Geod

    sites = LayerSource(str(shared_data("landslides") / "nasa_global_landslide_catalog.csv"))
    faults = LayerSource(str(shared_data("faults") / name))
    chosen = {"hull": "faults", "runs": 99, "places": 3000}
    said, told = [], []
    numbers, found, table = run(sites, faults, tmp_path, said, **chosen)
    assert (numbers["count"], numbers["fault_count"]) == (11_033, kept)
    assert 500 < numbers["inside"] < 3000
    assert sum(int(row["sites"]) for row in table) == numbers["inside"]
    assert any("The sites are clustered: " in text for text in said)
    assert min(numbers["p_nearer"], numbers["p_overall"]) <= 0.2
    # One by one they would be far too sure.
    alone, _, _ = run(sites, faults, tmp_path, told, cluster=0, **chosen)
    assert any("independent placement" in text for text in told)
    assert alone["p_nearer"] == 0.01 <= numbers["p_nearer"]
    line = rows(faults.path)
    row = {fid: k for k, fid in enumerate(line.fid.tolist())}
    near = np.flatnonzero(found.columns["in_study_area"].astype(bool))[::97]
    from groundshift.algorithms.formats.vectors import wkb

    geod = Geod(ellps="WGS84")
    for k in near:
        x, y = wkb.parts(found.wkb[k])[0][0]
        share = np.linspace(0, 1, 200)[:, np.newaxis]
        parts = wkb.parts(line.wkb[row[int(found.numbers("fault_fid")[k])]])
        dense = np.concatenate([
            a + share * (b - a) for part in parts for a, b in zip(part[:-1], part[1:])
        ])  # fmt: skip
        to = geod.inv(np.full(len(dense), x), np.full(len(dense), y), *dense.T)[2]
        assert found.numbers("distance_km")[k] == pytest.approx(to.min() / 1e3, abs=0.05, rel=1e-3)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Distances to faults from files to files, and with the real inventories."""

import csv

import numpy as np
import pytest
from area_layers import TRUE, LayerSource, layer, line, other_crs, point, rows, square, with_nothing
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.io.fault_layers import FaultFields
from groundshift.algorithms.io.quadrants import FieldSource
from groundshift.algorithms.io.rasters import BandInfo, write_raster
from groundshift.algorithms.io.run_faultdistance import (
    FaultDistanceOptions,
    FaultDistanceTargets,
    run_faultdistance,
)

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


def run(sites, faults, folder, area=None, field=None, fields=None, hull="sites", **options):
    targets = FaultDistanceTargets(
        folder / "out.gpkg", folder / "bands.csv", folder / "report.html"
    )
    report = run_faultdistance(
        sites, faults, targets, FaultDistanceOptions(area=hull, **{**QUICK, **options}),
        fields or FaultFields(leave_out="anticline, fold"), area, field,
    )  # fmt: skip
    with open(targets.bands, newline="") as file:
        table = list(csv.DictReader(file))
    return report, rows(targets.sites), table


def test_distances_and_attributes(sites, faults, tmp_path):
    fields = FaultFields(leave_out="anticline", copied=("net_slip_rate",))
    report, found, table = run(sites, faults, tmp_path, fields=fields)
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
    assert sum(float(row["area_km2"]) for row in table) == pytest.approx(report.area / 1e6)
    assert "<svg" in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert any("1 of 3 lines are left out" in note for note in report.notes)


def test_same_seed_same_numbers(sites, faults, tmp_path):
    tables = [run(sites, faults, tmp_path, seed=s)[2] for s in (4, 4, 5)]
    assert tables[0] == tables[1] != tables[2]


def test_layers_of_different_crs(sites, faults, tmp_path):
    here = run(sites, faults, tmp_path)[1].numbers("distance_km")
    degrees = other_crs(sites.path, tmp_path / "sites.geojson", "EPSG:4326")
    mercator = other_crs(faults.path, tmp_path / "faults.shp", "EPSG:3857")
    fields = FaultFields(leave_out="anticline")
    there = run(degrees, mercator, tmp_path, fields=fields)[1]
    assert there.numbers("distance_km") == pytest.approx(here, abs=0.01)


def test_study_area_of_a_layer(sites, faults, tmp_path):
    """Strips of known area; the hole holds a site and both its own band."""
    area = layer(
        tmp_path / "area.gpkg", "polygon",
        [square(0, 30_000, 30_000, hole=2000), square(5000, 30_000, 30_000, hole=2000)], n=[1, 2],
    )  # fmt: skip
    report, found, table = run(sites, faults, tmp_path, area=area, places=50_000)
    # Joined they reach from -15 to 20 km; each one's hole lies in the other.
    assert report.area / 1e6 == pytest.approx(35 * 30, rel=1e-3)
    assert float(table[0]["area_km2"]) == pytest.approx(60, rel=0.03)
    assert found.columns["in_study_area"].astype(int).tolist() == [1, 0, 0, 0, 0]
    assert report.inside == 1
    assert any("outside of the study area" in text for text in report.warnings)


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
    report, found, _ = run(with_nothing(sites.path, tmp_path / "s.gpkg"), holed, tmp_path)
    assert found.texts("fault_name")[3] == "Two parts"
    assert found.numbers("distance_km")[3] == pytest.approx(0.1, abs=0.001)
    assert sum("left out" in note for note in report.notes) >= 2


def test_without_any_crs(tmp_path):
    faults = layer(tmp_path / "f.gpkg", "line", [line((0, 0), (0, 9000))], "", n=[1])
    sites = layer(
        tmp_path / "s.gpkg", "point", [point(300, 500), point(-800, 9000), point(4000, 10)], "",
        n=[1, 2, 3],
    )  # fmt: skip
    report, found, _ = run(sites, faults, tmp_path)
    assert found.numbers("distance_km") == pytest.approx([0.3, 0.8, 4.0])
    assert any("as metres" in note for note in report.notes)


def test_a_table_of_longitudes_and_latitudes(faults, tmp_path):
    path = tmp_path / "sites.csv"
    path.write_text("name,LON,LAT\na,15.01,41.6\nb,,\nc,15.02,41.7\nd,15.2,41.9\ne,999,1\n")
    report, found, _ = run(LayerSource(str(path)), faults, tmp_path)
    assert found.texts("name").tolist() == ["a", "c", "d"]
    assert any("1 feature(s) left out, without a geometry" in note for note in report.notes)
    assert any("1 site(s) left out, their coordinates do not fit" in note for note in report.notes)


def rasters(folder, east, north, up, unit="mm"):
    """A plane that falls to the east, and a displacement that is the same all over."""
    grid = Grid(160, 120, (490_000.0, 500.0, 0.0, 4_665_000.0, 0.0, -500.0), TRUE)
    height = 3000 + np.tan(np.radians(20)) * -500.0 * np.arange(120) / 10
    paths = []
    for name, value in (("east", east), ("north", north), ("up", up)):
        paths.append(str(folder / f"{name}.tif"))
        values = np.full(grid.shape, value, np.float32)
        write_raster(paths[-1], grid, values, [BandInfo(name, unit)])
    paths.append(str(folder / "dem.tif"))
    write_raster(paths[-1], grid, np.tile(height, (160, 1)).astype(np.float32), [BandInfo("h")])
    return paths


def test_motion_in_the_frame_of_the_slope(sites, faults, tmp_path):
    paths = rasters(tmp_path, 0.03, 0.01, -0.02, "m")
    report, found, _ = run(sites, faults, tmp_path, field=FieldSource(*paths, flat=1.0, places=500))
    assert found.numbers("aspect_deg") == pytest.approx([90] * 5, abs=0.4), "but for grid north"
    assert found.numbers("down_slope_mm") == pytest.approx([30] * 5, abs=0.1)
    assert found.numbers("along_slope_mm") == pytest.approx([-10] * 5, abs=0.2)
    assert found.texts("quadrant").tolist() == ["down-slope and down"] * 5
    slope = np.radians(found.numbers("slope_deg"))
    assert np.tan(slope) == pytest.approx([np.tan(np.radians(20)) / 10] * 5, rel=2e-3)
    steepest = 30 * np.cos(slope) + 20 * np.sin(slope)
    assert found.numbers("steepest_mm") == pytest.approx(steepest, abs=0.1)
    assert report.quadrants.count.tolist() == [0, 5, 0, 0]
    assert report.quadrants.share == pytest.approx([0, 1, 0, 0])


def test_rates_are_named_as_such_and_units_needed(sites, faults, tmp_path):
    paths = rasters(tmp_path, 3.0, 1.0, -2.0, "mm/yr")
    _, found, _ = run(sites, faults, tmp_path, field=FieldSource(*paths, flat=1.0, places=500))
    assert found.numbers("down_slope_mm_yr") == pytest.approx([3] * 5, abs=0.01)
    paths = rasters(tmp_path, 3.0, 1.0, -2.0, "")
    with pytest.raises(GroundshiftError, match="does not say its unit"):
        run(sites, faults, tmp_path, field=FieldSource(*paths))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        ({"crs": ""}, "no CRS"),
        ({"fields": FaultFields(dip="slope")}, "no field 'slope'"),
        ({"fields": FaultFields(copied=("nothing",))}, "no field 'nothing'"),
        ({"fields": FaultFields(leave_out="anticline, reverse, normal")}, "no fault is left"),
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
    with pytest.raises(GroundshiftError, match=words):
        run(sites, faults, folder, fields=spoil.get("fields"))
    assert not folder.exists()


def test_no_site_in_the_study_area(sites, faults, tmp_path):
    area = layer(tmp_path / "area.gpkg", "polygon", [square(9e4, 0, 100)], n=[1])
    with pytest.raises(GroundshiftError, match="no site lies inside"):
        run(sites, faults, tmp_path / "out", area=area)


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
    fields = FaultFields(leave_out="anticline, syncline, fold")
    report, found, table = run(
        sites, faults, tmp_path, fields=fields, hull="faults", runs=19, places=3000, cluster=0.0
    )
    assert (report.sites, report.faults) == (11_033, kept)
    assert 500 < report.inside < 3000
    assert sum(int(row["sites"]) for row in table) == report.inside
    assert report.bands.p_nearer <= 0.05
    assert any("independent placement" in text for text in report.warnings)
    # By themselves these sites move in clusters, and there are too few for such a verdict.
    own, _, _ = run(sites, faults, tmp_path, fields=fields, hull="faults", runs=19, places=3000)
    assert any("are clustered, so clusters move as a whole" in text for text in own.notes)
    assert own.bands.p_nearer > report.bands.p_nearer or own.bands.p_nearer == 0.05
    line = rows(faults.path)
    row = {fid: k for k, fid in enumerate(line.fid.tolist())}
    near = np.flatnonzero(found.columns["in_study_area"].astype(bool))[::97]
    from groundshift.algorithms.io import wkb

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

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Distance to faults as a user runs it."""

import pytest
from runs import one_sentence, refusal, run_here, succeeded


@pytest.fixture
def real(shared_data, tmp_path):
    return {
        "SITES": str(shared_data("landslides") / "nasa_global_landslide_catalog.csv"),
        "FAULTS": str(shared_data("faults") / "central_am_caribbean_faults.geojson"),
        "HULL": "faults", "RUNS": 99, "PLACES": 20_000, "RESULT": str(tmp_path / "sites.gpkg"),
        "TABLE": str(tmp_path / "bands.csv"), "HTML": str(tmp_path / "report.html"),
        "PNG": str(tmp_path / "plot.png"), "COPIED_FIELDS": ["net_slip_rate", "is_active"],
    }  # fmt: skip


@pytest.fixture
def inputs(plugin, tmp_path):
    from area_layers import layer, line, point, square

    faults = layer(
        tmp_path / "faults.gpkg", "line", [line((0, 0), (0, 60_000))], dip_dir=["E"], dip=["45"]
    )
    sites = layer(
        tmp_path / "sites.gpkg", "point", [point(500, 9), point(-4000, 900), point(700, 9000)],
        n=[1, 2, 3],
    )  # fmt: skip
    slides = layer(
        tmp_path / "slides.gpkg", "polygon",
        [square(500, 9, 100), square(-4000, 900, 90), square(700, 9000, 90)], n=[1, 2, 3],
    )  # fmt: skip
    out = tmp_path / "out"
    parameters = {
        "SITES": sites.path, "FAULTS": faults.path, "RUNS": 19, "PLACES": 2000,
        "RESULT": str(out / "sites.gpkg"), "TABLE": str(out / "bands.csv"),
        "HTML": str(out / "report.html"), "PNG": str(out / "plot.png"),
    }  # fmt: skip
    return parameters, out, slides.path


def test_real_landslides_and_faults(qgis_process, real, tmp_path):
    results = succeeded(qgis_process.run("faultdistance", real))
    assert (results["COUNT"], results["FAULT_COUNT"]) == (11_033, 259)
    # By default random placements have clusters as the sites do: the pattern is not that of chance.
    assert 0.01 <= results["P_OVERALL"] <= 0.05 and 0.01 <= results["P_NEARER"] <= 0.15
    assert 150 < results["HANGING"] < 300 and 80 < results["FOOT"] < 220
    names = {path.name for path in tmp_path.iterdir()}
    assert {"sites.qml", "bands.csv", "report.html", "plot.png"} <= names


def test_sites_are_styled_by_distance(inputs):
    from qgis.core import QgsVectorLayer

    parameters, out, slides = inputs
    for path in (parameters["SITES"], slides):
        results, problem = run_here("faultdistance", {**parameters, "SITES": path})
        assert not problem
        assert results["HANGING"] == 2 and results["FOOT"] == 1
        layer = QgsVectorLayer(str(out / "sites.gpkg"), "sites")
        ranges = layer.renderer().ranges()
        assert ranges[0].label() == "0 to 1 km" and len(ranges) == 7
        assert {feature["n"] for feature in layer.getFeatures()} == {1, 2, 3}
    assert (out / "plot.png").stat().st_size > 5000


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"SITES": "nowhere.gpkg"}, "Landslides or active areas (SITES)"),
        ({"BANDS": "5, 2"}, "growing numbers"),
        ({"RUNS": 3}, "Random placements"),
        ({"DIP_FIELD": "steepness"}, "steepness"),
        ({"LEAVE_OUT": "E", "KIND_FIELD": "dip_dir"}, "no fault is left"),
        ({"HULL": "map"}, "none of the choices"),
        ({"PNG": "plot.jpg"}, "PNG"),
    ],
)
def test_one_sentence(inputs, change, words):
    parameters, out, _ = inputs
    _, problem = run_here("faultdistance", {**parameters, **change})
    assert words in one_sentence(problem)
    assert not out.exists()


def test_a_displacement_field_is_complete(inputs, tmp_path):
    from groundshift.algorithms.data.grid import Grid
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    parameters, out, _ = inputs
    path = str(tmp_path / "east.tif")
    grid = Grid(2, 2, (15.0, 0.1, 0.0, 42.0, 0.0, -0.1), "EPSG:4326")
    write_raster(path, grid, [[1.0, 2], [3, 4]], [BandInfo("east", "mm")])
    _, problem = run_here("faultdistance", {**parameters, "EAST": path, "DEM": path})
    assert "Displacement to the north (NORTH): is missing" in one_sentence(problem)
    assert not out.exists()


def test_a_table_without_places_is_refused(qgis_process, inputs, tmp_path):
    parameters, out, _ = inputs
    table = tmp_path / "table.csv"
    table.write_text("name,size\na,3\n")
    run = qgis_process.run("faultdistance", {**parameters, "SITES": str(table)})
    assert "no columns 'lon' and 'lat'" in refusal(run)
    assert not out.exists() or not list(out.iterdir())

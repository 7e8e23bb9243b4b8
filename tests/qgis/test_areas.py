# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Active areas and slope areas as a user runs them."""

import pytest
import slope_scene
from runs import one_sentence, run_here, succeeded


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    return slope_scene.write_scene(tmp_path_factory.mktemp("slope"))


def active(folder, scene, **more):
    return {
        "POINTS": str(scene["ascending"]), "SELECTION": "fixed", "THRESHOLD": 15, "RESOLUTION": 35,
        "AREAS": str(folder / "areas.gpkg"), "FLAGGED": str(folder / "points.gpkg"), **more,
    }  # fmt: skip


def slope(folder, scene, **more):
    return {
        "POINTS": str(scene["ascending"]), "POINTS_2": str(scene["descending"]),
        "DEM": str(scene["dem"]), "INCIDENCE_2": 39, "HEADING_2": 192, "RESOLUTION": 35,
        "AREAS": str(folder / "areas.gpkg"), "REMOVED": str(folder / "removed.gpkg"), **more,
    }  # fmt: skip


def test_activeareas_in_qgis_process(qgis_process, scene, tmp_path):
    results = succeeded(qgis_process.run("activeareas", active(tmp_path, scene)))
    assert results["COUNT"] == 3 and results["MOVING"] == results["INSIDE"] > 50
    assert results["USED_THRESHOLD"] == 15
    assert results["QUALITY_2"] == 3  # no series
    names = {path.name for path in tmp_path.iterdir()}
    assert {"areas.gpkg", "areas.qml", "points.gpkg", "points.qml"} <= names


def test_slopeareas_in_qgis_process(qgis_process, scene, tmp_path):
    results = succeeded(qgis_process.run("slopeareas", slope(tmp_path, scene)))
    assert (results["COUNT"], results["BOTH"], results["REMOVED_COUNT"]) == (2, 1, 2)


def test_stamps_tables_are_layers(qgis_process, shared_data, tmp_path):
    path = shared_data("xinmo_stamps_ps") / "Maoxian_PS.csv"
    values = active(tmp_path, {"ascending": path}, THRESHOLD=5, RESOLUTION=30)
    results = succeeded(qgis_process.run("activeareas", values))
    assert results["COUNT"] == 2 and results["QUALITY_1"] == 2


def test_styles(plugin, scene, tmp_path):
    from qgis.core import QgsVectorLayer

    results, problem = run_here("activeareas", active(tmp_path, scene))
    assert problem == ""
    areas = QgsVectorLayer(str(tmp_path / "areas.gpkg"), "areas")
    assert areas.renderer().classAttribute() == "mean_mm_yr"
    points = QgsVectorLayer(str(tmp_path / "points.gpkg"), "points")
    named = {category.value() for category in points.renderer().categories()}
    field = points.fields().indexOf("state")
    assert points.uniqueValues(field) <= named
    results, problem = run_here("slopeareas", slope(tmp_path, scene))
    assert problem == ""
    removed = QgsVectorLayer(str(tmp_path / "removed.gpkg"), "removed")
    named = {category.value() for category in removed.renderer().categories()}
    assert removed.uniqueValues(removed.fields().indexOf("reason")) <= named


def test_every_state_and_reason_has_a_colour(plugin):
    from groundshift.algorithms.areas.selection import REASONS
    from groundshift.algorithms.areas.slope import REASONS as REMOVED
    from groundshift.algorithms.areas.tools.area_layer import STATES
    from groundshift.ui.styling import STYLES

    for name, words in (
        ("points_areas", [*list(REASONS.values())[1:], *STATES]),
        ("areas_removed", list(REMOVED.values())[1:]),
    ):
        text = (STYLES / f"{name}.qml").read_text(encoding="utf-8")
        for word in words:
            assert f'value="{word}"' in text, (name, word)


def test_choices_are_the_core_s(plugin):
    from groundshift.algorithms.areas.clusters import METHODS
    from groundshift.algorithms.areas.selection import DIRECTIONS, SELECTIONS
    from groundshift.algorithms.areas.tools.activeareas import ActiveAreas

    offered = {
        own.id: own.details["choices"] for own in ActiveAreas.PARAMETERS if own.kind == "choice"
    }
    assert set(offered["SELECTION"]) == set(SELECTIONS)
    assert offered["METHOD"] == METHODS and offered["DIRECTION"] == DIRECTIONS


@pytest.mark.parametrize(
    ("tool", "change", "words"),
    [
        ("activeareas", {"POINTS": "nowhere.gpkg"}, "Points or velocity raster"),
        ("activeareas", {"RATE": "speed"}, "has no field 'speed'"),
        ("activeareas", {"SELECTION": "sweep", "METHOD": "getis-ord"}, "no threshold to sweep"),
        ("activeareas", {"THRESHOLD": -1}, "not accepted"),
        ("activeareas", {"AREAS": "areas.shp"}, "let it end in .gpkg"),
        ("slopeareas", {"POINTS_2": None}, "POINTS_2"),
        ("slopeareas", {"DEM": "nowhere.tif"}, "Elevation model"),
    ],
)
def test_one_sentence(plugin, scene, tmp_path, tool, change, words):
    values = (active if tool == "activeareas" else slope)(tmp_path, scene, **change)
    results, problem = run_here(tool, {k: v for k, v in values.items() if v is not None})
    assert results == {} and words in one_sentence(problem)
    assert not list(tmp_path.iterdir())

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Exposure as a user runs it."""

import pytest
from runs import contents, one_sentence, refusal, run_here, succeeded


@pytest.fixture
def inputs(plugin, tmp_path):
    from area_layers import layer, line, square

    areas = layer(
        tmp_path / "areas.gpkg", "polygon", [square(0, 0, 400), square(300, 0, 400)],
        area_id=[7, 8], mean_mm_yr=[-5.0, 20.0], quality=[1, 3], words=["slow", "fast"],
    )  # fmt: skip
    roads = layer(
        tmp_path / "roads.gpkg", "line", [line((-1000, 0), (1000, 0)), line((0, 900), (9, 900))],
        kind=["road", "rail"],
    )  # fmt: skip
    houses = layer(tmp_path / "houses.gpkg", "polygon", [square(0, 0, 20)], n=[1])
    out = tmp_path / "out"
    return {
        "AREAS": areas.path, "ELEMENTS": roads.path, "KIND_FIELD": "kind",
        "EXPOSED": str(out / "exposed.gpkg"), "RANKED_AREAS": str(out / "ranked.gpkg"),
        "TOTALS": str(out / "totals.csv"),
    }, out, houses.path  # fmt: skip


def test_qgis_process(qgis_process, inputs):
    parameters, out, _ = inputs
    results = succeeded(qgis_process.run("exposure", parameters))
    assert results["INSIDE"] == pytest.approx(0.7, rel=1e-4)
    assert results["WITHIN"] == pytest.approx(0.9, rel=1e-4)
    assert results["HIGHEST_SCORE"] == pytest.approx(60)
    assert (results["AREA_COUNT"], results["EXPOSED_ELEMENTS"]) == (2, 1)
    names = {path.name for path in out.iterdir()}
    assert names == {
        "exposed.gpkg", "exposed.qml", "ranked.gpkg", "ranked.qml", "totals.csv",
    }  # fmt: skip


def test_every_kind_of_element_is_styled(inputs):
    from qgis.core import QgsVectorLayer, QgsWkbTypes

    parameters, out, houses = inputs
    for path, kind in ((parameters["ELEMENTS"], "Line"), (houses, "Polygon")):
        given = {**parameters, "ELEMENTS": path, "KIND_FIELD": ""}
        _, problem = run_here("exposure", given)
        assert not problem
        layer = QgsVectorLayer(str(out / "exposed.gpkg"), "exposed")
        categories = [category.value() for category in layer.renderer().categories()]
        assert categories[0] == "very high" and len(categories) == 5
        assert f"Multi{kind}" in QgsWkbTypes.displayString(layer.wkbType())
        found = {feature["class"] for feature in layer.getFeatures()}
        assert found and found <= set(categories)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"AREAS": "nowhere.gpkg"}, "Active areas (AREAS)"),
        ({"VELOCITY_LIMITS": "5, 2, 10, 20"}, "Limits of the rate"),
        ({"CONFIDENCE": "1, 2, 3, 4"}, "from 0 to 1"),
        ({"SEGMENT": 0}, "Length of segments"),
        ({"VELOCITY_FIELD": "words"}, "does not hold numbers"),
        ({"VELOCITY_FIELD": "speed"}, "speed"),
        ({"EXPOSED": "exposed.shp"}, "let it end in .gpkg or .fgb"),
    ],
)
def test_one_sentence(inputs, change, words):
    parameters, out, _ = inputs
    _, problem = run_here("exposure", {**parameters, **change})
    assert words in one_sentence(problem)
    assert not out.exists()


def test_inputs_are_not_overwritten(inputs):
    parameters, _, _ = inputs
    _, problem = run_here("exposure", {**parameters, "EXPOSED": parameters["ELEMENTS"]})
    assert "input and output" in one_sentence(problem)


def test_areas_without_crs_beside_roads_with_one(qgis_process, inputs, tmp_path):
    from area_layers import layer, square

    parameters, out, _ = inputs
    bare = layer(tmp_path / "bare.gpkg", "polygon", [square(0, 0, 9)], "", mean_mm_yr=[3.0])
    run = qgis_process.run("exposure", {**parameters, "AREAS": bare.path})
    assert "no CRS" in refusal(run)
    assert not out.exists() or not contents(out)

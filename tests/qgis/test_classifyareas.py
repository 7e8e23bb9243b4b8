# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The classification of active areas as a user runs it."""

import pytest
from runs import one_sentence, run_here, succeeded


@pytest.fixture
def inputs(plugin, tmp_path):
    from area_layers import layer, square

    areas = layer(
        tmp_path / "areas.gpkg", "polygon", [square(0, 0, 200), square(2000, 0, 200)],
        area_id=[1, 2],
    )  # fmt: skip
    mines = layer(tmp_path / "mines.gpkg", "polygon", [square(0, 0, 500)], rock=["Clay"])
    out = tmp_path / "out"
    parameters = {"AREAS": areas.path, "MINING": mines.path, "CLASSIFIED": str(out / "new.gpkg")}
    return parameters, out, mines.path


def test_from_layers_to_map(qgis_process, inputs):
    from qgis.core import QgsVectorLayer

    parameters, out, mines = inputs
    ground = {"GROUND": mines, "GROUND_FIELD": "rock"}
    results = succeeded(qgis_process.run("classifyareas", {**parameters, **ground}))
    assert (results["COUNT"], results["MINING"], results["UNCLASSIFIED"]) == (2, 1, 1)
    assert results["LANDSLIDE"] == 0
    layer = QgsVectorLayer(str(out / "new.gpkg"), "new")
    found = {feature["area_id"]: feature for feature in layer.getFeatures()}
    assert found[1]["class"] == "mining" and found[2]["class"] == "unclassified"
    assert found[1]["ev_soft"] == 1 and "mining 1 counts 1.00" in found[1]["mining_why"]
    assert "mining" in {category.value() for category in layer.renderer().categories()}


def test_the_style_and_the_numbers_know_all_classes(plugin):
    from groundshift.algorithms.areas.classification import EVIDENCE, PROCESSES, UNCLASSIFIED
    from groundshift.algorithms.areas.tools.area_evidence import INVENTORIES
    from groundshift.algorithms.areas.tools.classifyareas import NUMBERS
    from groundshift.ui.styling import style_path

    text = style_path("area_classes").read_text(encoding="utf-8")
    assert all(f'value="{name}"' in text for name in (*PROCESSES, UNCLASSIFIED))
    assert {name.upper() for name in (*PROCESSES, UNCLASSIFIED)} == {*NUMBERS} - {"COUNT"}
    assert set(INVENTORIES.values()) < set(EVIDENCE)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"AREAS": "nowhere.gpkg"}, "Active areas (AREAS)"),
        ({"GROUND": "mines"}, "say which field"),
        ({"GROUND": "mines", "GROUND_FIELD": "soil"}, "soil"),
        ({"EAST": "nowhere.tif"}, "Rate to the east"),
        ({"EAST": "raster"}, "Rate upwards (mm/yr) (UP): is missing; give both rates"),
        ({"RULES": "nowhere.csv"}, "nowhere.csv"),
        ({"LEAST_SCORE": 3}, "Minimum score"),
        ({"CLASSIFIED": "areas.pdf"}, "Classified areas"),
    ],
)
def test_one_sentence(inputs, change, words, tmp_path):
    from groundshift.algorithms.data.grid import Grid
    from groundshift.algorithms.formats.rasters import BandInfo, write_raster

    parameters, out, mines = inputs
    grid = Grid(2, 2, (15.0, 0.1, 0.0, 42.0, 0.0, -0.1), "EPSG:4326")
    write_raster(tmp_path / "east.tif", grid, [[1.0, 2], [3, 4]], [BandInfo("east", "mm/yr")])
    files = {"mines": mines, "raster": str(tmp_path / "east.tif")}
    change = {name: files.get(value, value) for name, value in change.items()}
    _, problem = run_here("classifyareas", {**parameters, **change})
    assert words in one_sentence(problem)
    assert not out.exists()

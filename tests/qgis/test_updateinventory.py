# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The update of an inventory as a user runs it."""

import numpy as np
import pytest
from runs import one_sentence, run_here, succeeded


@pytest.fixture
def inputs(plugin, tmp_path):
    from area_layers import layer, point, square

    slides = layer(
        tmp_path / "slides.gpkg", "polygon", [square(0, 0, 200), square(2000, 0, 200)],
        before=["dormant", "active"], size=[1, 2],
    )  # fmt: skip
    places = np.stack(np.meshgrid(*2 * [np.linspace(-90, 90, 4)]), axis=-1).reshape(-1, 2)
    targets = layer(
        tmp_path / "targets.gpkg", "point", [point(*place) for place in places],
        velocity_mm_yr=np.full(16, -9.0), velocity_std_mm_yr=np.full(16, 1.0),
    )  # fmt: skip
    active = layer(
        tmp_path / "ada.gpkg", "polygon", [square(0, 900, 100)], area_id=[3], mean_mm_yr=[20.0]
    )
    out = tmp_path / "out"
    parameters = {
        "INVENTORY": slides.path, "POINTS": targets.path, "ACTIVE_AREAS": active.path,
        "FORMER_FIELD": "before", "UPDATED": str(out / "new.gpkg"),
        "CANDIDATES": str(out / "candidates.gpkg"), "REPORT": str(out / "report.html"),
    }  # fmt: skip
    return parameters, out


def test_from_layers_to_map_and_report(qgis_process, inputs):
    from qgis.core import QgsVectorLayer

    parameters, out = inputs
    results = succeeded(qgis_process.run("updateinventory", parameters))
    assert (results["COUNT"], results["ASSESSED"], results["NOT_ASSESSED"]) == (2, 1, 1)
    assert (results["MOVING"], results["REACTIVATED"], results["STOPPED"]) == (1, 1, 0)
    assert (results["TARGETS"], results["TARGETS_INSIDE"]) == (16, 16)
    assert results["CANDIDATE_COUNT"] == 1
    assert results["MOVING_KM2"] == pytest.approx(0.04, rel=1e-4)
    layer = QgsVectorLayer(str(out / "new.gpkg"), "new")
    found = {feature["size"]: feature for feature in layer.getFeatures()}
    assert found[1]["state"] == "reactivated" and found[2]["state"] == "not assessed"
    shown = {category.value() for category in layer.renderer().categories()}
    assert {"reactivated", "not assessed"} <= shown
    assert "reactivated" in (out / "report.html").read_text(encoding="utf-8")
    assert (out / "candidates.qml").exists()


def test_the_style_knows_all_states(plugin):
    from groundshift.algorithms.areas.inventory import NOT_ASSESSED, STATES
    from groundshift.ui.styling import style_path

    text = style_path("inventory").read_text(encoding="utf-8")
    assert all(f'value="{state}"' in text for state in (*STATES.values(), NOT_ASSESSED))


def test_the_tools_words_are_the_cores(plugin):
    from groundshift.algorithms.areas import inventory as core
    from groundshift.algorithms.areas.tools.inventory_layers import MOTIONS
    from groundshift.algorithms.areas.tools.updateinventory import UpdateInventory

    asked = {own.id: own for own in UpdateInventory.PARAMETERS}
    assert asked["STATISTIC"].details["choices"] == core.STATISTICS
    assert asked["MOTION"].details["choices"] == MOTIONS
    words = core.DEFAULT_CLASSES, core.ACTIVE_WORDS, core.INACTIVE_WORDS
    assert tuple(asked[n].default for n in ("CLASSES", "ACTIVE_WORDS", "INACTIVE_WORDS")) == words


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"INVENTORY": "nowhere.gpkg"}, "Landslides (INVENTORY)"),
        ({"POINTS": "nowhere.gpkg"}, "velocity raster (POINTS)"),
        ({"CLASSES": "stable, fast"}, "growing upper limits"),
        ({"LARGE_AREA": 0.01}, "make it larger"),
        ({"MOST_TARGETS": 2}, "make it larger"),
        ({"ACTIVE_AREAS": None}, "write no candidates"),
        ({"FORMER_FIELD": "then"}, "then"),
        ({"RATE": "speed"}, "speed"),
        ({"MINIMUM_COHERENCE": 2}, "Minimum coherence"),
        ({"STATISTIC": "mode"}, "none of the choices"),
        ({"WORST_QUALITY": 9}, "Worst quality"),
        ({"REPORT": "report.pdf"}, "html"),
    ],
)
def test_one_sentence(inputs, change, words):
    parameters, out = inputs
    _, problem = run_here("updateinventory", {**parameters, **change})
    assert words in one_sentence(problem)
    assert not out.exists()


def test_points_without_a_radius(inputs):
    parameters, out = inputs
    _, problem = run_here("updateinventory", {**parameters, "INVENTORY": parameters["POINTS"],
                                              "FORMER_FIELD": None})  # fmt: skip
    assert "give the radius" in one_sentence(problem)
    assert not out.exists()

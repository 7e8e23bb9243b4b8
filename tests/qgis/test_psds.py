# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From images to motion as a user runs it: in one tool, and by the model."""

import pytest
from runs import one_sentence, refusal, run_here, succeeded

SCENE = {"ROWS": 80, "COLS": 100, "DATES": 14, "LANDSLIDES": 0, "SEED": 4}


@pytest.fixture(scope="module")
def scene(plugin, tmp_path_factory):
    """Folders of one scene in MintPy's layout and as OPERA product."""
    folder = tmp_path_factory.mktemp("scene")
    for kind in ("mintpy", "opera"):
        parameters = {**SCENE, "FORMAT": kind, "FOLDER": str(folder / kind)}
        _, problem = run_here("simulateslc", parameters)
        assert not problem
    return folder


def chain(scene, folder, **others):
    images = scene / "mintpy" / "inputs"
    return {
        "STACK": str(images / "slcStack.h5"), "GEOMETRY": str(images / "geometryGeo.h5"),
        "PERSISTENT": "dispersion", "WINDOW_ROWS": 11, "WINDOW_COLS": 11,
        "TIMESERIES": str(folder / "series.h5"), "POINTS": str(folder / "points.gpkg"),
        "VELOCITY": str(folder / "velocity.tif"), "KIND": str(folder / "kind.tif"),
        "REPORT": str(folder / "report.html"), **others,
    }  # fmt: skip


def test_qgis_process(qgis_process, scene, tmp_path):
    results = succeeded(qgis_process.run("psds", chain(scene, tmp_path)))
    assert results["DISTRIBUTED_POINTS"] > 5 * results["PERSISTENT_POINTS"] > 100
    assert results["COUNT"] == results["DISTRIBUTED_POINTS"] + results["PERSISTENT_POINTS"]
    assert results["FASTEST_AWAY"] < -15
    assert results["STEPS_DONE"].startswith("persistent, ds, unwrap, sbas")
    names = {path.name for path in tmp_path.iterdir()}
    assert {"series.h5", "points.gpkg", "velocity.tif", "velocity.qml", "report.html"} <= names
    follow = {"TIMESERIES": results["TIMESERIES"], "VELOCITY": str(tmp_path / "model.tif")}
    assert succeeded(qgis_process.run("velocity", follow))["PIXELS"] == results["COUNT"]


def test_filter_and_polarisation_go_to_the_parts(plugin, scene, tmp_path):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    tool = plugin.provider.algorithm("psds").create()
    given = chain(scene, tmp_path, FILTER=True, FILTER_WINDOW=5, POLARISATION="vv")
    tool.collect(given, QgsProcessingContext(), QgsProcessingFeedback())
    own = tool.chosen.linking()
    assert own.phase_filter.filter and own.phase_filter.filter_window == 5
    assert own.polarisation.upper() == "VV"
    _, problem = run_here("psds", {**given, "POLARISATION": "HH"})
    assert "no polarisation HH" in problem


def test_the_model(plugin, scene, tmp_path):
    model = plugin.provider.algorithm("imagestomotion")
    assert model.groupId() == "scatterers"
    outputs = {d.name(): d.description() for d in model.destinationParameterDefinitions()}
    parameters = {"folder": str(scene / "opera")}
    for name, title in outputs.items():
        if title in ("Velocity", "Motion points"):
            ending = "tif" if title == "Velocity" else "gpkg"
            parameters[name] = str(tmp_path / f"{title.split()[0]}.{ending}")
    _, problem = run_here("imagestomotion", parameters)
    assert not problem
    assert (tmp_path / "Velocity.tif").exists() and (tmp_path / "Motion.gpkg").exists()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"STACK": "nowhere.h5"}, "STACK"),
        ({"WINDOW_ROWS": 10}, "odd"),
        ({"FILTER": True, "FILTER_WINDOW": 4}, "odd"),
        ({"MIN_BROTHERS": 121}, "window of 11 x 11"),
        ({"TROPOSPHERE": "gacos"}, "GACOS folder"),
        ({"MIN_QUALITY": 0.9999999, "PERSISTENT": "none"}, "lower goodness of fit"),
        ({"STRIDE_ROWS": 200}, "strides"),
    ],
)
def test_one_sentence(plugin, scene, tmp_path, change, words):
    results, problem = run_here("psds", chain(scene, tmp_path, **change))
    assert results == {} and words in one_sentence(problem)
    assert not list(tmp_path.iterdir())


def test_a_series_is_no_stack_of_images(qgis_process, good, scene, tmp_path):
    parameters = chain(scene, tmp_path, STACK=str(good / "series.h5"))
    assert "not a stack of radar images" in refusal(qgis_process.run("psds", parameters))

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The chain through qgis_process: the tool, and the model of its separate steps."""

import numpy as np
import pytest
from rough_stack import RoughStack
from runs import contents, one_sentence, run_here, succeeded
from sarscape_files import write_sarscape
from test_chain import pixels

MODEL = "smallbaselinesteps"


@pytest.fixture(scope="module")
def scene(qgis_process, tmp_path_factory):
    """A small simulated product."""
    folder = tmp_path_factory.mktemp("scene")
    size = {"ROWS": 60, "COLS": 80, "DATES": 16, "SEED": 2}
    targets = {"FOLDER": folder / "product", "TRUE_VELOCITY": folder / "truth.tif"}
    return succeeded(qgis_process.run("simulatestack", {"FORMAT": "mintpy", **size, **targets}))


def targets(folder):
    return {
        "TIMESERIES": folder / "ts.h5", "VELOCITY": folder / "v.tif",
        "POINTS": folder / "points.gpkg", "REPORT": folder / "report.html",
        "TEMPORAL_COHERENCE": folder / "tc.tif",
    }  # fmt: skip


def chain(process, folder, **parameters):
    return process.run("smallbaseline", {**targets(folder), **parameters})


@pytest.fixture(scope="module")
def done(qgis_process, scene, tmp_path_factory):
    folder = tmp_path_factory.mktemp("done")
    return succeeded(chain(qgis_process, folder, FOLDER=scene["FOLDER"])), folder


def test_a_simulated_stack_through_the_chain(done, scene):
    results, folder = done
    assert results["STEPS_DONE"] == (
        "importstack, network, closure, sbas, troposphere, demerror, velocity, points"
    )
    assert results["DATES"] == 16 and results["PAIRS"] > 30 and results["COUNT"] > 1000
    velocity, truth = pixels(results["VELOCITY"])[0], pixels(scene["TRUE_VELOCITY"])[0]
    difference = (velocity - truth)[np.isfinite(velocity)]
    difference -= np.median(difference)
    assert np.sqrt(np.mean(difference**2)) < 8
    assert "Troposphere" in (folder / "report.html").read_text(encoding="utf-8")
    assert {"v.qml", "points.qml", "tc.qml"} <= set(contents(folder))


def test_the_model_of_the_steps_gives_what_the_tool_gives(qgis_process, done, scene, tmp_path):
    answer = qgis_process.run(MODEL, {
        "folder": scene["FOLDER"], "quality": 0.7, "velocity:Velocity": tmp_path / "v.tif",
        "timeseriestopoints:Motion points": tmp_path / "p.gpkg",
        "network:Network": tmp_path / "n.html", "sbas:Temporal coherence": tmp_path / "tc.tif",
        "troposphere:Troposphere (report)": tmp_path / "t.html",
        "demerror:DEM error correction (report)": tmp_path / "d.html",
    })  # fmt: skip
    assert answer.code == 0, answer.stderr
    ours, tool = pixels(tmp_path / "v.tif")[:2], pixels(done[0]["VELOCITY"])[:2]
    # Same steps and options; only the last bits may hang on the order of sums.
    np.testing.assert_allclose(ours, tool, rtol=1e-5, atol=1e-4)


def test_mexico_city_through_the_chain(qgis_process, shared_data, tmp_path):
    folder = shared_data("mexico_city_s1")
    results = succeeded(chain(qgis_process, tmp_path, FOLDER=folder))
    assert results["CYCLES"] == 0  # what closes is left alone
    velocity = pixels(results["VELOCITY"])[0]
    assert -320 < np.nanmin(velocity) < -200
    rows, cols = velocity.shape
    assert -270 < np.nanmedian(velocity[: rows // 3, 2 * cols // 3 :]) < -190
    assert abs(np.nanmedian(velocity[:, : cols // 4])) < 12


@pytest.mark.parametrize(
    "parameters, word",
    [
        ({}, "FOLDER"),
        ({"TROPOSPHERE": "gacos"}, "GACOS_FOLDER"),
        ({"EXCLUDE_DATES": "yesterday"}, "yesterday"),
        ({"REFERENCE_POINT": "0,0"}, "reference"),
    ],
)
def test_refusals_are_one_sentence_and_leave_nothing(plugin, scene, tmp_path, parameters, word):
    if parameters:
        parameters = {"FOLDER": scene["FOLDER"], **parameters}
    results, problem = run_here("smallbaseline", {**targets(tmp_path), **parameters})
    assert results == {} and word in one_sentence(problem)
    assert contents(tmp_path) == {}


def test_slips_gaps_and_turbulence_by_default(qgis_process, tmp_path):
    """The chain's own defaults against plain least squares about one pixel."""
    stack = RoughStack(tmp_path / "s.h5")
    errors = []
    done = succeeded(chain(qgis_process, tmp_path, STACK_FILE=stack.path))
    plain = succeeded(qgis_process.run("sbas", {
        "STACK": stack.path, "TIMESERIES": tmp_path / "p.h5", "VELOCITY": tmp_path / "p.tif",
        "ROBUST": "false", "REFERENCE_RADIUS": 0,
    }))  # fmt: skip
    by_default = succeeded(qgis_process.run("sbas", {
        "STACK": stack.path, "TIMESERIES": tmp_path / "d.h5", "VELOCITY": tmp_path / "d.tif",
    }))  # fmt: skip
    for results in (done, plain, by_default):
        left = pixels(results["VELOCITY"])[0] - 1e3 * stack.rate
        errors.append(np.std(left[np.isfinite(left)]))
    assert errors[0] < 4.0 and errors[0] < 0.6 * errors[1] and errors[2] < 0.6 * errors[1]
    assert done["CYCLES"] > 0.95 * np.count_nonzero(stack.slips)
    assert done["PAIRS"] == by_default["PAIRS"] == len(stack.pairs)


def test_sarscapes_sign_goes_through_the_chain_and_the_models(qgis_process, tmp_path):
    folder = write_sarscape(tmp_path / "i")
    flat = {"TROPOSPHERE": "none", "CORRECT_DEM_ERROR": "false"}
    answer = chain(qgis_process, tmp_path, FOLDER=folder, **flat)
    assert answer.code == 1 and "say it (SIGN): positive_away or positive_towards" in answer.stderr
    given = {"TIMESERIES": tmp_path / "ts.h5", "VELOCITY": tmp_path / "away.tif"}
    succeeded(qgis_process.run("smallbaseline", {
        "FOLDER": folder, "SIGN": "positive_away", **flat, **given,
    }))  # fmt: skip
    answer = qgis_process.run("interferogramstopoints", {
        "folder": folder, "sign": "positive_towards", "sbas:Velocity": tmp_path / "towards.tif",
        "timeseriestopoints:Motion points": tmp_path / "p.gpkg",
    })  # fmt: skip
    assert answer.code == 0, answer.stderr
    away, towards = (pixels(tmp_path / f"{name}.tif")[0] for name in ("away", "towards"))
    np.testing.assert_allclose(away, -towards, rtol=1e-5, atol=1e-4)
    assert np.nanmax(np.abs(away)) > 1

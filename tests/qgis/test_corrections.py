# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The correction tools in the real QGIS."""

import h5py
import numpy as np
import pytest
from corrected_series import errors_of, ramps_of, read_series, rms, scene, truth_of, write_series
from runs import one_sentence, run_here


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("corrections")


@pytest.fixture(scope="module")
def simulation(folder):
    simulation = scene(stratified_mm_per_km=10.0, dem_error_m=4.0, turbulence_mm=1.0)
    errors = errors_of(simulation) + ramps_of(simulation)
    write_series(folder, simulation, truth_of(simulation) + errors)
    return simulation


@pytest.mark.parametrize("tool", ["troposphere", "ramps", "demerror", "apsfilter"])
def test_a_tool_corrects_a_series(qgis_process, simulation, folder, tool, tmp_path):
    inputs = {
        "TIMESERIES": folder / "timeseries.h5", "CORRECTED": tmp_path / "out.h5",
        "VELOCITY": tmp_path / "v.tif", "REPORT": tmp_path / "r.html", "TABLE": tmp_path / "t.csv",
        "REMOVED": tmp_path / "removed.tif",
    }  # fmt: skip
    if tool != "apsfilter":
        inputs["GEOMETRY"] = folder / "geometryGeo.h5"
    if tool == "demerror":
        inputs.update(DEM_ERROR=tmp_path / "z.tif", DEM_ERROR_STD=tmp_path / "s.tif")
    if tool == "ramps":
        inputs["WITH_HEIGHT"] = True
    answer = qgis_process.run(tool, inputs)
    assert answer.code == 0, answer.stderr
    truth = truth_of(simulation)
    before, after = (read_series(path) for path in (folder / "timeseries.h5", tmp_path / "out.h5"))
    assert rms(after - truth) < rms(before - truth)
    results = answer.results
    assert results["STD_AFTER"] <= results["STD_BEFORE"] and results["DATES_LEFT"] <= 2
    assert results["PIXELS"] == simulation.grid.rows * simulation.grid.cols
    assert "taken out" in results["SUMMARY_TEXT"]
    for name in ("v.tif", "v.qml", "v.qmd", "removed.qml", "r.html", "t.csv"):
        assert (tmp_path / name).exists(), name
    assert (tmp_path / "z.qml").exists() == (tool == "demerror")
    with h5py.File(tmp_path / "out.h5") as file:
        assert file.attrs["CORRECTIONS"] == tool


def test_corrections_chain_and_go_on_to_the_velocity(qgis_process, simulation, folder, tmp_path):
    series = folder / "timeseries.h5"
    for number, tool in enumerate(("demerror", "troposphere", "ramps", "apsfilter")):
        inputs = {"TIMESERIES": series, "CORRECTED": tmp_path / f"{number}.h5"}
        if tool == "troposphere":
            inputs.update(GEOMETRY=folder / "geometryGeo.h5", METHOD="pca_windows", WINDOW=8000)
        answer = qgis_process.run(tool, inputs)
        assert answer.code == 0, answer.stderr
        series = tmp_path / f"{number}.h5"
    answer = qgis_process.run("velocity", {"TIMESERIES": series, "VELOCITY": tmp_path / "v.tif"})
    assert answer.code == 0, answer.stderr
    truth = truth_of(simulation)
    first, last = read_series(folder / "timeseries.h5"), read_series(series)
    assert rms(last - truth) < 0.6 * rms(first - truth)
    assert np.isfinite(last).all()


@pytest.mark.parametrize(
    "tool, inputs, words",
    [
        ("troposphere", {}, "the method height needs it"),
        ("troposphere", {"METHOD": "gacos"}, "the method gacos needs it"),
        ("troposphere", {"METHOD": "era5"}, "the method era5 needs it"),
        ("ramps", {"WITH_HEIGHT": True}, "is needed to fit the height"),
        ("demerror", {"STEPS": "2020-13-01"}, "is no date"),
        ("apsfilter", {"METRES": 5.0}, "narrower than half a pixel"),
    ],
)
def test_what_is_missing_is_one_sentence(plugin, simulation, folder, tool, inputs, words):
    inputs = {"TIMESERIES": folder / "timeseries.h5", "CORRECTED": folder / "no.h5", **inputs}
    results, problem = run_here(tool, inputs)
    assert results == {} and words in one_sentence(problem)
    assert not (folder / "no.h5").exists()


@pytest.fixture(scope="module")
def mexico(qgis_process, shared_data, tmp_path_factory):
    """The series of Mexico City, and its geometry."""
    data = shared_data("mexico_city_s1")
    folder = tmp_path_factory.mktemp("mexico")
    steps = (
        ("importstack", {"FOLDER": data, "STACK": folder / "stack.h5",
                         "GEOMETRY": folder / "geometry.h5"}),
        ("sbas", {"STACK": folder / "stack.h5", "TIMESERIES": folder / "timeseries.h5",
                  "VELOCITY": folder / "velocity.tif"}),
    )  # fmt: skip
    for tool, inputs in steps:
        answer = qgis_process.run(tool, inputs)
        assert answer.code == 0, answer.stderr
    return folder


MOST_LEFT = {"troposphere": 0.96, "ramps": 0.7, "demerror": 0.97, "apsfilter": 0.5}


def comes_and_goes(*paths):
    """Scatter (mm) of series about cubics in time, at coherent pixels slower than 30 mm a year."""
    with h5py.File(paths[0]) as file:
        days = [np.datetime64(f"{d[:4]}-{d[4:6]}-{d[6:]}") for d in file["date"].asstr()[()]]
        slow = (file["temporalCoherence"][()] >= 0.7) & (np.abs(file["velocity"][()]) < 0.03)
    since = (np.array(days) - days[0]).astype(float)
    matrix = np.vander(since / since[-1], 4)
    residual = np.eye(len(since)) - matrix @ np.linalg.pinv(matrix)
    scatter = []
    for path in paths:
        series = read_series(path)[:, slow].astype(float)
        series = residual @ series[:, np.isfinite(series).all(axis=0)]
        scatter.append(1e3 * np.sqrt(series.var(axis=1).mean()))
    return scatter


@pytest.mark.parametrize("tool", ["troposphere", "ramps", "demerror", "apsfilter"])
def test_mexico_city_still_sinks_after_a_correction(qgis_process, mexico, tool, tmp_path):
    inputs = {
        "TIMESERIES": mexico / "timeseries.h5", "CORRECTED": tmp_path / "out.h5",
        "VELOCITY": tmp_path / "v.tif", "GEOMETRY": mexico / "geometry.h5", "MAX_RATE": 30,
    }  # fmt: skip
    if tool == "apsfilter":
        del inputs["GEOMETRY"]
    answer = qgis_process.run(tool, inputs)
    assert answer.code == 0, answer.stderr
    steady = "Rates and slow changes are left in the series" in answer.stdout + answer.stderr
    assert steady == (tool in ("troposphere", "ramps"))
    assert answer.results["REMOVED_PERCENT"] > 5 * steady, "slow motion that stays hides nothing"
    left, found = comes_and_goes(mexico / "timeseries.h5", tmp_path / "out.h5")
    assert found < MOST_LEFT[tool] * left, "what comes and goes at pixels that hardly move"
    with h5py.File(mexico / "timeseries.h5") as before, h5py.File(tmp_path / "out.h5") as after:
        rates = [1e3 * file["velocity"][()] for file in (before, after)]
    assert np.array_equal(*map(np.isnan, rates))
    fastest = [np.nanpercentile(rate, 2) for rate in rates]
    assert fastest[0] < -100
    assert fastest[1] == pytest.approx(fastest[0], abs=6)
    assert rms(rates[1] - rates[0]) < 4


def test_a_scene_most_of_which_moves_is_warned_of(qgis_process, mexico, tmp_path):
    rates = {}
    for steady in ("auto", "take"):
        inputs = {"TIMESERIES": mexico / "timeseries.h5", "CORRECTED": tmp_path / f"{steady}.h5"}
        answer = qgis_process.run("ramps", {**inputs, "STEADY": steady})
        assert answer.code == 0, answer.stderr
        said = "most of the scene seems to move along" in answer.stdout + answer.stderr
        assert said == (steady == "auto")
        with h5py.File(mexico / "timeseries.h5") as before, h5py.File(inputs["CORRECTED"]) as after:
            rates[steady] = 1e3 * rms(after["velocity"][()] - before["velocity"][()])
    # By default the city's own rates stay; a ramp that takes what it fits takes most of them.
    assert rates["auto"] < 2 and rates["take"] > 50

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress on fault inventories as a user runs it."""

import numpy as np
import pytest
from runs import one_sentence, refusal, run_here, succeeded


def write_rupture(path, place, strike, rake, length):
    """A vertical rupture of 3 by 4 patches with 2 m of slip in their middle."""
    from groundshift.algorithms.data.crs import wkt_from_epsg
    from groundshift.algorithms.data.metric import LocalMetres
    from groundshift.algorithms.data.patches import PatchSet, SlipModel
    from groundshift.algorithms.formats.slip.slip_models import write_slip_model

    wkt = wkt_from_epsg(4326)
    angle, patch = np.radians(strike), length / 4
    rows = [
        [along * np.sin(angle), along * np.cos(angle), depth, angle, np.pi / 2, patch, 5e3]
        for depth in (3e3, 8e3, 13e3) for along in patch * np.array([-1.5, -0.5, 0.5, 1.5])
    ]  # fmt: skip
    patches = PatchSet.of_rectangles(rows, crs=LocalMetres(wkt, *place).crs)
    model = SlipModel.of_rake(patches, np.tile([1.0, 2, 2, 1], 3), np.radians(rake))
    write_slip_model(path, model, wkt)
    return str(path)


# Events that happened about there: Guatemala 1976, Qinghai 2022, Mandalay 2025.
REAL = {
    "central_am_caribbean_faults.geojson": ((-89.9, 15.05), 75, 0, 200e3, 259),
    "HimaTibetMap.shp": ((101.29, 37.77), 108, 4, 30e3, 638),
    "myanmar_faults.geojson": ((96.0, 20.9), 357, 180, 400e3, 405),
}


@pytest.mark.parametrize("name", REAL)
def test_real_inventories(qgis_process, shared_data, tmp_path, name):
    place, strike, rake, length, count = REAL[name]
    folder = shared_data("faults")
    parameters = {
        "SLIP": write_rupture(tmp_path / "slip.gpkg", place, strike, rake, length),
        "FAULTS": str(folder / name), "SEGMENTS": str(tmp_path / "segments.gpkg"),
        "RESULT": str(tmp_path / "faults.gpkg"), "TABLE": str(tmp_path / "rank.csv"),
    }  # fmt: skip
    if name.startswith("myanmar"):
        parameters |= {
            "CATALOGUE": str(folder / "earthquakes_myanmar.geojson"), "RUNS": 49,
            "EVENTS": str(tmp_path / "events.gpkg"), "MAIN_TIME": "2025-03-28T06:20:54",
        }  # fmt: skip
    results = succeeded(qgis_process.run("coulombfaults", parameters))
    assert results["FAULT_COUNT"] == count
    assert 20 < results["RESOLVED"] < count and results["POSITIVE"] > 5
    assert results["RESOLVED"] + results["TOO_FAR"] + results["UNKNOWN"] <= count
    assert results["STABLE"] <= results["RESOLVED"]
    if name.startswith("myanmar"):
        assert results["EVENT_COUNT"] == 201 and results["AFTERSHOCKS"] > 100
        assert results["AFTER_LOW"] < results["AFTER_SHARE"] < results["AFTER_HIGH"]
    names = {path.name for path in tmp_path.iterdir()}
    assert {"faults.qml", "segments.qml", "rank.csv"} <= names


@pytest.fixture
def inputs(plugin, tmp_path):
    from area_layers import ORIGIN, TRUE, layer, line, point
    from groundshift.algorithms.formats.vectors.fault_layers import to_degrees

    place = to_degrees(TRUE, ORIGIN[None], "")[0]
    faults = layer(
        tmp_path / "faults.gpkg", "line",
        [line((0, 25_000), (0, 40_000)), line((9000, -5000), (9000, 5000))],
        name=["ahead", "beside"], slip_type=["Dextral", "Dextral"],
    )  # fmt: skip
    events = layer(
        tmp_path / "events.gpkg", "point", [point(k, 25_000 + 400 * k) for k in range(20)],
        depth=[8.0] * 20, strike=[0.0] * 20, dip=[90.0] * 20, rake=[180.0] * 20,
    )  # fmt: skip
    out = tmp_path / "out"
    return {
        "SLIP": write_rupture(tmp_path / "slip.gpkg", place, 0, 180, 30e3), "FAULTS": faults.path,
        "CATALOGUE": events.path, "SEGMENTS": str(out / "segments.gpkg"),
        "RESULT": str(out / "faults.gpkg"), "RECEIVERS": str(out / "receivers.gpkg"),
        "EVENTS": str(out / "events.gpkg"), "TABLE": str(out / "rank.csv"), "RUNS": 19,
        "PLACES": 100,
    }, out  # fmt: skip


def test_layers_are_styled_red_where_stress_rose(inputs):
    from qgis.core import QgsVectorLayer

    parameters, out = inputs
    results, problem = run_here("coulombfaults", parameters)
    assert not problem
    assert results["HIGHEST"] > 0 > results["LOWEST"]
    for name in ("segments", "faults", "receivers", "events"):
        layer = QgsVectorLayer(str(out / f"{name}.gpkg"), name)
        renderer = layer.renderer()
        assert renderer.classAttribute() == "coulomb_kpa"
        ranges = renderer.ranges()
        assert ranges[0].label().endswith("kPa") and len(ranges) == 11
        assert ranges[0].upperValue() == -ranges[-1].lowerValue()
        blue, red = (ranges[k].symbol().color() for k in (1, -2))
        if name in ("receivers", "events"):
            assert red.red() > red.blue() and blue.blue() > blue.red()
        assert "nearer to failure" in layer.metadata().abstract()
    found = {f["fault_name"]: f for f in QgsVectorLayer(str(out / "faults.gpkg"), "").getFeatures()}
    assert found["ahead"]["rank"] == 1 and found["ahead"]["coulomb_kpa"] > 0
    assert found["beside"]["coulomb_kpa"] < 0


def test_one_input_will_do(inputs):
    parameters, out = inputs
    results, problem = run_here("coulombfaults", {**parameters, "FAULTS": None})
    assert not problem and "RESOLVED" not in results and results["AFTERSHOCKS"] == 20
    assert [path.name for path in sorted(out.glob("*.gpkg"))] == ["events.gpkg"]
    results, problem = run_here("coulombfaults", {**parameters, "CATALOGUE": None})
    assert not problem and "AFTERSHOCKS" not in results


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"SLIP": None}, "Slip model (layer) (SLIP) or"),
        ({"SLIP": "nowhere.gpkg"}, "SLIP"),
        ({"FAULTS": None, "CATALOGUE": None}, "neither is given"),
        ({"FAULTS": "nowhere.shp"}, "Fault traces (FAULTS)"),
        ({"DEPTHS": "deep"}, "5, 10, 15"), ({"DEPTHS": "-5"}, "5, 10, 15"),
        ({"FRICTION": 0.9}, "not within its range"), ({"FRICTION": -1}, "Friction (FRICTION)"),
        ({"PLANE": "0, 90"}, "0, 90, 180"), ({"MAIN_TIME": "yesterday"}, "is no time"),
        ({"RAKE_FIELD": "angle"}, "angle"), ({"EVENT_DEPTH": "z9"}, "z9"),
        ({"KIND_FIELD": "name", "LEAVE_OUT": "ahead, beside"}, "no fault is left"),
        ({"POISSON": 0.5}, "Poisson"), ({"SPACING": 0}, "SPACING"),
        ({"EVENTS": "SEGMENTS"}, "EVENTS"),
    ],
)  # fmt: skip
def test_one_sentence(inputs, change, words):
    parameters, out = inputs
    if change == {"EVENTS": "SEGMENTS"}:
        change, words = {"EVENTS": parameters["SEGMENTS"]}, "two outputs"
    _, problem = run_here("coulombfaults", {**parameters, **change})
    assert words in one_sentence(problem)
    assert not out.exists() or not list(out.iterdir())


def test_points_for_faults_are_refused(qgis_process, inputs):
    parameters, out = inputs
    run = qgis_process.run("coulombfaults", {**parameters, "FAULTS": parameters["CATALOGUE"]})
    assert "holds no line" in refusal(run) or "not a layer" in refusal(run)
    assert not out.exists() or not list(out.iterdir())

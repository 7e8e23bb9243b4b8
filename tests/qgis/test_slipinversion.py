# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The slip inversion through the real QGIS: layers, report, formats, refusals."""

import csv
from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.formats.slip.slip_models import read_slip_file
from groundshift.algorithms.source.slip_statistics import summarise
from groundshift.algorithms.source.tools.samples import read_samples, write_samples
from inversion_cases import bump, plane, samples_of
from runs import contents, one_sentence, refusal, run_here, succeeded

pytestmark = pytest.mark.usefixtures("plugin")
PLACE = (13.4, 42.3)
FAULT = {
    "FAULT_POINT": f"{PLACE[0]},{PLACE[1]} [EPSG:4326]", "FAULT_STRIKE": 40, "FAULT_DIP": 60,
    "FAULT_LENGTH": 16, "FAULT_WIDTH": 10, "PATCH_LENGTH": 2,
}  # fmt: skip


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """Layer of samples of a known fault in UTM."""
    local = LocalMetres("EPSG:4326", *PLACE)
    made = replace(samples_of(bump(plane()), 300, sill=2e-5), crs=local.crs)
    path = tmp_path_factory.mktemp("samples") / "samples.gpkg"
    write_samples(path, wkt_from_epsg(32633), made, local)
    return path


def test_the_dialog_asks_little():
    """One question for where the fault is, and about ten in all; the rest is folded away."""
    from groundshift.processing_provider.source.slipinversion import SlipInversion
    from qgis.core import QgsProcessingParameterDefinition

    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    tool = SlipInversion().create()
    shown = [
        parameter.name() for parameter in tool.parameterDefinitions()
        if not parameter.isDestination() and not parameter.flags() & advanced
    ]  # fmt: skip
    assert shown[:2] == ["SAMPLES", "FAULT_FROM"] and len(shown) <= 11


def test_from_samples_to_slip(qgis_process, samples, tmp_path):
    """Everything at once in a process of its own; the known slip comes out."""
    results = succeeded(qgis_process.run("slipinversion", {
        "SAMPLES": samples, **FAULT, "RAKE": "range", "RAKE_FROM": -10, "RAKE_TO": 50,
        "DIPS": "50:70:5", "SMOOTHINGS": "0.5:20:6", "MONTE_CARLO": 10, "CHECKER": 4,
        "WEIGHTS": "variance", "SLIP": tmp_path / "slip.gpkg", "FIT": tmp_path / "fit.gpkg",
        "BOARD": tmp_path / "board.gpkg", "EXCHANGE": tmp_path / "slip.fsp",
        "GRID": tmp_path / "grid.csv", "REPORT": tmp_path / "report.html",
    }))  # fmt: skip
    truth = summarise(bump(plane()))
    assert results["MOMENT"] == pytest.approx(truth.moment, rel=0.1)
    assert results["MW"] == pytest.approx(truth.magnitude, abs=0.04)
    assert abs(results["DIP"] - 60) <= 5
    assert abs(results["BEST_DIP"] - 60) < 3 * results["DIP_STD"] < 9
    assert results["MEAN_RAKE"] == pytest.approx(20, abs=4)
    assert results["CORRELATION"] > 0.99 and results["PATCHES"] == 40 and results["DATA"] == 300
    assert results["MOMENT_STD"] < 0.2 * results["MOMENT"] and "MOMENT_CORRECTED" not in results
    assert results["MOMENT_LOW"] < truth.moment < results["MOMENT_HIGH"]
    read = read_slip_file(tmp_path / "slip.gpkg")
    assert summarise(read.model).moment == pytest.approx(results["MOMENT"], rel=1e-6)
    assert {"slip_std_m", "slip_posterior_std_m", "resolution"} <= set(read.model.extra)
    exchanged = read_slip_file(tmp_path / "slip.fsp").model
    assert summarise(exchanged).moment == pytest.approx(results["MOMENT"], rel=2e-3)
    with open(tmp_path / "grid.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 30 and sum(int(row["chosen"]) for row in rows) == 1
    chosen = next(row for row in rows if row["chosen"] == "1")
    assert float(chosen["smoothing"]) == pytest.approx(results["SMOOTHING"], rel=1e-6)
    fit, _ = read_samples(tmp_path / "fit.gpkg")
    left = fit.displacement * 1e3 - fit.extra["modelled_mm"]
    assert left == pytest.approx(fit.extra["residual_mm"], abs=1e-6)
    assert np.sqrt(np.mean(left**2)) == pytest.approx(results["RMS"], rel=1e-3)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<svg" in page and "nan" not in page.lower()
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "input_slip_m" in read_slip_file(tmp_path / "board.gpkg").model.extra
    assert (tmp_path / "slip.qml").exists() and (tmp_path / "fit.qml").exists()


def test_a_slip_layer_is_a_fault_again(samples, tmp_path):
    """Its planes are cut anew; the rake is found, and the samples' weights are given."""
    first, problem = run_here("slipinversion", {
        "SAMPLES": samples, **FAULT, "RAKE": "fixed", "RAKE_FROM": 20, "MONTE_CARLO": 0,
        "SMOOTHINGS": "2", "SLIP": tmp_path / "slip.gpkg",
    })  # fmt: skip
    assert not problem and first["MEAN_RAKE"] == pytest.approx(20)
    assert "MOMENT_STD" not in first and "DIP_STD" not in first
    again, problem = run_here("slipinversion", {
        "SAMPLES": samples, "FAULT": tmp_path / "slip.gpkg", "PATCH_LENGTH": 1, "MONTE_CARLO": 0,
        "TRACK_WEIGHTS": "A: 0.8, D: 1", "MAX_SLIP": 1.2, "SLIP": tmp_path / "finer.gpkg",
        "EXCHANGE": tmp_path / "finer.geojson",
    })  # fmt: skip
    assert not problem and again["PATCHES"] == 160
    exchanged = read_slip_file(tmp_path / "finer.geojson").model
    assert summarise(exchanged).moment == pytest.approx(again["MOMENT"], rel=1e-3)
    assert again["MAX_SLIP_FOUND"] <= 1.2 + 1e-9 and again["AT_LIMIT"] > 0
    assert again["MEAN_RAKE"] == pytest.approx(20, abs=6)


def test_triangles_below_a_trace(samples, tmp_path):
    """With dips to try the surface is made anew for each."""
    (tmp_path / "in").mkdir()
    trace = tmp_path / "in" / "trace.geojson"
    strike, latitude = np.radians([40.0, PLACE[1]])
    way = 8 / 111.2 * np.array([np.sin(strike) / np.cos(latitude), np.cos(strike)])
    ends = [(np.array(PLACE) + sign * way).tolist() for sign in (-1, 1)]
    trace.write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, '
        f'"geometry": {{"type": "LineString", "coordinates": {ends}}}}}]}}'
    )
    results, problem = run_here("slipinversion", {
        "SAMPLES": samples, "FAULT_TRACE": trace, "FAULT_BOTTOM": 8.66, "FAULT_TRIANGLES": True,
        "FAULT_DIP": 50, "PATCH_LENGTH": 2.5, "DIPS": "50, 60, 70", "MONTE_CARLO": 0,
        "SMOOTHINGS": "1, 3, 9", "RULE": "gcv", "SLIP": tmp_path / "slip.gpkg",
        "REPORT": tmp_path / "report.html",
    })  # fmt: skip
    assert not problem and results["DIP"] == pytest.approx(60, abs=0.5)
    truth = summarise(bump(plane()))
    assert results["MOMENT"] == pytest.approx(truth.moment, rel=0.15)
    assert not read_slip_file(tmp_path / "slip.gpkg").model.patches.is_rectangular
    given = {"SAMPLES": samples, "FAULT_TRACE": trace, "FAULT_BOTTOM": 8, "FAULT_DIP": 50}
    given.update(FAULT_TRIANGLES=True, SLIP=tmp_path / "no.gpkg", EXCHANGE=tmp_path / "no.inp")
    _, problem = run_here("slipinversion", given)
    assert "hold rectangles only" in one_sentence(problem)
    assert not (tmp_path / "no.gpkg").exists()


@pytest.mark.parametrize("change, words", [
    ({"FAULT_POINT": None}, "a fault is missing"),
    ({"FAULT_DIP": None}, "is missing"),
    ({"DIPS": "steep"}, "steep is no number"),
    ({"SMOOTHINGS": "-1"}, "below 0"),
    ({"TRACK_WEIGHTS": "B: 1"}, "no track B among A, D"),
    ({"RAKE": "range", "RAKE_FROM": 0, "RAKE_TO": 200}, "less than 180"),
    ({"RAKES_BY_SEGMENT": "7: 0 10", "RAKE": "range"}, "no segment 7"),
    ({"DIP_SEGMENTS": "2", "DIPS": "50, 60"}, "Segment 2 is not one"),
    ({"MONTE_CARLO": 1}, "2 or more"),
    ({"BOARD": "board.gpkg"}, "is 0"),
    ({"FAULT_POINT": "20,42.3 [EPSG:4326]"}, "km away"),
    ({"FAULT_WIDTH": 0}, "is 0"),
    ({"EXCHANGE": "slip.xyz"}, "no name for"),
    ({"PATCH_LENGTH": 0.1}, "too many"),
    ({"SMOOTHINGS": "0", "RAKE": "free", "PATCH_LENGTH": 0.4}, "smooth more"),
])  # fmt: skip
def test_refusals_are_one_sentence(samples, tmp_path, change, words):
    """And leave nothing."""
    given = {"SAMPLES": samples, **FAULT, "SLIP": "slip.gpkg", **change}
    given = {
        name: tmp_path / value if name in ("SLIP", "BOARD", "EXCHANGE") else value
        for name, value in given.items() if value is not None
    }  # fmt: skip
    results, problem = run_here("slipinversion", given)
    assert not results and words in one_sentence(problem)
    assert contents(tmp_path) == {}


def test_a_layer_without_displacement_is_named(qgis_process, tmp_path):
    """By its file and what makes one."""
    (tmp_path / "in").mkdir()
    points = tmp_path / "in" / "points.geojson"
    points.write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"a": 1}, '
        '"geometry": {"type": "Point", "coordinates": [13.4, 42.3]}}]}'
    )
    text = refusal(qgis_process.run("slipinversion", {
        "SAMPLES": points, **FAULT, "SLIP": tmp_path / "slip.gpkg",
    }))  # fmt: skip
    assert "points.geojson" in text and "Down-sample" in text

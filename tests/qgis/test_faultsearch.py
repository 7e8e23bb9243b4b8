# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The search for faults as a user runs it."""

import csv
import re

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.metric import LocalMetres
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.data.samples import Samples, Track
from groundshift.algorithms.formats.slip.slip_models import read_slip_model
from groundshift.algorithms.formats.vectors.tables import read_table, write_table
from groundshift.algorithms.source.elastic import displacement
from groundshift.algorithms.source.tools.samples import write_samples
from runs import contents, one_sentence, refusal, run_here, succeeded

DEGREES = wkt_from_epsg(4326)
PLACE = (13.5, 42.3)
# The middle of the upper edge lies at the origin: top 2 km, strike 130, dip 50, normal.
STRIKE, DIP, LENGTH, WIDTH, TOP = np.radians(130), np.radians(50), 14e3, 10e3, 2e3


def fault():
    down, flat = WIDTH / 2 * np.sin(DIP), WIDTH / 2 * np.cos(DIP)
    row = [flat * np.cos(STRIKE), -flat * np.sin(STRIKE), TOP + down, STRIKE, DIP, LENGTH, WIDTH]
    return SlipModel.of_rake(PatchSet.of_rectangles(row), 0.8, np.radians(-95))


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    folder = tmp_path_factory.mktemp("faults")
    local = LocalMetres(DEGREES, *PLACE)
    generator = np.random.default_rng(0)
    places = generator.uniform(-30e3, 30e3, (240, 2))
    places[:80] *= 0.4
    track = np.arange(240) % 2
    looks = np.array([[-0.6, -0.1, 0.79], [0.6, -0.1, 0.79]])
    looks /= np.linalg.norm(looks, axis=1)[:, None]
    u = displacement(fault(), np.column_stack([places, np.zeros(240)]))
    values = (u * looks[track]).sum(axis=1) + 0.01 + 0.002 * generator.standard_normal(240)
    tracks = (Track("up"), Track("down"))
    samples = Samples(
        places, values, looks[track], track, tracks, np.full(240, 0.002), np.ones(240),
        np.full((240, 2), 500.0), local.crs,
    )  # fmt: skip
    write_samples(folder / "samples.gpkg", DEGREES, samples, local)
    few = samples.chosen(np.arange(240) < 8)
    write_samples(folder / "few.gpkg", DEGREES, few, local)
    columns = {"name": np.array(["no samples"], object)}
    write_table(folder / "other.gpkg", DEGREES, np.array([13.5]), np.array([42.3]), columns)
    return folder


QUICK = {"METHOD": "swarm", "RESTARTS": 1, "CHAIN_STEPS": 400, "CHAINS": 12, "ENOUGH": 0}
ALL = ("FAULT", "FIT", "TRACES", "SUMMARY", "DRAWS", "PLOT", "REPORT")
ENDINGS = ("gpkg", "gpkg", "gpkg", "csv", "csv", "png", "html")


def outputs(folder):
    return {name: str(folder / f"{name.lower()}.{end}") for name, end in zip(ALL, ENDINGS)}


def test_a_fault_is_found_with_its_errors(qgis_process, scene, tmp_path):
    given = {
        "SAMPLES": str(scene / "samples.gpkg"), "BOUNDS": "strike 80 to 180; top_depth 0 10",
        "PERTURBATIONS": 10, **QUICK, **outputs(tmp_path),
    }  # fmt: skip
    results = succeeded(qgis_process.run("faultsearch", given))
    for name, true, near in (
        ("STRIKE", 130, 2), ("DIP", 50, 3), ("RAKE", -95, 5), ("TOP_DEPTH", 2, 0.5),
        ("LENGTH", 14, 1), ("MW", 2 / 3 * (np.log10(30e9 * 0.8 * 14e7) - 9.1), 0.03),
        ("X", 13.5, 0.01), ("Y", 42.3, 0.01),
    ):  # fmt: skip
        assert abs(float(results[name]) - true) < near, name
    assert 1.8 < float(results["RMS"]) < 2.3 and int(results["AT_BOUND"]) == 0
    model, _ = read_slip_model(tmp_path / "fault.gpkg")
    assert len(model) == 1 and abs(np.degrees(model.patches.dip[0]) - results["DIP"]) < 1e-6
    assert abs(np.degrees(model.patches.strike[0]) - results["STRIKE"]) < 0.01
    assert model.extra["dip_p2_5_deg"][0] < results["DIP"] < model.extra["dip_p97_5_deg"][0]
    fit = read_table(tmp_path / "fit.gpkg")
    rest = fit.numbers("residual_mm")
    np.testing.assert_allclose(
        rest, fit.numbers("displacement_mm") - fit.numbers("modelled_mm"), atol=1e-9
    )
    assert abs(np.sqrt(np.mean(rest**2)) - results["RMS"]) < 1e-6
    np.testing.assert_allclose(fit.numbers("offset_mm"), 10, atol=1.5)
    with open(tmp_path / "draws.csv") as file:
        draws = list(csv.DictReader(file))
    assert len(draws) == 2400
    with open(tmp_path / "summary.csv") as file:
        rows = {row["parameter"]: row for row in csv.DictReader(file)}
    dips = np.array([float(row["dip_deg"]) for row in draws])
    assert abs(np.percentile(dips, 97.5) - float(rows["dip_deg"]["p97.5"])) < 1e-6
    assert rows["opening_m"]["kind"] == "kept" and rows["mw"]["kind"] == "derived"
    assert "Trade-offs" in (tmp_path / "report.html").read_text()
    assert (tmp_path / "plot.png").stat().st_size > 20_000


def test_bad_input_is_told_in_one_sentence(qgis_application, plugin, scene, tmp_path):
    good = {"SAMPLES": str(scene / "samples.gpkg"), **QUICK, **outputs(tmp_path)}
    for given, says in (
        ({"SAMPLES": str(scene / "few.gpkg")}, "8 samples for 9 parameters"),
        ({"SAMPLES": str(scene / "other.gpkg")}, "no field displacement_mm"),
        ({"SAMPLES": str(scene / "none.gpkg")}, "check the path"),
        ({"BOUNDS": "strike 10 to"}, "BOUNDS.*is no bound"),
        ({"BOUNDS": "azimuth 10 to 20"}, "no parameter of a fault"),
        ({"BOUNDS": "dip 70 to 30"}, "dip: the lower bound is above"),
        ({"BOUNDS": "dip 0.5 to 200"}, "dip: the bounds leave 0 to 180"),
        ({"BOUNDS": "top_depth -3 to 5"}, "above the surface"),
        ({"BOUNDS": "width 0 to 5"}, "width: the lower bound is not above 0"),
        ({"BOUNDS": "2: dip 30 to 60"}, "fault 2, and there are 1"),
        ({"BOUNDS": "slip 0 to 2; dip_slip 0 to 1"}, "one way to say it"),
        ({"BOUNDS": "x 13 to 14"}, "give both"),
        ({"BOUNDS": "x 33 to 34; y 42 to 43"}, "km away from the samples"),
        ({"CHAIN_STEPS": 0}, "DRAWS"),
        ({"PLACES": str(scene / "samples.gpkg")}, "240 faults"),
    ):
        results, problem = run_here("faultsearch", {**good, **given})
        assert results == {}, given
        assert re.search(says, one_sentence(problem)), problem
        assert contents(tmp_path) == {}


def test_what_qgis_process_says(qgis_process, scene, tmp_path):
    given = {"SAMPLES": str(scene / "few.gpkg"), **QUICK, "FAULT": str(tmp_path / "f.gpkg")}
    assert "give more samples" in refusal(qgis_process.run("faultsearch", given))
    assert not list(tmp_path.iterdir())

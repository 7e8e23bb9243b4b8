# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The forward model as a user runs it."""

import re

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.slip.slip_models import read_slip_model
from groundshift.algorithms.formats.vectors.tables import read_table, write_table
from runs import contents, one_sentence, refusal, run_here, succeeded

DEGREES = wkt_from_epsg(4326)
FAULT = {
    "FAULT_POINT": "85.6,27.6 [EPSG:4326]", "FAULT_STRIKE": 288, "FAULT_DIP": 10,
    "FAULT_LENGTH": 60, "FAULT_WIDTH": 40, "FAULT_DEPTH": 8, "SLIP_M": 3, "RAKE": 90,
}  # fmt: skip
LOOK = {"INCIDENCE": 39, "HEADING": 192}


def test_a_fault_by_numbers_through_qgis_process(qgis_process, tmp_path):
    results = succeeded(
        qgis_process.run("forwardmodel", {
            **FAULT, **LOOK, "CELL": 5000, "DISPLACEMENT": str(tmp_path / "d.tif"),
            "FRINGES": str(tmp_path / "f.tif"),
        })
    )  # fmt: skip
    assert np.isclose(results["MW"], 2 / 3 * (np.log10(30e9 * 60e3 * 40e3 * 3) - 9.1))
    grid, (east, north, up, los), _ = read_raster(tmp_path / "d.tif")
    assert np.isclose(results["HIGHEST"], np.nanmax(up), rtol=1e-5)
    # The Himalaya slid south and rose in front.
    row, col = np.unravel_index(np.nanargmax(np.hypot(east, north)), up.shape)
    assert north[row, col] < -500
    assert (tmp_path / "d.qml").exists()
    assert (tmp_path / "f.qml").exists()


def test_the_rock_of_a_coulomb_file(plugin, shared_data, tmp_path):
    """80 GPa of Young's modulus and 0.25 make a shear modulus of 32 GPa, not 30."""
    file = shared_data("coulomb_reference") / "okada85ss.inp"
    values = {"SLIP_FILE": file, "STRESS": tmp_path / "s.tif", "CELL": 1000, "DEPTH": 1}
    moments = []
    for more in ({}, {"SHEAR_MODULUS": 30}):
        results, problem = run_here("forwardmodel", {**values, **more})
        assert not problem
        moments.append(results["MOMENT"])
    assert moments[0] / moments[1] == pytest.approx(32 / 30)


def test_a_slip_layer_and_points(plugin, shared_data, tmp_path):
    file = shared_data("finite_fault_models") / "s1992LANDER01COHE.fsp"
    _, problem = run_here("importslipmodel", {"SLIP_FILE": file, "LAYER": tmp_path / "slip.gpkg"})
    assert not problem
    points = tmp_path / "points.gpkg"
    x, y = np.array([-116.6, -116.2, -116.4]), np.array([34.4, 34.6, 34.2])
    write_table(points, DEGREES, x, y, {"name": np.array(["a", "b", "c"])})
    outs = []
    for name, slip in (("a", {"SLIP_FILE": file}), ("b", {"SLIP": tmp_path / "slip.gpkg"})):
        results, problem = run_here(
            "forwardmodel", {**slip, "POINTS_LAYER": points, "POINTS": tmp_path / f"{name}.gpkg"}
        )
        assert not problem
        table = read_table(tmp_path / f"{name}.gpkg")
        outs.append(np.stack([table.numbers(f"{part}_mm") for part in ("east", "north", "up")]))
    assert np.allclose(*outs, atol=1e-3)
    # Right-lateral on a fault to the north-west: the east side went south-east.
    assert outs[0][1, 1] < -50 < 100 < outs[0][1, 0]
    model, _ = read_slip_model(tmp_path / "slip.gpkg")
    assert results["MOMENT"] == pytest.approx(30e9 * (model.patches.area * model.slip).sum())


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, r"SLIP\): is missing"),
        ({**FAULT, "SLIP_M": None}, r"SLIP_M\): is missing"),
        ({**FAULT, "RAKE": None}, r"RAKE\): is missing"),
        ({**FAULT, "FAULT_STRIKE": None}, r"FAULT_STRIKE\): is missing"),
        ({**FAULT, "SLIP_FILE": "here.fsp"}, "both are given"),
        ({**FAULT, "FAULT_WIDTH": 0}, "is 0"),
        ({**FAULT, "CELL": 0.01}, "larger cells"),
        ({**FAULT, "FAULT_POINT": "85.6,97 [EPSG:4326]"}, "CRS|point"),
        ({**FAULT, "FRINGES": "f.tif"}, "line of sight"),
        ({**FAULT, "FAULT_DIP": 1.0, "INCIDENCE": 39}, "heading"),
        ({**FAULT, "DISPLACEMENT": None}, "No output"),
        ({**FAULT, "POINTS": "p.gpkg"}, "Give both"),
    ],
)  # fmt: skip
def test_one_sentence_and_nothing_left(plugin, given, says, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "d.tif").write_bytes(b"an earlier result")
    given = {"DISPLACEMENT": "d.tif", **given}
    if given.get("SLIP_FILE"):
        (tmp_path / "here.fsp").write_text("words")
        given["SLIP_FILE"] = tmp_path / "here.fsp"
    for name in ("DISPLACEMENT", "FRINGES", "POINTS"):
        if given.get(name):
            given[name] = out / given[name]
    before = contents(tmp_path)
    results, problem = run_here("forwardmodel", {k: v for k, v in given.items() if v is not None})
    assert results == {}
    assert re.search(says, one_sentence(problem)), problem
    assert contents(tmp_path) == before


def test_a_file_of_words_through_qgis_process(qgis_process, tmp_path):
    (tmp_path / "words.fsp").write_text("These are words.")
    text = refusal(
        qgis_process.run("forwardmodel", {
            "SLIP_FILE": str(tmp_path / "words.fsp"), "DISPLACEMENT": str(tmp_path / "d.tif"),
        })
    )  # fmt: skip
    assert "words.fsp" in text
    assert not (tmp_path / "d.tif").exists()

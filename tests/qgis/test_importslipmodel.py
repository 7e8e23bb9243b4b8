# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip models through the real QGIS: formats, fields, style, refusals."""

import re
from dataclasses import replace

import numpy as np
import pytest
from groundshift.algorithms.formats.slip.slip_models import read_slip_file, write_slip_model
from runs import contents, one_sentence, refusal, run_here
from slip_cases import FRAME, assert_same, triangles, two_planes

pytestmark = pytest.mark.usefixtures("plugin")


@pytest.fixture
def slip(tmp_path):
    """Path of a slip layer."""
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "slip.gpkg"
    write_slip_model(path, two_planes(), "EPSG:32647")
    return path


def test_a_published_model_goes_into_every_format(qgis_process, shared_data, tmp_path):
    path = shared_data("finite_fault_models") / "s1992LANDER01COHE.fsp"
    targets = {
        "LAYER": tmp_path / "a.gpkg", "FSP": tmp_path / "a.fsp", "INP": tmp_path / "a.inp",
        "INR": tmp_path / "a.inr", "GEOJSON": tmp_path / "a.geojson",
    }  # fmt: skip
    done = qgis_process.run("importslipmodel", {"SLIP_FILE": path, **targets})
    assert done.code == 0, done.stderr
    assert done.results["PATCHES"] == 204 and done.results["SEGMENTS"] == 3
    assert done.results["MW"] == pytest.approx(7.12, abs=0.01)
    assert done.results["MAX_SLIP"] == pytest.approx(6.02)
    first = read_slip_file(path)
    for name, target in targets.items():
        found = read_slip_file(target, local=first.local).model
        loose = name in ("INP", "INR")
        assert_same(found, first.model, 0.8 if loose else 2e-4, 6e-5, 5e-5)
    assert (tmp_path / "a.qml").exists()


def test_the_layer_has_heights_fields_and_a_style(qgis_application, slip, tmp_path):
    from qgis.core import QgsVectorLayer, QgsWkbTypes

    results, problem = run_here(
        "importslipmodel",
        {"SLIP": str(slip), "LAYER": str(tmp_path / "b.gpkg"), "CRS": "EPSG:4326"},
    )
    assert problem == "" and results["PATCHES"] == 10
    layer = QgsVectorLayer(str(tmp_path / "b.gpkg"), "b", "ogr")
    assert layer.isValid() and layer.featureCount() == 10
    assert layer.wkbType() == QgsWkbTypes.Type.PolygonZ
    assert layer.crs().authid() == "EPSG:4326"
    model = two_planes()
    rows = sorted(layer.getFeatures(), key=lambda row: row["patch_id"])
    assert [row["slip_m"] for row in rows] == pytest.approx(model.slip)
    assert [row["moment_nm"] for row in rows] == pytest.approx(
        30e9 * model.patches.area * model.slip
    )
    lowest = [min(v.z() for v in row.geometry().vertices()) for row in rows]
    assert lowest == pytest.approx(-model.patches.bottom_depth)
    assert [row["row"] for row in rows] == list(model.patches.row + 1)
    renderer = layer.renderer()
    assert renderer.classAttribute() == "slip_m"
    assert renderer.ranges()[0].upperValue() * 7 == pytest.approx(
        renderer.ranges()[-1].lowerValue()
    )


def test_layers_and_files_lead_to_the_same(slip, tmp_path):
    first, problem = run_here(
        "importslipmodel", {"SLIP": str(slip), "FSP": str(tmp_path / "a.fsp"), "TITLE": "Somewhere"}
    )
    assert problem == ""
    assert "% Event : Somewhere\n" in (tmp_path / "a.fsp").read_text()
    second, problem = run_here(
        "importslipmodel", {"SLIP_FILE": str(tmp_path / "a.fsp"), "LAYER": str(tmp_path / "c.gpkg")}
    )
    assert problem == "" and second["MOMENT"] == pytest.approx(first["MOMENT"], rel=1e-5)
    found = read_slip_file(tmp_path / "c.gpkg", local=FRAME).model
    assert_same(found, two_planes(), 0.05, 2e-5, 1e-6)


def test_coulomb_files_get_their_place(shared_data, tmp_path):
    path = shared_data("coulomb_reference") / "fault5.ss.inp"
    out = str(tmp_path / "a.gpkg")
    results, problem = run_here(
        "importslipmodel", {"SLIP_FILE": str(path), "SLIP_ORIGIN": "100.5,36.2 [EPSG:4326]",
                            "LAYER": out},
    )  # fmt: skip
    assert problem == ""
    # 32 GPa are the file's own.
    found = read_slip_file(out, local=FRAME).model
    assert results["MOMENT"] == pytest.approx(32e9 * (found.patches.area * found.slip).sum())
    assert found.patches.corners[0, 0] == pytest.approx([5e3, 6e3, -2e3], abs=0.01)


def test_patches_at_rest_can_be_left_out(slip, tmp_path):
    model = two_planes()
    moves = np.arange(len(model)) < 4
    still = replace(model, strike_slip=model.strike_slip * moves, dip_slip=model.dip_slip * moves)
    write_slip_model(tmp_path / "in" / "still.gpkg", still)
    given = {"SLIP": str(tmp_path / "in" / "still.gpkg"), "INP": str(tmp_path / "a.inp")}
    assert run_here("importslipmodel", given)[0]["PATCHES"] == 10
    assert run_here("importslipmodel", {**given, "ONLY_SLIPPING": True})[0]["PATCHES"] == 4


def _cut(tmp_path, slip):
    write_slip_model(tmp_path / "in" / "cut.fsp", two_planes())
    lines = (tmp_path / "in" / "cut.fsp").read_text().splitlines()
    (tmp_path / "in" / "cut.fsp").write_text("\n".join(lines[:-3]))
    return {"SLIP_FILE": str(tmp_path / "in" / "cut.fsp")}


def _bent(tmp_path, slip):
    write_slip_model(tmp_path / "in" / "bent.gpkg", triangles())
    return {"SLIP": str(tmp_path / "in" / "bent.gpkg"), "FSP": str(tmp_path / "out" / "a.fsp")}


@pytest.mark.parametrize(
    "make, words",
    [
        (lambda folder, slip: {}, "SLIP_FILE.*is missing"),
        (lambda folder, slip: {"SLIP": str(slip), "SLIP_FILE": str(slip)}, "both are given"),
        (lambda folder, slip: {"SLIP": str(slip), "LAYER": None}, "No output is asked for"),
        (lambda folder, slip: {"SLIP": str(slip), "LAYER": str(slip)}, "input and output"),
        (_cut, "cut short"),
        (_bent, "cannot hold triangles"),
    ],
)
def test_one_sentence_and_nothing_left(slip, tmp_path, make, words):
    (tmp_path / "out").mkdir()
    given = {"LAYER": str(tmp_path / "out" / "a.gpkg"), **make(tmp_path, slip)}
    before = contents(tmp_path)
    results, problem = run_here("importslipmodel", given)
    assert results == {} and re.search(words, one_sentence(problem)), problem
    assert contents(tmp_path) == before


def test_qgis_process_says_it_too(qgis_process, slip, tmp_path):
    given = {**_cut(tmp_path, slip), "LAYER": tmp_path / "out" / "a.gpkg"}
    assert "cut short" in refusal(qgis_process.run("importslipmodel", given))
    assert not (tmp_path / "out").exists()

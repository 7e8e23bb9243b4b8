# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Values as people write them: home folders, numbers of choices, misspelt names, addresses."""

import contextlib
import socket
import threading

import pytest
from runs import contents, one_sentence, run_here


@pytest.fixture
def targets(tmp_path):
    return {"TIMESERIES": tmp_path / "out" / "s.h5", "VELOCITY": tmp_path / "out" / "v.tif"}


def test_a_choice_is_taken_by_its_number_as_qgis_process_tells(material, targets):
    from qgis.core import QgsApplication

    tool = QgsApplication.processingRegistry().algorithmById("groundshift:sbas")
    options = tool.parameterDefinition("WEIGHTS").options()
    number = options.index("uniform")
    by_number, problem = run_here("sbas", {"STACK": material.stack, "WEIGHTS": number, **targets})
    assert not problem
    for same in (str(number), "uniform"):
        again, problem = run_here("sbas", {"STACK": material.stack, "WEIGHTS": same, **targets})
        assert not problem and again == by_number
    other, _ = run_here("sbas", {"STACK": material.stack, "WEIGHTS": number - 1, **targets})
    assert other != by_number
    for wrong in (len(options), "-1", "1.0", True):
        _, problem = run_here("sbas", {"STACK": material.stack, "WEIGHTS": wrong, **targets})
        assert "none of the choices" in one_sentence(problem), wrong


def test_a_tilde_is_the_home_folder(material, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "in.h5").symlink_to(material.stack)
    given = {"STACK": "~/in.h5", "TIMESERIES": "~/out/s.h5", "VELOCITY": "~/out/v.tif"}
    results, problem = run_here("sbas", given)
    assert not problem
    assert results["VELOCITY"] == str(tmp_path / "out" / "v.tif")
    assert {path.name for path in (tmp_path / "out").iterdir()} >= {"s.h5", "v.tif", "v.qml"}


@pytest.mark.parametrize("wrong, says", [("WEIGTHS", "did you mean WEIGHTS"), ("xyz", "help")])
def test_a_misspelt_parameter_is_told(material, targets, tmp_path, wrong, says):
    before = contents(tmp_path)
    _, problem = run_here("sbas", {"STACK": material.stack, wrong: "uniform", **targets})
    assert one_sentence(problem).startswith(f"{wrong}: is no parameter of 'sbas'")
    assert says in problem and contents(tmp_path) == before


def test_qgis_process_tells_of_a_misspelt_parameter(qgis_process, material, targets):
    given = {"STACK": material.stack, "WEIGTHS": "uniform", **targets}
    result = qgis_process.run("sbas", given)
    assert result.code == 1 and "did you mean WEIGHTS" in result.stderr


@pytest.mark.parametrize(
    "target, says",
    [
        ("https://192.0.2.1/v.tif", "https outputs are not supported"),
        ("postgres:dbname=a", "postgres outputs"), ("/vsimem/v.tif", "/vsimem outputs"),
        ("memory:", "memory outputs"), ("/tmp/" + 201 * "x" + ".tif", "shorten it to 200"),
        ("/tmp/a\0b.tif", "holds a NUL or"),
    ],
)  # fmt: skip
def test_outputs_that_are_no_files_are_refused(material, targets, target, says):
    given = {"STACK": material.stack, **targets, "VELOCITY": target}
    _, problem = run_here("sbas", given)
    assert problem.startswith("Velocity (VELOCITY):") and says in problem
    one_sentence(problem)


@pytest.mark.parametrize(
    "content, says",
    [(None, "does not exist; check"), (b"", "is an empty file"), (b"words", "is not a raster")],
)
def test_a_raster_that_cannot_be_opened_is_told_why(plugin, tmp_path, content, says):
    from qgis.core import QgsApplication, QgsProcessingContext

    path = tmp_path / "dem.tif"
    if content is not None:
        path.write_bytes(content)
    tool = QgsApplication.processingRegistry().createAlgorithmById("groundshift:visibility")
    given = {"DEM": str(path), "CLASSES": str(tmp_path / "c.tif")}
    good, problem = tool.checkParameterValues(given, QgsProcessingContext())
    assert not good and f"(DEM): {path} {says}" in one_sentence(problem)


@pytest.mark.parametrize("tool, name", [("visibility", "DEM"), ("faultdistance", "SITES")])
def test_files_that_lead_to_the_network_are_refused_before_qgis_opens_them(
    plugin, tmp_path, tool, name
):
    from qgis.core import QgsApplication, QgsProcessingContext

    path = tmp_path / ("dem.tif" if name == "DEM" else "sites.gpkg")
    asked = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_hang_up, args=(server, asked), daemon=True).start()
        address = f"/vsicurl/http://127.0.0.1:{server.getsockname()[1]}/a"
        path.write_text(
            '<VRTDataset rasterXSize="9" rasterYSize="9"><VRTRasterBand dataType="Byte" band="1">'
            f"<SimpleSource><SourceFilename>{address}.tif</SourceFilename></SimpleSource>"
            "</VRTRasterBand></VRTDataset>"
            if name == "DEM"
            else '<OGRVRTDataSource><OGRVRTLayer name="a">'
            f"<SrcDataSource>{address}.gpkg</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
        )
        tool = QgsApplication.processingRegistry().createAlgorithmById(f"groundshift:{tool}")
        good, problem = tool.checkParameterValues({name: str(path)}, QgsProcessingContext())
    assert asked == []
    assert not good and one_sentence(problem).count("only describes data that lie elsewhere") == 1
    assert f"({name}): {path}" in problem


def _hang_up(server, asked):
    with contextlib.suppress(OSError):
        while True:
            connection, _ = server.accept()
            asked.append(connection.recv(99))
            connection.close()


def test_inputs_may_be_addresses(plugin):
    """The check of outputs refused every CRS that was given as a text."""
    from qgis.core import QgsApplication, QgsProcessingContext

    tool = QgsApplication.processingRegistry().createAlgorithmById("groundshift:importpoints")
    given = {"FILES": ["a.csv"], "CRS": "EPSG:32632"}
    good, problem = tool.checkParameterValues(given, QgsProcessingContext())
    assert "not supported" not in problem and "CRS" not in problem

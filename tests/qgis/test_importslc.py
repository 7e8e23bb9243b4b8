# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Importing radar images through QGIS."""

import numpy as np
import pytest
import slc_files as files
from groundshift.algorithms.formats.hdf5.images import read_slc_stack
from groundshift.algorithms.formats.rasters import read_raster
from runs import contents, one_sentence, refusal, run_here


def outputs(folder):
    return {
        "STACK": folder / "slcStack.h5", "GEOMETRY": folder / "geometryRadar.h5",
        "AMPLITUDE": folder / "amplitude.tif",
    }  # fmt: skip


def test_through_qgis_process(qgis_process, tmp_path):
    files.write_gamma(tmp_path / "in")
    longitude, latitude, _ = files.scene()
    area = f"{longitude.min()},{longitude.max()},{latitude.min()},{latitude[20].max()} [EPSG:4326]"
    result = qgis_process.run(
        "importslc", {"FOLDER": tmp_path / "in", "AREA": area, **outputs(tmp_path / "out")}
    )
    assert result.code == 0, result.stderr
    results = result.results
    assert results["DATES"] == 3 and results["FOUND"] == "gamma" and results["IS_FLAT"] == 1
    assert results["COLS"] == 44 and results["ROWS"] < 30
    assert results["FOUND_POLARISATIONS"] == "VV" and results["BASELINE_SPREAD"] > 50
    stack = read_slc_stack(tmp_path / "out/slcStack.h5")
    assert stack.has_lookup and np.isfinite(stack.perpendicular_baseline).all()
    grid, _, names = read_raster(tmp_path / "out/amplitude.tif")
    assert names == ["mean_amplitude_db"] and grid.crs
    assert (tmp_path / "out/amplitude.qml").exists() and (tmp_path / "out/amplitude.qmd").exists()


def test_nothing_known_of_the_geometry(plugin, tmp_path):
    files.write_rasters(tmp_path / "in")
    results, problem = run_here(
        "importslc", {"FOLDER": tmp_path / "in", "WAVELENGTH": 0.0555, **outputs(tmp_path / "out")}
    )
    assert not problem and results["IS_FLAT"] == 0
    assert not (tmp_path / "out/geometryRadar.h5").exists()


BAD = {
    "no folder": ({"FOLDER": "nowhere"}, "FOLDER"),
    "window": ({"WAVELENGTH": 0.0555, "WINDOW": "1,2,3"}, "WINDOW"),
    "window outside": ({"WAVELENGTH": 0.0555, "WINDOW": "0,0,99,3"}, "does not lie"),
    "date": ({"WAVELENGTH": 0.0555, "FIRST_DATE": "yesterday"}, "no date"),
    "no such burst format": ({"WAVELENGTH": 0.0555, "FORMAT": "opera"}, "holds no images"),
    "polarisation": ({"WAVELENGTH": 0.0555, "POLARISATION": "HH"}, "no polarisation HH"),
    "baselines": ({"WAVELENGTH": 0.0555, "BASELINES": "IN/20200101_VV.tif"}, "do not tell"),
    "lookup": ({"WAVELENGTH": 0.0555, "LATITUDE": "IN/words.txt", "LONGITUDE": "IN/words.txt"},
               "words.txt"),
    "output is input": ({"WAVELENGTH": 0.0555, "AMPLITUDE": "IN/20200101_VV.tif"},
                        "input and output"),
    "same output": ({"WAVELENGTH": 0.0555, "GEOMETRY": "OUT/slcStack.h5"}, "two outputs"),
}  # fmt: skip


@pytest.mark.parametrize("title", BAD)
def test_one_sentence_and_nothing_left(plugin, tmp_path, title):
    given, words = BAD[title]
    source, out = tmp_path / "in", tmp_path / "out"
    files.write_rasters(source, epsg=None if title == "lookup" else 32633)
    (source / "words.txt").write_text("words")
    out.mkdir()
    (out / "slcStack.h5").write_bytes(b"an earlier result")
    before = contents(tmp_path)
    parameters = {"FOLDER": source, **outputs(out)}
    for name, value in given.items():
        if isinstance(value, str):
            value = value.replace("IN/", f"{source}/").replace("OUT/", f"{out}/")
        parameters[name] = value
    results, problem = run_here("importslc", parameters)
    assert results == {}, "it ran"
    assert words in one_sentence(problem)
    assert contents(tmp_path) == before


def test_a_truncated_image_through_qgis_process(qgis_process, tmp_path):
    files.write_gamma(tmp_path / "in")
    path = tmp_path / "in/20200113_VV.rslc"
    path.write_bytes(path.read_bytes()[:-1])
    parameters = {"FOLDER": tmp_path / "in", **outputs(tmp_path / "out")}
    assert "20200113_VV.rslc" in refusal(qgis_process.run("importslc", parameters))
    assert not list((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else True

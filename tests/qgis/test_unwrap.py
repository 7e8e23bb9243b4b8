# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase unwrapping in a real QGIS: a stack through the chain, rasters, and bad input."""

import importlib.util
import re
import sys
from pathlib import Path

import h5py
import numpy as np
import pytest
from osgeo import gdal, ogr
from runs import contents, one_sentence, run_here

TAU = 2.0 * np.pi


@pytest.fixture(scope="module")
def small_stack():
    path = Path(__file__).resolve().parents[1] / "helpers" / "small_stack.py"
    spec = importlib.util.spec_from_file_location("small_stack", path)
    module = sys.modules["small_stack"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def wrapped(small_stack, tmp_path):
    """A stack with wrapPhase in place of unwrapPhase; returns its path and the truth."""
    path = tmp_path / "wrapped.h5"
    small_stack.make_stack(path, rate=small_stack.bowl(), date_noise=0.0005)
    with h5py.File(path, "a") as file:
        truth = file["unwrapPhase"][()]
        del file["unwrapPhase"]
        file["wrapPhase"] = truth - TAU * np.rint(truth / TAU)
    return path, truth


@pytest.fixture
def one_raster(tmp_path):
    """A raster of wrapped phase in degrees of longitude and latitude."""
    y, x = np.mgrid[:60, :70]
    values = np.angle(np.exp(1j * (0.4 * x + 0.2 * y))).astype(np.float32)
    path = tmp_path / "one.tif"
    raster = gdal.GetDriverByName("GTiff").Create(str(path), 70, 60, 1, gdal.GDT_Float32)
    raster.SetGeoTransform((13, 0.001, 0, 46, 0, -0.001))
    raster.GetRasterBand(1).WriteArray(values)
    raster = None
    return path


def right(found, truth):
    cycles = np.rint((found - truth) / TAU)
    return all(len(np.unique(page[np.isfinite(page)])) == 1 for page in cycles)


def test_a_wrapped_stack_goes_through_to_sbas(qgis_process, wrapped, tmp_path):
    path, truth = wrapped
    answer = qgis_process.run(
        "unwrap",
        {"STACK": path, "UNWRAPPED": tmp_path / "u.h5", "COMPONENTS": tmp_path / "c.tif",
         "PAIRS": tmp_path / "p.gpkg", "PARTS": tmp_path / "q.gpkg"},
    )  # fmt: skip
    assert answer.code == 0, answer.stderr
    assert answer.results["FAILED"] == 0
    assert answer.results["USED"] in ("whirlwind", "mcf")
    assert answer.results["IN_COMPONENTS"] > 0.9
    with h5py.File(tmp_path / "u.h5") as file:
        assert right(file["unwrapPhase"][()], truth)
    for name in ("c.qml", "c.qmd"):
        assert (tmp_path / name).exists()
    source = ogr.Open(str(tmp_path / "p.gpkg"))  # its layers go with it
    assert source.GetLayer(0).GetFeatureCount() == len(truth)
    answer = qgis_process.run(
        "sbas",
        {"STACK": tmp_path / "u.h5", "TIMESERIES": tmp_path / "t.h5",
         "VELOCITY": tmp_path / "v.tif"},
    )  # fmt: skip
    assert answer.code == 0, answer.stderr


def test_the_default_unwrapper_is_in_the_real_qgis(qgis_process, wrapped, tmp_path):
    """scripts/setup.sh installs it where Python is new enough for it."""
    pytest.importorskip("whirlwind", reason="whirlwind-insar is not on this machine")
    answer = qgis_process.run("unwrap", {"STACK": wrapped[0], "UNWRAPPED": tmp_path / "u.h5"})
    assert answer.results["USED"] == "whirlwind"


def test_methods_are_compared_and_nothing_spoils_the_answer(qgis_process, one_raster, tmp_path):
    """SNAPHU prints to standard output, where qgis_process writes its answer."""
    answer = qgis_process.run(
        "unwrap",
        {"RASTER": one_raster, "PHASE": tmp_path / "u.tif", "METHOD": "mcf", "COMPARE": "all",
         "COMPARISON": tmp_path / "d.tif"},
    )  # fmt: skip
    if answer.code and "needs other methods" in answer.stderr:
        pytest.skip("no other unwrapper is on this machine")
    assert answer.code == 0, answer.stderr
    assert answer.results["AGREEMENT"] == 1.0
    values = gdal.Open(str(tmp_path / "u.tif")).ReadAsArray()
    assert values.max() - values.min() == pytest.approx(0.4 * 69 + 0.2 * 59, abs=1e-3)
    assert (tmp_path / "d.qml").exists()


BAD = {
    "no source": (lambda m: {"STACK": None}, "either a stack"),
    "two sources": (lambda m: {"RASTER": m["raster"]}, "either a stack"),
    "missing file": (lambda m: {"STACK": m["folder"] / "nowhere.h5"}, "there is no file"),
    "no stack": (lambda m: {"STACK": m["words"]}, "cannot be read as HDF5"),
    "not wrapped": (lambda m: {"STACK": m["unwrapped"]}, "no dataset 'wrapPhase'"),
    "empty folder": (lambda m: {"STACK": None, "FOLDER": m["empty"]}, "holds no rasters"),
    "raster of words": (
        lambda m: {"STACK": None, "RASTER": m["words"], "PHASE": "OUT"},
        "cannot be read as a raster",
    ),
    "no dates": (lambda m: {"STACK": None, "RASTER": m["raster"]}, "a stack needs dates"),
    "coherence of a stack": (lambda m: {"COHERENCE": m["raster"]}, "belongs to one"),
    "comparison without": (lambda m: {"COMPARISON": "OUT"}, "choose some in COMPARE"),
    "points compared": (
        lambda m: {"METHOD": "spacetime", "COMPARE": "mcf"}, "cannot be compared",
    ),
    "too coherent": (lambda m: {"MIN_COHERENCE": 0.999}, "no valid pixels"),
    "too coherent for points": (
        lambda m: {"MIN_COHERENCE": 0.999, "METHOD": "spacetime"}, "lower the coherence",
    ),
    "unknown method": (lambda m: {"METHOD": "skimage"}, "skimage"),
    "odd patch": (lambda m: {"FILTER": "goldstein", "FILTER_WINDOW": 9}, "even number"),
    "output is input": (lambda m: {"UNWRAPPED": m["stack"]}, "input and output"),
    "wrong ending": (lambda m: {"UNWRAPPED": m["folder"] / "u.tif"}, "end in .h5"),
    "cut off": (lambda m: {"STACK": m["cut"]}, "truncated"),
    "memory": (lambda m: {"MEMORY": 64, "TILE": 0, "STACK": m["large"]}, "at least"),
}  # fmt: skip


@pytest.fixture
def spoilt(wrapped, small_stack, one_raster, tmp_path):
    path = wrapped[0]
    (tmp_path / "empty").mkdir()
    (tmp_path / "words.h5").write_text("These are words, not numbers.")
    small_stack.make_stack(tmp_path / "unwrapped.h5")
    data = path.read_bytes()
    (tmp_path / "cut.h5").write_bytes(data[: len(data) // 2])
    with h5py.File(tmp_path / "large.h5", "w") as file, h5py.File(path) as given:
        file.attrs.update(given.attrs)
        file.attrs.update(LENGTH="700", WIDTH="700")
        file["date"] = given["date"][:1]
        file.create_dataset("wrapPhase", (1, 700, 700), np.float32)
    return {
        "folder": tmp_path, "stack": path, "raster": one_raster, "empty": tmp_path / "empty",
        "words": tmp_path / "words.h5", "unwrapped": tmp_path / "unwrapped.h5",
        "cut": tmp_path / "cut.h5", "large": tmp_path / "large.h5",
    }  # fmt: skip


@pytest.mark.parametrize("title", BAD)
def test_bad_input_is_one_sentence_and_leaves_nothing(title, plugin, spoilt, tmp_path):
    make, says = BAD[title]
    given = {"STACK": spoilt["stack"], "UNWRAPPED": tmp_path / "u.h5", **make(spoilt)}
    given = {
        name: tmp_path / f"{name}.tif" if value == "OUT" else value
        for name, value in given.items() if value is not None
    }  # fmt: skip
    if title == "raster of words":
        del given["UNWRAPPED"]
    before = contents(tmp_path)
    results, problem = run_here("unwrap", given)
    assert results == {}, "it ran"
    text = one_sentence(problem)
    assert re.search(says, text), text
    assert contents(tmp_path) == before

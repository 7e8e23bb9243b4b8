# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Persistent scatterers in a real QGIS."""

import numpy as np
import pytest
from planted_slc import make_scene
from runs import one_sentence, run_here, succeeded


@pytest.fixture(scope="module")
def scene():
    return make_scene(90, 100)


@pytest.fixture(scope="module")
def stack(scene, tmp_path_factory):
    return scene.write(tmp_path_factory.mktemp("slc") / "slcStack.h5")


def test_points_and_the_tools_after_them(qgis_process, scene, stack, tmp_path):
    found = succeeded(
        qgis_process.run(
            "ps",
            {"STACK": stack, "POINTS": tmp_path / "points.gpkg", "MASK": tmp_path / "mask.tif",
             "TIMESERIES": tmp_path / "series.h5", "NOISE_SHARE": 2},
        )
    )  # fmt: skip
    assert found["COUNT"] > 0.75 * scene.planted.sum()
    assert found["SELECTED"] <= found["CANDIDATES"]
    assert found["EXPECTED_NOISE"] <= 2
    assert found["FASTEST_AWAY"] < -10
    assert found.get("GAINED") is None
    for name in ("points.qml", "mask.qml", "mask.qmd"):
        assert (tmp_path / name).exists(), name
    after = succeeded(
        qgis_process.run(
            "velocity", {"TIMESERIES": tmp_path / "series.h5", "VELOCITY": tmp_path / "v.tif"}
        )
    )
    assert after["PIXELS"] == found["COUNT"]
    after = succeeded(
        qgis_process.run(
            "timeseriestopoints",
            {"TIMESERIES": tmp_path / "series.h5", "POINTS": tmp_path / "p.gpkg"},
        )
    )
    assert after["COUNT"] == found["COUNT"]
    assert after["FASTEST_AWAY"] == pytest.approx(found["FASTEST_AWAY"], abs=0.01)


def test_a_reference_point_on_the_map(qgis_process, scene, stack, tmp_path):
    x, y = scene.grid.xy(15, 20)
    found = succeeded(
        qgis_process.run(
            "ps",
            {"STACK": stack, "POINTS": tmp_path / "points.gpkg",
             "REFERENCE_POINT": f"{x},{y} [EPSG:32633]", "REFERENCE_RADIUS": 120},
        )
    )  # fmt: skip
    assert np.hypot(found["REFERENCE_X"] - x, found["REFERENCE_Y"] - y) < 120


@pytest.mark.parametrize(
    "given, words",
    [
        ({"POLARISATION": "hv"}, "no polarisation HV"),
        ({"DISPERSION": 0.02}, "amplitude dispersion"),
        ({"WINDOW": 33}, "even"),
        ({"REFERENCE_DATE": "20010101"}, "no image of 2001-01-01"),
        ({"REFERENCE_DATE": "20200105,20200117"}, "give one"),
        ({"REFERENCE_DATE": "soon"}, "soon"),
        ({"NOISE_SHARE": 80}, "from 0.01 to 50"),
        ({"STACK": "nowhere.h5"}, "nowhere.h5"),
        ({"STACK": "words"}, "cannot be read as HDF5"),
        ({"STACK": "series"}, "not a stack of radar images"),
        ({"GEOMETRY": "words"}, "cannot be read as HDF5"),
        ({"POINTS": "points.shp"}, "gpkg"),
        ({"METHOD": "magic"}, "none of the choices"),
    ],
)
def test_bad_input_is_one_sentence(plugin, material, stack, tmp_path, given, words):
    out = tmp_path / "out"
    out.mkdir()
    (out / "points.gpkg").write_bytes(b"an earlier result")
    given = dict(given)
    if "POINTS" in given:
        given["POINTS"] = out / given["POINTS"]
    for name, value in given.items():
        if value == "words":
            given[name] = material.text("words.h5")
        if value == "series":
            given[name] = material.series
    _, problem = run_here("ps", {"STACK": stack, "POINTS": out / "points.gpkg", **given})
    assert words in one_sentence(problem)
    assert (out / "points.gpkg").read_bytes() == b"an earlier result"
    assert [path.name for path in out.iterdir()] == ["points.gpkg"]

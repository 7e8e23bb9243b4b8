# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Removing and restoring long-wavelength motion through the real qgis_process."""

import pytest


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    from two_bands import make_scene

    folder = tmp_path_factory.mktemp("bands")
    make_scene(folder)
    return folder


def test_remove_invert_restore(qgis_process, scene, tmp_path):
    removed = qgis_process.run("multisensor", {
        "STACK": scene / "stack.h5", "LONG_SERIES": scene / "long.h5",
        "GEOMETRY": scene / "short_geometry.h5", "LONG_GEOMETRY": scene / "long_geometry.h5",
        "RESIDUAL": tmp_path / "left.h5", "MODEL": tmp_path / "model.h5",
        "PREDICTION": tmp_path / "p.tif",
    })  # fmt: skip
    assert removed.code == 0, removed.stderr
    assert removed.results["STEEP_BEFORE"] > 0.005 > 1e-5 > removed.results["STEEP_AFTER"]
    assert (tmp_path / "p.qml").exists()
    inverted = qgis_process.run("sbas", {
        "STACK": tmp_path / "left.h5", "WEIGHTS": "uniform", "TIMESERIES": tmp_path / "left_t.h5",
        "VELOCITY": tmp_path / "left_v.tif",
    })  # fmt: skip
    assert inverted.code == 0, inverted.stderr
    restored = qgis_process.run("multisensor", {
        "MODE": "restore", "TIMESERIES": tmp_path / "left_t.h5", "MODEL_IN": tmp_path / "model.h5",
        "RESTORED": tmp_path / "t.h5", "VELOCITY": tmp_path / "v.tif",
    })  # fmt: skip
    assert restored.code == 0, restored.stderr
    assert restored.results["FASTEST_AWAY"] == pytest.approx(-6000 * 0.777, rel=0.05)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stacking in a real QGIS."""

import importlib.util
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def small_stack():
    path = Path(__file__).resolve().parents[1] / "io" / "small_stack.py"
    spec = importlib.util.spec_from_file_location("small_stack", path)
    module = sys.modules["small_stack"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_stack_becomes_styled_layers(qgis_process, small_stack, tmp_path):
    small_stack.make_stack(tmp_path / "s.h5", rate=small_stack.bowl(), date_noise=0.002)
    x, y = small_stack.GRID.xy(0, 0)
    answer = qgis_process.run(
        "stacking",
        {
            "STACK": tmp_path / "s.h5", "CONSECUTIVE": True,
            "REFERENCE_POINT": f"{x},{y} [EPSG:32633]", "VELOCITY": tmp_path / "v.tif",
            "VELOCITY_STD": tmp_path / "e.tif", "PAIR_COUNT": tmp_path / "n.tif",
        },
    )  # fmt: skip
    assert answer.code == 0, answer.stderr
    assert answer.results["PAIRS"] == 24
    assert answer.results["FASTEST_AWAY"] < -50
    assert answer.results["MEDIAN_STD"] > 0
    for name in "ven":
        assert (tmp_path / f"{name}.qml").exists() and (tmp_path / f"{name}.qmd").exists()


def test_bad_input_is_one_sentence(qgis_process, small_stack, tmp_path):
    small_stack.make_stack(tmp_path / "s.h5")
    answer = qgis_process.run(
        "stacking",
        {"STACK": tmp_path / "s.h5", "MIN_COHERENCE": 0.99, "VELOCITY": tmp_path / "v.tif"},
    )
    assert answer.code == 1 and "lower the thresholds" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert not (tmp_path / "v.tif").exists()

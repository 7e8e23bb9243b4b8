# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Velocity models in a real QGIS."""

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.formats.hdf5.stacks import TimeSeriesWriter

GRID = Grid(30, 40, (500000.0, 20.0, 0.0, 4200000.0, 0.0, -20.0), wkt_from_epsg(32633))
DATES = np.datetime64("2018-01-06") + 12 * np.arange(70)


@pytest.fixture
def series(tmp_path):
    rng = np.random.default_rng(0)
    years = (DATES - DATES[0]).astype(float) / 365.25
    values = -0.02 * years + 0.008 * np.cos(2 * np.pi * years) + 0.03 * (np.arange(70) >= 30)
    values = values[:, None, None] + rng.normal(0, 1e-3, (70, *GRID.shape))
    with TimeSeriesWriter(tmp_path / "t.h5", GRID, DATES, np.zeros(70), {}, {}) as writer:
        writer.write(Window(0, 0, *GRID.shape), values)
    return tmp_path / "t.h5"


def test_a_chosen_model_becomes_styled_layers(qgis_process, series, tmp_path):
    outputs = {
        name: tmp_path / f"{name.lower()}.tif"
        for name in ("VELOCITY", "AMPLITUDE", "PHASE", "STEP_MAP", "MODEL_MAP")
    }
    answer = qgis_process.run(
        "velocity",
        {"TIMESERIES": series, "DEGREE": 2, "ANNUAL": True, "FIND_STEPS": 1, "CHOOSE": True,
         **outputs},
    )  # fmt: skip
    assert answer.code == 0, answer.stderr
    results = answer.results
    assert results["MEDIAN_AMPLITUDE"] == pytest.approx(8, abs=0.2)
    assert results["MEAN_STEPS"] == pytest.approx(1, abs=0.1)
    for path in outputs.values():
        assert path.with_suffix(".qml").exists() and path.with_suffix(".qmd").exists()
    labels = [i.get("label") for i in ElementTree.parse(tmp_path / "phase.qml").iter("item")]
    assert labels[0] == labels[-1] == "1 Jan"


def test_a_time_constant_and_coloured_noise(qgis_process, series, tmp_path):
    answer = qgis_process.run(
        "velocity",
        {"TIMESERIES": series, "ANNUAL": True, "STEPS": "20181231", "NOISE": "ar1",
         "LOGARITHMIC": "20190101:60", "EXPONENTIAL": "20190401", "VELOCITY": tmp_path / "v.tif"},
    )  # fmt: skip
    assert answer.code == 0, answer.stderr
    assert answer.results["PIXELS"] == 1200


def test_bad_input_is_one_sentence(qgis_process, series, tmp_path):
    for more, what in (
        ({"LOGARITHMIC": "20190101:soon"}, "is no time constant"),
        ({"PHASE": tmp_path / "p.tif"}, "the model has no season"),
    ):
        answer = qgis_process.run(
            "velocity", {"TIMESERIES": series, "VELOCITY": tmp_path / "v.tif", **more}
        )
        assert answer.code == 1 and what in answer.stderr
        assert "Traceback" not in answer.stderr
    assert not (tmp_path / "v.tif").exists()

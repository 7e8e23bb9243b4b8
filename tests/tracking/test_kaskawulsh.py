# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Published quality of a velocity map of Kaskawulsh glacier, from the map."""

import importlib.util
import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("osgeo.gdal", reason="GDAL for Python is not on this machine")
pytest.importorskip("sklearn", reason="scikit-learn is not on this machine")

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("kaskawulsh", FOLDER / "accuracy_kaskawulsh.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["kaskawulsh"] = module
    spec.loader.exec_module(module)
    return module


def test_published_metrics(bench, shared_data):
    folder = shared_data("glaft_kaskawulsh")
    rows = bench.published(folder)
    row = bench.row_of_the_map(rows)
    found = bench.metrics(folder, *bench.read_map(folder))
    for key, column in bench.COLUMNS.items():
        assert found[key] == pytest.approx(float(row[column]), rel=1e-6), key
    assert len(rows) == 172
    rank, count, quartiles = bench.standing(rows, "strain_along")
    assert (rank, count) == (4, 172)
    assert float(row[bench.COLUMNS["strain_along"]]) < quartiles[0]


def test_width_of_a_normal_law(bench):
    """Two standard deviations, smeared by the kernel."""
    values = np.random.default_rng(0).normal(0, [[1.0], [2.0]], (2, 20000))
    found = bench.spread(values)
    kernel = 2.1991 * np.sqrt(2) * 20000 ** (-1 / 6)
    smeared = 2 * np.sqrt(np.array([1.0, 4.0]) + kernel**2 / 6)
    np.testing.assert_allclose(found.width, smeared, rtol=0.1)


def test_strain_along_a_turned_flow(bench):
    """Eight times the physical rates, whatever the way of the flow."""
    row, col = np.mgrid[:40, :40].astype(float)
    x, y = 60 * (col - 20), -60 * (row - 20)
    for angle in np.radians([20, 110, 250]):
        along = x * np.cos(angle) + y * np.sin(angle)
        across = -x * np.sin(angle) + y * np.cos(angle)
        speed = 9 + 3e-4 * along + 5e-4 * across
        ice = (row > 2) & (row < 37) & (col > 2) & (col < 37)
        strain = bench.flow_strain(speed * np.cos(angle), speed * np.sin(angle), ice, 60.0)
        # Near the edge the median takes in what is beyond the map.
        inner = np.median(strain, axis=1)
        np.testing.assert_allclose(inner, [8 * 3e-4, 4 * 5e-4], rtol=1e-9)

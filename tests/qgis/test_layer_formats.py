# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""FlatGeobuf in QGIS: written with its style, and clicked in the explorer."""
# ruff: noqa: F811 (fixtures are arguments, too)

import numpy as np
import pytest
from explorer_desk import at_desk, points, series  # noqa: F401 (a fixture)
from runs import run_here


def imported(points, target):
    return run_here("importpoints", {"FILES": points.source(), "POINTS": str(target)})


@pytest.fixture
def fgb(plugin, points, tmp_path):
    from qgis.core import QgsVectorLayer

    results, problem = imported(points, tmp_path / "p.fgb")
    assert results, problem
    return QgsVectorLayer(str(tmp_path / "p.fgb"), "p", "ogr")


def test_it_has_its_style_and_alias(fgb):
    assert fgb.isValid() and fgb.featureCount() == 6
    fields = fgb.fields()
    assert fields[fields.indexOf("velocity_mm_yr")].alias() == "velocity"
    assert fgb.renderer().type() != "singleSymbol"
    _, found = fgb.loadDefaultMetadata()
    assert found and "importpoints" in fgb.metadata().history()[0]


def test_the_explorer_asks_its_own_index(fgb, monkeypatch):
    from groundshift.ui.explorer import nearest

    monkeypatch.setattr(nearest, "SMALL", 1)
    with at_desk([fgb]) as desk:
        desk.click_point(0, 0)
        (one,) = desk.series.shown
        np.testing.assert_allclose(one.trace.values, series(-20.0), atol=0.006)
        desk.click_point(1, 2)
        assert desk.rates == pytest.approx([30.0], abs=0.3)


def test_geoparquet_where_qgis_cannot_open_it(plugin, points, tmp_path):
    from groundshift.algorithms.formats.vectors.parquet import has_driver

    if has_driver():
        pytest.skip("QGIS opens GeoParquet here")
    results, problem = imported(points, tmp_path / "p.parquet")
    assert not results and not (tmp_path / "p.parquet").exists()
    assert "POINTS" in problem and ".gpkg or .fgb" in problem

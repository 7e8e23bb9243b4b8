# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The explorer dock in a real QGIS window, on a virtual screen."""
# ruff: noqa: F811 (fixtures are arguments, too)

from pathlib import Path

import numpy as np
import pytest
from explorer_desk import NAMES, YEARS, points, rates_raster  # noqa: F401 (fixtures)
from runs import window_script


@pytest.fixture
def window():
    return window_script("explorer_window")


def test_a_visit(window, points, rates_raster, tmp_path):
    from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
    from qgis.PyQt.QtGui import QImage

    grid, values, _ = read_raster(rates_raster.source())
    write_raster(tmp_path / "height.tif", grid, values[0] + 100, [BandInfo("height_m", "m")])
    bands = [BandInfo(f"displacement_mm_{name[1:]}", "mm") for name in NAMES]
    moved = np.array([values[0] * year for year in YEARS])
    write_raster(tmp_path / "displacement.tif", grid, moved, bands)
    out = tmp_path / "out"
    report = window.run(tmp_path, Path(points.source().split("|")[0]), out)
    assert report["problem"] == ""
    assert report["raster"][0].startswith("\u221230.0 ± ")
    assert len(report["raster"]) == 3
    assert report["points"][0].startswith("\u221220.") and len(report["points"]) == 2
    # QGIS' own temporal controller moves the points.
    assert report["controller"]["frames"] == 40
    assert report["controller"]["different"] >= 4
    assert report["moving"]["frames"] == 40 and report["moving"]["different"] >= 4
    for name in ("raster.png", "profile.png", "moving.png", "points.png"):
        picture = QImage(str(out / name))
        seen = {picture.pixel(x, y) for x in range(0, 1500, 9) for y in range(0, 950, 9)}
        assert picture.width() == 1500 and len(seen) > 100, name
    assert b"acTL" in (out / "animation.png").read_bytes()[:60]

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The start page in a real QGIS window, on a virtual screen."""

import pytest
from runs import window_script


@pytest.fixture
def window():
    return window_script("welcome_window")


def test_first_start(window, qgis_application, tmp_path):
    from qgis.PyQt.QtGui import QImage

    report = window.run(tmp_path)
    assert report["problem"] == ""
    # Newer QGIS puts the tool's group before its name.
    for tool, name in (
        (window.TOOL, "Small-baseline chain"),
        (window.MODEL, "Interferograms to motion points"),
    ):
        (title,) = report[tool]
        assert title.split(" - ")[-1] == name
    assert "True velocity" in report["closed"], "a dialog that is closed lets its tool end"
    assert report["message"].startswith("The demo scene is on the map")
    assert {"Velocity (mm/yr)", "Motion points (mm/yr)"} <= set(report["layers"])
    assert report["crs"] == "EPSG:32633"
    assert report["unloaded"] is True
    picture = QImage(str(tmp_path / "demo.png"))
    seen = {
        picture.pixel(x, y)
        for x in range(picture.width() // 2, picture.width() * 3 // 4, 5)
        for y in range(picture.height() // 3, picture.height() * 2 // 3, 5)
    }
    assert len(seen) > 50, "the velocity map is drawn"

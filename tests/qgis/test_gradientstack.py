# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase gradients as a user runs them, by the defaults."""

from runs import succeeded


def test_qgis_process_by_the_defaults(qgis_process, tmp_path):
    from wrapped_stack import UTM, slide, write_stack

    write_stack(tmp_path / "s.h5", slide(UTM.shape, 60, 100, 10, -0.04), noise=0.3)
    outputs = {name: str(tmp_path / f"{name}.tif") for name in ("GRADIENT", "MAGNITUDE")}
    outputs["CANDIDATES"] = str(tmp_path / "c.gpkg")
    found = succeeded(
        qgis_process.run("gradientstack", {"STACK": str(tmp_path / "s.h5"), **outputs})
    )
    assert (found["PAIRS"], found["COUNT"], found["PIXELS"]) == (69, 1, 120 * 160)
    names = {path.name for path in tmp_path.iterdir()}
    assert {"GRADIENT.tif", "GRADIENT.qml", "MAGNITUDE.tif", "c.gpkg", "c.qml"} <= names

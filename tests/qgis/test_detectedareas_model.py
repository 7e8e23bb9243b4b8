# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From a folder of interferograms over detected objects to their active areas, by the model."""

import numpy as np
import pytest
from runs import run_here, succeeded

SCENE = {
    "FORMAT": "licsar", "ROWS": 120, "COLS": 140, "DATES": 9, "CONNECTIONS": 2, "SEED": 5,
    "BOWLS": 2, "BOWL_RATE": -700, "LANDSLIDES": 0, "SEASONAL": 0,
}  # fmt: skip


@pytest.fixture(scope="module")
def scene(plugin, tmp_path_factory):
    folder = tmp_path_factory.mktemp("district")
    parameters = {**SCENE, "FOLDER": str(folder / "scene"), "TRUE_SOURCES": str(folder / "s.gpkg")}
    _, problem = run_here("simulatestack", parameters)
    assert not problem
    return folder


def test_detect_cut_series_areas(qgis_process, scene, tmp_path):
    from groundshift.algorithms.formats.vectors.features import read_polygons
    from groundshift.algorithms.formats.vectors.shapes import envelopes

    places = {
        "detectmotion:Objects that move": "objects.gpkg", "detectmotion:Cut stack": "cut.h5",
        "detectmotion:Cut geometry": "geometry.h5", "smallbaseline:Velocity": "velocity.tif",
        "activeareas:Active areas": "areas.gpkg",
    }  # fmt: skip
    parameters = {
        "folder": scene / "scene", "margin": 1500,
        **{name: tmp_path / file for name, file in places.items()},
    }  # fmt: skip
    succeeded(qgis_process.run("detectedareas", parameters))
    assert set(places.values()) <= {path.name for path in tmp_path.iterdir()}
    objects = read_polygons(tmp_path / "objects.gpkg")
    areas = read_polygons(tmp_path / "areas.gpkg")
    assert len(objects.wkb) and len(areas.wkb)
    low_x, high_x, low_y, high_y = envelopes(objects.wkb).T
    found = envelopes(areas.wkb)
    touched = [
        ((found[:, 0] < b) & (found[:, 1] > a) & (found[:, 2] < d) & (found[:, 3] > c)).any()
        for a, b, c, d in zip(low_x, high_x, low_y, high_y)
    ]
    assert np.mean(touched) >= 0.5

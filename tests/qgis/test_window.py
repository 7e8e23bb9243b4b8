# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The chain through the dialogs of a real QGIS window, on a virtual screen."""

from pathlib import Path

import pytest
from runs import window_script

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def screenshot():
    return window_script("screenshot")


@pytest.fixture(scope="module")
def window(screenshot, tmp_path_factory):
    """Folder and report of a run on a small simulated scene."""
    from groundshift.algorithms.data.simulation import SimulationOptions, simulate
    from groundshift.algorithms.data.tools.simulating import epsg_for, write_simulation

    out = tmp_path_factory.mktemp("window")
    epsg = epsg_for("licsar", 13.0, 46.4)
    scene = simulate(SimulationOptions(rows=60, cols=80, dates=10, connections=3, epsg=epsg))
    write_simulation(scene, out / "scene", "licsar")
    cache = ROOT / "build" / "numba-cache"
    report = screenshot.run(out / "scene", out / "result", NUMBA_CACHE_DIR=cache)
    assert report["problem"] == ""
    return out / "result", report


@pytest.fixture
def layers(window):
    return {layer["file"]: layer for layer in window[1]["layers"]}


def test_nothing_is_complained_about(window):
    assert window[1]["log"] == []


def test_the_layers_are_in_the_groups_of_their_tools(layers):
    groups = {}
    for layer in layers.values():
        groups.setdefault(layer["group"], set()).add(layer["file"])
    assert groups == {
        "Groundshift: SBAS inversion": {
            "velocity_mm_yr.tif", "velocity_std_mm_yr.tif", "temporal_coherence.tif",
            "network_subsets.tif", "pair_count.tif", "displacement_mm.tif",
        },
        "Groundshift: Velocity model": {"velocity_model.tif"},
        "Groundshift: Time series to points": {"points.gpkg"},
    }  # fmt: skip


@pytest.mark.parametrize(
    "name", ["velocity_mm_yr.tif", "velocity_model.tif", "displacement_mm.tif", "points.gpkg"]
)
def test_colours_of_motion_are_centred_on_zero(layers, name):
    low, high = layers[name]["limits"]
    assert low == -high < 0


@pytest.mark.parametrize("name", ["velocity_std_mm_yr.tif", "pair_count.tif"])
def test_colours_of_quality_begin_at_zero(layers, name):
    low, high = layers[name]["limits"]
    assert low == 0 < high


def test_rasters_are_coloured_and_see_through_where_there_is_no_data(layers):
    for name, layer in layers.items():
        if name.endswith(".tif"):
            assert layer["renderer"] == "singlebandpseudocolor", name
            assert layer["nodata"], name


def test_units_are_in_the_names(layers):
    assert layers["velocity_mm_yr.tif"]["bands"] == ["Band 1: velocity_mm_yr"]
    assert layers["velocity_std_mm_yr.tif"]["bands"] == ["Band 1: velocity_std_mm_yr"]
    assert all("_mm_20" in name for name in layers["displacement_mm.tif"]["bands"])
    assert layers["points.gpkg"]["field"] == "velocity_mm_yr"
    assert all(label.endswith(" mm/yr") for label in layers["points.gpkg"]["labels"])


def test_layers_know_their_time_and_how_they_were_made(layers):
    for name in ("velocity_mm_yr.tif", "velocity_model.tif", "points.gpkg"):
        assert layers[name]["temporal"], name
    history = layers["points.gpkg"]["history"]
    assert history[0].startswith("groundshift:timeseriestopoints (Groundshift ")
    assert "MIN_TEMPORAL_COHERENCE = 0.7" in history


def test_there_are_pictures_of_the_window_and_a_dialog(window, qgis_application):
    from qgis.PyQt.QtGui import QImage

    out, _ = window
    picture = QImage(str(out / "window.png"))
    assert (picture.width(), picture.height()) == (1600, 1000)
    canvas = {picture.pixel(x, y) for x in range(320, 1280, 8) for y in range(120, 940, 8)}
    assert len(canvas) > 100, "the map is drawn"
    assert QImage(str(out / "sbas.png")).width() == 1100

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Simulated radar images through the real QGIS: results, styles, import, bad input, cancelling."""

import json
import re

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.simulation import SlcOptions, simulate_slc
from groundshift.algorithms.formats.rasters import read_raster
from runs import contents, one_sentence, run_here, succeeded

SMALL = {"ROWS": 60, "COLS": 80, "DATES": 6, "SEED": 5}


def test_product_truth_and_import(qgis_process, tmp_path):
    from osgeo import ogr

    done = succeeded(
        qgis_process.run(
            "simulateslc",
            {**SMALL, "FORMAT": "opera", "DUAL_POL": True, "FOLDER": tmp_path / "scene",
             "TRUE_VELOCITY": tmp_path / "v.tif", "COVER": tmp_path / "cover.tif",
             "SCATTERERS": tmp_path / "ps.gpkg", "TRUE_COHERENCE": tmp_path / "coherence.tif"},
        )
    )  # fmt: skip
    truth = simulate_slc(SlcOptions(rows=60, cols=80, dates=6, seed=5, dual_pol=True))
    assert done["DATE_COUNT"] == 6
    assert done["SCATTERER_COUNT"] == truth.ps.sum()
    assert done["VH_COUNT"] == truth.scatterers.row.size - truth.ps.sum()
    assert done["SLOWEST"] == pytest.approx(1e3 * truth.velocity.min(), rel=1e-4)
    for name in ("v", "cover", "ps", "coherence"):
        assert (tmp_path / f"{name}.qml").exists(), name
    _, velocity, _ = read_raster(tmp_path / "v.tif")
    np.testing.assert_allclose(velocity[0], 1e3 * truth.velocity, rtol=1e-4, atol=1e-4)
    source = ogr.Open(str(tmp_path / "ps.gpkg"))
    assert source.GetLayer().GetFeatureCount() == truth.scatterers.row.size
    imported = succeeded(
        qgis_process.run(
            "importslc", {"FOLDER": tmp_path / "scene", "STACK": tmp_path / "slcStack.h5"}
        )
    )
    assert imported
    with h5py.File(tmp_path / "slcStack.h5") as file:
        # Another process may add up in another order.
        np.testing.assert_allclose(file["slc"][3], truth.image(3), rtol=1e-3, atol=1e-6)
        np.testing.assert_allclose(file["slc_VH"][3], truth.image(3, "VH"), rtol=1e-3, atol=1e-6)
        assert file.attrs["FLATTENED"] == "yes"


def test_choices_reach_the_images(plugin, tmp_path):
    results, problem = run_here(
        "simulateslc",
        {**SMALL, "FORMAT": "mintpy", "COORDINATES": "radar", "FLATTENED": "no", "STRIPES": True,
         "WATER": 0, "URBAN": 0, "VEGETATION": 1, "BARE": 1, "DECAY_FACTOR": 3,
         "DENSITY_FACTOR": 0.5, "LEAST_SCR": 9, "MOST_SCR": 12, "WAVELENGTH": 0.236,
         "CENTER": "-70.5,-33.2", "FIRST_DATE": "2021-03-04", "FOLDER": tmp_path / "scene",
         "TRUE_VELOCITY": tmp_path / "v.tif"},
    )  # fmt: skip
    assert not problem
    options = json.loads((tmp_path / "scene/simulation.json").read_text())["options"]
    assert (options["coordinates"], options["flattened"]) == ("radar", False)
    assert (options["layout"], options["wavelength"]) == ("stripes", 0.236)
    assert options["scr_db"] == [9, 12] and options["first_date"] == "2021-03-04"
    kinds = {kind["name"]: kind for kind in options["classes"]}
    assert kinds["vegetation"]["tau_days"] == 90 and kinds["urban"]["ps_per_km2"] == 1250
    assert [kinds[n]["share"] for n in ("water", "vegetation", "bare", "urban")] == [0, 1, 1, 0]
    grid, _, _ = read_raster(tmp_path / "v.tif")
    x, y = grid.xy(grid.rows / 2, grid.cols / 2)
    assert abs(x + 70.5) < 0.01 and abs(y + 33.2) < 0.01


CASES = {
    "few rows": ({"ROWS": 3}, "ROWS.*from 16"),
    "unknown format": ({"FORMAT": "roi_pac"}, "FORMAT.*roi_pac.*opera"),
    "radar for opera": ({"FORMAT": "opera", "COORDINATES": "radar"}, "opera is in map coord"),
    "map for gamma": ({"FORMAT": "gamma", "COORDINATES": "map"}, "gamma is in radar coord"),
    "opera not flattened": ({"FORMAT": "opera", "FLATTENED": "no"}, "always come without"),
    "opera in L band": ({"FORMAT": "opera", "WAVELENGTH": 0.236}, "Sentinel-1"),
    "ratios swapped": ({"LEAST_SCR": 20, "MOST_SCR": 5}, "scr_db is 5.*between 20"),
    "radians": ({"INCIDENCE": 0.66}, "INCIDENCE"),
    "no date": ({"FIRST_DATE": "spring"}, "spring"),
    "not on earth": ({"CENTER": "500,100"}, "[Cc]ent"),
    "ending": ({"SCATTERERS": "{}/a.shp"}, "SCATTERERS.*gpkg"),
    "two outputs": ({"TRUE_VELOCITY": "{}/a.tif", "COVER": "{}/a.tif"}, "two outputs"),
}


@pytest.mark.parametrize("title", CASES)
def test_one_sentence_and_nothing_left(title, plugin, tmp_path):
    given, says = CASES[title]
    given = {k: v.format(tmp_path) if isinstance(v, str) else v for k, v in given.items()}
    results, problem = run_here("simulateslc", {**SMALL, "FOLDER": tmp_path / "scene", **given})
    assert results == {}
    assert re.search(says, one_sentence(problem)), problem
    assert contents(tmp_path) == {}


def test_a_folder_of_something_else_is_left_alone(plugin, tmp_path):
    (tmp_path / "scene").mkdir()
    (tmp_path / "scene/mine.txt").write_text("x")
    _, problem = run_here("simulateslc", {**SMALL, "FOLDER": tmp_path / "scene"})
    assert "is not empty" in one_sentence(problem)
    assert set(contents(tmp_path / "scene")) == {"mine.txt"}


@pytest.mark.parametrize("share", [0, 20, 80])
def test_cancelling_leaves_nothing(share, plugin, tmp_path):
    from qgis.core import QgsProcessingFeedback

    class Impatient(QgsProcessingFeedback):
        """Cancels as soon as the bar reaches a share."""

        problem = ""

        def reportError(self, text, fatalError=False):
            self.problem = text

        def watch(self, progress):
            if progress >= share:
                self.cancel()

    feedback = Impatient()
    feedback.progressChanged.connect(feedback.watch)
    if not share:
        feedback.cancel()
    targets = {"FOLDER": tmp_path / "scene", "TRUE_VELOCITY": tmp_path / "v.tif"}
    results, problem = run_here(
        "simulateslc", {**SMALL, "ROWS": 200, "FORMAT": "isce2", **targets}, feedback=feedback
    )
    assert results == {}
    assert one_sentence(problem) == "Cancelled; nothing was written."
    assert contents(tmp_path) == {}

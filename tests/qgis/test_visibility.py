# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Visibility as a user runs it."""

import shutil

import pytest
from runs import one_sentence, run_here, succeeded


def parameters(folder, dem):
    return {
        "DEM": str(dem), "INCIDENCE_2": 39, "HEADING_2": 192, "CLASSES": str(folder / "first.tif"),
        "MEASURES": str(folder / "measures.tif"), "CLASSES_2": str(folder / "second.tif"),
        "COMBINED": str(folder / "both.tif"), "SHARES": str(folder / "shares.csv"),
    }  # fmt: skip


@pytest.fixture(scope="module")
def dem(shared_data, tmp_path_factory):
    """A copy: QGIS writes what it learns of a raster beside it, and complains where it cannot."""
    source = shared_data("srtm3_italy") / "N42E012.hgt"
    return shutil.copy(source, tmp_path_factory.mktemp("dem"))


def test_qgis_process(qgis_process, dem, tmp_path):
    results = succeeded(qgis_process.run("visibility", parameters(tmp_path, dem)))
    assert 95 < results["SEEN"] < 100
    assert results["SEEN_BY_NONE"] < 0.1
    names = {path.name for path in tmp_path.iterdir()}
    assert {"first.tif", "first.qml", "first.qmd", "both.qml", "shares.csv"} <= names


def test_classes_are_named_in_the_legend(plugin, dem, tmp_path):
    from qgis.core import QgsRasterLayer

    run_here("visibility", parameters(tmp_path, dem))
    layer = QgsRasterLayer(str(tmp_path / "first.tif"), "first")
    labels = [text for text, _ in layer.renderer().legendSymbologyItems()]
    assert labels[0] == "active layover" and labels[-1] == "visible, flat"
    assert len(labels) == 11
    both = QgsRasterLayer(str(tmp_path / "both.tif"), "both")
    assert len(both.renderer().legendSymbologyItems()) == 5


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"INCIDENCE": 0.6}, "Incidence (degrees)"),
        ({"DEM": "nowhere.tif"}, "Elevation model"),
        ({"HEADING_2": None}, "heading is missing"),
    ],
)
def test_one_sentence(plugin, dem, tmp_path, change, words):
    values = {**parameters(tmp_path, dem), **change}
    values = {k: v for k, v in values.items() if v is not None}
    results, problem = run_here("visibility", values)
    assert results == {} and words in one_sentence(problem)
    assert not list(tmp_path.iterdir())

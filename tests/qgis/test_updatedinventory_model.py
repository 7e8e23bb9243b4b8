# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From a folder of interferograms to an updated landslide inventory, by the shipped model."""

import pytest
from runs import run_here, succeeded

SCENE = {"FORMAT": "licsar", "ROWS": 120, "COLS": 120, "DATES": 20, "LANDSLIDES": 4, "SEED": 3}


@pytest.fixture(scope="module")
def scene(plugin, tmp_path_factory):
    folder = tmp_path_factory.mktemp("mountains")
    sources = folder / "sources.gpkg"
    parameters = {**SCENE, "FOLDER": str(folder / "scene"), "TRUE_SOURCES": str(sources)}
    _, problem = run_here("simulatestack", parameters)
    assert not problem
    from osgeo import gdal

    gdal.VectorTranslate(
        str(folder / "slides.gpkg"), str(sources), where="kind = 'landslide'", layerName="slides"
    )
    return folder


def test_stack_to_inventory(qgis_process, scene, tmp_path):
    from groundshift.algorithms.formats.vectors.features import read_polygons

    places = {
        "smallbaseline:Velocity": "velocity.tif",
        "slopevelocity:Rates along the slope": "slope.gpkg",
        "activeareas:Active areas": "areas.gpkg",
        "updateinventory:Updated inventory": "updated.gpkg",
        "updateinventory:Candidates": "candidates.gpkg",
        "updateinventory:Report": "report.html",
    }
    parameters = {
        "folder": scene / "scene", "inventory": scene / "slides.gpkg",
        "dem": next((scene / "scene").rglob("*.geo.hgt.tif")),
        **{name: tmp_path / file for name, file in places.items()},
    }  # fmt: skip
    succeeded(qgis_process.run("updatedinventory", parameters))
    assert set(places.values()) <= {path.name for path in tmp_path.iterdir()}
    mapped = read_polygons(scene / "slides.gpkg")
    updated = read_polygons(tmp_path / "updated.gpkg")
    assert len(updated.wkb) == len(mapped.wkb) > 0
    targets = updated.numbers("targets")
    assert targets.max() >= 5
    assert ((updated.texts("activity") == "not assessed") | (targets >= 5)).all()
    assert "inventory" in (tmp_path / "report.html").read_text().lower()

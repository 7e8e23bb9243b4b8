# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Suitability, rates along slopes and decomposition as a user runs them."""

import re

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.los import from_incidence_heading
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.tables import read_table, write_table
from runs import one_sentence, refusal, run_here, succeeded

UTM = wkt_from_epsg(32633)
GRID = Grid(80, 100, (500000.0, 30.0, 0.0, 4700000.0, 0.0, -30.0), UTM)
ORBITS = {"asc": (39.0, 348.0), "desc": (36.0, 192.0)}


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """A slope to the east that slides, seen by two orbits; land cover; points."""
    folder = tmp_path_factory.mktemp("scene")
    rows, cols = np.indices(GRID.shape)
    height = (2000 - 30.0 * cols * np.tan(np.radians(20)) + 0.0 * rows).astype(np.float32)
    write_raster(folder / "dem.tif", GRID, height, [BandInfo("height", "m")])
    east, up = 12 * np.cos(np.radians(20)), -12 * np.sin(np.radians(20))
    for name, angles in ORBITS.items():
        seen = from_incidence_heading(*angles).project(east, 0.0, up)
        # Not the same all over: QGIS complains of bands that are.
        wave = 1e-5 * np.sin(rows + cols)
        layers = np.stack([seen + wave, 1 + wave]).astype(np.float32)
        bands = [BandInfo("velocity_mm_yr", "mm/yr"), BandInfo("velocity_std_mm_yr", "mm/yr")]
        write_raster(folder / f"{name}.tif", GRID, layers, bands)
        x, y = GRID.xy(rows[10:60:10, 10:60:10].ravel(), cols[10:60:10, 10:60:10].ravel())
        columns = {"velocity_mm_yr": np.full(x.shape, seen), "site": np.arange(len(x))}
        write_table(folder / f"{name}.gpkg", UTM, x, y, columns)
    codes = np.where(cols < 50, 112, 311).astype(np.uint16).astype(np.float32)
    write_raster(folder / "cover.tif", GRID, codes, [BandInfo("code")])
    return folder


def angles(name, suffix=""):
    return {f"INCIDENCE{suffix}": ORBITS[name][0], f"HEADING{suffix}": ORBITS[name][1]}


def both(scene, kind="tif"):
    return {
        "RATES": str(scene / f"asc.{kind}"), **angles("asc"),
        "RATES_2": str(scene / f"desc.{kind}"), **angles("desc", "_2"),
    }  # fmt: skip


def test_slope_velocity_of_points(qgis_process, scene, tmp_path):
    out = tmp_path / "slope.gpkg"
    results = succeeded(
        qgis_process.run("slopevelocity", {
            "RATES": str(scene / "asc.gpkg"), "DEM": str(scene / "dem.tif"), **angles("asc"),
            "POINTS": str(out),
        })
    )  # fmt: skip
    assert results["KEPT"] == 25 and results["UP_SLOPE"] == 0
    assert results["MEDIAN"] == pytest.approx(12.0, abs=0.05)
    table = read_table(out)
    assert "site" in table.columns and out.with_suffix(".qml").exists()


def test_slope_velocity_of_a_raster_and_its_legend(plugin, scene, tmp_path):
    from qgis.core import QgsRasterLayer

    results, problem = run_here("slopevelocity", {
        "RATES": scene / "desc.tif", "DEM": scene / "dem.tif", **angles("desc"),
        "RASTER": tmp_path / "slope.tif", "STATUS": tmp_path / "status.tif",
        "LEAST_SENSITIVITY": 0.1,
    })  # fmt: skip
    assert not problem and results["MEDIAN"] == pytest.approx(12.0, abs=0.05)
    layer = QgsRasterLayer(str(tmp_path / "status.tif"), "status")
    labels = [text for text, _ in layer.renderer().legendSymbologyItems()]
    assert labels[0] == "down-slope" and len(labels) == 7


@pytest.mark.parametrize("kind", ["tif", "gpkg"])
def test_decompose(qgis_process, scene, tmp_path, kind):
    results = succeeded(
        qgis_process.run("decompose", {
            **both(scene, kind), "UP": str(tmp_path / "up.tif"), "EAST": str(tmp_path / "east.tif"),
            "QUALITY": str(tmp_path / "q.tif"), **({"CELL": 300} if kind == "gpkg" else {}),
        })
    )  # fmt: skip
    assert results["MEDIAN_EAST"] == pytest.approx(12 * np.cos(np.radians(20)), abs=1e-3)
    assert results["MEDIAN_UP"] == pytest.approx(-12 * np.sin(np.radians(20)), abs=1e-3)
    assert results["CONDITION"] < 1.5 and "RESIDUAL" not in results
    assert (tmp_path / "up.qml").exists() and (tmp_path / "east.qmd").exists()


def test_decompose_along_the_aspect(plugin, scene, tmp_path):
    results, problem = run_here("decompose", {
        **both(scene), "HORIZONTAL": "aspect", "DEM": scene / "dem.tif",
        "UP": tmp_path / "up.tif", "EAST": tmp_path / "along.tif",
    })  # fmt: skip
    assert not problem
    assert results["MEDIAN_EAST"] == pytest.approx(12 * np.cos(np.radians(20)), abs=0.02)
    _, layers, _ = read_raster(tmp_path / "along.tif")
    assert np.nanmedian(layers[3]) == pytest.approx(-20.0, abs=0.2)


def test_suitability(qgis_process, scene, tmp_path):
    results = succeeded(
        qgis_process.run("suitability", {
            "DEM": str(scene / "dem.tif"), **angles("asc"), "LAND_COVER": str(scene / "cover.tif"),
            "SCORES": ["311", "0", "forest"], "TARGETS": str(scene / "asc.gpkg"),
            "CLASSES": str(tmp_path / "c.tif"), "INDEX": str(tmp_path / "i.tif"),
            "SHARES": str(tmp_path / "s.csv"),
        })
    )  # fmt: skip
    assert results["NONE"] == pytest.approx(50) and results["HIGH"] == pytest.approx(50)
    assert results["DENSITY_HIGH"] > 0
    assert {p.name for p in tmp_path.iterdir()} >= {"c.tif", "c.qml", "i.tif", "s.csv"}


REFUSALS = {
    "slopevelocity: no look": (
        "slopevelocity", {"INCIDENCE": None, "HEADING": None}, "line of sight is not known"),
    "slopevelocity: dem without crs": ("slopevelocity", {"DEM": "nocrs.tif"}, "no CRS"),
    "slopevelocity: words": ("slopevelocity", {"RATES": "words.gpkg"}, "is not (a layer|accepted)"),
    "slopevelocity: field": ("slopevelocity", {"RATES": "asc.gpkg", "RATE_FIELD": "nothing"},
                             "has no field|RATE_FIELD"),
    "decompose: same orbit": (
        "decompose", {"RATES_2": "asc.tif", **{f"{k}_2": v for k, v in angles("asc").items()}},
        "too much alike"),
    "decompose: one": ("decompose", {"RATES_2": None}, "RATES_2"),
    "decompose: aspect without dem": ("decompose", {"HORIZONTAL": "aspect"}, "aspect"),
    "decompose: area without point": ("decompose", {"REFERENCE": "area"}, "REFERENCE_POINT"),
    "decompose: north of nothing": ("decompose", {"NORTH_MOTION": "n.tif"}, "nothing tells north"),
    "suitability: no view": ("suitability", {"DEM": None}, "MEASURES"),
    "suitability: scores": ("suitability", {"SCORES": ["311", "5", "x"]}, "a score from 0 to 1"),
    "suitability: rows": ("suitability", {"SCORES": ["311", "0.5"]}, "no rows of 3"),
    "suitability: limits": ("suitability", {"LIMITS": "0.1, x"}, "LIMITS"),
    "suitability: visibility alone": ("suitability", {"VISIBILITY": "cover.tif"}, "belongs to"),
    "suitability: scheme": ("suitability", {"SCHEME": "worldcover"}, "none of its classes"),
}  # fmt: skip


@pytest.mark.parametrize("title", REFUSALS)
def test_one_sentence(plugin, scene, tmp_path, title):
    tool, change, words = REFUSALS[title]
    if not (scene / "words.gpkg").exists():
        (scene / "words.gpkg").write_text("words")
        none = Grid(80, 100, GRID.transform, "")
        write_raster(scene / "nocrs.tif", none, np.zeros(GRID.shape, "f4"), [BandInfo("h")])
    outputs = {
        "slopevelocity": {"RASTER": "r.tif", "POINTS": "p.gpkg"},
        "decompose": {"UP": "u.tif", "EAST": "e.tif"},
        "suitability": {"CLASSES": "c.tif"},
    }[tool]
    good = {
        "slopevelocity": {"RATES": scene / "asc.tif", "DEM": scene / "dem.tif", **angles("asc")},
        "decompose": both(scene),
        "suitability": {"DEM": scene / "dem.tif", "LAND_COVER": scene / "cover.tif"},
    }[tool]
    given = {**good, **{name: tmp_path / file for name, file in outputs.items()}}
    for name, value in change.items():
        is_file = isinstance(value, str) and value.endswith((".tif", ".gpkg"))
        given[name] = (tmp_path if name == "NORTH_MOTION" else scene) / value if is_file else value
    results, problem = run_here(tool, {k: v for k, v in given.items() if v is not None})
    assert results == {}, "it ran"
    assert re.search(words, one_sentence(problem)), problem
    assert not list(tmp_path.iterdir())


def test_a_refusal_through_qgis_process(qgis_process, scene, tmp_path):
    run = qgis_process.run("decompose", {
        **both(scene), "RATES_2": str(scene / "asc.tif"), **angles("asc", "_2"),
        "UP": str(tmp_path / "u.tif"), "EAST": str(tmp_path / "e.tif"),
    })  # fmt: skip
    assert "too much alike" in refusal(run)
    assert not list(tmp_path.iterdir())

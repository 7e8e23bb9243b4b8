# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters, fields and layers that are not what a tool takes them for are refused in a sentence."""

import numpy as np
import pytest
import slope_scene
from groundshift.algorithms.areas.tools.area_points import read_area_points
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.elevation import Elevation
from groundshift.algorithms.formats.measurements import Fields, RateLayer
from groundshift.algorithms.formats.quantities import ANGLE, HEIGHT, RATE, told_by
from groundshift.algorithms.formats.raster_rates import open_rates
from groundshift.algorithms.formats.vectors.features import read_polygons, write_polygons
from groundshift.algorithms.formats.vectors.tables import write_table
from groundshift.algorithms.formats.vectors.wkb import polygon_wkb
from groundshift.algorithms.source.tools.displacement_source import (
    DisplacementSource,
    open_displacement,
)
from groundshift.algorithms.toolbox import call

UTM, DEGREES = wkt_from_epsg(32633), wkt_from_epsg(4326)
GRID = Grid(40, 50, (500_000.0, 30.0, 0.0, 5_000_000.0, 0.0, -30.0), UTM)


def raster(path, values, band="", unit="", grid=GRID, colours=None):
    """A GeoTIFF made by GDAL alone, with or without words about itself."""
    from osgeo import gdal, gdal_array

    kind = gdal_array.NumericTypeCodeToGDALTypeCode(values.dtype.type)
    out = gdal.GetDriverByName("GTiff").Create(str(path), grid.cols, grid.rows, 1, kind)
    out.SetGeoTransform(grid.transform)
    out.SetProjection(grid.crs)
    out.GetRasterBand(1).WriteArray(values)
    if band:
        out.GetRasterBand(1).SetDescription(band)
    if unit:
        out.GetRasterBand(1).SetUnitType(unit)
    if colours:
        out.GetRasterBand(1).SetColorInterpretation(colours)
    out.FlushCache()
    return path


def rates(scale=1.0, dtype=np.float32):
    return (scale * np.random.default_rng(0).normal(0, 5, GRID.shape)).astype(dtype)


@pytest.mark.parametrize(
    ("name", "wanted", "word"),
    [
        ("temporal_coherence", RATE, "coherence"), ("temporalCoherence", RATE, "coherence"),
        ("velocity_std_mm_yr", RATE, "standard deviation"), ("slope_deg", RATE, "slope"),
        ("height", RATE, "height"), ("wrapped_phase", RATE, "phase"), ("class", RATE, "class"),
        ("pair_count", RATE, "count"), ("velocity_mm_yr", HEIGHT, "rate"),
        ("temporal_coherence", ANGLE, "coherence"), ("velocity_mm_yr", RATE, ""),
        ("slope_velocity_mm_yr", RATE, ""), ("east_mm_yr", RATE, ""), ("los_mm", RATE, ""),
        ("Band 1", RATE, ""), ("", RATE, ""), ("dem_error_corrected_velocity", RATE, ""),
        ("height_change", RATE, ""), ("azimuth_mm_yr", RATE, ""),
        ("standard_error_mm_yr", RATE, "standard deviation"), ("elevation", HEIGHT, ""),
        ("incidence_deg", ANGLE, ""),
        ("los_east", ANGLE, ""), ("mean_velocity", RATE, ""),
    ],
)  # fmt: skip
def test_names(name, wanted, word):
    assert word in told_by(name, wanted) and bool(told_by(name, wanted)) == bool(word)


@pytest.mark.parametrize(
    ("file", "values", "band", "unit", "words"),
    [
        ("a.tif", rates(), "temporal_coherence", "", "so it is a coherence"),
        ("a.tif", rates(), "velocity_std_mm_yr", "mm/yr", "standard deviation"),
        ("a.tif", rates(), "", "rad", "its unit is rad"),
        ("a.tif", rates(), "", "deg", "its unit is deg"),
        ("20200101_coh.tif", np.abs(rates()), "", "", "its name says that it is a coherence"),
        ("a.tif", np.clip(np.abs(rates(0.1)), 0, 1), "", "", "values go from"),
        ("a.tif", (np.abs(rates()) % 4).astype(np.uint8), "", "", "a map of classes"),
        ("a.tif", rates().astype(np.complex64), "", "", "complex numbers"),
    ],
)
def test_other_rasters_are_no_rates(tmp_path, file, values, band, unit, words):
    """A coherence became an active area of 0.9 mm/yr, a radar image its real part."""
    path = raster(tmp_path / file, values, band, unit)
    with pytest.raises(GroundshiftError, match=words) as problem:
        read_area_points(RateLayer(path, raster=True))
    assert str(problem.value).startswith(str(path)) and str(problem.value).count("\n") == 0
    with pytest.raises(GroundshiftError, match=words):
        open_rates(RateLayer(path, raster=True))


def test_a_picture_is_no_rate(tmp_path):
    from osgeo import gdal

    path = raster(tmp_path / "a.tif", rates().astype(np.uint8), colours=gdal.GCI_RedBand)
    with pytest.raises(GroundshiftError, match="a picture"):
        open_rates(RateLayer(path, raster=True))


@pytest.mark.parametrize(
    ("file", "values", "band", "unit", "given"),
    [
        ("a.tif", rates(), "", "", "mm"), ("a.tif", rates(), "velocity_mm_yr", "mm/yr", "mm"),
        ("coherence_weighted_velocity.tif", rates(), "", "", "mm"),
        ("a.tif", np.clip(np.abs(rates(0.1)), 0, 1), "", "", "m"),
        ("a.tif", np.abs(rates(0.1)), "", "mm/yr", "mm"),
        ("los.tif", rates(), "los_mm", "mm", "mm"),
        ("a.tif", rates().astype(np.int16), "", "", "mm"),
    ],
)  # fmt: skip
def test_rates_pass(tmp_path, file, values, band, unit, given):
    path = raster(tmp_path / file, values, band, unit)
    assert len(read_area_points(RateLayer(path, raster=True, unit=given))[0]) > 1000


def test_each_kind_of_raster_has_its_own_rules(tmp_path):
    phase = raster(tmp_path / "unw.tif", rates(), "phase", "rad")
    open_displacement(DisplacementSource(phase, wavelength=0.0555), lambda text: None)
    coherence = raster(tmp_path / "coh.tif", rates(), "coherence")
    with pytest.raises(GroundshiftError, match="is a coherence"):
        open_displacement(DisplacementSource(coherence, unit="mm"), lambda text: None)
    with pytest.raises(GroundshiftError, match="heights in metres are needed"):
        Elevation(coherence)
    image = raster(tmp_path / "image.tif", rates().astype(np.complex64))
    with pytest.raises(GroundshiftError, match="complex numbers"):
        Elevation(image)


def test_a_field_of_coherences_is_no_rate(tmp_path):
    path = tmp_path / "in.gpkg"
    columns = {"velocity_mm_yr": np.arange(20.0), "coherence": np.full(20, 0.9)}
    write_table(path, UTM, 5e5 + np.arange(20.0), np.full(20, 5e6), columns)
    with pytest.raises(GroundshiftError, match="field 'coherence' says that it is a coherence"):
        read_area_points(RateLayer(path, fields=Fields(rate="coherence")))


def test_metres_that_are_called_degrees(tmp_path):
    """Areas of 72 billion square kilometres were found."""
    path = tmp_path / "in.gpkg"
    x, y = np.random.default_rng(0).uniform(0, 3000, (2, 500))
    write_table(path, DEGREES, x, y, {"velocity_mm_yr": x})
    with pytest.raises(GroundshiftError, match="counts in degrees and its coordinates go to"):
        read_area_points(RateLayer(path))
    shapes = tmp_path / "areas.gpkg"
    ring = np.array([[0, 0], [0, 900], [900, 900], [900, 0], [0, 0.0]])
    write_polygons(shapes, DEGREES, [polygon_wkb([ring])], {"mean_mm_yr": np.ones(1)}, "areas")
    with pytest.raises(GroundshiftError, match="counts in degrees"):
        read_polygons(shapes)
    wrong = Grid(*GRID.shape, GRID.transform, DEGREES)
    for use in (lambda p: open_rates(RateLayer(p, raster=True)), Elevation):
        with pytest.raises(GroundshiftError, match="counts in degrees"):
            use(raster(tmp_path / "a.tif", rates(), grid=wrong))


def test_an_elevation_model_elsewhere(tmp_path):
    """Nothing was found, without a word."""
    scene = slope_scene.write_scene(tmp_path, count=2000)
    away = Grid(200, 200, (9e5, 20.0, 0.0, 4.5e6, 0.0, -20.0), UTM)
    elsewhere = raster(tmp_path / "away.tif", np.zeros((200, 200), np.float32), grid=away)
    with pytest.raises(GroundshiftError, match="lies elsewhere than the points"):
        call("slopeareas", points=scene["ascending"], dem=elsewhere, areas=tmp_path / "out.gpkg")
    assert not (tmp_path / "out.gpkg").exists()
    shapes = tmp_path / "areas.gpkg"
    ring = np.array([[5e5, 5e6], [5e5, 5.001e6], [5.01e5, 5.001e6], [5.01e5, 5e6], [5e5, 5e6]])
    write_polygons(shapes, UTM, [polygon_wkb([ring])], {"mean_mm_yr": np.ones(1)}, "areas")
    with pytest.raises(GroundshiftError, match="lies elsewhere than the active areas"):
        call("classifyareas", areas=shapes, dem=elsewhere, classified=tmp_path / "c.gpkg")


def test_active_areas_elsewhere_are_no_candidates(tmp_path):
    """Candidates were 10,000 km away from every target."""
    scene = slope_scene.write_scene(tmp_path, count=500)

    def square(path, x, y):
        ring = np.array([[0, 0], [0, 1], [1, 1], [1, 0], [0, 0.0]]) * 500 + [x, y]
        columns = {"quality": np.array([1]), "mean_mm_yr": np.array([-20.0])}
        write_polygons(path, UTM, [polygon_wkb([ring])], columns, "areas")
        return path

    inventory = square(tmp_path / "slides.gpkg", 501_000, 5_001_000)
    away = square(tmp_path / "away.gpkg", 501_000, 100_000)
    targets = {"updated": tmp_path / "out.gpkg", "candidates": tmp_path / "candidates.gpkg"}
    with pytest.raises(GroundshiftError, match="no active area lies within 50 km"):
        call(
            "updateinventory", inventory=inventory, points=scene["ascending"], active_areas=away,
            **targets,
        )  # fmt: skip
    assert not (tmp_path / "candidates.gpkg").exists()

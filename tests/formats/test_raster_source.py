# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What rasters declare of their values: no data, scale and offset."""

import pickle

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.product import Band
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.interferograms._common import coherence_band
from groundshift.algorithms.formats.measurements import RateLayer
from groundshift.algorithms.formats.raster_rates import open_rates
from groundshift.algorithms.formats.raster_source import RasterSource, describe
from groundshift.algorithms.formats.regrid import on_grid
from groundshift.algorithms.kept import sources_of
from osgeo import gdal

WHOLE = Window(0, 0, 2, 2)


@pytest.fixture
def packed(tmp_path):
    """Function that writes whole numbers with a scale and an offset."""

    def write(values, kind=gdal.GDT_Int16, scale=None, offset=None, nodata=None, unit=""):
        path = tmp_path / "packed.tif"
        raster = gdal.GetDriverByName("GTiff").Create(str(path), 2, 2, 1, kind)
        raster.SetGeoTransform((5e5, 10, 0, 5e6, 0, -10))
        raster.SetProjection(wkt_from_epsg(32633))
        band = raster.GetRasterBand(1)
        band.WriteArray(np.array(values))
        band.SetUnitType(unit)
        for value, put in (
            (scale, band.SetScale),
            (offset, band.SetOffset),
            (nodata, band.SetNoDataValue),
        ):
            if value is not None:
                put(value)
        del band, raster
        return str(path)

    return write


def read(band):
    with RasterSource(band) as source:
        return source.read(WHOLE)


def test_scale_and_offset_are_applied_and_no_data_is_what_is_stored(packed):
    path = packed([[-32768, 0], [100, -200]], scale=0.1, offset=5.0, nodata=-32768)
    info = describe(path)
    assert info.scaled
    found = read(Band(path, nodata=info.nodata, scale=-1.0))
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, [[np.nan, -5.0], [-15.0, 15.0]], rtol=1e-6)


def test_what_declares_nothing_is_taken_as_it_is(packed):
    path = packed([[1, 2], [3, 4]])
    assert not describe(path).scaled
    np.testing.assert_array_equal(read(Band(path)), [[1, 2], [3, 4]])


def test_rates_are_in_the_quantity(packed):
    path = packed([[-32768, 0], [100, -200]], scale=0.1, offset=0.5, nodata=-32768)
    _, reader, _ = open_rates(RateLayer(path, raster=True, unit="mm"))
    rate, _ = reader.read(WHOLE)
    np.testing.assert_allclose(rate * 1e3, [[np.nan, 0.5], [10.5, -19.5]], rtol=1e-6)


@pytest.mark.parametrize("scale", [None, 1 / 255, 1 / 250])
def test_coherence_in_bytes_is_scaled_once(packed, scale):
    path = packed([[0, 51], [102, 255]], gdal.GDT_Byte, scale=scale)
    found = read(coherence_band(describe(path)))
    np.testing.assert_allclose(
        found, np.array([[0, 51], [102, 255]]) * (scale or 1 / 255), rtol=1e-6
    )


@pytest.mark.parametrize(
    "transform, words",
    [
        ((0.0, 1.0, 0.0, 9.0, 0.0, 0.0), "size of 0"),
        ((0.0, 1.0, 0.1, 9.0, 0.0, -1.0), "rotated"),
    ],
)  # fmt: skip
def test_places_that_are_none_are_refused(tmp_path, transform, words):
    raster = gdal.GetDriverByName("GTiff").Create(str(tmp_path / "a.tif"), 4, 3)
    raster.SetGeoTransform(transform)
    raster = None
    with pytest.raises(GroundshiftError, match=f"a.tif.*{words}"):
        describe(tmp_path / "a.tif")


@pytest.mark.parametrize(
    "target",
    [
        Grid(2, 2, (5e5, 10.0, 0.0, 5e6, 0.0, -10.0), wkt_from_epsg(32633)),
        Grid(2, 2, (5e5 - 10, 10.0, 0.0, 5e6, 0.0, -10.0), wkt_from_epsg(32633)),
        Grid(2, 2, (5e5 + 3, 7.0, 0.0, 5e6, 0.0, -7.0), wkt_from_epsg(32633)),
    ],
    ids=["as it is", "shifted", "resampled"],
)
def test_another_process_in_another_folder_reads_the_same(packed, target, tmp_path, monkeypatch):
    path = packed([[1, 2], [3, 4]])
    grid = describe(path).grid
    monkeypatch.chdir(tmp_path)
    with RasterSource(Band("packed.tif")) as source:
        placed = on_grid(source, grid, target)
        here, sent = placed.read(WHOLE), pickle.dumps(placed)
        assert [str(file) for file in sources_of(placed.read)] == [path]
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    np.testing.assert_array_equal(pickle.loads(sent).read(WHOLE), here)
    assert np.isfinite(here).any()


def test_what_is_no_file_by_its_name_is_not_left_to_others(packed):
    with RasterSource(Band(f"GTIFF_DIR:1:{packed([[1, 2], [3, 4]])}")) as source:
        assert not source.sources
        np.testing.assert_array_equal(source.read(WHOLE), [[1, 2], [3, 4]])

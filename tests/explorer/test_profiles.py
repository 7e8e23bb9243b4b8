# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.explorer.profiles import DrawnLine, profile_of_points, profile_of_raster
from groundshift.algorithms.formats.rasters import BandInfo, write_raster

LONLAT = wkt_from_epsg(4326)
GRID = Grid(60, 80, (15.0, 0.001, 0.0, 46.0, 0.0, -0.001), LONLAT)


@pytest.fixture
def rasters(tmp_path):
    """Rates that grow to the east, heights that grow to the north."""
    row, col = np.mgrid[:60, :80]
    x, y = GRID.xy(row, col)
    rates, heights = (x - 15.0) * 1000, (y - 45.94) * 10_000
    rates[:, 40] = np.nan
    write_raster(tmp_path / "rate.tif", GRID, rates, [BandInfo("velocity_mm_yr", "mm/yr")])
    write_raster(tmp_path / "dem.tif", GRID, heights, [BandInfo("height_m", "m")])
    return tmp_path / "rate.tif", tmp_path / "dem.tif", (x, y, rates)


def metres_of_degree(latitude=45.97):
    """Length of a degree of longitude on WGS84's ellipsoid."""
    a, e2 = 6378137.0, 0.00669437999014
    phi = np.radians(latitude)
    return np.radians(1) * a * np.cos(phi) / np.sqrt(1 - e2 * np.sin(phi) ** 2)


EAST = DrawnLine(LONLAT, (15.01, 15.07), (45.97, 45.97))


def test_a_profile_over_a_raster(rasters):
    rate, dem, _ = rasters
    profile = profile_of_raster(EAST, rate, 1, 800.0, 12, dem)
    assert profile.length == pytest.approx(0.06 * metres_of_degree(), rel=1e-4)
    expected = 10 + profile.swath.distance / metres_of_degree() * 1000
    np.testing.assert_allclose(profile.swath.mean, expected, atol=0.6)
    assert (profile.swath.count > 20).all()
    heights = np.array(profile.terrain)[:, 1]
    np.testing.assert_allclose(heights, 300.0, atol=2.0)


def test_points_give_the_profile_of_the_raster(rasters):
    rate, _, (x, y, rates) = rasters
    by_raster = profile_of_raster(EAST, rate, 1, 800.0, 12)
    values = [None if np.isnan(v) else v for v in rates.ravel()]
    by_points = profile_of_points(EAST, LONLAT, x.ravel(), y.ravel(), values, 800.0, 12)
    np.testing.assert_array_equal(by_raster.swath.count, by_points.swath.count)
    np.testing.assert_allclose(by_raster.swath.percentiles, by_points.swath.percentiles, rtol=1e-5)
    assert by_points.terrain == []


def test_the_line_may_be_in_another_system(rasters):
    from pyproj import Transformer

    rate, dem, _ = rasters
    utm = wkt_from_epsg(32633)
    x, y = Transformer.from_crs(4326, 32633, always_xy=True).transform(EAST.x, EAST.y)
    profile = profile_of_raster(DrawnLine(utm, tuple(x), tuple(y)), rate, 1, 800.0, 12, dem)
    same = profile_of_raster(EAST, rate, 1, 800.0, 12, dem)
    assert profile.length == pytest.approx(same.length, rel=1e-4)
    np.testing.assert_allclose(profile.swath.mean, same.swath.mean, atol=0.3)


def test_as_a_table(rasters):
    lines = profile_of_raster(EAST, rasters[0], 1, 800.0, 12).text().splitlines()
    assert lines[0].split(",")[:3] == ["distance_m", "count", "mean"]
    assert len(lines) == 13 and len(lines[5].split(",")) == 8


def test_what_makes_no_profile_is_refused(rasters):
    rate, dem, _ = rasters
    far = DrawnLine(LONLAT, (5.0, 5.1), (45.0, 45.0))
    with pytest.raises(GroundshiftError, match="outside"):
        profile_of_raster(far, rate, 1, 800.0, 12)
    with pytest.raises(GroundshiftError, match="No value"):
        profile_of_points(far, LONLAT, [15.0], [45.0], [1.0], 800.0, 12)
    with pytest.raises(GroundshiftError, match="no CRS"):
        profile_of_raster(DrawnLine("", (0, 1), (0, 1)), rate, 1, 800.0, 12)


def test_the_table_holds_the_terrain(rasters):
    from osgeo import gdal

    rate, dem, _ = rasters
    dataset = gdal.Open(str(dem), gdal.GA_Update)
    dataset.GetRasterBand(1).WriteArray(np.full((60, 20), np.nan, np.float32), 40, 0)
    dataset = None
    text = profile_of_raster(EAST, rate, 1, 800.0, 12, dem).text()
    rows = [line.split(",") for line in text.splitlines()]
    assert rows[0][-1] == "terrain_m" and rows[0][0] == "distance_m"
    heights = [row[-1] for row in rows[1:]]
    assert heights[6:10] == [""] * 4, "nothing is made up where the terrain is not known"
    np.testing.assert_allclose([float(h) for h in heights[:5] + heights[11:]], 300, atol=2)


@pytest.mark.parametrize("corners", [((0.2, 59.8), (79.8, 0.2)), ((5, 30), (40, 50), (75, 2))])
def test_tiles_give_what_all_pixels_give(rasters, monkeypatch, corners):
    """Only tiles about the line are read, and none is forgotten."""
    from groundshift.algorithms.explorer import profiles
    from osgeo import gdal

    rate, _, (x, y, rates) = rasters
    line = DrawnLine(LONLAT, *zip(*((15 + 0.001 * c, 46 - 0.001 * r) for c, r in corners)))
    values = [None if np.isnan(v) else v for v in rates.ravel()]
    expected = profile_of_points(line, LONLAT, x.ravel(), y.ravel(), values, 900.0, 7).swath
    read = []
    plain = gdal.Band.ReadAsArray

    def noted(band, col, row, width, height):
        read.append(width * height)
        return plain(band, col, row, width, height)

    monkeypatch.setattr(gdal.Band, "ReadAsArray", noted)
    monkeypatch.setattr(profiles, "TILE", 8)
    found = profile_of_raster(line, rate, 1, 900.0, 7).swath
    np.testing.assert_array_equal(found.count, expected.count)
    np.testing.assert_allclose(found.mean, expected.mean, rtol=1e-5)
    np.testing.assert_allclose(found.percentiles, expected.percentiles, rtol=1e-5)
    assert sum(read) < 0.5 * 60 * 80


def test_many_pixels_are_thinned_out(rasters, monkeypatch):
    from groundshift.algorithms.explorer import profiles

    monkeypatch.setattr(profiles, "MOST_PIXELS", 1000)
    rate, _, _ = rasters
    whole, wide = EAST, 5000.0
    found = profile_of_raster(whole, rate, 1, wide, 4).swath
    assert 100 < found.count.sum() < 800
    expected = 10 + found.distance / metres_of_degree() * 1000
    np.testing.assert_allclose(found.mean, expected, atol=1.0)


def test_scale_and_offset_count(rasters):
    from osgeo import gdal

    rate, _, _ = rasters
    before = profile_of_raster(EAST, rate, 1, 800.0, 12).swath.mean
    dataset = gdal.Open(str(rate), gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.5)
    dataset.GetRasterBand(1).SetOffset(3.0)
    dataset = None
    after = profile_of_raster(EAST, rate, 1, 800.0, 12).swath.mean
    np.testing.assert_allclose(after, 0.5 * before + 3, rtol=1e-6)


def test_lines_where_the_raster_has_no_coordinates_are_refused(rasters, tmp_path):
    from osgeo import gdal

    utm, away = tmp_path / "utm.tif", DrawnLine(LONLAT, (105.0, 105.1), (0.0, 0.0))
    gdal.Warp(str(utm), str(rasters[0]), dstSRS="EPSG:32633")
    with pytest.raises(GroundshiftError, match="outside"):
        profile_of_raster(away, utm, 1, 800.0, 12)
    gdal.Translate(str(tmp_path / "c.tif"), str(rasters[0]), outputType=gdal.GDT_CFloat32)
    with pytest.raises(GroundshiftError, match="complex"):
        profile_of_raster(EAST, tmp_path / "c.tif", 1, 800.0, 12)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets of other programs, in files that are written here from the formats' definitions."""

import numpy as np
import pytest

pytest.importorskip("osgeo.gdal", reason="GDAL for Python is not on this machine")

import h5py
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.offsets import OffsetBlock
from groundshift.algorithms.data.true_north import GroundAxes
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.offsets.foreign import to_metres
from groundshift.algorithms.formats.offsets.offset_raster import OffsetReader, read_offsets
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.toolbox import call
from groundshift.algorithms.tracking.tools.arrows import Arrows
from osgeo import gdal
from pyproj import CRS, Proj, Transformer

ROWS, COLS = 70, 50
DAYS = 32
FIRST, SECOND = np.datetime64("2018-03-04"), np.datetime64("2018-04-05")
UTM = (585000.0, 60.0, 0.0, 6754000.0, 0.0, -60.0)
RNG = np.random.default_rng(0)
X, Y = RNG.uniform(-3, 3, (2, ROWS, COLS)).astype(np.float32)


def bring(tmp_path, **given):
    """Import a folder: offsets, pixels and what was said."""
    told = []
    job = {"note": told.append, "warn": lambda text: told.append(f"! {text}")}
    numbers = call("importoffsets", job, offsets=tmp_path / "ours", **given)
    found = [read_offsets(path) for path in sorted((tmp_path / "ours").glob("*.tif"))]
    blocks = []
    for one in found:
        with OffsetReader(one) as reader:
            blocks.append(reader.read(Window(0, 0, *one.grid.shape)))
    return found, blocks, numbers, told


def geotiff(path, *bands, driver="GTiff", transform=UTM, crs=32607, names=(), unit="", nodata=None):
    kind = gdal.GDT_Byte if bands[0].dtype == np.uint8 else gdal.GDT_Float32
    rows, cols = bands[0].shape
    file = gdal.GetDriverByName(driver).Create(str(path), cols, rows, len(bands), kind)
    if crs:
        file.SetGeoTransform(transform)
        file.SetProjection(wkt_from_epsg(crs))
    for k, values in enumerate(bands):
        band = file.GetRasterBand(k + 1)
        band.WriteArray(values)
        if names:
            band.SetDescription(names[k])
        if unit:
            band.SetUnitType(unit)
        if nodata is not None:
            band.SetNoDataValue(nodata)
    file.FlushCache()


def turned(x, y, crs=32607, transform=UTM, scaled=True):
    """Vectors of the map as those on the ground, by PROJ's own convergence and scale."""
    px = transform[0] + transform[1] * (np.arange(COLS) + 0.5)
    py = transform[3] + transform[5] * (np.arange(ROWS) + 0.5)
    px, py = np.meshgrid(px, py)
    code = CRS.from_epsg(crs)
    place = Transformer.from_crs(code, code.geodetic_crs, always_xy=True).transform(px, py)
    factors = Proj(code).get_factors(*place)
    angle = np.radians(factors.meridian_convergence)
    # The grid's north lies clockwise of true north by the convergence.
    east = x * np.cos(angle) + y * np.sin(angle)
    north = -x * np.sin(angle) + y * np.cos(angle)
    scale = factors.parallel_scale if scaled else 1.0
    return np.stack([east, north]) / scale


@pytest.mark.parametrize(("crs", "transform"), [
    (32607, UTM), (3413, (-300000.0, 120.0, 0.0, -2100000.0, 0.0, -120.0)),
])  # fmt: skip
def test_axes_on_the_ground_are_those_of_proj(crs, transform):
    grid = Grid(ROWS, COLS, transform, wkt_from_epsg(crs))
    window = Window(3, 5, 60, 40)
    for true_lengths in (False, True):
        found = GroundAxes(grid, true_lengths).turned(window, np.stack([X, Y])[:, 3:63, 5:45])
        expected = turned(X, Y, crs, transform, not true_lengths)[:, 3:63, 5:45]
        np.testing.assert_allclose(found, expected, atol=3e-5)


def test_degrees_become_metres():
    grid = Grid(ROWS, COLS, (10.0, 1e-4, 0.0, 60.0, 0.0, -1e-4), wkt_from_epsg(4326))
    axes = GroundAxes(grid).read(Window(0, 0, 1, 1))[..., 0, 0]
    # Lengths of a degree at 60 degrees north, from tables of WGS 84.
    np.testing.assert_allclose(axes, [[55800, 0], [0, 111412]], atol=5)


def test_itslive(tmp_path):
    transform = (-300060.0, 120.0, 0.0, -2099940.0, 0.0, -120.0)
    vx, vy = (np.round(200 * part).astype(np.int16) for part in (X, Y))
    vx[2, 3] = -32767
    with h5py.File(tmp_path / "pair.nc", "w") as file:
        file["x"] = transform[0] + 120.0 * (np.arange(COLS) + 0.5)
        file["y"] = transform[3] - 120.0 * (np.arange(ROWS) + 0.5)
        for name, values, error in (("vx", vx, 12.5), ("vy", vy, 9.5)):
            file[name] = values
            file[name].attrs.update(_FillValue=np.int16(-32767), error=error, stable_shift=1.5)
        mask = np.zeros((ROWS, COLS), np.uint8)
        mask[4, 5] = 1
        file["interp_mask"] = mask
        file["chip_size_width"] = np.full((ROWS, COLS), 480, np.uint16)
        file["mapping"] = b""
        file["mapping"].attrs["spatial_epsg"] = 3413
        file["img_pair_info"] = b""
        file["img_pair_info"].attrs.update(
            acquisition_date_img1="20180304T18:13:12.7", acquisition_date_img2="20180405T18:13:12",
            satellite_img1="8",
        )  # fmt: skip
    found, blocks, numbers, told = bring(tmp_path, folder=tmp_path)
    assert (found[0].reference, found[0].secondary, found[0].platform) == (FIRST, SECOND, "8")
    assert found[0].grid.transform == pytest.approx(transform)
    years = DAYS / 365.25
    expected = turned(vx * years, vy * years, 3413, transform, scaled=False)
    expected[:, [2, 4], [3, 5]] = np.nan
    np.testing.assert_allclose(blocks[0].values, expected, atol=2e-3)
    # Errors turn with the vectors.
    std = blocks[0].std[:, 10, 10] ** 2
    assert std.sum() == pytest.approx(years**2 * (12.5**2 + 9.5**2), rel=1e-4)
    assert blocks[0].chip[0, 0] == 4
    assert numbers["pairs"] == 1
    assert any("taken off by the maker" in text for text in told)


def test_gamma(tmp_path):
    data = (X + 1j * Y).astype(">c8")
    data[1, 2] = 0
    data.tofile(tmp_path / "20180304_20180405.offs")
    RNG.uniform(0.1, 1, (ROWS, COLS)).astype(">f4").tofile(tmp_path / "20180304_20180405.ccp")
    (tmp_path / "20180304_20180405.off").write_text(
        "Gamma Interferometric SAR Processor (ISP)\n\n"
        f"offset_estimation_range_samples:        {COLS}\n"
        f"offset_estimation_azimuth_samples:      {ROWS}\n"
    )
    with pytest.raises(GroundshiftError, match=r"no \*.par with range_pixel_spacing"):
        bring(tmp_path, folder=tmp_path)
    (tmp_path / "20180304.rslc.par").write_text(
        "range_pixel_spacing:      2.329562   m\nazimuth_pixel_spacing:   13.950000   m\n"
    )
    found, blocks, _, _ = bring(tmp_path, folder=tmp_path)
    assert found[0].components == ("range", "azimuth")
    expected = np.stack([-2.329562 * X, 13.95 * Y])
    expected[:, 1, 2] = np.nan
    np.testing.assert_allclose(blocks[0].values, expected, rtol=1e-5)
    assert 0.1 < np.nanmin(blocks[0].correlation) < 0.2
    (tmp_path / "20180304.rslc.par").write_text(
        "range_pixel_spacing:      2.3x   m\nazimuth_pixel_spacing:   13.950000   m\n"
    )
    with pytest.raises(GroundshiftError, match=r"rslc.par: its range_pixel_spacing is '2.3x'"):
        bring(tmp_path, folder=tmp_path)
    (tmp_path / "20180304_20180405.offs").write_bytes(b"12345678")
    with pytest.raises(GroundshiftError, match="has 8 bytes and 70x50 complex numbers"):
        bring(tmp_path, folder=tmp_path)


def test_cosicorr(tmp_path):
    names = "East/West Displacement (m)", "North/South Displacement (m)", "SNR"
    snr = np.full((ROWS, COLS), 0.97, np.float32)
    geotiff(tmp_path / "corr_20180304_20180405", X, Y, snr, driver="ENVI", names=names)
    _, blocks, _, _ = bring(tmp_path, folder=tmp_path)
    np.testing.assert_allclose(blocks[0].values, turned(X, Y), atol=1e-5)
    np.testing.assert_allclose(blocks[0].correlation, 0.97)


def test_disparities_count_rows_downwards(tmp_path):
    valid = np.ones((ROWS, COLS), np.float32)
    valid[5, 6] = 0
    geotiff(tmp_path / "20180304__20180405_vmap-F.tif", X, Y, valid)
    _, blocks, _, _ = bring(tmp_path, folder=tmp_path)
    expected = turned(60 * X, -60 * Y)
    expected[:, 5, 6] = np.nan
    np.testing.assert_allclose(blocks[0].values, expected, atol=1e-3)


def test_a_crs_without_longitudes_is_refused(tmp_path):
    path = tmp_path / "20180304__20180405_vmap-F.tif"
    geotiff(path, X, Y, np.ones((ROWS, COLS), np.float32))
    raster = gdal.Open(str(path), gdal.GA_Update)
    raster.SetProjection('LOCAL_CS["a mine\'s own",UNIT["metre",1]]')
    raster = None
    with pytest.raises(GroundshiftError, match="vmap-F.tif: The CRS cannot be understood"):
        bring(tmp_path, folder=tmp_path)


def test_damaged_attributes_are_told(tmp_path):
    path = tmp_path / "pair.nc"
    with h5py.File(path, "w") as file:
        file["x"], file["y"] = np.arange(4.0), -np.arange(3.0)
        file["vx"] = file["vy"] = np.zeros((3, 4), np.int16)
        file["mapping"] = b""
        file["mapping"].attrs["spatial_epsg"] = "none"
    with pytest.raises(GroundshiftError, match="pair.nc: it cannot be read"):
        bring(tmp_path, folder=tmp_path)


def test_micmac(tmp_path):
    for step in (5, 6):
        geotiff(tmp_path / f"Px1_Num{step}_DeZoom1_LeChantier.tif", X * (step == 6), crs=0)
        geotiff(tmp_path / f"Px2_Num{step}_DeZoom1_LeChantier.tif", Y * (step == 6), crs=0)
    geotiff(tmp_path / "Correl_LeChantier_Num_5.tif", np.full((ROWS, COLS), 255, np.uint8), crs=0)
    dates = {"reference_date": "20180304", "secondary_date": "20180405"}
    with pytest.raises(GroundshiftError, match="give the pixel sizes"):
        bring(tmp_path, folder=tmp_path, **dates)
    found, blocks, _, _ = bring(tmp_path, folder=tmp_path, pixel_x=0.5, pixel_y=0.5, **dates)
    assert len(found) == 1
    np.testing.assert_allclose(blocks[0].values, np.stack([0.5 * X, -0.5 * Y]), rtol=1e-6)
    np.testing.assert_allclose(blocks[0].correlation, 1.0)


@pytest.mark.parametrize("processor", ["isce", "gamma", "cosicorr"])
def test_mintpy(tmp_path, processor):
    dates = [[b"20180304", b"20180405"], [b"20180405", b"20180507"], [b"20180304", b"20180507"]]
    with h5py.File(tmp_path / "ifgramStack.h5", "w") as file:
        for name, part in (("rangeOffset", X), ("azimuthOffset", Y)):
            file[name] = np.stack([part, 2 * part, 3 * part])
            file[f"{name}Std"] = np.full((3, ROWS, COLS), 0.1, np.float32)
        file["rangeOffset"][1, 7, 8] = 0
        file["date"] = np.array(dates)
        file["dropIfgram"] = np.array([True, True, False])
        file.attrs.update(
            LENGTH=str(ROWS), WIDTH=str(COLS), RANGE_PIXEL_SIZE="4.66", AZIMUTH_PIXEL_SIZE="28.0",
            RLOOKS="2", ALOOKS="2", HEIGHT="700000", PROCESSOR=processor, PLATFORM="Alos2",
        )  # fmt: skip
    found, blocks, _, _ = bring(tmp_path, folder=tmp_path)
    assert [one.name for one in found] == ["20180304_20180405", "20180405_20180507"]
    across, along = -2.33, 14.0 * 6371 / 7071
    if processor == "gamma":
        along = 14.0  # on the ground already
    if processor == "cosicorr":
        across, along = 1.0, 1.0
    expected = 2 * np.stack([across * X, along * Y])
    expected[:, 7, 8] = np.nan
    np.testing.assert_allclose(blocks[1].values, expected, rtol=1e-5)
    assert blocks[0].std[:, 0, 0] == pytest.approx([0.1 * abs(across), 0.1 * along], rel=1e-5)


def test_plain_pairs_of_a_stated_unit(tmp_path):
    geotiff(tmp_path / "20180304-20180405_vx.tif", X, nodata=-9999)
    geotiff(tmp_path / "20180304-20180405_vy.tif", Y, nodata=-9999)
    geotiff(tmp_path / "20180304-20180405_vx_std.tif", np.full_like(X, 0.2))
    geotiff(tmp_path / "20180304-20180405_vy_std.tif", np.full_like(X, 0.2))
    geotiff(tmp_path / "20180304-20180405_corr.tif", np.full_like(X, 0.8))
    with pytest.raises(GroundshiftError, match="does not tell its unit"):
        bring(tmp_path, folder=tmp_path)
    _, blocks, numbers, _ = bring(tmp_path, folder=tmp_path, unit="m_day", platform="Planet")
    np.testing.assert_allclose(blocks[0].values, turned(DAYS * X, DAYS * Y), atol=1e-3)
    np.testing.assert_allclose(blocks[0].std, 0.2 * DAYS, rtol=1e-3)
    np.testing.assert_allclose(blocks[0].correlation, 0.8)
    assert numbers["median_rate"] == pytest.approx(365.25 * np.median(np.hypot(X, Y)), rel=0.02)
    assert (tmp_path / "ours" / "20180304_20180405_Planet.tif").is_file()


def test_lengths_on_a_grid_of_degrees_stay_lengths(tmp_path):
    degrees = (-139.5, 0.001, 0.0, 60.9, 0.0, -0.0005)
    for name, values in (("20180304-20180405_vx.tif", X), ("20180304-20180405_vy.tif", Y)):
        geotiff(tmp_path / name, values, transform=degrees, crs=4326, unit="metres")
    _, blocks, *_ = bring(tmp_path, folder=tmp_path)
    np.testing.assert_allclose(blocks[0].values, [X, Y], atol=1e-5)


def test_pixels_of_degrees_become_metres_by_both_sizes_or_none(tmp_path):
    degrees = (-139.5, 0.001, 0.0, 60.9, 0.0, -0.0005)
    for name, values in (("20180304-20180405_vx.tif", X), ("20180304-20180405_vy.tif", Y)):
        geotiff(tmp_path / name, values, transform=degrees, crs=4326, unit="pixels")
    given = {"folder": tmp_path}
    _, blocks, *_ = bring(tmp_path, **given)
    np.testing.assert_allclose(blocks[0].values[0] / X, 54.2, atol=0.3)  # 0.001 degrees at 60.9
    np.testing.assert_allclose(blocks[0].values[1] / Y, -55.7, atol=0.2)
    _, blocks, *_ = bring(tmp_path, **given, pixel_x=54.0, pixel_y=55.0)
    np.testing.assert_allclose(blocks[0].values, [54 * X, -55 * Y], rtol=1e-4)
    with pytest.raises(GroundshiftError, match="give both in metres"):
        bring(tmp_path, **given, pixel_x=54.0)


def test_a_declared_unit_is_taken_and_another_one_refused(tmp_path):
    for name, part in (("east", X), ("north", Y)):
        geotiff(tmp_path / f"20180304_20180405_{name}.tif", part, unit="m/yr")
    _, blocks, _, _ = bring(tmp_path, folder=tmp_path)
    years = DAYS / 365.25
    np.testing.assert_allclose(blocks[0].values, turned(X * years, Y * years), atol=1e-5)
    with pytest.raises(GroundshiftError, match=r"declares 'm/yr' as its unit, and 'm' was given"):
        bring(tmp_path, folder=tmp_path, unit="m")
    day = {"reference_date": "20180304", "secondary_date": "20180304"}
    with pytest.raises(GroundshiftError, match="both dates are 2018-03-04"):
        bring(tmp_path, folder=tmp_path, **day)


@pytest.mark.parametrize(("unit", "size", "told"), [
    ("m_day", 300.0, "2 % of its pixels move faster than"),
    ("mm", 0.01, "hardly reach"), ("m", 0.0, "all its offsets are zero"),
])  # fmt: skip
def test_numbers_that_no_motion_has_are_told(tmp_path, unit, size, told):
    geotiff(tmp_path / "20180304_20180405_dx.tif", size * X)
    geotiff(tmp_path / "20180304_20180405_dy.tif", size * Y)
    _, _, numbers, said = bring(tmp_path, folder=tmp_path, unit=unit)
    assert numbers["doubtful"] == 1
    assert any(text.startswith("!") and told in text for text in said)


def test_units_as_people_write_them():
    dates, sizes = (FIRST, SECOND), (10.0, -10.0)
    for text in ("m/yr", "m/year", "m a-1", "m yr^-1", "meters per year", "m/a", "metre/year"):
        assert to_metres(text, dates, sizes, "f")[0] == pytest.approx(DAYS / 365.25)
    for text in ("m/d", "m day-1", "meter/day"):
        assert to_metres(text, dates, sizes, "f")[0] == pytest.approx(DAYS)
    assert to_metres("pixels", dates, sizes, "f") == sizes
    assert to_metres("cm", dates, sizes, "f") == (0.01, 0.01)
    with pytest.raises(GroundshiftError, match="is not understood"):
        to_metres("furlong", dates, sizes, "f")
    # A rate that was measured backwards in time is the same rate.
    assert to_metres("m/day", dates[::-1], sizes, "f")[0] == pytest.approx(-DAYS)


def test_nothing_to_import_is_told(tmp_path):
    with pytest.raises(GroundshiftError, match="holds no offsets"):
        bring(tmp_path, folder=tmp_path)
    assert not (tmp_path / "ours").exists()


def test_kaskawulsh(tmp_path, shared_data):
    """Velocities of a public tracker, metres a day."""
    folder = shared_data("glaft_kaskawulsh")
    found, blocks, numbers, _ = bring(tmp_path, folder=folder, unit="m_day")
    assert found[0].name == "20180304_20180405"
    assert numbers["median_rate"] == pytest.approx(26.8, abs=0.5)
    names = (folder / f"{found[0].name.replace('_', '-')}_velo-raw_v{axis}.tif" for axis in "xy")
    x, y = (gdal.Open(str(name)).ReadAsArray()[300, 400] for name in names)
    east, north = blocks[0].values[:, 300, 400]
    assert np.hypot(east, north) == pytest.approx(DAYS * np.hypot(x, y), rel=5e-4)
    # East of the zone's meridian the grid's north lies clockwise of true north.
    turn = np.degrees(np.arctan2(y, x) - np.arctan2(north, east))
    assert 1.0 < turn < 2.0


def test_arrows_of_all_pairs(tmp_path):
    """Each is the offset of its place, with the dates of its pair."""
    for days, share in (("20180304_20180405", 1.0), ("20180405_20180507", 2.0)):
        holed = share * X
        holed[14:28] = np.nan
        geotiff(tmp_path / f"{days}_dx.tif", holed)
        geotiff(tmp_path / f"{days}_dy.tif", share * Y)
    path = tmp_path / "arrows.gpkg"
    found, blocks, _, told = bring(tmp_path, folder=tmp_path, unit="m", arrows=path, arrow_step=7)
    table = read_table(str(path))
    assert any("lie on one another" in text for text in told)
    dates = np.array(table.columns["reference_date"])
    assert sorted(set(dates)) == ["2018-03-04", "2018-04-05"]
    for one, block in zip(found, blocks):
        here = dates == str(one.reference)
        # Every seventh row and column, from the fourth one on; two of the rows have no data.
        assert here.sum() == (10 - 2) * 7
        west, cell, _, top, _, _ = one.grid.transform
        row, col = (top - table.y[here]) // cell, (table.x[here] - west) // cell
        row, col = row.astype(int), col.astype(int)
        assert set(row % 7) == set(col % 7) == {3}
        east, north = (table.columns[f"{name}_m"][here] for name in ("east", "north"))
        np.testing.assert_allclose([east, north], block.values[:, row, col], atol=1e-4)
        np.testing.assert_allclose(
            table.columns["magnitude_m"][here], np.hypot(east, north), atol=2e-4
        )
        turned_back = np.radians(table.columns["direction_deg"][here])
        np.testing.assert_allclose(np.hypot(east, north) * np.sin(turned_back), east, atol=2e-4)


def test_no_arrows_of_radar_coordinates(tmp_path):
    geotiff(tmp_path / "20180304_20180405_range.tif", X, crs=0)
    geotiff(tmp_path / "20180304_20180405_azimuth.tif", Y, crs=0)
    path = tmp_path / "arrows.gpkg"
    _, _, _, told = bring(tmp_path, folder=tmp_path, unit="m", arrows=path)
    assert any(text.startswith("! ARROWS: is only made of pairs on the map") for text in told)
    assert not path.exists()


def test_arrows_are_the_same_whatever_the_blocks():
    grid = Grid(ROWS, COLS, UTM, wkt_from_epsg(32607))
    stacked = np.stack([X, Y, X + 4, Y + 4, X, X])
    tables = []
    for windows in (
        [Window(0, 0, ROWS, COLS)],
        [Window(r, c, 10, 25) for c in (25, 0) for r in range(0, ROWS, 10)],
    ):
        arrows = Arrows(grid, 4)
        for window in windows:
            arrows.add(window, OffsetBlock.of(stacked[(slice(None), *window.slices)]))
        x, y, columns = arrows.table()
        tables.append(np.stack([x, y, *columns.values()]))
    np.testing.assert_array_equal(*tables)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Series of pixels and polygons out of HDF5 and rasters."""

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.explorer.series_at import trace_at, trace_within
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.series_files import date_in, find_series, open_series
from groundshift.algorithms.formats.zarr import to_zarr
from osgeo import gdal, ogr

DAYS = np.array(["2020-01-01", "2020-01-13", "2020-02-06", "2020-02-18"], "datetime64[D]")
TEXTS = [str(day).replace("-", "") for day in DAYS]
UTM = wkt_from_epsg(32633)
GRID = Grid(30, 40, (500000.0, 10.0, 0.0, 4649776.0, 0.0, -10.0), UTM)
VALUES = np.random.default_rng(1).normal(0, 0.02, (4, 30, 40)).astype(np.float32)
VALUES[:, 3, 4] = np.nan
PLACE = GRID.xy(7, 11)


def write_hdf5(path, **more):
    """As MintPy writes it: metres, attributes as text, chunks."""
    with h5py.File(path, "w") as file:
        file.create_dataset("timeseries", data=VALUES, chunks=(2, 8, 8), compression="lzf")
        file["date"] = np.array(TEXTS, "S8")
        for name, values in more.items():
            file[name] = values
        attributes = {
            "LENGTH": 30, "WIDTH": 40, "X_FIRST": 500000.0, "X_STEP": 10.0, "Y_FIRST": 4649776.0,
            "Y_STEP": -10.0, "EPSG": 32633, "X_UNIT": "meters", "UNIT": "m", "FILE_TYPE":
            "timeseries",
        }  # fmt: skip
        file.attrs.update({name: str(value) for name, value in attributes.items()})
    return path


def write_bands(path, order=(0, 1, 2, 3), name="displacement_mm_{}", factor=1e3, **options):
    bands = [BandInfo(name.format(TEXTS[k])) for k in order]
    write_raster(path, GRID, VALUES[list(order)] * factor, bands, **options)
    return path


def square(row, col, height, width):
    """A polygon about whole pixels, as WKB."""
    (x, y), (u, v) = GRID.xy(row - 0.5, col - 0.5), GRID.xy(row + height - 0.5, col + width - 0.5)
    text = f"POLYGON (({x} {y}, {u} {y}, {u} {v}, {x} {v}, {x} {y}))"
    return bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb())


@pytest.fixture(params=["hdf5", "zarr", "bands", "shuffled", "metadata", "files", "netcdf"])
def series(request, tmp_path):
    """The same series in every kind of file."""
    kind = request.param
    if kind == "hdf5":
        return open_series(write_hdf5(tmp_path / "timeseries.h5"))
    if kind == "zarr":
        to_zarr(write_hdf5(tmp_path / "a.h5"), tmp_path / "timeseries.zarr", 3)
        return open_series(tmp_path / "timeseries.zarr/zarr.json")
    if kind == "bands":
        return open_series(write_bands(tmp_path / "a.tif"))
    if kind == "shuffled":
        return open_series(write_bands(tmp_path / "a.tif", (2, 0, 3, 1), "{} (m)", 1.0))
    if kind == "metadata":
        bands = [BandInfo("", "m", (("DATE", str(day)),)) for day in DAYS]
        write_raster(tmp_path / "a.tif", GRID, VALUES, bands)
        return open_series(tmp_path / "a.tif")
    if kind == "files":
        for k, text in enumerate(TEXTS):
            info = [BandInfo("d", "m")]
            write_raster(tmp_path / f"ts-{text}_cut.tif", GRID, VALUES[k], info)
        (tmp_path / "ts-notadate_cut.tif").write_text("no raster")
        return open_series(tmp_path / f"ts-{TEXTS[1]}_cut.tif")
    if gdal.GetDriverByName("netCDF") is None:
        pytest.skip("GDAL has no NetCDF here")
    write_raster(tmp_path / "a.tif", GRID, VALUES, [BandInfo("d", "m") for _ in DAYS])
    dataset = gdal.Translate(
        str(tmp_path / "a.nc"), str(tmp_path / "a.tif"), format="GTiff",
        metadataOptions=["time#units=days since 2020-01-01 00:00:00"],
    )  # fmt: skip
    for k, day in enumerate(DAYS):
        days = int((day - DAYS[0]).astype(int))
        dataset.GetRasterBand(k + 1).SetMetadataItem("NETCDF_DIM_time", str(days))
    dataset = None
    return open_series(tmp_path / "a.nc")


def test_a_pixel(series):
    trace = trace_at(series, *PLACE)
    np.testing.assert_array_equal(trace.dates, DAYS)
    np.testing.assert_allclose(trace.values, VALUES[:, 7, 11] * 1e3, rtol=1e-5)
    assert trace.unit == "mm"


def test_a_polygon(series):
    trace = trace_within(series, square(2, 3, 4, 5))
    inside = VALUES[:, 2:6, 3:8].reshape(4, -1) * 1e3
    inside = inside[:, np.isfinite(inside[0])]
    assert trace.members == 19
    np.testing.assert_allclose(trace.values, inside.mean(axis=1), rtol=1e-4)
    np.testing.assert_allclose(trace.std, inside.std(axis=1, ddof=1), rtol=1e-4)


def test_places_without_a_series_are_refused(series):
    with pytest.raises(GroundshiftError, match="outside"):
        trace_at(series, 0.0, 0.0)
    with pytest.raises(GroundshiftError, match="no value"):
        trace_at(series, *GRID.xy(3, 4))
    with pytest.raises(GroundshiftError, match="outside"):
        trace_within(series, square(100, 100, 2, 2))
    with pytest.raises(GroundshiftError, match="no pixel"):
        trace_within(series, square(3, 4, 1, 1))


def test_a_large_polygon_is_thinned_out(monkeypatch, tmp_path):
    from groundshift.algorithms.explorer import series_at

    series = open_series(write_hdf5(tmp_path / "timeseries.h5"))
    monkeypatch.setattr(series_at, "MOST_MEMBERS", 300)
    monkeypatch.setattr(series_at, "LEAST_ROWS", 4)
    trace = trace_within(series, square(0, 0, 30, 40))
    rows = VALUES[:, 1::4].reshape(4, -1) * 1e3
    assert trace.members == 8 * 40
    np.testing.assert_allclose(trace.values, rows.mean(axis=1), atol=1e-4)


def test_noise_of_the_pairs_makes_error_bars(tmp_path):
    covariance = np.diag([0.0, 1.0, 4.0, 9.0])
    path = write_hdf5(
        tmp_path / "timeseries.h5", pairNoiseCovariance=covariance,
        pairNoise=np.full((30, 40), 4e-6, np.float32),
    )  # fmt: skip
    trace = trace_at(open_series(path), *PLACE)
    np.testing.assert_allclose(trace.std, [0.0, 2.0, 4.0, 6.0], rtol=1e-5)
    np.testing.assert_allclose(trace.covariance, covariance * 4.0, rtol=1e-5)


def test_a_dataset_of_standard_deviations_makes_error_bars(tmp_path):
    path = write_hdf5(tmp_path / "timeseries.h5", timeseriesStd=np.abs(VALUES))
    trace = trace_at(open_series(path), *PLACE)
    np.testing.assert_allclose(trace.std, np.abs(VALUES[:, 7, 11]) * 1e3, rtol=1e-5)


def test_a_map_of_rates_leads_to_the_series_beside_it(tmp_path):
    write_hdf5(tmp_path / "timeseries.h5")
    write_raster(tmp_path / "velocity.tif", GRID, VALUES[0], [BandInfo("velocity_mm_yr")])
    found = find_series(tmp_path / "velocity.tif")
    assert found.name == "timeseries"
    other = Grid(20, 40, GRID.transform, UTM)
    write_raster(tmp_path / "other.tif", other, VALUES[0, :20], [BandInfo("velocity_mm_yr")])
    assert find_series(tmp_path / "other.tif") is None


def test_qgis_own_name_of_a_dataset_is_understood(tmp_path):
    path = write_hdf5(tmp_path / "timeseries.h5")
    assert open_series(f'HDF5:"{path}"://timeseries').kind == "hdf5"


def test_a_header_is_read_once_and_anew_when_the_file_changes(tmp_path, monkeypatch):
    from groundshift.algorithms.formats import series_files

    path, calls = write_hdf5(tmp_path / "timeseries.h5"), []
    read = series_files.read_timeseries
    monkeypatch.setattr(series_files, "read_timeseries", lambda p: calls.append(p) or read(p))
    assert open_series(path) is open_series(path)
    assert len(calls) == 1
    write_hdf5(path, extra=np.zeros(10))
    open_series(path)
    assert len(calls) == 2


def test_what_is_no_series_is_refused(tmp_path):
    write_bands(tmp_path / "plain.tif", name="band")
    write_bands(tmp_path / "twice.tif", (0, 1, 1))
    write_raster(tmp_path / "one.tif", GRID, VALUES[0], [BandInfo("a")])
    (tmp_path / "text.tif").write_text("no raster")
    whole = write_hdf5(tmp_path / "timeseries.h5").read_bytes()
    (tmp_path / "cut.h5").write_bytes(whole[: len(whole) // 2])
    for name, message in (
        ("plain.tif", "no dates"), ("twice.tif", "two images of 2020-01-13"),
        ("one.tif", "no series"), ("text.tif", "raster"), ("cut.h5", "truncated"),
        ("missing.tif", "check the path"), ("", "check the path"),
    ):  # fmt: skip
        with pytest.raises(GroundshiftError, match=message):
            open_series(tmp_path / name)


def test_radar_coordinates_are_refused(tmp_path):
    path = write_hdf5(tmp_path / "timeseries.h5")
    with h5py.File(path, "a") as file:
        del file.attrs["X_FIRST"]
    with pytest.raises(GroundshiftError, match="radar coordinates"):
        open_series(path)


def test_zero_on_all_dates_is_no_data_but_at_the_reference(tmp_path):
    path = write_hdf5(tmp_path / "timeseries.h5")
    with h5py.File(path, "a") as file:
        file["timeseries"][:, 10:20, 10:20] = 0  # as MintPy leaves what it masks
        file["timeseries"][1:, 12, 10] = 0.5
        file.attrs["REF_Y"], file.attrs["REF_X"] = "15", "16"
    series = open_series(path)
    with pytest.raises(GroundshiftError, match="no value"):
        trace_at(series, *GRID.xy(11, 11))
    np.testing.assert_array_equal(trace_at(series, *GRID.xy(15, 16)).values, 0.0)
    np.testing.assert_array_equal(trace_at(series, *GRID.xy(12, 10)).values, [0, 500, 500, 500])
    trace = trace_within(series, square(12, 9, 1, 4))
    assert trace.members == 2, "0 for what is masked would halve the mean"
    expected = (VALUES[:, 12, 9] * 1e3 + [0, 500, 500, 500]) / 2
    np.testing.assert_allclose(trace.values, expected, atol=1e-3)


@pytest.mark.parametrize("kind", ["bands", "files"])
def test_scale_and_offset_of_bands_count(tmp_path, kind):
    counts = np.arange(4)[:, None, None] + np.zeros(GRID.shape)
    driver, paths = gdal.GetDriverByName("GTiff"), [tmp_path / f"mm_{t}.tif" for t in TEXTS]
    paths = paths if kind == "files" else paths[:1]
    for k, path in enumerate(paths):
        pages = [k] if kind == "files" else range(4)
        dataset = driver.Create(str(path), 40, 30, len(pages), gdal.GDT_Int16)
        dataset.SetGeoTransform(GRID.transform)
        for number, page in enumerate(pages, 1):
            band = dataset.GetRasterBand(number)
            band.SetDescription(f"mm_{TEXTS[page]}")
            band.SetScale(0.1)
            band.SetOffset(5.0)
            band.WriteArray(counts[page])
        dataset = band = None
    trace = trace_at(open_series(paths[0]), *PLACE)
    np.testing.assert_allclose(trace.values, [5.0, 5.1, 5.2, 5.3], rtol=1e-6)


def test_a_raster_of_one_date_in_an_archive_is_no_series(tmp_path):
    import zipfile

    write_raster(tmp_path / "mm_20200101.tif", GRID, VALUES[0], [BandInfo("a")])
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(tmp_path / "mm_20200101.tif", "mm_20200101.tif")
    path = f"/vsizip/{tmp_path}/all.zip/mm_20200101.tif"
    with pytest.raises(GroundshiftError, match="no series"):
        open_series(path)
    assert find_series(path) is None


def test_complex_numbers_are_no_displacement(tmp_path):
    path = write_bands(tmp_path / "a.tif")
    gdal.Translate(str(tmp_path / "c.tif"), str(path), outputType=gdal.GDT_CFloat32)
    with pytest.raises(GroundshiftError, match="complex"):
        open_series(tmp_path / "c.tif")
    errors = write_hdf5(tmp_path / "timeseries.h5", std=VALUES.astype(np.complex64))
    assert trace_at(open_series(errors), *PLACE).std is None


def test_a_damaged_one_of_several_rasters_is_named(tmp_path):
    for k, text in enumerate(TEXTS):
        write_raster(tmp_path / f"mm_{text}.tif", GRID, VALUES[k], [BandInfo("a")])
    series = open_series(tmp_path / f"mm_{TEXTS[3]}.tif")
    (tmp_path / f"mm_{TEXTS[1]}.tif").write_text("broken")
    with pytest.raises(GroundshiftError, match=f"mm_{TEXTS[1]}.tif: cannot be read"):
        trace_at(series, *PLACE)


def test_what_stands_in_the_way_is_said_and_not_passed_over(tmp_path):
    """Only files that are whole and no series lead to one beside them."""
    write_hdf5(tmp_path / "timeseries.h5")
    write_bands(tmp_path / "twice.tif", (0, 1, 1))
    with pytest.raises(GroundshiftError, match="two images"):
        find_series(tmp_path / "twice.tif")
    with pytest.raises(GroundshiftError, match="check the path"):
        find_series(tmp_path / "missing.tif")
    with h5py.File(tmp_path / "timeseries.h5", "a") as file:
        file.attrs["EPSG"] = ""
    with pytest.raises(GroundshiftError, match="does not tell the CRS"):
        find_series(tmp_path / "timeseries.h5")


def test_a_wide_polygon_is_read_in_many_rows(monkeypatch, tmp_path):
    from groundshift.algorithms.explorer import series_at

    monkeypatch.setattr(series_at, "MOST_MEMBERS", 10)
    monkeypatch.setattr(series_at, "LEAST_ROWS", 10)
    series = open_series(write_hdf5(tmp_path / "timeseries.h5"))
    trace = trace_within(series, square(0, 0, 30, 40))
    rows = VALUES[:, 1::3].reshape(4, -1) * 1e3
    assert trace.members == 10 * 40
    np.testing.assert_allclose(trace.values, rows.mean(axis=1), atol=1e-4)


@pytest.mark.parametrize(
    "text, date",
    [
        ("displacement_mm_20200131", "2020-01-31"), ("Band 3: 2020-01-31", "2020-01-31"),
        ("20200101_20200131", "2020-01-31"), ("2020:01:31 00:00:00", "2020-01-31"),
        ("20200231", None), ("120200131", None), ("elevation", None),
    ],
)  # fmt: skip
def test_dates_in_names(text, date):
    assert date_in(text) == (None if date is None else np.datetime64(date))

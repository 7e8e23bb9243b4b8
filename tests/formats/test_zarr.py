# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Zarr stores: GDAL and xarray find the values, places, dates and units of the file."""

import json
import zlib

import groundshift
import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.labelled import LabelledSource
from groundshift.algorithms.formats.hdf5.stacks import TimeSeriesWriter
from small_stack import NEAR, make_stack

DAYS = np.array(["2020-01-06", "2020-01-18", "2020-02-11"], "datetime64[D]")
SHAPE = 100, 40  # two chunks, the last not full


@pytest.fixture
def series(tmp_path):
    """A series and its values."""
    grid = Grid(*SHAPE, (400000.0, 20.0, 0.0, 5000000.0, 0.0, -40.0), wkt_from_epsg(32633))
    values = np.random.default_rng(0).normal(size=(3, *SHAPE)).astype(np.float32)
    values[1, 7, 8] = np.nan
    path, layers = tmp_path / "ts.h5", {"velocity": ("f4", "m/year")}
    with TimeSeriesWriter(path, grid, DAYS, np.arange(3.0), {"ORBIT": "up"}, layers) as out:
        out.write(Window(0, 0, *SHAPE), values, velocity=values[0])
    return path, grid, values


def test_gdal_reads_values_and_place(series, tmp_path):
    gdal = pytest.importorskip("osgeo.gdal")
    path, grid, values = series
    groundshift.to_zarr(path, tmp_path / "ts.zarr")
    whole = gdal.OpenEx(str(tmp_path / "ts.zarr"), gdal.OF_MULTIDIM_RASTER).GetRootGroup()
    array = whole.OpenMDArray("timeseries")
    np.testing.assert_array_equal(array.ReadAsArray(), values)
    assert [part.GetName() for part in array.GetDimensions()] == ["time", "y", "x"]
    assert array.GetUnit() == "m" and array.GetSpatialRef().GetAuthorityCode(None) == "32633"
    place = array.AsClassicDataset(2, 1).GetGeoTransform()
    np.testing.assert_allclose(place, grid.transform)


@pytest.mark.parametrize("version", [2, 3])
def test_xarray_reads_what_the_file_holds(series, tmp_path, version):
    xarray = pytest.importorskip("xarray")
    zarr = pytest.importorskip("zarr")
    if version > int(zarr.__version__[0]):
        pytest.skip("this zarr does not know version 3")
    path, _, values = series
    groundshift.to_zarr(path, tmp_path / "ts.zarr", version)
    data = xarray.open_zarr(tmp_path / "ts.zarr", consolidated=True, decode_coords="all")
    same = groundshift.to_xarray(path)
    np.testing.assert_array_equal(data.timeseries.values, values)
    for name in ("time", "x", "y", "bperp", "velocity"):
        np.testing.assert_array_equal(data[name].values, same[name].values)
    assert data.velocity.attrs["units"] == "m/year" and data.attrs["ORBIT"] == "up"
    assert data.spatial_ref.attrs["crs_wkt"] == same.spatial_ref.attrs["crs_wkt"]


def test_chunks_and_descriptions_are_those_of_the_format(series, tmp_path):
    path, _, values = series
    store = tmp_path / "ts.zarr"
    groundshift.to_zarr(path, store)
    known = json.loads((store / ".zmetadata").read_text())["metadata"]
    about = known["timeseries/.zarray"]
    assert about == json.loads((store / "timeseries/.zarray").read_text())
    assert about["chunks"] == [3, 64, 40] and about["dtype"] == "<f4"
    last = np.frombuffer(zlib.decompress((store / "timeseries/0.1.0").read_bytes()), "<f4")
    np.testing.assert_array_equal(last.reshape(3, 64, 40)[:, :36], values[:, 64:])
    assert known["time/.zattrs"]["units"] == "days since 2020-01-06"
    days = zlib.decompress((store / "time/0").read_bytes())
    assert list(np.frombuffer(days, "<i8")) == [0, 12, 36]


def test_pairs_have_both_dates_and_no_zeros(tmp_path):
    make_stack(tmp_path / "s.h5")
    with h5py.File(tmp_path / "s.h5", "r+") as file:
        del file.attrs["NO_DATA_VALUE"]
        file["unwrapPhase"][3, 5, 6] = 0
    groundshift.to_zarr(tmp_path / "s.h5", tmp_path / "s.zarr", 3)
    phase = json.loads((tmp_path / "s.zarr/unwrapPhase/zarr.json").read_text())
    assert phase["dimension_names"] == ["pair", "y", "x"] and phase["data_type"] == "float32"
    assert phase["attributes"]["coordinates"] == "reference_date secondary_date"
    assert phase["shape"][0] == len(NEAR)


def test_a_store_is_replaced_whole_and_nothing_else_is(series, tmp_path, monkeypatch):
    path, _, _ = series
    store = tmp_path / "ts.zarr"
    groundshift.to_zarr(path, store, 3)
    groundshift.to_zarr(path, store)
    assert (store / ".zgroup").exists() and not (store / "zarr.json").exists()
    before = {file: file.stat().st_mtime_ns for file in store.rglob("*")}

    def fails(self, name, key):
        raise GroundshiftError("no more")

    monkeypatch.setattr(LabelledSource, "get", fails)
    with pytest.raises(GroundshiftError, match="no more"):
        groundshift.to_zarr(path, store, 3)
    assert before == {file: file.stat().st_mtime_ns for file in store.rglob("*")}
    assert sorted(file.name for file in tmp_path.iterdir()) == ["ts.h5", "ts.zarr"]
    other = tmp_path / "mine.zarr"
    other.mkdir()
    (other / "thesis.txt").write_text("mine")
    with pytest.raises(GroundshiftError, match="is a folder"):
        groundshift.to_zarr(path, other)
    assert (other / "thesis.txt").exists()


@pytest.mark.parametrize(
    ("target", "version", "text"),
    [("ts.h5", 2, "let it end in .zarr"), ("a.zarr", 4, "give 2 or 3")],
)
def test_what_cannot_be_is_said(series, tmp_path, target, version, text):
    with pytest.raises(GroundshiftError, match=text):
        groundshift.to_zarr(series[0], tmp_path / target, version)

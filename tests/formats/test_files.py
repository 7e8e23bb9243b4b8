# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import errno
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.atomic import Transaction, check_free_space
from groundshift.algorithms.formats.hdf5 import layout
from groundshift.algorithms.formats.hdf5 import stacks as hdf5
from groundshift.algorithms.formats.rasters import (
    BandInfo,
    RasterWriter,
    gdal_errors,
    read_raster,
    write_raster,
)

UTM = Grid(300, 520, (500000.0, 20.0, 0.0, 4200000.0, 0.0, -20.0), wkt_from_epsg(32633))


def leftovers(folder):
    return [p.name for p in folder.iterdir() if ".part" in p.name]


def test_files_of_a_transaction_appear_together(tmp_path):
    with Transaction() as files:
        one, two = files.add(tmp_path / "deep" / "a.txt"), files.add(tmp_path / "deep" / "b.txt")
        one.write_text("1")
        two.write_text("2")
        assert not (tmp_path / "deep" / "a.txt").exists()
    assert (tmp_path / "deep" / "b.txt").read_text() == "2"
    assert leftovers(tmp_path / "deep") == []


def test_a_failure_keeps_the_previous_result(tmp_path):
    (tmp_path / "a.txt").write_text("before")
    with pytest.raises(RuntimeError), Transaction() as files:
        files.add(tmp_path / "a.txt").write_text("half")
        raise RuntimeError
    assert (tmp_path / "a.txt").read_text() == "before"
    assert leftovers(tmp_path) == []


def test_an_output_that_was_never_written_puts_nothing_in_place(tmp_path):
    with pytest.raises(GroundshiftError, match="could not be written"), Transaction() as files:
        files.add(tmp_path / "a.txt").write_text("1")
        files.add(tmp_path / "b.txt")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said_in_one_sentence(tmp_path):
    with pytest.raises(GroundshiftError, match="the disk is full"), Transaction() as files:
        files.add(tmp_path / "a.txt")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with pytest.raises(GroundshiftError, match=r"1000000.0 TB are needed and \d+\.\d .B are free"):
        check_free_space(tmp_path, 1e18)


@pytest.mark.parametrize(
    ("needed", "free", "said"),
    [
        (14_400, 0, "14.4 kB are needed and 0.0 kB are free"),
        (1_460_000, 987_654, "1.5 MB are needed and 987.6 kB are free"),
        (5_040_000_001, 5_040_000_000, "5.1 GB are needed and 5.0 GB are free"),
    ],
)
def test_the_unit_of_a_size_shows_what_is_missing(tmp_path, monkeypatch, needed, free, said):
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    with pytest.raises(GroundshiftError, match=said):
        check_free_space(tmp_path, needed)


def test_places_that_cannot_be_written_to_are_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(GroundshiftError, match="cannot be made"):
        Transaction().add(tmp_path / "file" / "a.tif")
    with pytest.raises(GroundshiftError, match="is a folder"):
        Transaction().add(tmp_path)


def test_a_raster_written_by_windows_is_the_array(tmp_path):
    values = np.random.default_rng(0).normal(size=(2, *UTM.shape)).astype("f4")
    values[:, :10] = np.nan
    bands = [BandInfo("velocity_mm_yr", "mm/yr"), BandInfo("velocity_std_mm_yr", "mm/yr")]
    with RasterWriter(tmp_path / "v.tif", UTM, bands) as raster:
        for window in UTM.blocks(64 * 256):
            raster.write(window, values[:, window.slices[0], window.slices[1]])
    grid, got, names = read_raster(tmp_path / "v.tif")
    assert np.array_equal(got, values, equal_nan=True)
    assert names == ["velocity_mm_yr", "velocity_std_mm_yr"]
    assert grid.aligned_with(UTM) and "UTM zone 33N" in grid.crs


def test_a_raster_says_its_unit_no_data_and_tiles(tmp_path):
    from osgeo import gdal

    write_raster(
        tmp_path / "n.tif", UTM, np.ones(UTM.shape), [BandInfo("cohcount", "1", (("A", "b"),))],
        dtype="int16", nodata=-1,
    )  # fmt: skip
    dataset = gdal.Open(str(tmp_path / "n.tif"))
    band = dataset.GetRasterBand(1)
    assert band.GetNoDataValue() == -1 and band.GetUnitType() == "1"
    assert band.GetBlockSize() == [256, 64] and band.GetMetadata()["A"] == "b"


def test_large_rasters_get_overviews(tmp_path):
    from osgeo import gdal

    grid = Grid(1100, 1500, UTM.transform, UTM.crs)
    write_raster(tmp_path / "v.tif", grid, np.ones(grid.shape), [BandInfo("v")])
    dataset = gdal.Open(str(tmp_path / "v.tif"))
    assert dataset.GetRasterBand(1).GetOverviewCount() == 2


@pytest.mark.parametrize("dtype", ["float32", "uint8"])
@pytest.mark.parametrize("shape", [(20, 30), (512, 512), (513, 40), (1024, 1030), (2100, 300)])
def test_rasters_are_cloud_optimised_at_any_size(tmp_path, shape, dtype):
    """By GDAL's own check, warnings included."""
    checks = pytest.importorskip("osgeo_utils.samples.validate_cloud_optimized_geotiff")
    path = tmp_path / "a.tif"
    grid = Grid(*shape, (5e5, 10.0, 0.0, 4.6e6, 0.0, -10.0), wkt_from_epsg(32633))
    values = np.random.default_rng(0).normal(100, 20, (2, *shape)).astype(dtype)
    bands = [BandInfo("velocity_mm_yr", "mm/yr"), BandInfo("second", "", (("DATE", "20200101"),))]
    write_raster(path, grid, values, bands, dtype=dtype, nodata=0, metadata={"NOTE": "kept"})
    warnings, errors, _ = checks.validate(str(path), full_check=True)
    assert (warnings, errors) == ([], [])
    back_grid, back, names = read_raster(path)
    np.testing.assert_array_equal(np.where(values == 0, back, values), back)
    assert back_grid.transform == grid.transform
    assert names == ["velocity_mm_yr", "second"]
    with gdal_errors() as gdal:
        dataset = gdal.Open(str(path))
        assert dataset.GetMetadataItem("NOTE") == "kept"
        assert dataset.GetRasterBand(1).GetUnitType() == "mm/yr"
        assert dataset.GetRasterBand(2).GetMetadataItem("DATE") == "20200101"
    assert [one.name for one in tmp_path.iterdir()] == ["a.tif"]


NO_GDAL = """
import sys
sys.path.insert(0, sys.argv[1])
import qgis_env
qgis_env.load_package(linked=True)
sys.modules["osgeo"] = None  # as where there is none
import numpy as np
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.atomic import Transaction
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster

def says(function):
    try:
        function()
    except GroundshiftError as error:
        print(error)

def in_transaction(name):
    with Transaction() as files:
        files.add(name)
        from osgeo import ogr

open(sys.argv[2] + "/there.tif", "w").close()
says(lambda: in_transaction(sys.argv[2] + "/a.tif"))
says(lambda: in_transaction(sys.argv[2] + "/a.h5"))
says(lambda: read_raster(sys.argv[2] + "/there.tif"))
"""


def test_without_gdal_there_is_one_sentence(tmp_path):
    """Installed by pip there is no GDAL: HDF5 and CSV go on, the rest says what it lacks."""
    scripts = Path(__file__).resolve().parents[2] / "scripts"
    done = subprocess.run(
        [sys.executable, "-c", NO_GDAL, str(scripts), str(tmp_path)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith(str(tmp_path / "a.tif"))
    assert all("GDAL's Python package (osgeo) is missing; install it" in line for line in lines)


def test_a_raster_that_is_none_is_named(tmp_path):
    (tmp_path / "x.tif").write_text("not a tiff")
    with pytest.raises(GroundshiftError, match="x.tif: cannot be read"):
        read_raster(tmp_path / "x.tif")
    with pytest.raises(GroundshiftError, match="no such file"):
        read_raster(tmp_path / "y.tif")


PAIRS = np.array(
    [["2020-01-05", "2020-01-17"], ["2020-01-17", "2020-01-29"], ["2020-01-05", "2020-01-29"]],
    "datetime64[D]",
)


def write_stack(path, **attributes):
    rng = np.random.default_rng(1)
    phase = rng.normal(size=(3, *UTM.shape)).astype("f4")
    coherence = rng.uniform(size=phase.shape).astype("f4")
    whole = Window(0, 0, *UTM.shape)
    attributes = {"NLOOKS": "40", **attributes}
    with hdf5.StackWriter(path, UTM, PAIRS, 0.0555, [1.0, 2.0, 3.0], True, attributes) as writer:
        for k in range(3):
            writer.write(k, whole, phase[k], coherence[k])
    return phase, coherence


@pytest.mark.parametrize(
    "attributes, looks",
    [
        ({"NCORRLOOKS": "17.5", "NLOOKS": "40", "RLOOKS": "20", "ALOOKS": "4"}, 17.5),
        ({"RLOOKS": "20", "ALOOKS": "4"}, 80 / 1.94),
        ({"NLOOKS": "many", "RLOOKS": "1", "ALOOKS": "1"}, 1.0),
        ({"NCORRLOOKS": "nan", "RLOOKS": "3"}, None),
    ],
)
def test_looks_are_the_independent_ones_as_mintpy_takes_them(attributes, looks):
    assert layout.looks_of(attributes) == looks


def test_a_stack_comes_back_as_it_was_written(tmp_path):
    phase, coherence = write_stack(tmp_path / "s.h5")
    stack = hdf5.read_stack(tmp_path / "s.h5")
    assert stack.grid == UTM and stack.wavelength == 0.0555 and stack.looks == 40 / 1.94
    assert np.array_equal(stack.pairs, PAIRS) and stack.keep.all()
    window = Window(7, 11, 20, 30)
    with hdf5.StackReader(stack) as reader:
        block = reader.read(window)
    assert np.array_equal(block.phase, phase[:, 7:27, 11:41])
    assert np.array_equal(block.coherence, coherence[:, 7:27, 11:41])
    with hdf5.StackReader(stack, np.array([True, False, True])) as reader:
        assert np.array_equal(reader.read(window).phase, phase[[0, 2], 7:27, 11:41])


def test_the_layout_is_mintpys(tmp_path):
    write_stack(tmp_path / "s.h5")
    with h5py.File(tmp_path / "s.h5") as file:
        assert file.attrs["FILE_TYPE"] == "ifgramStack"
        assert file["unwrapPhase"].shape == (3, *UTM.shape)
        assert file["date"][0].tolist() == [b"20200105", b"20200117"]
        assert file.attrs["X_STEP"] == "20.0" and file.attrs["EPSG"] == "32633"
        assert file.attrs["X_UNIT"] == "meters" and file["dropIfgram"][()].all()


def test_zero_is_no_data_in_stacks_that_others_wrote(tmp_path):
    write_stack(tmp_path / "s.h5")
    with h5py.File(tmp_path / "s.h5", "a") as file:
        del file.attrs["NO_DATA_VALUE"]
        file["unwrapPhase"][0, 0, 0] = 0
    with hdf5.StackReader(hdf5.read_stack(tmp_path / "s.h5")) as reader:
        assert np.isnan(reader.read(Window(0, 0, 1, 1)).phase[0, 0, 0])


def damaged(path, what):
    if what == "truncated":
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
        return
    with h5py.File(path, "a") as file:
        if what == "no phase":
            del file["unwrapPhase"]
        elif what == "no wavelength":
            del file.attrs["WAVELENGTH"]
        elif what == "wavelength in cm":
            file.attrs["WAVELENGTH"] = "5.55"
        elif what == "no size":
            del file.attrs["LENGTH"]
        elif what == "other size":
            file.attrs["WIDTH"] = "10"
        elif what == "bad date":
            file["date"][0, 0] = b"20201399"


@pytest.mark.parametrize(
    "what, says",
    [
        ("truncated", "cannot be read as HDF5"), ("no phase", "no dataset 'unwrapPhase'"),
        ("no wavelength", "no WAVELENGTH"), ("wavelength in cm", "not in metres"),
        ("no size", "LENGTH and WIDTH"), ("other size", "do not agree"),
        ("bad date", "not YYYYMMDD"),
    ],
)  # fmt: skip
def test_a_damaged_stack_is_refused_in_one_sentence(tmp_path, what, says):
    write_stack(tmp_path / "s.h5")
    damaged(tmp_path / "s.h5", what)
    with pytest.raises(GroundshiftError, match=says):
        hdf5.read_stack(tmp_path / "s.h5")


def test_a_series_comes_back_with_its_layers(tmp_path):
    dates = np.unique(PAIRS)
    series = np.random.default_rng(2).normal(size=(3, *UTM.shape)).astype("f4")
    whole = Window(0, 0, *UTM.shape)
    with hdf5.TimeSeriesWriter(
        tmp_path / "t.h5", UTM, dates, [0, 1, 2], {"A": "b"}, {"temporalCoherence": ("f4", "1")}
    ) as writer:
        writer.write(whole, series, temporalCoherence=series[0])
        writer.table("pairNoiseCovariance", np.eye(3))
    got = hdf5.read_timeseries(tmp_path / "t.h5")
    assert got.layers == ("temporalCoherence",) and got.attributes["A"] == "b"
    assert np.array_equal(got.dates, dates)
    with hdf5.TimeSeriesReader(got) as reader:
        assert np.array_equal(reader.read(whole), series)
        assert np.array_equal(reader.layer("temporalCoherence", whole), series[0])
        assert reader.table("pairNoiseCovariance").shape == (3, 3)
        assert reader.table("nothing") is None


def test_a_series_with_dates_out_of_order_is_refused(tmp_path):
    dates = np.unique(PAIRS)[[0, 2, 1]]
    with hdf5.TimeSeriesWriter(tmp_path / "t.h5", UTM, dates, [0, 1, 2], {}, {}):
        pass
    with pytest.raises(GroundshiftError, match="not in order"):
        hdf5.read_timeseries(tmp_path / "t.h5")


def test_geometry_comes_back(tmp_path):
    layers = {"height": np.full(UTM.shape, 5.0), "incidenceAngle": np.full(UTM.shape, 39.0)}
    hdf5.write_geometry(tmp_path / "g.h5", UTM, layers, {})
    grid, got = hdf5.read_geometry(tmp_path / "g.h5")
    assert grid == UTM and set(got) == set(layers) and got["height"][3, 4] == 5.0


def test_mintpys_own_files_are_read(shared_data):
    grid, values, _ = read_raster(shared_data("kirishima_mintpy") / "height.tif")
    with hdf5.open_hdf5(shared_data("kirishima_mintpy") / "velocity.h5") as file:
        placed = hdf5.grid_of(dict(file.attrs), "velocity.h5")
        assert file["velocity"].shape == placed.shape
    assert "WGS 84" in placed.crs

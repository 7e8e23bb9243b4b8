# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stacks of radar images on disk."""

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.metric import pixel_size_m
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.images import SlcReader, SlcStackWriter, read_slc_stack

DATES = np.array(["2020-01-01", "2020-01-13", "2020-01-25"], "datetime64[D]")
GRID = Grid(20, 30, (500000.0, 10.0, 0.0, 4500000.0, 0.0, -5.0), wkt_from_epsg(32633))
WHOLE = Window(0, 0, 20, 30)


@pytest.fixture
def images():
    rng = np.random.default_rng(1)
    return (rng.normal(size=(3, 20, 30)) + 1j * rng.normal(size=(3, 20, 30))).astype(np.complex64)


@pytest.fixture
def stack_file(tmp_path, images):
    path = tmp_path / "slcStack.h5"
    layers = {"temporalCoherence": (np.float32, "1")}
    with SlcStackWriter(
        path, GRID, DATES, 0.0555, [0, 50, np.nan], ("VV", "VH"), layers=layers
    ) as out:  # fmt: skip
        out.write(WHOLE, images)
        out.write(Window(5, 10, 10, 20), 3 * images[1:, 5:15, 10:], polarisation=1, first=1)
        out.layer("temporalCoherence", WHOLE, np.abs(images[0]))
    return path


def test_round_trip(stack_file, images):
    stack = read_slc_stack(stack_file)
    assert stack.grid == GRID
    assert (stack.dates == DATES).all()
    assert stack.polarisations == ("VV", "VH")
    assert stack.layers == ("temporalCoherence",)
    np.testing.assert_array_equal(stack.perpendicular_baseline, [0, 50, np.nan])
    assert stack.spacing == pytest.approx((5.0, 10.0), rel=2e-3)
    with SlcReader(stack) as reader:
        np.testing.assert_array_equal(reader.read(WHOLE).values, images)
        np.testing.assert_array_equal(
            reader.layer("temporalCoherence", Window(3, 4, 2, 2)), np.abs(images[0, 3:5, 4:6])
        )


def test_window_with_margin(stack_file, images):
    with SlcReader(read_slc_stack(stack_file), "VH", margin=(2, 3)) as reader:
        block = reader.read(Window(4, 8, 10, 22))
    assert block.values.shape == (3, 14, 28)
    inner = 3 * images[:, 4:14, 8:30]
    inner[0] = np.nan  # never written
    inner[:, 0], inner[:, :, :2] = np.nan, np.nan
    np.testing.assert_array_equal(block.inner, inner)
    # Two rows above row 4, of which none was written; one below that was.
    assert np.isnan(block.values[:, :3]).all()
    np.testing.assert_array_equal(block.values[1:, 12, 5:25], 3 * images[1:, 14, 10:30])
    assert np.isnan(block.values[:, :, 25:]).all()  # beyond the border


def test_lookup_makes_radar_coordinates(tmp_path, images):
    path = tmp_path / "radar.h5"
    grid = Grid(20, 30)
    with SlcStackWriter(
        path, grid, DATES, 0.0555, np.zeros(3), spacing=(14.0, 4.0), with_lookup=True
    ) as out:  # fmt: skip
        out.write(WHOLE, images)
        out.layer("latitude", WHOLE, np.full((20, 30), 45.123456789))
        out.layer("longitude", WHOLE, np.full((20, 30), 10.0))
    stack = read_slc_stack(path)
    assert stack.has_lookup and not stack.grid.crs and stack.layers == ()
    assert stack.spacing == (14.0, 4.0)
    with SlcReader(stack) as reader:
        assert reader.layer("latitude", WHOLE)[0, 0] == 45.123456789


def test_mintpy_reads_the_layout(stack_file):
    with h5py.File(stack_file) as file:
        assert file["slc"].dtype == np.complex64
        assert file["date"][1] == b"20200113"
        assert file.attrs["FILE_TYPE"] == "slc" and file.attrs["LENGTH"] == "20"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda f: f.__delitem__("slc"), "no dataset 'slc'"),
        (lambda f: f.__delitem__("slc_VH"), "'slc_VH' is missing"),
        (lambda f: f["date"].__setitem__(0, b"20210101"), "not in order"),
        (lambda f: f["date"].__setitem__(0, b"hello   "), "not YYYYMMDD"),
        (lambda f: f.attrs.__delitem__("WAVELENGTH"), "no WAVELENGTH"),
        (lambda f: f.attrs.__setitem__("LENGTH", "19"), "has to be (3, 19, 30) complex"),
    ],
)
def test_damaged_files_are_named(stack_file, change, words):
    with h5py.File(stack_file, "r+") as file:
        change(file)
    with pytest.raises(GroundshiftError, match="slcStack.h5") as told:
        read_slc_stack(stack_file)
    assert words in str(told.value)


def test_unknown_polarisation(stack_file):
    with pytest.raises(GroundshiftError, match="no polarisation HH"):
        SlcReader(read_slc_stack(stack_file), "HH")


def test_pixel_size_in_degrees():
    grid = Grid(10, 10, (10.0, 0.001, 0.0, 60.005, 0.0, -0.002), wkt_from_epsg(4326))
    down, across = pixel_size_m(grid)
    assert down == pytest.approx(0.002 * 111412, rel=1e-3)
    assert across == pytest.approx(0.001 * 55800, rel=1e-3)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Results in radar coordinates land where they belong."""

import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.atomic import Transaction
from groundshift.algorithms.formats.hdf5.images import SlcStackWriter, read_slc_stack
from groundshift.algorithms.formats.placing import map_grid, placed_writer, point_places
from groundshift.algorithms.formats.rasters import BandInfo, read_raster

DATES = np.array(["2020-01-01", "2020-01-13"], "datetime64[D]")
METRES = np.array([111300 * np.cos(np.radians(46)), 111200.0])
AZIMUTH, RANGE = 14.0, 3.7


def skewed_lookup(rows, cols, heading):
    """Longitude and latitude of a radar image: turned by the heading, warped by terrain."""
    turn = np.radians(heading)
    row, col = np.mgrid[0:rows, 0:cols].astype(float)
    along = row * AZIMUTH
    across = col * RANGE + 25 * np.sin(col / 60) * np.sin(row / 40) + 0.1 * along
    east = across * np.cos(turn) + along * np.sin(turn)
    north = -across * np.sin(turn) + along * np.cos(turn)
    return 13 + east / METRES[0], 46 + north / METRES[1]


def radar_stack(path, rows=301, cols=503, heading=-12.5, hole=False):
    longitude, latitude = skewed_lookup(rows, cols, heading)
    if hole:
        longitude[:20], latitude[:20] = 0, 0
    whole = Window(0, 0, rows, cols)
    with SlcStackWriter(
        path, Grid(rows, cols), DATES, 0.0555, [0, 10], with_lookup=True
    ) as out:  # fmt: skip
        out.layer("longitude", whole, longitude)
        out.layer("latitude", whole, latitude)
    return read_slc_stack(path)


@pytest.mark.parametrize("heading", [-12.5, 192.0, 90.0])
@pytest.mark.parametrize("strides", [(1, 1), (3, 6), (2, 5)])
def test_rasters_and_points_land_within_half_a_pixel(tmp_path, heading, strides):
    stack = radar_stack(tmp_path / "s.h5", heading=heading)
    rows, cols = stack.grid.rows // strides[0], stack.grid.cols // strides[1]
    row, col = np.mgrid[0:rows, 0:cols]
    bands = [BandInfo("row"), BandInfo("col", "pixel")]
    with placed_writer(tmp_path / "r.tif", stack, bands, strides=strides) as out:
        half = rows // 2
        out.write(Window(0, 0, half, cols), np.stack([row, col])[:, :half])
        out.write(Window(half, 0, rows - half, cols), np.stack([row, col])[:, half:])
    grid, values, names = read_raster(tmp_path / "r.tif")
    assert names == ["row", "col"] and grid.crs
    there = np.isfinite(values[0])
    # All of the image, and next to nothing else.
    size = METRES * np.abs(grid.transform[1::4])
    area = there.sum() * size.prod()
    assert area == pytest.approx(rows * cols * AZIMUTH * RANGE * np.prod(strides), rel=0.03)
    # What a map pixel shows is the place in the image that lies there, by the lookup itself.
    inner = there & (values[0] > 1) & (values[0] < rows - 2)
    inner &= (values[1] > 1) & (values[1] < cols - 2)
    x, y, crs = point_places(stack, values[0][inner], values[1][inner], strides)
    assert crs == wkt_from_epsg(4326)
    off = (np.stack([x, y]) - np.stack(grid.xy(*np.nonzero(inner)))).T * METRES
    pixel = min(AZIMUTH * strides[0], RANGE * strides[1])
    assert np.hypot(*off.T).max() < 0.5 * pixel
    # Points against the lookup's own formula, so that both are not off together.
    longitude, latitude = skewed_lookup(*stack.grid.shape, heading)
    (down, across) = strides
    middle = longitude[: rows * down, : cols * across].reshape(rows, down, cols, across)
    x, y, _ = point_places(stack, [40, 7], [30, 50], strides)
    np.testing.assert_allclose(x, middle.mean(axis=(1, 3))[[40, 7], [30, 50]], atol=2e-6)


def test_classes_stay_classes(tmp_path):
    stack = radar_stack(tmp_path / "s.h5", hole=True)
    classes = np.random.default_rng(1).choice([1, 7, 9], stack.grid.shape).astype(np.uint8)
    with placed_writer(
        tmp_path / "c.tif", stack, [BandInfo("class")], dtype="uint8", nodata=255,
        metadata={"made": "here"},
    ) as out:  # fmt: skip
        out.write(Window(0, 0, *stack.grid.shape), classes)
    _, values, _ = read_raster(tmp_path / "c.tif")
    assert set(np.unique(values)) == {1, 7, 9, 255}
    assert sorted(f.name for f in tmp_path.iterdir()) == ["c.tif", "s.h5"]
    x, y, _ = point_places(stack, [3, 100], [100, 100])
    assert np.isnan(x[0]) and np.isnan(y[0]) and np.isfinite([x[1], y[1]]).all()


def test_pixels_of_the_map_suit_the_images(tmp_path):
    stack = radar_stack(tmp_path / "s.h5")
    grid = map_grid(stack)
    size = METRES * np.abs(grid.transform[1::4])
    np.testing.assert_allclose(size, RANGE, rtol=0.05)
    size = METRES * np.abs(map_grid(stack, (1, 4)).transform[1::4])
    np.testing.assert_allclose(size, AZIMUTH, rtol=0.1)


def test_with_a_crs_all_goes_straight_through(tmp_path):
    grid = Grid(40, 60, (5e5, 10.0, 0, 4.5e6, 0, -5.0), wkt_from_epsg(32633))
    values = np.arange(20.0 * 30).reshape(20, 30)
    with placed_writer(tmp_path / "m.tif", grid, [BandInfo("a")], strides=(2, 2)) as out:
        out.write(Window(0, 0, 20, 30), values)
    found, read, _ = read_raster(tmp_path / "m.tif")
    assert found.transform == (5e5, 20.0, 0, 4.5e6, 0, -10.0)
    np.testing.assert_array_equal(read[0], values)


def test_without_a_lookup_it_stays_in_radar_coordinates(tmp_path):
    with placed_writer(tmp_path / "m.tif", Grid(4, 5), [BandInfo("a")]) as out:
        out.write(Window(0, 0, 4, 5), np.ones((4, 5)))
    assert not read_raster(tmp_path / "m.tif")[0].crs


def test_a_failure_leaves_nothing(tmp_path):
    stack = radar_stack(tmp_path / "s.h5", 30, 40)

    def fail():
        with placed_writer(tmp_path / "m.tif", stack, [BandInfo("a")]):
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        fail()
    assert [f.name for f in tmp_path.iterdir()] == ["s.h5"]


def test_damaged_lookups_are_named(tmp_path):
    stack = radar_stack(tmp_path / "s.h5", 30, 40)
    import h5py

    with h5py.File(tmp_path / "s.h5", "r+") as file:
        file["latitude"][...] = 0
    with pytest.raises(GroundshiftError, match="hold no places"):
        map_grid(stack)
    with h5py.File(tmp_path / "s.h5", "r+") as file:
        file["latitude"][...] = np.linspace(-80, 80, 1200).reshape(30, 40)
        file["longitude"][...] = np.linspace(-170, 170, 1200).reshape(30, 40)
    with pytest.raises(GroundshiftError, match="s.h5"):
        map_grid(stack)


@pytest.mark.parametrize("size_kib", [300, 1500, 2600, 4200])
def test_full_disks(tmp_path, mounted, size_kib):
    stack = radar_stack(tmp_path / "s.h5")
    disk = mounted(size_kib)
    noise = np.random.default_rng(1).normal(size=stack.grid.shape).astype(np.float32)

    def write():
        with Transaction() as files, placed_writer(
            files.add(disk / "m.tif"), stack, [BandInfo("a")]
        ) as out:  # fmt: skip
            out.write(Window(0, 0, *stack.grid.shape), noise)

    with pytest.raises(GroundshiftError, match="the disk is full"):
        write()
    assert list(disk.iterdir()) == []

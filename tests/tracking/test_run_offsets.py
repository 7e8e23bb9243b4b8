# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets of two images, the whole way."""

import h5py
import numpy as np
import pytest

pytest.importorskip("osgeo.gdal", reason="GDAL for Python is not on this machine")

from area_layers import layer
from groundshift.algorithms.data.axes import ground_axes
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.offsets import RADAR
from groundshift.algorithms.data.statistics import nmad
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5.images import SlcStackWriter
from groundshift.algorithms.formats.offsets.offset_raster import OffsetReader, read_offsets
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.tables import read_table
from groundshift.algorithms.formats.vectors.wkb import polygon_wkb
from groundshift.algorithms.toolbox import call
from pyproj import Geod
from scipy.ndimage import map_coordinates
from small_slc import skewed
from textured import pair, speckle, texture

UTM, DEGREES = wkt_from_epsg(32633), wkt_from_epsg(4326)
WEST, NORTH, CELL = 500000.0, 4700000.0, 10.0
SIDE = 300
MOVE = 1.3, -2.2  # rows and columns


def metric(rows=SIDE, cols=SIDE, cell=CELL, west=WEST, north=NORTH, crs=UTM):
    return Grid(rows, cols, (west, cell, 0.0, north, 0.0, -cell), crs)


def write(path, grid, values, name="brightness"):
    write_raster(path, grid, values.astype(np.float32), [BandInfo(name)])
    return path


def images(folder, move=MOVE, noise=0.05, grid=None, names=("a_20200105.tif", "b_20200117.tif")):
    grid = grid or metric()
    values = pair(grid.shape, move, noise)
    return [write(folder / name, grid, one) for name, one in zip(names, values)]


def run(folder, reference=None, secondary=None, **others):
    notes = []
    job = {"note": notes.append, "warn": lambda text: notes.append(f"! {text}")}
    values = {"chip": "32", "search": 4, **others}
    found = call(
        "offsets", job, reference=reference, secondary=secondary, offsets=folder / "offsets.tif",
        magnitude=folder / "magnitude.tif", **values,
    )  # fmt: skip
    return found, notes


def test_little_that_was_found_is_told(tmp_path):
    """A corner alone shows the same ground."""
    first, second = images(tmp_path)
    grid, (same,), _ = read_raster(second)
    other = 1000 + 100 * texture(*np.indices(grid.shape), seed=77)
    other[:64, :64] = same[:64, :64]
    found, notes = run(tmp_path, first, write(second, grid, other))
    assert found["found"] > 0
    assert any("of the chips that show something were found again" in note for note in notes)
    _, notes = run(tmp_path, *images(tmp_path))
    assert not any("were found again" in note for note in notes)


def whole(path):
    offsets = read_offsets(path)
    with OffsetReader(offsets) as reader:
        return offsets, reader.read(Window(0, 0, *offsets.grid.shape))


def test_uniform_motion_in_metres(tmp_path):
    found, notes = run(
        tmp_path, *images(tmp_path), platform="S2A", direction=tmp_path / "direction.tif",
        arrows=tmp_path / "arrows.gpkg",
    )  # fmt: skip
    offsets, block = whole(tmp_path / "offsets.tif")
    assert offsets.name == "20200105_20200117"
    assert offsets.platform == "S2A"
    assert offsets.grid.shape == (37, 37)
    east, north = block.values
    assert np.nanmedian(east) == pytest.approx(-22.0, abs=0.05)
    assert np.nanmedian(north) == pytest.approx(-13.0, abs=0.05)
    assert np.nanstd(east) < 0.12  # hundredths of a pixel
    assert set(np.unique(block.chip[np.isfinite(block.chip)])) == {32.0}
    assert 0.5 < np.nanmedian(block.std) / np.nanstd(east) < 2
    assert found["median"] == pytest.approx(np.hypot(22, 13), abs=0.1)
    direction = read_raster(tmp_path / "direction.tif")[1][0]
    truth = np.degrees(np.arctan2(-22.0, -13.0)) % 360
    assert np.nanmedian(direction) == pytest.approx(truth, abs=0.3)
    table = read_table(str(tmp_path / "arrows.gpkg"))
    np.testing.assert_allclose(table.columns["direction_deg"], truth, atol=1.0)
    assert any("No stable ground" in note for note in notes)


def test_vectors_are_those_on_the_ground(tmp_path):
    """In degrees at 60 north a column is half as wide; far from the meridian, grids are turned."""
    geod = Geod(ellps="WGS84")
    for grid in (
        metric(cell=0.0001, west=15.0, north=60.0, crs=DEGREES),
        metric(west=900000.0, north=7400000.0),
    ):
        run(tmp_path, *images(tmp_path, grid=grid))
        offsets, block = whole(tmp_path / "offsets.tif")
        place = np.array([148.0, 148.0])
        x, y = grid.xy(*np.stack([place, place + MOVE], axis=1))
        if grid.crs == UTM:
            from pyproj import Transformer

            x, y = Transformer.from_crs(UTM, DEGREES, always_xy=True).transform(x, y)
        way, _, length = geod.inv(x[0], y[0], x[1], y[1])
        found = block.values[:, 18, 18]
        truth = length * np.sin(np.radians(way)), length * np.cos(np.radians(way))
        np.testing.assert_allclose(found, truth, atol=0.03 * CELL)
    assert abs(way - np.degrees(np.arctan2(-22.0, -13.0))) > 3  # the grid's north is another one


def test_stable_ground_takes_misregistration_off(tmp_path):
    """The right half slides; all of the secondary is misplaced by half a pixel."""

    def move(y, x):
        return 0.5 + 0 * y, np.where(x > SIDE / 2, 2.0, 0.0)

    reference, secondary = images(tmp_path, move)
    corners = np.array([[20, 20], [1200, 20], [1200, 2900], [20, 2900], [20, 20]], float)
    polygon = polygon_wkb([corners * (1, -1) + (WEST, NORTH)])
    layer(tmp_path / "stable.gpkg", "polygon", [polygon], UTM)
    found, _ = run(tmp_path, reference, secondary, stable=(str(tmp_path / "stable.gpkg"), ""))
    _, block = whole(tmp_path / "offsets.tif")
    assert found["row_bias"] == pytest.approx(0.5, abs=0.01)
    assert found["col_bias"] == pytest.approx(0.0, abs=0.01)
    assert found["stable_count"] > 300
    assert np.nanmedian(block.values[0][:, 24:]) == pytest.approx(20.0, abs=0.1)
    assert np.nanmedian(block.values[1]) == pytest.approx(0.0, abs=0.1)
    still = np.isfinite(block.values[0]) & (np.arange(37) < 12)  # chips that see nothing else
    for k in (0, 1):
        assert 0.9 < np.std((block.values[k] / block.std[k])[still]) < 1.15
    mask = np.zeros((SIDE, SIDE))
    mask[:, :120] = 1
    other, _ = run(
        tmp_path, reference, secondary, stable_mask=write(tmp_path / "m.tif", metric(), mask)
    )
    assert other["row_bias"] == pytest.approx(found["row_bias"], abs=0.003)


def test_deviations_hold_at_the_edges_of_a_slide(tmp_path):
    """Without smaller chips and what is smeared 2.5 times the deviations told, and 6 % is lost."""

    def part(y, x):
        away = np.maximum(np.abs(y - 150) - 45, np.abs(x - 150) - 85)
        return 1 / (1 + np.exp(away / 4))

    reference, secondary = images(
        tmp_path, lambda y, x: (0.9 * part(y, x), -1.2 * part(y, x)), noise=0.1
    )
    lost, ratio = {}, {}
    place = np.arange(37) * 8 + 3.5
    share = part(place[:, None], place)
    edge = (share > 0.02) & (share < 0.98)
    for edges in (False, True):
        _, notes = run(tmp_path, reference, secondary, edges=edges, search=3)
        _, block = whole(tmp_path / "offsets.tif")
        error = block.values / CELL - np.stack([-1.2 * share, -0.9 * share])
        ratio[edges] = np.sqrt(np.nanmean((error * CELL / block.std)[:, edge] ** 2))
        lost[edges] = 1 - np.nansum(block.values[0][share > 0.5]) / (-12 * share[share > 0.5]).sum()
        assert any("of half the size" in note for note in notes) == edges
    assert {16.0, 32.0} == set(np.unique(block.chip[np.isfinite(block.chip)]))
    assert 0.7 < ratio[True] < 1.3 and ratio[False] < 2
    assert abs(lost[True]) < 0.6 * lost[False]


def test_larger_chips_help_where_small_ones_fail(tmp_path):
    first, second = pair((SIDE, SIDE), MOVE, 0.05)
    second[:, :150] += np.random.default_rng(5).normal(size=(SIDE, 150)) * 600
    reference, secondary = (
        write(tmp_path / name, metric(), one) for name, one in (("a.tif", first), ("b.tif", second))
    )
    small, _ = run(tmp_path, reference, secondary, chip="16", correlation=0.35)
    both, _ = run(tmp_path, reference, secondary, chip="16, 64", correlation=0.1)
    _, block = whole(tmp_path / "offsets.tif")
    assert both["share"] > small["share"] + 0.1
    assert (block.chip[5:-5, 24:-5] == 16).mean() > 0.95
    assert (block.chip[5:-5, 5:14] == 64).mean() > 0.2
    assert np.nanmedian(block.values[0][5:-5, 5:14]) == pytest.approx(-22.0, abs=1.0)


def test_pixels_that_lie_between_the_reference_s(tmp_path):
    """The secondary's grid begins elsewhere, by 12.4 and 7.7 pixels."""
    reference = write(tmp_path / "a.tif", metric(), pair((SIDE, SIDE), (0, 0))[0])
    y, x = np.indices((SIDE + 10, SIDE - 5), float)
    values = 1000 + 100 * texture(y - 12.4 - MOVE[0], x + 7.7 - MOVE[1])
    grid = metric(SIDE + 10, SIDE - 5, west=WEST + 7.7 * CELL, north=NORTH + 12.4 * CELL)
    found, notes = run(tmp_path, reference, write(tmp_path / "b.tif", grid, values))
    _, block = whole(tmp_path / "offsets.tif")
    assert np.nanmedian(block.values[0]) == pytest.approx(-22.0, abs=0.02)
    assert np.nanmedian(block.values[1]) == pytest.approx(-13.0, abs=0.02)
    assert found["share"] > 0.85
    assert not any("resampled" in note for note in notes)


def test_other_pixels_are_resampled_and_told(tmp_path):
    reference = write(tmp_path / "a.tif", metric(), pair((SIDE, SIDE), (0, 0))[0])
    y, x = np.indices((SIDE + 60, SIDE + 60), float) * 0.9
    values = 1000 + 100 * texture(y - MOVE[0], x - MOVE[1])
    # Pixel (0, 0) of both has the same centre.
    grid = metric(SIDE + 60, SIDE + 60, 9.0, WEST + 0.5, NORTH - 0.5)
    _, notes = run(tmp_path, reference, write(tmp_path / "b.tif", grid, values))
    _, block = whole(tmp_path / "offsets.tif")
    assert any("is resampled" in note for note in notes)
    assert np.nanmedian(block.values[0]) == pytest.approx(-22.0, abs=0.3)
    assert np.nanmedian(block.values[1]) == pytest.approx(-13.0, abs=0.3)


def test_blocks_do_not_matter(tmp_path):
    """Two blocks instead of one, and holes at odd places."""
    grid = metric(700, 300)
    first, second = pair(grid.shape, MOVE, 0.05)
    first[490:530, 100:140] = np.nan
    reference, secondary = (
        write(tmp_path / name, grid, one) for name, one in (("a.tif", first), ("b.tif", second))
    )
    run(tmp_path, reference, secondary, chip="32 64", memory=2048)
    one = whole(tmp_path / "offsets.tif")[1].stacked()
    run(tmp_path, reference, secondary, chip="32 64", memory=64)
    np.testing.assert_array_equal(whole(tmp_path / "offsets.tif")[1].stacked(), one)


def make_stack(path, values, dates, **details):
    grid = Grid(*values[0].shape)
    with SlcStackWriter(path, grid, dates, 0.056, np.zeros(len(dates)), **details) as writer:
        writer.write(Window(0, 0, *grid.shape), np.stack(values))
    return path


def test_complex_images_of_a_stack(tmp_path):
    dates = np.array(["2020-01-05", "2020-01-11", "2020-01-17"], "datetime64[D]")
    still, moved = speckle(300, MOVE, 0.8, seed=2, middle=(0.5, 1.0))
    other = speckle(300, (0, 0), 0.8, seed=9)[0]
    stack = make_stack(
        tmp_path / "s.h5", [still, other, moved], dates, spacing=(14.0, 6.0),
        attributes={"PLATFORM": "S1A"},
    )  # fmt: skip
    found, notes = run(tmp_path, stack=stack, range_spacing=2.3)
    offsets, block = whole(tmp_path / "offsets.tif")
    assert offsets.components == RADAR
    assert offsets.platform == "S1A"
    assert offsets.name == "20200105_20200117"
    # Columns go away from the satellite, rows along its flight.
    assert np.nanmedian(block.values[0]) == pytest.approx(2.2 * 2.3, abs=0.02)
    assert np.nanmedian(block.values[1]) == pytest.approx(1.3 * 14.0, abs=0.1)
    assert np.nanstd(block.values[0]) / 2.3 < 0.025
    assert np.nanmedian(block.std[0]) / 2.3 == pytest.approx(0.0175, rel=0.25)
    assert any("bound of incoherent speckle" in note for note in notes)
    with pytest.raises(GroundshiftError, match="RANGE_SPACING"):
        run(tmp_path, stack=stack)
    with h5py.File(stack, "a") as file:
        # ISCE tells the azimuth pixel at the orbit's height.
        file.attrs.update(PROCESSOR="isce", HEIGHT="700000", EARTH_RADIUS="6371000")
    run(tmp_path, stack=stack)
    along = np.nanmedian(whole(tmp_path / "offsets.tif")[1].values[1])
    assert along == pytest.approx(1.3 * 14.0 * 6371 / 7071, abs=0.1)
    with pytest.raises(GroundshiftError, match="no image of 2020-02-01"):
        run(tmp_path, stack=stack, range_spacing=2.3, secondary_day="20200201")
    with pytest.raises(GroundshiftError, match="the same image"):
        run(tmp_path, stack=stack, range_spacing=2.3, secondary_day="2020-01-05")


def test_a_stack_with_places_is_laid_on_the_map(tmp_path):
    """Rows and columns that are askew; range and azimuth stay what they are."""
    dates = np.array(["2020-01-05", "2020-01-17"], "datetime64[D]")
    images = speckle(300, MOVE, 0.9, seed=2)
    grid = Grid(300, 300)
    lookup = skewed(grid)
    with SlcStackWriter(
        tmp_path / "s.h5", grid, dates, 0.056, np.zeros(2), spacing=(14.0, 6.0), with_lookup=True
    ) as writer:
        writer.write(Window(0, 0, 300, 300), np.stack(images))
        for name, values in lookup.items():
            writer.layer(name, Window(0, 0, 300, 300), values)
    run(tmp_path, stack=tmp_path / "s.h5", range_spacing=2.3)
    offsets, block = whole(tmp_path / "offsets.tif")
    assert offsets.components == RADAR
    assert offsets.grid.crs
    x, y = offsets.grid.xy(*np.indices(offsets.grid.shape))
    known = np.isfinite(block.values[0])
    assert 0.3 < known.mean() < 1
    assert lookup["longitude"].min() < x[known].min() and x[known].max() < lookup["longitude"].max()
    assert np.nanmedian(block.values[0]) == pytest.approx(2.2 * 2.3, abs=0.02)
    assert np.nanmedian(block.values[1]) == pytest.approx(1.3 * 14.0, abs=0.1)


def test_what_cannot_be_tracked_is_said(tmp_path):
    reference, secondary = images(tmp_path)

    def refused(match, first=reference, second=secondary, **others):
        with pytest.raises(GroundshiftError, match=match):
            run(tmp_path, first, second, **others)
        assert not (tmp_path / "offsets.tif").exists()

    refused("the same image twice", second=reference)
    refused("needs 332 pixels", search=150)
    refused("band 3 cannot be tracked", band=3)
    refused("even numbers", chip="31")
    refused("both are needed", second=None)
    refused("is no date", reference_day="yesterday")
    far = write(tmp_path / "far.tif", metric(west=WEST + 1e5), pair((SIDE, SIDE), MOVE)[1])
    refused("no area in common", second=far)
    zone = metric(crs=wkt_from_epsg(32636))
    elsewhere = write(tmp_path / "elsewhere.tif", zone, pair((SIDE, SIDE), MOVE)[1])
    refused("elsewhere.tif: has no area in common", second=elsewhere)
    tiny = [write(tmp_path / f"{k}.tif", metric(3, 3), np.eye(3) + k + 1) for k in range(2)]
    refused("0.tif: the search distance .* the image has 3 x 3", *tiny)
    flat = write(tmp_path / "flat.tif", metric(), np.full((SIDE, SIDE), 7.0))
    refused("the same value everywhere", second=flat)
    bare = write(tmp_path / "bare.tif", metric(crs=""), pair((SIDE, SIDE), MOVE)[1])
    refused("no coordinate reference system", second=bare)
    tilted = Grid(SIDE, SIDE, (WEST, 9.0, 3.0, NORTH, 3.0, -9.0), UTM)
    write_raster(tmp_path / "tilted.tif", tilted, np.ones((SIDE, SIDE)), [BandInfo("b")])
    refused("is rotated", second=tmp_path / "tilted.tif")
    complex_one = tmp_path / "complex.tif"
    write_raster(complex_one, metric(), np.ones((SIDE, SIDE)), [BandInfo("z")], dtype="complex64")
    refused("Import radar images", second=complex_one)
    other = write(tmp_path / "other.tif", metric(), 1000 + 9 * np.random.default_rng(3).normal(
        size=(SIDE, SIDE)))  # fmt: skip
    refused("nothing of a_20200105.tif was found", second=other)


def test_two_images_of_one_day_are_told(tmp_path):
    reference, secondary = images(tmp_path)
    _, notes = run(tmp_path, reference, secondary, secondary_day="20200105")
    assert any("Both images are of 2020-01-05" in note for note in notes)


def test_clouds_and_short_searches_are_told(tmp_path):
    first, second = pair((SIDE, SIDE), (3.7, 0.0), 0.05)
    second[:, 150:] = 255
    reference, secondary = (
        write(tmp_path / name, metric(), one) for name, one in (("a.tif", first), ("b.tif", second))
    )
    _, notes = run(tmp_path, reference, secondary)
    _, block = whole(tmp_path / "offsets.tif")
    assert np.isnan(block.values[0][:, 21:]).all()
    with pytest.raises(GroundshiftError, match="larger search distance"):
        run(tmp_path, reference, secondary, search=2)


def test_edges_of_clouds_do_not_pull_offsets(tmp_path):
    """Round clouds of one value, which no one declared, at other places in both images."""
    first, second = pair((SIDE, SIDE), MOVE, 0.05)
    y, x = np.indices(first.shape)
    for image, row, col in ((first, 100, 90), (second, 180, 200), (second, 92, 101)):
        image[np.hypot(y - row, x - col) < 40] = 1400.0
    reference, secondary = (
        write(tmp_path / name, metric(), one) for name, one in (("a.tif", first), ("b.tif", second))
    )
    found, notes = run(tmp_path, reference, secondary)
    _, block = whole(tmp_path / "offsets.tif")
    error = block.values / CELL - np.array([-2.2, -1.3])[:, None, None]
    assert np.nanmax(np.abs(error)) < 0.1
    assert found["share"] > 0.5
    assert any("nothing to be seen" in note for note in notes)
    assert np.isnan(block.values[0][12, 11]) and np.isnan(block.values[0][22, 25])


def test_a_coherence_is_no_picture(tmp_path):
    first, second = pair((SIDE, SIDE), MOVE, 0.05)
    reference = write(tmp_path / "a.tif", metric(), first, "coherence")
    _, notes = run(tmp_path, reference, write(tmp_path / "b.tif", metric(), second))
    assert any("hardly a picture" in note for note in notes)


def test_a_planted_slide_on_real_relief(shared_data, tmp_path):
    """Hills of Latium with a slope that moves 2.6 pixels down and 1.7 to the left."""
    grid, heights, _ = read_raster(shared_data("srtm3_italy") / "N42E012.hgt")
    height = heights[0, 500:820, 480:800].astype(float)
    y, x = np.indices(height.shape, float)

    def part(row, col):
        away = np.hypot((row - 160) / 70, (col - 160) / 60)
        return 1 / (1 + np.exp((away - 1) * 12))

    row, col = y.copy(), x.copy()
    for _ in range(12):  # where what lies here now came from
        row, col = y - 2.6 * part(row, col), x + 1.7 * part(row, col)
    moved = map_coordinates(height, [row, col], order=5, mode="nearest")
    names, rng = [], np.random.default_rng(0)
    for name, one in (("a.tif", height), ("b.tif", moved)):
        one = one + 0.5 * rng.normal(size=one.shape)
        down, across = np.gradient(one, 85.0)
        light = (1 + down - across) / np.sqrt(1 + down**2 + across**2)
        shaded = np.round(np.clip(147 * light, 1, 255))
        names.append(write(tmp_path / name, metric(*height.shape, 85.0), shaded))
    run(tmp_path, *names)
    _, block = whole(tmp_path / "offsets.tif")
    place = np.arange(block.chip.shape[0]) * 8 + 3.5
    share = part(place[:, None], place)
    error = block.values / 85.0 - np.stack([-1.7 * share, -2.6 * share])
    still, core = share < 1e-4, share > 0.9999
    assert np.isfinite(error[:, core]).all()
    for k in (0, 1):
        assert np.nanstd(error[k][still & (block.chip == 32)]) < 0.01
        assert np.abs(error[k][core]).max() < 0.05
        assert 0.8 < np.nanstd((error[k] * 85.0 / block.std[k])[still]) < 1.25


def test_real_amplitudes_show_no_locking(shared_data, tmp_path):
    """Two Sentinel-1 amplitudes that were resampled on one grid: noise, and where zero lies."""
    folder = shared_data("morocco_s1_pair")
    run(tmp_path, folder / "amp_prm_vv.tif", folder / "amp_sec_vv.tif", step=16)
    offsets, block = whole(tmp_path / "offsets.tif")
    axes = ground_axes(offsets.grid).at(*(n / 2 for n in offsets.grid.shape)) / 16
    for values, std, size in zip(block.values, block.std, (axes[0], axes[3])):
        known = np.isfinite(values)
        pixels = values[known] / abs(size)
        noise = nmad(pixels)
        assert noise < 0.036
        assert np.median(std[known]) / abs(size) == pytest.approx(noise, rel=0.2)
        # As many within a hundredth of zero as noise puts there, not a peak.
        near = np.abs(pixels - np.median(pixels)) < 0.01
        assert (np.abs(pixels) < 0.01).sum() < 1.3 * near.sum()

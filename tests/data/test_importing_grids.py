# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Importing: grids that differ, and what must not depend on how it is run."""

import numpy as np
import product_files as make
import pytest
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.product import Band
from groundshift.algorithms.data.tools.importing import ImportOptions, import_stack
from groundshift.algorithms.errors import Cancelled
from groundshift.algorithms.formats.hdf5.stacks import read_geometry
from groundshift.algorithms.formats.interferograms import find_product
from groundshift.algorithms.formats.raster_source import describe, open_bands
from groundshift.algorithms.formats.regrid import on_grid
from groundshift.algorithms.job import Job
from import_runs import pixels, refusal, run

# Grids


def test_other_grids_are_refused_by_name_and_size(tmp_path):
    make.write_pairs(tmp_path / "p")
    odd = make.phase(0, 2, 6, 9)
    make.write_tif(tmp_path / "p" / "20200105_20200129.unw.tif", odd)
    text = refusal(tmp_path / "p", tmp_path)
    assert "20200105_20200129.unw.tif: the grid is 6x9, the stack's is 6x8" in text
    assert "crop" in text


def test_shifted_grid_and_crs_are_refused(tmp_path):
    make.write_pairs(tmp_path / "p")
    path = tmp_path / "p" / "20200105_20200129.unw.tif"
    make.write_tif(path, make.phase(0, 2), (14.0003, *make.GEOGRAPHIC[1:]))
    assert "do not lie" in refusal(tmp_path / "p", tmp_path)
    assert "resample" in refusal(tmp_path / "p", tmp_path, grids="crop")
    make.write_tif(path, make.phase(0, 2), epsg=None)
    assert "missing" in refusal(tmp_path / "p", tmp_path)
    make.write_tif(path, make.phase(0, 2), make.UTM, 32633)
    assert "EPSG:32633" in refusal(tmp_path / "p", tmp_path)
    assert "grids option" in refusal(tmp_path / "p", tmp_path, grids="stretch")


def test_layers_without_crs_are_noted(tmp_path):
    make.write_pairs(tmp_path / "p", epsg=None)
    report = run(tmp_path / "p", tmp_path)
    assert any("no coordinate reference system" in note for note in report.notes)


def test_crop_to_the_common_area(tmp_path):
    make.write_hyp3(tmp_path / "p", shifts=(0, 2, 0))
    report = run(tmp_path / "p", tmp_path, grids="crop")
    stack, block = pixels(tmp_path)
    assert stack.grid.shape == (6, 6) and stack.grid.transform[0] == 500160.0
    for k, pair in enumerate(((0, 1), (0, 2), (1, 2))):
        np.testing.assert_allclose(block.phase[k, 1:], make.phase(*pair)[1:, 2:], rtol=1e-6)
    assert any("cropped" in note for note in report.notes)
    _, layers = read_geometry(tmp_path / "geometry.h5")
    assert layers["incidenceAngle"].shape == (6, 6) and np.isfinite(layers["azimuthAngle"]).all()


def test_crop_without_common_area(tmp_path):
    make.write_hyp3(tmp_path / "p", shifts=(0, 20, 0))
    assert "no area in common" in refusal(tmp_path / "p", tmp_path, grids="crop")


def test_resample_shifts_whole_pixels_exactly(tmp_path):
    make.write_hyp3(tmp_path / "p", shifts=(0, 2, 0))
    run(tmp_path / "p", tmp_path, grids="resample")
    stack, block = pixels(tmp_path)
    assert stack.grid.shape == (6, 8) and stack.grid.transform[0] == 500000.0
    moved = block.phase[2]  # the pair of dates 1 and 2 lies two pixels east
    assert np.isnan(moved[:, :2]).all()
    np.testing.assert_allclose(moved[1:, 2:], make.phase(1, 2)[1:, 2:], rtol=1e-6)


@pytest.mark.parametrize("budget", [2 << 30, 1])
def test_resample_half_a_pixel_and_other_crs(tmp_path, budget):
    """A plane survives bilinear resampling; NaN stays where it was, in blocks of any size."""
    rows, cols = 90, 300
    row, col = np.mgrid[:rows, :cols].astype(float)
    for first, second in ((0, 1), (1, 2)):
        make.write_tif(
            tmp_path / "p" / f"{make.names(first, second)}.unw.tif", 1 + 0.01 * col + 0.02 * row,
            make.UTM, 32633,
        )  # fmt: skip
    half = (make.UTM[0] + 40.0, 80.0, 0.0, make.UTM[3] + 20.0, 0.0, -80.0)
    values = 1 + 0.01 * (col + 0.5) + 0.02 * (row - 0.25)
    values[40:45, 100:110] = -9999
    make.write_tif(
        tmp_path / "p" / f"{make.names(0, 2)}.unw.tif", values, half, 32633, nodata=-9999
    )  # fmt: skip
    run(tmp_path / "p", tmp_path, grids="resample", budget=budget)
    stack, block = pixels(tmp_path)
    expected = 1 + 0.01 * col + 0.02 * row
    inner = block.phase[1, 2:-2, 2:-2]
    good = np.isfinite(inner)
    np.testing.assert_allclose(inner[42 - 2, 105 - 2], np.nan)
    # The void of 5x10 pixels keeps its size to a pixel on each side.
    assert 4 * 9 <= (~good).sum() <= 7 * 12
    far = good & (np.abs(row - 42) > 5)[2:-2, 2:-2]
    np.testing.assert_allclose(inner[far], expected[2:-2, 2:-2][far], atol=1e-5)
    assert block.phase[0, 3, 4] == pytest.approx(expected[3, 4])


def test_resample_from_degrees_to_metres(tmp_path):
    """Another CRS: a field that is linear in the coordinates comes out in its place."""
    from pyproj import Transformer

    rows, cols = 40, 50
    col, row = np.meshgrid(np.arange(cols) + 0.5, np.arange(rows) + 0.5)
    to_degrees = Transformer.from_crs(32633, 4326, always_xy=True)
    lon, lat = to_degrees.transform(make.UTM[0] + 80 * col, make.UTM[3] - 80 * row)
    for first, second in ((0, 1), (1, 2)):
        name = f"{make.names(first, second)}.unw.tif"
        make.write_tif(tmp_path / "p" / name, 1 + 50 * (lon - lon.min()), make.UTM, 32633)
    west, north, step = lon.min() - 0.02, lat.max() + 0.02, 0.0009
    own_lon = west + step * (np.arange(120) + 0.5)
    values = np.tile(1 + 50 * (own_lon - lon.min()), (90, 1))
    make.write_tif(
        tmp_path / "p" / f"{make.names(0, 2)}.unw.tif", values, (west, step, 0, north, 0, -step)
    )  # fmt: skip
    run(tmp_path / "p", tmp_path, grids="resample")
    _, block = pixels(tmp_path)
    np.testing.assert_allclose(block.phase[1], block.phase[0], atol=2e-3)


@pytest.mark.parametrize("step", [0.0004, 0.0009, 0.004])
def test_resampling_does_not_depend_on_windows(tmp_path, step):
    """Also where pixels become larger and GDAL averages."""
    rng = np.random.default_rng(3)
    path = make.write_tif(tmp_path / "a.tif", rng.normal(size=(80, 90)), make.UTM, 32633)
    wgs84 = describe(make.write_tif(tmp_path / "crs.tif", np.ones((2, 2)))).grid.crs
    target = Grid(70, 75, (14.998, step, 0.0, 39.757, 0.0, -step), wgs84)
    band = Band(str(path))
    with open_bands([band]) as (source,):
        reader = on_grid(source, describe(path).grid, target)
        once = reader.read(Window(0, 0, *target.shape))
        pieces = [reader.read(Window(r, 0, min(9, 70 - r), 75)) for r in range(0, 70, 9)]
    assert np.isfinite(once).any()
    np.testing.assert_allclose(np.concatenate(pieces), once, atol=1e-6)


def test_rows_from_south(tmp_path):
    """Grids whose first row is the southernmost, as source and as target; a plane stays."""
    wgs84 = describe(make.write_tif(tmp_path / "crs.tif", np.ones((2, 2)), make.UTM, 32633))
    north = Grid(60, 70, make.UTM, wgs84.grid.crs)
    south = Grid(50, 60, (500333.0, 90.0, 0.0, make.UTM[3] - 4500, 0.0, 90.0), wgs84.grid.crs)

    def plane(grid):
        x, y = grid.xy(*np.mgrid[: grid.rows, : grid.cols])
        return (x - make.UTM[0]) * 1e-3 + (y - make.UTM[3]) * 2e-3

    for own, target in ((north, south), (south, north)):
        name = f"{len(list(tmp_path.iterdir()))}.tif"
        path = make.write_tif(tmp_path / name, plane(own), own.transform, 32633)
        with open_bands([Band(str(path))]) as (source,):
            got = on_grid(source, own, target).read(Window(5, 5, 20, 30))
        np.testing.assert_allclose(got, plane(target)[5:25, 5:35], atol=1e-5)


# Running


def test_small_budget_gives_the_same_stack(tmp_path):
    for first, second in make.PAIRS:
        values = make.phase(first, second, 150, 600)
        make.write_tif(tmp_path / "p" / f"{make.names(first, second)}.unw.tif", values)
    run(tmp_path / "p", tmp_path)
    _, whole = pixels(tmp_path)
    report = run(tmp_path / "p", tmp_path, budget=1)
    _, pieces = pixels(tmp_path)
    np.testing.assert_array_equal(whole.phase, pieces.phase)
    assert report.valid_share == 1.0


def test_progress_and_cancelling(tmp_path):
    make.write_pairs(tmp_path / "p")
    product, seen = find_product(tmp_path / "p"), []
    paths = tmp_path / "a.h5", tmp_path / "b.h5"
    options = ImportOptions(wavelength=0.056)
    import_stack(product, *paths, options, Job(progress=seen.append))
    assert seen == sorted(seen) and seen[-1] == 1.0
    with pytest.raises(Cancelled):
        import_stack(product, *paths, options, Job(cancelled=lambda: True))


def test_gdal_state_is_left_alone(tmp_path):
    from osgeo import gdal

    make.write_pairs(tmp_path / "p")
    before = gdal.GetUseExceptions()
    run(tmp_path / "p", tmp_path)
    assert gdal.GetUseExceptions() == before

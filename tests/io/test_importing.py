# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Importing: grids, options, notes, and one sentence for whatever is wrong with the input."""

import numpy as np
import product_files as make
import pytest
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.product import Band
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.io.hdf5 import StackReader, read_geometry, read_stack
from groundshift.algorithms.io.importing import ImportOptions, import_stack
from groundshift.algorithms.io.products import find_product
from groundshift.algorithms.io.raster_source import describe, open_bands
from groundshift.algorithms.io.regrid import on_grid


def run(folder, tmp_path, kind="auto", budget=2 << 30, **options):
    options.setdefault("wavelength", 0.056)
    paths = tmp_path / "stack.h5", tmp_path / "geometry.h5"
    return import_stack(
        find_product(folder, kind), *paths, ImportOptions(**options), budget=budget
    )  # fmt: skip


def pixels(tmp_path, keep_all=True):
    stack = read_stack(tmp_path / "stack.h5")
    keep = np.ones(len(stack.pairs), bool) if keep_all else None
    with StackReader(stack, keep=keep) as reader:
        return stack, reader.read(Window(0, 0, *stack.grid.shape))


def refusal(folder, tmp_path, **options):
    """The one sentence with which a folder is refused."""
    with pytest.raises(GroundshiftError) as caught:
        run(folder, tmp_path, **options)
    text = str(caught.value)
    assert text.endswith(".") and "\n" not in text and ". " not in text.replace("e.g. ", "")
    return text


# Folders


def test_missing_and_empty_folders(tmp_path):
    assert "no such folder" in refusal(tmp_path / "nowhere", tmp_path)
    (tmp_path / "empty").mkdir()
    assert "empty" in refusal(tmp_path / "empty", tmp_path)


def test_nothing_to_read_says_what_was_looked_for(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "notes.txt").write_text("nothing")
    text = refusal(tmp_path / "docs", tmp_path)
    for word in ("MintPy", "LiCSAR", "HyP3", "GAMMA", "two dates"):
        assert word in text
    (tmp_path / "docs" / "S1AA.zip").write_bytes(b"PK")
    assert "unzip" in refusal(tmp_path / "docs", tmp_path)
    assert "give the folder" in refusal(tmp_path / "docs" / "notes.txt", tmp_path)


@pytest.mark.parametrize("kind", ["gamma", "licsar", "hyp3", "mintpy", "pairs"])
def test_forced_kind_that_is_not_there(tmp_path, kind):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "notes.txt").write_text("nothing")
    assert "choose another" in refusal(tmp_path / "docs", tmp_path, kind=kind)


# Dates


def test_single_pair(tmp_path):
    make.write_pairs(tmp_path / "p", pairs=((0, 1),))
    report = run(tmp_path / "p", tmp_path)
    assert (report.pairs, report.dates) == (1, 2)


def test_swapped_dates_flip_phase(tmp_path):
    values = make.phase(0, 1)
    make.write_tif(tmp_path / "p" / "20200117_20200105.unw.tif", values)
    make.write_tif(tmp_path / "p" / "20200117_20200105.cc.tif", make.coherence(0, 1))
    report = run(tmp_path / "p", tmp_path)
    stack, block = pixels(tmp_path)
    assert stack.pairs.astype(str).tolist() == [["2020-01-05", "2020-01-17"]]
    np.testing.assert_allclose(block.phase[0], -values, rtol=1e-6)
    np.testing.assert_allclose(block.coherence[0], 0.8, rtol=1e-6)
    assert any("turned round" in note for note in report.notes)


@pytest.mark.parametrize("other", ["20200105_20200117_b_unw.tif", "20200117_20200105_unw.tif"])
def test_duplicate_pairs_name_both_files(tmp_path, other):
    for name in ("20200105_20200117_unw.tif", other):
        make.write_tif(tmp_path / "p" / name, make.phase(0, 1))
    text = refusal(tmp_path / "p", tmp_path)
    assert "20200105_20200117_unw.tif" in text and other in text


def test_equal_dates(tmp_path):
    make.write_tif(tmp_path / "p" / "20200105_20200105_unw.tif", make.phase(0, 1))
    assert "both dates" in refusal(tmp_path / "p", tmp_path)


def test_dates_that_do_not_exist(tmp_path):
    make.write_licsar(tmp_path / "f")
    make.write_tif(tmp_path / "f" / "GEOC" / "20201301_20200117.geo.unw.tif", make.phase(0, 1))
    assert "20201301_20200117.geo.unw.tif" in refusal(tmp_path / "f", tmp_path)


def test_date_filters(tmp_path):
    make.write_pairs(tmp_path / "p")
    first = np.datetime64("2020-01-06")
    assert run(tmp_path / "p", tmp_path, first_date=first).pairs == 1
    assert run(tmp_path / "p", tmp_path, last_date=np.datetime64("2020-01-28")).pairs == 1
    text = refusal(tmp_path / "p", tmp_path, last_date=np.datetime64("2019-01-01"))
    assert "2020-01-05 to 2020-01-29" in text


# Values


def test_all_nan_pair_is_dropped_with_a_note_and_all_nan_stack_refused(tmp_path):
    make.write_pairs(tmp_path / "p")
    make.write_tif(tmp_path / "p" / "20200105_20200117.unw.tif", np.full((6, 8), np.nan))
    report = run(tmp_path / "p", tmp_path)
    stack, _ = pixels(tmp_path)
    assert stack.keep.tolist() == [False, True, True]
    assert any("20200105_20200117" in note for note in report.notes)
    make.write_tif(tmp_path / "q" / "20200105_20200117.unw.tif", np.full((6, 8), np.nan))
    assert "no-data value" in refusal(tmp_path / "q", tmp_path)


def test_infinite_values_are_no_data(tmp_path):
    values = make.phase(0, 1)
    values[2, 3] = np.inf
    make.write_tif(tmp_path / "p" / "20200105_20200117.unw.tif", values)
    run(tmp_path / "p", tmp_path)
    assert np.isnan(pixels(tmp_path)[1].phase[0, 2, 3])


def test_phase_sign_flips(tmp_path):
    make.write_pairs(tmp_path / "p")
    run(tmp_path / "p", tmp_path)
    _, before = pixels(tmp_path)
    report = run(tmp_path / "p", tmp_path, phase_sign=-1)
    _, after = pixels(tmp_path)
    np.testing.assert_array_equal(after.phase, -before.phase)
    np.testing.assert_array_equal(after.coherence, before.coherence)
    assert any("phase sign" in note for note in report.notes)
    assert "1 or -1" in refusal(tmp_path / "p", tmp_path, phase_sign=2)


def test_byte_coherence_is_scaled_and_odd_coherence_refused(tmp_path):
    make.write_tif(tmp_path / "p" / "20200105_20200117.unw.tif", make.phase(0, 1))
    path = tmp_path / "p" / "20200105_20200117.cc.tif"
    make.write_tif(path, np.full((6, 8), 204, np.uint8))
    run(tmp_path / "p", tmp_path)
    np.testing.assert_allclose(pixels(tmp_path)[1].coherence, 0.8, rtol=1e-6)
    make.write_tif(path, np.full((6, 8), 1.2))
    run(tmp_path / "p", tmp_path)
    np.testing.assert_allclose(pixels(tmp_path)[1].coherence, 1.0)
    make.write_tif(path, np.full((6, 8), 80.0))
    text = refusal(tmp_path / "p", tmp_path)
    assert path.name in text and "0..1" in text


def test_pair_without_coherence_file(tmp_path):
    make.write_pairs(tmp_path / "p")
    (tmp_path / "p" / "20200105_20200117.coh.tif").unlink()
    report = run(tmp_path / "p", tmp_path)
    assert np.isnan(pixels(tmp_path)[1].coherence[0]).all()
    assert any("have no coherence file" in note for note in report.notes)


def test_wrapped_phase_is_suspected(tmp_path):
    wrapped = np.angle(np.exp(1j * np.linspace(0, 60, 200 * 200))).reshape(200, 200)
    make.write_tif(tmp_path / "p" / "20200105_20200117.unw.tif", wrapped)
    assert any("look wrapped" in note for note in run(tmp_path / "p", tmp_path).notes)
    make.write_tif(tmp_path / "p" / "20200105_20200117.unw.tif", 2 * wrapped)
    assert not any("look wrapped" in note for note in run(tmp_path / "p", tmp_path).notes)


def test_units_and_types_that_are_not_phase(tmp_path):
    path = tmp_path / "p" / "20200105_20200117.unw.tif"
    make.write_tif(path, make.phase(0, 1), unit="mm")
    assert "radians" in refusal(tmp_path / "p", tmp_path)
    make.write_tif(path, np.exp(1j * make.phase(0, 1)))
    assert "complex" in refusal(tmp_path / "p", tmp_path)


# Files


def test_damaged_files_are_named(tmp_path):
    make.write_pairs(tmp_path / "p")
    path = tmp_path / "p" / "20200105_20200129.unw.tif"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert path.name in refusal(tmp_path / "p", tmp_path)
    path.write_bytes(b"no raster at all")
    text = refusal(tmp_path / "p", tmp_path)
    assert path.name in text and "damaged" in text


def test_truncated_pixels_are_named(tmp_path):
    """The header is whole and the end of the pixels is missing."""
    values = make.phase(0, 1, 300, 400)
    path = make.write_tif(tmp_path / "p" / "20200105_20200117.unw.tif", values, nodata=-1)
    path.write_bytes(path.read_bytes()[:-100_000])
    text = refusal(tmp_path / "p", tmp_path)
    assert path.name in text and "pixels cannot be read" in text


def test_damaged_mintpy_file(tmp_path):
    (tmp_path / "ifgramStack.h5").write_bytes(b"\x89HDF\r\n\x1a\n and then nothing")
    assert "HDF5" in refusal(tmp_path, tmp_path / "out")


# Parameters


def test_wavelength_is_indispensable(tmp_path):
    make.write_pairs(tmp_path / "p")
    assert "wavelength" in refusal(tmp_path / "p", tmp_path, wavelength=None)
    assert "not in metres" in refusal(tmp_path / "p", tmp_path, wavelength=5.6)


def test_angles_of_the_user_fill_and_override(tmp_path):
    make.write_pairs(tmp_path / "p")
    report = run(tmp_path / "p", tmp_path, incidence=36.0, heading=190.0, looks=12)
    _, layers = read_geometry(tmp_path / "geometry.h5")
    np.testing.assert_allclose(layers["incidenceAngle"], 36.0)
    np.testing.assert_allclose(layers["azimuthAngle"], -100.0)
    assert report.missing == ("height", "perpendicular_baseline")
    stack, _ = pixels(tmp_path)
    assert stack.looks == 12 and stack.attributes["ORBIT_DIRECTION"] == "DESCENDING"
    make.write_gamma(tmp_path / "g")
    report = run(tmp_path / "g", tmp_path, incidence=30.0, wavelength=0.06)
    text = " ".join(report.notes)
    assert "incidence 30 degrees was given" in text and "wavelength 0.06 m was given" in text
    assert read_stack(tmp_path / "stack.h5").wavelength == 0.06


def test_look_vectors_give_way_to_both_angles_only(tmp_path):
    make.write_hyp3(tmp_path / "p")
    assert "both" in refusal(tmp_path / "p", tmp_path, incidence=30.0)
    run(tmp_path / "p", tmp_path, incidence=30.0, heading=-10.0)
    _, layers = read_geometry(tmp_path / "geometry.h5")
    np.testing.assert_allclose(layers["incidenceAngle"], 30.0)
    np.testing.assert_allclose(layers["azimuthAngle"], 100.0)


def test_radians_for_degrees(tmp_path):
    make.write_pairs(tmp_path / "p")
    assert "radians" in refusal(tmp_path / "p", tmp_path, incidence=0.68)
    assert "heading" in refusal(tmp_path / "p", tmp_path, heading=1000.0)
    make.write_licsar(tmp_path / "l")
    for component in "ENU":
        path = next((tmp_path / "l").rglob(f"*.geo.{component}.tif"))
        make.write_tif(path, np.full((6, 8), -0.577))
    assert "point down" in refusal(tmp_path / "l", tmp_path)


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
    import_stack(product, *paths, options, progress=seen.append)
    assert seen == sorted(seen) and seen[-1] == 1.0
    with pytest.raises(Cancelled):
        import_stack(product, *paths, options, cancelled=lambda: True)


def test_gdal_state_is_left_alone(tmp_path):
    from osgeo import gdal

    make.write_pairs(tmp_path / "p")
    before = gdal.GetUseExceptions()
    run(tmp_path / "p", tmp_path)
    assert gdal.GetUseExceptions() == before

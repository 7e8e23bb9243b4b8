# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping from files to files: stacks, folders, single rasters; what fails alone."""

import sys
from pathlib import Path

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.io import run_unwrap as module
from groundshift.algorithms.io.crs import wkt_from_epsg
from groundshift.algorithms.io.hdf5 import StackReader, read_stack
from groundshift.algorithms.io.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.io.run_unwrap import UnwrapOptions, run_unwrap
from groundshift.algorithms.io.unwrap_outputs import UnwrapTargets
from groundshift.algorithms.io.wrapped_source import folder_source, raster_source, stack_source
from groundshift.algorithms.io.wrapped_stack import (
    WrappedReader,
    WrappedStackWriter,
    read_wrapped_stack,
)
from groundshift.algorithms.runner import RunOptions
from groundshift.algorithms.scatterers.unwrapping.rasters import RasterOptions
from osgeo import ogr

sys.path.append(str(Path(__file__).resolve().parents[1] / "scatterers"))
from wrapped_scenes import TAU, raster, wrap

ROWS, COLS = 70, 90
DATES = np.array(["2020-01-01", "2020-01-13", "2020-01-25", "2020-02-06"], "datetime64[D]")
NUMBERS = np.array([(0, 1), (1, 2), (0, 2), (2, 3), (1, 3)])
GRID = Grid(ROWS, COLS, (13.0, 0.0003, 0.0, 46.0, 0.0, -0.0003), wkt_from_epsg(4326))
RADAR = Grid(ROWS, COLS)


def series():
    """Phases of dates that close; shape (date, row, column)."""
    shape, _ = raster(ROWS, COLS, amplitude=14.0)
    return np.stack([shape * k + 0.2 * k for k in (0.0, 0.5, 0.9, 1.6)])


def truths():
    dates = series()
    return dates[NUMBERS[:, 1]] - dates[NUMBERS[:, 0]]


@pytest.fixture
def make_stack(tmp_path):
    def make(change=None, grid=GRID, lookup=False):
        path = tmp_path / "wrapped.h5"
        phase = wrap(truths()).astype(np.float32)
        coherence = np.full(phase.shape, 0.9, np.float32)
        if change is not None:
            change(phase, coherence)
        window = Window(0, 0, ROWS, COLS)
        baselines = [10.0, -30.0, -20.0, 15.0, -15.0]
        with WrappedStackWriter(
            path, grid, DATES[NUMBERS], 0.0555, baselines, attributes={"NLOOKS": "12"},
            with_lookup=lookup,
        ) as file:  # fmt: skip
            file.write(window, phase, coherence)
            if lookup:
                rows, cols = np.mgrid[:ROWS, :COLS]
                file.layer("latitude", window, 46 - 0.0003 * rows + 0.00005 * cols)
                file.layer("longitude", window, 13 + 0.0003 * cols + 0.00005 * rows)
        return path

    return make


def options(method="mcf", **values):
    compare = values.pop("compare", ())
    tile, overlap = values.pop("tile", 1536), values.pop("overlap", 192)
    return UnwrapOptions(RasterOptions(method, least_pixels=20, **values), compare, tile, overlap)


def phases(path):
    stack = read_stack(path)
    with StackReader(stack, keep=np.ones(len(stack.pairs), bool)) as reader:
        return reader.read(Window(0, 0, ROWS, COLS)).phase


def all_right(found, truth):
    cycles = np.rint((found - truth) / TAU)
    return [len(np.unique(page[np.isfinite(page)])) == 1 for page in cycles]


def rows_of(path, layer):
    source = ogr.Open(str(path))
    return [dict(feature.items()) for feature in source.GetLayerByName(layer)]


@pytest.mark.parametrize("method", ["mcf", "spacetime"])
def test_a_stack_becomes_an_unwrapped_one_that_the_chain_reads(make_stack, tmp_path, method):
    targets = UnwrapTargets(
        tmp_path / "u.h5", tmp_path / "u.tif", tmp_path / "c.tif", None, tmp_path / "p.gpkg",
        tmp_path / "q.gpkg",
    )  # fmt: skip
    shares = []
    report = run_unwrap(
        stack_source(make_stack()), targets, options(method), progress=shares.append
    )
    assert all(all_right(phases(targets.stack), truths()))
    stack = read_stack(targets.stack)
    assert stack.keep.all()
    assert stack.looks == 12
    np.testing.assert_array_equal(stack.perpendicular_baseline, [10, -30, -20, 15, -15])
    with h5py.File(targets.stack) as file:
        assert file["connectComponent"].dtype == np.int16
        assert set(np.unique(file["connectComponent"])) == {1}
        assert "wrapPhase" not in file
    grid, values, names = read_raster(targets.phase)
    assert grid.aligned_with(GRID)
    assert names[0] == "20200101_20200113"
    np.testing.assert_array_equal(values, phases(targets.stack))
    table = rows_of(targets.pairs, "pairs")
    assert [row["nonclosing_share"] for row in table] == [0.0] * 5
    assert [row["in_largest"] for row in table] == [1.0] * 5
    assert rows_of(targets.parts, "components")[0]["pixels"] == ROWS * COLS
    assert report.failed == 0
    assert report.points == (ROWS * COLS if method == "spacetime" else 0)
    assert shares == sorted(shares)


def test_the_method_and_the_number_of_cores_change_no_pixel(make_stack, tmp_path):
    source = stack_source(make_stack())
    found = []
    for workers in (1, 3):
        path = tmp_path / f"{workers}.h5"
        run_unwrap(source, UnwrapTargets(path), options(), run_options=RunOptions(workers=workers))
        found.append(phases(path))
    np.testing.assert_array_equal(*found)


def test_one_pair_that_fails_costs_no_other(make_stack, tmp_path):
    def spoil(phase, coherence):
        phase[1] = np.nan
        phase[3] *= 57.3  # degrees

    said = []
    targets = UnwrapTargets(tmp_path / "u.h5", pairs=tmp_path / "p.gpkg")
    report = run_unwrap(stack_source(make_stack(spoil)), targets, options(), log=said.append)
    assert report.failed == 2
    stack = read_stack(targets.stack)
    assert stack.keep.tolist() == [True, False, True, False, True]
    found = phases(targets.stack)
    assert np.isnan(found[[1, 3]]).all()
    assert all(all_right(found[[0, 2, 4]], truths()[[0, 2, 4]]))
    table = rows_of(targets.pairs, "pairs")
    assert "no valid pixels" in table[1]["why"]
    assert "not wrapped phase in radians" in table[3]["why"]
    assert any("20200125_20200206 is left out" in text for text in said)


def test_where_all_fail_nothing_is_written(make_stack, tmp_path):
    def spoil(phase, coherence):
        phase[:] = np.nan

    with pytest.raises(GroundshiftError, match="no valid pixels"):
        run_unwrap(stack_source(make_stack(spoil)), UnwrapTargets(tmp_path / "u.h5"), options())
    assert sorted(p.name for p in tmp_path.iterdir()) == ["wrapped.h5"]


def test_dropped_pairs_are_passed_over(make_stack, tmp_path):
    path = make_stack()
    with h5py.File(path, "a") as file:
        file["dropIfgram"][2] = False
    run_unwrap(stack_source(path), UnwrapTargets(tmp_path / "u.h5"), options())
    np.testing.assert_array_equal(read_stack(tmp_path / "u.h5").pairs, DATES[NUMBERS[[0, 1, 3, 4]]])


def test_tiles_and_whole_are_the_same(make_stack, tmp_path):
    source = stack_source(make_stack())
    report = run_unwrap(source, UnwrapTargets(tmp_path / "t.h5"), options(tile=40, overlap=12))
    assert report.tiles > 4
    assert all(all_right(phases(tmp_path / "t.h5"), truths()))


def test_methods_are_compared(make_stack, tmp_path):
    pytest.importorskip("whirlwind", reason="whirlwind-insar is not on this machine")
    targets = UnwrapTargets(
        tmp_path / "u.h5", comparison=tmp_path / "d.tif", pairs=tmp_path / "p.gpkg"
    )
    report = run_unwrap(stack_source(make_stack()), targets, options(compare=("whirlwind",)))
    _, values, names = read_raster(targets.comparison)
    assert names == ["whirlwind: share of pairs that differ"]
    assert (values == 0).all()
    assert report.agreement == 1.0
    assert rows_of(targets.pairs, "pairs")[0]["same_as_whirlwind"] == 1.0


def test_a_comparison_shows_where(make_stack, tmp_path, monkeypatch):
    def other(phase, coherence, chosen):
        result = module_unwrap(phase, coherence, chosen)
        if chosen.method == "whirlwind":
            result.phase[10:20, 30:40] += TAU
        return result

    module_unwrap = module.unwrap_raster
    monkeypatch.setattr(module, "unwrap_raster", other)
    monkeypatch.setattr(module, "chosen_method", lambda name: name)
    pytest.importorskip("whirlwind", reason="whirlwind-insar is not on this machine")
    targets = UnwrapTargets(tmp_path / "u.h5", comparison=tmp_path / "d.tif")
    report = run_unwrap(stack_source(make_stack()), targets, options(compare=("whirlwind",)))
    _, values, _ = read_raster(targets.comparison)
    assert (values[0, 10:20, 30:40] == 1).all()
    assert values[0].sum() == 100
    assert report.agreement == pytest.approx(1 - 100 / (ROWS * COLS))


def write_folder(folder, complex_numbers=False, coherence=True):
    folder.mkdir()
    for pair, truth in zip(DATES[NUMBERS], truths()):
        name = "_".join(str(d).replace("-", "") for d in pair)
        values = np.exp(1j * truth).astype(np.complex64)
        if not complex_numbers:
            values = np.angle(values).astype(np.float32)
        dtype = "complex64" if complex_numbers else "float32"
        write_raster(folder / f"{name}.wrapped.tif", GRID, values, [BandInfo("p")], dtype=dtype)
        if coherence:
            quality = np.full(truth.shape, 0.8, np.float32)
            write_raster(folder / f"{name}.coh.tif", GRID, quality, [BandInfo("c")])
    return folder


@pytest.mark.parametrize(("complex_numbers", "coherence"), [(False, True), (True, False)])
def test_a_folder_of_rasters(tmp_path, complex_numbers, coherence):
    folder = write_folder(tmp_path / "in", complex_numbers, coherence)
    source = folder_source(folder)
    assert source.has_coherence == coherence
    run_unwrap(source, UnwrapTargets(tmp_path / "u.h5"), options(), wavelength=0.0555)
    by_date = np.lexsort(NUMBERS.T[::-1])
    assert all(all_right(phases(tmp_path / "u.h5"), truths()[by_date]))


def test_a_stack_of_rasters_needs_the_wavelength(tmp_path):
    source = folder_source(write_folder(tmp_path / "in"))
    with pytest.raises(GroundshiftError, match="wavelength"):
        run_unwrap(source, UnwrapTargets(tmp_path / "u.h5"), options())
    assert not (tmp_path / "u.h5").exists()


def test_one_raster_without_dates(tmp_path):
    truth, wrapped = raster(ROWS, COLS)
    write_raster(tmp_path / "one.tif", GRID, wrapped, [BandInfo("phase")])
    source = raster_source(tmp_path / "one.tif")
    targets = UnwrapTargets(None, tmp_path / "u.tif", tmp_path / "c.tif")
    run_unwrap(source, targets, options())
    _, values, _ = read_raster(targets.phase)
    assert all(all_right(values, truth[None]))
    with pytest.raises(GroundshiftError, match="a stack needs dates"):
        run_unwrap(source, UnwrapTargets(tmp_path / "u.h5"), options())
    with pytest.raises(GroundshiftError, match="needs the dates"):
        run_unwrap(source, targets, options("spacetime"))


def test_radar_coordinates_keep_their_lookup_and_rasters_are_placed(make_stack, tmp_path):
    path = make_stack(grid=RADAR, lookup=True)
    assert read_wrapped_stack(path).has_lookup
    targets = UnwrapTargets(tmp_path / "u.h5", components=tmp_path / "c.tif")
    run_unwrap(stack_source(path), targets, options("spacetime"))
    assert all(all_right(phases(targets.stack), truths()))
    with h5py.File(targets.stack) as made, h5py.File(path) as given:
        np.testing.assert_array_equal(made["latitude"], given["latitude"])
    grid, values, _ = read_raster(targets.components)
    assert "84" in grid.crs
    assert (values == 1).mean() > 0.5


def test_places_are_metres(make_stack):
    source = stack_source(make_stack())
    xy = source.places(np.array([0, 10]), np.array([0, 0]))
    assert np.hypot(*(xy[1] - xy[0])) == pytest.approx(10 * 0.0003 * 111_150, rel=2e-3)


def test_sparse_points_leave_the_rest_empty(make_stack, tmp_path):
    chosen = np.random.default_rng(0).random((ROWS, COLS)) < 0.3

    def spoil(phase, coherence):
        phase[:, ~chosen] = wrap(np.random.default_rng(1).uniform(-9, 9, (5, (~chosen).sum())))
        coherence[:, ~chosen] = 0.2

    run_unwrap(
        stack_source(make_stack(spoil)), UnwrapTargets(tmp_path / "u.h5"),
        options("spacetime", least_coherence=0.5),
    )  # fmt: skip
    found = phases(tmp_path / "u.h5")
    np.testing.assert_array_equal(np.isfinite(found[0]), chosen)
    assert all(all_right(found, truths()))


def test_a_cancel_leaves_nothing(make_stack, tmp_path):
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 4

    for method in ("mcf", "spacetime"):
        asked.clear()
        with pytest.raises(Cancelled):
            run_unwrap(
                stack_source(make_stack()), UnwrapTargets(tmp_path / "u.h5"), options(method),
                cancelled=cancelled, run_options=RunOptions(workers=1),
            )  # fmt: skip
        assert sorted(p.name for p in tmp_path.iterdir()) == ["wrapped.h5"]


def test_too_small_a_budget_names_what_is_needed(make_stack, tmp_path):
    source = stack_source(make_stack())
    for method, words in (("mcf", "at least"), ("spacetime", "raise it")):
        with pytest.raises(GroundshiftError, match=words):
            run_unwrap(
                source, UnwrapTargets(tmp_path / "u.h5"), options(method),
                run_options=RunOptions(budget=1 << 20),
            )  # fmt: skip


def test_bad_sources_get_one_sentence(make_stack, tmp_path):
    folder = write_folder(tmp_path / "in")
    for name, words in (
        ("20200113_20200101.wrapped.tif", "later date first"),
        ("20200101_20200113.int.tif", "there twice"),
    ):
        copy = folder / name
        copy.write_bytes((folder / "20200101_20200113.wrapped.tif").read_bytes())
        with pytest.raises(GroundshiftError, match=words):
            folder_source(folder)
        copy.unlink()
    write_raster(
        folder / "20200301_20200313.wrapped.tif", Grid(9, 9, GRID.transform, GRID.crs),
        np.zeros((9, 9), np.float32), [BandInfo("p")],
    )  # fmt: skip
    with pytest.raises(GroundshiftError, match="the grid is 9x9"):
        folder_source(folder)
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(GroundshiftError, match="holds no rasters"):
        folder_source(empty)
    path = make_stack()
    with h5py.File(path, "a") as file:
        file["dropIfgram"][:] = False
    with pytest.raises(GroundshiftError, match="all pairs are dropped"):
        stack_source(path)


def test_wrapped_stacks_are_read_back(make_stack):
    stack = read_wrapped_stack(make_stack())
    with WrappedReader(stack, keep=np.array([False, True, False, True, False])) as reader:
        block = reader.read(Window(5, 6, 7, 8))
    np.testing.assert_allclose(block.phase, wrap(truths())[[1, 3], 5:12, 6:14], atol=1e-5)
    assert (block.coherence == np.float32(0.9)).all()


def test_wrapped_stacks_of_another_kind_are_refused(make_stack, tmp_path):
    path = make_stack()
    for change, words in (
        (lambda file: file.move("wrapPhase", "x"), "no dataset 'wrapPhase'"),
        (lambda file: (file.move("date", "y"), file.create_dataset("date", data=[b"20200101"])),
         "two dates a pair"),
        (lambda file: file.attrs.pop("WAVELENGTH"), "WAVELENGTH"),
        (lambda file: (file.move("coherence", "z"), file.create_dataset("coherence", (2, 2))),
         "has to be"),
    ):  # fmt: skip
        path = make_stack()
        with h5py.File(path, "a") as file:
            change(file)
        with pytest.raises(GroundshiftError, match=words):
            read_wrapped_stack(path)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping from files to files: stacks, folders, single rasters; what fails alone."""

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.hdf5.stacks import StackReader, read_stack
from groundshift.algorithms.formats.hdf5.wrapped import (
    WrappedReader,
    WrappedStackWriter,
    read_wrapped_stack,
)
from groundshift.algorithms.formats.interferograms.wrapped import (
    folder_source,
    stack_source,
)
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.job import Job
from groundshift.algorithms.scatterers.tools import unwrap_pairs, unwrap_points
from groundshift.algorithms.scatterers.unwrapping import rasters
from groundshift.algorithms.toolbox import call
from osgeo import ogr
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


FILES = {
    "unwrapped": "u.h5", "phase": "u.tif", "components": "c.tif", "comparison": "d.tif",
    "pairs": "p.gpkg", "parts": "q.gpkg",
}  # fmt: skip


def unwrapped(out, job=None, files=("unwrapped",), method="mcf", **options):
    written = {name: out / FILES[name] for name in files}
    return call("unwrap", job, method=method, min_pixels=20, **written, **options)


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
    shares = []
    files = ("unwrapped", "phase", "components", "pairs", "parts")
    done = unwrapped(tmp_path, {"progress": shares.append}, files, method, stack=make_stack())
    assert all(all_right(phases(done["unwrapped"]), truths()))
    stack = read_stack(done["unwrapped"])
    assert stack.keep.all()
    assert stack.looks == pytest.approx(12 / 1.94)
    np.testing.assert_array_equal(stack.perpendicular_baseline, [10, -30, -20, 15, -15])
    with h5py.File(done["unwrapped"]) as file:
        assert file["connectComponent"].dtype == np.int16
        assert set(np.unique(file["connectComponent"])) == {1}
        assert "wrapPhase" not in file
    grid, values, names = read_raster(done["phase"])
    assert grid.aligned_with(GRID)
    assert names[0] == "20200101_20200113"
    np.testing.assert_array_equal(values, phases(done["unwrapped"]))
    table = rows_of(done["pairs"], "pairs")
    assert [row["nonclosing_share"] for row in table] == [0.0] * 5
    assert [row["in_largest"] for row in table] == [1.0] * 5
    assert rows_of(done["parts"], "components")[0]["pixels"] == ROWS * COLS
    assert done["failed"] == 0
    assert done["points"] == (ROWS * COLS if method == "spacetime" else 0)
    assert shares == sorted(shares)


def test_the_method_and_the_number_of_cores_change_no_pixel(make_stack, tmp_path):
    path, found = make_stack(), []
    for workers in (1, 3):
        done = unwrapped(tmp_path, Job(workers=workers), stack=path)
        found.append(phases(done["unwrapped"]))
    np.testing.assert_array_equal(*found)


def test_one_pair_that_fails_costs_no_other(make_stack, tmp_path):
    def spoil(phase, coherence):
        phase[1] = np.nan
        phase[3] *= 57.3  # degrees

    said = []
    files = ("unwrapped", "pairs")
    done = unwrapped(tmp_path, {"note": said.append}, files, stack=make_stack(spoil))
    assert done["failed"] == 2
    stack = read_stack(done["unwrapped"])
    assert stack.keep.tolist() == [True, False, True, False, True]
    found = phases(done["unwrapped"])
    assert np.isnan(found[[1, 3]]).all()
    assert all(all_right(found[[0, 2, 4]], truths()[[0, 2, 4]]))
    table = rows_of(done["pairs"], "pairs")
    assert "no valid pixels" in table[1]["why"]
    assert "not wrapped phase in radians" in table[3]["why"]
    assert any("20200125_20200206 is left out" in text for text in said)


def test_where_all_fail_nothing_is_written(make_stack, tmp_path):
    def spoil(phase, coherence):
        phase[:] = np.nan

    with pytest.raises(GroundshiftError, match="no valid pixels"):
        unwrapped(tmp_path, stack=make_stack(spoil))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["wrapped.h5"]


def test_dropped_pairs_are_passed_over(make_stack, tmp_path):
    path = make_stack()
    with h5py.File(path, "a") as file:
        file["dropIfgram"][2] = False
    unwrapped(tmp_path, stack=path)
    np.testing.assert_array_equal(read_stack(tmp_path / "u.h5").pairs, DATES[NUMBERS[[0, 1, 3, 4]]])


def test_tiles_and_whole_are_the_same(make_stack, tmp_path):
    done = unwrapped(tmp_path, stack=make_stack(), tile=40, overlap=12)
    assert done["tiles"] > 4
    assert all(all_right(phases(done["unwrapped"]), truths()))


def test_methods_are_compared(make_stack, tmp_path):
    pytest.importorskip("whirlwind", reason="whirlwind-insar is not on this machine")
    files = ("unwrapped", "comparison", "pairs")
    done = unwrapped(tmp_path, None, files, stack=make_stack(), compare="whirlwind")
    _, values, names = read_raster(done["comparison"])
    assert names == ["whirlwind: share of pairs that differ"]
    assert (values == 0).all()
    assert done["agreement"] == 1.0
    assert rows_of(done["pairs"], "pairs")[0]["same_as_whirlwind"] == 1.0


def test_a_comparison_shows_where(make_stack, tmp_path, monkeypatch):
    def other(phase, coherence, chosen):
        result = module_unwrap(phase, coherence, chosen)
        if chosen.method == "whirlwind":
            result.phase[10:20, 30:40] += TAU
        return result

    module_unwrap = unwrap_pairs.unwrap_raster
    monkeypatch.setattr(unwrap_pairs, "unwrap_raster", other)
    monkeypatch.setattr(rasters, "chosen_method", lambda name: name)
    pytest.importorskip("whirlwind", reason="whirlwind-insar is not on this machine")
    files = ("unwrapped", "comparison")
    done = unwrapped(tmp_path, None, files, stack=make_stack(), compare="whirlwind")
    _, values, _ = read_raster(done["comparison"])
    assert (values[0, 10:20, 30:40] == 1).all()
    assert values[0].sum() == 100
    assert done["agreement"] == pytest.approx(1 - 100 / (ROWS * COLS))


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
    unwrapped(tmp_path, folder=folder, wavelength=0.0555)
    by_date = np.lexsort(NUMBERS.T[::-1])
    assert all(all_right(phases(tmp_path / "u.h5"), truths()[by_date]))


def test_a_stack_of_rasters_needs_the_wavelength(tmp_path):
    folder = write_folder(tmp_path / "in")
    with pytest.raises(GroundshiftError, match="wavelength"):
        unwrapped(tmp_path, folder=folder)
    assert not (tmp_path / "u.h5").exists()


def test_one_raster_without_dates(tmp_path):
    truth, wrapped = raster(ROWS, COLS)
    write_raster(tmp_path / "one.tif", GRID, wrapped, [BandInfo("phase")])
    one, files = tmp_path / "one.tif", ("phase", "components")
    done = unwrapped(tmp_path, None, ("unwrapped", *files), raster=one)
    assert "unwrapped" not in done
    _, values, _ = read_raster(done["phase"])
    assert all(all_right(values, truth[None]))
    with pytest.raises(GroundshiftError, match="a stack needs dates"):
        unwrapped(tmp_path, raster=one)
    with pytest.raises(GroundshiftError, match="needs the dates"):
        unwrapped(tmp_path, None, files, "spacetime", raster=one)


def test_radar_coordinates_keep_their_lookup_and_rasters_are_placed(make_stack, tmp_path):
    path = make_stack(grid=RADAR, lookup=True)
    assert read_wrapped_stack(path).has_lookup
    done = unwrapped(tmp_path, None, ("unwrapped", "components"), "spacetime", stack=path)
    assert all(all_right(phases(done["unwrapped"]), truths()))
    with h5py.File(done["unwrapped"]) as made, h5py.File(path) as given:
        np.testing.assert_array_equal(made["latitude"], given["latitude"])
    grid, values, _ = read_raster(done["components"])
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

    unwrapped(tmp_path, method="spacetime", stack=make_stack(spoil), min_coherence=0.5)
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
            unwrapped(
                tmp_path, Job(workers=1, cancelled=cancelled), method=method, stack=make_stack()
            )
        assert sorted(p.name for p in tmp_path.iterdir()) == ["wrapped.h5"]


def test_too_small_a_budget_names_what_is_needed(make_stack, tmp_path):
    path = make_stack()
    for method, words in (("mcf", "at least"), ("spacetime", "raise it")):
        with pytest.raises(GroundshiftError, match=words):
            unwrapped(tmp_path, Job(1 << 20), method=method, stack=path)


def test_points_that_do_not_fit_at_once_are_unwrapped_in_tiles(make_stack, tmp_path, monkeypatch):
    """In memory for a seventh of them, they become what all at once do; nothing stays behind."""

    def gaps(phase, coherence):
        phase[:, 20:24, 30:50] = np.nan
        phase[2, 50:, :9] = np.nan

    path, found, told = make_stack(gaps, RADAR, lookup=True), [], []
    for job in (None, Job(5 << 20, note=told.append)):
        monkeypatch.setattr(unwrap_points, "LEAST_TILE", 500)
        done = unwrapped(tmp_path, job, ("unwrapped", "pairs"), "spacetime", stack=path)
        found.append(phases(done["unwrapped"]))
        assert rows_of(done["pairs"], "pairs")[0]["in_largest"] == 1.0
    assert done["tiles"] > 7 and done["failed"] == 0
    assert any(f"in {done['tiles']} tiles" in text and "100.00 %" in text for text in told)
    assert all(all_right(*found))
    np.testing.assert_array_equal(*map(np.isnan, found))
    np.testing.assert_allclose(wrap(np.nan_to_num(found[1] - found[0])), 0, atol=1e-5)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["p.gpkg", "u.h5", "wrapped.h5"]


def test_strips_change_nothing(make_stack, tmp_path, monkeypatch):
    """Points are chosen and written strip by strip; even what is counted across their borders."""

    def gaps(phase, coherence):
        phase[:, 20:24] = np.nan  # a strip without points
        phase[1, 40:, :9] = np.nan
        coherence[:, 50:60, 50:] = 0.2
        phase[:, 61:, 70:] = np.random.default_rng(0).uniform(-3, 3, (5, 9, 20))

    path, found = make_stack(gaps), []
    for size in (None, 1 << 28):
        if size:
            monkeypatch.setattr(unwrap_points, "BYTES_PER_PIXEL", size // (3 * COLS))
            monkeypatch.setattr(unwrap_points, "BYTES_PER_CHOICE", size // (4 * COLS))
        outputs = ("unwrapped", "pairs", "parts", "phase", "components")
        done = unwrapped(tmp_path, None, outputs, "spacetime", stack=path, min_coherence=0.5)
        tables = [rows_of(done["pairs"], "pairs"), rows_of(done["parts"], "components")]
        for row in tables[0]:
            row.pop("seconds")
        bands = [read_raster(done[name])[1] for name in ("phase", "components")]
        with h5py.File(done["unwrapped"]) as file:
            pages = [file[name][:] for name in ("unwrapPhase", "connectComponent", "coherence")]
        found.append((tables, [*bands, *pages]))
    assert found[0][0] == found[1][0]
    for one, two in zip(*(arrays for _, arrays in found)):
        np.testing.assert_array_equal(one, two)


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

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Windows fetched straight from HDF5 files, through the system's cache and past it."""

import gc
import os

import h5py
import numpy as np
import pytest
from groundshift.algorithms.data.grid import SHALLOW_ROWS, TILE_ROWS, Grid, Window
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.hdf5 import pages
from groundshift.algorithms.formats.hdf5.layout import FileReader
from groundshift.algorithms.formats.hdf5.pages import PageReader, begin_of
from groundshift.algorithms.formats.hdf5.stacks import StackReader, read_stack
from hypothesis import given, settings
from hypothesis import strategies as st
from small_stack import GRID, make_stack

pytestmark = pytest.mark.skipif(
    not hasattr(os, "preadv"), reason="this system reads from no place of a file (preadv)"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pages")


@pytest.mark.parametrize("cached", [True, False])
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_windows_are_those_of_the_dataset(folder, cached, data):
    """Of any place of pages of any size; pieces of them are fetched one after the other."""
    shape = data.draw(st.tuples(st.integers(1, 5), st.integers(1, 70), st.integers(1, 90)))
    values = np.random.default_rng(shape).normal(size=shape).astype(np.float32)
    path = folder / "plain.h5"
    block = data.draw(st.sampled_from([0, 512, 2048]))  # what stands before the file itself
    with h5py.File(path, "w", userblock_size=block) as file:
        file["before"] = np.arange(data.draw(st.integers(1, 3000)), dtype=np.int8)
        file["values"] = values
    row = data.draw(st.integers(0, shape[1] - 1))
    col = data.draw(st.integers(0, shape[2] - 1))
    window = Window(
        row, col, data.draw(st.integers(1, shape[1] - row)),
        data.draw(st.integers(1, shape[2] - col)),
    )  # fmt: skip
    numbers = np.array(data.draw(st.lists(st.integers(0, shape[0] - 1), min_size=1, max_size=6)))
    out = np.full((len(numbers), window.height, window.width), 7.0, np.float32)
    with pytest.MonkeyPatch.context() as patch, h5py.File(path) as file:
        patch.setattr(pages, "_kept_bytes", lambda: np.inf if cached else 0.0)
        patch.setattr(pages, "ROOM", data.draw(st.integers(1, 20_000)))
        begin = begin_of(file["values"])
        with PageReader(file) as reader:
            reader.read(begin, shape[1:], numbers, window, out)
    np.testing.assert_array_equal(out, values[(numbers, *window.slices)])


@pytest.mark.parametrize(
    "made",
    [
        {"chunks": (1, 4, 4)}, {"chunks": (1, 4, 4), "compression": "gzip"}, {"dtype": ">f4"},
        {"dtype": "f8"}, {"dtype": "i4"},
    ],
)  # fmt: skip
def test_other_datasets_are_left_to_hdf5(tmp_path, made):
    values = np.arange(60).reshape(3, 4, 5)
    with h5py.File(tmp_path / "f.h5", "w") as file:
        file.create_dataset("values", data=values.astype(made.pop("dtype", "f4")), **made)
    with FileReader(tmp_path / "f.h5") as reader:
        assert begin_of(reader._file["values"]) is None
        part = reader._read_pages("values", np.array([2, 0]), Window(1, 2, 3, 2))
        np.testing.assert_array_equal(part, values[[2, 0], 1:4, 2:4])
        rows = TILE_ROWS if reader._file["values"].chunks else SHALLOW_ROWS
        assert reader._tile_rows("values") == rows


@pytest.mark.parametrize("block", [0, 512])
def test_what_is_not_stored_is_left_to_hdf5(tmp_path, block):
    with h5py.File(tmp_path / "f.h5", "w", userblock_size=block) as file:
        file.create_dataset("values", (3, 4, 5), "f4", fillvalue=3.0)
        file["more"] = np.arange(999)
    with FileReader(tmp_path / "f.h5") as reader:
        part = reader._read_pages("values", None, Window(0, 0, 4, 5))
        np.testing.assert_array_equal(part, np.full((3, 4, 5), 3.0))


def test_a_file_system_that_cannot_do_so_goes_through_the_cache(tmp_path, monkeypatch):
    make_stack(tmp_path / "s.h5", looks=20)
    stack = read_stack(tmp_path / "s.h5")
    whole = Window(0, 0, *GRID.shape)
    with StackReader(stack) as reader:
        expected = reader.read(whole)
    monkeypatch.setattr(pages, "_kept_bytes", lambda: 0.0)
    refused = []

    def refuses(own, *_):
        refused.append(own)
        raise OSError(22, "Invalid argument")

    with monkeypatch.context() as patch, StackReader(stack) as reader:
        patch.setattr(PageReader, "_fetch_past_cache", refuses)
        found = reader.read(whole)
        assert refused and not reader._pages._past_cache
    np.testing.assert_array_equal(found.phase, expected.phase)
    np.testing.assert_array_equal(found.coherence, expected.coherence)


@pytest.mark.parametrize("cached", [True, False])
def test_files_are_closed_with_their_reader_or_after_it(tmp_path, monkeypatch, cached):
    monkeypatch.setattr(pages, "_kept_bytes", lambda: np.inf if cached else 0.0)
    make_stack(tmp_path / "s.h5", looks=20)
    closed = []
    monkeypatch.setattr(os, "close", lambda number, close=os.close: closed.append(close(number)))
    file = h5py.File(tmp_path / "s.h5")
    with PageReader(file):
        assert not closed
    count = len(closed)
    assert count == 1 + (not cached and hasattr(os, "O_DIRECT"))
    reader = PageReader(file)
    del reader
    gc.collect()
    assert len(closed) == 2 * count
    file.close()


@pytest.mark.parametrize("cached", [True, False])
def test_a_file_put_in_the_place_of_an_open_one_is_not_read(tmp_path, monkeypatch, cached):
    monkeypatch.setattr(pages, "_kept_bytes", lambda: np.inf if cached else 0.0)
    for name, value in (("f.h5", 1.0), ("later.h5", 2.0)):
        with h5py.File(tmp_path / name, "w") as file:
            file["values"] = np.full((3, 40, 50), value, np.float32)
    with FileReader(tmp_path / "f.h5") as reader:
        os.replace(tmp_path / "later.h5", tmp_path / "f.h5")
        part = reader._read_pages("values", None, Window(0, 0, 40, 50))
        np.testing.assert_array_equal(part, np.ones((3, 40, 50)))


def test_what_a_slow_disk_gives_is_kept(tmp_path, monkeypatch):
    make_stack(tmp_path / "s.h5", looks=20)
    monkeypatch.setattr(pages, "_kept_bytes", lambda: 0.0)
    monkeypatch.setattr(pages, "ROOM", 1024)
    for quick, past in ((0.0, True), (np.inf, False)):
        monkeypatch.setattr(pages, "QUICK", quick)
        with StackReader(read_stack(tmp_path / "s.h5")) as reader:
            for _ in range(pages.TRIALS):
                reader.read(Window(0, 0, *GRID.shape))
            assert reader._pages._past_cache == (past and hasattr(os, "O_DIRECT"))


@pytest.mark.parametrize("cached", [True, False])
def test_a_file_cut_off_while_it_is_open_is_told(tmp_path, monkeypatch, cached):
    monkeypatch.setattr(pages, "_kept_bytes", lambda: np.inf if cached else 0.0)
    make_stack(tmp_path / "s.h5", looks=20)
    with StackReader(read_stack(tmp_path / "s.h5")) as reader:
        with open(tmp_path / "s.h5", "r+b") as file:
            file.truncate(100_000)
        with pytest.raises(GroundshiftError, match=r"s\.h5: 'unwrapPhase' cannot be read"):
            reader.read(Window(0, 0, *GRID.shape))


def test_windows_beside_each_other_are_about_as_wide():
    windows = Grid(8, 4000).blocks(8 * 3840, 8)
    assert {window.width for window in windows} == {2048, 1952}
    assert sum(window.size for window in windows) == 8 * 4000

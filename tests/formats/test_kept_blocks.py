# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Results that are kept: whole or not at all, and only those that are asked for."""

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats.kept_blocks import KeptBlocks, KeptRun
from groundshift.algorithms.formats.remote import Source
from groundshift.algorithms.kept import digest_of, sources_of
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays


@dataclass
class Result:
    values: object
    rest: object


@given(
    values=arrays(st.sampled_from(["f4", "f8", "i1", "c8", "datetime64[D]"]), array_shapes()),
    rest=st.none() | st.text() | st.lists(st.integers()),
)
def test_a_result_comes_back_as_it_was(tmp_path_factory, values, rest):
    kept = KeptBlocks(tmp_path_factory.mktemp("kept"))
    kept.save(3, Result((values, values.T, values[..., ::2]), rest))
    (found,) = kept.load(3)
    for one, other in zip(found.values, (values, values.T, values[..., ::2])):
        np.testing.assert_array_equal(one, other)
        assert one.flags.writeable
    assert found.rest == rest and kept.done() == {3}


@pytest.mark.parametrize("length", [0, 5, 30, -1])
def test_a_damaged_result_is_none(tmp_path, length):
    kept = KeptBlocks(tmp_path)
    kept.save(0, np.arange(100.0))
    path = next(tmp_path.glob("*.block"))
    path.write_bytes(path.read_bytes()[:length])
    assert kept.load(0) == () and kept.load(1) == ()


def test_windows_of_the_run_before_hold_where_they_take_no_more_memory(tmp_path):
    large, small = Grid(100, 50).blocks(50 * 32, 16, 16), Grid(100, 50).blocks(50 * 16, 16, 16)
    kept = KeptBlocks(tmp_path / "a")
    assert kept.windows(small) == small
    kept.save(0, 1)
    assert kept.windows(large) == small and kept.done() == {0}
    other = KeptBlocks(tmp_path / "b")
    other.windows(large)
    other.save(0, 1)
    assert other.windows(small) == small and not other.done()
    # Of another scene
    assert other.windows([Window(0, 0, 100, 60)]) == [Window(0, 0, 100, 60)]


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(GroundshiftError, match="results of blocks cannot be kept there"):
        KeptRun(tmp_path / "file").blocks("abc").windows([Window(0, 0, 1, 1)])


@dataclass(frozen=True)
class Reader:
    sources: tuple
    step: int = 1

    def read(self, window):
        """Nothing."""


def test_a_pass_is_known_by_function_reader_and_files(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"one")
    reader = Reader((Source.of(path),))
    first = digest_of(partial(max, 1), reader.read)
    assert first and first == digest_of(partial(max, 1), Reader((Source.of(path),)).read)
    assert first != digest_of(partial(max, 2), reader.read)
    assert first != digest_of(partial(max, 1), replace(reader, step=2).read)
    path.write_bytes(b"three")
    assert first != digest_of(partial(max, 1), reader.read)
    path.unlink()
    assert digest_of(partial(max, 1), reader.read) == ""
    # What cannot be told is not kept.
    assert digest_of(partial(max, 1), lambda window: None) == ""
    path.write_bytes(b"one")
    assert digest_of(lambda block: block, reader.read) == ""


def test_sources_of_what_is_put_together(tmp_path):
    one, two = (Reader((Source.of(tmp_path / name),)) for name in "ab")
    assert sources_of(one.read) == sources_of(one) == one.sources
    assert sources_of(partial(print, one, (1, 2))) == one.sources
    assert sources_of(partial(one.read, two)) == one.sources + two.sources
    assert sources_of(lambda window: None) == () == sources_of(None)

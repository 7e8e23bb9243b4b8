# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Objects taken apart and put together, without anything that could run."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from groundshift.algorithms.data.packing import named, pack, unpack
from hypothesis import given
from hypothesis import strategies as st

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
KEYS = st.integers() | st.text() | st.tuples(st.integers(), st.text())


def nested(below):
    return st.lists(below) | st.tuples(below, below) | st.dictionaries(KEYS, below)


def there_and_back(value):
    tree, arrays = pack(value)
    return unpack(json.loads(json.dumps(tree)), arrays)


@given(st.recursive(PLAIN | st.binary(), nested, max_leaves=20))
def test_plain_values_come_back(value):
    assert there_and_back(value) == value and type(there_and_back(value)) is type(value)


@dataclass(frozen=True)
class Frozen:
    values: np.ndarray
    rest: object = None


class Bag:
    def __init__(self, **values):
        vars(self).update(values)


def test_objects_and_arrays_come_back():
    inner = Frozen(np.array(["2020-01-06"], "datetime64[D]"), np.float32(2.5))
    found = there_and_back(Bag(tiles={(0, 64): b"\x00\x01"}, inner=inner, none=np.zeros((0, 3))))
    assert type(found) is Bag and found.tiles == {(0, 64): b"\x00\x01"}
    assert found.none.shape == (0, 3) and type(found.inner) is Frozen
    assert found.inner.values == inner.values and found.inner.rest == np.float32(2.5)
    assert found.inner.rest.dtype == np.float32


class Reduced(Bag):
    def __reduce__(self):
        return print, ()


def test_what_is_more_than_its_attributes_is_refused(tmp_path):
    circle = []
    circle.append(circle)
    with open(tmp_path / "f", "w") as file:
        for value in (
            print, Reduced(), file, {1, 2}, Path("a"), np.array([print], object), circle, Bag,
            object(), lambda: 1,
        ):  # fmt: skip
            with pytest.raises(TypeError):
                pack([value])


@pytest.mark.parametrize(
    "tree",
    [
        ["object", "subprocess", "Popen", ["dict", [["args", "true"]]]],
        ["object", "os", "system", ["dict", []]],
        ["object", "no.such.module", "A", ["dict", []]],
        ["object", "builtins", "dict", ["dict", []]],
        ["array", 3], ["unknown"], [], {"a": 1}, ["tuple"],
    ],
)  # fmt: skip
def test_nothing_runs_when_damaged_or_wicked_values_are_read(tree):
    assert subprocess  # it is there to be found
    with pytest.raises(TypeError):
        unpack(tree, [])


def test_names_tell_functions_from_one_another():
    def shown(value):
        return repr(pack(value, named)[0])

    assert shown(max) == shown(max) != shown(min)
    assert shown(Frozen) != shown(Bag) and shown(Path("a")) != shown(Path("b"))
    assert shown({3, 1, 2}) == shown({2, 3, 1}) and shown(Bag().__init__) != shown(
        Bag(a=1).__init__
    )
    for hidden in (lambda: 1, there_and_back.__get__(None, type) and (lambda: 2)):
        with pytest.raises(TypeError):
            pack(hidden, named)

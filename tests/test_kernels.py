# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The cache of compiled kernels goes by what they are made of."""

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from groundshift.algorithms import kernels

KERNEL = """
from groundshift.algorithms.kernels import njit
from .{room}.part import FACTOR, part
from . import (
    other,
)
@njit(cache=True)
def whole(x):
    return FACTOR * part(x) + other.LAST
"""
PART = """
from groundshift.algorithms.kernels import njit
FACTOR = 3
@njit(cache=True)
def part(x):
    return x + 1
"""


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of kernels, and a function that loads it anew and calls its kernel."""
    monkeypatch.setattr(kernels, "PACKAGE", tmp_path)
    monkeypatch.setattr("numba.config.CACHE_DIR", str(tmp_path / "cache"))
    home = tmp_path / "house"
    (home / "room").mkdir(parents=True)
    for path, text in (
        ("__init__.py", ""), ("room/__init__.py", ""), ("room/part.py", PART),
        ("other.py", "LAST = 1\n"), ("unneeded.py", "X = 1\n"),
        ("whole.py", KERNEL.format(room="room")),
    ):  # fmt: skip
        (home / path).write_text(text)

    def call():
        """The value for 1, and how many kernels had to be compiled."""
        for cached in (kernels.stamp, kernels._content, kernels._imported):
            cached.cache_clear()
        for name in [name for name in sys.modules if name.split(".")[0] == "house"]:
            del sys.modules[name]
        importlib.invalidate_caches()
        monkeypatch.syspath_prepend(str(tmp_path))
        module = importlib.import_module("house.whole")
        value = module.whole(1)
        return value, sum(module.whole.stats.cache_misses.values())

    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield home, call
    for name in [name for name in sys.modules if name.split(".")[0] == "house"]:
        del sys.modules[name]


def test_nothing_is_compiled_anew_for_a_new_date_of_the_files(package):
    home, call = package
    assert call() == (7, 1)
    for path in home.rglob("*.py"):
        os.utime(path, (1e9, 1e9))
    (home / "unneeded.py").write_text("X = 2\n")
    assert call() == (7, 0)


@pytest.mark.parametrize(
    "path, before, after, value",
    [
        ("room/part.py", "FACTOR = 3", "FACTOR = 5", 11),
        ("room/part.py", "x + 1", "x + 2", 10),
        ("other.py", "LAST = 1", "LAST = 2", 8),
        ("whole.py", "FACTOR * part", "FACTOR + part", 6),
    ],
)
def test_a_change_of_what_a_kernel_is_made_of_is_compiled(package, path, before, after, value):
    home, call = package
    assert call() == (7, 1)
    stat = (home / path).stat()
    (home / path).write_text((home / path).read_text().replace(before, after))
    os.utime(home / path, (stat.st_atime, stat.st_mtime))  # numba itself would see no change
    assert call() == (value, 1)


def test_processes_that_compile_at_the_same_moment_never_run_each_others_code(package):
    """One saves for whole numbers while the other, which knows of nothing, saves for fractions."""
    home, call = package
    assert call() == (7, 1)
    module = sys.modules["house.whole"]
    kept = module.whole._cache._cache_file
    (mine,) = kept._load_index()
    theirs, folder = ("another", *mine[1:]), home.parent / "cache"
    known, kept._load_index = kept._load_index, dict
    kept.save(theirs, "their code")
    kept._load_index = known
    assert kept.load(theirs) == "their code" and kept.load(mine) is None
    assert call() == (7, 1) and call() == (7, 0)
    assert kept.load(theirs) == "their code"
    assert len([*folder.rglob("whole.whole-*.nbc")]) == 2, "no more than the index names"


def test_all_kernels_are_kept_by_their_content():
    for path in kernels.PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path.name != "kernels.py":
            assert "from numba import njit" not in text and "import numba" not in text, path.name


def test_what_is_gone_leaves_the_cache(tmp_path):
    place = kernels.PACKAGE / "timeseries" / "_solve.py"
    lines = place.read_text(encoding="utf-8").splitlines()
    line = next(k for k, text in enumerate(lines, 1) if text.startswith("@njit"))
    folder = tmp_path / "timeseries_0123"
    folder.mkdir()
    kept = [f"_solve.one-{line}.py311.nbi", f"_solve.one-{line}.py311.1.nbc", "notes.txt"]
    gone = [f"_solve.one-{line + 1}.py311.nbi", "_never.two-1.py311.1.nbc"]
    for name in kept + gone:
        (folder / name).touch()
    kernels.remove_outdated(tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == sorted(kept)


WAITING = """
import os, sys, time
import numpy as np
sys.path[:0] = {path}
from groundshift.algorithms.kernels import njit, prange
import numba
assert "GOMP_SPINCOUNT" not in os.environ
@njit(parallel=True)
def kernel(x):
    for i in prange(len(x)):
        x[i] += 1
x, spent = np.zeros(10000), []
kernel(x)
for _ in range(21):
    begin = time.process_time()
    kernel(x)
    time.sleep(0.05)
    spent.append(time.process_time() - begin)
print(numba.threading_layer(), numba.get_num_threads(), 1e3 * np.median(spent))
"""


def test_threads_do_not_spin_long_after_a_kernel():
    house = Path(kernels.__file__).parents[2]
    hidden = ("GOMP_SPINCOUNT", "OMP_WAIT_POLICY", "NUMBA_NUM_THREADS", "OMP_NUM_THREADS")
    told = {k: v for k, v in os.environ.items() if k not in hidden}
    done = subprocess.run(
        [sys.executable, "-c", WAITING.format(path=[str(house)])], capture_output=True, text=True,
        env={**told, "NUMBA_NUM_THREADS": "2"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    layer, _, milliseconds = done.stdout.split()
    if layer != "omp" or not sys.platform.startswith("linux"):
        pytest.skip(f"threads are those of {layer}, not of GNU's OpenMP")
    assert float(milliseconds) < 1.5  # 0.3; 5 by the library's default

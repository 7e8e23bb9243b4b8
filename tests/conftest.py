# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Makes the checkout importable as ``groundshift``, whatever its folder is called."""

import csv
import gc
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
sys.path.append(str(ROOT / "tests" / "helpers"))  # pytest's importlib mode does not find them


def _load_environment():
    spec = importlib.util.spec_from_file_location("qgis_env", ROOT / "scripts" / "qgis_env.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["qgis_env"] = module
    spec.loader.exec_module(module)
    return module


os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Compiling takes longer than all else. Numba keeps kernels by the path of their source, so all
# processes of the tests, qgis_process too, get the package from one path, and share one cache.
os.environ["NUMBA_CACHE_DIR"] = str(ROOT / "build" / "numba-cache")
if "PYTEST_XDIST_WORKER" in os.environ:
    # The cores belong to the other processes, too.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# The compiler makes millions of objects that stay: with Python's own thresholds a twelfth of the
# processor's time goes into looking for cycles among them (tools' rows, fresh cache).
gc.set_threshold(50_000, 20, 100)
# How fast examples come tells of what else the machine does, and of what has to be compiled;
# examples share a test's folder where they write over each other's files.
UNASKED = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
settings.register_profile("patient", suppress_health_check=UNASKED, deadline=None)
settings.load_profile("patient")
_load_environment().load_package(linked=True)


@pytest.fixture(scope="session")
def shared_data():
    """Path of a folder of real data; the test is skipped where it is missing."""

    def find(name):
        folder = SHARED / "data" / name
        if not folder.exists():
            pytest.skip(f"real data is not on this machine: ../shared/data/{name}")
        return folder

    return find


@pytest.fixture(scope="session")
def oracle():
    """Rows of a table of reference numbers; the test is skipped where it is missing."""

    def rows(name):
        path = SHARED / "oracles" / name
        if not path.exists():
            pytest.skip(f"reference numbers are not on this machine: ../shared/oracles/{name}")
        with open(path, newline="") as file:
            return list(csv.DictReader(file))

    return rows


@pytest.fixture(scope="session")
def check_same_numbers():
    """Function that asks for the same numbers to rounding: a millionth of a band's largest.

    What a library multiplies has other last bits on other processors, and for blocks of other
    shapes. Where our own loops alone add, tests ask for equality instead.
    """
    import numpy as np

    def check(one, two):
        one, two = np.asarray(one), np.asarray(two)
        assert one.shape == two.shape
        assert np.array_equal(np.isnan(one), np.isnan(two))
        for mine, other in zip(one, two) if one.ndim > 2 else [(one, two)]:
            known = ~np.isnan(mine)
            largest = np.abs(mine[known]).max(initial=0.0)
            np.testing.assert_allclose(other[known], mine[known], rtol=0, atol=1e-6 * largest)

    return check


@pytest.fixture(scope="module")
def cluster():
    """A Dask cluster of two workers."""
    from dask_cluster import two_workers

    with two_workers() as made:
        yield made


@pytest.fixture
def mounted(tmp_path):
    """Function that mounts a small disk in memory at a new folder."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    mounts = []

    def mount(size_kib):
        folder = tmp_path / f"disk{size_kib}"
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={size_kib}k", "tmpfs", str(folder)]
        if subprocess.run(command, capture_output=True).returncode:
            pytest.skip("no disk can be mounted here")
        mounts.append(folder)
        return folder

    yield mount
    for folder in mounts:
        subprocess.run(["umount", "-l", str(folder)], check=True)

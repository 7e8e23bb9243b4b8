# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The same run on a real Dask cluster of two worker processes."""

import sys
from pathlib import Path

import groundshift
import pytest
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.io.rasters import read_raster
from groundshift.algorithms.io.run_sbas import run_sbas
from groundshift.algorithms.io.sbas_outputs import SbasTargets
from groundshift.algorithms.runner import RunOptions
from small_stack import CORNER, bowl, make_stack

distributed = pytest.importorskip("distributed", reason="the package 'distributed' is missing")
NAMES = ("velocity", "velocity_std", "temporal_coherence", "pair_count", "displacement")


def local_cluster(workers):
    return distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=":0",
        memory_limit=0,
    )  # fmt: skip


@pytest.fixture(scope="module")
def cluster():
    """Two workers that can import the core as ``groundshift``, as after ``pip install .``"""
    # Spawned workers take it over, and find the kernels compiled that this process has.
    folder = str(Path(groundshift.__file__).parent.parent)
    sys.path.append(folder)
    with local_cluster(2) as made:
        yield made
    sys.path.remove(folder)


def invert(folder, stack, **options):
    folder.mkdir()
    targets = SbasTargets(**{name: folder / f"{name}.tif" for name in NAMES})
    run_sbas(stack, targets, reference=CORNER, run_options=RunOptions(**options))
    return [read_raster(folder / f"{name}.tif")[1] for name in NAMES]


def test_a_cluster_gives_the_same_numbers(cluster, tmp_path, same_numbers):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.004, looks=10.3, gaps=0.1)
    here = invert(tmp_path / "here", tmp_path / "s.h5")
    there = invert(
        tmp_path / "there", tmp_path / "s.h5", scheduler=cluster.scheduler_address,
        budget=400 << 20,
    )  # fmt: skip
    for one, two in zip(here, there):
        same_numbers(one, two)
    with distributed.Client(cluster) as client:
        tasks = client.run(lambda dask_worker: dask_worker.state.executed_count)
    assert len(tasks) == 2 and all(count >= 1 for count in tasks.values())


def test_cancelling_stops_the_cluster_and_leaves_nothing(cluster, tmp_path):
    make_stack(tmp_path / "s.h5")
    targets = SbasTargets(velocity=tmp_path / "v.tif")
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 1

    options = RunOptions(400 << 20, scheduler=cluster.scheduler_address)
    with pytest.raises(Cancelled):
        run_sbas(
            tmp_path / "s.h5", targets, reference=CORNER, run_options=options, cancelled=cancelled
        )
    assert [p.name for p in tmp_path.iterdir()] == ["s.h5"]


def test_a_cluster_without_the_core_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [p for p in sys.path if not Path(p, "groundshift").exists()])
    make_stack(tmp_path / "s.h5")
    targets = SbasTargets(velocity=tmp_path / "v.tif")
    with local_cluster(1) as bare:
        options = RunOptions(scheduler=bare.scheduler_address)
        with pytest.raises(GroundshiftError, match="cannot import 'groundshift'"):
            run_sbas(tmp_path / "s.h5", targets, reference=CORNER, run_options=options)

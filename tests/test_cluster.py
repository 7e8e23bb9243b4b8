# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The same run on a real Dask cluster of two worker processes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import groundshift
import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.job import Job
from sbas_runs import named, run_sbas
from small_stack import CORNER, bowl, make_stack

distributed = pytest.importorskip("distributed", reason="the package 'distributed' is missing")
NAMES = ("velocity", "velocity_std", "temporal_coherence", "pair_count", "displacement")

HERE = Path(__file__).parent


def local_cluster(workers):
    return distributed.LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=":0",
        memory_limit=0,
    )  # fmt: skip


@pytest.fixture(scope="module")
def cluster():
    """Two workers that can import the core as ``groundshift``, as after ``pip install .``"""
    # Spawned workers take it over, and find the kernels compiled that this process has.
    folders = [str(Path(groundshift.__file__).parent.parent), str(HERE), str(HERE / "helpers")]
    sys.path += folders
    with local_cluster(2) as made:
        yield made
    for folder in folders:
        sys.path.remove(folder)


def invert(folder, stack, **options):
    folder.mkdir()
    targets = named(**{name: folder / f"{name}.tif" for name in NAMES})
    run_sbas(stack, targets, reference=CORNER, job=Job(**options))
    return [read_raster(folder / f"{name}.tif")[1] for name in NAMES]


def test_a_cluster_gives_the_same_numbers(cluster, tmp_path, check_same_numbers):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.004, looks=10.3, gaps=0.1)
    here = invert(tmp_path / "here", tmp_path / "s.h5")
    there = invert(
        tmp_path / "there", tmp_path / "s.h5", scheduler=cluster.scheduler_address,
        budget=400 << 20,
    )  # fmt: skip
    for one, two in zip(here, there):
        check_same_numbers(one, two)
    with distributed.Client(cluster) as client:
        tasks = client.run(lambda dask_worker: dask_worker.state.executed_count)
    assert len(tasks) == 2 and all(count >= 1 for count in tasks.values())


def test_cancelling_stops_the_cluster_and_leaves_nothing(cluster, tmp_path):
    make_stack(tmp_path / "s.h5")
    targets = named(velocity=tmp_path / "v.tif")
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 1

    options = Job(400 << 20, scheduler=cluster.scheduler_address, cancelled=cancelled)
    with pytest.raises(Cancelled):
        run_sbas(tmp_path / "s.h5", targets, reference=CORNER, job=options)
    assert [p.name for p in tmp_path.iterdir()] == ["s.h5"]


def test_a_cluster_without_the_core_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "path", [p for p in sys.path if not Path(p, "groundshift").exists()])
    make_stack(tmp_path / "s.h5")
    targets = named(velocity=tmp_path / "v.tif")
    with local_cluster(1) as bare:
        options = Job(scheduler=bare.scheduler_address)
        with pytest.raises(GroundshiftError, match="cannot import 'groundshift'"):
            run_sbas(tmp_path / "s.h5", targets, reference=CORNER, job=options)


class Kills:
    """A block function that ends its worker: the first time, or always."""

    def __init__(self, mark, always=False):
        self.mark, self.always = str(mark), always

    def __call__(self, block):
        if self.always or not os.path.exists(self.mark):
            open(self.mark, "w").close()
            os._exit(1)
        return 2 * block


def doubled(function, scheduler, **options):
    """Numbers 0 to 99, doubled in blocks on a cluster."""
    grid = Grid(100, 1000)
    values = np.arange(100_000.0).reshape(grid.shape)
    out = np.zeros(grid.shape)

    def write(window, result):
        out[window.slices] = result

    job = Job(2 << 20, scheduler=scheduler, **options)
    job.blocks(function, lambda window: values[window.slices], write, grid, 16)
    np.testing.assert_array_equal(out, 2 * values)


def test_a_block_whose_worker_dies_is_done_by_another(cluster, tmp_path):
    doubled(Kills(tmp_path / "mark"), cluster.scheduler_address)
    assert (tmp_path / "mark").exists()


def test_workers_that_are_all_gone_are_told(tmp_path, monkeypatch):
    folder = str(Path(groundshift.__file__).parent.parent)
    monkeypatch.setattr(sys, "path", [*sys.path, folder, str(HERE), str(HERE / "helpers")])
    monkeypatch.setattr("groundshift.algorithms.cluster.RETURN", 1.0)
    with distributed.LocalCluster(
        n_workers=0, processes=True, dashboard_address=":0", memory_limit=0
    ) as bare:
        command = [
            sys.executable, "-m", "distributed.cli.dask_worker", bare.scheduler_address,
            "--nthreads", "1", "--no-nanny", "--no-dashboard",
        ]  # fmt: skip
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path[-3:])}
        worker = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            with distributed.Client(bare) as client:
                client.wait_for_workers(1, timeout=60)
            with pytest.raises(GroundshiftError, match="all workers of the Dask cluster are gone"):
                doubled(Kills(tmp_path / "mark", always=True), bare.scheduler_address)
        finally:
            worker.kill()
            worker.wait()


@pytest.mark.parametrize(
    "scheduler, certificates, says",
    [
        ("tls://127.0.0.1:9", "", "needs certificates; give the folder with ca.pem"),
        ("tls://127.0.0.1:9", "empty", r"ca\.pem: there is no such file"),
        ("tcp://127.0.0.1:9", "empty", "not encrypted; give an address that begins with tls://"),
    ],
)
def test_certificates_that_do_not_fit_the_address(scheduler, certificates, says, tmp_path):
    folder = str(tmp_path) if certificates else ""
    with pytest.raises(GroundshiftError, match=says):
        doubled(np.square, scheduler, certificates=folder)


def test_an_encrypted_cluster(tmp_path, cluster):
    if not shutil.which("openssl"):
        pytest.skip("openssl is not on this machine")
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    subprocess.run(
        [*command.split(), "-keyout", tmp_path / "key.pem", "-out", tmp_path / "cert.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    shutil.copy(tmp_path / "cert.pem", tmp_path / "ca.pem")
    options = {"tls_ca_file": str(tmp_path / "ca.pem")}
    for side in ("client", "scheduler", "worker"):
        options[f"tls_{side}_cert"] = str(tmp_path / "cert.pem")
        options[f"tls_{side}_key"] = str(tmp_path / "key.pem")
    security = distributed.Security(require_encryption=True, **options)
    with distributed.LocalCluster(
        n_workers=1,
        threads_per_worker=1,
        processes=True,
        dashboard_address=":0",
        memory_limit=0,
        security=security,
    ) as made:
        assert made.scheduler_address.startswith("tls://")
        (tmp_path / "mark").touch()
        doubled(Kills(tmp_path / "mark"), made.scheduler_address, certificates=str(tmp_path))

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The same run on a real Dask cluster of two worker processes."""

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import groundshift
import h5py
import numpy as np
import pytest
from between import Between
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.data.simulation import SlcOptions, simulate_slc
from groundshift.algorithms.data.tools.simulating_slc import write_slc_simulation
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.formats.kept_blocks import KeptRun
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.formats.remote import Source
from groundshift.algorithms.job import Job
from groundshift.algorithms.toolbox import call
from sbas_runs import named, run_sbas
from small_stack import CORNER, bowl, make_stack

distributed = pytest.importorskip("distributed", reason="the package 'distributed' is missing")
from dask_cluster import local_cluster  # noqa: E402 (needs it)

NAMES = ("velocity", "velocity_std", "temporal_coherence", "pair_count", "displacement")

HERE = Path(__file__).parent


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


def test_the_chain_on_a_cluster(cluster, tmp_path, check_same_numbers):
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.004, looks=10.3)
    (tmp_path / "kept").mkdir()
    found, said = [], []
    for name, there in (
        ("here", {}), ("there", {"scheduler": cluster.scheduler_address}),
        ("over", {"scheduler": cluster.scheduler_address, "resume_folder": tmp_path / "kept"}),
    ):  # fmt: skip
        (tmp_path / name).mkdir()
        targets = {
            "timeseries": tmp_path / name / "ts.h5", "velocity": tmp_path / name / "v.tif",
        }  # fmt: skip
        call(
            "smallbaseline", {"note": said.append}, stack_file=tmp_path / "s.h5", ramps="linear",
            closure="bridging_closure", reference_point=CORNER.point, reference_radius=0,
            **targets, **there,
        )  # fmt: skip
        with h5py.File(targets["timeseries"]) as file:
            found.append([file["timeseries"][()], read_raster(targets["velocity"])[1]])
    for other in found[1:]:
        for one, two in zip(found[0], other):
            check_same_numbers(one, two)
    assert np.isfinite(found[0][0]).all() and not list((tmp_path / "kept").iterdir())
    assert not any("is not seen" in text for text in said)


@pytest.fixture(scope="module")
def images(tmp_path_factory):
    """Simulated radar images."""
    folder = tmp_path_factory.mktemp("images")
    scene = SlcOptions(rows=96, cols=300, dates=16, turbulence_mm=0.5, landslides=0, seed=3)
    write_slc_simulation(simulate_slc(scene), folder / "scene", "mintpy")
    return folder / "scene" / "inputs"


def link_and_invert(images, folder, callbacks=None, **there):
    """What `psds` finds: linked images, kinds of scatterers, series and rates."""
    folder.mkdir()
    call(
        "psds", callbacks, stack=images / "slcStack.h5", geometry=images / "geometryGeo.h5",
        window_rows=11, window_cols=11, timeseries=folder / "ts.h5", linked=folder / "linked.h5",
        velocity=folder / "v.tif", points=folder / "p.gpkg", **there,
    )  # fmt: skip
    with h5py.File(folder / "linked.h5") as linked, h5py.File(folder / "ts.h5") as series:
        return [
            linked["slc"][()], linked["kind"][()], series["timeseries"][()],
            read_raster(folder / "v.tif")[1],
        ]  # fmt: skip


def test_images_are_linked_on_a_cluster(cluster, images, tmp_path, check_same_numbers):
    (tmp_path / "kept").mkdir()
    here, said, address = link_and_invert(images, tmp_path / "here"), [], cluster.scheduler_address
    assert (here[1] > 0).sum() > 5000 and (here[1] == 2).sum() > 50
    with Between(address) as between:
        there = link_and_invert(
            images, tmp_path / "there", {"note": said.append}, scheduler=between.address
        )
        # What has the size of the images, or of the interferograms, stays where it is.
        assert between.passed < 0.8 * (images / "slcStack.h5").stat().st_size
    over = link_and_invert(
        images, tmp_path / "over", {"note": said.append}, scheduler=address,
        resume_folder=tmp_path / "kept",
    )  # fmt: skip
    for other in (there, over):
        for one, two in zip(here, other):
            check_same_numbers(one, two)
    assert any("see the files and read them" in text for text in said)
    assert not any("not seen" in text for text in said) and not list((tmp_path / "kept").iterdir())


def test_linking_goes_on_when_a_worker_is_killed(cluster, images, tmp_path, check_same_numbers):
    here, did = link_and_invert(images, tmp_path / "here"), []
    with distributed.Client(cluster) as client:
        before = list(client.run(os.getpid).values())

        def told(share):
            if share > 0.35 and not did:  # between 0.26 and 0.62 phases are linked
                did.append(share)
                os.kill(before[0], signal.SIGKILL)

        there = link_and_invert(
            images, tmp_path / "there", {"progress": told}, scheduler=cluster.scheduler_address
        )
        assert 0.35 < did[0] < 0.6 and before[0] not in client.run(os.getpid).values()
    for one, two in zip(here, there):
        check_same_numbers(one, two)


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


class Rows:
    """Reads blocks of a file, in whatever process; notes each that is read here."""

    def __init__(self, path):
        self.path, self.sources = path, (Source.of(path),)

    def __call__(self, window):
        return np.load(self.path, mmap_mode="r")[window.slices].copy()


class Counts:
    """Doubles blocks, and leaves a file in a folder for each."""

    def __init__(self, folder):
        self.folder = folder

    def __call__(self, block):
        (self.folder / f"block-{os.getpid()}-{time.monotonic_ns()}").touch()
        return Doubled(2 * block, float(block.sum()))


@dataclass
class Doubled:
    values: np.ndarray
    total: float


class Place:
    """Puts values into a file, in whatever process, and leaves the sum."""

    def __init__(self, path):
        self.path, self.sources = path, (Source.of(path),)

    def __call__(self, window, result):
        np.load(self.path, mmap_mode="r+")[window.slices] = result.values
        return result.total


FILED = Grid(800, 1000)


@pytest.fixture
def filed(tmp_path):
    """A file of numbers, and folders for results and marks."""
    values = np.random.default_rng(0).random(FILED.shape)  # nothing to be compressed
    np.save(tmp_path / "in.npy", values)
    for name in ("marks", "kept"):
        (tmp_path / name).mkdir()
    return tmp_path


def double_file(folder, job, write=None, placing=False, function=None, read=None):
    """Double the numbers of the file in blocks; gives how many blocks there were."""
    np.save(folder / "out.npy", np.zeros(FILED.shape))
    out, totals = np.load(folder / "out.npy", mmap_mode="r+"), []

    def put(window, result):
        if write is not None:
            write(len(totals))
        if placing:
            totals.append(result)
        else:
            out[window.slices] = result.values
            totals.append(result.total)

    place = Place(folder / "out.npy") if placing else None
    function = function or Counts(folder / "marks")
    read = read or Rows(folder / "in.npy")
    job.blocks(function, read, put, FILED, 16.0, place)
    values = np.load(folder / "in.npy")
    np.testing.assert_array_equal(np.load(folder / "out.npy"), 2 * values)
    assert sum(totals) == pytest.approx(values.sum(), rel=1e-12)
    return len(totals)


def marks(folder):
    """Processes that did blocks, once a block."""
    return [path.name.split("-")[1] for path in (folder / "marks").iterdir()]


BUDGET = 6 << 20


@pytest.mark.parametrize("placing", [True, False])
def test_workers_read_files_and_put_results_in_place(cluster, filed, placing):
    said = []
    with Between(cluster.scheduler_address) as between:
        job = Job(BUDGET, scheduler=between.address, note=said.append)
        blocks = double_file(filed, job, placing=placing)
        passed = between.passed
    size = 8 * FILED.rows * FILED.cols
    assert passed < 0.1 * size if placing else size < passed < 1.2 * size
    assert len(set(marks(filed))) == 2 and str(os.getpid()) not in marks(filed)
    assert blocks == len(marks(filed)) >= 8
    assert said == ["The workers of the Dask cluster see the files and read them."]


def test_files_that_workers_do_not_see_are_read_here(cluster, filed):
    said, read = [], Rows(filed / "in.npy")
    read.sources = (OwnState(read.path),)
    double_file(
        filed, Job(BUDGET, scheduler=cluster.scheduler_address, note=said.append), read=read
    )
    assert said == [
        f"{read.path} is not seen by all workers of the Dask cluster; blocks are read here and "
        "sent to them."
    ]


class OwnState(Source):
    """A file that is another one in every process."""

    def state(self):
        return os.getpid()


@pytest.mark.parametrize("there", [True, False])
def test_a_run_that_was_cut_off_goes_on(cluster, filed, there):
    scheduler = cluster.scheduler_address if there else ""
    stopped = []

    def stop(done):
        if done == 5 and not stopped:
            stopped.append(done)
            raise KeyboardInterrupt

    def job(**others):
        return Job(BUDGET, scheduler=scheduler, store=KeptRun(filed / "kept"), **others)

    with pytest.raises(KeyboardInterrupt):
        double_file(filed, job(), stop)
    (kept,) = (filed / "kept").iterdir()
    time.sleep(1.0)  # what workers are at ends
    done = list(kept.glob("*.block"))
    assert 5 <= len(done) <= 5 + 8
    done[0].write_bytes(done[0].read_bytes()[:-7])  # as of a full disk
    done[1].unlink()
    before, said = len(marks(filed)), []
    blocks = double_file(filed, job(note=said.append))
    assert len(marks(filed)) - before == blocks - len(done) + 2
    assert f"{len(done) - 1} of {blocks} blocks are taken from" in " ".join(said)
    # Other numbers, another pass.
    values = np.load(filed / "in.npy")
    np.save(filed / "in.npy", values + 1)
    before = len(marks(filed))
    assert double_file(filed, job()) == len(marks(filed)) - before


def test_what_is_kept_goes_over_the_folder(cluster, filed):
    with Between(cluster.scheduler_address) as between:
        store = KeptRun(filed / "kept")
        double_file(filed, Job(BUDGET, scheduler=between.address, store=store))
        assert between.passed < 0.1 * 8 * FILED.rows * FILED.cols
    assert store.count() == len(marks(filed))
    store.discard()
    assert not list((filed / "kept").iterdir())


def test_a_connection_that_is_cut_is_made_again(cluster, filed):
    warned = []
    with Between(cluster.scheduler_address) as between:
        job = Job(BUDGET, scheduler=between.address, warn=warned.append)
        blocks = double_file(filed, job, lambda done: between.cut() if done in (3, 6) else None)
    assert blocks <= len(marks(filed)) <= blocks + 16


def test_a_scheduler_that_does_not_come_back_is_told(cluster, filed, monkeypatch):
    monkeypatch.setattr("groundshift.algorithms.cluster.RETURN", 3.0)
    monkeypatch.setattr("groundshift.algorithms.cluster.PATIENCE", "1s")
    warned = []
    with Between(cluster.scheduler_address) as between:
        job = Job(BUDGET, scheduler=between.address, warn=warned.append)
        with pytest.raises(GroundshiftError, match="the Dask scheduler is gone; start it and run"):
            double_file(filed, job, lambda done: between.close() if done == 3 else None)
    assert warned == [f"{between.address}: the Dask scheduler is gone; start it, within 3 seconds."]


class KillsOnce(Counts):
    """Ends a worker after some blocks."""

    def __call__(self, block):
        if len(list(self.folder.iterdir())) > 3 and not (self.folder.parent / "killed").exists():
            (self.folder.parent / "killed").touch()
            os._exit(1)
        return super().__call__(block)


def test_a_worker_that_dies_costs_its_blocks(cluster, filed):
    job, function = Job(BUDGET, scheduler=cluster.scheduler_address), KillsOnce(filed / "marks")
    blocks = double_file(filed, job, placing=True, function=function)
    assert (filed / "killed").exists()
    assert blocks <= len(marks(filed)) <= blocks + 4


def test_items_are_done_by_workers(cluster, filed):
    found = {}
    job = Job(BUDGET, scheduler=cluster.scheduler_address)
    job.each(RowSum(filed / "in.npy"), range(20), found.__setitem__, 1e3)
    values = np.load(filed / "in.npy")
    assert {number: total for number, (total, _) in found.items()} == {
        number: values[number].sum() for number in range(20)
    }
    assert os.getpid() not in {process for _, process in found.values()}


class RowSum(Rows):
    """Of a row: its sum, and the process that has made it."""

    def __call__(self, number):
        return np.load(self.path)[number].sum(), os.getpid()


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

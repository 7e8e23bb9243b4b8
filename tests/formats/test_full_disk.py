# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Files on disks that are full: one sentence, earlier results stay, nothing crashes."""

import os
from pathlib import Path

import h5py
import numpy as np
import pytest
from groundshift.algorithms.chains.chain import Chain
from groundshift.algorithms.chains.smallbaseline import SmallBaseline, drop_pairs
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.errors import GroundshiftError
from groundshift.algorithms.formats import rasters
from groundshift.algorithms.formats.atomic import Transaction
from groundshift.algorithms.formats.hdf5.stacks import read_stack
from groundshift.algorithms.formats.hdf5.velocity import export_velocity
from groundshift.algorithms.formats.rasters import BandInfo, RasterWriter, write_raster
from groundshift.algorithms.job import Job
from groundshift.algorithms.outputs import Outputs
from groundshift.algorithms.timeseries.network_selection import SelectionOptions
from groundshift.algorithms.timeseries.tools.prediction import ModelReader, ModelWriter, read_model
from groundshift.algorithms.toolbox import call
from small_stack import DATES, GRID, NEAR, bowl, make_stack

WHOLE = Window(0, 0, *GRID.shape)
FEW = NEAR[:12]
VELOCITY_BANDS = ("velocity_mm_yr", "velocity_std_mm_yr", "annual_sine_mm", "annual_cosine_mm")
NO_ROOM = "the disk is full|are needed and"
ONE = Job(workers=1)
DROPPING = SelectionOptions(maximum_days=25)


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    """Folder with a stack in which cycles are lost, the same one packed, and a raster of rates."""
    folder = tmp_path_factory.mktemp("inputs")
    make_stack(folder / "stack.h5", FEW, rate=bowl())
    with h5py.File(folder / "stack.h5", "r+") as file:
        file["unwrapPhase"][4, 20:60, 100:200] += 2 * np.pi
    with h5py.File(folder / "stack.h5") as source, h5py.File(folder / "packed.h5", "w") as file:
        for name, data in source.items():
            packing = {"chunks": (4, 30, 70), "compression": "gzip"} if data.ndim == 3 else {}
            file.create_dataset(name, data=data[()], **packing)
        file.attrs.update(source.attrs)
    values = np.random.default_rng(0).normal(0, 5, (len(VELOCITY_BANDS), *GRID.shape))
    bands = [BandInfo(name, "mm") for name in VELOCITY_BANDS]
    with RasterWriter(folder / "v.tif", GRID, bands) as raster:
        raster.write(WHOLE, values.astype(np.float32))
    return folder


def velocity(inputs, target):
    export_velocity(inputs / "v.tif", target, DATES, {"PROCESSOR": "isce"})


def closure(inputs, target):
    call("closure", ONE, stack=inputs / "stack.h5", corrected_stack=target)


def packed_closure(inputs, target):
    call("closure", ONE, stack=inputs / "packed.h5", corrected_stack=target)


def network(inputs, target):
    call("network", ONE, stack=inputs / "stack.h5", selected_stack=target, max_days=25)


def prediction(_, target):
    with (
        Transaction() as files,
        ModelWriter(files.add(target), GRID, DATES[0], 2, False, {"METHOD": "tps"}) as writer,
    ):
        for window in GRID.blocks(6000):
            writer.write(window, model_values()[(slice(None), *window.slices)])


def model_values():
    return np.arange(5 * GRID.rows * GRID.cols, dtype=np.float32).reshape(5, *GRID.shape)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("write", [velocity, prediction, closure, packed_closure, network])
def test_a_full_disk_leaves_the_earlier_result(write, inputs, mounted, tmp_path):
    write(inputs, tmp_path / "result.h5")
    needed = (tmp_path / "result.h5").stat().st_size // 1024
    copied = {closure: "stack.h5", packed_closure: "packed.h5", network: "stack.h5"}.get(write)
    sizes = {8, *(int(needed * share) for share in (0.2, 0.5, 0.8, 0.95))}
    if copied:  # the copy fits, and what is done to it does not
        size = (inputs / copied).stat().st_size // 1024
        sizes |= {size + more for more in (8, 16, 64)}
        if write is packed_closure:  # chunks get other sizes when they are packed anew
            sizes.add(size + 180)
    for size in sorted(sizes):
        disk = mounted(size)
        (disk / "result.h5").write_bytes(b"an earlier result")
        before = contents(disk)
        with pytest.raises(GroundshiftError, match=NO_ROOM):
            write(inputs, disk / "result.h5")
        assert contents(disk) == before, size


@pytest.mark.parametrize("write", [velocity, prediction, closure, packed_closure, network])
def test_a_disk_with_some_room_to_spare_does(write, inputs, mounted, tmp_path):
    write(inputs, tmp_path / "result.h5")
    disk = mounted((tmp_path / "result.h5").stat().st_size // 1024 + 1024)
    write(inputs, disk / "result.h5")
    assert contents(disk) == {"result.h5": (tmp_path / "result.h5").read_bytes()}


def test_a_packed_stack_is_corrected_like_a_plain_one(inputs, tmp_path):
    closure(inputs, tmp_path / "plain.h5")
    packed_closure(inputs, tmp_path / "packed.h5")
    with h5py.File(tmp_path / "plain.h5") as plain, h5py.File(tmp_path / "packed.h5") as packed:
        assert set(plain) == set(packed) and dict(plain.attrs) == dict(packed.attrs)
        for name in plain:
            np.testing.assert_array_equal(packed[name][()], plain[name][()])
        with h5py.File(inputs / "stack.h5") as stack:
            assert not np.array_equal(plain["unwrapPhase"][4], stack["unwrapPhase"][4])


def test_layers_are_what_they_were(inputs, tmp_path):
    velocity(inputs, tmp_path / "v.h5")
    with h5py.File(tmp_path / "v.h5") as file:
        units = {name: data.attrs["UNIT"] for name, data in file.items()}
        assert units == {
            "velocity": "m/year", "velocityStd": "m/year", "annualAmplitude": "m",
            "annualPhase": "radian",
        }  # fmt: skip
        assert file.attrs["PROCESSOR"] == "isce" and file.attrs["FILE_TYPE"] == "velocity"
    prediction(None, tmp_path / "m.h5")
    model = read_model(tmp_path / "m.h5")
    assert model.degree == 2 and model.attributes["METHOD"] == "tps"
    with ModelReader(model) as reader:
        block = reader.read(WHOLE)
    values = model_values()
    np.testing.assert_array_equal(block.coefficients, values[:2])
    np.testing.assert_array_equal(
        block.covariance[[0, 1, 0, 1], [0, 0, 1, 1]], values[[2, 3, 3, 4]]
    )


def test_pairs_are_dropped_in_the_chains_own_stack_on_a_full_disk(mounted, tmp_path):
    make_stack(tmp_path / "s.h5", FEW)
    disk = mounted((tmp_path / "s.h5").stat().st_size // 1024 + 8)
    chosen = SmallBaseline.of({"STACK_FILE": tmp_path / "s.h5", "MAX_DAYS": 25})
    outputs = Outputs((), {"TIMESERIES": disk / "ts.h5", "KEEP_FOLDER": disk / "kept"})
    with Chain(outputs, ONE, tmp_path, ["network"], "") as chain:
        own = chain.folder / "s.h5"
        own.write_bytes((tmp_path / "s.h5").read_bytes())
        stack, dropped = drop_pairs(chain, own, chosen)
        assert stack.path == own and (stack.keep == read_stack(own).keep).all()
        assert stack.keep.sum() == len(FEW) - dropped
    assert 0 < dropped < len(FEW)


def write_two_bands(path):
    # Small enough for all of it to wait in GDAL's buffer until the file is closed.
    values = np.random.default_rng(0).normal(size=(2, 60, 60))
    with RasterWriter(path, Grid(60, 60), [BandInfo("one"), BandInfo("two", "mm")]) as raster:
        raster.write(Window(0, 0, 60, 60), values)
    return path.stat().st_size


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_a_raster_finds_no_room(mounted, tmp_path, share):
    """GDAL 3.10 closes such a file as if all were well."""
    disk = mounted(int(share * write_two_bands(tmp_path / "whole.tif") / 1024))
    with pytest.raises(GroundshiftError, match="cannot be (made|written|completed)"):
        write_two_bands(disk / "cut.tif")


def test_a_raster_without_its_end_is_noticed(tmp_path):
    path = tmp_path / "cut.tif"
    size = write_two_bands(path)
    assert rasters._loss(str(path)) is None
    for lost in (1, 100, size // 2, size - 10):
        with open(path, "r+b") as file:
            file.truncate(size - lost)
        assert rasters._loss(str(path)) is not None, f"{lost} of {size} bytes"


def open_files(folder):
    """Files of a folder that this process holds open."""
    links = [Path("/proc/self/fd") / name for name in os.listdir("/proc/self/fd")]
    targets = [os.readlink(link) for link in links if link.is_symlink()]
    return [target for target in targets if target.startswith(str(folder))]


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="no list of open files here")
@pytest.mark.parametrize("size_kib", [600, 4300, 5000])
def test_a_raster_without_room_is_closed_while_its_error_is_held(mounted, size_kib):
    """Closed later, its last writes fail in the midst of something else."""
    disk, grid = mounted(size_kib), Grid(1000, 1200, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0), "")
    noise = np.random.default_rng(1).normal(size=grid.shape).astype(np.float32)
    with pytest.raises(GroundshiftError, match="disk full") as refused:
        write_raster(disk / "a.tif", grid, noise, [BandInfo("a")])
    assert refused.value.__traceback__ is not None
    assert open_files(disk) == []

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Inversion, corrections and fit in one pass: the same as one after the other."""

from dataclasses import replace

import h5py
import numpy as np
import pytest
from chain_runs import run_chain
from groundshift.algorithms.chains import series
from groundshift.algorithms.data import grid
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.data.simulation import SimulationOptions, simulate
from groundshift.algorithms.data.tools.simulating import write_simulation
from groundshift.algorithms.formats.hdf5.stacks import (
    StackReader,
    TimeSeriesReader,
    read_stack,
    read_timeseries,
)
from groundshift.algorithms.formats.rasters import read_raster
from groundshift.algorithms.job import Job
from groundshift.algorithms.outputs import Outputs
from groundshift.algorithms.timeseries.cycle_store import CycleStore
from groundshift.algorithms.timeseries.tools import correction_files
from groundshift.algorithms.timeseries.tools.at_once import InvertedReader
from groundshift.algorithms.timeseries.tools.inversion import InversionRun
from groundshift.algorithms.timeseries.tools.reference_place import ReferenceChoice
from groundshift.algorithms.timeseries.tools.stack_sample import StackSample
from sbas_runs import choices, named
from small_stack import GRID, bowl, make_stack

TOGETHER = "Inversion: It goes through the stack together with what follows."


@pytest.fixture(scope="module")
def product(tmp_path_factory):
    """A simulated product with all sources of error, unwrapping errors among them."""
    folder = tmp_path_factory.mktemp("product") / "scene"
    simulation = simulate(SimulationOptions(rows=90, cols=110, dates=18, seed=5))
    write_simulation(simulation, folder, "mintpy")
    return folder


def run(source, out, **given):
    """What the chain says, its numbers and its files."""
    out.mkdir()
    targets = {
        "timeseries": out / "t.h5", "velocity": out / "v.tif", "temporal_coherence": out / "c.tif",
        "dem_error": out / "d.tif", "velocity_file": out / "v.h5",
    }  # fmt: skip
    log = []
    found, steps = run_chain(
        "smallbaseline", {"note": log.append}, folder=source, **{**targets, **given}
    )
    return log, found, steps, out


def datasets(path):
    with h5py.File(path) as file:
        return {name: item[()] for name, item in file.items()}, dict(file.attrs)


@pytest.mark.parametrize(
    "given",
    [
        {}, {"ramps": "quadratic", "weights": "coherence", "min_coherence": 0.4},
        {"solid_tides": True, "robust": False, "closure": "closure"},
        {"troposphere": "none", "correct_dem_error": False, "dem_error": None},
    ],
)  # fmt: skip
def test_at_once_is_one_after_the_other(product, tmp_path, monkeypatch, given):
    monkeypatch.setattr(correction_files, "SAMPLED_PIXELS", 90 * 110 // 5)
    monkeypatch.setattr(grid, "MOST_PIXELS", 64 * 110)
    log, found, steps, ours = run(product, tmp_path / "once", **given)
    assert TOGETHER in log and found["cycles"] > 100
    monkeypatch.setattr(series, "fits_at_once", lambda *_: False)
    apart, expected, alone, theirs = run(product, tmp_path / "apart", **given)
    assert TOGETHER not in apart
    told = {path.name for path in ours.iterdir()}
    assert told == {path.name for path in theirs.iterdir()} and len(told) >= 4
    for numbers in (found, expected):  # files have other folders
        for name in ("timeseries", "velocity", "temporal_coherence", "dem_error", "velocity_file"):
            numbers.pop(name, None)
    assert found == expected
    for name in ("t.h5", "v.h5"):
        (own, attributes), (other, wanted) = datasets(ours / name), datasets(theirs / name)
        assert attributes == wanted and own.keys() == other.keys()
        for key, values in own.items():
            if key in ("seriesCovariance", "dateNoise"):  # sums by block, and blocks differ
                np.testing.assert_allclose(values, other[key], rtol=1e-9, atol=1e-15)
            else:
                np.testing.assert_array_equal(values, other[key])
    for path in ours.glob("*.tif"):
        one, two = read_raster(path), read_raster(theirs / path.name)
        np.testing.assert_array_equal(one[1], two[1])
    for name, step in steps.items():
        assert step.summary == alone[name].summary
        assert step.numbers == pytest.approx(alone[name].numbers, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(
    "given", [{"keep_folder": "kept"}, {"aps_filter": True}, {"resume_folder": "again"}]
)
def test_what_does_not_go_at_once_goes_one_after_the_other(product, tmp_path, given):
    given = {k: tmp_path / v if isinstance(v, str) else v for k, v in given.items()}
    (tmp_path / "again").mkdir()
    log = []
    run_chain(
        "smallbaseline", {"note": log.append}, folder=product, timeseries=tmp_path / "t.h5",
        velocity=tmp_path / "v.tif", **given,
    )  # fmt: skip
    assert log and TOGETHER not in log


@pytest.mark.parametrize("with_coherence", [True, False])
def test_the_sample_is_inverted_as_the_whole_will_be(tmp_path, monkeypatch, with_coherence):
    monkeypatch.setattr(correction_files, "SAMPLED_PIXELS", GRID.rows * GRID.cols // 8)
    monkeypatch.setattr(grid, "MOST_PIXELS", 64 * GRID.cols)
    make_stack(tmp_path / "s.h5", rate=bowl(), date_noise=0.004, looks=10.3, gaps=0.1)
    stack = read_stack(tmp_path / "s.h5")
    sample, whole = StackSample(stack), Window(0, 0, *GRID.shape)
    assert sample.thinning.stride == 3
    with StackReader(stack) as reader:
        for window in grid.block_windows(GRID, 1.0, 1 << 30):
            block = reader.read(window)
            sample.add(window, sample.thinning(window, block.phase, block.coherence))
    cycles = CycleStore(GRID, len(stack.pairs))
    plane = np.zeros(GRID.shape, np.int8)
    plane[20:33, 31:90] = 2
    cycles.put_plane(4, plane)
    stack = replace(stack, cycles=cycles)
    chosen = choices(robust=True, weights="phase_variance" if with_coherence else "uniform")
    arguments = stack, Outputs((), named(tmp_path / "t.h5")), Job(), chosen, ReferenceChoice()
    with arguments[1], InversionRun(*arguments) as inversion:
        assert inversion.function.uses_coherence == with_coherence
        found = sample.inverted(stack, inversion.function)
        reader = InvertedReader(inversion, inversion._outputs.written("TIMESERIES"))
        part = Window(8, 5, 30, 40)
        asked = reader.read(part, 2), reader.layer("pairNoise", part), reader.series.dates
        inversion.run()
        table = reader.table("pairNoiseCovariance")
        assert reader.table("nothing") is None
    with TimeSeriesReader(read_timeseries(tmp_path / "t.h5")) as reader:
        layers = [reader.layer(name, whole) for name in ("temporalCoherence", "pairNoise")]
        whole = reader.read(whole)
        np.testing.assert_array_equal(asked[0], reader.read(part, 2))
        np.testing.assert_array_equal(asked[1], reader.layer("pairNoise", part))
        np.testing.assert_array_equal(asked[2], reader.series.dates)
        np.testing.assert_array_equal(table, reader.table("pairNoiseCovariance"))
    np.testing.assert_array_equal(found.displacement, whole[:, ::3, ::3])
    assert np.isfinite(found.displacement).any()
    for own, layer in zip((found.coherence, found.pair_noise), layers):
        np.testing.assert_array_equal(own, layer[::3, ::3])


def test_a_sample_keeps_to_its_share_of_the_memory(tmp_path):
    make_stack(tmp_path / "s.h5", looks=20)
    stack = read_stack(tmp_path / "s.h5")
    size = StackSample(stack).nbytes
    assert size == 8 * len(stack.pairs) * GRID.rows * GRID.cols  # all of a small scene
    assert StackSample.within(stack, 4 * size).nbytes == size
    assert StackSample.within(stack, 4 * size - 8) is None

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Cycle slips that the pairs alone cannot settle, from file to file."""

import h5py
import numpy as np
from groundshift.algorithms.data.grid import Window
from groundshift.algorithms.formats.hdf5.stacks import StackReader, read_stack
from groundshift.algorithms.timeseries import reference as referencing
from groundshift.algorithms.timeseries.tools import inversion as module
from groundshift.algorithms.timeseries.tools import sbas_typical
from sbas_runs import choices, named, run_sbas
from small_stack import CORNER, GRID, bowl, make_stack

ROBUST = choices(robust=True)


def slipped_stack(path, slips=0.03):
    """A stack where some pairs slip by a turn, and the same without; the true series in metres."""
    truth = make_stack(path, rate=bowl(), date_noise=0.002, looks=10.3, gaps=0.05)
    rng = np.random.default_rng(3)
    with h5py.File(path, "a") as file:
        phase = file["unwrapPhase"][:]
        turns = rng.choice([-1, 1], phase.shape) * (rng.random(phase.shape) < slips)
        turns[:, 0, 0] = 0
        file["unwrapPhase"][...] = phase + 2 * np.pi * turns
    return truth - truth[0]


def error_of(path, truth):
    with h5py.File(path) as file:
        error = file["timeseries"][:] - truth
    return np.sqrt(np.nanmean(error**2)), (np.nanmax(np.abs(error), axis=0) > 0.0139).mean()


def test_the_series_is_heard_and_blocks_do_not_matter(tmp_path, monkeypatch):
    truth = slipped_stack(tmp_path / "s.h5")
    said, found = [], {}

    def run(name, **how):
        target = tmp_path / f"{name}.h5"
        job = {"note": said.append, **how}
        run_sbas(tmp_path / "s.h5", named(target), ROBUST, reference=CORNER, job=job)
        found[name] = error_of(target, truth)
        return h5py.File(target)["timeseries"][:]

    heard = run("heard")
    small = run("small", budget=140 << 20, workers=2)
    np.testing.assert_array_equal(heard, small)
    assert not any("the pairs alone decide" in text for text in said)
    monkeypatch.setattr(
        module, "sampled_roughness", lambda reader, function: np.full(
            len(function.plan.votes[-1]), np.inf
        ),
    )  # fmt: skip
    run("alone")
    assert any("the pairs alone decide" in text for text in said)
    assert found["heard"][0] < 0.85 * found["alone"][0]
    assert found["heard"][1] < 0.3 * found["alone"][1]


def test_the_sample_is_thin_and_sees_a_stormy_date(tmp_path, monkeypatch):
    slipped_stack(tmp_path / "s.h5")
    rng = np.random.default_rng(0)
    stack = read_stack(tmp_path / "s.h5")
    storm = rng.uniform(-15, 15, GRID.shape)
    storm[0, 0] = 0
    with h5py.File(tmp_path / "s.h5", "a") as file:
        first = (stack.pairs == stack.pairs.min()).any(axis=1)
        file["unwrapPhase"][...] = file["unwrapPhase"][:] - first[:, None, None] * storm
    pixels = []
    whole = sbas_typical.scene_roughness

    def watched(plan, series):
        pixels.append(series.shape[1])
        return whole(plan, series)

    monkeypatch.setattr(sbas_typical, "scene_roughness", watched)
    with StackReader(stack) as reader:
        reference = referencing.reference_of(
            Window(0, 0, 1, 1), reader.read(Window(0, 0, 1, 1)).phase
        )
        network = module.Network.from_pairs(stack.pairs)
        function = module.block_function(stack, network, reference, ROBUST, print)
        monkeypatch.setattr(sbas_typical, "ROUGHNESS_PIXELS", 1000)
        roughness = sbas_typical.sampled_roughness(reader, function)
    assert 800 < pixels[0] < 2000
    judges = function.plan.votes[5]  # of the steps after each date, then of single dates
    assert roughness[judges[0]] > 5
    assert roughness[judges[24]] > 5  # the second date, held against the first and third
    assert (np.delete(roughness[judges], 24)[6:] < 1.5).all()

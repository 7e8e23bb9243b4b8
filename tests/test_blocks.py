# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
import threading
import time

import numpy as np
import pytest
from groundshift.algorithms import cluster
from groundshift.algorithms.data.grid import BLOCKS_IN_FLIGHT, Grid, block_windows
from groundshift.algorithms.errors import Cancelled, GroundshiftError
from groundshift.algorithms.job import Job

GRID = Grid(500, 700)
DATA = np.random.default_rng(0).normal(size=GRID.shape)


def square(block):
    return block**2


def run_square(**options):
    out = np.full(GRID.shape, np.nan)

    def write(window, values):
        out[window.slices] = values

    Job(**options).blocks(square, lambda w: DATA[w.slices], write, GRID, 16.0)
    return out


@pytest.mark.parametrize("budget", [1 << 21, 1 << 23, 2 << 30])
def test_the_result_does_not_depend_on_the_blocks(budget):
    assert np.array_equal(run_square(budget=budget), DATA**2)


@pytest.mark.parametrize("backwards", [False, True])
def test_a_pass_goes_backwards_where_it_is_asked_to(backwards):
    windows = block_windows(GRID, 16.0, 1 << 23)
    assert len(windows) > 2
    read, written, shares = [], [], []
    Job(1 << 23, progress=shares.append).blocks(
        lambda window: window, lambda window: read.append(window) or window,
        lambda window, result: written.append((window, result)), GRID, 16.0, backwards=backwards,
    )  # fmt: skip
    expected = windows[::-1] if backwards else windows
    assert read == expected and written == [(window, window) for window in expected]
    assert shares == sorted(shares) and shares[-1] == 1.0


def test_blocks_in_flight_stay_within_the_budget():
    alive, most, lock = 0, 0, threading.Lock()

    class Block:
        def __init__(self, size):
            nonlocal alive, most
            self.size = size
            with lock:
                alive += size
                most = max(most, alive)

        def __del__(self):
            nonlocal alive
            with lock:
                alive -= self.size

    budget, each = 4 << 20, 16.0
    Job(budget).blocks(
        lambda b: Block(b.size), lambda w: Block(w.size), lambda w, r: time.sleep(0.001), GRID, each
    )
    # A block and its result are alive together; bytes_per_pixel counts both, each half.
    assert most * each / 2 <= budget


def test_a_budget_that_no_block_fits_in_is_refused():
    with pytest.raises(GroundshiftError, match="memory budget"):
        block_windows(GRID, 1000.0, 1 << 20)


def test_windows_fit_the_budget():
    for budget in (1 << 22, 1 << 24, 1 << 28):
        largest = max(w.size for w in block_windows(GRID, 50.0, budget))
        assert largest * 50.0 * BLOCKS_IN_FLIGHT <= budget


def test_cancelling_stops_between_blocks():
    done = []
    with pytest.raises(Cancelled):
        Job(1 << 21, cancelled=lambda: len(done) >= 2).blocks(
            square, lambda w: DATA[w.slices], lambda w, r: done.append(w), GRID, 16.0
        )
    assert len(done) <= 4


@pytest.mark.parametrize("stage", ["read", "compute", "write"])
def test_an_error_in_any_stage_reaches_the_caller(stage):
    def fail(*_):
        raise GroundshiftError(f"{stage} broke")

    stages = {"read": lambda w: DATA[w.slices], "compute": square, "write": lambda w, r: None}
    stages[stage] = fail
    with pytest.raises(GroundshiftError, match=f"{stage} broke"):
        Job(1 << 21).blocks(stages["compute"], stages["read"], stages["write"], GRID, 16.0)


def test_progress_rises_to_one():
    told = []
    Job(1 << 21, progress=told.append).blocks(
        square, lambda w: DATA[w.slices], lambda w, r: None, GRID, 16.0
    )
    assert told == sorted(told) and told[-1] == 1.0 and len(told) > 5


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr(cluster, "PATIENCE", "1s")
    with pytest.raises(GroundshiftError, match="tcp://127.0.0.1:9: no Dask scheduler answers"):
        run_square(scheduler="tcp://127.0.0.1:9")


def test_a_scene_that_would_never_end_is_refused_at_once():
    with pytest.raises(GroundshiftError, match="2000000 x 2000000 pixels would take weeks"):
        block_windows(Grid(2_000_000, 2_000_000), 10.0, 1 << 30)

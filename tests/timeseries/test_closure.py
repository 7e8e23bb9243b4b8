# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase closure by pixel: counts, integer closure, and what must not be touched."""

import numpy as np
import pytest
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.network import Network
from groundshift.algorithms.data.stack import add_cycles
from groundshift.algorithms.timeseries import closure_blocks
from groundshift.algorithms.timeseries.closure import (
    EVIDENCE_UNIT,
    ClosurePlan,
    ClosureTotals,
    confirm_cycles,
    evidence,
    keep_sure_patches,
    propose_cycles,
    scan,
    spread_cycles,
)
from groundshift.algorithms.timeseries.closure_blocks import CycleBlock, Packed, Propose
from groundshift.algorithms.timeseries.cycle_store import CycleStore
from groundshift.algorithms.timeseries.triplets import TURN, find_triplets
from hypothesis import given, settings
from hypothesis import strategies as st

DATES = np.datetime64("2020-01-01") + 12 * np.arange(12)
PAIRS = [(i, j) for i in range(12) for j in range(i + 1, min(i + 4, 12))]


def make(shape=(20, 300), noise=0.2, gaps=0.0, seed=0):
    """Phase without errors, and the plan."""
    rng = np.random.default_rng(seed)
    net = Network.from_pairs(DATES[np.array(PAIRS)])
    triplets = find_triplets(net)
    series = rng.normal(0, 20, (12, *shape))
    phase = series[net.pairs[:, 1]] - series[net.pairs[:, 0]]
    phase += rng.normal(0, noise, phase.shape)
    phase[rng.random(phase.shape) < gaps] = np.nan
    return ClosurePlan(triplets, np.zeros(len(triplets))), phase.astype(np.float32)


def plain_counts(plan, phase):
    """Triplets that don't close, and known ones, in NumPy."""
    a, b, c = (phase[k].astype(float) for k in plan.triplets.pairs.T)
    closure = a + b - c - plan.typical[:, None, None]
    wrapped = np.angle(np.exp(1j * closure))
    cycles = np.rint((closure - wrapped) / TURN)
    valid = np.isfinite(closure)
    return ((cycles != 0) & valid).sum(0), valid.sum(0), closure


def test_counts_match_plain_numpy():
    plan, phase = make(noise=1.2, gaps=0.15, seed=4)
    found = scan(plan, phase)
    broken, known, closure = plain_counts(plan, phase)
    assert broken.max() > 3
    np.testing.assert_array_equal(found.broken, broken)
    np.testing.assert_array_equal(found.known, known)
    totals = ClosureTotals(plan.triplets)
    totals.add(found)
    rms = np.sqrt(np.nanmean(closure.reshape(len(closure), -1) ** 2, axis=1))
    np.testing.assert_allclose(totals.loop_rms, rms, rtol=1e-5)
    cycles = np.where(np.isfinite(closure), np.rint(closure / TURN), np.nan)
    shares = []
    for k in range(len(PAIRS)):
        mine = cycles[(plan.triplets.pairs == k).any(axis=1)]
        bad, there = ((mine != 0) & np.isfinite(mine)).sum(0), np.isfinite(mine).sum(0)
        shares.append((2 * bad > there).sum() / np.isfinite(phase[k]).sum())
    np.testing.assert_allclose(totals.nonclosing_share, shares, rtol=1e-12)
    assert totals.share == pytest.approx(broken.sum() / known.sum())


def test_sums_do_not_depend_on_the_blocks():
    plan, phase = make((30, 600), noise=1.0, gaps=0.1)
    whole, parts = ClosureTotals(plan.triplets), ClosureTotals(plan.triplets)
    whole.add(scan(plan, phase))
    for rows in (slice(0, 9), slice(9, 30)):
        for cols in (slice(0, 256), slice(256, 600)):
            parts.add(scan(plan, phase[:, rows, cols]))
    for name in ("squares", "pixels", "blamed", "present", "broken", "known", "broken_pixels"):
        np.testing.assert_array_equal(getattr(whole, name), getattr(parts, name), name)


@pytest.mark.parametrize("cycles", [1, -1, 2, -3])
def test_a_jump_of_any_single_pair_is_found_and_no_other_is_touched(cycles):
    plan, phase = make((len(PAIRS), 40), noise=0.0)
    jumps = np.zeros(phase.shape, np.int8)
    for k in range(len(PAIRS)):
        jumps[k, k, 10:] = cycles
    wrong = phase + np.float32(TURN) * jumps
    found = propose_cycles(plan, wrong, scan(plan, wrong).broken)
    np.testing.assert_array_equal(found, -jumps)
    assert scan(plan, add_cycles(wrong, found)).broken.max() == 0


def test_the_solution_is_the_minimum_of_the_l1_problem():
    from scipy.optimize import minimize

    plan, phase = make((1, 60), noise=0.0, seed=2)
    rng = np.random.default_rng(8)
    jumps = (rng.random(phase.shape) < 0.07) * rng.choice([-1, 1], phase.shape)
    wrong = (phase + TURN * jumps).astype(np.float32)
    matrix = np.zeros((len(plan.triplets), len(PAIRS)))
    np.put_along_axis(matrix, plan.triplets.pairs, np.array([[1.0, 1.0, -1.0]]), axis=1)
    closure = np.rint(plan.triplets.closure(wrong)[:, 0] / TURN)
    found = propose_cycles(plan, wrong, scan(plan, wrong).broken)[:, 0]
    same = 0
    for pixel in range(60):

        def cost(split, c=closure[:, pixel]):
            u = split[: len(PAIRS)] - split[len(PAIRS) :]
            residual = matrix @ u + c
            slope = 2 * matrix.T @ residual
            value = residual @ residual + 0.01 * split.sum()
            return value, np.concatenate([slope + 0.01, 0.01 - slope])

        best = minimize(cost, np.zeros(2 * len(PAIRS)), jac=True, bounds=[(0, None)] * 60,
                        method="L-BFGS-B", options={"maxiter": 5000, "ftol": 1e-14})  # fmt: skip
        expected = np.rint(best.x[: len(PAIRS)] - best.x[len(PAIRS) :])
        same += np.array_equal(expected, found[:, pixel])
    assert same >= 55  # the others have several sparse solutions, or are pruned


def test_a_clean_block_keeps_its_bits():
    plan, phase = make(noise=0.3, gaps=0.2)
    cycles = propose_cycles(plan, phase, scan(plan, phase).broken)
    assert not cycles.any()
    assert np.array_equal(add_cycles(phase, cycles).view(np.int32), phase.view(np.int32))  # NaN too


def test_corrections_never_raise_the_count():
    plan, phase = make((40, 256), noise=1.5, gaps=0.2, seed=9)
    before = scan(plan, phase).broken
    rng = np.random.default_rng(0)
    candidates = (rng.integers(-40, 41, phase.shape) // 40).astype(np.int8)
    cycles = propose_cycles(plan, phase, before, candidates)
    after = scan(plan, add_cycles(phase, cycles)).broken
    touched = cycles.any(axis=0)
    assert touched.sum() > 100
    assert (after[touched] < before[touched]).all()
    assert (after[~touched] == before[~touched]).all()
    kept = confirm_cycles(plan, phase, candidates, cycles)
    after = scan(plan, add_cycles(phase, kept)).broken
    assert (after[kept.any(axis=0)] < before[kept.any(axis=0)]).all()


def test_results_do_not_depend_on_the_order_of_pixels():
    plan, phase = make((10, 256), noise=1.0, gaps=0.1, seed=3)
    order = np.random.default_rng(1).permutation(256)
    straight = propose_cycles(plan, phase, scan(plan, phase).broken)
    mixed = phase[:, :, order]
    again = propose_cycles(plan, mixed, scan(plan, mixed).broken)
    assert straight.any()
    np.testing.assert_array_equal(straight[:, :, order], again)


def test_where_pairs_cannot_be_told_apart_nothing_is_changed_until_neighbours_tell():
    net = Network.from_pairs(DATES[np.array([(0, 1), (1, 2), (0, 2)])])
    plan = ClosurePlan(find_triplets(net), np.zeros(1))
    phase = np.zeros((3, 1, 4), np.float32)
    phase[1] = TURN
    assert not propose_cycles(plan, phase, scan(plan, phase).broken).any()
    spread = np.zeros(phase.shape, np.int8)
    spread[1] = -1
    kept = confirm_cycles(plan, phase, np.zeros_like(spread), spread)
    np.testing.assert_array_equal(kept, spread)


def test_pairs_in_no_triplet_take_what_is_proposed():
    net = Network.from_pairs(DATES[np.array([(0, 1), (1, 2), (0, 2), (4, 5)])])
    plan = ClosurePlan(find_triplets(net), np.zeros(1))
    alone = int(np.flatnonzero(plan.free)[0])
    candidates = np.ones((4, 2, 2), np.int8)
    phase = np.zeros((4, 2, 2), np.float32)
    cycles = propose_cycles(plan, phase, scan(plan, phase).broken, candidates)
    assert (cycles[alone] == 1).all() and cycles.sum() == 4
    np.testing.assert_array_equal(confirm_cycles(plan, phase, cycles), cycles)


def test_weak_patches_go_and_sure_ones_stay_of_any_size():
    """A lone pixel that is sure stays; of a weak patch the pixels speak together."""
    cycles = np.zeros((30, 30), np.int8)
    cycles[2:8, 2:8], cycles[20, 20], cycles[10:14, 10:14], cycles[25, 25] = 1, 1, -2, -1
    weights = np.where(cycles != 0, int(3 / EVIDENCE_UNIT), 0).astype(np.int8)
    weights[20, 20] = int(9 / EVIDENCE_UNIT)
    expected = cycles.copy()
    expected[25, 25] = 0
    np.testing.assert_array_equal(keep_sure_patches(cycles, weights, 8.0), expected)
    expected[20, 20] = 0
    np.testing.assert_array_equal(keep_sure_patches(cycles, weights, 8.0, 2), expected)
    expected[10:14, 10:14] = 0
    np.testing.assert_array_equal(keep_sure_patches(cycles, weights, 12.5), expected)
    np.testing.assert_array_equal(keep_sure_patches(cycles, weights, 0.0), cycles)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 40), st.integers(1, 40), st.integers(1, 9))
def test_patches_are_those_of_scipys_labels(seed, rows, cols, least):
    from scipy.ndimage import label

    rng = np.random.default_rng(seed)
    cycles = rng.choice([-1, 0, 2], (rows, cols)).astype(np.int8)
    weights = (rng.integers(1, 127, cycles.shape) * (cycles != 0)).astype(np.int8)
    expected = np.zeros_like(cycles)
    for value in (-1, 2):
        labels, count = label(cycles == value)
        for number in range(1, count + 1):
            own = labels == number
            odds = EVIDENCE_UNIT * weights[own].mean() * own.sum() ** 0.5
            if own.sum() >= least and odds >= 20.0 - 1e-9:
                expected[own] = value
    np.testing.assert_array_equal(keep_sure_patches(cycles, weights, 20.0, least), expected)


def test_evidence_is_the_odds_of_the_formula():
    plan, phase = make((12, 200), noise=0.4, gaps=0.1, seed=6)
    rng = np.random.default_rng(2)
    jumps = (rng.choice([-1, 1], phase.shape) * (rng.random(phase.shape) < 0.02)).astype(np.int8)
    phase = (phase + TURN * jumps).astype(np.float32)
    broken = scan(plan, phase).broken
    cycles = propose_cycles(plan, phase, broken)
    found = evidence(plan, phase, cycles, broken)
    np.testing.assert_array_equal(found > 0, cycles != 0)
    closure = plan.triplets.closure(add_cycles(phase, cycles))
    signs = np.array([1.0, 1.0, -1.0])
    checked = 0
    for k, row, col in np.argwhere(cycles != 0)[:300]:
        mine, side = np.nonzero(plan.triplets.pairs == k)
        own = closure[mine, row, col]
        known = np.isfinite(own)
        count, mean = known.sum(), (signs[side] * own)[known].mean()
        left = closure[:, row, col][np.isfinite(closure[:, row, col])]
        noise = (4 * plan.noise + (left**2).sum()) / (4 + left.size)
        variance = max(noise, (own[known] ** 2).mean()) * (1 + 2 / count) / 3
        odds = TURN * (np.pi - abs(mean)) / variance / EVIDENCE_UNIT
        assert abs(found[k, row, col] - np.clip(odds, 1, 127)) <= 1.001
        checked += odds < 127
    assert checked > 30


def test_noise_alone_has_little_evidence_and_slips_have_much():
    plan, phase = make((40, 256), noise=0.9, seed=9)
    broken = scan(plan, phase).broken
    by_noise = propose_cycles(plan, phase, broken)
    weak = evidence(plan, phase, by_noise, broken)[by_noise != 0] * EVIDENCE_UNIT
    assert weak.size > 100 and np.mean(weak > 8) < 0.05
    plan, phase = make((40, 256), noise=0.3, seed=9)
    phase[np.arange(len(PAIRS)), 0, 8 * np.arange(len(PAIRS))] += np.float32(TURN)
    broken = scan(plan, phase).broken
    cycles = propose_cycles(plan, phase, broken)
    sure = evidence(plan, phase, cycles, broken)[cycles != 0] * EVIDENCE_UNIT
    assert sure.size == len(PAIRS) and sure.min() > 8


def test_neighbours_fill_holes_and_go_no_further():
    cycles = np.zeros((40, 40), np.int8)
    cycles[10:30, 10:30] = 2
    cycles[20, 20] = 0
    spread = spread_cycles(cycles)
    assert spread[20, 20] == 2 and spread[10, 20] == 2
    assert not spread[:10].any() and not spread[:, 30:].any()


def test_the_store_returns_what_it_was_given():
    rng = np.random.default_rng(0)
    grid = Grid(150, 600)
    cycles = (rng.integers(-200, 201, (3, 150, 600)) // 200).astype(np.int8)
    cycles[1] = 0
    store = CycleStore(grid, 3)
    for window in grid.blocks(64 * 256):
        store.put_block(window, cycles[(slice(None), *window.slices)])
    assert store.empty(1) and not store.empty(0)
    np.testing.assert_array_equal(store.plane(2), cycles[2])
    window = Window(64, 256, 86, 344)
    np.testing.assert_array_equal(store.block(window), cycles[:, 64:, 256:])
    for top, left, high, wide in (
        (0, 0, 150, 600),
        (63, 255, 2, 2),
        (70, 10, 5, 300),
        (149, 599, 1, 1),
    ):
        window = Window(top, left, high, wide)
        np.testing.assert_array_equal(store.get(2, window), cycles[(2, *window.slices)])
        assert store.touches(2, window) or not cycles[(2, *window.slices)].any()
        assert not store.touches(1, window)
    renumbered = store.numbered([4, 0, 1], 5)
    np.testing.assert_array_equal(renumbered.plane(4), cycles[0])
    assert renumbered.empty(2) and renumbered.empty(3)
    store.put_plane(0, np.zeros(grid.shape, np.int8))
    assert store.empty(0) and CycleStore(grid, 2).block(window) is None


@pytest.mark.parametrize("alpha", [0.01, None])
def test_few_pixels_by_themselves_are_those_of_the_block(monkeypatch, alpha):
    plan, phase = make(shape=(20, 300), noise=0.6, gaps=0.05, seed=3)
    phase[4, 3:6, 40:90] += np.float32(TURN)
    phase[9, 12, 200:220] -= np.float32(2 * TURN)
    grid = Grid(20, 300)
    window = grid.blocks(1 << 20)[0]
    found = []
    for few in (8, 1 << 30):
        monkeypatch.setattr(closure_blocks, "FEW", few)
        packed = Packed(Propose(plan, alpha), grid)((window, CycleBlock(phase)))
        found.append((packed.cycles._tiles, packed.evidence._tiles))
    assert found[0] == found[1]
    assert any(found[0][0]) == (alpha is not None)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Wrong cycles by the loops of a network, against plain linear algebra."""

import numpy as np
import pytest
from groundshift.algorithms.data.network import Network
from groundshift.algorithms.detection import _loops_kernel as kernel
from groundshift.algorithms.detection.loops import (
    PIXEL_ODDS,
    PRIOR,
    UNIT,
    LoopPlan,
    precision_of,
    pursue,
)

TURN = 2 * np.pi
DATES = np.datetime64("2020-01-01") + 12 * np.arange(9)
PAIRS = np.array([(i, j) for i in range(9) for j in range(i + 1, min(i + 4, 9))])
NET = Network.from_pairs(DATES[PAIRS])


def design():
    matrix = np.zeros((len(NET.pairs), len(NET.dates)))
    matrix[np.arange(len(matrix)), NET.pairs[:, 0]] = -1
    matrix[np.arange(len(matrix)), NET.pairs[:, 1]] = 1
    return matrix


def phases(noise=0.3, gaps=0.0, shape=(6, 11), seed=0):
    rng = np.random.default_rng(seed)
    series = rng.normal(0, 20, (9, *shape))
    phase = series[NET.pairs[:, 1]] - series[NET.pairs[:, 0]]
    phase += rng.normal(0, noise, phase.shape)
    phase[rng.random(phase.shape) < gaps] = np.nan
    return phase.astype(np.float32)


def plan_of(variance=0.09):
    count = len(NET.pairs)
    variances = np.linspace(0.5, 1.5, count) * variance
    return LoopPlan(
        NET, np.linspace(-1, 1, count), variances, precision_of(NET, variances), np.arange(count)
    )


def plain_residuals(values, plan):
    """Weighted residuals of the pairs that are there, by least squares of their own."""
    known = np.isfinite(values)
    out = np.full(len(values), np.nan)
    root = 1 / np.sqrt(plan.variance[known])
    matrix = design()[known] * root[:, None]
    right = (values[known].astype(float) - plan.typical[known]) * root
    solved = np.linalg.lstsq(matrix, right, rcond=None)[0]
    out[known] = (right - matrix @ solved) * root
    return out


@pytest.mark.parametrize("gaps", [0.0, 0.15, 0.6])
def test_residuals_are_those_of_least_squares_with_the_pairs_there_are(gaps):
    plan, phase = plan_of(), phases(gaps=gaps)
    found = np.empty(phase.shape)
    kernel.residuals(phase, plan.typical, plan.precision, found)
    for row, col in np.ndindex(phase.shape[1:]):
        if np.isfinite(phase[:, row, col]).sum() < 3:
            continue
        expected = plain_residuals(phase[:, row, col], plan)
        np.testing.assert_allclose(found[:, row, col], expected, atol=2e-5)


def plain_pursuit(values, plan):
    """Matching pursuit with dense algebra; cycles to add, and which pairs nobody tells apart."""
    known = np.flatnonzero(np.isfinite(values))
    root = 1 / np.sqrt(plan.variance[known])
    base = np.linalg.qr(design()[known][:, 1:] * root[:, None])[0]
    precision = (np.eye(len(known)) - base @ base.T) * root[:, None] * root
    y = precision @ (values[known] - plan.typical[known])
    left = float((values[known] - plan.typical[known]) @ y)
    own, free = np.diag(precision), np.ones(len(known), bool)
    freedom = float((own * plan.variance[known]).sum())
    cycles = np.zeros(len(values), int)
    while True:
        whole = np.where(free, np.rint(y / (TURN * own)), 0)
        gain = 2 * TURN * whole * y - (TURN * whole) ** 2 * own
        best = int(np.argmax(gain))
        scale = max(1.0, (PRIOR + max(left - gain[best], 0)) / (PRIOR + max(freedom - 1, 0)))
        limit = 2 * PIXEL_ODDS * scale
        if gain[best] <= 0 or gain[best] < limit:
            return cycles, known[~free]
        after = y - TURN * whole[best] * precision[:, best]
        then = 2 * TURN * whole * after - (TURN * whole) ** 2 * own
        alike = (whole != 0) & (gain > gain[best] - limit) & (then < limit)
        alike[best] = False
        y, left = after, left - gain[best]
        if alike.any() and not cycles[known[best]]:
            alike[best] = True
            free &= ~alike
        else:
            cycles[known[best]] -= int(whole[best])


def test_pursuit_as_in_plain_numpy():
    plan, phase = plan_of(), phases(noise=0.4, seed=3)
    rng = np.random.default_rng(1)
    errors = rng.integers(-2, 3, phase.shape) * (rng.random(phase.shape) < 0.05)
    phase += (TURN * errors).astype(np.float32)
    cycles, odds = pursue(plan, phase)
    unsure = 0
    for row, col in np.ndindex(phase.shape[1:]):
        expected, alike = plain_pursuit(phase[:, row, col], plan)
        np.testing.assert_array_equal(cycles[:, row, col], expected)
        np.testing.assert_array_equal(np.flatnonzero(odds[:, row, col] < 0), np.sort(alike))
        unsure += len(alike)
    assert (cycles != 0).sum() > 40 and (cycles == -errors).mean() > 0.97 and unsure
    np.testing.assert_array_equal(odds > 0, cycles != 0)


def test_the_scale_of_the_noise_and_the_order_of_rows_do_not_matter():
    plan, phase = plan_of(), phases(seed=4)
    phase[5, 2:4] += np.float32(TURN)
    cycles, odds = pursue(plan, phase)
    assert (cycles[5, 2:4] == -1).all() and np.count_nonzero(cycles) == 22
    turned = pursue(plan, phase[:, ::-1])
    np.testing.assert_array_equal(turned[0][:, ::-1], cycles)
    np.testing.assert_array_equal(turned[1][:, ::-1], odds)


def test_without_loops_nobody_judges():
    """Pairs that lack leave a pair without a loop, at this pixel alone."""
    plan, phase = plan_of(), phases()
    pair = 0
    others = (NET.pairs == NET.pairs[pair, 0]).any(axis=1)
    others[pair] = False
    phase[others, 1, 1] = np.nan
    phase[pair, 1, 1] += 3 * TURN
    cycles, odds = pursue(plan, phase)
    assert odds[pair, 1, 1] == -1 and cycles[:, 1, 1].any() == 0
    assert (odds[pair] == -1).sum() == 1


def test_noise_is_learned_from_a_sample_with_offsets_and_errors():
    """Pairs have constants of their own, noise of their own, and a tenth of errors."""
    rng = np.random.default_rng(7)
    sigma = np.where(NET.pairs[:, 1] - NET.pairs[:, 0] > 2, 0.6, 0.3)
    phase = phases(noise=0.0, shape=(1, 3000))[:, 0]
    phase += rng.normal(size=phase.shape) * sigma[:, None]
    shift = rng.uniform(-9, 9, len(phase))
    phase += shift[:, None]
    phase[4, :300] += TURN
    plan = LoopPlan.of_sample(NET, phase)
    left = precision_of(NET, np.ones(len(phase))) @ (plan.typical - shift)
    assert np.abs(left).max() < 0.1
    ratio = np.sqrt(plan.variance) / sigma
    assert ratio.min() > 0.7 and ratio.max() < 1.5
    cycles, _ = pursue(plan, phase[:, np.newaxis].astype(np.float32))
    assert (cycles[4, 0, :300] == -1).mean() > 0.97
    assert np.count_nonzero(cycles[:, 0, 300:]) < 0.001 * cycles[:, 0, 300:].size


def test_false_alarms_of_pixels_are_few():
    """What the odds of a pixel promise, on noise alone."""
    plan, phase = plan_of(0.36), phases(noise=0.6, shape=(100, 200), seed=9)
    phase += plan.typical[:, None, None].astype(np.float32)
    cycles, _ = pursue(plan, phase)
    assert (cycles != 0).any(axis=0).mean() < 0.01
    assert UNIT == 0.25

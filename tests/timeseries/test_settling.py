# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The kernel that settles close votes between the pairs of a date, against plain loops."""

import numpy as np
from groundshift.algorithms.data.network import Network
from groundshift.algorithms.timeseries import _votes
from groundshift.algorithms.timeseries._votes import LANES
from groundshift.algorithms.timeseries.inversion import invert, make_plan

DATES = 16


def slipped_pixels(pixels):
    """A network with irregular intervals, and phases of which some slip and some are missing."""
    rng = np.random.default_rng(2)
    times = np.datetime64("2018-01-06") + np.cumsum(rng.choice([6, 12, 24], DATES))
    ends = [(i, j) for i in range(DATES) for j in range(i + 1, min(i + 4, DATES))]
    network = Network.from_pairs([(times[a], times[b]) for a, b in ends])
    rate = rng.normal(0, 20, pixels)
    truth = network.years[:, np.newaxis] * rate + rng.normal(0, 0.3, (DATES, pixels))
    first, second = network.pairs.T
    phase = truth[second] - truth[first] + rng.normal(0, 0.35, (len(first), pixels))
    phase += 2 * np.pi * rng.choice([-1, 1], phase.shape) * (rng.random(phase.shape) < 0.08)
    phase[rng.random(phase.shape) < 0.1] = np.nan
    return network, phase


def plain_settle(network, phase, x):
    """Settle the close votes of one pixel; plain loops over moves, on dates in their order."""
    years, dates = network.years, len(network.dates)
    first, second = network.pairs.T
    use = np.isfinite(phase)

    def interval(x, t, stretches):
        weight = {t + 1: 1.0, t: -1.0}
        share = (years[t + 1] - years[t]) / sum(years[b] - years[a] for a, b in stretches)
        for a, b in stretches:
            weight[b] = weight.get(b, 0) - share
            weight[a] = weight.get(a, 0) + share
        norm = np.sqrt(sum(w * w for w in weight.values()))
        return sum(w * x[n] for n, w in weight.items()), norm

    def date(x, n):
        share = (years[n] - years[n - 1]) / (years[n + 1] - years[n - 1])
        line = (1 - share) * x[n - 1] + share * x[n + 1]
        return x[n] - line, np.sqrt(1 + share**2 + (1 - share) ** 2)

    def judge(x, move):
        if move >= dates - 1:
            every = [date(x, n) for n in range(1, dates - 1)]
            mine = date(x, move - dates + 2)
        else:

            def forward(t):
                return interval(x, t, [(t + 1, t + 5)])

            def backward(t):
                return interval(x, t, [(t - 4, t)])

            def both(t):
                return interval(x, t, [(t - 2, t), (t + 1, t + 3)])

            kind, where = both, range(2, dates - 3)
            if move < 2:
                kind, where = forward, range(0, dates - 5)
            elif move > dates - 4:
                kind, where = backward, range(4, dates - 1)
            every, mine = [kind(t) for t in where], kind(move)
        usual = np.median([abs(e) / norm for e, norm in every]) / 0.6745
        return mine[0], max(usual, 0.2) * mine[1]

    def count(x, move):
        shift = np.arange(dates) > move
        if move >= dates - 1:
            shift = np.arange(dates) == move - dates + 2
        sign = 1.0 * shift[second] - 1.0 * shift[first]
        r = (sign * (phase - x[second] + x[first]))[use & (sign != 0)]
        against = (np.abs(r) > np.pi / 2).sum()
        return shift, r, against > 0 and 2 * against >= len(r) - 1

    for _ in range(3):
        moved = False
        # As the kernel has it: the votes are counted before a round, and again at each move.
        close = [move for move in range(2 * dates - 3) if count(x, move)[2]]
        for move in close:
            shift, r, still = count(x, move)
            if not still:
                continue
            offset, scale = judge(x, move)
            choices = [0.0] + [
                r[np.abs(r - one) < np.pi / 2].mean() for one in r if abs(one) >= np.pi / 2
            ]
            costs = [
                4.2 * np.minimum(1, ((r - c) / np.pi) ** 2).sum()
                + 4.5 * np.log(1 + ((offset + c) / scale) ** 2 / 8)
                for c in choices
            ]
            best = int(np.argmin(costs))
            rest = [k for c, k in zip(choices, costs) if abs(c - choices[best]) > np.pi / 2]
            second_best = min(rest, default=np.inf)
            if abs(choices[best]) > np.pi / 2 and second_best - costs[best] > 1.1:
                x = x + choices[best] * shift
                moved = True
        if not moved:
            break
    return x


def test_the_kernel_settles_like_plain_loops():
    network, slipped = slipped_pixels(400)
    plan = make_plan(network)
    position = plan.structure[0]
    votes_of = (*plan.votes, np.ones(len(plan.votes[-1])))
    pairs, dates = len(network.pairs), DATES
    start = invert(plan, slipped).phase.astype(float)
    room = (np.empty(pairs), np.empty(pairs + 1), np.empty(pairs + 1), np.empty(dates))
    moved = 0
    for p in np.flatnonzero(np.isfinite(start).all(axis=0)):
        phase, lane = slipped[:, p], 3
        weights, values, x = (np.zeros(n * LANES) for n in (pairs, pairs, dates))
        weights[lane::LANES] = np.isfinite(phase)
        values[lane::LANES] = np.nan_to_num(phase)
        by_position = np.empty(dates)
        by_position[position] = start[:, p]
        x[lane::LANES] = by_position
        scores = np.zeros(2 * dates * LANES)
        _votes.recount_lane(plan.structure, votes_of, weights, values, x, lane, scores)
        _votes.settle_lane(plan.structure, votes_of, weights, values, x, lane, scores, room)
        expected = plain_settle(network, phase, start[:, p].copy())
        np.testing.assert_allclose(x[lane::LANES][position], expected, atol=1e-9)
        moved += np.abs(expected - start[:, p]).max() > 1
        assert not np.delete(x.reshape(dates, LANES), lane, axis=1).any()
    assert moved > 30

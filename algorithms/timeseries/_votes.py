# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels that settle close votes between the pairs of a date, see :mod:`.votes`.

A pair votes for a place with a truncated square, ``SLIP_COST min(1, (r / pi)**2)`` of its residual:
one that slipped costs the log of the odds against that. The series votes with the negative log of a
Student density of its departure.

Numba's cache looks at the file of the calling kernel only: after a change in ``_solve.py``,
``simd.py`` or ``votes.py`` touch this file, after one here
touch ``_robust.py``.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit
from ..simd import absolute, if_less, store, vectors_of
from ._solve import SINGLES as LANES
from ._solve import entries, load, pair_residual
from .votes import FEWEST_PLACES, NORMAL_MEDIAN, POINTS

SLIP_COST = 4.2  # log of (1 - p) / (p / 2), the odds against a slip one way, at p = 3 %
CLEAR = 1.1  # log of 3: with less than that for the best, the compromise has the smaller error
FREEDOM = 8.0  # of Student's density: atmosphere is no normal variable
SMALLEST_SCALE = 0.2  # radians
CLOSE = -1.5  # votes against less those for it, above which a place is looked at
ROUNDS = 3

(full,) = vectors_of(LANES, "full32")


@njit(cache=True, nogil=True)
def count_votes(structure, votes, weights, values, x, scores):
    """Pairs against each move's place less those for it; return the highest over the moves.

    Against it are residuals over a quarter turn.
    """
    early, late = votes[0], votes[1]
    dates = entries(x)
    zero, one = full(0.0), full(1.0)
    quarter = full(0.5 * np.pi)
    for n in range(2 * dates):
        store(scores, n, zero)
    for k in range(len(early)):
        size = absolute(pair_residual(structure, values, x, k))
        vote = if_less(quarter, size, one, zero - one)
        vote = if_less(zero, load(weights, k), vote, zero)
        a, b = early[k], late[k]
        store(scores, a, load(scores, a) + vote)
        store(scores, b, load(scores, b) - vote)
        a, b = a + dates, b + dates
        store(scores, a, load(scores, a) + vote)
        store(scores, b, load(scores, b) + vote)
    highest, running = full(-2.0), zero
    for n in range(dates - 1):
        running = running + load(scores, n)
        store(scores, n, running)
        highest = if_less(highest, running, running, highest)
    for n in range(1, dates - 1):
        own = load(scores, dates + n)
        store(scores, dates - 2 + n, own)
        highest = if_less(highest, own, own, highest)
    return highest


@njit(cache=True, nogil=True)
def departure(votes, place, x, lane):
    """How far one place of a pixel's series departs from its neighbours, radians."""
    points, coefficients = votes[7], votes[8]
    total = 0.0
    for n in range(POINTS):
        total += coefficients[place, n] * x[points[place, n] * LANES + lane]
    return total


@njit(cache=True, nogil=True)
def usual_departure(votes, place, x, lane, sizes):
    """Scale of the departure at a place: the median over all places of its kind; or infinity."""
    starts, norms, roughness = votes[6], votes[9], votes[10]
    kind = 0
    while starts[kind + 1] <= place:
        kind += 1
    begin, count = starts[kind], starts[kind + 1] - starts[kind]
    if count < FEWEST_PLACES:
        return np.inf
    for n in range(count):
        sizes[n] = abs(departure(votes, begin + n, x, lane)) / norms[begin + n]
    sizes[:count].sort()
    middle = 0.5 * (sizes[count // 2] + sizes[(count - 1) // 2])
    return max(middle / NORMAL_MEDIAN, SMALLEST_SCALE) * norms[place] * roughness[place]


@njit(cache=True, nogil=True)
def vote_cost(residuals, count, shift):
    """Cost by the pairs of moving a place by a shift."""
    total = 0.0
    for i in range(count):
        turn = (residuals[i] - shift) / np.pi
        total += min(1.0, turn * turn)
    return SLIP_COST * total


@njit(cache=True, nogil=True)
def propose(residuals, count, shifts, costs):
    """Shifts to choose from and their costs by the pairs; return how many those are.

    The first is to stay, the others are the means of the pairs within a quarter turn of each pair
    that lies farther than that from where the place is.
    """
    quarter = 0.5 * np.pi
    shifts[0], costs[0] = 0.0, vote_cost(residuals, count, 0.0)
    proposed = 1
    for i in range(count):
        if abs(residuals[i]) < quarter:
            continue
        shift, near = 0.0, 0
        for j in range(count):
            if abs(residuals[j] - residuals[i]) < quarter:
                shift += residuals[j]
                near += 1
        shifts[proposed] = shift / near
        costs[proposed] = vote_cost(residuals, count, shifts[proposed])
        proposed += 1
    return proposed


@njit(cache=True, nogil=True)
def choose(shifts, costs, proposed, offset, scale):
    """The shift of least cost by pairs and series, or 0 where another one costs hardly more."""
    best = other = np.inf
    chosen = 0.0
    for i in range(proposed):
        size = (offset + shifts[i]) / scale
        costs[i] += 0.5 * (FREEDOM + 1.0) * np.log(1.0 + size * size / FREEDOM)
        if costs[i] < best:
            best, chosen = costs[i], shifts[i]
    for i in range(proposed):
        if abs(shifts[i] - chosen) > 0.5 * np.pi:
            other = min(other, costs[i])
    return chosen if abs(chosen) > 0.5 * np.pi and other - best > CLEAR else 0.0


@njit(cache=True, nogil=True)
def best_shift(votes, move, count, x, lane, room):
    """How far a place moves by the `count` residuals in the room, radians; 0 where it stays."""
    residuals, shifts, costs, sizes = room
    place, roughness = votes[5][move], votes[10]
    heard = place >= 0 and roughness[place] < np.inf
    proposed = propose(residuals, count, shifts, costs)
    offset, scale = 0.0, np.inf
    if heard:
        offset = departure(votes, place, x, lane)
    better = False  # most often nothing is, and the scale need not be worked out
    for i in range(1, proposed):
        better |= costs[i] < costs[0] or abs(offset + shifts[i]) < abs(offset)
    if not better:
        return 0.0
    if heard:
        scale = usual_departure(votes, place, x, lane, sizes)
    return choose(shifts, costs, proposed, offset, scale)


@njit(cache=True, nogil=True)
def gather_votes(structure, votes, weights, values, x, lane, move, residuals):
    """Residuals of the pairs that a move changes; return their number, 0 where they agree."""
    first, second = structure[1], structure[2]
    start, members, signs = votes[2], votes[3], votes[4]
    count, against = 0, 0
    for m in range(start[move], start[move + 1]):
        k = members[m]
        if weights[k * LANES + lane] > 0.0:
            fitted = x[second[k] * LANES + lane] - x[first[k] * LANES + lane]
            residuals[count] = signs[m] * (values[k * LANES + lane] - fitted)
            against += abs(residuals[count]) > 0.5 * np.pi
            count += 1
    return count if against > 0 and 2 * against >= count - 1 else 0


@njit(cache=True, nogil=True)
def recount_lane(structure, votes, weights, values, x, lane, scores):
    """:func:`count_votes` of one lane."""
    first, second, early, late = structure[1], structure[2], votes[0], votes[1]
    dates = len(structure[0])
    for n in range(2 * dates):
        scores[n * LANES + lane] = 0.0
    for k in range(len(early)):
        if weights[k * LANES + lane] > 0.0:
            fitted = x[second[k] * LANES + lane] - x[first[k] * LANES + lane]
            vote = 1.0 if abs(values[k * LANES + lane] - fitted) > 0.5 * np.pi else -1.0
            scores[early[k] * LANES + lane] += vote
            scores[late[k] * LANES + lane] -= vote
            scores[(dates + early[k]) * LANES + lane] += vote
            scores[(dates + late[k]) * LANES + lane] += vote
    for n in range(1, dates - 1):
        scores[n * LANES + lane] += scores[(n - 1) * LANES + lane]
    for n in range(1, dates - 1):
        scores[(dates - 2 + n) * LANES + lane] = scores[(dates + n) * LANES + lane]


@njit(cache=True, nogil=True)
def settle_lane(structure, votes, weights, values, x, lane, scores, room):
    """Move the places of one pixel whose pairs are against them or nearly so."""
    position = structure[0]
    dates = len(position)
    for round_ in range(ROUNDS):
        if round_ > 0:
            recount_lane(structure, votes, weights, values, x, lane, scores)
        moved = False
        for move in range(2 * dates - 3):
            if scores[move * LANES + lane] < CLOSE:
                continue
            count = gather_votes(structure, votes, weights, values, x, lane, move, room[0])
            if count == 0:
                continue
            shift = best_shift(votes, move, count, x, lane, room)
            if shift != 0.0:
                moved = True
                begin, end = move + 1, dates
                if move >= dates - 1:
                    begin = move - dates + 2
                    end = begin + 1
                for n in range(begin, end):
                    x[position[n] * LANES + lane] += shift
        if not moved:
            break


@njit(cache=True, nogil=True)
def settle(structure, votes, weights, values, able, x, report, scores, room):
    """Settle close votes in those lanes that have some and where `able` is above zero."""
    highest = count_votes(structure, votes, weights, values, x, scores)
    store(report, 0, if_less(full(0.0), able, highest, full(2.0 * CLOSE)))
    for lane in range(LANES):
        if report[lane] > CLOSE:
            settle_lane(structure, votes, weights, values, x, lane, scores, room)

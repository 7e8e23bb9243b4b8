# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What judges between two places of a date that its pairs give it nearly as many votes for.

Least absolute deviations follow the majority of the pairs. Where a date has few pairs, cycle slips
can be half of them or more, most of all at the ends of the series: of three pairs two slip alike
once in 700 dates at 3 % slips, and an error of the first date is in all others. Then the pairs
leave two solutions, whole turns apart, and the better one is the one that makes a plausible series.

Two kinds of moves are looked at: all dates after an interval move together (a step; the first and
the last date alone are the steps at the ends), or one date alone. Each is judged by a departure: of
an interval from the mean rate of the intervals about it, or of a date from the line between its
neighbours. How large departures are is the median over all places of the same kind at the same
pixel; how much more than that is usual at one place (a storm on that day, an earthquake) is seen in
the whole scene, see :func:`roughness`. These rules hold:

* A place moves only to where at least one pair puts it. What all pairs agree on stays, however
  rough the series is.
* A move raises the number of pairs that it goes against by one at most.
* Of two solutions of nearly the same cost none is chosen: the pixel keeps the compromise.
* Nothing moves where the network is cut, or where there is no majority for lack of pairs.
"""

from __future__ import annotations

import numpy as np

NEIGHBOURS = 4  # intervals whose mean rate an interval is held against
FEWEST_PLACES = 5  # that a scale is taken from
FEWEST_PIXELS = 50  # that tell how rough a place is
NORMAL_MEDIAN = 0.6745
SHARE, NORMAL_SHARE = 0.9, 1.645  # of pixels, and what bounds as many of normal variables
KINDS, POINTS = 4, 4  # of departures


def _interval_departure(years, step, stretches) -> np.ndarray:
    """Coefficients of ``x[b] - x[a]`` less its time at the mean rate over some stretches."""
    coefficients = np.zeros(len(years))
    time = sum(years[b] - years[a] for a, b in stretches)
    share = (years[step[1]] - years[step[0]]) / time
    for (a, b), factor in [(step, 1.0), *((s, -share) for s in stretches)]:
        coefficients[b] += factor
        coefficients[a] -= factor
    return coefficients


def _departures(years) -> tuple[list, dict]:
    """Departures as (kind, coefficients), and the number of the one that judges each move.

    Kinds: intervals held against both sides, against later ones, against earlier ones; dates.
    """
    dates, half = len(years), NEIGHBOURS // 2
    found, judge = [], {}
    for t in range(dates - 1):
        last = t + 1
        own = 1 if t < half else 2 if last + half >= dates else 0
        kinds = (
            (t >= half and last + half < dates, [(t - half, t), (last, last + half)]),
            (last + NEIGHBOURS < dates, [(last, last + NEIGHBOURS)]),
            (t >= NEIGHBOURS, [(t - NEIGHBOURS, t)]),
        )
        for kind, (fits, stretches) in enumerate(kinds):
            if fits:
                if kind == own:
                    judge[t] = len(found)
                found.append((kind, _interval_departure(years, (t, last), stretches)))
    for n in range(1, dates - 1):
        share = (years[n] - years[n - 1]) / (years[n + 1] - years[n - 1])
        coefficients = np.zeros(dates)
        coefficients[n - 1 : n + 2] = share - 1, 1, -share
        judge[dates - 2 + n] = len(found)
        found.append((3, coefficients))
    return found, judge


def plan_votes(years, pairs, position) -> tuple:
    """What the kernels need to know of a network.

    Parameters
    ----------
    years : ndarray, shape (date,)
        Time of the dates.
    pairs : ndarray of int, shape (pair, 2)
    position : ndarray of int64, shape (date,)
        Of each date in the order of elimination.

    Returns
    -------
    tuple of ndarray
        Earlier and later date of each pair. For each move (steps after each date but the last,
        then single dates but the ends): where its pairs start, which those are and with what sign
        they see it, and the departure that judges it, or -1. Departures by kind: where each kind
        starts, their dates in the order of elimination, coefficients, and the noise that noise of
        1 at each date makes of them.
    """
    early, late = np.asarray(pairs, np.int64).T
    dates = len(years)
    moves = max(2 * dates - 3, dates - 1)
    members, signs = [np.empty(0, np.int64)], [np.empty(0)]
    for move in range(moves):
        crossing = np.flatnonzero((early <= move) & (late > move))
        sign = np.ones(len(crossing))
        if move >= dates - 1:
            n = move - dates + 2
            crossing = np.flatnonzero((early == n) | (late == n))
            sign = np.where(late[crossing] == n, 1.0, -1.0)
        members.append(crossing)
        signs.append(sign)
    found, judge = _departures(years)
    order = sorted(range(len(found)), key=lambda k: found[k][0])
    place = {k: n for n, k in enumerate(order)}
    own = [place.get(judge.get(move, -1), -1) for move in range(moves)]
    kinds = np.array([found[k][0] for k in order], np.int64)
    points = np.zeros((len(order), POINTS), np.int64)
    coefficients = np.zeros((len(order), POINTS))
    for n, k in enumerate(order):
        used = np.flatnonzero(found[k][1])
        points[n, : len(used)] = position[used]
        coefficients[n, : len(used)] = found[k][1][used]
    return (
        np.ascontiguousarray(early), np.ascontiguousarray(late),
        np.cumsum([len(m) for m in members], dtype=np.int64),
        np.concatenate(members), np.concatenate(signs), np.array(own, np.int64),
        np.searchsorted(kinds, np.arange(KINDS + 1)).astype(np.int64),
        points, coefficients, np.sqrt((coefficients**2).sum(axis=1)),
    )  # fmt: skip


def roughness(votes, position, series) -> np.ndarray:
    """How much larger departures are at each place than is usual at a pixel, by a scene's sample.

    Nine of ten pixels depart by less than 1.645 times what is usual at them if the place is like
    all others. More of it makes the series count for less there: an atmospheric storm on the first
    date is then not taken for slips. What is local to less than a tenth of the scene does not show.

    Parameters
    ----------
    votes : tuple of ndarray
        From :func:`plan_votes`.
    position : ndarray of int64, shape (date,)
    series : ndarray, shape (date, P)
        Phases of sampled pixels; those with NaN are left out.

    Returns
    -------
    ndarray, shape (departure,)
        At least 1; infinity everywhere where there are too few pixels to tell.
    """
    starts, points, coefficients, norms = votes[6:10]
    out = np.full(len(norms), np.inf)
    by_position = np.empty(series.shape)
    by_position[position] = series
    by_position = by_position[:, np.isfinite(series).all(axis=0)]
    if by_position.shape[1] < FEWEST_PIXELS:
        return out
    for begin, end in zip(starts[:-1], starts[1:]):
        if end - begin < FEWEST_PLACES:
            continue
        sizes = np.abs(
            np.einsum("kn,knp->kp", coefficients[begin:end], by_position[points[begin:end]])
        ) / norms[begin:end, np.newaxis]  # fmt: skip
        usual = np.maximum(np.median(sizes, axis=0), 1e-6) / NORMAL_MEDIAN
        found = np.quantile(sizes / usual, SHARE, axis=1) / NORMAL_SHARE
        out[begin:end] = np.maximum(1.0, found)
    return out

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether more aftershocks lie where stress rose than chance would put there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np

from ..errors import check_cancelled

LEVEL = 0.95


@dataclass(frozen=True)
class Share:
    """How many of some earthquakes lie where stress rose.

    Parameters
    ----------
    positive, count : int
    value : float
        0 to 1, NaN of none.
    low, high : float
        Exact 95 % interval (Clopper and Pearson 1934), as if they were independent.
    """

    positive: int
    count: int
    value: float
    low: float
    high: float


def share_of(change) -> Share:
    """Share of known changes that are above 0."""
    from scipy.stats import binomtest

    known = np.asarray(change)[np.isfinite(change)]
    if not len(known):
        return Share(0, 0, np.nan, np.nan, np.nan)
    positive = int((known > 0).sum())
    ends = binomtest(positive, len(known)).proportion_ci(LEVEL, "exact")
    return Share(positive, len(known), positive / len(known), float(ends.low), float(ends.high))


def binomial_p(share: Share, expected: float) -> float:
    """Chance of so many positive ones or more, if each were so with an expected share.

    NaN where there are none or nothing is expected.
    """
    from scipy.stats import binom

    if not share.count or not np.isfinite(expected):
        return np.nan
    return float(binom.sf(share.positive - 1, share.count, expected))


def fisher_p(share: Share, before: Share) -> float:
    """Chance of a share so much above that before the mainshock (Fisher's exact test).

    Unlike the binomial test it knows that the share before is itself uncertain.
    """
    from scipy.stats import fisher_exact

    if not share.count or not before.count:
        return np.nan
    table = [[part.positive, part.count - part.positive] for part in (share, before)]
    return float(fisher_exact(table, alternative="greater")[1])


@dataclass(frozen=True)
class Chance:
    """What shares chance gives.

    Parameters
    ----------
    expected : float
        Mean share.
    low, high : float
        Between which 95 % of the shares lie.
    p : float
        Share of the draws, the observation among them, with as many positive ones or more.
    """

    expected: float
    low: float
    high: float
    p: float


def by_chance(share: Share, draw: Callable, runs: int, cancelled=None) -> Chance:
    """Compare a share with those of random draws.

    Parameters
    ----------
    share : Share
    draw : callable
        Gives the changes of one random catalogue.
    runs : int
    cancelled : callable, optional

    Returns
    -------
    Chance
        NaN where there is no event.
    """
    if not share.count:
        return Chance(np.nan, np.nan, np.nan, np.nan)
    shares = np.empty(runs)
    for k in range(runs):
        check_cancelled(cancelled)
        change = draw()
        known = change[np.isfinite(change)]
        shares[k] = (known > 0).mean() if len(known) else np.nan
    shares = shares[np.isfinite(shares)]
    if not len(shares):
        return Chance(np.nan, np.nan, np.nan, np.nan)
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(shares, [tail, 1 - tail])
    more = int((shares >= share.value - 1e-12).sum())
    return Chance(float(shares.mean()), float(low), float(high), (1 + more) / (1 + len(shares)))


def places_around(points, count: int, rng) -> np.ndarray:
    """Random places in the region of some events.

    Parameters
    ----------
    points : ndarray, shape (event, 3)
    count : int
    rng : numpy.random.Generator

    Returns
    -------
    ndarray, shape (count, 3)
        Evenly within the convex hull of the epicentres, at depths of events; around a line or a
        point, where events have no hull, within its box.
    """
    from scipy.spatial import Delaunay, QhullError

    low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    depth = points[rng.integers(0, len(points), count), 2]
    try:
        hull = Delaunay(points[:, :2]) if len(points) > 2 else None
    except QhullError:
        hull = None
    places = np.zeros((0, 2))
    while len(places) < count:
        more = low + rng.random((count, 2)) * (high - low)
        places = np.concatenate([places, more if hull is None else more[_inside(hull, more)]])
    return np.concatenate([places[:count], depth[:, None]], axis=1)


def _inside(hull, places):
    return hull.find_simplex(places) >= 0

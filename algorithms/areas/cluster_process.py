# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Clusters of sites of any size, told by the distances of pairs, and sites placed in such clusters.

Pairs of sites are pairs of independent ones, or members of the same cluster: those of a normal
cluster of standard deviation s lie as far apart as their density ``exp(-r^2 / (4 s^2))`` says
(Thomas 1949, doi:10.2307/2332666), within what the study area lets one see. The share of the pairs
that belong to clusters of each of many sizes is that of the largest likelihood of all distances
(Guan 2006, doi:10.1198/016214506000000500). Whether clusters run into one another does not matter.
Clusters of fewer pairs than chance makes of independent sites are none.

Sites that are related to what their distance is measured to (:mod:`.distance_bands`) crowd about
it, which makes no clusters: so the density of independent sites may grow or fall with the rank of
that distance, exponentially.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import check_cancelled
from .distance_bands import AT_ONCE, band_of

PAIRED = 1500  # sites of which all pairs count
LOOKED_UP = 1500  # places from which a step at random tells what of an area lies around
CLASSES = 40  # of pairs' distances
NEAREST = 0.01  # end of the first class, in mean distances of neighbours
WIDEST = 0.25  # standard deviation of the largest clusters, in sides of the area
STEPS = 200  # of the likelihood's way up
DRAWS = 9  # of independent sites, which tell what chance makes of them
FEWEST_PAIRS = 0.1  # clusters that join a site to fewer others do not matter
MOST_ALIKE = 0.95  # share of the pairs that are placed together
TRIES = 100  # to place a site inside of the area


@dataclass(frozen=True)
class ClusterSizes:
    """Clusters within clusters, the largest first.

    Parameters
    ----------
    size : ndarray, shape (kind,)
        Standard deviation of the members' places along each axis, metres.
    share : ndarray, shape (kind,)
        Of all pairs of sites, those of the same cluster and of no smaller one.
    """

    size: np.ndarray
    share: np.ndarray

    @property
    def clusters(self) -> float:
        """How many equal clusters would have as many pairs; infinite without any."""
        return float(1 / self.share.sum()) if len(self.share) else float("inf")


def cluster_sizes(
    sites, distance, area, places, area_distance, look_up, rng, cancelled=None
) -> ClusterSizes:
    """Clusters that the distances of pairs of sites tell.

    Parameters
    ----------
    sites : ndarray, shape (site, 2)
        Metres.
    distance : ndarray, shape (site,)
        To the nearest fault, metres.
    area : float
        Square metres.
    places, area_distance : ndarray, shape (place, 2) and (place,)
        Evenly spread over the area, and their distances to the nearest fault.
    look_up : .placement.DistanceMap
    rng : numpy.random.Generator
    """
    sites_in_all = len(sites)
    if len(sites) > PAIRED:
        some = rng.choice(len(sites), PAIRED, replace=False)
        sites, distance = sites[some], distance[some]
    trend = _Trend(distance, area_distance)
    pairs = _Pairs(len(sites), area, places, look_up, trend, rng)
    share = pairs.fit(sites)
    chosen = trend.of(area_distance)
    chosen = np.cumsum(chosen / chosen.sum())
    width = np.sqrt(area / len(places))
    # Shares cannot be negative, so that chance alone gives independent sites some, too.
    for _ in range(DRAWS):
        check_cancelled(cancelled)
        alone = places[np.searchsorted(chosen, rng.random(len(sites))).clip(0, len(places) - 1)]
        share = share - pairs.fit(alone + width * (rng.random(alone.shape) - 0.5)) / DRAWS
    matters = sites_in_all * share > FEWEST_PAIRS
    return ClusterSizes(pairs.size[matters], share[matters])


class _Trend:
    """Density of sites that changes exponentially with the rank of the distance."""

    def __init__(self, distance, area_distance):
        from scipy.optimize import brentq

        self._sorted = np.sort(area_distance)
        rank = (np.arange(200) + 0.5) / 200 - 0.5
        mean = np.clip(self._rank(distance).mean(), -0.49, 0.49)

        def away(slope):
            return np.average(rank, weights=np.exp(slope * rank)) - mean

        self._slope = brentq(away, -200.0, 200.0)
        self._scale = np.exp(self._slope * rank).mean()

    def _rank(self, distance):
        return np.searchsorted(self._sorted, distance) / len(self._sorted) - 0.5

    def of(self, distance) -> np.ndarray:
        """Relative density at distances; 0 where they are NaN: outside of the area."""
        density = np.exp(self._slope * self._rank(distance)) / self._scale
        return np.where(np.isnan(distance), 0.0, density)


class _Pairs:
    """Distances of pairs: of independent sites, and of those of one cluster of each size."""

    def __init__(self, sites, area, places, look_up, trend, rng):
        side = np.sqrt(area)
        first = NEAREST * side / np.sqrt(sites)
        self._edges = np.concatenate(
            [[0.0], np.geomspace(first, np.hypot(*np.ptp(places, axis=0)), CLASSES)]
        )
        low, high = self._edges[:-1], self._edges[1:]
        count = max(1, int(np.ceil(np.log2(2 * WIDEST * side / first))))
        self.size = WIDEST * side / 2.0 ** np.arange(count)
        # Of the places at a distance from one inside, those that are inside as well.
        start = places[rng.integers(len(places), size=LOOKED_UP)]
        turn = rng.uniform(0, 2 * np.pi, (CLASSES, LOOKED_UP))
        step = np.sqrt(0.5 * (low**2 + high**2))[:, None]
        end = start + np.stack([step * np.cos(turn), step * np.sin(turn)], axis=-1)
        density = trend.of(look_up.at(end)) * trend.of(look_up.at(start))
        density = np.maximum(density.mean(axis=1), 1e-6)  # the farthest pairs are rare
        four = 4 * self.size[:, None] ** 2
        self._kinds = density * np.concatenate(
            [[high**2 - low**2], np.exp(-(low**2) / four) - np.exp(-(high**2) / four)]
        )
        self._kinds /= self._kinds.sum(axis=1, keepdims=True)

    def fit(self, sites) -> np.ndarray:
        """Share of the pairs by size of cluster."""
        from scipy.spatial.distance import pdist

        # Classes are as wide on a logarithmic scale, but for the first one.
        first, last = self._edges[1], self._edges[-1]
        per = (CLASSES - 1) / np.log(last / first)
        far = np.log(np.maximum(pdist(sites), 0.5 * first) / first) * per
        place = np.floor(far.clip(-1, CLASSES - 2)).astype(np.int64) + 1
        seen = np.bincount(place, minlength=CLASSES)
        seen = seen / seen.sum()
        share = np.full(len(self._kinds), 0.5 / (len(self._kinds) - 1))
        share[0] = 0.5
        for _ in range(STEPS):
            mixed = share @ self._kinds
            share = share * (self._kinds @ np.divide(seen, mixed, where=mixed > 0, out=0 * seen))
        return share[1:]


def in_clusters(count, found: ClusterSizes, places, look_up, rng, cancelled=None):
    """Sites placed in clusters such as were found, anywhere in the area with the same chance.

    Clusters reach beyond the area; members that are lost are placed anew together, so that every
    site has the same chance everywhere. That parts pairs: clusters have so many more of them.

    Parameters
    ----------
    count : int
        Sites.
    found : ClusterSizes
        At least one kind.
    places : ndarray, shape (place, 2)
        Evenly spread over the area.
    look_up : .placement.DistanceMap
    rng : numpy.random.Generator

    Returns
    -------
    callable
        See :func:`.placement.independent`.
    """
    size, share = found.size, found.share
    start = places[rng.integers(len(places), size=LOOKED_UP)]
    both = np.array(
        [np.isfinite(look_up.at(start + rng.normal(0, np.sqrt(2) * s, start.shape))).mean()
         for s in size]
    )  # fmt: skip
    # Of pairs of which one is inside, those of which both are.
    share = share * (2 - both) / np.maximum(both, 1e-3)
    share *= min(1.0, MOST_ALIKE / share.sum())
    smaller = np.append(np.cumsum(share[::-1])[::-1], 0.0)
    alike = share / (1 - smaller[1:])
    spread = np.sqrt(size**2 - np.append(size[1:], 0.0) ** 2)
    low, high = look_up.box
    low, high = low - 3 * size[0], high + 3 * size[0]

    def placed(runs):
        """Distances of the sites of some runs, shape (run * site,)."""
        own = np.arange(runs)[:, None]
        offset, top = np.zeros((runs, 1), complex), None
        for kind, chance in enumerate(alike):
            number = _numbers(chance, runs, rng)
            # Clusters of this kind, each in one of those of the kind before.
            if kind == 0:
                top, width = np.arange(number.max())[None].repeat(runs, 0), number
                offset = np.zeros((runs, number.max()), complex)
                continue
            parent = (rng.random((runs, number.max())) * width[:, None]).astype(np.int64)
            top, width = top[own, parent], number
            offset = offset[own, parent] + _normal(rng, parent.shape, spread[kind - 1])
        mine = (rng.random((runs, count)) * width[:, None]).astype(np.int64)
        offset = (offset[own, mine] + _normal(rng, mine.shape, spread[-1])).ravel()
        most = int(top.max()) + 1
        group = (top[own, mine] + most * own).ravel()
        distance = np.full(runs * count, np.nan)
        todo = np.arange(runs * count)
        for _ in range(TRIES):
            middle = rng.uniform(low, high, (runs * most, 2)) @ np.array([1, 1j])
            at = middle[group[todo]] + offset[todo]
            distance[todo] = look_up.at(np.stack([at.real, at.imag], axis=-1))
            todo = todo[np.isnan(distance[todo])]
            if not len(todo):
                return distance
        distance[todo] = look_up.at(places[rng.integers(len(places), size=len(todo))])
        return distance

    def draw(fine, runs):
        classes = len(fine) - 1
        counts = np.zeros((runs, classes), np.int64)
        step = max(1, AT_ONCE // (16 * count))
        for first in range(0, runs, step):
            check_cancelled(cancelled)
            some = min(step, runs - first)
            place = np.repeat(np.arange(some), count) * classes + band_of(placed(some), fine)
            counts[first : first + some] = np.bincount(
                place, minlength=some * classes
            ).reshape(some, classes)  # fmt: skip
        return counts

    return draw


def _numbers(chance, runs, rng) -> np.ndarray:
    """Whole numbers of equal clusters whose members meet with a mean chance."""
    few = np.floor(1 / chance)
    share = (chance - 1 / (few + 1)) / (1 / few - 1 / (few + 1))
    return np.where(rng.random(runs) < share, few, few + 1).astype(np.int64)


def _normal(rng, shape, size) -> np.ndarray:
    return size * (rng.standard_normal(shape) + 1j * rng.standard_normal(shape))

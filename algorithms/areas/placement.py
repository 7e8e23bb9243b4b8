# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Sites placed at random over a study area: each on its own, or in the clusters that they form."""

from __future__ import annotations

import numpy as np

from ..runner import check_cancelled
from .distance_bands import AT_ONCE, band_of
from .groups import Groups
from .triangles import cut_triangulation

TRIES = 20  # to place a cluster inside of the area
OUTERMOST = 8  # members of a cluster that are looked at first
RANDOM_CENTRES = 0.9  # Clark and Evans' ratio of clusters' centres from which they are independent
FEWEST_CLUSTERS = 8


def independent(sites: int, area_distance, rng):
    """Sites placed one by one, anywhere in the area with the same chance.

    The counts then follow a multinomial distribution with the classes' shares of the area.
    """

    def draw(fine, runs):
        places = np.bincount(band_of(area_distance, fine), minlength=len(fine) - 1)
        return rng.multinomial(sites, places / places.sum(), runs)

    return draw


def cluster_labels(places, reach: float) -> np.ndarray:
    """Number the clusters of sites that chains of steps of at most `reach` join.

    Parameters
    ----------
    places : ndarray, shape (site, 2)
        Metres.
    reach : float
        Metres.

    Returns
    -------
    ndarray of int, shape (site,)
        From 0.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    # The shortest spanning tree is part of the triangulation, so that no step is missed.
    cut = cut_triangulation(places, reach)
    i, j = np.concatenate([cut.triangles[:, [0, 1]], cut.triangles[:, [1, 2]], cut.edges]).T
    graph = coo_matrix((np.ones(len(i)), (i, j)), shape=(len(places), len(places)))
    return connected_components(graph, directed=False)[1]


def clumping(places, area: float) -> float:
    """Mean distance to the nearest other site over that of independent placement.

    Clark and Evans (1954), doi:10.2307/1931034: about 1 for independent sites, less for clusters.

    Parameters
    ----------
    places : ndarray, shape (site, 2)
        Metres.
    area : float
        Square metres.
    """
    return _nearness(places, area, (1,))


def crowding(places, area: float) -> float:
    """The least of :func:`clumping` and its like for farther neighbours, up to the eighth.

    Broad clusters that overlap one another hardly show in the distance to the nearest.

    Parameters
    ----------
    places : ndarray, shape (site, 2)
        Metres.
    area : float
        Square metres.
    """
    return _nearness(places, area, (1, 2, 4, 8))


def _nearness(places, area, ranks) -> float:
    """Least ratio of the mean distance to some neighbours to that of independent placement."""
    from scipy.spatial import cKDTree
    from scipy.special import gamma

    ranks = np.array([k for k in ranks if k < len(places)])
    if not len(ranks):
        return float("nan")
    mean = cKDTree(places).query(places, k=ranks + 1)[0].mean(axis=0)
    expected = gamma(ranks + 0.5) / gamma(ranks) / np.sqrt(np.pi * len(places) / area)
    return float((mean / expected).min())


def natural_reach(places, area: float) -> tuple:
    """Least distance at which the clusters of sites lie like independent ones.

    Sites are joined at growing distances until the centres of the clusters are no nearer to one
    another than independent sites would be.

    Parameters
    ----------
    places : ndarray, shape (site, 2)
        Metres.
    area : float
        Square metres.

    Returns
    -------
    reach : float
        Metres.
    clusters : int
        Number of clusters; below :data:`FEWEST_CLUSTERS` where no distance parts them well.
    """
    usual = 0.5 * np.sqrt(area / len(places))  # to the nearest of independent sites
    for reach in usual * np.geomspace(0.1, 8.0, 20):
        labels = cluster_labels(places, reach)
        number = int(labels.max()) + 1
        size = np.bincount(labels)
        centre = np.stack([np.bincount(labels, places[:, k]) / size for k in (0, 1)], axis=1)
        if number < FEWEST_CLUSTERS or crowding(centre, area) >= RANDOM_CENTRES:
            break
    return float(reach), number


class DistanceMap:
    """Distances over the study area on a grid, for quick looking up.

    Parameters
    ----------
    area : StudyArea
    places, distance : ndarray, shape (place, 2) and (place,)
        Evenly spread places and their distances.
    """

    def __init__(self, area, places, distance):
        from scipy.spatial import cKDTree

        low, high = (pick(area.start, axis=0) for pick in (np.min, np.max))
        self._low = low
        self._step = np.sqrt(area.size / len(places))
        self._shape = tuple(int(n) for n in np.ceil((high - low) / self._step).clip(1))
        cols, rows = np.meshgrid(*(np.arange(n) + 0.5 for n in self._shape), indexing="ij")
        centres = low + self._step * np.stack([cols.ravel(), rows.ravel()], axis=1)
        _, nearest = cKDTree(places).query(centres, workers=-1)
        # Where the area is narrower than a cell, its places tell which cells belong to it.
        inside = area.contains(centres)
        inside[self._cell(places)[1]] = True
        self._distance = np.where(inside, distance[nearest], np.nan)

    def at(self, places) -> np.ndarray:
        """Distance at places, NaN outside of the area."""
        inside, cell = self._cell(places)
        return np.where(inside, self._distance[cell], np.nan)

    def _cell(self, places):
        index = np.floor((places - self._low) / self._step).astype(int)
        inside = ((index >= 0) & (index < self._shape)).all(axis=-1)
        return inside, np.where(inside, index[..., 0] * self._shape[1] + index[..., 1], 0)


def clustered(sites, labels, places, distance_map: DistanceMap, rng, cancelled=None):
    """Clusters of sites placed as a whole: moved anywhere and turned by any angle.

    A cluster that reaches beyond the area is placed anew, up to :data:`TRIES` times; what then
    still lies outside is placed on its own.

    Parameters
    ----------
    sites : ndarray, shape (site, 2)
    labels : ndarray of int, shape (site,)
        Of :func:`cluster_labels`.
    places : ndarray, shape (place, 2)
        Evenly spread over the area.
    distance_map : DistanceMap
    rng : numpy.random.Generator
    """
    groups = Groups(labels)
    centre = np.stack([groups.mean(sites[groups.members, k]) for k in (0, 1)], axis=1)
    offset = (sites - centre[labels]) @ np.array([1, 1j])
    alone = groups.members[groups.starts[:-1][groups.sizes == 1]]
    together = [
        groups.members[first:last]
        for first, last in zip(groups.starts[:-1], groups.starts[1:]) if last - first > 1
    ]  # fmt: skip

    def anywhere(size):
        return places[rng.integers(len(places), size=size)]

    def moved(members, where, turn):
        at = where[:, None] + offset[members] * turn[:, None]
        return distance_map.at(np.stack([at.real, at.imag], axis=-1))

    def placed(members, runs):
        """Distances of a cluster's members in some runs, shape (run, member)."""
        found = np.full((runs, len(members)), np.nan)
        outer = members[np.argsort(-np.abs(offset[members]), kind="stable")[:OUTERMOST]]
        todo = np.arange(runs)
        for attempt in range(TRIES):
            where = anywhere(len(todo)) @ np.array([1, 1j])
            turn = np.exp(2j * np.pi * rng.random(len(todo)))
            # Most places are ruled out by the members that are farthest from the middle.
            fits = np.isfinite(moved(outer, where, turn)).all(axis=1) | (attempt == TRIES - 1)
            found[todo[fits]] = moved(members, where[fits], turn[fits])
            todo = todo[~(fits & np.isfinite(found[todo]).all(axis=1))]
            if not len(todo):
                break
        while (lost := np.isnan(found)).any():
            found[lost] = distance_map.at(anywhere(int(lost.sum())))
        return found

    def draw(fine, runs):
        classes = len(fine) - 1
        counts = np.zeros(runs * classes, np.int64)

        def add(first, distance):
            number = np.arange(first, first + len(distance))[:, None] * classes
            place = number + band_of(distance, fine)
            counts[:] += np.bincount(place.ravel(), minlength=len(counts))

        for members in (alone, *together):
            step = max(1, AT_ONCE // max(1, len(members)))
            for first in range(0, runs if len(members) else 0, step):
                check_cancelled(cancelled)
                some = min(step, runs - first)
                if members is alone:
                    chosen = anywhere(some * len(members))
                    add(first, distance_map.at(chosen).reshape(some, -1))
                else:
                    add(first, placed(members, some))
        return counts.reshape(runs, classes)

    return draw

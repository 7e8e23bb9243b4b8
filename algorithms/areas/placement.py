# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Sites placed at random over a study area: each on its own, or in the clusters that they form."""

from __future__ import annotations

import numpy as np

from ..data.triangles import cut_triangulation
from ..errors import check_cancelled
from .distance_bands import AT_ONCE, band_of
from .groups import Groups

TRIES = 20  # to place all of a cluster inside of the area
MOST_CELLS = 10_000_000  # of a grid of distances


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
    from scipy.spatial import cKDTree

    if len(places) < 2:
        return float("nan")
    mean = cKDTree(places).query(places, k=[2])[0].mean()
    return float(mean / (0.5 / np.sqrt(len(places) / area)))


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
        # Around a narrow area that lies aslant there would be cells without end.
        cells = max(area.size / len(places), (high - low).prod() / MOST_CELLS)
        self._step = np.sqrt(cells)
        self._shape = tuple(int(n) for n in np.ceil((high - low) / self._step).clip(1))
        cols, rows = np.meshgrid(*(np.arange(n) + 0.5 for n in self._shape), indexing="ij")
        centres = low + self._step * np.stack([cols.ravel(), rows.ravel()], axis=1)
        # Where the area is narrower than a cell, its places tell which cells belong to it.
        inside = area.contains(centres)
        inside[self._cell(places)[1]] = True
        _, nearest = cKDTree(places).query(centres[inside], workers=-1)
        self._distance = np.full(len(centres), np.nan)
        self._distance[inside] = distance[nearest]

    @property
    def box(self) -> tuple:
        """Lower left and upper right corner of what holds the area, shape (2,) each."""
        return self._low, self._low + self._step * np.array(self._shape)

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

    A cluster may reach beyond the area, as clusters at its edge do that were seen in part: were it
    kept inside, the middle of the area would get more sites than its edge. The members that are
    lost are placed anew together, up to :data:`TRIES` times and then one by one, so that every site
    has the same chance everywhere.

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
        radius = np.abs(offset[members]).max()
        low, high = distance_map.box
        todo = np.arange(runs)
        for _ in range(TRIES):
            where = rng.uniform(low - radius, high + radius, (len(todo), 2)) @ np.array([1, 1j])
            turn = np.exp(2j * np.pi * rng.random(len(todo)))
            now = found[todo]
            found[todo] = np.where(np.isnan(now), moved(members, where, turn), now)
            todo = todo[np.isnan(found[todo]).any(axis=1)]
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

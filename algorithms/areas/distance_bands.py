# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Density of sites by their distance to faults, against sites placed at random.

Under random placement the number in a band of distance follows the band's share of the area. The
test is a Monte Carlo one (Barnard 1963; Besag and Diggle 1977, doi:10.2307/2346974): a run places
as many sites as there are, and a p-value is (1 + runs at least as extreme) / (1 + runs). Sites that
one storm or earthquake set off come in clusters and are not independent; placed independently, they
would make nearly any pattern look significant. Clusters are therefore moved as a whole
(:mod:`.placement`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError, check_cancelled, tell

FINE = 200  # classes of equal area by distance, in which runs are counted
AT_ONCE = 1 << 22  # counts under way


@dataclass(frozen=True)
class Bands:
    """Bands of distance and what was found in them.

    Parameters
    ----------
    edges : ndarray, shape (band + 1,)
        Metres; the last one is infinite.
    area, area_std : ndarray, shape (band,)
        Square metres of the study area in the band, and the standard error of that.
    count : ndarray of int, shape (band,)
        Sites.
    low, high : ndarray, shape (band,)
        Ends of the 95 % of counts of random placement; of each band on its own.
    p_more, p_fewer : ndarray, shape (band,)
        Share of runs with as many or more sites, and as many or fewer.
    runs : int
    p_overall : float
        That of the largest difference between the cumulated shares of sites and of area
        (Kolmogorov), which makes up for looking at several bands.
    p_nearer : float
        Share of runs whose mean distance is as small.
    mean_distance, random_distance : float
        Metres: of the sites, and of the study area.
    """

    edges: np.ndarray
    area: np.ndarray
    area_std: np.ndarray
    count: np.ndarray
    low: np.ndarray
    high: np.ndarray
    p_more: np.ndarray
    p_fewer: np.ndarray
    runs: int
    p_overall: float
    p_nearer: float
    mean_distance: float
    random_distance: float

    @property
    def expected(self) -> np.ndarray:
        """Sites in each band at the mean density."""
        return self.count.sum() * self.area / self.area.sum()

    @property
    def density(self) -> np.ndarray:
        """Sites a square metre; NaN where a band has no area."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(self.area > 0, self.count / self.area, np.nan)

    @property
    def ratio(self) -> np.ndarray:
        """Density over that of the whole area; NaN where a band has no area."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(self.area > 0, self.count / self.expected, np.nan)

    @property
    def p(self) -> np.ndarray:
        """Two-sided p-value of each band on its own."""
        return np.minimum(1.0, 2 * np.minimum(self.p_more, self.p_fewer))

    @property
    def verdict(self) -> list:
        """``more``, ``fewer`` or '' of each band: outside of the 95 %."""
        return [
            "" if p > 0.05 else ("more" if more < fewer else "fewer")
            for p, more, fewer in zip(self.p, self.p_more, self.p_fewer)
        ]


def parse_edges(text: str) -> np.ndarray:
    """Ends of bands in kilometres, such as ``1, 2, 5, 10``, as metres from 0 to infinity.

    Raises
    ------
    GroundshiftError
        If they are no growing positive numbers.
    """
    try:
        edges = np.array([float(part) for part in text.replace(";", ",").split(",")])
    except ValueError:
        edges = np.zeros(0)
    if not len(edges) or not np.isfinite(edges).all() or (np.diff([0.0, *edges]) <= 0).any():
        raise GroundshiftError(
            f"'{text}' are no ends of bands; give growing numbers of kilometres, such as "
            "1, 2, 5, 10."
        )
    return np.array([0.0, *(edges * 1e3), np.inf])


def band_of(distance, edges) -> np.ndarray:
    """Index of the band of each distance, from 0; the lower end belongs to a band."""
    return np.searchsorted(edges, distance, side="right") - 1


def compare_bands(
    distance, area_distance, area, edges, draw, runs=999, progress=None, cancelled=None
) -> Bands:
    """Count sites by bands and compare with random placement.

    Parameters
    ----------
    distance : ndarray, shape (site,)
        Metres, of the sites inside of the study area.
    area_distance : ndarray, shape (place,)
        Of places that are spread evenly over the study area.
    area : float
        Square metres.
    edges : ndarray
        Of :func:`parse_edges`.
    draw : callable
        See :func:`.placement.independent` and :func:`.placement.clustered`: takes edges of
        distance and a number of runs and gives counts, shape (run, class).
    runs : int
    progress, cancelled : callable, optional

    Raises
    ------
    GroundshiftError
        If there are no sites.
    """
    if not len(distance):
        raise GroundshiftError(
            "No site lies inside of the study area; choose layers that overlap, or another area."
        )
    fine = _fine_edges(area_distance, edges)
    places = np.bincount(band_of(area_distance, fine), minlength=len(fine) - 1)
    share = places / places.sum()
    sites = np.bincount(band_of(distance, fine), minlength=len(fine) - 1)
    band = band_of(fine[:-1], edges)
    centre = _means(area_distance, fine)

    def gathered(counts):
        out = np.zeros((*counts.shape[:-1], len(edges) - 1), np.int64)
        np.add.at(out, (..., band), counts)
        return out

    counted = gathered(sites)
    found = _Tally(counted, _statistics(sites, share, centre))
    by_band = []
    step = max(1, AT_ONCE // len(fine))
    for first in range(0, runs, step):
        check_cancelled(cancelled)
        counts = draw(fine, min(step, runs - first))
        by_band.append(gathered(counts))
        found.add(by_band[-1], *_statistics(counts, share, centre))
        tell(progress, min(1.0, (first + step) / runs))
    low, high = np.percentile(np.concatenate(by_band), [2.5, 97.5], axis=0)
    share = gathered(places) / places.sum()
    return Bands(
        edges, area * share, area * np.sqrt(share * (1 - share) / places.sum()), counted, low,
        high, *found.p_values(runs), float(distance.mean()), float(area_distance.mean()),
    )  # fmt: skip


class _Tally:
    """Counts the runs that are as extreme as what was found."""

    def __init__(self, counted, statistics):
        self._counted, (self._largest, self._mean) = counted, statistics
        self._more, self._fewer = np.zeros(len(counted), int), np.zeros(len(counted), int)
        self._overall = self._nearer = 0

    def add(self, by_band, largest, mean):
        self._more += (by_band >= self._counted).sum(axis=0)
        self._fewer += (by_band <= self._counted).sum(axis=0)
        self._overall += int((largest >= self._largest - 1e-12).sum())
        self._nearer += int((mean <= self._mean + 1e-9).sum())

    def p_values(self, runs):
        return (
            (1 + self._more) / (1 + runs), (1 + self._fewer) / (1 + runs), runs,
            (1 + self._overall) / (1 + runs), (1 + self._nearer) / (1 + runs),
        )  # fmt: skip


def _fine_edges(area_distance, edges) -> np.ndarray:
    """The bands' edges, and those of classes of equal area between them."""
    between = np.quantile(area_distance, np.linspace(0, 1, FINE + 1)[1:-1])
    return np.unique(np.concatenate([edges, between]))


def _means(area_distance, fine) -> np.ndarray:
    """Mean distance in each class; its lower end where there is no area."""
    index = band_of(area_distance, fine)
    count = np.bincount(index, minlength=len(fine) - 1)
    total = np.bincount(index, area_distance, len(fine) - 1)
    return np.where(count > 0, total / np.maximum(count, 1), fine[:-1])


def _statistics(counts, share, centre):
    """Largest difference of the cumulated shares, and mean distance; by run."""
    counts = np.asarray(counts, float)
    total = counts.sum(axis=-1, keepdims=True)
    largest = np.abs(np.cumsum(counts / total - share, axis=-1)).max(axis=-1)
    return largest, (counts * centre).sum(axis=-1) / total[..., 0]

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Active deformation areas: from points with rates to clusters of moving ones."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from ..data.points import Points
from ..errors import GroundshiftError
from .clusters import ClusterOptions, cluster
from .hotspots import getis_ord
from .selection import SelectionOptions, moving, noise_filter, thresholds

WINDOW, RADIUS, EDGE = 2.0, 1.3, 3.0
"""Resolutions: window of the noise filter and longest edge (Wang Y. et al. 2022), and radius of a
circle of influence (Navarro et al. 2020: 26 m at 20 m)."""

SPACING_SHARE = 0.7
"""Resolution of scattered points, as a share of their mean spacing: the noise filter's window then
holds six points and the longest edge is twice the spacing, so neither is a moving point alone nor
do noisy ones join (``tests/areas/test_run_activeareas.py``)."""

SPACING_SAMPLE = 20_000  # points whose neighbours are looked at
SPACING_RANK = 6  # the neighbour that tells the density: a few points in one place do not matter
LATTICE = 1.1  # most by which the distances to the nearest neighbours differ on a lattice


@dataclass(frozen=True)
class AreaOptions:
    """How active areas are found.

    Parameters
    ----------
    window : float
        Radius of the noise filter's window, metres; 0 leaves the filter out.
    z_limit : float
        Largest \\|Z\\| in the window.
    minimum_coherence : float
        Points of less are left out; those without one are kept.
    maximum_std : float
        m/yr; points of more are left out, those without one are kept. 0 for no limit.
    selection : SelectionOptions
    clusters : ClusterOptions
    alpha : float
        Level of significance of hot spots.
    fdr : bool
        Whether that is the share of false ones.
    """

    window: float = 40.0
    z_limit: float = 3.0
    minimum_coherence: float = 0.0
    maximum_std: float = 0.0
    selection: SelectionOptions = field(default_factory=SelectionOptions)
    clusters: ClusterOptions = field(default_factory=ClusterOptions)
    alpha: float = 0.05
    fdr: bool = True

    def __post_init__(self):
        if self.clusters.method == "getis-ord" and self.selection.method == "sweep":
            raise GroundshiftError(
                "Hot spots select points by their significance, so there is no threshold to sweep; "
                "choose another selection or another way to make clusters."
            )
        if self.window < 0 or self.maximum_std < 0 or not 0 <= self.minimum_coherence <= 1:
            raise GroundshiftError(
                "The window and the largest standard deviation have to be 0 or more, the minimum "
                "coherence 0 to 1."
            )


@dataclass(frozen=True)
class Level:
    """Areas at one threshold.

    Parameters
    ----------
    threshold : float
        m/yr; NaN for hot spots.
    labels : ndarray of int64, shape (point,)
        From 0; -1 for none.
    count : int
        Number of areas.
    parents : ndarray of int64, shape (area,)
        The area of the level below that each lies in; -1 at the lowest.
    """

    threshold: float
    labels: np.ndarray
    count: int
    parents: np.ndarray


@dataclass(frozen=True)
class FoundAreas:
    """What came out.

    Parameters
    ----------
    reason : ndarray of uint8, shape (point,)
        Codes of :data:`.selection.REASONS`.
    z : ndarray of float64, shape (point,)
        Of the noise filter (of Gi* for hot spots); NaN where not computed.
    moving : ndarray of bool, shape (point,)
        Kept and selected at the lowest threshold.
    levels : tuple of Level
        By threshold, ascending.
    """

    reason: np.ndarray
    z: np.ndarray
    moving: np.ndarray
    levels: tuple


def find_areas(points: Points, options: AreaOptions) -> FoundAreas:
    """Find the active areas of a set of points.

    Parameters
    ----------
    points : Points
    options : AreaOptions

    Raises
    ------
    GroundshiftError
        If no point has a rate, or none passes the filters.
    """
    reason, z = _filtered(points, options)
    kept = np.flatnonzero(reason == 0)
    if not len(kept):
        raise GroundshiftError(
            "No point passes the filters; enlarge the window of the noise filter (points may be "
            "farther apart than that) or lower the limits."
        )
    xy, velocity = points.xy[kept], points.velocity[kept]
    spots = options.clusters.method == "getis-ord"
    given = [np.nan] if spots else thresholds(velocity, options.selection)
    levels = []
    is_moving = np.zeros(len(points), bool)
    for threshold in given:
        labels, selected, spots = areas_above(xy, velocity, threshold, options)
        if not levels:
            is_moving[kept[selected]] = True
        if spots is not None:
            z = np.full(len(points), np.nan)
            z[kept] = spots
        every = np.full(len(points), -1, np.int64)
        every[kept] = labels
        levels.append(_level(every, float(threshold), levels[-1] if levels else None))
    return FoundAreas(reason, z, is_moving, tuple(levels))


def areas_above(xy, velocity, threshold: float, options: AreaOptions) -> tuple:
    """Labels of the areas at a threshold.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres, of the points that are trusted.
    velocity : ndarray, shape (point,)
        m/yr.
    threshold : float
        m/yr; not used for hot spots.
    options : AreaOptions

    Returns
    -------
    labels : ndarray of int64, shape (point,)
        From 0; -1 for none.
    selected : ndarray of bool, shape (point,)
    z : ndarray, shape (point,) or None
        Of hot spots.
    """
    z, direction = None, options.selection.direction
    if options.clusters.method == "getis-ord":
        spots = getis_ord(xy, velocity, 2 * options.clusters.radius, options.alpha, options.fdr)
        z = spots.z
        selected = spots.significant & moving(z, 0.0, direction)
        # Ground that rises is no part of a hot spot of ground that sinks.
        groups = np.sign(z)
    else:
        selected = moving(velocity, threshold, direction)
        groups = np.sign(velocity) if direction == "apart" else np.zeros(len(velocity))
    labels = np.full(len(velocity), -1, np.int64)
    labels[selected] = cluster(
        xy[selected], velocity[selected], options.clusters, groups[selected].astype(np.int8)
    )
    return labels, selected, z


def _filtered(points, options):
    """Codes of :data:`.selection.REASONS`, and Z-scores."""
    known = np.isfinite(points.velocity)
    if not known.any():
        raise GroundshiftError("No point has a rate; choose another field or layer.")
    with np.errstate(invalid="ignore"):
        noisy = points.velocity_std > (options.maximum_std or np.inf)
        reason = np.select(
            [~known, points.coherence < options.minimum_coherence, noisy], [1, 2, 3], 0
        ).astype(np.uint8)
    z = np.full(len(points), np.nan)
    good = np.flatnonzero(reason == 0)
    if options.window > 0 and len(good):
        found = noise_filter(
            points.xy[good], points.velocity[good], options.window, options.z_limit
        )
        z[good] = found.z
        reason[good[~found.kept]] = 5
        reason[good[found.isolated]] = 4
    return reason, z


def _level(labels, threshold, below) -> Level:
    count = int(labels.max(initial=-1)) + 1
    parents = np.full(count, -1, np.int64)
    if below is not None and count:
        mine = labels >= 0
        # With clusters by density a point may fall out of a cluster of more points.
        parents[labels[mine]] = np.maximum(below.labels[mine], parents[labels[mine]])
    return Level(threshold, labels, count, parents)


def lattice_spacing(xy):
    """Spacing of points that lie on a lattice, as pixels of a raster do, along its wider side.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres.

    Returns
    -------
    float or None
        None where the points lie as they like.
    """
    from scipy.spatial import cKDTree

    if len(xy) < 10:
        return None
    sample = xy[:: max(1, len(xy) // SPACING_SAMPLE)]
    distances = cKDTree(xy).query(sample, k=5)[0]
    low, high = np.quantile(distances[:, 1], (0.1, 0.9))
    # The four neighbours on a lattice: two along the narrower side, two along the wider one.
    return float(np.median(distances[:, 4])) if 0 < high <= LATTICE * low else None


def mean_spacing(xy):
    """Spacing of scattered points: the side of the square that each has to itself.

    Of the places of the points, half are denser and half are sparser: empty ground between them,
    such as forests and lakes, does not count.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres.

    Returns
    -------
    float or None
        Metres; None where there are too few points, or most share their places.
    """
    from scipy.spatial import cKDTree

    if len(xy) <= SPACING_RANK:
        return None
    sample = xy[:: max(1, len(xy) // SPACING_SAMPLE)]
    reach = float(np.median(cKDTree(xy).query(sample, k=[SPACING_RANK + 1])[0]))
    # Of points placed by chance, pi r^2 times the density has the median k - 1/3 for the k-th.
    return reach * float(np.sqrt(np.pi / (SPACING_RANK - 1 / 3))) or None


def by_resolution(options: AreaOptions, resolution: float, given=()) -> AreaOptions:
    """Options whose lengths are the usual multiples of the resolution.

    Parameters
    ----------
    options : AreaOptions
    resolution : float
        Ground size of the radar's cell, metres.
    given : collection of str
        Of ``window``, ``radius``, ``edge``, ``distance``: those that stay as they are.
    """
    if not resolution > 0:
        raise GroundshiftError("The resolution has to be above 0 metres.")
    lengths = {
        "radius": RADIUS * resolution, "edge": EDGE * resolution, "distance": EDGE * resolution,
    }  # fmt: skip
    changed = {name: value for name, value in lengths.items() if name not in given}
    window = options.window if "window" in given else WINDOW * resolution
    return replace(options, window=window, clusters=replace(options.clusters, **changed))

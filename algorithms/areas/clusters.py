# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Clusters of moving points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.neighbours import hanging_together
from ..errors import GroundshiftError

METHODS = ("circles", "delaunay", "dbscan", "hdbscan", "getis-ord")
"""``circles``: overlapping circles of influence (Barra et al. 2017; Navarro et al. 2020);
``delaunay``: cut triangulation (Wang Y. et al. 2022); ``dbscan``, ``hdbscan``: in space and
velocity; ``getis-ord``: hot spots, whose points are joined as ``circles``."""


@dataclass(frozen=True)
class ClusterOptions:
    """How moving points are joined.

    Parameters
    ----------
    method : str
        One of :data:`METHODS`.
    minimum_points : int
        Smaller clusters are none.
    radius : float
        Of a point's circle of influence, metres.
    edge : float
        Longest edge of the triangulation that is not cut, metres.
    distance : float
        ``dbscan``: farthest neighbour; ``hdbscan``: longest step within a cluster; metres.
    velocity_scale : float
        Difference of rates (m/yr) that counts as much as `distance` in ``dbscan`` and ``hdbscan``;
        0 for clusters in space alone.
    """

    method: str = "circles"
    minimum_points: int = 5
    radius: float = 26.0
    edge: float = 60.0
    distance: float = 60.0
    velocity_scale: float = 0.02

    def __post_init__(self):
        if self.method not in METHODS:
            raise GroundshiftError(
                f"'{self.method}' is no way to make clusters; choose from {', '.join(METHODS)}."
            )
        if self.minimum_points < 1:
            raise GroundshiftError("The minimum number of points of an area has to be 1 or more.")
        if not min(self.radius, self.edge, self.distance) > 0 or self.velocity_scale < 0:
            raise GroundshiftError(
                "Radius, longest edge and distance have to be above 0, and the scale of rates 0 or "
                "more."
            )


def cluster(xy, velocity, options: ClusterOptions, groups=None) -> np.ndarray:
    """Label the clusters of moving points.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres.
    velocity : ndarray, shape (point,)
        m/yr.
    options : ClusterOptions
    groups : ndarray of int8, shape (point,), optional
        Only points of the same group are joined.

    Returns
    -------
    ndarray of int64, shape (point,)
        From 0, the largest cluster first; -1 for none.
    """
    xy = np.asarray(xy, np.float64).reshape(-1, 2)
    groups = np.zeros(len(xy), np.int8) if groups is None else np.asarray(groups, np.int8)
    if options.method in ("circles", "getis-ord"):
        labels = hanging_together(xy, 2 * options.radius, groups)
    elif options.method == "delaunay":
        labels = hanging_together(xy, options.edge, groups)
    else:
        labels = np.full(len(xy), -1, np.int64)
        for group in np.unique(groups):
            mine = np.flatnonzero(groups == group)
            found = _by_density(xy[mine], velocity[mine], options)
            labels[mine[found >= 0]] = found[found >= 0] + labels.max(initial=-1) + 1
    return numbered(labels, xy, options.minimum_points)


def numbered(labels, xy, minimum: int) -> np.ndarray:
    """Labels from 0: largest first, then from south-west; -1 for clusters below a size."""
    labels = np.asarray(labels, np.int64)
    names, inverse, counts = np.unique(labels[labels >= 0], return_inverse=True, return_counts=True)
    out = np.full(len(labels), -1, np.int64)
    if not len(names):
        return out
    inverse = inverse.reshape(-1)
    centre = np.stack([np.bincount(inverse, xy[labels >= 0][:, axis]) / counts for axis in (1, 0)])
    order = np.lexsort((centre[1], centre[0], -counts))
    order = order[counts[order] >= minimum]
    rank = np.full(len(names), -1, np.int64)
    rank[order] = np.arange(len(order))
    out[labels >= 0] = rank[inverse]
    return out


def _by_density(xy, velocity, options: ClusterOptions) -> np.ndarray:
    features = xy - xy.mean(axis=0)
    if options.velocity_scale > 0:
        scaled = np.asarray(velocity, np.float64) * options.distance / options.velocity_scale
        features = np.column_stack([features, scaled])
    if options.method == "dbscan":
        from sklearn.cluster import DBSCAN

        return DBSCAN(
            eps=options.distance, min_samples=options.minimum_points, algorithm="kd_tree", n_jobs=-1
        ).fit_predict(features)
    if len(features) < max(2, options.minimum_points):
        return np.full(len(features), -1, np.int64)
    found = _hdbscan()(
        min_cluster_size=max(2, options.minimum_points), allow_single_cluster=True
    ).fit_predict(features)
    # Where densities differ, points from far away count to the nearest cluster: cut them off.
    parts = hanging_together(xy, options.distance, found)
    return np.where(found >= 0, parts, -1)


def _hdbscan():
    """Scikit-learn's HDBSCAN (from 1.3), or that of the package hdbscan.

    Raises
    ------
    GroundshiftError
        If there is neither.
    """
    try:
        from sklearn.cluster import HDBSCAN
    except ImportError:
        try:
            from hdbscan import HDBSCAN
        except ImportError:
            raise GroundshiftError(
                "HDBSCAN needs scikit-learn 1.3 or later, or the Python package hdbscan; install "
                "one of them or choose another way to make clusters."
            ) from None
    return HDBSCAN

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The triangulation of moving points, with long edges cut."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class CutTriangulation:
    """What is left of a triangulation.

    Parameters
    ----------
    triangles : ndarray of int, shape (triangle, 3)
        Points; all three edges are short.
    edges : ndarray of int, shape (edge, 2)
        Short edges that belong to none of these triangles.
    """

    triangles: np.ndarray
    edges: np.ndarray


def cut_triangulation(xy, longest: float) -> CutTriangulation:
    """Delaunay's triangulation without edges longer than a limit (Wang Y. et al. 2022).

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres. Points at the same place, and points on a line, are no problem.
    longest : float
        Metres.
    """
    from scipy.spatial import Delaunay, QhullError

    xy = np.asarray(xy, np.float64)
    triangles = np.zeros((0, 3), np.int64)
    edges = np.zeros((0, 2), np.int64)
    if len(xy) >= 3:
        try:
            # Qhull wants small numbers: its precision is that of the coordinates.
            found = Delaunay(xy - xy.mean(axis=0))
            triangles = found.simplices.astype(np.int64)
            edges = found.coplanar[:, [0, 2]].astype(np.int64)  # points at the same place
        except QhullError:  # all on one line
            pass
    if not len(triangles) and len(xy) >= 2:
        order = np.lexsort((xy[:, 1], xy[:, 0]))
        edges = np.stack([order[:-1], order[1:]], axis=1)
    sides = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    short = np.linalg.norm(xy[sides[:, 0]] - xy[sides[:, 1]], axis=1) <= longest
    whole = short.reshape(3, -1).all(axis=0)
    taken = np.tile(whole, 3)
    loose = np.unique(np.sort(sides[short & ~taken], axis=1), axis=0)
    loose = _without(loose, np.unique(np.sort(sides[taken], axis=1), axis=0), len(xy))
    if len(edges):
        near = np.linalg.norm(xy[edges[:, 0]] - xy[edges[:, 1]], axis=1) <= longest
        loose = np.concatenate([loose, edges[near]])
    return CutTriangulation(triangles[whole], loose)


def _without(edges, others, size):
    """Edges that are not among the others; both sorted within each edge."""
    keys, taken = edges[:, 0] * size + edges[:, 1], others[:, 0] * size + others[:, 1]
    return edges[~np.isin(keys, taken)]


def outline_rings(xy, triangles) -> list:
    """The outline of triangles that share edges, as closed rings.

    A place is inside where an odd number of rings goes round it: holes are rings like others.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
    triangles : ndarray of int, shape (triangle, 3)
        Of one triangulation.

    Returns
    -------
    list of ndarray, shape (corner, 2)
        The last corner is the first; no ring meets itself.
    """
    a, b, c = (xy[triangles[:, k]] for k in range(3))
    turned = (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) < (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])
    same_way = np.where(turned[:, np.newaxis], triangles[:, ::-1], triangles)
    sides = np.concatenate([same_way[:, [0, 1]], same_way[:, [1, 2]], same_way[:, [2, 0]]])
    outer = _without(sides, sides[:, ::-1], len(xy))
    onward = {}
    for start, end in outer.tolist():
        onward.setdefault(start, []).append(end)
    rings = []
    for start in list(onward):
        while onward[start]:
            rings += _walk(onward, start)
    return [xy[ring] for ring in rings]


def _walk(onward, start):
    """Rings from a corner and back to it; the path is cut where it comes by a second time."""
    path, places = [start], {start: 0}
    while onward[path[-1]]:
        corner = onward[path[-1]].pop()
        if corner in places:
            first = places[corner]
            yield [*path[first:], corner]
            for passed in path[first + 1 :]:
                del places[passed]
            del path[first + 1 :]
        else:
            places[corner] = len(path)
            path.append(corner)

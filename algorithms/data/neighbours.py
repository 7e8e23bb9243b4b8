# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points within a distance of each other: statistics of windows, and what hangs together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError


@dataclass(frozen=True)
class Cells:
    """Points sorted by the cells of a grid.

    Parameters
    ----------
    order : ndarray of int, shape (point,)
        The points in the order of their cells.
    cells : ndarray of int64, shape (point,)
        In that order.
    columns : int
    xy : ndarray of float64, shape (point, 2)
        In that order.
    """

    order: np.ndarray
    cells: np.ndarray
    columns: int
    xy: np.ndarray


def sorted_by_cell(xy, width: float) -> Cells:
    """Sort points by cells of a width.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres.
    width : float
        Metres.

    Raises
    ------
    GroundshiftError
        If coordinates are not finite.
    """
    xy = np.asarray(xy, np.float64)
    if not np.isfinite(xy).all():
        raise GroundshiftError("Some points have no finite coordinates; leave them out.")
    if not len(xy):
        return Cells(np.zeros(0, np.intp), np.zeros(0, np.int64), 3, xy.reshape(0, 2))
    # A hair wider than the distance: a neighbour at just that distance is never two cells away.
    places = np.floor((xy - xy.min(axis=0)) / (width * (1 + 1e-9))).astype(np.int64) + 1
    columns = int(places[:, 0].max()) + 2
    cells = places[:, 1] * columns + places[:, 0]
    order = np.argsort(cells, kind="stable")
    return Cells(order, cells[order], columns, np.ascontiguousarray(xy[order]))


@dataclass(frozen=True)
class WindowStatistics:
    """Of the values within a distance of each point, itself among them; shape (point,).

    Parameters
    ----------
    count : ndarray of int32
    mean, deviation : ndarray of float64
        Population standard deviation.
    """

    count: np.ndarray
    mean: np.ndarray
    deviation: np.ndarray


def window_statistics(xy, values, distance: float) -> WindowStatistics:
    """Count, mean and standard deviation of values around every point.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres.
    values : ndarray, shape (point,)
    distance : float
        Metres; points at just that distance count.
    """
    from ..threads import kernel_lock
    from . import _grid_kernel

    grid = sorted_by_cell(xy, distance)
    size = len(grid.cells)
    counts = np.zeros(size, np.int32)
    means, deviations = np.zeros(size), np.zeros(size)
    with kernel_lock:
        _grid_kernel.window_statistics(
            grid.cells, grid.columns, grid.xy, np.asarray(values, np.float64)[grid.order],
            float(distance), counts, means, deviations,
        )  # fmt: skip
    back = np.argsort(grid.order, kind="stable")
    return WindowStatistics(counts[back], means[back], deviations[back])


def hanging_together(xy, distance: float, groups=None) -> np.ndarray:
    """Number the sets of points that chains of steps of at most a distance connect.

    These are the connected components of a Delaunay triangulation whose edges longer than the
    distance are cut, too: the shortest tree over the points is part of every triangulation.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres.
    distance : float
        Metres.
    groups : ndarray of int, shape (point,), optional
        Steps lead only to points of the same group.

    Returns
    -------
    ndarray of int64, shape (point,)
        From 0, without gaps.
    """
    from ..threads import kernel_lock
    from . import _grid_kernel

    grid = sorted_by_cell(xy, distance)
    size = len(grid.cells)
    groups = np.zeros(size, np.int64) if groups is None else np.asarray(groups, np.int64)
    parents = np.zeros(size, np.int64)
    with kernel_lock:
        _grid_kernel.unite_neighbours(
            grid.cells, grid.columns, grid.xy, groups[grid.order], float(distance), parents
        )
    labels = np.empty(size, np.int64)
    labels[grid.order] = parents
    return np.unique(labels, return_inverse=True)[1].reshape(-1)


def hidden_circles(xy, labels, radius: float) -> np.ndarray:
    """Which circles add nothing to the outline of the union of their label's circles.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Centres, metres.
    labels : ndarray of int, shape (point,)
    radius : float
        Metres.

    Returns
    -------
    ndarray of bool, shape (point,)
        Left out of a union they may leave holes, which have to be filled.
    """
    from ..threads import kernel_lock
    from . import _grid_kernel

    # Circles drawn with 32 corners lie inside true ones by half a per cent, both the one that is
    # covered and the others, and the 64 places that are tried are a tenth of the radius apart.
    grid = sorted_by_cell(xy, 2 * radius)
    covered = np.zeros(len(grid.cells), bool)
    reach = radius * (2 * np.cos(np.pi / 32) - 1 - np.pi / 64)
    with kernel_lock:
        _grid_kernel.covered_circles(
            grid.cells, grid.columns, grid.xy, np.asarray(labels, np.int64)[grid.order],
            float(radius), float(reach), covered,
        )  # fmt: skip
    out = np.empty(len(covered), bool)
    out[grid.order] = covered
    return out

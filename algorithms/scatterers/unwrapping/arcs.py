# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Arcs between sparse points, and between dates: the graphs on which phases are unwrapped."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import GroundshiftError

SHEAR = np.array([[1.0, 1e-4], [7e-5, 1.0]])
"""Makes parallelograms of a raster's squares, so that Qhull need not choose their diagonals."""
PANEL = 8  # columns that are factorised together; the matrices are sparser than SuperLU expects
PRECISION, MOST_STEPS = 1e-5, 20  # of conjugate gradients; more would take longer than factors
FIRMNESS = 1e-6  # added to the diagonal in single precision
ROUNDS = 4  # of weights by how well arcs fit
TINY = np.finfo(float).tiny
MOST_PIXELS, MOST_AT_GAPS = 4, 0.7  # a point; of the points; else Qhull has them all
LEAST_PIECE = 16  # points that are not cut any further to find their order


@dataclass(frozen=True)
class ArcGraph:
    """Delaunay triangulation of points.

    Parameters
    ----------
    ends : ndarray of int32, shape (arc, 2)
        Points that an arc joins.
    faces : ndarray of int32, shape (arc, 2)
        Triangles on both sides, the last number is all outside; flow from the first to the
        second adds a cycle to the arc's difference.
    count : int
        Number of faces.
    length : ndarray of float64, shape (arc,)
        Metres.
    turn : ndarray of int, shape (point,)
        When each point is eliminated from equations over the arcs; see :func:`dissected`.
    """

    ends: np.ndarray
    faces: np.ndarray
    count: int
    length: np.ndarray
    turn: np.ndarray


def triangulate(xy, pixels=None) -> ArcGraph:
    """Arcs and faces of the Delaunay triangulation.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres; each place once. At least three points that are not on one line.
    pixels : ndarray of int, shape (point, 2), optional
        Rows and columns of the points in a raster, which make it faster.

    Raises
    ------
    GroundshiftError
        If there are too few points, or two at one place.
    """
    from ._mesh_kernel import arcs_of, is_delaunay

    xy = np.asarray(xy, float)
    if len(xy) < 3:
        raise GroundshiftError(
            f"{len(xy)} points are too few to unwrap (3 at least); lower the thresholds."
        )
    places = (xy - xy.mean(axis=0)) @ SHEAR
    corners = None if pixels is None else _triangles_of_raster(places, pixels)
    if corners is not None:
        ends, faces = arcs_of(corners, len(xy))
        if not is_delaunay(corners, ends, faces, places):
            corners = None
    if corners is None:
        corners = _triangles(places)[0]
        ends, faces = arcs_of(corners, len(xy))
    length = np.hypot(*(xy[ends[:, 1]] - xy[ends[:, 0]]).T)
    return ArcGraph(ends, faces, len(corners) + 1, length, dissected(xy, ends))


def _triangles(xy) -> tuple:
    """Corners of the Delaunay triangulation, round to the left, and neighbours beyond each."""
    from scipy.spatial import Delaunay, QhullError

    try:
        triangulation = Delaunay(xy)
    except QhullError as error:
        raise GroundshiftError(
            "The points to unwrap lie on one line or all at one place; take a larger area or "
            "lower the thresholds."
        ) from error
    if len(triangulation.coplanar):
        raise GroundshiftError(
            f"{len(triangulation.coplanar)} points lie where another one is; give each place once."
        )
    # Qhull's go round to the left; of flat ones at a straight border, areas would not tell.
    return triangulation.simplices, triangulation.neighbors


def _triangles_of_raster(xy, pixels):
    """Triangles of points of a raster: its full cells, and Qhull's beside them.

    None where most points are at gaps, or where the parts do not fit.
    """
    from ._mesh_kernel import beside_cells, full_cells

    pixels = pixels - pixels.min(axis=0)
    shape = pixels.max(axis=0) + 1
    if shape.prod() > MOST_PIXELS * len(xy):
        return None
    number = np.full(shape, -1, np.int32)
    number[tuple(pixels.T)] = np.arange(len(xy))
    full, cells, way = full_cells(number, xy)
    rows, cols = pixels.T
    inside = full[rows, cols] & full[rows + 1, cols] & full[rows, cols + 1]
    chosen = np.flatnonzero(~(inside & full[rows + 1, cols + 1]))
    if len(chosen) > MOST_AT_GAPS * len(xy):
        return None
    corners, neighbours = _triangles(xy[chosen])
    beside = beside_cells(corners, neighbours, full, pixels[chosen], way)
    found = np.concatenate([cells, chosen[corners[beside]].astype(np.int32)])
    # Euler's number of triangles, from that of sides of the convex hull.
    return found if len(found) == 2 * len(xy) - 2 - (neighbours < 0).sum() else None


def dissected(xy, ends) -> np.ndarray:
    """The order in which factors of equations over arcs fill up least: nested dissection.

    Points are cut in halves again and again; those of one half that arcs join with the other one
    come after both (George 1973, doi:10.1137/0710032). On a plane that takes half of the time of
    the minimum degree.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
    ends : ndarray of int, shape (arc, 2)

    Returns
    -------
    ndarray of int, shape (point,)
        The place of each point in the order.
    """
    levels = max(0, int(np.log2(len(xy) / LEAST_PIECE)))
    piece, span = np.zeros(len(xy), np.int64), np.ptp(xy, axis=0)
    along, small = np.argsort(xy, axis=0, kind="stable").T, np.min_scalar_type(2**levels)
    for _ in range(levels):
        axis = int(np.argmax(span))
        span[axis] /= 2
        # Numbers of few bits are sorted by their digits, in no time.
        order = along[axis][np.argsort(piece[along[axis]].astype(small), kind="stable")]
        begin = np.searchsorted(piece[order], np.arange(piece.max() + 2))
        middle = (begin[:-1] + begin[1:]) // 2
        place = np.empty(len(xy), np.int64)
        place[order] = np.arange(len(xy))
        piece = 2 * piece + (place >= middle[piece])
    level = np.full(len(xy), levels)  # at which a point parts two pieces
    first, second = piece[ends].T
    parted = levels - np.frexp((first ^ second).astype(float))[1]
    for cut in range(levels):
        a, b = ends[parted == cut].T
        between = (level[a] == levels) & (level[b] == levels)
        a, b = a[between], b[between]
        level[np.where(piece[a] < piece[b], a, b)] = cut
    left = levels - level
    last = ((piece >> left) + 1 << left) - 1  # of the pieces that a point comes after
    turn = np.empty(len(xy), np.int64)
    turn[np.lexsort((-level, last))] = np.arange(len(xy))
    return turn


@dataclass(frozen=True)
class DateTree:
    """A tree of pairs that reaches the dates of a network.

    Parameters
    ----------
    order : ndarray of int32
        Dates in the order in which they are reached.
    come_from : ndarray of int32, shape (date,)
        Pair by which; -1 for the first.
    sign : ndarray of int8, shape (date,)
        1 where the date is that pair's later one, else -1.
    """

    order: np.ndarray
    come_from: np.ndarray
    sign: np.ndarray


def date_subsets(pairs, dates: int) -> np.ndarray:
    """Number of the connected subset of each date, from 0; shape (date,)."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    ones = np.ones(len(pairs))
    matrix = coo_matrix((ones, (pairs[:, 0], pairs[:, 1])), shape=(dates, dates))
    return connected_components(matrix, directed=False)[1]


def date_tree(pairs, dates: int, coverage) -> DateTree:
    """The tree of the pairs that cover most points.

    Parameters
    ----------
    pairs : ndarray of int, shape (pair, 2)
        Earlier and later date; all dates are joined.
    dates : int
    coverage : ndarray, shape (pair,)
        Share of points with data, 0 to 1.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree

    best = {}
    for k, (i, j) in enumerate(pairs.tolist()):
        if (i, j) not in best or coverage[k] > coverage[best[i, j]]:
            best[i, j] = k
    used = np.array(sorted(best.values()))
    cost = 2.0 - np.asarray(coverage)[used]  # no zeros: they would be no arcs
    links = coo_matrix((cost, (pairs[used, 0], pairs[used, 1])), shape=(dates, dates)).tocsr()
    tree = minimum_spanning_tree(links)
    centre = int(np.argmax(np.bincount(pairs.ravel(), minlength=dates)))
    order, before = breadth_first_order(tree, centre, directed=False)
    come_from, sign = np.full(dates, -1, np.int32), np.zeros(dates, np.int8)
    for date in order[1:]:
        other = before[date]
        key = (other, date) if (other, date) in best else (date, other)
        come_from[date] = best[key]
        sign[date] = 1 if key[1] == date else -1
    return DateTree(order.astype(np.int32), come_from, sign)


class ArcEquations:
    """Normal equations over the arcs of a graph; they differ in their numbers only.

    Parameters
    ----------
    graph : ArcGraph
    """

    def __init__(self, graph: ArcGraph):
        from scipy.sparse import coo_matrix

        self.turn, self.count = graph.turn, len(graph.turn)
        self.ends = self.turn[graph.ends]
        (first, second), own = self.ends.T, np.arange(self.count)
        places = np.concatenate([first, second, own]), np.concatenate([second, first, own])
        self._normal = coo_matrix((np.arange(float(len(places[0]))), places)).tocsc()
        # Where the entries of the arcs, twice, and of the points are among those of the matrix.
        self._places = np.empty(len(places[0]), np.int32)
        self._places[self._normal.data.astype(int)] = np.arange(len(places[0]))
        self._factors = None

    def solved(self, differences, weights, firm: float, start) -> np.ndarray:
        """Values at points by weighted least squares.

        Most weights change little from round to round, so that a few steps of conjugate gradients,
        for which the factors of a former round stand in, do what new factors would. Factors in
        single precision, which take less time and memory, are good enough for these steps.

        Parameters
        ----------
        differences : ndarray of float64, shape (arc, parameter)
        weights : ndarray of float64, shape (arc,)
        firm : float
            Weight with which all points are at 0.
        start : ndarray of float64, shape (point, parameter)
            A guess.

        Returns
        -------
        ndarray of float64, same shape
            Points in the order of `turn`.
        """
        from scipy.sparse import diags

        from ._arcs_kernel import normal_equations

        right, normal = np.zeros(start.shape), self._normal
        normal_equations(self.ends, differences, weights, firm, self._places, normal.data, right)
        if self._factors is not None:
            values = _by_steps(normal, right, start, self._factors)
            if values is not None:
                return values
        # Points that hang together have only what is as small as rounding to hold them all.
        firmer = normal + FIRMNESS * diags(normal.diagonal(), format="csc")
        self._factors = _factors(firmer, np.float32)
        values = _by_steps(normal, right, start, self._factors)
        if values is None:  # weights of too many sizes for single precision
            self._factors = _factors(normal, np.float64)
            values = self._factors(right)
        return values


def integrate(differences, weights, scale, equations: ArcEquations, rounds: int = ROUNDS) -> tuple:
    """Values at points from differences along arcs, robustly.

    Weighted least squares over the network; arcs that do not fit lose weight (Cauchy), so that
    wrong ones among many right ones do not spread.

    Parameters
    ----------
    differences : ndarray of float64, shape (arc, parameter)
    weights : ndarray, shape (arc,)
        Inverse variances; those that are much smaller than most count as a hundredth of the median.
    scale : ndarray of float64, shape (parameter,)
        Misfit beyond which an arc loses weight.
    equations : ArcEquations
    rounds : int

    Returns
    -------
    values : ndarray, shape (point, parameter)
        The mean over all points is 0.
    weights : ndarray of float64, shape (arc,)
        Those of the last round.
    """
    from ._arcs_kernel import cauchy_weights

    weights = np.asarray(weights, float)
    least = 1e-2 * np.median(weights[weights > 0]) if np.any(weights > 0) else 1.0
    current = np.maximum(weights, least)
    values = np.zeros((equations.count, differences.shape[1]))
    for number in range(rounds):
        if number:
            current = cauchy_weights(equations.ends, differences, values, scale, weights, least)
        values = equations.solved(differences, current, 1e-6 * least, values)
    return (values - values.mean(axis=0))[equations.turn], current


def _factors(normal, kind):
    """What solves equations, by factors of some precision."""
    from scipy.sparse.linalg import splu

    factors = splu(
        normal.astype(kind), permc_spec="NATURAL", panel_size=PANEL,
        options={"SymmetricMode": True},
    )  # fmt: skip
    return lambda right: factors.solve(right.astype(kind)).astype(float)


def _by_steps(normal, right, start, factors):
    """Solve equations by conjugate gradients with factors that nearly do; None if that is slow."""
    values, towards, before = start, np.zeros_like(start), 1.0
    left = right - normal @ values
    goal = PRECISION * np.linalg.norm(right, axis=0)
    for _ in range(MOST_STEPS):
        if (np.linalg.norm(left, axis=0) <= goal).all():
            return values
        better = factors(left)
        now = np.maximum((left * better).sum(axis=0), TINY)
        towards = better + now / before * towards
        product = normal @ towards
        step = now / np.maximum((towards * product).sum(axis=0), TINY)
        values, left, before = values + step * towards, left - step * product, now
    return None

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Thickness of a slide from how its surface moves, as mass is conserved.

Where more comes in than goes out the surface rises against the ground that it rides over:
``v_z - v_h . grad z = -div(f h v_h)``, with the velocity of the surface, its height z, the
thickness h and the share f of the surface's speed that the mean over the depth has (Booth et al.
2013, doi:10.1002/grl.50828; Delbridge et al. 2016, doi:10.1002/2016JB012886). It is linear in
``f h``: cells of finite volumes, zero outside, as smooth as the L-curve wants it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

PLUG, VISCOUS = 1.0, 2.0 / 3.0
"""Shares of the surface's speed: all of the slide slips at its base; Newtonian flow."""

SMOOTHINGS = np.geomspace(0.03, 3.0, 21)
"""Weights of roughness that are tried, in shares of the operators' sizes."""

UPWIND = 0.25
"""Share of upwind differences: central ones alone do not see cells that go up and down by turns.

Without, data made by the same central differences are met to 0.02 m in the trial of half an
ellipsoid of 40 m, and to 0.23 m with; those of the true body to 1.2 m without, and to 0.7 m with.
"""

PROBES = 8  # random vectors for the trace of a matrix
ROUNDS, MOST_ROUNDS = 30, 2000  # of pivoting; a handful as a rule
STILL = 0.08  # of the L-curve's fastest pace: where it hardly moves, its bends are chance


def power_law(exponent: float) -> float:
    """Share of the surface's speed of a flow whose strain rate goes with a power of stress."""
    return (exponent + 1) / (exponent + 2)


@dataclass(frozen=True)
class Thickness:
    """What conservation of mass gives.

    Parameters
    ----------
    flux_height : ndarray of float64, shape (row, column)
        ``f h`` in metres: divided by f it is the thickness. 0 outside.
    weight : float
        Of roughness, in shares of the operators' sizes.
    misfit : float
        Root mean square of what the equation leaves, m/yr.
    imbalance : float
        Mean of the surface's rise over its root mean square: 0 where mass is conserved.
    curve : ndarray, shape (weight, 2)
        Norms of misfit and roughness along the L-curve.
    sum_std : float
        Standard deviation of the sum of the flux height over all cells, metres: what noise as
        large as the misfit, independent from cell to cell, makes of it. Forms of the flow law and
        what smoothness takes away come on top.
    """

    flux_height: np.ndarray
    weight: float
    misfit: float
    imbalance: float
    curve: np.ndarray
    sum_std: float


@dataclass(frozen=True)
class Section:
    """What lies below a line.

    Parameters
    ----------
    name : str
    distance, surface : ndarray, shape (place,)
        Metres along the line, and height of the ground.
    best, least, most : ndarray, shape (place,)
        Thickness in metres; NaN beside slides.
    """

    name: str
    distance: np.ndarray
    surface: np.ndarray
    best: np.ndarray
    least: np.ndarray
    most: np.ndarray


def steps_by_year(east, north, axes) -> np.ndarray:
    """Velocities in cells a year along columns and rows.

    Parameters
    ----------
    east, north : ndarray, shape (row, column)
        m/yr.
    axes : ndarray, shape (4,) or (row, column, 4)
        Metres east and north of a column and of a row.

    Returns
    -------
    ndarray, shape (2, row, column)
    """
    east_c, north_c, east_r, north_r = np.moveaxis(np.asarray(axes, float), -1, 0)
    area = east_c * north_r - north_c * east_r
    return np.stack([
        (east * north_r - north * east_r) / area, (east_c * north - north_c * east) / area
    ])  # fmt: skip


def rise(up, steps, gradient) -> np.ndarray:
    """How fast the surface rises at a place, m/yr: ``v_z - v_h . grad z``.

    Parameters
    ----------
    up : ndarray, shape (row, column)
        m/yr.
    steps : ndarray, shape (2, row, column)
        Cells a year along columns and rows.
    gradient : ndarray, shape (2, row, column)
        Rise of the ground by step of column and of row, metres.
    """
    return up - (steps * gradient).sum(axis=0)


def divergence(inside, steps):
    """Sparse matrix of ``-div(H v)`` by finite volumes; nothing goes over the outline.

    Parameters
    ----------
    inside : ndarray of bool, shape (row, column)
    steps : ndarray, shape (2, row, column)
        Cells a year; known wherever inside.

    Returns
    -------
    scipy.sparse.csr_matrix, shape (cell, cell)
    """
    cell, places = _numbered(inside)
    parts = []
    for down, across, along in ((0, 1, 0), (0, -1, 0), (1, 0, 1), (-1, 0, 1)):
        own = steps[along][inside]
        beside, there = _beside(places, inside, down, across)
        over = np.pad(steps[along], 1)
        over = over[1 + down : over.shape[0] - 1 + down, 1 + across : over.shape[1] - 1 + across]
        other = over[inside]
        flow = 0.25 * (own + other)[there] * (down + across)
        lean = UPWIND * np.abs(flow)
        parts += [
            (cell[there], cell[there], -flow - lean), (cell[there], beside[there], lean - flow)
        ]  # fmt: skip
    return _matrix(parts, len(cell))


def roughness(inside, sides) -> object:
    """Sparse matrix of the Laplacian, zero on the outline.

    Parameters
    ----------
    inside : ndarray of bool, shape (row, column)
    sides : (float, float)
        Metres of a column and of a row.

    Returns
    -------
    scipy.sparse.csr_matrix, shape (cell, cell)
        By square of the mean side, so that numbers are near one.
    """
    cell, places = _numbered(inside)
    mean = sides[0] * sides[1]
    parts = []
    for down, across, side in (
        (0, 1, sides[0]), (0, -1, sides[0]), (1, 0, sides[1]), (-1, 0, sides[1])
    ):  # fmt: skip
        weight = np.full(len(cell), mean / side**2)
        beside, there = _beside(places, inside, down, across)
        # The outline is half a cell away: what is mirrored there is as much below zero.
        own = np.where(there, -weight, -2 * weight)
        parts += [(cell, cell, own), (cell[there], beside[there], weight[there])]
    return _matrix(parts, len(cell))


def _numbered(inside):
    places = np.full(inside.shape, -1)
    places[inside] = np.arange(inside.sum())
    return places[inside], places


def _beside(places, inside, down, across):
    """Numbers of the neighbours, and which of them are inside."""
    around = np.pad(places, 1, constant_values=-1)
    rows, cols = inside.shape
    beside = around[1 + down : 1 + down + rows, 1 + across : 1 + across + cols][inside]
    return beside, beside >= 0


def _matrix(parts, size):
    from scipy import sparse

    row, col, value = (np.concatenate(part) for part in zip(*parts))
    return sparse.csr_matrix((value, (row, col)), (size, size))


def corner(curve) -> int:
    """Where an L-curve bends most (Hansen 1992, doi:10.1137/1034115).

    Parameters
    ----------
    curve : ndarray, shape (weight, 2)
        Norms of misfit and roughness, by weights of even steps.

    Returns
    -------
    int
        The sharpest bend in between; the least weight where there is none.
    """
    points = np.log(np.maximum(curve, 1e-300))
    pace = np.gradient(points, axis=0)
    turn = np.gradient(pace, axis=0)
    speed = np.hypot(*pace.T)
    bend = (pace[:, 0] * turn[:, 1] - turn[:, 0] * pace[:, 1]) / np.maximum(speed, 1e-12) ** 3
    # Differences are one-sided at the ends. Where noise is strong the whole line is bowed the other
    # way, and the corner is where it is so least.
    middle = bend[2:-2]
    peak = (middle > bend[1:-3]) & (middle >= bend[3:-1]) & (speed > STILL * speed.max())[2:-2]
    return 2 + int(np.argmax(np.where(peak, middle, -np.inf))) if peak.any() else 0


def thickness(inside, steps, rising, known, sides, weight: float | None = None) -> Thickness:
    """Thickness that explains how the surface rises.

    Parameters
    ----------
    inside : ndarray of bool, shape (row, column)
        The slide; its outermost cells lie at its edge, where it has no thickness.
    steps : ndarray, shape (2, row, column)
        See :func:`steps_by_year`; known wherever inside.
    rising : ndarray, shape (row, column)
        See :func:`rise`.
    known : ndarray of bool, shape (row, column)
        Cells whose equation counts.
    sides : (float, float)
        Metres of a column and of a row.
    weight : float, optional
        Of roughness, in shares of the operators' sizes; the L-curve's corner by default.

    Returns
    -------
    Thickness
        ``f h >= 0``.
    """
    counts = known[inside]
    flow, rough = divergence(inside, steps)[counts], roughness(inside, sides)
    data = rising[inside & known]
    size = np.sqrt(flow.power(2).sum() / rough.power(2).sum())
    normal, smooth, right = (flow.T @ flow).tocsc(), (rough.T @ rough).tocsc(), flow.T @ data
    curve = np.zeros((0, 2))
    if weight is None:
        norms = []
        for share in SMOOTHINGS:
            found = _solved(normal + (share * size) ** 2 * smooth, right)
            norms.append((np.linalg.norm(flow @ found - data), np.linalg.norm(rough @ found)))
        curve = np.array(norms)
        weight = float(SMOOTHINGS[corner(curve)])
    matrix = (normal + (weight * size) ** 2 * smooth).tocsr()
    found = non_negative(matrix, right)
    out = np.zeros(inside.shape)
    out[inside] = found
    spread, left = np.sqrt(np.mean(data**2)), flow @ found - data
    return Thickness(
        out, weight, float(np.sqrt(np.mean(left**2))),
        float(data.mean() / spread) if spread > 0 else 0.0, curve,
        sum_std(matrix, flow, found, left),
    )  # fmt: skip


def sum_std(matrix, flow, found, left) -> float:
    """Standard deviation of the sum of a solution; see :class:`Thickness`.

    The solution is linear in the data where it is not zero: ``x = A^-1 G' b`` there. The noise's
    variance is the squared misfit over ``tr((1 - G A^-1 G')^2)`` (by random signs). It holds what
    cells are too coarse for, such as steep edges, so it is rather too large.

    Parameters
    ----------
    matrix : scipy.sparse matrix, shape (unknown, unknown)
        A, with the roughness.
    flow : scipy.sparse matrix, shape (datum, unknown)
        G.
    found : ndarray, shape (unknown,)
    left : ndarray, shape (datum,)
        What the equation leaves.
    """
    free = np.flatnonzero(found > 0)
    if not len(free):
        return 0.0
    part, own = matrix[free][:, free], flow[:, free]
    signs = np.random.default_rng(0).choice([-1.0, 1.0], (len(left), PROBES))
    solved = _solved(part, np.column_stack([np.ones(len(free)), own.T @ signs]))
    freedom = max(np.mean(np.sum((signs - own @ solved[:, 1:]) ** 2, axis=0)), 1.0)
    return float(np.linalg.norm(own @ solved[:, 0]) * np.linalg.norm(left) / np.sqrt(freedom))


def non_negative(matrix, right) -> np.ndarray:
    """Minimum of ``x' A x / 2 - b' x`` with ``x >= 0``.

    By block principal pivoting (Portugal, Judice and Vicente 1994): which unknowns are 0 is
    guessed, the others are solved for by a sparse factorisation, and all that broke a rule change
    sides; one at a time where that does not end. SciPy's own (``lsq_linear``) gives the same after
    a minute, where this takes a second.

    Parameters
    ----------
    matrix : scipy.sparse matrix, shape (unknown, unknown)
        Positive definite.
    right : ndarray, shape (unknown,)
    """
    free, least = np.ones(len(right), bool), 1e-9 * np.abs(right).max(initial=0.0)
    for number in range(MOST_ROUNDS):
        found, numbers = np.zeros(len(right)), np.flatnonzero(free)
        if len(numbers):
            found[numbers] = _solved(matrix[numbers][:, numbers], right[numbers])
        wrong = np.flatnonzero(np.where(free, found < 0, matrix @ found - right < -least))
        if not len(wrong):
            break
        if number >= ROUNDS:
            wrong = wrong[-1:]
        free[wrong] = ~free[wrong]
    return np.maximum(found, 0.0)


def _solved(matrix, right):
    """Solution of sparse equations that are symmetric and positive definite."""
    from scipy.sparse.linalg import splu

    return splu(
        matrix.tocsc(), permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0,
        options={"SymmetricMode": True},
    ).solve(right)  # fmt: skip


def filled(values, known) -> np.ndarray:
    """Unknown values from the nearest known ones, shape (..., row, column)."""
    from scipy.ndimage import distance_transform_edt

    nearest = distance_transform_edt(~known, return_distances=False, return_indices=True)
    return values[(..., *nearest)]

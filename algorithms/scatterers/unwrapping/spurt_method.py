# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Sparse points by the package ``spurt`` (JPL, Apache-2.0 or BSD-3-Clause), to compare with.

Its solver, OR-tools, needs a newer numpy than most QGIS have, so it is not installed by default.
"""

from __future__ import annotations

import contextlib
import io

import numpy as np

from ...errors import GroundshiftError, check_cancelled, tell
from ...threads import kernel_lock
from .arcs import date_subsets, date_tree
from .sparse import SWEEPS, UnwrappedPoints

TAU = 2.0 * np.pi


def unwrap_by_spurt(xy, phase, pairs, years, progress=None, cancelled=None):
    """Unwrap with spurt's extended minimum cost flow over its Hop3 network of dates.

    Parameters
    ----------
    xy, phase, pairs, years, progress, cancelled
        See :func:`.sparse.unwrap_points`.

    Returns
    -------
    UnwrappedPoints
        Its one component and the quality of 1 say that spurt tells nothing about them.

    Raises
    ------
    GroundshiftError
        If spurt is not installed, or the phases are not what it can take.
    """
    from ._arcs_kernel import phases_of_dates

    try:
        with contextlib.redirect_stdout(io.StringIO()):
            from spurt.graph import DelaunayGraph, Hop3Graph
            from spurt.mcf import ORMCFSolver, utils
            from spurt.workflows.emcf import Solver, SolverSettings
    except ImportError as error:
        raise GroundshiftError(
            f"The Python package spurt is not installed or does not start ({error}); install it "
            "with numpy 2 or newer, or choose the method spacetime."
        ) from error
    dates = len(years)
    if dates < 4 or date_subsets(pairs, dates).max() or np.isnan(phase).any():
        raise GroundshiftError(
            "spurt needs four dates or more that are all joined by pairs, and points with data in "
            "every pair; choose the method spacetime."
        )
    tree = date_tree(pairs, dates, np.ones(len(pairs)))
    with kernel_lock:
        wrapped = phases_of_dates(
            phase, pairs.astype(np.int32), tree.order, tree.come_from, tree.sign, SWEEPS, dates
        )
    # spurt prints, which spoils the answer of qgis_process.
    with contextlib.redirect_stdout(io.StringIO()):
        space = ORMCFSolver(DelaunayGraph(np.asarray(xy)))
        time = ORMCFSolver(Hop3Graph(dates))
        solver = Solver(space, time, SolverSettings(t_worker_count=1))
        images = np.exp(1j * wrapped.T.astype(float)).astype(np.complex64)
        check_cancelled(cancelled)
        steps = solver.unwrap_gradients_in_time(images, input_is_ifg=False)
        change = np.zeros(phase.shape)
        ways = _ways(pairs, np.asarray(time.edges))
        cost = np.ones(space.nedges, int)
        for number, link in enumerate(sorted({link for way in ways for link, _ in way})):
            check_cancelled(cancelled)
            flow = space.residues_to_flows(space.compute_residues_from_gradients(steps[link]), cost)
            field = utils.flood_fill(steps[link], space.edges, flow, mode="gradients")
            first, second = time.edges[link]
            field = field - field[0] + wrapped[0, second] - wrapped[0, first]
            for k, way in enumerate(ways):
                change[k] += sum(sign for used, sign in way if used == link) * field
            tell(progress, (number + 1) / len(time.edges))
    out = (phase + TAU * np.rint((change - phase) / TAU)).astype(np.float32)
    count = phase.shape[1]
    return UnwrappedPoints(out, np.ones(count, np.int32), np.ones(count, np.float32))


def _ways(pairs, links) -> list:
    """For each pair the links, with their signs, that lead from its first date to its second."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import shortest_path

    dates = int(links.max()) + 1
    number = {(int(i), int(j)): k for k, (i, j) in enumerate(links)}
    graph = coo_matrix((np.ones(len(links)), (links[:, 0], links[:, 1])), shape=(dates, dates))
    _, before = shortest_path(graph, directed=False, return_predecessors=True)
    ways = []
    for first, second in pairs.tolist():
        way = []
        while second != first:
            previous = int(before[first, second])
            forward = (previous, second) in number
            way.append((number[(previous, second) if forward else (second, previous)],
                        1 if forward else -1))  # fmt: skip
            second = previous
        ways.append(way)
    return ways

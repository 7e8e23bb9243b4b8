# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The order in which dates are eliminated, and where the factor has entries.

The normal matrix of a network is a graph Laplacian: a circuit of conductances (weights) between
dates. Eliminating a date joins all its remaining neighbours to one another, whatever the weights
are, so the pattern of the factor is worked out once a network and shared by all pixels.
"""

from __future__ import annotations

import numpy as np


def _chronological(neighbours) -> list[int]:
    return list(range(len(neighbours) - 1, 0, -1))


def _fewest_neighbours(neighbours) -> list[int]:
    """Minimum-degree order (Rose 1972), good for networks with long pairs."""
    left = [set(n) for n in neighbours]
    order = []
    candidates = set(range(1, len(left)))
    while candidates:
        node = min(candidates, key=lambda n: (len(left[n]), -n))
        candidates.remove(node)
        order.append(node)
        for other in left[node]:
            left[other] |= left[node]
            left[other] -= {node, other}
    return order


def _columns(neighbours, order) -> list[list[int]]:
    """For each eliminated date the positions (in the order) that it is joined to by then."""
    position = {node: p for p, node in enumerate(order)}
    left = [{position[m] for m in neighbours[node]} for node in order]
    columns = []
    for p in range(len(order)):
        column = sorted(q for q in left[p] if q > p)
        columns.append(column)
        for q in column:
            left[q].update(column)
            left[q].discard(q)
    return columns


def eliminate(dates: int, pairs: np.ndarray, in_time: bool = False) -> tuple:
    """Work out order and pattern for a network.

    The first date comes last: it is the ground of the circuit, to which phases refer. Of the
    reversed chronological and the minimum-degree order the one with fewer operations is taken.

    Parameters
    ----------
    dates : int
        Number of dates N.
    pairs : ndarray of int, shape (pair, 2)
    in_time : bool
        Only the reversed chronological order: then the first date of every subset of a cut network
        is its ground.

    Returns
    -------
    tuple of ndarray of int64, all one-dimensional
        ``position`` (N,) of each date in the order; ``first`` and ``second`` (M,) positions of the
        ends of each pair; ``slot`` (M,) of each pair in the factor; ``start`` (N + 1,) of each
        column's slots; ``row`` (slots,); ``fill_start`` (N + 1,) and ``fill``: the slots that
        join two rows a > b of a column, in the order (1, 0), (2, 0), (2, 1), (3, 0), ...
    """
    neighbours = [set() for _ in range(dates)]
    for a, b in pairs.tolist():
        neighbours[a].add(b)
        neighbours[b].add(a)
    best = None
    for choose in (_chronological,) if in_time else (_chronological, _fewest_neighbours):
        order = [*choose(neighbours), 0]
        columns = _columns(neighbours, order)
        cost = sum(len(c) * (len(c) + 3) for c in columns)
        if best is None or cost < best[0]:
            best = cost, order, columns
    _, order, columns = best
    position = np.empty(dates, np.int64)
    position[order] = np.arange(dates)
    start = np.concatenate([[0], np.cumsum([len(c) for c in columns])]).astype(np.int64)
    row = np.array([q for c in columns for q in c], np.int64)
    slots = np.full((dates, dates), -1, np.int64)
    for p, column in enumerate(columns):
        slots[p, column] = slots[column, p] = np.arange(start[p], start[p + 1])
    fill = []
    for column in columns:
        a, b = np.tril_indices(len(column), -1)
        rows = np.array(column, np.int64)
        fill.append(slots[rows[a], rows[b]])
    fill_start = np.concatenate([[0], np.cumsum([len(f) for f in fill])]).astype(np.int64)
    first, second = position[pairs[:, 0]], position[pairs[:, 1]]
    return (
        position, first, second, slots[first, second], start, row, fill_start,
        np.concatenate(fill).astype(np.int64),
    )  # fmt: skip

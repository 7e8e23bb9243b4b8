# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whole cycles by which pieces of an unwrapped phase are shifted so that they fit together."""

from __future__ import annotations

import numpy as np

ROUNDS = 20


class UnionFind:
    """Which things belong together; things are whole numbers and need not be told before."""

    def __init__(self):
        self._above = {}

    def find(self, item: int) -> int:
        """The least number that `item` is joined with."""
        while self._above.get(item, item) != item:
            item = self._above[item] = self._above.get(self._above[item], self._above[item])
        return item

    def join(self, first: int, second: int) -> bool:
        """Put two together; False where they were already."""
        first, second = self.find(first), self.find(second)
        if first == second:
            return False
        self._above[max(first, second)] = min(first, second)
        return True


def fit_cycles(count: int, links, cycles, weights) -> np.ndarray:
    """Shifts of pieces that agree with most of what their overlaps say.

    Minimises ``sum weight * |shift_b - shift_a - cycles|`` over whole numbers: a spanning tree of
    the heaviest links, then the weighted median of each piece's links in turns.

    Parameters
    ----------
    count : int
        Number of pieces.
    links : ndarray of int, shape (link, 2)
        Pieces a and b.
    cycles : ndarray of int, shape (link,)
        What b has to be shifted by, more than a.
    weights : ndarray, shape (link,)

    Returns
    -------
    ndarray of int, shape (piece,)
        0 for the first piece of each connected group.
    """
    links, cycles = np.asarray(links, int).reshape(-1, 2), np.asarray(cycles, int)
    weights = np.asarray(weights, float)
    tree, joined = [[] for _ in range(count)], UnionFind()
    for k in np.argsort(-weights, kind="stable"):
        a, b = links[k].tolist()
        if joined.join(a, b):
            tree[a].append((b, int(cycles[k])))
            tree[b].append((a, -int(cycles[k])))
    shift, seen = np.zeros(count, int), np.zeros(count, bool)
    for start in range(count):
        waiting = [] if seen[start] else [start]
        while waiting:
            here = waiting.pop()
            seen[here] = True
            for other, step in tree[here]:
                if not seen[other]:
                    shift[other] = shift[here] + step
                    waiting.append(other)
    at = [[] for _ in range(count)]
    for k, (a, b) in enumerate(links.tolist()):
        at[a].append((k, b, -1))
        at[b].append((k, a, 1))
    for _ in range(ROUNDS):
        changed = False
        for here in range(count):
            if not at[here] or joined.find(here) == here:
                continue
            wanted = np.array([shift[other] + sign * cycles[k] for k, other, sign in at[here]])
            heavy = weights[[k for k, _, _ in at[here]]]
            best = _weighted_median(wanted, heavy, shift[here])
            changed |= best != shift[here]
            shift[here] = best
        if not changed:
            break
    return shift


def _weighted_median(values, weights, current: int) -> int:
    """Whole number with the least weighted distance; the current one where it is as good."""
    candidates = np.append(np.unique(values), current)
    cost = np.abs(candidates[:, None] - values) @ weights
    best = int(np.argmin(cost))
    return current if cost[-1] <= cost[best] else int(candidates[best])

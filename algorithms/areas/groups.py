# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistics by group of values that are sorted by group."""

from __future__ import annotations

import numpy as np


class Groups:
    """Groups of rows that lie one behind the other.

    Parameters
    ----------
    labels : ndarray of int, shape (row,)
        From 0 to `count` - 1 in any order; negative ones belong to no group.
    count : int, optional
        Number of groups; every group has a row.

    Attributes
    ----------
    members : ndarray of int
        The rows, group by group, in their order within it.
    starts : ndarray of int64, shape (group + 1,)
        Where the groups begin in `members`, and the end.
    sizes : ndarray of int64, shape (group,)
    """

    def __init__(self, labels, count=None):
        labels = np.asarray(labels)
        mine = np.flatnonzero(labels >= 0)
        self.members = mine[np.argsort(labels[mine], kind="stable")]
        count = int(labels.max(initial=-1)) + 1 if count is None else count
        self.sizes = np.bincount(labels[mine], minlength=count).astype(np.int64)
        self.starts = np.concatenate([[0], np.cumsum(self.sizes)]).astype(np.int64)
        self._label = labels[self.members]

    def __len__(self) -> int:
        return len(self.sizes)

    def spread_out(self, by_group) -> np.ndarray:
        """A value of the group for each of the members."""
        return np.asarray(by_group)[self._label]

    def mean(self, values) -> np.ndarray:
        """Mean of the members' values (shape (member,)); NaN are left out."""
        known = np.isfinite(values)
        total = np.bincount(self._label[known], values[known], len(self))
        with np.errstate(invalid="ignore", divide="ignore"):
            return total / np.bincount(self._label[known], minlength=len(self))

    def std(self, values) -> np.ndarray:
        """Population standard deviation; NaN are left out."""
        return np.sqrt(self.mean((values - self.spread_out(self.mean(values))) ** 2))

    def median(self, values) -> np.ndarray:
        """Median; NaN are left out."""
        low, high = self._ranks(values)
        return 0.5 * (low + high)

    def _ranks(self, values):
        order = np.lexsort((values, self._label))  # NaN come last
        ordered = np.append(np.asarray(values, float)[order], np.nan)
        known = np.bincount(self._label[np.isfinite(values)], minlength=len(self))
        first = self.starts[:-1]
        places = (first + (known - 1) // 2, first + known // 2)
        return [np.where(known > 0, ordered[np.maximum(place, 0)], np.nan) for place in places]

    def lowest(self, values) -> np.ndarray:
        """Smallest value; NaN are left out."""
        return np.fmin.reduceat(values, self.starts[:-1]) if len(self) else np.zeros(0)

    def highest(self, values) -> np.ndarray:
        """Largest value; NaN are left out."""
        return np.fmax.reduceat(values, self.starts[:-1]) if len(self) else np.zeros(0)

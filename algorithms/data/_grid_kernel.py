# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiled: neighbours within a distance, on points sorted by the cells of a grid.

The cells are as wide as the distance, so neighbours lie in a cell's own row and the rows above and
below, three cells wide each; these are runs of the sorted points.
"""

from __future__ import annotations

import math

from ..kernels import njit, prange


@njit(nogil=True)
def _first(cells, value):
    """The first place in sorted `cells` that is not less than `value`."""
    low, high = 0, len(cells)
    while low < high:
        middle = (low + high) // 2
        if cells[middle] < value:
            low = middle + 1
        else:
            high = middle
    return low


@njit(parallel=True, cache=True, nogil=True)
def window_statistics(cells, columns, xy, values, distance, counts, means, deviations):
    """Number, mean and population standard deviation of the values within a distance.

    Parameters
    ----------
    cells : int64 (point,)
        Row times `columns` plus column of each point's cell, ascending.
    columns : int
        Of the grid; the outermost ones are empty.
    xy : float64 (point, 2)
    values : float64 (point,)
    distance : float
        At most a cell's width.
    counts : int32 (point,)
        Filled; the point itself is counted.
    means, deviations : float64 (point,)
        Filled.
    """
    reach = distance * distance
    for i in prange(len(cells)):
        x, y = xy[i, 0], xy[i, 1]
        count, total, square = 0, 0.0, 0.0
        for part in range(2):
            mean = 0.0 if part == 0 else total / count
            for row in range(-1, 2):
                start = cells[i] + row * columns - 1
                k = _first(cells, start)
                while k < len(cells) and cells[k] <= start + 2:
                    a, b = xy[k, 0] - x, xy[k, 1] - y
                    if a * a + b * b <= reach:
                        if part == 0:
                            count += 1
                            total += values[k]
                        else:
                            square += (values[k] - mean) ** 2
                    k += 1
        counts[i] = count
        means[i] = total / count
        deviations[i] = math.sqrt(square / count)


@njit(nogil=True)
def _root(parents, k):
    while parents[k] != k:
        parents[k] = parents[parents[k]]
        k = parents[k]
    return k


@njit(cache=True, nogil=True)
def unite_neighbours(cells, columns, xy, groups, distance, parents):
    """Unite all points of a group that are within a distance of each other (single linkage).

    Parameters
    ----------
    cells, columns, xy, distance
        See :func:`window_statistics`.
    groups : int64 (point,)
        Only points of the same group are united.
    parents : int64 (point,)
        Filled: the same number for all points that hang together.
    """
    reach = distance * distance
    for i in range(len(cells)):
        parents[i] = i
    for i in range(len(cells)):
        x, y = xy[i, 0], xy[i, 1]
        mine = _root(parents, i)
        for row in range(2):
            # What is united already with the points before is not looked at from behind.
            start = cells[i] + row * columns - 1
            k = i + 1 if row == 0 else _first(cells, start)
            while k < len(cells) and cells[k] <= start + 2:
                if groups[k] == groups[i]:
                    a, b = xy[k, 0] - x, xy[k, 1] - y
                    if a * a + b * b <= reach:
                        other = _root(parents, k)
                        if other < mine:
                            parents[mine] = other
                            mine = other
                        else:
                            parents[other] = mine
                k += 1
    for i in range(len(cells)):
        parents[i] = _root(parents, i)


@njit(parallel=True, cache=True, nogil=True)
def covered_circles(cells, columns, xy, labels, radius, reach, out_covered):
    """Which circles touch the outline of no union: others of the same label cover all their rim.

    The rim is tried at 64 places against circles of the smaller radius `reach`, so that what lies
    between the places is covered, too.

    Parameters
    ----------
    cells, columns, xy
        See :func:`window_statistics`; cells of twice the radius.
    labels : int64 (point,)
    radius, reach : float
    out_covered : bool (point,)
    """
    places = 64
    for i in prange(len(cells)):
        x, y = xy[i, 0], xy[i, 1]
        seen = 0
        mask = [False] * places
        for row in range(-1, 2):
            start = cells[i] + row * columns - 1
            k = _first(cells, start)
            while k < len(cells) and cells[k] <= start + 2 and seen < places:
                a, b = xy[k, 0] - x, xy[k, 1] - y
                apart = math.sqrt(a * a + b * b)
                if k != i and labels[k] == labels[i] and 0 < apart < radius + reach:
                    # Half the angle that the other circle covers of the rim.
                    cosine = (radius * radius + apart * apart - reach * reach) / (
                        2 * radius * apart
                    )
                    if cosine < 1.0:
                        half = math.acos(max(-1.0, cosine)) * places / (2 * math.pi)
                        middle = math.atan2(b, a) * places / (2 * math.pi)
                        first, last = math.ceil(middle - half), math.floor(middle + half)
                        for place in range(int(first), int(last) + 1):
                            if not mask[place % places]:
                                mask[place % places] = True
                                seen += 1
                k += 1
        out_covered[i] = seen == places

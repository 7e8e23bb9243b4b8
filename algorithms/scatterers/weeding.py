# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points that are left out after the selection: side lobes of others, and noisy ones.

Hooper et al. (2007), doi:10.1029/2006JB004763, sec. 3.4: of pixels that touch the most stable one
stays, and points whose phase differences to all neighbours are noisy go.
"""

from __future__ import annotations

import numpy as np

from ..threads import kernel_lock
from .spatial_phase import touching_pixels

SHARING_STEPS = 40
PRIOR_ARCS = 2.0  # that what is known of a point besides counts for


def best_of_touching(rows, cols, gamma) -> np.ndarray:
    """Keep the most stable one of pixels that touch.

    Parameters
    ----------
    rows, cols : ndarray of int, shape (point,)
        Each pixel once.
    gamma : ndarray, shape (point,)

    Returns
    -------
    ndarray of bool, shape (point,)
        True for those that stay; no two of them touch, and every other one touches a more stable
        one of them. Of equals the first by row and column stays.
    """
    from scipy.sparse import csr_matrix

    from . import _weeding_kernel

    count = len(rows)
    first, second = touching_pixels(np.asarray(rows, np.int64), np.asarray(cols, np.int64))
    pairs = np.concatenate([first, second]), np.concatenate([second, first])
    matrix = csr_matrix((np.ones(len(pairs[0]), np.int8), pairs), (count, count))
    order = np.lexsort((cols, rows, -np.asarray(gamma, float)))
    return _weeding_kernel.best_of_touching(
        order.astype(np.int64), matrix.indptr.astype(np.int64), matrix.indices.astype(np.int64)
    )


def unlike(x, y, gamma) -> np.ndarray:
    """Keep one, the most stable, of points at the very same place (layover in a lookup table).

    Parameters
    ----------
    x, y, gamma : ndarray, shape (point,)

    Returns
    -------
    ndarray of bool, shape (point,)
    """
    order = np.lexsort((-np.asarray(gamma, float), y, x))
    same = np.zeros(len(order), bool)
    same[1:] = (np.diff(x[order]) == 0) & (np.diff(y[order]) == 0)
    stay = np.ones(len(order), bool)
    stay[order[same]] = False
    return stay


def arcs(xy) -> tuple:
    """Arcs of a Delaunay triangulation.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)

    Returns
    -------
    first, second : ndarray of int, shape (arc,)
        Neighbours along the line where all points lie on one.
    """
    from scipy.spatial import Delaunay, QhullError

    if len(xy) >= 3:
        try:
            corners = Delaunay(xy).simplices
        except QhullError:
            corners = None
        if corners is not None:
            sides = np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]])
            sides = np.unique(np.sort(sides, axis=1), axis=0)
            return sides[:, 0].astype(np.int64), sides[:, 1].astype(np.int64)
    order = np.lexsort((xy[:, 1], xy[:, 0]))
    return order[:-1].astype(np.int64), order[1:].astype(np.int64)


def sliding_line(years, window: float) -> tuple:
    """Weights that predict each date from the others by a line, near ones first.

    Parameters
    ----------
    years : ndarray, shape (time,)
    window : float
        Standard deviation of the Gaussian weights, years.

    Returns
    -------
    near : ndarray, shape (time, time)
        Weights of the other dates, with a sum of one.
    line : ndarray, shape (time, time)
        The prediction as a weighted sum of the others.
    inflation : ndarray, shape (time,)
        One plus the sum of the squared weights: variance of date less prediction over that of a
        date.
    """
    years = np.asarray(years, float)
    count = len(years)
    near, line = np.zeros((count, count)), np.zeros((count, count))
    for t in range(count):
        apart = years - years[t]
        weight = np.exp(-0.5 * (apart / window) ** 2)
        weight[t] = 0.0
        near[t] = weight / weight.sum()
        root = np.sqrt(near[t])
        design = np.stack([root, root * apart], axis=1)
        line[t] = np.linalg.pinv(design)[0] * root
    return near, line, 1.0 + (line**2).sum(axis=1)


def arc_noise(phase, slope, baseline, years, ends, window: float = 2.0) -> np.ndarray:
    """Noise of the phase differences along arcs.

    Parameters
    ----------
    phase : ndarray of float32, shape (time, point)
        Radians, wrapped or not.
    slope : ndarray of float32, shape (point,)
        Phase a metre of baseline that is taken off.
    baseline, years : ndarray, shape (time,)
        Metres (finite); years.
    ends : (ndarray, ndarray)
        Points at the arcs' ends.
    window : float
        Years; see :func:`sliding_line`.

    Returns
    -------
    ndarray, shape (arc,)
        Standard deviation in radians of the difference at one date about a line that slides
        through time; holds the noise of both ends.
    """
    from . import _weeding_kernel

    noise = np.empty(len(ends[0]))
    with kernel_lock:
        _weeding_kernel.arc_noise(
            np.ascontiguousarray(phase, np.float32), np.ascontiguousarray(slope, np.float32),
            np.ascontiguousarray(baseline, float), *ends, *sliding_line(years, window), noise,
        )  # fmt: skip
    return noise


def point_noise(noise, ends, prior) -> np.ndarray:
    """Noise of points from that of the arcs between them.

    The variance of an arc is that of both its ends, and a quiet point among noisy ones has noisy
    arcs alone. So each end gets its part: the variances that are most likely for what the arcs
    show (the estimate of a variance t by n values scatters like t χ²ₙ / n), beginning with what
    else is known of the points, which counts like two more arcs.

    Parameters
    ----------
    noise : ndarray, shape (arc,)
        Standard deviations.
    ends : (ndarray, ndarray)
        Points at the arcs' ends.
    prior : ndarray, shape (point,)
        Variances of the points from elsewhere, in any unit; more than 0.

    Returns
    -------
    ndarray, shape (point,)
        Standard deviations in the unit of `noise`; NaN without an arc.
    """
    first, second = ends
    points, squares = len(prior), np.asarray(noise, float) ** 2
    known = np.bincount(first, minlength=points) + np.bincount(second, minlength=points) > 0
    if not len(squares):
        return np.full(points, np.nan)
    prior = np.asarray(prior, float)
    prior = prior * (squares.sum() / (prior[first] + prior[second]).sum())
    prior = np.maximum(prior, 1e-6 * prior.mean() + 1e-30)
    found = prior.copy()
    for _ in range(SHARING_STEPS):
        both = found[first] + found[second]
        shown, expected = squares / both**2, 1.0 / both
        # Where the likelihood is greatest the sums over the arcs of a point are equal.
        above, below = PRIOR_ARCS * prior / found**2, PRIOR_ARCS / found
        for end in ends:
            above += np.bincount(end, shown, points)
            below += np.bincount(end, expected, points)
        found *= above / below
    return np.where(known, np.sqrt(found), np.nan)

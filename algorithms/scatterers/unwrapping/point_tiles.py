# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Many points, unwrapped in overlapping tiles that are fitted together by whole cycles."""

from __future__ import annotations

import numpy as np

from ...errors import check_cancelled, tell
from .alignment import UnionFind
from .sparse import UnwrappedPoints, by_size, unwrap_together

TAU = 2.0 * np.pi
OVERLAP = 0.15  # of a tile's points are its neighbours', on each side
LEAST_SHARED = 10  # points by which two components are one


def cut_into_tiles(xy, most: int) -> list:
    """Numbers of the points of each tile, overlapping; about equally many each.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
    most : int
        Points of a tile, before the overlap.

    Returns
    -------
    list of ndarray of int
        Every point is in one tile at least; a tile shares points with one before it.
    """
    boxes, tiles = [np.arange(len(xy))], []
    while boxes:
        points = boxes.pop()
        if len(points) <= most:
            tiles.append(points)
            continue
        axis = int(np.argmax(np.ptp(xy[points], axis=0)))
        order = points[np.argsort(xy[points, axis], kind="stable")]
        middle = len(order) // 2
        more = int(OVERLAP * min(most, middle))
        boxes += [order[middle - more :], order[: middle + more]]
    return tiles


def unwrap_in_tiles(
    xy, phase, pairs, years, quality, heights, options, progress=None, cancelled=None
):
    """Unwrap tile by tile; parameters and result as :func:`.sparse.unwrap_together`.

    A tile is shifted in each pair by the median of the cycles at the points that it shares with
    those before it. Components that share enough points become one.
    """
    tiles = _in_order(cut_into_tiles(xy, options.tile_points), len(xy))
    out = np.full(phase.shape, np.nan, np.float32)
    label = np.zeros(len(xy), np.int64)
    best = np.zeros(len(xy), np.float32)
    joined = UnionFind()
    for number, points in enumerate(tiles):
        check_cancelled(cancelled)
        part = unwrap_together(
            xy[points], phase[:, points], pairs, years, quality[points], heights, options,
            lambda share, n=number: tell(progress, (n + share) / len(tiles)), cancelled,
        )  # fmt: skip
        own = part.component + label.max()
        done = label[points] > 0
        shared = points[done]
        if len(shared):
            cycles = np.rint((out[:, shared] - part.phase[:, done]) / TAU)
            shift = np.nan_to_num(np.rint(_median(cycles)))
            agrees = np.nanmean(cycles == shift[:, None], axis=0) > 0.5
            _join(joined, label[shared][agrees], own[done][agrees])
        else:
            shift = np.zeros(len(pairs))
        new = points[~done]
        out[:, new] = part.phase[:, ~done] + (TAU * shift[:, None]).astype(np.float32)
        label[new] = own[~done]
        best[points] = np.maximum(best[points], part.quality)
    with np.errstate(invalid="ignore"):  # the shift was added in single precision
        out = phase + TAU * np.rint((out - phase) / TAU)
    roots = np.array([joined.find(n) for n in range(label.max() + 1)])
    return UnwrappedPoints(out.astype(np.float32), by_size(roots[label]), best)


def _median(cycles) -> np.ndarray:
    known = np.isfinite(cycles).any(axis=1)
    out = np.zeros(len(cycles))
    out[known] = np.nanmedian(cycles[known], axis=1)
    return out


def _join(joined, before, now) -> None:
    pairs, counts = np.unique(np.column_stack([before, now]), axis=0, return_counts=True)
    for (a, b), count in zip(pairs.tolist(), counts.tolist()):
        if count >= LEAST_SHARED:
            joined.join(a, b)


def _in_order(tiles, count: int) -> list:
    """Tiles so that each shares as many points as can be with those before it."""
    rest, ordered = list(tiles), []
    done = np.zeros(count, bool)
    while rest:
        at = int(np.argmax([done[points].sum() for points in rest]))
        ordered.append(rest.pop(at))
        done[ordered[-1]] = True
    return ordered

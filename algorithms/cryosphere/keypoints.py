# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Key points of two radar images of ice, and which of them are the same piece of it.

Corners by FAST-9 (Rosten and Drummond 2006), described by comparisons of brightness (BRIEF,
Calonder et al. 2010) and matched by the fewest differing bits, where the next best is clearly worse
(Lowe 2004) and the match is mutual. ORB (Rublee et al. 2011) turns each description by the centroid
of brightness: on sea ice that direction is so noisy that it costs six matches in ten. Here the
points of the first image are described at several angles instead, and the best of all counts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..threads import kernel_lock

PATCH = 31  # pixels along a side of what is described
BORDER = 24  # pixels that a turned description reaches, and the smoothing
TILE, TILE_POINTS = 32, 24  # the strongest corners of every square of pixels
MOST_POINTS = 80_000  # of an image: of a large one fewer in a square
CORNER_SMOOTHING, PATCH_SMOOTHING = 1.0, 2.0  # pixels
LEVEL_WINDOW = 201  # pixels, over which the mean goes: backscatter falls with incidence
MOST_LEVEL = 4.0  # standard deviations, beyond which brightness is cut
TURN_STEP = 12.0  # degrees; a description holds for some 8 to either side


@dataclass(frozen=True)
class Matches:
    """Points that are the same.

    Parameters
    ----------
    first, second : ndarray of float64, shape (match, 2)
        Rows and columns.
    turns : ndarray of float64, shape (match,)
        Angle of the best description, radians from columns to rows.
    """

    first: np.ndarray
    second: np.ndarray
    turns: np.ndarray

    def __len__(self):
        return len(self.first)

    def at(self, kept) -> Matches:
        """Some of them."""
        return Matches(self.first[kept], self.second[kept], self.turns[kept])


def levelled(image) -> tuple:
    """Brightness less its mean around, in robust standard deviations, and where it is known.

    Parameters
    ----------
    image : ndarray of float32, shape (row, column)
        Backscatter in dB; NaN for no data.

    Returns
    -------
    ndarray of float32, ndarray of bool
        0 where nothing is known.
    """
    from scipy.ndimage import uniform_filter

    good = np.isfinite(image)
    values = np.where(good, image, np.float32(0.0))
    share = uniform_filter(good.astype(np.float32), LEVEL_WINDOW)
    mean = uniform_filter(values, LEVEL_WINDOW) / np.maximum(share, np.float32(1e-6))
    rest = np.where(good, values - mean, np.float32(0.0))
    known = rest[good]
    scale = 1.4826 * float(np.median(np.abs(known))) if known.size else 1.0
    limit = np.float32(MOST_LEVEL)
    return np.clip(rest / np.float32(scale or 1.0), -limit, limit), good


def corners(image, good) -> np.ndarray:
    """Places of corners, spread evenly.

    Parameters
    ----------
    image : ndarray of float32, shape (row, column)
    good : ndarray of bool, same shape

    Returns
    -------
    ndarray of int, shape (point, 2)
    """
    from scipy.ndimage import gaussian_filter, maximum_filter, minimum_filter

    from . import _keypoint_kernel

    if min(image.shape) <= 2 * BORDER:
        return np.zeros((0, 2), int)
    scores = np.zeros(image.shape, np.float32)
    with kernel_lock:
        _keypoint_kernel.corner_scores(gaussian_filter(image, CORNER_SMOOTHING), scores)
    top = (scores == maximum_filter(scores, 3)) & (scores > 0)
    top &= minimum_filter(good, PATCH)
    top[:BORDER] = top[-BORDER:] = False
    top[:, :BORDER] = top[:, -BORDER:] = False
    rows, cols = np.nonzero(top)
    tile = rows // TILE * (image.shape[1] // TILE + 1) + cols // TILE
    order = np.lexsort((-scores[rows, cols], tile))
    begins = np.flatnonzero(np.diff(tile[order], prepend=-1))
    rank = np.arange(len(order)) - np.repeat(begins, np.diff(begins, append=len(order)))
    tiles = image.size / TILE**2
    kept = np.sort(order[rank < max(2, min(TILE_POINTS, int(MOST_POINTS / tiles)))])
    return np.stack([rows[kept], cols[kept]], axis=1)


def pattern() -> np.ndarray:
    """Places that are compared, the same ever since: rows and columns of the one and the other."""
    from ._keypoint_kernel import WORDS

    drawn = np.random.RandomState(7).normal(0.0, PATCH / 5, (64 * WORDS, 4))
    return np.clip(drawn, -(PATCH // 2), PATCH // 2).astype(np.float32)


def described(image, places, angle: float) -> np.ndarray:
    """Descriptions of points, in a smoothed image, turned by an angle (columns to rows)."""
    from . import _keypoint_kernel

    out = np.empty((len(places), _keypoint_kernel.WORDS), np.uint64)
    angles = np.full(len(places), angle)
    with kernel_lock:
        _keypoint_kernel.describe(image, places[:, 0], places[:, 1], angles, pattern(), out)
    return out


def turns_of(most: float) -> np.ndarray:
    """Angles at which points are described, so that any up to the most is near one; radians."""
    steps = int(np.ceil(max(0.0, most - TURN_STEP / 2) / TURN_STEP))
    return np.radians(TURN_STEP) * np.arange(-steps, steps + 1)


def match_images(first, second, shift, reach: float, most_turn: float, ratio: float, alive):
    """Matches between two levelled images.

    Parameters
    ----------
    first, second : (ndarray of float32, ndarray of bool)
        Of :func:`levelled`.
    shift : (float, float)
        Rows and columns of the second's first pixel in the first image.
    reach : float
        Most pixels of motion.
    most_turn : float
        Most degrees of rotation.
    ratio : float
        Most differing bits by those of the next best.
    alive : function(share)
        Tells how far it is; may raise.

    Returns
    -------
    Matches
    """
    from scipy.ndimage import gaussian_filter

    from . import _keypoint_kernel

    places = [corners(*image) for image in (first, second)]
    smooth = [gaussian_filter(image, PATCH_SMOOTHING) for image, _ in (first, second)]
    own = places[0].astype(np.float32)
    others = (places[1] + np.asarray(shift)).astype(np.float32)
    one, back = (_Best(len(points)) for points in places)
    turns = turns_of(most_turn)
    target = described(smooth[1], places[1], 0.0)
    for k, turn in enumerate(turns):
        source = described(smooth[0], places[0], -turn)
        found = [np.empty(len(points), np.int32) for points in places]
        bits = [np.empty((len(points), 2), np.int32) for points in places]
        with kernel_lock:
            _keypoint_kernel.nearest(
                source, target, own, others, reach, found[0], bits[0], found[1], bits[1]
            )
        one.take(k, found[0], bits[0])
        back.take(k, found[1], bits[1])
        alive((k + 1) / len(turns))
    mutual = np.flatnonzero(one.found >= 0)
    mutual = mutual[
        (back.found[one.found[mutual]] == mutual)
        & (one.bits[mutual, 0] < ratio * one.bits[mutual, 1])
    ]
    return Matches(
        places[0][mutual].astype(float), places[1][one.found[mutual]].astype(float),
        turns[one.turn[mutual]],
    )  # fmt: skip


class _Best:
    """The best match of points over the angles."""

    def __init__(self, count: int):
        self.found = np.full(count, -1, np.int32)
        self.bits = np.full((count, 2), np.iinfo(np.int32).max)
        self.turn = np.zeros(count, int)

    def take(self, turn, found, bits):
        better = bits[:, 0] < self.bits[:, 0]
        self.found[better], self.bits[better], self.turn[better] = found[better], bits[better], turn

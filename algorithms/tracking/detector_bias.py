# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Steps of offsets at the borders of a push-broom camera's detectors.

Sentinel-2's camera is a row of twelve detectors that look a little forwards and backwards in turn;
what their geometry is wrong by shows as a step at their borders, another one for every pair of
detectors of the two images.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.statistics import nmad

MOST = 1 << 17  # values of a pair of detectors that are looked at
TILE = 64  # pixels along a side of the pieces whose medians tell the error
LEAST = 400  # pixels on slow ground that a pair of detectors needs
FEWEST_TILES = 4
STEPS = 25  # of the search for slow ground
REACH = 3.0  # robust standard deviations that count as slow in any case


@dataclass(frozen=True)
class Detectors:
    """What a pair of detectors is wrong by.

    Parameters
    ----------
    codes : ndarray of int, shape (pair,)
        Hundred times the number of the reference's detector, and the secondary's.
    pixels : ndarray of int, shape (pair,)
        On slow ground, as far as they were looked at.
    bias : ndarray, shape (pair, 2)
        Of both components, metres, at the middle of the pair's ground; NaN where it is unknown.
    std : ndarray, shape (pair, 2)
    slope : ndarray, shape (pair, 2)
        Change along track, metres a metre.
    middle : ndarray, shape (pair,)
        Place along track at which the bias holds, metres.
    common : ndarray, shape (2,)
        Mean of the biases, by pixels.
    """

    codes: np.ndarray
    pixels: np.ndarray
    bias: np.ndarray
    std: np.ndarray
    slope: np.ndarray
    middle: np.ndarray
    common: np.ndarray

    @property
    def known(self) -> np.ndarray:
        """Which pairs have a bias."""
        return np.isfinite(self.bias).all(axis=1)

    def of(self, codes, along, with_common: bool) -> tuple:
        """Bias of pixels, and its standard deviation; zero where it is unknown.

        Parameters
        ----------
        codes : ndarray of int, shape (row, column)
        along : ndarray, same shape
            Place along track, metres.
        with_common : bool
            Also what all have in common.

        Returns
        -------
        bias, std : ndarray of float32, shape (2, row, column)
        """
        place = np.searchsorted(self.codes, codes)
        place = np.minimum(place, len(self.codes) - 1)
        known = (self.codes[place] == codes) & self.known[place]
        rise = self.slope[place] * (along - self.middle[place])[..., None]
        bias = self.bias[place] + rise - (0.0 if with_common else self.common)
        return tuple(
            np.moveaxis(np.where(known[..., None], values, 0.0), -1, 0).astype(np.float32)
            for values in (bias, self.std[place])
        )


class Sampled:
    """Values of every pair of detectors, thinned out without regard to blocks.

    Parameters
    ----------
    grid : Grid
    """

    def __init__(self, grid):
        self._cols = grid.cols
        self._stride = max(1, grid.rows * grid.cols // (8 * MOST))
        self._parts, self.seen = [], set()

    def add(self, window, codes, values, along, slow) -> None:
        """Take in a block; `slow` says which pixels may count."""
        rows = window.row + np.arange(window.height)[:, None]
        cols = window.col + np.arange(window.width)
        # By a prime and another one, so that no column is looked at alone.
        chosen = ((rows * self._cols + cols) * 7919) % 104_729 % self._stride == 0
        there = (codes > 0) & np.isfinite(values).all(axis=0)
        self.seen.update(np.unique(codes[there]).tolist())
        chosen &= slow & there
        tile = (rows // TILE) * (self._cols // TILE + 1) + cols // TILE
        self._parts.append((codes[chosen], values[:, chosen].T, along[chosen], tile[chosen]))

    def joined(self) -> tuple:
        """Codes, values (value, 2), places along track and tiles."""
        return tuple(np.concatenate(parts) for parts in zip(*self._parts))


def detector_biases(seen, codes, values, along, tiles, slowest: float, linear: bool = False):
    """Biases of the pairs of detectors from values on slow ground.

    A robust constant (or a line along track) of each pair, from pixels that move, apart from that
    constant, less than `slowest`, or no more than noise does.

    Parameters
    ----------
    seen : collection of int
        All pairs of detectors, those without slow ground, too.
    codes : ndarray of int, shape (value,)
    values : ndarray, shape (value, 2)
        Offsets, metres.
    along : ndarray, shape (value,)
        Place along track, metres.
    tiles : ndarray of int, shape (value,)
        Pieces of ground whose medians are independent.
    slowest : float
        Metres between the images.
    linear : bool
        Fit a line along track, too.

    Returns
    -------
    Detectors
    """
    found = np.array(sorted(seen), int)
    pixels = np.zeros(len(found), int)
    bias, std = np.full((2, len(found), 2), np.nan)
    slope, middle = np.zeros((len(found), 2)), np.zeros(len(found))
    for place, code in enumerate(found):
        mine = codes == code
        own, where, piece = values[mine], along[mine], tiles[mine]
        if len(own) < LEAST:
            continue
        keep, level, rise = _slow(own, where, slowest, linear)
        pixels[place] = int(keep.sum())
        if pixels[place] < LEAST or len(np.unique(piece[keep])) < FEWEST_TILES:
            continue
        middle[place] = where[keep].mean()
        bias[place] = level + rise * middle[place]
        slope[place] = rise
        rest = own[keep] - level - rise * where[keep][:, None]
        std[place] = _error(rest, piece[keep])
    known = np.isfinite(bias).all(axis=1)
    common = np.zeros(2)
    if known.any():
        common = np.average(bias[known], axis=0, weights=pixels[known])
    return Detectors(found, pixels, bias, std, slope, middle, common)


def _slow(values, along, slowest, linear):
    """Which values are on slow ground, and the line through them: level and rise."""
    level, rise = np.median(values, axis=0), np.zeros(2)
    keep = np.ones(len(values), bool)
    for _ in range(STEPS):
        rest = values - level - rise * along[:, None]
        noise = REACH * np.array([nmad(rest[keep, k]) for k in (0, 1)])
        limit = np.hypot(slowest, np.hypot(*noise) / np.sqrt(2.0))
        before, keep = keep, np.hypot(*rest.T) <= limit
        if not keep.any():
            return keep, level, rise
        if linear:
            rise = rise + _theil_sen(along[keep], rest[keep])
        level = np.median(values[keep] - rise * along[keep][:, None], axis=0)
        if not linear and (keep == before).all():
            break
    return keep, level, rise


def _theil_sen(along, rest) -> np.ndarray:
    """Median slope of pairs of places that lie half of the ground apart."""
    order = np.argsort(along, kind="stable")
    half = len(order) // 2
    if not half:
        return np.zeros(2)
    first, last = order[:half], order[-half:]
    away = along[last] - along[first]
    far = away > 0
    if not far.any():
        return np.zeros(2)
    return np.median((rest[last] - rest[first])[far] / away[far][:, None], axis=0)


def _error(rest, tiles) -> np.ndarray:
    """Standard error of the level from how the medians of pieces of ground disagree."""
    order = np.argsort(tiles, kind="stable")
    bounds = np.flatnonzero(np.diff(tiles[order])) + 1
    pieces = [piece for piece in np.split(rest[order], bounds) if len(piece) >= 5]
    if len(pieces) < FEWEST_TILES:
        return np.full(2, np.nan)
    medians = np.array([np.median(piece, axis=0) for piece in pieces])
    spread = np.array([nmad(medians[:, k]) for k in (0, 1)])
    return 1.2533 * spread / np.sqrt(len(pieces))

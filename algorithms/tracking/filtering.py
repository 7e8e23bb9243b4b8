# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets that are no motion: told by their correlation and by their neighbours.

The neighbourhood tests are those of autoRIFT (Lei et al. 2021, doi:10.3390/rs13040749): a vector
needs 8 of the 25 around it within a fifth of the search distance, and lies within 4 median absolute
deviations of their median.
"""

from __future__ import annotations

import numpy as np

from ._filter_kernel import lonely, outlying
from ._match_kernel import (
    COL,
    COL_VAR,
    CORRELATION,
    FOUND,
    RATIO,
    ROW,
    ROW_VAR,
    SPREAD,
    STATUS,
)

RADIUS, ALIKE, PASSES = 2, 8, 3
TOLERANCE = 0.2  # of the search distance
DEVIATIONS, DEVIATION_PASSES = 4.0, 2
MEAN_BY_MEDIAN = 1.03  # of the spread of variances that come from a chip's 16 parts
MUCH = 3.0  # times the scene's, which chance hardly reaches
COMMON = 0.02  # pixels, a deviation that tells nothing
WEAK, ALONE = 5, 6
"""Status: correlation too low or not the only place; unlike its neighbours."""


def drop(matched, mask, status) -> None:
    """Take out vectors; `matched` of shape (row, column, layer) is changed in place."""
    matched[mask] = np.nan
    matched[..., STATUS][mask] = status


def drop_weak(matched, least_correlation: float, most_ratio: float) -> None:
    """Take out what correlates badly, or almost as well somewhere else.

    Parameters
    ----------
    matched : ndarray of float32, shape (row, column, layer)
        See :mod:`._match_kernel`; changed in place.
    least_correlation : float
    most_ratio : float
        Second peak of the correlation by the first one.
    """
    found = matched[..., STATUS] == FOUND
    weak = (matched[..., CORRELATION] < least_correlation) | (matched[..., RATIO] > most_ratio)
    drop(matched, found & weak, WEAK)


def drop_alone(matched, search) -> None:
    """Take out vectors that are unlike their neighbours.

    Parameters
    ----------
    matched : ndarray of float32, shape (row, column, layer)
        Changed in place.
    search : (int, int)
        Most pixels of displacement by rows and columns.
    """
    mask = np.zeros(matched.shape[:2], bool)
    tolerance = tuple(np.float32(TOLERANCE * reach) for reach in search)
    for _ in range(PASSES):
        down, across = (np.ascontiguousarray(matched[..., k]) for k in (ROW, COL))
        lonely(down, across, RADIUS, tolerance, ALIKE, mask)
        if not mask.any():
            break
        drop(matched, mask, ALONE)
    for _ in range(DEVIATION_PASSES):
        mask[:] = False
        for value, variance in ((ROW, ROW_VAR), (COL, COL_VAR)):
            floor = np.sqrt(np.nan_to_num(matched[..., variance])) / 1.4826
            outlying(
                np.ascontiguousarray(matched[..., value]), np.maximum(floor, np.float32(COMMON)),
                RADIUS, DEVIATIONS, mask,
            )  # fmt: skip
        if not mask.any():
            break
        drop(matched, mask, ALONE)


def scene_factor(matched) -> float:
    """Standard deviations by parts of chips over formal ones, of a whole scene.

    Noise that is alike in neighbouring pixels, and what the model of a chip leaves out, make formal
    ones too small.
    """
    spread = matched[..., SPREAD]
    spread = spread[np.isfinite(spread)]
    return float(np.sqrt(MEAN_BY_MEDIAN * np.median(spread))) if spread.size else 1.0


def chip_factor(spread, factor: float) -> np.ndarray:
    """What the standard deviations of some chips are larger by than those of the scene.

    Chips at the edge of a slide, half of which moves, disagree with themselves much more than noise
    makes them.

    Parameters
    ----------
    spread : ndarray
        Variance by parts of the chips by the formal one.
    factor : float
        Of :func:`scene_factor`.
    """
    ratio = np.asarray(spread) / np.float32(factor**2)
    return np.where(ratio > MUCH, np.sqrt(ratio), np.float32(1.0)).astype(np.float32)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets that are no motion: told by their correlation and by their neighbours.

The neighbourhood tests are those of autoRIFT (Lei et al. 2021, doi:10.3390/rs13040749): a vector
needs 8 of the 25 around it within a fifth of the search distance, and lies within 4 median absolute
deviations of their median.
"""

from __future__ import annotations

from functools import lru_cache

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
SHARPEST = 0.6  # share of what a mean changed that the next one may change
NOISE_OF_MEANS = 1.5  # times what noise alone makes on the average, which is told as nothing
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


def smearing(values, variance, chip: int, step: int):
    """Variance of what chips take off motion that changes, which they give the mean of.

    Chips tell a mean over themselves. The same mean is taken once more, by Simpson's rule: what it
    changes is what the first one did, but for sharp edges, of which little is left. What it changes
    when taken again tells how sharp they are, and the two are the first terms of a geometric
    series. What noise does is taken off.

    Parameters
    ----------
    values : ndarray, shape (row, column)
        Displacements in pixels, NaN for none.
    variance : ndarray, same shape
        Of their noise.
    chip, step : int
        Size of the chips, and distance of the offsets, pixels of the images.

    Returns
    -------
    ndarray of float32, same shape
        0 where nothing is known. Depends on :func:`smearing_margin` rows and columns around.
    """
    reach = _half_chip(chip, step)
    weight = chip**2 / (24 * (reach * step) ** 2)
    first = _bend(values, reach, weight)
    second = _bend(first, reach, weight)
    noise = np.nan_to_num(variance, posinf=0.0)
    factors = _noise_of_bends(chip, step)
    own, more = (
        np.maximum(_mean_of(part**2, reach) - NOISE_OF_MEANS * factor * noise, 0)
        for part, factor in zip((first, second), factors)
    )
    # Where noise is as large, nothing can be said of the second one.
    sure = own / np.maximum(own + factors[0] * noise, 1e-12)
    left = sure * np.minimum(np.sqrt(more / np.maximum(own, 1e-12)), SHARPEST)
    return (own / (1 - left) ** 2).astype(np.float32)


def smearing_margin(chip: int, step: int) -> int:
    """Offsets around one that :func:`smearing` looks at."""
    return 3 * _half_chip(chip, step)


def _half_chip(chip, step):
    """Offsets along half a chip, one at least."""
    return max(1, round(chip / (2 * step)))


def _bend(values, reach, weight):
    """A value less its mean over a chip, by the neighbours that are known in line."""
    total = np.zeros(values.shape)
    known = np.zeros(values.shape, bool)
    for axis in (0, 1):
        here, out, seen = (np.moveaxis(part, axis, 0) for part in (values, total, known))
        if len(here) > 2 * reach:
            inner = slice(reach, -reach)
            bend = 2 * here[inner] - here[2 * reach :] - here[: -2 * reach]
            seen[inner] |= np.isfinite(bend)
            out[inner] += weight * np.nan_to_num(bend)
    return np.where(known, total, np.nan)


def _mean_of(values, reach):
    """Mean of the known values around each one; 0 where there is none."""
    from scipy.ndimage import uniform_filter

    known = np.isfinite(values)
    size = 2 * reach + 1
    count = uniform_filter(known.astype(float), size, mode="constant")
    mean = uniform_filter(np.where(known, values, 0.0), size, mode="constant")
    return mean / np.maximum(count, 0.5 / size**2)


@lru_cache(maxsize=8)
def _noise_of_bends(chip, step) -> tuple:
    """Variances of :func:`_bend` of noise, taken once and twice, by that of the noise.

    Chips that overlap share their noise by the part that they have in common.
    """
    reach = _half_chip(chip, step)
    weight = chip**2 / (24 * (reach * step) ** 2)
    part = np.zeros((8 * reach + 1, 8 * reach + 1))
    part[4 * reach, 4 * reach] = 1.0
    found = []
    for _ in range(2):
        part = np.nan_to_num(_bend(part, reach, weight))
        places = np.argwhere(part)
        apart = np.abs(places[:, None] - places) * step
        shared = np.prod(np.maximum(0.0, 1 - apart / chip), axis=-1)
        weights = part[part != 0]
        found.append(float((weights[:, None] * shared * weights).sum()))
    return tuple(found)

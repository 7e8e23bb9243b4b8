# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors of differences of heights: larger on steep ground, and alike over some distance.

Ground that did not change tells both (Rolstad et al. 2009, doi:10.3189/002214309789470950; Hugonnet
et al. 2022, doi:10.1109/JSTARS.2022.3188922): the spread by slope, and, once divided by it, how
differences of two places grow with their distance. The error of a volume is the sum over all pairs
of its cells, so a large area's is not that of many independent cells.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.semivariogram import empirical, gaussian, own_correlation, spherical
from ..data.statistics import ROBUST_SIGMA, nmad

SLOPES = 12  # bins of slope, with alike many pixels
LEAST_IN_BIN = 200
OUTLIER = 4.0  # deviations from which ground has changed after all
PAIRS = 200_000
FORMS = spherical, gaussian
REACHES = 12  # lengths of each form to choose from
LEAST_SILL = 0.01  # of all variance; less is the chance of the pairs
LONGEST = 0.5  # of the ground's extent: what is alike over more is the models' own displacement
ROUNDS = 3  # of weights by the semivariogram's own size
SIDE = 512  # cells along a side of an area; larger ones have coarser cells


@dataclass(frozen=True)
class HeightErrors:
    """What differences of heights are wrong by.

    Parameters
    ----------
    slope, std : ndarray of float64, shape (bin,)
        Slope in degrees and standard deviation in metres; constant beyond the ends.
    nugget : float
        Variance, in squares of that standard deviation, that neighbours do not share.
    sill, reach : ndarray of float64, shape (structure,)
        Variance that neighbours share; metres at which it has ended.
    form : sequence of callable
        How it falls off: correlation of (distance, reach).
    shift : ndarray of float64, shape (3,)
        What all heights have in common: standard deviation of the models' displacement against
        one another, east, north and up, in metres.
    """

    slope: np.ndarray
    std: np.ndarray
    nugget: float
    sill: np.ndarray
    reach: np.ndarray
    form: tuple
    shift: np.ndarray

    def at(self, slope) -> np.ndarray:
        """Standard deviation at slopes in degrees, metres."""
        return np.sqrt(self.variance) * np.interp(slope, self.slope, self.std)

    @property
    def variance(self) -> float:
        """Of what is divided by the standard deviation by slope; near one."""
        return max(self.nugget + float(self.sill.sum()), 1e-12)

    def alike(self, distance) -> np.ndarray:
        """Correlation of two different places at distances in metres."""
        distance = np.asarray(distance, float)
        shared = np.zeros(distance.shape)
        for sill, reach, form in zip(self.sill, self.reach, self.form):
            shared += sill * form(distance, reach)
        return shared / self.variance

    @property
    def length(self) -> float:
        """Distance over which correlation falls to 1 / e, metres; 0 where there is none."""
        apart = np.geomspace(1e-3, 10.0, 400) * (self.reach.max() if len(self.reach) else 1.0)
        return float(max(0.0, *(apart[self.alike(apart) > np.exp(-1.0)].tolist() or [0.0])))


def std_by_slope(height, slope) -> tuple[np.ndarray, np.ndarray]:
    """Spread of differences by slope, which outliers do not touch.

    Parameters
    ----------
    height, slope : ndarray, shape (pixel,)
        Metres and degrees.

    Returns
    -------
    slope, std : ndarray, shape (bin,)
        Median slope of the bins, and the NMAD of their differences about zero.
    """
    bins = int(np.clip(len(height) // LEAST_IN_BIN, 1, SLOPES))
    parts = np.array_split(np.argsort(slope, kind="stable"), bins)
    middle = [np.median(slope[part]) for part in parts]
    std = [ROBUST_SIGMA * np.median(np.abs(height[part])) for part in parts]
    least = 1e-3 * max(nmad(height), 1e-6)
    return np.array(middle), np.maximum(std, least)


def distant_pairs(place, rng) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of pixels, evenly over all orders of distance.

    Parameters
    ----------
    place : ndarray, shape (pixel, 2)
        Metres.
    rng : numpy.random.Generator

    Returns
    -------
    pair : ndarray of int, shape (pair, 2)
    distance : ndarray, shape (pair,)
        Metres.
    """
    from scipy.spatial import cKDTree

    tree = cKDTree(place)
    some = place[rng.integers(0, len(place), min(len(place), 500))]
    nearest = float(np.median(tree.query(some, k=2)[0][:, 1]))
    longest = LONGEST * float(np.hypot(*np.ptp(place, axis=0)))
    first = rng.integers(0, len(place), PAIRS)
    away = nearest * (max(longest, 2 * nearest) / nearest) ** rng.random(PAIRS)
    azimuth = 2 * np.pi * rng.random(PAIRS)
    wanted = place[first] + away[:, None] * np.stack([np.cos(azimuth), np.sin(azimuth)], axis=1)
    # Where there is no pixel nearby, another pair tells more.
    missed, second = tree.query(wanted, distance_upper_bound=max(nearest, 1e-6))
    good = np.isfinite(missed) & (second != first)
    pair = np.stack([first[good], second[good]], axis=1)
    return pair, np.hypot(*(place[pair[:, 0]] - place[pair[:, 1]]).T)


def fit_structures(distance, value, pairs) -> tuple:
    """A semivariogram as a nugget and a sum of others, by non-negative least squares.

    One exponential is rarely what elevation models have: noise of interpolation over some pixels
    comes with waves over kilometres. It also has a long tail, which makes errors of large areas
    half as large again where correlation ends. Forms and lengths are fixed, so the fit has one
    solution.

    Parameters
    ----------
    distance, value : ndarray, shape (bin,)
        Metres, and half of mean squared differences.
    pairs : ndarray of int, shape (bin,)

    Returns
    -------
    nugget : float
    sill, reach : ndarray, shape (structure,)
        Those that have any variance.
    form : tuple of callable
    """
    from scipy.optimize import nnls

    lengths = np.geomspace(1.01 * distance.min(), distance.max(), REACHES)
    reach, form = np.tile(lengths, len(FORMS)), np.repeat(FORMS, REACHES)
    parts = [1 - shape(distance, length) for shape, length in zip(form, reach)]
    design = np.column_stack([np.ones(len(distance)), *parts])
    size = np.maximum(value, 1e-3 * value.max())
    for _ in range(ROUNDS):
        weight = np.sqrt(pairs) / size
        found = nnls(design * weight[:, None], value * weight)[0]
        size = np.maximum(design.dot(found), 1e-3 * value.max())
    there = found[1:] > LEAST_SILL * found.sum()
    return float(found[0]), found[1:][there], reach[there], tuple(form[there])


def height_errors(height, slope, place, shift, seed: int = 0) -> HeightErrors:
    """Errors from ground that did not change.

    Parameters
    ----------
    height : ndarray, shape (pixel,)
        Differences of heights of models that lie on one another, metres.
    slope : ndarray, shape (pixel,)
        Degrees.
    place : ndarray, shape (pixel, 2)
        Metres.
    shift : array_like, shape (3,)
        See :class:`HeightErrors`.
    seed : int
        Of the pairs that are drawn.

    Returns
    -------
    HeightErrors
        Without correlation where there are too few pixels to tell.
    """
    rng = np.random.default_rng(seed)
    middle, std = std_by_slope(height, slope)
    score = height / np.interp(slope, middle, std)
    calm = np.abs(score) < OUTLIER
    score, place = score[calm], place[calm]
    structures = float(np.mean(score**2)), np.zeros(0), np.zeros(0), ()
    if len(score) >= LEAST_IN_BIN:
        pair, distance = distant_pairs(place, rng)
        difference = score[pair[:, 1]] - score[pair[:, 0]]
        bins = empirical(distance, difference, distance.max(), distance.min())
        if len(bins[0]) > 3 and bins[1].max() > 0:
            structures = fit_structures(*bins)
    return HeightErrors(middle, std, *structures, np.asarray(shift, float))


class SumOfCells:
    """Cells of an area, whose weighted sum of errors has a variance.

    Parameters
    ----------
    coarse : int
        Cells along a side of those that are taken together.
    """

    def __init__(self, coarse: int = 1):
        self.coarse, self.own = coarse, 0.0
        self._parts = []

    def add(self, row, col, weight) -> None:
        """Cells of the grid, and by how much (area times standard deviation) each counts."""
        if not len(row):
            return
        self.own += float(np.sum(weight**2))
        key = np.stack([row // self.coarse, col // self.coarse], axis=1)
        first, last = key.min(axis=0), key.max(axis=0)
        dense = np.zeros(last - first + 1)
        np.add.at(dense, tuple((key - first).T), weight)
        self._parts.append((first, dense))

    def std(self, errors: HeightErrors, axes) -> float:
        """Standard deviation of the sum; exact but for cells that are taken together.

        Parameters
        ----------
        errors : HeightErrors
        axes : array_like, shape (4,)
            Metres east and north of a column and of a row.
        """
        from scipy.fft import irfft2, next_fast_len, rfft2

        if not self._parts:
            return 0.0
        first = np.min([place for place, _ in self._parts], axis=0)
        last = np.max([place + dense.shape for place, dense in self._parts], axis=0)
        weight = np.zeros(last - first)
        for place, dense in self._parts:
            row, col = place - first
            weight[row : row + dense.shape[0], col : col + dense.shape[1]] += dense
        shape = [next_fast_len(2 * size, real=True) for size in weight.shape]
        together = irfft2(np.abs(rfft2(weight, shape)) ** 2, shape)
        steps = self.coarse * np.asarray(axes, float).reshape(2, 2)
        row, col = (np.arange(size) for size in shape)
        row, col = (np.where(v > size // 2, v - size, v) for v, size in zip((row, col), shape))
        apart = np.hypot(
            row[:, None] * steps[1, 0] + col * steps[0, 0],
            row[:, None] * steps[1, 1] + col * steps[0, 1],
        )
        total = errors.variance
        extent = np.hypot(*steps.T)[None] * (self.coarse > 1)
        variance = errors.nugget / total * self.own
        for sill, reach, form in zip(errors.sill, errors.reach, errors.form):
            alike = form(apart, reach)
            alike[0, 0] = own_correlation(extent, reach, form)[0]
            variance += sill / total * float(np.sum(together * alike))
        return float(np.sqrt(max(variance, 0.0)))

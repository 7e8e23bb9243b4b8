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
BLOCKS = 4, 16, 64  # cells along a side of blocks, whose means show what large areas share
LEAST_BLOCKS = 16
FULL = 0.5  # share of its cells that a block has
SIGNIFICANT = 4.0  # by how much longer structures have to lower the deviance
LONGEST = 0.5  # of the ground's extent: what is alike over more is the models' own displacement
ROUNDS = 6  # of weights by the semivariogram's own size
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


def nearest_distance(place, rng) -> float:
    """Median distance to the nearest other place, metres."""
    from scipy.spatial import cKDTree

    some = place[rng.integers(0, len(place), min(len(place), 500))]
    return float(np.median(cKDTree(place).query(some, k=2)[0][:, 1]))


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

    tree, nearest = cKDTree(place), nearest_distance(place, rng)
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


@dataclass(frozen=True)
class Bins:
    """Semivariances of cells, or of means of blocks of them.

    Parameters
    ----------
    distance, value : ndarray, shape (bin,)
        Metres, and half of mean squared differences.
    independent : ndarray, shape (bin,)
        Independent squares that a value is the mean of.
    side : float
        Metres along a side of the blocks; 0 for cells.
    share : float
        Mean over the blocks of 1 / cells: what is left of the noise that cells do not share.
    """

    distance: np.ndarray
    value: np.ndarray
    independent: np.ndarray
    side: float = 0.0
    share: float = 1.0

    def design(self, reach, form) -> np.ndarray:
        """Semivariances by unit of the nugget and of each structure, shape (bin, 1 + structure)."""
        own = [own_correlation(np.full((1, 2), self.side), r, f)[0] for r, f in zip(reach, form)]
        parts = [c - f(self.distance, r) for c, r, f in zip(own, reach, form)]
        return np.column_stack([np.full(len(self.distance), self.share), *parts])


def bins_of(score, place, rng) -> list[Bins]:
    """Semivariances of cells and of blocks, from their pairs.

    A hundredth of the variance that is alike over long ways is lost among the noise of cells, yet
    decides on the error of a large area; in means of blocks that noise has gone.

    Parameters
    ----------
    score : ndarray, shape (pixel,)
    place : ndarray, shape (pixel, 2)
        Metres.
    rng : numpy.random.Generator
    """
    cell = nearest_distance(place, rng)
    found = [_bins(score, place, rng)]
    for side in BLOCKS:
        key = np.floor((place - place.min(axis=0)) / (side * cell)).astype(np.int64)
        _, block, count = np.unique(
            key[:, 0] * (key[:, 1].max() + 1) + key[:, 1], return_inverse=True, return_counts=True
        )
        full = count >= FULL * side**2
        if full.sum() < LEAST_BLOCKS:
            break
        means = [
            np.bincount(block, values)[full] / count[full] for values in (score, *place.T)
        ]  # fmt: skip
        middle = np.stack(means[1:], axis=1)
        found.append(_bins(means[0], middle, rng, side * cell, float(np.mean(1 / count[full]))))
    return [one for one in found if len(one.value)]


def _bins(values, place, rng, side=0.0, share=1.0) -> Bins:
    pair, distance = distant_pairs(place, rng)
    apart = distance >= 1.99 * side  # nearer ones are not as far as their middles
    pair, distance = pair[apart], distance[apart]
    if not len(pair):
        return Bins(*np.zeros((3, 0)), side, share)
    difference = values[pair[:, 1]] - values[pair[:, 0]]
    middle, value, pairs = empirical(distance, difference, distance.max(), distance.min())
    # All bins share the values, of which there are no more than there are.
    independent = np.minimum(pairs, 0.5 * len(values) * pairs / max(pairs.sum(), 1))
    return Bins(middle, value, independent, side, share)


def fit_structures(bins) -> tuple:
    """A semivariogram as a nugget and a sum of others, by non-negative least squares.

    One exponential is rarely what elevation models have: noise of interpolation over some pixels
    comes with waves over kilometres. It also has a long tail, which makes errors of large areas
    half as large again where correlation ends. Forms and lengths are fixed, so the fit has one
    solution. Lengths are no longer than the semivariances call for significantly.

    Parameters
    ----------
    bins : sequence of Bins
        Of cells first.

    Returns
    -------
    nugget : float
    sill, reach : ndarray, shape (structure,)
        Those that have any variance.
    form : tuple of callable
    """
    ends = [one.distance for one in bins if len(one.distance)]
    lengths = np.geomspace(1.01 * bins[0].distance.min(), max(end.max() for end in ends), REACHES)
    reach, form = np.repeat(lengths, len(FORMS)), np.tile(np.array(FORMS), REACHES)
    design = np.concatenate([one.design(reach, form) for one in bins])
    value = np.concatenate([one.value for one in bins])
    independent = np.concatenate([one.independent for one in bins])
    fits = [
        _fit_some(design[:, : 1 + count], value, independent)
        for count in range(0, len(reach) + 1, len(FORMS))
    ]
    least = fits[-1][1] + SIGNIFICANT
    found = next(sills for sills, misfit in fits if misfit <= least)
    there = np.flatnonzero(found[1:] > 0)
    return float(found[0]), found[1:][there], reach[there], tuple(form[there])


def _fit_some(design, value, independent) -> tuple:
    """Sills, and the deviance of mean squares from what is fitted."""
    from scipy.optimize import nnls

    size = np.maximum(value, 1e-9 * value.max())
    for _ in range(ROUNDS):
        weight = np.sqrt(independent / 2) / size
        found = nnls(design * weight[:, None], value * weight)[0]
        size = np.maximum(design.dot(found), 1e-9 * value.max())
    ratio = np.maximum(value / size, 1e-300)
    return found, float(np.sum(independent * (ratio - 1 - np.log(ratio))))


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
        bins = bins_of(score, place, rng)
        if bins and len(bins[0].value) > 3 and bins[0].value.max() > 0:
            structures = fit_structures(bins)
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

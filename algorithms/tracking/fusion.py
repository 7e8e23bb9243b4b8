# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets of several sensors fused pixel by pixel, every part of the network by itself.

Days of several sensors that lie close together become one; pairs that contradict the others are
given up; then the graph of the epochs of every pixel is looked at again, and each of its connected
parts is solved with a datum of its own. Nothing is said about motion between parts: the rate needs
no datum, as it comes from the pairs themselves. Importing this module imports numba.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import DAYS_PER_YEAR
from ..data.network import Network
from .series import SeriesInversion

SIGMAS = 3.0


@dataclass(frozen=True)
class Merged:
    """A network whose close days are one.

    Parameters
    ----------
    network : Network
    kept : ndarray of int
        Which pairs it holds; the others lie within one of its days.
    factors : ndarray of float32, shape (pair,)
        Of the offsets: new interval over old one.
    days : int
        Days before.
    """

    network: Network
    kept: np.ndarray
    factors: np.ndarray
    days: int


def merged(network: Network, closer: float = 5.0) -> Merged:
    """Merge days that are less than so many apart.

    A group ends where a day is not closer than that to its first one, so that daily images do not
    all become one; its day is the mean. Offsets keep their rate.

    Parameters
    ----------
    network : Network
    closer : float
        Days; 0 merges none.
    """
    numbers = network.dates.astype("datetime64[D]").astype(np.int64)
    group = np.zeros(len(numbers), np.int64)
    first = numbers[0]
    for place in range(1, len(numbers)):
        starts = numbers[place] - first >= max(closer, 1e-9)
        group[place] = group[place - 1] + starts
        first = numbers[place] if starts else first
    size = np.bincount(group)
    mean = np.rint(np.bincount(group, weights=numbers - numbers[0]) / size).astype(np.int64)
    dates = (mean + numbers[0]).astype("datetime64[D]")
    ends = group[network.pairs]
    kept = np.flatnonzero(ends[:, 0] != ends[:, 1])
    old = np.diff(numbers[network.pairs[kept]], axis=1)[:, 0]
    new = np.diff((mean + numbers[0])[ends[kept]], axis=1)[:, 0]
    used, places = np.unique(ends[kept], return_inverse=True)
    pairs = places.reshape(-1, 2).astype(np.int32)
    factors = (new / old).astype(np.float32)
    return Merged(Network(dates[used], pairs), kept, factors, len(numbers))


@dataclass(frozen=True)
class FusedBlock:
    """What the pairs of P pixels say; float32, NaN for no data.

    Parameters
    ----------
    displacement, std : ndarray, shape (2, date, ...)
        Metres since the first date of each part of the pixel's network.
    rate, rate_std : ndarray, shape (2, ...)
        Metres a year.
    parts : ndarray of int16
        Parts of the pixel's network after rejection; 0 where it has no data.
    rejected : ndarray
        Share of the pairs that were given up.
    """

    displacement: np.ndarray
    std: np.ndarray
    rate: np.ndarray
    rate_std: np.ndarray
    parts: np.ndarray
    rejected: np.ndarray


@dataclass(frozen=True)
class Fusion:
    """Block function of both components; picklable.

    Parameters
    ----------
    merged : Merged
    estimator : str
        Of :data:`.series.RULES`: what tells the residuals.
    sigmas : float
        Pairs whose residual in either component is larger than so many are given up; infinite for
        none.
    fewest : int
        Pairs that a pixel must keep.
    """

    merged: Merged
    estimator: str = "tukey"
    sigmas: float = SIGMAS
    fewest: int = 2

    def __call__(self, block) -> FusedBlock:
        """Fuse offsets.

        Parameters
        ----------
        block : (ndarray, ndarray or None)
            Offsets and their standard deviations, metres, shape (2, pair, ...), of all pairs.
        """
        merged = self.merged
        values, std = (
            None if part is None else part[:, merged.kept].astype(np.float32) for part in block
        )
        factors = merged.factors.reshape(-1, *(1,) * (values.ndim - 2))
        values = values * factors
        std = None if std is None else std * factors
        good = np.isfinite(values).all(axis=0)
        if std is not None:
            with np.errstate(invalid="ignore"):
                good &= (std > 0).all(axis=0)
        first = SeriesInversion(merged.network, self.estimator, "own_datum")
        kept = good.copy()
        for k in (0, 1):
            own = None if std is None else std[k]
            solved = first(np.where(good, values[k], np.nan), own)
            with np.errstate(invalid="ignore"):
                size = np.abs(self._residuals(values[k], solved.displacement))
                limit = self.sigmas * solved.noise * (1.0 if own is None else own)
                kept &= ~(size > limit)
        count = kept.sum(axis=0)
        kept &= count >= self.fewest
        last = SeriesInversion(merged.network, "least_squares", "own_datum", self.fewest)
        parts = [
            last(np.where(kept, values[k], np.nan), None if std is None else std[k]) for k in (0, 1)
        ]
        rates = [
            self._rate(values[k], None if std is None else std[k], kept, parts[k].displacement)
            for k in (0, 1)
        ]
        total = good.sum(axis=0)
        with np.errstate(invalid="ignore", divide="ignore"):
            rejected = np.where(total > 0, 1.0 - count / total, np.nan)
        return FusedBlock(
            np.stack([one.displacement for one in parts]), np.stack([one.std for one in parts]),
            np.stack([rate for rate, _ in rates]), np.stack([error for _, error in rates]),
            np.nan_to_num(parts[0].parts).astype(np.int16), rejected.astype(np.float32),
        )  # fmt: skip

    def _residuals(self, values, displacement) -> np.ndarray:
        """What pairs differ from the series."""
        ends = self.merged.network.pairs
        return values - (displacement[ends[:, 1]] - displacement[ends[:, 0]])

    def _rate(self, values, std, kept, displacement) -> tuple:
        """Rate of the pairs, and its standard deviation.

        Least squares of ``offset = rate * interval`` over all pairs; none of them joins two parts,
        so that parts need no common datum. Its error is the larger one of two: as if every pair had
        an error of its own, and as if every day had one, which all of its pairs share.
        """
        network = self.merged.network
        dates, shape = len(network.dates), values.shape[1:]
        numbers = network.dates.astype("datetime64[D]").astype(float) / DAYS_PER_YEAR
        interval = np.diff(numbers[network.pairs], axis=1)[:, 0]
        interval = interval.reshape(-1, *(1,) * len(shape))
        weight = np.where(kept, 1.0 if std is None else np.nan_to_num(std, nan=1.0) ** -2.0, 0.0)
        with np.errstate(invalid="ignore", divide="ignore"):
            form = (weight * interval**2).sum(axis=0)
            rate = (weight * interval * np.where(kept, values, 0.0)).sum(axis=0) / form
            rest = np.where(kept, values - rate * interval, 0.0)
            count = kept.sum(axis=0)
            unit = (weight * rest**2).sum(axis=0) / np.maximum(count - 1, 1)
            by_pair = unit / form
            # How much an error of a day changes the rate.
            share = np.zeros((dates, *shape))
            for (reference, secondary), lever in zip(network.pairs, weight * interval):
                share[reference] -= lever
                share[secondary] += lever
            about = self._about_lines(displacement, rate, kept, numbers)
            by_day = about * (share**2).sum(axis=0) / form**2
            error = np.sqrt(np.maximum(by_pair, by_day))
        few = count < 2
        return (
            np.where(count > 0, rate, np.nan).astype(np.float32),
            np.where(few, np.nan, error).astype(np.float32),
        )

    def _about_lines(self, displacement, rate, kept, numbers) -> np.ndarray:
        """Variance of the days about lines of one rate with a level for each part."""
        labels = _labels(self.merged.network.pairs, kept, len(numbers))
        known = np.isfinite(displacement)
        rest = displacement - rate * numbers.reshape(-1, *(1,) * rate.ndim)
        rest = np.where(known, rest, 0.0)
        squares, freedom = np.zeros(rate.shape), known.sum(axis=0) - 1.0
        for part in range(len(numbers)):
            mine = known & (labels == part)
            count = mine.sum(axis=0)
            if not count.any():
                continue
            mean = np.where(mine, rest, 0.0).sum(axis=0) / np.maximum(count, 1)
            squares += (np.where(mine, rest - mean, 0.0) ** 2).sum(axis=0)
            freedom -= count > 0
        return squares / np.maximum(freedom, 1.0)


def _labels(pairs, kept, dates) -> np.ndarray:
    """The part of each date, named by its first date; shape (date, ...)."""
    shape = kept.shape[1:]
    labels = np.broadcast_to(np.arange(dates).reshape(-1, *(1,) * len(shape)), (dates, *shape))
    labels = labels.copy()
    for _ in range(dates):
        before = labels.copy()
        for (first, last), there in zip(pairs, kept):
            low = np.minimum(labels[first], labels[last])
            labels[first] = np.where(there, low, labels[first])
            labels[last] = np.where(there, low, labels[last])
        if (labels == before).all():
            break
    return labels

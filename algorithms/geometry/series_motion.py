# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Series of several directions as series of east, north and up.

Images of several orbits are of different days. Inside of the time that all series share, each is
interpolated to the days of the others; what the ground may have done between two of its own dates
goes into its error as that of a Brownian bridge, whose rate comes from how the series strays from
straight lines over its own dates. All displacements are since the first common day.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import DAYS_PER_YEAR, years_of
from ..errors import GroundshiftError
from .decomposition import CONDITION_LIMIT, axes_of_motion, decompose

LEAST_STD = 1e-6  # metres: no noise at all is no weight


def common_days(names, dates, first_alone: bool = False) -> np.ndarray:
    """The days of the result: those of all series in the time that they share.

    Parameters
    ----------
    names : sequence of str
        For errors.
    dates : sequence of ndarray of datetime64[D]
    first_alone : bool
        Only the days of the first series, and the first one that all share.

    Raises
    ------
    GroundshiftError
        If there is no common time.
    """
    start, stop = max(days[0] for days in dates), min(days[-1] for days in dates)
    if start >= stop:
        told = ", ".join(f"{name} {days[0]} to {days[-1]}" for name, days in zip(names, dates))
        raise GroundshiftError(
            f"The series have no time in common ({told}); give series that overlap in time."
        )
    days = np.unique(np.concatenate([[start], dates[0] if first_alone else np.concatenate(dates)]))
    return days[(days >= start) & (days <= stop)]


def at_days(values, std, dates, wanted) -> tuple:
    """A series at other days, linearly between its own dates.

    Parameters
    ----------
    values, std : ndarray, shape (time, pixel)
        Metres and standard deviation; NaN for no data.
    dates, wanted : ndarray of datetime64[D]
        Its own, and those asked for, which lie between them.

    Returns
    -------
    values, std : ndarray, shape (wanted, pixel)
        NaN where one of the two dates beside has none.
    """
    place = (wanted - dates[0]).astype(float) / DAYS_PER_YEAR
    years = years_of(dates)
    before = np.clip(np.searchsorted(years, place, side="right") - 1, 0, len(years) - 2)
    step = years[before + 1] - years[before]
    share = ((place - years[before]) / step)[:, None]
    on_date = (share == 0) | (share == 1)
    first = np.where(share == 1, 0.0, np.nan_to_num(values[before]))
    second = np.where(share == 0, 0.0, np.nan_to_num(values[before + 1]))
    found = (1 - share) * first + share * second
    lost = ((share != 1) & ~np.isfinite(values[before])) | (
        (share != 0) & ~np.isfinite(values[before + 1])
    )
    variance = ((1 - share) * np.nan_to_num(std[before])) ** 2
    variance += (share * np.nan_to_num(std[before + 1])) ** 2
    bridge = share * (1 - share) * step[:, None]
    variance += np.where(on_date, 0.0, bridge * _wander(values, std, years))
    return np.where(lost, np.nan, found), np.where(lost, np.nan, np.sqrt(variance))


def noise_of_dates(std) -> np.ndarray:
    """Noise of each date from standard deviations against a pixel's first date.

    A series that starts at zero knows of its first date's noise by that of the others alone: half
    of the smallest variance, as if all dates were alike. The errors of dates are taken as
    independent of one another.

    Parameters
    ----------
    std : ndarray, shape (time, pixel)
        0 at the date that the others refer to; as they are where there is no such date.
    """
    squares = np.square(std)
    smallest = np.where(squares > 0, squares, np.inf).min(axis=0)
    first = np.where(np.isfinite(smallest) & (squares == 0).any(axis=0), 0.5 * smallest, 0.0)
    return np.sqrt(np.where(squares == 0, first, squares - first))


def _wander(values, std, years) -> np.ndarray:
    """Variance by year of the motion beside straight lines, shape (pixel,)."""
    if len(years) < 3:
        return np.zeros(values.shape[1])
    before, after = np.diff(years)[:-1, None], np.diff(years)[1:, None]
    share = before / (before + after)
    strayed = values[1:-1] - (1 - share) * values[:-2] - share * values[2:]
    noise = std[1:-1] ** 2 + ((1 - share) * std[:-2]) ** 2 + (share * std[2:]) ** 2
    known = np.isfinite(strayed) & np.isfinite(noise)
    bridge = np.where(known, before * after / (before + after), 0.0).sum(axis=0)
    excess = np.where(known, strayed**2 - noise, 0.0).sum(axis=0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(bridge > 0, np.maximum(excess, 0.0) / bridge, 0.0)


@dataclass(frozen=True)
class MotionBlock:
    """Series of the components; NaN for no data.

    Parameters
    ----------
    displacement, std : ndarray, shape (component, day, ...)
        Metres.
    covariance : ndarray, shape (pair of components, day, ...)
        Of east and north, east and up, north and up; or of east and up. Metres squared.
    condition : ndarray
        Condition number of the geometry.
    residual : ndarray
        Root mean square of what is left, in standard deviations; NaN where nothing can be left.
    status : ndarray of uint8
        Codes of :data:`.decomposition.STATUS`.
    """

    displacement: np.ndarray
    std: np.ndarray
    covariance: np.ndarray
    condition: np.ndarray
    residual: np.ndarray
    status: np.ndarray


@dataclass(frozen=True)
class SeriesMotion:
    """Block function: series of several directions taken apart; picklable.

    Parameters
    ----------
    dates : tuple of ndarray of datetime64[D]
        Of each series.
    days : ndarray of datetime64[D]
        Of the result, from :func:`common_days`.
    north : bool
        East, north and up; else east and up, and north is taken as none.
    look_std : float
        0 for weighted least squares; else total least squares with this standard deviation of the
        components of the directions.
    limit : float
        Largest condition number.
    """

    dates: tuple
    days: np.ndarray
    north: bool = False
    look_std: float = 0.0
    limit: float = CONDITION_LIMIT

    def __call__(self, block) -> MotionBlock:
        """Solve a block.

        Parameters
        ----------
        block : tuple
            Unit vectors (series, 3, ...); of each series values and deviations, (time, ...).
        """
        vectors, series = block
        shape = vectors.shape[2:]
        count, pixels = len(vectors), int(np.prod(shape))
        vectors = np.asarray(vectors, float).reshape(count, 3, pixels)
        data, std = np.empty((2, count, len(self.days), pixels))
        for k, ((values, sigma), dates) in enumerate(zip(series, self.dates)):
            values = np.asarray(values, float).reshape(len(dates), pixels)
            sigma = noise_of_dates(np.asarray(sigma, float).reshape(len(dates), pixels))
            found, error = at_days(values, sigma, dates, self.days)
            data[k] = found - found[0]
            std[k] = np.maximum(np.sqrt(error**2 + error[0] ** 2), LEAST_STD)
        axes = axes_of_motion(pixels, self.north)
        return self._solved(vectors, data, std, axes, shape)

    def _solved(self, vectors, data, std, axes, shape):
        size, days, pixels = axes.shape[1], data.shape[1], data.shape[2]
        motion, error = np.full((2, size, days, pixels), np.nan)
        pairs = [(i, j) for i in range(size) for j in range(i + 1, size)]
        covariance = np.full((len(pairs), days, pixels), np.nan)
        squares, known = np.zeros((2, pixels))
        status, condition = np.zeros(pixels, np.uint8), np.full(pixels, np.nan)
        for day in range(1, days):
            found = decompose(vectors, data[:, day], std[:, day], axes, self.limit)
            values = found.values
            if self.look_std > 0:
                values = total_least_squares(
                    vectors, data[:, day], std[:, day], axes, self.look_std, values
                )
            motion[:, day] = values
            for n in range(size):
                error[n, day] = found.std(n)
            for place, (i, j) in enumerate(pairs):
                covariance[place, day] = found.covariance[i, j]
            good = np.isfinite(found.residual)
            squares[good] += _in_deviations(vectors, data[:, day], std[:, day], axes, values)[good]
            known += good
            condition = np.fmin(condition, found.condition)
            status = np.where((status != 1) & (found.status > 0), found.status, status)
        solved = status == 1
        motion[:, 0], error[:, 0], covariance[:, 0] = (
            np.where(solved, 0.0, np.nan) for _ in range(3)
        )
        with np.errstate(invalid="ignore"):
            residual = np.where(known > 0, np.sqrt(squares / np.maximum(known, 1)), np.nan)
        condition = np.where(np.isfinite(condition), condition, np.nan)
        return MotionBlock(
            *(part.astype(np.float32).reshape(*part.shape[:-1], *shape)
              for part in (motion, error, covariance, condition, residual)),
            status.reshape(shape),
        )  # fmt: skip


def _in_deviations(vectors, data, std, axes, values):
    """Mean square of what is left over spare observations, in standard deviations."""
    design = np.einsum("kep,enp->knp", vectors, axes)
    left = (data - np.einsum("knp,np->kp", design, values)) / std
    good = np.isfinite(left)
    spare = good.sum(axis=0) - axes.shape[1]
    return (np.where(good, left, 0.0) ** 2).sum(axis=0) / np.maximum(spare, 1)


def total_least_squares(vectors, data, std, axes, look_std, otherwise) -> np.ndarray:
    """Components where the directions err, too; arguments as of :func:`.decomposition.decompose`.

    The smallest singular vector v of [L / s_L | y / s_y] gives -v_1 / v_2 s_y / s_L (Golub and Van
    Loan 1980), with the rows weighed first by what the data's standard deviations differ.

    Parameters
    ----------
    look_std : float
        Standard deviation of the components of the directions.
    otherwise : ndarray, shape (component, pixel)
        Kept where there is no solution.
    """
    design = np.einsum("kep,enp->pkn", vectors, axes)
    good = np.isfinite(data).T & np.isfinite(design).all(axis=2) & (std > 0).T
    weight = np.where(good, 1.0 / np.where(good, std.T, 1.0), 0.0)
    mean = np.sqrt(good.sum(axis=1) / np.maximum((weight**2).sum(axis=1), 1e-300))
    weight *= mean[:, None]  # about one: the rows keep the errors of their directions
    rows = np.concatenate(
        [
            np.where(good[..., None], design, 0.0) * weight[..., None] / look_std,
            (np.where(good, data.T, 0.0) * weight / mean[:, None])[..., None],
        ],
        axis=2,
    )
    usable = np.isfinite(rows).all(axis=(1, 2)) & (good.sum(axis=1) >= axes.shape[1])
    _, vectors_of = np.linalg.eigh(np.swapaxes(rows[usable], 1, 2) @ rows[usable])
    smallest = vectors_of[..., 0]
    found = np.array(otherwise)
    with np.errstate(invalid="ignore", divide="ignore"):
        solved = -smallest[:, :-1] / smallest[:, -1:] * mean[usable, None] / look_std
    keep = np.isfinite(solved).all(axis=1) & np.isfinite(found[:, usable]).all(axis=0)
    places = np.flatnonzero(usable)[keep]
    found[:, places] = solved[keep].T
    return found

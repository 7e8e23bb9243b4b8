# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From the phases of persistent scatterers to displacement series, and their quality.

Ferretti et al. (2001), doi:10.1109/36.898661: after unwrapping, height error and rate of every
point are estimated jointly, and what is left is split into the atmosphere (noise in time, smooth
in space) and the point's own noise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import years_of
from ..timeseries.apsfilter import SpaceFilter, low_pass
from ..timeseries.coloured import WHITE, MarkovNoise
from ..timeseries.velocity import Design, VelocityModel, fit

CELLS_PER_SIGMA = 4
MOST_CELLS = 1 << 22  # of the grid on which the atmosphere is smoothed
STABLE_SHARE = 0.5
ARCS = 1 << 15  # that are looked at at a time
LEAST_INDEPENDENT = 0.1  # share of the baselines' variation that the motion model must leave


def choose_reference(dates, baseline, wavelength: float) -> int:
    """The image with the least decorrelation to all others that is to be expected.

    Hooper et al. (2007), eq. 1: the sum over the others of the products of what is left of the
    coherence after a time and at a baseline, each falling in a line to zero.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    baseline : ndarray, shape (time,)
        Metres; left out where one is NaN.
    wavelength : float
        Metres; the critical baseline grows with it.

    Returns
    -------
    int
    """
    years = years_of(dates)
    longest = max(5.0, years[-1])
    left = 1.0 - np.abs(years[:, np.newaxis] - years) / longest
    if np.isfinite(baseline).all():
        critical = max(1100.0 * wavelength / 0.056, float(np.ptp(baseline)))
        left = left * (1.0 - np.abs(baseline[:, np.newaxis] - baseline) / critical)
    return int(np.argmax(left.sum(axis=1)))


def next_pairs(count: int) -> np.ndarray:
    """Pairs of each date with the next one, shape (pair, 2)."""
    return np.column_stack([np.arange(count - 1), np.arange(1, count)])


def wrap(phase) -> np.ndarray:
    """Phase between -pi and pi."""
    turn = 2 * np.pi
    return phase - turn * np.rint(phase / turn)


def integrate(unwrapped, pairs, wrapped) -> np.ndarray:
    """Phase of every date from the unwrapped pairs, congruent with its wrapped phase.

    Parameters
    ----------
    unwrapped : ndarray, shape (pair, point)
        NaN where unknown.
    pairs : ndarray of int, shape (pair, 2)
        Connect all dates.
    wrapped : ndarray, shape (time, point)

    Returns
    -------
    ndarray, shape (time, point)
        Relative to the first date; differs from the wrapped phases by whole cycles and a
        constant. Pairs that contradict each other are evened out by least squares before.
    """
    count = len(wrapped)
    design = np.zeros((len(pairs), count))
    design[np.arange(len(pairs)), pairs[:, 0]] = -1
    design[np.arange(len(pairs)), pairs[:, 1]] = 1
    solved = np.zeros((count, unwrapped.shape[1]))
    solved[1:] = np.linalg.pinv(design[:, 1:]) @ unwrapped
    relative = wrapped.astype(float) - wrapped[0]
    return relative + 2 * np.pi * np.rint((solved - relative) / (2 * np.pi))


@dataclass(frozen=True)
class MotionModel:
    """What is fitted to the series of every point.

    Parameters
    ----------
    matrix : ndarray, shape (time, column)
        Offset, time in years, and baseline in metres if it can be told from the others.
    has_height : bool
    years : ndarray, shape (time,)
    noise : MarkovNoise
        By date; white unless said.
    """

    matrix: np.ndarray
    has_height: bool
    years: np.ndarray
    noise: MarkovNoise = WHITE


def motion_model(dates, baseline) -> MotionModel:
    """A constant rate and, where the baselines tell it, a height error."""
    matrix = VelocityModel().design(dates)
    years = matrix[:, 1]
    baseline = np.asarray(baseline, float)
    if not np.isfinite(baseline).all() or len(dates) < 4:
        return MotionModel(matrix, False, years)
    centred = baseline - baseline.mean()
    left = centred - matrix @ np.linalg.lstsq(matrix, centred, rcond=None)[0]
    if np.linalg.norm(left) <= max(LEAST_INDEPENDENT * np.linalg.norm(centred), 1e-6):
        return MotionModel(matrix, False, years)
    return MotionModel(np.column_stack([matrix, baseline]), True, years)


@dataclass(frozen=True)
class PointFit:
    """A model fitted to points, each of shape (point,).

    Parameters
    ----------
    velocity, velocity_std : ndarray
        Metres a year.
    slope, slope_std : ndarray
        Metres of displacement a metre of baseline; NaN without a height error in the model.
    """

    velocity: np.ndarray
    velocity_std: np.ndarray
    slope: np.ndarray
    slope_std: np.ndarray


def fit_points(displacement, model: MotionModel) -> PointFit:
    """Rate and height error of points.

    Parameters
    ----------
    displacement : ndarray, shape (time, point)
        Metres.
    """
    result = fit(displacement, Design(model.matrix, model.years, coloured=model.noise))
    if model.has_height:
        slope, slope_std = result.coefficients[2], result.std[2]
    else:
        slope = slope_std = np.full(displacement.shape[1], np.nan)
    return PointFit(result.coefficients[1], result.std[1], slope, slope_std)


def stable_points(velocity, gamma) -> np.ndarray:
    """Points that are taken as the reference: those of the commonest rates.

    Ground at rest shares one rate and moving ground has many, so at rest is what lies in the
    shortest span of rates that holds half of the points.

    Parameters
    ----------
    velocity, gamma : ndarray, shape (point,)
        NaN for points that cannot be the reference; of those left the more stable half is looked
        at.

    Returns
    -------
    ndarray of bool, shape (point,)
    """
    known = np.isfinite(velocity)
    good = known & (gamma >= np.median(gamma[known]))
    ordered = np.sort(velocity[good])
    held = max(1, int(np.ceil(STABLE_SHARE * len(ordered))))
    first = int(np.argmin(ordered[held - 1 :] - ordered[: len(ordered) - held + 1]))
    return good & (velocity >= ordered[first]) & (velocity <= ordered[first + held - 1])


@dataclass(frozen=True)
class AtmosphereGrid:
    """Cells in which series are averaged before they are smoothed.

    Parameters
    ----------
    cell : ndarray of int, shape (point,)
    place : ndarray, shape (2, point)
        Fractional row and column of the points among the cells' centres.
    shape : (int, int)
    sigma : float
        Of the Gaussian, cells.
    """

    cell: np.ndarray
    place: np.ndarray
    shape: tuple
    sigma: float

    def sums(self, displacement, first: int = 0) -> np.ndarray:
        """Sums over the cells, shape (time, cell), of points from the `first` on."""
        size = self.shape[0] * self.shape[1]
        cell = self.cell[first : first + displacement.shape[1]]
        return np.stack([np.bincount(cell, values, size) for values in displacement])

    def smooth(self, sums, count, high_pass) -> np.ndarray:
        """High-pass in time, then low-pass in space; shape (time, row, column) of cells.

        Parameters
        ----------
        sums : ndarray, shape (time, cell)
        count : ndarray, shape (cell,)
            Points in the cells.
        high_pass : callable
            Of series, shape (time, cell); see :class:`..timeseries.apsfilter.HighPass`.
        """
        filled = count > 0
        high = np.zeros(sums.shape)
        high[:, filled] = high_pass(sums[:, filled] / count[filled])
        high = high.reshape(-1, *self.shape)
        space = SpaceFilter(self.sigma)
        inner = slice(None), slice(None)
        return low_pass(high, count.reshape(self.shape), (space, space), inner)

    def at_points(self, field, first: int, count: int) -> np.ndarray:
        """Bilinear values of a field over the cells at some points, shape (time, count)."""
        from scipy.ndimage import map_coordinates

        place = self.place[:, first : first + count]
        return np.stack([map_coordinates(f, place, order=1, mode="nearest") for f in field])


def atmosphere_grid(xy, metres: float) -> AtmosphereGrid:
    """Cells over points for a Gaussian of a width.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres.
    metres : float
        Standard deviation of the Gaussian.
    """
    spans = np.ptp(xy, axis=0)
    cell = metres / CELLS_PER_SIGMA
    # A narrow filter over a wide scene: larger cells, as long as the Gaussian covers a few.
    cell = min(max(cell, np.sqrt(spans[0] * spans[1] / MOST_CELLS)), metres)
    place = (xy - xy.min(axis=0)).T[::-1] / cell - 0.5
    index = np.floor(place + 0.5).astype(np.int64)
    shape = tuple(int(n) + 1 for n in index.max(axis=1))
    return AtmosphereGrid(index[0] * shape[1] + index[1], place, shape, metres / cell)


def arc_residuals(displacement, model: MotionModel, ends) -> np.ndarray:
    """Noise of the differences between neighbours, about the model.

    What neighbours share, atmosphere and motion that is not steady, is not in it; a cycle that the
    unwrapping has put at some dates on one of them is.

    Parameters
    ----------
    displacement : ndarray, shape (time, point)
        Metres.
    model : MotionModel
    ends : (ndarray, ndarray)
        Points at the arcs' ends.

    Returns
    -------
    ndarray, shape (arc,)
        Standard deviation, metres; holds the noise of both ends.
    """
    matrix = model.matrix
    fitted = matrix @ np.linalg.pinv(matrix)
    freedom = len(matrix) - matrix.shape[1]
    std = np.empty(len(ends[0]))
    for first in range(0, len(std), ARCS):
        i, j = (end[first : first + ARCS] for end in ends)
        apart = displacement[:, i].astype(float) - displacement[:, j]
        std[first : first + ARCS] = np.sqrt(((apart - fitted @ apart) ** 2).sum(axis=0) / freedom)
    return std


def coherence_of(noise, wavelength: float) -> np.ndarray:
    """Temporal coherence of series with normal noise: length of the mean phasor.

    Ferretti et al. (2001), eq. 21, as expected for a standard deviation.

    Parameters
    ----------
    noise : ndarray
        Metres.
    wavelength : float
        Metres.
    """
    return np.exp(-0.5 * (4 * np.pi / wavelength * np.asarray(noise)) ** 2)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fast motion seen by a long wavelength, predicted for the interferograms of a short one.

Between pixels where C or X band loses count of its fringes, L band does not. Its displacement
series is modelled by a low-order polynomial in time at every point, taken into the other line of
sight by a stated assumption, carried to the other grid (:mod:`.interpolation`), and its phase is
removed before unwrapping or inversion and restored behind it. The residual phase, small and smooth
in space, is what is unwrapped (remove and restore; multi-sensor idea after Zhu et al.).

As the prediction is removed and restored exactly, its own error does not enter the result: it only
says how much phase is left to unwrap.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import factorial

import numpy as np

from ..data.dates import DAYS_PER_YEAR, years_of
from ..data.grid import TILE_COLS, TILE_ROWS
from ..data.stack import StackBlock
from ..errors import GroundshiftError

LEAST_SENSITIVITY = 0.25
"""Motion of which the long wavelength sees a smaller share is not scaled up (FIELD.md: 0.2-0.3)."""
FLAT = 5.0  # degrees of slope under which the ground has no direction down it


def time_basis(dates, epoch, degree: int) -> np.ndarray:
    """Functions of time without the constant, ``t**k / k!``, t in years since an epoch.

    The first coefficient is the rate at the epoch, the second the acceleration.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    epoch : datetime64[D]
    degree : int

    Returns
    -------
    ndarray, shape (time, degree)
    """
    years = (np.asarray(dates, "datetime64[D]") - epoch).astype(float) / DAYS_PER_YEAR
    return np.stack([years**k / factorial(k) for k in range(1, degree + 1)], axis=-1)


@dataclass(frozen=True)
class Coefficients:
    """Polynomials of points.

    Parameters
    ----------
    values : ndarray, shape (point, degree)
        Metres a year, metres a year squared ... towards the satellite.
    covariance : ndarray, shape (point, degree, degree)
    """

    values: np.ndarray
    covariance: np.ndarray


def fit_polynomials(dates, series, epoch, degree: int) -> Coefficients:
    """Fit a polynomial to each series by least squares; errors from the residuals.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    series : ndarray, shape (time, point)
        Metres; a point with a gap gets NaN.
    epoch : datetime64[D]
    degree : int

    Raises
    ------
    GroundshiftError
        If the dates are too few for the degree.
    """
    if len(dates) < degree + 2:
        raise GroundshiftError(
            f"The long-wavelength series has {len(dates)} dates and a polynomial of degree "
            f"{degree} with an error needs {degree + 2}; lower the degree."
        )
    matrix = np.column_stack([np.ones(len(dates)), time_basis(dates, epoch, degree)])
    series = np.asarray(series, float)
    inverse = np.linalg.pinv(matrix)
    values = inverse @ series
    residual = series - matrix @ values
    variance = (residual**2).sum(axis=0) / (len(dates) - degree - 1)
    cofactor = (inverse @ inverse.T)[1:, 1:]
    return Coefficients(values[1:].T, variance[:, np.newaxis, np.newaxis] * cofactor)


def down_slope(height, spacing) -> np.ndarray:
    """Unit vectors (east, north, up) down the slope; vertical where it is under 5 degrees.

    Parameters
    ----------
    height : ndarray, shape (row, column)
        Metres, rows from north to south.
    spacing : (float, float)
        Height and width of a pixel, metres.

    Returns
    -------
    ndarray, shape (3, row, column)
    """
    south, east = np.gradient(np.asarray(height, float), *spacing)
    tangent = np.hypot(south, east)
    with np.errstate(invalid="ignore", divide="ignore"):
        cosine = 1 / np.sqrt(1 + tangent**2)
        vector = np.stack([-east, south, -(tangent**2)]) * cosine / tangent
    steep = tangent >= np.tan(np.radians(FLAT))
    vertical = np.array([0.0, 0.0, -1.0])[:, np.newaxis, np.newaxis]
    return np.where(steep, vector, vertical)


def look_factor(long_look, short_look, direction) -> np.ndarray:
    """What a long-wavelength displacement is multiplied by to be along the other line of sight.

    ``(l_short . m) / (l_long . m)`` for motion along ``m``.

    Parameters
    ----------
    long_look, short_look : ndarray, shape (point, 3)
        Unit vectors from the ground to the satellites.
    direction : ndarray, shape (point, 3)
        Unit vectors of the motion.

    Returns
    -------
    ndarray, shape (point,)
        NaN where the long wavelength sees less than :data:`LEAST_SENSITIVITY` of the motion.
    """
    seen = (long_look * direction).sum(axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        factor = (short_look * direction).sum(axis=-1) / seen
        return np.where(np.abs(seen) >= LEAST_SENSITIVITY, factor, np.nan)


def wrap(phase) -> np.ndarray:
    """Phase between -pi and pi."""
    return np.angle(np.exp(1j * np.asarray(phase, float)))


@dataclass(frozen=True)
class PredictedBlock:
    """A window of the model.

    Parameters
    ----------
    coefficients : ndarray, shape (degree, row, column)
        NaN where nothing is predicted.
    covariance : ndarray, shape (degree, degree, row, column)
    """

    coefficients: np.ndarray
    covariance: np.ndarray

    def combine(self, weights) -> np.ndarray:
        """Linear combinations of the coefficients, shape (combination, row, column)."""
        return np.tensordot(np.asarray(weights, float), self.coefficients, 1)

    def std(self, weights) -> np.ndarray:
        """Their standard deviations."""
        weights = np.asarray(weights, float)
        variance = np.einsum("ck,klij,cl->cij", weights, self.covariance, weights)
        return np.sqrt(np.maximum(variance, 0.0))


@dataclass(frozen=True)
class StackAndModel:
    """A window of the stack with the model in it."""

    stack: StackBlock
    model: PredictedBlock


@dataclass(frozen=True)
class Removed:
    """A window after the removal.

    Parameters
    ----------
    phase : ndarray of float32, shape (interferogram, row, column)
    coherence : ndarray or None
    steep_before, steep_after, steps : int
        Steps between neighbouring pixels that are too steep to unwrap, and all of them.
    rate, rate_std : ndarray, shape (row, column)
        Mean predicted rate over the stack's time and its standard deviation, metres a year.
    phase_std : ndarray, shape (row, column)
        Largest standard deviation of the predicted phase over the pairs, radians.
    """

    phase: np.ndarray
    coherence: np.ndarray | None
    steep_before: int
    steep_after: int
    steps: int
    rate: np.ndarray
    rate_std: np.ndarray
    phase_std: np.ndarray


@dataclass(frozen=True)
class RemovePrediction:
    """Block function: takes the predicted phase out.

    Parameters
    ----------
    weights : ndarray, shape (interferogram, degree)
        :func:`time_basis` of the later date minus that of the earlier.
    mean_rate : ndarray, shape (degree,)
        The same for the whole time of the stack, divided by its length in years.
    wavelength : float
        Of the stack, metres.
    wrapped : bool
        The stack's phase is wrapped and stays so.
    keep_outside : bool
        Where nothing is predicted the phase stays; else it becomes no data.
    """

    weights: np.ndarray
    mean_rate: np.ndarray
    wavelength: float
    wrapped: bool
    keep_outside: bool

    def __call__(self, block: StackAndModel) -> Removed:
        to_phase = -4 * np.pi / self.wavelength
        phase = block.stack.phase
        result = np.empty_like(phase)
        counts = np.zeros(3, int)
        worst = np.zeros(phase.shape[1:])
        outside = np.isnan(block.model.coefficients).any(axis=0)
        for k, weights in enumerate(self.weights):
            predicted = to_phase * block.model.combine(weights[np.newaxis])[0]
            if self.keep_outside:
                predicted = np.where(outside, 0.0, predicted)
            left = phase[k] - predicted
            result[k] = wrap(left) if self.wrapped else left
            counts += count_steep(phase[k], result[k], self.wrapped)
            std = abs(to_phase) * block.model.std(weights[np.newaxis])[0]
            worst = np.maximum(worst, std)
        whole = self.mean_rate[np.newaxis]
        return Removed(
            result, block.stack.coherence, *counts.tolist(), block.model.combine(whole)[0],
            block.model.std(whole)[0], np.where(outside, np.nan, worst),
        )  # fmt: skip


def count_steep(before, after, wrapped: bool) -> np.ndarray:
    """Count steps between neighbours that an unwrapper cannot take rightly.

    Steps of more than pi in unwrapped phase; of wrapped phase they cannot be seen, so those of
    more than pi/2 are counted, whose share is half where the phase is random.

    Steps between the tiles of a raster are passed over, so that the count does not depend on the
    blocks.

    Parameters
    ----------
    before, after : ndarray, shape (row, column)
        A window that starts at a tile's corner.
    wrapped : bool

    Returns
    -------
    ndarray
        Steep before, steep after, all.
    """
    limit = np.pi / 2 if wrapped else np.pi
    counts = np.zeros(3, int)
    for axis, tile in ((0, TILE_ROWS), (1, TILE_COLS)):
        first, second = np.diff(before, axis=axis), np.diff(after, axis=axis)
        inside = (np.arange(first.shape[axis]) + 1) % tile != 0
        good = np.isfinite(first) & np.isfinite(second)
        good &= inside[:, np.newaxis] if axis == 0 else inside
        for place, steps in enumerate((first, second)):
            steps = wrap(steps[good]) if wrapped else steps[good]
            counts[place] += int((np.abs(steps) > limit).sum())
        counts[2] += int(good.sum())
    return counts


@dataclass(frozen=True)
class SeriesAndModel:
    """A window of a residual series (time, row, column), its rate or None, and the model in it."""

    series: np.ndarray
    velocity: np.ndarray | None
    model: PredictedBlock


@dataclass(frozen=True)
class Restored:
    """A window of the restored series and, where it has one, its rate."""

    series: np.ndarray
    velocity: np.ndarray | None


@dataclass(frozen=True)
class RestorePrediction:
    """Block function: adds the predicted displacement to a residual series.

    Parameters
    ----------
    weights : ndarray, shape (time, degree)
        :func:`time_basis` since the series' first date.
    reference : ndarray, shape (degree,)
        Coefficients at the reference, which are taken off everywhere.
    slope : ndarray, shape (degree,)
        The rate of the model as the inversion sees it: by a straight line over all dates.
    keep_outside : bool
        As it was removed.
    """

    weights: np.ndarray
    reference: np.ndarray
    slope: np.ndarray
    keep_outside: bool

    def __call__(self, block: SeriesAndModel) -> Restored:
        centre = self.reference[:, np.newaxis, np.newaxis]
        coefficients = block.model.coefficients.astype(float)
        outside = np.isnan(coefficients).any(axis=0)
        if self.keep_outside:
            coefficients = np.where(outside, 0.0, coefficients)
        coefficients = coefficients - centre
        added = np.tensordot(self.weights, coefficients, 1)
        series = (block.series + added).astype(np.float32)
        velocity = None
        if block.velocity is not None:
            rate = np.tensordot(self.slope, coefficients, 1)
            velocity = (block.velocity + rate).astype(np.float32)
        return Restored(series, velocity)


def straight_line_rate(dates, weights) -> np.ndarray:
    """Rates of the basis functions by a straight line over the dates, shape (degree,)."""
    years = years_of(dates)
    centred = years - years.mean()
    return centred @ weights / (centred**2).sum()

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The step of an earthquake under the atmosphere: all dates before it against all dates after it.

``d = Σ w u(after) - Σ w u(before)``, with the sum of the weights 1 on each side and each date
weighed by its own atmosphere: generalised least squares for an offset and a step, and for a rate,
a season, afterslip and other steps where they are asked for. For n equal and independent dates on
each side the error is ``σ sqrt(2 / n)``, where a single pair has ``σ sqrt(2)``. The noise of a
date, alike over the scene up to a factor of each pixel, comes from the residuals, its colour in
time, too; control dates, on which nothing happened, show whether the errors are right.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..dense import product
from ..errors import GroundshiftError
from .coloured import WHITE, MarkovNoise, estimate_noise
from .date_noise import date_variances, residual_operator, shrunk_variances
from .event_dates import DateStack
from .velocity import Design, Fit, PairNoise, fit

LEAST_SHARE = 0.6  # of the median date: what looks calmer than that mostly looks so by chance
ROUNDS = 2
NOISE_PIXELS = 1000
MILLIMETRES = 1e3


@dataclass(frozen=True)
class StackNoise:
    """Noise of the dates of a stack.

    Parameters
    ----------
    sigma : ndarray, shape (date,)
        Of each date's own noise at a typical pixel, metres.
    coloured : MarkovNoise
        How it is correlated in time.
    pairs : ndarray, shape (date, date), or None
        Shape of the covariance that came in by the pairs.
    typical : float
        Size of that at a typical pixel, square metres.
    """

    sigma: np.ndarray
    coloured: MarkovNoise = WHITE
    pairs: np.ndarray | None = None
    typical: float = 0.0

    def covariance(self, years, with_pairs: bool = True) -> np.ndarray:
        """Of the dates at a typical pixel, square metres."""
        own = self.sigma[:, np.newaxis] * self.sigma * self.coloured.covariance(years)
        return own if self.pairs is None or not with_pairs else own + self.typical * self.pairs

    def scaled_pairs(self) -> PairNoise | None:
        """For series that were divided by `sigma`."""
        if self.pairs is None:
            return None
        return PairNoise(self.pairs / (self.sigma[:, np.newaxis] * self.sigma))


def fit_step(series, stack: DateStack, noise: StackNoise, scale=None) -> Fit:
    """Fit the terms of a stack.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
        All dates, metres; NaN where missing.
    stack : DateStack
    noise : StackNoise
    scale : ndarray, shape (pixel,), optional
        Size of the pairs' noise, square metres.

    Returns
    -------
    Fit
        In metres (a year); residuals in units of the dates' noise.
    """
    sigma = noise.sigma[:, np.newaxis]
    design = Design(stack.matrix / sigma, stack.years, None, noise.coloured)
    return fit(series[stack.used] / sigma, design, noise.scaled_pairs(), scale)


def stack_noise(series, stack: DateStack, kind: str, pairs=None, scale=None, coloured=None):
    """Noise of a stack's dates from the residuals of a scene's sample.

    Each pixel counts by its own scatter, so that few noisy pixels do not speak for all.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
        Sample, all dates, metres.
    stack : DateStack
    kind : str
        Of :data:`.coloured.KINDS`.
    pairs : ndarray, shape (time, time), optional
        Covariance of the pairs' noise, all dates; `scale` is its size by pixel.
    scale : ndarray, shape (pixel,), optional
    coloured : MarkovNoise, optional
        The colour, where it is known already.

    Returns
    -------
    StackNoise

    Raises
    ------
    GroundshiftError
        If no pixel has enough dates with noise, or see :func:`.coloured.estimate_noise`.
    """
    count = len(stack.used)
    shape = None if pairs is None else pairs[np.ix_(stack.used, stack.used)]
    noise = StackNoise(np.ones(count))
    for _ in range(ROUNDS):
        found = fit_step(series, stack, noise)
        residual = series[stack.used] - product(stack.matrix, found.coefficients)
        level = found.squares / found.freedom
        good = np.isfinite(level) & (level > 0)
        if not good.any():
            raise GroundshiftError(
                f"No sampled pixel has enough of the {count} dates about {stack.when} with noise "
                "in them; widen the window, take fewer terms, or lower the temporal coherence."
            )
        level = level[good]
        residual = residual[:, good] / np.sqrt(level)
        known = np.isfinite(residual)
        means = np.where(known, residual, 0) ** 2
        means = means.sum(axis=1) / np.maximum(known.sum(axis=1), 1)
        by_pairs = np.zeros((count, count))
        if shape is not None:
            by_pairs = shape * np.mean(np.nan_to_num(scale[good]) / level)
        weights = 1 / noise.sigma**2
        variances = date_variances(means, stack.years, by_pairs, weights, stack.matrix)
        # A date whose residual a term takes up tells nothing of its noise.
        middle = np.median(variances[variances > 0]) if (variances > 0).any() else 1.0
        variances = np.maximum(variances, LEAST_SHARE**2 * middle)
        operator = residual_operator(stack.years, weights, stack.matrix)
        expected = operator @ (np.diag(variances) + by_pairs) @ operator.T
        variances = shrunk_variances(variances, residual, expected)
        noise = StackNoise(np.sqrt(variances * np.median(level)))
    if shape is not None:
        noise = replace(noise, pairs=shape, typical=float(np.nanmedian(scale)))
    if coloured is None:
        some = np.s_[:: max(1, series.shape[1] // NOISE_PIXELS)]
        sigma = noise.sigma[:, np.newaxis]
        coloured = estimate_noise(
            series[stack.used][:, some] / sigma, stack.matrix / sigma, stack.years, kind,
            noise.scaled_pairs(), None if shape is None else scale[some],
        )  # fmt: skip
    if not coloured.is_white:  # which holds the pairs' noise, too
        noise = replace(noise, coloured=coloured, pairs=None)
    return noise


def step_weights(stack: DateStack, noise: StackNoise) -> np.ndarray:
    """What each date counts for in the step, shape (date,).

    Those after it sum to 1 and those before it to -1 where nothing else is fitted.
    """
    covariance = noise.covariance(stack.years, with_pairs=False)
    solved = np.linalg.solve(covariance, stack.matrix)
    return np.linalg.solve(stack.matrix.T @ solved, solved.T)[stack.step]


def step_sigma(stack: DateStack, noise: StackNoise) -> float:
    """Standard deviation of the step at a typical pixel, metres."""
    weights = step_weights(stack, noise)
    return float(np.sqrt(weights @ noise.covariance(stack.years) @ weights))


def best_pair(stack: DateStack, noise: StackNoise) -> tuple[int, int, float]:
    """The pair of dates over the event with the least noise.

    Returns
    -------
    first, second : int
        Of the stack's dates.
    sigma : float
        Standard deviation of their difference at a typical pixel, metres.
    """
    covariance = noise.covariance(stack.years)
    own = np.diag(covariance)
    variance = own[:, np.newaxis] + own - 2 * covariance
    after = stack.dates >= stack.when
    variance = np.where(~after[:, np.newaxis] & after, variance, np.inf)
    first, second = np.unravel_index(np.argmin(variance), variance.shape)
    return int(first), int(second), float(np.sqrt(variance[first, second]))


def without_rate(stack: DateStack) -> DateStack:
    """The same stack without a common rate, which has to be in it."""
    return replace(stack, matrix=np.delete(stack.matrix, 1, axis=1), step=stack.step - 1)


def detection_limit(freedom, alpha: float) -> np.ndarray:
    """Size of step over sigma that chance exceeds with a rate, of Student's distribution.

    Parameters
    ----------
    freedom : ndarray
        Degrees of freedom, NaN where there is no fit.
    alpha : float
        Rate of false alarms, both signs together.
    """
    from scipy.stats import t

    kinds, place = np.unique(np.nan_to_num(freedom), return_inverse=True)
    limits = t.isf(alpha / 2, np.maximum(kinds, 1.0))
    return np.where(kinds > 0, limits, np.nan)[place].reshape(np.shape(freedom))


@dataclass(frozen=True)
class Control:
    """What the stack gives about a date on which nothing happened.

    Parameters
    ----------
    when : datetime64[D]
    pixels : int
    alarms : float
        Share of the pixels whose step is taken for one.
    spread : float
        Root mean square of step over sigma, over that of Student's distribution: 1 where the
        errors are right.
    """

    when: np.datetime64
    pixels: int
    alarms: float
    spread: float


def control(series, stack: DateStack, noise: StackNoise, alpha: float, scale=None) -> Control:
    """Try a control date on the pixels of a sample; see :func:`fit_step`."""
    ratio, found = step_ratio(series, stack, noise, scale)
    known = np.isfinite(ratio)
    if not known.any():
        return Control(stack.when, 0, np.nan, np.nan)
    alarms = np.abs(ratio[known]) > detection_limit(found.freedom, alpha)[known]
    free = found.freedom[known]
    usual = np.where(free > 2, free / np.maximum(free - 2, 1e-9), np.nan)
    spread = np.sqrt(np.nanmean(ratio[known] ** 2 / usual))
    return Control(stack.when, int(known.sum()), float(alarms.mean()), float(spread))


def step_ratio(series, stack, noise, scale=None) -> tuple[np.ndarray, Fit]:
    """Step over sigma, NaN where there is no noise (at the reference), and the fit."""
    found = fit_step(series, stack, noise, scale)
    step, std = found.coefficients[stack.step], found.std[stack.step]
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(std > 0, step / std, np.nan), found


@dataclass(frozen=True)
class EventBlock:
    """A window of a series: displacement (time, row, column), metres; pairs' noise or None; the
    far field's surface by date, to be taken off, or None."""

    displacement: np.ndarray
    pair_noise: np.ndarray | None
    surface: np.ndarray | None


@dataclass(frozen=True)
class StepBlock:
    """Results of a block.

    Parameters
    ----------
    step : ndarray of float32, shape (band, row, column)
        Step and its standard deviation, and those of afterslip, millimetres.
    ratio : ndarray of float32, shape (row, column)
        Step over standard deviation.
    detected : ndarray, shape (row, column)
        1 where that is beyond chance, 0 where not, NaN for no data.
    control : ndarray of float32, shape (band, row, column)
        Standard deviation as the control dates have it, millimetres, and over the other one; no
        band without controls.
    """

    step: np.ndarray
    ratio: np.ndarray
    detected: np.ndarray
    control: np.ndarray


@dataclass(frozen=True)
class StepFit:
    """Block function: the step of every pixel.

    Parameters
    ----------
    stack : DateStack
    noise : StackNoise
    alpha : float
        Rate of false alarms.
    factor : float
        Standard deviations are multiplied by it.
    postseismic : bool
        Whether the stack has afterslip.
    controls : tuple of (DateStack, StackNoise)
        For the standard deviation by pixel.
    """

    stack: DateStack
    noise: StackNoise
    alpha: float
    factor: float = 1.0
    postseismic: bool = False
    controls: tuple = ()

    def __call__(self, block: EventBlock) -> StepBlock:
        values = block.displacement
        if block.surface is not None:
            values = values - block.surface
        count, *shape = values.shape
        series = values.reshape(count, -1)
        scale = None if block.pair_noise is None else block.pair_noise.ravel()
        ratio, found = step_ratio(series, self.stack, self.noise, scale)
        ratio = ratio / self.factor
        columns = [self.stack.step, -1] if self.postseismic else [self.stack.step]
        bands = []
        for column in columns:
            bands += [found.coefficients[column], found.std[column] * self.factor]
        limit = detection_limit(found.freedom, self.alpha)
        with np.errstate(invalid="ignore"):
            detected = np.where(np.isfinite(ratio), np.abs(ratio) > limit, np.nan)
        std = bands[1]
        spread = self._spread(series, scale)
        control = [] if spread is None else [std / self.factor * spread * MILLIMETRES, spread]

        def raster(layers):
            return np.asarray(layers, np.float32).reshape(-1, *shape)

        return StepBlock(
            raster(bands) * np.float32(MILLIMETRES), raster(ratio)[0],
            detected.reshape(shape), raster(control),
        )  # fmt: skip

    def _spread(self, series, scale):
        """How many times sigma the control dates' steps scatter at each pixel."""
        if not self.controls:
            return None
        total, number = np.zeros((2, series.shape[1]))
        for stack, noise in self.controls:
            ratio, _ = step_ratio(series, stack, noise, scale)
            known = np.isfinite(ratio)
            total += np.where(known, ratio, 0.0) ** 2
            number += known
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(number > 0, np.sqrt(total / number), np.nan)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Atmosphere by filtering: what changes from date to date and is smooth in space.

Ferretti et al. (2001), doi:10.1109/36.898661; Berardino et al. (2002),
doi:10.1109/TGRS.2002.803792: after a model of the motion is taken off, the series is high-passed in
time and then low-passed in space. Seasons and steps are in that model where the series of a pixel
supports them; what of them the series does not show is too small to tell from atmosphere.

The estimate holds nothing of the motion model, so rates stay as they are: where the atmosphere is
independent from date to date, least squares on the unfiltered series is the best that a linear
filter can do (Gauss and Markov), and its standard deviation the honest one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..data.dates import years_of
from ..dense import product
from ..errors import GroundshiftError
from .correction import Correction, CorrectionBlock, Estimate
from .motion import scene_noise
from .supported import SupportedMotion, shared_steps, supported_motion
from .velocity import VelocityModel

REACH = 3.0  # of a Gaussian, in standard deviations
PIXELS_PER_SIGMA = 4  # wider Gaussians are taken over averages of pixels
LEAST_SUPPORT = 0.01  # share of a Gaussian's weight that must lie on stable pixels
WINDOWS = ("gaussian", "triangle")
CHUNK = 8192  # pixels that are high-passed together
NOISE_PIXELS = 1000


def time_operator(dates, model: VelocityModel, window: str, days: float) -> np.ndarray:
    """Matrix that takes a series to its high-passed residual of the motion model.

    The residual is taken before and after the high-pass, so that nothing of the model is left.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    model : VelocityModel
    window : str
        One of :data:`WINDOWS`.
    days : float
        Standard deviation of the Gaussian, or half the base of the triangle.

    Returns
    -------
    ndarray, shape (time, time)
    """
    residual = residual_operator(model.design(dates))
    return residual @ (residual - time_means(dates, window, days) @ residual)


def residual_operator(matrix) -> np.ndarray:
    """Matrix that takes a series to its residual about a model's columns, by least squares."""
    return np.eye(len(matrix)) - matrix @ np.linalg.pinv(matrix)


def time_means(dates, window: str, days: float) -> np.ndarray:
    """Matrix of the weighted means over a time window, shape (time, time)."""
    distance = np.abs((dates[:, np.newaxis] - dates).astype(float)) / days
    if window == "gaussian":
        weights = np.exp(-0.5 * distance**2)
    else:
        weights = np.maximum(1.0 - distance, 0.0)
    return weights / weights.sum(axis=1, keepdims=True)


@dataclass(frozen=True)
class HighPass:
    """High-pass of series about the motion that each of them supports.

    As :func:`time_operator`, with the model of each pixel.

    Parameters
    ----------
    motion : SupportedMotion
    means : ndarray, shape (time, time)
        See :func:`time_means`.
    shared : tuple of datetime64[D]
        Steps that were found at many pixels, and are in the model of all.
    """

    motion: SupportedMotion
    means: np.ndarray
    shared: tuple = ()

    def __call__(self, series) -> np.ndarray:
        """High-passed residuals, shape (time, pixel); of series without gaps."""
        out = np.empty(series.shape, np.float32)
        parts = [self._operators(design) for design in self.motion.designs]
        for first in range(0, series.shape[1], CHUNK):
            part = np.asarray(series[:, first : first + CHUNK], float)
            which, picks = self.motion.find(part)
            for number, operators in enumerate(parts):
                chosen = np.flatnonzero(which == number)
                out[:, first + chosen] = self._apply(part[:, chosen], picks[:, chosen], *operators)
        return out

    def _operators(self, design) -> tuple:
        residual = residual_operator(design.matrix)
        return residual, product(residual, design.table.T), residual - self.means @ residual

    def _apply(self, series, picks, residual, steps, high):
        stepped = (picks >= 0).any(axis=0)
        out = product(residual, product(high, series))
        if not stepped.any():
            return out
        left, basis = product(residual, series[:, stepped]), []
        for entries in picks[:, stepped]:
            column = steps[:, entries] * (entries >= 0)
            for other in basis:
                column = column - other * (other * column).sum(axis=0)
            length = np.sqrt((column**2).sum(axis=0))
            basis.append(column / np.where(length > 0, length, 1.0))
        for passed in (False, True):
            if passed:
                left = product(residual, left - product(self.means, left))
            for column in basis:
                left = left - column * (column * left).sum(axis=0)
        out[:, stepped] = left
        return out


def high_pass(series, dates, model: VelocityModel, window: str, days: float, most_steps: int = 2):
    """The high-pass of a scene, whose noise is that of some of its series.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
        Without gaps.
    dates, model, window, days
        See :func:`time_operator`.
    most_steps : int
        At a pixel, on dates that are found.

    Returns
    -------
    HighPass
    """
    some = series[:, :: max(1, series.shape[1] // NOISE_PIXELS)]
    motion = supported_motion(model, dates, most_steps)
    if motion.most_steps or len(motion.designs) > 1:
        season = len(motion.designs) > 1
        about = replace(model, annual=season and model.annual)
        noise = scene_noise(some, about, dates)
        motion = supported_motion(model, dates, most_steps, noise)
    shared = ()
    if motion.most_steps:
        shared = shared_steps(motion.find(some)[1], dates)
        if shared:
            model = replace(model, steps=(*model.steps, *shared))
            motion = supported_motion(model, dates, most_steps, motion.designs[0].coloured)
    return HighPass(motion, time_means(dates, window, days), shared)


def eaten_shares(operator, dates) -> tuple:
    """What a high-pass takes of motion that its model lacks.

    Parameters
    ----------
    operator : ndarray, shape (time, time)
        See :func:`time_operator`.
    dates : ndarray of datetime64[D], shape (time,)

    Returns
    -------
    season, step : float
        Share of the size of an annual wave; largest error, as a share of its size, that a step in
        the middle of the series gets.
    """
    angle = 2 * np.pi * years_of(dates)
    waves = np.stack([np.sin(angle), np.cos(angle)], axis=1)
    season = np.sum(waves * (operator @ waves)) / np.sum(waves * waves)
    step = operator @ (np.arange(len(dates)) >= len(dates) // 2).astype(float)
    return float(season), float(np.abs(step).max())


@dataclass(frozen=True)
class SpaceFilter:
    """A Gaussian low-pass along one axis, over cells of some pixels.

    Parameters
    ----------
    sigma : float
        Standard deviation in pixels.
    """

    sigma: float

    @property
    def cell(self) -> int:
        """Pixels that are averaged before; 1 for narrow Gaussians."""
        return max(1, int(self.sigma / PIXELS_PER_SIGMA))

    def kernel(self) -> np.ndarray:
        """Weights over cells.

        Averaging (variance ``(c**2 - 1) / 12``) and interpolation (``c**2 / 6``) smooth, too.
        """
        cell = self.cell
        own = 0.0 if cell == 1 else (cell**2 - 1) / 12 + cell**2 / 6
        sigma = np.sqrt(self.sigma**2 - own) / cell
        reach = max(1, int(np.ceil(REACH * sigma)))
        weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
        return weights / weights.sum()

    @property
    def halo(self) -> int:
        """Pixels that a block needs around it."""
        return (len(self.kernel()) // 2 + 2) * self.cell


def _to_cells(values, cells):
    """Sums over cells of the last two axes."""
    for axis, cell in zip((-2, -1), cells):
        if cell > 1:
            edges = np.arange(0, values.shape[axis], cell)
            values = np.add.reduceat(values, edges, axis=axis)
    return values


def _to_pixels(values, axis, cell, places):
    """Linear interpolation between the cells' centres."""
    if cell == 1:
        return np.take(values, places, axis=axis)
    where = np.clip((places + 0.5) / cell - 0.5, 0, values.shape[axis] - 1)
    lower = np.minimum(where.astype(int), max(values.shape[axis] - 2, 0))
    upper = np.minimum(lower + 1, values.shape[axis] - 1)
    shape = [1] * values.ndim
    shape[axis] = -1
    share = (where - lower).reshape(shape)
    return (
        np.take(values, lower, axis=axis) * (1 - share) + np.take(values, upper, axis=axis) * share
    )


def low_pass(values, weights, filters, inner) -> np.ndarray:
    """Normalised convolution: the weighted mean of the known neighbours.

    Parameters
    ----------
    values : ndarray, shape (time, row, column)
        Finite where `weights` are not 0.
    weights : ndarray, shape (row, column)
    filters : (SpaceFilter, SpaceFilter)
        For rows and columns.
    inner : (slice, slice)
        The part that is wanted.

    Returns
    -------
    ndarray of float32, shape (time, row, column)
        Of the inner part; 0 where nothing known is near.
    """
    from scipy.ndimage import correlate1d

    cells = tuple(f.cell for f in filters)
    kernels = [f.kernel() for f in filters]
    places = [np.arange(n)[part] for n, part in zip(weights.shape, inner)]

    def smooth(layer):
        layer = _to_cells(layer, cells)
        for axis, kernel in enumerate(kernels):
            layer = correlate1d(layer, kernel, axis=axis, mode="constant")
        for axis, (cell, place) in enumerate(zip(cells, places)):
            layer = _to_pixels(layer, axis, cell, place)
        return layer

    weights = weights.astype(float)
    support = smooth(weights)
    known = support > LEAST_SUPPORT * cells[0] * cells[1]
    factor = np.where(known, 1.0 / np.where(known, support, 1.0), 0.0)
    out = np.empty((len(values), *support.shape), np.float32)
    used = weights > 0
    for index, layer in enumerate(values):
        out[index] = smooth(np.where(used, layer, 0.0) * weights) * factor
    return out


@dataclass(frozen=True)
class FilteredAtmosphere:
    """The atmosphere of a block's dates.

    Parameters
    ----------
    high_pass : HighPass
    filters : (SpaceFilter, SpaceFilter)
    note : str
        A sentence for the log.
    """

    high_pass: HighPass
    filters: tuple
    note: str = ""

    def __call__(self, block: CorrectionBlock) -> Estimate:
        series = block.displacement
        complete = block.stable & np.isfinite(series).all(axis=0)
        high = np.zeros(series.shape, np.float32)
        high[:, complete] = self.high_pass(series[:, complete])
        return Estimate(low_pass(high, complete, self.filters, block.inner))


@dataclass(frozen=True)
class ApsFilterCorrection(Correction):
    """High-pass in time, low-pass in space.

    Parameters
    ----------
    model : VelocityModel
        The motion that is taken off before; a season where the series supports one.
    window : str
    days : float
        See :func:`time_operator`.
    metres : float
        Standard deviation of the Gaussian in space.
    most_steps : int
        At a pixel, on dates that are found.
    """

    model: VelocityModel = VelocityModel(annual=True)
    window: str = "gaussian"
    days: float = 60.0
    metres: float = 1000.0
    most_steps: int = 2
    name = "apsfilter"
    keeps_rate = True

    def filters(self, scene) -> tuple:
        """Filters for rows and columns."""
        if scene.spacing is None:
            raise GroundshiftError(
                "The series has no coordinate system, so metres cannot be turned into pixels; "
                "geocode it first."
            )
        filters = tuple(SpaceFilter(self.metres / size) for size in scene.spacing)
        if min(f.sigma for f in filters) < 0.5:
            raise GroundshiftError(
                f"A filter of {self.metres:g} m is narrower than half a pixel of "
                f"{max(scene.spacing):.3g} m; take a wider one."
            )
        return filters

    def halo(self, scene):
        """See :class:`.correction.Correction`."""
        filters = self.filters(scene)
        return tuple(f.halo for f in filters), tuple(f.cell for f in filters)

    def prepare(self, scene, sample):
        """Make the operators; see :class:`.correction.Correction`."""
        series, dates = sample.displacement, scene.dates
        complete = sample.stable & np.isfinite(series).all(axis=0)
        if not complete.any():
            raise GroundshiftError(
                "No stable and coherent pixel has all dates, so nothing can be filtered; lower "
                "the temporal coherence or leave out dates with gaps."
            )
        series = series[:, complete].astype(float)
        passed = high_pass(series, dates, self.model, self.window, self.days, self.most_steps)
        some = series[:, :: max(1, series.shape[1] // NOISE_PIXELS)]
        return FilteredAtmosphere(passed, self.filters(scene), self._note(dates, passed, some))

    def _note(self, dates, passed, series) -> str:
        which, picks = passed.motion.find(series)
        model = replace(self.model, annual=False, semiannual=False)
        operator = time_operator(dates, model, self.window, self.days)
        season, step = eaten_shares(operator, dates)
        said = ""
        if passed.shared:
            names = ", ".join(map(str, passed.shared))
            said = f"Many pixels have a step on {names}, which is modelled at all. "
        share = 100 * (picks >= 0).any(axis=0).mean() if len(picks) else 0.0
        said += f"Steps of their own are modelled at {share:.0f} % of the pixels"
        if len(passed.motion.designs) > 1:
            said += f" and a season at {100 * (which > 0).mean():.0f} %"
        elif self.model.annual:
            said += "; the dates cannot tell a season from the rate, so none is modelled"
        return (
            f"{said}. Of motion that the series does not show so clearly and that is as smooth in "
            f"space as the window, the filter takes {max(100 * season, 0.0):.0f} % of an annual "
            f"season and up to {100 * step:.0f} % of a step, smeared over the time window."
        )

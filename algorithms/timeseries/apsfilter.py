# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Atmosphere by filtering: what changes from date to date and is smooth in space.

Ferretti et al. (2001), doi:10.1109/36.898661; Berardino et al. (2002),
doi:10.1109/TGRS.2002.803792: after a model of the motion is taken off, the series is high-passed in
time and then low-passed in space.

The estimate holds nothing of the motion model, so rates stay as they are: where the atmosphere is
independent from date to date, least squares on the unfiltered series is the best that a linear
filter can do (Gauss and Markov), and its standard deviation the honest one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..dense import product
from ..errors import GroundshiftError
from .correction import Correction, CorrectionBlock, Estimate
from .velocity import DAYS_PER_YEAR, VelocityModel

REACH = 3.0  # of a Gaussian, in standard deviations
PIXELS_PER_SIGMA = 4  # wider Gaussians are taken over averages of pixels
LEAST_SUPPORT = 0.01  # share of a Gaussian's weight that must lie on stable pixels
WINDOWS = ("gaussian", "triangle")


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
    matrix = model.design(dates)
    residual = np.eye(len(dates)) - matrix @ np.linalg.pinv(matrix)
    distance = np.abs((dates[:, np.newaxis] - dates).astype(float)) / days
    if window == "gaussian":
        weights = np.exp(-0.5 * distance**2)
    else:
        weights = np.maximum(1.0 - distance, 0.0)
    low = weights / weights.sum(axis=1, keepdims=True)
    return residual @ (residual - low @ residual)


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
    angle = 2 * np.pi * (dates - dates[0]).astype(float) / DAYS_PER_YEAR
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
    operator : ndarray, shape (time, time)
        See :func:`time_operator`.
    filters : (SpaceFilter, SpaceFilter)
    note : str
        A sentence for the log.
    """

    operator: np.ndarray
    filters: tuple
    note: str = ""

    def __call__(self, block: CorrectionBlock) -> Estimate:
        count = len(self.operator)
        series = block.displacement
        complete = block.stable & np.isfinite(series).all(axis=0)
        high = product(
            self.operator.astype(np.float32), np.where(complete, series, 0).reshape(count, -1)
        )
        return Estimate(low_pass(high.reshape(series.shape), complete, self.filters, block.inner))


@dataclass(frozen=True)
class ApsFilterCorrection(Correction):
    """High-pass in time, low-pass in space.

    Parameters
    ----------
    model : VelocityModel
        The motion that is taken off before.
    window : str
    days : float
        See :func:`time_operator`.
    metres : float
        Standard deviation of the Gaussian in space.
    """

    model: VelocityModel = VelocityModel(annual=True)
    window: str = "gaussian"
    days: float = 60.0
    metres: float = 1000.0
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
        series = sample.displacement
        if not (sample.stable & np.isfinite(series).all(axis=0)).any():
            raise GroundshiftError(
                "No stable and coherent pixel has all dates, so nothing can be filtered; lower "
                "the temporal coherence or leave out dates with gaps."
            )
        model, said = self.model, ""
        try:
            model.design(scene.dates)
        except GroundshiftError:
            if not model.annual:
                raise
            model = replace(model, annual=False)
            said = "The dates cannot tell a season from the rate, so none is modelled. "
        operator = time_operator(scene.dates, model, self.window, self.days)
        season, step = eaten_shares(operator, scene.dates)
        note = (
            f"{said}Of motion that is as smooth in space as the window, the filter takes "
            f"{max(100 * season, 0.0):.0f} % of an annual season, and smears a step over the time "
            f"window, by up to {100 * step:.0f} % of its size (one whose date the model has stays)."
        )
        return FilteredAtmosphere(operator, self.filters(scene), note)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Surfaces fitted to every date: ramps over the scene, and dependence on height.

A ramp comes from orbits, the ionosphere or a long atmosphere; as a linear combination of dates
gives pairs, taking ramps off the dates is the same as taking them off the pairs. The fit is robust
(Huber 1964, weights found by iteration). What is proportional to height: Doin et al. (2009),
doi:10.1016/j.jappgeo.2009.03.010; fitted jointly, a slope of the ground is not taken for a ramp.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.statistics import ROBUST_SIGMA
from ..errors import GroundshiftError
from ..threads import kernel_lock
from .correction import (
    LEAST_STABLE,
    Correction,
    CorrectionBlock,
    Estimate,
    ImagesByDate,
    Scene,
)

HUBER = 1.345  # of the residuals' robust sigma: 95 % efficient for normal errors (Huber 1964)
MOST_ITERATIONS = 12
LEAST_SCALE = 1e-9  # metres, of the residuals: a perfect fit has none
SMALLEST_CHANGE = 1e-6  # metres; a date's fit that changes less is done
CHECKED_PIXELS = 500  # where that is looked at


@dataclass(frozen=True)
class SurfaceTerms:
    """Columns of a surface: 1, then the ramp's, then the height's.

    Parameters
    ----------
    ramp : int
        Degree in rows and columns: 0, 1 or 2.
    height : int
        Degree in height: 0, 1 or 2.
    shape : (int, int)
        Of the scene; rows and columns are scaled to -1..1 over it.
    mean_height, height_scale : float
        Metres; heights are scaled by them.
    """

    ramp: int
    height: int
    shape: tuple
    mean_height: float = 0.0
    height_scale: float = 1.0

    @property
    def count(self) -> int:
        """Number of columns."""
        return 1 + (0, 2, 5)[self.ramp] + self.height

    @property
    def of_height(self) -> np.ndarray:
        """Which columns are the height's."""
        return np.arange(self.count) >= self.count - self.height

    def columns(self, rows, cols, height) -> list:
        """Columns at pixels, of any shapes that go together.

        Parameters
        ----------
        rows, cols : ndarray
        height : ndarray or None

        Returns
        -------
        list of ndarray
        """
        y = 2.0 * rows / max(self.shape[0] - 1, 1) - 1.0
        x = 2.0 * cols / max(self.shape[1] - 1, 1) - 1.0
        columns = [np.ones(())]
        if self.ramp >= 1:
            columns += [x, y]
        if self.ramp == 2:
            columns += [x * x, x * y, y * y]
        if self.height:
            z = (height.astype(float) - self.mean_height) / self.height_scale
            columns += [z**power for power in range(1, self.height + 1)]
        return columns

    def matrix(self, rows, cols, height) -> np.ndarray:
        """Columns at pixels, shape (pixel, column); all given ones of shape (pixel,)."""
        return np.stack(np.broadcast_arrays(*self.columns(rows, cols, height), rows)[:-1], axis=1)


def fit_robust(matrix, values) -> np.ndarray:
    """Huber's robust fit of many right-hand sides.

    Parameters
    ----------
    matrix : ndarray, shape (pixel, column)
    values : ndarray, shape (time, pixel)
        NaN where missing.

    Returns
    -------
    ndarray, shape (time, column)
        NaN for dates with too few values.
    """
    from . import _correction_kernel as kernel

    count = matrix.shape[1]
    values = np.ascontiguousarray(values)
    if values.dtype != np.float32:
        values = values.astype(float, copy=False)
    columns = np.ascontiguousarray(matrix.T, float)
    thin = columns[:, :: max(1, len(matrix) // CHECKED_PIXELS)]
    known = np.isfinite(values).sum(axis=1)
    dates = np.flatnonzero(known > 2 * count)
    result, scales = np.full((len(values), count), np.nan), np.zeros(len(values))
    normal, right = np.zeros((len(values), count, count)), np.zeros((len(values), count))
    for _ in range(MOST_ITERATIONS):
        with kernel_lock:
            kernel.reweigh(
                columns, values, dates, result, scales, HUBER * ROBUST_SIGMA, LEAST_SCALE, normal,
                right,
            )  # fmt: skip
        inverse = np.linalg.pinv(normal[dates], hermitian=True)
        solved = np.einsum("tpq,tq->tp", inverse, right[dates])
        change = np.abs((solved - result[dates]) @ thin).max(axis=1)
        result[dates] = solved
        dates = dates[~(change < SMALLEST_CHANGE)]  # at first the change is not known
        if not dates.size:
            break
    return result


@dataclass(frozen=True)
class Surface:
    """Fitted surfaces, evaluated at the pixels of a block.

    Parameters
    ----------
    terms : SurfaceTerms
    coefficients : ndarray, shape (time, column)
        0 for columns that stay in the series.
    """

    terms: SurfaceTerms
    coefficients: np.ndarray

    def __call__(self, block: CorrectionBlock) -> Estimate:
        columns = self.terms.columns(block.rows[:, np.newaxis], block.cols, block.height)
        used = np.flatnonzero(self.coefficients.any(axis=0))
        images = np.empty((len(used), len(block.rows), len(block.cols)), np.float32)
        for image, number in zip(images, used):
            image[:] = columns[number]
        factors = np.ascontiguousarray(self.coefficients[:, used], np.float32)
        return Estimate(ImagesByDate(factors, images))


def fit_surfaces(scene: Scene, sample: CorrectionBlock, ramp: int, height: int):
    """Fit surfaces to the stable pixels of every date.

    Returns
    -------
    SurfaceTerms
    ndarray, shape (time, column)

    Raises
    ------
    GroundshiftError
        If there are too few stable pixels or the heights do not vary.
    """
    stable = sample.stable
    if height:
        stable = stable & np.isfinite(sample.height)
    if np.count_nonzero(stable) < LEAST_STABLE:
        raise GroundshiftError(
            f"Only {np.count_nonzero(stable)} sampled pixels are stable and coherent"
            f"{' and have a height' if height else ''}; lower the temporal coherence or widen the "
            "range of stable rates."
        )
    mean, scale = 0.0, 1.0
    heights = None
    if height:
        heights = sample.height[stable].astype(float)
        mean, scale = float(heights.mean()), float(heights.std())
        if scale < 1.0:
            raise GroundshiftError(
                f"The stable pixels' heights vary by {scale:.2g} m only, so nothing can be fitted "
                "to them; check the geometry file or leave the height out."
            )
    terms = SurfaceTerms(ramp, height, scene.shape, mean, scale)
    rows, cols = (index[stable] for index in np.meshgrid(sample.rows, sample.cols, indexing="ij"))
    matrix = terms.matrix(rows, cols, heights)
    if np.linalg.cond(matrix) > 1e4:
        raise GroundshiftError(
            "The stable pixels lie too close together or on a line to carry the surface; take a "
            "linear one, or widen the range of stable rates."
        )
    return terms, fit_robust(matrix, sample.displacement[:, stable])


@dataclass(frozen=True)
class RampCorrection(Correction):
    """A ramp by date.

    Parameters
    ----------
    degree : int
        1 for a plane, 2 for a quadratic surface.
    with_height : bool
        Fit the dependence on height along with it (and leave that in the series).
    """

    degree: int = 1
    with_height: bool = False
    name = "ramps"
    follows_ground = True

    @property
    def needs(self):
        """Height, where it is fitted jointly."""
        return ("height",) if self.with_height else ()

    def prepare(self, scene, sample):
        """Fit the stable pixels; see :class:`.correction.Correction`."""
        terms, coefficients = fit_surfaces(scene, sample, self.degree, int(self.with_height))
        # The constant is the reference's business; the height's part is not a ramp.
        ramp = np.arange(terms.count) > 0
        ramp &= ~terms.of_height
        ramp_terms = SurfaceTerms(self.degree, 0, scene.shape)
        return Surface(
            ramp_terms,
            np.nan_to_num(coefficients[:, : ramp_terms.count] * ramp[: ramp_terms.count]),
        )

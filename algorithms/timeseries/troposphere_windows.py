# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Dependence on height in overlapping windows, stitched smoothly.

The stratified delay changes over a large scene (Bekaert et al. 2015, doi:10.1002/2014JB011558). So
a polynomial in height is fitted in every window of a lattice whose windows overlap by half:

``field(x) = sum_i w_i(x) (g_i + p_i(h(x)))``

with weights that fall linearly from a window's centre and sum to one. The levels ``g_i`` are not
the windows' own means, which hold motion: they are chosen so that neighbouring windows agree on
the ground that both cover. A window with little relief takes the scene's polynomial.

With principal components (block-wise PCA after Zhu et al.) the stable series of a window, dates by
pixels, are decomposed; the leading components whose map correlates with height above a limit are
regressed on height, and that regression is the window's polynomial. Turbulence and motion, which
are in other components or do not follow height, stay.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from .correction import LEAST_STABLE, Correction, CorrectionBlock, Estimate
from .ramps import fit_robust, fit_surfaces

RELIEF = 50.0  # metres: with this standard deviation of heights a window counts half
LEAST_IN_WINDOW = 30
EXPLAINED = 0.99  # of the variance by the leading components
MOST_COMPONENTS = 10
MOST_WINDOWS = 2500


@dataclass(frozen=True)
class Lattice:
    """Centres of windows that overlap by half.

    Parameters
    ----------
    shape : (int, int)
        Of the scene, pixels.
    spacing : (float, float)
        Pixels between centres: half a window.
    counts : (int, int)
        Centres in rows and columns.
    """

    shape: tuple
    spacing: tuple
    counts: tuple

    @classmethod
    def over(cls, shape, window) -> Lattice:
        """A lattice that covers a scene; `window` is the size in pixels."""
        counts, spacing = [], []
        for length, size in zip(shape, window):
            if size >= length:
                counts.append(1)
                spacing.append(float(length))
            else:
                count = 1 + int(np.ceil((length - 1) / (0.5 * size)))
                counts.append(count)
                spacing.append((length - 1) / (count - 1))
        return cls(tuple(shape), tuple(spacing), tuple(counts))

    def weights(self, places, axis: int) -> np.ndarray:
        """Share of every centre at rows (axis 0) or columns (1); shape (place, centre)."""
        if self.counts[axis] == 1:
            return np.ones((len(places), 1))
        centres = self.spacing[axis] * np.arange(self.counts[axis])
        distance = np.abs(np.asarray(places, float)[:, np.newaxis] - centres)
        return np.maximum(1.0 - distance / self.spacing[axis], 0.0)

    def neighbours(self) -> np.ndarray:
        """Pairs of windows side by side, shape (pair, 2)."""
        number = np.arange(self.counts[0] * self.counts[1]).reshape(self.counts)
        across = np.stack([number[:, :-1].ravel(), number[:, 1:].ravel()], axis=1)
        down = np.stack([number[:-1].ravel(), number[1:].ravel()], axis=1)
        return np.concatenate([across, down])


@dataclass(frozen=True)
class WindowedHeights:
    """Polynomials in height on a lattice.

    Parameters
    ----------
    lattice : Lattice
    coefficients : ndarray, shape (time, 1 + degree, row of centres, column of centres)
        Level, then powers of the scaled height.
    mean_height, height_scale : float
        Metres.
    """

    lattice: Lattice
    coefficients: np.ndarray
    mean_height: float
    height_scale: float

    def __call__(self, block: CorrectionBlock) -> Estimate:
        down = self.lattice.weights(block.rows, 0).astype(np.float32)
        across = self.lattice.weights(block.cols, 1).astype(np.float32).T
        z = ((block.height - self.mean_height) / self.height_scale).astype(np.float32)
        maps = down @ self.coefficients.astype(np.float32) @ across
        field = maps[:, 0]
        power = np.ones_like(z)
        for degree in range(1, maps.shape[1]):
            power = power * z
            field = field + maps[:, degree] * power
        field[:, ~np.isfinite(block.height)] = 0.0
        return Estimate(field)


def window_polynomial(z, values, degree) -> np.ndarray:
    """Robust polynomial in height of a window's dates, without its constant.

    Parameters
    ----------
    z : ndarray, shape (pixel,)
        Scaled heights.
    values : ndarray, shape (time, pixel)

    Returns
    -------
    ndarray, shape (time, degree)
    """
    matrix = np.stack([z**power for power in range(degree + 1)], axis=1)
    return fit_robust(matrix, values)[:, 1:]


def component_polynomial(z, values, degree, least_correlation) -> np.ndarray:
    """Polynomial in height of the principal components that follow height.

    Parameters
    ----------
    z : ndarray, shape (pixel,)
    values : ndarray, shape (time, pixel)
        Pixels that lack a date are left out.
    degree : int
    least_correlation : float
        Of a component's map with the polynomial in height (multiple correlation) to be taken.

    Returns
    -------
    ndarray, shape (time, degree)
    """
    complete = np.isfinite(values).all(axis=0)
    data = np.asarray(values[:, complete], float)
    heights = z[complete]
    centred = data - data.mean(axis=1, keepdims=True)
    # Dates are few and pixels many, so the small covariance is decomposed.
    power, patterns = np.linalg.eigh(centred @ centred.T)
    power, patterns = np.maximum(power[::-1], 0.0), patterns[:, ::-1]
    result = np.zeros((len(data), degree))
    if power.sum() <= 0:
        return result
    leading = 1 + int(np.searchsorted(np.cumsum(power) / power.sum(), EXPLAINED))
    matrix = np.stack([heights**k for k in range(1, degree + 1)], axis=1)
    matrix = matrix - matrix.mean(axis=0)
    for number in range(min(leading, MOST_COMPONENTS, len(data))):
        scores = patterns[:, number] @ centred
        slope = np.linalg.lstsq(matrix, scores, rcond=None)[0]
        explained = np.linalg.norm(matrix @ slope) / max(np.linalg.norm(scores), 1e-30)
        if explained >= least_correlation:
            result += np.outer(patterns[:, number], slope)
    return result


@dataclass(frozen=True)
class WindowedHeightCorrection(Correction):
    """Displacement against height in overlapping windows.

    Parameters
    ----------
    window : float
        Size of a window, metres.
    degree : int
        1 or 2.
    components : bool
        By principal components instead of by robust regression.
    least_correlation : float
        See :func:`component_polynomial`.
    """

    window: float = 20000.0
    degree: int = 1
    components: bool = False
    least_correlation: float = 0.5
    name = "troposphere"
    needs = ("height",)
    guarded = True
    follows_ground = True

    def prepare(self, scene, sample):
        """Fit all windows and stitch them; see :class:`.correction.Correction`."""
        lattice = self._lattice(scene)
        terms, overall = fit_surfaces(scene, sample, 0, self.degree)
        z = (sample.height.astype(float) - terms.mean_height) / terms.height_scale
        stable = sample.stable & np.isfinite(z)
        if self.components:
            everywhere = self._polynomial(z[stable], sample.displacement[:, stable])
        else:
            everywhere = np.nan_to_num(overall[:, 1:])
        polynomials = self._windows(lattice, sample, z, stable, everywhere, terms.height_scale)
        levels = stitch(lattice, sample, z, polynomials)
        coefficients = np.concatenate([levels[np.newaxis], polynomials.transpose(2, 0, 1)])
        coefficients = coefficients.transpose(2, 0, 1).reshape(
            len(scene.dates), 1 + self.degree, *lattice.counts
        )
        return WindowedHeights(lattice, coefficients, terms.mean_height, terms.height_scale)

    def _lattice(self, scene):
        if scene.spacing is None:
            raise GroundshiftError(
                "The series has no coordinate system, so the windows' size cannot be turned into "
                "pixels; geocode it first, or fit the whole scene."
            )
        lattice = Lattice.over(scene.shape, [self.window / size for size in scene.spacing])
        if lattice.counts[0] * lattice.counts[1] > MOST_WINDOWS:
            raise GroundshiftError(
                f"Windows of {self.window:g} m make {lattice.counts[0]} x {lattice.counts[1]} "
                "windows; take larger ones."
            )
        return lattice

    def _polynomial(self, z, values):
        if self.components:
            return component_polynomial(z, values, self.degree, self.least_correlation)
        return np.nan_to_num(window_polynomial(z, values, self.degree))

    def _windows(self, lattice, sample, z, stable, everywhere, scale):
        """Polynomial of every window; shape (window, time, degree)."""
        down = lattice.weights(sample.rows, 0) > 0
        across = lattice.weights(sample.cols, 1) > 0
        result = np.empty((lattice.counts[0] * lattice.counts[1], *everywhere.shape))
        for number in range(len(result)):
            row, col = divmod(number, lattice.counts[1])
            part = np.ix_(down[:, row], across[:, col])
            chosen = stable[part]
            heights = z[part][chosen]
            result[number] = everywhere
            if heights.size >= max(LEAST_IN_WINDOW, LEAST_STABLE // 2):
                values = sample.displacement[(slice(None), *part)][:, chosen]
                relief = float(heights.std()) * scale
                share = relief**2 / (relief**2 + RELIEF**2)
                own = self._polynomial(heights, values)
                result[number] = share * own + (1 - share) * everywhere
        return result


def stitch(lattice: Lattice, sample: CorrectionBlock, z, polynomials) -> np.ndarray:
    """Levels that make neighbouring windows agree where they overlap, in the mean.

    Parameters
    ----------
    lattice : Lattice
    sample : CorrectionBlock
    z : ndarray, shape (row, column)
        Scaled heights of the sample, NaN where unknown.
    polynomials : ndarray, shape (window, time, degree)

    Returns
    -------
    ndarray, shape (window, time)
        Their mean over the windows is 0.
    """
    from scipy.sparse import coo_matrix, identity
    from scipy.sparse.linalg import spsolve

    windows, dates, degree = polynomials.shape
    if windows == 1:
        return np.zeros((1, dates))
    down = lattice.weights(sample.rows, 0) > 0
    across = lattice.weights(sample.cols, 1) > 0
    pairs = lattice.neighbours()
    weight = np.zeros(len(pairs))
    step = np.zeros((len(pairs), dates))
    for index, (one, other) in enumerate(pairs):
        (row, col), (row2, col2) = divmod(one, lattice.counts[1]), divmod(other, lattice.counts[1])
        part = np.ix_(down[:, row] & down[:, row2], across[:, col] & across[:, col2])
        heights = z[part]
        heights = heights[np.isfinite(heights)]
        if heights.size:
            powers = np.array([np.mean(heights**k) for k in range(1, degree + 1)])
            weight[index] = heights.size
            step[index] = (polynomials[one] - polynomials[other]) @ powers
    first, second = pairs.T
    ones = np.ones(len(pairs))
    index = np.arange(len(pairs))
    incidence = coo_matrix(
        (np.concatenate([-ones, ones]), (np.tile(index, 2), np.concatenate([first, second]))),
        shape=(len(pairs), windows),
    ).tocsr()
    weight = weight / max(weight.max(), 1.0)
    weighted = incidence.T.multiply(weight).tocsr()
    # The tiny diagonal fixes the levels of windows without any overlap.
    normal = (weighted @ incidence + 1e-9 * identity(windows)).tocsc()
    levels = np.asarray(spsolve(normal, weighted @ step)).reshape(windows, dates)
    return levels - levels.mean(axis=0)

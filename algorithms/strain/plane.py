# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Gradients of maps of horizontal motion, by a plane through the neighbourhood of every pixel.

The plane is laid in rows and columns, and its slopes are then taken to metres on the ground, to the
true east and north. As these turn from place to place, a rotation of the whole region about a far
pole is no plane in them: on the ellipsoid the slopes along the parallel get the terms ``-north
tan(latitude) / N`` and ``+east tan(latitude) / N`` (N: radius of curvature in the prime vertical),
without which it would look like strain.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

REACH = 2.0  # standard deviations of the bell
LEAST_SHARE = 0.2  # of the bell's weight that has to lie on data: corners have a quarter


@dataclass(frozen=True)
class Bell:
    """Weights of the pixels around one.

    Parameters
    ----------
    weights : ndarray of float64, shape (2 h + 1, 2 w + 1)
    factor : float
        By which correlated noise makes the standard deviation of a slope larger than independent
        noise does.
    """

    weights: np.ndarray
    factor: float = 1.0

    @property
    def margin(self) -> tuple[int, int]:
        """Rows and columns that a block needs around it."""
        return self.weights.shape[0] // 2, self.weights.shape[1] // 2


def bell(axes, window: float, length: float = 0.0) -> Bell:
    """A Gaussian of a width on the ground.

    Parameters
    ----------
    axes : ndarray, shape (2, 2)
        Metres [east or north] of a step along [columns, rows].
    window : float
        Width in metres, four standard deviations; beyond it pixels have no weight.
    length : float
        Metres over which noise is correlated: ``exp(-distance / length)``; 0 for independent.
    """
    sides = np.hypot(axes[0], axes[1])
    w, h = (max(1, int(window / 2 / side)) for side in sides)
    x, y = np.meshgrid(np.arange(-w, w + 1.0), np.arange(-h, h + 1.0))
    square = (axes[0, 0] * x + axes[0, 1] * y) ** 2 + (axes[1, 0] * x + axes[1, 1] * y) ** 2
    weights = np.exp(-0.5 * square / (window / (2 * REACH)) ** 2)
    weights[square > (window / 2) ** 2 * (1 + 1e-9)] = 0.0
    weights[h, w - 1 : w + 2] = np.maximum(weights[h, w - 1 : w + 2], 1e-3)
    weights[h - 1 : h + 2, w] = np.maximum(weights[h - 1 : h + 2, w], 1e-3)
    return Bell(weights, _correlated(weights, x, y, axes, length) if length > 0 else 1.0)


def _correlated(weights, x, y, axes, length):
    """Root of the mean over both slopes of their variance, against that of independent noise."""
    from scipy.signal import fftconvolve

    down, across = np.meshgrid(
        np.arange(1.0 - weights.shape[0], weights.shape[0]),
        np.arange(1.0 - weights.shape[1], weights.shape[1]), indexing="ij",
    )  # fmt: skip
    distance = np.hypot(
        axes[0, 0] * across + axes[0, 1] * down, axes[1, 0] * across + axes[1, 1] * down
    )
    alike = np.exp(-distance / length)
    ratios = []
    for place in (x, y):
        own = weights * place
        pairs = fftconvolve(own, own[::-1, ::-1])
        ratios.append(float((pairs * alike).sum() / (own**2).sum()))
    return float(np.sqrt(max(1.0, np.mean(ratios))))


def gradients(east, north, std, bell: Bell, axes, bend, least: float = LEAST_SHARE) -> tuple:
    """Gradients of a block of maps.

    Parameters
    ----------
    east, north : ndarray of float32, shape (row + 2 h, column + 2 w)
        Motion to the true east and north, with the bell's margin; NaN for none.
    std : (ndarray, ndarray) or None
        Their standard deviations; without them the misfit of the planes tells them.
    bell : Bell
    axes : ndarray, shape (2, 2, row, column)
        Metres [east or north] by step along [columns, rows] of each pixel of the block.
    bend : ndarray, shape (row, column)
        tan(latitude) / N, 1/m; zero on a plane.
    least : float
        Share of the bell's weight that has to lie on data.

    Returns
    -------
    gradient : ndarray, shape (4, row, column)
        East along east and north, north along east and north; NaN where the pixel is not known.
    covariance : ndarray, shape (4, 4, row, column)
    """
    from ._plane_kernel import KNOWN, planes

    down, across = bell.margin
    shape = east.shape[0] - 2 * down, east.shape[1] - 2 * across
    out = np.empty((KNOWN, *shape))
    none = np.zeros((0, 0), np.float32)
    variances = (none, none) if std is None else [np.square(s, dtype=np.float32) for s in std]
    weights = bell.weights
    planes(
        np.ascontiguousarray(east, np.float32), np.ascontiguousarray(north, np.float32),
        *variances, weights, least * weights.sum(), out,
    )  # fmt: skip
    return _on_the_ground(out, axes, bend, bell.factor**2)


def _on_the_ground(planes, axes, bend, factor):
    """Slopes along columns and rows as those along east and north, and their covariance."""
    (a, b), (c, d) = axes
    whole = a * d - b * c
    # Rows: slope along east and north; columns: of those along columns and rows.
    turn = np.stack([np.stack([d, -c]), np.stack([-b, a])]) / whole
    gradient = np.einsum("gpij,cpij->cgij", turn, planes[2:6].reshape(2, 2, *whole.shape))
    gradient = gradient.reshape(4, *whole.shape)
    gradient[0] -= planes[1] * bend
    gradient[2] += planes[0] * bend
    covariance = np.zeros((4, 4, *whole.shape))
    for first, known in ((0, planes[6:9]), (2, planes[10:13])):
        matrix = np.stack([np.stack([known[0], known[1]]), np.stack([known[1], known[2]])])
        own = np.einsum("gpij,pqij,hqij->ghij", turn, matrix, turn) * factor
        covariance[first : first + 2, first : first + 2] = own
    return gradient, covariance

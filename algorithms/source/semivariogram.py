# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How errors of displacement maps hang together: semivariogram, and the covariance of cells.

Far from the deformation half the mean squared difference of pixels a distance h apart follows
``nugget + sill (1 - exp(-h / range))`` (Hanssen 2001, section 4.7; Lohman and Simons 2005,
doi:10.1029/2004GC000841).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from scipy import linalg, optimize

from ..data.samples import LEAST_NUGGET
from ..data.semivariogram import own_correlation
from ..errors import GroundshiftError
from ..threads import kernel_lock
from .moments import Layout

LEAST_PAIRS = 200  # in all, for a fit
LEVELLED = 0.5  # of the longest distance: a longer range was not seen
UNCORRELATED = 0.01  # of the nugget; what is correlated does not count below


@dataclass(frozen=True)
class Semivariogram:
    """An exponential semivariogram, and what it was fitted to.

    Parameters
    ----------
    nugget, sill : float
        Square metres: variance of the pixels' own noise, and of the correlated part.
    range : float
        Metres, over which correlation falls to 1 / e.
    distance, value : ndarray, shape (bin,)
        Mean distance (m) and semivariance (m2) of the bins that were fitted.
    pairs : ndarray of int, shape (bin,)
    is_given : bool
        Somebody gave the numbers.
    levels : bool
        Whether it levels off within the distances seen.
    """

    nugget: float
    sill: float
    range: float
    distance: np.ndarray = field(default_factory=lambda: np.zeros(0))
    value: np.ndarray = field(default_factory=lambda: np.zeros(0))
    pairs: np.ndarray = field(default_factory=lambda: np.zeros(0, int))
    is_given: bool = False
    levels: bool = True

    def __post_init__(self):
        if not (self.nugget >= 0 and self.sill >= 0 and self.nugget + self.sill > 0):
            raise GroundshiftError(
                "A semivariogram has no variance; give a sill above 0 and a nugget of 0 or more."
            )
        if not self.range > 0:
            raise GroundshiftError("The range of a semivariogram is not above 0; give it in km.")

    def at(self, distance) -> np.ndarray:
        """Semivariance at distances in metres."""
        return self.nugget + self.sill * (1 - np.exp(-np.asarray(distance) / self.range))


def draw_pairs(count, layout: Layout, pairs: int, longest: float, rng) -> np.ndarray:
    """Pixels a distance apart, evenly over all orders of distance.

    Parameters
    ----------
    count : ndarray, shape (cell row, cell column)
        Pixels with data of the smallest cells to draw the first of a pair from.
    layout : Layout
    pairs : int
    longest : float
        Metres.
    rng : numpy.random.Generator

    Returns
    -------
    ndarray of int, shape (pair, 4)
        Rows and columns of both; the second one may hold no data.
    """
    share = np.cumsum(count.ravel())
    cell = np.searchsorted(share, rng.random(pairs) * share[-1], side="right")
    row, col = np.divmod(np.minimum(cell, count.size - 1), count.shape[1])
    row = row * layout.cell[0] + rng.integers(0, layout.cell[0], pairs)
    col = col * layout.cell[1] + rng.integers(0, layout.cell[1], pairs)
    nearest = np.abs(layout.step).min()
    away = nearest * (max(longest, 2 * nearest) / nearest) ** rng.random(pairs)
    azimuth = 2 * np.pi * rng.random(pairs)
    other_col = col + np.rint(away * np.cos(azimuth) / layout.step[0]).astype(int)
    other_row = row + np.rint(away * np.sin(azimuth) / layout.step[1]).astype(int)
    found = np.stack([row, col, other_row, other_col], axis=1)
    limits = np.array([layout.rows, layout.cols] * 2)
    inside = ((found >= 0) & (found < limits)).all(axis=1)
    return found[inside & ((row != other_row) | (col != other_col))]


def fit_semivariogram(distance, value, pairs) -> Semivariogram:
    """The exponential semivariogram of weighted least squares.

    Residuals are relative to the model (Cressie 1985, doi:10.1007/BF01032109) and their squares
    weigh as the distance: bins grow with distance, and the many near ones would have the say
    otherwise, though samples lie farther apart.

    Parameters
    ----------
    distance, value : ndarray, shape (bin,)
        Metres and square metres.
    pairs : ndarray of int, shape (bin,)

    Raises
    ------
    GroundshiftError
        If there are too few pairs, or all values are equal.
    """
    if pairs.sum() < LEAST_PAIRS or len(pairs) < 4:
        raise GroundshiftError(
            "The far field has too few pixels for a semivariogram; draw a larger far field, or "
            "give sill and range."
        )
    if not value.max() > 0:
        raise GroundshiftError(
            "The far field has the same value everywhere, so it tells nothing of errors; draw "
            "another one, or give sill and range."
        )
    top, weight = value.max(), np.sqrt(distance / distance.mean())

    def model(parameters):
        nugget, sill, reach = np.exp(parameters)
        return nugget + sill * (1 - np.exp(-distance / reach))

    def residuals(parameters):
        return weight * (value / top / model(parameters) - 1)

    longest, low = distance.max(), np.log(1e-8)
    bounds = [low, low, np.log(distance.min() / 2)], [np.log(3)] * 2 + [np.log(3 * longest)]
    best = None
    for share in (0.03, 0.1, 0.3):
        start = np.log([max(value.min() / top / 2, 1e-6), 1.0, share * longest])
        found = optimize.least_squares(residuals, np.clip(start, *bounds), bounds=bounds)
        best = found if best is None or found.cost < best.cost else best
    nugget, sill, reach = np.exp(best.x)
    if sill * (1 - np.exp(-longest / reach)) < UNCORRELATED * nugget:
        sill, reach = UNCORRELATED * nugget, distance.min()
    if nugget < 1e-6 * sill:  # filtered maps have none
        nugget = 0.0
    return Semivariogram(
        nugget * top, sill * top, reach, distance, value, pairs, False,
        bool(reach < LEVELLED * longest),
    )  # fmt: skip


def cell_std(extent, pixels, scatter, model: Semivariogram) -> np.ndarray:
    """Standard deviation of the means of cells.

    The correlated part is averaged over the cell; of the pixels' own noise, the nugget or what the
    pixels scatter about the cell's plane beyond the correlated part, a share of one by the number
    of pixels is left.

    Parameters
    ----------
    extent : ndarray, shape (cell, 2)
    pixels : ndarray, shape (cell,)
    scatter : ndarray, shape (cell,)
        Metres, about the cell's own plane.
    model : Semivariogram

    Returns
    -------
    ndarray, shape (cell,)
        Metres.
    """
    share = own_correlation(extent, model.range)
    own = np.maximum(np.nan_to_num(scatter) ** 2 - model.sill * (1 - share), model.nugget)
    least = LEAST_NUGGET * (model.sill + model.nugget)
    return np.sqrt(model.sill * share + np.maximum(own / np.maximum(pixels, 1), least))


def cell_covariance(places, extent, std, sill: float, reach: float) -> np.ndarray:
    """Covariance of the means of cells.

    Parameters
    ----------
    places, extent : ndarray, shape (cell, 2)
        Middle, and width and height, in metres.
    std : ndarray, shape (cell,)
        Metres; its squares are the diagonal, where they are no less than the correlated part.
    sill, reach : float
        Square metres and metres.

    Returns
    -------
    ndarray, shape (cell, cell)
        Square metres, positive definite.
    """
    from ._sampling_kernel import mean_correlation

    places = np.ascontiguousarray(places, float)
    extent = np.ascontiguousarray(extent, float)
    x, w = np.polynomial.legendre.leggauss(4)
    out = np.zeros((len(places), len(places)))
    with kernel_lock:
        mean_correlation(places, extent, float(reach), np.stack([x, w / 2]), out)
    out *= sill
    least = sill * (own_correlation(extent, reach) + LEAST_NUGGET)
    diagonal = np.diag_indices(len(out))
    out[diagonal] = np.maximum(np.asarray(std, float) ** 2, least)
    # Quadrature leaves traces of negative variances where cells are much larger than the range.
    lift = LEAST_NUGGET * sill
    while not _is_definite(out):
        out[diagonal] += lift
        lift *= 2
    return out


def _is_definite(matrix) -> bool:
    try:
        linalg.cholesky(matrix, lower=True)
    except linalg.LinAlgError:
        return False
    return True


def far_counts(count, layout: Layout, centre, radius: float) -> np.ndarray:
    """Pixels of the smallest cells that lie beyond a radius of a place; 0 for the others."""
    x, y = layout.centres()
    return np.where(np.hypot(x - centre[0], y[:, None] - centre[1]) >= radius, count, 0.0)

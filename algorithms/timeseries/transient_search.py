# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Models with a term whose time constant is searched for pixel by pixel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .transients import FINE, LEAST_DATES
from .velocity import fit, search


@dataclass(frozen=True)
class TransientFit:
    """The searched term at every pixel; arrays of shape (pixel,).

    Parameters
    ----------
    fit : Fit
        Of the model's other coefficients. Standard deviations take into account that the time
        constant was estimated.
    amplitude, std : ndarray
        The term's coefficient, in the series' unit.
    tau_days, tau_std_days : ndarray
        Time constant, and its standard deviation by linearisation; NaN where it lies at an end of
        the search.
    bound : ndarray
        -1 where it lies at the lower end, 1 at the upper, 0 between.
    """

    fit: object
    amplitude: np.ndarray
    std: np.ndarray
    tau_days: np.ndarray
    tau_std_days: np.ndarray
    bound: np.ndarray


def best_entries(series, design, count: int) -> np.ndarray:
    """Rows of the table, of :func:`table`, that suit every pixel best: the term and its slope.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
    design : Design
    count : int
        Time constants of the grid.

    Returns
    -------
    ndarray of int, shape (2, pixel)
        -1 where there is none.
    """
    least = (0, LEAST_DATES)
    spans = np.repeat([[0], [count]], series.shape[1], axis=1)
    coarse = search(series, design, spans=spans, stride=FINE, least=least).entry
    about = np.where(coarse < 0, 0, coarse)
    spans = np.stack([np.maximum(about - FINE, 0), np.minimum(about + FINE + 1, count)])
    entry = search(series, design, spans=spans, least=least).entry
    return np.where(entry < 0, -1, np.stack([entry, entry + count]))


def fit_transient(series, design, taus, noise=None, noise_scale=None, cross=()) -> TransientFit:
    """Fit a model with a term whose time constant is searched for pixel by pixel.

    The sum of squares is tried on the coarse grid, then on the fine one about its least. The last
    fit has the term's slope by the logarithm of the time constant as one more column: that is a
    Gauss-Newton step, it gives the time constant between the grid's values, and standard
    deviations that hold the uncertainty of the time constant.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
    design : Design
        With the table of :func:`table`.
    taus : ndarray
        The grid of the search.
    noise, noise_scale, cross
        See :func:`.velocity.fit`.

    Returns
    -------
    TransientFit
    """
    count = len(taus)
    picks = best_entries(series, design, count)
    entry = picks[0]
    result = fit(series, design, noise, noise_scale, picks=picks, cross=cross)
    amplitude, slope = result.coefficients[-2:]
    std, slope_std = result.std[-2:]
    lost = (entry < 0) | ~np.isfinite(amplitude)
    bound = np.where(entry == 0, -1.0, np.where(entry == count - 1, 1.0, 0.0))
    half = np.log(taus[1] / taus[0])
    with np.errstate(invalid="ignore", divide="ignore"):
        shift = np.clip(np.nan_to_num(slope / amplitude), -half, half)
        tau = taus[np.maximum(entry, 0)] * np.exp(shift)
        tau_std = tau * slope_std / np.abs(amplitude)
    inside = ~lost & (bound == 0)

    def where(keep, values):
        return np.where(keep, values, np.nan)

    for values in (result.coefficients, result.std):
        values[:, lost] = np.nan
    return TransientFit(
        result, where(~lost, amplitude), where(~lost, std), where(inside, tau),
        where(inside, tau_std), where(~lost, bound),
    )  # fmt: skip

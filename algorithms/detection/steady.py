# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The steady motion of pixels, which a step or two and the seasons do not change."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

YEAR = 1.0


def long_pairs(years) -> np.ndarray:
    """Pairs of dates about a year apart, or half of the series where it is short.

    Parameters
    ----------
    years : ndarray, shape (time,)

    Returns
    -------
    ndarray of int, shape (pair, 2)
    """
    lag = min(YEAR, 0.5 * float(years[-1] - years[0]))
    later = np.searchsorted(years, years + lag - 1e-9)
    first = np.flatnonzero(later < len(years))
    return np.stack((first, later[first]), axis=1)


@dataclass(frozen=True)
class SteadyRate:
    """Block function: median of the rates of pairs (MIDAS; Blewitt et al. 2016).

    A step changes only the pairs that span it, and a year's wave none of a year.

    Parameters
    ----------
    pairs : ndarray of int, shape (pair, 2), or None
        Rows to take the difference of; None where rows are pairs themselves.
    years : ndarray, shape (pair,)
        Their lengths.
    """

    pairs: np.ndarray | None
    years: np.ndarray

    def __call__(self, values):
        """Rate by year, float32, shape (row, column); 0 where no pair is known."""
        if self.pairs is not None:
            values = values[self.pairs[:, 1]] - values[self.pairs[:, 0]]
        rates = np.sort(values / self.years[:, np.newaxis, np.newaxis].astype(np.float32), axis=0)
        known = np.isfinite(rates).sum(axis=0)
        low, high = np.maximum(known - 1, 0) // 2, known // 2
        low, high = (np.take_along_axis(rates, k[np.newaxis], axis=0)[0] for k in (low, high))
        middle = np.where(known > 0, 0.5 * (low + high), 0.0)
        return middle.astype(np.float32)

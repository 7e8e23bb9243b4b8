# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Semivariances by distance, and the correlation that cells have with themselves."""

from __future__ import annotations

import numpy as np

BINS = 30
LEAST_IN_BIN = 20
QUADRATURE = 24  # places a side over a cell's own differences


def empirical(distance, difference, longest: float, shortest: float) -> tuple:
    """Semivariances by bins of distance (Matheron's).

    Parameters
    ----------
    distance : ndarray, shape (pair,)
    difference : ndarray, shape (pair,)
        Of the values of the two.
    longest, shortest : float
        Ends of the bins, which grow with distance.

    Returns
    -------
    distance, value : ndarray, shape (bin,)
        Means over the pairs of a bin, and half their mean squared difference.
    pairs : ndarray of int, shape (bin,)
        Bins of fewer than 20 pairs are left out.
    """
    edges = np.geomspace(shortest * 0.999, max(longest, 1.01 * shortest), BINS + 1)
    place = np.digitize(distance, edges) - 1
    good = (place >= 0) & (place < BINS) & np.isfinite(difference)
    count = np.bincount(place[good], minlength=BINS)
    keep = count >= LEAST_IN_BIN
    with np.errstate(invalid="ignore", divide="ignore"):
        value = 0.5 * np.bincount(place[good], difference[good] ** 2, BINS) / count
        mean = np.bincount(place[good], distance[good], BINS) / count
    return mean[keep], value[keep], count[keep]


def exponential(distance, reach):
    """Correlation that falls to 1 / e over the reach."""
    return np.exp(-distance / reach)


def spherical(distance, reach):
    """Correlation that ends at the reach."""
    share = np.minimum(distance / reach, 1.0)
    return 1 - 1.5 * share + 0.5 * share**3


def gaussian(distance, reach):
    """Correlation of smooth noise, which is as good as gone at the reach (0.02)."""
    return np.exp(-((2 * distance / reach) ** 2))


def own_correlation(extent, reach: float, form=exponential) -> np.ndarray:
    """Mean of a correlation over all pairs of points of one cell.

    Differences of two points of a cell are distributed as a product of two triangles, which leaves
    two integrals of four.

    Parameters
    ----------
    extent : ndarray, shape (cell, 2)
        Width and height in metres; 0 for a point.
    reach : float
    form : callable
        Correlation of (distance, reach).

    Returns
    -------
    ndarray, shape (cell,)
    """
    places, weights = np.polynomial.legendre.leggauss(QUADRATURE)
    # Squared, so that places gather at the kink of the exponential.
    t, w = ((places + 1) / 2) ** 2, weights / 2 * (places + 1)
    out = np.empty(len(extent))
    for first in range(0, len(extent), 4096):
        width, height = extent[first : first + 4096].T
        apart = np.hypot(width[:, None, None] * t[:, None], height[:, None, None] * t)
        density = 4 * (1 - t[:, None]) * (1 - t) * w[:, None] * w
        out[first : first + 4096] = (form(apart, reach) * density).sum(axis=(1, 2))
    return out

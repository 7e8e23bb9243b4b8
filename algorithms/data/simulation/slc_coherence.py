# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Coherence matrices of distributed scatterers, and images drawn from them.

Every matrix is made of sums (with weights that are not negative) and element-wise products of
positive semidefinite kernels, so that it is one itself (Schur product theorem): exponential and
constant in time, ``1 + cos`` of a year, the triangle in baseline, outer products.
"""

from __future__ import annotations

import numpy as np

from . import fields
from .slc_options import CoverClass

DAYS_PER_YEAR = 365.25
WORST_DAY = 200  # of the year: leaves are out, thunderstorms
JITTER = 1e-9  # on the diagonal; without it fully coherent ground has no Cholesky factor
STRIP = 32  # rows that are drawn together, whatever is asked for
LEVELS_PER_OCTAVE = 2  # of the critical baseline
WIDEST = 2.0**14  # metres


def temporal_coherence(kind: CoverClass, dates) -> np.ndarray:
    """Coherence of all pairs of dates without the geometric part.

    Parameters
    ----------
    kind : CoverClass
    dates : ndarray of datetime64[D], shape (time,)

    Returns
    -------
    ndarray, shape (time, time)
        With ones on the diagonal.
    """
    days = (dates - dates[0]).astype(float)
    apart = np.abs(days[:, None] - days[None, :])
    decaying = kind.gamma0 - kind.seasonal - kind.gamma_inf
    matrix = (
        decaying * np.exp(-apart / kind.tau_days)
        + kind.seasonal * (1 + np.cos(2 * np.pi * apart / DAYS_PER_YEAR)) / 2
        + kind.gamma_inf
    )
    year = dates.astype("datetime64[Y]").astype("datetime64[D]")
    turn = 2 * np.pi * ((dates - year).astype(float) - WORST_DAY) / DAYS_PER_YEAR
    kept = np.sqrt(1 - kind.season_loss * (1 + np.cos(turn)) / 2)
    matrix *= kept[:, None] * kept[None, :]
    np.fill_diagonal(matrix, 1.0)
    return matrix


def geometric_coherence(baseline, critical: float) -> np.ndarray:
    """Coherence that the baselines leave, ``1 - |B| / B_critical`` (Gatelli et al. 1994).

    Parameters
    ----------
    baseline : ndarray, shape (time,)
        Perpendicular, metres.
    critical : float
        Metres; under 1 (layover) nothing is left.

    Returns
    -------
    ndarray, shape (time, time)
    """
    apart = np.abs(baseline[:, None] - baseline[None, :])
    if critical < 1:
        return (apart == 0).astype(float)
    return np.clip(1 - apart / critical, 0, 1)


def quantised(critical) -> np.ndarray:
    """Critical baselines on a few levels, so that few different matrices are needed.

    Parameters
    ----------
    critical : ndarray
        Metres.

    Returns
    -------
    ndarray of float32
        Within 19 % of the input; 0 below a metre.
    """
    level = np.round(LEVELS_PER_OCTAVE * np.log2(np.clip(critical, 1.0, WIDEST)))
    return np.where(critical < 1, 0, 2 ** (level / LEVELS_PER_OCTAVE)).astype(np.float32)


class Clutter:
    """Draws distributed scatterers with given coherence matrices.

    What a pixel holds depends on the seed and its place alone.

    Parameters
    ----------
    kinds : ndarray of int, shape (row, col)
        Which matrix belongs to a pixel.
    matrices : ndarray, shape (kind, time, time)
    seed : int
    """

    def __init__(self, kinds, matrices, seed: int):
        self.kinds, self._seed = kinds, seed
        count = matrices.shape[-1]
        factors = np.linalg.cholesky(matrices + JITTER * np.eye(count))
        self._factors = factors.astype(np.float32)

    @property
    def strips(self) -> int:
        """Number of strips of :data:`STRIP` rows."""
        return -(-self.kinds.shape[0] // STRIP)

    def rows(self, strip: int) -> slice:
        """Rows of a strip."""
        return slice(strip * STRIP, min((strip + 1) * STRIP, self.kinds.shape[0]))

    def draw(self, strip: int, polarisation: int = 0, first: int = 0, last=None) -> np.ndarray:
        """Circular Gaussian vectors of a strip, of mean intensity 1.

        Parameters
        ----------
        strip, polarisation : int
        first, last : int
            Dates wanted; all by default.

        Returns
        -------
        ndarray of complex64, shape (last - first, row, col)
        """
        kinds = self.kinds[self.rows(strip)]
        last = self._factors.shape[-1] if last is None else last
        rng = fields.generator(self._seed, fields.SPECKLE, 2 * strip + polarisation)
        # Numbers are drawn date by date, so those of the dates before are needed and no others.
        white = rng.standard_normal((last, kinds.size, 2), dtype=np.float32)
        white = white.reshape(last, 2 * kinds.size)
        white *= np.float32(np.sqrt(0.5))
        drawn = np.empty((last - first, kinds.size, 2), np.float32)
        for kind in np.unique(kinds):
            own = np.flatnonzero(kinds == kind)
            part = white.reshape(last, -1, 2)[:, own].reshape(last, -1)
            part = self._factors[kind, first:last, :last] @ part
            drawn[:, own] = part.reshape(last - first, -1, 2)
        return drawn.view(np.complex64)[..., 0].reshape(last - first, *kinds.shape)

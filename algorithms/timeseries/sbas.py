# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Small-baseline inversion of a block: series, rate, their errors and quality.

Sources: Berardino et al. (2002) for the inversion, Pepe and Lanari (2006) for the temporal
coherence, Sowter et al. (2013) and Cigna and Sowter (2017) for the intermittent variant (ISBAS).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.stack import StackBlock
from .inversion import Inversion, InversionPlan, invert
from .velocity import split_noise

# With fewer spare pairs than this, the spread of a pixel's residuals says too little.
FEWEST_SPARE_PAIRS = 3


@dataclass(frozen=True)
class SbasOptions:
    """What the user chose.

    Parameters
    ----------
    weights : str
        ``uniform``, ``coherence``, ``cramer_rao`` or ``phase_variance``; see :mod:`.weights`.
    minimum_coherence : float
        A pair counts at a pixel where its coherence is at least this (ISBAS).
    minimum_pairs : int
        A pixel is kept where at least this many pairs count (ISBAS).
    minimum_temporal_coherence : float
        Results below are set to no data.
    keep_split : bool
        Whether pixels whose own network is cut keep their minimum-norm series.
    looks : float or None
        Independent looks, for the phase variance.
    standard_error : bool
        Whether the standard error from the pairs alone is wanted (ISBAS).
    """

    weights: str = "phase_variance"
    minimum_coherence: float = 0.0
    minimum_pairs: int = 1
    minimum_temporal_coherence: float = 0.0
    keep_split: bool = True
    looks: float | None = None
    standard_error: bool = False


@dataclass(frozen=True)
class SbasBlock:
    """Results of a block; all but the series of shape (row, column).

    Parameters
    ----------
    displacement : ndarray of float32, shape (time, row, column)
        Metres towards the satellite since the first date.
    velocity, velocity_std : ndarray of float32
        Rate and its standard deviation, metres a year. The latter is NaN where the network is cut:
        nothing measures the offset between its parts.
    standard_error : ndarray of float32
        Of the rate from the pairs alone (ISBAS), metres a year; NaN where it is not wanted.
    temporal_coherence : ndarray of float32
    pair_count : ndarray of int16
        Pairs used.
    subsets : ndarray of int16
        Parts that the pixel's own network is in: 0 dropped, 1 whole, more: cut.
    pair_noise : ndarray of float32
        Mean variance of the series that comes in by the pairs, metres squared.
    """

    displacement: np.ndarray
    velocity: np.ndarray
    velocity_std: np.ndarray
    standard_error: np.ndarray
    temporal_coherence: np.ndarray
    pair_count: np.ndarray
    subsets: np.ndarray
    pair_noise: np.ndarray


@dataclass(frozen=True)
class BlockInversion:
    """Block function of the SBAS inversion.

    Parameters
    ----------
    plan : InversionPlan
    years : ndarray, shape (time,)
        Since the first date.
    spans : ndarray, shape (interferogram,)
        Length of every pair, years.
    reference_phase : ndarray, shape (interferogram,)
        Subtracted from every pair; a pair with NaN is not used.
    wavelength : float
        Metres.
    weights : ndarray or None
        Table over coherence from :func:`.weights.weight_table`; None for equal weights.
    weights_are_variances : bool
        Whether the weights are inverse phase variances in rad⁻², so that a pixel without spare
        pairs can still be given an error.
    options : SbasOptions
    """

    plan: InversionPlan
    years: np.ndarray
    spans: np.ndarray
    reference_phase: np.ndarray
    wavelength: float
    weights: np.ndarray | None
    weights_are_variances: bool
    options: SbasOptions

    @property
    def uses_coherence(self) -> bool:
        """Whether coherence is looked at; else a pair counts wherever it has phase."""
        return self.weights is not None or self.options.minimum_coherence > 0

    def __call__(self, block: StackBlock) -> SbasBlock:
        shape = block.phase.shape[1:]
        phase = block.phase.reshape(len(block.phase), -1)
        phase = phase - self.reference_phase[:, np.newaxis].astype(np.float32)
        coherence = block.coherence
        if coherence is not None:
            coherence = coherence.reshape(phase.shape)
        result = invert(
            self.plan, phase, coherence,
            weights=self.weights,
            minimum_coherence=self.options.minimum_coherence,
            minimum_pairs=self.options.minimum_pairs,
            noise_functionals=self._functionals(),
        )  # fmt: skip
        metres = -self.wavelength / (4 * np.pi)
        displacement = result.phase * np.float32(metres)
        velocity, std, noise = self._velocity(displacement, result, metres**2)
        error = np.full(phase.shape[1], np.nan)
        if self.options.standard_error:
            error = self._standard_error(phase, coherence, metres)
        return self._masked(displacement, velocity, std, error, noise, result, shape)

    def _functionals(self) -> np.ndarray:
        """Unit vectors along the constant and along the centred time."""
        centred = self.years - self.years.mean()
        constant = np.full(len(centred), len(centred) ** -0.5)
        length = np.sqrt((centred**2).sum())
        return np.stack([constant, centred / length])

    def _velocity(self, displacement, result: Inversion, square_metres):
        """Rate, its standard deviation and the pairs' share of the series' variance."""
        centred = self.years - self.years.mean()
        spread = (centred**2).sum()
        series = displacement.astype(float)
        velocity = centred @ series / spread
        freedom = len(centred) - 2
        dof = result.pair_count - len(centred) + result.subsets
        factor = result.variance_factor.astype(float)
        few = dof < FEWEST_SPARE_PAIRS
        factor = np.where(few, 1.0 if self.weights_are_variances else np.nan, factor)
        factor = np.where(result.subsets == 1, factor, np.nan) * square_metres
        trace, (constant, slope) = result.series_noise, result.functional_noise
        noise = factor * trace / len(centred)
        if freedom < 1:
            return velocity, np.sqrt(factor * slope / spread), noise
        mean = series.mean(axis=0)
        squares = ((series - mean) ** 2).sum(axis=0) - velocity**2 * spread
        by_date = split_noise(squares, freedom, factor * (trace - constant - slope))
        return velocity, np.sqrt((by_date + factor * slope) / spread), noise

    def _standard_error(self, phase, coherence, metres):
        """Standard error of the rate by stacking; falls with the root of the number of pairs.

        ``s / sqrt(sum dt²)`` with ``s`` the spread of the pairs about the stacked rate: what
        Cigna and Sowter (2017) map for ISBAS, where every pair is an observation of its own.
        """
        valid = np.isfinite(phase)
        if coherence is not None and self.options.minimum_coherence > 0:
            valid &= coherence >= self.options.minimum_coherence
        data = np.where(valid, phase, np.float32(0))
        spans = self.spans.astype(np.float32)
        weight = (spans**2) @ valid.astype(np.float32)
        count = valid.sum(axis=0)
        with np.errstate(invalid="ignore", divide="ignore"):
            rate = (spans @ data) / weight
            squares = np.einsum("mp,mp->p", data, data) - rate**2 * weight
            return np.abs(metres) * np.sqrt(np.maximum(squares, 0) / (count - 1) / weight)

    def _masked(self, displacement, velocity, std, error, noise, result, shape) -> SbasBlock:
        drop = result.subsets == 0
        with np.errstate(invalid="ignore"):
            if self.options.minimum_temporal_coherence > 0:
                drop |= ~(result.temporal_coherence >= self.options.minimum_temporal_coherence)
        if not self.options.keep_split:
            drop |= result.subsets > 1
        displacement[:, drop] = np.nan

        def layer(values):
            return np.where(drop, np.nan, values).astype(np.float32).reshape(shape)

        return SbasBlock(
            displacement.reshape(-1, *shape), layer(velocity), layer(std), layer(error),
            result.temporal_coherence.reshape(shape), result.pair_count.reshape(shape),
            result.subsets.reshape(shape), layer(noise),
        )  # fmt: skip


def bytes_per_pixel(pairs: int, dates: int, with_coherence: bool) -> float:
    """Memory that a pixel takes in a block while it is read, inverted and written."""
    # Phase as read and referenced, its copy and mask for the standard error, and the coherence;
    # the series in rad, in metres and in double precision.
    return pairs * (4 * 3 + 1 + (4 if with_coherence else 0)) + dates * (4 + 4 + 8 + 8) + 100.0

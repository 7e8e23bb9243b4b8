# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Small-baseline inversion of a block: series, rate, their errors and quality.

Sources: Berardino et al. (2002) for the inversion, Pepe and Lanari (2006) for the temporal
coherence, Sowter et al. (2013) and Cigna and Sowter (2017) for the intermittent variant (ISBAS),
Lopez-Quiroz et al. (2009) and Doin et al. (2011) for the bridging of cut networks (NSBAS).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..data.stack import StackBlock
from ..threads import kernel_lock
from . import _rate_kernel
from .bootstrap import Bootstrap
from .inversion import Inversion, InversionPlan, PairTally, Treatment, invert
from .velocity import split_noise

# With fewer spare pairs than this, the spread of a pixel's residuals says too little.
FEWEST_SPARE_PAIRS = 3


@dataclass(frozen=True)
class SbasBlock:
    """Results of a block; all but the series of shape (row, column).

    Parameters
    ----------
    displacement : ndarray of float32, shape (time, row, column)
        Metres towards the satellite since the first date.
    velocity, velocity_std : ndarray of float32
        Rate and its standard deviation, metres a year. Where the network is cut nothing measures
        the offset between its parts: the latter is NaN there, or, where they are joined by a
        linear model, that of the rates within the parts, which holds if the motion is linear.
    standard_error : ndarray of float32
        Of the rate from the pairs alone (ISBAS), metres a year; NaN where it is not wanted.
    temporal_coherence : ndarray of float32
    pair_count : ndarray of int16
        Pairs used.
    subsets : ndarray of int16
        Parts that the pixel's own network is in: 0 dropped, 1 whole, more: cut.
    pair_noise : ndarray of float32
        Mean variance of the series that comes in by the pairs, metres squared.
    rejected : ndarray of int16
        Pairs that were outliers (robust solution).
    joined_dates : ndarray of int16
        Dates whose offset to the largest part of a cut network is an assumption.
    tally : PairTally
        Residuals of the pairs, summed over the block.
    date_squares : ndarray, shape (time,)
        Squared residuals of the series about its rate (metres squared), summed over the block's
        pixels with a whole network.
    whole_pixels : int
        How many those are.
    """

    displacement: np.ndarray
    velocity: np.ndarray
    velocity_std: np.ndarray
    standard_error: np.ndarray
    temporal_coherence: np.ndarray
    pair_count: np.ndarray
    subsets: np.ndarray
    pair_noise: np.ndarray
    rejected: np.ndarray
    joined_dates: np.ndarray
    tally: PairTally
    date_squares: np.ndarray
    whole_pixels: int


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
    minimum_coherence : float
        A pair counts at a pixel where its coherence is at least this (ISBAS).
    minimum_pairs : int
        A pixel is kept where at least this many pairs count (ISBAS).
    minimum_temporal_coherence : float
        Results below are set to no data.
    keep_split : bool
        Whether pixels whose own network is cut keep a series.
    bridge : str
        Model of the motion by which the parts of a cut network are joined (NSBAS): ``linear``,
        ``quadratic`` or ``annual`` (linear with a yearly wave); empty for the minimum norm.
    robust : bool
        Whether outliers among the pairs (cycle slips) are rejected at each pixel; see
        :mod:`._robust` and :mod:`.votes`.
    bootstrap : tuple of int
        Samples, dates that are redrawn together (0 for the cube root of their number) and seed,
        for the rate's standard deviation; empty for the analytical one.
    standard_error : bool
        Whether the standard error from the pairs alone is wanted (ISBAS).
    date_sigma : ndarray, shape (time,), optional
        Noise of each date, metres: the rate weighs the dates by its inverse square.
    pair_sigma : ndarray, shape (time,), optional
        Noise that each date adds to its pairs, metres; needs weights that are variances.
    roughness : ndarray, optional
        From :func:`.inversion.scene_roughness`, for the robust solution.
    linked_covariance : ndarray, shape (time, time), optional
        Of the noise of linked phases, against the first date, where a block's `linked_noise` is
        1. Such phases close by themselves, so that the pairs' residuals do not tell their noise.
    inflation : float, optional
        See :func:`.coloured.rate_inflation`; None for white noise beside that of the pairs.
    """

    plan: InversionPlan
    years: np.ndarray
    spans: np.ndarray
    reference_phase: np.ndarray
    wavelength: float
    weights: np.ndarray | None
    weights_are_variances: bool
    minimum_coherence: float = 0.0
    minimum_pairs: int = 1
    minimum_temporal_coherence: float = 0.0
    keep_split: bool = True
    bridge: str = ""
    robust: bool = False
    bootstrap: tuple = ()
    standard_error: bool = False
    date_sigma: np.ndarray | None = None
    pair_sigma: np.ndarray | None = None
    roughness: np.ndarray | None = None
    linked_covariance: np.ndarray | None = None
    inflation: float | None = None

    @property
    def uses_coherence(self) -> bool:
        """Whether coherence is looked at; else a pair counts wherever it has phase."""
        return self.weights is not None or self.minimum_coherence > 0

    @property
    def metres(self) -> float:
        """Displacement by radian."""
        return -self.wavelength / (4 * np.pi)

    @cached_property
    def date_weights(self) -> np.ndarray:
        """Of the dates in the rate; their mean is 1."""
        if self.date_sigma is None:
            return np.ones(len(self.years))
        weights = 1 / self.date_sigma**2
        return weights / weights.mean()

    @cached_property
    def _treatment(self) -> Treatment:
        t, terms, excess = self.years, None, None
        if self.bridge:
            wave = 2 * np.pi * t
            more = {"quadratic": (t**2,), "annual": (np.sin(wave), np.cos(wave))}
            terms = np.stack([t, *more.get(self.bridge, ())])
        if self.pair_sigma is not None:
            variance = (self.pair_sigma / self.metres) ** 2
            excess = variance[self.plan.network.pairs].sum(axis=1)
        return Treatment(
            self.robust, terms, self.date_weights, excess, bool(self.bootstrap),
            self.roughness,
        )  # fmt: skip

    @cached_property
    def _bootstrap(self) -> Bootstrap:
        return Bootstrap.draw(self.years, self.date_weights, len(self.spans), *self.bootstrap)

    def __call__(self, block: StackBlock) -> SbasBlock:
        shape = block.phase.shape[1:]
        phase = block.phase.reshape(len(block.phase), -1)
        coherence = block.coherence
        if coherence is not None:
            coherence = coherence.reshape(phase.shape)
        tally = PairTally.empty(len(phase))
        result = invert(
            self.plan, phase, coherence,
            reference=self.reference_phase,
            weights=self.weights,
            minimum_coherence=self.minimum_coherence,
            minimum_pairs=self.minimum_pairs,
            noise_functionals=self._functionals(),
            treatment=self._treatment,
            tally=tally,
        )  # fmt: skip
        displacement = result.phase
        displacement *= np.float32(self.metres)
        rate = self._velocity(displacement, result, block.linked_noise)
        error = np.full(phase.shape[1], np.nan)
        if self.standard_error:
            phase = phase - self.reference_phase[:, np.newaxis].astype(np.float32)
            error = self._standard_error(phase, coherence, self.metres)
        return self._masked(displacement, rate, error, result, shape, tally)

    def _functionals(self) -> np.ndarray:
        """Unit vectors along the constant and along the centred time, of the weighted dates."""
        weights, centred, spread = self._centred()
        return np.stack([weights / np.sqrt(weights.sum()), weights * centred / np.sqrt(spread)])

    def _centred(self):
        """Weights of the dates, time about its weighted mean, and the weighted spread of that."""
        weights = self.date_weights
        centred = self.years - (weights * self.years).sum() / weights.sum()
        return weights, centred, (weights * centred**2).sum()

    def _velocity(self, displacement, result: Inversion, linked_noise=None) -> _Rate:
        """Rate, its standard deviation and the pairs' share of the series' variance."""
        weights, centred, spread = self._centred()
        whole = result.subsets == 1
        mean, velocity, squares = np.empty((3, displacement.shape[1]))
        with kernel_lock:
            date_squares = _rate_kernel.rates(
                displacement, weights, centred, whole, mean, velocity, squares
            )
        factor = self._variance_factor(result) * self.metres**2
        trace, (constant, slope) = result.series_noise, result.functional_noise
        if self.linked_covariance is not None and linked_noise is not None:
            known = whole & np.isfinite(linked_noise.ravel())
            shape = self.linked_covariance
            of_linked = (np.trace(shape), *(f @ shape @ f for f in self._functionals()))
            factor = np.where(known, linked_noise.ravel() * self.metres**2, factor)
            trace, constant, slope = (
                np.where(known, new, old)
                for new, old in zip(of_linked, (trace, constant, slope))
            )  # fmt: skip
        noise = np.where(whole, factor * trace / len(centred), np.nan)
        expected, spreads = trace - constant - slope, np.full(len(velocity), spread)
        bridged = (result.subsets > 1) & (self.bridge == "linear")
        expected = np.where(bridged, result.bridge_noise[1], expected)
        slope = np.where(bridged, result.bridge_noise[2], slope)
        spreads = np.where(bridged, result.bridge_noise[0], spreads)
        freedom = len(centred) - 1 - result.subsets
        if len(centred) < 3:  # two dates leave no residual: the pairs' noise is all that is known
            return _Rate(
                velocity, np.sqrt(factor * slope / spreads), noise, date_squares, int(whole.sum())
            )
        freedom = np.where(freedom > 0, freedom, np.nan)
        by_date = split_noise(squares, freedom, factor * expected)
        std = np.sqrt((by_date + factor * slope) / spreads)
        if self.inflation is not None:  # coloured noise holds that of the pairs
            coloured = np.sqrt(self.inflation * squares / freedom / spreads)
            std = np.where(whole | bridged, coloured, np.nan)
        if self.bootstrap:
            with np.errstate(invalid="ignore", divide="ignore"):
                share = np.where(squares > 0, by_date * freedom / squares, 0.0)
            left = displacement - mean - velocity * centred[:, np.newaxis]
            drawn = self._bootstrap.rate_std(
                left, share, result.influence, self.metres / np.sqrt(spread)
            )
            std = np.where(np.isfinite(std) & whole, drawn, np.nan)
        return _Rate(velocity, std, noise, date_squares, int(whole.sum()))

    def _variance_factor(self, result: Inversion) -> np.ndarray:
        """From the residuals, or what the weights promise where too few pairs are to spare."""
        dof = result.pair_count - result.rejected - len(self.years) + result.subsets
        few = dof < FEWEST_SPARE_PAIRS
        promised = 1.0 if self.weights_are_variances else np.nan
        return np.where(few, promised, result.variance_factor.astype(float))

    def _standard_error(self, phase, coherence, metres):
        """Standard error of the rate by stacking; falls with the root of the number of pairs.

        ``s / sqrt(sum dt²)`` with ``s`` the spread of the pairs about the stacked rate: what
        Cigna and Sowter (2017) map for ISBAS, where every pair is an observation of its own.
        """
        valid = np.isfinite(phase)
        if coherence is not None and self.minimum_coherence > 0:
            valid &= coherence >= self.minimum_coherence
        data = np.where(valid, phase, np.float32(0))
        spans = self.spans.astype(np.float32)
        weight = (spans**2) @ valid.astype(np.float32)
        count = valid.sum(axis=0)
        with np.errstate(invalid="ignore", divide="ignore"):
            rate = (spans @ data) / weight
            squares = np.einsum("mp,mp->p", data, data) - rate**2 * weight
            return np.abs(metres) * np.sqrt(np.maximum(squares, 0) / (count - 1) / weight)

    def _masked(self, displacement, rate, error, result, shape, tally) -> SbasBlock:
        drop = result.subsets == 0
        with np.errstate(invalid="ignore"):
            if self.minimum_temporal_coherence > 0:
                drop |= ~(result.temporal_coherence >= self.minimum_temporal_coherence)
        if not self.keep_split:
            drop |= result.subsets > 1
        displacement[:, drop] = np.nan

        def layer(values):
            return np.where(drop, np.nan, values).astype(np.float32).reshape(shape)

        return SbasBlock(
            displacement.reshape(-1, *shape), layer(rate.velocity), layer(rate.std), layer(error),
            result.temporal_coherence.reshape(shape), result.pair_count.reshape(shape),
            result.subsets.reshape(shape), layer(rate.pair_noise), result.rejected.reshape(shape),
            result.joined_dates.reshape(shape), tally, rate.date_squares, rate.whole_pixels,
        )  # fmt: skip


@dataclass(frozen=True)
class _Rate:
    """Rates at P pixels (metres a year), what goes with them, and the residuals by date."""

    velocity: np.ndarray
    std: np.ndarray
    pair_noise: np.ndarray
    date_squares: np.ndarray
    whole_pixels: int


def bytes_per_pixel(pairs: int, dates: int, beside: int = 0) -> float:
    """Memory that a pixel takes in a block while it is read, inverted and written.

    Parameters
    ----------
    pairs, dates : int
    beside : int
        How many of coherence, influence (bootstrap) and outliers each pair has beside its phase.
    """
    # Phase as read; referenced, a copy and a mask for the standard error, or for the outliers;
    # the series in rad, in metres and twice in double precision.
    return pairs * (4 * 3 + 1 + 4 * beside) + dates * (4 + 4 + 8 + 8) + 150.0

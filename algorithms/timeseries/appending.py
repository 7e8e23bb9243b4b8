# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""New dates at the end of a displacement series, without solving for the old ones again.

All dates up to a cutoff are held at their values; to the pairs that reach over it they are one
known node of the network. Solved for are the new dates and, for their sake, the last few old ones,
whose values are thrown away: they keep what they had. The new dates then differ from a full
inversion only by what the new pairs would have changed in the held ones, which falls off with the
number of dates solved again (sequential least squares with the whole past as a prior would be
exact, but would need the covariance of each pixel).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import years_of
from ..data.network import Network
from ..data.stack import StackBlock
from ..errors import GroundshiftError
from .date_noise import network_covariance
from .inversion import InversionPlan, PairTally, Treatment, invert
from .sbas import SbasBlock
from .velocity import split_noise


@dataclass(frozen=True)
class Extension:
    """How new dates hang on a series.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (date,)
        Old and new.
    old : int
        How many of them are old.
    held : int
        How many are held at their values.
    pairs : ndarray of int, shape (pair, 2)
        The pairs that are solved, as indices of `dates`; the second end is never held.
    used : ndarray of bool
        Which pairs of the stack those are.
    ignored : ndarray of datetime64[D]
        Dates of the stack before the end of the series that it does not hold.
    """

    dates: np.ndarray
    old: int
    held: int
    pairs: np.ndarray
    used: np.ndarray
    ignored: np.ndarray

    @property
    def years(self) -> np.ndarray:
        """Since the first date, shape (date,)."""
        return years_of(self.dates)

    @property
    def network(self) -> Network:
        """All dates with the pairs that are solved."""
        return Network(self.dates, self.pairs.astype(np.int32))

    @property
    def contracted(self) -> Network:
        """The last held date, standing for all of them, and the dates solved for."""
        nodes = np.maximum(self.pairs - self.held + 1, 0)
        return Network(self.dates[self.held - 1 :], nodes.astype(np.int32))


def extend(old_dates, pairs, known_pairs=None, window: int = 10) -> Extension:
    """Find what to solve.

    Parameters
    ----------
    old_dates : ndarray of datetime64[D], shape (date,)
    pairs : ndarray of datetime64[D], shape (pair, 2)
        Of the stack, old and new or new alone.
    known_pairs : ndarray of datetime64[D], shape (pair, 2), optional
        That the series was made of. An old date is solved again only where the stack still holds
        all of its pairs; without them none is.
    window : int
        Old dates to solve again, at most.

    Raises
    ------
    GroundshiftError
        If there is no new date, or no pair joins the new ones to the series.
    """
    every = np.unique(pairs)
    new = every[every > old_dates[-1]]
    if not len(new):
        raise GroundshiftError(
            f"The stack holds no date after the end of the previous series ({old_dates[-1]}); add "
            "newer interferograms or leave the previous series out."
        )
    dates = np.concatenate([old_dates, new])
    there = {tuple(pair) for pair in pairs.astype(str).tolist()}
    known = [] if known_pairs is None else known_pairs.astype(str).tolist()
    held = len(old_dates)
    while known and held > max(1, len(old_dates) - window):
        touching = [tuple(pair) for pair in known if str(old_dates[held - 1]) in pair]
        if not all(pair in there for pair in touching):
            break
        held -= 1
    ends = np.searchsorted(dates, pairs)
    in_series = np.isin(pairs, dates).all(axis=1)
    used = in_series & (ends.max(axis=1) >= held)
    joining = used & (ends.min(axis=1) < len(old_dates)) & (ends.max(axis=1) >= len(old_dates))
    if not joining.any():
        raise GroundshiftError(
            "No pair joins the new dates to those of the previous series; add interferograms that "
            "reach back to it."
        )
    ignored = every[(every <= old_dates[-1]) & ~np.isin(every, old_dates)]
    return Extension(dates, len(old_dates), held, np.sort(ends[used], axis=1), used, ignored)


def extended_covariance(extension: Extension, covariance, weights) -> np.ndarray:
    """Covariance of the pairs' noise in the longer series, from that of the old one.

    Parameters
    ----------
    extension : Extension
    covariance : ndarray, shape (old date, old date)
        In one over the unit of the weights.
    weights : ndarray, shape (pair,)
        Of the pairs that are solved, at a typical pixel.

    Returns
    -------
    ndarray, shape (date, date)
        Old dates keep theirs; the new ones are taken as hung on the old values, without those
        that are solved again. That is exact for a window of 0 and a little too large for others.
    """
    old = extension.old
    count = len(extension.dates) - old
    late = extension.pairs[:, 1] >= old
    pairs, weights = extension.pairs[late], weights[late]
    contracted = Network(
        extension.dates[old - 1 :], np.maximum(pairs - old + 1, 0).astype(np.int32)
    )
    own = network_covariance(contracted, weights)[1:, 1:]
    links = np.zeros((count, old))
    for (i, j), weight in zip(pairs, weights):
        if i < old:
            links[j - old, i] += weight
    gain = own @ links
    out = np.zeros((len(extension.dates),) * 2)
    out[:old, :old] = covariance
    out[old:, :old] = gain @ covariance
    out[:old, old:] = out[old:, :old].T
    out[old:, old:] = gain @ covariance @ gain.T + own
    return out


@dataclass(frozen=True)
class AppendBlock:
    """A window of a stack (the pairs that are solved) and of the series that it continues.

    Parameters
    ----------
    stack : StackBlock
    series : ndarray of float32, shape (old date, row, column)
        Metres.
    temporal_coherence, pair_count, subsets, pair_noise, joined_dates : ndarray, shape (row, column)
        Layers of the series; NaN or 0 where it has none.
    """

    stack: StackBlock
    series: np.ndarray
    temporal_coherence: np.ndarray
    pair_count: np.ndarray
    subsets: np.ndarray
    pair_noise: np.ndarray
    joined_dates: np.ndarray


@dataclass(frozen=True)
class BlockAppend:
    """Block function that continues a series; parameters as of :class:`.sbas.BlockInversion`.

    Parameters
    ----------
    extension : Extension
    plan : InversionPlan
        Of its contracted network.
    reference_phase : ndarray, shape (pair,)
    wavelength : float
    weights : ndarray or None
    minimum_coherence, minimum_temporal_coherence, keep_split, robust
    covariance : ndarray, shape (date, date)
        Of the pairs' noise in all dates, in units of the old series' mean variance; zeros where
        that is not known.
    inflation : float, optional
        See :func:`.coloured.rate_inflation`; None for white noise beside that of the pairs.
    linked : bool
        Whether `covariance` is that of linked phases, to be multiplied with the stack's
        `linked_noise`.
    """

    extension: Extension
    plan: InversionPlan
    reference_phase: np.ndarray
    wavelength: float
    weights: np.ndarray | None
    covariance: np.ndarray
    minimum_coherence: float = 0.0
    minimum_temporal_coherence: float = 0.0
    keep_split: bool = True
    robust: bool = False
    inflation: float | None = None
    linked: bool = False

    def __call__(self, block: AppendBlock) -> SbasBlock:
        ext, shape = self.extension, block.stack.phase.shape[1:]
        metres = -self.wavelength / (4 * np.pi)
        series = block.series.reshape(ext.old, -1)
        phase = block.stack.phase.reshape(len(ext.pairs), -1)
        phase = phase - self.reference_phase[:, np.newaxis].astype(np.float32)
        coherence = block.stack.coherence
        if coherence is not None:
            coherence = coherence.reshape(phase.shape)
        tally = PairTally.empty(len(phase))
        result = invert(
            self.plan, self._from_last_held(phase, series, metres), coherence,
            weights=self.weights, minimum_coherence=self.minimum_coherence,
            minimum_pairs=1, noise=False, treatment=Treatment(self.robust), tally=tally,
        )  # fmt: skip
        again = ext.old - ext.held + 1
        newer = result.phase[again:] * metres + series[ext.held - 1].astype(float)
        fresh = self._new_pairs(phase, coherence)
        quality, total = self._quality(block, result, fresh)
        subsets = block.subsets.ravel() + np.maximum(result.subsets - 1, 0).astype(np.int16)
        drop = (result.subsets == 0) | (block.subsets.ravel() == 0)
        if not self.keep_split:
            drop |= subsets > 1
        with np.errstate(invalid="ignore"):
            drop |= ~(quality >= self.minimum_temporal_coherence)
        newer[:, drop] = np.nan
        whole = np.concatenate([series, newer.astype(np.float32)])
        return self._block(block, whole, quality, total, subsets, result, tally, shape)

    def _from_last_held(self, phase, series, metres) -> np.ndarray:
        """Phases of the contracted pairs: from the last held date, whatever the first end is."""
        ext = self.extension
        out = phase.copy()
        for k, first in enumerate(ext.pairs[:, 0]):
            if first < ext.held:
                out[k] += (series[first] - series[ext.held - 1]) / np.float32(metres)
        return out

    def _new_pairs(self, phase, coherence) -> np.ndarray:
        """How many pairs with a new date are used at each pixel."""
        chosen = self.extension.pairs[:, 1] >= self.extension.old
        valid = np.isfinite(phase[chosen])
        if coherence is not None:
            valid &= coherence[chosen] >= np.float32(self.minimum_coherence)
        return valid.sum(axis=0)

    @staticmethod
    def _quality(block, result, fresh):
        """Temporal coherence and number of pairs of the whole: means by the number of pairs."""
        old = block.pair_count.ravel().astype(float)
        before = np.where(old > 0, old * block.temporal_coherence.ravel(), 0.0)
        with np.errstate(invalid="ignore", divide="ignore"):
            quality = (before + fresh * result.temporal_coherence) / (old + fresh)
        return quality, (old + fresh).astype(np.int16)

    def _block(self, block, series, quality, total, subsets, result, tally, shape) -> SbasBlock:
        ext = self.extension
        ratio = np.trace(self.covariance) / len(self.covariance)
        noise = block.pair_noise.ravel()
        if self.linked:
            predicted = block.stack.linked_noise.ravel() * (self.wavelength / (4 * np.pi)) ** 2
            noise = np.where(np.isfinite(predicted), predicted, noise)
        old_noise = np.where(subsets == 1, noise, np.nan)
        velocity, std, residuals = self._rate(series, old_noise, subsets)
        fine = (subsets == 1) & np.isfinite(velocity)
        joined = block.joined_dates.ravel() + result.joined_dates

        def layer(values, kind=np.float32):
            return np.asarray(values, kind).reshape(shape)

        return SbasBlock(
            series.reshape(len(ext.dates), *shape), layer(velocity), layer(std),
            layer(np.full(len(velocity), np.nan)), layer(quality), layer(total, np.int16),
            layer(subsets, np.int16), layer(old_noise * ratio), layer(result.rejected, np.int16),
            layer(joined, np.int16), tally,
            np.einsum("np,np->n", residuals[:, fine], residuals[:, fine]), int(fine.sum()),
        )  # fmt: skip

    def _rate(self, series, noise, subsets):
        """Least-squares rate, its standard deviation and the residuals."""
        years = self.extension.years
        centred = years - years.mean()
        spread = (centred**2).sum()
        gain = centred / spread
        residuals = series.astype(float)
        velocity = gain @ residuals
        residuals -= residuals.mean(axis=0)
        residuals -= velocity * centred[:, np.newaxis]
        count = len(years)
        operator = np.eye(count) - np.outer(centred, gain) - 1 / count
        pairs = np.nan_to_num(noise)
        squares = np.einsum("np,np->p", residuals, residuals)
        by_date = split_noise(squares, count - 2, pairs * np.trace(operator @ self.covariance))
        std = np.sqrt(by_date / spread + pairs * (gain @ self.covariance @ gain))
        if self.inflation is not None:  # coloured noise holds that of the pairs
            std = np.sqrt(self.inflation * squares / (count - 2) / spread)
        return velocity, np.where(subsets == 1, std, np.nan), residuals

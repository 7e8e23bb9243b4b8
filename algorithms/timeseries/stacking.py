# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rate by stacking: the weighted mean slope of phase over time span, without any inversion.

``rate = Σ w t φ / Σ w t²`` over the pairs (Sandwell and Price 1998, doi:10.1029/1998JB900008; with
consecutive pairs only: Qin et al. 2022). For the standard deviation two pictures of the noise are
offered. If every pair errs by itself, the scatter of the pairs about the rate gives it. But a
date's atmosphere is in all pairs with that date, with either sign, so the pairs are not
independent; how noise by date and by pair compare is then estimated from the residuals of many
pixels, and its size from the pixel's own. These have few degrees of freedom, as residuals share
dates; the size may therefore be drawn to that of the scene (moderated variance,
Smyth 2004, doi:10.2202/1544-6115.1027), the more, the less pixels differ by more than chance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.network import Network
from ..data.stack import StackBlock
from ..errors import GroundshiftError
from ..threads import kernel_lock

# Below this share of its largest possible value a determinant says nothing.
LEAST_DETERMINANT = 1e-6
UNSTEADY = 4.0  # times the median scatter; noise alone does not reach it


@dataclass(frozen=True)
class StackingBlock:
    """Results of a block, shape (row, column).

    Parameters
    ----------
    velocity, velocity_std : ndarray of float32
        Metres a year, positive towards the satellite. The latter is NaN for less than 3 pairs.
    pair_count : ndarray of int16
        Pairs used; 0 where there are too few.
    """

    velocity: np.ndarray
    velocity_std: np.ndarray
    pair_count: np.ndarray


def consecutive_pairs(pairs) -> np.ndarray:
    """Which pairs join neighbouring dates of all that occur.

    Parameters
    ----------
    pairs : ndarray of datetime64[D], shape (pair, 2)

    Returns
    -------
    ndarray of bool, shape (pair,)

    Raises
    ------
    GroundshiftError
        If none does.
    """
    dates, index = np.unique(pairs, return_inverse=True)
    index = index.reshape(np.shape(pairs))
    keep = np.abs(index[:, 1] - index[:, 0]) == 1
    if not keep.any():
        raise GroundshiftError(
            f"None of the {len(keep)} pairs joins two neighbouring dates; take all pairs."
        )
    return keep


@dataclass(frozen=True)
class BlockStacking:
    """Block function of the stacking.

    Parameters
    ----------
    network : Network
    reference_phase : ndarray, shape (pair,)
        Taken off every pair; a pair with NaN is not used.
    wavelength : float
        Metres.
    weights : ndarray or None
        Table over coherence from :func:`.weights.weight_table`; None for equal weights.
    minimum_coherence : float
        A pair counts at a pixel where its coherence is at least this.
    minimum_pairs : int
        A pixel is kept where at least this many pairs count.
    noise : str
        ``dates``: noise by date and by pair; ``pairs``: by pair alone.
    shares : tuple of float
        From :func:`noise_shares`.
    prior : tuple of float
        From :func:`noise_prior`; without it a pixel's noise has the size of its own residuals.
    """

    network: Network
    reference_phase: np.ndarray
    wavelength: float
    weights: np.ndarray | None
    minimum_coherence: float = 0.0
    minimum_pairs: int = 1
    noise: str = "dates"
    shares: tuple = (0.0, 0.0)
    prior: tuple = (0.0, 0.0, 0.0, 0.0)

    def __call__(self, block: StackBlock) -> StackingBlock:
        shape = block.phase.shape[1:]
        out, counts, _ = self._stacked(block)
        metres = self.wavelength / (4 * np.pi)
        return StackingBlock(
            (-metres * out[0]).astype(np.float32).reshape(shape),
            (metres * out[1]).astype(np.float32).reshape(shape), counts.reshape(shape),
        )  # fmt: skip

    def moments(self, block: StackBlock) -> np.ndarray:
        """What the residuals tell of the noise, shape (pixel, 6); see :func:`noise_shares`."""
        found = self._stacked(block, True)[2]
        return found[found[:, 2] > 0]

    def _stacked(self, block, with_moments=False):
        from . import _stacking_kernel

        least, number = _stacking_kernel.LANES, block.phase[0].size
        phase = _pixels_of(block.phase, least)
        coherence = np.zeros((0, 0), np.float32)
        if self._needs_coherence():
            coherence = _pixels_of(block.coherence, least)
        table = np.ones(1) if self.weights is None else self.weights
        limits = np.array([self.minimum_coherence, max(1, self.minimum_pairs)], float)
        out = np.empty((2, phase.shape[1]), np.float32)
        counts = np.empty(phase.shape[1], np.int16)
        moments = np.empty((phase.shape[1] if with_moments else 0, 6))
        years = self.network.years[self.network.pairs]
        with kernel_lock:
            _stacking_kernel.stack(
                phase, coherence, np.ascontiguousarray(self.reference_phase, float),
                np.ascontiguousarray(self.network.pairs, np.int32), years[:, 1] - years[:, 0],
                np.ascontiguousarray(table, np.float32), limits,
                len(self.network.dates) if self.noise == "dates" else 0,
                np.array(self.shares + self.prior, float), out, counts, moments,
            )  # fmt: skip
        return out[:, :number], counts[:number], moments[:number]

    def _needs_coherence(self) -> bool:
        return self.weights is not None or self.minimum_coherence > 0


def _pixels_of(values, least: int) -> np.ndarray:
    """Values by (pair, pixel), filled up with NaN to so many pixels at least."""
    values = np.ascontiguousarray(values.reshape(len(values), -1), np.float32)
    missing = max(0, least - values.shape[1])
    return np.pad(values, ((0, 0), (0, missing)), constant_values=np.nan) if missing else values


def noise_shares(moments) -> tuple:
    """How noise by date and noise by pair compare in a scene.

    Parameters
    ----------
    moments : ndarray, shape (pixel, 6)
        ``a, b, scatter, c, d, divergence`` with ``E(scatter) = a D + b P`` and ``E(divergence) =
        c D + d P``, D and P the variances by date and by pair. Pixels that move unsteadily scatter
        most and are left out; nothing else is, as by its scatter a weight would bias P.

    Returns
    -------
    tuple of float
        D and P; both zero where the pairs cannot tell.
    """
    if not len(moments):
        return 0.0, 0.0
    scattered = moments[:, 2] / np.maximum(moments[:, 1], np.finfo(float).tiny)
    steady = scattered <= UNSTEADY * np.median(scattered)
    a, b, scatter, c, d, divergence = moments[steady].mean(axis=0)
    determinant = a * d - b * c
    if abs(determinant) <= LEAST_DETERMINANT * (abs(a * d) + abs(b * c)):
        return 0.0, 0.0
    by_date = max((scatter * d - b * divergence) / determinant, 0.0)
    by_pair = max((a * divergence - scatter * c) / determinant, 0.0)
    return float(by_date), float(by_pair)


def noise_prior(moments, shares) -> tuple:
    """What the size of a pixel's noise is drawn to, for :attr:`BlockStacking.prior`.

    Sizes of pixels differ by the chance of few residuals, 2 over the degrees of freedom in square,
    and by what is left of their variance, with which places differ in truth: the less, the more
    does the scene's size count. Best among linear ones whatever the sizes' distribution (Bühlmann
    1967, doi:10.1017/S0515036100008989). What is far above the usual size, unsteady motion or the
    noise of few places, is not of that distribution: there a pixel keeps its own, and for the
    scene it counts as the limit.

    Parameters
    ----------
    moments : ndarray, shape (pixel, 6)
        See :func:`noise_shares`.
    shares : tuple of float
        From there.

    Returns
    -------
    tuple of float
        Degrees of freedom, perhaps infinite, size and limit; and how many degrees a pixel's own
        size has for every pair but one. Zeros where the shares are.
    """
    if not (len(moments) and sum(shares) > 0):
        return 0.0, 0.0, 0.0, 0.0
    size, freedom = _sizes(moments, shares)
    limit = UNSTEADY * np.nanmedian(size)
    size = np.minimum(size, limit)
    mean, square = np.nanmean(size), np.nanmean(size**2 / (1 + 2 / freedom))
    apart = square - mean**2
    of_all = float(2 * square / apart) if apart > 0 else np.inf
    return of_all, float(mean), float(limit), float(np.nanmedian(freedom / moments[:, 1]))


def _sizes(moments, shares) -> tuple:
    """Size of the noise over the scene's shares, and its degrees of freedom by pixel.

    The freedom is ``2 E² / Var`` of the scatter ``r' W r`` (Satterthwaite 1946): its variance,
    twice the trace of the square of ``W R Σ R'``, is made of the same traces as the expectations.
    It is that of one pair less than there are, at most.
    """
    a, b, scatter, c, _, _ = moments.T
    by_date, by_pair = shares
    expected = a * by_date + b * by_pair
    expected[expected <= 0] = np.nan
    squares = c * by_date**2 + 2 * a * by_date * by_pair + b * by_pair**2
    return scatter / expected, expected**2 / np.maximum(squares, expected**2 / b)


def bytes_per_pixel(pairs: int, with_coherence: bool) -> float:
    """Memory that a pixel takes in a block while it is read, stacked and written."""
    return pairs * 4.0 * (2 if with_coherence else 1) + 110.0

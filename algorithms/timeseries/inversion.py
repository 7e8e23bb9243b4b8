# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From the unwrapped phases of pairs to the phase of each date, pixel by pixel.

Weighted least squares on the pixel's own network (Berardino et al. 2002), with every pair that has
data there. Importing this module imports numba.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from ..threads import kernel_lock
from . import _elimination, _kernel
from ._lanes import LANES
from .network import Network


@dataclass(frozen=True)
class InversionPlan:
    """What the inversion needs to know of a network; made once, can be pickled.

    Parameters
    ----------
    network : Network
    structure : tuple of ndarray of int64
        Order of elimination and pattern of the factor, see :func:`._elimination.eliminate`.
    """

    network: Network
    structure: tuple


@dataclass(frozen=True)
class Inversion:
    """Results at P pixels; float32 unless said, NaN where a pixel was dropped.

    Parameters
    ----------
    phase : ndarray, shape (date, P)
        Phase of each date minus that of the first date, radians.
    temporal_coherence : ndarray, shape (P,)
        Of the residuals of the used pairs (Pepe and Lanari 2006), 0..1.
    pair_count : ndarray of int16, shape (P,)
        Pairs used; 0 where dropped.
    subsets : ndarray of int16, shape (P,)
        Into how many subsets the pixel's own network falls: 1 is a connected one, more a cut one,
        whose subsets were joined by minimum-norm velocities; 0 where dropped.
    variance_factor : ndarray, shape (P,)
        Weighted sum of squared residuals over degrees of freedom (pairs - dates + subsets); NaN
        where there are none. About 1 when weights are inverse variances.
    series_noise : ndarray, shape (P,)
        Trace of C, the inverse of the weighted Laplacian grounded at the first date: the sum over
        dates of the variance of the phase relative to the first date, not yet multiplied by the
        variance factor. NaN where the network is cut or noise was not asked for.
    functional_noise : ndarray, shape (functional, P)
        ``q' C q`` of each functional q of the series; NaN as above.
    """

    phase: np.ndarray
    temporal_coherence: np.ndarray
    pair_count: np.ndarray
    subsets: np.ndarray
    variance_factor: np.ndarray
    series_noise: np.ndarray
    functional_noise: np.ndarray


def make_plan(network: Network) -> InversionPlan:
    """Work out once what all pixels of a network share."""
    return InversionPlan(network, _elimination.eliminate(len(network.dates), network.pairs))


def invert(
    plan: InversionPlan,
    phase,
    coherence=None,
    *,
    weights=None,
    minimum_coherence: float = 0.0,
    minimum_pairs: int = 1,
    noise_functionals=None,
    noise: bool = True,
) -> Inversion:
    """Invert a block of pixels, each on its own network of valid pairs.

    A pair is used at a pixel where its phase is finite and, if coherence is given, that is finite
    and at least `minimum_coherence` (ISBAS: Sowter et al. 2013). A pixel is kept when at least
    `minimum_pairs` pairs are. Results depend neither on the block that a pixel comes in nor on
    the number of threads, to the last bit.

    Parameters
    ----------
    plan : InversionPlan
    phase : array_like of float32, shape (pair, P)
        Unwrapped, radians, secondary minus reference date; NaN for no data.
    coherence : array_like of float32, same shape, optional
    weights : ndarray, optional
        From :func:`.weights.weight_table`; uniform without.
    minimum_coherence : float
    minimum_pairs : int
    noise_functionals : array_like, shape (functional, date), optional
        Linear functionals of the series, such as the row of the pseudo-inverse that gives its
        velocity.
    noise : bool
        Whether to work out `series_noise` and `functional_noise`.

    Returns
    -------
    Inversion

    Raises
    ------
    GroundshiftError
        If shapes do not agree, or weights are asked for without coherence or are not positive.
    """
    network = plan.network
    phase, coherence = _checked_block(network, phase, coherence)
    table = _checked_table(weights, coherence)
    functionals = _checked_functionals(network, noise_functionals)
    ordered = np.empty_like(functionals)
    ordered[:, plan.structure[0]] = functionals
    lowest = np.nextafter(np.float64(np.float32(minimum_coherence)), -np.inf)
    limits = np.array([lowest, coherence is not None, max(1, minimum_pairs)], float)
    common = (np.diff(network.years), limits, table, ordered)
    with kernel_lock:
        shared = (np.zeros(1),) * 3
        if np.all(table == 1.0):
            shared = _kernel.share_factor(plan.structure)
        count = phase.shape[1]
        whole = count - count % LANES
        result = _empty_result(network, len(functionals), count)
        _run(plan, common, shared, phase, coherence, whole, result, noise)
        if whole < count:
            tail = _empty_result(network, len(functionals), LANES)
            last = [None if a is None else _padded(a[:, whole:]) for a in (phase, coherence)]
            _run(plan, common, shared, *last, LANES, tail, noise)
            for into, values in zip(result, tail):
                into[..., whole:] = values[..., : count - whole]
    series, layers, noises, counts, subsets = result
    return Inversion(
        phase=series,
        temporal_coherence=layers[0],
        pair_count=counts,
        subsets=subsets,
        variance_factor=layers[1],
        series_noise=noises[0],
        functional_noise=noises[1:],
    )


def _empty_result(network, functionals, count) -> tuple:
    """Arrays for series, layers, noise, pair counts and subsets of `count` pixels."""
    return (
        np.empty((len(network.dates), count), np.float32),
        np.empty((2, count), np.float32),
        np.full((1 + functionals, count), np.nan, np.float32),
        np.empty(count, np.int16),
        np.empty(count, np.int16),
    )


def _run(plan, common, shared, phase, coherence, pixels, result, noise) -> None:
    """Run the kernel on the first `pixels` pixels, a multiple of `LANES`."""
    intervals, limits, table, functionals = common
    series, layers, noises, counts, subsets = result
    nothing = np.empty(0, np.float32)
    _kernel.invert_batches(
        plan.structure, intervals, phase.ravel(),
        nothing if coherence is None else coherence.ravel(), phase.shape[1], pixels // LANES,
        limits, table, functionals, shared, layers.ravel(), series.ravel(),
        noises.ravel() if noise else nothing, counts, subsets,
    )  # fmt: skip


def _padded(block) -> np.ndarray:
    """The last few pixels of a block, filled up with no data to `LANES` of them."""
    out = np.full((len(block), LANES), np.nan, np.float32)
    out[:, : block.shape[1]] = block
    return out


def _checked_block(network, phase, coherence):
    phase = np.ascontiguousarray(phase, np.float32)
    if phase.ndim != 2 or len(phase) != len(network.pairs):
        raise GroundshiftError(
            f"The phase has the shape {phase.shape} for {len(network.pairs)} interferograms; give "
            "one row for each."
        )
    if coherence is None:
        return phase, None
    coherence = np.ascontiguousarray(coherence, np.float32)
    if coherence.shape != phase.shape:
        raise GroundshiftError(
            f"The coherence has the shape {coherence.shape} and the phase {phase.shape}; give "
            "both on the same pairs and pixels."
        )
    return phase, coherence


def _checked_table(weights, coherence) -> np.ndarray:
    if weights is None:
        return np.ones(1)
    table = np.ascontiguousarray(weights, float)
    if not (np.isfinite(table).all() and (table > 0).all()):
        raise GroundshiftError(
            "The weights are not all positive and finite; make them with weight_table."
        )
    if coherence is None and not np.all(table == table[0]):
        raise GroundshiftError(
            "Weights by coherence need coherence, which the stack lacks; choose uniform weights "
            "or import the coherence too."
        )
    return table


def _checked_functionals(network, functionals) -> np.ndarray:
    dates = len(network.dates)
    if functionals is None:
        return np.empty((0, dates))
    functionals = np.array(functionals, float, ndmin=2)
    if functionals.ndim != 2 or functionals.shape[1] != dates:
        raise GroundshiftError(
            f"The functionals have the shape {functionals.shape}; give a value for each of the "
            f"{dates} dates."
        )
    return functionals

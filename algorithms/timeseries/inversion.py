# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From the unwrapped phases of pairs to the phase of each date, pixel by pixel.

Weighted least squares on the pixel's own network (Berardino et al. 2002), with every pair that has
data there. Importing this module imports numba.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.network import Network
from ..errors import GroundshiftError
from ..threads import kernel_lock
from . import _elimination, _kernel, _revisit, _robust
from ._solve import LANES, SINGLES
from .votes import plan_votes, roughness

NOT_SHARED = (np.zeros(1),) * 6
"""Of the kernels, where pixels have factors of their own."""
DOUBTFUL_PIXELS = 1 << 15  # whose outliers are looked for at a time: their pairs stay in the cache


@dataclass(frozen=True)
class InversionPlan:
    """What the inversion needs to know of a network; made once, can be pickled.

    Parameters
    ----------
    network : Network
    structure : tuple of ndarray of int64
        Order of elimination and pattern of the factor, see :func:`._elimination.eliminate`.
    votes : tuple of ndarray
        Which pairs and dates judge a jump in the series, see :func:`.votes.plan_votes`.
    """

    network: Network
    structure: tuple
    votes: tuple


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
    rejected : ndarray of int16, shape (P,)
        Pairs that the robust solution gave up as outliers.
    joined_dates : ndarray of int16, shape (P,)
        Dates outside of the largest subset: their offset to it is an assumption, not measured.
    bridge_noise : ndarray, shape (3, P)
        Where a model bridges cuts, else NaN: spread of time about its mean in each subset, years
        squared; the sum of squared residuals from that model (offsets and rate) to be expected
        from C; and the variance of the functional along the centred time. Both with C as above.
    influence : ndarray, shape (pair, P) or (0, P)
        Each pair's residual times what it does to the last functional; NaN where cut.
    """

    phase: np.ndarray
    temporal_coherence: np.ndarray
    pair_count: np.ndarray
    subsets: np.ndarray
    variance_factor: np.ndarray
    series_noise: np.ndarray
    functional_noise: np.ndarray
    rejected: np.ndarray
    joined_dates: np.ndarray
    bridge_noise: np.ndarray
    influence: np.ndarray


@dataclass(frozen=True)
class Treatment:
    """How pairs, dates and cuts are treated beyond plain weighted least squares.

    Parameters
    ----------
    robust : bool
        Reject outliers among the pairs, see :mod:`._robust`.
    bridge_terms : ndarray, shape (term, date), optional
        Join the subsets of a cut network by a model of the motion with these terms besides its
        constant, time (years) first; see :func:`._subsets.bridge_subsets`. Without: minimum norm.
    date_weights : ndarray, shape (date,), optional
        Weights of the dates in that model and in `series_noise`; ones without.
    excess_variance : ndarray, shape (pair,), optional
        Variance of each pair beyond the inverse of its weight, in the unit of that.
    influence : bool
        Whether to work out `influence`.
    roughness : ndarray, optional
        Of the scene's series at each place, from :func:`scene_roughness`: the robust solution then
        judges close votes of the pairs by the series, see :mod:`.votes`.
    """

    robust: bool = False
    bridge_terms: np.ndarray | None = None
    date_weights: np.ndarray | None = None
    excess_variance: np.ndarray | None = None
    influence: bool = False
    roughness: np.ndarray | None = None


@dataclass(frozen=True)
class PairTally:
    """Sums over the pixels that were kept, by pair; each of shape (pair,), added to in place.

    Parameters
    ----------
    squares : ndarray
        Of the residuals, radians squared.
    counts : ndarray
        Pixels where the pair is used.
    rejected : ndarray
        Pixels where it is an outlier.
    """

    squares: np.ndarray
    counts: np.ndarray
    rejected: np.ndarray

    @classmethod
    def empty(cls, pairs: int) -> PairTally:
        """Nothing yet."""
        return cls(np.zeros(pairs), np.zeros(pairs), np.zeros(pairs))

    def add(self, other: PairTally) -> None:
        """Add another's sums."""
        for mine, values in (
            (self.squares, other.squares), (self.counts, other.counts),
            (self.rejected, other.rejected),
        ):  # fmt: skip
            mine += values


def make_plan(network: Network) -> InversionPlan:
    """Work out once what all pixels of a network share."""
    structure = _elimination.eliminate(len(network.dates), network.pairs)
    votes = plan_votes(network.years, network.pairs, structure[0])
    return InversionPlan(network, structure, votes)


def scene_roughness(plan: InversionPlan, series) -> np.ndarray:
    """How rough the series of a scene is at each of its places, for a robust :class:`Treatment`.

    Parameters
    ----------
    plan : InversionPlan
    series : ndarray, shape (date, P)
        Phases of a sample of its pixels, from a robust inversion; NaN where the network is cut.
    """
    return roughness(plan.votes, plan.structure[0], np.asarray(series))


def invert(
    plan: InversionPlan,
    phase,
    coherence=None,
    *,
    reference=None,
    weights=None,
    minimum_coherence: float = 0.0,
    minimum_pairs: int = 1,
    noise_functionals=None,
    noise: bool = True,
    treatment: Treatment | None = None,
    tally: PairTally | None = None,
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
    reference : ndarray, shape (pair,), optional
        Phase of the reference, taken off every pair; a pair where it is NaN is not used.
    weights : ndarray, optional
        From :func:`.weights.weight_table`; uniform without.
    minimum_coherence : float
    minimum_pairs : int
    noise_functionals : array_like, shape (functional, date), optional
        Linear functionals of the series, such as the row of the pseudo-inverse that gives its
        velocity.
    noise : bool
        Whether to work out `series_noise` and `functional_noise`.
    treatment : Treatment, optional
    tally : PairTally, optional
        Residuals are added to it.

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
    treatment = treatment or Treatment()
    position = plan.structure[0]
    ordered = np.empty_like(functionals)
    ordered[:, position] = functionals
    lowest = np.nextafter(np.float32(minimum_coherence), np.float32(-np.inf))
    limits = [lowest, coherence is not None, max(1, minimum_pairs), treatment.robust]
    excess = _checked_dates(treatment.excess_variance, len(network.pairs), np.empty(0))
    bridging = _bridging(network, treatment, position)
    reference = np.zeros(len(phase)) if reference is None else np.asarray(reference)
    common = (
        np.diff(network.years), reference.astype(np.float32), np.array(limits, float), table,
        excess, ordered, bridging,
    )  # fmt: skip
    with kernel_lock:
        shared = NOT_SHARED
        if np.all(table == 1.0) and not len(excess):
            shared = _kernel.share_factor(plan.structure, bridging[2], ordered)
        result = _empty_result(network, phase.shape[1], len(ordered), noise, treatment.influence)
        _run(plan, (*common, shared, None), phase, coherence, result, tally)
        doubtful = np.flatnonzero(result[3][4])
        for begin in range(0, len(doubtful), DOUBTFUL_PIXELS):
            _reject(
                plan, common, treatment.roughness, phase, coherence,
                doubtful[begin : begin + DOUBTFUL_PIXELS], result, tally,
            )  # fmt: skip
    count = phase.shape[1]
    layers, series, noises, counts, bridge, influence = result
    if not noise:
        noises = np.full((1 + len(functionals), count), np.nan, np.float32)
    return Inversion(
        phase=series,
        temporal_coherence=layers[0],
        pair_count=counts[0],
        subsets=counts[1],
        variance_factor=layers[1],
        series_noise=noises[0],
        functional_noise=noises[1:],
        rejected=counts[2],
        joined_dates=counts[3],
        bridge_noise=bridge,
        influence=influence,
    )


def _empty_result(network, count, functionals, noise, influence) -> tuple:
    """Arrays for the kernel to fill, see :func:`._kernel.invert_batches`."""
    rows = (2, len(network.dates), 1 + functionals if noise else 0)
    layers, series, noises = (np.empty((n, count), np.float32) for n in rows)
    return (
        layers, series, noises, np.empty((5, count), np.int16),
        np.full((3, count), np.nan, np.float32),
        np.empty((len(network.pairs) if influence else 0, count), np.float32),
    )  # fmt: skip


def _room_for(count, result) -> tuple:
    """The same as a result, of another number of pixels."""
    found = tuple(np.empty((*a.shape[:-1], count), a.dtype) for a in result)
    found[4][:] = np.nan  # bridging writes where it is needed
    return found


def _reject(plan, common, heard, phase, coherence, pixels, result, tally) -> None:
    """Invert some pixels of a block without their outliers."""
    picked = [a if a is None else _kernel.pick(a, pixels) for a in (phase, coherence)]
    if heard is None:
        heard = np.full(len(plan.votes[-1]), np.inf)
    votes = (*plan.votes, np.ascontiguousarray(heard, float))
    intervals, reference, limits, *more = common
    limits = np.append(limits[:3], 0.0)
    found = _room_for(len(pixels), result)
    common = (intervals, reference, limits, *more, NOT_SHARED, votes)
    _run(plan, common, *picked, found, tally)
    for into, values in zip(result, found):
        _kernel.put(values, pixels, into)


def _run(plan, common, phase, coherence, result, tally) -> None:
    """Run the kernels on a block, its last few pixels filled up to a batch."""
    count = phase.shape[1]
    whole = count - count % SINGLES
    _run_batches(plan, common, phase, coherence, whole, result, tally)
    if whole < count:
        tail = _room_for(SINGLES, result)
        last = [a if a is None else _padded(a[:, whole:]) for a in (phase, coherence)]
        _run_batches(plan, common, *last, SINGLES, tail, tally)
        for into, values in zip(result, tail):
            into[..., whole:] = values[..., : count - whole]


def _run_batches(plan, common, phase, coherence, pixels, result, tally) -> None:
    """Run the kernels on the first `pixels` pixels, a multiple of `SINGLES`."""
    intervals, reference, limits, table, excess, functionals, bridging, shared, votes = common
    layers, series, noises, counts, bridge, influence = result
    batches = pixels // LANES
    tasks = -(-batches // _kernel.BATCHES_PER_TASK)
    pairs = len(plan.network.pairs)
    tallies = np.zeros((tasks, 0 if tally is None else 3 * pairs * LANES))
    flat = np.empty(0, np.float32) if coherence is None else coherence.ravel()
    block = (phase.ravel(), flat, reference, phase.shape[1], batches)
    factors = np.empty(0, np.float32)
    if votes is not None:
        factors = np.empty(phase.size, np.float32)
        singles = (a.astype(np.float32) for a in (table, excess))
        _robust.reject_batches(
            plan.structure, votes, *block[:4], pixels // SINGLES, limits, *singles, bridging[2],
            factors,
        )  # fmt: skip
    _kernel.invert_batches(
        plan.structure, intervals, *block, limits, table, excess, factors, functionals,
        bridging[2], shared, (layers.ravel(), series.ravel(), noises.ravel(), counts), tallies,
    )  # fmt: skip
    if len(influence) or len(bridging[0]):
        functional = functionals[-1] if len(functionals) else np.zeros(len(plan.structure[0]))
        _revisit.revisit_batches(
            plan.structure, *block, limits, table, excess, factors, functional, bridging,
            (series.ravel(), counts, bridge.ravel(), influence.ravel()),
        )  # fmt: skip
    if tally is not None:
        sums = tallies.reshape(tasks, pairs, 3, LANES).sum(axis=(0, 3))
        tally.add(PairTally(*sums.T))


def _bridging(network, treatment, position) -> tuple:
    """Terms of the bridging model, and the dates' weights in both orders."""
    dates = len(network.dates)
    terms = np.empty((0, dates))
    if treatment.bridge_terms is not None:
        terms = _checked_functionals(network, treatment.bridge_terms)
    weights = _checked_dates(treatment.date_weights, dates, np.ones(dates))
    ordered = np.empty(dates)
    ordered[position] = weights
    return np.ascontiguousarray(terms), weights, ordered


def _checked_dates(values, count, default) -> np.ndarray:
    """Values by date or pair, which must be as many, finite and not negative."""
    if values is None:
        return default
    values = np.ascontiguousarray(values, float)
    if values.shape != (count,) or not (np.isfinite(values).all() and (values >= 0).all()):
        raise GroundshiftError(
            f"The weights or variances have the shape {values.shape}; give {count} of them, finite "
            "and not negative."
        )
    return values


def _padded(block) -> np.ndarray:
    """The last few pixels of a block, filled up with no data to `SINGLES` of them."""
    out = np.full((len(block), SINGLES), np.nan, np.float32)
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

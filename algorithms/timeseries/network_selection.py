# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which pairs of a network are kept, and why the others are not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.network import Network, pair_names, spans
from ..errors import GroundshiftError


@dataclass(frozen=True)
class PairStatistics:
    """What is known of every pair; each of shape (pair,), NaN for unknown.

    Parameters
    ----------
    baseline : ndarray
        Perpendicular, metres.
    coherence : ndarray
        Mean over the scene.
    loop_rms : ndarray
        RMS closure of the pair's best triplet, radians.
    nonclosing_share : ndarray
        Share of the pixels where most of the pair's triplets don't close, 0 to 1.
    triplets : ndarray of int
        Number of triplets that the pair is in.
    """

    baseline: np.ndarray
    coherence: np.ndarray
    loop_rms: np.ndarray
    nonclosing_share: np.ndarray
    triplets: np.ndarray

    @property
    def triplet_count(self) -> int:
        """Of the network; each has three pairs."""
        return int(self.triplets.sum()) // 3


@dataclass(frozen=True)
class SelectionOptions:
    """What pairs have to fulfil; None switches a rule off.

    Parameters
    ----------
    maximum_baseline : float or None
        Metres, either sign.
    maximum_days : float or None
    minimum_coherence : float or None
        Mean over the scene.
    maximum_loop_rms : float or None
        Radians; LiCSBAS takes 1.5 (Morishita et al. 2020).
    maximum_nonclosing_share : float or None
    keep_tree : bool
        Keep the pairs of the spanning tree of highest coherence whatever the rules say, so that
        the network stays in one piece (Yunjun et al. 2019, section 4.2). Pairs and dates that are
        excluded by name go all the same.
    exclude_dates, exclude_pairs : tuple
        See :meth:`..data.network.Network.without`.
    """

    maximum_baseline: float | None = None
    maximum_days: float | None = None
    minimum_coherence: float | None = None
    maximum_loop_rms: float | None = None
    maximum_nonclosing_share: float | None = None
    keep_tree: bool = True
    exclude_dates: tuple = ()
    exclude_pairs: tuple = ()

    @property
    def needs(self) -> tuple:
        """What has to be known exactly of the pairs: ``coherence``, ``closure`` (with it both)."""
        loops = self.maximum_loop_rms, self.maximum_nonclosing_share
        limits = self.maximum_baseline, self.maximum_days, self.minimum_coherence, *loops
        drops = any(limit is not None for limit in limits)
        drops = drops or bool(self.exclude_dates) or bool(self.exclude_pairs)
        closure = any(limit is not None for limit in loops)
        coherence = closure or self.minimum_coherence is not None or (drops and self.keep_tree)
        return ("coherence",) * coherence + ("closure",) * closure


@dataclass(frozen=True)
class Selection:
    """The pairs that are kept.

    Parameters
    ----------
    network : Network
        Of all pairs.
    keep : ndarray of bool, shape (pair,)
    why : tuple of str
        For every pair, what it fails, or that the tree keeps it; empty for pairs that are fine.
    tree : ndarray of bool, shape (pair,)
        Pairs of the spanning tree; all False where it was not asked for.
    """

    network: Network
    keep: np.ndarray
    why: tuple
    tree: np.ndarray

    @property
    def kept(self) -> Network:
        """The network that is left."""
        return Network.from_pairs(self.network.dates[self.network.pairs[self.keep]])

    @property
    def lost_dates(self) -> np.ndarray:
        """Dates that no kept pair has."""
        return np.setdiff1d(self.network.dates, self.kept.dates)

    @property
    def parts(self) -> int:
        """Subsets that the kept pairs fall into."""
        return int(self.kept.subsets().max()) + 1

    @property
    def rank(self) -> int:
        """Rank of the design matrix of what is left: dates minus subsets."""
        return len(self.kept.dates) - self.parts

    def excluded_pairs(self) -> str:
        """The dropped pairs as ``YYYYMMDD_YYYYMMDD``, separated by commas."""
        return ",".join(pair_names(self.network)[k] for k in np.flatnonzero(~self.keep))


def spanning_tree(network: Network, coherence, usable) -> np.ndarray:
    """The pairs that join all dates with the highest coherence.

    Parameters
    ----------
    network : Network
    coherence : ndarray, shape (pair,)
        Mean coherence; where it is unknown, shorter pairs are taken for more coherent.
    usable : ndarray of bool, shape (pair,)
        Other pairs are not taken.

    Returns
    -------
    ndarray of bool, shape (pair,)
    """
    # Kruskal's algorithm depends on the order alone, so any falling function will do as weight.
    order = np.lexsort((spans(network), -np.nan_to_num(coherence, nan=-1.0)))
    labels = np.arange(len(network.dates))
    tree = np.zeros(len(network.pairs), bool)
    for k in order:
        first, second = labels[network.pairs[k]]
        if usable[k] and first != second:
            labels[labels == second] = first
            tree[k] = True
    return tree


def select_pairs(network: Network, statistics: PairStatistics, options: SelectionOptions,
                 usable=None) -> Selection:  # fmt: skip
    """Apply the rules to every pair.

    Parameters
    ----------
    network : Network
    statistics : PairStatistics
    options : SelectionOptions
    usable : ndarray of bool, shape (pair,), optional
        False for pairs that were dropped before.

    Returns
    -------
    Selection

    Raises
    ------
    GroundshiftError
        If a rule needs what is unknown of all pairs, a date or pair to exclude is not there, or
        no pair is left.
    """
    _check_known(statistics, options)
    reasons = [[] for _ in network.pairs]
    usable = np.ones(len(network.pairs), bool) if usable is None else np.array(usable, bool)
    _mark(reasons, ~usable, "dropped before")
    named = ~network.without(options.exclude_dates, options.exclude_pairs)
    _mark(reasons, named, "excluded by name")
    allowed = usable & ~named
    for fails, text in _rules(network, statistics, options):
        _mark(reasons, fails, text)
    keep = np.array([not reason for reason in reasons])
    tree = np.zeros(len(keep), bool)
    if options.keep_tree:
        tree = spanning_tree(network, statistics.coherence, allowed)
        for k in np.flatnonzero(tree & ~keep):
            reasons[k].append("kept for the spanning tree")
        keep |= tree
    if not keep.any():
        raise GroundshiftError(
            "No pair fulfils the rules of the network; loosen the thresholds or exclude less."
        )
    return Selection(network, keep, tuple("; ".join(reason) for reason in reasons), tree)


def _check_known(statistics, options) -> None:
    for limit, values, what, cure in (
        (options.maximum_baseline, statistics.baseline, "perpendicular baselines",
         "leave their limit empty or import the stack with them"),
        (options.minimum_coherence, statistics.coherence, "coherence",
         "leave its limit empty or import the stack with it"),
        (options.maximum_loop_rms, statistics.loop_rms, "triplets",
         "leave the limits of the closure empty or add pairs"),
        (options.maximum_nonclosing_share, statistics.nonclosing_share, "triplets",
         "leave the limits of the closure empty or add pairs"),
    ):  # fmt: skip
        if limit is not None and not np.isfinite(values).any():
            raise GroundshiftError(f"The stack has no {what} to choose pairs by; {cure}.")


def _rules(network, statistics, options):
    """Which pairs fail each rule, and what to say; unknown values fail none."""
    for values, limit, sign, text in (
        (np.abs(statistics.baseline), options.maximum_baseline, 1, "baseline over {:g} m"),
        (spans(network), options.maximum_days, 1, "over {:g} days"),
        (statistics.coherence, options.minimum_coherence, -1, "coherence below {:g}"),
        (statistics.loop_rms, options.maximum_loop_rms, 1, "loop RMS over {:g} rad"),
        (statistics.nonclosing_share, options.maximum_nonclosing_share, 1,
         "nonclosing share over {:g}"),
    ):  # fmt: skip
        if limit is not None:
            with np.errstate(invalid="ignore"):
                yield sign * (values - limit) > 0, text.format(limit)


def _mark(reasons, where, text) -> None:
    for k in np.flatnonzero(where):
        reasons[k].append(text)

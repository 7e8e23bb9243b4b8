# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress change of faults and of their segments in numbers, and how sure its sign is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .fault_stress import LIKELIEST, FaultStress
from .receivers import Receivers, Segments

ALIKE = 1e-6  # share of a change


@dataclass(frozen=True)
class Statistics:
    """Of segments or of faults; pascal and metres, NaN where nothing was resolved.

    Parameters
    ----------
    mean, least, most : ndarray, shape (item,)
        Coulomb stress change over the receivers, by the length they stand for.
    depth_of_most : ndarray
        Where the greatest change is.
    shear, normal, pressure : ndarray
        Means.
    positive : ndarray
        Share of the receivers' length with a positive change, 0 to 1.
    mean_low, mean_high, most_low, most_high : ndarray
        Ranges of mean and greatest change over friction, dip, rake, and the side and sense that
        are not known.
    above : ndarray
        Length of trace where the change is at the threshold or above it at any depth.
    receivers, masked : ndarray of int
    source_share : ndarray
        Share of the receivers' length that is masked, 0 to 1.
    """

    mean: np.ndarray
    least: np.ndarray
    most: np.ndarray
    depth_of_most: np.ndarray
    shear: np.ndarray
    normal: np.ndarray
    pressure: np.ndarray
    positive: np.ndarray
    mean_low: np.ndarray
    mean_high: np.ndarray
    most_low: np.ndarray
    most_high: np.ndarray
    above: np.ndarray
    receivers: np.ndarray
    masked: np.ndarray
    source_share: np.ndarray

    @property
    def stable(self) -> np.ndarray:
        """Whether the sign of the mean holds over its whole range."""
        return (self.mean_low > 0) | (self.mean_high < 0)


@dataclass(frozen=True)
class Chosen:
    """Which of the planes and rakes that a fault may have is told about.

    Parameters
    ----------
    side, rake : ndarray of int, shape (fault,)
        Side of the trace that it dips to (1 right, -1 left, 0 nothing resolved), and which rake.
    tried : ndarray of int, shape (fault,)
        How many there were to choose from.
    plane : ndarray of int, shape (segment,)
        The plane of each segment, -1 where there is none.
    """

    side: np.ndarray
    rake: np.ndarray
    tried: np.ndarray
    plane: np.ndarray


def choose(segments: Segments, receivers: Receivers, found: FaultStress, faults: int) -> Chosen:
    """Of the sides and rakes that a fault may have, the ones with the greatest mean change.

    A fault dips to one side and slips in one sense all along, so the choice is made by fault.
    """
    sum_, weight = _by_fault(segments, receivers, found, faults)
    with np.errstate(invalid="ignore", divide="ignore"):
        score = sum_[..., LIKELIEST] / weight[..., None]
    score = np.where(np.isfinite(score), score, -np.inf).reshape(faults, 4)
    most = score.max(axis=1, initial=-np.inf)
    known = np.isfinite(most)
    # Both sides of a vertical fault are one plane: rounding must not choose.
    with np.errstate(invalid="ignore"):
        best = (score >= (most - ALIKE * np.abs(most))[:, None]).argmax(axis=1)
    # A fault that lies on the source all along has planes, but no score.
    has = np.zeros((faults, 2), bool)
    has[segments.line[receivers.segment], (receivers.side < 0).astype(int)] = True
    left = np.where(known, best // 2 == 1, ~has[:, 0])
    side = np.where(has.any(axis=1), np.where(left, -1, 1), 0)
    plane = np.full(len(segments), -1)
    mine = receivers.side == side[segments.line[receivers.segment]]
    plane[receivers.segment[mine]] = np.flatnonzero(mine)
    return Chosen(side, np.where(known, best % 2, 0), np.isfinite(score).sum(axis=1), plane)


def _by_fault(segments, receivers, found, faults):
    """Sums over the planes of a fault by side, shape (fault, 2, 2, variation), and weights."""
    fault, left = segments.line[receivers.segment], (receivers.side < 0).astype(int)
    rakes = np.isfinite(found.peak[..., LIKELIEST])
    total = np.zeros((faults, 2, *found.total.shape[1:]))
    np.add.at(total, (fault, left), np.where(rakes[..., None], found.total, 0.0))
    exists = np.zeros((faults, 2, 2), bool)
    np.logical_or.at(exists, (fault, left), rakes)
    weight = np.zeros((faults, 2))
    np.add.at(weight, (fault, left), found.weight)
    return np.where(exists[..., None], total, np.nan), weight


def segment_statistics(segments, receivers, found, chosen, threshold) -> Statistics:
    """Of each segment; see :func:`fault_statistics`."""
    plane = receivers.segment
    return _statistics(len(segments), plane, segments, receivers, found, chosen, threshold)


def fault_statistics(segments, receivers, found, chosen, threshold) -> Statistics:
    """Of each fault.

    Parameters
    ----------
    segments : Segments
    receivers : Receivers
    found : FaultStress
    chosen : Chosen
    threshold : float
        Pascal.
    """
    plane = segments.line[receivers.segment]
    return _statistics(len(chosen.side), plane, segments, receivers, found, chosen, threshold)


def _statistics(count, item_of_plane, segments, receivers, found, chosen, threshold):
    fault = segments.line[receivers.segment]
    mine = (receivers.side == chosen.side[fault])[receivers.owner]
    item, rake = item_of_plane[receivers.owner], chosen.rake[fault][receivers.owner]
    change = found.change[np.arange(len(rake)), rake]
    shear = found.shear[np.arange(len(rake)), rake]
    good = mine & ~found.on_source & np.isfinite(change)
    share = receivers.share

    def total(values, which):
        return np.bincount(item[which], (values * share)[which], count)

    weight, everything = total(1.0, good), total(1.0, mine)
    with np.errstate(invalid="ignore", divide="ignore"):
        means = [
            total(values, good) / weight
            for values in (change, shear, found.normal, found.pressure, change > 0)
        ]
        source = total(1.0, mine & found.on_source) / everything
    order = np.flatnonzero(good)[np.lexsort((change[good], item[good]))]
    last = order[np.flatnonzero(np.diff(item[order], append=-1))]
    first = order[np.flatnonzero(np.diff(item[order], prepend=-1))]
    least, most, depth = (np.full(count, np.nan) for _ in range(3))
    least[item[first]], most[item[last]] = change[first], change[last]
    depth[item[last]] = -receivers.point[last, 2]
    return Statistics(
        means[0], least, most, depth, *means[1:],
        *_ranges(count, item_of_plane, receivers, found),
        _above(count, item, receivers, good & (change >= threshold)),
        np.bincount(item[mine], minlength=count),
        np.bincount(item[mine & found.on_source], minlength=count), source,
    )  # fmt: skip


def _ranges(count, item, receivers, found):
    """Ranges of mean and greatest change over all variations, sides and rakes."""
    variations = found.total.shape[2]
    left = (receivers.side < 0).astype(int)
    real = np.isfinite(found.peak[..., LIKELIEST])[..., None]
    total = np.zeros((count, 2, 2, variations))
    np.add.at(total, (item, left), np.where(real, found.total, 0.0))
    peak = np.full((count, 2, 2, variations), -np.inf)
    np.maximum.at(peak, (item, left), np.where(real, found.peak, -np.inf))
    weight = np.zeros((count, 2))
    np.add.at(weight, (item, left), found.weight)
    missing = ~np.isfinite(peak)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(missing, np.nan, total / weight[:, :, None, None]).reshape(
            count, 4 * variations
        )
    peak = np.where(missing, np.nan, peak).reshape(count, 4 * variations)
    nothing = np.isnan(mean).all(axis=1)
    mean[nothing], peak[nothing] = 0.0, 0.0
    ends = [np.nanmin(mean, 1), np.nanmax(mean, 1), np.nanmin(peak, 1), np.nanmax(peak, 1)]
    return [np.where(nothing, np.nan, end) for end in ends]


def _above(count, item, receivers, which):
    """Length of the trace below which there is a receiver of some."""
    pairs = np.unique(np.stack([item[which], receivers.place[which]]), axis=1)
    share = np.zeros(receivers.place.max(initial=-1) + 1)
    share[receivers.place] = receivers.share
    return np.bincount(pairs[0], share[pairs[1]], count)


def ranked(values) -> np.ndarray:
    """Ranks from 1 for the greatest; 0 where unknown."""
    values = np.asarray(values, float)
    order = np.argsort(-values, kind="stable")  # unknown ones last
    rank = np.zeros(len(values), int)
    rank[order] = np.arange(1, len(values) + 1)
    return np.where(np.isfinite(values), rank, 0)

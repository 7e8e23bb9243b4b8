# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Damage by the coherence that a pair over an event lacks against pairs before it.

The score is z = (mean of logit(coherence) before - that of the event's pair) / its standard
deviation, after the event's pair was matched to the others on land that nothing happened to, as
weather, season and baseline lower the coherence of all land. With one pair before, it is the plain
difference of the coherences with a threshold of 0.27 (Tay et al. 2020).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..errors import GroundshiftError, counted

LOWEST, HIGHEST = 0.02, 0.98
KNOTS = np.linspace(0.1, 0.9, 33)
"""Shares that are matched: the tails, where damage is, are moved like the nearest of them."""
LEVELS = 10  # of the mean coherence, each with its own usual variance
PRIOR = 4.0  # degrees of freedom that the usual variance counts as much as
SIMPLE_THRESHOLD = 0.27
LEAST_SAMPLE = 200
LOW, SIGMAS = 0.05, 1.645  # a quantile, and where it lies in a normal distribution


@dataclass(frozen=True)
class PairChoice:
    """Pairs over an event and before it.

    Parameters
    ----------
    event : int
        Place of the pair over the event.
    before : ndarray of int
        Places of pairs that end before it, of a like span.
    span : int
        Days of the pair over the event.
    """

    event: int
    before: np.ndarray
    span: int


def choose_pairs(pairs, event, tolerance: int) -> PairChoice:
    """The shortest pair over an event, and those before it whose span is like it.

    An image of the day itself counts as after the event.

    Parameters
    ----------
    pairs : ndarray of datetime64[D], shape (pair, 2)
    event : datetime64[D]
    tolerance : int
        Days by which the spans may differ.

    Raises
    ------
    GroundshiftError
        If there is no such pair.
    """
    pairs = np.sort(np.asarray(pairs, "datetime64[D]"), axis=1)
    spans = (pairs[:, 1] - pairs[:, 0]).astype(int)
    over = np.flatnonzero((pairs[:, 0] < event) & (pairs[:, 1] >= event))
    if not len(over):
        raise GroundshiftError(
            f"No pair spans {event}: they go from {pairs.min()} to {pairs.max()}; give a "
            "stack with an image before and one after the event."
        )
    one = int(over[np.argmin(spans[over])])
    ended = pairs[:, 1] < event
    before = np.flatnonzero(ended & (np.abs(spans - spans[one]) <= tolerance))
    if not len(before):
        raise GroundshiftError(
            f"No pair that ends before {event} spans {spans[one]} days, give or take {tolerance}, "
            f"as the one over it does ({counted(int(ended.sum()), 'pair')} of other spans); raise "
            "the tolerance, or add pairs."
        )
    return PairChoice(one, before, int(spans[one]))


def logit(coherence) -> np.ndarray:
    """Log of coherence over its rest to one, kept off both ends; NaN stays."""
    kept = np.clip(coherence, LOWEST, HIGHEST)
    return np.log(kept / (1 - kept))


@dataclass(frozen=True)
class Score:
    """What makes a score of coherences: a pair that is looked at against others.

    Parameters
    ----------
    one : int
        Place of the pair that is looked at.
    others : ndarray of int
    source, target : ndarray, shape (knot,)
        Logits of the pair on unaffected land, and those of the others, by quantile.
    edges, variances : ndarray
        Usual variance of a pixel's logits by their mean.
    least : float
        Mean coherence before, below which nothing is told.
    scale : float
        Spread of the score over unaffected land: a pair of low coherence is a noisy one.
    """

    one: int
    others: np.ndarray
    source: np.ndarray
    target: np.ndarray
    edges: np.ndarray
    variances: np.ndarray
    least: float
    scale: float = 1.0

    @classmethod
    def of(cls, sample, one, others, least) -> Score:
        """Learn from a sample of unaffected land, coherences of shape (pair, pixel).

        Raises
        ------
        GroundshiftError
            If hardly a pixel is coherent.
        """
        others = np.asarray(others)
        good = np.isfinite(sample[one]) & np.isfinite(sample[others]).all(axis=0)
        good &= sample[others].mean(axis=0) >= least
        if good.sum() < LEAST_SAMPLE:
            raise GroundshiftError(
                f"Only {counted(int(good.sum()), 'pixel')} of the sample outside of the affected "
                f"area have a mean coherence of {least:g} before the event and {LEAST_SAMPLE} are "
                "needed; lower it, or take a larger scene."
            )
        before = logit(sample[others][:, good])
        source = np.quantile(logit(sample[one, good]), KNOTS)
        target = np.quantile(before, KNOTS)
        source = np.maximum.accumulate(source + 1e-9 * np.arange(len(source)))
        mean = before.mean(axis=0)
        edges = np.quantile(mean, np.linspace(0, 1, LEVELS + 1)[1:-1])
        variances = np.ones(LEVELS)
        if len(others) > 1:
            place, own = np.searchsorted(edges, mean), before.var(axis=0, ddof=1)
            variances = np.array([
                own[place == k].mean() if (place == k).any() else own.mean() for k in range(LEVELS)
            ])  # fmt: skip
        made = cls(one, others, source, target, edges, np.maximum(variances, 1e-6), least)
        if len(others) == 1:
            return made
        score = made(sample[:, good])[0]
        # By the pixels that grew more coherent, among which there is no damage.
        middle, low = np.quantile(score, [0.5, LOW])
        return replace(made, scale=float(max((middle - low) / SIGMAS, 0.1)))

    def __call__(self, coherence) -> tuple[np.ndarray, np.ndarray]:
        """Score and loss of coherence, from coherences of shape (pair, ...); NaN where unknown."""
        before = coherence[self.others].astype(float)
        x = logit(coherence[self.one].astype(float))
        matched = np.interp(x, self.source, self.target)
        matched += np.where(x < self.source[0], x - self.source[0], 0.0)
        matched += np.where(x > self.source[-1], x - self.source[-1], 0.0)
        matched = np.where(np.isnan(x), np.nan, matched)
        mean_coherence = before.mean(axis=0)
        loss = mean_coherence - 1 / (1 + np.exp(-matched))
        loss = np.where(mean_coherence >= self.least, loss, np.nan)
        count = len(self.others)
        if count == 1:
            return loss, loss
        logits = logit(before)
        mean = logits.mean(axis=0)
        usual = self.variances[np.searchsorted(self.edges, np.nan_to_num(mean))]
        own = logits.var(axis=0, ddof=1)
        variance = (PRIOR * usual + (count - 1) * own) / (PRIOR + count - 1)
        score = (mean - matched) / (np.sqrt(variance * (1 + 1 / count)) * self.scale)
        return np.where(np.isfinite(loss), score, np.nan), loss


@dataclass(frozen=True)
class Calibration:
    """Threshold of the score, and what control pairs gave.

    Parameters
    ----------
    threshold : float
    alarms : ndarray, shape (control,)
        Share of false alarms of each pair before the event, taken for one over it.
    controls : list of Score
    """

    threshold: float
    alarms: np.ndarray
    controls: list


def calibrate(sample, choice: PairChoice, least: float, alpha: float) -> Calibration:
    """The threshold that land passes at a rate of `alpha` in pairs without an event.

    Each pair before the event is scored against the others, just as the event's pair is.

    Parameters
    ----------
    sample : ndarray, shape (pair, pixel)
        Coherences of unaffected land.
    choice : PairChoice
    least, alpha : float
    """
    if len(choice.before) < 3:  # of two, one is left to compare with: the plain difference
        return Calibration(SIMPLE_THRESHOLD, np.zeros(0), [])
    controls = [
        Score.of(sample, int(one), choice.before[choice.before != one], least)
        for one in choice.before
    ]
    scores = [score(sample)[0] for score in controls]
    known = [one[np.isfinite(one)] for one in scores]
    threshold = float(np.quantile(np.concatenate(known), 1 - alpha))
    return Calibration(threshold, np.array([(one > threshold).mean() for one in known]), controls)


def building_thresholds(control_means, counts, alpha: float, threshold: float, edges) -> np.ndarray:
    """Threshold of the mean score of each building, by its number of pixels.

    Parameters
    ----------
    control_means : ndarray, shape (control, building)
    counts : ndarray of int, shape (building,)
        Pixels.
    alpha, threshold : float
        That of single pixels stands where a class has too few buildings.
    edges : sequence of int
        Of the classes.
    """
    out = np.full(len(counts), threshold)
    place = np.searchsorted(edges, counts, "right")
    for k in range(len(edges) + 1):
        mine = place == k
        values = control_means[:, mine].ravel()
        values = values[np.isfinite(values)]
        if len(values) * alpha >= 3:
            out[mine] = np.quantile(values, 1 - alpha)
    return out

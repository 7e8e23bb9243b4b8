# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What an active area may be: a table of rules that everyone can read and change.

A rule gives evidence for one kind of process: a number of the area, the value from which it counts
nothing and that from which it counts fully (linear in between), and a weight. The score of a
process is the weighted mean of the rules whose number is known, held down by every rule that is
needed. Scores go from 0 to 1; they rank explanations, and are no calibrated probabilities.

The idea of rules on slope, inventories and the direction of motion is that of ADAclassifier
(Navarro et al. 2020); the limits and weights are Groundshift's.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError

PROCESSES = ("landslide", "subsidence", "sinkhole", "settlement", "mining")
UNCLASSIFIED = "unclassified"
EVIDENCE = {
    "slope_deg": "mean slope (degrees)",
    "area_km2": "area (km2)",
    "compactness": "compactness (1 for a circle)",
    "landslide": "mapped landslides (1 inside, 0.5 near)",
    "sinkhole": "mapped sinkholes (1 inside, 0.5 near)",
    "mining": "mapped mining (1 inside, 0.5 near)",
    "built": "buildings and works (1 inside, 0.5 near)",
    "soft": "share on compressible ground",
    "soluble": "share on soluble ground",
    "horizontal": "|east| over the size of (east, up)",
    "away": "motion along the line of sight (1 away from the satellite, 0 towards it)",
    "sinking": "-up over the size of (east, up)",
}
"""Numbers of an area that rules may use, and what they are."""

FIELDS = ("process", "evidence", "from", "to", "weight", "needed")


@dataclass(frozen=True)
class Rule:
    """Evidence for a process.

    Parameters
    ----------
    process : str
        One of :data:`PROCESSES`.
    evidence : str
        A key of :data:`EVIDENCE`.
    start, stop : float
        Values that count 0 and 1; `stop` may be the smaller one.
    weight : float
    needed : bool
        Whether the score cannot be higher than what this evidence counts.
    """

    process: str
    evidence: str
    start: float
    stop: float
    weight: float
    needed: bool = False

    def counts(self, values) -> np.ndarray:
        """What values count, 0 to 1; NaN where unknown."""
        share = (np.asarray(values, float) - self.start) / (self.stop - self.start)
        return np.clip(share, 0.0, 1.0)


RULES = (
    Rule("landslide", "slope_deg", 5.0, 15.0, 3.0, True),
    Rule("landslide", "landslide", 0.0, 1.0, 4.0),
    Rule("landslide", "horizontal", 0.2, 0.6, 2.0),
    Rule("subsidence", "slope_deg", 12.0, 5.0, 3.0, True),
    Rule("subsidence", "away", 0.0, 1.0, 1.0, True),
    Rule("subsidence", "sinking", 0.6, 0.95, 4.0),
    Rule("subsidence", "soft", 0.2, 0.8, 3.0),
    Rule("subsidence", "area_km2", 0.05, 0.5, 2.0),
    Rule("sinkhole", "sinkhole", 0.0, 1.0, 4.0),
    Rule("sinkhole", "soluble", 0.2, 0.8, 3.0, True),
    Rule("sinkhole", "area_km2", 0.2, 0.02, 2.0, True),
    Rule("sinkhole", "compactness", 0.4, 0.8, 1.0),
    Rule("sinkhole", "away", 0.0, 1.0, 1.0, True),
    Rule("sinkhole", "sinking", 0.6, 0.95, 2.0),
    Rule("settlement", "built", 0.0, 1.0, 4.0, True),
    Rule("settlement", "slope_deg", 15.0, 8.0, 1.0),
    Rule("settlement", "area_km2", 0.5, 0.05, 2.0),
    Rule("settlement", "soft", 0.2, 0.8, 1.0),
    Rule("settlement", "away", 0.0, 1.0, 1.0, True),
    Rule("settlement", "sinking", 0.6, 0.95, 2.0),
    Rule("mining", "mining", 0.0, 1.0, 5.0, True),
    Rule("mining", "sinking", 0.4, 0.9, 1.0),
)


@dataclass(frozen=True)
class ClassLimits:
    """When evidence is strong enough.

    Parameters
    ----------
    score : float
        Least score of the class.
    known : float
        Least share of the weights of its rules that is known.
    lead : float
        Least distance to the second score.
    """

    score: float = 0.5
    known: float = 0.5
    lead: float = 0.1


@dataclass(frozen=True)
class Scores:
    """Scores of areas.

    Parameters
    ----------
    score : ndarray, shape (process, area)
        0 to 1; NaN where nothing is known or needed evidence is unknown.
    known : ndarray, shape (process, area)
        Share of the weights whose evidence is known.
    why : list of list of str
        By process and area: what each rule counted.
    category : ndarray of int, shape (area,)
        Index in :data:`PROCESSES`; -1 for unclassified.
    reason : list of str
        Why an area is what it is.
    """

    score: np.ndarray
    known: np.ndarray
    why: list
    category: np.ndarray
    reason: list


def parse_rules(rows, what: str) -> tuple:
    """Rules of a table.

    Parameters
    ----------
    rows : sequence of dict
        With :data:`FIELDS`.
    what : str
        The file, for the error.

    Raises
    ------
    GroundshiftError
        If a row is no rule; it is named.
    """
    rules = []
    for number, row in enumerate(rows, 2):
        row = {str(key).strip().lower(): str(value or "").strip() for key, value in row.items()}
        try:
            start, stop, weight = (float(row[name]) for name in ("from", "to", "weight"))
        except (KeyError, ValueError) as error:
            raise GroundshiftError(
                f"{what}: line {number} is no rule; give the columns {', '.join(FIELDS)} with "
                "numbers for from, to and weight."
            ) from error
        for name, words in (("process", PROCESSES), ("evidence", tuple(EVIDENCE))):
            if row.get(name) not in words:
                raise GroundshiftError(
                    f"{what}: line {number} has '{row.get(name, '')}' as {name}; take one of "
                    f"{', '.join(words)}."
                )
        if not np.isfinite([start, stop, weight]).all() or start == stop or not weight > 0:
            raise GroundshiftError(
                f"{what}: line {number} needs two different values for from and to, and a weight "
                "above 0."
            )
        needed = row.get("needed", "").lower() in ("1", "yes", "true", "x")
        rules.append(Rule(row["process"], row["evidence"], start, stop, weight, needed))
    if not rules:
        raise GroundshiftError(f"{what}: holds no rule; give at least one.")
    return tuple(rules)


def classify(evidence: dict, rules=RULES, limits: ClassLimits | None = None) -> Scores:
    """Score areas and name what they may be.

    Parameters
    ----------
    evidence : dict of str to ndarray, shape (area,)
        By key of :data:`EVIDENCE`; NaN, or no such key, where unknown.
    rules : sequence of Rule
    limits : ClassLimits, optional
    """
    limits = limits or ClassLimits()
    count = len(next(iter(evidence.values())))
    unknown = np.full(count, np.nan)
    scored = [
        _one_process([rule for rule in rules if rule.process == name], evidence, unknown)
        for name in PROCESSES
    ]
    score, known = (np.array([part[k] for part in scored]) for k in (0, 1))
    category, reason = _decide(score, known, limits)
    return Scores(score, known, [part[2] for part in scored], category, reason)


def _one_process(rules, evidence, unknown):
    """Score, known share and words of one process."""
    total, weights = np.zeros(len(unknown)), np.zeros(len(unknown))
    cap, missing = np.ones(len(unknown)), np.zeros(len(unknown), bool)
    words = [[] for _ in unknown]
    for rule in rules:
        values = evidence.get(rule.evidence, unknown)
        counts = rule.counts(values)
        there = np.isfinite(counts)
        total[there] += rule.weight * counts[there]
        weights[there] += rule.weight
        if rule.needed:
            cap[there] = np.minimum(cap[there], counts[there])
            missing |= ~there
        for k in range(len(unknown)):
            words[k].append(_words(rule, values[k], counts[k]))
    every = sum(rule.weight for rule in rules)
    with np.errstate(invalid="ignore", divide="ignore"):
        score = np.minimum(total / weights, cap)
    score[missing | (weights == 0)] = np.nan
    known = weights / every if every else weights
    return score, known, ["; ".join(parts) for parts in words]


def _words(rule: Rule, value, counts) -> str:
    need = ", needed" if rule.needed else ""
    if not np.isfinite(counts):
        return f"{rule.evidence} unknown (weight {rule.weight:g}{need})"
    return f"{rule.evidence} {value:.3g} counts {counts:.2f} (weight {rule.weight:g}{need})"


def _decide(score, known, limits):
    """The class of each area, -1 where evidence is weak, and the reason in words."""
    category, reason = np.full(score.shape[1], -1), []
    filled = np.where(np.isfinite(score), score, -1.0)
    order = np.argsort(-filled, axis=0, kind="stable")
    for k in range(score.shape[1]):
        best, second = order[0, k], order[1, k]
        name, top, other = PROCESSES[best], filled[best, k], max(filled[second, k], 0.0)
        if top < 0:
            reason.append("no process has the evidence it needs")
        elif top < limits.score:
            reason.append(f"the highest score, {top:.2f} for {name}, is below {limits.score:g}")
        elif known[best, k] < limits.known:
            reason.append(f"only {known[best, k]:.0%} of the evidence for {name} is known")
        elif top - other < limits.lead:
            reason.append(f"{name} ({top:.2f}) and {PROCESSES[second]} ({other:.2f}) are too close")
        else:
            category[k] = best
            reason.append(f"{name} leads with {top:.2f}, the next has {other:.2f}")
    return category, reason

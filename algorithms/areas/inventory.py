# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What measured rates say about mapped landslides.

A polygon is judged only where it holds enough targets for its size (after Novellino et al. 2017):
5 up to 0.05 km2, 20 from 1 km2 on. In between, where the paper has no rule, the number grows
linearly with the logarithm of the area. The other polygons are "not assessed", never "stable". Nor
is a polygon said to move whose rates are no more than twice what the targets' noise would give:
the mean size of rates is never 0, and neighbours share their errors.

Classes of activity are rates with upper limits; by default stable up to 2 mm/yr (Novellino et al.
2017), extremely slow up to 16 mm/yr and very slow above (Cruden and Varnes 1996).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError

NOT_ASSESSED = "not assessed"
STATISTICS = ("mean size", "median size", "size of the mean")
DEFAULT_CLASSES = "stable: 2, extremely slow: 16, very slow"
ACTIVE_WORDS = "active, reactivated, moving, ongoing, recent, yes, true"
INACTIVE_WORDS = (
    "inactive, stable, stabilised, stabilized, dormant, suspended, relict, abandoned, ancient, "
    "quiescent, no, false"
)
STATES = {
    (1, 1): "still active", (0, 1): "reactivated", (-1, 1): "moves, former state unknown",
    (1, 0): "no longer moving", (0, 0): "still inactive", (-1, 0): "at rest, former state unknown",
}  # fmt: skip
"""By former state and state now: 1 active, 0 inactive, -1 unknown."""

CLEAR, NEAR_LIMIT, NOISE = "clear", "near a limit", "noise alone may give it"
MEAN_SIZE = np.sqrt(2 / np.pi)  # of a normal variable, over its standard deviation
MEDIAN_SIZE = 0.6744897501960817
MEDIAN_ERROR = 1.2533  # standard error of a median over that of a mean
ERRORS = 2.0  # standard errors that shall not cross a limit


@dataclass(frozen=True)
class InventoryRules:
    """How polygons are judged.

    Parameters
    ----------
    least_targets : (int, int)
        Of polygons up to the first and from the second of `target_areas` on.
    target_areas : (float, float)
        km2.
    classes : tuple of (str, float)
        Names and upper limits (mm/yr), growing; the last limit is infinite. The first class is at
        rest, the others move.
    statistic : str
        One of :data:`STATISTICS`: what is compared with the limits.
    active, inactive : frozenset of str
        Words for the former state, in lower case.
    noise_factor : float
        A polygon only moves with more than so many times what noise alone would give; 0 for any.
    """

    least_targets: tuple = (5, 20)
    target_areas: tuple = (0.05, 1.0)
    classes: tuple = (("stable", 2.0), ("extremely slow", 16.0), ("very slow", np.inf))
    statistic: str = STATISTICS[0]
    active: frozenset = frozenset(ACTIVE_WORDS.split(", "))
    inactive: frozenset = frozenset(INACTIVE_WORDS.split(", "))
    noise_factor: float = 2.0

    @property
    def names(self) -> tuple:
        """Of the classes."""
        return tuple(name for name, _ in self.classes)

    @property
    def limits(self) -> np.ndarray:
        """Between the classes, mm/yr."""
        return np.array([limit for _, limit in self.classes[:-1]])

    def class_of(self, rates) -> np.ndarray:
        """Numbers of the classes of rates (mm/yr); a rate at a limit is in the lower class."""
        return np.searchsorted(self.limits, np.asarray(rates, float), "left")


def parse_classes(text: str, what: str) -> tuple:
    """Classes of activity from ``stable: 2, extremely slow: 16, very slow``.

    Parameters
    ----------
    text : str
    what : str
        Name of the parameter, for the error.

    Raises
    ------
    GroundshiftError
        If a limit is missing or they do not grow, or a name comes twice.
    """
    parts = [part.rsplit(":", 1) for part in text.split(",")]
    names = [part[0].strip() for part in parts]
    try:
        limits = [float(part[1]) for part in parts[:-1]]
    except (IndexError, ValueError):
        limits = []
    good = len(parts) >= 2 and len(parts[-1]) == 1 and len(limits) == len(parts) - 1
    good = good and bool(np.isfinite(limits).all()) and min(limits) > 0
    good = good and bool((np.diff(limits) > 0).all())
    lower = [name.lower() for name in names]
    if not good or not all(names) or len(set(lower)) < len(names) or NOT_ASSESSED in lower:
        raise GroundshiftError(
            f"{what}: '{text}' is not accepted; give names with growing upper limits in mm/yr and "
            f"a last name without one, such as {DEFAULT_CLASSES}."
        )
    return tuple(zip(names, [*limits, np.inf]))


def parse_words(text: str) -> frozenset:
    """Words parted by commas, in lower case."""
    return frozenset(word.strip().lower() for word in text.split(",") if word.strip())


def needed_targets(area_km2, rules: InventoryRules) -> np.ndarray:
    """Targets that polygons must hold to be judged.

    Parameters
    ----------
    area_km2 : array_like, shape (polygon,)
    rules : InventoryRules

    Returns
    -------
    ndarray of int, shape (polygon,)
    """
    low, high = np.log(rules.target_areas)
    least, most = rules.least_targets
    with np.errstate(divide="ignore"):
        share = np.clip((np.log(np.asarray(area_km2, float)) - low) / (high - low), 0.0, 1.0)
    # A hair below, so that rounding asks for no target more.
    return np.ceil(least + (most - least) * share - 1e-9).astype(int)


@dataclass(frozen=True)
class Judged:
    """What is known of polygons; arrays of shape (polygon,), rates in mm/yr.

    Parameters
    ----------
    targets, needed : ndarray of int
    mean_size, std_size, mean, std, median_size, largest : ndarray
        Of the targets: of their sizes |v|, and signed; NaN without targets. Standard deviations
        are NaN for one target.
    value, error : ndarray
        What is compared with the limits and its standard error, as if targets were independent.
    noise : ndarray
        What noise alone would give for `value`, from the targets' standard deviations; NaN where
        one of them is unknown. For the mean, targets are taken to share their errors.
    negative : ndarray
        Share of targets with a negative rate.
    category : ndarray of int
        Number of the class; -1 where not assessed.
    certainty : ndarray of str
        Empty where there are too few targets.
    """

    targets: np.ndarray
    needed: np.ndarray
    mean_size: np.ndarray
    std_size: np.ndarray
    mean: np.ndarray
    std: np.ndarray
    median_size: np.ndarray
    largest: np.ndarray
    value: np.ndarray
    error: np.ndarray
    noise: np.ndarray
    negative: np.ndarray
    category: np.ndarray
    certainty: np.ndarray


def judge(members, rates, stds, area_km2, rules: InventoryRules) -> Judged:
    """Judge polygons by the targets within.

    Parameters
    ----------
    members : sequence of ndarray of int
        Targets in each polygon.
    rates, stds : ndarray, shape (target,)
        mm/yr; rates are finite, standard deviations NaN where unknown.
    area_km2 : ndarray, shape (polygon,)
    rules : InventoryRules
    """
    count = np.array([len(rows) for rows in members], int)
    names = ("mean_size", "std_size", "mean", "std", "median_size", "largest", "negative", "noise")
    out = {name: np.full(len(members), np.nan) for name in names}
    for k in np.flatnonzero(count):
        for name, value in _numbers(rates[members[k]], stds[members[k]], rules.statistic).items():
            out[name][k] = value
    value, spread = {
        "mean size": (out["mean_size"], out["std_size"]),
        "median size": (out["median_size"], MEDIAN_ERROR * out["std_size"]),
        "size of the mean": (np.abs(out["mean"]), out["std"]),
    }[rules.statistic]
    error = spread / np.sqrt(np.maximum(count, 1))
    needed = needed_targets(area_km2, rules)
    enough = (count >= needed) & (count > 0)
    category = np.where(enough, rules.class_of(np.where(enough, value, 0.0)), -1)
    with np.errstate(invalid="ignore"):
        noisy = (category > 0) & (value <= rules.noise_factor * out["noise"])
    category[noisy] = -1
    certainty = _certainty(value, error, category, rules)
    certainty[noisy] = NOISE
    return Judged(
        count, needed, value=value, error=error, category=category, certainty=certainty, **out
    )


def _numbers(rates, stds, statistic) -> dict:
    size = np.abs(rates)
    several = len(rates) > 1
    noise = {
        "mean size": MEAN_SIZE * stds.mean(), "median size": MEDIAN_SIZE * np.median(stds),
        # As if all targets shared their errors: neighbours do, in the main.
        "size of the mean": MEAN_SIZE * np.sqrt((stds**2).mean()),
    }[statistic]  # fmt: skip
    return {
        "mean_size": size.mean(), "median_size": np.median(size), "largest": size.max(),
        "mean": rates.mean(), "negative": (rates < 0).mean(), "noise": noise,
        "std_size": size.std(ddof=1) if several else np.nan,
        "std": rates.std(ddof=1) if several else np.nan,
    }  # fmt: skip


def _certainty(value, error, category, rules) -> np.ndarray:
    reach = ERRORS * np.nan_to_num(error)
    safe = np.nan_to_num(value)
    crosses = rules.class_of(safe + reach) != rules.class_of(np.maximum(safe - reach, 0.0))
    words = np.where(crosses, NEAR_LIMIT, CLEAR).astype(object)
    words[category < 0] = ""
    return words


def former_states(words, rules: InventoryRules) -> np.ndarray:
    """1 active, 0 inactive, -1 unknown, of words in any case; the classes' own names count, too.

    Parameters
    ----------
    words : sequence of str, shape (polygon,)
    rules : InventoryRules
    """
    names = [name.lower() for name in rules.names]
    states = {**dict.fromkeys(names[1:], 1), names[0]: 0}
    for (before, now), state in STATES.items():
        if before >= 0:
            states[state] = now
    states.update(dict.fromkeys(rules.inactive, 0))
    states.update(dict.fromkeys(rules.active, 1))
    return np.array([states.get(str(word).strip().lower(), -1) for word in words], int)


def states_now(former, category) -> np.ndarray:
    """The state of activity in words, from former states and numbers of classes."""
    words = [
        NOT_ASSESSED if number < 0 else STATES[int(before), int(number > 0)]
        for before, number in zip(former, category)
    ]
    return np.array(words, object)


def state_matrix(words, category, classes: int) -> tuple:
    """Polygons by former class and class now.

    Parameters
    ----------
    words : sequence of str, shape (polygon,)
        As they stand in the inventory; '' where unknown.
    category : ndarray of int, shape (polygon,)
    classes : int

    Returns
    -------
    rows : list of str
        The most frequent first.
    table : ndarray of int, shape (row, classes + 1)
        Not assessed comes last.
    """
    labels = np.array([str(word).strip() for word in words], object)
    names, row = np.unique(labels.astype(str), return_inverse=True)
    table = np.zeros((len(names), classes + 1), int)
    np.add.at(table, (row, np.where(category < 0, classes, category)), 1)
    order = np.lexsort((names, -table.sum(axis=1)))
    return [str(names[k]) for k in order], table[order]


@dataclass(frozen=True)
class Update:
    """An inventory in numbers, as its rates say.

    Parameters
    ----------
    classes : tuple of str
        Of activity, and "not assessed".
    counts : tuple of int
        Polygons by class.
    areas : tuple of float
        km2 by class.
    states : dict of str to int
    rows, matrix
        See :func:`state_matrix`.
    targets, inside : int
        Points with rates, and those in a polygon.
    motion : str
        What their rates are along.
    candidates : int or None
        None without active areas.
    active : int
        Active areas.
    """

    classes: tuple
    counts: tuple
    areas: tuple
    states: dict
    rows: list
    matrix: np.ndarray
    targets: int
    inside: int
    motion: str
    candidates: int | None
    active: int

    @classmethod
    def of(cls, judged: Judged, area_km2, words, states, rules: InventoryRules, *counts) -> Update:
        """From judged polygons; `counts` are the last five fields."""
        number = len(rules.classes)
        slot = np.where(judged.category < 0, number, judged.category)
        return cls(
            (*rules.names, NOT_ASSESSED), tuple(np.bincount(slot, minlength=number + 1).tolist()),
            tuple(np.bincount(slot, area_km2, number + 1).tolist()),
            {word: int((states == word).sum()) for word in (*STATES.values(), NOT_ASSESSED)},
            *state_matrix(words, judged.category, number), *counts,
        )  # fmt: skip

    def numbers(self) -> dict:
        """The tool's number results."""
        return {
            "COUNT": sum(self.counts), "ASSESSED": sum(self.counts[:-1]),
            "NOT_ASSESSED": self.counts[-1], "STABLE": self.counts[0],
            "MOVING": sum(self.counts[1:-1]), "MOVING_KM2": sum(self.areas[1:-1]),
            "REACTIVATED": self.states[STATES[0, 1]], "STOPPED": self.states[STATES[1, 0]],
            "TARGETS": self.targets, "TARGETS_INSIDE": self.inside,
            "CANDIDATE_COUNT": self.candidates,
        }  # fmt: skip

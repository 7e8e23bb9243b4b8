# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Susceptibility of the ground: models of samples, judged where they did not learn.

Samples near one another are alike, so a model that learnt next door looks better than it is: folds
are places (k-means of the map), and random ones stand beside them. Brenning (2012).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from .effects import drawn_weights, equal_tiles, ranked_area

METHODS = ("logistic", "forest")
LEAF = 5  # samples in a leaf of the forest, at least
FIRM = 1e6  # inverse strength of the penalty of the logistic regression: next to none
BINS = 10
LEAST = 10  # samples of each kind


@dataclass(frozen=True)
class Design:
    """How factors become columns: scaled, directions as sine and cosine, classes one by one.

    Parameters
    ----------
    names : tuple of str
        Of the factors.
    kinds : tuple of str
        ``number``, ``aspect`` or ``class``.
    middle, spread : ndarray, shape (factor,)
        Of numbers.
    codes : tuple of ndarray
        Of classes, the commonest left out; empty for others.
    known : tuple of ndarray
        All codes of classes.
    """

    names: tuple
    kinds: tuple
    middle: np.ndarray
    spread: np.ndarray
    codes: tuple
    known: tuple

    @classmethod
    def of(cls, names, kinds, values) -> Design:
        """From samples.

        Parameters
        ----------
        values : ndarray, shape (factor, sample)
            Without NaN, but for directions where it is level.

        Raises
        ------
        GroundshiftError
            If a factor is the same everywhere.
        """
        middle, spread = np.zeros(len(names)), np.ones(len(names))
        codes, known = [], []
        for k, (name, kind) in enumerate(zip(names, kinds)):
            some = values[k][np.isfinite(values[k])]
            if not len(some) or some.min() == some.max():
                raise GroundshiftError(
                    f"{name}: is the same at all samples and tells nothing; leave it out."
                )
            if kind == "number":
                middle[k], spread[k] = some.mean(), some.std()
            found, counts = np.unique(some, return_counts=True)
            found = found if kind == "class" else found[:0]
            known.append(found)
            codes.append(np.delete(found, counts.argmax()) if len(found) else found)
        return cls(tuple(names), tuple(kinds), middle, spread, tuple(codes), tuple(known))

    def columns(self, values) -> np.ndarray:
        """Columns of samples or pixels, shape (pixel, column), float64; NaN where unknown.

        Classes that no sample had are unknown; on level ground there is no direction, and sine and
        cosine are 0.
        """
        out = []
        for k, kind in enumerate(self.kinds):
            one = values[k]
            if kind == "number":
                out.append((one - self.middle[k]) / self.spread[k])
            elif kind == "aspect":
                turn = np.radians(one)
                out += [np.nan_to_num(np.sin(turn)), np.nan_to_num(np.cos(turn))]
            else:
                strange = ~np.isin(one, self.known[k])
                out += [np.where(strange, np.nan, one == code) for code in self.codes[k]]
        return np.stack(out, axis=1)

    @property
    def places(self) -> list:
        """Columns of each factor."""
        widths = {"number": 1, "aspect": 2}
        counts = [widths.get(kind, len(c)) for kind, c in zip(self.kinds, self.codes)]
        ends = np.cumsum(counts)
        return [np.arange(end - count, end) for end, count in zip(ends, counts)]


def fit(method: str, columns, active, seed: int, trees: int):
    """A model of scikit-learn; kept in memory alone."""
    if method == "logistic":
        from sklearn.linear_model import LogisticRegression

        return LogisticRegression(C=FIRM, max_iter=1000, tol=1e-6).fit(columns, active)
    from sklearn.ensemble import RandomForestClassifier

    forest = RandomForestClassifier(
        trees, min_samples_leaf=LEAF, max_features="sqrt", random_state=seed, n_jobs=-1
    )
    forest.fit(columns.astype(np.float32), active)
    forest.n_jobs = 1  # threads would add the trees up in any order
    return forest


def chance(method: str, model, columns) -> np.ndarray:
    """Probability among the samples, shape (pixel,); no pixel is unknown."""
    columns = columns.astype(np.float32) if method == "forest" else columns
    return model.predict_proba(columns)[:, 1]


def with_prior(probability, sampled: float, true: float, least: float = 1e-4) -> np.ndarray:
    """Probability where active ground has another share than among the samples.

    The prior correction of King and Zeng (2001).

    Parameters
    ----------
    probability : ndarray
    sampled, true : float
        Share of active ground among the samples, and on the map.
    least : float
        Probabilities are held off 0 and 1 by so much first.
    """
    p = np.clip(probability, least, 1 - least)
    logit = np.log(p / (1 - p))
    logit += np.log(true / (1 - true)) - np.log(sampled / (1 - sampled))
    return 1 / (1 + np.exp(-logit))


def place_folds(xy, groups, folds: int, seed: int) -> np.ndarray:
    """Folds that are places: k-means of the middles of groups, shape (sample,).

    Parameters
    ----------
    xy : ndarray, shape (sample, 2)
    groups : ndarray of int, shape (sample,)
        From 0, without gaps; samples of one landslide stay together.
    folds, seed : int
    """
    from sklearn.cluster import KMeans

    count = np.bincount(groups)
    middles = np.stack([np.bincount(groups, part) / count for part in xy.T], axis=1)
    found = KMeans(folds, n_init=1, random_state=seed).fit_predict(middles)
    return found[groups]


def random_folds(count: int, folds: int, seed: int) -> np.ndarray:
    """Folds of chance."""
    return np.random.default_rng(seed).permutation(np.arange(count) % folds)


@dataclass(frozen=True)
class Judged:
    """A model on folds that it did not learn from.

    Parameters
    ----------
    score : ndarray, shape (repeat, sample)
        Probability among the samples; NaN where a fold could not be judged.
    folds : ndarray of int, shape (repeat, sample)
    by_fold : ndarray
        Areas under the ROC curve, one a fold and repeat.
    loss : ndarray, shape (factor, fold)
        By how much they fall when a factor is mixed.
    """

    score: np.ndarray
    folds: np.ndarray
    by_fold: np.ndarray
    loss: np.ndarray

    @property
    def area(self) -> float:
        """Mean of the folds."""
        return float(self.by_fold.mean())


def judge(method, design, values, active, folds, seed, trees, mixed=False, step=None) -> Judged:
    """Learn from all folds but one, and look at that one.

    Parameters
    ----------
    method : str
    design : Design
    values : ndarray, shape (factor, sample)
    active : ndarray of bool, shape (sample,)
    folds : ndarray of int, shape (repeat, sample)
    seed, trees : int
    mixed : bool
        Tell by how much the area falls when a factor is mixed, in the first repeat.
    step : callable, optional
        Called after each fold.
    """
    columns = design.columns(values)
    score, areas, losses = np.full(folds.shape, np.nan), [], []
    random = np.random.default_rng(seed)
    for repeat, labels in enumerate(folds):
        for fold in range(labels.max() + 1):
            held = labels == fold
            both = [len(np.unique(active[part])) == 2 for part in (held, ~held)]
            if all(both):
                model = fit(method, columns[~held], active[~held], seed + repeat, trees)
                score[repeat, held] = chance(method, model, columns[held])
                areas.append(ranked_area(score[repeat, held], active[held]))
                if mixed and repeat == 0:
                    losses.append(
                        _losses(
                            method, model, columns[held], active[held], areas[-1], design, random
                        )
                    )
            if step is not None:
                step()
    if not areas:
        raise GroundshiftError(
            "No fold of the map has active ground and background; give fewer folds, or samples of "
            "a larger area."
        )
    loss = np.array(losses).T if losses else np.zeros((len(design.names), 0))
    return Judged(score, folds, np.array(areas), loss)


def _losses(method, model, columns, active, area, design, random):
    order, out = random.permutation(len(columns)), []
    for places in design.places:
        other = columns.copy()
        other[:, places] = columns[order][:, places]
        out.append(area - ranked_area(chance(method, model, other), active))
    return out


def area_interval(judged: Judged, active, tiles, draws: int, seed: int) -> tuple:
    """Interval (95 %) of the mean area of the folds, by drawing tiles again.

    Parameters
    ----------
    judged : Judged
    active : ndarray of bool, shape (sample,)
    tiles : ndarray of int, shape (sample,)
    draws, seed : int

    Returns
    -------
    low, high : float
    """
    from scipy.stats import t

    drawn = []
    for weights in drawn_weights(tiles, draws, seed):
        total, count = np.zeros(len(weights)), np.zeros(len(weights))
        for score, folds in zip(judged.score, judged.folds):
            for fold in range(folds.max() + 1):
                held = (folds == fold) & np.isfinite(score)
                if held.any():
                    areas = ranked_area(score[held], active[held], weights[:, held])
                    total += np.nan_to_num(areas)
                    count += np.isfinite(areas)
        drawn.append(total / np.maximum(count, 1))
    free = max(equal_tiles(tiles[active]) - 1, 1.0)
    reach = t.ppf(0.975, free) * np.concatenate(drawn).std(ddof=1) * np.sqrt((free + 1) / free)
    return max(judged.area - reach, 0.0), min(judged.area + reach, 1.0)


def delong(score, active) -> tuple:
    """Area under the ROC curve and its interval of 95 % (DeLong et al. 1988), of independent
    samples.

    Returns
    -------
    area, low, high : float
        By the logit, so that the interval stays between 0 and 1.
    """
    from scipy.stats import norm, rankdata

    on, off = score[active], score[~active]
    both = rankdata(np.concatenate([on, off]))
    area = (both[: len(on)].sum() - len(on) * (len(on) + 1) / 2) / (len(on) * len(off))
    above = (both[: len(on)] - rankdata(on)) / len(off)
    below = 1 - (both[len(on) :] - rankdata(off)) / len(on)
    variance = above.var(ddof=1) / len(on) + below.var(ddof=1) / len(off)
    inner = min(max(area, 1e-6), 1 - 1e-6)
    reach = norm.ppf(0.975) * np.sqrt(variance) / (inner * (1 - inner))
    ends = np.log(inner / (1 - inner)) + np.array([-reach, reach])
    return float(area), *(1 / (1 + np.exp(-ends))).tolist()


def reliability(score, active) -> list:
    """(mean probability, share that is active, samples) by classes of equal counts, and what the
    folds did not judge left out.

    Parameters
    ----------
    score : ndarray, shape (repeat, sample)
    active : ndarray of bool, shape (sample,)
    """
    known = np.isfinite(score)
    p, hit = score[known], np.broadcast_to(active, score.shape)[known]
    edges = np.unique(np.quantile(p, np.linspace(0, 1, BINS + 1)))
    place = np.clip(np.searchsorted(edges, p, "right") - 1, 0, max(len(edges) - 2, 0))
    return [
        (float(p[place == k].mean()), float(hit[place == k].mean()), int((place == k).sum()))
        for k in range(max(len(edges) - 1, 1)) if (place == k).any()
    ]  # fmt: skip


@dataclass(frozen=True)
class Ensemble:
    """Models of tiles drawn again: their mean is the map, their spread its uncertainty.

    Parameters
    ----------
    method : str
    design : Design
    whole : object
        Model of all samples.
    members : list
        Models of draws.
    sampled, true : float
        Share of active ground among the samples, and on the map.
    """

    method: str
    design: Design
    whole: object
    members: list
    sampled: float
    true: float

    @classmethod
    def of(cls, method, design, values, active, tiles, true, members, trees, seed, step=None):
        """Fit to samples; see :func:`judge`."""
        columns, found = design.columns(values), []
        random, count = np.random.default_rng(seed), int(tiles.max()) + 1
        rows_of = [np.flatnonzero(tiles == k) for k in range(count)]
        while len(found) < members:
            drawn = random.integers(0, count, count)
            rows = np.concatenate([rows_of[k] for k in drawn])
            if active[rows].all() or not active[rows].any():
                continue
            found.append(fit(method, columns[rows], active[rows], seed + len(found), trees))
            if step is not None:
                step()
        whole = fit(method, columns, active, seed, trees)
        return cls(method, design, whole, found, float(active.mean()), true)

    def __call__(self, values) -> np.ndarray:
        """Probability and its standard deviation, shape (2, pixel); NaN where a factor is."""
        columns = self.design.columns(values)
        known = np.isfinite(columns).all(axis=1)
        out = np.full((2, len(columns)), np.nan, np.float32)
        if not known.any():
            return out
        some = columns[known]
        each = np.stack([self._true(chance(self.method, model, some)) for model in self.members])
        if self.method == "logistic":
            out[0, known] = self._true(chance(self.method, self.whole, some))
        else:
            out[0, known] = each.mean(axis=0)
        out[1, known] = each.std(axis=0, ddof=1)
        return out

    def _true(self, probability):
        return with_prior(probability, self.sampled, self.true)

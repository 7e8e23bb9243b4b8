# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How backscatter falls with the incidence angle, from pairs of passes at other angles.

Two passes within a day see one ground, so that ``change = slope * turn + noise``, in dB and
degrees, where `turn` is the difference of the incidence angles; the slope may differ with place,
height, date and class of ground. Differences and not quotients: a small turn would blow up its
noise. The noise is one of each scene as a whole (weather, calibration), which all its pairs share,
and one of each sample: a mixed model, fitted by restricted maximum likelihood through Henderson's
equations, with Huber's weights for samples whose ground changed. Terms are chosen by BIC.

Standard deviations are by the jackknife over pairs, with the products of pairs that share a scene,
as weather is alike over much of a scene.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np

HUBER = 1.345  # of the scale
ROUNDS = 4
LEAST_IN_CLASS = 100  # samples that a class's own slope needs
LEAST_FREEDOM = 3.0
FOLDS = 5
LOG_RATIO = -14.0, 14.0  # of the sample's variance by the scene's


@dataclass(frozen=True)
class Samples:
    """Differences of pairs of passes.

    Parameters
    ----------
    pair : ndarray of int, shape (sample,)
        In order.
    scenes : ndarray of int, shape (pair, 2)
    change : ndarray, shape (sample,)
        Backscatter of the pair's first scene less that of its second, dB.
    turn : ndarray, shape (sample,)
        The same of the incidence angle, degrees.
    angle : ndarray, shape (sample,)
        Mean of both angles, degrees.
    terms : dict of str to ndarray, shape (sample,)
        What the slope may depend on, such as height in metres.
    group : ndarray of int, shape (sample,), optional
        Class of ground.
    """

    pair: np.ndarray
    scenes: np.ndarray
    change: np.ndarray
    turn: np.ndarray
    angle: np.ndarray
    terms: dict
    group: np.ndarray | None = None

    def __len__(self):
        return len(self.pair)

    def by_cosine(self) -> np.ndarray:
        """Changes if power went with the cosine of the angle, dB."""
        first, second = np.radians(self.angle + 0.5 * self.turn * np.array([[1], [-1]]))
        return 10 * np.log10(np.cos(first) / np.cos(second))


@dataclass(frozen=True)
class AngleSlope:
    """A slope that depends on place, date and class.

    Parameters
    ----------
    names : tuple of str
        Terms besides the constant.
    centre, scale : dict of str to float
        Of the terms' samples.
    groups : tuple of int
        Classes with a slope of their own, beside that of all others.
    coefficients : ndarray, shape (coefficient,)
        Constant, terms (by their scale), classes; dB/degree.
    covariance : ndarray, shape (coefficient, coefficient)
    scene_std, sample_std : float
        Noise of a scene as a whole, and of a sample, dB.
    """

    names: tuple
    centre: dict
    scale: dict
    groups: tuple
    coefficients: np.ndarray
    covariance: np.ndarray
    scene_std: float
    sample_std: float

    def design(self, terms, group=None) -> list:
        """Factors of the coefficients: numbers or arrays that broadcast."""
        columns = [1.0]
        columns += [(terms[name] - self.centre[name]) / self.scale[name] for name in self.names]
        return columns + [group == code for code in self.groups]

    def at(self, terms, group=None):
        """Slope where the terms have these values, dB/degree."""
        return sum(c * column for c, column in zip(self.coefficients, self.design(terms, group)))

    def std_at(self, terms, group=None):
        """Standard deviation of :meth:`at`."""
        columns = self.design(terms, group)
        pairs = ((i, j) for i in range(len(columns)) for j in range(len(columns)))
        variance = sum(self.covariance[i, j] * columns[i] * columns[j] for i, j in pairs)
        return np.sqrt(np.maximum(variance, 0.0))

    def mean(self, samples: Samples) -> tuple:
        """Mean over samples, and its standard deviation."""
        columns = self.design(samples.terms, samples.group)
        means = np.array([float(np.mean(column)) for column in columns])
        return float(means @ self.coefficients), float(np.sqrt(means @ self.covariance @ means))


class _Sums:
    """Sums over the samples of each pair, which is all that fits need."""

    def __init__(self, samples: Samples, columns, weights):
        self.scenes = samples.scenes
        used = np.unique(self.scenes)
        self._place = np.searchsorted(used, self.scenes)
        self.count = len(used)
        pairs = len(self.scenes)

        def summed(values):
            return np.bincount(samples.pair, values, pairs)

        x = np.asarray(columns) * samples.turn
        y, w = samples.change, weights
        self.number = np.bincount(samples.pair, minlength=pairs)
        self.w, self.wy, self.wyy = summed(w), summed(w * y), summed(w * y * y)
        self.wx = np.stack([summed(w * one) for one in x])
        self.wxy = np.stack([summed(w * one * y) for one in x])
        self.wxx = np.stack([[summed(w * one * other) for other in x] for one in x])

    @cached_property
    def incidence(self):
        """1 and -1 of each pair's scenes, shape (pair, scene)."""
        matrix = np.zeros((len(self.scenes), self.count))
        rows = np.arange(len(self.scenes))
        matrix[rows, self._place[:, 0]] += 1.0
        matrix[rows, self._place[:, 1]] -= 1.0
        return matrix

    def solve(self, chosen, log_ratio: float, taken=None):
        """Coefficients for a ratio of variances, and what likelihoods need."""
        taken = np.ones(len(self.w)) if taken is None else taken
        p, s = len(chosen), self.count
        d = self.incidence * taken[:, None]
        left = np.empty((p + s, p + s))
        left[:p, :p] = self.wxx[np.ix_(chosen, chosen)] @ taken
        left[:p, p:] = self.wx[chosen] @ d
        left[p:, :p] = left[:p, p:].T
        left[p:, p:] = (d * self.w[:, None]).T @ self.incidence
        left[p:, p:] += np.exp(log_ratio) * np.eye(s)
        right = np.concatenate([self.wxy[chosen] @ taken, self.wy @ d])
        solution = np.linalg.solve(left, right)
        squares = float(self.wyy @ taken - right @ solution)
        return left, solution, max(squares, 1e-300)

    def criterion(self, chosen, log_ratio: float, restricted: bool) -> float:
        """Minus twice the logarithm of the (restricted) likelihood, but for a constant."""
        left, _, squares = self.solve(chosen, log_ratio)
        p, n = len(chosen), int(self.number.sum())
        part = left if restricted else left[p:, p:]
        sign, size = np.linalg.slogdet(part)
        freedom = n - p if restricted else n
        if sign <= 0:
            return np.inf
        return freedom * np.log(squares / freedom) + size - self.count * log_ratio

    def ratio(self, chosen, restricted: bool) -> tuple:
        """Logarithm of the best ratio, and the criterion there."""
        from scipy.optimize import minimize_scalar

        found = minimize_scalar(
            lambda at: self.criterion(chosen, at, restricted), bounds=LOG_RATIO, method="bounded",
            options={"xatol": 0.02},
        )  # fmt: skip
        return float(found.x), float(found.fun)


def fit_slope(samples: Samples) -> AngleSlope:
    """The slope, with those terms that BIC takes.

    Parameters
    ----------
    samples : Samples

    Returns
    -------
    AngleSlope
    """
    every, centre, scale = _terms(samples)
    groups = _groups(samples)
    columns = [np.ones(len(samples))]
    columns += [(samples.terms[name] - centre[name]) / scale[name] for name in every]
    columns += [samples.group == code for code in groups]
    columns = np.array(columns, float)
    full = list(range(len(columns)))
    fixed = full[1 + len(every) :]
    weights = np.ones(len(samples))
    for _ in range(ROUNDS):
        sums = _Sums(samples, columns, weights)
        ratio, _ = sums.ratio(full, True)
        rest = _rest(samples, sums, columns, sums.solve(full, ratio)[1])
        spread = 1.4826 * np.median(np.abs(rest))
        weights = np.minimum(1.0, HUBER * spread / np.maximum(np.abs(rest), 1e-12))
    sums = _Sums(samples, columns, weights)
    # Samples of one scene err alike, so that they count for fewer than they are.
    ratio, _ = sums.ratio(full, True)
    alike = _alike(sums, full, ratio)
    best, chosen = np.inf, full
    for size in range(len(every) + 1):
        for some in combinations(range(1, 1 + len(every)), size):
            tried = [0, *some, *fixed]
            _, criterion = sums.ratio(tried, False)
            criterion = criterion / alike + np.log(len(samples)) * len(tried)
            if criterion < best:
                best, chosen = criterion, tried
    ratio, _ = sums.ratio(chosen, True)
    left, solution, squares = sums.solve(chosen, ratio)
    variance = squares / (int(sums.number.sum()) - len(chosen))
    names = tuple(every[k - 1] for k in chosen if 1 <= k <= len(every))
    return AngleSlope(
        names, centre, scale, groups, solution[: len(chosen)],
        _covariance(sums, chosen, ratio), float(np.sqrt(variance / np.exp(ratio))),
        float(np.sqrt(variance)),
    )  # fmt: skip


def _terms(samples) -> tuple:
    """Terms that vary, with their means and standard deviations."""
    centre = {name: float(np.mean(values)) for name, values in samples.terms.items()}
    scale = {name: float(np.std(values)) for name, values in samples.terms.items()}
    every = [name for name in scale if scale[name] > 1e-9 * max(1.0, abs(centre[name]))]
    # One that goes with the others tells nothing of its own.
    columns = [np.ones(len(samples))]
    kept = []
    for name in every:
        column = (samples.terms[name] - centre[name]) / scale[name]
        basis = np.array(columns).T
        rest = column - basis @ np.linalg.lstsq(basis, column, rcond=None)[0]
        if np.mean(rest**2) > 1e-4:
            columns.append(column)
            kept.append(name)
    return kept, centre, scale


def _groups(samples) -> tuple:
    """Classes with a slope of their own: all that are large but the largest."""
    if samples.group is None:
        return ()
    codes, counts = np.unique(samples.group, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    return tuple(int(codes[k]) for k in order[1:] if counts[k] >= LEAST_IN_CLASS)


def _rest(samples, sums, columns, solution):
    scenes = solution[len(columns) :]
    ends = sums.incidence @ scenes
    return samples.change - samples.turn * (solution[: len(columns)] @ columns) - ends[samples.pair]


def _jackknife(sums, chosen, ratio) -> np.ndarray | None:
    """Covariance by leaving pairs out; None of a single pair.

    What two pairs do counts as one's where they share a scene.
    """
    pairs, p = len(sums.w), len(chosen)
    if pairs < 2:
        return None
    whole = sums.solve(chosen, ratio)[1][:p]
    apart = np.empty((pairs, p))
    for pair in range(pairs):
        taken = np.ones(pairs)
        taken[pair] = 0.0
        apart[pair] = sums.solve(chosen, ratio, taken)[1][:p] - whole
    by_scene = np.abs(sums.incidence).T @ apart
    own = apart.T @ apart
    shared = by_scene.T @ by_scene - own
    # Chance may make the shared part negative.
    larger = np.sqrt(np.maximum(1.0, np.diag(own) / np.maximum(np.diag(shared), 1e-300)))
    found = shared if (larger == 1.0).all() else own
    return found * pairs / (pairs - 1)


def _model_covariance(sums, chosen, ratio) -> np.ndarray:
    left, _, squares = sums.solve(chosen, ratio)
    p = len(chosen)
    inverse = np.linalg.inv(left)[:p, :p]
    return inverse * squares / (int(sums.number.sum()) - p)


def _covariance(sums, chosen, ratio) -> np.ndarray:
    """The jackknife's, or the model's where that is larger."""
    model = _model_covariance(sums, chosen, ratio)
    found = _jackknife(sums, chosen, ratio)
    if found is None:
        return model
    # Few scenes tell their own scatter badly: the variance of Student's t.
    freedom = max(0.5 * sums.count - 1, LEAST_FREEDOM)
    found = found * freedom / (freedom - 2)
    larger = np.sqrt(np.maximum(1.0, np.diag(model) / np.maximum(np.diag(found), 1e-300)))
    return found * larger[:, None] * larger


def _alike(sums, chosen, ratio) -> float:
    """How many times the model's variances the jackknife's are, at least 1."""
    found = _jackknife(sums, chosen, ratio)
    if found is None:
        return 1.0
    model = _model_covariance(sums, chosen, ratio)
    return max(1.0, float(np.mean(np.diag(found) / np.diag(model))))


def held_out(samples: Samples, slope: AngleSlope) -> np.ndarray:
    """What is left of the changes where the slope is that of the other pairs.

    Parameters
    ----------
    samples : Samples
    slope : AngleSlope
        Whose terms are taken.

    Returns
    -------
    ndarray, shape (sample,)
        dB; with a single pair what is left of its own fit.
    """
    columns = np.array([np.broadcast_to(c, len(samples)) for c in
                        slope.design(samples.terms, samples.group)], float)  # fmt: skip
    sums = _Sums(samples, columns, np.ones(len(samples)))
    ratio = 2 * np.log(max(slope.sample_std, 1e-6) / max(slope.scene_std, 1e-6))
    ratio = float(np.clip(ratio, *LOG_RATIO))
    pairs, chosen = len(samples.scenes), list(range(len(columns)))
    folds = np.arange(pairs) % min(FOLDS, pairs)
    rest = np.empty(len(samples))
    for fold in np.unique(folds):
        taken = (folds != fold).astype(float) if pairs > 1 else np.ones(1)
        own = sums.solve(chosen, ratio, taken)[1][: len(chosen)]
        mine = folds[samples.pair] == fold
        rest[mine] = samples.change[mine] - samples.turn[mine] * (own @ columns[:, mine])
    return rest

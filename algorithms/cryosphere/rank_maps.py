# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rank correlation of two maps whose cells are like their neighbours.

A plain p-value counts every cell; where neighbours are alike, maps that have nothing to do with
each other correlate far more often than it says (Clifford et al. 1989; Dutilleul 1993). Here the
null keeps what each map has of that: fields as alike from cell to cell as one of the two are drawn
and held against the other one. How alike cells are is found by restricted maximum likelihood on
normal scores, which is not fooled by maps that are hardly longer than their patches, as a
semivariogram about the map's own mean is. Intervals are by a bootstrap of blocks that are as long
as cells are alike.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError, counted

LEAST_CELLS = 30
MOST_FITTED = 400  # cells of which the likelihood is taken
REACHES = 16
POWERS = 1.0, 1.6  # of exp(-(h/reach)^power): rough and smooth
SHARES = 1 - np.array([0.0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9])
DIM = 0.05  # correlation at which cells are as good as strangers
LEAST_BLOCKS = 9
AT_ONCE = 64
OFFSETS = 20  # of the bootstrap's blocks
WHOLE = 0.999999  # correlation: Fisher's z of 1 is no number


@dataclass(frozen=True)
class Likeness:
    """How alike the cells of a map are.

    Parameters
    ----------
    reach : float
        Cells; the correlation is ``share * exp(-(h / reach)^power)``.
    power, share : float
    """

    reach: float
    power: float
    share: float

    def correlation(self, distance) -> np.ndarray:
        """At distances in cells; 1 at none."""
        distance = np.asarray(distance, float)
        found = self.share * np.exp(-((distance / self.reach) ** self.power))
        return np.where(distance > 0, found, 1.0)

    @property
    def length(self) -> float:
        """Cells at which the correlation has come down to 0.05."""
        if self.share <= DIM:
            return 0.0
        return self.reach * np.log(self.share / DIM) ** (1 / self.power)


def normal_scores(values) -> np.ndarray:
    """Values by their ranks (ties share theirs) as quantiles of the normal distribution."""
    from scipy.special import ndtri
    from scipy.stats import rankdata

    found = ndtri((rankdata(values) - 0.5) / len(values))
    return (found - found.mean()) / max(found.std(), 1e-12)


class Likelihoods:
    """Restricted likelihoods of maps on some cells; what the cells' places take is done once.

    Parameters
    ----------
    places : ndarray, shape (cell, 2)
        Row and column.
    seed : int
        Of the choice where there are more cells than are needed.
    """

    def __init__(self, places, seed: int = 0):
        places = np.asarray(places, float)
        random = np.random.default_rng(seed)
        self._some = np.sort(random.permutation(len(places))[:MOST_FITTED])
        places = places[self._some]
        away = np.hypot(*(places[:, None] - places).transpose(2, 0, 1))
        count = len(places)
        # Contrasts: what is left of cells without their mean.
        contrast = np.linalg.qr(np.column_stack([np.ones(count), np.eye(count)[:, 1:]]))[0][:, 1:]
        self._tried = []
        for reach in np.geomspace(0.4, 1.5 * max(away.max(), 1.0), REACHES):
            for power in POWERS:
                alike = contrast.T @ np.exp(-((away / reach) ** power)) @ contrast
                sizes, vectors = np.linalg.eigh(alike)
                turned = vectors.T @ contrast.T
                self._tried.append((reach, power, np.maximum(sizes, 0.0), turned))

    def best(self, scores) -> Likeness:
        """The likeliest; `scores` of all cells."""
        values, best, found = np.asarray(scores, float)[self._some], np.inf, None
        for reach, power, sizes, turned in self._tried:
            squares = (turned @ values) ** 2
            for share in SHARES:
                variance = share * sizes + (1 - share) + 1e-9
                size = np.mean(squares / variance)
                cost = np.log(variance).sum() + len(squares) * np.log(size)
                if cost < best:
                    best, found = cost, Likeness(float(reach), power, float(share))
        return found


def drawn(shape, likeness: Likeness, count: int, random):
    """Fields that are as alike, by circulant embedding (Dietrich and Newsam 1997).

    Parameters
    ----------
    shape : (int, int)
    likeness : Likeness
    count : int
    random : numpy.random.Generator

    Yields
    ------
    ndarray, shape (field, row, column)
        At most 64 at a time.
    """
    from scipy import fft

    reach = int(np.ceil(min(4 * likeness.length, 4.0 * max(shape)))) + 1
    rows, cols = (fft.next_fast_len(max(2 * n, n + reach)) for n in shape)
    away = [np.minimum(np.arange(n), n - np.arange(n)) for n in (rows, cols)]
    spectrum = fft.fft2(likeness.correlation(np.hypot(away[0][:, None], away[1]))).real
    root = np.sqrt(np.maximum(spectrum, 0.0) / (rows * cols))
    done = 0
    while done < count:
        step = min(AT_ONCE, count - done)
        pairs = -(-step // 2)
        noise = random.standard_normal((2, pairs, rows, cols))
        fields = fft.fft2(root * (noise[0] + 1j * noise[1]), axes=(1, 2))
        fields = fields[:, : shape[0], : shape[1]]
        yield np.concatenate([fields.real, fields.imag])[:step]
        done += step


@dataclass(frozen=True)
class Ranked:
    """How two maps go together.

    Parameters
    ----------
    rho : float
        Spearman's.
    low, high : float
        Its interval.
    p : float
        Chance that unrelated maps as alike from cell to cell have as large a one.
    plain_p : float
        What it would be were all cells strangers.
    cells : int
    block : int
        Side of the bootstrap's blocks, cells.
    blocks : int
        How many hold cells.
    length : float
        Cells over which the less alike one of the maps is alike: that limits the chance.
    """

    rho: float
    low: float
    high: float
    p: float
    plain_p: float
    cells: int
    block: int
    blocks: int
    length: float


def rank_rows(values) -> np.ndarray:
    """Ranks by row, ties sharing theirs, with mean 0 and length 1."""
    from scipy.stats import rankdata

    ranks = rankdata(values, axis=-1)
    ranks -= ranks.mean(axis=-1, keepdims=True)
    return ranks / np.maximum(np.sqrt((ranks**2).sum(axis=-1, keepdims=True)), 1e-300)


def ranked(first, second, places, shape, level=0.95, draws=999, seed=0, likelihoods=None) -> Ranked:
    """Spearman's correlation of two maps, its interval, and its chance.

    Parameters
    ----------
    first, second : ndarray, shape (cell,)
        Known at all of them.
    places : ndarray of int, shape (cell, 2)
        Row and column of the cells.
    shape : (int, int)
        Of the grid of cells.
    level : float
        Of the interval.
    draws : int
        Fields of the null, and draws of the bootstrap.
    seed : int
    likelihoods : Likelihoods, optional
        Of these places, where several maps are compared.

    Returns
    -------
    Ranked

    Raises
    ------
    GroundshiftError
        If there are too few cells, or a map is constant.
    """
    from scipy import stats

    places = np.asarray(places, int)
    if len(places) < LEAST_CELLS:
        raise GroundshiftError(
            f"Only {counted(len(places), 'cell')} with values, and {LEAST_CELLS} are needed; take "
            "smaller cells."
        )
    if np.ptp(first) == 0 or np.ptp(second) == 0:
        raise GroundshiftError("A map is constant over all cells, so nothing goes with it.")
    likelihoods = likelihoods or Likelihoods(places, seed)
    alike = [likelihoods.best(normal_scores(values)) for values in (first, second)]
    ranks = [rank_rows(values) for values in (first, second)]
    rho = float(ranks[0] @ ranks[1])
    # Fields as the one whose scores are nearer to normal ones: it has fewer ties.
    ties = [len(np.unique(values)) for values in (first, second)]
    shown = int(ties[1] >= ties[0])
    random = np.random.default_rng(seed)
    null = np.concatenate([
        rank_rows(fields[:, places[:, 0], places[:, 1]]) @ ranks[1 - shown]
        for fields in drawn(shape, alike[shown], draws, random)
    ])  # fmt: skip
    reached = int((np.abs(null) >= abs(rho)).sum())
    lengths = [one.length for one in alike]
    block = _block(min(lengths), places)
    half, blocks = _half(first, second, places, block, level, draws, random)
    # Few blocks do not show how large the largest patches are; the null's fields do.
    half = max(half, float(np.quantile(np.abs(np.arctanh(np.clip(null, -WHOLE, WHOLE))), level)))
    middle = np.arctanh(np.clip(rho, -WHOLE, WHOLE))
    low, high = float(np.tanh(middle - half)), float(np.tanh(middle + half))
    plain = float(stats.spearmanr(first, second).pvalue)
    return Ranked(
        rho, low, high, (reached + 1) / (draws + 1), plain, len(places), block, blocks,
        min(lengths),
    )  # fmt: skip


def _block(length, places) -> int:
    """Side of a block in cells: as long as cells are alike, but nine of them at least."""
    extent = np.ptp(places, axis=0) + 1
    most = max(1, int(np.sqrt(np.prod(extent) / LEAST_BLOCKS)))
    return int(np.clip(np.ceil(length), 1, most))


def _half(first, second, places, block, level, draws, random):
    """Half of the bootstrap's interval of Fisher's z, and blocks that hold cells."""
    from scipy import stats

    found, number = [], []
    turns = min(OFFSETS, draws) if block > 1 else 1
    for turn in range(turns):
        place = (places + random.integers(0, block, 2)) // block
        key = place[:, 0] * (place[:, 1].max() + 1) + place[:, 1]
        _, member = np.unique(key, return_inverse=True)
        count = int(member.max()) + 1
        number.append(count)
        step = draws // turns + (turn < draws % turns)
        weights = random.multinomial(count, np.full(count, 1 / count), step)[:, member.ravel()]
        found.append(weighted_rho(first, second, weights.astype(float)))
    blocks = int(np.median(number))
    spread = float(np.nanstd(np.arctanh(np.clip(np.concatenate(found), -WHOLE, WHOLE))))
    return spread * stats.t.ppf(0.5 + level / 2, max(blocks - 1, 1)), blocks


def weighted_rho(first, second, weights) -> np.ndarray:
    """Spearman's correlation of cells that each stand for so many of their like.

    Parameters
    ----------
    first, second : ndarray, shape (cell,)
    weights : ndarray, shape (draw, cell)

    Returns
    -------
    ndarray, shape (draw,)
        NaN where a draw's map is constant.
    """
    total = weights.sum(axis=1, keepdims=True)
    ranks = []
    for values in (first, second):
        _, group = np.unique(values, return_inverse=True)
        order = np.argsort(group, kind="stable")
        starts = np.searchsorted(group[order], np.arange(group.max() + 1))
        here = np.add.reduceat(weights[:, order], starts, axis=1)
        middle = (np.cumsum(here, axis=1) - 0.5 * here)[:, group]
        ranks.append(middle - (weights * middle).sum(axis=1, keepdims=True) / total)
    one, other = ranks
    with np.errstate(invalid="ignore", divide="ignore"):
        sizes = (weights * one**2).sum(axis=1) * (weights * other**2).sum(axis=1)
        return (weights * one * other).sum(axis=1) / np.where(sizes > 0, np.sqrt(sizes), np.nan)

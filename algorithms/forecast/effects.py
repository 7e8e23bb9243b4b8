# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How active ground differs from background, with intervals that know that neighbours are alike.

Ground is drawn again by tiles of the map, so that the thousand samples of one landslide count as
the one landslide that they are. Effect sizes: Cohen's d, Cliff's (1993) delta, frequency ratios.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError

AT_ONCE = 1 << 23  # weights
PLACES = 256  # of a density
LEAST_PEAK = 0.3  # of the highest one, that another mode has
OCTANTS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


def pixel_chances(rows, cols, width: int, seed: int) -> np.ndarray:
    """A random number from 0 to 1 of each pixel, the same in whatever block it comes.

    Parameters
    ----------
    rows, cols : ndarray of int
    width : int
        Columns of the whole grid.
    seed : int

    Returns
    -------
    ndarray of float64
        By splitmix64 (Steele et al. 2014) of the pixel's number.
    """
    with np.errstate(over="ignore"):
        z = np.asarray(rows, np.uint64) * np.uint64(width) + np.asarray(cols, np.uint64)
        z = (z + np.uint64(1) + np.uint64(seed) * np.uint64(0x632BE59BD9B4E019)) * np.uint64(
            0x9E3779B97F4A7C15
        )
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z ^= z >> np.uint64(31)
    return (z >> np.uint64(11)).astype(float) * 2.0**-53


def tiles_of(xy, side: float) -> np.ndarray:
    """Number of the square tile that each place lies in, from 0, without gaps.

    Parameters
    ----------
    xy : ndarray, shape (place, 2)
        Metres.
    side : float
        Metres.
    """
    index = np.floor(np.asarray(xy, float) / side).astype(np.int64)
    return np.unique(index, axis=0, return_inverse=True)[1].reshape(-1)


def usual_side(xy) -> float:
    """Side of tiles of which about a hundred cover the places, metres."""
    wide, high = np.ptp(np.asarray(xy, float), axis=0)
    return max(np.sqrt(max(wide * high, 1.0) / 100.0), 1e-3 * max(wide, high), 1e-6)


def drawn_weights(tiles, count: int, seed: int):
    """Weights of samples when whole tiles are drawn again, a part of the draws at a time.

    Parameters
    ----------
    tiles : ndarray of int, shape (sample,)
        From 0, without gaps.
    count : int
        Draws.

    Yields
    ------
    ndarray, shape (draw, sample)
    """
    random, number = np.random.default_rng(seed), int(tiles.max()) + 1
    share = np.full(number, 1.0 / number)
    step = max(1, AT_ONCE // len(tiles))
    for first in range(0, count, step):
        drawn = random.multinomial(number, share, min(step, count - first))
        yield drawn[:, tiles].astype(float)


def equal_tiles(tiles) -> float:
    """As many tiles with the same number of samples each as these are worth."""
    counts = np.bincount(tiles)
    return float(counts.sum() ** 2 / (counts.astype(float) ** 2).sum())


def ranked_area(score, active, weights=None) -> np.ndarray:
    """Area under the ROC curve: chance that active ground scores above background, ties by half.

    Parameters
    ----------
    score : ndarray, shape (sample,)
    active : ndarray of bool, shape (sample,)
    weights : ndarray, shape (draw, sample), optional

    Returns
    -------
    ndarray, shape (draw,)
        A number without weights; NaN where a draw has only one kind of ground.
    """
    score, active = np.asarray(score), np.asarray(active, bool)
    alone = weights is None
    weights = np.ones((1, len(score))) if alone else weights
    order = np.argsort(score, kind="stable")
    starts = np.flatnonzero(np.r_[True, np.diff(score[order]) != 0])
    sorted_weights, kind = weights[:, order], active[order]
    on = np.add.reduceat(np.where(kind, sorted_weights, 0.0), starts, axis=1)
    off = np.add.reduceat(np.where(kind, 0.0, sorted_weights), starts, axis=1)
    below = np.cumsum(off, axis=1) - 0.5 * off
    pairs = on.sum(axis=1) * off.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        found = (on * below).sum(axis=1) / np.where(pairs > 0, pairs, np.nan)
    return float(found[0]) if alone else found


def standardised_difference(values, active, weights=None):
    """Cohen's d: difference of the means over the pooled standard deviation.

    Parameters and result as of :func:`ranked_area`.
    """
    alone = weights is None
    weights = np.ones((1, len(values))) if alone else weights
    values = np.asarray(values, float) - np.mean(values)
    moments = []
    for kind in (active, ~active):
        some = weights[:, kind]
        total = some.sum(axis=1)
        with np.errstate(invalid="ignore", divide="ignore"):
            mean = (some * values[kind]).sum(axis=1) / total
            square = (some * values[kind] ** 2).sum(axis=1) / total - mean**2
        moments.append((total, mean, np.maximum(square, 0.0)))
    (n, a, s), (m, b, t) = moments
    with np.errstate(invalid="ignore", divide="ignore"):
        found = (a - b) / np.sqrt((n * s + m * t) / (n + m - 2))
    return float(found[0]) if alone else found


@dataclass(frozen=True)
class Effect:
    """An effect size with its interval of 95 % and p-value.

    Parameters
    ----------
    value, low, high, p : float
    """

    value: float
    low: float
    high: float
    p: float

    @classmethod
    def of(cls, value: float, drawn, clusters: float, least: float = 0.0) -> Effect:
        """From draws, by Student's t of so many tiles less one; see :func:`equal_tiles`.

        The standard deviation is not below `least`.
        """
        from scipy.stats import t

        drawn = drawn[np.isfinite(drawn)]
        spread = drawn.std(ddof=1) if len(drawn) > 10 else np.nan
        free = max(clusters - 1, 1.0)
        spread = np.maximum(spread * np.sqrt((free + 1) / free), least)
        reach = t.ppf(0.975, free) * spread
        p = 2 * t.sf(abs(value) / spread, free) if spread > 0 else np.nan
        return cls(float(value), float(value - reach), float(value + reach), float(p))


@dataclass(frozen=True)
class Numbers:
    """A factor that is a number.

    Parameters
    ----------
    name : str
    counts : (int, int)
        Samples on active ground, and on background.
    medians, means : (float, float)
    modes : (list, list)
        Of the densities, the highest first.
    delta, d : Effect
    curve : (ndarray, ndarray, ndarray)
        Values, density on active ground, and on background.
    """

    name: str
    counts: tuple
    medians: tuple
    means: tuple
    modes: tuple
    delta: Effect
    d: Effect
    curve: tuple


@dataclass(frozen=True)
class Classes:
    """A factor of classes; arrays have the shape (class,).

    Parameters
    ----------
    name : str
    counts : (int, int)
        Samples on active ground, and on background.
    labels : list of str
    active, background : ndarray
        Shares.
    ratio : list of Effect
        Frequency ratios: share on active ground over that on background.
    """

    name: str
    counts: tuple
    labels: list
    active: np.ndarray
    background: np.ndarray
    ratio: list


def density(values, ends) -> tuple:
    """Density of values at places between two ends, with Silverman's (1986) bandwidth.

    Returns
    -------
    places, density : ndarray
    """
    from scipy.ndimage import gaussian_filter1d

    low, high = np.percentile(values, [25, 75])
    spread = min(np.std(values), (high - low) / 1.349) or np.std(values)
    edges = np.linspace(*ends, PLACES + 1)
    width = edges[1] - edges[0]
    counts = np.histogram(values, edges)[0] / (max(len(values), 1) * width)
    sigma = max(0.9 * spread * len(values) ** -0.2 / width, 0.5)
    return (edges[1:] + edges[:-1]) / 2, gaussian_filter1d(counts, sigma, mode="reflect")


def peaks(places, heights) -> list:
    """Modes of a density, the highest first; those below 30 % of it are left out.

    The upper end, where the largest values are cut off, is none.
    """
    wide = np.r_[-1.0, heights, np.inf]
    found = np.flatnonzero((wide[1:-1] > wide[:-2]) & (wide[1:-1] >= wide[2:]))
    found = found[heights[found] >= LEAST_PEAK * heights.max()]
    return places[found[np.argsort(-heights[found], kind="stable")]].tolist()


def compare_numbers(name, values, active, tiles, draws: int, seed: int) -> Numbers:
    """Active ground against background by a number.

    Parameters
    ----------
    name : str
    values : ndarray, shape (sample,)
        NaN where unknown.
    active : ndarray of bool, shape (sample,)
    tiles : ndarray of int, shape (sample,)
        What is drawn together.
    draws, seed : int

    Raises
    ------
    GroundshiftError
        If one kind of ground has no values.
    """
    known = np.isfinite(values)
    values, active = np.asarray(values, float)[known], active[known]
    tiles = np.unique(tiles[known], return_inverse=True)[1]
    parts = _both(name, values, active)
    drawn = [
        (2 * ranked_area(values, active, weights) - 1,
         standardised_difference(values, active, weights))
        for weights in drawn_weights(tiles, draws, seed)
    ]  # fmt: skip
    delta, d = (np.concatenate(part) for part in zip(*drawn))
    clusters = equal_tiles(tiles[active])
    low, high = np.percentile(values, [0.2, 99.8])
    ends = (low, high) if high > low else (low - 0.5, high + 0.5)
    curves = [density(part, ends) for part in parts]
    return Numbers(
        name, tuple(map(len, parts)), tuple(float(np.median(part)) for part in parts),
        tuple(float(part.mean()) for part in parts), tuple(peaks(*curve) for curve in curves),
        Effect.of(2 * ranked_area(values, active) - 1, delta, clusters),
        Effect.of(standardised_difference(values, active), d, clusters),
        (curves[0][0], curves[0][1], curves[1][1]),
    )  # fmt: skip


def compare_classes(name, values, active, tiles, draws: int, seed: int, labels=None) -> Classes:
    """Active ground against background by a class; see :func:`compare_numbers`.

    Parameters
    ----------
    labels : sequence of str, optional
        Of the classes 0, 1 and so on; the codes themselves without.
    """
    known = np.isfinite(values)
    values, active = values[known], active[known]
    tiles = np.unique(tiles[known], return_inverse=True)[1]
    parts = _both(name, values, active)
    codes, place = np.unique(values, return_inverse=True)
    place = place.reshape(-1)

    def shares(weights, kind):
        out = np.stack([weights[:, kind & (place == k)].sum(axis=1) for k in range(len(codes))])
        with np.errstate(invalid="ignore", divide="ignore"):
            return out / out.sum(axis=0)

    ones = np.ones((1, len(values)))
    both = [shares(ones, kind) for kind in (active, ~active)]
    worth = equal_tiles(tiles[active]), equal_tiles(tiles[~active])
    # What does not occur has half a tile, so that its ratio is not 0.
    firm = [
        np.where(share > 0, share, 0.5 / (count + 0.5 * len(codes)))
        for share, count in zip(both, worth)
    ]
    ratio = np.log(firm[0] / firm[1])
    # Classes of few tiles, or none: at least what chance does to so many.
    least = np.sqrt(sum(
        np.maximum(1 - share, 0) / (share * count) for share, count in zip(firm, worth)
    ))[:, 0]  # fmt: skip
    # To first order: draws without a class at all have no logarithm.
    drawn = np.concatenate([
        (shares(weights, active) - both[0]) / firm[0]
        - (shares(weights, ~active) - both[1]) / firm[1]
        for weights in drawn_weights(tiles, draws, seed)
    ], axis=1)  # fmt: skip
    logs = [
        Effect.of(value, draws_, worth[0], floor)
        for value, draws_, floor in zip(ratio[:, 0], drawn, least)
    ]
    names = [f"{code:g}" for code in codes] if labels is None else [labels[int(k)] for k in codes]
    return Classes(
        name, tuple(map(len, parts)), names, both[0][:, 0], both[1][:, 0],
        [Effect(*np.exp([e.value, e.low, e.high]).tolist(), e.p) for e in logs],
    )  # fmt: skip


def octants(aspect) -> np.ndarray:
    """Place in :data:`OCTANTS` of directions in degrees, NaN where there is none."""
    return np.floor((np.asarray(aspect, float) + 22.5) % 360.0 / 45.0)


def _both(name, values, active):
    parts = values[active], values[~active]
    for part, what in zip(parts, ("active ground", "background")):
        if not len(part):
            raise GroundshiftError(
                f"{name}: has no value on {what}; give a factor that covers the inventory and its "
                "surroundings."
            )
    return parts

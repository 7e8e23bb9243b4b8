# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Drift of ice between two images: matches that agree with their neighbours, and correlation.

Key points first, then templates that are turned and correlated around where the neighbours say, as
Korosov and Rampal (2017, doi:10.3390/rs9030258) join both. What stands out of its neighbours in an
extended Voronoi cell by more than three standard deviations is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..threads import kernel_lock

STANDS_OUT = 3.0  # standard deviations
LEAST_SCATTER = 1.0  # pixels, of matches of whole pixels
CONSENSUS = 0.2  # of the neighbours that must agree roughly, before planes are laid
ROUGH = 6.0, 0.15  # pixels, and of the distance: so much may neighbours differ
NEAR = 12  # vectors that a plane is laid through
TRIED = np.radians([-6.0, -3.0, 0.0, 3.0, 6.0])  # beside the neighbours' angle
LEAST_APART = 25  # vectors that tell how large errors are
SMOOTHING = 0.7  # pixels, before templates are resampled


@dataclass(frozen=True)
class Drift:
    """Vectors of drift.

    Parameters
    ----------
    first, second : ndarray of float64, shape (vector, 2)
        Rows and columns of the first image.
    turn : ndarray of float64, shape (vector,)
        Rotation, radians from columns to rows.
    correlation : ndarray of float64, shape (vector,)
    covariance : ndarray of float64, shape (vector, 3)
        Variance of the row, covariance, variance of the column, pixels².
    """

    first: np.ndarray
    second: np.ndarray
    turn: np.ndarray
    correlation: np.ndarray
    covariance: np.ndarray

    def __len__(self):
        return len(self.first)

    def at(self, kept) -> Drift:
        """Some of them."""
        return Drift(*(values[kept] for values in vars(self).values()))

    def spread(self, factor: float) -> Drift:
        """With standard deviations that are so many times as large."""
        return replace(self, covariance=self.covariance * factor**2)


def voronoi_neighbours(places) -> tuple:
    """Neighbours of points, and their neighbours: those in a cell that is extended.

    Parameters
    ----------
    places : ndarray of float64, shape (point, 2)
        At least 4, all different.

    Returns
    -------
    begins : ndarray of int, shape (point + 1,)
    others : ndarray of int
        Of point k those from ``begins[k]`` to ``begins[k + 1]``.
    """
    from scipy.sparse import csr_matrix
    from scipy.spatial import Delaunay

    begins, others = Delaunay(places).vertex_neighbor_vertices
    count = len(places)
    beside = csr_matrix((np.ones(len(others), np.int32), others, begins), shape=(count, count))
    both = (beside + beside @ beside).tocsr()
    both.setdiag(0)
    both.eliminate_zeros()
    return both.indptr, both.indices


def _medians(values, begins) -> np.ndarray:
    """Medians of runs of values; NaN of empty ones."""
    owner = np.repeat(np.arange(len(begins) - 1), np.diff(begins))
    ordered = values[np.lexsort((values, owner))]
    count = np.diff(begins)
    low = np.minimum(begins[:-1] + (count - 1) // 2, max(len(values) - 1, 0))
    high = np.minimum(begins[:-1] + count // 2, max(len(values) - 1, 0))
    if not len(values):
        return np.full(len(count), np.nan)
    return np.where(count > 0, 0.5 * (ordered[low] + ordered[high]), np.nan)


def consistent(first, moved, rounds: int = 4) -> np.ndarray:
    """Which vectors agree with those around them.

    Parameters
    ----------
    first : ndarray of float64, shape (vector, 2)
        Places, pixels; all different.
    moved : ndarray of float64, shape (vector, 2)
        Rows and columns of motion.
    rounds : int

    Returns
    -------
    ndarray of bool, shape (vector,)
    """
    kept = np.arange(len(first))
    for turn in range(rounds):
        if len(kept) < 8:
            break
        begins, others = voronoi_neighbours(first[kept])
        owner = np.repeat(np.arange(len(kept)), np.diff(begins))
        place, motion = first[kept], moved[kept]
        if turn == 0:  # where most are wrong their median says nothing
            apart = np.linalg.norm(motion[others] - motion[owner], axis=1)
            far = np.linalg.norm(place[others] - place[owner], axis=1)
            agrees = np.bincount(owner, apart < ROUGH[0] + ROUGH[1] * far, len(kept))
            good = agrees >= CONSENSUS * np.diff(begins)
        else:
            slopes = _plane(place, motion, begins, others, owner)
            # What the neighbours' motion would be here.
            expected = motion[others] + np.einsum(
                "nij,nj->ni", slopes[owner], place[owner] - place[others]
            )
            middle = np.stack([_medians(expected[:, c], begins) for c in (0, 1)], axis=1)
            spread = np.stack(
                [_medians(np.abs(expected[:, c] - middle[owner, c]), begins) for c in (0, 1)],
                axis=1,
            )
            scatter = np.maximum(1.4826 * spread, LEAST_SCATTER)
            off = np.linalg.norm((motion - middle) / scatter, axis=1)
            good = off <= STANDS_OUT * (1 + 1 / np.sqrt(np.maximum(np.diff(begins), 1)))
        if good.all() and turn:
            break
        kept = kept[good]
    mask = np.zeros(len(first), bool)
    mask[kept] = True
    return mask


def _plane(place, motion, begins, others, owner) -> np.ndarray:
    """Slopes of a plane through every point's neighbours, shape (point, 2, 2); limited."""
    step = place[others] - place[owner]
    count = len(begins) - 1

    def summed(values):
        return np.stack([np.bincount(owner, v, count) for v in values.T], axis=1)

    number = np.maximum(np.diff(begins), 1)[:, None]
    mean_step, mean_motion = summed(step) / number, summed(motion[others]) / number
    a, b = step - mean_step[owner], motion[others] - mean_motion[owner]
    normal = summed(np.stack([a[:, 0] ** 2, a[:, 0] * a[:, 1], a[:, 1] ** 2], axis=1))
    mixed = summed(np.stack([b[:, i] * a[:, j] for i in (0, 1) for j in (0, 1)], axis=1))
    determinant = normal[:, 0] * normal[:, 2] - normal[:, 1] ** 2
    able = determinant > 1e-6 * (normal[:, 0] + normal[:, 2]) ** 2
    with np.errstate(divide="ignore", invalid="ignore"):
        slopes = np.stack([
            (mixed[:, 0] * normal[:, 2] - mixed[:, 1] * normal[:, 1]) / determinant,
            (mixed[:, 1] * normal[:, 0] - mixed[:, 0] * normal[:, 1]) / determinant,
            (mixed[:, 2] * normal[:, 2] - mixed[:, 3] * normal[:, 1]) / determinant,
            (mixed[:, 3] * normal[:, 0] - mixed[:, 2] * normal[:, 1]) / determinant,
        ], axis=1).reshape(-1, 2, 2)  # fmt: skip
    slopes[~able] = 0.0
    return np.where(np.abs(slopes).max(axis=(1, 2), keepdims=True) < 0.5, slopes, 0.0)


@dataclass(frozen=True)
class Guess:
    """What vectors around say about places.

    Parameters
    ----------
    moved : ndarray, shape (place, 2)
        Rows and columns of motion.
    turn : ndarray, shape (place,)
        Radians from columns to rows.
    scatter : ndarray, shape (place,)
        Of the vectors about their plane, pixels.
    distance : ndarray, shape (place,)
        To the nearest of them, pixels.
    """

    moved: np.ndarray
    turn: np.ndarray
    scatter: np.ndarray
    distance: np.ndarray


def guess(places, first, moved, near: int = NEAR, without_own: bool = False) -> Guess:
    """Motion and rotation at places, by a plane through the nearest vectors.

    Parameters
    ----------
    places : ndarray, shape (place, 2)
    first, moved : ndarray, shape (vector, 2)
    near : int
        Vectors of a plane.
    without_own : bool
        Whether the nearest, which is the place's own, is left out.
    """
    from scipy.spatial import cKDTree

    number = min(near + without_own, len(first))
    distance, others = cKDTree(first).query(places, k=number)
    distance, others = distance.reshape(len(places), -1), others.reshape(len(places), -1)
    if without_own:
        distance, others = distance[:, 1:], others[:, 1:]
    step = (first[others] - places[:, None]) / np.maximum(distance[:, -1:], 1.0)[..., None]
    weights = 1.0 / (0.25 + (distance / np.maximum(distance[:, -1:], 1.0)) ** 2)
    design = np.concatenate([np.ones((*step.shape[:2], 1)), step], axis=2)
    values = moved[others]
    for _ in range(2):  # the second time without what stands out
        weighted = design * weights[..., None]
        normal = np.einsum("pki,pkj->pij", weighted, design)
        normal += 1e-3 * np.eye(3) * np.array([0.0, 1.0, 1.0]) * weights.sum(axis=1)[:, None, None]
        right = np.einsum("pki,pkc->pic", weighted, values)
        found = np.linalg.solve(normal, right)
        rest = np.linalg.norm(values - np.einsum("pki,pic->pkc", design, found), axis=2)
        scatter = np.maximum(1.4826 * np.median(rest, axis=1) / 1.18, 0.3)
        weights = weights * (rest < 4 * scatter[:, None] + 1e-9)
        weights[~(weights.sum(axis=1) > 0)] = 1.0
    slope = found[:, 1:] / np.maximum(distance[:, -1], 1.0)[:, None, None]
    # Columns move down with the column, rows move across with the row: the mean of both turns.
    turn = 0.5 * (slope[:, 1, 0] - slope[:, 0, 1])
    return Guess(found[:, 0], np.arctan(turn), scatter, distance[:, 0])


class TurnedTemplates:
    """Templates of one image that are turned and looked for in another one.

    Parameters
    ----------
    images : sequence of 2 (ndarray of float32, ndarray of bool)
        Of :func:`..keypoints.levelled`.
    shift : (float, float)
        Rows and columns of the second's first pixel in the first image.
    size : int
        Pixels along a side of a template.
    """

    def __init__(self, images, shift, size: int):
        from scipy.ndimage import gaussian_filter

        self.smooth = tuple(gaussian_filter(image, SMOOTHING) for image, _ in images)
        self.sums = tuple(
            np.cumsum(np.cumsum(good, axis=0, dtype=np.int32), axis=1, dtype=np.int32)
            for _, good in images
        )
        self.shift = np.asarray(shift, float)
        self.size = int(size)

    def follow(self, starts, moved, turns, reach) -> Drift:
        """Vectors refined by correlation.

        Parameters
        ----------
        starts : ndarray, shape (place, 2)
            Rows and columns.
        moved : ndarray, shape (place, 2)
            About how far.
        turns : ndarray, shape (place,)
            About the rotation, radians from columns to rows.
        reach : ndarray of int, shape (place,)
            Pixels that are searched around.

        Returns
        -------
        Drift
            NaN where nothing was found.
        """
        from . import _drift_kernel as kernel

        out = np.empty((len(starts), 7))
        with kernel_lock:
            kernel.correlate_turned(
                self.smooth, self.sums, np.ascontiguousarray(starts, float),
                np.ascontiguousarray(starts + moved - self.shift, float),
                np.ascontiguousarray(turns, float), TRIED, self.size,
                np.ascontiguousarray(reach, np.int64), out,
            )  # fmt: skip
        return Drift(
            np.asarray(starts, float), out[:, [kernel.ROW, kernel.COL]] + self.shift,
            out[:, kernel.TURN], out[:, kernel.CORRELATION], _covariance(out, self.size, kernel),
        )  # fmt: skip


def _covariance(out, size, kernel) -> np.ndarray:
    """Of places of a peak, as of noise that is as fine as pixels; :func:`scaled` mends the rest.

    With what does not correlate as noise of variance ``1 - rho²``, least squares gives
    ``(1 - rho²) rho / N`` times the inverse of the peak's curvature.
    """
    rho = out[:, kernel.CORRELATION]
    a, b, c = -out[:, kernel.DOWN], -out[:, kernel.BOTH], -out[:, kernel.ACROSS]
    with np.errstate(divide="ignore", invalid="ignore"):
        factor = (1 - rho**2) * rho / (size * size * (a * c - b * b))
        covariance = np.stack([c, -b, a], axis=1) * factor[:, None]
    covariance[~((a > 0) & (a * c > b * b))] = np.nan
    return covariance


def scaled(drift: Drift, size: int) -> tuple:
    """Vectors with variances as their scatter about planes through neighbours says.

    Templates that overlap err alike, so that only some are compared, one in a square of their size.

    Parameters
    ----------
    drift : Drift
    size : int
        Pixels along a side of a template.

    Returns
    -------
    Drift, float
        And the factor of the standard deviations.
    """
    _, apart = np.unique(drift.first // size, axis=0, return_index=True)
    some = drift.at(apart) if len(apart) >= LEAST_APART else drift
    moved = some.second - some.first
    rest = moved - guess(some.first, some.first, moved, without_own=True).moved
    # A plane of so many neighbours, weighed by nearness, has some third of a vector's variance.
    ratio = np.abs(rest) / np.sqrt(some.covariance[:, [0, 2]] * (1.0 + 3.0 / NEAR))
    factor = max(1.0, float(np.nanmedian(ratio)) / 0.6745)
    return drift.spread(factor), factor

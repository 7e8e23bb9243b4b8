# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How far one elevation model is displaced against another one.

A model that is displaced by (e, n, u) differs from the other one by ``u - e dz/de - n dz/dn``: on
slopes a shift looks like a difference of heights that follows the aspect (Nuth and Kääb 2011,
doi:10.5194/tc-5-271-2011, eq. 1 to 3, who divide by the slope first and fit a cosine). Here the
differences themselves are fitted (Rosenholm and Torlegard 1988), so that flat ground, which knows
nothing of the shift, gets no weight, and again and again, after the model was moved.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.relief import ground_gradients, pixel_gradients
from ..data.statistics import nmad
from ..errors import GroundshiftError

TUKEY = 4.685
ROUNDS = 12  # of weights
SETTLED = 1e-4  # of the spread: smaller steps are far below any standard deviation
MOST_PIECES = 24  # of waves along a track
PATCH = 64  # pixels along a side of what is taken for independent of its neighbours


@dataclass(frozen=True)
class Differences:
    """Differences of heights on a sample of pixels, and what they say about a displacement.

    Parameters
    ----------
    height : ndarray of float64, shape (pixel,)
        Displaced model less the reference, metres.
    gradient : ndarray of float64, shape (pixel, 2)
        Rise of the ground by metre east and north, the mean of both models.
    doubt : ndarray of float64, shape (pixel, 2)
        Half of what the gradients of both models differ by: what of them is noise.
    place : ndarray of float64, shape (pixel, 2)
        Metres east and north of the scene's middle.
    level : ndarray of float64, shape (pixel,)
        Height of the reference, metres.
    patch : ndarray of int64, shape (pixel,)
        Number of the patch of ground.
    """

    height: np.ndarray
    gradient: np.ndarray
    doubt: np.ndarray
    place: np.ndarray
    level: np.ndarray
    patch: np.ndarray

    @classmethod
    def joined(cls, parts) -> Differences:
        """Those of several blocks; patches of different blocks are different ones."""
        offsets = np.cumsum([0, *(part.patch.max(initial=-1) + 1 for part in parts)])
        return cls(
            *(np.concatenate([getattr(part, name) for part in parts])
              for name in ("height", "gradient", "doubt", "place", "level")),
            np.concatenate([part.patch + offset for part, offset in zip(parts, offsets)]),
        )  # fmt: skip


@dataclass(frozen=True)
class Waves:
    """Undulation of heights along the track of a satellite: a cubic spline.

    Parameters
    ----------
    azimuth : float
        Of the track, degrees clockwise from north.
    knots : ndarray of float64
        Metres along it from the scene's middle.
    level : ndarray of float64
        Means of the columns over the ground that they are fitted to, which are taken off, so that
        the height itself stays apart.
    """

    azimuth: float
    knots: np.ndarray
    level: np.ndarray

    @classmethod
    def over(cls, place, azimuth: float, shortest: float) -> Waves:
        """Waves of no less than a length (m) over places; shape (place, 2).

        Raises
        ------
        GroundshiftError
            If there were too many of them.
        """
        along = _along(place, azimuth)
        low, high = float(along.min()), float(along.max())
        pieces = max(1, int(np.ceil(4 * (high - low) / shortest)))
        if pieces > MOST_PIECES:
            raise GroundshiftError(
                f"Waves of {shortest:g} m are too short for {high - low:.0f} m of track; from "
                f"{4 * (high - low) / MOST_PIECES:.0f} m on they can be told from the ground."
            )
        inner = np.linspace(low, max(high, low + 1.0), pieces + 1)
        knots = np.concatenate([inner[:1].repeat(3), inner, inner[-1:].repeat(3)])
        plain = cls(azimuth, knots, np.zeros(1))
        return cls(azimuth, knots, plain.columns(place).mean(axis=0))

    def columns(self, place) -> np.ndarray:
        """Values of the splines at places, shape (..., spline)."""
        from scipy.interpolate import BSpline

        along = np.clip(_along(place, self.azimuth), self.knots[0], self.knots[-1])
        every = np.eye(len(self.knots) - 4)[:, :-1]  # all of them would make a height again
        return BSpline(self.knots, every, 3)(along) - self.level


def _along(place, azimuth):
    """Metres along a track."""
    turn = np.radians(azimuth)
    return place[..., 0] * np.sin(turn) + place[..., 1] * np.cos(turn)


@dataclass(frozen=True)
class Displacement:
    """Displacement of a model against the reference.

    Parameters
    ----------
    values, std : ndarray of float64, shape (3 or more,)
        East, north and up in metres; with a tilt also its rise by metre east and north; with waves
        also their heights.
    nmad : float
        Normalised median absolute deviation of what the fit leaves, metres.
    pixels : int
        That have weight.
    shown : float
        Share of the slopes' squares that both models show, in the direction that has least of
        it; next to flat ground has noise for slopes, which tells nothing of a displacement.
    """

    values: np.ndarray
    std: np.ndarray
    nmad: float
    pixels: int
    shown: float
    tilt: bool = False
    waves: Waves | None = None

    def excess(self, place):
        """What heights are too high by at metres east and north of the middle, (..., 2)."""
        out = self.values[2]
        if self.tilt:
            out = out + (np.asarray(place) * self.values[3:5]).sum(axis=-1)
        return out + self.wave(place)

    def wave(self, place):
        """What of it are waves along the track."""
        if self.waves is None:
            return 0.0
        heights = self.values[3 + 2 * self.tilt :]
        return (self.waves.columns(np.asarray(place)) * heights).sum(axis=-1)


def differences(moved, reference, keep, axes, origin) -> Differences:
    """Differences of the pixels of a block.

    Parameters
    ----------
    moved, reference : ndarray, shape (row + 2, column + 2)
        Heights in metres with a margin of a pixel, NaN where unknown.
    keep : ndarray of bool, shape (row, column)
        Ground that did not change.
    axes : ndarray, shape (row, column, 4)
        Metres by pixel, see :func:`..data.relief.ground_gradients`.
    origin : (float, float)
        Rows and columns from the scene's middle to the block's first pixel.

    Returns
    -------
    Differences
    """
    slopes = [ground_gradients(pixel_gradients(model), axes) for model in (moved, reference)]
    gradient, doubt = 0.5 * (slopes[0] + slopes[1]), 0.5 * (slopes[0] - slopes[1])
    height = np.asarray(moved, float)[1:-1, 1:-1] - np.asarray(reference, float)[1:-1, 1:-1]
    good = keep & np.isfinite(height) & np.isfinite(gradient).all(axis=0)
    row, col = np.indices(height.shape)
    place = offsets(axes, origin)
    patch = row // PATCH * (1 + height.shape[1] // PATCH) + col // PATCH
    return Differences(
        height[good], gradient[:, good].T, doubt[:, good].T, place[:, good].T,
        np.asarray(reference, float)[1:-1, 1:-1][good], patch[good],
    )  # fmt: skip


def offsets(axes, origin) -> np.ndarray:
    """Metres east and north of a place, shape (2, row, column); see :func:`differences`."""
    row, col = np.indices(axes.shape[:2])
    down, across = row + origin[0], col + origin[1]
    return np.stack([
        across * axes[..., 0] + down * axes[..., 2], across * axes[..., 1] + down * axes[..., 3],
    ])  # fmt: skip


def displacement(
    sample: Differences, horizontal: bool = True, tilt: bool = False, waves: Waves | None = None
) -> Displacement:
    """Displacement by weighted least squares with Tukey's weights.

    Parameters
    ----------
    sample : Differences
    horizontal : bool
        Whether it is displaced sideways at all; else east and north are 0.
    tilt : bool
        Also a plane of the heights.
    waves : Waves, optional
        Also these.

    Returns
    -------
    Displacement
        Its standard deviations hold for noise that is alike over patches of :data:`PATCH` pixels
        (the sandwich of their scores), as elevation models have it.
    """
    design = np.column_stack([-sample.gradient, np.ones(len(sample.height))])
    if tilt:
        design = np.column_stack([design, sample.place])
    if waves is not None:
        design = np.column_stack([design, waves.columns(sample.place)])
    size = np.maximum(np.abs(design).max(axis=0), 1e-12)
    design = design / size
    design[:, :2] *= horizontal
    values, weight = np.zeros(design.shape[1]), np.ones(len(design))
    values[2] = np.median(sample.height)
    for _ in range(ROUNDS):
        rest = sample.height - design.dot(values)
        scale = max(nmad(rest), 1e-9)
        weight = np.clip(1.0 - (rest / (TUKEY * scale)) ** 2, 0.0, None) ** 2
        step = _solved(design, weight, rest)
        values = values + step
        if np.abs(step).max() < SETTLED * scale:
            break
    rest = sample.height - design.dot(values)
    std = _deviations(design, weight, rest, sample.patch)
    used = weight > 0
    return Displacement(
        values / size, std / size, nmad(rest), int(used.sum()),
        _shown(sample.gradient[used], sample.doubt[used]), tilt, waves,
    )  # fmt: skip


def _shown(gradient, doubt) -> float:
    """See :class:`Displacement`; the least generalised eigenvalue of signal against all."""
    from scipy.linalg import eigvalsh

    whole, noise = gradient.T.dot(gradient), doubt.T.dot(doubt)
    if not np.linalg.cond(whole) < 1e12:
        return 0.0
    return float(eigvalsh(whole - noise, whole)[0])


def _normal(design, weight):
    return (design * weight[:, None]).T.dot(design)


def _solved(design, weight, rest):
    scores = design.T.dot(weight * rest)
    return np.linalg.lstsq(_normal(design, weight), scores, rcond=1e-12)[0]


def _deviations(design, weight, rest, patch):
    """Square roots of the diagonal of the sandwich."""
    parts = design * (weight * rest)[:, None]
    scores = np.column_stack([np.bincount(patch, part) for part in parts.T])
    inverse = np.linalg.pinv(_normal(design, weight), rcond=1e-12)
    used = max(2, np.unique(patch).size)
    middle = scores.T.dot(scores) * used / (used - 1)
    return np.sqrt(np.clip(np.diag(inverse.dot(middle).dot(inverse)), 0.0, None))


def bias_by_height(sample: Differences, found: Displacement) -> tuple[float, float]:
    """How the differences that are left rise with the height: by metre, and its deviation.

    Such a rise is no displacement, but slopes that face one way may make one of it.

    Parameters
    ----------
    sample : Differences
        Of the model that was moved already.
    found : Displacement
    """
    rest = sample.height - found.excess(sample.place)
    weight = (np.abs(rest) < 3 * found.nmad).astype(float)
    design = np.column_stack([sample.level - np.median(sample.level), np.ones(len(rest))])
    values = _solved(design, weight, rest)
    std = _deviations(design, weight, rest - design.dot(values), sample.patch)
    return float(values[0]), float(std[0])


def lifted(block) -> np.ndarray:
    """Heights less what they are too high by, and less those of the reference if there are any.

    Parameters
    ----------
    block : (excess, heights) or (excess, heights, reference)
        Metres, shape (row, column).
    """
    excess, heights, *reference = block
    return np.asarray(heights - excess - (reference[0] if reference else 0.0), np.float32)

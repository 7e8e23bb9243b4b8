# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The stress that makes the mechanisms of earthquakes: axes, shape ratio, and how sure they are.

Fault slip goes along the shear traction on its plane, whose size is taken as the same everywhere
(Michael, 1984, Journal of Geophysical Research 89, 11517-11526): five numbers of the stress
follow from least squares. Which nodal plane slipped is told by the instability of both in that
stress, by turns (Vavrycuk, 2014, doi:10.1093/gji/ggu224). Where the size is not the same, it may
follow the stress, too (Beauce and others, 2022).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from ..source.planes import double_couple_of, kagan_angle, plane_vectors

METHODS = ("instability", "linear", "variable shear")
FRICTIONS = tuple(np.round(np.arange(0.4, 1.001, 0.05), 2).tolist())
LEAST_EVENTS = 5  # as many as a tensor has unknowns: fewer fit by chance
STEPS = {True: 50, False: 15}  # with variable shear, without: planes may change places for ever
REGIMES = ("normal", "normal to strike-slip", "strike-slip", "thrust to strike-slip", "thrust")
UNKNOWN = "unknown"
COVERAGE = 0.95
VOTES = 500  # tensors that tell the probability of planes
ROWS_AT_ONCE = 4_000_000  # resamplings times events


@dataclass(frozen=True)
class StressTensor:
    """A stress, up to its mean and size.

    Parameters
    ----------
    axes : ndarray, shape (3, 3)
        Unit vectors (east, north, up) of the greatest, the middle and the least compression, in
        rows; they point down.
    ratio : float
        R = (s1 - s2) / (s1 - s3), compression positive, 0 to 1. Angelier's phi is 1 - R.
    friction : float
        That of the highest instability; NaN of the linear method.
    instability : float
        Mean of the likely planes, 0 to 1; NaN of the linear method.
    """

    axes: np.ndarray
    ratio: float
    friction: float
    instability: float

    @property
    def reduced(self) -> np.ndarray:
        """Compression positive with 1 and -1 as its ends, shape (3, 3)."""
        return reduced(self.axes, np.asarray(self.ratio))


@dataclass(frozen=True)
class Resampled:
    """Tensors of resampled mechanisms.

    Parameters
    ----------
    axes : ndarray, shape (resampling, 3, 3)
    ratio : ndarray, shape (resampling,)
    """

    axes: np.ndarray
    ratio: np.ndarray


@dataclass(frozen=True)
class Errors:
    """What resamplings say; radians.

    Parameters
    ----------
    cones : ndarray, shape (3,)
        Half apertures of 95 % cones about the axes.
    ratio : (float, float)
        Ends of the 95 % interval of R.
    shmax : float
        Half the width of the 95 % interval of the azimuth of the greatest horizontal compression.
    """

    cones: np.ndarray
    ratio: tuple
    shmax: float


def reduced(axes, ratio) -> np.ndarray:
    """Stresses of axes (..., 3, 3) and shape ratios (...), with 1 and -1 as their ends."""
    ratio = np.asarray(ratio, float)
    sizes = np.stack([np.ones_like(ratio), 1 - 2 * ratio, -np.ones_like(ratio)], axis=-1)
    return np.einsum("...k,...ki,...kj->...ij", sizes, axes, axes)


def equations(planes):
    """Normal equations of the slip on planes.

    Parameters
    ----------
    planes : ndarray, shape (event, 2, 3)
        Strike, dip, rake in radians.

    Returns
    -------
    packed : ndarray, shape (event, 2, 15)
        Lower triangles of ``A' A``, where ``A`` takes the tensor to the shear traction.
    right : ndarray, shape (event, 2, 5)
        ``A' d`` of the slip's direction d.
    normals : ndarray, shape (event, 2, 3)
    """
    normal, slip = plane_vectors(*np.moveaxis(np.asarray(planes, float), -1, 0))
    a, b, c = np.moveaxis(normal, -1, 0)
    nothing = np.zeros_like(a)
    # Tractions of unit tensors xx, xy, xz, yy, yz, with zz = -xx - yy.
    traction = np.stack([
        np.stack([a, nothing, -c], -1), np.stack([b, a, nothing], -1),
        np.stack([c, nothing, a], -1), np.stack([nothing, b, -c], -1),
        np.stack([nothing, c, b], -1),
    ], axis=-1)  # (..., component, unknown)  # fmt: skip
    along = (normal[..., :, None] * traction).sum(axis=-2)
    matrix = traction - normal[..., :, None] * along[..., None, :]
    product = (matrix[..., :, :, None] * matrix[..., :, None, :]).sum(axis=-3)
    rows, cols = np.tril_indices(5)
    return product[..., rows, cols], (matrix * slip[..., :, None]).sum(axis=-2), normal


def invert(planes, method: str = "instability", frictions=FRICTIONS) -> StressTensor:
    """The stress of mechanisms.

    Parameters
    ----------
    planes : ndarray, shape (event, 2, 3)
        Both nodal planes: strike, dip, rake in radians. Which one is the first changes nothing.
    method : str
        One of :data:`METHODS`.
    frictions : sequence of float
        Coefficients that are tried.

    Raises
    ------
    GroundshiftError
        If there are fewer than five mechanisms, or all are one and the same.
    """
    return _tensors(planes, method, frictions, np.ones((1, len(planes))))[0]


def resample(planes, method: str, frictions, runs: int, seed, cancelled=None) -> Resampled:
    """Tensors of mechanisms that are drawn anew, with replacement.

    The angles stay as they are: noise on top of theirs would widen the cones and turn the axes.

    Parameters
    ----------
    planes, method
        See :func:`invert`.
    frictions : sequence of float
    runs : int
    seed : int or sequence of int
    cancelled : callable, optional
        Asked between parts.

    Returns
    -------
    Resampled
        Draws that fix no tensor are left out.
    """
    rng, count = np.random.default_rng(seed), len(planes)
    found, step = [], max(1, ROWS_AT_ONCE // max(count, 1))
    for first in range(0, runs, step):
        if cancelled is not None and cancelled():
            break
        rows = min(step, runs - first)
        drawn = rng.integers(0, count, (rows, count)) + count * np.arange(rows)[:, None]
        counts = np.bincount(drawn.ravel(), minlength=rows * count).reshape(rows, count)
        found += _tensors(planes, method, frictions, counts.astype(float), strict=False)
    return Resampled(
        np.array([one.axes for one in found]).reshape(-1, 3, 3),
        np.array([one.ratio for one in found]),
    )


def _tensors(planes, method, frictions, counts, strict=True) -> list:
    from ._tensor_kernel import INSTABILITY, LINEAR, VARIABLE, tensors_kernel

    codes = dict(zip(METHODS, (INSTABILITY, LINEAR, VARIABLE)))
    if method not in codes:
        raise GroundshiftError(f"'{method}' is no method; take one of {', '.join(METHODS)}.")
    if len(planes) < LEAST_EVENTS:
        raise GroundshiftError(
            f"{len(planes)} mechanisms do not fix a stress tensor; give {LEAST_EVENTS} at least, "
            "better 20."
        )
    out = np.empty((len(counts), 8))
    tensors_kernel(
        *equations(planes),
        counts,
        np.asarray(frictions, float),
        codes[method],
        STEPS[method == METHODS[2]],
        out,
    )
    good = np.isfinite(out[:, 0])
    if strict and not good.all():
        raise GroundshiftError(
            "The mechanisms are all one and the same, which fixes no stress tensor; give a "
            "catalogue in which they differ."
        )
    out = out[good]
    whole = np.empty((len(out), 3, 3))
    whole[:, 0, 0], whole[:, 1, 1], whole[:, 2, 2] = out[:, 0], out[:, 3], -out[:, 0] - out[:, 3]
    for k, (i, j) in zip((1, 2, 4), ((0, 1), (0, 2), (1, 2))):
        whole[:, i, j] = whole[:, j, i] = out[:, k]
    axes = downwards(np.swapaxes(np.linalg.eigh(whole)[1], -1, -2))
    return [StressTensor(a, *map(float, row[5:])) for a, row in zip(axes, out)]


def downwards(vectors) -> np.ndarray:
    """Axes (..., 3) that point down; level ones to the north-east half."""
    up, north, east = vectors[..., 2], vectors[..., 1], vectors[..., 0]
    level = np.abs(up) < 1e-12
    flip = np.where(level, (north < 0) | ((north == 0) & (east < 0)), up > 0)
    return np.where(flip[..., None], -vectors, vectors)


def trend_plunge(axes):
    """Azimuth from north (0 to 2 pi) and plunge downwards of axes (..., 3), radians."""
    axes = downwards(np.asarray(axes, float))
    trend = np.arctan2(axes[..., 0], axes[..., 1]) % (2 * np.pi)
    return trend, np.arcsin(np.clip(-axes[..., 2], -1.0, 1.0))


def between(first, second) -> np.ndarray:
    """Angles between axes (..., 3), 0 to pi / 2."""
    first, second = np.broadcast_arrays(first, second)
    along = np.abs((first * second).sum(axis=-1))
    return np.arctan2(np.linalg.norm(np.cross(first, second), axis=-1), along)


def errors_of(tensor: StressTensor, resampled: Resampled) -> Errors:
    """Cones and intervals of a tensor from its resamplings."""
    angles = between(resampled.axes, tensor.axes)
    half = (1 - COVERAGE) / 2
    turned = shmax(resampled.axes, resampled.ratio) - shmax(tensor.axes, tensor.ratio)
    turned = np.abs((turned + np.pi / 2) % np.pi - np.pi / 2)
    return Errors(
        np.quantile(angles, COVERAGE, axis=0),
        tuple(np.quantile(resampled.ratio, [half, 1 - half]).tolist()),
        float(np.quantile(turned, COVERAGE)),
    )


def shmax(axes, ratio) -> np.ndarray:
    """Azimuth of the greatest horizontal compression.

    Parameters
    ----------
    axes : ndarray, shape (..., 3, 3)
    ratio : ndarray, shape (...)

    Returns
    -------
    ndarray
        Radians from north, 0 to pi. Equations 10 and 11 of Lund and Townend (2007),
        doi:10.1111/j.1365-246X.2007.03468.x: that of the two directions in which the horizontal
        part of the stress has no shear that is the more compressed.
    """
    first, middle = axes[..., 0, :], axes[..., 1, :]
    share = 1 - np.asarray(ratio, float)
    across = 2 * (first[..., 0] * first[..., 1] + share * middle[..., 0] * middle[..., 1])
    along = (
        first[..., 1] ** 2
        - first[..., 0] ** 2
        + share * (middle[..., 1] ** 2 - middle[..., 0] ** 2)
    )
    return 0.5 * np.arctan2(across, along) % np.pi


def regime(axes) -> str:
    """Regime by the plunges of the axes, as the World Stress Map has it (Zoback, 1992)."""
    first, middle, last = np.degrees(trend_plunge(axes)[1]).tolist()
    if first >= 52 and last <= 35:
        return REGIMES[0]
    if 40 <= first < 52 and last <= 20:
        return REGIMES[1]
    if middle >= 45 and ((first < 40 and last <= 20) or (first <= 20 and last < 40)):
        return REGIMES[2]
    if first <= 20 and 40 <= last < 52:
        return REGIMES[3]
    return REGIMES[4] if first <= 35 and last >= 52 else UNKNOWN


def instability(stress, normal, friction: float) -> np.ndarray:
    """How near planes are to failure in a stress, 0 to 1 (Vavrycuk, 2014, equation 16).

    Parameters
    ----------
    stress : ndarray, shape (..., 3, 3)
        Of :func:`reduced`.
    normal : ndarray, shape (..., 3)
    friction : float
    """
    traction = (stress * normal[..., None, :]).sum(axis=-1)
    pressure = (traction * normal).sum(axis=-1)
    shear = np.sqrt(np.maximum((traction**2).sum(axis=-1) - pressure**2, 0.0))
    return (shear - friction * (pressure - 1)) / (friction + np.hypot(1, friction))


def misfit(stress, planes) -> np.ndarray:
    """Angle between slip and shear traction on planes.

    Parameters
    ----------
    stress : ndarray, shape (3, 3)
        Compression positive.
    planes : ndarray, shape (..., 3)
        Strike, dip, rake.

    Returns
    -------
    ndarray
        0 to pi.
    """
    normal, slip = plane_vectors(*np.moveaxis(planes, -1, 0))
    traction = -(stress * normal[..., None, :]).sum(axis=-1)
    shear = traction - normal * (traction * normal).sum(axis=-1)[..., None]
    return np.arctan2(
        np.linalg.norm(np.cross(slip, shear), axis=-1), (slip * shear).sum(axis=-1)
    )  # fmt: skip


def plane_probability(planes, resampled: Resampled, friction: float, error: float, seed):
    """Probability that the first planes are the ones that slipped.

    Parameters
    ----------
    planes : ndarray, shape (event, 2, 3)
    resampled : Resampled
        Whose tensors vote.
    friction : float
    error : float
        Typical rotation between a mechanism and the truth, radians: mechanisms are turned by so
        much, each vote anew.
    seed : int or sequence of int

    Returns
    -------
    ndarray, shape (event,)
        Share of votes in which the first plane is the less stable one.
    """
    rng = np.random.default_rng(seed)
    normal, _ = plane_vectors(*np.moveaxis(planes, -1, 0))
    stresses = reduced(resampled.axes, resampled.ratio)[:VOTES]
    votes = np.zeros(len(planes))
    for stress in stresses:
        turned = _turned(normal, rng.normal(0.0, error / np.sqrt(3), (len(planes), 1, 3)))
        first, second = instability(stress, turned, friction).T
        votes += (first > second) + 0.5 * (first == second)
    return votes / len(stresses)


def _turned(vectors, by):
    """Vectors turned by rotation vectors (Rodrigues)."""
    angle = np.linalg.norm(by, axis=-1, keepdims=True)
    axis = by / np.maximum(angle, 1e-12)
    return (
        np.cos(angle) * vectors + np.sin(angle) * np.cross(axis, vectors)
        + (1 - np.cos(angle)) * axis * (axis * vectors).sum(axis=-1, keepdims=True)
    )  # fmt: skip


def diversity(planes) -> float:
    """How much mechanisms differ: root mean square of the rotations to their mean, radians."""
    normal, slip = plane_vectors(*np.moveaxis(planes[:, 0], -1, 0))
    moment = normal[:, :, None] * slip[:, None, :]
    mean = double_couple_of((moment + np.swapaxes(moment, 1, 2)).mean(axis=0))
    return float(np.sqrt(np.mean(kagan_angle(planes[:, 0], mean) ** 2)))

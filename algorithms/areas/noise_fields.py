# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What noise alone would give: areas in motionless fields as rough and smooth as the points' own.

Rates are noisy in patches: what is left of the atmosphere, of orbits and of the reference hangs
together over hundreds of metres to kilometres. Patches of such noise above a threshold look like
areas, and the more points lie in one the less their number says. So the points at rest tell how
noise hangs together (nugget, sill and reach of their semivariogram), fields of such noise are
drawn at the same points, and areas are looked for in them in the same way. The chance of an area is
the share of the fields that hold any area that stands out as much: areas of a chance up to 5 % are
false in one motionless scene of twenty, whatever the number of areas.

One patch that fills a good part of the scene cannot be told from broad motion: where noise reaches
over a third of the scene, six of twenty motionless scenes had a false area, not one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .active import areas_above
from .groups import Groups
from .selection import spread

FIELDS = 19, 99
"""Least and most fields that are drawn; 19 are what a level of 5 % takes."""

WORK = 20_000_000  # points of all fields together, where that leaves enough of them
PAIRED = 2000  # points of which all pairs make the semivariogram
BOUND = 2.0  # standard deviations beyond which a value counts no more
BINS = 16
POWERS = 1.0, 1.5, 2.0  # of exp(-(h/reach)^power): from rough to smooth
DRAWN = 64  # pairs of an area that tell how alike the noise of its points is
FINEST, WIDEST = 64, 512  # cells of a field: at least along the scene, at most in all


@dataclass(frozen=True)
class NoiseField:
    """Stationary noise of rates.

    Parameters
    ----------
    centre : float
        Median, m/yr.
    spread : float
        Standard deviation, m/yr.
    smooth : float
        Share of the variance that hangs together; the rest is each point's own.
    reach : float
        Metres, and
    power : float
        of the correlation ``exp(-(h / reach)^power)``.
    """

    centre: float
    spread: float
    smooth: float
    reach: float
    power: float

    def alike(self, distance) -> np.ndarray:
        """Correlation of the noise of two different points at a distance, metres."""
        return self.smooth * np.exp(-((np.asarray(distance) / self.reach) ** self.power))


def noise_field(xy, velocity, limit: float, rng) -> NoiseField | None:
    """The noise of a scene, its size from the points at rest.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres.
    velocity : ndarray, shape (point,)
        m/yr.
    limit : float
        \\|v\\| above which points move, m/yr.
    rng : numpy.random.Generator

    Returns
    -------
    NoiseField or None
        None where hardly any point is at rest.
    """
    quiet = np.flatnonzero(np.abs(velocity) <= limit)
    if len(quiet) < 30 or not np.ptp(velocity[quiet]) > 0:
        return None
    middle = float(np.median(velocity))
    size = min(spread(velocity, True), _untruncated(velocity[quiet], limit))
    # Patches of motion count, but no more than patches of noise do: left out, they would take
    # noise of a reach as long as the scene's along.
    bounded = np.clip(velocity, middle - BOUND * size, middle + BOUND * size)
    smooth, reach, power = _hanging_together(xy, bounded, rng)
    # Where most points move, the median tells nothing of the noise.
    return NoiseField(middle if abs(middle) <= limit else 0.0, size, smooth, reach, power)


def _untruncated(values, limit) -> float:
    """Standard deviation of normal values of which only those up to a limit are seen."""
    from scipy.special import erf

    seen = float(np.std(values))
    sigmas = np.geomspace(seen, 20 * max(seen, limit), 2000)
    a = limit / sigmas
    share = erf(a / np.sqrt(2))
    left = sigmas * np.sqrt(
        np.maximum(1 - np.sqrt(2 / np.pi) * a * np.exp(-(a**2) / 2) / share, 0.0)
    )
    return float(sigmas[min(np.searchsorted(left, seen), len(sigmas) - 1)])


def _hanging_together(xy, values, rng) -> tuple:
    """Smooth share, reach and power of the semivariogram that fits best."""
    some = rng.permutation(len(xy))[:PAIRED]
    first, second = np.triu_indices(len(some), 1)
    distance = np.hypot(*(xy[some][first] - xy[some][second]).T)
    half = 0.5 * (values[some][first] - values[some][second]) ** 2
    near, far = np.quantile(distance, (BINS / len(distance), 0.5))
    if not far > near > 0:
        return 0.0, 1.0, 1.0
    edges = np.geomspace(near, far, BINS + 1)
    place = np.searchsorted(edges, distance)
    count = np.bincount(place, minlength=BINS + 2)[: BINS + 1]
    there = count >= 10
    lag = np.bincount(place, distance, BINS + 2)[: BINS + 1][there] / count[there]
    gamma = np.bincount(place, half, BINS + 2)[: BINS + 1][there] / count[there]
    best = (np.inf, 0.0, 1.0, 1.0)
    for power in POWERS:
        for reach in np.geomspace(near, far, 40):
            rise = 1 - np.exp(-((lag / reach) ** power))
            best = min(best, (*_fit(rise, gamma), float(reach), power))
    return best[1:]


def _fit(rise, gamma) -> tuple:
    """Misfit and share of the sill of nugget + sill * rise, neither of them negative."""
    from scipy.optimize import nnls

    weight = 1 / np.maximum(gamma, 1e-3 * gamma.max())
    design = np.stack([np.ones_like(rise), rise], axis=1) * weight[:, None]
    (nugget, sill), misfit = nnls(design, gamma * weight)
    return misfit, float(sill / (nugget + sill)) if nugget + sill > 0 else 0.0


class Fields:
    """Draws fields of noise at points.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres.
    noise : NoiseField
    rng : numpy.random.Generator
    """

    def __init__(self, xy, noise: NoiseField, rng):
        self._noise, self._rng, self._count = noise, rng, len(xy)
        extent = float(np.ptp(xy, axis=0).max())
        # Cells much finer than the points' spacing tell nothing more.
        cell = max(min(noise.reach / 4, extent / FINEST), 0.5 * extent / np.sqrt(len(xy)))
        # Scenes of far more than the reach see the same field again, far from its first place.
        side = int(min(np.ceil((extent + 4 * noise.reach) / cell), WIDEST))
        steps = np.minimum(np.arange(side), side - np.arange(side)) * cell
        alike = np.exp(-((np.hypot(steps[:, None], steps[None]) / noise.reach) ** noise.power))
        self._gain = np.sqrt(np.maximum(np.fft.rfft2(alike).real, 0.0))
        self._side = side
        places = np.floor((xy - xy.min(axis=0)) / cell).astype(np.int64) % side
        self._place = places[:, 1] * side + places[:, 0]

    def draw(self) -> np.ndarray:
        """Rates of motionless ground, m/yr, with the scene's own median and spread."""
        noise, shape = self._noise, (self._side, self._side)
        white = np.fft.rfft2(self._rng.standard_normal(shape))
        field = np.fft.irfft2(white * self._gain, s=shape).reshape(-1)[self._place]
        values = np.sqrt(noise.smooth) * field
        values += np.sqrt(1 - noise.smooth) * self._rng.standard_normal(self._count)
        values -= np.median(values)
        return noise.centre + values * (noise.spread / spread(values, True))


def chances(xy, velocity, levels, options, seed: int = 0, cancelled=None) -> list:
    """How often noise alone gives, anywhere in the scene, an area that stands out as much.

    Parameters
    ----------
    xy : ndarray, shape (point, 2)
        Metres, of the points that are trusted.
    velocity : ndarray, shape (point,)
        m/yr.
    levels : sequence of (float, ndarray of int64)
        Threshold (m/yr), and labels of the points' areas.
    options : ..active.AreaOptions
    seed : int
    cancelled : callable, optional

    Returns
    -------
    list of ndarray, shape (area,)
        One a level; NaN where noise cannot be told since hardly any point is at rest.
    """
    from ..errors import check_cancelled

    rng = np.random.default_rng(seed)
    limit = levels[0][0]
    if not np.isfinite(limit):
        limit = 2 * spread(velocity, True)
    noise = noise_field(xy, velocity, limit, rng)
    seen = [_outstanding(xy, velocity, labels, noise, rng) for _, labels in levels]
    if noise is None or not any(len(values) for values in seen):
        return [np.full(len(values), np.nan) for values in seen]
    number = int(np.clip(WORK // len(xy), *FIELDS))
    fields = Fields(xy, noise, rng)
    above = [np.ones(len(values)) for values in seen]
    for _ in range(number):
        check_cancelled(cancelled)
        drawn = fields.draw()
        for place, (threshold, _) in enumerate(levels):
            labels = areas_above(xy, drawn, threshold, options)[0]
            most = _outstanding(xy, drawn, labels, noise, rng).max(initial=-np.inf)
            above[place] += seen[place] <= most
    return [values / (number + 1) for values in above]


def _outstanding(xy, velocity, labels, noise, rng) -> np.ndarray:
    """Size of areas' mean rates in standard deviations of means of noise, shape (area,)."""
    groups = Groups(labels)
    if noise is None or not len(groups):
        return np.full(len(groups), np.nan)
    pick = groups.starts[:-1, None] + np.floor(
        rng.random((2, len(groups), DRAWN)) * groups.sizes[:, None]
    ).astype(np.int64)
    first, second = groups.members[pick]
    distance = np.hypot(*np.moveaxis(xy[first] - xy[second], -1, 0))
    alike = np.where(first == second, 1.0, noise.alike(distance)).mean(axis=1)
    own = np.maximum(alike, 1 / groups.sizes)
    return np.abs(groups.mean(velocity[groups.members])) / (noise.spread * np.sqrt(own))

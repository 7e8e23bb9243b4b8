# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the weight of water does to the ground: at once (elastic), and by and by (viscous).

Elastic: a half-space under pressure (Boussinesq; Love 1929 for rectangles, which are integrated
exactly). Viscous: an elastic plate over a viscous half-space; each wavenumber goes down to
``p / (rho g + D k^4)`` with its own time ``2 eta k / (rho g + D k^4)``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

GRAVITY = 9.80665
FINEST = 20.0  # wavenumbers, over that of the plate
NODES_A_WAVE = 8  # of the sum over wavenumbers, by wave of the Bessel function
LEAST_NODES = 160


def pull_of_rectangle(x, y, dx: float, dy: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Integrals over a rectangle of ``1/r``, and of the components of ``r_vector / r^2``.

    Parameters
    ----------
    x, y : ndarray
        Places seen from the rectangle's middle, metres.
    dx, dy : float
        Its sides, metres.

    Returns
    -------
    tuple of 3 ndarray
        Metres each; the vectors point from the rectangle to the place.
    """
    total, east, north = 0.0, 0.0, 0.0
    for u, sign_u in ((x + dx / 2, 1), (x - dx / 2, -1)):
        for v, sign_v in ((y + dy / 2, 1), (y - dy / 2, -1)):
            sign = sign_u * sign_v
            size_u, size_v = np.maximum(np.abs(u), 1e-12), np.maximum(np.abs(v), 1e-12)
            total = total + sign * (u * np.arcsinh(v / size_u) + v * np.arcsinh(u / size_v))
            half = 0.5 * np.log(np.maximum(u**2 + v**2, 1e-24))
            east = east + sign * (v * half + u * np.arctan2(v * np.sign(u), size_u))
            north = north + sign * (u * half + v * np.arctan2(u * np.sign(v), size_v))
    return total, east, north


def elastic_response(load, dx: float, dy: float, poisson: float, density: float = 1000.0):
    """Displacement by a load of water on an elastic half-space, times Young's modulus.

    Parameters
    ----------
    load : ndarray, shape (row, column)
        Metres of water; rows go to the south.
    dx, dy : float
        Size of a cell, metres.
    poisson : float
    density : float
        Of the water, kg/m³.

    Returns
    -------
    ndarray, shape (3, row, column)
        East, north and up, metres times pascals: divide by Young's modulus. Nothing is wrapped
        around the edges.
    """
    from scipy.signal import fftconvolve

    rows, cols = load.shape
    down, across = np.arange(1 - rows, rows), np.arange(1 - cols, cols)
    x, y = np.meshgrid(across * dx, -down * dy)
    pull, east, north = pull_of_rectangle(x, y, dx, dy)
    pressure = density * GRAVITY * np.asarray(load, float)
    flat = -(1 + poisson) * (1 - 2 * poisson) / (2 * np.pi)
    kernels = (flat * east, flat * north, -(1 - poisson**2) / np.pi * pull)
    part = slice(rows - 1, 2 * rows - 1), slice(cols - 1, 2 * cols - 1)
    return np.stack([fftconvolve(kernel, pressure)[part] for kernel in kernels])


@dataclass(frozen=True)
class Plate:
    """An elastic plate over a viscous half-space.

    Parameters
    ----------
    thickness : float
        Metres.
    young : float
        Pascals.
    poisson : float
    mantle_density, density : float
        Of what lies below, and of the load, kg/m³.
    """

    thickness: float
    young: float
    poisson: float = 0.25
    mantle_density: float = 3300.0
    density: float = 1000.0

    @property
    def rigidity(self) -> float:
        """Flexural rigidity, N m."""
        return self.young * self.thickness**3 / (12 * (1 - self.poisson**2))

    @property
    def length(self) -> float:
        """``(D / rho g)^(1/4)``, metres: how far the plate spreads a load."""
        return float((self.rigidity / (self.mantle_density * GRAVITY)) ** 0.25)

    def hold(self, k) -> np.ndarray:
        """What holds a load of a wavenumber (rad/m), Pa/m."""
        return self.mantle_density * GRAVITY + self.rigidity * np.asarray(k, float) ** 4

    def times(self, k, viscosity: float) -> np.ndarray:
        """Relaxation times, seconds, for a viscosity in Pa s."""
        return 2 * viscosity * np.asarray(k, float) / self.hold(k)

    def nodes(self, reach: float) -> tuple[np.ndarray, np.ndarray]:
        """Wavenumbers, and their weights in the sum over J0 up to a distance (metres).

        A load of 1 m of water on 1 m² that has sunk in goes down by the sum of ``weight * J0(k r)``
        metres.
        """
        largest = FINEST / self.length
        count = max(LEAST_NODES, int(NODES_A_WAVE * largest * reach / (2 * np.pi)))
        place, weight = np.polynomial.legendre.leggauss(count)
        # Denser at small wavenumbers, where times change fast: k = largest * s^2.
        s, ds = 0.5 * (place + 1), 0.5 * weight
        k = largest * s**2
        weights = 2 * largest * s * ds * k * self.density * GRAVITY / self.hold(k) / (2 * np.pi)
        return k, weights


def relaxed(levels, times) -> np.ndarray:
    """What levels have sunk in so far: ``x' = (level - x) / time``, from the first level on.

    Parameters
    ----------
    levels : ndarray, shape (day,)
        Metres; straight from day to day.
    times : ndarray, shape (wavenumber,)
        Seconds.

    Returns
    -------
    ndarray, shape (wavenumber, day)
        Metres above the first level.
    """
    from scipy.signal import lfilter

    levels = np.asarray(levels, float) - levels[0]
    steps = np.diff(levels)
    out = np.zeros((len(times), len(levels)))
    for row, time in enumerate(np.asarray(times) / 86400.0):
        rate = 1.0 / max(time, 1e-9)
        fresh = -np.expm1(-rate)
        share = 1 - fresh / rate if rate > 1e-5 else rate / 2
        push = fresh * levels[:-1] + steps * share
        out[row, 1:] = lfilter([1.0], [1.0, fresh - 1.0], push)
    return out


def sunk(load, dx: float, dy: float, k, weights) -> np.ndarray:
    """Subsidence by a load whose waves have sunk in by their weights.

    Parameters
    ----------
    load : ndarray, shape (row, column)
        Metres of water, by metre of level.
    dx, dy : float
    k, weights : ndarray, shape (wavenumber,)
        Weights of :meth:`Plate.nodes` times what has sunk in (:func:`relaxed`).

    Returns
    -------
    ndarray, shape (row, column)
        Up, metres. Nothing is wrapped around the edges.
    """
    from scipy.signal import fftconvolve

    rows, cols = load.shape
    down, across = np.arange(1 - rows, rows), np.arange(1 - cols, cols)
    distance = np.hypot(across * dx, down[:, None] * dy)
    kernel = -dx * dy * _by_distance(distance, k, weights, min(dx, dy))
    part = slice(rows - 1, 2 * rows - 1), slice(cols - 1, 2 * cols - 1)
    return fftconvolve(kernel, np.asarray(load, float))[part]


def _by_distance(distance, k, weights, cell):
    """The sum over J0 at distances, from a table that is finer than cells and waves."""
    from scipy.interpolate import CubicSpline
    from scipy.special import j0

    step = min(cell / 2, 0.5 / k.max())
    table = np.arange(0.0, distance.max() + 4 * step, step)
    values = np.zeros(len(table))
    for first in range(0, len(table), 2000):
        part = table[first : first + 2000]
        values[first : first + 2000] = j0(part[:, None] * k) @ weights
    return CubicSpline(table, values)(distance)


def waves_between(pattern, load, dx: float, dy: float, k) -> np.ndarray:
    """Sum over all pairs of cells of ``pattern * load * J0(k distance)``, by wavenumber.

    What each wave of a load adds to a pattern of points, without the field of each wave.

    Parameters
    ----------
    pattern, load : ndarray, shape (row, column)
    dx, dy : float
    k : ndarray, shape (wavenumber,)

    Returns
    -------
    ndarray, shape (wavenumber,)
        Times the area of a cell.
    """
    from scipy.signal import fftconvolve
    from scipy.special import j0

    rows, cols = load.shape
    pairs = fftconvolve(pattern, load[::-1, ::-1])
    down, across = np.arange(1 - rows, rows), np.arange(1 - cols, cols)
    distance = np.hypot(across * dx, down[:, None] * dy).ravel()
    step = min(min(dx, dy) / 2, 0.1 / k.max())
    place = distance / step
    lower = place.astype(int)
    share = place - lower
    table = np.bincount(lower, pairs.ravel() * (1 - share), lower.max() + 2)
    table += np.bincount(lower + 1, pairs.ravel() * share, lower.max() + 2)
    out = np.zeros(len(k))
    for first in range(0, len(table), 4000):
        part = step * np.arange(first, min(first + 4000, len(table)))
        out += j0(k[:, None] * part) @ table[first : first + 4000]
    return out * dx * dy


@dataclass(frozen=True)
class LoadFit:
    """Young's modulus and viscosity that explain a motion.

    Parameters
    ----------
    compliance, compliance_std : float
        1 / Young's modulus, 1/Pa.
    viscosity, viscosity_low, viscosity_high : float
        Pa s, with the interval of 95 %; NaN where none was tried.
    delta_bic : float
        BIC without viscous motion less that with it; NaN where none was tried.
    elastic, viscous, rest : ndarray, shape (time,)
        Parts of the motion's size (see :func:`fit_load`) as 1/Pa times metres.
    """

    compliance: float
    compliance_std: float
    viscosity: float
    viscosity_low: float
    viscosity_high: float
    delta_bic: float
    elastic: np.ndarray
    viscous: np.ndarray
    rest: np.ndarray

    @property
    def young(self) -> tuple[float, float, float]:
        """Young's modulus and its interval of 95 %, Pa; NaN where it would not be positive."""
        half = 1.96 * self.compliance_std
        low, high = self.compliance + half, self.compliance - half
        return tuple(1 / part if part > 0 else np.nan for part in (self.compliance, low, high))


def fit_load(days, sizes, levels, viscous=(), viscosities=(), season: bool = True) -> LoadFit:
    """Fit the size of an elastic pattern by date to the level, with persistent noise.

    Parameters
    ----------
    days : ndarray, shape (time,)
    sizes : ndarray, shape (time,)
        Of the pattern of :func:`elastic_response` by metre of level, in the motion of each date:
        one number for all points, so that noise they share by date is counted once.
    levels : ndarray, shape (time,)
        Metres.
    viscous : sequence of ndarray, shape (time,)
        Size of the same pattern in the viscous motion, for each of the viscosities.
    viscosities : sequence of float
        In equal steps of their logarithm.
    season : bool
        Whether a season is taken off first; a steady rate is always.
    """
    from .lagged import background
    from .likeliest import Scan, middle_of

    dates = np.asarray(days).astype("datetime64[D]")
    terms = background(dates, 1, season)
    scan = Scan(days, terms, np.asarray(levels, float)[:, None], [0.0])
    rows = np.stack([sizes, *(sizes - part for part in viscous)])
    scale = max(float(np.abs(sizes).max()), 1e-300)
    found = scan(rows / scale)
    effect, variance = found.effect * scale, found.variance * scale**2
    top = found.top
    if not len(viscosities):
        best, std, ends, gain = 0, np.sqrt(variance[0]), (np.nan, np.nan), np.nan
        value = np.nan
    else:
        chance = np.exp(top[1:] - top[1:].max())
        chance /= chance.sum()
        best = 1 + int(chance.argmax())
        std = np.sqrt((chance * (variance[1:] + (effect[1:] - effect[best]) ** 2)).sum())
        value = float(viscosities[best - 1])
        low, high = middle_of(np.log10(viscosities), chance[None])
        ends = 10 ** low[0], 10 ** high[0]
        gain = 2 * (top[best] - top[0]) - np.log(len(days))
    late = rows[0] - rows[best]
    elastic = effect[best] * (levels - np.mean(levels))
    rest = sizes - late - elastic
    alone, *_ = np.linalg.lstsq(terms, rest, rcond=None)
    return LoadFit(
        float(effect[best]), float(std), value, *(float(end) for end in ends), float(gain),
        elastic, late, rest - terms @ alone,
    )  # fmt: skip

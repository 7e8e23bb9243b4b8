# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Shear across mapped faults from gradients of motion along the line of sight.

Where the ground moves along a fault alone, the rate along the line of sight is ``r = c v`` with
``c`` the component of the look vector along the fault, and the (tensor) shear rate is ``∂n v / 2 =
∂n r / 2c``. It has a sign that does not depend on the direction in which the fault was drawn:
**right-lateral is positive** here.
"""

from __future__ import annotations

import numpy as np

FINE = 20  # points in a bin
BINS = 8  # across a window
LEAST_FILL = 0.3  # of a bin that has to be known
LEAST_KNOWN = 0.6  # of the bins that a mean or a fit needs
LEAST_ALIKE = 5  # segments of a fault that tell how much they differ


def along(look, strike) -> np.ndarray:
    """Component of look vectors along faults.

    Parameters
    ----------
    look : ndarray, shape (..., 3)
        East, north and up, from the ground to the satellite.
    strike : ndarray
        Degrees clockwise from north.
    """
    strike = np.radians(strike)
    return look[..., 0] * np.sin(strike) + look[..., 1] * np.cos(strike)


def shear_of(gradient, covariance, strike, component) -> tuple:
    """Shear across a fault, right-lateral positive, and its variance.

    Parameters
    ----------
    gradient : ndarray, shape (2, ...)
        Of the rate towards the satellite, to the east and north, 1/yr.
    covariance : ndarray, shape (3, ...)
        Variance of the east part, covariance, variance of the north part.
    strike : ndarray, shape (...)
        Degrees.
    component : ndarray, shape (...)
        See :func:`along`.

    Returns
    -------
    shear, variance : ndarray
    """
    strike = np.radians(strike)
    with np.errstate(divide="ignore", invalid="ignore"):
        east, north = -0.5 * np.cos(strike) / component, 0.5 * np.sin(strike) / component
    return (
        east * gradient[0] + north * gradient[1],
        east**2 * covariance[0] + 2 * east * north * covariance[1] + north**2 * covariance[2],
    )


def together(shears, variances) -> tuple:
    """Mean of several orbits by their variances; NaN where none is known."""
    shears, variances = np.asarray(shears), np.asarray(variances)
    known = np.isfinite(shears) & (variances > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        weights = np.where(known, 1 / variances, 0.0)
        total = weights.sum(axis=0)
        mean = (weights * np.where(known, shears, 0.0)).sum(axis=0) / total
        return np.where(total > 0, mean, np.nan), np.where(total > 0, 1 / total, np.nan)


def plane_spread(bell, axes, length: float = 0.0) -> float:
    """How far slopes of planes are alike along the line that they are taken across.

    Parameters
    ----------
    bell : .plane.Bell
    axes : ndarray, shape (2, 2)
        Metres [east or north] by step along [columns, rows].
    length : float
        Metres over which the noise is correlated; see :func:`.plane.bell`.

    Returns
    -------
    float
        ``s`` of :func:`mean_share`, metres: ``2 s √π`` is the integral of the correlation.
    """
    from scipy.signal import fftconvolve
    from scipy.special import k1

    high, wide = bell.margin
    y, x = np.mgrid[-high : high + 1, -wide : wide + 1].astype(float)
    sides, found = np.hypot(axes[0], axes[1]), []
    for place, axis in ((x, 1), (y, 0)):
        own = bell.weights * place
        pairs = fftconvolve(own, own[::-1, ::-1])
        middle = pairs.sum(axis=1 - axis)[pairs.shape[axis] // 2]
        found.append(middle * sides[axis] / pairs.max())
        if length > min(sides):
            apart = [sides[1 - k] * (np.arange(n) - n // 2) for k, n in enumerate(pairs.shape)]
            far = np.maximum(np.abs(apart[axis]), 1e-6 * length)
            far = far[:, None] if axis == 0 else far
            whole = 2 * far * k1(far / length)  # of exp(-distance / length) along a line far away
            here = np.exp(-np.hypot(apart[0][:, None], apart[1]) / length)
            found[-1] = max(found[-1], (pairs * whole).sum() / (pairs * here).sum())
    return float(np.mean(found) / (2 * np.sqrt(np.pi)))


def box_spread(window: float) -> float:
    """The same of slopes that are averaged over a square: alike by ``1 - distance / window``."""
    return window / (2 * np.sqrt(np.pi))


def mean_share(length, spread) -> np.ndarray:
    """Variance of a mean of slopes along a fault over that of one of them.

    Slopes of windows ``exp(-d²/2s²)`` through independent noise are correlated by ``exp(-d²/4s²)``
    along the line that they are taken across.

    Parameters
    ----------
    length : ndarray
        Metres that are averaged over.
    spread : float
        ``s`` in metres.
    """
    from scipy.special import erf

    ratio = np.maximum(np.asarray(length, float), 1e-9) / (2 * spread)
    return np.minimum(np.sqrt(np.pi) * erf(ratio) / ratio + np.expm1(-(ratio**2)) / ratio**2, 1.0)


class Profiles:
    """Means of the shear by segment and distance across it, gathered block by block.

    Parameters
    ----------
    count : int
        Segments.
    reach, step : float
        Metres on either side, and of a bin.
    """

    def __init__(self, count: int, reach: float, step: float):
        half = int(np.floor(reach / step))
        self.distance = step * np.arange(-half, half + 1.0)
        self._step, self._half = step, half
        self._sums = np.zeros((3, count, 2 * half + 1))

    def add(self, segment, distance, shear, variance) -> None:
        """Some pixels, arrays of one shape; those with a NaN or a segment of -1 do not count."""
        column = np.rint(distance / self._step) + self._half
        with np.errstate(invalid="ignore"):
            good = np.isfinite(shear) & (segment >= 0) & (column >= 0)
            good &= column < self._sums.shape[2]
        place = segment[good] * self._sums.shape[2] + column[good].astype(int)
        for total, values in zip(self._sums, (np.ones(place.size), shear[good], variance[good])):
            total += np.bincount(place, values, total.size).reshape(total.shape)

    def means(self, lengths, pixel_area: float, spread: float) -> tuple:
        """Mean of every bin and its standard deviation.

        Parameters
        ----------
        lengths : ndarray, shape (segment,)
            Metres.
        pixel_area : float
            Square metres.
        spread : float
            See :func:`mean_share`.

        Returns
        -------
        mean, std : ndarray, shape (segment, bin)
            NaN where less than a share of :data:`LEAST_FILL` is known.
        """
        count, total, variance = self._sums
        full = np.asarray(lengths)[:, None] * self._step / pixel_area
        fill = np.minimum(count / full, 1.0)
        known = (fill >= LEAST_FILL) & (count > 0)
        with np.errstate(divide="ignore", invalid="ignore"):
            mean = total / count
            share = mean_share(fill * np.asarray(lengths)[:, None], spread)
            std = np.sqrt(variance / count * share * _bin_share(self._step, spread))
        return np.where(known, mean, np.nan), np.where(known, std, np.nan)


def usual(std) -> np.ndarray:
    """Median over the bins of every segment, shape (segment, 1); NaN where nothing is known."""
    out = np.full((len(std), 1), np.nan)
    for n, values in enumerate(std):
        if np.isfinite(values).any():
            out[n] = np.nanmedian(values)
    return out


def correlation(distance, spread):
    """Of slopes through independent noise, across the line that they are taken across."""
    square = (distance[:, None] - distance) ** 2 / (2 * spread**2)
    return (1 - square) * np.exp(-square / 2)


def _bin_share(step: float, spread: float) -> float:
    """Variance of a mean of slopes over a bin across a fault, over that of one of them."""
    places = step * (np.arange(FINE) + 0.5) / FINE
    return float(correlation(places, spread).mean())


def scatter_of(distance, mean, std, line, nearest: float) -> float:
    """By how much profiles of the same fault differ beyond their standard deviations.

    Parameters
    ----------
    distance : ndarray, shape (bin,)
    mean, std : ndarray, shape (segment, bin)
    line : ndarray of int, shape (segment,)
        The fault of each.
    nearest : float
        Metres from the trace; nearer ones may differ in truth.

    Returns
    -------
    float
        1 at least, and where there are too few.
    """
    away, ratios = np.abs(distance) > nearest, []
    for own in (line == k for k in np.unique(line)):
        values = mean[own][:, away]
        count = np.isfinite(values).sum(axis=0)
        good = count >= LEAST_ALIKE
        if good.any():
            rest = values[:, good] - np.nanmean(values[:, good], axis=0)
            rest = rest / (std[own][:, away][:, good] * np.sqrt(1 - 1 / count[good]))
            ratios.append(np.abs(rest[np.isfinite(rest)]))
    if not ratios:
        return 1.0
    return max(1.0, float(1.4826 * np.median(np.concatenate(ratios))))


def local_mean(distance, mean, std, half: float, window_spread: float) -> tuple:
    """Mean of profiles around the trace and its standard deviation, each of shape (segment,)."""
    near = np.abs(distance) <= max(half, 0.5 * (distance[1] - distance[0])) + 1e-6
    alike = correlation(distance[near], window_spread)
    out = np.full((2, len(mean)), np.nan)
    for n, (values, errors) in enumerate(zip(mean[:, near], std[:, near])):
        known = np.isfinite(values)
        if known.mean() < LEAST_KNOWN:
            continue
        weights = errors[known] / known.sum()
        least = (weights**2).sum() / known.sum()  # a mean of slopes over far is not free of errors
        variance = weights @ alike[np.ix_(known, known)] @ weights
        out[:, n] = values[known].mean(), np.sqrt(max(variance, least))
    return out[0], out[1]


def half_width(distance, values, place: int) -> float:
    """Half width at half maximum of a peak of a profile, metres; NaN where its sides are not seen.

    Parameters
    ----------
    distance, values : ndarray, shape (bin,)
    place : int
        Of the peak.
    """
    step, top = distance[1] - distance[0], abs(values[place])
    share = values * np.sign(values[place]) / top if top > 0 else values * np.nan
    found = []
    for way in (1, -1):
        k = place
        while 0 <= k + way < len(share) and np.isfinite(share[k + way]):
            if share[k + way] <= 0.5:
                found.append(
                    (abs(k - place) + (share[k] - 0.5) / (share[k] - share[k + way])) * step
                )
                break
            k += way
    return float(np.mean(found)) if found else np.nan

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Shear across mapped faults from gradients of motion along the line of sight.

Where the ground moves along a fault alone, the rate along the line of sight is ``r = c v`` with
``c`` the component of the look vector along the fault, and the (tensor) shear rate is ``∂n v / 2 =
∂n r / 2c``. It has a sign that does not depend on the direction in which the fault was drawn:
**right-lateral is positive** here.

A step of the motion at the trace (creep that reaches the surface) comes out of a window as a peak
as wide as the window; a locked fault (Savage and Burford 1973, J. Geophys. Res. 78, 832-845) as one
as wide as it is locked deep. Peaks are fitted by Gaussians on a parabola, whose curvature stands for
what is wide.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

PLANE_SPREAD, BOX_SPREAD = 0.25, 0.29
"""Standard deviations of what a step looks like, in windows: of a plane's Gaussian weights (see
:mod:`.plane`) and of a mean over a box."""
HALF = np.sqrt(2 * np.log(2))
"""Half width at half maximum of a Gaussian, in standard deviations."""
REACH = 5.0  # standard deviations of a peak on either side that are fitted
BINS = 8  # across a window
WIDER = 1.5  # from one fitted width to the next
LEAST_FILL = 0.3  # of a bin that has to be known
LEAST_KNOWN = 0.6  # of the bins that a fit needs
LEAST_SHARE = 0.2  # of the background, for a peak on it
LEAST_CONTROLS = 20
KINDS = ("creeping", "locked", "none", "not seen", "no data")


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
    return np.minimum(
        np.sqrt(np.pi) * erf(ratio) / ratio + np.expm1(-(ratio**2)) / ratio**2, 1.0
    )


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
            std = np.sqrt(
                variance / count * mean_share(fill * np.asarray(lengths)[:, None], spread)
            )
        return np.where(known, mean, np.nan), np.where(known, std, np.nan)


def _correlation(distance, spread):
    """Of slopes through independent noise, across the line that they are taken across."""
    square = (distance[:, None] - distance) ** 2 / (2 * spread**2)
    return (1 - square) * np.exp(-square / 2)


@dataclass(frozen=True)
class Peaks:
    """Gaussians on parabolas, at all places of some profiles.

    Parameters
    ----------
    height, std : ndarray, shape (segment, bin)
        NaN where there is no fit.
    base : ndarray, same shape
        Of the parabola below.
    spread : float
        Standard deviation of the Gaussian, metres.
    """

    height: np.ndarray
    std: np.ndarray
    base: np.ndarray
    spread: float


def fit_peaks(distance, mean, std, spread: float, window_spread: float) -> Peaks:
    """Fit a peak of a width at every place of profiles.

    Parameters
    ----------
    distance : ndarray, shape (bin,)
    mean, std : ndarray, shape (segment, bin)
    spread : float
        Of the Gaussian, metres.
    window_spread : float
        By which the errors of bins are correlated; see :func:`mean_share`.
    """
    step = distance[1] - distance[0]
    half = max(4, int(round(REACH * spread / step)))
    out = np.full((3, *mean.shape), np.nan)
    for k in range(mean.shape[1]):
        first, last = max(0, k - half), min(mean.shape[1], k + half + 1)
        # A peak needs both of its sides.
        if min(k - first, last - 1 - k) < 0.6 * half:
            continue
        x = distance[first:last] - distance[k]
        scaled = x / (half * step)
        design = np.stack([np.exp(-0.5 * (x / spread) ** 2), np.ones(x.size), scaled, scaled**2], 1)
        alike = _correlation(x, window_spread)
        for n in range(len(mean)):
            known = np.isfinite(mean[n, first:last])
            near = known & (np.abs(x) <= spread + 1e-6)
            if known.mean() < LEAST_KNOWN or near.sum() < 0.5 * (np.abs(x) <= spread).sum():
                continue
            gain = np.linalg.pinv(design[known])
            errors = std[n, first:last][known]
            found = gain @ mean[n, first:last][known]
            weights = gain[0] * errors
            variance = weights @ alike[np.ix_(known, known)] @ weights
            out[:, n, k] = found[0], np.sqrt(max(variance, 1e-30)), found[1]
    return Peaks(*out, spread)


def widths(spread: float, limit: float) -> list:
    """Spreads of peaks to look for, from the window's up to a half width in metres."""
    found = [spread]
    while found[-1] * WIDER * HALF <= limit:
        found.append(found[-1] * WIDER)
    return found


def excess_of(fits, distance, nearest: float) -> tuple:
    """By how much peaks away from the traces exceed their standard deviations.

    Parameters
    ----------
    fits : sequence of Peaks
    distance : ndarray, shape (bin,)
    nearest : float
        Metres from the traces at which control places begin.

    Returns
    -------
    excess : float
        1 at least.
    controls : int
        Independent ones.
    """
    ratios, count = [], 0.0
    for fit in fits:
        away = np.abs(distance) > nearest + 2 * fit.spread
        ratio = np.abs(fit.height / fit.std)[:, away]
        ratio = ratio[np.isfinite(ratio)]
        ratios.append(ratio)
        count = max(count, ratio.size * (distance[1] - distance[0]) / (2 * fit.spread))
    ratios = np.concatenate(ratios) if ratios else np.zeros(0)
    if count < LEAST_CONTROLS:
        return 1.0, int(count)
    return max(1.0, float(1.4826 * np.median(ratios))), int(count)


def local_mean(distance, mean, std, half: float, window_spread: float) -> tuple:
    """Mean of profiles around the trace and its standard deviation, each of shape (segment,)."""
    near = np.abs(distance) <= max(half, 0.5 * (distance[1] - distance[0])) + 1e-6
    alike = _correlation(distance[near], window_spread)
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

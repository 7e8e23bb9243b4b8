# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Shear across mapped faults from gradients of motion along the line of sight.

Where the ground moves along a fault alone, the rate along the line of sight is ``r = c v`` with
``c`` the component of the look vector along the fault, and the (tensor) shear rate is ``∂n v / 2 =
∂n r / 2c``. It has a sign that does not depend on the direction in which the fault was drawn:
**right-lateral is positive** here.

A step of the motion at the trace (creep that reaches the surface) comes out of a window as a peak
as wide as the window; a locked fault (Savage and Burford 1973, J. Geophys. Res. 78, 832-845) as one
as wide as it is locked deep. Peaks are fitted by what a step becomes in the window, as it is or
blurred, on a parabola that stands for what is wide.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

HALF = np.sqrt(2 * np.log(2))
"""Half width at half maximum of a Gaussian, in standard deviations."""
SIDES = 4.5  # half widths of a peak on either side that are fitted
FINE, BOX, DIRECTIONS = 20, 40, 16  # points in a bin, and along a square; directions of a fault
BINS = 8  # across a window
WIDER = 1.5  # from one fitted width to the next
LEAST_FILL = 0.3  # of a bin that has to be known
LEAST_KNOWN = 0.6  # of the bins that a fit needs
LEAST_SHARE = 0.2  # of the background, for a peak on it
LEAST_CONTROLS = 20
ALMOST = 1.1  # of the least misfit: noise likes wide steps
LEAST_ALIKE = 5  # segments of a fault that tell how much they differ
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


def _correlation(distance, spread):
    """Of slopes through independent noise, across the line that they are taken across."""
    square = (distance[:, None] - distance) ** 2 / (2 * spread**2)
    return (1 - square) * np.exp(-square / 2)


class Step:
    """What a step of the motion by one metre a year becomes: a peak of shear of area one half.

    Parameters
    ----------
    offsets, gains : ndarray, shape (direction, pixel)
        Of the pixels of a window: metres across a fault, for some directions of it, and the weight
        of each in the slope, 1/m.
    step : float
        Metres of a bin.
    blur : float
        Standard deviation of a Gaussian that the step is blurred by, metres.
    """

    def __init__(self, offsets, gains, step: float, blur: float = 0.0):
        fine = step / FINE
        reach = 1.2 * np.abs(offsets).max() + 4 * blur + 2 * step
        half = int(np.ceil(reach / fine))
        self._x = fine * np.arange(-half, half + 1.0)
        order = np.argsort(offsets, axis=1)
        table = np.zeros(self._x.size)
        for place, gain in zip(
            np.take_along_axis(offsets, order, 1), np.take_along_axis(gains, order, 1)
        ):
            after = np.r_[np.cumsum(gain[::-1])[::-1], 0.0]
            table += after[np.searchsorted(place, self._x)]
        # Pixels lie anywhere in a bin.
        table = np.convolve(table, np.ones(FINE), "same")
        if blur > 0:
            size = int(np.ceil(4 * blur / fine))
            bell = np.exp(-0.5 * (fine * np.arange(-size, size + 1.0) / blur) ** 2)
            table = np.convolve(table, bell, "same")
        self._table = table / (2 * table.sum() * fine)
        above = np.flatnonzero(self._table >= 0.5 * self._table.max())
        self.half_width = 0.5 * fine * (above[-1] - above[0])
        self.height = float(self._table.max())

    def __call__(self, distance) -> np.ndarray:
        """The shear at distances from the step, 1/m."""
        return np.interp(distance, self._x, self._table, 0.0, 0.0)


def plane_steps(bell, axes) -> tuple:
    """Offsets and gains of a plane's window, for :class:`Step`.

    Parameters
    ----------
    bell : .plane.Bell
    axes : ndarray, shape (2, 2)
        Metres [east or north] by step along [columns, rows].
    """
    high, wide = bell.margin
    y, x = np.mgrid[-high : high + 1, -wide : wide + 1]
    return _turned(axes[0, 0] * x + axes[0, 1] * y, axes[1, 0] * x + axes[1, 1] * y, bell.weights)


def box_steps(window: float) -> tuple:
    """The same of slopes that are averaged over a square."""
    place = window * (np.arange(BOX) + 0.5 - BOX / 2) / BOX
    x, y = np.meshgrid(place, place)
    # A mean of slopes takes differences of what lies a little apart.
    apart, angles = window / BOX, _angles()
    u = np.outer(np.cos(angles), x.ravel()) + np.outer(np.sin(angles), y.ravel())
    gains = np.full(u.shape, 1 / (u.shape[1] * apart))
    return (
        np.concatenate([u + apart / 2, u - apart / 2], 1), np.concatenate([gains, -gains], 1)
    )  # fmt: skip


def _angles() -> np.ndarray:
    return np.pi * (np.arange(DIRECTIONS) + 0.5) / DIRECTIONS


def _turned(x, y, weights) -> tuple:
    angles, weights = _angles(), weights.ravel()
    u = np.outer(np.cos(angles), x.ravel()) + np.outer(np.sin(angles), y.ravel())
    return u, weights * u / (weights * u**2).sum(axis=1, keepdims=True)


def _bin_share(step: float, spread: float) -> float:
    """Variance of a mean of slopes over a bin across a fault, over that of one of them."""
    places = step * (np.arange(FINE) + 0.5) / FINE
    return float(_correlation(places, spread).mean())


@dataclass(frozen=True)
class Peaks:
    """Steps on parabolas, at all places of some profiles.

    Parameters
    ----------
    rate, std : ndarray, shape (segment, bin)
        Of the step, m/yr; NaN where there is no fit.
    base : ndarray, same shape
        Of the parabola at the place, 1/yr.
    step : Step
    """

    rate: np.ndarray
    std: np.ndarray
    base: np.ndarray
    step: Step


def fit_peaks(distance, mean, std, step: Step, spread: float) -> Peaks:
    """Fit a step at every place of profiles.

    Parameters
    ----------
    distance : ndarray, shape (bin,)
    mean, std : ndarray, shape (segment, bin)
    step : Step
    spread : float
        By which the errors of bins are correlated, metres; see :func:`mean_share`.
    """
    size = distance[1] - distance[0]
    half = _sides(step, size)
    out = np.full((3, *mean.shape), np.nan)
    for k in range(mean.shape[1]):
        first, last = max(0, k - half), min(mean.shape[1], k + half + 1)
        # A peak needs both of its sides.
        if min(k - first, last - 1 - k) < 0.6 * half:
            continue
        x = distance[first:last] - distance[k]
        design = _design(x, step, half * size)
        alike, close = _correlation(x, spread), np.abs(x) <= max(step.half_width, size) + 1e-6
        for n in range(len(mean)):
            known = np.isfinite(mean[n, first:last])
            if known.mean() < LEAST_KNOWN or known[close].mean() < LEAST_KNOWN:
                continue
            gain = np.linalg.pinv(design[known])
            values, errors = mean[n, first:last][known], std[n, first:last][known]
            found = gain @ values
            weights = gain[0] * errors
            variance = max(weights @ alike[np.ix_(known, known)] @ weights, 1e-30)
            out[:, n, k] = found[0] / step.height, np.sqrt(variance) / step.height, found[1]
    return Peaks(*out, step)


def _sides(step: Step, size: float) -> int:
    """Bins on either side of a step that are fitted."""
    return max(4, int(round(SIDES * step.half_width / size)))


def _design(x, step: Step, reach: float) -> np.ndarray:
    scaled = x / reach
    return np.stack([step(x) / step.height, np.ones(x.size), scaled, scaled**2], 1)


def best_width(distance, mean, std, place: int, steps) -> int:
    """The narrowest of some steps that fits a profile almost best at a place, over the same bins.

    Parameters
    ----------
    distance, mean, std : ndarray, shape (bin,)
    place : int
    steps : sequence of Step
        From narrow to wide.
    """
    size = distance[1] - distance[0]
    half = _sides(steps[-1], size)
    part = slice(max(0, place - half), place + half + 1)
    known = np.isfinite(mean[part])
    x, values, errors = (v[part][known] for v in (distance - distance[place], mean, std))
    errors = np.maximum(errors, 1e-18)[:, None]
    misfits = []
    for step in steps:
        design = _design(x, step, half * size) / errors
        rest = values / errors[:, 0]
        misfits.append(((rest - design @ (np.linalg.pinv(design) @ rest)) ** 2).sum())
    return int(np.argmax(np.array(misfits) <= ALMOST * min(misfits)))


def steps_up_to(offsets, gains, size: float, limit: float) -> list:
    """What steps become, from the window's own width up to a half width in metres."""
    found = [Step(offsets, gains, size)]
    while True:
        width = found[-1].half_width * WIDER
        if width > limit:
            return found
        blur = np.sqrt(width**2 - found[0].half_width ** 2) / HALF
        found.append(Step(offsets, gains, size, blur))


def excess_of(fit: Peaks, distance, nearest: float) -> tuple:
    """By how much peaks away from the traces exceed their standard deviations.

    Parameters
    ----------
    fit : Peaks
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
    away = np.abs(distance) > nearest + 2 * fit.step.half_width
    ratio = np.abs(fit.rate / fit.std)[:, away]
    ratio = ratio[np.isfinite(ratio)]
    count = int(ratio.size * (distance[1] - distance[0]) / (2 * fit.step.half_width))
    if count < LEAST_CONTROLS:
        return 1.0, count
    return max(1.0, float(1.4826 * np.median(ratio))), count


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

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which segments of faults creep and which are locked, by profiles of shear across them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .shear import half_width, local_mean, scatter_of
from .steps import best_width, excess_of, fit_peaks, steps_up_to

LEAST_SHARE = 0.2  # of the background, for a peak on it
PIXELS = 0.03  # of a step's rate: error by where pixels lie on the fault
DOUBTFUL = 0.05  # of what noise gives by segment: with a larger step it is not locked for certain


@dataclass(frozen=True)
class Limits:
    """What counts as creep.

    Parameters
    ----------
    distance : float
        Metres from the trace, at most.
    width : float
        Half width at half maximum, metres, at most.
    alpha : float
        Segments that noise alone makes creep, on the average over all of them.
    """

    distance: float
    width: float
    alpha: float


@dataclass(frozen=True)
class Judged:
    """What profiles tell of segments; arrays of shape (segment,), NaN where nothing is known.

    Parameters
    ----------
    kind : ndarray of str
        "creeping", "locked", "none", "not seen" or "no data".
    shear, shear_std : ndarray
        At the trace, 1/yr.
    peak, peak_distance, half_width : ndarray
        Largest shear around the trace (1/yr), where it is, and its half width; metres.
    creep, creep_std : ndarray
        Rate of the step at the surface, right-lateral positive, m/yr: that of the best narrow peak
        within the distance, whether it is significant or not.
    significance : ndarray
        Of the narrow peak where it creeps, else of the shear around the trace.
    needed : float
        Significance that creep needs.
    excess : ndarray
        Noise of narrow peaks over their standard deviations, which have been multiplied by it.
    scatter : float
        The same of shear, by how much segments of a fault differ away from it.
    controls : int
        Places away from the traces that tell it.
    """

    kind: np.ndarray
    shear: np.ndarray
    shear_std: np.ndarray
    peak: np.ndarray
    peak_distance: np.ndarray
    half_width: np.ndarray
    creep: np.ndarray
    creep_std: np.ndarray
    significance: np.ndarray
    needed: float
    excess: np.ndarray
    scatter: float
    controls: int

    @property
    def usual_excess(self) -> float:
        """Of the middle one of the segments."""
        return float(np.median(self.excess))


def judge(distance, mean, std, seen, line, window, spread: float, limits: Limits) -> Judged:
    """Tell creeping segments from locked ones.

    Parameters
    ----------
    distance : ndarray, shape (bin,)
        Metres.
    mean, std : ndarray, shape (segment, bin)
        Shear, 1/yr.
    seen : ndarray of bool, shape (segment,)
    line : ndarray of int, shape (segment,)
        The fault of each.
    window : (ndarray, ndarray)
        Offsets and gains; see :class:`.steps.Step`.
    spread : float
        By which errors are correlated; see :func:`.shear.mean_share`.
    limits : Limits
    """
    from scipy.stats import norm

    count, step = len(mean), distance[1] - distance[0]
    near = np.abs(distance) <= max(limits.distance, 0.5 * step) + 1e-6
    fits = [
        fit_peaks(distance, mean, std, one, spread)
        for one in steps_up_to(*window, step, limits.width)
    ]
    told = [excess_of(fit, distance, limits.distance, line) for fit in fits]
    scatter = max(1.0, scatter_of(distance, mean, std, line, limits.distance))
    known = np.isfinite(fits[0].rate[:, near]).any(axis=1)
    places = 1 + limits.distance / fits[0].step.half_width
    tries, many = max(1.0, places) * (1 + 0.5 * (len(fits) - 1)), max(1, int(known.sum()))
    needed, needed_locked, doubtful = (
        float(norm.isf(min(rate / 2, 0.4)))
        for rate in (limits.alpha / (tries * many), limits.alpha / many, DOUBTFUL / tries)
    )
    out = {name: np.full(count, np.nan) for name in (
        "shear", "shear_std", "peak", "peak_distance", "half_width", "creep", "creep_std",
        "significance",
    )}  # fmt: skip
    kind = np.full(count, "no data", dtype=object)
    out["shear"], out["shear_std"] = local_mean(distance, mean, std, spread, spread)
    out["shear_std"] = out["shear_std"] * scatter
    wide, wide_std = local_mean(distance, mean, std, max(limits.width, 2 * spread), spread)
    for n in range(count):
        if not seen[n]:
            kind[n] = "not seen"
            for values in out.values():
                values[n] = np.nan
            continue
        if not (known[n] and np.isfinite(out["shear"][n])):
            continue
        fit, k, error = _best(fits, told, near, n, distance, mean[n], std[n])
        out["creep"][n], out["creep_std"][n] = fit.rate[n, k], error
        ratio, height = abs(fit.rate[n, k]) / error, fit.rate[n, k] * fit.step.height
        if ratio >= needed and abs(height) >= LEAST_SHARE * abs(fit.base[n, k]):
            kind[n], out["significance"][n] = "creeping", ratio
            out["peak"][n], out["peak_distance"][n] = height + fit.base[n, k], distance[k]
            out["half_width"][n] = fit.step.half_width
            continue
        around = abs(wide[n]) / (scatter * wide_std[n])
        out["significance"][n] = around
        kind[n] = "locked" if around >= needed_locked and ratio < doubtful else "none"
        values = _smoothed(mean[n], max(1, int(round(spread / step))))
        inner = np.where(near, values * np.sign(out["shear"][n]), np.nan)
        if not np.isfinite(inner).any():
            continue
        place = int(np.nanargmax(inner))
        out["peak"][n], out["peak_distance"][n] = values[place], distance[place]
        if kind[n] == "locked":
            out["half_width"][n] = half_width(distance, values, place)
    return Judged(
        kind, **out, needed=needed, excess=told[0][0], scatter=scatter, controls=told[0][1]
    )


def _best(fits, told, near, n, distance, mean, std) -> tuple:
    """The most significant narrow peak within reach of a trace, in the width that fits there."""
    ratio = np.where(near, np.abs(fits[0].rate[n]) / fits[0].std[n], np.nan)
    k = int(np.nanargmax(ratio))
    one = best_width(distance, mean, std, k, [fit.step for fit in fits])
    one = one if np.isfinite(fits[one].rate[n, k]) else 0
    rate, error = fits[one].rate[n, k], told[one][0][n] * fits[one].std[n, k]
    return fits[one], k, float(np.hypot(error, PIXELS * rate))


def _smoothed(values, half: int) -> np.ndarray:
    """Means over some bins on either side, of what is known."""
    kernel = np.ones(2 * half + 1)
    known = np.isfinite(values)
    total = np.convolve(np.where(known, values, 0.0), kernel, "same")
    count = np.convolve(known.astype(float), kernel, "same")
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(known & (count > 0), total / count, np.nan)

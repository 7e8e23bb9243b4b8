# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which segments of faults creep and which are locked, by profiles of shear across them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .shear import HALF, LEAST_SHARE, excess_of, fit_peaks, half_width, local_mean, widths


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
        See :data:`.shear.KINDS`.
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
    excess : float
        Noise over the standard deviations, which have been multiplied by it.
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
    excess: float
    controls: int


def judge(distance, mean, std, seen, spread: float, limits: Limits) -> Judged:
    """Tell creeping segments from locked ones.

    Parameters
    ----------
    distance : ndarray, shape (bin,)
        Metres.
    mean, std : ndarray, shape (segment, bin)
        Shear, 1/yr.
    seen : ndarray of bool, shape (segment,)
    spread : float
        Standard deviation of what a step becomes, metres.
    limits : Limits
    """
    from scipy.stats import norm

    count, step = len(mean), distance[1] - distance[0]
    near = np.abs(distance) <= max(limits.distance, 0.5 * step) + 1e-6
    fits = [fit_peaks(distance, mean, std, s, spread) for s in widths(spread, limits.width)]
    excess, controls = excess_of(fits, distance, limits.distance)
    known = np.isfinite(fits[0].height[:, near]).any(axis=1)
    places = 1 + 2 * limits.distance / (2 * spread)
    tries = max(1, int(known.sum())) * max(1.0, places) * (1 + 0.5 * (len(fits) - 1))
    needed = float(norm.isf(min(limits.alpha / (2 * tries), 0.4)))
    needed_locked = float(norm.isf(min(limits.alpha / (2 * max(1, int(known.sum()))), 0.4)))
    out = {name: np.full(count, np.nan) for name in (
        "shear", "shear_std", "peak", "peak_distance", "half_width", "creep", "creep_std",
        "significance",
    )}  # fmt: skip
    kind = np.full(count, "no data", dtype=object)
    out["shear"], out["shear_std"] = local_mean(distance, mean, std, spread, spread)
    out["shear_std"] = out["shear_std"] * excess
    wide, wide_std = local_mean(
        distance, mean, std, max(limits.width, 2 * spread), spread
    )  # fmt: skip
    for n in range(count):
        if not seen[n]:
            kind[n] = "not seen"
            for values in out.values():
                values[n] = np.nan
            continue
        if not (known[n] and np.isfinite(out["shear"][n])):
            continue
        best = _best(fits, near, n, excess)
        fit, k, ratio = best
        out["creep"][n] = 2 * np.sqrt(2 * np.pi) * fit.spread * fit.height[n, k]
        out["creep_std"][n] = excess * 2 * np.sqrt(2 * np.pi) * fit.spread * fit.std[n, k]
        narrow = fit.spread * HALF <= max(limits.width, fits[0].spread * HALF) + 1e-6
        large = abs(fit.height[n, k]) >= LEAST_SHARE * abs(fit.base[n, k])
        if ratio >= needed and narrow and large:
            kind[n], out["significance"][n] = "creeping", ratio
            out["peak"][n] = fit.height[n, k] + fit.base[n, k]
            out["peak_distance"][n] = distance[k]
            out["half_width"][n] = fit.spread * HALF
            continue
        around = abs(wide[n]) / (excess * wide_std[n])
        out["significance"][n] = around
        kind[n] = "locked" if around >= needed_locked else "none"
        values = _smoothed(mean[n], max(1, int(round(spread / step))))
        inner = np.where(near, values * np.sign(out["shear"][n]), np.nan)
        if not np.isfinite(inner).any():
            continue
        place = int(np.nanargmax(inner))
        out["peak"][n], out["peak_distance"][n] = values[place], distance[place]
        if kind[n] == "locked":
            out["half_width"][n] = half_width(distance, values, place)
    return Judged(kind, **out, needed=needed, excess=excess, controls=controls)


def _best(fits, near, n, excess):
    """The most significant peak within reach of a trace."""
    best = (fits[0], int(np.flatnonzero(near)[0]), -1.0)
    for fit in fits:
        ratio = np.where(near, np.abs(fit.height[n]) / (excess * fit.std[n]), np.nan)
        if np.isfinite(ratio).any():
            k = int(np.nanargmax(ratio))
            if ratio[k] > best[2]:
                best = fit, k, float(ratio[k])
    return best


def _smoothed(values, half: int) -> np.ndarray:
    """Means over some bins on either side, of what is known."""
    kernel = np.ones(2 * half + 1)
    known = np.isfinite(values)
    total = np.convolve(np.where(known, values, 0.0), kernel, "same")
    count = np.convolve(known.astype(float), kernel, "same")
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(known & (count > 0), total / count, np.nan)

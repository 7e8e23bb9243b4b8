# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Interferograms whose steep part is known from offsets.

Where the ground moves by more than a quarter of the wavelength from pixel to pixel, phase cannot be
unwrapped. Offsets along range, which know no cycles, take that part out; what is left is small and
smooth, is unwrapped, and the offsets are put back, so that the result has the precision of phase.
"""

from __future__ import annotations

import numpy as np

MEASURED, NOISY, UNKNOWN, UNSURE, CONTRADICTED = 1, 2, 3, 4, 5
"""Status of a pixel: with a result; offsets too noisy; no offsets; in no connected component; with
a result that offsets contradict. 0 where there is no phase."""
TAU = 2.0 * np.pi
SAMPLE = 1 << 22  # pixels that tell the constants of components


def steep_phase(motion, wavelength: float, sign: float = 1.0) -> np.ndarray:
    """Phase of a motion along range.

    Parameters
    ----------
    motion : ndarray
        Metres, positive towards the satellite.
    wavelength : float
        Metres.
    sign : float
        1 where the interferogram is the reference times the conjugate of the secondary, else -1.

    Returns
    -------
    ndarray
        Radians, not wrapped.
    """
    return -sign * 4.0 * np.pi / wavelength * np.asarray(motion, float)


def motion_of(phase, wavelength: float, sign: float = 1.0) -> np.ndarray:
    """Motion along range, metres, of a phase; the opposite of :func:`steep_phase`."""
    return -sign * wavelength / (4.0 * np.pi) * np.asarray(phase, float)


def flattened(phase, motion, std, limit: float, wavelength: float, sign: float = 1.0) -> tuple:
    """Wrapped phase without the steep part, and what is to be said of the pixels.

    Parameters
    ----------
    phase : ndarray, shape (row, column)
        Wrapped, radians, NaN for no data.
    motion, std : ndarray, same shape
        Offsets along range and their standard deviations, metres.
    limit : float
        Largest standard deviation, metres; where it is unknown the offset is used.
    wavelength, sign
        Of :func:`steep_phase`.

    Returns
    -------
    rest : ndarray of float32
        Radians, NaN where the status is not :data:`MEASURED`.
    status : ndarray of int16
    """
    status = np.where(np.isfinite(phase), MEASURED, 0).astype(np.int16)
    there = status == MEASURED
    status[there & ~np.isfinite(motion)] = UNKNOWN
    with np.errstate(invalid="ignore"):
        status[(status == MEASURED) & (std > limit)] = NOISY
        rest = np.angle(np.exp(1j * (phase - steep_phase(motion, wavelength, sign))))
    return np.where(status == MEASURED, rest, np.nan).astype(np.float32), status


def cycles_of_components(rest, component) -> tuple:
    """Whole cycles that unwrapping has put too much into each connected component.

    What offsets leave is small: its median lies within half a cycle of zero.

    Parameters
    ----------
    rest : ndarray, shape (row, column)
        Unwrapped, radians.
    component : ndarray of int, same shape
        From 1; 0 belongs to none.

    Returns
    -------
    cycles : ndarray of int64, shape (1 + components,)
        The first is 0.
    spread : ndarray, same shape
        Robust standard deviation of the rest in radians; NaN for none.
    """
    step = max(1, int(np.sqrt(rest.size / SAMPLE)))
    rest, component = rest[::step, ::step].ravel(), component[::step, ::step].ravel()
    count = int(component.max(initial=0))
    cycles, spread = np.zeros(count + 1, np.int64), np.full(count + 1, np.nan)
    known = np.isfinite(rest) & (component > 0)
    rest, component = rest[known], component[known]
    order = np.argsort(component, kind="stable")
    bounds = np.searchsorted(component[order], np.arange(1, count + 2))
    for number, (first, last) in enumerate(zip(bounds, bounds[1:]), 1):
        if last > first:
            values = rest[order[first:last]]
            middle = np.median(values)
            cycles[number] = np.rint(middle / TAU)
            spread[number] = 1.4826 * np.median(np.abs(values - middle))
    return cycles, spread


def aliased(motion, wavelength: float) -> tuple:
    """Neighbours between which the motion differs by more than a quarter of the wavelength.

    Returns
    -------
    int, int
        Such pairs of pixels, and all that are known.
    """
    found = total = 0
    for axis in (0, 1):
        differing = np.abs(np.diff(motion, axis=axis))
        known = np.isfinite(differing)
        total += int(known.sum())
        found += int((differing[known] > wavelength / 4.0).sum())
    return found, total


def contradicted(rest, left, std, wavelength: float) -> np.ndarray:
    """Where the result differs from the offsets by more than their errors allow.

    Phase that is still too steep without its steep part goes astray by cycles; offsets, averaged
    over a bell, see that.

    Parameters
    ----------
    rest : ndarray
        Motion that the unwrapped rest adds to the smoothed offsets, metres; its mean under the
        same bell.
    left : ndarray
        What smoothing has taken from the offsets; see :func:`.smoothing.smoothed`.
    std : ndarray
        Of the smoothed offsets.
    wavelength : float
    """
    with np.errstate(invalid="ignore"):
        return np.abs(rest - left) > 3.0 * std + wavelength / 4.0

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Search for the phase in proportion to the baselines; see :mod:`.lookangle`.

Importing this module imports numba.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

NEWTON_STEPS = 5
# Between two trials the power can be so much higher: lower maxima need not be looked at.
LEAST_OF_LARGEST = 0.93
CHUNK = 64  # points that one thread takes at a time
REASSOCIATE = {"reassoc", "contract", "nsz"}


@njit(cache=True, nogil=True, fastmath=REASSOCIATE)
def _power(real, imag, cosine, sine):
    """Squared size of the sum of phasors turned back by the angles of a trial."""
    a, b = 0.0, 0.0
    for t in range(len(real)):
        a += real[t] * cosine[t] + imag[t] * sine[t]
        b += imag[t] * cosine[t] - real[t] * sine[t]
    return a * a + b * b


@njit(cache=True, nogil=True)
def _refine(real, imag, baseline, start, low, high):
    """Newton's method on the squared size of the sum; returns the slope, size and angle."""
    slope, best, angle = start, -1.0, 0.0
    trial = start
    for _ in range(NEWTON_STEPS + 1):
        a = b = a1 = b1 = a2 = b2 = 0.0
        for t in range(len(real)):
            turn = trial * baseline[t]
            c, s = np.cos(turn), np.sin(turn)
            x = real[t] * c + imag[t] * s
            y = imag[t] * c - real[t] * s
            a += x
            b += y
            a1 += baseline[t] * y
            b1 -= baseline[t] * x
            a2 -= baseline[t] * baseline[t] * x
            b2 -= baseline[t] * baseline[t] * y
        power = a * a + b * b
        if power > best:
            slope, best, angle = trial, power, np.arctan2(b, a)
        first = a * a1 + b * b1
        second = a1 * a1 + b1 * b1 + a * a2 + b * b2
        if second >= 0.0:
            break
        trial = min(max(trial - first / second, low), high)
    return slope, np.sqrt(best), angle


@njit(parallel=True, cache=True, nogil=True)
def search(phase, smooth, baseline, trials, cosines, sines, slope, offset, gamma):
    """Slope, offset and stability of every point.

    Parameters
    ----------
    phase, smooth : ndarray of float32, shape (time, point)
        Phase, and the part of it that neighbours share; NaN anywhere leaves a point out.
    baseline : ndarray, shape (time,)
    trials : ndarray, shape (trial,)
        Slopes to try, in even steps.
    cosines, sines : ndarray, shape (trial, time)
        Of the trials times the baselines.
    slope, offset, gamma : ndarray of float32, shape (point,)
        Filled in; all 0 for points that are left out.
    """
    count, points = phase.shape
    low, high = trials[0], trials[-1]
    step = trials[1] - trials[0] if len(trials) > 1 else 0.0
    for chunk in prange((points + CHUNK - 1) // CHUNK):
        real, imag = np.empty(count), np.empty(count)
        powers = np.empty(len(trials))
        for i in range(chunk * CHUNK, min((chunk + 1) * CHUNK, points)):
            known = True
            for t in range(count):
                angle = np.float64(phase[t, i]) - np.float64(smooth[t, i])
                known = known and np.isfinite(angle)
                real[t], imag[t] = np.cos(angle), np.sin(angle)
            slope[i] = offset[i] = gamma[i] = 0.0
            if not known:
                continue
            for k in range(len(trials)):
                powers[k] = _power(real, imag, cosines[k], sines[k])
            least = LEAST_OF_LARGEST * powers.max()
            largest = -1.0
            for k in range(len(trials)):
                before = powers[k - 1] if k > 0 else -1.0
                after = powers[k + 1] if k + 1 < len(trials) else -1.0
                if powers[k] < max(least, before, after):
                    continue
                start = trials[k]
                found, size, angle = _refine(
                    real, imag, baseline, start, max(low, start - step), min(high, start + step)
                )
                if size > largest:
                    largest = size
                    slope[i], offset[i], gamma[i] = found, angle, size / count

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Search for the scattering vector of least amplitude dispersion; see :mod:`.dualpol`.

Importing this module imports numba.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange

HALVINGS = 12  # of the steps of the refinement
REASSOCIATE = {"reassoc", "contract", "nsz"}


@njit(cache=True, nogil=True, fastmath=REASSOCIATE)
def _ratio(co, cross, real, imag, alpha, psi):
    """Variance of the amplitudes over their squared mean."""
    count = len(co)
    c, s = np.cos(alpha), np.sin(alpha)
    a, b = c * c, s * s
    d, e = 2 * c * s * np.cos(psi), 2 * c * s * np.sin(psi)
    total, squares = 0.0, 0.0
    for t in range(count):
        power = max(a * co[t] + b * cross[t] + d * real[t] - e * imag[t], 0.0)
        squares += power
        total += np.sqrt(power)
    mean = total / count
    return (squares / count / (mean * mean) - 1.0) * count / (count - 1.0)


@njit(parallel=True, cache=True, nogil=True)
def search(first, second, alphas, psis, alpha, psi, dispersion):
    """Angles of least amplitude dispersion of every pixel.

    Parameters
    ----------
    first, second : ndarray of complex64, shape (time, pixel)
        The two polarisations, calibrated; NaN anywhere leaves a pixel out.
    alphas, psis : ndarray
        Angles to start from; the steps are even.
    alpha, psi, dispersion : ndarray of float32, shape (pixel,)
        Filled in; NaN for pixels that are left out.
    """
    count, pixels = first.shape
    for i in prange(pixels):
        co, cross = np.empty(count), np.empty(count)
        real, imag = np.empty(count), np.empty(count)
        total = 0.0
        for t in range(count):
            v, h = np.complex128(first[t, i]), np.complex128(second[t, i])
            a, b, c, d = v.real, v.imag, h.real, h.imag
            co[t], cross[t] = a * a + b * b, c * c + d * d
            real[t], imag[t] = a * c + b * d, a * d - b * c
            total += co[t] + cross[t]
        alpha[i] = psi[i] = dispersion[i] = np.nan
        if not np.isfinite(total) or total == 0.0:
            continue
        best, x, y = np.inf, 0.0, 0.0
        for k in range(len(alphas)):
            # With one polarisation alone the angle between the two does not matter.
            mixed = 0 < k < len(alphas) - 1
            for m in range(len(psis) if mixed else 1):
                value = _ratio(co, cross, real, imag, alphas[k], psis[m])
                if value < best:
                    best, x, y = value, alphas[k], psis[m]
        along, around = alphas[1] - alphas[0], psis[1] - psis[0]
        for _ in range(HALVINGS):
            along, around = 0.5 * along, 0.5 * around
            for u, v in ((along, 0.0), (-along, 0.0), (0.0, around), (0.0, -around)):
                p = min(max(x + u, 0.0), 0.5 * np.pi)
                value = _ratio(co, cross, real, imag, p, y + v)
                if value < best:
                    best, x, y = value, p, y + v
        alpha[i], psi[i] = x, y - 2 * np.pi * np.rint(y / (2 * np.pi))
        dispersion[i] = np.sqrt(max(best, 0.0))

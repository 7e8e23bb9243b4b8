# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Two polarisations in one image: the mix of least amplitude dispersion.

Navarro-Sanchez et al. (2014), doi:10.1109/LGRS.2014.2304701, and Luo et al. (2022): of the
projections ``cos(a) VV + sin(a) exp(j p) VH`` of a pixel's scattering vector the one is taken, for
all dates alike, whose amplitude varies least. It looks at amplitudes alone, so the phases of noise
stay random and the selection by phase stability holds as it is.

With two angles to choose, clutter looks steadier, too. A limit of amplitude dispersion that lets
as much clutter pass as one polarisation does is lower; :func:`equal_clutter_limit` finds it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..threads import kernel_lock
from .independence import SpeckleCoherence

ALPHAS = np.linspace(0.0, np.pi / 2, 7)
PSIS = np.linspace(-np.pi, np.pi, 13)[:-1]
CLUTTER = 50_000  # simulated pixels


@dataclass(frozen=True)
class BestMix:
    """The mix of every pixel, each of float32 and of the pixels' shape; NaN for no data.

    Parameters
    ----------
    alpha, psi : ndarray
        Radians, 0 to pi/2 and -pi to pi.
    dispersion : ndarray
        Amplitude dispersion of the mix.
    """

    alpha: np.ndarray
    psi: np.ndarray
    dispersion: np.ndarray

    def of(self, first, second) -> np.ndarray:
        """The mixed images, complex64, shape (time, ...)."""
        mixed = np.cos(self.alpha) * first + np.sin(self.alpha) * np.exp(1j * self.psi) * second
        return mixed.astype(np.complex64)


def best_mix(first, second) -> BestMix:
    """Find the mix of least amplitude dispersion.

    Parameters
    ----------
    first, second : ndarray of complex64, shape (time, ...)
        The two polarisations, each calibrated over the dates.

    Returns
    -------
    BestMix
    """
    from . import _dualpol_kernel

    shape = first.shape[1:]
    images = [np.ascontiguousarray(v.reshape(len(v), -1), np.complex64) for v in (first, second)]
    found = [np.empty(images[0].shape[1], np.float32) for _ in range(3)]
    with kernel_lock:
        _dualpol_kernel.search(*images, ALPHAS, PSIS, *found)
    return BestMix(*(values.reshape(shape) for values in found))


def equal_clutter_limit(
    limit: float, dates: int, seed: int = 0, coherence: SpeckleCoherence | None = None
) -> float:
    """Limit of the mix's amplitude dispersion that lets as much clutter pass as another does.

    Parameters
    ----------
    limit : float
        Of the amplitude dispersion of one polarisation.
    dates : int
    seed : int
        Of the simulated clutter (circular Gaussian, independent in both polarisations).
    coherence : SpeckleCoherence, optional
        Of as many images in either polarisation; they are independent by default.

    Returns
    -------
    float
        No more than `limit`. Where hardly any clutter passes `limit`, its ratio to the median
        clutter is kept instead of the share.
    """
    coherence = coherence or SpeckleCoherence.none(dates)
    first, second = coherence.simulate(CLUTTER, [seed, 4], polarisations=2)
    amplitude = np.abs(first)
    one = amplitude.std(axis=0, ddof=1) / amplitude.mean(axis=0)
    both = best_mix(first, second).dispersion
    share = (one < limit).mean()
    if share * len(one) < 20:
        return float(min(limit, limit * np.median(both) / np.median(one)))
    return float(min(limit, np.quantile(both, share)))

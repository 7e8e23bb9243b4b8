# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase stability of candidates, found by iteration.

Hooper et al. (2004, 2007), doi:10.1029/2006JB004763: the phase that neighbours share is filtered
out of the candidates' phases, the phase in proportion to the baselines searched for in what is
left, and the stability taken of the rest. Candidates that stand out from random phases weigh more
in the next round, until the stabilities no longer change.

The rounds feed on themselves: noise that happens to agree with its neighbours gets weight, shapes
the filtered phase and agrees still better. Where stable points are few, pure noise reaches a
stability of 0.8 in 25 images. Random phases that did not go through the rounds know nothing of it.
So decoys, pixels with random phases, are mixed with the candidates (see :mod:`.decoys`) and treated
like them: how stable they become is how stable noise becomes.

All images take part alike: the image that the phases are relative to has the phase 0 and its noise
is in every other image, where it is estimated as an offset and taken off. So its choice matters
little, unlike where the offset stays in the phases that are filtered.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from ..errors import check_cancelled, tell
from .lookangle import LookAngle, Trials, make_trials, search
from .spatial_phase import BandPass, Places, shared_phase

BINS = 100
SMOOTHING = np.exp(-0.5 * (2.5 * np.arange(-3, 4) / 3) ** 2)
CHUNK = 1 << 16  # points whose series are searched at a time


@dataclass(frozen=True)
class StabilityOptions:
    """How to find phase stabilities.

    Parameters
    ----------
    band_pass : BandPass
    largest_slope : float
        Radians a metre of baseline: that of the largest height error to be searched.
    iterations : int
        Most rounds.
    tolerance : float
        Root mean square change of the stabilities at which the rounds end.
    """

    band_pass: BandPass = BandPass()
    largest_slope: float = 0.01
    iterations: int = 10
    tolerance: float = 0.005


@dataclass(frozen=True)
class Stability:
    """What was found.

    Parameters
    ----------
    fit : LookAngle
        Slope, offset and stability of every point.
    smooth : ndarray of float32, shape (time, point)
        Phase that neighbours share, radians; NaN without neighbours.
    noise_share : ndarray, shape (point,)
        Probability that a point is noise.
    rounds : int
    change : float
        Of the stabilities in the last round.
    """

    fit: LookAngle
    smooth: np.ndarray
    noise_share: np.ndarray
    rounds: int
    change: float


def noise_count(gamma, decoys) -> float:
    """How many of some candidates are noise, estimated from those that look least stable.

    Half of the noise lies below the median of the decoys, where hardly a stable point is.

    Parameters
    ----------
    gamma, decoys : ndarray
        Stabilities of the candidates and of decoys among them.
    """
    return min(2.0 * float((gamma < np.median(decoys)).sum()), float(len(gamma)))


def noise_share(gamma, decoys) -> np.ndarray:
    """Probability that points are noise, from the distributions of candidates and decoys.

    Parameters
    ----------
    gamma, decoys : ndarray
        Stabilities of the candidates and of decoys among them.

    Returns
    -------
    share, of_decoys : ndarray
        Of the candidates and of the decoys; they fall with the stability, and are one below the
        median of the decoys.
    """
    edges = np.linspace(0.0, 1.0, BINS + 1)
    taken = np.convolve(np.histogram(gamma, edges)[0].astype(float), SMOOTHING, "same")
    noise = np.convolve(np.histogram(decoys, edges)[0].astype(float), SMOOTHING, "same")
    noise *= noise_count(gamma, decoys) / len(decoys)
    share = np.where(taken > 0, noise / np.where(taken > 0, taken, 1.0), 0.0)
    share[edges[:-1] <= np.median(decoys)] = 1.0
    share = np.minimum.accumulate(np.clip(share, 0.0, 1.0))
    middles = 0.5 * (edges[:-1] + edges[1:])
    return np.interp(gamma, middles, share), np.interp(decoys, middles, share)


def filter_all(phase, trials, fit, weight, smooth, where, band_pass, workers=1, cancelled=None):
    """Fill in the phase that neighbours share, at every date.

    Parameters
    ----------
    phase, smooth : ndarray of float32, shape (time, point)
        The latter is filled in.
    trials : Trials
        For the baselines.
    fit : LookAngle or None
        What is taken off the phases before.
    weight : ndarray of float32, shape (point,)
    where : Places
    band_pass : BandPass
    """
    baseline = (trials.baseline + trials.middle).astype(np.float32)

    def one(t):
        check_cancelled(cancelled)
        angle = phase[t].astype(np.float32)
        if fit is not None:
            angle = angle - fit.offset - fit.slope * baseline[t]
        phasors = (weight * np.exp(1j * angle)).astype(np.complex64)
        smooth[t] = shared_phase(phasors, where, band_pass)

    with ThreadPoolExecutor(workers) as pool:
        for _ in pool.map(one, range(len(phase))):
            pass


def search_all(phase, smooth, trials: Trials, cancelled=None) -> LookAngle:
    """Slope, offset and stability of all points, some at a time.

    Parameters
    ----------
    phase, smooth : ndarray of float32, shape (time, point)
        In memory or on disk.
    trials : Trials
    """
    parts = []
    for first in range(0, phase.shape[1], CHUNK):
        check_cancelled(cancelled)
        part = np.s_[:, first : first + CHUNK]
        parts.append(search(phase[part], smooth[part], trials))
    names = "slope", "offset", "gamma"
    return LookAngle(*(np.concatenate([getattr(p, name) for p in parts]) for name in names))


def estimate(
    phase,
    baseline,
    where: Places,
    weight,
    candidates: int,
    options: StabilityOptions,
    smooth=None,
    *,
    workers: int = 1,
    progress=None,
    cancelled=None,
) -> Stability:
    """Phase stability of candidates and decoys.

    Parameters
    ----------
    phase : ndarray of float32, shape (time, point)
        Radians relative to one of the images, that image included.
    baseline : ndarray, shape (time,)
        Perpendicular baselines, metres; all taken as 0 where one is unknown.
    where : Places
    weight : ndarray, shape (point,)
        In the first round, such as one over the amplitude dispersion.
    candidates : int
        How many of the points, the first ones, are candidates; the others are decoys.
    options : StabilityOptions
    smooth : ndarray of float32, shape (time, point), optional
        Where to put the shared phase, in memory or on disk; a new one by default.
    workers : int
        Threads for the filter.
    progress, cancelled : callable, optional

    Returns
    -------
    Stability
    """
    smooth = np.empty(phase.shape, np.float32) if smooth is None else smooth
    trials = make_trials(baseline, options.largest_slope)
    weight = np.asarray(weight, np.float32)
    fit, share, change, rounds = None, None, np.inf, 0
    while rounds < options.iterations and change > options.tolerance:
        filter_all(phase, trials, fit, weight, smooth, where, options.band_pass, workers, cancelled)
        former, fit = fit, search_all(phase, smooth, trials, cancelled)
        if former is not None:
            change = float(np.sqrt(np.mean((fit.gamma - former.gamma).astype(float) ** 2)))
        share = np.concatenate(noise_share(fit.gamma[:candidates], fit.gamma[candidates:]))
        weight = ((1.0 - share) ** 2).astype(np.float32)
        rounds += 1
        tell(progress, rounds / options.iterations)
        if not weight.any():
            break
    tell(progress, 1.0)
    return Stability(fit, smooth, share, rounds, change)


def refine(
    phase, baseline, where: Places, former: LookAngle, options: StabilityOptions, smooth=None,
    *, workers: int = 1, cancelled=None,
) -> Stability:  # fmt: skip
    """Once more for the points that were chosen, with no others about; see :func:`estimate`.

    Parameters
    ----------
    former : LookAngle
        Of these points.
    """
    smooth = np.empty(phase.shape, np.float32) if smooth is None else smooth
    trials = make_trials(baseline, options.largest_slope)
    weight = (former.gamma.astype(float) ** 2).astype(np.float32)
    filter_all(phase, trials, former, weight, smooth, where, options.band_pass, workers, cancelled)
    fit = search_all(phase, smooth, trials, cancelled)
    change = float(np.sqrt(np.mean((fit.gamma - former.gamma).astype(float) ** 2)))
    return Stability(fit, smooth, np.zeros(len(weight)), 1, change)

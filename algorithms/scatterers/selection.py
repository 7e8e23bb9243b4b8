# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From candidates to persistent scatterers: stability, thresholds, weeding."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..errors import GroundshiftError
from .decoys import Limits, find_limits
from .lookangle import LookAngle
from .spatial_phase import places
from .stability import StabilityOptions, estimate, refine
from .weeding import arc_noise, arcs, best_of_touching, point_noise

LEAST_GAMMA, MOST_GAMMA = 0.05, 0.999
FEWEST = 4  # points that make a triangulation worth while


@dataclass(frozen=True)
class SelectionOptions:
    """What is taken for a persistent scatterer.

    Parameters
    ----------
    stability : StabilityOptions
    noise_share : float
        Largest share of noise among the chosen, 0 to 1.
    noise_per_km2 : float or None
        Or the largest number of noisy pixels a square kilometre.
    separate : bool
        Whether of pixels that touch the most stable one alone stays.
    largest_noise : float
        Radians: standard deviation of a point's phase about a line that slides through time, its
        own part of what the arcs to its neighbours show.
    window : float
        Of that line, years.
    """

    stability: StabilityOptions = field(default_factory=StabilityOptions)
    noise_share: float = 0.05
    noise_per_km2: float | None = None
    separate: bool = True
    largest_noise: float = 0.5
    window: float = 2.0


@dataclass(frozen=True)
class Selection:
    """The points that were chosen.

    Parameters
    ----------
    index : ndarray of int, shape (point,)
        Which of the candidates.
    fit : LookAngle
        Their slope over the baselines, offset and stability.
    noise : ndarray, shape (point,)
        Radians, see :class:`SelectionOptions`.
    limits : Limits
    rounds : int
        Of the search for stabilities.
    passed, apart : int
        Candidates that were stable enough; and of these, those that did not touch a better one.
    """

    index: np.ndarray
    fit: LookAngle
    noise: np.ndarray
    limits: Limits
    rounds: int
    passed: int
    apart: int


def select(
    candidates,
    baseline,
    years,
    spacing,
    options: SelectionOptions,
    allocate=np.empty,
    *,
    workers: int = 1,
    progress=None,
    cancelled=None,
) -> Selection:
    """Choose persistent scatterers.

    Parameters
    ----------
    candidates : object
        With ``rows``, ``cols``, ``dispersion`` of the candidates, ``decoys``, the ``phase`` of
        both, and ``pixels``, the size of the scene; see :class:`.tools.ps_candidates.CandidateSet`.
    baseline, years : ndarray, shape (time,)
        Metres (NaN where unknown); years.
    spacing : (float, float)
        Ground size of a pixel along rows and columns, metres.
    options : SelectionOptions
    allocate : function of (shape, dtype)
        Gives room for the phase that neighbours share.
    workers, progress, cancelled
        See :func:`.stability.estimate`.

    Returns
    -------
    Selection

    Raises
    ------
    GroundshiftError
        If there are none.
    """
    count, decoys = len(candidates.rows), candidates.decoys
    rows = np.concatenate([candidates.rows, decoys.rows])
    cols = np.concatenate([candidates.cols, decoys.cols])
    dispersion = np.concatenate([candidates.dispersion, candidates.dispersion[decoys.model]])
    cell = options.stability.band_pass.cell
    smooth = allocate(candidates.phase.shape, np.float32)
    found = estimate(
        candidates.phase, baseline, places(rows, cols, spacing, cell), 1.0 / dispersion, count,
        options.stability, smooth, workers=workers, progress=progress, cancelled=cancelled,
    )  # fmt: skip
    gamma = found.fit.gamma
    limits = find_limits(
        gamma[:count], dispersion[:count], gamma[count:], dispersion[count:],
        options.noise_share, options.noise_per_km2,
        candidates.pixels * spacing[0] * spacing[1] / 1e6,
    )  # fmt: skip
    least = limits.of(dispersion[:count])
    index = np.flatnonzero(gamma[:count] >= least)
    passed = len(index)
    if passed < FEWEST:
        raise GroundshiftError(
            f"{passed} of {count} candidates are more stable than noise; allow a larger share of "
            "noise, raise the limit of amplitude dispersion, or take more images."
        )
    fit = found.fit.picked(index)
    rounds = found.rounds
    del found
    phase = candidates.phase[:, index]
    where = places(candidates.rows[index], candidates.cols[index], spacing, cell)
    again = refine(
        phase, baseline, where, fit, options.stability, allocate(phase.shape, np.float32),
        workers=workers, cancelled=cancelled,
    )  # fmt: skip
    stay = again.fit.gamma >= least[index]
    index, fit, phase = index[stay], again.fit.picked(stay), phase[:, stay]
    if options.separate:
        stay = best_of_touching(candidates.rows[index], candidates.cols[index], fit.gamma)
        index, fit, phase = index[stay], fit.picked(stay), phase[:, stay]
    apart = len(index)
    noise = _noise(candidates, index, phase, fit, baseline, years, spacing, options)
    stay = noise <= options.largest_noise
    if stay.sum() < FEWEST:
        raise GroundshiftError(
            f"{int(stay.sum())} of {apart} points have a phase noise of at most "
            f"{options.largest_noise:g} rad; allow more."
        )
    return Selection(index[stay], fit.picked(stay), noise[stay], limits, rounds, passed, apart)


def _noise(candidates, index, phase, fit, baseline, years, spacing, options) -> np.ndarray:
    if len(index) < FEWEST:
        return np.full(len(index), np.inf)
    xy = np.column_stack(
        [candidates.cols[index] * spacing[1], candidates.rows[index] * spacing[0]]
    ).astype(float)
    ends = arcs(xy)
    known = baseline if np.isfinite(baseline).all() else np.zeros(len(years))
    noise = arc_noise(phase, fit.slope, known, years, ends, options.window)
    # Of normal noise the stability is exp(-variance / 2).
    prior = -2.0 * np.log(np.clip(fit.gamma.astype(float), LEAST_GAMMA, MOST_GAMMA))
    return point_noise(noise, ends, prior)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The choice of persistent scatterers in a scene: candidates, stable ones, and no mere ground."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace

import numpy as np

from ...errors import GroundshiftError
from ..amplitude import clutter_share
from ..dualpol import equal_clutter_limit
from ..ground import simulate_ground
from ..lookangle import LookAngle
from ..selection import FEWEST, Selection, SelectionOptions, select
from ..spatial_phase import BandPass
from ..stability import StabilityOptions
from .ps_candidates import find_candidates
from .ps_scene import PsScene


@dataclass(frozen=True)
class StablePoints:
    """Points that were chosen, in the order of their place; see :mod:`..selection`.

    Parameters
    ----------
    rows, cols : ndarray of int, shape (point,)
    phase : ndarray of float32, shape (time, point)
        Radians, relative to the scene's reference.
    fit : LookAngle
    dispersion, amplitude, noise : ndarray, shape (point,)
    """

    rows: np.ndarray
    cols: np.ndarray
    phase: np.ndarray
    fit: LookAngle
    dispersion: np.ndarray
    amplitude: np.ndarray
    noise: np.ndarray

    def picked(self, index) -> StablePoints:
        """Some of the points."""
        return StablePoints(
            self.rows[index], self.cols[index], self.phase[:, index], self.fit.picked(index),
            self.dispersion[index], self.amplitude[index], self.noise[index],
        )  # fmt: skip


def choose(scene: PsScene, chosen, scratch, job) -> tuple:
    """The stable points of a scene, and the tool's numbers about how they were found.

    Parameters
    ----------
    scene : PsScene
    chosen : Ps
    scratch : Scratch
        For the candidates' phases.
    job : Job

    Raises
    ------
    GroundshiftError
        If there are none.
    """
    names = tuple(scene.factors)
    if len(names) == 1:
        candidates, selection, _ = _select(scene, names, chosen.dispersion, chosen, scratch, job)
        return _points(candidates, selection), _counts(candidates, selection)
    limit = equal_clutter_limit(chosen.dispersion, len(scene.images), chosen.seed, scene.coherence)
    job.note(
        f"Of two polarisations clutter looks steadier, too: as much lies below {limit:.3f} as "
        f"of one below {chosen.dispersion:.3f}; the lower limit is taken."
    )
    counts, scatterers = (0, 0), 0
    try:
        candidates, selection, scatterers = _select(
            scene, names[:1], chosen.dispersion, chosen, scratch, job.part(0.0, 0.4)
        )
        counts = len(candidates), len(selection.index)
        del candidates
    except GroundshiftError as problem:
        job.note(f"{names[0]} alone gives no points: {problem}")
    candidates, selection, both = _select(scene, names, limit, chosen, scratch, job.part(0.4, 1.0))
    job.note(
        f"{names[0]} alone: {counts[0]} candidates, {counts[1]} "
        f"points; with {names[1]}: {len(candidates)} candidates, {len(selection.index)} points. "
        f"{scatterers} and {both} of the points are steadier than coherent ground "
        f"({both - scatterers:+d})."
    )
    gain = {"SINGLE_COUNT": counts[1], "GAINED": both - scatterers}
    return _points(candidates, selection), {**_counts(candidates, selection), **gain}


def _counts(candidates, selection: Selection) -> dict:
    share = float(selection.limits.noise.sum()) / selection.passed
    return {
        "CANDIDATES": len(candidates), "SELECTED": selection.passed, "EXPECTED_NOISE": 100 * share,
        "SINGLE_COUNT": None, "GAINED": None,
    }  # fmt: skip


def _points(candidates, selection: Selection) -> StablePoints:
    index = selection.index
    return StablePoints(
        candidates.rows[index], candidates.cols[index], candidates.phase[:, index],
        selection.fit, candidates.dispersion[index], candidates.amplitude[index], selection.noise,
    )  # fmt: skip


def _select(scene: PsScene, names, limit, chosen, scratch, job) -> tuple:
    """Candidates, which of them are chosen, and how many of these are no ground."""
    count = len(scene.images)
    candidates = find_candidates(scene, names, limit, chosen.seed, scratch, job.part(0.0, 0.4))
    # A mix of two has a limit of its own, below which as much speckle lies.
    (share,) = clutter_share(count, [chosen.dispersion], chosen.seed, scene.coherence)
    job.note(
        f"{len(candidates)} candidates of {candidates.pixels} pixels; {share:.2%} of pure speckle "
        f"would be one by chance. Phases are relative to {scene.dates[scene.reference]}."
    )
    options = SelectionOptions(
        StabilityOptions(
            BandPass(chosen.cell, chosen.window, chosen.low_pass),
            abs(scene.per_metre) * chosen.max_height, chosen.iterations,
        ),
        chosen.noise_share / 100.0, chosen.noise_density, chosen.separate, chosen.max_noise,
    )  # fmt: skip
    under_way = job.part(0.4, 1.0)
    selection = select(
        candidates, scene.baseline, scene.years, scene.spacing, options, scratch.array,
        workers=job.workers or os.cpu_count() or 1, progress=under_way.progress,
        cancelled=job.cancelled,
    )  # fmt: skip
    job.note(
        f"{selection.passed} candidates are more stable than noise after {selection.rounds} "
        f"rounds ({selection.limits.noise.sum():.0f} of them noise, as the decoys tell); "
        f"{selection.apart} after side lobes, {len(selection.index)} after noisy points."
    )
    ground = simulate_ground(
        scene.coherence, scene.years, scene.baseline, limit=limit,
        largest_noise=options.largest_noise, largest_slope=options.stability.largest_slope,
        window=options.window, polarisations=len(names), seed=chosen.seed,
    )  # fmt: skip
    steady = ground.steadier(
        candidates.dispersion[selection.index], candidates.ground[selection.index],
        candidates.of_ground, options.noise_share,
    )  # fmt: skip
    found, count = int(steady.sum()), len(steady)
    if found < count:
        job.note(
            f"{found} of them have a steadier amplitude than ground as coherent as what surrounds "
            f"them, with {options.noise_share:.0%} of ground among them; {count - found} may be "
            f"ground that stays coherent and are {'kept' if chosen.keep_ground else 'left out'}."
        )
    if not chosen.keep_ground:
        selection = _steady(selection, steady)
    job.tell(1.0)
    return candidates, selection, found


def _steady(selection: Selection, steady) -> Selection:
    """The points without coherent ground."""
    if steady.sum() < FEWEST:
        raise GroundshiftError(
            f"{int(steady.sum())} of {len(steady)} stable points have a steadier amplitude than "
            "coherent ground; keep coherent ground, or use 'Distributed scatterers'."
        )
    return replace(
        selection, index=selection.index[steady], fit=selection.fit.picked(steady),
        noise=selection.noise[steady],
    )  # fmt: skip

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Persistent scatterers of a stack of images: files in, points and series out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.slc import SlcStack
from ..data.statistics import Summary
from ..errors import GroundshiftError
from ..runner import RunOptions, tell
from ..scatterers.amplitude import FEW_DATES, clutter_share
from ..scatterers.dualpol import equal_clutter_limit
from ..scatterers.ground import simulate_ground
from ..scatterers.independence import SpeckleCoherence
from ..scatterers.lookangle import height_slope
from ..scatterers.ps_series import choose_reference
from ..scatterers.selection import Selection, SelectionOptions, select
from ..timeseries.demerror import RadarGeometry
from ..timeseries.velocity import DAYS_PER_YEAR
from .atomic import Transaction
from .ps_candidates import CandidateChoice, find_candidates
from .ps_geometry import heights_at, layers_at, pixel_spacing
from .ps_outputs import PsTargets, write_points, write_rasters
from .ps_solving import Chosen, SeriesOptions, solve
from .scratch import Scratch
from .slc_amplitude import calibrate_stack, measure_coherence
from .slc_hdf5 import read_slc_stack

FEWEST_IMAGES = 5
FEW_IMAGES = 12
BOTH = "both"


@dataclass(frozen=True)
class PsOptions:
    """How to find persistent scatterers and their motion.

    Parameters
    ----------
    dispersion : float
        Amplitude dispersion below which pixels are candidates.
    polarisation : str
        Name of one, `BOTH`, or empty for the first.
    selection : SelectionOptions
    largest_height : float
        Height error to be searched, metres to either side.
    geometry : RadarGeometry
        Where no geometry file tells.
    reference_date : datetime64[D] or None
        That the phases are relative to; None for the one of least expected decorrelation.
    series : SeriesOptions
    seed : int
    """

    dispersion: float = 0.4
    polarisation: str = ""
    selection: SelectionOptions = field(default_factory=SelectionOptions)
    largest_height: float = 30.0
    geometry: RadarGeometry = RadarGeometry()
    reference_date: np.datetime64 | None = None
    series: SeriesOptions = field(default_factory=SeriesOptions)
    seed: int = 0


@dataclass(frozen=True)
class PsReport:
    """What came out.

    Parameters
    ----------
    candidates, selected, points : int
        Candidates; stable ones among them; what was left after weeding and unwrapping.
    false_share : float
        Share of noise that is expected among the selected.
    candidates_alone, selected_alone : int or None
        With the first polarisation alone, where two were mixed (as many as are left by weeding).
    selected_mixed : int or None
        The like with both.
    gained : int or None
        Scatterers more than with the first one alone: points whose amplitude is steadier than
        ground that stays coherent; see :mod:`..scatterers.ground`.
    components : int
        Parts that the unwrapped points are in.
    reference_date : datetime64[D]
    reference : (x, y)
        Map coordinates of the middle of the reference points.
    median_noise : float
        Residual standard deviation of the points, median, mm.
    velocity : Summary
        mm/yr.
    """

    candidates: int
    selected: int
    points: int
    false_share: float
    candidates_alone: int | None
    selected_alone: int | None
    selected_mixed: int | None
    gained: int | None
    components: int
    reference_date: np.datetime64
    reference: tuple
    median_noise: float
    velocity: Summary

    @property
    def noise_percent(self) -> float:
        """The expected share of noise in percent."""
        return 100.0 * self.false_share


@dataclass
class _Run:
    """What all steps of one run share."""

    stack: SlcStack
    options: PsOptions
    factors: dict
    images: np.ndarray
    coherence: SpeckleCoherence
    spacing: tuple
    run_options: RunOptions
    scratch: Scratch
    log: Callable[[str], None]
    cancelled: Callable[[], bool] | None

    @property
    def dates(self):
        return self.stack.dates[self.images]

    @property
    def years(self):
        return (self.dates - self.dates[0]).astype(float) / DAYS_PER_YEAR

    @property
    def baseline(self):
        return np.asarray(self.stack.perpendicular_baseline, float)[self.images]

    def reference(self) -> int:
        """Number of the image that phases are relative to."""
        wanted = self.options.reference_date
        if wanted is None:
            return choose_reference(self.dates, self.baseline, self.stack.wavelength)
        at = np.flatnonzero(self.dates == wanted)
        if not at.size:
            raise GroundshiftError(
                f"{self.stack.path}: has no image of {wanted}; choose one of its dates, which run "
                f"from {self.dates[0]} to {self.dates[-1]}."
            )
        return int(at[0])


def run_ps(
    stack_path,
    targets: PsTargets,
    options: PsOptions | None = None,
    *,
    geometry_path=None,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> PsReport:
    """Find persistent scatterers and their displacement series.

    Parameters
    ----------
    stack_path : path
        ``slcStack.h5``.
    targets : PsTargets
    options : PsOptions, optional
    geometry_path : path, optional
        Geometry file on the same grid.
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.

    Returns
    -------
    PsReport

    Raises
    ------
    GroundshiftError
        If the stack cannot be used or has no such points; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options, run_options = options or PsOptions(), run_options or RunOptions()
    log = log or (lambda text: None)
    stack = read_slc_stack(stack_path)
    names = _polarisations(stack, options.polarisation)
    spacing = pixel_spacing(stack)
    nowhere = np.zeros(0, int)  # what cannot be used is refused now, not at the end
    if geometry_path is not None:
        layers_at(geometry_path, stack.grid, nowhere, nowhere)
    if options.series.without_zero_height:
        heights_at(geometry_path, stack.grid, nowhere, nowhere)
    with Transaction() as files:
        paths = {n: getattr(targets, n) for n in ("points", "timeseries", "mask")}
        folder = next((Path(p).parent for p in paths.values() if p), Path("."))
        points_path = files.add(targets.points) if targets.points else None
        with Scratch(folder, run_options.budget // 2) as scratch:
            factors, images = _images(stack, names, cancelled, log)
            coherence = measure_coherence(
                stack, names[0], images=images, cancelled=cancelled, log=log
            )
            shared = _Run(
                stack, options, factors, images, coherence, spacing, run_options, scratch, log,
                cancelled,
            )  # fmt: skip
            _warn(shared)
            chosen, counts = _choose(shared, names, _part(progress, 0.0, 0.6))
            solved = solve(
                stack, chosen, shared.dates, shared.baseline, spacing, options.series,
                options.geometry, geometry_path, log=log, progress=_part(progress, 0.6, 0.9),
                cancelled=cancelled,
            )  # fmt: skip
            if points_path:
                write_points(points_path, solved.points)
            write_rasters(
                files, targets, stack, solved.points, shared.baseline,
                _attributes(stack, shared.dates, solved), run_options,
                _part(progress, 0.9, 1.0), cancelled,
            )  # fmt: skip
    noise = float(np.median(solved.points.columns["residual_std_mm"]))
    return PsReport(
        counts["candidates"], counts["passed"], len(solved.points), counts["false_share"],
        counts.get("candidates_alone"), counts.get("selected_alone"), counts.get("selected_mixed"),
        counts.get("gained"),
        solved.components, shared.dates[chosen.reference], solved.reference, noise, solved.velocity,
    )  # fmt: skip


def _part(progress, start, stop):
    return None if progress is None else lambda done: progress(start + (stop - start) * done)


def _polarisations(stack: SlcStack, wanted: str) -> tuple:
    if wanted != BOTH:
        stack.dataset(wanted or None)
        return (wanted or stack.polarisations[0],)
    if len(stack.polarisations) < 2:
        raise GroundshiftError(
            f"{stack.path}: has one polarisation ({stack.polarisations[0]}) and two were asked "
            "for; choose it alone, or import the images with both."
        )
    return stack.polarisations[:2]


def _images(stack: SlcStack, names, cancelled, log) -> tuple:
    """Factors by polarisation, and the images that are used: all but empty ones."""
    calibrations = {
        name: calibrate_stack(stack, name, cancelled=cancelled, log=log) for name in names
    }
    empty = np.any([calibration.empty for calibration in calibrations.values()], axis=0)
    if empty.any():
        log(f"Left out, as they are empty: {', '.join(map(str, stack.dates[empty]))}.")
    images = np.flatnonzero(~empty)
    if len(images) < FEWEST_IMAGES:
        raise GroundshiftError(
            f"{stack.path}: {len(images)} image(s) with data are too few for persistent "
            f"scatterers; give {FEWEST_IMAGES} at the very least, better {FEW_DATES} or more."
        )
    return {name: found.factors[images] for name, found in calibrations.items()}, images


def _warn(shared: _Run) -> None:
    log, count = shared.log, len(shared.images)
    if str(shared.stack.attributes.get("FLATTENED", "yes")).lower() == "no":
        log(
            "Warning: the phase of flat earth and topography is still in the images (FLATTENED=no),"
            " so neighbours share no phase; import them again with their orbits or range rasters."
        )
    if count < FEW_IMAGES:
        log(
            f"Warning: {count} images are few: noise looks stable by chance, and few points are "
            "told from it."
        )
    if not np.isfinite(shared.baseline).all():
        log(
            "The perpendicular baselines are not known, so errors of the points' heights stay in "
            "their phases, and few points away from the ground are found."
        )


def _choose(shared: _Run, names, progress):
    """The points, and what is told about how they were found."""
    options = shared.options
    if len(names) == 1:
        candidates, selection, _ = _select(shared, names, options.dispersion, progress)
        return _chosen(shared, candidates, selection), _counts(candidates, selection)
    limit = equal_clutter_limit(
        options.dispersion, len(shared.images), options.seed, shared.coherence
    )
    shared.log(
        f"Of two polarisations clutter looks steadier, too: as much lies below {limit:.3f} as "
        f"of one below {options.dispersion:.3f}; the lower limit is taken."
    )
    alone, scatterers = dict.fromkeys(("candidates_alone", "selected_alone"), 0), 0
    try:
        candidates, selection, scatterers = _select(
            shared, names[:1], options.dispersion, _part(progress, 0.0, 0.4)
        )
        alone = {"candidates_alone": len(candidates), "selected_alone": len(selection.index)}
        del candidates
    except GroundshiftError as problem:
        shared.log(f"{names[0]} alone gives no points: {problem}")
    candidates, selection, both = _select(shared, names, limit, _part(progress, 0.4, 1.0))
    shared.log(
        f"{names[0]} alone: {alone['candidates_alone']} candidates, {alone['selected_alone']} "
        f"points; with {names[1]}: {len(candidates)} candidates, {len(selection.index)} points. "
        f"{scatterers} and {both} of the points are steadier than coherent ground "
        f"({both - scatterers:+d})."
    )
    counts = {
        **_counts(candidates, selection), **alone, "selected_mixed": len(selection.index),
        "gained": both - scatterers,
    }  # fmt: skip
    return _chosen(shared, candidates, selection), counts


def _counts(candidates, selection: Selection) -> dict:
    expected = float(selection.limits.noise.sum())
    return {
        "candidates": len(candidates), "passed": selection.passed,
        "false_share": expected / selection.passed,
    }  # fmt: skip


def _select(shared: _Run, names, limit, progress):
    options, log = shared.options, shared.log
    reference = shared.reference()
    choice = CandidateChoice(
        limit, {name: shared.factors[name] for name in names}, shared.images, reference,
        options.seed,
    )  # fmt: skip
    candidates = find_candidates(
        shared.stack, choice, shared.scratch, run_options=shared.run_options,
        progress=_part(progress, 0.0, 0.4), cancelled=shared.cancelled,
    )  # fmt: skip
    # A mix of two has a limit of its own, below which as much speckle lies.
    (share,) = clutter_share(
        len(shared.images), [options.dispersion], options.seed, shared.coherence
    )
    log(
        f"{len(candidates)} candidates of {candidates.pixels} pixels; {share:.2%} of pure speckle "
        f"would be one by chance. Phases are relative to {shared.dates[reference]}."
    )
    assumed = options.geometry
    per_metre = height_slope(
        shared.stack.wavelength, float(assumed.distance(assumed.incidence)), assumed.incidence
    )
    settings = replace(
        options.selection,
        stability=replace(
            options.selection.stability, largest_slope=abs(per_metre) * options.largest_height
        ),
    )
    workers = shared.run_options.workers or _cores()
    selection = select(
        candidates, shared.baseline, shared.years, shared.spacing, settings,
        shared.scratch.array, workers=workers, progress=_part(progress, 0.4, 1.0),
        cancelled=shared.cancelled,
    )  # fmt: skip
    log(
        f"{selection.passed} candidates are more stable than noise after {selection.rounds} "
        f"rounds ({selection.limits.noise.sum():.0f} of them noise, as the decoys tell); "
        f"{selection.apart} after side lobes, {len(selection.index)} after noisy points."
    )
    ground = simulate_ground(
        shared.coherence, shared.years, shared.baseline, limit=limit,
        largest_noise=settings.largest_noise, largest_slope=settings.stability.largest_slope,
        window=settings.window, polarisations=len(names), seed=options.seed,
    )  # fmt: skip
    dispersion = candidates.dispersion[selection.index]
    steady = ground.scatterers(dispersion, candidates.pixels, settings.noise_share)
    if steady < len(dispersion):
        upto = np.sort(dispersion)[max(steady - 1, 0)]
        log(
            f"{steady} of them, with an amplitude dispersion up to {upto:.2f}, are steadier than "
            f"ground of the scene's coherence ({settings.noise_share:.0%} of it among them); the "
            "others may be ground that stays coherent."
        )
    tell(progress, 1.0)
    return candidates, selection, steady


def _cores() -> int:
    import os

    return os.cpu_count() or 1


def _chosen(shared: _Run, candidates, selection: Selection) -> Chosen:
    index = selection.index
    return Chosen(
        candidates.rows[index], candidates.cols[index], candidates.phase[:, index],
        selection.fit, candidates.dispersion[index], candidates.amplitude[index], selection.noise,
        shared.reference(),
    )  # fmt: skip


def _attributes(stack: SlcStack, dates, solved) -> dict:
    skipped = ("FILE_TYPE", "UNIT", "DATA_TYPE", "POLARIZATIONS")
    own = {k: v for k, v in stack.attributes.items() if k not in skipped}
    return {
        **own, "REF_DATE": str(dates[0]).replace("-", ""),
        "WAVELENGTH": repr(float(stack.wavelength)),
        "REF_POINTS": str(solved.reference_points), "METHOD": "persistent scatterers",
    }  # fmt: skip

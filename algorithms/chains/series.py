# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What chains end with: inversion, corrections, velocity and points of a stack.

The order is that of Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331, section 5: inversion,
troposphere, topography, ramps, velocity; with an atmosphere filter as Berardino et al. (2002) have
it.
"""

from __future__ import annotations

import contextlib
import shutil

from ..formats.hdf5.stacks import TimeSeriesReader, read_timeseries
from ..formats.hdf5.velocity import export_velocity
from ..formats.hdf5.writers import set_attributes
from ..outputs import Outputs, execute
from ..timeseries.correction import Selection
from ..timeseries.pages.correction import plot
from ..timeseries.tools import sbas, timeseriestopoints, velocity
from ..timeseries.tools.correct_and_fit import correct_and_fit
from ..timeseries.tools.correction_files import SeriesSample
from ..timeseries.tools.corrections import Corrections
from .chain import Chain
from .correcting import correction_of


def steps_of(chosen, outputs) -> list:
    """Names of the steps that :func:`motion_of` will do."""
    points = ["points"] * outputs.wanted("POINTS")
    return ["sbas", *chosen.corrections.wanted(), "velocity", *points]


def motion_of(
    chain: Chain, stack, geometry, chosen, weights: dict, least=0.7, linked=None, seen=None
) -> dict:
    """From a stack to the corrected series, its rates and points.

    The inversion writes the series; all that follows reads it once, and writes over it where no
    intermediate file is to be kept.

    Parameters
    ----------
    chain : Chain
    stack : Stack
    geometry : Path or None
        Of the stack.
    chosen : Chosen
        With the parts `reference`, `corrections` and `motion`.
    weights : dict
        Parameters of 'SBAS inversion' by id.
    least : float
        Temporal coherence of pixels that tell about the errors, and of points.
    linked : Path, optional
        Linked images: the points' coherence is theirs, and all are good.
    seen : ThinnedScan, optional
        What the search for a reference has looked at.

    Returns
    -------
    dict
        Numbers by the ids of the chains.
    """
    weights = {**weights, **chosen.reference.by_id()}
    sample = SeriesSample()
    inverted, best, series = _invert(chain, stack, weights, seen, sample)
    chain.discard(stack.path)
    stable, sample = Selection(minimum_coherence=least), sample.displacement(stack.grid)
    series, rates = _correct(chain, series, geometry, chosen, stable, sample)
    if chain.keep:
        shutil.copyfile(series, chain.series)
    else:
        series.replace(chain.series)
    asked = {"GEOMETRY": geometry, "SCATTERERS": linked}
    asked["MIN_TEMPORAL_COHERENCE"] = 0.0 if linked else least
    dates = read_timeseries(chain.series).dates
    chain.outputs.when = dates[0], dates[-1]
    return {**inverted, **rates, "COUNT": _points(chain, asked, best)}


def _invert(chain: Chain, stack, asked, seen, sample) -> tuple:
    """Numbers, best temporal coherence, and the series."""
    series = chain.folder / "timeseries.h5"
    targets = {"TIMESERIES": series, "TEMPORAL_COHERENCE": chain.place("TEMPORAL_COHERENCE")}
    with chain.step("sbas") as step, Outputs(sbas.OUTPUTS, targets) as written:
        if asked["WEIGHTS"] != "uniform" and not stack.has_coherence:
            step.job.note("The stack holds no coherence, so all pairs have equal weights.")
            asked = {**asked, "WEIGHTS": "uniform"}
        chosen = sbas.Sbas.of({"STACK": stack.path, **asked})
        found = sbas.run_on(stack, chosen, written, step.job, seen, sample)
        coherence = written.summaries["TEMPORAL_COHERENCE"]
        step.says(
            f"{found['PIXELS']:,} pixels, {found['DATES']} dates from {found['PAIRS']} pairs; "
            f"reference at ({found['REFERENCE_X']:.6g}, {found['REFERENCE_Y']:.6g}).",
            {
                "Median temporal coherence": coherence.median,
                "Pixels whose network is cut": found["SPLIT_PIXELS"],
                "Median standard deviation of the rate (mm/yr)": found["MEDIAN_STD"],
            },
        )
    return found, coherence.maximum, series


def _correct(chain: Chain, path, geometry, chosen, stable: Selection, sample) -> tuple:
    """The series after all corrections that the data carry, and the numbers of its rates."""
    names = chosen.corrections.wanted()
    found = {name: correction_of(name, chosen, path, geometry) for name in names}
    last = max((k for k, name in enumerate(names) if not found[name][2]), default=0)
    if not names or "demerror" not in names:
        chain.outputs.leave_out("DEM_ERROR")
    steps, target = [], path
    with contextlib.ExitStack() as files:
        series = read_timeseries(path)
        reader = files.enter_context(TimeSeriesReader(series))
        corrections = files.enter_context(Corrections(reader, sample))
        for number, name in enumerate(names):
            correction, delays, why = found[name]
            if why:
                chain.leave_out(name, why, *(["DEM_ERROR"] if name == "demerror" else ()))
                continue
            after, targets = target.with_name(f"{target.stem}_{name}.h5"), {}
            if chain.keep or number == last:
                targets["CORRECTED"] = target = after
            if name == "demerror":
                targets["DEM_ERROR"] = chain.place("DEM_ERROR")
            with chain.step(name) as step:
                written = files.enter_context(Outputs((), targets))
                corrections.find(
                    correction, written, step.job, geometry_path=geometry, delays=delays,
                    selection=stable, with_rate=bool(chain.keep) or number == last,
                )  # fmt: skip
            steps.append(step)
        # Workers of a cluster fill another file; one that they read they could not write over.
        rewrite = not chain.keep and corrections.pixelwise and not chain.job.scheduler
        if rewrite:
            target = path
        raster = chain.place("VELOCITY", "velocity.tif")
        rates = _rates(chain, corrections, raster, chosen.motion, rewrite)
        for step, link in zip(steps, corrections.links):
            _tell(chain, step, link.report())
            if step.name == "demerror":
                limit = link.outputs.summaries["DEM_ERROR"].symmetric_limit
                chain.outputs.look("DEM_ERROR", limits=limit)
    if rewrite and corrections.links:
        set_attributes(path, {"CORRECTIONS": corrections.history()})
    elif target != path:
        chain.discard(path)
    if chain.outputs.wanted("VELOCITY_FILE"):
        own = read_timeseries(target)
        marks = {k: v for k, v in own.attributes.items() if k not in ("FILE_TYPE", "UNIT")}
        export_velocity(raster, chain.outputs.path("VELOCITY_FILE"), own.dates, marks)
    return target, rates


def _tell(chain: Chain, step, report) -> None:
    """What a correction did, which is known after the pass that takes it off."""
    step.says(
        report.summary().split(": ", 1)[1],
        {
            "Standard deviation over stable pixels before (mm)": report.rms_before_mm,
            "Standard deviation over stable pixels after (mm)": report.rms_after_mm,
            "Variance taken out (%)": 100 * report.removed_share,
            "Taken from the rates, RMS (mm/yr)": report.rate_change_mm_yr,
            "Stable and coherent pixels": report.stable_pixels,
        },
        plot(report),
    )
    chain.tell(step)


def _rates(chain: Chain, corrections: Corrections, raster, motion, rewrite: bool) -> dict:
    """Take the corrections off and fit the velocity model, in one pass; the model's numbers."""
    targets = {"VELOCITY": raster}
    with chain.step("velocity") as step, Outputs(velocity.OUTPUTS, targets) as written:
        chosen = velocity.Velocity.of({"TIMESERIES": corrections.series.path, **motion.by_id()})
        found = correct_and_fit(corrections, written, step.job, chosen, rewrite)
        step.says(
            f"{found['PIXELS']:,} pixels between {found['FASTEST_AWAY']:.1f} and "
            f"{found['FASTEST_TOWARDS']:.1f} mm/yr, median standard deviation "
            f"{found['MEDIAN_STD']:.2f} mm/yr, RMS of the residuals {found['RMS']:.2f} mm."
        )
    limits = next(look["limits"] for name, *_, look in written.looks() if name == "VELOCITY")
    for name in ("VELOCITY", "POINTS", "PS_POINTS"):
        chain.outputs.look(name, limits=limits)
    return found


def _points(chain: Chain, asked, best) -> int:
    """Write the good pixels as points; their number."""
    least = asked["MIN_TEMPORAL_COHERENCE"]
    if not chain.outputs.wanted("POINTS"):
        return 0
    if not best >= least:
        why = f"no pixel has a temporal coherence of {least:g} (the best has {best:.2f})."
        chain.leave_out("points", why, "POINTS")
        return 0
    with chain.step("points") as step:
        chosen = timeseriestopoints.TimeSeriesToPoints.of({"TIMESERIES": chain.series, **asked})
        targets = {"POINTS": chain.outputs.path("POINTS")}
        found, _ = execute(timeseriestopoints, chosen, targets, step.job)
        step.says(step.notes[-1])
    return found["COUNT"]

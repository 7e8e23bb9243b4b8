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
from functools import partial

import numpy as np

from ..errors import GroundshiftError
from ..formats.hdf5.stacks import TimeSeriesReader, read_timeseries
from ..formats.hdf5.velocity import export_velocity
from ..formats.hdf5.writers import set_attributes
from ..outputs import Outputs, execute
from ..timeseries.correction import Selection
from ..timeseries.pages.correction import plot
from ..timeseries.tools import sbas, timeseriestopoints, velocity
from ..timeseries.tools.at_once import InvertedReader, invert_correct_and_fit
from ..timeseries.tools.correct_and_fit import correct_and_fit
from ..timeseries.tools.corrections import Corrections
from .chain import STEPS, Chain
from .correcting import correction_of


def steps_of(chosen, outputs) -> list:
    """Names of the steps that :func:`motion_of` will do."""
    points = ["points"] * outputs.wanted("POINTS")
    return ["sbas", *chosen.corrections.wanted(), "velocity", *points]


def fits_at_once(chain: Chain, chosen) -> bool:
    """Whether inversion, corrections and fit may go through the stack together.

    Not where series between them are kept, where a correction needs neighbours of the one that it
    is of, and where results of blocks are sent or kept.
    """
    job = chain.job
    apart = chain.keep or job.scheduler or job.resume
    return not apart and "apsfilter" not in chosen.corrections.wanted()


def motion_of(
    chain: Chain, stack, geometry, chosen, weights: dict, least=0.7, linked=None, seen=None,
    sample=None,
) -> dict:  # fmt: skip
    """From a stack to the corrected series, its rates and points.

    Where a sample of the stack is known, all goes through the stack together. Else the inversion
    writes the series; all that follows reads it once, and writes over it where no intermediate
    file is to be kept.

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
    sample : StackSample, optional
        Only where it :func:`fits_at_once`.

    Returns
    -------
    dict
        Numbers by the ids of the chains.
    """
    weights = {**weights, **chosen.reference.by_id()}
    run = _Run(chain, stack, geometry, chosen, Selection(minimum_coherence=least))
    if sample is None:
        inverted, best = run.invert(weights, seen)
        chain.discard(stack.path)
        series, rates = run.correct()
    else:
        inverted, best, rates = run.invert_and_correct(weights, seen, sample)
        series = run.series
        chain.discard(stack.path)
    if chain.outputs.wanted("VELOCITY_FILE"):
        own = read_timeseries(series)
        marks = {k: v for k, v in own.attributes.items() if k not in ("FILE_TYPE", "UNIT")}
        export_velocity(run.raster, chain.outputs.path("VELOCITY_FILE"), own.dates, marks)
    if chain.keep:
        shutil.copyfile(series, chain.series)
    else:
        series.replace(chain.series)
    asked = {"GEOMETRY": geometry, "SCATTERERS": linked}
    asked["MIN_TEMPORAL_COHERENCE"] = 0.0 if linked else least
    dates = read_timeseries(chain.series).dates
    chain.outputs.when = dates[0], dates[-1]
    return {**inverted, **rates, "COUNT": _points(chain, asked, best)}


class _Run:
    """Inversion, corrections and rates of a chain.

    Attributes
    ----------
    series : Path
        Of the inversion.
    raster : Path
        Of the rates.
    """

    def __init__(self, chain: Chain, stack, geometry, chosen, stable: Selection):
        self._chain, self._stack, self._geometry = chain, stack, geometry
        self._chosen, self._stable = chosen, stable
        self.series = chain.folder / "timeseries.h5"
        self.raster = chain.place("VELOCITY", "velocity.tif")
        if "demerror" not in chosen.corrections.wanted():
            chain.outputs.leave_out("DEM_ERROR")

    def _outputs(self) -> Outputs:
        place = self._chain.place("TEMPORAL_COHERENCE")
        return Outputs(sbas.OUTPUTS, {"TIMESERIES": self.series, "TEMPORAL_COHERENCE": place})

    def _asked(self, weights, step):
        if weights["WEIGHTS"] != "uniform" and not self._stack.has_coherence:
            step.job.note("The stack holds no coherence, so all pairs have equal weights.")
            weights = {**weights, "WEIGHTS": "uniform"}
        return sbas.Sbas.of({"STACK": self._stack.path, **weights})

    def invert(self, weights, seen) -> tuple:
        """Write the series; numbers, and the best temporal coherence."""
        with self._chain.step("sbas") as step, self._outputs() as written:
            asked = self._asked(weights, step)
            with sbas.begin(self._stack, asked, written, step.job, seen) as inversion:
                inversion.run()
            return _inverted(step, inversion, written)

    def correct(self) -> tuple:
        """The series after all corrections that the data carry, and the numbers of its rates."""
        chain, path = self._chain, self.series
        with contextlib.ExitStack() as files:
            reader = files.enter_context(TimeSeriesReader(read_timeseries(path)))
            corrections = files.enter_context(Corrections(reader))
            steps, target = self._find(corrections, files, path, with_series=True)
            # Workers of a cluster fill another file; one that they read they could not write over.
            rewrite = not chain.keep and corrections.pixelwise and not chain.job.scheduler
            if rewrite:
                target = path
            take_off = partial(correct_and_fit, corrections, rewrite=rewrite)
            rates = self._rates(take_off, path)
            self._tell(steps, corrections)
        if rewrite and corrections.links:
            set_attributes(path, {"CORRECTIONS": corrections.history()})
        elif target != path:
            chain.discard(path)
        return target, rates

    def invert_and_correct(self, weights, seen, sample) -> tuple:
        """All of it in one pass; numbers, the best temporal coherence, and those of the rates."""
        chain = self._chain
        with contextlib.ExitStack() as files:
            written = files.enter_context(self._outputs())
            with chain.step("sbas", weight=1) as step:
                asked = self._asked(weights, step)
                inversion = files.enter_context(
                    sbas.begin(self._stack, asked, written, step.job, seen)
                )
                path = written.written("TIMESERIES")
                known = sample.inverted(self._stack, inversion.function)
                step.job.note("It goes through the stack together with what follows.")
            reader = InvertedReader(inversion, path)
            corrections = files.enter_context(Corrections(reader, known))
            try:
                steps, _ = self._find(corrections, files, path, with_series=False)
            except GroundshiftError as error:
                if np.isfinite(known.displacement).any():
                    raise
                raise inversion.nothing() from error  # which is why nothing is stable either
            at_once = partial(invert_correct_and_fit, inversion, corrections)
            more = STEPS["sbas"][1] + STEPS["velocity"][1] - 1
            rates = self._rates(at_once, path, more)
            self._tell(steps, corrections)
        if corrections.links:
            set_attributes(self.series, {"CORRECTIONS": corrections.history()})
        found = _inverted(step, inversion, written)
        chain.tell(step)
        return *found, rates

    def _find(self, corrections: Corrections, files, path, with_series: bool) -> tuple:
        """Find all corrections that the data carry; their steps, and the path of the last series.

        Each has a series of its own where that is kept, and the last one `with_series`.
        """
        chain, geometry, names = self._chain, self._geometry, self._chosen.corrections.wanted()
        found = {name: correction_of(name, self._chosen, path, geometry) for name in names}
        last = max((k for k, name in enumerate(names) if not found[name][2]), default=0)
        steps, target = [], path
        for number, name in enumerate(names):
            correction, delays, why = found[name]
            if why:
                chain.leave_out(name, why, *(["DEM_ERROR"] if name == "demerror" else ()))
                continue
            after, targets = target.with_name(f"{target.stem}_{name}.h5"), {}
            if with_series and (chain.keep or number == last):
                targets["CORRECTED"] = target = after
            if name == "demerror":
                targets["DEM_ERROR"] = chain.place("DEM_ERROR")
            with chain.step(name) as step:
                written = files.enter_context(Outputs((), targets))
                corrections.find(
                    correction, written, step.job, geometry_path=geometry, delays=delays,
                    selection=self._stable, with_rate=bool(chain.keep) or number == last,
                )  # fmt: skip
            steps.append(step)
        return steps, target

    def _rates(self, take_off, path, weight=None) -> dict:
        """Take the corrections off and fit the velocity model, in one pass; the model's numbers."""
        chain, motion = self._chain, self._chosen.motion
        with (
            chain.step("velocity", weight) as step,
            Outputs(velocity.OUTPUTS, {"VELOCITY": self.raster}) as written,
        ):
            chosen = velocity.Velocity.of({"TIMESERIES": path, **motion.by_id()})
            found = take_off(written, step.job, chosen)
            step.says(
                f"{found['PIXELS']:,} pixels between {found['FASTEST_AWAY']:.1f} and "
                f"{found['FASTEST_TOWARDS']:.1f} mm/yr, median standard deviation "
                f"{found['MEDIAN_STD']:.2f} mm/yr, RMS of the residuals {found['RMS']:.2f} mm."
            )
        limits = next(look["limits"] for name, *_, look in written.looks() if name == "VELOCITY")
        for name in ("VELOCITY", "POINTS", "PS_POINTS"):
            chain.outputs.look(name, limits=limits)
        return found

    def _tell(self, steps, corrections: Corrections) -> None:
        """What corrections did, which is known after the pass that takes them off."""
        for step, link in zip(steps, corrections.links):
            _tell(self._chain, step, link.report())
            if step.name == "demerror":
                limit = link.outputs.summaries["DEM_ERROR"].symmetric_limit
                self._chain.outputs.look("DEM_ERROR", limits=limit)


def _inverted(step, inversion, written: Outputs) -> tuple:
    """Tell what an inversion did, whose files are closed; numbers, best temporal coherence."""
    found, coherence = inversion.numbers(), written.summaries["TEMPORAL_COHERENCE"]
    step.says(
        f"{found['PIXELS']:,} pixels, {found['DATES']} dates from {found['PAIRS']} pairs; "
        f"reference at ({found['REFERENCE_X']:.6g}, {found['REFERENCE_Y']:.6g}).",
        {
            "Median temporal coherence": coherence.median,
            "Pixels whose network is cut": found["SPLIT_PIXELS"],
            "Median standard deviation of the rate (mm/yr)": found["MEDIAN_STD"],
        },
    )
    return found, coherence.maximum


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

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The step of a small earthquake from all dates of a series before and after it."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, flag, layer, number, part, text, whole
from ...geometry.tools.asked import Look
from .asked import Corrected

FIELDS = ("mean", "plane", "quadratic", "keep")
NOISES = ("auto", "white", "ar1", "flicker", "random_walk", "power_law")


class CoseismicStack(Chosen):
    """The event, the dates about it, and what is told from its step."""

    series = part(Corrected)
    event = text(
        "Date of the event", "YYYYMMDD; one event a run.", optional=False,
    )  # fmt: skip
    dates_before = whole(
        "Dates before", "The nearest so many; all of the series if empty.", None, 2, optional=True,
    )  # fmt: skip
    dates_after = whole(
        "Dates after", "The nearest so many; all of the series if empty.", None, 2, optional=True,
    )  # fmt: skip
    common_rate = flag(
        "Common rate",
        "Fit a rate before and after with the step. Without it slow motion goes into the step; "
        "with it the step's error is up to twice as large. The log tells how much.", True,
    )  # fmt: skip
    postseismic = flag(
        "Afterslip", "Fit a log10(1 + t) after the event, t in days, with the step.",
    )  # fmt: skip
    far_field = choice(
        "Taken off every date",
        "What the far field shows, by a robust fit: its mean, a plane or a quadratic surface, so "
        "that the step is relative to it. keep: nothing, the step is relative to the series' "
        "reference point. A plane needs a scene several times as wide as the signal.", FIELDS,
    )  # fmt: skip
    expected_area = layer(
        "Expected area",
        "Where the event may have moved the ground; the far field is what lies outside. Without "
        "it, it is the whole scene.", ("polygons",), optional=True,
    )  # fmt: skip
    false_alarms = number(
        "Rate of false alarms",
        "Share of pixels without a step whose step is called detected; control dates measure it.",
        0.05, 1e-4, 0.5,
    )  # fmt: skip
    same_day = choice(
        "An image of the event's day",
        "Counts as after the event, as before it, or is left out.",
        ("after", "before", "leave_out"), advanced=True,
    )  # fmt: skip
    days = number(
        "Dates within (days)", "Of the event, on both sides; no limit if empty.", None, 1.0,
        optional=True, advanced=True,
    )  # fmt: skip
    other_steps = text(
        "Dates of other steps",
        "Of other events within the dates that are used: YYYYMMDD, several separated by commas. "
        "An image of that day counts as after it.", advanced=True,
    )  # fmt: skip
    annual = flag(
        "Annual season", "Fit a sine and a cosine with a period of a year, too.", advanced=True,
    )  # fmt: skip
    noise = choice(
        "Noise",
        "How the dates' noise, whose size is estimated date by date, is correlated in time. auto: "
        "what explains the residuals of a sample of the scene best; the others as in 'Velocity "
        "model'.", NOISES, advanced=True,
    )  # fmt: skip
    controls = whole(
        "Control dates",
        "Dates without an event on which the same stack is tried, at most; 0: none.", 20, 0, 1000,
        advanced=True,
    )  # fmt: skip
    scale_by_controls = flag(
        "Errors by the control dates",
        "Multiply the standard deviations by the factor that the control dates show.",
        advanced=True,
    )  # fmt: skip
    min_temporal_coherence = number(
        "Minimum temporal coherence",
        "Only pixels with at least this tell about noise and far field; all pixels get a step. "
        "Series without the layer: not looked at.", 0.7, 0.0, 1.0, advanced=True,
    )  # fmt: skip
    look = part(Look, advanced=True)
    blocks = part(Blocks)

    def check(self):
        """One event, on a date; other steps on other ones."""
        self.asked()

    def asked(self):
        """As the stack takes it."""
        from ...data.dates import parse_dates
        from ...errors import GroundshiftError
        from ..event_dates import EventChoice

        try:
            events, others = parse_dates(self.event), tuple(parse_dates(self.other_steps))
        except GroundshiftError as error:
            self.refuse(("event", "other_steps"), str(error))
        if len(events) != 1:
            self.refuse(
                "event",
                f"holds {len(events)} dates; give one event, and the dates of others under "
                f"{self.own['other_steps'].words}."
                if events
                else "is empty; give its date as YYYYMMDD.",
            )
        if events[0] in others:
            self.refuse("other_steps", f"{events[0]} is the event itself; leave it out there.")
        return EventChoice(
            events[0], self.same_day, self.dates_before, self.dates_after, self.days,
            self.common_rate, self.annual, self.postseismic, others,
        )  # fmt: skip


OUTPUTS = (
    Output(
        "raster", "STEP", "Coseismic step",
        "Bands: step_mm, step_std_mm, and with afterslip afterslip_mm (a decade of time) and "
        "afterslip_std_mm. Input of 'Down-sample displacement'.",
        style="displacement", limits="symmetric",
        abstract="Displacement along the line of sight by the event, mm, positive towards the "
        "satellite, with its standard deviation.",
    ),
    Output(
        "raster", "RATIO", "Detection ratio",
        "Step over standard deviation; the log tells from which size on it is detected.",
        optional=True, style="coefficient",
        abstract="Coseismic step over its standard deviation.",
    ),
    Output(
        "raster", "CONTROL_STD", "Errors by the control dates",
        "Bands: control_std_mm, the step's standard deviation as the control dates' steps of the "
        "pixel have it; control_ratio, that over the one of the covariance.", optional=True,
        by_default=False, style="residual", limits="p98",
        abstract="Standard deviation of the step by the scatter of the control dates, mm.",
    ),
    Output(
        "raster", "LOS", "Line of sight",
        "Unit vector from the ground to the satellite (east, north, up), where the look angles "
        "are given; for 'Down-sample displacement'.", optional=True, by_default=False,
    ),
    Output(
        "file", "TABLE", "Dates", "Noise and weight of every date.", "CSV (*.csv)", optional=True,
        by_default=False,
    ),
    Output(
        "file", "REPORT", "Report",
        "Dates with their noise and weights, control dates with their false alarms.",
        "HTML (*.html)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "PIXELS": "Pixels with a result", "BEFORE": "Dates before", "AFTER": "Dates after",
    "LARGEST": "Largest step (mm)", "MEDIAN_STD": "Median standard deviation of the step (mm)",
    "LIMIT": "Detection ratio from which on a step is detected",
    "DETECTED": "Pixels with a detected step (%)", "GAIN": "Gain over the best single pair",
    "CONTROL_DATES": "Control dates", "FALSE_ALARMS": "False alarms at control dates (%)",
    "CONTROL_RATIO": "Scatter of the control dates over the standard deviation",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Stack the dates about the event; see :mod:`...declare`."""
    from dataclasses import replace

    import numpy as np

    from ...errors import GroundshiftError
    from ...formats.hdf5.stacks import TimeSeriesReader, read_timeseries
    from ...outputs import Layer
    from ..coseismic import StepFit, stack_noise
    from ..event_dates import control_stacks, event_stack
    from ..pages.coseismicstack import StackReport, page, table_text
    from .event_scene import EventScene
    from .series_noise import levels_of_parts

    asked, alpha = chosen.asked(), chosen.false_alarms
    if outputs.wanted("CONTROL_STD") and not chosen.controls:
        chosen.refuse("controls", "are none, and errors by them are asked for; give some 20.")
    series = read_timeseries(chosen.series.timeseries)
    with TimeSeriesReader(series) as reader:
        asked = replace(asked, levels=levels_of_parts(reader, slice(None)))
        stack = event_stack(series.dates, asked)
        scene = EventScene(reader, chosen, job)
        look = scene.look(chosen.look.source(), outputs)
        job.tell(0.1)
        noise = stack_noise(scene.sample, stack, scene.kind, scene.pairs, scene.scale)
        tried = []
        for other in control_stacks(series.dates, asked, chosen.controls):
            job.check()
            try:
                own = stack_noise(
                    scene.sample, other, scene.kind, scene.pairs, scene.scale, noise.coloured
                )
            except GroundshiftError:  # a gap of the scene about it
                continue
            tried.append((other, own))
        report = StackReport.of(asked, stack, noise, tried, scene, alpha)
        for text_ in report.notes:
            job.note(text_)
        for text_ in report.warnings:
            job.warn(text_)
        by_controls = outputs.wanted("CONTROL_STD") and tried
        if outputs.wanted("CONTROL_STD") and not tried:
            outputs.leave_out("CONTROL_STD")
        factor = report.factor if chosen.scale_by_controls else 1.0
        function = StepFit(
            stack, noise, alpha, factor, asked.postseismic, tuple(tried) if by_controls else ()
        )
        bands = [("step_mm", "mm"), ("step_std_mm", "mm")]
        if asked.postseismic:
            bands += [("afterslip_mm", "mm"), ("afterslip_std_mm", "mm")]
        layers = {"STEP": Layer(bands), "RATIO": Layer((("detection_ratio",),))}
        if by_controls:
            layers["CONTROL_STD"] = Layer((("control_std_mm", "mm"), ("control_ratio",)))
        if look is not None:
            layers["LOS"] = Layer([(f"los_{axis}",) for axis in ("east", "north", "up")])

        def write(window, block):
            values = {
                "STEP": block.step, "RATIO": block.ratio, "std": block.step[1],
                "detected": block.detected,
            }  # fmt: skip
            if by_controls:
                values["CONTROL_STD"] = block.control
            if look is not None:
                values["LOS"] = np.moveaxis(look.block(window), 2, 0).astype(np.float32)
            rasters.write(window, values)

        summed = ("std", "detected")
        note = {"EVENT": str(asked.event), "FIRST_DATE": str(stack.dates[0]),
                "LAST_DATE": str(stack.dates[-1]), **scene.metadata}  # fmt: skip
        with outputs.rasters(layers, series, note=note, summarised=summed) as rasters:
            job.part(0.2, 1.0).blocks(function, scene.read, write, series.grid, scene.memory)
    found = outputs.summaries["STEP"]
    if not found.count:
        raise GroundshiftError(
            f"{series.path}: no pixel has enough of the {len(stack.used)} dates about "
            f"{asked.event}; widen the window or take fewer terms."
        )
    outputs.when = stack.dates[0], stack.dates[-1]
    outputs.look("RATIO", limits=max(outputs.summaries["RATIO"].symmetric_limit, report.limit))
    outputs.text("REPORT", lambda: page(report))
    outputs.text("TABLE", lambda: table_text(report))
    before, after = stack.sides
    largest = max(found.maximum, -found.minimum)
    return {
        "PIXELS": found.count, "BEFORE": before, "AFTER": after,
        "LARGEST": found.maximum if found.maximum == largest else found.minimum,
        "MEDIAN_STD": outputs.summaries["std"].median, "LIMIT": report.limit,
        "DETECTED": 100 * outputs.summaries["detected"].mean, "GAIN": report.gain,
        "CONTROL_DATES": len(report.controls),
        **({"FALSE_ALARMS": 100 * report.alarms, "CONTROL_RATIO": report.factor}
           if report.controls else {}),
    }  # fmt: skip

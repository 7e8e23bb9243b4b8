# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tools that correct a displacement series have in common."""

from __future__ import annotations

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool

TIMESERIES, GEOMETRY = "TIMESERIES", "GEOMETRY"
MIN_COHERENCE, RATE_SIGMAS = "MIN_TEMPORAL_COHERENCE", "RATE_SIGMAS"
MAX_RATE, STEADY = "MAX_RATE", "STEADY"
STEADIES = ("auto", "take", "keep")
CORRECTED, VELOCITY, REMOVED = "CORRECTED", "VELOCITY", "REMOVED"
REPORT, TABLE = "REPORT", "TABLE"


class CorrectionTool(Tool):
    """A tool that takes something off a series and hands it on in the same form."""

    GROUP = "timeseries"
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    GEOMETRY_HELP = ""
    GEOMETRY_OPTIONAL = True
    FOLLOWS_GROUND = False  # whether it fits the scene's own displacement

    def add_series_inputs(self):
        """The series, and the geometry where the tool uses it."""
        self.add_file(
            TIMESERIES, "Displacement time series",
            "HDF5 in MintPy's layout (timeseries.h5), of 'SBAS inversion' or another correction.",
            "HDF5 (*.h5 *.he5)",
        )  # fmt: skip
        if self.GEOMETRY_HELP:
            self.add_file(
                GEOMETRY, "Geometry", self.GEOMETRY_HELP, "HDF5 (*.h5 *.he5)",
                optional=self.GEOMETRY_OPTIONAL,
            )  # fmt: skip

    def add_selection(self):
        """Which pixels tell about the errors."""
        self.add_number(
            MIN_COHERENCE, "Minimum temporal coherence",
            "Only pixels with at least this temporal coherence tell about the errors; all pixels "
            "are corrected. Series without the layer: not looked at.",
            0.7, 0.0, 1.0,
        )  # fmt: skip
        self.add_number(
            RATE_SIGMAS, "Stable within (robust sigmas)",
            "Only pixels whose rate lies within so many robust standard deviations of the "
            "scene's median tell about the errors, so that motion is not taken for one.",
            3.0, 0.1, 1000.0, advanced=True,
        )  # fmt: skip

        self.add_number(
            MAX_RATE, "Largest rate of stable pixels (mm/yr)",
            "Relative to the reference; give it where most of the scene moves, because the "
            "median of the rates is no help there.",
            None, 0.1, optional=True, advanced=True,
        )  # fmt: skip

    def add_steady(self):
        """What becomes of the steady part of a fit that follows the ground."""
        self.add_choice(
            STEADY, "Steady part of what is fitted",
            "Where most of the scene moves, a fit follows the motion. take: take off all that is "
            "fitted; keep: leave its rate and slow changes in the series; auto: leave them where "
            "they are more than errors that change from date to date make by chance, and say so.",
            STEADIES, STEADIES[0], advanced=True,
        )  # fmt: skip

    def add_correction_outputs(self):
        """The corrected series, layers, report and numbers."""
        self.add_file_output(
            CORRECTED, "Corrected time series",
            "HDF5 in MintPy's layout with everything that the input held; the rate is fitted anew.",
            "HDF5 (*.h5)",
        )  # fmt: skip
        self.add_raster_output(
            VELOCITY, "Velocity", "Rate of the corrected series, mm a year.", optional=True
        )
        self.add_raster_output(
            REMOVED, "Removed by date", "What was taken off, a band a date, mm.", optional=True,
            by_default=False,
        )  # fmt: skip
        self.add_file_output(
            REPORT, "Report", "HTML page: variance of the stable pixels by date, before and after.",
            "HTML (*.html)", optional=True,
        )  # fmt: skip
        self.add_file_output(
            TABLE, "Table", "The numbers of the report as CSV.", "CSV (*.csv)", optional=True,
            by_default=False,
        )  # fmt: skip
        for name, title in (
            ("REMOVED_PERCENT", "Variance taken out (%)"),
            ("STD_BEFORE", "Standard deviation over stable pixels before (mm)"),
            ("STD_AFTER", "Standard deviation over stable pixels after (mm)"),
            ("RATE_CHANGE", "Taken from the rates, RMS (mm/yr)"),
            ("DATES_LEFT", "Dates left as they were"), ("PIXELS", "Pixels with a result"),
            ("STABLE_PIXELS", "Stable and coherent pixels"),
        ):  # fmt: skip
            self.add_number_result(name, title)
        self.add_text_result("SUMMARY_TEXT", "What was taken out")

    def add_run(self):
        """Memory, cores and cluster."""
        add_run_parameters(self)

    def correction(self, parameters, context, feedback):
        """The correction with the user's options; for subclasses."""
        raise TypeError(f"{type(self).__name__} does not say what it corrects by")

    def delays(self, parameters, context):
        """Zenith delays for it; None where it takes none."""
        return None

    def extra_targets(self, parameters, context) -> dict:
        """Further outputs of the driver, by the names of its targets."""
        return {}

    def compute(self, parameters, context, feedback):
        """Correct, style, report."""
        from ...algorithms.io.run_correction import CorrectionTargets, run_correction
        from ...algorithms.timeseries.correction import Selection

        paths = {
            name: self.output_path(parameters, name, context)
            for name in (CORRECTED, VELOCITY, REMOVED, REPORT, TABLE)
        }
        extra = self.extra_targets(parameters, context)
        targets = CorrectionTargets(
            paths[CORRECTED], paths[VELOCITY], paths[REMOVED], report=paths[REPORT],
            table=paths[TABLE], **{name.lower(): path for name, path in extra.items()},
        )  # fmt: skip
        largest = self.number(parameters, MAX_RATE, context)
        selection = Selection(
            self.number(parameters, MIN_COHERENCE, context),
            self.number(parameters, RATE_SIGMAS, context),
            None if largest is None else 1e-3 * largest,
        )
        geometry = None
        if self.GEOMETRY_HELP:
            geometry = self.existing_path(parameters, GEOMETRY, context)
        progress = Progress(feedback)
        report = run_correction(
            self.existing_path(parameters, TIMESERIES, context), targets,
            self.correction(parameters, context, feedback), geometry_path=geometry,
            delays=self.delays(parameters, context), selection=selection,
            keep_growing=self.keep_growing(parameters, context),
            motion=self.choice(parameters, STEADY, context) if self.FOLLOWS_GROUND else "auto",
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled, log=lambda text: tell(feedback, text),
        )  # fmt: skip
        feedback.pushInfo(report.summary())
        self._style(paths, report)
        self.style_extra(extra, report)
        return {
            **paths, **extra, "REMOVED_PERCENT": 100 * report.removed_share,
            "STD_BEFORE": report.rms_before_mm, "STD_AFTER": report.rms_after_mm,
            "RATE_CHANGE": report.rate_change_mm_yr,
            "DATES_LEFT": int((~report.applied).sum()), "PIXELS": report.pixels,
            "STABLE_PIXELS": report.stable_pixels, "SUMMARY_TEXT": report.summary(),
        }  # fmt: skip

    def keep_growing(self, parameters, context) -> bool:
        """Whether dates that become noisier are corrected all the same."""
        return False

    def style_extra(self, extra, report):
        """Style the further outputs."""

    def _style(self, paths, report):
        when = (report.dates[0], report.dates[-1])
        self.style_raster(
            paths[VELOCITY], "velocity", report.velocity.symmetric_limit, title="Velocity",
            abstract="Rate along the line of sight after the correction, mm a year, positive "
            "towards the satellite; red moves away.", when=when,
        )  # fmt: skip
        self.style_raster(
            paths[REMOVED], "displacement", report.removed.p98, title="Removed by date",
            abstract="Apparent displacement that was taken off, mm, relative to the reference "
            "date and point; a band a date.", dates=report.dates,
        )  # fmt: skip


def tell(feedback, text: str) -> None:
    """A note of the core to the log; warnings as such."""
    if text.startswith("Warning: "):
        feedback.pushWarning(text[len("Warning: ") :])
    else:
        feedback.pushInfo(text)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slip on the patches of a fault from displacement."""

from __future__ import annotations

from ..tool import Progress, Tool
from .fault_parameters import add_fault, check_fault, fault_source, patching_of
from .sample_parameters import add_samples, samples_of

RAKES = ("auto", "range", "fixed", "free")
EDGES = ("free", "zero")
RULES = ("log_sum", "l_curve", "gcv")
WEIGHTS = ("given", "variance", "equal")
HINGES = ("top", "surface")


class SlipInversion(Tool):
    """Slip and rake on patches, with errors and resolution."""

    ID = "slipinversion"
    NAME = "Slip inversion"
    GROUP = "source"
    SUMMARY = (
        "Finds how much, and which way, the patches of a fault slipped, from samples of "
        "displacement: least squares with the data's covariance, slip kept within bounds and "
        "smooth along, across and between segments. Smoothing and dip are chosen from a grid of "
        "both. Comes with standard errors, resolution, a checkerboard test, moment and magnitude. "
        "Works alike for earthquakes, afterslip and creep. The rock is an elastic half-space; "
        "moment is what noise, smoothing, bounds and dip make it, which its error and its interval "
        "count together (the dip where several are tried)."
    )
    PAPER = (
        "Smoothing: Harris and Segall (1987), doi:10.1029/JB092iB08p07945; dip and smoothing: Feng "
        "et al. (2013), doi:10.1093/gji/ggt254; corner: Hansen and O'Leary (1993), "
        "doi:10.1137/0914086; cross-validation: Golub et al. (1979), "
        "doi:10.1080/00401706.1979.10489751; bounds: Judice and Pires (1994), "
        "doi:10.1016/0305-0548(94)90106-6; dislocations: Okada (1985), doi:10.1785/BSSA0750041135"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "earthquake", "fault", "slip", "distributed", "okada", "coseismic", "afterslip", "rake",
        "moment", "magnitude", "gnss",
    )  # fmt: skip

    SAMPLES, RAKE, RAKE_FROM, RAKE_TO = "SAMPLES", "RAKE", "RAKE_FROM", "RAKE_TO"
    RAKES_BY_SEGMENT, MAX_SLIP = "RAKES_BY_SEGMENT", "MAX_SLIP"
    DIPS, DIP_SEGMENTS, HINGE = "DIPS", "DIP_SEGMENTS", "HINGE"
    SMOOTHINGS, RULE, PER_DIP = "SMOOTHINGS", "RULE", "PER_DIP"
    TOP_EDGE, BOTTOM_EDGE, END_EDGES = "TOP_EDGE", "BOTTOM_EDGE", "END_EDGES"
    RAMPS, WEIGHTS, TRACK_WEIGHTS = "RAMPS", "WEIGHTS", "TRACK_WEIGHTS"
    MONTE_CARLO, SEED, CHECKER = "MONTE_CARLO", "SEED", "CHECKER"
    MODULUS, POISSON = "SHEAR_MODULUS", "POISSON"
    SLIP, FIT, BOARD = "SLIP", "FIT", "BOARD"
    EXCHANGE, GRID, REPORT = "EXCHANGE", "GRID", "REPORT"

    def declare(self):
        """Parameters and outputs."""
        add_samples(self, self.SAMPLES, help="Displacement of one or more tracks.")
        add_fault(self)
        self._declare_slip()
        self._declare_grid()
        self._declare_data()
        self._declare_outputs()

    def _declare_slip(self):
        self.add_choice(
            self.RAKE, "Rake",
            "auto: within 45 degrees of the mean rake of an inversion without bounds; range: "
            "between the two rakes below; fixed: the first of them; free: any way, also backwards.",
            RAKES, RAKES[0],
        )  # fmt: skip
        for name, title, text, value in (
            (self.RAKE_FROM, "Rake from (degrees)",
             "0 left-lateral, 90 reverse, 180 right-lateral, -90 normal (Aki and Richards).",
             -45.0),
            (self.RAKE_TO, "Rake to (degrees)",
             "Larger than the first by less than 180; right-lateral slip is 135 to 225, say.",
             45.0),
        ):  # fmt: skip
            self.add_number(name, title, text, value, -360.0, 540.0, advanced=True)
        self.add_text(
            self.RAKES_BY_SEGMENT, "Rakes by segment",
            "Of segments that slip another way: 2: 60 120, 3: 80 100 (segments count from 1).", "",
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.MAX_SLIP, "Largest slip (m)", "No patch slips more; empty or 0: no limit.", None,
            0.0, 1000.0, optional=True, advanced=True,
        )  # fmt: skip
        for name, title, text, value in (
            (self.TOP_EDGE, "Slip at the top edge",
             "free: may reach it; zero: falls to nought there.", EDGES[0]),
            (self.BOTTOM_EDGE, "Slip at the bottom edge", "free or zero.", EDGES[1]),
            (self.END_EDGES, "Slip at the ends", "free or zero.", EDGES[1]),
        ):  # fmt: skip
            self.add_choice(name, title, text, EDGES, value, advanced=True)

    def _declare_grid(self):
        self.add_text(
            self.DIPS, "Dips to try (degrees)",
            "60:90:2 for every 2 degrees from 60 to 90, or a list; the fault is turned about its "
            "top. Empty for its own dip.", "", optional=True,
        )  # fmt: skip
        self.add_text(
            self.DIP_SEGMENTS, "Segments that get these dips",
            "Such as 1, 3; empty for all. Dips of several segments are found one after another.",
            "", optional=True, advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.HINGE, "Turn the fault about",
            "top: the top edge of its patches; surface: the line where it would reach the surface.",
            HINGES, HINGES[0], advanced=True,
        )  # fmt: skip
        self.add_text(
            self.SMOOTHINGS, "Smoothing factors",
            "One, a list, or 0.1:10:12 for 12 from 0.1 to 10; the larger the smoother. Empty for "
            "12 about the place where data and roughness weigh the same.", "", optional=True,
            advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.RULE, "Choice of dip and smoothing",
            "log_sum: misfit plus roughness, both scaled over the grid (Feng et al.); l_curve: the "
            "corner; gcv: cross-validation, which takes the data's covariance at its word.",
            RULES, RULES[0], advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.PER_DIP, "Scale within each dip",
            "As the code of Feng et al. does: values of different dips can then hardly be "
            "compared. For comparison with earlier work only.", advanced=True,
        )  # fmt: skip

    def _declare_data(self):
        self.add_flag(
            self.RAMPS, "Estimate ramps", "A ramp a track besides its offset; none for GNSS."
        )
        self.add_choice(
            self.WEIGHTS, "Weights of the tracks",
            "given: those below; variance: from the residuals and degrees of freedom (variance "
            "components); equal: so that all tracks' residuals weigh the same.",
            WEIGHTS, WEIGHTS[0], advanced=True,
        )  # fmt: skip
        self.add_text(
            self.TRACK_WEIGHTS, "Given weights",
            "Factors of squared residuals beside the covariance: T128A: 0.8, T033D: 1. Others "
            "are 1.", "", optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.MONTE_CARLO, "Data sets for standard errors",
            "Noisy copies of the model's data that are inverted with the same bounds; 0 for none.",
            50, 0, 10000, integer=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.SEED, "Seed", "Of the noise; the same seed gives the same numbers.", 0, 0,
            integer=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.CHECKER, "Squares of the checkerboard (km)", "0 for no checkerboard test.", 0.0,
            0.0, 1000.0, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.MODULUS, "Shear modulus (GPa)", "For moments.", 30.0, 0.001, 1000.0, advanced=True
        )
        self.add_number(
            self.POISSON, "Poisson's ratio", "0.25 in practice.", 0.25, 0.0, 0.499, advanced=True
        )

    def _declare_outputs(self):
        self.add_vector_output(
            self.SLIP, "Slip",
            "Patches with heights: slip, rake, its standard error, bias and resolution.",
        )  # fmt: skip
        self.add_vector_output(
            self.FIT, "Fit",
            "The samples with modelled_mm, residual_mm and offset_mm (offset and ramp).",
            optional=True,
        )  # fmt: skip
        self.add_vector_output(
            self.BOARD, "Checkerboard", "What comes back of it, with input_slip_m and error_m.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_file_output(
            self.EXCHANGE, "Slip in another format",
            "By its ending: finite-source model (.fsp), Coulomb's .inp or .inr, or .geojson.",
            "FSP (*.fsp);;Coulomb (*.inp *.inr);;GeoJSON (*.geojson)", optional=True,
            by_default=False,
        )  # fmt: skip
        self.add_file_output(
            self.GRID, "Dips and smoothings", "Misfit, roughness and criteria of all of them.",
            "CSV (*.csv)", optional=True, by_default=False,
        )  # fmt: skip
        self.add_file_output(
            self.REPORT, "Report", "Slip, fit by track, L-curve, dip and smoothing.",
            "HTML (*.html)", optional=True,
        )  # fmt: skip
        for name, title in (
            ("MW", "Moment magnitude"), ("MOMENT", "Seismic moment (N m)"),
            ("MOMENT_STD", "Its standard error (N m)"),
            ("MOMENT_LOW", "Moment, lower end of the 95 % interval (N m)"),
            ("MOMENT_HIGH", "Moment, upper end of the 95 % interval (N m)"),
            ("DIP", "Dip that was taken (degrees)"), ("BEST_DIP", "Dip between those tried"),
            ("DIP_STD", "Its standard error (degrees)"), ("SMOOTHING", "Smoothing"),
            ("MAX_SLIP_FOUND", "Largest slip (m)"), ("MEAN_SLIP", "Mean slip (m)"),
            ("MEAN_RAKE", "Mean rake (degrees)"), ("PEAK_DEPTH", "Depth of the largest slip (km)"),
            ("CENTROID_X", "Centroid x"), ("CENTROID_Y", "Centroid y"),
            ("CENTROID_DEPTH", "Centroid depth (km)"), ("RMS", "RMS of residuals (mm)"),
            ("CORRELATION", "Correlation of data and model"),
            ("VARIANCE_REDUCTION", "Variance reduction (%)"),
            ("AT_LIMIT", "Patches at the largest slip"), ("PATCHES", "Patches"),
            ("DATA", "Samples"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """A fault, and texts that can be read."""
        from ...algorithms.errors import GroundshiftError

        problem = check_fault(self, parameters, context)
        if problem:
            return problem
        options = self._options(parameters, context)
        if options.monte_carlo == 1:
            raise GroundshiftError("A standard error takes 2 or more data sets; give 50, or 0.")
        low, high = (
            self.number(parameters, name, context) for name in (self.RAKE_FROM, self.RAKE_TO)
        )
        if self.choice(parameters, self.RAKE, context) == "range" and not 0 < high - low < 180:
            return (
                f"{self.title(self.RAKE_TO)}: is to be larger than the first rake by less than "
                "180; for more, leave the rake free."
            )
        squares = self.number(parameters, self.CHECKER, context)
        if self.is_given(parameters, self.BOARD) and not squares:
            return f"{self.title(self.CHECKER)}: is 0; give it for the checkerboard."
        return None

    def collect(self, parameters, context, feedback):
        """Where samples and fault lie."""
        self._samples = samples_of(self, parameters, self.SAMPLES, context)
        self._fault = fault_source(self, parameters, context)

    def compute(self, parameters, context, feedback):
        """Invert."""
        from ...algorithms.io.run_slipinversion import (
            SlipInput,
            SlipTargets,
            run_slipinversion,
        )
        from ...algorithms.source.slip_texts import parse_rakes

        rakes = [self.number(parameters, n, context) for n in (self.RAKE_FROM, self.RAKE_TO)]
        source = SlipInput(
            *self._samples, self._fault, patching_of(self, parameters, context),
            self.flag(parameters, "FAULT_TRIANGLES", context),
            self.choice(parameters, self.RAKE, context), tuple(rakes),
            parse_rakes(self.text(parameters, self.RAKES_BY_SEGMENT, context)),
        )  # fmt: skip
        names = (self.SLIP, self.FIT, self.BOARD, self.EXCHANGE, self.GRID, self.REPORT)
        targets = SlipTargets(*(self.output_path(parameters, name, context) for name in names))
        progress = Progress(feedback)
        report = run_slipinversion(
            source, targets, self._options(parameters, context), progress=progress,
            cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        self._tell(report, feedback)
        self._style(report, targets)
        written = (
            targets.slip, targets.samples, targets.board, targets.exchange, targets.grid,
            targets.report,
        )  # fmt: skip
        return {**dict(zip(names, written)), **_numbers(report)}

    def _options(self, parameters, context):
        from ...algorithms.source.laplacian import Edges
        from ...algorithms.source.slip_equations import SlipOptions
        from ...algorithms.source.slip_study import StudyOptions
        from ...algorithms.source.slip_texts import (
            parse_dips,
            parse_segments,
            parse_smoothings,
            parse_weights,
        )

        edges = Edges(*(
            self.choice(parameters, name, context)
            for name in (self.TOP_EDGE, self.BOTTOM_EDGE, self.END_EDGES)
        ))  # fmt: skip
        slip = SlipOptions(
            max_slip=self.number(parameters, self.MAX_SLIP, context) or float("inf"), edges=edges,
            poisson=self.number(parameters, self.POISSON, context),
        )  # fmt: skip
        return StudyOptions(
            slip, dips=parse_dips(self.text(parameters, self.DIPS, context)),
            segments=parse_segments(self.text(parameters, self.DIP_SEGMENTS, context)),
            hinge=self.choice(parameters, self.HINGE, context),
            smoothings=parse_smoothings(self.text(parameters, self.SMOOTHINGS, context)),
            rule=self.choice(parameters, self.RULE, context),
            per_dip=self.flag(parameters, self.PER_DIP, context),
            ramps=self.flag(parameters, self.RAMPS, context),
            weights=self.choice(parameters, self.WEIGHTS, context),
            track_weights=parse_weights(self.text(parameters, self.TRACK_WEIGHTS, context)),
            monte_carlo=self.integer(parameters, self.MONTE_CARLO, context),
            checker_size=self.number(parameters, self.CHECKER, context) * 1e3,
            seed=self.integer(parameters, self.SEED, context),
            shear_modulus=self.number(parameters, self.MODULUS, context) * 1e9,
        )  # fmt: skip

    def _tell(self, report, feedback):
        found = report.study
        summary, fit = found.summary, found.fits[-1]
        feedback.pushInfo(
            f"Mw {summary.magnitude:.2f}, {summary.moment:.3g} N m; largest slip "
            f"{summary.max_slip:.3g} m at {summary.max_depth / 1e3:.3g} km; RMS "
            f"{fit.rms * 1e3:.3g} mm, correlation {fit.correlation:.4f}."
        )
        for text in report.warnings:
            feedback.pushWarning(text)

    def _style(self, report, targets):
        from ...algorithms.io.slip_file import slip_limits

        summary = report.study.summary
        about = (
            f"Slip of the hanging wall in metres; Mw {summary.magnitude:.2f}. Smoothing "
            f"{report.study.solution.smoothing:.4g}."
        )
        highest = slip_limits(summary.max_slip)
        self.style_vector(targets.slip, "slip", highest, "Slip", about)
        self.style_vector(targets.board, "slip", highest, "Checkerboard", "Recovered slip, m.")
        largest = report.limit_mm
        self.style_vector(
            targets.samples, "samples_displacement", (-largest, largest), "Fit",
            "Observed displacement along the line of sight, mm, positive towards the satellite; "
            "modelled_mm holds the model's with offset_mm, residual_mm what is left.",
        )  # fmt: skip


def _numbers(report):
    import math

    found = report.study
    summary, fit = found.summary, found.fits[-1]
    numbers = {
        "MW": summary.magnitude, "MOMENT": summary.moment, "MOMENT_STD": found.moment_std,
        "MOMENT_LOW": found.moment_interval[0], "MOMENT_HIGH": found.moment_interval[1],
        "DIP": report.dip, "BEST_DIP": found.dip,
        "DIP_STD": found.dip_std, "SMOOTHING": found.solution.smoothing,
        "MAX_SLIP_FOUND": summary.max_slip, "MEAN_SLIP": summary.mean_slip,
        "MEAN_RAKE": math.degrees(summary.mean_rake), "PEAK_DEPTH": summary.max_depth / 1e3,
        "CENTROID_X": report.centroid[0], "CENTROID_Y": report.centroid[1],
        "CENTROID_DEPTH": -summary.centroid[2] / 1e3, "RMS": fit.rms * 1e3,
        "CORRELATION": fit.correlation, "VARIANCE_REDUCTION": fit.variance_reduction * 100,
        "AT_LIMIT": found.limited, "PATCHES": len(found.model), "DATA": fit.samples,
    }  # fmt: skip
    return {name: value for name, value in numbers.items() if math.isfinite(value)}

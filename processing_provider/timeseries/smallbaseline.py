# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole chain in one tool: interferograms in, a velocity with its corrections out."""

from __future__ import annotations

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool
from .chain_parameters import add_corrections, check_corrections, corrections
from .correction_tool import tell
from .motion_parameters import add_motion, check_motion, motion_model
from .pair_parameters import LOOKS, REFERENCE_RADIUS, add_looks, add_reference_radius
from .sbas import WEIGHTS

CLOSURE = ("bridging_closure", "bridging", "closure", "none")
NETWORK = (
    ("MAX_BASELINE", "maximum_baseline", "Largest perpendicular baseline (m)",
     "Pairs with a longer one are dropped; empty for no limit.", None),
    ("MAX_DAYS", "maximum_days", "Largest temporal baseline (days)",
     "Pairs that span more days are dropped; empty for no limit.", None),
    ("MIN_PAIR_COHERENCE", "minimum_coherence", "Minimum mean coherence of a pair",
     "Pairs whose coherence over the scene is lower on average are dropped; empty for no limit.",
     1.0),
)  # fmt: skip


class SmallBaseline(Tool):
    """Import, network, unwrapping errors, inversion, corrections, velocity, points."""

    ID = "smallbaseline"
    NAME = "Small-baseline chain"
    GROUP = "timeseries"
    SUMMARY = (
        "The whole way from unwrapped interferograms to a velocity in one run: import, choice of "
        "pairs, correction of unwrapping errors, SBAS inversion, troposphere, height errors, "
        "ramps, atmosphere filter, velocity, points. A step that the data do not carry (no "
        "heights, no baselines, no triplets) is left out, which the log and the report say. Each "
        "step is a tool of its own, too, with more options; the model 'Small-baseline chain, "
        "step by step' puts them together to be changed."
    )
    PAPER = (
        "Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331, for the order of the steps; "
        "Berardino et al. (2002), doi:10.1109/TGRS.2002.803792; the other methods stand at the "
        "tools of the steps"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("sbas", "workflow", "mintpy", "velocity", "subsidence", "all in one")

    FOLDER, STACK_FILE, GEOMETRY = "FOLDER", "STACK_FILE", "GEOMETRY"
    WAVELENGTH, REFERENCE_POINT, KEEP_TREE = "WAVELENGTH", "REFERENCE_POINT", "KEEP_TREE"
    CLOSURE, WEIGHTS, MIN_COHERENCE = "CLOSURE", "WEIGHTS", "MIN_COHERENCE"
    EXCLUDE_DATES, ROBUST = "EXCLUDE_DATES", "ROBUST"
    QUALITY, KEEP_FOLDER = "MIN_TEMPORAL_COHERENCE", "KEEP_FOLDER"
    OUTPUTS = {
        "TIMESERIES": "timeseries", "VELOCITY": "velocity",
        "TEMPORAL_COHERENCE": "temporal_coherence", "DEM_ERROR": "dem_error",
        "POINTS": "points", "VELOCITY_FILE": "velocity_file", "REPORT": "report",
    }  # fmt: skip

    def declare(self):
        """Parameters and outputs."""
        self.add_folder(
            self.FOLDER, "Folder of interferograms",
            "A product's folder, as 'Import interferogram stack' takes it.", optional=True,
        )  # fmt: skip
        self.add_file(
            self.STACK_FILE, "or stack file",
            "ifgramStack.h5 of 'Import interferogram stack' or of MintPy, instead of a folder.",
            "HDF5 (*.h5 *.he5)", optional=True,
        )  # fmt: skip
        self.add_file(
            self.GEOMETRY, "Geometry",
            "geometryGeo.h5 of a stack file; the one beside it if empty. Folders bring their own.",
            "HDF5 (*.h5 *.he5)", optional=True,
        )  # fmt: skip
        self.add_number(
            self.WAVELENGTH, "Wavelength (m)",
            "Of a folder whose product does not say: Sentinel-1 0.05546576.", None, 0.005, 2.0,
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_point(
            self.REFERENCE_POINT, "Reference point",
            "Where the motion is taken as zero; the most coherent ground away from motion if "
            "empty.",
        )  # fmt: skip
        add_reference_radius(self)
        self._declare_pairs()
        self._declare_corrections()
        self._declare_outputs()
        add_run_parameters(self)

    def _declare_pairs(self):
        for name, _, title, help, most in NETWORK:
            self.add_number(name, title, help, None, 0.0, most, optional=True, advanced=True)
        self.add_flag(
            self.KEEP_TREE, "Keep the spanning tree",
            "Pairs of the spanning tree of highest coherence stay whatever the limits say.", True,
            advanced=True,
        )  # fmt: skip
        self.add_text(
            self.EXCLUDE_DATES, "Dates to leave out", "YYYYMMDD, several separated by commas.", "",
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.CLOSURE, "Unwrapping errors",
            "bridging_closure: whole cycles between reliable components, then those that make "
            "triplets close; one of the two alone; none: left as they are.",
            CLOSURE, CLOSURE[0],
        )  # fmt: skip
        self.add_choice(
            self.WEIGHTS, "Weights of the pairs", "See 'SBAS inversion'. Stacks without a "
            "coherence are inverted with equal weights.", WEIGHTS, WEIGHTS[0], advanced=True,
        )  # fmt: skip
        self.add_number(
            self.MIN_COHERENCE, "Coherence threshold",
            "A pair counts at a pixel where its coherence is at least this.", 0.0, 0.0, 1.0,
            advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.ROBUST, "Reject unwrapping errors",
            "Leaves out the pairs that contradict the others at a pixel, after what the correction "
            "of unwrapping errors has left; see 'SBAS inversion'. Off: two to four times as fast.",
            True, advanced=True,
        )  # fmt: skip
        add_looks(self)

    def _declare_corrections(self):
        add_corrections(self)
        self.add_number(
            self.QUALITY, "Minimum temporal coherence",
            "Of points, and of the pixels that tell about the errors.", 0.7, 0.0, 1.0,
        )  # fmt: skip
        add_motion(self, 1, advanced=True)

    def _declare_outputs(self):
        self.add_file_output(
            "TIMESERIES", "Displacement time series",
            "HDF5 in MintPy's layout, after all corrections.", "HDF5 (*.h5)",
        )  # fmt: skip
        self.add_raster_output(
            "VELOCITY", "Velocity",
            "Rate with its standard deviation, then the other coefficients of the motion model.",
        )  # fmt: skip
        self.add_raster_output(
            "TEMPORAL_COHERENCE", "Temporal coherence",
            "How well the pairs agree with the series, 0 to 1.", optional=True,
        )  # fmt: skip
        self.add_vector_output(
            "POINTS", "Points", "Good pixels with their rate and series.", optional=True
        )
        self.add_file_output(
            "REPORT", "Report", "HTML page: what every step did, in numbers and plots.",
            "HTML (*.html)", optional=True,
        )  # fmt: skip
        self.add_raster_output("DEM_ERROR", "DEM error", "Metres.", optional=True, by_default=False)
        self.add_file_output(
            "VELOCITY_FILE", "Velocity as HDF5", "velocity.h5 in MintPy's layout.",
            "HDF5 (*.h5)", optional=True, by_default=False,
        )  # fmt: skip
        self.add_folder_output(
            self.KEEP_FOLDER, "Folder for intermediate files",
            "Keeps the stacks and the series between the steps; without it they go away.",
            optional=True, by_default=False, advanced=True,
        )  # fmt: skip
        for name, title in (
            ("DATES", "Dates"), ("PAIRS", "Pairs used"), ("PAIRS_DROPPED", "Pairs dropped"),
            ("CYCLES", "Phases given whole cycles"), ("PIXELS", "Pixels with a result"),
            ("COUNT", "Points"), ("RMS", "Mean RMS of the residuals (mm)"),
            ("REFERENCE_X", "Reference x"), ("REFERENCE_Y", "Reference y"),
            ("FASTEST_AWAY", "Fastest rate away (mm/yr)"),
            ("FASTEST_TOWARDS", "Fastest rate towards (mm/yr)"),
            ("MEDIAN_STD", "Median standard deviation of the rate (mm/yr)"),
        ):  # fmt: skip
            self.add_number_result(name, title)
        self.add_text_result("STEPS_DONE", "Steps that were done")

    def check(self, parameters, context):
        """One source; the weather's files; dates that are ones."""
        from ...algorithms.data.dates import parse_dates

        if sum(self.is_given(parameters, n) for n in (self.FOLDER, self.STACK_FILE)) != 1:
            return "Give either a folder of interferograms (FOLDER) or a stack file (STACK_FILE)."
        parse_dates(self.text(parameters, self.EXCLUDE_DATES, context))
        return check_corrections(self, parameters, context) or check_motion(
            self, parameters, context
        )

    def compute(self, parameters, context, feedback):
        """Run the chain."""
        from ...algorithms.io.chain_options import ChainTargets
        from ...algorithms.io.run_smallbaseline import run_smallbaseline

        source = self.existing_path(parameters, self.FOLDER, context) or self.existing_path(
            parameters, self.STACK_FILE, context
        )
        paths = {name: self.output_path(parameters, name, context) for name in self.OUTPUTS}
        targets = ChainTargets(**{field: paths[name] for name, field in self.OUTPUTS.items()})
        keep = None
        if self.is_given(parameters, self.KEEP_FOLDER):
            keep = self.output_path(parameters, self.KEEP_FOLDER, context)
        progress = Progress(feedback)
        report = run_smallbaseline(
            source, targets, self._options(parameters, context, source),
            geometry_path=self.existing_path(parameters, self.GEOMETRY, context),
            keep_folder=keep, run_options=run_options(self, parameters, context),
            progress=progress, cancelled=progress.cancelled,
            log=lambda text: tell(feedback, text),
        )  # fmt: skip
        written = {
            name: path for name, path in paths.items()
            if self.OUTPUTS[name] in (*report.written, "report")
        }  # fmt: skip
        self._style(written, report)
        return {**written, self.KEEP_FOLDER: keep, **self._numbers(report)}

    @staticmethod
    def _numbers(report):
        bands = report.velocity.bands
        velocity = bands["velocity_mm_yr"]
        return {
            "DATES": report.sbas.dates, "PAIRS": report.sbas.pairs,
            "PAIRS_DROPPED": report.number("network", "Pairs dropped"),
            "CYCLES": report.number("closure", "Phases given whole cycles"),
            "PIXELS": report.velocity.pixels, "COUNT": report.points,
            "RMS": report.velocity.rms_mm, "REFERENCE_X": report.sbas.reference[0],
            "REFERENCE_Y": report.sbas.reference[1], "FASTEST_AWAY": velocity.minimum,
            "FASTEST_TOWARDS": velocity.maximum,
            "MEDIAN_STD": bands["velocity_std_mm_yr"].median,
            "STEPS_DONE": ", ".join(step.name for step in report.steps if step.done),
        }  # fmt: skip

    def _options(self, parameters, context, source):
        from ...algorithms.data.dates import parse_dates
        from ...algorithms.io.chain_options import ChainOptions
        from ...algorithms.io.chain_steps import crs_of
        from ...algorithms.io.importing import ImportOptions
        from ...algorithms.io.reference_place import ReferenceChoice
        from ...algorithms.io.run_closure import ClosureOptions
        from ...algorithms.io.run_points import PointOptions
        from ...algorithms.timeseries.correction import Selection
        from ...algorithms.timeseries.network_selection import SelectionOptions
        from ...algorithms.timeseries.sbas import SbasOptions

        point = None
        if self.is_given(parameters, self.REFERENCE_POINT):
            point = self.point(parameters, self.REFERENCE_POINT, context, crs_of(source))
        closure = self.choice(parameters, self.CLOSURE, context)
        quality = self.number(parameters, self.QUALITY, context)
        return ChainOptions(
            importing=ImportOptions(wavelength=self.number(parameters, self.WAVELENGTH, context)),
            network=SelectionOptions(
                keep_tree=self.flag(parameters, self.KEEP_TREE, context),
                exclude_dates=tuple(
                    parse_dates(self.text(parameters, self.EXCLUDE_DATES, context))
                ),
                **{field: self.number(parameters, name, context) for name, field, *_ in NETWORK},
            ),
            closure=None if closure == "none" else ClosureOptions(method=closure),
            sbas=SbasOptions(
                weights=self.choice(parameters, self.WEIGHTS, context),
                minimum_coherence=self.number(parameters, self.MIN_COHERENCE, context),
                looks=self.number(parameters, LOOKS, context),
                robust=self.flag(parameters, self.ROBUST, context),
            ),
            reference=ReferenceChoice(point, self.integer(parameters, REFERENCE_RADIUS, context)),
            stable=Selection(minimum_coherence=quality),
            model=motion_model(self, parameters, context),
            points=PointOptions(minimum_coherence=quality),
            **corrections(self, parameters, context),
        )

    def _style(self, written, report):
        when = (report.dates[0], report.dates[-1])
        velocity = report.velocity.bands["velocity_mm_yr"]
        self.style_raster(
            written.get("VELOCITY"), "velocity", velocity.symmetric_limit, title="Velocity",
            abstract="Rate along the line of sight in mm a year, positive towards the satellite; "
            "red moves away.", when=when,
        )  # fmt: skip
        self.style_raster(
            written.get("TEMPORAL_COHERENCE"), "temporal_coherence", title="Temporal coherence",
            abstract="How well the pairs agree with the series (Pepe and Lanari 2006).", when=when,
        )  # fmt: skip
        if written.get("DEM_ERROR"):
            self.style_raster(
                written["DEM_ERROR"], "dem_error", report.dem_error.symmetric_limit,
                title="DEM error",
                abstract="Metres by which the ground lies above the elevation model.", when=when,
            )  # fmt: skip
        self.style_vector(
            written.get("POINTS"), "points_velocity", velocity.symmetric_limit, when=when,
            title="Motion points", abstract="Rate (velocity_mm_yr) and displacement by date "
            "(DYYYYMMDD, mm) along the line of sight, positive towards the satellite.",
        )  # fmt: skip

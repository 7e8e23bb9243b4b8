# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The whole chain in one tool: radar images in, moving points out."""

from __future__ import annotations

from ..running import add_run_parameters, run_options
from ..timeseries.chain_parameters import add_corrections, check_corrections, corrections
from ..timeseries.correction_tool import tell
from ..timeseries.motion_parameters import add_motion, check_motion, motion_model
from ..timeseries.pair_parameters import REFERENCE_RADIUS, add_reference_radius
from ..tool import Progress, Tool
from .image_parameters import STACK, add_filter, add_images, phase_filter

PERSISTENT = ("dispersion", "stability", "none")
ESTIMATORS = ("pta", "emi", "evd", "tevd")
TESTS = ("glrt", "ci", "t", "ks", "ad", "none")
NETWORKS = ("connections", "days", "single_reference", "all")
METHODS = ("spacetime", "auto", "whirlwind", "mcf", "snaphu", "spurt")


class PsDs(Tool):
    """Persistent and distributed scatterers, unwrapping, inversion, corrections, points."""

    ID = "psds"
    NAME = "Images to motion (PS and DS)"
    GROUP = "scatterers"
    SUMMARY = (
        "The whole way from a stack of radar images to the motion of points in one run: persistent "
        "scatterers, phase linking of distributed ones over their homogeneous neighbours, "
        "interferograms of both, unwrapping, inversion, height errors and other corrections, "
        "velocity, points. Every step is a tool of its own, too, with more options; the model "
        "'Images to motion, step by step' puts them together to be changed. Neighbouring "
        "distributed scatterers share most of their neighbours, so they are not independent. The "
        "images have to be flattened, as 'Import radar images' makes them."
    )
    PAPER = (
        "Ferretti et al. (2011), doi:10.1109/TGRS.2011.2124465; Hooper (2008), "
        "doi:10.1029/2008GL034654; the other methods stand at the tools of the steps"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("workflow", "squeesar", "psi", "ps", "ds", "slc", "all in one", "phase linking")

    GEOMETRY, PERSISTENT, DISPERSION = "GEOMETRY", "PERSISTENT", "DISPERSION"
    KEEP_ALL = "KEEP_ALL"
    ESTIMATOR, TEST, ROWS, COLS = "ESTIMATOR", "TEST", "WINDOW_ROWS", "WINDOW_COLS"
    STRIDE_ROWS, STRIDE_COLS = "STRIDE_ROWS", "STRIDE_COLS"
    LEAST, QUALITY, MINISTACK = "MIN_BROTHERS", "MIN_QUALITY", "MINISTACK"
    POLARISATION = "POLARISATION"
    NETWORK, CONNECTIONS, DAYS, METHOD = "NETWORK", "CONNECTIONS", "DAYS", "METHOD"
    REFERENCE_POINT, KEEP_FOLDER = "REFERENCE_POINT", "KEEP_FOLDER"
    OUTPUTS = {
        "TIMESERIES": "timeseries", "POINTS": "points", "PS_POINTS": "ps_points",
        "VELOCITY": "velocity", "DEM_ERROR": "dem_error", "GOODNESS": "quality", "KIND": "kind",
        "LINKED": "linked", "INTERFEROGRAMS": "interferograms", "REPORT": "report",
    }  # fmt: skip

    def declare(self):
        """Parameters and outputs."""
        add_images(self)
        self.add_file(
            self.GEOMETRY, "Geometry",
            "The geometry file that was made with the stack: heights and look angles for the "
            "corrections and the points.",
            "HDF5 (*.h5 *.he5)", optional=True,
        )  # fmt: skip
        self._declare_scatterers()
        self._declare_network()
        add_corrections(self, "none")
        add_motion(self, 1, advanced=True)
        self._declare_outputs()
        add_run_parameters(self, cluster=False)

    def _declare_scatterers(self):
        self.add_choice(
            self.PERSISTENT, "Persistent scatterers",
            "dispersion: by their amplitude, as 'PS candidates'; stability: by the noise of their "
            "phase, as 'Persistent scatterers', which takes longer and of pixels that touch keeps "
            "one; none.",
            PERSISTENT, PERSISTENT[0],
        )  # fmt: skip
        self.add_flag(
            self.KEEP_ALL, "Keep all their phases",
            "Otherwise a persistent scatterer keeps its own phase only where that is less noisy "
            "than the linked one: ground that merely stays coherent passes for one, too.",
            False, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.DISPERSION, "Limit of amplitude dispersion",
            "Pixels below are candidates; with 'dispersion' those below 0.25 are taken.", 0.4, 0.01,
            2.0, advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.ESTIMATOR, "Phase linking", "See 'Distributed scatterers'.", ESTIMATORS,
            ESTIMATORS[0], advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.TEST, "Test for neighbours",
            "See 'Homogeneous neighbours'; none takes the whole window.", TESTS, TESTS[0],
            advanced=True,
        )  # fmt: skip
        for name, title in ((self.ROWS, "Window: rows"), (self.COLS, "Window: columns")):
            self.add_number(name, title, "Pixels, an odd number.", 15, 1, 61, integer=True)
        for name, title in (
            (self.STRIDE_ROWS, "Stride: rows"), (self.STRIDE_COLS, "Stride: columns"),
        ):  # fmt: skip
            self.add_number(
                name, title, "Rows or columns of the images in one pixel of the result.", 1, 1,
                integer=True, advanced=True,
            )  # fmt: skip
        self.add_number(
            self.LEAST, "Minimum number of neighbours",
            "Pixels with fewer are no distributed scatterers.", 20, 1, integer=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.QUALITY, "Minimum goodness of fit",
            "Of a distributed scatterer, 0 to 1. Noise alone has 0.2 to 0.4.", 0.5, 0.0, 1.0,
            advanced=True,
        )  # fmt: skip
        self.add_number(
            self.MINISTACK, "Images of a small stack",
            "For long stacks: link so many at a time. Empty links all at once.", None, 3,
            integer=True, optional=True, advanced=True,
        )  # fmt: skip

        add_filter(self, advanced=True)
        self.add_text(
            self.POLARISATION, "Polarisation", "Such as VH; the stack's first if empty.", "",
            optional=True, advanced=True,
        )  # fmt: skip

    def _declare_network(self):
        self.add_choice(
            self.NETWORK, "Interferograms",
            "connections: each date with the next few; days: all pairs up to a span; "
            "single_reference: all with the first date; all.",
            NETWORKS, NETWORKS[0], advanced=True,
        )  # fmt: skip
        self.add_number(
            self.CONNECTIONS, "Connections", "Of each date with later ones.", 3, 1, integer=True,
            advanced=True,
        )  # fmt: skip
        self.add_number(
            self.DAYS, "Longest span (days)", "For the network 'days'.", 48, 1, integer=True,
            advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.METHOD, "Unwrapping",
            "spacetime: the scatterers as sparse points, in time and then in space, where they "
            "fit into the memory, else auto; others as in 'Phase unwrapping'. snaphu may not be "
            "used commercially.",
            METHODS, METHODS[0], advanced=True,
        )  # fmt: skip
        self.add_point(
            self.REFERENCE_POINT, "Reference point",
            "Where the motion is taken as zero; chosen and named in the log if empty.",
        )  # fmt: skip
        add_reference_radius(self)

    def _declare_outputs(self):
        self.add_file_output(
            "TIMESERIES", "Displacement time series",
            "HDF5 in MintPy's layout, after all corrections.", "HDF5 (*.h5)",
        )  # fmt: skip
        self.add_vector_output(
            "POINTS", "Motion points",
            "Persistent (scatterer_kind 2) and distributed (1) scatterers with rate, goodness "
            "(coherence), brothers, expected phase noise and displacement by date.",
        )  # fmt: skip
        self.add_vector_output(
            "PS_POINTS", "Persistent scatterers",
            "What 'Persistent scatterers' or 'PS candidates' tell of them.", optional=True,
            by_default=False,
        )  # fmt: skip
        for name, title, text, default in (
            ("VELOCITY", "Velocity", "mm a year along the line of sight, and its errors.", True),
            ("DEM_ERROR", "DEM error", "Metres by which scatterers lie above the model.", False),
            ("GOODNESS", "Goodness of fit", "Of the linked phases, 0 to 1.", False),
            ("KIND", "Kind of scatterer", "0: none, 1: distributed, 2: persistent.", False),
        ):
            self.add_raster_output(name, title, text, optional=True, by_default=default)
        for name, title, text, kind in (
            ("LINKED", "Linked images", "As 'Distributed scatterers' writes them.", "HDF5 (*.h5)"),
            ("INTERFEROGRAMS", "Unwrapped interferograms", "ifgramStack.h5.", "HDF5 (*.h5)"),
            ("REPORT", "Report", "What every step did.", "HTML (*.html)"),
        ):
            self.add_file_output(
                name, title, text, kind, optional=True, by_default=name == "REPORT",
                advanced=name != "REPORT",
            )  # fmt: skip
        self.add_folder_output(
            self.KEEP_FOLDER, "Folder for intermediate files",
            "Keeps what the steps hand on; without it that goes away.", optional=True,
            by_default=False, advanced=True,
        )  # fmt: skip
        for name, title in (
            ("PERSISTENT_POINTS", "Persistent scatterers"),
            ("DISTRIBUTED_POINTS", "Distributed scatterers"), ("COUNT", "Points"),
            ("IN_COMPONENTS", "Phases in connected components (%)"),
            ("REFERENCE_X", "Reference x"), ("REFERENCE_Y", "Reference y"),
            ("FASTEST_AWAY", "Fastest rate away (mm/yr)"),
            ("FASTEST_TOWARDS", "Fastest rate towards (mm/yr)"),
            ("MEDIAN_STD", "Median standard deviation of the rate (mm/yr)"),
        ):  # fmt: skip
            self.add_number_result(name, title)
        self.add_text_result("STEPS_DONE", "Steps that were done")

    def check(self, parameters, context):
        """Windows, numbers and the weather's files."""
        self._linking(parameters, context)
        phase_filter(self, parameters, context)
        return check_corrections(self, parameters, context) or check_motion(
            self, parameters, context
        )

    def compute(self, parameters, context, feedback):
        """Run the chain."""
        from ...algorithms.io.psds_options import PsdsTargets
        from ...algorithms.io.run_psds import run_psds

        path = self.existing_path(parameters, STACK, context)
        paths = {name: self.output_path(parameters, name, context) for name in self.OUTPUTS}
        targets = PsdsTargets(**{field: paths[name] for name, field in self.OUTPUTS.items()})
        keep = None
        if self.is_given(parameters, self.KEEP_FOLDER):
            keep = self.output_path(parameters, self.KEEP_FOLDER, context)
        progress = Progress(feedback)
        report = run_psds(
            path, targets, self._options(parameters, context, path),
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
        bands = report.chain.velocity.bands
        velocity = bands["velocity_mm_yr"]
        return {
            "PERSISTENT_POINTS": report.ds.persistent, "DISTRIBUTED_POINTS": report.ds.distributed,
            "COUNT": report.chain.points,
            "IN_COMPONENTS": report.percent_in_components,
            "REFERENCE_X": report.chain.sbas.reference[0],
            "REFERENCE_Y": report.chain.sbas.reference[1], "FASTEST_AWAY": velocity.minimum,
            "FASTEST_TOWARDS": velocity.maximum,
            "MEDIAN_STD": bands["velocity_std_mm_yr"].median,
            "STEPS_DONE": ", ".join(step.name for step in report.steps if step.done),
        }  # fmt: skip

    def _options(self, parameters, context, path):
        from dataclasses import replace

        from ...algorithms.io.placing import places_crs
        from ...algorithms.io.psds_options import PsdsOptions
        from ...algorithms.io.reference_place import ReferenceChoice
        from ...algorithms.io.run_ds import DsOptions
        from ...algorithms.io.run_ps import PsOptions
        from ...algorithms.io.run_pscandidates import CandidateOptions
        from ...algorithms.io.run_unwrap import UnwrapOptions
        from ...algorithms.io.slc_hdf5 import read_slc_stack
        from ...algorithms.scatterers.interferograms import NetworkChoice
        from ...algorithms.scatterers.unwrapping.rasters import RasterOptions

        point = None
        if self.is_given(parameters, self.REFERENCE_POINT):
            crs = places_crs(read_slc_stack(path))
            point = self.point(parameters, self.REFERENCE_POINT, context, crs)
        limit = self.number(parameters, self.DISPERSION, context)
        name = self.text(parameters, self.POLARISATION, context).upper()
        options = PsdsOptions()
        return replace(
            options, persistent=self.choice(parameters, self.PERSISTENT, context),
            candidates=CandidateOptions(
                limit, min(limit, 0.25), polarisations=(name,) if name else ()
            ),
            ps=PsOptions(dispersion=limit, polarisation=name),
            ds=DsOptions(
                self._linking(parameters, context),
                self.number(parameters, self.QUALITY, context),
                NetworkChoice(
                    self.choice(parameters, self.NETWORK, context),
                    self.integer(parameters, self.CONNECTIONS, context),
                    self.integer(parameters, self.DAYS, context),
                ),
                self.integer(parameters, self.MINISTACK, context),
                phase_filter(self, parameters, context), polarisation=name or None,
            ),
            unwrap=UnwrapOptions(
                RasterOptions(method=self.choice(parameters, self.METHOD, context))
            ),
            chain=replace(
                options.chain,
                reference=ReferenceChoice(
                    point, self.integer(parameters, REFERENCE_RADIUS, context)
                ),
                model=motion_model(self, parameters, context),
                **corrections(self, parameters, context),
            ),
        )  # fmt: skip

    def _linking(self, parameters, context):
        from ...algorithms.scatterers.linking import LinkingOptions
        from ...algorithms.scatterers.shp import CHAIN_ALPHA, ShpOptions, half_window

        window, strides = (
            tuple(self.integer(parameters, name, context) for name in names)
            for names in ((self.ROWS, self.COLS), (self.STRIDE_ROWS, self.STRIDE_COLS))
        )
        test = self.choice(parameters, self.TEST, context)
        shp = ShpOptions(
            TESTS[0] if test == "none" else test, half_window(window), CHAIN_ALPHA, strides=strides
        )
        return LinkingOptions(
            self.choice(parameters, self.ESTIMATOR, context), shp, test != "none",
            self.integer(parameters, self.LEAST, context),
            keep_all=self.flag(parameters, self.KEEP_ALL, context),
        )  # fmt: skip

    def _style(self, written, report):
        dates = report.chain.dates
        when = dates[0], dates[-1]
        velocity = report.chain.velocity.bands["velocity_mm_yr"]
        limit = velocity.symmetric_limit
        self.style_raster(
            written.get("VELOCITY"), "velocity", limit, title="Velocity",
            abstract="Rate along the line of sight in mm a year, positive towards the satellite; "
            "red moves away.", when=when,
        )  # fmt: skip
        if written.get("DEM_ERROR"):
            self.style_raster(
                written["DEM_ERROR"], "dem_error", report.chain.dem_error.symmetric_limit,
                title="DEM error", abstract="Metres by which scatterers lie above the model.",
                when=when,
            )  # fmt: skip
        self.style_raster(
            written.get("GOODNESS"), "temporal_coherence", title="Goodness of fit", when=when,
            abstract="Mean agreement of the linked phases with those of all interferograms.",
        )  # fmt: skip
        self.style_raster(
            written.get("KIND"), "scatterers", title="Kind of scatterer", when=when,
            abstract="0: none, 1: distributed, 2: persistent.",
        )  # fmt: skip
        self.style_vector(
            written.get("POINTS"), "points_velocity", limit, when=when, title="Motion points",
            abstract="Rate (velocity_mm_yr) and displacement by date (DYYYYMMDD, mm) along the "
            "line of sight, positive towards the satellite; scatterer_kind 1 is distributed, 2 "
            "persistent.",
        )  # fmt: skip
        style = {"stability": "points_velocity", "dispersion": "points_candidates"}
        self.style_vector(
            written.get("PS_POINTS"), style.get(report.way), limit, when=when,
            title="Persistent scatterers", abstract="Persistent scatterers by themselves.",
        )  # fmt: skip

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase unwrapping of interferograms."""

from __future__ import annotations

from qgis.core import QgsProcessing, QgsProcessingParameterVectorDestination

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool

METHODS = ("auto", "whirlwind", "mcf", "snaphu", "spacetime", "spurt")
COMPARED = ("none", "whirlwind", "mcf", "snaphu", "all")
FILTERS = ("none", "goldstein", "boxcar")


class Unwrap(Tool):
    """Wrapped interferograms to unwrapped ones."""

    ID = "unwrap"
    NAME = "Phase unwrapping"
    GROUP = "scatterers"
    SUMMARY = (
        "Unwraps interferograms: a stack of wrapped phases (such as that of phase linking), a "
        "folder of rasters, or one raster. The result differs from the wrapped phase by whole "
        "cycles only, and comes with connected components and a table that says how good each is. "
        "Methods: whirlwind (package whirlwind-insar, free for every use; the default where it is "
        "installed), mcf (minimum-cost flow of Groundshift's own, needs nothing), snaphu (package "
        "snaphu; its licence forbids commercial use), spacetime (sparse points, all pairs "
        "together, in time first and then in space) and spurt (package spurt, as spacetime). "
        "Several methods can run to show where they differ."
    )
    PAPER = (
        "Costantini (1998), doi:10.1109/36.673674; Chen and Zebker (2001), "
        "doi:10.1364/JOSAA.18.000338; Pepe and Lanari (2006), doi:10.1109/TGRS.2006.873207; "
        "filter: Baran et al. (2003), doi:10.1109/TGRS.2003.817212; bridging: Yunjun et al. "
        "(2019), doi:10.1016/j.cageo.2019.104331"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("snaphu", "whirlwind", "minimum cost flow", "goldstein", "connected components")

    STACK, FOLDER, RASTER, COHERENCE = "STACK", "FOLDER", "RASTER", "COHERENCE"
    METHOD, COMPARE, LOOKS = "METHOD", "COMPARE", "LOOKS"
    MIN_COHERENCE, MIN_PIXELS, BRIDGE = "MIN_COHERENCE", "MIN_PIXELS", "BRIDGE"
    FILTER, ALPHA, FILTER_WINDOW = "FILTER", "ALPHA", "FILTER_WINDOW"
    KEEP_FILTERED, TILE, OVERLAP = "KEEP_FILTERED", "TILE", "OVERLAP"
    WAVELENGTH = "WAVELENGTH"
    UNWRAPPED, PHASE, COMPONENTS = "UNWRAPPED", "PHASE", "COMPONENTS"
    COMPARISON, PAIRS, PARTS = "COMPARISON", "PAIRS", "PARTS"

    def declare(self):
        """Parameters and outputs."""
        self.add_file(
            self.STACK, "Stack of wrapped interferograms",
            "The wrapped ifgramStack.h5 of 'Distributed scatterers' or of MintPy (wrapPhase).",
            "HDF5 (*.h5 *.he5)", optional=True,
        )  # fmt: skip
        self.add_folder(
            self.FOLDER, "or folder of wrapped interferograms",
            "Rasters whose names hold two dates (20200105_20200117.wrapped.tif), radians or "
            "complex; coherence in files with the same dates and coh, cc or cor in the name.",
            optional=True,
        )  # fmt: skip
        self.add_file(
            self.RASTER, "or one wrapped interferogram", "A raster in radians, or complex.",
            optional=True,
        )  # fmt: skip
        self.add_file(
            self.COHERENCE, "Coherence of the one interferogram",
            "0 to 1 on the same grid; estimated from the phase if empty.", optional=True,
        )  # fmt: skip
        self.add_choice(
            self.METHOD, "Method",
            "auto: whirlwind where it is installed, else mcf. spacetime and spurt take the pixels "
            "above the coherence threshold as points and need several dates. snaphu may not be "
            "used commercially.",
            METHODS, METHODS[0],
        )  # fmt: skip
        self.add_choice(
            self.COMPARE, "Compare with",
            "Run another method, too, or all that are installed; the comparison shows where cycles "
            "differ.",
            COMPARED, COMPARED[0],
        )  # fmt: skip
        self.add_number(
            self.MIN_COHERENCE, "Coherence threshold",
            "Pixels with a lower coherence are left out; the parts that this leaves are bridged.",
            0.0, 0.0, 1.0,
        )  # fmt: skip
        self.add_number(
            self.LOOKS, "Looks",
            "Independent looks behind the coherence; taken from the stack if empty, else 10.",
            None, 1.0, optional=True,
        )  # fmt: skip
        self._declare_filter()
        self.add_number(
            self.MIN_PIXELS, "Minimum size of a component (pixels)",
            "Smaller connected components get the number 0.", 100, 1, integer=True, advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.BRIDGE, "Bridge separate parts",
            "Shift parts of the scene that no valid pixels join by whole cycles, so that the phase "
            "goes on smoothly across the gap. Not with tiles.",
            True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.TILE, "Tile size (pixels)",
            "Larger scenes are unwrapped in tiles that are fitted together; 0 for none.", 1536, 0,
            integer=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.OVERLAP, "Overlap of tiles (pixels)", "What neighbouring tiles share.", 192, 8,
            integer=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.WAVELENGTH, "Wavelength (m)",
            "For a stack that is made of rasters: Sentinel-1 0.05546576, ALOS-2 0.2424525.",
            None, 0.005, 2.0, optional=True, advanced=True,
        )  # fmt: skip
        self._declare_outputs()
        add_run_parameters(self, cluster=False)

    def _declare_filter(self):
        self.add_choice(
            self.FILTER, "Filter first",
            "goldstein: adaptive, stronger where the coherence is low; boxcar: mean of a window.",
            FILTERS, FILTERS[0], advanced=True,
        )  # fmt: skip
        self.add_number(
            self.ALPHA, "Strength of the Goldstein filter", "At no coherence: 0 to 1.", 1.0, 0.0,
            1.0, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.FILTER_WINDOW, "Window of the filter (pixels)",
            "Side of the patches of goldstein (even, 8 at least) or of the boxcar's window.",
            32, 3, integer=True, advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.KEEP_FILTERED, "Write the filtered phase",
            "Otherwise the filter only helps to find the cycles, and the result is congruent with "
            "the phase as it came.",
            False, advanced=True,
        )  # fmt: skip

    def _declare_outputs(self):
        self.add_file_output(
            self.UNWRAPPED, "Unwrapped stack",
            "HDF5 in MintPy's layout (ifgramStack.h5) with connectComponent, for 'Interferogram "
            "network', 'Phase closure and unwrapping errors' and 'SBAS inversion'. Left out "
            "where dates are unknown.",
            "HDF5 (*.h5)", optional=True,
        )  # fmt: skip
        self.add_raster_output(
            self.PHASE, "Unwrapped phase (rad)", "A band an interferogram.", optional=True,
            by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.COMPONENTS, "Connected components",
            "A band an interferogram: 1 the largest, 0 none, -1 no data.", optional=True,
            by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.COMPARISON, "Where methods differ",
            "A band a method: cycles that it finds more, for one interferogram; else the share of "
            "interferograms in which it finds others.",
            optional=True, by_default=False,
        )  # fmt: skip
        self._add_table(
            self.PAIRS, "Table of interferograms",
            "A row each: share in components, coherence, residues, closure, agreement of methods, "
            "times, and why one failed.",
        )  # fmt: skip
        self._add_table(
            self.PARTS, "Table of components",
            "A row each: size, coherence, residues and share of triplets that do not close.",
        )  # fmt: skip
        for name, title in (
            ("DONE", "Interferograms unwrapped"), ("FAILED", "Interferograms that failed"),
            ("IN_COMPONENTS", "Share of pixels in components"), ("TILES", "Tiles"),
            ("POINTS", "Sparse points"), ("AGREEMENT", "Minimum agreement of methods"),
        ):  # fmt: skip
            self.add_number_result(name, title)
        self.add_text_result("USED", "Method used")

    def _add_table(self, name, title, help):
        table = QgsProcessingParameterVectorDestination(
            name, self.tr(title), QgsProcessing.SourceType.TypeVector, None, True, False
        )
        self.add(table, f"{help} GeoPackage without geometry.")

    def check(self, parameters, context):
        """One source; a comparison needs another method."""
        given = [self.is_given(parameters, n) for n in (self.STACK, self.FOLDER, self.RASTER)]
        if sum(given) != 1:
            return "Give either a stack (STACK), a folder (FOLDER) or a raster (RASTER)."
        if self.is_given(parameters, self.COHERENCE) and not given[2]:
            return "COHERENCE belongs to one interferogram (RASTER); leave it out."
        compared = self.choice(parameters, self.COMPARE, context)
        if self.choice(parameters, self.METHOD, context) in METHODS[4:] and compared != "none":
            return "Sparse points cannot be compared; set COMPARE to none."
        if self.is_given(parameters, self.COMPARISON) and compared == "none":
            return "A comparison (COMPARISON) needs other methods; choose some in COMPARE."
        return None

    def compute(self, parameters, context, feedback):
        """Unwrap."""
        from ...algorithms.io.run_unwrap import run_unwrap
        from ...algorithms.io.unwrap_outputs import UnwrapTargets

        source = self._source(parameters, context)
        for text in source.notes:
            feedback.pushInfo(text)
        names = (
            self.UNWRAPPED, self.PHASE, self.COMPONENTS, self.COMPARISON, self.PAIRS, self.PARTS,
        )  # fmt: skip
        paths = {name: self.output_path(parameters, name, context) for name in names}
        if source.pairs is None and any(paths[n] for n in names[1:]):
            paths[self.UNWRAPPED] = None
        progress = Progress(feedback)
        report = run_unwrap(
            source, UnwrapTargets(*paths.values()), self._options(parameters, source, context),
            wavelength=self.number(parameters, self.WAVELENGTH, context),
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        if report.failed:
            feedback.pushWarning(
                f"{report.failed} interferograms could not be unwrapped and are left empty."
            )
        self._style(paths, report)
        return {
            **paths, "DONE": len(report.names) - report.failed, "FAILED": report.failed,
            "IN_COMPONENTS": report.share_in_components, "TILES": report.tiles,
            "POINTS": report.points, "AGREEMENT": report.agreement, "USED": report.method,
        }  # fmt: skip

    def _style(self, paths, report):
        self.style_raster(
            paths[self.PHASE], "phase", limits=report.largest_phase, title="Unwrapped phase (rad)"
        )
        self.style_raster(paths[self.COMPONENTS], "components", title="Connected components")
        single = len(report.names) == 1
        self.style_raster(
            paths[self.COMPARISON], "cycles" if single else "differing",
            title="Where methods differ",
        )  # fmt: skip

    def _source(self, parameters, context):
        from ...algorithms.io import wrapped_source

        stack, folder, raster, coherence = (
            self.existing_path(parameters, name, context)
            for name in (self.STACK, self.FOLDER, self.RASTER, self.COHERENCE)
        )
        if stack:
            return wrapped_source.stack_source(stack)
        if folder:
            return wrapped_source.folder_source(folder)
        return wrapped_source.raster_source(raster, coherence)

    def _options(self, parameters, source, context):
        from ...algorithms.io.run_unwrap import UnwrapOptions, compared_methods
        from ...algorithms.scatterers.unwrapping.rasters import RasterOptions

        looks = self.number(parameters, self.LOOKS, context)
        if looks is None and source.stack is not None:
            looks = source.stack.looks
        raster = RasterOptions(
            self.choice(parameters, self.METHOD, context), looks or 10.0,
            self.number(parameters, self.MIN_COHERENCE, context),
            self.integer(parameters, self.MIN_PIXELS, context),
            self.flag(parameters, self.BRIDGE, context),
            self.choice(parameters, self.FILTER, context),
            self.number(parameters, self.ALPHA, context),
            self.integer(parameters, self.FILTER_WINDOW, context),
            self.flag(parameters, self.KEEP_FILTERED, context),
        )  # fmt: skip
        return UnwrapOptions(
            raster, compared_methods(self.choice(parameters, self.COMPARE, context)),
            self.integer(parameters, self.TILE, context),
            self.integer(parameters, self.OVERLAP, context),
        )  # fmt: skip

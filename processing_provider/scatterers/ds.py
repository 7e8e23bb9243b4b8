# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase linking of distributed scatterers."""

from __future__ import annotations

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool
from .image_parameters import (
    CALIBRATE,
    STACK,
    add_calibration,
    add_filter,
    add_images,
    phase_filter,
)

ESTIMATORS = ("pta", "emi", "wevd", "evd", "tevd")
TESTS = ("glrt", "ci", "t", "ks", "ad", "none")
REGULARISATIONS = ("hadamard", "shrinkage", "none")
NORMALISATIONS = ("power", "amplitude")
NETWORKS = ("connections", "days", "single_reference", "all", "list")


class Ds(Tool):
    """Linked phases of distributed scatterers."""

    ID = "ds"
    NAME = "Distributed scatterers (phase linking)"
    GROUP = "scatterers"
    SUMMARY = (
        "Makes one phase a date out of all interferograms of a stack of radar images, over the "
        "statistically homogeneous neighbours (SHP) of every pixel. Where fields, scrub and "
        "rubble give no persistent scatterer, that gives distributed ones. The linked phases come "
        "as a stack of images, as wrapped interferograms of any network (for 'Phase unwrapping'), "
        "and as points, with their goodness of fit and the noise that is to be expected of them. "
        "Persistent scatterers that are known keep their own phase. The images have to be "
        "flattened: fringes of topography within the window would be averaged away. Scatterers are "
        "not independent: pixels that touch share most of their neighbours."
    )
    PAPER = (
        "Ferretti et al. (2011), doi:10.1109/TGRS.2011.2124465; pta: Guarnieri and Tebaldini "
        "(2008), doi:10.1109/TGRS.2008.2001756; emi: Ansari et al. (2018), "
        "doi:10.1109/TGRS.2018.2826045; evd: Fornaro et al. (2015), doi:10.1109/TGRS.2014.2352853; "
        "regularisation: Zwieback (2022), doi:10.1109/LGRS.2022.3197423; small stacks: Ansari et "
        "al. (2017), doi:10.1109/TGRS.2017.2711037; bound: Tebaldini and Monti Guarnieri (2010)"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("distributed scatterer", "phase linking", "squeesar", "coherence matrix", "emi", "slc")

    ESTIMATOR, TEST, ROWS, COLS = "ESTIMATOR", "TEST", "WINDOW_ROWS", "WINDOW_COLS"
    STRIDE_ROWS, STRIDE_COLS = "STRIDE_ROWS", "STRIDE_COLS"
    ALPHA, LEAST, QUALITY = "ALPHA", "MIN_BROTHERS", "MIN_QUALITY"
    KEEP_ALL = "KEEP_ALL"
    PERSISTENT, POLARISATION, CONNECTED = "PERSISTENT", "POLARISATION", "CONNECTED"
    NETWORK, CONNECTIONS, DAYS = "NETWORK", "CONNECTIONS", "DAYS"
    REFERENCE_DATE, PAIRS = "REFERENCE_DATE", "PAIR_LIST"
    MINISTACK = "MINISTACK"
    REGULARISATION, BETA = "REGULARISATION", "BETA"
    NORMALISATION, OVERSAMPLING = "NORMALISATION", "OVERSAMPLING"
    LINKED, INTERFEROGRAMS, POINTS = "LINKED", "INTERFEROGRAMS", "POINTS"
    GOODNESS, PHASE_STD, COUNT, KIND = "GOODNESS", "PHASE_STD", "COUNT", "KIND"

    def declare(self):
        """Parameters and outputs."""
        add_images(self)
        self.add_file(
            self.PERSISTENT, "Persistent scatterers",
            "They keep their own phase, and no pixel counts them. The points of 'PS candidates' "
            "(its stable ones) or 'Persistent scatterers', or a raster on the images' own grid "
            "that is above 0 there.",
            "Points or raster (*.gpkg *.tif *.tiff *.vrt)", optional=True,
        )  # fmt: skip
        self.add_flag(
            self.KEEP_ALL, "Keep all their phases",
            "Otherwise a persistent scatterer keeps its own phase only where that is less noisy "
            "than the linked one: ground that merely stays coherent passes for one, too.",
            True, advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.ESTIMATOR, "Estimator",
            "pta: phase triangulation, the maximum-likelihood estimate, the most precise; emi: "
            "less precise where coherence is low, and up to twice as fast; evd: leading "
            "eigenvector, the fastest, less precise where coherence decays; wevd: the same with "
            "coherences squared, a good deal better there; tevd: evd with weights of its own, to "
            "which the phases of evd are the solution.",
            ESTIMATORS, ESTIMATORS[0],
        )  # fmt: skip
        self._declare_brothers()
        self.add_number(
            self.QUALITY, "Minimum goodness of fit",
            "Of a distributed scatterer: mean agreement of the linked phases with those of all "
            "interferograms, 0 to 1. The log tells how much of incoherent ground passes by chance.",
            0.5, 0.0, 1.0,
        )  # fmt: skip
        self._declare_network()
        self._declare_rest()
        self._declare_outputs()
        add_run_parameters(self)

    def _declare_brothers(self):
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
                integer=True,
            )  # fmt: skip
        self.add_number(
            self.ALPHA, "Rate of false alarms",
            "Share of true neighbours that the test refuses, for images as coherent with one "
            "another as these are on average.",
            0.05, 0.001, 0.25, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.LEAST, "Minimum number of neighbours",
            "Pixels with fewer, themselves not counted, are not linked.", 20, 1, integer=True,
            advanced=True,
        )  # fmt: skip

    def _declare_network(self):
        self.add_choice(
            self.NETWORK, "Interferograms",
            "connections: each date with the next few; days: all pairs up to a span; "
            "single_reference: all with one date; all; list: those that are given.",
            NETWORKS, NETWORKS[0],
        )  # fmt: skip
        self.add_number(
            self.CONNECTIONS, "Connections", "Of each date with later ones.", 3, 1, integer=True
        )
        self.add_number(
            self.DAYS, "Longest span (days)", "For the network 'days'.", 48, 1, integer=True,
            advanced=True,
        )  # fmt: skip
        self.add_text(
            self.REFERENCE_DATE, "Reference date",
            "YYYYMMDD, for the network 'single_reference'; the first one if empty.", "",
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_text(
            self.PAIRS, "List of pairs",
            "YYYYMMDD_YYYYMMDD, several separated by commas, for the network 'list'.", "",
            optional=True, advanced=True,
        )  # fmt: skip

    def _declare_rest(self):
        self.add_number(
            self.MINISTACK, "Images of a small stack",
            "For long stacks: link so many images at a time, together with compressed images of "
            "the earlier ones, and connect the small stacks. Empty links all at once.",
            None, 3, integer=True, optional=True, advanced=True,
        )  # fmt: skip
        add_filter(self, advanced=True)
        self.add_choice(
            self.REGULARISATION, "Regularisation",
            "Of the coherences that pta and emi invert. hadamard: squares them, which always "
            "works; shrinkage: mixes them with the identity, more where needed; none: as they "
            "are, and evd where that has no inverse.",
            REGULARISATIONS, REGULARISATIONS[0], advanced=True,
        )  # fmt: skip
        self.add_number(
            self.BETA, "Share of the identity", "In the regularised coherences.", 0.05, 0.0, 0.99,
            advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.NORMALISATION, "Normalisation",
            "power: sample coherence, the more precise; amplitude: all amplitudes count alike, "
            "for neighbourhoods with bright points.",
            NORMALISATIONS, NORMALISATIONS[0], advanced=True,
        )  # fmt: skip
        self.add_number(
            self.OVERSAMPLING, "Pixels an independent sample",
            "For the predicted noise; measured from the images if empty.", None, 1.0, 100.0,
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_text(
            self.POLARISATION, "Polarisation", "Such as VH; the stack's first if empty.", "",
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.CONNECTED, "Connected neighbours only",
            "Keep only neighbours that are connected to the pixel, diagonally too.", True,
            advanced=True,
        )  # fmt: skip
        add_calibration(self)

    def _declare_outputs(self):
        self.add_file_output(
            self.LINKED, "Linked images",
            "A stack of images whose phases are the linked ones, against the first date, with the "
            "layers temporalCoherence, phaseStd, shpCount, kind and substitute.",
            "HDF5 (*.h5)",
        )  # fmt: skip
        self.add_file_output(
            self.INTERFEROGRAMS, "Wrapped interferograms",
            "Of distributed and persistent scatterers, in MintPy's layout and sign; their "
            "coherence is the goodness of fit.",
            "HDF5 (*.h5)", optional=True,
        )  # fmt: skip
        self.add_raster_output(self.GOODNESS, "Goodness of fit", "0 to 1.", optional=True)
        self.add_raster_output(
            self.PHASE_STD, "Phase noise",
            "Predicted standard deviation of the linked phases against the first date, radians; "
            "1.81 is all noise.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.COUNT, "Number of neighbours", "The pixel itself not counted; -1 is no data.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.KIND, "Kind of scatterer", "0: none, 1: distributed, 2: persistent.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_vector_output(
            self.POINTS, "Scatterers",
            "Points with coherence (goodness of fit), phase_std_rad, brothers, scatterer_kind (1: "
            "distributed, 2: persistent), row and col in the result.",
            optional=True,
        )  # fmt: skip
        for name, title in (
            ("DISTRIBUTED", "Distributed scatterers"), ("KEPT", "Persistent scatterers kept"),
            ("PIXELS", "Pixels with linked phases"),
            ("SUBSTITUTES", "Pixels linked by EVD in place of the estimator"),
            ("PAIRS", "Interferograms"), ("IMAGES", "Images"), ("SMALL_STACKS", "Small stacks"),
            ("MEDIAN_GOODNESS", "Median goodness of fit"),
            ("MEDIAN_STD", "Median phase noise (rad)"),
            ("SAMPLES_A_LOOK", "Pixels an independent sample"),
            ("CHANCE", "Share of incoherent pixels that pass"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """Window, test, dates and options must go together."""
        self._options(parameters, context)

    def compute(self, parameters, context, feedback):
        """Link."""
        from ...algorithms.io.run_ds import DsTargets, run_ds

        path = self.existing_path(parameters, STACK, context)
        names = (
            self.LINKED, self.INTERFEROGRAMS, self.GOODNESS, self.PHASE_STD, self.COUNT, self.KIND,
            self.POINTS,
        )  # fmt: skip
        targets = DsTargets(*(self.output_path(parameters, n, context) for n in names))
        progress = Progress(feedback)
        report = run_ds(
            path, targets, self._options(parameters, context),
            persistent_path=self.existing_path(parameters, self.PERSISTENT, context),
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        self._style(targets, report)
        return {
            self.LINKED: targets.linked, self.INTERFEROGRAMS: targets.interferograms,
            self.GOODNESS: targets.quality, self.PHASE_STD: targets.std,
            self.COUNT: targets.brothers, self.KIND: targets.kind, self.POINTS: targets.points,
            "DISTRIBUTED": report.distributed, "KEPT": report.persistent,
            "PIXELS": report.linked, "SUBSTITUTES": report.substitutes, "PAIRS": report.pairs,
            "IMAGES": len(report.dates), "SMALL_STACKS": report.ministacks,
            "MEDIAN_GOODNESS": report.layers["quality"].median,
            "MEDIAN_STD": report.layers["std"].median, "SAMPLES_A_LOOK": report.oversampling,
            "CHANCE": report.by_chance,
        }  # fmt: skip

    def _options(self, parameters, context):
        from ...algorithms.io.run_ds import DsOptions

        return DsOptions(
            self._linking(parameters, context), self.number(parameters, self.QUALITY, context),
            self._network(parameters, context),
            self.integer(parameters, self.MINISTACK, context),
            phase_filter(self, parameters, context),
            self.number(parameters, self.OVERSAMPLING, context),
            self.text(parameters, self.POLARISATION, context).upper() or None,
            self.flag(parameters, CALIBRATE, context),
        )  # fmt: skip

    def _linking(self, parameters, context):
        from ...algorithms.scatterers.linking import LinkingOptions
        from ...algorithms.scatterers.shp import ShpOptions, half_window

        test = self.choice(parameters, self.TEST, context)
        window, strides = (
            tuple(self.integer(parameters, name, context) for name in names)
            for names in ((self.ROWS, self.COLS), (self.STRIDE_ROWS, self.STRIDE_COLS))
        )
        shp = ShpOptions(
            TESTS[0] if test == "none" else test, half_window(window),
            self.number(parameters, self.ALPHA, context),
            self.flag(parameters, self.CONNECTED, context), strides,
        )  # fmt: skip
        return LinkingOptions(
            self.choice(parameters, self.ESTIMATOR, context), shp, test != "none",
            self.integer(parameters, self.LEAST, context),
            self.choice(parameters, self.REGULARISATION, context),
            self.number(parameters, self.BETA, context),
            self.choice(parameters, self.NORMALISATION, context),
            keep_all=self.flag(parameters, self.KEEP_ALL, context),
        )  # fmt: skip

    def _network(self, parameters, context):
        from ...algorithms.data.dates import parse_dates, parse_pairs
        from ...algorithms.scatterers.interferograms import NetworkChoice

        dates = parse_dates(self.text(parameters, self.REFERENCE_DATE, context))
        return NetworkChoice(
            self.choice(parameters, self.NETWORK, context),
            self.integer(parameters, self.CONNECTIONS, context),
            self.integer(parameters, self.DAYS, context), dates[0] if len(dates) else None,
            tuple(parse_pairs(self.text(parameters, self.PAIRS, context))),
        )  # fmt: skip

    def _style(self, targets, report):
        when = report.dates[0], report.dates[-1]
        count = report.layers["brothers"]
        for path, style, limits, title, abstract in (
            (targets.quality, "temporal_coherence", None, "Goodness of fit",
             "Mean agreement of the linked phases with those of all interferograms."),
            (targets.std, "phase_std", None, "Phase noise",
             "Predicted standard deviation of the linked phases against the first date, radians."),
            (targets.brothers, "brothers", (0.0, count.p98), "Number of neighbours",
             "Statistically homogeneous neighbours that were averaged."),
            (targets.kind, "scatterers", None, "Kind of scatterer",
             "0: none, 1: distributed, 2: persistent."),
        ):  # fmt: skip
            self.style_raster(path, style, limits, when=when, title=title, abstract=abstract)
        self.style_vector(
            targets.points, "points_scatterers", when=when, title="Scatterers",
            abstract="Distributed and persistent scatterers with linked phases.",
        )  # fmt: skip

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase closure: unwrapping errors found, mapped and corrected."""

from __future__ import annotations

from qgis.core import QgsProcessing, QgsProcessingParameterVectorDestination

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool

METHODS = ("bridging_closure", "bridging", "closure", "none")
RAMPS = ("none", "linear", "quadratic")


class Closure(Tool):
    """Triplets that don't close, and their correction."""

    ID = "closure"
    NAME = "Phase closure and unwrapping errors"
    GROUP = "timeseries"
    SUMMARY = (
        "Counts at every pixel the triplets of interferograms whose phases do not add up to zero: "
        "somewhere in them a pair was unwrapped wrongly by whole cycles. Corrects such errors by "
        "bridging reliable components of each interferogram and by integer closure of the "
        "triplets of each pixel. A pixel uses the triplets that it has, and a correction is taken "
        "only where more of them close afterwards and noise does not explain as much; all other "
        "values keep their bits, and the log says what was left alone. Where pairs "
        "are in no triplet, bridging cannot be checked and is taken as it is."
    )
    PAPER = "Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331"
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("unwrapping error", "bridging", "triplet", "loop", "ambiguity")

    STACK, METHOD, MIN_COHERENCE = "STACK", "METHOD", "MIN_COHERENCE"
    MIN_AREA, RADIUS, RAMP = "MIN_AREA", "RADIUS", "RAMP"
    ALPHA, MIN_PATCH, MIN_EVIDENCE = "ALPHA", "MIN_PATCH", "MIN_EVIDENCE"
    CORRECTED, BEFORE, AFTER, PAIRS = "CORRECTED_STACK", "BEFORE", "AFTER", "PAIRS"

    def declare(self):
        """Parameters and outputs."""
        self.add_file(
            self.STACK, "Stack of interferograms",
            "The stack file of 'Import interferogram stack', or MintPy's ifgramStack.h5. Its "
            "connectComponent is used where it has one.",
            "HDF5 (*.h5 *.he5)",
        )  # fmt: skip
        self.add_choice(
            self.METHOD, "Correction",
            "bridging_closure: bridging, then integer closure; bridging: between components of "
            "each pair; closure: integer closure by pixel; none: only map the errors.",
            METHODS, METHODS[0],
        )  # fmt: skip
        self.add_number(
            self.MIN_COHERENCE, "Coherence of components",
            "Where the stack has no connected components they are built from pixels with at least "
            "this coherence and without a step of half a cycle between neighbours.",
            0.4, 0.0, 1.0, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.MIN_AREA, "Minimum size of components (pixels)", "Smaller ones are not bridged.",
            100, 1, integer=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.RADIUS, "Largest window radius (pixels)",
            "Windows at both ends of a bridge, whose medians are compared, are as wide as it is "
            "long, but no wider than this.",
            50, 1, 1000, integer=True, advanced=True,
        )  # fmt: skip
        self.add_choice(
            self.RAMP, "Ramp", "Surface taken out while bridges are measured.", RAMPS, RAMPS[0],
            advanced=True,
        )  # fmt: skip
        self.add_number(
            self.ALPHA, "Weight of sparsity",
            "Of the integer closure; larger values correct fewer pairs.", 0.01, 1e-6, 1.0,
            advanced=True,
        )  # fmt: skip
        self.add_number(
            self.MIN_EVIDENCE, "Minimum evidence of a correction",
            "Logarithm of the odds by which the closures speak for whole cycles and not for noise; "
            "connected pixels of a pair count together. 8 is 3000 to 1; 0 takes everything.",
            8.0, 0.0, 30.0, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.MIN_PATCH, "Minimum patch (pixels)",
            "Corrections of fewer connected pixels of a pair are left out whatever their evidence.",
            1, 1, integer=True, advanced=True,
        )  # fmt: skip
        self._declare_outputs()
        add_run_parameters(self)

    def _declare_outputs(self):
        self.add_file_output(
            self.CORRECTED, "Corrected stack",
            "The stack with whole cycles added where they help; not with the correction 'none'.",
            "HDF5 (*.h5)", optional=True,
        )  # fmt: skip
        for name, title, by_default in (
            (self.BEFORE, "Nonclosing triplets before", True),
            (self.AFTER, "Nonclosing triplets after", True),
        ):
            self.add_raster_output(
                name, title, "Number of triplets with whole cycles left over at each pixel.",
                optional=True, by_default=by_default,
            )  # fmt: skip
        table = QgsProcessingParameterVectorDestination(
            self.PAIRS, self.tr("Table of pairs"), QgsProcessing.SourceType.TypeVector, None, True
        )
        self.add(
            table,
            "A row a pair: loop RMS and share of nonclosing pixels before and after, and share of "
            "corrected pixels. GeoPackage without geometry.",
        )
        for name, title in (
            ("TRIPLETS", "Triplets"), ("PIXELS_BEFORE", "Pixels with nonclosing triplets before"),
            ("PIXELS_AFTER", "Pixels with nonclosing triplets after"),
            ("SHARE_BEFORE", "Share of nonclosing triplets before"),
            ("SHARE_AFTER", "Share of nonclosing triplets after"),
            ("CORRECTED_VALUES", "Corrected values"), ("CORRECTED_PAIRS", "Corrected pairs"),
            ("DOUBTFUL_VALUES", "Values with doubtful corrections, left alone"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def compute(self, parameters, context, feedback):
        """Map and correct."""
        from ...algorithms.io.run_closure import run_closure

        path = self.existing_path(parameters, self.STACK, context)
        options = self._options(parameters, context)
        targets = self._targets(parameters, context, options.method)
        progress = Progress(feedback)
        report = run_closure(
            path, targets, options, run_options=run_options(self, parameters, context),
            progress=progress, cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        dates = report.network.dates
        for target, summary, title in (
            (targets.before, report.layers["before"], "Nonclosing triplets before"),
            (targets.after, report.layers["before"], "Nonclosing triplets after"),
        ):
            self.style_raster(
                target, "nonclosing", (0.0, summary.maximum), title=title,
                abstract="Number of triplets of interferograms with whole cycles left over "
                "(numTriNonzeroIntAmbiguity).", when=(dates[0], dates[-1]),
            )  # fmt: skip
        feedback.pushInfo(report.sentence())
        return {
            self.CORRECTED: targets.corrected, self.BEFORE: targets.before,
            self.AFTER: targets.after, self.PAIRS: targets.table, "TRIPLETS": report.triplets,
            "PIXELS_BEFORE": report.before.broken_pixels,
            "PIXELS_AFTER": report.after.broken_pixels,
            "SHARE_BEFORE": report.before.share, "SHARE_AFTER": report.after.share,
            "CORRECTED_VALUES": report.corrected.sum(),
            "CORRECTED_PAIRS": (report.corrected > 0).sum(),
            "DOUBTFUL_VALUES": report.doubtful,
        }  # fmt: skip

    def _targets(self, parameters, context, method):
        from ...algorithms.io.run_closure import ClosureTargets

        # Without a correction there is nothing to write for after it.
        skipped = (self.CORRECTED, self.AFTER) if method == "none" else ()
        return ClosureTargets(
            *(
                None if name in skipped else self.output_path(parameters, name, context)
                for name in (self.CORRECTED, self.BEFORE, self.AFTER, self.PAIRS)
            )
        )

    def _options(self, parameters, context):
        from ...algorithms.io.run_closure import ClosureOptions
        from ...algorithms.timeseries.bridging import BridgingOptions

        bridging = BridgingOptions(
            self.number(parameters, self.MIN_COHERENCE, context),
            self.integer(parameters, self.MIN_AREA, context),
            self.integer(parameters, self.RADIUS, context),
            self.choice(parameters, self.RAMP, context),
        )
        return ClosureOptions(
            self.choice(parameters, self.METHOD, context), bridging,
            self.number(parameters, self.ALPHA, context),
            self.integer(parameters, self.MIN_PATCH, context),
            self.number(parameters, self.MIN_EVIDENCE, context),
        )  # fmt: skip

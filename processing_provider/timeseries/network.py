# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The network of interferograms: its statistics, and which pairs to keep."""

from __future__ import annotations

from qgis.core import QgsProcessing, QgsProcessingParameterVectorDestination

from ..drawing import svg_to_png
from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool
from .pair_parameters import (
    add_exclusions,
    add_stack,
    exclusions,
)

# Parameter, field of SelectionOptions, title, help, smallest value.
LIMITS = (
    ("MAX_BASELINE", "maximum_baseline", "Largest perpendicular baseline (m)",
     "Pairs with a longer one of either sign are dropped; empty for no limit.", 0.0, None),
    ("MAX_DAYS", "maximum_days", "Largest temporal baseline (days)",
     "Pairs that span more days are dropped; empty for no limit.", 0.0, None),
    ("MIN_COHERENCE", "minimum_coherence", "Minimum mean coherence",
     "Pairs whose coherence over the scene is lower on average are dropped; empty for no limit.",
     0.0, 1.0),
    ("MAX_NONCLOSING", "maximum_nonclosing_share", "Largest share of nonclosing pixels",
     "A pixel counts against a pair where more than half of the pair's triplets do not close; 0.1 "
     "is a start; empty for no limit.", 0.0, 1.0),
    ("MAX_LOOP_RMS", "maximum_loop_rms", "Largest loop RMS (rad)",
     "RMS closure of the best triplet of a pair; LiCSBAS takes 1.5; empty for no limit.", 0.0,
     None),
)  # fmt: skip


class NetworkTool(Tool):
    """Statistics of pairs and their selection."""

    ID = "network"
    NAME = "Interferogram network"
    GROUP = "timeseries"
    SUMMARY = (
        "Describes the network of a stack of interferograms: perpendicular and temporal "
        "baselines, mean coherence and phase closure of every pair, the subsets that pairs join, "
        "and the rank of the system. Drops pairs by thresholds, by date or name, and by closure, "
        "while a spanning tree of the most coherent pairs can keep the network in one piece. The "
        "dropped pairs come out as text for 'Pairs to leave out' of the SBAS inversion, and as "
        "marks in a copy of the stack."
    )
    PAPER = (
        "Spanning tree: Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331; loop errors: "
        "Morishita et al. (2020), doi:10.3390/rs12030424"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("baseline", "pairs", "coherence", "minimum spanning tree", "loop", "connectivity")

    STACK, KEEP_TREE = "STACK", "KEEP_TREE"
    PAIRS, HTML, PNG, SELECTED = "PAIRS", "HTML", "PNG", "SELECTED_STACK"
    EXCLUDED = "EXCLUDED_PAIRS"

    def declare(self):
        """Parameters and outputs."""
        add_stack(self)
        for name, _, title, help, least, most in LIMITS:
            self.add_number(name, title, help, None, least, most, optional=True)
        self.add_flag(
            self.KEEP_TREE, "Keep the spanning tree",
            "Pairs of the spanning tree of highest coherence stay whatever the limits say, so "
            "that no date is lost and the network is not cut.",
            True,
        )  # fmt: skip
        add_exclusions(self)
        self._declare_outputs()
        add_run_parameters(self)

    def _declare_outputs(self):
        table = QgsProcessingParameterVectorDestination(
            self.PAIRS, self.tr("Table of pairs"), QgsProcessing.SourceType.TypeVector, None, True
        )
        self.add(
            table,
            "A row a pair: baselines, coherence, closure, whether it is kept, its subset and why "
            "it was dropped. GeoPackage without geometry.",
        )
        self.add_file_output(
            self.HTML, "Network plot (HTML)",
            "Baselines over time and matrix of coherence, for the result viewer; numbers show "
            "under the mouse.",
            "HTML files (*.html)", optional=True,
        )  # fmt: skip
        self.add_file_output(
            self.PNG, "Network plot (PNG)", "The same plot as a picture.",
            "PNG files (*.png)", optional=True, by_default=False,
        )  # fmt: skip
        self.add_file_output(
            self.SELECTED, "Stack with pairs dropped",
            "A copy of the stack whose dropIfgram marks the pairs to use.", "HDF5 (*.h5)",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_text_result(self.EXCLUDED, "Dropped pairs")
        for name, title in (
            ("KEPT", "Pairs kept"), ("DROPPED", "Pairs dropped"), ("DATES", "Dates"),
            ("LOST_DATES", "Dates without a pair"), ("PARTS", "Parts of the network"),
            ("RANK", "Rank"), ("TRIPLETS", "Triplets"), ("MEAN_COHERENCE", "Mean coherence"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """Dates and pairs must be ones."""
        exclusions(self, parameters, context)

    def compute(self, parameters, context, feedback):
        """Describe and select."""
        from ...algorithms.io.atomic import Transaction
        from ...algorithms.io.run_network import NetworkTargets, run_network

        path = self.existing_path(parameters, self.STACK, context)
        targets = NetworkTargets(
            *(
                self.output_path(parameters, name, context)
                for name in (self.PAIRS, self.HTML, self.SELECTED)
            )
        )
        png = self.output_path(parameters, self.PNG, context)
        progress = Progress(feedback)
        with Transaction() as files:
            report = run_network(
                path, targets, self._options(parameters, context),
                run_options=run_options(self, parameters, context), progress=progress,
                cancelled=progress.cancelled, log=feedback.pushInfo, files=files,
            )  # fmt: skip
            if png:
                svg_to_png(report.svg, files.add(png))
        selection = report.selection
        return {
            self.PAIRS: targets.table, self.HTML: targets.html, self.PNG: png,
            self.SELECTED: targets.stack, self.EXCLUDED: selection.excluded_pairs(),
            "KEPT": selection.keep.sum(), "DROPPED": (~selection.keep).sum(),
            "DATES": len(selection.network.dates), "LOST_DATES": len(selection.lost_dates),
            "PARTS": selection.parts, "RANK": selection.rank, "TRIPLETS": report.triplets,
            "MEAN_COHERENCE": report.mean_coherence,
        }  # fmt: skip

    def _options(self, parameters, context):
        from ...algorithms.timeseries.network_selection import SelectionOptions

        limits = {field: self.number(parameters, name, context) for name, field, *_ in LIMITS}
        return SelectionOptions(
            **limits,
            keep_tree=self.flag(parameters, self.KEEP_TREE, context),
            **exclusions(self, parameters, context),
        )

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A landslide inventory brought up to date."""

from __future__ import annotations

from ..tool import Progress, Tool
from .area_parameters import add_fields, add_points, area_source, collect_points
from .layer_parameters import POINTS, POLYGONS, add_field, add_layer, layer_of

# The core's words; it is imported when a tool runs.
STATISTICS = ("mean size", "median size", "size of the mean")
MOTIONS = ("auto", "along the slope", "line of sight")
CLASSES = "stable: 2, extremely slow: 16, very slow"
ACTIVE = "active, reactivated, moving, ongoing, recent, yes, true"
INACTIVE = (
    "inactive, stable, stabilised, stabilized, dormant, suspended, relict, abandoned, ancient, "
    "quiescent, no, false"
)
SUFFIXES = ("", "_2")


class UpdateInventory(Tool):
    """Activity of mapped landslides, and candidates for new ones."""

    ID = "updateinventory"
    NAME = "Update a landslide inventory"
    GROUP = "areas"
    SUMMARY = (
        "Judges mapped landslides by the measured rates within: mean size of the rates along the "
        "slope (or the line of sight) with its spread, class of activity, and state of activity "
        "against the former class. A landslide must hold enough targets for its area, 5 up to 0.05 "
        "km2 and 20 from 1 km2 on; others are 'not assessed', never 'stable'. Active areas outside "
        "of all landslides come out as candidates for new ones. A report has counts, shares and "
        "the matrix of classes before and now."
    )
    PAPER = (
        "Minimum of targets and limit of stable ground: Novellino et al. (2017); velocity classes: "
        "Cruden and Varnes (1996); the number of targets in between and the marks of certainty are "
        "Groundshift's"
    )
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = ("landslide", "inventory", "state of activity", "matrix", "reactivated", "candidates")

    INVENTORY, ACTIVE_AREAS = "INVENTORY", "ACTIVE_AREAS"
    FORMER, IDENTITY, RADIUS = "FORMER_FIELD", "ID_FIELD", "CIRCLE_RADIUS"
    UPDATED, CANDIDATES, REPORT = "UPDATED", "CANDIDATES", "REPORT"

    def declare(self):
        """Parameters and outputs."""
        add_layer(
            self, self.INVENTORY, "Landslides",
            "Polygons; or points, for which circles can stand (see the advanced parameters).",
            [POLYGONS, POINTS],
        )  # fmt: skip
        add_points(self)
        add_points(self, "_2", ", second orbit", optional=True)
        add_layer(
            self, self.ACTIVE_AREAS, "Active areas",
            "Polygons of 'Active areas' or 'Slope areas', to find candidates for new landslides.",
            [POLYGONS], optional=True,
        )  # fmt: skip
        add_field(
            self, self.FORMER, "Field: former class",
            "Activity as the inventory has it; where empty, former states are unknown. The classes "
            "of an earlier run of this tool (field activity) can be used.", self.INVENTORY,
            advanced=False,
        )  # fmt: skip
        self.add_text(
            "CLASSES", "Classes of activity",
            "Names with upper limits in mm/yr; the last class has none. The first one is at rest, "
            "the others move.", CLASSES,
        )  # fmt: skip
        self.add_choice(
            "STATISTIC", "Compared with the limits",
            "mean size: of |v|, as the paper has it; noise alone gives 0.8 of the targets' "
            "standard deviation. median size: less moved by outliers. size of the mean: opposite "
            "motions cancel out, errors that neighbours share do not.", STATISTICS, STATISTICS[0],
        )  # fmt: skip
        self._declare_rules()
        self._declare_outputs()

    def _declare_rules(self):
        self.add_choice(
            "MOTION", "Rates are", "auto: along the slope where the field or band is named so "
            "(slope_velocity_mm_yr), else along the line of sight.", MOTIONS, MOTIONS[0],
            advanced=True,
        )  # fmt: skip
        for name, title, text, value, low, whole in (
            ("LEAST_TARGETS", "Targets of small landslides", "Minimum number.", 5, 1, True),
            ("SMALL_AREA", "Small landslides (km2)", "Up to this area.", 0.05, 1e-9, False),
            ("MOST_TARGETS", "Targets of large landslides", "Minimum number; in between it grows "
             "linearly with the logarithm of the area.", 20, 1, True),
            ("LARGE_AREA", "Large landslides (km2)", "From this area on.", 1.0, 1e-9, False),
        ):  # fmt: skip
            self.add_number(name, title, text, value, low, integer=whole, advanced=True)
        self.add_number(
            "NOISE_FACTOR", "Times the noise", "A landslide is only said to move with more than so "
            "many times what the targets' standard deviations alone would give, else it is not "
            "assessed; 0 for no such limit.", 2.0, 0.0, advanced=True,
        )  # fmt: skip
        self.add_text(
            "ACTIVE_WORDS", "Words for active", "Former classes, parted by commas; capitals do "
            "not matter.", ACTIVE, advanced=True,
        )  # fmt: skip
        self.add_text(
            "INACTIVE_WORDS", "Words for inactive", "Former classes in neither list are unknown.",
            INACTIVE, advanced=True,
        )  # fmt: skip
        add_field(
            self, self.IDENTITY, "Field: name of the landslides", "Where empty: the fid.",
            self.INVENTORY,
        )  # fmt: skip
        self.add_number(
            self.RADIUS, "Radius of circles (m)", "For landslides that are points: circles stand "
            "for them, and their areas and counts are those of the circles.", None, 0.01,
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            "MINIMUM_COHERENCE", "Minimum coherence", "Targets without one pass.", 0.0, 0.0, 1.0,
            advanced=True,
        )  # fmt: skip
        self.add_number(
            "MAXIMUM_STD", "Largest standard deviation (mm/yr)", "0 for no limit; targets without "
            "one pass.", 0.0, 0.0, advanced=True,
        )  # fmt: skip
        self.add_number(
            "OVERLAP", "Most of a candidate in landslides", "Share of an active area (0 to 1) that "
            "may lie in mapped landslides.", 0.0, 0.0, 1.0, advanced=True,
        )  # fmt: skip
        self.add_number(
            "WORST_QUALITY", "Worst quality of a candidate", "Quality index of active areas, 1 "
            "(best) to 4; areas without one pass.", 3, 1, 4, integer=True, advanced=True,
        )  # fmt: skip
        add_fields(self)
        add_fields(self, "_2", ", second orbit")

    def _declare_outputs(self):
        self.add_vector_output(
            self.UPDATED, "Updated inventory",
            "The landslides with counts, rates, class, certainty and state of activity; their own "
            "fields are kept.", polygons=True,
        )  # fmt: skip
        self.add_vector_output(
            self.CANDIDATES, "Candidates", "Active areas outside of all landslides.",
            optional=True, by_default=False, polygons=True,
        )  # fmt: skip
        self.add_file_output(
            self.REPORT, "Report", "Counts, shares and matrix.", "HTML (*.html)", optional=True
        )
        for name, title in (
            ("COUNT", "Landslides"), ("ASSESSED", "Assessed"), ("NOT_ASSESSED", "Not assessed"),
            ("STABLE", "Of the first class (stable)"), ("MOVING", "That move"),
            ("MOVING_KM2", "Area of those that move (km2)"),
            ("REACTIVATED", "Move and were inactive"),
            ("STOPPED", "Do not move and were active"), ("TARGETS", "Targets"),
            ("TARGETS_INSIDE", "Targets in landslides"), ("CANDIDATE_COUNT", "Candidates"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """Rules that depend on each other."""
        self._rules(parameters, context)
        pairs = (("SMALL_AREA", "LARGE_AREA", True), ("LEAST_TARGETS", "MOST_TARGETS", False))
        for low, high, strict in pairs:
            first, second = (self.number(parameters, name, context) for name in (low, high))
            if second < first or (strict and second == first):
                return f"{self.title(high)}: is not above '{self.title(low)}'; make it larger."
        wanted = self.is_given(parameters, self.CANDIDATES)
        if wanted and not self.is_given(parameters, self.ACTIVE_AREAS):
            return (
                f"{self.title(self.ACTIVE_AREAS)}: is missing, and candidates are found among "
                "active areas; give it, or write no candidates."
            )
        return None

    def _rules(self, parameters, context):
        from ...algorithms.areas.inventory import InventoryRules, parse_classes, parse_words

        targets = (self.integer(parameters, n, context) for n in ("LEAST_TARGETS", "MOST_TARGETS"))
        areas = (self.number(parameters, n, context) for n in ("SMALL_AREA", "LARGE_AREA"))
        words = (self.text(parameters, n, context) for n in ("ACTIVE_WORDS", "INACTIVE_WORDS"))
        return InventoryRules(
            tuple(targets), tuple(areas),
            parse_classes(self.text(parameters, "CLASSES", context), self.title("CLASSES")),
            self.choice(parameters, "STATISTIC", context), *map(parse_words, words),
            self.number(parameters, "NOISE_FACTOR", context),
        )  # fmt: skip

    def collect(self, parameters, context, feedback):
        """Where the layers lie."""
        self._inventory, self._active = (
            layer_of(self, parameters, name, context)
            for name in (self.INVENTORY, self.ACTIVE_AREAS)
        )
        self._places = [
            collect_points(self, parameters, context, f"POINTS{suffix}") for suffix in SUFFIXES
        ]

    def _options(self, parameters, context):
        from ...algorithms.io.run_updateinventory import UpdateOptions

        return UpdateOptions(
            self._rules(parameters, context), self.text(parameters, self.FORMER, context),
            self.text(parameters, self.IDENTITY, context),
            self.number(parameters, self.RADIUS, context) or 0.0,
            self.choice(parameters, "MOTION", context),
            *(self.number(parameters, name, context) for name in (
                "MINIMUM_COHERENCE", "MAXIMUM_STD", "OVERLAP"
            )),
            self.integer(parameters, "WORST_QUALITY", context),
        )  # fmt: skip

    def compute(self, parameters, context, feedback):
        """Judge, compare and look for new ones."""
        from ...algorithms.io.run_updateinventory import UpdateTargets, run_updateinventory

        names = (self.UPDATED, self.CANDIDATES, self.REPORT)
        targets = UpdateTargets(*(self.output_path(parameters, name, context) for name in names))
        sources = [
            area_source(self, parameters, context, place, suffix)
            for suffix, place in zip(SUFFIXES, self._places) if place is not None
        ]  # fmt: skip
        progress = Progress(feedback)
        report = run_updateinventory(
            self._inventory, sources, targets, self._options(parameters, context), self._active,
            progress=progress, cancelled=progress.cancelled,
        )  # fmt: skip
        for text in report.notes:
            feedback.pushInfo(text)
        self.style_vector(
            targets.inventory, "inventory", title="Landslide inventory",
            abstract="State of activity of mapped landslides. " + " ".join(report.notes),
        )  # fmt: skip
        self.style_vector(
            targets.candidates, "inventory_candidates", title="Candidates",
            abstract="Active areas outside of all mapped landslides.",
        )  # fmt: skip
        return {
            self.UPDATED: targets.inventory, self.CANDIDATES: targets.candidates,
            self.REPORT: targets.report, **report.numbers(),
        }  # fmt: skip

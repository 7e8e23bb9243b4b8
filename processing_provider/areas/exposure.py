# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Roads, railways, pipes and buildings in or near active areas."""

from __future__ import annotations

from ..tool import Progress, Tool
from .layer_parameters import (
    LINES,
    POINTS,
    POLYGONS,
    add_field,
    add_layer,
    add_output,
    layer_of,
)

AREA_FIELDS = (
    ("VELOCITY_FIELD", "Field: rate of the areas (mm/yr)",
     "Along the line of sight or the slope; its size counts. Where empty: slope_velocity_mm_yr, "
     "mean_slope_mm_yr, mean_mm_yr, median_mm_yr or velocity_mm_yr, the first that is there."),
    ("QUALITY_FIELD", "Field: quality of the areas",
     "1 (best) to 4; where empty: quality."),
    ("GRADIENT_FIELD", "Field: gradient of the areas (mm/yr over 100 m)",
     "Where empty: gradient_mm_yr_100m, or the range of the rates (max_mm_yr - min_mm_yr) over "
     "half of the area's extent, as a rough stand-in."),
)  # fmt: skip
LIMITS = (
    ("VELOCITY_LIMITS", "velocity_limits", "Limits of the rate (mm/yr)", True, "2, 5, 10, 20",
     "Rates that score 0.25, 0.5, 0.75 and 1; linear in between."),
    ("GRADIENT_LIMITS", "gradient_limits", "Limits of the gradient (mm/yr over 100 m)", True,
     "1, 2, 4, 8",
     "As for the rate. 4 reaches an angular distortion of 1/500, at which buildings crack, in 50 "
     "years."),
    ("CONFIDENCE", "confidence", "Weights of the quality indices 1 to 4", False,
     "1, 0.85, 0.6, 0.25", "From 0 to 1; areas of unknown quality get 0.6."),
)  # fmt: skip


class Exposure(Tool):
    """What is exposed to active areas, ranked."""

    ID = "exposure"
    NAME = "Exposure to active areas"
    GROUP = "areas"
    SUMMARY = (
        "Finds the roads, railways, pipes (lines), buildings (polygons) or other objects (points) "
        "that lie in active areas or near them. Lines are cut into segments. Each segment or "
        "object is scored from 0 to 100 by rate, gradient, quality of the area and position, and "
        "ranked; columns hold every part of the score and say why. Rates and gradients come from "
        "measurement points around it where these are given, else from the area. Totals by kind "
        "and by area come out as a table."
    )
    PAPER = (
        "Groundshift's own score; limits of the gradient after the angular distortion of 1/500 of "
        "Skempton and MacDonald (1956), doi:10.1680/ipeds.1956.12202, and Bjerrum (1963)"
    )
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = ("roads", "railways", "buildings", "infrastructure", "risk", "vulnerability", "ranking")

    AREAS, ELEMENTS, POINTS = "AREAS", "ELEMENTS", "POINTS"
    DISTANCE, SEGMENT, KIND = "DISTANCE", "SEGMENT", "KIND_FIELD"
    POINT_FIELD, POINT_DISTANCE, WEIGHT = "POINT_FIELD", "POINT_DISTANCE", "GRADIENT_WEIGHT"
    ID_FIELD = "ID_FIELD"
    EXPOSED, AREAS_OUT, TOTALS = "EXPOSED", "RANKED_AREAS", "TOTALS"

    def declare(self):
        """Parameters and outputs."""
        add_layer(
            self, self.AREAS, "Active areas",
            "Polygons, such as those of 'Active areas', with a rate and a quality.", [POLYGONS],
        )  # fmt: skip
        add_layer(
            self, self.ELEMENTS, "Roads, railways or buildings",
            "Lines, polygons or points, in any CRS. Run the tool once for each layer; scores can "
            "be compared between them.", [LINES, POLYGONS, POINTS],
        )  # fmt: skip
        self.add_number(
            self.DISTANCE, "Distance (m)", "What is farther from every area is not exposed.", 50.0,
            0.0,
        )  # fmt: skip
        self.add_number(
            self.SEGMENT, "Length of segments (m)",
            "Lines are cut into segments of this length; the last one takes the rest.", 100.0, 0.1,
        )  # fmt: skip
        add_field(
            self, self.KIND, "Field: kind of the elements",
            "Totals are given for each kind, such as classes of roads.", self.ELEMENTS,
            advanced=False,
        )  # fmt: skip
        add_layer(
            self, self.POINTS, "Measurement points",
            "Points with rates: their median within the distance below replaces the area's rate "
            "(from 3 points on; inside of an area only where it is larger), and a plane through "
            "them gives the gradient (from 5 points on).",
            [POINTS], optional=True,
        )  # fmt: skip
        add_field(
            self, self.POINT_FIELD, "Field: rate of the points (mm/yr)",
            "Where empty: slope_velocity_mm_yr, velocity_mm_yr or another usual name.",
            self.POINTS, numeric=True,
        )  # fmt: skip
        self.add_number(
            self.POINT_DISTANCE, "Distance of points (m)",
            "Points so far from a segment or object speak for it.", 100.0, 0.1, advanced=True,
        )  # fmt: skip
        for name, title, help in AREA_FIELDS:
            add_field(self, name, title, help, self.AREAS, numeric=True)
        add_field(
            self, self.ID_FIELD, "Field: name of the areas", "Where empty: area_id, or the fid.",
            self.AREAS,
        )  # fmt: skip
        for name, _, title, _, default, help in LIMITS:
            self.add_text(name, title, help, default, advanced=True)
        self.add_number(
            self.WEIGHT, "Weight of the gradient",
            "Share of the gradient in the score, where it is known.", 0.4, 0.0, 1.0, advanced=True,
        )  # fmt: skip
        self._declare_outputs()

    def _declare_outputs(self):
        add_output(
            self, self.EXPOSED, "Exposed elements",
            "Segments of lines, polygons or points in or near areas, the highest score first.",
        )  # fmt: skip
        add_output(
            self, self.AREAS_OUT, "Areas by what they expose",
            "The active areas with what lies in and near them, and their rank.", POLYGONS,
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_file_output(
            self.TOTALS, "Totals", "km or number by kind, by area and by class.", "CSV (*.csv)",
            optional=True,
        )  # fmt: skip
        for name, title in (
            ("PIECES", "Segments or objects"), ("EXPOSED_PIECES", "Exposed segments or objects"),
            ("EXPOSED_ELEMENTS", "Elements with an exposed part"),
            ("TOTAL", "All (km or number)"), ("INSIDE", "In areas (km or number)"),
            ("WITHIN", "In or near areas (km or number)"),
            ("HIGH", "Of high or very high class (km or number)"),
            ("AREA_COUNT", "Areas with anything in or near them"),
            ("HIGHEST_SCORE", "Highest score"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """Limits grow."""
        self._limits(parameters, context)

    def _limits(self, parameters, context):
        from ...algorithms.areas.exposure import parse_limits

        return {
            key: parse_limits(self.text(parameters, name, context), self.title(name), growing)
            for name, key, _, growing, *_ in LIMITS
        }

    def collect(self, parameters, context, feedback):
        """Where the layers lie."""
        self._areas, self._elements, self._points = (
            layer_of(self, parameters, name, context)
            for name in (self.AREAS, self.ELEMENTS, self.POINTS)
        )

    def _options(self, parameters, context):
        from ...algorithms.areas.exposure import ScoreOptions
        from ...algorithms.io.run_exposure import ExposureOptions

        score = ScoreOptions(
            distance=self.number(parameters, self.DISTANCE, context),
            gradient_weight=self.number(parameters, self.WEIGHT, context),
            **self._limits(parameters, context),
        )
        return ExposureOptions(
            self.number(parameters, self.SEGMENT, context),
            self.number(parameters, self.POINT_DISTANCE, context), score,
            self.text(parameters, self.KIND, context),
        )  # fmt: skip

    def compute(self, parameters, context, feedback):
        """Find, score and rank."""
        from ...algorithms.io.exposed_layers import AreaFields
        from ...algorithms.io.run_exposure import ExposureTargets, run_exposure

        names = (self.EXPOSED, self.AREAS_OUT, self.TOTALS)
        targets = ExposureTargets(*(self.output_path(parameters, n, context) for n in names))
        fields = AreaFields(
            *(self.text(parameters, name, context) for name, *_ in AREA_FIELDS),
            self.text(parameters, self.ID_FIELD, context),
        )
        progress = Progress(feedback)
        report = run_exposure(
            self._areas, self._elements, targets, self._options(parameters, context), fields,
            self._points, self.text(parameters, self.POINT_FIELD, context), progress=progress,
            cancelled=progress.cancelled,
        )  # fmt: skip
        for text in report.notes:
            feedback.pushInfo(text)
        self.style_vector(
            targets.exposed, f"exposure_{report.kind}s", title="Exposure",
            abstract="Scores from 0 to 100 by rate, gradient, quality and position. "
            + " ".join(report.notes),
        )  # fmt: skip
        self.style_vector(
            targets.areas, "exposing_areas", title="Areas by what they expose",
            abstract="Highest score of what lies in or near each area.",
        )  # fmt: skip
        return {
            self.EXPOSED: targets.exposed, self.AREAS_OUT: targets.areas,
            self.TOTALS: targets.totals, **report.results(),
        }  # fmt: skip

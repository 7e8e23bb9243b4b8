# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Validation: InSAR rates against GNSS, levelling or a second InSAR result."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterMapLayer,
    QgsRasterLayer,
)

from ...algorithms.errors import GroundshiftError
from ..tool import Progress, Tool

METHODS = ("median", "mean", "nearest")
REFERENCES = ("median", "mean", "ramp", "point", "area", "none")
QUANTITIES = ("auto", "enu", "horizontal", "vertical", "los")
UNITS = ("mm", "cm", "m")
GROUND_FIELDS = (
    ("GROUND_EAST", "Field: east rate", "east"),
    ("GROUND_NORTH", "Field: north rate", "north"),
    ("GROUND_UP", "Field: up rate", "up"),
    ("GROUND_RATE", "Field: rate along the line of sight", "rate"),
    ("GROUND_EAST_STD", "Field: standard deviation of east", "east_std"),
    ("GROUND_NORTH_STD", "Field: standard deviation of north", "north_std"),
    ("GROUND_UP_STD", "Field: standard deviation of up", "up_std"),
    ("GROUND_STD", "Field: standard deviation along the line of sight", "std"),
    ("GROUND_NAME", "Field: name of the station", "name"),
    ("GROUND_DATE", "Field: date of the row", "date"),
)


class Validate(Tool):
    """InSAR against ground data."""

    ID = "validate"
    NAME = "Validate against ground data"
    GROUP = "timeseries"
    SUMMARY = (
        "Compares InSAR rates with GNSS or levelling points, or with a second InSAR result: pairs "
        "them, brings them to one line of sight, time and reference, and gives bias, RMSE, "
        "correlation, regression with errors in both, and whether the standard deviations are "
        "honest. Every pair and the whole get a class from A to D. Where both sides have series "
        "(fields DYYYYMMDD, or a row for each date), rates are fitted on common dates. Vertical "
        "ground data are compared under the assumption of no horizontal motion."
    )
    PAPER = (
        "Navarro-Hernandez et al. (2022), ValInSAR, doi:10.1109/JSTARS.2022.3171517, for the "
        "procedure and statistics (the limits of the classes are Groundshift's own); regression: "
        "Deming, with the jackknife of Linnet (1993)"
    )
    NEEDS = ("numpy", "scipy", "h5py", "pyproj")
    TAGS = ("gnss", "gps", "levelling", "accuracy", "bias", "rmse", "comparison")

    INSAR, GROUND, QUANTITY, GROUND_UNIT = "INSAR", "GROUND", "QUANTITY", "GROUND_UNIT"
    METHOD, DISTANCE, REFERENCE = "METHOD", "DISTANCE", "REFERENCE"
    REFERENCE_POINT, REFERENCE_AREA = "REFERENCE_POINT", "REFERENCE_AREA"
    GEOMETRY, INCIDENCE, HEADING = "GEOMETRY", "INCIDENCE", "HEADING"
    INSAR_RATE, INSAR_STD, INSAR_UNIT = "INSAR_RATE", "INSAR_STD", "INSAR_UNIT"
    INSAR_STD_RASTER = "INSAR_STD_RASTER"
    GROUND_GEOMETRY, GROUND_INCIDENCE = "GROUND_GEOMETRY", "GROUND_INCIDENCE"
    GROUND_HEADING, GROUND_AWAY = "GROUND_HEADING", "GROUND_AWAY"
    FIRST_DATE, LAST_DATE, AVERAGE_DAYS = "FIRST_DATE", "LAST_DATE", "AVERAGE_DAYS"
    LONGEST_GAP, LIMITS, MOST_POINTS = "LONGEST_GAP", "LIMITS", "MOST_POINTS"
    UP_STD = "UP_STD"
    PAIRS, REPORT = "PAIRS", "REPORT"

    def declare(self):
        """Parameters and outputs."""
        self._declare_data()
        self._declare_rules()
        self._declare_fields()
        self.add_vector_output(
            self.PAIRS, "Pairs",
            "Ground points with the rates of both, their difference, its size in standard "
            "deviations and the class.",
        )  # fmt: skip
        self.add_file_output(
            self.REPORT, "Report", "Page with the scatter plot, statistics and table of pairs.",
            "HTML (*.html)", optional=True,
        )  # fmt: skip
        for name, title in (
            ("COUNT", "Pairs compared"), ("BIAS", "Bias (mm/yr)"), ("RMSE", "RMSE (mm/yr)"),
            ("RMSE_UNBIASED", "RMSE without the bias (mm/yr)"),
            ("RAW_BIAS", "Bias before the common reference (mm/yr)"),
            ("RAW_RMSE", "RMSE before the common reference (mm/yr)"),
            ("OFFSET", "Offset taken out by the reference (mm/yr)"),
            ("CORRELATION", "Correlation"), ("SLOPE", "Slope (Deming)"),
            ("SLOPE_LOW", "Slope, lower end of 95 %"), ("SLOPE_HIGH", "Slope, upper end of 95 %"),
            ("INTERCEPT", "Intercept (Deming, mm/yr)"), ("OLS_SLOPE", "Slope (least squares)"),
            ("OLS_INTERCEPT", "Intercept (least squares, mm/yr)"),
            ("NORMALISED_RMS", "RMS of difference over its standard deviation"),
            ("LOOK_ANGLE", "Angle between the look vectors (degrees)"),
        ):  # fmt: skip
            self.add_number_result(name, title)
        self.add_text_result("CLASS", "Overall class")
        self.add_text_result("WARNINGS", "Warnings")

    def _add_layer(self, name, title, help):
        # Tables of comma-separated values have no geometry for QGIS.
        types = [QgsProcessing.SourceType.TypeVector, QgsProcessing.SourceType.TypeRaster]
        self.add(QgsProcessingParameterMapLayer(name, self.tr(title), None, False, types), help)

    def _declare_data(self):
        self._add_layer(
            self.INSAR, "InSAR: points or velocity raster",
            "Rates along the line of sight, positive towards the satellite: points with "
            "velocity_mm_yr (and DYYYYMMDD, los_east, los_north, los_up where they have them), or "
            "a velocity raster.",
        )  # fmt: skip
        self._add_layer(
            self.GROUND, "Ground data: points, or a second InSAR result",
            "GNSS or levelling points with rates or series in their fields (also CSV with columns "
            "of longitude and latitude), or points or a velocity raster of a second InSAR result.",
        )  # fmt: skip
        self.add_choice(
            self.QUANTITY, "What the ground data are",
            "auto: by the fields that are found; enu: east, north and up; horizontal: east and "
            "north (vertical motion is taken as zero, about); vertical: up alone; los: along the "
            "line of sight of InSAR.",
            QUANTITIES, QUANTITIES[0],
        )  # fmt: skip
        self.add_choice(
            self.GROUND_UNIT, "Unit of the ground data",
            "Of displacements; of rates, the same a year. A raster's own unit goes first.",
            UNITS, UNITS[0],
        )  # fmt: skip

    def _declare_rules(self):
        self.add_choice(
            self.METHOD, "InSAR at a station",
            "median or mean of the InSAR points within the distance, or the nearest one.",
            METHODS, METHODS[0],
        )  # fmt: skip
        self.add_number(self.DISTANCE, "Distance (m)", "Largest one of a pair.", 100.0, 0.1)
        self.add_choice(
            self.REFERENCE, "Common reference",
            "What is made equal on both sides: the median or mean difference of all pairs is taken "
            "out, an offset and a ramp through all differences, the difference at the pair "
            "nearest to a point, the median one in an area, or none. Bias and RMSE from before "
            "are reported, too.",
            REFERENCES, REFERENCES[0],
        )  # fmt: skip
        self.add_point(self.REFERENCE_POINT, "Reference point", "For the reference 'point'.")
        self.add_area(self.REFERENCE_AREA, "Reference area", "For the reference 'area'.")
        self.add_file(
            self.GEOMETRY, "Geometry of InSAR",
            "MintPy-layout geometry file: look vectors, where the points have none.",
            "HDF5 (*.h5 *.he5)", optional=True,
        )  # fmt: skip
        for name, title, help, low, high in (
            (self.INCIDENCE, "Incidence of InSAR (degrees)",
             "At the ground from the vertical; with the heading, instead of a geometry file.",
             0.0, 89.0),
            (self.HEADING, "Heading of InSAR (degrees)",
             "Flight direction clockwise from north, right-looking: about -12 ascending, 192 "
             "descending.", -360.0, 360.0),
        ):  # fmt: skip
            self.add_number(name, title, help, None, low, high, optional=True)
        for name, title, help in (
            (self.FIRST_DATE, "First date", "Use series from this date on, YYYYMMDD."),
            (self.LAST_DATE, "Last date", "Use series up to this date, YYYYMMDD."),
        ):
            self.add_text(name, title, help, "", optional=True, advanced=True)
        self.add_number(
            self.AVERAGE_DAYS, "Average within (days)",
            "The denser series is averaged within so many days about each date of the sparser one; "
            "0 interpolates linearly.", 0.0, 0.0, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.LONGEST_GAP, "Longest gap to interpolate (days)",
            "Nothing is interpolated over longer gaps.", 60.0, 0.0, advanced=True,
        )  # fmt: skip
        self.add_text(
            self.LIMITS, "Limits of the classes (mm/yr)",
            "Largest differences in classes A, B and C.", "2, 5, 10", advanced=True,
        )  # fmt: skip
        self.add_number(
            self.UP_STD, "Unknown vertical motion (mm/yr)",
            "Standard deviation of the vertical rates that horizontal ground data leave unknown.",
            2.0, 0.0, 1000.0, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.MOST_POINTS, "Most pixels of a ground raster",
            "A regular subset of so many pixels is taken.", 5000, 10, integer=True, advanced=True,
        )  # fmt: skip

    def _add_field(self, name, title):
        help = "Guessed from the usual names where empty; '-' for none."
        if name == "GROUND_DATE":
            help = (
                "Only for tables with a row for each station and date: the other fields then hold "
                "displacements."
            )
        # Texts: a choice of fields crashes QGIS 3.22 where the layer is a raster.
        self.add_text(name, title, help, optional=True, advanced=True)

    def _declare_fields(self):
        for name, title, _ in GROUND_FIELDS:
            self._add_field(name, title)
        self._add_field(self.INSAR_RATE, "Field: InSAR rate")
        self._add_field(self.INSAR_STD, "Field: InSAR standard deviation")
        self.add_choice(
            self.INSAR_UNIT, "Unit of InSAR", "Where the raster does not say it.", UNITS, UNITS[0],
            advanced=True,
        )  # fmt: skip
        self.add_file(
            self.INSAR_STD_RASTER, "Raster of InSAR's standard deviations",
            "On the grid of the velocity raster, in its unit.", "GeoTIFF (*.tif *.tiff)",
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_file(
            self.GROUND_GEOMETRY, "Geometry of the second result",
            "Lets the tool warn where the two look at the ground from different sides.",
            "HDF5 (*.h5 *.he5)", optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.GROUND_INCIDENCE, "Incidence of the second result (degrees)", "As for InSAR.",
            None, 0.0, 89.0, optional=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.GROUND_HEADING, "Heading of the second result (degrees)", "As for InSAR.", None,
            -360.0, 360.0, optional=True, advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.GROUND_AWAY, "Ground rates are positive away from the satellite",
            "Only for rates along the line of sight.", advanced=True,
        )  # fmt: skip

    def check(self, parameters, context):
        """Reference, limits and dates fit together."""
        reference = self.choice(parameters, self.REFERENCE, context)
        needed = {"point": self.REFERENCE_POINT, "area": self.REFERENCE_AREA}.get(reference)
        if needed and not self.is_given(parameters, needed):
            return f"{self.title(needed)}: is missing for the reference '{reference}'; give one."
        self._limits(parameters, context)
        self._dates(parameters, context)
        return None

    def _limits(self, parameters, context):
        from ...algorithms.io.run_validate import parse_limits

        return parse_limits(self.text(parameters, self.LIMITS, context))

    def _dates(self, parameters, context):
        from ...algorithms.data.dates import parse_date

        texts = [self.text(parameters, name, context) for name in (self.FIRST_DATE, self.LAST_DATE)]
        return [parse_date(text) if text else None for text in texts]

    def collect(self, parameters, context, feedback):
        """Where the layers lie; they belong to the main thread."""
        self._insar = self._layer(parameters, self.INSAR, context)
        self._ground = self._layer(parameters, self.GROUND, context)

    def _layer(self, parameters, name, context):
        """Path, layer name, whether it is a raster, and its CRS."""
        layer = self.parameterAsLayer(parameters, name, context)
        if layer is None:
            raise GroundshiftError(
                f"{self.title(name)}: {parameters.get(name)} is not a layer that QGIS can open; "
                "check the path."
            )
        if isinstance(layer, QgsRasterLayer):
            # Kept from being written over, as note_layer does for vector layers.
            self._layer_paths = (*self._layer_paths, Path(layer.source()))
            return layer.source(), "", True, layer.crs().toWkt()
        path, layer_name = self.layer_source(parameters, name, context)
        return path, layer_name, False, layer.crs().toWkt()

    def _source(self, parameters, context, insar: bool):
        from ...algorithms.io.measurements import Fields, Source

        path, layer, raster, _ = self._insar if insar else self._ground
        if insar:
            fields = Fields(
                self.text(parameters, self.INSAR_RATE, context),
                self.text(parameters, self.INSAR_STD, context),
            )
            return Source(
                path, layer, raster, "los", self.choice(parameters, self.INSAR_UNIT, context),
                fields, self.existing_path(parameters, self.INSAR_STD_RASTER, context),
                self.existing_path(parameters, self.GEOMETRY, context),
                self.number(parameters, self.INCIDENCE, context),
                self.number(parameters, self.HEADING, context),
            )  # fmt: skip
        fields = {
            key: self.text(parameters, name, context) for name, _, key in GROUND_FIELDS
        }  # fmt: skip
        return Source(
            path, layer, raster, self.choice(parameters, self.QUANTITY, context),
            self.choice(parameters, self.GROUND_UNIT, context), Fields(**fields), None,
            self.existing_path(parameters, self.GROUND_GEOMETRY, context),
            self.number(parameters, self.GROUND_INCIDENCE, context),
            self.number(parameters, self.GROUND_HEADING, context),
            self.flag(parameters, self.GROUND_AWAY, context),
        )  # fmt: skip

    def _options(self, parameters, context):
        from ...algorithms.io.run_validate import ValidateOptions
        from ...algorithms.timeseries.pairing import ReferenceRule
        from ...algorithms.timeseries.validation import TimeRule

        crs = self._ground[3]
        reference = ReferenceRule(
            self.choice(parameters, self.REFERENCE, context),
            self.point(parameters, self.REFERENCE_POINT, context, crs),
            self.area(parameters, self.REFERENCE_AREA, context, crs),
        )
        time = TimeRule(
            *self._dates(parameters, context),
            self.number(parameters, self.AVERAGE_DAYS, context),
            self.number(parameters, self.LONGEST_GAP, context),
        )
        return ValidateOptions(
            self.choice(parameters, self.METHOD, context),
            self.number(parameters, self.DISTANCE, context), reference, time,
            self._limits(parameters, context),
            self.integer(parameters, self.MOST_POINTS, context),
            self.number(parameters, self.UP_STD, context) * 1e-3,
        )  # fmt: skip

    def compute(self, parameters, context, feedback):
        """Compare."""
        from ...algorithms.io.run_validate import run_validate

        pairs = self.output_path(parameters, self.PAIRS, context)
        page = self.output_path(parameters, self.REPORT, context)
        progress = Progress(feedback)
        report = run_validate(
            self._source(parameters, context, True), self._source(parameters, context, False),
            pairs, page, self._options(parameters, context), progress=progress,
            cancelled=progress.cancelled,
        )  # fmt: skip
        for text in report.notes:
            feedback.pushInfo(text)
        for text in report.warnings:
            feedback.pushWarning(text)
        self.style_vector(
            pairs, "points_validation", title="Validation",
            abstract="InSAR and ground rates towards the satellite, their difference (InSAR minus "
            "ground) and its class. " + " ".join((*report.warnings, *report.notes)),
        )  # fmt: skip
        return {self.PAIRS: pairs, self.REPORT: page, **report.results()}

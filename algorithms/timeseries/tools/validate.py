# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""InSAR rates against ground data, or against a second InSAR result."""

from __future__ import annotations

from ...declare import Chosen, Output, area, choice, file, flag, number, other, point, text, whole
from ...errors import GroundshiftError

UNITS = ("mm", "cm", "m")
GUESSED = "Guessed from the usual names where empty; '-' for none."
GROUND_FIELDS = (
    "east", "north", "up", "rate", "east_std", "north_std", "up_std", "std", "name", "date",
)  # fmt: skip


class Validate(Chosen):
    """What is compared, and how it is made comparable."""

    insar = other(
        "rates", "InSAR: points or velocity raster",
        "Rates along the line of sight, positive towards the satellite: points with "
        "velocity_mm_yr (and DYYYYMMDD, los_east, los_north, los_up where they have them), or a"
        " velocity raster.", shapes=("vector", "raster"),
    )  # fmt: skip
    ground = other(
        "rates", "Ground data: points, or a second InSAR result",
        "GNSS or levelling points with rates or series in their fields (also CSV with columns "
        "of longitude and latitude), or points or a velocity raster of a second InSAR result.",
        shapes=("vector", "raster"),
    )  # fmt: skip
    quantity = choice(
        "What the ground data are",
        "auto: by the fields that are found; enu: east, north and up; horizontal: east and "
        "north (vertical motion is taken as zero, about); vertical: up alone; los: along the "
        "line of sight of InSAR.", ("auto", "enu", "horizontal", "vertical", "los"),
    )  # fmt: skip
    ground_unit = choice(
        "Unit of the ground data",
        "Of displacements; of rates, the same a year. A raster's own unit goes first.",
        UNITS,
    )  # fmt: skip
    method = choice(
        "InSAR at a station",
        "median or mean of the InSAR points within the distance, or the nearest one.",
        ("median", "mean", "nearest"),
    )  # fmt: skip
    distance = number(
        "Distance (m)", "Largest one of a pair.", 100.0, 0.1,
    )  # fmt: skip
    reference = choice(
        "Common reference",
        "What is made equal on both sides: the median or mean difference of all pairs is taken "
        "out, an offset and a ramp through all differences, the difference at the pair nearest "
        "to a point, the median one in an area, or none. Bias and RMSE from before are "
        "reported, too.", ("median", "mean", "ramp", "point", "area", "none"),
    )  # fmt: skip
    reference_point = point(
        "Reference point", "For the reference 'point'.",
    )  # fmt: skip
    reference_area = area(
        "Reference area", "For the reference 'area'.",
    )  # fmt: skip
    geometry = file(
        "Geometry of InSAR",
        "MintPy-layout geometry file: look vectors, where the points have none.",
        "HDF5, Zarr", optional=True,
    )  # fmt: skip
    incidence = number(
        "Incidence of InSAR (degrees)",
        "At the ground from the vertical; with the heading, instead of a geometry file.", None,
        0.0, 89.0, optional=True,
    )  # fmt: skip
    heading = number(
        "Heading of InSAR (degrees)",
        "Flight direction clockwise from north, right-looking: about -12 ascending, 192 "
        "descending.", None, -360.0, 360.0, optional=True,
    )  # fmt: skip
    first_date = text(
        "First date", "Use series from this date on, YYYYMMDD.", advanced=True,
    )  # fmt: skip
    last_date = text(
        "Last date", "Use series up to this date, YYYYMMDD.", advanced=True,
    )  # fmt: skip
    average_days = number(
        "Average within (days)",
        "The denser series is averaged within so many days about each date of the sparser one; "
        "0 interpolates linearly.", 0.0, 0.0, advanced=True,
    )  # fmt: skip
    longest_gap = number(
        "Longest gap to interpolate (days)", "Nothing is interpolated over longer gaps.", 60.0,
        0.0, advanced=True,
    )  # fmt: skip
    limits = text(
        "Limits of the classes (mm/yr)", "Largest differences in classes A, B and C.",
        default="2, 5, 10", optional=False, advanced=True,
    )  # fmt: skip
    up_std = number(
        "Unknown vertical motion (mm/yr)",
        "Standard deviation of the vertical rates that horizontal ground data leave unknown.",
        2.0, 0.0, 1000.0, advanced=True,
    )  # fmt: skip
    most_points = whole(
        "Maximum number of pixels of a ground raster",
        "A regular subset of so many pixels is taken.", 5000, 10, advanced=True,
    )  # fmt: skip
    ground_east = text("Field: east rate", GUESSED, None, advanced=True)
    ground_north = text("Field: north rate", GUESSED, None, advanced=True)
    ground_up = text("Field: up rate", GUESSED, None, advanced=True)
    ground_rate = text("Field: rate along the line of sight", GUESSED, None, advanced=True)
    ground_east_std = text("Field: standard deviation of east", GUESSED, None, advanced=True)
    ground_north_std = text("Field: standard deviation of north", GUESSED, None, advanced=True)
    ground_up_std = text("Field: standard deviation of up", GUESSED, None, advanced=True)
    ground_std = text(
        "Field: standard deviation along the line of sight", GUESSED, None, advanced=True
    )
    ground_name = text("Field: name of the station", GUESSED, None, advanced=True)
    ground_date = text(
        "Field: date of the row",
        "Only for tables with a row for each station and date: the other fields then hold "
        "displacements.", default=None, advanced=True,
    )  # fmt: skip
    insar_rate = text("Field: InSAR rate", GUESSED, None, advanced=True)
    insar_std = text("Field: InSAR standard deviation", GUESSED, None, advanced=True)
    insar_unit = choice(
        "Unit of InSAR", "Where the raster does not say it.", UNITS, advanced=True,
    )  # fmt: skip
    insar_std_raster = file(
        "Raster of InSAR's standard deviations",
        "On the grid of the velocity raster, in its unit.", "GeoTIFF (*.tif *.tiff)",
        optional=True, advanced=True,
    )  # fmt: skip
    ground_geometry = file(
        "Geometry of the second result",
        "Lets the tool warn where the two look at the ground from different sides.",
        "HDF5, Zarr", optional=True, advanced=True,
    )  # fmt: skip
    ground_incidence = number(
        "Incidence of the second result (degrees)", "As for InSAR.", None, 0.0, 89.0,
        optional=True, advanced=True,
    )  # fmt: skip
    ground_heading = number(
        "Heading of the second result (degrees)", "As for InSAR.", None, -360.0, 360.0,
        optional=True, advanced=True,
    )  # fmt: skip
    ground_away = flag(
        "Ground rates are positive away from the satellite",
        "Only for rates along the line of sight.", advanced=True,
    )  # fmt: skip

    def check(self):
        """Reference, limits and dates fit together."""
        needed = {"point": "reference_point", "area": "reference_area"}.get(self.reference)
        if needed and getattr(self, needed) is None:
            self.refuse(needed, f"is missing for the reference '{self.reference}'; give one.")
        self.classes()
        self.span()

    def classes(self) -> tuple:
        """Limits of the classes, metres a year."""
        import re

        try:
            limits = [float(part) * 1e-3 for part in re.split(r"[,;\s]+", self.limits.strip())]
        except ValueError:
            limits = []
        if len(limits) != 3 or not 0 < limits[0] < limits[1] < limits[2]:
            raise GroundshiftError(
                f"'{self.limits}' are no limits of classes; give three growing numbers, such as "
                "2, 5, 10."
            )
        return tuple(limits)

    def span(self) -> list:
        """First and last date; None for all."""
        from ...data.dates import parse_date

        return [parse_date(text) if text else None for text in (self.first_date, self.last_date)]

    def sources(self) -> tuple:
        """InSAR and the ground data as they are read."""
        from ...formats.measurements import Fields, RateLayer

        insar = RateLayer(
            *self.insar[:3], "los", self.insar_unit, Fields(self.insar_rate, self.insar_std),
            self.insar_std_raster, self.geometry, self.incidence, self.heading,
        )  # fmt: skip
        fields = Fields(**{name: getattr(self, f"ground_{name}") for name in GROUND_FIELDS})
        return insar, RateLayer(
            *self.ground[:3], self.quantity, self.ground_unit, fields, None,
            self.ground_geometry, self.ground_incidence, self.ground_heading, self.ground_away,
        )  # fmt: skip

    def comparison(self):
        """Both sides, and how they are compared."""
        from ...data.crs import area_in, point_in
        from ..pairing import ReferenceRule
        from ..validation import TimeRule
        from .comparison import Comparison

        crs = self.ground[3]
        reference = ReferenceRule(
            self.reference, point_in(self.reference_point, crs), area_in(self.reference_area, crs)
        )
        return Comparison(
            *self.sources(), self.method, self.distance, reference,
            TimeRule(*self.span(), self.average_days, self.longest_gap), self.classes(),
            self.most_points, self.up_std * 1e-3,
        )  # fmt: skip


OUTPUTS = (
    Output(
        "points", "PAIRS", "Pairs",
        "Ground points with the rates of both, their difference, its size in standard "
        "deviations and the class.",
        style="points_validation", name="Validation",
        abstract="InSAR and ground rates towards the satellite, their difference (InSAR minus "
        "ground) and its class.",
    ),
    Output(
        "file", "REPORT", "Report", "Page with the scatter plot, statistics and table of pairs.",
        "HTML (*.html)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Pairs compared",
    "BIAS": "Bias (mm/yr)",
    "RMSE": "RMSE (mm/yr)",
    "RMSE_UNBIASED": "RMSE without the bias (mm/yr)",
    "RAW_BIAS": "Bias before the common reference (mm/yr)",
    "RAW_RMSE": "RMSE before the common reference (mm/yr)",
    "OFFSET": "Offset taken out by the reference (mm/yr)",
    "CORRELATION": "Correlation",
    "SLOPE": "Slope (Deming)",
    "SLOPE_LOW": "Slope, lower end of 95 %",
    "SLOPE_HIGH": "Slope, upper end of 95 %",
    "INTERCEPT": "Intercept (Deming, mm/yr)",
    "OLS_SLOPE": "Slope (least squares)",
    "OLS_INTERCEPT": "Intercept (least squares, mm/yr)",
    "NORMALISED_RMS": "RMS of difference over its standard deviation",
    "T": "t of a paired t-test, before the common reference", "T_P": "Its p-value",
    "SAME_STABILITY": "Pairs that both sides call stable, or both unstable (%)",
    "LOOK_ANGLE": "Angle between the look vectors (degrees)",
}  # fmt: skip
TEXTS = {"CLASS": "Overall class", "WARNINGS": "Warnings"}


def run(chosen, outputs, job) -> dict:
    """Compare; see :mod:`...declare`."""
    found = chosen.comparison()
    found.run(outputs, job)
    said = " ".join((OUTPUTS[0].abstract, *found.warnings, *found.notes))
    outputs.look("PAIRS", abstract=said)
    return found.numbers()

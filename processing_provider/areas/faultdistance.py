# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Landslides or active areas against fault traces."""

from __future__ import annotations

from ..drawing import svg_to_png
from ..tool import Progress, Tool
from .layer_parameters import (
    LINES,
    POINTS,
    POLYGONS,
    add_field,
    add_layer,
    add_output,
    fields_of,
    layer_of,
)

AREAS = ("sites", "faults")
UNITS = ("auto", "m", "cm", "mm")
FAULT_FIELDS = (
    ("NAME_FIELD", "Field: name of the fault", "name",
     "Guessed from the usual names where empty (name, fs_name ...)."),
    ("KIND_FIELD", "Field: kind of the fault", "kind",
     "Guessed where empty (slip_type, type ...)."),
    ("DIP_FIELD", "Field: dip", "dip",
     "Numbers or tuples such as (75,60,90), of which the first one counts; guessed where empty "
     "(average_dip, dip ...)."),
    ("DIP_DIRECTION_FIELD", "Field: direction of dip", "dip_direction",
     "Letters such as SW, or degrees; guessed where empty (dip_dir ...). The side to which most of "
     "the trace agrees with it counts."),
)  # fmt: skip
RASTERS = (
    ("EAST", "Displacement to the east", "Raster of a 3-D displacement field or of its rate."),
    ("NORTH", "Displacement to the north", "On any grid, in the same unit."),
    ("UP", "Displacement up", "On any grid, in the same unit."),
    ("DEM", "Elevation model", "In metres: slope and aspect at the sites."),
)


class FaultDistance(Tool):
    """Distance to faults, density by band, and motion in the slope's frame."""

    ID = "faultdistance"
    NAME = "Distance to faults"
    GROUP = "areas"
    SUMMARY = (
        "Measures how far landslides (points or polygons) or active areas lie from the nearest "
        "fault, along the ground on the ellipsoid, over any distance and between layers of "
        "different CRS. Hands on that fault's attributes and the wall (hanging or foot) on which a "
        "site lies, counts sites by bands of distance, and compares their density with sites "
        "placed at random in the study area. With a 3-D displacement field and an elevation "
        "model, it gives the motion at each site in the frame of its slope (down, along and up) "
        "and its quadrant, compared with the slopes of the study area."
    )
    PAPER = (
        "Monte Carlo test: Besag and Diggle (1977), doi:10.2307/2346974; clustering: Clark and "
        "Evans (1954), doi:10.2307/1931034; geodesics: Karney (2013), "
        "doi:10.1007/s00190-012-0578-z"
    )
    NEEDS = ("numpy", "scipy", "pyproj")
    TAGS = ("fault", "landslide", "inventory", "density", "Monte Carlo", "hanging wall", "aspect")

    SITES, FAULTS, STUDY_AREA, HULL = "SITES", "FAULTS", "STUDY_AREA", "HULL"
    BANDS, CLUSTER, RUNS, PLACES, SEED = "BANDS", "CLUSTER", "RUNS", "PLACES", "SEED"
    LEAVE_OUT, DIPS_RIGHT, COPIED = "LEAVE_OUT", "DIPS_RIGHT", "COPIED_FIELDS"
    UNIT, RADIUS, FLAT, STILL = "UNIT", "SLOPE_RADIUS", "FLAT", "STILL"
    RESULT, TABLE, HTML, PNG = "RESULT", "TABLE", "HTML", "PNG"

    def declare(self):
        """Parameters and outputs."""
        add_layer(
            self, self.SITES, "Landslides or active areas",
            "Points or polygons, in any CRS; a table (CSV) with columns lon and lat will do. A "
            "polygon counts at its middle, or a point on it.", [POINTS, POLYGONS],
        )  # fmt: skip
        add_layer(self, self.FAULTS, "Fault traces", "Lines, in any CRS.", [LINES])
        add_layer(
            self, self.STUDY_AREA, "Study area",
            "Polygons in which sites were looked for, and faults mapped. Sea and plains inside "
            "count as ground without sites, so cut them out.", [POLYGONS], optional=True,
        )  # fmt: skip
        self.add_choice(
            self.HULL, "Study area where no layer is given",
            "The convex hull of the sites, or of the faults.", AREAS, AREAS[0],
        )  # fmt: skip
        self.add_text(
            self.BANDS, "Bands of distance (km)", "Ends of the bands; a last one lies beyond.",
            "1, 2, 5, 10, 20, 50",
        )  # fmt: skip
        self.add_number(
            self.CLUSTER, "Sites that move together (km)",
            "Sites within so many kilometres of one another, as one storm sets them off, are moved "
            "as a whole in random placements. If empty, clustered sites tell the distance at which "
            "their clusters lie like independent ones. 0 places each on its own, which makes "
            "clustered sites look significant near anything.", None, 0.0, optional=True,
        )  # fmt: skip
        self.add_number(
            self.RUNS, "Random placements", "The smallest p-value is 1 / (1 + runs).", 999, 19,
            1_000_000, integer=True,
        )  # fmt: skip
        self._declare_faults()
        self._declare_field()
        self.add_number(
            self.PLACES, "Places that sample the study area",
            "One in each of as many equal cells: their distances give the areas of the bands.",
            200_000, 1000, 5_000_000, integer=True, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.SEED, "Seed", "The same seed gives the same random numbers.", 0, 0, integer=True,
            advanced=True,
        )  # fmt: skip
        self._declare_outputs()

    def _declare_faults(self):
        self.add_text(
            self.LEAVE_OUT, "Kinds that are no faults",
            "Words of the field of kinds, parted by commas; such lines are left out.",
            "anticline, syncline, fold", optional=True,
        )  # fmt: skip
        self.add_flag(
            self.DIPS_RIGHT, "Faults dip to the right of their trace",
            "Where no direction is known: for inventories drawn by the right-hand rule.",
            advanced=True,
        )  # fmt: skip
        for name, title, _, help in FAULT_FIELDS:
            add_field(self, name, title, help, self.FAULTS)
        add_field(
            self, self.COPIED, "Further fields of the fault to hand on",
            "Come out as fault_ and the field's name.", self.FAULTS, several=True,
        )  # fmt: skip

    def _declare_field(self):
        for name, title, help in RASTERS:
            self.add_raster(name, title, help, optional=True, advanced=True)
        self.add_choice(
            self.UNIT, "Unit of the displacement", "auto takes what the rasters say.", UNITS,
            UNITS[0], advanced=True,
        )  # fmt: skip
        self.add_number(
            self.RADIUS, "Radius of the slope (m)",
            "Slope and aspect are those of planes over so many metres; 0 takes 3 x 3 cells.", 0.0,
            0.0, advanced=True,
        )  # fmt: skip
        self.add_number(
            self.FLAT, "Flat up to (degrees)", "Gentler slopes get no quadrant.", 5.0, 0.0, 89.0,
            advanced=True,
        )  # fmt: skip
        self.add_number(
            self.STILL, "Still up to (mm)",
            "Displacements (or mm a year) up to this size get no quadrant.", 0.0, 0.0,
            advanced=True,
        )  # fmt: skip

    def _declare_outputs(self):
        add_output(
            self, self.RESULT, "Sites with their nearest fault",
            "All fields of the sites, the distance, band, fault, side, and the motion in the "
            "slope's frame where a displacement is given.",
        )  # fmt: skip
        self.add_file_output(
            self.TABLE, "Table of bands",
            "Area, sites, density, expected number, range of random placement and p-values of "
            "each band.", "CSV (*.csv)", optional=True,
        )  # fmt: skip
        self.add_file_output(
            self.HTML, "Report (HTML)", "The plot of density by band, and the table.",
            "HTML files (*.html)", optional=True,
        )  # fmt: skip
        self.add_file_output(
            self.PNG, "Plot (PNG)", "The same plot as a picture.", "PNG files (*.png)",
            optional=True, by_default=False,
        )  # fmt: skip
        for name, title in (
            ("COUNT", "Sites"), ("INSIDE", "Sites in the study area"), ("FAULT_COUNT", "Faults"),
            ("AREA", "Study area (km2)"), ("MEDIAN_DISTANCE", "Median distance of sites (km)"),
            ("MEAN_DISTANCE", "Mean distance of sites (km)"),
            ("RANDOM_DISTANCE", "Mean distance of the study area (km)"),
            ("FIRST_RATIO", "Density in the first band over the mean"),
            ("FIRST_P", "p-value of the first band"),
            ("P_OVERALL", "p-value of the distances as a whole"),
            ("P_NEARER", "p-value: nearer than at random"),
            ("CLUMPING", "Clark and Evans' ratio of nearest neighbours"),
            ("HANGING", "Sites on a hanging wall"), ("FOOT", "Sites on a footwall"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """Bands grow; a displacement field has all its rasters."""
        self._edges(parameters, context)
        given = [self.is_given(parameters, name) for name, *_ in RASTERS]
        if any(given) and not all(given):
            missing = RASTERS[given.index(False)][0]
            return (
                f"{self.title(missing)}: is missing; a displacement field takes east, north, up "
                "and the elevation model, or leave all four out."
            )
        return None

    def _edges(self, parameters, context):
        from ...algorithms.areas.distance_bands import parse_edges

        return parse_edges(self.text(parameters, self.BANDS, context))

    def collect(self, parameters, context, feedback):
        """Where the layers lie."""
        self._sites, self._faults, self._area = (
            layer_of(self, parameters, name, context)
            for name in (self.SITES, self.FAULTS, self.STUDY_AREA)
        )
        self._rasters = [self.raster_path(parameters, name, context) for name, *_ in RASTERS]

    def _options(self, parameters, context):
        from ...algorithms.io.run_faultdistance import FaultDistanceOptions

        cluster = self.number(parameters, self.CLUSTER, context)
        return FaultDistanceOptions(
            tuple(self._edges(parameters, context)),
            self.choice(parameters, self.HULL, context),
            None if cluster is None else cluster * 1e3,
            *(self.integer(parameters, n, context) for n in (self.RUNS, self.PLACES, self.SEED)),
        )

    def _fields(self, parameters, context):
        from ...algorithms.io.fault_layers import FaultFields

        named = {
            key: self.text(parameters, name, context) for name, _, key, _ in FAULT_FIELDS
        }  # fmt: skip
        return FaultFields(
            **named, leave_out=self.text(parameters, self.LEAVE_OUT, context),
            dips_right=self.flag(parameters, self.DIPS_RIGHT, context),
            copied=fields_of(self, parameters, self.COPIED, context),
        )  # fmt: skip

    def _displacement(self, parameters, context):
        from ...algorithms.io.quadrants import FieldSource

        if self._rasters[0] is None:
            return None
        return FieldSource(
            *self._rasters, self.choice(parameters, self.UNIT, context),
            *(self.number(parameters, n, context) for n in (self.RADIUS, self.FLAT, self.STILL)),
        )  # fmt: skip

    def compute(self, parameters, context, feedback):
        """Measure and compare."""
        from ...algorithms.io.atomic import Transaction
        from ...algorithms.io.run_faultdistance import FaultDistanceTargets, run_faultdistance

        targets = FaultDistanceTargets(
            *(
                self.output_path(parameters, n, context)
                for n in (self.RESULT, self.TABLE, self.HTML)
            )
        )
        png = self.output_path(parameters, self.PNG, context)
        progress = Progress(feedback)
        with Transaction() as files:
            report = run_faultdistance(
                self._sites, self._faults, targets, self._options(parameters, context),
                self._fields(parameters, context), self._area,
                self._displacement(parameters, context), progress=progress,
                cancelled=progress.cancelled, files=files,
            )  # fmt: skip
            if png:
                svg_to_png(report.svg, files.add(png))
        for text in report.notes:
            feedback.pushInfo(text)
        for text in report.warnings:
            feedback.pushWarning(text)
        style = {"point": "points_fault_distance", "polygon": "polygons_fault_distance"}
        self.style_vector(
            targets.sites, style[report.kind], title="Distance to faults",
            abstract="Distance of sites to the nearest fault, on the ellipsoid. "
            + " ".join((*report.warnings, *report.notes)),
        )  # fmt: skip
        return {
            self.RESULT: targets.sites, self.TABLE: targets.bands, self.HTML: targets.html,
            self.PNG: png, **report.results(),
        }  # fmt: skip

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Active deformation areas."""

from __future__ import annotations

from ..tool import Progress, Tool
from .area_parameters import (
    DIRECTIONS,
    METHODS,
    SELECTIONS,
    add_fields,
    add_filters,
    add_lengths,
    add_points,
    area_source,
    collect_points,
    lengths,
)

LENGTHS = ("WINDOW", "RADIUS", "EDGE", "DISTANCE")


class ActiveAreas(Tool):
    """Clusters of moving points, with their quality."""

    ID = "activeareas"
    NAME = "Active areas"
    GROUP = "areas"
    SUMMARY = (
        "Finds where the ground moves: leaves out isolated points and points unlike their "
        "neighbours, selects those that move (a fixed rate, a multiple of the map's spread, or a "
        "sweep of rates that gives areas within areas), joins neighbours, and describes every "
        "area: size, rates, accumulated motion, mean series, noise in time and space, and a "
        "quality from 1 (reliable) to 4 (discard). Noise indices are shares of variance: 0 is a "
        "clean signal, 1 is noise. Quality is 1 up to 0.2 of the worse of the two, 2 up to 0.5, 3 "
        "up to 0.8; without series it is 2 at best, from the rates alone."
    )
    PAPER = (
        "Barra et al. (2017), doi:10.3390/rs9101002; Navarro et al. (2020), "
        "doi:10.3390/ijgi9100584; triangulation: Wang Y. et al. (2022); hot spots: Ord and Getis "
        "(1995), doi:10.1111/j.1538-4632.1995.tb00912.x"
    )
    NEEDS = ("numpy", "scipy", "numba", "pyproj")
    TAGS = (
        "ada", "active deformation areas", "cluster", "hot spot", "dbscan", "hdbscan", "landslide",
        "subsidence",
    )  # fmt: skip

    AREAS, FLAGGED = "AREAS", "FLAGGED"

    def declare(self):
        """Parameters and outputs."""
        add_points(self)
        self.add_choice(
            "SELECTION", "Moving points",
            "robust sigma, sigma: |v| above so many times the map's spread (by the median, or the "
            "standard deviation); fixed: above a rate; sweep: a level of areas for each of several "
            "rates. Hot spots select by themselves.", SELECTIONS, SELECTIONS[0],
        )  # fmt: skip
        self.add_number("FACTOR", "Times sigma", "For sigma and robust sigma.", 2.0, 0.01)
        self.add_number(
            "THRESHOLD", "Rate (mm/yr)", "For fixed, and where a sweep begins.", 15.0, 0.0
        )
        self.add_choice(
            "METHOD", "Clusters",
            "circles: overlapping circles of influence; delaunay: a triangulation with long edges "
            "cut; dbscan, hdbscan: density in space and velocity; getis-ord: hot and cold spots of "
            "the rate.", METHODS, METHODS[0],
        )  # fmt: skip
        self.add_number(
            "MINIMUM_POINTS", "Minimum number of points", "Of an area.", 5, 1, integer=True
        )
        add_lengths(self, LENGTHS)
        self._declare_rest()
        self.add_vector_output(
            self.AREAS, "Active areas",
            "Polygons with counts, rates, accumulated motion, noise, quality, mean series.",
            polygons=True,
        )  # fmt: skip
        self.add_vector_output(
            self.FLAGGED, "Points", "Every point with what became of it and its area.",
            optional=True, by_default=False,
        )  # fmt: skip
        for name, title in (
            ("COUNT", "Areas"), ("KEPT", "Points that pass the filters"),
            ("MOVING", "Moving points"), ("INSIDE", "Points in areas"),
            ("USED_THRESHOLD", "Lowest threshold (mm/yr)"),
            ("AREA_KM2", "Area (km2)"), ("USED_RESOLUTION", "Resolution (m)"),
            ("QUALITY_1", "Areas of quality 1"),
            ("QUALITY_2", "Areas of quality 2"), ("QUALITY_3", "Areas of quality 3"),
            ("QUALITY_4", "Areas of quality 4"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def _declare_rest(self):
        self.add_choice(
            "DIRECTION", "Direction", "apart: motion towards the satellite and away from it in "
            "areas of their own; both: together, as Barra et al. and Wang et al. have it; or one "
            "of the two only.", DIRECTIONS, "apart", advanced=True,
        )  # fmt: skip
        for name, title, text, value in (
            ("STOP", "End of the sweep (mm/yr)", "The last rate at most.", 50.0),
            ("STEP", "Step of the sweep (mm/yr)", "Between two rates.", 5.0),
        ):
            self.add_number(name, title, text, value, 0.0, advanced=True)
        add_filters(self)
        self.add_number(
            "VELOCITY_SCALE", "Rate that counts as the distance (mm/yr)",
            "For dbscan and hdbscan: a difference in rate that separates as much as the distance "
            "does; 0 for clusters in space alone.", 20.0, 0.0, advanced=True,
        )  # fmt: skip
        self.add_number(
            "ALPHA", "Significance of hot spots", "Level of the test.", 0.05, 1e-12, 0.999,
            advanced=True,
        )  # fmt: skip
        self.add_flag(
            "FDR", "False discovery rate", "Hold the share of false ones among the hot spots at "
            "that level (Benjamini and Hochberg 1995), not that among all points.", True,
            advanced=True,
        )  # fmt: skip
        add_fields(self)
        self.add_raster(
            "STD_RASTER", "Raster of standard deviations", "For a velocity raster; mm/yr.",
            optional=True, advanced=True,
        )  # fmt: skip

    def check(self, parameters, context):
        """Rules that depend on each other."""
        if self.choice(parameters, "SELECTION", context) == "sweep":
            if self.choice(parameters, "METHOD", context) == "getis-ord":
                return (
                    f"{self.title('SELECTION')}: hot spots have no threshold to sweep; choose "
                    "another selection or other clusters."
                )
            start, stop, step = (
                self.number(parameters, name, context) for name in ("THRESHOLD", "STOP", "STEP")
            )
            if not step > 0 or not stop > start:
                return (
                    f"{self.title('STOP')}: a sweep ends above its first rate and its step is "
                    "above 0."
                )
        return None

    def collect(self, parameters, context, feedback):
        """Where the layers lie."""
        self._place = collect_points(self, parameters, context, "POINTS")
        self._std = self.raster_path(parameters, "STD_RASTER", context)

    def compute(self, parameters, context, feedback):
        """Find the areas."""
        from dataclasses import replace

        from ...algorithms.io.run_activeareas import AreaTargets, run_activeareas

        source = replace(area_source(self, parameters, context, self._place), std_path=self._std)
        targets = AreaTargets(
            *(self.output_path(parameters, name, context) for name in (self.AREAS, self.FLAGGED))
        )
        own = lengths(self, parameters, context, LENGTHS)
        progress = Progress(feedback)
        report = run_activeareas(
            source, targets, self._options(parameters, context, own),
            self.number(parameters, "RESOLUTION", context), tuple(own), progress=progress,
            cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        self.style_vector(
            targets.areas, "areas", report.limit_mm_yr, title="Active areas",
            abstract="Areas of moving points, by their mean rate along the line of sight; found at "
            f"a resolution of {report.resolution:.3g} m.",
        )  # fmt: skip
        self.style_vector(
            targets.points, "points_areas", title="Points",
            abstract="What became of every point in the search for active areas.",
        )  # fmt: skip
        return {self.AREAS: targets.areas, self.FLAGGED: targets.points, **report.numbers()}

    def _options(self, parameters, context, own):
        from ...algorithms.areas.active import AreaOptions
        from ...algorithms.areas.clusters import ClusterOptions
        from ...algorithms.areas.selection import SelectionOptions

        def rate(name):
            return self.number(parameters, name, context) / 1e3

        own = dict(own)
        window = own.pop("window", 40.0)
        selection = SelectionOptions(
            self.choice(parameters, "SELECTION", context), rate("THRESHOLD"),
            self.number(parameters, "FACTOR", context), rate("STOP"), rate("STEP"),
            self.choice(parameters, "DIRECTION", context),
        )  # fmt: skip
        clusters = ClusterOptions(
            self.choice(parameters, "METHOD", context),
            self.integer(parameters, "MINIMUM_POINTS", context),
            velocity_scale=rate("VELOCITY_SCALE"), **own,
        )  # fmt: skip
        return AreaOptions(
            window, self.number(parameters, "Z_LIMIT", context),
            self.number(parameters, "MINIMUM_COHERENCE", context), rate("MAXIMUM_STD"), selection,
            clusters, self.number(parameters, "ALPHA", context),
            self.flag(parameters, "FDR", context),
        )  # fmt: skip

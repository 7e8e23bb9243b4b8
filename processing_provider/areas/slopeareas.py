# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Slope ADAs: active areas on slopes that the radar sees."""

from __future__ import annotations

from ..geometry.look_parameters import add_look, collect_look, look_source
from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool
from .area_parameters import (
    add_fields,
    add_filters,
    add_lengths,
    add_points,
    area_source,
    collect_points,
    lengths,
)

LENGTHS = ("WINDOW", "EDGE")
SUFFIXES = ("", "_2")


class SlopeAreas(Tool):
    """Active areas on slopes in view, of one or two orbits."""

    ID = "slopeareas"
    NAME = "Slope areas"
    GROUP = "areas"
    SUMMARY = (
        "Finds slopes that move: active areas by the cut triangulation of moving points, less "
        "those on gentle ground and those in layover or shadow, which go to a layer of their own "
        "with the reason. With points of a second orbit (usually the other pass) both are merged "
        "into one set that says what each orbit has seen: motion, rest, no points, or that it is "
        "blind there. Rates of the two orbits are never averaged; the columns without a number are "
        "those of the orbit with more moving points."
    )
    PAPER = (
        "Wang Y. et al. (2022), with their six parameters; sensitivity: Cigna et al. (2013), "
        "doi:10.1007/s10346-012-0335-7"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = ("ada", "landslide", "slope", "ascending", "descending", "cluster", "inventory")

    DEM, AREAS, REMOVED = "DEM", "AREAS", "REMOVED"

    def declare(self):
        """Parameters and outputs."""
        add_points(self)
        self.add_raster(self.DEM, "Elevation model", "Heights in metres.")
        self._add_orbit("", "", False)
        add_points(self, "_2", " of the second orbit", optional=True)
        self._add_orbit("_2", " of the second orbit", True)
        self.add_number(
            "THRESHOLD", "Rate (mm/yr)", "Points move above it, whatever the direction.", 15.0, 0.0
        )
        self.add_number(
            "MINIMUM_POINTS", "Minimum number of points", "Of an area.", 5, 1, integer=True
        )
        self.add_number(
            "LEAST_SLOPE", "Minimum mean slope (degrees)", "Areas on gentler ground are removed.",
            10.0, 0.0, 89.0, advanced=True,
        )  # fmt: skip
        add_lengths(self, LENGTHS)
        add_filters(self)
        for name, title, text, value, low, high in (
            ("MOST_BLIND", "Share that may be blind", "Areas of which more is in layover, in "
             "shadow or along the beam are removed; 0 to 1.", 0.5, 0.0, 1.0),
            ("OVERLAP", "Overlap", "Areas of two orbits are one where they share that part of the "
             "smaller one.", 0.1, 0.001, 1.0),
            ("SMOOTHING", "Radius of slopes (m)", "Slopes are those of planes over that radius; 0 "
             "for 3 x 3 cells. Noise of elevation models makes gentle ground steep.", 0.0, 0.0,
             1e6),
        ):  # fmt: skip
            self.add_number(name, title, text, value, low, high, advanced=True)
        add_fields(self)
        add_fields(self, "_2", " of the second orbit")
        self.add_flag(
            "LEFT_LOOKING", "Left-looking radar",
            "The radar looks to the left of its flight (a geometry file knows by itself).",
            advanced=True,
        )  # fmt: skip
        self.add_vector_output(
            self.AREAS, "Slope areas", "Polygons with rates, quality, slope and each orbit's "
            "evidence.", polygons=True,
        )  # fmt: skip
        self.add_vector_output(
            self.REMOVED, "Removed areas", "Active areas that are no slope areas, with the reason.",
            optional=True, polygons=True,
        )  # fmt: skip
        for name, title in (
            ("COUNT", "Slope areas"), ("BOTH", "Of them moving in both orbits"),
            ("REMOVED_COUNT", "Removed areas"), ("AREA_KM2", "Area (km2)"),
            ("USED_RESOLUTION", "Resolution (m)"),
        ):  # fmt: skip
            self.add_number_result(name, title)
        add_run_parameters(self)

    def _add_orbit(self, suffix, orbit, optional):
        add_look(self, suffix, orbit, optional)
        self.add_raster(
            f"VISIBILITY{suffix}", f"Visibility{orbit}",
            "Classes that the tool 'Radar visibility' wrote for this orbit; computed from the "
            "elevation model and the look angles if empty.", optional=True, advanced=True,
        )  # fmt: skip

    def check(self, parameters, context):
        """A second orbit needs its view."""
        view = ("VISIBILITY_2", "INCIDENCE_2", "GEOMETRY_2", "INCIDENCE_RASTER_2")
        given = any(self.is_given(parameters, name) for name in view)
        if self.is_given(parameters, "POINTS_2") and not given:
            return (
                f"{self.title('POINTS_2')}: the second orbit's look is not known; give its "
                "incidence and heading, or its visibility."
            )
        if given and not self.is_given(parameters, "POINTS_2"):
            return f"{self.title('POINTS_2')}: is missing; give it, or leave the second orbit out."
        return None

    def collect(self, parameters, context, feedback):
        """Where the layers lie."""
        self._dem = self.raster_path(parameters, self.DEM, context)
        self._orbits = [
            (
                collect_points(self, parameters, context, f"POINTS{suffix}"),
                self.raster_path(parameters, f"VISIBILITY{suffix}", context),
                collect_look(self, parameters, context, suffix),
            )
            for suffix in SUFFIXES
        ]

    def compute(self, parameters, context, feedback):
        """Find the areas."""
        from ...algorithms.areas.slope import SlopeRules
        from ...algorithms.io.run_slopeareas import OrbitSource, SlopeTargets, run_slopeareas

        left = self.flag(parameters, "LEFT_LOOKING", context)
        orbits = [
            OrbitSource(
                area_source(self, parameters, context, place, suffix), visibility,
                look_source(self, parameters, context, rasters, suffix, left),
            )
            for suffix, (place, visibility, rasters) in zip(SUFFIXES, self._orbits)
            if place is not None
        ]  # fmt: skip
        targets = SlopeTargets(
            *(self.output_path(parameters, name, context) for name in (self.AREAS, self.REMOVED))
        )
        own = lengths(self, parameters, context, LENGTHS)
        rules = SlopeRules(
            *(self.number(parameters, n, context) for n in ("LEAST_SLOPE", "MOST_BLIND", "OVERLAP"))
        )
        progress = Progress(feedback)
        report = run_slopeareas(
            self._dem, orbits, targets, self._options(parameters, context, own), rules,
            self.number(parameters, "RESOLUTION", context), tuple(own),
            self.number(parameters, "SMOOTHING", context),
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        self.style_vector(
            targets.areas, "areas", report.limit_mm_yr, title="Slope areas",
            abstract="Moving slopes, by their mean rate along the line of sight of the orbit with "
            "more points; found at a resolution of "
            f"{' and '.join(f'{length:.3g}' for length in report.resolution)} m.",
        )  # fmt: skip
        self.style_vector(
            targets.removed, "areas_removed", title="Removed areas",
            abstract="Active areas that are no slope areas, by the reason.",
        )  # fmt: skip
        return {self.AREAS: targets.areas, self.REMOVED: targets.removed, **report.numbers()}

    def _options(self, parameters, context, own):
        from ...algorithms.areas.active import AreaOptions
        from ...algorithms.areas.clusters import ClusterOptions
        from ...algorithms.areas.selection import SelectionOptions

        own = dict(own)
        window = own.pop("window", 40.0)
        return AreaOptions(
            window, self.number(parameters, "Z_LIMIT", context),
            self.number(parameters, "MINIMUM_COHERENCE", context),
            self.number(parameters, "MAXIMUM_STD", context) / 1e3,
            SelectionOptions("fixed", self.number(parameters, "THRESHOLD", context) / 1e3),
            ClusterOptions(
                "delaunay", self.integer(parameters, "MINIMUM_POINTS", context), **own
            ),
        )  # fmt: skip

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the radar is blind: layover, shadow, foreshortening and sensitivity."""

from __future__ import annotations

from ..running import add_run_parameters, run_options
from ..tool import Progress, Tool
from .look_parameters import add_look, collect_look, look_source


class Visibility(Tool):
    """Classes of visibility of a terrain for one or two orbits."""

    ID = "visibility"
    NAME = "Radar visibility"
    GROUP = "geometry"
    SUMMARY = (
        "Tells from an elevation model and the orbit where a radar sees the ground: active and "
        "passive layover, active and cast shadow, slopes parallel to the beam, foreshortening, and "
        "how sensitive the line of sight is to motion down the slope. Passive layover and cast "
        "shadow are searched for along every ray at the model's resolution. With a second orbit "
        "(usually the other pass), a map of which orbit sees what. Directions are true: the "
        "convergence of the map's grid and the shape of pixels in degrees are taken into account. "
        "The wave front is taken as plane, and voids of the model hide nothing."
    )
    PAPER = (
        "R index: Notti et al. (2014), doi:10.1080/01431161.2014.889864, with the exact "
        "slope in range; sensitivity: Cigna et al. (2013), doi:10.1007/s10346-012-0335-7; "
        "slopes: Horn (1981), doi:10.1109/PROC.1981.11918"
    )
    NEEDS = ("numpy", "scipy", "numba", "h5py", "pyproj")
    TAGS = (
        "layover", "shadow", "foreshortening", "r index", "sensitivity", "incidence", "dem",
        "visibility", "geometric distortion",
    )  # fmt: skip

    DEM, LEFT_LOOKING, CAST = "DEM", "LEFT_LOOKING", "CAST"
    FLAT, SENSITIVITY, GRAZING = "FLAT", "SENSITIVITY", "GRAZING"
    CLASSES, MEASURES, SHARES = "CLASSES", "MEASURES", "SHARES"
    CLASSES_2, MEASURES_2, COMBINED = "CLASSES_2", "MEASURES_2", "COMBINED"

    def declare(self):
        """Parameters and outputs."""
        self.add_raster(
            self.DEM, "Elevation model", "Heights in metres, in degrees or on a projected map."
        )
        add_look(self)
        add_look(self, "_2", " of the second orbit", optional=True)
        self.add_flag(
            self.LEFT_LOOKING, "Left-looking radar",
            "The radar looks to the left of its flight (a geometry file knows by itself).",
            advanced=True,
        )  # fmt: skip
        self.add_flag(
            self.CAST, "Passive layover and cast shadow",
            "Search along the rays. Without, only a cell's own slope counts.", True, advanced=True,
        )  # fmt: skip
        for name, title, text, value, high in (
            (self.FLAT, "Flat below (degrees)", "Gentler slopes are flat: no direction downhill.",
             5.0, 45.0),
            (self.SENSITIVITY, "Minimum sensitivity",
             "|C|, the cosine between line of sight and steepest descent, from which a slope is "
             "sensitive; 0.2 to 0.3 in practice.", 0.3, 1.0),
            (self.GRAZING, "Grazing angle (degrees)",
             "Slopes facing away whose surface is that close to parallel with the beam.", 5.0,
             45.0),
        ):  # fmt: skip
            self.add_number(name, title, text, value, 0.0, high, advanced=True)
        self._declare_outputs()
        add_run_parameters(self)

    def _declare_outputs(self):
        measures = (
            "Bands: R index, sensitivity C (positive where motion downhill is towards the "
            "satellite), local incidence, slope in range, slope and aspect (downhill) in degrees."
        )
        self.add_raster_output(self.CLASSES, "Visibility", "Classes, named in the legend.")
        self.add_raster_output(self.MEASURES, "Geometry measures", measures, optional=True)
        self.add_raster_output(
            self.CLASSES_2, "Visibility of the second orbit", "Classes, as above.",
            optional=True, by_default=False,
        )  # fmt: skip
        self.add_raster_output(
            self.MEASURES_2, "Geometry measures of the second orbit", measures, optional=True,
            by_default=False, advanced=True,
        )  # fmt: skip
        self.add_raster_output(
            self.COMBINED, "Visibility of both orbits", "Which orbit sees a cell.", optional=True,
            by_default=False,
        )  # fmt: skip
        self.add_file_output(
            self.SHARES, "Share by class", "Cells, area and share of every class.", "CSV (*.csv)",
            optional=True,
        )  # fmt: skip
        for name, title in (
            ("SEEN", "Seen by the orbit (%)"), ("SEEN_2", "Seen by the second orbit (%)"),
            ("SEEN_BY_NONE", "Seen by no orbit (%)"), ("LAYOVER", "In layover (%)"),
            ("SHADOW", "In shadow (%)"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """A second orbit's layers need the second orbit."""
        second = (
            "INCIDENCE_2", "HEADING_2", "GEOMETRY_2", "INCIDENCE_RASTER_2", "LOS_RASTER_2",
        )  # fmt: skip
        given = any(self.is_given(parameters, name) for name in second)
        for name in (self.CLASSES_2, self.MEASURES_2, self.COMBINED):
            if self.is_given(parameters, name) and not given:
                return (
                    f"{self.title(name)}: there is no second orbit; give its incidence and "
                    "heading, or leave this layer out."
                )
        return None

    def collect(self, parameters, context, feedback):
        """Paths of the rasters."""
        self._dem = self.raster_path(parameters, self.DEM, context)
        self._rasters = [collect_look(self, parameters, context, s) for s in ("", "_2")]

    def compute(self, parameters, context, feedback):
        """Classify."""
        from ...algorithms.geometry.visibility import VisibilityOptions
        from ...algorithms.io.run_visibility import VisibilityTargets, run_visibility

        left = self.flag(parameters, self.LEFT_LOOKING, context)
        looks = [
            look_source(self, parameters, context, rasters, suffix, left)
            for rasters, suffix in zip(self._rasters, ("", "_2"))
        ]
        names = (
            self.CLASSES, self.MEASURES, self.CLASSES_2, self.MEASURES_2, self.COMBINED,
            self.SHARES,
        )  # fmt: skip
        targets = VisibilityTargets(*(self.output_path(parameters, n, context) for n in names))
        options = VisibilityOptions(
            self.flag(parameters, self.CAST, context),
            self.number(parameters, self.FLAT, context),
            self.number(parameters, self.SENSITIVITY, context),
            self.number(parameters, self.GRAZING, context),
        )
        progress = Progress(feedback)
        report = run_visibility(
            self._dem, targets, [look for look in looks if look is not None], options,
            run_options=run_options(self, parameters, context), progress=progress,
            cancelled=progress.cancelled, log=feedback.pushInfo,
        )  # fmt: skip
        self._tell(report, feedback)
        self._style(targets)
        paths = (
            targets.classes, targets.measures, targets.second_classes, targets.second_measures,
            targets.combined, targets.shares,
        )  # fmt: skip
        return {**dict(zip(names, paths)), **self._numbers(report)}

    def _tell(self, report, feedback):
        from ...algorithms.geometry.visibility import CLASSES, COMBINED

        titles = ("Orbit", "Second orbit")
        tables = [(t, CLASSES, areas) for t, areas in zip(titles, report.classes)]
        if report.combined:
            tables.append(("Both orbits", COMBINED, report.combined))
        for title, classes, areas in tables:
            for code, area in areas.items():
                if area.cells:
                    feedback.pushInfo(
                        f"{title}: {100 * area.share:.2f} % {classes[code]} "
                        f"({area.area / 1e6:.2f} km2)."
                    )

    def _numbers(self, report):
        first = report.classes[0]

        def percent(areas, *codes):
            return 100 * sum(areas[code].share for code in codes)

        numbers = {
            "SEEN": 100 * report.seen(0), "LAYOVER": percent(first, 1, 2, 5),
            "SHADOW": percent(first, 3, 4, 5),
        }  # fmt: skip
        if report.combined:
            numbers["SEEN_2"] = 100 * report.seen(1)
            numbers["SEEN_BY_NONE"] = percent(report.combined, 4)
        return numbers

    def _style(self, targets):
        for path, title in (
            (targets.classes, "Visibility"),
            (targets.second_classes, "Visibility of the second orbit"),
        ):
            self.style_raster(
                path, "visibility", title=title,
                abstract="What the radar sees; blind classes first.",
            )  # fmt: skip
        for path in (targets.measures, targets.second_measures):
            self.style_raster(
                path, "r_index", title="Geometry measures",
                abstract="R index: size of a ground cell in range over the cell along the slope; 0 "
                "and less is layover.",
            )  # fmt: skip
        self.style_raster(
            targets.combined, "visibility_combined", title="Visibility of both orbits",
            abstract="Which orbit sees a cell.",
        )  # fmt: skip

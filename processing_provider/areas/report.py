# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of an area."""

from __future__ import annotations

from qgis.core import QgsProcessing, QgsProcessingParameterMultipleLayers

from ..tool import Progress, Tool
from .area_parameters import add_fields, add_points, area_source, collect_points
from .layer_parameters import POLYGONS, add_layer, layer_of


class Report(Tool):
    """Map, rates, worst points, active areas and parameters of an area on one page."""

    ID = "report"
    NAME = "Report of an area"
    GROUP = "areas"
    SUMMARY = (
        "Writes a page about an area: a picture of the map with the worst points numbered, the "
        "rates as table and histogram, the points that surely move fastest with their series and "
        "whether they move faster of late, the active areas by quality and rate, and the "
        "parameters of the runs that made the layers. Everything is in the one file."
    )
    NEEDS = ("numpy", "scipy", "numba", "pyproj")
    TAGS = ("html", "pdf", "summary", "statistics", "print")

    AREAS, STUDY, EXTENT, LAYERS = "AREAS", "STUDY_AREA", "EXTENT", "LAYERS"
    TITLE, WORST, SEPARATION, THRESHOLD = "TITLE", "WORST_POINTS", "SEPARATION", "THRESHOLD"
    HTML, PDF = "HTML", "PDF"

    def declare(self):
        """Parameters and outputs."""
        add_points(self)
        add_layer(
            self, self.AREAS, "Active areas",
            "Of 'Active areas', 'Slope areas' or 'Classify active areas'.", [POLYGONS],
            optional=True,
        )  # fmt: skip
        add_layer(
            self, self.STUDY, "Area of the report",
            "Polygons; only points within and active areas that touch them are told of. All "
            "points if empty.", [POLYGONS], optional=True,
        )  # fmt: skip
        self.add_area(self.EXTENT, "or rectangle of the report", "Instead of polygons.")
        self.add(
            QgsProcessingParameterMultipleLayers(
                self.LAYERS, self.tr("Layers of the map"), QgsProcessing.SourceType.TypeMapLayer,
                None, True,
            ),
            "From top to bottom, drawn as they are styled; active areas and points if empty.",
        )  # fmt: skip
        self.add_text(self.TITLE, "Title", "Of the page.", "Ground motion")
        self.add_number(
            self.WORST, "Number of worst points", "At most so many, each with its series.", 10, 0,
            100, integer=True,
        )  # fmt: skip
        self.add_number(
            self.SEPARATION, "Distance between worst points (m)",
            "Of points nearer to each other only the worst is shown.", 500.0, 0.0,
        )  # fmt: skip
        self.add_number(
            self.THRESHOLD, "Moving from (mm/yr)", "Rates from which on points are counted.", 5.0,
            0.001,
        )  # fmt: skip
        add_fields(self)
        self.add_raster(
            "STD_RASTER", "Raster of standard deviations", "For a velocity raster; mm/yr.",
            optional=True, advanced=True,
        )  # fmt: skip
        self.add_file_output(
            self.HTML, "Report (HTML)", "One page for a browser.", "HTML files (*.html)"
        )
        self.add_file_output(
            self.PDF, "Report (PDF)", "The same on A4.", "PDF files (*.pdf)", optional=True,
            by_default=False,
        )  # fmt: skip
        for name, title in (
            ("COUNT", "Points with a rate"), ("AWAY", "Points that move away"),
            ("TOWARDS", "Points that move towards"), ("MEDIAN", "Median rate (mm/yr)"),
            ("WORST", "Rate of the worst point (mm/yr)"), ("WORST_COUNT", "Worst points shown"),
            ("AREA_COUNT", "Active areas"), ("AREA_KM2", "Active areas (km2)"),
        ):  # fmt: skip
            self.add_number_result(name, title)

    def check(self, parameters, context):
        """One kind of area."""
        if self.is_given(parameters, self.STUDY) and self.is_given(parameters, self.EXTENT):
            return f"{self.title(self.STUDY)} and {self.title(self.EXTENT)}: give one of the two."
        return None

    def collect(self, parameters, context, feedback):
        """Where the layers lie, how they were made, and the picture of the map."""
        from .report_pages import dress, history

        self._place = collect_points(self, parameters, context, "POINTS")
        self._std_raster = self.raster_path(parameters, "STD_RASTER", context)
        self._areas, self._study = (
            layer_of(self, parameters, name, context) for name in (self.AREAS, self.STUDY)
        )
        points = self.parameterAsLayer(parameters, "POINTS", context)
        areas = self.parameterAsVectorLayer(parameters, self.AREAS, context)
        self._extent = self.area(parameters, self.EXTENT, context, points.crs().toWkt())
        layers = self.parameterAsLayerList(parameters, self.LAYERS, context)
        layers = layers or [layer for layer in (areas, points) if layer is not None]
        for layer in layers:
            dress(layer, context)
        told = {layer.id(): layer for layer in (points, areas, *layers) if layer is not None}
        self._histories = tuple(history(layer) for layer in told.values())
        self._drawing = self._prepared(parameters, context, layers, points)
        if self._drawing is None:
            feedback.pushWarning(self.tr("There is nothing to draw on the map; it is left out."))

    def _prepared(self, parameters, context, layers, points):
        from qgis.core import QgsRectangle

        from .report_pages import map_crs, map_drawing, near_points

        extent, crs = points.extent(), points.crs()
        study = self.parameterAsVectorLayer(parameters, self.STUDY, context)
        if self._extent is not None:
            extent = near_points(QgsRectangle(*self._extent), crs, points, context)
        elif study is not None:
            extent = near_points(study.extent(), study.crs(), points, context)
        return map_drawing(
            [layer for layer in layers if layer.isSpatial()], extent, crs,
            map_crs(points, points.extent()), context,
        )  # fmt: skip

    def compute(self, parameters, context, feedback):
        """Write the page."""
        from dataclasses import replace

        from ...algorithms.io.run_report import ReportInputs, ReportOptions, run_report
        from ..drawing import pdf

        progress = Progress(feedback)
        picture = None if self._drawing is None else self._drawing.draw()
        source = area_source(self, parameters, context, self._place)
        inputs = ReportInputs(
            replace(source, std_path=self._std_raster), self._areas, self._study, self._extent,
            "", picture, self._histories,
        )  # fmt: skip
        options = ReportOptions(
            self.text(parameters, self.TITLE, context),
            self.integer(parameters, self.WORST, context),
            self.number(parameters, self.SEPARATION, context),
            self.number(parameters, self.THRESHOLD, context) / 1e3,
        )
        page = self.output_path(parameters, self.HTML, context)
        printed = self.output_path(parameters, self.PDF, context)
        report = run_report(
            inputs, page, options, printed, pdf, progress=progress, cancelled=progress.cancelled
        )
        for note in report.notes:
            feedback.pushInfo(note)
        return {self.HTML: page, self.PDF: printed, **report.numbers()}

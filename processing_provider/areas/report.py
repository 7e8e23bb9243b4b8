# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of an area."""

from __future__ import annotations

from ...algorithms.areas.tools import report
from ..tool import Tool


class Report(Tool):
    """Map, rates, worst points, active areas and parameters of an area on one page."""

    CORE = report
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

    def collect(self, parameters, context, feedback):
        """Also how the layers were made, and the picture of the map."""
        from ..report_pages import dress, history

        super().collect(parameters, context, feedback)
        points = self.parameterAsLayer(parameters, "POINTS", context)
        areas = self.parameterAsVectorLayer(parameters, "AREAS", context)
        self._extent = self.area(parameters, "EXTENT", context, points.crs().toWkt())
        layers = self.parameterAsLayerList(parameters, "LAYERS", context)
        layers = layers or [layer for layer in (areas, points) if layer is not None]
        for layer in layers:
            dress(layer, context)
        told = {layer.id(): layer for layer in (points, areas, *layers) if layer is not None}
        self.chosen.histories = tuple(history(layer) for layer in told.values())
        self.chosen.drawing = self._prepared(parameters, context, layers, points)
        if self.chosen.drawing is None:
            feedback.pushWarning(self.tr("There is nothing to draw on the map; it is left out."))

    def _prepared(self, parameters, context, layers, points):
        from qgis.core import QgsRectangle

        from ..report_pages import map_crs, map_drawing, near_points

        extent, crs = points.extent(), points.crs()
        study = self.parameterAsVectorLayer(parameters, "STUDY_AREA", context)
        if self._extent is not None:
            extent = near_points(QgsRectangle(*self._extent), crs, points, context)
        elif study is not None:
            extent = near_points(study.extent(), study.crs(), points, context)
        return map_drawing(
            [layer for layer in layers if layer.isSpatial()], extent, crs,
            map_crs(points, points.extent()), context,
        )  # fmt: skip

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of an area: points, active areas and a picture of the map on one page."""

from __future__ import annotations

from ...declare import Chosen, Output, area, layer, number, other, part, raster, text, whole
from ...errors import GroundshiftError
from .asked import Rates


class ReportOfAnArea(Chosen):
    """What is told of, and how much of it."""

    rates = part(Rates)
    areas = layer(
        "Active areas", "Of 'Active areas', 'Slope areas' or 'Classify active areas'.",
        ("polygons",), optional=True,
    )  # fmt: skip
    study_area = layer(
        "Area of the report",
        "Polygons; only points within and active areas that touch them are told of. All points "
        "if empty.", ("polygons",), optional=True,
    )  # fmt: skip
    extent = area(
        "or rectangle of the report", "Instead of polygons.",
    )  # fmt: skip
    layers = other(
        "layers", "Layers of the map",
        "From top to bottom, drawn as they are styled; active areas and points if empty.",
        shapes=("map",), optional=True,
    )  # fmt: skip
    title = text(
        "Title", "Of the page.", default="Ground motion", optional=False,
    )  # fmt: skip
    worst_points = whole(
        "Number of worst points", "At most so many, each with its series.", 10, 0, 100,
    )  # fmt: skip
    separation = number(
        "Distance between worst points (m)",
        "Of points nearer to each other only the worst is shown.", 500.0, 0.0,
    )  # fmt: skip
    threshold = number(
        "Moving from (mm/yr)", "Rates from which on points are counted.", 5.0, 0.001,
    )  # fmt: skip
    std_raster = raster(
        "Raster of standard deviations", "For a velocity raster; mm/yr.", optional=True,
        advanced=True,
    )  # fmt: skip

    drawing = None
    """What draws the map, with a method ``draw``; QGIS gives it."""
    histories = ()
    """Names of layers, and how they were made; QGIS gives them."""

    def check(self):
        """One kind of area."""
        if self.study_area is not None and self.extent is not None:
            both = (self.own[name].words for name in ("study_area", "extent"))
            raise GroundshiftError(f"{' and '.join(both)}: give one of the two.")


OUTPUTS = (
    Output(
        "file", "HTML", "Report (HTML)", "One page for a browser.", "HTML files (*.html)",
    ),
    Output(
        "file", "PDF", "Report (PDF)", "The same on A4.", "PDF files (*.pdf)", optional=True,
        by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Points with a rate",
    "AWAY": "Points that move away",
    "TOWARDS": "Points that move towards",
    "MEDIAN": "Median rate (mm/yr)",
    "WORST": "Rate of the worst point (mm/yr)",
    "WORST_COUNT": "Worst points shown",
    "AREA_COUNT": "Active areas",
    "AREA_KM2": "Active areas (km2)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Write the page; see :mod:`...declare`."""
    from ..pages.report import report_page
    from .report_findings import gathered

    found = gathered(chosen, None if chosen.drawing is None else chosen.drawing.draw(), job)
    for note in found.notes:
        job.note(note)
    outputs.text("HTML", report_page(chosen, found).html)
    if outputs.wanted("PDF"):
        outputs.pdf("PDF", *report_page(chosen, found).printed())
    return found.numbers()

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the tools that find active areas let the user set: the points, the selection, clusters."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessing, QgsProcessingParameterMapLayer, QgsRasterLayer

from ...algorithms.errors import GroundshiftError

# The core's words; it is imported when a tool runs.
SELECTIONS = ("robust sigma", "sigma", "fixed", "sweep")
METHODS = ("circles", "delaunay", "dbscan", "hdbscan", "getis-ord")
DIRECTIONS = ("both", "apart", "towards", "away")
LENGTHS = {"WINDOW": "window", "RADIUS": "radius", "EDGE": "edge", "DISTANCE": "distance"}


def add_points(tool, suffix="", orbit="", optional=False) -> None:
    """Declare a layer of points or a rate raster."""
    types = [QgsProcessing.SourceType.TypeVector, QgsProcessing.SourceType.TypeRaster]
    tool.add(
        QgsProcessingParameterMapLayer(
            f"POINTS{suffix}", tool.tr(f"Points or velocity raster{orbit}"), None, optional, types
        ),
        "Rates along the line of sight, positive towards the satellite: points with "
        "velocity_mm_yr (or VEL, mean_velocity ...) and, where they have them, a field for each "
        "date (DYYYYMMDD); StaMPS' tables (CSV); or a raster of rates, each cell a point.",
    )


def add_fields(tool, suffix="", orbit="") -> None:
    """Declare which fields hold what."""
    for name, title, text in (
        ("RATE", "Field of rates", "Guessed from the usual names if empty; - for none (rates are "
         "fitted to the dates then). Rates down the slope may be given, too."),
        ("STD", "Field of standard deviations", "Guessed if empty; - for none."),
        ("COHERENCE", "Field of coherences", "Guessed if empty; - for none."),
    ):  # fmt: skip
        tool.add_text(f"{name}{suffix}", f"{title}{orbit}", text, "", optional=True, advanced=True)
    tool.add_choice(
        f"UNIT{suffix}", f"Unit{orbit}", "Of displacements, and of rates by year. The unit that a "
        "raster states itself wins.", ("mm", "cm", "m"), "mm", advanced=True,
    )  # fmt: skip
    tool.add_flag(
        f"AWAY{suffix}", f"Positive away from the satellite{orbit}", "Turn the sign of rates and "
        "series.", advanced=True,
    )  # fmt: skip


def add_lengths(tool, names) -> None:
    """Declare the resolution and the lengths that follow from it."""
    tool.add_number(
        "RESOLUTION", "Resolution (m)",
        "The lengths below are multiples of it. If empty: a raster's cell, the spacing of points "
        "that are pixels, or 0.7 times the mean spacing of scattered points.", None, 0.01,
        optional=True,
    )  # fmt: skip
    texts = {
        "WINDOW": ("Window of the noise filter (m)", "Radius; 2 resolutions if empty, 0 for no "
                   "filter. Points without a neighbour in it are left out.", 0.0),
        "RADIUS": ("Radius of influence (m)", "Of the circle around a point; 1.3 resolutions if "
                   "empty. Points whose circles overlap belong together.", 0.01),
        "EDGE": ("Longest edge (m)", "Of the triangulation; 3 resolutions if empty.", 0.01),
        "DISTANCE": ("Distance of density clusters (m)", "DBSCAN: farthest neighbour; HDBSCAN: "
                     "longest step within a cluster; 3 resolutions if empty.", 0.01),
    }  # fmt: skip
    for name in names:
        title, text, low = texts[name]
        tool.add_number(name, title, text, None, low, optional=True, advanced=True)


def add_filters(tool) -> None:
    """Declare which points are trusted."""
    tool.add_number(
        "Z_LIMIT", "Largest Z-score", "In the window, the point itself included; points that "
        "differ more from their neighbours are left out.", 3.0, 0.01, advanced=True,
    )  # fmt: skip
    tool.add_number(
        "MINIMUM_COHERENCE", "Minimum coherence", "Points without one pass.", 0.0, 0.0, 1.0,
        advanced=True,
    )  # fmt: skip
    tool.add_number(
        "MAXIMUM_STD", "Largest standard deviation (mm/yr)", "0 for no limit; points without one "
        "pass.", 0.0, 0.0, advanced=True,
    )  # fmt: skip


def collect_points(tool, parameters, context, name):
    """Path, layer name and whether it is a raster; None where not given. Main thread."""
    if not tool.is_given(parameters, name):
        return None
    layer = tool.parameterAsLayer(parameters, name, context)
    if layer is None:
        raise GroundshiftError(
            f"{tool.title(name)}: {parameters[name]} is not a layer that QGIS can open; check the "
            "path."
        )
    if isinstance(layer, QgsRasterLayer):
        return tool.raster_path(parameters, name, context), "", True
    return *tool.layer_source(parameters, name, context), False


def area_source(tool, parameters, context, place, suffix=""):
    """The :class:`...algorithms.io.area_points.AreaSource` of a layer that was collected."""
    from ...algorithms.io.area_points import AreaSource

    path, layer, raster = place
    return AreaSource(
        Path(path), layer, raster,
        *(tool.text(parameters, f"{name}{suffix}", context) for name in (
            "RATE", "STD", "COHERENCE"
        )),
        tool.choice(parameters, f"UNIT{suffix}", context),
        tool.flag(parameters, f"AWAY{suffix}", context),
    )  # fmt: skip


def lengths(tool, parameters, context, names) -> dict:
    """The lengths that the user gave, by the core's names."""
    values = {LENGTHS[name]: tool.number(parameters, name, context) for name in names}
    return {name: value for name, value in values.items() if value is not None}

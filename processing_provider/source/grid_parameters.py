# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How tools that compute maps ask for extent, cells and coordinate system."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterCrs

EXTENT, CELL, CRS, TEMPLATE = "EXTENT", "CELL", "CRS", "TEMPLATE"


def add_map_grid(tool) -> None:
    """Declare extent, cell, CRS and a raster to take them from."""
    tool.add_area(EXTENT, "Extent of the map", "The surroundings of the model where empty.")
    tool.add_number(
        CELL, "Cell (m)", "Two hundred cells along the longer side where empty.", None, 0.001,
        optional=True,
    )  # fmt: skip
    crs = QgsProcessingParameterCrs(CRS, tool.tr("CRS of the map"), None, True)
    tool.add(crs, "That of the model where empty.", advanced=True)
    tool.add_raster(
        TEMPLATE, "Raster with the grid of the map", "Wins over extent, cell and CRS.",
        optional=True, advanced=True,
    )  # fmt: skip


def map_grid(tool, parameters, context, template, model_crs: str):
    """The user's choices as the core takes them.

    Parameters
    ----------
    template : path or None
        Of the raster :data:`TEMPLATE`, looked up by ``raster_path`` in ``collect``.
    model_crs : str
        CRS of the map where none is given.

    Returns
    -------
    MapGrid
    """
    from ...algorithms.io.map_grid import MapGrid

    crs = tool.crs(parameters, CRS, context)
    cell = tool.number(parameters, CELL, context) if tool.is_given(parameters, CELL) else None
    bounds = tool.area(parameters, EXTENT, context, crs or model_crs)
    return MapGrid(template, crs, bounds, cell)

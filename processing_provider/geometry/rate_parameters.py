# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How tools ask for rates that are points or rasters."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterMapLayer,
    QgsRasterLayer,
)

from ...algorithms.errors import GroundshiftError

UNITS = ("mm", "cm", "m")


def add_rates(tool, name, title, help, optional=False, advanced=False) -> None:
    """Declare a layer of points or a raster."""
    types = [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeRaster]
    parameter = QgsProcessingParameterMapLayer(name, tool.tr(title), None, optional, types)
    tool.add(parameter, help, advanced)


def add_rate_fields(tool, suffix="", of="") -> None:
    """Declare which fields of points hold the rate and its standard deviation.

    They are texts: the dialog of QGIS 3.22 crashes on a choice of fields where the layer that it
    belongs to is a raster.
    """
    for name, title in (("RATE_FIELD", "Field: rate"), ("STD_FIELD", "Field: standard deviation")):
        tool.add_text(
            f"{name}{suffix}", f"{title}{of}",
            "Guessed from the usual names where empty; '-' for none.", optional=True, advanced=True,
        )  # fmt: skip


def add_unit(tool) -> None:
    """Declare the unit of the rates."""
    tool.add_choice(
        "UNIT", "Unit of the rates", "A year; a raster's own unit goes first.", UNITS, UNITS[0],
        advanced=True,
    )  # fmt: skip


def collect_rates(tool, parameters, name, context):
    """Path, name of the layer in it, whether it is a raster, and its CRS (WKT); None where it is
    not given.

    Call it in ``collect``, on the main thread.
    """
    if not tool.is_given(parameters, name):
        return None
    layer = tool.parameterAsLayer(parameters, name, context)
    if layer is None:
        raise GroundshiftError(
            f"{tool.title(name)}: {parameters.get(name)} is not a layer that QGIS can open; "
            "check the path."
        )
    if isinstance(layer, QgsRasterLayer):
        return tool.raster_path(parameters, name, context), "", True, layer.crs().toWkt()
    path, layer_name = tool.layer_source(parameters, name, context)
    return path, layer_name, False, layer.crs().toWkt()


def rate_source(tool, parameters, context, layer, suffix="", std_path=None, away=False):
    """The rates' :class:`...algorithms.io.measurements.Source`, along one direction."""
    from ...algorithms.io.measurements import Fields, Source

    path, layer_name, raster, _ = layer
    fields = Fields(
        tool.text(parameters, f"RATE_FIELD{suffix}", context),
        tool.text(parameters, f"STD_FIELD{suffix}", context),
    )
    unit = tool.choice(parameters, "UNIT", context)
    return Source(
        path, layer_name, raster, "los", unit, fields, std_path=std_path, away=away
    )  # fmt: skip

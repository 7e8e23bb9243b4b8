# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Vector layers, their fields, and layers to write that have the input's kind of geometry."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterField,
    QgsProcessingParameterVectorDestination,
    QgsProcessingParameterVectorLayer,
)

SOURCES = QgsProcessing.SourceType
POINTS, LINES = SOURCES.TypeVectorPoint, SOURCES.TypeVectorLine
POLYGONS, ANY = SOURCES.TypeVectorPolygon, SOURCES.TypeVectorAnyGeometry
KINDS = QgsProcessingParameterField.DataType


def add_layer(tool, name, title, help, types, optional=False, advanced=False) -> None:
    """A vector layer of some kinds of geometry, read by :func:`layer_of`."""
    parameter = QgsProcessingParameterVectorLayer(name, tool.tr(title), types, None, optional)
    tool.add(parameter, help, advanced)


def add_field(tool, name, title, help, parent, numeric=False, several=False, advanced=True) -> None:
    """A field of a layer; optional, the usual names are looked for where it is empty."""
    kind = KINDS.Numeric if numeric else KINDS.Any
    parameter = QgsProcessingParameterField(name, tool.tr(title), None, parent, kind, several, True)
    tool.add(parameter, help, advanced)


def add_output(tool, name, title, help, kind=ANY, optional=False, by_default=True) -> None:
    """A layer to write."""
    parameter = QgsProcessingParameterVectorDestination(
        name, tool.tr(title), kind, None, optional, by_default
    )
    tool.add(parameter, help)


def layer_of(tool, parameters, name, context):
    """Where a vector layer lies, as the core takes it; None where it is not given.

    Call it in ``collect``: layers belong to the main thread.
    """
    from ...algorithms.io.fault_layers import LayerSource

    source = tool.layer_source(parameters, name, context)
    return None if source is None else LayerSource(*source)


def fields_of(tool, parameters, name, context) -> tuple:
    """Names of several fields."""
    # QGIS 3.34 renamed it.
    read = getattr(tool, "parameterAsStrings", None) or tool.parameterAsFields
    return tuple(read(parameters, name, context))

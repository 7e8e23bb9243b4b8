# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS' parameters and outputs, made from the declarations of :mod:`..algorithms.declare`."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsProcessingParameterVectorLayer,
)

from .values import limits

# Looked up once: QGIS' start waits while all tools declare their hundreds of parameters.
_TYPES = QgsProcessing.SourceType
_SHAPES = {
    "points": _TYPES.TypeVectorPoint, "lines": _TYPES.TypeVectorLine,
    "polygons": _TYPES.TypeVectorPolygon, "any": _TYPES.TypeVectorAnyGeometry,
    "vector": _TYPES.TypeVector, "table": _TYPES.TypeVector, "raster": _TYPES.TypeRaster,
    "file": _TYPES.TypeFile, "map": _TYPES.TypeMapLayer,
}  # fmt: skip
_FIELDS = QgsProcessingParameterField.DataType
_SHOWN_BY_LABELS = {"widget_wrapper": f"{__package__}.choice_widget.ChoiceWrapper"}
_FLAGS = QgsProcessingParameterDefinition.Flag
_ADVANCED = {False: _FLAGS.FlagAdvanced, True: _FLAGS.FlagAdvanced | _FLAGS.FlagOptional}
_INTEGER = QgsProcessingParameterNumber.Type.Integer
_DOUBLE = QgsProcessingParameterNumber.Type.Double
_FILE = QgsProcessingParameterFile.Behavior.File
_FOLDER = QgsProcessingParameterFile.Behavior.Folder


def _file(own, title):
    made = QgsProcessingParameterFile(own.id, title, _FILE, "", own.default, own.optional)
    # QGIS' own default, *.*, refuses names without a dot.
    kinds = own.details["filter"] or "All files (*)"
    # A store is a folder, which file dialogs do not give, but they do the files that describe it.
    made.setFileFilter(kinds.replace("*.zarr", "*.zarr zarr.json .zmetadata"))
    return made


def _folder(own, title):
    return QgsProcessingParameterFile(own.id, title, _FOLDER, "", own.default, own.optional)


def _number(own, title):
    whole = own.kind == "whole"
    least, most = limits(own.title, own.details["least"], own.details["most"], whole)
    return QgsProcessingParameterNumber(
        own.id, title, _INTEGER if whole else _DOUBLE, own.default, own.optional, least, most
    )


def _choice(own, title):
    """The words themselves are the values, dialogs show :mod:`.choices`."""
    choices = list(own.details["choices"])
    made = QgsProcessingParameterEnum(
        own.id, title, choices, False, own.default, own.optional, True
    )
    made.setMetadata(_SHOWN_BY_LABELS)
    return made


def _flag(own, title):
    return QgsProcessingParameterBoolean(own.id, title, own.default)


def _text(own, title):
    return QgsProcessingParameterString(own.id, title, own.default, False, own.optional)


def _raster(own, title):
    return QgsProcessingParameterRasterLayer(own.id, title, None, own.optional)


def _area(own, title):
    return QgsProcessingParameterExtent(own.id, title, None, own.optional)


def _point(own, title):
    return QgsProcessingParameterPoint(own.id, title, None, own.optional)


def _shapes(own) -> list:
    return [_SHAPES[shape] for shape in own.details.get("shapes", ())]


def _layer(own, title):
    return QgsProcessingParameterVectorLayer(own.id, title, _shapes(own), None, own.optional)


def _rates(own, title):
    return QgsProcessingParameterMapLayer(own.id, title, None, own.optional, _shapes(own))


def _layers(own, title):
    kind = _shapes(own)[0]
    return QgsProcessingParameterMultipleLayers(own.id, title, kind, None, own.optional)


def _crs(own, title):
    return QgsProcessingParameterCrs(own.id, title, own.default, own.optional)


def _login(own, title):
    return QgsProcessingParameterAuthConfig(own.id, title, own.default, own.optional)


def _table(own, title):
    rows, columns = own.details["rows"], list(own.details["columns"])
    return QgsProcessingParameterMatrix(own.id, title, rows, False, columns, [], own.optional)


def _field(own, title):
    kind = _FIELDS.Numeric if own.details["numeric"] else _FIELDS.Any
    return QgsProcessingParameterField(
        own.id, title, None, own.details["of"], kind, own.details["several"], own.optional
    )


_PARAMETERS = {
    "file": _file, "folder": _folder, "number": _number, "whole": _number, "choice": _choice,
    "flag": _flag, "text": _text, "raster": _raster, "area": _area, "point": _point,
    "layer": _layer, "rates": _rates, "layers": _layers, "crs": _crs, "table": _table,
    "field": _field, "login": _login,
}  # fmt: skip


def _destination(output, title):
    wanted = output.optional, output.by_default
    if output.kind == "raster":
        return QgsProcessingParameterRasterDestination(output.id, title, None, *wanted)
    if output.kind == "file":
        return QgsProcessingParameterFileDestination(output.id, title, output.filter, None, *wanted)
    if output.kind == "folder":
        return QgsProcessingParameterFolderDestination(output.id, title, None, *wanted)
    kind = _SHAPES[output.kind]
    return QgsProcessingParameterVectorDestination(output.id, title, kind, None, *wanted)


def definitions(asked, outputs, tr):
    """QGIS' definitions of parameters, then of outputs to write.

    Parameters
    ----------
    asked : sequence of Parameter
    outputs : sequence of Output
    tr : callable
        Translates titles and helps.
    """
    made = [(own, _PARAMETERS[own.kind](own, tr(own.title))) for own in asked]
    made += [(own, _destination(own, tr(own.title))) for own in outputs]
    for own, definition in made:
        if own.help:
            definition.setHelp(tr(own.help))
        if own.advanced:
            definition.setFlags(_ADVANCED[own.optional])
        yield definition


def results(numbers: dict, texts: dict, tr):
    """QGIS' definitions of the numbers and texts that a tool reports, by their titles by id."""
    for name, title in numbers.items():
        yield QgsProcessingOutputNumber(name, tr(title))
    for name, title in texts.items():
        yield QgsProcessingOutputString(name, tr(title))

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Values as people write them, made into those that tools and QGIS take."""

from __future__ import annotations

import os
from pathlib import PurePath

from qgis.core import (
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
    QgsProcessingUtils,
    QgsRasterLayer,
)

from ..algorithms.errors import GroundshiftError

FILES = ("file", "raster", "vector", "layer", "source", "multilayer")
"""Types of parameters that paths are given for, besides the outputs."""

RASTERS = ("raster", "layer", "multilayer")


def tidied(tool, parameters: dict) -> dict:
    """Parameters with ``~`` as the home folder, and choices by id where their number is given.

    The numbers are what ``qgis_process help`` tells people to give.
    """
    changed = {}
    for definition in tool.parameterDefinitions():
        name = definition.name()
        value = parameters.get(name)
        if value is None or isinstance(definition, QgsProcessingParameterField):
            continue
        if isinstance(definition, QgsProcessingParameterEnum):
            changed[name] = by_id(value, definition.options())
        elif definition.type() in FILES or definition.isDestination():
            changed[name] = _at_home(value)
    return {**parameters, **changed}


def by_id(value, options):
    """The id of a choice for its number; what is neither stays as it is."""
    if isinstance(value, (list, tuple)):
        return [by_id(item, options) for item in value]
    if isinstance(value, bool) or not isinstance(value, (int, str)) or str(value) in options:
        return value
    text = str(value).strip()
    if text.isascii() and text.isdigit() and int(text) < len(options):
        return options[int(text)]
    return value


def _at_home(value):
    if isinstance(value, (list, tuple)):
        return [_at_home(item) for item in value]
    if isinstance(value, str) and value.startswith(("~/", "~\\")):
        return os.path.expanduser(value)
    return value


def open_addresses(tool, parameters: dict, context) -> None:
    """Open rasters that lie elsewhere, so that QGIS knows them by their addresses.

    Call it in the main thread.

    Raises
    ------
    GroundshiftError
        If nothing can be read at an address.
    """
    from ..algorithms.data.addresses import address_of
    from ..algorithms.formats.remote import is_there, unreached

    options = QgsRasterLayer.LayerOptions(False)  # no style: it would read the pixels
    for definition in tool.parameterDefinitions():
        values = parameters.get(definition.name())
        if definition.type() not in RASTERS or not values:
            continue
        for value in values if isinstance(values, (list, tuple)) else [values]:
            if not isinstance(value, str) or not address_of(value):
                continue
            if QgsProcessingUtils.mapLayerFromString(value, context, False) is not None:
                continue
            if not is_there(value):
                raise GroundshiftError(f"{tool.title(definition.name())}: {unreached(value)}")
            layer = QgsRasterLayer(value, PurePath(value).stem, "gdal", options)
            if layer.isValid():
                context.temporaryLayerStore().addMapLayer(layer)


def check_names(tool, parameters: dict) -> None:
    """Refuse a parameter that the tool does not have, which QGIS passes over in silence.

    Raises
    ------
    GroundshiftError
        Names the one that is most like it.
    """
    import difflib

    known = [definition.name() for definition in tool.parameterDefinitions()]
    for name in parameters:
        if name in known:
            continue
        alike = difflib.get_close_matches(name.upper(), known, 1, 0.6)
        cure = f"did you mean {alike[0]}?" if alike else "see the tool's help for those it has"
        raise GroundshiftError(f"{name}: is no parameter of '{tool.name()}'; {cure.rstrip('?')}.")

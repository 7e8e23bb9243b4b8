# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Values as people write them, made into those that tools and QGIS take."""

from __future__ import annotations

import os

from qgis.core import QgsProcessingParameterEnum, QgsProcessingParameterField

from ..algorithms.errors import GroundshiftError

FILES = ("file", "raster", "vector", "layer", "source", "multilayer")
"""Types of parameters that paths are given for, besides the outputs."""


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

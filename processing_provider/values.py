# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of parameters that QGIS would refuse without saying why, or quietly change."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import (
    QgsMapLayer,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
)

from ..algorithms.errors import GroundshiftError

MOST = 1e9
"""Of a number whose unit says no more about it; of coordinates in any CRS, too."""

MOST_WHOLE = 2**31 - 1
"""QGIS makes 0 of larger ones."""

MOST_BY_UNIT = {
    "m": 1e8, "km": 1e5, "mm": 1e8, "mm/yr": 1e8, "mm or mm/yr": 1e8, "days": 1e6, "pixels": 1e6,
    "degrees": 1e4, "rad": 1e4, "GPa": 1e6, "MPa": 1e9, "kPa": 1e9, "MiB": 1 << 24, "factor": 1e6,
    "dB": 1e3, "%": 1e4,
}  # fmt: skip
"""More than there can be on Earth, by the unit in brackets at the end of a parameter's title."""


def limits(title: str, minimum, maximum, integer: bool) -> tuple:
    """Limits of a number: those that are declared, or what its unit allows at most."""
    unit = title[:-1].rpartition("(")[2] if title.endswith(")") else ""
    most = MOST_BY_UNIT.get(unit, MOST_WHOLE if integer else MOST)
    return (
        -most if minimum is None else minimum,
        max(most, minimum or 0) if maximum is None else maximum,
    )


def is_no_number(definition, value) -> bool:
    """Whether something stands for a number and is none, or not whole where it has to be.

    QGIS drops it where it is optional, and rounds it.
    """
    if not isinstance(definition, QgsProcessingParameterNumber):
        return False
    if isinstance(value, str) and ("_" in value or not value.isascii()):
        return True  # what only Python takes for one
    try:
        value = float(value)
    except (ValueError, OverflowError):
        return True
    except TypeError:  # an expression, which QGIS evaluates
        return False
    return not is_within(definition, value)


def is_within(definition, value: float) -> bool:
    """Whether a number is one that its parameter takes; NaN is not."""
    whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    inside = definition.minimum() <= value <= definition.maximum()
    return inside and not (whole and value != round(value))


def is_place(*coordinates) -> bool:
    """Whether coordinates are finite, and so small that they may mean something in some CRS."""
    return all(abs(value) <= MOST for value in coordinates)


def _is_beyond(value, limit) -> bool:
    """Whether a value is a number, and too large for a limit that only the absurd break."""
    try:
        return abs(float(value)) > abs(limit)
    except (TypeError, ValueError, OverflowError):
        return False


def is_text(value: str) -> bool:
    """Whether a text can be written to files and handed to other libraries."""
    return not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in value)


def cure(definition, value=None) -> str:
    """What a refused value should have been."""
    if isinstance(definition, QgsProcessingParameterNumber):
        whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
        kind = "a whole number" if whole else "a number"
        limits = [
            f"{word} {limit:.10g}"
            for word, limit in (("from", definition.minimum()), ("to", definition.maximum()))
            if abs(limit) < MOST or _is_beyond(value, limit)
        ]
        return " ".join(["is not accepted; give", kind, *limits])
    if isinstance(definition, QgsProcessingParameterEnum):
        return f"is none of the choices; give one of {', '.join(definition.options())}"
    if isinstance(definition, QgsProcessingParameterFile):
        return f"does not look like {definition.fileFilter()}; choose another file"
    return _LAYER_CURES.get(definition.type(), "is not what the parameter takes; see its help")


_LAYER_CURES = {
    "vector": "is not a layer that QGIS can open; check the path",
    "layer": "is not a layer that QGIS can open; check the path",
    "multilayer": "are not layers that QGIS can open; check the paths",
    "raster": "is not a raster that QGIS can open; check the path",
    "point": "is no point; give it as x,y",
    "extent": "is no rectangle; give it as xmin,xmax,ymin,ymax",
    "crs": "is not a CRS that QGIS knows; give one such as EPSG:32633",
    "matrix": "is no table; give its cells one after the other, with commas between them",
    "boolean": "is neither yes nor no; give true or false",
    "field": "is not the name of a field; give that of one",
    "authcfg": "is not the id of an authentication configuration; choose one",
}


def missing_file(value) -> str:
    """What is wrong with the path that is given for a layer; empty where there is a file."""
    if not isinstance(value, str) or not os.path.isabs(value) or value.startswith("/vsi"):
        return ""
    path = Path(value.split("|")[0])
    if path.is_dir():
        # Some formats of layers are folders.
        return "" if any(path.iterdir()) else "is an empty folder; give a file"
    if not path.exists():
        return "does not exist; check the path"
    return "" if path.stat().st_size else "is an empty file; make it again or choose another"


def paths_of(value, context) -> list:
    """What GDAL opens for a layer, its path or its id, or for several of them."""
    paths = []
    for one in value if isinstance(value, (list, tuple)) else [value]:
        layer = one
        if isinstance(one, str):
            layer = QgsProcessingUtils.mapLayerFromString(one, context, False)
        if isinstance(layer, QgsMapLayer):
            paths.append(layer.source().split("|")[0])
        elif isinstance(one, str):
            paths.append(one.split("|")[0])
    return paths


def check_disguise(title: str, value) -> None:
    """Refuse a file, or one of several, that leads to an address in the network.

    Raises
    ------
    GroundshiftError
    """
    from ..algorithms.formats.disguises import refuse_disguise

    for one in value if isinstance(value, (list, tuple)) else [value]:
        if isinstance(one, str):
            try:
                refuse_disguise(one.split("|")[0])
            except GroundshiftError as error:
                raise GroundshiftError(f"{title}: {error}") from error

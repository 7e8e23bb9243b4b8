# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of parameters that QGIS would refuse without saying why, or quietly change."""

from __future__ import annotations

import math

from qgis.core import (
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorLayer,
)

NO_LIMIT = 1e9
"""Numbers without a limit have the largest integer or double as one."""


def is_no_number(definition, value) -> bool:
    """Whether something stands for a number and is none, or not whole where it has to be.

    QGIS drops it where it is optional, and rounds it.
    """
    if not isinstance(definition, QgsProcessingParameterNumber):
        return False
    try:
        value = float(value)
    except ValueError:
        return True
    except TypeError:  # an expression, which QGIS evaluates
        return False
    whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    return not math.isfinite(value) or (whole and value != round(value))


def cure(definition) -> str:
    """What a refused value should have been."""
    if isinstance(definition, QgsProcessingParameterNumber):
        whole = definition.dataType() == QgsProcessingParameterNumber.Type.Integer
        kind = "a whole number" if whole else "a number"
        limits = [
            f"{word} {value:g}"
            for word, value in (("from", definition.minimum()), ("to", definition.maximum()))
            if abs(value) < NO_LIMIT
        ]
        return " ".join(["is not accepted; give", kind, *limits])
    if isinstance(definition, QgsProcessingParameterEnum):
        return f"is none of the choices; give one of {', '.join(definition.options())}"
    if isinstance(definition, QgsProcessingParameterFile):
        return f"does not look like {definition.fileFilter()}; choose another file"
    if isinstance(definition, QgsProcessingParameterVectorLayer):
        return "is not a layer that QGIS can open; check the path"
    return "is not accepted; see the help of the parameter"

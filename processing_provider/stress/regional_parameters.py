# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How tools ask for the regional stress that chooses optimally oriented planes."""

from __future__ import annotations

import math

from qgis.core import QgsProcessingParameterMatrix

from ...algorithms.errors import GroundshiftError

AZIMUTH, REGIME, DIFFERENCE = "SHMAX_AZIMUTH", "REGIME", "DIFFERENCE"
MIDDLE, AXES = "MIDDLE", "REGIONAL_AXES"
REGIMES = ("strike-slip", "thrust", "normal")
HEADERS = ("Azimuth (degrees)", "Plunge (degrees)", "Stress (MPa)", "Gradient (MPa/km)")


def add_regional(tool, advanced: bool = False) -> None:
    """Declare azimuth and regime, and three principal axes in their place."""
    tool.add_number(
        AZIMUTH, "Azimuth of the greatest horizontal compression (degrees)",
        "For optimal planes, as the World Stress Map gives it.", None, -360.0, 360.0,
        optional=True, advanced=advanced,
    )  # fmt: skip
    tool.add_choice(
        REGIME, "Regime of the regional stress", "For optimal planes.", REGIMES, REGIMES[0],
        advanced=True,
    )  # fmt: skip
    tool.add_number(
        DIFFERENCE, "Regional differential stress (MPa)",
        "Greatest minus least compression: the smaller, the more the earthquake turns the planes "
        "near it. About the stress drop to ten times it.", 10.0, 1e-6, advanced=True,
    )  # fmt: skip
    tool.add_number(
        MIDDLE, "Middle principal stress", "From the least (0) to the greatest (1).", 0.5, 0.0,
        1.0, advanced=True,
    )  # fmt: skip
    matrix = QgsProcessingParameterMatrix(
        AXES, tool.tr("Principal axes of the regional stress"), 3, False, list(HEADERS), [], True
    )
    tool.add(
        matrix,
        "In place of azimuth and regime: three rows, at right angles to each other; plunge "
        "downwards, compression positive, with its growth by depth (Coulomb's S1DR to S3GD).",
        True,
    )


def has_regional(tool, parameters) -> bool:
    """Whether a regional stress is given."""
    return tool.is_given(parameters, AZIMUTH) or bool(_axes(tool, parameters))


def check_regional(tool, parameters):
    """What is wrong with how the regional stress is given: one sentence, or None."""
    if has_regional(tool, parameters):
        return None
    return f"{tool.title(AZIMUTH)}: is missing; optimally oriented planes take a regional stress."


def regional_stress(tool, parameters, context, coulomb=None):
    """The regional stress as the core takes it.

    Parameters
    ----------
    coulomb : CoulombInput, optional
        A Coulomb file, whose own one is taken where none is given.

    Returns
    -------
    RegionalStress
    """
    from ...algorithms.stress.optimal import RegionalStress

    rows = _axes(tool, parameters)
    if rows:
        azimuth, plunge, surface, gradient = zip(*rows)
        return RegionalStress.of_axes(
            [math.radians(a) for a in azimuth], [math.radians(p) for p in plunge],
            [1e6 * s for s in surface], [1e3 * g for g in gradient],
        )  # fmt: skip
    azimuth = tool.number(parameters, AZIMUTH, context)
    if azimuth is not None:
        return RegionalStress.of_regime(
            math.radians(azimuth), tool.choice(parameters, REGIME, context),
            1e6 * tool.number(parameters, DIFFERENCE, context),
            tool.number(parameters, MIDDLE, context),
        )  # fmt: skip
    if coulomb is None or coulomb.principal is None:
        raise GroundshiftError(
            f"{tool.title(AZIMUTH)}: is missing, and the file holds no regional stress; give it."
        )
    return RegionalStress.of_axes(*coulomb.principal.T)


def _axes(tool, parameters) -> list:
    """Rows of the matrix: flat from a script, row by row from JSON, a text from a model."""
    value = parameters.get(AXES) if tool.is_given(parameters, AXES) else []
    cells = value.split(",") if isinstance(value, str) else list(value)
    if any(isinstance(row, (list, tuple)) for row in cells):
        cells = [cell for row in cells for cell in row]
    if not any(str(cell).strip() for cell in cells):
        return []
    try:
        numbers = [float(cell) for cell in cells]
    except (TypeError, ValueError):
        numbers = []
    if len(numbers) != 3 * len(HEADERS) or not all(map(math.isfinite, numbers)):
        raise GroundshiftError(
            f"{tool.title(AXES)}: is not three rows of four numbers; give azimuth, plunge, stress "
            "and gradient of each axis."
        )
    return [numbers[k : k + 4] for k in (0, 4, 8)]

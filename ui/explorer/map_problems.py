# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What can stand in the way of something that is asked for on the map."""

from __future__ import annotations

from qgis.core import QgsCsException

from ..translation import tr
from .nearest import NotYet
from .texts import PROBLEMS, problem_text

MAP_PROBLEMS = (*PROBLEMS, QgsCsException, NotYet)
"""What :func:`map_problem_text` has a sentence for."""


def map_problem_text(error: Exception) -> str:
    """One sentence on what stands in the way, and on the cure."""
    if isinstance(error, NotYet):
        return tr("The layer's points are being indexed; the series comes in a moment.")
    if isinstance(error, QgsCsException):
        return tr(
            "The place has no coordinates in the layer's CRS; choose one nearer to the layer."
        )
    return problem_text(error)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts of the explorer."""

from __future__ import annotations

from ...algorithms.errors import GroundshiftError

PROBLEMS = (GroundshiftError, ImportError)
"""What :func:`problem_text` has a sentence for."""


def problem_text(error: Exception) -> str:
    """One sentence on what stands in the way, with the cure where a Python package is missing."""
    if not isinstance(error, ImportError):
        return str(error)
    from ...processing_provider import dependencies

    name = (error.name or "").split(".")[0]
    if name not in dependencies.PACKAGES:
        return str(error)
    return dependencies.how_to_get([name])

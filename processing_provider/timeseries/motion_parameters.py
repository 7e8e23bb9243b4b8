# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The motion model that corrections fit along, or take off before."""

from __future__ import annotations

DEGREE, ANNUAL, STEPS = "DEGREE", "ANNUAL", "STEPS"


def add_motion(tool, degree: int, advanced: bool = False, annual: bool = False) -> None:
    """Declare polynomial degree, season and steps."""
    tool.add_number(
        DEGREE, "Polynomial degree of the motion",
        "1: a constant rate; 2: with an acceleration; 3: which changes.", degree, 1, 5,
        integer=True, advanced=advanced,
    )  # fmt: skip
    tool.add_flag(
        ANNUAL, "Annual season in the motion", "A sine and a cosine with a year's period.", annual,
        advanced=advanced,
    )  # fmt: skip
    tool.add_text(
        STEPS, "Dates of steps in the motion",
        "Such as earthquakes: YYYYMMDD, several separated by commas.", "", optional=True,
        advanced=True,
    )  # fmt: skip


def motion_model(tool, parameters, context):
    """The user's choice."""
    from ...algorithms.data.dates import parse_dates
    from ...algorithms.timeseries.velocity import VelocityModel

    return VelocityModel(
        degree=tool.integer(parameters, DEGREE, context),
        annual=tool.flag(parameters, ANNUAL, context),
        steps=tuple(parse_dates(tool.text(parameters, STEPS, context))),
    )


def check_motion(tool, parameters, context) -> None:
    """Refuse what are no dates before the run."""
    from ...algorithms.data.dates import parse_dates

    parse_dates(tool.text(parameters, STEPS, context))

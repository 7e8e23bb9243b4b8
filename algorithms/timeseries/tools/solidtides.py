# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The solid Earth tide taken off a displacement series."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, flag, number, part
from ...geometry.tools.asked import Look
from .asked import (
    CORRECTION_NUMBERS,
    CORRECTION_OUTPUTS,
    CORRECTION_TEXTS,
    Corrected,
    Stable,
)


class SolidTides(Chosen):
    """When the radar passed, and how it looked."""

    corrected = part(Corrected)
    look = part(Look)
    hour = number(
        "Hour of the pass (UTC)",
        "At the middle of the scene, with decimals; taken from the series (CENTER_LINE_UTC) if "
        "empty.", None, 0.0, 24.0, optional=True,
    )  # fmt: skip
    left_looking = flag(
        "Left-looking radar", "The radar looks to the left of its flight.", advanced=True,
    )  # fmt: skip
    stable = part(Stable, advanced=True)
    blocks = part(Blocks)


OUTPUTS = CORRECTION_OUTPUTS
NUMBERS = CORRECTION_NUMBERS
TEXTS = CORRECTION_TEXTS


def run(chosen, outputs, job) -> dict:
    """Take the tide off; see :mod:`...declare`."""
    from ...formats.hdf5.stacks import read_timeseries
    from ...formats.weather.weather import pass_seconds
    from ..known_motion import tide_correction
    from .correction import corrected
    from .known import look_of, tell_twice

    series = read_timeseries(chosen.corrected.timeseries)
    tell_twice(series, "solidtides", job)
    seconds = pass_seconds(series, chosen.hour)
    look = look_of(chosen.look, series.path, series.grid, job, chosen.left_looking)
    correction = tide_correction(series.dates, seconds, series.grid, look, chosen.left_looking)
    return corrected(chosen, outputs, job, correction)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The atmosphere taken off a displacement series by filtering."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, choice, number, part, whole
from .asked import (
    CORRECTION_NUMBERS,
    CORRECTION_OUTPUTS,
    CORRECTION_TEXTS,
    Corrected,
    Motion,
    Stable,
)


class ApsFilter(Chosen):
    """What counts as atmosphere."""

    corrected = part(Corrected)
    days = number(
        "Time window (days)",
        "Changes faster than this count as atmosphere: standard deviation of the Gaussian, or "
        "half the base of the triangle.", 60.0, 1.0,
    )  # fmt: skip
    metres = number(
        "Space window (m)",
        "Atmosphere is smooth over this distance: standard deviation of the Gaussian.", 1000.0,
        1.0,
    )  # fmt: skip
    window = choice(
        "Shape of the time window", "gaussian or triangle.", ("gaussian", "triangle"),
        advanced=True,
    )  # fmt: skip
    motion = part(Motion, changes={"annual": {"default": True}})
    find_steps = whole(
        "Steps to find",
        "Maximum number of steps of a pixel on dates that nobody gave, found where its series "
        "supports them; 0 takes such steps for atmosphere.", 2, 0, 3, advanced=True,
    )  # fmt: skip
    stable = part(Stable)
    blocks = part(Blocks)


OUTPUTS = CORRECTION_OUTPUTS
NUMBERS = CORRECTION_NUMBERS
TEXTS = CORRECTION_TEXTS


def run(chosen, outputs, job) -> dict:
    """Filter the series; see :mod:`...declare`."""
    from ..apsfilter import ApsFilterCorrection
    from .correction import corrected

    correction = ApsFilterCorrection(
        chosen.motion.model(), chosen.window, chosen.days, chosen.metres, chosen.find_steps
    )
    return corrected(chosen, outputs, job, correction)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Damage by loss of coherence."""

from __future__ import annotations

from ...algorithms.forecast.tools import damageproxy
from ..tool import Tool


class DamageProxy(Tool):
    """Where an event lowered the coherence."""

    CORE = damageproxy
    ID = "damageproxy"
    NAME = "Damage by loss of coherence"
    GROUP = "forecast"
    SUMMARY = (
        "Compares the coherence of the pair over an earthquake, a storm or an explosion with pairs "
        "before it of the same span: a score in standard deviations, after what weather and season "
        "do to all land was taken off, with a threshold that pairs without an event pass at a "
        "stated rate. Patches of damage, or a score for every building."
    )
    PAPER = "Tay et al. (2020)"
    NEEDS = ("numpy", "scipy", "h5py", "pyproj")
    TAGS = ("damage proxy map", "coherence change", "earthquake", "buildings", "explosion")

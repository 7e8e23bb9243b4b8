# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Simulated stacks of interferograms and of radar images with known truth: no files.

:mod:`simulating` and :mod:`simulating_slc` write them in the formats of real products.
"""

from .options import PermafrostOptions, SimulationOptions
from .scene import SimulatedPair, Simulation, simulate
from .slc_options import CoverClass, SlcOptions, plain_options
from .slc_scene import SlcSimulation
from .slc_setup import simulate_slc

__all__ = [
    "CoverClass", "PermafrostOptions", "SimulatedPair", "Simulation", "SimulationOptions",
    "SlcOptions", "SlcSimulation", "plain_options", "simulate", "simulate_slc",
]  # fmt: skip

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Simulated stacks of interferograms with known truth: pure arrays, no files.

:mod:`...io.simulating` writes them in the formats of real products.
"""

from .options import SimulationOptions
from .scene import SimulatedPair, Simulation, simulate

__all__ = ["SimulatedPair", "Simulation", "SimulationOptions", "simulate"]

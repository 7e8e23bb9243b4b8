# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Seismic moment and moment magnitude of slip."""

from __future__ import annotations

import numpy as np

from .patches import SlipModel

SHEAR_MODULUS = 30e9  # pascal


def moment_of(model: SlipModel, shear_modulus: float = SHEAR_MODULUS) -> float:
    """Seismic moment of the slip in newton metres, without opening: mu times area times slip."""
    return float(shear_modulus * np.nansum(model.patches.area * model.slip))


def magnitude_of(moment: float) -> float:
    """Moment magnitude, 2/3 (log10 M0 - 9.1); minus infinity for none (Kanamori 1977)."""
    return float(2 / 3 * (np.log10(moment) - 9.1)) if moment > 0 else -np.inf

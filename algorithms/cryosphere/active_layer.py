# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Thickness of the active layer, by how far the ground settles when its ice turns to water.

``settlement = integral of porosity * saturation * (rho_w - rho_i) / rho_i`` over the layer (Liu et
al. 2012, doi:10.1029/2011JF002041), with the water content, porosity times saturation, that of one
soil below an organic layer. All pores' water freezes, and swells upwards alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

WATER, ICE = 1000.0, 917.0  # kg by cubic metre
SWELLING = (WATER - ICE) / ICE
NINETY = 1.645  # standard deviations on both sides of 90 %


@dataclass(frozen=True)
class Soil:
    """What is assumed of the ground.

    Parameters
    ----------
    water : float
        Water by volume: porosity times saturation.
    range : float
        By which that may be more or less.
    organic_depth : float
        Metres of organic soil on top.
    organic_water : float
        Its water by volume.
    """

    water: float = 0.35
    range: float = 0.15
    organic_depth: float = 0.0
    organic_water: float = 0.8

    def thickness(self, settlement, water: float | None = None) -> np.ndarray:
        """Metres of the layer that settles so many metres when it thaws."""
        settlement = np.asarray(settlement, float)
        below = SWELLING * (self.water if water is None else water)
        on_top = SWELLING * self.organic_water
        rest = settlement - on_top * self.organic_depth
        return np.where(rest > 0, self.organic_depth + rest / below, settlement / on_top)

    def settlement(self, thickness) -> np.ndarray:
        """The other way: metres by which a layer settles."""
        thickness = np.asarray(thickness, float)
        organic = np.minimum(thickness, self.organic_depth)
        mineral = self.water * (thickness - organic)
        return SWELLING * (self.organic_water * organic + mineral)


def active_layer(amplitude, std, soil: Soil, least: float = 2.0) -> np.ndarray:
    """Thickness with its range, from the amplitude of the seasonal heave.

    Parameters
    ----------
    amplitude, std : ndarray
        Half of the way from the lowest to the highest, vertical, and its standard deviation;
        metres.
    soil : Soil
    least : float
        Standard deviations that the amplitude must have; below, it is hardly more than noise.

    Returns
    -------
    ndarray, shape (3, ...)
        Thickness, least and largest of its range, metres: the settlement's interval (90 %) in
        soil with the most and with the least water.
    """
    amplitude, std = np.asarray(amplitude, float), np.asarray(std, float)
    half = NINETY * std
    wet, dry = soil.water + soil.range, soil.water - soil.range
    found = np.stack([
        soil.thickness(2 * amplitude),
        soil.thickness(2 * np.maximum(amplitude - half, 0.0), wet),
        soil.thickness(2 * (amplitude + half), dry),
    ])  # fmt: skip
    with np.errstate(invalid="ignore"):
        return np.where(amplitude >= least * std, found, np.nan)

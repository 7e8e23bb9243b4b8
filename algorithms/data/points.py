# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points with a displacement series: PS, DS, or the good pixels of a raster series."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class PointSet:
    """Measurement points.

    Parameters
    ----------
    x, y : ndarray, shape (point,)
        Coordinates in `crs`.
    crs : str
        WKT.
    dates : ndarray of datetime64[D], shape (time,)
    displacement : ndarray, shape (point, time)
        Metres towards the satellite.
    velocity, velocity_std : ndarray, shape (point,)
        Metres a year.
    coherence : ndarray, shape (point,)
        Temporal coherence, 0 to 1.
    extra : dict of str to ndarray
        Further columns of shape (point,), in the unit that their name says, such as ``height_m``.
    """

    x: np.ndarray
    y: np.ndarray
    crs: str
    dates: np.ndarray
    displacement: np.ndarray
    velocity: np.ndarray
    velocity_std: np.ndarray
    coherence: np.ndarray
    extra: dict = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.x)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the writers of radar images share: orbits as state vectors, numbers of the image."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...data.simulation.slc_places import radar_axes
from ..formats._common import SECONDS_OF_DAY

SPAN, STEP = 60.0, 10.0  # seconds of state vectors before and after the scene, and between them
CLOCK = (int(SECONDS_OF_DAY) // 3600, int(SECONDS_OF_DAY) // 60 % 60, SECONDS_OF_DAY % 60)


def state_vectors(simulation, index: int):
    """State vectors of a date.

    Returns
    -------
    times : ndarray, shape (vector,)
        Seconds of the day.
    positions, velocities : ndarray, shape (vector, 3)
        Earth-fixed, metres and m/s.
    """
    after = np.arange(-SPAN, SPAN + STEP / 2, STEP)
    return (SECONDS_OF_DAY + after, *simulation.orbit_of(index).state(after))


def clock_text(seconds: float) -> str:
    """Seconds of the day as ``HH:MM:SS.ffffff``."""
    micro = round(seconds * 1e6)
    return (
        f"{micro // 3600000000:02d}:{micro // 60000000 % 60:02d}:"
        f"{micro // 1000000 % 60:02d}.{micro % 1000000:06d}"
    )


def heading(simulation) -> float:
    """Flight direction in the middle of the scene, -180 to 180 degrees."""
    rows, cols = simulation.grid.shape
    los = simulation.los
    east, north = (float(part[rows // 2, cols // 2]) for part in (los.east, los.north))
    return float((90.0 + np.degrees(np.arctan2(east, north)) + 180.0) % 360.0 - 180.0)


def is_ascending(simulation) -> bool:
    """Whether the satellite flies northwards."""
    return abs(heading(simulation)) < 90


def mid_incidence(simulation) -> float:
    """Incidence in the middle of the scene, degrees."""
    rows, cols = simulation.grid.shape
    up = float(simulation.los.up[rows // 2, cols // 2])
    return float(np.degrees(np.arccos(up)))


def axes(simulation) -> tuple[np.ndarray, np.ndarray]:
    """Seconds of the day of the rows, and slant ranges of the columns in metres."""
    view = simulation.view
    times, ranges = radar_axes(simulation.options, view.orbit, view.centre)
    return SECONDS_OF_DAY + times, ranges


def write_binary(path, values, dtype) -> None:
    """Write plain numbers, row by row; makes the folder."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    # tofile() would say nothing of a full disk that a later write would have met.
    with open(path, "wb") as file:
        file.write(memoryview(np.ascontiguousarray(values, dtype)).cast("B"))

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the writers share: rasters, names of dates, numbers of the orbit."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...data.simulation.scene import EARTH_RADIUS, ORBIT_HEIGHT
from ..rasters import BandInfo, write_raster

SPEED_OF_LIGHT = 299792458.0
SENTINEL1_WAVELENGTH = SPEED_OF_LIGHT / 5.405e9  # metres; carrier in ESA's product definition
TRACK = 117
SECONDS_OF_DAY = 61527.0  # 17:05:27, of all acquisitions
TIME = "170527"
RANGE_SPACING, AZIMUTH_SPACING = 2.329562, 13.97  # metres in slant range and along track, IW


def date_text(date) -> str:
    """A date as ``YYYYMMDD``."""
    return str(date).replace("-", "")


def split_looks(looks: int) -> tuple[int, int]:
    """Range and azimuth looks with this product, about 4 to 1 as Sentinel-1's pixels want."""
    azimuth = min(
        (n for n in range(1, looks + 1) if looks % n == 0),
        key=lambda n: abs(np.log(looks / n / n / 4)),
    )
    return looks // azimuth, azimuth


def signed_heading(options) -> float:
    """Heading between -180 and 180 degrees."""
    return (options.heading + 180.0) % 360.0 - 180.0


def is_ascending(options) -> bool:
    """Whether the satellite flies northwards."""
    return abs(signed_heading(options)) < 90


def look_angle(simulation):
    """Angle at the satellite between the nadir and the ground, radians; shape (row, col)."""
    sine = np.sqrt(1 - simulation.los.up.astype(float) ** 2)
    return np.arcsin(sine * EARTH_RADIUS / (EARTH_RADIUS + ORBIT_HEIGHT))


def write_plain(path, simulation, values, metadata=None) -> None:
    """Write a float32 GeoTIFF whose no-data value is NaN."""
    _write(path, simulation, values, np.nan, metadata)


def write_zero_void(path, simulation, values, metadata=None) -> None:
    """Write a float32 GeoTIFF where 0 means no data and a true 0 is next to it."""
    values = np.where(values == 0, np.float32(1e-6), values)
    _write(path, simulation, np.nan_to_num(values, nan=0.0), 0.0, metadata)


def write_bytes(path, simulation, values) -> None:
    """Write values from 0 to 1 as bytes from 1 to 255; 0 is no data."""
    scaled = np.clip(np.rint(values * 255), 1, 255)
    raw = np.nan_to_num(scaled, nan=0.0).astype(np.uint8)
    write_raster(path, simulation.grid, raw, [BandInfo("")], dtype="uint8", nodata=0)


def _write(path, simulation, values, nodata, metadata):
    write_raster(path, simulation.grid, values, [BandInfo("")], nodata=nodata, metadata=metadata)


def write_text(path, lines) -> None:
    """Write lines of text; makes the folder."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")

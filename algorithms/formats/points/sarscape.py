# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Mean velocities of SARscape's SBAS on the map: ``G_SI_velocity_geo``, once ``SI_vel_geo``.

The help (https://envi.geoscene.cn/help/Subsystems/SARscape, 'SBAS - 5 - Geocoding') has them in mm
a year along the slant range and refers to 'Phase to Displacement Conversion', where motion is
positive if the slant range decreases: towards the satellite. Names with _VD and _SD are projected
on the vertical and on the steepest slope. The files are ENVI's with SARscape's own header, as
:mod:`..interferograms.sarscape` says. What the other rasters (height, precision) are called, and
their units, is not in what is public.
"""

from __future__ import annotations

import re
from pathlib import Path

from ...data.grid import Window
from ...data.product import Band
from ...errors import GroundshiftError
from ..interferograms.sarscape import described_whole, header_of
from ..raster_source import RasterSource
from .licsbas import VelocityMap

VELOCITY = re.compile(r"(?i)(?:^|_)SI_vel(?:ocity)?(?:_.*)?_geo$")
PROJECTED = re.compile(r"(?i)_(?:VD|SD)(?=_|$)")


def is_sarscape(path) -> bool:
    """Whether a file is called as SARscape's velocities are, with ENVI's header beside it."""
    path = Path(path)
    return bool(VELOCITY.search(path.name)) and path.with_name(f"{path.name}.hdr").is_file()


def read_sarscape(path) -> VelocityMap:
    """Read a velocity file.

    Raises
    ------
    GroundshiftError
        If it is projected on another direction, or damaged.
    """
    path = Path(path)
    if PROJECTED.search(path.name):
        raise GroundshiftError(
            f"{path}: SARscape has projected its motion (_VD on the vertical, _SD on the steepest "
            "slope); give the one along the line of sight."
        )
    info = described_whole(path)
    nodata = tuple({*info.nodata, *header_of(path).nodata})
    with RasterSource(Band(str(path), nodata=nodata)) as source:
        rate = source.read(Window(0, 0, info.grid.rows, info.grid.cols))
    return VelocityMap(info.grid, rate * 1e-3, None, None)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Disparity maps of the Ames Stereo Pipeline and of vmap, which runs it: ``*-F.tif``.

Three bands: disparity along columns and along rows, pixels of the images, positive to the right and
**downwards** (ASP book, "Output files"; vmap's ``disp2v.py``: "northward motion as negative
values"), and whether it is valid (0: no data). The velocities that vmap makes of it, ``*_vx.tif``
and ``*_vy.tif``, are plain pairs of GeoTIFF (m/yr).
"""

from __future__ import annotations

from ...data.offsets import MAP
from ...data.product import Band
from ...errors import GroundshiftError
from ..raster_source import describe
from .foreign import TURN_AND_SCALE, dates_for, made, pixel_sizes, to_metres

LOOKS_FOR = "Ames Stereo Pipeline or vmap (*-F.tif)"


def recognises(path) -> bool:
    """By its name and bands."""
    if not path.name.endswith(("-F.tif", "-RD.tif", "-F_smooth.tif")):
        return False
    try:
        return describe(path).bands == 3
    except GroundshiftError:
        return False


def read(path, given) -> list:
    """The pair of a map."""
    info = describe(path)
    dates = dates_for(path, given)
    across, down = to_metres(given.unit or "px", dates, pixel_sizes(info.grid, given), path)
    bands = [Band(str(path), 1, info.nodata, across), Band(str(path), 2, info.nodata, down)]
    # Valid ones only: the third band's 0 is no data, as an interpolation mask's 1 elsewhere.
    valid = Band(str(path), 3, (*info.nodata, 0.0))
    return [
        made(
            "asp", path, info.grid, MAP, dates, given, [*bands, None, None, valid, None],
            given.unit or "px",            axes=TURN_AND_SCALE, interpolated=True,
        )
    ]  # fmt: skip

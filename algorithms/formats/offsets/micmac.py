# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Displacements of MicMac's ``MM2DPosSism``: ``Px1_*.tif`` and ``Px2_*.tif`` of the last step.

Pixels of the images along columns (Px1, positive to the right) and rows (Px2, positive downwards),
from the first to the second image (Rosu et al. 2015; MicMac's documentation, "MM2DPosSism").
``Correl_*.tif``, bytes, is the correlation: (value - 127.5) / 127.5. The maps have no place of
their own; a world file beside them, or the pixel sizes, tell it.
"""

from __future__ import annotations

import re

from ...data.offsets import MAP
from ...data.product import Band
from ...errors import GroundshiftError
from ..raster_source import describe
from .foreign import TURN_AND_SCALE, dates_for, made, pixel_sizes, to_metres

LOOKS_FOR = "MicMac (Px1_*.tif and Px2_*.tif)"
_FIRST = re.compile(r"Px1_Num(\d+)_(.*)\.tif", re.I)


def recognises(path) -> bool:
    """Whether it is the first component of the last step in its folder."""
    found = _FIRST.fullmatch(path.name)
    if not found:
        return False
    steps = [_FIRST.fullmatch(other.name) for other in path.parent.iterdir()]
    return int(found[1]) == max(int(step[1]) for step in steps if step)


def read(path, given) -> list:
    """The pair of a folder.

    Raises
    ------
    GroundshiftError
        If the other component is missing, or pixels have no size.
    """
    second = path.with_name("Px2" + path.name[3:])
    if not second.is_file():
        raise GroundshiftError(f"{path}: {second.name} is not beside it; copy it there.")
    info, other = describe(path), describe(second)
    if info.grid.shape != other.grid.shape:
        raise GroundshiftError(
            f"{second}: is {other.grid.rows}x{other.grid.cols} pixels and {path.name} "
            f"{info.grid.rows}x{info.grid.cols}; give both of one run."
        )
    dates = dates_for(path, given)
    sizes = pixel_sizes(info.grid, given)
    across, down = to_metres(given.unit or "px", dates, sizes, path)
    bands = [
        Band(str(path), 1, info.nodata, across), Band(str(second), 1, other.nodata, down),
        None, None,
    ]  # fmt: skip
    qualities = sorted(path.parent.glob("Correl_*.tif"), key=_step)
    quality = qualities[-1] if qualities else None
    if quality is not None and describe(quality).grid.shape != info.grid.shape:
        quality = None
    bands += [None if quality is None else Band(str(quality), 1, (), 1 / 127.5), None]
    return [
        made(
            "micmac", path, info.grid, MAP, dates, given, bands, given.unit or "px",
            axes=TURN_AND_SCALE,
            correlation_at_zero=-1.0,
        )
    ]  # fmt: skip


def _step(path) -> int:
    found = re.search(r"Num_?(\d+)", path.name)
    return int(found[1]) if found else -1

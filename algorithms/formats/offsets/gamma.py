# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""GAMMA's offset maps of ``offset_pwr_tracking``: ``*.offs`` with its ``*.off`` beside it.

``.offs``: big-endian complex float (fcomplex), the real part the offset in range, the imaginary one
that in azimuth, pixels of the images; 0+0i is no data. The ISP offset parameter file ``.off`` tells
the size of the map (``offset_estimation_range_samples``, ``offset_estimation_azimuth_samples``) and
the window; ``.ccp``, float of the same size, is the correlation. Metres a pixel come from
``range_pixel_spacing`` and ``azimuth_pixel_spacing`` of a ``*.par`` of the images beside it, or
from the user.

Sign: an offset is the place in the second image less that in the first, so a positive one in range
is motion away from the satellite: it is turned. A positive one in azimuth is along flight.
"""

from __future__ import annotations

import re

import numpy as np

from ...data.grid import Grid
from ...data.offsets import RADAR
from ...errors import GroundshiftError
from ..text.texts import clean_text
from .foreign import RawBand, dates_for, made, to_metres

LOOKS_FOR = "GAMMA offset maps (*.offs with *.off)"
SIZES = "offset_estimation_range_samples", "offset_estimation_azimuth_samples"
SPACINGS = "range_pixel_spacing", "azimuth_pixel_spacing"
_LINE = re.compile(r"^\s*(\w+):\s*(\S+)", re.M)


def recognises(path) -> bool:
    """By its ending."""
    return path.suffix.lower() == ".offs"


def read(path, given) -> list:
    """The pair of a map.

    Raises
    ------
    GroundshiftError
        If the size, or that of a pixel, is not told, or the file has another one.
    """
    header = path.with_suffix(".off")
    if not header.is_file():
        raise GroundshiftError(
            f"{path}: its {header.name}, which tells the size of the map, is not beside it; copy "
            "it there."
        )
    keys = _keys(header)
    try:
        cols, rows = (int(keys[name]) for name in SIZES)
    except (KeyError, ValueError) as error:
        raise GroundshiftError(
            f"{header}: has no {SIZES[0]} and {SIZES[1]}; give the .off file of the map."
        ) from error
    if rows < 1 or cols < 1 or path.stat().st_size != 8 * rows * cols:
        raise GroundshiftError(
            f"{path}: has {path.stat().st_size:,} bytes and {rows}x{cols} complex numbers take "
            f"{8 * rows * cols:,}; give the .off file of this map."
        )
    sizes = list(given.pixel)
    for par in sorted(path.parent.glob("*.par")):
        if None in sizes:
            found = _keys(par)
            sizes = [
                _spacing(par, name, found[name]) if size is None and name in found else size
                for name, size in zip(SPACINGS, sizes)
            ]
    if None in sizes:
        raise GroundshiftError(
            f"{path}: no *.par with {SPACINGS[0]} and {SPACINGS[1]} is beside it; copy one there, "
            "or give the pixel sizes."
        )
    dates = dates_for(path, given)
    across, along = to_metres(given.unit or "px", dates, sizes, path)
    bands = [
        RawBand(str(path), (rows, cols), scale=-across),
        RawBand(str(path), (rows, cols), imaginary=True, scale=along), None, None,
    ]  # fmt: skip
    quality = path.with_suffix(".ccp")
    has = quality.is_file() and quality.stat().st_size == 4 * rows * cols
    bands += [RawBand(str(quality), (rows, cols), ">f4") if has else None, None]
    notes = (f"pixels of {sizes[0]:g} m in range and {sizes[1]:g} m in azimuth",)
    return [made("gamma", path, Grid(rows, cols), RADAR, dates, given, bands, notes=notes)]


def _spacing(par, name, text) -> float:
    try:
        size = float(text)
    except ValueError:
        size = np.nan
    if not 0 < size < np.inf:
        raise GroundshiftError(
            f"{par}: its {name} is '{clean_text(text)}' and has to be metres; mend the file, or "
            "give the pixel sizes."
        )
    return size


def _keys(path) -> dict:
    try:
        return dict(_LINE.findall(path.read_text(encoding="utf-8", errors="replace")))
    except OSError as error:
        raise GroundshiftError(f"{path}: cannot be read; check its permissions.") from error

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Plain GeoTIFF: a raster a component, whose names differ by a word.

``20180304-20180405_velo-raw_vx.tif`` and ``..._vy.tif``: words as ``vx``, ``dx``, ``ew``, ``east``
or ``range``, and ``vy``, ``dy``, ``ns``, ``north`` or ``azimuth``; beside them standard deviations
(``..._vx_std.tif``, ``std_vx``) and a correlation (``corr``, ``snr``). Positive to the east and
north, or towards the satellite and along flight; pixels on a map count downwards along rows. The
unit is what the bands declare, or the user says; rates become displacements by the two dates.
"""

from __future__ import annotations

import re

import numpy as np

from ...data.offsets import MAP, RADAR
from ...data.product import Band
from ...errors import GroundshiftError
from ..raster_source import describe
from .foreign import TURN_AND_SCALE, dates_for, made, pixel_sizes, plain_unit, to_metres

LOOKS_FOR = "plain GeoTIFF (*_vx.tif and *_vy.tif, east and north, range and azimuth)"
ENDINGS = (".tif", ".tiff", ".vrt")
FIRST = {
    "vx": "vy", "dx": "dy", "ew": "ns", "east": "north", "range": "azimuth", "rg": "az",
    "e": "n", "x": "y", "u": "v", "vr": "va",
}  # fmt: skip
RADAR_WORDS = ("range", "rg", "vr")
ERRORS = ("std", "err", "error", "sigma")
QUALITIES = ("corr", "correlation", "snr", "cc", "ncc")


def recognises(path) -> bool:
    """Whether it is a first component with a second one beside it."""
    return path.suffix.lower() in ENDINGS and _second(path) is not None


def _parts(stem) -> list:
    """Words and what lies between them."""
    return re.split(r"([^A-Za-z0-9]+)", stem)


def _second(path):
    """The other component, or None."""
    parts = _parts(path.stem)
    if any(word.lower() in ERRORS for word in parts):
        return None
    for place in range(len(parts) - 1, -1, -1):
        word = parts[place]
        other = FIRST.get(word.lower())
        if other is None:
            continue
        other = other.upper() if word.isupper() else other
        beside = path.with_name("".join([*parts[:place], other, *parts[place + 1 :]]) + path.suffix)
        if beside.is_file():
            return beside
    return None


def read(path, given) -> list:
    """The pair of a first component.

    Raises
    ------
    GroundshiftError
        If both differ in size, or the unit is not known.
    """
    second = _second(path)
    if second is None:
        raise GroundshiftError(
            f"{path}: the raster of the other component is not beside it; names have to differ by "
            "vx and vy, dx and dy, ew and ns, east and north, or range and azimuth."
        )
    infos = [describe(path), describe(second)]
    grid = infos[0].grid
    if infos[1].grid.shape != grid.shape or not infos[1].grid.aligned_with(grid):
        raise GroundshiftError(f"{second}: has another grid than {path.name}; warp it to that.")
    dates = dates_for(path, given)
    told = {info.unit for info in infos if info.unit}
    if given.unit and told - {given.unit}:
        known = to_metres(told.pop(), dates, pixel_sizes(grid, given), path)
        if not np.allclose(known, to_metres(given.unit, dates, pixel_sizes(grid, given), path)):
            raise GroundshiftError(
                f"{path}: declares '{infos[0].unit}' as its unit, and '{given.unit}' was given; "
                "leave the unit to the file, or mend the file."
            )
    unit = given.unit or (told.pop() if len(told) == 1 else "")
    if not unit:
        raise GroundshiftError(
            f"{path}: does not tell its unit; give it (px, m, m/yr, m/day ...), as nothing in the "
            "numbers shows it."
        )
    words = [word.lower() for word in _parts(path.stem)]
    components = RADAR if any(word in RADAR_WORDS for word in words) else MAP
    scales = to_metres(unit, dates, pixel_sizes(grid, given), path)
    if plain_unit(unit) == "px" and components == RADAR:
        scales = tuple(map(abs, scales))
    bands = [
        Band(str(file), 1, info.nodata, scale)
        for file, info, scale in zip((path, second), infos, scales)
    ]
    bands += [_beside(one, grid, ERRORS, abs(s)) for one, s in zip((path, second), scales)]
    bands += [_quality(path, grid), None]
    notes = (f"unit {unit}",)
    return [
        made(
            "pairs",
            path,
            grid,
            components,
            dates,
            given,
            bands,
            unit,
            axes=TURN_AND_SCALE,
            notes=notes,
        )
    ]


def _beside(path, grid, words, scale):
    """A band of the raster whose name has one of the words more."""
    for word in words:
        for name in (f"{path.stem}_{word}", f"{word}_{path.stem}", f"{path.stem}-{word}"):
            found = path.with_name(name + path.suffix)
            if found.is_file() and describe(found).grid.shape == grid.shape:
                return Band(str(found), 1, describe(found).nodata, scale)
    return None


def _quality(path, grid):
    """A band of the raster whose name has a word for quality in place of the component."""
    parts = _parts(path.stem)
    for place, word in enumerate(parts):
        if word.lower() not in FIRST:
            continue
        for quality in QUALITIES:
            name = "".join([*parts[:place], quality, *parts[place + 1 :]])
            found = path.with_name(name + path.suffix)
            if found.is_file() and describe(found).grid.shape == grid.shape:
                return Band(str(found), 1, describe(found).nodata)
    return None

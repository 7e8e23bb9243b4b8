# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets of other programs: where their numbers lie, and how they become ours.

Each format has a file of its own beside this one, with ``recognises(path)`` and
``read(path, given)``, which gives a list of :class:`ForeignOffsets`.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass

import numpy as np

from ...data.crs import is_geographic
from ...data.dates import DAYS_PER_YEAR, dates_in
from ...data.grid import Window
from ...data.offsets import RADAR, UNKNOWN_DATE, OffsetBlock, Offsets
from ...data.product import Band
from ...data.true_north import GroundAxes
from ...errors import GroundshiftError
from ..raster_source import open_bands

AS_THEY_ARE, TURN, TURN_AND_SCALE = range(3)
"""What is done to vectors along the map's axes; those of radar images stay as they are."""
LENGTHS = {"m": 1.0, "cm": 1e-2, "mm": 1e-3, "km": 1e3}
TIMES = {"": None, "yr": 1.0, "day": 1 / DAYS_PER_YEAR}
SPELLINGS = (
    (r"\b(metres?|meters?)\b", "m"), (r"\b(pixels?|pix)\b", "px"),
    (r"/?\s*\b(years?|yr|y|a)\b(\^?-1)?", "/yr"), (r"/?\s*\b(days?|d)\b(\^?-1)?", "/day"),
)  # fmt: skip


@dataclass(frozen=True)
class Given:
    """What the user says of files that do not say it.

    Parameters
    ----------
    reference, secondary : datetime64[D]
        NaT to look for it in the file and its name.
    platform : str
    unit : str
        Such as ``px``, ``m`` or ``m/day``; empty for what the format has.
    pixel : (float or None, float or None)
        Metres of a pixel along columns (range) and rows (azimuth).
    """

    reference: np.datetime64 = UNKNOWN_DATE
    secondary: np.datetime64 = UNKNOWN_DATE
    platform: str = ""
    unit: str = ""
    pixel: tuple = (None, None)


@dataclass(frozen=True)
class RawBand:
    """Real or imaginary parts in a file of big-endian complex numbers without a header.

    Parameters
    ----------
    path : str
    shape : (int, int)
    kind : str
        NumPy's name of the type.
    imaginary : bool
    scale : float
    """

    path: str
    shape: tuple
    kind: str = ">c8"
    imaginary: bool = False
    scale: float = 1.0

    def read(self, window: Window) -> np.ndarray:
        """A window as float32; 0 is no data."""
        data = np.memmap(self.path, self.kind, "r", shape=self.shape)[window.slices]
        values = data.imag if self.imaginary else data.real
        values = values.astype(np.float32)
        values[(data == 0) | ~np.isfinite(values)] = np.nan
        return values * np.float32(self.scale)


@dataclass(frozen=True)
class ForeignOffsets:
    """A pair of another program.

    Parameters
    ----------
    kind : str
        The format.
    offsets : Offsets
        As they will be; its path is the file that was found.
    bands : tuple of 6 Band, RawBand or None
        In the order of :func:`...data.offsets.bands_of`; their scales make metres, ours in sign.
    axes : int
        :data:`AS_THEY_ARE`, :data:`TURN` or :data:`TURN_AND_SCALE`.
    std : tuple of 2 float, optional
        In place of bands of standard deviations, metres.
    correlation_at_zero : float
        Added to the correlation's band after its scale.
    interpolated : bool
        The place of the correlation tells what was interpolated, and is no data there: that is no
        measurement, and left out.
    notes : tuple of str
    """

    kind: str
    offsets: Offsets
    bands: tuple
    axes: int = AS_THEY_ARE
    std: tuple | None = None
    correlation_at_zero: float = 0.0
    interpolated: bool = False
    notes: tuple = ()


class ForeignReader(contextlib.ExitStack):
    """Reads windows of a foreign pair as :class:`...data.offsets.OffsetBlock`."""

    def __init__(self, foreign: ForeignOffsets):
        super().__init__()
        self._foreign = foreign
        of_files = [band if isinstance(band, Band) else None for band in foreign.bands]
        # Each by itself: the bands are of several files and datasets.
        self._sources = [
            band if isinstance(band, RawBand) else self.enter_context(open_bands([of_file]))[0]
            for band, of_file in zip(foreign.bands, of_files)
        ]
        self._axes = None
        if foreign.axes != AS_THEY_ARE:
            try:
                self._axes = GroundAxes(foreign.offsets.grid, foreign.axes == TURN)
            except GroundshiftError as error:
                raise GroundshiftError(f"{foreign.offsets.path}: {error}") from error

    def read(self, window: Window) -> OffsetBlock:
        """A window in our convention."""
        stacked = np.full((6, window.height, window.width), np.nan, np.float32)
        for layer, source in zip(stacked, self._sources):
            if source is not None:
                layer[:] = source.read(window)
        if self._foreign.std is not None:
            stacked[2:4] = np.array(self._foreign.std, np.float32)[:, None, None]
        if self._axes is not None:
            stacked[:2] = self._axes.turned(window, stacked[:2])
            stacked[2:4] = self._axes.turned_std(window, stacked[2:4])
        if self._foreign.interpolated:
            stacked[:2, ~np.isfinite(stacked[4])] = np.nan
            stacked[4] = np.nan
        stacked[4] = np.clip(stacked[4] + self._foreign.correlation_at_zero, -1, 1)
        stacked[:, ~np.isfinite(stacked[:2]).all(axis=0)] = np.nan
        return OffsetBlock.of(stacked)


def dates_for(path, given: Given, own=()) -> tuple:
    """Both dates: the user's, the file's own, or those in its name or its folder's.

    Parameters
    ----------
    path : Path
    given : Given
    own : sequence of datetime64[D]
    """
    found = list(own)
    for name in (path.name, path.parent.name):
        if len(found) < 2:
            found = dates_in(name)[:2]
    found = (found + [UNKNOWN_DATE] * 2)[:2] if len(found) == 2 else [UNKNOWN_DATE] * 2
    asked = given.reference, given.secondary
    return tuple(old if np.isnat(new) else new for old, new in zip(found, asked))


def plain_unit(unit: str) -> str:
    """A unit in one spelling: ``px``, ``m``, ``m/yr`` ..."""
    text = re.sub(r"\s+per\s+", "/", unit.strip().lower())
    for words, short in SPELLINGS:
        text = re.sub(words, short, text)
    return text.replace(" ", "")


def to_metres(unit: str, dates, sizes, path) -> tuple:
    """Metres in a unit, for both components.

    Parameters
    ----------
    unit : str
        ``px``, a length, or a length by time: ``m/yr``, ``m a-1``, ``cm/day``.
    dates : tuple of datetime64[D]
        For those by time.
    sizes : (float, float)
        Of a pixel, with its sign; NaN where unknown.
    path : path
        For errors.

    Raises
    ------
    GroundshiftError
        If the unit is not known, or what it needs is not.
    """
    text = plain_unit(unit)
    if text == "px":
        if not np.isfinite(sizes).all():
            raise GroundshiftError(
                f"{path}: holds pixels, and how large they are is not known; give the pixel sizes."
            )
        return tuple(sizes)
    length, _, time = text.partition("/")
    if length not in LENGTHS or time not in TIMES:
        raise GroundshiftError(
            f"{path}: its unit '{unit}' is not understood; give the unit (px, m, m/yr, m/day ...)."
        )
    factor = LENGTHS[length]
    if TIMES[time] is not None:
        if dates[0] == dates[1]:
            raise GroundshiftError(
                f"{path}: holds rates, and both dates are {dates[0]}, so they become no "
                "displacements; give the two dates."
            )
        if np.isnat(dates[0]) or np.isnat(dates[1]):
            raise GroundshiftError(
                f"{path}: holds rates, and the two dates are not known by which they become "
                "displacements; give both dates."
            )
        days = float((dates[1] - dates[0]).astype(int))
        factor *= days / DAYS_PER_YEAR / TIMES[time]
    return factor, factor


def pixel_sizes(grid, given: Given) -> tuple:
    """Metres (or map units) of a pixel along x and y, with the grid's sign; NaN where unknown."""
    sizes = [np.nan, np.nan]
    if grid.crs:
        sizes = [grid.transform[1], grid.transform[5]]
    for n, size in enumerate(given.pixel):
        if size is not None:
            sizes[n] = size if n == 0 else -size
    return tuple(sizes)


def made(kind, path, grid, components, dates, given, bands, unit="", **others) -> ForeignOffsets:
    """A :class:`ForeignOffsets` with a platform that the user may have named.

    Raises
    ------
    GroundshiftError
        For pixels of a grid in degrees of which one size alone was given.
    """
    platform = given.platform or others.pop("platform", "")
    others.pop("platform", None)
    offsets = Offsets(path, grid, components, *dates, platform)
    if components == RADAR or not grid.crs:
        others["axes"] = AS_THEY_ARE
    elif others.get("axes") == TURN_AND_SCALE and is_geographic(grid.crs):
        sizes = [size is not None for size in given.pixel]
        if plain_unit(unit) != "px" or all(sizes):
            others["axes"] = TURN  # metres already, and not degrees
        elif any(sizes):
            raise GroundshiftError(
                f"{path}: one pixel size was given, and the grid is in degrees; give both in "
                "metres, or none."
            )
    return ForeignOffsets(kind, offsets, tuple(bands), **others)

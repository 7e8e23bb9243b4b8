# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A displacement raster whatever its unit and sign, and which of its pixels count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.grid import Grid, Window
from ...data.metric import LocalMetres
from ...data.product import Band
from ...errors import GroundshiftError, counted
from ...formats.masks import PolygonMask
from ...formats.quantities import PHASES, check_raster
from ...formats.raster_source import RasterSource, describe
from ...formats.rasters import gdal_errors
from ...formats.vectors.features import read_features, read_polygons, transformed
from ...formats.vectors.shapes import buffered

UNITS = {"mm": 1e-3, "cm": 1e-2, "m": 1.0, "rad": None}
WORDS = {
    "mm": "mm", "millimetre": "mm", "millimeter": "mm", "millimetres": "mm", "cm": "cm",
    "centimetre": "cm", "centimeter": "cm", "m": "m", "metre": "m", "meter": "m", "metres": "m",
    "meters": "m", "rad": "rad", "radian": "rad", "radians": "rad",
}  # fmt: skip
RATE_UNIT = re.compile(r"([a-z]+) ?(?:(?:/|per) ?(?:yr|year|y|a)|[ *.](?:yr|year|a)\^?-1)")
RATE_NAME = re.compile(r"_(?:yr|year|a)$")
WRAPPED = 0.02  # share of pixels in the outer tenth of the cycle


@dataclass(frozen=True)
class DisplacementSource:
    """A raster of displacement along the line of sight.

    Parameters
    ----------
    path : path
    band : int
    unit : str
        A key of :data:`UNITS`, or ``auto`` for what the raster says.
    sign : str
        ``towards`` or ``away``: values grow where the ground moves so. ``auto`` is towards for a
        displacement and away for a phase, as MintPy, ISCE, HyP3 and LiCSAR have it.
    wavelength : float or None
        Metres, for phases; what the raster says wins.
    zero_is_void : bool
    """

    path: Path
    band: int = 1
    unit: str = "auto"
    sign: str = "auto"
    wavelength: float | None = None
    zero_is_void: bool = False


def open_displacement(source: DisplacementSource, log) -> tuple:
    """The raster's grid, and a reader of windows in metres, positive towards the satellite.

    Raises
    ------
    GroundshiftError
        If the unit is not known, or the band is not there.
    """
    info = describe(source.path)
    if not 1 <= source.band <= info.bands:
        raise GroundshiftError(
            f"{source.path}: has {counted(info.bands, 'band')} and no band {source.band}; choose "
            "another."
        )
    check_raster(source.path, index=source.band, unit=source.unit, also=PHASES)
    unit = source.unit if source.unit != "auto" else _own_unit(source)
    if unit not in UNITS:
        raise GroundshiftError(
            f"{source.path}: does not say its unit; choose mm, cm, m or rad (unwrapped phase)."
        )
    sign = source.sign
    if sign == "auto":
        sign = "away" if unit == "rad" else "towards"
        log(
            f"{source.path}: values in {unit} are taken as positive {sign}"
            + (" (phase as MintPy, ISCE, HyP3 and LiCSAR have it)." if unit == "rad" else ".")
        )
    if source.unit == "auto" and _rate_of(_said(source)[0]):
        log(
            f"{source.path}: holds rates; what is found from them is that of one year, and the "
            "moment is that which builds up or goes in one."
        )
    scale = UNITS[unit] or _radian(source, info)
    nodata = (*info.nodata, 0.0) if source.zero_is_void else info.nodata
    band = Band(
        info.path, source.band, nodata, scale * (1.0 if sign == "towards" else -1.0)
    )  # fmt: skip
    reader = RasterSource(band)
    if unit == "rad":
        _check_unwrapped(reader.sample() / scale, source.path)
    return info.grid, reader


def _check_unwrapped(phase, path):
    """Refuse phases that fill a cycle to its ends and go no further."""
    known = phase[np.isfinite(phase)]
    ends = np.abs(known) > 0.9 * np.pi
    # Of wrapped phase a tenth lies there.
    if known.size and np.abs(known).max() < np.pi + 1e-3 and ends.mean() > WRAPPED:
        raise GroundshiftError(
            f"{path}: its phase goes from -pi to pi, so it is wrapped; unwrap it first (tool "
            "'Phase unwrapping')."
        )


def _own_unit(source) -> str:
    """The unit that a band says, of a rate that of its displacement in a year; '' for none."""
    unit, name = _said(source)
    unit, name = _rate_of(unit) or unit, RATE_NAME.sub("", name)
    return WORDS.get(unit) or WORDS.get(name.rsplit("_", 1)[-1] if "_" in name else "", "")


def _said(source) -> tuple:
    """Unit and name of a band, in small letters."""
    with gdal_errors() as gdal:
        dataset = gdal.Open(str(source.path))  # kept, as its bands go with it
        band = dataset.GetRasterBand(source.band)
        return (band.GetUnitType() or "").strip().lower(), band.GetDescription().lower()


def _rate_of(unit: str) -> str:
    """What moves in a year by a unit of rates, such as mm of mm/yr; '' for other units."""
    found = RATE_UNIT.fullmatch(unit)
    return found.group(1) if found else ""


def _radian(source, info) -> float:
    """Metres of displacement of one radian."""
    said = info.metadata.get("WAVELENGTH") or info.metadata.get("WAVELENGTH_METRES")
    try:
        wavelength = float(said) if said else source.wavelength
    except ValueError:
        wavelength = source.wavelength
    if not wavelength or not 0 < wavelength < 2:
        raise GroundshiftError(
            f"{source.path}: phase needs the radar's wavelength in metres; Sentinel-1 has 0.0555."
        )
    return wavelength / (4 * np.pi)


class Keep:
    """Says which pixels of a window count.

    Parameters
    ----------
    places : object with ``area``, ``left_out``, ``trace`` and ``trace_mask``
        Layers of polygons, and of the rupture; None for what is not given. No pixel counts that is
        so near to the rupture, metres.
    grid : Grid
    local : LocalMetres
    """

    def __init__(self, places, grid: Grid, local: LocalMetres):
        self._inside, self._outside = [], []
        if places.area is not None:
            self._inside.append(PolygonMask(_shapes(places.area, grid, ("polygon",)), grid))
        if places.left_out is not None:
            self._outside.append(PolygonMask(_shapes(places.left_out, grid, ("polygon",)), grid))
        if places.trace is not None and places.trace_mask > 0:
            path, layer = places.trace
            lines = read_features(path, ("line",), layer)
            buffers = _buffered(lines, places.trace_mask, grid, local)
            self._outside.append(PolygonMask(buffers, grid))

    def read(self, window: Window) -> np.ndarray:
        """Mask of a window, shape (row, column), bool."""
        keep = np.ones((window.height, window.width), bool)
        for mask in self._inside:
            keep &= mask.read(window)
        for mask in self._outside:
            keep &= ~mask.read(window)
        return keep


def _shapes(source, grid, kinds) -> list:
    path, layer = source
    return read_features(path, kinds, layer, None, grid.crs).wkb


def _buffered(lines, width, grid, local) -> list:
    metric = transformed(lines.wkb, lines.crs, local.crs, lines.path) if grid.crs else lines.wkb
    buffers = buffered(metric, width)
    return transformed(buffers, local.crs, grid.crs, lines.path) if grid.crs else buffers


def far_mask(source: tuple, cells: Grid) -> np.ndarray:
    """Cells whose middle lies in polygons of the far field, shape (row, column), bool."""
    shapes = read_polygons(*source, None, cells.crs).wkb
    return PolygonMask(shapes, cells).read(Window(0, 0, cells.rows, cells.cols))


def trace_distance(source: tuple, cells: Grid, step) -> np.ndarray:
    """Metres from the middle of cells to lines, to about a cell.

    Parameters
    ----------
    source : (path, str)
        Layer.
    cells : Grid
    step : (float, float)
        Width and height of a cell in metres.

    Raises
    ------
    GroundshiftError
        If no line crosses the cells.
    """
    from scipy.ndimage import distance_transform_edt

    lines = _shapes(source, cells, ("line",))
    crossed = PolygonMask(lines, cells, all_touched=True).read(Window(0, 0, *cells.shape))
    if not crossed.any():
        raise GroundshiftError(
            f"{source[0]}: no line lies on the displacement map; choose the right layer."
        )
    return distance_transform_edt(~crossed, sampling=(abs(step[1]), abs(step[0])))

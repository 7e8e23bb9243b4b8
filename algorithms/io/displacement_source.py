# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A displacement raster whatever its unit and sign, and which of its pixels count."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..data.grid import Grid, Window
from ..data.product import Band
from ..errors import GroundshiftError
from .fault_layers import LayerSource
from .features import read_features, read_polygons, transformed
from .masks import PolygonMask
from .metric import LocalMetres
from .quantities import PHASES, check_raster
from .raster_source import RasterSource, describe
from .rasters import gdal_errors

UNITS = {"mm": 1e-3, "cm": 1e-2, "m": 1.0, "rad": None}
WORDS = {
    "mm": "mm", "millimetre": "mm", "millimeter": "mm", "millimetres": "mm", "cm": "cm",
    "centimetre": "cm", "centimeter": "cm", "m": "m", "metre": "m", "meter": "m", "metres": "m",
    "meters": "m", "rad": "rad", "radian": "rad", "radians": "rad",
}  # fmt: skip
SIGNS = ("auto", "towards", "away")
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
            f"{source.path}: has {info.bands} band(s) and no band {source.band}; choose another."
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
    """The unit that a band says; empty where it says none."""
    with gdal_errors() as gdal:
        dataset = gdal.Open(str(source.path))  # kept, as its bands go with it
        band = dataset.GetRasterBand(source.band)
        unit, name = (band.GetUnitType() or "").strip().lower(), band.GetDescription().lower()
    return WORDS.get(unit) or WORDS.get(name.rsplit("_", 1)[-1] if "_" in name else "", "")


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


@dataclass(frozen=True)
class Places:
    """Layers that say which pixels count; None for what is not given.

    Parameters
    ----------
    area : LayerSource
        Polygons: only pixels inside.
    left_out : LayerSource
        Polygons: no pixel inside.
    trace : LayerSource
        Lines: the rupture.
    trace_mask : float
        Metres: no pixel so near to the trace.
    near, near_cell : float
        Metres: so near to the trace cells are no larger than that.
    far : LayerSource
        Polygons of the far field.
    far_from : float or None
        Metres from the middle of the deformation, where there are no polygons.
    """

    area: LayerSource | None = None
    left_out: LayerSource | None = None
    trace: LayerSource | None = None
    trace_mask: float = 0.0
    near: float = 0.0
    near_cell: float = 0.0
    far: LayerSource | None = None
    far_from: float | None = None

    def __post_init__(self):
        if self.trace is None and (self.trace_mask > 0 or self.near > 0):
            raise GroundshiftError(
                "Distances to the rupture are given and no trace; give a layer of lines."
            )
        if self.near > 0 and not self.near_cell > 0:
            raise GroundshiftError(
                "Finer cells near the rupture need their size; give it in metres."
            )


class Keep:
    """Says which pixels of a window count.

    Parameters
    ----------
    places : Places
    grid : Grid
    local : LocalMetres
    """

    def __init__(self, places: Places, grid: Grid, local: LocalMetres):
        self._inside, self._outside = [], []
        if places.area is not None:
            self._inside.append(PolygonMask(_shapes(places.area, grid, ("polygon",)), grid))
        if places.left_out is not None:
            self._outside.append(PolygonMask(_shapes(places.left_out, grid, ("polygon",)), grid))
        if places.trace is not None and places.trace_mask > 0:
            lines = read_features(places.trace.path, ("line",), places.trace.layer)
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
    return read_features(source.path, kinds, source.layer, None, grid.crs).wkb


def _buffered(lines, width, grid, local) -> list:
    from osgeo import ogr

    metric = transformed(lines.wkb, lines.crs, local.crs, lines.path) if grid.crs else lines.wkb
    with gdal_errors():
        buffers = [ogr.CreateGeometryFromWkb(shape).Buffer(width) for shape in metric]
        buffers = [bytes(shape.ExportToWkb(ogr.wkbNDR)) for shape in buffers]
    return transformed(buffers, local.crs, grid.crs, lines.path) if grid.crs else buffers


def far_mask(source: LayerSource, cells: Grid) -> np.ndarray:
    """Cells whose middle lies in polygons of the far field, shape (row, column), bool."""
    shapes = read_polygons(source.path, source.layer, None, cells.crs).wkb
    return PolygonMask(shapes, cells).read(Window(0, 0, cells.rows, cells.cols))


def trace_distance(source: LayerSource, cells: Grid, step) -> np.ndarray:
    """Metres from the middle of cells to lines, to about a cell.

    Parameters
    ----------
    source : LayerSource
    cells : Grid
    step : (float, float)
        Width and height of a cell in metres.

    Raises
    ------
    GroundshiftError
        If no line crosses the cells.
    """
    from osgeo import ogr
    from scipy.ndimage import distance_transform_edt

    lines = _shapes(source, cells, ("line",))
    with gdal_errors() as gdal:
        vector = ogr.GetDriverByName("Memory").CreateDataSource("")
        layer = vector.CreateLayer("lines", None, ogr.wkbUnknown)
        for wkb in lines:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetGeometry(ogr.CreateGeometryFromWkb(wkb))
            layer.CreateFeature(feature)
        raster = gdal.GetDriverByName("MEM").Create("", cells.cols, cells.rows, 1)
        raster.SetGeoTransform(cells.transform)
        gdal.RasterizeLayer(raster, [1], layer, burn_values=[1], options=["ALL_TOUCHED=TRUE"])
        crossed = raster.ReadAsArray().astype(bool)
    if not crossed.any():
        raise GroundshiftError(
            f"{source.path}: no line lies on the displacement map; choose the right layer."
        )
    return distance_transform_edt(~crossed, sampling=(abs(step[1]), abs(step[0])))

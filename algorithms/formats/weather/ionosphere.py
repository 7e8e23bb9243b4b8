# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of the ionosphere of a folder: rasters with a date, or a pair of dates, in their names.

``20200105_20200117.ion.tif`` holds the ionospheric part of an interferogram's phase as
split-spectrum methods give it (Gomba et al. 2016; ISCE-2's ``ion``), the second date less the
first; ``20200105.tif`` that of a date, or the electrons above it. Any grid will do; maps are laid
on the series' pixels, bilinearly.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...data.crs import is_geographic
from ...data.dates import dates_in
from ...data.grid import Grid, Window
from ...data.product import Band
from ...errors import GroundshiftError
from ..raster_source import RasterSource, describe
from ..regrid import same_crs
from ..remote import Source
from .delays import bilinear

MARGIN = 2  # values around a block
ENDINGS = (".tif", ".tiff", ".vrt", ".ion", ".img", ".grd", ".nc")


def find_maps(folder, dates) -> dict:
    """Rasters of a folder by their one or two dates, those alone that the series has.

    Raises
    ------
    GroundshiftError
        If there are none, or of dates and pairs both, or a date or pair has two.
    """
    found = {}
    known = set(np.asarray(dates, "datetime64[D]").tolist())
    for path in sorted(Path(folder).iterdir()):
        days = tuple(day.item() for day in dates_in(path.name))
        if path.suffix.lower() not in ENDINGS or len(days) not in (1, 2) or not known >= {*days}:
            continue
        if days in found:
            raise GroundshiftError(
                f"{path}: has the same dates as {found[days].name}; leave one of them there."
            )
        found[days] = path
    if not found:
        raise GroundshiftError(
            f"{folder}: holds no raster with a date of the series in its name (20200105.tif, "
            "20200105_20200117.tif); rename them or choose another folder."
        )
    if len({len(days) for days in found}) > 1:
        raise GroundshiftError(
            f"{folder}: holds maps of dates and of pairs; leave those of one kind in it."
        )
    return found


def mixing(found: dict, dates, folder) -> np.ndarray:
    """How maps make dates, shape (date, map): themselves, or the least squares of pairs.

    Raises
    ------
    GroundshiftError
        If a date has no map, or the pairs do not connect all of them.
    """
    days = np.asarray(dates, "datetime64[D]").tolist()
    if len(next(iter(found))) == 1:
        missing = [day for day in days if (day,) not in found]
        if missing:
            raise GroundshiftError(
                f"{folder}: has no map of {_names(missing)}; add it, or leave the "
                "date out of the series."
            )
        return np.array([[float(key == (day,)) for key in found] for day in days])
    design = np.array([[(day == key[1]) - float(day == key[0]) for day in days] for key in found])
    linked = np.linalg.matrix_rank(design) == len(days) - 1
    if not linked:
        used = {day for key in found for day in key}
        lost = [day for day in days if day not in used]
        which = f": {_names(lost)} are in none" if lost else ""
        raise GroundshiftError(
            f"{folder}: the pairs of its maps do not connect all dates of the series{which}; add "
            "the maps that are missing."
        )
    return np.linalg.pinv(design)


def _names(days) -> str:
    more = f" and others ({len(days)})" if len(days) > 5 else ""
    return ", ".join(f"{day:%Y%m%d}" for day in days[:5]) + more


class PlacedMap:
    """A map that can be asked at places.

    Parameters
    ----------
    path : path
    """

    def __init__(self, path):
        info = describe(path)
        if not info.grid.crs:
            raise GroundshiftError(f"{path}: the map has no CRS; assign the right one.")
        if info.grid.transform[2] or info.grid.transform[4]:
            raise GroundshiftError(f"{path}: the map is turned; warp it to a grid first.")
        self.grid, self.sources = info.grid, (Source.of(info.path),)
        self._band = Band(str(self.sources[0]), nodata=info.nodata)

    def at(self, x, y) -> np.ndarray:
        """Values at places in the map's CRS, float32; NaN off the map."""
        x0, dx, _, y0, _, dy = self.grid.transform
        col, row = (x - x0) / dx - 0.5, (y - y0) / dy - 0.5
        top, bottom = _span(row, self.grid.rows)
        left, right = _span(col, self.grid.cols)
        if bottom <= top or right <= left:
            return np.full(np.shape(x), np.nan, np.float32)
        with RasterSource(self._band) as source:
            part = source.read(Window(top, left, bottom - top, right - left))
        return bilinear(part, row - top, col - left)


def _span(places, length):
    known = places[np.isfinite(places)]
    if not known.size:
        return 0, 0
    low, high = np.floor(known.min()) - MARGIN, np.ceil(known.max()) + MARGIN
    return int(np.clip(low, 0, length)), int(np.clip(high + 1, 0, length))


class PhaseMaps:
    """Ionospheric phase of the dates of a series, on its pixels.

    Parameters
    ----------
    folder : path
    dates : ndarray of datetime64[D], shape (time,)
    grid : Grid
        Of the series.

    Attributes
    ----------
    sources : tuple of Source
        The maps, for other processes.
    """

    def __init__(self, folder, dates, grid: Grid):
        found = find_maps(folder, dates)
        kind = ("dates", "pairs")[len(next(iter(found))) - 1]
        self.about = f"{len(found)} maps of {kind}"
        self._mixing = mixing(found, dates, folder)
        self._maps = [PlacedMap(path) for path in found.values()]
        self.sources = tuple(source for placed in self._maps for source in placed.sources)
        self._grid = grid

    def read(self, rows, cols, height=None) -> np.ndarray:
        """Phase, radians, shape (time, row, column); NaN where a map is missing."""
        x, y = self._grid.xy(*np.meshgrid(rows.astype(float), cols.astype(float), indexing="ij"))
        places, values = {"": (x, y)}, []
        for placed in self._maps:
            crs = "" if same_crs(self._grid.crs, placed.grid.crs) else placed.grid.crs
            if crs not in places:
                places[crs] = _moved(self._grid.crs, crs, x, y)
            values.append(placed.at(*places[crs]))
        if len(values) == len(self._mixing) and np.array_equal(self._mixing, np.eye(len(values))):
            return np.stack(values)
        # Own loops: the same numbers on any processor.
        out = np.zeros((len(self._mixing), *x.shape))
        for weights, page in zip(self._mixing, out):
            for weight, value in zip(weights, values):
                page += weight * value
        return out.astype(np.float32)


def _moved(source: str, target: str, x, y):
    from pyproj import Transformer

    return Transformer.from_crs(source, target, always_xy=True).transform(x, y)


def electrons(folder, dates, longitude, latitude) -> np.ndarray:
    """Vertical content of electrons at places, as the maps have it (TECU).

    Parameters
    ----------
    folder : path
    dates : ndarray of datetime64[D], shape (time,)
    longitude, latitude : ndarray, shape (row, column)
        Degrees.

    Returns
    -------
    ndarray, shape (time, row, column)

    Raises
    ------
    GroundshiftError
        If a date has no map, or the maps do not cover the places.
    """
    found = find_maps(folder, dates)
    if len(next(iter(found))) == 2:
        raise GroundshiftError(
            f"{folder}: holds maps of pairs, and electrons are told by date; give maps of phase, "
            "or those of the dates."
        )
    weights, values = mixing(found, dates, folder), []
    for path in found.values():
        placed = PlacedMap(path)
        x, y = _moved("EPSG:4326", placed.grid.crs, longitude, latitude)
        if is_geographic(placed.grid.crs):
            west = placed.grid.transform[0]
            x = west + (x - west) % 360.0
        values.append(placed.at(x, y))
        if not np.isfinite(values[-1]).all():
            raise GroundshiftError(
                f"{path}: does not cover where the line of sight crosses the ionosphere, up to "
                "some hundred kilometres off the scene; take a larger map."
            )
    return np.stack(values)[weights.argmax(axis=1)]

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the pixels of radar images lie, how the radar sees them, and how far away they are."""

from __future__ import annotations

import contextlib
from functools import lru_cache

import numpy as np

from ...errors import GroundshiftError
from ...formats.hdf5.layout import grid_attributes
from ...formats.hdf5.writers import LaidOutFile
from ...formats.images._source import open_part, read_part
from ...formats.placing import _cleaned
from ...formats.raster_source import RasterSource, describe
from ...formats.regrid import on_grid
from .. import los, orbit
from ..crs import wkt_from_epsg
from ..grid import Grid, Window
from ..product import Band

SAMPLES = 7  # rows and columns of the points by which a scene is known
LAYERS = (
    "height", "incidenceAngle", "azimuthAngle", "slantRangeDistance", "shadowMask",
    "latitude", "longitude",
)  # fmt: skip
PRECISE = ("latitude", "longitude")  # a degree in 32 bits is a metre off


class Scene(contextlib.ExitStack):
    """Reads windows of a product's geometry.

    Parameters
    ----------
    product : SlcProduct
        Its grid is the whole one.
    origin : Window
        The part that is imported; windows are counted from its corner.
    height_path : path or None
        Elevation model for images with a CRS, in any grid and CRS.
    mean_height : float
        Metres, where there is no height.
    """

    def __init__(self, product, origin: Window, height_path=None, mean_height: float = 0.0):
        super().__init__()
        self.product, self.origin, self.mean_height = product, origin, mean_height
        self._sources: dict = {}
        self._model = None
        if height_path is not None and product.grid.crs:
            source = self.enter_context(RasterSource(Band(str(height_path))))
            self._model = on_grid(
                source, describe(height_path).grid, product.grid, "bilinear", height_path
            )
        self.has_height = self._model is not None or product.height is not None
        self.has_places = bool(product.grid.crs) or product.lookup is not None
        self.reference = None

    def use_orbit(self, date) -> None:
        """Take angles and ranges that no file tells from the orbit of a date."""
        self.reference = self.product.orbits[date].over(self.sample_points())

    @property
    def layers(self) -> tuple:
        """What can be told of :data:`LAYERS`."""
        product, seen = self.product, self.reference is not None
        known = {
            "height": self.has_height,
            "incidenceAngle": product.look is not None or product.incidence is not None or seen,
            "azimuthAngle": product.look is not None or product.heading is not None or seen,
            "slantRangeDistance": product.slant_range is not None or seen,
            "shadowMask": product.mask is not None,
            "latitude": product.lookup is not None,
            "longitude": product.lookup is not None,
        }
        return tuple(name for name in LAYERS if known[name])

    def read(self, window: Window) -> dict:
        """Layers of a window: those of :attr:`layers`, and ``points`` (row, column, 3).

        ``points`` are Earth-fixed and there where orbits will need them.
        """
        values, product = {}, self.product
        height = self._height(window)
        if self.has_height:
            values["height"] = height
        places = self.places(window)
        if product.lookup is not None:
            values["longitude"], values["latitude"] = places
        if product.mask is not None:
            mask = self._part(product.mask, window)
            values["shadowMask"] = np.where((mask >= 1) & (mask <= 3), mask, 0)
        if places is not None and product.orbits:
            values["points"] = orbit.ecef(*places, np.nan_to_num(height, nan=self.mean_height))
        self._look(window, places, values)
        return values

    def places(self, window: Window):
        """Longitude and latitude of a window; None where unknown."""
        if self.product.lookup is not None:
            lookup = self.product.lookup
            places = [self._part(p, window) for p in (lookup.longitude, lookup.latitude)]
            return tuple(map(_cleaned, places))
        if not self.product.grid.crs:
            return None
        rows, cols = np.mgrid[
            window.row : window.row + window.height, window.col : window.col + window.width
        ].astype(float)  # fmt: skip
        x, y = self.product.grid.xy(rows + self.origin.row, cols + self.origin.col)
        return _to_degrees(self.product.grid.crs).transform(x, y)

    def sample_points(self) -> np.ndarray:
        """Earth-fixed points all over the scene; shape (point, 3)."""
        found = []
        for row in np.linspace(0, self.origin.height - 1, SAMPLES).astype(int):
            for col in np.linspace(0, self.origin.width - 1, SAMPLES).astype(int):
                pixel = Window(int(row), int(col), 1, 1)
                lon, lat = self.places(pixel)
                height = np.nan_to_num(self._height(pixel), nan=self.mean_height)
                found.append(orbit.ecef(lon, lat, height)[0, 0])
        points = np.array([p for p in found if np.isfinite(p).all()])
        if not len(points):
            raise GroundshiftError(
                "Latitude and longitude of the images hold no places; give the right rasters."
            )
        return points

    def _height(self, window) -> np.ndarray:
        if self._model is not None:
            return self._model.read(self._moved(window)).astype(float)
        if self.product.height is not None:
            height = self._part(self.product.height, window)
            return np.where(np.abs(height) < 1e4, height, np.nan)
        return np.full((window.height, window.width), np.nan)

    def _moved(self, window) -> Window:
        return Window(
            window.row + self.origin.row, window.col + self.origin.col, window.height, window.width
        )

    def _part(self, part, window) -> np.ndarray:
        if part not in self._sources:
            self._sources[part] = self.enter_context(open_part(part))
        return read_part(part, self._moved(window), self._sources[part])

    def _look(self, window, places, values) -> None:
        """Incidence, azimuth and range of a window: from files, else from the orbit."""
        product, shape = self.product, (window.height, window.width)
        look = None
        if product.look is not None:
            first, second = (self._part(p, window) for p in product.look)
            if product.look_kind == "incidence_azimuth":
                void = (first == 0) & (second == 0)
                first, second = (np.where(void, np.nan, v) for v in (first, second))
                los.checked_incidence(first)
                values["incidenceAngle"], values["azimuthAngle"] = first, second
            else:
                void = (first == 0) & (second == 0) | (first**2 + second**2 >= 1)
                first, second = (np.where(void, np.nan, v) for v in (first, second))
                look = los.LineOfSight(first, second, np.sqrt(1 - first**2 - second**2))
        if self.reference is not None and "points" in values:
            points = values["points"].reshape(-1, 3)
            ranges, times = self.reference.ranges(points)
            values["ranges"] = values["slantRangeDistance"] = ranges.reshape(shape)
            if product.look is None:
                positions, _ = self.reference.states(times)
                parts = orbit.look_components(
                    places[0].ravel(), places[1].ravel(), points, positions
                )
                look = los.LineOfSight(*(parts[:, k].reshape(shape) for k in range(3)))
        elif product.slant_range is not None:
            near, step = product.slant_range
            columns = window.col + self.origin.col + np.arange(window.width)
            values["slantRangeDistance"] = np.broadcast_to(near + step * columns, shape)
        if look is not None:
            values["incidenceAngle"], values["azimuthAngle"] = look.incidence, look.azimuth
        if "incidenceAngle" not in values and product.incidence is not None:
            values["incidenceAngle"] = np.full(shape, los.checked_incidence(product.incidence))
        if "azimuthAngle" not in values and product.heading is not None:
            left = product.attributes.get("ANTENNA_SIDE") == "1"
            azimuth = los.from_incidence_heading(45.0, product.heading, left).azimuth
            values["azimuthAngle"] = np.full(shape, azimuth)


@lru_cache(maxsize=8)
def _to_degrees(crs):
    from pyproj import Transformer

    return Transformer.from_crs(crs, wkt_from_epsg(4326), always_xy=True)


def geometry_writer(path, grid: Grid, names, attributes) -> LaidOutFile:
    """A geometry file in MintPy's layout, to be filled by windows.

    ``geometryGeo.h5`` where the grid has a CRS, else ``geometryRadar.h5``; the places of pixels in
    double precision.
    """
    datasets = {n: (grid.shape, np.float64 if n in PRECISE else np.float32) for n in names}
    values = {**attributes, **grid_attributes(grid), "FILE_TYPE": "geometry", "UNIT": "1"}
    return LaidOutFile(path, datasets, {}, values)


def baselines_of(product, scene: Scene | None) -> tuple[dict, str]:
    """Perpendicular baselines of the dates against the first, and where they come from.

    Parameters
    ----------
    product : SlcProduct
    scene : Scene or None

    Returns
    -------
    dict of datetime64[D] to float
        Empty where unknown.
    str
        For the log.
    """
    dates = product.dates
    if product.baselines:
        missing = [date for date in dates if date not in product.baselines]
        if not missing:
            first = product.baselines[dates[0]]
            return {d: product.baselines[d] - first for d in dates}, "from the files"
    if not all(date in product.orbits for date in dates):
        return {}, "unknown"
    if scene is not None and scene.has_places:
        points = scene.sample_points()
    elif product.center is not None:
        points = orbit.ecef(*product.center)[np.newaxis]
    else:
        return {}, "unknown"
    passes = {date: product.orbits[date].over(points) for date in dates}
    # Of the point nearest to the middle of all.
    middle = points[np.argmin(np.linalg.norm(points - points.mean(axis=0), axis=1))]
    found = {
        d: orbit.perpendicular_baseline(passes[dates[0]], passes[d], middle) for d in dates
    }  # fmt: skip
    return found, "computed from the orbits"

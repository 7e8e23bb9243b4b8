# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From the map of gradients: their size, and candidates of slow slides as polygons.

All of it is made of components that lie on the map already: the size of a gradient between two
pixels is not the mean of their sizes.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import numpy as np

from ...data.grid import Grid, Window
from ...data.product import Band
from ...errors import GroundshiftError
from ...formats.elevation import Elevation
from ...formats.ground_slope import GroundSlope
from ...formats.raster_source import RasterSource, describe
from ...formats.rasters import small_cache
from ...formats.vectors.features import Features, write_polygons
from ...formats.vectors.shapes import ground_areas, united
from ...formats.vectors.wkb import polygon_wkb
from ...outputs import Layer
from ..phase_gradients import magnitude_of
from ..slow_slides import Scene, mean_motion, patches

SAMPLED_LINES = 200  # rows of the map that tell what is typical
MOST_PIXELS = 20_000_000  # of candidates in all
CERTAIN = (2.0, 1.5, 1.0)  # times the least ratio that make quality 1, 2, 3


@dataclass(frozen=True)
class Result:
    """The map of gradients.

    Parameters
    ----------
    path : path
        Raster with the components, then their errors; mm/yr/km.
    directions : int
    sides : (int, int)
        Rows and columns of the window, in pixels of the stack.
    pixel : (float, float)
        Metres of these.
    """

    path: object
    directions: int
    sides: tuple
    pixel: tuple

    @property
    def window_m2(self) -> float:
        """Ground of a window."""
        return float(np.prod(self.sides) * np.prod(self.pixel))


@dataclass(frozen=True)
class Found:
    """What was found."""

    scene: Scene
    count: int
    area_km2: float


class _Reader(contextlib.ExitStack):
    """East, north and their errors, by windows of the map."""

    def __init__(self, result: Result):
        super().__init__()
        info = describe(result.path)
        n = result.directions
        self.grid = info.grid
        self._bands = [
            self.enter_context(RasterSource(Band(str(result.path), k + 1, info.nodata)))
            for k in (0, 1, n, n + 1)
        ]

    def read(self, window: Window) -> np.ndarray:
        """Shape (4, row, column), 1/yr."""
        return 1e-6 * np.stack([band.read(window) for band in self._bands]).astype(float)


def find_candidates(result: Result, chosen, outputs, job) -> Found:
    """Write size, detection ratio and candidates; see :mod:`.gradientstack`."""
    with small_cache(), _Reader(result) as reader:
        grid = reader.grid
        lines = np.unique(np.linspace(0, grid.rows - 1, SAMPLED_LINES).astype(int))
        rows = [reader.read(Window(int(row), 0, 1, grid.cols))[:, 0] for row in lines]
        scene = Scene.of(np.concatenate(rows, axis=1))
        job.note(
            f"The scene as a whole has a gradient of {1e6 * scene.east:+.3f} and "
            f"{1e6 * scene.north:+.3f} mm/yr/km, which candidates have to exceed; its noise is "
            f"{scene.excess:.2f} times what the standard deviations say."
        )
        layers = {
            "MAGNITUDE": Layer(
                (("gradient_mm_yr_km", "mm/yr/km"), ("gradient_std_mm_yr_km", "mm/yr/km")), 1e6
            ),
            "DETECTION": Layer((("detection_ratio",),)),
        }
        places, kept = [], 0

        def write(window, block):
            nonlocal kept
            size, std, ratio, above = block
            rasters.write(window, {
                "MAGNITUDE": np.stack([size, std]).astype(np.float32),
                "DETECTION": ratio.astype(np.float32),
            })  # fmt: skip
            row, col = np.nonzero(above > chosen.ratio)
            places.append((row + window.row, col + window.col, above[row, col]))
            kept += len(row)
            if kept > MOST_PIXELS:
                raise GroundshiftError(
                    f"More than {MOST_PIXELS:,} pixels exceed the detection ratio of "
                    f"{chosen.ratio:g}; give a larger one (RATIO)."
                )

        with outputs.rasters(layers, grid) as rasters:
            job.here().part(0.0, 0.7).blocks(
                lambda block: (*magnitude_of(block), scene.ratio(block)), reader.read, write, grid,
                120.0,
            )  # fmt: skip
        rows, cols, ratio = (np.concatenate(part) for part in zip(*places))
        if not outputs.wanted("CANDIDATES"):
            return Found(scene, 0, 0.0)
        return _candidates(result, reader, scene, (rows, cols, ratio), chosen, outputs, job)


def _candidates(result, reader, scene, above, chosen, outputs, job) -> Found:
    grid, (rows, cols, ratio) = reader.grid, above
    cell = _cell_m2(grid, result)
    least = max(1, int(np.ceil(max(chosen.least_area, result.window_m2) / cell)))
    shapes, columns, flat = [], [], 0
    with contextlib.ExitStack() as files:
        slope = None
        if chosen.dem is not None:
            slope = GroundSlope(files.enter_context(Elevation(chosen.dem)), chosen.window)
        for group in patches(rows, cols, least):
            job.check()
            patch = _Patch(grid, rows[group], cols[group], result)
            steep = np.nan if slope is None else _slope(slope, grid, rows[group], cols[group])
            if steep < chosen.least_slope:
                flat += 1
                continue
            shapes.append(patch.outline())
            columns.append({**patch.numbers(reader, scene, cell), "slope_deg": steep,
                            "ratio": float(ratio[group].max())})  # fmt: skip
    if flat:
        job.note(
            f"{flat} places below {chosen.least_slope:g} degrees or without height are no slides."
        )
    areas = 1e6 * _areas(grid, shapes, columns, cell)
    _write(outputs, grid, shapes, columns, areas, chosen)
    job.note(f"{len(shapes)} candidates of slow slides.")
    if shapes:
        job.warn(
            "A candidate is a place whose rate differs from its surroundings: a slide, but also "
            "subsidence, a dump, an error of the elevation model under baselines that drift, or a "
            "seam of bursts. Look at them before they enter an inventory."
        )
    return Found(scene, len(shapes), float(areas.sum()) / 1e6)


def _cell_m2(grid: Grid, result: Result) -> float:
    """Square metres of a pixel of the map, in its middle."""
    if not grid.crs:
        return float(np.prod(result.pixel))
    from ...data.metric import pixel_size_m

    return float(np.prod(pixel_size_m(grid)))


class _Patch:
    """A group of pixels with what it encloses."""

    def __init__(self, grid, rows, cols, result):
        from scipy.ndimage import binary_fill_holes

        self._grid, self._result = grid, result
        self._top, self._left = int(rows.min()), int(cols.min())
        mask = np.zeros((rows.max() - self._top + 1, cols.max() - self._left + 1), bool)
        mask[rows - self._top, cols - self._left] = True
        self.mask = binary_fill_holes(mask)

    def outline(self) -> bytes:
        """The pixels' own corners, as WKB."""
        runs = []
        for row, line in enumerate(self.mask):
            ends = np.flatnonzero(np.diff(np.concatenate([[0], line.astype(np.int8), [0]])))
            for first, last in ends.reshape(-1, 2):
                runs.append((row, first, last))
        return united([polygon_wkb([self._box(*run)]) for run in runs])

    def _box(self, row, first, last):
        row, first, last = row + self._top - 0.5, first + self._left - 0.5, last + self._left - 0.5
        down, across = row + np.array([0, 0, 1, 1, 0]), np.array([first, last, last, first, first])
        return np.stack(self._grid.xy(down, across), axis=1)

    def numbers(self, reader, scene, cell) -> dict:
        """Mean rate by what the gradients of the patch and of a window around add up to."""
        grid = self._grid
        size = self._result.pixel[0] * self._result.pixel[1]
        rim = [max(1, round(side / 2 * np.sqrt(size / cell))) for side in self._result.sides]
        top, left = max(0, self._top - rim[0]), max(0, self._left - rim[1])
        bottom = min(grid.rows, self._top + self.mask.shape[0] + rim[0])
        right = min(grid.cols, self._left + self.mask.shape[1] + rim[1])
        window = Window(top, left, bottom - top, right - left)
        values = reader.read(window)
        inside = np.zeros(values.shape[1:], bool)
        row, col = self._top - top, self._left - left
        inside[row : row + self.mask.shape[0], col : col + self.mask.shape[1]] = self.mask
        near = _dilated(inside, rim)
        places = _metres(grid, window, near, inside, self._result)
        gradient = values[:2, near] - np.array([[scene.east], [scene.north]])
        independent = float(np.prod(self._result.sides)) * size / cell
        volume, error = mean_motion(
            gradient, scene.excess * values[2:, near], places, cell, independent
        )
        area = self.mask.sum() * cell
        largest = np.hypot(*(values[:2, inside] - np.array([[scene.east], [scene.north]])))
        return {
            "pixels": int(self.mask.sum()), "mean_mm_yr": 1e3 * volume / area,
            "std_mm_yr": 1e3 * error / area, "gradient": 1e6 * float(np.nanmax(largest)),
        }  # fmt: skip


def _dilated(mask, rim):
    from scipy.ndimage import maximum_filter

    return maximum_filter(mask, (2 * rim[0] + 1, 2 * rim[1] + 1))


def _metres(grid, window, near, inside, result) -> np.ndarray:
    """Places of pixels east and north of a patch's middle, shape (pixel, 2)."""
    rows, cols = np.nonzero(near)
    x, y = grid.xy(rows + window.row, cols + window.col)
    middle = [np.mean(part) for part in np.nonzero(inside)]
    x0, y0 = grid.xy(middle[0] + window.row, middle[1] + window.col)
    if not grid.crs:
        return np.stack([(x - x0) * result.pixel[1], (y - y0) * result.pixel[0]], axis=1)
    from ...data.metric import LocalMetres

    return LocalMetres(grid.crs, x0, y0).of(grid.crs, x, y)


def _slope(slope, grid, rows, cols) -> float:
    """Mean slope of pixels in degrees; -1 where there is no height."""
    gradient = slope.at(grid.crs, *grid.xy(rows, cols))
    steep = np.degrees(np.arctan(np.hypot(*gradient)))
    return float(np.nanmean(steep)) if np.isfinite(steep).any() else -1.0


def _areas(grid, shapes, columns, cell) -> np.ndarray:
    """Square kilometres on the ellipsoid, or by the pixels in radar coordinates."""
    if not shapes:
        return np.zeros(0)
    if not grid.crs:
        return np.array([row["pixels"] for row in columns]) * cell / 1e6
    return ground_areas(Features(crs=grid.crs, wkb=shapes, columns={}, path="candidates"))


def _write(outputs, grid, shapes, columns, areas, chosen) -> None:
    def column(name, digits):
        return np.round(np.array([row[name] for row in columns], float), digits)

    ratio = column("ratio", 2)
    quality = np.full(len(shapes), 4)
    for level in (3, 2, 1):
        quality[ratio >= chosen.ratio * CERTAIN[level - 1]] = level
    rate = column("mean_mm_yr", 3)
    way = np.where(rate > 0, "towards", "away").astype(object)
    fields = {
        "area_id": np.arange(1, len(shapes) + 1), "area_m2": np.round(areas, 1),
        "mean_mm_yr": rate, "std_mm_yr": column("std_mm_yr", 3), "direction": way,
        "gradient_mm_yr_km": column("gradient", 2), "detection_ratio": ratio, "quality": quality,
        "slope_deg": column("slope_deg", 1),
    }  # fmt: skip
    write_polygons(outputs.path("CANDIDATES"), grid.crs, shapes, fields, "slide_candidates")
    outputs.look("CANDIDATES", limits=float(np.abs(rate).max(initial=0.0)) or None)

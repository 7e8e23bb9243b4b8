# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A lake's water on a grid, and sums over points of motion that tell how it weighs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.crs import is_geographic
from ...data.grid import Grid, Window
from ...data.los import from_incidence_heading
from ...data.metric import LocalMetres, pixel_size_m
from ...data.point_columns import LOS, UP
from ...data.product import Band
from ...errors import GroundshiftError, counted
from ...formats.map_grid import MapGrid, make_grid
from ...formats.masks import PolygonMask
from ...formats.raster_source import RasterSource, describe
from ...formats.regrid import on_grid
from ...formats.vectors.features import read_polygons
from ..loads import sunk, waves_between

FINER = 4  # cells of the shore in one of the grid, along a side
MOST_CELLS = 4_000_000
CELLS = 250  # along the longer side, where no cell is given
PLATE_CELLS = 6  # of the viscous response, in the plate's length
LEAST_POINTS = 20
WIDEST_DEGREES = 3.0


@dataclass(frozen=True)
class Lake:
    """Water on a grid.

    Parameters
    ----------
    grid : Grid
    water : ndarray, shape (row, column)
        Metres of water by metre of level.
    dx, dy : float
        Size of a cell, metres.
    """

    grid: Grid
    water: np.ndarray
    dx: float
    dy: float

    @property
    def area(self) -> float:
        """Square metres, each counted by its height."""
        return float(self.water.sum() * self.dx * self.dy)

    def coarse(self, length: float) -> tuple[np.ndarray, int]:
        """The water in cells that a plate of this length does not tell apart, and their size."""
        step = max(1, int(length / PLATE_CELLS / max(self.dx, self.dy)))
        return _means(self.water, step), step

    def sunk(self, plate, weights, k) -> np.ndarray:
        """Upward motion by waves that have sunk in, on the lake's own grid."""
        water, step = self.coarse(plate.length)
        up = sunk(water, self.dx * step, self.dy * step, k, weights)
        if step == 1:
            return up
        from scipy.interpolate import RectBivariateSpline

        rows, cols = ((np.arange(size) + 0.5) * step - 0.5 for size in up.shape)
        degree = [min(3, size - 1) for size in up.shape]
        spline = RectBivariateSpline(rows, cols, up, kx=degree[0], ky=degree[1], s=0)
        return spline(np.arange(self.grid.rows), np.arange(self.grid.cols))

    def reach(self) -> float:
        """Largest distance on the grid, metres."""
        return float(np.hypot(self.grid.cols * self.dx, self.grid.rows * self.dy))


def _means(values, step):
    rows, cols = (-(-size // step) for size in values.shape)
    padded = np.zeros((rows * step, cols * step))
    padded[: values.shape[0], : values.shape[1]] = values
    return padded.reshape(rows, step, cols, step).mean(axis=(1, 3))


def read_lake(chosen, job) -> Lake:
    """The load that is asked for, on a grid around it.

    Raises
    ------
    GroundshiftError
        If it has no CRS or no water, or the grid would be too large.
    """
    if chosen.shoreline is not None:
        shapes = read_polygons(*chosen.shoreline)
        for text in shapes.notes():
            job.note(text)
        from ...formats.vectors.shapes import envelopes

        crs, boxes = shapes.crs, np.array(envelopes(shapes.wkb))
        bounds = [boxes[:, 0].min(), boxes[:, 2].min(), boxes[:, 1].max(), boxes[:, 3].max()]
        where = shapes.path
    else:
        from ...formats.common_grid import grid_bounds

        info = describe(chosen.load)
        crs, bounds, where = info.grid.crs, list(grid_bounds(info.grid)), chosen.load
    if not crs:
        raise GroundshiftError(f"{where}: has no CRS, so nobody knows its size; set one.")
    grid = _grid_around(chosen, crs, bounds)
    dy, dx = pixel_size_m(grid)
    if chosen.shoreline is not None:
        x0, width, _, y0, _, height = grid.transform
        fine = Grid(
            grid.rows * FINER, grid.cols * FINER,
            (x0, width / FINER, 0.0, y0, 0.0, height / FINER), crs,
        )  # fmt: skip
        mask = PolygonMask(shapes.wkb, fine).read(Window(0, 0, fine.rows, fine.cols))
        water = _means(mask.astype(float), FINER)
    else:
        water = _raster_on(chosen.load, info, grid)
    if not np.abs(water).max() > 0:
        raise GroundshiftError(f"{where}: holds no water; give a shoreline or heights of a load.")
    if is_geographic(crs) and grid.rows * abs(grid.transform[5]) > WIDEST_DEGREES:
        job.warn(
            f"The grid is more than {WIDEST_DEGREES:g} degrees high, and its cells are taken as "
            "wide as in its middle; give a shoreline in a projected CRS."
        )
    return Lake(grid, water, dx, dy)


def _grid_around(chosen, crs, bounds) -> Grid:
    middle = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
    local = LocalMetres(crs, *middle)
    corners = local.of(crs, np.array(bounds)[[0, 2, 0, 2]], np.array(bounds)[[1, 1, 3, 3]])
    room = 1e3 * chosen.margin
    size = np.ptp(corners, axis=0)
    # Units of the map by metre, along both of its axes.
    scale = np.array([bounds[2] - bounds[0], bounds[3] - bounds[1]]) / np.maximum(size, 1e-9)
    wide = [
        bounds[0] - room * scale[0], bounds[1] - room * scale[1],
        bounds[2] + room * scale[0], bounds[3] + room * scale[1],
    ]  # fmt: skip
    cell = chosen.cell or max(float((size + 2 * room).max()) / CELLS, 1.0)
    if np.prod((size + 2 * room) / cell) > MOST_CELLS:
        chosen.refuse(
            "cell", f"{cell:g} m make more than {MOST_CELLS / 1e6:g} million cells; take "
            f"{np.sqrt(np.prod(size + 2 * room) / MOST_CELLS) * 1.05:.0f} m or more, or a smaller "
            "margin.",
        )  # fmt: skip
    return make_grid(MapGrid(None, crs, tuple(wide), cell), corners, local, crs)


def _raster_on(path, info, grid):
    """Heights of a raster in the cells of a grid, metres; nothing beyond it."""
    fine = max(1, int(np.ceil(max(
        abs(grid.transform[1] / info.grid.transform[1]),
        abs(grid.transform[5] / info.grid.transform[5]),
    )))) if grid.crs == info.grid.crs else FINER  # fmt: skip
    fine = min(fine, 16)
    x0, width, _, y0, _, height = grid.transform
    part = Grid(grid.rows * fine, grid.cols * fine,
                (x0, width / fine, 0.0, y0, 0.0, height / fine), grid.crs)  # fmt: skip
    with RasterSource(Band(str(path), 1, info.nodata)) as source:
        reader = on_grid(source, info.grid, part, path=path)
        values = reader.read(Window(0, 0, part.rows, part.cols))
    return _means(np.nan_to_num(np.asarray(values, float)), fine)


class MotionSums:
    """What is needed of points with series, taken in part by part.

    Parameters
    ----------
    lake : Lake
    fields : ndarray, shape (3, row, column)
        Elastic response, see :func:`..loads.elastic_response`.
    dates : ndarray of datetime64[D]
    """

    def __init__(self, lake: Lake, fields, dates):
        self._lake, self._fields = lake, fields
        self.dates = dates
        self.count, self.gaps, self.outside = 0, 0, 0
        self._products = np.zeros((4, 4))
        self._motion = np.zeros((4, len(dates)))
        self._cells = np.zeros((4, *lake.grid.shape))

    def add(self, rows, crs, look_of) -> None:
        """Take in some points; `look_of(rows)` gives east, north and up of the line of sight."""
        row, col, inside = self._place(rows, crs)
        whole = np.isfinite(rows.series).all(axis=0)
        self.outside += int((~inside).sum())
        self.gaps += int((inside & ~whole).sum())
        keep = inside & whole
        if not keep.any():
            return
        row, col = row[keep], col[keep]
        look = [np.broadcast_to(part, keep.shape)[keep] for part in look_of(rows)]
        response = _along(look, self._fields, row, col)
        ones = np.ones(len(row))
        terms = np.stack([ones, col / self._lake.grid.cols, row / self._lake.grid.rows, response])
        self.count += len(row)
        self._products += terms @ terms.T
        self._motion += terms @ rows.series.T[keep].astype(float)
        place = np.round(row).astype(int), np.round(col).astype(int)
        # The viscous motion is smooth: what points of a cell see of it is the same.
        for k in range(4):
            np.add.at(self._cells[k], place, terms[k] * look[2])

    def _place(self, rows, crs):
        """Rows and columns of points on the map, and which of them lie on it."""
        x, y = rows.x, rows.y
        if crs != self._lake.grid.crs:
            from pyproj import Transformer

            to = Transformer.from_crs(crs, self._lake.grid.crs, always_xy=True)
            x, y = to.transform(rows.x, rows.y)
        x0, width, _, y0, _, height = self._lake.grid.transform
        col, row = (x - x0) / width - 0.5, (y - y0) / height - 0.5
        with np.errstate(invalid="ignore"):
            inside = (row > 0) & (row < self._lake.grid.rows - 1)
            inside &= (col > 0) & (col < self._lake.grid.cols - 1)
        return row, col, inside

    def along(self, rows, crs, look_of, fields) -> np.ndarray:
        """Fields (east, north, up) along the line of sight of points; NaN beyond the map."""
        row, col, inside = self._place(rows, crs)
        out = np.full(len(rows), np.nan)
        look = [np.broadcast_to(part, inside.shape)[inside] for part in look_of(rows)]
        out[inside] = _along(look, fields, row[inside], col[inside])
        return out

    def sizes(self) -> np.ndarray:
        """Size of the elastic pattern in the motion of each date, 1/Pa times metres.

        An offset and a plane of each date are fitted beside it.

        Raises
        ------
        GroundshiftError
            If there are too few points, or the load does nothing at them that a plane does not.
        """
        if self.count < LEAST_POINTS:
            raise GroundshiftError(
                f"Only {counted(self.count, 'point')} with values on all dates lie on the map "
                f"({self.outside} are outside of it, {self.gaps} have gaps), and {LEAST_POINTS} "
                "are needed; give others, or a larger margin (MARGIN)."
            )
        plane = np.linalg.lstsq(self._products[:3, :3], self._products[:3, 3], rcond=None)[0]
        left = self._products[3, 3] - plane @ self._products[:3, 3]
        if not left > 1e-6 * self._products[3, 3]:
            raise GroundshiftError(
                "The load's effect at the points is a plane, as errors of orbits are; give points "
                "nearer to the shore."
            )
        self._pattern = np.append(-plane, 1.0) / left
        return self._pattern @ self._motion

    def viscous_sizes(self, plate, k, weights, sunk_in) -> np.ndarray:
        """Size of the same pattern in viscous motion.

        Parameters
        ----------
        plate : Plate
        k, weights : ndarray, shape (wavenumber,)
        sunk_in : ndarray, shape (wavenumber, time)
            Metres of level, of each wave by date.
        """
        if not hasattr(self, "_waves"):
            water, step = self._lake.coarse(plate.length)
            pattern = np.tensordot(self._pattern, self._cells, axes=1)
            # Sums over cells, not means.
            sums = _means(pattern, step) * step**2
            self._waves = waves_between(sums, water, self._lake.dx * step, self._lake.dy * step, k)
        return -(self._waves * weights) @ sunk_in


def _along(look, fields, row, col):
    """East, north and up between the cells of a map, along lines of sight."""
    from scipy.ndimage import map_coordinates

    return sum(
        part * map_coordinates(field, [row, col], order=1) for part, field in zip(look, fields)
    )


def look_function(chosen, source, job):
    """What gives the line of sight of rows of points, (east, north, up).

    Raises
    ------
    GroundshiftError
        If nothing tells it.
    """
    if source.component not in (LOS, ""):
        if source.component == UP:
            return lambda rows: (0.0, 0.0, 1.0)
        raise GroundshiftError(
            f"{source.name}: holds motion to the east; give the vertical one, or a line of sight."
        )
    given = chosen.incidence, chosen.heading
    if given[0] == 0:
        return lambda rows: (0.0, 0.0, 1.0)
    scene = source.scene_look
    if None not in given:
        los = from_incidence_heading(*given)
        job.note(f"Line of sight: {los.east:.3f} east, {los.north:.3f} north, {los.up:.3f} up.")
        return lambda rows: (los.east, los.north, los.up)

    def look_of(rows):
        names = ("los_east", "los_north", "los_up")
        if all(name in rows.columns for name in names):
            return tuple(rows.columns[name] for name in names)
        if {"incidence", "heading"} <= set(rows.columns):
            los = from_incidence_heading(rows.columns["incidence"], rows.columns["heading"])
            return los.east, los.north, los.up
        if scene:
            los = from_incidence_heading(scene[0], scene[1], bool(scene[2]))
            return los.east, los.north, los.up
        chosen.refuse(
            ("incidence", "heading"), "nothing tells the line of sight of these points; give "
            "both angles, or an incidence of 0 where the motion is vertical.",
        )  # fmt: skip

    return look_of

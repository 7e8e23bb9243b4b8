# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A landslide planted on real relief: two shaded images and two elevation models.

Hills of Latium (SRTM) with cells taken as 10 m and slopes kept. The slide is a block over a smooth
base; what is rough on it goes along with it, and its mass is conserved exactly.
"""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.formats.rasters import BandInfo, read_raster, write_raster
from groundshift.algorithms.formats.vectors.features import write_polygons
from groundshift.algorithms.formats.vectors.wkb import polygon_wkb
from scipy.ndimage import gaussian_filter, map_coordinates

UTM = wkt_from_epsg(32633)
CELL, CELLS, REAL = 10.0, 520, 85.0
GRID = Grid(CELLS, CELLS, (500000.0, CELL, 0.0, 4700000.0, 0.0, -CELL), UTM)
ROW, COL = 260.0, 260.0  # middle of the slide
LONG, WIDE, DEEP = 150.0, 90.0, 60.0  # half axes in cells, metres
FAST, YEARS = 8.0, 3.0  # metres a year
NOISE = 0.3  # metres, of each elevation model
MOVED = 4.0, -3.0, 1.5  # metres east, north and up, of the later elevation model


class RealSlide:
    """What is true.

    Parameters
    ----------
    tile : path
    corner : (int, int)
        Row and column of the piece.
    """

    def __init__(self, tile, corner=(480, 600)):
        row, col = corner
        height = read_raster(tile)[1][0, row : row + CELLS, col : col + CELLS].astype(float)
        self.surface = height * (CELL / REAL)
        smooth = gaussian_filter(self.surface, 40.0)
        down, across = (float(g[int(ROW), int(COL)]) for g in np.gradient(smooth))
        self.way = -np.array([down, across]) / np.hypot(down, across)  # downhill, (row, column)
        self.row, self.col = np.indices(self.surface.shape, dtype=float)
        body = DEEP * np.clip(1 - self.inside(self.row, self.col), 0, None)
        rough = self.surface - gaussian_filter(self.surface, 15.0)
        self.thickness = np.maximum(body + np.clip(12 * body / DEEP, 0, 1) * rough, 0.0)
        self.base = self.surface - self.thickness
        self.later = self.base + self._carried()

    def inside(self, row, col):
        """Square of the distance from the middle, 1 at the outline."""
        down, across = row - ROW, col - COL
        along = down * self.way[0] + across * self.way[1]
        side = across * self.way[0] - down * self.way[1]
        return (along / LONG) ** 2 + (side / WIDE) ** 2

    def cells(self, row, col):
        """Motion between the images in cells, slower near the outline."""
        return FAST * YEARS / CELL * np.clip(1 - self.inside(row, col) ** 3, 0, None)

    def _carried(self):
        """Thickness after the motion: where it came from, times how the ground was drawn apart."""
        row, col = self.row.copy(), self.col.copy()
        for _ in range(60):
            step = self.cells(row, col)
            row, col = self.row - step * self.way[0], self.col - step * self.way[1]
        (a, b), (c, d) = np.gradient(row), np.gradient(col)
        return map_coordinates(self.thickness, [row, col], order=3) * np.abs(a * d - b * c)

    @property
    def volume(self):
        """Cubic metres."""
        return float(self.thickness.sum()) * CELL**2

    def write(self, folder, seed=0):
        """Images ``20200701_a.tif`` and ``20230701_b.tif``, ``before``, ``after``, ``slides``."""
        rng = np.random.default_rng(seed)
        for name, height in (("20200701_a", self.surface), ("20230701_b", self.later)):
            down, across = np.gradient(height, CELL)
            light = (1 + down - across) / np.sqrt(1 + down**2 + across**2)
            light = light + 0.005 * rng.normal(size=light.shape)
            shaded = np.round(np.clip(147 * light, 1, 255)).astype(np.float32)
            write_raster(folder / f"{name}.tif", GRID, shaded, [BandInfo("shade", "")])
        moved = [self.row - MOVED[1] / -CELL, self.col - MOVED[0] / CELL]
        later = map_coordinates(self.later, moved, order=3, mode="nearest") + MOVED[2]
        for name, height in (("before", self.surface), ("after", later)):
            height = (height + NOISE * rng.normal(size=height.shape)).astype(np.float32)
            write_raster(folder / f"{name}.tif", GRID, height, [BandInfo("height_m", "m")])
        turn = np.linspace(0, 2 * np.pi, 121)
        along, side = LONG * np.cos(turn), WIDE * np.sin(turn)
        rows = ROW + 0.5 + along * self.way[0] - side * self.way[1]
        cols = COL + 0.5 + along * self.way[1] + side * self.way[0]
        x0, _, _, y0, _, _ = GRID.transform
        ring = np.column_stack([x0 + CELL * cols, y0 - CELL * rows])
        write_polygons(
            folder / "slides.gpkg", UTM, [polygon_wkb([ring])],
            {"name": np.array(["planted"], object)},
        )  # fmt: skip
        return folder

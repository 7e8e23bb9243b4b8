# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the pixels of a raster lie."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import GroundshiftError

TILE_ROWS, TILE_COLS = 64, 256  # of the GeoTIFFs that we write
SHALLOW_ROWS = 4  # of windows of what lies row after row; a divisor of those of tiles
METRES_PER_DEGREE = 111_320.0  # of latitude

# One block is read, one waits, one is computed, one is written.
BLOCKS_IN_FLIGHT = 4
# Larger blocks gain no speed and make progress and cancelling sluggish.
MOST_PIXELS = 1 << 18
# A hundred times a whole Sentinel-1 scene; virtual rasters can claim any size.
MOST_SCENE = 1 << 36


@dataclass(frozen=True)
class Window:
    """A rectangle of pixels: first row and column, height and width."""

    row: int
    col: int
    height: int
    width: int

    @property
    def slices(self) -> tuple[slice, slice]:
        """The rows and columns as slices of a (row, column) array."""
        return (
            slice(self.row, self.row + self.height),
            slice(self.col, self.col + self.width),
        )

    @property
    def size(self) -> int:
        """Number of pixels."""
        return self.height * self.width


@dataclass(frozen=True)
class Grid:
    """The size, place and coordinate system of a raster.

    Parameters
    ----------
    rows, cols : int
        Size in pixels.
    transform : tuple of 6 float
        GDAL's geotransform: x of the outer corner of the first pixel, pixel width, row rotation,
        y of that corner, column rotation, pixel height (negative where north is up).
    crs : str
        Coordinate reference system as WKT; empty where there is none (radar coordinates).
    """

    rows: int
    cols: int
    transform: tuple[float, float, float, float, float, float] = (0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
    crs: str = ""

    @property
    def shape(self) -> tuple[int, int]:
        """(rows, cols)."""
        return self.rows, self.cols

    def xy(self, row, col):
        """Map coordinates of pixel centres.

        Parameters
        ----------
        row, col : int, float or ndarray
            Zero-based pixel indices; whole numbers are centres.

        Returns
        -------
        x, y : float or ndarray
        """
        x0, dx, rx, y0, ry, dy = self.transform
        col, row = col + 0.5, row + 0.5
        return x0 + col * dx + row * rx, y0 + col * ry + row * dy

    def index(self, x: float, y: float) -> tuple[int, int]:
        """Row and column of the pixel that holds a point; may lie outside of the grid."""
        x0, dx, rx, y0, ry, dy = self.transform
        determinant = dx * dy - rx * ry
        col = (dy * (x - x0) - rx * (y - y0)) / determinant
        row = (dx * (y - y0) - ry * (x - x0)) / determinant
        return int(row // 1), int(col // 1)

    def contains(self, row: int, col: int) -> bool:
        """Whether the pixel lies inside."""
        return 0 <= row < self.rows and 0 <= col < self.cols

    def aligned_with(self, other: Grid, tolerance: float = 0.05) -> bool:
        """Whether two grids are the same to a fraction of a pixel (their CRS is not looked at).

        Parameters
        ----------
        other : Grid
        tolerance : float
            How far corners may lie apart, in pixels.
        """
        if self.shape != other.shape:
            return False
        _, dx, _, _, _, dy = self.transform
        for row, col in ((0, 0), (self.rows, self.cols)):
            x, y = self.xy(row - 0.5, col - 0.5)
            u, v = other.xy(row - 0.5, col - 0.5)
            if abs(x - u) > tolerance * abs(dx) or abs(y - v) > tolerance * abs(dy):
                return False
        return True

    def blocks(self, pixels: int, height: int = TILE_ROWS, width: int = TILE_COLS):
        """Cut the grid into windows of about `pixels` pixels that line up with raster tiles.

        Parameters
        ----------
        pixels : int
            Aim for a window's size; windows are never smaller than one tile.
        height, width : int
            Size of a tile, in pixels.

        Returns
        -------
        list of Window
            In the order of the file: by rows, then by columns.
        """
        if pixels >= self.cols * height:
            cols = self.cols
            rows = max(1, pixels // (self.cols * height)) * height
        else:
            rows = height
            most = max(1, pixels // (height * width)) * width
            parts = -(-self.cols // most)
            cols = -(-self.cols // (parts * width)) * width
        return [
            Window(row, col, min(rows, self.rows - row), min(cols, self.cols - col))
            for row in range(0, self.rows, rows)
            for col in range(0, self.cols, cols)
        ]


def block_windows(
    grid: Grid,
    bytes_per_pixel: float,
    budget: int,
    in_flight: int = BLOCKS_IN_FLIGHT,
    least: int = 1,
    tile_rows: int = TILE_ROWS,
) -> list[Window]:
    """Windows of a scene so small that those in flight stay within the budget.

    Parameters
    ----------
    grid : Grid
    bytes_per_pixel : float
    budget : int
        Bytes.
    in_flight : int
        How many blocks are in memory at a time.
    least : int
        Make about so many windows at least, where the scene has the tiles for it.
    tile_rows : int
        Of the tiles with which windows line up; fewer where no raster is written.

    Raises
    ------
    GroundshiftError
        If not even tiles fit, or the scene has more pixels than anybody can wait for.
    """
    if grid.rows * grid.cols > MOST_SCENE:
        raise GroundshiftError(
            f"A grid of {grid.rows} x {grid.cols} pixels would take weeks; cut out the part that "
            "is wanted (gdal_translate -projwin) first."
        )
    pixels = int(budget / in_flight / bytes_per_pixel)
    windows = grid.blocks(min(pixels, MOST_PIXELS, grid.rows * grid.cols // least), tile_rows)
    largest = max(window.size for window in windows)
    if largest > pixels:
        needed = largest * bytes_per_pixel * in_flight / (1 << 20)
        raise GroundshiftError(
            f"The memory budget of {budget / (1 << 20):.0f} MiB is too small for this stack; "
            f"give at least {needed + 1:.0f} MiB."
        )
    return windows

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Two elevation models read by the windows of one grid, one of them moved."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from functools import lru_cache

import numpy as np

from ...data.axes import ground_axes
from ...data.grid import Grid, Window
from ...errors import GroundshiftError
from ...formats.elevation import Elevation
from ...formats.masks import PolygonMask
from ...formats.regrid import clipped, on_grid, same_crs, shift_between
from ...formats.vectors.features import read_features
from ..coregistration import Differences, Waves, differences, displacement, offsets

SAMPLE = 1 << 18  # pixels of the last steps; more gain nothing
FIRST = 1 << 16  # of the steps before
TILE = 128  # pixels along a side of what is read at a time
COARSEST = 96  # pixels along the shorter side, where the search starts
STEPS = 15  # at a level
SMALL, NEAR = 0.003, 0.05  # of a pixel: below these all is done, and a coarser sample
EXACT = 1e-9  # of a pixel, from which moved models are interpolated
LEAST_PIXELS = 100
FLATTER = 0.1  # of the other model's steps from cell to cell
LEAST_SHOWN = 0.3  # of the slopes' squares, by both models


class ModelPair(contextlib.AbstractContextManager):
    """A model that is to be moved, and the one that stays.

    Parameters
    ----------
    dem, reference : path
    changed : sequence of (path, layer)
        Polygons of ground that changed, which is left out.

    Raises
    ------
    GroundshiftError
        If one of them cannot be read, or they lie apart.

    Attributes
    ----------
    grid : Grid
        The reference's.
    common : Grid
        The part of it around the other model, where both are compared.
    """

    def __init__(self, dem, reference, changed=()):
        self._files = contextlib.ExitStack()
        self.dem = self._files.enter_context(Elevation(dem))
        self.reference = self._files.enter_context(Elevation(reference))
        self.grid = self.reference.grid
        self._changed = []
        # Every step of the search asks for the same grids.
        self.axes, self.unchanged = lru_cache(ground_axes), lru_cache(self._unchanged)
        self.common = self._common()
        for path, layer in changed:
            self._changed += read_features(path, ("polygon",), layer, None, self.grid.crs).wkb

    def __exit__(self, *details):
        self._files.__exit__(*details)

    def _common(self) -> Grid:
        from pyproj import Transformer

        dem, grid = self.dem.grid, self.grid
        for one in (dem, grid):
            self.axes(one)  # refuses what has no place on the Earth
        along = np.linspace(0, 1, 41)
        side = np.concatenate([along, along, 0 * along, 0 * along + 1])
        other = np.concatenate([0 * along, 0 * along + 1, along, along])
        x, y = dem.xy(side * dem.rows - 0.5, other * dem.cols - 0.5)
        if not same_crs(dem.crs, grid.crs):
            x, y = Transformer.from_crs(dem.crs, grid.crs, always_xy=True).transform(x, y)
        x0, dx, rx, y0, ry, dy = grid.transform
        col, row = np.linalg.solve([[dx, rx], [ry, dy]], [x - x0, y - y0])
        if not np.isfinite([col, row]).all():
            return grid
        first, last = np.floor([row.min(), col.min()]), np.ceil([row.max(), col.max()])
        part = clipped(*map(int, (*first, *last)), grid)
        if not part.size:
            self._refuse()
        x, y = grid.xy(part.row - 0.5, part.col - 0.5)
        return Grid(part.height, part.width, (x, dx, rx, y, ry, dy), grid.crs)

    def moved(self, east: float, north: float) -> Grid:
        """The model's own grid, moved by metres east and north."""
        grid = self.dem.grid
        middle = self.axes(grid).at(grid.rows / 2, grid.cols / 2)
        cols, rows = np.linalg.solve(middle.reshape(2, 2).T, (east, north))
        x0, dx, rx, y0, ry, dy = grid.transform
        transform = (x0 + cols * dx + rows * rx, dx, rx, y0 + cols * ry + rows * dy, ry, dy)
        return replace(grid, transform=transform)

    def heights(self, grid: Grid, shift=(0.0, 0.0)):
        """Readers of the moved model and of the reference on a grid (``read(window)``)."""
        dem, reference = self.dem, self.reference
        moved = self.moved(*shift)
        over = on_grid(dem, moved, grid, "cubic", dem.path, EXACT)
        if shift_between(moved, grid, EXACT) is None:
            over = _Inside(over)
        return over, on_grid(reference, reference.grid, grid, "cubic", reference.path, EXACT)

    def coarser(self, factor: int) -> Grid:
        """The common grid with larger pixels."""
        x0, dx, rx, y0, ry, dy = self.common.transform
        transform = (x0, dx * factor, rx * factor, y0, ry * factor, dy * factor)
        size = max(1, self.common.rows // factor), max(1, self.common.cols // factor)
        return Grid(*size, transform, self.grid.crs)

    def sample(self, grid: Grid, shift, pixels: int = SAMPLE) -> Differences:
        """Differences on tiles that are spread over a grid, with about so many pixels."""
        readers, axes = self.heights(grid, shift), self.axes(grid)
        unchanged = self.unchanged(grid)
        tiles = list(grid.blocks(TILE * TILE, TILE, TILE))
        # Drawn, as an even step may fall in with the rows of tiles.
        drawn = np.random.default_rng(0).permutation(len(tiles))[: pixels // TILE**2]
        parts = []
        for tile in (tiles[number] for number in sorted(drawn)):
            around = Window(tile.row - 1, tile.col - 1, tile.height + 2, tile.width + 2)
            moved, reference = (padded(reader, around) for reader in readers)
            origin = tile.row - grid.rows / 2, tile.col - grid.cols / 2
            parts.append(differences(moved, reference, unchanged(tile), axes.block(tile), origin))
        return Differences.joined(parts)

    def _unchanged(self, grid: Grid):
        """Function of a window: where ground did not change."""
        if not self._changed:
            return lambda window: np.ones((window.height, window.width), bool)
        mask = PolygonMask(self._changed, grid)
        return lambda window: ~mask.read(window)

    def fit(self, horizontal: bool, tilt: bool, job, track=None):
        """Displacement of the model, from coarse to fine.

        Parameters
        ----------
        horizontal, tilt : bool
            See :func:`..coregistration.displacement`.
        job : Job
        track : (float, float), optional
            Azimuth in degrees, and shortest length in metres, of waves along it.

        Returns
        -------
        Displacement
        sample : Differences
            Of the moved model, at full resolution.

        Raises
        ------
        GroundshiftError
            If the models have too little ground in common, or it does not come to rest.
        """
        factor = 1
        while min(self.common.shape) // (2 * factor) >= COARSEST:
            factor *= 2
        total, levels = np.zeros(2), []
        while factor:
            levels.append((factor, FIRST, NEAR))
            factor //= 2
        levels.append((1, SAMPLE, SMALL))
        for number, (factor, pixels, small) in enumerate(levels):
            grid = self.coarser(factor) if factor > 1 else self.common
            pixel = np.abs(self.axes(grid).at(grid.rows / 2, grid.cols / 2)).max()
            for _ in range(STEPS):
                job.check()
                sample = self.sample(grid, -total, pixels)
                self.check_common(sample)
                # Far off, a tilt and the shift take one another's place.
                waves = Waves.over(sample.place, *track) if track and factor == 1 else None
                found = displacement(sample, horizontal, tilt and factor == 1, waves)
                total = total + found.values[:2]
                if np.abs(found.values[:2]).max() < small * pixel:
                    break
            job.tell(0.8 * (number + 1) / len(levels))
        if horizontal:
            self._check(found, pixel)
        return replace(found, values=np.concatenate([total, found.values[2:]])), sample

    def check_common(self, sample) -> None:
        """Refuse models that have hardly any unchanged ground in common."""
        if len(sample.height) < LEAST_PIXELS:
            self._refuse()

    def _refuse(self):
        words = "; check that both show the same place, and their coordinate systems."
        if self._changed:
            words = " outside of the polygons; draw smaller ones, or give models of a larger area."
        raise GroundshiftError(
            f"{self.dem.path}: has hardly any ground in common with {self.reference.path}{words}"
        )

    def _check(self, last, pixel):
        """Refuse a place that is not known, or was not found."""
        if last.shown < LEAST_SHOWN or last.std[:2].max() > 0.5 * pixel:
            raise GroundshiftError(
                f"{self._flat()}: the ground is too flat, or the models too unlike, to show "
                f"where they lie (both show {100 * max(0.0, last.shown):.0f} % of the slopes; "
                f"standard deviations {last.std[0]:.3g} m east and {last.std[1]:.3g} m north); "
                "adjust the heights alone (HORIZONTAL)."
            )
        moves = np.abs(last.values[:2]).max() / pixel
        if moves > 0.1:
            raise GroundshiftError(
                f"{self.dem.path}: its place does not come to rest (the last step was {moves:.1f} "
                "pixels); leave changed ground out by polygons (CHANGED), or choose models that "
                "resemble one another more."
            )

    def _flat(self) -> str:
        """The model that is far flatter than the other one, or both."""
        side = 4 * TILE
        row, col = (max(0, (size - side) // 2) for size in self.common.shape)
        window = clipped(row, col, row + side, col + side, self.common)
        paths, spread = (self.dem.path, self.reference.path), []
        for reader in self.heights(self.common):
            steps = np.diff(reader.read(window).astype(float), axis=1)
            spread.append(np.sqrt(np.nanmean(steps**2)) if np.isfinite(steps).any() else 0.0)
        if min(spread) < FLATTER * max(spread):
            return str(paths[int(np.argmin(spread))])
        return f"{paths[0]} and {paths[1]}"

    def excess(self, grid: Grid, found):
        """Function of a window: what heights on a grid are too high by, metres.

        Parameters
        ----------
        grid : Grid
            The reference's, or that of the moved model.
        found : Displacement
        """
        if len(found.values) < 4:
            return lambda window: found.values[2]
        axes, (row, col) = self.axes(grid), self._middle_on(grid)

        def surface(window):
            place = offsets(axes.block(window), (window.row - row, window.col - col))
            return found.excess(np.moveaxis(place, 0, -1))

        return surface

    def _middle_on(self, grid: Grid):
        """Row and column, with fractions, of the common grid's middle on a grid."""
        from pyproj import Transformer

        x, y = self.common.xy(self.common.rows / 2, self.common.cols / 2)
        if not same_crs(self.grid.crs, grid.crs):
            x, y = Transformer.from_crs(self.grid.crs, grid.crs, always_xy=True).transform(x, y)
        x0, dx, rx, y0, ry, dy = grid.transform
        col, row = np.linalg.solve([[dx, rx], [ry, dy]], [x - x0, y - y0])
        return row - 0.5, col - 0.5


class _Inside:
    """A resampled model without the cells beside unknown ones: they are made of too few pixels."""

    def __init__(self, reader):
        self._reader = reader

    def read(self, window: Window) -> np.ndarray:
        around = Window(window.row - 1, window.col - 1, window.height + 2, window.width + 2)
        values = self._reader.read(around)
        beside = values[:-2, 1:-1] + values[2:, 1:-1] + values[1:-1, :-2] + values[1:-1, 2:]
        return np.where(np.isfinite(beside), values[1:-1, 1:-1], np.nan).astype(values.dtype)


def padded(reader, window: Window):
    """A window that may reach over the grid's border, NaN beyond it."""
    if isinstance(reader, Elevation):
        inner = Window(window.row + 1, window.col + 1, window.height - 2, window.width - 2)
        return reader.read(inner, (1, 1))
    return reader.read(window)

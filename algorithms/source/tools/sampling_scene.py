# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A displacement map that is being down-sampled: its grid, look, masks and sums of pixels."""

from __future__ import annotations

import contextlib

import numpy as np

from ...data.grid import Grid
from ...data.metric import LocalMetres, pixel_size_m
from ...errors import GroundshiftError
from ...formats.look_angles import LookSource, read_look
from ..moments import N, pyramid
from ..sampling import plan_layout
from .displacement_source import DisplacementSource, Keep, open_displacement
from .samples import turned
from .scene_moments import scene_moments, typical_value

BYTES_PER_CELL = 400.0  # of the smallest cells: sums, those without the ramp, and their levels


class Scene(contextlib.AbstractContextManager):
    """A map under way, until it is left; its sums by :meth:`add_up`.

    Parameters
    ----------
    chosen : Downsample
    job : Job

    Raises
    ------
    GroundshiftError
        For input that cannot be used.
    """

    def __init__(self, chosen, job):
        self.chosen, self.path, self.notes = chosen, chosen.raster, []
        source = DisplacementSource(
            chosen.raster, chosen.band, chosen.unit, chosen.sign, chosen.wavelength,
            chosen.zero_is_nodata,
        )  # fmt: skip
        self.options = chosen.sampling()
        self.grid, self.reader = open_displacement(source, self.notes.append)
        try:
            self._plan(job)
        except BaseException:
            self.reader.__exit__(None, None, None)
            raise

    def _plan(self, job):
        grid, chosen = self.grid, self.chosen
        if not grid.crs:
            self.notes.append(f"{self.path}: has no CRS, so its coordinates are taken as metres.")
        down, across = pixel_size_m(grid)
        step = (across * np.sign(grid.transform[1]), down * np.sign(grid.transform[5]))
        most = job.budget / 2 / BYTES_PER_CELL
        self.layout, said = plan_layout(grid.rows, grid.cols, step, self.options, most)
        self.local = LocalMetres(grid.crs, *grid.xy((grid.rows - 1) / 2, (grid.cols - 1) / 2))
        look = chosen.look.source() or LookSource()
        self.lattice = read_look(look, grid, self.notes.append)
        self.keep = Keep(chosen, grid, self.local)
        self.notes += said

    def __exit__(self, *details):
        self.reader.__exit__(*details)

    def map_xy(self, x, y) -> tuple:
        """Map coordinates of places in metres from the scene's middle."""
        return self.grid.xy(*self.layout.pixels(x, y))

    def to_local(self, x, y) -> np.ndarray:
        """Places in the local frame, shape (place, 2)."""
        return self.local.of(self.grid.crs, *self.map_xy(x, y))

    def looks(self, x, y) -> np.ndarray:
        """Look vectors with true axes, of unit length, shape (place, 3)."""
        vectors = self.lattice.at(*self.layout.pixels(x, y))
        return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)

    def local_looks(self, x, y) -> np.ndarray:
        """Look vectors in the local frame."""
        looks = self.looks(x, y)
        if not self.grid.crs:
            return looks
        return turned(looks, self.local.convergence(self.grid.crs, *self.map_xy(x, y)))

    def cell_grid(self) -> Grid:
        """Grid of the smallest cells."""
        x0, dx, _, y0, _, dy = self.grid.transform
        height, width = self.layout.cell
        transform = (x0, dx * width, 0.0, y0, 0.0, dy * height)
        return Grid(*self.layout.shape, transform, self.grid.crs)

    def add_up(self, job) -> None:
        """Sum up the pixels by cells.

        Raises
        ------
        GroundshiftError
            If there is no pixel with data, or masks leave none.
        """
        self.level = typical_value(self.reader, self.path, self.notes.append)
        sums = scene_moments(self.reader, self.keep, self.grid, self.layout, self.level, job)
        if not sums[N].any():
            raise GroundshiftError(
                f"{self.path}: no pixel is left by the masks; check the layers of the area "
                "and of what is left out."
            )
        self.levels = pyramid(sums, self.layout.levels)

    def coarse(self) -> list:
        """Levels of sums up to 8 cells a side, to see the deformation as a whole."""
        found = list(self.levels)
        while min(found[-1].shape[1:]) >= 16:
            sums = found[-1]
            odd = [(0, 0), *((0, size % 2) for size in sums.shape[1:])]
            found += pyramid(np.pad(sums, odd), 2)[1:]
        return found

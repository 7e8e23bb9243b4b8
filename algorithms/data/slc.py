# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A stack of coregistered single-look complex images (SLC): what it is.

The pixels stay on disk; :mod:`..formats.hdf5.images` reads and writes them by windows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..errors import GroundshiftError
from .grid import Grid, Window


@dataclass(frozen=True)
class SlcStack:
    """Coregistered single-look complex images on one grid, in MintPy's ``slcStack.h5`` layout.

    The phase of an image is ``-4 pi R / wavelength`` with the range ``R``, so that motion ``d``
    towards the satellite **adds** ``4 pi d / wavelength``, and the interferogram of an earlier
    image times the conjugate of a later one has MintPy's sign, ``-4 pi d / wavelength``.

    Parameters
    ----------
    path : Path
        The HDF5 file.
    grid : Grid
        Without a CRS in radar coordinates (rows along azimuth, columns along range).
    dates : ndarray of datetime64[D], shape (time,)
        Sorted, each once.
    wavelength : float
        Metres.
    perpendicular_baseline : ndarray, shape (time,)
        Metres relative to one date, NaN where unknown.
    polarisations : tuple of str
        Such as ``("VV", "VH")``; the first is the dataset ``slc``, others are ``slc_VH``.
    spacing : tuple of float
        Size of a pixel on the ground along rows (azimuth, north) and columns (range, east), in
        metres; NaN where unknown.
    has_lookup : bool
        Whether the file tells latitude and longitude of every pixel (radar coordinates).
    layers : tuple of str
        Names of two-dimensional layers besides, such as ``temporalCoherence`` of linked phases.
    attributes : dict of str
        The file's own attributes, in MintPy's names.
    """

    path: Path
    grid: Grid
    dates: np.ndarray
    wavelength: float
    perpendicular_baseline: np.ndarray
    polarisations: tuple = ("VV",)
    spacing: tuple = (np.nan, np.nan)
    has_lookup: bool = False
    layers: tuple = ()
    attributes: dict = field(default_factory=dict)

    def dataset(self, polarisation: str | None = None) -> str:
        """Name of the dataset of a polarisation; of the first by default.

        Raises
        ------
        GroundshiftError
            If the stack has no such polarisation.
        """
        if polarisation is None or polarisation == self.polarisations[0]:
            return "slc"
        if polarisation not in self.polarisations:
            raise GroundshiftError(
                f"{self.path}: has no polarisation {polarisation} "
                f"(it has {', '.join(self.polarisations)}); choose another or import it."
            )
        return f"slc_{polarisation}"


@dataclass(frozen=True)
class SlcBlock:
    """A window of a stack of images with a margin around it.

    Parameters
    ----------
    values : ndarray of complex64, shape (time, 2 * margin_rows + row, 2 * margin_cols + column)
        NaN for no data and beyond the scene's border.
    window : Window
        The part in the middle.
    margin : tuple of int
        Rows and columns of margin on each side.
    """

    values: np.ndarray
    window: Window
    margin: tuple = (0, 0)

    @property
    def inner(self) -> np.ndarray:
        """The values without the margin; a view."""
        rows, cols = self.margin
        return self.values[:, rows : rows + self.window.height, cols : cols + self.window.width]


def strided_grid(grid: Grid, strides) -> Grid:
    """The grid of results that are made for every so-many-th row and column.

    Parameters
    ----------
    grid : Grid
    strides : tuple of int
        Rows and columns of the images in one pixel of the result. Rows and columns at the end
        that fill no whole pixel are left out.

    Raises
    ------
    GroundshiftError
        If the strides are no whole positive numbers, or larger than the grid.
    """
    down, across = (int(s) for s in strides)
    if down < 1 or across < 1:
        raise GroundshiftError(f"The strides {down} x {across} have to be 1 or more.")
    rows, cols = grid.rows // down, grid.cols // across
    if not rows or not cols:
        raise GroundshiftError(
            f"The strides {down} x {across} are larger than the image of {grid.rows} x "
            f"{grid.cols} pixels; give smaller ones."
        )
    x0, dx, rx, y0, ry, dy = grid.transform
    transform = (x0, dx * across, rx * down, y0, ry * across, dy * down)
    return Grid(rows, cols, transform, grid.crs)


def image_window(window: Window, strides) -> Window:
    """The pixels of the images behind a window of a strided result."""
    down, across = strides
    return Window(
        window.row * down, window.col * across, window.height * down, window.width * across
    )

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The geometry file of images, thinned out to the grid of results with strides."""

from __future__ import annotations

from ..data.slc import strided_grid
from ..errors import GroundshiftError
from .hdf5 import open_hdf5, read_geometry, write_geometry
from .hdf5_layout import _attributes


def thin_geometry(path, grid, strides, target) -> None:
    """Write the geometry of every strided pixel: that of the image pixel in its middle.

    Parameters
    ----------
    path : path
        Geometry file of the images.
    grid : Grid
        Of the images.
    strides : tuple of int
    target : path

    Raises
    ------
    GroundshiftError
        If the file is on another grid.
    """
    own, layers = read_geometry(path)
    if not own.aligned_with(grid):
        raise GroundshiftError(
            f"{path}: its grid is {own.rows}x{own.cols}, the images' is {grid.rows}x{grid.cols}; "
            "give the geometry file that was made with the images."
        )
    thin = strided_grid(grid, strides)
    (down, across), (rows, cols) = strides, thin.shape
    layers = {
        name: values[down // 2 :: down, across // 2 :: across][:rows, :cols]
        for name, values in layers.items()
    }
    with open_hdf5(path) as file:
        attributes = _attributes(file)
    write_geometry(target, thin, layers, attributes)

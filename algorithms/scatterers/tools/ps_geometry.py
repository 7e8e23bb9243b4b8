# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where points of a stack of images lie, and how the radar looks at them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.crs import wkt_from_epsg
from ...data.grid import Window
from ...data.los import look_columns
from ...data.metric import LocalMetres
from ...data.orbit import RadarGeometry
from ...data.slc import SlcStack, strided_grid
from ...errors import GroundshiftError
from ...formats.hdf5.images import SlcReader
from ...formats.hdf5.layout import _attributes, check_dataset
from ...formats.hdf5.stacks import grid_of, open_hdf5, read_geometry, write_geometry

LAYERS = ("height", "incidenceAngle", "azimuthAngle", "slantRangeDistance")
ROWS = 256  # of a layer that are read at a time


def pixel_spacing(stack: SlcStack) -> tuple:
    """Ground size of a pixel along rows and columns, metres.

    Raises
    ------
    GroundshiftError
        If neither the stack nor its lookup tells.
    """
    if np.isfinite(stack.spacing).all() and min(stack.spacing) > 0:
        return tuple(float(size) for size in stack.spacing)
    if stack.has_lookup and min(stack.grid.shape) > 1:
        row, col = stack.grid.rows // 2 - 1, stack.grid.cols // 2 - 1
        with SlcReader(stack) as reader:
            window = Window(row, col, 2, 2)
            x, y = (reader.layer(name, window).astype(float) for name in ("longitude", "latitude"))
        crs = wkt_from_epsg(4326)
        if np.isfinite(x).all() and np.isfinite(y).all():
            xy = LocalMetres(crs, x[0, 0], y[0, 0]).of(crs, x, y)
            sizes = np.hypot(*(xy[1, 0] - xy[0, 0])), np.hypot(*(xy[0, 1] - xy[0, 0]))
            if min(sizes) > 0:
                return tuple(float(size) for size in sizes)
    raise GroundshiftError(
        f"{stack.path}: does not tell the size of its pixels on the ground (AZIMUTH_PIXEL_SIZE and "
        "RANGE_PIXEL_SIZE), which the filter in space needs; import the images again with their "
        "spacing or their latitude and longitude."
    )


def layers_at(path, grid, rows, cols) -> dict:
    """Values of a geometry file at points.

    Parameters
    ----------
    path : path
    grid : Grid
        That the file has to have.
    rows, cols : ndarray of int, shape (point,)
        In the order of the rows.

    Returns
    -------
    dict of str to ndarray, shape (point,)
        Of :data:`LAYERS` those that the file has.

    Raises
    ------
    GroundshiftError
        If the grid is another, or there is none of the layers.
    """
    with open_hdf5(path) as file:
        own = grid_of(_attributes(file), path)
        if not own.aligned_with(grid):
            raise GroundshiftError(
                f"{path}: its grid ({own.rows}x{own.cols}) is not that of the images "
                f"({grid.rows}x{grid.cols}) or lies elsewhere; give the geometry of the same stack."
            )
        names = [name for name in LAYERS if name in file]
        if not names:
            raise GroundshiftError(
                f"{path}: holds none of {', '.join(LAYERS)}, so it is not a geometry file in "
                "MintPy's layout; choose another."
            )
        values = {name: np.empty(len(rows), np.float32) for name in names}
        for name in names:
            check_dataset(file, name, grid.shape, path)
            for first in range(0, grid.rows, ROWS):
                low, high = np.searchsorted(rows, (first, first + ROWS))
                if high > low:
                    try:
                        strip = file[name][first : first + ROWS]
                    except OSError as error:
                        raise GroundshiftError(
                            f"{path}: '{name}' cannot be read (truncated file?); make it again."
                        ) from error
                    values[name][low:high] = strip[rows[low:high] - first, cols[low:high]]
        return values


def heights_at(path, grid, rows, cols) -> np.ndarray:
    """Heights of a geometry file at points; see :func:`layers_at`.

    Raises
    ------
    GroundshiftError
        If there is no file, or no height in it.
    """
    if path is None:
        raise GroundshiftError(
            "Points at height 0 are to be left out and no geometry file tells heights; give one."
        )
    found = layers_at(path, grid, rows, cols)
    if "height" not in found:
        raise GroundshiftError(
            f"{path}: has no height, and points at height 0 are to be left out; keep them, or give "
            "another geometry file."
        )
    return found["height"]


@dataclass(frozen=True)
class PointGeometry:
    """How the radar looks at points.

    Parameters
    ----------
    to_height : ndarray or float
        Metres of height per unit of displacement over baseline: ``r sin i``.
    columns : dict of str to ndarray
        Height and line of sight, for the layer of points.
    """

    to_height: object
    columns: dict


def point_geometry(geometry_path, grid, rows, cols, assumed: RadarGeometry) -> PointGeometry:
    """Geometry of points, from a file where there is one.

    Parameters
    ----------
    geometry_path : path or None
    grid : Grid
    rows, cols : ndarray of int, shape (point,)
    assumed : RadarGeometry
        Where the file does not tell.
    """
    found = {} if geometry_path is None else layers_at(geometry_path, grid, rows, cols)
    incidence = found.get("incidenceAngle", assumed.incidence)
    incidence = np.where(np.isfinite(incidence), incidence, assumed.incidence)
    distance = found.get("slantRangeDistance", np.nan)
    distance = np.where(np.isfinite(distance), distance, assumed.distance(incidence))
    return PointGeometry(distance * np.sin(np.radians(incidence)), look_columns(found))


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

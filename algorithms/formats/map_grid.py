# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The grid of a map that is computed from a model: around it, over an area, or as a raster's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..data.crs import is_geographic
from ..data.grid import Grid, Window
from ..data.metric import LocalMetres
from ..errors import GroundshiftError
from .raster_source import describe

CELLS = 200  # a side, where no cell is given
MOST_CELLS = 100_000_000
REACH = 1.0  # of the model's size, on every side of it


@dataclass(frozen=True)
class MapGrid:
    """How a person asks for a map.

    Parameters
    ----------
    template : path or None
        A raster whose grid is taken; wins over the rest.
    crs : str
        WKT of the map; empty for the model's own.
    bounds : (xmin, ymin, xmax, ymax) or None
        In the map's CRS; None for the surroundings of the model.
    cell : float or None
        Metres; None for a hundredth part of the map, about.
    """

    template: Path | None = None
    crs: str = ""
    bounds: tuple | None = None
    cell: float | None = None


def make_grid(asked: MapGrid, places, local: LocalMetres, model_crs: str) -> Grid:
    """The grid of a map.

    Parameters
    ----------
    asked : MapGrid
    places : ndarray, shape (place, 2)
        Corners of the model in the local frame.
    local : LocalMetres
    model_crs : str
        WKT of the map where none is asked for; empty where there is none.

    Returns
    -------
    Grid
        North up.

    Raises
    ------
    GroundshiftError
        If the template is no map, or cells are too many or larger than the map.
    """
    if asked.template is not None:
        grid = describe(asked.template).grid
        if bool(grid.crs) != bool(local.crs):
            raise GroundshiftError(
                f"{asked.template}: either the raster or the model has no CRS; set both or neither."
            )
        return grid
    crs = asked.crs or model_crs
    if bool(crs) != bool(local.crs):
        raise GroundshiftError("The model has no CRS, so a map of it has none; leave it out.")
    bounds = asked.bounds or _around(places, local, crs)
    xmin, ymin, xmax, ymax = bounds
    width, height = _cell(asked.cell, bounds, crs)
    cols = max(1, int(np.ceil((xmax - xmin) / width - 1e-9)))
    rows = max(1, int(np.ceil((ymax - ymin) / height - 1e-9)))
    if rows * cols > MOST_CELLS:
        raise GroundshiftError(
            f"The map has {cols} x {rows} cells, more than {MOST_CELLS:g}; take larger cells or a "
            "smaller extent."
        )
    if min(rows, cols) < 2:
        raise GroundshiftError("The cells are as large as the map; take smaller ones.")
    return Grid(rows, cols, (xmin, width, 0.0, ymax, 0.0, -height), crs)


def _around(places, local, crs):
    """A box around a model with as much room on every side as it is large."""
    low, high = places.min(axis=0), places.max(axis=0)
    room = REACH * max(1000.0, *(high - low))
    (xmin, ymin), (xmax, ymax) = low - room, high + room
    edge = np.linspace(0, 1, 21)
    x = np.concatenate([xmin + edge * (xmax - xmin)] * 2 + [0 * edge + xmin, 0 * edge + xmax])
    y = np.concatenate([0 * edge + ymin, 0 * edge + ymax] + [ymin + edge * (ymax - ymin)] * 2)
    x, y = local.back(crs, np.column_stack([x, y]))
    return float(np.min(x)), float(np.min(y)), float(np.max(x)), float(np.max(y))


def _cell(cell, bounds, crs):
    """Width and height of a cell in units of the map."""
    xmin, ymin, xmax, ymax = bounds
    if cell is None:
        size = max(xmax - xmin, ymax - ymin) / CELLS
        if not (crs and is_geographic(crs)):
            return size, size
    if not crs:
        return cell, cell
    # The size of a unit of the map is that in its middle.
    middle = np.array([xmin + xmax, ymin + ymax]) / 2
    step = np.array([xmax - xmin, ymax - ymin]) / 1000
    local = LocalMetres(crs, *middle)
    x, y = middle[0] + np.array([0, step[0], 0]), middle[1] + np.array([0, 0, step[1]])
    origin, east, north = local.of(crs, x, y)
    metres = np.array([np.linalg.norm(east - origin), np.linalg.norm(north - origin)]) / step
    if cell is None:
        cell = size * metres.min()
    return tuple(float(part) for part in cell / metres)


def places_of(grid: Grid, window: Window, local: LocalMetres) -> np.ndarray:
    """Middles of a window's cells in the local frame.

    Returns
    -------
    ndarray, shape (cell, 2)
    """
    rows = np.arange(window.row, window.row + window.height)
    cols = np.arange(window.col, window.col + window.width)
    x, y = grid.xy(*(part.astype(float) for part in np.meshgrid(rows, cols, indexing="ij")))
    return local.of(grid.crs, x.ravel(), y.ravel())

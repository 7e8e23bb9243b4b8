# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Surface and thickness along lines."""

from __future__ import annotations

import numpy as np

from ...data.metric import LocalMetres
from ...errors import GroundshiftError
from ...formats.raster_places import values_at
from ...formats.vectors.features import read_lines
from ...formats.vectors.wkb import parts
from ..thickness import Section

MOST_PLACES = 2000  # along a line
HEAD = (
    "section", "distance_m", "x", "y", "surface_m", "base_m", "thickness_m", "thickness_least_m",
    "thickness_most_m",
)  # fmt: skip


def sections_along(path, layer, dem, flux, grid, shares) -> list:
    """Sections along lines.

    Parameters
    ----------
    path, layer : path, str
        Of the lines.
    dem : path
        Elevation model.
    flux : ndarray, shape (row, column)
        Thickness times the share of the speed; NaN beside slides.
    grid : Grid
    shares : (float, float, float)
        By which it is divided for the best, the least and the largest thickness.

    Returns
    -------
    list of (Section, ndarray of shape (place, 2))
        With the coordinates in the grid's CRS.
    """
    lines = read_lines(path, layer, None, grid.crs)
    out = []
    for fid, wkb in zip(lines.fid, lines.wkb):
        for vertices in parts(wkb):
            out.append(_section(str(fid), vertices, dem, flux, grid, shares))
    if not any(np.isfinite(section.best).any() for section, _ in out):
        raise GroundshiftError(f"{path}: no section crosses a slide; draw lines over the slides.")
    return out


def _section(name, vertices, dem, flux, grid, shares):
    frame = LocalMetres(grid.crs, *vertices.mean(axis=0))
    metres = np.asarray(frame.of(grid.crs, *vertices.T, "The section")).reshape(-1, 2)
    ends = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(metres, axis=0).T))])
    cell = np.abs(grid.transform[1]) * ends[-1] / max(
        np.hypot(*np.diff(vertices, axis=0).T).sum(), 1e-300
    )  # fmt: skip
    count = int(np.clip(np.ceil(2 * ends[-1] / cell), 2, MOST_PLACES))
    distance = np.linspace(0.0, ends[-1], count)
    x, y = (np.interp(distance, ends, part) for part in vertices.T)
    x0, dx, _, y0, _, dy = grid.transform
    thick = _bilinear(flux, (y - y0) / dy - 0.5, (x - x0) / dx - 0.5)
    surface = values_at(dem, grid.crs, x, y)
    best, least, most = (thick / share for share in shares)
    return Section(name, distance, surface, best, least, most), np.stack([x, y], axis=1)


def _bilinear(values, row, col):
    """Values between cells; NaN cells take no part, so that slides reach to their edge."""
    from scipy.ndimage import map_coordinates

    known = np.isfinite(values)
    at = np.stack([row, col])
    weight = map_coordinates(known.astype(float), at, order=1, cval=0.0)
    summed = map_coordinates(np.where(known, values, 0.0).astype(float), at, order=1, cval=0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(weight > 0.5, summed / weight, np.nan)


def table_of(drawn) -> tuple:
    """Head and rows of a table of sections."""
    rows = []
    for section, places in drawn:
        base = section.surface - section.best
        columns = (
            section.distance, *places.T, section.surface, base, section.best, section.least,
            section.most,
        )  # fmt: skip
        rows += [(section.name, *values) for values in np.stack(columns, axis=1).tolist()]
    return HEAD, rows, ".9g"

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines of sight of points: from their own fields, or from what is known of the orbit."""

from __future__ import annotations

import numpy as np

from ..data.grid import Grid
from ..data.los import LineOfSight, from_components, from_incidence_heading, unit_vectors
from ..errors import GroundshiftError
from .look_angles import LookSource, read_look
from .vectors.tables import Table

COMPONENTS = ("los_east", "los_north", "los_up")
INCIDENCE = "incidence_deg"
CELLS = 1024  # a side of the grid that is laid under points


def look_at_points(table: Table, source: LookSource | None, log=None) -> LineOfSight:
    """Unit vectors from points to the satellite.

    What is given of the orbit wins if it is complete; then the points' own ``los_east``,
    ``los_north`` and ``los_up``; then their ``incidence_deg`` with a heading that is given.

    Parameters
    ----------
    table : Table
    source : LookSource or None
    log : callable, optional
        Is told where they come from.

    Returns
    -------
    LineOfSight
        Arrays of shape (point,), NaN where unknown.

    Raises
    ------
    GroundshiftError
        If nothing gives them.
    """
    log = log or (lambda text: None)
    lower = {name.lower(): name for name in reversed(list(table.columns))}
    if source is not None and source.is_complete:
        log(f"{table.path}: line of sight as given for the orbit.")
        return _of_orbit(table, source, log)
    if all(name in lower for name in COMPONENTS):
        log(f"{table.path}: line of sight from its fields {', '.join(COMPONENTS)}.")
        return from_components(
            *(table.numbers(lower[name]) for name in COMPONENTS), f"{table.path}: the look vectors"
        )
    if INCIDENCE in lower and source is not None and source.heading is not None:
        log(f"{table.path}: line of sight from its field {INCIDENCE} and the heading given.")
        angles = table.numbers(lower[INCIDENCE])
        return from_incidence_heading(angles, source.heading, source.left_looking)
    raise GroundshiftError(
        f"{table.path}: its line of sight is not known; give incidence and heading, a geometry "
        f"file or a raster of the line of sight, or fields {', '.join(COMPONENTS)}."
    )


def _of_orbit(table, source, log):
    grid = _grid_under(table)
    lattice = read_look(source, grid, log)
    x0, dx, _, y0, _, dy = grid.transform
    vectors = lattice.at((table.y - y0) / dy - 0.5, (table.x - x0) / dx - 0.5)
    return unit_vectors(*np.moveaxis(vectors, -1, 0))


def _grid_under(table) -> Grid:
    """A grid whose first and last cells have their centres at the outermost points."""
    if not table.crs:
        raise GroundshiftError(f"{table.path}: the points have no CRS; assign the right one.")
    span = [max(float(np.ptp(part)), 1e-6) / (CELLS - 1) for part in (table.x, table.y)]
    left, top = table.x.min() - span[0] / 2, table.y.max() + span[1] / 2
    return Grid(CELLS, CELLS, (left, span[0], 0.0, top, 0.0, -span[1]), table.crs)

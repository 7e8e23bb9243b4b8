# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools share that take known motion off."""

from __future__ import annotations

from ...data.axes import Lattice
from ...errors import GroundshiftError
from ...formats.look_angles import read_look


def look_of(asked, path, grid, job, left_looking: bool = False) -> Lattice:
    """The line of sight over a series or a map.

    Parameters
    ----------
    asked : Look
    path : path
        Of the series or the map.
    grid : Grid
    job : Job
    left_looking : bool

    Raises
    ------
    GroundshiftError
        If nothing says how the radar looked, or it lies nowhere.
    """
    if not grid.crs:
        raise GroundshiftError(
            f"{path}: has no coordinate system, so nobody knows where on Earth it lies; "
            "geocode it first."
        )
    source = asked.source(left_looking)
    if source is None or not source.is_complete:
        asked.refuse(
            ("geometry", "incidence", "heading"),
            "nothing says how the radar looked; give the geometry file, or incidence and heading.",
        )
    if source.geometry is None and source.vectors is None and source.incidence_raster is None:
        job.warn(
            "One incidence is taken for the whole scene: what moves by 100 mm between two dates "
            "is then up to 1.7 mm wrong for each degree by which the incidence differs; give the "
            "geometry file."
        )
    return read_look(source, grid, job.warn)


def tell_twice(series, name: str, job) -> None:
    """Warn where the same was taken off before."""
    if name in series.attributes.get("CORRECTIONS", "").split(", "):
        job.warn(f"{series.path}: says that {name} was applied already; it is taken off again.")

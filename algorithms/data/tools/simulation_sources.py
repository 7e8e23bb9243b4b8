# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Outlines of a simulation's bowls and landslides as a GeoPackage."""

from __future__ import annotations

import numpy as np

from ...formats.vectors.outlines import write_outlines

SOURCE_FIELDS = {
    "name": "OFTString", "kind": "OFTString", "behaviour": "OFTString", "rate_mm_yr": "OFTReal",
    "los_velocity_mm_yr": "OFTReal", "step_mm": "OFTReal", "step_date": "OFTDate",
}  # fmt: skip


def write_sources(simulation, path, labels, crs: str, place) -> None:
    """Write the outlines of the places that move.

    Parameters
    ----------
    simulation : Simulation or SlcSimulation
    path : path
        A new ``.gpkg``.
    labels : ndarray of int, shape (row, col)
        1 + the index of the source that a pixel belongs to.
    crs : str
        WKT.
    place : callable
        Coordinates x, y in `crs` of rows and columns.
    """
    fields = SOURCE_FIELDS if simulation.cold is None else {**SOURCE_FIELDS, "area_m2": "OFTReal"}
    rows = (
        (_source_fields(simulation, index, labels),
         np.stack(place(*source.outline(simulation.terrain.spacing)), axis=1))
        for index, source in enumerate(simulation.sources)
    )  # fmt: skip
    write_outlines(path, "sources", crs, fields, rows)


def _source_fields(simulation, index, labels) -> dict:
    """Attributes of a source; its velocity is the one that is largest along the line of sight."""
    source = simulation.sources[index]
    own = simulation.velocity[labels == index + 1]
    peak = float(own[np.argmax(np.abs(own))]) if own.size else 0.0
    size = {} if simulation.cold is None else {"area_m2": np.pi * source.length * source.width}
    when = simulation.step_date if source.step_date is None else source.step_date
    return {
        "name": source.name, "kind": source.kind, "behaviour": source.behaviour,
        "rate_mm_yr": 1e3 * source.rate, "los_velocity_mm_yr": 1e3 * peak,
        "step_mm": 1e3 * source.step,
        "step_date": str(when) if source.step else None, **size,
    }  # fmt: skip

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The good pixels of a displacement time series as points."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, file, flag, layer, number, part, whole
from .asked import Corrected

SERIES_HELP = (
    "HDF5 in MintPy's layout (timeseries.h5). Series of 'SBAS inversion' bring rate and quality "
    "along; for others a constant rate is fitted."
)


class TimeSeriesToPoints(Chosen):
    """Which pixels become points, and what is told of them."""

    series = part(Corrected, changes={"timeseries": {"help": SERIES_HELP}})
    geometry = file(
        "Geometry",
        "The geometry file of the stack: adds height, incidence and line of sight (east, north,"
        " up; ground to satellite).", "HDF5, Zarr", optional=True,
    )  # fmt: skip
    scatterers = file(
        "Linked images",
        "Of 'Distributed scatterers', for series made from them: the points' coherence is the "
        "goodness of fit of their phases then, and the kind of scatterer (1: distributed, 2: "
        "persistent), its neighbours and its expected phase noise are added.",
        "HDF5, Zarr", optional=True, advanced=True,
    )  # fmt: skip
    clip = layer(
        "Clip to polygons",
        "Only pixels whose centre lies in one of the polygons (of the selected ones, if some "
        "are selected) become points.", ("polygons",), optional=True,
        selected=True,
    )  # fmt: skip
    min_temporal_coherence = number(
        "Minimum temporal coherence",
        "Pixels below are left out; 0 for series without a temporal coherence.", 0.7, 0.0, 1.0,
    )  # fmt: skip
    max_std = number(
        "Largest standard deviation (mm/yr)", "Pixels whose rate is less certain are left out.",
        None, 0.0, optional=True,
    )  # fmt: skip
    step = whole(
        "Every n-th pixel", "Thins out in rows and columns.", 1, 1, advanced=True,
    )  # fmt: skip
    allow_split = flag(
        "Keep pixels whose network is cut", "Their series is a guess between its parts.",
        advanced=True,
    )  # fmt: skip
    blocks = part(Machine)


OUTPUTS = (
    Output(
        "points", "POINTS", "Points", "GeoPackage in the CRS of the series.",
        style="points_velocity", limits="symmetric", name="Motion points",
        abstract="Rate (velocity_mm_yr) and displacement by date (DYYYYMMDD, mm) along the line "
        "of sight, positive towards the satellite.",
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Points",
    "PASSED_OVER": "Pixels left out for their quality",
    "FASTEST_AWAY": "Fastest rate away (mm/yr)",
    "FASTEST_TOWARDS": "Fastest rate towards (mm/yr)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Write the points; see :mod:`...declare`."""
    from ...formats.hdf5.stacks import read_timeseries
    from .points import PointOptions, run_points

    path = chosen.series.timeseries
    series = read_timeseries(path)
    options = PointOptions(
        chosen.min_temporal_coherence, chosen.max_std, chosen.allow_split, chosen.step,
        _polygons(chosen, series.grid.crs, job), chosen.scatterers,
    )  # fmt: skip
    report = run_points(path, outputs, job, options, geometry_path=chosen.geometry)
    job.note(
        f"{report.points} points; {report.passed_over} pixels were left out for their quality."
    )
    outputs.when = series.dates[0], series.dates[-1]
    velocity = outputs.summaries["POINTS"]
    return {
        "COUNT": report.points, "PASSED_OVER": report.passed_over,
        "FASTEST_AWAY": velocity.minimum, "FASTEST_TOWARDS": velocity.maximum,
    }  # fmt: skip


def _polygons(chosen, crs, job) -> tuple:
    """WKB of the polygons to clip to, in the series' CRS."""
    import numpy as np

    from ...errors import GroundshiftError
    from ...formats.vectors.features import read_polygons, transformed
    from ...formats.vectors.shapes import envelopes

    if chosen.clip is None:
        return ()
    try:
        found = read_polygons(*chosen.clip)
    except GroundshiftError as error:
        chosen.refuse("clip", str(error))
    for text in found.notes():
        job.note(text)
    if not found.crs:
        job.warn(
            "Clip to polygons (CLIP): the layer has no coordinate reference system; its "
            "coordinates are taken as those of the series."
        )
    if not found.crs or not crs:
        return tuple(found.wkb)
    moved = tuple(transformed(found.wkb, found.crs, crs, found.path))
    if not np.isfinite(envelopes(moved)).all():
        chosen.refuse("clip", "its coordinates do not fit its CRS; assign the right one.")
    return moved

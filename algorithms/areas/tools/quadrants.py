# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A 3-D displacement field and an elevation model at sites: motion in the slope's frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import GroundshiftError
from ...formats.elevation import Elevation
from ...formats.ground_slope import GroundSlope
from ...formats.quantities import check_raster
from ...formats.raster_places import values_at
from ...formats.raster_source import describe
from ..slope_frame import QUADRANTS, QuadrantTest, compare_quadrants, slope_frame

TO_MM = {"m": 1e3, "cm": 10.0, "mm": 1.0}
DEGREES = "EPSG:4326"
PLACES = 20_000  # random ones, that the quadrants of the study area are counted at


@dataclass(frozen=True)
class FoundQuadrants:
    """Columns of the sites, the test and sentences for the log."""

    columns: dict
    test: QuadrantTest
    notes: list


def quadrants_at(chosen, sites, inside, map_, places, rng, job) -> FoundQuadrants:
    """Motion in the slope's frame at sites, and how its quadrants compare with the study area's.

    Parameters
    ----------
    chosen : FaultDistance
        The tool's choices: the rasters, and what counts as flat and still.
    sites : ndarray, shape (site, 2)
        Longitude and latitude.
    inside : ndarray of bool, shape (site,)
        Sites that are counted.
    map_ : Map
        Of the study area.
    places : ndarray, shape (place, 2)
        Spread evenly over the study area, on its map.
    rng : numpy.random.Generator
    job : Job

    Raises
    ------
    GroundshiftError
        If a raster cannot be used, or the field nowhere meets the sites.
    """
    scale, rate = _scale(chosen)
    unit = "mm_yr" if rate else "mm"
    slope, aspect, frame = _frame(sites, chosen, scale, job.cancelled)
    if not frame.quadrant.any():
        raise GroundshiftError(
            f"{chosen.east}: at no site are the displacement and the slope known; choose rasters "
            "that overlap the sites."
        )
    some = map_.degrees(places[rng.permutation(len(places))[:PLACES]])
    _, _, of_area = _frame(some, chosen, scale, job.cancelled)
    test = compare_quadrants(frame.quadrant[inside], of_area.quadrant)
    columns = {
        "slope_deg": slope, "aspect_deg": aspect, f"down_slope_{unit}": frame.down,
        f"along_slope_{unit}": frame.along, f"up_{unit}": frame.up,
        f"steepest_{unit}": frame.steepest, f"outward_{unit}": frame.outward,
        "turn_deg": frame.turn, "quadrant": np.array(QUADRANTS, object)[frame.quadrant],
    }  # fmt: skip
    notes = [
        f"Quadrant '{QUADRANTS[k + 1]}': {test.count[k]} sites "
        f"({100 * test.count[k] / max(test.count.sum(), 1):.1f} %), "
        f"{100 * test.share[k]:.1f} % of the area's slopes, p = {test.p[k]:.3g}."
        for k in range(4)
    ]
    counts = np.bincount(frame.quadrant[inside], minlength=len(QUADRANTS))
    notes.append(
        "Without a quadrant: " + ", ".join(f"{counts[k]} {QUADRANTS[k]}" for k in (0, 5, 6)) + "."
    )
    return FoundQuadrants(columns, test, notes)


def _scale(chosen) -> tuple[float, bool]:
    """Factor to millimetres, and whether the field is a rate."""
    texts = {}
    for path in (chosen.east, chosen.north, chosen.up):
        info = describe(path)
        check_raster(path, unit=chosen.unit)
        texts[path] = info.unit.lower().replace("_", "/").replace(" ", "")
    if len(set(texts.values())) > 1:
        raise GroundshiftError(
            f"{chosen.east}: the rasters of east, north and up have different units "
            f"({', '.join(text or 'none' for text in texts.values())}); convert them to one."
        )
    text = next(iter(texts.values()))
    length, _, time = text.partition("/")
    rate = time in ("yr", "year", "a")
    if chosen.unit != "auto":
        return TO_MM[chosen.unit], rate
    if length not in TO_MM:
        raise GroundshiftError(
            f"{chosen.east}: does not say its unit; choose the unit of the displacement."
        )
    return TO_MM[length], rate


def _frame(places, chosen, scale, cancelled):
    x, y = places.T
    parts = [
        scale * values_at(path, DEGREES, x, y, cancelled)
        for path in (chosen.east, chosen.north, chosen.up)
    ]
    with Elevation(chosen.dem) as dem:
        east, north = GroundSlope(dem, chosen.slope_radius).at(DEGREES, x, y, None, cancelled)
    slope = np.degrees(np.arctan(np.hypot(east, north)))
    aspect = np.degrees(np.arctan2(-east, -north)) % 360.0
    frame = slope_frame(*parts, slope, aspect, chosen.flat, chosen.still)
    return slope, aspect, frame

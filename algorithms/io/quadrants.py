# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A 3-D displacement field and an elevation model at sites: motion in the slope's frame."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..areas.slope_frame import QUADRANTS, QuadrantTest, compare_quadrants, slope_frame
from ..errors import GroundshiftError
from .elevation import Elevation
from .ground_slope import GroundSlope
from .quantities import check_raster
from .raster_places import values_at
from .raster_source import describe

TO_MM = {"m": 1e3, "cm": 10.0, "mm": 1.0}
UNITS = ("auto", *TO_MM)
DEGREES = "EPSG:4326"


@dataclass(frozen=True)
class FieldSource:
    """Rasters of a displacement (or rate) and of heights.

    Parameters
    ----------
    east, north, up, dem : path
    unit : str
        One of :data:`UNITS`; ``auto`` takes what the rasters say.
    radius : float
        Metres over which the slope is taken; 0 for 3 x 3 cells.
    flat : float
        Degrees: gentler slopes have no direction.
    still : float
        Millimetres: what moves less is taken as still.
    places : int
        Random places that the quadrants of the study area are counted at.
    """

    east: str
    north: str
    up: str
    dem: str
    unit: str = "auto"
    radius: float = 0.0
    flat: float = 5.0
    still: float = 0.0
    places: int = 20_000


@dataclass(frozen=True)
class FoundQuadrants:
    """Columns of the sites, the test and sentences for the log."""

    columns: dict
    test: QuadrantTest
    notes: list


def quadrants_at(places, inside, area_places, source: FieldSource, cancelled=None):
    """Motion in the slope's frame at sites, and how its quadrants compare with the study area's.

    Parameters
    ----------
    places : ndarray, shape (site, 2)
        Longitude and latitude.
    inside : ndarray of bool, shape (site,)
        Sites that are counted.
    area_places : ndarray, shape (place, 2)
        Spread evenly over the study area.
    source : FieldSource

    Returns
    -------
    FoundQuadrants

    Raises
    ------
    GroundshiftError
        If a raster cannot be used, or the field nowhere meets the sites.
    """
    scale, rate = _scale(source)
    unit = "mm_yr" if rate else "mm"
    slope, aspect, frame = _frame(places, source, scale, cancelled)
    if not frame.quadrant.any():
        raise GroundshiftError(
            f"{source.east}: at no site are the displacement and the slope known; choose rasters "
            "that overlap the sites."
        )
    _, _, of_area = _frame(area_places, source, scale, cancelled)
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


def _scale(source) -> tuple[float, bool]:
    """Factor to millimetres, and whether the field is a rate."""
    texts = {}
    for path in (source.east, source.north, source.up):
        info = describe(path)
        check_raster(path, unit=source.unit)
        texts[path] = info.unit.lower().replace("_", "/").replace(" ", "")
    if len(set(texts.values())) > 1:
        raise GroundshiftError(
            f"{source.east}: the rasters of east, north and up have different units "
            f"({', '.join(text or 'none' for text in texts.values())}); convert them to one."
        )
    text = next(iter(texts.values()))
    length, _, time = text.partition("/")
    rate = time in ("yr", "year", "a")
    if source.unit != "auto":
        return TO_MM[source.unit], rate
    if length not in TO_MM:
        raise GroundshiftError(
            f"{source.east}: does not say its unit; choose the unit of the displacement."
        )
    return TO_MM[length], rate


def _frame(places, source, scale, cancelled):
    x, y = places.T
    parts = [
        scale * values_at(path, DEGREES, x, y, cancelled)
        for path in (source.east, source.north, source.up)
    ]
    with Elevation(source.dem) as dem:
        east, north = GroundSlope(dem, source.radius).at(DEGREES, x, y, None, cancelled)
    slope = np.degrees(np.arctan(np.hypot(east, north)))
    aspect = np.degrees(np.arctan2(-east, -north)) % 360.0
    frame = slope_frame(*parts, slope, aspect, source.flat, source.still)
    return slope, aspect, frame

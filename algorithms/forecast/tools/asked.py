# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools of this room ask for alike."""

from __future__ import annotations

from ...declare import Chosen, file, layer, number, other, raster
from ...timeseries.tools.asked import PointsInput


def one_day(chosen, name: str):
    """The one date that a text parameter holds; None where it is empty."""
    from ...data.dates import parse_dates
    from ...errors import GroundshiftError

    try:
        found = parse_dates(getattr(chosen, name))
    except GroundshiftError as error:
        chosen.refuse(name, str(error))
    if len(found) > 1:
        chosen.refuse(name, f"holds {len(found)} dates; give one, as YYYYMMDD.")
    return found[0] if found else None


class MotionSeries(PointsInput):
    """Points with series, or one series."""

    table = file(
        "Table of one series",
        "Instead of points: CSV with a date and a displacement (mm) a row, as the explorer "
        "exports, or levelling.", "Tables (*.csv *.txt);;All files (*)", optional=True,
    )  # fmt: skip

    def check(self):
        """One of the three, and a span of dates."""
        given = [getattr(self, name) for name in ("points", "timeseries", "table")]
        count = sum(value is not None for value in given)
        if count != 1:
            what = "were given together" if count else "are missing"
            self.refuse(("points", "timeseries", "table"), f"{what}; give one of them.")
        self.span()


class GroundFactors(Chosen):
    """Landslides, and what may make ground prone to them."""

    inventory = layer(
        "Landslides or active areas", "Polygons, or points of which each stands for its pixel.",
        ("points", "polygons"), selected=True,
    )  # fmt: skip
    dem = raster(
        "Elevation model",
        "In metres: gives slope, aspect, curvatures and height, and the grid of the result.",
        optional=True,
    )  # fmt: skip
    rasters = other(
        "layers", "Rasters of numbers",
        "Rain, vegetation, wetness or any other: each band is a factor, called by its description "
        "or the file.", shapes=("raster",), optional=True,
    )  # fmt: skip
    classes = other(
        "layers", "Rasters of classes", "Land cover, geology: whole numbers.", shapes=("raster",),
        optional=True,
    )  # fmt: skip
    lines = other(
        "layers", "Lines", "Faults, rivers, roads: the distance to each layer is a factor.",
        shapes=("lines",), optional=True,
    )  # fmt: skip
    study_area = layer(
        "Study area", "Polygons in which landslides were looked for; without sea and lakes.",
        ("polygons",), optional=True,
    )  # fmt: skip
    radius = number(
        "Radius of the slope (m)",
        "Slope, aspect and curvatures are those of the ground smoothed over so many metres; 0 "
        "takes 3 x 3 cells.", 0.0, 0.0, 10_000.0, advanced=True,
    )  # fmt: skip
    side = number(
        "Side of the tiles (m)",
        "What lies in one square of the map counts as one observation; about a hundred squares "
        "if empty.", None, 1e-3, 1e7, optional=True, advanced=True,
    )  # fmt: skip

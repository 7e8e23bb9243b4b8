# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Drift of sea ice between two radar images."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, layer, number, part, raster, text, whole


class IceDrift(Chosen):
    """Two scenes, how ice moves, and how it is looked for."""

    first = raster(
        "First scene",
        "Backscatter (dB or linear) or amplitude of the earlier pass, on a map or with ground "
        "control points alone. HH shows more than HV, whose noise bands drift with the satellite.",
    )  # fmt: skip
    second = raster("Second scene", "The later one, of the same polarisation.")
    first_time = text(
        "Time of the first scene",
        "YYYY-MM-DD HH:MM; that in the file's name (20200301T083237) if empty.",
    )  # fmt: skip
    second_time = text("Time of the second scene", "As that of the first.")
    land = layer(
        "Land", "Polygons in which nothing is looked for: land and shore-fast ice.",
        ("polygons",), optional=True,
    )  # fmt: skip
    max_speed = number(
        "Largest speed (km/day)", "Key points further apart are not compared.", 50.0, 0.1, 500.0,
    )  # fmt: skip
    max_rotation = number(
        "Largest rotation (degrees)",
        "Either way. Floes turn by a few degrees a day, in the marginal ice zone by more; twice as "
        "much takes twice as long.", 15.0, 0.0, 180.0,
    )  # fmt: skip
    spacing = number(
        "Spacing of the grid (m)", "From vector to vector; the template's size if empty.", None,
        100.0, 1e6, optional=True,
    )  # fmt: skip
    template = number(
        "Template (m)", "Side of the squares that are turned and correlated.", 3200.0, 200.0, 1e5,
        advanced=True,
    )  # fmt: skip
    min_correlation = number(
        "Minimum correlation", "Of a vector. By chance squares reach some 0.25.", 0.35, 0.0, 0.99,
        advanced=True,
    )  # fmt: skip
    pixel = number(
        "Pixel (m)",
        "To which finer images are averaged: that of the images, but 100 m at least, if empty.",
        None, 1.0, 10_000.0, optional=True, advanced=True,
    )  # fmt: skip
    far = number(
        "Farthest key point (km)", "From which a vector of the grid is still told.", 15.0, 0.1,
        1000.0, advanced=True,
    )  # fmt: skip
    ratio = number(
        "Ratio of the best to the next",
        "Of the bits in which descriptions differ; a lower one keeps fewer, surer key points.",
        0.75, 0.3, 1.0, advanced=True,
    )  # fmt: skip
    band = whole("Band", "Of both scenes.", 1, 1, advanced=True)
    machine = part(Machine)

    def check(self):
        """Two scenes."""
        if str(self.first) == str(self.second):
            self.refuse(
                ("first", "second"), "are one and the same file; give two scenes of different "
                "times.",
            )  # fmt: skip


OUTPUTS = (
    Output(
        "points", "VECTORS", "Key points",
        "One a match: speed_km_day, direction_deg (clockwise from north), east_m, north_m, x_m, "
        "y_m (along the map's axes), rotation_deg (counter-clockwise), correlation, std_m.",
        optional=True, style="drift", name="Drift of key points",
        abstract="Displacement of pieces of ice from the first to the second scene.",
    ),
    Output(
        "points", "DRIFT", "Drift on a grid",
        "The same on a grid, with divergence, shear and vorticity by day, and their standard "
        "deviations.", optional=True, style="drift", name="Ice drift",
        abstract="Displacement from the first to the second scene, by turned templates.",
    ),
    Output(
        "raster", "DEFORMATION", "Deformation",
        "Bands, by day: divergence (positive where ice opens), shear, vorticity (positive "
        "counter-clockwise), then their standard deviations.", optional=True, by_default=False,
        style="ice_divergence", limits="symmetric", name="Divergence of the ice",
        abstract="Divergence of the drift, percent a day.",
    ),
    Output(
        "file", "REPORT", "Report", "Map of the drift, and numbers.", "HTML (*.html)",
        optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "VECTORS_FOUND": "Vectors of key points", "MATCHED": "Matches before the filters",
    "LEFT_OUT": "Left out by their neighbours (%)", "GRID_FOUND": "Vectors on the grid",
    "DAYS": "Days between the scenes", "SPEED": "Median speed (km/day)",
    "DIRECTION": "Direction of the median drift (degrees)",
    "MEDIAN_X": "Median displacement to the right on the map (m)",
    "MEDIAN_Y": "Median displacement up on the map (m)",
    "STD": "Median standard deviation of the key points (m)",
    "CORRELATION": "Median correlation",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Follow the ice; see :mod:`...declare`."""
    from ..pages.icedrift import page
    from .drift_found import deform, follow, told
    from .scene_pair import read_pair

    notes, warnings = [], []
    job = job.kept(notes, warnings)
    pair = read_pair(chosen, job.part(0.0, 0.1))
    found = follow(pair, chosen, job.part(0.1, 0.9))
    numbers, columns = told(found, pair)
    lattice = deform(found, pair, chosen)
    found.write(outputs, pair, columns, lattice)
    outputs.when = tuple(time.astype("datetime64[D]") for time in pair.times)
    outputs.text("REPORT", lambda: page(pair, found, columns, numbers, notes, warnings))
    return numbers

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Flux of ice through gates."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, choice, layer, number, part, raster


class GlacierFlux(Chosen):
    """Velocity, thickness, gates, and how wrong each may be."""

    vx = raster("Velocity to the right or east", "As of offset tracking.")
    vy = raster("Velocity up or north", "On any grid.")
    unit = choice(
        "Unit of the velocity", "A raster's own unit goes first.", ("m/yr", "m/day", "mm/yr"),
    )  # fmt: skip
    axes = choice(
        "Axes of the velocity",
        "map: along those of the raster's map, as of most published velocities; true: east and "
        "north, as of the tools here.", ("map", "true"),
    )  # fmt: skip
    thickness = raster("Ice thickness (m)", "On any grid; or the next number.", optional=True)
    constant = number(
        "Constant thickness (m)", "Where there is no raster.", None, 1.0, 5000.0, optional=True,
    )  # fmt: skip
    thickness_std = number(
        "Standard deviation of the thickness (%)", "Of consensus maps some 20 to 40.", 25.0, 0.0,
        100.0,
    )  # fmt: skip
    gates = layer("Gates", "Lines across the flow.", ("lines",), selected=True)
    stable = layer(
        "Stable ground",
        "Polygons of bedrock: how wrong velocities are, and how far alike, is measured there.",
        ("polygons",), optional=True,
    )  # fmt: skip
    velocity_std = number(
        "Standard deviation of the velocity (m/yr)", "Of each component; by stable ground if "
        "empty.", None, 0.0, 1e5, optional=True,
    )  # fmt: skip
    velocity_range = number(
        "Range of the velocity's errors (m)", "Over which they are alike; by stable ground if "
        "empty, else 500 m.", None, 0.0, 1e6, optional=True, advanced=True,
    )  # fmt: skip
    thickness_range = number(
        "Range of the thickness' errors (m)", "Over which they are alike; the whole gate if 0.",
        2000.0, 0.0, 1e6, advanced=True,
    )  # fmt: skip
    least_factor = number(
        "Least mean speed by that of the surface",
        "0.8: ice that deforms under its own weight (Glen's law of exponent 3).", 0.8, 0.1, 1.0,
        advanced=True,
    )  # fmt: skip
    most_factor = number(
        "Largest mean speed by that of the surface", "1: ice that slides as a block.", 1.0, 0.1,
        1.0, advanced=True,
    )  # fmt: skip
    density = number("Density of the ice (kg/m³)", "Of the column.", 900.0, 300.0, 930.0,
                     advanced=True)  # fmt: skip
    machine = part(Machine)

    def check(self):
        """One thickness, errors from somewhere, factors in order."""
        if (self.thickness is None) == (self.constant is None):
            self.refuse(("thickness", "constant"), "give one of both.")
        if self.stable is None and self.velocity_std is None:
            self.refuse(
                ("stable", "velocity_std"), "are both missing, and a flux without its error is no "
                "result; give one of them.",
            )  # fmt: skip
        if self.least_factor > self.most_factor:
            self.refuse(
                ("least_factor", "most_factor"), f"{self.least_factor:g} is more than "
                f"{self.most_factor:g}; give the lower one first.",
            )  # fmt: skip


OUTPUTS = (
    Output(
        "lines", "FLUX", "Flux through the gates",
        "flux_km3_yr and mass_gt_yr with their standard deviations and its parts, width_m, "
        "area_m2, speed_m_yr, thickness_m, azimuth_deg, known_share; and against the gate before: "
        "change_gt_yr.", optional=True, name="Ice flux",
    ),
    Output(
        "points", "PROFILE", "Places along the gates",
        "gate, distance_m, across_m_yr, thickness_m, flux_m2_yr.", optional=True, by_default=False,
        name="Flux along the gates",
    ),
    Output("file", "REPORT", "Report", "Table and profiles.", "HTML (*.html)", optional=True),
)  # fmt: skip
NUMBERS = {
    "GATES_MEASURED": "Gates with a flux", "VOLUME": "Flux of the first gate (km³/yr)",
    "VOLUME_STD": "Its standard deviation (km³/yr)", "MASS": "Its mass (Gt/yr)",
    "SPEED": "Mean speed across it (m/yr)", "AZIMUTH": "Where it flows (degrees)",
    "STD": "Standard deviation of the velocity (m/yr)",
    "RANGE": "Range of the velocity's errors (m)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Measure every gate; see :mod:`...declare`."""
    from ..pages.glacierflux import page
    from .gates import measure

    found = measure(chosen, job)
    found.write(outputs)
    outputs.text("REPORT", lambda: page(found))
    return found.numbers()

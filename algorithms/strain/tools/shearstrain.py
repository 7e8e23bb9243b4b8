# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Shear across mapped faults, and which of their segments creep."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, flag, layer, number, part, raster
from ...geometry.tools.asked import Look


class ShearStrain(Chosen):
    """Faults, the motion of one or two orbits, and what counts as creep."""

    faults = layer("Fault traces", "Lines, in any CRS.", ("lines",), selected=True)
    rates = raster(
        "Rates or gradients",
        "Map of rates along the line of sight (mm/yr, positive towards the satellite), or the "
        "gradients of 'Phase-gradient stack' in map coordinates.",
    )  # fmt: skip
    look = part(Look)
    rates_2 = rates.named("", title="Rates or gradients of the second orbit", optional=True)
    look_2 = part(Look, "_2", " of the second orbit")
    window = number(
        "Window (m)",
        "Of rates: the plane whose slope is the gradient is laid through so much ground; empty for "
        "2 km, or seven pixels. Of gradients: what they were averaged over, where they do not "
        "tell. Shear is averaged over it.", None, 1.0, 1e6, optional=True,
    )  # fmt: skip
    length = number("Length of a segment (m)", "About; faults are cut evenly.", 5000.0, 10.0, 1e6)
    std = raster(
        "Standard deviation of the rates",
        "On their grid; without it the misfit of the planes tells the errors.", optional=True,
        advanced=True,
    )  # fmt: skip
    std_2 = std.named("", title="Standard deviation of the rates of the second orbit")
    reach = number(
        "Half length of the profiles (m)",
        "Across a fault on either side; empty for 20 km, or five windows.", None, 10.0, 1e6,
        optional=True, advanced=True,
    )  # fmt: skip
    least_look = number(
        "Least look along the fault",
        "Where the component of the look vector along a fault is smaller, its shear is not seen. "
        "Sentinel-1 has 0.6 on faults to the east and 0.1 on those to the north.", 0.25, 0.01, 0.99,
        advanced=True,
    )  # fmt: skip
    creep_distance = number(
        "Creep within (m)", "Of the trace: faults are mapped so exactly.", 2000.0, 0.0, 1e5,
        advanced=True,
    )  # fmt: skip
    creep_width = number(
        "Half width of creep (m)",
        "Half widths at half maximum of peaks that count as creep, at most; at least what the "
        "window makes of a step. A fault that is locked to a smaller depth counts as creeping.",
        3000.0, 1.0, 1e5, advanced=True,
    )  # fmt: skip
    alpha = number(
        "Rate of false alarms",
        "Segments that noise alone makes creep in a whole scene, on the average.", 0.05, 1e-6, 10.0,
        advanced=True,
    )  # fmt: skip
    noise_length = number(
        "Correlation length of the noise (m)",
        "Of rates: errors of pixels are alike over about this distance. 0: they are independent.",
        0.0, 0.0, 1e6, advanced=True,
    )  # fmt: skip
    unit = choice(
        "Unit of the rates", "A year; a raster's own unit goes first.", ("mm", "cm", "m"),
        advanced=True,
    )  # fmt: skip
    away = flag("Rates are positive away from the satellite", "Of both orbits.", advanced=True)
    left_looking = flag(
        "Left-looking radar", "Both orbits look to the left of their flight.", advanced=True
    )
    blocks = part(Blocks)

    def check(self):
        """What belongs to a second orbit needs its motion."""
        if self.rates_2 is None and (
            self.std_2 is not None or self.look_2.source() is not None
        ):  # fmt: skip
            self.refuse("rates_2", "is missing, and its look or standard deviation is given.")
        if self.rates_2 is not None and str(self.rates_2) == str(self.rates):
            self.refuse("rates_2", "is the first orbit's; give that of the other orbit.")


OUTPUTS = (
    Output(
        "lines", "SEGMENTS", "Segments",
        "Strike, shear at the trace (right-lateral positive) with its standard deviation, the "
        "peak, its distance and half width, the rate of surface creep, and whether it creeps.",
        style="shear_segments", name="Shear across faults",
        abstract="Tensor shear rate across faults, nanostrain a year, right-lateral positive.",
    ),
    Output(
        "raster", "SHEAR", "Shear",
        "In the frame of the nearest segment, right-lateral positive; second band: standard "
        "deviation.", optional=True, by_default=False, style="strain_rate", limits="symmetric",
        name="Shear in the frame of the nearest fault",
    ),
    Output(
        "file", "PROFILES", "Profiles (HTML)",
        "Mean profiles across the faults and creep along them, with standard deviations.",
        "HTML files (*.html)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "SEGMENT_COUNT": "Segments", "SEEN": "Segments with a result", "CREEPING": "Creeping segments",
    "CREEPING_KM": "Length of creeping segments (km)", "LOCKED": "Locked segments",
    "LARGEST_CREEP": "Largest rate of surface creep (mm/yr)",
    "MEDIAN_SHEAR": "Median shear at the traces (nstrain/yr)",
    "THRESHOLD": "Significance that creep needs", "NOISE": "Noise over the standard deviations",
    "WINDOW_USED": "Window (m)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Gather profiles, then judge them; see :mod:`...declare`."""
    import contextlib

    from .shear_gather import gather
    from .shear_segments import judged, write_segments

    with contextlib.ExitStack() as files:
        gathered = gather(chosen, outputs, job, files)
    result = judged(gathered, chosen, job)
    return write_segments(gathered, result, outputs, job)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The motion of a tectonic plate taken off a displacement series or a velocity map."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, file, flag, number, part, point, raster
from ...geometry.tools.asked import Look
from .asked import CORRECTION_NUMBERS, CORRECTION_OUTPUTS, CORRECTION_TEXTS, Stable

BYTES_PER_PIXEL = 80.0


class PlateMotion(Chosen):
    """Which plate, and from what it is taken off."""

    timeseries = file(
        "Displacement time series",
        "HDF5 in MintPy's layout (timeseries.h5), of 'SBAS inversion' or a correction.",
        "HDF5, Zarr", optional=True,
    )  # fmt: skip
    velocity_map = raster(
        "Or a velocity map",
        "Rate along the line of sight, positive towards the satellite, and its standard deviation "
        "in a band velocity_std, where there is no series.", optional=True,
    )  # fmt: skip
    plate = choice(
        "Plate",
        "On which the scene lies; pole: by the pole below.",
        ("none", "eurasia", "nubia", "somalia", "arabia", "india", "australia", "north_america",
         "south_america", "pacific", "antarctica", "nazca", "caribbean", "amur", "pole"),
    )  # fmt: skip
    model = choice(
        "Model of the plates",
        "ITRF2020 (Altamimi et al. 2023) or ITRF2014 (Altamimi et al. 2017).",
        ("itrf2020", "itrf2014"), advanced=True,
    )  # fmt: skip
    pole_latitude = number(
        "Pole: latitude (degrees)", "Of the plate 'pole'.", None, -90.0, 90.0, optional=True,
        advanced=True,
    )  # fmt: skip
    pole_longitude = number(
        "Pole: longitude (degrees)", "Of the plate 'pole'.", None, -360.0, 360.0, optional=True,
        advanced=True,
    )  # fmt: skip
    pole_rate = number(
        "Pole: rate (degrees a million years)",
        "Of the plate 'pole', counter-clockwise seen from above.", None, -50.0, 50.0,
        optional=True, advanced=True,
    )  # fmt: skip
    look = part(Look)
    reference_point = point(
        "Reference point of the map",
        "Where the plate's motion is taken as zero; the middle of the map without it. A series "
        "has its own.", advanced=True,
    )  # fmt: skip
    unit = choice(
        "Unit of the map", "A year; the raster's own unit goes first.", ("mm", "cm", "m"),
        advanced=True,
    )  # fmt: skip
    left_looking = flag(
        "Left-looking radar", "The radar looks to the left of its flight.", advanced=True,
    )  # fmt: skip
    stable = part(Stable, advanced=True)
    blocks = part(Blocks)

    def check(self):
        """A series or a map; a plate, and a pole where that is its name."""
        if (self.timeseries is None) == (self.velocity_map is None):
            what = "are missing" if self.timeseries is None else "were both given"
            self.refuse(("timeseries", "velocity_map"), f"{what}; give one of them.")
        if self.plate == "none":
            self.refuse("plate", "is missing; give the plate on which the scene lies.")
        if self.plate == "pole":
            for name in ("pole_latitude", "pole_longitude", "pole_rate"):
                if getattr(self, name) is None:
                    self.refuse(name, "is missing; give it, or the name of a plate.")

    def gives(self, output: str) -> bool:
        """A map gives rates alone."""
        return self.velocity_map is None or output in ("VELOCITY", "REMOVED")

    def rotation(self):
        """Of the plate."""
        from ..plate_motion import rotation_about, rotation_of

        if self.plate == "pole":
            return rotation_about(self.pole_latitude, self.pole_longitude, self.pole_rate)
        return rotation_of(self.model, self.plate)


CORRECTED, VELOCITY, REMOVED, *PAGES = CORRECTION_OUTPUTS
OUTPUTS = (
    Output("file", "CORRECTED", CORRECTED.title, "Of a series: " + CORRECTED.help,
           CORRECTED.filter, optional=True),
    Output("raster", "VELOCITY", VELOCITY.title,
           "Rate of the corrected series, or the map without the plate's motion, mm a year.",
           optional=True, style="velocity", limits="symmetric", abstract=VELOCITY.abstract),
    Output("raster", "REMOVED", "Taken off",
           "What was taken off: of a series a band a date, mm; of a map mm a year.",
           optional=True, by_default=False, style="displacement",
           abstract="Motion of the plate along the line of sight that was taken off, relative to "
           "the reference point."),
    *PAGES,
)  # fmt: skip
NUMBERS = {
    **CORRECTION_NUMBERS, "PLATE_EAST": "Plate's motion to the east in the middle (mm/yr)",
    "PLATE_NORTH": "Plate's motion to the north in the middle (mm/yr)",
    "RAMP": "Range of what is taken off the rates (mm/yr)",
    "RAMP_STD": "Largest standard deviation of it (mm/yr)",
}  # fmt: skip
TEXTS = CORRECTION_TEXTS


def run(chosen, outputs, job) -> dict:
    """Take the plate's motion off; see :mod:`...declare`."""
    work = _series if chosen.velocity_map is None else _map
    return work(chosen, chosen.rotation(), outputs, job)


def _series(chosen, rotation, outputs, job) -> dict:
    """Of a series, as all corrections do it."""
    from ...formats.hdf5.stacks import read_timeseries
    from ..plate_motion import plate_correction, rate_along
    from .correction import corrected
    from .known import look_of, tell_twice
    from .reference_place import reference_window

    series = read_timeseries(chosen.timeseries)
    tell_twice(series, "platemotion", job)
    look = look_of(chosen.look, series.path, series.grid, job, chosen.left_looking)
    rates = rate_along(rotation, series.grid, look)
    window, place = reference_window(series), None
    if window is not None:
        place = window.row + (window.height - 1) / 2, window.col + (window.width - 1) / 2
    numbers = _told(rotation, series.grid, rates, place, job)
    correction = plate_correction(series.dates, rates, place)
    return {**corrected(chosen, outputs, job, correction), **numbers}


def _map(chosen, rotation, outputs, job) -> dict:
    """Of a raster of rates."""
    from functools import partial

    import numpy as np

    from ...data.crs import point_in
    from ...errors import GroundshiftError
    from ...formats.measurements import RateLayer
    from ...formats.raster_rates import open_rates
    from ...outputs import Layer
    from ..plate_motion import rate_along
    from .known import look_of

    source = RateLayer(chosen.velocity_map, "", True, "los", chosen.unit)
    grid, reader, _ = open_rates(source)
    look = look_of(chosen.look, source.path, grid, job, chosen.left_looking)
    rates = rate_along(rotation, grid, look)
    place = (grid.rows - 1) / 2, (grid.cols - 1) / 2
    given = point_in(chosen.reference_point, grid.crs)
    if given is not None:
        place = grid.index(*given)
        if not grid.contains(*place):
            chosen.refuse("reference_point", f"is not on {source.path}; give one on the map.")
    else:
        job.note("The plate's motion is taken as zero in the middle of the map.")
    numbers = _told(rotation, grid, rates, place, job)
    zero, sums = rates.at(*place), np.zeros(2)
    layers = {
        "VELOCITY": Layer((("velocity_mm_yr", "mm/yr"), ("velocity_std_mm_yr", "mm/yr"))),
        "REMOVED": Layer((("removed_mm_yr", "mm/yr"),)),
    }

    def write(window, result):
        rate, std, removed = result
        known = np.isfinite(rate)
        sums[:] += known.sum(), np.square(removed[known]).sum()
        values = {"VELOCITY": 1e3 * np.stack([rate, std]), "REMOVED": 1e3 * removed}
        rasters.write(window, values)

    with outputs.rasters(layers, grid) as rasters:
        job.blocks(_without, partial(_read, reader, rates, zero), write, grid, BYTES_PER_PIXEL)
    if not sums[0]:
        raise GroundshiftError(f"{source.path}: holds no rate at all; give another map.")
    change = 1e3 * float(np.sqrt(sums[1] / sums[0]))
    summary = f"{change:.2f} mm/yr (RMS) of the rates taken off at {int(sums[0])} pixels."
    return {
        "RATE_CHANGE": change, "PIXELS": int(sums[0]), "SUMMARY_TEXT": summary, **numbers
    }  # fmt: skip


def _read(reader, rates, zero, window) -> tuple:
    """What :func:`_without` takes."""
    return *reader.read(window), rates.block(window) - zero


def _without(block):
    """Rate and standard deviation without the plate's motion, and that; metres a year."""
    import numpy as np

    rate, std, plate = block
    spread = np.sqrt(np.square(plate[..., 1:]).sum(axis=-1))
    removed = np.where(np.isfinite(rate), plate[..., 0], np.nan)
    return rate - removed, np.hypot(std, spread), removed


def _told(rotation, grid, rates, place, job) -> dict:
    """What the plate does to the scene, which goes to the log, too; `place`: of the reference."""
    import numpy as np

    from ...data.crs import longitude_latitude

    middle = longitude_latitude(grid.crs, *grid.xy((grid.rows - 1) / 2, (grid.cols - 1) / 2))
    east, north = (1e3 * float(part) for part in rotation.velocity(*middle))
    values = 1e3 * rates.values
    ramp = float(np.ptp(values[..., 0]))
    spread = values[..., 1:] - (0.0 if place is None else 1e3 * rates.at(*place)[1:])
    std = float(np.sqrt(np.square(spread).sum(axis=-1)).max())
    job.note(
        f"The plate moves by {east:.2f} mm/yr to the east and {north:.2f} mm/yr to the north in "
        f"the middle of the scene; along the line of sight that differs by {ramp:.2f} mm/yr over "
        f"it, with a standard deviation of {std:.2f} mm/yr at most."
    )
    return {"PLATE_EAST": east, "PLATE_NORTH": north, "RAMP": ramp, "RAMP_STD": std}

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rates along the line of sight turned into rates down the steepest slope."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, flag, number, other, part, raster
from ...errors import GroundshiftError
from .asked import Look, RateFields

BYTES_PER_PIXEL = 420.0


class SlopeVelocity(Chosen):
    """Rates, slopes, and what happens where the radar hardly sees them."""

    rates = other(
        "rates", "Rates: points or velocity raster",
        "Along the line of sight, positive towards the satellite.", shapes=("points", "raster"),
    )  # fmt: skip
    dem = raster(
        "Elevation model", "Heights in metres, in degrees or on a projected map.",
    )  # fmt: skip
    look = part(Look)
    radius = number(
        "Radius of the slope (m)",
        "Slopes are those of planes fitted to so large a neighbourhood (Gaussian weights, half "
        "the radius is their standard deviation); 0 takes 3 x 3 cells.", 60.0, 0.0,
        5000.0,
    )  # fmt: skip
    rule = choice(
        "Where sensitivity is low",
        "drop: no rate; clip: C is held at the minimum sensitivity, with its sign, so the rate "
        "is an underestimate.", ("drop", "clip"),
    )  # fmt: skip
    least_sensitivity = number(
        "Minimum sensitivity", "|C|; 0.2 to 0.3 in practice.", 0.3, 0.01, 1.0, advanced=True,
    )  # fmt: skip
    flat = number(
        "Flat below (degrees)", "Gentler slopes are left out.", 5.0, 0.0, 45.0, advanced=True,
    )  # fmt: skip
    slope_std = number(
        "Standard deviation of the slope (degrees)",
        "Adds to the standard deviation of the rates; 0 takes slopes as exact.", 0.0, 0.0, 30.0,
        advanced=True,
    )  # fmt: skip
    drop_up_slope = flag(
        "Leave out motion uphill",
        "It is flagged otherwise. Ground at rest has noise of both signs: leaving out one makes"
        " it slide.", advanced=True,
    )  # fmt: skip
    away = flag(
        "Positive away from the satellite", "The sign of the rates is turned first.",
        advanced=True,
    )  # fmt: skip
    left_looking = flag(
        "Left-looking radar",
        "The radar looks to the left of its flight (geometry files and line-of-sight rasters "
        "know by themselves).", advanced=True,
    )  # fmt: skip
    rate_fields = part(
        RateFields, changes={"std_raster": {
            "help": "On the grid of the velocity raster, where that has no band velocity_std.",
        }},
    )  # fmt: skip
    unit = choice(
        "Unit of the rates", "A year; a raster's own unit goes first.", ("mm", "cm", "m"),
        advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def rules(self) -> dict:
        """As :func:`..slope_projection.project` takes them."""
        return {
            "rule": self.rule, "least_sensitivity": self.least_sensitivity,
            "flat_slope": self.flat, "drop_up_slope": self.drop_up_slope,
            "slope_std": self.slope_std,
        }  # fmt: skip


ABOUT = (
    "Rate along the steepest slope in mm a year, positive downhill; from rates along the line of "
    "sight, if the ground slides down the steepest slope."
)
OUTPUTS = (
    Output(
        "points", "POINTS", "Points along the slope",
        "For points: all of their fields, and slope_velocity_mm_yr, slope_velocity_std_mm_yr, "
        "sensitivity_c, slope_deg, aspect_deg (downhill), slope_status.", optional=True,
        by_default=False, style="points_slope_velocity", name="Rates along the slope",
        abstract=ABOUT,
    ),
    Output(
        "raster", "RASTER", "Raster along the slope",
        "For a raster: bands rate and standard deviation (mm/yr), C, slope, aspect.",
        optional=True, by_default=False, style="slope_velocity", limits="symmetric",
        name="Rates along the slope",
        abstract=ABOUT,
    ),
    Output(
        "raster", "STATUS", "Status", "For a raster: what became of every cell.", optional=True,
        by_default=False, style="slope_status", name="Status of rates along the slope",
        abstract="What became of the rates.",
    ),
)  # fmt: skip
NUMBERS = {
    "KEPT": "Rates along the slope",
    "UP_SLOPE": "Of these uphill",
    "LOW": "Left out: low sensitivity",
    "FLAT_CELLS": "Left out: flat",
    "MEDIAN": "Median rate (mm/yr)",
    "FASTEST": "Fastest rate downhill (mm/yr)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Project the rates; see :mod:`...declare`."""
    import numpy as np

    from ...formats.elevation import Elevation
    from ...formats.ground_slope import GroundSlope
    from ..slope_projection import KEPT_BELOW, STATUS

    raster = chosen.rates[2]
    for output in OUTPUTS:
        if outputs.wanted(output.id) and raster == (output.id == "POINTS"):
            job.warn(
                f"{output.title} ({output.id}): is not made of a "
                f"{'raster' if raster else 'layer of points'}."
            )
            outputs.leave_out(output.id)
    if not outputs.wanted("RASTER" if raster else "POINTS"):
        raise GroundshiftError(
            "Rates of a raster make a raster; say where to write it." if raster
            else "Rates of points make a layer of points; say where to write it."
        )  # fmt: skip
    source = chosen.rate_fields.source(chosen.rates, chosen.unit, chosen.away)
    look = chosen.look.source(chosen.left_looking)
    counts = np.zeros(1 + max(STATUS), int)
    with Elevation(chosen.dem) as dem:
        work = _raster if raster else _points
        summary = work(source, GroundSlope(dem, chosen.radius), look, chosen, counts, outputs, job)
    kept = int(counts[1:KEPT_BELOW].sum())
    if not kept:
        _refuse(counts, source)
    return {
        "KEPT": kept, "UP_SLOPE": int(counts[2] + counts[4]), "LOW": counts[5],
        "FLAT_CELLS": counts[6], "MEDIAN": summary.median, "FASTEST": summary.maximum,
    }  # fmt: skip


def _points(source, slope, look, chosen, counts, outputs, job):
    """Write points with their rates along the slope, which are summed up."""
    import numpy as np

    from ...data.statistics import Sampler
    from ...formats.measurements import measurements_of
    from ...formats.point_look import look_at_points
    from ...formats.vectors.field_types import with_own_types, without_clashes
    from ...formats.vectors.tables import read_table, write_table
    from ..common_span import rates_over
    from ..slope_projection import STATUS, projected

    table = read_table(source.path, source.layer)
    measured, notes = measurements_of(table, source)
    for text in notes:
        job.note(text)
    rate, std = measured.rate[:, 0], measured.std[:, 0]
    if measured.series is not None and not np.isfinite(rate).any():
        job.note(f"{table.path}: has no field of rates; they are fitted to its dates.")
        rate, std = rates_over(measured.dates, measured.series[:, 0])
    los = look_at_points(table, look, job.note)
    gradients = slope.at(table.crs, table.x, table.y, job.progress, job.cancelled)
    rates, steep, aspect = projected((rate, std, los, gradients), **chosen.rules())
    counts += np.bincount(rates.status, minlength=len(counts))
    sampler = Sampler(slope.grid)
    sampler.add_values(rates.velocity * 1e3)
    outputs.look("POINTS", limits=sampler.summary().symmetric_limit)
    columns = with_own_types(table, source.path, source.layer)
    names = np.array(["", *STATUS.values()], dtype=object)
    columns.update({
        "slope_velocity_mm_yr": np.round(rates.velocity * 1e3, 3),
        "slope_velocity_std_mm_yr": np.round(rates.std * 1e3, 3),
        "sensitivity_c": np.round(rates.sensitivity, 4),
        "slope_deg": np.round(steep, 2), "aspect_deg": np.round(aspect, 1),
        "slope_status": names[rates.status],
    })  # fmt: skip
    path = outputs.path("POINTS")
    write_table(path, table.crs, table.x, table.y, without_clashes(columns))
    return sampler.summary()


def _raster(source, slope, look, chosen, counts, outputs, job):
    """Write a raster of rates along the slope, which are summed up."""
    from functools import partial

    import numpy as np

    from ...formats.look_angles import read_look
    from ...formats.raster_rates import open_rates
    from ...outputs import Layer
    from ..slope_projection import projected
    from .orbits import complete_look, map_grid

    grid, reader, _ = open_rates(source)
    map_grid(grid, source.path)
    lattice = read_look(complete_look(look, source.path), grid, job.note)
    gradients = slope.on(grid)
    sign = -1e3 if source.away else 1e3  # to mm a year
    layers = {
        "RASTER": Layer((
            ("slope_velocity_mm_yr", "mm/yr"), ("slope_velocity_std_mm_yr", "mm/yr"),
            ("sensitivity_c",), ("slope_deg", "degrees"), ("aspect_deg", "degrees"),
        )),
        "STATUS": Layer((("slope_status",),), dtype="uint8", nodata=0),
    }  # fmt: skip

    def write(window, result):
        rates, steep, aspect = result
        bands = np.stack([rates.velocity, rates.std, rates.sensitivity, steep, aspect])
        rasters.write(window, {"RASTER": bands, "STATUS": rates.status})
        counts[:] += np.bincount(rates.status.ravel(), minlength=len(counts))

    with outputs.rasters(layers, grid) as rasters:
        job.blocks(
            partial(projected, **chosen.rules()), partial(_read, sign, reader, lattice, gradients),
            write, grid, BYTES_PER_PIXEL,
        )  # fmt: skip
    return outputs.summaries["RASTER"]


def _read(sign, reader, lattice, gradients, window) -> tuple:
    """What :func:`..slope_projection.projected` takes."""
    import numpy as np

    from ...data.los import unit_vectors

    rate, std = reader.read(window)
    los = unit_vectors(*np.moveaxis(lattice.block(window), -1, 0))
    return sign * rate, 1e3 * std, los, gradients.read(window)


def _refuse(counts, source):
    """Refuse a result without a rate, and say why there is none."""
    from ..slope_projection import STATUS

    if not counts[1:].any():
        raise GroundshiftError(
            f"{source.path}: nowhere are a rate, the elevation model and the line of sight known "
            "together; check that the layers overlap and their CRS."
        )
    why = ", ".join(
        f"{count} {STATUS[code]}" for code, count in enumerate(counts) if code and count
    )
    raise GroundshiftError(
        f"{source.path}: no rate along the slope is left ({why}); lower the minimum sensitivity or "
        "the flat slope, or smooth the elevation model less."
    )

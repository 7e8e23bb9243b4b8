# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Head, body and toe of landslides by their rates, and whether they push or pull."""

from __future__ import annotations

from ...areas.tools.asked import Rates
from ...asked import Machine
from ...declare import Chosen, Output, layer, number, part, raster

FLAT = 3.0  # degrees
MOST = 4_000_000  # pixels of a raster


class LandslideParts(Chosen):
    """Landslides, their rates, and the ground."""

    landslides = layer(
        "Landslides", "Polygons, as of an inventory or of 'Active areas'.", ("polygons",),
        selected=True,
    )  # fmt: skip
    rates = part(Rates)
    dem = raster("Elevation model", "In metres: its mean fall is the way down of each landslide.")
    size = number(
        "Points that err alike (m)", "All points of one square of this side count as one.", 60.0,
        1.0, 10_000.0,
    )  # fmt: skip
    level = number(
        "Share of false types",
        "Of the landslides that are called push or pull, at most this share is by chance "
        "(Benjamini and Hochberg).", 0.05, 1e-4, 0.5,
    )  # fmt: skip
    blocks = part(Machine)


FIELDS = (
    "head_mm_yr", "body_mm_yr", "toe_mm_yr", "head_std_mm_yr", "body_std_mm_yr", "toe_std_mm_yr",
)  # fmt: skip
OUTPUTS = (
    Output(
        "polygons", "RESULT", "Landslides with their type",
        "type: push (the head is faster: advancing), pull (the toe is: retrogressive), uniform or "
        "unknown; rates of head, body and toe with standard deviations and points; difference of "
        "head and toe, p, p_adjusted; downslope_deg, length_m; then what the layer says.",
        style="slide_types", name="Types of landslides",
        abstract="Landslides that are faster at the head (push) or at the toe (pull).",
    ),
    Output(
        "points", "PARTED", "Points with their part",
        "velocity_mm_yr, part (head, body, toe), landslide, share of the way down.",
        optional=True, by_default=False, style="points_velocity", limits="symmetric",
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Landslides", "TOLD": "Landslides with enough points", "PUSH": "Push", "PULL": "Pull",
    "UNIFORM": "Uniform",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Part landslides; see :mod:`...declare`."""
    import numpy as np

    from ...data.metric import LocalMetres
    from ...errors import GroundshiftError
    from ...formats.elevation import Elevation
    from ...formats.ground_slope import GroundSlope
    from ...formats.measurements import read_points
    from ...formats.raster_rates import read_thinned
    from ...formats.vectors.features import read_polygons, transformed, write_polygons
    from ...formats.vectors.field_types import with_own_types, without_clashes
    from ...formats.vectors.shapes import points_inside
    from ...formats.vectors.tables import write_table
    from ...formats.vectors.wkb import parts
    from ...formats.zonal import gradients_in, in_crs_of
    from ..lagged import adjusted
    from ..slide_parts import PARTS, kind_of, part_of, part_rates, places_along

    features = read_polygons(*chosen.landslides)
    source = chosen.rates.layer()
    if source.raster:
        points, notes = read_thinned(source, MOST, job.cancelled), []
    else:
        points, notes = read_points(source)
    for note in notes:
        job.note(note)
    if points.rate.shape[1] != 1:
        chosen.rates.refuse("points", "hold east and north; give rates along the slope or the LOS.")
    if not features.crs or not points.crs:
        raise GroundshiftError(
            f"{features.path if not features.crs else source.path}: has no CRS and cannot be laid "
            "over the elevation model; assign the right one."
        )
    local = LocalMetres(points.crs, float(points.x.mean()), float(points.y.mean()))
    rate = points.rate[:, 0]
    known = np.isfinite(rate)
    xy = local.of(points.crs, points.x[known], points.y[known])
    rate = rate[known]
    shapes = transformed(features.wkb, features.crs, local.crs, features.path)
    with Elevation(chosen.dem) as dem:
        steep, gradient = gradients_in(
            GroundSlope(dem), in_crs_of(dem.grid, features.wkb, features.crs),
            job.part(0, 0.4).tell, job.cancelled,
        )  # fmt: skip
    azimuth = np.degrees(np.arctan2(-gradient[0], -gradient[1])) % 360.0
    azimuth[steep < FLAT] = np.nan  # the way down is that of the noise there
    inside = points_inside(shapes, xy)
    if not any(len(rows) for rows in inside):
        raise GroundshiftError(
            f"{features.path}: no point with a rate lies in any landslide; give layers of the same "
            "place, and check the CRS of both."
        )
    found, length, taken = [], np.full(len(features), np.nan), []
    for k, rows in enumerate(inside):
        ends = np.concatenate(parts(shapes[k]))
        way = azimuth[k]
        share = np.full(len(rows), np.nan)
        if np.isfinite(way):
            share = places_along(xy[rows], way, ends)
            turn = np.radians(way)
            length[k] = np.ptp(ends @ [np.sin(turn), np.cos(turn)])
        else:
            rows, share = rows[:0], share[:0]
        which = part_of(share)
        found.append(part_rates(xy[rows], rate[rows], which, chosen.size))
        taken.append((rows, which, share, np.full(len(rows), k)))
        job.check()
    p = np.array([one.p for one in found])
    fair = adjusted(p)
    types = np.array([kind_of(one.difference, q, chosen.level) for one, q in zip(found, fair)])
    rows, which, share, number_ = (np.concatenate(part_) for part_ in zip(*taken))
    _tell(job, source, features, types, steep, rate[rows])
    if outputs.wanted("RESULT"):
        columns = {"type": types.astype(object)}
        for name, values in zip(FIELDS, np.concatenate([
            np.array([one.mean for one in found]).T, np.array([one.std for one in found]).T
        ])):  # fmt: skip
            columns[name] = np.round(1e3 * values, 3)
        for k, name in enumerate(PARTS):
            columns[f"{name}_points"] = np.array([one.count[k] for one in found])
        columns |= {
            "difference_mm_yr": np.round([1e3 * one.difference for one in found], 3),
            "difference_std_mm_yr": np.round([1e3 * one.difference_std for one in found], 3),
            "p": p, "p_adjusted": fair, "downslope_deg": np.round(azimuth, 1),
            "length_m": np.round(length, 1),
        }  # fmt: skip
        kept = with_own_types(features, *chosen.landslides)
        write_polygons(
            outputs.path("RESULT"), features.crs, features.wkb,
            without_clashes({**columns, **{k: v for k, v in kept.items() if k not in columns}}),
            "landslides",
        )  # fmt: skip
    if outputs.wanted("PARTED"):
        columns = {
            "velocity_mm_yr": 1e3 * rate[rows], "part": np.array(PARTS, object)[which],
            "landslide": number_ + 1, "share": np.round(share, 3),
        }  # fmt: skip
        x, y = (part_[known][rows] for part_ in (points.x, points.y))
        write_table(outputs.path("PARTED"), points.crs, x, y, columns)
        outputs.look("PARTED", limits=float(1e3 * np.abs(rate[rows]).max()))
    counts = {name: int((types == name).sum()) for name in ("push", "pull", "uniform")}
    return {
        "COUNT": len(types), "TOLD": int(np.isfinite(p).sum()), "PUSH": counts["push"],
        "PULL": counts["pull"], "UNIFORM": counts["uniform"],
    }  # fmt: skip


def _tell(job, source, features, types, steep, rate):
    import numpy as np

    from ...errors import counted

    if not source.fields.rate.startswith("slope"):
        job.note(
            "Rates are compared by their size: where the slope turns within a landslide, rates "
            "along the line of sight change by that alone; 'Slope velocity' makes them comparable."
        )
    few = int((types == "unknown").sum())
    if few:
        job.warn(
            f"{counted(few, 'landslide')} of {len(types)} have too few points at head or toe, no "
            "height, or no slope, so nothing is told of them."
        )
    flat = int((steep < FLAT).sum())
    if flat:
        job.warn(
            f"{counted(flat, 'landslide')} have a mean slope below {FLAT:g} degrees: no way down."
        )
    if len(rate) and np.sign(rate).mean() ** 2 < 0.09:
        job.warn("Rates of both signs are about as many: check that they are those of the slope.")

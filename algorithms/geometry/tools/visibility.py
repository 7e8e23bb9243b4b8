# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What one or two orbits see of an elevation model."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, flag, number, part, raster
from ...errors import GroundshiftError
from .asked import SENTINEL_1, Look


class Visibility(Chosen):
    """How what is seen is classified."""

    dem = raster(
        "Elevation model", "Heights in metres, in degrees or on a projected map.",
    )  # fmt: skip
    look = part(Look, changes=SENTINEL_1)
    look_2 = part(Look, "_2", " of the second orbit")
    left_looking = flag(
        "Left-looking radar",
        "The radar looks to the left of its flight (a geometry file knows by itself).",
        advanced=True,
    )  # fmt: skip
    cast = flag(
        "Passive layover and cast shadow",
        "Search along the rays. Without, only a cell's own slope counts.", True, advanced=True,
    )  # fmt: skip
    flat = number(
        "Flat below (degrees)", "Gentler slopes are flat: no direction downhill.", 5.0, 0.0,
        45.0, advanced=True,
    )  # fmt: skip
    sensitivity = number(
        "Minimum sensitivity",
        "|C|, the cosine between line of sight and steepest descent, from which a slope is "
        "sensitive; 0.2 to 0.3 in practice.", 0.3, 0.0, 1.0, advanced=True,
    )  # fmt: skip
    grazing = number(
        "Grazing angle (degrees)",
        "Slopes facing away whose surface is that close to parallel with the beam.", 5.0, 0.0,
        45.0, advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)


OUTPUTS = (
    Output(
        "raster", "CLASSES", "Visibility", "Classes, named in the legend.",
        style="visibility", abstract="What the radar sees; blind classes first.",
    ),
    Output(
        "raster", "MEASURES", "Geometry measures",
        "Bands: R index, sensitivity C (positive where motion downhill is towards the "
        "satellite), local incidence, slope in range, slope and aspect (downhill) in degrees.",
        optional=True, style="r_index", name="Geometry measures",
        abstract="R index: size of a ground cell in range over the cell along the slope; 0 "
        "and less is layover.",
    ),
    Output(
        "raster", "CLASSES_2", "Visibility of the second orbit", "Classes, as above.",
        optional=True, by_default=False, style="visibility",
        abstract="What the radar sees; blind classes first.",
    ),
    Output(
        "raster", "MEASURES_2", "Geometry measures of the second orbit",
        "Bands: R index, sensitivity C (positive where motion downhill is towards the "
        "satellite), local incidence, slope in range, slope and aspect (downhill) in degrees.",
        optional=True, by_default=False, advanced=True, style="r_index",
        name="Geometry measures",
        abstract="R index: size of a ground cell in range over the cell along the slope; 0 "
        "and less is layover.",
    ),
    Output(
        "raster", "COMBINED", "Visibility of both orbits", "Which orbit sees a cell.",
        optional=True, by_default=False, style="visibility_combined",
    ),
    Output(
        "file", "SHARES", "Share by class", "Cells, area and share of every class.",
        "CSV (*.csv)", optional=True,
    ),
)  # fmt: skip
MEASURES = {
    "r_index": ("r_index",), "sensitivity": ("sensitivity_c",),
    "local_incidence": ("local_incidence_deg", "degrees"),
    "range_slope": ("range_slope_deg", "degrees"), "slope": ("slope_deg", "degrees"),
    "aspect": ("aspect_deg", "degrees"),
}  # fmt: skip
NUMBERS = {
    "SEEN": "Seen by the orbit (%)",
    "SEEN_2": "Seen by the second orbit (%)",
    "SEEN_BY_NONE": "Seen by no orbit (%)",
    "LAYOVER": "In layover (%)",
    "SHADOW": "In shadow (%)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Classify what the orbits see; see :mod:`...declare`."""
    from ...formats.text.csv_tables import write_csv
    from ..visibility import CLASSES, COMBINED, SEEN_FROM

    parts = (chosen.look, chosen.look_2)
    looks = [source for part in parts if (source := part.source(chosen.left_looking)) is not None]
    if len(looks) < len(parts):
        _refuse_second(outputs)
    tallies = classify(
        chosen.dem, outputs, job, looks, cast=chosen.cast, flat_slope=chosen.flat,
        least_sensitivity=chosen.sensitivity, grazing=chosen.grazing,
    )  # fmt: skip
    tables = (
        ("Orbit", "first orbit", CLASSES), ("Second orbit", "second orbit", CLASSES),
        ("Both orbits", "both orbits", COMBINED),
    )  # fmt: skip
    rows = []
    for (title, layer, classes), tally in zip(tables, tallies):
        for code, name in classes.items():
            (cells, area), share = tally[code], 100 * tally.share(code)
            rows.append((layer, code, name, int(cells), f"{area / 1e6:.4f}", f"{share:.3f}"))
            if cells:
                job.note(f"{title}: {share:.2f} % {name} ({area / 1e6:.2f} km2).")
    path = outputs.path("SHARES")
    if path is not None:
        write_csv(path, ("layer", "code", "class", "cells", "area_km2", "share_percent"), rows)
    seen = [100 * tally.share(*(c for c in CLASSES if c > SEEN_FROM)) for tally in tallies]
    first = tallies[0]
    numbers = {
        "SEEN": seen[0], "LAYOVER": 100 * first.share(1, 2, 5),
        "SHADOW": 100 * first.share(3, 4, 5),
    }  # fmt: skip
    if len(looks) > 1:
        numbers.update(SEEN_2=seen[1], SEEN_BY_NONE=100 * tallies[2].share(4))
    return numbers


def classify(dem, outputs, job, looks, **limits) -> list:
    """Write what orbits see of an elevation model.

    Parameters
    ----------
    dem : path
    outputs : Outputs
    job : Job
    looks : sequence of LookSource
        One or two.
    **limits
        Of :func:`..visibility.look_at`.

    Returns
    -------
    list of Tally
        Of the classes by orbit and, of two orbits, of both together.
    """
    from functools import partial

    import numpy as np

    from ...data.axes import ground_axes
    from ...formats.elevation import Elevation
    from ...formats.look_angles import read_look
    from ...outputs import Layer
    from ..visibility import Tally, bytes_per_pixel, combine, look_from, reach

    codes = ("CLASSES", "CLASSES_2", "COMBINED")[: 2 * len(looks) - 1]
    layers = {name: Layer((("class",),), dtype="uint8", nodata=0) for name in codes}
    for name in ("MEASURES", "MEASURES_2")[: len(looks)]:
        layers[name] = Layer(tuple(MEASURES.values()))
    layers = {name: layer for name, layer in layers.items() if outputs.wanted(name)}
    with Elevation(dem) as model:
        low, high = model.extremes(job.part(0.0, 0.1))
        axes = ground_axes(model.grid)
        lattices = [axes.joined(read_look(look, model.grid, job.note)) for look in looks]
        relief = high - low if limits.get("cast", True) else 0.0
        margin = tuple(map(max, zip(*(reach(relief, lattice) for lattice in lattices))))
        tallies = [Tally(axes) for _ in codes]

        def write(window, seen):
            classes = [orbit.classes for orbit in seen]
            if len(seen) > 1:
                classes.append(combine(*classes))
            for part, tally in zip(classes, tallies):
                tally.add(window, part)
            values = dict(zip(codes, classes))
            for name, orbit in zip(("MEASURES", "MEASURES_2"), seen):
                if name in layers:
                    values[name] = np.stack([getattr(orbit, part) for part in MEASURES])
            rasters.write(window, {name: values[name] for name in layers})

        with outputs.rasters(layers, model.grid) as rasters:
            job.part(0.1, 1.0).blocks(
                partial(look_from, margin=margin, lattices=lattices, **limits),
                partial(_around, model, margin), write, model.grid,
                bytes_per_pixel(model.grid, margin, len(looks)),
            )  # fmt: skip
    return tallies


def _around(model, margin, window) -> tuple:
    """What :func:`..visibility.look_from` takes."""
    return window, model.read(window, margin)


def _refuse_second(outputs):
    for output in OUTPUTS:
        if outputs.wanted(output.id) and output.id in ("CLASSES_2", "MEASURES_2", "COMBINED"):
            raise GroundshiftError(
                f"{output.title} ({output.id}): there is no second orbit; give its incidence and "
                "heading, or leave this layer out."
            )

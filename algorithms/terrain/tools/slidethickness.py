# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Thickness of slides from the motion of their surface."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, choice, field, layer, number, part, raster


class SlideThickness(Chosen):
    """Motion of the surface, the ground, and the slides' outlines."""

    east = raster(
        "Velocity to the east",
        "Or pixel offsets of two images, which have both components (and their dates).",
    )  # fmt: skip
    north = raster("Velocity to the north", "Not needed with pixel offsets.", optional=True)
    up = raster(
        "Velocity upwards",
        "Of the ground's points, as from 'East, north, up'. This one, or the next one.",
        optional=True,
    )  # fmt: skip
    surface = raster(
        "Rate of the surface's height",
        "Of places on the map, as from two elevation models ('Height change and volumes').",
        optional=True,
    )  # fmt: skip
    dem = raster("Elevation model", "Of the surface, heights in metres.")
    slides = layer(
        "Slides", "Their outlines as polygons: where they end they have no thickness.",
        ("polygons",), selected=True,
    )  # fmt: skip
    sections = layer(
        "Sections", "Lines along which surface and base are drawn in the report.", ("lines",),
        optional=True, selected=True,
    )  # fmt: skip
    unit = choice(
        "Unit of the rates", "A year; a raster's own unit goes first.", ("mm", "cm", "m"),
    )  # fmt: skip
    exponent = number(
        "Exponent of the flow law",
        "Strain rate goes with this power of stress: 1 viscous, 3 as ice, large as a rigid block. "
        "The best thickness is for it, the range goes from a rigid block (1) to a viscous one "
        "(1.5 times as thick); 3 lies in the middle (1.25 times).",
        3.0, 1.0, 100.0,
    )  # fmt: skip
    years = number(
        "Years between the images (years)",
        "Where the rasters hold displacements and not rates: what they are divided by.",
        None, 1e-3, 100.0, optional=True, advanced=True,
    )  # fmt: skip
    cell = number(
        "Cell (m)", "Side of the cells; empty for those of the velocity, or larger ones for slides "
        "of more than 10,000 of them.", None, 0.1, 10000.0, optional=True, advanced=True,
    )  # fmt: skip
    smoothing = number(
        "Smoothing of the slope (cells)",
        "Standard deviation of the neighbourhood whose plane gives the slope; noise of the "
        "elevation model is multiplied by the speed.", 2.0, 0.0, 50.0, advanced=True,
    )  # fmt: skip
    weight = number(
        "Weight of smoothness",
        "Of the thickness, in shares of the equation's size (0.03 to 3); empty for the corner of "
        "the L-curve.", None, 1e-4, 100.0, optional=True, advanced=True,
    )  # fmt: skip
    name_field = field("Field: name of the slides", "Where empty: the fid.", "SLIDES")
    machine = part(Machine)

    def check(self):
        """One of two, and both components."""
        if (self.up is None) == (self.surface is None):
            self.refuse(
                ("up", "surface"), "give one of both: how fast the ground's points rise, or how "
                "fast the surface does at places on the map.",
            )  # fmt: skip


OUTPUTS = (
    Output(
        "raster", "THICKNESS", "Thickness (m)",
        "Bands: best, least (rigid block) and most (viscous).", style="dem_error_std", limits="p98",
        name="Thickness of slides", abstract="Thickness by conservation of mass, metres.",
    ),
    Output(
        "raster", "BASE", "Base of the slides (m)", "Height of the surface that they ride over.",
        optional=True, style="height", limits="p02_p98", name="Base of slides",
    ),
    Output(
        "polygons", "VOLUMES", "Volumes of the slides",
        "The slides with volume, its range, mean and largest thickness, and how well mass is "
        "conserved.", optional=True, style="outlines",
    ),
    Output(
        "file", "REPORT", "Report", "Volumes with their range, and the sections.",
        "HTML (*.html)", optional=True, by_default=False,
    ),
    Output(
        "file", "PROFILES", "Table of the sections",
        "Distance, coordinates, surface, base and thickness along each line.", "CSV (*.csv)",
        optional=True, by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "VOLUME": "Volume of all slides (m3)", "VOLUME_STD": "Its standard deviation (m3)",
    "VOLUME_LEAST": "Least volume (m3)",
    "VOLUME_MOST": "Largest volume (m3)",
    "THICKEST": "Largest thickness (m)",
    "SLIDES_SOLVED": "Slides with a thickness", "CELL_SIDE": "Side of the cells (m)",
}  # fmt: skip
COLUMNS = (
    "area_m2", "volume_m3", "volume_std_m3", "volume_least_m3", "volume_most_m3",
    "thickness_mean_m", "thickness_max_m", "speed_m_yr", "weight", "misfit_m_yr", "imbalance",
    "known_share",
)  # fmt: skip
WORDS = "name", "remark"
MOST_CELLS, LARGEST = 10_000, 100_000  # of a slide: by default, and that take a minute or two
LEAST_CELLS = 12
LEAST_KNOWN, DOUBTFUL = 0.5, 0.9  # of a slide's cells
UNBALANCED = 0.5
BYTES_PER_CELL = 40.0  # three bands, flux and base, and what writing takes


def run(chosen, outputs, job) -> dict:
    """Solve slide by slide; see :mod:`...declare`."""
    import contextlib

    import numpy as np

    from ...data.axes import ground_axes
    from ...errors import GroundshiftError
    from ...formats.vectors.features import read_features
    from ..thickness import PLUG, VISCOUS, power_law
    from .slide_motion import Motion

    with contextlib.ExitStack() as files:
        motion = Motion(chosen, files)
        path, name = chosen.slides
        features = read_features(path, ("polygon",), name, None, motion.grid.crs)
        grid = _small(_grid(motion.grid, features, chosen, job), features, job)
        motion.onto(grid)
        axes = ground_axes(grid)
        shares = power_law(chosen.exponent), PLUG, VISCOUS
        flux, base = (np.full(grid.shape, np.nan, np.float32) for _ in range(2))
        rows = []
        step = job.steps(len(features))
        for wkb in features.wkb:
            rows.append(_one(wkb, motion, grid, axes, chosen, flux, base, shares[0]))
            step()
    solved = [row["cells"] > 0 for row in rows]
    if not any(solved):
        raise GroundshiftError(
            f"{path}: no slide lies where velocities and heights are known; check that the layers "
            f"show the same place ({rows[0]['remark']})."
        )
    _tell(rows, features, job)
    _write(flux, base, grid, shares, outputs)
    fid = [str(number) for number in features.fid]
    for row, text in zip(rows, features.texts(chosen.name_field) if chosen.name_field else fid):
        row["name"] = text
    if outputs.wanted("VOLUMES"):
        _write_volumes(rows, features, outputs)
    _write_sections(rows, flux, grid, shares, chosen, outputs)
    total = {
        key: float(np.nansum([row[key] for row in rows]))
        for key in ("volume_m3", "volume_least_m3", "volume_most_m3")
    }
    return {
        "VOLUME": total["volume_m3"],
        "VOLUME_STD": float(np.sqrt(np.nansum([row["volume_std_m3"] ** 2 for row in rows]))),
        "VOLUME_LEAST": total["volume_least_m3"], "VOLUME_MOST": total["volume_most_m3"],
        "THICKEST": float(np.nanmax([row["thickness_max_m"] for row in rows])),
        "SLIDES_SOLVED": int(sum(solved)),
        "CELL_SIDE": float(np.hypot(*axes.at(grid.rows / 2, grid.cols / 2)[:2])),
    }  # fmt: skip


def _grid(grid, features, chosen, job):
    """The grid that is worked on: the velocity's, or one of larger cells."""
    import numpy as np

    from ...data.axes import ground_axes
    from ...data.grid import Grid
    from ...errors import GroundshiftError
    from ...formats.vectors.shapes import areas_of

    x0, dx, _, y0, _, dy = grid.transform
    side = np.hypot(*ground_axes(grid).at(grid.rows / 2, grid.cols / 2)[:2])
    factor, most = 1.0, areas_of(features.wkb).max() / abs(dx * dy)
    if chosen.cell:
        factor = chosen.cell / side
        if most > LARGEST * factor**2:
            raise GroundshiftError(
                f"Cell (CELL): the largest slide has {most / factor**2:,.0f} cells of "
                f"{chosen.cell:g} m, and {LARGEST:,} are the most; give "
                f"{np.ceil(side * np.sqrt(most / LARGEST) * 10) / 10:g} m or more."
            )
    else:
        factor = float(max(1, np.ceil(np.sqrt(most / MOST_CELLS))))
        if factor > 1:
            job.note(f"Cells of {factor * side:.3g} m, as the largest slide has {most:.0f}.")
    if abs(factor - 1) < 1e-3:
        return grid
    rows, cols = (max(1, int(np.ceil(size / factor))) for size in grid.shape)
    return Grid(rows, cols, (x0, dx * factor, 0.0, y0, 0.0, dy * factor), grid.crs)


def _small(grid, features, job):
    """The grid, or the part of it about the slides where all of it is too much for the memory."""
    from ...data.grid import Grid
    from ...errors import GroundshiftError

    if BYTES_PER_CELL * grid.rows * grid.cols <= job.budget:
        return grid
    windows = [one for one in (_window(wkb, grid) for wkb in features.wkb) if one is not None]
    row, col = (min((getattr(one, k) for one in windows), default=0) for k in ("row", "col"))
    rows = max((one.row + one.height for one in windows), default=1) - row
    cols = max((one.col + one.width for one in windows), default=1) - col
    x0, dx, rx, y0, ry, dy = grid.transform
    part = Grid(
        rows, cols, (x0 + col * dx + row * rx, dx, rx, y0 + col * ry + row * dy, ry, dy), grid.crs
    )
    needed = BYTES_PER_CELL * rows * cols
    if needed > job.budget:
        raise GroundshiftError(
            f"Slides (SLIDES): lie over {rows:,} x {cols:,} cells, which take "
            f"{needed / 2**20:,.0f} MiB; give larger cells (CELL), more memory (MEMORY), or the "
            "slides of one place after the other."
        )
    job.note(f"Results are of the {rows} x {cols} cells about the slides.")
    return part


def _one(wkb, motion, grid, axes, chosen, flux, base, share):
    """Solve one slide: fills in the scene's rasters, gives the row of its table."""
    import numpy as np

    from ...formats.masks import PolygonMask
    from ..thickness import PLUG, VISCOUS, filled, thickness

    none = dict.fromkeys(COLUMNS, np.nan) | {"cells": 0, "remark": ""}
    window = _window(wkb, grid)
    if window is None:
        return none | {"remark": "beyond the velocities"}
    inside = PolygonMask([wkb], grid, all_touched=True).read(window)
    places = axes.block(window)
    steps, rising, height, known = motion.read(window, places)
    cells, good = int(inside.sum()), int((inside & known).sum())
    if cells < LEAST_CELLS:
        return none | {"remark": f"only {cells} cells; choose smaller ones (CELL)"}
    if good < LEAST_KNOWN * cells:
        return none | {"remark": f"known in {100 * good / cells:.0f} % of its cells"}
    middle = places[places.shape[0] // 2, places.shape[1] // 2]
    sides = np.hypot(*middle[:2]), np.hypot(*middle[2:])
    area = np.abs(places[..., 0] * places[..., 3] - places[..., 1] * places[..., 2])[inside]
    steps = filled(np.where(known, steps, np.nan), known)
    found = thickness(inside, steps, rising, known, sides, chosen.weight)
    own = found.flux_height[inside]
    rows, cols = window.slices
    flux[rows, cols][inside] = own
    base[rows, cols][inside] = height[inside] - own / share
    volume = float((own * area).sum())
    speed = np.hypot(*(steps[0] * places[..., k] + steps[1] * places[..., k + 2] for k in (0, 1)))[
        inside & known
    ]
    return {
        "area_m2": float(area.sum()), "volume_m3": volume / share,
        "volume_std_m3": found.sum_std * float(area.mean()) / share,
        "volume_least_m3": volume / PLUG, "volume_most_m3": volume / VISCOUS,
        "thickness_mean_m": float(own.mean() / share),
        "thickness_max_m": float(own.max() / share), "speed_m_yr": float(speed.mean()),
        "weight": found.weight, "misfit_m_yr": found.misfit, "imbalance": found.imbalance,
        "known_share": good / cells, "cells": cells, "remark": "",
    }  # fmt: skip


def _window(wkb, grid):
    """Cells about a polygon with one to spare; None beyond the grid."""
    import numpy as np

    from ...data.grid import Window
    from ...formats.vectors.shapes import envelopes

    left, right, bottom, top = envelopes([wkb])[0]
    x0, dx, _, y0, _, dy = grid.transform
    cols, rows = sorted([(left - x0) / dx, (right - x0) / dx]), sorted([
        (bottom - y0) / dy, (top - y0) / dy
    ])  # fmt: skip
    first = [max(0, int(np.floor(low)) - 1) for low, _ in (rows, cols)]
    last = [min(size, int(np.ceil(high)) + 1) for (_, high), size in zip((rows, cols), grid.shape)]
    if last[0] <= first[0] or last[1] <= first[1]:
        return None
    return Window(first[0], first[1], last[0] - first[0], last[1] - first[1])


def _write(flux, base, grid, shares, outputs):
    """Thickness with its range, and the base."""
    import numpy as np

    from ...data.grid import Window
    from ...outputs import Layer

    whole = Window(0, 0, *grid.shape)
    layers = {
        "THICKNESS": Layer(tuple((f"thickness{end}_m", "m") for end in ("", "_least", "_most"))),
        "BASE": Layer((("base_height_m", "m"),)),
    }  # fmt: skip
    values = {"THICKNESS": np.stack([flux / np.float32(share) for share in shares]), "BASE": base}
    layers = {name: layer for name, layer in layers.items() if outputs.wanted(name)}
    with outputs.rasters(layers, grid) as rasters:
        rasters.write(whole, {name: values[name] for name in layers})


def _write_volumes(rows, features, outputs):
    import numpy as np

    from ...formats.vectors.features import write_polygons

    columns = {
        key: np.array([row[key] for row in rows], dtype=object if key in WORDS else None)
        for key in ("name", *COLUMNS, "cells", "remark")
    }
    write_polygons(outputs.path("VOLUMES"), features.crs, features.wkb, columns, "slides")


def _write_sections(rows, flux, grid, shares, chosen, outputs):
    """The report and the table of the sections."""
    from ...formats.text.csv_tables import write_csv
    from ..pages.slidethickness import thickness_html
    from .slide_sections import sections_along, table_of

    if chosen.sections is None and outputs.wanted("PROFILES"):
        chosen.refuse("sections", "are missing, and their table is wanted; give lines.")
    if not outputs.wanted("REPORT", "PROFILES"):
        return
    drawn = []
    if chosen.sections is not None:
        drawn = sections_along(*chosen.sections, chosen.dem, flux, grid, shares)
    if outputs.wanted("PROFILES"):
        write_csv(outputs.path("PROFILES"), *table_of(drawn))
    outputs.text("REPORT", lambda: thickness_html(rows, [section for section, _ in drawn], ()))


def _tell(rows, features, job):
    for note in features.notes():
        job.note(note)
    for fid, row in zip(features.fid, rows):
        if not row["cells"]:
            job.warn(f"Slide {fid} has no thickness: {row['remark']}.")
            continue
        job.note(
            f"Slide {fid}: {row['volume_m3']:.4g} ± {row['volume_std_m3']:.2g} m3 by noise "
            f"({row['volume_least_m3']:.4g} as a rigid block, {row['volume_most_m3']:.4g} as a "
            f"viscous one), up to {row['thickness_max_m']:.3g} m thick; weight of "
            f"smoothness {row['weight']:.3g}."
        )
        if row["known_share"] < DOUBTFUL:
            job.warn(
                f"Slide {fid}: velocities are known in {100 * row['known_share']:.0f} % of its "
                "cells; between them the thickness is smooth and nothing else."
            )
        if abs(row["imbalance"]) > UNBALANCED:
            job.warn(
                f"Slide {fid}: its surface {'rises' if row['imbalance'] > 0 else 'sinks'} on "
                "the whole, so more goes in or out than its outline lets; draw the whole slide, "
                "and check the reference of the vertical rates."
            )

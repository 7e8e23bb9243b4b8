# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Density of lakes against rates and seasonal amplitudes of the land between them."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, layer, number, part, raster, whole


class LakeDensity(Chosen):
    """Lakes, maps of motion, and the cells in which both are compared."""

    rate = raster(
        "Rate", "Such as of 'Thaw slumps and thawing ground' or 'Velocity models': band 1; its "
        "grid is that of the comparison.",
    )  # fmt: skip
    amplitude = raster(
        "Seasonal amplitude",
        "Its band named so, else band 1; of the same file as the rate where it holds both.",
        optional=True,
    )  # fmt: skip
    lakes = layer(
        "Lakes", "Polygons; of each its area and its middle count.", ("polygons",), optional=True,
        selected=True,
    )  # fmt: skip
    water = raster("Water mask", "Instead of polygons.", optional=True)
    water_value = number(
        "Value of water", "In the mask; empty: all that is above 0.", None, optional=True,
        least=-1e6, most=1e6,
    )  # fmt: skip
    side = number(
        "Side of the cells (m)", "About six hundred cells if empty.", None, 1.0, 1e6, optional=True,
    )  # fmt: skip
    min_lake = number(
        "Smallest lake (m²)", "Smaller ones are not counted as lakes.", 0.0, 0.0, 1e9,
    )  # fmt: skip
    min_known = number(
        "Least land with a value (%)",
        "Of a cell's land; cells with less are left out. Snow, plants and wet ground leave gaps.",
        30.0, 1.0, 100.0,
    )  # fmt: skip
    level = number(
        "Level of the intervals", "Share of true correlations that they shall hold.", 0.95, 0.5,
        0.99, advanced=True,
    )  # fmt: skip
    draws = whole(
        "Draws", "Fields of the null, and of the bootstrap.", 999, 199, 20000, advanced=True
    )
    seed = whole("Seed", "Of the draws.", 0, 0, 2147483647, advanced=True)
    blocks = part(Machine)

    def check(self):
        """Lakes of one kind."""
        if (self.lakes is None) == (self.water is None):
            what = "are missing" if self.lakes is None else "were both given"
            self.refuse(("lakes", "water"), f"{what}; give one of them.")


OUTPUTS = (
    Output(
        "raster", "DENSITY", "Density of lakes",
        "Share of water in a window as large as a cell about each fifth of one, %.", optional=True,
        style="lake_share", limits="p98",
    ),
    Output(
        "polygons", "CELLS", "Cells",
        "lake_percent, lakes_km2, lakes, mean_mm_yr and amplitude_mm of the land, land_known (% of "
        "the land with a rate).", optional=True, style="areas", name="Rate by cell",
        abstract="Mean rate of the land in each cell, mm a year, positive towards the satellite.",
    ),
    Output(
        "file", "TABLE", "Table",
        "Spearman's correlation of each pair of maps with interval, p, p adjusted for the number "
        "of pairs (Holm), and the p of cells that were strangers to each other.", "CSV (*.csv)",
        optional=True,
    ),
    Output(
        "file", "REPORT", "Report", "The table, motion by density of lakes, and how to read it.",
        "HTML (*.html)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "CELLS_USED": "Cells with lakes and motion known", "LAKE_COUNT": "Lakes",
    "SHARE": "Water (%)", "SIDE_M": "Side of the cells (m)",
    "RHO_RATE": "Correlation of water and rate", "RHO_RATE_LOW": "Lower end of its interval",
    "RHO_RATE_HIGH": "Upper end of its interval", "P_RATE": "Its p",
    "RHO_AMPLITUDE": "Correlation of water and amplitude",
    "RHO_AMPLITUDE_LOW": "Lower end of the amplitude's interval",
    "RHO_AMPLITUDE_HIGH": "Upper end of the amplitude's interval",
    "P_AMPLITUDE": "The amplitude's p",
    "LENGTH": "Length over which cells are alike (m)",
}  # fmt: skip
COLUMNS = (
    "lakes", "motion", "rho", "low", "high", "p", "p_adjusted", "plain_p", "cells", "block_cells",
    "length_m",
)  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Compare lakes and motion; see :mod:`...declare`."""
    from dataclasses import replace

    import numpy as np

    from ...data.metric import pixel_size_m
    from ...errors import GroundshiftError
    from ...formats.rasters import BandInfo, write_raster
    from ...formats.text.csv_tables import write_csv
    from ..lakes import Cells, LakeSums
    from ..pages.lakedensity import page
    from ..rank_maps import Likelihoods, ranked
    from .lake_maps import Lakes, Maps, cell_shapes

    maps = Maps(chosen, job)
    grid = maps.grid
    pixel = pixel_size_m(grid)
    cells = Cells.of(grid.shape, pixel, chosen.side)
    down, across = cells.counts
    side = float(np.sqrt(cells.size[0] * cells.size[1] * cells.pixel_m2))
    job.note(f"Cells of {side:.0f} m: {down} x {across} of them.")
    sums = LakeSums(cells, len(maps.names))
    lakes = Lakes(chosen, grid, pixel, job)
    with maps:
        job.part(0.0, 0.5).blocks(
            lambda block: block,
            lambda window: (lakes.water(window), maps.read(window)),
            lambda window, block: sums.add(window, *block),
            grid, 16.0 + 24.0 * len(maps.names),
        )  # fmt: skip
    count = sums.add_lakes(*lakes.middles())
    if not sums.water_share and not count:
        raise GroundshiftError(
            f"{lakes.path}: no lake lies on {chosen.rate}; give lakes of the same place, and check "
            "the CRS of both."
        )
    found = sums.by_cell()
    land = found["pixels"] - found["water"]
    with np.errstate(invalid="ignore", divide="ignore"):
        known = 100 * found["known"] / land
    good = (known[0] >= chosen.min_known) & (found["known"][0] > 0)
    places = np.argwhere(good)
    area = cells.size[0] * cells.size[1] * cells.pixel_m2 * 1e-6
    by_cell = {"lake_percent": 100 * found["water"] / found["pixels"]}
    by_cell["lakes_km2"] = found["lakes"] / area
    rows, pairs = [], []
    likelihoods = None
    step = job.part(0.5, 0.95).steps(2 * len(maps.names))
    for k, motion in enumerate(maps.names):
        both = good & np.isfinite(found["mean"][k])
        own = np.argwhere(both)
        if likelihoods is None or len(own) != len(places):
            likelihoods = Likelihoods(own, chosen.seed) if len(own) else None
        for name, values in by_cell.items():
            try:
                result = ranked(
                    values[both], found["mean"][k][both], own, cells.counts, chosen.level,
                    chosen.draws, chosen.seed, likelihoods,
                )  # fmt: skip
            except GroundshiftError as error:
                raise GroundshiftError(f"{chosen.rate}: {error}") from error
            rows.append((name, motion, result))
            pairs.append((values[both], found["mean"][k][both]))
            step()
    adjusted = _holm([result.p for *_, result in rows])
    for text in _doubts(rows, side, lakes):
        job.warn(text)
    if outputs.wanted("DENSITY"):
        x0, dx, _, y0, _, dy = grid.transform
        coarse = replace(
            grid, rows=cells.parts[0], cols=cells.parts[1],
            transform=(x0, dx * cells.part[1], 0.0, y0, 0.0, dy * cells.part[0]),
        )  # fmt: skip
        share = (100 * sums.moving()).astype(np.float32)
        band = [BandInfo("lake_percent", "%")]
        write_raster(outputs.path("DENSITY"), coarse, share, band)
        outputs.look("DENSITY", limits=(0.0, float(max(np.percentile(share, 98), 1e-3))))
    if outputs.wanted("CELLS"):
        from ...formats.vectors.features import write_polygons

        take = tuple(places.T)
        columns = {name: np.round(values[take], 4) for name, values in by_cell.items()}
        columns["lakes"] = found["lakes"][take].astype(int)
        named = ("mean_mm_yr", "amplitude_mm")
        for k in range(len(maps.names)):
            columns[named[k]] = np.round(found["mean"][k][take], 3)
        columns["land_known"] = np.round(known[0][take], 2)
        write_polygons(
            outputs.path("CELLS"), grid.crs, cell_shapes(grid, cells, places), columns, "cells"
        )
        outputs.look("CELLS", limits=float(np.nanpercentile(np.abs(found["mean"][0][take]), 98)))
    table = [
        (name, motion, one.rho, one.low, one.high, one.p, p, one.plain_p, one.cells, one.block,
         one.length * side)
        for (name, motion, one), p in zip(rows, adjusted)
    ]  # fmt: skip
    if outputs.wanted("TABLE"):
        write_csv(outputs.path("TABLE"), COLUMNS, table)
    outputs.text("REPORT", lambda: page(table, pairs, chosen, side, count))
    numbers = {
        "CELLS_USED": len(places), "LAKE_COUNT": count, "SHARE": 100 * sums.water_share,
        "SIDE_M": side, "LENGTH": rows[0][2].length * side,
    }  # fmt: skip
    for key, (*_, one) in zip(("RATE", "AMPLITUDE"), rows[::2]):
        numbers |= {
            f"RHO_{key}": one.rho, f"RHO_{key}_LOW": one.low, f"RHO_{key}_HIGH": one.high,
            f"P_{key}": one.p,
        }  # fmt: skip
    return numbers


def _holm(p):
    """P-values adjusted for their number (Holm 1979)."""
    import numpy as np

    p = np.asarray(p, float)
    order = np.argsort(p)
    steps = np.maximum.accumulate(p[order] * (len(p) - np.arange(len(p))))
    out = np.empty(len(p))
    out[order] = np.minimum(steps, 1.0)
    return out


def _doubts(rows, side, lakes):
    first = rows[0][2]
    if first.blocks < 16:
        yield (
            f"Cells are alike over {first.length * side:.0f} m, so that the scene holds "
            f"{first.blocks} patches: it can hardly show anything but a strong correlation."
        )
    if lakes.inexact:
        yield (
            f"{lakes.inexact} of the lakes are smaller than two pixels of the rate: their share of "
            "the area is rough."
        )

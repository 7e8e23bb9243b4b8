# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Active ground against background, by slope, aspect, land cover, distances and other factors."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, number, part, whole
from .asked import GroundFactors

WIDEST = 1000  # pixels of a density's radius
FEWEST = 10  # tiles with active ground, for p-values that mean much
TABLE = (
    "factor", "class", "active_samples", "background_samples", "active", "background",
    "effect", "low", "high", "p", "p_adjusted", "cohens_d", "active_modes", "background_modes",
)  # fmt: skip


class Conditioning(Chosen):
    """The ground, and how it is sampled."""

    ground = part(GroundFactors)
    sample_count = whole(
        "Samples", "At most so many of active ground, and of background.", 5000, 50, 200_000,
    )  # fmt: skip
    density_radius = number(
        "Radius of the density (m)", "Standard deviation of the Gaussian weights.", 500.0, 1e-3,
        1e6,
    )  # fmt: skip
    draws = whole(
        "Draws", "Of the tiles, for the intervals.", 400, 100, 5000, advanced=True,
    )  # fmt: skip
    seed = whole("Seed", "Of samples and draws.", 0, 0, 2147483647, advanced=True)
    blocks = part(Machine)


OUTPUTS = (
    Output(
        "points", "SAMPLES", "Samples",
        "active (1 or 0), landslide, tile, and a field a factor: what 'Susceptibility' takes, too.",
        optional=True, style="samples_ground", name="Samples of the ground",
        abstract="Active ground and background with their factors.",
    ),
    Output(
        "file", "REPORT", "Report", "Effect sizes, and distributions of active ground and "
        "background by factor.", "HTML (*.html)", optional=True,
    ),
    Output(
        "file", "TABLE", "Table of factors",
        "By factor: medians, Cliff's delta with its interval of 95 %, p, p_adjusted, Cohen's d, "
        "modes; by class: shares, and the frequency ratio with the same.", "CSV (*.csv)",
        optional=True, by_default=False,
    ),
    Output(
        "raster", "DENSITY", "Density of landslides",
        "Share of the ground that is active (%), or landslides a square kilometre where they are "
        "points, weighted about each pixel.", optional=True, by_default=False,
        style="coefficient", limits="p98",
        abstract="Density of landslides with Gaussian weights.",
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Landslides", "ACTIVE": "Samples of active ground", "BACKGROUND": "of background",
    "TILES": "Tiles with active ground", "FACTORS": "Factors",
    "DIFFERENT": "Factors that differ (5 %, adjusted)",
    "LARGEST_DELTA": "Largest Cliff's delta of a factor that is a number, without sign",
    "ACTIVE_SHARE": "Active share of the pixels (%)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Compare active ground and background; see :mod:`...declare`."""
    import numpy as np

    from ...formats.text.csv_tables import write_csv
    from ...formats.vectors.tables import write_table
    from ..effects import OCTANTS, Classes, compare_classes, compare_numbers, octants
    from ..lagged import adjusted
    from ..pages.conditioning import page
    from .factors import ASPECT, CLASS, Ground, Inventory, sample

    asked = chosen.ground
    with Ground(asked) as ground:
        inventory = Inventory(asked.inventory, ground, asked.study_area)
        for text in inventory.notes:
            job.note(text)
        taken = sample(
            ground, inventory, chosen.sample_count, asked.side, chosen.seed, job.part(0, 0.5)
        )
        if outputs.wanted("DENSITY"):
            _density(chosen, outputs, ground, inventory, job.part(0.5, 0.7))
        found, factors = [], list(zip(ground.factors, taken.values))
        for number_, (factor, values) in enumerate(factors):
            arguments = taken.active, taken.tiles, chosen.draws, chosen.seed
            if factor.kind == ASPECT:
                found.append(compare_classes(
                    factor.name, octants(values), *arguments, labels=OCTANTS
                ))  # fmt: skip
            elif factor.kind == CLASS:
                _check_classes(factor, values)
                found.append(compare_classes(factor.name, values, *arguments))
            else:
                found.append(compare_numbers(factor.name, values, *arguments))
            job.part(0.7, 1.0).tell((number_ + 1) / len(factors))
            job.check()
        tiles = len(np.unique(taken.tiles[taken.active]))
        effects = [
            effect for one in found
            for effect in (one.ratio if isinstance(one, Classes) else [one.delta])
        ]  # fmt: skip
        p = iter(adjusted(np.array([effect.p for effect in effects])).tolist())
        p = [
            [next(p) for _ in one.ratio] if isinstance(one, Classes) else [next(p)] for one in found
        ]
        _tell(job, taken, tiles, found, chosen.sample_count)
        if outputs.wanted("SAMPLES"):
            columns = {
                "active": taken.active.astype(np.int8),
                "landslide": np.ma.masked_less(taken.area, 1), "tile": taken.tiles,
                **{factor.name: values for factor, values in factors},
            }  # fmt: skip
            write_table(outputs.path("SAMPLES"), ground.crs, taken.x, taken.y, columns, "samples")
        if outputs.wanted("TABLE"):
            write_csv(outputs.path("TABLE"), TABLE, _rows(found, p))
        outputs.text("REPORT", lambda: page(found, p, taken, tiles, inventory))
        deltas = [abs(one.delta.value) for one in found if not isinstance(one, Classes)]
        numbers = {
            "COUNT": inventory.count, "ACTIVE": int(taken.active.sum()),
            "BACKGROUND": int((~taken.active).sum()), "TILES": tiles, "FACTORS": len(found),
            "DIFFERENT": sum(min(each) <= 0.05 for each in p),
            "ACTIVE_SHARE": 100 * taken.share,
        }  # fmt: skip
        return numbers | ({"LARGEST_DELTA": max(deltas)} if deltas else {})


def _check_classes(factor, values):
    import numpy as np

    from ...errors import GroundshiftError

    codes = np.unique(values[np.isfinite(values)])
    if len(codes) > 60 or (codes != np.round(codes)).any():
        raise GroundshiftError(
            f"Rasters of classes (CLASSES): {factor.name} holds {len(codes)} different values; "
            "give whole numbers, at most 60, or take it for a raster of numbers."
        )


def _tell(job, taken, tiles, found, wanted):
    job.note(
        f"{int(taken.active.sum())} samples of active ground and {int((~taken.active).sum())} of "
        f"background; active ground lies in {tiles} tiles of {taken.side:.0f} m, each of which "
        "counts as one observation."
    )
    if tiles < FEWEST:
        job.warn(
            f"Active ground lies in {tiles} tiles only, too few for p-values that mean much; give "
            "a larger inventory, or smaller tiles if landslides are independent of one another."
        )
    for one in found:
        short = sum(one.counts) / taken.values.shape[1]
        if short < 0.9:
            job.warn(f"{one.name}: has no value at {100 * (1 - short):.0f} % of the samples.")


def _density(chosen, outputs, ground, inventory, job):
    import numpy as np
    from scipy.ndimage import gaussian_filter

    from ...data.grid import Window
    from ...outputs import Layer

    sigma = [chosen.density_radius / size for size in ground.cell]
    if max(sigma) > WIDEST:
        chosen.refuse(
            "density_radius", f"is {max(sigma):.0f} pixels; give at most {WIDEST}, or a coarser "
            "elevation model."
        )  # fmt: skip
    margin = [int(np.ceil(4 * part_)) for part_ in sigma]
    points = inventory.kind == "point"
    unit = "1/km2" if points else "%"
    factor = 1e6 / (ground.cell[0] * ground.cell[1]) if points else 100.0

    def read(window):
        return inventory.counts(Window(
            window.row - margin[0], window.col - margin[1], window.height + 2 * margin[0],
            window.width + 2 * margin[1],
        ))  # fmt: skip

    def function(counts):
        smooth = gaussian_filter(counts, sigma, mode="constant", truncate=4)
        down, across = margin
        inner = smooth[down : counts.shape[0] - down, across : counts.shape[1] - across]
        return (factor * inner).astype(np.float32)

    def write(window, block):
        rasters.write(window, {"DENSITY": block})

    layers = {"DENSITY": Layer((("landslide_density", unit),))}
    with outputs.rasters(layers, ground.grid) as rasters:
        job.here().blocks(function, read, write, ground.grid, 40.0)


def _rows(found, p):
    from ..effects import Classes

    for one, each in zip(found, p):
        if isinstance(one, Classes):
            for k, label in enumerate(one.labels):
                ratio = one.ratio[k]
                yield (
                    one.name, label, *one.counts, one.active[k], one.background[k], ratio.value,
                    ratio.low, ratio.high, ratio.p, each[k], "", "", "",
                )  # fmt: skip
        else:
            modes = (" ".join(f"{value:.4g}" for value in part_) for part_ in one.modes)
            yield (
                one.name, "", *one.counts, *one.medians, one.delta.value, one.delta.low,
                one.delta.high, one.delta.p, each[0], one.d.value, *modes,
            )  # fmt: skip

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The rate of phase gradients of a stack, and candidates of slow slides."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, file, number, part, raster, text, whole

WEIGHTS = ("agreement", "uniform")
MOST_EXCESS = 2.0  # of the scene's noise over the standard deviations


class GradientStack(Chosen):
    """Which pairs, over which windows, and what counts as a slide."""

    stack = file(
        "Stack of interferograms",
        "Wrapped or unwrapped, in MintPy's layout: of 'Import interferogram stack', 'Distributed "
        "scatterers' or 'Unwrap'. Where both are there, the wrapped phase is taken.",
        "HDF5, Zarr",
    )  # fmt: skip
    window = number(
        "Window (m)",
        "Gradients are averaged over a square of this side, three pixels at least. Smaller than "
        "the border of a slide is wide; some kilometres for a fault.", 250.0, 1.0, 100000.0,
    )  # fmt: skip
    max_days = whole(
        "Longest pair (days)",
        "Longer pairs are left out: they decorrelate, and their gradients are steeper.", 60, 1,
    )  # fmt: skip
    directions = choice(
        "Directions", "Of the gradients. Size and candidates come from columns and rows.",
        ("columns and rows", "diagonals too"),
    )  # fmt: skip
    ratio = number(
        "Least detection ratio of a slide",
        "Candidates exceed the scene's noise by so many times.", 5.0, 1.0,
    )  # fmt: skip
    least_area = number(
        "Smallest slide (m2)", "Of what exceeds it; a window at least.", 20000.0, 0.0,
    )  # fmt: skip
    dem = raster(
        "Elevation model",
        "Candidates are then looked for on slopes only. Heights in metres, any CRS and grid.",
        optional=True,
    )  # fmt: skip
    least_slope = number(
        "Least slope (degrees)", "Mean over a candidate; with an elevation model.", 5.0, 0.0, 90.0,
    )  # fmt: skip
    weights = choice(
        "Weights of the pairs",
        "agreement: by how well the gradients of a window agree in a pair, squared; uniform: all "
        "alike.", WEIGHTS, advanced=True,
    )  # fmt: skip
    min_agreement = number(
        "Least agreement",
        "A pair counts at a pixel where the gradients of its window agree at least so well, 0 (at "
        "random) to 1.", 0.3, 0.0, 1.0, advanced=True,
    )  # fmt: skip
    min_pairs = whole(
        "Minimum number of pairs", "A pixel is kept where at least this many pairs count.", 5, 3,
        advanced=True,
    )  # fmt: skip
    exclude_dates = text(
        "Dates to leave out", "YYYYMMDD, several separated by commas.", advanced=True
    )
    exclude_pairs = text(
        "Pairs to leave out", "YYYYMMDD_YYYYMMDD, several separated by commas.", advanced=True
    )
    blocks = part(Blocks)

    def check(self):
        """Dates and pairs are such."""
        self.excluded()

    def excluded(self) -> tuple:
        """Dates, and pairs of dates, to leave out."""
        from ...data.dates import parse_dates, parse_pairs

        return tuple(parse_dates(self.exclude_dates)), tuple(parse_pairs(self.exclude_pairs))


OUTPUTS = (
    Output(
        "raster", "GRADIENT", "Rate of phase gradient",
        "Displacement towards the satellite by kilometre and year along two or four directions, "
        "and its standard deviations: with dates shared by pairs counted, all dates taken as "
        "equally noisy, and a pixel's scatter drawn to the scene's, as few pairs tell it badly.",
        style="strain", limits="symmetric",
        abstract="Rate of displacement along the line of sight, positive towards the satellite, by "
        "kilometre to the east and to the north (or along range and azimuth); then the standard "
        "deviations. 1 mm/yr/km is a microstrain a year.",
    ),
    Output(
        "raster", "MAGNITUDE", "Size of the gradient",
        "mm a year and kilometre, and its standard deviation.", optional=True, style="magnitude",
        limits="p98", abstract="Size of the gradient of the rate, mm/yr/km, and its error.",
    ),
    Output(
        "raster", "DETECTION", "Detection ratio",
        "Gradient over its standard deviation; noise alone has a median of 1.2.", optional=True,
        style="magnitude", limits="p98",
        abstract="Gradient over its standard deviation, both directions together.",
    ),
    Output(
        "raster", "PAIR_COUNT", "Number of pairs", "Pairs used at each pixel.", optional=True,
        by_default=False, style="count", limits="p98", abstract="Pairs stacked at each pixel.",
    ),
    Output(
        "raster", "ALIASED", "Share of aliased gradients",
        "Share of the gradients above half of what can be told, pi/2 a pixel.", optional=True,
        by_default=False, style="magnitude", limits="p98",
        abstract="Share of gradients above pi/2 a pixel, whose cycles noise may turn round.",
    ),
    Output(
        "polygons", "CANDIDATES", "Candidates of slow slides",
        "Polygons with mean rate, area, detection ratio, quality: for 'Update a landslide "
        "inventory'.", optional=True, style="areas",
        abstract="Places whose gradients are more than noise; rates relative to what is around.",
    ),
)  # fmt: skip
NUMBERS = {
    "PAIRS": "Pairs used", "PIXELS": "Pixels with a result",
    "WINDOW_ROWS": "Window (rows)", "WINDOW_COLS": "Window (columns)",
    "MEDIAN_STD": "Median standard deviation (mm/yr/km)",
    "LARGEST": "Largest gradient (mm/yr/km)", "ALIASED_SHARE": "Share of aliased gradients",
    "NOISE": "Noise of the scene over the standard deviations",
    "COUNT": "Candidates", "AREA_KM2": "Area of the candidates (km2)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Stack the gradients, then look for slides; see :mod:`...declare`."""
    import numpy as np

    from ...outputs import Layer
    from ..phase_gradients import DIAGONALS, TWO, bytes_per_pixel, half_window
    from .gradient_source import MarginReader, open_stack
    from .slide_candidates import Result, find_candidates

    stack, wrapped = open_stack(chosen.stack)
    keep, network = _pairs(stack, chosen)
    steps = TWO + (DIAGONALS if chosen.directions == "diagonals too" else ())
    job.note(
        f"{'Wrapped' if wrapped else 'Unwrapped'} phase of {keep.sum()} of {len(keep)} pairs of "
        f"up to {chosen.max_days} days."
    )
    with MarginReader(stack, wrapped, keep, stack.has_coherence) as reader:
        pixel, names = reader.pixels.size, reader.pixels.directions
        half = half_window(chosen.window, pixel)
        reader.half = half
        sides = [2 * h + 1 for h in half]
        _tell_window(chosen, stack, sides, pixel, job)
        function = _function(stack, network, chosen, steps, half, reader, job)
        layers = {
            "GRADIENT": Layer(_bands(names, steps), 1e6),
            "PAIR_COUNT": Layer((("pair_count",),), dtype="int16", nodata=-1),
            "ALIASED": Layer((("aliased_share",),)),
        }  # fmt: skip
        outputs.when = stack.dates[0], stack.dates[-1]
        own = ("std",)
        # Who measures how wide a gradient is has to know the window.
        note = {"WINDOW_M": f"{max(n * size for n, size in zip(sides, pixel)):.6g}"}
        with outputs.rasters(layers, stack, note=note, summarised=own) as rasters:

            def write(window, block):
                std = np.hypot(*block.gradient[len(steps) : len(steps) + 2]) / np.sqrt(2)
                rasters.write(window, {
                    "GRADIENT": block.gradient, "PAIR_COUNT": block.pairs,
                    "ALIASED": block.aliased, "std": 1e6 * std,
                })  # fmt: skip

            job.part(0.1, 0.8).blocks(
                function, reader.read, write, stack.grid,
                bytes_per_pixel(int(keep.sum()), stack.has_coherence, half, len(steps)),
            )  # fmt: skip
    told = outputs.summaries
    if not told["GRADIENT"].count:
        from ...errors import GroundshiftError

        raise GroundshiftError(
            f"{stack.path}: no pixel has {chosen.min_pairs} pairs whose gradients agree by "
            f"{chosen.min_agreement:g}; lower the least agreement or the number of pairs, or "
            "take longer pairs."
        )
    result = Result(outputs.written("GRADIENT"), len(steps), sides, pixel)
    found = find_candidates(result, chosen, outputs, job.part(0.8, 1.0))
    aliased = told["ALIASED"]
    _tell_aliased(aliased, job)
    _tell_excess(found.scene, job)
    return {
        "PAIRS": int(keep.sum()), "PIXELS": told["GRADIENT"].count, "WINDOW_ROWS": sides[0],
        "WINDOW_COLS": sides[1], "MEDIAN_STD": told["std"].median,
        "LARGEST": told["MAGNITUDE"].maximum, "ALIASED_SHARE": aliased.mean,
        "NOISE": found.scene.excess, "COUNT": found.count, "AREA_KM2": found.area_km2,
    }  # fmt: skip


def _pairs(stack, chosen):
    """Which pairs are taken, and their network."""

    from ...data.network import Network
    from ...errors import GroundshiftError

    keep = stack.keep & Network.from_pairs(stack.pairs).without(*chosen.excluded())
    if not keep.any():
        raise GroundshiftError(
            f"{stack.path}: no pair is left: all are dropped (dropIfgram) or left out; exclude "
            "fewer dates or pairs."
        )
    days = (stack.pairs[:, 1] - stack.pairs[:, 0]).astype(int)
    short = keep & (days <= chosen.max_days)
    if short.sum() < chosen.min_pairs:
        raise GroundshiftError(
            f"{stack.path}: {short.sum()} of its {keep.sum()} pairs span up to "
            f"{chosen.max_days} days, and {chosen.min_pairs} are needed for a rate with its "
            f"standard deviation; the shortest spans {days[keep].min()} days; allow longer "
            "pairs (MAX_DAYS), or give a stack of more."
        )
    return short, Network.from_pairs(stack.pairs[short])


def _bands(names, steps) -> tuple:
    names = [*names, *("diagonal_down", "diagonal_up")[: len(steps) - 2]]
    first = tuple((f"gradient_{name}_mm_yr_km", "mm/yr/km") for name in names)
    return first + tuple((f"gradient_std_{name}_mm_yr_km", "mm/yr/km") for name in names)


def _function(stack, network, chosen, steps, half, reader, job):
    """The block function, with the noise by date and by pair of a sample of rows."""
    from dataclasses import replace

    import numpy as np

    from ...timeseries.stacking import BlockStacking, noise_prior, noise_shares
    from ...timeseries.weights import weight_table
    from ..phase_gradients import BlockGradients
    from .gradient_source import refuse_coherence, sampled_rows

    table = None if chosen.weights == "uniform" else weight_table("coherence")
    stacking = BlockStacking(
        network, np.zeros(len(network.pairs)), stack.wavelength, table, chosen.min_agreement,
        chosen.min_pairs, "dates",
    )  # fmt: skip
    function = BlockGradients((stacking,) * len(steps), steps, half)
    ends, moments = [], []
    for window in sampled_rows(stack.grid):
        job.check()
        block = reader.read(window)
        moments.append(function.moments(block))
        ends.append([np.nanmin(block.stack.phase, initial=np.inf),
                     np.nanmax(block.stack.phase, initial=-np.inf)])  # fmt: skip
    refuse_coherence(stack, np.array(ends))
    stackings = []
    for found in zip(*moments):
        found = np.concatenate(found)
        shares = noise_shares(found)
        stackings.append(replace(stacking, shares=shares, prior=noise_prior(found, shares)))
    return replace(function, stackings=tuple(stackings))


def _tell_window(chosen, stack, sides, pixel, job):
    """Say how large windows are, and what cannot be seen with them."""
    metres = sides[0] * pixel[0], sides[1] * pixel[1]
    job.note(
        f"A pixel is {pixel[1]:.1f} m wide and {pixel[0]:.1f} m high; the window has {sides[0]} "
        f"rows and {sides[1]} columns ({metres[0]:.0f} x {metres[1]:.0f} m)."
    )
    if max(metres) > 1.5 * chosen.window + 1e-6:
        job.warn(
            f"Pixels are too large for a window of {chosen.window:g} m; three of them are taken. "
            "Motion that is narrower than the window comes out with too small a gradient."
        )
    if not stack.grid.crs and not stack.has_lookup:
        job.warn(
            "The stack has no latitude and longitude: gradients stay along range and azimuth, "
            "by the metres of a pixel in the middle of the scene."
        )


def _tell_aliased(aliased, job):
    """Warn where gradients are steep."""
    if aliased.p98 is not None and aliased.p98 > 0.2:
        job.warn(
            "In places more than a fifth of the gradients are steeper than pi/2 a pixel: rates "
            "there are too small or of the other sign. Take shorter pairs or smaller pixels, and "
            "look at the share of aliased gradients (ALIASED)."
        )


def _tell_excess(scene, job):
    """Warn where gradients are much more than their standard deviations allow."""
    if scene.excess > MOST_EXCESS:
        job.warn(
            f"Half of the scene has gradients of {scene.excess:.1f} times what noise by their "
            "standard deviations would have: all of it moves, or something that stays from pair "
            "to pair, such as errors of the elevation model or vegetation in short pairs, looks "
            "like motion. Candidates are compared with the larger noise; standard deviations of "
            "the layers are too small by as much."
        )

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The rate of a stack file by stacking."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, flag, part
from .asked import Exclusions, Interferograms, Looks, Reference, Thresholds

WEIGHTS = ("phase_variance", "cramer_rao", "coherence", "uniform")
NOISE = ("dates", "pairs")


class Stacking(Chosen):
    """Which pairs are stacked, and how they weigh."""

    source = part(Interferograms)
    weights = choice(
        "Weights of the pairs",
        "phase_variance: inverse variance of the phase at its coherence and number of looks, "
        "and of the atmosphere of its dates, which the scene's residuals tell (with the noise "
        "'pairs': without); cramer_rao: likewise with its lower bound, for many looks; "
        "coherence: squared coherence; uniform: all alike, also where the stack holds no "
        "coherence.",
        WEIGHTS,
    )  # fmt: skip
    consecutive = flag(
        "Consecutive pairs only",
        "Take only pairs of neighbouring dates, whose coherence is best and whose atmosphere "
        "cancels from one to the next.",
    )  # fmt: skip
    thresholds = part(Thresholds)
    noise = choice(
        "Noise",
        "dates: by date (atmosphere) and by pair (decorrelation), both estimated from the "
        "residuals; pairs: every pair errs by itself, which is too hopeful in dense networks.",
        NOISE, advanced=True,
    )  # fmt: skip
    exclusions = part(Exclusions)
    looks = part(Looks)
    reference = part(Reference)
    blocks = part(Blocks)


OUTPUTS = (
    Output(
        "raster", "VELOCITY", "Velocity", "Rate along the line of sight, mm a year.",
        style="velocity", limits="symmetric", name="Velocity by stacking",
        abstract="Rate along the line of sight in mm a year, positive towards the satellite; red "
        "moves away.",
    ),
    Output(
        "raster", "VELOCITY_STD", "Velocity standard deviation",
        "mm a year, from the scatter of the pairs; no data for less than 3 pairs.", optional=True,
        style="velocity_std", limits="p98", abstract="Of the stacked rate, mm a year.",
    ),
    Output(
        "raster", "PAIR_COUNT", "Number of pairs", "Pairs used at each pixel.", optional=True,
        style="count", limits="p98", abstract="Pairs stacked at each pixel.",
    ),
)  # fmt: skip
NUMBERS = {
    "PAIRS": "Pairs used", "PIXELS": "Pixels with a result", "REFERENCE_X": "Reference x",
    "REFERENCE_Y": "Reference y", "FASTEST_AWAY": "Fastest rate away (mm/yr)",
    "FASTEST_TOWARDS": "Fastest rate towards (mm/yr)",
    "MEDIAN_STD": "Median standard deviation (mm/yr)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Stack the pairs of a file for their rate; see :mod:`...declare`."""
    from dataclasses import replace

    import numpy as np

    from ...data.network import Network
    from ...errors import GroundshiftError, counted
    from ...formats.hdf5.stacks import StackReader, read_stack
    from ...formats.placing import places_crs
    from ...outputs import Layer
    from ..stacking import (
        BlockStacking,
        bytes_per_pixel,
        consecutive_pairs,
        noise_shares,
    )
    from .pair_weights import (
        VARIANCES,
        check_coherence,
        coherence_weights,
        kept_pairs,
        with_atmosphere,
    )
    from .reference_place import find_reference, tell_reference
    from .sbas_typical import sampled_rows

    thresholds = chosen.thresholds
    stack = read_stack(chosen.source.stack)
    check_coherence(stack, chosen)
    keep = kept_pairs(stack, *chosen.exclusions.both())
    if chosen.consecutive:
        neighbours = consecutive_pairs(stack.pairs[keep])
        dates = len(np.unique(stack.pairs[keep]))
        job.note(
            f"{neighbours.sum()} of {dates - 1} intervals between neighbouring dates have a pair."
        )
        keep[keep] = neighbours
    network = Network.from_pairs(stack.pairs[keep])
    needs_coherence = chosen.weights != "uniform" or thresholds.min_coherence > 0
    asked = chosen.reference.within(places_crs(stack))
    with StackReader(stack, keep) as reader:
        reference = find_reference(reader, stack.pairs[keep], asked, job.part(0.0, 0.3))
        (x, y), lost = tell_reference(stack, stack.pairs[keep], reference, job.note)
        weights = coherence_weights(stack, chosen, job.note)
        if chosen.weights in VARIANCES and chosen.noise == "dates":
            weights = with_atmosphere(weights, reader, network, reference.phase, job.note)
        stacking = BlockStacking(
            network, reference.phase, stack.wavelength, weights, thresholds.min_coherence,
            thresholds.min_pairs, chosen.noise,
        )  # fmt: skip
        if chosen.noise == "dates":
            rows = sampled_rows(stack.grid)
            moments = [stacking.moments(reader.read(window)) for window in rows]
            stacking = replace(stacking, shares=noise_shares(np.concatenate(moments)))
    layers = {
        "VELOCITY": Layer((("velocity_mm_yr", "mm/yr"),), 1e3),
        "VELOCITY_STD": Layer((("velocity_std_mm_yr", "mm/yr"),), 1e3),
        "PAIR_COUNT": Layer((("pair_count",),), dtype="int16", nodata=-1),
    }  # fmt: skip
    outputs.when = stack.dates[0], stack.dates[-1]
    reader = StackReader(stack, keep, needs_coherence)
    with reader, outputs.rasters(layers, stack) as rasters:
        job.part(0.3, 1.0).blocks(
            stacking, reader.read, rasters.write_fields, stack.grid,
            bytes_per_pixel(len(network.pairs), needs_coherence), tile_rows=reader.tile_rows,
        )  # fmt: skip
    velocity = outputs.summaries["VELOCITY"]
    if not velocity.count:
        raise GroundshiftError(
            f"{stack.path}: no pixel has {counted(thresholds.min_pairs, 'pair')} with a "
            f"coherence of at least {thresholds.min_coherence:g}; lower the thresholds."
        )
    return {
        "PAIRS": len(network.pairs) - lost, "PIXELS": velocity.count, "REFERENCE_X": x,
        "REFERENCE_Y": y, "FASTEST_AWAY": velocity.minimum, "FASTEST_TOWARDS": velocity.maximum,
        "MEDIAN_STD": outputs.summaries["VELOCITY_STD"].median,
    }  # fmt: skip

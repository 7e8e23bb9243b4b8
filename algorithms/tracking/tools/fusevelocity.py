# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Velocities of several sensors, fused pixel by pixel."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, number, part, whole
from .asked import ESTIMATORS, WEIGHTS, OffsetFiles


class FuseVelocity(Chosen):
    """Pairs of any sensors, and which of them count."""

    source = part(OffsetFiles)
    closer = number(
        "Days that become one (less than, days apart)",
        "Images of several sensors that lie so close join their networks; their offsets are scaled "
        "to the new interval. 0 merges none.", 5.0, 0.0, 365.0,
    )  # fmt: skip
    sigmas = number(
        "Reject beyond (sigmas)",
        "Pairs whose residual is larger than so many robust standard deviations, in either "
        "component, are given up.", 3.0, 1.0, 100.0,
    )  # fmt: skip
    weights = WEIGHTS.named("")
    min_pairs = whole(
        "Minimum number of pairs", "A pixel is kept where at least so many are left.", 3, 1
    )
    min_correlation = number(
        "Minimum correlation", "Offsets below, or without one, are left out; 0 keeps all.", 0.0,
        0.0, 1.0, advanced=True,
    )  # fmt: skip
    estimator = choice(
        "Estimator of the residuals",
        "tukey and igg3 give gross errors no weight, huber a small one.", ESTIMATORS, advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)


OUTPUTS = (
    Output(
        "raster", "VELOCITY", "Velocity (m/yr)",
        "Both components and their standard deviations, a band each.", style="velocity",
        limits="symmetric", name="Fused velocity",
        abstract="Mean rate of both components over all pairs, metres a year.",
    ),
    Output(
        "raster", "PARTS", "Network parts",
        "Parts of a pixel's network that no pair joins, after rejection.", optional=True,
        style="subsets", abstract="Parts of a pixel's own network that no pair joins; 0: no data.",
    ),
    Output(
        "raster", "REJECTED", "Rejected share", "Of the pairs.", optional=True, style="cover",
        limits="p98", abstract="Share of the pairs that were given up.",
    ),
    Output(
        "file", "FIRST", "Series of the first component (east or range)",
        "HDF5 in MintPy's layout, metres; every part of a pixel's network begins at zero.",
        "HDF5, Zarr", optional=True, by_default=False,
    ),
    Output(
        "file", "SECOND", "Series of the second component (north or azimuth)",
        "The same for the other component.", "HDF5, Zarr",
        optional=True, by_default=False,
    ),
)  # fmt: skip
NUMBERS = {
    "PAIRS": "Pairs", "DATES": "Dates after merging", "MERGED": "Dates merged into others",
    "PLATFORMS": "Platforms", "PARTS_OF_ALL": "Network parts", "PIXELS": "Pixels with a result",
    "IN_PARTS": "Pixels whose network is in parts", "REJECTED_SHARE": "Rejected share",
    "STD": "Median standard deviation of the velocity (m/yr)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Merge days, reject, solve part by part; see :mod:`...declare`."""
    from ...errors import GroundshiftError, counted
    from ..fusion import Fusion, merged
    from .fused_outputs import FusedOutputs
    from .offset_pairs import PairsReader, find_offsets, make_pairs, tell_network

    pairs = make_pairs(find_offsets(chosen.source.paths(at_addresses=True), job.note), job.note)
    tell_network(pairs, job.note)
    joined = merged(pairs.network, chosen.closer)
    if not len(joined.kept):
        raise GroundshiftError(
            f"All pairs join images less than {chosen.closer:g} days apart; merge fewer days."
        )
    dropped = len(pairs.network.pairs) - len(joined.kept)
    dates = len(joined.network.dates)
    job.note(
        f"{counted(joined.days, 'day')} became {dates}; "
        f"{counted(dropped, 'pair')} within one of them left out."
    )
    parts = int(joined.network.subsets().max()) + 1
    if parts > 1:
        job.note(
            f"The network falls into {parts} parts that no pair joins: each keeps a datum of its "
            "own, and nothing is said about motion between them."
        )
    outputs.when = joined.network.dates[0], joined.network.dates[-1]
    reader = PairsReader(pairs, chosen.weights == "std", chosen.min_correlation)
    if chosen.weights == "std" and not reader.with_std:
        job.note(f"{reader.lacking.name}: has no standard deviations; all pairs count alike.")
    fusion = Fusion(joined, chosen.estimator, chosen.sigmas, chosen.min_pairs)
    with FusedOutputs(outputs, pairs, joined.network, reader.with_std) as written:
        size = 150.0 + 160.0 * len(pairs.network.pairs) + 120.0 * dates
        job.blocks(fusion, reader.read, written.write, pairs.grid, size)
        if not written.pixels:
            raise GroundshiftError(
                f"No pixel keeps {chosen.min_pairs} pairs; lower the thresholds (MIN_PAIRS, "
                "MIN_CORRELATION), or check that the rasters overlap."
            )
    if written.in_parts:
        job.note(
            f"{100.0 * written.in_parts / written.pixels:.1f} % of the pixels have a network in "
            "parts after rejection."
        )
    rejected = outputs.summaries["REJECTED"].mean
    if rejected > 0.3:
        job.warn(
            f"{100.0 * rejected:.0f} % of the pairs were given up; the sensors may not agree "
            "(registration, steps of detectors, other components)."
        )
    return {
        "PAIRS": len(joined.kept), "DATES": dates, "MERGED": joined.days - dates,
        "PLATFORMS": len(pairs.platforms), "PARTS_OF_ALL": parts, "PIXELS": written.pixels,
        "IN_PARTS": written.in_parts, "REJECTED_SHARE": rejected,
        "STD": outputs.summaries["rate_std"].median,
    }  # fmt: skip

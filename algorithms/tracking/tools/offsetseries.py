# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Displacement time series from the offsets of many pairs of images."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, choice, number, part, text, whole
from .asked import ESTIMATORS, WEIGHTS, OffsetFiles

GAPS = ("largest", "no_data", "own_datum", "joint_rate")


class OffsetSeries(Chosen):
    """Which pairs count how much, and what becomes of gaps."""

    source = part(OffsetFiles)
    estimator = choice(
        "Estimator",
        "How pairs that contradict the others count. tukey and igg3 give gross errors no weight, "
        "huber a small one; all begin with Huber's. least_squares: all pairs alike.", ESTIMATORS,
    )  # fmt: skip
    weights = WEIGHTS.named("")
    gap = choice(
        "Where no pair joins the dates",
        "Between platforms, or where a network is cut. largest: keep the part with most dates, "
        "the others are no data; no_data: leave the pixel out; own_datum: every part begins at "
        "zero; joint_rate: all parts follow one rate with levels of their own, and the errors "
        "grow by what that may be wrong.", GAPS,
    )  # fmt: skip
    min_correlation = number(
        "Minimum correlation", "Offsets below, or without one, are left out; 0 keeps all.", 0.0,
        0.0, 1.0,
    )  # fmt: skip
    min_pairs = whole(
        "Minimum number of pairs", "A pixel is kept where at least so many have an offset.", 1, 1,
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
        """What is left out must be dates and pairs."""
        self.left_out()

    def left_out(self) -> tuple:
        """Dates, and pairs of dates."""
        from ...data.dates import parse_dates, parse_pairs

        return parse_dates(self.exclude_dates), parse_pairs(self.exclude_pairs)


OUTPUTS = (
    Output(
        "file", "FIRST", "Series of the first component (east or range)",
        "HDF5 in MintPy's layout, metres; holds the standard deviation of every date, too.",
        "HDF5, Zarr",
    ),
    Output(
        "file", "SECOND", "Series of the second component (north or azimuth)",
        "The same for the other component.", "HDF5, Zarr",
    ),
    Output(
        "raster", "REDUNDANCY", "Redundancy", "Pairs a date; below 3, gross errors may stay.",
        optional=True, style="count", limits="p98",
        abstract="Pairs a date at each pixel; below 3, gross errors are hardly told from others.",
    ),
    Output(
        "raster", "REJECTED", "Rejected share",
        "Of the pairs, with less than a quarter of their weight; a band a component.",
        optional=True, style="cover", limits="p98",
        abstract="Share of the pairs with less than a quarter of their weight.",
    ),
    Output(
        "raster", "STD", "Standard deviation of the displacement",
        "Metres, root mean square over the dates; a band a component.", optional=True,
        style="dem_error_std", limits="p98",
        abstract="Of the displacement since the first date, root mean square over the dates, m.",
    ),
    Output(
        "raster", "PARTS", "Network parts", "Parts of a pixel's network that no pair joins.",
        optional=True, by_default=False, style="subsets",
        abstract="Parts of a pixel's own network that no pair joins; 0: no data.",
    ),
)  # fmt: skip
NUMBERS = {
    "PAIRS": "Pairs", "DATES": "Dates", "PLATFORMS": "Platforms", "PARTS_OF_ALL": "Network parts",
    "PIXELS": "Pixels with a result", "MEDIAN_REDUNDANCY": "Median redundancy (pairs a date)",
    "REJECTED_FIRST": "Rejected share, first component",
    "REJECTED_SECOND": "Rejected share, second component",
    "STD_FIRST": "Median standard deviation, first component (m)",
    "STD_SECOND": "Median standard deviation, second component (m)",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Find the rasters, solve for the dates; see :mod:`...declare`."""
    from .offset_pairs import PairsReader, find_offsets, make_pairs, tell_network
    from .offset_series import kept, write_series

    found = find_offsets(chosen.source.paths(at_addresses=True), job.note)
    pairs = make_pairs(kept(found, *chosen.left_out()), job.note)
    network = pairs.network
    outputs.when = network.dates[0], network.dates[-1]
    parts = tell_network(pairs, job.note)
    _doubts(pairs, parts, chosen, job)
    reader = PairsReader(pairs, chosen.weights == "std", chosen.min_correlation)
    if chosen.weights == "std" and not reader.with_std:
        job.note(f"{reader.lacking.name}: has no standard deviations; all pairs count alike.")
    numbers = write_series(pairs, reader, chosen, outputs, job)
    return {
        "PAIRS": len(network.pairs), "DATES": len(network.dates),
        "PLATFORMS": len(pairs.platforms), "PARTS_OF_ALL": parts, **numbers,
    }  # fmt: skip


def _doubts(pairs, parts, chosen, job):
    """Refuse what cannot give a series, and tell what makes it doubtful."""
    from ...errors import counted
    from ..series import FEWEST_REDUNDANCY

    network = pairs.network
    redundancy = len(network.pairs) / len(network.dates)
    if redundancy < FEWEST_REDUNDANCY:
        job.warn(
            f"{counted(len(network.pairs), 'pair')} of {counted(len(network.dates), 'date')}: a "
            f"redundancy of {redundancy:.2f}; below {FEWEST_REDUNDANCY:g}, gross errors are "
            "hardly told from the others, and stay in the series with errors that do not show "
            "them: add pairs."
        )
    if parts < 2:
        return
    if chosen.gap == "no_data":
        chosen.refuse(
            "gap", f"no pixel would be left, as {network.describe_subsets()} Choose another one."
        )
    told = {
        "largest": "only the part with most dates of every pixel is kept; 'joint_rate' would join "
        "them by an assumption",
        "own_datum": "every part begins at zero, so that its displacements are against its own "
        "first date",
        "joint_rate": "one rate joins them: what happened in the gaps is an assumption, and the "
        "errors hold it as far as the series is straight",
    }
    job.warn(f"The network falls into {parts} parts that no pair joins: {told[chosen.gap]}.")

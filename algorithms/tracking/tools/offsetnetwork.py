# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets of many pairs of images."""

from __future__ import annotations

from ...asked import Blocks
from ...declare import Chosen, Output, folder, number, part, text, whole
from .asked_of_chips import Matching


class OffsetNetwork(Chosen):
    """Images, which pairs of them, and how chips are looked for."""

    folder = folder(
        "Folder of images",
        "Rasters of one place with their dates in the files' names (YYYYMMDD or YYYY-MM-DD); one a "
        "date.",
    )  # fmt: skip
    most_days = number(
        "Longest time between two images (days)",
        "All if empty. Changes of the ground's face limit it: some 1300 days for Sentinel-2, 2400 "
        "for Landsat 8 over bare ground.", 400.0, 1.0, 36525.0, optional=True,
    )  # fmt: skip
    least_days = number("Shortest time (days)", "Shorter pairs hardly move.", 1.0, 0.0, 36525.0)
    season = number(
        "Largest difference of season (days)",
        "Of the days of the year, the shorter way round: shadows and snow are alike in one season. "
        "Any if empty.", None, 0.0, 183.0, optional=True,
    )  # fmt: skip
    elevation = number(
        "Largest difference of the sun's elevation (degrees)", "Any if empty.", None, 0.0, 90.0,
        optional=True,
    )  # fmt: skip
    azimuth = number(
        "Largest difference of the sun's azimuth (degrees)", "Any if empty.", None, 0.0, 180.0,
        optional=True,
    )  # fmt: skip
    hour = number(
        "Local solar time of the images (hours)",
        "For where the sun stands, unless the images tell it (SUN_ELEVATION and SUN_AZIMUTH in "
        "their metadata). Optical satellites mostly pass at half past ten.", 10.5, 0.0, 24.0,
        advanced=True,
    )  # fmt: skip
    matching = part(Matching)
    band = whole("Band", "Of all images.", 1, 1, advanced=True)
    platform = text(
        "Platform", "Such as S2A; offsets of one platform form a network of their own.",
        advanced=True,
    )  # fmt: skip
    blocks = part(Blocks)

    def check(self):
        """Times must leave something."""
        if self.most_days is not None and self.most_days < self.least_days:
            self.refuse(("least_days", "most_days"), "the longest time is below the shortest one.")


OUTPUTS = (
    Output(
        "folder", "OFFSETS", "Folder of offsets",
        "A raster a pair, as 'Offsets of two images' makes it; without, only the table is made.",
        optional=True,
    ),
    Output(
        "file", "TABLE", "Table of pairs",
        "Every pair: dates, days, differences of season and sun, whether it was taken, and how "
        "many offsets were found.", "CSV (*.csv)", optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "IMAGES": "Images", "PAIRS": "Pairs taken", "ALL_PAIRS": "All pairs",
    "PARTS": "Parts that no pair joins", "FAILED": "Pairs without offsets",
    "SHARE": "Share of the chips that were found",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Choose pairs, find their offsets; see :mod:`...declare`."""
    from ..pairing import Limits
    from .offset_network import choose_pairs, dated_images, track_pairs

    images = dated_images(chosen, outputs.targets["OFFSETS"], job)
    limits = Limits(
        chosen.least_days, chosen.most_days or float("inf"), chosen.elevation, chosen.azimuth,
        chosen.season,
    )  # fmt: skip
    pairs, numbers = choose_pairs(images, limits, job)
    return {**numbers, **track_pairs(images, pairs, chosen, outputs, job)}

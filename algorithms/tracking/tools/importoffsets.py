# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets of other programs as rasters of ours."""

from __future__ import annotations

from ...asked import Machine
from ...declare import Chosen, Output, choice, number, part, text
from .asked import ArrowsAsked, OffsetFiles

FORMATS = ("auto", "itslive", "gamma", "cosicorr", "micmac", "asp", "mintpy", "pairs")
UNITS = {
    "product": "", "px": "px", "m": "m", "cm": "cm", "mm": "mm", "m_yr": "m/yr",
    "m_day": "m/day",
}  # fmt: skip
FASTEST_KM = 20.0


class ImportOffsets(Chosen):
    """Which product, and what the user knows of it."""

    source = part(
        OffsetFiles,
        changes={
            "folder": {
                "title": "Folder of the product",
                "help": "Offsets or velocities of pairs; subfolders are searched.",
            },
            "files": {"title": "or files", "help": "Of pairs with two rasters, the first one."},
        },
    )  # fmt: skip
    format = choice(
        "Format",
        "auto finds out by itself. itslive: NetCDF of ITS_LIVE and autoRIFT; gamma: .offs with "
        ".off; cosicorr: ENVI with east/west, north/south, SNR; micmac: Px1 and Px2; asp: -F.tif "
        "of Ames Stereo Pipeline and vmap; mintpy: stack with rangeOffset; pairs: two GeoTIFF such "
        "as _vx and _vy.", FORMATS,
    )  # fmt: skip
    unit = choice(
        "Unit",
        "Of the numbers in the files. product: what the format has, or the file declares; plain "
        "GeoTIFF that declare none need it.", UNITS,
    )  # fmt: skip
    platform = text("Platform", "Such as S1A or Landsat-8; the product's own if empty.", default="")
    reference_date = text(
        "Date of the first image",
        "YYYYMMDD, for one pair whose file and name do not tell it.", advanced=True,
    )  # fmt: skip
    secondary_date = text(
        "Date of the second image",
        "YYYYMMDD, for one pair whose file and name do not tell it.", advanced=True,
    )  # fmt: skip
    pixel_x = number(
        "Pixel size along columns or range (m)", "Of the images, for offsets in pixels where the "
        "product does not tell it.", None, 1e-3, 1e5, optional=True, advanced=True,
    )  # fmt: skip
    pixel_y = number(
        "Pixel size along rows or azimuth (m)", "Of the images, for offsets in pixels where the "
        "product does not tell it.", None, 1e-3, 1e5, optional=True, advanced=True,
    )  # fmt: skip
    fastest = number(
        "Largest plausible rate (km/yr)",
        "A pair with more than 2 % of faster pixels is told: its unit may be wrong.", FASTEST_KM,
        1e-6, 1e6, advanced=True,
    )  # fmt: skip
    arrows = part(ArrowsAsked)
    blocks = part(Machine)

    def check(self):
        """Dates must be ones."""
        self.given()

    def given(self):
        """As readers take it."""
        from ...data.dates import parse_date
        from ...data.offsets import UNKNOWN_DATE
        from ...formats.offsets.foreign import Given

        dates = [
            parse_date(day) if day else UNKNOWN_DATE
            for day in (self.reference_date, self.secondary_date)
        ]
        return Given(
            *dates, self.platform, UNITS[self.unit], (self.pixel_x, self.pixel_y)
        )  # fmt: skip


OUTPUTS = (
    Output(
        "folder", "OFFSETS", "Folder of offsets",
        "A GeoTIFF a pair: both components in metres from the first to the second image, standard "
        "deviations, correlation, chip size.",
    ),
    Output(
        "points", "ARROWS", "Arrows",
        "Points of all pairs with east_m, north_m, magnitude_m, direction_deg, std_m, correlation, "
        "reference_date and secondary_date, drawn as arrows whose length follows the magnitude; "
        "only of pairs on the map.", optional=True,
        by_default=False, style="arrows", name="Motion",
        abstract="Horizontal displacement from the first to the second image.",
    ),
)  # fmt: skip
NUMBERS = {
    "PAIRS": "Pairs", "DATES": "Dates", "VALID_SHARE": "Share of valid offsets",
    "MEDIAN_METRES": "Median displacement (m)", "MEDIAN_RATE": "Median rate (m/yr)",
    "DOUBTFUL": "Pairs of a doubtful unit",
}  # fmt: skip
TEXTS = {"FOUND": "Format found"}


def run(chosen, outputs, job) -> dict:
    """Find the pairs, write them; see :mod:`...declare`."""
    from .importing_offsets import find_products, write_products

    folder = outputs.targets["OFFSETS"]
    found = find_products(chosen.source.paths(), chosen.format, chosen.given(), folder, job)
    step = chosen.arrows.arrow_step
    return write_products(found, folder, outputs, job, 1e3 * chosen.fastest, step)

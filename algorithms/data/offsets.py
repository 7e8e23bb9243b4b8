# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixel offsets of a pair of images: what they are.

The pixels stay on disk; :mod:`..formats.offsets.offset_raster` reads and writes them by windows.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .dates import DAYS_PER_YEAR
from .grid import Grid

MAP, RADAR = ("east", "north"), ("range", "azimuth")
"""Components: on the map, from true north; and of radar images, positive towards the satellite and
along its flight."""
UNKNOWN_DATE = np.datetime64("NaT", "D")


@dataclass(frozen=True)
class Offsets:
    """How far the ground moved between two images, from the reference to the secondary.

    Parameters
    ----------
    path : Path
        The raster.
    grid : Grid
        Of the results; without a CRS in radar coordinates (rows along azimuth, columns along
        range).
    components : tuple of 2 str
        :data:`MAP` or :data:`RADAR`. East and north are true ones, in metres on the ground,
        whatever the CRS. Range is slant range, positive towards the satellite; azimuth is metres on
        the ground, positive along flight.
    reference, secondary : datetime64[D]
        Dates of the images; NaT where unknown.
    platform : str
        Such as ``S1A`` or ``Sentinel-2``; pairs of one platform share their systematic errors.
        Empty where unknown.
    """

    path: Path
    grid: Grid
    components: tuple = MAP
    reference: np.datetime64 = UNKNOWN_DATE
    secondary: np.datetime64 = UNKNOWN_DATE
    platform: str = ""

    @property
    def dated(self) -> bool:
        """Whether both dates are known."""
        return not (np.isnat(self.reference) or np.isnat(self.secondary))

    @property
    def years(self) -> float:
        """Time between the images in years; negative where the secondary is the earlier one."""
        if not self.dated:
            return float("nan")
        return float((self.secondary - self.reference).astype(int)) / DAYS_PER_YEAR

    @property
    def name(self) -> str:
        """The pair as ``YYYYMMDD_YYYYMMDD``, or the file's name where it has no dates."""
        if not self.dated:
            return Path(self.path).stem
        return f"{self.reference}_{self.secondary}".replace("-", "")


@dataclass(frozen=True)
class OffsetBlock:
    """A window of the offsets of a pair; NaN for no data, in all layers alike.

    Parameters
    ----------
    values : ndarray of float32, shape (2, row, column)
        The components in metres.
    std : ndarray of float32, shape (2, row, column)
        Their standard deviations in metres; NaN where unknown.
    correlation : ndarray of float32, shape (row, column)
        Normalised correlation of the matched chips, or the product's own quality from 0 to 1; NaN
        where unknown.
    chip : ndarray of float32, shape (row, column)
        Pixels along a side of the chip: over so much the offsets are smeared. NaN where unknown.
    """

    values: np.ndarray
    std: np.ndarray
    correlation: np.ndarray
    chip: np.ndarray

    def stacked(self) -> np.ndarray:
        """All layers in the order of :func:`bands_of`, shape (6, row, column)."""
        return np.concatenate(
            [self.values, self.std, self.correlation[None], self.chip[None]]
        ).astype(np.float32, copy=False)

    @classmethod
    def of(cls, stacked) -> OffsetBlock:
        """The block of layers in the order of :func:`bands_of`."""
        return cls(stacked[:2], stacked[2:4], stacked[4], stacked[5])


def bands_of(components=MAP) -> tuple:
    """(name, unit) of the bands of a raster of offsets."""
    first, second = components
    return (
        (f"{first}_m", "m"), (f"{second}_m", "m"), (f"{first}_std_m", "m"),
        (f"{second}_std_m", "m"), ("correlation", ""), ("chip_px", ""),
    )  # fmt: skip


def note_of(components=MAP, reference=UNKNOWN_DATE, secondary=UNKNOWN_DATE, platform="") -> dict:
    """Metadata of a raster of offsets; what is unknown is left out."""
    note = {"COMPONENTS": ",".join(components)}
    for name, date in (("REFERENCE_DATE", reference), ("SECONDARY_DATE", secondary)):
        if not np.isnat(date):
            note[name] = str(date)
    if platform:
        note["PLATFORM"] = platform
    return note

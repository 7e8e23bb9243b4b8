# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a folder of coregistered radar images holds, before any pixel is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from .grid import Grid


@dataclass(frozen=True)
class SlcPart:
    """One file of an image: all of it, or one burst.

    Parameters
    ----------
    path : str
        A file, or a GDAL dataset name.
    dataset : str
        Of an HDF5 file; empty for others.
    band : int
        Of a GDAL raster, from 1.
    raw : str
        NumPy's type of plain binary numbers (``>c8``; ``>i2`` for pairs of 16-bit integers); empty
        for what has a format of its own.
    shape : tuple of int
        Rows and columns.
    row, col : int
        Place of the first pixel in the product's grid.
    burst : str
        Name of the burst.
    """

    path: str
    dataset: str = ""
    band: int = 1
    raw: str = ""
    shape: tuple = (0, 0)
    row: int = 0
    col: int = 0
    burst: str = ""


@dataclass(frozen=True)
class SlcImage:
    """One polarisation of one date.

    Parameters
    ----------
    date : datetime64[D]
    parts : tuple of SlcPart
        Of several bursts, in the same order for all dates.
    polarisation : str
        Such as ``VV``.
    """

    date: np.datetime64
    parts: tuple
    polarisation: str = "VV"

    @property
    def name(self) -> str:
        """File name, for messages."""
        return Path(self.parts[0].path).name


@dataclass(frozen=True)
class Lookup:
    """Where the longitude and latitude of every pixel of a radar image come from, degrees.

    Parameters
    ----------
    longitude, latitude : SlcPart
    """

    longitude: SlcPart
    latitude: SlcPart


@dataclass(frozen=True)
class SlcProduct:
    """A folder of radar images as a reader found it.

    Parameters
    ----------
    kind : str
        ``opera``, ``isce2``, ``gamma`` or ``rasters``.
    images : tuple of SlcImage
        Sorted by date.
    grid : Grid
        Without a CRS in radar coordinates.
    wavelength : float or None
        Metres.
    phase_sign : float
        +1 where the phase is ``-4 pi R / wavelength``, -1 where images must be conjugated.
    flattened : bool or None
        Whether the phase of the ellipsoid and of the terrain has been taken off, so that it is the
        same in all dates; None where the files do not tell.
    baselines : dict of datetime64[D] to float
        Perpendicular baselines relative to any one date, metres; empty where unknown.
    orbits : dict of datetime64[D] to Orbit
        Empty where there are none.
    center : (float, float, float) or None
        Longitude, latitude (degrees) and height (metres) of a point in the middle, for radar
        coordinates without lookup.
    lookup : Lookup or None
    height : SlcPart or None
        Metres, on the product's grid.
    look : tuple of SlcPart, or None
        Two rasters on the product's grid, after `look_kind`: the ``east_north`` parts of the unit
        vector from the ground to the satellite, or ISCE-2's ``incidence_azimuth`` in degrees.
    incidence, heading : float or None
        Degrees, for the whole scene, where there are no rasters.
    mask : SlcPart or None
        Layover and shadow, as isce3 counts: 1 shadow, 2 layover, 3 both.
    slant_range : (float, float) or None
        Of the first column, and its growth by column, metres.
    spacing : tuple of float
        Ground size of a pixel along rows and columns, metres; NaN where unknown.
    attributes : dict of str
        In MintPy's names.
    notes : tuple of str
    source : Path or None
    """

    kind: str
    images: tuple
    grid: Grid
    wavelength: float | None = None
    phase_sign: float = 1.0
    flattened: bool | None = None
    baselines: dict = field(default_factory=dict)
    orbits: dict = field(default_factory=dict)
    center: tuple | None = None
    lookup: Lookup | None = None
    height: SlcPart | None = None
    look: tuple | None = None
    look_kind: str = "east_north"
    incidence: float | None = None
    heading: float | None = None
    mask: SlcPart | None = None
    slant_range: tuple | None = None
    spacing: tuple = (np.nan, np.nan)
    attributes: dict = field(default_factory=dict)
    notes: tuple = ()
    source: Path | None = None

    @property
    def dates(self) -> np.ndarray:
        """The dates, sorted, each once."""
        return np.unique(np.array([image.date for image in self.images], "datetime64[D]"))

    @property
    def polarisations(self) -> tuple:
        """Polarisations of the images, co-polarised ones first."""
        found = {image.polarisation for image in self.images}
        return tuple(sorted(found, key=lambda p: (p[:1] != p[1:], p != "VV", p)))

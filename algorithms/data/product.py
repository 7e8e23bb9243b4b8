# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a folder of interferograms holds, before any pixel is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from .grid import Grid


@dataclass(frozen=True)
class Band:
    """One band of a raster file.

    Parameters
    ----------
    path : str
        A file, or a GDAL dataset name.
    index : int
        Band number from 1; the page of a three-dimensional HDF5 dataset.
    nodata : tuple of float
        Values that mean no data, besides NaN; compared before scaling.
    scale : float
        Factor that turns stored values into the quantity: 1/255 for coherence in bytes, -1 for a
        pair that is stored later date first.
    dataset : str
        Name of the HDF5 dataset; empty for rasters that GDAL reads.
    grid : Grid, optional
        Of an HDF5 dataset that lies on another one than the product; of a raster whose own
        header does not place it.
    """

    path: str
    index: int = 1
    nodata: tuple = ()
    scale: float = 1.0
    dataset: str = ""
    grid: Grid | None = None


@dataclass(frozen=True)
class Interferogram:
    """The files of one pair.

    Parameters
    ----------
    reference, secondary : datetime64[D]
        Earlier and later date.
    phase : Band
        Unwrapped phase, radians.
    coherence : Band or None
    perpendicular_baseline : float
        In metres, NaN where unknown.
    keep : bool
        False where the product itself marks the pair as dropped.
    components : Band or None
        Connected components of the unwrapping, whole numbers; 0 belongs to none.
    """

    reference: np.datetime64
    secondary: np.datetime64
    phase: Band
    coherence: Band | None = None
    perpendicular_baseline: float = float("nan")
    keep: bool = True
    components: Band | None = None

    @property
    def name(self) -> str:
        """The pair as ``YYYYMMDD_YYYYMMDD``."""
        return f"{self.reference}_{self.secondary}".replace("-", "")


@dataclass(frozen=True)
class GeometryBands:
    """Where the geometry of a product comes from; whatever it lacks is None.

    Parameters
    ----------
    height : Band or None
        Metres.
    los : tuple of Band, or None
        Two or three bands, read after `los_kind`; the second of ``incidence_azimuth`` may be None.
    los_kind : str
        ``enu`` (east, north, up; ground to satellite), ``east_north`` (the same without up),
        ``incidence_azimuth`` (MintPy, ISCE-2; degrees), ``incidence_orientation`` (degrees, the
        latter counter-clockwise from east) or ``theta_phi`` (HyP3; radians).
    incidence, heading : float or None
        Scalars in degrees, used where there are no bands.
    lookup : tuple of Band, or None
        Latitude and longitude of every pixel in radar coordinates, degrees.
    """

    height: Band | None = None
    los: tuple | None = None
    los_kind: str = "enu"
    incidence: float | None = None
    heading: float | None = None
    lookup: tuple | None = None


@dataclass(frozen=True)
class Product:
    """A folder (or file) of interferograms as a reader found it.

    Parameters
    ----------
    kind : str
        ``gamma``, ``licsar``, ``hyp3``, ``aria``, ``nisar``, ``disp``, ``isce2``, ``snap``,
        ``gmtsar``, ``sarscape``, ``mintpy`` or ``pairs``.
    interferograms : tuple of Interferogram
        Sorted by dates.
    grid : Grid
        The grid that most of the interferograms share.
    wavelength : float or None
        Metres; None where the product does not say.
    phase_sign : float or None
        +1 where the product's phase already has MintPy's sign (positive away from the satellite,
        later minus earlier), -1 where it must be flipped; None where it has to be asked for.
    looks : float or None
        Range times azimuth looks.
    geometry : GeometryBands
    attributes : dict of str
        Further attributes for the stack, in MintPy's names (PLATFORM, ORBIT_DIRECTION, ...).
    notes : tuple of str
        Sentences for the log: what was assumed and what was passed over.
    """

    kind: str
    interferograms: tuple
    grid: Grid
    wavelength: float | None = None
    phase_sign: float | None = 1.0
    looks: float | None = None
    geometry: GeometryBands = field(default_factory=GeometryBands)
    attributes: dict = field(default_factory=dict)
    notes: tuple = ()
    source: Path | None = None

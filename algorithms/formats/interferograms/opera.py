# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""OPERA DISP-S1: NASA's displacement of North America from Sentinel-1 (NetCDF-4).

``OPERA_L3_DISP-S1_IW_F11116_VV_20160705T140755Z_20160729T140756Z_v1.0_20250318T222753Z.nc`` holds
``displacement`` (metres between both dates, NaN for no data), ``temporal_coherence`` of the linked
phases, ``x`` and ``y`` of centres, and the map in ``spatial_ref`` (``crs_wkt``). The first date
moves on from time to time, so that the granules are pairs and an inversion joins them. The look
vectors come apart, as DISP-S1-STATIC (``*_line_of_sight_enu.tif``, ``*_dem*.tif``).

Sign: "Positive values indicate apparent motion towards the platform"
(https://github.com/opera-adt/disp-s1, ``product_info.py``); metres become radians away from it.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from ...data.crs import wkt_of
from ...data.product import Band, GeometryBands, Interferogram, Product
from ...errors import GroundshiftError
from ..hdf5.layout import open_hdf5
from ..raster_source import describe
from ._common import (
    SENTINEL1_WAVELENGTH,
    grid_of_centres,
    matching,
    normalised,
    one_frame,
    pair_dates,
)

LOOKS_FOR = "OPERA DISP-S1 (OPERA_L3_DISP-S1_*.nc)"
GRANULE = re.compile(r"^OPERA_L3_DISP-S1_IW_(?P<frame>F\d+)_.*\.nc$")
RADIANS = -4 * np.pi / SENTINEL1_WAVELENGTH  # a metre towards the satellite


def recognises(folder, files) -> bool:
    """Whether the folder holds DISP-S1 products."""
    return any(GRANULE.match(file.name) for file in files)


def read(folder, files) -> Product:
    """Find what a folder of DISP-S1 products of one frame holds."""
    granules = [file for file in files if GRANULE.match(file.name)]
    if not granules:
        raise GroundshiftError(
            f"{folder}: holds no OPERA displacement (OPERA_L3_DISP-S1_*.nc); choose another "
            "folder or kind."
        )
    grid = one_frame({file: (_grid(file), GRANULE.match(file.name)["frame"]) for file in granules})
    coherences = {file.name: _layer(file, "temporal_coherence") for file in granules}
    pairs = [
        Interferogram(
            *pair_dates(file.name[: file.name.index("_v")]),
            phase=_layer(file, "displacement", RADIANS), coherence=coherences[file.name],
        )
        for file in granules
    ]  # fmt: skip
    interferograms, notes = normalised(pairs)
    notes.append(
        "Displacement was taken to radians, and the temporal coherence of the linked phases for "
        "coherence; the recommended mask is not applied."
    )
    return Product(
        kind="disp",
        interferograms=interferograms,
        grid=grid,
        wavelength=SENTINEL1_WAVELENGTH,
        phase_sign=1.0,
        looks=None,
        geometry=_geometry(files),
        attributes={"PROCESSOR": "opera", "PLATFORM": "Sen", "ANTENNA_SIDE": "-1"},
        notes=tuple(notes + matching(coherences, "temporal coherence")),
        source=Path(folder),
    )


def _layer(file, name, scale: float = 1.0):
    with open_hdf5(file) as inside:
        if name not in inside and scale == 1.0:
            return None
        _ = inside[name]  # says what is missing
    return Band(str(file), scale=scale, dataset=name)


def _grid(file):
    with open_hdf5(file) as inside:
        x, y = inside["x"][()], inside["y"][()]
        wkt = inside["spatial_ref"].attrs.get("crs_wkt", "")
    wkt = wkt.decode() if isinstance(wkt, bytes) else str(wkt)
    return grid_of_centres(x, y, wkt_of(wkt), file)


def _geometry(files) -> GeometryBands:
    look = next((file for file in files if file.name.endswith("line_of_sight_enu.tif")), None)
    dem = next((file for file in files if re.search(r"_dem[^/]*\.tif$", file.name)), None)
    height = None if dem is None else Band(str(dem), nodata=describe(dem).nodata)
    if look is None:
        return GeometryBands(height=height)
    nodata = tuple({0.0, *describe(look).nodata})
    return GeometryBands(height=height, los=tuple(Band(str(look), k, nodata) for k in (1, 2, 3)))

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""ARIA-S1-GUNW: NASA's geocoded, unwrapped interferograms of Sentinel-1 (NetCDF-4).

``S1-GUNW-D-R-059-tops-20180502_20180408-161510-00096W_00018N-PP-c92e-v2_0_2.nc``: in
``science/grids/data`` ``unwrappedPhase`` (radians, 0 for no data), ``coherence`` and
``connectedComponents`` (of SNAPHU, 0 for none, -1 for no data;
https://github.com/ACCESS-Cloud-Based-InSAR/DockerizedTopsApp, ``nc_packaging_template.json``); in
``science/grids/imagingGeometry`` cubes by height, latitude and longitude of ``incidenceAngle`` and
``azimuthAngle`` (degrees; from the ground to the satellite, counter-clockwise from east) and
``perpendicularBaseline``; ``science/radarMetaData/wavelength``.

Sign: the reference is the later date, and its phase less that of the earlier one falls as the
ground moves away (https://github.com/aria-tools/ARIA-tools, README; MintPy turns it round, too).
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from ...data.crs import wkt_from_epsg
from ...data.product import Band, Interferogram, Product
from ...errors import GroundshiftError
from ..hdf5.layout import open_hdf5
from ..raster_source import describe
from ._common import (
    SENTINEL1_WAVELENGTH,
    coherence_band,
    commonest_grid,
    described,
    look_of_cubes,
    matching,
    normalised,
    pair_dates,
    turned,
)

LOOKS_FOR = "ARIA-S1-GUNW (S1-GUNW-*.nc)"
PHASE = re.compile(r"^S1-GUNW-(?P<direction>[AD])-[RL]-\d{3}-tops-\d{8}_\d{8}-.*\.nc$")
DATA, GEOMETRY = "science/grids/data", "science/grids/imagingGeometry"
COMPONENTS = "connectedComponents"
LOOK = "incidenceAngle", "azimuthAngle"
AXES = "longitudeMeta", "latitudeMeta", "heightsMeta"
RANGE_LOOKS, AZIMUTH_LOOKS = 19, 7  # of all products, as the files do not say


def recognises(folder, files) -> bool:
    """Whether the folder holds GUNW products."""
    return any(PHASE.match(file.name) for file in files)


def read(folder, files) -> Product:
    """Find what a folder of GUNW products holds."""
    products = [file for file in files if PHASE.match(file.name)]
    if not products:
        raise GroundshiftError(
            f"{folder}: holds no ARIA products (S1-GUNW-*.nc); choose another folder or kind."
        )
    flights = {PHASE.match(file.name)["direction"] for file in products}
    if len(flights) > 1:
        raise GroundshiftError(
            f"{folder}: holds ascending and descending products; import them one after the other."
        )
    infos = {file: described(_layer(file, "unwrappedPhase")) for file in products}
    coherences = {file.name: _coherence(file) for file in products}
    pairs = [turned(_pair(file, infos[file], coherences[file.name])) for file in products]
    interferograms, notes = normalised(pairs)
    grid = commonest_grid(infos.values())
    inside = [file for file in products if infos[file].grid == grid]
    return Product(
        kind="aria",
        interferograms=interferograms,
        grid=grid,
        wavelength=_wavelength(products[0]),
        phase_sign=1.0,
        looks=float(RANGE_LOOKS * AZIMUTH_LOOKS),
        geometry=look_of_cubes(
            inside[0], GEOMETRY, LOOK, AXES, wkt_from_epsg(4326), "incidence_orientation"
        ),
        attributes={
            "PROCESSOR": "isce", "PLATFORM": "Sen", "RLOOKS": str(RANGE_LOOKS),
            "ALOOKS": str(AZIMUTH_LOOKS),
            "ORBIT_DIRECTION": "ASCENDING" if flights == {"A"} else "DESCENDING",
        },
        notes=tuple(notes + matching(coherences, "coherence")),
        source=Path(folder),
    )  # fmt: skip


def _layer(file, name) -> str:
    """GDAL's name of a layer; through NetCDF's driver, which places it."""
    return f'NETCDF:"{file}":/{DATA}/{name}'


def _coherence(file):
    with open_hdf5(file) as inside:
        if f"{DATA}/coherence" not in inside:
            return None
    return coherence_band(describe(_layer(file, "coherence")), nodata=(0.0,))


def _pair(file, info, coherence) -> Interferogram:
    components = None
    with open_hdf5(file) as inside:
        if f"{DATA}/{COMPONENTS}" in inside:
            components = Band(_layer(file, COMPONENTS), nodata=(-1.0,))
        cube = inside.get(f"{GEOMETRY}/perpendicularBaseline")
        baseline = np.nan if cube is None else float(np.nanmean(cube[()]))
    return Interferogram(
        *pair_dates(file), phase=Band(info.path, nodata=tuple({0.0, *info.nodata})),
        coherence=coherence, perpendicular_baseline=baseline, components=components,
    )  # fmt: skip


def _wavelength(file) -> float:
    with open_hdf5(file) as inside:
        stored = inside.get("science/radarMetaData/wavelength")
        return SENTINEL1_WAVELENGTH if stored is None else float(np.ravel(stored[()])[0])

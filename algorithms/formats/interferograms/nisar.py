# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""NISAR GUNW: geocoded, unwrapped interferograms of NASA's and ISRO's L band (HDF5).

``science/LSAR/GUNW/grids/frequencyA/unwrappedInterferogram/HH`` (or VV) holds ``unwrappedPhase``
(radians), ``coherenceMagnitude``, ``connectedComponents`` (0 for none, 65535 for no data),
``xCoordinates``, ``yCoordinates`` (of centres) and ``projection`` (EPSG code);
``centerFrequency`` (Hz) lies by the frequency;
``metadata/radarGrid`` holds cubes by height, y and x of ``incidenceAngle`` (degrees),
``losUnitVectorX`` and ``Y`` (east and north, from the ground to the satellite) and
``perpendicularBaseline``; the dates are ``referenceZeroDopplerStartTime`` and
``secondaryZeroDopplerStartTime`` in ``science/LSAR/identification``.

Sign: reference times conjugate of secondary, and the reference is the earlier date: MintPy's sign,
which takes the phase as it is (``prep_nisar.py``).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.crs import wkt_from_epsg
from ...data.dates import parse_date
from ...data.grid import Grid
from ...data.product import Band, Interferogram, Product
from ...errors import GroundshiftError
from ..hdf5.layout import open_hdf5
from ._common import (
    grid_of_centres,
    look_of_cubes,
    matching,
    normalised,
    one_frame,
    wavelength_from,
)

LOOKS_FOR = "NISAR GUNW (NISAR_L2_*_GUNW_*.h5)"
ROOT, IDENTIFICATION = "science/LSAR/GUNW", "science/LSAR/identification"
CUBES = f"{ROOT}/metadata/radarGrid"
LOOK = "losUnitVectorX", "losUnitVectorY"
AXES = "xCoordinates", "yCoordinates", "heightAboveEllipsoid"
LAYERS = {"unwrappedPhase": 0.0, "coherenceMagnitude": 0.0, "connectedComponents": 65535.0}
"""With the value that means no data."""
COPOLAR = "HH", "VV"
FREQUENCIES = "frequencyA", "frequencyB"


def _is_product(file) -> bool:
    return file.suffix == ".h5" and "_GUNW_" in file.name.upper()


def recognises(folder, files) -> bool:
    """Whether the folder holds GUNW products."""
    return any(_is_product(file) for file in files)


@dataclass(frozen=True)
class _Granule:
    """A product's header."""

    path: Path
    layers: str
    grid: Grid
    pair: Interferogram
    frequency: float
    direction: str


def read(folder, files) -> Product:
    """Find what a folder of GUNW products holds."""
    products = [file for file in files if _is_product(file)]
    if not products:
        raise GroundshiftError(
            f"{folder}: holds no NISAR products (*_GUNW_*.h5); choose another folder or kind."
        )
    granules = [_granule(file) for file in products]
    first = granules[0]
    grid = one_frame({one.path: (one.grid, one.direction) for one in granules})
    interferograms, notes = normalised([granule.pair for granule in granules])
    lacking = {granule.path.name: granule.pair.coherence for granule in granules}
    return Product(
        kind="nisar",
        interferograms=interferograms,
        grid=grid,
        wavelength=wavelength_from(first.frequency),
        phase_sign=1.0,
        looks=None,
        geometry=look_of_cubes(first.path, CUBES, LOOK, AXES, grid.crs, "east_north"),
        attributes={
            "PROCESSOR": "isce3", "PLATFORM": "NISAR", "ORBIT_DIRECTION": first.direction,
            "ANTENNA_SIDE": "1",
        },
        notes=tuple(notes + matching(lacking, "coherence")),
        source=Path(folder),
    )  # fmt: skip


def _granule(file) -> _Granule:
    with open_hdf5(file) as inside:
        names = [f"{ROOT}/grids/{frequency}/unwrappedInterferogram/{polarisation}"
                 for frequency in FREQUENCIES for polarisation in COPOLAR]  # fmt: skip
        layers = next((name for name in names if f"{name}/unwrappedPhase" in inside), None)
        if layers is None:
            raise GroundshiftError(
                f"{file}: holds no unwrapped phase where NISAR's products have it ({names[0]}); "
                "get the file again."
            )
        epsg = int(np.ravel(inside[f"{layers}/projection"][()])[0])
        frequency = float(inside[f"{layers.rsplit('/', 2)[0]}/centerFrequency"][()])
        dates = [_text(inside[f"{IDENTIFICATION}/{name}ZeroDopplerStartTime"])[:10]
                 for name in ("reference", "secondary")]  # fmt: skip
        direction = _text(inside[f"{IDENTIFICATION}/orbitPassDirection"]).upper()
        x, y = (inside[f"{layers}/{axis}Coordinates"][()] for axis in "xy")
        cube = inside.get(f"{CUBES}/perpendicularBaseline")
        baseline = np.nan if cube is None else float(np.nanmean(cube[()]))
        phase, coherence, components = (
            Band(str(file), nodata=(void,), dataset=f"{layers}/{name}")
            if f"{layers}/{name}" in inside else None for name, void in LAYERS.items()
        )  # fmt: skip
    pair = Interferogram(*map(parse_date, dates), phase, coherence, baseline, components=components)
    grid = grid_of_centres(x, y, wkt_from_epsg(epsg), file)
    return _Granule(file, layers, grid, pair, frequency, direction)


def _text(dataset) -> str:
    value = dataset[()]
    return value.decode() if isinstance(value, bytes) else str(value)

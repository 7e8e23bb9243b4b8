# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapped interferograms of ISCE-2's topsStack, in radar coordinates.

Files (https://github.com/isce-framework/isce2, ``contrib/stack/topsStack``):
``merged/interferograms/YYYYMMDD_YYYYMMDD/filt_fine.unw`` (``unwrap.py``: amplitude and phase in
radians, interleaved by line) with ``.vrt`` and ``.xml``; ``filt_fine.cor``, the coherence that
belongs to the spread of the filtered phase, or ``fine.cor`` of both images
(``FilterAndCoherence.py``); ``filt_fine.unw.conncomp``, connected components, 0 for none;
``merged/geom_reference/{lat,lon,hgt,los}.rdr`` of the same size (and ``.rdr.full`` without looks,
which tell the looks); ``baselines`` and ``reference/IW*.xml`` as :mod:`..images.isce2` says. 0 is
no data.

Sign: ``generateIgram.py`` multiplies the reference by the conjugate of the secondary and takes off
``+4 pi / wavelength`` times the secondary's range less the reference's: the phase grows as the
ground moves away, MintPy's sign.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from ...data.product import Band, GeometryBands, Interferogram, Product
from ...errors import GroundshiftError
from ..raster_source import describe
from ._common import (
    check_phase,
    coherence_band,
    commonest_grid,
    dates_in,
    matching,
    normalised,
    radar_note,
)
from ._isce2 import GEOMETRY, baselines_of, reference_values, roots_of, subfolder

LOOKS_FOR = "ISCE-2 topsStack (merged/interferograms/*/filt_fine.unw)"
PAIR = re.compile(r"(?:19|20)\d{6}_(?:19|20)\d{6}")
PHASES = ("filt_fine.unw", "fine.unw")  # the latter with the filter taken off
COHERENCES = ("filt_fine.cor", "fine.cor")
COMPONENTS = ".conncomp"  # behind the name of the phase
PHASE_BAND = 2
LAYERS = (".rdr", ".rdr.full")


def recognises(folder, files) -> bool:
    """Whether the folder holds unwrapped interferograms of topsStack."""
    return bool(_phases(files))


def _phases(files) -> list:
    """The raster of each pair's folder that is to be read."""
    found: dict = {}
    for file in files:
        name = file.name.removesuffix(".vrt")
        if name in PHASES and PAIR.fullmatch(file.parent.name):
            found.setdefault(file.parent, set()).add(name)
    rasters = [
        _raster(folder / min(names, key=PHASES.index)) for folder, names in sorted(found.items())
    ]
    return [raster for raster in rasters if raster is not None]


def _raster(path):
    """What GDAL reads of an image: its VRT or, with the ``.xml`` beside it, the file itself."""
    vrt = path.with_name(f"{path.name}.vrt")
    if vrt.is_file():
        return vrt
    return path if path.is_file() and path.with_name(f"{path.name}.xml").is_file() else None


def read(folder, files) -> Product:
    """Find what a stack of topsStack (or its ``merged`` or ``interferograms``) holds."""
    phases = _phases(files)
    if not phases:
        raise GroundshiftError(
            f"{folder}: holds no unwrapped interferograms of ISCE-2's topsStack "
            "(merged/interferograms/*/filt_fine.unw with .xml or .vrt); choose another folder or "
            "format."
        )
    infos = {phase: _described(phase) for phase in phases}
    roots = roots_of(phases[0])
    dates = {phase: tuple(dates_in(phase.parent.name)) for phase in phases}
    baselines = baselines_of(roots, sorted({day for pair in dates.values() for day in pair}))
    coherences = {phase.parent.name: _coherence(phase) for phase in phases}
    pairs = [
        Interferogram(
            *dates[phase],
            phase=Band(str(phase), PHASE_BAND, nodata=tuple({0.0, *infos[phase].nodata})),
            coherence=coherences[phase.parent.name],
            perpendicular_baseline=_baseline(baselines, *dates[phase]),
            components=_components(phase),
        )
        for phase in phases
    ]
    interferograms, notes = normalised(pairs)
    grid = commonest_grid(infos.values())
    geometry, told = _geometry(roots, grid)
    range_looks, azimuth_looks = _looks(roots, grid)
    attributes = {"PROCESSOR": "isce", "PLATFORM": "Sen", "ANTENNA_SIDE": "-1"}
    if range_looks:
        attributes.update(RLOOKS=str(range_looks), ALOOKS=str(azimuth_looks))
    values = reference_values(roots)
    if "startingrange" in values:
        attributes["STARTING_RANGE"] = repr(values["startingrange"])
    if "rangepixelsize" in values and range_looks:
        attributes["RANGE_PIXEL_SIZE"] = repr(values["rangepixelsize"] * range_looks)
    return Product(
        kind="isce2",
        interferograms=interferograms,
        grid=grid,
        wavelength=values.get("radarwavelength"),
        phase_sign=1.0,
        looks=float(range_looks * azimuth_looks) if range_looks else None,
        geometry=geometry,
        attributes=attributes,
        notes=tuple(notes + told + matching(coherences, "coherence file (filt_fine.cor)")),
        source=Path(folder),
    )


def _described(phase):
    info = describe(phase)
    check_phase(info)
    if info.bands < PHASE_BAND:
        raise GroundshiftError(
            f"{phase}: has one band, and ISCE-2 writes amplitude and phase; unwrap the pair again "
            "or take it out."
        )
    return info


def _coherence(phase):
    for name in COHERENCES:
        path = _raster(phase.with_name(name))
        if path is not None:
            return coherence_band(describe(path), nodata=(0.0,))
    return None


def _components(phase):
    path = _raster(phase.with_name(phase.name.removesuffix(".vrt") + COMPONENTS))
    return None if path is None else Band(str(path))


def _baseline(baselines, first, second) -> float:
    return baselines.get(second, np.nan) - baselines.get(first, np.nan)


def _layer(roots, name):
    """Rasters of a layer of the geometry: with looks, and without."""
    folder = subfolder(roots, GEOMETRY)
    found = [_raster(folder / f"{name}{ending}") for ending in LAYERS] if folder else []
    return [path for path in found if path is not None]


def _geometry(roots, grid) -> tuple:
    notes = []

    def band(name, index=1, nodata=()):
        found = {path: describe(path).grid.shape for path in _layer(roots, name)}
        for path, shape in found.items():
            if shape == grid.shape:
                return Band(str(path), index, nodata)
        for path, (rows, cols) in list(found.items())[: index == 1]:
            notes.append(
                f"{path.name} is {rows}x{cols} and the interferograms {grid.rows}x{grid.cols}, so "
                "it was passed over."
            )
        return None

    lookup = band("lat", nodata=(0.0,)), band("lon", nodata=(0.0,))
    look = band("los", 1, (0.0,)), band("los", 2, (0.0,))
    lookup = None if None in lookup else lookup
    notes.append(radar_note(lookup))
    geometry = GeometryBands(
        height=band("hgt"), los=None if None in look else look, los_kind="incidence_azimuth",
        lookup=lookup,
    )  # fmt: skip
    return geometry, notes


def _looks(roots, grid) -> tuple:
    """Looks in range and azimuth, by the size of the geometry without looks; else None."""
    for name in ("hgt", "lat", "los"):
        for path in _layer(roots, name):
            if path.name.removesuffix(".vrt").endswith(".full"):
                rows, cols = describe(path).grid.shape
                return max(cols // grid.cols, 1), max(rows // grid.rows, 1)
    return None, None

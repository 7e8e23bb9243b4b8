# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""COMET LiCSAR: geocoded interferograms of Sentinel-1.

Files (Lazecky et al. 2020, doi:10.3390/rs12152430; LiCSBAS, Morishita et al. 2020,
doi:10.3390/rs12030424): ``YYYYMMDD_YYYYMMDD.geo.unw.tif`` in radians with 0 for no data,
``*.geo.cc.tif`` from 0 to 255, ``*.geo.E.tif``, ``N`` and ``U`` with the unit vector from the
ground to the satellite (east is negative on ascending tracks), ``*.geo.hgt.tif``, ``baselines``
(prime date, date, perpendicular baseline in metres, days) and ``metadata.txt``
(``heading=``, ``avg_incidence_angle=``).

Sign: LiCSBAS turns the phase into displacement with -wavelength/(4 pi), positive for a decrease
of the range (LiCSBAS13_sb_inv), which is MintPy's sign.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from ...data.product import Band, GeometryBands, Interferogram, Product
from ...errors import GroundshiftError
from ..raster_source import describe
from ._common import (
    SENTINEL1_FREQUENCY,
    coherence_band,
    commonest_grid,
    dates_in,
    described,
    matching,
    nearby_files,
    normalised,
    number,
    orbit_attributes,
    pair_dates,
    read_keys,
    wavelength_from,
)

LOOKS_FOR = "COMET LiCSAR (*.geo.unw.tif)"
PHASE = re.compile(r"^\d{8}_\d{8}\.geo\.unw\.tif$")
# Where the user points at one of these, the frame's other files lie beside it.
PARTS = ("GEOC", "interferograms")


def recognises(folder, files) -> bool:
    """Whether the folder holds LiCSAR interferograms."""
    return any(PHASE.match(file.name) for file in files)


def read(folder, files) -> Product:
    """Find what a LiCSAR folder (a frame, its ``GEOC`` or ``interferograms``) holds."""
    phases = [file for file in files if PHASE.match(file.name)]
    if not phases:
        raise GroundshiftError(
            f"{folder}: holds no LiCSAR interferograms (*.geo.unw.tif); choose another folder "
            "or kind."
        )
    extra = files
    if Path(folder).resolve().name in PARTS:
        extra = (*files, *nearby_files(folder, ("metadata", ".")))
    baselines = read_baselines(_named(extra, "baselines"))
    infos = {phase: described(phase) for phase in phases}
    coherences = {phase.name: _coherence(phase) for phase in phases}
    pairs = [
        Interferogram(
            *pair_dates(phase),
            phase=Band(str(phase), nodata=tuple({0.0, *infos[phase].nodata})),
            coherence=coherences[phase.name],
            perpendicular_baseline=_baseline(baselines, *pair_dates(phase)),
        )
        for phase in phases
    ]
    interferograms, notes = normalised(pairs)
    metadata_file = _named(extra, "metadata.txt")
    metadata = read_keys(metadata_file, "=") if metadata_file else {}
    frequency = number(metadata.get("radar_frequency"), SENTINEL1_FREQUENCY)
    heading = number(metadata.get("heading"))
    return Product(
        kind="licsar",
        interferograms=interferograms,
        grid=commonest_grid(infos.values()),
        wavelength=wavelength_from(frequency),
        phase_sign=1.0,
        looks=None,
        geometry=_geometry(extra, heading, number(metadata.get("avg_incidence_angle"))),
        attributes={"PROCESSOR": "LiCSAR", "PLATFORM": "Sen", **orbit_attributes(heading)},
        notes=tuple(notes + matching(coherences, "coherence file")),
        source=Path(folder),
    )


def _named(files, name):
    return next((file for file in files if file.name == name), None)


def _coherence(phase):
    path = phase.with_name(phase.name.replace(".geo.unw.tif", ".geo.cc.tif"))
    return coherence_band(describe(path), nodata=(0.0,)) if path.is_file() else None


def _geometry(files, heading, incidence) -> GeometryBands:
    def band(ending):
        path = next((f for f in files if f.name.endswith(f".geo.{ending}.tif")), None)
        return None if path is None else Band(str(path), nodata=describe(path).nodata)

    vectors = tuple(band(component) for component in "ENU")
    height = band("hgt")
    return GeometryBands(
        height=height,
        los=None if None in vectors else vectors,
        los_kind="enu",
        incidence=incidence,
        heading=heading,
    )


def read_baselines(path) -> dict:
    """Perpendicular baseline of each date, relative to the prime date.

    Parameters
    ----------
    path : path or None
        Four columns (prime date, date, metres, days), or the nine of early products (number,
        first date, second date, metres, days, then the days and metres of both dates relative
        to the prime).

    Returns
    -------
    dict of datetime64[D] to float
        Empty where there is no file.
    """
    baselines = {}
    if path is None:
        return baselines
    for line in Path(path).read_text(errors="replace").splitlines():
        columns = line.split()
        dates = dates_in(line)
        if len(columns) == 4 and len(dates) == 2:
            baselines.setdefault(dates[0], 0.0)
            baselines[dates[1]] = number(columns[2], np.nan)
        elif len(columns) == 9 and len(dates) == 2:
            baselines[dates[0]] = number(columns[7], np.nan)
            baselines[dates[1]] = number(columns[8], np.nan)
    return baselines


def _baseline(baselines, first, second) -> float:
    return baselines.get(second, np.nan) - baselines.get(first, np.nan)

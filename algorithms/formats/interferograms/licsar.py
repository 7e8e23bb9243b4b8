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

Written as LiCSBAS's ``GEOC`` folder.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from ...data.product import Band, GeometryBands, Interferogram, Product
from ...errors import GroundshiftError
from ..raster_source import describe
from ._common import (
    AZIMUTH_SPACING,
    RANGE_SPACING,
    SENTINEL1_FREQUENCY,
    TIME,
    TRACK,
    coherence_band,
    commonest_grid,
    date_text,
    dates_in,
    described,
    is_ascending,
    matching,
    nearby_files,
    normalised,
    number,
    orbit_attributes,
    pair_dates,
    read_keys,
    signed_heading,
    wavelength_from,
    write_bytes,
    write_text,
    write_zero_void,
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


def write_licsar(simulation, folder, pairs) -> None:
    """Write ``GEOC`` with a folder a pair, the look vectors, heights, baselines and metadata.

    Parameters
    ----------
    simulation : Simulation
        In longitude and latitude.
    folder : Path
    pairs : iterator over (int, SimulatedPair)
    """
    root = folder / "GEOC"
    root.mkdir(parents=True, exist_ok=True)
    frame = f"{TRACK:03d}{'A' if is_ascending(simulation.options) else 'D'}_04500_131313"
    los = simulation.los
    for name, values in zip(
        ("E", "N", "U", "hgt"), (los.east, los.north, los.up, simulation.height)
    ):
        write_zero_void(root / f"{frame}.geo.{name}.tif", simulation, values)
    write_text(root / "baselines", _baseline_lines(simulation))
    write_text(root / "metadata.txt", _metadata_lines(simulation))
    for index, pair in pairs:
        name = "_".join(date_text(date) for date in simulation.pairs[index])
        (root / name).mkdir()
        write_zero_void(root / name / f"{name}.geo.unw.tif", simulation, pair.phase)
        write_bytes(root / name / f"{name}.geo.cc.tif", simulation, pair.coherence)


def _baseline_lines(simulation):
    dates = simulation.dates
    for date, baseline in zip(dates, simulation.perpendicular_baseline):
        days = (date - dates[0]).astype(int)
        yield f"{date_text(dates[0])} {date_text(date)} {baseline:.4f} {days:.1f}"


def _metadata_lines(simulation):
    options = simulation.options
    return (
        f"master={date_text(simulation.dates[0])}",
        f"center_time={TIME[:2]}:{TIME[2:4]}:{TIME[4:]}.000000",
        f"heading={signed_heading(options):.6f}",
        f"avg_incidence_angle={options.incidence:.4f}",
        f"azimuth_resolution={AZIMUTH_SPACING:.6f}",
        f"range_resolution={RANGE_SPACING:.6f}",
        f"centre_range_m={np.mean(simulation.slant_range, dtype=float):.4f}",
        f"avg_height={np.mean(simulation.height, dtype=float):.3f}",
        "applied_DEM=simulated",
    )

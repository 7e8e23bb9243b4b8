# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""GMTSAR: geocoded interferograms of ``intf_tops.csh``, ``p2p_processing.csh`` and merged swaths.

Files (https://github.com/gmtsar/gmtsar, Sandwell et al. 2011): a folder for each pair in ``intf``,
``intf_all`` or ``merge``, named by the days of both images, with GMT's grids in longitude and
latitude that ``geocode.csh`` makes: ``unwrap_ll.grd`` (radians; ``unwrap_mask_ll.grd`` is the same
where the correlation is high enough) and ``corr_ll.grd``; NaN is no data. The images' ``*.PRM`` lie
there, too (``radar_wavelength``, ``orbdir``, ``SC_clock_start``). ``calc_look_vector.csh`` makes
``east_look.grd``, ``north_look.grd`` and ``up_look.grd``, from the ground to the satellite.
``baseline_table.dat`` has a line an image: name, clock, days, parallel and perpendicular baseline.

Days: a clock is the year and the days since its first, so that ``2015178`` is 28 June of Sentinel-1
and 27 June of sensors whose clocks count from 1. The date in the image's name decides.

Sign: ``geocode.csh`` has the displacement as ``-wavelength / (4 pi)`` times the phase, "negative
range" of the second image less that of the first: MintPy's sign.

Sign of the baseline: ``SAT_baseline.c`` has ``B cos(look - alpha)`` with ``alpha`` the angle of the
repeat's place over the side that the radar looks to, which is that of
:func:`...data.orbit.perpendicular_baseline`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np

from ...data.crs import wkt_from_epsg
from ...data.product import Band, GeometryBands, Interferogram, Product
from ...errors import GroundshiftError
from ..raster_source import describe
from ._common import (
    agreeing,
    coherence_band,
    commonest_grid,
    dates_in,
    described,
    matching,
    nearby_files,
    normalised,
    number,
    read_keys,
)

LOOKS_FOR = "GMTSAR (unwrap_ll.grd of geocode.csh)"
PHASES = ("unwrap_ll.grd", "unwrap_mask_ll.grd")
LOOK = ("east_look.grd", "north_look.grd", "up_look.grd")
CLOCKS = re.compile(r"^((?:19|20)\d{5})_((?:19|20)\d{5})$")
SENTINEL1 = 10  # SC_identity
ONE_DAY = np.timedelta64(1, "D")


def recognises(folder, files) -> bool:
    """Whether the folder holds unwrapped interferograms of GMTSAR."""
    return any(file.name in PHASES for file in files)


def read(folder, files) -> Product:
    """Find what a folder of GMTSAR's interferograms holds."""
    phases = _phases(folder, files)
    extra = (*files, *Path(folder).resolve().parent.glob("*"), *nearby_files(folder, ("topo",)))
    parents = {phase.parent for phase in phases}
    images = {f.name: f for f in files if f.suffix == ".PRM" and f.parent in parents}
    headers = {path: read_keys(path, "=") for path in images.values()}
    table = _table(extra)
    days, notes = _days(phases, headers, table)
    infos = {phase: _placed(described(phase)) for phase in phases}
    coherences = {phase: _coherence(phase.with_name("corr_ll.grd")) for phase in phases}
    pairs = [
        Interferogram(
            *days[phase],
            phase=Band(str(phase), nodata=info.nodata, grid=info.grid),
            coherence=coherences[phase],
            perpendicular_baseline=_baseline(table, phase),
        )
        for phase, info in infos.items()
    ]
    interferograms, turned = normalised(pairs)
    named = {phase.parent.name: band for phase, band in coherences.items()}
    return Product(
        kind="gmtsar",
        interferograms=interferograms,
        grid=commonest_grid(infos.values()),
        wavelength=agreeing(
            {str(path): number(values.get("radar_wavelength")) for path, values in headers.items()},
            "wavelength", tolerance=1e-5,
        ),
        phase_sign=1.0,
        geometry=_geometry(extra),
        attributes={"PROCESSOR": "gmtsar", **_orbit(headers)},
        notes=tuple(notes + turned + matching(named, "coherence file (corr_ll.grd)")),
        source=Path(folder),
    )  # fmt: skip


def _phases(folder, files):
    """One file a pair, the unmasked one before the masked."""
    found = {}
    for name in reversed(PHASES):
        found.update({file.parent: file for file in files if file.name == name})
    if not found:
        raise GroundshiftError(
            f"{folder}: holds no geocoded phase of GMTSAR ({' or '.join(PHASES)}); run its "
            "geocode.csh first, as grids in radar coordinates (unwrap.grd) have no place on the "
            "map, or choose another folder or format."
        )
    return [found[parent] for parent in sorted(found)]


def _table(files):
    """Date and perpendicular baseline of each clock's day, from ``baseline_table.dat``."""
    path = next((file for file in files if file.name == "baseline_table.dat"), None)
    table = {}
    for line in path.read_text(errors="replace").splitlines() if path else ():
        columns = line.split()
        if len(columns) >= 5 and number(columns[1]) is not None:
            table[columns[1].split(".")[0]] = (columns[0], number(columns[4], np.nan))
    return table


def _days(phases, headers, table):
    """Both dates of each pair's folder, and what had to be assumed."""
    names = {clock: name for clock, (name, _) in table.items()}
    for path, values in headers.items():
        names[values.get("sc_clock_start", "").split(".")[0]] = path.stem
    days, assumed = {}, False
    for phase in phases:
        clocks = CLOCKS.match(phase.parent.name)
        if clocks is None:
            days[phase] = _dates_of(phase)
            continue
        dated = [_date(clock, names.get(clock, "")) for clock in clocks.groups()]
        assumed |= not all(sure for _, sure in dated)
        days[phase] = tuple(date for date, _ in dated)
    if not assumed:
        return days, []
    return days, [
        "The names of the folders were read as Sentinel-1's days, as no PRM file or "
        "baseline_table.dat with dates in its names lies by them; other sensors' may be one day "
        "earlier."
    ]


def _dates_of(phase):
    dates = tuple(dates_in(phase.parent.name))
    if len(dates) != 2:
        raise GroundshiftError(
            f"{phase}: its folder is not named by two days (2015178_2015190 or "
            "20150628_20150710); give it the name that GMTSAR made it with, or leave it out."
        )
    return dates


def _date(clock, name):
    """The day of a clock, and whether the image's name says it, too."""
    counted = np.datetime64(clock[:4], "D") + int(clock[4:]) * ONE_DAY
    near = (date for date in dates_in(name) if abs(date - counted) <= ONE_DAY)
    date = next(near, None)
    return (counted, False) if date is None else (date, True)


def _baseline(table, phase):
    """From both images' baselines against a third, or as the pair's own text file says."""
    clocks = CLOCKS.match(phase.parent.name)
    if clocks and all(clock in table for clock in clocks.groups()):
        first, second = (table[clock][1] for clock in clocks.groups())
        return second - first
    own = phase.with_name("baseline.txt")
    return number(read_keys(own, "=").get("b_perpendicular"), np.nan) if own.is_file() else np.nan


def _placed(info):
    """A grid's header with its CRS: GMT leaves out that it is in longitude and latitude."""
    if info.grid.crs:
        return info
    return replace(info, grid=replace(info.grid, crs=wkt_from_epsg(4326)))


def _band(path):
    info = _placed(describe(path))
    return Band(str(path), nodata=info.nodata, grid=info.grid)


def _coherence(path):
    if not path.is_file():
        return None
    info = _placed(describe(path))
    return replace(coherence_band(info), grid=info.grid)


def _geometry(files):
    first = {file.name: file for file in reversed(files)}
    height = first.get("dem.grd")
    look = [first.get(name) for name in LOOK]
    return GeometryBands(
        height=_band(height) if height else None,
        los=None if None in look else tuple(map(_band, look)),
        los_kind="enu",
    )


def _orbit(headers):
    """MintPy's names for the direction of the flight and for Sentinel-1."""
    said = {}
    for values in headers.values():
        direction = {"A": "ASCENDING", "D": "DESCENDING"}.get(values.get("orbdir", "")[:1])
        if direction:
            said["ORBIT_DIRECTION"] = direction
        if number(values.get("sc_identity")) == SENTINEL1:
            said["PLATFORM"] = "Sen"
    return said

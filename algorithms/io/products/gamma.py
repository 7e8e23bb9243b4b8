# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""GAMMA interferograms as geocoded GeoTIFFs, in the arrangement of PyRate.

Files (https://geoscienceaustralia.github.io/PyRate): ``*_unw.tif`` in radians and ``*_cc.tif``
with 0 for no data, tagged with FIRST_DATE, SECOND_DATE, WAVELENGTH_METRES, INCIDENCE_DEGREES and
INSAR_PROCESSOR; a DEM; GAMMA's text files ``*_mli.par`` or ``*_slc.par`` (heading, radar
frequency, looks), ``*_bperp.par`` (table of ``base_perp``) and ``*_base.par`` (baseline vector in
track, cross-track and normal direction). PyRate's tags are optional where the names hold two
dates and there are GAMMA's text files.

Sign: GAMMA forms first times conjugate of second image, so that with a phase of -4 pi R/wavelength
each, the difference grows with the range of the second: MintPy's sign. PyRate says the same by its
``signal_polarity: -1``. A test pins it on Mexico City, which sinks.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...data.product import Band, GeometryBands, Interferogram, Product
from ...errors import GroundshiftError
from ..raster_source import describe
from ._common import (
    RASTERS,
    agreeing,
    coherence_band,
    commonest_grid,
    dates_in,
    described,
    matching,
    nearby_files,
    normalised,
    number,
    orbit_attributes,
    read_keys,
    role_of,
    wavelength_from,
)

LOOKS_FOR = "GAMMA/PyRate GeoTIFF (*_unw.tif with GAMMA's *.par files or PyRate's tags)"
# Where the user points at the folder of the rasters, the other parts lie beside it.
PARTS = ("geometry", "headers", "baselines", "par")


def recognises(folder, files) -> bool:
    """Whether the folder holds GeoTIFFs that GAMMA made."""
    phases = [file for file in files if _is_phase(file)]
    if not phases:
        return False
    if any(_image_files(folder, files)):
        return True
    return describe(phases[0]).metadata.get("INSAR_PROCESSOR", "").upper() == "GAMMA"


def _is_phase(file) -> bool:
    return file.suffix.lower() in RASTERS and role_of(file) == "phase"


def read(folder, files) -> Product:
    """Find what a folder of GAMMA GeoTIFFs holds, and the text files in or beside it."""
    phases = [file for file in files if _is_phase(file)]
    if not phases:
        raise GroundshiftError(
            f"{folder}: holds no GAMMA interferograms (*_unw.tif); choose another folder or kind."
        )
    infos = {phase: described(phase) for phase in phases}
    coherences = _by_dates(files, "coherence")
    baselines = _baselines(folder, files)
    pairs = []
    for phase, info in infos.items():
        dates = dates_of(phase, info)
        pairs.append(
            Interferogram(
                *dates,
                phase=Band(str(phase), nodata=tuple({0.0, *info.nodata})),
                coherence=coherences.get(dates),
                perpendicular_baseline=baselines.get(dates, np.nan),
            )
        )
    interferograms, notes = normalised(pairs)
    images = {path: read_keys(path, ":") for path in _image_files(folder, files)}
    heading = agreeing(
        {p.name: number(keys.get("heading")) for p, keys in images.items()}, "heading", 5.0
    )
    incidence = _from_tags(infos, "INCIDENCE_DEGREES", "incidence angle", 5.0)
    if incidence is None:
        incidence = agreeing(
            {p.name: number(keys.get("incidence_angle")) for p, keys in images.items()},
            "incidence angle", 5.0,
        )  # fmt: skip
    height = _height(files)
    looks, attributes = _looks(images)
    lacking = {pair.name: pair.coherence for pair in interferograms}
    return Product(
        kind="gamma",
        interferograms=interferograms,
        grid=commonest_grid(infos.values()),
        wavelength=_wavelength(infos, images),
        phase_sign=1.0,
        looks=looks,
        geometry=GeometryBands(height=height, incidence=incidence, heading=heading),
        attributes={**attributes, **orbit_attributes(heading), **_side(images)},
        notes=tuple(notes + matching(lacking, "coherence file")),
        source=Path(folder),
    )


def dates_of(path, info) -> tuple:
    """The pair's dates, from PyRate's tags or else from the file name.

    Raises
    ------
    GroundshiftError
        If neither holds two dates.
    """
    tags = [info.metadata.get(name, "") for name in ("FIRST_DATE", "SECOND_DATE")]
    dates = dates_in(" ".join(tags))
    if len(dates) != 2:
        dates = dates_in(path.name)
    if len(dates) != 2:
        raise GroundshiftError(
            f"{path}: neither its tags nor its name hold two dates; name it such as "
            "20180106-20180130_unw.tif."
        )
    return tuple(dates)


def _by_dates(files, role) -> dict:
    bands = {}
    for file in files:
        if file.suffix.lower() in RASTERS and role_of(file) == role:
            info = describe(file)
            bands[dates_of(file, info)] = coherence_band(info, nodata=(0.0,))
    return bands


def _height(files):
    for file in files:
        if file.suffix.lower() in RASTERS and role_of(file) == "height":
            return Band(str(file), nodata=describe(file).nodata)
    return None


def _text_files(folder, files, endings):
    """Text files in the folder, or else in the folders beside it that PyRate uses."""
    found = [file for file in files if file.name.endswith(endings)]
    if not found:
        beside = nearby_files(folder, PARTS)
        found = [file for file in beside if file.name.endswith(endings)]
    return found


def _image_files(folder, files):
    # Multilooked images before single-look ones: theirs are the looks of the interferograms.
    for endings in (("mli.par",), ("slc.par",)):
        found = _text_files(folder, files, endings)
        if found:
            return found
    return []


def _from_tags(infos, tag, what, tolerance):
    values = {path.name: number(info.metadata.get(tag)) for path, info in infos.items()}
    return agreeing(values, what, tolerance)


def _wavelength(infos, images):
    # The frequency goes first: PyRate's tag is made with 3e8 m/s.
    values = {p.name: number(keys.get("radar_frequency")) for p, keys in images.items()}
    frequency = agreeing(values, "radar frequency", 1e7)
    if frequency is not None:
        return wavelength_from(frequency)
    return _from_tags(infos, "WAVELENGTH_METRES", "wavelength", 1e-4)


def _looks(images):
    """Looks and MintPy's names for them; single-look headers say nothing of interferograms."""
    keys = [k for path, k in images.items() if path.name.endswith("mli.par")]
    attributes = {"PROCESSOR": "gamma"}
    if images:
        sensor = next(iter(images.values())).get("sensor", "")
        attributes.update({"PLATFORM": sensor.split()[0]} if sensor.split() else {})
    if not keys:
        return None, attributes
    looks = [number(keys[0].get(name)) for name in ("range_looks", "azimuth_looks")]
    if None in looks:
        return None, attributes
    attributes.update(RLOOKS=f"{looks[0]:g}", ALOOKS=f"{looks[1]:g}")
    return looks[0] * looks[1], attributes


def _side(images):
    """GAMMA's azimuth_angle is +90 for right-looking radars and -90 for left-looking ones."""
    angles = [number(keys.get("azimuth_angle")) for keys in images.values()]
    if not angles or angles[0] is None:
        return {}
    return {"ANTENNA_SIDE": "1" if angles[0] < 0 else "-1"}


def _baselines(folder, files) -> dict:
    """Perpendicular baseline of each pair at the scene's centre, metres."""
    images = _image_files(folder, files)
    look = look_angle(read_keys(images[0], ":")) if images else None
    baselines = {}
    for path in _text_files(folder, files, ("_base.par", ".base")):
        dates = tuple(dates_in(path.name))
        if len(dates) == 2 and look is not None:
            baselines[dates] = baseline_from_vector(read_keys(path, ":"), look)
    # The table is GAMMA's own projection, so it goes over ours.
    for path in _text_files(folder, files, ("_bperp.par", ".base_perp")):
        dates = tuple(dates_in(path.name))
        value = baseline_from_table(path.read_text(errors="replace"))
        if len(dates) == 2 and np.isfinite(value):
            baselines[dates] = value
    return baselines


def look_angle(keys: dict):
    """Look angle from nadir at mid range, radians, from a GAMMA image's parameters; or None.

    By the cosine rule in the triangle of satellite, Earth's centre and target.
    """
    names = ("sar_to_earth_center", "earth_radius_below_sensor", "center_range_slc")
    satellite, earth, distance = (number(keys.get(name)) for name in names)
    if None in (satellite, earth, distance):
        return None
    cosine = (distance**2 + satellite**2 - earth**2) / (2 * distance * satellite)
    return float(np.arccos(cosine))


def baseline_from_vector(keys: dict, look: float) -> float:
    """Perpendicular baseline from ``*_base.par``: ``C cos(look) - N sin(look)``, metres.

    The precision baseline where GAMMA has refined it, else the one from the orbits; NaN where the
    file has neither.
    """
    for name in ("precision_baseline(tcn)", "initial_baseline(tcn)"):
        parts = [number(text) for text in keys.get(name, "").split()[:3]]
        if len(parts) == 3 and None not in parts and any(parts):
            return parts[1] * np.cos(look) - parts[2] * np.sin(look)
    return float("nan")


def baseline_from_table(text: str) -> float:
    """Mean of the ``bperp`` column of the table that GAMMA's ``base_perp`` prints; NaN if none."""
    column, values = None, []
    for line in text.splitlines():
        words = line.split()
        if "bperp" in words and "look" in words:
            # The heading 'look angle' is two words over one column.
            column = words.index("bperp") - 1
        elif column is not None and len(words) == 9:
            values.append(number(words[column], np.nan))
    return float(np.mean(values)) if values else float("nan")

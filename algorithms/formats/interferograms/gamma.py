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

Written as PyRate's ``cropA`` lies in folders (Geoscience Australia): ``geotiffs/``, ``headers/``
with the parameters of each image, ``geometry/`` with ``*_base.par`` and ``*_bperp.par``, and lists
of files.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...data.product import Band, GeometryBands, Interferogram, Product
from ...data.simulation.scene import EARTH_RADIUS, ORBIT_HEIGHT
from ...errors import GroundshiftError
from ..raster_source import describe
from ._common import (
    AZIMUTH_SPACING,
    RANGE_SPACING,
    RASTERS,
    SECONDS_OF_DAY,
    SPEED_OF_LIGHT,
    TIME,
    TRACK,
    agreeing,
    coherence_band,
    commonest_grid,
    date_text,
    dates_in,
    described,
    is_ascending,
    look_angles,
    matching,
    nearby_files,
    normalised,
    number,
    orbit_attributes,
    read_keys,
    role_of,
    signed_heading,
    split_looks,
    wavelength_from,
    write_text,
    write_zero_void,
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


PARALLEL_SHARE = 0.3  # of the parallel baseline in the perpendicular one


def write_gamma(simulation, folder, pairs) -> None:
    """Write GeoTIFFs, headers and baselines.

    Parameters
    ----------
    simulation : Simulation
    folder : Path
    pairs : iterator over (int, SimulatedPair)
    """
    for part in ("geotiffs", "headers", "geometry"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    looks = split_looks(simulation.looks)
    ending = f"VV_{looks[0]}rlks"
    for date in simulation.dates:
        stem = f"headers/r{date_text(date)}_VV"
        write_text(folder / f"{stem}_slc.par", _header(simulation, date, (1, 1)))
        write_text(folder / f"{stem}_{looks[0]}rlks_mli.par", _header(simulation, date, looks))
    track = f"T{TRACK:03d}{'A' if is_ascending(simulation.options) else 'D'}"
    write_zero_void(
        folder / f"geotiffs/sim_{track}_dem.tif", simulation, simulation.height,
        {"DATA_TYPE": "ORIGINAL_DEM"},
    )  # fmt: skip
    lists: dict = {"ifg": [], "coherence": [], "baseline": []}
    for index, pair in pairs:
        name = "-".join(date_text(date) for date in simulation.pairs[index])
        phase = f"geotiffs/sim_{name}_{ending}_eqa_unw.tif"
        coherence = f"geotiffs/sim_{name}_{ending}_flat_eqa_cc.tif"
        tags = _tags(simulation, index)
        write_zero_void(
            folder / phase, simulation, pair.phase, {**tags, "DATA_TYPE": "ORIGINAL_IFG"}
        )
        write_zero_void(
            folder / coherence, simulation, pair.coherence, {**tags, "DATA_TYPE": "ORIGINAL_COH"}
        )
        base = _write_baseline(simulation, index, folder, f"geometry/{name}_{ending}")
        for key, path in zip(lists, (phase, coherence, base)):
            lists[key].append(path)
    for key, paths in lists.items():
        write_text(folder / f"{key}_{len(paths)}", paths)


def _tags(simulation, index) -> dict:
    first, second = simulation.pairs[index]
    time = f"{TIME[:2]}:{TIME[2:4]}:{TIME[4:]}"
    return {
        "FIRST_DATE": str(first), "SECOND_DATE": str(second), "FIRST_TIME": time,
        "SECOND_TIME": time, "TIME_SPAN_YEAR": repr(float((second - first).astype(float) / 365.25)),
        "WAVELENGTH_METRES": repr(float(simulation.wavelength)),
        "INCIDENCE_DEGREES": repr(float(simulation.options.incidence)),
        "INSAR_PROCESSOR": "GAMMA", "DATA_UNITS": "RADIANS",
    }  # fmt: skip


def _header(simulation, date, looks):
    """Lines of a GAMMA image parameter file."""
    options, ranges = simulation.options, simulation.slant_range
    year, month, day = str(date).split("-")
    values = (
        ("title", f"simulated-{date_text(date)}"),
        ("sensor", "S1A IW IW1 VV"),
        ("date", f"{year} {month} {day}"),
        ("start_time", f"{SECONDS_OF_DAY - 9:.6f}   s"),
        ("center_time", f"{SECONDS_OF_DAY:.6f}   s"),
        ("end_time", f"{SECONDS_OF_DAY + 9:.6f}   s"),
        ("range_samples", simulation.grid.cols),
        ("azimuth_lines", simulation.grid.rows),
        ("range_looks", looks[0]),
        ("azimuth_looks", looks[1]),
        ("image_format", "FCOMPLEX" if looks == (1, 1) else "FLOAT"),
        ("image_geometry", "SLANT_RANGE"),
        ("center_latitude", f"{options.center_lat:.7f}   degrees"),
        ("center_longitude", f"{options.center_lon:.7f}   degrees"),
        ("heading", f"{signed_heading(options):.7f}   degrees"),
        ("range_pixel_spacing", f"{RANGE_SPACING * looks[0]:.6f}   m"),
        ("azimuth_pixel_spacing", f"{AZIMUTH_SPACING * looks[1]:.6f}   m"),
        ("near_range_slc", f"{ranges.min():.4f}  m"),
        ("center_range_slc", f"{np.mean(ranges, dtype=float):.4f}  m"),
        ("far_range_slc", f"{ranges.max():.4f}  m"),
        ("incidence_angle", f"{options.incidence:.4f}   degrees"),
        ("azimuth_angle", "90.0000   degrees"),
        ("radar_frequency", f"{SPEED_OF_LIGHT / simulation.wavelength:.7e}  Hz"),
        ("sar_to_earth_center", f"{EARTH_RADIUS + ORBIT_HEIGHT:.4f}   m"),
        ("earth_radius_below_sensor", f"{EARTH_RADIUS:.4f}   m"),
    )
    yield "Gamma Interferometric SAR Processor (ISP) - Image Parameter File"
    yield ""
    for key, value in values:
        yield f"{key + ':':<28}{value}"


def _write_baseline(simulation, index, folder, stem) -> str:
    """Write the two baseline files of a pair; returns the name of the first."""
    angles = look_angles(simulation)
    centre = float(angles.mean())
    perpendicular = simulation.pair_baseline[index]
    parallel = PARALLEL_SHARE * perpendicular
    across = perpendicular * np.cos(centre) + parallel * np.sin(centre)
    normal = parallel * np.cos(centre) - perpendicular * np.sin(centre)
    vector = f"{0.0:15.7f} {across:17.7f} {normal:16.7f}   m   m   m"
    still = f"{0.0:15.7f} {0.0:17.7f} {0.0:16.7f}   m/s m/s m/s"
    write_text(
        folder / f"{stem}_base.par",
        (
            f"initial_baseline(TCN):     {vector}",
            f"initial_baseline_rate:     {still}",
            f"precision_baseline(TCN):   {vector}",
            f"precision_baseline_rate:   {still}",
            "unwrap_phase_constant:            0.00000     radians",
        ),
    )
    table = _bperp_table(simulation, np.linspace(angles.min(), angles.max(), 5), across, normal)
    write_text(folder / f"{stem}_bperp.par", table)
    return f"{stem}_base.par"


def _bperp_table(simulation, angles, across, normal):
    """Lines of the table of baselines over the image."""
    rows, cols = simulation.grid.shape
    yield "*** Calculate baseline components perpendicular and parallel to look vector ***"
    yield ""
    yield f"interferogram lines: {rows}   range samples/line: {cols}"
    yield f"orbit baseline vector (TCN)   (m): {0:10.3f} {across:10.3f} {normal:10.3f}"
    yield f"baseline vector (TCN)   (m): {0:10.3f} {across:10.3f} {normal:10.3f}"
    yield ""
    yield (
        "  line   range      B_t       B_c        B_n     look angle      bpara       bperp"
        "       blen"
    )
    yield "*" * 96
    for line in np.linspace(0, rows - 1, 5).astype(int):
        for sample, angle in zip(np.linspace(0, cols - 1, 5).astype(int), angles):
            parallel = across * np.sin(angle) + normal * np.cos(angle)
            perpendicular = across * np.cos(angle) - normal * np.sin(angle)
            yield (
                f"{line:6d} {sample:6d} {0:10.4f} {across:10.4f} {normal:10.4f}"
                f" {np.degrees(angle):12.6f} {parallel:11.4f} {perpendicular:11.4f}"
                f" {np.hypot(across, normal):10.4f}"
            )

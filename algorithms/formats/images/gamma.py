# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""GAMMA's coregistered images: ``*.rslc`` with ``*.rslc.par``.

Plain big-endian numbers: FCOMPLEX (two 32-bit floats) or SCOMPLEX (two 16-bit integers), one file
and one text file of parameters a date; state vectors at ``time_of_first_state_vector`` and every
``state_vector_interval`` (GAMMA's ISP manual, image parameter file). Latitude, longitude and height
of the radar image's pixels may lie in the folder as ``*lat*``, ``*lon*``, ``*hgt*`` of the same
size, or be given.

Sign: a GAMMA image has the phase ``-4 pi R / wavelength``: its interferogram, the first times the
conjugate of the second, grows with the range of the second (see :mod:`gamma`, where a
test pins it on Mexico City). Resampling to the reference (``SLC_interp_lt``) leaves the phase of
each image's own range: **the phase of the ellipsoid and the terrain is still in**. GAMMA itself
takes it off from interferograms with a simulated phase; `importslc` takes it off from the orbits.

Written with that date's own orbit in each ``YYYYMMDD_VV.rslc.par``; ``<reference>.lat``, ``.lon``
(degrees) and ``.hgt`` (metres over the ellipsoid) are big-endian rasters of the same size, and
``bperp_file`` is the table of ``base_calc``: number, dates of reference and secondary,
perpendicular baseline (positive as ``C cos(look) - N sin(look)``), days between.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np

from ...data.dates import parse_date
from ...data.grid import Grid
from ...data.orbit import Orbit
from ...data.simulation.scene import EARTH_RADIUS
from ...data.slc_product import Lookup, SlcProduct
from ...errors import GroundshiftError
from ..interferograms._common import (
    SECONDS_OF_DAY,
    SPEED_OF_LIGHT,
    date_text,
    dates_in,
    number,
    orbit_attributes,
    read_keys,
    wavelength_from,
    words_in,
    write_text,
)
from ._baselines import read_baseline_table
from ._common import (
    STEP,
    SlcSearch,
    alike,
    axes,
    checked_images,
    complete,
    coordinate_part,
    heading,
    image_of,
    mid_incidence,
    polarisation_in,
    state_vectors,
    write_binary,
)
from ._source import check_size

LOOKS_FOR = "GAMMA images (*.rslc with *.rslc.par)"
PARAMETERS = re.compile(r".*slc\.par", re.IGNORECASE)
RAW = {"FCOMPLEX": ">c8", "SCOMPLEX": ">i2"}
ROLES = {"latitude": {"lat", "latitude"}, "longitude": {"lon", "longitude"},
         "height": {"hgt", "height", "dem"}}  # fmt: skip
NOT_RASTERS = (".par", ".txt", ".xml", ".hdr", ".aux", ".bmp", ".ras", ".png", ".jpg", ".kml")


def recognises(folder, files) -> bool:
    """Whether the folder holds GAMMA's images."""
    return any(_is_image(file) for file in files)


def _is_image(file) -> bool:
    return PARAMETERS.fullmatch(file.name) is not None and file.with_suffix("").is_file()


def read(folder, files, search: SlcSearch | None = None) -> SlcProduct:
    """Find what a folder of GAMMA's images holds."""
    search = search or SlcSearch()
    parameters = {file: read_keys(file, ":") for file in files if PARAMETERS.fullmatch(file.name)}
    resampled = {f: k for f, k in parameters.items() if "rslc" in f.name.lower()}
    parameters = resampled or parameters
    if not parameters:
        raise GroundshiftError(
            f"{folder}: holds no GAMMA images ({LOOKS_FOR}); choose another folder or format."
        )
    images, orbits, times = [], {}, {}
    for path, keys in parameters.items():
        date = _date(path, keys)
        shape = _shape(path, keys)
        raw = RAW.get(keys.get("image_format", "").split(" ")[0].upper())
        if raw is None:
            raise GroundshiftError(
                f"{path}: its image_format is '{keys.get('image_format', 'missing')}' and has to "
                "be FCOMPLEX or SCOMPLEX; give single-look complex images."
            )
        data = path.with_suffix("")
        check_size(data, shape[0] * shape[1] * (8 if raw == ">c8" else 4), shape)
        images.append(image_of(date, data, shape, polarisation_in(path.name), raw=raw))
        orbit = _orbit(path, keys)
        if orbit is not None:
            orbits[date] = orbit
        times[date] = number(keys.get("center_time"))
    images, notes = complete(checked_images(images))
    first = next(iter(parameters.values()))
    grid = Grid(*_same_shape(parameters))
    if len(orbits) < len({image.date for image in images}):
        orbits = {}
        notes.append("Not all parameter files have state vectors, so the orbits are not used.")
    heading = alike(_all(parameters, "heading"), "heading", 5.0)
    incidence = alike(_all(parameters, "incidence_angle"), "incidence angle", 5.0)
    frequency = alike(_all(parameters, "radar_frequency"), "radar frequency", 1e7)
    near, step = _ranges(parameters)
    spacing = (number(first.get("azimuth_pixel_spacing"), np.nan), np.nan)
    if step is not None and incidence:
        spacing = (spacing[0], step / np.sin(np.radians(incidence)))
    lookup, height = _coordinates(files, grid, search)
    dates = np.unique(np.array([image.date for image in images], "datetime64[D]"))
    table = next((file for file in files if file.name == "bperp_file"), None)
    return SlcProduct(
        kind="gamma",
        images=images,
        grid=grid,
        wavelength=None if frequency is None else wavelength_from(frequency),
        flattened=False,
        baselines=read_baseline_table(table, dates) if table and not orbits else {},
        orbits=orbits,
        center=_center(first),
        lookup=lookup,
        height=height,
        incidence=incidence,
        heading=heading,
        slant_range=None if near is None or step is None else (near, step),
        spacing=spacing,
        attributes={**_attributes(first, times), **orbit_attributes(heading)},
        notes=tuple(notes),
        source=Path(folder),
    )


def _all(parameters, name) -> dict:
    return {path.name: number(keys.get(name)) for path, keys in parameters.items()}


def _date(path, keys) -> np.datetime64:
    """The date that the parameters tell, which must be the one in the name."""
    words = keys.get("date", "").split()
    named = set(dates_in(path.name))
    try:
        date = parse_date("".join(f"{int(float(w)):02d}" for w in words[:3]))
    except (ValueError, GroundshiftError) as error:
        if len(named) == 1:
            return named.pop()
        raise GroundshiftError(
            f"{path}: tells no date, neither inside ('date: YYYY MM DD') nor by its name; correct "
            "it or take it out of the folder."
        ) from error
    if named and date not in named:
        raise GroundshiftError(
            f"{path}: its date is {date} and its name says {min(named)} (files swapped?); correct "
            "one of them."
        )
    return date


def _shape(path, keys) -> tuple:
    shape = tuple(int(number(keys.get(n), 0)) for n in ("azimuth_lines", "range_samples"))
    if min(shape) < 1:
        raise GroundshiftError(
            f"{path}: tells no azimuth_lines and range_samples; get it again or take it out of the "
            "folder."
        )
    return shape


def _same_shape(parameters) -> tuple:
    shapes = {path.name: _shape(path, keys) for path, keys in parameters.items()}
    first, shape = next(iter(shapes.items()))
    for name, other in shapes.items():
        if other != shape:
            raise GroundshiftError(
                f"{name}: has {other[0]}x{other[1]} pixels and {first} has {shape[0]}x{shape[1]}; "
                "give images that are resampled to one reference (rslc)."
            )
    return shape


def _ranges(parameters) -> tuple:
    near = alike(_all(parameters, "near_range_slc"), "near_range_slc", 1.0)
    return near, alike(_all(parameters, "range_pixel_spacing"), "range_pixel_spacing", 1e-3)


def _orbit(path, keys) -> Orbit | None:
    count = int(number(keys.get("number_of_state_vectors"), 0))
    start = number(keys.get("time_of_first_state_vector"))
    step = number(keys.get("state_vector_interval"))
    if count < 2 or start is None or not step:
        return None
    values = np.empty((2, count, 3))
    for row, kind in enumerate(("position", "velocity")):
        for k in range(count):
            words = keys.get(f"state_vector_{kind}_{k + 1}", "").split()[:3]
            values[row, k] = [number(w, np.nan) for w in (*words, *["nan"] * 3)[:3]]
    orbit = Orbit(start + step * np.arange(count), *values)
    orbit.check(path)
    return orbit


def _center(keys):
    lat, lon = number(keys.get("center_latitude")), number(keys.get("center_longitude"))
    return None if lat is None or lon is None else (lon, lat, 0.0)


def _attributes(keys, times) -> dict:
    sensor = keys.get("sensor", "").split()
    attributes = {"PROCESSOR": "gamma", **({"PLATFORM": sensor[0]} if sensor else {})}
    known = [t for t in times.values() if t is not None]
    if known:
        attributes["CENTER_LINE_UTC"] = repr(float(np.median(known)))
    earth = number(keys.get("earth_radius_below_sensor"))
    sensor_radius = number(keys.get("sar_to_earth_center"))
    if earth and sensor_radius:
        attributes.update(
            EARTH_RADIUS=repr(float(earth)), HEIGHT=repr(float(sensor_radius - earth))
        )
    angle = number(keys.get("azimuth_angle"))
    if angle is not None:
        attributes["ANTENNA_SIDE"] = "1" if angle < 0 else "-1"
    return attributes


def _coordinates(files, grid, search):
    """Lookup and height: as given, else by names in the folder that have the images' size."""
    found = {}
    for role, words in ROLES.items():
        given = getattr(search, role)
        if given is not None:
            found[role] = coordinate_part(given, grid, role)
            continue
        for file in files:
            fits = words & words_in(f"{file.name}.x") and file.suffix.lower() not in NOT_RASTERS
            if not fits or "slc" in file.name.lower():
                continue
            try:
                found[role] = coordinate_part(file, grid, role)
            except GroundshiftError:
                continue  # of map geometry, or with looks
            break
    lookup = None
    if "latitude" in found and "longitude" in found:
        lookup = Lookup(found["longitude"], found["latitude"])
    return lookup, found.get("height")


def write_gamma(simulation, folder, images) -> None:
    """Write images, parameter files, coordinates and baselines.

    Parameters
    ----------
    simulation : SlcSimulation
        In radar coordinates.
    folder : Path
    images : iterator over (int, list of ndarray)
    """
    for index, values in images:
        date = date_text(simulation.dates[index])
        for polarisation, image in zip(simulation.polarisations, values):
            name = f"{date}_{polarisation}.rslc"
            write_binary(folder / name, image, ">c8")
            write_text(folder / f"{name}.par", _parameter_lines(simulation, index, polarisation))
    first = date_text(simulation.dates[0])
    longitude, latitude = simulation.lookup
    write_binary(folder / f"{first}.lon", longitude, ">f8")
    write_binary(folder / f"{first}.lat", latitude, ">f8")
    write_binary(folder / f"{first}.hgt", simulation.height, ">f4")
    write_text(folder / "bperp_file", _baseline_lines(simulation))


def _parameter_lines(simulation, index, polarisation):
    """Lines of a GAMMA image parameter file."""
    date = simulation.dates[index]
    times, ranges = axes(simulation)
    rows, cols = simulation.grid.shape
    longitude, latitude = (part[rows // 2, cols // 2] for part in simulation.lookup)
    year, month, day = str(date).split("-")
    line_time = (times[-1] - times[0]) / (rows - 1)
    vectors = state_vectors(simulation, index)
    radius = float(np.linalg.norm(simulation.orbit_of(index).state(0.0)[0]))
    values = (
        ("title", f"simulated-{date_text(date)}"),
        ("sensor", f"S1A IW IW1 {polarisation}"),
        ("date", f"{year} {month} {day} 0 0 0.0000"),
        ("start_time", f"{times[0]:.6f}   s"),
        ("center_time", f"{SECONDS_OF_DAY:.6f}   s"),
        ("end_time", f"{times[-1]:.6f}   s"),
        ("azimuth_line_time", f"{line_time:.7e}   s"),
        ("line_header_size", 0),
        ("range_samples", cols),
        ("azimuth_lines", rows),
        ("range_looks", 1),
        ("azimuth_looks", 1),
        ("image_format", "FCOMPLEX"),
        ("image_geometry", "SLANT_RANGE"),
        ("range_scale_factor", "1.0000000e+00"),
        ("azimuth_scale_factor", "1.0000000e+00"),
        ("center_latitude", f"{latitude:.7f}   degrees"),
        ("center_longitude", f"{longitude:.7f}   degrees"),
        ("heading", f"{heading(simulation):.7f}   degrees"),
        ("range_pixel_spacing", f"{ranges[1] - ranges[0]:.6f}   m"),
        ("azimuth_pixel_spacing", f"{simulation.spacing[0]:.6f}   m"),
        ("near_range_slc", f"{ranges[0]:.4f}  m"),
        ("center_range_slc", f"{(ranges[0] + ranges[-1]) / 2:.4f}  m"),
        ("far_range_slc", f"{ranges[-1]:.4f}  m"),
        ("incidence_angle", f"{mid_incidence(simulation):.4f}   degrees"),
        ("azimuth_angle", "90.0000   degrees"),
        ("radar_frequency", f"{SPEED_OF_LIGHT / simulation.wavelength:.9e}  Hz"),
        ("sar_to_earth_center", f"{radius:.4f}   m"),
        ("earth_radius_below_sensor", f"{EARTH_RADIUS:.4f}   m"),
        ("number_of_state_vectors", len(vectors[0])),
        ("time_of_first_state_vector", f"{vectors[0][0]:.6f}   s"),
        ("state_vector_interval", f"{STEP:.6f}   s"),
    )
    yield "Gamma Interferometric SAR Processor (ISP) - Image Parameter File"
    yield ""
    for key, value in values:
        yield f"{key + ':':<31}{value}"
    for count, (position, velocity) in enumerate(zip(*vectors[1:]), 1):
        for name, vector, unit in (("position", position, "m"), ("velocity", velocity, "m/s")):
            numbers = "  ".join(f"{component:15.6f}" for component in vector)
            yield f"state_vector_{name}_{count}:  {numbers}   {unit}   {unit}   {unit}"


def _baseline_lines(simulation):
    """Lines of the table of baselines."""
    first = simulation.dates[0]
    for count, date in enumerate(simulation.dates[1:], 1):
        baseline, days = simulation.perpendicular_baseline[count], (date - first).astype(int)
        yield f"{count:5d} {date_text(first)} {date_text(date)} {baseline:12.4f} {days:8.1f}"

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the readers of radar images share (dates, polarisations, files of coordinates), and the
writers of simulated ones (orbits as state vectors, numbers of the image)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.grid import Grid
from ...data.simulation.slc_places import radar_axes
from ...data.slc_product import SlcImage, SlcPart
from ...errors import GroundshiftError
from ..interferograms._common import SECONDS_OF_DAY, agreeing, dates_in
from ..raster_source import describe
from ._source import check_size

POLARISATION = re.compile(r"(?<![A-Za-z0-9])(VV|VH|HH|HV)(?![A-Za-z0-9])", re.IGNORECASE)


@dataclass(frozen=True)
class SlcSearch:
    """What the user says of a folder of images.

    Parameters
    ----------
    burst : str
        One of several OPERA bursts, or ``all``.
    latitude, longitude, height : path or None
        Rasters of the images' own pixels, in the place of what the folder has; the height may be
        of any grid where the images have a CRS.
    baselines : path or None
        Table of perpendicular baselines.
    """

    burst: str = ""
    latitude: Path | None = None
    longitude: Path | None = None
    height: Path | None = None
    baselines: Path | None = None


def polarisation_in(name: str, default: str = "VV") -> str:
    """The polarisation that a file name holds."""
    found = POLARISATION.findall(str(name).replace("_", " ").replace(".", " "))
    return found[-1].upper() if found else default


def date_in(path) -> np.datetime64:
    """The one date of an image in its file name.

    Raises
    ------
    GroundshiftError
        If there is none, or more than one.
    """
    dates = dates_in(Path(path).name)
    if len(set(dates)) != 1:
        raise GroundshiftError(
            f"{path}: its name holds {'no date' if not dates else 'more than one date'}, and an "
            "image needs one as YYYYMMDD; rename it or take it out of the folder."
        )
    return dates[0]


def checked_images(images) -> tuple:
    """Images sorted by date and polarisation.

    Raises
    ------
    GroundshiftError
        If a date is there twice, or a polarisation lacks for some dates.
    """
    seen = {}
    for image in images:
        key = (image.date, image.polarisation)
        if key in seen:
            raise GroundshiftError(
                f"The image of {image.date} ({image.polarisation}) is there twice, as "
                f"{seen[key].parts[0].path} and {image.parts[0].path}; leave one of them out."
            )
        seen[key] = image
    return tuple(seen[key] for key in sorted(seen))


def complete(images) -> tuple[tuple, list]:
    """Only dates that have all polarisations, and sentences on the others."""
    kinds = {image.polarisation for image in images}
    by_date: dict = {}
    for image in images:
        by_date.setdefault(image.date, set()).add(image.polarisation)
    lacking = sorted(date for date, found in by_date.items() if found != kinds)
    if not lacking:
        return tuple(images), []
    note = (
        f"{len(lacking)} dates lack one of the polarisations {', '.join(sorted(kinds))} and are "
        f"left out: {', '.join(map(str, lacking))}; choose one polarisation to keep them."
    )
    return tuple(image for image in images if image.date not in lacking), [note]


def alike(values: dict, what: str, tolerance: float):
    """The median of a number that all files should have in common; see :func:`agreeing`."""
    cure = "give images of one track and sensor, coregistered to one of them"
    return agreeing(values, what, tolerance, cure, np.median)


def same_words(values: dict, what: str) -> str:
    """A text that all files have in common; empty where no file has it.

    Raises
    ------
    GroundshiftError
        If they do not agree.
    """
    known = {name: value for name, value in values.items() if value}
    first = next(iter(known), None)
    other = next((name for name, value in known.items() if value != known[first]), None)
    if other is not None:
        raise GroundshiftError(
            f"The {what} is {known[first]} in {first} and {known[other]} in {other}; give images "
            "of one track and sensor only."
        )
    return known.get(first, "")


def coordinate_part(path, grid: Grid, what: str, band: int = 1) -> SlcPart:
    """A raster of the images' own pixels (latitude, height ...), also as plain binary numbers.

    Plain big-endian numbers, as GAMMA writes them, are told by the size of the file.

    Raises
    ------
    GroundshiftError
        If it has another size.
    """
    try:
        info = describe(path)
    except GroundshiftError:
        part = _plain(path, grid, what)
    else:
        if info.grid.shape != grid.shape:
            raise GroundshiftError(
                f"{path}: the {what} has {info.grid.rows}x{info.grid.cols} pixels and the images "
                f"{grid.rows}x{grid.cols}; give it at full resolution, without looks."
            )
        part = SlcPart(str(path), band=band, shape=grid.shape)
    return part


def _plain(path, grid, what) -> SlcPart:
    count = grid.rows * grid.cols
    size = Path(path).stat().st_size if Path(path).is_file() else -1
    kind = {4 * count: ">f4", 8 * count: ">f8"}.get(size)
    if kind is None:
        check_size(path, 4 * count, grid.shape)
    return SlcPart(str(path), raw=kind, shape=grid.shape)


def image_of(date, path, shape, polarisation, **details) -> SlcImage:
    """An image that is one file."""
    return SlcImage(date, (SlcPart(str(path), shape=tuple(shape), **details),), polarisation)


SPAN, STEP = 60.0, 10.0  # seconds of state vectors before and after the scene, and between them


def state_vectors(simulation, index: int):
    """State vectors of a date.

    Returns
    -------
    times : ndarray, shape (vector,)
        Seconds of the day.
    positions, velocities : ndarray, shape (vector, 3)
        Earth-fixed, metres and m/s.
    """
    after = np.arange(-SPAN, SPAN + STEP / 2, STEP)
    return (SECONDS_OF_DAY + after, *simulation.orbit_of(index).state(after))


def clock_text(seconds: float) -> str:
    """Seconds of the day as ``HH:MM:SS.ffffff``."""
    micro = round(seconds * 1e6)
    return (
        f"{micro // 3600000000:02d}:{micro // 60000000 % 60:02d}:"
        f"{micro // 1000000 % 60:02d}.{micro % 1000000:06d}"
    )


def heading(simulation) -> float:
    """Flight direction in the middle of the scene, -180 to 180 degrees."""
    rows, cols = simulation.grid.shape
    los = simulation.los
    east, north = (float(part[rows // 2, cols // 2]) for part in (los.east, los.north))
    return float((90.0 + np.degrees(np.arctan2(east, north)) + 180.0) % 360.0 - 180.0)


def is_ascending(simulation) -> bool:
    """Whether the satellite flies northwards."""
    return abs(heading(simulation)) < 90


def mid_incidence(simulation) -> float:
    """Incidence in the middle of the scene, degrees."""
    rows, cols = simulation.grid.shape
    up = float(simulation.los.up[rows // 2, cols // 2])
    return float(np.degrees(np.arccos(up)))


def axes(simulation) -> tuple[np.ndarray, np.ndarray]:
    """Seconds of the day of the rows, and slant ranges of the columns in metres."""
    view = simulation.view
    times, ranges = radar_axes(simulation.options, view.orbit, view.centre)
    return SECONDS_OF_DAY + times, ranges


def write_binary(path, values, dtype) -> None:
    """Write plain numbers, row by row; makes the folder."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    # tofile() would say nothing of a full disk that a later write would have met.
    with open(path, "wb") as file:
        file.write(memoryview(np.ascontiguousarray(values, dtype)).cast("B"))

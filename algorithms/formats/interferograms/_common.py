# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the readers of all products share (files, dates, pairs, grids), and the writers of simulated
ones (rasters, names of dates, numbers of the orbit)."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np

from ...data.dates import dates_in
from ...data.grid import Grid
from ...data.product import Band, GeometryBands, Interferogram
from ...data.simulation.scene import EARTH_RADIUS, ORBIT_HEIGHT
from ...errors import GroundshiftError
from ..hdf5.layout import open_hdf5
from ..raster_source import RasterInfo, describe
from ..rasters import BandInfo, write_raster
from ..regrid import same_grid

SENTINEL1_FREQUENCY = 5.405e9  # Hz, ESA's Sentinel-1 product definition
SPEED_OF_LIGHT = 299792458.0
DEPTH = 5
RASTERS = (".tif", ".tiff")

PHASE_WORDS = {"unw", "unwrapped", "phase", "unwrap", "unwphase", "uph"}
COHERENCE_WORDS = {"cc", "coh", "coherence", "cor", "corr"}
HEIGHT_WORDS = {"dem", "hgt", "height", "elevation"}
# Names with these are something else, whatever other word they hold.
OTHER_WORDS = {
    "wrapped", "wrap", "wrp", "conncomp", "mask", "amp", "amplitude", "mli", "disp", "displacement",
    "vel", "velocity", "theta", "phi", "inc", "incidence",
}  # fmt: skip


def list_files(folder) -> tuple:
    """All files in a folder and its subfolders, sorted; hidden ones are passed over.

    Raises
    ------
    OSError
        If the folder itself cannot be listed.
    """
    folder, files = Path(folder), []

    def refuse(error):
        if error.filename == str(folder) and folder.exists():
            raise error

    for root, folders, names in os.walk(folder, onerror=refuse):
        level = len(Path(root).relative_to(folder).parts)
        folders[:] = sorted(f for f in folders if not f.startswith(".") and level < DEPTH)
        files += [Path(root) / name for name in names if not name.startswith(".")]
    return tuple(sorted(files))


def nearby_files(folder, names) -> tuple:
    """Files in the folders of these names beside a folder (products split in subfolders)."""
    parent = Path(folder).resolve().parent
    return tuple(file for name in names for file in list_files(parent / name))


USUAL_HEIGHT = 500.0  # metres: angles hardly change with height, so that any level will do


def grid_of_centres(x, y, crs: str, path) -> Grid:
    """The grid of pixels whose centres have these coordinates.

    Raises
    ------
    GroundshiftError
        If they are not evenly spaced.
    """
    x, y = np.asarray(x, float), np.asarray(y, float)
    if min(len(x), len(y)) < 2:
        raise GroundshiftError(f"{path}: has less than two rows or columns; get the file again.")
    steps = [(axis[-1] - axis[0]) / (len(axis) - 1) for axis in (x, y)]
    for axis, step in zip((x, y), steps):
        if not step or np.abs(np.diff(axis) / step - 1).max() > 0.01:
            raise GroundshiftError(
                f"{path}: its coordinates are not evenly spaced; get the file again."
            )
    (dx, dy), corner = steps, (x[0] - steps[0] / 2, y[0] - steps[1] / 2)
    transform = (float(corner[0]), float(dx), 0.0, float(corner[1]), 0.0, float(dy))
    return Grid(len(y), len(x), transform, crs)


def one_frame(found) -> Grid:
    """The grid of products that have to share it.

    Parameters
    ----------
    found : dict of path to (Grid, str)
        And the track or frame.

    Raises
    ------
    GroundshiftError
        If there are several.
    """
    (first, kept), *others = found.items()
    for path, own in others:
        if own != kept:
            raise GroundshiftError(
                f"{path.name}: covers another frame than {first.name}; give one track and frame at "
                "a time."
            )
    return kept[0]


def look_of_cubes(file, group: str, names, axes, crs: str, kind: str) -> GeometryBands:
    """The look by cubes of an HDF5 file, at the level that is nearest to the ground's usual height.

    Parameters
    ----------
    file : path
    group : str
        Where the cubes lie, by height, row and column.
    names, axes : sequence of str
        The cubes; and columns, rows and heights.
    crs : str
        WKT of the axes.
    kind : str
        See :class:`...data.product.GeometryBands`.

    Returns
    -------
    GeometryBands
        Empty where the file lacks one of them.
    """
    with open_hdf5(file) as inside:
        if any(f"{group}/{name}" not in inside for name in (*names, *axes)):
            return GeometryBands()
        x, y, heights = (inside[f"{group}/{name}"][()] for name in axes)
    grid = grid_of_centres(x, y, crs, file)
    page = 1 + int(np.abs(np.asarray(heights, float) - USUAL_HEIGHT).argmin())
    look = tuple(Band(str(file), page, dataset=f"{group}/{name}", grid=grid) for name in names)
    return GeometryBands(los=look, los_kind=kind)


def pair_dates(path) -> tuple:
    """The two dates of a pair in its file name.

    Raises
    ------
    GroundshiftError
        If there are not two.
    """
    dates = tuple(dates_in(Path(path).name))
    if len(dates) != 2:
        raise GroundshiftError(
            f"{path}: its name does not hold two dates as YYYYMMDD; give it the name that it was "
            "delivered with, or leave it out."
        )
    return dates


def words_in(name: str) -> set:
    """The words of a file name in lower case, without dates and numbers."""
    stem = Path(name).name.rsplit(".", 1)[0]
    return set(filter(None, re.split(r"[^a-z]+", stem.lower())))


def role_of(path) -> str:
    """What a raster holds by the words in its name: phase, coherence, height, other or ''."""
    words = words_in(path)
    if words & OTHER_WORDS:
        return "other"
    if words & COHERENCE_WORDS:
        return "coherence"
    if words & PHASE_WORDS:
        return "phase"
    return "height" if words & HEIGHT_WORDS else ""


def read_keys(path, separator: str) -> dict:
    """Key and value of the lines of a text file; keys in lower case with underscores."""
    try:
        text = Path(path).read_text(errors="replace")
    except OSError as error:
        raise GroundshiftError(
            f"{path}: cannot be read ({error.strerror}); check its permissions."
        ) from error
    keys = {}
    for line in text.splitlines():
        key, found, value = line.partition(separator)
        if found:
            keys[key.strip().lower().replace(" ", "_")] = value.strip()
    return keys


def number(text, default=None):
    """The first number of a text such as ``39.7036   degrees``, else `default`."""
    try:
        return float(str(text).split()[0])
    except (ValueError, IndexError):
        return default


def wavelength_from(frequency: float) -> float:
    """Wavelength in metres of a frequency in hertz."""
    return SPEED_OF_LIGHT / frequency


def coherence_band(info: RasterInfo, nodata=()) -> Band:
    """The band of a coherence file; bytes hold it from 0 to 255 unless the file says how."""
    scale = 1 / 255 if info.dtype == "uint8" and not info.scaled else 1.0
    return Band(info.path, nodata=tuple({*info.nodata, *nodata}), scale=scale)


def check_phase(info: RasterInfo) -> None:
    """Refuse files that cannot be unwrapped phase.

    Raises
    ------
    GroundshiftError
        For complex numbers, and units of length.
    """
    if info.dtype.startswith("complex"):
        raise GroundshiftError(
            f"{info.path}: holds complex numbers (a wrapped interferogram?); give unwrapped "
            "phase in radians."
        )
    if info.unit.lower() in ("m", "metre", "meter", "mm", "cm", "millimetre", "millimeter"):
        raise GroundshiftError(
            f"{info.path}: is in {info.unit}, not in radians; give unwrapped phase in radians."
        )


def normalised(interferograms) -> tuple:
    """Sort pairs by date, the earlier date first, and refuse those that occur twice.

    Parameters
    ----------
    interferograms : sequence of Interferogram
        In whichever order the product has its dates.

    Returns
    -------
    interferograms : tuple of Interferogram
    notes : list of str
        Says which pairs were turned round.

    Raises
    ------
    GroundshiftError
        If a pair has one date twice, or two files hold the same pair.
    """
    seen, swapped = {}, []
    for pair in interferograms:
        if pair.reference == pair.secondary:
            raise GroundshiftError(
                f"{pair.phase.path}: both dates of the pair are {pair.reference}; correct the "
                "name or leave it out."
            )
        if pair.reference > pair.secondary:
            swapped.append(pair)
            pair = turned(pair)
        other = seen.get(pair.name)
        if other is not None:
            raise GroundshiftError(
                f"The pair {pair.name} is there twice, as {_place(other.phase)} and "
                f"{_place(pair.phase)}; leave one of them out."
            )
        seen[pair.name] = pair
    notes = []
    if swapped:
        notes.append(
            f"{len(swapped)} pairs have the later date first (such as "
            f"{Path(swapped[0].phase.path).name}); their phase and baseline were turned round."
        )
    return tuple(seen[name] for name in sorted(seen)), notes


def turned(pair: Interferogram) -> Interferogram:
    """A pair with its dates exchanged: the phase and the baseline change sign."""
    return replace(
        pair, reference=pair.secondary, secondary=pair.reference,
        phase=replace(pair.phase, scale=-pair.phase.scale),
        perpendicular_baseline=-pair.perpendicular_baseline,
    )  # fmt: skip


def _place(band: Band) -> str:
    return f"{band.path} page {band.index}" if band.dataset else band.path


def commonest_grid(infos) -> Grid:
    """The grid that most rasters have; the first of those that are as common.

    Parameters
    ----------
    infos : sequence of RasterInfo
    """
    grids: list[Grid] = []
    counts: Counter = Counter()
    for info in infos:
        known = (k for k, grid in enumerate(grids) if same_grid(grid, info.grid))
        place = next(known, len(grids))
        if place == len(grids):
            grids.append(info.grid)
        counts[place] += 1
    return grids[min(counts, key=lambda place: (-counts[place], place))]


def matching(pairs: dict, role: str) -> list:
    """One note for the pairs that lack something; none where all have it or none has."""
    lacking = [name for name, value in pairs.items() if value is None]
    if not lacking or len(lacking) == len(pairs):
        return []
    return [f"{len(lacking)} of {len(pairs)} pairs have no {role} (such as {lacking[0]})."]


def radar_note(lookup) -> str:
    """What happens to a stack in radar coordinates, with a lookup or without."""
    if lookup:
        return (
            "The stack is in radar coordinates; its results are put on the map by the latitude and "
            "longitude of every pixel."
        )
    return (
        "The stack is in radar coordinates without latitude and longitude of its pixels; its "
        "layers will not be placed on the map."
    )


def agreeing(
    values: dict, what: str, tolerance: float,
    cure: str = "give interferograms of one track and sensor only", middle=np.mean,
):  # fmt: skip
    """The mean of a number that all files should have in common; None where no file has it.

    Parameters
    ----------
    values : dict of str to float or None
        By file.
    what : str
        For the error.
    tolerance : float
        How far values may lie apart.
    cure : str
        For the error.
    middle : callable
        The mean, or another middle.

    Raises
    ------
    GroundshiftError
        If they do not agree: then files of several tracks or sensors were mixed.
    """
    known = {name: value for name, value in values.items() if value is not None}
    if not known:
        return None
    low, high = min(known, key=known.get), max(known, key=known.get)
    if known[high] - known[low] > tolerance:
        raise GroundshiftError(
            f"The {what} is {known[low]:g} in {Path(low).name} and {known[high]:g} in "
            f"{Path(high).name}; {cure}."
        )
    return float(middle(list(known.values())))


def orbit_attributes(heading) -> dict:
    """MintPy's HEADING (-180 to 180) and ORBIT_DIRECTION; empty where the heading is unknown."""
    if heading is None:
        return {}
    heading = (heading + 180.0) % 360.0 - 180.0
    direction = "ASCENDING" if abs(heading) < 90 else "DESCENDING"
    return {"HEADING": f"{heading:.7g}", "ORBIT_DIRECTION": direction}


def described(path) -> RasterInfo:
    """The header of a phase file, refused where it cannot be one."""
    info = describe(path)
    check_phase(info)
    return info


SENTINEL1_WAVELENGTH = SPEED_OF_LIGHT / SENTINEL1_FREQUENCY  # metres
TRACK = 117
SECONDS_OF_DAY = 61527.0  # 17:05:27, of all acquisitions
TIME = "170527"
RANGE_SPACING, AZIMUTH_SPACING = 2.329562, 13.97  # metres in slant range and along track, IW


def date_text(date) -> str:
    """A date as ``YYYYMMDD``."""
    return str(date).replace("-", "")


def split_looks(looks: int) -> tuple[int, int]:
    """Range and azimuth looks with this product, about 4 to 1 as Sentinel-1's pixels want."""
    azimuth = min(
        (n for n in range(1, looks + 1) if looks % n == 0),
        key=lambda n: abs(np.log(looks / n / n / 4)),
    )
    return looks // azimuth, azimuth


def signed_heading(options) -> float:
    """Heading between -180 and 180 degrees."""
    return (options.heading + 180.0) % 360.0 - 180.0


def is_ascending(options) -> bool:
    """Whether the satellite flies northwards."""
    return abs(signed_heading(options)) < 90


def look_angles(simulation):
    """Angle at the satellite between the nadir and the ground, radians; shape (row, col)."""
    sine = np.sqrt(1 - simulation.los.up.astype(float) ** 2)
    return np.arcsin(sine * EARTH_RADIUS / (EARTH_RADIUS + ORBIT_HEIGHT))


def write_plain(path, simulation, values, metadata=None) -> None:
    """Write a float32 GeoTIFF whose no-data value is NaN."""
    _write_float(path, simulation, values, np.nan, metadata)


def write_zero_void(path, simulation, values, metadata=None) -> None:
    """Write a float32 GeoTIFF where 0 means no data and a true 0 is next to it."""
    values = np.where(values == 0, np.float32(1e-6), values)
    _write_float(path, simulation, np.nan_to_num(values, nan=0.0), 0.0, metadata)


def write_bytes(path, simulation, values) -> None:
    """Write values from 0 to 1 as bytes from 1 to 255; 0 is no data."""
    scaled = np.clip(np.rint(values * 255), 1, 255)
    raw = np.nan_to_num(scaled, nan=0.0).astype(np.uint8)
    write_raster(path, simulation.grid, raw, [BandInfo("")], dtype="uint8", nodata=0)


def _write_float(path, simulation, values, nodata, metadata):
    write_raster(path, simulation.grid, values, [BandInfo("")], nodata=nodata, metadata=metadata)


def write_text(path, lines) -> None:
    """Write lines of text; makes the folder."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")

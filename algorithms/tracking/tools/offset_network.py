# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The images of a folder, the pairs of them, and the offsets of these."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.crs import longitude_latitude
from ...data.dates import dates_in
from ...errors import GroundshiftError, counted
from ...formats.raster_source import describe
from ...formats.rasters import small_cache
from ...formats.scratch import Scratch
from ...formats.text.csv_tables import write_csv
from .._match_kernel import FOUND, STATUS
from ..pairing import all_pairs, parts, sun
from .image_pair import raster_pair
from .tracker import Tracker
from .writing_offsets import stable_ground, write_offset_raster

SUFFIXES = (".tif", ".tiff", ".vrt", ".img", ".jp2", ".bil", ".dat")
HEAD = (
    "reference", "secondary", "days", "season_days", "sun_elevation_deg", "sun_azimuth_deg",
    "taken", "offsets", "share", "row_bias_px", "col_bias_px", "file",
)  # fmt: skip


@dataclass(frozen=True)
class DatedImages:
    """Images in the order of their dates.

    Parameters
    ----------
    paths : list of Path
    dates : ndarray of datetime64[D]
        Each once.
    angles : ndarray, shape (date, 2)
        Elevation and azimuth of the sun, degrees; NaN where unknown.
    """

    paths: list
    dates: np.ndarray
    angles: np.ndarray


def dated_images(chosen, leave_out, job) -> DatedImages:
    """The images of a folder.

    Parameters
    ----------
    chosen : OffsetNetwork
    leave_out : Path or None
        A folder that is not searched: the tool's own.
    job : Job

    Raises
    ------
    GroundshiftError
        If there are fewer than two, or two of one date.
    """
    own = None if leave_out is None else Path(leave_out).resolve()
    found, without = {}, []
    for path in sorted(Path(chosen.folder).rglob("*")):
        if path.suffix.lower() not in SUFFIXES or own in path.resolve().parents:
            continue
        dates = set(dates_in(path.name))
        if len(dates) != 1:
            without.append(path.name)
            continue
        date = dates.pop()
        if date in found:
            raise GroundshiftError(
                f"{path.name}: is of {date}, and so is {found[date].name}; leave one of them in "
                "the folder."
            )
        found[date] = path
    if without:
        job.note(
            f"{counted(len(without), 'raster')} without a single date in the name: "
            f"{', '.join(without[:5])}{' ...' if len(without) > 5 else ''}; left out."
        )
    if len(found) < 2:
        raise GroundshiftError(
            f"{chosen.folder}: holds {counted(len(found), 'image')} with a date in the file's name "
            "(YYYYMMDD), and two at least are needed; give another folder or rename the files."
        )
    dates = np.array(sorted(found), "datetime64[D]")
    paths = [found[date] for date in dates]
    return DatedImages(paths, dates, _angles(paths, dates, chosen.hour))


def _angles(paths, dates, hour) -> np.ndarray:
    infos = [describe(path) for path in paths]
    angles, grid = np.full((len(paths), 2), np.nan), infos[0].grid
    if grid.crs:
        latitude = longitude_latitude(grid.crs, *grid.xy(grid.rows / 2, grid.cols / 2))[1]
        angles[:] = sun(dates, latitude, hour)
    for number, info in enumerate(infos):
        told = {name.upper(): value for name, value in info.metadata.items()}
        try:
            angles[number] = [float(told[f"SUN_{name}"]) for name in ("ELEVATION", "AZIMUTH")]
        except (KeyError, ValueError):
            continue
    return angles


def choose_pairs(images, limits, job):
    """Pairs that keep to the limits, and numbers about them."""
    pairs = all_pairs(images.dates, images.angles, limits)
    taken = int(pairs.keep.sum())
    if not taken:
        raise GroundshiftError(
            f"None of {counted(len(pairs.keep), 'pair')} keeps to the limits of time, season and "
            "sun; loosen them (MOST_DAYS, SEASON, ELEVATION, AZIMUTH)."
        )
    pieces = parts(len(images.dates), pairs.index[pairs.keep])
    used = np.unique(pairs.index[pairs.keep]).size
    job.note(
        f"{counted(taken, 'pair')} of {len(pairs.keep)} are taken, of {used} of "
        f"{counted(len(images.dates), 'image')}."
    )
    if pieces > 1:
        job.warn(
            f"The pairs fall into {pieces} parts that no pair joins: motion between them is not "
            "known; loosen the limits."
        )
    numbers = {
        "IMAGES": len(images.dates), "PAIRS": taken, "ALL_PAIRS": len(pairs.keep), "PARTS": pieces,
    }  # fmt: skip
    return pairs, numbers


def track_pairs(images, pairs, chosen, outputs, job) -> dict:
    """Offsets of the pairs that are taken, and the table of all; the tool's other numbers."""
    folder = outputs.targets["OFFSETS"]
    taken, results, failed = np.flatnonzero(pairs.keep), {}, 0
    if folder is not None:
        outputs.when = images.dates[0], images.dates[-1]
        for count, number in enumerate(taken):
            part = job.part(count / len(taken), (count + 1) / len(taken))
            first, second = pairs.index[number]
            dates = images.dates[[first, second]]
            name = "_".join(str(date).replace("-", "") for date in dates)
            job.note(f"{name}:")
            paths = images.paths[first], images.paths[second]
            try:
                results[number] = (
                    *_track(paths, dates, outputs.files, folder / f"{name}.tif", chosen, part),
                    f"{name}.tif",
                )
            except NothingFoundError as error:
                job.warn(f"{name}: {error}")
                failed += 1
        if not results:
            raise GroundshiftError(
                "No pair has any offsets; check the images, the search distance (SEARCH) and the "
                "sizes of chips (CHIP)."
            )
    path = outputs.path("TABLE")
    if path is not None:
        write_csv(path, HEAD, _rows(images, pairs, results))
    shares = [result[1] for result in results.values()]
    return {"FAILED": failed, "SHARE": float(np.mean(shares)) if shares else None}


class NothingFoundError(GroundshiftError):
    """A pair without offsets; the others go on."""


def _track(paths, dates, files, target, chosen, job):
    """Write the offsets of one pair: their count, share and bias in pixels."""
    asked = chosen.matching
    bands = chosen.band, chosen.band
    pair = raster_pair(paths, bands, tuple(dates), chosen.platform.strip(), asked, job)
    path = files.add(target)
    with small_cache(), pair, Scratch(path.parent, job.budget // 4) as scratch:
        tracker = Tracker(pair, asked, scratch)
        stable = stable_ground(asked, tracker.grid)
        tracker.run(job)
        found = int((tracker.found[..., STATUS] == FOUND).sum())
        try:
            tracker.tell(job)
            bias, factor, _ = tracker.steady(stable, job)
        except GroundshiftError as error:
            files.drop(path)
            raise NothingFoundError(str(error)) from error
        write_offset_raster(path, tracker, bias, factor)
    return found, found / tracker.chips.size, *bias


def _rows(images, pairs, results):
    for number, (first, second) in enumerate(pairs.index):
        yield (
            str(images.dates[first]), str(images.dates[second]), pairs.days[number],
            pairs.season[number], pairs.elevation[number], pairs.azimuth[number],
            int(pairs.keep[number]), *results.get(number, (np.nan,) * 4 + ("",)),
        )  # fmt: skip

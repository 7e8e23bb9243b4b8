# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Two scenes of ice on one lattice of pixels, and when they were taken."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.dates import dates_in, parse_time, times_in
from ...data.grid import Grid, Window
from ...errors import GroundshiftError
from ...formats.masks import PolygonMask
from ...formats.scenes import Scene
from ...formats.vectors.features import read_polygons

USUAL = 100.0  # metres of a pixel: finer ones are averaged, which takes speckle off
BYTES = 55.0  # a pixel of both scenes, with all that is made of it
NOON = "T12:00:00"


@dataclass(frozen=True)
class ScenePair:
    """Both scenes.

    Parameters
    ----------
    grids : tuple of 2 Grid
        On the same lattice.
    images : tuple of 2 (ndarray of float32, ndarray of bool)
        See :func:`..keypoints.levelled`.
    days : float
        From the first to the second.
    times : tuple of 2 datetime64[s]
    names : tuple of 2 str
    """

    grids: tuple
    images: tuple
    days: float
    times: tuple
    names: tuple

    @property
    def shift(self) -> tuple:
        """Rows and columns of the second's first pixel in the first's."""
        (x0, dx, _, y0, _, dy), other = self.grids[0].transform, self.grids[1].transform
        return round((other[3] - y0) / dy), round((other[0] - x0) / dx)

    @property
    def pixel(self) -> float:
        """Its side, metres of the map."""
        return self.grids[0].transform[1]


def read_pair(chosen, job) -> ScenePair:
    """Read both scenes.

    Raises
    ------
    GroundshiftError
        If one cannot be read, they are the same, do not come close, or have no time.
    """
    from ..keypoints import levelled

    paths = chosen.first, chosen.second
    scenes = [Scene.of(path, chosen.band) for path in paths]
    times = _times(chosen, paths, job)
    days = float((times[1] - times[0]) / np.timedelta64(1, "s")) / 86400
    if days <= 0:
        chosen.refuse(
            ("first", "second"), f"{Path(paths[1]).name} ({times[1]}) is not later than "
            f"{Path(paths[0]).name} ({times[0]}); swap them, or give the times (FIRST_TIME, "
            "SECOND_TIME).",
        )  # fmt: skip
    crs = scenes[0].metric_crs()
    whole = [scene.extent(crs) for scene in scenes]
    pixel = chosen.pixel or max(USUAL, *(grid.transform[1] for grid in whole))
    reach = 1000.0 * chosen.max_speed * days
    grids = _lattices(whole, pixel, reach, paths)
    need = BYTES * sum(grid.rows * grid.cols for grid in grids)
    if need > job.budget:
        least = pixel * np.sqrt(need / job.budget)
        raise GroundshiftError(
            f"The scenes have {need / 1e6:.0f} MB at pixels of {pixel:g} m, more than the memory "
            f"budget; give pixels of {np.ceil(least / 10) * 10:g} m or more (PIXEL), or more "
            "memory (MEMORY)."
        )
    images = []
    for scene, grid, share in zip(scenes, grids, (0.3, 0.6)):
        values = _decibels(scene.on(grid), scene.path, job)
        _leave_out_land(chosen, values, grid, job)
        known = values[np.isfinite(values)]
        if not known.size:
            raise GroundshiftError(f"{scene.path}: holds no data here; choose another image.")
        if known.min() == known.max():
            raise GroundshiftError(
                f"{scene.path}: has the same value everywhere, so there is nothing to follow; "
                "choose another image or band."
            )
        images.append(levelled(values))
        job.tell(share)
        job.check()
    if images[0][0].shape == images[1][0].shape and np.array_equal(images[0][0], images[1][0]):
        raise GroundshiftError(
            f"{paths[1]}: shows exactly what {paths[0]} shows; give two images of different times."
        )
    names = tuple(Path(path).name for path in paths)
    return ScenePair(tuple(grids), tuple(images), days, times, names)


def _times(chosen, paths, job) -> tuple:
    times, coarse = [], False
    for path, name in zip(paths, ("first_time", "second_time")):
        given = getattr(chosen, name).strip()
        found, days = times_in(Path(path).stem), dates_in(Path(path).stem)
        if given:
            time = parse_time(given)
            coarse |= len(given) < 12
        elif found:
            time = found[0]
        elif days:
            time, coarse = np.datetime64(f"{days[0]}{NOON}"), True
        else:
            chosen.refuse(
                name, f"is missing, and the name of {Path(path).name} does not tell when it was "
                "taken; give it as YYYY-MM-DD HH:MM.",
            )  # fmt: skip
        times.append(time)
    if coarse:
        job.warn(
            "The hour is not known of both scenes, so speeds are those of whole days; give the "
            "times (FIRST_TIME, SECOND_TIME): of two passes of one day and the next half a day may "
            "be missing."
        )
    return tuple(times)


def _lattices(whole, pixel, reach, paths) -> list:
    """Grids of both scenes on the first's lattice, cut to where the other one may be reached."""
    boxes = []
    for grid in whole:
        x0, dx, _, y0, _, dy = grid.transform
        boxes.append([x0, y0 + grid.rows * dy, x0 + grid.cols * dx, y0])
    left, top = boxes[0][0], boxes[0][3]
    grids = []
    for own, other in ((0, 1), (1, 0)):
        low = np.maximum(boxes[own][:2], np.array(boxes[other][:2]) - reach)
        high = np.minimum(boxes[own][2:], np.array(boxes[other][2:]) + reach)
        begin = int(np.floor((low[0] - left) / pixel + 1e-6))
        end = int(np.ceil((high[0] - left) / pixel - 1e-6))
        first = int(np.floor((top - high[1]) / pixel + 1e-6))
        last = int(np.ceil((top - low[1]) / pixel - 1e-6))
        if end <= begin or last <= first:
            raise GroundshiftError(
                f"{paths[1]}: lies further from {paths[0]} than ice drifts meanwhile; give two "
                "scenes of one place, or a higher speed (MAX_SPEED)."
            )
        transform = (left + begin * pixel, pixel, 0.0, top - first * pixel, 0.0, -pixel)
        grids.append(Grid(last - first, end - begin, transform, whole[0].crs))
    return grids


def _decibels(values, path, job) -> np.ndarray:
    """Brightness in dB: that of an amplitude or power is taken logarithmically."""
    known = values[np.isfinite(values)]
    if not known.size or known.min() < 0:
        return values
    job.note(
        f"{Path(path).name}: has no negative value, so it is taken for amplitude or power, and 0 "
        "for no data; its logarithm is looked at."
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(values > 0, np.float32(10) * np.log10(values), np.float32(np.nan))


def _leave_out_land(chosen, values, grid, job) -> None:
    if chosen.land is None:
        return
    try:
        found = read_polygons(*chosen.land, to_crs=grid.crs)
    except GroundshiftError as error:
        chosen.refuse("land", str(error))
    for text in found.notes():
        job.note(text)
    inside = PolygonMask(list(found.wkb), grid, all_touched=True)
    values[inside.read(Window(0, 0, grid.rows, grid.cols))] = np.nan

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Passes at other incidence angles: their scenes, the rasters of angles with them, pairs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.dates import dates_in, times_in
from ...data.grid import Grid, block_windows
from ...data.product import Band
from ...errors import GroundshiftError, counted
from ...formats.raster_source import RasterSource, describe
from ...formats.regrid import crs_name, on_grid, same_crs
from ..angle_slope import Samples
from .backscatter_series import Backscatter, rasters_in

ANGLE_WORDS = {"inc", "incidence", "incidenceangle", "lia", "theta", "angle", "ell", "map", "ia"}
TELLING = ANGLE_WORDS - {"map", "ell"}
CELLS = 2500  # that samples are means of
MOST_SAMPLES = 300_000
LEAST_TURN = 1.0  # degrees by which a pair's angles have to differ somewhere
ABOVE_FLOOR = 3.0  # dB
DARK = -22.0  # dB
RADIANS = 1.6  # that no larger angle is below


def _words(path) -> list:
    """Words of a file's name, small."""
    return re.split(r"[^a-z0-9]+", Path(path).stem.lower())


@dataclass(frozen=True)
class Angles:
    """A raster of incidence angles, and the scenes it goes with.

    Parameters
    ----------
    path : path
    """

    path: Path

    def fits(self, scene, time) -> int:
        """How well it goes with a scene: 0 for not at all."""
        own = [word for word in _words(self.path) if word not in ANGLE_WORDS]
        days = dates_in(self.path.stem)
        if days:
            hours = times_in(self.path.stem)
            if hours:
                return 1000 * (abs(hours[0] - time) < np.timedelta64(60, "s"))
            return 500 * (np.datetime64(days[0], "D") == time.astype("datetime64[D]"))
        found = set(own) & set(_words(scene))
        return len(found) if own and found == set(own) else 0

    def open(self):
        """A reader of degrees, and its grid."""
        info = describe(self.path)
        source = RasterSource(Band(str(self.path), nodata=info.nodata))
        known = source.sample(200)
        known = known[np.isfinite(known)]
        if not known.size or known.min() < 0 or known.max() > 90:
            ends = f"goes from {known.min():g} to {known.max():g}" if known.size else "is empty"
            raise GroundshiftError(
                f"{self.path.name}: {ends}, which are no incidence angles; give degrees or radians "
                "(INCIDENCE)."
            )
        return _Degrees(source, known.max() <= RADIANS), info.grid


class _Degrees:
    def __init__(self, source, radians):
        self._source, self.radians = source, radians

    def read(self, window):
        values = self._source.read(window)
        return np.degrees(values) if self.radians else values


class Passes(Backscatter):
    """Scenes with their times and angles.

    Parameters
    ----------
    chosen : NormaliseBackscatter
    job : Job

    Attributes
    ----------
    times : ndarray of datetime64[s], shape (scene,)
        In order.
    crs : str
        Of all scenes.
    cells : Grid
        Coarse ones over all scenes, which samples are means of.

    Raises
    ------
    GroundshiftError
        If scenes or angles are missing, or do not go together.
    """

    def __init__(self, chosen, job):
        asked = chosen.scenes
        angles = rasters_in(chosen.incidence or asked.folder, "")
        angles = [p for p in angles if chosen.incidence or TELLING & set(_words(p))]
        files = [p for p in rasters_in(asked.folder, asked.pattern)
                 if p not in angles and not TELLING & set(_words(p))]  # fmt: skip
        timed, coarse = self._timed(files, job)
        if len(timed) < 2:
            raise GroundshiftError(
                f"{asked.folder}: holds {counted(len(timed), 'scene')} with one date in the name; "
                "give two passes or more, such as s1_20200105T052000_t044_vv.tif."
            )
        if coarse:
            job.warn(
                f"{counted(coarse, 'name')} without an hour, taken as noon: passes of neighbouring "
                "days count as 24 hours apart; put YYYYMMDDTHHMMSS into the names."
            )
        self.times = np.array(sorted(timed), "datetime64[s]")
        super().__init__([timed[time] for time in self.times], asked, job)
        self.crs = self.infos[0].grid.crs
        for path, info in zip(self.paths, self.infos):
            if not same_crs(info.grid.crs, self.crs):
                raise GroundshiftError(
                    f"{path.name}: is in {crs_name(info.grid.crs)}, and {self.paths[0].name} in "
                    f"{crs_name(self.crs)}; reproject the scenes to one map."
                )
        self._match(chosen, angles, job)
        self.cells = self._coarse()

    @staticmethod
    def _timed(files, job) -> tuple:
        timed, undated, coarse = {}, [], 0
        for path in files:
            hours, days = times_in(path.stem), dates_in(path.stem)
            if not days:
                undated.append(path.name)
                continue
            coarse += not hours
            time = hours[0] if hours else np.datetime64(days[0], "s") + np.timedelta64(12, "h")
            if time in timed:
                raise GroundshiftError(
                    f"{path.name}: has the time of {timed[time].name}; leave one of them out, put "
                    "the hours into the names, or choose one polarisation by the pattern (PATTERN)."
                )
            timed[time] = path
        if undated:
            job.note(f"{counted(len(undated), 'raster')} without a date: {undated[:3]}.")
        return timed, coarse

    def _match(self, chosen, paths, job) -> None:
        """Angles of each scene."""
        if not paths:
            chosen.refuse(
                "incidence", f"is missing, and no raster of angles (such as incidence_t044.tif) "
                f"lies in {chosen.scenes.folder}; give the folder of the angles.",
            )  # fmt: skip
        rasters, opened, self._angles = [Angles(path) for path in paths], {}, []
        for path, time in zip(self.paths, self.times):
            fits = [raster.fits(path, time) for raster in rasters]
            if not max(fits):
                chosen.refuse(
                    "incidence", f"has nothing that goes with {path.name}; name the rasters of "
                    "angles by its time (20200105T052000) or by words that are in its name, such "
                    "as incidence_t044.tif.",
                )  # fmt: skip
            best = [raster for raster, fit in zip(rasters, fits) if fit == max(fits)]
            if len(best) > 1:
                chosen.refuse(
                    "incidence", f"holds {best[0].path.name} and {best[1].path.name}, which both "
                    f"go with {path.name}; leave one of them out.",
                )  # fmt: skip
            if best[0] not in opened:
                opened[best[0]] = best[0].open()
            self._angles.append((best[0], *opened[best[0]]))
        if any(source.radians for source, _ in opened.values()):
            job.note("Incidence angles are in radians.")

    def _coarse(self) -> Grid:
        boxes = np.array([_bounds(info.grid) for info in self.infos])
        left, bottom = boxes[:, :2].min(axis=0)
        right, top = boxes[:, 2:].max(axis=0)
        x0, dx, _, _, _, dy = self.infos[0].grid.transform
        side = max(np.sqrt((right - left) * (top - bottom) / CELLS), abs(dx), abs(dy))
        rows, cols = (max(1, int(np.ceil(span / side - 1e-9)))
                      for span in (top - bottom, right - left))  # fmt: skip
        return Grid(rows, cols, (left, side, 0.0, top, 0.0, -side), self.crs)

    def angles_on(self, number: int, grid: Grid):
        """A reader of a scene's angles, degrees, on a grid."""
        raster, source, own = self._angles[number]
        return on_grid(source, own, grid, path=raster.path)

    def means(self, number: int, budget: int) -> tuple:
        """Means of a scene's backscatter (of its dB) and angles in the cells."""
        own = self.infos[number].grid
        both = (
            on_grid(_One(self, number), own, self.cells, path=self.paths[number]),
            self.angles_on(number, self.cells),
        )
        return np.stack([self.in_cells(source, own, budget) for source in both])

    def in_cells(self, source, grid: Grid, budget: int) -> np.ndarray:
        """What a reader gives in all cells, whose pixels are those of a grid."""
        ratio = np.array(self.cells.transform)[[1, 5]] / np.array(grid.transform)[[1, 5]]
        memory = 16.0 * max(1.0, abs(float(np.prod(ratio))))
        found = np.full(self.cells.shape, np.nan, np.float32)
        for window in block_windows(self.cells, memory, budget, tile_rows=1):
            found[window.slices] = source.read(window)
        return found


class _One:
    def __init__(self, passes, number):
        self._passes, self._number = passes, number

    def read(self, window):
        return self._passes.read_one(self._number, window)


def _bounds(grid) -> tuple:
    """Left, bottom, right, top."""
    x, y = grid.xy(np.array([-0.5, grid.rows - 0.5]), np.array([-0.5, grid.cols - 0.5]))
    return min(x), min(y), max(x), max(y)


def pairs_of(times, hours: float) -> np.ndarray:
    """Pairs of times that are at most so many hours apart, shape (pair, 2)."""
    apart = np.timedelta64(round(3600 * hours), "s")
    return np.array([(i, j) for i in range(len(times)) for j in range(i + 1, len(times))
                     if times[j] - times[i] <= apart], int).reshape(-1, 2)  # fmt: skip


def gather(passes, chosen, layers, job) -> Samples:
    """Differences of all pairs in the cells.

    Parameters
    ----------
    passes : Passes
    chosen : NormaliseBackscatter
    layers : dict of str to ndarray
        Heights and classes in the cells, where there are any.
    job : Job

    Raises
    ------
    GroundshiftError
        If there are no pairs, or their angles are alike.
    """
    pairs = pairs_of(passes.times, chosen.hours)
    if not len(pairs):
        chosen.refuse(
            "hours", f"leaves no pair: no two passes are within {chosen.hours:g} hours; give "
            "ascending and descending passes of one day, or more hours.",
        )  # fmt: skip
    values, dark = [], 0
    for number in range(len(passes.paths)):
        level, angle = passes.means(number, job.budget // 4)
        if chosen.noise_floor is not None:
            with np.errstate(invalid="ignore"):
                level[level < chosen.noise_floor + ABOVE_FLOOR] = np.nan
        elif np.isfinite(level).any() and np.nanmedian(level) < DARK:
            dark += 1
        values.append((level, angle))
        job.tell((number + 1) / len(passes.paths))
        job.check()
    if dark:
        job.warn(
            f"{counted(dark, 'scene')} mostly darker than {DARK:g} dB, where many sensors show "
            "their own noise, which knows no slope; give the noise floor (NOISE_FLOOR)."
        )
    rows, cols = np.indices(passes.cells.shape)
    x, y = passes.cells.xy(rows, cols)
    known = np.ones(x.shape, bool)
    for layer in layers.values():
        known &= np.isfinite(layer)
    parts, used, most = [], [], None
    for i, j in pairs:
        change, turn = (values[i][k] - values[j][k] for k in (0, 1))
        angle = 0.5 * (values[i][1] + values[j][1])
        good = known & np.isfinite(change) & np.isfinite(turn)
        if not good.any():
            continue
        widest = float(np.abs(turn[good]).max())
        most = max(most or 0.0, widest)
        if widest >= LEAST_TURN:
            used.append((i, j))
            parts.append((good, change, turn, angle))
    if not parts:
        raise GroundshiftError(
            f"The angles of {counted(len(pairs), 'pair')} differ by {most:.1f} degrees at most, "
            f"below {LEAST_TURN:g}: they tell no slope; give passes of other tracks."
            if most is not None else
            "No two passes within the hours have a place with data in common; give scenes of one "
            "area, with angles (INCIDENCE) and heights (DEM) that cover it."
        )  # fmt: skip
    step = -(-sum(int(good.sum()) for good, *_ in parts) // MOST_SAMPLES)
    days = (passes.times - passes.times[0]) / np.timedelta64(86400, "s")
    names = ("pair", "change", "turn", "angle", "date", "x", "y", *layers)
    columns = []
    for number, ((i, j), (good, *own)) in enumerate(zip(used, parts)):
        places = np.flatnonzero(good)[::step]
        whole = [np.full(good.shape, number), *own, np.full(good.shape, 0.5 * (days[i] + days[j])),
                 x, y, *layers.values()]  # fmt: skip
        columns.append(np.stack([layer.ravel()[places] for layer in whole]).astype(float))
    terms = dict(zip(names, np.concatenate(columns, axis=1)))
    pair, change, turn, angle = (terms.pop(name) for name in names[:4])
    group = terms.pop("group", None)
    group = None if group is None else group.astype(int)
    return Samples(pair.astype(int), np.array(used), change, turn, angle, terms, group)

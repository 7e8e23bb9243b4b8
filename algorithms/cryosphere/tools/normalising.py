# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The slope of backscatter with the incidence angle: fitted, judged, written, taken off."""

from __future__ import annotations

import contextlib

import numpy as np

from ...data.product import Band
from ...errors import GroundshiftError, counted
from ...formats.elevation import Elevation
from ...formats.raster_source import RasterSource, describe
from ...formats.rasters import BandInfo, RasterWriter
from ...formats.regrid import on_grid
from ...outputs import Layer
from ..angle_slope import Samples, fit_slope, held_out
from .passes import gather

FEW_SCENES = 6
CHANGED = 3.0  # dB by which a whole pair differs after all
HEAD = (
    "first", "second", "hours", "turn_deg", "samples", "rms_raw_db", "rms_db", "mean_db",
)  # fmt: skip
BYTES = 60.0  # a pixel of a scene that is normalised


class Ground(contextlib.ExitStack):
    """Heights and classes, where they are given.

    Parameters
    ----------
    chosen : NormaliseBackscatter
    passes : Passes
    """

    def __init__(self, chosen, passes):
        super().__init__()
        self._layers = {}
        if (chosen.dem or chosen.classes) and not passes.crs:
            raise GroundshiftError(
                f"{passes.paths[0].name}: has no coordinate reference system, so that neither "
                "heights nor classes can be laid over it; assign the right one."
            )
        if chosen.dem is not None:
            dem = self.enter_context(Elevation(chosen.dem))
            self._layers["height"] = dem, dem.grid, "bilinear", chosen.dem
        if chosen.classes is not None:
            info = describe(chosen.classes)
            band = Band(str(chosen.classes), nodata=info.nodata)
            source = self.enter_context(RasterSource(band))
            self._layers["group"] = source, info.grid, "mode", chosen.classes

    def on(self, grid) -> dict:
        """Readers of a grid's windows, by name."""
        return {
            name: on_grid(source, own, grid, way, path=path)
            for name, (source, own, way, path) in self._layers.items()
        }

    def in_cells(self, passes, budget) -> dict:
        """Values in the cells, by name."""
        return {
            name: passes.in_cells(source, self._layers[name][1], budget)
            for name, source in self.on(passes.cells).items()
        }


def fitted(passes, ground, chosen, job) -> tuple:
    """Samples and the slope through them."""
    layers = ground.in_cells(passes, job.budget // 4)
    samples = gather(passes, chosen, layers, job)
    slope = fit_slope(samples)
    terms = ", ".join(slope.names) or "nothing else"
    job.note(
        f"{counted(len(samples.scenes), 'pair')} with {len(samples)} samples; by BIC the slope "
        f"depends on {terms}" + (f", and on classes {slope.groups}." if slope.groups else ".")
    )
    return samples, slope


def _rms(values) -> float:
    return float(np.sqrt(np.mean(np.square(values))))


def compare(samples: Samples, slope, reference) -> tuple:
    """What the slope leaves of pairs that it does not know, beside the rules of cosines.

    Returns
    -------
    rest : ndarray, shape (sample,)
        dB.
    numbers : dict
        Of the tool.
    """
    rest, cosine = held_out(samples, slope), samples.by_cosine()
    mean, std = slope.mean(samples)
    return rest, {
        "PAIRS_USED": len(samples.scenes), "MEAN_SLOPE": mean, "MEAN_SLOPE_STD": std,
        "ANGLE": float(np.mean(samples.angle)) if reference is None else reference,
        "LEFT": _rms(rest), "LEFT_RAW": _rms(samples.change),
        "LEFT_COS": _rms(samples.change - cosine), "LEFT_COS2": _rms(samples.change - 2 * cosine),
    }  # fmt: skip


def judge(passes, samples, slope, rest, numbers, job) -> None:
    """Tell what is doubtful."""
    scenes = len(np.unique(samples.scenes))
    if scenes < FEW_SCENES:
        job.warn(
            f"Only {counted(scenes, 'scene')} make pairs: weather or calibration of a single one "
            "passes for a slope, and the standard deviations hardly know it; give more passes."
        )
    simple = min(numbers["LEFT_RAW"], numbers["LEFT_COS"], numbers["LEFT_COS2"])
    if simple < numbers["LEFT"]:
        job.warn(
            f"The slope leaves {numbers['LEFT']:.2f} dB in pairs that it does not know, more than "
            f"a simple rule ({simple:.2f} dB): the pairs are too few or too different for it."
        )
    means = np.bincount(samples.pair, rest) / np.bincount(samples.pair)
    odd = np.flatnonzero(np.abs(means) > CHANGED)
    if odd.size:
        i, j = samples.scenes[odd[0]]
        job.warn(
            f"{counted(len(odd), 'pair')} differing by more than {CHANGED:g} dB after all, such as "
            f"{passes.paths[i].name} and {passes.paths[j].name}: melt, rain or moving ice; leave "
            "such scenes out, or give fewer hours (HOURS)."
        )
    paired = passes.times[np.unique(samples.scenes)]
    beyond = (passes.times < paired.min()) | (passes.times > paired.max())
    if "date" in slope.names and beyond.any():
        job.warn(
            f"{counted(int(beyond.sum()), 'scene')} before the first or after the last pair, where "
            "the slope is extrapolated by date."
        )


def pair_rows(passes, samples, rest) -> list:
    """A row of :data:`HEAD` for each pair."""
    rows = []
    for number, (i, j) in enumerate(samples.scenes):
        mine = samples.pair == number
        hours = (passes.times[j] - passes.times[i]) / np.timedelta64(3600, "s")
        rows.append((
            passes.paths[i].name, passes.paths[j].name, round(float(hours), 2),
            round(float(np.mean(samples.turn[mine])), 2), int(mine.sum()),
            round(_rms(samples.change[mine]), 3), round(_rms(rest[mine]), 3),
            round(float(np.mean(rest[mine])), 3),
        ))  # fmt: skip
    return rows


class _Terms:
    """Values of the slope's terms in a window of a grid, and the class there."""

    def __init__(self, ground, slope, grid, day):
        self._grid, self._day = grid, day
        needed = {*slope.names, *(("group",) if slope.groups else ())}
        layers = ground.on(grid).items()
        self._layers = {name: source for name, source in layers if name in needed}

    def read(self, window) -> tuple:
        rows = window.row + np.arange(window.height, dtype=float)[:, None]
        cols = window.col + np.arange(window.width, dtype=float)
        x, y = self._grid.xy(rows, cols)
        terms = {"x": x, "y": y, "date": self._day}
        terms |= {name: source.read(window) for name, source in self._layers.items()}
        return terms, terms.pop("group", None)


def _whole(values, shape):
    """Numbers that broadcast, as float32 in full."""
    return np.broadcast_to(values, shape).astype(np.float32)


def write_slope(outputs, passes, ground, samples, slope, job) -> None:
    """The slope and its standard deviation on the largest scene, at the pairs' mean date."""
    if not outputs.wanted("SLOPE"):
        return
    grid = max((info.grid for info in passes.infos), key=lambda grid: grid.rows * grid.cols)
    terms = _Terms(ground, slope, grid, float(np.mean(samples.terms["date"])))

    def function(block):
        found, shape = block
        both = slope.at(*found), slope.std_at(*found)
        return np.stack([_whole(part, shape) for part in both])

    def read(window):
        return terms.read(window), (window.height, window.width)

    layer = Layer((("slope_db_degree", "dB/degree"), ("slope_std_db_degree", "dB/degree")))
    with outputs.rasters({"SLOPE": layer}, grid) as rasters:
        job.blocks(
            function, read, lambda window, block: rasters.write(window, {"SLOPE": block}), grid,
            BYTES,
        )  # fmt: skip


def normalise(outputs, passes, ground, slope, reference: float, job) -> None:
    """Scenes at one angle, into the folder."""
    folder, count = outputs.targets["NORMALISED"], len(passes.paths)
    taken = {path.resolve() for path in passes.paths}
    first = passes.times[0]
    for number, (path, info) in enumerate(zip(passes.paths, passes.infos)):
        target = folder / f"{path.stem}.tif"
        if target.resolve() in taken:
            raise GroundshiftError(
                f"{target}: is one of the scenes; give another folder (NORMALISED)."
            )
        day = (passes.times[number] - first) / np.timedelta64(86400, "s")
        terms = _Terms(ground, slope, info.grid, float(day))
        angles = passes.angles_on(number, info.grid)
        note = {"REFERENCE_INCIDENCE": f"{reference:g}", "SLOPE": f"{slope.coefficients[0]:.5f}"}
        unit = "" if passes.linear else "dB"

        def read(window, number=number, angles=angles, terms=terms):
            return passes.read_one(number, window), angles.read(window), terms.read(window)

        def function(block):
            level, angle, found = block
            level = level - slope.at(*found) * (angle - reference)
            if passes.linear:
                level = 10 ** (level / 10)
            return level.astype(np.float32)

        bands = [BandInfo("backscatter", unit)]
        with RasterWriter(outputs.files.add(target), info.grid, bands, metadata=note) as writer:
            share = job.part(number / count, (number + 1) / count)
            share.blocks(function, read, writer.write, info.grid, BYTES)

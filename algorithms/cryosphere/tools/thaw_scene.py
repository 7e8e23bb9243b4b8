# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Thawing ground over a scene, block by block, and its polygons."""

from __future__ import annotations

import contextlib

import numpy as np

from ...data.metric import pixel_size_m
from ...errors import counted
from ...formats.elevation import Elevation
from ...formats.ground_slope import GroundSlope
from ...formats.hdf5.stacks import TimeSeriesReader
from ...formats.points.point_hdf5 import scene_look
from ...formats.scratch import Scratch
from ...formats.vectors.features import write_polygons
from ...formats.vectors.patches import patches_of
from ...formats.zonal import Zones
from ...outputs import Layer
from ...timeseries.model_choice import NO_CLASS
from ...timeseries.motion import MotionOptions
from ...timeseries.steps import StepSearch
from ..chance import largest_by_chance
from ..thaw import ABRUPT, CLASSES, STABLE, make_thaw_fit, thaw_model
from .thaw_found import LAYER, MOTION, WHEN, Tally, date_texts, layer_of, motion_of

THICKNESSES = "thick", "thin_end", "thick_end"
KEPT = "rate", "rate_std", "amplitude", "step", "step_std", "step_low", "step_date", "step_high"


def run(chosen, outputs, job) -> dict:
    """See :mod:`.thawslumps`."""
    outputs.leave_out("RESULT")
    series, used = chosen.series.scene()
    dates, tally = series.dates[used], Tally()
    model = thaw_model(dates, chosen.semiannual, str(series.path))
    options = MotionOptions(chosen.noise, steps=StepSearch(1, least_dates=chosen.step_dates))
    patched = outputs.wanted("SLUMPS")
    if patched and not series.grid.crs:
        chosen.series.refuse(
            "timeseries", f"{series.path} is in radar coordinates, where polygons have no place; "
            "give a geocoded one, or leave the polygons out.",
        )  # fmt: skip
    up = _upward(chosen, series, outputs, job)
    with contextlib.ExitStack() as stack:
        reader = stack.enter_context(TimeSeriesReader(series))
        slopes = None if chosen.dem is None else _slopes(chosen, series.grid, stack)
        model, pairs, noise = chosen.series.noise_of(reader, model, options, used, job)
        fit = make_thaw_fit(dates, model, noise, pairs, chosen.step_dates, chosen.level)
        kept = None
        if patched:
            room = Scratch(outputs.targets["SLUMPS"].parent, job.budget // 4)
            kept = _Kept(stack.enter_context(room), series.grid)
        layers = {"MOTION": Layer(MOTION), "ACTIVE_LAYER": Layer(LAYER)}
        layers = {name: layer for name, layer in layers.items() if outputs.wanted(name)}

        read, function = chosen.series.by_pixel(fit, reader, used, pairs)

        def write(window, found):
            shape = window.height, window.width
            tally.add(found)
            values = {"std": found.rate_std.reshape(shape)}
            values["heave"] = found.amplitude.reshape(shape)
            if "MOTION" in layers:
                motion = np.array(motion_of(found, dates[0]), np.float32)
                values["MOTION"] = motion.reshape(-1, *shape)
            thick = layer_of(found, up, chosen.soil())
            thick = thick.reshape(3, *shape).astype(np.float32)
            values |= dict(zip(THICKNESSES, thick))
            if "ACTIVE_LAYER" in layers:
                values["ACTIVE_LAYER"] = thick
            rasters.write(window, values)
            classes.write(window, {"CLASSES": found.classes.reshape(shape)})
            if kept is not None:
                slope = None if slopes is None else slopes(window)
                kept.keep(window, found, _moving(chosen, found, slope), slope)

        note = {"NOISE": noise.describe(), "FIRST_DATE": str(dates[0]), "LAST_DATE": str(dates[-1])}
        named = note | {f"CLASS_{code}": name for code, name in CLASSES.items()}
        chart = {"CLASSES": Layer((("thaw_class", ""),), dtype="uint8", nodata=NO_CLASS)}
        summed = ("std", "heave", *THICKNESSES)
        with (
            outputs.rasters(layers, series, note=note, summarised=summed) as rasters,
            outputs.rasters(chart, series, note=named) as classes,
        ):
            memory = 28.0 * len(series.dates) + 500.0
            job.part(0.05, 0.9).blocks(function, read, write, series.grid, memory)
        tally.judge(series.path, dates, job)
        outputs.when = dates[0], dates[-1]
        numbers = tally.numbers() | _medians(outputs.summaries)
        if kept is not None:
            numbers |= kept.write(outputs.path("SLUMPS"), chosen, dates[0], job.part(0.9, 1.0))
    return numbers


def _medians(found) -> dict:
    keys = {
        "MEDIAN_STD": "std", "AMPLITUDE": "heave",
        **dict(zip(("THICKNESS", "THICKNESS_LOW", "THICKNESS_HIGH"), THICKNESSES)),
    }  # fmt: skip
    return {key: found[name].median for key, name in keys.items() if found[name].count}


def _upward(chosen, series, outputs, job) -> float:
    """What takes motion along the line of sight to the vertical; NaN where nothing tells."""
    look = scene_look(series.attributes)
    if chosen.incidence is not None:
        return 1 / np.cos(np.radians(chosen.incidence))
    if series.attributes.get("COMPONENT") == "up":
        return 1.0
    if look:
        job.note(f"Incidence: {look[0]:.2f} degrees, of the scene's middle.")
        return 1 / np.cos(np.radians(look[0]))
    if outputs.wanted("ACTIVE_LAYER"):
        if not outputs.wanted("CLASSES", "MOTION", "SLUMPS"):
            chosen.refuse(
                "incidence", f"nothing in {series.path} tells the line of sight; give the angle, "
                "or 0 where the motion is vertical.",
            )  # fmt: skip
        job.warn(
            f"Nothing in {series.path} tells the line of sight, so the active layer's thickness is "
            "left out; give the angle (INCIDENCE), or 0 where the motion is vertical."
        )
        outputs.leave_out("ACTIVE_LAYER")
    return np.nan


def _slopes(chosen, grid, stack):
    """Slope in degrees, by window of the series."""
    dem = stack.enter_context(Elevation(chosen.dem))
    if not grid.crs:
        chosen.refuse("dem", "cannot be laid over radar coordinates; leave it out.")
    gradients = GroundSlope(dem).on(grid)
    return lambda window: np.degrees(np.arctan(np.hypot(*gradients.read(window))))


def _moving(chosen, found, slope):
    """Class of the pixels that make polygons; 0 for the others."""
    with np.errstate(invalid="ignore"):
        steady = np.abs(found.rate) >= chosen.min_rate
        steady &= found.amplitude >= chosen.min_amplitude
        sudden = np.abs(found.step) >= chosen.min_step
        take = np.where(found.classes == ABRUPT, sudden, steady)
        take &= (found.classes != STABLE) & (found.classes != NO_CLASS)
        if slope is not None:
            steep = slope.ravel()
            take &= (steep >= chosen.min_slope) & (steep <= chosen.max_slope)
    return np.where(take, found.classes, 0)


class _Kept:
    """What polygons are made of, for the whole scene."""

    def __init__(self, room, grid):
        self._grid = grid
        self._classes = room.array(grid.shape, np.int16)
        self._values = {name: room.array(grid.shape, np.float32) for name in (*KEPT, "slope")}

    def keep(self, window, found, classes, slope):
        """Put a block in place."""
        shape = window.height, window.width
        self._classes[window.slices] = classes.reshape(shape)
        for name in KEPT:
            self._values[name][window.slices] = getattr(found, name).reshape(shape)
        self._values["slope"][window.slices] = np.nan if slope is None else slope

    def write(self, path, chosen, first, job) -> dict:
        """The polygons; how many there are."""
        pixel = float(np.prod(pixel_size_m(self._grid)))
        least = max(1, int(np.ceil(chosen.min_area / pixel)))
        chance = largest_by_chance(self._classes, CLASSES)
        if chance >= least:
            job.note(
                f"Lonely pixels make patches of up to {counted(chance, 'pixel')} by chance, so "
                "that no smaller polygons are told."
            )
            least = chance + 1
        wkb, codes = patches_of(self._classes, self._grid, least)
        values = [{name: [] for name in self._values} for _ in wkb]
        for number, window, mask in Zones(self._grid, wkb).each(job.tell, job.cancelled):
            for name, parts in values[number].items():
                parts.append(self._values[name][window.slices][mask])
        medians, pixels = np.full((len(self._values), len(wkb)), np.nan), np.zeros(len(wkb), int)
        for number, one in enumerate(values):
            for k, parts in enumerate(one.values()):
                known = np.concatenate(parts) if parts else np.zeros(0)
                pixels[number], known = len(known), known[np.isfinite(known)]
                medians[k, number] = np.median(known) if len(known) else np.nan
        of = dict(zip(self._values, medians))
        for name in KEPT[3:]:  # of ground that thaws steadily some pixels may have a step
            of[name] = np.where(codes == ABRUPT, of[name], np.nan)
        columns = {
            "class": np.array([CLASSES[code] for code in codes], object),
            "area_m2": np.round(pixels * pixel, 1), "pixels": pixels,
            "velocity_mm_yr": np.round(of["rate"], 3),
            "velocity_std_mm_yr": np.round(of["rate_std"], 3),
            "amplitude_mm": np.round(of["amplitude"], 3), "step_mm": np.round(of["step"], 3),
            "step_std_mm": np.round(of["step_std"], 3),
            **{name: date_texts(first, of[name]) for name in WHEN},
            "slope_deg": np.round(of["slope"], 2),
        }  # fmt: skip
        write_polygons(path, self._grid.crs, wkb, columns, "slumps")
        job.note(f"{counted(len(wkb), 'polygon')} of {least * pixel:.0f} m² and more.")
        return {"COUNT": len(wkb), "SLUMPED": int((codes == ABRUPT).sum())}

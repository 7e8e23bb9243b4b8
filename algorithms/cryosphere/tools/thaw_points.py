# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Thawing ground by points with series."""

from __future__ import annotations

import numpy as np

from ...formats.points.point_series import ResultLayer
from ...timeseries.motion import MotionOptions, scene_noise
from ...timeseries.steps import StepSearch
from ..thaw import CLASSES, make_thaw_fit, thaw_model
from .tally import leave_maps_out
from .thaw_found import LAYER, MOTION, WHEN, Tally, date_texts, layer_of, motion_of

RASTERS = "CLASSES", "MOTION", "ACTIVE_LAYER", "SLUMPS"


def run(chosen, outputs, job) -> dict:
    """See :mod:`.thawslumps`."""
    leave_maps_out(chosen, outputs, RASTERS, ("RESULT",))
    source = chosen.series.source(job)
    model = thaw_model(source.dates, chosen.semiannual, source.name)
    options = MotionOptions(chosen.noise, steps=StepSearch(1, least_dates=chosen.step_dates))
    noise = scene_noise(source.sample(job.budget // 8), model, source.dates, options)
    job.note(noise.describe())
    fit = make_thaw_fit(
        source.dates, model, noise, least_dates=chosen.step_dates, level=chosen.level
    )
    tally, spread, thick = Tally(), [], []
    fields = {"thaw_class": str, **{name: float for name, _ in MOTION}}
    fields |= dict.fromkeys(WHEN, str) | {name: float for name, _ in LAYER}
    told = False
    with ResultLayer(outputs.path("RESULT"), source, fields, chosen.series.with_series) as layer:
        for rows in source.parts(job.budget // 8):
            found = fit(rows.series)
            tally.add(found)
            factor = source.upward(rows, chosen.incidence)
            told |= factor is not None
            layers = np.full((3, len(rows)), np.nan)
            if factor is not None:
                layers = layer_of(found, factor, chosen.soil())
            columns = dict(zip([name for name, _ in MOTION], motion_of(found, source.dates[0])))
            columns |= dict(zip([name for name, _ in LAYER], layers))
            columns = {name: np.round(values, 4) for name, values in columns.items()}
            columns["thaw_class"] = np.array([CLASSES.get(c, "") for c in found.classes], object)
            for name in WHEN:
                columns[name] = date_texts(source.dates[0], getattr(found, name))
            layer.write(rows, columns)
            spread.append(np.stack([found.rate, found.rate_std, found.amplitude]))
            thick.append(layers)
            job.tell(rows.done)
            job.check()
    tally.judge(source.name, source.dates, job)
    if not told:
        job.warn(
            "Nothing tells the vertical motion of these points, so the active layer's thickness is "
            "left out; give points along a line of sight and its angle (INCIDENCE), or 0 where the "
            "motion is vertical."
        )
    rate, std, amplitude = np.concatenate(spread, axis=1)
    outputs.when = source.dates[0], source.dates[-1]
    outputs.look("RESULT", limits=float(np.nanpercentile(np.abs(rate), 98)))
    numbers = tally.numbers() | {
        "MEDIAN_STD": float(np.nanmedian(std)), "AMPLITUDE": float(np.nanmedian(amplitude)),
    }  # fmt: skip
    thick = np.concatenate(thick, axis=1)
    if np.isfinite(thick).any():
        keys = "THICKNESS", "THICKNESS_LOW", "THICKNESS_HIGH"
        numbers |= {key: float(np.nanmedian(values)) for key, values in zip(keys, thick)}
    return numbers

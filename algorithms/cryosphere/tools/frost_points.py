# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Frost and thaw by points with series."""

from __future__ import annotations

import numpy as np

from ...formats.points.point_series import ResultLayer
from ...timeseries.motion import MotionOptions, scene_noise
from ..frost import MODELS
from ..thaw import thaw_model
from .frost_found import BANDS, MEDIANS, VALUES, Air, Tally, report
from .tally import leave_maps_out

RASTERS = "FROST", "MODELS"


def run(chosen, outputs, job) -> dict:
    """See :mod:`.frostseason`."""
    leave_maps_out(chosen, outputs, RASTERS, ("RESULT", "REPORT"))
    air = Air(chosen, job)
    source = chosen.series.source(job)
    thaw_model(source.dates, where=source.name)
    used = air.used(source.dates)
    dates = source.dates[used]
    model = thaw_model(dates, True, source.name)
    sample = source.sample(job.budget // 8)[used].astype(float)
    noise = scene_noise(sample, model, dates, MotionOptions(chosen.noise))
    job.note(noise.describe())
    fit = air.fit(dates, sample, model, noise)
    tally, all_ = Tally(), []
    fields = {"season_model": str, **{name: float for name, _ in BANDS}}
    path = outputs.path("RESULT") if outputs.wanted("RESULT") else None
    with _layer(path, source, fields, chosen) as layer:
        for rows in source.parts(job.budget // 8):
            found = fit(rows.series[used])
            tally.add(found)
            values = [getattr(found, name) for name in VALUES]
            all_.append(np.stack(values).astype(np.float32))
            if layer is not None:
                names = [name for name, _ in BANDS]
                columns = {n: np.round(v, 5) for n, v in zip(names, values)}
                labels = [MODELS.get(code, "") for code in found.model]
                columns["season_model"] = np.array(labels, object)
                layer.write(rows, columns)
            job.tell(rows.done)
            job.check()
    all_ = np.concatenate(all_, axis=1)
    medians = {
        name: float(np.nanmedian(values))
        for name, values in zip(VALUES, all_)
        if np.isfinite(values).any()
    }
    tally.judge(source.name, dates, medians, job, chosen.max_lag)
    report(outputs, air, fit, sample, tally, chosen, noise)
    outputs.when = dates[0], dates[-1]
    if layer is not None:
        outputs.look("RESULT", limits=float(np.nanpercentile(np.abs(all_[0]), 98)))
    numbers = tally.numbers() | air.means() | {"RATIO_USED": air.ratio}
    return numbers | {key: medians[name] for key, name in MEDIANS.items() if name in medians}


def _layer(path, source, fields, chosen):
    """The layer of results, where it is wanted."""
    import contextlib

    if path is None:
        return contextlib.nullcontext()
    return ResultLayer(path, source, fields, chosen.series.with_series)

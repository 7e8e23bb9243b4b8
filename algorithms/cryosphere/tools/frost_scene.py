# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Frost and thaw over a scene, block by block."""

from __future__ import annotations

import numpy as np

from ...formats.hdf5.stacks import TimeSeriesReader
from ...outputs import Layer
from ...timeseries.motion import MotionOptions
from ..frost import MODELS, NO_MODEL
from ..thaw import thaw_model
from .frost_found import BANDS, MEDIANS, VALUES, Air, Tally, report


def run(chosen, outputs, job) -> dict:
    """See :mod:`.frostseason`."""
    outputs.leave_out("RESULT")
    air = Air(chosen, job)
    series, used = chosen.series.scene()
    where = str(series.path)
    thaw_model(series.dates[used], where=where)  # before the air takes dates from it
    used[np.flatnonzero(used)] = air.used(series.dates[used])
    dates, tally = series.dates[used], Tally()
    model = thaw_model(dates, True, where)
    with TimeSeriesReader(series) as reader:
        options = MotionOptions(chosen.noise)
        model, pairs, noise = chosen.series.noise_of(reader, model, options, used, job)
        sample = chosen.series.sample_of(reader, used).astype(float)
        fit = air.fit(dates, sample, model, noise, pairs)

        read, function = chosen.series.by_pixel(fit, reader, used, pairs)

        def write(window, found):
            shape = window.height, window.width
            tally.add(found)
            bands = {name: getattr(found, name).reshape(shape) for name in VALUES}
            if layers:
                rasters.write(window, {"FROST": np.stack(list(bands.values())).astype(np.float32)})
            others.write(window, bands)
            classes.write(window, {"MODELS": found.model.reshape(shape)})

        note = {
            "NOISE": noise.describe(), "RATIO": f"{air.ratio:g}", "FIRST_DATE": str(dates[0]),
            "LAST_DATE": str(dates[-1]),
        }  # fmt: skip
        named = note | {f"CLASS_{code}": name for code, name in MODELS.items()}
        chart = {"MODELS": Layer((("season_model", ""),), dtype="uint8", nodata=NO_MODEL)}
        layers = {"FROST": Layer(BANDS)} if outputs.wanted("FROST") else {}
        with (
            outputs.rasters(layers, series, note=note) as rasters,
            outputs.rasters({}, series, summarised=VALUES) as others,
            outputs.rasters(chart, series, note=named) as classes,
        ):
            memory = 32.0 * len(series.dates) + 500.0
            job.part(0.05, 0.95).blocks(function, read, write, series.grid, memory)
    summed = outputs.summaries
    medians = {name: summed[name].median for name in VALUES if summed[name].count}
    tally.judge(series.path, dates, medians, job, chosen.max_lag)
    report(outputs, air, fit, sample, tally, chosen, noise)
    outputs.when = dates[0], dates[-1]
    numbers = tally.numbers() | air.means() | {"RATIO_USED": air.ratio}
    return numbers | {key: medians[name] for key, name in MEDIANS.items() if name in medians}

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A small fault with known slip, and samples of two tracks."""

from dataclasses import replace

import numpy as np
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.data.samples import Samples, Track
from groundshift.algorithms.source.elastic import green_los

LOOKS = np.array([[-0.5770, -0.1065, 0.8097], [0.6072, -0.1095, 0.7869]])


def plane(columns=8, rows=5, size=2000.0, strike=40.0, dip=60.0, east=0.0, north=0.0, top=0.0):
    """Square patches below a line through a point, row by row."""
    strike, dip = np.radians([strike, dip])
    along = (np.arange(columns) - (columns - 1) / 2) * size
    down = (np.arange(rows) + 0.5) * size
    down, along = np.meshgrid(down, along, indexing="ij")
    away = down * np.cos(dip)
    rectangles = np.stack([
        east + along * np.sin(strike) + away * np.cos(strike),
        north + along * np.cos(strike) - away * np.sin(strike),
        top + down * np.sin(dip), np.full(along.shape, strike), np.full(along.shape, dip),
        np.full(along.shape, size), np.full(along.shape, size),
    ], axis=-1).reshape(-1, 7)  # fmt: skip
    row, column = np.divmod(np.arange(rows * columns), columns)
    return PatchSet.of_rectangles(rectangles, None, row, column)


def bump(patches, rake=20.0, most=1.5):
    """Slip that falls off from the middle of the fault."""
    apart = np.linalg.norm(patches.centre - patches.centre.mean(axis=0), axis=1)
    return SlipModel.of_rake(patches, most * np.exp(-((apart / 4000) ** 2)), np.radians(rake))


def samples_of(model, count=240, noise=(0.003, 0.003), sill=0.0, offset=(0.05, -0.02), seed=0):
    """Samples of two tracks with white or correlated errors; `noise` is that of the data."""
    generator = np.random.default_rng(seed)
    places = generator.uniform(-18e3, 18e3, (count, 2))
    track = np.arange(count) % 2
    look = LOOKS[track]
    points = np.column_stack([places, np.zeros(count)])
    unit = green_los(model.patches, model.components[:, None], points, look)[..., 0]
    values = unit.sum(axis=1) + np.asarray(offset)[track]
    std = np.asarray(noise)[track]
    reach = 5000.0 if sill else np.nan
    tracks = tuple(
        Track(name, "los", noise[k] ** 2, sill or np.nan, reach) for k, name in enumerate("AD")
    )
    samples = Samples(
        places, values, look, track, tracks, std, np.ones(count), np.zeros((count, 2))
    )
    for k in range(2):
        mine = samples.of_track(k)
        values[mine] += samples.factor(k) @ generator.standard_normal(mine.sum())
    return replace(samples, displacement=values)

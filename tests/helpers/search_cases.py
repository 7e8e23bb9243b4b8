# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Faults and data whose truth is known, for tests and benchmarks of the search for faults."""

from dataclasses import replace

import numpy as np
from groundshift.algorithms.data.patches import PatchSet, SlipModel
from groundshift.algorithms.data.samples import Samples, Track
from groundshift.algorithms.source.elastic import displacement
from groundshift.algorithms.source.search_space import SearchSpace

JIASHI = np.array([
    0.0, 0.0, 6360.0, np.radians(266.4), np.radians(10.2), 23500.0, 4700.0, -0.18, 0.59, 0.0,
])  # fmt: skip
"""The Jiashi 2020 fault of the published table, its depth read as that of the upper edge."""

EVENTS = {
    "jiashi": (JIASHI, 30e3),
    "menyuan": ([0, 0, 0, 108, 79, 26e3, 9e3, 1.82, 0.13, 0], 40e3),
    "yangbi": ([0, 0, 2.5e3, 139, 81, 14e3, 8e3, -0.42, -0.07, 0], 30e3),
    "tottori": ([0, 0, 1e3, 150, 86, 24e3, 12e3, 1.4, 0.1, 0], 35e3),
    "vertical": ([0, 0, 500, 150, 90, 22e3, 11e3, 1.1, 0.0, 0], 35e3),
    "steep": ([0, 0, 2e3, 40, 89, 18e3, 8e3, 0.3, 0.8, 0], 30e3),
}
"""Faults by name, and half of the scene's width, metres; strike and dip in degrees but Jiashi's.

Menyuan 2022, which broke the surface, and Yangbi 2021 have the published strike, dip, rake and
moment (30 GPa). Tottori 2000 is one rectangle with left-lateral slip that stayed below the surface,
of Mw 6.7; the vertical one is like it, upright and smaller.
"""
for _row, _ in list(EVENTS.values())[1:]:
    _row[3:5] = np.radians(_row[3:5])

LOOKS = {  # incidence and heading, degrees, of Sentinel-1's tracks
    "ascending": (39.0, -10.0),
    "descending": (37.0, 190.0),
}


def look_vector(incidence, heading):
    """From the ground to a right-looking satellite; degrees."""
    i, h = np.radians([incidence, heading])
    return np.array([-np.sin(i) * np.cos(h), np.sin(i) * np.sin(h), np.cos(i)])


def model_of(row):
    """The slip model of one row of parameters."""
    space = SearchSpace(np.atleast_2d(row), np.atleast_2d(row))
    patches = PatchSet.of_rectangles(space.rectangles(row))
    return SlipModel(patches, *space.slip(row).T)


def jiashi_samples(
    side=16, half=30e3, nugget=0.0015**2, sill=0.004**2, range_m=6000.0, seed=0, noise=True,
    truth=JIASHI, offsets=(0.012, -0.007),
):  # fmt: skip
    """Two tracks over a fault: a jittered grid each, correlated noise, and an offset.

    The grid is twice as dense in the middle, as a quadtree makes it. The truth is a fault's row, or
    a model of volcanic sources.
    """
    generator = np.random.default_rng(seed)
    parts = []
    for number, angles in enumerate(LOOKS.values()):
        places = np.concatenate([
            _jittered(side, half, generator), _jittered(side // 2 + 1, half / 2.5, generator),
        ])  # fmt: skip
        look = np.tile(look_vector(*angles), (len(places), 1))
        model = model_of(truth) if len(np.shape(truth)) else truth
        u = displacement(model, np.column_stack([places, np.zeros(len(places))]))
        values = (u * look).sum(axis=1) + offsets[number]
        part = Samples(
            places, values, look, np.full(len(places), number), (),
            np.full(len(places), np.sqrt(nugget + sill)), np.ones(len(places)),
            np.zeros((len(places), 2)),
        )  # fmt: skip
        parts.append(part)
    tracks = tuple(Track(name, "los", nugget, sill, range_m) for name in LOOKS)
    columns = ("places", "displacement", "look", "track", "std", "weight", "extent")
    joined = Samples(
        **{k: np.concatenate([getattr(part, k) for part in parts]) for k in columns}, tracks=tracks
    )
    return with_noise(joined, seed) if noise else joined


def _jittered(side, half, generator):
    step = 2 * half / side
    grid = (np.stack(np.meshgrid(*2 * [np.arange(side)]), axis=-1).reshape(-1, 2) + 0.5) * step
    return grid - half + generator.uniform(-0.3, 0.3, grid.shape) * step


def with_noise(samples, seed):
    """The samples with noise of their own covariance."""
    generator = np.random.default_rng([seed, 99])
    values = samples.displacement.copy()
    for number in range(len(samples.tracks)):
        mine = samples.of_track(number)
        values[mine] += samples.factor(number) @ generator.standard_normal(mine.sum())
    return replace(samples, displacement=values)


def space_about(row, spread=None, fixed=()):
    """Bounds about a row: 15 km, the top 0 to 20 km, 40 and 30 degrees, sizes by 3, slip 3 m."""
    low, high = np.array(row, float), np.array(row, float)
    low[:2] -= 15e3
    high[:2] += 15e3
    low[2], high[2] = 0.0, 20e3
    low[3] -= np.radians(40)
    high[3] += np.radians(40)
    low[4], high[4] = max(0.01, row[4] - np.radians(30)), min(np.pi / 2, row[4] + np.radians(30))
    low[5:7] /= 3
    high[5:7] *= 3
    low[7:9], high[7:9] = -3.0, 3.0
    for k in fixed:
        low[k] = high[k] = row[k]
    return SearchSpace(low[None], high[None])

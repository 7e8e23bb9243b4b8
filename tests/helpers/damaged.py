# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stacks whose coherence drops where a planted event destroys the ground."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.formats.hdf5.stacks import StackWriter
from groundshift.algorithms.formats.vectors.features import write_polygons
from groundshift.algorithms.formats.vectors.wkb import polygon_wkb

GRID = Grid(120, 150, (500000.0, 40.0, 0.0, 4200000.0, 0.0, -40.0), wkt_from_epsg(32633))
DATES = np.datetime64("2020-01-06") + 12 * np.arange(10)
EVENT = "20200421"  # between the last two images
ROWS, COLS = np.indices(GRID.shape)
HARMED = (ROWS >= 40) & (ROWS < 60) & (COLS >= 50) & (COLS < 75)
LOOKS = 40


def coherences(seed=0, event_factor=0.45, weather=0.9):
    """Of consecutive pairs, shape (pair, row, column): town and fields, weather by pair."""
    random = np.random.default_rng(seed)
    truth = np.where(COLS < 100, 0.75, 0.5) + 0.08 * np.sin(ROWS / 9.0)
    out = []
    for k in range(len(DATES) - 1):
        level = truth * random.uniform(weather, 1.0)
        if k == len(DATES) - 2:
            level = np.where(HARMED, event_factor * level, level * 0.9)
        noise = random.normal(0, 1, (2, LOOKS, *GRID.shape)).astype(np.float32)
        noise = noise + 1j * random.normal(0, 1, noise.shape).astype(np.float32)
        one = noise[0]
        other = level * one + np.sqrt(1 - level**2) * noise[1]
        power = np.sqrt((np.abs(one) ** 2).mean(axis=0) * (np.abs(other) ** 2).mean(axis=0))
        out.append(np.abs((one * other.conj()).mean(axis=0)) / power)
    return np.array(out, np.float32)


def damaged_stack(path, values=None):
    """Consecutive pairs with these coherences."""
    values = coherences() if values is None else values
    pairs = np.stack([DATES[:-1], DATES[1:]], axis=1)[-len(values) :]
    with StackWriter(path, GRID, pairs, 0.0555, np.zeros(len(pairs)), True, {}) as out:
        for k, level in enumerate(values):
            out.write(k, Window(0, 0, *GRID.shape), np.full(GRID.shape, 0.1), level)


def buildings(path, size=2, apart=4):
    """Blocks of some pixels all over the scene."""
    x0, dx, _, y0, _, dy = GRID.transform
    places = [(r, c) for r in range(2, 116, apart) for c in range(2, 146, apart)]
    corners = size * np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], float)
    shapes = [polygon_wkb([(x0 + c * dx, y0 + r * dy) + corners * (dx, dy)]) for r, c in places]
    write_polygons(path, GRID.crs, shapes, {"number": np.arange(len(shapes))})
    return places

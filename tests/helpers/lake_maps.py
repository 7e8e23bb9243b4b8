# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of motion whose subsidence goes with planted lakes."""

import numpy as np
from groundshift.algorithms.cryosphere.rank_maps import Likeness, drawn
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.vectors.features import write_polygons
from groundshift.algorithms.formats.vectors.wkb import polygon_wkb

GRID = Grid(240, 260, (5e5, 50.0, 0.0, 7.6e6, 0.0, -50.0), wkt_from_epsg(32633))


def fields(seed=0, reach=12.0):
    """Two unrelated fields as smooth as each other, shape (2, row, column)."""
    random = np.random.default_rng(seed)
    return np.concatenate(list(drawn(GRID.shape, Likeness(reach, 1.0, 1.0), 2, random)))


def lakes(path, seed=0):
    """Lakes where the first field is high, larger ones where it is higher."""
    random = np.random.default_rng([seed, 7])
    wet, _ = fields(seed)
    x0, dx, _, y0, _, dy = GRID.transform
    shapes = []
    turn = np.linspace(0, 2 * np.pi, 17)
    for row, col in random.integers(0, GRID.shape, (3000, 2)):
        if random.random() > 0.25 * max(wet[row, col], 0):
            continue
        radius = random.uniform(60, 200)
        place = (x0 + (col + 0.5) * dx, y0 + (row + 0.5) * dy)
        ring = place + radius * np.stack([np.cos(turn), np.sin(turn)], axis=1)
        ring[-1] = ring[0]
        shapes.append(polygon_wkb([ring]))
    write_polygons(path, GRID.crs, shapes, {"number": np.arange(len(shapes))})
    return len(shapes)


def rate(path, seed=0, share=0.8):
    """Subsidence that goes with the field of the lakes, mm/yr."""
    wet, other = fields(seed)
    values = -4 - 3 * (share * wet + np.sqrt(1 - share**2) * other)
    write_raster(path, GRID, values.astype(np.float32), [BandInfo("velocity_mm_yr", "mm/yr")])


def amplitude(path, seed=0):
    """Heave that has nothing to do with the lakes, behind another band, mm."""
    values = np.stack([fields(seed)[0], 12 + 3 * fields(seed + 50)[1]]).astype(np.float32)
    bands = [BandInfo("velocity_mm_yr", "mm/yr"), BandInfo("annual_amplitude_mm", "mm")]
    write_raster(path, GRID, values, bands)

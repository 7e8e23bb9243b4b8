# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A ridge from north to south with three places that move, seen by two orbits.

The western slope (45 degrees) is in layover for the ascending orbit and seen by the descending
one, the eastern slope (27 degrees) is seen by both, the plain east of it is flat.
"""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from groundshift.algorithms.formats.vectors.tables import write_table

CELL, SIZE = 20.0, 200
X0, Y0, CREST = 500_000.0, 5_004_000.0, 1600.0
PLACES = {"west": (1300.0, 2000.0), "east": (2200.0, 2000.0), "plain": (3500.0, 1000.0)}
ORBITS = {"ascending": (39.0, 348.0), "descending": (39.0, 192.0)}


def height(x):
    """Metres above the plain at a distance from the western border."""
    return np.where(
        x < CREST, np.maximum(0.0, 600 - (CREST - x)), np.maximum(0.0, 600 - 0.5 * (x - CREST))
    )


def write_scene(folder, seed=3, count=9000):
    """Write ``dem.tif`` and a layer of so many points an orbit; returns their paths."""
    wkt = wkt_from_epsg(32633)
    grid = Grid(SIZE, SIZE, (X0, CELL, 0.0, Y0, 0.0, -CELL), wkt)
    x = (np.arange(SIZE) + 0.5) * CELL
    dem = folder / "dem.tif"
    write_raster(dem, grid, np.tile(height(x), (SIZE, 1)).astype(np.float32), [BandInfo("height")])
    rng = np.random.default_rng(seed)
    paths = {"dem": dem}
    for number, orbit in enumerate(ORBITS):
        # The descending orbit has no points on the plain.
        place = rng.uniform(20, SIZE * CELL - 20, (count, 2))
        if number:
            place = place[place[:, 0] < 3200]
        rate = rng.normal(0, 1.0, len(place))
        for name, (east, south) in PLACES.items():
            near = np.hypot(place[:, 0] - east, place[:, 1] - south) < 150
            rate[near] -= 30.0 if name != "plain" or not number else 0.0
        path = folder / f"{orbit}.gpkg"
        write_table(
            path, wkt, X0 + place[:, 0], Y0 - place[:, 1],
            {"velocity_mm_yr": rate, "velocity_std_mm_yr": np.full(len(place), 1.0)},
        )  # fmt: skip
        paths[orbit] = path
    return paths

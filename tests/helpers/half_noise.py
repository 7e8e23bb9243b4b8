# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A folder of wrapped interferograms, half of them noise."""

import numpy as np
from groundshift.algorithms.data.grid import Grid
from groundshift.algorithms.formats.rasters import BandInfo, write_raster
from small_slc import UTM

GRID = Grid(90, 140, UTM.transform, UTM.crs)
DAYS = ("20200105_20200117", "20200117_20200129")


def files(folder, coherence=True):
    """Fringes on the left, noise on the right; the second one has no data at the top."""
    folder.mkdir()
    rng = np.random.default_rng(0)
    rows, cols = np.mgrid[: GRID.rows, : GRID.cols].astype(float)
    noisy = cols >= 70
    for number, days in enumerate(DAYS):
        phase = 0.3 * cols + 0.2 * rows * (number + 1) + 0.2 * rng.standard_normal(GRID.shape)
        phase = np.where(noisy, rng.uniform(-np.pi, np.pi, GRID.shape), phase)
        phase[: 10 * number] = np.nan
        seen = np.where(noisy, 0.25, 0.85) + 0.1 * rng.standard_normal(GRID.shape)
        bands = np.angle(np.exp(1j * phase)), np.clip(seen, 0.0, 1.0)
        for name, values in zip(("wrapped", "coh"), bands):
            if name == "wrapped" or coherence:
                write_raster(
                    folder / f"{days}.{name}.tif", GRID, values.astype(np.float32), [BandInfo(name)]
                )
    return folder

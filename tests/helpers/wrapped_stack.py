# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stack files of wrapped or unwrapped phase with a rate that is known."""

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.formats.hdf5.wrapped import UnwrappedStackWriter, WrappedStackWriter
from scipy.ndimage import gaussian_filter

WAVELENGTH = 0.0555
UTM = Grid(120, 160, (500000.0, 40.0, 0.0, 4200000.0, 0.0, -40.0), wkt_from_epsg(32633))
DEGREES = Grid(90, 120, (12.0, 0.0005, 0.0, 60.0, 0.0, -0.0005), wkt_from_epsg(4326))
RADAR = Grid(90, 120)
DATES = np.datetime64("2018-01-06") + 12 * np.arange(25)
YEARS = (DATES - DATES[0]).astype(float) / 365.25
NEAR = np.array([(i, j) for i in range(25) for j in range(i + 1, min(i + 4, 25))])


def write_stack(
    path, rate, grid=UTM, index=NEAR, wrapped=True, atmosphere=0.0, length=10.0, noise=0.0, seed=1,
    attributes=None, lookup=None, coherence=0.8, jumps=False, change=None,
):  # fmt: skip
    """A stack of a rate (m/yr) under fields of atmosphere (m, by date) and phase noise (rad)."""
    rng = np.random.default_rng(seed)
    screens = [atmosphere_field(rng, grid.shape, length) * atmosphere for _ in DATES]
    series = [year * rate + screen for year, screen in zip(YEARS, screens)]
    make = WrappedStackWriter if wrapped else UnwrappedStackWriter
    window = Window(0, 0, *grid.shape)
    with make(
        path, grid, DATES[index], WAVELENGTH, np.zeros(len(index)), True,
        {"NO_DATA_VALUE": "nan", **(attributes or {})}, with_lookup=lookup is not None,
    ) as file:  # fmt: skip
        for name, values in (lookup or {}).items():
            file.layer(name, window, values)
        for k, (i, j) in enumerate(index):
            phase = -4 * np.pi / WAVELENGTH * (series[j] - series[i])
            phase = phase + noise * rng.normal(size=grid.shape)
            if jumps:  # whole cycles that an unwrapping would leave
                phase = phase + 2 * np.pi * rng.integers(-3, 4, grid.shape)
            if wrapped:
                phase = np.angle(np.exp(1j * phase))
            if change:
                phase = change(phase)
            quality = np.full(grid.shape, coherence, np.float32)
            if wrapped:
                file.write(window, phase, quality, k)
            else:
                file.write(window, phase, np.ones(grid.shape, np.int16), quality, k)


def atmosphere_field(rng, shape, length):
    """A field of unit standard deviation that is smooth over so many pixels."""
    field = gaussian_filter(rng.normal(size=shape), length, mode="wrap")
    return field / field.std()


def slide(shape, row, col, radius, rate):
    """A rate that falls off smoothly at the rim of a circle."""
    rows, cols = np.indices(shape)
    distance = np.hypot(rows - row, cols - col)
    return rate * 0.5 * (1 - np.tanh((distance - radius) / 1.5))

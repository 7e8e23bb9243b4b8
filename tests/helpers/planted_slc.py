# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A small scene of independent speckle with persistent scatterers planted in it."""

from dataclasses import dataclass

import numpy as np
from groundshift.algorithms.data.crs import wkt_from_epsg
from groundshift.algorithms.data.grid import Grid, Window
from groundshift.algorithms.data.orbit import RadarGeometry
from groundshift.algorithms.formats.hdf5.images import SlcStackWriter
from scipy.ndimage import gaussian_filter

WAVELENGTH = 0.0555
GEOMETRY = RadarGeometry()
RANGE = float(GEOMETRY.distance(GEOMETRY.incidence))
TO_HEIGHT = RANGE * np.sin(np.radians(GEOMETRY.incidence))
PER_METRE = -4 * np.pi / WAVELENGTH / TO_HEIGHT  # radians a metre of baseline and of height
UTM = wkt_from_epsg(32633)


@dataclass
class Scene:
    """Images and their truth.

    The scatterers' displacement (metres towards the satellite) is a bowl that sinks; the
    atmosphere (metres, as apparent displacement) is smooth in space and new at every date. `turn`
    is what both and the heights make of a phase of zero.
    """

    images: np.ndarray
    dates: np.ndarray
    baseline: np.ndarray
    planted: np.ndarray
    height: np.ndarray
    rate: np.ndarray
    spacing: tuple
    turn: np.ndarray

    @property
    def years(self):
        return (self.dates - self.dates[0]).astype(float) / 365.25

    @property
    def grid(self):
        size = self.spacing
        return Grid(*self.planted.shape, (500000.0, size[1], 0.0, 4200000.0, 0.0, -size[0]), UTM)

    def write(self, path, images=None, polarisations=("VV",), **options):
        """An slcStack.h5."""
        images = [self.images] if images is None else images
        options = {"spacing": self.spacing, **options}
        grid = options.pop("grid", self.grid)
        with SlcStackWriter(
            path, grid, self.dates, WAVELENGTH, self.baseline, polarisations, **options
        ) as out:
            for number, values in enumerate(images):
                out.write(Window(0, 0, *grid.shape), values, number)
        return path


def decaying(dates, at_once, days, at_last):
    """Coherence of images 12 days apart that decays exponentially to a floor."""
    span = 12.0 * np.abs(np.subtract.outer(np.arange(dates), np.arange(dates)))
    gamma = (at_once - at_last) * np.exp(-span / days) + at_last
    np.fill_diagonal(gamma, 1.0)
    return gamma


def clutter_of(gamma, shape, rng):
    """Circular Gaussian speckle of mean power 1 with a coherence matrix."""
    noise = rng.normal(size=(2, len(gamma), *shape)) / np.sqrt(2)
    return np.tensordot(np.linalg.cholesky(gamma), noise[0] + 1j * noise[1], 1)


def make_scene(rows=120, cols=150, dates=20, share=0.04, scr=10.0, height=6.0, rate=0.025,
               atmosphere=0.0015, length=2500.0, size=15.0, seed=0, ground=None):  # fmt: skip
    """Plant scatterers of a signal-to-clutter ratio on a share of the pixels.

    `ground` is the coherence matrix of the clutter, which is independent by date without it.
    """
    rng = np.random.default_rng(seed)
    shape = rows, cols
    days = np.datetime64("2020-01-05") + 12 * np.arange(dates)
    years = (days - days[0]).astype(float) / 365.25
    baseline = rng.normal(0, 90, dates)
    planted = rng.random(shape) < share
    heights = np.where(planted, rng.normal(0, height, shape), 0.0)
    row, col = np.mgrid[:rows, :cols] * size
    rates = -rate * np.exp(-((row - row.mean()) ** 2 + (col - col.mean()) ** 2) / (2 * 400.0**2))
    images, turn = np.empty((2, dates, *shape), np.complex64)
    if ground is not None:
        steady = clutter_of(ground, shape, rng)
    for t in range(dates):
        air = gaussian_filter(rng.normal(size=shape), length / size / 2, mode="wrap")
        metres = rates * years[t] + atmosphere * air / air.std()
        metres = metres + baseline[t] / TO_HEIGHT * heights
        if ground is None:
            noise = rng.normal(size=(2, *shape)) / np.sqrt(2)
            clutter = noise[0] + 1j * noise[1]
        else:
            clutter = steady[t]
        signal = clutter + np.where(planted, np.sqrt(scr), 0.0)
        turn[t] = np.exp(4j * np.pi / WAVELENGTH * metres)
        images[t] = signal * turn[t]
    return Scene(images, days, baseline, planted, heights, rates, (size, size), turn)

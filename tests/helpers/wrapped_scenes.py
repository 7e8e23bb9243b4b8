# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Wrapped phases with a truth, for the tests of unwrapping."""

import numpy as np

TAU = 2.0 * np.pi


def wrap(phase):
    return phase - TAU * np.rint(phase / TAU)


def raster(rows=120, cols=150, noise=0.0, seed=0, amplitude=30.0):
    """Truth and wrapped phase of a bowl on a ramp; the steepest slope is below half a cycle."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:rows, :cols] / max(rows, cols)
    truth = amplitude * np.exp(-((x - 0.4) ** 2 + (y - 0.4) ** 2) / 0.03) + 12 * x - 7 * y
    truth = truth + noise * rng.standard_normal(truth.shape)
    return truth, wrap(truth).astype(np.float32)


def points(count=1500, dates=20, noise=0.3, seed=0, star=False, rate=40.0, atmosphere=3.0):
    """Points with a bowl, height errors, atmosphere and noise over a network of pairs.

    Returns xy, wrapped (pair, point), pairs, years, baselines, height factor and the truth.
    """
    rng = np.random.default_rng(seed)
    size = 70.0 * np.sqrt(count)
    xy = rng.uniform(0, size, (count, 2))
    years = np.arange(dates) * 12 / 365.25
    baselines = rng.normal(0, 80, dates)

    def smooth(length, deviation):
        waves, phases = rng.normal(0, 1 / length, (60, 2)), rng.uniform(0, TAU, 60)
        return deviation * np.sqrt(2 / 60) * np.cos(xy @ waves.T + phases).sum(axis=1)

    bowl = rate * np.exp(-((xy - size / 2) ** 2).sum(axis=1) / (2 * (size / 8) ** 2))
    factor = -4 * np.pi / (0.0555 * 850e3 * np.sin(0.65))
    heights = smooth(800, 7.0) + rng.normal(0, 3.0, count)
    series = bowl[:, None] * years + heights[:, None] * baselines * factor
    for t in range(dates):
        series[:, t] += smooth(1200, atmosphere) + noise * rng.standard_normal(count)
    hops = [(i, j) for i in range(dates) for j in range(i + 1, min(dates, i + 4))]
    middle = dates // 2
    spokes = [(min(i, middle), max(i, middle)) for i in range(dates) if i != middle]
    pairs = np.array(spokes if star else hops)
    truth = (series[:, pairs[:, 1]] - series[:, pairs[:, 0]]).T
    return xy, wrap(truth).astype(np.float32), pairs, years, baselines, factor, truth


def right_share(found, truth):
    """Share of values with the right cycles, apart from one whole number a pair."""
    cycles = np.rint((found - truth) / TAU)
    cycles = cycles.reshape(len(cycles), -1) if cycles.ndim > 1 and truth.ndim > 1 else cycles
    middle = np.nanmedian(cycles, axis=1, keepdims=True)
    known = np.isfinite(cycles)
    return float((cycles == middle)[known].mean())

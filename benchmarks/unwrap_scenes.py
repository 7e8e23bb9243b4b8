# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Wrapped phases with a truth, for the benchmark of unwrapping."""

from __future__ import annotations

import numpy as np

TAU = 2.0 * np.pi


def raster(size, looks, seed=0):
    """A bowl of ten fringes, a ramp and a turbulent part; coherence 0.1 to 0.95 in patches.

    Phase noise is that of `looks` pairs of complex Gaussian echoes.
    """
    from scipy.ndimage import gaussian_filter

    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:size, :size] / size

    def smooth(length):
        return gaussian_filter(rng.standard_normal((size, size)), length) * length

    truth = 60 * np.exp(-((x - 0.4) ** 2 + (y - 0.55) ** 2) / 0.03) + 25 * x
    truth += 12 * smooth(size / 16)
    coherence = np.clip(smooth(size / 30) + 0.55, 0.1, 0.95)
    product = 0
    for _ in range(looks):
        one, two = (
            rng.standard_normal((size, size)) + 1j * rng.standard_normal((size, size))
            for _ in range(2)
        )
        product = product + one * np.conj(coherence * one + np.sqrt(1 - coherence**2) * two)
    phase = np.angle(product * np.exp(1j * truth))
    return truth, phase.astype(np.float32), coherence.astype(np.float32)


def points(count, dates, noise, star, seed=0):
    """Points at random with a bowl, height errors, atmosphere of 3 rad and noise by date.

    Pairs are those of Hop3 (up to three dates apart), or all with the middle date.
    """
    rng = np.random.default_rng(seed)
    size = 70.0 * np.sqrt(count)
    xy = rng.uniform(0, size, (count, 2))
    years, baselines = np.arange(dates) * 12 / 365.25, rng.normal(0, 80, dates)

    def smooth(length, deviation):
        waves, phases = rng.normal(0, 1 / length, (60, 2)), rng.uniform(0, TAU, 60)
        return deviation * np.sqrt(2 / 60) * np.cos(xy @ waves.T + phases).sum(axis=1)

    rate = 40 * np.exp(-((xy - size / 2) ** 2).sum(axis=1) / (2 * (size / 8) ** 2))
    rate += smooth(1000, 3)
    factor = -4 * np.pi / (0.0555 * 850e3 * np.sin(0.65))
    heights = smooth(800, 7) + rng.normal(0, 3, count)
    series = rate[:, None] * years + heights[:, None] * baselines * factor
    for t in range(dates):
        series[:, t] += smooth(1200, 3) + noise * rng.standard_normal(count)
    middle = dates // 2
    pairs = [(i, j) for i in range(dates) for j in range(i + 1, min(dates, i + 4))]
    if star:
        pairs = [(min(i, middle), max(i, middle)) for i in range(dates) if i != middle]
    pairs = np.array(pairs)
    truth = (series[:, pairs[:, 1]] - series[:, pairs[:, 0]]).T
    wrapped = truth - TAU * np.rint(truth / TAU)
    return {
        "xy": xy, "wrapped": wrapped.astype(np.float32), "pairs": pairs, "years": years,
        "baselines": baselines, "factor": factor, "truth": truth, "series": series,
    }  # fmt: skip


def right_share(found, truth):
    """Share of values with the right cycles, apart from one whole number an interferogram."""
    found, truth = (np.reshape(v, (len(v), -1)) for v in (found, truth))
    cycles = np.rint((found - truth) / TAU)
    return float((cycles == np.median(cycles, axis=1, keepdims=True)).mean())

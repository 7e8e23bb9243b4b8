# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pictures that are known everywhere: sums of waves, so that nobody interpolates."""

import numpy as np


def texture(y, x, seed=0, waves=60, shortest=5.0, longest=25.0):
    """Brightness at places in pixels; mean 0, standard deviation 1."""
    rng = np.random.default_rng(seed)
    length = rng.uniform(shortest, longest, waves)
    way, phase = rng.uniform(0, np.pi, waves), rng.uniform(0, 2 * np.pi, waves)
    total = np.zeros(np.broadcast(y, x).shape)
    for k in range(waves):
        u, v = np.sin(way[k]) / length[k], np.cos(way[k]) / length[k]
        total += np.cos(2 * np.pi * (u * y + v * x) + phase[k])
    return total * np.sqrt(2 / waves)


def pair(shape, move, noise=0.0, seed=0, mean=1000.0, scale=100.0):
    """Two images of ground that moves by ``move(y, x)``, rows and columns, in pixels.

    What lies at a place of the first one is that much further on in the second one.
    """
    y, x = np.indices(shape, float)
    down, across = move(y, x) if callable(move) else move
    rng = np.random.default_rng(seed + 1)
    images = texture(y + down, x + across, seed), texture(y, x, seed)
    return [
        (mean + scale * (image + noise * rng.normal(size=shape))).astype(np.float32)
        for image in images
    ]


def speckle(size, move, coherence, seed=0, band=0.8, middle=(0.0, 0.0)):
    """Two complex images of speckle, the second one moved by (rows, columns) everywhere.

    Circular in both directions, their spectra flat within `band`, around `middle` (radians by
    pixel).
    """
    rng = np.random.default_rng(seed)
    f = np.fft.fftfreq(size)
    within = (np.abs(f[:, None]) < band / 2) & (np.abs(f) < band / 2)
    first, other = (
        np.fft.fft2(rng.normal(size=(size, size)) + 1j * rng.normal(size=(size, size))) * within
        for _ in range(2)
    )
    ramp = np.exp(-2j * np.pi * (f[:, None] * move[0] + f * move[1]))
    second = (coherence * first + np.sqrt(1 - coherence**2) * other) * ramp
    turn = np.exp(1j * (middle[0] * np.arange(size)[:, None] + middle[1] * np.arange(size)))
    return [(np.fft.ifft2(z) * turn).astype(np.complex64) for z in (first, second)]

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Basins in wrapped phase without a network: blobs of the divergence of its wrapped gradient.

Where neighbours differ by less than half a cycle, the wrapped gradient is the gradient of the
phase, and its divergence the Laplacian. Smoothed by a Gaussian that is the Laplacian of Gaussian of
the phase, whose extrema over place and scale are blobs (Lindeberg 1998, International Journal of
Computer Vision 30(2), 79-116): nothing is unwrapped.
"""

from __future__ import annotations

import numpy as np

SCALES = 2.0 * 2.0 ** (np.arange(6) / 2)
"""Pixels; a bowl ``exp(-r^2 / 2 s^2)`` answers most strongly at the scale s."""
COARSE = slice(2, None)
"""Scales that are looked at in thinned images. An extremum over scales has one on each side, so
that an image's first and last ones are left to the others."""
REACH = 2.1
"""Half a box in scales; the bowl has a tenth of its peak at 2.15 s."""
LEAST = 0.35
"""Radians; fainter extrema are not looked at."""
BEFORE = 1.0
"""Scale, in pixels, at which products of neighbours are averaged before their angle is taken."""


def gradient(phasor):
    """Wrapped gradient of the phase, and how much it scatters.

    Parameters
    ----------
    phasor : ndarray of complex64, shape (row, column)
        0 where there is no data.

    Returns
    -------
    down, right : ndarray of float32, shape (row, column)
        Radians to the next pixel, weighted with how well neighbours agree; 0 at the far edges.
    scatter : ndarray of float32, same shape
        1 less their agreement: 0 without noise, 1 where there is nothing but noise.
    """
    from scipy.ndimage import gaussian_filter

    found, scatter = [], np.zeros(phasor.shape, np.float32)
    for axis in (0, 1):
        ahead = np.moveaxis(phasor, axis, 0)
        steps = ahead[1:] * np.conj(ahead[:-1])
        mean = np.empty(steps.shape, np.complex64)
        for part in ("real", "imag"):
            setattr(mean, part, gaussian_filter(getattr(steps, part), BEFORE, mode="nearest"))
        length = gaussian_filter(np.abs(steps), BEFORE, mode="nearest")
        agreement = np.minimum(np.abs(mean) / np.maximum(length, 1e-6), 1.0)
        whole = np.zeros(phasor.shape, np.float32)
        np.moveaxis(whole, axis, 0)[:-1] = np.angle(mean) * agreement
        np.moveaxis(scatter, axis, 0)[:-1] += 0.5 * (1.0 - agreement)
        found.append(whole)
    return *found, scatter


def blobs(phasor, scales=SCALES):
    """Extrema of the Laplacian of Gaussian.

    Parameters
    ----------
    phasor : ndarray of complex64, shape (row, column)
        0 where there is no data.
    scales : sequence of float
        Pixels.

    Returns
    -------
    ndarray, shape (blob, 7)
        Row, column, scale (pixels), peak of the phase (radians, signed), how many times the
        answer is above the image's spread at that scale, scatter of the gradient around it, and
        roundness: the smaller curvature by the larger one, negative on a saddle.
    """
    from scipy.ndimage import gaussian_filter, maximum_filter

    down, right, scatter = gradient(phasor)
    valid = np.abs(phasor) > 0
    answers, second = [], []
    for scale in scales:
        inner = np.sqrt(max(scale**2 - BEFORE**2, 0.25))
        smooth = [gaussian_filter(part, inner, mode="nearest") for part in (down, right)]
        rr = scale**2 * np.diff(smooth[0], axis=0, prepend=smooth[0][:1])
        cc = scale**2 * np.diff(smooth[1], axis=1, prepend=smooth[1][:, :1])
        answers.append(rr + cc)
        rc = (np.gradient(smooth[0], axis=1) + np.gradient(smooth[1], axis=0)) * (scale**2 / 2)
        second.append((rr, cc, rc))
    strength = np.abs(np.stack(answers))
    highest = maximum_filter(strength, (3, 3, 3), mode="constant")
    found = []
    for number, scale in enumerate(scales):
        sample = strength[number][valid]
        if not sample.size:
            continue
        spread = max(float(np.median(sample)) / 0.6745, 1e-6)
        at = np.nonzero((strength[number] == highest[number]) & (strength[number] > LEAST))
        half = answers[number][at] / 2
        rr, cc, rc = (part[at] for part in second[number])
        bend = np.hypot((rr - cc) / 2, rc)
        around = gaussian_filter(scatter, scale, mode="nearest")[at]
        found.append(
            np.stack(
                (
                    *at, np.full(len(half), scale), -2.0 * 2.0 * half,
                    2.0 * np.abs(half) / spread, around,
                    (np.abs(half) - bend) / (np.abs(half) + bend),
                ), axis=1,
            )
        )  # fmt: skip
    return np.concatenate([np.zeros((0, 7)), *found])

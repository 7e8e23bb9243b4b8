# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How good a fit of linked phases chance alone gives.

Linked phases have as many unknowns as dates, and with few dates or few brothers they fit noise
quite well.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .covariance import mask_bits
from .linking import LinkedBlock, LinkingOptions, link_phases

PIXELS = 400


def chance_goodness(
    times: int, brothers: int, options: LinkingOptions, classes, seed: int = 0
) -> np.ndarray:
    """Goodness of fit of pixels of pure speckle, incoherent from date to date; by simulation.

    Parameters
    ----------
    times : int
        Images.
    brothers : int
        Of each pixel, not counting itself.
    options : LinkingOptions
    classes : ndarray of int64
        See :func:`.bound.span_classes`.
    seed : int

    Returns
    -------
    ndarray of float32, shape (pixel,)
        Sorted.
    """
    samples = max(2, round((brothers + 1) / options.oversampling))
    rng = np.random.default_rng(seed)
    noise = rng.standard_normal((2, times, samples, PIXELS), np.float32)
    return np.sort(link_samples(noise[0] + 1j * noise[1], options, classes).quality[0])


def link_samples(values, options: LinkingOptions, classes, with_std: bool = False) -> LinkedBlock:
    """Link pixels whose samples are given.

    Parameters
    ----------
    values : ndarray of complex, shape (time, sample, pixel)
        Independent samples: each pixel's own brothers.
    options : LinkingOptions
    classes : ndarray of int64
        See :func:`.bound.span_classes`.
    with_std : bool
        Predict the noise of the phases.

    Returns
    -------
    LinkedBlock
        With one row of pixels.
    """
    times, samples, pixels = values.shape
    half = int(np.ceil((np.sqrt(samples) - 1) / 2))
    side = 2 * half + 1
    # Windows side by side, as many of whose pixels are brothers as there are samples.
    windows = np.zeros((times, side * side, pixels), np.complex64)
    windows[:, :samples] = values
    windows = windows.reshape(times, side, side, pixels).swapaxes(2, 3)
    windows = windows.reshape(times, side, pixels * side)
    alone = replace(
        options, shp=replace(options.shp, half_window=(half, half), strides=(side, side)),
        minimum_brothers=1, oversampling=1.0, with_std=with_std,
    )  # fmt: skip
    chosen = (np.arange(side * side) < samples).reshape(side, side)
    masks = mask_bits(np.broadcast_to(chosen, (1, pixels, side, side)))
    padded = np.pad(windows, ((0, 0), (half, half), (half, half)))
    return link_phases(padded, masks, alone, classes)

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
from .linking import LinkingOptions, link_phases

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
    half = int(np.ceil((np.sqrt(samples) - 1) / 2))
    side = 2 * half + 1
    # Windows side by side, as many of whose pixels are brothers as are wanted.
    rng = np.random.default_rng(seed)
    noise = rng.standard_normal((2, times, side, PIXELS * side), np.float32)
    values = np.pad(noise[0] + 1j * noise[1], ((0, 0), (half, half), (half, half)))
    alone = replace(
        options, shp=replace(options.shp, half_window=(half, half), strides=(side, side)),
        minimum_brothers=1, with_std=False,
    )  # fmt: skip
    chosen = (np.arange(side * side) < samples).reshape(side, side)
    masks = mask_bits(np.broadcast_to(chosen, (1, PIXELS, side, side)))
    return np.sort(link_phases(values, masks, alone, classes).quality[0])

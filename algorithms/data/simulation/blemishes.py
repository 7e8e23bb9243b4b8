# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What unwrapping leaves behind: jumps of whole cycles and missing pixels."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from . import fields


def jumped_pairs(count, share, seed) -> np.ndarray:
    """Which pairs have an unwrapping error; at least one where `share` is not 0.

    Returns
    -------
    ndarray of bool, shape (count,)
    """
    chosen = np.zeros(count, bool)
    if share > 0:
        number = min(count, max(1, round(share * count)))
        rng = fields.generator(seed, fields.JUMPED_PAIRS)
        chosen[rng.choice(count, number, replace=False)] = True
    return chosen


def jump_map(shape, seed, index) -> np.ndarray:
    """Cycles by which the unwrapping of a pair is wrong: one connected region.

    Returns
    -------
    ndarray of int8, `shape`
        0, and +1 or -1 (seldom 2) within the region.
    """
    rng = fields.generator(seed, fields.JUMPS, index)
    field = fields.smooth_field(shape, 0.09 * min(shape), rng)
    field += 0.1 * fields.smooth_field(shape, 2, rng)
    labels, count = ndimage.label(field > np.quantile(field, 1 - rng.uniform(0.08, 0.25)))
    sizes = np.bincount(labels.ravel(), minlength=count + 1)
    largest = 1 + int(np.argmax(sizes[1:]))
    cycles = int(rng.choice([1, 2], p=[0.85, 0.15]) * rng.choice([-1, 1]))
    return np.where(labels == largest, cycles, 0).astype(np.int8)


def gap_map(coherence, share, seed, index) -> np.ndarray:
    """Pixels that a pair lacks: patches and specks, mostly where coherence is low.

    Parameters
    ----------
    coherence : ndarray, shape (row, col)
        NaN where there is no data at all.
    share : float
        Of the other pixels, on average over pairs.
    seed, index : int
        Seed and pair.

    Returns
    -------
    ndarray of bool, shape (row, col)
    """
    missing = np.zeros(coherence.shape, bool)
    land = np.isfinite(coherence)
    if share <= 0 or not land.any():
        return missing
    rng = fields.generator(seed, fields.GAPS, index)
    score = fields.smooth_field(coherence.shape, 4, rng)
    score += 0.4 * rng.standard_normal(coherence.shape, dtype=np.float32)
    score -= 3 * np.where(land, coherence, 0)
    here = share * rng.uniform(0.4, 1.6)
    missing[land] = score[land] > np.quantile(score[land], 1 - here)
    return missing

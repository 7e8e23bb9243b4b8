# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Boxes that show one source: which are left, and where it is by all of them."""

from __future__ import annotations

import numpy as np

SAME = 0.45
"""Overlap from which on two boxes are one source."""
TWINS, NEARLY = 0.7, 0.7
"""Overlap with a box, and share of its score, of those that a mean is taken with: the same source,
found from another cell."""


def means_of_twins(box, score, kept) -> np.ndarray:
    """Boxes that are kept, each the mean of itself and its twins."""
    means = box[kept]
    for row, k in enumerate(kept):
        fit = overlap(box[k], box)
        twins = (fit > TWINS) & (score >= NEARLY * score[k]) & (score <= score[k])
        weight = score[twins] * fit[twins]
        if weight.sum() > 0:
            means[row] = weight @ box[twins] / weight.sum()
    return means


def distinct(box, apart=0.0) -> np.ndarray:
    """Which boxes overlap none before them by more than :data:`SAME`.

    And whose middles lie so many of their own sides from those of the boxes before them.
    """
    area = np.prod(box[:, 2:] - box[:, :2], axis=1)
    keep = area > 0
    for k in range(len(box)):
        if not keep[k]:
            continue
        rest = np.flatnonzero(keep[k + 1 :]) + k + 1
        keep[rest[overlap(box[k], box[rest]) > SAME]] = False
        if apart:
            rest = np.flatnonzero(keep[k + 1 :]) + k + 1
            away = np.abs(box[rest, :2] + box[rest, 2:] - box[k, :2] - box[k, 2:]).max(axis=1) / 2
            keep[rest[away < apart * (box[rest, 2:] - box[rest, :2]).min(axis=1)]] = False
    return np.flatnonzero(keep)


def overlap(one, others) -> np.ndarray:
    """Intersection over union of a box and others."""
    low, high = np.maximum(one[:2], others[:, :2]), np.minimum(one[2:], others[:, 2:])
    common = np.prod(np.maximum(high - low, 0.0), axis=1)
    areas = np.prod(others[:, 2:] - others[:, :2], axis=1) + np.prod(one[2:] - one[:2])
    return common / np.maximum(areas - common, 1e-9)

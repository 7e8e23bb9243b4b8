# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Detections of several interferograms, and of several tracks, that show one object."""

from __future__ import annotations

import numpy as np

SAME = 0.3
"""Overlap (intersection over union) from which on boxes of two interferograms are one object."""
WITHIN = 0.7
"""Or so much of the smaller box within the other one, where neither is thrice as long."""
LONGER = 3.0


def alike(one, others) -> np.ndarray:
    """How well boxes (low x, low y, high x, high y) agree with one, 0 where they do not."""
    low, high = np.maximum(one[:2], others[:, :2]), np.minimum(one[2:], others[:, 2:])
    common = np.prod(np.maximum(high - low, 0.0), axis=1)
    own, areas = np.prod(one[2:] - one[:2]), np.prod(others[:, 2:] - others[:, :2], axis=1)
    fit = common / np.maximum(own + areas - common, 1e-12)
    within = common / np.maximum(np.minimum(own, areas), 1e-12)
    length = np.maximum(own, areas) / np.maximum(np.minimum(own, areas), 1e-12)
    return np.where((fit >= SAME) | ((within >= WITHIN) & (length <= LONGER**2)), fit, 0.0)


def merged(boxes, scores, pages) -> np.ndarray:
    """Number of the object that each detection shows.

    Taken in the order of their scores, a detection joins the object whose mean box it agrees with
    best and that its own interferogram does not show yet, or begins one.

    Parameters
    ----------
    boxes : ndarray, shape (detection, 4)
        Low x, low y, high x, high y on one map.
    scores : ndarray, shape (detection,)
    pages : ndarray of int, shape (detection,)
        Interferogram.

    Returns
    -------
    ndarray of int, shape (detection,)
        From 0; by the best score.
    """
    boxes = np.asarray(boxes, float)
    label = np.full(len(boxes), -1)
    means, weights, shown = np.zeros((0, 4)), np.zeros(0), []
    for k in np.lexsort((*boxes.T, pages, -np.asarray(scores))):
        fit = alike(boxes[k], means)
        free = np.array([pages[k] not in seen for seen in shown], bool)
        fit = np.where(free, fit, 0.0) if len(fit) else fit
        if fit.max(initial=0.0) > 0:
            best = int(np.argmax(fit))
            means[best] += (boxes[k] - means[best]) * scores[k] / (weights[best] + scores[k])
            weights[best] += scores[k]
            shown[best].add(pages[k])
        else:
            best = len(shown)
            means = np.vstack((means, boxes[k]))
            weights = np.append(weights, max(scores[k], 1e-9))
            shown.append({pages[k]})
        label[k] = best
    return label

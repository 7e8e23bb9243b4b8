# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Focal mechanisms of a known stress."""

import numpy as np
from groundshift.algorithms.source.planes import angles, auxiliary
from groundshift.algorithms.stress import tensor as t


def simulated(rng, count, axes, ratio, noise, least=0.9):
    """Mechanisms of planes near failure, turned by about `noise`, and which plane slipped."""
    stress, normals = t.reduced(axes, ratio), np.zeros((0, 3))
    while len(normals) < count:
        tried = rng.normal(size=(5000, 3))
        tried /= np.linalg.norm(tried, axis=1, keepdims=True)
        tried *= np.where(tried[:, 2:] < 0, -1, 1)
        near = t.instability(stress, tried, 0.6) > rng.uniform(least, 1.0, len(tried))
        normals = np.concatenate([normals, tried[near]])[:count]
    traction = -(stress * normals[:, None, :]).sum(axis=-1)
    slips = traction - normals * (traction * normals).sum(axis=1, keepdims=True)
    slips /= np.linalg.norm(slips, axis=1, keepdims=True)
    by = rng.normal(0, noise / np.sqrt(3), (count, 3))
    normals, slips = t._turned(normals, by), t._turned(slips, by)
    sign = np.where(normals[:, 2:] < 0, -1.0, 1.0)
    true = np.stack(angles(sign * normals, sign * slips), axis=1)
    other = np.stack(auxiliary(*true.T), axis=1)
    first = rng.random(count) < 0.5
    one, two = np.stack([true, other], 1), np.stack([other, true], 1)
    return np.where(first[:, None, None], one, two), first

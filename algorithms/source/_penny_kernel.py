# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Displacement of the surface over penny-shaped cracks; :mod:`.penny` tells the formulas."""

from __future__ import annotations

import numpy as np

from ..kernels import njit, prange


@njit(parallel=True, cache=True, nogil=True)
def surface_kernel(distance, depth, nodes, even, odd, outward, up):
    """Sum the sources of cracks of unit radius.

    Parameters
    ----------
    distance : ndarray of float64, shape (point, model)
        From the axis.
    depth : ndarray of float64, shape (model,)
    nodes : ndarray of float64, shape (node,)
        From 0 to 1.
    even, odd : ndarray of float64, shape (model, node)
        f and G times the nodes' weights.
    outward, up : ndarray of float64, shape (point, model)
        Filled; `outward` is divided by the distance.
    """
    for p in prange(len(distance)):
        for m in range(len(depth)):
            d, square = depth[m], distance[p, m] ** 2
            flat, high = 0.0, 0.0
            for k in range(len(nodes)):
                t, f, g = nodes[k], even[m, k], odd[m, k]
                s = complex(d, -t)
                far = np.sqrt(square + s * s)
                e0 = 1.0 / far
                f1 = e0 * e0 * e0
                e1 = s * f1
                before = 1.0 / (far + s)
                f0 = before * e0
                high += f * (e0.imag + d * e1.imag) - g * d * (e0.imag / t - e1.real)
                flat += f * d * f1.imag
                flat += g * (before.imag / t - f0.real - d * (f0.imag / t - f1.real))
            outward[p, m], up[p, m] = flat, high

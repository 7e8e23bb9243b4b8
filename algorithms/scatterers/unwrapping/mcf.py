# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping of a raster by minimum-cost flow, with nothing but numba.

The way out where no published unwrapper is installed, and an independent one to compare with.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ...timeseries.weights import phase_variance

UNIT, MOST = 2.0, 2000  # of the costs of flow
TABLE = 200


@lru_cache(maxsize=8)
def _variances(looks: float) -> np.ndarray:
    """Variance of the phase for coherences of 0, 0.005 ... 0.995."""
    return phase_variance(np.linspace(0.0, 0.995, TABLE), looks)


def unwrap_mcf(phase, coherence, valid, looks: float = 1.0) -> np.ndarray:
    """Unwrap a raster by minimum-cost flow (Costantini 1998, doi:10.1109/36.673674).

    Costs are likelihoods of the phase differences with the variance from the coherence. A mean
    slope of a window is not taken off, as SNAPHU does: it is noisy, and in simulated scenes up to
    3 rad a pixel half as many cycles were wrong without it. Pixels are joined to their four
    neighbours; parts of the scene that are not joined are unwrapped each by itself.

    Parameters
    ----------
    phase : ndarray, shape (row, column)
        Wrapped, radians.
    coherence : ndarray, same shape
    valid : ndarray of bool, same shape
        Pixels to unwrap.
    looks : float

    Returns
    -------
    ndarray of float64
        Congruent with the phase; NaN where not valid.
    """
    from ._flow_kernel import incidence, minimum_cost_flow, spread
    from ._grid_kernel import arc_costs, grid_graph, residues, wrapped_steps

    valid = np.ascontiguousarray(valid, bool)
    values = np.where(valid, phase, 0.0).astype(np.float64)
    ends, faces, count = grid_graph(valid)
    steps = wrapped_steps(values.ravel(), ends)
    supply = residues(steps, faces, count)
    out = np.full(valid.shape, np.nan)
    if supply.any():
        clipped = np.clip(np.where(valid, np.nan_to_num(coherence), 0.0), 0.0, 0.995)
        variance = _variances(float(max(looks, 1.0)))[
            np.rint(clipped * (TABLE - 1) / 0.995).astype(int)
        ]
        costs = arc_costs(steps, variance.astype(np.float32).ravel(), ends, UNIT, MOST)
        flow = minimum_cost_flow(*incidence(faces, count), faces, costs, supply)
        steps += 2.0 * np.pi * flow
    label = np.zeros(valid.size, np.int32)
    label[~valid.ravel()] = -1
    result = values.ravel().copy()
    order = np.flatnonzero(valid).astype(np.int32)
    spread(*incidence(ends, valid.size), ends, steps, order, result, label)
    out[valid] = result[valid.ravel()]
    return out

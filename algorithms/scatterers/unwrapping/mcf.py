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
LEARNED_UNIT = 50.0
"""Cost of a chance smaller by a factor of e."""
LEAST_CHANCE = 1e-7
SURE = 0.8
"""Probability from which a difference joins two pixels to a component."""


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
    from ._grid_kernel import arc_costs

    def costs(steps, ends):
        clipped = np.clip(np.where(valid, np.nan_to_num(coherence), 0.0), 0.0, 0.995)
        variance = _variances(float(max(looks, 1.0)))[
            np.rint(clipped * (TABLE - 1) / 0.995).astype(int)
        ]
        return arc_costs(steps, variance.astype(np.float32).ravel(), ends, UNIT, MOST)

    valid = np.ascontiguousarray(valid, bool)
    graph = _Graph(phase, valid)
    graph.close(costs)
    return graph.integrated()


def unwrap_learned(phase, coherence, valid):
    """Unwrap a raster by minimum-cost flow, with costs from a network that has seen fringes.

    Where the phase changes by more than half a cycle from pixel to pixel, as on the flanks of a
    mining basin, its wrapped differences are wrong although nothing is noisy, and no cost by
    coherence tells. The network gives each difference probabilities ``p`` of a cycle less, none
    and a cycle more; the most likely one is taken, and the flow closes what is left at the cost
    ``ln(p of it / p of the other)``.

    Parameters
    ----------
    phase : ndarray, shape (row, column)
        Wrapped, radians.
    coherence : ndarray, same shape
    valid : ndarray of bool, same shape

    Returns
    -------
    unwrapped : ndarray of float64, shape (row, column)
        Congruent with the phase; NaN where not valid.
    component : ndarray of int32, same shape
        Pixels that are joined by differences of which the network is sure (:data:`SURE`), by
        number from 1; 0 not valid.
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    from ...detection.phase_network import jump_probabilities

    valid = np.ascontiguousarray(valid, bool)
    graph = _Graph(phase, valid)
    down = graph.ends[:, 1] - graph.ends[:, 0] > 1
    if valid.shape[1] == 1:
        down[:] = True
    found = jump_probabilities(np.where(valid, phase, np.nan), coherence)
    chances = found.reshape(2, 3, -1)[down.astype(int), :, graph.ends[:, 0]]
    likely = np.argmax(chances, axis=1)
    graph.add(likely - 1)
    logs = np.log(np.maximum(chances, LEAST_CHANCE))
    logs = np.concatenate([logs[:, :1], logs, logs[:, -1:]], axis=1) - np.array(
        [-np.log(LEAST_CHANCE), 0.0, 0.0, 0.0, -np.log(LEAST_CHANCE)]
    )
    place = np.arange(len(likely))
    best = logs[place, likely + 1]
    costs = np.stack([best - logs[place, likely + 2], best - logs[place, likely]], axis=1)
    graph.close(lambda steps, ends: 1 + np.rint(LEARNED_UNIT * costs).astype(np.int32))
    taken = likely + graph.flow
    sure = chances[place, np.clip(taken, 0, 2)] >= SURE
    sure &= (taken >= 0) & (taken <= 2)
    one, other = graph.ends[sure].T
    joined = coo_matrix((np.ones(len(one), np.int8), (one, other)), (valid.size, valid.size))
    component = connected_components(joined, directed=False)[1].reshape(valid.shape) + 1
    return graph.integrated(), np.where(valid, component, 0).astype(np.int32)


class _Graph:
    """Valid pixels, the differences between them, and cycles added to these."""

    def __init__(self, phase, valid):
        from ._grid_kernel import grid_graph, wrapped_steps

        self.valid = valid
        self.values = np.where(valid, phase, 0.0).astype(np.float64)
        self.ends, self.faces, self.count = grid_graph(valid)
        self.steps = wrapped_steps(self.values.ravel(), self.ends)
        self.flow = np.zeros(len(self.ends), np.int32)

    def add(self, cycles):
        """Add cycles to the differences."""
        self.steps += 2.0 * np.pi * cycles

    def close(self, costs):
        """Have the differences close around every face, at the least cost."""
        from ._flow_kernel import incidence, minimum_cost_flow
        from ._grid_kernel import residues

        supply = residues(self.steps, self.faces, self.count)
        if supply.any():
            given = costs(self.steps, self.ends)
            lists = incidence(self.faces, self.count)
            self.flow = minimum_cost_flow(*lists, self.faces, given, supply)
            self.add(self.flow)

    def integrated(self) -> np.ndarray:
        """Unwrapped phase; NaN where not valid."""
        from ._flow_kernel import incidence, spread

        valid = self.valid
        label = np.where(valid.ravel(), 0, -1).astype(np.int32)
        result = self.values.ravel().copy()
        order = np.flatnonzero(valid).astype(np.int32)
        spread(*incidence(self.ends, valid.size), self.ends, self.steps, order, result, label)
        return np.where(valid, result.reshape(valid.shape), np.nan)

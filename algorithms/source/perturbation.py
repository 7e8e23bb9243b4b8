# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How much the best faults move when the data do.

Parsons et al. (2006), Geophysical Journal International 164, 202-217.
"""

from __future__ import annotations

from typing import Callable

import numpy as np

from .misfit import Misfit
from .search import fit


def perturbed_fits(
    misfit: Misfit,
    unit,
    count: int = 100,
    seed: int = 1,
    balance=None,
    tick: Callable[[float], None] | None = None,
) -> np.ndarray:
    """Best faults of data with new noise.

    Noise of the samples' covariance is added to the data `count` times, and the faults are fitted
    anew from the best ones.

    Parameters
    ----------
    misfit : Misfit
    unit : ndarray, shape (free parameter,)
        The best place of the data as they are.
    count : int
    seed : int
    balance : sequence of float, optional
        Factor of each track's squares: tracks with 0.25 have errors twice as large as given, and
        get noise of that size.
    tick : callable, optional
        Called with the share that is done; may raise to stop.

    Returns
    -------
    ndarray, shape (count, free parameter)
    """
    generator = np.random.default_rng([seed, 11])
    balance = np.ones(len(misfit.blocks)) if balance is None else np.asarray(balance, float)
    periodic = misfit.space.periodic
    out = np.empty((count, len(unit)))
    for k in range(count):
        if tick is not None:
            tick(k / count)
        # Whitened and balanced, noise is white and of unit variance whatever the track.
        shift = np.concatenate([
            block.without_nuisance(generator.standard_normal((len(block.rows), 1)))[:, 0]
            for block in misfit.blocks
        ])  # fmt: skip
        out[k] = fit(misfit, unit, balance, shift)
    return np.where(periodic, unit + (out - unit + 0.5) % 1.0 - 0.5, out)

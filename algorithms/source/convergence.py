# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether Markov chains have converged, and how much they know (Gelman et al. 2013, chapter 11)."""

from __future__ import annotations

import numpy as np

CONVERGED = 1.05
"""R-hat from which on draws are not to be used."""


def split_r_hat(chains) -> np.ndarray:
    """Potential scale reduction of chains that are cut in halves.

    Parameters
    ----------
    chains : ndarray, shape (step, chain, parameter)

    Returns
    -------
    ndarray, shape (parameter,)
        1 where all halves have the same spread about the same mean; some 1.01 is good, 1.1 and
        more is not. NaN where nothing moves.
    """
    halves = _halves(chains)
    steps = len(halves)
    within = halves.var(axis=0, ddof=1).mean(axis=0)
    between = steps * halves.mean(axis=0).var(axis=0, ddof=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.sqrt(((steps - 1) / steps * within + between / steps) / within)


def effective_size(chains) -> np.ndarray:
    """Number of independent draws that tell the mean as well.

    Parameters
    ----------
    chains : ndarray, shape (step, chain, parameter)

    Returns
    -------
    ndarray, shape (parameter,)
        From the autocorrelation summed up to where pairs of it turn negative (Geyer 1992), all
        chains together; NaN where nothing moves.
    """
    halves = _halves(chains)
    steps, count, parameters = halves.shape
    covariance = _autocovariance(halves).mean(axis=1)
    means = halves.mean(axis=0).var(axis=0, ddof=1)
    within = covariance[0] * steps / (steps - 1)
    total = within * (steps - 1) / steps + means
    out = np.full(parameters, np.nan)
    for k in np.flatnonzero(total > 0):
        correlation = 1 - (within[k] - covariance[:, k]) / total[k]
        correlation[0] = 1.0
        pairs = correlation[: steps // 2 * 2].reshape(-1, 2).sum(axis=1)
        negative = np.flatnonzero(pairs < 0)
        pairs = np.minimum.accumulate(pairs[: negative[0] if len(negative) else None])
        time = max(2 * pairs.sum() - 1, 1 / np.log10(steps * count + 10))
        out[k] = steps * count / time
    return out


def _halves(chains):
    chains = np.asarray(chains, float)
    middle = len(chains) // 2
    return np.concatenate([chains[:middle], chains[-middle:]], axis=1)


def _autocovariance(chains):
    """Shape (lag, chain, parameter)."""
    steps = len(chains)
    size = 2 ** int(np.ceil(np.log2(2 * steps)))
    spectrum = np.fft.rfft(chains - chains.mean(axis=0), size, axis=0)
    return np.fft.irfft(np.abs(spectrum) ** 2, size, axis=0)[:steps] / steps

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Weights of interferograms from their coherence.

Only the inverse variances (`cramer_rao`, `phase_variance`) have a unit, 1/rad², so that with them
the variance factor of an inversion should come out near one.
"""

from __future__ import annotations

import numpy as np

from ..errors import GroundshiftError

TABLE_SIZE = 1001
# Coherence is biased up where there is little of it; near one a weight would go to infinity.
COHERENCE_RANGE = (0.05, 0.999)
KINDS = ("uniform", "coherence", "cramer_rao", "phase_variance")


def phase_variance(coherence, looks: float) -> np.ndarray:
    """Variance of the interferometric phase of a distributed target.

    Second moment over -π..π of the phase's density for Gaussian scatterers (Lee et al. 1994;
    Tough et al. 1995, eq. 66), with β = γ cos φ and I the regularised incomplete beta function
    written as ::

        p(φ) = (1-γ²)^L / (2π (1-β²))
             + Γ(L+½) / (2√π Γ(L)) · (β + |β| I(β²; ½, L-½)) · ((1-γ²)/(1-β²))^L / √(1-β²)

    which has no growing terms, whatever the number of looks, unlike the hypergeometric form. It
    goes from π²/3 without coherence to (1-γ²)/(2Lγ²) (Rodriguez and Martin 1992) for many looks.

    Parameters
    ----------
    coherence : array_like
        0 up to, but not including, 1.
    looks : float
        Independent looks L, at least 1, not necessarily a whole number.

    Returns
    -------
    ndarray, shape of `coherence`
        In rad².

    Raises
    ------
    GroundshiftError
        If `looks` is under 1.
    """
    from scipy.special import betainc, gammaln

    looks = _checked_looks(looks)
    gamma = np.asarray(coherence, float)[..., None]
    # Nodes crowd where the density is: equal steps in asinh(phase / width).
    width = np.sqrt((1 - gamma**2) / (2 * looks * np.maximum(gamma, 0.05) ** 2))
    nodes, node_weights = np.polynomial.legendre.leggauss(160)
    reach = np.arcsinh(np.pi / width)
    stretched = 0.5 * reach * (nodes + 1)
    phase = width * np.sinh(stretched)
    steps = 0.5 * reach * node_weights * width * np.cosh(stretched)

    def density(beta):
        rest = 1 - beta**2
        # For β < 0 the complement of I, taken as such: the difference would cancel.
        tail = np.where(
            beta > 0,
            beta * (1 + betainc(0.5, looks - 0.5, beta**2)),
            beta * betainc(looks - 0.5, 0.5, rest),
        )
        scale = np.exp(gammaln(looks + 0.5) - gammaln(looks)) / (2 * np.sqrt(np.pi))
        ratio = ((1 - gamma**2) / rest) ** looks
        return (1 - gamma**2) ** looks / (2 * np.pi * rest) + scale * tail * ratio / np.sqrt(rest)

    values = density(gamma * np.cos(phase)) * steps
    return 2 * np.sum(values * phase**2, axis=-1)


def weight_table(kind: str, looks: float = 1.0) -> np.ndarray:
    """Weights over coherence, for :func:`.inversion.invert`.

    Entry ``round(coherence * (TABLE_SIZE - 1))`` is the weight at a coherence of 0..1; below 0.05
    and above 0.999 the weight stays what it is there.

    Parameters
    ----------
    kind : str
        ``uniform``; ``coherence``: γ², every row of the system is scaled by its coherence (Tong
        and Schmidt 2016); ``cramer_rao``: 2Lγ²/(1-γ²), the bound for the inverse variance
        (Rodriguez and Martin 1992), good for more than 4 looks; ``phase_variance``: one over
        :func:`phase_variance`.
    looks : float
        Independent looks; not used by the first two.

    Returns
    -------
    ndarray of float64, shape (TABLE_SIZE,)

    Raises
    ------
    GroundshiftError
        If the kind is unknown, or `looks` is under 1 where it is used.
    """
    gamma = np.clip(np.linspace(0.0, 1.0, TABLE_SIZE), *COHERENCE_RANGE)
    if kind == "uniform":
        return np.ones(TABLE_SIZE)
    if kind == "coherence":
        return gamma**2
    if kind == "cramer_rao":
        return 2 * _checked_looks(looks) * gamma**2 / (1 - gamma**2)
    if kind == "phase_variance":
        return 1 / phase_variance(gamma, looks)
    raise GroundshiftError(f"'{kind}' is no kind of weights; choose one of {', '.join(KINDS)}.")


def _checked_looks(looks) -> float:
    if looks is None or not np.isfinite(looks) or looks < 1:
        raise GroundshiftError(
            f"The number of looks is {looks}; give the independent looks, at least 1."
        )
    return float(looks)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How precise linked phases can be, and how precise they are.

The Cramér–Rao bound (Tebaldini and Monti Guarnieri 2010) says what is possible for a known
coherence matrix Γ of L independent samples. What a pixel's own sample coherence makes of it is far
too hopeful: chance makes low coherence look high, and the weights of the estimate chase the same
chance. So the noise of linked phases is predicted by propagation of errors instead. All estimators
make ``sum W_mn |T_mn| cos(arg T_mn - θ_m + θ_n)`` stationary, each with its own real weights W
(minus the product of the leading eigenvector's magnitudes for EVD, the inverse of the regularised
magnitudes for EMI and triangulation). With the Hessian ``H = W∘Γ`` less its row sums on the
diagonal, and the covariance of the gradient for complex Gaussian samples,
``J = (Γ∘(WΓW) - (WΓ)∘(WΓ)ᵀ) / 2L``, phases have the covariance ``H⁻¹ J H⁻¹``; with ``W = Γ⁻¹``
that is the bound. Γ is not the pixel's noisy matrix but a smooth one: its squared magnitudes are
freed of their bias, ``(L |T|² - 1) / (L - 1)`` (Touzi et al. 1999), and a product of a factor a
date and one a span of time is fitted to them. `benchmarks/accuracy_linking.py` shows how the errors
compare with it.
"""

from __future__ import annotations

import numpy as np

from ..errors import GroundshiftError
from ._variance_constants import FACTOR_STEPS, LEAST_FACTOR, MOST_FACTOR, MOST_SQUARED, MOST_STD

LEAST_EIGENVALUE = 1e-3


def phase_bound(coherence, looks: float) -> np.ndarray:
    """Cramér–Rao bound of the phases of all dates but the first, against the first.

    Parameters
    ----------
    coherence : ndarray, shape (..., time, time)
        True magnitudes, positive definite.
    looks : float
        Independent samples.

    Returns
    -------
    ndarray, shape (..., time - 1)
        Standard deviation in radians: the root of the diagonal of ``(Θᵀ X Θ)⁻¹`` with
        ``X = 2 L (Γ∘Γ⁻¹ - I)``.

    Raises
    ------
    GroundshiftError
        If the coherence matrix has no inverse.
    """
    coherence = np.asarray(coherence, float)
    try:
        inverse = np.linalg.inv(coherence)
        information = 2.0 * looks * (coherence * inverse - np.eye(coherence.shape[-1]))
        covariance = np.linalg.inv(information[..., 1:, 1:])
    except np.linalg.LinAlgError as error:
        raise GroundshiftError(
            "The coherence matrix has no inverse, so there is no bound of the phases; give "
            "coherences below 1."
        ) from error
    return np.sqrt(np.diagonal(covariance, axis1=-2, axis2=-1))


def span_classes(dates) -> np.ndarray:
    """Class of each pair of dates by its span, in steps of the median interval.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)

    Returns
    -------
    ndarray of int64, shape (time * (time + 1) / 2,)
        Entry (i, j) at ``i (i + 1) / 2 + j``; numbered without gaps, 0 on the diagonal.
    """
    days = np.asarray(dates, "datetime64[D]").astype(int)
    step = max(float(np.median(np.diff(days))), 1.0) if len(days) > 1 else 1.0
    i, j = np.tril_indices(len(days))
    classes = np.maximum(np.round((days[i] - days[j]) / step), 1).astype(np.int64)
    apart = i != j
    numbers = np.zeros(len(classes), np.int64)
    numbers[apart] = np.unique(classes[apart], return_inverse=True)[1]
    return numbers


def positive_definite(coherence) -> np.ndarray:
    """A coherence matrix that can be, near one that is averaged: no eigenvalue is too small."""
    values, vectors = np.linalg.eigh(coherence)
    coherence = (vectors * np.maximum(values, LEAST_EIGENVALUE)) @ vectors.T
    scale = np.sqrt(np.diagonal(coherence))
    return coherence / np.outer(scale, scale)


def model_coherence(coherence, looks: float, classes) -> np.ndarray:
    """Coherence without the noise and the bias of its estimate: date factors times a decay.

    Parameters
    ----------
    coherence : ndarray, shape (time, time)
        Sample coherence, complex or its magnitudes.
    looks : float
        Independent samples, more than 1.
    classes : ndarray of int64
        See :func:`span_classes`.

    Returns
    -------
    ndarray, shape (time, time)
    """
    size = len(coherence)
    i, j = np.tril_indices(size)
    apart = i != j
    i, j, classes = i[apart], j[apart], np.asarray(classes)[apart]
    squared = (looks * np.abs(coherence[i, j]) ** 2 - 1.0) / (looks - 1.0)
    count = np.bincount(classes)
    sums = np.bincount(classes, squared)
    mean = np.maximum(sums / count, 0.0)[classes]
    total = np.maximum(np.bincount(i, squared, size) + np.bincount(j, squared, size), 0.0)
    factor = np.ones(size)
    for _ in range(FACTOR_STEPS):
        expected = np.bincount(i, mean * factor[j], size) + np.bincount(j, mean * factor[i], size)
        factor = np.sqrt(total * factor / (expected + 1e-9))
        factor = np.clip(factor, LEAST_FACTOR, MOST_FACTOR)
    product = factor[i] * factor[j]
    decay = np.maximum(sums / (np.bincount(classes, product) + 1e-9), 0.0)
    model = np.eye(size)
    model[i, j] = model[j, i] = np.sqrt(np.clip(decay[classes] * product, 0.0, MOST_SQUARED))
    return model


def predicted_std(weights, coherence, looks: float) -> np.ndarray:
    """Standard deviation of linked phases of all dates but the first, against the first.

    Parameters
    ----------
    weights : ndarray, shape (time, time)
        W of the estimator; see the module.
    coherence : ndarray, shape (time, time)
        Magnitudes, as from :func:`model_coherence`.
    looks : float
        Independent samples.

    Returns
    -------
    ndarray, shape (time - 1,)
        Radians; never more than that of a phase that is all noise, π/√3.
    """
    product = weights @ coherence
    gradient = (coherence * (product @ weights) - product * product.T) / (2.0 * looks)
    hessian = weights * coherence
    np.fill_diagonal(hessian, 0.0)
    np.fill_diagonal(hessian, -hessian.sum(axis=1))
    try:
        inverse = np.linalg.inv(np.linalg.cholesky(hessian[1:, 1:]))
    except np.linalg.LinAlgError:
        return np.full(len(weights) - 1, MOST_STD)
    inverse = inverse.T @ inverse
    variance = np.diagonal(inverse @ gradient[1:, 1:] @ inverse)
    return np.minimum(np.sqrt(np.maximum(variance, 0.0)), MOST_STD)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase linking by whole matrices in plain NumPy, and images of known coherence to link."""

import numpy as np

HALF = (3, 4)
DATES = np.datetime64("2020-01-04") + 12 * np.arange(60)


def decay(times, at_once=0.7, days=60.0, at_last=0.15):
    """Coherence that falls exponentially to a residual."""
    span = 12.0 * np.abs(np.subtract.outer(np.arange(times), np.arange(times)))
    gamma = (at_once - at_last) * np.exp(-span / days) + at_last
    np.fill_diagonal(gamma, 1.0)
    return gamma


def speckle(gamma, shape, phase=None, seed=0):
    """Complex Gaussian images of a coherence matrix and of phases by date."""
    rng = np.random.default_rng(seed)
    times = len(gamma)
    noise = rng.normal(size=(times, *shape)) + 1j * rng.normal(size=(times, *shape))
    values = np.tensordot(np.linalg.cholesky(gamma), noise, 1)
    if phase is not None:
        values *= np.exp(1j * np.asarray(phase))[:, np.newaxis, np.newaxis]
    return values.astype(np.complex64)


def plain_coherence(values, brothers, row, col, half=HALF, strides=(1, 1), unit=False):
    """Coherence matrix of one pixel in double precision."""
    top, left = row * strides[0] + strides[0] // 2, col * strides[1] + strides[1] // 2
    window = values[:, top : top + 2 * half[0] + 1, left : left + 2 * half[1] + 1]
    samples = window[:, brothers[row, col]].astype(complex)
    samples = samples[:, np.isfinite(samples).all(axis=0)]
    if unit:
        samples = samples / np.abs(samples)
    sums = samples @ samples.conj().T
    scale = np.sqrt(np.diagonal(sums).real)
    return sums / np.outer(scale, scale), samples.shape[1]


def plain_weights(matrix, estimator, regularisation="hadamard", beta=0.05):
    """W of an estimator."""
    if estimator == "wevd":
        size = np.abs(np.linalg.eigh(matrix * np.abs(matrix))[1][:, -1])
        return -np.outer(size, size) * np.abs(matrix)
    if estimator in ("evd", "tevd"):
        size = np.abs(np.linalg.eigh(matrix)[1][:, -1])
        return -np.outer(size, size)
    magnitude = np.abs(matrix)
    magnitude = magnitude**2 if regularisation == "hadamard" else magnitude
    beta = 0.0 if regularisation == "none" else beta
    return np.linalg.inv((1 - beta) * magnitude + beta * np.eye(len(matrix)))


def plain_phases(matrix, estimator, regularisation="hadamard", beta=0.05):
    """Linked phases of one pixel, by eigh and by many coordinate steps."""
    weights = plain_weights(matrix, estimator, regularisation, beta)
    if estimator == "wevd":
        vector = np.linalg.eigh(matrix * np.abs(matrix))[1][:, -1]
    elif estimator in ("evd", "tevd"):
        vector = np.linalg.eigh(matrix)[1][:, -1]
    else:
        vector = np.linalg.eigh(weights * matrix)[1][:, 0]
    phasors = vector / np.abs(vector)
    if estimator in ("tevd", "pta"):
        form = weights * matrix
        np.fill_diagonal(form, 0)
        for _ in range(1000):
            for p in range(len(phasors)):
                step = -form[p] @ phasors
                phasors[p] = step / np.abs(step)
    return np.angle(phasors * phasors[0].conj())


def plain_goodness(matrix, phases):
    """γ_DS as Ferretti et al. (2011) write it."""
    m, n = np.triu_indices(len(matrix), 1)
    fit = np.exp(1j * (np.angle(matrix[m, n]) - phases[m] + phases[n]))
    return 2 / (len(matrix) * (len(matrix) - 1)) * fit.sum().real


def wrapped(phase):
    """The nearest to zero."""
    return np.angle(np.exp(1j * phase))

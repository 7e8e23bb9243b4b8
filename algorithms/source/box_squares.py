# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Many small least-squares problems within bounds at a time."""

from __future__ import annotations

import itertools

import numpy as np

MOST_EXACT = 4
SWEEPS = 200


def least_squares_in_box(normal, right, low, high) -> np.ndarray:
    """Minimise ``x' N x / 2 - b' x`` with bounds on x, for many (N, b).

    Parameters
    ----------
    normal : ndarray, shape (problem, n, n)
        Positive semi-definite.
    right : ndarray, shape (problem, n)
    low, high : ndarray, shape (problem, n)

    Returns
    -------
    ndarray, shape (problem, n)

    Notes
    -----
    Up to 4 unknowns all faces of the box are tried, which is exact; more are solved by coordinate
    descent, which converges for every convex problem in a box (Tseng 2001).
    """
    if right.shape[1] <= MOST_EXACT:
        return _by_faces(normal, right, low, high)
    return _by_descent(normal, right, low, high)


def _by_faces(normal, right, low, high):
    problems, count = right.shape
    best, best_value = np.clip(np.zeros_like(right), low, high), np.full(problems, np.inf)
    tiny = 1e-12 * (np.trace(normal, axis1=1, axis2=2) / count + 1e-300)
    for state in itertools.product((0, -1, 1), repeat=count):
        inside = np.array(state) == 0
        x = np.where(np.array(state) < 0, low, high).astype(float)
        if inside.any():
            inner = normal[:, inside][:, :, inside] + tiny[:, None, None] * np.eye(inside.sum())
            held = np.einsum("mij,mj->mi", normal[:, inside][:, :, ~inside], x[:, ~inside])
            x[:, inside] = np.linalg.solve(inner, (right[:, inside] - held)[..., None])[..., 0]
        fits = ((x >= low - 1e-12) & (x <= high + 1e-12)).all(axis=1)
        value = 0.5 * np.einsum("mi,mij,mj->m", x, normal, x) - (right * x).sum(axis=1)
        better = fits & (value < best_value)
        best[better], best_value[better] = x[better], value[better]
    return np.clip(best, low, high)


def _by_descent(normal, right, low, high):
    x = np.clip(np.zeros_like(right), low, high)
    diagonal = np.maximum(np.einsum("mii->mi", normal), 1e-300)
    for _ in range(SWEEPS):
        before = x.copy()
        for k in range(right.shape[1]):
            slope = right[:, k] - np.einsum("mj,mj->m", normal[:, k], x)
            x[:, k] = np.clip(x[:, k] + slope / diagonal[:, k], low[:, k], high[:, k])
        if np.abs(x - before).max() <= 1e-10 * max(np.abs(x).max(), 1e-300):
            break
    return x

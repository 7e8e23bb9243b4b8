# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A surface from its gradients, by least squares."""

from __future__ import annotations

import numpy as np


def surface(right, down) -> np.ndarray:
    """The surface whose steps from pixel to pixel are nearest to given ones.

    Poisson's equation with the gradient given at the edges, solved by cosine transforms (Ghiglia
    and Romero 1994, Journal of the Optical Society of America A 11(1), 107-117).

    Parameters
    ----------
    right, down : ndarray, shape (row, column)
        Steps to the pixel on the right and to the lower one; the last column and the last row are
        not looked at. NaN is taken as no step.

    Returns
    -------
    ndarray of float64, shape (row, column)
        Of mean zero.
    """
    from scipy.fft import dctn, idctn

    right, down = np.nan_to_num(right).astype(float), np.nan_to_num(down).astype(float)
    right[:, -1], down[-1] = 0.0, 0.0
    source = right.copy()
    source[:, 1:] -= right[:, :-1]
    source += down
    source[1:] -= down[:-1]
    waves = dctn(source, norm="ortho")
    rows, cols = (2 * np.cos(np.pi * np.arange(n) / n) - 2 for n in source.shape)
    divisor = rows[:, None] + cols
    divisor[0, 0] = 1.0
    waves /= divisor
    waves[0, 0] = 0.0
    return idctn(waves, norm="ortho")

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Products of large dense matrices through SciPy.

QGIS on Linux loads the GNU Scientific Library, whose plain ``cblas_`` functions then stand in for
those that NumPy was built for: its ``@`` takes some fifty times as long inside of QGIS as outside.
SciPy calls the Fortran names, which nothing shadows.
"""

from __future__ import annotations

import numpy as np


def gram(matrix) -> np.ndarray:
    """A matrix' transpose times itself.

    Parameters
    ----------
    matrix : ndarray of float, shape (row, column)

    Returns
    -------
    ndarray, shape (column, column)
        Symmetric to the last bit.
    """
    from scipy.linalg import blas

    matrix = np.ascontiguousarray(matrix, float)
    if not matrix.size:
        return np.zeros((matrix.shape[1], matrix.shape[1]))
    upper = np.triu(blas.dsyrk(1.0, matrix.T))
    return upper + np.triu(upper, 1).T


def product(left, right) -> np.ndarray:
    """Two matrices' product, as ``left @ right``.

    Its last bits depend on the processor and on the shapes, as all that a library multiplies: what
    is worked out block by block is the same to rounding, not to the last bit.

    Parameters
    ----------
    left : ndarray of float32 or float64, shape (row, inner)
    right : ndarray, shape (inner, column)
        Taken in the type of `left`.

    Returns
    -------
    ndarray, shape (row, column)
    """
    from scipy.linalg import get_blas_funcs

    left = np.ascontiguousarray(left)
    right = np.ascontiguousarray(right, left.dtype)
    if not (left.size and right.size):
        return left @ right
    multiply = get_blas_funcs("gemm", dtype=left.dtype)
    # Transposed, rows become the columns that Fortran wants: nothing is copied.
    return multiply(1.0, right.T, left.T).T

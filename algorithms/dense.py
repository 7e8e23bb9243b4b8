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

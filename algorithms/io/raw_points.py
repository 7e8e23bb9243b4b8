# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Points as a file has them: in its units and with its sign."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class RawPoints:
    """Some points of a file.

    Parameters
    ----------
    x, y : ndarray, shape (point,)
        NaN where unknown.
    series : ndarray, shape (time, point)
        In the order of the layout's dates; NaN where missing.
    roles : dict of str to ndarray
        Velocity, coherence, height, angles ..., see :data:`..data.point_columns.ROLES`.
    others : dict of str to ndarray
        Further columns by their new names: numbers, or text.
    done : float
        Share of the file that has been read, 0 to 1.
    """

    x: np.ndarray
    y: np.ndarray
    series: np.ndarray
    roles: dict
    others: dict
    done: float

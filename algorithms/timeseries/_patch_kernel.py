# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernel that drops patches too small or too weak. Importing this module imports numba."""

from __future__ import annotations

import numpy as np

from ..kernels import njit


@njit(cache=True, nogil=True)
def drop_weak(plane, evidence, least, limit, kept):
    """Copy the patches of enough pixels and evidence; `kept` comes as zeros.

    A patch is what hangs together by sides and has one value that is not 0.

    Parameters
    ----------
    plane, evidence, kept : ndarray of int8, shape (row, column)
    least : int
    limit : float
        See :func:`.closure.keep_sure_patches`.
    """
    rows, cols = plane.shape
    seen = np.zeros((rows, cols), np.bool_)
    patch = np.empty(np.count_nonzero(plane), np.int64)
    for row in range(rows):
        for col in range(cols):
            value = plane[row, col]
            if value == 0 or seen[row, col]:
                continue
            seen[row, col] = True
            patch[0] = row * cols + col
            count, done, total = 1, 0, 0.0
            while done < count:
                r, c = divmod(patch[done], cols)
                total += evidence[r, c]
                done += 1
                for step in range(4):
                    down, right = r + (step == 0) - (step == 1), c + (step == 2) - (step == 3)
                    if not (0 <= down < rows and 0 <= right < cols):
                        continue
                    if plane[down, right] == value and not seen[down, right]:
                        seen[down, right] = True
                        patch[count] = down * cols + right
                        count += 1
            if count >= least and total >= limit * np.sqrt(count):
                for place in patch[:count]:
                    kept[place // cols, place % cols] = value

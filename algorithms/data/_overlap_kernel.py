# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compiled: means of the pixels that rectangles overlap."""

from __future__ import annotations

import math

import numpy as np

from ..kernels import njit, prange
from .statistics import ROBUST_SIGMA


@njit(cache=True, nogil=True, error_model="numpy", parallel=True)
def overlap_means_into(values, std, box, least, screened, limit, out):
    """See :func:`.overlap.overlap_means`; `box` is (4, cell): rows from, to, columns from, to."""
    rows, cols = values.shape
    for cell in prange(box.shape[1]):
        out[0, cell] = out[1, cell] = np.nan
        top, bottom, left, right = box[0, cell], box[1, cell], box[2, cell], box[3, cell]
        if not (top < bottom and left < right):
            continue
        first_row, end_row = max(0, math.floor(top)), min(rows, math.ceil(bottom))
        first_col, end_col = max(0, math.floor(left)), min(cols, math.ceil(right))
        if first_row >= end_row or first_col >= end_col:
            continue
        found = np.empty((end_row - first_row) * (end_col - first_col))
        count, covered = 0, 0.0
        for row in range(first_row, end_row):
            high = min(bottom, row + 1.0) - max(top, float(row))
            for col in range(first_col, end_col):
                if np.isfinite(values[row, col]):
                    wide = min(right, col + 1.0) - max(left, float(col))
                    found[count] = values[row, col]
                    covered += high * wide
                    count += 1
        if count == 0 or covered < least * min(1.0, (bottom - top) * (right - left)):
            continue
        middle, spread = 0.0, np.inf
        if count >= screened:
            middle = np.median(found[:count])
            spread = ROBUST_SIGMA * np.median(np.abs(found[:count] - middle))
        weights = mean = square = 0.0
        for row in range(first_row, end_row):
            high = min(bottom, row + 1.0) - max(top, float(row))
            for col in range(first_col, end_col):
                value, error = values[row, col], std[row, col]
                if not abs(value - middle) <= limit * max(spread, error):
                    continue  # wild, or no data
                wide = min(right, col + 1.0) - max(left, float(col))
                weight = high * wide / (error * error)
                weights += weight
                mean += weight * value
                square += weight * weight * error * error
        if weights > 0:
            out[0, cell] = mean / weights
            out[1, cell] = math.sqrt(square) / weights

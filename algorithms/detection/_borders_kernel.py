# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Numba kernels on one interferogram: smoothed, cut into connected parts, contrasts between them.

Importing this module imports numba.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit


@njit(cache=True, nogil=True)
def smooth(plane, wanted, out):
    """Median of the known values of each known pixel's 3 x 3 neighbourhood.

    Where a pixel is not wanted it is NaN in `out`.
    """
    rows, cols = plane.shape
    window = np.empty(9)
    for row in range(rows):
        for col in range(cols):
            out[row, col] = np.nan
            if plane[row, col] != plane[row, col] or not wanted[row, col]:
                continue
            count = 0
            for r in range(max(0, row - 1), min(rows, row + 2)):
                for c in range(max(0, col - 1), min(cols, col + 2)):
                    value = plane[r, c]
                    if value == value:
                        k = count
                        while k > 0 and window[k - 1] > value:
                            window[k] = window[k - 1]
                            k -= 1
                        window[k] = value
                        count += 1
            # The lower one of two in the middle, so that values do not mix across a jump.
            out[row, col] = window[(count - 1) // 2]


@njit(cache=True, nogil=True)
def connect(plane, limit, labels, sizes):
    """Number from 1 the parts whose neighbours differ by no more than `limit`; returns how many.

    `labels` comes as zeros and keeps 0 where there is no data; `sizes` gets the pixels of a part.
    """
    rows, cols = plane.shape
    queue = np.empty(rows * cols, np.int64)
    parts = 0
    for row in range(rows):
        for col in range(cols):
            if labels[row, col] != 0 or plane[row, col] != plane[row, col]:
                continue
            parts += 1
            labels[row, col] = parts
            queue[0] = row * cols + col
            done, count = 0, 1
            while done < count:
                r, c = divmod(queue[done], cols)
                done += 1
                for step in range(4):
                    down, right = r + (step == 0) - (step == 1), c + (step == 2) - (step == 3)
                    if not (0 <= down < rows and 0 <= right < cols) or labels[down, right] != 0:
                        continue
                    if abs(plane[down, right] - plane[r, c]) <= limit:
                        labels[down, right] = parts
                        queue[count] = down * cols + right
                        count += 1
            sizes[parts - 1] = count
    return parts


@njit(cache=True, nogil=True)
def grow(labels, reach, source):
    """Give pixels without label the nearest one's, so far away at most, and its place.

    `source` gets the place (row times columns plus column) of the pixel that a label comes from,
    -1 where there is none.
    """
    rows, cols = labels.shape
    queue = np.empty(rows * cols, np.int64)
    count = 0
    for row in range(rows):
        for col in range(cols):
            source[row, col] = -1
            if labels[row, col] != 0:
                source[row, col] = row * cols + col
                queue[count] = row * cols + col
                count += 1
    done = 0
    for _ in range(reach):
        stop = count
        while done < stop:
            r, c = divmod(queue[done], cols)
            done += 1
            for step in range(4):
                down, right = r + (step == 0) - (step == 1), c + (step == 2) - (step == 3)
                if 0 <= down < rows and 0 <= right < cols and labels[down, right] == 0:
                    labels[down, right] = labels[r, c]
                    source[down, right] = source[r, c]
                    queue[count] = down * cols + right
                    count += 1


@njit(cache=True, nogil=True)
def contrasts(plane, labels, source, first, second, step):
    """Differences (second minus first part) across borders; returns how many there are.

    Filled up to the length of the arrays; call with empty ones to count.
    """
    rows, cols = labels.shape
    count = 0
    for row in range(rows):
        for col in range(cols):
            a = labels[row, col]
            if a == 0:
                continue
            for way in range(2):
                r, c = row + (way == 0), col + (way == 1)
                if r >= rows or c >= cols:
                    continue
                b = labels[r, c]
                if b == 0 or b == a:
                    continue
                here, there = source[row, col], source[r, c]
                # One pixel back on both sides: at the border the smoothing mixes the two.
                up, left = row - (way == 0), col - (way == 1)
                if up >= 0 and left >= 0 and labels[up, left] == a:
                    here = source[up, left]
                down, right = r + (way == 0), c + (way == 1)
                if down < rows and right < cols and labels[down, right] == b:
                    there = source[down, right]
                value = plane[there // cols, there % cols] - plane[here // cols, here % cols]
                if value != value:
                    continue
                if count < len(step):
                    first[count] = min(a, b)
                    second[count] = max(a, b)
                    step[count] = value if a < b else -value
                count += 1
    return count

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Stress tensors of many resamplings of focal mechanisms, in compiled loops.

Tensors are five numbers: (north-like) ``xx, xy, xz, yy, yz`` with ``zz = -xx - yy``.
"""

from __future__ import annotations

import numpy as np

from ..kernels import njit

LINEAR, INSTABILITY, VARIABLE = 0, 1, 2
TINY = 1e-300


@njit(cache=True, nogil=True)
def eigen_kernel(m, values, vectors):
    """Eigenvalues of a symmetric 3x3 matrix, ascending, and vectors as rows (Jacobi).

    Parameters
    ----------
    m : ndarray of float64, shape (3, 3)
        Is lost.
    values, vectors : ndarray of float64, shapes (3,) and (3, 3)
    """
    for i in range(3):
        for j in range(3):
            vectors[i, j] = 1.0 if i == j else 0.0
    for _ in range(30):
        off = m[0, 1] * m[0, 1] + m[0, 2] * m[0, 2] + m[1, 2] * m[1, 2]
        size = m[0, 0] * m[0, 0] + m[1, 1] * m[1, 1] + m[2, 2] * m[2, 2]
        if off <= 1e-30 * size + TINY:
            break
        for p in range(2):
            for q in range(p + 1, 3):
                if m[p, q] == 0.0:
                    continue
                ratio = (m[q, q] - m[p, p]) / (2.0 * m[p, q])
                t = 1.0 / (abs(ratio) + np.sqrt(ratio * ratio + 1.0))
                if ratio < 0.0:
                    t = -t
                c = 1.0 / np.sqrt(t * t + 1.0)
                s = t * c
                for k in range(3):
                    a, b = m[k, p], m[k, q]
                    m[k, p], m[k, q] = c * a - s * b, s * a + c * b
                for k in range(3):
                    a, b = m[p, k], m[q, k]
                    m[p, k], m[q, k] = c * a - s * b, s * a + c * b
                for k in range(3):
                    a, b = vectors[p, k], vectors[q, k]
                    vectors[p, k], vectors[q, k] = c * a - s * b, s * a + c * b
    for k in range(3):
        values[k] = m[k, k]
    for p in range(2):
        for q in range(2 - p):
            if values[q] > values[q + 1]:
                values[q], values[q + 1] = values[q + 1], values[q]
                for k in range(3):
                    a = vectors[q, k]
                    vectors[q, k] = vectors[q + 1, k]
                    vectors[q + 1, k] = a


@njit(cache=True, nogil=True)
def solve_kernel(packed, right, x):
    """Solve five normal equations by Cholesky; False where they do not fix a tensor.

    Parameters
    ----------
    packed : ndarray of float64, shape (15,)
        The lower triangle, row by row.
    right, x : ndarray of float64, shape (5,)
    """
    low = np.empty((5, 5))
    for i in range(5):
        for j in range(i + 1):
            total = packed[i * (i + 1) // 2 + j]
            whole = total
            for k in range(j):
                total -= low[i, k] * low[j, k]
            if i == j:
                if not total > 1e-9 * whole:
                    return False
                low[i, i] = np.sqrt(total)
            else:
                low[i, j] = total / low[j, j]
    for i in range(5):
        total = right[i]
        for k in range(i):
            total -= low[i, k] * x[k]
        x[i] = total / low[i, i]
    for i in range(4, -1, -1):
        total = x[i]
        for k in range(i + 1, 5):
            total -= low[k, i] * x[k]
        x[i] = total / low[i, i]
    return True


@njit(cache=True, nogil=True)
def _reduced(x, values, axes, work, stress):
    """The stress with 1 and -1 as its ends, compression positive; gives R."""
    work[0, 0], work[1, 1], work[2, 2] = x[0], x[3], -x[0] - x[3]
    work[0, 1] = work[1, 0] = x[1]
    work[0, 2] = work[2, 0] = x[2]
    work[1, 2] = work[2, 1] = x[4]
    eigen_kernel(work, values, axes)
    span = values[2] - values[0]
    ratio = (values[1] - values[0]) / span if span > 0.0 else 0.5
    middle = 1.0 - 2.0 * ratio
    for i in range(3):
        for j in range(3):
            stress[i, j] = (
                axes[0, i] * axes[0, j] + middle * axes[1, i] * axes[1, j]
                - axes[2, i] * axes[2, j]
            )  # fmt: skip
    return ratio


@njit(cache=True, nogil=True, inline="always")
def _excess(xx, xy, xz, yy, yz, zz, a, b, c, friction):
    """Shear above friction on a plane of the normal (a, b, c): instability but for its scale."""
    x = xx * a + xy * b + xz * c
    y = xy * a + yy * b + yz * c
    z = xz * a + yz * b + zz * c
    pressure = a * x + b * y + c * z
    return np.sqrt(max(x * x + y * y + z * z - pressure * pressure, 0.0)) - friction * (
        pressure - 1.0
    )


@njit(cache=True, nogil=True)
def _shear(packed, x):
    """Magnitude of the shear traction on a plane."""
    total = 0.0
    for i in range(5):
        inner = 0.5 * packed[i * (i + 1) // 2 + i] * x[i]
        for j in range(i):
            inner += packed[i * (i + 1) // 2 + j] * x[j]
        total += 2.0 * inner * x[i]
    return np.sqrt(total) if total > 0.0 else 0.0


@njit(cache=True, nogil=True, inline="always")
def _move(packed, right, left, side, event, old, new, weight):
    """Take the equations of one plane out of the sums, and those of the other one in."""
    for k in range(15):
        left[k] += weight * packed[event, new, k]
    for k in range(5):
        side[k] += weight * right[event, new, k]
    if old >= 0:
        for k in range(15):
            left[k] -= weight * packed[event, old, k]
        for k in range(5):
            side[k] -= weight * right[event, old, k]


@njit(cache=True, nogil=True)
def _refined(packed, right, normals, used, counts, friction, method, steps, work):
    """Choose planes by their instability and solve again, until nothing changes.

    `work` holds: x, values, axes, matrix, stress, chosen, sum of matrices, sum of right sides.
    Gives the mean instability; -1 where there is no solution.
    """
    x, values, axes, matrix, stress, chosen, left, side = work
    before = np.empty(5)
    chosen[:] = -1
    left[:] = 0.0
    side[:] = 0.0
    mean = -1.0
    for _ in range(steps):
        _reduced(x, values, axes, matrix, stress)
        if method == VARIABLE:
            size = 0.0
            for k in range(3):
                size += values[k] * values[k]
            x /= np.sqrt(size)
        xx, xy, xz = stress[0, 0], stress[0, 1], stress[0, 2]
        yy, yz, zz = stress[1, 1], stress[1, 2], stress[2, 2]
        changed, total, number = False, 0.0, 0.0
        for event in used:
            first, second = (
                _excess(
                    xx, xy, xz, yy, yz, zz, normals[event, 0, 0], normals[event, 0, 1],
                    normals[event, 0, 2], friction,
                ),
                _excess(
                    xx, xy, xz, yy, yz, zz, normals[event, 1, 0], normals[event, 1, 1],
                    normals[event, 1, 2], friction,
                ),
            )  # fmt: skip
            pick = 0 if first >= second else 1
            total += counts[event] * max(first, second)
            number += counts[event]
            if pick != chosen[event]:
                changed = True
                if method != VARIABLE:
                    _move(packed, right, left, side, event, chosen[event], pick, counts[event])
                chosen[event] = pick
        mean = total / (number * (friction + np.sqrt(1.0 + friction * friction)))
        if method != VARIABLE and not changed:
            break
        if method == VARIABLE:
            left[:] = 0.0
            side[:] = 0.0
            for event in used:
                pick, weight = chosen[event], counts[event]
                for k in range(15):
                    left[k] += weight * packed[event, pick, k]
                weight = weight * _shear(packed[event, pick], x)
                for k in range(5):
                    side[k] += weight * right[event, pick, k]
        before[:] = x
        if not solve_kernel(left, side, x):
            return -1.0
        if method == VARIABLE and not changed:
            _reduced(x, values, axes, matrix, stress)
            size, moved = 0.0, 0.0
            for k in range(3):
                size += values[k] * values[k]
            for k in range(5):
                moved = max(moved, abs(x[k] / np.sqrt(size) - before[k]))
            if moved < 1e-6:
                break
    return mean


@njit(cache=True, nogil=True)
def tensors_kernel(packed, right, normals, counts, frictions, method, steps, out):
    """Tensors of resamplings.

    Parameters
    ----------
    packed : ndarray of float64, shape (event, 2, 15)
        Normal equations of both planes of mechanisms, their lower triangles.
    right : ndarray of float64, shape (event, 2, 5)
    normals : ndarray of float64, shape (event, 2, 3)
    counts : ndarray of float64, shape (resampling, event)
        How often each counts.
    frictions : ndarray of float64, shape (friction,)
        That of the highest mean instability is taken.
    method : int
        LINEAR takes both planes of all.
    steps : int
        At most.
    out : ndarray of float64, shape (resampling, 8)
        Tensor (5), shape ratio R, friction and mean instability; NaN where nothing is fixed.
    """
    events = packed.shape[0]
    x, best, start = np.empty(5), np.empty(5), np.empty(5)
    values, axes, matrix, stress = np.empty(3), np.empty((3, 3)), np.empty((3, 3)), np.empty((3, 3))
    chosen, left, side = np.empty(events, np.int64), np.empty(15), np.empty(5)
    work = (x, values, axes, matrix, stress, chosen, left, side)
    for row in range(counts.shape[0]):
        out[row] = np.nan
        used = np.flatnonzero(counts[row])
        left[:] = 0.0
        side[:] = 0.0
        for event in used:
            for plane in range(2):
                for k in range(15):
                    left[k] += counts[row, event] * packed[event, plane, k]
                for k in range(5):
                    side[k] += counts[row, event] * right[event, plane, k]
        if not solve_kernel(left, side, start):
            continue
        best[:] = start
        highest, friction = np.nan, np.nan
        if method != LINEAR:
            for value in frictions:
                x[:] = start
                mean = _refined(
                    packed, right, normals, used, counts[row], value, method, steps, work
                )
                if mean > -1.0 and not mean <= highest:
                    highest, friction = mean, value
                    best[:] = x
        ratio = _reduced(best, values, axes, matrix, stress)
        for k in range(5):
            out[row, k] = best[k]
        out[row, 5], out[row, 6], out[row, 7] = ratio, friction, highest

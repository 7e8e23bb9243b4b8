# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The planar graph of a raster's valid pixels, compiled: arcs, faces, costs, integration.

Arcs join valid pixels side by side. A face is a cell of four valid pixels; cells that miss a pixel
flow together into one face, so that the phase around a lake closes but within it need not.
"""

from __future__ import annotations

import math

import numpy as np

from ...kernels import njit

TAU = 2.0 * math.pi


@njit(inline="always")
def _find(above, n):
    while above[n] != n:
        above[n] = above[above[n]]
        n = above[n]
    return n


@njit(inline="always")
def _join(above, a, b):
    a, b = _find(above, a), _find(above, b)
    if a < b:
        above[b] = a
    else:
        above[a] = b


@njit(cache=True, nogil=True)
def grid_graph(valid):
    """Arcs and faces of the valid pixels.

    Parameters
    ----------
    valid : ndarray of bool, shape (row, column)

    Returns
    -------
    ends : ndarray of int32, shape (arc, 2)
        Pixels (flat numbers) that an arc joins: left and right, or upper and lower.
    faces : ndarray of int32, shape (arc, 2)
        Numbers of the faces on both sides. Along with the arc's direction, a positive unit of
        flow from the first face to the second adds a cycle to the arc's difference.
    count : int
        Number of faces.
    """
    rows, cols = valid.shape
    wide = cols + 1
    above = np.arange((rows + 1) * wide).astype(np.int32)
    arcs = 0
    # Cell (r, c) lies above and left of pixel (r, c); those outside count, too.
    for r in range(rows):
        for c in range(cols):
            if c + 1 < cols and valid[r, c] and valid[r, c + 1]:
                arcs += 1
            elif c + 1 < cols:
                _join(above, r * wide + c + 1, (r + 1) * wide + c + 1)
            if r + 1 < rows and valid[r, c] and valid[r + 1, c]:
                arcs += 1
            elif r + 1 < rows:
                _join(above, (r + 1) * wide + c, (r + 1) * wide + c + 1)
    for r in range(rows + 1):  # all cells beyond the border are one
        _join(above, 0, r * wide)
        _join(above, 0, r * wide + cols)
    for c in range(wide):
        _join(above, 0, c)
        _join(above, 0, rows * wide + c)
    numbers = np.full(len(above), -1, np.int32)
    count = 0
    for n in range(len(above)):
        top = _find(above, n)
        if numbers[top] < 0:
            numbers[top] = count
            count += 1
        numbers[n] = numbers[top]
    ends = np.empty((arcs, 2), np.int32)
    faces = np.empty((arcs, 2), np.int32)
    a = 0
    for r in range(rows):
        for c in range(cols):
            if not valid[r, c]:
                continue
            here = r * cols + c
            if c + 1 < cols and valid[r, c + 1]:
                ends[a, 0], ends[a, 1] = here, here + 1
                faces[a, 0] = numbers[r * wide + c + 1]
                faces[a, 1] = numbers[(r + 1) * wide + c + 1]
                a += 1
            if r + 1 < rows and valid[r + 1, c]:
                ends[a, 0], ends[a, 1] = here, here + cols
                faces[a, 0] = numbers[(r + 1) * wide + c + 1]
                faces[a, 1] = numbers[(r + 1) * wide + c]
                a += 1
    return ends, faces, count


@njit(cache=True, nogil=True)
def residues(steps, faces, count):
    """Whole cycles by which wrapped differences do not close around every face.

    Parameters
    ----------
    steps : ndarray of float64, shape (arc,)
        Wrapped difference along each arc.
    faces : ndarray of int32, shape (arc, 2)
    count : int

    Returns
    -------
    ndarray of int32, shape (count,)
        As supplies: flow that leaves the face.
    """
    sums = np.zeros(count)
    for a in range(len(steps)):
        sums[faces[a, 0]] -= steps[a]
        sums[faces[a, 1]] += steps[a]
    out = np.empty(count, np.int32)
    for n in range(count):
        out[n] = round(sums[n] / TAU)
    return out


@njit(cache=True, nogil=True)
def wrapped_steps(phase, ends):
    """Differences along arcs, wrapped to (-pi, pi]."""
    out = np.empty(len(ends))
    for a in range(len(ends)):
        step = np.float64(phase[ends[a, 1]]) - np.float64(phase[ends[a, 0]])
        out[a] = step - TAU * round(step / TAU)
    return out


@njit(cache=True, nogil=True)
def posed(phase, ends, faces, count, expected, weight, most):
    """What a field's differences leave to a flow of cycles.

    Parameters
    ----------
    phase : ndarray of float64, shape (point,)
        Wrapped.
    ends, faces : ndarray of int32, shape (arc, 2)
    count : int
        Number of faces.
    expected : ndarray of float32, shape (arc,)
        Differences with their cycles, such as time has found; NaN for the wrapped ones, which cost
        nothing to change.
    weight : ndarray of float64, shape (arc,)
        Cost of a cycle a radian of the difference from half a cycle.
    most : int
        Largest cost.

    Returns
    -------
    step : ndarray of float64, shape (arc,)
        The differences as expected, to the digits of the phase.
    supply : ndarray of int32, shape (count,)
        See :func:`residues`.
    costs : ndarray of int32, shape (arc, 2)
    """
    step = wrapped_steps(phase, ends)
    costs = np.ones((len(ends), 2), np.int32)
    for a in range(len(ends)):
        plain, wanted = step[a], np.float64(expected[a])
        if not np.isnan(wanted):
            step[a] = wanted + (plain - wanted - TAU * round((plain - wanted) / TAU))
            costs[a, 0] += np.int32(min(weight[a] * (math.pi + plain), most))
            costs[a, 1] += np.int32(min(weight[a] * (math.pi - plain), most))
    return step, residues(step, faces, count), costs


@njit(cache=True, nogil=True)
def arc_costs(steps, variance, ends, unit, most):
    """What a cycle more or less along each arc costs, from the likelihood of the difference.

    Adding a cycle to a difference `d` raises its square by ``4 pi (pi + d)``, taking one away by
    ``4 pi (pi - d)``; both are divided by the variance.

    Parameters
    ----------
    steps : ndarray, shape (arc,)
        Wrapped differences.
    variance : ndarray of float32, shape (point,)
        Of the phase at each end, radians squared.
    ends : ndarray of int32, shape (arc, 2)
    unit : float
        Cost of the likelihood of 1.
    most : int
        Largest cost.

    Returns
    -------
    ndarray of int32, shape (arc, 2)
    """
    out = np.empty((len(ends), 2), np.int32)
    for a in range(len(ends)):
        weight = unit * 4.0 * math.pi / (variance[ends[a, 0]] + variance[ends[a, 1]])
        out[a, 0] = min(most, 1 + int(weight * (math.pi + steps[a])))
        out[a, 1] = min(most, 1 + int(weight * (math.pi - steps[a])))
    return out

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Parts of one interferogram that stand whole cycles off their surroundings behind a sharp border.

Motion and atmosphere taper: between neighbouring pixels they change by little of a cycle. A part
that was unwrapped wrongly ends, on all sides, in steps of nearly whole cycles. The interferogram is
cut where smoothed neighbours differ by more than a quarter of a cycle; what the cuts close in is a
part, and how it stands to the next one is the median difference across their border. A step that
ends somewhere, as that of a fault, closes nothing in, and one whose height varies along the border
is no whole cycle.

Importing this module imports numba.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import _borders_kernel as kernel

TURN = 2 * np.pi
CUT = 0.25  # cycles between smoothed neighbours: half way to what noise leaves of a whole one
NEAR = 0.25  # cycles: of a sharp border's steps from whole ones
MOST_MISFIT = 0.12  # cycles: of a border's median step from whole ones
LEAST_SPREAD = 0.05  # rad^2, of the steps along a border
BESIDE = 2  # pixels beside a region whose phases its border's steps are of
FEWEST_STEPS = 8  # of a border that says something
PER_STEP = 3.0  # neighbouring steps share pixels, so that they count for a third


@dataclass(frozen=True)
class Border:
    """A part's border.

    Parameters
    ----------
    steps : int
        Neighbouring pixels across it.
    cycles : float
        Median step from outside in, less that of the neighbours' own cycles; NaN for no border.
    share : float
        Of the steps that are within a quarter of a cycle of the whole ones; NaN for no border.
    odds : float
        Logarithm of the odds for whole cycles against none.
    """

    steps: int = 0
    cycles: float = np.nan
    share: float = np.nan
    odds: float = 0.0


def sharp_parts(plane, least: int, reach: int, least_share: float) -> np.ndarray:
    """Cycles to add to the parts of an interferogram that stand off behind sharp borders.

    Parameters
    ----------
    plane : ndarray of float32, shape (row, column)
        Phase without steady motion, radians, NaN for no data.
    least : int
        Fewest pixels of a part.
    reach : int
        How many pixels without data or of small parts a border may be wide on each side.
    least_share : float
        Of a border's steps that have to be near whole cycles.

    Returns
    -------
    ndarray of int8, shape (row, column)
        0 for the largest part, for what stands as it does, and for what no border joins to it.
    """
    found = np.zeros(plane.shape, np.int8)
    soft = _smoothed(plane, np.ones(plane.shape, bool))
    labels, sizes = np.zeros(plane.shape, np.int32), np.zeros(plane.size, np.int64)
    parts = kernel.connect(soft, CUT * TURN, labels, sizes)
    sizes = sizes[:parts]
    if np.count_nonzero(sizes >= least) < 2:
        return found
    number = np.zeros(parts + 1, np.int32)
    large = np.flatnonzero(sizes >= least)
    number[large + 1] = np.arange(1, len(large) + 1)
    labels = number[labels]
    source = np.empty(plane.shape, np.int64)
    kernel.grow(labels, reach, source)
    offsets = _levelled(*_steps(soft, labels, source), sizes[large], least_share)
    if not offsets.any():
        return found
    cycles = np.concatenate(([0], -offsets))[labels]
    known = np.isfinite(soft) & (source >= 0)
    level = soft.ravel()[source[known]]
    same = np.rint((soft[known] - level) / TURN) == 0
    found[known] = np.where(same, np.clip(cycles[known], -127, 127), 0)
    return found


def borders_of(plane, labels, cycles) -> list[Border]:
    """Borders of regions in an interferogram.

    Parameters
    ----------
    plane : ndarray of float32, shape (row, column)
        Phase, radians, NaN for no data.
    labels : ndarray of int32, shape (row, column)
        1 to n in the regions, 0 elsewhere.
    cycles : ndarray of int, shape (n,)
        To be added to them.

    Returns
    -------
    list of Border
    """
    from scipy.ndimage import maximum_filter

    count = len(cycles)
    around = np.where(np.isfinite(plane), labels + 1, 0).astype(np.int32)
    source = np.arange(plane.size).reshape(plane.shape)
    soft = _smoothed(plane, maximum_filter(labels, 2 * BESIDE + 1) > 0)
    first, second, step = _steps(soft, around, source)
    added = np.concatenate(([0, 0], np.asarray(cycles)))
    # After the cycles are added nothing should be left.
    left = step / TURN + added[second] - added[first]
    found = []
    for region in range(2, count + 2):
        inside = second == region
        inward = np.concatenate((left[inside], -left[first == region]))
        found.append(_border(inward - added[region], -int(added[region])))
    return found


def _smoothed(plane, wanted):
    soft = np.empty(plane.shape, np.float32)
    kernel.smooth(np.ascontiguousarray(plane, np.float32), wanted, soft)
    return soft


def _border(steps, whole: int) -> Border:
    """Of steps inward in cycles, `whole` being expected."""
    if len(steps) < FEWEST_STEPS:
        return Border(len(steps))
    middle = float(np.median(steps))
    share = float((np.abs(steps - whole) < NEAR).mean())
    spread = max(LEAST_SPREAD, float((1.4826 * TURN * np.median(np.abs(steps - middle))) ** 2))
    against = abs(whole) * TURN * (abs(whole) * np.pi - TURN * abs(middle - whole))
    return Border(
        len(steps), middle, share,
        float(against / spread * np.sqrt(len(steps) / PER_STEP)),
    )  # fmt: skip


def _steps(plane, labels, source):
    nothing = np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0)
    count = kernel.contrasts(plane, labels, source, *nothing)
    first, second, step = np.zeros(count, np.int32), np.zeros(count, np.int32), np.zeros(count)
    kernel.contrasts(plane, labels, source, first, second, step)
    return first, second, step


def _levelled(first, second, step, sizes, least_share) -> np.ndarray:
    """Whole cycles by which parts stand above the largest one, along their longest borders."""
    offsets = np.zeros(len(sizes), np.int64)
    key = first.astype(np.int64) * (len(sizes) + 1) + second
    order = np.argsort(key, kind="stable")
    key, step = key[order], step[order] / TURN
    starts = np.flatnonzero(np.diff(key, prepend=-1))
    joins = []
    for begin, stop in zip(starts, np.append(starts[1:], len(key))):
        a, b = divmod(int(key[begin]), len(sizes) + 1)
        values = step[begin:stop]
        whole = round(float(np.median(values)))
        good = int((np.abs(values - whole) < NEAR).sum())
        misfit = abs(float(np.median(values)) - whole)
        sharp = (
            len(values) >= FEWEST_STEPS and good >= least_share * len(values)
            and misfit < MOST_MISFIT
        )  # fmt: skip
        joins.append((not sharp, -good, a - 1, b - 1, whole))
    # A maximum spanning tree, sharp borders first; what hangs on others is left as it is.
    joins.sort()
    group = np.arange(len(sizes))
    main = int(np.argmax(sizes))
    for vague, _, a, b, whole in joins:
        if vague or group[a] == group[b]:
            continue
        own, other = np.flatnonzero(group == group[a]), np.flatnonzero(group == group[b])
        offsets[other] += offsets[a] + whole - offsets[b]
        group[other] = group[own[0]]
    joined = group == group[main]
    return np.where(joined, offsets - offsets[main], 0)

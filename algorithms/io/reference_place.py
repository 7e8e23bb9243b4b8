# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the reference of a stack lies: asked for on the map, left in the file, or found."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.grid import Window
from ..data.stack import Stack
from ..errors import GroundshiftError
from ..runner import RunOptions, run
from ..timeseries import reference as referencing
from ..timeseries.velocity import DAYS_PER_YEAR
from .placing import grid_place, point_places


@dataclass(frozen=True)
class ReferenceChoice:
    """Where the motion is taken as zero; with neither point nor area the tool chooses.

    Parameters
    ----------
    point : (x, y) or None
        Map coordinates in the stack's CRS.
    radius_pixels : int
        The point's neighbourhood that is averaged.
    area : (xmin, ymin, xmax, ymax) or None
    """

    point: tuple | None = None
    radius_pixels: int = 0
    area: tuple | None = None


def tell_reference(stack: Stack, pairs, chosen, note) -> tuple:
    """Say where the reference is and which pairs have no data there.

    Returns
    -------
    (x, y), int
        Map coordinates, and the number of such pairs.
    """
    x, y = centre_place(stack, chosen.centre)
    note(f"Reference: {chosen.pixels} pixel(s) about ({x:.6g}, {y:.6g}).")
    lost = ~np.isfinite(chosen.phase)
    if lost.any():
        names = ", ".join("_".join(map(str, pair)) for pair in pairs[lost][:5])
        note(f"{lost.sum()} pair(s) have no data at the reference and are not used: {names}.")
    return (x, y), int(lost.sum())


def centre_place(stack, centre) -> tuple:
    """Map coordinates (x, y) of the middle of a reference, given by row and column."""
    row, col = centre
    x, y, _ = point_places(stack, [row], [col])
    return float(x[0]), float(y[0])


def find_reference(reader, pairs, choice, run_options, progress, cancelled):
    """The reference that was asked for, else the stack's own, else the best one.

    See :mod:`..timeseries.reference` for the last.
    """
    grid = reader.stack.grid
    own = stack_reference(reader.stack)
    if choice.area is not None:
        if reader.stack.has_lookup:
            raise GroundshiftError(
                "A reference area cannot be used in radar coordinates; give a reference point."
            )
        window = referencing.area_window(grid, *choice.area)
    elif choice.point is not None:
        place = grid_place(reader.stack, *choice.point)
        window = referencing.point_window(grid, *place, choice.radius_pixels)
    elif own is not None:
        window = Window(*own, 1, 1)
    else:
        spans = (pairs[:, 1] - pairs[:, 0]).astype(float) / DAYS_PER_YEAR
        scan = referencing.ThinnedScan(grid)
        share = None if progress is None else lambda done: progress(0.3 * done)
        memory = len(pairs) * 40.0 + 64.0
        local = RunOptions(run_options.budget, run_options.workers)
        run(
            referencing.Scan(spans), reader.read, scan.add, grid, bytes_per_pixel=memory,
            options=local, progress=share, cancelled=cancelled,
        )  # fmt: skip
        row, col = scan.choose()
        window = Window(row, col, 1, 1)
    return referencing.reference_of(window, reader.read(window).phase)


def stack_reference(stack: Stack):
    """Row and column that MintPy's ``reference_point.py`` left in a stack, or None."""
    try:
        row, col = int(stack.attributes["REF_Y"]), int(stack.attributes["REF_X"])
    except (KeyError, ValueError):
        return None
    return (row, col) if stack.grid.contains(row, col) else None

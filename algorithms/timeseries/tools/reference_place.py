# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the reference of a stack lies: asked for on the map, left in the file, or found."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.grid import Window
from ...data.stack import Stack
from ...errors import GroundshiftError, counted
from ...formats.placing import grid_place, point_places
from .. import reference as referencing

CHECKED_ROWS = 64  # read to see whether a stack's phase is wrapped
MOST_CHECKED = 1 << 23  # phases, whatever the number of pairs
WRAPPED_JUMPS = 1e-4  # share of the steps between neighbours; noise and slips alone reach beyond pi


@dataclass(frozen=True)
class ReferenceChoice:
    """Where the motion is taken as zero; with neither point nor area the tool chooses.

    Parameters
    ----------
    point : (x, y) or None
        Map coordinates in the stack's CRS.
    radius_pixels : int
        The neighbourhood that is averaged, of a point, of the stack's own or of the one chosen.
    area : (xmin, ymin, xmax, ymax) or None
    """

    point: tuple | None = None
    radius_pixels: int = referencing.DEFAULT_RADIUS
    area: tuple | None = None


def tell_reference(stack: Stack, pairs, chosen, note) -> tuple:
    """Say where the reference is and which pairs have no data there.

    Returns
    -------
    (x, y), int
        Map coordinates, and the number of such pairs.
    """
    x, y = centre_place(stack, chosen.centre)
    height, width = chosen.window.height, chosen.window.width
    note(
        f"Reference: the mean of {chosen.pixels} of {height} x {width} pixels about "
        f"({x:.6g}, {y:.6g})."
    )
    if chosen.patched:
        note(
            "Few pixels of the reference are good in all pairs, so each pair has the mean of those "
            f"that it has; {counted(chosen.slipped, 'phase')} a cycle off the others left out."
        )
    lost = ~np.isfinite(chosen.phase)
    if lost.any():
        names = ", ".join("_".join(map(str, pair)) for pair in pairs[lost][:5])
        note(f"{counted(lost.sum(), 'pair')} not used, without data at the reference: {names}.")
    return (x, y), int(lost.sum())


def centre_place(stack, centre) -> tuple:
    """Map coordinates (x, y) of the middle of a reference, given by row and column."""
    row, col = centre
    x, y, _ = point_places(stack, [row], [col])
    return float(x[0]), float(y[0])


def find_reference(reader, pairs, choice, job, seen=None):
    """The reference that was asked for, else the stack's own, else the best one.

    See :mod:`..reference` for the last. Wrapped phase is refused.

    Parameters
    ----------
    reader : StackReader
    pairs : ndarray of datetime64[D], shape (pair, 2)
        That it reads.
    choice : ReferenceChoice
    job : Job
    seen : ThinnedScan, optional
        Of these pairs, where they have been looked at.
    """
    check_unwrapped(reader)
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
        window = referencing.pixel_window(grid, *own, choice.radius_pixels)
    else:
        if seen is None:
            seen, scan = referencing.ThinnedScan(grid), referencing.Scan.of_pairs(pairs)
            memory = len(pairs) * 12.0 + 64.0  # phase, coherence, and half as much again
            job.blocks(
                scan, reader.read, seen.add, grid, memory, light=True,
                tile_rows=max(reader.tile_rows, seen.step),
            )  # fmt: skip
        place = seen.choose(choice.radius_pixels)
        window = referencing.pixel_window(grid, *place, choice.radius_pixels)
    return referencing.reference_of(window, reader.read(window).phase)


def reference_window(series):
    """Where a time series is zero by its attributes (REF_WINDOW, or REF_Y and REF_X), or None.

    Parameters
    ----------
    series : TimeSeries
    """
    attributes, (rows, cols) = series.attributes, series.grid.shape
    try:
        if "REF_WINDOW" in attributes:
            window = Window(*(int(part) for part in attributes["REF_WINDOW"].split()))
        else:
            window = Window(int(attributes["REF_Y"]), int(attributes["REF_X"]), 1, 1)
    except (KeyError, TypeError, ValueError):
        return None
    inside = 0 <= window.row <= rows - window.height and 0 <= window.col <= cols - window.width
    return window if inside and window.size > 0 else None


def check_unwrapped(reader) -> None:
    """Refuse a stack whose phase is wrapped.

    Wrapped phase stays within half a cycle of zero and jumps by nearly a whole one between
    neighbours; unwrapped phase does one of the two at most.

    Parameters
    ----------
    reader : StackReader

    Raises
    ------
    GroundshiftError
        Names the tool that helps.
    """
    grid, stack = reader.stack.grid, reader.stack
    rows = min(CHECKED_ROWS, grid.rows)
    cols = min(grid.cols, max(1, MOST_CHECKED // (rows * max(1, len(reader.indices)))))
    window = Window((grid.rows - rows) // 2, (grid.cols - cols) // 2, rows, cols)
    phase = reader.read(window).phase
    largest = np.nanmax(np.abs(phase), initial=0.0)
    steps = np.abs(np.diff(phase, axis=2))
    jumps = np.count_nonzero(steps > 1.5 * np.pi)
    looks = largest <= np.pi + 1e-3 and jumps > WRAPPED_JUMPS * max(np.isfinite(steps).sum(), 1)
    if stack.attributes.get("PHASE") == "wrapped" or looks:
        raise GroundshiftError(
            f"{stack.path}: its phase is wrapped (no value beyond half a cycle, jumps of a cycle); "
            "unwrap it with 'Phase unwrapping' first."
        )


def stack_reference(stack: Stack):
    """Row and column that MintPy's ``reference_point.py`` left in a stack, or None."""
    try:
        row, col = int(stack.attributes["REF_Y"]), int(stack.attributes["REF_X"])
    except (KeyError, ValueError):
        return None
    return (row, col) if stack.grid.contains(row, col) else None

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a radar sees of a terrain: layover, shadow, foreshortening, sensitivity to motion downhill.

Everything is for a plane wave front, so a cell's own look angle holds for the ray through it; over
five kilometres a satellite's curved front differs from that by some metres of height.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.axes import Lattice, row_areas
from ..data.grid import Grid, Window

CLASSES = {
    1: "active layover",
    2: "passive layover",
    3: "active shadow",
    4: "cast shadow",
    5: "layover and shadow",
    6: "parallel illumination",
    7: "foreshortening, low sensitivity",
    8: "foreshortening, sensitive",
    9: "visible, low sensitivity",
    10: "visible, sensitive",
    11: "visible, flat",
}
"""Codes of the visibility classes; 0 is no data."""

SEEN_FROM = 6
"""The first class with a usable phase; parallel illumination is counted as blind."""

COMBINED = {
    1: "seen by both orbits",
    2: "seen by the first orbit only",
    3: "seen by the second orbit only",
    4: "seen by no orbit",
    5: "seen, but motion downhill is hardly measured",
}
"""Codes of two orbits together; 0 is no data."""


@dataclass(frozen=True)
class Visibility:
    """What is seen of a block; arrays of shape (row, column), NaN or 0 where there is no height.

    Parameters
    ----------
    classes : ndarray of uint8
        Codes of :data:`CLASSES`.
    slope, aspect : ndarray of float32
        Degrees; the aspect is the azimuth of steepest descent, NaN where it is level.
    range_slope : ndarray of float32
        Slope in the range direction, degrees, positive facing the satellite.
    r_index : ndarray of float32
        ``sin(incidence - range slope)`` (Notti et al. 2014, with the exact range slope).
    incidence, local_incidence : ndarray of float32
        Against the vertical and against the slope's normal, degrees.
    sensitivity : ndarray of float32
        C, cosine between the line of sight and the direction of steepest descent; positive where
        motion downhill is motion towards the satellite. 0 where it is level.
    """

    classes: np.ndarray
    slope: np.ndarray
    aspect: np.ndarray
    range_slope: np.ndarray
    r_index: np.ndarray
    incidence: np.ndarray
    local_incidence: np.ndarray
    sensitivity: np.ndarray


def reach(relief: float, lattice: Lattice) -> tuple[int, int]:
    """Rows and columns that a ray can cross before it leaves the terrain's heights.

    Parameters
    ----------
    relief : float
        Highest minus lowest height, metres.
    lattice : Lattice
        Ground axes and line of sight together.

    Returns
    -------
    tuple of 2 int
        At least 1, at most the size of the grid.
    """
    east_c, north_c, east_r, north_r, look_e, look_n, look_u = np.moveaxis(lattice.values, 2, 0)
    flat = np.hypot(look_e, look_n)
    # Shadow needs relief * tan(incidence) metres, layover relief / tan(incidence).
    metres = relief * np.maximum(flat / look_u, look_u / flat)
    area = east_c * north_r - north_c * east_r
    rows = metres * np.abs(east_c * look_n - north_c * look_e) / flat / np.abs(area)
    cols = metres * np.abs(look_e * north_r - look_n * east_r) / flat / np.abs(area)
    return (
        1 + min(int(np.ceil(rows.max())) + 1, lattice.rows),
        1 + min(int(np.ceil(cols.max())) + 1, lattice.cols),
    )


def bytes_per_pixel(grid: Grid, margin, orbits: int = 1) -> float:
    """Heights with their margin, at a usual size of blocks, and the results."""
    rows, cols = min(grid.rows, 64), min(grid.cols, 4096)
    around = (rows + 2 * margin[0]) * (cols + 2 * margin[1]) / (rows * cols)
    return 8.0 * around + 40.0 * orbits


def look_at(
    height, margin, window: Window, lattice: Lattice, cast=True, flat_slope=5.0,
    least_sensitivity=0.3, grazing=5.0,
):  # fmt: skip
    """Classify the cells of a block.

    Parameters
    ----------
    height : ndarray of float32, shape (row + 2 margin, column + 2 margin)
        Metres, NaN where unknown and beyond the scene.
    margin : tuple of int
        Rows and columns on each side, at least 1; :func:`reach` tells how much rays need.
    window : Window
        The block's place in the grid.
    lattice : Lattice
        Ground axes and line of sight together (``ground_axes(g).joined(look_lattice(g, los))``).
    cast : bool
        Search along the rays for passive layover and cast shadow.
    flat_slope : float
        Degrees; gentler slopes are flat.
    least_sensitivity : float
        Least \\|C\\|, the cosine between line of sight and steepest descent, of a sensitive slope
        (0.2 to 0.3 in practice: Notti et al. 2014).
    grazing : float
        Degrees that the beam may be away from being parallel to the slope for 'parallel
        illumination'.

    Returns
    -------
    Visibility
    """
    from ..threads import kernel_lock
    from ._ray_kernel import terrain_against_look

    shape = (window.height, window.width)
    angles = np.empty((6, *shape), np.float32)
    local, hidden = np.empty(shape, np.uint8), np.empty(shape, np.uint8)
    known = np.isfinite(height).any()
    lowest, highest = (np.nanmin(height), np.nanmax(height)) if known else (0.0, 0.0)
    with kernel_lock:
        terrain_against_look(
            np.ascontiguousarray(height, np.float32), tuple(margin), lattice.rows, lattice.cols,
            window.row, window.col, lattice.values, float(lowest), float(highest), cast,
            angles, local, hidden,
        )  # fmt: skip
    slope, aspect, range_slope, incidence, local_incidence, sensitivity = angles
    r_index = np.sin(np.radians(incidence - range_slope))
    layover, shadow = (local | hidden) & 1 > 0, (local | hidden) & 2 > 0
    low = np.abs(sensitivity) < least_sensitivity
    shortened = r_index < np.sin(np.radians(incidence)) - 1e-6
    cases = [  # the worst first
        (~np.isfinite(slope), 0),
        (layover & shadow, 5),
        (local & 1 > 0, 1),
        (local & 2 > 0, 3),
        (layover, 2),
        (shadow, 4),
        (incidence - range_slope >= 90.0 - grazing, 6),
        (slope < flat_slope, 11),
        (shortened & low, 7),
        (shortened, 8),
        (low, 9),
    ]
    classes = np.select(*zip(*cases), default=10).astype(np.uint8)
    return Visibility(
        classes, slope, aspect, range_slope, r_index, incidence, local_incidence, sensitivity
    )


def look_from(block, margin, lattices, **limits) -> list:
    """What orbits see of a block, a window and its heights; see :func:`look_at`."""
    window, height = block
    return [look_at(height, margin, window, lattice, **limits) for lattice in lattices]


def is_seen(classes) -> np.ndarray:
    """Whether cells have a usable phase; bool."""
    return np.asarray(classes) > SEEN_FROM


def combine(first, second) -> np.ndarray:
    """Two orbits' classes together; codes of :data:`COMBINED` as uint8."""
    low = (7, 9)
    seen = is_seen(first), is_seen(second)
    useful = [
        s & ~np.isin(c, low) for s, c in zip(seen, (first, second))
    ]  # fmt: skip
    cases = [
        ((np.asarray(first) == 0) | (np.asarray(second) == 0), 0),
        (~seen[0] & ~seen[1], 4),
        (~useful[0] & ~useful[1], 5),
        (seen[0] & seen[1], 1),
        (seen[0], 2),
    ]
    return np.select(*zip(*cases), default=3).astype(np.uint8)


class Tally:
    """Sums by class: cells, square metres on the map's plane, and of other values.

    Parameters
    ----------
    axes : Lattice
        Ground axes.
    others : int
        How many other values there are.
    """

    def __init__(self, axes: Lattice, others: int = 0):
        self._axes, self._nothing, self.sums = axes, np.zeros(2 + others), {}

    def add(self, window: Window, codes, *values) -> None:
        """Count a window; codes are whole, 0 or NaN is no data, and values finite."""
        areas = row_areas(self._axes, window)[:, None]
        codes = np.nan_to_num(codes)
        if codes.dtype == np.uint8:
            found, place = np.arange(256), codes
        else:
            found, place = np.unique(codes, return_inverse=True)
        place, size = place.ravel(), len(found)
        sums = [np.bincount(place, minlength=size)]
        for part in (areas, *values):
            sums.append(np.bincount(place, np.broadcast_to(part, codes.shape).ravel(), size))
        for code, *row in zip(found, *sums):
            if code > 0 and row[0]:
                self.sums[code] = self[code] + row

    def __getitem__(self, code) -> np.ndarray:
        """The sums of a class."""
        return self.sums.get(code, self._nothing)

    def share(self, *codes) -> float:
        """Share of the area that classes take, 0 to 1."""
        return float(sum(self[code][1] for code in codes) / sum(s[1] for s in self.sums.values()))

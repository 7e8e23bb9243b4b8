# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which cells of a displacement map become samples, and how much each of them weighs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import linalg

from ..errors import GroundshiftError
from .moments import Layout, N
from .quadtree import CRITERIA, Cells, even_cells, filled_share, grow_tree

METHODS = ("quadtree", "uniform", "resolution", "model")
ROUNDS = 60
AT_ONCE = 0.2  # share of the cells that are cut in a round of the resolution-based choice


@dataclass(frozen=True)
class SamplingOptions:
    """How to choose cells.

    Parameters
    ----------
    method : str
        One of :data:`METHODS`.
    criterion : str
        One of :data:`.quadtree.CRITERIA`.
    samples : int
        About so many are wanted, where there is no threshold.
    threshold : float or None
        Metres, of the criterion; for ``resolution`` the largest data resolution of a sample.
    smallest, largest : float or None
        Sides of cells in metres.
    holes : float
        Share of a cell's pixels that may be without data.
    detrend : bool
        Whether a plane through the far field is taken off before the criterion.
    damping : float
        Of the inversion behind the data resolution, as a share of its largest singular value.

    Raises
    ------
    GroundshiftError
        If one of them is out of its range.
    """

    method: str = "quadtree"
    criterion: str = "curvature"
    samples: int = 800
    threshold: float | None = None
    smallest: float | None = None
    largest: float | None = None
    holes: float = 0.5
    detrend: bool = True
    damping: float = 0.05

    def __post_init__(self):
        for value, known, what in (
            (self.method, METHODS, "way of sampling"), (self.criterion, CRITERIA, "criterion"),
        ):  # fmt: skip
            if value not in known:
                raise GroundshiftError(f"'{value}' is no {what}; take one of {', '.join(known)}.")
        if not 0 <= self.holes < 1:
            raise GroundshiftError("The share without data is from 0 to below 1; give some 0.5.")
        if self.smallest and self.largest and self.smallest > self.largest:
            raise GroundshiftError(
                f"The smallest cell ({self.smallest:g} m) is larger than the largest "
                f"({self.largest:g} m); swap them."
            )


LEAST_PIXELS = 4  # a side of the smallest cells, where nobody gave their size
SPARE = 6  # samples wanted by largest cell, where nobody gave their size
FINEST, COARSEST = 256, 8  # cells along the scene's shorter side, where nobody gave their sizes


def plan_layout(rows: int, cols: int, step, options: SamplingOptions, most: float) -> tuple:
    """Cut a scene into smallest cells that are about as wide as high on the ground.

    Parameters
    ----------
    rows, cols : int
    step : (float, float)
        Ground size of a pixel, see :class:`Layout`.
    options : SamplingOptions
    most : float
        Cells that memory allows.

    Returns
    -------
    layout : Layout
    notes : list of str
    """
    across, down = np.abs(step)
    shorter = min(rows * down, cols * across)
    notes = []
    smallest, largest = options.smallest, options.largest
    if options.method == "uniform":
        smallest = smallest or largest or np.sqrt(rows * down * cols * across / options.samples)
        largest = smallest
    if not smallest:
        smallest = max(shorter / FINEST, LEAST_PIXELS * max(across, down))
    rounding = 1e-9
    if not largest:
        # So many of the largest leave cells for where the ground moves.
        area = rows * down * cols * across
        largest, rounding = max(shorter / COARSEST, np.sqrt(SPARE * area / options.samples)), 0.5
    largest = max(largest, smallest)
    fewest = np.sqrt(rows * down * cols * across / most)
    if smallest < fewest:
        notes.append(
            f"Cells of {smallest:.4g} m need more memory than the budget allows; the smallest are "
            f"{fewest:.4g} m."
        )
        smallest, largest = fewest, max(largest, fewest)
    cell = tuple(
        int(min(max(1, round(smallest / pixel)), size))
        for pixel, size in ((down, rows), (across, cols))
    )
    # Cells larger than the scene would only be filled up with nothing.
    whole = max(-(-rows // cell[0]), -(-cols // cell[1]))
    wanted = min(np.log2(largest / smallest) + rounding, np.ceil(np.log2(whole)))
    levels = 1 + max(0, int(np.floor(wanted)))
    return Layout(rows, cols, cell, tuple(float(part) for part in step), levels), notes


def choose_cells(levels, layout: Layout, options: SamplingOptions, deciding=None, finer=None):
    """Choose cells by the values of the displacement or of a model of it.

    Parameters
    ----------
    levels : list of ndarray
        Pyramid of the data's sums.
    layout : Layout
    options : SamplingOptions
    deciding : list of ndarray, optional
        Pyramid of the sums of other values that decide, such as a model's (Luo et al. 2021) or the
        data without its ramp.
    finer : list of ndarray of bool, optional
        Cells that have to be cut.

    Returns
    -------
    cells : Cells
    threshold : float
        That was used; NaN where none was.
    """
    least = 1 - options.holes
    tree = grow_tree(deciding or levels, layout, options.criterion, least, finer, levels)
    if options.method == "uniform":
        return even_cells(tree, 0), float("nan")
    threshold = options.threshold
    if options.method == "resolution":
        threshold = float("inf")
    elif threshold is None:
        threshold = tree.threshold_for(options.samples)
    return tree.leaves(threshold), threshold


def refine_by_resolution(cells: Cells, levels, green, options: SamplingOptions, cancelled=None):
    """Cut cells that tell of the fault what no other cell does (Lohman and Simons 2005).

    The data resolution matrix of a damped inversion is ``G (G'G + e2 I)^-1 G'``. Lohman and Simons
    (doi:10.1029/2004GC000841) fit a Gaussian to each of its rows and cut a cell that is larger than
    this Gaussian's length L. A row that adds up to 1 with a cell of area A has ``A / (2 pi L2)`` on
    the diagonal, so their rule holds where the diagonal exceeds ``1 / (2 pi)``, and it is the
    diagonal that decides here: cells with the largest are cut first, until there are as many as are
    wanted, or none exceeds the threshold.

    Parameters
    ----------
    cells : Cells
        To begin with.
    levels : list of ndarray
        Pyramid of the data's sums.
    green : callable
        Takes places (x, y), shape (cell, 2) in metres from the scene's middle, and gives responses
        to unit slips, shape (cell, slip).
    options : SamplingOptions
    cancelled : callable, optional

    Returns
    -------
    cells : Cells
    largest : float
        Data resolution of the cells that could still be cut.
    """
    from ..errors import check_cancelled

    largest = 0.0
    for _ in range(ROUNDS):
        check_cancelled(cancelled)
        sums = cells.sums(levels)
        leverage = data_resolution(green((sums[1:3] / sums[N]).T), options.damping)
        leverage[cells.level == 0] = 0.0
        largest = float(leverage.max(initial=0.0))
        room = options.samples - len(cells)
        if options.threshold is not None:
            which = leverage > options.threshold
        else:
            many = min(int(AT_ONCE * len(cells)) + 1, max(room // 3, 0))
            which = np.zeros(len(cells), bool)
            which[np.argsort(-leverage, kind="stable")[:many]] = True
            which &= leverage > 0
        if not which.any():
            break
        cells = _with_data(cells.cut(which), levels, 1 - options.holes)
    return cells, largest


def _with_data(cells, levels, least):
    """Cells without those that hold too little."""
    filled = np.empty(len(cells))
    for level, sums in enumerate(levels):
        mine = cells.level == level
        share = filled_share(sums[N], cells.layout, level)
        filled[mine] = share[cells.row[mine], cells.col[mine]]
    return cells.chosen((filled >= least) & (filled > 0))


def data_resolution(green, damping: float) -> np.ndarray:
    """Diagonal of the data resolution matrix of a damped inversion, shape (datum,).

    Parameters
    ----------
    green : ndarray, shape (datum, parameter)
    damping : float
        Share of the largest singular value.
    """
    green = np.nan_to_num(green)
    left, values, _ = linalg.svd(green, full_matrices=False, check_finite=False)
    if not values[0] > 0:
        raise GroundshiftError(
            "The fault moves no sample; check its place and depth against the displacement map."
        )
    shares = values**2 / (values**2 + (damping * values[0]) ** 2)
    return (left**2 * shares).sum(axis=1)


def near_trace(distance, layout: Layout, reach: float, side: float) -> list:
    """Cells that have to be cut because they lie near a trace.

    Parameters
    ----------
    distance : ndarray, shape (cell row, cell column)
        Metres from the middle of each smallest cell to the trace.
    layout : Layout
    reach : float
        Metres: so near.
    side : float
        Metres: larger cells are cut there.

    Returns
    -------
    list of ndarray of bool
        By level.
    """
    near = distance <= reach
    found = []
    for level in range(layout.levels):
        found.append(near if layout.side(level) > 1.001 * side else np.zeros_like(near))
        if level < layout.levels - 1:
            rows = near[::2] | near[1::2]
            near = rows[:, ::2] | rows[:, 1::2]
    return found


def sample_weights(rule: str, pixels, pixel_area: float) -> np.ndarray:
    """Weights with a mean of 1.

    Parameters
    ----------
    rule : str
        ``one``; ``area``: by the ground that the pixels with data cover; ``pixels``: by the root of
        their number, as the standard error of uncorrelated noise would have it.
    pixels : ndarray, shape (sample,)
    pixel_area : float
        Square metres.
    """
    pixels = np.asarray(pixels, float)
    if rule == "one" or not len(pixels):
        return np.ones(len(pixels))
    share = pixels * pixel_area if rule == "area" else np.sqrt(pixels)
    return share / share.mean()

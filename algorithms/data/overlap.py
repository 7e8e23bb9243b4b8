# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixels of one grid brought into the cells of another by the area that they share."""

from __future__ import annotations

import numpy as np

LEAST_COVER = 0.25 - 1e-6
"""Of a cell or a pixel, whichever is smaller: a lone pixel covers so much of one cell at least."""

SCREENED_FROM = 5
"""Pixels of a cell from which wild ones among them are told."""

WILD = 5.0
"""Deviations (a pixel's own, or those about the cell's median) from which a pixel is wild."""


def boxes_of_cells(cols, rows):
    """Rectangles for cells whose corners lie anywhere.

    Parameters
    ----------
    cols, rows : ndarray, shape (row + 1, column + 1)
        The cells' corners in another grid's pixels, 0 its outer corner.

    Returns
    -------
    ndarray, shape (4, row, column)
        First and end row, first and end column of a rectangle about the cell's centre, of the
        cell's area and of the proportions of what surrounds it. It is the cell itself where both
        grids have the same axes.
    """

    def parts(place):
        centre = (place[:-1, :-1] + place[:-1, 1:] + place[1:, :-1] + place[1:, 1:]) / 4
        across = (place[:-1, 1:] - place[:-1, :-1] + place[1:, 1:] - place[1:, :-1]) / 2
        down = (place[1:, :-1] - place[:-1, :-1] + place[1:, 1:] - place[:-1, 1:]) / 2
        return centre, across, down

    (x, xa, xd), (y, ya, yd) = parts(cols), parts(rows)
    wide, high = np.abs(xa) + np.abs(xd), np.abs(ya) + np.abs(yd)
    with np.errstate(invalid="ignore", divide="ignore"):
        half = np.sqrt(np.abs(xa * yd - xd * ya) / (wide * high)) / 2
    return np.stack([y - half * high, y + half * high, x - half * wide, x + half * wide])


def overlap_means(values, std, boxes, least: float = LEAST_COVER):
    """Means over rectangles, weighted by the shared area and by 1/σ².

    Pixels are taken to err independently of each other. From five pixels in a cell on, those far
    outside of their own error and of the others' spread are left out (half of the pixels would
    have to be wild to move the middle that this is measured from).

    Parameters
    ----------
    values, std : ndarray, shape (row, column)
        Standard deviations above zero; NaN in `values` is no data.
    boxes : ndarray, shape (4, ...)
        First and end row, first and end column, in pixels from the outer corner of the array.
    least : float
        Part of a rectangle, or of a pixel where that is smaller, that has to hold data.

    Returns
    -------
    mean, std : ndarray, shape (...)
        NaN where there is too little.
    """
    from ..threads import kernel_lock
    from ._overlap_kernel import overlap_means_into

    shape = boxes.shape[1:]
    out = np.empty((2, int(np.prod(shape))))
    with kernel_lock:
        overlap_means_into(
            np.ascontiguousarray(values, float), np.ascontiguousarray(std, float),
            np.ascontiguousarray(boxes, float).reshape(4, -1), least, SCREENED_FROM, WILD, out,
        )  # fmt: skip
    return out[0].reshape(shape), out[1].reshape(shape)

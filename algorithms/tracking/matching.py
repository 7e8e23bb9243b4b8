# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the chips of one image lie in another one, to hundredths of a pixel.

Normalised cross-correlation finds the pixel, on images with larger pixels first where the search is
wide. Gauss-Newton steps with a quintic B-spline find its fractions (Lucas and Kanade 1981; inverse
compositional after Baker and Matthews 2004, doi:10.1023/B:VISI.0000011205.11775.fd; gain and mean
of the chip are free).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

PREFILTERS = "none", "highpass", "gradient"
SPLINE_REACH = 18  # pixels, beyond which the spline's filter weighs less than float32 shows
ERODED = 2, 4  # pixels around gaps, where gradients and the spline do not hold
FILL_RADIUS = 8  # pixels, over which the mean of what is known fills gaps
HIGHPASS_RADIUS = 10  # pixels
SAME = 5  # pixels along a side of the smallest square of one value that is a cloud or no data
FLAT_SHARE = 1e-6  # of the mean, below which what a high pass leaves is rounding
COARSE_FROM = 8, 40  # pixels of search, from which pixels are twice and four times as large
COARSE_CHIP = 16  # pixels along a side that a chip of larger pixels keeps


@dataclass(frozen=True)
class Search:
    """What is looked for, and where.

    Parameters
    ----------
    height, width : int
        Of a chip, in pixels.
    down, across : int
        Most pixels of displacement.
    least : float
        Share of pixels with data that a chip needs.
    back : bool
        Whether the secondary's chip has to lead back to the reference's.
    """

    height: int = 32
    width: int = 32
    down: int = 4
    across: int = 4
    least: float = 0.75
    back: bool = False

    @property
    def factor(self) -> int:
        """How many times as large the pixels are where the search starts."""
        factor = 1 + (max(self.down, self.across) > COARSE_FROM[0])
        factor += 2 * (max(self.down, self.across) > COARSE_FROM[1])
        while factor > 1 and min(self.height, self.width) < COARSE_CHIP * factor:
            factor //= 2
        return factor

    @property
    def sizes(self) -> tuple:
        """See :func:`._match_kernel.match`."""
        factor = self.factor
        # One pixel more, as the best place may lie between two of the larger ones.
        reach = [-(-most // factor) + (factor > 1) for most in (self.down, self.across)]
        return (
            (self.height, self.width, self.down, self.across),
            (self.height // factor, self.width // factor, *reach), (factor, 0, 0, 0),
        )  # fmt: skip

    @property
    def margin(self) -> tuple[int, int]:
        """Rows and columns that images need around the chips' centres; a multiple of 4."""
        around = SPLINE_REACH + max(FILL_RADIUS, HIGHPASS_RADIUS) + 16
        both = (self.height, self.down), (self.width, self.across)
        return tuple(-(-(size // 2 + 1 + reach + around) // 4) * 4 for size, reach in both)


@lru_cache(maxsize=1)
def spline_weights() -> np.ndarray:
    """The filter from samples to quintic B-spline coefficients, from its middle outwards."""
    from scipy.ndimage import spline_filter1d

    impulse = np.zeros(201)
    impulse[100] = 1.0
    weights = spline_filter1d(impulse, 5)[100 : 101 + SPLINE_REACH]
    return (weights / (weights[0] + 2 * weights[1:].sum())).astype(np.float32)


def _means(values, good, radius):
    """Means of what is known around every pixel, NaN where nothing is."""
    from ._image_kernel import filtered

    weights = np.ones(radius + 1, np.float32)
    count = filtered(good.astype(np.float32), weights)
    with np.errstate(invalid="ignore"):
        return filtered(values, weights) / np.where(count > 0, count, np.nan)


def prepared(image, prefilter: str = "none", fill: float = 0.0):
    """An image without gaps, and where it has data.

    Parameters
    ----------
    image : ndarray of float32, shape (row, column)
        NaN for no data.
    prefilter : str
        ``none``; ``highpass``, less the mean around each pixel; or ``gradient``, the steepness of
        its brightness, which shadows and clouds change less.
    fill : float
        Far from everything known.

    Returns
    -------
    values : ndarray of float32
    good : ndarray of uint8
        0 also where nothing is to be seen; see :func:`of_one_value`.
    """
    good = np.isfinite(image) & ~of_one_value(image)
    whole = good.all()
    values = image.astype(np.float32) if whole else np.where(good, image, np.float32(0))
    values = np.ascontiguousarray(values, np.float32)
    if prefilter == "highpass":
        means = _means(values, good, HIGHPASS_RADIUS)
        values = values - np.nan_to_num(means)
        values[~good | (np.abs(values) < FLAT_SHARE * np.abs(np.nan_to_num(means)))] = 0.0
    elif not whole:
        means = _means(values, good, FILL_RADIUS)
        values = np.where(good, values, np.where(np.isfinite(means), means, np.float32(fill)))
    if prefilter == "gradient":
        down, across = np.zeros_like(values), np.zeros_like(values)
        down[1:-1] = values[2:] - values[:-2]
        across[:, 1:-1] = values[:, 2:] - values[:, :-2]
        good = good if whole else _eroded(good, 1)
        values = np.where(good, np.sqrt(down * down + across * across), np.float32(0))
    return np.ascontiguousarray(values, np.float32), good.astype(np.uint8)


def of_one_value(image) -> np.ndarray:
    """Pixels in squares of one value: clouds, what was saturated, fills that nobody declared.

    Their edges are seen, but are no ground.
    """
    out = np.zeros(image.shape, bool)
    same = image[:, 1:] == image[:, :-1]
    runs = same[:, : 2 - SAME].copy()  # of pixels that are as the ones that follow
    for k in range(1, SAME - 1):
        runs &= same[:, k : same.shape[1] - SAME + 2 + k]
    if runs.shape[0] < SAME or not runs.any():
        return out
    inner = slice(0, image.shape[0] - SAME + 1), slice(0, runs.shape[1])
    squares = runs[inner]
    for k in range(1, SAME):
        here = slice(k, image.shape[0] - SAME + 1 + k)
        squares = squares & runs[here] & (image[here, inner[1]] == image[inner])
    for i in range(SAME):
        for j in range(SAME):
            out[i : i + squares.shape[0], j : j + squares.shape[1]] |= squares
    return out


def _eroded(good, radius):
    if good.all():
        return good
    from scipy.ndimage import minimum_filter

    return minimum_filter(good.astype(np.uint8), 2 * radius + 1).astype(good.dtype)


def _larger(values, good, factor):
    """An image and its mask with pixels so many times as large."""
    rows, cols = (n // factor * factor for n in values.shape)
    shape = rows // factor, factor, cols // factor, factor
    known = good[:rows, :cols].reshape(shape).mean(axis=(1, 3), dtype=np.float32) >= 0.5
    # In a fixed order, whatever the block.
    parts = values[:rows, :cols].reshape(shape)
    total = np.zeros((shape[0], shape[2]), np.float32)
    for i in range(factor):
        for j in range(factor):
            total += parts[:, i, :, j]
    return total / np.float32(factor**2), known.astype(np.uint8)


def match_images(reference, secondary, rows, cols, search: Search, wanted=None, **prepare):
    """Displacements of chips from one image to another one.

    Parameters
    ----------
    reference, secondary : ndarray of float32, shape (row, column)
        NaN for no data.
    rows, cols : ndarray of int
        Centres of the chips, at least the search's margin from the border. A chip's centre is the
        upper left one of its middle four pixels' common corner.
    search : Search
    wanted : ndarray of bool, shape (chip row, chip column), optional
    **prepare
        See :func:`prepared`; `fill` is a pair.

    Returns
    -------
    ndarray of float32, shape (chip row, chip column, LAYERS)
        See :mod:`._match_kernel`; NaN but for the status where nothing was found.

    Raises
    ------
    ValueError
        If a chip lies nearer to the border.
    """
    from ._image_kernel import filtered
    from ._match_kernel import FLAT, LAYERS, MISSING, STATUS, match

    given = reference, secondary
    for places, size, margin in zip((rows, cols), reference.shape, search.margin):
        if len(places) and (min(places) < margin or max(places) > size - margin):
            raise ValueError("a chip is too near to the border")  # kernels do not look
    fills = prepare.pop("fill", (0.0, 0.0))
    reference, reference_good = prepared(reference, fill=fills[0], **prepare)
    secondary, secondary_good = prepared(secondary, fill=fills[1], **prepare)
    coefficients = filtered(secondary, spline_weights())
    good = reference_good, secondary_good
    masks = [
        mask.astype(np.float32).ravel()
        for mask in (*good, *(_eroded(one, reach) for one, reach in zip(good, ERODED)))
    ]
    factor = search.factor
    small, stride = (reference, secondary, masks[0]), reference.shape[1]
    if factor > 1:
        first, known = _larger(reference, reference_good, factor)
        small, stride = (first, _larger(secondary, secondary_good, factor)[0], known), len(first[0])
    rows = np.asarray(rows, np.int64) - search.height // 2
    cols = np.asarray(cols, np.int64) - search.width // 2
    if wanted is None:
        wanted = np.ones((len(rows), len(cols)), bool)
    out = np.full((len(rows), len(cols), LAYERS), np.nan, np.float32)
    match(
        tuple(image.ravel() for image in (reference, secondary, coefficients)), tuple(masks),
        tuple(image.astype(np.float32).ravel() for image in small),
        (reference.shape[1], stride), rows, cols, wanted, np.array(search.sizes),
        np.float32(search.least), search.back, out,
    )  # fmt: skip
    known = [np.isfinite(image) for image in given]
    if any(np.count_nonzero(one) > mask.sum(dtype=int) for one, mask in zip(known, good)):
        # Chips that have data in both images, but too much of it of one value, show nothing.
        least = search.least * search.height * search.width
        seen = [_counts(one, rows, cols, search) >= least for one in known]
        status = out[..., STATUS]
        status[(status == MISSING) & seen[0] & seen[1]] = FLAT
    return out


def _counts(known, rows, cols, search):
    """Pixels with data of chips that start at some rows and columns."""
    sums = np.zeros((known.shape[0] + 1, known.shape[1] + 1), np.int64)
    np.cumsum(np.cumsum(known, axis=0, dtype=np.int64), axis=1, out=sums[1:, 1:])
    low, right = rows + search.height, cols + search.width
    return (
        sums[np.ix_(low, right)] - sums[np.ix_(rows, right)] - sums[np.ix_(low, cols)]
        + sums[np.ix_(rows, cols)]
    )  # fmt: skip

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Long stacks a part at a time, by compressed images (Ansari et al. 2017).

The images are linked in small stacks. Each gives a compressed image: the mean of its images, the
linked phases taken off first, which keeps the phase of the small stack's first date and loses most
of the speckle's change. The next small stack is linked together with the compressed images so far,
so that slow scatterers tie it to all of the past. At the end the compressed images are linked with
each other, which gives the phase of each small stack against the first one: the datum connection.
doi:10.1109/TGRS.2017.2711037.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..errors import GroundshiftError
from ..threads import kernel_lock
from ._variance_constants import MOST_STD
from .covariance import split_images
from .linking import (
    FEWEST_IMAGES,
    LinkedBlock,
    LinkingBlock,
    LinkingOptions,
    brother_masks,
    keep_persistent,
    link_phases,
    without_margin,
)

PAIRS_AN_IMAGE = 8


def ministacks(count: int, size: int) -> list[np.ndarray]:
    """Numbers of the images of each small stack.

    Parameters
    ----------
    count : int
        Images in all.
    size : int
        Images of a small stack; the last one takes what is left, where that is more than half a
        stack, else the one before it does.

    Raises
    ------
    GroundshiftError
        If the small stacks are too small to be linked.
    """
    if size < FEWEST_IMAGES:
        raise GroundshiftError(
            f"Small stacks of {size} images cannot be linked; give {FEWEST_IMAGES} or more."
        )
    parts = max(1, count // size + (count % size > size // 2 and count % size >= FEWEST_IMAGES))
    ends = np.minimum(np.arange(1, parts + 1) * size, count)
    ends[-1] = count
    starts = np.concatenate([[0], ends[:-1]])
    return [np.arange(a, b) for a, b in zip(starts, ends)]


def compress(values, linked, strides) -> np.ndarray:
    """Compressed image of a small stack, at the images' own resolution.

    Parameters
    ----------
    values : ndarray of complex64, shape (time, row, column)
        Images without a margin; whole cells.
    linked : ndarray of complex64, shape (time, out_row, out_column)
        Their linked phases (amplitudes are not looked at), NaN where not linked.
    strides : (int, int)

    Returns
    -------
    ndarray of complex64, shape (row, column)
        ``mean of y_t exp(-j θ_t)``, with θ against the small stack's first date; NaN where not
        linked or without data in an image.
    """
    total = np.zeros(values.shape[1:], np.complex64)
    first = _phasor(linked[0]).conj()
    for image, phases in zip(values, linked):
        turn = (_phasor(phases) * first).conj()
        total += image * np.repeat(np.repeat(turn, strides[0], 0), strides[1], 1)
    return total / len(values)


def connect(linked, datum) -> np.ndarray:
    """Phases of a small stack against the whole stack's first date.

    Parameters
    ----------
    linked : ndarray of complex64, shape (time, row, column)
        Of the small stack.
    datum : ndarray of complex64, shape (row, column)
        Of its compressed image.

    Returns
    -------
    ndarray of complex64
        Amplitudes as in `linked`.
    """
    return linked * (_phasor(linked[0]).conj() * _phasor(datum))


def _phasor(values):
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(values == 0, 1.0, values / np.abs(values)).astype(np.complex64)


@dataclass(frozen=True)
class MiniLinking:
    """Block function: a small stack in; its linked phases and its compressed image out.

    The block has all images where its masks are None, else those of the small stack, and the
    compressed images of the earlier ones.

    Parameters
    ----------
    options : LinkingOptions
    part : ndarray of int
        Numbers of the small stack's images.
    classes : ndarray of int64
        Of the compressed images' dates and the small stack's; see :func:`.bound.span_classes`.
    factors : ndarray, shape (time,), or None
        That make all images equally bright.
    """

    options: LinkingOptions
    part: np.ndarray
    classes: np.ndarray
    factors: np.ndarray | None = None

    def __call__(self, block: LinkingBlock):
        """Linked phases of the small stack alone, and its compressed image without the margin."""
        values, masks = block.images.values, block.masks
        if masks is None:
            masks = brother_masks(values, self.factors, self.options)
            values = values[self.part]
        before = len(block.compressed)
        together = np.concatenate([block.compressed, values])
        linked = link_phases(together, masks, self.options, self.classes, block.persistent)
        linked = replace(linked, linked=linked.linked[before:], masks=masks)
        shp = self.options.shp
        inner = without_margin(values, shp.half_window)
        return linked, compress(inner, linked.linked, shp.strides)


def sample_pairs(count: int) -> np.ndarray:
    """Pairs of images, spread evenly over all of them, shape (pair, 2).

    The goodness of fit to all pairs of a long stack is known well enough from some of them.
    """
    first, second = np.triu_indices(count, 1)
    number = min(len(first), PAIRS_AN_IMAGE * count)
    chosen = np.linspace(0, len(first) - 1, number).round().astype(int)
    return np.column_stack([first[chosen], second[chosen]]).astype(np.int64)


def fit_to_pairs(values, linked, masks, options: LinkingOptions, persistent=None) -> np.ndarray:
    """Goodness γ_DS of linked phases, from a sample of the interferograms.

    Parameters
    ----------
    values : ndarray of complex64, shape (time, row, column)
        Images with the margin of the half window.
    linked : ndarray of complex64, shape (time, out_row, out_column)
    masks : ndarray of int64, shape (out_row, out_column, window row)
    options : LinkingOptions
    persistent : ndarray of bool, optional
        Pixels that are nobody's brothers.

    Returns
    -------
    ndarray of float32, shape (out_row, out_column)
    """
    from . import _goodness_kernel as kernel

    shp = options.shp
    images = split_images(values, shp.half_window, shp.strides, options.normalisation)
    if persistent is not None:
        images.valid[persistent] = False
    out = np.empty(masks.shape[:2], np.float32)
    with kernel_lock:
        kernel.pair_goodness(
            images.real, images.imaginary, images.page, images.valid, masks, images.geometry,
            np.ascontiguousarray(linked, np.complex64), sample_pairs(len(values)), out,
        )  # fmt: skip
    return out


@dataclass(frozen=True)
class DatumConnection:
    """Block function: small stacks in, linked phases of the whole stack out.

    Parameters
    ----------
    options : LinkingOptions
    classes : ndarray of int64
        Of the compressed images' dates.
    factors : ndarray, shape (time,), or None
        That make all images equally bright.
    """

    options: LinkingOptions
    classes: np.ndarray
    factors: np.ndarray | None = None

    def __call__(self, block: LinkingBlock) -> LinkedBlock:
        """Connect the small stacks.

        The goodness is that of a sample of all interferograms. The variance is the mean of the
        small stacks', weighed by their images, plus the connection's.
        """
        datum = link_phases(
            block.compressed, block.masks, self.options, self.classes, block.persistent
        )
        parts = block.parts
        sizes = np.array([len(part.linked) for part in parts], float)
        share = sizes / sizes.sum()
        variance = sum(s * part.std**2 for s, part in zip(share, parts)) + datum.std**2
        variance = np.minimum(variance, MOST_STD**2)
        linked = [connect(part.linked, phase) for part, phase in zip(parts, datum.linked)]
        how = np.maximum(datum.how, np.max([part.how for part in parts], axis=0))
        missing = (datum.how == 0) | np.any([part.how == 0 for part in parts], axis=0)
        linked = np.concatenate(linked)
        linked[:, missing] = np.nan
        quality = fit_to_pairs(
            block.images.values, linked, block.masks, self.options, block.persistent
        )
        quality[missing], variance[missing], how[missing] = np.nan, np.nan, 0
        result = LinkedBlock(
            linked, quality, np.sqrt(variance).astype(np.float32), parts[0].brothers, how,
            block.masks,
        )  # fmt: skip
        return keep_persistent(result, block, self.options, self.factors)

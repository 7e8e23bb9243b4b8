# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Coherence matrices of pixels from their brothers.

``T_mn = sum(y_m conj(y_n)) / sqrt(sum |y_m|^2 sum |y_n|^2)`` over the brothers, the pixel itself
included: the sample coherence; or the same with all amplitudes made 1 first (Ferretti et al. 2011).
The first is the more precise for speckle, by about a fifth in the phases that are made of it; the
second does not mind bright pixels among the brothers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..threads import kernel_lock

NORMALISATIONS = ("power", "amplitude")


@dataclass(frozen=True)
class SplitImages:
    """Images of a block as the kernels take them; see :mod:`._covariance_kernel`.

    Parameters
    ----------
    real, imaginary : ndarray of float32
        Flat (time, row, column's remainder, column's quotient) over the column stride; with a
        further image of zeros where the number of images is odd.
    page : int
        Values of one image.
    times : int
    valid : ndarray of bool, shape (row, column)
        Pixels with data in all images.
    geometry : tuple of int
        Half window and strides, in rows and columns, and the number of quotients.
    """

    real: np.ndarray
    imaginary: np.ndarray
    page: int
    times: int
    valid: np.ndarray
    geometry: tuple


def split_images(values, half_window, strides, normalisation="power") -> SplitImages:
    """Prepare the images of a block for the kernels.

    Parameters
    ----------
    values : ndarray of complex64, shape (time, row, column)
        With a margin of the half window around what the strides divide; NaN for no data.
    half_window, strides : (int, int)
    normalisation : str
        One of :data:`NORMALISATIONS`.
    """
    from . import _covariance_kernel as kernel

    times, rows, cols = values.shape
    across = strides[1]
    out_cols = (cols - 2 * half_window[1]) // across
    batches = -(-out_cols // kernel.LANES)
    quotients = batches * kernel.LANES + (across // 2 + 2 * half_window[1]) // across + 1
    page = rows * across * quotients
    flat = (times + times % 2) * page + kernel.LANES
    real, imaginary = np.zeros(flat, np.float32), np.zeros(flat, np.float32)
    valid = np.empty((rows, cols), bool)
    with kernel_lock:
        kernel.split(
            np.ascontiguousarray(values, np.complex64), across, quotients,
            normalisation == "amplitude", real, imaginary, valid,
        )  # fmt: skip
    geometry = (*half_window, *strides, quotients)
    return SplitImages(real, imaginary, page, times, valid, geometry)


def window_masks(shape, half_window) -> np.ndarray:
    """Bits of windows in which every pixel is a brother.

    Parameters
    ----------
    shape : (int, int)
        Rows and columns of the result.
    half_window : (int, int)

    Returns
    -------
    ndarray of int64, shape (out_row, out_column, window row)
        As in :class:`.shp.Neighbourhoods`.
    """
    everyone = (1 << (2 * half_window[1] + 1)) - 1
    return np.full((*shape, 2 * half_window[0] + 1), everyone, np.int64)


def mask_bits(brothers) -> np.ndarray:
    """Brothers as bool, shape (out_row, out_column, window row, window column), as bits."""
    brothers = np.asarray(brothers, bool)
    weights = np.left_shift(np.int64(1), np.arange(brothers.shape[3], dtype=np.int64))
    return (brothers * weights).sum(axis=3)


def coherence_matrices(values, masks, half_window, strides=(1, 1), normalisation="power"):
    """Coherence matrices of the pixels of a small block, for looking at them.

    Phase linking itself never holds more than eight at a time.

    Parameters
    ----------
    values : ndarray of complex64, shape (time, row, column)
        See :func:`split_images`.
    masks : ndarray of int64, shape (out_row, out_column, window row)
        See :func:`window_masks` and :func:`mask_bits`.
    half_window, strides : (int, int)
    normalisation : str
        One of :data:`NORMALISATIONS`.

    Returns
    -------
    matrices : ndarray of complex64, shape (out_row, out_column, time, time)
    counts : ndarray of int32, shape (out_row, out_column)
        Brothers with data in all images.
    """
    from . import _covariance_kernel as kernel

    images = split_images(values, half_window, strides, normalisation)
    matrices = np.empty((*masks.shape[:2], images.times, images.times), np.complex64)
    counts = np.empty(masks.shape[:2], np.int32)
    with kernel_lock:
        kernel.matrices(
            images.real, images.imaginary, images.page, images.times, images.valid, masks,
            images.geometry, matrices, counts,
        )  # fmt: skip
    return matrices, counts

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Small convolutional networks, run by NumPy alone.

Arrays are (channel, row, column) or (channel, picture, row, column), float32. A convolution is one
matrix product for every strip of rows (im2col), so that what it takes in memory stays small
whatever the image.
"""

from __future__ import annotations

import json
import math
import zipfile
from functools import lru_cache
from pathlib import Path

import numpy as np

from ..dense import product
from ..errors import GroundshiftError

FOLDER = Path(__file__).parent / "weights"
STRIP = 1 << 19
"""Numbers of the matrix of a strip: what stays in the processor's cache."""


@lru_cache(maxsize=4)
def weights(path, shapes) -> dict:
    """Read a network's weights; nothing in the file is executed.

    Parameters
    ----------
    path : Path
        A ``.npz`` with an array for every name, and ``about``, a text in JSON.
    shapes : tuple of (str, tuple of int)
        What must be in it.

    Returns
    -------
    dict
        Float32 arrays by name; ``about`` is a dictionary.

    Raises
    ------
    GroundshiftError
        If the file is missing, damaged, or of another network.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            about = json.loads(str(file["about"]))
            found = {name: file[name] for name, _ in shapes}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        raise _not_ours(path) from error
    for name, shape in shapes:
        if found[name].shape != shape or found[name].dtype.kind != "f":
            raise _not_ours(path)
        found[name] = np.ascontiguousarray(found[name], np.float32)
        if not np.isfinite(found[name]).all():
            raise _not_ours(path)
    return {**found, "about": about}


def _not_ours(path):
    return GroundshiftError(
        f"{path}: these are not the weights of this version's network, or the file is damaged; "
        "install the plugin again."
    )


def convolution(image, weight, bias, stride: int = 1, dilation: int = 1) -> np.ndarray:
    """Convolution of odd size with zeros around the image.

    Parameters
    ----------
    image : ndarray of float32, shape (channel, row, column) or (channel, picture, row, column)
    weight : ndarray of float32, shape (output channel, channel, size, size)
    bias : ndarray of float32, shape (output channel,)
    stride, dilation : int

    Returns
    -------
    ndarray of float32, shape (output channel, ceil(row / stride), ceil(column / stride))
        With the pictures behind the channel where there are several.
    """
    outside, inside, size, _ = weight.shape
    pictures, (height, width) = image.shape[1:-2], image.shape[-2:]
    rows, cols = -(-height // stride), -(-width // stride)
    matrix = weight.transpose(0, 2, 3, 1).reshape(outside, -1)
    out = np.empty((outside, *pictures, rows, cols), np.float32)
    if size == stride == 1:
        out[:] = product(matrix, image.reshape(inside, -1)).reshape(out.shape)
        return np.add(out.T, bias, out=out.T).T
    margin = dilation * (size // 2)
    # Several times as fast as numpy.pad for small pictures.
    padded = np.zeros((inside, *pictures, height + 2 * margin, width + 2 * margin), np.float32)
    padded[..., margin : margin + height, margin : margin + width] = image
    high = max(1, STRIP // (size * size * inside * math.prod(pictures) * cols))
    for top in range(0, rows, high):
        tall = min(high, rows - top)
        columns = np.empty((size, size, inside, *pictures, tall, cols), np.float32)
        for i in range(size):
            first = top * stride + i * dilation
            for j in range(size):
                columns[i, j] = padded[
                    ..., first : first + (tall - 1) * stride + 1 : stride,
                    j * dilation : j * dilation + (cols - 1) * stride + 1 : stride,
                ]  # fmt: skip
        strip = product(matrix, columns.reshape(matrix.shape[1], -1))
        out[..., top : top + tall, :] = strip.reshape(outside, *pictures, tall, cols)
    return np.add(out.T, bias, out=out.T).T


def rectified(image) -> np.ndarray:
    """Without what is negative, in place."""
    return np.maximum(image, 0.0, out=image)


def twice(image) -> np.ndarray:
    """Every pixel as two by two."""
    return image.repeat(2, axis=1).repeat(2, axis=2)

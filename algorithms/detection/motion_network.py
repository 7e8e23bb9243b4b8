# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a small network sees in a wrapped interferogram: basins and slopes that move.

At every fourth pixel it tells whether a source is centred there, where exactly, how large it is,
whether it is a slope, how many fringes it shows and of which sign, and whether the place is within
an outline. How it was trained and what it reaches stands in ``docs/detectmotion.md``.
"""

from __future__ import annotations

import numpy as np

from .network import FOLDER, convolution, rectified, weights

CELL = 4
"""Pixels of one place of the result."""
DILATIONS = (1, 2, 4, 8, 1, 2, 4, 1)
WIDTHS = (16, 32)
HEAT, DOWN, RIGHT, HEIGHT, WIDTH, INSIDE = range(6)
MARGIN = 112
"""Pixels around a place that its result depends on, in whole cells."""


def shapes():
    """(name, shape) of all weights."""
    small, large = WIDTHS
    layers = {
        "half1": (small, 2), "half2": (small, small), "deep0": (large, small),
        **{f"deep{number}": (large, large) for number in range(1, len(DILATIONS) + 2)},
    }  # fmt: skip
    sizes = {name: (*shape, 3, 3) for name, shape in layers.items()} | {"head": (9, large, 1, 1)}
    for name, shape in sizes.items():
        yield f"{name}.weight", shape
        yield f"{name}.bias", shape[:1]


def read_weights(path=FOLDER / "motion.npz") -> dict:
    """The weights; see :func:`.network.weights`."""
    return weights(path, tuple(shapes()))


def answers(image, found) -> np.ndarray:
    """What the last layer gives.

    Parameters
    ----------
    image : ndarray of float32, shape (2, row, column)
        Cosine and sine of the phase, times the coherence where it is known; sides are multiples of
        :data:`CELL`.
    found : dict
        Weights.

    Returns
    -------
    ndarray of float32, shape (9, row / 4, column / 4)
        :data:`HEAT` to :data:`INSIDE`: logits, and logarithms of sizes in cells. The network was
        trained to tell kind, fringes and sign, too (6 to 8); measuring tells them better.
    """

    def layer(name, x, stride=1, dilation=1):
        weight, bias = found[f"{name}.weight"], found[f"{name}.bias"]
        return rectified(convolution(x, weight, bias, stride, dilation))

    half = layer("half1", image, 2)
    half += layer("half2", half)
    deep = layer("deep0", half, 2)
    for number, dilation in enumerate(DILATIONS, 1):
        deep += layer(f"deep{number}", deep, 1, dilation)
    deep = layer(f"deep{len(DILATIONS) + 1}", deep)
    return convolution(deep, found["head.weight"], found["head.bias"])


def from_both_ends(image, found) -> np.ndarray:
    """The mean of :func:`answers` of an image and of the same turned by half a circle."""
    turned = np.ascontiguousarray(image[:, ::-1, ::-1])
    other = answers(turned, found)[:, ::-1, ::-1].copy()
    other[[DOWN, RIGHT]] *= -1
    return (answers(image, found) + other) / 2


def peaks(out, least: float):
    """Boxes where the heat has a maximum.

    Parameters
    ----------
    out : ndarray, shape (9, row, column)
        See :func:`answers`.
    least : float
        Lowest heat, as a logit.

    Returns
    -------
    place : ndarray of int, shape (peak, 2)
        Row and column of the cells.
    box : ndarray, shape (peak, 4)
        First row and column, row and column behind the last ones, in cells.
    heat : ndarray, shape (peak,)
        Its logit.
    """
    from scipy.ndimage import maximum_filter

    heat = out[HEAT]
    rows, cols = np.nonzero((heat == maximum_filter(heat, 3)) & (heat > least))
    box = np.zeros((len(rows), 4))
    total = np.zeros(len(rows))
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            r = np.clip(rows + down, 0, heat.shape[0] - 1)
            c = np.clip(cols + right, 0, heat.shape[1] - 1)
            weight = 1.0 / (1.0 + np.exp(-heat[r, c].astype(float)))
            tall, wide = (np.exp(np.clip(out[k, r, c], -3.0, 5.0)) for k in (HEIGHT, WIDTH))
            middle = r + 0.5 + out[DOWN, r, c], c + 0.5 + out[RIGHT, r, c]
            sides = (
                middle[0] - tall / 2, middle[1] - wide / 2,
                middle[0] + tall / 2, middle[1] + wide / 2,
            )  # fmt: skip
            box += weight[:, None] * np.stack(sides, axis=1)
            total += weight
    box /= np.maximum(total, 1e-12)[:, None]
    return np.stack((rows, cols), axis=1), box, heat[rows, cols].astype(float)

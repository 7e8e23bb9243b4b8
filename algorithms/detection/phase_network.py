# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a small U-net sees in a wrapped interferogram: where it jumps, and where to trust it.

How the networks were trained and what they reach stands in ``docs/models``.
"""

from __future__ import annotations

import numpy as np

from ..data.grid import Window
from .network import FOLDER, convolution, rectified, twice, weights

TAU = 2.0 * np.pi
WIDTHS = (16, 24, 32)
DILATIONS = (1, 2, 4)
MARGIN = 64
"""Pixels around a tile that its result depends on, rounded up to whole cells of the net."""
TILE = 768
CELL = 4


def _shapes(channels):
    a, b, c = WIDTHS
    layers = {
        "top1": (a, 5), "top2": (a, a), "half1": (b, a), "half2": (b, b), "deep0": (c, b),
        **{f"deep{number}": (c, c) for number in range(1, len(DILATIONS) + 1)},
        "back1": (b, c + b), "back2": (a, b + a),
    }  # fmt: skip
    sizes = {name: (*shape, 3, 3) for name, shape in layers.items()} | {"head": (channels, a, 1, 1)}
    for name, shape in sizes.items():
        yield f"{name}.weight", shape
        yield f"{name}.bias", shape[:1]


def jump_probabilities(phase, coherence) -> np.ndarray:
    """Probabilities that a wrapped difference misses a cycle.

    Parameters
    ----------
    phase : ndarray, shape (row, column)
        Wrapped, radians, NaN for no data.
    coherence : ndarray, same shape
        Not a number is 0.

    Returns
    -------
    ndarray of float32, shape (2, 3, row, column)
        Of the difference to the right-hand neighbour, and to the lower one: that the true
        difference is a cycle less than the wrapped one, equal to it, a cycle more.

    Raises
    ------
    GroundshiftError
        If the weights cannot be read.
    """
    scores = _scores(phase, coherence, "jumps", 6).reshape(2, 3, *phase.shape)
    scores -= scores.max(axis=1, keepdims=True)
    chances = np.exp(scores, out=scores)
    chances /= chances.sum(axis=1, keepdims=True)
    return chances


def trust(phase, coherence) -> np.ndarray:
    """Probability that the phase's standard deviation is below one radian.

    Parameters
    ----------
    phase, coherence : ndarray, shape (row, column)
        See above.

    Returns
    -------
    ndarray of float32, shape (row, column)
        NaN where there is no phase.

    Raises
    ------
    GroundshiftError
        If the weights cannot be read.
    """
    chance = 1.0 / (1.0 + np.exp(-_scores(phase, coherence, "trust", 1)[0]))
    return np.where(np.isfinite(phase), chance, np.float32(np.nan))


def _scores(phase, coherence, name, channels) -> np.ndarray:
    """What the last layer gives (channel, row, column), tile by tile."""
    found = weights(FOLDER / f"{name}.npz", tuple(_shapes(channels)))
    rows, cols = phase.shape
    out = np.empty((channels, rows, cols), np.float32)
    for row in range(0, rows, TILE):
        for col in range(0, cols, TILE):
            # Whole cells from the corner on, so that the tiles make no difference.
            tile = Window(row, col, min(TILE, rows - row), min(TILE, cols - col))
            around = padded(tile, phase.shape)
            scores = _layers(features(phase[around.slices], coherence[around.slices]), found)
            top, left = row - around.row, col - around.col
            out[(slice(None), *tile.slices)] = scores[
                :, top : top + tile.height, left : left + tile.width
            ]
    return out


def padded(window: Window, shape) -> Window:
    """A window of a scene with all around that its result depends on, in whole cells."""
    top, left = (max(0, first - MARGIN) // CELL * CELL for first in (window.row, window.col))
    bottom = min(shape[0], window.row + window.height + MARGIN)
    right = min(shape[1], window.col + window.width + MARGIN)
    return Window(top, left, bottom - top, right - left)


def features(phase, coherence) -> np.ndarray:
    """What the network sees, float32 (5, row, column), zero where there is no data.

    Cosine and sine of the phase, its wrapped differences to the right and down in half cycles,
    coherence.
    """
    out = np.zeros((5, *phase.shape), np.float32)
    out[0], out[1] = np.cos(phase), np.sin(phase)
    for number, axis, cut in ((2, 1, np.s_[:, :-1]), (3, 0, np.s_[:-1, :])):
        step = np.diff(phase, axis=axis)
        out[number][cut] = (step - TAU * np.rint(step / TAU)) / np.pi
    out[4] = np.clip(coherence, 0.0, 1.0)
    out[:, ~np.isfinite(phase)] = 0.0
    return np.nan_to_num(out, copy=False)


def _layers(image, found) -> np.ndarray:
    """Logits of an image of any size."""
    rows, cols = image.shape[1:]
    image = np.pad(image, ((0, 0), (0, -rows % CELL), (0, -cols % CELL)))

    def layer(name, x, stride=1, dilation=1):
        weight, bias = found[f"{name}.weight"], found[f"{name}.bias"]
        return rectified(convolution(x, weight, bias, stride, dilation))

    top = layer("top2", layer("top1", image))
    half = layer("half2", layer("half1", top, 2))
    deep = layer("deep0", half, 2)
    for number, dilation in enumerate(DILATIONS, 1):
        deep = deep + layer(f"deep{number}", deep, 1, dilation)
    half = layer("back1", np.concatenate([twice(deep), half]))
    top = layer("back2", np.concatenate([twice(half), top]))
    return convolution(top, found["head.weight"], found["head.bias"])[:, :rows, :cols]

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A second look at every box: where its sides really are, and whether it is right.

The first network sees an image at cells of four pixels and sources of very different sizes. Here
every box is cut out so that it always fills the same part of a small picture, and another small
network tells how its sides should move. That is done twice; the last time it also tells how likely
the box is right, from the picture and from the heat of the first network.
"""

from __future__ import annotations

import numpy as np

from ..dense import product
from .network import FOLDER, convolution, rectified, weights

SIDE = 64
"""Rows and columns of a picture."""
AROUND = 2.0
"""Sides of a box that a picture shows."""
FURTHEST = 0.5
"""Sides by which a box's middle is moved at most in a look, and logarithm of its growth."""
EDGE, SMOOTH = 0.1, 1 / 16
"""Of a box's sides: what is looked at beyond them, and over how much, for the sign of the phase."""
CLOSER = 0.5
"""How much a box that fits closely is ranked before one that is only as surely right."""
TOGETHER = 16
"""Boxes that go through the network together."""
WIDTHS = (24, 48, 64)
SQUEEZED = 16
HIDDEN = 64
EXTRAS = 2
DOWN, RIGHT, TALLER, WIDER, RIGHTLY, SLOPE, FRINGES, CLOSELY = range(8)
LAYERS = (
    ("half", 2, 24, 2, 1), ("half1", 24, 24, 1, 1), ("quarter", 24, 48, 2, 1),
    ("quarter1", 48, 48, 1, 1), ("quarter2", 48, 48, 1, 2), ("eighth", 48, 64, 2, 1),
    ("eighth1", 64, 64, 1, 1), ("eighth2", 64, 64, 1, 2),
)  # fmt: skip
"""Name, channels before and behind, stride and dilation; what keeps its shape is added."""


def shapes():
    """(name, shape) of all weights."""
    sizes = {name: (after, before, 3, 3) for name, before, after, _, _ in LAYERS}
    sizes["squeeze"] = SQUEEZED, WIDTHS[-1], 1, 1
    sizes["hidden"] = HIDDEN, SQUEEZED * (SIDE // 8) ** 2 + EXTRAS
    sizes["head"] = CLOSELY + 1, HIDDEN
    for name, shape in sizes.items():
        yield f"{name}.weight", shape
        yield f"{name}.bias", shape[:1]


def read_weights(path=FOLDER / "look.npz") -> dict:
    """The weights; see :func:`.network.weights`."""
    return weights(path, tuple(shapes()))


def shares(low: float, high: float, length: int):
    """How much of each pixel of a line every cell of a picture shows.

    Parameters
    ----------
    low, high : float
        Ends of a box on the line, pixels.
    length : int
        Pixels of the line.

    Returns
    -------
    ndarray of float32, shape (SIDE, pixel)
        A cell that is narrower than a pixel shows a pixel's width around its middle. Rows add up
        to 1, or to less beyond the line's ends.
    first : int
        The first pixel.
    """
    cell = AROUND * (high - low) / SIDE
    wide = max(cell, 1.0)
    middle = (low + high) / 2 + (np.arange(SIDE) + 0.5 - SIDE / 2) * cell
    first = int(np.clip(np.floor(middle[0] - wide / 2), 0, length - 1))
    last = int(np.clip(np.ceil(middle[-1] + wide / 2), first + 1, length))
    pixel = np.arange(first, last)
    upper = np.minimum(middle[:, None] + wide / 2, pixel + 1)
    lower = np.maximum(middle[:, None] - wide / 2, pixel)
    return (np.maximum(upper - lower, 0.0) / wide).astype(np.float32), first


def picture(image, box) -> np.ndarray:
    """A box and what is around it.

    Parameters
    ----------
    image : ndarray of float32, shape (2, row, column)
        Cosine and sine of the phase, times the coherence where it is known; 0 for no data.
    box : sequence of four floats
        First row and column, row and column behind the last ones, in pixels.

    Returns
    -------
    ndarray of float32, shape (2, SIDE, SIDE)
    """
    rows, top = shares(box[0], box[2], image.shape[1])
    cols, left = shares(box[1], box[3], image.shape[2])
    part = image[:, top : top + rows.shape[1], left : left + cols.shape[1]]
    return np.stack([product(product(rows, np.ascontiguousarray(p)), cols.T) for p in part])


def sign_at_peak(image, box) -> float:
    """Whether the phase rises (1) or falls (-1) from the edge of a box to its middle.

    The sum of the wrapped gradients outwards, which needs no unwrapping.

    Parameters
    ----------
    image, box
        See :func:`picture`.
    """
    from scipy.ndimage import gaussian_filter

    box = np.asarray(box, float)
    size, middle = np.maximum(box[2:] - box[:2], 1.0), (box[:2] + box[2:]) / 2
    low = np.maximum(np.floor(box[:2] - EDGE * size), 0).astype(int)
    high = np.maximum(np.ceil(box[2:] + EDGE * size).astype(int), low + 2)
    part = image[:, low[0] : high[0], low[1] : high[1]]
    wide = max(1.0, size.min() * SMOOTH)
    phasor = gaussian_filter(part[0], wide) + 1j * gaussian_filter(part[1], wide)
    outwards = 0.0
    for axis in (0, 1):
        lines = np.moveaxis(phasor, axis, 0)
        near, far = lines[:-1], lines[1:]
        place = (low[axis] + 1 + np.arange(len(near)) - middle[axis]) / size[axis]
        step = np.angle(far * near.conj()) * np.abs(far * near)
        outwards += float((step * place[:, None]).sum())
    return -1.0 if outwards > 0 else 1.0


def answers(seen, heat, box, found) -> np.ndarray:
    """What the last layer gives.

    Parameters
    ----------
    seen : ndarray of float32, shape (2, box, SIDE, SIDE)
        See :func:`picture`.
    heat : ndarray, shape (box,)
        Logits of the first network.
    box : ndarray, shape (box, 4)
    found : dict
        Weights.

    Returns
    -------
    ndarray of float, shape (box, 8)
        How far the middle moves down and to the right, in sides; logarithms of how much taller and
        wider the box becomes; logits of the box being right and of a slope; logarithm of cycles;
        logit of how closely it fits (share of the overlaps 0.5, 0.55 ... 0.95 that it reaches).
    """
    x = seen
    for name, _, _, stride, dilation in LAYERS:
        new = rectified(
            convolution(x, found[f"{name}.weight"], found[f"{name}.bias"], stride, dilation)
        )
        x = new if stride > 1 else np.add(x, new, out=new)
    x = rectified(convolution(x, found["squeeze.weight"], found["squeeze.bias"]))
    x = np.moveaxis(x, 0, 1).reshape(len(box), -1)
    x = np.concatenate((x, extras(heat, box)), axis=1)
    x = rectified(product(x, found["hidden.weight"].T) + found["hidden.bias"])
    return product(x, found["head.weight"].T) + found["head.bias"]


def from_all_sides(seen, heat, box, found) -> np.ndarray:
    """The mean of :func:`answers` of pictures and their mirror images; two have the other sign."""
    total = np.zeros((len(box), CLOSELY + 1))
    for down, right in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
        view = seen[..., ::down, ::right].copy()
        view[1] *= down * right
        answer = answers(view, heat, box, found)
        answer[:, DOWN] *= down
        answer[:, RIGHT] *= right
        total += answer / 4
    return total


def extras(heat, box) -> np.ndarray:
    """What the picture does not tell: the first network's heat, how the box was stretched."""
    tall, wide = np.maximum(np.asarray(box)[..., 2:] - np.asarray(box)[..., :2], 1e-3).T
    return np.stack((np.asarray(heat) / 3.0, 2.0 * np.log(tall / wide)), axis=-1).astype(np.float32)


def moved(box, answer) -> np.ndarray:
    """Boxes with their sides where a look puts them."""
    size, middle = box[:, 2:] - box[:, :2], (box[:, 2:] + box[:, :2]) / 2
    step = np.clip(answer[:, [DOWN, RIGHT, TALLER, WIDER]].astype(float), -FURTHEST, FURTHEST)
    middle, size = middle + step[:, :2] * size, size * np.exp(step[:, 2:])
    return np.concatenate((middle - size / 2, middle + size / 2), axis=1)


def looked_at(image, box, heat, found, hopeless=-np.inf, low=-np.inf):
    """Boxes after both looks, or after one where that is hopeless.

    Parameters
    ----------
    image : ndarray
        See :func:`picture`.
    box : ndarray, shape (box, 4)
    heat : ndarray, shape (box,)
    found : dict
        Weights.
    hopeless : float
        Logit of a box being right.
    low : float
        By what boxes are ranked.

    Returns
    -------
    box : ndarray, shape (box, 4)
    numbers : ndarray, shape (box, 3)
        By what boxes are ranked, logit of a slope, cycles at the peak without their sign.
    """
    box, numbers = np.array(box, float), np.zeros((len(box), 3))
    for first in range(0, len(box), TOGETHER):
        these = np.arange(first, min(first + TOGETHER, len(box)))
        for look in (answers, from_all_sides):
            seen = np.stack([picture(image, box[k]) for k in these], axis=1)
            answer = look(seen, heat[these], box[these], found)
            box[these] = moved(box[these], answer)
            sure = answer[:, RIGHTLY] + CLOSER * answer[:, CLOSELY]
            fringes = np.exp(np.clip(answer[:, FRINGES], -3.0, 4.0))
            numbers[these] = np.stack((sure, answer[:, SLOPE], fringes), axis=1)
            these = these[(answer[:, RIGHTLY] >= hopeless) & (sure >= low)]
            if not len(these):
                break
    return box, numbers

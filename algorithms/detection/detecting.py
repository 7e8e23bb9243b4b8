# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Motion found in wrapped phase: tiles of an image and of its thinned copies, boxes, outlines.

Every image is cut into the same tiles, whatever the memory, with margins as wide as what a result
depends on. Large sources are found in copies of the image that are thinned by averaging its
phasors.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from . import classical, second_look
from .motion_network import CELL, INSIDE, MARGIN, from_both_ends, peaks, read_weights
from .twins import NEARLY, distinct, means_of_twins

METHODS = ("learned", "log")
THRESHOLDS = {"learned": 0.606, "log": 0.47}
"""Scores at which nine of ten boxes are right, on scenes of the training's simulator that did not
train; right is an overlap of a half with a source, for the square boxes of the classical way a
middle within one of about the size."""
TILE = 1024
"""Pixels of a tile's core, a multiple of :data:`.motion_network.CELL`."""
EXTRA = 48
"""Pixels around a tile besides the margin, for outlines that reach beyond it."""
FINEST = 20.0
"""Metres; finer pixels are averaged first."""
MOST_LEVELS = 4
LEAST_SIDE = 32
"""Pixels; images that are thinned to less are not looked at."""
COARSE_FROM = 36.0
"""Pixels of a thinned image; smaller boxes are found in the finer one."""
FINE_TO = 120.0
"""Pixels; larger boxes are found in the thinned image, where there is one."""
RINGS = 0.2
"""Sides of a box within which another one's middle makes it the same blob."""
LOWEST = ((0.3, -2.5), (0.6, -2.0))
"""Logit of candidates, which get a second look, by the least score that is asked for."""
HOPELESS = -2.0
"""Logit of a box being right after its first look, below which there is no other one."""
FAR = 3.5
"""What the last look adds at most, but for one box in some hundreds, to what ranks the boxes."""
CLASSICAL = (-10.34, 0.88, 1.56, 1.01, 2.85, -1.11)
"""Logit of a blob's score: constant; by the logarithms of its peak in radians, of how many times it
is above the spread, and of its scale in pixels; by its roundness; by the scatter around it. Fitted
on scenes of the training's simulator."""
STEADY = ((-20.0, 0.0), (20.0, 1.0))


SMALLEST = 9.0
"""Pixels of the longer side of a box; no source that trained the networks was smaller than ten."""


@dataclass
class Boxes:
    """Boxes on one image; shape (box,) unless said.

    Parameters
    ----------
    box : ndarray, shape (box, 4)
        First row and column, row and column behind the last ones; pixels of the image.
    score : ndarray
        Chance that the box is right; see :data:`THRESHOLDS`.
    slope : ndarray
        Chance that it is a slope and not a basin; NaN where the method does not tell.
    fringes : ndarray
        Cycles of phase at the peak against the surroundings, with the phase's sign.
    outline : ndarray of object
        (row, column, step, mask): where the mask's first pixel lies, and how many pixels of the
        image one of its pixels is wide.
    """

    box: np.ndarray
    score: np.ndarray
    slope: np.ndarray
    fringes: np.ndarray
    outline: np.ndarray

    def __len__(self) -> int:
        return len(self.score)

    def take(self, index) -> Boxes:
        """Some of them."""
        return Boxes(*(getattr(self, field.name)[index] for field in fields(self)))


def none() -> Boxes:
    """No boxes."""
    return Boxes(np.zeros((0, 4)), *np.zeros((3, 0)), np.zeros(0, object))


def joined(parts) -> Boxes:
    """Boxes of several tiles or images."""
    parts = [none(), *parts]
    return Boxes(
        *(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Boxes))
    )


@dataclass(frozen=True)
class Tile:
    """A tile of an image or of one of its thinned copies.

    Parameters
    ----------
    step : int
        Pixels of the image along a side of one of the copy's.
    top, left : int
        First row and column that are seen, in pixels of the copy.
    height, width : int
        What is seen.
    core : (int, int, int, int)
        First row and column, row and column behind the last ones, whose centres are its own.
    last : bool
        Whether there is no copy that is thinned more.
    """

    step: int
    top: int
    left: int
    height: int
    width: int
    core: tuple
    first: bool
    last: bool


def plan(shape, pixel: float, largest: float = np.inf) -> list:
    """The tiles of an image and of its thinned copies.

    Parameters
    ----------
    shape : (int, int)
    pixel : float
        Metres.
    largest : float
        Metres; sources that are larger need not be found.

    Returns
    -------
    list of Tile
    """
    first = max(1, int(FINEST / pixel + 1e-6))
    steps = [first]
    while (
        len(steps) < MOST_LEVELS and min(shape) // (2 * steps[-1]) >= LEAST_SIDE
        and steps[-1] * FINE_TO * pixel < largest
    ):  # fmt: skip
        steps.append(2 * steps[-1])
    around, tiles = MARGIN + EXTRA, []
    for step in steps:
        rows, cols = (-(-side // step) for side in shape)
        for row in range(0, rows, TILE):
            for col in range(0, cols, TILE):
                top, left = max(0, row - around), max(0, col - around)
                bottom, right = min(rows, row + TILE + around), min(cols, col + TILE + around)
                core = row, col, min(rows, row + TILE), min(cols, col + TILE)
                tiles.append(
                    Tile(step, top, left, bottom - top, right - left, core, step == first,
                         step == steps[-1])
                )  # fmt: skip
    return tiles


def thinned(phase, coherence, step: int):
    """Phasor and coherence of an image or a part of it, averaged.

    Parameters
    ----------
    phase : ndarray, shape (row, column)
        Radians, wrapped or not; NaN for no data.
    coherence : ndarray, same shape, or None
    step : int
        Pixels; sides are filled up with no data.

    Returns
    -------
    ndarray of complex64
        Of length 1, or of the coherence; 0 where there is no data.
    """
    valid = np.isfinite(phase)
    weight = valid.astype(np.float32)
    if coherence is not None:
        weight *= np.clip(np.nan_to_num(coherence), 0.0, 1.0)
    angle = np.where(valid, phase, 0.0)
    phasor = np.empty(phase.shape, np.complex64)
    phasor.real, phasor.imag = np.cos(angle) * weight, np.sin(angle) * weight
    if step == 1:
        return phasor

    def blocks(values):
        rows, cols = (-(-side // step) * step for side in values.shape)
        values = np.pad(values, ((0, rows - values.shape[0]), (0, cols - values.shape[1])))
        return values.reshape(rows // step, step, cols // step, step).sum((1, 3))

    total, count = blocks(phasor), blocks(valid.astype(np.float32))
    length = np.maximum(np.abs(total), 1e-9)
    size = 1.0 if coherence is None else blocks(weight) / np.maximum(count, 1.0)
    return np.where(count >= step * step / 2, total / length * size, 0).astype(np.complex64)


def noise(top: int, left: int, shape) -> np.ndarray:
    """Phases between -pi and pi that depend on nothing but the place (no data are filled so)."""
    rows = np.arange(top, top + shape[0], dtype=np.uint32)[:, None]
    cols = np.arange(left, left + shape[1], dtype=np.uint32)[None]
    mixed = rows * np.uint32(0x9E3779B1) ^ cols * np.uint32(0x85EBCA6B)
    for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B)):
        mixed = (mixed ^ (mixed >> np.uint32(shift))) * np.uint32(factor)
    mixed ^= mixed >> np.uint32(16)
    return (mixed.astype(np.float32) / np.float32(2**32) - 0.5) * np.float32(2 * np.pi)


def found_in(tile: Tile, phasor, method: str, has_coherence: bool, threshold=0.0) -> Boxes:
    """Boxes whose centres lie in a tile's core.

    Parameters
    ----------
    tile : Tile
    phasor : ndarray of complex64, shape (tile.height, tile.width)
        See :func:`thinned`.
    method : str
        One of :data:`METHODS`.
    has_coherence : bool
        Whether the phasor's length is the coherence.
    threshold : float
        Lower scores will not be asked for; boxes that only help to settle others are kept.
    """
    if not np.any(phasor):
        return none()
    if method == "log":
        boxes = _blobs_in(tile, phasor)
        return boxes.take(boxes.score >= threshold)
    return _learned_in(tile, phasor, has_coherence, threshold)


def _learned_in(tile, phasor, has_coherence, threshold):
    found, look = read_weights(), second_look.read_weights()
    image = np.zeros((2, -(-tile.height // CELL) * CELL, -(-tile.width // CELL) * CELL), np.float32)
    image[0, : tile.height, : tile.width] = phasor.real
    image[1, : tile.height, : tile.width] = phasor.imag
    out = from_both_ends(_filled(tile, image, has_coherence), found)
    place, box, heat = peaks(out, np.interp(threshold, *np.transpose(LOWEST)))
    corner = np.array((tile.top, tile.left))
    middle = place * CELL + CELL / 2 + corner
    size = CELL * (box[:, 2:] - box[:, :2]).max(axis=1, initial=0.0)
    mine = _in_core(tile, middle) & _of_level(tile, size)
    known, score_of = np.transpose(look["about"].get("calibration", STEADY))
    low = np.interp(threshold, score_of, known) - FAR
    box, second = second_look.looked_at(image, CELL * box[mine], heat[mine], look, HOPELESS, low)
    score = np.interp(second[:, 0], known, score_of)
    long = (box[:, 2:] - box[:, :2]).max(axis=1, initial=0.0)
    mine = (long >= SMALLEST) & (score >= NEARLY * threshold)
    box, second, score = box[mine], second[mine], score[mine]
    outline, sign = np.empty(len(box), object), np.ones(len(box))
    for k, sides in enumerate(box):
        sign[k] = second_look.sign_at_peak(image, sides)
        row, col, mask = _outline(out[INSIDE], sides / CELL)
        row, col = (np.array((row, col)) + corner) * tile.step
        outline[k] = int(row), int(col), tile.step, mask
    box = (box + np.tile(corner, 2)) * tile.step
    slope = 1.0 / (1.0 + np.exp(-second[:, 1]))
    return Boxes(box, score, slope, second[:, 2] * sign, outline)


def _filled(tile, image, has_coherence):
    """Cosine and sine as the first network wants them: noise where there are no data.

    With a coherence they stay 0 there.
    """
    if has_coherence:
        return image
    image = image.copy()
    void = np.all(image == 0, axis=0)
    angle = noise(tile.top, tile.left, image.shape[1:])[void]
    image[0][void], image[1][void] = np.cos(angle), np.sin(angle)
    return image


def _blobs_in(tile, phasor):
    scales = classical.SCALES if tile.first else classical.SCALES[classical.COARSE]
    blob = classical.blobs(phasor, scales)
    corner = np.array((tile.top, tile.left))
    middle = blob[:, :2] + 0.5
    half = classical.REACH * blob[:, 2]
    mine = _in_core(tile, middle + corner)
    mine &= (blob[:, 2] < scales[-1]) | tile.last
    mine &= (blob[:, 2] > scales[0]) | tile.first
    blob, middle, half = blob[mine], middle[mine], half[mine]
    box = np.concatenate((middle - half[:, None], middle + half[:, None]), axis=1)
    logit = np.column_stack(
        (
            np.ones(len(blob)), np.log(np.abs(blob[:, 3])), np.log(np.maximum(blob[:, 4], 1e-3)),
            np.log(blob[:, 2] * tile.step), np.clip(blob[:, 6], -0.5, 1.0), blob[:, 5],
        )
    ) @ np.array(CLASSICAL)  # fmt: skip
    outline = np.empty(len(blob), object)
    for k, sides in enumerate(box):
        row, col, mask = _ellipse(sides)
        row, col = (np.array((row, col)) + corner) * tile.step
        outline[k] = int(row), int(col), tile.step, mask
    box = (box + np.tile(corner, 2)) * tile.step
    score = 1.0 / (1.0 + np.exp(-logit))
    return Boxes(box, score, np.full(len(box), np.nan), blob[:, 3] / (2 * np.pi), outline)


def _in_core(tile, middle):
    first, last = np.array(tile.core[:2]), np.array(tile.core[2:])
    return ((middle >= first) & (middle < last)).all(axis=1)


def _of_level(tile, size):
    """Whether boxes of a size, in pixels of the copy, are looked for in it."""
    return (tile.first | (size >= COARSE_FROM)) & (tile.last | (size <= FINE_TO))


def _outline(inside, box):
    """(row, column, mask) of what belongs to a box, in pixels of the copy.

    Parameters
    ----------
    inside : ndarray, shape (row, column)
        Logits of cells.
    box : ndarray, shape (4,)
        In cells.
    """
    from scipy.ndimage import label, zoom

    r0, c0 = np.maximum(np.floor(box[:2]).astype(int), 0)
    r1, c1 = np.minimum(np.ceil(box[2:]).astype(int), inside.shape)
    part = inside[r0:r1, c0:c1]
    if min(part.shape, default=0) < 1:
        return _ellipse(CELL * box)
    fine = zoom(np.clip(part, -6, 6), CELL, order=1, mode="nearest", grid_mode=True) > 0
    parts, count = label(fine)
    if count:
        sizes = np.bincount(parts.ravel())
        sizes[0] = 0
        fine = parts == sizes.argmax()
    if fine.sum() < 0.15 * fine.size:
        return _ellipse(CELL * box)
    return r0 * CELL, c0 * CELL, fine


def _ellipse(box):
    """(row, column, mask) of the ellipse in a box in pixels."""
    r0, c0 = np.floor(box[:2]).astype(int)
    r1, c1 = np.maximum(np.ceil(box[2:]).astype(int), (r0 + 1, c0 + 1))
    middle, half = (box[:2] + box[2:]) / 2, np.maximum((box[2:] - box[:2]) / 2, 0.5)
    row = (np.arange(r0, r1) + 0.5 - middle[0]) / half[0]
    col = (np.arange(c0, c1) + 0.5 - middle[1]) / half[1]
    mask = row[:, None] ** 2 + col[None] ** 2 <= 1
    mask[len(row) // 2, len(col) // 2] = True
    return int(r0), int(c0), mask


def settled(parts, shape, threshold: float) -> Boxes:
    """Boxes of all tiles and copies of an image, each source once, within the image.

    Parameters
    ----------
    parts : sequence of Boxes
    shape : (int, int)
    threshold : float
        Lower scores are left out.
    """
    boxes = joined(parts)
    boxes.box = np.clip(boxes.box, 0, np.tile(shape, 2).astype(float))
    boxes = boxes.take(np.lexsort((*boxes.box.T, -boxes.score)))
    rings = np.isnan(boxes.slope).all()  # the classical way sees one source at several scales
    kept = distinct(boxes.box, RINGS if rings else 0.0)
    kept = kept[boxes.score[kept] >= threshold]
    means = boxes.box[kept] if rings else means_of_twins(boxes.box, boxes.score, kept)
    boxes = boxes.take(kept)
    boxes.box = means
    return boxes


def boxes_in(phase, pixel_m, coherence=None, method="learned", threshold=0.0) -> Boxes:
    """All boxes on one image in memory; see :func:`detect`."""
    parts = []
    for tile in plan(phase.shape, pixel_m):
        seen = tuple(
            slice(first * tile.step, min((first + size) * tile.step, side))
            for first, size, side in zip(
                (tile.top, tile.left), (tile.height, tile.width), phase.shape
            )
        )
        part = None if coherence is None else coherence[seen]
        phasor = thinned(phase[seen], part, tile.step)
        parts.append(found_in(tile, phasor, method, coherence is not None, threshold))
    return settled(parts, phase.shape, threshold)


def detect(phase, pixel_m, wavelength_m, coherence=None, method="learned", threshold=0.0):
    """Boxes around ground that moves, on one interferogram in memory.

    Parameters
    ----------
    phase : ndarray, shape (row, column)
        Wrapped (or not), radians, NaN for no data.
    pixel_m, wavelength_m : float
        Metres; the wavelength changes nothing, as fringes are what is seen.
    coherence : ndarray, same shape, optional
    method : str
        One of :data:`METHODS`.
    threshold : float
        Lowest score; see :data:`THRESHOLDS`.

    Returns
    -------
    boxes : ndarray, shape (box, 4)
        First row and column, row and column behind the last ones.
    scores : ndarray, shape (box,)
        Chance that a box overlaps a source by at least a half, highest first.
    """
    found = boxes_in(phase, pixel_m, coherence, method, threshold)
    return found.box, found.score

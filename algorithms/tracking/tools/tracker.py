# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The chips of a whole pair of images, block by block, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from ...data.grid import BLOCKS_IN_FLIGHT, TILE_COLS, TILE_ROWS, Grid, Window
from ...data.slc import strided_grid
from ...data.statistics import nmad
from ...errors import GroundshiftError, counted
from .._match_kernel import (
    COL,
    COL_VAR,
    COVAR,
    FLAT,
    FOUND,
    LAYERS,
    LOST,
    MISSING,
    OUTSIDE,
    ROW,
    ROW_VAR,
    SPREAD,
    STATUS,
)
from ..filtering import (
    ALONE,
    WEAK,
    chip_factor,
    drop_alone,
    drop_weak,
    scene_factor,
    smearing,
    smearing_margin,
)
from ..matching import Search, match_images
from ..speckle import TAPS, amplitudes

TILES = 8, 4, 2  # pixels of the images in one of the blocks' grid: the first that fits
BYTES_PER_PIXEL = 110.0  # of the images
LEAST_STABLE = 20  # offsets on stable ground
MUCH_OUTSIDE = 0.05  # share of the offsets
SMEARED = 2.0  # variance that is smeared by that of noise, from which smaller chips are tried
LEAST_HALF = 12  # pixels along a side of these
ROWS_AT_ONCE = 1 << 22  # offsets whose smearing is looked at together
LITTLE = 0.05  # as little as what is found by chance may be
WHY = {
    MISSING: "no data", FLAT: "nothing to be seen", OUTSIDE: "beyond the search distance",
    LOST: "no match", WEAK: "low correlation", ALONE: "unlike the neighbours",
}  # fmt: skip


@dataclass(frozen=True)
class _Part:
    """One block of two images, with the chips whose centres lie in it."""

    images: list
    rows: np.ndarray
    cols: np.ndarray
    wanted: np.ndarray
    place: tuple  # of its chips in the scene's


def _match_part(part: _Part, search: Search, prefilter, fill, carriers):
    if not part.wanted.any():
        return part.place, None, part.wanted
    images, rows, cols = part.images, part.rows, part.cols
    if carriers is not None:
        images = [amplitudes(image, middle) for image, middle in zip(images, carriers)]
        rows, cols = 2 * rows, 2 * cols
    matched = match_images(
        *images, rows, cols, search, part.wanted, prefilter=prefilter, fill=fill
    )  # fmt: skip
    return part.place, matched, part.wanted


class Tracker:
    """Finds the chips of a pair.

    Parameters
    ----------
    pair : ImagePair
    asked : Matching
    scratch : Scratch
    """

    def __init__(self, pair, asked, scratch):
        self.pair, self.asked = pair, asked
        self.step, self.scratch = asked.step, scratch
        self.scale = 1 if pair.carriers is None else 2  # pixels that are compared in the image's
        self.reach = self._reach()  # too small an image is told before its grid of results
        self.grid = strided_grid(pair.grid, (asked.step, asked.step))
        self.found = scratch.array((*self.grid.shape, LAYERS), np.float32)
        self.chips = scratch.array(self.grid.shape, np.float32)
        self.found[:], self.chips[:] = np.nan, np.nan
        self.found[..., STATUS] = LOST
        self.typical, self.smear = 1.0, None

    def _reach(self) -> tuple[int, int]:
        """Most pixels of displacement by rows and columns."""
        distance, sizes = self.asked.search, (1.0, 1.0)
        if self.asked.search_unit == "m":
            sizes = self.pair.pixel_size()
        reach = tuple(int(np.ceil(distance / size)) for size in sizes)
        grid, chip = self.pair.grid, max(self.asked.chips)
        if 2 * max(reach) + chip > min(grid.shape):
            raise GroundshiftError(
                f"{self.pair.names[0]}: the search distance of {max(reach)} pixels with chips of "
                f"{chip} needs {2 * max(reach) + chip} pixels, and the image has {grid.rows} x "
                f"{grid.cols}; give a smaller search distance (SEARCH) or smaller chips (CHIP)."
            )
        return tuple(max(1, one) for one in reach)

    def run(self, job) -> None:
        """Find them, those with small chips first; then with larger ones what was not found."""
        chips = self.asked.chips
        count = len(chips) + self.asked.edges
        for number, chip in enumerate(chips):
            wanted = self.found[..., STATUS] != FOUND
            part = job.part(number / count, (number + 1) / count)
            self._match(chip, wanted, self.found, self.chips, part)
            self._sift(self.found)
            self.chips[self.found[..., STATUS] != FOUND] = np.nan
        if self.asked.edges:
            self._refine(job.part(len(chips) / count, 1.0))
        if self.pair.carriers is not None:
            for layer, factor in zip(range(5), (0.5, 0.5, 0.25, 0.25, 0.25)):
                self.found[..., layer] *= np.float32(factor)
        for layer, shift in zip((ROW, COL), self.pair.shift):
            self.found[..., layer] += np.float32(shift)

    def _sift(self, found):
        """Take out what is no motion."""
        drop_weak(found, self.asked.correlation, self.asked.ratio)
        if self.asked.neighbours:
            drop_alone(found, tuple(self.scale * one for one in self.reach))

    def _refine(self, job):
        """Chips of half the size where motion changes over a chip, if they know it better."""
        self.typical = scene_factor(self.found)
        factor = np.full(2, self.typical)
        noise, smear = self._variances(self.found, self.chips, factor)
        half = self.chips // 4 * 2
        wanted = (smear > SMEARED * noise) & (half >= LEAST_HALF) & ~np.isin(half, self.asked.chips)
        if not wanted.any():
            return
        found = self.scratch.array(self.found.shape, np.float32)
        found[:], chips = self.found, np.array(self.chips)
        sizes = np.unique(half[wanted])
        for number, size in enumerate(sizes):
            part = job.part(number / len(sizes), (number + 1) / len(sizes))
            self._match(int(size), wanted & (half == size), found, chips, part)
        self._sift(found)
        lost = wanted & (found[..., STATUS] != FOUND)
        found[lost], chips[lost] = self.found[lost], self.chips[lost]
        own, left = self._variances(found, chips, factor)
        # Half a chip smears a step by half of the variance, and anything smoother by less.
        better = wanted & ~lost & (own + np.minimum(left, 0.5 * smear) < noise + smear)
        self.found[better], self.chips[better] = found[better], chips[better]
        job.note(
            f"{counted(int(better.sum()), 'offset')} where the motion changes over a chip come "
            "from chips of half the size."
        )

    def _variances(self, found, chips, factor):
        """Of noise and of smearing, of both components together."""
        layers = part_of(found, (0, 0), factor, self.typical)
        smear = self._smear(found, chips, factor, self.scale)
        return layers[2] + layers[3], smear[0] + smear[1]

    def _smear(self, found, chips, factor, scale) -> np.ndarray:
        """Variances by :func:`..filtering.smearing`, shape (2, row, column), of `scale` pixels."""
        out = np.zeros((2, *chips.shape), np.float32)
        rows = max(1, ROWS_AT_ONCE // max(1, chips.shape[1]))
        for size in np.unique(chips[np.isfinite(chips)]):
            chip, step = int(scale * size), scale * self.step
            around = smearing_margin(chip, step)
            for first in range(0, len(chips), rows):
                low = max(0, first - around)
                part = found[low : first + rows + around]
                own = slice(first - low, first - low + rows)
                here = chips[first : first + rows] == size
                layers = part_of(part, (0, 0), factor, self.typical)
                for k in (0, 1):
                    values = smearing(layers[k], layers[2 + k], chip, step)[own]
                    out[k, first : first + rows][here] = values[here]
        return out

    def _match(self, chip, wanted, found, chips, job):
        scale = self.scale
        search = Search(
            scale * chip, scale * chip, *(scale * one for one in self.reach),
            self.asked.least_valid, self.asked.back,
        )  # fmt: skip
        margin = search.margin
        if scale == 2:
            margin = tuple(-(-(size // 2 + TAPS + 1) // 4) * 4 for size in margin)
        grid = self.pair.grid
        size = BYTES_PER_PIXEL * scale**2
        least = TILE_ROWS * TILE_COLS * BLOCKS_IN_FLIGHT * size
        tile = next((one for one in TILES if least * one**2 <= job.budget), TILES[-1])
        tiles = Grid(-(-grid.rows // tile), -(-grid.cols // tile))

        def read(window):
            top, left = window.row * tile, window.col * tile
            around = Window(top, left, window.height * tile, window.width * tile)
            rows, place_rows = self._centres(top, around.height, self.grid.rows)
            cols, place_cols = self._centres(left, around.width, self.grid.cols)
            place = place_rows, place_cols
            here = wanted[place]
            images = self.pair.read(around, margin) if here.any() else []
            return _Part(images, rows - top + margin[0], cols - left + margin[1], here, place)

        def write(window, result):
            place, matched, here = result
            if matched is not None:
                found[place][here] = matched[here]
                chips[place][here & (matched[..., STATUS] == FOUND)] = chip

        match = partial(
            _match_part, search=search, prefilter=self.asked.prefilter, fill=self.pair.fill,
            carriers=self.pair.carriers,
        )  # fmt: skip
        job.blocks(match, read, write, tiles, tile**2 * size)

    def _centres(self, first, size, most):
        """Pixels of the centres of chips in a range, and their places among all."""
        half = self.step // 2
        low = max(0, -(-(first - half) // self.step))
        high = min(most, -(-(first + size - half) // self.step))
        high = max(low, high)
        return np.arange(low, high) * self.step + half, slice(low, high)

    def tell(self, job) -> None:
        """How many were found, and why the others were not."""
        status = self.found[..., STATUS]
        counts = {code: int((status == code).sum()) for code in (FOUND, *WHY)}
        every = status.size
        why = ", ".join(
            f"{100 * counts[code] / every:.1f} % {text}" for code, text in WHY.items()
            if counts[code]
        )  # fmt: skip
        job.note(
            f"{counted(counts[FOUND], 'offset')} of {every:,} found"
            f"{': left out are ' + why if why else ''}."
        )
        if not counts[FOUND]:
            raise GroundshiftError(
                f"{self.pair.names[1]}: nothing of {self.pair.names[0]} was found in it ({why}); "
                "check that both show the same place, give a larger search distance (SEARCH), "
                "larger chips (CHIP) or another prefilter."
            )
        seen = every - counts[MISSING] - counts[FLAT]
        if counts[FOUND] < LITTLE * seen:
            job.warn(
                f"Only {100 * counts[FOUND] / seen:.1f} % of the chips that show something were "
                "found again, and some of these by chance: check that both images show the same "
                "place in the same way (size of pixels, band, light, season), and do not trust "
                "what is left."
            )
        if counts[OUTSIDE] > MUCH_OUTSIDE * seen:
            job.warn(
                f"{100 * counts[OUTSIDE] / seen:.0f} % of the chips match best at the border of "
                "the search: if the ground moved so far, give a larger search distance (SEARCH)."
            )
        if counts[FLAT] > 0.2 * every:
            job.warn(
                f"{100 * counts[FLAT] / every:.0f} % of the chips show nothing (clouds, shadow, "
                "water or snow of one value): they have no offsets."
            )

    def steady(self, stable, job):
        """Bias of both components and factor of their standard deviations.

        Parameters
        ----------
        stable : ndarray of bool, shape (row, column), or None
            Ground that does not move.

        Returns
        -------
        bias : ndarray, shape (2,)
            Rows and columns in pixels.
        factor : ndarray, shape (2,)
        count : int
            Offsets on stable ground; 0 where it is not known.
        """
        self.typical = scene_factor(self.found)
        factor = np.full(2, self.typical)
        if stable is None:
            job.note(
                "No stable ground is given: nothing is taken off the offsets, so images that lie "
                "badly on each other look like motion; standard deviations are formal ones times "
                f"{factor[0]:.2f}, from parts of the chips."
            )
            self.smear = self._smear(self.found, self.chips, factor, 1)
            return np.zeros(2), factor, 0
        count = int((stable & (self.found[..., STATUS] == FOUND)).sum())
        if count < LEAST_STABLE:
            raise GroundshiftError(
                f"Only {counted(count, 'offset')} lie on stable ground and {LEAST_STABLE} are "
                "needed; give larger polygons or leave them out (STABLE, STABLE_MASK)."
            )
        bias = np.empty(2)
        for k, (layer, variance) in enumerate(((ROW, ROW_VAR), (COL, COL_VAR))):
            values = self.found[..., layer][stable].astype(float)
            known = np.isfinite(values)
            values = values[known]
            std = np.sqrt(self.found[..., variance][stable][known].astype(float))
            bias[k] = np.median(values)
            factor[k] = nmad((values - bias[k]) / np.maximum(std, 1e-6))
        self.smear = self._smear(self.found, self.chips, factor, 1)
        return bias, factor, count


def part_of(matched, bias, factor, typical: float, smear=(0.0, 0.0)):
    """Layers of a window as :meth:`.image_pair.ImagePair.metres` takes them.

    Parameters
    ----------
    matched : ndarray of float32, shape (row, column, LAYERS)
        Of the window.
    bias, factor
        See :meth:`Tracker.steady`.
    typical : float
        Of :func:`..filtering.scene_factor`.
    smear : pair of ndarray
        Of :func:`..filtering.smearing`, of rows and of columns.
    """
    rows, cols = matched[..., ROW] - np.float32(bias[0]), matched[..., COL] - np.float32(bias[1])
    own = chip_factor(matched[..., SPREAD], typical)
    row, col = (own * np.float32(one) for one in factor)
    return (
        rows, cols, matched[..., ROW_VAR] * row**2 + smear[0],
        matched[..., COL_VAR] * col**2 + smear[1],
        matched[..., COVAR] * row * col,
    )  # fmt: skip

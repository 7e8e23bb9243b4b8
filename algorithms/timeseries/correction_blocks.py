# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The block functions that all corrections share: take the errors off, fit the rate anew."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..data.dates import years_of
from .coloured import WHITE, MarkovNoise
from .correction import CorrectionBlock, Referenced, Scene, StableLimits, linear_rate
from .velocity import Design, PairNoise, VelocityModel, fit


@dataclass(frozen=True)
class CorrectedBlock:
    """The inner part of a block after the correction.

    Parameters
    ----------
    displacement : ndarray of float32, shape (time, row, column), or None
    removed : ndarray of float32, shape (time, row, column), or None
    pixels : int
        With a result.
    velocity, velocity_std : ndarray, shape (row, column), or None
        Of the corrected series, metres a year.
    before, after : ndarray, shape (time, 3)
        See :func:`variance`; over the stable pixels.
    dem_error, dem_error_std : ndarray, shape (row, column), or None
    """

    displacement: np.ndarray | None
    removed: np.ndarray | None
    pixels: int
    velocity: np.ndarray | None
    velocity_std: np.ndarray | None
    before: np.ndarray
    after: np.ndarray
    dem_error: np.ndarray | None
    dem_error_std: np.ndarray | None

    def cut(self, part) -> CorrectedBlock:
        """A part of it, in rows and columns; sums stay as they are."""
        images = ("displacement", "removed", "velocity", "velocity_std", "dem_error",
                  "dem_error_std")  # fmt: skip
        values = {name: getattr(self, name) for name in images}
        return replace(
            self, **{name: v[(..., *part)] for name, v in values.items() if v is not None}
        )


@dataclass(frozen=True)
class ApplyCorrection:
    """Block function: takes a correction off and fits the rate anew.

    Parameters
    ----------
    referenced : Referenced
    scene : Scene
    limits : StableLimits
    noise : PairNoise or None
    keep_removed : bool
        Whether what was taken off is wanted, too.
    keeps_rate : bool
        See :class:`Correction`.
    with_rate : bool
        Whether rates are wanted.
    coloured : MarkovNoise
        Of the series after the correction; with a colour the noise of the pairs is held by it.
    """

    referenced: Referenced
    scene: Scene
    limits: StableLimits
    noise: PairNoise | None
    keep_removed: bool
    keeps_rate: bool = False
    with_rate: bool = True
    coloured: MarkovNoise = WHITE

    def __call__(self, block: CorrectionBlock, over: bool = False) -> CorrectedBlock:
        """Correct the inner part of a block, whose displacement may be written over if so said."""
        years = years_of(self.scene.dates)
        rate = linear_rate(block.displacement, years)
        block = replace(block, stable=self.limits.choose(block, rate))
        taken = self.referenced.take_off(block, self.keep_removed, over and not self.keeps_rate)
        found = taken.estimate
        velocity = std = None
        if self.with_rate:
            series = taken.displacement
            if self.keeps_rate:
                series = block.displacement[(slice(None), *block.inner)]
            velocity, std = self._rate(series, block, years)
            if found.rate_std is not None:
                std = np.hypot(std, found.rate_std).astype(np.float32)
        seen = rate[block.inner] if velocity is None else velocity
        pixels = np.isfinite(seen[block.counted]).sum()
        return CorrectedBlock(
            taken.displacement, found.field if self.keep_removed else None, int(pixels), velocity,
            std, taken.before, taken.after, found.dem_error, found.dem_error_std,
        )  # fmt: skip

    def _rate(self, series, block, years):
        shape = series.shape[1:]
        if len(years) < 3:
            rate = linear_rate(series, years)
            return rate, np.full(shape, np.nan, np.float32)
        matrix = VelocityModel().design(self.scene.dates)
        noise = self.noise if self.coloured.is_white else None
        scale = None if noise is None else block.pair_noise[block.inner].ravel()
        design = Design(matrix, years, coloured=self.coloured)
        result = fit(series.reshape(len(years), -1), design, noise, scale)
        return (
            result.coefficients[1].astype(np.float32).reshape(shape),
            result.std[1].astype(np.float32).reshape(shape),
        )


@dataclass(frozen=True)
class UncorrectedBlock:
    """A part of a series with what several corrections need of it.

    Parameters
    ----------
    displacement : ndarray of float32, shape (time, row, column)
        As the file has it.
    parts : tuple of CorrectionBlock
        One a correction, without displacement.
    inner : (slice, slice)
        The part that is asked for.
    """

    displacement: np.ndarray
    parts: tuple
    inner: tuple


@dataclass(frozen=True)
class ApplyCorrections:
    """Block function: takes corrections off, one after the other.

    Parameters
    ----------
    functions : tuple of ApplyCorrection
        Only the last one may need a neighbourhood; it is corrected by the others, too.
    between : bool
        Whether the series between them are wanted, too.
    over : bool
        Whether a block may be written over.
    """

    functions: tuple
    between: bool = False
    over: bool = False

    def __call__(self, block: UncorrectedBlock) -> list[CorrectedBlock]:
        """Results of all of them, of the inner part."""
        displacement, found = block.displacement, []
        last = len(self.functions) - 1
        for number, (function, part) in enumerate(zip(self.functions, block.parts)):
            places = {"inner" if number == last else "counted": block.inner}
            over = not self.between if number else self.over
            result = function(replace(part, displacement=displacement, **places), over)
            displacement = result.displacement
            if number < last:
                result = result if self.between else replace(result, displacement=None)
                result = result.cut(block.inner)
            found.append(result)
        return found

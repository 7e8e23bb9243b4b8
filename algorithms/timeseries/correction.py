# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What all corrections of a displacement series share.

A correction estimates a *field*: for every date the apparent displacement that does not belong to
the ground. The driver (:mod:`.tools.correction`) takes it off, relative to the reference date and
the reference point, so that both stay where they were.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ..data.statistics import ROBUST_SIGMA
from ..errors import GroundshiftError
from ..threads import kernel_lock
from .velocity import fit

LEAST_STABLE = 50


@dataclass(frozen=True)
class Scene:
    """What a correction has to know about the whole series.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    perpendicular_baseline : ndarray, shape (time,)
        Metres, NaN where unknown.
    shape : (int, int)
        Rows and columns.
    spacing : (float, float) or None
        Metres between rows and between columns; None where the file does not say.
    reference_date : int
        Index of the date whose displacement is zero.
    """

    dates: np.ndarray
    perpendicular_baseline: np.ndarray
    shape: tuple
    spacing: tuple | None
    reference_date: int = 0


@dataclass(frozen=True)
class CorrectionBlock:
    """A part of a series on a (possibly thinned) rectangle of its grid.

    Parameters
    ----------
    rows, cols : ndarray of int
        Indices in the scene of the part's rows and columns.
    displacement : ndarray of float32, shape (time, row, column), or None
        Metres, positive towards the satellite, NaN for no data; None while others correct it.
    coherence, pair_noise : ndarray, shape (row, column), or None
        Temporal coherence; variance factor of the pairs' noise (metres squared).
    height, incidence, slant_range : ndarray, shape (row, column), or None
        Metres; degrees from the vertical; metres.
    zenith_delay : ndarray of float32, shape (time, row, column), or None
        Metres, from a weather model; radians where maps of the ionosphere are read.
    stable : ndarray of bool, shape (row, column), or None
        Where the ground is taken as stable and coherent.
    inner : (slice, slice)
        The part that is asked for; what lies around it is its neighbourhood.
    counted : (slice, slice)
        The part of the inner one that counts in sums: what lies around it is a neighbourhood for
        the next correction.
    """

    rows: np.ndarray
    cols: np.ndarray
    displacement: np.ndarray | None
    coherence: np.ndarray | None = None
    pair_noise: np.ndarray | None = None
    height: np.ndarray | None = None
    incidence: np.ndarray | None = None
    slant_range: np.ndarray | None = None
    zenith_delay: np.ndarray | None = None
    stable: np.ndarray | None = None
    inner: tuple = (slice(None), slice(None))
    counted: tuple = (slice(None), slice(None))


@dataclass(frozen=True)
class ImagesByDate:
    """A field that is a few images, each with a factor a date; less than an array as a series.

    Parameters
    ----------
    factors : ndarray of float32, shape (time, image)
    images : ndarray of float32, shape (image, row, column)
    """

    factors: np.ndarray
    images: np.ndarray

    def field(self) -> np.ndarray:
        """As an array, float32 of shape (time, row, column)."""
        from . import _correction_kernel as kernel

        field = np.empty((len(self.factors), *self.images.shape[1:]), np.float32)
        with kernel_lock:
            kernel.fill(self.factors, self.flat(), field.reshape(len(field), -1))
        return field

    def flat(self) -> np.ndarray:
        """The images, shape (image, pixel)."""
        count, *shape = self.images.shape
        return self.images.reshape(count, np.prod(shape, dtype=int))


@dataclass(frozen=True)
class Estimate:
    """What a correction found in a block (its inner part).

    Parameters
    ----------
    found : ndarray, shape (time, row, column), or ImagesByDate
        Apparent displacement to take off, metres; NaN where unknown. It may be overwritten.
    dem_error, dem_error_std : ndarray, shape (row, column), or None
        Metres.
    rate_std : ndarray, shape (row, column), or None
        What the field's own error adds to that of the rate, metres a year.
    """

    found: np.ndarray | ImagesByDate
    dem_error: np.ndarray | None = None
    dem_error_std: np.ndarray | None = None
    rate_std: np.ndarray | None = None

    @cached_property
    def field(self) -> np.ndarray:
        """What was found, as an array."""
        return self.found.field() if isinstance(self.found, ImagesByDate) else self.found


class Correction:
    """A correction; subclasses are frozen dataclasses of its options.

    Attributes
    ----------
    name : str
        For the file's history.
    needs : tuple of str
        Fields of :class:`CorrectionBlock` that must be there besides the series.
    uses : tuple of str
        Fields that are read where the geometry file has them.
    guarded : bool
        Whether dates whose variance would grow are left alone.
    follows_ground : bool
        Whether it is fitted to the scene's own displacement, so that broad motion could be taken
        for it; see :mod:`.slow_motion`.
    known : bool
        Whether nothing is fitted to the series, so that stable pixels only tell what it did.
    keeps_rate : bool
        Whether rates stay as they are, and with them their standard deviations: those of a
        filtered series would be too small.
    """

    name = ""
    needs: tuple = ()
    uses: tuple = ()
    guarded = False
    follows_ground = False
    known = False
    keeps_rate = False

    def halo(self, scene: Scene) -> tuple:
        """Neighbourhood that a block needs, and the cells it has to line up with.

        Returns
        -------
        (int, int), (int, int)
            Pixels in rows and columns; size of the cells in rows and columns.
        """
        return (0, 0), (1, 1)

    def prepare(self, scene: Scene, sample: CorrectionBlock):
        """Estimate what holds for the whole scene.

        Parameters
        ----------
        scene : Scene
        sample : CorrectionBlock
            A regular thinning of the whole scene, with `stable`.

        Returns
        -------
        callable
            :class:`CorrectionBlock` to :class:`Estimate`; picklable.

        Raises
        ------
        GroundshiftError
            If the data do not carry the correction.
        """
        raise TypeError(f"{type(self).__name__} corrects nothing")


@dataclass(frozen=True)
class Selection:
    """Which pixels tell about the errors: coherent ones that do not move.

    Parameters
    ----------
    minimum_coherence : float
        Least temporal coherence; not looked at where the series has none.
    rate_sigmas : float
        Largest distance of a pixel's rate from the scene's median, in robust standard deviations.
    maximum_rate : float or None
        Largest rate relative to the reference, metres a year; for scenes most of which moves.
    """

    minimum_coherence: float = 0.7
    rate_sigmas: float = 3.0
    maximum_rate: float | None = None


@dataclass(frozen=True)
class StableLimits:
    """A :class:`Selection` in numbers: rates between `low` and `high`, metres a year."""

    minimum_coherence: float
    low: float
    high: float

    def choose(self, block: CorrectionBlock, rate) -> np.ndarray:
        """Stable pixels, shape (row, column); `rate` in metres a year."""
        with np.errstate(invalid="ignore"):
            stable = (rate >= self.low) & (rate <= self.high)
            if block.coherence is not None:
                stable &= block.coherence >= self.minimum_coherence
        return stable


def linear_rate(displacement, years) -> np.ndarray:
    """Rate of every pixel, metres a year, NaN for no data.

    Parameters
    ----------
    displacement : ndarray, shape (time, ...)
    years : ndarray, shape (time,)
    """
    series = np.ascontiguousarray(displacement, np.float32).reshape(len(years), -1)
    matrix = np.stack([np.ones_like(years), years], axis=1)
    weights = np.linalg.pinv(matrix)[1:].astype(np.float32)
    rate = ImagesByDate(weights, series).field()[0]  # as `@`, which is slow inside of QGIS
    gaps = np.flatnonzero(np.isnan(rate))
    gaps = gaps[np.isfinite(series[:, gaps]).any(axis=0)]
    if gaps.size:
        rate[gaps] = fit(series[:, gaps], matrix).coefficients[1]
    return rate.reshape(displacement.shape[1:])


def find_limits(sample: CorrectionBlock, rate, selection: Selection) -> StableLimits:
    """Limits of the rates of stable pixels: median and median absolute deviation of coherent ones.

    Raises
    ------
    GroundshiftError
        If too few pixels are coherent.
    """
    everything = StableLimits(selection.minimum_coherence, -np.inf, np.inf)
    coherent = everything.choose(sample, rate)
    if np.count_nonzero(coherent) < LEAST_STABLE:
        raise GroundshiftError(
            f"Only {np.count_nonzero(coherent)} of {rate.size} sampled pixels have data and a "
            f"temporal coherence of at least {selection.minimum_coherence:g}; lower it."
        )
    rates = rate[coherent]
    median = float(np.median(rates))
    spread = ROBUST_SIGMA * float(np.median(np.abs(rates - median)))
    # A series without any noise has no spread: then only what does not move at all is stable.
    reach = selection.rate_sigmas * max(spread, 1e-6)
    limits = StableLimits(selection.minimum_coherence, median - reach, median + reach)
    if selection.maximum_rate is None:
        return limits
    slow = replace(
        limits, low=max(limits.low, -selection.maximum_rate),
        high=min(limits.high, selection.maximum_rate),
    )  # fmt: skip
    if np.count_nonzero(slow.choose(sample, rate)) < LEAST_STABLE:
        raise GroundshiftError(
            f"Fewer than {LEAST_STABLE} sampled coherent pixels are slower than "
            f"{1e3 * selection.maximum_rate:g} mm a year; allow a larger rate."
        )
    return slow


def variance(sums) -> np.ndarray:
    """Variance by date; NaN where there is nothing.

    Parameters
    ----------
    sums : ndarray, shape (time, 3)
        Number, sum and sum of squares of the stable pixels' values.
    """
    number, total, squares = sums.T
    count = np.where(number > 0, number, np.nan)
    return np.maximum(squares / count - (total / count) ** 2, 0.0)


@dataclass(frozen=True)
class Taken:
    """A series with the correction taken off.

    Parameters
    ----------
    displacement : ndarray of float32, shape (time, row, column)
    estimate : Estimate
        Its field is what was taken off, where that was asked for.
    before, after : ndarray, shape (time, 3)
        See :func:`variance`; over the stable pixels.
    """

    displacement: np.ndarray
    estimate: Estimate
    before: np.ndarray
    after: np.ndarray


@dataclass(frozen=True)
class Referenced:
    """An estimate made zero at the reference date and the reference point.

    Parameters
    ----------
    estimate : callable
        From :meth:`Correction.prepare`.
    reference_date : int
    offset : ndarray, shape (time,)
        The estimate at the reference point, after the reference date was taken off.
    applied : ndarray of bool, shape (time,)
        Dates that are corrected.
    """

    estimate: object
    reference_date: int
    offset: np.ndarray
    applied: np.ndarray

    def take_off(self, block: CorrectionBlock, with_field=False, over=False) -> Taken:
        """Correct the inner part of a block, which says what is stable.

        Parameters
        ----------
        block : CorrectionBlock
        with_field : bool
            Whether what was taken off is wanted, too.
        over : bool
            Whether the block's displacement may be written over.
        """
        from . import _correction_kernel as kernel

        found = self.estimate(block)
        series = np.ascontiguousarray(block.displacement[(slice(None), *block.inner)], np.float32)
        count = len(series)
        before, after = np.empty((2, count, 3))
        stable = np.zeros(series.shape[1:], bool)
        stable[block.counted] = block.stable[block.inner][block.counted]
        given = self.offset.astype(np.float32), self.applied, stable.ravel()
        if isinstance(found.found, ImagesByDate) and not with_field:
            corrected = series if over else series.copy()
            with kernel_lock:
                kernel.take_images_off(
                    corrected.reshape(count, -1), found.found.factors, found.found.flat(),
                    self.reference_date, *given, before, after,
                )  # fmt: skip
            return Taken(corrected, found, before, after)
        field = np.ascontiguousarray(found.field, np.float32)
        corrected = np.empty_like(series)
        flat = (a.reshape(count, -1) for a in (series, field))
        with kernel_lock:
            kernel.take_off(
                *flat, field[self.reference_date].ravel().copy(), *given,
                corrected.reshape(count, -1), before, after,
            )  # fmt: skip
        return Taken(corrected, replace(found, found=field), before, after)

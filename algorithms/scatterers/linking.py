# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase linking: one phase a date out of all interferograms of a distributed scatterer.

From the coherence matrix T of a pixel's brothers (:mod:`.covariance`), relative to the first date:

``evd``
    Phases of the leading eigenvector (Fornaro et al. 2015).
``tevd``
    The phases that maximise ``Re sum |u_m u_n T_mn| exp j(arg T_mn - θ_m + θ_n)`` with the leading
    eigenvector u (Du et al. 2022). Those of u make it stationary already.
``wevd``
    Phases of the leading eigenvector of ``|T|∘T``, which counts low coherence low; what dolphin
    calls EVD.
``emi``
    Phases of the eigenvector of ``R⁻¹∘T`` with the smallest eigenvalue (Ansari et al. 2018).
``pta``
    Phase triangulation, the maximum-likelihood estimate: phasors that minimise ``ζᴴ (R⁻¹∘T) ζ``
    (Guarnieri and Tebaldini 2008; Ferretti et al. 2011), by coordinate steps from EMI's.

R stands for the magnitudes |T|, which chance makes singular or worse with few brothers:
``hadamard`` takes their squares, which are never indefinite (Schur's theorem) and count low
coherence low (Zwieback 2022, doi:10.1109/LGRS.2022.3197423); ``shrinkage`` mixes them with the
identity, more where that is not enough; ``none`` takes them as they are. Where R has no inverse
even so, EVD stands in, and says so.

A pixel that is a persistent scatterer keeps its own phase.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from ..data.slc import SlcBlock
from ..errors import GroundshiftError, counted
from ..threads import kernel_lock
from .amplitude import calibrated_amplitude, dispersion
from .covariance import NORMALISATIONS, split_images, window_masks
from .shp import ShpOptions, find_brothers

ESTIMATORS = ("evd", "tevd", "wevd", "emi", "pta")
REGULARISATIONS = ("hadamard", "shrinkage", "none")
FEWEST_IMAGES = 3
NOT_LINKED, DISTRIBUTED, SUBSTITUTE, PERSISTENT = range(4)
"""Codes of :attr:`LinkedBlock.how`: none, linked, linked by EVD in the estimator's place, PS."""


@dataclass(frozen=True)
class LinkingOptions:
    """How phases are linked.

    Parameters
    ----------
    estimator : str
        One of :data:`ESTIMATORS`.
    shp : ShpOptions
        Window, test and strides.
    test : bool
        False takes the whole window for brothers.
    minimum_brothers : int
        Pixels with fewer, not counting themselves, are not linked.
    regularisation : str
        One of :data:`REGULARISATIONS`.
    beta : float
        Share of the identity in R, 0 to 1; 0 for ``none``.
    normalisation : str
        One of :data:`.covariance.NORMALISATIONS`.
    oversampling : float
        Pixels that stand for one independent sample.
    with_std : bool
        Predict the noise of the phases.
    keep_all : bool
        Persistent scatterers keep their own phase in any case; else only where that is less noisy
        than the linked one.
    """

    estimator: str
    shp: ShpOptions = field(default_factory=ShpOptions)
    test: bool = True
    minimum_brothers: int = 20
    regularisation: str = "hadamard"
    beta: float = 0.05
    normalisation: str = "power"
    oversampling: float = 1.0
    with_std: bool = True
    keep_all: bool = True

    def __post_init__(self):
        for value, known, what in (
            (self.estimator, ESTIMATORS, "estimator"),
            (self.regularisation, REGULARISATIONS, "regularisation"),
            (self.normalisation, NORMALISATIONS, "normalisation"),
        ):
            if value not in known:
                raise GroundshiftError(f"'{value}' is no {what}; choose {', '.join(known)}.")
        if not 0 <= self.beta < 1:
            raise GroundshiftError(f"beta is {self.beta:g}; give a number from 0 to below 1.")
        if self.oversampling < 1:
            raise GroundshiftError(
                f"The oversampling is {self.oversampling:g}; give 1 or more pixels a sample."
            )
        half_y, half_x = self.shp.half_window
        pixels = (2 * half_y + 1) * (2 * half_x + 1)
        if not 1 <= self.minimum_brothers < pixels:
            raise GroundshiftError(
                f"At least {self.minimum_brothers} neighbours are asked for and the window of "
                f"{2 * half_y + 1} x {2 * half_x + 1} pixels holds up to {pixels - 1}; give a "
                "larger window or ask for fewer, but 1."
            )


@dataclass(frozen=True)
class LinkingBlock:
    """What is linked: images with a margin of the half window.

    Parameters
    ----------
    images : SlcBlock
        Of the pixels behind the block of the result.
    persistent : ndarray of bool, shape of an image, or None
        Persistent scatterers: they keep their phase, and are nobody's brothers.
    masks : ndarray of int64, or None
        Brothers that are known already; see :class:`.shp.Neighbourhoods`.
    compressed : ndarray of complex64, shape (small stack, row, column), or None
        Compressed images of small stacks, with the same margin; see :mod:`.sequential`.
    parts : tuple of LinkedBlock
        Of the small stacks.
    """

    images: SlcBlock
    persistent: np.ndarray | None = None
    masks: np.ndarray | None = None
    compressed: np.ndarray | None = None
    parts: tuple = ()


@dataclass(frozen=True)
class LinkedBlock:
    """Results of a block, shape (out_row, out_column) but for the first.

    Parameters
    ----------
    linked : ndarray of complex64, shape (time, out_row, out_column)
        Root mean square amplitude of the brothers (a PS' own) and linked phase, that of the first
        date 0; NaN where not linked. The phase has the sign of the images'.
    quality : ndarray of float32
        γ_DS = 2/(N(N-1)) Re Σ exp j(arg T_mn - θ_m + θ_n) (Ferretti et al. 2011); of a PS
        exp(-D_A²/2), the coherence of a phase with its amplitude dispersion as standard deviation.
    std : ndarray of float32
        Root mean square over the dates of the predicted standard deviation of the phases against
        the first, radians; of a PS √2 times its amplitude dispersion, which is the noise of one
        phase (Ferretti et al. 2001).
    brothers : ndarray of int16
        Not counting the pixel itself; -1 where there is no data.
    how : ndarray of uint8
        See :data:`NOT_LINKED`.
    masks : ndarray of int64, or None
        Brothers as bits.
    """

    linked: np.ndarray
    quality: np.ndarray
    std: np.ndarray
    brothers: np.ndarray
    how: np.ndarray
    masks: np.ndarray | None


@dataclass(frozen=True)
class BlockLinking:
    """Block function: images in, linked phases out.

    Parameters
    ----------
    options : LinkingOptions
    classes : ndarray of int64
        See :func:`.bound.span_classes`.
    factors : ndarray, shape (time,), or None
        That make the images equally bright, for the tests; see :mod:`.amplitude`.
    with_masks : bool
        Whether the result tells the brothers.
    """

    options: LinkingOptions
    classes: np.ndarray
    factors: np.ndarray | None = None
    with_masks: bool = True

    def __call__(self, block: LinkingBlock) -> LinkedBlock:
        """Link the phases of a block."""
        masks = block.masks
        if masks is None:
            masks = brother_masks(block.images.values, self.factors, self.options)
        result = link_phases(
            block.images.values, masks, self.options, self.classes, block.persistent
        )
        result = keep_persistent(result, block, self.options, self.factors)
        return result if self.with_masks else replace(result, masks=None)


def brother_masks(values, factors, options: LinkingOptions) -> np.ndarray:
    """Brothers of a block as bits, shape (out_row, out_column, window row)."""
    shp = options.shp
    if not options.test:
        shape = tuple(
            (n - 2 * h) // s for n, h, s in zip(values.shape[1:], shp.half_window, shp.strides)
        )
        return window_masks(shape, shp.half_window)
    return find_brothers(calibrated_amplitude(values, factors), shp).masks


def link_phases(
    values, masks, options: LinkingOptions, classes, persistent=None
) -> LinkedBlock:  # fmt: skip
    """Link the phases of a block whose brothers are known.

    Parameters
    ----------
    values : ndarray of complex64, shape (time, row, column)
        With the margin; NaN for no data: such a pixel is left out in all images.
    masks : ndarray of int64, shape (out_row, out_column, window row)
    options : LinkingOptions
    classes : ndarray of int64
        See :func:`.bound.span_classes`.
    persistent : ndarray of bool, shape (row, column), optional
        Pixels that are nobody's brothers.
    """
    from . import _linking_kernel as kernel

    times = len(values)
    shape, shp = masks.shape[:2], options.shp
    images = split_images(values, shp.half_window, shp.strides, options.normalisation)
    has_data = _centres(images.valid, shape, shp)
    masks = np.where(has_data[..., np.newaxis], masks, 0)
    if persistent is not None:
        images.valid[persistent] = False
    linked = np.full((times, *shape), np.nan, np.complex64)
    quality, std = np.full(shape, np.nan, np.float32), np.full(shape, np.nan, np.float32)
    brothers, how = np.empty(shape, np.int16), np.empty(shape, np.uint8)
    beta = 0.0 if options.regularisation == "none" else float(options.beta)
    with kernel_lock:
        kernel.link(
            ESTIMATORS.index(options.estimator), REGULARISATIONS.index(options.regularisation),
            beta, images.real, images.imaginary, images.page, times, images.valid,
            masks, images.geometry, options.minimum_brothers + 1, float(options.oversampling),
            classes, options.with_std, (linked, quality, std, brothers, how),
        )  # fmt: skip
    if options.normalisation == "amplitude":
        _restore_amplitude(linked, values, images.valid, masks, options)
    brothers = np.where(has_data, np.maximum(brothers - 1, 0), -1).astype(np.int16)
    return LinkedBlock(linked, quality, std, brothers, how, masks)


def check_images(count: int) -> None:
    """Refuse a stack that is too short for linking."""
    if count < FEWEST_IMAGES:
        raise GroundshiftError(
            f"{counted(count, 'image')} cannot be linked: phases of {FEWEST_IMAGES} or more images "
            "are made consistent with each other; add images, or form the interferogram itself."
        )


def _centres(plane, shape, shp: ShpOptions):
    """The pixels in the middle of the cells of a padded plane."""
    (half_y, half_x), (down, across) = shp.half_window, shp.strides
    rows = half_y + down // 2 + down * np.arange(shape[0])
    cols = half_x + across // 2 + across * np.arange(shape[1])
    return plane[rows[:, np.newaxis], cols]


def _restore_amplitude(linked, values, valid, masks, options) -> None:
    """Give phasors of unit amplitude that of their pixel, in place."""
    amplitude = np.stack([_centres(np.abs(v), masks.shape[:2], options.shp) for v in values])
    linked *= np.nan_to_num(amplitude, nan=1.0)


def without_margin(plane, margin) -> np.ndarray:
    """The inner part of an array whose last two axes have a margin; a view."""
    rows, cols = margin
    return plane[..., rows : plane.shape[-2] - rows, cols : plane.shape[-1] - cols]


def keep_persistent(
    result: LinkedBlock, block: LinkingBlock, options: LinkingOptions, factors=None
) -> LinkedBlock:
    """Put the phases of persistent scatterers in place of the linked ones.

    Of several in a cell the one with the lowest amplitude dispersion is taken. Where not all are to
    be kept the linked phase stays if it is the less noisy one: ground that merely stays coherent
    passes for a persistent scatterer, too, but has many brothers.

    Parameters
    ----------
    result : LinkedBlock
        Changed in place.
    block : LinkingBlock
        With all images.
    options : LinkingOptions
    factors : ndarray, shape (time,), optional
        That make the images equally bright.
    """
    if block.persistent is None or not block.persistent.any():
        return result
    values = block.images.inner
    persistent = without_margin(block.persistent, options.shp.half_window)
    (down, across), (rows, cols) = options.shp.strides, result.how.shape
    _, _, ratio = dispersion(values, factors)
    usable = persistent & np.isfinite(values).all(axis=0) & np.isfinite(ratio) & (values[0] != 0)
    ratio = np.where(usable, ratio, np.inf)
    cells = ratio.reshape(rows, down, cols, across).swapaxes(1, 2).reshape(rows, cols, -1)
    best = cells.argmin(axis=2)
    lowest = np.take_along_axis(cells, best[..., np.newaxis], 2)[..., 0]
    chosen = np.isfinite(lowest)
    if not options.keep_all:
        # D_A is the noise of one phase (Ferretti et al. 2001); the linked one's is against a date.
        with np.errstate(invalid="ignore"):
            chosen &= ~((result.how > 0) & (result.std < np.sqrt(2) * lowest))
    at_row, at_col = np.nonzero(chosen)
    step, ratio = best[at_row, at_col], lowest[at_row, at_col]
    own = values[:, at_row * down + step // across, at_col * across + step % across]
    result.linked[:, at_row, at_col] = own * (own[0] / np.abs(own[0])).conj()
    result.quality[at_row, at_col] = np.exp(-(ratio**2) / 2)
    result.std[at_row, at_col] = np.sqrt(2) * ratio
    result.how[at_row, at_col] = PERSISTENT
    return result


def bytes_per_pixel(times: int, options: LinkingOptions) -> float:
    """Memory that a pixel of the images takes while it is linked."""
    cells = options.shp.strides[0] * options.shp.strides[1]
    rows = 2 * options.shp.half_window[0] + 1
    # The images, their parts, a copy with compressed ones, amplitudes; results and brothers.
    return 28.0 * times + 8.0 + (16.0 * times + 16.0 * rows + 40.0) / cells

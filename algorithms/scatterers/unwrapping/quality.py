# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How good an unwrapped interferogram is, component by component, and where methods differ."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

TAU = 2.0 * np.pi


@dataclass
class ComponentTotals:
    """Sums over the pixels of each component of one interferogram; index 0 is of none.

    Parameters
    ----------
    pixels : ndarray of int
    coherence : ndarray
        Sum; NaN-free.
    coherent : ndarray of int
        Pixels whose coherence is known.
    residues : ndarray of int
        Cells of four pixels around which the wrapped phase does not close.
    """

    pixels: np.ndarray
    coherence: np.ndarray
    coherent: np.ndarray
    residues: np.ndarray

    @classmethod
    def of(cls, wrapped, coherence, component) -> ComponentTotals:
        """Count over an interferogram; see :meth:`add`."""
        totals = cls.none(int(component.max(initial=0)))
        totals.add(wrapped, coherence, component)
        return totals

    @classmethod
    def none(cls, components: int) -> ComponentTotals:
        """Nothing counted yet of so many components."""
        pixels, coherent, residues = np.zeros((3, components + 1), int)
        return cls(pixels, np.zeros(components + 1), coherent, residues)

    def add(self, wrapped, coherence, component, rows=None) -> None:
        """Count over a part of an interferogram.

        Parameters
        ----------
        wrapped : ndarray of float32, shape (row, column)
            NaN for no data.
        coherence : ndarray of float32, same shape, or None
        component : ndarray of int, same shape
        rows : int, optional
            Those that are of this part; one that follows is only looked at for residues.
        """
        from ._counting_kernel import count_components

        if coherence is None:
            coherence = np.empty((0, 0), np.float32)
        count_components(
            wrapped, coherence, component, len(wrapped) if rows is None else rows, self.pixels,
            self.coherence, self.coherent, self.residues,
        )  # fmt: skip

    @property
    def mean_coherence(self) -> np.ndarray:
        """By component; NaN where unknown."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return self.coherence / self.coherent

    @property
    def residues_per_1000(self) -> np.ndarray:
        """Residues in a thousand pixels."""
        with np.errstate(invalid="ignore", divide="ignore"):
            return 1000.0 * self.residues / self.pixels


def cycles_between(one, two) -> np.ndarray:
    """Whole cycles by which two unwrapped phases differ, apart from what most pixels share.

    Parameters
    ----------
    one, two : ndarray, shape (row, column)
        Of the same wrapped phase; NaN for no data.

    Returns
    -------
    ndarray of float32
        ``one - two`` in cycles; NaN where either is.
    """
    cycles = np.rint((one.astype(np.float64) - two) / TAU)
    known = cycles[np.isfinite(cycles)].astype(int)
    if known.size:
        low = known.min()
        cycles -= low + np.argmax(np.bincount(known - low))
    return cycles.astype(np.float32)


def misclosure(phase, component, triplets, wrong, total) -> None:
    """Count the pixels of each component whose triplets do not close.

    Parameters
    ----------
    phase : ndarray, shape (pair, row, column)
        Unwrapped; NaN for no data.
    component : ndarray of int, same shape
    triplets : ndarray of int, shape (triplet, 3)
        Pairs ij, jk and ik.
    wrong, total : ndarray of int, shape (pair, component + 1)
        Added to: triplets of pixels that do not close by whole cycles, and all of them.
    """
    for triplet in triplets:
        first, second, whole = (phase[k] for k in triplet)
        closure = first + second - whole
        known = np.isfinite(closure)
        open_ = np.abs(closure[known]) > np.pi
        for pair in triplet:
            labels = component[pair][known].astype(int)
            total[pair] += np.bincount(labels, minlength=total.shape[1])
            wrong[pair] += np.bincount(labels[open_], minlength=total.shape[1])


@dataclass
class PairResult:
    """What came of one interferogram, besides its pixels.

    Parameters
    ----------
    method : str
    seconds : float
    totals : ComponentTotals or None
        None where it failed.
    agreement : dict of str to float
        Share of pixels in which another method finds the same cycles.
    times : dict of str to float
        Seconds that other methods took.
    largest : float
        Largest phase, radians of either sign.
    why : str
        Why it failed; empty where it did not.
    """

    method: str = ""
    seconds: float = np.nan
    totals: ComponentTotals | None = None
    agreement: dict = field(default_factory=dict)
    times: dict = field(default_factory=dict)
    largest: float = 0.0
    why: str = ""

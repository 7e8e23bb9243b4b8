# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From the offsets of pairs of images to the displacement of each date, pixel by pixel.

Every offset is the difference of the displacements of its two dates, so that the pairs of one
platform make a block of their own ("leap-frog" design: Casu et al. 2011; Bontemps et al. 2018), and
blocks hang together where platforms share a day. Offsets have gross errors (wrong matches), so the
least squares are robust: Huber's estimator, and Tukey's or IGG-III (Yang 1994) from there.
Importing this module imports numba.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.network import Network
from ..errors import GroundshiftError
from ..threads import kernel_lock
from ..timeseries._elimination import eliminate
from . import _series_kernel as kernel

RULES = {
    "tukey": kernel.TUKEY, "igg3": kernel.IGG3, "huber": kernel.HUBER,
    "least_squares": kernel.LEAST_SQUARES,
}  # fmt: skip
GAPS = {
    "largest": kernel.LARGEST, "no_data": kernel.NO_DATA, "own_datum": kernel.OWN,
    "joint_rate": kernel.JOINT_RATE,
}  # fmt: skip
FEWEST_REDUNDANCY = 3.0
"""Pairs a date, below which gross errors are hardly told from the others."""


@dataclass(frozen=True)
class SeriesBlock:
    """The series of P pixels; float32, NaN for no data.

    Parameters
    ----------
    displacement, std : ndarray, shape (date, ...)
        Metres since the first date of the pixel's network, and its standard deviation. Where parts
        begin at zero each, since the part's first date, whose deviation is NaN in later parts.
    redundancy : ndarray
        Pairs a date.
    rejected : ndarray
        Share of the pairs with less than a quarter of their weight.
    parts : ndarray
        Parts of the pixel's network that no pair joins; 0 where it has no data.
    noise : ndarray
        Standard deviation of one offset, metres; with weights by standard deviations: the factor
        by which those are too small.
    """

    displacement: np.ndarray
    std: np.ndarray
    redundancy: np.ndarray
    rejected: np.ndarray
    parts: np.ndarray
    noise: np.ndarray


@dataclass(frozen=True)
class SeriesInversion:
    """Block function of one component; picklable.

    Parameters
    ----------
    network : Network
        Pairs may occur more than once, of several platforms.
    rule : str
        Of :data:`RULES`. With fewer than three spare pairs, a pixel is solved by least squares.
    gap : str
        Of :data:`GAPS`, where a pixel's network is cut: ``largest`` keeps the part with most
        dates, ``no_data`` leaves the pixel out, ``own_datum`` begins every part at zero,
        ``joint_rate`` puts all parts on one rate, and what that may be wrong by into the errors.
    fewest : int
        Pairs that a pixel must have.
    """

    network: Network
    rule: str = "tukey"
    gap: str = "largest"
    fewest: int = 1

    def __call__(self, values, std=None) -> SeriesBlock:
        """Solve pixels.

        Parameters
        ----------
        values : ndarray, shape (pair, ...)
            Offsets from the earlier to the later date, metres; NaN for none.
        std : ndarray, same shape, optional
            Standard deviations; offsets without one are not used. All alike without.

        Raises
        ------
        GroundshiftError
            If shapes do not agree.
        """
        values = np.asarray(values, np.float32)
        pairs, shape = len(self.network.pairs), values.shape[1:]
        if len(values) != pairs or (std is not None and np.shape(std) != values.shape):
            raise GroundshiftError(
                f"The offsets have the shape {values.shape} and their deviations "
                f"{np.shape(std)} for {pairs} pairs; give one page for each."
            )
        structure = eliminate(len(self.network.dates), self.network.pairs, in_time=True)
        pixels = int(np.prod(shape))
        stride = -(-pixels // kernel.LANES) * kernel.LANES
        dates = len(self.network.dates)
        data = _padded(values.reshape(pairs, pixels), stride)
        sigma = np.empty(0, np.float32)
        if std is not None:
            sigma = _padded(np.asarray(std, np.float32).reshape(pairs, pixels), stride).ravel()
        series, errors = np.empty((2, dates, stride), np.float32)
        layers = np.empty((4, stride), np.float32)
        rule, out = RULES[self.rule], (series.ravel(), errors.ravel(), layers.ravel())
        block = data.ravel(), sigma, stride, stride // kernel.LANES
        with kernel_lock:
            kernel.series_batches(structure, *block, rule, GAPS[self.gap], max(1, self.fewest), out)
            if self.gap == "joint_rate" and layers[2].max(initial=0) > 1:
                from ._gap_kernel import join_batches

                join_batches(structure, self.network.years, *block, rule, out)
        series, errors = (part[:, :pixels].reshape(dates, *shape) for part in (series, errors))
        return SeriesBlock(series, errors, *(layer[:pixels].reshape(shape) for layer in layers))


def _padded(values, stride) -> np.ndarray:
    """Pixels filled up with no data to whole batches."""
    if values.shape[1] == stride:
        return np.ascontiguousarray(values)
    out = np.full((len(values), stride), np.nan, np.float32)
    out[:, : values.shape[1]] = values
    return out


def pairs_in_time(references, secondaries) -> tuple:
    """The network of pairs whatever their order in time.

    Parameters
    ----------
    references, secondaries : ndarray of datetime64[D], shape (pair,)

    Returns
    -------
    network : Network
    signs : ndarray of float32, shape (pair,)
        -1 where the secondary is the earlier one, so that its offsets are to be turned.
    """
    ends = np.stack([references, secondaries], axis=1).astype("datetime64[D]")
    signs = np.where(ends[:, 0] > ends[:, 1], -1, 1).astype(np.float32)
    dates, places = np.unique(np.sort(ends, axis=1), return_inverse=True)
    return Network(dates, places.reshape(ends.shape).astype(np.int32)), signs

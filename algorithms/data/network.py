# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The network of interferograms: which dates are joined by which pairs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from .dates import years_of


@dataclass(frozen=True)
class Network:
    """Dates and the pairs that join them.

    Make it with :meth:`from_pairs`, which checks what it is given.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (date,)
        Sorted, each once.
    pairs : ndarray of int32, shape (pair, 2)
        Indices of the reference (earlier) and the secondary (later) date.
    """

    dates: np.ndarray
    pairs: np.ndarray

    @classmethod
    def from_pairs(cls, pairs) -> Network:
        """Build the network of a list of pairs; the order of the pairs is kept.

        Parameters
        ----------
        pairs : array_like of datetime64, shape (pair, 2)
            Reference and secondary date.

        Raises
        ------
        GroundshiftError
            If there is no pair, a date is missing, a pair holds the same date twice or a later
            before an earlier one, or the same pair comes twice.
        """
        pairs = np.asarray(pairs, dtype="datetime64[D]")
        if pairs.size == 0:
            raise GroundshiftError(
                "There is no interferogram to invert; choose a folder or stack that holds some, "
                "or exclude less."
            )
        if pairs.ndim != 2 or pairs.shape[1] != 2:
            raise GroundshiftError(
                f"The pairs have the shape {pairs.shape}; give two dates for each interferogram."
            )
        if np.isnat(pairs).any():
            which = int(np.flatnonzero(np.isnat(pairs).any(axis=1))[0])
            raise GroundshiftError(
                f"Interferogram {which + 1} lacks a date; give both, or leave it out."
            )
        for reference, secondary in pairs:
            if reference == secondary:
                raise GroundshiftError(
                    f"{_name(reference, secondary)}: both dates of the pair are the same; "
                    "leave it out."
                )
            if reference > secondary:
                raise GroundshiftError(
                    f"{_name(reference, secondary)}: the secondary date lies before the "
                    "reference date; swap the dates and the sign of the phase."
                )
        unique, counts = np.unique(pairs, axis=0, return_counts=True)
        if (counts > 1).any():
            raise GroundshiftError(
                f"{_name(*unique[counts > 1][0])}: the pair occurs {counts.max()} times; keep one."
            )
        dates, indices = np.unique(pairs, return_inverse=True)
        return cls(dates, indices.reshape(pairs.shape).astype(np.int32))

    @property
    def years(self) -> np.ndarray:
        """Years of 365.25 days since the first date, shape (date,)."""
        return years_of(self.dates)

    def subsets(self) -> np.ndarray:
        """Number of the subset that each date belongs to, from 0, shape (date,).

        Two dates are in one subset when a chain of pairs joins them. Subsets are numbered by
        their first date.
        """
        labels = np.arange(len(self.dates))
        for a, b in self.pairs:
            low, high = sorted((labels[a], labels[b]))
            labels[labels == high] = low
        return np.unique(labels, return_inverse=True)[1]

    def describe_subsets(self) -> str:
        """One sentence on the subsets for the log."""
        labels = self.subsets()
        count = labels.max() + 1
        parts = []
        for label in range(count):
            dates = self.dates[labels == label]
            size = f"{len(dates)} date{'s' if len(dates) > 1 else ''}"
            parts.append(f"{_name(dates[0], dates[-1]).replace('_', '-')} ({size})")
        if count == 1:
            return f"All dates are joined by pairs: {parts[0]}."
        return f"{count} subsets that no pair joins: {', '.join(parts)}."

    def without(self, dates=(), pairs=()) -> np.ndarray:
        """Which pairs are left when some dates and pairs are excluded.

        Parameters
        ----------
        dates : sequence of datetime64 or str
            Every pair with one of these dates goes.
        pairs : sequence of (datetime64 or str, datetime64 or str)

        Returns
        -------
        keep : ndarray of bool, shape (pair,)

        Raises
        ------
        GroundshiftError
            If a date or pair is not in the network, or nothing is left.
        """
        keep = np.ones(len(self.pairs), bool)
        for date in dates:
            keep &= (self.pairs != self._index(date)).all(axis=1)
        for reference, secondary in pairs:
            ends = sorted((self._index(reference), self._index(secondary)))
            hit = (self.pairs == ends).all(axis=1)
            if not hit.any():
                raise GroundshiftError(
                    f"{_name(*self.dates[ends])}: the pair to exclude is not in the stack; "
                    "remove it from the list."
                )
            keep &= ~hit
        if not keep.any():
            raise GroundshiftError("All interferograms are excluded; exclude fewer dates or pairs.")
        return keep

    def _index(self, date) -> int:
        day = _day(date)
        index = int(np.searchsorted(self.dates, day))
        if index == len(self.dates) or self.dates[index] != day:
            raise GroundshiftError(
                f"{day}: the date to exclude is not in the stack "
                f"({self.dates[0]} to {self.dates[-1]}); remove it from the list."
            )
        return index


def _day(date) -> np.datetime64:
    text = str(date).strip()
    if len(text) == 8 and text.isdigit():
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    try:
        day = np.datetime64(text, "D")
    except ValueError as error:
        raise GroundshiftError(
            f"'{date}' is no date; write it as 20180106 or 2018-01-06."
        ) from error
    return day


def _name(reference, secondary) -> str:
    return f"{reference}_{secondary}".replace("-", "")


def pair_names(network: Network) -> list:
    """``YYYYMMDD_YYYYMMDD`` of every pair."""
    dates = [str(date).replace("-", "") for date in network.dates]
    return [f"{dates[i]}_{dates[j]}" for i, j in network.pairs]


def spans(network: Network) -> np.ndarray:
    """Length of every pair in days, shape (pair,)."""
    return np.diff(network.dates[network.pairs], axis=1)[:, 0].astype(float)

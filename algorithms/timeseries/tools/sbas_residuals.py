# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Residuals of an inversion by pair and by date: summed over a scene, judged, written."""

from __future__ import annotations

import numpy as np

from ...data.network import Network
from .. import date_noise
from ..inversion import PairTally

FIELDS = (
    "kind", "date1", "date2", "misclosure_mm", "rate_residual_mm", "pixels", "rejected_percent",
    "noisy",
)  # fmt: skip


class Residuals:
    """Sums over a scene.

    Parameters
    ----------
    network : Network
    """

    def __init__(self, network: Network):
        self._network = network
        self.tally = PairTally.empty(len(network.pairs))
        self._squares = np.zeros(len(network.dates))
        self._pixels = 0

    def add(self, block) -> None:
        """Take in a block (:class:`..sbas.SbasBlock`)."""
        self.tally.add(block.tally)
        self._squares += block.date_squares
        self._pixels += block.whole_pixels

    @property
    def pair_squares(self) -> np.ndarray:
        """Mean squared residual of each pair, radians squared; NaN where it is not used."""
        with np.errstate(invalid="ignore"):
            return self.tally.squares / np.where(self.tally.counts, self.tally.counts, np.nan)

    @property
    def date_squares(self) -> np.ndarray:
        """Mean squared residual of each date about the rate, metres squared."""
        return self._squares / max(self._pixels, 1)

    def rows(self, metres: float) -> list[dict]:
        """The table: pairs first, then dates.

        Parameters
        ----------
        metres : float
            Displacement by radian.
        """
        network, tally = self._network, self.tally
        unit = abs(metres) * 1e3
        pairs = np.sqrt(self.pair_squares) * unit
        misclosure = date_noise.by_date(network, tally.squares, tally.counts) * unit
        rate = (
            np.sqrt(self.date_squares) * 1e3 if self._pixels else np.full(len(misclosure), np.nan)
        )
        lost = 100 * tally.rejected / np.where(tally.counts, tally.counts, 1)
        noisy = date_noise.noisy(pairs)
        rows = [
            ("pair", *network.dates[[i, j]], pairs[k], np.nan, int(tally.counts[k]), lost[k],
             int(noisy[k]))
            for k, (i, j) in enumerate(network.pairs)
        ]  # fmt: skip
        noisy = date_noise.noisy(misclosure) | date_noise.noisy(rate)
        rows += [
            ("date", date, "", misclosure[n], rate[n], self._pixels, np.nan, int(noisy[n]))
            for n, date in enumerate(network.dates)
        ]
        return [dict(zip(FIELDS, row)) for row in rows]

    def describe(self, metres: float) -> str:
        """A sentence on the dates that stand out; empty where none does."""
        dates = [row for row in self.rows(metres) if row["kind"] == "date" and row["noisy"]]
        if not dates:
            return ""
        dates.sort(key=lambda row: -np.nanmax([row["misclosure_mm"], row["rate_residual_mm"]]))
        named = ", ".join(
            f"{row['date1']} ({row['rate_residual_mm']:.1f} mm about the rate, "
            f"{row['misclosure_mm']:.1f} mm in its pairs)"
            for row in dates[:8]
        )
        return (
            f"Noisy {'date' if len(dates) == 1 else 'dates'}, more than 3 robust standard "
            f"deviations above the others: {named}; leave them out or weigh the dates."
        )

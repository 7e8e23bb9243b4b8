# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What tools say that find one of several models for every series."""

from __future__ import annotations

import numpy as np

from ...data.dates import DAYS_PER_YEAR
from ...errors import GroundshiftError, counted

FEW_YEARS = 2.0


class SeriesTally:
    """Counts of the models of series.

    Parameters
    ----------
    names : dict of int to str
        Models by their code.
    """

    def __init__(self, names):
        self.names = names
        self.counts = np.zeros(256, int)

    def count(self, codes) -> None:
        """Count a block."""
        self.counts += np.bincount(codes.ravel(), minlength=256)

    @property
    def known(self) -> int:
        """Series with a model."""
        return int(sum(self.counts[code] for code in self.names))

    def share(self, code) -> float:
        """Of the series with a model those with this one, %."""
        return float(100.0 * self.counts[code] / max(self.known, 1))

    def tell(self, name, dates, job, moving: bool, sought: str, short: str) -> None:
        """Tell the counts, and whether the series are too short.

        Parameters
        ----------
        name : str or path
            Of the series.
        dates : ndarray of datetime64[D]
        job : Job
        moving : bool
            Whether not all are constant.
        sought : str
            What the dates have to be enough for.
        short : str
            What series below two years do.

        Raises
        ------
        GroundshiftError
            If there is nothing, or all is constant.
        """
        if not self.known:
            raise GroundshiftError(
                f"{name}: no series has enough dates for {sought}; give longer ones."
            )
        if not moving:
            raise GroundshiftError(
                f"{name}: all series are constant; give displacements, not a mask."
            )
        for code, text in self.names.items():
            job.note(f"{counted(int(self.counts[code]), 'series', 'series')}: {text}.")
        years = float((dates[-1] - dates[0]).astype(int)) / DAYS_PER_YEAR
        if years < FEW_YEARS:
            job.warn(f"The series are {years:.1f} years long: below two, {short}.")


def leave_maps_out(chosen, outputs, maps, others) -> None:
    """Leave out the maps of a scene where points are given.

    Raises
    ------
    GroundshiftError
        If nothing else is asked for.
    """
    asked = [name for name in maps if outputs.wanted(name)]
    if asked and not outputs.wanted(*others):
        chosen.series.refuse(
            "points", f"give no map ({', '.join(asked)}); give a time series in HDF5, or ask for "
            f"{others[0]}.",
        )  # fmt: skip
    outputs.leave_out(*maps)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Motion that starts on a day and slows down: logarithmic and exponential terms.

``log(1 + (t - t0)/τ)`` is afterslip or the creep after a landslide's move, ``1 - exp(-(t - t0)/τ)``
viscoelastic relaxation, consolidation or a reservoir that empties (Hetland et al. 2012, eq. 3-4,
doi:10.1029/2011JB008731; MintPy's names are `log` and `exp`). Afterslip is also written
``a log10(1 + t - t0)`` with t in days: the same with a τ of a day and a coefficient for each decade
of time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from ..data.dates import parse_date
from ..errors import GroundshiftError

KINDS = ("log", "exp", "log10")
LEAST_DATES = 3  # after the start; amplitude and time constant and one to spare
FINE = 8  # entries of the fine grid to one of the coarse


@dataclass(frozen=True)
class Transient:
    """A term that starts on a day.

    Parameters
    ----------
    kind : str
        ``log``, ``exp`` or ``log10``.
    date : datetime64[D]
        When it starts; the term is 0 up to it.
    tau_days : float or None
        Time constant; None to search for it.
    """

    kind: str
    date: np.datetime64
    tau_days: float | None = None

    @property
    def name(self) -> str:
        """``log_20190301``; of ``log10`` ``afterslip_20190301``."""
        kind = "afterslip" if self.kind == "log10" else self.kind
        return f"{kind}_{str(self.date).replace('-', '')}"

    def column(self, dates, tau_days: float | None = None) -> np.ndarray:
        """The term at some dates, shape (time,).

        Raises
        ------
        GroundshiftError
            If too few dates lie after its start, or the time constant is not positive.
        """
        tau = self.tau_days if tau_days is None else tau_days
        since = self._since(dates)
        if not tau > 0:
            raise GroundshiftError(
                f"The time constant of {self.name} is {tau:g} days; give a positive one."
            )
        scaled = since / tau
        if self.kind == "exp":
            return -np.expm1(-scaled)
        return np.log1p(scaled) / (np.log(10.0) if self.kind == "log10" else 1.0)

    def slope(self, dates, tau_days: float) -> np.ndarray:
        """Derivative of the term by the logarithm of its time constant, shape (time,)."""
        scaled = self._since(dates) / tau_days
        if self.kind == "log":
            return -scaled / (1 + scaled)
        return -scaled * np.exp(-scaled)

    def _since(self, dates) -> np.ndarray:
        dates = np.asarray(dates, "datetime64[D]")
        since = np.maximum((dates - np.datetime64(self.date, "D")).astype(float), 0.0)
        if (since > 0).sum() < LEAST_DATES:
            raise GroundshiftError(
                f"Fewer than {LEAST_DATES} dates lie after the start of {self.name} (the series "
                f"ends {dates[-1]}); choose an earlier start."
            )
        return since


def parse_transients(kind: str, text: str) -> tuple[Transient, ...]:
    """Terms as people type them: ``20190301:60, 20200115``, the time constant in days.

    Parameters
    ----------
    kind : str
        ``log`` or ``exp``.
    text : str
        Several separated by commas, semicolons or spaces; without a time constant it is searched
        for.

    Raises
    ------
    GroundshiftError
        If a date or a number is none.
    """
    terms = []
    for part in re.split(r"[,;\s]+", text.strip()):
        if not part:
            continue
        date, mark, number = part.partition(":")
        try:
            tau = float(number) if mark else None
        except ValueError:
            tau = float("nan")
        if tau is not None and not 0 < tau < np.inf:
            raise GroundshiftError(
                f"'{part}': {number or 'nothing'} is no time constant; write the days after the "
                "colon, as 20190301:60, or leave it out to have it searched for."
            )
        terms.append(Transient(kind, parse_date(date), tau))
    return tuple(terms)


def afterslip(date) -> Transient:
    """``a log10(1 + t)``, t being the days since an earthquake: a is what a decade of time adds."""
    return Transient("log10", np.datetime64(date, "D"), 1.0)


@dataclass(frozen=True)
class TauSearch:
    """Where a time constant is searched for.

    Parameters
    ----------
    lowest, highest : float
        Days.
    count : int
        Steps of the coarse grid, even in the logarithm; eight finer ones lie in each.
    """

    lowest: float = 5.0
    highest: float = 1500.0
    count: int = 24

    def grid(self) -> np.ndarray:
        """Time constants in days.

        Raises
        ------
        GroundshiftError
            If the ends are not in order and positive.
        """
        if not 0 < self.lowest < self.highest:
            raise GroundshiftError(
                f"The time constant is to be searched for from {self.lowest:g} to "
                f"{self.highest:g} days; give a positive lower and a larger upper end."
            )
        return np.geomspace(self.lowest, self.highest, self.count * FINE + 1)


def table(transient: Transient, dates, search: TauSearch) -> np.ndarray:
    """The term for every time constant of the grid, then its slopes.

    Returns
    -------
    ndarray, shape (2 * time constant, time)
    """
    taus = search.grid()
    terms = [transient.column(dates, tau) for tau in taus]
    return np.array(terms + [transient.slope(dates, tau) for tau in taus])

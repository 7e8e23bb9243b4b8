# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Motion that starts on a day and slows down: logarithmic and exponential terms.

``log(1 + (t - t0)/τ)`` is afterslip or the creep after a landslide's move, ``1 - exp(-(t - t0)/τ)``
viscoelastic relaxation, consolidation or a reservoir that empties (Hetland et al. 2012, eq. 3-4,
doi:10.1029/2011JB008731; MintPy's names are `log` and `exp`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from ..data.dates import parse_date
from ..errors import GroundshiftError

KINDS = ("log", "exp")
FINE = 8  # entries of the fine grid to one of the coarse
LEAST_DATES = 3  # after the start; amplitude and time constant and one to spare


@dataclass(frozen=True)
class Transient:
    """A term that starts on a day.

    Parameters
    ----------
    kind : str
        ``log`` or ``exp``.
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
        """``log_20190301``."""
        return f"{self.kind}_{str(self.date).replace('-', '')}"

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
        return np.log1p(scaled) if self.kind == "log" else -np.expm1(-scaled)

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


@dataclass(frozen=True)
class TransientFit:
    """The searched term at every pixel; arrays of shape (pixel,).

    Parameters
    ----------
    fit : Fit
        Of the model's other coefficients. Standard deviations take into account that the time
        constant was estimated.
    amplitude, std : ndarray
        The term's coefficient, in the series' unit.
    tau_days, tau_std_days : ndarray
        Time constant, and its standard deviation by linearisation; NaN where it lies at an end of
        the search.
    bound : ndarray
        -1 where it lies at the lower end, 1 at the upper, 0 between.
    """

    fit: object
    amplitude: np.ndarray
    std: np.ndarray
    tau_days: np.ndarray
    tau_std_days: np.ndarray
    bound: np.ndarray


def best_entries(series, design, count: int) -> np.ndarray:
    """Rows of the table, of :func:`table`, that suit every pixel best: the term and its slope.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
    design : Design
    count : int
        Time constants of the grid.

    Returns
    -------
    ndarray of int, shape (2, pixel)
        -1 where there is none.
    """
    from .velocity import search

    least = (0, LEAST_DATES)
    spans = np.repeat([[0], [count]], series.shape[1], axis=1)
    coarse = search(series, design, spans=spans, stride=FINE, least=least).entry
    about = np.where(coarse < 0, 0, coarse)
    spans = np.stack([np.maximum(about - FINE, 0), np.minimum(about + FINE + 1, count)])
    entry = search(series, design, spans=spans, least=least).entry
    return np.where(entry < 0, -1, np.stack([entry, entry + count]))


def fit_transient(series, design, taus, noise=None, noise_scale=None, cross=()) -> TransientFit:
    """Fit a model with a term whose time constant is searched for pixel by pixel.

    The sum of squares is tried on the coarse grid, then on the fine one about its least. The last
    fit has the term's slope by the logarithm of the time constant as one more column: that is a
    Gauss-Newton step, it gives the time constant between the grid's values, and standard
    deviations that hold the uncertainty of the time constant.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
    design : Design
        With the table of :func:`table`.
    taus : ndarray
        The grid of the search.
    noise, noise_scale, cross
        See :func:`.velocity.fit`.

    Returns
    -------
    TransientFit
    """
    from .velocity import fit

    count = len(taus)
    picks = best_entries(series, design, count)
    entry = picks[0]
    result = fit(series, design, noise, noise_scale, picks=picks, cross=cross)
    amplitude, slope = result.coefficients[-2:]
    std, slope_std = result.std[-2:]
    lost = (entry < 0) | ~np.isfinite(amplitude)
    bound = np.where(entry == 0, -1.0, np.where(entry == count - 1, 1.0, 0.0))
    half = np.log(taus[1] / taus[0])
    with np.errstate(invalid="ignore", divide="ignore"):
        shift = np.clip(np.nan_to_num(slope / amplitude), -half, half)
        tau = taus[np.maximum(entry, 0)] * np.exp(shift)
        tau_std = tau * slope_std / np.abs(amplitude)
    inside = ~lost & (bound == 0)

    def where(keep, values):
        return np.where(keep, values, np.nan)

    for values in (result.coefficients, result.std):
        values[:, lost] = np.nan
    return TransientFit(
        result, where(~lost, amplitude), where(~lost, std), where(inside, tau),
        where(inside, tau_std), where(~lost, bound),
    )  # fmt: skip

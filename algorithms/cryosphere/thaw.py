# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground that thaws: stable, at a steady rate, or all at once; each beside its seasonal heave.

Three models are held against each other at every pixel by the Bayesian information criterion, with
the noise as correlated from date to date as the scene's is: a constant, a line, and a line with one
step on the date that suits the pixel best (see :mod:`..timeseries.model_choice`). All of them have
the season, as heave and thaw settlement would else be taken for trends and steps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..data.dates import DAYS_PER_YEAR, years_of
from ..errors import GroundshiftError, counted
from ..timeseries import steps
from ..timeseries.coloured import WHITE, MarkovNoise
from ..timeseries.model_choice import STEP_COUNTS_AS, Candidate, choose
from ..timeseries.motion import with_all_parts
from ..timeseries.seasons import season
from ..timeseries.step_date import step_dates
from ..timeseries.velocity import Design, PairNoise, VelocityModel, fit

STABLE, SUBSIDENCE, ABRUPT, UPLIFT = 1, 2, 3, 4
CLASSES = {
    STABLE: "stable", SUBSIDENCE: "linear subsidence", ABRUPT: "abrupt thaw",
    UPLIFT: "linear uplift",
}  # fmt: skip
"""Name of every class by its number in the map."""
LEAST_YEARS = 1.0  # below, a season cannot be told from a trend
_STEP = 9  # code of the model with a step
MILLIMETRES = 1e3


@dataclass(frozen=True)
class Thaw:
    """What the ground does at every pixel; arrays of shape (pixel,), NaN without a result.

    Parameters
    ----------
    classes : ndarray of uint8
        See :data:`CLASSES`; :data:`NO_CLASS` where there are too few dates.
    rate, rate_std : ndarray
        mm a year, of the line; beside the step where there is one.
    amplitude, amplitude_std : ndarray
        Of the annual season, mm.
    peak_day, peak_std_days : ndarray
        Day of the year with the largest displacement towards the satellite.
    step, step_std : ndarray
        mm, as if its date were known; NaN without one.
    step_low, step_date, step_high : ndarray
        Years since the first date: interval and median.
    rms : ndarray
        Of the residuals, mm.
    """

    classes: np.ndarray
    rate: np.ndarray
    rate_std: np.ndarray
    amplitude: np.ndarray
    amplitude_std: np.ndarray
    peak_day: np.ndarray
    peak_std_days: np.ndarray
    step: np.ndarray
    step_std: np.ndarray
    step_low: np.ndarray
    step_date: np.ndarray
    step_high: np.ndarray
    rms: np.ndarray


def thaw_model(dates, semiannual: bool = False, where: str = "") -> VelocityModel:
    """The line and the season.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    semiannual : bool
        Whether the season has a half-yearly part.
    where : str
        The file, for the error.

    Raises
    ------
    GroundshiftError
        If the series is shorter than a year.
    """
    dates = np.asarray(dates, "datetime64[D]")
    days = int((dates[-1] - dates[0]).astype(int)) if len(dates) else 0
    if days < LEAST_YEARS * DAYS_PER_YEAR:
        raise GroundshiftError(
            f"{where}: "
            * bool(where)
            + f"{counted(len(dates), 'date')} within {days} days cannot tell a season from a "
            "trend; give a series of a year or, better, of two and more."
        )
    return VelocityModel(1, True, semiannual)


@dataclass(frozen=True)
class ThawFit:
    """Classes and motion of series; made with :func:`make_thaw_fit`.

    Parameters
    ----------
    model : VelocityModel
    dates : ndarray of datetime64[D], shape (time,)
    design : Design
    least_dates : int
        That a step needs on both sides.
    level : float
        Of the interval of its date.
    noise : PairNoise or None
        Not together with coloured noise.
    """

    model: VelocityModel
    dates: np.ndarray
    design: Design
    least_dates: int
    level: float
    noise: PairNoise | None = None

    def __call__(self, series, scale=None) -> Thaw:
        """Classify.

        Parameters
        ----------
        series : ndarray, shape (time, pixel)
            Metres; NaN where missing.
        scale : ndarray, shape (pixel,), optional
            Size of the pairs' noise.

        Returns
        -------
        Thaw
        """
        series, _ = with_all_parts(np.asarray(series, float), self.dates, self.model.levels)
        every = self.design.matrix.shape[1]
        whole = tuple(range(every))
        ladder = [
            Candidate(STABLE, (0, *whole[2:]), False),
            Candidate(SUBSIDENCE, whole, False),
            Candidate(_STEP, whole, True),
        ]
        chosen = choose(
            series, self.design, ladder, self.least_dates, self.noise, scale, [(2, 3)]
        )  # fmt: skip
        found, code = chosen.fit, chosen.code
        weak = self._weak_steps(found, code, every)
        found.coefficients[every, weak] = found.std[every, weak] = np.nan
        # The rate of what is stable is of use, too, and its error is that of a line.
        plain = np.flatnonzero((code == STABLE) | weak)
        if plain.size:
            line = fit(
                series[:, plain], replace(self.design, table=None), self.noise,
                None if scale is None else scale[plain], cross=[(2, 3)],
            )  # fmt: skip
            found.coefficients[:every, plain] = line.coefficients
            found.std[:every, plain] = line.std
            found.covariances[:, plain] = line.covariances
            for name in ("rms", "freedom"):
                getattr(found, name)[plain] = getattr(line, name)
        code = np.where(weak, SUBSIDENCE, code)
        if self.noise is not None:
            with np.errstate(invalid="ignore"):
                slow = (found.coefficients[1] / found.std[1]) ** 2 < np.log(found.freedom + every)
            code[(code == SUBSIDENCE) & slow] = STABLE
        classes = np.where(code == _STEP, ABRUPT, code).astype(np.uint8)
        classes[(code == SUBSIDENCE) & (found.coefficients[1] > 0)] = UPLIFT
        sudden = np.flatnonzero(code == _STEP)
        when = np.full((3, series.shape[1]), np.nan)
        if sudden.size:
            when[:, sudden] = step_dates(
                series[:, sudden], self.design, self.least_dates, self.level
            )  # fmt: skip
        heave = season(found.coefficients[2:4], found.std[2:4], found.covariances[0], self.dates[0])
        of = MILLIMETRES
        return Thaw(
            classes, found.coefficients[1] * of, found.std[1] * of, heave.amplitude * of,
            heave.amplitude_std * of, heave.peak_day, heave.peak_std_days,
            found.coefficients[every] * of, found.std[every] * of, *when, found.rms * of,
        )  # fmt: skip

    def _weak_steps(self, found, code, every):
        """Where a step is smaller than the pairs' noise lets the criterion take it.

        That compares sums of squares, which know of no pairs; the step's own error does. Its square
        over the error's is the gain of a criterion with known noise.
        """
        if self.noise is None:
            return np.zeros(len(code), bool)
        with np.errstate(invalid="ignore"):
            gain = (found.coefficients[every] / found.std[every]) ** 2
            return (code == _STEP) & (gain < STEP_COUNTS_AS * np.log(found.freedom + every + 1))


def make_thaw_fit(
    dates,
    model: VelocityModel,
    noise: MarkovNoise = WHITE,
    pairs: PairNoise | None = None,
    least_dates: int = 5,
    level: float = 0.9,
) -> ThawFit:
    """Prepare what all pixels share.

    Parameters
    ----------
    dates : ndarray of datetime64[D], shape (time,)
    model : VelocityModel
        Of :func:`thaw_model`.
    noise : MarkovNoise
        The scene's.
    pairs : PairNoise, optional
        Not together with coloured noise.
    least_dates : int
        That a step needs on both sides.
    level : float
        Of the interval of its date.

    Raises
    ------
    GroundshiftError
        If the dates do not carry the model.
    """
    dates = np.asarray(dates, "datetime64[D]")
    table = steps.candidates(dates, least_dates)
    design = Design(model.design(dates), years_of(dates), table, noise)
    return ThawFit(model, dates, design, least_dates, level, pairs)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Velocity models: what is fitted to a displacement time series, with honest errors.

Sources: Fattahi and Amelung (2015) eq. 10 for the rate's variance from residuals; the two-part
noise (dates and pairs) is a variance-component estimate (Teunissen and Amiri-Simkooei 2008 in
spirit, in closed form because one component is known from the inversion).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError

DAYS_PER_YEAR = 365.25
POLYNOMIAL_BANDS = (
    ("offset_mm", "mm"), ("velocity_mm_yr", "mm/yr"), ("acceleration_mm_yr2", "mm/yr2"),
)  # fmt: skip


@dataclass(frozen=True)
class VelocityModel:
    """The terms of a motion model.

    Parameters
    ----------
    degree : int
        Of the polynomial in time: 1 is a constant rate, 2 adds an acceleration.
    annual, semiannual : bool
        A sine and a cosine with a period of a year, of half a year.
    steps : tuple of datetime64[D]
        Dates of sudden offsets; the step acts from that date on.
    """

    degree: int = 1
    annual: bool = False
    semiannual: bool = False
    steps: tuple = ()

    def terms(self) -> list[tuple[str, str]]:
        """Name (with unit) and unit of every coefficient, in the design's order."""
        terms = []
        for power in range(self.degree + 1):
            if power < len(POLYNOMIAL_BANDS):
                terms.append(POLYNOMIAL_BANDS[power])
            else:
                terms.append((f"polynomial{power}_mm_yr{power}", f"mm/yr{power}"))
        for wanted, name in ((self.annual, "annual"), (self.semiannual, "semiannual")):
            if wanted:
                terms += [(f"{name}_sine_mm", "mm"), (f"{name}_cosine_mm", "mm")]
        return terms + [(f"step_{str(d).replace('-', '')}_mm", "mm") for d in self.steps]

    def design(self, dates) -> np.ndarray:
        """Design matrix.

        Parameters
        ----------
        dates : ndarray of datetime64[D], shape (time,)

        Returns
        -------
        ndarray, shape (time, coefficient)
            Time is years of 365.25 days since the first date. The quadratic column is t²/2, so
            that its coefficient is the acceleration; higher ones are plain powers.

        Raises
        ------
        GroundshiftError
            If the dates cannot tell the coefficients apart.
        """
        dates = np.asarray(dates, "datetime64[D]")
        t = (dates - dates[0]).astype(float) / DAYS_PER_YEAR
        columns = [t**power / (2.0 if power == 2 else 1.0) for power in range(self.degree + 1)]
        for wanted, periods in ((self.annual, 1.0), (self.semiannual, 2.0)):
            if wanted:
                columns += [np.sin(2 * np.pi * periods * t), np.cos(2 * np.pi * periods * t)]
        for step in self.steps:
            column = (dates >= np.datetime64(step, "D")).astype(float)
            if column.min() == column.max():
                raise GroundshiftError(
                    f"The step date {step} has no image on one of its sides (the series runs from "
                    f"{dates[0]} to {dates[-1]}); choose a date between them."
                )
            columns.append(column)
        matrix = np.stack(columns, axis=1)
        self._check(matrix, dates)
        return matrix

    def _check(self, matrix, dates) -> None:
        count, unknowns = matrix.shape
        if count <= unknowns:
            raise GroundshiftError(
                f"The model has {unknowns} coefficients for {count} dates, so it would have no "
                "error estimate; take fewer terms or more dates."
            )
        scaled = matrix / np.linalg.norm(matrix, axis=0)
        if np.linalg.cond(scaled) > 1e3:
            raise GroundshiftError(
                f"The dates ({dates[0]} to {dates[-1]}) cannot tell the model's terms apart; "
                "leave out the seasonal terms, some steps or the higher polynomial degrees."
            )


@dataclass(frozen=True)
class PairNoise:
    """What the inversion says about noise that came in through the pairs.

    Parameters
    ----------
    covariance : ndarray, shape (time, time)
        Shape of the covariance of the series at a typical pixel.
    """

    covariance: np.ndarray


@dataclass(frozen=True)
class Fit:
    """Coefficients of a velocity model.

    Parameters
    ----------
    coefficients, std : ndarray, shape (coefficient, pixel)
        In the series' unit (a year); NaN where there are too few dates.
    rms : ndarray, shape (pixel,)
        Root mean square of the residuals.
    """

    coefficients: np.ndarray
    std: np.ndarray
    rms: np.ndarray


def split_noise(squares, freedom, expected):
    """Variance of the noise by date, after taking out what the pairs' noise explains.

    Parameters
    ----------
    squares : ndarray
        Sum of squared residuals.
    freedom : float or ndarray
        Degrees of freedom of the fit.
    expected : float or ndarray
        Expected sum of squares from the pairs' noise alone, ``tr(R C)``.

    Returns
    -------
    ndarray
        Never negative.
    """
    return np.maximum(squares - expected, 0.0) / freedom


def _solver(matrix, noise: PairNoise | None):
    """Estimator, cofactors and the pairs' share for one set of dates."""
    pseudo = np.linalg.pinv(matrix)
    white = np.diag(pseudo @ pseudo.T)
    if noise is None:
        return pseudo, white, np.zeros(len(white)), 0.0
    residual = np.eye(len(matrix)) - matrix @ pseudo
    shaped = np.einsum("ki,ij,kj->k", pseudo, noise.covariance, pseudo)
    return pseudo, white, shaped, float(np.trace(residual @ noise.covariance))


def _fit_same_dates(series, matrix, noise, scale):
    pseudo, white, shaped, expected = _solver(matrix, noise)
    coefficients = pseudo @ series
    residuals = series - matrix @ coefficients
    squares = np.einsum("ip,ip->p", residuals, residuals)
    freedom = len(matrix) - matrix.shape[1]
    variance = split_noise(squares, freedom, expected * scale)
    total = white[:, np.newaxis] * variance + shaped[:, np.newaxis] * scale
    return coefficients, np.sqrt(total), np.sqrt(squares / len(matrix))


def fit(series, matrix, noise: PairNoise | None = None, noise_scale=None) -> Fit:
    """Fit a model to time series by least squares.

    The noise has two parts: one by date (atmosphere), independent from date to date, whose
    variance comes from the residuals (Fattahi and Amelung 2015, eq. 10); and, where the inversion
    left its covariance, one that came in by the pairs (decorrelation), correlated from date to
    date. With the first alone a long small-baseline network looks better than it is.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
        NaN where missing.
    matrix : ndarray, shape (time, coefficient)
        From :meth:`VelocityModel.design`.
    noise : PairNoise, optional
    noise_scale : ndarray, shape (pixel,), optional
        Factor of the covariance by pixel, in the series' unit squared; NaN counts as 0.

    Returns
    -------
    Fit
    """
    series = np.asarray(series, dtype=float)
    count, pixels = series.shape
    unknowns = matrix.shape[1]
    scale = np.zeros(pixels) if noise_scale is None else np.nan_to_num(noise_scale)
    coefficients = np.full((unknowns, pixels), np.nan)
    std = np.full((unknowns, pixels), np.nan)
    rms = np.full(pixels, np.nan)
    valid = np.isfinite(series)
    for mask, members in _same_masks(valid):
        part = matrix[mask]
        if len(part) <= unknowns or np.linalg.matrix_rank(part) < unknowns:
            continue
        covariance = None
        if noise is not None:
            covariance = PairNoise(noise.covariance[np.ix_(mask, mask)])
        result = _fit_same_dates(series[np.ix_(mask, members)], part, covariance, scale[members])
        coefficients[:, members], std[:, members], rms[members] = result
    return Fit(coefficients, std, rms)


def _same_masks(valid):
    """Yield each pattern of valid dates and the pixels that have it."""
    packed = np.packbits(valid, axis=0)
    patterns, inverse = np.unique(packed, axis=1, return_inverse=True)
    inverse = np.ravel(inverse)
    order = np.argsort(inverse, kind="stable")
    edges = np.searchsorted(inverse[order], np.arange(patterns.shape[1] + 1))
    for number in range(patterns.shape[1]):
        members = order[edges[number] : edges[number + 1]]
        yield valid[:, members[0]], members

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Velocity models: what is fitted to a displacement time series, with honest errors.

Sources: Fattahi and Amelung (2015) eq. 10 for the rate's variance from residuals; the two-part
noise (dates and pairs) is a variance-component estimate (Teunissen and Amiri-Simkooei 2008 in
spirit, in closed form because one component is known from the inversion); logarithmic and
exponential terms as in Hetland et al. (2012), doi:10.1029/2011JB008731.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from ..data.dates import years_of
from ..errors import GroundshiftError
from ..threads import kernel_lock
from .coloured import WHITE, MarkovNoise
from .transients import Transient

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
    transients : tuple of Transient
        Logarithmic and exponential terms. One whose time constant is searched for is no column of
        the design; see :mod:`.transients`.
    mean_rate : bool
        Let the rate be the mean one between the first and the last date instead of that at the
        first, so that it means the same with and without an acceleration.
    levels : tuple of tuple of datetime64[D]
        Dates that have a level of their own, as those of a part of a network that no pair joins
        to the others; such parts may interlace.
    """

    degree: int = 1
    annual: bool = False
    semiannual: bool = False
    steps: tuple = ()
    transients: tuple[Transient, ...] = ()
    mean_rate: bool = False
    levels: tuple = ()

    @property
    def known_transients(self) -> tuple[Transient, ...]:
        """Those whose time constant is given."""
        return tuple(t for t in self.transients if t.tau_days is not None)

    @property
    def searched(self) -> Transient | None:
        """The one whose time constant is searched for.

        Raises
        ------
        GroundshiftError
            If there are several.
        """
        unknown = [t for t in self.transients if t.tau_days is None]
        if len(unknown) > 1:
            raise GroundshiftError(
                f"The time constants of {len(unknown)} terms are to be searched for; give all but "
                "one of them, as 20190301:60."
            )
        return unknown[0] if unknown else None

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
        terms += [(f"step_{str(d).replace('-', '')}_mm", "mm") for d in self.steps]
        terms += [(f"{t.name}_mm", "mm") for t in self.known_transients]
        return terms + [(f"level_{str(days[0]).replace('-', '')}_mm", "mm") for days in self.levels]

    def design(self, dates) -> np.ndarray:
        """Design matrix.

        Parameters
        ----------
        dates : ndarray of datetime64[D], shape (time,)

        Returns
        -------
        ndarray, shape (time, coefficient)
            Time is years of 365.25 days since the first date. The quadratic column is t²/2, so
            that its coefficient is the acceleration; higher ones are plain powers. The order is
            that of :meth:`terms`.

        Raises
        ------
        GroundshiftError
            If the dates cannot tell the coefficients apart.
        """
        dates = np.asarray(dates, "datetime64[D]")
        t = years_of(dates)
        columns = [t**power / (2.0 if power == 2 else 1.0) for power in range(self.degree + 1)]
        if self.mean_rate and self.degree > 1:
            columns[2] = t * (t - t[-1]) / 2.0
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
        columns += [transient.column(dates) for transient in self.known_transients]
        columns += [np.isin(dates, days).astype(float) for days in self.levels]
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
                "leave out the seasonal terms, some steps or transients, or the higher polynomial "
                "degrees."
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
    squares : ndarray, shape (pixel,)
        Sum of squared residuals, made white first where the noise is coloured.
    freedom : ndarray, shape (pixel,)
        Degrees of freedom: valid dates less coefficients.
    covariances : ndarray, shape (pair, pixel)
        Of the pairs of coefficients that were asked for.
    """

    coefficients: np.ndarray
    std: np.ndarray
    rms: np.ndarray
    squares: np.ndarray
    freedom: np.ndarray
    covariances: np.ndarray


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


@dataclass(frozen=True)
class Design:
    """What the pixels' design matrices are made of.

    Parameters
    ----------
    matrix : ndarray, shape (time, column)
        Columns that all pixels have, from :meth:`VelocityModel.design`.
    years : ndarray, shape (time,)
        Since the first date.
    table : ndarray, shape (entry, time), optional
        Further columns of which a pixel can have some.
    coloured : MarkovNoise
        Noise by date; white unless said.
    """

    matrix: np.ndarray
    years: np.ndarray
    table: np.ndarray | None = None
    coloured: MarkovNoise = WHITE

    def arrays(self, picks, pixels: int) -> tuple:
        """Arguments of the kernels: matrix, table, picks, years and noise."""
        table = np.zeros((0, len(self.matrix))) if self.table is None else self.table
        if picks is None:
            picks = np.zeros((0, pixels))
        return (
            np.ascontiguousarray(self.matrix, float), np.ascontiguousarray(table, float),
            np.ascontiguousarray(picks, np.int32), np.ascontiguousarray(self.years, float),
            self.coloured.parameters,
        )  # fmt: skip


def fit(
    series, matrix, noise: PairNoise | None = None, noise_scale=None, *, picks=None, cross=()
) -> Fit:
    """Fit a model to time series by least squares, each with its own gaps.

    The noise has two parts: one by date (atmosphere), independent from date to date, whose
    variance comes from the residuals (Fattahi and Amelung 2015, eq. 10); and, where the inversion
    left its covariance, one that came in by the pairs (decorrelation), correlated from date to
    date. With the first alone a long small-baseline network looks better than it is. Where the
    design says that the noise by date is coloured, the series are made white first (generalised
    least squares), and the variance is that of all noise.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
        NaN where missing.
    matrix : ndarray, shape (time, coefficient), or Design
        From :meth:`VelocityModel.design`.
    noise : PairNoise, optional
    noise_scale : ndarray, shape (pixel,), optional
        Factor of the covariance by pixel, in the series' unit squared; NaN counts as 0.
    picks : ndarray of int, shape (pick, pixel), optional
        Entries of the design's table that a pixel has beside the matrix, -1 for none; their
        coefficients come after the others.
    cross : sequence of (int, int)
        Pairs of columns of the matrix whose coefficients' covariance is wanted.

    Returns
    -------
    Fit
        NaN where a pixel's dates are too few or cannot tell the coefficients apart.

    Raises
    ------
    GroundshiftError
        If noise from the pairs is given for a design with coloured noise.
    """
    series = np.ascontiguousarray(series)
    if series.dtype != np.float32:
        series = series.astype(float, copy=False)
    count, pixels = series.shape
    design = matrix if isinstance(matrix, Design) else Design(matrix, np.arange(float(count)))
    if noise is not None and not design.coloured.is_white:
        raise GroundshiftError(
            "Noise of the pairs and coloured noise were both given; the latter holds the former, "
            "so give one."
        )
    if noise is None or noise_scale is None:
        noise, scale = None, np.zeros(pixels)
    else:
        scale = np.ascontiguousarray(np.nan_to_num(noise_scale), float)
    pairs = np.array(cross, np.int64).reshape(-1, 2)
    result = None if picks is not None else _fit_whole(series, design, noise, scale, pairs)
    if result is None:
        return _fit_any(series, design, noise, scale, picks, pairs)
    gaps = np.flatnonzero(~np.isfinite(result.squares))
    if gaps.size:
        others = _fit_any(series[:, gaps], design, noise, scale[gaps], None, pairs)
        for part in fields(Fit):
            getattr(result, part.name)[..., gaps] = getattr(others, part.name)
    return result


def _fit_whole(series, design, noise, scale, pairs) -> Fit | None:
    """The fit of series without gaps; a sum of squares that is not finite for the others."""
    from . import _whole_kernel

    shared = _whole_kernel.operators(
        np.ascontiguousarray(design.matrix, float), np.ascontiguousarray(design.years, float),
        design.coloured.parameters, None if noise is None else noise.covariance,
    )  # fmt: skip
    if shared is None:
        return None
    estimate, misfit, result = _outputs(design.matrix.shape[1], pairs, series.shape[1])
    with kernel_lock:
        _whole_kernel.solve(series, *shared, scale, pairs, estimate, misfit)
    return result


def _fit_any(series, design, noise, scale, picks, pairs) -> Fit:
    """The fit of any series, each with its own gaps and columns."""
    from . import _fit_kernel

    series = np.ascontiguousarray(series, dtype=float)
    arrays = design.arrays(picks, series.shape[1])
    shape, whole = np.zeros((0, 0)), np.zeros((0, 0))
    if noise is not None:
        shape = np.ascontiguousarray(noise.covariance, float)
        whole = shape @ arrays[0]
    unknowns = arrays[0].shape[1] + len(arrays[2])
    estimate, misfit, result = _outputs(unknowns, pairs, series.shape[1])
    with kernel_lock:
        _fit_kernel.solve(series, *arrays, shape, whole, scale, pairs, estimate, misfit)
    return result


def _outputs(columns, pairs, pixels) -> tuple:
    """What the kernels fill in, and the same as a :class:`Fit`."""
    coefficients, std = np.empty((2, columns, pixels))
    covariances, misfit = np.empty((len(pairs), pixels)), np.empty((3, pixels))
    result = Fit(coefficients, std, *misfit, covariances)
    return (coefficients, std, covariances), misfit, result


@dataclass(frozen=True)
class Search:
    """The best entry of a design's table at every pixel.

    Parameters
    ----------
    entry : ndarray of int32, shape (pixel,)
        -1 where there is none.
    gain : ndarray, shape (pixel,)
        How much it lowers the sum of squared (white) residuals.
    squares, freedom : ndarray, shape (pixel,)
        That sum without it, and its degrees of freedom; NaN where there are too few dates.
    """

    entry: np.ndarray
    gain: np.ndarray
    squares: np.ndarray
    freedom: np.ndarray


def search(series, design: Design, *, picks=None, spans=None, stride=1, least=(0, 1)) -> Search:
    """Try the entries of a design's table, one at a time, beside what the model has.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
    design : Design
    picks : ndarray of int, shape (pick, pixel), optional
        Entries that the model has already.
    spans : ndarray of int, shape (2, pixel), optional
        First and last (not included) entry to try; all by default.
    stride : int
        Try every so many.
    least : (int, int)
        Valid dates that an entry needs before and from the first date on which it is not zero.

    Returns
    -------
    Search
    """
    from . import _search_kernel

    series = np.ascontiguousarray(series, dtype=float)
    pixels = series.shape[1]
    arrays = design.arrays(picks, pixels)
    starts = np.argmax(arrays[1] != 0, axis=1)
    if spans is None:
        spans = np.repeat([[0], [len(starts)]], pixels, axis=1)
    best, figures = np.empty(pixels, np.int32), np.empty((3, pixels))
    with kernel_lock:
        _search_kernel.scan(
            series, *arrays, starts.astype(np.int64), np.ascontiguousarray(spans, np.int64),
            stride, np.array(least, np.int64), best, figures,
        )  # fmt: skip
    return Search(best, *figures)

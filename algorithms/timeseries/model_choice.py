# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which terms a pixel's series calls for, by the Bayesian information criterion.

``BIC = n ln(S/n) + k ln n`` (Schwarz 1978, doi:10.1214/aos/1176344136) with `S` the sum of squared
residuals, made white first where the noise is coloured. A step whose date was searched for counts
as three coefficients (Zhang and Siegmund 2007, doi:10.1111/j.1541-0420.2006.00662.x): the best of
many dates lowers `S` more than one date and one size would.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..errors import GroundshiftError
from .velocity import Design, Fit, VelocityModel, fit, search

NO_CLASS = 255
STEP_COUNTS_AS = 3
_SEASONS = ("", "annual season", "annual and semi-annual season")


def class_name(code: int) -> str:
    """What a class of the map of models means.

    ``code = 1 + a + 2 s + 6 j``: acceleration (0, 1), seasons (0 to 2), step (0, 1).
    """
    step, rest = divmod(code - 1, 6)
    seasons, acceleration = divmod(rest, 2)
    parts = ["rate and acceleration" if acceleration else "rate", _SEASONS[seasons]]
    parts.append("step" if step else "")
    return ", ".join(part for part in parts if part)


CLASSES = {code: class_name(code) for code in range(1, 13)}
"""Name of every class by its number in the map."""


@dataclass(frozen=True)
class Candidate:
    """One of the nested models.

    Parameters
    ----------
    code : int
        See :func:`class_name`.
    columns : tuple of int
        Of the full model's design that it has.
    step : bool
        Whether it has a step on the date that suits the pixel best.
    """

    code: int
    columns: tuple
    step: bool


def candidates(model: VelocityModel, steps: bool) -> list[Candidate]:
    """The models to choose from, the plainest first.

    All have offset, rate, and the steps and transients that the user gave; acceleration and
    seasons come in where the full model has them.

    Raises
    ------
    GroundshiftError
        If the full model's polynomial is of a degree over 2, or its only season half-yearly.
    """
    if model.degree > 2:
        raise GroundshiftError(
            f"The choice of models knows polynomials up to degree 2, not {model.degree}; lower "
            "the degree."
        )
    if model.semiannual and not model.annual:
        raise GroundshiftError(
            "The choice of models takes a semi-annual season only with an annual one; add that or "
            "leave both out."
        )
    names = [name for name, _ in model.terms()]
    optional = {"acceleration_mm_yr2"} | {n for n in names if n.startswith(("annual", "semi"))}
    chosen = []
    seasons = 1 + int(model.annual) + int(model.annual and model.semiannual)
    for step in range(1 + int(steps)):
        for season in range(seasons):
            for acceleration in range(model.degree):
                wanted = {"acceleration_mm_yr2"} if acceleration else set()
                for kind in ("annual", "semiannual")[:season]:
                    wanted |= {f"{kind}_sine_mm", f"{kind}_cosine_mm"}
                columns = [k for k, n in enumerate(names) if n not in optional - wanted]
                code = 1 + acceleration + 2 * season + 6 * step
                chosen.append(Candidate(code, tuple(columns), bool(step)))
    return chosen


@dataclass(frozen=True)
class Choice:
    """The chosen models.

    Parameters
    ----------
    code : ndarray of uint8, shape (pixel,)
        See :data:`CLASSES`; :data:`NO_CLASS` where there are too few dates.
    fit : Fit
        In the columns of the full model, one more for the step; NaN for terms that were not taken.
    picks : ndarray of int32, shape (1, pixel)
        Entry of the step, -1 for none.
    """

    code: np.ndarray
    fit: Fit
    picks: np.ndarray


def choose(series, design: Design, options, least_dates=5, noise=None, noise_scale=None, cross=()):
    """Choose a model for every pixel and fit it.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
    design : Design
        Of the full model; its table holds the possible steps.
    options : sequence of Candidate
    least_dates : int
        Valid dates that a step needs on both sides.
    noise, noise_scale, cross
        See :func:`.velocity.fit`; `cross` in columns of the full model.

    Returns
    -------
    Choice
    """
    best, which, entry = _least_bic(series, design, options, least_dates)
    pixels = series.shape[1]
    unknowns = design.matrix.shape[1] + 1
    whole = Fit(
        np.full((unknowns, pixels), np.nan), np.full((unknowns, pixels), np.nan),
        *np.full((3, pixels), np.nan), np.full((len(cross), pixels), np.nan),
    )  # fmt: skip
    code = np.full(pixels, NO_CLASS, np.uint8)
    picks = np.full((1, pixels), -1, np.int32)
    for number, option in enumerate(options):
        members = np.flatnonzero((which == number) & np.isfinite(best))
        if not members.size:
            continue
        code[members] = option.code
        if option.step:
            picks[0, members] = entry[members]
        columns = list(option.columns)
        kept = [k for k, pair in enumerate(cross) if set(pair) <= set(columns)]
        part = fit(
            series[:, members], replace(design, matrix=design.matrix[:, columns]), noise,
            None if noise_scale is None else noise_scale[members], picks=picks[:, members],
            cross=[tuple(columns.index(c) for c in cross[k]) for k in kept],
        )  # fmt: skip
        rows = [*columns, unknowns - 1]
        whole.coefficients[np.ix_(rows, members)] = part.coefficients
        whole.std[np.ix_(rows, members)] = part.std
        whole.covariances[np.ix_(kept, members)] = part.covariances
        for name in ("rms", "squares", "freedom"):
            getattr(whole, name)[members] = getattr(part, name)
    return Choice(code, whole, picks)


def _least_bic(series, design, options, least_dates):
    """Least criterion at every pixel, the option that has it, and the entry of its step."""
    pixels = series.shape[1]
    best, which = np.full(pixels, np.inf), np.zeros(pixels, int)
    entry = np.full(pixels, -1, np.int32)
    tried = {}
    for number, option in enumerate(options):
        part = replace(design, matrix=design.matrix[:, list(option.columns)])
        if option.columns not in tried:
            # Without a table this gives the plain sums of squares.
            tried[option.columns] = search(series, part, least=(least_dates, least_dates))
        found = tried[option.columns]
        squares = found.squares - (found.gain if option.step else 0.0)
        count = found.freedom + len(option.columns)
        unknowns = len(option.columns) + STEP_COUNTS_AS * option.step
        with np.errstate(divide="ignore", invalid="ignore"):
            criterion = count * np.log(np.maximum(squares, 0.0) / count)
            criterion = criterion + unknowns * np.log(count)
        criterion = np.where(np.isnan(criterion), np.inf, criterion)
        if option.step:
            criterion[found.entry < 0] = np.inf
        # A perfect fit (the reference) has a criterion of minus infinity with any model.
        better = criterion < best
        best[better], which[better] = criterion[better], number
        if option.step:
            entry[better] = found.entry[better]
    return np.where(best == -np.inf, 0.0, best), which, entry

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The models of :mod:`.velocity` fitted to one series at once, as somebody looks at it.

The numbers are those of 'Velocity model' at that place where the noise is white; the colour that
the tool takes from a scene cannot be told from one series, so the errors hold what it may be
(:mod:`.single_noise`). Plain NumPy: one series takes some milliseconds, nothing has to be
compiled, and no lock is waited for that a running tool holds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ..data.dates import years_of
from ..data.trace import Trace
from ..errors import GroundshiftError, counted
from . import model_choice, steps, transients
from .coloured import WHITE
from .motion import SEASONS, MotionOptions, _check
from .seasons import season
from .single_noise import LEAST_PIVOT, honest, likeliest, solve, whitener
from .velocity import VelocityModel

MOST_CURVE = 1500  # places at which the curve is drawn
TRIED = 2000  # simulated series behind the limit of steps in coloured noise


@dataclass(frozen=True)
class Term:
    """A coefficient, or what follows from some: name, value, standard deviation, unit."""

    name: str
    value: float
    std: float
    unit: str


@dataclass(frozen=True)
class SingleFit:
    """A model fitted to a series.

    Parameters
    ----------
    terms : tuple of Term
        Coefficients in the design's order, then steps that were found, the searched transient,
        amplitudes and peaks of seasons.
    rms : float
        Root mean square of the residuals.
    fitted, residuals : ndarray, shape (time,)
        At the series' dates; residuals are NaN where values are.
    curve_dates : ndarray of datetime64[D], curve : ndarray
        The model between first and last date.
    note : str
        What was chosen or found, as one sentence; may be empty.
    """

    terms: tuple
    rms: float
    fitted: np.ndarray
    residuals: np.ndarray
    curve_dates: np.ndarray
    curve: np.ndarray
    note: str = ""

    def term(self, name: str) -> Term | None:
        """The term of a name, None where the model has none."""
        return next((term for term in self.terms if term.name == name), None)

    @property
    def curve_points(self) -> list:
        """``(date as text, value)`` of the curve."""
        return [(str(day), float(value)) for day, value in zip(self.curve_dates, self.curve)]

    def residual_points(self, dates) -> list:
        """``(date as text, residual)`` of the series' dates that have a value."""
        pairs = zip(dates, self.residuals)
        return [(str(day), float(value)) for day, value in pairs if np.isfinite(value)]


def fit_single(trace: Trace, model: VelocityModel, options: MotionOptions | None = None):
    """Fit a motion model to one series.

    Parameters
    ----------
    trace : Trace
    model : VelocityModel
    options : MotionOptions, optional
        Search for steps, choice of the model and time constants; with noise that is not white the
        errors hold what its colour may be, see :mod:`.single_noise`.

    Returns
    -------
    SingleFit
        In the trace's unit.

    Raises
    ------
    GroundshiftError
        If the dates do not carry the model, or options do not go together.
    """
    options = options or MotionOptions()
    _check(model, options)
    if options.choose:
        model = replace(model, mean_rate=True)
    matrix = model.design(trace.dates)
    columns, known, found, note = list(range(matrix.shape[1])), model, (), ""
    slope = None
    if options.choose:
        columns, found, note = _chosen(trace, model, matrix, options)
    elif model.searched is not None:
        known, slope, note = _with_tau(trace, model, matrix, options)
        matrix = known.design(trace.dates)
        columns = list(range(matrix.shape[1]))
    elif options.steps is not None:
        found = _detected(trace, matrix, options)
        note = f"{counted(len(found), 'step')} found."
    return _result(trace, known, matrix, columns, found, slope, note, options.noise)


def _result(trace, model, matrix, columns, found, slope, note, kind) -> SingleFit:
    dates = trace.dates
    starts = [dates[index] for index in found]
    extra = [(dates >= start).astype(float)[:, np.newaxis] for start in starts]
    whole = np.concatenate([matrix[:, columns], *extra], axis=1)
    solution, noise = honest(trace, whole, kind)
    fitted = whole @ solution.coefficients
    daily, smooth = _drawn_columns(model, dates)
    curve = np.concatenate(
        [smooth[:, columns], *((daily >= start).astype(float)[:, np.newaxis] for start in starts)],
        axis=1,
    ) @ solution.coefficients  # fmt: skip
    residuals = trace.values - fitted
    terms = _terms(trace, model, columns, starts, solution, whole, slope, kind)
    if noise is not None:
        share = f"{100 * noise.coloured:.0f} %"
        note = f"{note} Noise: correlated from date to date with a probability of {share}.".strip()
    rms = float(np.sqrt(np.nanmean(residuals**2)))
    return SingleFit(tuple(terms), rms, fitted, residuals, daily, curve, note)


def _drawn_columns(model, dates) -> tuple:
    """Dates at which the curve is drawn, and the model's columns there.

    The first and last, which set the model's clock, are those of the series, so that coefficients
    mean the same.
    """
    step = max(1, int((dates[-1] - dates[0]).astype(int)) // MOST_CURVE)
    daily = np.union1d(np.arange(dates[0], dates[-1], step), dates)
    try:
        return daily, model.design(daily)
    except GroundshiftError:  # its check for columns that depend on each other is that close
        return dates, model.design(dates)


def _unit(unit, of_series) -> str:
    return unit.replace("mm", of_series or "units", 1) if unit.startswith("mm") else unit


def _terms(trace, model, columns, starts, solution, whole, slope, kind) -> list:
    names = [model.terms()[column] for column in columns]
    names += [(f"step_{str(start).replace('-', '')}_mm", "mm") for start in starts]
    std = np.sqrt(np.diag(solution.covariance))
    if slope is not None:
        std, tau = _with_tau_errors(trace, solution, whole, slope, kind)
    terms = [
        Term(name, float(value), float(error), _unit(unit, trace.unit))
        for (name, unit), value, error in zip(names, solution.coefficients, std)
    ]
    if slope is not None:
        terms.append(tau)
    plain = [name for name, _ in names]
    for name, cycles in SEASONS:
        if f"{name}_sine_mm" not in plain:
            continue
        k = plain.index(f"{name}_sine_mm")
        both = [k, k + 1]
        one = season(
            solution.coefficients[both][:, np.newaxis], std[both][:, np.newaxis],
            solution.covariance[k, k + 1 : k + 2], trace.dates[0], cycles,
        )  # fmt: skip
        terms += [
            Term(f"{name}_amplitude_mm", float(one.amplitude[0]), float(one.amplitude_std[0]),
                 trace.unit),
            Term(f"{name}_peak_day", float(one.peak_day[0]), float(one.peak_std_days[0]), "days"),
        ]  # fmt: skip
    return terms


# --- a time constant that is searched for ---


def _with_tau(trace, model, matrix, options):
    """The model with the best time constant, its slope's column, and what was found."""
    term, taus, white = model.searched, options.tau.grid(), None

    def beside(tau):
        return np.concatenate([matrix, term.column(trace.dates, tau)[:, np.newaxis]], axis=1)

    def squares(tau):
        try:
            return solve(trace.values, beside(tau), white=white).squares
        except GroundshiftError:
            return np.inf

    def coarsely():
        tried = np.array([squares(tau) for tau in taus[:: transients.FINE]])
        if not np.isfinite(tried).any():
            raise GroundshiftError(
                f"The series' dates cannot tell {term.name} from the other terms; take fewer terms."
            )
        return int(np.argmin(tried)) * transients.FINE

    about = coarsely()
    white = whitener(trace, likeliest(trace, beside(taus[about]), options.noise))
    if white is not None:
        about = coarsely()
    near = np.arange(max(0, about - transients.FINE), min(about + transients.FINE + 1, len(taus)))
    entry = int(near[int(np.argmin([squares(tau) for tau in taus[near]]))])
    tau = float(taus[entry])
    if 0 < entry < len(taus) - 1:
        tau = _refined_tau(squares, taus[entry - 1], taus[entry + 1])
        note = f"Time constant {tau:.3g} days."
        slope = term.slope(trace.dates, tau)
    else:
        note = f"The best time constant lies at the end of the search, {tau:g} days."
        slope = None
    known = tuple(replace(t, tau_days=tau) if t.tau_days is None else t for t in model.transients)
    return replace(model, transients=known), (None if slope is None else (slope, tau, term)), note


def _refined_tau(squares, low, high) -> float:
    """The least by golden sections in the logarithm."""
    ratio = (np.sqrt(5) - 1) / 2
    a, b = np.log(low), np.log(high)
    for _ in range(20):
        c, d = b - ratio * (b - a), a + ratio * (b - a)
        if squares(np.exp(c)) < squares(np.exp(d)):
            b = d
        else:
            a = c
    return float(np.exp((a + b) / 2))


def _with_tau_errors(trace, solution, whole, slope, kind):
    """Standard deviations that hold the time constant's, which the linearised model has."""
    column, tau, term = slope
    amplitude = solution.coefficients[-1]
    wider = np.concatenate([whole, column[:, np.newaxis]], axis=1)
    try:
        full = honest(trace, wider, kind)[0]
    except GroundshiftError:
        return np.full(whole.shape[1], np.nan), Term(f"{term.name}_tau_days", tau, np.nan, "days")
    std = np.sqrt(np.diag(full.covariance))
    error = tau * std[-1] / abs(amplitude) if amplitude else np.nan
    return std[:-1], Term(f"{term.name}_tau_days", tau, float(error), "days")


# --- steps and the choice of a model ---


def _best_step(values, matrix, table, least, white=None):
    """Entry of the table that lowers the sum of squares most, the gain, the sum, its freedom."""
    solution = solve(values, matrix, white=white)
    valid = np.isfinite(values)
    y, a, columns = values[valid], matrix[valid], table[:, valid]
    after = columns.sum(axis=1)
    usable = (after >= least) & (valid.sum() - after >= least)
    if white is not None:
        y, a, columns = white @ y, white @ a, columns @ white.T
    q, _ = np.linalg.qr(a / np.linalg.norm(a, axis=0))
    y = y - q @ (q.T @ y)
    whole = np.einsum("ij,ij->i", columns, columns)
    left = columns - (columns @ q) @ q.T
    size = np.einsum("ij,ij->i", left, left)
    usable &= size > LEAST_PIVOT * np.maximum(whole, np.finfo(float).tiny)
    with np.errstate(invalid="ignore", divide="ignore"):
        gain = np.where(usable, (left @ y) ** 2 / size, -np.inf)
    entry = int(np.argmax(gain)) if usable.any() else -1
    return entry, float(gain[entry]) if entry >= 0 else 0.0, solution.squares, solution.freedom


@lru_cache(maxsize=64)
def _level(matrix_bytes, shape, least, wanted, seed, noise=WHITE, years=()) -> float:
    """As :func:`.steps.single_level`, of whose simulation this is the same, in plain NumPy."""
    from scipy.stats import f

    matrix = np.frombuffer(matrix_bytes).reshape(shape)
    rng = np.random.default_rng(seed)
    series = rng.standard_normal((shape[0], steps.SIMULATED if noise.is_white else TRIED))
    where = np.arange(least, shape[0] - least + 1)
    table = (np.arange(shape[0]) >= where[:, np.newaxis]).astype(float)
    if not noise.is_white:
        root = np.linalg.cholesky(noise.covariance(np.array(years)))
        matrix, table = np.linalg.solve(root, matrix), np.linalg.solve(root, table.T).T
    q, _ = np.linalg.qr(matrix)
    series -= q @ (q.T @ series)
    left = table - (table @ q) @ q.T
    size = np.einsum("ij,ij->i", left, left)
    usable = size > LEAST_PIVOT * np.einsum("ij,ij->i", table, table)
    gain = ((left[usable] @ series) ** 2 / size[usable, np.newaxis]).max(axis=0)
    squares = (series**2).sum(axis=0)
    freedom = shape[0] - shape[1]
    ratio = gain * (freedom - 1) / (squares - gain)
    return float(np.quantile(f.sf(ratio, 1, freedom - 1), wanted))


def _detected(trace, matrix, options) -> tuple:
    """Indices of the dates on which steps were found, in order.

    As in a scene, twice: what the first time finds in white noise does not colour it the second.
    """
    least = options.steps.least_dates
    table = steps.candidates(trace.dates, least)
    found = _found(trace, matrix, options.steps, table, WHITE)
    noise = likeliest(trace, np.concatenate([matrix, table[found].T], axis=1), options.noise)
    if not noise.is_white:
        found = _found(trace, matrix, options.steps, table, noise)
    return tuple(sorted(entry + least for entry in found))


def _found(trace, matrix, search, table, noise) -> list:
    """Entries of the table that pass under a noise."""
    from scipy.stats import f

    least, white = search.least_dates, whitener(trace, noise)
    level = _level(
        matrix.tobytes(), matrix.shape, least, search.level, search.seed, noise,
        () if noise.is_white else tuple(years_of(trace.dates)),
    )  # fmt: skip
    found = []
    for _ in range(search.most):
        now = np.concatenate([matrix, table[found].T], axis=1)
        entry, gain, squares, freedom = _best_step(trace.values, now, table, least, white)
        if entry < 0 or freedom < 2:
            break
        ratio = gain * (freedom - 1) / max(squares - gain, np.finfo(float).tiny)
        if not ratio > f.isf(level, 1, freedom - 1):
            break
        found.append(entry)
    if len(found) > 1:
        for number in range(len(found)):
            others = found[:number] + found[number + 1 :]
            now = np.concatenate([matrix, table[others].T], axis=1)
            entry = _best_step(trace.values, now, table, least, white)[0]
            found[number] = entry if entry >= 0 else found[number]
    return found


def _chosen(trace, model, matrix, options):
    """Columns and steps of the model with the least BIC, and its name.

    Twice: under white noise, and under that which the model so found leaves.
    """
    option, entry = _least_bic(trace, model, matrix, options, None)
    least = options.steps.least_dates if options.steps else 0
    whole = matrix[:, list(option.columns)]
    if option.step:
        step = steps.candidates(trace.dates, least)[[entry]].T
        whole = np.concatenate([whole, step], axis=1)
    white = whitener(trace, likeliest(trace, whole, options.noise))
    if white is not None:
        option, entry = _least_bic(trace, model, matrix, options, white)
    found = (entry + least,) if option.step else ()
    return list(option.columns), found, f"Chosen: {model_choice.class_name(option.code)}."


def _least_bic(trace, model, matrix, options, white) -> tuple:
    """The model with the least BIC, and the entry of its step."""
    ladder = model_choice.candidates(model, options.steps is not None)
    least = options.steps.least_dates if options.steps else 0
    table = steps.candidates(trace.dates, least) if options.steps else None
    best = (np.inf, None, -1)
    for option in ladder:
        part = matrix[:, list(option.columns)]
        entry, gain = -1, 0.0
        try:
            if option.step:
                entry, gain, squares, freedom = _best_step(trace.values, part, table, least, white)
            else:
                solution = solve(trace.values, part, white=white)
                squares, freedom = solution.squares, solution.freedom
        except GroundshiftError:
            continue
        if option.step and entry < 0:
            continue
        count = freedom + len(option.columns)
        unknowns = len(option.columns) + model_choice.STEP_COUNTS_AS * option.step
        rest = max(squares - gain, np.finfo(float).tiny)
        criterion = count * np.log(rest / count) + unknowns * np.log(count)
        if criterion < best[0]:
            best = (criterion, option, entry)
    _, option, entry = best
    if option is None:
        raise GroundshiftError("No model can be fitted to the series' dates; take fewer terms.")
    return option, entry

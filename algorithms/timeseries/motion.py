# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A motion model on a block of a scene: fit, search and choice, as bands in layer units."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from ..data.dates import years_of
from ..errors import GroundshiftError
from . import model_choice, steps, transients
from .coloured import AUTO, WHITE, MarkovNoise, estimate_noise
from .seasons import season
from .steps import StepSearch
from .transient_search import best_entries, fit_transient
from .transients import TauSearch
from .velocity import Design, PairNoise, VelocityModel, fit

MILLIMETRES = 1e3
TRIED = 2000  # simulated series behind a limit that only cleans the sample of the noise
SEASONS = (("annual", 1), ("semiannual", 2))


@dataclass(frozen=True)
class MotionOptions:
    """What is done beside fitting the model's terms.

    Parameters
    ----------
    noise : str
        One of :data:`.coloured.KINDS`.
    tau : TauSearch
        For the transient without a time constant.
    steps : StepSearch or None
        Search for steps; None for none.
    choose : bool
        Whether a pixel gets only the terms that its series calls for; see :mod:`.model_choice`.
    """

    noise: str = AUTO
    tau: TauSearch = field(default_factory=TauSearch)
    steps: StepSearch | None = None
    choose: bool = False


@dataclass(frozen=True)
class SeriesBlock:
    """A window of a time series (metres) and the pairs' noise in it (metres squared) or None."""

    displacement: np.ndarray
    pair_noise: np.ndarray | None


@dataclass(frozen=True)
class MotionBlock:
    """Results of a block, of shape (band, row, column), in the units of the bands' names.

    Parameters
    ----------
    model : ndarray of float32
        See :func:`model_bands`.
    amplitude, phase : ndarray of float32
        See :func:`season_bands`; no band without seasons.
    steps : ndarray of float32
        See :func:`step_bands`; no band without a search.
    classes : ndarray of uint8, shape (row, column)
        See :data:`.model_choice.CLASSES`; all :data:`.model_choice.NO_CLASS` without a choice.
    torn : int
        Pixels left out because parts of their series begin at zero each.
    """

    model: np.ndarray
    amplitude: np.ndarray
    phase: np.ndarray
    steps: np.ndarray
    classes: np.ndarray
    torn: int = 0


def with_std(name: str, unit: str) -> list[tuple[str, str]]:
    """A band and its standard deviation's: ``velocity_mm_yr``, ``velocity_std_mm_yr``."""
    for suffix in ("_mm", "_days", "_day"):
        stem, mark, ending = name.rpartition(suffix)
        if mark:
            plural = "_days" if suffix == "_day" else suffix
            return [(name, unit), (f"{stem}_std{plural}{ending}", unit)]
    raise ValueError(f"{name} has no unit")


def model_bands(model: VelocityModel) -> list[tuple[str, str]]:
    """Names and units of the model's bands: coefficients with standard deviations, RMS last.

    Levels of parts have none.
    """
    terms = replace(model, levels=()).terms()
    bands = [band for term in terms for band in with_std(*term)]
    if model.searched is not None:
        name = model.searched.name
        bands += [
            *with_std(f"{name}_mm", "mm"), *with_std(f"{name}_tau_days", "days"),
            (f"{name}_tau_at_bound", ""),
        ]  # fmt: skip
    return [*bands, ("residual_rms_mm", "mm")]


def season_bands(model: VelocityModel) -> tuple[list, list]:
    """Names and units of the bands of amplitudes and of peaks."""
    names = [name for name, _ in SEASONS if getattr(model, name)]
    amplitude = [band for name in names for band in with_std(f"{name}_amplitude_mm", "mm")]
    return amplitude, [band for name in names for band in with_std(f"{name}_peak_day", "days")]


def step_bands(options: MotionOptions) -> list[tuple[str, str]]:
    """Names and units of the bands of steps that were found."""
    if options.steps is None:
        return []
    bands = [("steps_found", "")]
    for number in range(1, options.steps.most + 1):
        bands += [(f"step{number}_date_year", "yr"), *with_std(f"step{number}_mm", "mm")]
    return bands


@dataclass(frozen=True)
class _Estimate:
    """Fit of a block, its extra bands, found steps (rows of the table) and classes."""

    fit: object
    extra: list
    picks: np.ndarray | None
    classes: np.ndarray


@dataclass(frozen=True)
class MotionFit:
    """Block function: a model fitted to every pixel. Make it with :func:`make_fit`.

    Parameters
    ----------
    model : VelocityModel
    dates : ndarray of datetime64[D]
    design : Design
    options : MotionOptions
    noise : PairNoise or None
    step_level : float
        See :func:`.steps.single_level`; 0 where steps are not tested.
    """

    model: VelocityModel
    dates: np.ndarray
    design: Design
    options: MotionOptions
    noise: PairNoise | None
    step_level: float

    def __call__(self, block: SeriesBlock) -> MotionBlock:
        shape = block.displacement.shape[1:]
        series, added = with_all_parts(
            block.displacement.reshape(len(self.dates), -1), self.dates, self.model.levels
        )
        scale = None if block.pair_noise is None else block.pair_noise.ravel()
        found = self._estimate(series, scale)
        amplitude, phase = self._seasons(found.fit)

        def raster(bands):
            layers = np.array(bands, np.float32)
            return layers.reshape(-1, *shape)

        return MotionBlock(
            raster(self._model(found, series, added)), raster(amplitude), raster(phase),
            raster(self._steps(found)), found.classes.reshape(shape),
        )  # fmt: skip

    def _estimate(self, series, scale) -> _Estimate:
        options, extra, picks = self.options, [], None
        classes = np.full(series.shape[1], model_choice.NO_CLASS, np.uint8)
        cross = self._season_columns()
        if options.choose:
            ladder = model_choice.candidates(self.model, options.steps is not None)
            least = options.steps.least_dates if options.steps else 0
            choice = model_choice.choose(
                series, self.design, ladder, least, self.noise, scale, cross
            )  # fmt: skip
            return _Estimate(choice.fit, [], choice.picks, choice.code)
        if self.model.searched is not None:
            taus = options.tau.grid()
            found = fit_transient(series, self.design, taus, self.noise, scale, cross)
            extra = [
                found.amplitude * MILLIMETRES, found.std * MILLIMETRES, found.tau_days,
                found.tau_std_days, found.bound,
            ]  # fmt: skip
            return _Estimate(found.fit, extra, None, classes)
        if options.steps is not None:
            picks = steps.detect(series, self.design, options.steps, self.step_level)
        result = fit(series, self.design, self.noise, scale, picks=picks, cross=cross)
        return _Estimate(result, extra, picks, classes)

    def _season_columns(self) -> list[tuple[int, int]]:
        names = [name for name, _ in self.model.terms()]
        sines = [names.index(f"{n}_sine_mm") for n, _ in SEASONS if getattr(self.model, n)]
        return [(k, k + 1) for k in sines]

    def _model(self, found, series, added) -> list:
        count = self.design.matrix.shape[1] - len(self.model.levels)
        pairs = zip(found.fit.coefficients[:count], found.fit.std[:count])
        bands = [values * MILLIMETRES for pair in pairs for values in pair]
        rms = found.fit.rms * MILLIMETRES
        if self.model.levels:
            # The offset is that of the first part, which the pixel may lack.
            bands[:2] = (np.where(added > 0, np.nan, band) for band in bands[:2])
            dates = np.isfinite(series).sum(axis=0)
            rms = rms * np.sqrt(dates / np.maximum(dates - added, 1))
        return [*bands, *found.extra, rms]

    def _seasons(self, result) -> tuple[list, list]:
        amplitude, phase = [], []
        cycles = [n for name, n in SEASONS if getattr(self.model, name)]
        for number, (sine, cosine) in enumerate(self._season_columns()):
            rows = [sine, cosine]
            one = season(
                result.coefficients[rows], result.std[rows], result.covariances[number],
                self.dates[0], cycles[number],
            )  # fmt: skip
            amplitude += [one.amplitude * MILLIMETRES, one.amplitude_std * MILLIMETRES]
            phase += [one.peak_day, one.peak_std_days]
        return amplitude, phase

    def _steps(self, found) -> list:
        if self.options.steps is None:
            return []
        picks, result = found.picks, found.fit
        first = self.options.steps.least_dates
        years = np.append(steps.decimal_years(self.dates[first:]), np.nan)
        valid = np.isfinite(result.rms)
        bands = [np.where(valid, (picks >= 0).sum(axis=0), np.nan)]
        for number, entries in enumerate(picks):
            row = self.design.matrix.shape[1] + number
            bands += [
                years[entries], result.coefficients[row] * MILLIMETRES,
                result.std[row] * MILLIMETRES,
            ]  # fmt: skip
        return bands


def with_all_parts(series, dates, levels) -> tuple:
    """Series with a zero at one date of each part that a pixel has no data of.

    The part's own level takes it up, so that rates and errors are those without it; else the
    pixel's design would have a column too many.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
    dates : ndarray of datetime64[D], shape (time,)
    levels : tuple
        See :class:`.velocity.VelocityModel`.

    Returns
    -------
    series : ndarray, shape (time, pixel)
    added : ndarray of int, shape (pixel,)
        Zeros; none where a pixel has no data at all.
    """
    added = np.zeros(series.shape[1], int)
    if not levels:
        return series, added
    series, some = series.copy(), np.isfinite(series).any(axis=0)
    own = [np.isin(dates, days) for days in levels]
    for part in (~np.any(own, axis=0), *own):
        lacking = some & ~np.isfinite(series[part]).any(axis=0)
        series[np.argmax(part), lacking] = 0.0
        added += lacking
    return series, added


def scene_noise(
    series,
    model: VelocityModel,
    dates,
    options: MotionOptions | None = None,
    pairs: PairNoise | None = None,
    scale=None,
) -> MarkovNoise:
    """Colour of the noise of a scene, from a sample of its pixels, about what will be fitted.

    Terms that are searched for pixel by pixel are found once before: what they explain is no noise.

    Parameters
    ----------
    series : ndarray, shape (time, pixel)
    model : VelocityModel
    dates : ndarray of datetime64[D], shape (time,)
    options : MotionOptions, optional
    pairs : PairNoise, optional
    scale : ndarray, shape (pixel,), optional
        See :func:`.coloured.estimate_noise`, also for what is raised.
    """
    options = options or MotionOptions()
    series, _ = with_all_parts(np.asarray(series), dates, model.levels)
    design = make_fit(model, dates, options).design
    arguments = design.matrix, design.years, options.noise, pairs, scale
    picks = None
    if model.searched is not None:
        picks = best_entries(series, design, len(options.tau.grid()))
    noise = estimate_noise(series, *arguments, table=design.table, picks=picks)
    if options.steps is None or noise.is_white:
        return noise
    design = replace(design, coloured=noise)
    level = steps.single_level(design, options.steps, TRIED)
    picks = steps.detect(series, design, options.steps, level)
    return estimate_noise(series, *arguments, table=design.table, picks=picks)


def make_fit(
    model: VelocityModel,
    dates,
    options: MotionOptions,
    noise: PairNoise | None = None,
    coloured: MarkovNoise = WHITE,
) -> MotionFit:
    """Prepare what all pixels share.

    Parameters
    ----------
    model : VelocityModel
    dates : ndarray of datetime64[D], shape (time,)
    options : MotionOptions
    noise : PairNoise, optional
        Not together with coloured noise.
    coloured : MarkovNoise
        From :func:`.coloured.estimate_noise`.

    Returns
    -------
    MotionFit

    Raises
    ------
    GroundshiftError
        If the dates do not carry the model or the options do not go together.
    """
    _check(model, options)
    if options.choose:
        model = replace(model, mean_rate=True)
    dates = np.asarray(dates, "datetime64[D]")
    years = years_of(dates)
    matrix = model.design(dates)
    table, level = None, 0.0
    if model.searched is not None:
        table = transients.table(model.searched, dates, options.tau)
    if options.steps is not None:
        table = steps.candidates(dates, options.steps.least_dates)
    design = Design(matrix, years, table, coloured)
    if options.steps is not None and not options.choose:
        level = steps.single_level(design, options.steps)
    return MotionFit(model, dates, design, options, noise, level)


def _check(model, options) -> None:
    if model.searched is not None and (options.choose or options.steps is not None):
        raise GroundshiftError(
            "A time constant cannot be searched for together with steps or a choice of models; "
            "give it, as 20190301:60."
        )
    if options.choose:
        model_choice.candidates(model, options.steps is not None)
        if options.steps is not None and options.steps.most > 1:
            raise GroundshiftError(
                "The choice of models knows at most one step; set the steps to find to 1."
            )

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A model of the motion fitted to every pixel of a series file."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace

import numpy as np

from ...errors import GroundshiftError, counted
from ...formats.hdf5.stacks import TimeSeriesReader, read_timeseries
from ...kept import sources_of
from ...outputs import Layer
from ..model_choice import CLASSES, NO_CLASS
from ..motion import MotionFit, SeriesBlock, make_fit, model_bands, season_bands, step_bands
from ..postseismic import CLASSES as MECHANISMS
from ..postseismic import with_coseismic_steps
from .mechanism import Mechanism
from .motion_terms import ALONG_SIGHT
from .series_noise import levels_of_parts, noise_of_scene

SENSES = {
    "east": "to the east", "north": "to the north", "up": "upwards",
    "range": "towards the satellite", "azimuth": "along the flight",
}  # fmt: skip
"""Of series of components, by the attribute COMPONENT of their files."""


def fit_model(path, outputs, job, model, options, first=None, last=None, coseismic=None) -> dict:
    """Fit a model to every pixel of a time series.

    Parameters
    ----------
    path : path
        ``timeseries.h5``.
    outputs, job, model, options, first, last, coseismic
        See :class:`ModelFit`.

    Returns
    -------
    dict
        The numbers of :mod:`.velocity`.

    Raises
    ------
    GroundshiftError
        If the dates do not carry the model, no pixel has a result, or an output is asked for that
        the options do not make.
    """
    _check(outputs, model, options)
    series = read_timeseries(path)
    with TimeSeriesReader(series) as reader:
        fit = ModelFit(reader, outputs, job, model, options, first, last, coseismic)
        with fit:
            read = SeriesAndBeside(reader.read, fit.beside)
            job.blocks(
                fit.function, read, fit.write, series.grid, fit.memory, tile_rows=reader.tile_rows
            )
    return fit.numbers()


@dataclass(frozen=True)
class Beside:
    """What a fit needs of a window beside its displacement.

    Parameters
    ----------
    noise : ndarray of float32, shape (row, column), or None
        Variance factor of the pairs.
    torn : ndarray of bool, shape (row, column), or None
        Where parts of the series begin at zero each.
    """

    noise: np.ndarray | None
    torn: np.ndarray | None


@dataclass(frozen=True)
class BesideReader:
    """Reads what a fit needs of a window beside its displacement.

    Parameters
    ----------
    reader : TimeSeriesReader
    with_noise : bool
        Whether it knows the variance factor of the pairs, and needs it.
    most : int or None
        Parts of the network where all pairs found something; None where parts share a datum.
    """

    reader: object
    with_noise: bool
    most: int | None

    def __call__(self, window) -> Beside:
        """A window."""
        noise = self.reader.layer("pairNoise", window) if self.with_noise else None
        if self.most is None:
            return Beside(noise, None)
        # Where fewer pairs found something, a network has more parts than are known of.
        return Beside(noise, self.reader.layer("numSubsets", window) > self.most)


@dataclass(frozen=True)
class SeriesAndBeside:
    """Reads blocks for a fit.

    Parameters
    ----------
    series : callable
        Window to displacement, or what corrections make it of.
    beside : BesideReader
    """

    series: object
    beside: BesideReader

    @property
    def sources(self) -> tuple:
        """The files, where other processes can read all of them."""
        return sources_of(self.series) and (*sources_of(self.series), *self.beside.reader.sources)

    def __call__(self, window) -> tuple:
        """A window."""
        return self.series(window), self.beside(window)


@dataclass(frozen=True)
class FitBlock:
    """Block function: the fit of the dates that are used.

    Parameters
    ----------
    fit : MotionFit
    used : ndarray of bool, shape (time,)
    """

    fit: MotionFit
    used: np.ndarray

    def __call__(self, block):
        """Fit a displacement, shape (time, row, column), with its :class:`Beside`."""
        displacement, beside = block
        values, torn = displacement, beside.torn
        if torn is not None or not self.used.all():
            values = values[self.used]
        if torn is not None:
            values[:, torn] = np.nan
        found = self.fit(SeriesBlock(values, beside.noise))
        return found if torn is None else replace(found, torn=int(torn.sum()))


class ModelFit(contextlib.ExitStack):
    """A model that is fitted block by block; its files are open inside of the ``with`` block.

    Parameters
    ----------
    reader : TimeSeriesReader
    outputs : Outputs
        Of :mod:`.velocity`.
    job : Job
    model : VelocityModel
    options : MotionOptions
    first, last : datetime64[D], optional
        Use only the dates from the one to the other.
    coseismic : path, optional
        Raster against which afterslip is held.

    Attributes
    ----------
    function : FitBlock
    memory : float
        Bytes that a pixel takes in a block.
    """

    def __init__(
        self, reader, outputs, job, model, options, first=None, last=None, coseismic=None
    ):  # fmt: skip
        super().__init__()
        series = reader.series
        self._reader, self._series, self._outputs, self._job = reader, series, outputs, job
        used = _used_dates(series, first, last)
        self._dates = dates = series.dates[used]
        model = with_coseismic_steps(model, dates)
        self._mechanism = (
            Mechanism(model, series, coseismic) if outputs.wanted("MECHANISM") else None
        )
        self._layers = _layers(model, options)
        self._model, self._noise, self._coloured = noise_of_scene(reader, model, options, used, job)
        self.function = FitBlock(
            make_fit(self._model, dates, options, self._noise, self._coloured), used
        )
        self._counts, self._torn = np.zeros(256, int), 0
        own_datum = series.attributes.get("GAP") == "own_datum" and "numSubsets" in series.layers
        most = 1 + len(levels_of_parts(reader, slice(None))) if own_datum else None
        self.beside = BesideReader(reader, self._noise is not None, most)
        # The series as read, chosen, in double precision and once more for those with steps.
        bands = len(self._model.terms()) * 2 + 20 + 3 * (options.steps.most if options.steps else 0)
        self.memory = len(series.dates) * (4.0 + 4.0 + 8.0 + 8.0 + 8.0) + bands * 40.0
        outputs.when = first or series.dates[0], last or series.dates[-1]

    def __enter__(self):
        if self._mechanism is not None:
            self.enter_context(self._mechanism)
        dates, model, outputs, series = self._dates, self._model, self._outputs, self._series
        terms = ", ".join(name for name, _ in model.terms())
        note = {"MODEL": terms, "NOISE": self._coloured.describe()}
        note.update(FIRST_DATE=str(dates[0]), LAST_DATE=str(dates[-1]))
        summed = ("std", "rms", "steps")[: 3 if "STEP_MAP" in self._layers else 2]
        self._rasters = self.enter_context(
            outputs.rasters(self._layers, series, note=note, summarised=summed)
        )
        classes = {"MODEL_MAP": ("motion_model", CLASSES), "MECHANISM": ("mechanism", MECHANISMS)}
        self._classes = {}
        for name, (band, meanings) in classes.items():
            layer = Layer(((band,),), dtype="uint8", nodata=NO_CLASS)
            named = {**note, **{f"CLASS_{code}": text for code, text in meanings.items()}}
            self._classes[name] = self.enter_context(
                outputs.rasters({name: layer}, series, note=named)
            )
        return self

    def write(self, window, block) -> None:
        """Write a block of the function's."""
        values = {"VELOCITY": block.model[_velocity_first(len(block.model))]}
        values |= {"AMPLITUDE": block.amplitude, "PHASE": block.phase, "STEP_MAP": block.steps}
        others = {"std": values["VELOCITY"][1], "rms": block.model[-1]}
        if "STEP_MAP" in self._layers:
            others["steps"] = block.steps[0]
        self._rasters.write(window, {name: values[name] for name in self._layers} | others)
        self._torn += block.torn
        self._counts += np.bincount(block.classes.ravel(), minlength=256)
        self._classes["MODEL_MAP"].write(window, {"MODEL_MAP": block.classes})
        if self._mechanism is not None:
            found = self._mechanism.classes(window, block.model)
            self._classes["MECHANISM"].write(window, {"MECHANISM": found})

    def numbers(self) -> dict:
        """The tool's numbers; tells what the user should know.

        Raises
        ------
        GroundshiftError
            If no pixel has a result.
        """
        job, outputs, series = self._job, self._outputs, self._series
        if self._torn:
            job.warn(
                f"{counted(self._torn, 'pixel')} left out: pairs are missing there, and parts of "
                "the series begin at zero each (make it with GAP = joint_rate or largest)."
            )
        found = outputs.summaries
        velocity = found["VELOCITY"]
        if not velocity.count:
            raise GroundshiftError(
                f"{series.path}: no pixel has enough dates for the model's "
                f"{self.function.fit.design.matrix.shape[1]} coefficients; take fewer terms."
            )
        if self._coloured.is_white and self._noise is None:
            job.note(
                "The series does not say how its noise is correlated, so the standard deviations "
                "take it as independent from date to date."
            )
        for code, name in CLASSES.items():
            if self._counts[code]:
                job.note(f"{counted(self._counts[code], 'pixel')}: {name}.")
        sense = SENSES.get(series.attributes.get("COMPONENT"))
        abstract = ALONG_SIGHT
        if sense:
            abstract = f"Rate in mm a year, positive {sense}, and the other coefficients."
        said = f"{abstract} {self._coloured.describe()}"
        outputs.look("VELOCITY", limits=velocity.symmetric_limit, abstract=said)
        numbers = {
            "PIXELS": velocity.count, "RMS": found["rms"].mean, "FASTEST_AWAY": velocity.minimum,
            "FASTEST_TOWARDS": velocity.maximum, "MEDIAN_STD": found["std"].median,
        }  # fmt: skip
        if "STEP_MAP" in self._layers:
            outputs.look("STEP_MAP", band=3, limits=found["STEP_MAP"].symmetric_limit)
            numbers["MEAN_STEPS"] = found["steps"].mean
        if "AMPLITUDE" in self._layers:
            outputs.look("AMPLITUDE", limits=(0.0, found["AMPLITUDE"].p98))
            numbers["MEDIAN_AMPLITUDE"] = found["AMPLITUDE"].median
        return numbers


def _layers(model, options) -> dict:
    """The rasters that the model makes."""
    bands = model_bands(model)
    amplitude, phase = season_bands(model)
    layers = {"VELOCITY": Layer([bands[k] for k in _velocity_first(len(bands))])}
    if amplitude:
        layers |= {"AMPLITUDE": Layer(amplitude), "PHASE": Layer(phase)}
    if options.steps is not None:
        layers["STEP_MAP"] = Layer(step_bands(options), shown=2)  # the first one's size
    return layers


def _velocity_first(count: int) -> list:
    """Places of the bands with rate and error before the offset's."""
    return [2, 3, 0, 1, *range(4, count)]


def _check(outputs, model, options) -> None:
    if outputs.wanted("AMPLITUDE", "PHASE") and not (model.annual or model.semiannual):
        raise GroundshiftError(
            "Seasonal amplitude and peak were asked for and the model has no season; add the "
            "annual or the semi-annual one."
        )
    if outputs.wanted("STEP_MAP") and options.steps is None:
        raise GroundshiftError(
            "A map of steps was asked for and no steps are searched for; set the steps to find to "
            "1 or more."
        )
    if outputs.wanted("MODEL_MAP") and not options.choose:
        raise GroundshiftError(
            "A map of models was asked for and there is no choice of models; turn it on."
        )


def _used_dates(series, first, last):
    """Mask of the dates from the one to the other, shape (time,)."""
    used = np.ones(len(series.dates), bool)
    if first is not None:
        used &= series.dates >= first
    if last is not None:
        used &= series.dates <= last
    if used.sum() < 2:
        raise GroundshiftError(
            f"{series.path}: has {counted(used.sum(), 'date')} in the chosen span; widen it."
        )
    return used

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fitting a velocity model to a time-series file, block by block.

Of what the inversion says about noise, the fit takes the shape of the pairs' covariance with its
size at each pixel (``pairNoiseCovariance``, ``pairNoise``), and the noise by date from the pixel's
own residuals. It does not take ``seriesCovariance`` and ``dateNoise``, which are the sum of both at
a typical pixel: one size for all would be wrong at most of them, and counted twice beside those.
Nor does it weigh dates by ``dateSigma``: that is the noise before any correction, and corrections
take most out of the noisiest dates. Equal weights stay unbiased, and residuals give errors that
are right on average over the dates. Where residuals are coloured beyond what the pairs explain, the
colour is that of the scene, from a sample of it. Not so where phases are linked: their noise
wanders by itself, by a known amount that differs from ground to ground, and no one colour fits it.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.grid import Window
from ..data.statistics import Sampler, Summary
from ..errors import GroundshiftError
from ..runner import RunOptions, run
from ..timeseries import motion
from ..timeseries.coloured import AUTO, WHITE, MarkovNoise
from ..timeseries.model_choice import CLASSES, NO_CLASS
from ..timeseries.motion import MotionBlock, MotionOptions, SeriesBlock
from ..timeseries.velocity import PairNoise, VelocityModel
from .atomic import Transaction
from .hdf5 import TimeSeriesReader, read_timeseries
from .hdf5_layout import OF_LINKED
from .placing import placed_writer
from .rasters import BandInfo

SAMPLED_ROWS = 40
SAMPLED_PIXELS = 1000


@dataclass(frozen=True)
class VelocityTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    model : path or None
        Coefficients; see :func:`..timeseries.motion.model_bands`.
    amplitude, phase : path or None
        Size and day of the peak of the seasons.
    steps : path or None
        Steps that were found.
    classes : path or None
        Chosen models.
    """

    model: Path | None = None
    amplitude: Path | None = None
    phase: Path | None = None
    steps: Path | None = None
    classes: Path | None = None


@dataclass(frozen=True)
class VelocityReport:
    """What came out.

    Parameters
    ----------
    pixels : int
        With a result.
    rms_mm : float
        Mean of the pixels' root mean square residuals.
    bands : dict of str to Summary
        Statistics of every float band, by its name.
    noise_from_pairs : bool
        Whether the covariance that the pairs gave the series went into the errors.
    noise : str
        One sentence on the noise by date.
    class_counts : dict of str to int
        Pixels by chosen model.
    """

    pixels: int
    rms_mm: float
    bands: dict[str, Summary]
    noise_from_pairs: bool
    noise: str
    class_counts: dict[str, int]


def _velocity_first(values):
    """The rate and its error before the offset and its error."""
    return [*values[2:4], *values[:2], *values[4:]]


class _Outputs(contextlib.ExitStack):
    """All rasters of one run, and their statistics."""

    def __init__(self, files: Transaction, series, model, options, targets: VelocityTargets, note):
        super().__init__()
        grid = series.grid
        amplitude, phase = motion.season_bands(model)
        self._bands = {
            "model": _velocity_first(motion.model_bands(model)), "amplitude": amplitude,
            "phase": phase, "steps": motion.step_bands(options),
        }  # fmt: skip
        self.samplers = {
            name: [Sampler(grid) for _ in bands] for name, bands in self._bands.items()
        }
        self.counts = np.zeros(256, int)
        self._rasters = {}
        for name, bands in self._bands.items():
            target = getattr(targets, name)
            if target and bands:
                infos = [BandInfo(*band) for band in bands]
                raster = placed_writer(files.add(target), series, infos, metadata=note)
                self._rasters[name] = self.enter_context(raster)
        self._classes = None
        if targets.classes:
            names = {f"CLASS_{code}": name for code, name in CLASSES.items()}
            self._classes = self.enter_context(
                placed_writer(
                    files.add(targets.classes), series, [BandInfo("motion_model")], dtype="uint8",
                    nodata=NO_CLASS, metadata={**note, **names},
                )
            )  # fmt: skip

    def write(self, window: Window, block: MotionBlock) -> None:
        """Write a block to all files."""
        for name in self._bands:
            values = getattr(block, name)
            if name == "model":
                values = np.stack(_velocity_first(list(values)))
            for sampler, band in zip(self.samplers[name], values):
                sampler.add(window, band)
            if name in self._rasters:
                self._rasters[name].write(window, values)
        self.counts += np.bincount(block.classes.ravel(), minlength=256)
        if self._classes is not None:
            self._classes.write(window, block.classes)

    def summaries(self) -> dict[str, Summary]:
        """Statistics of all bands by name."""
        return {
            band[0]: sampler.summary()
            for name, bands in self._bands.items()
            for band, sampler in zip(bands, self.samplers[name])
        }


def run_velocity(
    series_path,
    target,
    model: VelocityModel,
    options: MotionOptions | None = None,
    *,
    first_date=None,
    last_date=None,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> VelocityReport:
    """Fit a model to every pixel of a time series.

    Parameters
    ----------
    series_path : path
        ``timeseries.h5``.
    target : path or VelocityTargets
        GeoTIFF to write, or several.
    model : VelocityModel
    options : MotionOptions, optional
    first_date, last_date : datetime64[D], optional
        Use only the dates from the one to the other.
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.

    Returns
    -------
    VelocityReport

    Raises
    ------
    GroundshiftError
        If the dates do not carry the model, no pixel has a result, or an output is asked for that
        the options do not make.
    """
    options = options or MotionOptions()
    log = log or (lambda text: None)
    targets = target if isinstance(target, VelocityTargets) else VelocityTargets(Path(target))
    _check_targets(targets, model, options)
    series = read_timeseries(series_path)
    chosen = _chosen_dates(series, first_date, last_date)
    dates = series.dates[chosen]
    with TimeSeriesReader(series) as reader:
        noise, coloured = None, WHITE
        if options.noise in (AUTO, "white"):
            noise = pair_noise(reader, chosen)
        if options.noise != "white":
            coloured = sampled_noise(reader, model, options, noise, chosen)
            noise = noise if coloured.is_white else None
            log(coloured.describe())
        function = motion.make_fit(model, dates, options, noise, coloured)

        def read(window):
            layer = None if noise is None else reader.layer("pairNoise", window)
            return SeriesBlock(reader.read(window)[chosen], layer)

        note = {"MODEL": ", ".join(name for name, _ in model.terms()), "NOISE": coloured.describe()}
        note.update(FIRST_DATE=str(dates[0]), LAST_DATE=str(dates[-1]))
        with Transaction() as files:
            with _Outputs(files, series, model, options, targets, note) as outputs:
                run(
                    function, read, outputs.write, series.grid,
                    bytes_per_pixel=_bytes_per_pixel(series, model, options),
                    options=run_options, progress=progress, cancelled=cancelled,
                )  # fmt: skip
            summaries = outputs.summaries()
            pixels = summaries["velocity_mm_yr"].count
            if not pixels:
                raise GroundshiftError(
                    f"{series.path}: no pixel has enough dates for the model's "
                    f"{function.design.matrix.shape[1]} coefficients; take fewer terms."
                )
    counts = {name: int(outputs.counts[code]) for code, name in CLASSES.items()}
    return VelocityReport(
        pixels, summaries["residual_rms_mm"].mean, summaries, noise is not None,
        coloured.describe(), counts,
    )  # fmt: skip


def _check_targets(targets, model, options) -> None:
    if (targets.amplitude or targets.phase) and not (model.annual or model.semiannual):
        raise GroundshiftError(
            "Seasonal amplitude and peak were asked for and the model has no season; add the "
            "annual or the semi-annual one."
        )
    if targets.steps and options.steps is None:
        raise GroundshiftError(
            "A map of steps was asked for and no steps are searched for; set the most steps to 1 "
            "or more."
        )
    if targets.classes and not options.choose:
        raise GroundshiftError(
            "A map of models was asked for and there is no choice of models; turn it on."
        )


def _chosen_dates(series, first_date, last_date) -> np.ndarray:
    chosen = np.ones(len(series.dates), bool)
    if first_date is not None:
        chosen &= series.dates >= first_date
    if last_date is not None:
        chosen &= series.dates <= last_date
    if chosen.sum() < 2:
        raise GroundshiftError(
            f"{series.path}: has {chosen.sum()} date(s) in the chosen span; widen it."
        )
    return chosen


def pair_noise(reader, chosen=None) -> PairNoise | None:
    """What the file says of the noise that the pairs gave the (chosen) dates of the series."""
    covariance = reader.table("pairNoiseCovariance")
    if covariance is None or "pairNoise" not in reader.series.layers:
        return None
    return PairNoise(covariance if chosen is None else covariance[np.ix_(chosen, chosen)])


def sampled_noise(reader, model, options=None, noise=None, chosen=slice(None)) -> MarkovNoise:
    """Colour of the noise of a series file, from pixels that lie evenly over the scene.

    White beside the pairs' noise of linked phases, unless a colour is asked for.

    Parameters
    ----------
    reader : TimeSeriesReader
    model : VelocityModel
    options : MotionOptions, optional
    noise : PairNoise, optional
        Of the chosen dates.
    chosen : ndarray of bool, shape (time,), optional
        Dates that are used.

    Raises
    ------
    GroundshiftError
        See :func:`..timeseries.coloured.estimate_noise`.
    """
    of_linked = noise is not None and OF_LINKED in reader.series.attributes
    if of_linked and (options is None or options.noise == AUTO):
        return WHITE
    grid = reader.series.grid
    rows = np.unique(np.linspace(0, grid.rows - 1, SAMPLED_ROWS).astype(int))
    step = max(1, len(rows) * grid.cols // SAMPLED_PIXELS)
    windows = [Window(int(row), 0, 1, grid.cols) for row in rows]
    series = np.concatenate([reader.read(w)[chosen, 0, ::step] for w in windows], axis=1)
    scale = None
    if noise is not None:
        scale = np.concatenate([reader.layer("pairNoise", w)[0, ::step] for w in windows])
    dates = reader.series.dates[chosen]
    return motion.scene_noise(series, model, dates, options, noise, scale)


def _bytes_per_pixel(series, model, options) -> float:
    """The series as read, chosen, in double precision and once more for those with steps."""
    bands = len(model.terms()) * 2 + 20 + 3 * (options.steps.most if options.steps else 0)
    return len(series.dates) * (4.0 + 4.0 + 8.0 + 8.0 + 8.0) + bands * 40.0

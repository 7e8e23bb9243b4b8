# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fitting a velocity model to a time-series file, block by block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np

from ..data.statistics import Sampler, Summary
from ..errors import GroundshiftError
from ..runner import RunOptions, run
from ..timeseries.velocity import PairNoise, VelocityModel, fit
from .atomic import Transaction
from .hdf5 import TimeSeriesReader, read_timeseries
from .rasters import BandInfo, RasterWriter


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
        Statistics of every band, by its name.
    noise_from_pairs : bool
        Whether the series brought the covariance that the pairs gave it.
    """

    pixels: int
    rms_mm: float
    bands: dict[str, Summary]
    noise_from_pairs: bool


@dataclass(frozen=True)
class SeriesBlock:
    """A window of a time series (metres) and the pairs' noise in it (metres squared) or None."""

    displacement: np.ndarray
    pair_noise: np.ndarray | None


@dataclass(frozen=True)
class BlockFit:
    """Block function: the model's coefficients, their errors and the RMS, in millimetres."""

    matrix: np.ndarray
    noise: PairNoise | None

    def __call__(self, block: SeriesBlock) -> np.ndarray:
        shape = block.displacement.shape[1:]
        series = block.displacement.reshape(len(self.matrix), -1)
        scale = None if block.pair_noise is None else block.pair_noise.ravel()
        result = fit(series, self.matrix, self.noise, scale)
        pairs = np.stack([result.coefficients, result.std], axis=1).reshape(-1, series.shape[1])
        bands = np.concatenate([pairs, result.rms[np.newaxis]]) * 1e3
        return bands.astype(np.float32).reshape(-1, *shape)


def model_bands(model: VelocityModel) -> list[BandInfo]:
    """Bands of the result: velocity first, then the others, each with its standard deviation.

    The standard deviation of ``velocity_mm_yr`` is ``velocity_std_mm_yr``.
    """
    bands = []
    for name, unit in model.terms():
        stem, _, ending = name.partition("_mm")
        bands += [BandInfo(name, unit), BandInfo(f"{stem}_std_mm{ending}", unit)]
    return [*bands, BandInfo("residual_rms_mm", "mm")]


def _velocity_first(count: int) -> list[int]:
    """Order of the bands that puts the rate before the offset."""
    return [2, 3, 0, 1, *range(4, count)]


def run_velocity(
    series_path,
    target,
    model: VelocityModel,
    *,
    first_date=None,
    last_date=None,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> VelocityReport:
    """Fit a model to every pixel of a time series.

    Parameters
    ----------
    series_path : path
        ``timeseries.h5``.
    target : path
        GeoTIFF to write; see :func:`model_bands`.
    model : VelocityModel
    first_date, last_date : datetime64[D], optional
        Use only the dates from the one to the other.
    run_options, progress, cancelled : optional
        See :func:`..runner.run`.

    Returns
    -------
    VelocityReport

    Raises
    ------
    GroundshiftError
        If the dates do not carry the model or no pixel has a result.
    """
    series = read_timeseries(series_path)
    chosen = np.ones(len(series.dates), bool)
    if first_date is not None:
        chosen &= series.dates >= first_date
    if last_date is not None:
        chosen &= series.dates <= last_date
    dates = series.dates[chosen]
    if len(dates) < 2:
        raise GroundshiftError(
            f"{series.path}: has {len(dates)} date(s) in the chosen span; widen it."
        )
    matrix = model.design(dates)
    bands = model_bands(model)
    order = _velocity_first(len(bands))
    samplers = [Sampler(series.grid) for _ in bands]
    with TimeSeriesReader(series) as reader:
        noise = _pair_noise(reader, series, chosen)

        def read(window):
            layer = None if noise is None else reader.layer("pairNoise", window)
            return SeriesBlock(reader.read(window)[chosen], layer)

        with Transaction() as files:
            path = files.add(target)
            metadata = {"MODEL": ", ".join(name for name, _ in model.terms())}
            ordered = [bands[k] for k in order]
            with RasterWriter(path, series.grid, ordered, metadata=metadata) as raster:

                def write(window, values):
                    raster.write(window, values[order])
                    for sampler, band in zip(samplers, values):
                        sampler.add(window, band)

                run(
                    BlockFit(matrix, noise), read, write, series.grid,
                    bytes_per_pixel=len(series.dates) * 24.0 + len(bands) * 20.0,
                    options=run_options, progress=progress, cancelled=cancelled,
                )  # fmt: skip
            summaries = {b.name: s.summary() for b, s in zip(bands, samplers)}
            pixels = summaries["velocity_mm_yr"].count
            if not pixels:
                raise GroundshiftError(
                    f"{series.path}: no pixel has enough dates for the model's {matrix.shape[1]} "
                    "coefficients; take fewer terms."
                )
    return VelocityReport(pixels, summaries["residual_rms_mm"].mean, summaries, noise is not None)


def _pair_noise(reader, series, chosen) -> PairNoise | None:
    covariance = reader.table("pairNoiseCovariance")
    if covariance is None or "pairNoise" not in series.layers:
        return None
    return PairNoise(covariance[np.ix_(chosen, chosen)])

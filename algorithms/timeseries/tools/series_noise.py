# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Noise of a time-series file: what it says of its pairs, and what a sample of its pixels shows.

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

from dataclasses import replace

import numpy as np

from ...data.grid import Window
from ...formats.hdf5.layout import OF_LINKED
from ..coloured import AUTO, WHITE, MarkovNoise
from ..motion import scene_noise
from ..velocity import PairNoise

SAMPLED_ROWS = 40
SAMPLED_PIXELS = 1000


def pair_noise(reader, chosen=None) -> PairNoise | None:
    """What the file says of the noise that the pairs gave the (chosen) dates of the series."""
    covariance = reader.table("pairNoiseCovariance")
    if covariance is None or "pairNoise" not in reader.series.layers:
        return None
    return PairNoise(covariance if chosen is None else covariance[np.ix_(chosen, chosen)])


def levels_of_parts(reader, chosen) -> tuple:
    """Dates that have a level of their own, as no pair joins their part of the network to others.

    See :class:`..velocity.VelocityModel`; empty for a series on one level.
    """
    parts = reader.table("networkPart")
    if parts is None:
        return ()
    dates, parts = reader.series.dates[chosen], parts[chosen]
    return tuple(tuple(dates[parts == number]) for number in np.unique(parts)[1:])


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
        See :func:`..coloured.estimate_noise`.
    """
    of_linked = noise is not None and OF_LINKED in reader.series.attributes
    if of_linked and (options is None or options.noise == AUTO):
        return WHITE
    series = sampled_series(reader, chosen)
    scale = None
    if noise is not None:
        windows, step = _sampled(reader.series.grid)
        scale = np.concatenate([reader.layer("pairNoise", w)[0, ::step] for w in windows])
    dates = reader.series.dates[chosen]
    return scene_noise(series, model, dates, options, noise, scale)


def sampled_series(reader, chosen=slice(None)) -> np.ndarray:
    """Series of pixels that lie evenly over the scene, shape (chosen time, pixel)."""
    windows, step = _sampled(reader.series.grid)
    return np.concatenate([reader.read(w)[chosen, 0, ::step] for w in windows], axis=1)


def _sampled(grid) -> tuple:
    """Rows of a scene, and the step along them."""
    rows = np.unique(np.linspace(0, grid.rows - 1, SAMPLED_ROWS).astype(int))
    windows = [Window(int(row), 0, 1, grid.cols) for row in rows]
    return windows, max(1, len(rows) * grid.cols // SAMPLED_PIXELS)


def noise_of_scene(reader, model, options, used, job) -> tuple:
    """What a fit to a series file takes as noise, and its model with the levels of parts.

    Parameters
    ----------
    reader : TimeSeriesReader
    model : VelocityModel
    options : MotionOptions
    used : ndarray of bool, shape (time,)
    job : Job
        Told what was found.

    Returns
    -------
    model : VelocityModel
    noise : PairNoise or None
    coloured : MarkovNoise
    """
    noise, coloured = None, WHITE
    model = replace(model, levels=levels_of_parts(reader, used))
    if model.levels:
        job.note(
            f"The series is of {1 + len(model.levels)} parts that no pair joins, so that each "
            "has a level of its own beside the other terms."
        )
    if options.noise in (AUTO, "white"):
        noise = pair_noise(reader, used)
    if options.noise != "white":
        coloured = sampled_noise(reader, model, options, noise, used)
        noise = noise if coloured.is_white else None
        job.note(coloured.describe())
    return model, noise, coloured

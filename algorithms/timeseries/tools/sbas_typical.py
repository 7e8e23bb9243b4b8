# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What is typical of a stack: mean weights, and of a trial inversion its dates' noise and jumps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...data.grid import Window
from ...data.network import Network
from ...data.stack import StackBlock
from ...errors import GroundshiftError
from .. import date_noise
from ..coloured import WHITE
from ..inversion import scene_roughness
from ..motion import scene_noise
from ..sbas import BlockInversion
from ..velocity import PairNoise, VelocityModel
from .sbas_residuals import Residuals

SAMPLED_WINDOWS = 25
ROUGHNESS_STRIDE = 3  # of those windows: fewer rows, as each may cost a row of chunks
ROUGHNESS_PIXELS = 5000
NOISE_PIXELS = 1000


def sampled_rows(grid):
    """Rows spread evenly over a scene, as windows."""
    for row in np.unique(np.linspace(0, grid.rows - 1, SAMPLED_WINDOWS).astype(int)):
        yield Window(int(row), 0, 1, grid.cols)


def typical_weights(reader, network: Network, function) -> np.ndarray:
    """Mean weight of every pair over a sample of rows; 0 for one that is not used.

    Parameters
    ----------
    reader : StackReader
    network : Network
    function : BlockInversion or BlockAppend
    """
    weights = np.ones(len(network.pairs))
    if function.weights is not None:
        total, count = np.zeros(len(weights)), 0
        last = len(function.weights) - 1
        for window in sampled_rows(reader.stack.grid):
            coherence = reader.read(window).coherence
            index = np.rint(np.clip(np.nan_to_num(coherence), 0, 1) * last).astype(int)
            used = np.isfinite(coherence)
            total += np.where(used, function.weights[index], 0.0).sum(axis=(1, 2))
            count += used.sum(axis=(1, 2))
        weights = total / np.maximum(count, 1)
    if getattr(function, "pair_sigma", None) is not None:
        variance = (function.pair_sigma / function.metres) ** 2
        weights = weights / (1 + weights * variance[network.pairs].sum(axis=1))
    return np.where(np.isfinite(function.reference_phase), weights, 0.0)


def typical_covariance(weights, network: Network) -> tuple[np.ndarray, float]:
    """Shape of the covariance that the pairs' noise gives the series, with a mean variance of 1.

    Returns
    -------
    covariance : ndarray, shape (date, date)
    scale : float
        What it was divided by: the mean variance where pairs have a variance of one over their
        weight, in one over the weights' unit.
    """
    covariance = date_noise.network_covariance(network, weights)
    scale = np.trace(covariance) / len(covariance)
    return covariance / scale, float(scale)


def given_sigma(dates, sigmas: dict) -> np.ndarray:
    """Standard deviations by date, metres, from those that a user gave.

    Parameters
    ----------
    dates : ndarray of datetime64[D]
    sigmas : dict of datetime64[D] or "*" to float
        Metres; the star stands for all other dates.

    Raises
    ------
    GroundshiftError
        If a date is not in the stack, or one has no value.
    """
    known = set(dates.tolist())
    for date in sigmas:
        if date != date_noise.ANY_DATE and date.item() not in known:
            raise GroundshiftError(
                f"{date}: the date has a noise and is not in the stack ({dates[0]} to "
                f"{dates[-1]}); remove it from the list."
            )
    values = [sigmas.get(date, sigmas.get(date_noise.ANY_DATE)) for date in dates]
    if any(value is None for value in values):
        raise GroundshiftError(
            "Not every date has a noise; give the others' as *:5 (mm) in the list."
        )
    return np.array(values, float)


def _trial(function: BlockInversion) -> BlockInversion:
    """The inversion without what only the result needs."""
    return replace(
        function, minimum_temporal_coherence=0.0, keep_split=True, bridge="", bootstrap=(),
        standard_error=False,
    )  # fmt: skip


def sampled_roughness(reader, function: BlockInversion) -> np.ndarray:
    """Roughness of the series at its places, from a robust trial inversion of a sample of pixels.

    See :func:`..inversion.scene_roughness`.
    """
    series, _ = _sampled_series(reader, function, ROUGHNESS_PIXELS)
    return scene_roughness(function.plan, series / function.metres)


def _sampled_series(reader, function, most):
    """Series (metres) of about so many pixels from a trial inversion, and their pairs' noise."""
    grid, trial = reader.stack.grid, _trial(function)
    windows = list(sampled_rows(grid))[::ROUGHNESS_STRIDE]
    step = max(1, len(windows) * grid.cols // most)
    series, scales = [], []
    for window in windows:
        block = reader.read(window)
        coherence = block.coherence
        if coherence is not None:
            coherence = coherence[..., ::step]
        result = trial(StackBlock(block.phase[..., ::step], coherence))
        found = np.where(result.subsets == 1, result.displacement, np.nan)
        series.append(found.reshape(len(found), -1))
        scales.append(result.pair_noise.ravel())
    return np.concatenate(series, axis=1), np.concatenate(scales)


def sampled_colour(reader, network: Network, function: BlockInversion):
    """Colour of the noise by date, from a trial inversion of a sample of pixels.

    Returns
    -------
    MarkovNoise
        White also where noise of the pairs explains the residuals as well.
    """
    model = VelocityModel()
    try:
        model.design(network.dates)
    except GroundshiftError:  # two dates: nothing tells
        return WHITE
    series, scale = _sampled_series(reader, function, NOISE_PIXELS)
    shape, _ = typical_covariance(typical_weights(reader, network, function), network)
    return scene_noise(series, model, network.dates, None, PairNoise(shape), scale)


def estimated_sigma(reader, network: Network, function: BlockInversion):
    """Noise of each date from a trial inversion of a sample of rows.

    Returns
    -------
    date_sigma : ndarray, shape (date,)
        Of the series about its rate, metres.
    pair_sigma : ndarray, shape (date,) or None
        What each date adds to its pairs beyond their weights, metres; None where the weights are
        no variances, so that nothing is known of it.

    Raises
    ------
    GroundshiftError
        If there are too few dates or pixels.
    """
    if len(network.dates) < 5:
        raise GroundshiftError(
            f"{len(network.dates)} dates are too few to estimate the noise of each; give it, or "
            "do not weigh the dates."
        )
    trial = _trial(function)
    residuals, noise, pixels = Residuals(network), 0.0, 0
    for window in sampled_rows(reader.stack.grid):
        block = trial(reader.read(window))
        residuals.add(block)
        valid = np.isfinite(block.pair_noise)
        noise += block.pair_noise[valid].sum(dtype=float)
        pixels += valid.sum()
    if not pixels:
        raise GroundshiftError(
            f"{reader.stack.path}: no sampled pixel has a whole network, so the noise of the dates "
            "cannot be estimated; give it, or do not weigh the dates."
        )
    weights = typical_weights(reader, network, function)
    shape, scale = typical_covariance(weights, network)
    variances = date_noise.date_variances(
        residuals.date_squares, network.years, shape * noise / pixels
    )
    pair_sigma = None
    if function.weights_are_variances:
        used = np.where(np.isfinite(residuals.pair_squares), weights, 0.0)
        excess = date_noise.misclosure_variances(
            network, residuals.pair_squares, used, shape * scale
        )
        pair_sigma = np.sqrt(excess) * abs(function.metres)
    return date_noise.bounded_sigma(variances), pair_sigma

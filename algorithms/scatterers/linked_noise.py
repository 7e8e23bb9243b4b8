# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How the noise of linked phases goes on from date to date, and what a rate makes of it.

Where coherence decays, each linked phase hangs on those of the dates around it, so that its noise
wanders: it is smooth in time, closes in every triplet, and shows neither in the misfit of the
interferograms nor in the residuals of a line. The standard deviation by pixel (:mod:`.bound`) says
how large it is, not how it covaries. That is simulated: speckle of the coherence that pixels of a
scene have on average, some for each of a few classes of predicted noise, is linked as the scene is,
and the errors of its phases are looked at.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.dates import years_of
from .bound import positive_definite, span_classes
from .chance import link_samples
from .linking import LinkingOptions

CLASSES, LEAST_IN_CLASS = 3, 30
PIXELS = 400  # simulated a class: standard deviations are right to 4 %
MOST_DATES = 150  # of which the covariance is found; others are interpolated


@dataclass(frozen=True)
class LinkedNoise:
    """Covariance of the linked phases over the dates.

    Parameters
    ----------
    covariance : ndarray, shape (time, time)
        Shape at a typical pixel, against the first date; its mean variance is 1.
    std : ndarray, shape (class,)
        Predicted standard deviations of phases for which it was found, radians, rising.
    factor : ndarray, shape (class,)
        Standard deviation that the covariance has to be given for the right error of a rate, over
        the predicted one.
    """

    covariance: np.ndarray
    std: np.ndarray
    factor: np.ndarray

    def variance(self, std) -> np.ndarray:
        """Size of the covariance, squared radians, by the predicted standard deviation."""
        return (np.interp(std, self.std, self.factor) * std) ** 2


def rate_functional(dates) -> np.ndarray:
    """Weights with which a series adds up to its rate (per year) by least squares."""
    years = years_of(dates)
    centred = years - years.mean()
    return centred / (centred @ centred)


def mean_coherence(matrices, looks) -> np.ndarray:
    """Mean coherence of pixels, free of the bias of its estimate.

    Parameters
    ----------
    matrices : ndarray, shape (pixel, time, time)
        Sample coherence, complex.
    looks : ndarray, shape (pixel,)
        Independent samples of each, more than 1.

    Returns
    -------
    ndarray, shape (time, time)
        Positive definite: root of the mean of ``(L |T|² - 1) / (L - 1)`` (Touzi et al. 1999).
    """
    looks = np.asarray(looks, float)[:, np.newaxis, np.newaxis]
    squared = ((looks * np.abs(matrices) ** 2 - 1.0) / (looks - 1.0)).mean(axis=0)
    coherence = np.sqrt(np.clip(squared, 0.0, 1.0))
    np.fill_diagonal(coherence, 1.0)
    return positive_definite(coherence)


def phase_errors(coherence, samples: int, options: LinkingOptions, dates, seed: int = 0):
    """Errors of linked phases of simulated speckle.

    Parameters
    ----------
    coherence : ndarray, shape (time, time)
        Positive definite.
    samples : int
        Independent ones behind a pixel.
    options : LinkingOptions
    dates : ndarray of datetime64[D], shape (time,)
    seed : int

    Returns
    -------
    errors : ndarray, shape (time, pixel)
        Radians against the first date, followed from date to date: where they wander away by
        cycles, so does a series that is unwrapped.
    std : ndarray, shape (pixel,)
        As predicted.
    """
    rng = np.random.default_rng(seed)
    noise = rng.standard_normal((2, len(dates), samples, PIXELS), np.float32)
    values = np.tensordot(np.linalg.cholesky(coherence), noise[0] + 1j * noise[1], 1)
    block = link_samples(values, options, span_classes(dates), with_std=True)
    errors = np.unwrap(np.angle(block.linked[:, 0]).astype(float), axis=0)
    return errors, block.std[0].astype(float)


def chosen_dates(count: int) -> np.ndarray:
    """Numbers of the dates from which the covariance is found: all, or some of very many."""
    return np.unique(np.linspace(0, count - 1, min(count, MOST_DATES)).round().astype(int))


def linked_noise(
    matrices, looks, std, options: LinkingOptions, dates, seed: int = 0
) -> LinkedNoise | None:
    """Covariance of linked phases, from a sample of pixels.

    Parameters
    ----------
    matrices : ndarray of complex64, shape (pixel, some time, some time)
        Sample coherence of the pixels at the :func:`chosen_dates`.
    looks : ndarray, shape (pixel,)
        Independent samples behind each.
    std : ndarray, shape (pixel,)
        Predicted standard deviation of their phases.
    options : LinkingOptions
    dates : ndarray of datetime64[D], shape (time,)
        All of them.
    seed : int

    Returns
    -------
    LinkedNoise or None
        None where there are no pixels.
    """
    good = np.flatnonzero(np.isfinite(std) & (looks > 1.5))
    if not len(good):
        return None
    some = chosen_dates(len(dates))
    total, found = np.zeros((len(some), len(some))), []
    order = good[np.argsort(std[good], kind="stable")]
    weights = rate_functional(dates[some])
    for part in np.array_split(order, max(1, min(CLASSES, len(order) // LEAST_IN_CLASS))):
        coherence = mean_coherence(matrices[part], looks[part])
        samples = max(2, round(float(np.median(looks[part]))))
        errors, predicted = phase_errors(coherence, samples, options, dates[some], seed)
        level = float(np.sqrt(np.mean(predicted**2)))
        covariance = errors @ errors.T / (errors.shape[1] * level**2)
        found.append((level, np.sqrt(weights @ covariance @ weights)))
        total += covariance
    covariance = _at_all(total, some, len(dates))
    covariance /= np.trace(covariance) / len(dates)
    weights = rate_functional(dates)
    level, factor = np.array(sorted(found)).T
    return LinkedNoise(covariance, level, factor / np.sqrt(weights @ covariance @ weights))


def _at_all(covariance, some, count: int) -> np.ndarray:
    """The covariance at all dates from that at some of them."""
    every = np.arange(count)
    columns = np.stack([np.interp(every, some, column) for column in covariance.T], axis=1)
    return np.stack([np.interp(every, some, row) for row in columns])

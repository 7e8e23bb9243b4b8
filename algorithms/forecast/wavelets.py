# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Wavelet coherence of two series: at which periods, and when, they go together, and which leads.

Morlet wavelet with a wave number of 6. Transform and cone of influence of Torrence and Compo
(1998, Bulletin of the American Meteorological Society 79, 61-78), coherence and its smoothing of
Grinsted et al. (2004, Nonlinear Processes in Geophysics 11, 561-566).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError

WAVE_NUMBER = 6.0
PERIOD_OF_SCALE = 4 * np.pi / (WAVE_NUMBER + np.sqrt(2 + WAVE_NUMBER**2))
DECORRELATION = 0.6  # octaves over which the scales of this wavelet are alike
LEAST = 20  # values, below which there is no period outside of the cone of influence
LEVELS = 1000  # classes of coherence that surrogates are counted in
AT_ONCE = 1 << 22  # complex numbers of surrogates under way
ROOM = 1.5  # lengths that a series is padded to at least, so that its ends do not meet


@dataclass(frozen=True)
class Coherence:
    """Wavelet coherence; arrays of shape (period, time) unless said.

    Parameters
    ----------
    periods : ndarray, shape (period,)
        In the unit of `step`.
    coherence : ndarray
        Squared, 0 to 1.
    phase : ndarray
        Radians, of the cross-wavelet transform before smoothing; positive where the first series
        leads the second.
    cross : ndarray
        Size of the cross-wavelet transform, over the product of the standard deviations.
    trusted : ndarray of bool
        Outside of the cone of influence of the ends.
    step : float
        Between the values.
    """

    periods: np.ndarray
    coherence: np.ndarray
    phase: np.ndarray
    cross: np.ndarray
    trusted: np.ndarray
    step: float

    def mean(self, low=0.0, high=np.inf) -> float:
        """Mean coherence of periods from `low` to `high`, all times; NaN for no period."""
        rows = (self.periods >= low) & (self.periods <= high)
        return float(self.coherence[rows].mean()) if rows.any() else float("nan")

    def mean_phase(self, low=0.0, high=np.inf, where=None) -> float:
        """Mean of the phase as an angle (radians) of periods from `low` to `high`.

        Weighted by nothing; `where` (as `trusted`) leaves out places. NaN for none.
        """
        keep = np.zeros(self.phase.shape, bool)
        keep[(self.periods >= low) & (self.periods <= high)] = True
        keep &= True if where is None else where
        if not keep.any():
            return float("nan")
        return float(np.angle(np.exp(1j * self.phase[keep]).mean()))


@dataclass(frozen=True)
class Significance:
    """What pairs of independent red noise reach by chance; arrays of shape (period,).

    Parameters
    ----------
    limit : ndarray
        Coherence that is exceeded by chance at the share of false alarms, at a place; NaN where
        all of a period lies in the cone of influence.
    mean_limit : ndarray
        That of the mean over the times outside of the cone of influence.
    cross_limit : float
        Of the cross-wavelet transform over the root of the product of the two red spectra.
    spectra : ndarray
        Root of that product.
    """

    limit: np.ndarray
    mean_limit: np.ndarray
    cross_limit: float
    spectra: np.ndarray


class Wavelets:
    """Transforms of series of one length.

    Parameters
    ----------
    count : int
        Values of a series.
    step : float
        Between values.
    per_octave : int
        Scales an octave.
    smallest : float, optional
        Smallest scale; two steps by default.

    Raises
    ------
    GroundshiftError
        If the series is too short.
    """

    def __init__(self, count: int, step: float = 1.0, per_octave: int = 12, smallest=None):
        if count < LEAST:
            raise GroundshiftError(
                f"The series has {count} steps of time; wavelets need at least {LEAST}: give a "
                "longer series."
            )
        smallest = 2 * step if smallest is None else smallest
        octaves = int(np.round(np.log2(count * step / smallest) * per_octave))
        self.count, self.step, self.per_octave = count, step, per_octave
        self.scales = smallest * 2.0 ** (np.arange(octaves + 1) / per_octave)
        self.periods = PERIOD_OF_SCALE * self.scales
        self._size = 1 << int(np.ceil(np.log2(ROOM * count)))
        angular = 2 * np.pi * np.fft.fftfreq(self._size)
        scaled = self.scales[:, None] / step
        norm = np.sqrt(2 * np.pi * scaled) * np.pi**-0.25
        self._filters = norm * np.exp(-0.5 * (scaled * angular - WAVE_NUMBER) ** 2)
        self._smoothing = np.exp(-0.5 * (scaled * angular) ** 2)
        width = int(np.round(DECORRELATION * per_octave * 2))
        box = np.ones(max(width, 1))
        box[[0, -1]] = 0.5 if width > 1 else 1.0
        self._box = box / box.sum()
        edge = count / 2 - np.abs(np.arange(count) - (count - 1) / 2)
        self.trusted = self.periods[:, None] <= PERIOD_OF_SCALE / np.sqrt(2) * step * edge

    def transform(self, values) -> np.ndarray:
        """Transform of series without gaps.

        Parameters
        ----------
        values : ndarray, shape (..., time)
            Single precision stays so.

        Returns
        -------
        ndarray of complex, shape (..., scale, time)
        """
        from scipy import fft

        filters = self._filters.astype(values.dtype)
        spectrum = fft.fft(values, self._size, axis=-1)
        found = fft.ifft(spectrum[..., None, :] * filters, axis=-1, overwrite_x=True)
        return found[..., : self.count]

    def smooth(self, values) -> np.ndarray:
        """Smooth complex values of shape (..., scale, time) in time, then over the scales."""
        from scipy import fft

        gauss = self._smoothing.astype(values.real.dtype)
        spectrum = fft.fft(values, self._size, axis=-1)
        spectrum *= gauss
        found = fft.ifft(spectrum, axis=-1, overwrite_x=True)[..., : self.count]
        return self._over_scales(found)

    def _over_scales(self, values):
        """A centred boxcar over scales by running sums; beyond the ends are zeros."""
        width = len(self._box)
        total = np.zeros((*values.shape[:-2], values.shape[-2] + 1, values.shape[-1]), values.dtype)
        np.cumsum(values, axis=-2, out=total[..., 1:, :])
        count = values.shape[-2]
        # As a convolution of the same length: of an even box the later half is the longer one.
        first = np.arange(count) - (width - 1 - (width - 1) // 2)
        last = first + width - 1
        inner = total[..., np.clip(last, 0, count), :] - total[..., np.clip(first + 1, 0, count), :]
        if width == 1:
            return values
        ends = [np.where((k >= 0) & (k < count), 0.5, 0.0).astype(values.real.dtype)
                for k in (first, last)]  # fmt: skip
        for k, weight in zip((first, last), ends):
            inner += weight[:, None] * values[..., np.clip(k, 0, count - 1), :]
        return inner / np.asarray(self._box.sum() * (width - 1), values.real.dtype)

    def squared_coherence(self, one, other) -> np.ndarray:
        """Coherence of two transforms, shape (..., scale, time)."""
        scale = (1 / self.scales[:, None]).astype(one.real.dtype)
        # Both spectra go through the smoothing at once: its filter is real and even.
        spectra = self.smooth(scale * (_squared(one) + 1j * _squared(other)).astype(one.dtype))
        cross = self.smooth(scale * (one * other.conj()))
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.clip(_squared(cross) / (spectra.real * spectra.imag), 0.0, 1.0)

    def coherence(self, one, other) -> Coherence:
        """Coherence of two series without gaps, shape (time,); each is standardised.

        Raises
        ------
        GroundshiftError
            If one of them is constant.
        """
        pair = [standardised(values) for values in (one, other)]
        first, second = (self.transform(values) for values in pair)
        cross = first * second.conj()
        return Coherence(
            self.periods, self.squared_coherence(first, second), np.angle(cross), np.abs(cross),
            self.trusted, self.step,
        )  # fmt: skip

    def significance(
        self, persistence, alpha: float = 0.05, surrogates: int = 300, seed: int = 0, each=None
    ) -> Significance:
        """What independent red noise of the same length and persistence reaches.

        Parameters
        ----------
        persistence : (float, float)
            Correlation of each series' neighbouring values, see :func:`persistence_of`.
        alpha : float
            Rate of false alarms.
        surrogates : int
            Pairs.
        seed : int
        each : callable, optional
            Called after each of some batches.

        Returns
        -------
        Significance
        """
        random = np.random.default_rng(seed)
        rows, count = self.trusted.shape
        batch = int(max(1, min(surrogates, AT_ONCE // (rows * self._size * 4))))
        known = self.trusted.any(axis=1)
        counts = np.zeros((rows, LEVELS), np.int64)
        spectra = np.zeros((2, rows))
        members = self.trusted.sum(axis=1)
        inside = np.flatnonzero(self.trusted.ravel())
        offset = np.repeat(np.arange(rows) * LEVELS, members)
        means, sizes, done = [], [], 0
        while done < surrogates:
            number = min(batch, surrogates - done)
            pair = []
            for place, alike in enumerate(persistence):
                noise = red_noise(random, alike, (number, count)).astype(np.float32)
                noise -= noise.mean(axis=1, keepdims=True)
                noise /= noise.std(axis=1, keepdims=True)
                pair.append(self.transform(noise))
                spectra[place] += (_squared(pair[-1]) * self.trusted).sum(axis=(0, 2))
            found = self.squared_coherence(*pair).reshape(number, -1)[:, inside]
            levels = np.minimum((found * LEVELS).astype(np.int64), LEVELS - 1)
            counts += np.bincount(
                (levels + offset).ravel(), minlength=rows * LEVELS
            ).reshape(rows, LEVELS)  # fmt: skip
            bounds = np.concatenate([[0], np.cumsum(members)[:-1]])[known]
            means.append(np.add.reduceat(found, bounds, axis=1) / members[known])
            sizes.append(np.sqrt(_squared(pair[0]) * _squared(pair[1]))[:, self.trusted])
            done += number
            if each is not None:
                each()
        spectra /= surrogates * np.maximum(members, 1)
        root = np.sqrt(spectra[0] * spectra[1])
        weights = np.repeat(1 / np.where(root > 0, root, np.inf), members)
        cross = np.quantile(np.concatenate(sizes) * weights, 1 - alpha)
        limit, mean_limit = np.full(rows, np.nan), np.full(rows, np.nan)
        middles = (np.arange(LEVELS) + 0.5) / LEVELS
        for row in np.flatnonzero(known):
            share = np.cumsum(counts[row]) / counts[row].sum()
            limit[row] = np.interp(1 - alpha, share, middles + 0.5 / LEVELS)
        mean_limit[known] = np.quantile(np.concatenate(means), 1 - alpha, axis=0)
        return Significance(limit, mean_limit, float(cross), root)


def _squared(values):
    return values.real**2 + values.imag**2


def standardised(values) -> np.ndarray:
    """A series less its mean over its standard deviation.

    Raises
    ------
    GroundshiftError
        If it is constant, or has gaps.
    """
    values = np.asarray(values, float)
    spread = values.std()
    if not np.isfinite(spread):
        raise GroundshiftError("The series has gaps; fill them before.")
    if spread <= 1e-12 * max(np.abs(values).max(), 1e-300):
        raise GroundshiftError("The series is constant; give one that varies.")
    return (values - values.mean()) / spread


def persistence_of(values) -> float:
    """Correlation of neighbouring values as first-order autoregressive noise has it.

    The estimate of a short series is too small; the first order of that bias, (1 + 4 r) / n, is
    taken off (Kendall 1954, Biometrika 41, 403-404), and what remains is kept within 0 to 0.99.
    """
    values = np.asarray(values, float) - np.mean(values)
    power = (values**2).sum()
    found = (values[1:] * values[:-1]).sum() / power if power > 0 else 0.0
    found += (1 + 4 * found) / len(values)
    return float(np.clip(found, 0.0, 0.99))


def red_noise(random, persistence: float, shape) -> np.ndarray:
    """First-order autoregressive noise of variance one, from its stationary state on.

    Parameters
    ----------
    random : numpy.random.Generator
    persistence : float
    shape : (int, int)
        Series and values.
    """
    from scipy.signal import lfilter

    white = random.standard_normal(shape)
    white[:, 1:] *= np.sqrt(1 - persistence**2)
    return lfilter([1.0], [1.0, -persistence], white, axis=1)


def ranks_to_normal(values) -> np.ndarray:
    """Values as a normal distribution has them at their ranks: for very skew series such as rain.

    Ties share their mean rank.
    """
    from scipy.special import ndtri
    from scipy.stats import rankdata

    return ndtri((rankdata(values) - 0.5) / len(values))

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The part of the phase that neighbouring points share: atmosphere, orbits, motion, wide errors.

Hooper et al. (2007), doi:10.1029/2006JB004763, sec. 3.1: the phasors of the candidates are summed
in the cells of a grid and band-passed in overlapping windows. The filter is the sum of a low-pass
and of an adaptive part that lets the strong parts of the window's own spectrum pass (Goldstein and
Werner 1998, doi:10.1029/1998GL900033).

A point must not vouch for itself, nor for the pixels that touch it, which may be its side lobes.
Their part in a filter's answer is known (its impulse response at zero) and is taken off. The
adaptive filter takes after the points, too, where they are few. So the points are in two groups,
and the filter for the one is made from the spectrum of the other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

BUTTERWORTH_ORDER = 5
SPECTRUM_TAPS = np.exp(-0.5 * (2.5 * np.arange(-3, 4) / 3) ** 2)
# Below this share of a point's own phasor nothing but rounding is left of its neighbours.
LEAST_NEIGHBOURS = 1e-3


@dataclass(frozen=True)
class BandPass:
    """The filter.

    Parameters
    ----------
    cell : float
        Size of a cell of the grid, metres.
    window : int
        Cells along a side of the windows; even.
    low_pass : float
        Wavelength down to which all passes, metres.
    alpha, beta : float
        Exponent of the adaptive part, and its weight beside the low-pass.
    """

    cell: float = 50.0
    window: int = 32
    low_pass: float = 800.0
    alpha: float = 1.0
    beta: float = 0.3

    def low_pass_response(self) -> np.ndarray:
        """Butterworth low-pass along both axes, shape (window, window), in FFT order."""
        frequency = np.fft.fftfreq(self.window, self.cell)
        side = 1.0 / (1.0 + (frequency * self.low_pass) ** (2 * BUTTERWORTH_ORDER))
        return np.outer(side, side).astype(np.float32)

    def taper(self) -> np.ndarray:
        """Triangle along both axes; those of windows half a window apart add up to one."""
        half = self.window // 2
        side = (np.arange(half) + 0.5) / half
        side = np.concatenate([side, side[::-1]])
        return np.outer(side, side).astype(np.float32)

    def response(self, spectrum) -> np.ndarray:
        """Transfer function of windows, from their own spectra; shape (window, row, column)."""
        from scipy.ndimage import convolve1d

        size = np.abs(spectrum)
        for axis in (1, 2):
            size = convolve1d(size, SPECTRUM_TAPS.astype(np.float32), axis=axis, mode="wrap")
        middle = np.median(size, axis=(1, 2), keepdims=True)
        ratio = size / np.where(middle > 0, middle, 1.0)
        adaptive = np.maximum(ratio**self.alpha - 1.0, 0.0)
        return np.float32(self.beta) * adaptive + self.low_pass_response()

    def apply(self, values) -> tuple:
        """Filter the phasors of two groups of points.

        Parameters
        ----------
        values : ndarray of complex64, shape (2, row, column)
            A grid a group.

        Returns
        -------
        filtered : ndarray of complex64, same shape
            The sum of both, for each group filtered after the spectrum of the other.
        own : ndarray of float32, same shape
            What a phasor of one in a cell adds to the filter's answer there.
        """
        half = self.window // 2
        shape = tuple(n + half for n in values.shape[1:])
        counts = tuple(-(-n // half) for n in shape)  # windows along rows and columns
        padded = np.zeros((2, *((n + 1) * half for n in counts)), np.complex64)
        inner = (slice(None), *(slice(half, half + n) for n in values.shape[1:]))
        padded[inner] = values
        filtered = np.zeros_like(padded)
        own = np.zeros(padded.shape, np.float32)
        for k in range(counts[0]):
            rows = np.s_[:, k * half : k * half + self.window]
            self._strip(padded[rows], filtered[rows], own[rows])
        return filtered[inner], own[inner]

    def _strip(self, padded, filtered, own) -> None:
        """Filter the windows along one row of them, and add the answers."""
        from scipy import fft

        size, half, taper = self.window, self.window // 2, self.taper()
        for first in (0, half):  # windows that begin here lie side by side
            count = (padded.shape[2] - first) // size
            stop = first + count * size
            if not count or not padded[..., first:stop].any():
                continue
            spectra = [
                fft.fft2(part[:, first:stop].reshape(size, count, size).transpose(1, 0, 2))
                for part in padded
            ]
            both = spectra[0] + spectra[1]
            for group in range(2):
                response = self.response(spectra[1 - group])
                answer = fft.ifft2(both * response) * taper
                share = response.mean(axis=(1, 2))[:, np.newaxis, np.newaxis] * taper
                filtered[group, :, first:stop] += answer.transpose(1, 0, 2).reshape(size, -1)
                own[group, :, first:stop] += share.transpose(1, 0, 2).reshape(size, -1)


@dataclass(frozen=True)
class Places:
    """Where points lie in the filter's grid.

    Parameters
    ----------
    cell : ndarray of int, shape (point,)
        Number of the cell.
    shape : (int, int)
        Rows and columns of cells.
    touching : scipy.sparse.csr_matrix, shape (point, point)
        One for a point itself and for those whose pixels touch its own.
    group : ndarray of int, shape (point,)
        0 or 1; points that touch are in the same group.
    """

    cell: np.ndarray
    shape: tuple
    touching: object
    group: np.ndarray


def places(rows, cols, spacing, cell: float) -> Places:
    """Find the cells of points, and who touches whom.

    Parameters
    ----------
    rows, cols : ndarray of int, shape (point,)
        Pixels, each once, in any order.
    spacing : (float, float)
        Size of a pixel along rows and columns, metres.
    cell : float
        Metres.
    """
    from scipy.sparse import csr_matrix

    rows, cols = np.asarray(rows, np.int64), np.asarray(cols, np.int64)
    down = ((rows - rows.min()) * spacing[0] // cell).astype(np.int64)
    across = ((cols - cols.min()) * spacing[1] // cell).astype(np.int64)
    shape = int(down.max()) + 1, int(across.max()) + 1
    first, second = touching_pixels(rows, cols)
    count = len(rows)
    itself = np.arange(count)
    i = np.concatenate([itself, first, second])
    j = np.concatenate([itself, second, first])
    matrix = csr_matrix((np.ones(len(i), np.float32), (i, j)), (count, count))
    return Places(down * shape[1] + across, shape, matrix, _groups(rows, cols, matrix))


def _groups(rows, cols, matrix) -> np.ndarray:
    """Two groups at random, but by place alone, so that the order of the points does not matter."""
    from scipy.sparse.csgraph import connected_components

    number, part = connected_components(matrix, directed=False)
    pixel = (rows.astype(np.uint64) << np.uint64(32)) + cols.astype(np.uint64)
    first = np.full(number, np.iinfo(np.uint64).max, np.uint64)
    np.minimum.at(first, part, pixel)
    # Fibonacci hashing (Knuth 1998, section 6.4), twice for the high bits.
    mixed = first * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(32))) * np.uint64(0x9E3779B97F4A7C15)
    return (mixed >> np.uint64(63)).astype(np.int64)[part]


def touching_pixels(rows, cols) -> tuple:
    """Pairs of pixels that touch along a side or at a corner.

    Parameters
    ----------
    rows, cols : ndarray of int, shape (point,)
        Each pixel once.

    Returns
    -------
    first, second : ndarray of int
        Indices of the points; every pair once.
    """
    width = int(cols.max()) + 3  # so that no neighbour is in another row
    number = rows * width + cols
    order = np.argsort(number)
    ordered = number[order]
    first, second = [], []
    for step in (1, width - 1, width, width + 1):
        at = np.searchsorted(ordered, ordered + step)
        found = ordered[np.minimum(at, len(at) - 1)] == ordered + step
        first.append(order[found])
        second.append(order[at[found]])
    return np.concatenate(first), np.concatenate(second)


def shared_phase(phasors, where: Places, band_pass: BandPass) -> np.ndarray:
    """Phase that each point's neighbours share, at one date.

    Parameters
    ----------
    phasors : ndarray of complex64, shape (point,)
        Weight times ``exp(j phase)``.
    where : Places
    band_pass : BandPass

    Returns
    -------
    ndarray of float32, shape (point,)
        Radians; NaN where a point has no neighbours.
    """
    size = 2 * where.shape[0] * where.shape[1]
    place = where.group * (size // 2) + where.cell
    grid = np.empty(size, np.complex64)
    grid.real = np.bincount(place, phasors.real, size)
    grid.imag = np.bincount(place, phasors.imag, size)
    filtered, own = band_pass.apply(grid.reshape(2, *where.shape))
    share = own.ravel()[place]
    others = filtered.ravel()[place] - share * (where.touching @ phasors)
    phase = np.angle(others).astype(np.float32)
    least = LEAST_NEIGHBOURS * share * (where.touching @ np.abs(phasors))
    phase[np.abs(others) <= least] = np.nan
    return phase

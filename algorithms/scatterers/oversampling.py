# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How many pixels of an image stand for one independent sample.

Images are sampled more finely than they resolve, and side lobes are damped by weighting the
spectrum, so that neighbouring pixels share speckle. The sum of the squared autocorrelation over all
lags is the number of pixels that average down like one (Goodman). It is measured from the phases
alone: bright points and texture would pass for correlation in the amplitudes.
"""

from __future__ import annotations

import numpy as np

LAGS = 4  # pixels in each direction
SIGNIFICANT = 0.05  # correlation below it is chance


def samples_per_look(images) -> float:
    """Pixels that stand for one independent sample.

    Parameters
    ----------
    images : iterable of ndarray of complex64, shape (row, column)
        Windows of images; NaN for no data. They should hold thousands of pixels in all.

    Returns
    -------
    float
        1 or more; 1 where there are no data.
    """
    sums = np.zeros((2 * LAGS + 1, 2 * LAGS + 1))
    numbers = np.zeros_like(sums)
    for image in images:
        with np.errstate(invalid="ignore", divide="ignore"):
            phasors = np.where(np.abs(image) > 0, image / np.abs(image), 0)
        phasors = np.nan_to_num(phasors)
        have = (phasors != 0).astype(float)
        # A ramp of phase within the window turns the sums, and their magnitude does not mind.
        together, count = _autocorrelation(phasors), _autocorrelation(have).real
        size = have.size
        sums += np.abs(together) ** 2 / size
        numbers += np.maximum(count, 0.0) ** 2 / size
    if not numbers[LAGS, LAGS] > 0:
        return 1.0
    ratio = np.divide(sums, numbers, out=np.zeros_like(sums), where=numbers > 0)
    correlation = gaussian_correlation(np.sqrt(ratio))
    correlation[correlation < SIGNIFICANT] = 0.0
    return float(max(np.sum(correlation**2), 1.0))


def _autocorrelation(values) -> np.ndarray:
    """Sums of products at all lags up to `LAGS`, the middle being lag 0."""
    shape = tuple(n + LAGS for n in values.shape)
    spectrum = np.fft.fft2(values, shape)
    sums = np.fft.ifft2(np.abs(spectrum) ** 2)
    lags = np.arange(-LAGS, LAGS + 1)
    return sums[np.ix_(lags, lags)]


def gaussian_correlation(correlation) -> np.ndarray:
    """Correlation of complex Gaussian values from that of their phasors.

    The latter is ``π/4 ρ 2F1(1/2, 1/2; 2; ρ²)`` (Middleton 1948).
    """
    from scipy.special import hyp2f1

    table = np.linspace(0.0, 1.0, 513)
    of_phasors = np.pi / 4 * table * hyp2f1(0.5, 0.5, 2.0, table**2)
    return np.interp(correlation, of_phasors, table)

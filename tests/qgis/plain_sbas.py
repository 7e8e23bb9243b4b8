# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The Mexico City stack solved a second time, with GDAL and NumPy alone.

Nothing of Groundshift is used: own reading of the GAMMA GeoTIFFs, own reference subtraction, dense
least squares. GAMMA's unwrapped phase grows with the range of the later image, hence the minus.
The wavelength follows from the radar frequency in GAMMA's headers; the files' own tag was made with
a speed of light of 3e8 m/s and is 0.07 % too long.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class PlainStack:
    """Phase and coherence, shape (pair, row, column), NaN for no data; dates of the pairs."""

    phase: np.ndarray
    coherence: np.ndarray
    pairs: np.ndarray
    wavelength: float
    transform: tuple

    @property
    def dates(self):
        return np.unique(self.pairs)

    @property
    def years(self):
        return (self.dates - self.dates[0]).astype(float) / 365.25

    @property
    def complete(self):
        """Pixels with data in every pair."""
        return np.isfinite(self.phase).all(axis=0)

    def pixel(self, x, y):
        """Row and column at a place."""
        x0, dx, _, y0, _, dy = self.transform
        return int((y - y0) // dy), int((x - x0) // dx)

    def design(self):
        """Matrix from the displacement at all dates but the first to the pairs."""
        matrix = np.zeros((len(self.pairs), len(self.dates)))
        for row, (first, second) in enumerate(self.pairs):
            matrix[row, self.dates == second] += 1
            matrix[row, self.dates == first] -= 1
        return matrix[:, 1:]


def read_mexico(folder):
    """Read all pairs of ``geotiffs``."""
    from osgeo import gdal

    phase, coherence, pairs = [], [], []
    for path in sorted(folder.glob("geotiffs/*_eqa_unw.tif")):
        values, dataset = _read(gdal, path)
        tags = dataset.GetMetadata()
        phase.append(values)
        pairs.append((tags["FIRST_DATE"], tags["SECOND_DATE"]))
        name = path.name.replace("_eqa_unw.tif", "_flat_eqa_cc.tif")
        coherence.append(_read(gdal, path.with_name(name))[0])
    return PlainStack(
        np.array(phase), np.array(coherence), np.array(pairs, "datetime64[D]"),
        _wavelength(folder), dataset.GetGeoTransform(),
    )  # fmt: skip


def _wavelength(folder):
    header = next(iter(sorted(folder.glob("headers/*_mli.par")))).read_text()
    line = next(line for line in header.splitlines() if line.startswith("radar_frequency"))
    return 299792458.0 / float(line.split()[1])


def _read(gdal, path):
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray().astype(float)
    values[values == band.GetNoDataValue()] = np.nan
    return values, dataset


def solve(stack, reference, weights=None):
    """Displacement by date (mm) and velocity (mm/yr) of every pixel whose pairs join all dates.

    Parameters
    ----------
    stack : PlainStack
    reference : (row, column)
    weights : ndarray, shape (pair, row, column), optional
        NaN where a pair shall not count.
    """
    phase = stack.phase - stack.phase[:, reference[0], reference[1]][:, np.newaxis, np.newaxis]
    millimetres = -stack.wavelength / (4 * np.pi) * 1e3 * phase
    matrix = stack.design()
    shape = stack.phase.shape[1:]
    series = np.full((len(stack.dates), *shape), np.nan)
    for row, col in np.ndindex(*shape):
        there = np.isfinite(phase[:, row, col])
        weight = np.ones(there.sum())
        if weights is not None:
            there &= np.isfinite(weights[:, row, col])
            weight = weights[there, row, col]
        own = matrix[there] * np.sqrt(weight)[:, np.newaxis]
        if len(own) < matrix.shape[1] or np.linalg.matrix_rank(own) < matrix.shape[1]:
            continue
        data = millimetres[there, row, col] * np.sqrt(weight)
        series[0, row, col] = 0.0
        series[1:, row, col] = np.linalg.lstsq(own, data, rcond=None)[0]
    years = np.stack([stack.years, np.ones(len(stack.dates))], axis=1)
    rate = np.linalg.lstsq(years, series.reshape(len(years), -1), rcond=None)[0][0]
    return series, rate.reshape(shape)

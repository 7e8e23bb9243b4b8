# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The series of a pixel, or of the pixels in a polygon, out of files too large to be loaded."""

from __future__ import annotations

import numpy as np

from ..data.grid import Window
from ..data.stack import reference_pixel
from ..data.trace import Trace, mean_trace
from ..errors import GroundshiftError
from ..formats.hdf5.stacks import TimeSeriesReader, open_hdf5
from ..formats.masks import PolygonMask
from ..formats.raster_source import cleaned, declared
from ..formats.rasters import gdal_errors
from ..formats.series_files import SeriesFile
from ..formats.vectors.shapes import envelopes

MOST_MEMBERS = 20_000  # pixels of a polygon that are read; a larger one is thinned out
LEAST_ROWS = 32  # that are read of a large polygon


def trace_at(file: SeriesFile, x: float, y: float) -> Trace:
    """The series of the pixel that holds a place, in the file's coordinates.

    Raises
    ------
    GroundshiftError
        If the place lies outside, or has no value on any date.
    """
    row, col = file.grid.index(x, y)
    if not file.grid.contains(row, col):
        raise GroundshiftError(
            f"{file.name}: the place lies outside of the series; choose another."
        )
    window = Window(row, col, 1, 1)
    label = f"{file.name} ({row}, {col})"
    std, covariance = None, None
    values = _read(file, window)[:, 0, 0].astype(float)
    if file.kind == "hdf5":
        with TimeSeriesReader(file.details) as reader:
            std, covariance = _errors(reader, file, window)
    if not np.isfinite(values).any():
        raise GroundshiftError(f"{label}: the pixel has no value on any date; choose another.")
    return Trace(label, file.dates, values, std, file.unit, 1, covariance)


def _errors(reader, file, window) -> tuple:
    """Standard deviations of a pixel and the covariance of its noise from pairs, or None."""
    covariance, std = None, None
    table = reader.table("pairNoiseCovariance")
    if table is not None and "pairNoise" in file.details.layers:
        scale = float(reader.layer("pairNoise", window)[0, 0])
        if np.isfinite(scale):
            covariance = np.asarray(table, float) * scale * file.factor**2
            std = np.sqrt(np.diag(covariance))
    if file.errors:
        try:
            with open_hdf5(file.path) as opened:
                std = opened[file.errors][:, window.row, window.col].astype(float) * file.factor
        except OSError as error:
            raise GroundshiftError(
                f"{file.path}: '{file.errors}' cannot be read (truncated file?); make it again."
            ) from error
    return std, covariance


def _read(file: SeriesFile, window: Window) -> np.ndarray:
    """A window of all dates, shape (time, row, column), in the unit of :class:`SeriesFile`."""
    if file.kind == "hdf5":
        return _of_hdf5(file, window)
    place = (window.col, window.row, window.width, window.height)
    with gdal_errors() as gdal:
        try:
            if file.kind == "bands":
                dataset = gdal.Open(file.path)
                pages = [_page(dataset.GetRasterBand(page), file, place) for page in file.pages]
            else:
                pages = [_of_sibling(gdal, page, file, place) for page in file.pages]
        except RuntimeError as error:
            raise GroundshiftError(
                f"{file.path}: its pixels cannot be read (truncated or damaged?); make it again."
            ) from error
    return np.stack(pages)


def _of_hdf5(file, window):
    """As :func:`_read`; 0 on all dates is no data but at the reference, as MintPy leaves it."""
    with TimeSeriesReader(file.details) as reader:
        values = reader.read(window) * np.float32(file.factor)
    void = ~(values != 0).any(axis=0)
    reference = reference_pixel(file.details)
    if reference is not None:
        row, col = reference[0] - window.row, reference[1] - window.col
        if 0 <= row < window.height and 0 <= col < window.width:
            void[row, col] = False
    values[:, void] = np.nan
    return values


def _page(band, file, place):
    """A window of a band, with the scale and offset that it declares, in the file's unit."""
    values = cleaned(band.ReadAsArray(*place), file.nodata)
    return declared(values, band) * np.float32(file.factor)


def _of_sibling(gdal, path, file, place):
    dataset = _opened(gdal, path)
    if (dataset.RasterYSize, dataset.RasterXSize) != file.grid.shape:
        raise GroundshiftError(
            f"{path}: is {dataset.RasterYSize}x{dataset.RasterXSize} pixels and the series "
            f"{file.grid.rows}x{file.grid.cols}; warp it to the same grid or take it away."
        )
    return _page(dataset.GetRasterBand(1), file, place)


def _opened(gdal, path):
    try:
        return gdal.Open(path)
    except RuntimeError as error:
        raise GroundshiftError(
            f"{path}: cannot be read as a raster (truncated or damaged?); make it again or take "
            "it away."
        ) from error


def trace_within(file: SeriesFile, wkb: bytes) -> Trace:
    """The mean series of the pixels whose centres lie in a polygon.

    Parameters
    ----------
    file : SeriesFile
    wkb : bytes
        Polygon in the file's coordinates. Of more than :data:`MOST_MEMBERS` pixels, evenly spaced
        rows are read, at least :data:`LEAST_ROWS` of them.

    Raises
    ------
    GroundshiftError
        If no pixel in it has a value.
    """
    window = _window_of(file, wkb)
    label = f"{file.name}, polygon"
    if window is None:
        raise GroundshiftError(f"{label}: lies outside of the series; draw it elsewhere.")
    mask = PolygonMask([wkb], file.grid)
    step = -(-window.size // MOST_MEMBERS)
    step = max(1, min(step, window.height // LEAST_ROWS))
    parts = []
    for row in range(window.row + (step - 1) // 2, window.row + window.height, step):
        height = window.height if step == 1 else 1
        part = Window(row, window.col, height, window.width)
        inside = mask.read(part)
        if inside.any():
            parts.append(_read(file, part)[:, inside].T)
        if step == 1:
            break
    values = np.concatenate(parts) if parts else np.zeros((0, len(file.dates)))
    if not np.isfinite(values).any():
        raise GroundshiftError(f"{label}: no pixel in it has a value; draw it elsewhere or larger.")
    return mean_trace(label, file.dates, values.astype(float), file.unit)


def _window_of(file, wkb) -> Window | None:
    left, right, bottom, top = envelopes([wkb])[0]
    corners = [file.grid.index(x, y) for x in (left, right) for y in (bottom, top)]
    rows, cols = zip(*corners)
    first = max(min(rows), 0), max(min(cols), 0)
    last = min(max(rows), file.grid.rows - 1), min(max(cols), file.grid.cols - 1)
    if last[0] < first[0] or last[1] < first[1]:
        return None
    return Window(*first, last[0] - first[0] + 1, last[1] - first[1] + 1)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets with the detectors that saw them."""

from __future__ import annotations

import contextlib
import re

import numpy as np

from ...data.grid import Window, block_windows
from ...data.metric import pixel_size_m
from ...data.product import Band
from ...errors import GroundshiftError
from ...formats.masks import PolygonMask
from ...formats.offsets.offset_raster import OffsetReader, read_offsets
from ...formats.raster_source import RasterSource, describe
from ...formats.regrid import on_grid
from ...formats.vectors.features import read_polygons
from ..detector_bias import Sampled, detector_biases

GML = re.compile(r"-(\d+)-\d+$")
MOST = 99


class DetectorSource(contextlib.ExitStack):
    """Reads offsets, detectors and the speed of the ground by windows.

    Parameters
    ----------
    chosen : object
        The tool's choices.

    Raises
    ------
    GroundshiftError
        If they cannot be read.
    """

    def __init__(self, chosen):
        super().__init__()
        self.offsets = read_offsets(chosen.offsets)
        grid = self.offsets.grid
        if not grid.crs:
            raise GroundshiftError(
                f"{chosen.offsets}: has no coordinate reference system, so detectors cannot be "
                "laid over it; assign the right one."
            )
        self._chosen = chosen
        self._reader = self.enter_context(OffsetReader(self.offsets))
        first = self._detectors(chosen.detectors, chosen.detectors_raster, chosen.number_field)
        second = first
        if chosen.secondary is not None or chosen.secondary_raster is not None:
            second = self._detectors(chosen.secondary, chosen.secondary_raster, chosen.number_field)
        self._numbers = first, second
        self._speed = None
        if chosen.speed is not None:
            self._speed = self._band(chosen.speed, "bilinear")
        years = abs(self.offsets.years)
        # Unknown dates: only noise says what is slow.
        self.slowest_m = chosen.slowest * years if np.isfinite(years) else -1.0
        down, across = pixel_size_m(grid)
        _, dx, _, _, _, dy = grid.transform
        heading = np.radians(chosen.heading)
        self._steps = (
            np.cos(heading) * down * np.sign(dy), np.sin(heading) * across * np.sign(dx)
        )  # fmt: skip

    def _band(self, path, resampling):
        info = describe(path)
        source = self.enter_context(RasterSource(Band(str(path), nodata=info.nodata)))
        return on_grid(source, info.grid, self.offsets.grid, resampling, path)

    def _detectors(self, layer, raster, field):
        """Function of a window: numbers of the detectors, 0 for none."""
        if raster is not None:
            band = self._band(raster, "near")
            return lambda window: _whole(band.read(window), raster)
        features = read_polygons(*layer, to_crs=self.offsets.grid.crs)
        numbers = _numbers_of(features, field, layer[0])
        return PolygonMask(features.wkb, self.offsets.grid, codes=numbers).codes

    def read(self, window: Window) -> tuple:
        """Offsets, codes of the pairs of detectors, and places along track."""
        first, second = (numbers(window) for numbers in self._numbers)
        codes = np.where((first > 0) & (second > 0), 100 * first + second, 0)
        rows = window.row + np.arange(window.height)[:, None]
        cols = window.col + np.arange(window.width)
        return self._reader.read(window), codes, self._steps[0] * rows + self._steps[1] * cols

    def biases(self, job):
        """Biases of the pairs of detectors."""
        grid = self.offsets.grid
        sampled = Sampled(grid)
        windows = block_windows(grid, 120.0, job.budget)
        step = job.steps(len(windows))
        for window in windows:
            block, codes, along = self.read(window)
            slow = np.ones(codes.shape, bool)
            if self._speed is not None:
                with np.errstate(invalid="ignore"):
                    slow = self._speed.read(window) < self._chosen.slowest
            sampled.add(window, codes, block.values, along, slow)
            step()
        return detector_biases(
            sampled.seen,
            *sampled.joined(),
            max(0.0, self.slowest_m),
            self._chosen.surface == "linear",
        )


def _whole(values, path) -> np.ndarray:
    numbers = np.nan_to_num(values)
    if (numbers != np.rint(numbers)).any() or numbers.min() < 0 or numbers.max() > MOST:
        raise GroundshiftError(
            f"{path}: holds other values than numbers of detectors (1 to {MOST}, 0 for none); give "
            "MSK_DETFOO of the product."
        )
    return numbers.astype(np.int32)


def _numbers_of(features, field, path) -> list:
    """Numbers of the detectors of polygons."""
    columns = features.columns
    if field:
        values = columns.get(field)
        if values is None:
            raise GroundshiftError(f"{path}: has no field '{field}'; choose another one.")
        try:
            numbers = [int(float(value)) for value in values]
        except ValueError as error:
            raise GroundshiftError(
                f"{path}: '{field}' does not hold numbers of detectors; choose another field."
            ) from error
    else:
        found = [GML.search(str(text)) for text in columns.get("gml_id", ())]
        if found and all(found):
            numbers = [int(one.group(1)) for one in found]
        else:
            numbers = list(range(1, len(features) + 1))
    if min(numbers) < 1 or max(numbers) > MOST:
        raise GroundshiftError(
            f"{path}: numbers of detectors have to lie from 1 to {MOST}; choose another field."
        )
    return numbers


def without_steps(found, common: bool, read) -> dict:
    """Offsets of a block without the biases of their detectors, and those.

    Parameters
    ----------
    found : Detectors
    common : bool
    read : tuple
        Of :meth:`DetectorSource.read`.
    """
    block, codes, along = read
    bias, std = found.of(codes, along, common)
    values = block.values - bias
    stacked = np.concatenate([
        values, np.hypot(block.std, np.nan_to_num(std)), block.correlation[None], block.chip[None]
    ])  # fmt: skip
    gone = np.isfinite(block.values)
    return {
        "CORRECTED": stacked.astype(np.float32),
        "BIAS": np.where(gone, bias, np.nan).astype(np.float32),
    }

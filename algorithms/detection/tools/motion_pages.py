# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Where `detectmotion` looks: rasters and stacks, as pages of phase on one grid."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

import numpy as np

from ...data.addresses import HDF5_ENDINGS
from ...data.grid import Window
from ...data.metric import pixel_size_m
from ...data.product import Band
from ...errors import GroundshiftError
from ...formats.hdf5.layout import open_hdf5
from ...formats.hdf5.stacks import StackReader, read_stack
from ...formats.hdf5.wrapped import WrappedReader, read_wrapped_stack
from ...formats.interferograms._common import coherence_band, dates_in
from ...formats.interferograms.phase import phase_window, zeros_are_void
from ...formats.raster_source import RasterSource, describe
from ...formats.regrid import same_grid

YEAR = 365.25
LENGTHS = {"m": 1.0, "metre": 1.0, "meter": 1.0, "cm": 1e-2, "mm": 1e-3, "millimetre": 1e-3,
           "millimeter": 1e-3, "centimetre": 1e-2, "centimeter": 1e-2}  # fmt: skip
LARGEST_SURFACE = 1 << 25
"""Pixels of gradients that are added up at a time."""
RADIANS = ("rad", "radian", "radians")


class Pages(contextlib.ExitStack):
    """Interferograms on one grid, or one map.

    Attributes
    ----------
    grid : Grid
    pixel : float
        Metres.
    names : list of str
    pairs : ndarray of datetime64[D], shape (page, 2), or None
    wavelength : float
        Metres.
    has_coherence : bool
    years : ndarray, shape (page,)
        That a page's motion takes; NaN where unknown.
    wrapped : bool
    kind : str
        What was read, for the log.
    """

    def __init__(self, path):
        super().__init__()
        self.path, self._lock = str(path), threading.Lock()

    def metres(self):
        """Set the size of a pixel."""
        if self.grid.crs:
            sizes = pixel_size_m(self.grid)
        else:
            sizes = [np.nan, np.nan]
            for k, name in enumerate(("AZIMUTH_PIXEL_SIZE", "RANGE_PIXEL_SIZE")):
                with contextlib.suppress(KeyError, ValueError):
                    sizes[k] = float(self.attributes[name])
        known = [size for size in sizes if np.isfinite(size)]
        self.pixel = float(np.mean(known)) if known else 30.0


class StackPages(Pages):
    """The interferograms of a stack file, wrapped or unwrapped.

    Raises
    ------
    GroundshiftError
        If it is none, or all its pairs are dropped.
    """

    def __init__(self, path):
        super().__init__(path)
        with open_hdf5(path) as file:
            self.wrapped = "wrapPhase" in file
        self.stack = stack = (read_wrapped_stack if self.wrapped else read_stack)(path)
        if not stack.keep.any():
            raise GroundshiftError(f"{path}: all pairs are dropped (dropIfgram); make it again.")
        self.grid, self.attributes, self.wavelength = stack.grid, stack.attributes, stack.wavelength
        self.indices = np.flatnonzero(stack.keep)
        self.pairs = stack.pairs[self.indices]
        self.names = ["_".join(str(d).replace("-", "") for d in pair) for pair in self.pairs]
        self.years = np.diff(self.pairs, axis=1)[:, 0].astype(float) / YEAR
        self.has_coherence = stack.has_coherence
        self.kind = f"stack of {'wrapped' if self.wrapped else 'unwrapped'} interferograms"
        self._readers = {}
        self.metres()

    def read(self, page: int, window: Window):
        """Phase (radians, NaN for no data) and coherence, or None, of a window."""
        index = int(self.indices[page])
        with self._lock:
            if self.wrapped:
                if not self._readers:
                    self._readers[0] = self.enter_context(WrappedReader(self.stack))
                return self._readers[0].page(index, window)
            if index not in self._readers:
                for reader in self._readers.values():
                    reader.__exit__()
                keep = np.zeros(len(self.stack.pairs), bool)
                keep[index] = True
                self._readers = {index: self.enter_context(StackReader(self.stack, keep))}
            block = self._readers[index].read(window)
            return block.phase[0], None if block.coherence is None else block.coherence[0]


class RasterPages(Pages):
    """A raster of phase, of motion or of rates; of several bands those whose names hold two dates.

    Parameters
    ----------
    path : path
    coherence : path or None
    quantity : str
        ``auto``, ``phase``, ``m``, ``cm`` or ``mm``.
    wavelength : float
        Metres.
    years : float
        That a map of rates stands for.
    """

    def __init__(self, path, coherence, quantity, wavelength, years):
        super().__init__(path)
        info = describe(path)
        self.grid, self.attributes, self.wavelength = info.grid, {}, wavelength
        unit, rate = _unit_of(path, info)
        if quantity != "auto":
            unit = "rad" if quantity == "phase" else quantity
        elif not unit and not info.dtype.startswith("complex"):
            unit = _guessed(path)
        self._factor = 1.0
        if unit in LENGTHS:
            # phase = -4 pi / wavelength * d; a map of rates is that of some years
            self._factor = -4 * np.pi / wavelength * LENGTHS[unit] * (years if rate else 1.0)
        self.indices, self.pairs = _dated_bands(path)
        self.names = [Path(self.path).stem]
        if self.pairs is not None and len(self.indices) > 1:
            self.names = ["_".join(str(d).replace("-", "") for d in pair) for pair in self.pairs]
        self.years = np.full(len(self.names), years if rate else np.nan)
        if self.pairs is not None and not rate:
            self.years = np.diff(self.pairs, axis=1)[:, 0].astype(float) / YEAR
        self._band = Band(self.path, nodata=info.nodata)
        self._void = zeros_are_void([self._band], info)
        self.wrapped = unit not in LENGTHS
        self.kind = "map of rates" if rate else "map of motion" if unit in LENGTHS else "phase"
        self._coherence = None
        if coherence is not None:
            other = describe(coherence)
            if not same_grid(other.grid, info.grid):
                raise GroundshiftError(
                    f"{coherence}: the grid is {other.grid.rows}x{other.grid.cols} and the "
                    f"phase's is {info.grid.rows}x{info.grid.cols}, or they lie apart; bring it "
                    "to one grid."
                )
            self._coherence = coherence_band(other)
        self.has_coherence = self._coherence is not None
        self.metres()

    def read(self, page: int, window: Window):
        """Phase (radians, NaN for no data) and coherence, or None, of a window."""
        band = Band(self.path, int(self.indices[page]), self._band.nodata)
        with self._lock:
            values = phase_window(band, window)
            if self._void:
                values[values == 0] = np.nan
            quality = None
            if self._coherence is not None:
                with RasterSource(self._coherence) as raster:
                    quality = raster.read(window)
        return (values * np.float32(self._factor) if self._factor != 1.0 else values), quality


class GradientPages(Pages):
    """The rates that the gradients of `gradientstack` add up to, as a map of rates.

    Parameters
    ----------
    path : path
    places : (int, int)
        Bands of the gradients to the east and to the north, mm a year and kilometre.
    wavelength, years : float
    """

    def __init__(self, path, places, wavelength, years):
        from ..integration import surface

        super().__init__(path)
        info = describe(path)
        self.grid, self.attributes, self.wavelength = info.grid, {}, wavelength
        if info.grid.rows * info.grid.cols > LARGEST_SURFACE:
            raise GroundshiftError(
                f"{path}: {info.grid.rows}x{info.grid.cols} gradients are too many to be added "
                "up at a time; cut out a part, or give the stack itself."
            )
        self.metres()
        self.names, self.pairs, self.years = [Path(self.path).stem], None, np.array([years])
        self.wrapped, self.has_coherence, self.kind = False, False, "gradients of rates"
        window, steps = Window(0, 0, *info.grid.shape), []
        for place, size in zip(places, pixel_size_m(info.grid)[::-1]):
            with RasterSource(Band(self.path, place, info.nodata)) as raster:
                steps.append(raster.read(window) * (1e-6 * size))
        right, up = (np.copysign(1.0, info.grid.transform[k]) for k in (1, 5))
        rates = surface(right * steps[0], up * steps[1])
        rates[~np.isfinite(steps[0]) | ~np.isfinite(steps[1])] = np.nan
        self._phase = (-4 * np.pi / wavelength * years * rates).astype(np.float32)

    def read(self, page: int, window: Window):
        """Phase (radians, NaN for no data) of a window, and None."""
        return self._phase[window.slices].copy(), None


def _gradient_bands(path):
    """Bands of the gradients to the east and to the north; None where there are none."""
    from ...formats.rasters import gdal_errors

    describe(path)
    with gdal_errors() as gdal:
        dataset = gdal.Open(str(path))
        count = dataset.RasterCount
        names = [dataset.GetRasterBand(k + 1).GetDescription() for k in range(count)]
    try:
        return tuple(names.index(f"gradient_{way}_mm_yr_km") + 1 for way in ("east", "north"))
    except ValueError:
        return None


def _unit_of(path, info):
    """Unit of length, or ``rad``, that a raster or its band's name tells; and whether by year.

    Raises
    ------
    GroundshiftError
        If it says that it is something else.
    """
    from ...formats.quantities import PHASES, told_by
    from ...formats.rasters import gdal_errors

    with gdal_errors() as gdal:
        dataset = gdal.Open(str(path))
        name = dataset.GetRasterBand(1).GetDescription() or ""
    text = (info.unit or "").strip().lower()
    other = told_by(name, also=PHASES) or (
        "" if name else told_by(Path(str(path)).stem, also=PHASES)
    )
    if other and (name or text not in (*RADIANS, *LENGTHS)):
        raise GroundshiftError(
            f"{path}: {f'its band is named {name!r}' if name else 'its name says'}, so it is "
            f"{other}; give phase, motion or rates along the line of sight."
        )
    words = (text or name.lower()).replace("/", "_").replace(" ", "_").split("_")
    rate = bool({"yr", "year", "a", "y"} & set(words[1:]))
    for word in words:
        if word in LENGTHS:
            return word, rate
        if word in RADIANS:
            return "rad", False
    if text:
        raise GroundshiftError(
            f"{path}: its unit is {info.unit}; give phase in radians, or motion or rates in m, cm "
            "or mm."
        )
    return "", False


def _guessed(path):
    """``rad`` where names or values say phase; else the user has to tell."""
    from ...formats.quantities import PHASES, told_by

    if told_by(Path(str(path)).stem) in PHASES:
        return "rad"
    with RasterSource(Band(str(path))) as raster:
        sample = raster.sample()
    largest = np.nanmax(np.abs(sample), initial=0.0)
    if 2.8 < largest <= 2 * np.pi + 0.01:
        return "rad"
    raise GroundshiftError(
        f"{path}: does not say whether it is phase or motion; choose it (QUANTITY): phase in "
        "radians, or m, cm or mm."
    )


def _dated_bands(path):
    """Bands whose descriptions hold two dates, and these; else the first one."""
    from ...formats.rasters import gdal_errors

    with gdal_errors() as gdal:
        dataset = gdal.Open(str(path))
        found = [
            (k, dates_in(dataset.GetRasterBand(k).GetDescription() or ""))
            for k in range(1, dataset.RasterCount + 1)
        ]
    found = [(k, dates) for k, dates in found if len(dates) == 2 and dates[0] < dates[1]]
    if found and len({tuple(dates) for _, dates in found}) == len(found):
        return [k for k, _ in found], np.array([d for _, d in found], "datetime64[D]")
    dates = dates_in(Path(str(path)).name)
    if len(dates) == 2 and dates[0] < dates[1]:
        return [1], np.array([dates], "datetime64[D]")
    return [1], None


def open_pages(path, coherence, quantity, wavelength, years) -> Pages:
    """Whatever the user gave."""
    if Path(str(path)).suffix.lower() in HDF5_ENDINGS:
        return StackPages(Path(str(path)))
    places = _gradient_bands(path)
    if places is not None:
        return GradientPages(path, places, wavelength, years)
    return RasterPages(path, coherence, quantity, wavelength, years)

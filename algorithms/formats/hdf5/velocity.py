# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Velocity maps in MintPy's ``velocity.h5`` layout: written from our rasters and read into them.

Layout: https://mintpy.readthedocs.io/en/latest/api/data_structure/ and the datasets that MintPy's
``timeseries2velocity.py`` writes: ``velocity`` and ``velocityStd`` in metres a year, positive
towards the satellite, the other coefficients beside them; 0 or NaN for no data.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...data.grid import Grid, Window
from ...data.statistics import Sampler, Summary
from ...errors import GroundshiftError, check_cancelled
from ..atomic import Transaction
from ..rasters import BandInfo, RasterWriter, gdal_errors
from .stacks import date_texts, grid_attributes, grid_of, open_hdf5
from .writers import LaidOutFile

BLOCK_PIXELS = 1 << 20
TO_UNIT = 1e3  # metres to millimetres
OURS_TO_MINTPY = {"offset": "intercept", "residual_rms": "residue"}
SEASONS = {"annual": "annual", "semiannual": "semiAnnual"}
_BAND = re.compile(r"(?P<stem>\w+?)(?P<std>_std)?_mm(?:_yr(?P<power>\d*))?")


@dataclass(frozen=True)
class VelocityFile:
    """What a velocity file holds, without its pixels.

    Parameters
    ----------
    path : Path
    grid : Grid
    units : dict of str to str
        Unit of every layer, by its name.
    attributes : dict of str
    """

    path: Path
    grid: Grid
    units: dict = field(default_factory=dict)
    attributes: dict = field(default_factory=dict)


def read_velocity_file(path) -> VelocityFile:
    """Read what a velocity file holds.

    Raises
    ------
    GroundshiftError
        If it is no velocity file in MintPy's layout, or damaged.
    """
    path = Path(path)
    with open_hdf5(path) as file:
        if "velocity" not in file:
            raise GroundshiftError(
                f"{path}: has no dataset 'velocity', so it is no velocity map in MintPy's layout; "
                "make one with MintPy's timeseries2velocity.py."
            )
        attributes = _texts(file)
        grid = grid_of(attributes, path)
        if file["velocity"].shape != grid.shape:
            raise GroundshiftError(
                f"{path}: 'velocity' is {file['velocity'].shape} on a grid of {grid.shape}; make "
                "it again."
            )
        units = {
            name: _texts(item).get("UNIT", _unit_of(name))
            for name, item in file.items()
            if getattr(item, "shape", ()) == grid.shape
        }
    return VelocityFile(path, grid, units, attributes)


def _texts(item) -> dict:
    return {
        name: value.decode() if isinstance(value, bytes) else str(value)
        for name, value in item.attrs.items()
    }


def _unit_of(name: str) -> str:
    """Unit of a layer whose file does not say."""
    if name.startswith("velocity"):
        return "m/year"
    return "m/year^2" if name.startswith("acceleration") else "m"


def export_velocity(raster_path, target, dates, attributes: dict) -> None:
    """Write a velocity raster of ours as a file that MintPy's tools read.

    Parameters
    ----------
    raster_path : path
        GeoTIFF of :func:`...timeseries.tools.model_fit.fit_model`, millimetres.
    target : path
        HDF5.
    dates : ndarray of datetime64[D]
        Of the series.
    attributes : dict of str
        Of the series; go over into the file.
    """
    with gdal_errors() as gdal, Transaction() as files:
        dataset = gdal.Open(str(raster_path))
        grid = Grid(
            dataset.RasterYSize, dataset.RasterXSize, tuple(dataset.GetGeoTransform()),
            dataset.GetProjection(),
        )  # fmt: skip
        count = dataset.RasterCount
        bands = {dataset.GetRasterBand(k).GetDescription(): k for k in range(1, count + 1)}
        first, last = (text.decode() for text in date_texts(np.array([dates[0], dates[-1]])))
        own = {
            "FILE_TYPE": "velocity", "UNIT": "m/year", "DATA_TYPE": "float32",
            "START_DATE": first, "END_DATE": last, "DATE12": f"{first}_{last}",
            "NO_DATA_VALUE": "nan",
        }  # fmt: skip
        layers = list(_layers(bands))
        names = [name for name, _, _ in layers]
        with LaidOutFile(
            files.add(target), dict.fromkeys(names, (grid.shape, np.float32)), {},
            {**attributes, **grid_attributes(grid), **own},
            {name: unit for name, unit, _ in layers},
        ) as file:  # fmt: skip
            for name, _, source in layers:
                for window in grid.blocks(BLOCK_PIXELS):
                    values = [_read(dataset, bands[band], window) for band in source.bands]
                    file.write(name, window, source(values))


def _read(dataset, number, window):
    band = dataset.GetRasterBand(number)
    return band.ReadAsArray(window.col, window.row, window.width, window.height)


@dataclass(frozen=True)
class _Source:
    """A layer of the file as a function of bands."""

    bands: tuple
    kind: str = "same"

    def __call__(self, values):
        if self.kind == "same":
            return values[0] / TO_UNIT
        sine, cosine = values
        if self.kind == "amplitude":
            return np.hypot(sine, cosine) / TO_UNIT
        return np.arctan2(cosine, sine)


def _layers(bands):
    """Name, unit and source of every layer that a raster gives."""
    for band in bands:
        found = _BAND.fullmatch(band)
        season = re.fullmatch(r"(semiannual|annual)_(sine|cosine)_mm", band)
        if season and season.group(2) == "sine":
            stem = season.group(1)
            parts = (band, f"{stem}_cosine_mm")
            yield f"{SEASONS[stem]}Amplitude", "m", _Source(parts, "amplitude")
            yield f"{SEASONS[stem]}Phase", "radian", _Source(parts, "phase")
        elif found and not re.match(r"(semi)?annual_", band):
            power = found.group("power")
            unit = "m" if power is None else f"m/year^{power}" if power else "m/year"
            name = _mintpy_name(found.group("stem"))
            yield name + ("Std" if found.group("std") else ""), unit, _Source((band,))


def _mintpy_name(stem: str) -> str:
    stem = re.sub(r"^polynomial(\d)", r"poly\1", stem)
    stem = re.sub(r"^step_", "step", stem)
    return OURS_TO_MINTPY.get(stem, stem)


def import_velocity(path, target, *, coherence_path=None, minimum_coherence=0.0, progress=None,
                    cancelled=None) -> dict[str, Summary]:  # fmt: skip
    """Redraw a velocity file as a raster in millimetres.

    Parameters
    ----------
    path : path
        ``velocity.h5``.
    target : path
        GeoTIFF: ``velocity_mm_yr``, ``velocity_std_mm_yr`` where the file has it.
    coherence_path : path, optional
        ``temporalCoherence.h5`` on the same grid.
    minimum_coherence : float
        Pixels below become no data.
    progress, cancelled : callable, optional

    Returns
    -------
    dict of str to Summary
        By band.

    Raises
    ------
    GroundshiftError
        If a file is damaged or the grids differ.
    """
    source = read_velocity_file(path)
    names = {"velocity": BandInfo("velocity_mm_yr", "mm/yr")}
    if "velocityStd" in source.units:
        names["velocityStd"] = BandInfo("velocity_std_mm_yr", "mm/yr")
    samplers = [Sampler(source.grid) for _ in names]
    windows = source.grid.blocks(BLOCK_PIXELS)
    with contextlib.ExitStack() as stack:
        file = stack.enter_context(open_hdf5(path))
        coherence = _coherence(stack, coherence_path, source.grid)
        files = stack.enter_context(Transaction())
        raster = stack.enter_context(
            RasterWriter(files.add(target), source.grid, list(names.values()))
        )
        for number, window in enumerate(windows, 1):
            check_cancelled(cancelled)
            values = _rates(file, names, window)
            if coherence is not None:
                low = ~(coherence[window.slices] >= minimum_coherence)
                values[:, low] = np.nan
            raster.write(window, values)
            for sampler, layer in zip(samplers, values):
                sampler.add(window, layer)
            if progress is not None:
                progress(number / len(windows))
        summaries = {b.name: s.summary() for b, s in zip(names.values(), samplers)}
        if not summaries["velocity_mm_yr"].count:
            raise GroundshiftError(f"{path}: holds no pixel with data above the limits.")
    return summaries


def _coherence(stack, path, grid):
    if path is None:
        return None
    file = stack.enter_context(open_hdf5(path))
    data = file.get("temporalCoherence")
    if data is None or data.shape != grid.shape:
        raise GroundshiftError(
            f"{path}: holds no temporal coherence on the grid of the rates "
            f"({grid.rows}x{grid.cols}); give the file of the same run."
        )
    return data


def _rates(file, names, window: Window) -> np.ndarray:
    values = np.stack([file[name][window.slices].astype(np.float32) for name in names])
    # MintPy writes 0 where there is no data; a rate of exactly 0 with no spread is the reference.
    void = values[0] == 0
    if len(values) > 1:
        reference = void & np.isfinite(values[1]) & (values[1] != 0)
        void &= ~reference
    values[:, void] = np.nan
    return values * np.float32(TO_UNIT)

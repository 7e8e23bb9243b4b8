# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The files of persistent scatterers: points, series on the grid of the images, mask."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..data.grid import Window
from ..data.points import PointSet
from ..data.slc import SlcStack
from ..runner import block_windows, check_cancelled, tell
from .atomic import Transaction, check_free_space
from .hdf5 import TimeSeriesWriter
from .placing import placed_writer
from .points import PointWriter
from .rasters import BandInfo
from .slc_hdf5 import LOOKUP, SlcReader

MASK_CLASSES = {0: "none", 1: "persistent scatterer"}
NO_MASK = 255
SERIES_LAYERS = {
    "temporalCoherence": ("coherence", "1"), "velocity": ("velocity", "m/year"),
    "velocityStd": ("velocity_std", "m/year"), "phaseStability": ("gamma", "1"),
    "amplitudeDispersion": ("dispersion", "1"), "demError": ("height_error", "m"),
}  # fmt: skip
POINTS_AT_A_TIME = 20_000


@dataclass(frozen=True)
class PsTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    points : path
        GeoPackage.
    timeseries : path
        HDF5 on the grid of the images.
    mask : path
        GeoTIFF: 1 where there is a persistent scatterer.
    """

    points: Path | None = None
    timeseries: Path | None = None
    mask: Path | None = None


@dataclass(frozen=True)
class PsPoints:
    """Persistent scatterers and all that is known of them, in the order of their place.

    Parameters
    ----------
    rows, cols : ndarray of int, shape (point,)
    x, y : ndarray
        In `crs`.
    crs : str
        WKT; empty in radar coordinates without a lookup.
    dates : ndarray of datetime64[D], shape (time,)
    displacement : ndarray of float32, shape (time, point)
        Metres towards the satellite since the first date.
    values : dict of str to ndarray, shape (point,)
        ``velocity``, ``velocity_std`` (m/yr), ``coherence``, ``gamma``, ``dispersion``,
        ``height_error`` (m).
    columns : dict of str to ndarray
        Further ones for the layer of points.
    """

    rows: np.ndarray
    cols: np.ndarray
    x: np.ndarray
    y: np.ndarray
    crs: str
    dates: np.ndarray
    displacement: np.ndarray
    values: dict
    columns: dict

    def __len__(self) -> int:
        return len(self.rows)


def write_points(path, points: PsPoints) -> None:
    """Write the layer of points."""
    kinds = {
        name: int if values.dtype.kind in "iu" else float for name, values in points.columns.items()
    }
    with PointWriter(path, points.crs, points.dates, kinds) as writer:
        for first in range(0, len(points), POINTS_AT_A_TIME):
            part = slice(first, first + POINTS_AT_A_TIME)
            writer.write(
                PointSet(
                    points.x[part], points.y[part], points.crs, points.dates,
                    points.displacement[:, part].T.astype(float),
                    *(points.values[n][part] for n in ("velocity", "velocity_std", "coherence")),
                    {name: values[part] for name, values in points.columns.items()},
                )
            )  # fmt: skip


def write_rasters(
    files: Transaction, targets: PsTargets, stack: SlcStack, points: PsPoints, baseline,
    attributes, run_options, progress=None, cancelled=None,
) -> None:  # fmt: skip
    """Write the series on the grid of the images, and the mask, window by window.

    Parameters
    ----------
    files : Transaction
    targets : PsTargets
    stack : SlcStack
    points : PsPoints
    baseline : ndarray, shape (time,)
    attributes : dict of str
        Of the series.
    """
    if not (targets.timeseries or targets.mask):
        return
    count, grid = len(points.dates), stack.grid
    with contextlib.ExitStack() as outputs:
        series = mask = reader = None
        if targets.timeseries:
            size = 4.0 * (count + len(SERIES_LAYERS)) * grid.rows * grid.cols
            check_free_space(Path(targets.timeseries).parent, size)
            layers = {name: ("f4", unit) for name, (_, unit) in SERIES_LAYERS.items()}
            if stack.has_lookup:
                layers.update(dict.fromkeys(LOOKUP, ("f8", "degree")))
                reader = outputs.enter_context(SlcReader(stack))
            series = outputs.enter_context(
                TimeSeriesWriter(
                    files.add(targets.timeseries), grid, points.dates, baseline, attributes, layers
                )
            )
        if targets.mask:
            classes = {f"CLASS_{code}": name for code, name in MASK_CLASSES.items()}
            mask = outputs.enter_context(
                placed_writer(
                    files.add(targets.mask), stack, [BandInfo("persistent_scatterer")],
                    dtype="uint8", nodata=NO_MASK, metadata=classes,
                )
            )  # fmt: skip
        windows = block_windows(grid, 8.0 * count + 100.0, run_options.budget)
        for number, window in enumerate(windows, 1):
            check_cancelled(cancelled)
            here, place = _inside(window, points)
            if series is not None:
                _write_series(series, reader, window, points, here, place)
            if mask is not None:
                values = np.zeros((window.height, window.width), np.uint8)
                values[place] = 1
                mask.write(window, values)
            tell(progress, number / len(windows))


def _inside(window: Window, points: PsPoints) -> tuple:
    """Which points lie in a window, and where."""
    low, high = np.searchsorted(points.rows, (window.row, window.row + window.height))
    cols = points.cols[low:high]
    here = low + np.flatnonzero((cols >= window.col) & (cols < window.col + window.width))
    return here, (points.rows[here] - window.row, points.cols[here] - window.col)


def _write_series(series, reader, window, points, here, place) -> None:
    shape = window.height, window.width
    values = np.full((len(points.dates), *shape), np.nan, np.float32)
    values[(slice(None), *place)] = points.displacement[:, here]
    layers = {}
    for name, (source, _) in SERIES_LAYERS.items():
        layers[name] = np.full(shape, np.nan, np.float32)
        layers[name][place] = points.values[source][here]
    if reader is not None:
        layers.update((name, reader.layer(name, window)) for name in LOOKUP)
    series.write(window, values, **layers)

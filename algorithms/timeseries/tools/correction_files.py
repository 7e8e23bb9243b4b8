# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What corrections read: the series with its geometry and delays, and what is carried over."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import numpy as np

from ...data.crs import is_geographic
from ...data.grid import METRES_PER_DEGREE, Grid, Window, block_windows
from ...errors import GroundshiftError
from ...formats.hdf5.layout import FileReader, _attributes, grid_of, open_hdf5
from ..correction import CorrectionBlock

LAYERS = {
    "height": "height", "incidence": "incidenceAngle", "slant_range": "slantRangeDistance",
}  # fmt: skip
OWN = ("timeseries", "date", "bperp", "velocity", "velocityStd")
SAMPLED_PIXELS = 100_000
SAMPLED_VALUES = 20_000_000
SAMPLED = (
    "displacement", "zenith_delay", "coherence", "pair_noise", "height", "incidence", "slant_range",
)  # fmt: skip
KNOWN = ("displacement", "coherence", "pair_noise")  # of a series and its file's layers


def reference_date(series) -> int:
    """Index of the date whose displacement is zero; the first where the series does not say."""
    text = series.attributes.get("REF_DATE", "")
    names = [str(date).replace("-", "") for date in series.dates]
    return names.index(text) if text in names else 0


def pixel_spacing(series):
    """Metres between rows and between columns; None without a coordinate system."""
    grid = series.grid
    if not grid.crs:
        return None
    _, dx, rx, _, ry, dy = grid.transform
    across, down = np.hypot(dx, ry), np.hypot(rx, dy)
    if is_geographic(grid.crs):
        _, latitude = grid.xy(grid.rows / 2, grid.cols / 2)
        across *= METRES_PER_DEGREE * np.cos(np.radians(latitude))
        down *= METRES_PER_DEGREE
    return float(down), float(across)


def carried(series) -> dict:
    """Type and unit of the layers that go over into the corrected series as they are."""
    found = {}
    with open_hdf5(series.path) as file:
        for name in series.layers:
            if name not in OWN:
                unit = file[name].attrs.get("UNIT", "1")
                unit = unit.decode() if isinstance(unit, bytes) else str(unit)
                found[name] = (file[name].dtype, unit)
    return found


def carried_tables(series) -> dict:
    """The small datasets that go over as they are, such as the noise covariance."""
    with open_hdf5(series.path) as file:
        return {
            name: item[()]
            for name, item in file.items()
            if hasattr(item, "shape") and name not in OWN and name not in series.layers
        }


def refuse_void(path, layers) -> None:
    """Refuse a geometry that says nothing.

    Parameters
    ----------
    path : path
    layers : dict of str to ndarray or None
        By their names for people.

    Raises
    ------
    GroundshiftError
        If a layer is all no data, infinite, zero or one impossible value.
    """
    for name, values in layers.items():
        if values is None:
            continue
        known = values[np.isfinite(values)]
        if not known.size or not known.any():
            what = "zero" if known.size else "no data"
            raise GroundshiftError(
                f"{path}: its {name} is {what} everywhere; make the geometry file again, or leave "
                "it out."
            )


class GeometryReader(FileReader):
    """Reads windows of the layers of a geometry file.

    Parameters
    ----------
    path : path
    grid : Grid
        Of the series.
    wanted : set of str
        Keys of :data:`LAYERS`.

    Attributes
    ----------
    names : dict of str to str
        Datasets of those that it has.

    Raises
    ------
    GroundshiftError
        If it has another grid.
    """

    def __init__(self, path, grid: Grid, wanted):
        super().__init__(path)
        own = grid_of(_attributes(self._file), path)
        if not own.aligned_with(grid):
            raise GroundshiftError(
                f"{path}: its grid ({own.rows}x{own.cols}) is not the series' "
                f"({grid.rows}x{grid.cols}) or lies elsewhere; give the geometry of the same stack."
            )
        self.names = {
            name: dataset
            for name, dataset in LAYERS.items()
            if name in wanted and dataset in self._file
        }

    def read(self, window: Window) -> dict:
        """A window of all layers."""
        return {name: self._file[dataset][window.slices] for name, dataset in self.names.items()}


class BlockReader(contextlib.AbstractContextManager):
    """Reads windows of a series with all that a correction needs.

    Parameters
    ----------
    reader : TimeSeriesReader
    correction : Correction
    scene : Scene
    geometry_path : path or None
    delays : object or None
        Zenith delays; see :func:`.correction.run_correction`.

    Raises
    ------
    GroundshiftError
        If the geometry file lacks something or has another grid.
    """

    def __init__(self, reader, correction, scene, geometry_path, delays):
        self._reader, self._delays = reader, delays
        self.grid = reader.series.grid
        self.halo, self._cells = correction.halo(scene)
        wanted = {*correction.needs, *correction.uses}
        self._geometry = geometry_path and GeometryReader(geometry_path, self.grid, wanted)
        known = self._geometry.names if self._geometry else ()
        missing = [name for name in correction.needs if name not in known]
        if missing:
            names = " and ".join(LAYERS[name] for name in missing)
            where = f"{geometry_path}: has no {names}" if geometry_path else f"{names} is needed"
            raise GroundshiftError(
                f"{where}; give the geometry file of the same stack (geometryGeo.h5)."
            )
        self._layers = reader.series.layers
        extra = 4.0 if delays is None else 12.0
        self.bytes_per_pixel = len(scene.dates) * (52.0 + extra) + 120.0

    @property
    def sources(self) -> tuple:
        """The files, for other processes."""
        parts = (self._reader, self._geometry, self._delays)
        return tuple(source for part in parts if part for source in part.sources)

    def __exit__(self, *details):
        if self._geometry:
            self._geometry.__exit__(*details)

    def around(self, window: Window) -> tuple:
        """A window with its neighbourhood, and the places of the former in the latter."""
        bounds = []
        for start, size, length, halo, cell in zip(
            (window.row, window.col), (window.height, window.width), self.grid.shape, self.halo,
            self._cells,
        ):  # fmt: skip
            low = max(0, (start - halo) // cell * cell)
            high = min(length, -(-(start + size + halo) // cell) * cell)
            bounds.append((low, high, slice(start - low, start - low + size)))
        (top, bottom, rows), (left, right, cols) = bounds
        return Window(top, left, bottom - top, right - left), (rows, cols)

    def read(
        self, window: Window, stride: int = 1, with_series: bool = True, with_layers: bool = True
    ) -> CorrectionBlock:
        """Every so-many-th row and column (of the scene) in a window.

        The series is optional, and so are the layers of its file.
        """
        rows, cols, pick = thinned(window, stride)
        geometry = self._geometry.read(window) if self._geometry else {}
        values = {name: data[pick].astype(np.float32) for name, data in geometry.items()}
        for field, name in (("coherence", "temporalCoherence"), ("pair_noise", "pairNoise")):
            if with_layers and name in self._layers:
                values[field] = self._reader.layer(name, window)[pick]
        if self._delays is not None:
            delay = np.empty((0, rows.size, cols.size), np.float32)
            if rows.size and cols.size:
                delay = self._delays.read(rows, cols, values.get("height"))
            values["zenith_delay"] = delay
        series = None
        if with_series:
            top = rows[0] if rows.size else window.row + window.height
            rest = Window(int(top), window.col, window.row + window.height - top, window.width)
            series = np.ascontiguousarray(self._reader.read(rest, stride)[:, :, pick[1]])
        return CorrectionBlock(rows, cols, series, **values)


def halo_share(grid: Grid, memory: float, around: float, budget: int, halo) -> float:
    """How much more memory blocks take with their neighbourhood, at the size that fits the budget.

    Parameters
    ----------
    grid : Grid
    memory, around : float
        Bytes per pixel of a block, and of what lies around it.
    budget : int
    halo : (int, int)
        Pixels added on every side, in rows and columns.
    """
    share = 1.0
    while True:
        windows = block_windows(grid, memory * share, budget)
        largest = max(w.size for w in windows)
        whole = max(
            min(w.height + 2 * halo[0], grid.rows) * min(w.width + 2 * halo[1], grid.cols)
            for w in windows
        )
        needed = 1.0 + around * (whole - largest) / (memory * largest)
        if needed <= share * 1.001:
            return share
        share = needed


def _identity(block):
    return block


def stride_of(shape, dates: int) -> int:
    """Of the thinning of a scene, which depends on its size alone."""
    most = min(SAMPLED_PIXELS, SAMPLED_VALUES // dates)
    return max(1, int(np.ceil(np.sqrt(shape[0] * shape[1] / most))))


def thinned(window: Window, stride: int) -> tuple:
    """Every so-many-th row and column of the scene in a window, and slices of it that pick them."""
    rows = np.arange(-(-window.row // stride) * stride, window.row + window.height, stride)
    cols = np.arange(-(-window.col // stride) * stride, window.col + window.width, stride)
    pick = (
        slice(rows[0] - window.row, None, stride) if rows.size else slice(0, 0),
        slice(cols[0] - window.col, None, stride) if cols.size else slice(0, 0),
    )
    return rows, cols, pick


def sampled(blocks, scene, job, known: CorrectionBlock | None = None) -> CorrectionBlock:
    """The scene on a regular thinning that depends on its size alone.

    Of a series that is `known` only geometry and delays are read.
    """
    stride, parts = stride_of(scene.shape, len(scene.dates)), []
    own = known is None
    job.here().blocks(
        _identity, lambda window: blocks.read(window, stride, own, own),
        lambda window, block: parts.append(block), blocks.grid, blocks.bytes_per_pixel,
    )  # fmt: skip
    sample = _assembled(parts, scene.shape, stride)
    return sample if own else replace(sample, **{name: getattr(known, name) for name in KNOWN})


def _assembled(parts, shape, stride) -> CorrectionBlock:
    rows, cols = (np.arange(0, length, stride) for length in shape)
    values = {"displacement": None}
    for name in SAMPLED:
        first = getattr(parts[0], name)
        if first is None:
            continue
        whole = np.full((*first.shape[:-2], len(rows), len(cols)), np.nan, np.float32)
        for part in parts:
            if part.rows.size and part.cols.size:
                index = np.ix_(part.rows // stride, part.cols // stride)
                whole[(..., *index)] = getattr(part, name)
        values[name] = whole
    return CorrectionBlock(rows, cols, **values)

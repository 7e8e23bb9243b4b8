# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixels of LiCSBAS' ``cum.h5`` and ``cum_filt.h5`` as points.

Displacement is in mm, positive towards the satellite (https://github.com/yumorishita/LiCSBAS,
issue 294), with ``vel`` in mm a year; see
:mod:`..hdf5.licsbas`. In the file or, as plain float32 rasters of the same size, in ``results``
beside it lie ``hgt`` (m), ``vstd`` (mm a year, of the bootstrap of ``LiCSBAS14_vel_std.py``),
``coh_avg`` (mean coherence of the interferograms, no temporal one) and ``mask``
(``LiCSBAS15_mask_ts.py``: 1 valid, 0 masked, NaN without data). ``E.geo``, ``N.geo``, ``U.geo``
are unit vectors from the ground to the satellite, in the file or in the ``GEOCml*`` that
``TS_GEOCml*`` was made of.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np

from ...data.date_columns import DateColumns
from ...data.grid import block_windows
from ...data.point_columns import Layout
from ...data.points import PointRows
from ...errors import GroundshiftError
from ..hdf5.licsbas import LicsbasReader, read_licsbas_series
from ..hdf5.stacks import open_hdf5
from .point_hdf5 import BYTES_A_VALUE, IN_FLIGHT, ROWS

LAYERS = {"velocity": "vel", "velocity_std": "vstd", "height": "hgt"}
RATES = ("vel", "vstd")  # mm a year
LOOK = {"los_east": "E.geo", "los_north": "N.geo", "los_up": "U.geo"}
COHERENCE = "coh_avg"
MASK = "mask"


class LicsbasPoints:
    """The pixels of a displacement series; as :class:`.point_hdf5.Hdf5Points`.

    Parameters
    ----------
    path : Path
    """

    def __init__(self, path: Path):
        self.path, self.name, self.stem, self.notes = path, str(path), path.stem, []
        self.file = path
        self._series = read_licsbas_series(path)
        self.grid, self.crs = self._series.grid, self._series.grid.crs
        self._layers = {}
        for name in (*LAYERS.values(), COHERENCE, MASK):
            self._find(name, path.parent / "results" / name)
        interferograms = path.parent.with_name(path.parent.name.removeprefix("TS_"))
        for name in LOOK.values():
            self._find(name, interferograms / name)
        if not set(LOOK.values()) <= set(self._layers):
            self._layers = {k: v for k, v in self._layers.items() if k not in LOOK.values()}
        others = {"row": "row", "col": "col"}
        if COHERENCE in self._layers:
            others[COHERENCE] = "mean_coherence"
        self.layout = Layout(
            "licsbas", "LiCSBAS time series",
            {role: name for role, name in (LAYERS | LOOK).items() if name in self._layers},
            DateColumns({f"D{d}".replace("-", ""): d for d in self._series.dates}), others,
            unit="m", unit_is_known=True, sign_is_known=True,
        )  # fmt: skip
        self.types = {"row": int, "col": int}
        if COHERENCE in self._layers:
            self.types["mean_coherence"] = float
        self.size = self.grid.rows * self.grid.cols * len(self._series.dates) * 4

    def _find(self, name, beside) -> None:
        """A layer in the file, or else in a raster of the same size."""
        with open_hdf5(self.path) as file:
            if name in file and file[name].shape == self.grid.shape:
                self._layers[name] = None
                return
        if beside.is_file():
            if beside.stat().st_size != 4 * self.grid.rows * self.grid.cols:
                raise GroundshiftError(
                    f"{beside}: is {beside.stat().st_size} bytes long, and "
                    f"{self.grid.rows}x{self.grid.cols} pixels of {self.path.name} need "
                    f"{4 * self.grid.rows * self.grid.cols}; put the files of one run together."
                )
            self._layers[name] = beside
            self.notes.append(f"{name} from {beside.parent.name}/{name}")

    def parts(self, budget: int):
        """The pixels with data, as :class:`...data.points.PointRows`."""
        dates = len(self._series.dates)
        windows = block_windows(
            self.grid, (dates + 20) * BYTES_A_VALUE, budget, in_flight=IN_FLIGHT, tile_rows=ROWS
        )
        with contextlib.ExitStack() as stack:
            reader = stack.enter_context(LicsbasReader(self._series))
            file = stack.enter_context(open_hdf5(self.path))
            for number, window in enumerate(windows, 1):
                layers = {name: self._read(file, name, window) for name in self._layers}
                series = reader.read(window).reshape(dates, -1)
                points = self._points(series, layers, window, number / len(windows))
                if points is not None:
                    yield points

    def _read(self, file, name, window) -> np.ndarray:
        beside = self._layers[name]
        try:
            if beside is None:
                return file[name][window.slices].astype(float).ravel()
            values = np.memmap(beside, "<f4", "r", shape=self.grid.shape)
            return values[window.slices].astype(float).ravel()
        except OSError as error:
            raise GroundshiftError(
                f"{beside or self.path}: '{name}' cannot be read (truncated file?); make it again."
            ) from error

    def _points(self, series, layers, window, done):
        good = np.isfinite(series).any(axis=0)
        if MASK in layers:
            good &= np.nan_to_num(layers[MASK]) != 0
        if not good.any():
            return None
        rows, cols = np.divmod(np.flatnonzero(good), window.width)
        rows, cols = rows + window.row, cols + window.col
        columns = {
            role: layers[name][good] * (1e-3 if name in RATES else 1.0)
            for role, name in self.layout.roles.items()
        }
        others = {"row": rows.astype(float), "col": cols.astype(float)}
        if COHERENCE in layers:
            others["mean_coherence"] = layers[COHERENCE][good]
        return PointRows(*self.grid.xy(rows, cols), series[:, good], columns, others, done)

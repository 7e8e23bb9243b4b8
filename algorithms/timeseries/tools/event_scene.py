# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A series about an event: a sample of it, its far field, and its windows relative to that."""

from __future__ import annotations

import numpy as np

from ...data.grid import Window
from ...dense import product
from ...errors import GroundshiftError, counted
from ...formats.hdf5.layout import OF_LINKED
from ...formats.look_angles import read_look
from ...formats.masks import PolygonMask
from ...formats.vectors.features import read_polygons
from ..correction import LEAST_STABLE
from ..coseismic import EventBlock
from ..ramps import SurfaceTerms, fit_robust
from .sbas_typical import sampled_rows
from .series_noise import levels_of_parts, pair_noise

SAMPLED_PIXELS = 20_000
DEGREES = {"mean": 0, "plane": 1, "quadratic": 2}
CARRIED = ("WAVELENGTH", "HEADING", "ORBIT_DIRECTION", "PLATFORM", "INCIDENCE_ANGLE", "REF_DATE")


class EventScene:
    """What is known of a series before its blocks are worked on.

    Parameters
    ----------
    reader : TimeSeriesReader
    chosen : CoseismicStack
    job : Job

    Raises
    ------
    GroundshiftError
        If too few pixels tell about the noise or the far field.

    Attributes
    ----------
    sample : ndarray, shape (time, pixel)
        Coherent pixels spread evenly over the scene, metres, relative to the far field.
    scale : ndarray, shape (pixel,), or None
        Size of the pairs' noise there.
    pairs : ndarray, shape (time, time), or None
        Its covariance.
    kind : str
        Of the noise.
    metadata : dict of str
        What rasters say of the radar.
    warnings, notes : list of str
    """

    def __init__(self, reader, chosen, job):
        self._reader, self.series = reader, reader.series
        self._chosen, self.kind = chosen, chosen.noise
        self.warnings, self.notes = [], []
        attributes = self.series.attributes
        self.metadata = {name: attributes[name] for name in CARRIED if name in attributes}
        noise = pair_noise(reader)
        self.pairs = None if noise is None else noise.covariance
        if noise is not None and OF_LINKED in attributes and self.kind == "auto":
            self.kind = "white"
        self._most = 1 + len(levels_of_parts(reader, slice(None)))
        self._torn = attributes.get("GAP") == "own_datum" and "numSubsets" in self.series.layers
        self._take_sample()
        self._fit_far_field()

    def _take_sample(self):
        grid, parts, known = self.series.grid, [], 0
        rows = list(sampled_rows(grid))
        stride = max(1, len(rows) * grid.cols // SAMPLED_PIXELS)
        cols = np.arange(0, grid.cols, stride)
        for window in rows:
            values = self._values(window)[:, 0, cols].astype(float)
            good = np.isfinite(values).any(axis=0)
            known += good.sum()
            if "temporalCoherence" in self.series.layers:
                coherence = self._reader.layer("temporalCoherence", window)[0, cols]
                good &= coherence >= self._chosen.min_temporal_coherence
            scale = np.zeros(len(cols))
            if self.pairs is not None:
                scale = np.nan_to_num(self._reader.layer("pairNoise", window)[0, cols])
            parts.append(
                (values[:, good], np.full(good.sum(), window.row), cols[good], scale[good])
            )
        values, row, col, scale = (np.concatenate(found, axis=-1) for found in zip(*parts))
        if not known:
            raise GroundshiftError(
                f"{self.series.path}: no pixel of the sample has data; make the series again."
            )
        if values.shape[1] < LEAST_STABLE:
            raise GroundshiftError(
                f"{self.series.path}: only {values.shape[1]} sampled pixels have data and a "
                f"temporal coherence of at least {self._chosen.min_temporal_coherence:g}; lower it."
            )
        self.sample, self._places = values, (row, col)
        self.scale = None if self.pairs is None else scale

    def _fit_far_field(self):
        chosen, (row, col) = self._chosen, self._places
        self._surface = None
        if chosen.far_field == "keep":
            return
        far = np.ones(len(row), bool)
        if chosen.expected_area is not None:
            far = ~self._inside(row, col)
            if far.sum() < LEAST_STABLE:
                raise GroundshiftError(
                    f"{chosen.expected_area[0]}: leaves {counted(int(far.sum()), 'pixel')} of the "
                    f"sample outside and {LEAST_STABLE} are needed for the far field; draw a "
                    "smaller area, or choose 'keep'."
                )
        terms = SurfaceTerms(DEGREES[chosen.far_field], 0, self.series.grid.shape)
        matrix = terms.matrix(row, col, None)
        coefficients = fit_robust(matrix[far], self.sample[:, far])
        lost = ~np.isfinite(coefficients).all(axis=1)
        if lost.any():
            self.warnings.append(
                f"{counted(int(lost.sum()), 'date')} with too little data in the far field left "
                f"out: {', '.join(map(str, self.series.dates[lost]))}."
            )
        self._surface = terms, coefficients
        self.sample = self.sample - product(coefficients, matrix.T)
        self.notes.append(
            f"Steps are relative to the far field ({chosen.far_field}), "
            + ("outside of the expected area." if chosen.expected_area else "the whole scene.")
        )

    def _inside(self, row, col) -> np.ndarray:
        """Which sampled pixels lie in the expected area."""
        grid = self.series.grid
        if self.series.has_lookup or not grid.crs:
            raise GroundshiftError(
                f"{self.series.path}: has no coordinate system, so the expected area cannot be "
                "laid over it; geocode it, or leave the area out."
            )
        mask = PolygonMask(read_polygons(*self._chosen.expected_area, None, grid.crs).wkb, grid)
        lines = {int(r): mask.read(Window(int(r), 0, 1, grid.cols))[0] for r in np.unique(row)}
        return np.array([lines[int(r)][c] for r, c in zip(row, col)])

    @property
    def memory(self) -> float:
        """Bytes a pixel of a block: as read, relative, in double precision and by the fit."""
        return len(self.series.dates) * (4.0 + 8.0 + 8.0 + 8.0 + 8.0) + 200.0

    def read(self, window: Window) -> EventBlock:
        """A window of the series."""
        surface = noise = None
        if self._surface is not None:
            terms, coefficients = self._surface
            row, col = np.divmod(np.arange(window.size), window.width)
            matrix = terms.matrix(row + window.row, col + window.col, None)
            # Term by term: sums of a library's products depend on the block's shape.
            surface = np.zeros((len(coefficients), window.height, window.width), np.float32)
            for k, column in enumerate(matrix.T):
                shape = (1, window.height, window.width)
                surface += (coefficients[:, k, None, None] * column.reshape(shape)).astype("f4")
        if self.pairs is not None:
            noise = self._reader.layer("pairNoise", window)
        return EventBlock(self._values(window), noise, surface)

    def _values(self, window: Window) -> np.ndarray:
        """A window of the series, without pixels whose network has parts of unknown level."""
        values = self._reader.read(window)
        if self._torn:
            values[:, self._reader.layer("numSubsets", window) > self._most] = np.nan
        return values

    def look(self, source, outputs):
        """The line of sight, where angles are given and it is wanted; else None."""
        if not outputs.wanted("LOS"):
            return None
        if source is None or not self.series.grid.crs:
            outputs.leave_out("LOS")
            self.warnings.append(
                "No look angles are given, so there is no line of sight; give the geometry file."
                if source is None
                else "The series is in radar coordinates, so the line of sight is left out."
            )
            return None
        return read_look(source, self.series.grid)

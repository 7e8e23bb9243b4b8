# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Phase of an interferogram by windows, without what is not coherent."""

from __future__ import annotations

import contextlib

import numpy as np

from ...data.grid import Window
from ...data.metric import LocalMetres, pixel_size_m
from ...data.product import Band
from ...errors import GroundshiftError
from ...formats.quantities import PHASE, PHASES, check_raster
from ...formats.raster_rates import unit_scale
from ...formats.raster_source import RasterSource, describe, open_raster
from ...formats.regrid import beyond_border, shift_between


class Source(contextlib.ExitStack):
    """The interferogram of a run.

    Parameters
    ----------
    chosen : Lineaments

    Attributes
    ----------
    metres : float
        Displacement towards the satellite by radian of what is read.
    """

    def __init__(self, chosen):
        super().__init__()
        self._least = chosen.min_coherence
        info = describe(chosen.phase)
        self.grid = info.grid
        is_phase = chosen.kind != "displacement"
        if is_phase:
            check_raster(chosen.phase, PHASE, also=PHASES)
        else:
            check_raster(chosen.phase, unit=chosen.unit)
        self.metres, scale = chosen.wavelength / (4 * np.pi), 1.0
        if not is_phase:
            dataset = open_raster(chosen.phase)
            band = dataset.GetRasterBand(1)
            own = band.GetUnitType() or band.GetDescription()
            scale = unit_scale(own, chosen.unit) / self.metres
        elif chosen.sign == "positive_away":
            self.metres = -self.metres
        self._phase = self._open(chosen.phase, info, scale, (0, 0))
        self._coherence = None
        if chosen.coherence is not None:
            check_raster(chosen.coherence, "a coherence")
            other = describe(chosen.coherence)
            shift = shift_between(other.grid, self.grid)
            if shift is None:
                raise GroundshiftError(
                    f"{chosen.coherence}: its pixels do not lie on those of {chosen.phase}; warp "
                    "it onto that grid."
                )
            self._coherence = self._open(chosen.coherence, other, 1.0, shift)
        rows, cols = self.grid.rows / 2, self.grid.cols / 2
        self.local = LocalMetres(self.grid.crs, *self.grid.xy(rows, cols))
        sides = pixel_size_m(self.grid)
        self.side = float(np.sqrt(sides[0] * sides[1]))
        self._path, self._is_wrapped = chosen.phase, chosen.kind == "wrapped"

    def _open(self, path, info, scale, shift):
        band = Band(str(path), 1, nodata=info.nodata, scale=scale)
        return beyond_border(self.enter_context(RasterSource(band)), info.grid, shift)

    @property
    def sources(self) -> tuple:
        """The files; see :func:`...kept.sources_of`."""
        coherence = () if self._coherence is None else self._coherence.sources
        return self._phase.sources + coherence

    def pixels(self, length: float) -> float:
        """Pixels in so many metres."""
        return length / self.side

    def read(self, window: Window, margin: int) -> np.ndarray:
        """A window with a margin, radians, NaN for none."""
        around = Window(
            window.row - margin, window.col - margin, window.height + 2 * margin,
            window.width + 2 * margin,
        )  # fmt: skip
        phase = self._phase.read(around)
        # Exactly zero is what interferograms have where there is nothing.
        phase = np.where(phase == 0, np.float32(np.nan), phase)
        if self._coherence is not None:
            coherence = self._coherence.read(around)
            phase = np.where(coherence >= self._least, phase, np.float32(np.nan))
        return phase.astype(np.float32)

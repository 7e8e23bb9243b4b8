# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Orbits whose gradients across faults are wanted: maps of rates, or gradients, with their look."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...data.grid import Grid, Window
from ...data.product import Band
from ...errors import GroundshiftError
from ...formats.common_grid import bounds_in, grid_bounds
from ...formats.look_angles import read_look
from ...formats.measurements import RateLayer
from ...formats.raster_rates import open_rates
from ...formats.raster_source import RasterSource, describe, open_raster
from ...formats.regrid import beyond_border, on_grid, shift_between

GRADIENT = "gradient_"
PER_KM = 1e-6  # mm/yr/km
ALIKE = 2.0  # degrees between the directions of two orbits
SAMPLE = 64  # pixels along a side of what tells the usual direction


class _Page:
    """One of the layers that a reader of rates gives."""

    def __init__(self, reader, number: int):
        self._reader, self._number = reader, number

    def read(self, window: Window) -> np.ndarray:
        """A window."""
        return np.asarray(self._reader.read(window)[self._number], np.float32)


class _Array:
    """A layer in memory."""

    def __init__(self, values):
        self._values = np.asarray(values, np.float32)

    def read(self, window: Window) -> np.ndarray:
        """A window."""
        return self._values[window.slices]


class Orbit:
    """The motion of one orbit and its look vectors.

    Parameters
    ----------
    chosen : ShearStrain
    suffix : str
        '' or '_2'.
    files : ExitStack
        What is opened is closed with it.
    target : Grid, optional
        On which it is read; its own by default.

    Attributes
    ----------
    is_gradient : bool
        Whether it gives gradients, else rates.
    has_std : bool
    window : float or None
        Metres that the gradients were averaged over, where they tell.
    resampled : bool
    """

    def __init__(self, chosen, suffix: str, files, target: Grid | None = None):
        self.path = getattr(chosen, f"rates{suffix}")
        self.window, self.resampled = None, False
        self._chosen, self._suffix, look = chosen, suffix, None
        names = _names(self.path)
        self.is_gradient = any(name.startswith(GRADIENT) for name in names)
        if self.is_gradient:
            own, self.has_std = self._open_gradients(names, files), True
        else:
            std = getattr(chosen, f"std{suffix}")
            source = RateLayer(self.path, unit=chosen.unit, std_path=std, away=chosen.away)
            own, reader, look = open_rates(source)
            self.has_std = _any_std(reader, own)
            self._layers = [_Page(reader, k) for k in range(1 + self.has_std)]
        if not own.crs:
            raise GroundshiftError(
                f"{self.path}: has no CRS, so faults cannot be laid over it; assign its CRS."
            )
        self.grid = target or own
        if target is not None:
            self._lay_over(own, target)
        self._layers = [
            beyond_border(on_grid(layer, own, self.grid, path=self.path), self.grid)
            for layer in self._layers
        ]
        self._sign = -1.0 if chosen.away and not self.is_gradient else 1.0
        self._look, self._look_layers = None, None
        source = getattr(chosen, f"look{suffix}").source(chosen.left_looking)
        if source is None and look is None:
            getattr(chosen, f"look{suffix}").refuse(
                ("incidence", "heading"), "are missing; give them, or a geometry file or rasters."
            )
        if source is not None:
            self._look = read_look(source, self.grid)
        else:
            self._look_layers = [
                on_grid(_Array(part), own, self.grid, path=self.path) for part in look
            ]
        self.direction = self._usual(own, look)

    def _open_gradients(self, names, files) -> Grid:
        info = describe(self.path)
        wanted = [f"gradient_{part}" for part in ("east", "north", "std_east", "std_north")]
        places = [
            next((k for k, name in enumerate(names, 1) if name.startswith(want)), None)
            for want in wanted
        ]
        if None in places:
            radar = any("range" in name for name in names)
            raise GroundshiftError(
                f"{self.path}: has no bands of the gradient to the east and north with their "
                "standard deviations"
                + ("; geocode the stack first: it is in radar coordinates." if radar else
                   "; give the result of 'gradientstack' or a map of rates.")
            )  # fmt: skip
        told = info.metadata.get("WINDOW_M")
        self.window = float(told) if told else None
        self._layers = [
            files.enter_context(
                RasterSource(Band(str(self.path), k, nodata=info.nodata, scale=PER_KM))
            )
            for k in places
        ]
        return info.grid

    def _lay_over(self, own: Grid, target: Grid):
        """Refuse what lies elsewhere, and tell whether pixels have to be resampled."""
        if shift_between(own, target) is None:
            self.resampled = True
        bounds = box_of(own), box_of(target)
        if any(
            min(b[k + 2] for b in bounds) <= max(b[k] for b in bounds) for k in (0, 1)
        ):  # fmt: skip
            raise GroundshiftError(
                f"{self.path}: does not overlap {self._chosen.rates}; give two orbits over the "
                "same faults."
            )

    def _usual(self, own, look):
        if self._look is not None:
            found = self._look.at((self.grid.rows - 1) / 2, (self.grid.cols - 1) / 2)
        else:
            step = max(1, max(own.shape) // SAMPLE)
            found = np.nanmean(np.asarray(look)[:, ::step, ::step].reshape(3, -1), axis=1)
        return found / np.linalg.norm(found)

    def look(self, window: Window) -> np.ndarray:
        """Look vectors of a window, shape (row, column, 3)."""
        if self._look is not None:
            return self._look.block(window)
        return np.stack([layer.read(window) for layer in self._look_layers], axis=-1)

    def read(self, window: Window) -> list:
        """A window that may reach beyond the border: rates (m/yr) or gradients (1/yr), and their
        standard deviations where there are some."""
        values = [layer.read(window) for layer in self._layers]
        if self._sign < 0:
            values[0] = -values[0]
        return values


def _names(path) -> list:
    if Path(str(path)).suffix.lower() in (".h5", ".he5"):
        return []
    try:
        dataset = open_raster(path)
    except GroundshiftError:
        return []  # LiCSBAS' rasters have no header; who reads it tells what is wrong
    return [
        (dataset.GetRasterBand(k).GetDescription() or "").lower()
        for k in range(1, dataset.RasterCount + 1)
    ]


def _any_std(reader, grid: Grid) -> bool:
    """Whether rates have standard deviations, by a line of pixels through the middle."""
    rows = np.unique(np.linspace(0, grid.rows - 1, 9).astype(int))
    return any(np.isfinite(reader.read(Window(int(r), 0, 1, grid.cols))[1]).any() for r in rows)


def box_of(grid: Grid) -> tuple:
    """West, south, east and north of a grid, degrees."""
    return bounds_in("EPSG:4326", grid.crs, grid_bounds(grid))


def check_directions(first: Orbit, second: Orbit, chosen) -> None:
    """Refuse two orbits that look the same way.

    Raises
    ------
    GroundshiftError
    """
    angle = float(np.degrees(np.arccos(np.clip(first.direction @ second.direction, -1, 1))))
    if angle < ALIKE:
        chosen.refuse(
            "rates_2", f"both orbits look the same way ({angle:.1f} degrees apart); give the look "
            "of the other orbit, or leave the second one out.",
        )  # fmt: skip

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The geometry of a product on the stack's grid: height, incidence, azimuth."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import numpy as np

from ...errors import GroundshiftError
from ...formats.hdf5.writers import geometry_file
from ...formats.raster_source import describe, open_bands
from ...formats.regrid import on_grid
from .. import los
from ..grid import Grid
from ..product import Band, GeometryBands

LAYERS = ("height", "incidenceAngle", "azimuthAngle")
LOOK_RESAMPLING = {
    "incidence_orientation": ("bilinear", "near"), "east_north": ("bilinear", "bilinear"),
}  # fmt: skip
"""Of coarse cubes; of full layers the nearest pixel, as they change slowly. Angles wrap round."""


@dataclass(frozen=True)
class GeometrySummary:
    """What could be written.

    Parameters
    ----------
    layers : tuple of str
        Of ``height``, ``incidenceAngle`` and ``azimuthAngle``; empty when no file was written.
    heading : float or None
        Mean flight direction, degrees clockwise from north.
    incidence : float or None
        Mean, degrees.
    """

    layers: tuple = ()
    heading: float | None = None
    incidence: float | None = None


def write_product_geometry(
    path, grid: Grid, bands: GeometryBands, windows, attributes: dict, *, left_looking=False,
    step=None,
) -> GeometrySummary:  # fmt: skip
    """Write what is known of a product's geometry in MintPy's ``geometryGeo.h5`` layout.

    Parameters
    ----------
    path : path
        Nothing is written where nothing is known; None to read the heading alone.
    grid : Grid
        The stack's; bands on others are put on it.
    bands : GeometryBands
        Its scalars become constant layers where there are no bands.
    windows : sequence of Window
        How the grid is cut.
    attributes : dict of str
    left_looking : bool
        For a scalar heading.
    step : callable, optional
        Called after each window.

    Raises
    ------
    GroundshiftError
        If angles are out of range (radians for degrees) or vectors point down.
    """
    layers = layers_of(bands)
    if not layers:
        return GeometrySummary()
    direction, angles = np.zeros(2), np.zeros(2)
    with contextlib.ExitStack() as stack:
        file = None
        if path is not None:
            file = stack.enter_context(geometry_file(path, grid, layers, attributes))
        reader = _Reader(stack, grid, bands, left_looking)
        for window in windows:
            values = reader.read(window)
            for name in layers if file is not None else ():
                file.write(name, window, values[name])
            if "azimuthAngle" in layers:
                azimuth = np.radians(values["azimuthAngle"][np.isfinite(values["azimuthAngle"])])
                direction += np.sin(azimuth).sum(), np.cos(azimuth).sum()
            if "incidenceAngle" in layers:
                known = np.isfinite(values["incidenceAngle"])
                angles += known.sum(), values["incidenceAngle"][known].sum(dtype=float)
            if step is not None:
                step()
    heading = None
    if direction.any():
        side = -90.0 if left_looking else 90.0
        heading = float(np.mod(side - np.degrees(np.arctan2(*direction)), 360.0))
    incidence = float(angles[1] / angles[0]) if angles[0] else None
    return GeometrySummary(layers, heading, incidence)


def layers_of(bands: GeometryBands) -> tuple:
    """Which layers a product's geometry can give."""
    known = {
        "height": bands.height is not None,
        "incidenceAngle": bands.incidence is not None or _has(bands, 0),
        "azimuthAngle": bands.heading is not None or _has(bands, 1),
    }
    return tuple(name for name in LAYERS if known[name])


def _has(bands, place) -> bool:
    """Whether the look bands give the incidence (0) or the azimuth (1)."""
    if bands.los is None:
        return False
    return bands.los_kind != "incidence_azimuth" or bands.los[place] is not None


class _Reader:
    """Reads windows of all layers; opened once for all windows."""

    def __init__(self, stack, grid, bands, left_looking):
        self._bands, self._left = bands, left_looking
        self._height = opened(stack, bands.height, grid, "bilinear")
        ways = LOOK_RESAMPLING.get(bands.los_kind, ("near",) * 3)
        self._look = [opened(stack, band, grid, way) for band, way in zip(bands.los or (), ways)]

    def read(self, window) -> dict:
        shape = (window.height, window.width)
        values = {}
        if self._height is not None:
            values["height"] = self._height.read(window)
        incidence, azimuth = self._angles(window)
        if incidence is None and self._bands.incidence is not None:
            incidence = np.full(shape, los.checked_incidence(self._bands.incidence))
        if azimuth is None and self._bands.heading is not None:
            # The azimuth depends on the heading alone; any incidence will do.
            look = los.from_incidence_heading(45.0, self._bands.heading, self._left)
            azimuth = np.full(shape, look.azimuth)
        values["incidenceAngle"], values["azimuthAngle"] = incidence, azimuth
        return values

    def _angles(self, window):
        if not self._look:
            return None, None
        bands = [None if source is None else source.read(window) for source in self._look]
        try:
            if self._bands.los_kind == "incidence_azimuth":
                if bands[0] is not None:
                    los.checked_incidence(bands[0])
                return tuple(bands)
            if self._bands.los_kind == "incidence_orientation":
                return los.checked_incidence(bands[0]), bands[1] - 90.0
            if self._bands.los_kind == "theta_phi":
                look = los.from_elevation_orientation(*bands)
            elif self._bands.los_kind == "east_north":
                east, north = bands
                look = los.from_components(east, north, np.sqrt(1 - east**2 - north**2))
            else:
                look = los.from_components(*_without_rim(bands))
        except GroundshiftError as error:
            raise GroundshiftError(f"{self._bands.los[0].path}: {error}") from error
        return look.incidence, look.azimuth


def _without_rim(bands):
    """Components of vectors; NaN where resampling has mixed them with the zeros around a frame."""
    length = np.sqrt(sum(band**2 for band in bands))
    with np.errstate(invalid="ignore"):
        good = np.abs(length - 1) <= los.UNIT_LENGTH
        if 2 * good.sum() < (length > 0).sum():
            return bands  # no rim; refused
    return [np.where(good, band, np.nan) for band in bands]


def opened(stack, band: Band | None, grid, resampling, dtype=np.float32):
    """A band that is read by windows of the stack's grid; None where there is none."""
    if band is None:
        return None
    (source,) = stack.enter_context(open_bands([band], dtype))
    if band.grid is not None:
        return on_grid(source, band.grid, grid, resampling, band.path)
    if band.dataset:  # the reader of the product has compared the sizes
        return source
    return on_grid(source, describe(band.path).grid, grid, resampling, band.path)

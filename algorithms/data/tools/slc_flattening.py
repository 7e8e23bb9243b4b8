# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Takes the phase of the ellipsoid and of the terrain off radar images.

An image has the phase ``-4 pi R_i / wavelength`` of the range ``R_i`` from its own orbit. Times
``exp(+j 4 pi (R_i - R_0) / wavelength)``, with the range ``R_0`` of the first date to the same
pixel, all images have the same geometric phase, which drops out of interferograms and of the
windows of phase linking. The ranges come from the orbits and each pixel's longitude, latitude and
height (zero Doppler), or from rasters of ``R_i - R_0`` in metres.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np

from ...errors import GroundshiftError
from ...formats.images._source import open_part, read_part
from ...formats.interferograms._common import dates_in, list_files
from ...formats.raster_source import describe
from ..slc_product import SlcPart

ENDINGS = (".tif", ".tiff", ".vrt", ".rdr", ".off", ".img", ".bin", ".full")


class OrbitRanges:
    """Range differences from the orbits.

    Parameters
    ----------
    scene : Scene
        With an orbit as reference.
    dates : ndarray of datetime64[D]
    """

    def __init__(self, scene, dates):
        points = scene.sample_points()
        self._passes = {date: scene.product.orbits[date].over(points) for date in dates}
        self._first = dates[0]

    def difference(self, date, window, values) -> np.ndarray | None:
        """Range of a date less that of the first, metres; None for the first itself.

        Parameters
        ----------
        date : datetime64[D]
        window : Window
        values : dict
            Of :meth:`.slc_scene.Scene.read`.
        """
        if date == self._first:
            return None
        ranges, _ = self._passes[date].ranges(values["points"].reshape(-1, 3))
        difference = ranges.reshape(values["ranges"].shape) - values["ranges"]
        # At another height the terrain's phase would stay in.
        difference[np.isnan(values["height"])] = np.nan
        return difference


class RasterRanges(contextlib.ExitStack):
    """Range differences from rasters with dates in their names.

    Parameters
    ----------
    folder : path
        One raster a date, of the images' own pixels: range of that date less the range of the
        reference, metres. The reference itself needs none.
    product : SlcProduct
    origin : Window
        The part that is imported.

    Raises
    ------
    GroundshiftError
        If more than one date has none, or sizes differ.
    """

    def __init__(self, folder, product, origin):
        super().__init__()
        self._origin, self._parts = origin, {}
        for path in list_files(folder):
            days = dates_in(path.name)
            if not days or path.suffix.lower() not in ENDINGS:
                continue
            info = describe(path)
            if info.grid.shape != product.grid.shape:
                raise GroundshiftError(
                    f"{path}: has {info.grid.rows}x{info.grid.cols} pixels and the images have "
                    f"{product.grid.rows}x{product.grid.cols}; give range differences of the "
                    "images' own pixels."
                )
            self._parts[days[-1]] = SlcPart(str(path), shape=product.grid.shape)
        lacking = [str(date) for date in product.dates if date not in self._parts]
        if len(lacking) > 1:
            raise GroundshiftError(
                f"{Path(folder)}: has no range differences of {', '.join(lacking[:5])}; give a "
                "raster with the date in its name for every date but the reference."
            )

    def difference(self, date, window, values) -> np.ndarray | None:
        """See :meth:`OrbitRanges.difference`; here against the rasters' own reference."""
        part = self._parts.get(date)
        if part is None:
            return None
        with open_part(part) as source:
            moved = type(window)(
                window.row + self._origin.row, window.col + self._origin.col, window.height,
                window.width,
            )  # fmt: skip
            return read_part(part, moved, source)


def flatten(image, difference, wavelength: float) -> None:
    """Take the phase of a range difference off an image, in place.

    Parameters
    ----------
    image : ndarray of complex64
    difference : ndarray of float64
        Metres; NaN leaves no value.
    wavelength : float
        Metres.
    """
    # Whole cycles go first, in double precision.
    cycles = 2 * difference / wavelength
    cycles -= np.rint(cycles)
    image *= np.exp(2j * np.pi * cycles.astype(np.float32)).astype(np.complex64)

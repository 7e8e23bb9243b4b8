# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Distances in metres between layers of any coordinate systems, through pyproj."""

from __future__ import annotations

import numpy as np

from ..errors import GroundshiftError


def pixel_size_m(grid) -> tuple[float, float]:
    """Ground size of a pixel in the middle of a grid, along rows and along columns.

    Parameters
    ----------
    grid : Grid
        With a CRS.

    Returns
    -------
    tuple of 2 float
        Metres.
    """
    rows, cols = (grid.rows - 1) / 2, (grid.cols - 1) / 2
    local = LocalMetres(grid.crs, *grid.xy(rows, cols))
    x, y = zip(*(grid.xy(r, c) for r, c in ((rows, cols), (rows + 1, cols), (rows, cols + 1))))
    centre, down, across = local.of(grid.crs, np.array(x), np.array(y))
    return float(np.hypot(*(down - centre))), float(np.hypot(*(across - centre)))


class LocalMetres:
    """A local transverse Mercator to which coordinates of any CRS are taken.

    Parameters
    ----------
    crs : str
        WKT of the CRS of the centre; empty where there is none, then all coordinates are taken as
        metres as they are.
    x, y : float
        Centre.
    """

    def __init__(self, crs: str, x: float, y: float):
        self._local = ""
        self._transformers = {}
        if not crs:
            return
        longitude, latitude = self._make(crs, "EPSG:4326").transform(x, y)
        if not np.isfinite([longitude, latitude]).all() or abs(latitude) > 90:
            raise GroundshiftError(
                f"The coordinates ({x:.6g}, {y:.6g}) do not fit their CRS; set the right one."
            )
        self._local = (
            f"+proj=tmerc +lat_0={latitude:.6f} +lon_0={longitude:.6f} +k=1 +x_0=0 +y_0=0 "
            "+ellps=WGS84 +units=m +no_defs"
        )

    @classmethod
    def named(cls, local: str) -> LocalMetres:
        """The frame of which :attr:`crs` is known, such as that of patches; '' for none."""
        frame = cls("", 0.0, 0.0)
        frame._local = local
        return frame

    @property
    def crs(self) -> str:
        """The local system as PROJ understands it; empty where there is none."""
        return self._local

    @staticmethod
    def _make(source: str, target: str):
        from pyproj import Transformer
        from pyproj.exceptions import ProjError

        try:
            return Transformer.from_crs(source, target, always_xy=True)
        except ProjError as error:
            raise GroundshiftError(
                f"The CRS cannot be understood ({error}); set a valid one."
            ) from error

    def of(self, crs: str, x, y, what: str = "A layer"):
        """Local coordinates in metres.

        Parameters
        ----------
        crs : str
            WKT of the coordinates' CRS.
        x, y : ndarray
        what : str
            What they belong to, for the error.

        Returns
        -------
        ndarray, shape (point, 2)

        Raises
        ------
        GroundshiftError
            If only one of the two sides has a CRS.
        """
        x, y = np.asarray(x, float), np.asarray(y, float)
        if bool(crs) != bool(self._local):
            raise GroundshiftError(
                f"{what}: one of the layers has no CRS and the other has one, so they cannot be "
                "laid over each other; set the CRS of both."
            )
        if not crs:
            return np.stack([x, y], axis=-1)
        if crs not in self._transformers:
            self._transformers[crs] = self._make(crs, self._local)
        return np.stack(self._transformers[crs].transform(x, y), axis=-1)

    def back(self, crs: str, points):
        """Map coordinates (x, y) of local ones, shape (point, 2)."""
        points = np.asarray(points, float)
        if not crs:
            return points[:, 0], points[:, 1]
        return self._make(self._local, crs).transform(points[:, 0], points[:, 1])

    def convergence(self, crs: str, x, y):
        """Meridian convergence: how far the frame's north lies clockwise from true north.

        An azimuth from true north is that from the frame's north plus the convergence.

        Parameters
        ----------
        crs : str
            WKT of the coordinates' CRS; that of the frame itself (:attr:`crs`) will do.
        x, y : ndarray

        Returns
        -------
        ndarray, shape of `x`
            Radians; 0 where there is no CRS.
        """
        x, y = np.asarray(x, float), np.asarray(y, float)
        if not self._local:
            return np.zeros(x.shape)
        from pyproj import Proj

        longitude, latitude = self._make(crs, "EPSG:4326").transform(x, y)
        factors = Proj(self._local).get_factors(longitude, latitude)
        return np.radians(np.asarray(factors.meridian_convergence)).reshape(x.shape)

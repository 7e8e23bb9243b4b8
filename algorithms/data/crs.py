# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Coordinate reference systems, through pyproj."""

from __future__ import annotations

from functools import lru_cache

from ..errors import GroundshiftError


@lru_cache(maxsize=32)
def epsg_code(wkt: str) -> int | None:
    """EPSG code of a CRS, None where it has none (or there is no CRS)."""
    if not wkt:
        return None
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        return CRS.from_wkt(wkt).to_epsg()
    except CRSError as error:
        raise GroundshiftError(
            f"The CRS cannot be understood ({error}); set a valid one."
        ) from error


@lru_cache(maxsize=32)
def wkt_from_epsg(code: int) -> str:
    """WKT of an EPSG code."""
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        return CRS.from_epsg(code).to_wkt()
    except CRSError as error:
        raise GroundshiftError(f"EPSG:{code} is not known; give a valid code.") from error


@lru_cache(maxsize=32)
def wkt_of(crs: str) -> str:
    """WKT of what PROJ understands (``EPSG:4326``, ``+proj=tmerc ...``); empty stays empty."""
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        return CRS.from_user_input(crs).to_wkt() if crs else ""
    except CRSError as error:
        raise GroundshiftError(
            f"The CRS cannot be understood ({error}); set a valid one."
        ) from error


@lru_cache(maxsize=32)
def is_geographic(wkt: str) -> bool:
    """Whether coordinates are longitude and latitude."""
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    try:
        return bool(wkt) and CRS.from_user_input(wkt).is_geographic
    except CRSError as error:
        raise GroundshiftError(
            f"The CRS cannot be understood ({error}); set a valid one."
        ) from error


def check_degrees(crs: str, x, y, path, share: float = 0.5) -> None:
    """Refuse coordinates that are no degrees where the CRS says that they are.

    Parameters
    ----------
    crs : str
        WKT, or what PROJ understands; empty for none.
    x, y : array_like
        Any coordinates, such as corners.
    path : path
        Where they come from, for the error.
    share : float
        Of places beyond the globe, above which they are refused: a table may have a few bad rows.

    Raises
    ------
    GroundshiftError
        If the CRS counts in degrees and more places are beyond the globe.
    """
    import numpy as np

    if not np.size(x) or not is_geographic(crs):
        return
    east, north = np.abs(np.asarray(x, float)), np.abs(np.asarray(y, float))
    # Grids of the whole globe go half a cell beyond the poles, and some half a turn farther.
    beyond = (east > 540) | (north > 91)
    if beyond.mean() > share:
        raise GroundshiftError(
            f"{path}: its CRS counts in degrees and its coordinates go to {np.nanmax(east):.6g} "
            f"and {np.nanmax(north):.6g}, which are none; assign the CRS that they are in (metres, "
            "probably)."
        )


def check_reach(grid, path) -> None:
    """:func:`check_degrees` for the corners of a :class:`.grid.Grid`."""
    import numpy as np

    if grid.crs:
        corners = np.array([-0.5, grid.rows - 0.5]), np.array([-0.5, grid.cols - 0.5])
        check_degrees(grid.crs, *grid.xy(*corners), path, 0.0)


def point_in(place, crs: str):
    """A chosen place in the data's CRS; None stays None.

    Parameters
    ----------
    place : (x, y, crs) or None
        The CRS as WKT or what PROJ understands, empty for the data's own.
    crs : str
        WKT of the data's CRS; empty takes the numbers as they are.

    Returns
    -------
    (x, y) or None
    """
    if place is None:
        return None
    x, y, own = place
    if not own or not crs or own == crs:
        return x, y
    from pyproj import Transformer

    return Transformer.from_crs(own, crs, always_xy=True).transform(x, y)


def area_in(box, crs: str):
    """A chosen rectangle (xmin, ymin, xmax, ymax, crs) in the data's CRS; see :func:`point_in`."""
    if box is None:
        return None
    *corners, own = box
    if not own or not crs or own == crs:
        return tuple(corners)
    from pyproj import Transformer

    return Transformer.from_crs(own, crs, always_xy=True).transform_bounds(*corners)


def longitude_latitude(crs: str, x, y) -> tuple:
    """Degrees on WGS 84 of places on a map; NaN or infinite where they are not on it."""
    from pyproj import Transformer

    return Transformer.from_crs(crs, "EPSG:4326", always_xy=True).transform(x, y)

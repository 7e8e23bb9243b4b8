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

    return bool(wkt) and CRS.from_wkt(wkt).is_geographic

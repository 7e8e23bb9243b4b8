# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a series' own attributes say for corrections: weather at its pass, radar geometry."""

from __future__ import annotations

from ...data.orbit import RadarGeometry
from ...errors import GroundshiftError
from ..hdf5.stacks import read_timeseries
from .era5 import Era5Delay
from .gacos import GacosDelay

INCIDENCES = ("CENTER_INCIDENCE_ANGLE", "INCIDENCE_ANGLE")


def open_weather(kind: str, path, series_path, hours=None):
    """Zenith delays for the dates and the grid of a series.

    Parameters
    ----------
    kind : str
        ``gacos`` or ``era5``.
    path : path
        Folder of GACOS files; NetCDF file or folder of them.
    series_path : path
    hours : float, optional
        UTC of the pass, for ERA5; the series' own CENTER_LINE_UTC without.

    Raises
    ------
    GroundshiftError
        If files are missing or do not cover the series, or the time of the pass is unknown.
    """
    series = read_timeseries(series_path)
    if kind == "gacos":
        return GacosDelay(path, series.dates, series.grid)
    return Era5Delay(path, series.dates, pass_seconds(series, hours), series.grid)


def pass_seconds(series, hours=None) -> float:
    """Seconds of the day (UTC) at which the radar passed: `hours`, or the series' own.

    Raises
    ------
    GroundshiftError
        If neither is known.
    """
    if hours is not None:
        return 3600.0 * hours
    try:
        seconds = float(series.attributes["CENTER_LINE_UTC"])
    except (KeyError, ValueError):
        seconds = float("nan")
    if not 0.0 <= seconds <= 86400.0:
        raise GroundshiftError(
            f"{series.path}: does not say when the radar passed (CENTER_LINE_UTC); give the hour."
        )
    return seconds


def radar_geometry(series_path, incidence=None) -> tuple[RadarGeometry, tuple]:
    """Geometry for pixels of which no file gives it.

    Parameters
    ----------
    series_path : path
    incidence : float, optional
        Degrees; the series' own attribute without.

    Returns
    -------
    RadarGeometry
    tuple of str
        What had to be assumed.
    """
    return geometry_of(read_timeseries(series_path).attributes, incidence)


def geometry_of(attributes: dict, incidence=None) -> tuple[RadarGeometry, tuple]:
    """The same from the attributes of a file in MintPy's names; see :func:`radar_geometry`."""
    given = {} if incidence is None else {"incidence": incidence}
    for name in INCIDENCES:
        if name in attributes and "incidence" not in given:
            given["incidence"] = float(attributes[name])
    if "HEIGHT" in attributes:
        given["orbit_height"] = float(attributes["HEIGHT"])
    if "EARTH_RADIUS" in attributes:
        given["earth_radius"] = float(attributes["EARTH_RADIUS"])
    geometry = RadarGeometry(**given)
    words = {
        "incidence": f"an incidence of {geometry.incidence:g} degrees",
        "orbit_height": f"an orbit at {geometry.orbit_height / 1e3:.0f} km",
        "earth_radius": f"an Earth radius of {geometry.earth_radius / 1e3:.0f} km",
    }
    return geometry, tuple(text for name, text in words.items() if name not in given)

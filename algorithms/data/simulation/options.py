# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What simulated scenes are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from ...errors import GroundshiftError


def check_range(name: str, value: float, low: float, high: float) -> None:
    """Refuse a value that is out of range."""
    if not low <= value <= high:
        raise GroundshiftError(f"{name} is {value:g}; it must lie between {low:g} and {high:g}.")


@dataclass(frozen=True)
class SceneOptions:
    """What scenes of interferograms and scenes of images are made of alike.

    Every source of error has an amplitude or share that 0 (or False) switches off.

    Parameters
    ----------
    rows, cols : int
        Size in pixels.
    dates : int
        Number of acquisitions.
    first_date : str
        ``YYYY-MM-DD``.
    interval_days : int
        Days between acquisitions, where none is missing.
    missing_share : float
        Acquisitions that are missing in the regular row, as a share of `dates`.
    baseline_sigma_m : float
        Standard deviation of the perpendicular baselines.
    epsg : int
        A projected CRS in metres, or 4326; not used in radar coordinates.
    center_lon, center_lat : float
        Centre of the scene in degrees.
    wavelength : float
        Metres.
    incidence : float
        At the centre, degrees.
    heading : float
        Flight direction clockwise from north in degrees (right-looking): about -10 ascending,
        about 190 descending.
    relief_m : float
        Height of the mountains over the plain.
    bowls, bowl_rate_mm_yr : int, float
        Subsidence bowls in the plain and the vertical rate at their centres (negative sinks).
    seasonal_mm : float
        Amplitude of the yearly vertical motion at a bowl's centre.
    landslides, landslide_rate_mm_yr : int, float
        Landslides in the mountains and the largest down-slope rate. The second accelerates, the
        third has a step.
    turbulence_mm : float
        Standard deviation over the scene of a date's turbulent delay, along the line of sight.
    stratified_mm_per_km : float
        Standard deviation over the dates of the delay's change with height.
    dem_error_m : float
        Standard deviation of the height errors.
    decorrelation : bool
        Coherence under 1 and the phase noise that goes with it.
    seed : int

    Raises
    ------
    GroundshiftError
        If one is out of range.
    """

    rows: int = 200
    cols: int = 200
    dates: int = 30
    first_date: str = "2020-01-05"
    interval_days: int = 12
    missing_share: float = 0.1
    baseline_sigma_m: float = 60.0
    epsg: int = 32633
    center_lon: float = 13.0
    center_lat: float = 46.4
    wavelength: float = 0.0554658
    incidence: float = 38.0
    heading: float = -10.0
    relief_m: float = 900.0
    bowls: int = 1
    bowl_rate_mm_yr: float = -40.0
    seasonal_mm: float = 4.0
    landslides: int = 4
    landslide_rate_mm_yr: float = 60.0
    turbulence_mm: float = 5.0
    stratified_mm_per_km: float = 10.0
    dem_error_m: float = 5.0
    decorrelation: bool = True
    seed: int = 1

    RANGES: ClassVar[dict] = {
        "dates": (2, 1000), "interval_days": (1, 1000), "missing_share": (0, 1),
        "baseline_sigma_m": (0, 2000), "center_lon": (-180, 180), "center_lat": (-80, 80),
        "wavelength": (0.005, 2), "heading": (-360, 360), "relief_m": (0, 5000),
        "bowls": (0, 20), "bowl_rate_mm_yr": (-2000, 2000), "seasonal_mm": (0, 500),
        "landslides": (0, 200), "landslide_rate_mm_yr": (0, 5000), "turbulence_mm": (0, 200),
        "stratified_mm_per_km": (0, 500), "dem_error_m": (0, 200), "seed": (0, 2**31 - 1),
    }  # fmt: skip

    def __post_init__(self):
        for name, (low, high) in self.RANGES.items():
            check_range(name, getattr(self, name), low, high)
        try:
            np.datetime64(self.first_date, "D")
        except ValueError as error:
            raise GroundshiftError(
                f"first_date is '{self.first_date}'; give it as YYYY-MM-DD."
            ) from error


@dataclass(frozen=True)
class SimulationOptions(SceneOptions):
    """The parameters of a simulated stack of interferograms, of at least 32 x 32 pixels.

    Parameters
    ----------
    connections : int
        Every date makes pairs with so many dates after it.
    split_network : bool
        Leave out the pairs between the first and the second half of the dates.
    pixel_size_m : float
        In metres; a geographic CRS gets square pixels in degrees of this north-south size.
    incidence_span : float
        From near to far edge, degrees.
    looks : int
        Independent looks in each pixel, at least 2.
    water_share : float
        Share of the scene under a lake, where no pair has data.
    jumps_share : float
        Share of pairs with an unwrapping error.
    gaps_share : float
        Share of a pair's pixels that are missing, on average.
    """

    connections: int = 3
    split_network: bool = False
    pixel_size_m: float = 60.0
    incidence_span: float = 2.0
    looks: int = 20
    water_share: float = 0.03
    jumps_share: float = 0.05
    gaps_share: float = 0.05

    RANGES: ClassVar[dict] = {
        "rows": (32, 20000), "cols": (32, 20000), **SceneOptions.RANGES,
        "connections": (1, 1000), "pixel_size_m": (1, 1000), "incidence_span": (0, 20),
        "looks": (2, 10000), "water_share": (0, 0.5), "jumps_share": (0, 1),
        "gaps_share": (0, 0.6),
    }  # fmt: skip

    def __post_init__(self):
        super().__post_init__()
        half = self.incidence_span / 2
        if not (self.incidence - half >= 15 and self.incidence + half <= 60):
            raise GroundshiftError(
                f"incidence {self.incidence:g} with a span of {self.incidence_span:g} leaves the "
                "range of 15 to 60; give both in degrees from the vertical."
            )
        if self.split_network and self.dates < 4:
            raise GroundshiftError(
                f"split_network needs at least 4 dates and there are {self.dates}; add dates."
            )


@dataclass(frozen=True)
class PermafrostOptions(SimulationOptions):
    """A scene of permafrost, without bowls and landslides.

    Parameters
    ----------
    air_temperature : float
        Mean of the year at the scene's middle height, °C.
    water_content : float
        Volume of water in a volume of soil, on average.
    lag_days : int
        By which the ground is late against the air, on average.
    slumps, slump_step_mm : int, float
        Thaw slumps, and the vertical step of the largest one (negative sinks).
    thaw_rate_mm_yr : float
        Vertical rate at the shores of lakes and in the patches that thaw for good.
    lakes_share : float
        Share of the scene under thermokarst lakes.
    snow_mm : float
        Snow that melts in spring, mm of water, on average.
    """

    center_lon: float = 92.93
    center_lat: float = 34.83
    bowls: int = 0
    landslides: int = 0
    water_share: float = 0.0
    air_temperature: float = -4.0
    water_content: float = 0.35
    lag_days: int = 12
    slumps: int = 6
    slump_step_mm: float = -60.0
    thaw_rate_mm_yr: float = -15.0
    lakes_share: float = 0.06
    snow_mm: float = 400.0

    RANGES: ClassVar[dict] = {
        **SimulationOptions.RANGES,
        "bowls": (0, 0), "landslides": (0, 0), "water_share": (0, 0),
        "air_temperature": (-9, -1), "water_content": (0.05, 0.6), "lag_days": (0, 30),
        "slumps": (0, 200), "slump_step_mm": (-2000, 2000), "thaw_rate_mm_yr": (-500, 500),
        "lakes_share": (0, 0.3), "snow_mm": (0, 2000),
    }  # fmt: skip

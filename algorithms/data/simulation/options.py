# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a simulated stack is made of."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import GroundshiftError


@dataclass(frozen=True)
class SimulationOptions:
    """The parameters of a simulated stack.

    Every source of error has an amplitude or share that 0 (or False) switches off.

    Parameters
    ----------
    rows, cols : int
        Size in pixels, at least 32.
    dates : int
        Number of acquisitions.
    connections : int
        Every date makes pairs with so many dates after it.
    first_date : str
        ``YYYY-MM-DD``.
    interval_days : int
        Days between acquisitions, where none is missing.
    missing_share : float
        Acquisitions that are missing in the regular row, as a share of `dates`.
    split_network : bool
        Leave out the pairs between the first and the second half of the dates.
    baseline_sigma_m : float
        Standard deviation of the perpendicular baselines.
    pixel_size_m : float
        In metres; a geographic CRS gets square pixels in degrees of this north-south size.
    epsg : int
        A projected CRS in metres, or 4326.
    center_lon, center_lat : float
        Centre of the scene in degrees.
    wavelength : float
        Metres.
    incidence, incidence_span : float
        At the centre, and from near to far edge; degrees.
    heading : float
        Flight direction clockwise from north in degrees (right-looking): about -10 ascending,
        about 190 descending.
    looks : int
        Independent looks in each pixel, at least 2.
    relief_m : float
        Height of the mountains over the plain.
    water_share : float
        Share of the scene under a lake, where no pair has data.
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
    jumps_share : float
        Share of pairs with an unwrapping error.
    gaps_share : float
        Share of a pair's pixels that are missing, on average.
    seed : int

    Raises
    ------
    GroundshiftError
        If one is out of range.
    """

    rows: int = 200
    cols: int = 200
    dates: int = 30
    connections: int = 3
    first_date: str = "2020-01-05"
    interval_days: int = 12
    missing_share: float = 0.1
    split_network: bool = False
    baseline_sigma_m: float = 60.0
    pixel_size_m: float = 60.0
    epsg: int = 32633
    center_lon: float = 13.0
    center_lat: float = 46.4
    wavelength: float = 0.0554658
    incidence: float = 38.0
    incidence_span: float = 2.0
    heading: float = -10.0
    looks: int = 20
    relief_m: float = 900.0
    water_share: float = 0.03
    bowls: int = 1
    bowl_rate_mm_yr: float = -40.0
    seasonal_mm: float = 4.0
    landslides: int = 4
    landslide_rate_mm_yr: float = 60.0
    turbulence_mm: float = 5.0
    stratified_mm_per_km: float = 10.0
    dem_error_m: float = 5.0
    decorrelation: bool = True
    jumps_share: float = 0.05
    gaps_share: float = 0.05
    seed: int = 1

    def __post_init__(self):
        for name, (low, high) in _RANGES.items():
            value = getattr(self, name)
            if not low <= value <= high:
                raise GroundshiftError(
                    f"{name} is {value:g}; it must lie between {low:g} and {high:g}."
                )
        self._check_dates()
        half = self.incidence_span / 2
        if not (self.incidence - half >= 15 and self.incidence + half <= 60):
            raise GroundshiftError(
                f"incidence {self.incidence:g} with a span of {self.incidence_span:g} leaves the "
                "range of 15 to 60; give both in degrees from the vertical."
            )

    def _check_dates(self):
        try:
            np.datetime64(self.first_date, "D")
        except ValueError as error:
            raise GroundshiftError(
                f"first_date is '{self.first_date}'; give it as YYYY-MM-DD."
            ) from error
        if self.split_network and self.dates < 4:
            raise GroundshiftError(
                f"split_network needs at least 4 dates and there are {self.dates}; add dates."
            )


_RANGES = {
    "rows": (32, 20000), "cols": (32, 20000), "dates": (2, 1000), "connections": (1, 1000),
    "interval_days": (1, 1000), "missing_share": (0, 1), "baseline_sigma_m": (0, 2000),
    "pixel_size_m": (1, 1000), "center_lon": (-180, 180), "center_lat": (-80, 80),
    "wavelength": (0.005, 2), "incidence_span": (0, 20), "heading": (-360, 360),
    "looks": (2, 10000), "relief_m": (0, 5000), "water_share": (0, 0.5), "bowls": (0, 20),
    "bowl_rate_mm_yr": (-2000, 2000), "seasonal_mm": (0, 500), "landslides": (0, 200),
    "landslide_rate_mm_yr": (0, 5000), "turbulence_mm": (0, 200),
    "stratified_mm_per_km": (0, 500), "dem_error_m": (0, 200), "jumps_share": (0, 1),
    "gaps_share": (0, 0.6), "seed": (0, 2**31 - 1),
}  # fmt: skip

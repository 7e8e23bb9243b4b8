# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Subsidence bowls and landslides, and their motion along the line of sight."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage

from ..los import LineOfSight
from . import fields
from .options import SimulationOptions
from .terrain import Terrain

HORIZONTAL_SHARE = 0.35  # of a bowl's radius: inward motion per tilt (Knothe's theory of mining)
DAYS_PER_YEAR = 365.25
SMOOTHING = 3.0  # pixels; a slide's base is smoother than the ground


@dataclass(frozen=True)
class Source:
    """A place that moves: an ellipse outside of which it moves nothing.

    Parameters
    ----------
    name : str
    kind : str
        ``subsidence`` or ``landslide``.
    behaviour : str
        ``seasonal``, ``linear``, ``accelerating`` or ``step``.
    row, col : float
        Centre in pixels.
    length, width : float
        Half axes in metres; the length lies along `azimuth`.
    azimuth : float
        Clockwise from north, degrees; for a landslide the direction down the slope.
    rate : float
        Metres a year at the centre, averaged over the time of the stack without steps: vertical
        (negative sinks) for subsidence, down-slope for a landslide.
    step : float
        Metres, in the same direction.
    dip : float
        Of a landslide's base under the horizontal, degrees; it moves as one along it.
    step_date : datetime64[D], optional
        Of a step that has a day of its own.
    """

    name: str
    kind: str
    behaviour: str
    row: float
    col: float
    length: float
    width: float
    azimuth: float
    rate: float
    step: float = 0.0
    dip: float = 0.0
    step_date: np.datetime64 | None = None

    def outline(self, spacing, points: int = 72) -> tuple[np.ndarray, np.ndarray]:
        """Rows and columns (fractions of pixels) of the ellipse, closed."""
        turn = np.linspace(0, 2 * np.pi, points + 1)
        along, across = self.length * np.cos(turn), self.width * np.sin(turn)
        azimuth = np.radians(self.azimuth)
        north = along * np.cos(azimuth) - across * np.sin(azimuth)
        east = along * np.sin(azimuth) + across * np.cos(azimuth)
        return self.row - north / spacing[0], self.col + east / spacing[1]

    def distance(self, terrain: Terrain) -> np.ndarray:
        """Elliptical distance from the centre, 1 on the outline; shape (row, col)."""
        rows, cols = terrain.height.shape
        north = (self.row - np.arange(rows, dtype=np.float32)[:, None]) * terrain.spacing[0]
        east = (np.arange(cols, dtype=np.float32)[None, :] - self.col) * terrain.spacing[1]
        azimuth = np.radians(self.azimuth)
        along = north * np.cos(azimuth) + east * np.sin(azimuth)
        across = east * np.cos(azimuth) - north * np.sin(azimuth)
        return np.hypot(along / self.length, across / self.width)


@dataclass(frozen=True)
class Motion:
    """Motion along the line of sight, as maps times functions of time.

    ``d(t) = rate t + acceleration t**2 / 2 + step [t >= step time] + annual (season(t) -
    season(0))``, metres, positive towards the satellite.

    Parameters
    ----------
    rate, acceleration, step, annual : ndarray of float32, shape (row, col)
        m/yr, m/yr**2, m, m.
    labels : ndarray of int16, shape (row, col)
        0 where nothing moves, else 1 + the index of the source.
    factors : ndarray, shape (time, 4)
        The functions of time for the four maps.
    years : ndarray, shape (time,)
        Since the first date.
    """

    rate: np.ndarray
    acceleration: np.ndarray
    step: np.ndarray
    annual: np.ndarray
    labels: np.ndarray
    factors: np.ndarray
    years: np.ndarray

    def displacement(self, index: int, part=()) -> np.ndarray:
        """Displacement at a date since the first, of all pixels or a slice; metres, float32."""
        return self._combined(self.factors[index], part)

    def velocity(self) -> np.ndarray:
        """Slope of the straight line that fits the displacements best; m/yr, float32."""
        t = self.years - self.years.mean()
        return self._combined(t @ self.factors / (t @ t))

    def _combined(self, weights, part=()) -> np.ndarray:
        maps = (self.rate, self.acceleration, self.step, self.annual)
        return sum(np.float32(w) * m[part] for w, m in zip(weights, maps))


def time_factors(dates) -> tuple[np.ndarray, np.ndarray, np.datetime64]:
    """Years since the first date, functions of time, and the date of steps.

    Returns
    -------
    years : ndarray, shape (time,)
    factors : ndarray, shape (time, 4)
        For rate, acceleration, step and annual; all 0 at the first date.
    step_date : datetime64[D]
        First date after the step.
    """
    days = (dates - dates[0]).astype(float)
    years = days / DAYS_PER_YEAR
    step_date = dates[min(len(dates) - 1, int(0.6 * len(dates)))]
    new_year = dates[0].astype("datetime64[Y]").astype("datetime64[D]")
    phase = 2 * np.pi * ((dates[0] - new_year).astype(float) + days) / DAYS_PER_YEAR
    season = np.sin(phase + 0.3)  # highest in spring, when the ground water is
    factors = [years, years**2 / 2, (dates >= step_date).astype(float), season - season[0]]
    return years, np.stack(factors, axis=1), step_date


def make_sources(options: SimulationOptions, terrain: Terrain, los: LineOfSight, facing):
    """Choose the places that move.

    Parameters
    ----------
    options : SimulationOptions
    terrain : Terrain
    los : LineOfSight
    facing : ndarray, shape (row, col)
        Incidence less range slope in radians; layover where it is not positive.

    Returns
    -------
    tuple of Source
        Fewer landslides than wanted where the terrain has no room for more.
    """
    rng = fields.generator(options.seed, fields.SOURCES)
    free = ~terrain.water
    sources = []
    for number in range(options.bowls):
        bowl = _place_bowl(number, options, terrain, free, rng)
        sources.append(bowl)
        free &= bowl.distance(terrain) > 1.3
    sites = free & _landslide_sites(terrain, los, facing)
    for number in range(options.landslides):
        slide = _place_landslide(number, options, terrain, sites, rng)
        if slide is None:
            break
        sources.append(slide)
        # Three times the length keeps neighbours from touching.
        sites &= replace(slide, width=slide.length).distance(terrain) > 3
    return tuple(sources)


def _place_bowl(number, options, terrain, free, rng) -> Source:
    """A bowl where the plain is widest."""
    extent = min(n * s for n, s in zip(terrain.height.shape, terrain.spacing))
    plain = np.pad(free & (terrain.mountains < 0.2), 1)
    room = ndimage.distance_transform_edt(plain)[1:-1, 1:-1]
    room += 0.05 * room.max() * rng.standard_normal(room.shape)
    row, col = np.unravel_index(np.argmax(np.where(free, room, -np.inf)), room.shape)
    rows, cols = room.shape
    edge = min(row, rows - 1 - row, col, cols - 1 - col) * min(terrain.spacing)
    length = extent * rng.uniform(0.2, 0.25) / max(1, options.bowls) ** 0.5
    length = min(length, max(edge, 5 * min(terrain.spacing)))
    return Source(
        f"subsidence {number + 1}", "subsidence", "seasonal" if options.seasonal_mm else "linear",
        float(row), float(col), length, length * rng.uniform(0.65, 0.9), rng.uniform(0, 180),
        options.bowl_rate_mm_yr / 1000,
    )  # fmt: skip


def _landslide_sites(terrain, los, facing) -> np.ndarray:
    """Steep slopes that the radar sees and whose motion it can tell."""
    slope, aspect = terrain.slope_aspect(SMOOTHING)
    sites = (slope > np.radians(12)) & (slope < np.radians(45)) & (facing > np.radians(5))
    sites &= np.abs(_down_slope(slope, aspect, los)) > 0.2
    margin = max(3, min(sites.shape) // 20)
    sites[:margin] = sites[-margin:] = False
    sites[:, :margin] = sites[:, -margin:] = False
    return sites


def _place_landslide(number, options, terrain, sites, rng):
    """A landslide on one of the steeper free sites, None where there is none left."""
    if not sites.any():
        return None
    slope, aspect = terrain.slope_aspect(SMOOTHING)
    places = np.flatnonzero(sites)
    weight = np.tan(slope.ravel()[places].astype(float))
    row, col = np.unravel_index(rng.choice(places, p=weight / weight.sum()), sites.shape)
    pixel = max(terrain.spacing)
    length = pixel * min(rng.uniform(5, 9), min(sites.shape) / 12)
    behaviour = ("linear", "accelerating", "step")[number] if number < 3 else "linear"
    span = options.dates * options.interval_days / DAYS_PER_YEAR
    rate = options.landslide_rate_mm_yr / 1000 * (1.0 if number == 0 else rng.uniform(0.5, 1.0))
    return Source(
        f"landslide {number + 1}", "landslide", behaviour, float(row), float(col), length,
        length * rng.uniform(0.45, 0.65), float(np.degrees(aspect[row, col])),
        0.4 * rate if behaviour == "step" else rate,
        0.5 * rate * min(span, 1.0) if behaviour == "step" else 0.0,
        float(np.degrees(slope[row, col])),
    )  # fmt: skip


def _down_slope(slope, aspect, los: LineOfSight) -> np.ndarray:
    """Line-of-sight motion for a unit of motion down the slope (Notti et al. 2014)."""
    flat = np.cos(slope)
    return los.project(np.sin(aspect) * flat, np.cos(aspect) * flat, -np.sin(slope))


def make_motion(options, terrain: Terrain, los: LineOfSight, sources, dates) -> Motion:
    """Motion of all sources along the line of sight.

    Parameters
    ----------
    options : SimulationOptions
    terrain : Terrain
    los : LineOfSight
    sources : tuple of Source
    dates : ndarray of datetime64[D]

    Returns
    -------
    Motion
    """
    years, factors, _ = time_factors(dates)
    maps = np.zeros((4, *terrain.height.shape), np.float32)
    labels = np.zeros(terrain.height.shape, np.int16)
    for number, source in enumerate(sources):
        distance = source.distance(terrain)
        inside = distance < 1
        if source.kind == "subsidence":
            unit = _bowl_unit(source, distance, terrain, los)
            maps[0] += np.float32(source.rate) * unit
            maps[3] += np.float32(options.seasonal_mm / 1000) * unit
        else:
            down = _down_slope(np.radians(source.dip), np.radians(source.azimuth), los)
            unit = np.where(inside, (1 - distance**4) * down, 0).astype(np.float32)
            _add_landslide(maps, source, unit, years[-1])
        labels[inside & (labels == 0)] = number + 1
    return Motion(*maps, labels, factors, years)


def _add_landslide(maps, source, unit, span) -> None:
    """Put a landslide's rate, acceleration and step into the maps."""
    start = source.rate
    if source.behaviour == "accelerating":
        start = 0.3 * source.rate
        maps[1] += np.float32(2 * (source.rate - start) / span) * unit
    maps[0] += np.float32(start) * unit
    maps[2] += np.float32(source.step) * unit


def _bowl_unit(source, distance, terrain, los) -> np.ndarray:
    """Line-of-sight motion of a bowl whose centre rises by one.

    The ground moves inwards where it sinks, in proportion to the tilt (Knothe's theory).
    """
    vertical = np.where(distance < 1, (1 - distance**2) ** 3, 0)
    south, east = np.gradient(vertical, *terrain.spacing)
    reach = HORIZONTAL_SHARE * source.width
    # Differences reach a pixel beyond the outline, where nothing shall move.
    return np.where(distance < 1, los.project(reach * east, -reach * south, vertical), 0)

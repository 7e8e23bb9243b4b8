# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A simulated scene: its truth, and its interferograms one at a time."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..crs import is_geographic, wkt_from_epsg
from ..grid import METRES_PER_DEGREE, Grid, Window
from ..los import LineOfSight, from_incidence_heading
from . import (
    atmosphere,
    blemishes,
    cold,
    cold_air,
    decorrelation,
    deformation,
    fields,
    network,
)
from .options import PermafrostOptions, SimulationOptions
from .terrain import Terrain, make_terrain, range_slope

EARTH_RADIUS = 6371000.0
ORBIT_HEIGHT = 693000.0  # metres, Sentinel-1
CACHED_BYTES = 2**29  # of phases of dates

__all__ = ["SimulatedPair", "Simulation", "SimulationOptions", "simulate"]


@dataclass(frozen=True)
class SimulatedPair:
    """One interferogram.

    Parameters
    ----------
    phase : ndarray of float32, shape (row, col)
        Unwrapped, radians, MintPy's sign, NaN for no data.
    coherence : ndarray of float32, shape (row, col)
        As estimated; NaN over water.
    """

    phase: np.ndarray
    coherence: np.ndarray


class Scene:
    """What scenes of interferograms and scenes of images can tell alike."""

    cold = None

    @property
    def wavelength(self) -> float:
        """Metres."""
        return self.options.wavelength

    @property
    def height(self) -> np.ndarray:
        """Elevation model in metres; float32, shape (row, col)."""
        return self.terrain.height

    @property
    def velocity(self) -> np.ndarray:
        """True velocity along the line of sight: slope of the best straight line; m/yr, float32."""
        return self.motion.velocity()

    def displacement(self, index: int, window: Window | None = None) -> np.ndarray:
        """True displacement of a date since the first; metres towards the satellite, float32."""
        return self.motion.displacement(index, window.slices if window else ())

    def atmosphere(self, index: int) -> np.ndarray:
        """Delay of a date as apparent displacement towards the satellite; metres, float32."""
        options = self.options
        delay = np.zeros(self.grid.shape, np.float32)
        if options.turbulence_mm > 0:
            delay -= atmosphere.turbulent_delay(
                self.grid.shape, self.terrain.spacing, options.turbulence_mm / 1000,
                options.seed, index,
            )  # fmt: skip
        if options.stratified_mm_per_km > 0:
            per_metre = options.stratified_mm_per_km * 1e-6
            slope = atmosphere.stratified_slope(per_metre, options.seed, index)
            delay -= np.float32(slope) * (self.height - self.height.min())
        return delay

    def topographic(self, index: int) -> np.ndarray:
        """Effect of the height errors on a date as apparent displacement; metres, float32.

        ``B / (r sin i) * dem_error``, the sign that MintPy's ``dem_error`` estimates (Fattahi and
        Amelung 2013, eq. 5, in metres).
        """
        factor = self.perpendicular_baseline[index] / self.slant_range
        return (factor / np.sqrt(1 - self.los.up**2) * self.dem_error).astype(np.float32)


@dataclass(frozen=True)
class Simulation(Scene):
    """A scene with known truth; interferograms are made when asked for.

    The phase is ``-4 pi / wavelength * d`` of the later date minus the earlier, with ``d``
    positive towards the satellite. What a date or pair holds depends on the options and its
    index alone, not on what was asked for before.

    Parameters
    ----------
    options : SimulationOptions
    grid : Grid
    dates : ndarray of datetime64[D], shape (time,)
    pair_index : ndarray of int, shape (interferogram, 2)
        Earlier and later date of each pair.
    perpendicular_baseline : ndarray, shape (time,)
        Metres, relative to the first date.
    terrain : Terrain
    cover : Cover
    los : LineOfSight
        Arrays of shape (row, col).
    slant_range : ndarray of float32, shape (row, col)
        Metres.
    sources : tuple of Source
    motion : Motion or ColdMotion
    dem_error : ndarray of float32, shape (row, col)
        Metres by which the terrain lies above the elevation model.
    jumped : ndarray of bool, shape (interferogram,)
        Pairs with an unwrapping error.
    step_date : datetime64[D]
        First date after the step of a landslide.
    cold : Cold, optional
        Of a scene of permafrost.
    """

    options: SimulationOptions
    grid: Grid
    dates: np.ndarray
    pair_index: np.ndarray
    perpendicular_baseline: np.ndarray
    terrain: Terrain
    cover: decorrelation.Cover
    los: LineOfSight
    slant_range: np.ndarray
    sources: tuple
    motion: deformation.Motion | cold.ColdMotion
    dem_error: np.ndarray
    jumped: np.ndarray
    step_date: np.datetime64
    cold: cold.Cold | None = None
    _phases: dict = field(default_factory=dict, repr=False, compare=False)

    @property
    def looks(self) -> int:
        """Independent looks in each pixel."""
        return self.options.looks

    @property
    def water(self) -> np.ndarray:
        """Where no pair has data; bool, shape (row, col)."""
        return self.terrain.water

    @property
    def labels(self) -> np.ndarray:
        """0 where nothing moves, else 1 + the index of the source; int16, shape (row, col)."""
        return self.motion.labels

    @property
    def pairs(self) -> np.ndarray:
        """Earlier and later date; datetime64[D], shape (interferogram, 2)."""
        return self.dates[self.pair_index]

    @property
    def pair_baseline(self) -> np.ndarray:
        """Perpendicular baseline of the pairs, later minus earlier, metres."""
        return np.diff(self.perpendicular_baseline[self.pair_index], axis=1)[:, 0]

    def date_phase(self, index: int) -> np.ndarray:
        """Phase of a date: displacement, atmosphere and height errors; radians, float32."""
        phase = self._phases.get(index)
        if phase is None:
            metres = self.displacement(index) + self.atmosphere(index) + self.topographic(index)
            phase = np.float32(-4 * np.pi / self.wavelength) * metres
            phase.flags.writeable = False
            # The pairs of a date follow each other, so few dates are needed at a time.
            keep = min(self.options.connections, CACHED_BYTES // phase.nbytes)
            while len(self._phases) > max(1, keep):
                self._phases.pop(next(iter(self._phases)))
            self._phases[index] = phase
        return phase

    def coherence(self, index: int) -> np.ndarray:
        """True coherence of a pair; float32, NaN over water."""
        if not self.options.decorrelation:
            return np.where(self.water, np.float32(np.nan), np.float32(1))
        first, second = self.dates[self.pair_index[index]]
        days = (second - first).astype(float)
        found = decorrelation.pair_coherence(self.cover, days, self.pair_baseline[index])
        return found if self.cold is None else self.cold.wet_coherence(found, first, second)

    def backscatter(self, index: int) -> np.ndarray:
        """Backscatter of a date of a cold scene, dB; float32, shape (row, col)."""
        options, date = self.options, self.dates[index]
        return self.cold.backscatter(self.cover, date, index, options.looks, options.seed)

    def jumps(self, index: int) -> np.ndarray:
        """Cycles by which the unwrapping of a pair is wrong; int8, shape (row, col)."""
        if not self.jumped[index]:
            return np.zeros(self.grid.shape, np.int8)
        return blemishes.jump_map(self.grid.shape, self.options.seed, index)

    def gaps(self, index: int) -> np.ndarray:
        """Pixels whose phase a pair lacks, besides water; bool, shape (row, col)."""
        options = self.options
        return blemishes.gap_map(self.coherence(index), options.gaps_share, options.seed, index)

    def pair(self, index: int) -> SimulatedPair:
        """Make the interferogram of a pair."""
        options = self.options
        first, second = self.pair_index[index]
        phase = self.date_phase(second) - self.date_phase(first)
        true = self.coherence(index)
        estimate = true
        if options.decorrelation:
            rng = fields.generator(options.seed, fields.NOISE, index)
            noise, estimate = decorrelation.draw_interferogram(true, options.looks, rng)
            phase += noise
        if self.jumped[index]:
            phase += np.float32(2 * np.pi) * self.jumps(index)
        gaps = blemishes.gap_map(true, options.gaps_share, options.seed, index)
        phase[gaps | self.water] = np.nan
        return SimulatedPair(phase, estimate)


def simulate(options: SimulationOptions) -> Simulation:
    """Set up a scene.

    Parameters
    ----------
    options : SimulationOptions

    Returns
    -------
    Simulation

    Raises
    ------
    GroundshiftError
        If the CRS is unknown or not in metres or degrees.
    """
    grid, spacing = _make_grid(options)
    terrain = make_terrain(grid.shape, spacing, options.relief_m, options.water_share, options.seed)
    dates = network.make_dates(options)
    frozen = None
    if isinstance(options, PermafrostOptions):
        terrain = cold.with_lakes(options, terrain)
        air = cold_air.make_air(options, dates)
        soil = cold.make_soil(options, terrain)
        frozen = cold.Cold(air, soil, cold_air.make_snow(options, terrain, air, dates))
    los = _look_geometry(options, grid.shape, spacing)
    incidence = np.arccos(los.up)
    slant_range = slant_range_of(incidence)
    slope = range_slope(terrain, los)
    critical = decorrelation.critical_baseline(options.wavelength, slant_range, incidence, slope)
    pair_index = network.make_pairs(options)
    if frozen is None:
        sources = deformation.make_sources(options, terrain, los, incidence - slope)
        motion = deformation.make_motion(options, terrain, los, sources, dates)
    else:
        sources = cold.make_slumps(options, terrain, soil, air, dates)
        motion = cold.make_cold_motion(options, terrain, los, soil, air, sources, dates)
    rng = fields.generator(options.seed, fields.DEM_ERROR)
    dem_error = fields.smooth_field(grid.shape, 1.0, rng)
    return Simulation(
        options=options,
        grid=grid,
        dates=dates,
        pair_index=pair_index,
        perpendicular_baseline=network.make_baselines(options),
        terrain=terrain,
        cover=decorrelation.make_cover(
            terrain, critical, options.seed, None if frozen is None else soil.rock
        ),
        los=los,
        slant_range=slant_range,
        sources=sources,
        motion=motion,
        dem_error=np.float32(options.dem_error_m) * dem_error,
        jumped=blemishes.jumped_pairs(len(pair_index), options.jumps_share, options.seed),
        step_date=deformation.time_factors(dates)[2],
        cold=frozen,
    )


def _make_grid(options) -> tuple[Grid, tuple[float, float]]:
    """The grid about the centre, and its pixels' height and width in metres."""
    from pyproj import Transformer

    wkt = wkt_from_epsg(options.epsg)
    size = options.pixel_size_m
    x, y = options.center_lon, options.center_lat
    spacing = (size, size)
    if is_geographic(wkt):
        spacing = (size, size * np.cos(np.radians(y)))
        size = size / METRES_PER_DEGREE
    else:
        x, y = Transformer.from_crs(4326, wkt, always_xy=True).transform(x, y)
        # Corners on whole pixels, as products have them.
        x, y = size * round(x / size), size * round(y / size)
    left, top = x - size * (options.cols // 2), y + size * (options.rows // 2)
    grid = Grid(options.rows, options.cols, (left, size, 0.0, top, 0.0, -size), wkt)
    return grid, spacing


def _look_geometry(options, shape, spacing) -> LineOfSight:
    """Line of sight with an incidence that grows from near to far range."""
    look = np.radians(options.heading + 90)
    north = -np.arange(shape[0])[:, None] * spacing[0]
    east = np.arange(shape[1])[None, :] * spacing[1]
    across = north * np.cos(look) + east * np.sin(look)
    across = (across - across.min()) / np.ptp(across) - 0.5
    los = from_incidence_heading(
        options.incidence + options.incidence_span * across, options.heading
    )
    return LineOfSight(*(part.astype(np.float32) for part in (los.east, los.north, los.up)))


def slant_range_of(incidence) -> np.ndarray:
    """Distance to the satellite over a round Earth, metres; the incidence is in radians."""
    down = EARTH_RADIUS * np.cos(incidence)
    far = (EARTH_RADIUS + ORBIT_HEIGHT) ** 2 - (EARTH_RADIUS * np.sin(incidence)) ** 2
    return (np.sqrt(far) - down).astype(np.float32)

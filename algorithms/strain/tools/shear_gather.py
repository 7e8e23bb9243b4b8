# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The shear of a scene in the frames of its faults, block by block, gathered in profiles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.grid import Grid, Window
from ...data.true_north import GroundAxes
from ...errors import GroundshiftError
from ...formats.vectors.fault_layers import Faults, read_faults
from ...outputs import Layer
from ..fault_segments import NearestSegment, Segments, segments_of
from ..plane import bell, gradients
from ..shear import (
    BINS,
    Profiles,
    along,
    box_spread,
    plane_spread,
    shear_of,
    together,
    usual,
)
from ..steps import Step, box_steps, plane_steps
from .shear_source import Orbit, box_of, check_directions

WINDOW, PIXELS = 2000.0, 7  # of planes by default: the larger one of metres and pixels
NARROW, MOST_PIXELS = 3, 301
REACH, WINDOWS = 20_000.0, 5
COARSE = 16  # pixels between places that tell whether a fault is near at all
MOST_DISAGREEMENT = 2.0
NSTRAIN = 1e9


@dataclass(frozen=True)
class Gathered:
    """What a scene tells of its faults.

    Parameters
    ----------
    grid : Grid
    faults : Faults
    segments : Segments
    distance : ndarray, shape (bin,)
    mean, std : ndarray, shape (segment, bin)
        Shear, 1/yr.
    seen : ndarray of bool, shape (segment,)
        Whether any orbit looks along the fault.
    inside : ndarray of bool, shape (segment,)
        Whether the scene reaches the trace.
    window, spread : float
        Metres; spread is that of :func:`..shear.plane_spread`.
    steps : (ndarray, ndarray)
        Offsets and gains of the window; see :class:`..steps.Step`.
    """

    grid: Grid
    faults: Faults
    segments: Segments
    distance: np.ndarray
    mean: np.ndarray
    std: np.ndarray
    seen: np.ndarray
    inside: np.ndarray
    window: float
    spread: float
    steps: tuple


def gather(chosen, outputs, job, files) -> Gathered:
    """Read both orbits along the faults.

    Parameters
    ----------
    chosen : ShearStrain
    outputs : Outputs
    job : Job
    files : ExitStack

    Raises
    ------
    GroundshiftError
        If there is no fault, or none that is seen.
    """
    orbits = [Orbit(chosen, "", files)]
    grid = orbits[0].grid
    if chosen.rates_2 is not None:
        orbits.append(Orbit(chosen, "_2", files, grid))
        check_directions(*orbits, chosen)
        _tell_second(orbits, job)
    ground, rise = GroundAxes(grid), np.array([grid.transform[1], grid.transform[5]])
    middle = ground.read(Window(grid.rows // 2, grid.cols // 2, 1, 1))[..., 0, 0] * rise
    sides = np.hypot(middle[0], middle[1])
    window = _window(chosen, orbits, float(sides.max()), job)
    reach = chosen.reach or max(REACH, WINDOWS * window)
    step = max(window / BINS, float(sides.max()))
    if reach < 4 * step:
        chosen.refuse("reach", f"is {reach:g} m and the window {window:.4g} m; give more.")
    faults = read_faults(chosen.faults)
    for note in faults.notes[:-1]:  # the last one is of dips
        job.note(note)
    if faults.traces.plane:
        raise GroundshiftError(
            f"{chosen.faults[0]}: has no CRS, so it cannot be laid over the rates; assign it."
        )
    box = box_of(grid)
    segments = segments_of(faults.traces, chosen.length, box)
    inside = _inside(segments, grid)
    if not inside.any():
        west, south, east, north = box
        raise GroundshiftError(
            f"{chosen.faults[0]}: none of its faults crosses {orbits[0].path} ({west:.3f} to "
            f"{east:.3f} east, {south:.3f} to {north:.3f} north); give faults of the same area."
        )
    weights = bell(middle, window, chosen.noise_length)
    only_gradients = all(o.is_gradient for o in orbits)
    margin = (0, 0) if only_gradients else weights.margin
    steps = box_steps(window) if only_gradients else plane_steps(weights, middle)
    spread = (
        box_spread(window) if only_gradients else
        plane_spread(weights, middle, chosen.noise_length)
    )  # fmt: skip
    reader = _Reader(orbits, grid, ground, rise, NearestSegment(segments, reach), reach, margin)
    function = _Block(
        tuple(o.is_gradient for o in orbits), tuple(o.has_std for o in orbits), weights,
        segments.strike, chosen.least_look, margin,
    )  # fmt: skip
    profiles = Profiles(len(segments), reach, step)
    seen, differences = np.zeros(len(segments), bool), np.zeros(2)
    bands = ("shear_nstrain_yr", "nstrain/yr"), ("shear_std_nstrain_yr", "nstrain/yr")
    layers = {"SHEAR": Layer(bands, NSTRAIN)} if outputs.wanted("SHEAR") else {}
    with outputs.rasters(layers, grid) as rasters:

        def write(window, block):
            segment, distance, shear, variance, looked, difference = block
            profiles.add(segment, distance, shear, variance)
            seen[np.unique(segment[looked])] = True
            differences[:] += difference
            if layers:
                rasters.write(window, {"SHEAR": np.stack([shear, np.sqrt(variance)])})

        job.part(0.0, 0.9).blocks(function, reader.read, write, grid, 1400.0)
    seen_here = seen & inside
    if not seen_here.any():
        raise GroundshiftError(
            f"{chosen.faults[0]}: along none of its faults the look vector has a component of "
            f"{chosen.least_look:g} where there are rates, so their shear is not seen; give the "
            "other orbit, faults that run otherwise, or a lower limit (LEAST_LOOK)."
        )
    if differences[0] > 1:
        ratio = float(np.sqrt(differences[1] / differences[0]))
        if ratio > MOST_DISAGREEMENT:
            job.warn(
                f"The two orbits differ by {ratio:.1f} standard deviations: vertical motion, "
                "motion across the faults, or noise that is larger than told (atmosphere) is in "
                "them; standard deviations of pixels are too small by as much."
            )
    job.note(
        f"Window of {window:.4g} m: shear is averaged over it, so a step at the surface becomes a "
        f"peak with a half width of {Step(*steps, step).half_width:.4g} m."
    )
    mean, std = profiles.means(segments.length, float(np.prod(sides)), spread)
    if not all(o.has_std for o in orbits):
        std = np.minimum(std, usual(std))  # no plane fits a step, and that is no noise
    return Gathered(
        grid, faults, segments, profiles.distance, mean, std, seen, inside, window, spread,
        steps,
    )  # fmt: skip


def _tell_second(orbits, job):
    first, second = orbits
    if first.is_gradient != second.is_gradient:
        job.warn(
            "One orbit gives gradients and the other rates: their windows differ, and so do the "
            "peaks of shear."
        )
    if second.resampled:
        job.warn(
            f"{second.path}: its pixels do not lie on those of {first.path} and are resampled onto "
            "them; what noise they have becomes alike between neighbours."
        )


def _window(chosen, orbits, side: float, job) -> float:
    told = [o.window for o in orbits if o.window]
    rates = [o for o in orbits if not o.is_gradient]
    if not rates:
        window = max(told) if told else chosen.window
        if window is None:
            chosen.refuse(
                "window", f"is missing, and {orbits[0].path} does not tell what its gradients were "
                "averaged over; give the window of 'gradientstack'.",
            )  # fmt: skip
        if told and chosen.window and abs(chosen.window / window - 1) > 0.3:
            job.warn(f"The gradients were averaged over {window:.4g} m; that is taken.")
        return max(window, 2 * side)
    window = chosen.window or max(WINDOW, PIXELS * side)
    if not NARROW * side <= window <= MOST_PIXELS * side:
        chosen.refuse(
            "window", f"is {window:g} m and pixels are {side:.4g} m; give {NARROW * side:.4g} to "
            f"{MOST_PIXELS * side:.4g} m.",
        )  # fmt: skip
    return window


def _inside(segments: Segments, grid: Grid) -> np.ndarray:
    """Which segments have a part of their trace on a grid."""
    if not len(segments):
        return np.zeros(0, bool)
    from pyproj import Transformer

    middles = 0.5 * (segments.traces.start + segments.traces.end)
    x, y = Transformer.from_crs("EPSG:4326", grid.crs, always_xy=True).transform(*middles.T)
    x0, dx, _, y0, _, dy = grid.transform
    col, row = (x - x0) / dx, (y - y0) / dy
    on = (row >= 0) & (row < grid.rows) & (col >= 0) & (col < grid.cols)
    return np.bincount(segments.of_piece[on], minlength=len(segments)) > 0


class _Reader:
    """Reads blocks: their segments first, and the orbits only where there are some."""

    def __init__(self, orbits, grid, ground, rise, nearest, reach, margin):
        from pyproj import Transformer

        self._orbits, self._grid, self._ground, self._rise = orbits, grid, ground, rise
        self._nearest, self._reach, self._margin = nearest, reach, margin
        self._to_degrees = Transformer.from_crs(grid.crs, "EPSG:4326", always_xy=True)

    def _places(self, rows, cols):
        rows, cols = np.meshgrid(rows, cols, indexing="ij")
        x, y = self._grid.xy(rows.ravel(), cols.ravel())
        return np.stack(self._to_degrees.transform(x, y), axis=-1)

    def read(self, window: Window):
        """Segment and distance of the pixels, axes, and by orbit what it gives and its look."""
        shape = window.height, window.width
        axes = self._ground.read(window) * self._rise[None, :, None, None]
        ends = [np.unique(np.r_[np.arange(first, first + size, COARSE), first + size - 1])
                for first, size in ((window.row, shape[0]), (window.col, shape[1]))]  # fmt: skip
        room = COARSE * float(np.abs(axes).sum(axis=(0, 1)).max())
        if self._nearest.least(self._places(*ends)) > self._reach + room:
            return None, shape, len(self._orbits)
        rows = np.arange(window.row, window.row + shape[0])
        cols = np.arange(window.col, window.col + shape[1])
        segment, distance = self._nearest.find(self._places(rows, cols))
        high, wide = self._margin
        around = Window(window.row - high, window.col - wide, shape[0] + 2 * high,
                        shape[1] + 2 * wide)  # fmt: skip
        given = [
            (orbit.read(window if orbit.is_gradient else around), orbit.look(window))
            for orbit in self._orbits
        ]
        return segment.reshape(shape), distance.reshape(shape), axes, given


class _Block:
    """The shear of a block, that a cluster's worker can take."""

    def __init__(self, are_gradients, have_std, weights, strike, least_look, margin):
        self._are_gradients, self._have_std, self._weights = are_gradients, have_std, weights
        self._strike, self._least_look, self._margin = strike, least_look, margin

    def __call__(self, block):
        if block[0] is None:
            void = np.full(block[1], np.nan)
            return np.full(block[1], -1), void, void, void, np.zeros(block[1], bool), np.zeros(2)
        segment, distance, axes, given = block
        strike = np.where(segment >= 0, self._strike[segment], np.nan)
        shears, variances, looked = [], [], np.zeros(segment.shape, bool)
        for (values, look), is_gradient, has_std in zip(
            given, self._are_gradients, self._have_std
        ):  # fmt: skip
            slope, covariance = self._slopes(values, axes, is_gradient, has_std)
            component = along(look, strike)
            with np.errstate(invalid="ignore"):
                visible = np.abs(component) >= self._least_look
            looked |= visible & np.isfinite(slope[0])
            shear, variance = shear_of(slope, covariance, strike, component)
            shears.append(np.where(visible, shear, np.nan))
            variances.append(variance)
        difference = np.zeros(2)
        if len(shears) == 2:
            with np.errstate(divide="ignore", invalid="ignore"):
                square = (shears[0] - shears[1]) ** 2 / (variances[0] + variances[1])
            known = np.isfinite(square)
            difference[:] = known.sum(), square[known].sum()
        return segment, distance, *together(shears, variances), looked, difference

    def _slopes(self, values, axes, is_gradient, has_std):
        """Gradient to the east and north, and its variances and covariance."""
        if is_gradient:
            east, north, east_std, north_std = (np.asarray(v, float) for v in values)
            return np.stack([east, north]), np.stack([east_std**2, 0 * east, north_std**2])
        std = [values[1]] * 2 if has_std else None
        # One rate has no components that could turn with north.
        slope, covariance = gradients(
            values[0], values[0], std, self._weights, axes, np.zeros(axes.shape[2:])
        )
        return slope[:2], np.stack([covariance[0, 0], covariance[0, 1], covariance[1, 1]])

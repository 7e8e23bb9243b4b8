# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Several orbits' motion taken apart into up and east (or along the aspect, or north, too)."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from functools import partial
from typing import Callable

import numpy as np

from ..data.grid import Grid, Window
from ..errors import GroundshiftError
from ..geometry.decomposition import (
    CONDITION_LIMIT,
    HORIZONTAL,
    ReferenceMotion,
    axes_of_motion,
    condition_of,
    decompose,
    leakage,
)
from ..geometry.relief import slope_and_aspect
from ..runner import RunOptions, run
from .atomic import Transaction
from .common_grid import choose_grid
from .decompose_outputs import DecomposeReport, DecomposeTargets, Outputs
from .decompose_reference import reference_constants, share_span
from .elevation import Elevation
from .ground_slope import GroundSlope
from .orbits import PointTrack, RasterTrack, open_track

BYTES_PER_OBSERVATION, BYTES_PER_PIXEL = 160.0, 300.0
BYTES_PER_FINE = 60.0  # of every pixel of a raster's own
REFERENCES = ("none", "area", "level")
SAMPLES = 64  # cells a side at which the geometry is looked at beforehand


@dataclass(frozen=True)
class DecomposeOptions:
    """How to take motion apart.

    Parameters
    ----------
    horizontal : str
        ``east``: up and east; ``aspect``: up and along the steepest slope.
    condition_limit : float
        Cells with a larger condition number are left out.
    north_std : float, optional
        Metres (a year): north motion is taken as zero, give or take so much, where no observation
        tells it. None neglects it.
    cell : float, optional
        Metres; the coarsest raster's pixels by default.
    least_points : int
        Fewest points in a cell.
    reference : str
        ``none``; ``area``: the median of every track there is made the known motion; ``level``:
        constants that make three and more observations fit each other.
    reference_point : (float, float), optional
        Of the area, in the CRS `reference_crs`.
    reference_radius : float
        Metres.
    reference_crs : str
        WKT.
    reference_motion : ReferenceMotion
        Metres (a year).
    common_span : bool
        Fit rates of points anew over the time that all of them with series share.
    flat_slope : float
        Degrees; gentler cells have no aspect.
    radius : float
        Metres, see :class:`.ground_slope.GroundSlope`.
    """

    horizontal: str = "east"
    condition_limit: float = CONDITION_LIMIT
    north_std: float | None = None
    cell: float | None = None
    least_points: int = 1
    reference: str = "none"
    reference_point: tuple | None = None
    reference_radius: float = 500.0
    reference_crs: str = ""
    reference_motion: ReferenceMotion = field(default_factory=ReferenceMotion)
    common_span: bool = True
    flat_slope: float = 5.0
    radius: float = 0.0

    def __post_init__(self):
        if self.horizontal not in HORIZONTAL or self.reference not in REFERENCES:
            raise GroundshiftError(
                f"'{self.horizontal}' and '{self.reference}' have to be one of "
                f"{', '.join(HORIZONTAL)} and of {', '.join(REFERENCES)}."
            )
        if not self.condition_limit > 1:
            raise GroundshiftError("The largest condition number has to be over 1.")
        if self.north_std is not None and self.horizontal == "aspect":
            raise GroundshiftError(
                "Motion along the aspect has a north part of its own; leave the standard deviation "
                "of north out, or decompose into up and east."
            )


def run_decompose(
    tracks,
    targets: DecomposeTargets,
    options: DecomposeOptions | None = None,
    dem_path=None,
    *,
    displacement: bool = False,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> DecomposeReport:
    """Take motion that several orbits saw apart into components.

    Parameters
    ----------
    tracks : sequence of Track
        Two and more.
    targets : DecomposeTargets
    options : DecomposeOptions, optional
    dem_path : path, optional
        For motion along the aspect.
    displacement : bool
        The data are displacements, not rates: for the names of the bands.
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.

    Raises
    ------
    GroundshiftError
        If the geometry cannot give the components, layers do not overlap, or other input cannot be
        used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options, log = options or DecomposeOptions(), log or (lambda text: None)
    _check(tracks, options, dem_path)
    with contextlib.ExitStack() as stack:
        dem = None if dem_path is None else stack.enter_context(Elevation(dem_path))
        opened = [open_track(track, options.least_points, log) for track in tracks]
        share_span(opened, options.common_span, log)
        rasters = [one for one in opened if isinstance(one, RasterTrack)]
        points = [one for one in opened if isinstance(one, PointTrack)]
        grid = choose_grid(
            [(str(one.track.source.path), one.grid) for one in rasters],
            [(str(one.track.source.path), *one.place_of_points) for one in points],
            options.cell,
        )
        log(f"Common grid: {grid.rows}x{grid.cols} cells of {abs(grid.transform[1]):.6g}.")
        for one in opened:
            one.place(grid, log)
        scene = _Scene(grid, opened, options, dem)
        _tell_geometry(scene, log)
        part = None if progress is None else lambda done: progress(0.2 * done)
        rest = None if progress is None else lambda done: progress(0.2 + 0.8 * done)
        flat = partial(_flat, options=options, north=scene.has_north)
        scene.shift(reference_constants(scene, flat, scene.bytes_per_pixel, part, cancelled, log))
        files = stack.enter_context(Transaction())
        outputs = stack.enter_context(Outputs(files, grid, targets, scene.components, displacement))
        run(
            partial(_solve, options=options, north=scene.has_north), scene.read, outputs.write,
            grid,
            bytes_per_pixel=scene.bytes_per_pixel, options=run_options, progress=rest,
            cancelled=cancelled,
        )  # fmt: skip
        report = outputs.report()
        _check_result(report, options)
        return report


def _check(tracks, options, dem_path):
    if len(tracks) < 2:
        raise GroundshiftError(
            "One orbit cannot tell up from sideways; give a second one that looks from another "
            "side."
        )
    if options.horizontal == "aspect":
        if dem_path is None:
            raise GroundshiftError("Motion along the aspect needs an elevation model; give one.")
        if any(track.kind == "north" for track in tracks):
            raise GroundshiftError(
                "North motion tells nothing of motion along the aspect; leave it out, or decompose "
                "into up and east."
            )


class _Scene:
    """All tracks on the common grid."""

    def __init__(self, grid: Grid, opened, options: DecomposeOptions, dem):
        self.grid, self.tracks, self.options = grid, opened, options
        self.observations = len(opened) + (options.north_std is not None)
        self._slope = None
        if options.horizontal == "aspect":
            self._slope = GroundSlope(dem, options.radius).on(grid)
        self.has_north = self.observations > len(opened) or any(
            one.track.kind != "los" for one in opened
        )
        self.has_north &= options.horizontal == "east"
        names = ("along_aspect", "up") if self._slope else ("east", "up")
        self.components = ("east", "north", "up") if self.has_north else names
        self._shift = np.zeros(len(opened))

    def shift(self, offsets) -> None:
        """Constants to be taken out of the tracks."""
        self._shift = np.asarray(offsets, float)

    def read(self, window: Window):
        """Vectors (observation, 3, row, column), data and deviations, and slope and aspect."""
        parts = [one.read(window) for one in self.tracks]
        data = [rate - shift for (rate, _, _), shift in zip(parts, self._shift)]
        std, vectors = [part[1] for part in parts], [part[2] for part in parts]
        if self.options.north_std is not None:
            # As if north had been observed, and found to be zero; it is no observation by itself.
            seen = np.isfinite(data).any(axis=0)
            data.append(np.where(seen, 0.0, np.nan))
            std.append(np.where(seen, self.options.north_std, np.nan))
            vectors.append(np.broadcast_to(np.array([0.0, 1.0, 0.0])[:, None, None],
                                           (3, *seen.shape)))  # fmt: skip
        tilt = None
        if self._slope is not None:
            tilt = slope_and_aspect(self._slope.read(window))
        return np.stack(vectors), np.stack(data), np.stack(std), tilt

    @property
    def bytes_per_pixel(self) -> float:
        """Memory of a block."""
        fine = sum(one.pixels_per_cell for one in self.tracks if isinstance(one, RasterTrack))
        return BYTES_PER_PIXEL + BYTES_PER_OBSERVATION * self.observations + BYTES_PER_FINE * fine


def _flat(block, options, north):
    """A block's pixels in a row, and the axes that are looked for."""
    vectors, data, std, tilt = block
    pixels = data[0].size
    aspect = None
    if tilt is not None:
        slope, aspect = (part.ravel() for part in tilt)
        aspect = np.where(slope < options.flat_slope, np.nan, aspect)
    axes = axes_of_motion(pixels, north, aspect)
    return (
        vectors.reshape(len(vectors), 3, pixels), data.reshape(len(data), pixels),
        std.reshape(len(std), pixels), axes,
    )  # fmt: skip


def _solve(block, options, north):
    found = decompose(*_flat(block, options, north), options.condition_limit)
    return found, None if block[3] is None else block[3][1]


def _tell_geometry(scene, log):
    """Say how well the directions tell the components apart, and what neglecting north does."""
    if scene.options.horizontal == "aspect":
        return  # differs from slope to slope: the status of every cell tells it
    rows, cols = (
        np.unique(np.linspace(0, size - 1, SAMPLES).astype(int)) for size in scene.grid.shape
    )
    parts = [scene.read(Window(int(row), 0, 1, scene.grid.cols))[:3] for row in rows]
    block = [np.concatenate([layer[..., cols] for layer in part], axis=-2) for part in zip(*parts)]
    vectors, data, std, axes = _flat((*block, None), scene.options, scene.has_north)
    seen = np.isfinite(data)
    conditions = condition_of(np.where(seen[:, None], vectors, np.nan), axes)
    known = conditions[~np.isnan(conditions)]
    if not known.size:
        return  # thin layers may still meet elsewhere
    log(f"Condition number of the geometry: {np.median(known):.3g} (median).")
    if not scene.has_north:
        weights = np.where(seen, std, np.nan)
        shifts = leakage(np.nan_to_num(vectors), weights, axes)
        shifts = shifts[:, np.isfinite(shifts).all(axis=0)]
        if shifts.size:
            east, up = np.median(shifts, axis=1)
            log(
                f"North motion is neglected: 1 mm of it would be taken for {east:+.2f} mm east "
                f"and {up:+.2f} mm up."
            )


def _check_result(report, options):
    if report.counts[1]:
        return
    if not report.counts[1:].any():
        raise GroundshiftError(
            "No cell has a value of any track; check that the layers overlap and their no-data "
            "values."
        )
    if report.counts[2] >= max(report.counts[3], report.counts[4]):
        raise GroundshiftError(
            "The directions are too much alike everywhere to tell the components apart (condition "
            f"number over {options.condition_limit:g}); add an orbit that looks from another side, "
            "such as the opposite pass."
        )
    raise GroundshiftError(
        "No cell has a value of as many tracks as are needed; check that the layers overlap, or "
        "give larger cells."
    )

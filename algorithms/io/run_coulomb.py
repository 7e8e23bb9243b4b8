# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps and sections of Coulomb stress change: slip model in, layers out, block by block."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.grid import Grid, Window
from ..data.statistics import Sampler
from ..errors import GroundshiftError
from ..runner import BLOCKS_IN_FLIGHT, RunOptions, compute, run, tell
from ..source.patches import SlipModel
from ..source.plausibility import model_doubts
from ..stress.grids import FixedPlane, OptimalPlane, Rock, largest_over_depth, stress_change
from .atomic import Transaction, joining
from .coulomb_sections import SectionSource, read_sections, write_sections
from .map_grid import MapGrid, make_grid, places_of
from .metric import LocalMetres, pixel_size_m
from .rasters import BandInfo, RasterWriter

MPA = 1e6
RAISED = 0.01e6  # pascal from which aftershocks have been found to follow
FAR = 500e3  # metres from the slip at which the Earth is no half-space any more
WORK = 20_000_000  # cells times patches times depths of a block: some seconds between ticks
PARTS = ("shear", "normal", "pressure")
ANGLES = ("strike", "dip", "rake")


@dataclass(frozen=True)
class CoulombTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    change : path
        A band a depth.
    maximum : path
        Largest change over the depths, and its depth.
    parts : path
        Shear, normal stress and pore pressure by depth.
    planes : path
        Strike, dip and rake of both optimal planes by depth.
    sections : path
        GeoPackage.
    """

    change: Path | None = None
    maximum: Path | None = None
    parts: Path | None = None
    planes: Path | None = None
    sections: Path | None = None

    @property
    def maps(self) -> dict:
        """The rasters that are wanted, by name."""
        names = ("change", "maximum", "parts", "planes")
        return {n: getattr(self, n) for n in names if getattr(self, n) is not None}


@dataclass(frozen=True)
class CoulombOptions:
    """What is computed, and where.

    Parameters
    ----------
    receiver : FixedPlane or OptimalPlane
    rock : Rock
    depths : tuple of float
        Metres.

    Raises
    ------
    GroundshiftError
        If there is no depth, or one above the ground.
    """

    receiver: FixedPlane | OptimalPlane
    rock: Rock = field(default_factory=Rock)
    depths: tuple = (10e3,)

    def __post_init__(self):
        if not self.depths or not all(depth >= 0 for depth in self.depths):
            raise GroundshiftError("A depth is above the ground, or none is given; give some km.")
        object.__setattr__(self, "depths", tuple(sorted(set(self.depths))))


@dataclass
class CoulombReport:
    """What came out.

    Parameters
    ----------
    largest, lowest : float
        Of all depths of the map, MPa; without what is near the slip.
    raised, lowered : float
        Area where the change is beyond 0.01 MPa at any depth, km2.
    singular : int
        Numbers that there are not, on edges of patches.
    near : int
        Cells closer to a patch's middle than half the patch, at any depth: their numbers hang on
        how the slip was cut into patches.
    stress_limit : float
        Symmetric limit of the shear stress change, MPa; NaN where it was not written.
    sections : list of Panel
        For the plot.
    warnings : list of str
        What to keep in mind when reading the map.
    """

    largest: float = np.nan
    lowest: float = np.nan
    raised: float = 0.0
    lowered: float = 0.0
    singular: int = 0
    near: int = 0
    stress_limit: float = np.nan
    sections: list = field(default_factory=list)
    warnings: list = field(default_factory=list)


def run_coulomb(
    model: SlipModel,
    local: LocalMetres,
    crs: str,
    targets: CoulombTargets,
    options: CoulombOptions,
    asked: MapGrid | None = None,
    section: SectionSource | None = None,
    *,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
    files: Transaction | None = None,
) -> CoulombReport:
    """Compute Coulomb stress change on maps at depths, along sections, or both.

    Parameters
    ----------
    model : SlipModel
    local : LocalMetres
        The model's frame.
    crs : str
        WKT of maps that ask for none.
    targets : CoulombTargets
    options : CoulombOptions
    asked : MapGrid, optional
    section : SectionSource, optional
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.
    files : Transaction, optional
        The caller's, to put the outputs in place with more of its own.

    Raises
    ------
    GroundshiftError
        For input that cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    log, run_options = log or (lambda text: None), run_options or RunOptions()
    if targets.planes is not None and not isinstance(options.receiver, OptimalPlane):
        raise GroundshiftError(
            "Fixed receivers have the same planes everywhere; leave out the map of planes."
        )
    if targets.sections is not None and section is None:
        raise GroundshiftError("There is no line for a section; give one.")
    if not targets.maps and section is None:
        raise GroundshiftError("Nothing is asked for; give a map or a line for a section.")
    moved = (model.slip > 0) | (model.opening != 0)
    if not moved.any():
        raise GroundshiftError("Nothing slips in this model; give one with slip.")
    model, share = model.chosen(moved), 0.9 if section is not None else 1.0
    for text in model_doubts(model, options.rock.medium.shear_modulus):
        log(text)
    lines = [] if section is None else read_sections(section, local, log)
    report = CoulombReport()
    with joining(files) as files:
        if targets.maps:
            grid = make_grid(
                asked or MapGrid(), model.patches.corners.reshape(-1, 3)[:, :2], local, crs
            )
            log(
                f"{grid.rows} x {grid.cols} cells at {len(options.depths)} depth(s), stress of "
                f"{len(model)} patches."
            )
            _maps(
                files, grid, targets, model, local, options, report, run_options,
                lambda done: tell(progress, share * done), cancelled,
            )  # fmt: skip
            report.warnings = _warnings(report, model, grid, local)
        if lines:
            threads = run_options.workers or os.cpu_count() or 1
            work = partial(_section, model=model, local=local, options=options, cancelled=cancelled)
            results = [compute(work, line.section, threads) for line in lines]
            report.sections = write_sections(
                None if targets.sections is None else files.add(targets.sections),
                lines, results, model.patches, local,
            )  # fmt: skip
            tell(progress, 1.0)
    return report


def _section(section, model, local, options, cancelled):
    points = section.points.reshape(-1, 3)
    convergence = local.convergence(local.crs, points[:, 0], points[:, 1])
    return stress_change(model, points, convergence, options.receiver, options.rock, cancelled)


def _maps(files, grid, targets, model, local, options, report, run_options, progress, cancelled):
    per_cell = 64.0 * len(options.depths) + 200.0
    pixels = max(1, WORK // (len(model) * len(options.depths)))
    budget = int(min(run_options.budget, max(pixels, 1 << 14) * BLOCKS_IN_FLIGHT * per_cell))
    # A cluster's workers cannot be asked to stop within a block.
    within = None if run_options.scheduler else cancelled
    with _Maps(files, grid, targets, options, report, local) as maps:
        run(
            partial(_fields, model=model, options=options, cancelled=within),
            partial(_read, grid=grid, local=local), maps.write, grid, bytes_per_pixel=per_cell,
            options=replace(run_options, budget=budget), progress=progress, cancelled=cancelled,
        )  # fmt: skip
        report.stress_limit = maps.stress_limit()


def _read(window: Window, grid: Grid, local):
    places = places_of(grid, window, local)
    return window, places, local.convergence(local.crs, places[:, 0], places[:, 1])


def _fields(block, model, options: CoulombOptions, cancelled):
    """All bands of a block, in MPa and degrees."""
    window, places, convergence = block
    shape = (window.height, window.width)
    changes, parts, planes = [], [], []
    near = np.zeros(len(places), bool)
    reach = _Near(model.patches)
    for depth in options.depths:
        points = np.column_stack([places, np.full(len(places), -depth)])
        found = stress_change(model, points, convergence, options.receiver, options.rock, cancelled)
        changes.append((found.coulomb.change / MPA).astype(np.float32))
        parts += [(getattr(found.coulomb, n) / MPA).astype(np.float32) for n in _parts(options)]
        if found.planes is not None:
            angles = np.degrees(found.planes.reshape(len(places), 6).T)
            planes += list(angles.astype(np.float32))
        near |= reach.holds(points)
    change = np.stack(changes)
    maximum = np.stack(largest_over_depth(change, np.array(options.depths) / 1e3))
    bands = {"change": change, "maximum": maximum, "parts": parts, "planes": planes}
    images = {
        name: np.asarray(band, np.float32).reshape(-1, *shape) for name, band in bands.items()
    }
    return images, near.reshape(shape)


def _parts(options):
    return PARTS if options.rock.skempton is not None else PARTS[:2]


class _Near:
    """Places that are closer to a patch than the patch is wide."""

    def __init__(self, patches):
        from scipy.spatial import cKDTree

        self._half = 0.5 * np.sqrt(patches.area)
        self._tree = cKDTree(patches.centre)

    def holds(self, points):
        distance, nearest = self._tree.query(points, distance_upper_bound=self._half.max())
        known = np.isfinite(distance)
        near = np.zeros(len(points), bool)
        near[known] = distance[known] < self._half[nearest[known]]
        return near


class _Maps(contextlib.ExitStack):
    """The rasters of a run, and the numbers of the report."""

    def __init__(self, files, grid, targets, options, report, local):
        super().__init__()
        self._grid, self._report, self._local = grid, report, local
        bands = _bands(options)
        self._shear = Sampler(grid)
        self._writers = {
            name: self.enter_context(RasterWriter(files.add(path), grid, bands[name]))
            for name, path in targets.maps.items()
        }

    def write(self, window: Window, result) -> None:
        """Write a block."""
        images, near = result
        for name, writer in self._writers.items():
            writer.write(window, images[name])
        change, report = images["change"], self._report
        if "parts" in self._writers:
            self._shear.add(window, images["parts"][0])
        report.near += int(near.sum())
        report.singular += int(np.isnan(change).sum())
        high, low = np.fmax.reduce(change, axis=0), np.fmin.reduce(change, axis=0)
        report.largest = float(np.fmax.reduce(high[~near], initial=report.largest))
        report.lowest = float(np.fmin.reduce(low[~near], initial=report.lowest))
        area = self._cell_areas(window)
        report.raised += float(((high >= RAISED / MPA).sum(axis=1) * area).sum()) / 1e6
        report.lowered += float(((low <= -RAISED / MPA).sum(axis=1) * area).sum()) / 1e6

    def stress_limit(self) -> float:
        """See :class:`CoulombReport`."""
        return self._shear.summary().symmetric_limit

    def _cell_areas(self, window):
        """Square metres of a cell in each row of a window."""
        row = np.arange(window.row, window.row + window.height)
        col = (self._grid.cols - 1) / 2
        corner, down, across = (
            self._local.of(self._grid.crs, *self._grid.xy(row + r, np.full(len(row), col + c)))
            for r, c in ((-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5))
        )
        (a, b), (c, d) = (down - corner).T, (across - corner).T
        return np.abs(a * d - b * c)


def _bands(options) -> dict:
    """Bands of every raster, depth by depth."""

    def by_depth(names, unit):
        short = {"MPa": "mpa", "degrees": "deg"}[unit]
        return [
            BandInfo(f"{name}_{depth / 1e3:g}km_{short}", unit, (("DEPTH_KM", f"{depth / 1e3:g}"),))
            for depth in options.depths
            for name in names
        ]

    return {
        "change": by_depth(("coulomb",), "MPa"),
        "maximum": [BandInfo("coulomb_max_mpa", "MPa"), BandInfo("depth_km", "km")],
        "parts": by_depth(_parts(options), "MPa"),
        "planes": by_depth([f"{name}{k}" for k in (1, 2) for name in ANGLES], "degrees"),
    }


def _warnings(report, model, grid, local) -> list:
    """What to keep in mind, in sentences."""
    said = []
    size = np.sqrt(model.patches.area.mean()) / 1e3
    if report.near:
        said.append(
            f"{report.near} cell(s) lie closer to the slip than half a patch (about "
            f"{0.5 * size:.2g} km): there the map shows where patches end rather than the ground."
        )
    places = zip(*local.back(grid.crs, model.patches.centre[:, :2]))
    holds_slip = any(grid.contains(*grid.index(*place)) for place in places)
    if holds_slip and max(pixel_size_m(grid)) / 1e3 > size:
        said.append(
            f"Cells are larger than the patches ({size:.2g} km): what is near the slip falls "
            "between them; take smaller ones there."
        )
    if report.singular:
        said.append(
            f"{report.singular} number(s) are missing: on the edge of a patch stress has no bound."
        )
    ends = np.array([(r, c) for r in (0, grid.rows - 1) for c in (0, grid.cols - 1)], float)
    corners = local.of(grid.crs, *grid.xy(*ends.T))
    middle = model.patches.centre[:, :2].mean(axis=0)
    if not np.hypot(*(corners - middle).T).max() < FAR:
        said.append(
            f"The map reaches farther than {FAR / 1e3:g} km from the slip, where the Earth's "
            "curvature and layers count: do not read it there."
        )
    return said

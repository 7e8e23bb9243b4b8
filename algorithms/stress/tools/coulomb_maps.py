# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps and profiles of Coulomb stress change, block by block."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from ...blocks import compute
from ...data.grid import BLOCKS_IN_FLIGHT, Grid, Window
from ...data.metric import pixel_size_m
from ...data.patches import SlipModel
from ...errors import GroundshiftError, counted
from ...formats.map_grid import places_of
from ...outputs import Layer
from ..grids import FixedPlane, OptimalPlane, Rock, largest_over_depth, stress_change
from .coulomb_sections import read_sections, write_sections

MPA = 1e6
RAISED = 0.01e6  # pascal from which aftershocks have been found to follow
FAR = 500e3  # metres from the slip at which the Earth is no half-space any more
WORK = 20_000_000  # cells times patches times depths of a block: some seconds between ticks
PARTS = ("shear", "normal", "pressure")
ANGLES = ("strike", "dip", "rake")


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


class Figures:
    """Numbers of a map.

    Parameters
    ----------
    grid : Grid
    local : LocalMetres
        The model's frame.

    Attributes
    ----------
    largest, lowest : float
        Of all depths, MPa; without what is near the slip.
    raised, lowered : float
        Area where the change is beyond 0.01 MPa at any depth, km2.
    singular : int
        Numbers that there are not, on edges of patches.
    near : int
        Cells closer to a patch's middle than half the patch, at any depth: their numbers hang on
        how the slip was cut into patches.
    """

    def __init__(self, grid: Grid, local):
        self._grid, self._local = grid, local
        self.largest = self.lowest = np.nan
        self.raised = self.lowered = 0.0
        self.singular = self.near = 0

    def add(self, window: Window, change, near) -> None:
        """Take in a block's change (MPa, by depth) and whether its cells are near the slip."""
        self.near += int(near.sum())
        self.singular += int(np.isnan(change).sum())
        high, low = np.fmax.reduce(change, axis=0), np.fmin.reduce(change, axis=0)
        self.largest = float(np.fmax.reduce(high[~near], initial=self.largest))
        self.lowest = float(np.fmin.reduce(low[~near], initial=self.lowest))
        area = self._cell_areas(window)
        self.raised += float(((high >= RAISED / MPA).sum(axis=1) * area).sum()) / 1e6
        self.lowered += float(((low <= -RAISED / MPA).sum(axis=1) * area).sum()) / 1e6

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


def write_maps(model, local, grid: Grid, options: CoulombOptions, outputs, job) -> Figures:
    """Compute and write the maps that are wanted.

    Parameters
    ----------
    model : SlipModel
        Patches that slip.
    local : LocalMetres
        Their frame.
    grid : Grid
    options : CoulombOptions
    outputs : Outputs
    job : Job
    """
    per_cell = 64.0 * len(options.depths) + 200.0
    pixels = max(1, WORK // (len(model) * len(options.depths)))
    budget = int(max(pixels, 1 << 14) * BLOCKS_IN_FLIGHT * per_cell)
    # A cluster's workers cannot be asked to stop within a block.
    within = None if job.scheduler else job.cancelled
    layers = {name: Layer(bands) for name, bands in _bands(options).items() if outputs.wanted(name)}
    figures = Figures(grid, local)
    with outputs.rasters(layers, grid) as rasters:

        def write(window, result):
            images, near = result
            rasters.write(window, {name: images[name] for name in layers})
            figures.add(window, images["CHANGE"], near)

        job.within(budget).blocks(
            partial(fields_of_block, model=model, options=options, cancelled=within),
            partial(read_block, grid=grid, local=local), write, grid, per_cell,
        )  # fmt: skip
    return figures


def write_profiles(section, model, local, options: CoulombOptions, outputs, job) -> list:
    """Compute sections, write them where they are wanted, and hand on what the plot needs.

    Parameters
    ----------
    section : SectionSource
    model, local, options, outputs, job
        See :func:`write_maps`.

    Returns
    -------
    list of Panel
    """
    lines = read_sections(section, local, job.note)
    work = partial(_section, model=model, local=local, options=options, cancelled=job.cancelled)
    results = [compute(work, line.section, job.workers or os.cpu_count() or 1) for line in lines]
    return write_sections(outputs.path("SECTIONS"), lines, results, model.patches, local)


def _section(section, model, local, options, cancelled):
    points = section.points.reshape(-1, 3)
    convergence = local.convergence(local.crs, points[:, 0], points[:, 1])
    return stress_change(model, points, convergence, options.receiver, options.rock, cancelled)


def read_block(window: Window, grid: Grid, local):
    """Places of a block, and the frame's turn there."""
    places = places_of(grid, window, local)
    return window, places, local.convergence(local.crs, places[:, 0], places[:, 1])


def fields_of_block(block, model, options: CoulombOptions, cancelled):
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
    bands = {"CHANGE": change, "MAXIMUM": maximum, "PARTS": parts, "PLANES": planes}
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


def _bands(options) -> dict:
    """Bands of every raster, depth by depth."""

    def by_depth(names, unit):
        short = {"MPa": "mpa", "degrees": "deg"}[unit]
        return [
            (f"{name}_{depth / 1e3:g}km_{short}", unit, (("DEPTH_KM", f"{depth / 1e3:g}"),))
            for depth in options.depths
            for name in names
        ]

    return {
        "CHANGE": by_depth(("coulomb",), "MPa"),
        "MAXIMUM": [("coulomb_max_mpa", "MPa"), ("depth_km", "km")],
        "PARTS": by_depth(_parts(options), "MPa"),
        "PLANES": by_depth([f"{name}{k}" for k in (1, 2) for name in ANGLES], "degrees"),
    }


def warnings(figures: Figures, model, grid, local) -> list:
    """What to keep in mind, in sentences."""
    said = []
    size = np.sqrt(model.patches.area.mean()) / 1e3
    slips = isinstance(model, SlipModel)
    if figures.near and not slips:
        said.append(
            f"{counted(figures.near, 'cell lies', 'cells lie')} closer to the centre of a volcanic "
            "source than its size (of a point: a tenth of its depth): there the map shows the "
            "formula rather than the ground; a sphere's holds from two radii on."
        )
    elif figures.near:
        said.append(
            f"{counted(figures.near, 'cell lies', 'cells lie')} closer to the slip than half a "
            f"patch (about {0.5 * size:.2g} km): there the map shows where patches end rather than "
            "the ground."
        )
    places = zip(*local.back(grid.crs, model.patches.centre[:, :2]))
    holds_slip = any(grid.contains(*grid.index(*place)) for place in places)
    if slips and holds_slip and max(pixel_size_m(grid)) / 1e3 > size:
        said.append(
            f"Cells are larger than the patches ({size:.2g} km): what is near the slip falls "
            "between them; take smaller ones there."
        )
    if figures.singular:
        said.append(
            f"{counted(figures.singular, 'number')} missing: on the edge of a patch stress has no "
            "bound."
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

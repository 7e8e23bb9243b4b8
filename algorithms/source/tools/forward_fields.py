# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a slip model does on the blocks of a map and at the points of a layer."""

from __future__ import annotations

from functools import partial

import numpy as np

from ...blocks import compute
from ...data.grid import Grid, Window
from ...data.los import unit_vectors
from ...formats.look_angles import read_look
from ...formats.map_grid import make_grid, places_of
from ...formats.point_look import look_at_points
from ...formats.vectors.field_types import with_own_types, without_clashes
from ...formats.vectors.tables import read_table, write_table
from ...outputs import Layer
from ..forward import TENSOR, along_look, forward, fringes

VECTOR = tuple((f"{name}_mm", "mm") for name in ("east", "north", "up"))
LOS = "los_mm", "mm"
STRAIN = tuple((f"strain_{name}_ppm", "1e-6") for name, *_ in TENSOR)
STRESS = tuple((f"stress_{name}_mpa", "MPa") for name, *_ in TENSOR)
LAYERS = {
    "FRINGES": Layer((("wrapped_phase", "radian"),)), "STRAIN": Layer(STRAIN, shown=1),
    "STRESS": Layer(STRESS, shown=1),
}  # fmt: skip
BYTES_PER_CELL = 400.0
POINTS_AT_ONCE = 20_000


class Extremes:
    """Ends of the displacement of all cells and points, in mm; NaN without any.

    ``singular`` counts cells and points on a patch's edge or beside its corner, without a number.
    """

    def __init__(self):
        self.largest = self.highest = self.lowest = self.los_low = self.los_high = np.nan
        self.singular = 0

    def add(self, vectors, los) -> None:
        """Take in displacements in mm."""
        bad = ~np.isfinite(vectors).all(axis=1)
        self.singular += int(bad.sum())
        if bad.all():
            return
        vectors = vectors[~bad]
        self.largest = np.fmax(self.largest, np.linalg.norm(vectors, axis=1).max())
        self.highest = np.fmax(self.highest, vectors[:, 2].max())
        self.lowest = np.fmin(self.lowest, vectors[:, 2].min())
        if los is not None:
            self.los_low = np.fmin(self.los_low, los[~bad].min())
            self.los_high = np.fmax(self.los_high, los[~bad].max())


def write_maps(chosen, file, medium, look, outputs, job, extremes: Extremes) -> None:
    """Compute and write the maps that are wanted.

    Parameters
    ----------
    chosen : ForwardModel
    file : SlipFile
    medium : Medium
    look : LookSource or None
    outputs : Outputs
    job : Job
    extremes : Extremes
        Takes in what is computed.
    """
    model, local = file.model, file.local
    corners = model.patches.corners.reshape(-1, 3)[:, :2]
    grid = make_grid(chosen.where.grid(file.crs), corners, local, file.crs)
    job.note(f"The map has {grid.rows} x {grid.cols} cells.")
    lattice = None if look is None else read_look(look, grid, job.note)
    moved = VECTOR if look is None else (*VECTOR, LOS)
    layers = {"DISPLACEMENT": Layer(moved, shown=-1), **LAYERS}
    layers = {name: layer for name, layer in layers.items() if outputs.wanted(name)}
    with outputs.rasters(layers, grid) as rasters:

        def write(window, images):
            rasters.write(window, {name: images[name] for name in layers})
            flat = images["DISPLACEMENT"].reshape(len(moved), -1)
            extremes.add(flat[:3].T, None if look is None else flat[3])

        job.blocks(
            partial(
                fields_of_block, model=model, medium=medium, wavelength=chosen.wavelength,
                tensors=outputs.wanted("STRAIN", "STRESS"),
            ),
            partial(
                read_block, grid=grid, local=local, depth=chosen.depth * 1e3, lattice=lattice
            ),
            write, grid, BYTES_PER_CELL,
        )  # fmt: skip


def read_block(window: Window, grid: Grid, local, depth, lattice):
    """What is needed of a block: places, the frame's turn and the line of sight."""
    places = places_of(grid, window, local)
    points = np.column_stack([places, np.full(len(places), -depth)])
    look = None
    if lattice is not None:
        block = lattice.block(window)[..., :3].reshape(-1, 3)
        look = np.stack([np.ravel(part) for part in _unit(block)], axis=1)
    return window, points, local.convergence(local.crs, *places.T), look


def _unit(block):
    los = unit_vectors(*block.T.astype(float))
    return los.east, los.north, los.up


def fields_of_block(block, model, medium, wavelength, tensors):
    """All bands of a block by the output's id."""
    window, points, convergence, look = block
    fields = forward(model, points, convergence, medium, tensors)
    los = None if look is None else along_look(fields.displacement, look)
    shape = (window.height, window.width)

    def image(values):
        return None if values is None else np.asarray(values).T.reshape(-1, *shape)

    parts = {"DISPLACEMENT": fields.displacement * 1e3}
    if los is not None:
        parts["DISPLACEMENT"] = np.column_stack([parts["DISPLACEMENT"], los * 1e3])
        parts["FRINGES"] = fringes(los, wavelength)[:, None]
    if tensors:
        parts["STRAIN"], parts["STRESS"] = fields.strain * 1e6, fields.stress / 1e6
    return {name: image(values) for name, values in parts.items()}


def write_points(chosen, file, medium, look, outputs, job, extremes: Extremes) -> None:
    """Fields at the points of a layer, added to its own fields; see :func:`write_maps`."""
    model, local = file.model, file.local
    path, layer = chosen.points_layer
    table = read_table(path, layer)
    places = local.of(table.crs, table.x, table.y, path)
    depth = np.full(len(places), chosen.depth * 1e3)
    if chosen.depth_field:
        depth = table.numbers(chosen.depth_field) * 1e3
        if not np.isfinite(depth).all():
            job.note(f"{path}: points without {chosen.depth_field} get no result.")
    points = np.column_stack([places, -depth])
    looks = None
    if look is not None:
        los = look_at_points(table, look, job.note)
        looks = np.stack(np.broadcast_arrays(los.east, los.north, los.up, depth)[:3], axis=1)
    moved, strains, stresses = (np.full((len(points), k), np.nan) for k in (3, 6, 6))
    known = np.flatnonzero(np.isfinite(points).all(axis=1))
    convergence = local.convergence(local.crs, *places.T)
    for first in range(0, len(known), POINTS_AT_ONCE):
        job.check()
        some = known[first : first + POINTS_AT_ONCE]
        fields = compute(
            lambda rows: forward(model, points[rows], convergence[rows], medium, True),
            some, 1 << 10,
        )  # fmt: skip
        moved[some], strains[some], stresses[some] = (
            fields.displacement, fields.strain, fields.stress
        )  # fmt: skip
        job.tell((first + len(some)) / len(known))
    columns = with_own_types(table, path, layer)
    columns.update({name: np.round(moved[:, k] * 1e3, 4) for k, (name, _) in enumerate(VECTOR)})
    los = None
    if looks is not None:
        los = along_look(moved, looks) * 1e3
        columns[LOS[0]] = np.round(los, 4)
    columns.update({name: strains[:, k] * 1e6 for k, (name, _) in enumerate(STRAIN)})
    columns.update({name: stresses[:, k] / 1e6 for k, (name, _) in enumerate(STRESS)})
    extremes.add(moved * 1e3, los)
    write_table(outputs.path("POINTS"), table.crs, table.x, table.y, without_clashes(columns))

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A stack cut to the objects that were found in it."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...data.grid import Grid, Window
from ...errors import GroundshiftError
from ...formats.hdf5.layout import LOOKUP
from ...formats.hdf5.stacks import StackReader, read_geometry
from ...formats.hdf5.wrapped import WrappedReader, WrappedStackWriter
from ...formats.hdf5.writers import StackWriter, write_geometry
from ...formats.regrid import same_grid
from .motion_objects import boxes_of

GEOMETRIES = ("geometryGeo.h5", "geometryRadar.h5")


def write_cut(part, objects, margin, geometry, outputs, job) -> None:
    """Write the rectangle around the objects of a stack, without what lies far from them."""
    stack, count = part.stack, sum(len(one) for one in part.boxes)
    boxes = boxes_of(part, objects.label[:count])
    if not len(boxes):
        job.warn("Nothing was found in the stack, so that there is nothing to be cut out.")
        outputs.leave_out("CUT", "CUT_GEOMETRY")
        return
    wide = int(np.ceil(margin / part.pixel))
    low = np.maximum(np.floor(boxes.box[:, :2]).astype(int) - wide, 0)
    high = np.minimum(np.ceil(boxes.box[:, 2:]).astype(int) + wide, stack.grid.shape)
    (r0, c0), (r1, c1) = low.min(axis=0), high.max(axis=0)
    keep = np.zeros((r1 - r0, c1 - c0), bool)
    for (a, b), (c, d) in zip(low - (r0, c0), high - (r0, c0)):
        keep[a:c, b:d] = True
    grid = cut_grid(stack.grid, r0, c0, *keep.shape)
    attributes = moved(stack.attributes, r0, c0, keep.shape)
    job.note(
        f"The cut has {keep.shape[0]} x {keep.shape[1]} pixels, of which {100 * keep.mean():.0f} % "
        "lie within the margin."
    )
    if outputs.wanted("CUT"):
        path = outputs.path("CUT")
        _write(stack, path, grid, attributes, keep, (r0, c0), job)
    if outputs.wanted("CUT_GEOMETRY"):
        beside = [Path(geometry)] if geometry else [stack.path.parent / g for g in GEOMETRIES]
        beside = [path for path in beside if path.exists()]
        if not beside:
            raise GroundshiftError(
                f"{geometry}: there is no such geometry (GEOMETRY)."
                if geometry else
                f"{stack.path}: there is no geometry file beside it ({' or '.join(GEOMETRIES)}); "
                "give it (GEOMETRY), or leave the geometry of the cut (CUT_GEOMETRY) out."
            )  # fmt: skip
        there, layers = read_geometry(beside[0])
        if not same_grid(there, stack.grid):
            raise GroundshiftError(
                f"{beside[0]}: the grid is {there.rows}x{there.cols} and the stack's is "
                f"{stack.grid.rows}x{stack.grid.cols}, or they lie apart; make both again."
            )
        layers = {name: values[r0:r1, c0:c1] for name, values in layers.items()}
        write_geometry(outputs.path("CUT_GEOMETRY"), grid, layers, attributes)


def cut_grid(grid: Grid, row, col, rows, cols) -> Grid:
    """A part of a grid."""
    x0, dx, rx, y0, ry, dy = grid.transform
    transform = (x0 + col * dx + row * rx, dx, rx, y0 + col * ry + row * dy, ry, dy)
    return Grid(int(rows), int(cols), tuple(map(float, transform)), grid.crs)


def moved(attributes, row, col, shape) -> dict:
    """Attributes of the part: a reference pixel goes with it, or is gone; so are bounds."""
    out = {
        name: value for name, value in attributes.items()
        if not name.startswith(("LAT_REF", "LON_REF", "SUBSET_")) and name not in
        ("REF_Y", "REF_X", "REF_LAT", "REF_LON", "LENGTH", "WIDTH", "X_FIRST", "Y_FIRST")
    }  # fmt: skip
    try:
        y, x = int(float(attributes["REF_Y"])) - row, int(float(attributes["REF_X"])) - col
    except (KeyError, ValueError):
        return out
    if 0 <= y < shape[0] and 0 <= x < shape[1]:
        out |= {"REF_Y": str(y), "REF_X": str(x)}
    return out


def _write(stack, path, grid, attributes, keep, corner, job):
    wrapped = isinstance(_reader(stack, 0), WrappedReader)
    head = (path, grid, stack.pairs, stack.wavelength, stack.perpendicular_baseline)
    if wrapped:
        writer = WrappedStackWriter(
            *head, stack.has_coherence, attributes, with_lookup=stack.has_lookup
        )
    else:
        writer = StackWriter(*head, stack.has_coherence, attributes)
    with writer:
        for index in range(len(stack.pairs)):
            job.check()
            with _reader(stack, index) as reader:
                for window in grid.blocks(1 << 20):
                    there = Window(
                        window.row + corner[0], window.col + corner[1], window.height, window.width
                    )
                    phase, coherence = _page(reader, index, there)
                    phase = np.where(keep[window.slices], phase, np.float32(np.nan))
                    if wrapped:
                        writer.write(window, phase, coherence, first=index)
                    else:
                        writer.write(index, window, phase, coherence)
                    if wrapped and stack.has_lookup and not index:
                        for name in LOOKUP:
                            writer.layer(name, window, reader.layer(name, there))
            if not stack.keep[index]:
                writer.drop(index)


def _reader(stack, index):
    from ...formats.hdf5.layout import open_hdf5

    with open_hdf5(stack.path) as file:
        wrapped = "wrapPhase" in file
    mask = np.zeros(len(stack.pairs), bool)
    mask[index] = True
    return WrappedReader(stack) if wrapped else StackReader(stack, mask)


def _page(reader, index, window):
    if isinstance(reader, WrappedReader):
        return reader.page(index, window)
    block = reader.read(window)
    return block.phase[0], None if block.coherence is None else block.coherence[0]

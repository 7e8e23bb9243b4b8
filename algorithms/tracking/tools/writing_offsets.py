# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Offsets of a pair as layers: metres, magnitude, direction, arrows."""

from __future__ import annotations

import numpy as np

from ...data.axes import Lattice, ground_axes
from ...data.offsets import MAP, OffsetBlock, bands_of, note_of
from ...data.product import Band
from ...data.statistics import Sampler
from ...errors import GroundshiftError
from ...formats.masks import PolygonMask
from ...formats.raster_source import RasterSource, describe
from ...formats.rasters import BandInfo, RasterWriter
from ...formats.regrid import on_grid
from ...formats.vectors.features import read_features
from ...outputs import Layer
from .._match_kernel import CORRELATION, FOUND, STATUS
from ..speckle import bound
from .arrows import Arrows, directions, length_std, write_arrows
from .tracker import part_of

BLOCK = 1 << 20  # offsets that are written at a time


def stable_ground(asked, grid):
    """Where the ground does not move, shape (row, column); None where it is not known.

    Parameters
    ----------
    asked : Matching
    grid : Grid
        Of the offsets.
    """
    if asked.stable is None and asked.stable_mask is None:
        return None
    if asked.stable is not None and asked.stable_mask is not None:
        raise GroundshiftError("Give stable ground as polygons (STABLE) or as a mask, not both.")
    if not grid.crs:
        raise GroundshiftError(
            "Stable ground can only be laid over images with a coordinate reference system; leave "
            "it out (STABLE, STABLE_MASK)."
        )
    mask = np.zeros(grid.shape, bool)
    if asked.stable is not None:
        path, name = asked.stable
        shapes = read_features(path, ("polygon",), name, None, grid.crs)
        reader = PolygonMask(shapes.wkb, grid)
        for window in grid.blocks(BLOCK):
            mask[window.slices] = reader.read(window)
    else:
        info = describe(asked.stable_mask)
        with RasterSource(Band(info.path, nodata=info.nodata)) as source:
            reader = on_grid(source, info.grid, grid, "near", info.path)
            for window in grid.blocks(BLOCK):
                mask[window.slices] = np.nan_to_num(reader.read(window)) != 0
    if not mask.any():
        raise GroundshiftError(
            f"{asked.stable_mask or asked.stable[0]}: no stable ground lies in the image; check "
            "that they overlap, and their coordinate systems."
        )
    return mask


def write_offset_layers(tracker, stable, arrow_step, outputs, job) -> dict:
    """Write all layers of a pair.

    Parameters
    ----------
    tracker : Tracker
        That has run.
    stable : ndarray of bool, or None
        See :func:`stable_ground`.
    arrow_step : int or None
        Offsets from arrow to arrow.

    Returns
    -------
    dict
        The tool's numbers.
    """
    pair, grid = tracker.pair, tracker.grid
    bias, factor, count = tracker.steady(stable, job)
    on_map = pair.components == MAP
    if not on_map:
        for name in ("DIRECTION", "ARROWS"):
            if outputs.wanted(name):
                job.warn(f"{name}: is only made of images on the map, and left out.")
                outputs.leave_out(name)
    lattice = _axes_of(tracker)
    layers = {
        "OFFSETS": Layer(bands_of(pair.components)),
        "MAGNITUDE": Layer((("magnitude_m", "m"),)),
    }
    if on_map:
        layers["DIRECTION"] = Layer((("direction_deg", "degrees"),))
    note = note_of(pair.components, *pair.dates, pair.platform)
    deviations = Sampler(grid)
    with outputs.rasters(layers, pair.placed, (tracker.step, tracker.step), note) as rasters:
        for window in grid.blocks(BLOCK):
            job.check()
            block = _block(tracker, lattice, window, bias, factor)
            magnitude = np.hypot(*block.values)
            written = {"OFFSETS": block.stacked(), "MAGNITUDE": magnitude}
            if on_map:
                written["DIRECTION"] = directions(block.values)
            rasters.write(window, written)
            deviations.add(window, length_std(block))
    if outputs.wanted("ARROWS"):
        _write_arrows(tracker, arrow_step, lattice, bias, factor, outputs)
    lengths, deviation = outputs.summaries["MAGNITUDE"], deviations.summary().median
    _tell(tracker, bias, factor, count, lengths, deviation, job)
    status = tracker.found[..., STATUS]
    found = int((status == FOUND).sum())
    return {
        "FOUND": found, "SHARE": found / status.size, "MEDIAN": lengths.median,
        "LARGEST": lengths.p98, "STD": deviation, "ROW_BIAS": float(bias[0]),
        "COL_BIAS": float(bias[1]), "ROW_FACTOR": float(factor[0]), "COL_FACTOR": float(factor[1]),
        "STABLE_COUNT": count,
    }  # fmt: skip


def write_offset_raster(path, tracker, bias, factor) -> None:
    """Write the offsets alone.

    Parameters
    ----------
    path : path
        A temporary one of an :class:`...formats.atomic.Transaction`.
    tracker : Tracker
    bias, factor
        See :meth:`.tracker.Tracker.steady`.
    """
    pair, lattice = tracker.pair, _axes_of(tracker)
    bands = [BandInfo(*band) for band in bands_of(pair.components)]
    note = note_of(pair.components, *pair.dates, pair.platform)
    with RasterWriter(path, tracker.grid, bands, metadata=note) as raster:
        for window in tracker.grid.blocks(BLOCK):
            raster.write(window, _block(tracker, lattice, window, bias, factor).stacked())


def _axes_of(tracker) -> Lattice:
    """Metres of an image's pixel at the nodes of the grid of offsets."""
    if tracker.pair.components != MAP:
        return Lattice(*tracker.grid.shape, tracker.pair.axes.values)
    axes = ground_axes(tracker.grid)
    return Lattice(*tracker.grid.shape, axes.values / tracker.step)


def _block(tracker, lattice, window, bias, factor) -> OffsetBlock:
    matched = np.asarray(tracker.found[window.slices])
    smear = tracker.smear[(slice(None), *window.slices)]
    values, variances = tracker.pair.metres(
        part_of(matched, bias, factor, tracker.typical, smear), lattice, window
    )
    return OffsetBlock(
        values, np.sqrt(variances), matched[..., CORRELATION], tracker.chips[window.slices]
    )


def _write_arrows(tracker, arrow_step, lattice, bias, factor, outputs):
    arrows = Arrows(tracker.grid, arrow_step)
    for window in tracker.grid.blocks(BLOCK):
        arrows.add(window, _block(tracker, lattice, window, bias, factor))
    write_arrows(outputs, tracker.grid.crs, *arrows.table())


def _tell(tracker, bias, factor, count, lengths, deviation, job):
    size = tracker.pair.pixel_size()
    job.note(
        f"The median motion is {lengths.median:.3g} m ({lengths.median / min(size):.2f} pixels) "
        f"and 2 % move more than {lengths.p98:.3g} m; standard deviation {deviation:.3g} m "
        f"({deviation / min(size):.3f} pixels)."
    )
    if count:
        job.note(
            f"On stable ground ({count:,} offsets) the medians are {bias[0]:+.3f} pixels along "
            f"rows and {bias[1]:+.3f} along columns, which are taken off everywhere; formal "
            f"standard deviations are multiplied by {factor[0]:.2f} and {factor[1]:.2f}."
        )
    if tracker.pair.carriers is not None:
        correlation = tracker.found[..., CORRELATION]
        typical = float(np.sqrt(max(np.nanmedian(correlation), 1e-3)))
        chip = float(np.nanmedian(tracker.chips))
        job.note(
            f"The bound of incoherent speckle tracking is {bound(typical, chip**2):.3f} pixels for "
            f"chips of {chip:.0f} pixels at a coherence of {typical:.2f}."
        )

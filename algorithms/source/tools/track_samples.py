# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Samples of one track: of a displacement map, which is read block by block, or of a text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ...data.metric import LocalMetres
from ...data.samples import Samples, Track
from ...errors import GroundshiftError, counted
from ...formats.sample_formats import TextOptions, read_sample_text
from ...formats.vectors.wkb import polygon_wkb
from ..far_field import FarField, detrended, find_far_field
from ..moments import ZZ, N, Z, pyramid, shape_of, with_values
from ..quadtree import Cells
from ..sampling import choose_cells, near_trace, refine_by_resolution, sample_weights
from ..semivariogram import Semivariogram, cell_std
from .displacement_source import trace_distance
from .samples import frame_of, in_frame, modelled
from .sampling_guide import green_of, prediction_of
from .sampling_noise import scene_semivariogram
from .sampling_scene import Scene
from .scene_moments import cell_medians


class Sampled(NamedTuple):
    """Samples of one track, in a local frame.

    Parameters
    ----------
    samples : Samples
    local : LocalMetres
    crs : str
        WKT of what they were made of.
    model : Semivariogram or None
        Of their errors.
    notes : list of str
    numbers : dict
        What the tool tells of the map.
    outlines : list of bytes or None
        Polygons of the cells, in the map's CRS.
    """

    samples: Samples
    local: LocalMetres
    crs: str
    model: Semivariogram | None
    notes: list
    numbers: dict
    outlines: list | None = None


def samples_of_map(chosen, job) -> Sampled:
    """Down-sample a map of displacement along the line of sight.

    Parameters
    ----------
    chosen : Downsample
    job : Job
    """
    with Scene(chosen, job) as scene:
        scene.add_up(job.part(0.0, 0.4))
        far_from = None if chosen.far_from is None else chosen.far_from * 1e3
        far = find_far_field(scene.coarse(), scene.layout, far_from)
        cells, threshold = _cells(scene, far, job)
        job.tell(0.6)
        model = chosen.errors()
        if model is None and chosen.semivariogram:
            model = scene_semivariogram(scene, far, job.part(0.6, 0.85))
        job.tell(0.85)
        medians = None
        if chosen.median:
            medians = cell_medians(scene.reader, scene.keep, cells, job.part(0.85, 0.9))
    samples = _samples(scene, cells, model, medians)
    job.tell(0.9)
    sums = cells.sums(scene.levels)
    pixels = float(scene.levels[0][N].sum())
    covered, kept = float(100 * (sums[N].sum() / pixels)), 100 * _variance_kept(sums)
    scene.notes.append(
        f"{len(samples)} samples hold {kept:.1f} % of the variance of the pixels that they "
        f"cover, which are {covered:.1f} % of those with data."
    )
    numbers = {
        "PIXELS": int(pixels), "COVERED": covered, "VARIANCE": kept,
        "USED_THRESHOLD": threshold * (1 if chosen.method == "resolution" else 1e3),
    }  # fmt: skip
    return Sampled(
        samples, scene.local, scene.grid.crs, model, scene.notes, numbers, _outlines(scene, cells)
    )


def _cells(scene, far: FarField, job) -> tuple:
    """Cells by the method, and the threshold."""
    chosen, options, finer = scene.chosen, scene.options, None
    if chosen.near > 0:
        height, width = scene.layout.cell
        step = (width * scene.layout.step[0], height * scene.layout.step[1])
        distance = trace_distance(chosen.trace, scene.cell_grid(), step)
        finer = near_trace(distance, scene.layout, chosen.near, chosen.near_cell)
    deciding = detrended(scene.levels, far.plane) if options.detrend else None
    if options.method == "model":
        deciding = pyramid(with_values(scene.levels[0], prediction_of(scene)), scene.layout.levels)
    cells, threshold = choose_cells(scene.levels, scene.layout, options, deciding, finer)
    if options.method == "resolution" and len(cells):
        green = green_of(scene)
        cells, threshold = refine_by_resolution(cells, scene.levels, green, options, job.cancelled)
        scene.notes.append(f"Largest data resolution of a cell that could be cut: {threshold:.3g}.")
    if len(cells) < 3:
        raise GroundshiftError(
            f"{scene.path}: only {counted(len(cells), 'cell')} with enough data; allow a "
            "larger share without data, or smaller cells."
        )
    sides = np.sqrt(cells.extent.prod(axis=1))
    scene.notes.append(f"Cells from {sides.min():.4g} to {sides.max():.4g} m.")
    if len(cells) > 1.05 * options.samples and options.threshold is None:
        scene.notes.append(
            f"{len(cells)} cells and not {options.samples}: so many it takes with the largest "
            "cells, holes and the rupture's surroundings that are asked for."
        )
    return cells, threshold


def _samples(scene, cells: Cells, model, medians) -> Samples:
    """The cells' samples in the local frame."""
    sums = cells.sums(scene.levels)
    shape = shape_of(sums)
    extent = cells.extent
    std = shape.roughness
    name = scene.chosen.track or Path(scene.path).stem
    track = Track(name)
    if model is not None:
        std = cell_std(extent, sums[N], shape.roughness, model)
        track = Track(name, "los", model.nugget, model.sill, model.range)
    elif not (std > 0).all():
        # A cell of one pixel does not scatter.
        std = np.where(std > 0, std, np.median(std[std > 0]) if (std > 0).any() else 1e-3)
    pixel = float(np.abs(np.prod(scene.layout.step)))
    samples = Samples(
        scene.to_local(shape.x, shape.y),
        shape.mean + scene.level if medians is None else medians,
        scene.local_looks(shape.x, shape.y), np.zeros(len(cells), int), (track,), std,
        sample_weights(scene.chosen.weight, sums[N], pixel), extent, scene.local.crs,
        {"pixels": sums[N], "scatter_mm": 1e3 * shape.scatter},
    )  # fmt: skip
    track = modelled(samples, np.ones(len(samples), bool), track)
    return replace(samples, tracks=(track,))


def _variance_kept(sums) -> float:
    """Share of the pixels' variance that the cells' means hold."""
    count, total = sums[N].sum(), sums[Z].sum()
    whole = sums[ZZ].sum() - total**2 / count
    within = (sums[ZZ] - sums[Z] ** 2 / sums[N]).sum()
    return float(1 - within / whole) if whole > 0 else 1.0


def _outlines(scene, cells: Cells) -> list:
    """Polygons of the cells, in the map's CRS."""
    top, left, bottom, right = cells.bounds.T - 0.5
    ring = ((top, left), (top, right), (bottom, right), (bottom, left), (top, left))
    rings = np.moveaxis(np.array([scene.grid.xy(*corner) for corner in ring]), 2, 0)
    return [polygon_wkb([ring]) for ring in rings]


def samples_of_text(chosen) -> Sampled:
    """Samples of a text format; see :func:`samples_of_map`."""
    notes, path = [], chosen.file
    options = TextOptions(
        chosen.track, chosen.unit, {"towards": False, "away": True}.get(chosen.sign),
        chosen.look.incidence, chosen.look.heading, chosen.wavelength, chosen.columns,
        chosen.coordinates, chosen.file_crs,
    )  # fmt: skip
    raw = read_sample_text(path, options, notes.append)
    local = frame_of(raw.crs, raw.x, raw.y)
    samples = in_frame(raw.samples, raw.crs, raw.x, raw.y, local)
    model, track = chosen.errors(), samples.tracks[0]
    if model is not None and track.kind == "los":
        track = replace(
            track, nugget=model.nugget, sill=model.sill, range=model.range, covariance=None
        )
        std = np.full(len(samples), np.sqrt(model.nugget + model.sill))
        samples = replace(samples, tracks=(track,), std=std)
        mine = np.ones(len(samples), bool)
        samples = replace(samples, tracks=(modelled(samples, mine, track),))
    elif model is not None:
        model = None
        notes.append("Sill and range are not used: GNSS sites have their own errors.")
    if track.kind == "los" and track.covariance is None and model is None:
        known = np.isfinite(samples.std) & (samples.std > 0)
        if not known.all():
            raise GroundshiftError(
                f"{path}: some samples have no standard deviation; give sill and range of their "
                "errors."
            )
        notes.append(
            "The samples count as independent with the errors of the file (median "
            f"{1e3 * np.median(samples.std):.3g} mm); errors of means of many pixels alone leave "
            "out the atmosphere, so give sill and range where they are known."
        )
    return Sampled(samples, local, raw.crs, model, notes, {"PIXELS": 0})

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A displacement map into samples: files in, files out, the map block by block."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable

import numpy as np

from ..errors import GroundshiftError
from ..runner import RunOptions, tell
from ..source.far_field import FarField, detrended, find_far_field
from ..source.moments import ZZ, N, Z, pyramid, shape_of, with_values
from ..source.plausibility import sample_doubts
from ..source.quadtree import Cells
from ..source.samples import Samples, Track, joined_samples
from ..source.sampling import (
    SamplingOptions,
    choose_cells,
    near_trace,
    refine_by_resolution,
    sample_weights,
)
from ..source.semivariogram import Semivariogram, cell_std
from ..source.semivariogram_plot import sampling_html, semivariogram_svg
from .atomic import Transaction, joining
from .displacement_source import DisplacementSource, Places, trace_distance
from .features import write_polygons
from .look_angles import LookSource
from .sample_formats import TextOptions, read_sample_text
from .samples import frame_of, in_frame, modelled, read_samples, write_samples
from .sampling_guide import Guide, green_of, prediction_of
from .sampling_noise import NoiseOptions, scene_semivariogram
from .sampling_scene import open_scene
from .scene_moments import cell_medians
from .wkb import polygon_wkb


@dataclass(frozen=True)
class DownsampleTargets:
    """Where to write; None for what is not wanted."""

    samples: Path
    cells: Path | None = None
    html: Path | None = None


@dataclass(frozen=True)
class DownsampleReport:
    """What came out.

    Parameters
    ----------
    samples, total : int
        Of this track, and of all tracks in the file.
    pixels : int
        With data.
    covered : float
        Share of them in the samples.
    kept : float
        Share of the displacement's variance that the samples hold; NaN for what was no raster.
    threshold : float
        Of the criterion, metres, or of the data resolution; NaN where there was none.
    peak : float
        Largest displacement of a sample in metres.
    semivariogram : Semivariogram or None
    svg : str
        Empty without a semivariogram.
    notes : tuple of str
    limit_mm : float
        End of the colours: exceeded by one sample in fifty, of all tracks.
    method : str
        How cells were chosen; empty for what was no raster.
    """

    samples: int
    total: int
    pixels: int
    covered: float
    kept: float
    threshold: float
    peak: float
    semivariogram: Semivariogram | None
    svg: str
    notes: tuple
    limit_mm: float = 50.0
    method: str = ""

    def results(self) -> dict:
        """The numbers that a tool reports; unknown ones are left out."""
        model = self.semivariogram
        resolution = self.method == "resolution"
        values = {
            "SAMPLE_COUNT": self.samples, "TOTAL": self.total, "PIXELS": self.pixels,
            "COVERED": 100 * self.covered, "VARIANCE": 100 * self.kept,
            "USED_THRESHOLD": self.threshold * (1 if resolution else 1e3), "PEAK": 1e3 * self.peak,
        }  # fmt: skip
        if model is not None:
            values["NUGGET_FOUND"], values["SILL_FOUND"] = model.nugget * 1e6, model.sill * 1e6
            values["RANGE_FOUND"] = model.range / 1e3
        return {name: value for name, value in values.items() if np.isfinite(value)}


def sampling_options(method, threshold=None, holes_percent=50.0, **others) -> SamplingOptions:
    """Options from what a user gives: a threshold in mm but for the method ``resolution``."""
    if threshold is not None and method != "resolution":
        threshold /= 1e3
    return SamplingOptions(method, threshold=threshold, holes=holes_percent / 100, **others)


def downsample_raster(
    source: DisplacementSource,
    look: LookSource,
    targets: DownsampleTargets,
    options: SamplingOptions | None = None,
    noise: NoiseOptions | None = None,
    places: Places | None = None,
    guide: Guide | None = None,
    *,
    name: str = "",
    earlier: tuple | None = None,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    files: Transaction | None = None,
) -> DownsampleReport:
    """Down-sample a map of displacement along the line of sight.

    Parameters
    ----------
    source : DisplacementSource
    look : LookSource
    targets : DownsampleTargets
    options : SamplingOptions, optional
    noise : NoiseOptions, optional
    places : Places, optional
        Where pixels count.
    guide : Guide, optional
        For the methods ``resolution`` and ``model``.
    name : str
        Of the track; that of the file by default.
    earlier : (path, str), optional
        File and layer of samples to which this track is added.
    run_options : RunOptions, optional
    progress, cancelled : callable, optional
    files : Transaction, optional
        The caller's, to put the outputs in place with more of its own.

    Raises
    ------
    GroundshiftError
        For input that cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options, noise, guide = options or SamplingOptions(), noise or NoiseOptions(), guide or Guide()
    run_options = run_options or RunOptions()
    scene = open_scene(source, look, options, places or Places(), run_options)
    with scene.reader:
        scene.add_up(run_options, _part(progress, 0.0, 0.4), cancelled)
        far = find_far_field(scene.coarse(), scene.layout, scene.places.far_from)
        cells, threshold = _cells(scene, options, guide, far, cancelled)
        tell(progress, 0.6)
        model = noise.given
        if model is None and noise.from_far_field:
            model = scene_semivariogram(
                scene, far, noise, run_options, _part(progress, 0.6, 0.85), cancelled
            )
        tell(progress, 0.85)
        medians = None
        if options.median:
            medians = cell_medians(scene.reader, scene.keep, cells, None, cancelled)
    samples = _samples(scene, cells, model, medians, options, name or Path(source.path).stem)
    tell(progress, 0.9)
    sums = cells.sums(scene.levels)
    pixels = float(scene.levels[0][N].sum())
    covered = sums[N].sum() / pixels
    kept = _variance_kept(sums)
    scene.notes.append(
        f"{len(samples)} samples hold {100 * kept:.1f} % of the variance of the pixels that they "
        f"cover, which are {100 * covered:.1f} % of those with data."
    )
    return _finish(
        samples, scene.local, scene.grid.crs, targets, earlier, scene.notes, model,
        {"pixels": int(pixels), "covered": float(covered), "kept": kept, "threshold": threshold,
         "method": options.method},
        _outlines(scene, cells), files,
    )  # fmt: skip


def import_samples(
    path,
    targets: DownsampleTargets,
    text: TextOptions | None = None,
    noise: NoiseOptions | None = None,
    *,
    earlier: tuple | None = None,
    files: Transaction | None = None,
) -> DownsampleReport:
    """Bring samples of a text format into a layer; see :func:`downsample_raster`."""
    notes = []
    raw = read_sample_text(path, text, notes.append)
    local = frame_of(raw.crs, raw.x, raw.y)
    samples = in_frame(raw.samples, raw.crs, raw.x, raw.y, local)
    model = (noise or NoiseOptions()).given
    track = samples.tracks[0]
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
    return _finish(samples, local, raw.crs, targets, earlier, notes, model, files=files)


def _cells(scene, options, guide, far: FarField, cancelled) -> tuple:
    """Cells by the method, and the threshold."""
    finer = None
    if scene.places.near > 0:
        height, width = scene.layout.cell
        step = (width * scene.layout.step[0], height * scene.layout.step[1])
        distance = trace_distance(scene.places.trace, scene.cell_grid(), step)
        finer = near_trace(distance, scene.layout, scene.places.near, scene.places.near_cell)
    deciding = detrended(scene.levels, far.plane) if options.detrend else None
    if options.method == "model":
        deciding = pyramid(
            with_values(scene.levels[0], prediction_of(scene, guide)), scene.layout.levels
        )
    cells, threshold = choose_cells(scene.levels, scene.layout, options, deciding, finer)
    if options.method == "resolution" and len(cells):
        green = green_of(scene, guide)
        cells, threshold = refine_by_resolution(cells, scene.levels, green, options, cancelled)
        scene.notes.append(f"Largest data resolution of a cell that could be cut: {threshold:.3g}.")
    if len(cells) < 3:
        raise GroundshiftError(
            f"{scene.source.path}: only {len(cells)} cell(s) hold enough data; allow a larger "
            "share without data, or smaller cells."
        )
    sides = np.sqrt(cells.extent.prod(axis=1))
    scene.notes.append(f"Cells from {sides.min():.4g} to {sides.max():.4g} m.")
    if len(cells) > 1.05 * options.samples and options.threshold is None:
        scene.notes.append(
            f"{len(cells)} cells and not {options.samples}: so many it takes with the largest "
            "cells, holes and the rupture's surroundings that are asked for."
        )
    return cells, threshold


def _samples(scene, cells: Cells, model, medians, options, name) -> Samples:
    """The cells' samples in the local frame."""
    sums = cells.sums(scene.levels)
    shape = shape_of(sums)
    extent = cells.extent
    std = shape.roughness
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
        sample_weights(options.weights, sums[N], pixel), extent, scene.local.crs,
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


def _finish(
    samples, local, crs, targets, earlier, notes, model, about=None, outlines=None, files=None
):
    """Join, write and report."""
    about = about or {
        "pixels": 0, "covered": float("nan"), "kept": float("nan"), "threshold": float("nan"),
    }  # fmt: skip
    everything, target_crs = samples, crs
    if earlier is not None:
        before, _ = read_samples(*earlier, local, notes.append)
        everything = joined_samples(before, samples)
    name = samples.tracks[0].name
    peak = float(samples.displacement[np.abs(samples.displacement).argmax()])
    notes.append(
        f"Track {name}: {samples.displacement.min() * 1e3:.4g} to "
        f"{samples.displacement.max() * 1e3:.4g} mm along the line of sight, positive towards the "
        "satellite."
    )
    notes.extend(sample_doubts(everything))
    svg = semivariogram_svg(model, name) if model is not None else ""
    report = DownsampleReport(
        len(samples), len(everything), semivariogram=model, svg=svg, peak=peak,
        notes=tuple(notes), **about,
        limit_mm=everything.limit * 1e3,
    )  # fmt: skip
    with joining(files) as files:
        write_samples(files.add(targets.samples), target_crs, everything, local)
        if targets.cells and outlines is not None:
            columns = {
                "track": np.full(len(samples), name, object),
                "displacement_mm": samples.displacement * 1e3, "std_mm": samples.std * 1e3,
                "pixels": samples.extra["pixels"], "scatter_mm": samples.extra["scatter_mm"],
            }  # fmt: skip
            write_polygons(files.add(targets.cells), crs, outlines, columns, "cells")
        if targets.html:
            page = sampling_html(f"Samples of {name}", svg, _rows(report), notes)
            files.add(targets.html).write_text(page, encoding="utf-8")
    return report


def _rows(report) -> list:
    rows = [("Samples", f"{report.samples}"), ("Samples in the file", f"{report.total}")]
    if report.pixels:
        rows += [
            ("Pixels with data", f"{report.pixels}"),
            ("Share of them in samples", f"{100 * report.covered:.1f} %"),
            ("Variance held", f"{100 * report.kept:.1f} %"),
        ]
    model = report.semivariogram
    if model is not None:
        rows += [
            ("Nugget", f"{model.nugget * 1e6:.4g} mm2"), ("Sill", f"{model.sill * 1e6:.4g} mm2"),
            ("Range", f"{model.range / 1e3:.4g} km"),
        ]  # fmt: skip
    return rows


def _part(progress, start, stop):
    return None if progress is None else lambda done: progress(start + (stop - start) * done)

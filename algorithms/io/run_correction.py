# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The driver of all corrections of a displacement series: files in, files out, block by block.

A first pass thins the scene out to a regular sample, which tells what is stable and carries the
fits; a second pass applies the correction. Both stream through the runner.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.grid import Window
from ..data.statistics import Sampler
from ..errors import GroundshiftError
from ..runner import RunOptions, run
from ..timeseries.correction import (
    Correction,
    CorrectionBlock,
    Referenced,
    Scene,
    Selection,
    find_limits,
    linear_rate,
    variance,
    years_of,
)
from ..timeseries.correction_blocks import ApplyCorrection
from ..timeseries.correction_report import CorrectionReport, page, table_text
from ..timeseries.motion import scene_noise
from ..timeseries.slow_motion import AUTO, guarded, prepared, rate_change
from ..timeseries.velocity import VelocityModel
from .atomic import Transaction, check_free_space
from .correction_files import (
    BlockReader,
    carried,
    carried_tables,
    halo_share,
    pixel_spacing,
    reference_date,
    refuse_void,
)
from .hdf5 import TimeSeriesReader, TimeSeriesWriter, read_timeseries
from .placing import placed_writer
from .rasters import BandInfo
from .reference_place import reference_window
from .run_velocity import pair_noise

SAMPLED_PIXELS = 100_000
SAMPLED_VALUES = 20_000_000
SAMPLED = (
    "displacement", "zenith_delay", "coherence", "pair_noise", "height", "incidence", "slant_range",
)  # fmt: skip
NOISE_PIXELS = 1000
AROUND = 16.0  # bytes a date for a pixel that a block needs but does not put out
RATES = {"velocity": "m/year", "velocityStd": "m/year"}
RASTERS = {
    "velocity": ("velocity", BandInfo("velocity_mm_yr", "mm/yr"), 1e3),
    "dem_error": ("dem_error", BandInfo("dem_error_m", "m"), 1.0),
    "dem_error_std": ("dem_error_std", BandInfo("dem_error_std_m", "m"), 1.0),
}


@dataclass(frozen=True)
class CorrectionTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    timeseries : path
        HDF5, the corrected series with everything that the input held.
    velocity, dem_error, dem_error_std : path
        GeoTIFF; mm/yr, metres, metres.
    removed : path
        GeoTIFF, a band a date: what was taken off, mm.
    report, table : path
        HTML and CSV: variance by date, before and after.
    """

    timeseries: Path | None = None
    velocity: Path | None = None
    removed: Path | None = None
    dem_error: Path | None = None
    dem_error_std: Path | None = None
    report: Path | None = None
    table: Path | None = None


def _identity(block):
    return block


def run_correction(
    series_path,
    targets: CorrectionTargets,
    correction: Correction,
    *,
    geometry_path=None,
    delays=None,
    selection: Selection | None = None,
    keep_growing: bool = False,
    motion: str = AUTO,
    with_rate: bool = True,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> CorrectionReport:
    """Correct a displacement series.

    Parameters
    ----------
    series_path : path
        ``timeseries.h5``.
    targets : CorrectionTargets
    correction : Correction
    geometry_path : path, optional
        ``geometryGeo.h5`` on the same grid.
    delays : object, optional
        With ``read(rows, cols, height)``: zenith delays, see :mod:`.gacos` and :mod:`.era5`.
    selection : Selection, optional
        Which pixels tell about the errors.
    keep_growing : bool
        Correct dates whose variance grows by it, too.
    motion : str
        What a fit that follows the ground does with its steady part: ``take`` it off, ``keep`` it
        in the series, or ``auto``: keep it where it is more than chance.
    with_rate : bool
        Fit the rate of the corrected series and keep it in the file; a series that is to be
        corrected further does not need it.
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.

    Returns
    -------
    CorrectionReport

    Raises
    ------
    GroundshiftError
        For input that cannot be corrected; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    series = read_timeseries(series_path)
    _check_targets(series, targets)
    notes = _Notes(log)
    scene = Scene(
        series.dates, series.perpendicular_baseline, series.grid.shape, pixel_spacing(series),
        reference_date(series),
    )  # fmt: skip
    options = run_options or RunOptions()
    tell = progress or (lambda share: None)
    with contextlib.ExitStack() as stack:
        reader = stack.enter_context(TimeSeriesReader(series))
        blocks = stack.enter_context(BlockReader(reader, correction, scene, geometry_path, delays))
        sample = _sample(blocks, scene, options, lambda s: tell(0.3 * s), cancelled)
        names = {"incidence": "incidence angle", "slant_range": "slant range", "height": "height"}
        refuse_void(geometry_path, {title: getattr(sample, n) for n, title in names.items()})
        rate = linear_rate(sample.displacement, years_of(scene.dates))
        if sample.coherence is None:
            notes.add("The series holds no temporal coherence, so every pixel counts as good.")
        limits = find_limits(sample, rate, selection or Selection())
        sample = replace(sample, stable=limits.choose(sample, rate))
        correction = _with_noise(correction, reader)
        estimate, judged = prepared(correction, scene, sample, motion, notes.add)
        if getattr(estimate, "note", ""):
            notes.add(estimate.note)
        referenced = _referenced(estimate, blocks, series, scene, limits, notes)
        if correction.guarded:
            referenced = guarded(referenced, judged, scene, keep_growing, notes.add)
        change = rate_change(referenced, sample, scene)
        function = ApplyCorrection(
            referenced, scene, limits, pair_noise(reader), targets.removed is not None,
            correction.keeps_rate, with_rate or targets.velocity is not None,
        )  # fmt: skip
        if function.with_rate:
            function = _with_colour(function, sample)
        return _apply(
            blocks, series, reader, function, correction, change, targets, options,
            lambda s: tell(0.3 + 0.7 * s), cancelled, notes,
        )  # fmt: skip


class _Notes:
    """Sentences for the log and the report."""

    def __init__(self, log):
        self._log = log or (lambda text: None)
        self.texts = []

    def add(self, text):
        self.texts.append(text)
        self._log(text)


def _check_targets(series, targets) -> None:
    target = targets.timeseries
    if target is not None and Path(target).resolve() == Path(series.path).resolve():
        raise GroundshiftError(f"{target}: is the input; give the corrected series another name.")
    if len(series.dates) < 2:
        raise GroundshiftError(f"{series.path}: has a single date; there is nothing to correct.")


def _with_noise(correction, reader):
    """Corrections that tell standard deviations take the pairs' noise into account."""
    if not hasattr(correction, "noise"):
        return correction
    return replace(correction, noise=pair_noise(reader))


def _with_colour(function, sample) -> ApplyCorrection:
    """The function with the colour of the noise that the correction leaves, for the rates."""
    dates = function.scene.dates
    if len(dates) < 3:
        return function
    corrected = sample if function.keeps_rate else function.referenced.take_off(sample)
    series = corrected.displacement.reshape(len(dates), -1)
    chosen = np.flatnonzero(np.isfinite(series).any(axis=0))
    chosen = chosen[:: max(1, len(chosen) // NOISE_PIXELS)]
    scale = None if function.noise is None else sample.pair_noise.ravel()[chosen]
    noise = scene_noise(series[:, chosen], VelocityModel(), dates, None, function.noise, scale)
    return replace(function, coloured=noise)


def _sample(blocks, scene, options, progress, cancelled) -> CorrectionBlock:
    """The scene on a regular thinning that depends on its size alone."""
    dates = len(scene.dates)
    most = min(SAMPLED_PIXELS, SAMPLED_VALUES // dates)
    rows_total, cols_total = scene.shape
    stride = max(1, int(np.ceil(np.sqrt(rows_total * cols_total / most))))
    rows, cols = np.arange(0, rows_total, stride), np.arange(0, cols_total, stride)
    parts = []
    local = RunOptions(options.budget, options.workers)  # only a thinning: no work for a cluster
    run(
        _identity, lambda window: blocks.thinned(window, stride),
        lambda window, block: parts.append(block), blocks.grid,
        bytes_per_pixel=blocks.bytes_per_pixel, options=local, progress=progress,
        cancelled=cancelled,
    )  # fmt: skip
    return _assembled(parts, rows, cols, stride, dates)


def _assembled(parts, rows, cols, stride, dates) -> CorrectionBlock:
    values = {}
    for name in SAMPLED:
        first = getattr(parts[0], name)
        if first is None:
            continue
        whole = np.full((*first.shape[:-2], len(rows), len(cols)), np.nan, np.float32)
        for part in parts:
            if part.rows.size and part.cols.size:
                index = np.ix_(part.rows // stride, part.cols // stride)
                whole[(..., *index)] = getattr(part, name)
        values[name] = whole
    return CorrectionBlock(rows, cols, **values)


def _referenced(estimate, blocks, series, scene, limits, notes) -> Referenced:
    """Make the correction zero over the reference, where the series says which it is."""
    dates = len(scene.dates)
    plain = Referenced(estimate, scene.reference_date, np.zeros(dates), np.ones(dates, bool))
    window = reference_window(series)
    if window is None:
        notes.add("The series names no reference point, so the correction is not referenced.")
        return plain
    block = blocks.read(window)
    rate = linear_rate(block.displacement, years_of(scene.dates))
    field = estimate(replace(block, stable=limits.choose(block, rate))).field
    # The series is zero in the mean of those pixels that have it.
    known = np.isfinite(field).all(axis=0) & np.isfinite(rate[block.inner])
    if not known.any():
        raise GroundshiftError(
            f"{series.path}: the correction is not known at the reference (row {window.row}, "
            f"column {window.col}); check that geometry and weather files cover it."
        )
    field = field[:, known].mean(axis=1, dtype=float)
    offset = field - field[scene.reference_date]
    return replace(plain, offset=offset)


class _Outputs(contextlib.ExitStack):
    """All files of one correction, and sums over their blocks."""

    def __init__(self, files: Transaction, series, reader, targets, attributes, with_rate):
        super().__init__()
        self._reader, self._targets = reader, targets
        self._carried = carried(series)
        self.before = self.after = 0
        self.pixels = 0
        self._series = self._removed = None
        if targets.timeseries:
            self._open_series(files, series, attributes, RATES if with_rate else {})
        if targets.removed:
            bands = [
                BandInfo(f"removed_mm_{str(d).replace('-', '')}", "mm", (("DATE", str(d)),))
                for d in series.dates
            ]
            self._removed = self.enter_context(
                placed_writer(files.add(targets.removed), series, bands)
            )
        self._rasters = {
            name: self.enter_context(
                placed_writer(files.add(getattr(targets, name)), series, [band])
            )
            for name, (_, band, _) in RASTERS.items()
            if getattr(targets, name)
        }
        self.samplers = {name: Sampler(series.grid) for name in RASTERS}
        self.samplers["removed"] = Sampler(series.grid)

    def _open_series(self, files, series, attributes, rates):
        size = 4.0 * len(series.dates) * series.grid.rows * series.grid.cols
        check_free_space(Path(self._targets.timeseries).parent, size)
        layers = {**self._carried, **{name: ("f4", unit) for name, unit in rates.items()}}
        self._series = self.enter_context(
            TimeSeriesWriter(
                files.add(self._targets.timeseries), series.grid, series.dates,
                series.perpendicular_baseline, attributes, layers,
            )
        )  # fmt: skip
        for name, values in carried_tables(series).items():
            self._series.table(name, values)

    def write(self, window: Window, block) -> None:
        """Write a block to all files."""
        self.pixels += block.pixels
        self.before = self.before + block.before
        self.after = self.after + block.after
        if self._series is not None:
            layers = {name: self._reader.layer(name, window) for name in self._carried}
            if block.velocity is not None:
                layers.update(velocity=block.velocity, velocityStd=block.velocity_std)
            self._series.write(window, block.displacement, **layers)
        if self._removed is not None:
            millimetres = block.removed * np.float32(1e3)
            self._removed.write(window, millimetres)
            self.samplers["removed"].add(window, np.abs(millimetres).max(axis=0))
        for name, (source, _, factor) in RASTERS.items():
            values = getattr(block, source)
            if values is not None:
                self.samplers[name].add(window, values * factor)
                if name in self._rasters:
                    self._rasters[name].write(window, values * factor)


def _apply(
    blocks,
    series,
    reader,
    function,
    correction,
    change,
    targets,
    options,
    progress,
    cancelled,
    notes,
) -> CorrectionReport:
    attributes = {k: v for k, v in series.attributes.items() if k not in ("FILE_TYPE", "UNIT")}
    done = [text for text in (attributes.get("CORRECTIONS", ""), correction.name) if text]
    attributes["CORRECTIONS"] = ", ".join(done)
    memory = blocks.bytes_per_pixel + len(series.dates) * 8.0
    around = len(series.dates) * AROUND
    memory *= halo_share(series.grid, memory, around, options.budget, blocks.halo)
    with Transaction() as files:
        with _Outputs(files, series, reader, targets, attributes, function.with_rate) as outputs:
            run(
                function, blocks.read, outputs.write, series.grid, bytes_per_pixel=memory,
                options=options, progress=progress, cancelled=cancelled,
            )  # fmt: skip
        if not outputs.pixels:
            raise GroundshiftError(f"{series.path}: holds no pixel with data.")
        report = CorrectionReport(
            correction.name, series.dates, variance(outputs.before), variance(outputs.after),
            function.referenced.applied, outputs.pixels, int(outputs.before[:, 0].max()),
            outputs.samplers["velocity"].summary(), outputs.samplers["dem_error"].summary(),
            outputs.samplers["removed"].summary(), tuple(notes.texts),
            outputs.samplers["dem_error_std"].summary(), 1e3 * change,
        )  # fmt: skip
        for target, text in ((targets.report, page), (targets.table, table_text)):
            if target:
                files.add(target).write_text(text(report), encoding="utf-8")
    return report

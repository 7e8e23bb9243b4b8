# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The driver of all corrections of a displacement series: files in, files out, block by block.

A first pass thins the scene out to a regular sample, which tells what is stable and carries the
fits; a second pass applies the correction. Both stream block by block.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

import numpy as np

from ...data.dates import years_of
from ...data.grid import Window
from ...errors import GroundshiftError
from ...formats.atomic import check_free_space
from ...formats.hdf5.stacks import TimeSeriesReader, TimeSeriesWriter, read_timeseries
from ...job import Job
from ...outputs import Layer, Outputs
from ..correction import (
    Correction,
    CorrectionBlock,
    Referenced,
    Scene,
    Selection,
    find_limits,
    linear_rate,
    variance,
)
from ..correction_blocks import ApplyCorrection
from ..motion import scene_noise
from ..pages.correction import CorrectionReport, page, table_text
from ..slow_motion import AUTO, guarded, prepared, rate_change
from ..velocity import VelocityModel
from .correction_files import (
    BlockReader,
    carried,
    carried_tables,
    halo_share,
    pixel_spacing,
    reference_date,
    refuse_void,
)
from .reference_place import reference_window
from .series_noise import pair_noise

SAMPLED_PIXELS = 100_000
SAMPLED_VALUES = 20_000_000
SAMPLED = (
    "displacement", "zenith_delay", "coherence", "pair_noise", "height", "incidence", "slant_range",
)  # fmt: skip
NOISE_PIXELS = 1000
AROUND = 16.0  # bytes a date for a pixel that a block needs but does not put out
RATES = {"velocity": "m/year", "velocityStd": "m/year"}
LAYERS = {
    "VELOCITY": Layer((("velocity_mm_yr", "mm/yr"),), 1e3),
    "DEM_ERROR": Layer((("dem_error_m", "m"),)),
    "DEM_ERROR_STD": Layer((("dem_error_std_m", "m"),)),
}  # fmt: skip


def _identity(block):
    return block


def corrected(
    chosen, outputs, job, correction: Correction, delays=None, keep_growing=False, motion=AUTO
) -> dict:
    """Correct as the tools do that share :data:`..asked.CORRECTION_OUTPUTS`; their numbers."""
    series = getattr(chosen, "timeseries", None) or chosen.corrected.timeseries
    report = run_correction(
        series, outputs, job, correction,
        geometry_path=getattr(chosen, "geometry", None), delays=delays,
        selection=chosen.stable.selection(), keep_growing=keep_growing, motion=motion,
    )  # fmt: skip
    job.note(report.summary())
    outputs.look("VELOCITY", when=(report.dates[0], report.dates[-1]))
    outputs.look("REMOVED", limits=outputs.summaries["removed"].p98, dates=report.dates)
    return {
        "REMOVED_PERCENT": 100 * report.removed_share, "STD_BEFORE": report.rms_before_mm,
        "STD_AFTER": report.rms_after_mm, "RATE_CHANGE": report.rate_change_mm_yr,
        "DATES_LEFT": int((~report.applied).sum()), "PIXELS": report.pixels,
        "STABLE_PIXELS": report.stable_pixels, "SUMMARY_TEXT": report.summary(),
    }  # fmt: skip


def run_correction(
    series_path,
    outputs: Outputs,
    job: Job,
    correction: Correction,
    *,
    geometry_path=None,
    delays=None,
    selection: Selection | None = None,
    keep_growing: bool = False,
    motion: str = AUTO,
    with_rate: bool = True,
) -> CorrectionReport:
    """Correct a displacement series.

    Parameters
    ----------
    series_path : path
        ``timeseries.h5``.
    outputs : Outputs
        Of :data:`..asked.CORRECTION_OUTPUTS`, and DEM_ERROR and DEM_ERROR_STD in metres.
    job : Job
    correction : Correction
    geometry_path : path, optional
        ``geometryGeo.h5`` on the same grid.
    delays : object, optional
        With ``read(rows, cols, height)``: zenith delays, see :mod:`gacos` and :mod:`era5`.
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
    _check_target(series, outputs.targets.get("CORRECTED"))
    notes = _Notes(job)
    scene = Scene(
        series.dates, series.perpendicular_baseline, series.grid.shape, pixel_spacing(series),
        reference_date(series),
    )  # fmt: skip
    with contextlib.ExitStack() as stack:
        reader = stack.enter_context(TimeSeriesReader(series))
        blocks = stack.enter_context(BlockReader(reader, correction, scene, geometry_path, delays))
        sample = _sample(blocks, scene, job.part(0.0, 0.3))
        names = {"incidence": "incidence angle", "slant_range": "slant range", "height": "height"}
        refuse_void(geometry_path, {title: getattr(sample, n) for n, title in names.items()})
        rate = linear_rate(sample.displacement, years_of(scene.dates))
        if sample.coherence is None:
            notes.add("The series holds no temporal coherence, so every pixel counts as good.")
        selection = selection or Selection()
        limits = find_limits(sample, rate, selection)
        sample = replace(sample, stable=limits.choose(sample, rate))
        correction = _with_noise(correction, reader)
        estimate, judged = prepared(correction, scene, sample, motion, notes.warn, selection)
        if getattr(estimate, "note", ""):
            notes.add(estimate.note)
        if getattr(estimate, "doubt", ""):
            notes.warn(estimate.doubt)
        referenced = _referenced(estimate, blocks, series, scene, limits, notes)
        if correction.guarded:
            referenced = guarded(referenced, judged, scene, keep_growing, notes.warn)
        change = rate_change(referenced, sample, scene)
        # Slow motion that stays is in the variance of the series and hides what was taken off.
        sums = None
        if judged is not sample:
            taken = referenced.take_off(judged)
            sums = taken.before, taken.after
        function = ApplyCorrection(
            referenced, scene, limits, pair_noise(reader), outputs.wanted("REMOVED"),
            correction.keeps_rate, with_rate or outputs.wanted("VELOCITY"),
        )  # fmt: skip
        if function.with_rate:
            function = _with_colour(function, sample)
        return _apply(
            blocks, series, reader, function, correction, (change, sums), outputs,
            job.part(0.3, 1.0), notes,
        )  # fmt: skip


class _Notes:
    """Sentences for the log and the report."""

    def __init__(self, job):
        self._job, self.texts = job, []

    def add(self, text):
        self.texts.append(text)
        self._job.note(text)

    def warn(self, text):
        self.texts.append(f"Warning: {text}")
        self._job.warn(text)


def _check_target(series, target) -> None:
    if target is not None and target.resolve() == Path(series.path).resolve():
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


def _sample(blocks, scene, job) -> CorrectionBlock:
    """The scene on a regular thinning that depends on its size alone."""
    dates = len(scene.dates)
    most = min(SAMPLED_PIXELS, SAMPLED_VALUES // dates)
    rows_total, cols_total = scene.shape
    stride = max(1, int(np.ceil(np.sqrt(rows_total * cols_total / most))))
    rows, cols = np.arange(0, rows_total, stride), np.arange(0, cols_total, stride)
    parts = []
    job.here().blocks(
        _identity, lambda window: blocks.thinned(window, stride),
        lambda window, block: parts.append(block), blocks.grid, blocks.bytes_per_pixel,
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


class _Written(contextlib.ExitStack):
    """All files of one correction, and sums over their blocks."""

    def __init__(self, outputs, series, reader, attributes, with_rate):
        super().__init__()
        self._reader, self._carried = reader, carried(series)
        self.before = self.after = self.pixels = 0
        self._series = None
        if outputs.wanted("CORRECTED"):
            self._open_series(outputs, series, attributes, RATES if with_rate else {})
        days = [(str(date).replace("-", ""), str(date)) for date in series.dates]
        removed = [(f"removed_mm_{name}", "mm", (("DATE", day),)) for name, day in days]
        self._rasters = self.enter_context(
            outputs.rasters({**LAYERS, "REMOVED": Layer(removed)}, series, summarised=("removed",))
        )

    def _open_series(self, outputs, series, attributes, rates):
        size = 4.0 * len(series.dates) * series.grid.rows * series.grid.cols
        check_free_space(outputs.targets["CORRECTED"].parent, size)
        layers = {**self._carried, **{name: ("f4", unit) for name, unit in rates.items()}}
        self._series = self.enter_context(
            TimeSeriesWriter(
                outputs.path("CORRECTED"), series.grid, series.dates,
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
        values = {name: getattr(block, name.lower()) for name in LAYERS}
        if block.removed is not None:
            values["REMOVED"] = block.removed * np.float32(1e3)
            values["removed"] = np.abs(values["REMOVED"]).max(axis=0)
        self._rasters.write(
            window, {name: value for name, value in values.items() if value is not None}
        )


def _apply(
    blocks, series, reader, function, correction, effect, outputs, job, notes
) -> CorrectionReport:
    attributes = {k: v for k, v in series.attributes.items() if k not in ("FILE_TYPE", "UNIT")}
    done = [text for text in (attributes.get("CORRECTIONS", ""), correction.name) if text]
    attributes["CORRECTIONS"] = ", ".join(done)
    memory = blocks.bytes_per_pixel + len(series.dates) * 8.0
    around = len(series.dates) * AROUND
    memory *= halo_share(series.grid, memory, around, job.budget, blocks.halo)
    with _Written(outputs, series, reader, attributes, function.with_rate) as written:
        job.blocks(function, blocks.read, written.write, series.grid, memory)
    if not written.pixels:
        raise GroundshiftError(f"{series.path}: holds no pixel with data.")
    change, sums = effect
    before, after = sums or (written.before, written.after)
    report = CorrectionReport(
        correction.name, series.dates, variance(before), variance(after),
        function.referenced.applied, written.pixels, int(before[:, 0].max()),
        tuple(notes.texts), 1e3 * change,
    )  # fmt: skip
    outputs.text("REPORT", lambda: page(report))
    outputs.text("TABLE", lambda: table_text(report))
    return report

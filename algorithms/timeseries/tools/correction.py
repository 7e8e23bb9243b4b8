# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The driver of a single correction of a displacement series: files in, files out."""

from __future__ import annotations

from pathlib import Path

from ...errors import GroundshiftError
from ...formats.hdf5.stacks import TimeSeriesReader, read_timeseries
from ...job import Job
from ...outputs import Outputs
from ..correction import Correction
from ..pages.correction import CorrectionReport
from ..slow_motion import AUTO
from .corrections import Corrections


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
    series_path, outputs: Outputs, job: Job, correction: Correction, **options
) -> CorrectionReport:
    """Correct a displacement series.

    Parameters
    ----------
    series_path : path
        ``timeseries.h5``.
    outputs, job, correction, **options
        See :meth:`.corrections.Corrections.find`.

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
    with TimeSeriesReader(series) as reader, Corrections(reader) as corrections:
        link = corrections.find(correction, outputs, job.part(0.0, 0.3), **options)
        corrections.take_off(job.part(0.3, 1.0))
        return link.report()


def _check_target(series, target) -> None:
    if target is not None and target.resolve() == Path(series.path).resolve():
        raise GroundshiftError(f"{target}: is the input; give the corrected series another name.")

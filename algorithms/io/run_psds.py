# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""From radar images to motion: persistent and distributed scatterers in one chain.

The order is that of SqueeSAR (Ferretti et al. 2011, doi:10.1109/TGRS.2011.2124465): persistent
scatterers keep their phase, distributed ones get a linked one, and all go on together. Every step
is the driver of the tool of that name; from the inversion on it is the small-baseline chain.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Callable

from ..errors import GroundshiftError
from ..runner import RunOptions
from ..timeseries.chain_report import StepReport, chain_page
from .atomic import Transaction
from .chain_options import ChainTargets
from .chain_steps import GEOMETRY
from .ds_outputs import DsTargets
from .ps_outputs import PsTargets
from .psds_options import PsdsOptions, PsdsReport, PsdsTargets
from .run_ds import run_ds
from .run_ps import run_ps
from .run_pscandidates import CandidateTargets, run_pscandidates
from .run_smallbaseline import intermediate_folder, named_errors, run_smallbaseline
from .run_unwrap import run_unwrap
from .slc_hdf5 import read_slc_stack
from .strided_geometry import thin_geometry
from .unwrap_outputs import UnwrapTargets
from .unwrap_points import MemoryShortError
from .wrapped_source import stack_source

# Shares of the whole time, measured on simulated scenes.
SHARES = {"persistent": (0.0, 0.25), "ds": (0.25, 0.6), "unwrap": (0.6, 0.85)}
CHAIN_FROM = 0.85
TITLES = {
    "persistent": "Persistent scatterers", "ds": "Distributed scatterers", "unwrap": "Unwrapping",
}  # fmt: skip


def run_psds(
    stack_path,
    targets: PsdsTargets,
    options: PsdsOptions | None = None,
    *,
    geometry_path=None,
    keep_folder=None,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> PsdsReport:
    """Run the whole chain; outputs appear together when all is done.

    Parameters
    ----------
    stack_path : path
        ``slcStack.h5``, flattened.
    targets : PsdsTargets
    options : PsdsOptions, optional
    geometry_path : path, optional
        Geometry file of the images.
    keep_folder : path, optional
        Keep the intermediate files here; without it they live beside the series and go away.
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.

    Returns
    -------
    PsdsReport

    Raises
    ------
    GroundshiftError
        If a step cannot be done; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options = options or PsdsOptions()
    stack_path = Path(stack_path)
    with Transaction() as files:
        series = files.add(targets.timeseries)
        with (
            intermediate_folder(targets.timeseries, keep_folder, files) as folder,
            named_errors(folder, stack_path),
        ):
            run = _Run(
                stack_path, geometry_path, targets, options, files, folder,
                keep_folder is not None, run_options or RunOptions(), progress, cancelled,
                log or (lambda text: None),
            )  # fmt: skip
            report = run.all(series)
        if targets.report:
            page = chain_page(f"From images to motion: {stack_path.name}", report.steps)
            files.add(targets.report).write_text(page, encoding="utf-8")
    return report


class _Run:
    """The state of a run."""

    def __init__(
        self, stack_path, geometry, targets, options, files, folder, keep, run_options,
        progress, cancelled, log,
    ):  # fmt: skip
        self._stack, self._geometry = stack_path, geometry
        self._targets, self._options, self._files = targets, options, files
        self._folder, self._keep = folder, keep
        self._run_options = run_options
        self._progress = progress or (lambda share: None)
        self._cancelled, self._log = cancelled, log
        self._steps, self._written = [], ["timeseries"]

    def all(self, series) -> PsdsReport:
        """All steps."""
        points, found = self._persistent()
        linked, wrapped, ds = self._link(points)
        stack, unwrapped = self._unwrap(wrapped)
        chain = self._go_on(stack, linked, series)
        self._progress(1.0)
        steps = (*self._steps, *chain.steps)
        return PsdsReport(
            self._options.persistent, steps, found, ds, unwrapped, chain, tuple(self._written)
        )

    def _target(self, name, default=None):
        """Where a file goes: to the user, or among the intermediate ones."""
        target = getattr(self._targets, name)
        if target is None:
            return None if default is None else self._folder / default
        self._written.append(name)
        return self._files.add(target)

    def _step(self, name, work):
        """Run a step; `work` takes the common arguments and returns result, summary, numbers."""
        start, stop = SHARES[name]
        title, notes = TITLES[name], []

        def log(text):
            notes.append(text)
            self._log(f"{title}: {text}")

        begin = time.perf_counter()
        result, summary, numbers = work({
            "run_options": self._run_options, "cancelled": self._cancelled, "log": log,
            "progress": lambda done: self._progress(start + (stop - start) * done),
        })  # fmt: skip
        self._steps.append(
            StepReport(
                name, title, True, summary, tuple(dict.fromkeys(notes)), numbers,
                seconds=time.perf_counter() - begin,
            )
        )  # fmt: skip
        self._log(f"{title}: {summary}")
        return result

    def _persistent(self):
        """A layer of persistent scatterers, None where there are none; and their number."""
        if self._options.persistent == "none":
            return None, 0
        place = self._target("ps_points", "persistent.gpkg")
        find = self._stable if self._options.persistent == "stability" else self._bright
        try:
            number = self._step("persistent", lambda common: find(place, common))
        except GroundshiftError as error:
            # Fields and forests have none; that is no reason to leave out the distributed ones.
            self._log(f"Warning: {TITLES['persistent']} are left out: {error}")
            self._steps.append(StepReport("persistent", TITLES["persistent"], False, str(error)))
            self._forget("ps_points", place)
            return None, 0
        return (place, number) if number else (None, 0)

    def _forget(self, name, place):
        if name in self._written:
            self._written.remove(name)
            self._files.drop(place)

    def _stable(self, place, common):
        report = run_ps(
            self._stack, PsTargets(points=place), self._options.ps,
            geometry_path=self._geometry, **common,
        )  # fmt: skip
        summary = (
            f"{report.points:,} points of {report.candidates:,} candidates, of which "
            f"{report.noise_percent:.1f} % are expected to be noise."
        )
        numbers = {
            "Candidates": report.candidates, "Points": report.points,
            "Expected noise (%)": report.noise_percent,
            "Median residual noise (mm)": report.median_noise,
        }  # fmt: skip
        return report.points, summary, numbers

    def _bright(self, place, common):
        report = run_pscandidates(
            self._stack, CandidateTargets(points=place), self._options.candidates, **common
        )
        summary = (
            f"{report.stable:,} stable pixels of {report.candidates:,} candidates, by the "
            "dispersion of the amplitude."
        )
        numbers = {"Candidates": report.candidates, "Points": report.stable}
        return report.stable, summary, numbers

    def _link(self, points):
        linked = self._target("linked", "linkedStack.h5")
        wrapped = self._folder / "ifgramStack_wrapped.h5"
        targets = DsTargets(
            linked, wrapped, quality=self._target("quality"), kind=self._target("kind")
        )

        def work(common):
            report = run_ds(
                self._stack, targets, self._options.ds, persistent_path=points, **common
            )
            summary = (
                f"{report.distributed:,} distributed and {report.persistent:,} persistent "
                f"scatterers, {report.pairs} interferograms."
            )
            numbers = {
                "Pixels with linked phases": report.linked,
                "Distributed scatterers": report.distributed,
                "Persistent scatterers": report.persistent,
                "Linked by EVD instead": report.substitutes,
            }
            return report, summary, numbers

        report = self._step("ds", work)
        if not report.distributed + report.persistent:
            raise GroundshiftError(
                f"{self._stack}: no pixel is a persistent or distributed scatterer; ask for fewer "
                "neighbours or a lower goodness of fit."
            )
        return linked, wrapped, report

    def _unwrap(self, wrapped):
        stack = self._target("interferograms", "ifgramStack.h5")

        def work(common):
            source, targets = stack_source(wrapped), UnwrapTargets(stack=stack)
            options = self._options.unwrap
            try:
                report = run_unwrap(source, targets, options, **common)
            except MemoryShortError as error:
                need = str(error).partition(";")[0]
                common["log"](f"{need}, so the interferograms are unwrapped one by one instead.")
                options = replace(options, raster=replace(options.raster, method="auto"))
                report = run_unwrap(source, targets, options, **common)
            share = 100 * report.share_in_components
            summary = (
                f"{len(report.names) - report.failed} of {len(report.names)} interferograms by "
                f"{report.method}, {share:.1f} % of the phases in connected components."
            )
            return report, summary, {"In components (%)": share, "Failed": report.failed}

        return stack, self._step("unwrap", work)

    def _go_on(self, stack, linked, series):
        """Inversion, corrections, velocity and points."""
        chain = self._options.chain
        names = ("velocity", "dem_error", "points")
        places = {name: self._target(name) for name in names}
        report = run_smallbaseline(
            stack, ChainTargets(series, **places),
            replace(chain, points=replace(chain.points, scatterers=linked)),
            geometry_path=self._thin_geometry(), keep_folder=self._folder if self._keep else None,
            run_options=self._run_options, cancelled=self._cancelled, log=self._log,
            progress=lambda done: self._progress(CHAIN_FROM + (1 - CHAIN_FROM) * done),
        )  # fmt: skip
        for name, place in places.items():
            if name not in report.written:
                self._forget(name, place)
        return report

    def _thin_geometry(self):
        """The geometry on the grid of the results."""
        strides = self._options.ds.linking.shp.strides
        if self._geometry is None or tuple(strides) == (1, 1):
            return self._geometry
        target = self._folder / GEOMETRY
        thin_geometry(self._geometry, read_slc_stack(self._stack).grid, strides, target)
        return target

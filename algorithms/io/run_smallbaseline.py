# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The chain from interferograms to a velocity, one driver after the other.

The order is that of Yunjun et al. (2019), doi:10.1016/j.cageo.2019.104331, section 5: network,
unwrapping errors, inversion, troposphere, topography, ramps, velocity; with an atmosphere filter
as Berardino et al. (2002) have it. Every step is the driver of the tool of that name.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from dataclasses import replace
from pathlib import Path
from typing import Callable

from ..errors import GroundshiftError
from ..runner import RunOptions
from ..timeseries.chain_report import StepReport, chain_page
from . import chain_steps as steps
from .atomic import Transaction
from .chain_options import ChainOptions, ChainReport, ChainTargets
from .hdf5 import read_timeseries
from .leftovers import make_folder, remove_empty, temporary_beside

# Shares of the whole time, measured on Mexico City and on simulated stacks.
WEIGHTS = {
    "importstack": 15, "network": 6, "closure": 25, "sbas": 20, "troposphere": 8, "demerror": 8,
    "ramps": 7, "apsfilter": 10, "velocity": 5, "points": 6,
}  # fmt: skip


def run_smallbaseline(
    source,
    targets: ChainTargets,
    options: ChainOptions | None = None,
    *,
    geometry_path=None,
    keep_folder=None,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> ChainReport:
    """Run the whole chain; outputs appear together when all is done.

    Parameters
    ----------
    source : path
        A product's folder, or a stack file.
    targets : ChainTargets
    options : ChainOptions, optional
    geometry_path : path, optional
        ``geometryGeo.h5`` of a stack file; by default the one beside it. A folder brings its own.
    keep_folder : path, optional
        Keep the intermediate files here; without it they live beside the series and go away.
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.

    Returns
    -------
    ChainReport

    Raises
    ------
    GroundshiftError
        If a step cannot be done; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options = options or ChainOptions()
    source = Path(source)
    with Transaction() as files:
        series = files.add(targets.timeseries)
        with (
            intermediate_folder(targets.timeseries, keep_folder, files) as scratch,
            named_errors(scratch, source),
        ):
            chain = _Chain(
                options, targets, files, series, scratch, keep_folder is not None,
                run_options or RunOptions(), progress, cancelled, log or (lambda text: None),
            )  # fmt: skip
            report = chain.run(source, geometry_path)
            if targets.report:
                page = chain_page(f"Small-baseline chain: {source.name}", report.steps)
                files.add(targets.report).write_text(page, encoding="utf-8")
    return report


@contextlib.contextmanager
def intermediate_folder(series, keep, files: Transaction):
    """Where intermediate files live: a folder that goes away.

    It lies beside the series, or beside the folder `keep`, where its files then appear together
    with all others.
    """
    folder = temporary_beside(Path(series).with_suffix("") if keep is None else Path(keep))
    made = make_folder(folder)
    try:
        yield folder
        if keep is not None:
            for path in sorted(folder.iterdir()):
                os.replace(path, files.add(Path(keep) / path.name))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        remove_empty(made[1:])


@contextlib.contextmanager
def named_errors(folder: Path, source: Path):
    """Errors name the source where they mean an intermediate file."""
    try:
        yield
    except GroundshiftError as error:
        text = str(error)
        for path in sorted(folder.glob("*"), key=lambda p: -len(p.name)):
            text = text.replace(str(path), f"{source} ({path.stem})")
        if text == str(error):
            raise
        raise type(error)(text) from error


class _Chain:
    """The state of a run: what the last step has left, and what all have said."""

    def __init__(
        self, options, targets, files, final, folder, keep, run_options, progress, cancelled, log
    ):
        self.options, self.targets, self.files = options, targets, files
        self._final, self._folder, self._keep = final, folder, keep
        self._run_options, self._cancelled, self._log = run_options, cancelled, log
        self._progress = progress or (lambda share: None)
        self._done = 0.0
        self._total = 1.0
        self._reports = []
        self._written = ["timeseries"]

    def run(self, source, geometry) -> ChainReport:
        """All steps."""
        options = self.options
        corrections = [
            name for name in ("troposphere", "demerror", "ramps", "apsfilter")
            if getattr(options, "dem_error" if name == "demerror" else name) is not None
        ]  # fmt: skip
        planned = ["sbas", *corrections, "velocity"]
        planned += [n for n in ("network", "closure") if getattr(options, n) is not None]
        planned += ["importstack"] * source.is_dir() + ["points"] * bool(self.targets.points)
        self._total = float(sum(WEIGHTS[name] for name in planned))
        stack, geometry, own = self._stack(source, geometry)
        stack = self._network(stack, own)
        stack = self._closure(stack)
        sbas, series = self._sbas(stack)
        self._discard(stack)
        series, dem = self._corrections(series, corrections, geometry)
        velocity = self._velocity(series)
        self._finish(series)
        points = self._points(geometry, sbas)
        self._progress(1.0)
        dates = read_timeseries(self._final).dates
        return ChainReport(
            tuple(self._reports), sbas, velocity, dates, points, tuple(self._written), dem
        )

    def _step(self, name, title, work):
        """Run a step: `work` takes the common arguments and returns its report and result."""
        share = WEIGHTS[name] / self._total
        start = self._done

        def progress(done):
            self._progress(min(start + share * done, 1.0))

        notes = []

        def log(text):
            notes.append(text)
            self._log(f"{title}: {text}")

        begin = time.perf_counter()
        common = {
            "run_options": self._run_options, "progress": progress, "cancelled": self._cancelled,
            "log": log,
        }  # fmt: skip
        outcome, result = work(common)
        self._done = start + share
        report = replace(
            outcome, name=name, title=title, seconds=time.perf_counter() - begin,
            notes=tuple(dict.fromkeys((*notes, *outcome.notes))),
        )  # fmt: skip
        self._reports.append(report)
        self._log(f"{title}: {report.summary}")
        return result

    def _left_out(self, name, title, why):
        self._done += WEIGHTS[name] / self._total
        self._reports.append(StepReport(name, title, False, why))
        self._log(f"Warning: {title} is left out: {why}")

    def _discard(self, path):
        """Intermediate files go as soon as nobody needs them; a stack can be many gigabytes."""
        if path is not None and path.parent == self._folder and not self._keep:
            path.unlink()

    def _stack(self, source, geometry):
        """Stack file and geometry, imported where the source is a folder; and whether it is."""
        if not source.exists():
            raise GroundshiftError(f"{source}: does not exist; give a folder or a stack file.")
        if not source.is_dir():
            beside = source.parent / steps.GEOMETRY
            if geometry is None and beside.is_file():
                geometry = beside
                self._log(f"Geometry: {beside}.")
            return source, geometry, False
        stack, own = self._folder / "ifgramStack.h5", self._folder / steps.GEOMETRY
        report = self._step(
            "importstack", "Import",
            lambda common: steps.import_folder(source, stack, own, self.options, common),
        )  # fmt: skip
        return stack, own if report.geometry_written else geometry, True

    def _network(self, stack, own):
        if self.options.network is None:
            return stack
        target = self._folder / "ifgramStack_network.h5"
        return self._step(
            "network", "Network",
            lambda common: steps.choose_pairs(stack, target, own, self.options.network, common),
        )  # fmt: skip

    def _closure(self, stack):
        if self.options.closure is None:
            return stack
        why = steps.no_closure(stack)
        if why:
            self._left_out("closure", "Unwrapping errors", why)
            return stack
        target = self._folder / "ifgramStack_closure.h5"
        mended = self._step(
            "closure", "Unwrapping errors",
            lambda common: steps.mend(stack, target, self.options.closure, common),
        )  # fmt: skip
        if not mended:
            self._discard(target)
            return stack
        self._discard(stack)
        return target

    def _sbas(self, stack):
        series = self._folder / "timeseries.h5"
        coherence = self.targets.temporal_coherence
        if coherence:
            coherence = self.files.add(coherence)
            self._written.append("temporal_coherence")
        report = self._step(
            "sbas", "Inversion",
            lambda common: steps.invert(stack, series, coherence, self.options, common),
        )  # fmt: skip
        return report, series

    def _corrections(self, series, names, geometry):
        dem = None
        found = {name: steps.correction(name, self.options, series, geometry) for name in names}
        last = max((k for k, name in enumerate(names) if not found[name][2]), default=0)
        for number, name in enumerate(names):
            title = steps.TITLES[name]
            correction, delays, why = found[name]
            if why:
                self._left_out(name, title, why)
                continue
            target = series.with_name(f"{series.stem}_{name}.h5")
            map_to = None
            if name == "demerror" and self.targets.dem_error:
                map_to = self.files.add(self.targets.dem_error)
                self._written.append("dem_error")
            report = self._step(name, title, steps.Correct(
                series, target, correction, delays, geometry, self.options.stable, map_to,
                self._keep or number == last,
            ))  # fmt: skip
            dem = report.dem_error if name == "demerror" else dem
            self._discard(series)
            series = target
        return series, dem

    def _velocity(self, series):
        raster = self._folder / "velocity.tif"
        if self.targets.velocity:
            raster = self.files.add(self.targets.velocity)
            self._written.append("velocity")
        velocity_file = None
        if self.targets.velocity_file:
            velocity_file = self.files.add(self.targets.velocity_file)
            self._written.append("velocity_file")
        return self._step(
            "velocity", "Velocity",
            lambda common: steps.rate(series, raster, velocity_file, self.options.model, common),
        )  # fmt: skip

    def _finish(self, series):
        """Put the last series where the result belongs."""
        if self._keep:
            shutil.copyfile(series, self._final)
        else:
            series.replace(self._final)

    def _points(self, geometry, sbas):
        if not self.targets.points:
            return 0
        options = self.options.points
        best = sbas.layers["temporal_coherence"].maximum
        if not best >= options.minimum_coherence:
            self._left_out(
                "points", "Points", "no pixel has a temporal coherence of "
                f"{options.minimum_coherence:g} (the best has {best:.2f}).",
            )  # fmt: skip
            return 0
        target = self.files.add(self.targets.points)
        self._written.append("points")
        return self._step(
            "points", "Points",
            lambda common: steps.write_points(self._final, target, geometry, options, common),
        )  # fmt: skip

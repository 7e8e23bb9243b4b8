# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What all chains share: steps with their shares of the bar, intermediate files, a report."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..errors import GroundshiftError
from ..formats.leftovers import make_folder, remove_empty, temporary_beside
from ..job import Job
from .page import chain_page

STEPS = {
    "importstack": ("Import", 15), "network": ("Network", 6), "closure": ("Unwrapping errors", 12),
    "persistent": ("Persistent scatterers", 65), "ds": ("Distributed scatterers", 91),
    "unwrap": ("Unwrapping", 65), "sbas": ("Inversion", 22),
    "ionosphere": ("Ionosphere", 1), "solidtides": ("Solid tides", 1),
    "troposphere": ("Troposphere", 1), "demerror": ("DEM error", 1), "ramps": ("Ramps", 1),
    "apsfilter": ("Atmosphere filter", 1),
    "velocity": ("Velocity", 10), "points": ("Points", 6),
}  # fmt: skip
"""Titles, and shares of the time as measured on Mexico City and on simulated scenes."""


@dataclass
class Step:
    """A step and what it did.

    Parameters
    ----------
    name, title : str
    job : Job or None
        Of the step; what it notes is noted here, too.
    done : bool
        False for a step that was left out.
    summary : str
        One sentence.
    numbers : dict of str to float
        Figures of the step, by what they are.
    plot : str
        SVG, or empty.
    notes : list of str
        Further sentences.
    seconds : float
    """

    name: str
    title: str
    job: Job | None = None
    done: bool = True
    summary: str = ""
    numbers: dict = field(default_factory=dict)
    plot: str = ""
    notes: list = field(default_factory=list)
    seconds: float = 0.0

    def says(self, summary: str, numbers=None, plot: str = "") -> None:
        """Tell what was done."""
        self.summary, self.numbers, self.plot = summary, numbers or {}, plot


class Chain(contextlib.AbstractContextManager):
    """A run of several tools, one after the other.

    Intermediate files live in a folder that goes away. It lies beside the series, or beside the
    folder that is to keep them, where they appear together with all results.

    Parameters
    ----------
    outputs : Outputs
        With TIMESERIES and perhaps KEEP_FOLDER and REPORT.
    job : Job
    source : Path
        What errors name that mean an intermediate file.
    planned : sequence of str
        Names of the steps.
    title : str
        Of the report.
    """

    def __init__(self, outputs, job: Job, source: Path, planned, title: str):
        self.outputs, self.job, self.source = outputs, job, source
        self.keep = outputs.targets.get("KEEP_FOLDER")
        self.steps, self._title = [], title
        self._done, self._total = 0, sum(STEPS[name][1] for name in planned)

    def __enter__(self):
        self.series = self.outputs.path("TIMESERIES")
        beside = self.keep or self.outputs.targets["TIMESERIES"].with_suffix("")
        self.folder = temporary_beside(beside)
        self._made = make_folder(self.folder)
        return self

    def __exit__(self, kind, error, traceback):
        try:
            if kind is None:
                self._complete()
            elif isinstance(error, GroundshiftError):
                self._name(error)
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)
            remove_empty(self._made[1:])

    def _complete(self) -> None:
        if self.keep is not None:
            for path in sorted(self.folder.iterdir()):
                os.replace(path, self.outputs.files.add(self.keep / path.name))
        self.outputs.text("REPORT", lambda: chain_page(self._title, self.steps))
        self.job.tell(1.0)

    def _name(self, error) -> None:
        """Raise the error with the source's name for intermediate files."""
        text = str(error)
        for path in sorted(self.folder.glob("*"), key=lambda p: -len(p.name)):
            text = text.replace(str(path), f"{self.source} ({path.stem})")
        if text != str(error):
            raise type(error)(text) from error

    @contextlib.contextmanager
    def step(self, name: str, weight: float | None = None):
        """Do a step; gives a :class:`Step` to tell what was done.

        A `weight` is its share of the time where that is not the usual one.
        """
        (title, usual), notes, job = STEPS[name], [], self.job
        weight = usual if weight is None else weight
        part = job.part(self._done / self._total, (self._done + weight) / self._total)

        def note(text):
            notes.append(text)
            job.note(f"{title}: {text}")

        def warn(text):
            notes.append(f"Warning: {text}")
            job.warn(f"{title}: {text}")

        own = replace(part, note=note, warn=warn)
        step, begin = Step(name, title, own, notes=notes), time.perf_counter()
        yield step
        job.check()
        step.seconds = time.perf_counter() - begin
        self._done += weight
        self.steps.append(step)
        if step.summary and step.summary not in notes:  # what the tool has told
            self.tell(step)

    def tell(self, step: Step) -> None:
        """Tell what a step did that says so only after it."""
        self.job.note(f"{step.title}: {step.summary}")

    def leave_out(self, name: str, why: str, *outputs) -> None:
        """Do without a planned step, and its outputs."""
        title, weight = STEPS[name]
        self._done += weight
        self.steps.append(Step(name, title, done=False, summary=why))
        self.job.warn(f"{title} left out: {why}")
        self.outputs.leave_out(*outputs)

    def names(self) -> str:
        """Of the steps that were done."""
        return ", ".join(step.name for step in self.steps if step.done)

    def place(self, output: str, otherwise: str = ""):
        """Where a file goes: to the user, or among the intermediate ones, or nowhere (None)."""
        if self.outputs.wanted(output):
            return self.outputs.path(output)
        return self.folder / otherwise if otherwise else None

    def discard(self, path: Path) -> None:
        """Intermediate files go as soon as nobody needs them; a stack can be many gigabytes."""
        if path.parent == self.folder and not self.keep:
            path.unlink(missing_ok=True)

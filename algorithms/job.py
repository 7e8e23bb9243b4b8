# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of a tool: its memory and cores, whom to tell and ask, and its way through a scene.

With the address of a Dask scheduler the block functions of :mod:`.blocks` run on its workers;
reading and writing stay on this machine, so workers need no access to the files.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Callable

from . import cluster
from .blocks import run_here
from .data.grid import Grid, Window
from .errors import check_cancelled, tell


def _nobody(text: str) -> None:
    """Nobody listens."""


@dataclass
class Job:
    """One run of a tool.

    Parameters
    ----------
    budget : int
        Memory for the blocks under way, in bytes.
    workers : int or None
        Cores to use on this machine; None for all.
    scheduler : str
        Address of a Dask scheduler, such as ``tcp://host:8786``; empty for this machine. It is
        to be trusted like code: both sides run what the other one sends.
    certificates : str
        Folder with ``ca.pem``, ``cert.pem`` and ``key.pem``, for an address ``tls://host:8786``.
    progress : callable, optional
        Told the share done, 0 to 1.
    cancelled : callable, optional
        Whether the user asked to stop.
    note, warn : callable, optional
        Told what the user should know of the run, and what is doubtful about its results; `note`
        hears both without a `warn`.
    """

    budget: int = 2 << 30
    workers: int | None = None
    scheduler: str = ""
    certificates: str = ""
    progress: Callable[[float], None] | None = None
    cancelled: Callable[[], bool] | None = None
    note: Callable[[str], None] | None = None
    warn: Callable[[str], None] | None = None

    def __post_init__(self):
        self.note = self.note or _nobody
        self.warn = self.warn or self.note

    def tell(self, share: float) -> None:
        """Move the bar; `share` goes from 0 to 1."""
        tell(self.progress, share)

    def check(self) -> None:
        """Raise `Cancelled` where the user asked to stop."""
        check_cancelled(self.cancelled)

    def steps(self, count: int):
        """A function to be called after each of so many steps: tells, and checks."""
        done = 0

        def step():
            nonlocal done
            done += 1
            self.tell(min(1.0, done / count))
            self.check()

        return step

    def kept(self, notes: list, warnings: list) -> Job:
        """This job, whose sentences also go into lists, for a report."""

        def keeping(texts, tell):
            return lambda text: (texts.append(text), tell(text))

        return replace(self, note=keeping(notes, self.note), warn=keeping(warnings, self.warn))

    def part(self, start: float, stop: float) -> Job:
        """The same run for one step of several, which has a share of the bar."""
        whole = self.progress
        if whole is None:
            return self
        return replace(self, progress=lambda share: whole(start + (stop - start) * share))

    def within(self, budget: int) -> Job:
        """The same run with no more memory than this, in bytes."""
        return replace(self, budget=min(self.budget, budget))

    def here(self) -> Job:
        """The same run on this machine alone, for what is no work for a cluster."""
        return replace(self, scheduler="", certificates="")

    def blocks(
        self, function: Callable[[Any], Any], read: Callable[[Window], Any],
        write: Callable[[Window, Any], None], grid: Grid, bytes_per_pixel: float,
    ) -> None:  # fmt: skip
        """Read, compute and write every block of a scene.

        Parameters
        ----------
        function : callable
            Block in, result out; pure, picklable, and the same for a pixel whatever its block.
        read : callable
            Window to block; called from one thread at a time.
        write : callable
            Puts the result of a window in place; called from one thread at a time, in the order of
            the windows on one machine and in any order with Dask.
        grid : Grid
        bytes_per_pixel : float
            Memory that a pixel takes in one block, its result included.

        Raises
        ------
        Cancelled
            If the user asked to stop.
        GroundshiftError
            If the budget is too small or the cluster cannot be used.
        """
        run = cluster.run if self.scheduler else run_here
        run(function, read, write, grid, bytes_per_pixel, self)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""One run of a tool: its memory and cores, whom to tell and ask, and its way through a scene.

With the address of a Dask scheduler the block functions of :mod:`.blocks` run on its workers. Where
these see the files they read their blocks, too; else this machine reads and sends them.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import Any, Callable

from . import cluster
from .blocks import BlockPass, run_each_here, run_here
from .data.grid import TILE_ROWS, Grid, Window
from .errors import check_cancelled, counted, tell
from .kept import digest_of, is_older


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
    resume : str
        Folder where results of blocks are kept until the run is done, so that one that was cut off
        goes on; empty for none. Workers of a cluster have to see it under the same path.
    progress : callable, optional
        Told the share done, 0 to 1.
    cancelled : callable, optional
        Whether the user asked to stop.
    note, warn : callable, optional
        Told what the user should know of the run, and what is doubtful about its results; `note`
        hears both without a `warn`.
    fetch : callable, optional
        Asks web servers; see :func:`.formats.web.fetch`, which does it otherwise.
    """

    budget: int = 2 << 30
    workers: int | None = None
    scheduler: str = ""
    certificates: str = ""
    resume: str = ""
    progress: Callable[[float], None] | None = None
    cancelled: Callable[[], bool] | None = None
    note: Callable[[str], None] | None = None
    warn: Callable[[str], None] | None = None
    fetch: Callable[..., Any] | None = None
    store: Any = field(default=None, repr=False)  # KeptRun of the folder to resume from
    said: set = field(default_factory=set, repr=False)
    began: int = field(default_factory=time.time_ns, repr=False)

    def __post_init__(self):
        self.note = self.note or _nobody
        self.warn = self.warn or self.note

    def tell(self, share: float) -> None:
        """Move the bar; `share` goes from 0 to 1."""
        tell(self.progress, share)

    def check(self) -> None:
        """Raise `Cancelled` where the user asked to stop."""
        check_cancelled(self.cancelled)

    def note_once(self, text: str) -> None:
        """Say something that holds for the whole run, the first time."""
        if text not in self.said:
            self.said.add(text)
            self.note(text)

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
        place: Callable[[Window, Any], Any] | None = None, light: bool = False,
        backwards: bool = False, tile_rows: int = TILE_ROWS,
    ) -> None:  # fmt: skip
        """Read, compute and write every block of a scene.

        Parameters
        ----------
        function : callable
            Block in, result out; pure, picklable, and the same for a pixel whatever its block.
        read : callable
            Window to block; called from one thread at a time. Workers of a cluster do it where it
            names its files; see :func:`.kept.sources_of`.
        write : callable
            Puts the result of a window in place; called from one thread at a time, in the order in
            which windows are read on one machine and in any order with Dask.
        grid : Grid
        bytes_per_pixel : float
            Memory that a pixel takes in one block, its result included.
        place : callable, optional
            Puts what is large of a window's result in place, and gives what `write` gets instead;
            may be done twice. Workers do it where it names its files as `read` does.
        light : bool
            So little is done with a block that it is not worth sending to a worker.
        backwards : bool
            From the last window to the first, on one machine: a system has in memory what was read
            or written last, so that passes over the same file should take turns.
        tile_rows : int
            Of the tiles with which windows line up, on one machine.

        Raises
        ------
        Cancelled
            If the user asked to stop.
        GroundshiftError
            If the budget is too small or the cluster cannot be used.
        """
        run = cluster.run if self.scheduler else run_here
        taken = BlockPass(
            function, read, write, grid, bytes_per_pixel, place, light, backwards, tile_rows
        )
        run(taken, self)

    def each(
        self, function: Callable[[Any], Any], items, write: Callable[[Any, Any], None],
        needed: float,
    ) -> None:  # fmt: skip
        """Do something for every one of some items, several at a time.

        Parameters
        ----------
        function : callable
            Item in, result out; may read files. On a cluster as `read` of :meth:`blocks`.
        items : sequence
        write : callable
            Puts the result of an item in place; called from one thread, in any order with Dask.
        needed : float
            Memory that an item takes, in bytes.

        Raises
        ------
        Cancelled
            If the user asked to stop.
        GroundshiftError
            If the cluster cannot be used.
        """
        run = cluster.run_each if self.scheduler else run_each_here
        run(function, items, write, needed, self)

    def kept_blocks(self, function, read):
        """Where the results of a pass are kept (`KeptBlocks`); None where they are not.

        Files that this run has made are others in the next one, so that nothing could be resumed;
        on a cluster, what is kept of them goes to this machine by the folder all the same.
        """
        if self.store is None or not (self.scheduler or is_older(read, self.began)):
            return None
        digest = digest_of(function, read)
        return self.store.blocks(digest) if digest else None

    def tell_resumed(self, done, windows) -> None:
        """Say what the run before has done of a pass."""
        if done:
            blocks = counted(len(windows), "block")
            self.note(f"{len(done):,} of {blocks} are taken from {self.resume}.")

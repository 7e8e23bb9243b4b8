# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Blocks of a scene on this machine: a thread reads ahead and a thread writes behind while the
compiled kernels use the cores on the block in between."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Callable

from .data.grid import TILE_ROWS, Grid, block_windows
from .threads import kernel_lock


@dataclass
class BlockPass:
    """A pass over the blocks of a scene, in the words of :meth:`.job.Job.blocks`."""

    function: Callable
    read: Callable
    write: Callable
    grid: Grid
    bytes_per_pixel: float
    place: Callable | None = None
    light: bool = False
    backwards: bool = False
    tile_rows: int = TILE_ROWS

    def put(self, window, result) -> None:
        """Put a whole result in place."""
        self.write(window, result if self.place is None else self.place(window, result))


def run_here(blocks: BlockPass, job) -> None:
    """Run blocks on this machine; see :meth:`.job.Job.blocks`."""
    windows = block_windows(
        blocks.grid, blocks.bytes_per_pixel, job.budget, tile_rows=blocks.tile_rows
    )
    if blocks.backwards:
        windows = windows[::-1]
    threads = job.workers or os.cpu_count() or 1
    kept = job.kept_blocks(blocks.function, blocks.read)
    if kept is not None:
        windows = kept.windows(windows)
    done = set() if kept is None else kept.done()
    job.tell_resumed(done, windows)

    def fetch(number):
        """The result of a block alone in a tuple if it is kept, and the block if not."""
        found = kept.load(number) if number in done else ()
        return found, None if found else blocks.read(windows[number])

    def put(number, result, known):
        if kept is not None and not known:
            kept.save(number, result)
        blocks.put(windows[number], result)

    with ThreadPoolExecutor(1) as reader, ThreadPoolExecutor(1) as writer:
        ahead = reader.submit(fetch, 0)
        behind = None
        for number in range(len(windows)):
            job.check()
            found, block = ahead.result()
            if number + 1 < len(windows):
                ahead = reader.submit(fetch, number + 1)
            result = found[0] if found else compute(blocks.function, block, threads)
            del block
            if behind is not None:
                behind.result()
                job.tell(number / len(windows))
            behind = writer.submit(put, number, result, bool(found))
            del found, result
        behind.result()
        job.check()
    job.tell(1.0)


def run_each_here(function, items, write, needed: float, job) -> None:
    """Do all items on this machine; see :meth:`.job.Job.each`."""
    cores = job.workers or os.cpu_count() or 1
    threads = max(1, min(cores, int(job.budget / max(needed, 1.0))))

    def work(item):
        job.check()
        return function(item)

    with ThreadPoolExecutor(threads) as pool:
        for number, result in enumerate(pool.map(work, items)):
            write(items[number], result)
            job.tell((number + 1) / len(items))


def compute(function, block, threads: int):
    """Run a block function with a number of threads for its kernels."""
    with kernel_lock:
        # Functions with compiled kernels have imported numba; the others need not wait for it.
        numba = sys.modules.get("numba")
        if numba is not None:
            numba.set_num_threads(max(1, min(threads, numba.config.NUMBA_NUM_THREADS)))
        return function(block)

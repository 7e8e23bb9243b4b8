# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Blocks of a scene on this machine: a thread reads ahead and a thread writes behind while the
compiled kernels use the cores on the block in between."""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor

from .data.grid import Grid, block_windows
from .threads import kernel_lock


def run_here(function, read, write, grid: Grid, bytes_per_pixel, job) -> None:
    """Run blocks on this machine; see :meth:`.job.Job.blocks`."""
    windows = block_windows(grid, bytes_per_pixel, job.budget)
    threads = job.workers or os.cpu_count() or 1
    with ThreadPoolExecutor(1) as reader, ThreadPoolExecutor(1) as writer:
        ahead = reader.submit(read, windows[0])
        behind = None
        for number, window in enumerate(windows):
            job.check()
            block = ahead.result()
            if number + 1 < len(windows):
                ahead = reader.submit(read, windows[number + 1])
            result = compute(function, block, threads)
            del block
            if behind is not None:
                behind.result()
                job.tell(number / len(windows))
            behind = writer.submit(write, window, result)
            del result
        behind.result()
        job.check()
    job.tell(1.0)


def compute(function, block, threads: int):
    """Run a block function with a number of threads for its kernels."""
    with kernel_lock:
        # Functions with compiled kernels have imported numba; the others need not wait for it.
        numba = sys.modules.get("numba")
        if numba is not None:
            numba.set_num_threads(max(1, min(threads, numba.config.NUMBA_NUM_THREADS)))
        return function(block)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""How a scene is worked through: block by block, within a memory budget.

On one machine a thread reads ahead and a thread writes behind while the compiled kernels use the
cores on the block in between. With the address of a Dask scheduler the same block functions run on
its workers; reading and writing stay on this machine, so workers need no access to the files.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Callable

from .data.grid import Grid, Window
from .errors import Cancelled, GroundshiftError
from .threads import kernel_lock

# One block is read, one waits, one is computed, one is written.
BLOCKS_IN_FLIGHT = 4
# Larger blocks gain no speed and make progress and cancelling sluggish.
MOST_PIXELS = 1 << 18
# A hundred times a whole Sentinel-1 scene; virtual rasters can claim any size.
MOST_SCENE = 1 << 36


@dataclass(frozen=True)
class RunOptions:
    """How to run.

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
    """

    budget: int = 2 << 30
    workers: int | None = None
    scheduler: str = ""
    certificates: str = ""


def check_cancelled(cancelled: Callable[[], bool] | None) -> None:
    """Raise `Cancelled` where the user asked to stop."""
    if cancelled is not None and cancelled():
        raise Cancelled("The run was cancelled.")


def block_windows(
    grid: Grid,
    bytes_per_pixel: float,
    budget: int,
    in_flight: int = BLOCKS_IN_FLIGHT,
    least: int = 1,
) -> list[Window]:
    """Windows of a scene so small that those in flight stay within the budget.

    Parameters
    ----------
    grid : Grid
    bytes_per_pixel : float
    budget : int
        Bytes.
    in_flight : int
        How many blocks are in memory at a time.
    least : int
        Make about so many windows at least, where the scene has the tiles for it.

    Raises
    ------
    GroundshiftError
        If not even tiles fit, or the scene has more pixels than anybody can wait for.
    """
    if grid.rows * grid.cols > MOST_SCENE:
        raise GroundshiftError(
            f"A grid of {grid.rows} x {grid.cols} pixels would take weeks; cut out the part that "
            "is wanted (gdal_translate -projwin) first."
        )
    pixels = int(budget / in_flight / bytes_per_pixel)
    windows = grid.blocks(min(pixels, MOST_PIXELS, grid.rows * grid.cols // least))
    largest = max(window.size for window in windows)
    if largest > pixels:
        needed = largest * bytes_per_pixel * in_flight / (1 << 20)
        raise GroundshiftError(
            f"The memory budget of {budget / (1 << 20):.0f} MiB is too small for this stack; "
            f"give at least {needed + 1:.0f} MiB."
        )
    return windows


def run(
    function: Callable[[Any], Any],
    read: Callable[[Window], Any],
    write: Callable[[Window, Any], None],
    grid: Grid,
    *,
    bytes_per_pixel: float,
    options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
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
    options : RunOptions, optional
    progress : callable, optional
        Told the share done, 0 to 1.
    cancelled : callable, optional
        Asked between blocks.

    Raises
    ------
    Cancelled
        If the user asked to stop.
    GroundshiftError
        If the budget is too small or the cluster cannot be used.
    """
    options = options or RunOptions()
    if options.scheduler:
        from . import cluster

        cluster.run(function, read, write, grid, bytes_per_pixel, options, progress, cancelled)
        return
    windows = block_windows(grid, bytes_per_pixel, options.budget)
    threads = options.workers or os.cpu_count() or 1
    with ThreadPoolExecutor(1) as reader, ThreadPoolExecutor(1) as writer:
        ahead = reader.submit(read, windows[0])
        behind = None
        for number, window in enumerate(windows):
            check_cancelled(cancelled)
            block = ahead.result()
            if number + 1 < len(windows):
                ahead = reader.submit(read, windows[number + 1])
            result = compute(function, block, threads)
            del block
            if behind is not None:
                behind.result()
                tell(progress, number / len(windows))
            behind = writer.submit(write, window, result)
            del result
        behind.result()
        check_cancelled(cancelled)
    tell(progress, 1.0)


def compute(function, block, threads: int):
    """Run a block function with a number of threads for its kernels."""
    with kernel_lock:
        # Functions with compiled kernels have imported numba; the others need not wait for it.
        numba = sys.modules.get("numba")
        if numba is not None:
            numba.set_num_threads(max(1, min(threads, numba.config.NUMBA_NUM_THREADS)))
        return function(block)


def tell(progress, share: float) -> None:
    """Report the share done to whoever wants to know."""
    if progress is not None:
        progress(share)

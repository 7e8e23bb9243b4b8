# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Interferograms unwrapped one by one, several at a time on several cores."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np

from ...data.grid import Window
from ...errors import Cancelled, GroundshiftError
from ...formats.scratch import Scratch
from ..unwrapping.quality import ComponentTotals, PairResult, cycles_between
from ..unwrapping.rasters import METHODS, available, unwrap_raster
from ..unwrapping.tiles import plan_tiles, unwrap_tiles

BYTES_PER_PIXEL = 300  # of a tile; measured: 190 of mcf, 110 of whirlwind


def compared_methods(choice: str) -> tuple:
    """Methods to compare with: ``none``, the name of one, or ``all`` that are installed."""
    if choice == "none":
        return ()
    if choice == "all":
        return tuple(name for name in METHODS[1:] if available(name))
    return (choice,)


class PairUnwrapping:
    """Unwraps interferograms one by one, several at a time on several cores.

    Parameters
    ----------
    source : WrappedSource
    pages : WrappedPages
    indices : sequence of int
        Interferograms to unwrap.
    outputs : UnwrapOutputs
    raster : RasterOptions
    compare : tuple of str
        Further methods to run on every pair and to compare with.
    tiling : (int, int)
        Largest side of a tile, 0 for none, and what tiles share; pixels.
    job : Job
    """

    def __init__(self, source, pages, indices, outputs, raster, compare, tiling, job):
        self._source, self._pages, self._indices = source, pages, indices
        self._outputs, self._raster, self._compare = outputs, raster, compare
        self._job, self._lock = job, threading.Lock()
        self._done = 0
        self.tiles = plan_tiles(source.grid.shape, *tiling)
        cores = job.workers or os.cpu_count() or 1
        largest = max(tile.window.size for tile in self.tiles)
        fits = int(job.budget / (largest * BYTES_PER_PIXEL))
        if not fits:
            needed = largest * BYTES_PER_PIXEL / (1 << 20)
            raise GroundshiftError(
                f"The memory budget of {job.budget / (1 << 20):.0f} MiB is too small for "
                f"tiles of {tiling[0] or max(source.grid.shape)} pixels; give at least "
                f"{needed + 1:.0f} MiB or smaller tiles."
            )
        self._workers = max(1, min(cores, fits))
        self._spare = max(0, job.budget - self._workers * largest * BYTES_PER_PIXEL)

    def run(self, folder) -> list:
        """Unwrap all, with files aside in `folder`; results in the interferograms' order."""
        several = 1 if len(self.tiles) > 1 else min(self._workers, len(self._indices))
        with contextlib.ExitStack() as stack:
            tile_pool = stack.enter_context(ThreadPoolExecutor(self._workers))
            self._mapper = tile_pool.map if len(self.tiles) > 1 else map
            pool = stack.enter_context(ThreadPoolExecutor(several))
            share = self._spare // several
            jobs = [
                pool.submit(self._one, place, index, folder, share)
                for place, index in enumerate(self._indices)
            ]
            try:
                return [job.result() for job in jobs]
            except BaseException:
                for job in jobs:
                    job.cancel()
                raise

    def _one(self, place, index, folder, budget) -> PairResult:
        self._job.check()
        name = self._source.names[index]
        try:
            result = self._unwrapped(place, index, folder, budget)
        except Cancelled:
            raise
        except (GroundshiftError, MemoryError, ArithmeticError, IndexError) as error:
            reason = str(error) or type(error).__name__
            result = PairResult(self._raster.method, why=f"{name}: {reason}")
            with self._lock:
                self._job.note(f"{name} is left out: {reason}")
                self._outputs.leave_out(place)
        with self._lock:
            self._done += 1
            self._job.tell(0.95 * self._done / len(self._indices))
        return result

    def _unwrapped(self, place, index, folder, budget) -> PairResult:
        shape, raster = self._source.grid.shape, self._raster
        with Scratch(folder, budget) as scratch:
            phase, other = (scratch.array(shape, np.float32) for _ in range(2))
            component, unused = (scratch.array(shape, np.int16) for _ in range(2))
            start = time.perf_counter()
            self._solve(index, raster, phase, component)
            result = PairResult(raster.method, time.perf_counter() - start)
            differing = {}
            for method in self._compare:
                start = time.perf_counter()
                self._solve(index, replace(raster, method=method), other, unused)
                result.times[method] = time.perf_counter() - start
                cycles = cycles_between(other, phase)
                known = np.isfinite(cycles)
                result.agreement[method] = float((cycles[known] == 0).mean()) if known.any() else 0
                differing[method] = cycles
            wrapped, coherence = self._pages.read(index, Window(0, 0, *shape))
            if not np.isfinite(phase).any():
                raise GroundshiftError(
                    "it has no valid pixels; lower the coherence threshold or check the file."
                )
            wrapped[~np.isfinite(phase)] = np.nan
            result.totals = ComponentTotals.of(wrapped, coherence, component)
            result.largest = float(np.nanmax(np.abs(phase)))
            with self._lock:
                self._outputs.write(place, phase, component, coherence, differing)
        return result

    def _solve(self, index, raster, phase, component) -> None:
        if len(self.tiles) > 1:
            raster = replace(raster, bridge=False)
        unwrap_tiles(
            self.tiles, lambda window: self._pages.read(index, window),
            lambda p, c: unwrap_raster(p, c, raster), phase, component, self._mapper,
            cancelled=self._job.cancelled,
        )  # fmt: skip


def tell_results(names, results, method, compare, tiles, job) -> None:
    """Say how many interferograms were unwrapped, how fast, and where methods differ."""
    good = [r for r in results if not r.why]
    times = sorted(r.seconds for r in good if np.isfinite(r.seconds))
    speed = f", {times[len(times) // 2]:.1f} s each in the middle" if times else ""
    job.note(f"{len(good)} of {len(results)} interferograms were unwrapped by {method}{speed}.")
    if tiles > 1:
        job.note(
            f"Each was cut into {tiles} tiles, which were fitted together by whole cycles; parts "
            "that no valid pixels join were not bridged."
        )
    for other in compare:
        shares = [r.agreement[other] for r in good if other in r.agreement]
        if shares:
            worst = int(np.argmin([r.agreement.get(other, 2.0) for r in results]))
            job.note(
                f"{other} finds the same cycles in {100 * np.mean(shares):.2f} % of the pixels on "
                f"average; fewest in {names[worst]} ({100 * min(shares):.2f} %)."
            )


def share_in_components(results) -> float:
    """Share of the unwrapped pixels that lie in connected components."""
    totals = [r.totals.pixels for r in results if r.totals is not None]
    pixels = sum(int(t.sum()) for t in totals)
    return sum(int(t[1:].sum()) for t in totals) / pixels if pixels else float("nan")


def least_agreement(results) -> float:
    """Least mean agreement with another method; NaN without comparison."""
    names = {name for result in results for name in result.agreement}
    means = [np.nanmean([r.agreement.get(n, np.nan) for r in results]) for n in names]
    return float(min(means)) if means else float("nan")

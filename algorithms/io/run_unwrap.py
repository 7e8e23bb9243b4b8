# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Unwrapping of interferograms from files: pair by pair, or all together at sparse points."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.grid import Window
from ..errors import Cancelled, GroundshiftError
from ..runner import RunOptions, check_cancelled, tell
from ..scatterers.unwrapping.quality import ComponentTotals, cycles_between
from ..scatterers.unwrapping.rasters import (
    METHODS,
    RasterOptions,
    available,
    chosen_method,
    unwrap_raster,
)
from ..scatterers.unwrapping.tiles import plan_tiles, unwrap_tiles
from .atomic import Transaction
from .scratch import Scratch
from .unwrap_outputs import UnwrapOutputs, UnwrapTargets
from .wrapped_source import WrappedPages, WrappedSource

BYTES_PER_PIXEL = 300  # of a tile; measured: 190 of mcf, 110 of whirlwind
SPARSE = ("spacetime", "spurt")


@dataclass(frozen=True)
class UnwrapOptions:
    """How interferograms are unwrapped.

    Parameters
    ----------
    raster : RasterOptions
        Its method may also be ``spacetime`` or ``spurt``: sparse points, all pairs together.
    compare : tuple of str
        Further methods to run on every pair and to compare with.
    tile : int
        Largest side of a tile in pixels; 0 for none.
    overlap : int
        Pixels that tiles share.
    """

    raster: RasterOptions = field(default_factory=RasterOptions)
    compare: tuple = ()
    tile: int = 1536
    overlap: int = 192


@dataclass
class PairResult:
    """What came of one interferogram, besides its pixels.

    Parameters
    ----------
    method : str
    seconds : float
    totals : ComponentTotals or None
        None where it failed.
    agreement : dict of str to float
        Share of pixels in which another method finds the same cycles.
    times : dict of str to float
        Seconds that other methods took.
    largest : float
        Largest phase, radians of either sign.
    why : str
        Why it failed; empty where it did not.
    """

    method: str = ""
    seconds: float = np.nan
    totals: ComponentTotals | None = None
    agreement: dict = field(default_factory=dict)
    times: dict = field(default_factory=dict)
    largest: float = 0.0
    why: str = ""


@dataclass(frozen=True)
class UnwrapReport:
    """What was unwrapped.

    Parameters
    ----------
    names : tuple of str
        Of the interferograms.
    results : tuple of PairResult
    method : str
    tiles : int
        Of each interferogram.
    points : int
        Sparse points; 0 for rasters.
    notes : tuple of str
        Sentences for the log.
    """

    names: tuple
    results: tuple
    method: str
    tiles: int
    points: int
    notes: tuple

    @property
    def failed(self) -> int:
        """Interferograms that could not be unwrapped."""
        return sum(bool(result.why) for result in self.results)

    @property
    def largest_phase(self) -> float:
        """Largest phase of all, radians of either sign."""
        return max(result.largest for result in self.results)

    @property
    def share_in_components(self) -> float:
        """Share of the unwrapped pixels that lie in connected components."""
        totals = [r.totals.pixels for r in self.results if r.totals is not None]
        pixels = sum(int(t.sum()) for t in totals)
        return sum(int(t[1:].sum()) for t in totals) / pixels if pixels else float("nan")

    @property
    def agreement(self) -> float:
        """Least mean agreement with another method; NaN without comparison."""
        names = {name for result in self.results for name in result.agreement}
        means = [np.nanmean([r.agreement.get(n, np.nan) for r in self.results]) for n in names]
        return float(min(means)) if means else float("nan")


def run_unwrap(
    source: WrappedSource,
    targets: UnwrapTargets,
    options: UnwrapOptions | None = None,
    *,
    wavelength: float | None = None,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> UnwrapReport:
    """Unwrap interferograms and write them.

    Parameters
    ----------
    source : WrappedSource
    targets : UnwrapTargets
    options : UnwrapOptions, optional
    wavelength : float, optional
        Metres, for a stack that is made of rasters.
    run_options, progress, cancelled : optional
        See :func:`..runner.run`.
    log : callable, optional
        Told sentences as they come.

    Returns
    -------
    UnwrapReport

    Raises
    ------
    GroundshiftError
        If a method is not installed, memory is too little, or no interferogram could be unwrapped;
        nothing is written then. One that fails among others is left empty, dropped and named.
    Cancelled
        If the user asked to stop.
    """
    options, run_options = options or UnwrapOptions(), run_options or RunOptions()
    log = log or (lambda text: None)
    targets.check(source, options)
    sparse = options.raster.method in SPARSE
    if not sparse:
        method = chosen_method(options.raster.method)
        options = replace(options, raster=replace(options.raster, method=method))
    others = tuple(dict.fromkeys(chosen_method(m) for m in options.compare))
    options = replace(options, compare=tuple(m for m in others if m != options.raster.method))
    indices = range(len(source.names))
    if source.stack is not None:
        indices = np.flatnonzero(source.stack.keep).tolist()
    with contextlib.ExitStack() as stack:
        files = stack.enter_context(Transaction())
        pages = stack.enter_context(WrappedPages(source))
        outputs = stack.enter_context(
            UnwrapOutputs(source, indices, targets, files, options.compare, wavelength)
        )
        if sparse:
            from .unwrap_points import unwrap_stack_points

            results, points = unwrap_stack_points(
                source, pages, indices, outputs, options, run_options, progress, cancelled
            )
            tiles = 1
        else:
            points = 0
            job = _Pairs(source, pages, indices, outputs, options, run_options, cancelled, log)
            results, tiles = job.run(_folder_of(targets), progress), len(job.tiles)
        if all(result.why for result in results):
            raise GroundshiftError(results[0].why)
        names = tuple(source.names[k] for k in indices)
        outputs.complete(results)
        check_cancelled(cancelled)
    notes = _notes(names, results, options, tiles)
    for text in notes:
        log(text)
    return UnwrapReport(names, tuple(results), options.raster.method, tiles, points, notes)


def _folder_of(targets) -> Path:
    """A folder that outputs go to, where there is room for files aside."""
    return next(Path(p).parent for p in vars(targets).values() if p)


def compared_methods(choice: str) -> tuple:
    """Methods to compare with: ``none``, the name of one, or ``all`` that are installed."""
    if choice == "none":
        return ()
    if choice == "all":
        return tuple(name for name in METHODS[1:] if available(name))
    return (choice,)


class _Pairs:
    """Unwraps interferograms one by one, several at a time on several cores."""

    def __init__(self, source, pages, indices, outputs, options, run_options, cancelled, log):
        self._source, self._pages, self._indices = source, pages, indices
        self._outputs, self._options, self._log = outputs, options, log
        self._cancelled, self._lock = cancelled, threading.Lock()
        self._done = 0
        self.tiles = plan_tiles(source.grid.shape, options.tile, options.overlap)
        cores = run_options.workers or os.cpu_count() or 1
        largest = max(tile.window.size for tile in self.tiles)
        fits = int(run_options.budget / (largest * BYTES_PER_PIXEL))
        if not fits:
            needed = largest * BYTES_PER_PIXEL / (1 << 20)
            raise GroundshiftError(
                f"The memory budget of {run_options.budget / (1 << 20):.0f} MiB is too small for "
                f"tiles of {options.tile or max(source.grid.shape)} pixels; give at least "
                f"{needed + 1:.0f} MiB or smaller tiles."
            )
        self._workers = max(1, min(cores, fits))
        self._spare = max(0, run_options.budget - self._workers * largest * BYTES_PER_PIXEL)

    def run(self, folder, progress) -> list:
        """Unwrap all; results in the order of the interferograms."""
        several = 1 if len(self.tiles) > 1 else min(self._workers, len(self._indices))
        self._tell = progress
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
        check_cancelled(self._cancelled)
        name = self._source.names[index]
        try:
            result = self._unwrapped(place, index, folder, budget)
        except Cancelled:
            raise
        except (GroundshiftError, MemoryError, ArithmeticError, IndexError) as error:
            reason = str(error) or type(error).__name__
            result = PairResult(self._options.raster.method, why=f"{name}: {reason}")
            with self._lock:
                self._log(f"{name} is left out: {reason}")
                self._outputs.leave_out(place)
        with self._lock:
            self._done += 1
            tell(self._tell, 0.95 * self._done / len(self._indices))
        return result

    def _unwrapped(self, place, index, folder, budget) -> PairResult:
        shape, options = self._source.grid.shape, self._options
        with Scratch(folder, budget) as scratch:
            phase, other = (scratch.array(shape, np.float32) for _ in range(2))
            component, unused = (scratch.array(shape, np.int16) for _ in range(2))
            start = time.perf_counter()
            self._solve(index, options.raster, phase, component)
            result = PairResult(options.raster.method, time.perf_counter() - start)
            differing = {}
            for method in options.compare:
                start = time.perf_counter()
                self._solve(index, replace(options.raster, method=method), other, unused)
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
            cancelled=self._cancelled,
        )  # fmt: skip


def _notes(names, results, options, tiles) -> tuple:
    good = [r for r in results if not r.why]
    times = sorted(r.seconds for r in good if np.isfinite(r.seconds))
    notes = [f"{len(good)} of {len(results)} interferograms were unwrapped by "
             f"{options.raster.method}."]  # fmt: skip
    if times:
        notes[0] = f"{notes[0][:-1]}, {times[len(times) // 2]:.1f} s each in the middle."
    if tiles > 1:
        notes.append(
            f"Each was cut into {tiles} tiles, which were fitted together by whole cycles; parts "
            "that no valid pixels join were not bridged."
        )
    for method in options.compare:
        shares = [r.agreement[method] for r in good if method in r.agreement]
        if shares:
            worst = int(np.argmin([r.agreement.get(method, 2.0) for r in results]))
            notes.append(
                f"{method} finds the same cycles in {100 * np.mean(shares):.2f} % of the pixels on "
                f"average; least in {names[worst]} ({100 * min(shares):.2f} %)."
            )
    return tuple(notes)

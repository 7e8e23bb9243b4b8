# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A stack of wrapped interferograms unwrapped at sparse points, all pairs together."""

from __future__ import annotations

import time

import numpy as np

from ...data.dates import years_of
from ...data.grid import Window
from ...errors import GroundshiftError
from ..unwrapping.points import unwrap_points
from ..unwrapping.quality import ComponentTotals, PairResult
from ..unwrapping.sparse import SparseOptions

LEAST_SHARE = 0.5  # of the pairs that a point has data in
BYTES_PER_VALUE = 16  # of a point in a pair: what comes in, what goes out, and on the way
BYTES_PER_POINT = 2500  # of a tile: its arcs and their models
TILE_POINTS = 150_000


class MemoryShortError(GroundshiftError):
    """The points of all pairs together do not fit into the memory budget."""


def unwrap_stack_points(source, pages, indices, outputs, raster, job):
    """Unwrap the coherent pixels of all interferograms together and write them.

    Parameters
    ----------
    source : WrappedSource
        With dates.
    pages : WrappedPages
    indices : sequence of int
    outputs : UnwrapOutputs
    raster : RasterOptions
        Whose method is ``spacetime`` or ``spurt``.
    job : Job

    Returns
    -------
    results : list of PairResult
    points : int

    Raises
    ------
    GroundshiftError
        If dates are unknown, points too few, or the memory budget too small.
    """
    if source.pairs is None:
        raise GroundshiftError(
            "Unwrapping points in time needs the dates of the interferograms, which the names do "
            "not hold; choose the method whirlwind or mcf."
        )
    start = time.perf_counter()
    chosen, quality = _choose(source, pages, indices, raster.least_coherence, job)
    rows, cols = np.nonzero(chosen)
    needed = len(rows) * len(indices) * BYTES_PER_VALUE
    needed += min(len(rows), TILE_POINTS) * BYTES_PER_POINT
    if needed > job.budget:
        raise MemoryShortError(
            f"{len(rows)} points in {len(indices)} interferograms need "
            f"{needed / (1 << 20):.0f} MiB and the memory budget is "
            f"{job.budget / (1 << 20):.0f} MiB; raise it or the coherence threshold."
        )
    job.tell(0.1)
    whole = Window(0, 0, *source.grid.shape)
    phase = np.empty((len(indices), len(rows)), np.float32)
    for place, index in enumerate(indices):
        job.check()
        phase[place] = pages.read(index, whole)[0][rows, cols]
    xy = source.places(rows, cols)
    if not np.isfinite(xy).all():
        raise GroundshiftError(
            "The lookup tells no place for some of the points; make the stack again."
        )
    pairs = source.pairs[list(indices)]
    dates, numbers = np.unique(pairs, return_inverse=True)
    years = years_of(dates)
    result = unwrap_points(
        xy, phase, numbers.reshape(pairs.shape), years, quality[rows, cols],
        baselines=_baselines(source, indices, numbers.reshape(pairs.shape), len(dates)),
        method=raster.method,
        options=SparseOptions(tile_points=TILE_POINTS, workers=job.workers),
        progress=lambda share: job.tell(0.15 + 0.75 * share), cancelled=job.cancelled,
    )  # fmt: skip
    seconds = (time.perf_counter() - start) / len(indices)
    component = np.zeros(source.grid.shape, np.int16)
    sizes = np.bincount(result.component)
    large = (sizes >= raster.least_pixels) & (np.arange(len(sizes)) < 30_000)
    component[rows, cols] = np.where(large[result.component], result.component, 0)
    results = []
    for place, index in enumerate(indices):
        job.check()
        wrapped, coherence = pages.read(index, whole)
        full = np.full(source.grid.shape, np.nan, np.float32)
        full[rows, cols] = result.phase[place]
        wrapped[~np.isfinite(full)] = np.nan
        totals = ComponentTotals.of(wrapped, coherence, component)
        outputs.write(place, full, np.where(np.isfinite(full), component, 0), coherence, {})
        largest = float(np.nanmax(np.abs(result.phase[place]), initial=0.0))
        results.append(PairResult(raster.method, seconds, totals, largest=largest))
        job.tell(0.9 + 0.1 * (place + 1) / len(indices))
    return results, len(rows)


def _choose(source, pages, indices, least, job):
    """Pixels with data in enough pairs and enough mean coherence; and that coherence."""
    shape = source.grid.shape
    total, count, seen = np.zeros(shape), np.zeros(shape, int), np.zeros(shape, int)
    whole = Window(0, 0, *shape)
    for index in indices:
        job.check()
        phase, coherence = pages.read(index, whole)
        seen += np.isfinite(phase)
        if coherence is not None:
            known = np.isfinite(coherence) & np.isfinite(phase)
            total[known] += coherence[known]
            count += known
    quality = np.ones(shape)
    if count.any():
        quality = np.divide(total, count, out=np.zeros(shape), where=count > 0)
    chosen = (seen >= LEAST_SHARE * len(indices)) & (seen > 0) & (quality >= least)
    if chosen.sum() < 3:
        raise GroundshiftError(
            f"{int(chosen.sum())} pixels have data in half of the interferograms and a mean "
            f"coherence of {least:g}; lower the coherence threshold."
        )
    return chosen, quality


def _baselines(source, indices, pairs, dates: int):
    """Perpendicular baseline of each date from those of pairs; None where unknown."""
    if source.stack is None:
        return None
    known = source.stack.perpendicular_baseline[list(indices)]
    if not np.isfinite(known).all() or not np.any(known):
        return None
    design = np.zeros((len(pairs), dates))
    places = np.arange(len(pairs))
    design[places, pairs[:, 0]] = -1.0
    design[places, pairs[:, 1]] = 1.0
    return np.linalg.lstsq(design, known, rcond=None)[0]

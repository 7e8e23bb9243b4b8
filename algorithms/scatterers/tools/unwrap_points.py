# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A stack of wrapped interferograms unwrapped at sparse points, all pairs together."""

from __future__ import annotations

import os
import time

import numpy as np

from ...data.dates import years_of
from ...data.grid import Window
from ...errors import GroundshiftError
from ...formats.scratch import Scratch
from ..unwrapping.point_tiles import cut_into_tiles, unwrap_tiles
from ..unwrapping.points import heights_of, solver_of
from ..unwrapping.quality import ComponentTotals, PairResult
from ..unwrapping.sparse import SparseOptions

LEAST_SHARE = 0.5  # of the pairs that a point has data in
BYTES_PER_PIXEL = 48  # of a strip: what is written of a pair
BYTES_PER_CHOICE = 64  # of a strip: what is counted to choose points
BYTES_PER_POINT = 64  # of the scene: its place, tile, quality and component
BYTES_PER_TILED = 2500  # of a tile: its arcs and their models
BYTES_PER_DATE = 24  # of a point of a tile: phases of dates, and of its three arcs
BYTES_PER_PAIR = 18  # of a point of a tile: what comes in, what goes out, and on the way
MOST_COMPONENTS = 30_000  # numbers of 16 bits
TILE_POINTS, LARGE_TILE = 150_000, 75_000
LEAST_TILE = 2000  # points; smaller tiles were mostly borders


class MemoryShortError(GroundshiftError):
    """Not even small tiles of points fit into the memory budget."""


def unwrap_stack_points(source, pages, indices, outputs, raster, folder, job):
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
    folder : path
        Where files aside go.
    job : Job

    Returns
    -------
    results : list of PairResult
    points : int
    tiles : int

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
    pixels, quality = _choose(source, pages, indices, raster.least_coherence, job)
    pairs = source.pairs[list(indices)]
    dates, numbers = np.unique(pairs, return_inverse=True)
    numbers = numbers.reshape(pairs.shape)
    most, together, left = _tile_size(len(pixels), len(indices), len(dates), raster.method, job)
    job.tell(0.1)
    width = source.grid.cols
    xy = source.places(*np.divmod(pixels, width))
    if not np.isfinite(xy).all():
        raise GroundshiftError(
            "The lookup tells no place for some of the points; make the stack again."
        )
    tiles = cut_into_tiles(xy, most)
    with Scratch(folder, left) as scratch:
        found = unwrap_tiles(
            tiles, xy, lambda points: _phases(pages, indices, pixels[points], width, job),
            lambda size: scratch.array((size,), np.int16), numbers, years_of(dates), quality,
            heights_of(_baselines(source, indices, numbers, len(dates))),
            SparseOptions(workers=job.workers), solver_of(raster.method),
            progress=lambda share: job.tell(0.15 + 0.75 * share), cancelled=job.cancelled,
            together=together, rest=scratch.rest,
            pixels=lambda points: np.column_stack(np.divmod(pixels[points], width)),
        )  # fmt: skip
        _tell_tiles(found, job)
        seconds = (time.perf_counter() - start) / len(indices)
        results = _write(source, pages, indices, outputs, raster, pixels, found, scratch.rest, job)
    for result in results:
        result.seconds = seconds
    return results, len(pixels), len(tiles)


def _tile_size(points: int, pairs: int, dates: int, method, job) -> tuple:
    """Points of a tile at most, tiles at a time, and bytes that are left for other things."""
    whole = points * BYTES_PER_POINT
    each = BYTES_PER_TILED + dates * BYTES_PER_DATE + pairs * BYTES_PER_PAIR
    least, most = min(points, LEAST_TILE), min(points, TILE_POINTS)
    if method == "spurt":
        least = most = points
    fits = room = int((job.budget - whole) // each)
    if fits < least:
        raise MemoryShortError(
            f"{points} points in {pairs} interferograms need at least "
            f"{(whole + least * each) / (1 << 20) + 1:.0f} MiB and the memory budget is "
            f"{job.budget / (1 << 20):.0f} MiB; raise it or the coherence threshold."
        )
    if points > min(most, fits) and fits // 2 >= LARGE_TILE:  # room for two at a time
        fits = fits // 2
    most = min(most, fits)
    together = max(1, min(room // most, job.workers or os.cpu_count() or 1))
    return most, together, job.budget - whole - together * most * each


def _phases(pages, indices, pixels, width: int, job) -> np.ndarray:
    """Wrapped phase at pixels of a scene of some width, shape (pair, point)."""
    rows, cols = np.divmod(pixels, width)
    top, left = int(rows.min()), int(cols.min())
    window = Window(top, left, int(rows.max()) + 1 - top, int(cols.max()) + 1 - left)
    inside = (rows - top) * window.width + cols - left
    phase = np.empty((len(indices), len(rows)), np.float32)
    for place, index in enumerate(indices):
        job.check()
        np.take(pages.read(index, window, with_coherence=False)[0], inside, out=phase[place])
    return phase


def _tell_tiles(found, job) -> None:
    if len(found.tiles) == 1:
        return
    job.note(
        f"The points were unwrapped in {len(found.tiles)} tiles, which were fitted together by "
        f"whole cycles; they agree in {100 * found.agreeing:.2f} % of what they share."
    )
    if found.broken:
        job.warn(
            f"Cycles between {len(found.tiles)} tiles of points do not close: {found.broken} of "
            f"{found.overlaps} overlaps, counted in each interferogram, say others than the result "
            "has; more memory makes fewer tiles, a higher coherence threshold surer ones."
        )


def _write(source, pages, indices, outputs, raster, pixels, found, rest, job) -> list:
    """Write strip by strip, pair by pair."""
    (height, width), sizes = source.grid.shape, np.bincount(found.component)
    large = (sizes >= raster.least_pixels) & (np.arange(len(sizes)) < MOST_COMPONENTS)
    most = int(np.flatnonzero(large).max(initial=0))
    results = [PairResult(raster.method, totals=ComponentTotals.none(most)) for _ in indices]
    strips = list(_strips(source, BYTES_PER_PIXEL, job))
    for number, (row, rows) in enumerate(strips):
        # A row more tells where the phase does not close between this strip and the next one.
        window = Window(row, 0, min(rows + 1, height - row), width)
        own, begin = Window(row, 0, rows, width), row * width
        first, last = np.searchsorted(pixels, [begin, begin + window.height * width])
        component = np.zeros((window.height, width), np.int16)
        labels = found.component[first:last]
        component.flat[pixels[first:last] - begin] = np.where(large[labels], labels, 0)
        shares = [
            (tile, places, pixels[points] - begin)
            for tile, places, points in found.shares(first, last)
        ]
        for place, index in enumerate(indices):
            job.check()
            wrapped, coherence = pages.read(index, window)
            full = found.unwrapped(place, wrapped.ravel(), shares).reshape(wrapped.shape)
            known = np.isfinite(full)
            wrapped[~known] = np.nan
            results[place].totals.add(wrapped, coherence, component, rows)
            outputs.write(
                place, full[:rows], np.where(known, component, 0)[:rows],
                None if coherence is None else coherence[:rows], {}, own,
            )  # fmt: skip
            largest = float(np.nanmax(np.abs(full[:rows]), initial=0.0))
            results[place].largest = max(results[place].largest, largest)
            rest()
            done = number + (place + 1) / len(indices)
            job.tell(0.9 + 0.1 * done / len(strips))
    return results


def _strips(source, bytes_per_pixel, job):
    """First rows and numbers of rows of the parts of a scene that an eighth of the memory holds."""
    height, width = source.grid.shape
    rows = max(1, int(job.budget // 8 // (width * bytes_per_pixel)))
    for row in range(0, height, rows):
        yield row, min(rows, height - row)


def _choose(source, pages, indices, least, job):
    """Pixels (flat numbers) with data in enough pairs and enough mean coherence; and that."""
    (height, width), found = source.grid.shape, []
    kind = np.int32 if height * width < 1 << 31 else np.int64
    for row, rows in _strips(source, BYTES_PER_CHOICE, job):
        seen, quality = _seen(pages, indices, Window(row, 0, rows, width), job)
        pixels = np.flatnonzero(
            (seen >= LEAST_SHARE * len(indices)) & (seen > 0) & ~(quality < least)
        )
        found.append(((pixels + row * width).astype(kind), quality.flat[pixels]))
    pixels, quality = (np.concatenate(parts) for parts in zip(*found))
    quality = np.nan_to_num(quality, nan=1.0 if np.isnan(quality).all() else 0.0)
    chosen = quality >= least
    if chosen.sum() < 3:
        raise GroundshiftError(
            f"{int(chosen.sum())} pixels have data in half of the interferograms and a mean "
            f"coherence of {least:g}; lower the coherence threshold."
        )
    return pixels[chosen], quality[chosen]


def _seen(pages, indices, window, job) -> tuple:
    """In how many pairs pixels have data, and their mean coherence, NaN where it is unknown."""
    from ..unwrapping._counting_kernel import count_seen

    shape = window.height, window.width
    total, none = np.zeros(shape), np.empty((0, 0), np.float32)
    seen, known = np.zeros((2, *shape), np.int32)
    for index in indices:
        job.check()
        phase, coherence = pages.read(index, window)
        count_seen(phase, none if coherence is None else coherence, seen, total, known)
    return seen, np.divide(total, known, out=np.full(shape, np.nan), where=known > 0)


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

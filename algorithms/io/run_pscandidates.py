# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Amplitude dispersion of a stack file and candidates for persistent scatterers."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.grid import TILE_COLS, TILE_ROWS, Grid, Window
from ..data.statistics import Sampler, Summary
from ..errors import GroundshiftError
from ..runner import RunOptions, run
from ..scatterers.amplitude import (
    FEW_DATES,
    FEWEST_DATES,
    Calibration,
    clutter_share,
    decibel,
    dispersion,
    peaks,
)
from .atomic import Transaction
from .pair_table import write_pair_table
from .placing import placed_writer, point_places
from .rasters import BandInfo
from .slc_amplitude import calibrate_stack, measure_coherence
from .slc_hdf5 import SlcReader, read_slc_stack
from .tables import write_table

CLASSES = {0: "none", 1: "candidate", 2: "stable"}
NO_CLASS = 255


@dataclass(frozen=True)
class CandidateOptions:
    """What is a candidate.

    Parameters
    ----------
    candidate, stable : float
        Amplitude dispersion below which a pixel is a candidate, and below which it is stable
        by its amplitude alone.
    radius : int
        Keep only candidates that are the brightest pixel within so many; 0 keeps all.
    polarisations : tuple of str
        Which to look at, each by itself; a pixel is what its best one makes it. Empty: the first.
    calibrate : bool
        Make the images equally bright first.
    seed : int
        Of the simulation of speckle.
    """

    candidate: float = 0.4
    stable: float = 0.25
    radius: int = 0
    polarisations: tuple = ()
    calibrate: bool = True
    seed: int = 0

    def __post_init__(self):
        if not 0 < self.stable <= self.candidate:
            raise GroundshiftError(
                f"The limit of stable pixels, {self.stable:g}, has to be above 0 and not above "
                f"that of candidates, {self.candidate:g}."
            )


@dataclass(frozen=True)
class CandidateTargets:
    """Where to write; None for what is not wanted."""

    dispersion: Path | None = None
    amplitude: Path | None = None
    mask: Path | None = None
    points: Path | None = None
    table: Path | None = None


@dataclass(frozen=True)
class CandidateReport:
    """What came out.

    Parameters
    ----------
    dates : ndarray of datetime64[D]
    pixels : int
        With data.
    candidates, stable : int
        Below the one limit, and of these below the other.
    by_chance : tuple of 2 float
        Share of pure speckle that is below the two limits by chance, with so many images of the
        coherence that the scene has, in the steadiest polarisation.
    calibrations : dict of str to Calibration
        By polarisation; empty where images were taken as they are.
    layers : dict of str to Summary
        Statistics of the bands by name.
    """

    dates: np.ndarray
    pixels: int
    candidates: int
    stable: int
    by_chance: tuple
    calibrations: dict[str, Calibration]
    layers: dict[str, Summary]

    @property
    def by_chance_percent(self) -> tuple:
        """The shares of :attr:`by_chance` in per cent."""
        return tuple(100.0 * share for share in self.by_chance)


@dataclass(frozen=True)
class Candidates:
    """Block function: images of all polarisations in, their amplitudes' statistics out."""

    factors: tuple
    options: CandidateOptions

    def __call__(self, blocks):
        """Dispersion, amplitude (each: polarisation, row, column), class, best polarisation."""
        ratios, levels, kinds = [], [], []
        for block, factors in zip(blocks, self.factors):
            mean, _, ratio = dispersion(block.values, factors)
            kind = (ratio < self.options.candidate).astype(np.uint8)
            kind += ratio < self.options.stable
            kind[~peaks(mean, kind > 0, self.options.radius)] = 0
            kind[np.isnan(ratio)] = NO_CLASS
            inner = tuple(slice(m, n - m) for m, n in zip(block.margin, ratio.shape))
            ratios.append(ratio[inner])
            levels.append(decibel(mean[inner]))
            kinds.append(kind[inner])
        ratios, levels, kinds = np.stack(ratios), np.stack(levels), np.stack(kinds)
        # A pixel is what the best of its polarisations makes it, the steadiest of equal ones.
        ranks = np.where(kinds == NO_CLASS, -1.0, kinds) - np.where(ratios < 1e9, ratios, 1e9) / 2e9
        best = np.argmax(ranks, axis=0)
        return ratios, levels, np.take_along_axis(kinds, best[np.newaxis], 0)[0], best


class _Outputs(contextlib.ExitStack):
    """The rasters of a run, its candidates, and statistics."""

    def __init__(self, files: Transaction, stack, names, targets: CandidateTargets, note):
        super().__init__()
        self._bands = {
            "dispersion": [BandInfo(f"amplitude_dispersion_{n.lower()}") for n in names],
            "amplitude": [BandInfo(f"amplitude_db_{n.lower()}", "dB") for n in names],
        }
        self.samplers = {
            band.name: Sampler(stack.grid) for bands in self._bands.values() for band in bands
        }
        self._rasters = {}
        for name, bands in self._bands.items():
            target = getattr(targets, name)
            if target:
                writer = placed_writer(files.add(target), stack, bands, metadata=note)
                self._rasters[name] = self.enter_context(writer)
        if targets.mask:
            classes = {f"CLASS_{code}": name for code, name in CLASSES.items()}
            writer = placed_writer(
                files.add(targets.mask), stack, [BandInfo("candidate_class")], dtype="uint8",
                nodata=NO_CLASS, metadata={**note, **classes},
            )  # fmt: skip
            self._rasters["mask"] = self.enter_context(writer)
        self.counts = np.zeros(256, int)
        self.keeps_points = bool(targets.points)
        self._points = []

    def write(self, window: Window, result) -> None:
        """Write a block to all files."""
        ratios, levels, kinds, best = result
        for name, values in (("dispersion", ratios), ("amplitude", levels)):
            for band, layer in zip(self._bands[name], values):
                self.samplers[band.name].add(window, layer)
            if name in self._rasters:
                self._rasters[name].write(window, values)
        if "mask" in self._rasters:
            self._rasters["mask"].write(window, kinds)
        self.counts += np.bincount(kinds.ravel(), minlength=256)
        if self.keeps_points:
            rows, cols = np.nonzero((kinds > 0) & (kinds != NO_CLASS))
            which = best[rows, cols]
            self._points.append((
                rows + window.row, cols + window.col, ratios[which, rows, cols],
                levels[which, rows, cols], kinds[rows, cols], which,
            ))  # fmt: skip

    def points(self):
        """Row, column, dispersion, amplitude, class and polarisation of all candidates."""
        values = [np.concatenate(column) for column in zip(*self._points)]
        order = np.lexsort((values[1], values[0]))
        return [column[order] for column in values]


def run_pscandidates(
    stack_path,
    targets: CandidateTargets,
    options: CandidateOptions | None = None,
    *,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> CandidateReport:
    """Map the amplitude dispersion of a stack of images, and choose candidates.

    Parameters
    ----------
    stack_path : path
        ``slcStack.h5``.
    targets : CandidateTargets
    options : CandidateOptions, optional
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.

    Returns
    -------
    CandidateReport

    Raises
    ------
    GroundshiftError
        If the stack cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options, log = options or CandidateOptions(), log or (lambda text: None)
    stack = read_slc_stack(stack_path)
    if len(stack.dates) < FEWEST_DATES:
        raise GroundshiftError(
            f"{stack.path}: {len(stack.dates)} image(s) give no amplitude dispersion; add images."
        )
    names = tuple(options.polarisations) or stack.polarisations[:1]
    for name in names:
        stack.dataset(name)
    calibrations = {}
    if options.calibrate:
        for name in names:
            calibrations[name] = calibrate_stack(stack, name, cancelled=cancelled, log=log)
    full = ~np.any([found.empty for found in calibrations.values()] or [False], axis=0)
    coherence = measure_coherence(
        stack, names[0], images=np.flatnonzero(np.broadcast_to(full, len(stack.dates))),
        cancelled=cancelled, log=log,
    )  # fmt: skip
    by_chance = _tell_chance(len(stack.dates), coherence, len(names), options, log)
    function = Candidates(
        tuple(calibrations[n].factors if n in calibrations else None for n in names), options
    )
    note = {
        "CALIBRATED": str(options.calibrate).lower(), "IMAGES": len(stack.dates),
        "FIRST_DATE": stack.dates[0], "LAST_DATE": stack.dates[-1],
    }  # fmt: skip
    margin = (options.radius, options.radius)
    with contextlib.ExitStack() as readers:
        sources = [readers.enter_context(SlcReader(stack, n, margin)) for n in names]
        files = readers.enter_context(Transaction())
        with _Outputs(files, stack, names, targets, note) as outputs:
            run(
                function, lambda window: [source.read(window) for source in sources],
                outputs.write, stack.grid,
                bytes_per_pixel=_bytes_per_pixel(stack.dates, len(names), options.radius),
                options=run_options, progress=progress, cancelled=cancelled,
            )  # fmt: skip
        pixels = int(outputs.counts.sum() - outputs.counts[NO_CLASS])
        if not pixels:
            raise GroundshiftError(
                f"{stack.path}: no pixel has data in half of the images; import them again."
            )
        if targets.points:
            _write_points(files.add(targets.points), stack, names, outputs.points())
        if targets.table:
            write_pair_table(files.add(targets.table), _columns(stack, calibrations), "images")
    return CandidateReport(
        stack.dates, pixels, int(outputs.counts[1] + outputs.counts[2]), int(outputs.counts[2]),
        by_chance, calibrations, {n: s.summary() for n, s in outputs.samplers.items()},
    )  # fmt: skip


def _tell_chance(dates, coherence, polarisations, options, log) -> tuple:
    limits = (options.candidate, options.stable)
    shares = clutter_share(dates, limits, options.seed, coherence, polarisations)
    log(
        f"With {dates} images of this coherence {shares[0]:.2%} of pure speckle passes for a "
        f"candidate by chance, and {shares[1]:.2%} for stable."
    )
    if dates < FEW_DATES:
        log(
            f"Warning: {dates} images are few for an amplitude dispersion (better are {FEW_DATES} "
            "and more): chance makes many candidates; choose a lower limit, or judge them by their "
            "phase."
        )
    return tuple(float(share) for share in shares)


def _write_points(path, stack, names, points) -> None:
    rows, cols, ratios, levels, kinds, which = points
    x, y, crs = point_places(stack, rows, cols)
    placed = np.isfinite(x) & np.isfinite(y)
    columns = {
        "amplitude_dispersion": np.round(ratios.astype(float), 4),
        "amplitude_db": np.round(levels.astype(float), 2),
        "candidate_class": kinds.astype(int),
        "polarisation": np.array(names, object)[which],
        "row": rows, "col": cols,
    }  # fmt: skip
    columns = {name: values[placed] for name, values in columns.items()}
    write_table(path, crs, x[placed], y[placed], columns)


def _columns(stack, calibrations) -> dict:
    columns = {"date": stack.dates}
    for name, calibration in calibrations.items():
        columns[f"factor_{name.lower()}"] = calibration.factors
        columns[f"factor_db_{name.lower()}"] = decibel(calibration.factors).astype(float)
        columns[f"has_data_{name.lower()}"] = ~calibration.empty
    return columns


def _bytes_per_pixel(dates, polarisations, radius) -> float:
    """Images as read and their amplitudes, with the margin of the smallest block."""
    smallest = Grid(TILE_ROWS, TILE_COLS)
    margin = (smallest.rows + 2 * radius) * (smallest.cols + 2 * radius)
    images = 12.0 * len(dates) * polarisations
    return images * margin / (smallest.rows * smallest.cols) + 40.0 * polarisations

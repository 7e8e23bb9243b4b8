# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The SBAS inversion of a stack file: files in, files out, block by block."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.grid import Window
from ..data.stack import Stack
from ..data.statistics import Sampler, Summary
from ..errors import GroundshiftError
from ..runner import RunOptions, run
from ..timeseries import reference as referencing
from ..timeseries.inversion import make_plan
from ..timeseries.network import Network
from ..timeseries.sbas import BlockInversion, SbasBlock, SbasOptions, bytes_per_pixel
from ..timeseries.velocity import DAYS_PER_YEAR
from ..timeseries.weights import weight_table
from .atomic import Transaction, check_free_space
from .hdf5 import StackReader, TimeSeriesWriter, read_stack
from .rasters import BandInfo, RasterWriter

# What is known of Sentinel-1: neighbouring looks are not independent (FIELD.md, section 2).
LOOKS_PER_INDEPENDENT_LOOK = 1.94
ASSUMED_LOOKS = 20.0
SAMPLED_WINDOWS = 25


@dataclass(frozen=True)
class ReferenceChoice:
    """Where the motion is taken as zero; with neither point nor area the tool chooses.

    Parameters
    ----------
    point : (x, y) or None
        Map coordinates in the stack's CRS.
    radius_pixels : int
        The point's neighbourhood that is averaged.
    area : (xmin, ymin, xmax, ymax) or None
    """

    point: tuple | None = None
    radius_pixels: int = 0
    area: tuple | None = None


@dataclass(frozen=True)
class SbasTargets:
    """Where to write; None for what is not wanted."""

    timeseries: Path | None = None
    displacement: Path | None = None
    velocity: Path | None = None
    velocity_std: Path | None = None
    temporal_coherence: Path | None = None
    pair_count: Path | None = None
    subsets: Path | None = None
    standard_error: Path | None = None


@dataclass(frozen=True)
class SbasReport:
    """What came out.

    Parameters
    ----------
    dates, pairs : int
        Used in the inversion.
    pixels : int
        With a result.
    split_pixels : int
        Of those, the ones whose network is cut.
    subsets : int
        Parts that the whole network is in.
    reference : (x, y)
        Map coordinates of the reference's centre.
    layers : dict of str to Summary
        Statistics of the layers in their units, by the name of the target.
    notes : tuple of str
        Sentences for the log.
    """

    dates: int
    pairs: int
    pixels: int
    split_pixels: int
    subsets: int
    reference: tuple
    layers: dict = field(default_factory=dict)
    notes: tuple = ()


# target: (name of the SbasBlock field, band, factor to the unit, type, no data)
LAYERS = {
    "velocity": ("velocity", BandInfo("velocity_mm_yr", "mm/yr"), 1e3, "float32", np.nan),
    "velocity_std": (
        "velocity_std", BandInfo("velocity_std_mm_yr", "mm/yr"), 1e3, "float32", np.nan,
    ),
    "temporal_coherence": (
        "temporal_coherence", BandInfo("temporal_coherence"), 1.0, "float32", np.nan,
    ),
    "pair_count": ("pair_count", BandInfo("cohcount"), 1, "int16", -1),
    "subsets": ("subsets", BandInfo("network_subsets"), 1, "int16", -1),
    "standard_error": (
        "standard_error", BandInfo("standard_error_mm_yr", "mm/yr"), 1e3, "float32", np.nan,
    ),
}  # fmt: skip
SERIES_LAYERS = {
    "temporalCoherence": ("temporal_coherence", "f4", "1"),
    "velocity": ("velocity", "f4", "m/year"),
    "velocityStd": ("velocity_std", "f4", "m/year"),
    "numInvIfgram": ("pair_count", "i2", "1"),
    "numSubsets": ("subsets", "i2", "1"),
    "pairNoise": ("pair_noise", "f4", "m^2"),
}


def run_sbas(
    stack_path,
    targets: SbasTargets,
    options: SbasOptions | None = None,
    *,
    reference: ReferenceChoice | None = None,
    exclude_dates=(),
    exclude_pairs=(),
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> SbasReport:
    """Invert a stack file for its displacement time series.

    Parameters
    ----------
    stack_path : path
        ``ifgramStack.h5``.
    targets : SbasTargets
    options : SbasOptions, optional
    reference : ReferenceChoice, optional
    exclude_dates : sequence of datetime64[D]
    exclude_pairs : sequence of (datetime64[D], datetime64[D])
    run_options : RunOptions, optional
    progress, cancelled, log : callable, optional

    Returns
    -------
    SbasReport

    Raises
    ------
    GroundshiftError
        For input that cannot be inverted; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options, run_options = options or SbasOptions(), run_options or RunOptions()
    log = log or (lambda text: None)
    notes = []

    def note(text):
        notes.append(text)
        log(text)

    stack = read_stack(stack_path)
    whole = Network.from_pairs(stack.pairs)
    keep = stack.keep & whole.without(exclude_dates, exclude_pairs)
    if not keep.any():
        raise GroundshiftError(
            f"{stack.path}: no pair is left after the exclusions; exclude fewer dates or pairs."
        )
    check_coherence(stack, options)
    with StackReader(stack, keep) as reader:
        chosen = find_reference(
            reader, stack.pairs[keep], reference or ReferenceChoice(), run_options, progress,
            cancelled,
        )  # fmt: skip
        x, y = stack.grid.xy(*chosen.centre)
        note(f"Reference: {chosen.pixels} pixel(s) about ({x:.6g}, {y:.6g}).")
        lost = ~np.isfinite(chosen.phase)
        if lost.any():
            names = ", ".join("_".join(map(str, pair)) for pair in stack.pairs[keep][lost][:5])
            note(f"{lost.sum()} pair(s) have no data at the reference and are not used: {names}.")
        network = Network.from_pairs(stack.pairs[keep])
        function, parts = _block_function(stack, network, chosen, options, note)
        report = _stream(
            reader, stack, network, function, targets, run_options, progress, cancelled,
            {"REF_Y": str(chosen.centre[0]), "REF_X": str(chosen.centre[1])}, options,
        )  # fmt: skip
    if report.split_pixels:
        share = 100.0 * report.split_pixels / report.pixels
        note(
            f"At {report.split_pixels} pixel(s) ({share:.1f} %) the network is cut: their series "
            "is a minimum-norm guess between the parts and has no standard deviation; see the "
            "layer of network subsets."
        )
    return SbasReport(
        len(network.dates), int((~lost).sum()), report.pixels, report.split_pixels, parts, (x, y),
        report.layers, tuple(notes),
    )  # fmt: skip


def check_coherence(stack: Stack, options: SbasOptions) -> None:
    """Refuse options that need a coherence that the stack lacks."""
    if stack.has_coherence:
        return
    if options.minimum_coherence > 0:
        raise GroundshiftError(
            f"{stack.path}: holds no coherence, so no coherence threshold can be applied; set the "
            "threshold to 0 or import the coherence with the phase."
        )
    if options.weights != "uniform":
        raise GroundshiftError(
            f"{stack.path}: holds no coherence, so the pairs cannot be weighted by it; choose "
            "uniform weights or import the coherence with the phase."
        )


def find_reference(reader, pairs, choice, run_options, progress, cancelled):
    """The reference that was asked for, or the best one; see :mod:`..timeseries.reference`."""
    grid = reader.stack.grid
    if choice.area is not None:
        window = referencing.area_window(grid, *choice.area)
    elif choice.point is not None:
        window = referencing.point_window(grid, *choice.point, choice.radius_pixels)
    else:
        spans = (pairs[:, 1] - pairs[:, 0]).astype(float) / DAYS_PER_YEAR
        scan = referencing.ScanBlock(
            np.zeros(grid.shape, np.int32), np.zeros(grid.shape), np.zeros(grid.shape)
        )

        def keep(window, part):
            for item in fields(scan):
                getattr(scan, item.name)[window.slices] = getattr(part, item.name)

        share = None if progress is None else lambda done: progress(0.3 * done)
        memory = len(pairs) * 40.0 + 64.0
        local = RunOptions(run_options.budget, run_options.workers)
        run(
            referencing.Scan(spans), reader.read, keep, grid, bytes_per_pixel=memory,
            options=local, progress=share, cancelled=cancelled,
        )  # fmt: skip
        row, col = referencing.choose(scan)
        window = Window(row, col, 1, 1)
    return referencing.reference_of(window, reader.read(window).phase)


def _block_function(stack, network, chosen, options, note):
    """The inversion as a function of a block, and the number of parts of the network."""
    parts = int(network.subsets().max()) + 1
    if parts > 1:
        note(f"The network is cut: {network.describe_subsets()}")
    looks = options.looks or stack.looks
    if looks is None:
        looks = ASSUMED_LOOKS
        if options.weights in ("cramer_rao", "phase_variance"):
            note(f"The number of looks is not known; {looks:g} are assumed for the weights.")
    independent = max(1.0, looks / LOOKS_PER_INDEPENDENT_LOOK)
    table = None
    if options.weights != "uniform":
        table = weight_table(options.weights, independent)
    spans = (network.dates[network.pairs[:, 1]] - network.dates[network.pairs[:, 0]]).astype(float)
    return BlockInversion(
        make_plan(network), network.years, spans / DAYS_PER_YEAR, chosen.phase, stack.wavelength,
        table, options.weights in ("cramer_rao", "phase_variance"), options,
    ), parts  # fmt: skip


class _Outputs(contextlib.ExitStack):
    """All files of one inversion, and the statistics of their layers."""

    def __init__(self, files: Transaction, stack, network, targets, attributes):
        super().__init__()
        grid = stack.grid
        self._targets = targets
        self.samplers = {}
        self.pixels = self.split = 0
        self._series = self._displacement = None
        self._layers = {}
        bperp = np.full(len(network.dates), np.nan)
        if targets.timeseries:
            check_free_space(
                Path(targets.timeseries).parent, 4.0 * len(network.dates) * grid.rows * grid.cols
            )
            bperp = baselines_by_date(network, stack)
            self._series = self.enter_context(
                TimeSeriesWriter(
                    files.add(targets.timeseries), grid, network.dates, bperp, attributes,
                    {name: (kind, unit) for name, (_, kind, unit) in SERIES_LAYERS.items()},
                )
            )  # fmt: skip
        if targets.displacement:
            bands = [displacement_band(date) for date in network.dates]
            self._displacement = self.enter_context(
                RasterWriter(files.add(targets.displacement), grid, bands)
            )
            self.samplers["displacement"] = Sampler(grid)
        for name, (_, band, _, dtype, nodata) in LAYERS.items():
            target = getattr(targets, name)
            self.samplers[name] = Sampler(grid)
            if target:
                self._layers[name] = self.enter_context(
                    RasterWriter(files.add(target), grid, [band], dtype, nodata)
                )

    def table(self, name, values) -> None:
        if self._series is not None:
            self._series.table(name, values)

    def write(self, window: Window, block: SbasBlock) -> None:
        """Write a block to all files."""
        self.pixels += int(np.isfinite(block.velocity).sum())
        self.split += int((np.isfinite(block.velocity) & (block.subsets > 1)).sum())
        if self._series is not None:
            layers = {n: getattr(block, source) for n, (source, _, _) in SERIES_LAYERS.items()}
            self._series.write(window, block.displacement, **layers)
        if self._displacement is not None:
            millimetres = block.displacement * np.float32(1e3)
            self._displacement.write(window, millimetres)
            self.samplers["displacement"].add(window, millimetres[-1])
        for name, (source, _, factor, _, _) in LAYERS.items():
            values = getattr(block, source) * factor
            self.samplers[name].add(window, values)
            if name in self._layers:
                self._layers[name].write(window, values)


@dataclass(frozen=True)
class _Streamed:
    pixels: int
    split_pixels: int
    layers: dict[str, Summary]


def _stream(
    reader, stack, network, function, targets, run_options, progress, cancelled, marks, options
) -> _Streamed:
    attributes = {k: v for k, v in stack.attributes.items() if k not in ("FILE_TYPE", "UNIT")}
    attributes.update(
        marks, REF_DATE=str(network.dates[0]).replace("-", ""), WEIGHTS=options.weights,
        MIN_COHERENCE=str(options.minimum_coherence), MIN_PAIRS=str(options.minimum_pairs),
    )  # fmt: skip
    share = None if progress is None else lambda done: progress(0.3 + 0.7 * done)
    memory = bytes_per_pixel(len(network.pairs), len(network.dates), stack.has_coherence)
    with Transaction() as files:
        with _Outputs(files, stack, network, targets, attributes) as outputs:
            outputs.table("pairNoiseCovariance", typical_covariance(reader, network, function))
            run(
                function, reader.read, outputs.write, stack.grid, bytes_per_pixel=memory,
                options=run_options, progress=share, cancelled=cancelled,
            )  # fmt: skip
        if outputs.pixels == 0:
            raise GroundshiftError(
                f"{stack.path}: no pixel fulfils the thresholds (coherence "
                f"{options.minimum_coherence:g}, {options.minimum_pairs} pairs, temporal coherence "
                f"{options.minimum_temporal_coherence:g}); lower them."
            )
    layers = {name: sampler.summary() for name, sampler in outputs.samplers.items()}
    return _Streamed(outputs.pixels, outputs.split, layers)


def displacement_band(date) -> BandInfo:
    """Name, unit and date of a band of the displacement raster."""
    return BandInfo(f"displacement_mm_{str(date).replace('-', '')}", "mm", (("DATE", str(date)),))


def baselines_by_date(network: Network, stack: Stack) -> np.ndarray:
    """Perpendicular baseline of every date relative to the first, least squares, metres.

    NaN for all dates where a pair's is unknown.
    """
    names = {tuple(pair): k for k, pair in enumerate(stack.pairs.astype(str).tolist())}
    dates = network.dates.astype(str)
    rows = [names[(dates[i], dates[j])] for i, j in network.pairs]
    values = stack.perpendicular_baseline[rows]
    if not np.isfinite(values).all():
        return np.full(len(dates), np.nan)
    matrix = np.zeros((len(values), len(dates)))
    matrix[np.arange(len(values)), network.pairs[:, 0]] = -1
    matrix[np.arange(len(values)), network.pairs[:, 1]] = 1
    solved = np.linalg.lstsq(matrix, values, rcond=None)[0]
    return solved - solved[0]


def typical_covariance(reader, network: Network, function: BlockInversion) -> np.ndarray:
    """Shape of the covariance that the pairs' noise gives the series, mean variance 1.

    From mean weights over a sample of rows; kept with the series so that later fits know that its
    errors are correlated from date to date.
    """
    grid = reader.stack.grid
    weights = np.ones(len(network.pairs))
    if function.weights is not None:
        total, count = np.zeros(len(weights)), 0
        last = len(function.weights) - 1
        for row in np.unique(np.linspace(0, grid.rows - 1, SAMPLED_WINDOWS).astype(int)):
            coherence = reader.read(Window(int(row), 0, 1, grid.cols)).coherence
            index = np.rint(np.clip(np.nan_to_num(coherence), 0, 1) * last).astype(int)
            used = np.isfinite(coherence)
            total += np.where(used, function.weights[index], 0.0).sum(axis=(1, 2))
            count += used.sum(axis=(1, 2))
        weights = total / np.maximum(count, 1)
    laplacian = np.zeros((len(network.dates),) * 2)
    used = np.isfinite(function.reference_phase)
    for (i, j), weight in zip(network.pairs[used], weights[used]):
        laplacian[[i, j], [i, j]] += weight
        laplacian[i, j] -= weight
        laplacian[j, i] -= weight
    covariance = np.zeros_like(laplacian)  # relative to the first date, as the series is
    covariance[1:, 1:] = np.linalg.pinv(laplacian[1:, 1:], hermitian=True)
    return covariance / (np.trace(covariance) / len(covariance))

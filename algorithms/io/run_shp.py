# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistically homogeneous neighbours of every pixel of a stack file: how many there are."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import numpy as np

from ..data.grid import TILE_COLS, TILE_ROWS, Window
from ..data.slc import image_window, strided_grid
from ..data.statistics import Sampler, Summary
from ..errors import GroundshiftError
from ..runner import RunOptions, run
from ..scatterers.amplitude import calibrated_amplitude, decibel
from ..scatterers.shp import FEWEST_DATES, ShpOptions, bytes_per_pixel, find_brothers
from .atomic import Transaction
from .placing import placed_writer
from .rasters import BandInfo
from .slc_amplitude import calibrate_stack, kept_to_rate, measure_coherence
from .slc_hdf5 import SlcReader, read_slc_stack

NO_COUNT = -1
NO_FLAG = 255


@dataclass(frozen=True)
class ShpRunOptions:
    """How brothers are found and what is made of them.

    Parameters
    ----------
    shp : ShpOptions
    least : int
        Brothers, without the pixel itself, that a distributed scatterer needs.
    polarisation : str or None
        The first by default.
    calibrate : bool
        Make the images equally bright first.
    """

    shp: ShpOptions = field(default_factory=ShpOptions)
    least: int = 20
    polarisation: str | None = None
    calibrate: bool = True


@dataclass(frozen=True)
class ShpTargets:
    """Where to write; None for what is not wanted."""

    count: Path | None = None
    mask: Path | None = None
    amplitude: Path | None = None


@dataclass(frozen=True)
class ShpReport:
    """What came out.

    Parameters
    ----------
    dates : ndarray of datetime64[D]
    pixels : int
        With data.
    distributed : int
        Of these, with enough brothers.
    layers : dict of str to Summary
        Of ``count``, ``share`` and ``amplitude_db``.
    independent : float
        Images that are independent of each other and worth as much as all.
    """

    dates: np.ndarray
    pixels: int
    distributed: int
    layers: dict[str, Summary]
    independent: float

    @property
    def distributed_percent(self) -> float:
        """Share of the pixels with data that have enough brothers."""
        return 100.0 * self.distributed / self.pixels


@dataclass(frozen=True)
class CountBrothers:
    """Block function: images with a margin in; number, share and amplitude of brothers out."""

    factors: np.ndarray | None
    options: ShpOptions

    def __call__(self, block):
        """Number (int32, -1 for no data), share, amplitude in decibel."""
        amplitude = calibrated_amplitude(block.values, self.factors)
        number, share, power = find_brothers(amplitude, self.options).describe()
        return number, share, decibel(np.sqrt(power))


class _Outputs(contextlib.ExitStack):
    """The rasters of a run and their statistics."""

    def __init__(self, files: Transaction, stack, targets: ShpTargets, options, note):
        super().__init__()
        self._least = options.least
        self.pixels = self.distributed = 0
        grid = strided_grid(stack.grid, options.shp.strides)
        self.samplers = {name: Sampler(grid) for name in ("count", "share", "amplitude_db")}
        self._rasters = {}
        for name, bands, dtype, nodata in (
            ("count", [BandInfo("brothers")], "int16", NO_COUNT),
            ("mask", [BandInfo("distributed_scatterer")], "uint8", NO_FLAG),
            ("amplitude", [BandInfo("amplitude_db", "dB"), BandInfo("brothers_share")],
             "float32", np.nan),
        ):  # fmt: skip
            target = getattr(targets, name)
            if target:
                self._rasters[name] = self.enter_context(
                    placed_writer(
                        files.add(target), stack, bands, strides=options.shp.strides, dtype=dtype,
                        nodata=nodata, metadata=note,
                    )
                )  # fmt: skip

    def write(self, window: Window, result) -> None:
        """Write a block to all files."""
        number, share, level = result
        valid = number >= 0
        enough = number >= self._least
        self.pixels += int(valid.sum())
        self.distributed += int(enough.sum())
        self.samplers["count"].add(window, np.where(valid, number, np.nan))
        self.samplers["share"].add(window, share)
        self.samplers["amplitude_db"].add(window, level)
        layers = {
            "count": number, "mask": np.where(valid, enough, NO_FLAG),
            "amplitude": np.stack([level, share]),
        }  # fmt: skip
        for name, raster in self._rasters.items():
            raster.write(window, layers[name])


def run_shp(
    stack_path,
    targets: ShpTargets,
    options: ShpRunOptions | None = None,
    *,
    run_options: RunOptions | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> ShpReport:
    """Count the statistically homogeneous neighbours of every pixel of a stack of images.

    Parameters
    ----------
    stack_path : path
        ``slcStack.h5``.
    targets : ShpTargets
    options : ShpRunOptions, optional
    run_options, progress, cancelled, log : optional
        See :func:`..runner.run`.

    Returns
    -------
    ShpReport

    Raises
    ------
    GroundshiftError
        If the stack cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options, log = options or ShpRunOptions(), log or (lambda text: None)
    stack = read_slc_stack(stack_path)
    times, shp = len(stack.dates), options.shp
    if times < FEWEST_DATES:
        raise GroundshiftError(
            f"{stack.path}: {times} image(s) are too few to compare amplitudes; "
            f"give {FEWEST_DATES} or more."
        )
    grid = strided_grid(stack.grid, shp.strides)
    stack.dataset(options.polarisation)
    factors = images = None
    if options.calibrate:
        found = calibrate_stack(stack, options.polarisation, cancelled=cancelled, log=log)
        factors, images = found.factors, np.flatnonzero(~found.empty)
    coherence = measure_coherence(
        stack, options.polarisation, images=images, cancelled=cancelled, log=log
    )
    shp = kept_to_rate(shp, coherence, log)
    note = {
        "TEST": shp.test, "ALPHA": shp.alpha, "CONNECTED": str(shp.connected).lower(),
        "WINDOW": "x".join(str(2 * half + 1) for half in shp.half_window), "IMAGES": times,
        "LEAST_BROTHERS": options.least, "INDEPENDENT_IMAGES": round(coherence.effective, 2),
    }  # fmt: skip
    with SlcReader(stack, options.polarisation, shp.half_window) as reader, Transaction() as files:
        with _Outputs(files, stack, targets, options, note) as outputs:
            run(
                CountBrothers(factors, shp),
                lambda window: reader.read(image_window(window, shp.strides)), outputs.write, grid,
                bytes_per_pixel=_bytes_per_pixel(times, shp), options=run_options,
                progress=progress, cancelled=cancelled,
            )  # fmt: skip
        if not outputs.pixels:
            raise GroundshiftError(
                f"{stack.path}: no pixel has data in half of the images; import them again."
            )
    layers = {name: sampler.summary() for name, sampler in outputs.samplers.items()}
    return ShpReport(
        stack.dates, outputs.pixels, outputs.distributed, layers, coherence.effective
    )  # fmt: skip


def _bytes_per_pixel(times, shp) -> float:
    """Of a pixel of the result: the images behind it, with the smallest block's margin."""
    (down, across), (half_y, half_x) = shp.strides, shp.half_window
    rows, cols = TILE_ROWS * down, TILE_COLS * across
    behind = (rows + 2 * half_y) * (cols + 2 * half_x) / (TILE_ROWS * TILE_COLS)
    return behind * (8.0 * times + bytes_per_pixel(times, shp)) + 24.0

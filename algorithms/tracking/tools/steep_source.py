# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A steep interferogram and its offsets, read by tiles and unwrapped."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

import numpy as np

from ...data.grid import Window, block_windows
from ...data.offsets import RADAR
from ...errors import GroundshiftError
from ...formats.interferograms._common import coherence_band
from ...formats.interferograms.phase import PhaseRaster
from ...formats.look_angles import read_look
from ...formats.offsets.offset_raster import read_offsets
from ...formats.raster_source import RasterSource, describe
from ...formats.regrid import clipped, same_grid
from ...formats.scratch import Scratch
from ...scatterers.unwrapping.rasters import RasterOptions, chosen_method, unwrap_raster
from ...scatterers.unwrapping.tiles import plan_tiles, unwrap_tiles
from ..redifferential import (
    CONTRADICTED,
    MEASURED,
    TAU,
    UNSURE,
    aliased,
    contradicted,
    cycles_of_components,
    flattened,
    motion_of,
)
from ..smoothing import REACH, bell_mean
from .smooth_offsets import SmoothOffsets

BYTES_PER_PIXEL = 400  # of a tile, its offsets included


@dataclass
class Solved:
    """What was unwrapped.

    Parameters
    ----------
    read : callable
        Window to layers by the id of the output.
    counts : ndarray of int, shape (6,)
        Pixels by status.
    spread : ndarray, shape (component,)
        Of the rest, radians.
    aliased : (int, int)
        Neighbours that phase alone cannot follow, and all.
    noise : float
        Median standard deviation of the smoothed offsets, metres.
    agreement, turned : float
        Mean cosine of the rest's steps from pixel to pixel, and that with the other sign.
    """

    read: object
    counts: np.ndarray
    spread: np.ndarray
    aliased: tuple
    noise: float
    agreement: float
    turned: float


class SteepSource(contextlib.ExitStack):
    """Reads a wrapped interferogram without its steep part.

    Parameters
    ----------
    chosen : object
        The tool's choices.
    folder : path
        For what does not fit into memory.
    job : Job

    Raises
    ------
    GroundshiftError
        If the parts do not belong together.
    """

    def __init__(self, chosen, folder, job):
        super().__init__()
        self._chosen, self._folder, self._job = chosen, folder, job
        self._sign = 1.0 if chosen.sign == "reference" else -1.0
        self._limit = chosen.most_noise * chosen.wavelength
        self._phase = self.enter_context(PhaseRaster(chosen.interferogram))
        self.grid = self._phase.grid
        if not self._phase.wrapped:
            raise GroundshiftError(
                f"{chosen.interferogram}: holds phases beyond -pi to pi, so it is unwrapped "
                "already; give the wrapped interferogram."
            )
        offsets = read_offsets(chosen.offsets)
        if offsets.components != RADAR:
            self._look = self._looked(offsets.grid, job)
        if bool(offsets.grid.crs) != bool(self.grid.crs):
            raise GroundshiftError(
                f"{chosen.offsets}: only one of offsets and interferogram lies on the map; bring "
                "both to one grid."
            )
        self._coherence = None
        if chosen.coherence is not None:
            info = describe(chosen.coherence)
            if not same_grid(info.grid, self.grid):
                raise GroundshiftError(
                    f"{chosen.coherence}: lies on another grid than the interferogram; bring it "
                    "to that one."
                )
            self._coherence = self.enter_context(RasterSource(coherence_band(info)))
        along = self._range if offsets.components == RADAR else self._projected
        self._motion = self.enter_context(
            SmoothOffsets(chosen.offsets, self.grid, along, chosen.smooth)
        )

    def _looked(self, grid, job):
        """The line of sight over offsets on the map."""
        source = self._chosen.look.source()
        if source is None or not source.is_complete:
            raise GroundshiftError(
                f"{self._chosen.offsets}: holds east and north, and the motion along range is "
                "needed: give incidence and heading (or a geometry file), or offsets in radar "
                "coordinates."
            )
        job.note(
            "East and north are turned along the line of sight: exact for offsets of radar images "
            "on the map, without the vertical part for those of optical ones."
        )
        return read_look(source, grid, job.note)

    @staticmethod
    def _range(block, _) -> tuple:
        return block.values[0], block.std[0]

    def _projected(self, block, window) -> tuple:
        """Motion along range of offsets on the map, and its standard deviation.

        What moves by ``d`` towards the satellite is seen ``d / sin(incidence)`` nearer on the map.
        """
        sight = self._look.block(window)
        east, north = sight[..., 0], sight[..., 1]
        values = east * block.values[0] + north * block.values[1]
        return values, np.hypot(east * block.std[0], north * block.std[1])

    def _parts(self, window) -> tuple:
        """Rest, status, motion, its noise, the phase, and what smoothing left, of a window."""
        phase = self._phase.read(window)
        motion, std, left = self._motion.read(window)
        rest, status = flattened(
            phase, motion, std, self._limit, self._chosen.wavelength, self._sign
        )
        return rest, status, motion, std, phase, left

    def solved(self, job) -> Solved:
        """Unwrap what the offsets leave, tile by tile."""
        chosen = self._chosen
        self._motion.tell(job)
        tiles = plan_tiles(self.grid.shape, chosen.tiles.tile, chosen.tiles.overlap)
        needed = max(tile.window.size for tile in tiles) * BYTES_PER_PIXEL
        if needed > job.budget:
            raise GroundshiftError(
                f"The memory budget of {job.budget / (1 << 20):.0f} MiB is too small for tiles of "
                f"{chosen.tiles.tile or max(self.grid.shape)} pixels; give at least "
                f"{needed / (1 << 20) + 1:.0f} MiB or smaller tiles."
            )
        options = RasterOptions(
            chosen_method(chosen.method), chosen.looks, chosen.min_coherence, chosen.min_pixels,
            bridge=False,
        )  # fmt: skip
        scratch = self.enter_context(Scratch(self._folder, job.budget - needed))
        rest = scratch.array(self.grid.shape, np.float32)
        component = scratch.array(self.grid.shape, np.int16)

        def read(window):
            coherence = self._coherence.read(window) if self._coherence else None
            return self._parts(window)[0], coherence

        unwrap_tiles(
            tiles, read, lambda phase, quality: unwrap_raster(phase, quality, options), rest,
            component, progress=job.part(0.0, 0.9).tell, cancelled=job.cancelled,
        )  # fmt: skip
        cycles, spread = cycles_of_components(rest, component)
        return self._counted(rest, component, cycles, spread, job.part(0.9, 1.0))

    def _counted(self, rest, component, cycles, spread, job) -> Solved:
        wavelength, bell = self._chosen.wavelength, self._motion.bell
        margins = [int(np.ceil(REACH * size)) for size in bell]

        def read(window):
            _, status, motion, std, _, smooth = self._parts(window)
            outer = clipped(
                window.row - margins[0], window.col - margins[1],
                window.row + window.height + margins[0], window.col + window.width + margins[1],
                self.grid,
            )  # fmt: skip
            own, phase = component[outer.slices], rest[outer.slices]
            phase = np.where(own > 0, phase - TAU * cycles[own], np.nan)
            inner = Window(
                window.row - outer.row, window.col - outer.col, window.height, window.width
            ).slices
            left = np.where(status == MEASURED, phase[inner], np.nan)
            there = np.isfinite(left)
            status[(status == MEASURED) & ~there] = UNSURE
            mean = motion_of(bell_mean(phase, bell)[inner], wavelength, self._sign)
            status[there & contradicted(mean, smooth, std, wavelength)] = CONTRADICTED
            moved = motion + motion_of(left, wavelength, self._sign)
            return {
                "DISPLACEMENT": moved.astype(np.float32), "REST": left.astype(np.float32),
                "STATUS": status,
            }  # fmt: skip

        counts, steep, noise = np.zeros(6, np.int64), np.zeros(2, np.int64), []
        steps, pairs = np.zeros(2), 0
        windows = block_windows(self.grid, 100.0, job.budget)
        step = job.steps(len(windows))
        for window in windows:
            counts += np.bincount(read(window)["STATUS"].ravel(), minlength=6)
            _, _, motion, std, phase, _ = self._parts(window)
            steep += aliased(motion, wavelength)
            noise.append(std[np.isfinite(std)][::7])
            given = phase, motion, std, self._limit, wavelength
            first, other = (
                np.diff(flattened(*given, sign)[0]) for sign in (self._sign, -self._sign)
            )
            known = np.isfinite(first)
            pairs += int(known.sum())
            steps += np.cos(first[known]).sum(), np.cos(other[known]).sum()
            step()
        noise = np.concatenate(noise)
        agreement, turned = steps / max(1, pairs)
        return Solved(
            read, counts, spread, tuple(int(v) for v in steep),
            float(np.median(noise)) if noise.size else float("nan"), agreement, turned,
        )  # fmt: skip

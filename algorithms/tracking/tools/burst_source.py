# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""An interferogram with the motion and the bursts behind its pixels, block by block."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from functools import partial

import numpy as np

from ...data.crs import wkt_from_epsg
from ...data.grid import Window
from ...data.metric import pixel_size_m
from ...data.offsets import RADAR
from ...data.statistics import Sampler
from ...errors import GroundshiftError
from ...formats.offsets.offset_raster import read_offsets
from ..burst_ramp import MapTimes, RadarTimes, ambiguities, heading, seen_by
from .smooth_offsets import SmoothOffsets


@dataclass(frozen=True)
class Corrected:
    """A block of results, with a row above where the scene has one.

    Parameters
    ----------
    above : int
        Rows above the block: 1, or 0 at the top of the scene.
    before, ramp, noise : ndarray of float32, shape (above + row, column)
        Phase as it came, what was taken off it, and the noise of that; radians, NaN where unknown.
    after : ndarray of float32, same shape
    burst : ndarray of int32, same shape
    """

    above: int
    before: np.ndarray
    after: np.ndarray
    ramp: np.ndarray
    noise: np.ndarray
    burst: np.ndarray

    def inner(self, name: str) -> np.ndarray:
        """A layer without the row above."""
        return getattr(self, name)[self.above :]


class BurstSource(contextlib.ExitStack):
    """Reads what ramps are made of.

    Parameters
    ----------
    chosen : object
        The tool's choices.
    phase : PhaseRaster or StackPage
    path : path
        The offsets.
    passes : list of list of Swath

    Raises
    ------
    GroundshiftError
        If the parts do not belong together.
    """

    def __init__(self, chosen, phase, path, passes):
        super().__init__()
        self._phase = phase
        self._place(chosen, path, passes)
        self._motion = self.enter_context(
            SmoothOffsets(path, phase.grid, self._along, chosen.smooth)
        )
        self.noise = self._motion.noise

    def _place(self, chosen, path, passes):
        offsets, grid = read_offsets(path), self._phase.grid
        if bool(offsets.grid.crs) != bool(grid.crs):
            raise GroundshiftError(
                f"{path}: lies {'on the map' if offsets.grid.crs else 'in radar image'} "
                "coordinates and the interferogram does not; bring both to one grid."
            )
        if not grid.crs and offsets.components != RADAR:
            raise GroundshiftError(
                f"{path}: holds motion to the east and north without a map, which cannot be turned "
                "along flight; give offsets in range and azimuth, or on a map."
            )
        dates = [one[0].date for one in passes]
        wanted = [date for date in (offsets.reference, offsets.secondary) if date in dates]
        if offsets.dated and not wanted:
            raise GroundshiftError(
                f"{chosen.annotation}: is of {', '.join(map(str, dates))}, and the offsets are of "
                f"{offsets.reference} and {offsets.secondary}; choose the folder of one of them."
            )
        self.swaths = passes[dates.index(wanted[0]) if wanted else 0]
        self.offsets = offsets
        if grid.crs:
            from pyproj import Transformer

            change = Transformer.from_crs(grid.crs, wkt_from_epsg(4326), always_xy=True)
            self._times = MapTimes(grid, self.swaths, change.transform, pixel_size_m(grid))
            middle = change.transform(*grid.xy(0.5 * grid.rows, 0.5 * grid.cols))
        else:
            looks = chosen.azimuth_looks, chosen.range_looks
            first = chosen.first_line, chosen.first_sample
            self._times, middle = RadarTimes(self.swaths, looks, first), None
            for size, more, words in zip(
                grid.shape, self._times.beyond(grid.shape),
                ("rows (AZIMUTH_LOOKS, FIRST_LINE)", "columns (RANGE_LOOKS, FIRST_SAMPLE)"),
            ):  # fmt: skip
                if more:
                    raise GroundshiftError(
                        f"{chosen.annotation}: its bursts end before the interferogram's {size} "
                        f"{words} do; correct looks and beginning, or choose all its slices."
                    )
        if not self._times.near:
            raise GroundshiftError(
                f"{chosen.annotation}: its bursts do not lie where the interferogram does; choose "
                "the annotation of its own pass and slices."
            )
        if offsets.components != RADAR:
            self._heading = heading(self.swaths, *middle)

    def _along(self, block, _) -> tuple:
        """Motion along flight and its standard deviation."""
        if self.offsets.components == RADAR:
            return block.values[1], block.std[1]
        east, north = np.sin(self._heading), np.cos(self._heading)
        values = east * block.values[0] + north * block.values[1]
        return values, np.hypot(east * block.std[0], north * block.std[1])

    @property
    def ambiguity(self) -> float:
        """Motion along flight that makes a cycle at a seam, metres; mean of the subswaths."""
        found = [ambiguities(swath) for swath in self.swaths]
        return float(np.concatenate(found).mean()) if any(map(len, found)) else float("nan")

    def read(self, window: Window) -> tuple:
        """What :func:`corrected` takes."""
        above = int(window.row > 0)
        outer = Window(window.row - above, window.col, window.height + above, window.width)
        motion, std, _ = self._motion.read(outer)
        return above, self._phase.read(outer), motion, std, *self._times.read(outer)

    def corrected(self, chosen, seams, write, job) -> None:
        """Take the ramps off, block by block.

        Parameters
        ----------
        chosen : object
        seams : Seams
            Takes all blocks in.
        write : callable
            Of a window and a :class:`Corrected`.
        job : Job

        Raises
        ------
        GroundshiftError
            If no pixel has all that is needed.
        """
        sign = 1.0 if chosen.sign == "reference" else -1.0
        before = seams.corrected

        def put(window, found):
            seams.add(window, self._phase.grid, found)
            write(window, found)

        job.blocks(
            partial(corrected, self.swaths, sign, self._phase.wrapped, chosen.gaps), self.read,
            put, self._phase.grid, 160.0,
        )  # fmt: skip
        if seams.corrected == before:
            raise GroundshiftError(
                f"{self.offsets.path}: no pixel has phase, offsets and a burst; check that "
                "interferogram, offsets and annotation are of one place and pass."
            )

    def tell(self, job) -> None:
        """Say which bursts they are, and what neighbouring offsets tell of their errors."""
        found = ", ".join(
            f"{swath.name} {np.mean(ambiguities(swath)):.2f} m"
            for swath in self.swaths if len(swath.bursts) > 1
        )  # fmt: skip
        job.note(
            f"Bursts of {self.swaths[0].platform} on {self.swaths[0].date}; motion along flight "
            f"that makes one cycle at a seam (near range): {found}."
        )
        self._motion.tell(job)
        if self.noise.factor > 1.5:
            job.warn(
                f"Neighbouring offsets disagree {self.noise.factor:.1f} times as much as their "
                "standard deviations say; that is allowed for."
            )


def corrected(swaths, sign: float, wrapped: bool, keep: bool, block) -> Corrected:
    """Ramps of a block, taken off.

    Parameters
    ----------
    swaths : list of Swath
    sign : float
        1 where the interferogram is the reference times the conjugate of the secondary, else -1.
    wrapped : bool
        Whether the result is to be wrapped.
    keep : bool
        Keep phase whose ramp is unknown.
    block : tuple
        Of :meth:`BurstSource.read`.
    """
    above, phase, motion, std, times, ranges = block
    seen = seen_by(swaths, times, ranges)
    ramp = (sign * seen.phase * motion).astype(np.float32)
    noise = (np.abs(seen.phase) * std).astype(np.float32)
    after = phase - (np.where(np.isfinite(ramp), ramp, 0.0) if keep else ramp)
    if wrapped:
        after = np.angle(np.exp(1j * after))
    return Corrected(above, phase, after.astype(np.float32), ramp, noise, seen.burst)


class StackPage:
    """One pair of a copy of a stack as a source of phase.

    Parameters
    ----------
    copy : PhaseCopy
    index : int
    grid : Grid
    """

    def __init__(self, copy, index: int, grid):
        self.grid, self.wrapped = grid, copy.wrapped
        self._copy, self._index = copy, index

    def read(self, window) -> np.ndarray:
        """Radians of a window, NaN for no data."""
        return self._copy.read(self._index, window)


class Seams:
    """How well the phase goes on from burst to burst: mean cosine of its jumps."""

    def __init__(self):
        self._sums, self._count, self.corrected = np.zeros(3), 0, 0
        self._samplers = None

    def add(self, window, grid, found: Corrected) -> None:
        """Take in a block; its row above belongs to jumps alone."""
        self._samplers = self._samplers or (Sampler(grid), Sampler(grid))
        self._samplers[0].add(window, np.abs(found.inner("ramp")))
        self._samplers[1].add(window, found.inner("noise"))
        self.corrected += int(
            (np.isfinite(found.inner("before")) & np.isfinite(found.inner("ramp"))).sum()
        )
        burst = found.burst
        seam = (burst[1:] != burst[:-1]) & (burst[1:] // 100 == burst[:-1] // 100) & (burst[1:] > 0)
        if not seam.any():
            return
        phase, ramp = (np.diff(layer.astype(float), axis=0)[seam] for layer in
                       (found.before, found.ramp))  # fmt: skip
        known = np.isfinite(phase) & np.isfinite(ramp)
        phase, ramp = phase[known], ramp[known]
        self._count += phase.size
        self._sums += [np.cos(phase - times * ramp).sum() for times in (0.0, 1.0, -1.0)]

    def summaries(self) -> tuple:
        """Of the sizes of ramps, and of their noise."""
        return tuple(sampler.summary() for sampler in self._samplers)

    @property
    def agreement(self) -> np.ndarray:
        """Before, after, and after with the other sign; NaN where there are no seams."""
        return self._sums / self._count if self._count else np.full(3, np.nan)

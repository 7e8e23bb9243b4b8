# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters of motion that was taken apart, and what is told of them."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..data.grid import Grid, Window
from ..data.statistics import Sampler, Summary
from ..errors import GroundshiftError
from ..geometry.decomposition import STATUS
from .atomic import Transaction
from .rasters import BandInfo, RasterWriter


@dataclass(frozen=True)
class DecomposeTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    horizontal : path
        East, or along the aspect, with its standard deviation; along the aspect, also the length,
        inclination and azimuth of the motion.
    up : path
        With its standard deviation.
    north : path
        The same, where it was solved for.
    quality : path
        Correlation, condition number, residual.
    status : path
        Codes of :data:`..geometry.decomposition.STATUS`.
    """

    horizontal: Path | None = None
    up: Path | None = None
    north: Path | None = None
    quality: Path | None = None
    status: Path | None = None


@dataclass
class DecomposeReport:
    """What came out.

    Parameters
    ----------
    counts : ndarray of int
        Cells by code of :data:`..geometry.decomposition.STATUS`; 0 is no data.
    components : dict of str to Summary
        mm (a year).
    quality : dict of str to Summary
        Of the condition number and the residual.
    """

    counts: np.ndarray
    components: dict = field(default_factory=dict)
    quality: dict = field(default_factory=dict)

    @property
    def solved(self) -> int:
        """Cells with a result."""
        return int(self.counts[1])


class Outputs(contextlib.ExitStack):
    """Writes blocks of :class:`..geometry.decomposition.Decomposed`.

    Parameters
    ----------
    files : Transaction
    grid : Grid
    targets : DecomposeTargets
    components : sequence of str
        ``east`` (or ``along_aspect``), ``north``, ``up``.
    displacement : bool
        Millimetres, not millimetres a year.
    """

    def __init__(
        self, files: Transaction, grid: Grid, targets: DecomposeTargets, components, displacement
    ):
        super().__init__()
        self._components = tuple(components)
        if targets.north is not None and "north" not in self._components:
            raise GroundshiftError(
                "North cannot be told: there is no azimuth offset, no north motion and no standard "
                "deviation of north; give one, or leave the layer of north out."
            )
        unit, tail = ("mm", "mm") if displacement else ("mm/yr", "mm_yr")
        self._rasters, self._samplers = {}, {}
        paths = {components[0]: targets.horizontal, "up": targets.up, "north": targets.north}
        for name in self._components:
            self._samplers[name] = Sampler(grid)
            bands = [BandInfo(f"{name}_{tail}", unit), BandInfo(f"{name}_std_{tail}", unit)]
            if name == "along_aspect":
                bands += [
                    BandInfo(f"magnitude_{tail}", unit), BandInfo("inclination_deg", "degrees"),
                    BandInfo("azimuth_deg", "degrees"),
                ]  # fmt: skip
            self._open(files, grid, name, paths[name], bands)
        bands = [
            BandInfo(f"correlation_{self._components[0]}_up"), BandInfo("condition_number"),
            BandInfo(f"residual_{tail}", unit),
        ]  # fmt: skip
        self._open(files, grid, "quality", targets.quality, bands)
        self._open(files, grid, "status", targets.status, [BandInfo("status")], "uint8", 0)
        for name in ("condition", "residual"):
            self._samplers[name] = Sampler(grid)
        self._counts = np.zeros(1 + max(STATUS), np.int64)

    def _open(self, files, grid, name, path, bands, dtype="float32", nodata=np.nan):
        if path is not None:
            self._rasters[name] = self.enter_context(
                RasterWriter(files.add(path), grid, bands, dtype, nodata)
            )

    def write(self, window: Window, result) -> None:
        """Write a block: what was found, and the aspect where there is one."""
        found, aspect = result
        shape = (window.height, window.width)
        last = len(self._components) - 1
        for number, name in enumerate(self._components):
            values = 1e3 * found.values[number].reshape(shape)
            layers = [values, 1e3 * found.std(number).reshape(shape)]
            if name == "along_aspect":
                layers += _direction(values, 1e3 * found.values[last].reshape(shape), aspect)
            self._put(name, window, layers)
            self._samplers[name].add(window, values)
        condition, residual = (
            part.reshape(shape) for part in (found.condition, 1e3 * found.residual)
        )
        condition = np.where(np.isfinite(condition), condition, np.nan)
        correlation = found.correlation(0, last).reshape(shape)
        self._put("quality", window, [correlation, condition, residual])
        self._samplers["condition"].add(window, condition)
        self._samplers["residual"].add(window, residual)
        self._put("status", window, [found.status.reshape(shape)])
        self._counts += np.bincount(found.status, minlength=len(self._counts))

    def _put(self, name, window, layers):
        if name in self._rasters:
            self._rasters[name].write(window, np.stack(layers))

    def report(self) -> DecomposeReport:
        """What was written."""
        summaries: dict[str, Summary] = {k: s.summary() for k, s in self._samplers.items()}
        quality = {name: summaries.pop(name) for name in ("condition", "residual")}
        return DecomposeReport(self._counts, summaries, quality)


def _direction(along, up, aspect):
    """Length of the motion in the slope's vertical plane, its inclination (negative is down) and
    the azimuth of its horizontal part.
    """
    length = np.hypot(along, up)
    inclination = np.degrees(np.arctan2(up, np.abs(along)))
    azimuth = np.where(along < 0, aspect + 180.0, aspect) % 360.0
    return [length, inclination, np.where(np.isfinite(along), azimuth, np.nan)]

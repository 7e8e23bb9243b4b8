# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fused velocities and their series, block by block into their files."""

from __future__ import annotations

import contextlib

import numpy as np

from ...formats.atomic import check_free_space
from ...formats.hdf5.stacks import TimeSeriesWriter
from ...outputs import Layer

FILES = ("FIRST", "SECOND")
LAYERS = {"rejectedShare": (np.float32, "1"), "numSubsets": (np.int16, "1")}


class FusedOutputs(contextlib.ExitStack):
    """All outputs of one run.

    Parameters
    ----------
    outputs : Outputs
    pairs : OffsetPairs
    network : Network
        After merging.
    weighted : bool
        By the standard deviations of the offsets.
    """

    def __init__(self, outputs, pairs, network, weighted: bool):
        super().__init__()
        self.pixels = self.in_parts = 0
        names = pairs.components
        bands = [(f"{name}_velocity_m_yr", "m/yr") for name in names]
        bands += [(f"{name}_velocity_std_m_yr", "m/yr") for name in names]
        layers = {
            "VELOCITY": Layer(tuple(bands)), "REJECTED": Layer((("rejected",),)),
            "PARTS": Layer((("network_parts",),), dtype="int16", nodata=-1),
        }  # fmt: skip
        self._rasters = self.enter_context(
            outputs.rasters(layers, pairs.grid, summarised=("rate_std",))
        )
        self._series = {}
        for place, name in enumerate(FILES):
            if not outputs.wanted(name):
                continue
            size = 16.0 * len(network.dates) * pairs.grid.rows * pairs.grid.cols
            check_free_space(outputs.targets[name].parent, size)
            attributes = {
                "REF_DATE": str(network.dates[0]).replace("-", ""), "COMPONENT": names[place],
                "GAP": "own_datum", "PLATFORM": ",".join(filter(None, pairs.platforms)),
                "WEIGHTS": "std" if weighted else "uniform",
            }  # fmt: skip
            bperp = np.full(len(network.dates), np.nan)
            self._series[place] = self.enter_context(
                TimeSeriesWriter(
                    outputs.path(name), pairs.grid, network.dates, bperp, attributes, LAYERS,
                    {"timeseriesStd": "m"},
                )
            )  # fmt: skip

    def write(self, window, found) -> None:
        """Write a window of a :class:`...fusion.FusedBlock`."""
        there = np.isfinite(found.rate[0])
        self.pixels += int(there.sum())
        self.in_parts += int((there & (found.parts > 1)).sum())
        self._rasters.write(
            window,
            {
                "VELOCITY": np.concatenate([found.rate, found.rate_std]),
                "PARTS": found.parts, "REJECTED": found.rejected,
                "rate_std": found.rate_std.max(axis=0),
            },
        )  # fmt: skip
        for place, writer in self._series.items():
            writer.write(
                window, found.displacement[place], timeseriesStd=found.std[place],
                rejectedShare=found.rejected, numSubsets=found.parts,
            )  # fmt: skip

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A stack of unwrapped interferograms and a displacement time series: what they are.

The pixels stay on disk; :mod:`..formats.hdf5.stacks` reads and writes them by windows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from .grid import Grid

PIXELS_A_LOOK = 1.94
"""Of Sentinel-1: looks (range times azimuth) an independent one, as MintPy takes it."""


@dataclass(frozen=True)
class Stack:
    """A stack of unwrapped interferograms on one grid, in MintPy's ``ifgramStack.h5`` layout.

    The phase follows MintPy's sign: ``phase = -4 pi / wavelength * d`` for the later date minus
    the earlier, with the displacement ``d`` positive towards the satellite.

    Parameters
    ----------
    path : Path
        The HDF5 file.
    grid : Grid
    pairs : ndarray of datetime64[D], shape (interferogram, 2)
        Reference (earlier) and secondary (later) date.
    wavelength : float
        Radar wavelength in metres.
    perpendicular_baseline : ndarray, shape (interferogram,)
        In metres, NaN where unknown.
    keep : ndarray of bool, shape (interferogram,)
        False for pairs that were dropped (MintPy's ``dropIfgram``).
    has_coherence : bool
    looks : float or None
        Number of independent looks that were averaged, None where unknown.
    attributes : dict of str
        The file's own attributes, in MintPy's names.
    has_lookup : bool
        Whether the file tells latitude and longitude of every pixel (radar coordinates).
    has_linked_noise : bool
        Whether the phases are linked ones, and the file tells their noise.
    cycles : CycleStore or None
        Whole cycles by pair of the file, which are added to the phases as they are read.
    """

    path: Path
    grid: Grid
    pairs: np.ndarray
    wavelength: float
    perpendicular_baseline: np.ndarray
    keep: np.ndarray
    has_coherence: bool
    looks: float | None = None
    attributes: dict = field(default_factory=dict)
    has_lookup: bool = False
    has_linked_noise: bool = False
    cycles: object = None

    @property
    def dates(self) -> np.ndarray:
        """All dates in the pairs, sorted; datetime64[D]."""
        return np.unique(self.pairs)


@dataclass(frozen=True)
class StackBlock:
    """A window of a stack.

    Parameters
    ----------
    phase : ndarray of float32, shape (interferogram, row, column)
        Unwrapped phase in radians, MintPy's sign, NaN for no data.
    coherence : ndarray of float32, same shape, or None
    linked_noise : ndarray of float32, shape (row, column), or None
        Mean variance of linked phases over the dates, squared radians.
    """

    phase: np.ndarray
    coherence: np.ndarray | None
    linked_noise: np.ndarray | None = None


@dataclass(frozen=True)
class TimeSeries:
    """A displacement time series in MintPy's ``timeseries.h5`` layout.

    Displacement is in metres along the line of sight, positive towards the satellite, relative to
    the reference date and the reference point.

    Parameters
    ----------
    path : Path
    grid : Grid
    dates : ndarray of datetime64[D], shape (time,)
    perpendicular_baseline : ndarray, shape (time,)
        In metres, NaN where unknown.
    layers : tuple of str
        Names of the two-dimensional layers that the file holds besides the series, such as
        ``temporalCoherence``.
    attributes : dict of str
    """

    path: Path
    grid: Grid
    dates: np.ndarray
    perpendicular_baseline: np.ndarray
    layers: tuple = ()
    attributes: dict = field(default_factory=dict)

    @property
    def has_lookup(self) -> bool:
        """Whether the file tells latitude and longitude of every pixel (radar coordinates)."""
        return not self.grid.crs and {"latitude", "longitude"} <= set(self.layers)


def add_cycles(phase, cycles) -> np.ndarray:
    """Phase with whole cycles added; where there are none its bits stay as they are.

    Parameters
    ----------
    phase : ndarray of float32
        Radians.
    cycles : ndarray of int8, same shape
    """
    corrected = phase.copy()
    change = cycles != 0
    corrected[change] = (phase[change] + 2 * np.pi * cycles[change].astype(float)).astype(
        phase.dtype
    )
    return corrected


def reference_pixel(series):
    """Row and column of the reference, None where the series does not say."""
    try:
        row = int(float(series.attributes["REF_Y"]))
        col = int(float(series.attributes["REF_X"]))
    except (KeyError, ValueError):
        return None
    return (row, col) if series.grid.contains(row, col) else None

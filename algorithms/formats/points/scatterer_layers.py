# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What phase linking knows of the scatterers behind a displacement series."""

from __future__ import annotations

import numpy as np

from ...data.grid import Window
from ...data.stack import TimeSeries
from ...errors import GroundshiftError
from ..hdf5.images import SlcReader, read_slc_stack

COLUMNS = {
    "scatterer_kind": ("kind", int), "neighbours": ("shpCount", int),
    "phase_std_rad": ("phaseStd", float),
}  # fmt: skip


class Scatterers:
    """Layers of a stack of linked phases, read by windows of a series.

    Parameters
    ----------
    path : path
        ``linkedStack.h5`` of 'Distributed scatterers'.
    series : TimeSeries
        On the same grid.

    Raises
    ------
    GroundshiftError
        If the file is none, or on another grid.
    """

    COLUMNS = {name: kind for name, (_, kind) in COLUMNS.items()}

    def __init__(self, path, series: TimeSeries):
        stack = read_slc_stack(path)
        missing = {layer for layer, _ in COLUMNS.values()} - set(stack.layers)
        if missing:
            raise GroundshiftError(
                f"{path}: holds no {' and '.join(sorted(missing))}, so it is no stack of linked "
                "phases; give the one of 'Distributed scatterers'."
            )
        if not stack.grid.aligned_with(series.grid):
            raise GroundshiftError(
                f"{path}: its grid is {stack.grid.rows}x{stack.grid.cols}, that of {series.path} "
                f"is {series.grid.rows}x{series.grid.cols}; give the linked phases of the series."
            )
        self._reader = SlcReader(stack)

    def read(self, window: Window, name: str) -> np.ndarray:
        """A window of a layer."""
        return self._reader.layer(name, window)

    def columns(self, window: Window, chosen) -> dict:
        """Columns of the chosen pixels of a window, by their flat index."""
        return {
            name: np.round(self.read(window, layer).ravel()[chosen].astype(kind), 4)
            for name, (layer, kind) in COLUMNS.items()
        }

    def close(self) -> None:
        """Close the file."""
        self._reader.__exit__()

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The file that holds what was removed from a stack, so that it can be restored.

HDF5 with MintPy's attributes for the grid; ``coefficient`` (degree, row, column) in m/yr,
m/yr2 ... towards the stack's satellite, and ``covariance`` (entry, row, column), the lower
triangles of their covariances row by row.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...data.grid import Grid, Window
from ...errors import GroundshiftError
from ...formats.hdf5.layout import FileReader
from ...formats.hdf5.stacks import grid_attributes, grid_of, open_hdf5
from ...formats.hdf5.writers import LaidOutFile
from ..multisensor import PredictedBlock

FILE_TYPE = "displacementModel"


@dataclass(frozen=True)
class Model:
    """What a model file holds, without its pixels.

    Parameters
    ----------
    path : Path
    grid : Grid
    epoch : datetime64[D]
    degree : int
    keep_outside : bool
        Whether the phase was left as it was where nothing is predicted.
    attributes : dict of str
    """

    path: Path
    grid: Grid
    epoch: np.datetime64
    degree: int
    keep_outside: bool
    attributes: dict


def triangle(degree: int):
    """Rows and columns of the lower triangle."""
    return np.tril_indices(degree)


class ModelWriter(contextlib.AbstractContextManager):
    """Writes a model block by block."""

    def __init__(self, path, grid: Grid, epoch, degree: int, keep_outside: bool, attributes: dict):
        self._degree = degree
        entries = degree * (degree + 1) // 2
        datasets = {
            "coefficient": ((degree, *grid.shape), np.float32),
            "covariance": ((entries, *grid.shape), np.float32),
        }
        self._file = LaidOutFile(path, datasets, {}, {
            **attributes, **grid_attributes(grid), "FILE_TYPE": FILE_TYPE, "UNIT": "m/year",
            "EPOCH": str(epoch), "DEGREE": str(degree), "KEEP_OUTSIDE": str(int(keep_outside)),
            "NO_DATA_VALUE": "nan",
        })  # fmt: skip

    def write(self, window: Window, values) -> None:
        """Put coefficients and triangle, stacked as the file holds them, in place."""
        self._file.write("coefficient", window, values[: self._degree])
        self._file.write("covariance", window, values[self._degree :])

    def __exit__(self, *details):
        self._file.__exit__(*details)


def read_model(path) -> Model:
    """Read what a model file holds.

    Raises
    ------
    GroundshiftError
        If it is no such file.
    """
    with open_hdf5(path) as file:
        attributes = {name: str(value) for name, value in file.attrs.items()}
        if attributes.get("FILE_TYPE") != FILE_TYPE or "coefficient" not in file:
            raise GroundshiftError(
                f"{path}: is no model of removed motion; give the one that was written when the "
                "prediction was removed."
            )
        return Model(
            Path(path), grid_of(attributes, path), np.datetime64(attributes["EPOCH"], "D"),
            int(attributes["DEGREE"]), attributes["KEEP_OUTSIDE"] == "1", attributes,
        )  # fmt: skip


class ModelReader(FileReader):
    """Reads windows of a model."""

    def __init__(self, model: Model):
        super().__init__(model.path)
        self._degree = model.degree

    def read(self, window: Window) -> PredictedBlock:
        """Coefficients and covariance of a window."""
        rows, cols = window.slices
        values = self._file["coefficient"][:, rows, cols].astype(float)
        entries = self._file["covariance"][:, rows, cols].astype(float)
        covariance = np.empty((self._degree, *values.shape))
        for entry, (i, j) in enumerate(zip(*triangle(self._degree))):
            covariance[i, j] = covariance[j, i] = entries[entry]
        return PredictedBlock(values, covariance)

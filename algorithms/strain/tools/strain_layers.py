# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of strain that are written, whatever it comes from."""

from __future__ import annotations

import numpy as np

from ...outputs import Layer

LAYERS = {
    "SHEAR": ("max_shear",), "DILATATION": ("dilatation",), "ROTATION": ("rotation",),
    "INVARIANT": ("invariant",),
    "TENSOR": ("strain_ee", "strain_en", "strain_nn", "strain_1", "strain_2"),
}  # fmt: skip
AXES_ACROSS = 40
HUGE = 0.05  # of the strain: beyond, the linear measures do not hold, or the unit is wrong


class StrainLayers:
    """What is written of a map of strain, by windows.

    Parameters
    ----------
    rate : bool
        Whether it is strain a year.
    grid : Grid
    outputs : Outputs
    step : int, optional
        Cells from axis to axis.
    """

    def __init__(self, rate: bool, grid, outputs, step=None):
        self.unit, self.turn = ("nstrain/yr", "nrad/yr") if rate else ("microstrain", "microrad")
        self.factor = 1e9 if rate else 1e6
        self.grid, self._outputs = grid, outputs
        self._step = step or max(1, max(grid.shape) // AXES_ACROSS)
        self._axes, self._sizes = [], []
        self.wanted = {name: self._layer(name) for name in LAYERS if outputs.wanted(name)}

    def _layer(self, name):
        if self.unit == "nstrain/yr":
            style = "shear_rate" if name in ("SHEAR", "INVARIANT") else "strain_rate"
            self._outputs.look(name, style=style)
        unit = self.turn if name == "ROTATION" else self.unit
        parts = LAYERS[name]
        bands = [(f"{part}_{unit.replace('/', '_')}", unit) for part in parts]
        std = [(f"{part}_std_{unit.replace('/', '_')}", unit) for part in parts]
        if name == "TENSOR":
            bands.append(("azimuth_1_deg", "degrees"))
            std.append(("azimuth_1_std_deg", "degrees"))
        return Layer((*bands, *std))

    def write(self, window, strain, rasters) -> None:
        """Write a window.

        Parameters
        ----------
        window : Window
        strain : ..tensor.Strain
        rasters : object with ``write(window, values)``
        """
        rasters.write(window, {name: self._values(name, strain) for name in self.wanted})
        shear = strain.values["max_shear"]
        known = np.isfinite(shear)
        self._sizes.append(np.stack([
            strain.values["max_shear"][known], strain.std["max_shear"][known],
            strain.values["dilatation"][known], strain.values["rotation"][known],
        ]).astype(np.float32))  # fmt: skip
        if self._outputs.wanted("AXES"):
            self._pick(window, strain)

    def _values(self, name, strain):
        parts = LAYERS[name]
        found = [strain.values[part] * self.factor for part in parts]
        std = [strain.std[part] * self.factor for part in parts]
        if name == "TENSOR":
            found.append(np.where(np.isfinite(found[0]), strain.azimuth, np.nan))
            std.append(np.where(np.isfinite(found[0]), strain.azimuth_std, np.nan))
        return np.stack(found + std).astype(np.float32)

    def _pick(self, window, strain):
        half = self._step // 2
        first = [(half - start) % self._step for start in (window.row, window.col)]
        lattice = (slice(first[0], None, self._step), slice(first[1], None, self._step))
        known = np.isfinite(strain.values["max_shear"][lattice])
        rows, cols = np.nonzero(known)
        parts = [
            kind[name][lattice][known] * self.factor
            for name in ("strain_1", "strain_2", "max_shear", "dilatation", "rotation")
            for kind in (strain.values, strain.std)
        ]
        self._axes.append(np.stack([
            window.row + first[0] + self._step * rows, window.col + first[1] + self._step * cols,
            *parts, strain.azimuth[lattice][known], strain.azimuth_std[lattice][known],
        ]).astype(float))  # fmt: skip

    def finish(self, job, what) -> dict:
        """Write the axes, tell what is doubtful; the numbers of the run.

        Parameters
        ----------
        job : Job
        what : str
            Of the motion, for the warning.
        """
        from ...errors import GroundshiftError

        sizes = np.concatenate([*self._sizes, np.zeros((4, 0), np.float32)], axis=1)
        if not sizes.shape[1]:
            raise GroundshiftError(
                f"{what}: nowhere is enough known around a place for a plane; give a larger "
                "window or smoothing distance, and check that both components share their pixels."
            )
        shear, std, dilatation, rotation = (self.factor * part.astype(float) for part in sizes)
        if np.median(shear) > HUGE * self.factor:
            job.warn(
                f"{what}: half of the places are sheared by more than {100 * HUGE:g} %; that is no "
                "strain of the ground: check the unit (mm, cm or m), and that no raster holds the "
                "phase."
            )
        elif np.median(shear) < np.median(std):
            job.warn(
                f"Shear is within its standard deviation ({np.median(std):.3g} {self.unit}) at "
                "half of the places, and there no more than the size of the noise; take a larger "
                "window."
            )
        if self._outputs.wanted("AXES"):
            self._write_axes()
        return {
            "SHEAR_MEDIAN": float(np.median(shear)), "SHEAR_LARGEST": float(shear.max()),
            "SHEAR_STD": float(np.median(std)), "DILATATION_MEDIAN": float(np.median(dilatation)),
            "ROTATION_MEDIAN": float(np.median(rotation)), "PLACES": int(shear.size),
        }  # fmt: skip

    def _write_axes(self):
        from ...formats.vectors.tables import write_table

        found = np.concatenate([*self._axes, np.zeros((14, 0))], axis=1)
        found = found[:, np.lexsort((found[1], found[0]))]
        end, turn = self.unit.replace("/", "_"), self.turn.replace("/", "_")
        names = [
            f"{name}{std}_{turn if name == 'rotation' else end}"
            for name in ("strain_1", "strain_2", "max_shear", "dilatation", "rotation")
            for std in ("", "_std")
        ]
        # The style draws both kinds of unit.
        columns = dict(zip(("strain_1", "strain_2"), (found[2], found[4])))
        columns |= dict(zip([*names, "azimuth_1_deg", "azimuth_1_std_deg"], found[2:]))
        if found.shape[1]:
            largest = np.maximum(np.abs(found[2]), np.abs(found[4]))
            columns["share"] = np.maximum(largest, 1e-30) / max(np.percentile(largest, 90), 1e-30)
        columns = {name: np.round(values, 4) for name, values in columns.items()}
        x, y = self.grid.xy(found[0], found[1])
        write_table(self._outputs.path("AXES"), self.grid.crs, x, y, columns, "axes")

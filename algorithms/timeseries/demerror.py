# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors of the elevation model, from the perpendicular baselines.

Fattahi and Amelung (2013), doi:10.1109/TGRS.2012.2227761, eq. 5 and 9: an error of the height
shows as an apparent displacement in proportion to the baseline of each date,
``B(t) / (r sin i) * dz``, and is estimated in the time domain jointly with a model of the motion.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from .correction import Correction, CorrectionBlock, Estimate
from .velocity import PairNoise, VelocityModel, fit

LEAST_INDEPENDENT = 0.1  # share of the baselines' variation that the motion model must leave


@dataclass(frozen=True)
class RadarGeometry:
    """Distance and angle where the geometry file does not give them.

    Parameters
    ----------
    incidence : float
        Degrees from the vertical.
    orbit_height, earth_radius : float
        Metres; the distance follows from them over a round Earth.
    """

    incidence: float = 38.0
    orbit_height: float = 693000.0
    earth_radius: float = 6371000.0

    def distance(self, incidence) -> np.ndarray:
        """Slant range, metres, at an incidence in degrees."""
        angle = np.radians(incidence)
        radius = self.earth_radius
        far = (radius + self.orbit_height) ** 2 - (radius * np.sin(angle)) ** 2
        return np.sqrt(far) - radius * np.cos(angle)


@dataclass(frozen=True)
class HeightErrors:
    """Height error of every pixel of a block, and its part of the series.

    Parameters
    ----------
    matrix : ndarray, shape (time, column)
        The motion model, then the baselines (metres).
    geometry : RadarGeometry
    noise : PairNoise or None
    """

    matrix: np.ndarray
    geometry: RadarGeometry
    noise: PairNoise | None = None

    def __call__(self, block: CorrectionBlock) -> Estimate:
        shape = block.displacement.shape[1:]
        scale = None if self.noise is None else block.pair_noise.ravel()
        result = fit(
            block.displacement.reshape(len(self.matrix), -1), self.matrix, self.noise, scale
        )
        # Metres of displacement per metre of baseline.
        slope = result.coefficients[-1].reshape(shape)
        incidence = block.incidence
        if incidence is None:
            incidence = self.geometry.incidence
        distance = block.slant_range
        if distance is None:
            distance = self.geometry.distance(incidence)
        to_height = distance * np.sin(np.radians(incidence))
        baseline = self.matrix[:, -1].astype(np.float32)[:, np.newaxis, np.newaxis]
        std = result.std[-1].reshape(shape) * to_height
        return Estimate(
            baseline * np.nan_to_num(slope).astype(np.float32),
            (slope * to_height).astype(np.float32), std.astype(np.float32),
        )  # fmt: skip


@dataclass(frozen=True)
class DemErrorCorrection(Correction):
    """Height errors by pixel.

    Parameters
    ----------
    model : VelocityModel
        The motion that is fitted jointly.
    geometry : RadarGeometry
    noise : PairNoise, optional
    """

    model: VelocityModel = VelocityModel(degree=2)
    geometry: RadarGeometry = RadarGeometry()
    noise: PairNoise | None = None
    name = "demerror"
    uses = ("incidence", "slant_range")

    def prepare(self, scene, sample):
        """Check that the baselines carry it; see :class:`.correction.Correction`."""
        baseline = np.asarray(scene.perpendicular_baseline, float)
        if not np.isfinite(baseline).all():
            raise GroundshiftError(
                "The series does not hold the perpendicular baseline of every date, so height "
                "errors cannot be told from motion; import the stack with its baselines."
            )
        baseline = baseline - baseline[scene.reference_date]
        motion = self.model.design(scene.dates)
        matrix = np.column_stack([motion, baseline])
        if len(matrix) <= matrix.shape[1]:
            raise GroundshiftError(
                f"{len(matrix)} dates are too few for the motion model and the height error "
                f"({matrix.shape[1]} unknowns); take fewer terms."
            )
        spread = np.linalg.norm(baseline - baseline.mean())
        left = baseline - motion @ np.linalg.lstsq(motion, baseline, rcond=None)[0]
        if np.linalg.norm(left) <= LEAST_INDEPENDENT * spread:
            raise GroundshiftError(
                "The perpendicular baselines do not vary, or follow the motion model, so height "
                "errors cannot be told from motion; take fewer terms."
            )
        return HeightErrors(matrix, self.geometry, self.noise)

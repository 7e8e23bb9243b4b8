# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Errors of the elevation model, from the perpendicular baselines.

Fattahi and Amelung (2013), doi:10.1109/TGRS.2012.2227761, eq. 5 and 9: an error of the height
shows as an apparent displacement in proportion to the baseline of each date,
``B(t) / (r sin i) * dz``, and is estimated in the time domain jointly with a model of the motion.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..data.dates import years_of
from ..data.orbit import RadarGeometry
from ..errors import GroundshiftError
from .coloured import AUTO, WHITE, MarkovNoise, estimate_noise
from .correction import Correction, CorrectionBlock, Estimate, ImagesByDate
from .velocity import Design, PairNoise, VelocityModel, fit

LARGE_SHARE = 0.2  # of the baselines' variation that follows the motion: rates err by 12 % more
SAMPLED = 1000  # pixels that tell about noise and height errors
LEAST_INDEPENDENT = 0.1  # share of the baselines' variation that the motion model must leave


@dataclass(frozen=True)
class HeightErrors:
    """Height error of every pixel of a block, and its part of the series.

    Parameters
    ----------
    matrix : ndarray, shape (time, column)
        The motion model, then the baselines (metres).
    geometry : RadarGeometry
    noise : PairNoise or None
    years : ndarray, shape (time,), optional
        Since the first date, for coloured noise.
    coloured : MarkovNoise
        By date; with a colour it holds the noise of the pairs.
    rate : float
        What a metre of displacement by metre of baseline looks like as a rate: metres a year.
    applied : bool
        Whether the series is corrected, or the height errors only told.
    doubt : str
        A warning; may be empty.
    """

    matrix: np.ndarray
    geometry: RadarGeometry
    noise: PairNoise | None = None
    years: np.ndarray | None = None
    coloured: MarkovNoise = WHITE
    rate: float = 0.0
    applied: bool = True
    doubt: str = ""

    def slopes(self, displacement, pair_noise):
        """Metres of displacement per metre of baseline and standard deviations, shape (pixel,)."""
        noise = self.noise if self.coloured.is_white else None
        scale = None if noise is None else pair_noise.ravel()
        years = np.arange(float(len(self.matrix))) if self.years is None else self.years
        design = Design(self.matrix, years, coloured=self.coloured)
        result = fit(displacement.reshape(len(self.matrix), -1), design, noise, scale)
        return result.coefficients[-1], result.std[-1]

    def __call__(self, block: CorrectionBlock) -> Estimate:
        shape = block.displacement.shape[1:]
        slope, error = (
            values.reshape(shape) for values in self.slopes(block.displacement, block.pair_noise)
        )
        incidence = block.incidence
        if incidence is None:
            incidence = self.geometry.incidence
        distance = block.slant_range
        if distance is None:
            distance = self.geometry.distance(incidence)
        with np.errstate(invalid="ignore"):
            to_height = distance * np.sin(np.radians(incidence))
        to_height = np.where(np.isfinite(to_height) & (to_height > 0), to_height, np.nan)
        taken = np.nan_to_num(slope) if self.applied else np.zeros(shape)
        field = ImagesByDate(
            self.matrix[:, -1:].astype(np.float32), taken.astype(np.float32)[np.newaxis]
        )
        return Estimate(
            field, (slope * to_height).astype(np.float32),
            (error * to_height).astype(np.float32),
            abs(self.rate) * error if self.applied else None,
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
        return self._judged(scene, sample, matrix, np.linalg.norm(left) / spread)

    def _judged(self, scene, sample, matrix, independent) -> HeightErrors:
        """Whether the correction mends more than it spoils, where baselines follow the motion."""
        years = years_of(scene.dates)
        series = sample.displacement.reshape(len(years), -1)
        chosen = np.flatnonzero(np.ravel(sample.stable) & np.isfinite(series).any(axis=0))
        chosen = chosen[:: max(1, len(chosen) // SAMPLED)]
        series = np.ascontiguousarray(series[:, chosen])
        scale = None
        if self.noise is not None and sample.pair_noise is not None:
            scale = sample.pair_noise.ravel()[chosen]
        pairs = None if scale is None else self.noise
        coloured = estimate_noise(series, matrix, years, AUTO, pairs, scale)
        centred = years - years.mean()
        rate = float(centred @ matrix[:, -1] / (centred @ centred))
        found = HeightErrors(matrix, self.geometry, self.noise, years, coloured, rate)
        if independent**2 > 1 - LARGE_SHARE:
            return found
        slope, error = replace(found, noise=pairs).slopes(series, scale)
        known = np.isfinite(slope) & np.isfinite(error)
        noise = float(np.mean(error[known] ** 2)) if known.any() else np.inf
        signal = float(np.mean(slope[known] ** 2)) - noise if known.any() else 0.0
        text = (
            f"{100 * (1 - independent**2):.0f} % of what the perpendicular baselines vary follows "
            "the motion model, so height errors can hardly be told from motion"
        )
        if signal > noise:
            return replace(found, doubt=f"{text}; the standard deviations of the rates hold that.")
        return replace(
            found, applied=False, doubt=f"{text}, and what would be taken off is mostly "
            "noise: the series is left as it was. Take fewer terms of motion, or more dates.",
        )  # fmt: skip

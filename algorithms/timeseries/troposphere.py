# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Delays of the troposphere: from height alone, or from a weather model.

A delay lengthens the way of the signal, which looks like motion *away* from the satellite: the
apparent displacement is minus the delay along the line of sight.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..data.los import checked_incidence
from ..errors import GroundshiftError
from .correction import Correction, CorrectionBlock, Estimate
from .ramps import Surface, fit_surfaces


def apparent_displacement(zenith_delay, incidence) -> np.ndarray:
    """Apparent displacement of a delay, metres, positive towards the satellite.

    Parameters
    ----------
    zenith_delay : ndarray, shape (time, row, column)
        Metres, in the vertical.
    incidence : float or ndarray, shape (row, column)
        Degrees from the vertical; the delay grows by ``1 / cos(incidence)``.
    """
    return -zenith_delay / np.cos(np.radians(incidence)).astype(np.float32)


@dataclass(frozen=True)
class HeightCorrection(Correction):
    """Displacement against height over the whole scene: ``a + b h (+ c h**2)`` by date.

    Only the part that changes with height is taken off.

    Parameters
    ----------
    degree : int
        1 or 2.
    with_ramp : bool
        Fit a plane along with it (and leave that in the series).
    """

    degree: int = 1
    with_ramp: bool = False
    name = "troposphere"
    needs = ("height",)
    guarded = True
    follows_ground = True

    def prepare(self, scene, sample):
        """Fit the stable pixels; see :class:`.correction.Correction`."""
        terms, coefficients = fit_surfaces(scene, sample, int(self.with_ramp), self.degree)
        return HeightSurface(Surface(terms, np.nan_to_num(coefficients * terms.of_height)))


@dataclass(frozen=True)
class HeightSurface:
    """A surface over heights; where the height is unknown nothing is taken off."""

    surface: Surface

    def __call__(self, block: CorrectionBlock) -> Estimate:
        estimate = self.surface(block)
        estimate.found.images[:, ~np.isfinite(block.height)] = 0.0
        return estimate


@dataclass(frozen=True)
class ModelledDelay:
    """The delays of a weather model as apparent displacement.

    Parameters
    ----------
    incidence : float or None
        Degrees, where the geometry does not give them.
    """

    incidence: float | None = None

    def __call__(self, block: CorrectionBlock) -> Estimate:
        incidence = self.incidence if block.incidence is None else block.incidence
        return Estimate(apparent_displacement(block.zenith_delay, incidence))


@dataclass(frozen=True)
class DelayCorrection(Correction):
    """Delays from GACOS or a reanalysis, read by the driver.

    Parameters
    ----------
    source : str
        For the history.
    incidence : float, optional
        Degrees, where the geometry does not give them.
    of_height : bool
        Whether the delays depend on the height in the geometry file.
    """

    source: str = "gacos"
    incidence: float | None = None
    of_height: bool = False
    name = "troposphere"
    guarded = True

    @property
    def needs(self):
        """Incidence, unless one was given; height where the model has levels."""
        needed = () if self.incidence is not None else ("incidence",)
        return (*needed, "height") if self.of_height else needed

    def prepare(self, scene, sample):
        """See :class:`.correction.Correction`."""
        if self.incidence is not None:
            checked_incidence(self.incidence)
        else:
            checked_incidence(sample.incidence[sample.stable])
        known = np.isfinite(sample.zenith_delay).all(axis=0) & sample.stable
        if not known.any():
            raise GroundshiftError(
                "The weather model has no delay where the series has stable pixels; take files "
                "that cover the scene."
            )
        return ModelledDelay(self.incidence)

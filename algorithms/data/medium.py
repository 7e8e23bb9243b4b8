# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The elastic half-space."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import GroundshiftError

BAR = 1e5  # pascal


@dataclass(frozen=True)
class Medium:
    """A homogeneous isotropic half-space.

    Parameters
    ----------
    shear_modulus : float
        Pascal.
    poisson : float

    Raises
    ------
    GroundshiftError
        If one of them is no such number.
    """

    shear_modulus: float = 30e9
    poisson: float = 0.25

    def __post_init__(self):
        if not self.shear_modulus > 0:
            raise GroundshiftError("The shear modulus is not above 0; give some 30 GPa.")
        if not 0 <= self.poisson < 0.5:
            raise GroundshiftError("Poisson's ratio lies from 0 to below 0.5; give some 0.25.")

    @classmethod
    def of_young(cls, young: float = 8e5 * BAR, poisson: float = 0.25) -> Medium:
        """The medium of a Young's modulus in pascal, as Coulomb asks for it."""
        return cls(young / (2 * (1 + poisson)), poisson)

    @property
    def young(self) -> float:
        """Young's modulus in pascal."""
        return 2 * self.shear_modulus * (1 + self.poisson)

    @property
    def lame(self) -> float:
        """Lame's first parameter in pascal."""
        return 2 * self.shear_modulus * self.poisson / (1 - 2 * self.poisson)

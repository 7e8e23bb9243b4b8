# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What a Coulomb file says of receivers, rock, grid and section, for maps of stress change."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np

from ...data.crs import wkt_of
from ...errors import GroundshiftError
from ...formats.map_grid import MapGrid
from ...formats.slip.coulomb import GIVEN_RAKE
from ...formats.slip.slip_file import SlipFile, true_strike
from ..grids import FixedPlane, OptimalPlane
from ..optimal import RegionalStress
from .coulomb_maps import CoulombOptions
from .coulomb_sections import SectionSource

SAME_STEP = 0.01  # by so much may the two steps of a grid differ


def depths_of(text: str) -> tuple:
    """Depths (m) of a list of kilometres: ``5, 7.5; 10``.

    Raises
    ------
    GroundshiftError
        If one is no number, is negative, or there is none.
    """
    words = [word for word in re.split(r"[,;\s]+", text.strip()) if word]
    try:
        depths = tuple(1e3 * float(word) for word in words)
    except ValueError:
        depths = ()
    if not depths or not all(0 <= depth < 1e7 for depth in depths):
        raise GroundshiftError(f"'{text}' is no list of depths; give kilometres such as 5, 10, 15.")
    return depths


@dataclass(frozen=True)
class CoulombSetup:
    """All that a run needs besides the model.

    Parameters
    ----------
    options : CoulombOptions
    asked : MapGrid
    section : SectionSource or None
    """

    options: CoulombOptions
    asked: MapGrid
    section: SectionSource | None


def receiver_of(file: SlipFile, strike=None, dip=None, rake=None) -> FixedPlane:
    """The receiver that a file's faults without slip show, where the user gives none.

    Parameters
    ----------
    file : SlipFile
    strike, dip, rake : float or None
        Radians, of the user.

    Raises
    ------
    GroundshiftError
        If an angle is neither given nor in the file.
    """
    given = [strike, dip, rake]
    still = np.flatnonzero(~np.any(file.model.components, axis=1))
    if len(still):
        first, patches = still[0], file.model.patches
        rakes = file.model.extra.get(GIVEN_RAKE)
        own = [
            true_strike(patches)[first], patches.dip[first],
            None if rakes is None else np.radians(rakes[first]),
        ]  # fmt: skip
        given = [mine if mine is not None else theirs for mine, theirs in zip(given, own)]
    for name, value in zip(("strike", "dip", "rake"), given):
        if value is None:
            raise GroundshiftError(
                f"The receiver has no {name}; give it, or choose optimally oriented planes."
            )
    return FixedPlane(*(float(value) for value in given))


def settings_of(file: SlipFile, setup: CoulombSetup) -> tuple[CoulombSetup, list]:
    """A run as the Coulomb file says it, as far as it does.

    Parameters
    ----------
    file : SlipFile
    setup : CoulombSetup
        What holds for the rest.

    Returns
    -------
    setup : CoulombSetup
    notes : list of str
        What was taken from the file.

    Raises
    ------
    GroundshiftError
        If the file is none of Coulomb's.
    """
    said = file.coulomb
    if said is None:
        raise GroundshiftError(
            "The slip model is no Coulomb file, so it holds no settings; do not ask for them."
        )
    options, notes = setup.options, []
    rock, receiver, depths = options.rock, options.receiver, options.depths
    if said.medium is not None:
        rock = replace(rock, medium=said.medium)
        notes.append(
            f"shear modulus {said.medium.shear_modulus / 1e9:.4g} GPa and Poisson's ratio "
            f"{said.medium.poisson:g}"
        )
    if said.friction is not None:
        rock = replace(rock, friction=said.friction, skempton=None)
        notes.append(f"effective friction {said.friction:g}")
    if said.depth is not None:
        depths = (said.depth,)
        notes.append(f"depth {said.depth / 1e3:g} km")
    if said.principal is not None and isinstance(receiver, OptimalPlane):
        regional = RegionalStress.of_axes(*said.principal.T)
        receiver = replace(receiver, regional=regional)
        notes.append("regional stress")
    asked, section = setup.asked, setup.section
    if said.grid is not None and asked.template is None:
        asked = _grid(said.grid, file)
        notes.append("grid")
    if said.section is not None and section is None:
        section = _section(said.section)
        notes.append("section")
    return CoulombSetup(CoulombOptions(receiver, rock, depths), asked, section), notes


def _grid(values, file) -> MapGrid:
    """The map whose cells' middles are the nodes of the file's grid."""
    start, finish, (wide, high) = values[:2], values[2:4], np.abs(values[4:])
    if not (finish > start).all() or not min(wide, high) > 0:
        raise GroundshiftError(
            "The Coulomb file's grid has no size or no step; correct it or give an extent."
        )
    if abs(wide - high) > SAME_STEP * wide:
        wide = high = min(wide, high)
    count = np.floor((finish - start) / wide + 1e-6)
    low, high = start - wide / 2, start + (count + 0.5) * wide
    crs = wkt_of(file.local.crs)
    return MapGrid(None, crs, (*map(float, low), *map(float, high)), float(wide))


def _section(values) -> SectionSource:
    """The section of the file, from the surface down."""
    line = values[:4].reshape(2, 2)
    return SectionSource(
        top=0.0, bottom=float(abs(values[5])), cell=float(abs(values[4])), line=line
    )

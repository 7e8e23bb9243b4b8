# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Bounds as people write them: ``strike 120 to 150; dip 30 70; 2: length 5 30``."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from ..errors import GroundshiftError
from .volcanic import FIELDS

UNITS = {
    "x": 1.0, "y": 1.0, "top_depth": 1e3, "strike": np.pi / 180, "dip": np.pi / 180,
    "length": 1e3, "width": 1e3, "strike_slip": 1.0, "dip_slip": 1.0, "slip": 1.0,
    "rake": np.pi / 180, "opening": 1.0,
}  # fmt: skip
"""Parameters and what one of their unit is inside; x and y are map coordinates."""

VOLCANIC_UNITS = {
    "x": 1.0, "y": 1.0, "aspect": 1.0, **{
        name: (1.0 if name == "opening" else 1e3 if field.endswith("_m") else factor)
        for name, (field, factor) in FIELDS.items() if name != "semi_minor"
    },
}  # fmt: skip
"""The same of volcanic sources: depths and sizes in km, volumes in cubic metres."""

OTHER_NAMES = {"depth": "top_depth", "top": "top_depth", "lon": "x", "lat": "y"}
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_ROW = re.compile(
    rf"(?:(?P<fault>\d+)\s*:)?\s*(?P<name>[A-Za-z][A-Za-z_ \-]*?)\s*[=:]?\s*(?P<low>{_NUMBER})"
    rf"(?:\s*(?:to|\.\.|,|\s)\s*(?P<high>{_NUMBER}))?"
)
_SUFFIX = re.compile(r"_(km|m|deg)$")
VOLCANIC_NAMES = {
    "lon": "x", "lat": "y", **{f"dvolume{axis}": f"volume{axis}" for axis in ("", "_x", "_y", "_z")}
}  # fmt: skip


@dataclass(frozen=True)
class Bound:
    """One line of bounds.

    Parameters
    ----------
    fault : int
        From 1; 0 for all.
    name : str
        A key of :data:`UNITS`.
    low, high : float
        In SI units and radians; map coordinates for x and y.
    """

    fault: int
    name: str
    low: float
    high: float


def parse_bounds(text: str, volcanic: bool = False) -> list:
    """Read bounds.

    Parameters
    ----------
    text : str
        Rows between semicolons or line ends: a parameter and its two bounds, or one number that
        it is kept at; before it, where it is not for all, a fault's number and a colon. Depths
        and sizes are in km, angles in degrees, slip in m.
    volcanic : bool
        Of a volcanic source, not of a fault.

    Returns
    -------
    list of Bound

    Raises
    ------
    GroundshiftError
        If a row is none, or is given twice.
    """
    found = {}
    for row in re.split(r"[;\n]", text):
        if not row.strip():
            continue
        bound = _bound(row.strip(), volcanic)
        if (bound.fault, bound.name) in found:
            raise GroundshiftError(f"The bounds of {bound.name} are given twice; give them once.")
        found[bound.fault, bound.name] = bound
    names = {name for _, name in found}
    if names & {"slip", "rake"} and names & {"strike_slip", "dip_slip"}:
        raise GroundshiftError(
            "Bounds are given both for slip or rake and for strike_slip or dip_slip; give those of "
            "one way to say it."
        )
    return list(found.values())


def slips_of(bounds) -> str:
    """Whether faults slip by ``components`` or by ``rake``; see :data:`.search_space.SLIPS`."""
    return "rake" if {bound.name for bound in bounds} & {"slip", "rake"} else "components"


def _bound(row: str, volcanic: bool) -> Bound:
    match = _ROW.fullmatch(row)
    if match is None:
        raise GroundshiftError(
            f"'{row}' is no bound; write a parameter and two numbers, such as strike 120 to 150, "
            "with semicolons between."
        )
    name = re.sub(r"[\s\-]+", "_", match["name"].strip().lower())
    in_metres = volcanic and name.endswith("_m")
    name = _SUFFIX.sub("", name)
    units, what = (VOLCANIC_UNITS, "volcanic source") if volcanic else (UNITS, "fault")
    name = (VOLCANIC_NAMES if volcanic else OTHER_NAMES).get(name, name)
    if name not in units:
        raise GroundshiftError(
            f"'{match['name'].strip()}' is no parameter of a {what}; the parameters are "
            f"{', '.join(units)}."
        )
    low = float(match["low"])
    high = low if match["high"] is None else float(match["high"])
    unit = 1.0 if in_metres else units[name]
    fault = int(match["fault"] or 0)
    if match["fault"] is not None and fault < 1:
        raise GroundshiftError(f"'{row}': faults are numbered from 1.")
    return Bound(fault, name, low * unit, high * unit)

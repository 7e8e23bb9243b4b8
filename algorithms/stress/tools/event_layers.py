# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Catalogues of earthquakes: places, depths, times, magnitudes and nodal planes as they come."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ...data.earthquakes import times
from ...data.metric import LocalMetres
from ...errors import GroundshiftError
from ...formats.vectors.earthquakes import USUAL, angles_of, depths_of, field_of
from ...formats.vectors.fault_layers import LayerSource, Sites, read_sites
from ..catalogue import Events, both_planes

KM, DEGREES = 1e3, "EPSG:4326"


@dataclass(frozen=True)
class Catalogue:
    """Earthquakes of a layer.

    Parameters
    ----------
    sites : Sites
        As they were read.
    events : Events
    turn : ndarray, shape (event,)
        By how much the frame's north lies clockwise from true north, degrees.
    notes : list of str
    """

    sites: Sites
    events: Events
    turn: np.ndarray
    notes: list = field(default_factory=list)


def read_events(chosen, local: LocalMetres) -> Catalogue:
    """Read a catalogue.

    Parameters
    ----------
    chosen : CoulombFaults
        Its catalogue is of points, or a table with columns of longitude and latitude.
    local : LocalMetres
        The frame of the source.

    Raises
    ------
    GroundshiftError
        If there is no earthquake, no depth, a field that was named is missing, or one of layer and
        source has no CRS.
    """
    source = LayerSource(*chosen.catalogue)
    sites = read_sites(source)
    if sites.kind != "point":
        raise GroundshiftError(f"{source.path}: holds polygons; give a layer of points.")
    table, notes = sites.features, list(sites.notes)
    if bool(table.crs) != bool(local.crs):
        raise GroundshiftError(
            f"{source.path}: one of the layers, earthquakes or slip model, has no CRS and the "
            "other has one; set the CRS of both."
        )
    names = {part: field_of(table, part, getattr(chosen, f"event_{part}", "")) for part in USUAL}
    depth = depths_of(table, names["depth"], source, notes)
    crs = DEGREES if table.crs else ""
    east, north = local.of(crs, *sites.places.T).T
    point = np.stack([east, north, -depth], axis=1)
    turn = np.degrees(local.convergence(crs, *sites.places.T))
    planes = _planes(table, names, turn, notes)
    time = times(table.texts(names["time"])) if names["time"] else _nat(len(sites))
    magnitude = table.numbers(names["magnitude"]) if names["magnitude"] else np.full(
        len(sites), np.nan
    )  # fmt: skip
    used = ", ".join(f"{part} from {name}" for part, name in names.items() if name)
    notes.append(
        f"{source.path}: {len(sites)} earthquakes, {int(np.isfinite(planes[:, 0, 0]).sum())} with "
        f"nodal planes, {int((~np.isnat(time)).sum())} with a time; {used or 'no known field'}."
    )
    return Catalogue(sites, Events(point, planes, time, magnitude), turn, notes)


def _nat(count):
    return np.full(count, np.datetime64("NaT"), "datetime64[ms]")


def _planes(table, names, turn, notes):
    """Both planes in the frame, radians, shape (event, 2, 3)."""
    first, second = angles_of(table, names, notes)
    turn = np.radians(turn)[:, None] * np.array([1.0, 0.0, 0.0])
    return both_planes(first - turn, second - turn)


def parse_plane(text: str):
    """Strike, dip and rake (radians) of a text of degrees, ``0, 90, 180``; None of an empty one.

    Raises
    ------
    GroundshiftError
        If they are no such angles.
    """
    if not text.strip():
        return None
    try:
        strike, dip, rake = (float(part) for part in text.split(","))
        good = abs(strike) <= 360 and 0 <= dip <= 90 and abs(rake) <= 360
    except ValueError:
        good = False
    if not good:
        raise GroundshiftError(
            f"'{text}' is no strike, dip and rake in degrees; give them as 0, 90, 180."
        )
    return tuple(np.radians([strike, dip, rake]).tolist())

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of volcanic sources: a point each, with its kind and its size in fields.

======================  =====================================================================
``kind``                mogi, sphere, spheroid, penny, pcdm or cdm
``depth_km``            of the centre
``dvolume_m3``          change of volume; or ``dpressure_mpa`` of all that have a size
``radius_m``            sphere, penny
``semi_major_m`` ...    spheroid: with ``semi_minor_m``, ``trend_deg`` (from true north) and
                        ``plunge_deg`` (down) of the long axis
``omega_x_deg`` ...     pcdm, cdm: clockwise turns about the axes, ``y`` and ``z`` likewise
``dvolume_x_m3`` ...    pcdm: potencies across its x, y and z axes
``semi_x_m`` ...        cdm: semi-axes, with ``opening_m``
======================  =====================================================================
"""

from __future__ import annotations

import numpy as np

from ...data.metric import LocalMetres
from ...errors import GroundshiftError
from ...formats.slip.slip_file import SlipFile
from ...formats.vectors.tables import read_table, write_table
from ..volcanic import FIELDS, KINDS, NAMES
from ..volcanic_model import VolcanicModel, VolcanicSource, volume_of_pressure

LAYER = "volcanic_sources"
PRESSURE = "dpressure_mpa"
OTHER_WORDS = {"point": "mogi", "sill": "penny", "crack": "penny", "mctigue": "sphere",
               "yang": "spheroid", "ellipsoid": "spheroid", "fialko": "penny"}  # fmt: skip
DEEPEST = 100e3
APART = 4.0
"""Sizes of the larger one within which two sources act on each other."""
LIMITS = (
    "Volcanic sources: a homogeneous half-space with a flat surface; soft layers make a source "
    "look shallower, and a mountain as high as the source is deep makes it another one."
)


def read_volcanic(path, layer: str, medium) -> SlipFile:
    """Read volcanic sources.

    Parameters
    ----------
    path, layer : str
        A layer of points.
    medium : Medium
        For changes of pressure.

    Returns
    -------
    SlipFile
        Whose model is a :class:`..volcanic_model.VolcanicModel`.

    Raises
    ------
    GroundshiftError
        If a source cannot be, or the layer does not say what it is.
    """
    table = read_table(path, layer)
    for name in ("kind", "depth_km"):
        if name not in table.columns:
            raise GroundshiftError(
                f"{path}: is no layer of volcanic sources, as it has no field {name}; give "
                f"each point a kind ({', '.join(KINDS)}), depth_km and dvolume_m3."
            )
    local = LocalMetres(table.crs, float(np.mean(table.x)), float(np.mean(table.y)))
    places = local.of(table.crs, table.x, table.y, path)
    turns = np.broadcast_to(local.convergence(table.crs, table.x, table.y), len(places))
    kinds = table.texts("kind")
    sources = []
    for number, (place, turn) in enumerate(zip(places, turns)):
        try:
            sources.append(_source(table, number, kinds[number], place, turn, medium))
        except GroundshiftError as error:
            raise GroundshiftError(f"{path}, source {number + 1}: {error}") from error
    model = VolcanicModel(tuple(sources), local.crs)
    return SlipFile(model, local, table.crs, "layer", (LIMITS, *source_notes(sources)))


def _source(table, number, kind, place, turn, medium) -> VolcanicSource:
    kind = str(kind).strip().lower()
    kind = OTHER_WORDS.get(kind, kind)
    if kind not in KINDS:
        raise GroundshiftError(
            f"its kind is '{kind}'; take one of {', '.join(KINDS)} in the field kind."
        )

    def value(name):
        field, factor = FIELDS[name]
        return table.numbers(field)[number] * factor if field in table.columns else np.nan

    row = [*place]
    for name in KINDS[kind][2:]:
        if name == "aspect":
            minor = value("semi_minor")
            if not np.isfinite(minor):
                raise GroundshiftError(f"{NAMES[kind]}: needs semi_minor_m; fill that field.")
            row.append(minor / value("semi_major"))
            continue
        found = value(name)
        if name in ("omega_x", "omega_y", "omega_z") and not np.isfinite(found):
            found = 0.0
        if name in ("trend", "omega_z"):
            found -= turn
        row.append(found)
    names = KINDS[kind]
    missing = [name for name, found in zip(names, row) if not np.isfinite(found)]
    pressed = PRESSURE in table.columns and np.isfinite(table.numbers(PRESSURE)[number])
    if pressed and "volume" in names and "volume" not in missing:
        raise GroundshiftError(
            f"{NAMES[kind]}: dvolume_m3 and {PRESSURE} are both given; leave one of them empty."
        )
    if missing == ["volume"] and PRESSURE in table.columns:
        # It is checked before its volume follows from its pressure.
        VolcanicSource(kind, [*row[:-1], 0.0])
        pressure = table.numbers(PRESSURE)[number] * 1e6
        row[-1] = volume_of_pressure(kind, row, pressure, medium)
        missing = [] if np.isfinite(row[-1]) else missing
    if missing:
        field = FIELDS[missing[0]][0]
        other = f", or {PRESSURE}" if missing == ["volume"] and kind != "mogi" else ""
        raise GroundshiftError(f"{NAMES[kind]}: needs {field}{other}; fill that field.")
    if row[2] > DEEPEST:
        raise GroundshiftError(
            f"its depth_km is {row[2] / 1e3:g}; is it in metres? Give kilometres, "
            f"{DEEPEST / 1e3:g} at most."
        )
    return VolcanicSource(kind, row)


def source_notes(sources) -> list:
    """What to keep in mind of these sources, in sentences."""
    said = []
    wide = [
        NAMES[s.kind] for s in sources
        if s.kind in ("sphere", "spheroid") and s.size > 0.5 * s.named["depth"]
    ]  # fmt: skip
    if wide:
        said.append(
            f"{wide[0]}: is larger than half of its depth, so the pressure on its wall is not "
            "uniform any more; take its shape with care."
        )
    for k, one in enumerate(sources):
        for other in sources[k + 1 :]:
            apart = float(np.linalg.norm(one.row[:3] - other.row[:3]))
            if 0 < apart < APART * max(one.size, other.size):
                said.append(
                    f"Two sources lie {apart / 1e3:.3g} km apart, less than {APART:g} times the "
                    "size of one: their effects are added, and that they act on each other is "
                    "left out."
                )
                return said
    return said


def volcanic_columns(sources, turns) -> dict:
    """Fields of sources, NULL where a kind has no such parameter.

    Parameters
    ----------
    sources : sequence of VolcanicSource
    turns : sequence of float
        Meridian convergence at each, radians.
    """
    columns = {"kind": np.array([source.kind for source in sources], object)}
    for name, (field, factor) in FIELDS.items():
        values = np.full(len(sources), np.nan)
        for k, (source, turn) in enumerate(zip(sources, turns)):
            own = source.named
            if name == "semi_minor" and "aspect" in own:
                values[k] = own["semi_major"] * own["aspect"]
            elif name in own:
                values[k] = own[name] / factor
                if name in ("trend", "omega_z"):
                    values[k] = (values[k] + np.degrees(turn)) % 360
        if np.isfinite(values).any():
            columns[field] = values
    return columns


def write_volcanic(path, crs: str, model: VolcanicModel, local: LocalMetres, more=None) -> None:
    """Write sources as points.

    Parameters
    ----------
    path : path
    crs : str
        WKT of the layer's CRS.
    model : VolcanicModel
    local : LocalMetres
    more : dict of str to ndarray, optional
        Further columns.
    """
    places = np.array([source.row[:2] for source in model.sources])
    x, y = local.back(crs, places)
    turns = np.broadcast_to(local.convergence(crs, x, y) if crs else 0.0, len(places))
    columns = {**volcanic_columns(model.sources, turns), **(more or {})}
    write_table(path, crs, x, y, columns, LAYER)

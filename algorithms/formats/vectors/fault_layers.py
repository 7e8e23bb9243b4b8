# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fault traces and sites (landslides, active areas) of any CRS, brought to the same coordinates."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from ...data.earth import geocentric
from ...data.fault_attributes import direction, find_field, is_among, number
from ...data.traces import Traces, dip_sides, pieces
from ...errors import GroundshiftError, counted
from . import wkb as shapes
from .features import Features, read_features, read_lines
from .rows import opened_layer, read_rows

PIECE = 2000.0  # metres; the chord of such a piece lies 0.1 m below the ground
LONGITUDE, LATITUDE = ("lon", "longitude", "long", "x"), ("lat", "latitude", "y")


class LayerSource(NamedTuple):
    """A vector layer.

    Parameters
    ----------
    path : path
    layer : str
        Its name in the file, the first one by default.
    """

    path: str
    layer: str = ""


@dataclass(frozen=True)
class FaultFields:
    """Fields of a fault inventory; '' for the usual names.

    Parameters
    ----------
    name, kind, dip, dip_direction : str
    leave_out : str
        Words of kinds that are no faults, parted by commas.
    dips_right : bool
        Where no direction is given, faults dip to the right of the way they were drawn.
    copied : tuple of str
        Further fields to hand on.
    """

    name: str = ""
    kind: str = ""
    dip: str = ""
    dip_direction: str = ""
    leave_out: str = ""
    dips_right: bool = False
    copied: tuple = ()


@dataclass(frozen=True)
class Faults:
    """An inventory of faults.

    Parameters
    ----------
    traces : Traces
        Its lines count the faults from 0.
    fid : ndarray of int, shape (fault,)
    name, kind : ndarray of str, shape (fault,)
    dip : ndarray, shape (fault,)
        Degrees, NaN where unknown.
    dip_side : ndarray of int, shape (fault,)
        See :func:`...data.traces.dip_sides`.
    copied : dict of str to ndarray
    notes : list of str
    """

    traces: Traces
    fid: np.ndarray
    name: np.ndarray
    kind: np.ndarray
    dip: np.ndarray
    dip_side: np.ndarray
    copied: dict
    notes: list


@dataclass(frozen=True)
class Sites:
    """Landslides or other sites.

    Parameters
    ----------
    features : Features
        As they were read, in their own CRS.
    kind : str
        ``point`` or ``polygon``.
    places : ndarray, shape (site, 2)
        Longitude and latitude, or x and y where there is no CRS: of points, or on polygons.
    notes : list of str
    """

    features: Features
    kind: str
    places: np.ndarray
    notes: list = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.places)


def to_degrees(crs: str, places, what) -> np.ndarray:
    """Longitude and latitude on WGS 84 of places in a CRS; as they are where there is none.

    What cannot be taken there is NaN.
    """
    if not crs:
        return np.asarray(places, float)
    from pyproj import Transformer
    from pyproj.exceptions import ProjError

    try:
        transformer = Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    except ProjError as error:
        raise GroundshiftError(
            f"{what}: its CRS cannot be understood ({error}); set a valid one."
        ) from error
    out = np.stack(transformer.transform(*np.asarray(places, float).T), axis=-1)
    bad = ~(np.abs(out[:, 1]) <= 90.0) | ~(np.abs(out[:, 0]) <= 540.0)
    out[bad] = np.nan
    return out


def read_faults(layer, fields: FaultFields | None = None) -> Faults:
    """Read fault traces.

    Parameters
    ----------
    layer : (path, str)
        File and name of a layer of lines.
    fields : FaultFields, optional

    Raises
    ------
    GroundshiftError
        If there is no fault, a field is missing, or the coordinates do not fit the CRS.
    """
    fields = fields or FaultFields()
    lines = read_lines(*layer)
    notes = lines.notes()
    names = {part: _field(lines, fields, part) for part in ("name", "kind", "dip", "dip_direction")}
    texts = {
        part: lines.texts(name) if name else np.full(len(lines), "", object)
        for part, name in names.items()
    }
    keep = ~is_among(texts["kind"], fields.leave_out)
    if not keep.all():
        notes.append(
            f"{lines.path}: {int((~keep).sum())} of {len(lines)} lines are left out by their kind "
            f"({names['kind']}: {fields.leave_out})."
        )
    if not keep.any():
        raise GroundshiftError(
            f"{lines.path}: no fault is left, all are of kinds to leave out; change them."
        )
    rows = np.flatnonzero(keep)
    traces = _traces(lines, rows, notes)
    dip = np.array([number(text) for text in texts["dip"][rows]])
    azimuth = np.array([direction(text) for text in texts["dip_direction"][rows]])
    side = dip_sides(traces, len(rows), azimuth)
    if fields.dips_right:
        side = np.where(side == 0, 1, side)
    notes.append(_about_sides(lines.path, names, side, dip))
    copied = {}
    for name in fields.copied:
        lines.texts(name)  # refuses what is not there
        copied[name] = lines.columns[name][rows]
    return Faults(
        traces, lines.fid[rows], texts["name"][rows], texts["kind"][rows], dip, side, copied, notes
    )


def _field(lines, fields, part):
    given = getattr(fields, part)
    if given:
        lines.texts(given)
    return given or find_field(lines.columns, part)


def _about_sides(path, names, side, dip) -> str:
    known = int((side != 0).sum())
    where = " and ".join(names[part] or "no field" for part in ("dip", "dip_direction"))
    return (
        f"{path}: dip and its direction from {where}: {int(np.isfinite(dip).sum())} of "
        f"{len(side)} faults have a dip, {known} a side to which they dip."
    )


def _traces(lines: Features, rows, notes) -> Traces:
    """Pieces of about 2 km along the lines as they are drawn in their own CRS."""
    starts, ends, owner, joined = [], [], [], []
    for line, row in enumerate(rows):
        for part in shapes.parts(lines.wkb[row]):
            part = part[np.isfinite(part).all(axis=1)]
            part = part[np.r_[True, (np.diff(part, axis=0) != 0).any(axis=1)][: len(part)]]
            if len(part) < 2:
                continue
            starts.append(part[:-1])
            ends.append(part[1:])
            owner.append(np.full(len(part) - 1, line))
            joined.append(np.arange(len(part) - 1) > 0)
    if not starts:
        raise GroundshiftError(f"{lines.path}: its lines have no length; choose another layer.")
    starts, ends, owner, joined = (np.concatenate(p) for p in (starts, ends, owner, joined))
    plane = not lines.crs
    from_, to = (to_degrees(lines.crs, places, lines.path) for places in (starts, ends))
    good = np.isfinite(from_).all(axis=1) & np.isfinite(to).all(axis=1)
    if not good.all():
        notes.append(
            f"{lines.path}: {int((~good).sum())} parts of lines left out, their coordinates do not "
            "fit the CRS."
        )
    if not good.any():
        raise GroundshiftError(
            f"{lines.path}: its coordinates do not fit its CRS; assign the right one."
        )
    joined &= np.r_[False, good[:-1]]
    lengths = _lengths(from_[good], to[good], plane)
    counts = np.maximum(np.ceil(lengths / PIECE), 1).astype(int)
    start, end, line, before, after = pieces(
        starts[good], ends[good], owner[good], joined[good], counts
    )
    start, end = (to_degrees(lines.crs, places, lines.path) for places in (start, end))
    return Traces(start, end, line, before, after, float(_lengths(start, end, plane).max()), plane)


def _lengths(start, end, plane):
    if plane:
        return np.hypot(*(end - start).T)
    return np.linalg.norm(geocentric(*end.T) - geocentric(*start.T), axis=1)


def read_sites(layer) -> Sites:
    """Read points or polygons, or a table with columns of longitude and latitude.

    Parameters
    ----------
    layer : (path, str)
        File and name of the layer.

    Raises
    ------
    GroundshiftError
        If there are none.
    """
    with opened_layer(*layer) as table:
        bare = table.GetLayerDefn().GetGeomFieldCount() == 0 or table.GetGeomType() == 100
    features = _from_table(*layer) if bare else read_features(
        layer[0], ("point", "polygon"), layer[1]
    )  # fmt: skip
    notes = features.notes()
    kinds = np.array([shapes.kind_of(shape) == "polygon" for shape in features.wkb])
    if kinds.any() and not kinds.all():
        raise GroundshiftError(
            f"{features.path}: holds points and polygons; give a layer with one of them."
        )
    middles = _on_polygons(features.wkb) if kinds.any() else _of_points(features.wkb)
    places = to_degrees(features.crs, middles, features.path)
    good = np.isfinite(places).all(axis=1)
    if not good.any():
        raise GroundshiftError(
            f"{features.path}: its coordinates do not fit its CRS; assign the right one."
        )
    if not good.all():
        notes.append(
            f"{features.path}: {counted((~good).sum(), 'site')} left out, their coordinates do not "
            "fit the CRS."
        )
    return Sites(features.take(good), "polygon" if kinds.any() else "point", places[good], notes)


def _of_points(wkb) -> np.ndarray:
    """Points; the middle of several."""
    return np.array([np.concatenate(shapes.parts(shape)).mean(axis=0) for shape in wkb])


def _on_polygons(wkb) -> np.ndarray:
    """The centroid where it lies on its polygon, else a point that does."""
    from osgeo import ogr

    places = []
    for shape in wkb:
        polygon = ogr.CreateGeometryFromWkb(shape)
        middle = polygon.Centroid()
        if not polygon.Contains(middle):
            middle = polygon.PointOnSurface()
        places.append((middle.GetX(), middle.GetY()))
    return np.array(places)


def _from_table(path, layer: str) -> Features:
    """Points of a table without geometry, such as CSV."""
    rows = read_rows(path, layer, None, lambda wkb: (np.ones(len(wkb), bool), None))
    table = Features(str(path), rows.columns, "EPSG:4326")
    lower = {name.lower().strip(): name for name in rows.columns}
    names = [next((lower[u] for u in usual if u in lower), "") for usual in (LONGITUDE, LATITUDE)]
    if not all(names):
        raise GroundshiftError(
            f"{path}: has no geometry and no columns 'lon' and 'lat'; give a layer of "
            "points or polygons."
        )
    places = np.stack([table.numbers(name) for name in names], axis=1)
    good = np.isfinite(places).all(axis=1) & (np.abs(places) <= [360.0, 90.0]).all(axis=1)
    if not good.any():
        raise GroundshiftError(
            f"{path}: its columns {names[0]} and {names[1]} hold no longitude and latitude."
        )
    left_out = {"without longitude and latitude": int((~good).sum())} if not good.all() else {}
    return Features(
        str(path), {name: values[good] for name, values in rows.columns.items()},
        "EPSG:4326", [shapes.point_wkb(x, y) for x, y in places[good]], rows.fid[good], left_out,
    )  # fmt: skip

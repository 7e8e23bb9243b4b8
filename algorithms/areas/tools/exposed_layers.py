# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of an exposure analysis, read and brought to local metres."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...data.metric import LocalMetres
from ...errors import GroundshiftError, counted
from ...formats.measurements import USUAL_NAMES
from ...formats.vectors import wkb as shapes
from ...formats.vectors.exposure_overlay import LineShapes, boxes_about, boxes_of
from ...formats.vectors.features import Features, read_features, read_polygons
from ...formats.vectors.shapes import areas_of
from ...formats.vectors.tables import read_table
from ..exposure import Segments, cut_lines

EARTH = 6_371_000.0  # metres
RATE_FIELDS = ("slope_velocity_mm_yr", "mean_slope_mm_yr", "mean_mm_yr", "median_mm_yr",
               "velocity_mm_yr")  # fmt: skip
POINT_FIELDS = ("slope_velocity_mm_yr", *USUAL_NAMES["los"])
GRADIENT_FIELD = "gradient_mm_yr_100m"
WIDE = 300_000.0  # metres about the middle; beyond, shapes are drawn to another scale


@dataclass(frozen=True)
class Areas:
    """Active areas; arrays of shape (area,).

    Parameters
    ----------
    features : Features
    wkb : list of bytes
        In local metres.
    scale : ndarray
        Length on the local map over that on the ground.
    name : ndarray of str
    velocity : ndarray
        mm/yr.
    quality : ndarray
        1 to 4, NaN where unknown.
    gradient : ndarray
        mm/yr over 100 m, NaN where unknown.
    notes : list of str
    """

    features: Features
    wkb: list
    scale: np.ndarray
    name: np.ndarray
    velocity: np.ndarray
    quality: np.ndarray
    gradient: np.ndarray
    notes: list

    def __len__(self) -> int:
        return len(self.wkb)


@dataclass(frozen=True)
class Elements:
    """What may be exposed, and the pieces of it that are looked at.

    Parameters
    ----------
    features : Features
        As read; elements that have no length or place are left out.
    kind : str
        ``line``, ``polygon`` or ``point``.
    wkb : sequence of bytes
        Of the pieces, local metres.
    boxes : ndarray, shape (piece, 4)
    element : ndarray of int, shape (piece,)
    amount : ndarray
        Metres on the ground, square metres, or 1.
    scale : ndarray
        See :class:`Areas`.
    segments : Segments or None
        Of lines.
    notes : list of str
    """

    features: Features
    kind: str
    wkb: object
    boxes: np.ndarray
    element: np.ndarray
    amount: np.ndarray
    scale: np.ndarray
    segments: Segments | None
    notes: list

    @property
    def middle(self) -> np.ndarray:
        """Middles of the boxes, shape (piece, 2)."""
        return (self.boxes[:, :2] + self.boxes[:, 2:]) / 2

    @property
    def half(self) -> np.ndarray:
        """Half diagonals of the boxes."""
        return np.hypot(*(self.boxes[:, 2:] - self.boxes[:, :2]).T) / 2


def scale_at(x) -> np.ndarray:
    """Scale of the transverse Mercator projection so far from its middle (sphere)."""
    return np.cosh(np.asarray(x, float) / EARTH)


def read_areas(chosen) -> tuple[Areas, LocalMetres]:
    """Read active areas, and the local metres about them.

    Parameters
    ----------
    chosen : Exposure
        The tool's choices: the layer and its fields.

    Raises
    ------
    GroundshiftError
        If there are no polygons or a field is missing.
    """
    features = read_polygons(*chosen.areas)
    path, notes = features.path, features.notes()
    boxes = boxes_about(features.wkb)
    local = LocalMetres(
        features.crs, (boxes[:, 0].min() + boxes[:, 2].max()) / 2,
        (boxes[:, 1].min() + boxes[:, 3].max()) / 2,
    )  # fmt: skip
    moved = _moved(features, local)
    boxes = boxes_of([np.concatenate(rings) for rings in moved])
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2
    if not np.isfinite(middle).all():
        raise GroundshiftError(
            f"{path}: its coordinates do not fit its CRS, or spread over more than half of "
            "the Earth; assign the right CRS, or take a part."
        )
    wkb = [shapes.with_rings(shape, rings) for shape, rings in zip(features.wkb, moved)]
    scale = scale_at(middle[:, 0]) if features.crs else np.ones(len(middle))
    velocity, name = _numbers(features, chosen.velocity_field, RATE_FIELDS)
    if name:
        notes.append(f"{path}: rates of the areas from the field {name}.")
    quality, name = _numbers(features, chosen.quality_field, ("quality",))
    if not name:
        notes.append(f"{path}: has no field of quality; it is taken as unknown.")
    gradient = _gradients(features, chosen.gradient_field, boxes, scale, notes)
    if chosen.id_field or "area_id" in features.columns:
        identity = features.texts(chosen.id_field or "area_id")
    else:
        identity = features.fid.astype(str).astype(object)
    return Areas(features, wkb, scale, identity, velocity, quality, gradient, notes), local


def _numbers(features, given, usual):
    """A column of numbers and its name; NaN and '' where there is none."""
    lower = {name.lower(): name for name in features.columns}
    name = given or next((lower[word] for word in usual if word in lower), "")
    if not name:
        return np.full(len(features), np.nan), ""
    return features.numbers(name), name


def _gradients(features, given, boxes, scale, notes):
    """A field of gradients, or the range of the rates over the area's width as a stand-in."""
    gradient, name = _numbers(features, given, (GRADIENT_FIELD,))
    if name:
        notes.append(f"{features.path}: gradients of the areas from the field {name}.")
        return gradient
    low, first = _numbers(features, "", ("min_mm_yr",))
    high, second = _numbers(features, "", ("max_mm_yr",))
    if not (first and second):
        return gradient
    notes.append(
        f"{features.path}: gradients of the areas are the range of their rates ({first} to "
        f"{second}) over half of their extent, a rough stand-in."
    )
    extent = np.hypot(*(boxes[:, 2:] - boxes[:, :2]).T) / scale / np.sqrt(2)
    return 100.0 * np.abs(high - low) / np.maximum(extent / 2, 1.0)


def _moved(features: Features, local: LocalMetres) -> list:
    """Parts of geometries in local metres, as :func:`...formats.vectors.wkb.parts` gives them."""
    parts = [shapes.parts(shape) for shape in features.wkb]
    flat = np.concatenate([part for shape in parts for part in shape])
    flat = local.of(features.crs, *flat.T, features.path)
    pieces = iter(np.split(flat, np.cumsum([len(part) for shape in parts for part in shape])[:-1]))
    return [[next(pieces) for _ in shape] for shape in parts]


def read_elements(source, local: LocalMetres, length: float) -> Elements:
    """Read lines, polygons or points, lines cut into segments.

    Parameters
    ----------
    source : (path, str)
        File and name of the layer.
    local : LocalMetres
    length : float
        Metres of a segment.

    Raises
    ------
    GroundshiftError
        If there is none, or several kinds are mixed.
    """
    features = read_features(source[0], layer=source[1])
    path = features.path
    notes = features.notes()
    kind = _kind(features)
    moved = _moved(features, local)
    good = np.array([all(np.isfinite(part).all() for part in shape) for shape in moved])
    if not good.any():
        raise GroundshiftError(f"{path}: its coordinates do not fit its CRS; assign the right one.")
    if not good.all():
        notes.append(
            f"{path}: {counted((~good).sum(), 'element')} left out, too far away or with "
            "coordinates that do not fit the CRS."
        )
        features = features.take(good)
        moved = [shape for shape, fits in zip(moved, good) if fits]
    make = {"line": _lines, "polygon": _polygons, "point": _points}[kind]
    elements = make(features, moved, length, notes)
    if not len(elements.element):
        raise GroundshiftError(f"{path}: its lines have no length; choose another layer.")
    if not features.crs:
        return replace(elements, scale=np.ones(len(elements.element)))
    if np.abs(elements.boxes[:, [0, 2]]).max() > WIDE:
        notes.append(
            "The layers reach far from the middle of the areas; lengths and distances are put "
            "right for the scale of the local map."
        )
    scale = scale_at(elements.middle[:, 0])
    power = {"line": 1, "polygon": 2, "point": 0}[kind]
    return replace(elements, scale=scale, amount=elements.amount / scale**power)


def _kind(features) -> str:
    kinds = set(map(shapes.kind_of, features.wkb))
    if len(kinds) > 1:
        raise GroundshiftError(
            f"{features.path}: holds {' and '.join(sorted(kinds))} features; give a layer of one "
            "kind."
        )
    return kinds.pop()


def _lines(features, moved, length, notes):
    segments = cut_lines(moved, length)
    return Elements(
        features, "line", LineShapes(segments.vertices), boxes_of(segments.vertices),
        segments.line, segments.end - segments.start, np.ones(len(segments.line)), segments, notes,
    )  # fmt: skip


def _polygons(features, moved, length, notes):
    wkb = [shapes.with_rings(shape, rings) for shape, rings in zip(features.wkb, moved)]
    return Elements(
        features, "polygon", wkb, boxes_of([np.concatenate(rings) for rings in moved]),
        np.arange(len(moved)), areas_of(wkb), np.ones(len(moved)), None, notes,
    )  # fmt: skip


def _points(features, moved, length, notes):
    places = np.array([np.concatenate(parts).mean(axis=0) for parts in moved])
    return Elements(
        features, "point", [shapes.point_wkb(*place) for place in places],
        np.concatenate([places, places], axis=1), np.arange(len(places)), np.ones(len(places)),
        np.ones(len(places)), None, notes,
    )  # fmt: skip


def read_rates(source, field: str, local: LocalMetres):
    """Measurement points in local metres and their rates in mm/yr.

    Returns
    -------
    places : ndarray, shape (point, 2)
    rates : ndarray, shape (point,)
    note : str

    Raises
    ------
    GroundshiftError
        If no field of rates is found.
    """
    table = read_table(*source)
    lower = {name.lower(): name for name in table.columns}
    name = field or next((lower[word] for word in POINT_FIELDS if word in lower), "")
    if not name:
        raise GroundshiftError(
            f"{table.path}: no field with a rate is found; say which field to use (there are "
            f"{', '.join(table.columns) or 'none'})."
        )
    places = local.of(table.crs, table.x, table.y, table.path)
    return places, table.numbers(name), f"{table.path}: rates of points from the field {name}."

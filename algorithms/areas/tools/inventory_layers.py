# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of an inventory's update: landslides, targets with rates, active areas."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...data.points import Points
from ...errors import GroundshiftError, counted
from ...formats.measurements import RateLayer
from ...formats.rasters import gdal_errors
from ...formats.vectors.exposure_overlay import boxes_about
from ...formats.vectors.fault_layers import read_sites, to_degrees
from ...formats.vectors.features import Features, read_polygons, transformed
from ...formats.vectors.field_types import with_own_types
from ...formats.vectors.shapes import ground_areas
from ...formats.vectors.tables import table_fields
from ...formats.vectors.wkb import polygon_wkb
from .area_points import check_both, read_area_points
from .exposed_layers import RATE_FIELDS

SLOPE_FIELD, SLOPE_STD = "slope_velocity_mm_yr", "slope_velocity_std_mm_yr"
MOTIONS = ("auto", "along the slope", "line of sight")
MARGIN = 50_000.0  # metres beyond the targets; what is farther is not laid over them
CORNERS = 64  # of a circle


@dataclass(frozen=True)
class Inventory:
    """Mapped landslides.

    Parameters
    ----------
    features : Features
        As read, points made circles.
    kept : dict of str to ndarray
        Their columns with their own types.
    area_km2 : ndarray, shape (polygon,)
        On the ellipsoid.
    near : ndarray of int
        Polygons in the surroundings of the targets.
    local : list of bytes
        These, in local metres.
    notes : list of str
    """

    features: Features
    kept: dict
    area_km2: np.ndarray
    near: np.ndarray
    local: list
    notes: list

    def __len__(self) -> int:
        return len(self.features)

    def texts(self, field: str, others) -> np.ndarray:
        """Texts of a field; `others` where none is given."""
        if field:
            return self.features.texts(field)
        return np.array([*others], object)


def read_rates(chosen, job) -> tuple[Points, str, list]:
    """Read one or two layers of rates; all in one.

    Parameters
    ----------
    chosen : UpdateInventory
        The tool's choices; the motion ``auto`` goes by the names of fields and bands, and targets
        without coherence or standard deviation pass.
    job : Job

    Returns
    -------
    Points
        In local metres about the middle of the first layer.
    str
        ``along the slope``, ``line of sight`` or ``mixed``.
    list of str
        What a user should know.

    Raises
    ------
    GroundshiftError
        If there are no rates, or none passes.
    """
    local, places, kept, motions, notes = None, [], [], set(), []
    for rates in (chosen.rates, chosen.rates_2):
        if rates.points is None:
            continue
        source = _with_fields(rates.layer())
        points, told = read_area_points(source, job.cancelled)
        local = local or points.local
        notes += told
        motions.add(_motion(source) if chosen.motion == "auto" else chosen.motion)
        points = points.take(_passing(source, points, chosen, notes))
        places.append(local.of(points.crs, points.x, points.y, str(source.path)))
        kept.append(points)
    motion = motions.pop() if len(motions) == 1 else "mixed"
    rate, std = (np.concatenate([getattr(p, name) for p in kept]) for name in ("rate", "std"))
    return Points(local.crs, *np.concatenate(places).T, rate, std), motion, notes


def _with_fields(source: RateLayer) -> RateLayer:
    """A layer's rates along the slope are taken before those along the line of sight."""
    fields = source.fields
    if source.raster or fields.rate:
        return source
    names = {name.lower(): name for name in table_fields(source.path, source.layer)}
    if SLOPE_FIELD not in names:
        return source
    std = fields.std or names.get(SLOPE_STD, "-")
    return replace(source, fields=replace(fields, rate=names[SLOPE_FIELD], std=std), unit="mm")


def _motion(source: RateLayer) -> str:
    name = source.fields.rate
    if source.raster:
        with gdal_errors() as gdal:
            raster = gdal.Open(str(source.path))  # kept: bands go with it
            name = raster.GetRasterBand(1).GetDescription()
    return MOTIONS[1] if "slope" in name.lower() else MOTIONS[2]


def _passing(source, points, chosen, notes) -> np.ndarray:
    """Which points are targets."""
    known = np.isfinite(points.velocity)
    keep = known & ~(points.coherence < chosen.minimum_coherence)
    if chosen.maximum_std > 0:
        keep &= ~(1e3 * points.velocity_std > chosen.maximum_std)
    if not keep.any():
        raise GroundshiftError(
            f"{source.path}: no target with a rate passes the limits of coherence and standard "
            "deviation; loosen them."
        )
    notes.append(
        f"{source.path}: {int(keep.sum())} of {len(points)} targets are used; "
        f"{int((~known).sum())} have no rate, {int((known & ~keep).sum())} are left out by "
        "coherence or standard deviation."
    )
    return keep


def read_inventory(source, targets: Points, radius: float) -> Inventory:
    """Read landslides: polygons, or points that become circles.

    Parameters
    ----------
    source : (path, str)
        File and name of the layer.
    targets : Points
        See :func:`read_rates`.
    radius : float
        Of the circles, metres; 0 to refuse points.

    Raises
    ------
    GroundshiftError
        If there are points and no radius, or only one of the layers has a CRS.
    """
    sites = read_sites(source)
    features, notes = sites.features, list(sites.notes)
    path = features.path
    check_both(features, targets.crs, "the targets")
    kept = with_own_types(features, *source)
    if sites.kind == "point":
        if not radius > 0:
            raise GroundshiftError(
                f"{path}: its landslides are points, which hold no targets; give the radius "
                "of the circles that shall stand for them."
            )
        notes.append(
            f"{path}: its landslides are points; circles of {radius:g} m stand for them, so "
            "areas and counts are those of the circles."
        )
        features = replace(features, wkb=_circles(sites.places, features.crs, radius))
    near = _near(sites.places, targets)
    if not len(near):
        raise GroundshiftError(
            f"{path}: no landslide lies within {MARGIN / 1e3:g} km of the targets; choose "
            "layers of the same place."
        )
    shapes = [features.wkb[k] for k in near]
    if targets.crs:
        shapes = transformed(shapes, features.crs, targets.crs, features.path)
    if len(near) < len(features):
        far = counted(len(features) - len(near), "landslide")
        notes.append(f"{path}: {far} more than {MARGIN / 1e3:g} km from the targets, not assessed.")
    return Inventory(features, kept, ground_areas(features), near, shapes, notes)


def _near(places, targets: Points) -> np.ndarray:
    """Landslides in the surroundings of the targets."""
    if not targets.crs:
        return np.arange(len(places))
    from pyproj import Geod

    start = np.broadcast_to(to_degrees(targets.crs, [(0.0, 0.0)], "The targets"), places.shape)
    _, _, distance = Geod(ellps="WGS84").inv(*start.T, *np.asarray(places).T)
    return np.flatnonzero(distance <= np.hypot(targets.x, targets.y).max() + MARGIN)


def _circles(places, crs, radius) -> list:
    """Circles around longitudes and latitudes, in a CRS."""
    turn = np.linspace(0.0, 360.0, CORNERS + 1)
    if not crs:
        ring = radius * np.stack([np.sin(np.radians(turn)), np.cos(np.radians(turn))], axis=1)
        ring[-1] = ring[0]
        return [polygon_wkb([place + ring]) for place in places]
    from pyproj import Geod

    geod, rings = Geod(ellps="WGS84"), []
    for x, y in places:
        same = np.ones(len(turn))
        lon, lat, _ = geod.fwd(x * same, y * same, turn, radius * same)
        lon = x + (np.asarray(lon) - x + 180.0) % 360.0 - 180.0  # goes on across 180 degrees
        lon[-1], lat[-1] = lon[0], lat[0]
        rings.append(polygon_wkb([np.stack([lon, lat], axis=1)]))
    return transformed(rings, "EPSG:4326", crs)


@dataclass(frozen=True)
class ActiveLayer:
    """Active areas.

    Parameters
    ----------
    features : Features
    kept : dict of str to ndarray
        Their columns with their own types.
    local : list of bytes
        In local metres.
    boxes : ndarray, shape (area, 4)
        About these.
    trusted : ndarray of bool, shape (area,)
        Whose quality index is good enough.
    rate : ndarray, shape (area,)
        mm/yr; NaN where unknown.
    near : ndarray of bool, shape (area,)
        In the surroundings of the targets.
    """

    features: Features
    kept: dict
    local: list
    boxes: np.ndarray
    trusted: np.ndarray
    rate: np.ndarray
    near: np.ndarray


def read_active(source, targets: Points, worst_quality: int) -> ActiveLayer:
    """Read active areas.

    Parameters
    ----------
    source : (path, str)
        File and name of the layer.
    targets : Points
        See :func:`read_rates`.
    worst_quality : int
        1 to 4; areas without a quality pass.

    Raises
    ------
    GroundshiftError
        If no area lies near the targets, or only one of the layers has a CRS.
    """
    features = read_polygons(*source)
    check_both(features, targets.crs, "the targets")
    shapes = features.wkb
    if targets.crs:
        shapes = transformed(shapes, features.crs, targets.crs, features.path)
    lower = {name.lower(): name for name in features.columns}
    unknown = np.full(len(features), np.nan)
    quality = features.numbers(lower["quality"]) if "quality" in lower else unknown
    name = next((lower[n] for n in RATE_FIELDS if n in lower), "")
    rate = features.numbers(name) if name else unknown
    kept = with_own_types(features, *source)
    places = np.stack([targets.x, targets.y])
    low, high = places.min(axis=1) - MARGIN, places.max(axis=1) + MARGIN
    boxes = boxes_about(shapes)
    near = np.all((boxes[:, :2] <= high) & (boxes[:, 2:] >= low), axis=1)
    if not near.any():
        raise GroundshiftError(
            f"{features.path}: no active area lies within {MARGIN / 1e3:g} km of the targets; "
            "choose layers of the same place."
        )
    return ActiveLayer(features, kept, shapes, boxes, ~(quality > worst_quality), rate, near)

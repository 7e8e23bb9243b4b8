# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of an inventory's update: landslides, targets with rates, active areas."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..errors import GroundshiftError
from .area_points import AreaSource, SourcePoints, read_area_points
from .area_shapes import areas_of
from .exposed_layers import RATE_FIELDS
from .exposure_overlay import boxes_of
from .fault_layers import read_sites
from .features import Features, read_polygons, transformed
from .field_types import with_own_types
from .metric import LocalMetres
from .rasters import gdal_errors
from .tables import table_fields
from .wkb import parts, polygon_wkb

SLOPE_FIELD, SLOPE_STD = "slope_velocity_mm_yr", "slope_velocity_std_mm_yr"
MOTIONS = ("auto", "along the slope", "line of sight")
MARGIN = 50_000.0  # metres beyond the targets; what is farther is not laid over them
CORNERS = 64  # of a circle


@dataclass(frozen=True)
class Targets:
    """Measured rates of all layers; arrays of shape (target,).

    Parameters
    ----------
    xy : ndarray, shape (target, 2)
        Metres in `local`.
    rate, std : ndarray
        mm/yr.
    motion : str
        ``along the slope``, ``line of sight`` or ``mixed``.
    local : LocalMetres
    crs : str
        Of the first layer.
    middle : (float, float)
        In `crs`.
    notes : list of str
    """

    xy: np.ndarray
    rate: np.ndarray
    std: np.ndarray
    motion: str
    local: LocalMetres
    crs: str
    middle: tuple
    notes: list

    @property
    def reach(self) -> float:
        """From the middle to the farthest target, metres."""
        return float(np.hypot(*self.xy.T).max()) if self.local.crs else np.inf


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


def read_targets(sources, motion="auto", coherence=0.0, largest_std=0.0, cancelled=None) -> Targets:
    """Read one or more layers of rates; all in one.

    Parameters
    ----------
    sources : sequence of AreaSource
    motion : str
        One of :data:`MOTIONS`; ``auto`` goes by the names of fields and bands.
    coherence : float
        Least; targets without one pass.
    largest_std : float
        mm/yr, 0 for no limit; targets without one pass.
    cancelled : callable, optional

    Raises
    ------
    GroundshiftError
        If there are no rates, or none passes.
    """
    first, parts, motions, notes = None, [], set(), []
    for source in sources:
        source = _with_fields(source)
        read = read_area_points(source, cancelled)
        first = first or read
        notes += read.notes
        motions.add(_motion(source, read) if motion == "auto" else motion)
        xy = read.points.xy if read is first else first.local.of(
            read.crs, read.x, read.y, str(source.path)
        )  # fmt: skip
        parts.append((xy, *_passing(source, read, coherence, largest_std, notes)))
    xy = np.concatenate([xy[keep] for xy, keep, _, _ in parts])
    rate, std = (np.concatenate([part[k][part[1]] for part in parts]) for k in (2, 3))
    middle = (first.x.min() + first.x.max()) / 2, (first.y.min() + first.y.max()) / 2
    motion = motions.pop() if len(motions) == 1 else "mixed"
    return Targets(xy, rate, std, motion, first.local, first.crs, middle, notes)


def _with_fields(source: AreaSource) -> AreaSource:
    """A layer's rates along the slope are taken before those along the line of sight."""
    if source.raster or source.rate:
        return source
    names = {name.lower(): name for name in table_fields(source.path, source.layer)}
    if SLOPE_FIELD not in names:
        return source
    return replace(
        source, rate=names[SLOPE_FIELD], std=source.std or names.get(SLOPE_STD, "-"), unit="mm"
    )


def _motion(source: AreaSource, read: SourcePoints) -> str:
    name = source.rate
    if source.raster:
        with gdal_errors() as gdal:
            raster = gdal.Open(str(source.path))  # kept: bands go with it
            name = raster.GetRasterBand(1).GetDescription()
    elif not name:
        name = " ".join(note for note in read.notes if ": velocity from the field" in note)
        name = name.split("field")[-1]
    return MOTIONS[1] if "slope" in name.lower() else MOTIONS[2]


def _passing(source, read, coherence, largest_std, notes):
    """Which targets pass, and their rates and standard deviations in mm/yr."""
    rate, std = 1e3 * read.points.velocity, 1e3 * read.points.std
    known = np.isfinite(rate)
    keep = known & ~(read.points.coherence < coherence)
    if largest_std > 0:
        keep &= ~(std > largest_std)
    if not keep.any():
        raise GroundshiftError(
            f"{source.path}: no target with a rate passes the limits of coherence and standard "
            "deviation; loosen them."
        )
    notes.append(
        f"{source.path}: {int(keep.sum())} of {len(rate)} targets are used; "
        f"{int((~known).sum())} have no rate, {int((known & ~keep).sum())} are left out by "
        "coherence or standard deviation."
    )
    return keep, rate, std


def read_inventory(source, targets: Targets, radius: float) -> Inventory:
    """Read landslides: polygons, or points that become circles.

    Parameters
    ----------
    source : LayerSource
    targets : Targets
    radius : float
        Of the circles, metres; 0 to refuse points.

    Raises
    ------
    GroundshiftError
        If there are points and no radius, or only one of the layers has a CRS.
    """
    sites = read_sites(source)
    features, notes = sites.features, list(sites.notes)
    if bool(features.crs) != bool(targets.crs):
        raise GroundshiftError(
            f"{source.path}: of it and the targets only one has a CRS, so they cannot be laid over "
            "each other; set the CRS of both."
        )
    kept = with_own_types(features, source.path, source.layer)
    if sites.kind == "point":
        if not radius > 0:
            raise GroundshiftError(
                f"{source.path}: its landslides are points, which hold no targets; give the radius "
                "of the circles that shall stand for them."
            )
        notes.append(
            f"{source.path}: its landslides are points; circles of {radius:g} m stand for them, so "
            "areas and counts are those of the circles."
        )
        features = replace(features, wkb=_circles(sites.places, features.crs, radius))
    near = _near(sites.places, targets)
    if not len(near):
        raise GroundshiftError(
            f"{source.path}: no landslide lies within {MARGIN / 1e3:g} km of the targets; choose "
            "layers of the same place."
        )
    shapes = [features.wkb[k] for k in near]
    if targets.crs:
        shapes = transformed(shapes, features.crs, targets.local.crs, str(source.path))
    if len(near) < len(features):
        notes.append(
            f"{source.path}: {len(features) - len(near)} landslide(s) lie more than "
            f"{MARGIN / 1e3:g} km from the targets and are not assessed."
        )
    return Inventory(features, kept, ground_areas(features), near, shapes, notes)


def _near(places, targets: Targets) -> np.ndarray:
    """Landslides in the surroundings of the targets."""
    if not targets.crs:
        return np.arange(len(places))
    from pyproj import Geod

    middle = np.array(_to_degrees(targets.crs, *targets.middle))
    start = np.broadcast_to(middle, places.shape)
    _, _, distance = Geod(ellps="WGS84").inv(*start.T, *np.asarray(places).T)
    return np.flatnonzero(distance <= targets.reach + MARGIN)


def _to_degrees(crs, x, y):
    from pyproj import Transformer

    return Transformer.from_crs(crs, "EPSG:4326", always_xy=True).transform(x, y)


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


def ground_areas(features: Features) -> np.ndarray:
    """Areas of polygons on the ellipsoid in km2; of their coordinates where there is no CRS."""
    if not features.crs:
        return areas_of(features.wkb) / 1e6
    from osgeo import ogr
    from pyproj import Geod

    geod = Geod(ellps="WGS84")

    def ring_area(ring):
        x, y = np.array(ring.GetPoints())[:, :2].T
        return abs(geod.polygon_area_perimeter(x, y)[0])

    areas = []
    for wkb in transformed(features.wkb, features.crs, "EPSG:4326", features.path):
        shape = ogr.CreateGeometryFromWkb(wkb)
        polygons = [shape] if shape.GetGeometryName() == "POLYGON" else list(shape)
        rings = [[p.GetGeometryRef(k) for k in range(p.GetGeometryCount())] for p in polygons]
        areas.append(sum(ring_area(r[0]) - sum(map(ring_area, r[1:])) for r in rings if r))
    return np.array(areas) / 1e6


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
    trusted: np.ndarray
    rate: np.ndarray
    near: np.ndarray


def read_active(source, targets: Targets, worst_quality: int) -> ActiveLayer:
    """Read active areas.

    Parameters
    ----------
    source : LayerSource
    targets : Targets
    worst_quality : int
        1 to 4; areas without a quality pass.

    Raises
    ------
    GroundshiftError
        If no area lies near the targets, or only one of the layers has a CRS.
    """
    features = read_polygons(source.path, source.layer)
    if bool(features.crs) != bool(targets.crs):
        raise GroundshiftError(
            f"{source.path}: of it and the targets only one has a CRS, so they cannot be laid over "
            "each other; set the CRS of both."
        )
    shapes = features.wkb
    if targets.crs:
        shapes = transformed(shapes, features.crs, targets.local.crs, str(source.path))
    lower = {name.lower(): name for name in features.columns}
    unknown = np.full(len(features), np.nan)
    quality = features.numbers(lower["quality"]) if "quality" in lower else unknown
    name = next((lower[n] for n in RATE_FIELDS if n in lower), "")
    rate = features.numbers(name) if name else unknown
    kept = with_own_types(features, source.path, source.layer)
    low, high = targets.xy.min(axis=0) - MARGIN, targets.xy.max(axis=0) + MARGIN
    boxes = boxes_of([np.concatenate(parts(shape)) for shape in shapes])
    near = np.all((boxes[:, :2] <= high) & (boxes[:, 2:] >= low), axis=1)
    if not near.any():
        raise GroundshiftError(
            f"{source.path}: no active area lies within {MARGIN / 1e3:g} km of the targets; choose "
            "layers of the same place."
        )
    return ActiveLayer(features, kept, shapes, ~(quality > worst_quality), rate, near)

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Evidence about active areas: slope, shape, what is mapped there, the ground, the direction."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..data.product import Band
from ..errors import GroundshiftError
from ..runner import check_cancelled
from . import wkb as shapes
from .area_shapes import areas_of
from .elevation import Elevation
from .exposure_overlay import boxes_of, inside_any, overlay
from .fault_layers import LayerSource
from .features import read_features, read_polygons, transformed
from .metric import LocalMetres
from .quantities import check_raster
from .raster_source import RasterSource, describe
from .terrain_view import TerrainView
from .zonal import Zones, check_meets, in_crs_of

FULL_SHARE = 0.2  # of an area inside of what is mapped: it counts as inside altogether
NEAR = 0.5  # what counts that is near, not inside
RATES = ("mean_mm_yr", "median_mm_yr", "velocity_mm_yr")  # along the line of sight
INVENTORIES = ("landslide", "sinkhole", "mining", "built")


@dataclass(frozen=True)
class LayerEvidence:
    """Where evidence comes from; None for what is not there.

    Parameters
    ----------
    dem : path
    smoothing : float
        Radius of slopes, metres.
    inventories : dict of str to LayerSource
        By one of :data:`INVENTORIES`: polygons, lines or points.
    distance : float
        Metres up to which what is mapped is near.
    ground : LayerSource
        Polygons of geology or land cover.
    ground_field : str
    soft, soluble : tuple of str
        Words; a class of the ground that holds one of them is compressible, or soluble.
    east, up : path
        Rasters of rates, as of the tool 'Decompose'.
    least_rate : float
        Size of (east, up) in the rasters' unit below which directions are noise.
    """

    dem: Path | None = None
    smoothing: float = 60.0
    inventories: dict = field(default_factory=dict)
    distance: float = 50.0
    ground: LayerSource | None = None
    ground_field: str = ""
    soft: tuple = ()
    soluble: tuple = ()
    east: Path | None = None
    up: Path | None = None
    least_rate: float = 2.0


class AreaShapes:
    """Active areas in their own CRS and in local metres.

    Parameters
    ----------
    source : LayerSource
    """

    def __init__(self, source: LayerSource):
        self.features = read_polygons(source.path, source.layer)
        self.notes = self.features.notes()
        if not self.features.crs:
            raise GroundshiftError(
                f"{source.path}: the layer has no CRS and cannot be laid over others; assign the "
                "right one."
            )
        boxes = _boxes(self.features.wkb)
        self.middles = (boxes[:, :2] + boxes[:, 2:]).T / 2
        middle = (boxes.min(axis=0)[:2] + boxes.max(axis=0)[2:]) / 2
        self._metres = LocalMetres(self.features.crs, *middle)
        self.crs = self._metres.crs
        self.local = transformed(self.features.wkb, self.features.crs, self.crs, str(source.path))
        self.size = areas_of(self.local)
        self.boxes = _boxes(self.local)

    def bounds(self, margin: float, crs: str) -> tuple:
        """Bounding box of all areas and a margin (metres), in another CRS."""
        low, high = self.boxes.min(axis=0)[:2] - margin, self.boxes.max(axis=0)[2:] + margin
        steps = np.linspace(0.0, 1.0, 9)
        x, y = np.meshgrid(*(low[k] + (high[k] - low[k]) * steps for k in (0, 1)))
        x, y = self._metres.back(crs, np.stack([x.ravel(), y.ravel()], axis=1))
        return float(np.min(x)), float(np.min(y)), float(np.max(x)), float(np.max(y))


def _boxes(wkb):
    return boxes_of([np.concatenate(shapes.parts(shape)) for shape in wkb])


def evidence_of(areas: AreaShapes, layers: LayerEvidence, cancelled=None) -> dict:
    """All evidence that the layers give, by key of :data:`..areas.classification.EVIDENCE`.

    Parameters
    ----------
    areas : AreaShapes
    layers : LayerEvidence
    cancelled : callable, optional

    Returns
    -------
    dict of str to ndarray, shape (area,)
        NaN where a layer does not reach.
    """
    out = {"area_km2": areas.size / 1e6, "compactness": compactness(areas.local)}
    lower = {name.lower(): name for name in areas.features.columns}
    field = next((lower[name] for name in RATES if name in lower), "")
    if field:
        rate = areas.features.numbers(field)
        out["away"] = np.where(np.isfinite(rate), (rate < 0).astype(float), np.nan)
    if layers.dem is not None:
        with Elevation(layers.dem) as dem:
            terrain = TerrainView(dem, layers.smoothing, areas.features.crs)
            terrain.reach(*areas.middles, "the active areas")
            out["slope_deg"] = terrain.slopes(areas.features.wkb, cancelled).mean
    for name, source in layers.inventories.items():
        check_cancelled(cancelled)
        out[name] = _mapped(areas, source, layers.distance, cancelled)
    if layers.ground is not None:
        out.update(_ground(areas, layers, cancelled))
    if layers.east is not None:
        out.update(_direction(areas, layers, cancelled))
    return out


def compactness(wkb) -> np.ndarray:
    """4 pi area / perimeter squared of polygons: 1 for a circle."""
    from osgeo import ogr

    out = []
    for shape in wkb:
        polygon = ogr.CreateGeometryFromWkb(shape)
        around = polygon.Boundary().Length()
        out.append(4 * np.pi * polygon.Area() / around**2 if around > 0 else np.nan)
    return np.array(out)


def _near_layer(areas, source, margin):
    """Features of a layer about the areas, in local metres, by kind; and their attributes."""
    from .tables import layer_crs

    crs = layer_crs(source.path, source.layer)
    if not crs:
        raise GroundshiftError(
            f"{source.path}: the layer has no CRS and cannot be laid over the areas; assign the "
            "right one."
        )
    bounds = areas.bounds(margin, crs)
    return read_features(source.path, layer=source.layer, bounds=bounds, to_crs=areas.crs)


def _mapped(areas, source, distance, cancelled) -> np.ndarray:
    """1 for areas that lie in what is mapped to a fifth or hold a point or line of it, 0.5 near."""
    found = _near_layer(areas, source, distance)
    value = np.zeros(len(areas.local))
    kinds = np.array([(int.from_bytes(w[1:5], "little") - 1) % 3 for w in found.wkb], int)
    for kind in np.unique(kinds):
        these = [w for w, k in zip(found.wkb, kinds) if k == kind]
        reach = np.full(len(these), float(distance))
        pairs = overlay(areas.local, areas.boxes, these, reach, "polygon", cancelled=cancelled)
        counts = np.zeros(len(value))
        counts[pairs.element] = NEAR
        if kind == 2:
            share = inside_any(pairs, areas.local, these, "polygon") / areas.size
            counts = np.maximum(counts, np.minimum(share / FULL_SHARE, 1.0))
        else:
            counts[pairs.element[pairs.distance == 0]] = 1.0
        value = np.maximum(value, counts)
    return value


def _ground(areas, layers, cancelled) -> dict:
    """Shares on compressible and soluble ground; NaN where nothing is mapped."""
    found = _near_layer(areas, layers.ground, 0.0)
    words = [text.lower() for text in found.texts(layers.ground_field)]
    polygon = [(int.from_bytes(w[1:5], "little") - 1) % 3 == 2 for w in found.wkb]

    def share(keep):
        these = [w for w, good, is_area in zip(found.wkb, keep, polygon) if good and is_area]
        reach = np.zeros(len(these))
        pairs = overlay(areas.local, areas.boxes, these, reach, "polygon", cancelled=cancelled)
        return inside_any(pairs, areas.local, these, "polygon") / areas.size

    covered = share([True] * len(words))
    out = {}
    for name, among in (("soft", layers.soft), ("soluble", layers.soluble)):
        part = share([any(word in text for word in among) for text in words])
        with np.errstate(invalid="ignore", divide="ignore"):
            out[name] = np.where(covered > 0.5, np.minimum(part / covered, 1.0), np.nan)
    return out


def _direction(areas, layers, cancelled) -> dict:
    """How horizontal and how much downwards areas move; NaN where they hardly do."""
    east, up = (_means(areas, path, cancelled) for path in (layers.east, layers.up))
    size = np.hypot(east, up)
    with np.errstate(invalid="ignore", divide="ignore"):
        strong = size >= layers.least_rate
        return {
            "horizontal": np.where(strong, np.abs(east) / size, np.nan),
            "sinking": np.where(strong, -up / size, np.nan),
        }


def _means(areas, path, cancelled) -> np.ndarray:
    """Means of a raster's first band in areas."""
    info = describe(path)
    check_raster(path)
    check_meets(info.grid, path, areas.features.crs, *areas.middles, "the active areas")
    wkb = in_crs_of(info.grid, areas.features.wkb, areas.features.crs)
    total, cells = np.zeros(len(wkb)), np.zeros(len(wkb))
    with RasterSource(Band(str(path), nodata=info.nodata)) as source:
        for number, window, mask in Zones(info.grid, wkb).each(cancelled=cancelled):
            values = source.read(window)[mask].astype(float)
            known = np.isfinite(values)
            total[number] += values[known].sum()
            cells[number] += known.sum()
    return total / np.where(cells > 0, cells, np.nan)

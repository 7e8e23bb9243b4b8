# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Evidence about active areas: slope, shape, what is mapped there, the ground, the direction."""

from __future__ import annotations

import numpy as np

from ...data.metric import LocalMetres
from ...data.product import Band
from ...errors import GroundshiftError
from ...formats.elevation import Elevation
from ...formats.quantities import check_raster
from ...formats.raster_source import RasterSource, describe
from ...formats.vectors import wkb as shapes
from ...formats.vectors.exposure_overlay import boxes_about, inside_any, overlay
from ...formats.vectors.features import read_features, read_polygons, transformed
from ...formats.vectors.shapes import areas_of, compactness
from ...formats.zonal import Zones, check_meets, in_crs_of
from ..inventory import parse_words
from .terrain_view import TerrainView

FULL_SHARE = 0.2  # of an area inside of what is mapped: it counts as inside altogether
NEAR = 0.5  # what counts that is near, not inside
RATES = ("mean_mm_yr", "median_mm_yr", "velocity_mm_yr")  # along the line of sight
INVENTORIES = {
    "landslides": "landslide", "sinkholes": "sinkhole", "mining": "mining", "built": "built",
}  # fmt: skip


class AreaShapes:
    """Active areas in their own CRS and in local metres.

    Parameters
    ----------
    layer : (path, str)
        File and name of the layer.
    """

    def __init__(self, layer):
        self.features = read_polygons(*layer)
        self.notes = self.features.notes()
        if not self.features.crs:
            raise GroundshiftError(
                f"{layer[0]}: the layer has no CRS and cannot be laid over others; assign the "
                "right one."
            )
        boxes = boxes_about(self.features.wkb)
        self.middles = (boxes[:, :2] + boxes[:, 2:]).T / 2
        middle = (boxes.min(axis=0)[:2] + boxes.max(axis=0)[2:]) / 2
        self._metres = LocalMetres(self.features.crs, *middle)
        self.crs = self._metres.crs
        self.local = transformed(self.features.wkb, self.features.crs, self.crs, self.features.path)
        self.size = areas_of(self.local)
        self.boxes = boxes_about(self.local)

    def bounds(self, margin: float, crs: str) -> tuple:
        """Bounding box of all areas and a margin (metres), in another CRS."""
        low, high = self.boxes.min(axis=0)[:2] - margin, self.boxes.max(axis=0)[2:] + margin
        steps = np.linspace(0.0, 1.0, 9)
        x, y = np.meshgrid(*(low[k] + (high[k] - low[k]) * steps for k in (0, 1)))
        x, y = self._metres.back(crs, np.stack([x.ravel(), y.ravel()], axis=1))
        return float(np.min(x)), float(np.min(y)), float(np.max(x)), float(np.max(y))


def evidence_of(areas: AreaShapes, layers, job) -> dict:
    """All evidence that the layers give, by key of :data:`..classification.EVIDENCE`.

    Parameters
    ----------
    areas : AreaShapes
    layers : ClassifyAreas
        The tool's choices.
    job : Job

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
            out["slope_deg"] = terrain.slopes(areas.features.wkb, job.cancelled).mean
    for name, kind in INVENTORIES.items():
        job.check()
        layer = getattr(layers, name)
        if layer is not None:
            out[kind] = _mapped(areas, layer, layers.distance, job.cancelled)
    if layers.ground is not None:
        out.update(_ground(areas, layers, job.cancelled))
    if layers.east is not None:
        out.update(_direction(areas, layers, job.cancelled))
    return out


def _near_layer(areas, layer, margin):
    """Features of a layer about the areas, in local metres, by kind; and their attributes."""
    from ...formats.vectors.tables import layer_crs

    crs = layer_crs(*layer)
    if not crs:
        raise GroundshiftError(
            f"{layer[0]}: the layer has no CRS and cannot be laid over the areas; assign the "
            "right one."
        )
    bounds = areas.bounds(margin, crs)
    return read_features(layer[0], layer=layer[1], bounds=bounds, to_crs=areas.crs)


def _mapped(areas, layer, distance, cancelled) -> np.ndarray:
    """1 for areas that lie in what is mapped to a fifth or hold a point or line of it, 0.5 near."""
    found = _near_layer(areas, layer, distance)
    value = np.zeros(len(areas.local))
    kinds = [shapes.kind_of(w) for w in found.wkb]
    for kind in set(kinds):
        these = [w for w, k in zip(found.wkb, kinds) if k == kind]
        reach = np.full(len(these), float(distance))
        pairs = overlay(areas.local, areas.boxes, these, reach, "polygon", cancelled=cancelled)
        counts = np.zeros(len(value))
        counts[pairs.element] = NEAR
        if kind == "polygon":
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
    polygon = [shapes.kind_of(w) == "polygon" for w in found.wkb]

    def share(keep):
        these = [w for w, good, is_area in zip(found.wkb, keep, polygon) if good and is_area]
        reach = np.zeros(len(these))
        pairs = overlay(areas.local, areas.boxes, these, reach, "polygon", cancelled=cancelled)
        return inside_any(pairs, areas.local, these, "polygon") / areas.size

    covered = share([True] * len(words))
    out = {}
    for name, among in (("soft", layers.soft), ("soluble", layers.soluble)):
        kinds = parse_words(among)
        part = share([any(kind in text for kind in kinds) for text in words])
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

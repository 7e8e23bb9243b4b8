# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons and numbers of active areas, of all levels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...data.neighbours import sorted_by_cell
from ...data.points import Points
from ...formats.vectors.area_shapes import circle_unions, triangle_unions
from ...formats.vectors.features import transformed
from ...formats.vectors.shapes import areas_of
from ..active import AreaOptions, FoundAreas
from ..noise_fields import chances
from ..quality import LEVEL
from ..selection import REASONS
from ..statistics import AreaNumbers, describe

MANY = 100_000
"""Points; layers of more are written in the order of their places."""

STATES = ("at rest", "moving, in no area", "in an area")


@dataclass(frozen=True)
class AreaLayer:
    """Areas of all levels, ready to be written; shape (area,) unless said.

    Parameters
    ----------
    columns : dict of str to ndarray
    wkb : list of bytes
        In the layer's CRS.
    local : list of bytes
        In local metres.
    numbers : tuple of AreaNumbers
        By level.
    chance : tuple of ndarray
        That noise alone gives such areas, by level; NaN where nobody knows the noise.
    """

    columns: dict
    wkb: list
    local: list
    numbers: tuple
    chance: tuple


def make_layer(points: Points, found: FoundAreas, options: AreaOptions, job) -> AreaLayer:
    """Polygons and numbers of all areas."""
    inside = np.flatnonzero(np.any([level.labels >= 0 for level in found.levels], axis=0))
    series = None
    if points.series is not None:
        values = points.displacement(inside)

        def series(rows):
            return values[np.searchsorted(inside, rows)]

    chance = _chances(points, found, options, job)
    parts, shapes, numbers, first = [], [], [], 1
    for place, level in enumerate(found.levels):
        job.check()
        described = describe(
            level.labels,
            level.count,
            points.velocity,
            points.velocity_std,
            series,
            chance[place],
        )
        local = _shapes(points.xy, level, options, job.cancelled)
        below = first - (found.levels[place - 1].count if place else 0)
        parts.append(_columns(described, level, local, options, place, first, below, points.dates))
        parts[-1]["chance"] = np.round(chance[place], 3)
        shapes += local
        numbers.append(described)
        first += level.count
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    columns["parent_id"] = np.ma.masked_less(columns["parent_id"], 1)
    wkb = transformed(shapes, points.local.crs, points.crs) if points.crs else shapes
    return AreaLayer(columns, wkb, shapes, tuple(numbers), chance)


def _chances(points, found, options, job) -> tuple:
    """Chances of the areas of each level."""
    kept = np.flatnonzero(found.reason == 0)
    levels = [(level.threshold, level.labels[kept]) for level in found.levels]
    return tuple(
        chances(points.xy[kept], points.velocity[kept], levels, options, cancelled=job.cancelled)
    )


def _shapes(xy, level, options, cancelled):
    if not level.count:
        return []
    clusters = options.clusters
    if clusters.method == "delaunay":
        # Strips as wide as the resolution, of which an edge has three.
        return triangle_unions(
            xy, level.labels, level.count, clusters.edge, clusters.edge / 3, cancelled
        )
    return circle_unions(xy, level.labels, level.count, clusters.radius, cancelled)


def _columns(numbers: AreaNumbers, level, shapes, options, place, first, below, dates) -> dict:
    """The layer's columns for one level; `first` is the id of its first area."""
    square = areas_of(shapes)
    count = level.count
    columns = {
        "area_id": np.arange(first, first + count),
        "points": numbers.points,
        "area_m2": np.round(square, 1),
        "points_km2": np.round(numbers.points / np.maximum(square, 1e-9) * 1e6, 1),
    }
    for name, values in (
        ("mean_mm_yr", numbers.mean), ("median_mm_yr", numbers.median),
        ("max_mm_yr", numbers.highest), ("min_mm_yr", numbers.lowest),
        ("std_mm_yr", numbers.std), ("accumulated_mm", numbers.accumulated),
    ):  # fmt: skip
        columns[name] = np.round(1e3 * values, 3)
    columns["temporal_noise"] = np.round(numbers.temporal, 3)
    columns["spatial_noise"] = np.round(numbers.spatial, 3)
    columns["quality"] = numbers.quality
    columns["outliers"] = numbers.outliers
    method = np.empty(count, object)
    method[:] = options.clusters.method
    columns["method"] = method
    columns["threshold_mm_yr"] = np.full(count, round(1e3 * level.threshold, 4))
    columns["level"] = np.full(count, place + 1)
    columns["parent_id"] = np.where(level.parents < 0, 0, level.parents + below)
    for k, date in enumerate(dates):
        columns[f"D{str(date).replace('-', '')}"] = np.round(1e3 * numbers.series[:, k], 2)
    return columns


def point_columns(points: Points, found: FoundAreas, layer: AreaLayer) -> dict:
    """Every point with what became of it."""
    lowest = found.levels[0]
    state = np.array([REASONS[code] for code in range(len(REASONS))] + list(STATES), object)
    code = np.where(
        found.reason > 0,
        found.reason,
        len(REASONS) + np.where(lowest.labels >= 0, 2, found.moving.astype(int)),
    )
    numbers = layer.numbers[0]
    outlier = np.zeros(len(points), np.int8)
    outlier[numbers.members] = numbers.is_outlier
    columns = {
        "point": np.arange(1, len(points) + 1),
        "velocity_mm_yr": np.round(1e3 * points.velocity, 3),
        "velocity_std_mm_yr": np.round(1e3 * points.velocity_std, 3),
        "coherence": np.round(points.coherence, 4),
        "state": state[code],
        "kept": (found.reason == 0).astype(np.int8),
        "moving": found.moving.astype(np.int8),
        "z_score": np.round(found.z, 3),
        "area_id": np.ma.masked_less(lowest.labels + 1, 1),
        "outlier": outlier,
    }
    if len(found.levels) > 1:
        inner, first = np.zeros(len(points), np.int64), 1
        for level in found.levels:
            inner = np.where(level.labels >= 0, level.labels + first, inner)
            first += level.count
        columns["inner_id"] = np.ma.masked_less(inner, 1)
    if points.series is not None:
        for name, values in (
            ("temporal_noise", numbers.roughness), ("likeness", numbers.likeness)
        ):  # fmt: skip
            column = np.full(len(points), np.nan)
            column[numbers.members] = np.round(values, 3)
            columns[name] = column
    return columns


def near_to_near(xy) -> np.ndarray:
    """An order of points in which many of them are indexed twice as fast: strip by strip."""
    if len(xy) < MANY:
        return np.arange(len(xy))
    return sorted_by_cell(xy, np.ptp(xy, axis=0).max() / np.sqrt(MANY)).order


def tell_of_noise(layer: AreaLayer, job) -> None:
    """Say how many areas are no more than what noise gives."""
    chance = np.concatenate(layer.chance)
    if not len(chance):
        return
    if np.isnan(chance).all():
        job.note("Hardly any point is at rest, so that nobody knows the noise: areas may be noise.")
    else:
        job.note(
            f"{int((chance > LEVEL).sum())} of {len(chance)} areas may be noise: fields of noise "
            f"like the points' own hold such areas, too, in more than {100 * LEVEL:.0f} % of the "
            "draws (column chance); they are of quality 4."
        )

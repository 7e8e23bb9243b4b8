# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Active deformation areas: points or a rate raster in, polygons and flagged points out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import numpy as np

from ..areas.active import (
    SPACING_SHARE,
    AreaOptions,
    FoundAreas,
    by_resolution,
    find_areas,
    lattice_spacing,
    mean_spacing,
)
from ..areas.neighbours import sorted_by_cell
from ..areas.noise_fields import chances
from ..areas.quality import LEVEL
from ..areas.selection import REASONS
from ..areas.statistics import AreaNumbers, describe
from ..runner import check_cancelled, tell
from .area_points import AreaSource, SourcePoints, read_area_points
from .area_shapes import areas_of, circle_unions, triangle_unions
from .atomic import Transaction
from .features import transformed, write_polygons
from .tables import write_table

RESOLUTION = 20.0
"""Metres, of points too few to tell their spacing: Sentinel-1's in azimuth."""

MANY = 100_000
"""Points; layers of more are written in the order of their places."""

STATES = ("at rest", "moving, in no area", "in an area")


@dataclass(frozen=True)
class AreaTargets:
    """Where to write; None for what is not wanted.

    Parameters
    ----------
    areas, points : path
        GeoPackages.
    """

    areas: Path | None = None
    points: Path | None = None


@dataclass(frozen=True)
class AreaReport:
    """What came out.

    Parameters
    ----------
    points, kept, moving, inside : int
        Points with a rate, those that pass the filters, those that move, those in an area.
    thresholds : tuple of float
        m/yr, one a level; NaN for hot spots.
    areas : tuple of int
        One a level.
    qualities : tuple of 4 int
        Areas of quality 1 to 4, all levels.
    square_metres : float
        Of the areas of the lowest level.
    fastest : float
        Largest absolute mean rate of an area, m/yr; 0 without areas.
    resolution : float
        Of which lengths were multiples, metres.
    left_out : dict of str to int
        Points by the reason.
    """

    points: int
    kept: int
    moving: int
    inside: int
    thresholds: tuple
    areas: tuple
    qualities: tuple
    square_metres: float
    fastest: float
    resolution: float
    left_out: dict = field(default_factory=dict)

    @property
    def limit_mm_yr(self) -> float | None:
        """End of a style's colours; None without areas."""
        return 1e3 * self.fastest or None

    def numbers(self) -> dict:
        """The tool's number results."""
        threshold = self.thresholds[0]
        return {
            "COUNT": sum(self.areas), "KEPT": self.kept, "MOVING": self.moving,
            "INSIDE": self.inside,
            "USED_THRESHOLD": None if np.isnan(threshold) else 1e3 * threshold,
            "AREA_KM2": self.square_metres / 1e6, "USED_RESOLUTION": self.resolution,
            **{f"QUALITY_{q}": n for q, n in enumerate(self.qualities, 1)},
        }  # fmt: skip


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
    chance : tuple of (ndarray or None)
        That noise alone gives such areas, by level; None where series tell.
    """

    columns: dict
    wkb: list
    local: list
    numbers: tuple
    chance: tuple


def run_activeareas(
    source: AreaSource,
    targets: AreaTargets,
    options: AreaOptions,
    resolution: float | None = None,
    given=(),
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    log: Callable[[str], None] | None = None,
) -> AreaReport:
    """Find and write active areas.

    Parameters
    ----------
    source : AreaSource
    targets : AreaTargets
    options : AreaOptions
    resolution : float, optional
        Metres: lengths that are not `given` are multiples of it. See :func:`resolution_of` for
        the default.
    given : collection of str
        See :func:`..areas.active.by_resolution`.
    progress, cancelled, log : callable, optional

    Raises
    ------
    GroundshiftError
        For input that cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    log = log or (lambda text: None)
    with Transaction() as files:
        read = read_area_points(source, cancelled)
        for note in read.notes:
            log(note)
        tell(progress, 0.3)
        resolution = resolution or resolution_of(read, log)
        options = by_resolution(options, resolution, given)
        check_cancelled(cancelled)
        found = find_areas(read.points, options)
        tell(progress, 0.5)
        layer = make_layer(read, found, options, cancelled)
        tell(progress, 0.8)
        report = _report(read, found, layer, resolution)
        _tell(report, options, log)
        tell_of_noise(layer, log)
        if targets.areas is not None:
            write_polygons(
                files.add(targets.areas), read.crs, layer.wkb, layer.columns, "active_areas"
            )
        check_cancelled(cancelled)
        if targets.points is not None:
            columns = _point_columns(read, found, layer)
            order = _near_to_near(read.points.xy)
            write_table(
                files.add(targets.points), read.crs, read.x[order], read.y[order],
                {name: values[order] for name, values in columns.items()},
            )  # fmt: skip
        check_cancelled(cancelled)
    tell(progress, 1.0)
    return report


def resolution_of(read: SourcePoints, log) -> float:
    """Resolution that the data tell, metres; says which that is.

    A raster's cell, the spacing of points that are pixels, or :data:`..areas.active.SPACING_SHARE`
    of the mean spacing of points that lie as they like.
    """
    xy = read.points.xy[np.isfinite(read.points.velocity)]
    lattice = None if read.cell else lattice_spacing(xy)
    spacing = None if read.cell or lattice else mean_spacing(xy)
    resolution = read.cell or lattice or (SPACING_SHARE * spacing if spacing else RESOLUTION)
    why = "the points are too few to tell; give another if the radar's differs"
    if read.cell or lattice:
        why = "the raster's cell" if read.cell else "the spacing of the points, which are pixels"
    elif spacing:
        why = (
            f"{SPACING_SHARE:g} times the mean spacing of the points, {spacing:.3g} m; give "
            "another if areas run together or fall apart"
        )
    log(f"Resolution: {resolution:.3g} m, {why}.")
    return resolution


def make_layer(
    read: SourcePoints, found: FoundAreas, options: AreaOptions, cancelled=None
) -> AreaLayer:
    """Polygons and numbers of all areas."""
    inside = np.flatnonzero(np.any([level.labels >= 0 for level in found.levels], axis=0))
    series = None
    if read.series is not None:
        values = read.series(inside)

        def series(rows):
            return values[np.searchsorted(inside, rows)]

    chance = _chances(read, found, options, cancelled)
    parts, shapes, numbers, first = [], [], [], 1
    for place, level in enumerate(found.levels):
        check_cancelled(cancelled)
        described = describe(
            level.labels,
            level.count,
            read.points.velocity,
            read.points.std,
            series,
            chance[place],
        )
        local = _shapes(read.points.xy, level, options, cancelled)
        below = first - (found.levels[place - 1].count if place else 0)
        parts.append(_columns(described, level, local, options, place, first, below, read.dates))
        if chance[place] is not None:
            parts[-1]["chance"] = np.round(chance[place], 3)
        shapes += local
        numbers.append(described)
        first += level.count
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    columns["parent_id"] = np.ma.masked_less(columns["parent_id"], 1)
    wkb = transformed(shapes, read.local.crs, read.crs) if read.crs else shapes
    return AreaLayer(columns, wkb, shapes, tuple(numbers), chance)


def _chances(read, found, options, cancelled) -> tuple:
    """Chances of the areas of each level; None where there are series, which say more."""
    if read.series is not None:
        return (None,) * len(found.levels)
    kept = np.flatnonzero(found.reason == 0)
    points, levels = read.points, [(level.threshold, level.labels[kept]) for level in found.levels]
    return tuple(
        chances(points.xy[kept], points.velocity[kept], levels, options, cancelled=cancelled)
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


def _point_columns(read: SourcePoints, found: FoundAreas, layer: AreaLayer) -> dict:
    """Every point with what became of it."""
    points, lowest = read.points, found.levels[0]
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
        "velocity_std_mm_yr": np.round(1e3 * points.std, 3),
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
    if read.series is not None:
        for name, values in (
            ("temporal_noise", numbers.roughness), ("likeness", numbers.likeness)
        ):  # fmt: skip
            column = np.full(len(points), np.nan)
            column[numbers.members] = np.round(values, 3)
            columns[name] = column
    return columns


def _near_to_near(xy) -> np.ndarray:
    """An order of points in which many of them are indexed twice as fast: strip by strip."""
    if len(xy) < MANY:
        return np.arange(len(xy))
    return sorted_by_cell(xy, np.ptp(xy, axis=0).max() / np.sqrt(MANY)).order


def _report(read: SourcePoints, found: FoundAreas, layer: AreaLayer, resolution) -> AreaReport:
    columns = layer.columns
    outer = columns["level"] == 1
    counts = np.bincount(found.reason, minlength=len(REASONS))
    return AreaReport(
        int(len(read.points) - counts[1]),
        int(counts[0]),
        int(found.moving.sum()),
        int((found.levels[0].labels >= 0).sum()),
        tuple(level.threshold for level in found.levels),
        tuple(level.count for level in found.levels),
        tuple(int((columns["quality"] == q).sum()) for q in (1, 2, 3, 4)),
        float(columns["area_m2"][outer].sum()),
        float(np.abs(columns["mean_mm_yr"]).max(initial=0.0) / 1e3),
        float(resolution),
        {REASONS[code]: int(counts[code]) for code in REASONS if code and counts[code]},
    )


def _tell(report: AreaReport, options: AreaOptions, log):
    for reason, count in report.left_out.items():
        log(f"{count} points left out: {reason}.")
    if report.left_out.get(REASONS[4], 0) > 0.5 * report.points:
        log(
            f"More than half of the points have no other within {options.window:.3g} m; if that "
            "was not meant, enlarge the window or the resolution."
        )
    for threshold, count in zip(report.thresholds, report.areas):
        above = "" if np.isnan(threshold) else f" above {1e3 * threshold:.3g} mm/yr"
        log(f"{count} areas{above}.")
    if not sum(report.areas):
        log("No area was found: no points that move lie close enough together.")
    by_quality = ", ".join(f"{n} of {q}" for q, n in enumerate(report.qualities, 1) if n)
    if by_quality:
        log(f"Quality (1 best, 4 discard): {by_quality}.")


def tell_of_noise(layer: AreaLayer, log):
    """Say how many areas without series are no more than what noise gives."""
    chance = [part for part in layer.chance if part is not None and len(part)]
    if not chance:
        return
    chance = np.concatenate(chance)
    if np.isnan(chance).all():
        log("Hardly any point is at rest, so that nobody knows the noise: areas may be noise.")
    else:
        log(
            f"{int((chance > LEVEL).sum())} of {len(chance)} areas may be noise: fields of noise "
            f"like the points' own hold such areas, too, in more than {100 * LEVEL:.0f} % of the "
            "draws (column chance); they are of quality 4."
        )

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What the report of an area tells, from the layers of points and areas."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ...data.crs import area_in
from ...data.points import Points
from ...errors import GroundshiftError
from ...formats.vectors.features import Features, read_polygons, transformed
from ...formats.vectors.shapes import ground_areas, points_inside, touching, united
from ...formats.vectors.wkb import parts, polygon_wkb
from ..report import Findings, WorstPoint, describe_series, summarise, worst_points
from .area_points import check_both, read_area_points


def gathered(chosen, picture, job) -> Findings:
    """What the report of an area tells.

    Parameters
    ----------
    chosen : ReportOfAnArea
        The tool's choices.
    picture : MapPicture or None
    job : Job

    Raises
    ------
    GroundshiftError
        For input that cannot be used.
    Cancelled
        If the user asked to stop.
    """
    points, notes = read_area_points(chosen.rates.layer(chosen.std_raster), job.cancelled)
    job.tell(0.4)
    job.check()
    study = _study(chosen, points)
    inside = _inside(study, points, chosen.rates.points[0])
    worst = _worst(points, inside, chosen)
    job.tell(0.7)
    job.check()
    areas, area_km2, told = _areas(chosen.areas, study, points)
    velocity, std = points.velocity[inside], points.velocity_std[inside]
    job.tell(1.0)
    return Findings(
        summarise(velocity, std, chosen.threshold / 1e3), worst, points.dates, areas, area_km2,
        float("nan") if study is None else float(ground_areas(study).sum()), picture,
        *_on_picture(picture, points, worst, study), [*notes, *told],
    )  # fmt: skip


def _study(chosen, points: Points) -> Features | None:
    """The study area in the points' CRS."""
    if chosen.study_area is not None:
        study = read_polygons(*chosen.study_area)
        check_both(study, points.crs, "the points")
        if points.crs:
            study = _to_crs(study, points.crs)
        return replace(study, wkb=[united(study.wkb)]) if len(study) > 1 else study
    if chosen.extent is None:
        return None
    left, bottom, right, top = area_in(chosen.extent, chosen.rates.points[3])
    ring = np.array([(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)])
    return Features("The extent", {}, points.crs, [polygon_wkb([ring])])


def _to_crs(features: Features, crs: str) -> Features:
    return replace(
        features, wkb=transformed(features.wkb, features.crs, crs, features.path), crs=crs
    )


def _inside(study, points: Points, path) -> np.ndarray:
    """Places of the points with a rate that lie in the study area."""
    rows = np.flatnonzero(np.isfinite(points.velocity))
    if not len(rows):
        raise GroundshiftError(f"{path}: no point has a rate; choose another layer or field.")
    if study is None:
        return rows
    xy = np.stack([points.x, points.y], axis=1)[rows]
    rows = rows[np.unique(np.concatenate(points_inside(study.wkb, xy)))]
    if not len(rows):
        raise GroundshiftError(
            f"{study.path}: holds no point with a rate of {path}; choose another "
            "area or other points."
        )
    return rows


def _worst(points: Points, inside, chosen) -> list:
    """The worst points with their series."""
    rates = points.velocity[inside], points.velocity_std[inside]
    worst = worst_points(*rates, points.xy[inside], chosen.worst_points, chosen.separation)
    rows = inside[worst]
    series = [None] * len(rows)
    if points.series is not None and len(rows):
        series = np.asarray(points.displacement(rows), np.float64)
    return [
        WorstPoint(
            float(points.x[k]), float(points.y[k]), points.xy[k], float(points.velocity[k]),
            float(points.velocity_std[k]), float(points.coherence[k]), values,
            None if values is None else describe_series(points.dates, values),
        )
        for k, values in zip(rows.tolist(), series)
    ]  # fmt: skip


def _areas(layer, study, points: Points):
    """Active areas that touch the study area, their sizes in km2, and notes."""
    if layer is None:
        return None, np.zeros(0), []
    areas = read_polygons(*layer, may_be_empty=True)
    check_both(areas, points.crs, "the points")
    notes = areas.notes()
    if study is not None:
        here = _to_crs(areas, points.crs) if points.crs else areas
        rows = np.flatnonzero(touching(here.wkb, study.wkb[0]))
        notes.append(
            f"{areas.path}: {len(rows)} of {len(areas)} areas touch the study area; they are "
            "listed whole."
        )
        areas = areas.take(rows)
    return areas, ground_areas(areas) if len(areas) else np.zeros(0), notes


def _on_picture(picture, points: Points, worst, study):
    """Worst points and outlines of the study area in the picture's CRS; metres a unit of it."""
    if picture is None:
        return np.zeros((0, 2)), [], float("nan")
    rings = [] if study is None else [ring for shape in study.wkb for ring in parts(shape)]
    marks = np.array([(point.x, point.y) for point in worst]).reshape(-1, 2)
    if not points.crs or not picture.crs:
        return marks, rings, 1.0
    from pyproj import Transformer

    way = Transformer.from_crs(points.crs, picture.crs, always_xy=True)
    left, bottom, right, top = picture.bounds
    middle = np.array([(left, right), ((bottom + top) / 2,) * 2])
    ends = points.local.of(picture.crs, *middle)
    return (
        np.stack(way.transform(*marks.T), axis=-1),
        [np.stack(way.transform(*ring.T), axis=-1) for ring in rings],
        float(np.hypot(*(ends[1] - ends[0])) / (right - left)),
    )

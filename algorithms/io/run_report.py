# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of an area: points, active areas and a picture of the map in, one page out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Callable

import numpy as np

from ..areas.report import RateSummary, SeriesSummary, describe_series, summarise, worst_points
from ..errors import GroundshiftError
from ..runner import check_cancelled, tell
from .area_points import AreaSource, SourcePoints, read_area_points
from .area_shapes import points_inside, united
from .atomic import Transaction
from .fault_layers import LayerSource
from .features import Features, read_polygons, transformed
from .inventory_layers import ground_areas
from .report_html import report_html
from .wkb import parts, polygon_wkb


@dataclass(frozen=True)
class ReportOptions:
    """What the report says.

    Parameters
    ----------
    title : str
    count : int
        Worst points.
    separation : float
        Metres between them.
    threshold : float
        m/yr, from which on a point counts as moving.
    """

    title: str = "Ground motion"
    count: int = 10
    separation: float = 500.0
    threshold: float = 0.005


@dataclass(frozen=True)
class MapPicture:
    """A picture of the map.

    Parameters
    ----------
    png : bytes
    bounds : (xmin, ymin, xmax, ymax)
        In `crs`.
    crs : str
        WKT, empty where the layers have none.
    layers : tuple of str
        Names of what is shown.
    """

    png: bytes
    bounds: tuple
    crs: str
    layers: tuple = ()


@dataclass(frozen=True)
class ReportInputs:
    """What the report is made of.

    Parameters
    ----------
    points : AreaSource
    areas : LayerSource or None
        Active areas.
    study : LayerSource or None
        Polygons that bound the report.
    extent : (xmin, ymin, xmax, ymax) or None
        Instead of `study`, in `extent_crs`.
    extent_crs : str
    picture : MapPicture or None
    histories : tuple of (str, tuple of str)
        Layers, and how they were made: the parameters of the runs, from their metadata.
    """

    points: AreaSource
    areas: LayerSource | None = None
    study: LayerSource | None = None
    extent: tuple | None = None
    extent_crs: str = ""
    picture: MapPicture | None = None
    histories: tuple = ()


@dataclass(frozen=True)
class WorstPoint:
    """One of the points that move fastest; rates in m/yr, coordinates of its layer."""

    x: float
    y: float
    place: np.ndarray
    velocity: float
    std: float
    coherence: float
    values: np.ndarray | None = None
    series: SeriesSummary | None = None


@dataclass(frozen=True)
class Report:
    """What the page is drawn from.

    Parameters
    ----------
    options : ReportOptions
    rates : RateSummary
    worst : list of WorstPoint
    dates : ndarray of datetime64[D]
    areas : Features or None
        Those in the study area.
    area_km2 : ndarray, shape (area,)
    study_km2 : float
        NaN without a study area.
    picture : MapPicture or None
    marks : ndarray, shape (point, 2)
        Of the worst points, in the picture's CRS.
    outlines : list of ndarray
        Of the study area, in the picture's CRS.
    metres_a_unit : float
        Of the picture's CRS.
    histories : tuple
    notes : list of str
    """

    options: ReportOptions
    rates: RateSummary
    worst: list
    dates: np.ndarray
    areas: Features | None
    area_km2: np.ndarray
    study_km2: float
    picture: MapPicture | None
    marks: np.ndarray
    outlines: list
    metres_a_unit: float
    histories: tuple
    notes: list = field(default_factory=list)

    def numbers(self) -> dict:
        """The tool's number results."""
        fastest = self.worst[0].velocity if self.worst else None
        return {
            "COUNT": self.rates.count, "AWAY": self.rates.away, "TOWARDS": self.rates.towards,
            "MEDIAN": 1e3 * self.rates.median, "WORST": None if fastest is None else 1e3 * fastest,
            "WORST_COUNT": len(self.worst),
            "AREA_COUNT": None if self.areas is None else len(self.areas),
            "AREA_KM2": None if self.areas is None else float(self.area_km2.sum()),
        }  # fmt: skip


def run_report(
    inputs: ReportInputs,
    target: Path | None,
    options: ReportOptions | None = None,
    pdf_target: Path | None = None,
    make_pdf: Callable | None = None,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Report:
    """Write the report of an area.

    Parameters
    ----------
    inputs : ReportInputs
    target : path or None
        HTML page.
    options : ReportOptions, optional
    pdf_target : path, optional
    make_pdf : callable, optional
        Takes the page as HTML whose drawings are ``<img src='name'>``, and the drawings (SVG) by
        name; gives the PDF as bytes.
    progress, cancelled : callable, optional

    Raises
    ------
    GroundshiftError
        For input that cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options = options or ReportOptions()
    points = read_area_points(inputs.points, cancelled)
    tell(progress, 0.4)
    check_cancelled(cancelled)
    study = _study(inputs, points)
    inside = _inside(study, points, inputs)
    worst = _worst(points, inside, options)
    tell(progress, 0.7)
    check_cancelled(cancelled)
    areas, area_km2, notes = _areas(inputs.areas, study, points)
    rates = summarise(points.points.velocity[inside], points.points.std[inside], options.threshold)
    report = Report(
        options, rates, worst, points.dates, areas, area_km2,
        float("nan") if study is None else float(ground_areas(study).sum()), inputs.picture,
        *_on_picture(inputs.picture, points, worst, study), inputs.histories,
        [*points.notes, *notes],
    )  # fmt: skip
    with Transaction() as files:
        if target:
            files.add(target).write_text(report_html(report), encoding="utf-8")
        if pdf_target:
            drawings = {}
            page = report_html(report, drawings)
            files.add(pdf_target).write_bytes(make_pdf(page, drawings))
    tell(progress, 1.0)
    return report


def _study(inputs: ReportInputs, points: SourcePoints) -> Features | None:
    """The study area in the points' CRS."""
    if inputs.study is not None:
        study = read_polygons(inputs.study.path, inputs.study.layer)
        _same_kind(study, points)
        if points.crs:
            study = _to_crs(study, points.crs)
        return replace(study, wkb=[united(study.wkb)]) if len(study) > 1 else study
    if inputs.extent is None:
        return None
    left, bottom, right, top = inputs.extent
    ring = np.array([(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)])
    study = Features("The extent", {}, inputs.extent_crs or points.crs, [polygon_wkb([ring])])
    return _to_crs(study, points.crs) if points.crs else study


def _to_crs(features: Features, crs: str) -> Features:
    return replace(
        features, wkb=transformed(features.wkb, features.crs, crs, features.path), crs=crs
    )


def _same_kind(features: Features, points: SourcePoints) -> None:
    if bool(features.crs) != bool(points.crs):
        raise GroundshiftError(
            f"{features.path}: of it and the points only one has a CRS, so they cannot be laid "
            "over each other; set the CRS of both."
        )


def _inside(study, points: SourcePoints, inputs: ReportInputs) -> np.ndarray:
    """Places of the points with a rate that lie in the study area."""
    rows = np.flatnonzero(np.isfinite(points.points.velocity))
    if not len(rows):
        raise GroundshiftError(
            f"{inputs.points.path}: no point has a rate; choose another layer or field."
        )
    if study is None:
        return rows
    xy = np.stack([points.x, points.y], axis=1)[rows]
    rows = rows[np.unique(np.concatenate(points_inside(study.wkb, xy)))]
    if not len(rows):
        raise GroundshiftError(
            f"{study.path}: holds no point with a rate of {inputs.points.path}; choose another "
            "area or other points."
        )
    return rows


def _worst(points: SourcePoints, inside, options: ReportOptions):
    """The worst points with their series."""
    every = points.points
    chosen = inside[
        worst_points(
            every.velocity[inside], every.std[inside], every.xy[inside], options.count,
            options.separation,
        )
    ]  # fmt: skip
    series = [None] * len(chosen)
    if points.series is not None and len(chosen):
        series = np.asarray(points.series(chosen), np.float64)
    worst = [
        WorstPoint(
            float(points.x[k]), float(points.y[k]), every.xy[k], float(every.velocity[k]),
            float(every.std[k]), float(every.coherence[k]), values,
            None if values is None else describe_series(points.dates, values),
        )
        for k, values in zip(chosen.tolist(), series)
    ]  # fmt: skip
    return worst


def _areas(source: LayerSource | None, study, points: SourcePoints):
    """Active areas that touch the study area, their sizes in km2, and notes."""
    if source is None:
        return None, np.zeros(0), []
    from osgeo import ogr

    areas = read_polygons(source.path, source.layer, may_be_empty=True)
    _same_kind(areas, points)
    notes = areas.notes()
    if study is not None:
        limit = ogr.CreateGeometryFromWkb(study.wkb[0])
        here = _to_crs(areas, points.crs) if points.crs else areas
        touching = [limit.Intersects(ogr.CreateGeometryFromWkb(shape)) for shape in here.wkb]
        rows = np.flatnonzero(touching)
        notes.append(
            f"{source.path}: {len(rows)} of {len(areas)} areas touch the study area; they are "
            "listed whole."
        )
        areas = replace(
            areas, wkb=[areas.wkb[k] for k in rows], fid=areas.fid[rows],
            columns={name: values[rows] for name, values in areas.columns.items()},
        )  # fmt: skip
    return areas, ground_areas(areas) if len(areas) else np.zeros(0), notes


def _on_picture(picture, points: SourcePoints, worst, study):
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

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""The comparison of InSAR with ground data or a second result: files in, layer and report out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Callable

import numpy as np

from ..errors import GroundshiftError
from ..runner import check_cancelled, tell
from ..timeseries.agreement import POINT_LIMITS, Agreement, agreement, point_class
from ..timeseries.pairing import (
    Referenced,
    ReferenceRule,
    SeriesAgreement,
    compare_series,
    make_pairs,
    take_pairs,
    with_reference,
)
from ..timeseries.validation import (
    LOOK_LIMIT,
    Measurements,
    TimeRule,
    look_angle,
    merge_duplicates,
    neighbours,
    with_unknown_up,
)
from .atomic import Transaction
from .measurements import Source, look_of, read_points
from .metric import LocalMetres
from .raster_rates import read_near, read_thinned
from .tables import write_table
from .validation_html import report_html

METHODS = ("nearest", "mean", "median")
REFERENCES = ("median", "mean", "ramp", "point", "area", "none")


@dataclass(frozen=True)
class ValidateOptions:
    """How to compare.

    Parameters
    ----------
    method : str
        ``nearest``, ``mean`` or ``median`` of the InSAR points within the distance.
    distance : float
        Metres.
    reference : ReferenceRule
        Its point is in the ground data's coordinates here.
    time : TimeRule
    limits : tuple of 3 float
        Largest differences in classes A, B and C, metres a year.
    most_points : int
        Of a raster on the ground's side, a regular subset of so many pixels is taken.
    up_std : float
        Of the vertical motion that horizontal ground data leave unknown, metres a year.
    """

    method: str = "median"
    distance: float = 100.0
    reference: ReferenceRule = field(default_factory=ReferenceRule)
    time: TimeRule = field(default_factory=TimeRule)
    limits: tuple = POINT_LIMITS
    most_points: int = 5000
    up_std: float = 2e-3

    def __post_init__(self):
        if self.method not in METHODS or self.reference.method not in REFERENCES:
            raise GroundshiftError(
                f"'{self.method}' or '{self.reference.method}' is no way of pairing or reference; "
                f"take one of {', '.join((*METHODS, *REFERENCES))}."
            )
        low, middle, high = self.limits
        if not 0 < low < middle < high:
            raise GroundshiftError(
                "The limits of the classes must grow and be positive, such as 2, 5, 10 mm/yr."
            )


def parse_limits(text: str) -> tuple:
    """Three growing limits in mm/yr, such as ``2, 5, 10``, in metres a year.

    Raises
    ------
    GroundshiftError
        If they are none.
    """
    try:
        limits = tuple(float(part) * 1e-3 for part in re.split(r"[,;\s]+", text.strip()))
    except ValueError:
        limits = ()
    if len(limits) != 3 or not 0 < limits[0] < limits[1] < limits[2]:
        raise GroundshiftError(
            f"'{text}' are no limits of classes; give three growing numbers, such as 2, 5, 10."
        )
    return limits


@dataclass(frozen=True)
class ValidateReport:
    """What came out.

    Parameters
    ----------
    agreement : Agreement
        After the common reference.
    raw : Agreement
        Before it.
    offset : float
        What the reference took out, metres a year.
    ground_points : int
        Stations, after joining duplicates.
    look_angle : float
        Median angle between the look vectors of the two sides, degrees; NaN where one is unknown.
    series : SeriesAgreement or None
    notes, warnings : tuple of str
    """

    agreement: Agreement
    raw: Agreement
    offset: float
    ground_points: int
    look_angle: float
    series: SeriesAgreement | None
    notes: tuple
    warnings: tuple

    def results(self) -> dict:
        """The numbers and words that a tool reports, rates in mm/yr; unknown ones are left out."""
        result, raw = self.agreement, self.raw
        values = {
            "COUNT": result.pairs, "BIAS": result.bias * 1e3, "RMSE": result.rmse * 1e3,
            "RMSE_UNBIASED": result.rmse_unbiased * 1e3, "RAW_BIAS": raw.bias * 1e3,
            "RAW_RMSE": raw.rmse * 1e3, "OFFSET": self.offset * 1e3,
            "CORRELATION": result.correlation, "NORMALISED_RMS": result.normalised_rms,
            "LOOK_ANGLE": self.look_angle,
        }  # fmt: skip
        if result.deming is not None:
            line, plain = result.deming, result.least_squares
            values.update(
                SLOPE=line.slope, SLOPE_LOW=line.slope_low, SLOPE_HIGH=line.slope_high,
                INTERCEPT=line.intercept * 1e3, OLS_SLOPE=plain.slope,
                OLS_INTERCEPT=plain.intercept * 1e3,
            )  # fmt: skip
        known = {name: value for name, value in values.items() if np.isfinite(value)}
        return {**known, "CLASS": result.overall, "WARNINGS": " ".join(self.warnings)}


def run_validate(
    insar: Source,
    ground: Source,
    points_target,
    report_target=None,
    options: ValidateOptions | None = None,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ValidateReport:
    """Compare InSAR rates with ground data.

    Parameters
    ----------
    insar : Source
        Points or a raster, along the line of sight.
    ground : Source
        Points, or the raster or points of a second InSAR result.
    points_target : path or None
        GeoPackage of the pairs.
    report_target : path or None
        HTML.
    options : ValidateOptions, optional
    progress, cancelled : callable, optional

    Returns
    -------
    ValidateReport

    Raises
    ------
    GroundshiftError
        If nothing can be compared; nothing is written then.
    """
    options = options or ValidateOptions()
    notes, warnings = [], []
    stations, places, local = _read_ground(ground, options, notes, cancelled)
    tell(progress, 0.2)
    check_cancelled(cancelled)
    measured = _read_insar(insar, stations, local, places, options, notes, cancelled)
    insar_places = local.of(measured.crs, measured.x, measured.y, str(insar.path))
    tell(progress, 0.6)
    check_cancelled(cancelled)
    measured = look_of(insar, measured)
    pairs = make_pairs(
        measured, insar_places, stations, places, options.method, options.distance, options.time
    )
    angle = _compare_looks(measured, insar_places, stations, places, options, warnings)
    _say_time(measured, stations, pairs, options, notes)
    rule = options.reference
    if rule.point is not None:
        where = local.of(stations.crs, *(np.array([v]) for v in rule.point))[0]
        rule = replace(rule, point=tuple(where))
    referenced = with_reference(pairs, stations, places, rule)
    raw = _agreement(pairs, limits=options.limits)
    kept = referenced.pairs
    compared = referenced.compared
    result = _agreement(
        take_pairs(kept, compared), estimated=referenced.estimated, limits=options.limits
    )
    _say_assumptions(stations, kept, referenced, result, notes, warnings)
    series = compare_series(referenced)
    report = ValidateReport(
        result, raw, referenced.offset, len(stations), angle, series, tuple(notes),
        tuple(warnings),
    )  # fmt: skip
    tell(progress, 0.8)
    columns = pair_columns(stations, referenced, series, options.limits)
    with Transaction() as files:
        if points_target:
            x, y = stations.x[kept.station], stations.y[kept.station]
            write_table(files.add(points_target), stations.crs, x, y, columns, "validation")
        if report_target:
            text = report_html(report, columns, options, referenced.sentence)
            Path(files.add(report_target)).write_text(text, encoding="utf-8")
    tell(progress, 1.0)
    return report


def _agreement(pairs, **more) -> Agreement:
    return agreement(
        pairs.insar, pairs.ground, pairs.insar_std, pairs.ground_std, pairs.sigma, **more
    )


def _read_ground(ground: Source, options, notes, cancelled):
    """Stations, their places in local metres, and the local system."""
    if ground.raster:
        stations = read_thinned(ground, options.most_points, cancelled)
        notes.append(f"{ground.path}: {len(stations)} pixels stand for the ground data.")
    else:
        stations, said = read_points(ground)
        notes += said
    if stations.direction == "en":
        stations = with_unknown_up(stations, options.up_std)
        notes.append(
            "The ground data are horizontal: d_los = l_east e + l_north n. Vertical motion is "
            f"assumed to be zero with a standard deviation of {1e3 * options.up_std:g} mm/yr, so "
            "differences may be vertical motion."
        )
    stations = look_of(ground, stations)
    usable = np.isfinite(stations.rate).all(axis=1)
    if stations.series is not None:
        usable |= np.isfinite(stations.series).any(axis=2).all(axis=1)
    if not usable.any():
        raise GroundshiftError(
            f"{ground.path}: no row has a value in the chosen fields; choose other fields."
        )
    if not usable.all():
        notes.append(f"{(~usable).sum()} ground point(s) without a value are left out.")
    stations = stations.take(usable)
    local = LocalMetres(stations.crs, float(np.mean(stations.x)), float(np.mean(stations.y)))
    places = local.of(stations.crs, stations.x, stations.y, str(ground.path))
    stations, joined = merge_duplicates(stations, places)
    if joined:
        notes.append(f"{joined} ground point(s) at the place of another are averaged with it.")
        places = local.of(stations.crs, stations.x, stations.y, str(ground.path))
    return stations, places, local


def _read_insar(insar: Source, stations, local, places, options, notes, cancelled):
    if insar.raster:
        return read_near(insar, local, places, options.distance, cancelled)
    bounds = _bounds_for(insar, local, places, options.distance)
    measured, said = read_points(insar, bounds)
    notes += said
    if not len(measured):
        raise GroundshiftError(
            f"{insar.path}: has no point within {options.distance:g} m of the ground data; check "
            "the coordinate systems of both layers, or give a larger distance."
        )
    if measured.direction != "los":
        raise GroundshiftError(
            f"{insar.path}: the InSAR side must be rates along the line of sight; choose its field."
        )
    return measured


def _bounds_for(insar: Source, local, places, distance):
    """Rectangle in the InSAR layer's CRS that holds all that can be paired."""
    from .tables import layer_crs

    low, high = places.min(axis=0) - distance * 1.05, places.max(axis=0) + distance * 1.05
    ends = np.linspace(0, 1, 9)
    across, along = np.meshgrid(ends, ends)
    corners = np.stack([across.ravel(), along.ravel()], axis=1) * (high - low) + low
    crs = layer_crs(insar.path, insar.layer)
    local.of(crs, 0.0, 0.0, str(insar.path))  # refuses a side without a CRS
    x, y = local.back(crs, corners)
    pad_x, pad_y = 0.02 * np.ptp(x), 0.02 * np.ptp(y)
    return np.min(x) - pad_x, np.min(y) - pad_y, np.max(x) + pad_x, np.max(y) + pad_y


def _compare_looks(measured: Measurements, insar_places, stations, places, options, warnings):
    """Median angle between the sides' look vectors; warns where they are different things."""
    if stations.direction != "los" or stations.look is None or measured.look is None:
        return float("nan")
    near = neighbours(places, insar_places, options.distance, True)
    found = [(k, m[0]) for k, (m, _) in enumerate(near) if len(m)]
    index = np.array(found, int).reshape(-1, 2)
    angles = look_angle(stations.look[index[:, 0]], measured.look[index[:, 1]])
    if not np.isfinite(angles).any():
        return float("nan")
    angle = float(np.nanmedian(angles))
    if angle > LOOK_LIMIT:
        warnings.append(
            f"The two results look at the ground {angle:.0f} degrees apart, so their rates along "
            "the line of sight are different quantities and need not agree; compare results of "
            "one track, or decompose both into up and east first."
        )
    return angle


def _say_time(measured, stations, pairs, options, notes):
    both = measured.series is not None and stations.series is not None
    if both:
        lost = int((pairs.common_dates == 0).sum())
        used = pairs.common_dates[pairs.common_dates > 0]
        notes.append(
            f"Rates of both sides are fitted on common dates ({int(np.median(used))} a pair)."
        )
        if lost:
            notes.append(f"{lost} pair(s) share too few dates and are left out.")
        return
    trimmed = options.time.first is not None or options.time.last is not None
    if trimmed and (measured.series is None or stations.series is None):
        notes.append(
            "A time span is given, and one side has rates without a series: those are taken as "
            "they are."
        )
    else:
        notes.append("Rates are taken as given; that they cover the same time is assumed.")


def _say_assumptions(stations, kept, referenced: Referenced, result, notes, warnings):
    notes.append(f"Reference: {referenced.sentence}.")
    if stations.direction == "up":
        notes.append(
            "The ground data are vertical: horizontal motion is taken as zero, d_los = l_up * u."
        )
    elif stations.direction == "los" and stations.look is None:
        notes.append("The ground data are taken as along InSAR's own line of sight.")
    for name, std in (("InSAR", kept.insar_std), ("ground", kept.ground_std)):
        if not np.isfinite(std).any():
            notes.append(f"The {name} side has no standard deviations; they count as 0.")
    if result.pairs < 3:
        warnings.append(
            f"Only {result.pairs} pair(s): a bias can be given, but no correlation and no line."
        )


def pair_columns(stations, referenced: Referenced, series, limits) -> dict:
    """Fields of the layer of pairs, in millimetres (a year)."""
    pairs = referenced.pairs
    difference = pairs.difference
    with np.errstate(invalid="ignore", divide="ignore"):
        normalised = np.where(pairs.sigma > 0, difference / pairs.sigma, np.nan)
    classes = np.where(referenced.compared, point_class(difference, limits), "reference")
    columns = {
        "station": stations.names[pairs.station].astype(object),
        "class": classes.astype(object),
        "insar_mm_yr": pairs.insar * 1e3,
        "insar_std_mm_yr": pairs.insar_std * 1e3,
        "ground_mm_yr": pairs.ground * 1e3,
        "ground_std_mm_yr": pairs.ground_std * 1e3,
        "difference_mm_yr": difference * 1e3,
        "normalised_error": normalised,
        "distance_m": pairs.distance,
        "insar_points": pairs.members,
        "insar_spread_mm_yr": pairs.spread * 1e3,
    }
    if series is not None:
        columns.update(
            common_dates=pairs.common_dates, series_rmse_mm=series.rmse * 1e3,
            series_correlation=series.correlation, series_class=series.classes,
        )  # fmt: skip
    return {
        name: np.round(values, 4) if values.dtype.kind == "f" else values
        for name, values in columns.items()
    }

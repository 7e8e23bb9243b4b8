# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Pairs of InSAR and ground rates, and their common reference; see :mod:`.validation`."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..data.dates import years_of
from ..data.points import Points
from ..errors import GroundshiftError, counted
from .agreement import combined_std, series_class
from .validation import (
    Pairs,
    TimeRule,
    at_common_dates,
    fitted_rate,
    gather,
    neighbours,
    towards_satellite,
)


def make_pairs(
    insar: Points,
    insar_places,
    ground: Points,
    ground_places,
    method: str = "nearest",
    distance: float = 100.0,
    rule: TimeRule | None = None,
) -> Pairs:
    """Pair ground data with InSAR, along the line of sight and over a common time.

    Where both have series, both rates are fitted anew on common dates, so that a season or an
    acceleration is seen by both alike. Where one has a series and no rate, its rate is fitted.

    Parameters
    ----------
    insar : Points
        Along the line of sight.
    insar_places, ground_places : ndarray, shape (point, 2)
        Metres.
    ground : Points
    method : str
        ``nearest``, ``mean`` or ``median`` of the points within the distance.
    distance : float
        Metres.
    rule : TimeRule, optional

    Returns
    -------
    Pairs
        Only those that have both rates.

    Raises
    ------
    GroundshiftError
        If there is none.
    """
    rule = rule or TimeRule()
    usable = np.flatnonzero(np.isfinite(insar.rate[:, 0]) | _has_series(insar))
    if not len(usable):
        raise GroundshiftError("The InSAR layer holds no rate or series near the ground data.")
    insar = insar.take(usable)
    near = neighbours(ground_places, insar_places[usable], distance, method == "nearest")
    station = np.array([k for k, (m, _) in enumerate(near) if len(m)], int)
    if not len(station):
        raise GroundshiftError(
            f"No ground point has InSAR data within {distance:g} m; give a larger distance or "
            "check the coordinate systems of both layers."
        )
    members = [near[k][0] for k in station]
    at_stations, spread = gather(insar, members, method)
    projected = towards_satellite(ground.take(station), at_stations.look)
    pairs = Pairs(
        station, np.array([near[k][1] for k in station]), np.array([len(m) for m in members]),
        at_stations.rate[:, 0], at_stations.std[:, 0], projected.rate[:, 0], projected.std[:, 0],
        np.full(len(station), np.nan), spread, np.zeros(len(station), int),
    )  # fmt: skip
    pairs = _in_time(pairs, at_stations, projected, rule)
    good = np.isfinite(pairs.difference)
    if not good.any():
        raise GroundshiftError(
            "No pair of InSAR and ground data has both rates: the ground data's fields are empty, "
            "or the series share fewer than three dates; check the fields and the time span."
        )
    return take_pairs(pairs, good)


def _has_series(points):
    if points.series is None:
        return np.zeros(len(points), bool)
    return np.isfinite(points.series[:, 0]).any(axis=1)


def take_pairs(pairs: Pairs, index) -> Pairs:
    """Some of the pairs, by index or mask."""
    names = [name for name in pairs.__dataclass_fields__ if name != "dates"]
    values = {name: getattr(pairs, name) for name in names}
    return replace(pairs, **{n: v if v is None else v[index] for n, v in values.items()})


def _in_time(pairs, insar, ground, rule) -> Pairs:
    """Rates over the common time."""
    if insar.series is not None and ground.series is not None:
        return _on_common_dates(pairs, insar, ground, rule)
    changes = {}
    for name, side in (("insar", insar), ("ground", ground)):
        rate, std = getattr(pairs, name).copy(), getattr(pairs, f"{name}_std").copy()
        trimmed = rule.first is not None or rule.last is not None
        if side.series is not None:
            held = rule.holds(side.dates)
            for k in np.flatnonzero(~np.isfinite(rate) | trimmed):
                good = np.isfinite(side.series[k, 0]) & held
                rate[k], std[k] = fitted_rate(side.dates[good], side.series[k, 0, good])
        changes.update({name: rate, f"{name}_std": std})
    sigma = combined_std(changes["insar_std"], changes["ground_std"])
    return replace(pairs, sigma=sigma, **changes)


def _on_common_dates(pairs, insar, ground, rule) -> Pairs:
    count = len(pairs.station)
    axis = np.union1d(insar.dates, ground.dates)
    series = np.full((2, count, len(axis)), np.nan)
    rates, sigma = np.full((4, count), np.nan), np.full(count, np.nan)
    common = np.zeros(count, int)
    for k in range(count):
        dates, a, b = at_common_dates(
            insar.dates, insar.series[k, 0], ground.dates, ground.series[k, 0], rule
        )
        rates[:2, k], rates[2:, k] = fitted_rate(dates, a), fitted_rate(dates, b)
        sigma[k] = fitted_rate(dates, a - b)[1]
        common[k] = len(dates)
        if len(dates):
            place = np.searchsorted(axis, dates)
            series[0, k, place], series[1, k, place] = a - a.mean(), b - b.mean()
    return replace(
        pairs, insar=rates[0], insar_std=rates[1], ground=rates[2], ground_std=rates[3],
        sigma=sigma, common_dates=common, series_insar=series[0], series_ground=series[1],
        dates=axis,
    )  # fmt: skip


FEWEST_FOR_RAMP = 6


@dataclass(frozen=True)
class ReferenceRule:
    """What makes the two data sets relative to the same.

    Parameters
    ----------
    method : str
        ``none``; ``mean`` or ``median`` of all differences; ``ramp`` (the plane through them);
        ``point`` (the pair nearest to it); ``area`` (median of the pairs inside).
    point : (x, y) or None
        In the metres of the pairing.
    area : (xmin, ymin, xmax, ymax) or None
        In the ground data's coordinates.
    """

    method: str = "median"
    point: tuple | None = None
    area: tuple | None = None


@dataclass(frozen=True)
class Referenced:
    """Pairs after the common reference.

    Parameters
    ----------
    pairs : Pairs
        InSAR has been shifted.
    offset : float
        What was subtracted from InSAR's rates, metres a year; of a ramp, its mean at the pairs.
    shift : ndarray, shape (pair,)
        The same by pair.
    compared : ndarray of bool, shape (pair,)
        False for the pair that is the reference itself: its difference is 0 by construction.
    estimated : int
        Numbers that were taken from the pairs that are compared: 1 for an offset, 3 for a ramp.
    sentence : str
        The reference in words.
    """

    pairs: Pairs
    offset: float
    shift: np.ndarray
    compared: np.ndarray
    estimated: int
    sentence: str


def with_reference(pairs: Pairs, ground: Points, places, rule: ReferenceRule) -> Referenced:
    """Shift InSAR's rates so that both data sets share a reference.

    Parameters
    ----------
    pairs : Pairs
    ground : Points
    places : ndarray, shape (station, 2)
        Of the ground data, metres.
    rule : ReferenceRule

    Raises
    ------
    GroundshiftError
        If no pair lies in the area, or the point or area is missing.
    """
    difference = pairs.difference
    compared = np.ones(len(difference), bool)
    estimated, offset = 1, 0.0
    if rule.method == "none":
        estimated, sentence = 0, "none: both data sets are taken as they are"
    elif rule.method in ("mean", "median"):
        offset = float(getattr(np, rule.method)(difference))
        sentence = f"the {rule.method} difference of all pairs was taken out"
    elif rule.method == "ramp":
        ramp, sentence = _ramp(pairs, places)
        offset, estimated = float(ramp.mean()), 3
    elif rule.method == "point":
        if rule.point is None:
            raise GroundshiftError("A reference point is asked for and none is given; give one.")
        gaps = np.hypot(*(places[pairs.station] - np.asarray(rule.point)).T)
        chosen = int(np.argmin(gaps))
        offset, estimated = float(difference[chosen]), 0
        compared[chosen] = False
        name = ground.names[pairs.station[chosen]]
        sentence = f"the difference at {name}, {gaps[chosen]:.0f} m from the reference point"
    else:
        inside = _inside(pairs, ground, rule.area)
        offset = float(np.median(difference[inside]))
        sentence = (
            f"the median difference of the {counted(inside.sum(), 'pair')} in the reference area"
        )
    if not compared.any():
        raise GroundshiftError(
            "The reference is the only pair, so nothing is left to compare; choose another "
            "reference or give more ground points."
        )
    shift = ramp if rule.method == "ramp" else np.full(len(difference), offset)
    shifted = replace(pairs, insar=pairs.insar - shift)
    return Referenced(shifted, offset, shift, compared, estimated, sentence)


def _ramp(pairs, places) -> tuple:
    """The plane through the differences by least squares with their variances, and in words."""
    xy = places[pairs.station] / 1e3
    design = np.column_stack([np.ones(len(xy)), xy - xy.mean(axis=0)])
    if len(xy) < FEWEST_FOR_RAMP or np.linalg.matrix_rank(design, tol=1e-3) < 3:
        raise GroundshiftError(
            f"A ramp takes {FEWEST_FOR_RAMP} pairs that lie not on one line, and there are "
            f"{len(xy)} pairs; choose another reference or give more ground points."
        )
    known = np.isfinite(pairs.sigma).all() and (pairs.sigma > 0).all()
    weight = 1 / pairs.sigma if known else np.ones(len(xy))
    found = np.linalg.lstsq(design * weight[:, None], pairs.difference * weight, rcond=None)[0]
    east, north = 1e5 * found[1:]
    sentence = (
        "an offset and a ramp through the differences of all pairs were taken out "
        f"({east:.3g} mm/yr to the east and {north:.3g} to the north over 100 km)"
    )
    return design @ found, sentence


def _inside(pairs, ground, area):
    if area is None:
        raise GroundshiftError("A reference area is asked for and none is given; give one.")
    xmin, ymin, xmax, ymax = area
    x, y = ground.x[pairs.station], ground.y[pairs.station]
    inside = (x >= xmin) & (x <= xmax) & (y >= ymin) & (y <= ymax)
    if not inside.any():
        raise GroundshiftError(
            "The reference area holds no pair of InSAR and ground data; choose a larger one."
        )
    return inside


@dataclass(frozen=True)
class SeriesAgreement:
    """Agreement of two series at every pair: RMSE in metres, correlation and class."""

    rmse: np.ndarray
    correlation: np.ndarray
    classes: np.ndarray


def compare_series(referenced: Referenced) -> SeriesAgreement | None:
    """Compare series pair by pair after the common reference; None where there are none.

    The reference acts on the series as a straight line in time of the rate's offset; the mean over
    the common dates is taken out of both.
    """
    pairs = referenced.pairs
    if pairs.series_insar is None:
        return None
    years = years_of(pairs.dates)
    count = len(pairs.station)
    rmse, correlation = np.full(count, np.nan), np.full(count, np.nan)
    classes = np.full(count, "", dtype=object)
    for k in range(count):
        good = np.isfinite(pairs.series_insar[k])
        if not good.any():
            continue
        a, b = pairs.series_insar[k, good], pairs.series_ground[k, good]
        a = a - referenced.shift[k] * (years[good] - years[good].mean())
        rmse[k] = np.sqrt(((a - b) ** 2).mean())
        if a.std() > 0 and b.std() > 0:
            correlation[k] = np.corrcoef(a, b)[0, 1]
        classes[k] = series_class(rmse[k], np.ptp(b), correlation[k])
    return SeriesAgreement(rmse, correlation, classes)

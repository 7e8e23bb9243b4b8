# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What is exposed: pieces with their scores, columns that explain each score, and totals."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...formats.vectors.exposure_overlay import Overlay, inside_any
from ..exposure import CLASSES, RELATIONS, class_of, ranks, score
from ..local_rates import LocalRates
from .exposed_layers import Areas, Elements

SIGNIFICANT = 2.0  # standard errors: a gradient below that is taken as none
LEAST_POINTS = 3  # for a rate of their own; else the area's is taken
TOTAL_FIELDS = (
    "group", "value", "unit", "elements", "exposed_elements", "total", "inside", "within",
    "inside_percent", "within_percent", *(name.replace(" ", "_") for name in CLASSES),
)  # fmt: skip


@dataclass(frozen=True)
class Exposed:
    """Pieces of elements that are exposed; arrays of shape (exposed,).

    Parameters
    ----------
    piece : ndarray of int
        Among those of the elements.
    area : ndarray of int
        The area that gives the highest score.
    areas : ndarray of int
        How many are in reach.
    names : list of str
        Of all of those.
    inside : ndarray
        Metres, square metres or 1, in any area.
    distance : ndarray
        Metres to the area.
    relation : ndarray of int
        Index in :data:`..exposure.RELATIONS`.
    velocity, gradient, gradient_std : ndarray
        mm/yr, and mm/yr over 100 m.
    points : ndarray of int
    from_points, gradient_from_points : ndarray of bool
        Whether they are the points' own, or the area's.
    scores : Scores
    rank : ndarray of int
    pair_score : ndarray, shape (pair,)
        Scores of all pairs of a piece and an area.
    """

    piece: np.ndarray
    area: np.ndarray
    areas: np.ndarray
    names: list
    inside: np.ndarray
    distance: np.ndarray
    relation: np.ndarray
    velocity: np.ndarray
    gradient: np.ndarray
    gradient_std: np.ndarray
    points: np.ndarray
    from_points: np.ndarray
    gradient_from_points: np.ndarray
    scores: object
    rank: np.ndarray
    pair_score: np.ndarray

    def __len__(self) -> int:
        return len(self.piece)


def judged(elements: Elements, areas: Areas, pairs: Overlay, nearby, options) -> Exposed:
    """Score every pair of a piece and an area, and keep the highest of each piece.

    Parameters
    ----------
    elements : Elements
    areas : Areas
    pairs : Overlay
    nearby : (ndarray of int, LocalRates) or None
        Pieces, and what points about them say.
    options : ScoreOptions
    """
    own = _own_rates(len(elements.element), nearby, elements.scale)
    distance = pairs.distance / elements.scale[pairs.element]
    inside = pairs.distance == 0
    from_points = _points_count(own, pairs, areas, inside)
    velocity = np.where(from_points, own.median[pairs.element], areas.velocity[pairs.area])
    steep = np.where(
        own.gradient >= SIGNIFICANT * own.gradient_std, own.gradient, 0.0
    )[pairs.element]  # fmt: skip
    gradient_known = np.isfinite(own.gradient[pairs.element])
    counted = np.where(gradient_known, steep, areas.gradient[pairs.area])
    scores = score(velocity, counted, areas.quality[pairs.area], inside, distance, options)
    order = np.lexsort((pairs.area, pairs.distance, -scores.score, pairs.element))
    first = order[np.r_[True, np.diff(pairs.element[order]) != 0][: len(order)]]
    piece = pairs.element[first]
    amounts = inside_any(pairs, elements.wkb, areas.wkb, elements.kind)[piece]
    amounts /= elements.scale[piece] ** {"line": 1, "polygon": 2, "point": 0}[elements.kind]
    touched = np.bincount(pairs.element[inside], minlength=len(elements.element))[piece] > 0
    relation = np.where(amounts >= 0.999 * elements.amount[piece], 2, 1)
    best = type(scores)(*(getattr(scores, name)[first] for name in scores.__dataclass_fields__))
    names = _names(pairs, areas)
    shown = np.where(gradient_known, own.gradient[pairs.element], areas.gradient[pairs.area])
    return Exposed(
        piece, pairs.area[first], np.bincount(pairs.element)[piece] if len(piece) else piece,
        [names[k] for k in piece], amounts, distance[first], np.where(touched, relation, 0),
        velocity[first], shown[first],
        np.where(gradient_known, own.gradient_std[pairs.element], np.nan)[first],
        own.count[piece], from_points[first], gradient_known[first], best,
        ranks(best.score, amounts), scores.score,
    )  # fmt: skip


def _points_count(own, pairs, areas, inside) -> np.ndarray:
    """Whether points about the piece of each pair say more of its rate than the area.

    About a small area most points are at rest; what lies in the area moves at its rate at least.
    """
    enough = own.count[pairs.element] >= LEAST_POINTS
    with np.errstate(invalid="ignore"):
        slower = np.abs(own.median[pairs.element]) < np.abs(areas.velocity[pairs.area])
    return enough & ~(inside & slower)


def _own_rates(count, nearby, scale) -> LocalRates:
    """Rates by piece, gradients in mm/yr over 100 m; nothing where there are no points."""
    unknown = np.full(count, np.nan)
    own = LocalRates(np.zeros(count, int), unknown, unknown.copy(), unknown.copy())
    if nearby is not None:
        pieces, rates = nearby
        own.count[pieces], own.median[pieces] = rates.count, rates.median
        own.gradient[pieces] = 100.0 * rates.gradient * scale[pieces]
        own.gradient_std[pieces] = 100.0 * rates.gradient_std * scale[pieces]
    return own


def _names(pairs, areas) -> dict:
    """Names of the areas in reach of each piece, parted by commas."""
    names = {}
    for piece, area in zip(pairs.element.tolist(), pairs.area.tolist()):
        names.setdefault(piece, []).append(str(areas.name[area]))
    return {piece: ", ".join(these) for piece, these in names.items()}


def exposed_columns(elements, exposed, areas) -> dict:
    """Columns of the exposed pieces, in the order of `exposed`.

    Parameters
    ----------
    elements : Elements
    exposed : Exposed
    areas : Areas
    """
    piece, area, scores = exposed.piece, exposed.area, exposed.scores
    words = np.array(CLASSES, object)
    columns = {"element_fid": elements.features.fid[elements.element[piece]]}
    if elements.segments is not None:
        columns.update({
            "segment": elements.segments.number[piece],
            "from_m": np.round(elements.segments.start[piece] / elements.scale[piece], 2),
            "to_m": np.round(elements.segments.end[piece] / elements.scale[piece], 2),
        })  # fmt: skip
    unit = {"line": "m", "polygon": "m2", "point": ""}[elements.kind]
    if unit:
        columns[{"m": "length_m", "m2": "footprint_m2"}[unit]] = np.round(elements.amount[piece], 2)
        columns[f"inside_{unit}"] = np.round(exposed.inside, 2)
    columns.update({
        "relation": np.array(RELATIONS, object)[exposed.relation],
        "distance_m": np.round(exposed.distance, 2),
        "areas": exposed.areas,
        "area_ids": np.array(exposed.names, object),
        "area_id": np.array([str(name) for name in areas.name[area]], object),
        "area_quality": areas.quality[area],
        "velocity_mm_yr": np.round(exposed.velocity, 3),
        "velocity_from": np.where(exposed.from_points, "points", "area").astype(object),
        "points": exposed.points,
        "gradient_mm_yr_100m": np.round(exposed.gradient, 3),
        "gradient_std_mm_yr_100m": np.round(exposed.gradient_std, 3),
        "gradient_from": _sources(exposed),
        "score_velocity": np.round(scores.rate, 4),
        "score_gradient": np.round(scores.gradient, 4),
        "score_position": np.round(scores.position, 4),
        "score_quality": np.round(scores.confidence, 4),
        "score": np.round(scores.score, 2),
        "class": words[class_of(scores.score)],
        "rank": exposed.rank,
    })  # fmt: skip
    columns["why"] = np.array(_reasons(columns), object)
    return columns


def _sources(exposed):
    source = np.where(exposed.gradient_from_points, "points", "area").astype(object)
    return np.where(np.isnan(exposed.gradient), "", source)


def _reasons(columns) -> list:
    names = (
        "relation", "area_id", "area_quality", "distance_m", "velocity_mm_yr", "velocity_from",
        "points", "gradient_mm_yr_100m", "gradient_from", "score_gradient",
    )  # fmt: skip
    return [_reason(*row) for row in zip(*(columns[name].tolist() for name in names))]


def _reason(
    relation, area, quality, distance, velocity, source, points, gradient, bend_source, bend
):
    where = f"{distance:g} m from" if relation == "near" else relation
    text = f"{where} area {area}"
    text += f" of quality {quality:g}" if np.isfinite(quality) else " of unknown quality"
    if not np.isfinite(velocity):
        return f"{text}; rate unknown"
    about = f" ({points} points)" if source == "points" else " (of the area)"
    text += f"; {velocity:.3g} mm/yr{about}"
    if np.isfinite(gradient):
        text += f"; {gradient:.2g} mm/yr over 100 m"
        if bend_source == "area":
            text += " (of the area)"
        elif bend == 0:
            text += " (not significant)"
    return text


def total_rows(elements, exposed, areas, pairs, kinds=None) -> list:
    """Totals: of all, by kind, and by area.

    Returns
    -------
    list of dict
        By :data:`TOTAL_FIELDS`; the first one is of all.
    """
    is_line = elements.kind == "line"
    amount = elements.amount / 1e3 if is_line else np.ones(len(elements.element))
    inside = exposed.inside / 1e3 if is_line else (exposed.relation > 0).astype(float)
    unit = "km" if is_line else "count"
    grade = class_of(exposed.scores.score)

    def row(group, value, count, total, of_exposed, held=None):
        pieces = exposed.piece[of_exposed]
        near = amount[pieces]
        by_class = np.bincount(grade[of_exposed], near, len(CLASSES))
        values = (inside[of_exposed] if held is None else held).sum()
        share = 100 / total if total > 0 else np.nan
        return dict(zip(TOTAL_FIELDS, (
            group, value, unit, count, len(np.unique(elements.element[pieces])), float(total),
            float(values), float(near.sum()), float(values * share), float(near.sum() * share),
            *by_class,
        )))  # fmt: skip

    count, total = len(np.unique(elements.element)), float(amount.sum())
    rows = [row("all", "all", count, total, np.arange(len(exposed)))]
    if kinds is not None:
        of_piece = kinds[elements.element].astype(str)
        for kind in np.unique(of_piece):
            mine = of_piece == kind
            several = len(np.unique(elements.element[mine]))
            of_exposed = np.flatnonzero(mine[exposed.piece])
            rows.append(row("kind", kind, several, amount[mine].sum(), of_exposed))
    row_of = np.full(len(elements.element), -1)
    row_of[exposed.piece] = np.arange(len(exposed))
    held = pairs.amount / 1e3 / elements.scale[pairs.element]
    if not is_line:
        held = (pairs.distance == 0).astype(float)
    order = np.argsort(pairs.area, kind="stable")
    for these in np.split(order, np.flatnonzero(np.diff(pairs.area[order])) + 1):
        if len(these):
            mine = row_of[pairs.element[these]]
            name = areas.name[pairs.area[these[0]]]
            rows.append(row("area", name, count, total, mine, held[these]))
    return rows


def area_columns(elements, exposed, areas, pairs) -> dict:
    """Columns of the areas: what lies in and near each, and its rank by the highest score."""
    is_line = elements.kind == "line"
    size = len(areas)
    held = pairs.amount / 1e3 / elements.scale[pairs.element]
    amount = elements.amount[pairs.element] / 1e3
    if not is_line:
        held, amount = (pairs.distance == 0).astype(float), np.ones(len(held))
    worst = np.zeros(size)
    np.maximum.at(worst, pairs.area, exposed.pair_score)
    inside = np.bincount(pairs.area, held, size)
    near = np.bincount(pairs.area, amount, size)
    unit = "km" if is_line else "count"
    words = np.array(CLASSES, object)
    rank = np.ma.array(ranks(worst, inside), mask=near == 0)
    return {
        f"exposed_inside_{unit}": np.round(inside, 4), f"exposed_within_{unit}": np.round(near, 4),
        "exposed_score": np.round(worst, 2),
        "exposed_class": np.where(near > 0, words[class_of(worst)], ""),
        "exposed_rank": rank,
    }  # fmt: skip

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of an exposure analysis: columns that explain each score, and totals."""

from __future__ import annotations

import csv

import numpy as np

from ..areas.exposure import CLASSES, RELATIONS, class_of, ranks
from .texts import csv_text

TOTAL_FIELDS = (
    "group", "value", "unit", "elements", "exposed_elements", "total", "inside", "within",
    "inside_percent", "within_percent", *(name.replace(" ", "_") for name in CLASSES),
)  # fmt: skip


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


def write_totals(path, rows) -> None:
    """Write totals as CSV."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, TOTAL_FIELDS)
        table.writeheader()
        for row in rows:
            table.writerow({name: _cell(value) for name, value in row.items()})


def _cell(value):
    if isinstance(value, (float, np.floating)):
        return f"{value:.6g}" if np.isfinite(value) else ""
    return csv_text(value)

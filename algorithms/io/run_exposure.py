# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Roads, railways, pipes and buildings in or near active areas: files in, files out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import numpy as np

from ..areas.exposure import CLASSES, RELATIONS, ScoreOptions, class_of, ranks, score
from ..areas.local_rates import LocalRates, local_rates
from ..errors import GroundshiftError
from ..runner import check_cancelled, tell
from .atomic import Transaction
from .exposed_layers import (
    AreaFields,
    Areas,
    Elements,
    read_areas,
    read_elements,
    read_rates,
)
from .exposure_outputs import area_columns, exposed_columns, total_rows, write_totals
from .exposure_overlay import Overlay, inside_any, overlay
from .fault_layers import LayerSource
from .features import write_features
from .field_types import with_own_types, without_clashes
from .wkb import line_wkb

SIGNIFICANT = 2.0  # standard errors: a gradient below that is taken as none
LEAST_POINTS = 3  # for a rate of their own; else the area's is taken


@dataclass(frozen=True)
class ExposureOptions:
    """How to look for what is exposed.

    Parameters
    ----------
    segment : float
        Metres of a segment of a line.
    point_distance : float
        Metres within which measurement points speak for an element.
    score : ScoreOptions
    kind : str
        Field of the elements by which totals are given; '' for none.
    """

    segment: float = 100.0
    point_distance: float = 100.0
    score: ScoreOptions = field(default_factory=ScoreOptions)
    kind: str = ""


@dataclass(frozen=True)
class ExposureTargets:
    """Where to write; None for what is not wanted."""

    exposed: Path | None = None
    areas: Path | None = None
    totals: Path | None = None


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
        Index in :data:`..areas.exposure.RELATIONS`.
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


@dataclass(frozen=True)
class ExposureReport:
    """What came out.

    Parameters
    ----------
    kind : str
        ``line``, ``polygon`` or ``point``.
    pieces, exposed, elements, exposed_elements : int
        Segments (or elements) looked at and exposed, and elements.
    total, inside, within : float
        km of lines, or number: of all, in areas, and in or within the distance of areas.
    by_class : dict of str to float
        The same, exposed, by class.
    areas : int
        With anything in or near them.
    highest : float
        Score.
    notes : tuple of str
    """

    kind: str
    pieces: int
    exposed: int
    elements: int
    exposed_elements: int
    total: float
    inside: float
    within: float
    by_class: dict
    areas: int
    highest: float
    notes: tuple = ()

    def results(self) -> dict:
        """The numbers that a tool reports."""
        return {
            "PIECES": self.pieces, "EXPOSED_PIECES": self.exposed,
            "EXPOSED_ELEMENTS": self.exposed_elements, "TOTAL": self.total, "INSIDE": self.inside,
            "WITHIN": self.within, "HIGH": self.by_class["high"] + self.by_class["very high"],
            "AREA_COUNT": self.areas, "HIGHEST_SCORE": self.highest,
        }  # fmt: skip


def run_exposure(
    areas_source: LayerSource,
    elements_source: LayerSource,
    targets: ExposureTargets,
    options: ExposureOptions | None = None,
    fields: AreaFields | None = None,
    points_source: LayerSource | None = None,
    points_field: str = "",
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ExposureReport:
    """Find, score and rank what lies in or near active areas.

    Parameters
    ----------
    areas_source : LayerSource
        Polygons.
    elements_source : LayerSource
        Lines, polygons or points.
    targets : ExposureTargets
    options : ExposureOptions, optional
    fields : AreaFields, optional
    points_source : LayerSource, optional
        Measurement points: rates and gradients on the spot.
    points_field : str
        Their field of rates.
    progress, cancelled : callable, optional

    Raises
    ------
    GroundshiftError
        For input that cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options = options or ExposureOptions()
    areas, local = read_areas(areas_source, fields or AreaFields())
    check_cancelled(cancelled)
    elements = read_elements(elements_source, local, options.segment)
    kinds = elements.features.texts(options.kind) if options.kind else None
    notes = [*areas.notes, *elements.notes]
    tell(progress, 0.2)
    pairs = overlay(
        elements.wkb, elements.boxes, areas.wkb, options.score.distance * areas.scale,
        elements.kind, _part(progress, 0.2, 0.7), cancelled,
    )  # fmt: skip
    nearby = None
    if points_source is not None:
        places, rates, note = read_rates(points_source, points_field, local)
        notes.append(note)
        pieces = np.unique(pairs.element)
        reach = (elements.half + options.point_distance * elements.scale)[pieces]
        nearby = pieces, local_rates(elements.middle[pieces], reach, places, rates)
    _check_rates(areas, nearby)
    check_cancelled(cancelled)
    tell(progress, 0.8)
    exposed = _judged(elements, areas, pairs, nearby, options)
    _say(elements, exposed, notes)
    rows = total_rows(elements, exposed, areas, pairs, kinds)
    with Transaction() as files:
        if targets.exposed:
            _write_exposed(
                files.add(targets.exposed), elements_source, elements, areas, exposed, local
            )
        if targets.areas:
            kept = with_own_types(areas.features, areas_source.path, areas_source.layer)
            columns = area_columns(elements, exposed, areas, pairs)
            write_features(
                files.add(targets.areas), areas.features.crs, "polygon", areas.features.wkb,
                without_clashes({**kept, **columns}), "areas",
            )  # fmt: skip
        if targets.totals:
            write_totals(files.add(targets.totals), rows)
    tell(progress, 1.0)
    return _report(elements, exposed, pairs, rows[0], notes)


def _part(progress, start, stop):
    return None if progress is None else lambda done: progress(start + (stop - start) * done)


def _check_rates(areas: Areas, nearby) -> None:
    if np.isfinite(areas.velocity).any() or nearby is not None:
        return
    raise GroundshiftError(
        f"{areas.features.path}: no rate of the areas is known (it has the fields "
        f"{', '.join(areas.features.columns) or 'none'}); say which field holds it, or give the "
        "measurement points."
    )


def _judged(elements: Elements, areas: Areas, pairs: Overlay, nearby, options) -> Exposed:
    """Score every pair of a piece and an area, and keep the highest of each piece."""
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
    scores = score(velocity, counted, areas.quality[pairs.area], inside, distance, options.score)
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


def _write_exposed(path, source, elements, areas, exposed, local) -> None:
    """The exposed pieces in the elements' CRS, the highest score first."""
    order = np.argsort(exposed.rank, kind="stable")
    kept = with_own_types(elements.features, source.path, source.layer)
    owner = elements.element[exposed.piece][order]
    columns = {name: values[owner] for name, values in kept.items()}
    columns.update(
        (name, values[order]) for name, values in exposed_columns(elements, exposed, areas).items()
    )
    crs = elements.features.crs
    if elements.kind == "line":
        vertices = [elements.segments.vertices[k] for k in exposed.piece[order]]
        wkb = [line_wkb(line) for line in _back(vertices, crs, local)]
    else:
        wkb = [elements.features.wkb[k] for k in owner]
    write_features(path, crs, elements.kind, wkb, without_clashes(columns), "exposed")


def _back(vertices, crs, local) -> list:
    """Lines in local metres taken back to a CRS."""
    if not vertices:
        return []
    flat = np.stack(local.back(crs, np.concatenate(vertices)), axis=1)
    return np.split(flat, np.cumsum([len(line) for line in vertices])[:-1])


def _say(elements, exposed, notes) -> None:
    count = len(exposed)
    if not count:
        notes.append("Nothing lies in or near the areas.")
        return
    unit = {"line": "segments", "polygon": "polygons", "point": "points"}[elements.kind]
    by_points = int(exposed.from_points.sum())
    held = int((exposed.relation > 0).sum())
    notes.append(
        f"{count} of {len(elements.element)} {unit} are exposed, {held} of them at least "
        f"{RELATIONS[1]}; the rates of {by_points} come from measurement points, those of "
        f"{count - by_points} from the areas."
    )
    flat = int((exposed.gradient < SIGNIFICANT * exposed.gradient_std).sum())
    if flat:
        notes.append(
            f"The gradients at {flat} are below {SIGNIFICANT:g} standard errors and score nothing."
        )


def _report(elements, exposed, pairs, row, notes) -> ExposureReport:
    grade = class_of(exposed.scores.score)
    is_line = elements.kind == "line"
    amount = elements.amount[exposed.piece] / 1e3 if is_line else np.ones(len(exposed))
    return ExposureReport(
        elements.kind, len(elements.element), len(exposed), len(elements.features),
        len(np.unique(elements.element[exposed.piece])), row["total"], row["inside"], row["within"],
        {name: float(amount[grade == k].sum()) for k, name in enumerate(CLASSES)},
        len(np.unique(pairs.area)), float(exposed.scores.score.max(initial=0.0)), tuple(notes),
    )  # fmt: skip

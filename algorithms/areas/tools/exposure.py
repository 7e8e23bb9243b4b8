# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Roads, railways, pipes and buildings in or near active areas."""

from __future__ import annotations

from ...declare import Chosen, Output, field, layer, number, text


class Exposure(Chosen):
    """Areas, what lies in or near them, and how it is scored."""

    areas = layer(
        "Active areas", "Polygons, such as those of 'Active areas', with a rate and a quality.",
        ("polygons",),
    )  # fmt: skip
    elements = layer(
        "Roads, railways or buildings",
        "Lines, polygons or points, in any CRS. Run the tool once for each layer; scores can be"
        " compared between them.", ("lines", "polygons", "points"),
    )  # fmt: skip
    distance = number(
        "Distance (m)", "What is farther from every area is not exposed.", 50.0, 0.0,
    )  # fmt: skip
    segment = number(
        "Length of segments (m)",
        "Lines are cut into segments of this length; the last one takes the rest.", 100.0, 0.1,
    )  # fmt: skip
    kind_field = field(
        "Field: kind of the elements",
        "Totals are given for each kind, such as classes of roads.", "ELEMENTS", advanced=False,
    )  # fmt: skip
    points = layer(
        "Measurement points",
        "Points with rates: their median within the distance below replaces the area's rate "
        "(from 3 points on; inside of an area only where it is larger), and a plane through "
        "them gives the gradient (from 5 points on).", ("points",), optional=True,
    )  # fmt: skip
    point_field = field(
        "Field: rate of the points (mm/yr)",
        "Where empty: slope_velocity_mm_yr, velocity_mm_yr or another usual name.", "POINTS",
        numeric=True,
    )  # fmt: skip
    point_distance = number(
        "Distance of points (m)", "Points so far from a segment or object speak for it.", 100.0,
        0.1, advanced=True,
    )  # fmt: skip
    velocity_field = field(
        "Field: rate of the areas (mm/yr)",
        "Along the line of sight or the slope; its size counts. Where empty: "
        "slope_velocity_mm_yr, mean_slope_mm_yr, mean_mm_yr, median_mm_yr or velocity_mm_yr, "
        "the first that is there.", "AREAS", numeric=True,
    )  # fmt: skip
    quality_field = field(
        "Field: quality of the areas", "1 (best) to 4; where empty: quality.", "AREAS",
        numeric=True,
    )  # fmt: skip
    gradient_field = field(
        "Field: gradient of the areas (mm/yr over 100 m)",
        "Where empty: gradient_mm_yr_100m, or the range of the rates (max_mm_yr - min_mm_yr) "
        "over half of the area's extent, as a rough stand-in.", "AREAS", numeric=True,
    )  # fmt: skip
    id_field = field(
        "Field: name of the areas", "Where empty: area_id, or the fid.", "AREAS",
    )  # fmt: skip
    velocity_limits = text(
        "Limits of the rate (mm/yr)",
        "Rates that score 0.25, 0.5, 0.75 and 1; linear in between.", default="2, 5, 10, 20",
        optional=False, advanced=True,
    )  # fmt: skip
    gradient_limits = text(
        "Limits of the gradient (mm/yr over 100 m)",
        "As for the rate. 4 reaches an angular distortion of 1/500, at which buildings crack, "
        "in 50 years.", default="1, 2, 4, 8", optional=False, advanced=True,
    )  # fmt: skip
    confidence = text(
        "Weights of the quality indices 1 to 4",
        "From 0 to 1; areas of unknown quality get 0.6.", default="1, 0.85, 0.6, 0.25",
        optional=False, advanced=True,
    )  # fmt: skip
    gradient_weight = number(
        "Weight of the gradient", "Share of the gradient in the score, where it is known.", 0.4,
        0.0, 1.0, advanced=True,
    )  # fmt: skip

    def check(self):
        """Limits grow."""
        self.score()

    def score(self):
        """How the core scores."""
        from ..exposure import ScoreOptions, parse_limits

        limits = {
            name: parse_limits(getattr(self, name), self.own[name].words, name != "confidence")
            for name in ("velocity_limits", "gradient_limits", "confidence")
        }
        return ScoreOptions(distance=self.distance, gradient_weight=self.gradient_weight, **limits)


OUTPUTS = (
    Output(
        "any", "EXPOSED", "Exposed elements",
        "Segments of lines, polygons or points in or near areas, the highest score first.",
        name="Exposure",
    ),
    Output(
        "polygons", "RANKED_AREAS", "Areas by what they expose",
        "The active areas with what lies in and near them, and their rank.", optional=True,
        by_default=False, style="exposing_areas",
        abstract="Highest score of what lies in or near each area.",
    ),
    Output(
        "file", "TOTALS", "Totals", "km or number by kind, by area and by class.", "CSV (*.csv)",
        optional=True,
    ),
)  # fmt: skip
NUMBERS = {
    "PIECES": "Segments or objects",
    "EXPOSED_PIECES": "Exposed segments or objects",
    "EXPOSED_ELEMENTS": "Elements with an exposed part",
    "TOTAL": "All (km or number)",
    "INSIDE": "In areas (km or number)",
    "WITHIN": "In or near areas (km or number)",
    "HIGH": "Of high or very high class (km or number)",
    "AREA_COUNT": "Areas with anything in or near them",
    "HIGHEST_SCORE": "Highest score",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Find, score and rank; see :mod:`...declare`."""
    import numpy as np

    from ...errors import GroundshiftError
    from ...formats.text.csv_tables import write_csv
    from ...formats.vectors.exposure_overlay import overlay
    from ...formats.vectors.features import write_features
    from ...formats.vectors.field_types import with_own_types, without_clashes
    from ..exposure import CLASSES, class_of
    from ..local_rates import local_rates
    from .exposed_layers import read_areas, read_elements, read_rates
    from .exposed_pieces import TOTAL_FIELDS, area_columns, judged, total_rows

    areas, local = read_areas(chosen)
    job.check()
    elements = read_elements(chosen.elements, local, chosen.segment)
    kinds = elements.features.texts(chosen.kind_field) if chosen.kind_field else None
    notes = [*areas.notes, *elements.notes]
    job.tell(0.2)
    pairs = overlay(
        elements.wkb, elements.boxes, areas.wkb, chosen.distance * areas.scale, elements.kind,
        job.part(0.2, 0.7).tell, job.cancelled,
    )  # fmt: skip
    nearby = None
    if chosen.points is not None:
        places, rates, note = read_rates(chosen.points, chosen.point_field, local)
        notes.append(note)
        pieces = np.unique(pairs.element)
        reach = (elements.half + chosen.point_distance * elements.scale)[pieces]
        nearby = pieces, local_rates(elements.middle[pieces], reach, places, rates)
    elif not np.isfinite(areas.velocity).any():
        raise GroundshiftError(
            f"{areas.features.path}: no rate of the areas is known (it has the fields "
            f"{', '.join(areas.features.columns) or 'none'}); say which field holds it, or give "
            "the measurement points."
        )
    job.check()
    job.tell(0.8)
    exposed = judged(elements, areas, pairs, nearby, chosen.score())
    notes += _told(elements, exposed)
    rows = total_rows(elements, exposed, areas, pairs, kinds)
    if outputs.wanted("EXPOSED"):
        path = outputs.path("EXPOSED")
        _write_exposed(path, chosen.elements, elements, areas, exposed, local)
    if outputs.wanted("RANKED_AREAS"):
        kept = with_own_types(areas.features, *chosen.areas)
        columns = area_columns(elements, exposed, areas, pairs)
        write_features(
            outputs.path("RANKED_AREAS"), areas.features.crs, "polygon", areas.features.wkb,
            without_clashes({**kept, **columns}), "areas",
        )  # fmt: skip
    if outputs.wanted("TOTALS"):
        lines = [[row.get(name, "") for name in TOTAL_FIELDS] for row in rows]
        write_csv(outputs.path("TOTALS"), TOTAL_FIELDS, lines)
    for note in notes:
        job.note(note)
    outputs.look(
        "EXPOSED", style=f"exposure_{elements.kind}s",
        abstract="Scores from 0 to 100 by rate, gradient, quality and position. "
        + " ".join(notes),
    )  # fmt: skip
    job.tell(1.0)
    high = exposed.piece[class_of(exposed.scores.score) >= CLASSES.index("high")]
    is_line = elements.kind == "line"
    return {
        "PIECES": len(elements.element), "EXPOSED_PIECES": len(exposed),
        "EXPOSED_ELEMENTS": len(np.unique(elements.element[exposed.piece])),
        "TOTAL": rows[0]["total"], "INSIDE": rows[0]["inside"], "WITHIN": rows[0]["within"],
        "HIGH": float(elements.amount[high].sum() / 1e3) if is_line else float(len(high)),
        "AREA_COUNT": len(np.unique(pairs.area)),
        "HIGHEST_SCORE": float(exposed.scores.score.max(initial=0.0)),
    }  # fmt: skip


def _write_exposed(path, source, elements, areas, exposed, local) -> None:
    """The exposed pieces in the elements' CRS, the highest score first."""
    import numpy as np

    from ...formats.vectors.features import write_features
    from ...formats.vectors.field_types import with_own_types, without_clashes
    from ...formats.vectors.wkb import line_wkb
    from .exposed_pieces import exposed_columns

    order = np.argsort(exposed.rank, kind="stable")
    kept = with_own_types(elements.features, *source)
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
    import numpy as np

    if not vertices:
        return []
    flat = np.stack(local.back(crs, np.concatenate(vertices)), axis=1)
    return np.split(flat, np.cumsum([len(line) for line in vertices])[:-1])


def _told(elements, exposed) -> list:
    """What to say of them."""
    from ..exposure import RELATIONS
    from .exposed_pieces import SIGNIFICANT

    count = len(exposed)
    if not count:
        return ["Nothing lies in or near the areas."]
    unit = {"line": "segments", "polygon": "polygons", "point": "points"}[elements.kind]
    by_points = int(exposed.from_points.sum())
    held = int((exposed.relation > 0).sum())
    notes = [
        f"{count} of {len(elements.element)} {unit} are exposed, {held} of them at least "
        f"{RELATIONS[1]}; the rates of {by_points} come from measurement points, those of "
        f"{count - by_points} from the areas."
    ]
    flat = int((exposed.gradient < SIGNIFICANT * exposed.gradient_std).sum())
    if flat:
        notes.append(
            f"The gradients at {flat} are below {SIGNIFICANT:g} standard errors and score nothing."
        )
    return notes

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What active areas may be: evidence from layers, scored by rules."""

from __future__ import annotations

from ...declare import Chosen, Output, field, file, layer, number, raster, text

MAPPED = (
    "Polygons, lines or points: an area counts fully from a fifth of it inside of polygons, or "
    "where it holds a line or point; half where it is near."
)


class ClassifyAreas(Chosen):
    """The layers that hold evidence, and when a class is told."""

    areas = layer(
        "Active areas", "Polygons of 'Active areas', with mean_mm_yr.", ("polygons",),
    )  # fmt: skip
    dem = raster(
        "Elevation model", "Metres; slopes are needed for landslides and subsidence.",
        optional=True,
    )  # fmt: skip
    landslides = layer("Mapped landslides", MAPPED, ("any",), optional=True)
    sinkholes = layer("Mapped sinkholes", MAPPED, ("any",), optional=True)
    mining = layer("Mapped mining", MAPPED, ("any",), optional=True)
    built = layer("Buildings and works", MAPPED, ("any",), optional=True)
    ground = layer(
        "Geology or land cover", "Polygons with classes of the ground.", ("polygons",),
        optional=True,
    )  # fmt: skip
    ground_field = field(
        "Field: class of the ground", "Needed with that layer.", "GROUND", advanced=False,
    )  # fmt: skip
    soft = text(
        "Words for compressible ground",
        "A class that holds one of these words (or parts of words), parted by commas.",
        default="alluvi, clay, peat, silt, mud, organic, lacustrine, marsh, fill",
        optional=False, advanced=True,
    )  # fmt: skip
    soluble = text(
        "Words for soluble ground", "As above.",
        default="limestone, dolom, gyps, anhydrite, evaporit, halite, salt, karst, carbonate, "
        "chalk",
        optional=False, advanced=True,
    )  # fmt: skip
    east = raster(
        "Rate to the east (mm/yr)", "From the tool 'Decompose into up and east'.", optional=True,
    )  # fmt: skip
    up = raster(
        "Rate upwards (mm/yr)", "As above.", optional=True,
    )  # fmt: skip
    least_rate = number(
        "Minimum rate for a direction (mm/yr)",
        "Of (east, up); slower areas have no known direction.", 2.0, 0.0, advanced=True,
    )  # fmt: skip
    distance = number(
        "Distance that is near (m)", "To what is mapped.", 50.0, 0.0, advanced=True,
    )  # fmt: skip
    smoothing = number(
        "Radius of slopes (m)", "0 takes 3 x 3 cells.", 60.0, 0.0, advanced=True,
    )  # fmt: skip
    rules = file(
        "Table of rules",
        "CSV instead of the shipped rules, with the columns process, evidence, from, to, "
        "weight, needed.", "CSV (*.csv)", optional=True, advanced=True,
    )  # fmt: skip
    least_score = number(
        "Minimum score", "Of a class.", 0.5, 0.0, 1.0, advanced=True,
    )  # fmt: skip
    least_known = number(
        "Minimum known share", "Of the weights of a class' rules.", 0.5, 0.0, 1.0, advanced=True,
    )  # fmt: skip
    lead = number(
        "Minimum lead", "Over the second score.", 0.1, 0.0, 1.0, advanced=True,
    )  # fmt: skip

    def check(self):
        """What belongs together."""
        if (self.east is None) != (self.up is None):
            missing = "east" if self.east is None else "up"
            self.refuse(missing, "is missing; give both rates or neither.")
        if self.ground is not None and not self.ground_field:
            self.refuse("ground_field", "is missing; say which field to use.")


OUTPUTS = (
    Output(
        "polygons", "CLASSIFIED", "Classified areas",
        "The areas with class, scores and evidence.",
        style="area_classes",
    ),
)  # fmt: skip
NUMBERS = {
    "COUNT": "Areas",
    "LANDSLIDE": "Landslide",
    "SUBSIDENCE": "Subsidence",
    "SINKHOLE": "Sinkhole",
    "SETTLEMENT": "Settlement",
    "MINING": "Mining",
    "UNCLASSIFIED": "Unclassified",
}  # fmt: skip


def run(chosen, outputs, job) -> dict:
    """Gather, score, write; see :mod:`...declare`."""
    import numpy as np

    from ...formats.vectors.features import write_polygons
    from ...formats.vectors.field_types import with_own_types, without_clashes
    from ..classification import PROCESSES, RULES, UNCLASSIFIED, ClassLimits, classify
    from .area_evidence import AreaShapes, evidence_of

    rules = RULES if chosen.rules is None else read_rules(chosen.rules)
    areas = AreaShapes(chosen.areas)
    job.tell(0.1)
    evidence = evidence_of(areas, chosen, job)
    job.check()
    job.tell(0.8)
    limits = ClassLimits(chosen.least_score, chosen.least_known, chosen.lead)
    scores = classify(evidence, rules, limits)
    kept = with_own_types(areas.features, *chosen.areas)
    write_polygons(
        outputs.path("CLASSIFIED"), areas.features.crs, areas.features.wkb,
        without_clashes(_apart(kept, _columns(evidence, scores))), "classes",
    )  # fmt: skip
    notes = _notes(areas, evidence, rules)
    for note in notes:
        job.note(note)
    outputs.look("CLASSIFIED", abstract="What active areas may be. " + " ".join(notes))
    job.tell(1.0)
    names = (*PROCESSES, UNCLASSIFIED)
    counts = np.bincount(scores.category % len(names), minlength=len(names))  # -1: unclassified
    return {"COUNT": len(areas.size), **{n.upper(): int(k) for n, k in zip(names, counts)}}


def read_rules(path) -> tuple:
    """Rules of a CSV file with a header; see :func:`..classification.parse_rules`."""
    from ...formats.text.csv_tables import read_csv
    from ..classification import parse_rules

    return parse_rules(read_csv(path), str(path))


def _columns(evidence, scores) -> dict:
    import numpy as np

    from ..classification import PROCESSES, UNCLASSIFIED

    names = np.array([*PROCESSES, UNCLASSIFIED], object)
    best = np.nanmax(np.nan_to_num(scores.score, nan=0.0), axis=0)
    columns = {
        "class": names[scores.category], "class_score": np.round(best, 3),
        "class_reason": np.array(scores.reason, object),
    }  # fmt: skip
    for k, name in enumerate(PROCESSES):
        columns[f"{name}_score"] = np.round(scores.score[k], 3)
        columns[f"{name}_known"] = np.round(scores.known[k], 3)
        columns[f"{name}_why"] = np.array(scores.why[k], object)
    columns.update({f"ev_{name}": np.round(values, 5) for name, values in evidence.items()})
    return columns


def _apart(kept, columns) -> dict:
    """Columns of an earlier run are replaced, all others stay."""
    new = {name.lower() for name in columns}
    return {**{k: v for k, v in kept.items() if k.lower() not in new}, **columns}


def _notes(areas, evidence, rules) -> list:
    used = {rule.evidence for rule in rules}
    missing = sorted(used - set(evidence))
    notes = [*areas.notes, "Scores rank explanations; they are no calibrated probabilities."]
    if missing:
        notes.append(
            f"No layer gives this evidence, and its rules do not count: {', '.join(missing)}."
        )
    out = {rule.process for rule in rules if rule.needed and rule.evidence in missing}
    if out:
        notes.append(
            "Without evidence that they need, no area can be classified as: "
            f"{', '.join(sorted(out))}."
        )
    return notes

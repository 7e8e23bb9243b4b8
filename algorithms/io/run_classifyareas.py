# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What active areas may be: evidence from layers, scored by rules, written with reasons."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import numpy as np

from ..areas.classification import (
    PROCESSES,
    RULES,
    UNCLASSIFIED,
    ClassLimits,
    Scores,
    classify,
    parse_rules,
)
from ..errors import GroundshiftError
from ..runner import check_cancelled, tell
from .area_evidence import AreaShapes, LayerEvidence, evidence_of
from .atomic import Transaction
from .fault_layers import LayerSource
from .features import write_polygons
from .field_types import with_own_types, without_clashes


@dataclass(frozen=True)
class ClassifyReport:
    """What came out.

    Parameters
    ----------
    counts : dict of str to int
        Areas by class.
    evidence : tuple of str
        Kinds of evidence that were there.
    notes : tuple of str
    """

    counts: dict
    evidence: tuple
    notes: tuple = field(default_factory=tuple)

    def numbers(self) -> dict:
        """The tool's number results."""
        return {
            "COUNT": sum(self.counts.values()),
            **{name.upper(): self.counts[name] for name in (*PROCESSES, UNCLASSIFIED)},
        }


def read_rules(path) -> tuple:
    """Rules of a CSV file with a header; see :func:`..areas.classification.parse_rules`."""
    try:
        with open(path, newline="", encoding="utf-8-sig") as file:
            return parse_rules(list(csv.DictReader(file)), str(path))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GroundshiftError(
            f"{path}: cannot be read as CSV ({error}); check the file."
        ) from error


def run_classifyareas(
    source: LayerSource,
    target: Path,
    layers: LayerEvidence,
    rules_path=None,
    limits: ClassLimits | None = None,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ClassifyReport:
    """Classify active areas and write them with their evidence.

    Parameters
    ----------
    source : LayerSource
        Active areas.
    target : path
        GeoPackage.
    layers : LayerEvidence
        Where evidence comes from.
    rules_path : path, optional
        CSV of rules instead of :data:`..areas.classification.RULES`.
    limits : ClassLimits, optional
    progress, cancelled : callable, optional

    Raises
    ------
    GroundshiftError
        For input that cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    rules = read_rules(rules_path) if rules_path else RULES
    areas = AreaShapes(source)
    tell(progress, 0.1)
    evidence = evidence_of(areas, layers, cancelled)
    check_cancelled(cancelled)
    tell(progress, 0.8)
    scores = classify(evidence, rules, limits)
    kept = with_own_types(areas.features, source.path, source.layer)
    with Transaction() as files:
        write_polygons(
            files.add(target), areas.features.crs, areas.features.wkb,
            without_clashes(_apart(kept, _columns(evidence, scores))), "classes",
        )  # fmt: skip
    tell(progress, 1.0)
    names = np.array([*PROCESSES, UNCLASSIFIED], object)[scores.category]
    return ClassifyReport(
        {name: int((names == name).sum()) for name in (*PROCESSES, UNCLASSIFIED)},
        tuple(evidence), tuple(_notes(areas, evidence, rules)),
    )  # fmt: skip


def _columns(evidence, scores: Scores) -> dict:
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

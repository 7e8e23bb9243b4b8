# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""A landslide inventory brought up to date with measured rates: files in, files out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import numpy as np

from ..areas.inventory import (
    NEAR_LIMIT,
    NOISE,
    NOT_ASSESSED,
    STATES,
    InventoryRules,
    Judged,
    former_states,
    judge,
    state_matrix,
    states_now,
)
from ..runner import check_cancelled, tell
from .area_shapes import areas_of, points_inside
from .atomic import Transaction
from .exposure_overlay import Overlay, boxes_of, inside_any, overlay
from .fault_layers import LayerSource
from .features import write_polygons
from .field_types import without_clashes
from .inventory_html import report_html
from .inventory_layers import (
    MOTIONS,
    ActiveLayer,
    Inventory,
    Targets,
    read_active,
    read_inventory,
    read_targets,
)
from .wkb import parts

NEAREST = 5000.0  # metres within which a candidate's nearest landslide is looked for
TINY = 1e-6  # of an area: less in a polygon is its outline only


@dataclass(frozen=True)
class UpdateOptions:
    """How to bring an inventory up to date.

    Parameters
    ----------
    rules : InventoryRules
    former : str
        Field of the former class; '' for none.
    identity : str
        Field of the landslides' names; '' for their fid.
    radius : float
        Of circles around points, metres.
    motion : str
        One of :data:`.inventory_layers.MOTIONS`.
    coherence, largest_std : float
        See :func:`.inventory_layers.read_targets`.
    overlap : float
        Share of an active area up to which it may lie in landslides and still be a candidate.
    worst_quality : int
        Of candidates, 1 to 4.
    """

    rules: InventoryRules = field(default_factory=InventoryRules)
    former: str = ""
    identity: str = ""
    radius: float = 0.0
    motion: str = MOTIONS[0]
    coherence: float = 0.0
    largest_std: float = 0.0
    overlap: float = 0.0
    worst_quality: int = 3


@dataclass(frozen=True)
class UpdateTargets:
    """Where to write; None for what is not wanted."""

    inventory: Path | None = None
    candidates: Path | None = None
    report: Path | None = None


@dataclass(frozen=True)
class UpdateReport:
    """What came out.

    Parameters
    ----------
    classes : tuple of str
        Of activity, and "not assessed".
    counts : tuple of int
        Polygons by class.
    areas : tuple of float
        km2 by class.
    states : dict of str to int
    rows, matrix
        See :func:`..areas.inventory.state_matrix`.
    targets, inside : int
        Targets, and those in a polygon.
    candidates : int or None
        None without active areas.
    active : int
        Active areas.
    motion : str
    notes : tuple of str
    """

    classes: tuple
    counts: tuple
    areas: tuple
    states: dict
    rows: list
    matrix: np.ndarray
    targets: int
    inside: int
    candidates: int | None
    active: int
    motion: str
    notes: tuple

    def numbers(self) -> dict:
        """The tool's number results."""
        return {
            "COUNT": sum(self.counts), "ASSESSED": sum(self.counts[:-1]),
            "NOT_ASSESSED": self.counts[-1], "STABLE": self.counts[0],
            "MOVING": sum(self.counts[1:-1]), "MOVING_KM2": sum(self.areas[1:-1]),
            "REACTIVATED": self.states[STATES[0, 1]], "STOPPED": self.states[STATES[1, 0]],
            "TARGETS": self.targets, "TARGETS_INSIDE": self.inside,
            "CANDIDATE_COUNT": self.candidates,
        }  # fmt: skip


@dataclass(frozen=True)
class _Met:
    """How active areas and landslides lie to each other.

    Parameters
    ----------
    pairs : Overlay
        Elements are active areas, areas landslides near the targets.
    size : ndarray, shape (active area,)
        m2.
    inside : ndarray, shape (active area,)
        Share in landslides.
    new : ndarray of bool, shape (active area,)
    """

    pairs: Overlay
    size: np.ndarray
    inside: np.ndarray
    new: np.ndarray


def run_updateinventory(
    inventory_source: LayerSource,
    sources,
    targets: UpdateTargets,
    options: UpdateOptions | None = None,
    active_source: LayerSource | None = None,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> UpdateReport:
    """Judge mapped landslides by measured rates, and find moving places outside of them.

    Parameters
    ----------
    inventory_source : LayerSource
        Polygons, or points where `options` give a radius.
    sources : sequence of AreaSource
        Points or rasters with rates.
    targets : UpdateTargets
    options : UpdateOptions, optional
    active_source : LayerSource, optional
        Active areas; without, there are no candidates.
    progress, cancelled : callable, optional

    Raises
    ------
    GroundshiftError
        For input that cannot be used; nothing is written then.
    Cancelled
        If the user asked to stop.
    """
    options = options or UpdateOptions()
    measured = read_targets(
        sources, options.motion, options.coherence, options.largest_std, cancelled
    )
    tell(progress, 0.3)
    check_cancelled(cancelled)
    inventory = read_inventory(inventory_source, measured, options.radius)
    words = _former_words(inventory, options.former)
    names = _names(inventory, options.identity)
    members = [np.zeros(0, int)] * len(inventory)
    for k, rows in zip(inventory.near, points_inside(inventory.local, measured.xy)):
        members[k] = rows
    judged = judge(members, measured.rate, measured.std, inventory.area_km2, options.rules)
    tell(progress, 0.6)
    check_cancelled(cancelled)
    active = met = None
    if active_source is not None:
        active = read_active(active_source, measured, options.worst_quality)
        met = _meet(active, inventory, options.overlap, cancelled)
    tell(progress, 0.8)
    former = former_states(words, options.rules)
    states = states_now(former, judged.category)
    notes = (*measured.notes, *inventory.notes, *_remarks(judged, measured, words, former, active))
    inside = len(np.unique(np.concatenate(members)))
    report = _report(inventory, judged, words, states, options.rules, measured, inside, met, notes)
    columns = _columns(inventory, judged, words, states, options.rules, measured, met)
    with Transaction() as files:
        if targets.inventory:
            write_polygons(
                files.add(targets.inventory), inventory.features.crs, inventory.features.wkb,
                _beside(inventory.kept, columns), "inventory",
            )  # fmt: skip
        if targets.candidates and met is not None:
            _write_candidates(files.add(targets.candidates), active, met, inventory, names, options)
        if targets.report:
            page = report_html(report, options, names, columns)
            files.add(targets.report).write_text(page, encoding="utf-8")
    tell(progress, 1.0)
    return report


def _former_words(inventory: Inventory, name: str) -> np.ndarray:
    if not name:
        return np.full(len(inventory), "", object)
    return inventory.features.texts(name)


def _names(inventory: Inventory, name: str) -> np.ndarray:
    if name:
        return inventory.features.texts(name)
    return np.array([str(fid) for fid in inventory.features.fid.tolist()], object)


def _meet(active: ActiveLayer, inventory: Inventory, most: float, cancelled) -> _Met:
    boxes = boxes_of([np.concatenate(parts(shape)) for shape in active.local])
    reach = np.full(len(inventory.local), NEAREST)
    pairs = overlay(
        active.local, boxes, inventory.local, reach, "polygon", cancelled=cancelled
    )  # fmt: skip
    size = areas_of(active.local)
    inside = inside_any(pairs, active.local, inventory.local, "polygon") / np.maximum(size, TINY)
    new = active.near & active.trusted & (inside <= most + TINY)
    return _Met(pairs, size, inside, new)


def _remarks(judged: Judged, measured: Targets, words, former, active) -> list:
    """What a reader must know to take the result for what it is."""
    notes = []
    if measured.motion != MOTIONS[1]:
        notes.append(
            "Rates are along the line of sight, at least in part: they miss motion across it, so a "
            "landslide that seems stable may move in another direction."
        )
    noisy = judged.certainty == NOISE
    few = int(((judged.targets > 0) & (judged.category < 0) & ~noisy).sum())
    none = int((judged.targets == 0).sum())
    if few or none:
        notes.append(
            f"Not assessed: {none} landslide(s) without a target and {few} with too few for their "
            "area; nothing is said about their motion."
        )
    near = int((judged.certainty == NEAR_LIMIT).sum())
    if near:
        notes.append(f"{near} class(es) lie within two standard errors of a limit ({NEAR_LIMIT}).")
    if noisy.any():
        notes.append(
            f"Not assessed: {int(noisy.sum())} landslide(s) whose rates are above the first limit "
            "and yet no more than the targets' noise may give."
        )
    odd = sorted({str(w).strip() for w, s in zip(words, former) if s < 0 and str(w).strip()})
    odd = [word for word in odd if word.lower() != NOT_ASSESSED]
    if odd:
        more = " ..." if len(odd) > 8 else ""
        notes.append(
            f"Former classes that are neither among the active nor the inactive words, and count "
            f"as unknown: {', '.join(odd[:8])}{more}."
        )
    if active is not None:
        notes.append(
            "Candidates are moving areas without a mapped landslide; whether they are landslides "
            "is for an interpreter to say (the tool 'Slope areas' leaves gentle slopes out)."
        )
        if not active.near.all():
            notes.append(
                f"{active.features.path}: {int((~active.near).sum())} area(s) lie elsewhere than "
                "the targets and are no candidates."
            )
        if not active.trusted.all():
            notes.append(
                f"{active.features.path}: {int((~active.trusted).sum())} area(s) of poor quality "
                "are no candidates."
            )
    return notes


def _report(inventory, judged, words, states, rules, measured, inside, met, notes):
    number = len(rules.classes)
    slot = np.where(judged.category < 0, number, judged.category)
    rows, matrix = state_matrix(words, judged.category, number)
    return UpdateReport(
        (*rules.names, NOT_ASSESSED), tuple(np.bincount(slot, minlength=number + 1).tolist()),
        tuple(np.bincount(slot, inventory.area_km2, number + 1).tolist()),
        {word: int((states == word).sum()) for word in (*STATES.values(), NOT_ASSESSED)},
        rows, matrix, len(measured.rate), inside, None if met is None else int(met.new.sum()),
        0 if met is None else len(met.size), measured.motion, notes,
    )  # fmt: skip


def _columns(inventory, judged, words, states, rules, measured, met) -> dict:
    """Columns of the updated inventory."""
    names = np.array([*rules.names, NOT_ASSESSED], object)
    why = np.full(len(inventory), "", object)
    for k in np.flatnonzero(judged.category < 0):
        why[k] = f"{judged.targets[k]} target(s), {judged.needed[k]} needed"
        if judged.certainty[k] == NOISE:
            why[k] = f"{judged.value[k]:.1f} mm/yr, of which noise gives {judged.noise[k]:.1f}"
    columns = {
        "area_km2": np.round(inventory.area_km2, 6), "targets": judged.targets,
        "targets_needed": judged.needed,
        "targets_km2": np.round(judged.targets / np.maximum(inventory.area_km2, 1e-12), 2),
        "motion": np.where(judged.targets > 0, measured.motion, "").astype(object),
        "mean_abs_mm_yr": np.round(judged.mean_size, 3),
        "std_abs_mm_yr": np.round(judged.std_size, 3), "mean_mm_yr": np.round(judged.mean, 3),
        "std_mm_yr": np.round(judged.std, 3), "median_abs_mm_yr": np.round(judged.median_size, 3),
        "max_abs_mm_yr": np.round(judged.largest, 3),
        "negative_percent": np.round(100 * judged.negative, 1),
        "value_mm_yr": np.round(judged.value, 3), "error_mm_yr": np.round(judged.error, 3),
        "noise_mm_yr": np.round(judged.noise, 3),
        "activity": names[judged.category], "certainty": judged.certainty,
        "not_assessed_because": why,
        "former_class": np.array([str(word) for word in words], object), "state": states,
    }  # fmt: skip
    if met is not None:
        held = met.pairs.amount > TINY * met.size[met.pairs.element]
        near, number = inventory.near[met.pairs.area[held]], len(inventory)
        columns["active_areas"] = np.bincount(near, minlength=number)
        covered = np.bincount(near, met.pairs.amount[held], number) / 1e6
        share = covered / np.maximum(inventory.area_km2, 1e-12)
        columns["active_percent"] = np.round(100 * np.minimum(share, 1.0), 1)
    return columns


def _write_candidates(path, active: ActiveLayer, met: _Met, inventory, names, options) -> None:
    rows = np.flatnonzero(met.new)
    nearest = np.full(len(met.size), -1)
    distance = np.full(len(met.size), np.nan)
    order = np.lexsort((met.pairs.distance, met.pairs.element))
    element, first = np.unique(met.pairs.element[order], return_index=True)
    nearest[element] = inventory.near[met.pairs.area[order[first]]]
    distance[element] = met.pairs.distance[order[first]]
    rate = np.abs(active.rate)
    known = np.isfinite(rate)
    category = options.rules.class_of(np.where(known, rate, 0.0))
    activity = np.where(known, np.array(options.rules.names, object)[category], "")
    labels = np.array([*names, ""], object)
    kept = {name: values[rows] for name, values in active.kept.items()}
    columns = {
        "size_km2": np.round(met.size[rows] / 1e6, 6), "activity": activity[rows],
        "inside_percent": np.round(100 * np.minimum(met.inside[rows], 1.0), 1),
        "nearest_landslide": labels[nearest[rows]], "distance_m": np.round(distance[rows], 1),
    }  # fmt: skip
    write_polygons(
        path, active.features.crs, [active.features.wkb[k] for k in rows],
        _beside(kept, columns), "candidates",
    )  # fmt: skip


def _beside(kept: dict, columns: dict) -> dict:
    """New columns beside those of the input; of two alike the input's gets ``_before``."""
    new = {name.lower() for name in columns}
    older = {
        f"{name}_before": values for name, values in kept.items() if name.lower() in new
    }  # fmt: skip
    replaced = {name.lower() for name in older}  # by an earlier run
    same = {
        name: values for name, values in kept.items()
        if name.lower() not in new and name.lower() not in replaced
    }  # fmt: skip
    return without_clashes({**same, **older, **columns})

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""What an inventory's update says: columns, candidates, and what a reader must know."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import counted
from ...formats.vectors.exposure_overlay import Overlay, inside_any, overlay
from ...formats.vectors.features import write_polygons
from ...formats.vectors.field_types import without_clashes
from ...formats.vectors.shapes import areas_of
from ..inventory import NEAR_LIMIT, NOISE, NOT_ASSESSED, Judged
from .inventory_layers import MOTIONS, ActiveLayer, Inventory

NEAREST = 5000.0  # metres within which a candidate's nearest landslide is looked for
TINY = 1e-6  # of an area: less in a polygon is its outline only


@dataclass(frozen=True)
class Met:
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


def meet(active: ActiveLayer, inventory: Inventory, most: float, cancelled) -> Met:
    """Lay active areas over landslides; candidates lie in them to a share of `most` at most."""
    reach = np.full(len(inventory.local), NEAREST)
    pairs = overlay(
        active.local, active.boxes, inventory.local, reach, "polygon", cancelled=cancelled
    )  # fmt: skip
    size = areas_of(active.local)
    inside = inside_any(pairs, active.local, inventory.local, "polygon") / np.maximum(size, TINY)
    new = active.near & active.trusted & (inside <= most + TINY)
    return Met(pairs, size, inside, new)


def remarks(judged: Judged, motion: str, words, former, active) -> list:
    """What a reader must know to take the result for what it is."""
    notes = []
    if motion != MOTIONS[1]:
        notes.append(
            "Rates are along the line of sight, at least in part: they miss motion across it, so a "
            "landslide that seems stable may move in another direction."
        )
    noisy = judged.certainty == NOISE
    few = int(((judged.targets > 0) & (judged.category < 0) & ~noisy).sum())
    none = int((judged.targets == 0).sum())
    if few or none:
        notes.append(
            f"Not assessed: {counted(none, 'landslide')} without a target and {few} with too few "
            "for their area; nothing is said about their motion."
        )
    near = int((judged.certainty == NEAR_LIMIT).sum())
    if near:
        notes.append(
            f"{counted(near, 'class lies', 'classes lie')} within two standard errors of a limit "
            f"({NEAR_LIMIT})."
        )
    if noisy.any():
        notes.append(
            f"Not assessed: {counted(noisy.sum(), 'landslide')} with rates above the first limit "
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
                f"{active.features.path}: {counted((~active.near).sum(), 'area')} elsewhere than "
                "the targets left out of the candidates."
            )
        if not active.trusted.all():
            notes.append(
                f"{active.features.path}: {counted((~active.trusted).sum(), 'area')} of poor "
                "quality left out of the candidates."
            )
    return notes


def columns_of(inventory, judged, words, states, rules, motion, met) -> dict:
    """Columns of the updated inventory."""
    names = np.array([*rules.names, NOT_ASSESSED], object)
    why = np.full(len(inventory), "", object)
    for k in np.flatnonzero(judged.category < 0):
        why[k] = f"{counted(judged.targets[k], 'target')}, {judged.needed[k]} needed"
        if judged.certainty[k] == NOISE:
            why[k] = f"{judged.value[k]:.1f} mm/yr, of which noise gives {judged.noise[k]:.1f}"
    columns = {
        "area_km2": np.round(inventory.area_km2, 6), "targets": judged.targets,
        "targets_needed": judged.needed,
        "targets_km2": np.round(judged.targets / np.maximum(inventory.area_km2, 1e-12), 2),
        "motion": np.where(judged.targets > 0, motion, "").astype(object),
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


def write_candidates(path, active: ActiveLayer, met: Met, inventory, names, rules) -> None:
    """Write the active areas that lie outside of all landslides."""
    rows = np.flatnonzero(met.new)
    nearest = np.full(len(met.size), -1)
    distance = np.full(len(met.size), np.nan)
    order = np.lexsort((met.pairs.distance, met.pairs.element))
    element, first = np.unique(met.pairs.element[order], return_index=True)
    nearest[element] = inventory.near[met.pairs.area[order[first]]]
    distance[element] = met.pairs.distance[order[first]]
    rate = np.abs(active.rate)
    known = np.isfinite(rate)
    category = rules.class_of(np.where(known, rate, 0.0))
    activity = np.where(known, np.array(rules.names, object)[category], "")
    labels = np.array([*names, ""], object)
    kept = {name: values[rows] for name, values in active.kept.items()}
    columns = {
        "size_km2": np.round(met.size[rows] / 1e6, 6), "activity": activity[rows],
        "inside_percent": np.round(100 * np.minimum(met.inside[rows], 1.0), 1),
        "nearest_landslide": labels[nearest[rows]], "distance_m": np.round(distance[rows], 1),
    }  # fmt: skip
    write_polygons(
        path, active.features.crs, [active.features.wkb[k] for k in rows],
        beside(kept, columns), "candidates",
    )  # fmt: skip


def beside(kept: dict, columns: dict) -> dict:
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

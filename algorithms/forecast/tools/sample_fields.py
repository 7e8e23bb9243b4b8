# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Which fields of a table of samples tell active ground, and which are factors."""

from __future__ import annotations

import numpy as np

from ...errors import GroundshiftError
from ...given import YES_OR_NO
from .factors import ASPECT, CLASS, NUMBER

ACTIVE = ("active", "landslide_present", "lslpts", "slide", "label", "class")
NO_FACTORS = (
    "x", "y", "lon", "lat", "longitude", "latitude", "easting", "northing", "fid", "id",
    "landslide", "tile", "fold", "probability",
)  # fmt: skip


def active_field(table, chosen) -> str:
    """The field that tells active ground."""
    if chosen.outcome:
        if chosen.outcome not in table.columns:
            chosen.refuse(
                "outcome", f"{table.path} has no field {chosen.outcome}; give one of "
                f"{', '.join(table.columns)}."
            )  # fmt: skip
        return chosen.outcome
    lower = {name.lower(): name for name in table.columns}
    found = next((lower[name] for name in ACTIVE if name in lower), "")
    if not found:
        chosen.refuse(
            "outcome", f"is missing, and {table.path} has no field 'active'; give one of "
            f"{', '.join(table.columns)}."
        )  # fmt: skip
    return found


def truth_of(table, name: str, chosen) -> np.ndarray:
    """Whether each row is active ground."""
    texts = [str(text).strip().lower().removesuffix(".0") for text in table.columns[name]]
    found = [YES_OR_NO.get(text) for text in texts]
    if None in found:
        wrong = texts[found.index(None)]
        chosen.refuse("outcome", f"{name} holds '{wrong}'; give a field of 1 and 0, or yes and no.")
    return np.array(found, bool)


def _holds_numbers(table, name) -> bool:
    """Whether a field is one of numbers; those of CSV come as texts."""
    try:
        return bool(np.isfinite(table.numbers(name)).any())
    except GroundshiftError:
        return False


def factor_fields(table, outcome: str, chosen, ground) -> tuple:
    """Names and kinds of the factors; those of the map where there is one."""
    listed, classes = chosen.factors or (), tuple(chosen.class_fields or ())
    for name in (*listed, *classes):
        if name not in table.columns:
            chosen.refuse("factors", f"{table.path} has no field {name}; give others.")
    names = [*dict.fromkeys((*listed, *classes))] if listed else [
        name for name in table.columns
        if name != outcome and name.lower() not in NO_FACTORS and _holds_numbers(table, name)
    ]  # fmt: skip
    kinds = {
        name: CLASS if name in classes else ASPECT if name.lower().startswith("aspect") else NUMBER
        for name in names
    }
    if ground is not None:
        there = {one.name: one.kind for one in ground.factors}
        missing = [name for name in names if name not in there]
        if missing and listed:
            chosen.refuse(
                "factors", f"no raster is called {missing[0]}; give one with a band of that name, "
                "or leave the field out."
            )  # fmt: skip
        names = [name for name in names if name in there]
        kinds.update((name, there[name]) for name in names if name not in classes)
    if not names:
        chosen.refuse(
            "factors", f"{table.path} has no field of numbers that "
            f"{'a raster is called like' if ground is not None else 'could be a factor'}; give "
            "other samples."
        )  # fmt: skip
    return names, [kinds[name] for name in names]

# SPDX-FileCopyrightText: 2026 The Groundshift developers
# SPDX-License-Identifier: GPL-2.0-or-later
"""Attributes of a layer that go on into another one: with their own types and legal names."""

from __future__ import annotations

import numpy as np

from .rows import described
from .tables import Table

RESERVED = ("fid", "geom")
"""Columns that GeoPackages have anyway."""


def with_own_types(table: Table, path, layer: str = "") -> dict:
    """The columns of a table, whole numbers as such.

    Parameters
    ----------
    table : Table
        Holds all numbers as float.
    path, layer : path, str
        Where it was read.

    Returns
    -------
    dict of str to ndarray
        Whole numbers are masked where they are NULL.
    """
    kinds = described(path, layer).fields
    return {
        name: _as_whole(values) if kinds.get(name) is int else values
        for name, values in table.columns.items()
    }


def _as_whole(values):
    missing = ~np.isfinite(values)
    return np.ma.array(np.where(missing, 0, values).astype(np.int64), mask=missing)


def without_clashes(columns: dict) -> dict:
    """Columns under names that a GeoPackage takes: no two alike but for their case, none reserved.

    Of two that are alike the later one keeps its name.
    """
    taken, renamed = {*RESERVED}, {}
    for name, values in reversed(list(columns.items())):
        free, number = name, 1
        while free.lower() in taken:
            free, number = f"{name}_{number}", number + 1
        taken.add(free.lower())
        renamed[free] = values
    return dict(reversed(list(renamed.items())))
